"""Figures that came about for nobody: of what would be if something were, of some of those counted, of one works of several.

All patterns are matched against folded text. Leaves out whose the others are (`kb.ownership`, `kb.figuresense`).
"""

from __future__ import annotations

from kb import lazy

# What is only supposed: 若2027年營收未達9億元, "if revenue falls below". What a figure is without something is a figure: 若撇除撥備.
_SUPPOSED = lazy.compile(r"(?:(?:^|[,;。:、“\s但而又])若(?!非|干)|如果|倘若|假如|假设|一旦|只要|(?<![扣剔])除非|万一)(?!(?:以|按)?(?:撇|剔|扣|不计|不含|包括|计入|加上))[^,;。]*$|\b(?:if|unless|assuming|provided that)\s(?!excluding|adjusted)[^,;.]*$")
# 新台幣每升值1%,全年獲利約減少12億元: how much would move, not what did.
_FOR_EACH = lazy.compile(r"每(?:当)?(?!公?吨|桶|公斤|千克|[瓦片盒台辆股件箱度米磅斤亩颗套只瓶位人户]|公?升(?!值)|平方|盎司|标箱|teu)[^,;。\d]{0,10}(?:升值|贬值|上升|下降|上涨|下跌|增加|减少|变动|提高|降低|调[升降]|[升降涨跌增减])(?:了|约)?\s?[\d一]|\b(?:every|each)\s(?:\d[\d.]*|one)[^,;.]{0,24}\b(?:rise|fall|increase|decrease|change|move|drop|gain|swing|appreciation|depreciation)\b")
# What follows from it: 如果改回五年,2026年利潤將減少約57億元; "losing it entirely would cut our EPS by 17%".
_FOLLOWS = lazy.compile(
    r"(?:^|[,;:。“「(])(?:但|而|不过|即使|即便|哪怕)?(?:如果(?!剔除|扣除|撇除|不计|不含|排除|把|看|算|按|从|单看|只看|拿)|假如|假设|倘若?|若(?!干|以|按|把|看|算|论|计|从|单看|只看|拿|将时间|拉长|不|非)|要是|万一)[^;。]*$"
    r"|(?:^|[;.:]\s?|, )(?:but |and |even )?(?:if|assuming|unless)\s[^;.]*$|(?:^|[\"“;.] ?)[a-z]+ing [^;.]{3,40}? (?:would|could|might) (?:cut|reduce|lower|raise|add|cost|push|lift|wipe|trim|shave)\b[^;.]*$"
)
# 當中412名客戶, 涉及2,340張保單: a part of those there are.
_SOME_OF_THEM = lazy.compile(r"(?:当中|其中)(?:有|约|逾|至少)*\s?$")
_CONCERNED = lazy.compile(r"(?:涉及|牵涉|涉案|波及)[^;。]{0,24}$")
_BUILT_FOR = lazy.compile(r"\b(?:for|to|by|with|from|among|between) (?:its |the |about |some )?(?:[a-z]+ )?$")
_FEW = lazy.compile(r"(?:[两二三四五六七八九]|[2-9])[名位个家]|(?:two|three|four|five|six|seven|eight|nine|[2-9])\b[a-z ]*")
_FEW_ACT = lazy.compile(r"(?:客户|用户|员工)(?:已|曾|也|均|都|正|将|率先|陆续|先后|给出|要求|承诺|取消|推迟|追加|下单|签)")
# 保山廠預計2027年投產,年產能3.5萬噸; "the Rayong plant cost $340 million and can make 80,000 cars a year".
_OF_WORKS = frozenset("capacity employees rd-staff price output utilization fleet-size".split())
_WORKS = r"(?:工厂|厂房|新厂|[一二三四五]厂|厂|基地|产线|生产线|园区|矿山|矿|[一二三四]期(?:项目|工程)?|数据中心|仓库|码头)"
_WORKS_TOLD = lazy.compile(
    rf"(?:^|[;。])(?:[^,;。\d]{{0,12}}?[的在])?[^,;。的\d]{{0,10}}?{_WORKS}(?:项目)?(?:则|也|已|将|预计|预定|预期|计划|拟|定|可望|有望)*(?:[于在自从]?[^,;。]{{0,14}}?)(?:投产|启用|量产|动工|竣工|完工|落成|投入使用|投入运营|开工|试产|投运)(?!之?后|时|以来|前)(?:[^;。](?<![由从]))*$"
    r"|(?:^|[;.] )(?:the|a|an|its|this|that) (?:[\w$€£¥.,&'’-]+ ){0,5}?(?:plant|factory|mine|warehouse|smelter|refinery|campus)\b[^;]*$"
)


# 電池…,單塊售價1,299元; 「鳶護」服務,正常價格是每年1,580元: of what goes with a thing, not of the thing.
_EXTRA = lazy.compile(r"(?:单[块颗片个只支组副]|另[购售]|加购|选配|备用|替换|配件|耗材|充电器|电池|滤芯|墨盒|镜片|服务|保险|保固|会员|订阅)[^,;。\d]{0,10}$|(?:每[年月]|年费|月费)[^,;。\d]{0,4}$")


def of_an_extra(folded: str, measure: str, clause: int, position: int) -> bool:
    """Return whether a price is that of a spare part or a service that goes with a thing.

    >>> of_an_extra("电池容量6850毫安时,单块售价1299元", "price", 11, 15), of_an_extra("这款机型售价1299元", "price", 0, 6)
    (True, False)
    """
    return measure == "price" and bool(_EXTRA.search(folded, clause, position))


def supposed(folded: str, clause: int, part: int, position: int) -> bool:
    """Return whether the figure at `position` is of what would be only if something were: in that condition, behind it, or for each step of something.

    `clause` and `part` are where its clause and its part of the sentence begin.

    >>> supposed("如果改回五年,利润将减少57亿元", 7, 0, 12), supposed("若干项目亏损5亿元", 0, 0, 6)
    (True, False)
    """
    return bool(_SUPPOSED.search(folded[clause:position]) or _FOR_EACH.search(folded[part:position]) or _FOLLOWS.search(folded, part, position))


def of_some(folded: str, measure: str, start: int, end: int, begin: int) -> bool:
    """Return whether a number of customers, users, employees or what they pay is only that of some of them.

    >>> of_some("当中412名客户未获解释", "customers", 2, 6, 0), of_some("公司有412名客户", "customers", 3, 7, 0)
    (True, False)
    """
    if measure not in ("customers", "users", "employees", "premium-income"):
        return False
    if _SOME_OF_THEM.search(folded, begin, start) or _CONCERNED.search(folded, begin, start):
        return True
    few = _FEW.fullmatch(folded, start, end)
    return bool(few and (_BUILT_FOR.search(folded, begin, start) or _FEW_ACT.match(folded, end)))


def of_works(folded: str, measure: str, position: int) -> bool:
    """Return whether a figure of what one works makes, employs or cost is told of that works, which stands as the subject.

    >>> of_works("保山厂预计2027年投产,年产能3.5万吨", "capacity", 15), of_works("公司正建第二座工厂,投产后年产能3.5万吨", "capacity", 18)
    (True, False)
    """
    return measure in _OF_WORKS and bool(_WORKS_TOLD.search(folded, 0, position))
