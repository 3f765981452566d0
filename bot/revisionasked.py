"""What a question asks of something that was revised: what it was, what it is, by how much, which way, both.

The words that ask it say nothing of what was revised, so none of them need stand in the sentence that tells it. Folded.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.results import DIFFERENCE
from kb import lazy

_ACT_ZH = r"(?:更正|修[正订改]|重[述列编]|重新?公布|调整|[上下][调修]|调[高低升降增减整]|[砍删削裁缩]减?|提高|降低|加码|追加|延[后期迟]|推迟|提前|改[动期]?|变更|校正|[高低]估|虚[增列报]|[多少]计)"
_ACT_EN = r"(?:restat\w+|revis\w+|correct\w+|trim\w*|cuts?|cutting|lower\w*|lift\w*|rais\w+|increas\w*|reduc\w+|upgrad\w+|downgrad\w+|delay\w*|postpon\w*|push\w*|chang\w+|adjust\w*|slash\w*|hik\w+|moved?|put back|extend\w*|overstat\w*|understat\w*|drop(?:s|ped)?|fall(?:s|en)?|fell|rise[sn]?|rose)"
_OLD = lazy.compile(
    rf"原(?:[本先来订定估报拟]|预[计定期]|计划|公布|申报|始|目标|指引)|最[初早]|起初|一开始|当初|{_ACT_ZH}(?:之|以)?前(?!后)|此前|先前|早前|之前(?!后)|旧的?|以前|前值|"
    rf"\b(?:old|original(?:ly)?|initial(?:ly)?|at first|(?:first|previously|earlier) (?:\w+ ){{0,2}}?(?:report|publish|announc|sa[iy]|g[ia]ve|put|plan|estimat|disclos|expect|forecast|state|guid|due)\w*|previous(?:ly)?|formerly|prior|earlier|used to|pre-\w+|before)\b"
)
_NEW = lazy.compile(
    rf"{_ACT_ZH}(?:之|以)?后|最新|现在|目前|如今|新的?(?=预|目标|指引|区间|范围|数|日期|时间)|改[成为到至]|"
    rf"\b(?:restated|revised|corrected|updated|new|now|latest|currently?|amended|after (?:the|its|being|it was) (?:\w+ )?{_ACT_EN})\b"
)
_BOTH = lazy.compile(r"前后(?:各|分别|的)?|新旧|(?:由|从)(?:多少|几|什么|哪)[^,?]*(?:到|至|为|成)|\b(?:old|original|previous|before)\b.*\b(?:new|now|revised|after|restated)\b|\b(?:versus|vs)\b|\bfrom (?:what|how (?:much|many))\b")
_BY = lazy.compile(
    rf"(?:{_ACT_ZH}|增加|减少|少|多|降|升|减|加|掉|跌|涨|滑|缩)(?:了|掉|去)?(?:约)?(?:多少|几)|(?:更正|修正|调整|变动|[上下]调|[上下]修|调[高低升降])(?:的)?(?:幅度|金额|差额)|"
    rf"\bby how (?:much|many)\b|\b(?:what|which) (?:percent\w*|per cent)\b|\bhow (?:much|many)\b[^?]*\b(?:off|{_ACT_EN}|add(?:s|ed)?|shav\w+|knock\w*|wip\w+|remov\w*|drop\w*|extra|more|fewer|less|higher|lower|later|earlier|sooner|overrun)\b|\b(?:size|extent|amount|scale) of the (?:\w+ )?(?:restatement|cut|revision|correction|reduction|increase|downgrade)\b|\bhow (?:big|large|long|far|deep)\b[^?]*\b(?:restatement|cut|revision|correction|delay\w*|reduction|increase|push\w*|put back|off|apart)\b"
)
_OF_REVISION = lazy.compile(rf"{_ACT_ZH}|\b{_ACT_EN}\b|\b(?:restatement|correction|revision)\b")
_WAY = lazy.compile(r"(?:上|调高|调升|高|升|多)[^,?]{0,4}还是|[上下]调还是|\b(?:up or down|down or up|higher or lower|raised or (?:cut|lowered)|more or less)\b")
_LOW = lazy.compile(r"下限|低端|下沿|最低|下缘|\b(?:lower|bottom|low|floor|minimum)\b(?: end)?")
_HIGH = lazy.compile(r"上限|高端|上沿|最高|上缘|\b(?:upper|top|high|ceiling|maximum)\b(?: end)?")
_RANGE = lazy.compile(r"区间|范围|指引|预[期计测估]|目标|财测|展望|\b(?:end|range|guidance|outlook|forecast|bound|limit)\b")
_PERCENT = lazy.compile(r"百分之(?:几|多少)|几成|幅度|多少%|\bby (?:what|how many|how much) (?:per ?cent\w*|%)|\b(?:what|which|how many) per ?cent\w*|\bin (?:per ?cent|%)")
# How far something is from a target still ahead: no revision, though both figures stand beside one of a time before.
_TO_GO = lazy.compile(r"还[差欠缺需要]|(?:离|距离?)[^,?]{0,12}目标|\b(?:short of|far from|still (?:needs?|short|to go))\b")
AIM = lazy.compile(r"目标(?!价)|指引|预[期计测估算]|展望|财测|原估|估|计划|\b(?:targets?(?! price)|guidance|guid(?:es?|ed|ing)|outlook|forecasts?|goals?|plans?|planned|expect\w*|estimat\w*|seen|project(?:ed|ions?)|budget\w*|sees?|will)\b(?<!price target)")
# Words that only ask about a revision, or say that it is a plan that was revised.
_ONLY_ASKS = lazy.compile(
    rf"(?:公司|被|遭|曾)?(?:{_ACT_ZH}|原[本先来订定估报拟]?|最[初早新]|预[期计测估算]|目标|指引|展望|财测|计划|估计?|此前|先前|早前|之前|现在|目前|公布|披露|申报|报告|首次|上限|下限|低端|高端|区间|范围|数字|金额|幅度|百分点|项目|前后|减了?多少|少了?|多了?|增[加多]|减少|减|调|[高低]了?|差|预[订定]|到|新旧?|旧|要)+(?:了?多少|了|的|前|后|几)*|"
    rf"(?:its |the |by |of |to |be |were |was )?(?:{_ACT_EN}|restatement|correction|revision|reduction|original(?:ly)?|initial(?:ly)?|old|new|now|first|last|previous(?:ly)?|earlier|later|prior|before|after|guidance|outlook|forecasts?|estimates?|expect\w*|plan\w*|range|end|top|bottom|upper|lower|high|low|off|up|down|due to|due|report\w*|publish\w*|announc\w*|figures?|numbers?|level|versus|more|less|fewer|higher|percentage|points?|percent\w*|tonnes?|dollars|yuan|months?|weeks?|people|value|put|shav\w+|take|took|taken|came|com(?:e|ing)|knock\w*|show\w*|make|made|set|back|size|extent|latest|current\w*|updated|amended|sooner|long|add(?:s|ed)?|propos\w+|draft|disclos\w+|stat(?:e|ed)|given?|gave|price target|stand\w*|much|project\w*|targets?|bottom|range)(?: (?:{_ACT_EN}|up|down|back|off|its|the|to|targets?|estimates?|forecasts?|guidance|outlook))*"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the parts of a revision, and of a range which end."""

    old: bool
    new: bool
    by: bool
    way: bool
    both: bool
    percent: bool
    end: str  # "low" | "high" | ""

    def __bool__(self) -> bool:
        """Whether anything of a revision is asked."""
        return self.old or self.new or self.by or self.way


