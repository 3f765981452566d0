"""Who goes on being spoken of: an aside names somebody whom the next sentence does not speak of.

A broker whose analyst is quoted, a supplier or shareholder of whom a sentence tells, a rival between two
sentences: behind them "the company" is again the one that the article is about. Patterns are matched against
folded text. Leaves out whom a sentence names (`kb.names`) and whose a figure is (`kb.ownership`).
"""

from __future__ import annotations

from kb import lazy

# 群嶺證券分析師葉灝銘認為: whoever a firm pays to look at another one.
_LOOKS_ON = lazy.compile(
    r"\s?(?:\([^()]{1,30}\))?的?(?:[^,。;:]{0,6}?(?:分析师|分析员|研究员|研究部|研究主管|研究总监|经济学家|策略师|精算师|顾问)|(?:管理|投资|执行|创始)?合伙人|证券分析|行业分析)|'s? (?:analysts?|strategists?|economists?)\b|,? (?:analysts?|strategists?|economists?)\b"
    r"|,? (?:has |have |also |then )?(?:cut|kept|rais(?:ed|es)|lower(?:ed|s)|trimm?(?:ed|s)|lift(?:ed|s)|reiterat(?:ed|es)|maintain(?:ed|s)) (?:its|their) (?:price target|target price|rating|recommendation|estimates? (?:of|for)|fair value)\b"
)
# 群嶺證券將目標價由20元調升至24元: a house that rates another one.
HOUSE = lazy.compile(r"(?:证券|资本|投顾|国际|研究|投行|金控|银行)$")
RATES = lazy.compile(r"(?:则|亦|也)?(?:维持|认为|给予|上调|下调|重申|首予|予|将|把)[^。;]{0,40}?(?:评级|评等|目标价)")
_JUDGES = lazy.compile(
    r"(?:分析师|分析员|研究员|投顾|证券|该机构|上述机构|券商|投行|大行|基金经理|投行人士|投资人士|市场人士|业内人士|股评人)[^,。;]{0,8}(?:认为|指出|维持|上调|下调|给予|重申|预[期计估测料]|表示|坦言|直言|提醒|估计|说|称|警告|强调)|(?:证券|投顾|投行|国际)(?:则|亦|也)?[将把][^,。;]{0,12}(?:目标价|评级|评等)"
    r"|\b(?:analysts?|strategists?) (?:at|with|from)\b|\b(?:cut|kept|raised|lowered|trimmed|reiterated|maintained) (?:his|her|its|their) (?:[\"“'‘][a-z ]+[\"”'’] )?(?:price )?(?:target|rating)\b"
)
_OF_A_MARKET = lazy.compile(r"合约价|现货价|行业|业内|缺货|供需|运价|均价(?!格)|\b(?:industry|market-wide|spot prices?)\b")  # of nobody's firm
_RELATION = (
    r"(?:供应商|供货商|客户|股东|投资[方人者]|[领跟]投[方人者]|合作伙伴|伙伴|代工厂|经销商|代理商|分销商|承包商|承建商|业主|买家|卖家|保荐人|保荐机构|保荐券商|承销商|主承销商|审计师|审计机构|出租方|房东|母公司|控股公司|合资方|竞标者|检[测验]机构|鉴定机构|评级机构|[老前旧]东家|前雇主|老雇主)"
)
_RELATED = lazy.compile(
    rf"{_RELATION}(?:之一)?(?:方面,?|(?:之|当)?中,?)?(?:的|、|,|[—–-]{{1,2}})?$|(?:最大|第[一二三四五]大|主要|独家)(?:的)?{_RELATION}[、,][^,;。、\d]{{2,10}}(?:厂商?|商|公司|企业|巨头|集团|平台|龙头|大厂)$|\b(?:customers?|suppliers?|sponsors?|partners?|landlords?|lessors?|shareholders?|owners?|parent|backers?|investors?|distributors?|lenders?|contractors?|manufacturers?|clients?|(?:former|old|previous) employers?),? $"
)
# 公司最大股東是樺霖建設, 主要客戶包括甲與乙: no one of whom the sentence goes on to tell.
_NAMED_AS = lazy.compile(
    rf"(?:{_RELATION}|对手|竞争者|来源)[^,。;]{{0,8}}(?:是|为|包括|包含|有|来自)(?:[^,。;、]{{1,6}}的)?(?:[^,。;]{{2,12}}(?:[、与和及]|以及))?(?:[^,。;、]{{1,6}}(?:企业|公司|集团|厂商?|巨头|龙头|平台|银行|运营商|制造商|开发商))?$|前身(?:是|为|系|即)[^,。;]{{0,14}}$|\b(?:customers?|suppliers?|sponsors?|partners?|shareholders?|owners?|backers?|investors?|lenders?|clients?|rivals?) (?:is|are|was|were|include|includes|included) (?:[a-z]+ )?$"
)
# 永合置業是迅科第二大客戶, "Wintle Pubs is its biggest customer"
_IS_RELATED = lazy.compile(
    rf"(?:则|也|亦|仍)?(?:是|为)[^,。;]{{0,14}}{_RELATION}|,? (?:is|was|remains|became) (?:its|their|the [a-z]+[’']s|[a-z]+[’']s) (?:[a-z-]+ ){{0,3}}(?:customer|supplier|sponsor|partner|landlord|shareholder|owner|parent|backer|investor|lender|client|distributor)\b"
)
# "22 Airbus A320s": who made what somebody has so many of; a year is no number of them.
_MADE_SO_MANY = lazy.compile(r"(?<![\d.,$£€])(?!(?:19|20)\d\d )\d[\d,]* $")
_MODELS = lazy.compile(r" [a-z]{0,4}\d[\w-]*\b")
_OF_ITS_OWN = lazy.compile(r"其|(?<![子属母分该])公司|集团|外部|基石|机构(?=股东|投资)|最大|第[一二三四五]大|主要|\b(?:its|their|our)\b")
# Who speaks for "the company" is of the one that an article is about; 該公司 is the one named last.
_MAIN = lazy.compile(
    r"^(?:[^,。;:]{0,24},)?(?:但|而|不过|另外|此外|同时|目前)?(?:公司|集团|管理层|董事会|董事长|董事局|主席|总经理|总裁|总座|执行长|财务长|技术长|营运长|行政总裁|财务总监|财务长|首席[^,。;]{2,4}官|执行董事|发言人|联席|副?总裁|董秘|法人(?:预?估|预期)|外资(?:预?估|预期))"
    r"(?!债|法|数量|治理|秘密)|^(?:(?:(?:at|in|by|during|over) (?:the )?(?:[a-z0-9-]+ ){1,3}?|at year-end,? )?the (?:[a-z-]+ ){0,2}(?:company|group|firm|board|start-?up|airline|carrier|insurer|lender|utility|club|retailer|brewer|developer)|management|chief executive|chief [a-z]+ officer|finance (?:chief|director)|chair(?:man|woman)?|chairman|shares)\b"
)

