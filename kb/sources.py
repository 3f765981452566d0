"""Who is named beside a figure without being whose it is: who counted or judged, and who put money in.

All patterns are matched against folded text. Leaves out whose the figure is (`kb.ownership`).
"""

from __future__ import annotations

from kb import lazy
from kb.names import Span
from kb.subjects import HOUSE, RATES

# Behind a name: it puts money into whom the text is about. 岫嵐創投領投8.5億元B輪.
_BACKS = lazy.compile(
    r"(?:旗下[^,;。]{0,8})?(?:于|在)[^,;。]{0,12}(?:轮|融资)[^,;。]{0,4}(?:投资|出资|投入|认购)|(?:[、和与及][^,;。、]{2,10}){0,4}?(?:等[^,;。]{0,8})?(?:共同|联合|联手|独家|继续|再次|也|亦|则)?(?:领投|跟投|参投|注资|入股|增资|投了?(?=约?\d))|(?:于|在)?(?:\d{4}年)?以[^,。;]{1,16}(?:入股|战略投资)|,? (?:bought|owns|holds|took|acquired) (?:about |roughly |nearly )?[\d.]+% of\b|,? (?:provided|lent|arranged)\b[^,;.]{0,40}\b(?:debt|loan|funding|financing|credit)\b|,? (?:(?:which|who|also|co-)\s?)?(?:co-)?(?:led|leads|backed|invested|joined|took part)\b[^,;.]{0,30}\b(?:round|funding|financing|series)\b"
)
_OTHER_NAME = lazy.compile(r"\)?(?: ?\([^()]{1,40}\))?")
_TAKES_SHARE = lazy.compile(r"(?:取得|获得|持有|占|认购)[^,;。\d]{0,4}\d")  # 其中統一企業取得15%股權
# 研究機構 X: what kind of firm it is tells that it counts others.
_SOURCE_KIND = lazy.compile(r"(?:研究|调研|研调|咨询|市调|监测|数据|统计)(?:机构|公司|平台|院|中心)\s?$")
_COUNTS_OTHERS = lazy.compile(r"[^;。]{0,60}?(?:报告|数据|统计|调查|排名|排行|榜|预计|预测|预估|估计|推估|指出|显示|tracker|认为)")
# So does its name, where it brings out a report: 望楼咨询发布报告.
_SOURCE_NAMED = lazy.compile(r"(?:咨询|研究院?|研究所|调研|数据|智库|情报|research|consulting|insights?|analytics|intelligence|advisory)$")
_BRINGS_OUT = lazy.compile(r"\s?(?:\([^()]{1,30}\))?[^,;。:\d]{0,8}?(?:发布|公布|发表|推出|出炉|released?|published?|put out)[^,;。:]{0,20}?(?:报告|榜单?|排行|排名|调查|统计|白皮书|数据|report|survey|ranking|tracker|white paper)")
# Who counted, not who is counted: 据甲数据显示, "according to Datapoint".
_SOURCE_ZH = lazy.compile(r"(?:据|根据|按照?|依)(?:市场)?(?:研究|调研|咨询|数据)?(?:机构|公司|平台|院)?\s*$")
_SOURCE_ZH_AFTER = lazy.compile(r"\s*(?:\([^()]{1,30}\))?(?:的|最新|发布的|公布的)*(?:数据|统计|调查|研究|报告|估算|预测|预估|测算|资料|口径)")
_SOURCE_SHOWS = lazy.compile(r"\s*(?:\([^()]{1,30}\))?(?:的|最新|发布的|公布的)+(?:数据|统计|调查|研究|报告)(?:显示|指出|表明)")
# 隆信數據分析師賀之涵: for whom somebody works who judges another.
_ANALYST_OF = lazy.compile(r"\s?(?:\([^()]{1,30}\))?的?[^,。;:\d]{0,6}?(?:分析师|分析员|研究员|研究主管|研究总监|经济学家|策略师)(?!人数|团队)")
_ON_A_FIRM = lazy.compile(r"(?:则|也|亦|并)?(?:预[估计期测]|估[计算]|认为|研判|推估),(?:该)?公司(?!债)")  # 嵐岸預估,公司2026年營收: of the firm that is spoken of
_SOURCE_EN = lazy.compile(r"\b(?:according to|data from|estimates? (?:by|from)|figures from|compiled by|tracked by|research(?:ers)? (?:firm|from|at))(?: [a-z]+){0,3}\s*$")
# A broker's forecast is of the company the text is about: "Jinhui Securities kept its full-year profit forecast at".
BROKER = lazy.compile(r"(?:securities|research|brokers?|brokerage|equities|capital markets|证券|证券国际)$")
_FORECASTS = lazy.compile(
    r"\)?(?:\s?\([^()]{1,30}\))?,? (?:analysts? (?:[a-z.-]+ ){0,3})?(?:kept|keeps|cuts?|raise[sd]|lower(?:s|ed)|lift(?:s|ed)|trim(?:s|med)|reiterate[sd]|maintain(?:s|ed)|has|puts?|set|sets|pencils|pencilled) "
    r"[^,;.]{0,40}\b(?:forecast|estimate|price target|target price|rating|recommendation|fair value)\b"
)
_OWN_PAPERS = lazy.compile(r"'s? (?:annual|quarterly|filing|results|report|earnings|prospectus|statement)")


def is_source(folded: str, span: Span) -> bool:
    """Return whether somebody is named only as the source of a figure."""
    before = folded[max(0, span.start - 44) : span.start]
    if BROKER.search(folded, span.start, span.end) and _FORECASTS.match(folded, span.end):
        return True
    if counts_others(folded, span) or _ON_A_FIRM.match(folded, span.end):
        return True
    if HOUSE.search(folded, span.start, span.end) and RATES.match(folded, span.end):
        return True
    if _ANALYST_OF.match(folded, span.end):
        return True
    if _SOURCE_EN.search(before):
        return not _OWN_PAPERS.match(folded, span.end)
    if _SOURCE_SHOWS.match(folded, span.end):
        return True
    return bool(_SOURCE_ZH.search(before) and _SOURCE_ZH_AFTER.match(folded, span.end))


def counts_others(folded: str, span: Span) -> bool:
    """Return whether somebody is named as an agency that counts others.

    >>> counts_others("研究机构甲咨询发布市场报告", Span(4, 7, "entity", ("a",)))
    True
    """
    if _SOURCE_NAMED.search(folded, span.start, span.end) and _BRINGS_OUT.match(folded, span.end):
        return True
    return bool(_SOURCE_KIND.search(folded, max(0, span.start - 44), span.start) and _COUNTS_OTHERS.match(folded, span.end))


def is_backer(folded: str, span: Span) -> bool:
    """Return whether somebody is named as one who puts money into another.

    >>> is_backer("岫岚创投领投8.5亿元b轮", Span(0, 4, "entity", ("a",)))
    True
    """
    share = folded[max(0, span.start - 2) : span.start] == "其中" and _TAKES_SHARE.match(folded, span.end)
    beyond = _OTHER_NAME.match(folded, span.end)  # 甲資本(Jia Capital)領投
    return bool(share or _BACKS.match(folded, beyond.end() if beyond else span.end))
