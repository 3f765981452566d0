"""How many more or fewer, where one quoted sentence gives both figures: 由1,180人減至960人, "2,874, up from 2,391".

A sentence with the inputs alone leaves the work to the reader; with one such pair in it the work is done here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.results import DIFFERENCE, TOGETHER
from bot.counting import counts_things
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, periods, tabular
from kb.model import Quantity
from kb.text import fold
from kb.units import is_money, physical

_MOVED = lazy.compile(
    r"\s?(?![至到和与及、])[\u3400-\u9fff]{0,7}?(?<![直甚截之和与])(?:至|到|为|成)的?(?:约|近|逾)?\s?$|(?: in| at)? {1,2}(?:\w+ ){0,2}to (?:about |around |roughly )?(?:[a-z]{0,3}\$)?$"
)
_FROM = lazy.compile(r"(?:由|从|自)(?:[^,。;\d]{0,12})$|\bfrom (?:about |around |roughly )?(?:[a-z]{0,3}\$)?$")
_WAS = lazy.compile(
    r"(?:\([^()\d]{1,6}\))?[,(]?\s?(?:则|亦)?(?:较|比|而|相比|对比|[高低优好多少快大]于|逊于)?(?:上年|去年|前一年度?|上一年|一年前|年初|20\d\d年|上年同期|去年同期|同期|上一?季度?|前一?季度?|上个?月|\d{1,2}月|第[一二三四]季度?|[一二三四]季度?|前值)(?:同期|末|底)?(?:的|则?为|是|仅|则?只有|有|派|约为|:)?(?:约|近|逾)?\s?$|"
    r"(?:\([^()\d]{1,6}\))?[,(]\s?而?(?:此前|之前|原先|原来|以前|先前|早前)的?[^,;。\d]{0,10}?(?:为|是|仅|有)?(?:约|近|逾)?\s?$|"
    r"(?:\([^()\d]{1,6}\))?[,(]?\s?而?(?:在|于)?20\d\d年(?:\d{1,2}月)?[^,;。\d]{0,5}?(?:轮|时|末|底)(?:仅|只有|才|为|是|约)+\s?$|"
    r"(?: (?:(?:in|for|over|during|at|by|as of) (?:the |its )?[a-z]+(?: [a-z]+){0,3}|(?:this|last) (?:year|quarter|month|season)))?,? (?:compared (?:with|to)|versus|against|(?:up|down|rising|falling|rose|fell) from)(?: the)?(?: (?:about|around|just))?\s?(?:[a-z]{0,3}\$)?$"
)
# How fast it grew, asked by the noun: "what was its revenue growth", 營收增長率.
_GROWTH_ASKED = lazy.compile(r"\b(?:what|how (?:high|much|large|big))\b[^?]*\b(?:revenue|sales|profit|earnings|income|turnover|order) growth\b|(?:增长|成长|年增|增)(?:率|幅|速)[^,?]{0,4}(?:多少|几|是|多大)")
# 原訂全年資本支出28億元,如今下修至19億元: what was planned, and what is.
_PLANNED = lazy.compile(r"原[定订本计先]|最初|此前|先前|早前")
_REVISED = lazy.compile(r"\s?,?(?![至到和与及、])[\u3400-\u9fff]{1,8}?(?:至|到|为|成)(?:约|近|逾)?\s?")
_BACK = lazy.compile(r" from (?:about |around |roughly |just )?(?:[a-z]{0,3}\$)?$")  # "to 42 cents from 38"
_FROM_BARE = lazy.compile(r" ?(?:\([^)]{1,12}\) )?from (?:about |around |just )?(?P<n>\d[\d,]*(?:\.\d+)?)(?=$|[,;:)]|\.(?!\d)| (?:a year|last|in|previously|before|and)\b)")
_PRINTED = lazy.compile(r"\d[\d,]*(?:\.\d+)?")
_TO = lazy.compile(r"\b(?:to|at|is|was|by) (?:about |around )?(?:[a-z]{0,3}[$€£])?$")
_LEAST = Decimal("0.05")  # of the other: a figure without its unit that is smaller still is of another scale
# By how many per cent something moved.
BY_PERCENT = lazy.compile(r"百分之(?:几|多少)|几成|几%|几趴|多少%|\bby (?:what|how (?:many|much))(?: \w+)? ?(?:per ?cent\w*|%)|\b(?:what|how many) (?:per ?cent\w*|%)|\bin (?:%|per ?cent)|[?,] ?%")
MOVES = lazy.compile(
    r"提[高升]|上[调升涨]|[增涨升降跌减]|下[调降滑]|缩|扩|加派|贵|便宜|[高低多少]了|\b(?:rais\w+|lift\w*|increas\w+|ris\w+|rose|climb\w*|jump\w*|hik\w+|gr[eo]w\w*|cut\w*|drop\w*|f[ae]ll\w*|declin\w+|shr[aiu]nk|cheaper|dearer|pricier|higher|lower|more|less|chang\w+|up|down)\b"
)
_UNIT_WORD = lazy.compile(r" ([a-z]+)$")
# Asked for all that somebody has to pay, and what stands before it where it is told.
_ALL_OF_IT = lazy.compile(r"罚没")
_TOTAL_NEXT = lazy.compile(r"(?:合计|总计|共计|合共|总额|累计)[^,;。\d]{0,6}$|\b(?:in all|totall?ing|for a total of|a total of|altogether|combined)[^,;.\d]{0,12}$")
_TWO_OF_THEM = lazy.compile(r"两[期个座条款者批艘台处]|\b(?:both|two)\b")
# "Total megawatts once all that is being built is done": what runs and what is under construction.
_ALL_BUILT = lazy.compile(r"在建[^,?]{0,8}(?:完|成|投产|算上|加上)|(?:连|加上|算上|含|包括)[^,?]{0,4}在建|\b(?:once|when|after|including|with)\b[^?]{0,40}\b(?:under construction|being built)\b")
_BEING_BUILT = lazy.compile(r"在建|兴建中|建设中|\bunder construction\b|\bbeing built\b")
_BOTH = 2
_WORD = 4  # letters of a unit that is a word: "passenger"
_YEAR = lazy.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[ ,]|的)")
_AHEAD = 12  # characters before a figure that may hold its year
_PLUS = lazy.compile(r"加上|\bplus\b|\btogether with\b")
_POINTS = lazy.compile(r"百分点|%|趴|\bpoints?\b|\bper ?cent\b|几成|百分之")


class FromTo:
    """Works out a change from the two figures of a quoted sentence."""

    def __init__(self, evidence: Evidence) -> None:
        """Read the sentences that `evidence` was last cited for."""
        self._evidence = evidence

    def worked(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return the answer with the difference in front, where that is asked for and one quoted sentence gives both figures."""
        if "sum" in question.flags or _ALL_OF_IT.search(question.folded):
            return self._totalled(answer) or (self._added(question, answer) if "sum" in question.flags else answer)
        times = "ratio" in question.flags
        percent = not times and bool((BY_PERCENT.search(question.folded) and MOVES.search(question.folded)) or (question.aspect == "growth" and _GROWTH_ASKED.search(question.folded)))
        asked = times or percent or ((question.aspect or DIFFERENCE.search(question.folded)) and question.wants == "amount" and not _POINTS.search(question.folded))
        if answer is None or not answer.answered or not asked or not self._evidence.cited or answer.kind == "derived":
            return answer
        told = {f["raw"] for f in answer.facts}
        sentence, pairs = self._moved(question, told)
        if len(pairs) != 1:
            return answer
        before, after = pairs[0]
        if not of_years(question, fold(sentence), before, after):
            return answer
        if is_money(after.unit) and (question.dimension or counts_things(question.folded)):
            return None  # how many tonnes fewer is not told by a cost
        if told and not told & {before.raw, after.raw}:
            return answer  # another figure's change
        if times:
            return self._times(answer, before, after)
        if percent:
            return self._percent(answer, sentence, before, after)
        line = "" if before.qualifier or after.qualifier else apart(self._evidence, before, after)
        return replace(answer, kind="derived", lines=(line, *answer.lines)) if line else answer

    def _totalled(self, answer: Answer | None) -> Answer | None:
        """The sentence itself, where the figure that is told is only one of those it adds up: 處罰款8490萬元,合計罰沒1.132億元."""
        told = {f["raw"] for f in answer.facts} if answer and answer.answered else set()
        if answer is None or not told or not self._evidence.cited or self._evidence.foreign(self._evidence.cited[0].text):
            return None
        text = self._evidence.cited[0].text
        found = tabular.amounts(text)
        parts = [q for q in found if q.raw in told]
        folded = fold(text)
        for q in found:
            if q.raw not in told and any(p.unit == q.unit and p.end < q.start and (p.lo or 0) < (q.lo or 0) for p in parts) and _TOTAL_NEXT.search(folded, 0, q.start):
                return replace(answer, kind="passage", lines=(self._evidence.quote(text),), facts=())
        return None

    def _added(self, question: Question, answer: Answer | None) -> Answer | None:
        """The answer with the sum in front, where a quoted sentence gives two figures of one unit and no total: 直接持股22.18%,並通過平台控制8.46%."""
        cited = self._evidence.cited
        told = answer.facts if answer and not _PLUS.search(question.folded) else ()  # of what is to be added one may be a fact
        two = bool(_TWO_OF_THEM.search(question.folded))
        built = bool(_ALL_BUILT.search(question.folded) and cited and _BEING_BUILT.search(fold(cited[0].text)))
        two = two or built
        if answer is None or not answer.answered or told or not cited or (question.wants not in ("amount", "ratio") and not built) or (len(cited) > 1 and not two):
            return answer
        text = cited[0].text
        found = [q for q in tabular.amounts(text) if q.lo is not None and q.lo == q.hi and not q.qualifier and q.unit not in ("pp", "bp", "x", "date")]
        units = Counter(q.unit for q in found)
        twice = [u for u, n in units.items() if n == _BOTH and ((two and physical(u)) if len(cited) > 1 else (u == "%" or is_money(u) or (two and physical(u))))]
        if len(twice) != 1 or _totals(fold(text), found, twice[0]) or pairs_in(text, ratios=True):
            return answer
        if twice == ["%"] and MONEY_ASKED.search(question.folded):
            return None  # 7台一共賣了多少錢 is told by no percentages
        a, b = (q for q in found if q.unit == twice[0])
        total = arithmetic.to_step((a.lo or Decimal(0)) + (b.lo or Decimal(0)), [a, b])
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((total, total), twice[0]), lang)
        line = f"{words.total.format(value=value)} (= {figures.show(a, lang)} + {figures.show(b, lang)}){words.stop}"
        return replace(answer, kind="derived", lines=(figures.spaced(line), *answer.lines))

    def _moved(self, question: Question, told: set[str]) -> tuple[str, list[tuple[Quantity, Quantity]]]:
        """The sentence with the change that is meant: the first quoted one, else the one that tells how what is counted changed."""
        texts = [s.text for s in self._evidence.cited]
        first = _meant(question, pairs_in(texts[0]), told)
        if first or told or not DIFFERENCE.search(question.folded):
            return texts[0], first
        others = [(t, p) for t in texts[1:] for p in pairs_in(t) if _counted(question, p[1])]
        return (others[0][0], [others[0][1]]) if len(others) == 1 else (texts[0], first)

    def _percent(self, answer: Answer, text: str, before: Quantity, after: Quantity) -> Answer:
        """The answer with the change in per cent, where the part of the sentence that tells both figures prints none."""
        first, last = sorted((before, after), key=lambda q: q.start)
        begin, end = (max(text.rfind(m, 0, first.start) for m in ";；。") + 1, min((i for m in ";；。" if (i := text.find(m, last.end)) > 0), default=len(text)))
        if any(q.unit == "%" and begin <= q.start < end for q in tabular.amounts(text)):
            return answer
        line = grown(self._evidence, before, after)
        return replace(answer, kind="derived", lines=(line, *answer.lines)) if line else answer

    def _times(self, answer: Answer, before: Quantity, after: Quantity) -> Answer:
        """The answer with how many times the figure before the one after is."""
        if before.lo is None or after.lo is None or before.lo <= 0:
            return answer
        words, lang = self._evidence.words, self._evidence.lang
        times = words.ratio.format(value=figures.plain(arithmetic.to_times(after.lo / before.lo)))
        line = f"{times} (= {figures.show(after, lang)} ÷ {figures.show(before, lang)}){words.stop}"
        return replace(answer, kind="derived", lines=(figures.spaced(line), *answer.lines))


