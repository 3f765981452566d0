"""Which words are verbs, told by the dictionary's glosses: "to take over" makes 接任 one, and "take" too.

A verb says how something happened, a noun what it happened to. A question that says "spend" where the
article says 投入 asks the same; one that says "cloud" where the article does not asks something else.
"""

from __future__ import annotations

import re
from collections import Counter

from kb import dictionary, lazy
from kb.text import stem

_MOSTLY = 2  # so many times more often a verb than a noun
_BUT_NOUNS = frozenset("model plan plant market price report".split())
# In all glosses at once, a line or a part between semicolons each: "to sell", and the last word of one.
_TO = lazy.compile(r"^(?:.*; )?to ([a-z]+)", re.M)
_ALONE = lazy.compile(r"^to ([a-z]+)$", re.M)
_LAST = lazy.compile(r"\b([a-z]+)$", re.M)


def verbs() -> frozenset[str]:
    """Return Chinese words of two to four characters, folded, and stems of English words, that are mostly verbs.

    Takes a third of a second; only done when an archive is built.
    """
    chinese = {e.word for e in dictionary.entries() if 2 <= len(e.word) <= 4 and _is_verb(e.glosses)}
    glosses = dictionary.all_glosses().lower()
    as_verb = Counter(_TO.findall(glosses))
    as_noun = Counter(_LAST.findall("\n".join(gloss.rpartition(" ")[2] for gloss in glosses.split("\n"))))
    as_noun.subtract(_ALONE.findall(glosses))
    often = {w for w, n in as_verb.items() if n >= 2 and n >= _MOSTLY * as_noun[w]}
    return frozenset(w for w in chinese if not w.isascii()) | {stem(w) for w in often} - _BUT_NOUNS


def _is_verb(glosses: tuple[str, ...]) -> bool:
    telling = sum(g.startswith("to ") for g in glosses)
    return telling > 0 and 2 * telling >= len(glosses)