def asked(folded: str) -> Asked:
    """Return what a question asks of a revision.

    >>> asked("海岳2025年資本適足率修正前是多少".replace("資本適足率", "净利")).old, asked("what is its restated profit").new
    (True, True)
    >>> a = asked("how many tonnes did it take off the top end of its guidance"); a.by, a.end
    (True, 'high')
    """
    if _TO_GO.search(folded):
        return Asked(old=False, new=False, by=False, way=False, both=False, percent=False, end="")
    both = bool(_BOTH.search(folded))
    ranged = _RANGE.search(folded)
    end = "low" if ranged and _LOW.search(folded) else "high" if ranged and _HIGH.search(folded) else ""
    old, new = bool(_OLD.search(folded)) or both, bool(_NEW.search(folded)) or both
    by = bool(_BY.search(folded) or (DIFFERENCE.search(folded) and (old or new or AIM.search(folded) or _OF_REVISION.search(folded))))
    return Asked(old, new, by, bool(_WAY.search(folded)), both, by and bool(_PERCENT.search(folded)), end)


def only_asks(surface: str) -> bool:
    """Return whether a word of a question says nothing of what was revised.

    >>> [only_asks(w) for w in ("更正", "restated", "top", "净利", "inventory")]
    [True, True, True, False, False]
    """
    return bool(_ONLY_ASKS.fullmatch(surface))
