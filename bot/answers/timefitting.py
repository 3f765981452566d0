"""Whether a sentence is of the time asked for: said in it, in its heading, in its title, or in what leads up to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set

from bot.answers.figurefitting import FigureFitting, lift
from bot.question import Question
from kb import lazy, periods
from kb.articletimes import same
from kb.model import Period
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.text import fold

_PARTS = ("quarter", "half", "nine-months")
_SPAN = lazy.compile(r"20\d\d年?[^,。;]{0,6}?[至到—–-]\s?(?:20\d\d|[今去]年)|\b(?:from|between) (?:the )?[^,.;]{0,20}20\d\d (?:to|through|until|and)\b|20\d\d\s?[–-]\s?20\d\d")
_WHOLE_YEAR = lazy.compile(r"全年|\bfull[- ]year\b|\bfor the (?:full|whole) year\b")
_SUMMED = lazy.compile(r"累计|合计|总计|总共|加起来|\b(?:cumulativ\w+|in total|altogether|in all|combined)\b")
_PAIR = 2  # characters of a term that stands for itself
LOOK_BACK = 5  # sentences before one that leaves its period unsaid
LEANING = lazy.compile(
    r"^(?:[^,。]{0,16},)?(?:公司|该公司|其(?![中他她它余实次间])|他|她|该|这|此(?!外)|并|同时|管理层)|^(?:it|its|the company|he|she|they|this|these)\b"
)


class TimeFitting(FigureFitting):
    """Looks for times in found sentences."""

    _asked: Sequence[Need] | None = None
    _words: list[Set[str]]

    def _words_of(self, question: Question) -> list[Set[str]]:
        """The search terms of each need of a question, which is asked for sentence after sentence."""
        if self._asked is not question.needs:
            self._asked, self._words = question.needs, [{t for o in n.options for t in o} for n in question.needs]
        return self._words

    def timely(self, scored: Scored, question: Question) -> bool:
        """A period asked for must be said in the sentence, in its heading, in what leads up to it, or be the article's."""
        sentence = scored.sentence
        if not question.periods:
            return True
        if question.measures and _summed(fold(sentence.text)) and not _summed(question.folded):
            return False  # 從2022年至2025年上半年累計 is no year's figure
        exact = self.measured(question) and self._core(question)
        if self._says(sentence.text, question.periods, exact=exact):
            return True
        own = self.evidence.library.times.own(sentence, self._until(sentence, question))
        if question.measures and _of_another_year(own, question.periods):
            return False
        if all(any(same(p, t) or (not exact and _lies_in(t, p)) for t in own) for p in question.periods):
            return True  # 去年 of an article of 2026 is 2025
        if any(p.start[:4].isdigit() for p in own):
            return False
        part = any(p.kind in _PARTS for p in own) and not _WHOLE_YEAR.search(fold(sentence.text))
        if part and self.measured(question) and all(p.kind == "year" for p in question.periods):
            return False  # 前三季 is not the year
        this_year = "relative" in question.flags and all(p.kind == "year" for p in question.periods)
        if this_year or self._says(sentence.heading, question.periods):
            return True  # "this year" is the article's own, and articles leave it unsaid
        said = self._said_before(sentence, question.periods)
        if said is not None:
            return said
        return self._says(self._title(sentence), question.periods) or self.evidence.library.times.framed(sentence, question.periods, question.folded, self.measured(question))

    def _until(self, sentence: StoredSentence, question: Question) -> int:
        """Where the clauses of a sentence end that hold what is asked: what is told behind them is of another time."""
        ends = self._search.reading.clauses(sentence)
        terms = self._search.reading.terms(sentence)
        folded = fold(sentence.text)
        places = [n for words in self._words_of(question) for w in words if w in terms for n in terms[w]]
        said = (folded.rfind(w) for words in self._words_of(question) for w in words if len(w) == _PAIR and not w.isascii())
        places += [bisect_right(ends, at) for at in said if at >= 0]
        return ends[min(max(places) + 1, len(ends) - 1)] if places else len(folded)

    def _said_before(self, sentence: StoredSentence, asked: Sequence[Period]) -> bool | None:
        """Whether the sentences before say the periods asked for; None where they leave it open."""
        for step in range(1, LOOK_BACK + 1):
            before = self._search.neighbour(sentence, -step)
            if before is None:
                return None
            told = self.evidence.library.times.own(before, len(before.text))
            if any(p.start[:4].isdigit() for p in told):  # what was spoken of last
                says = all(any(same(p, t) or _lies_in(t, p) or _lies_in(p, t) for t in told) for p in asked)
                return True if says else False if before.paragraph == sentence.paragraph else None
        return None

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
            elif not any(same(period, other) for other in found):
                return False
        return True


def _of_another_year(told: Sequence[Period], asked: Sequence[Period]) -> bool:
    """Whether figures are of a year that is not asked for, and of the year asked for a sentence only names a day: 預估2026年出貨405萬台,但歐盟去年12月….

    >>> _of_another_year([Period("2026-01-01", "2026-12-31", "year"), Period("2025-12-01", "2025-12-31", "month")], [Period("2025-01-01", "2025-12-31", "year")])
    True
    """
    years = [t for t in told if t.kind == "year"]
    return bool(years) and all(p.kind == "year" and not any(same(p, t) for t in told) for p in asked)


def _lies_in(told: Period, asked: Period) -> bool:
    """Whether a time lies in a year or a month asked for: 4月1日 in 4月初."""
    open_year = asked.start.startswith("--") and not told.start.startswith("--")
    asked = Period(f"{told.start[:4]}{asked.start[1:]}", f"{told.end[:4]}{asked.end[1:]}", asked.kind) if open_year else asked
    return asked.kind in ("year", "month") and told.kind != "span" and periods.contains(asked, told)


def _summed(folded: str) -> bool:
    """Whether a text tells, or asks, what several years come to."""
    return bool(_SPAN.search(folded) and _SUMMED.search(folded))
