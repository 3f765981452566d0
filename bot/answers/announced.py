"""What a sentence only announces by its number: 處罰書列出三項違規。其一,…其二,…其三,…, with the sentences that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.rows import StoredSentence
from kb.search import Search
from kb.text import fold

_NUMBERS = {n: i for i, words in enumerate((("两", "二", "two"), ("三", "three"), ("四", "four"), ("五", "five"), ("六", "six")), start=2) for n in words}
# So many things, at the end of a sentence that says no more.
_ANNOUNCES = lazy.compile(
    r"(?<!第)(?P<zh>[两二三四五六2-6]) ?[个种款项条点类大件][^,。;:、]{0,14}(?:如下)?[。:]$|^(?P<alone>two|three|four|five|six)[.:]$|\b(?P<en>two|three|four|five|six) (?:[a-z-]+ ){0,3}?[a-z-]+s(?: (?:stand out|stood out|follow))?[.:]$"
)
# How the items begin, by their place.
_PLACES = tuple(
    lazy.compile(rf"(?:其{zh}|第{zh}[个项条点]?|{zh}(?:是|来|、|,|则)|{n}[.、)]|[(]{n}[)]{first})(?!季|年|月)|(?:the )?(?:{en})\b(?! (?:half|quarter|year|day|month)s?\b)")
    for n, zh, en, first in (
        (1, "一", "first(?:ly)?|one", "|首先|第一"), (2, "二", "second(?:ly)?|another", "|其次|接着|然后"), (3, "三", "third(?:ly)?", "|再次|再者|最后"), (4, "四", "fourth(?:ly)?|final(?:ly)?|last(?:ly)?", "|最后"),
        (5, "五", "fifth(?:ly)?|final(?:ly)?|last(?:ly)?", "|最后"), (6, "六", "sixth(?:ly)?|final(?:ly)?|last(?:ly)?", "|最后"),
    )
)  # fmt: skip

_CLAUSES = lazy.compile(r"[,;] ?")


def announced(search: Search, sentence: StoredSentence) -> list[StoredSentence]:
    """Return the sentences that tell what a sentence announces by its number, each by its place; none where one of them is not there."""
    said = _ANNOUNCES.search(fold(sentence.text))
    if said is None:
        return []
    number = _NUMBERS.get(said["zh"] or said["en"] or said["alone"]) or int(said["zh"])
    out: list[StoredSentence] = []
    while len(out) < number:
        after = search.neighbour(out[-1] if out else sentence, 1)
        if after is None or after.paragraph != sentence.paragraph or not _PLACES[len(out)].match(fold(after.text)):
            return []
        if not out and counted_off([after]) == number:
            return [after]
        out.append(after)
    return out


def counted_off(sentences: Sequence[StoredSentence]) -> int:
    """Return how many things sentences in a row count off, or one does in its clauses: 其一,…其二,…"""
    n = 0
    for sentence in sentences:
        for clause in _CLAUSES.split(fold(sentence.text)):
            if n < len(_PLACES) and _PLACES[n].match(clause):
                n += 1
    return n
