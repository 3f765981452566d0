"""What a figure was before, where a sentence gives it as it is and by how many per cent it moved.

"Air freight revenue dropped 7.9% to US$612 million" says that it was 664 million. A rate on the quarter before tells
nothing of the year before, and a figure of something else than asked nothing at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.results import DIFFERENCE
from bot.answers.told import Told, read
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold

_HELD = 0.5
_QUARTER = lazy.compile(r"环比|按季|季[增减]|较上[一个]?季|上季|按月|月[增减]|较上[一个]?月|\b(?:quarter|month|sequential)\w*[- ](?:on|over)|\bsequentially\b|\b(?:qoq|mom)\b|\bfrom the (?:previous|prior|last|preceding) (?:quarter|month)\b")
_UP = r"同比|按年|年[增升]|较(?:上年|去年)(?:同期)?|比(?:上年|去年)(?:同期)?"
# 612億元,同比下降7.9%
_BEHIND_ZH = lazy.compile(rf"[,(]?\s?(?:则|亦|并)?(?:{_UP})?[^,;。\d]{{0,6}}?(?P<way>增长|成长|增加|上升|上涨|增|升|涨|下降|下跌|减少|下滑|衰退|减|跌|降)(?:了|幅)?(?:约|近|达|逾)?$")
_BEHIND_EN = lazy.compile(r"(?: on [a-z]+day)?,? (?:which (?:was|is) )?(?P<way>up|down|rising|falling|an increase of|a (?:rise|drop|fall|decline|decrease) of) (?:by )?(?:about |around |nearly )?$")
# dropped 7.9% to US$612 million; 增長7.9%至612億元
_AHEAD_EN = lazy.compile(
    r"\b(?P<way>rose|grew|climbed|jumped|gained|increased|advanced|surged|soared|expanded|edged up|went up|up|fell|dropped|declined|slipped|sank|shrank|slid|tumbled|plunged|decreased|edged down|went down|down)(?: by)?(?: about| around| nearly)? ?$"
)
_AHEAD_ZH = lazy.compile(r"(?P<way>增长|成长|增加|上升|上涨|增|升|涨|下降|下跌|减少|下滑|衰退|减|跌|降)(?:了)?(?:约|近|逾)?$")
_TO = lazy.compile(r"(?: year[- ]on[- ]year| from a year (?:earlier|ago|before))?,? to (?:about |around |roughly )?(?:[a-z]{0,3}\$)?$|[,]?(?:至|到|达|为)(?:约|近|逾)?$")
_DOWN = lazy.compile(r"降|跌|减|滑|衰退|\b(?:down|f[ea]ll\w*|drop\w*|declin\w*|slip\w*|sank|shrank|slid|tumbl\w+|plung\w+|decreas\w+)\b")
_PERCENT = lazy.compile(r"百分|增[长速幅]|成长|几成|%|\bper ?cent\w*|\bgrow\w*")


class Undone:
    """Tells what figures of sentences were a year before, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with the figure a year before; None where it is not asked for, or no one figure is plainly meant."""
        said = question.folded
        if len(question.subjects) > 1 or question.wants in ("reason", "date", "person", "place", "duration", "age", "ratio"):
            return None
        if question.kind in ("person", "definition", "timeline", "list", "superlative", "passage") or DIFFERENCE.search(said) or _PERCENT.search(said):
            return None
        before = qw.asks_before(said) or "year-before" in question.flags
        year = next((p for p in question.periods if p.kind == "year" and p.start[:4].isdigit()), None)
        implied = "implied" in question.flags
        before = before or (implied and not year and bool(_PREVIOUS.search(said)))
        if not (before or (year and (implied or not question.subjects))):
            return None
        found = self._found(question, "" if before else str(int(year.start[:4]) + 1) if year else "")
        if found is None:
            return None
        now, rate, sentence = found
        value = arithmetic.to_digits((now.lo or Decimal(0)) / (1 + rate / 100), min(arithmetic.digits(now), 4))
        words, lang = self._evidence.words, self._evidence.lang
        shown = figures.computed(arithmetic.quantity((value, value), now.unit), lang)
        sum_ = f"{self._told.value(now)} ÷ (1 {'+' if rate > 0 else '−'} {figures.plain(abs(rate))}%)"
        return self._told.answer(f"{words.worked.format(value=shown)} (= {sum_})", [sentence])

    def _found(self, question: Question, year: str) -> tuple[Quantity, Decimal, StoredSentence] | None:
        """The one figure of what is asked with its rate; of the year after the one asked for, where one is."""
        measures = {f"m_{m.replace('-', '_')}" for m, _ in self._figures.targets(question) for m in self._figures.acceptable(m, question)}
        names = self._evidence.library.names
        called = {fold(x) for g in question.subjects for i in g for x in (*names.entities[i].names.values(), *names.entities[i].aliases)}
        needs = [n for n in question.needs if self._says_what(n, measures) and not any(n.surface in x for x in called)]
        if not measures and not needs:
            return None
        out: dict[tuple[Decimal | None, Decimal], tuple[int, Quantity, Decimal, StoredSentence]] = {}
        search = self._evidence.library.search
        for sentence in self._told.sentences(question):
            folded = fold(sentence.text)
            if self._told.another(question, sentence) or (year and year not in folded):
                continue
            for now, rate, label in moved(sentence):
                words = set(tokens(label, self._evidence.library.names))
                own = [n for n in needs if self._holds(n, words, label)]
                rest = [n for n in needs if n not in own]
                if (measures and not measures & words) or (not own and needs and not measures) or any(n.beside for n in rest):
                    continue
                if all(search.holds(n, sentence.id) >= _HELD for n in rest):
                    out.setdefault((now.lo, rate), (len(own), now, rate, sentence))
        ranked = sorted(out.values(), key=lambda x: -x[0])
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1:]

    @staticmethod
    def _says_what(need: Need, measures: set[str]) -> bool:
        said = need.surface
        named = any(set(o) & measures for o in need.options)
        return not (need.light or need.verbal or soft(need) or named or qw.asks_before(said) or qw.YEAR_BEFORE.search(said) or _SPAN.fullmatch(said))

    @staticmethod
    def _holds(need: Need, words: set[str], label: str) -> bool:
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)


_PREVIOUS = lazy.compile(r"\b(?:previous|prior|preceding|last|earlier)\b|上一?[个年季届]|前一|去年|上年|同期")
_SPAN = lazy.compile(r"quarter|year|month|half|same|period|previous|prior|preceding|implied|last|前|年前|同期|季度?|全年|全球")


def moved(sentence: StoredSentence) -> Sequence[tuple[Quantity, Decimal, str]]:
    """Return the figures that a sentence gives with the per cent by which each moved in a year, and the words that say what each is."""
    told = read(sentence)
    folded = fold(sentence.text)
    out = []
    for n, rate in enumerate(told):
        if rate.quantity.unit != "%" or not rate.exact or not rate.quantity.lo:
            continue
        sides = [(told[n - 1], True)] if n else []
        sides += [(told[n + 1], False)] if n + 1 < len(told) else []
        for now, ahead in sides:
            q = now.quantity
            if not now.exact or q.unit in ("%", "pp", "bp", "x", "date") or not q.lo or q.lo <= 0:
                continue
            between = folded[q.end : rate.quantity.start] if ahead else folded[rate.quantity.end : q.start]
            way = (_BEHIND_ZH.fullmatch(between) or _BEHIND_EN.fullmatch(between)) if ahead else _TO.fullmatch(between) and (_AHEAD_EN.search(rate.lead) or _AHEAD_ZH.search(rate.lead))
            around = between + folded[rate.quantity.end : rate.quantity.end + 40].partition(",")[0]
            if not way or _QUARTER.search(around) or _QUARTER.search(rate.lead[-8:]):
                continue
            sign = -1 if _DOWN.search(way["way"]) else 1
            out.append((q, sign * rate.quantity.lo, now.own if ahead else rate.own))
    return [x for x in out if x[1] > -100]