# 對澄峰而言,這是雪中送炭; "For Corvane, power comes first": of whom what follows is told.
_FOR_WHOM = lazy.compile(r"(?:^|[,;。])(?:而|但|不过)?对(?:于)?$|^for $")
_IS_CONCERNED = lazy.compile(r"(?:而言|来说|来讲|来看)[,,]|,")
_SERVES_AS = lazy.compile(
    r"(?:[、与和及][^,;。、与和及]{2,12}){0,3}(?:将|共同|联合|则)?(?:出任|担任|获委任?为|获聘为|任)(?:本次|此次|是次|其)?(?:联席|独家|联合|整体)*"
    r"(?:保荐|承销|包销|财务顾问|法律顾问|核数|审计|账簿|全球协调|主承销|受托)"
)


def concerned(before: str, after: str) -> bool:
    """Return whether a name between folded words is whom what follows is told of, though it stands behind a preposition.

    >>> concerned("对", "而言,这是雪中送炭"), concerned("对", "的依赖")
    (True, False)
    """
    return bool(_FOR_WHOM.search(before) and _IS_CONCERNED.match(after) and (before[-1:] != "对" or after[:1] != ","))


def judges(folded: str) -> bool:
    """Return whether an analyst or a broker speaks in a folded sentence, of the one that an article is about.

    >>> judges("投顾研究员简怡蓁则提醒,占比逾五成"), judges("kenji horvath cut his target to $9"), judges("分析师人数")
    (True, True, False)
    """
    return bool(_JUDGES.search(folded)) and not _OF_A_MARKET.search(folded)


