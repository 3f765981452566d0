"""Whose figure it is: the subject, or nobody where the text speaks of a part, a peer or a market.

A segment's revenue is not its company's, and a rival's figure is not that of the company before it.
All patterns are matched against folded text. Leaves out which measure and when.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kb import lazy, strangers
from kb.model import Entity
from kb.names import Names, Span
from kb.pointing import A_THING, FIRM_AGAIN, this_thing
from kb.sources import BROKER, is_backer, is_source
from kb.subjects import HOUSE, is_related, named_as
from kb.timing import AGAINST

# Measures of a company as a whole: a modifier before them makes them a part of it.
WHOLE = frozenset(
    "revenue net-profit net-profit-attributable net-profit-excl-nonrecurring adjusted-net-profit gross-profit gross-margin "
    "operating-profit operating-margin total-profit ebitda ebit net-margin roe eps rd-expense operating-expense "
    "sales-expense admin-expense finance-expense rd-ratio expense-ratio operating-cash-flow capex".split()
)
_SUBJECT_KINDS = ("company", "product", "person", "institution", "place")
_CLEAN = lazy.compile(
    r"(?:^|[,;:。、(\[\s\"“”《》'\d>%)]|公司|集团|本行|该行|(?<!投资)(?<!私人)(?<!零售)银行|企业|我们|该厂|全年|年度|单季度?|单月|季度?|上半年|下半年|半年|期内|季内|年内|月内|[年季月]来|期间|同期|当期|本期|整年"
    r"|合并|累计|分别|依[次序]|实现|录得|预计|预期|预估|估计|料|将|为|年|月|日|度|报|总|整体|是|和|与|及|并|同时|而|但|使得?|令|推动|公布|披露|显示|达到?|取得|创造|完成|获得"
    r"|在营|现时|如今|眼下|审计|审核|核数|口径|更正|重述|追溯|备考|则|后|前|方面|股东|合计|应占|基本|稀释|摊薄|主要|连续|不仅|不过|然而|此外|另外|至于|惟|给出|提出|定下|订下|制定|设定|[在关对]于|把|被|即|虽然|尽管|当年|每年|去年|今年|明年|上年|税前|税后|经营|净|综合|约|近|历史|最新|发布|实际|出现|仍|未|有|没有|到|至"
    r"|以|对|从|由|较|比|其|他|她|自|公告|称|表示|指出|说|扣非|后的|者的|单|不|无|再|又|也|亦|都|均|在|首次|创|拉动|影响|确认|报告|归母|其中|上市|超|亿元?|万元?|左右"
    r"|美元|新台币|台币|人民币|当季|上季|本季|次季|首季|末季|上月|本月|当月|去|今|明|旗下|母公司|同比|环比|业绩|财务|数据|全球|全职|正式|在职|全行|全所|全体|季末|期末|年末|月底|季底|年底|现有|依旧|依然|持续|继续|保持|提高|提升|增加|改善|降低|拖累|侵蚀|维持|目标|计划|规划|[上下][调修]|审计|初步|快报|可比|更正|修正|调整|重述|备考|并表)$"
)
_CLEAN_WORD = lazy.compile(
    r"^(?:a|an|the|it|they|we|which|who|also|its|their|his|her|our|total|net|gross|annual|yearly|quarterly|monthly|full-?year|half-?year|full|half|group|group's|groupwide|consolidated|overall"
    r"|first|second|third|fourth|first-quarter|second-quarter|third-quarter|fourth-quarter|first-half|second-half|nine-month|quarter|quarter's|year|year's|fiscal|month|record"
    r"|own|company|company's|firm|firm's|bank|bank's|and|of|in|with|on|to|for|from|by|as|while|but|that|whose|which|where|when|after|combined|attributable|underlying|adjusted|basic|diluted|gaap|non-gaap"
    r"|reported|report|reports|posted|posts|posting|expects?|expected|forecasts?|projected|generated|had|made|makes|saw|sees|earned|booked|recorded|records|achieved|operating|higher|lower|increased|decreased|strong|weak"
    r"|rising|falling|delivered|announced|published|said|says|is|was|were|are|has|have|more|less|than|on-year|year-on-year|estimated|unaudited|audited|restated|corrected|revised|actual|cumulative|main|core|pre-tax|after-tax"
    r"|than|between|no|not|only|about|over|under|still|also|both|\d{4}|\d+|q[1-4]|h[12]|fy\d*|[1-4]q|[12]h|ltd|inc|corp|co|plc|cut|cuts|boosted|lifted|pushed|drove|raised|swung|turned|narrowed|widened|turning|lifts?|raises?|boosts?|reduce[sd]?|trim(?:s|med)?|slash(?:es|ed)?|doubles?|grow|push|drive|hike[sd]?|improve[sd]?|wider|narrower"
    r"|beside|besides|against|despite|into|plus|this|last|next|including|towards?|through|because|since|though|although|previous|latest|interim|audited|statutory|headline|now|already|again|targets|targeted|targeting|aims|guided|guides|projects|planned|plans|seeks|budgeted|pencilled|sees|anticipates)$"
)
_MODIFIED = lazy.compile(
    r"(?:放电|持股|所持|流片|封装|测试|研制|维修|安装|访客|旅客|渠道|代理|银保|海外|境外|境内|国内|国外|在建|规划|闲置|付费|新增|活跃|线上|线下|核心|大|直营|加盟|潜在|签约|子公司|同业|行业|市场|竞争对手|(?:[该这此]类|[该这此]部分)[^,;。\d]{0,8}|(?<![该本原工总])厂|工厂|厂区|产线)的?$|\b(?:overseas|domestic|international|online|paying|new|rival|industry|potential)\s+$"
)
_OF_A_MARKET = lazy.compile(r"(?:市场|行业|赛道|领域)的?$")
# 搭載X1的開發機,售價899美元: the price of what it is in.
_CARRIES = lazy.compile(r"(?:搭载|配备|采用|内建|内置|装有|配有|基于)(?:了|自家|自研|旗下)?$")
_APPOSED = lazy.compile(
    r"(?: \([^()]*\))?,(?P<who> (?:the|an?|which|whose|owner|maker|operator|parent) [^;]{4,220}?,) (?:also |has |have |on \w+day )?(?:posted|reported|said|booked|made|earned|recorded|swung|announced|delivered|sold|saw|had|raised|cut|lifted|expects?|returned|turned|carried|shipped|opened|closed|ended)\b"
)
_FIRST_MONTH = lazy.compile(r"(?:首|第一个?)[日周月]的?$")
_OF_LOANS = frozenset(("non-performing-loan-ratio", "provision-coverage", "non-performing-loans"))
_SOME_LOANS = lazy.compile(r"(?:零售|对公|公司类?|个人|消费|经营|小微|信用卡|住房|房地产|地产|商业|按揭|房贷|车贷|科技|涉农|普惠|制造业)[^,;。\d、]{0,6}$")
# 理財子公司甲管理規模8,960億元,淨利潤7.2億元: of one that no name may stand for.
_SUBSIDIARY_NAMED = lazy.compile(r"(?:子公司|附属公司|孙公司|联营公司|合营公司|参股公司)(?:为|是)?(?P<who>[㐀-鿿]{2,8}?)(?:去年|今年|上半年|全年|期内|20\d\d年)?(?:实现|录得|的)?(?:管理规模|管理资产|资产|营收|营业收入|收入|净利|净亏|盈利|亏损|保费|规模|放款|贷款|销量|产量)")
_WHOSE = lazy.compile(r", (?:and )?whose (?:[a-z-]+ ){0,3}$")
_BY_ONE = lazy.compile(r"(?:单店|单车|单台|单机|单客|单件|日均|每店|每日|每天|单日)的?$")
_UNIT_OF = lazy.compile(
    r"(?:^|[,;:])([^,;:]{0,14}?(?:业务|分部|板块|事业群|事业部|业务线|产品线|子公司|附属公司|部门|门店|赛道|行业|产业|市场|渠道|品类|地区|区域|大区|工厂)(?:方面)?)"
    r"(?=则|亦|也|由|转|实现|录得|的?营|的?收|的?净|的?盈|的?亏|的?毛|的?销|今|去|上|同|预|占|贡献|为|,|20\d\d|前[三9九]|首[季三]|第[一二三四]|全年|单季|本季|[一二三四]季)"
)
_SEGMENT_EN = lazy.compile(
    r"\b(?:segment|division|unit|business|subsidiary|arm|industry|market|sector|category|region)\b(?!es)(?!'s? (?:total|overall))"
)
_FINANCE = lazy.compile(r"财务方面|业绩方面|经营方面|市场方面|公司业务|主营业务|整体业务|全部业务")
PEER = lazy.compile(
    r"同业(?!拆[息借放]|存[款单放]|借[贷款])|同行(?!业)|竞争对手|对手|另一家|另一间|友商|其他[^,;。]{0,6}(?:公司|企业|厂商)|\b(?:rivals?|competitors?|peers?|others?|the other)\b"
)
# A sentence that begins so is of others.
_PEERS_TOLD = lazy.compile(r"[^,;。\d]{0,6}(?:同行(?!业)|同业(?!拆|存|借)|(?:竞争)?对手|友商|竞品)[^,;。\d]{0,8}[,:]|(?:among|of) (?:its |the )?(?:rivals|peers|competitors)\b", re.I)
# Backers of a round beside the one who leads it: whom they back is still who the text is about.
TAKES_PART = lazy.compile(r"\b(?:took part|taking part|participated|also joined|joined the round)\b|跟投|参投")
NOBODY = lazy.compile(
    r"合计(?!营收)|[两二三四五六七八九十\d]家|[两二三四五六七八九十几]位[^,;。]{0,6}(?:创始人|创办人|股东|高管|董事|合伙人|员工|主管)|(?:[们等各]|公司|企业)的?总市值|combined(?! ratio)|together|同业(?!拆[息借放]|存[款单放]|借[贷款])|其他|其它|行业|业内|业者|产业(?!链)|其余|余下|整体(?!毛利|净利|营[收业]|收入|利润|业绩|净[息负]|经营|产能利用)|平均(?![约近达为仅]?[\d.]+ ?%|(?:股东|股本)?(?:权益|资金)回报|revpar|房价|票价|入住率|载客率|利用率|客单价|出租率|租金|运价|电价|单位|薪酬|月薪|收入(?:\(|为[^,;。]{0,6}[\d.]+[港新]?元)|存货|应收|库存|售价|单价|总资产|净资产|融资|年龄|船龄|机龄|借贷|贷款|每)|人均|户均|每家|全国(?!拥有|共有|共设|设有|已有|布局|开设)|全市场|各家|peers?\b|\bindustry|\baverage\b(?! (?:(?:reali[sz]ed|selling|sales?|unit|transaction|ticket|room|daily|monthly|weekly|order|basket|passenger|power|electricity|freight|charter|gold|copper|oil|gas|coal|loan|deposit|interest|lending|net|home|house|flat) ){0,2}(?:prices?|fares?|rates?|rents?|revenue|occupancy|load|age|salary|pay|costs?|yields?|spend\w*|tariffs?|term|maturity|size|interest|margins?|utili[sz]ation|headcount|workforce)\b)|\beach\b|sector-wide|\bsome (?=report|of|compan|have|are)|\bevery\b|部分(?:企业|公司|厂商)|\banalysts\b|\banalyst (?:forecasts?|estimates?|expectations?)\b|\bconsensus\b|(?:多[名位]|[两二三四五六七八九十\d]+[名位]|不少|部分)分析师|分析师(?:们|普遍|平均|一致|预[期测估计]|共识|的)|市场(?:普遍)?预期|机构(?:普遍)?预[期测]"
)
# A sentence that begins so tells of the parts of a whole: 車型上,…; 分業務看,…; "By segment, …".
_BREAKDOWN = lazy.compile(
    r"(?:[按分以从](?:产品|业务|地区|区域|车型|机型|品牌|渠道|板块|品类|航线|用途|行业|应用|终端|市场|客户|部门|分部|路线|类别|项目)(?:线|别|类型|领域|结构)?(?:来?看|划分|区分|计算?|拆分|分)?|(?:车型|机型|品类|航线)(?:上|方面|层面))[,:]|(?:^|[;。])[^,;。]{2,16}?(?:是|成为|依然是|仍是)[^,;。]{0,8}(?:亮点|支柱|引擎|拖累|重灾区|增长点|强项|大头|短板|功臣)[^,;。]{0,6},"
    r"|^[^,;.]{3,48} (?:was|is|remained|were|proved) (?:the|a|an) (?:[a-z]+ )?(?:bright spot|star|standout|drag|weak spot|laggard|engine|exception|(?:best|worst|strongest|weakest|fastest|slowest)[a-z-]*(?: (?:performing|growing))? (?:region|market|business|unit|segment|division|category))[^,;.]{0,24}[:,;]"
    r"|\bby (?:segment|product|region|model|division|geography|business|brand|market|category|route|product line)s?,"
)
# 內地附屬維銀中國由盈轉虧: what follows is that of the subsidiary.
# 維修保養是少數亮點,收入13.27億元: what follows is that of a line of business.
_BRIGHT_SPOT = lazy.compile(r"^[^,。;]{2,16}(?:则|仍|也|亦)?(?:是|成为|成了)[^,。;]{0,8}(?:亮点|支柱|引擎|短板|强项|增长点|来源|拖累),")
_SUBSIDIARY_TOLD = lazy.compile(r"(?:附属|子公司|参股公司|联营公司)(?:公司)?[^,;。]{0,10}?(?:由|转|录得|亏|赚|蚀|盈|营收|收入|净利|则)")
_WHOLE_AGAIN = lazy.compile(r"整体|综合|总体|总计|合计|全公司|公司总|集团总|\b(?:overall|group|company-wide|total|consolidated)\b")
_SUBSIDIARY = lazy.compile(r"旗下[^,;。]{0,10}?(?:品牌|子公司|公司|平台|部门|企业|机构)|旗下[^,;。]{0,8}[「『“\"]|旗下[^,;。\d]{2,10}?的(?=[^,;。\d]{2,8}[率额量入润])")
MARGINS = frozenset("gross-margin operating-margin net-margin".split())
# Anywhere before a figure in its clause: it is that of several.
TOGETHER = lazy.compile(
    r"合计(?!营收)|(?:[们等各]|公司|企业)的?总市值|部分(?:企业|公司|厂商)|\b(?:total market value|of the (?:two|three|four|five|six)|combined(?! ratio)|together|every|some (?=report|of|compan|have|are))\b"
)
# 研究機構 X 發布全球出貨報告:全年出貨152萬台: a market's, unless somebody is named behind it.
_AGENCY = lazy.compile(
    r"(?:研究|调研|研调|咨询|市调|监测|数据|统计|顾问)(?:机构|公司|平台|院|中心)\s?[^,;。:]{1,30}?(?:发布|公布|统计|报告|数据|指出|显示|估计|预估|推估|预计|预测)[^;。]*?[,:]"
    r"|^(?:[^,;。]{0,10})(?:统计|数据|报告|资料)(?:显示|指出)?[,:]|\b(?:research|market) (?:firm|house|group|tracker) [^,;.]{1,40}[,:]"
)
# What people answered is no company's figure.
SURVEY = lazy.compile(r"受访|问卷|调查显示|调研显示|\b(?:survey\w*|respondents|polled)\b")
# Who is only taken along: "led by Oakline", 与甲合作. Not the owner where somebody else stands before.
_OBLIQUE = lazy.compile(
    r"(?:由(?!于)[㐀-鿿]{2,3}|[由与同跟向被获给]|来自|联手|携手|加入|委托)(?:[㐀-鿿]{0,6}(?:药厂|药企|车厂|客户|伙伴|初创|公司|大厂|企业|集团|巨头|龙头|厂商|机构|基金|银行|车企|平台|同业|商))?$"
    r"|\b(?:by|with|to|behind|under|via)(?: (?:the|its|rivals?|partner|parent|broker|brokerage|lender|investors?|backers?|(?:[a-z-]+ )?(?:firm|house|group|bank|maker|giant)))*\s*$"
    r"|\b(?:led|backed|joined|funded|owned|advised|underwritten) (?:jointly )?by [^;.]{0,70}(?:,|\band)\s*$"
)
_WITH = lazy.compile(
    r"(?:^|[,;。])[^,;。\d]{2,16}?[与同跟向获](?:[㐀-鿿]{0,6}(?:药厂|药企|车厂|客户|伙伴|初创|公司|大厂|企业|集团|巨头|龙头|厂商|机构|基金|银行|车企|平台|同业|商))?$"
)
_UNDER = lazy.compile(
    r"(?:子公司|附属(?:公司|企业)?|旗下(?:的)?[^,;。]{0,8}|参股公司|联营公司|承销商|保荐(?:人|机构)|主办券商|财务顾问|法律顾问|审计机构|核数师)(?:为|是)?$"
    r"|\b(?:its|the) (?:[a-z-]+ ){0,3}(?:subsidiary|unit|arm|division|adviser|advisor|underwriter|auditor|broker|brokerage|bookrunner)\s$"
)
_WORK = lazy.compile(r"《[^《》]+》")
_OLDER = lazy.compile(r"(?:较|比|相比|是|为)(?:于)?(?:上一?代|前一?代|旧款|老款|同类|前作|现役|竞品|对手)(?:产品|车型|芯片|机型|的)?\s?(?:[a-z]+\s)?$")  # 較上一代CX700算力提升2.5倍
_IS_HOLDER = lazy.compile(r"(?:股东|持有人|控制人)[^,;。]{0,4}(?:是|为|包括)[^,;。]*$|\b(?:shareholders?|owners?|investors?) (?:is|are|was|were|include[sd]?) [^,;.]*$")  # 第一大股東為甲,持股16.9%
# A clause that begins so counts a whole market: "global shipments fell 2% to 289 million units".
_MARKET = lazy.compile(
    r"^\W*(?:(?:其中|而|目前|据悉|此外),?)?(?:[他她](?:则|也|还|更)?(?:预[估计测期料]|估计?|认为|指出),?)?\s*(?:同期|期间|期内)?(?:全球|我国|中国|全国|国内|世界|全行业)(?!最|首|第|领先|总部|员工|雇员|职员|人手|门店|分店|网点|用户|客户)[^,;。]{0,14}$"
    r"|^\W*(?:and |while |but |as )?(?:the )?(?:global|worldwide|world|industry-?wide|nationwide|domestic|china's|chinese|u\.?s\.?|european|japanese)\s(?!(?:head|work|team))[^,;.]{0,40}$"
)
LISTED = lazy.compile(r"\s*(?:[、,和与及跟]|and|&|,\s*and)\s*")


def is_part(
    folded: str, start: int, measure: str, spans: Sequence[Span], entities: Mapping[str, Entity], blank: str = ""
) -> bool:
    """Whether words before a measure at `start` make it the figure of a part: 物流業務盈利, "cloud revenue".

    `blank` is the text with its periods blanked out, places kept.
    """
    before = folded[:start]
    counted = measure in ("customers", "users", "stores", "employees") and not folded[start : start + 1].isascii()
    if _BY_ONE.search(before[-8:]):
        return True  # 單店日均營業額
    if measure in _OF_LOANS and _SOME_LOANS.search(before[-16:]):
        return True  # 零售貸款不良率
    if measure in WHOLE and _FIRST_MONTH.search(folded[max(0, start - 6) : start + (folded[start : start + 1] in "月周日")]):
        return True  # 旗艦店1月開幕,首月營收1.2億元: the shop's
    if measure == "market-share" and _OF_A_MARKET.search(before[-16:]):
        return False  # 在德國家用儲能市場的市占率: a share is always of some market
    if measure not in WHOLE and not counted:
        return (measure in _CONTRIBUTED and before.rstrip().endswith(("贡献", "贡献了"))) or bool(_MODIFIED.search(before[-16:]))
    if _EXCLUDING.search(before[-24:]):
        return False
    if re.match(r"[季月年]", folded[start:]) and re.search(r"[一二三四首上下前去今\d]$", before):
        return False  # 第三季營收: the term begins inside the period
    plain = re.sub(r"(?:的|之)$", "", before.rstrip(" '\""))
    plain = re.sub(r"(?<=[㐀-鿿])\([^()]*\)$", "", plain)  # 安寧達(通用名:澤瑞尼)銷售額
    undated = blank[:start].rstrip(" '\"") if blank else plain  # X5去年銷售額 is the product's, whenever it was
    near = [s for s in spans if s.kind == "entity" and s.end in (len(plain), len(before.rstrip()), len(undated))]
    if near:
        return entities[near[-1].ids[0]].kind in ("product", "place")
    word = re.search(r"([a-z0-9&'.-]+)\s*$", plain)
    if word and word.end() == len(plain.rstrip()) and re.match(r"[a-z]", folded[start : start + 1]):
        token = word[1].strip(".'")
        after_name = any(s.kind == "entity" and s.end >= word.start() and s.start <= word.start() for s in spans)
        return not (
            _CLEAN_WORD.match(token) or after_name or plain.rstrip().endswith(("'s", "s'")) or token.endswith("ly")
        )
    dated = blank[:start].endswith(" ") and not before.endswith(" ")  # 截至6月底門店: what ends there is a period
    return not (dated or _CLEAN.search(plain[-12:]))


# "sold 61,000 vehicles abroad", "318 shops in Britain and 41 in Ireland": of a place, not of the whole.
_ABROAD = lazy.compile(r"\s?(?:[a-z-]+\s){0,2}(?:abroad|overseas)\b")
_IN_A_PLACE = lazy.compile(r"\s?(?:[a-z-]+\s){0,2}in\s(?:the\s)?$")


def in_a_place(folded: str, end: int, spans: Sequence[Span], entities: Mapping[str, Entity]) -> bool:
    """Whether a number of things that ends at `end` is counted in one place of several."""
    if _ABROAD.match(folded, end):
        return True
    for span in spans:
        if span.kind == "entity" and end < span.start < end + 40 and entities[span.ids[0]].kind == "place":
            more = re.match(r"\s?(?:,|and|,\sand)\s[\d,.]+(?:\s[a-z]+)?\sin\s", folded[span.end : span.end + 30])
            if more and _IN_A_PLACE.fullmatch(folded[end : span.start]):
                return True
    return False


def is_modified(folded: str, start: int) -> bool:
    """Whether a noun stands right before a measure: 氧化铝产量, but not 2025年产量."""
    return not _CLEAN.search(re.sub(r"的$", "", folded[:start].rstrip())[-12:])


def part_before(folded: str, begin: int, position: int, spans: Sequence[Span]) -> bool:
    """Whether folded[begin:position], up to a figure, speaks of a business, a division, a market."""
    words = _FINANCE.sub(lambda m: " " * len(m.group()), folded[begin:position])
    named = max((s.end for s in spans if s.kind == "entity" and begin <= s.end <= position), default=begin) - begin
    return bool(_UNIT_OF.search(words, max(0, named))) or bool(_SEGMENT_EN.search(words[named:]))


def is_breakdown(words: str) -> bool:
    """Whether the words of a sentence before a figure say that parts of a whole are told of.

    >>> is_breakdown("分业务看,耳机收入"), is_breakdown("按地区看,公司整体收入")
    (True, False)
    """
    told = _BREAKDOWN.search(words) or _SUBSIDIARY_TOLD.search(words) or _BRIGHT_SPOT.match(words)
    return told is not None and not _WHOLE_AGAIN.search(words, told.end())


def is_whole(words: str) -> bool:
    """Whether words go from a part back to the whole."""
    return bool(_WHOLE_AGAIN.search(words) or re.search(r"公司|集团|\bcompany\b", words))


class Owners:
    """Finds whose figure a sentence gives."""

    def __init__(self, names: Names) -> None:
        """Take the names, for the kinds of entities."""
        self._names = names

    def kinds(self, measure: str) -> tuple[str, ...]:
        """Return the kinds of entity that have such a figure at all, likeliest first: a person has no revenue."""
        known = self._names.measures.get(measure)
        kinds = tuple(k for k in known.kinds if k in _SUBJECT_KINDS) if known else ()
        if "company" in kinds or "product" in kinds:
            kinds = tuple(k for k in kinds if k != "place")
        return kinds if known and known.kinds else ("company", "product")

    def of(
        self, folded: str, text: str, spans: Sequence[Span], position: int, measure: tuple[int, int, str],
        carried: Sequence[str], begin: int,
    ) -> str | None:  # fmt: skip
        """Return the subject of the figure at `position` of a measure at measure[:2], or None for nobody."""
        kinds = self.kinds(measure[2])
        named = self._may_own(folded, spans, position, measure, carried)
        chosen = self._chosen(folded, named, position, measure, carried, spans)
        last = chosen[-1] if chosen else None
        if self._of_a_part_named(folded, spans, last, position, measure):
            return None
        if instead := self._spoken_of_again(folded, last, last.end if last else begin, position, kinds, carried):
            return instead
        after = last.end if last else begin
        if last is None and _PEERS_TOLD.match(folded[:position]) and not FIRM_AGAIN.search(folded, 0, position):
            return None  # 同行裡,甲去年交付2100台;乙賣出640台: of none that is spoken of
        if PEER.search(folded[after:position]) and not _PEER_OF.search(folded[after:position]):
            return None
        if _SUBSIDIARY.search(folded, after, position):
            return None
        if kinds[:1] == ("product",) and _WORK.search(folded, after, position):
            return None  # 旗下《山海行》首月流水: that of a work no name stands for
        if kinds[:1] == ("product",) and (_BEFORE_IT.search(folded, after, position) or _in_another(folded, named, position)):
            return None  # 前代Tidal S,算力只有12: of one that no name stands for; 搭載X1的開發箱,售價899美元
        if strangers.between(folded, text, strangers.without_bodies(spans, self._names.entities), after, position):
            return None
        if measure[2] in WHOLE and (self._of_a_product(folded, spans, position, measure[0]) or (last is None and self._of_this_thing(folded, position, carried))):
            return None
        if last is None:
            return self._carried_on(folded, spans, begin, position, kinds, carried)
        index = named.index(last)
        if index and LISTED.fullmatch(folded[named[index - 1].end : last.start]) and named[index - 1].ids != last.ids:
            return None
        return last.ids[0] if len(last.ids) == 1 else None

    def _of_a_part_named(self, folded: str, spans: Sequence[Span], last: Span | None, position: int, measure: tuple[int, int, str]) -> bool:
        """Whether a figure is that of a subsidiary behind whose name nobody else stands, or of a thing: its heart pump, whose sales rose 41%."""
        begin = max(folded.rfind(mark, 0, position) for mark in ";。") + 1
        told = _SUBSIDIARY_NAMED.search(folded, begin, position)
        if told and (last is None or last.start < told.start("who") or last.end < told.end("who")) and not FIRM_AGAIN.search(folded, told.end(), position):
            return True
        whose = _WHOSE.search(folded, max(0, measure[0] - 60), measure[0]) if 0 <= measure[0] <= position else None
        return whose is not None and not any(s.kind == "entity" and 0 <= whose.start() - s.end <= 1 for s in spans)

    def _may_own(self, folded: str, spans: Sequence[Span], position: int, measure: tuple[int, int, str], carried: Sequence[str]) -> list[Span]:
        """Those named before a figure who may have it, without what another is made with."""
        named = _owning(folded, [s for s in self._named(spans, self.kinds(measure[2]), folded) if s.end <= position], carried, measure[2])
        return [s for s in named if _of_the_piece(folded, s.end, position, measure) or not self._is_inside(folded, s, named, carried)]

    def _chosen(self, folded: str, named: Sequence[Span], position: int, measure: tuple[int, int, str], carried: Sequence[str], spans: Sequence[Span]) -> Sequence[Span]:
        """Those of `named` whose figure it may be by where they stand; the last one counts."""
        leading = [s for s in named if s.start >= measure[1] and _LEADS_UP.search(folded[max(0, s.start - 12) : s.start])]
        within = [s for s in named if measure[0] <= s.start and s.end <= measure[1]]  # "shares in Oriel Group" is one term
        chosen = leading or within or [s for s in named if s.end <= max(measure[0], 0)] or (named if measure[0] > position else [])
        if measure[2] == "target-price":  # what a house thinks a share is worth is never its own
            return [s for s in chosen if not HOUSE.search(folded, s.start, s.end) and not BROKER.search(folded, s.start, s.end)]
        if measure[2] in _OF_A_ROUND:  # 由甲領投,投後估值41億元: not who backed it
            return [s for s in chosen if not is_backer(folded, s)]
        if measure[2] in _OF_A_LICENCE:  # 甲把新藥授予乙,首付款1.8億美元: of who gives the licence
            return self._givers(folded, chosen, carried, spans)
        return chosen

    def _carried_on(self, folded: str, spans: Sequence[Span], begin: int, position: int, kinds: Sequence[str], carried: Sequence[str]) -> str | None:
        """Who has a figure before which nobody is named: one that is spoken of."""
        if _THE_FIRST.search(folded, 0, position):
            return None
        causes = {s.ids[0] for s in spans if s.kind == "entity" and s.start > position and _CAUSE.search(folded, position, s.start)}
        held = {self._names.entities[i].kind: i for i in reversed(carried) if i not in causes}
        if "person" in kinds and "person" in held and _HOLDS.match(folded):
            return held["person"] if not any(held["person"] in s.ids for s in spans) else None  # she holds 36%, her husband 12%
        kind = "product" if "product" in kinds and "product" in held and this_thing(folded) else next((k for k in kinds if k in held), None)
        if kind == "product" and self._another_firm(folded, spans, begin, position, carried):
            return None  # 進度最快的煦和生物…,保護效力87.9%: of the product of another firm, which is not named
        return held[kind] if kind else None

    def _givers(self, folded: str, chosen: Sequence[Span], carried: Sequence[str], spans: Sequence[Span]) -> list[Span]:
        """Those who may give a licence: firms, but not the one that gets it; else what is licensed, where no firm is spoken of."""
        firms = [s for s in chosen if self._names.entities[s.ids[0]].kind == "company"]
        takers = {s.ids[0] for s in spans if s.kind == "entity" and _LICENSED_TO.search(folded[max(0, s.start - 64) : s.start])}
        givers = [s for s in firms if s.ids[0] not in takers]
        spoken_of = any(self._names.entities[i].kind == "company" and i not in takers for i in carried)
        return givers or ([] if spoken_of else [s for s in chosen if s not in firms])

    def _spoken_of_again(self, folded: str, last: Span | None, after: int, position: int, kinds: Sequence[str], carried: Sequence[str]) -> str | None:
        """Who folded[after:position] goes back to without a name: the firm for 公司, unless it is the last named, the thing spoken of for 該作."""
        held = {self._names.entities[i].kind: i for i in reversed(carried)}
        if "product" in kinds and "product" in held and A_THING.search(folded, after, position):
            return held["product"]
        firm = last is not None and self._names.entities[last.ids[0]].kind == "company"
        if "company" in kinds and "company" in held and (last is None or not firm or _is_beside(folded, last)) and FIRM_AGAIN.search(folded, after, position):
            return held["company"]
        return None

    def _is_inside(self, folded: str, span: Span, named: Sequence[Span], carried: Sequence[str]) -> bool:
        """Whether a product is what another, spoken of already, is made with: 搭載8顆HBM3E,容量192GB."""
        entities = self._names.entities
        if entities[span.ids[0]].kind != "product" or not is_inside(folded, span):
            return False
        others = (*(s.ids[0] for s in named if s.end <= span.start), *carried)
        return any(entities[i].kind == "product" and i != span.ids[0] for i in others)

    def _of_a_product(self, folded: str, spans: Sequence[Span], position: int, measure: int) -> bool:
        """Whether a product alone stands before a figure whose measure is told behind it: 雙抗嶺安寧首年即實現14.8億元銷售額."""
        part = max(folded.rfind(mark, 0, position) for mark in ",;。") + 1
        named = [s for s in spans if s.kind == "entity" and part <= s.start < position]
        last = self._names.entities[named[-1].ids[0]].kind if named else ""
        return measure > position and last == "product" and not _DRIVES.search(folded, named[-1].end, position)

    def _of_this_thing(self, folded: str, position: int, carried: Sequence[str]) -> bool:
        """Whether a figure is of a thing pointed at, of which a company's measure is told: 這個牌子上半年銷售額7.46億元."""
        things = any(self._names.entities[i].kind == "product" for i in carried)
        return things and this_thing(folded) and not _OF_THE_FIRM.search(folded, 0, position)

    def _another_firm(self, folded: str, spans: Sequence[Span], begin: int, position: int, carried: Sequence[str]) -> bool:
        """Whether a company that is not spoken of stands as a subject in the part of a sentence before a figure."""
        firms = [s for s in spans if s.kind == "entity" and not s.weak and begin <= s.start < position and self._names.entities[s.ids[0]].kind == "company"]
        return any(not set(s.ids) & set(carried) and not is_source(folded, s) and not _OBLIQUE.search(folded[:s.start][-90:]) for s in firms)

    def _named(self, spans: Sequence[Span], kinds: Sequence[str], folded: str) -> list[Span]:
        appositions = _appositions(folded, spans)
        return [
            s for s in spans
            if s.kind == "entity" and not s.weak and self._names.entities[s.ids[0]].kind in kinds
            and not AGAINST.search(folded[max(0, s.start - 14) : s.start])
            and not is_source(folded, s)
            and not _OLDER.search(folded[max(0, s.start - 24) : s.start])
            and not (_CARRIES.search(folded[max(0, s.start - 12) : s.start]) and folded.startswith("的", s.end))
            and not any(a <= s.start < b for a, b in appositions)
            and not (self._names.entities[s.ids[0]].kind == "institution" and _LISTED_ON.match(folded, s.end))
        ]  # fmt: skip


