"""Whether a figure is an aggregate: of several together, of peers, of a market or of a survey, and so nobody's.

All patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb import lazy
from kb.model import Entity
from kb.names import Span
from kb.sources import is_source

PEER = lazy.compile(
    r"同业(?!拆[息借放]|存[款单放]|借[贷款])|同行(?!业)|竞争对手|对手|另一家|另一间|友商|其他[^,;。]{0,6}(?:公司|企业|厂商)|\b(?:rivals?|competitors?|peers?|others?|the other)\b"
)
NOBODY = lazy.compile(
    r"(?<![季年月度])合计(?!营收|罚没)|[两二三四五六七八九十\d]家|一[个家](?:则|是|为|达|约|仅|只有)*$|[两二三四五六七八九十几]位[^,;。]{0,6}(?:创始人|创办人|股东|高管|董事|合伙人|员工|主管)|(?:[们等各]|公司|企业)的?总市值|combined(?! ratio)|together|同业(?!拆[息借放]|存[款单放]|借[贷款])|其他|其它|行业|业内|业者|产业(?!链)|其余|余下|整体(?!毛利|净利|营[收业]|收入|利润|业绩|净[息负]|经营|产能利用)|平均(?![约近达为仅]?[\d.]+ ?%|(?:股东|股本)?(?:权益|资金)回报|revpar|房价|票价|入住率|载客率|利用率|客单价|出租率|租金|运价|电价|单位|薪酬|月薪|收入(?:\(|为[^,;。]{0,6}[\d.]+[港新]?元)|存货|应收|库存|售价|单价|总资产|净资产|融资|年龄|船龄|机龄|借贷|贷款|每)|人均|户均|每家|全国(?!拥有|共有|共设|设有|已有|布局|开设)|全市场|各家|peers?\b|\bindustry|\baverage\b(?! (?:(?:reali[sz]ed|selling|sales?|unit|transaction|ticket|room|daily|monthly|weekly|order|basket|passenger|power|electricity|freight|charter|gold|copper|oil|gas|coal|loan|deposit|interest|lending|net|home|house|flat) ){0,2}(?:prices?|fares?|rates?|rents?|revenue|occupancy|load|age|salary|pay|costs?|yields?|spend\w*|tariffs?|term|maturity|size|interest|margins?|utili[sz]ation|headcount|workforce)\b)|\beach\b|sector-wide|\bsome (?=report|of|compan|have|are)|\bevery\b|部分(?:企业|公司|厂商)|\banalysts\b|\banalyst (?:forecasts?|estimates?|expectations?)\b|\bconsensus\b|(?:多[名位]|[两二三四五六七八九十\d]+[名位]|不少|部分)分析师|分析师(?:们|普遍|平均|一致|预[期测估计]|共识|的)|市场(?:普遍)?预期|机构(?:普遍)?预[期测]"
)
# 毛利率35.2%,為同業最高,EPS 4.4元: where the figure before stands among others, and none of theirs.
RANKED_AMONG = lazy.compile(
    r"[^,;。]{0,4}(?:同业|同行|业内|业界|行业|全行业|产业|[两二三四五六七八九十\d]家|各家|全市场|竞争对手|对手)(?:当?中|之中|里)?(?:的)?(?:最[高低大小好差快慢多少优]|第[一二三四五]|之冠|之首|居冠|居首|首位|居次|垫底|末位|(?:平均|一般)(?:水平|水准|值)?)(?:者|的一家)?(?=,)"
    r"|,? (?:the )?(?:highest|lowest|best|biggest|largest|smallest|fastest|weakest|most|least) (?:of|among|in) (?:its |the )?(?:peers|rivals|industry|group|field|sector)(?=,)"
)
# Anywhere before a figure in its clause: it is that of several.
TOGETHER = lazy.compile(
    r"(?<![季年月度])合计(?!营收|罚没)|(?:[们等各]|公司|企业)的?总市值|部分(?:企业|公司|厂商)|\b(?:total market value|of the (?:two|three|four|five|six)|combined(?! ratio)|together|every|some (?=report|of|compan|have|are))\b"
)
# 研究機構 X 發布全球出貨報告:全年出貨152萬台: a market's, unless somebody is named behind it.
_AGENCY = lazy.compile(
    r"(?:研究|调研|研调|咨询|市调|监测|数据|统计|顾问)(?:机构|公司|平台|院|中心)\s?[^,;。:]{1,30}?(?:发布|公布|统计|报告|数据|指出|显示|估计|预估|推估|预计|预测)[^;。]*?[,:]"
    r"|^(?![^,;。]*(?:公布|发布|披露|公告|交出|报出)[^,;。]{0,6}(?:营运|营业|运营|经营|业绩|财务|产销|生产|销售|交付|客流|流量|业务))(?:[^,;。]{0,10})(?:统计|数据|报告|资料)(?:显示|指出)?[,:]|\b(?:research|market) (?:firm|house|group|tracker) [^,;.]{1,40}[,:]"
)
# What people answered is no company's figure.
SURVEY = lazy.compile(r"受访|问卷|调查显示|调研显示|\b(?:survey\w*|respondents|polled)\b")
# A clause that begins so counts a whole market: "global shipments fell 2% to 289 million units".
_MARKET = lazy.compile(
    r"^\W*(?:(?:其中|而|目前|据悉|此外),?)?(?:[他她](?:则|也|还|更)?(?:预[估计测期料]|估计?|认为|指出),?)?\s*(?:同期|期间|期内)?(?:全球|我国|中国|全国|国内|世界|全行业)(?!最|首|第|领先|总部|员工|雇员|职员|人手|门店|分店|网点|用户|客户)[^,;。]{0,14}$"
    r"|^\W*(?:and |while |but |as )?(?:the )?(?:global|worldwide|world|industry-?wide|nationwide|domestic|china's|chinese|u\.?s\.?|european|japanese)\s(?!(?:head|work|team))[^,;.]{0,40}$"
)


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