def grown(evidence: Evidence, before: Quantity, after: Quantity) -> str:
    """Return by how many per cent a figure grew or fell, with the sum; "" where that cannot be told."""
    ends = arithmetic.ends(before), arithmetic.ends(after)
    rate = arithmetic.growth(ends[1], ends[0]) if ends[0] and ends[1] else None
    if rate is None or rate[0] != rate[1] or before.unit in ("%", "pp"):
        return ""
    words, lang = evidence.words, evidence.lang
    few = arithmetic.to_digits(rate[0], min(3, arithmetic.digits(before), arithmetic.digits(after)))
    value = figures.computed(arithmetic.quantity((abs(few), abs(few)), "%"), lang)
    shown = f"(= {figures.show(after, lang)} ÷ {figures.show(before, lang)} − 1)"
    return figures.spaced(f"{(words.rose if few > 0 else words.fell).format(value=value)} {shown}") + words.stop


def of_years(question: Question, folded: str, before: Quantity, after: Quantity) -> bool:
    """Return whether the years that a sentence gives with two figures are those a question names; either may leave them out.

    由2019年的38.6億元增至2024年的171.5億元 tells nothing of how much more 2025 was than 2024.
    """
    asked = {p.start[:4] for p in question.periods if p.start[:4].isdigit()}
    first, last = sorted((before.start, after.start))
    told = set(_YEAR.findall(folded, max(0, first - _AHEAD), last))
    return not asked or len(told) < _BOTH or told <= asked


