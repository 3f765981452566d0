"""What questions call the parts of a whole, and how they ask for all, some, the first or the extreme ones. Folded text."""

from __future__ import annotations

import re

from kb import lazy
from kb.search import Need

KINDS = (
    "各地|业务线?|产品线?|板块|分部|事业部?|品类|品牌|牌子|车型|车款|款车|车|机型|型号|款|地区|区域|地方|国家|市场|渠道|通路|航线|矿[山区场]?|版本|方案|套餐|股东|工厂|基地|厂区|类别|类型|领域|部门|部分|块|项目?|种|类|客户|方向|厂商?|厂家|公司|企业|商家|碼头|码头|线|边度|旗下|三个|"
    "细分|分项|构成|组成|结构|明细|拆分|拆解|拆开|列表|排名|排行|名次|榜单|名单|收入来源|来源|贡献|主要|主力"
)
PART = lazy.compile(rf"^(?:[各每哪那边条座间升跌涨降增减这几两三四五六七前第一二十大]*(?:{KINDS}|[卖买做出有占贡得了最好]|多少)[升跌涨降增减]?)+$")
PART_EN = lazy.compile(
    r"^(?:break|breakdown|broken|down|split|segments?|business(?:es)?|products?|lines?|categor(?:y|ies)|regions?|markets?|brands?|models?|channels?|divisions?|units?|parts?|types?|units?|areas?|mines?|plants?|sites?|routes?|lanes?|plans?|tiers?|versions?|editions?|variants?|trims?|countr(?:y|ies)|shareholders?|stakes?|holders?|geograph\w+|sources?|makers?|vendors?|manufacturers?|players?|labels?|vehicles?|cars?|mix|detail\w*|item\w*|each|top|ranking|ranked|rank|list|biggest|contribut\w*|account\w*|largest|bring\w*|brought|mak\w*|mad\w*|earn\w*|pull\w*|grew|grow\w*|shar\w*|sell\w*|sold|mov\w*|ship\w*|deliver\w*|only|main|three|four|five|six|please|order|combined|together|two|of)$"
)
ALL = lazy.compile(
    rf"各(?:自|家|[^,?]{{0,3}}(?:{KINDS}))|分别|各(?:有|占|卖|产|出|做|赚|收|投|拿|值|贡献|带来|交付|售出)?了?(?:多少|几)|各是|列[一出下]|列举|拆|明细|构成|组成|结构|(?:有|包括)哪|哪(?:些|几|[两三四五六七八九十])|前[两三四五六七八九十\d]+[大名家]|排名|排行|名单|每[个一](?:{KINDS})|几[块大个](?:{KINDS})|[两三四五六七八][^,?]{{0,10}}叫什么|"
    r"\bbreak\w*(?: it)? ?down\b|\bsplit\b|\bby (?:segment|business|product|region|brand|model|channel|type|category|division|market|geograph\w+|vendor|maker)\w*\b|\beach\b|\btop (?:three|four|five|six|ten|\d+)\b|\bwhat (?:are|were)\b|\bwhich (?:three|four|five|two|six)\b|\blist\b|\bname (?:the|all)\b|\bmix\b|\branking\b|\ball (?:the )?(?:segments|brands|regions|products|models)"
)
TOP = lazy.compile(
    r"前([两三四五六七八九十]|\d+)(?!\d|个?(?:交易)?(?:月|季|周|年|日|天|小时))[大名家个款强]?|最[大多高][^,?]{0,3}?的?([两三四五六七八九十])[大名家个款座项类种]|([三四五六七八九十])大(?=[^,?]{2,})|"
    r"\btop (three|four|five|six|seven|eight|ten|\d+)\b|\b(three|four|five|six|seven|eight|ten) (?:biggest|largest|top|leading|best-selling)\b|\b(?:biggest|largest|leading) (three|four|five|six|seven|eight|ten)\b"
)
_SO_MANY = lazy.compile(r"(?<!第)([两三四五六七八九])(?:大|名|家|个|位|款|座|间|条|种|项|点|宗|档|类|件)(?!月|季|百|千|交易|工作)|\b(two|three|four|five|six|seven|eight)(?= [a-z])(?! (?:years?|months?|weeks?|days?|quarters?|of)\b)")
NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
# Parts of one of those that are spoken of: of a firm that is no name known, its article tells.
PARTS_ASKED = lazy.compile(r"哪(?:一?[个些]|几个|[条块])?(?:地区|区域|市场|国家|城市|省份?|产品线?|业务|板块|分部|渠道)|\b(?:which|what) (?:of its )?(?:regions?|countr(?:y|ies)|markets?|segments?|divisions?|product lines?|cit(?:y|ies)|channels?)\b")
PLACES = (
    (lazy.compile(r"第一(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|冠军|榜首|龙头|老大|头名|\bno\. ?1\b|\bnumber one\b|\bfirst[- ]place\w*|\bmarket leader\b|\btop spot\b"), 0),
    (lazy.compile(r"第二(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|亚军|老二|\bno\. ?2\b|\bnumber two\b|\bsecond\b(?![- ](?:quarter|half|time|year|batch|phase))|\brunner-up\b|\bsecond (?:largest|biggest)\b"), 1),
    (lazy.compile(r"第三(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|季军|\bno\. ?3\b|\bnumber three\b|\bthird\b(?![- ](?:quarter|half|time|year|batch|phase))|\bthird (?:largest|biggest)\b"), 2),
    (lazy.compile(r"第四(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|\bno\. ?4\b|\bnumber four\b|\bfourth\b(?![- ](?:quarter|half|time|year|batch|phase))|\bfourth (?:largest|biggest)\b"), 3),
    (lazy.compile(r"第五(?!季|财|次|个?季|批|期|阶段)(?:名|位)?|\bno\. ?5\b|\bnumber five\b|\bfifth\b(?![- ](?:quarter|half|time|year|batch|phase))|\bfifth (?:largest|biggest)\b"), 4),
)
ONLY_FALL = lazy.compile(r"唯一[^,?]{0,6}(?:下滑|下降|衰退|下跌|减少|负增长|跌|降|倒退|萎缩)|(?:哪|谁|边)[^,?]{0,10}(?:在|是)?(?:下滑|下降|衰退|下跌|减少|负增长|跌了|降了|倒退|萎缩)|\bonly\b[^?]{0,20}\b(?:f[ae]ll\w*|declin\w*|shr[aiu]nk\w*|drop\w*|decreas\w*)|\bwhich\b[^?]{0,40}\b(?:fell|declined|shrank|dropped|decreased|shrink)\b")
FASTEST = lazy.compile(r"(?:成长|增长|增|涨|升|跑|长)[^,?]{0,4}?(?:最(?:快|猛|多|高|大|强|劲|凶)|得最)|最(?:快|猛)|增[速幅]最|\bfastest\b|\bgrew (?:the )?most\b|\b(?:strongest|highest|biggest|most) growth\b|\brose (?:the )?most\b")
DROPPED = lazy.compile(r"(?:下滑|下降|衰退|下跌|跌|降|减)[^,?]{0,4}?(?:最|得最)|[跌降]幅最|\bf[ae]ll\w* (?:the )?most\b|\bdeclined (?:the )?most\b|\bshrank (?:the )?most\b|\b(?:biggest|steepest|largest|sharpest) (?:decline|drop|fall)\b")
MOST = lazy.compile(r"最(?:高|大|多|好|畅销|赚|强|热)|(?:大头|主力)|\b(?:most|largest|biggest|highest|best|top)\b")
LEAST = lazy.compile(r"最(?:低|小|少|差|弱)|垫底|\b(?:least|smallest|lowest|fewest|worst|weakest)\b")
EACH = lazy.compile(r"各自?(?:占|有|是|为|卖|出|做|赚|收|贡献|多少|几)|分别(?:占|有|是|为)|\beach\b")
# Who makes, sells or runs something: no regions, no kinds of things.
MAKERS = lazy.compile(r"哪[几两三四五六七八]?家|谁|厂商|厂家|[车药酒险]企|公司|企业|业者|品牌|制造商|运营商|供应商|券商|银行|\b(?:makers?|vendors?|firms?|compan(?:y|ies)|brands?|manufacturers?|producers?|suppliers?|carriers?|operators?|who)\b")
_DIVIDED = lazy.compile(r"(?:按|以|依|从|就)(?!单[看计])(?P<zh>[^,;。:\d按以依从就]{1,6}?)(?:来?区?分|划分|来看|而言|拆分)(?!之|析|销)|\b(?:by|split by|divided by|broken down by) (?P<en>(?:[a-z]+ )?(?:size|type|group|level|age))\b")
WHOLE = lazy.compile(r"(?:占|佔)(?:了|到)?(?:公司|集团|全公司|全部|整体)?总?(?:营收|收入|收益|销量|出货|销售|全部|整体|总额|总量)?|比重|占比|几成|\bof (?:total|the total|overall|group|all|its)\b|\bshare of\b|\bas a share\b|\bproportion\b|\bpercent\w*\b")
MARKET_SHARE = ("market-share", "share-of-total", "revenue-share")
# What a question calls its parts, and what then must be said where they are told; places among them tell of regions too.
OF_KIND = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"[哪各边每][个一几些处]?(?:地区|区域|大区|国家|地方|洲)|地区(?:分布|收入|构成)|分地区|\b(?:regions?|regional|countr(?:y|ies)|geograph\w+)\b", r"地区|区域|大区|国家|市场|海外|境外|国[内外]|内地|香港|\bregions?\b|\bmarkets?\b|\boverseas\b|\bdomestic\b|\bgeograph"),
        (r"[哪各边每两三四五][个大一几些条]?(?:渠道|通路)|\bchannels?\b", r"渠道|通路|线[上下]|直[销营]|经销|电商|门店|批发|零售|加盟|\bchannels?\b|\bonline\b|\bretail\b|\bwholesale\b|\bstores?\b|\bdirect"),
        (r"[哪各边每][个一几些座]?(?:基地|工厂|厂区?(?![商家牌]))|\bplants?\b|\bfactor(?:y|ies)\b", r"基地|工厂|厂|\bplants?\b|\bfactor"),
        (r"[哪各边每][条一几些]*(?:航线)|\b(?:routes?|lanes?)\b", r"线|\broutes?\b|\blanes?\b"),
        (r"[哪各边每两三四五][个大家一几些]*(?:客户)|\b(?:customers?|clients?)\b", r"客户|\bcustomers?\b|\bclients?\b"),
        (r"股东|持股|\bshareholders?\b|\bstakes?\b", r"股东|持股|股权|股份|\bstakes?\b|\bshareholders?\b|\bown\w*\b|\bheld\b"),
        (r"矿[山区场]?(?:产|各|分别|的|$)|[哪各每][座个]?矿|\bmines?\b", r"矿|吨|\bmines?\b|\btonnes?\b|\bounces?\b"),
        (r"[哪各边每][个几些种]?(?:版本|方案|套餐)|\b(?:versions?|editions?|plans?|tiers?|trims?)\b", r"版|款|方案|套餐|\bversions?\b|\bedition\b|\bplans?\b|\btiers?\b|\btrims?\b"),
    )
)