# 成本降4%,得益於甲礦的水電站: of whom the text is about, not of what it is thanks to.
_CAUSE = lazy.compile(r",[^;。]{0,16}(?:得益于|受益于|受惠于?|归功于|由于|拖累|因为?)[^,;。]{0,12}$|,? (?:thanks to|because of|owing to|due to|helped by|driven by|on the back of) (?:the |its |a )?(?:[a-z-]+ ){0,3}$")
_LISTED_ON = lazy.compile(r"(?:主板|科创板|创业板)?(?:上市|挂牌|上柜|买卖|敲钟)")  # 在上交所上市,員工7860人
# 前五大廠合計出貨418GW,市占率61.1%: of several, and not of whom the text is about.
_THE_FIRST = lazy.compile(r"前[两二三四五六七八九十\d]+(?:大|名|强|家)?(?:厂|企业|公司|品牌|业者|车企|药企|银行|券商|房企|玩家|平台|(?=合计|共|总))|\btop (?:two|three|four|five|six|eight|ten|\d+) (?:vendors|makers|brands|firms|companies|players|suppliers|carriers|banks)\b", re.I)


_NOT_SUBJECT = lazy.compile(r"(?:[经由在于向与]|\b(?:in|at|by|with|from|to))\s*$")
_LEADS_UP = lazy.compile(r"(?:^|[,;:、]|\b(?:at|of|for|by|and|(?:shares?|stock|stakes?) in))\s*$")
_HOLDS = lazy.compile(r"(?:[他她](?:则|也|还|仍|目前)?|(?:he|she) (?:now |still )?)(?:持股|持有|直接持|holds?|owns?|keeps?)")
# 授予|授權給|許可給 乙: who gets a licence.
_CONTRIBUTED = frozenset("recurring-revenue gross-merchandise-value new-business-value premium-income orders".split())  # 這項產品貢獻ARR 900萬元
_OF_A_TARGET = frozenset(("impairment", "goodwill"))
_TAKEN_OVER = lazy.compile(r"(?:收购|并购|购入|投资)(?:的)?[^,;。]{0,10}$")
_OF_A_LICENCE = frozenset(("upfront-payment", "milestone-payments", "deal-total", "license-fee"))
_LICENSED_TO = lazy.compile(r"(?:授[予给]|授权(?:给|予)?|许可给|转让给|出让给|卖给|售予|交给|让与|独家授)(?:了)?[^,;。\d]{0,14}$|\b(?:licen[cs]ed|sold|granted|out-licen[cs]ed|rights) [^,;.]{0,40}?\bto\b[^,;.]{0,24}$")