def looks_on(folded: str, end: int) -> bool:
    """Return whether somebody whose name ends at `end` is named only as the house of one who judges another.

    >>> looks_on("群岭证券分析师认为", 4), looks_on("群岭证券上半年", 4)
    (True, False)
    """
    return bool(_LOOKS_ON.match(folded, end) or (HOUSE.search(folded, max(0, end - 2), end) and RATES.match(folded, end)))


def is_related(folded: str, start: int, end: int) -> bool:
    """Return whether the name at folded[start:end] is told of as what it is to another.

    >>> is_related("供应商甲", 3, 4), is_related("甲是乙的客户", 0, 1), is_related("甲有客户", 0, 1)
    (True, True, False)
    """
    made = _MODELS.match(folded, end) and _MADE_SO_MANY.search(folded[:start])
    return bool(made or _RELATED.search(folded[:start]) or _IS_RELATED.match(folded, end) or _SERVES_AS.match(folded, end))


def named_as(before: str) -> bool:
    """Return whether a name after the folded words `before` only tells who something is.

    >>> named_as("公司最大股东是"), named_as("第一大客户为家电企业"), named_as("前身是1997年成立的"), named_as("公司")
    (True, True, True, False)
    """
    return bool(_NAMED_AS.search(before))


def of_its_own(folded: str, start: int, end: int) -> bool:
    """Return whether words beside the name at folded[start:end] say whose customer or supplier that is.

    >>> of_its_own("其最大供应商甲", 6, 7), of_its_own("供应商甲", 3, 4)
    (True, False)
    """
    return bool(_OF_ITS_OWN.search(folded[:start]) or _IS_RELATED.match(folded, end) or _SERVES_AS.match(folded, end))


def speaks_of_main(folded: str) -> bool:
    """Return whether a folded sentence begins with "the company" or who speaks for it.

    >>> speaks_of_main("公司秘书回应查询时指"), speaks_of_main("2024年12月完成D轮融资后,公司估值为"), speaks_of_main("该公司有船47艘")
    (True, True, False)
    """
    return bool(_MAIN.match(folded))



# Good news comes from it, or it is the one that …: not where people come from.
_COMES_TO = lazy.compile(
    r"(?:消息|惊喜|亮点|变数|意外|焦点|压力|拖累|贡献|增量)[^,。;]{0,4}(?:来自|出自)(?:[^,。;]{0,10}(?:商|厂|企|公司|企业|龙头|的))?$|(?:轮到|[要当]数|首推|当属|莫过于)$"
    r"|(?:最[^,。;]{1,12}|(?:其次|另一[家个]|榜首|冠军|龙头|赢家|输家|例外|第[一二三四五六])[^,。;]{0,4})的?(?:则|也|仍|还)?是(?:[^,。;]{0,10}(?:商|厂|企|公司|企业|龙头|的))?$"
    r"|\b(?:news|surprise|exception|standout|leader|laggard|winner|loser|spot) (?:came from|comes from|was|is) (?:[a-z-]+ ){0,3}$"
    r"|\b(?:calls?|cuts?|downgrades?|upgrades?|blows?|praise|honou?rs?|prizes?|crown|distinction) (?:fell (?:on|to)|went to|landed on|goes to) (?:[a-z-]+ ){0,3}$"
)
_BEHIND_IT = lazy.compile(r"\s?(?:\([^()]{1,40}\))?[。.!:]?[”」』\"]?")


def presented(folded: str, start: int, end: int) -> bool:
    """Return whether a sentence comes to the name at folded[start:end], so that the next ones go on with it.

    >>> presented("好消息来自甲公司。", 5, 8), presented("最亮眼的是甲公司(688001.sh)。", 5, 8), presented("公司向甲公司采购。", 3, 6)
    (True, True, False)
    """
    return bool(_COMES_TO.search(folded, 0, start) and _BEHIND_IT.fullmatch(folded, end)) and not named_as(folded[:start])
