"""Houses that judge others: the brokers, researchers and pollsters of an article. What they expect is a figure of whom they judge.

An article says what kind of firm such a house is ("brokerage Oriel & Finch", 券商甲) and what it judges others by: a
target, a rating, a forecast, a survey. So is a fund or foundation that it introduces by the share it holds of another. One that tells its own results is a company as any other. Leaves out houses
whose name alone tells what they are, in the sentence that has them judge (`kb.sources`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kb import lazy
from kb.names import Span
from kb.text import fold

_KIND = lazy.compile(
    r"\b(?:brokerage|broker|investment bank|consultanc(?:y|ies)|consulting firm|pollsters?|survey firm|research (?:firm|house|group|company|provider)|rating agency|ratings agency|data (?:firm|provider|company)|market researcher|advisory firm|recruiter|recruitment firm|think-?tank)(?: firm| house)? $"
    r"|(?:券商|投行|大行|证券商|投顾|评级机构|研究机构|调研机构|研调机构|市调机构|调查机构|研究公司|咨询公司|顾问公司|咨询机构|数据机构|数据公司|猎头公司|人力公司|智库)$"
)
# 甲證券(Jia Securities)發布報告,維持乙買入評級: what it is called, and what it does with another's shares, introduce it too.
_CALLED = lazy.compile(r"(?:证券|证券国际|投顾|securities|equities|capital markets)$")
_RATES = lazy.compile(
    r"(?: ?\([^()]{1,40}\))?(?:\s?[:,]|在?[^,;。:\d]{0,10}?(?:发布|发表|出具|推出)[^,;。:\d]{0,12}?(?:报告|研报|点评)[^,;。:\d]{0,4}[,:]|分析师[^,;。:\d]{2,16}?)?(?:则|亦|也|又|随后|近日)?(?:维持|给予|上调|下调|调[高升降]|重申|首予|首次覆盖|将|把)[^。;]{0,60}?(?:评级|评等|目标价)"
    r"|,? (?:analysts? (?:[a-z.-]+ ){0,3})?(?:kept|keeps|cuts?|raise[sd]|lower(?:s|ed)|lift(?:s|ed)|trim(?:s|med)|reiterate[sd]|maintain(?:s|ed)|initiate[sd]|downgrade[sd]|upgrade[sd]) [^;.]{0,60}\b(?:price target|target price|rating|coverage)\b"
)
# A fund or an investor, told with the share it holds of whom the article is about: what comes after is not the fund's own.
_HOLDER = lazy.compile(
    r"^(?:, |,? )(?:an?|the|its|another) (?:[\w-]+ ){0,4}?(?:fund|investor|shareholder|activist|foundation|trust|investment firm|hedge fund|asset manager)(?: (?:with|owning|holding)|,? (?:which|that) (?:owns|holds|has))(?: (?:about|around|nearly|roughly|some|over|just over|an?))* [\d.]+ ?(?:%|per ?cent)"
    r"|^,? (?:with|which (?:owns|holds|has)) (?:about |around |nearly |roughly |some |over )?[\d.]+ ?(?:%|per ?cent) of (?:the|its) (?:shares|votes|stock|voting)"
)
_JUDGING = lazy.compile(
    r"\b(?:targets?|ratings?|coverage|forecasts?|estimates?|survey(?:s|ed)?|poll(?:s|ed)?|reckons|downgrad\w+|upgrad\w+|according to|predicts?|projects|expects|sees|report)\b"
    r"|目标价|评级|评等|调查|调研|报告|预[测估计期]|估计|数据|指出|显示"
)
# What tells of its own business: it is no house here, or not only one.
_ITS_OWN = lazy.compile(
    r"(?:'s? (?:net |gross |operating |annual |full-year |quarterly |first-half )*(?:revenue|profit|loss|earnings|income|sales|shares)\b|,? (?:has |have |also )?(?:posted|booked|earned|lost|reported (?:a |an |its |net |record |revenue|profit|sales|fee)|raised [^,;.]{0,6}\d|swung|employs|was (?:founded|fined|acquired|bought)|went public|listed|filed for|is cutting|will cut|cut \d)\b)"
    r"|(?:20\d\d年|去年|今年|上半年|全年|第?[一二三四]季度?)?(?:实现)?(?:营收|营业收入|净利|净亏|手续费收入|员工|裁员|上市|递表|获罚|被罚|收购|完成[^,;。]{0,8}融资)"
)


def houses(named: Mapping[str, Sequence[Span]], kind: Callable[[str], str]) -> frozenset[str]:
    """Return the firms that an article introduces as a house and has judge others; `named` are the names of each of its parts."""
    parts = [(fold(part), [s for s in spans if s.kind == "entity" and kind(s.ids[0]) in ("company", "institution")]) for part, spans in named.items()]
    introduced = {s.ids[0] for folded, spans in parts for s in spans if _KIND.search(folded[: s.start]) or (_CALLED.search(folded, s.start, s.end) and _RATES.match(folded, s.end))}
    holders = {s.ids[0] for folded, spans in parts for s in spans if _HOLDER.search(folded[s.end :])}
    if not introduced and not holders:
        return frozenset()
    own = {s.ids[0] for folded, spans in parts for s in spans if _ITS_OWN.match(folded, s.end)}
    judging = {s.ids[0] for folded, spans in parts for s in spans if _JUDGING.search(folded)}
    return frozenset(((introduced & judging) | holders) - own)