_OF_THE_FIRM = lazy.compile(r"公司|集团|本行|全司")
_DRIVES = lazy.compile(r"[带推拉]动|驱动|贡献|使|令|让|助|\\b(?:help|drove|driv|push|lift|boost)")


def _appositions(folded: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where words stand between a name that opens a sentence and its verb, and say who that is: "Orlane Group, the owner of A, B and C, posted"."""
    first = min((s for s in spans if s.kind == "entity"), key=lambda s: s.start, default=None)
    told = _APPOSED.match(folded, first.end) if first and not folded[: first.start].strip(" \"“'") else None
    return [told.span("who")] if told else []


def is_inside(folded: str, span: Span) -> bool:
    """Return whether words around the name of a product say that it is a part of, or in, another thing.

    >>> is_inside("搭载甲芯片", Span(2, 3, "entity", ("a",))), is_inside("甲芯片搭载乙", Span(0, 1, "entity", ("a",)))
    (True, False)
    """
    if _INSIDE.search(folded, max(0, span.start - 48), span.start):
        return True
    return bool(_IS_A.search(folded, max(0, span.start - 48), span.start) and _GOES_ON.match(folded, span.end))


def _in_another(folded: str, named: Sequence[Span], position: int) -> bool:
    """Whether the last product named before a figure is only told of as what another is made with."""
    before = [s for s in named if s.end <= position]
    return bool(before) and bool(_MADE_WITH.search(folded, 0, before[-1].start)) and bool(_IS_WITHIN.match(folded, before[-1].end))


_BEFORE_IT = lazy.compile(r"(?<![较比于])(?:前代|前作|上一?代|旧款|老款|前一代)(?:产品|机型|车型|的)?|\b(?:predecessor|previous (?:model|generation))\b")
_OF_A_PIECE = frozenset("weight thickness torque engine-power diameter battery-life".split())
_OF_ALL_OF_IT = lazy.compile(r"(?:总|机身|整机|整车|全车|车重?|续航)$")
_FIGURE = lazy.compile(r"\d[\d,.]*")
_OF_A_CHIP = frozenset("compute cores frequency process-node transistor-count die-size".split())  # what is told of a chip where it is said to be inside
_INSIDE = lazy.compile(
    r"(?:搭载|搭配|采用|配备|使用|内建|内置|集成|预装|基于|配上?|用上?|换[上成]|改用|沿用|整合|装有|升级[到至])了?[^,;。:]{0,10}$|(?:搭载|搭配|配备|内建|内置|预装)了?[^,;。:]{0,40}$|(?<!自)由[^,;。:]{0,8}$|(?:运行|跑)了?[^,;。:]{0,4}$|把[^,;。:]{0,24}[“「『]$|(?:配置|规格)(?:最低)?(?:要求|需要?)(?:为|是)?$"
    r"|\b(?:uses?|using|powered by|runs? on|running|built on|based on|fitted with|equipped with|carries|houses|ships with|comes with)(?: [a-z0-9-]+){0,5} $"
)
# 乙是一套把代碼編譯到甲系列芯片上的工具: of the tool.
_IS_A = lazy.compile(r"(?:是|为)(?:一[款套种项颗台个]|首[款套种项颗台个])[^,;。]{0,30}$")
_GOES_ON = lazy.compile(r"[^,;。]{0,16}的[\u3400-\u9fff]{2,8}(?:[,;。]|$)")
_MADE_WITH = lazy.compile(r"(?:搭载|采用|配备|使用|内建|内置|基于)了?\s*$")
_IS_WITHIN = lazy.compile(r"的[^,;。]{2,24},")


def _of_the_piece(folded: str, after: int, position: int, measure: tuple[int, int, str]) -> bool:
    """Whether a figure behind what a thing is made with is told of that: 內置感測器「甲」,重4.6克, but not 機身重1.8公斤."""
    between = folded[after:position]
    if ";" in between or any(_OF_ALL_OF_IT.search(folded, after, max(after, at)) for at in measure[:2]):
        return False
    return measure[2] in _OF_A_CHIP or (measure[2] in _OF_A_PIECE and not _FIGURE.search(between))


def _is_beside(folded: str, span: Span) -> bool:
    """Whether somebody is named as a backer, a judge or a place, and not as whom a clause is about."""
    return is_related(folded, span.start, span.end) or is_backer(folded, span) or is_source(folded, span) or bool(_NOT_SUBJECT.search(folded, 0, span.start))


def is_under(before: str) -> bool:
    """Return whether a name after the folded words `before` is a part of, or works for, whom the text is about.

    >>> is_under("财险子公司"), is_under("主办承销商"), is_under("保险公司")
    (True, True, False)
    """
    return bool(_UNDER.search(before))


def is_beside(before: str) -> bool:
    """Return whether a name after the folded words `before` is taken along by whom they begin with.

    >>> is_beside("澄岸生物与瑞士药企"), is_beside("与")
    (True, False)
    """
    return bool(_WITH.search(before))


def _owning(folded: str, named: list[Span], carried: Sequence[str], measure: str) -> list[Span]:
    """Those named, without whoever is only taken along by another."""
    out: list[Span] = []
    for span in named:
        if is_beside(folded[: span.start]) or (named_as(folded[: span.start]) and not (measure == "shareholding" and _IS_HOLDER.search(folded[max(0, span.start - 24) : span.start]))):
            continue  # 保薦機構為臨江證券,擬募集32億元: what the sponsor is, and nothing of the sponsor
        if measure in _OF_A_TARGET and _TAKEN_OVER.search(folded[max(0, span.start - 16) : span.start]):
            continue  # 收購子公司甲形成的商譽減值: of who took it over
        beside = _OBLIQUE.search(folded[max(0, span.start - 90) : span.start]) or is_backer(folded, span)
        if not (beside and (out or carried)):
            out.append(span)
    return out


def is_counted_by_others(folded: str, begin: int, position: int, spans: Sequence[Span], entities: Mapping[str, Entity]) -> bool:
    """Whether a figure at `position` is one that an agency counted of a whole market: nobody is named behind the agency."""
    told = _AGENCY.search(folded, begin, position)
    firms = (s for s in spans if s.kind == "entity" and entities[s.ids[0]].kind in ("company", "product"))
    return told is not None and not any(told.end() <= s.start < position and not is_source(folded, s) for s in firms)


def is_market(clause: str) -> bool:
    """Whether the folded words of a clause before a figure speak of a whole market.

    >>> is_market("global smartphone shipments fell "), is_market("全球出货量达"), is_market("公司全球出货量达")
    (True, True, False)
    """
    return bool(_MARKET.match(clause))


# Behind them a profit is the company's without them: 撇除投資波動的營運溢利.
_EXCLUDING = lazy.compile(r"(?:撇除|撇开|剔除|扣除|不计|未计|不包括|不含|排除)[^,;。]{2,20}的?$")
_OF_A_ROUND = frozenset(("valuation", "funding-amount", "total-funding"))
_PEER_OF = lazy.compile(
    r"(?:高于|低于|优于|领先|超过|超越|不及|快于|above|below|ahead of|than|outpac\w+)[^,;]{0,8}(?:同业|同行|对手|rivals?|competitors?|peers?)|\bother than\b|among others"
)
