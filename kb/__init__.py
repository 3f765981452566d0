"""The archive: articles, names, quantities, facts and search. Knows nothing of chat."""