# Of what sort the parts are, where a question or the words before them say so.
_SORTS = tuple(
    (name, lazy.compile(pattern)) for name, pattern in (
        ("line", r"产品|业务|分部|板块|品类|品牌|车型|机型|系列|事业|\b(?:products?|segments?|business(?:es)?|divisions?|brands?|categor(?:y|ies)|models?)\b"),
        ("region", r"地区|区域|国家|地域|\b(?:regions?|countr(?:y|ies)|geograph\w+)\b"),
        ("channel", r"渠道|通路|\bchannels?\b"),
        ("customer", r"客户|\b(?:customers?|clients?)\b"),
        ("site", r"基地|工厂|厂区|矿|\b(?:plants?|factor(?:y|ies)|mines?|sites?)\b"),
    )
)  # fmt: skip


def kinds_in(folded: str) -> set[str]:
    """Return of what sort parts are by the words that ask for them, or lead up to them.

    >>> kinds_in("分渠道看,"), kinds_in("哪个业务增长最快")
    ({'channel'}, {'line'})
    """
    return {name for name, pattern in _SORTS if pattern.search(folded)}


def divided_by(folded: str) -> str:
    """Return by what words divide a whole: 类型 of 按类型分, "customer size"; "" where they do not.

    >>> divided_by("按类型分,半自动占41%"), divided_by("各占多少"), divided_by("how is it split by customer size?")
    ('类型', '', 'customer size')
    """
    found = _DIVIDED.search(folded)
    return (found["zh"] or found["en"]).strip() if found else ""


