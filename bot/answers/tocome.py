"""Whether a question asks when something will be, and whether a sentence names a time that is still to come."""

from __future__ import annotations

from kb import lazy
from kb.library import Library
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(r"\bwhen will\b|将[^,?]{0,8}(?:何时|什么时候)|(?:何时|什么时候|几时)(?:才)?(?:会|将)")
_FORESEEN = lazy.compile(r"将|会|预计|预期|计划|拟|有望|料|\b(?:will|would|expect\w*|plan\w*|due|schedul\w*|aim\w*|set to|forecast\w*|to be)\b")


def asks_to_come(folded: str) -> bool:
    """Return whether a folded question asks when something will be.

    >>> asks_to_come("when will it be finished"), asks_to_come("when was it finished")
    (True, False)
    """
    return _ASKED.search(folded) is not None


def is_to_come(library: Library, sentence: StoredSentence) -> bool:
    """Return whether a sentence names a time that had not passed when its article was published, or none."""
    published = library.articles[sentence.article_id].published
    if not published:
        return bool(_FORESEEN.search(fold(sentence.text)))
    times = library.times.own(sentence, len(sentence.text))
    return not times or any(not p.end[:4].isdigit() or p.end[: len(published)] >= published for p in times)
