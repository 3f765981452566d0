"""Whether a sentence is of the time asked for: said in it, in its heading, in its title, or in what leads up to it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.figurefitting import FigureFitting, lift
from bot.question import Question
from kb import lazy, periods
from kb.model import Period
from kb.rows import StoredSentence
from kb.search import Scored
from kb.text import fold

_PARTS = ("quarter", "half", "nine-months")
_SPAN = lazy.compile(r"20\d\d年?[^,。;]{0,6}?[至到—–-]\s?(?:20\d\d|[今去]年)|\b(?:from|between) (?:the )?[^,.;]{0,20}20\d\d (?:to|through|until|and)\b|20\d\d\s?[–-]\s?20\d\d")
_SUMMED = lazy.compile(r"累计|合计|总计|总共|加起来|\b(?:cumulativ\w+|in total|altogether|in all|combined)\b")
_COMPARES = lazy.compile(r"上年同期|去年同期|一年前|按年|同比|\ba year (?:ago|earlier)\b")  # a period told to compare with
# A time that a figure is only held against.
_HELD_AGAINST = lazy.compile(r"同期|[较比由从](?:上年|去年)|\b(?:from|than|against|versus|earlier|ago|same)\b")
LOOK_BACK = 5  # sentences before one that leaves its period unsaid
LEANING = lazy.compile(
    r"^(?:[^,。]{0,16},)?(?:公司|该公司|其(?![中他她它余实次间])|他|她|该|这|此|并|同时|管理层)|^(?:it|its|the company|he|she|they|this|these)\b"
)


class TimeFitting(FigureFitting):
    """Looks for times in found sentences."""

    def timely(self, scored: Scored, question: Question) -> bool:
        """A period asked for must be said in the sentence, in its heading, or in what leads up to it."""
        if not question.periods:
            return True
        if question.measures and _summed(fold(scored.sentence.text)) and not _summed(question.folded):
            return False  # 從2022年至2025年上半年累計 is no year's figure
        if self._says(scored.sentence.text, question.periods, exact=self._measured(question) and self._core(question)):
            return True
        if self._says_by_date(scored.sentence, question.periods):
            return True
        if any(m.period.start[:4].isdigit() for m in self._search.reading.periods(scored.sentence)):
            return False
        part = any(m.period.kind in _PARTS for m in self._search.reading.periods(scored.sentence))
        if part and self._measured(question) and all(p.kind == "year" for p in question.periods):
            return False  # 前三季 is not the year
        this_year = "relative" in question.flags and all(p.kind == "year" for p in question.periods)
        if this_year or self._says(scored.sentence.heading, question.periods):
            return True  # "this year" is the article's own, and articles leave it unsaid
        for step in range(1, LOOK_BACK + 1):
            before = self._search.neighbour(scored.sentence, -step)
            if before is None:
                break
            if any(m.period.start[:4].isdigit() for m in self._search.reading.periods(before)):
                return self._says(before.text, question.periods)  # what was spoken of last
        return self._says(self._title(scored.sentence), question.periods) or self._reports(scored.sentence, question)

    def _says_by_date(self, sentence: StoredSentence, wanted: Sequence[Period]) -> bool:
        """Whether a sentence says 今年 or "last year", and its article is of the year that makes this the period asked for."""
        year = periods.resolve_year(self.evidence.library.articles[sentence.article_id].published)
        if year is None or not any(m.period.kind == "relative" for m in self._search.reading.periods(sentence)):
            return False
        folded = fold(sentence.text)
        told = (m for m in periods.find(sentence.text, year) if not _HELD_AGAINST.search(folded[max(0, m.start - 5) : m.end + 3]))
        found = [m.period for m in told]
        return all(any(_alike(p, other) for other in found) for p in wanted)

    def _reports(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether an article's first sentence says that it is of the period asked for, and this one names none of its own."""
        if self._search.reading.periods(sentence) and not _COMPARES.search(fold(sentence.text)):
            return False
        opening = self._search.neighbour(sentence, -sentence.n)
        if opening is None or opening.id == sentence.id:
            return False
        told = [m.period for m in self._search.reading.periods(opening) if m.period.kind in (*_PARTS, "year") and m.period.start[:4].isdigit()]
        return len({(p.start, p.end) for p in told}) == 1 and all(_alike(p, told[0]) for p in question.periods)

    def on_time(self, scored: Scored, question: Question) -> Scored:
        """Lift a sentence that says the period itself above those that leave it unsaid."""
        said = question.periods and self._says(scored.sentence.text, question.periods)
        return lift(scored, 1.0) if said else scored

    def dated_before(self, sentence: StoredSentence) -> bool:
        """Whether the sentence before gives the date: "2006年…轉折點。他加入輝達…"."""
        before = self._search.neighbour(sentence, -1)
        if before is None or before.paragraph != sentence.paragraph or not LEANING.match(fold(sentence.text)):
            return False
        return any(m.period.kind in ("year", "month", "day") for m in self._search.reading.periods(before))

    def _title(self, sentence: StoredSentence) -> str:
        return self.evidence.library.articles[sentence.article_id].title

    @staticmethod
    def _says(text: str, wanted: Sequence[Period], exact: bool = False) -> bool:
        folded = fold(text)
        found = [m.period for m in periods.find(text)]
        if any(
            p.start.startswith("--") for p in wanted
        ):  # a day asked for decides; "2025" then names what was published
            wanted = [p for p in wanted if p.start.startswith("--")]
        for period in wanted:
            year = period.start[:4]
            if year.isdigit() and period.kind in ("year", "span") and not exact:
                if year not in folded:
                    return False
            elif not any(_alike(period, other) for other in found):
                return False
        return True


def _alike(a: Period, b: Period) -> bool:
    """Whether two periods are the same, one of them perhaps without its year."""
    if a.start.startswith("--") or b.start.startswith("--"):
        return a.start[-5:] == b.start[-5:] and a.end[-5:] == b.end[-5:]
    return (a.start, a.end) == (b.start, b.end)


def _summed(folded: str) -> bool:
    """Whether a text tells, or asks, what several years come to."""
    return bool(_SPAN.search(folded) and _SUMMED.search(folded))
