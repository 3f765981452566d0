"""Which words are verbs, told by the dictionary's glosses: "to take over" makes 接任 one, and "take" too.

A verb says how something happened, a noun what it happened to. A question that says "spend" where the
article says 投入 asks the same; one that says "cloud" where the article does not asks something else.
"""

from __future__ import annotations

from collections import Counter

from kb import dictionary
from kb.text import stem

_MOSTLY = 2  # so many times more often a verb than a noun
_BUT_NOUNS = frozenset("model plan plant market price report".split())


def verbs() -> frozenset[str]:
    """Return Chinese words of two to four characters, folded, and stems of English words, that are mostly verbs.

    Takes half a second; only done when an archive is built.
    """
    chinese: set[str] = set()
    as_verb: Counter[str] = Counter()
    as_noun: Counter[str] = Counter()
    for entry in dictionary.entries():
        telling = [g for g in entry.glosses if g.startswith("to ")]
        if 2 <= len(entry.word) <= 4 and not entry.word.isascii() and telling and 2 * len(telling) >= len(entry.glosses):
            chinese.add(entry.word)
        for gloss in entry.glosses:
            for part in gloss.lower().split(";"):
                found = part.split()
                if len(found) > 1 and found[0] == "to":
                    as_verb[found[1]] += 1
                elif found:
                    as_noun[found[-1]] += 1
    often = {w for w, n in as_verb.items() if n >= 2 and n >= _MOSTLY * as_noun[w] and w.isalpha()}
    english = {stem(w) for w in often}
    return frozenset(chinese | english - _BUT_NOUNS)
