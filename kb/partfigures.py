"""Whether a figure is a part's: a segment's, a product line's, a place's, and not that of the whole.

物流業務盈利 and "cloud revenue" are no profit and no revenue of their company. All patterns are matched
against folded text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kb import lazy
from kb.model import Entity
from kb.names import Span

# Measures of a company as a whole: a modifier before them makes them a part of it.
WHOLE = frozenset(
    "revenue net-profit net-profit-attributable net-profit-excl-nonrecurring adjusted-net-profit gross-profit gross-margin "
    "operating-profit operating-margin total-profit ebitda ebit net-margin roe eps rd-expense operating-expense "
    "sales-expense admin-expense finance-expense rd-ratio expense-ratio operating-cash-flow capex".split()
)
_CLEAN = lazy.compile(
    r"(?:^|[,;:。、(\[\s\"“”《》'\d>%)]|公司|集团|本行|该行|(?<!投资)(?<!私人)(?<!零售)银行|企业|我们|该厂|全年|年度|单季度?|单月|季度?|上半年|下半年|半年|期内|季内|年内|月内|[年季月]来|期间|同期|当期|本期|整年"
    r"|合并|累计|分别|依[次序]|实现|录得|预计|预期|预估|估计|料|将|为|年|月|日|度|报|总|整体|是|和|与|及|并|同时|而|但|使得?|令|推动|公布|披露|显示|达到?|取得|创造|完成|获得"
    r"|在营|现时|如今|眼下|审计|审核|核数|口径|更正|重述|追溯|备考|则|后|前|方面|股东|合计|应占|基本|稀释|摊薄|主要|连续|不仅|不过|然而|此外|另外|至于|惟|给出|列出|列示|载列|载明|列明|提出|定下|订下|制定|设定|[在关对]于|把|被|即|虽然|尽管|当年|每年|去年|今年|明年|上年|税前|税后|经营|净|综合|约|近|历史|最新|发布|实际|出现|仍|未|有|没有|到|至"
    r"|对应|相应|预留|拨出|安排|编列|加大|扩大|缩减|压缩|削减|控制|减少|赚取|赚得|斩获|收获|交出|缴出|端出|写下|创下|刷新|呈现|守住|保住|达成|因此|因而|财|且|并且|仅|只|已|曾|才|却|反而|折合|[该当本]财?[年季月]|以|对|从|由|较|比|其|他|她|自|公告|称|表示|指出|说|扣非|后的|者的|单|不|无|再|又|也|亦|都|均|在|首次|创|[拉带]动|推[升高]|拉[升高]|影响|确认|报告|归母|其中|上市|超|亿元?|万元?|左右"
    r"|美元|新台币|台币|人民币|当季|上季|本季|次季|首季|末季|上月|本月|当月|去|今|明|旗下|母公司|同比|环比|业绩|财务|数据|全球|全职|正式|在职|在册|在岗|全行|全所|全体|季末|期末|年末|月底|季底|年底|现有|依旧|依然|照样|照旧|持续|继续|保持|提高|提升|增加|改善|降低|拖累|侵蚀|维持|目标|计划|规划|[上下][调修]|审计|初步|快报|可比|更正|修正|调整|重述|备考|并表)$"
)
_CLEAN_WORD = lazy.compile(
    r"^(?:a|an|the|it|they|we|which|who|also|its|their|his|her|our|total|net|gross|annual|yearly|quarterly|monthly|full-?year|half-?year|full|half|group|group's|groupwide|consolidated|overall"
    r"|first|second|third|fourth|first-quarter|second-quarter|third-quarter|fourth-quarter|first-half|second-half|nine-month|quarter|quarter's|year|year's|fiscal|month|record"
    r"|own|company|company's|firm|firm's|bank|bank's|and|of|in|with|on|to|for|from|by|as|while|but|that|whose|which|where|when|after|having|combined|attributable|underlying|adjusted|basic|diluted|gaap|non-gaap"
    r"|reported|report|reports|posted|posts|posting|expects?|expected|forecasts?|projected|generated|had|made|makes|saw|sees|earned|booked|recorded|records|achieved|operating|higher|lower|increased|decreased|strong|weak"
    r"|rising|falling|delivered|announced|published|said|says|is|was|were|are|has|have|more|less|than|on-year|year-on-year|estimated|unaudited|audited|restated|corrected|revised|actual|cumulative|main|core|pre-tax|after-tax"
    r"|than|between|no|not|only|about|over|under|still|also|both|\d{4}|\d+|q[1-4]|h[12]|fy\d*|[1-4]q|[12]h|ltd|inc|corp|co|plc|cut|cuts|cutting|boosted|boosting|lifted|lifting|pushed|pushing|drove|driving|sending|sent|leaving|left|bringing|taking|took|helping|raising|raised|swung|turned|narrowed|widened|turning|lifts?|raises?|boosts?|reduce[sd]?|trim(?:s|med)?|slash(?:es|ed)?|doubles?|grow|push|drive|hike[sd]?|improve[sd]?|wider|narrower"
    r"|beside|besides|against|despite|into|plus|this|last|next|including|towards?|through|because|since|though|although|previous|latest|interim|audited|statutory|headline|now|already|again|targets|targeted|targeting|aims|guided|guides|projects|planned|plans|seeks|budgeted|pencilled|sees|anticipates)$"
)
_MODIFIED = lazy.compile(
    r"(?:放电|持股|所持|流片|封装|测试|研制|维修|安装|访客|旅客|渠道|代理|银保|海外|境外|境内|国内|国外|在建|规划|闲置|付费|新增|活跃|线上|线下|核心|大|直营|加盟|潜在|签约|子公司|同业|行业|市场|竞争对手|(?:[该这此]类|[该这此]部分)[^,;。\d]{0,8}|(?<![该本原工总])厂|工厂|厂区|产线)的?$|\b(?:overseas|domestic|international|online|paying|new|rival|industry|potential)\s+$"
)
_OF_A_MARKET = lazy.compile(r"(?:市场|行业|赛道|领域)的?$")
_FIRST_MONTH = lazy.compile(r"(?:首|第一个?)[日周月]的?$")
_OF_LOANS = frozenset(("non-performing-loan-ratio", "provision-coverage", "non-performing-loans"))
_SOME_LOANS = lazy.compile(r"(?:零售|对公|公司类?|个人|消费|经营|小微|信用卡|住房|房地产|地产|商业|按揭|房贷|车贷|科技|涉农|普惠|制造业)[^,;。\d、]{0,6}$")
_BY_ONE = lazy.compile(r"(?:单店|单车|单台|单机|单客|单件|日均|每店|每日|每天|单日)的?$")
_UNIT_OF = lazy.compile(
    r"(?:^|[,;:])([^,;:]{0,14}?(?:业务|分部|板块|事业群|事业部|业务线|产品线|子公司|附属公司|部门|门店|赛道|行业|产业|市场|渠道|品类|地区|区域|大区|工厂)(?:方面)?)"
    r"(?=则|亦|也|由|转|实现|录得|的?营|的?收|的?净|的?盈|的?亏|的?毛|的?销|今|去|上|同|预|占|贡献|为|,|20\d\d|前[三9九]|首[季三]|第[一二三四]|全年|单季|本季|[一二三四]季)"
)
_SEGMENT_EN = lazy.compile(
    r"\b(?:segment|division|unit|business|subsidiary|arm|industry|market|sector|category|region)\b(?!es)(?!'s? (?:total|overall))"
)
_FINANCE = lazy.compile(r"财务方面|业绩方面|经营方面|市场方面|公司业务|主营业务|整体业务|全部业务")
# A sentence that begins so tells of the parts of a whole: 車型上,…; 分業務看,…; "By segment, …".
_BREAKDOWN = lazy.compile(
    r"(?:[按分以从](?:产品|业务|地区|区域|车型|机型|品牌|渠道|板块|品类|航线|用途|行业|应用|终端|市场|客户|部门|分部|路线|类别|项目)(?:线|别|类型|领域|结构)?(?:来?看|划分|区分|计算?|拆分|分)?|(?:车型|机型|品类|航线)(?:上|方面|层面))[,:]|(?:^|[;。])[^,;。]{2,16}?(?:是|成为|依然是|仍是)[^,;。]{0,8}(?:亮点|支柱|引擎|拖累|重灾区|增长点|强项|大头|短板|功臣)[^,;。]{0,6},"
    r"|^[^,;.]{3,48} (?:was|is|remained|were|proved) (?:the|a|an) (?:[a-z]+ )?(?:bright spot|star|standout|drag|weak spot|laggard|engine|exception|(?:best|worst|strongest|weakest|fastest|slowest)[a-z-]*(?: (?:performing|growing))? (?:region|market|business|unit|segment|division|category))[^,;.]{0,24}[:,;]"
    r"|\bby (?:segment|product|region|model|division|geography|business|brand|market|category|route|product line)s?,"
)
# 維修保養是少數亮點,收入13.27億元: what follows is that of a line of business.
_BRIGHT_SPOT = lazy.compile(r"^[^,。;]{2,16}(?:则|仍|也|亦)?(?:是|成为|成了)[^,。;]{0,8}(?:亮点|支柱|引擎|短板|强项|增长点|来源|拖累),")
# 內地附屬維銀中國由盈轉虧: what follows is that of the subsidiary.
_SUBSIDIARY_TOLD = lazy.compile(r"(?:附属|子公司|参股公司|联营公司)(?:公司)?[^,;。]{0,10}?(?:由|转|录得|亏|赚|蚀|盈|营收|收入|净利|则)")
_WHOLE_AGAIN = lazy.compile(r"整体|综合|总体|总计|合计|全公司|公司总|集团总|\b(?:overall|group|company-wide|total|consolidated)\b")
MARGINS = frozenset("gross-margin operating-margin net-margin".split())
# "sold 61,000 vehicles abroad", "318 shops in Britain and 41 in Ireland": of a place, not of the whole.
_ABROAD = lazy.compile(r"\s?(?:[a-z-]+\s){0,2}(?:abroad|overseas)\b")
_IN_A_PLACE = lazy.compile(r"\s?(?:[a-z-]+\s){0,2}in\s(?:the\s)?$")
_CONTRIBUTED = frozenset("recurring-revenue gross-merchandise-value new-business-value premium-income orders".split())  # 這項產品貢獻ARR 900萬元
# Behind them a profit is the company's without them: 撇除投資波動的營運溢利.
_EXCLUDING = lazy.compile(r"(?:撇除|撇开|剔除|扣除|不计|未计|不包括|不含|排除)[^,;。]{2,20}的?$")


_ITS_OWN = lazy.compile(r"(?:它|公司|集团|该行|该公司)的$")


def is_part(
    folded: str, start: int, measure: str, spans: Sequence[Span], entities: Mapping[str, Entity], blank: str = ""
) -> bool:
    """Whether words before a measure at `start` make it the figure of a part: 物流業務盈利, "cloud revenue".

    `blank` is the text with its periods blanked out, places kept.
    """
    before = folded[:start]
    counted = measure in ("customers", "users", "stores", "employees") and not folded[start : start + 1].isascii()
    if _ITS_OWN.search(before[-6:]):
        return False  # 硬體佔營收約六成,這也讓它的毛利率只有31.9%
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
    if re.match(r"[季月年]", folded[start:]) and re.search(r"[一二三四首上下前去今财\d]$", before):
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
