"""The times of an article: the year it speaks in, the periods it reports on, and those a sentence names itself.

News says once what it reports on (截至6月30日止六個月, "for 2025") and leaves it unsaid afterwards; 去年 is the year
before the article's own. What a sentence only compares with (較去年同期, "against 3.9 times a year ago") is not what it
is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kb import lazy, periods
from kb.model import Period
from kb.periods import PeriodMention
from kb.reading import Reading
from kb.rows import StoredSentence
from kb.shelf import Articles
from kb.store import Archive
from kb.text import fold
from kb.timing import TIMES, is_of_itself

REPORTED = ("year", "half", "quarter", "nine-months", "month")
_COMPARED = lazy.compile(r"同期|一年前|以来|(?:[较比由从]|[高低优好多少大小强弱]于|不及|超过|胜过)(?:20|去年|上年|上?[个一]?月|1?\d月|第?[一二三四]季)|(?:去年|上年)[为的]|\((?:去年|上年|前一年|上一年)|年的?(?:冠军|亚军|榜首|龙头|第一名)|\b(?:from|than|against|versus|last|earlier|ago)\b")
_SINCE = lazy.compile(r"\bsince (?:the |early |late |mid-)?$|自$")
_KEPT = 1024  # articles
_OPENING = 2  # sentences that say what an article reports on
# What ends on a balance date: the half of 截至6月30日止六個月, the year of "the year ended December 31".
_UP_TO = {"03-31": "quarter", "06-30": "half", "09-30": "nine-months", "12-31": "year"}
_DAYS = ("day", "as-of")
_INTERIM = lazy.compile(r"中期|半年|\binterim\b|\bhalf")


class ArticleTimes:
    """Reads the times of one archive's articles and sentences."""

    def __init__(self, archive: Archive, articles: Articles, reading: Reading) -> None:
        """Look at the articles of `archive`; `reading` keeps what was read of their sentences."""
        self._archive, self._articles, self._reading = archive, articles, reading
        # Bounded, so that memory does not grow with the archive.
        self.year = lru_cache(_KEPT)(self._year)
        self.frame = lru_cache(_KEPT)(self._frame)
        self.lead = lru_cache(_KEPT)(self._lead)

    def _year(self, article: int) -> int | None:
        """The year an article speaks in: of its date, else of the first day that its opening names in full."""
        year = periods.resolve_year(self._articles[article].published)
        if year is None:
            days = (m.period for s in self._opening(article) for m in self._reading.periods(s) if m.period.kind in _DAYS)
            year = next((int(p.start[:4]) for p in days if p.start[:4].isdigit()), None)
        return year

    def told(self, sentence: StoredSentence) -> list[PeriodMention]:
        """Return the periods a sentence names, those of 去年 and 今年 in the article's years."""
        found = self._reading.periods(sentence)
        year = self.year(sentence.article_id)
        if year is None or all(m.period.kind != "relative" for m in found):
            return found
        full = {(m.start, m.end): m for m in periods.find(sentence.text, year)}
        return [full.get((m.start, m.end), m) if m.period.kind == "relative" else m for m in found]

    def own(self, sentence: StoredSentence, until: int) -> list[Period]:
        """Return the periods a sentence is of, without those it only compares with and those named from `until` on."""
        folded = fold(sentence.text)
        return [m.period for m in self.told(sentence) if m.start < until and not compares(folded, m)]

    def _lead(self, article: int) -> tuple[Period, ...]:
        """The periods of an article's title and its very first sentence."""
        return self._frame(article, 1)

    def _frame(self, article: int, opening: int = _OPENING) -> tuple[Period, ...]:
        """The periods an article reports on: those of its title and of its first sentences."""
        year = self.year(article)
        title = self._articles[article].title
        folded = fold(title)
        told = [m.period for m in periods.find(title, year) if not compares(folded, m)]
        for sentence in self._opening(article)[:opening]:
            told += self.own(sentence, len(sentence.text))
        until = self._articles[article].published or "9999"
        return tuple(dict.fromkeys(q for p in told for q in _reported(p, year) if q.start <= until))

    def framed(self, sentence: StoredSentence, asked: Sequence[Period], folded: str, alone: bool) -> bool:
        """Whether an article reports on all the periods asked for; `alone`: on nothing else of their kind."""
        frame = self.frame(sentence.article_id)
        if alone and _several(frame):
            frame = self.lead(sentence.article_id)  # the second sentence may look back at other years
        if alone and (_several(frame) or all(p.kind in _DAYS for p in frame)):
            return False
        return all(any(same(p, f) or (_INTERIM.search(folded) and _holds(p, f)) for f in frame) for p in asked)

    def _opening(self, article: int) -> list[StoredSentence]:
        return self._archive.sentences_of_article(article)[:_OPENING]


def _several(frame: Sequence[Period]) -> bool:
    """Whether more than one period is reported on, days aside."""
    return len({(p.start, p.end) for p in frame if p.kind not in _DAYS}) > 1


def compares(folded: str, mention: PeriodMention) -> bool:
    """Return whether a period is one that something is only held against."""
    if is_of_itself(mention, folded):
        return False
    near = _COMPARED.search(folded[max(0, mention.start - 5) : mention.end + 3]) or TIMES.match(folded, mention.end)
    return bool(near or _SINCE.search(folded, max(0, mention.start - 12), mention.start))


def same(a: Period, b: Period) -> bool:
    """Return whether two periods are the same, one of them perhaps without its year.

    >>> same(Period("--01-01", "--06-30", "half"), Period("2025-01-01", "2025-06-30", "half"))
    True
    """
    if a.start.startswith("--") or b.start.startswith("--"):
        return a.start[-5:] == b.start[-5:] and a.end[-5:] == b.end[-5:]
    return (a.start, a.end) == (b.start, b.end)


def _holds(year: Period, part: Period) -> bool:
    return year.kind == "year" and part.kind == "half" and periods.contains(year, part)


def _reported(period: Period, year: int | None) -> list[Period]:
    """A period as what is reported on: a balance date is one, and ends one."""
    if year is not None and period.start.startswith("--"):
        period = Period(f"{year}{period.start[1:]}", f"{year}{period.end[1:]}", period.kind)
    kind = _UP_TO.get(period.end[-5:]) if period.kind == "as-of" else None
    if kind:
        return [period, Period(f"{period.end[:-6]}-01-01", period.end, kind)]
    return [period] if period.kind in (*REPORTED, *_DAYS) else []
