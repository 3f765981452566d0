"""What one of several costs, and what all of them come to: 共訂造8艘,每艘造價1.78億美元.

"一艘多少錢", "how much is a single one": the figure that a sentence gives for each; a product of it where all are asked for.
A total that is printed is not worked out.
"""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.results import DIFFERENCE, TOGETHER
from bot.answers.told import Figure, Told, read
from bot.counting import KINDS
from bot.question import Question
from bot.softwords import soft
from kb import lazy, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.units import is_money

_COUNTERS = "艘條条隻只台臺部輛辆架套座間间顆颗枚片張张杯瓶盒份件支把晚夜度噸吨股"
_ONE = lazy.compile(rf"(?:[一每單单](?P<c>[{_COUNTERS}])|平均[一每]?(?P<d>[{_COUNTERS}]))[^,?]{{0,8}}?(?:多少|几|卖|售价|价钱|价格|造价|报价|钱)|(?:多少|几)[^,?]{{0,4}}?[一每單单](?P<e>[{_COUNTERS}])$")
_COUNTED_ONE = lazy.compile(rf"(?:[一每單单]|平均[一每]?)[{_COUNTERS}]|single|each|one")
_ONE_EN = lazy.compile(r"\b(?:how much|what|price|cost)\b[^?]{0,50}\b(?:a single|for (?:each|one|a)|per|each|apiece|a piece|one(?! (?:day|year|month|week|quarter)))\b")
_ALL = lazy.compile(r"总共|一共|合计|总价|总额|加起来|全部|总造价|\b(?:in total|total|altogether|all (?:of )?(?:the )?(?:\w+ ){0,2}\w+|combined)\b")
_MONEY = lazy.compile(r"多少(?:钱|资金|[亿万]|美?元|港元)|花|价|\b(?:how much|cost|bill|price|pay|worth|value)\b")
_EACH_ZH = lazy.compile(r"(?:[每單单]|平均[每一]?)(?P<c>[\u3400-\u9fff])[^,;。\d]{0,6}(?:约|近|逾|仅|为|达|要)*$")
_EACH_EN = lazy.compile(r"\b(?:each|apiece|a piece|per (?:ship|vessel|unit|car|vehicle|aircraft|jet|train|store|shop|machine|tower|turbine|[a-z]+))\b")
_NUMBER = lazy.compile(r"(?<![\w.,$€£¥])(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?= [a-z])")
_EACH_BEFORE = lazy.compile(r"\beach\b[^,;.\d]{0,24}$")
_HELD = 0.5  # of a thing asked for that must be in a sentence


class UnitPrices:
    """Finds what each costs, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told

    def answer(self, question: Question) -> Answer | None:
        """Answer with what each costs or what all do; None where neither is asked for or it is not told once."""
        if DIFFERENCE.search(question.folded) or question.kind in ("person", "definition", "timeline", "superlative") or question.wants in ("reason", "date", "person", "ratio", "duration", "age") or question.aspect:
            return None
        one = _ONE.search(question.folded)
        every = _ALL.search(question.folded) and _MONEY.search(question.folded)
        if not (one or _ONE_EN.search(question.folded) or every):
            return None
        counters = _alike(next((c for c in one.groups() if c), "")) if one else ""
        found: dict[tuple[Decimal | None, str], Figure] = {}
        for sentence in self._told.sentences(question):
            if self._told.another(question, sentence) or not self._speaks_of(question, sentence):
                continue
            for f in read(sentence):
                if is_money(f.quantity.unit) and f.quantity.unit and f.exact and not f.change and _is_each(f, counters):
                    found.setdefault((f.quantity.lo, f.quantity.unit), f)
        if len(found) != 1:
            return None
        each = next(iter(found.values()))
        if not every or one:
            return self._told.passage([each.sentence])
        return self._all(question, each)

    def _speaks_of(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence names the things that are asked about."""
        search = self._told.evidence.library.search
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _COUNTED_ONE.fullmatch(n.surface) or _ALL.search(n.surface) or _MONEY.search(n.surface))]
        needs = [n for n in needs if not any(any(t.startswith("m_") for t in o) for o in n.options)]
        return bool(needs) and all(search.holds(n, sentence.id) >= _HELD for n in needs)

    def _all(self, question: Question, each: Figure) -> Answer | None:
        """What as many come to as its sentence counts, or the question where that says the same."""
        unit = _EACH_ZH.search(each.own)
        counters = _alike(unit["c"]) if unit else ""
        told = [f for f in read(each.sentence) if f.exact and not f.change and f.quantity.unit and (f.quantity.unit in counters if counters else not is_money(f.quantity.unit) and f.quantity.end <= each.quantity.start)]
        asked = [q.lo for q in tabular.amounts(question.folded) if q.lo and not is_money(q.unit)]
        many = {f.quantity.lo: f.quantity for f in told if (f.quantity.lo or 0) > 1 and (not asked or f.quantity.lo in asked)}
        if not many and not counters:  # "12 modular buildings at £9.5 million each"
            numbers = [m for m in _NUMBER.finditer(each.lead) if Decimal(m.group().replace(",", "")) > 1]
            many = {Decimal(m.group().replace(",", "")): Quantity(Decimal(m.group().replace(",", "")), None, "", "", m.group(), m.start(), m.end()) for m in numbers[-1:]}
        sums = [f for f in read(each.sentence) if is_money(f.quantity.unit) and TOGETHER.search(f.own)]
        if len(many) != 1 or sums:
            return None
        number = next(iter(many.values()))
        total = (number.lo or Decimal(0)) * (each.quantity.lo or Decimal(0))
        words, lang = self._told.evidence.words, self._told.evidence.lang
        value = figures.computed(arithmetic.quantity((total, total), each.quantity.unit), lang)
        sum_ = f"{self._told.value(number) if number.hi is not None else number.raw} × {self._told.value(each.quantity)}"
        return self._told.answer(f"{words.total.format(value=value)} (= {sum_})", [each.sentence])


def _is_each(figure: Figure, counters: str) -> bool:
    """Whether a sum is that of one thing, counted as the question counts it: 每艘造價1.78億美元, "HK$2m apiece"."""
    each = _EACH_ZH.search(figure.own)
    if each:
        return not counters or each["c"] in counters
    return not counters and bool(_EACH_EN.match(figure.behind.lstrip()) or _EACH_BEFORE.search(figure.own))


def _alike(counter: str) -> str:
    """The counters that count the same things: 條 and 艘."""
    return "".join(dict.fromkeys(counter + "".join(sorted({c for k in KINDS if counter and counter in k.counters for c in k.counters}))))