def top_count(folded: str) -> int:
    """Return how many of the first a question asks for or among; 0 where it tells none.

    >>> top_count("营收最多的四个国家"), top_count("前六名里谁最少"), top_count("the five biggest carriers")
    (4, 6, 5)
    """
    found = TOP.search(folded)
    said = next((g for g in found.groups() if g), "") if found else ""
    return NUMBERS.get(said) or (int(said) if said.isdigit() else 0)


def so_many(folded: str) -> int:
    """Return how many of something a folded question says there are, 0 where it says no number or several.

    >>> so_many("四座净水场日处理量一共多少"), so_many("第三季")
    (4, 0)
    """
    found = {NUMBERS[next(g for g in m.groups() if g)] for m in _SO_MANY.finditer(folded)}
    return found.pop() if len(found) == 1 else 0


def besides_top(folded: str) -> str:
    """Return a question without the words that say of how many first ones: "which of the top six sold the fewest" asks for no top."""
    return TOP.sub(" ", folded)


def ranks_named(folded: str) -> list[int]:
    """The ranks that a question names, in its order."""
    found = [(m.start(), k) for pattern, k in PLACES for m in [pattern.search(folded)] if m]
    return [k for _, k in sorted(found)]


def generic(need: Need) -> bool:
    """Whether a need only says that parts are asked for: 各產品線, "by business"."""
    return all(map(PART_EN.match, need.surface.split())) if need.surface.isascii() else bool(PART.match(need.surface))


def name_in(label: str) -> list[str]:
    """What a folded Latin label is called besides its kind: "dr ovell" of "derma line dr ovell"; the words in quotation marks."""
    quoted = re.findall(r"[\"“「『]([^\"”」』]{2,})[\"”」』]?", label)
    parted = re.split(r"\b(?:label|brand|line|maker|unit|segment|division|business|chain|app)\s", label)
    return [*quoted, *(parted[1:] if len(parted) > 1 else [])]
