"""What a firm earns or sells for each of those it employs or runs: revenue per employee, deliveries per store.

Where no article prints it, it is worked out from two figures of one firm and article, told of one time: what came of a year
and how many there were when it ended. Leaves out averages that one sentence tells both figures of (`bot.answers.averages`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.told import Told
from bot.question import Question
from kb import lazy
from kb.rows import StoredFact
from kb.text import fold
from kb.units import is_change

_COUNTER = r"[名个位间家座台辆艘架条]"
# 平均每名員工, 每間門店, 人均, 單店, "per employee", "for each store".
_EACH = lazy.compile(
    rf"(?:平均(?:到|下来|而言)?,?)?每一?{_COUNTER}?(?P<zh>员工|职员|雇员|人|门店|门市|店铺|分店|餐厅|网点|分行|店|客户|用户|会员|飞机|客机|船|车)(?:均|平均)?|(?:平均)?(?P<head>人均)|(?P<shop>单店|店均|单个门店)|"
    r"\b(?:per|for each|for every|by each|does each|did each|each of its|each) (?P<en>employee|worker|staff(?: member)?|head|person|store|shop|outlet|restaurant|branch|customer|user|member|subscriber|aircraft|plane|jet|vessel|ship)\b(?! month| day)"
)
_STAFF = ("员工", "职员", "雇员", "人", "employee", "worker", "staff", "staff member", "head", "person")
_SHOPS = ("门店", "门市", "店铺", "分店", "餐厅", "店", "单店", "店均", "store", "shop", "outlet", "restaurant")
_BRANCHES = ("网点", "分行", "branch")
_USERS = ("客户", "用户", "会员", "customer", "user", "member", "subscriber")
_FLEET = ("飞机", "客机", "船", "车", "aircraft", "plane", "jet", "vessel", "ship")
_COUNTS = {
    **dict.fromkeys(_STAFF, ("employees",)), **dict.fromkeys(_SHOPS, ("stores",)), **dict.fromkeys(_BRANCHES, ("stores", "branches")),
    **dict.fromkeys(_FLEET, ("fleet-size",)), **dict.fromkeys(_USERS, ("customers", "users", "members")),
}  # fmt: skip
# What a measure is of one thing already, or is counted in per cent.
_OF_ONE = lazy.compile(r"price|arpu|order-value|eps|per-|dividend|salary|unit-|-fee$|share|valuation|market-cap")
_BRINGS = lazy.compile(r"贡献|创造|带来|产生|实现|分摊|(?<=[的,])贡")
_PRINTED = lazy.compile(r"人均(?![日月])|平均每|每[名位个]员工|单店(?![日月])|店均|\b(?:per (?:employee|worker|head|store|shop|branch)|each (?:employee|worker|store))\b")
_UNASKED = ("reason", "date", "person", "place", "duration", "age", "ratio")


class PerUnit:
    """Works out what comes to each, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Take what shows figures, and what knows the facts."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer for the one firm asked about; None where that is not asked, is printed, or not both figures are told of one time."""
        each = _EACH.search(question.folded)
        if not each or len(question.subjects) != 1 or question.wants in _UNASKED or question.kind in ("person", "definition", "timeline", "superlative", "list"):
            return None
        if question.aspect or question.flags & {"compare", "sum"}:
            return None
        counts = next((_COUNTS[w] for w in (each["zh"], each["en"], each["shop"]) if w), ("employees",))
        measure = self._measure(question.folded[: each.start()] + " " + question.folded[each.end() :], counts)
        told = any(self._facts(question.subjects[0], m) for m in question.measures if m not in (measure, *counts))
        if not measure or told or self._printed(question):
            return None
        found = self._pair(question, measure, counts)
        return self._said(*found) if found else None

    def _measure(self, folded: str, counts: Sequence[str]) -> str:
        """What is shared out: the one measure that the rest of a question names."""
        names = self._evidence.library.names
        spans = names.find(_BRINGS.sub(" ", folded))
        measures = [i for s in spans for k, i in ((s.kind, s.ids[0]), *s.also[:1]) if k == "measure" and i not in counts]
        known = [m for m in dict.fromkeys(measures) if names.measures[m].unit in ("money", "count") and not _OF_ONE.search(m)]
        return known[0] if len(known) == 1 else ""

    def _printed(self, question: Question) -> bool:
        """Whether an article says it itself."""
        return any(_PRINTED.search(fold(s.text)) for s in self._told.sentences(question))

    def _pair(self, question: Question, measure: str, counts: Sequence[str]) -> tuple[StoredFact, StoredFact] | None:
        """The figure and the number it is shared among, of one article: of the time asked for, or else the last that both are told of."""
        subject = question.subjects[0]
        totals = [f for f in self._facts(subject, measure) if not question.periods or (f.period and any(same_period(p, f.period) for p in question.periods))]
        totals = [f for f in totals if f.quantity.lo and f.quantity.lo > 0 and not (f.period and f.period.kind == "as-of")]
        out: dict[str, dict[tuple[Decimal | None, Decimal | None], tuple[StoredFact, StoredFact]]] = {}
        for total in totals:
            for number in (f for m in counts for f in self._facts(subject, m)):
                if number.article_id == total.article_id and (number.quantity.lo or 0) > 1 and self._of_one_time(total, number):
                    end = total.period.end if total.period else ""
                    out.setdefault(end, {}).setdefault((total.quantity.lo, number.quantity.lo), (total, number))
        last = out[max(out)] if out else {}
        return next(iter(last.values())) if len(last) == 1 else None

    def _facts(self, subject: Sequence[str], measure: str) -> list[StoredFact]:
        """The exact figures of a measure that came about."""
        if measure not in self._evidence.library.names.measures:
            return []
        told = self._evidence.facts(subject, measure)
        return [f for f in told if f.aspect == "value" and f.basis == "actual" and f.quantity.lo is not None and f.quantity.lo == f.quantity.hi and not is_change(f.quantity.unit)]

    def _of_one_time(self, total: StoredFact, number: StoredFact) -> bool:
        """Whether a number is that of the end of the time, of that time, or of no other than its article reports on."""
        if number.period is None or total.period is None:
            return number.period is None
        return number.period.end == total.period.end

    def _said(self, total: StoredFact, number: StoredFact) -> Answer | None:
        amount, many = total.quantity, number.quantity
        each = arithmetic.to_digits((amount.lo or Decimal(0)) / (many.lo or Decimal(1)), min(4, max(3, arithmetic.digits(amount))))
        words, lang, sentence = self._evidence.words, self._evidence.lang, self._evidence.sentence
        value = figures.computed(arithmetic.quantity((each, each), amount.unit), lang)
        shown = f"{self._told.value(amount)} ÷ {self._told.value(many)}"
        lines = [sentence(total), sentence(number)]
        return self._told.answer(f"{words.worked.format(value=value)} (= {shown})", list({s.id: s for s in lines}.values()))