def pairs_in(text: str, ratios: bool = False) -> list[tuple[Quantity, Quantity]]:
    """Return the figures of a sentence that it gives as a change, each as (before, after); percentages with `ratios`.

    >>> [(a.raw, b.raw) for a, b in pairs_in("葵涌員工由1,180人減至960人。")]
    [('1,180人', '960人')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("派發末期股息每股0.42元,上年為0.36元。")]
    [('0.36元', '0.42元')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("Cash was $2.4 million, up from $2.1 million.")]
    [('$2.1 million', '$2.4 million')]
    >>> pairs_in("Cash was $2.4 million, up $0.3 million from a year earlier.")
    []
    >>> [(a.raw, b.raw) for a, b in pairs_in("The deal values it at $1.4 billion, down from the $2.2 billion mooted in 2024.")]
    [('$2.2 billion', '$1.4 billion')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("市场规模将从2025年的46亿元增长到2030年的310亿元。")]
    [('46亿元', '310亿元')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("The dividend goes up to 42 cents from 38.")]
    [('38 cents', '42 cents')]
    >>> [(a.raw, b.raw) for a, b in pairs_in("It shipped 48,000 kettles this year, up from 40,000.")]
    [('40,000 kettles', '48,000 kettles')]
    >>> [(a.raw, a.unit) for a, _ in pairs_in("資本支出上修至新台幣64億元，原先規劃是52億元。")]
    [('52億元', 'TWD')]
    >>> [(a.raw, a.unit) for a, _ in pairs_in("目標由5,600萬上調至5,750萬人次。")]
    [('5,600萬', '人次')]
    """
    folded = fold(text)
    apart = ("pp", "bp", "x", "date", *(() if ratios else ("%",)))
    found = [q for q in tabular.amounts(text) if q.lo is not None and q.lo == q.hi and q.unit not in apart]
    dates = [(m.start, m.end) for m in periods.find(text)]
    out = []
    for one, other in pairwise(found):
        between = folded[one.end : other.start]
        moved = _MOVED.fullmatch(_undated(folded, one.end, other.start, dates)) and _FROM.search(_undated(folded, 0, one.start, dates))
        if moved and (same := _alike(one, other)):
            out.append((same, other))
        elif _REVISED.fullmatch(between) and _PLANNED.search(folded[max(folded.rfind(m, 0, one.start) for m in ",;。") + 1 : one.start]) and one.unit == other.unit:
            out.append((one, other))
        elif (_BACK.fullmatch(between) or _WAS.fullmatch(between)) and (same := _alike(other, one)):
            out.append((same, one))
    return out or [pair for q in found if (pair := _from_bare(folded, q))]


