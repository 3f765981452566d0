"""Data, no code: names, measures, units and vocabulary."""
