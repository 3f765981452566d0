"""How many more or fewer, where one quoted sentence gives both figures: 由1,180人減至960人, "2,874, up from 2,391".

A sentence with the inputs alone leaves the work to the reader; with one such pair in it the work is done here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import changed, grown
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.results import DIFFERENCE, TOGETHER
from bot.changeasked import How, change_asked
from bot.counting import counts_things
from bot.evidence import Evidence
from bot.moves import pairs_in
from bot.question import Question
from kb import lazy, tabular
from kb.model import Quantity
from kb.text import fold
from kb.units import is_money, physical

# How fast it grew, asked by the noun: "what was its revenue growth", 營收增長率.
_GROWTH_ASKED = lazy.compile(r"\b(?:what|how (?:high|much|large|big))\b[^?]*\b(?:revenue|sales|profit|earnings|income|turnover|order) growth\b|(?:增长|成长|年增|增)(?:率|幅|速)[^,?]{0,4}(?:多少|几|是|多大)")
# By how many per cent something moved.
BY_PERCENT = lazy.compile(r"百分之(?:几|多少)|几成|几%|几趴|多少%|\bby (?:what|how (?:many|much))(?: \w+)? ?(?:per ?cent\w*|%)|\b(?:what|how many) (?:per ?cent\w*|%)|\bin (?:%|per ?cent)|[?,] ?%")
MOVES = lazy.compile(
    r"提[高升]|上[调升涨]|[增涨升降跌减]|下[调降滑]|缩|扩|加派|贵|便宜|[高低多少]了|\b(?:rais\w+|lift\w*|increas\w+|ris\w+|rose|climb\w*|jump\w*|hik\w+|gr[eo]w\w*|cut\w*|drop\w*|f[ae]ll\w*|declin\w+|shr[aiu]nk|cheaper|dearer|pricier|higher|lower|more|less|chang\w+|up|down)\b"
)
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
        asked = times or percent or ((question.aspect or DIFFERENCE.search(question.folded)) and (question.wants == "amount" or (question.wants == "duration" and DIFFERENCE.search(question.folded))) and not _POINTS.search(question.folded))
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
        line = "" if before.qualifier or after.qualifier else changed(self._evidence, before, after, self._how(question))
        return replace(answer, kind="derived", lines=(line, *answer.lines)) if line else answer

    @staticmethod
    def _how(question: Question) -> How:
        """How the change is to be told: of a length of time by its difference alone."""
        return "amount" if question.wants == "duration" else change_asked(question.folded)

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


def of_years(question: Question, folded: str, before: Quantity, after: Quantity) -> bool:
    """Return whether the years that a sentence gives with two figures are those a question names; either may leave them out.

    由2019年的38.6億元增至2024年的171.5億元 tells nothing of how much more 2025 was than 2024.
    """
    asked = {p.start[:4] for p in question.periods if p.start[:4].isdigit()}
    first, last = sorted((before.start, after.start))
    told = set(_YEAR.findall(folded, max(0, first - _AHEAD), last))
    return not asked or len(told) < _BOTH or told <= asked


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