def _totals(folded: str, found: Sequence[Quantity], unit: str) -> bool:
    """Whether a sentence may print what its figures of a unit come to: 兩期合計投資31億元 is no sum of their gigawatts."""
    for m in TOGETHER.finditer(folded):
        behind = next((q for q in found if q.start >= m.end()), None)
        if not physical(unit) or behind is None or behind.unit == unit or any(c in folded[m.end() : behind.start] for c in ",;。"):
            return True
    return False


def _meant(question: Question, pairs: list[tuple[Quantity, Quantity]], told: set[str]) -> list[tuple[Quantity, Quantity]]:
    """Of several changes that a sentence tells the one whose figure is told already, or that is of what the question counts."""
    if len(pairs) < _BOTH:
        return pairs
    if told:
        return [p for p in pairs if told & {q.raw for q in p}]
    return [p for p in pairs if _counted(question, p[1])] or pairs


def _counted(question: Question, quantity: Quantity) -> bool:
    """Whether a figure is of what a question counts, by the word that is its unit."""
    return len(quantity.unit) >= _WORD and quantity.unit in question.folded


def _from_bare(folded: str, after: Quantity) -> tuple[Quantity, Quantity] | None:
    """The pair of a figure and the bare number it came from: "to 42 cents from 38"."""
    behind = _FROM_BARE.match(folded, after.end)
    printed = _PRINTED.search(after.raw)
    if not behind or not printed or not after.lo or not _TO.search(folded[: after.start]):
        return None
    before = Decimal(behind["n"].replace(",", "")) * after.lo / Decimal(printed.group().replace(",", ""))
    if not _LEAST < before / after.lo < 1 / _LEAST:
        return None
    raw = after.raw.replace(printed.group(), behind["n"])
    return Quantity(before, before, after.unit, "", raw, behind.start("n"), behind.end("n")), after


def _alike(bare: Quantity, full: Quantity) -> Quantity | None:
    """A figure in the unit of the one it is told with, where it leaves its own unsaid: 由5,600萬上調至5,750萬人次, "to 42 cents from 38"."""
    if bare.unit == full.unit:
        return bare
    if is_money(full.unit) and is_money(bare.unit) and bare.raw[:1].isdigit() and bare.raw[-1:] == "元" == full.raw[-1:]:
        return replace(bare, unit=full.unit)  # 新台幣46億元,原先規劃是33億元
    if bare.unit or not bare.lo or not full.lo or not _LEAST < bare.lo / full.lo < 1 / _LEAST:
        return None
    word = _UNIT_WORD.search(full.raw)  # 515,000 of 640,000 drones
    return replace(bare, unit=full.unit, raw=f"{bare.raw} {word[1]}" if word and word[1].startswith(full.unit) else bare.raw)


def _undated(folded: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> str:
    """A stretch of a text without the dates in it: 从2025年的46亿元增长到2030年的310亿元 tells a move too."""
    return "".join(folded[i] for i in range(start, end) if not any(a <= i < b for a, b in dates))
