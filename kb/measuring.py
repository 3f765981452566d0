"""Which measure a figure is of: the one its own clause names, before it or right behind it.

Leaves out going on with the figure before (`kb.facts`), whose figure it is, and when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb import lazy
from kb.aspects import LOSS
from kb.impliedmeasures import implied_in
from kb.model import Quantity
from kb.names import Names, Span
from kb.roles import MeasureRoles
from kb.units import IN_ANY_UNIT, fits, is_change, is_money, is_rate, measures_in

_KF = lazy.compile(
    r"扣非|扣除非经常性损益|非经常性损益|excluding non-?recurring|after (?:deducting|non-?recurring)|excl\. non-?recurring|before non-?recurring"
)
_BY_SHARE = lazy.compile(r"(?:每股(?:基本|摊薄|稀释)?)$")
_BY_SHARE_AFTER = lazy.compile(r"^\s?per (?:diluted |basic |ordinary )?(?:share|ads)\b")
_CAUSE = lazy.compile(
    r"主因|主要由于|主要系|主要因|由于|因为|原因|受[^,]{0,12}影响|得益|源于|归因|归于|高于|低于|优于|领先于|\b(?:due to|because|thanks to|driven by|above|below|ahead of|as a result)\b"
)
# 毛利率走高靠兩點:一是自研晶片的導入率已到62%: of what is told as a reason.
_GROUNDS = lazy.compile(r":\s*(?:一是|一来|首先|其一|第一,|一方面)|:[^:,;。]{0,24}[\u3400-\u9fff]{2}率(?:已|为|达|约|则|升|降|提高|超|逾)")
# The word right behind a measure that makes it another one: 存貨減值, 研發投入佔比.
_OTHER = lazy.compile(
    r"^(?:减值|跌价|周转|占比|占[^,]{0,4}比|结构|质量|压力|部分|来源|口径|以外|之外|项目|门槛|中的|前\d)|^\s(?:share|mix|margin|target (?:price|multiple)|multiple|estimate|consensus)\b|^\sper\s(?!cent\b|(?:\w+\s)?share\b|ads\b)"
)
# These have no figure, or one that says nothing without the whole it is a share of.
_NO_FIGURE = frozenset(
    "education nationality birthplace listing-venue ticker headquarters website full-name business-scope share-of-total "
    "industry-of-company legal-representative sponsor auditor trial-phase market-rank".split()
)
_CAME_FROM = lazy.compile(r"(?:已|亦|并|则|会|将|可|料|也|有望|预计|预期|计划)*[由从自](?:[^,;。]|,(?=\d))*(?:至|到|为)[约近]?$| (?:[a-z]+ ){0,6}from [\d.,]+(?: [a-z]+)? to (?:about |around |nearly |some )?$")  # 員工由9,840人減至9,510人
_ABOUT = lazy.compile(r"[约达近超逾为]$")
# "…; deposits fell 1%": a word that is no measure everywhere is one where it is what moves.
_OPENS = lazy.compile(r"(?:^|[,;.] (?:and |while |but |as )?)(?:its |total |the |net |customer )?$")
_MOVED = lazy.compile(r" (?:rose|fell|grew|climbed|dropped|slipped|slid|declined|increased|decreased|jumped|surged|gained|edged|shrank|narrowed|widened|deepened|halved|doubled|tripled|plunged|soared|tumbled|stood at|totall?ed|reached|came to|amounted to|were|was|is) ")
_NET = lazy.compile(r"净|纯|税后|盈余|\bnet\b|bottom")
_NUMBER_OF = lazy.compile(r"(?:总数|人数|数量|规模|总量|数|量|群|们|基数|\b(?:number\w*|base|count|total\w*)\b)")
_COUNTED_BEHIND = lazy.compile(r"\s*(?:的|名|of|in|different|新|付费)?\s*")
_BEHIND = lazy.compile(
    r"\s*(?:的|(?:in|of|for|in an?)\s+)?(?:(?:annual|quarterly|total|net|full-year|yearly|20\d\d)\s)*(?:a\s)?"
)
_ROUND = lazy.compile(
    r"\s*的?(?:[a-h]\d?\+{0,2}|pre-?[a-z]\+?|天使|种子|战略|首|新一|系列)轮?(?:系列)?(?:股权|战略)?\s*"
)  # 10億元B輪融資
_STAGES = lazy.compile(r"\s?的?(?:研发|开发|注册|临床|监管|审批|商业化|销售|后续|潜在|[、,和及与]){0,8}|\s?in\s(?:(?:potential|development|clinical|regulatory|commercial|sales|and|future),?\s){1,6}")
_RATIO_BEHIND = lazy.compile(r"\s*的?(?:训练|推理|平均|综合|整体|年|全球|国内)?\s*")
# What the words behind a measure make of it.
_ELSE = {
    "project-investment": (lazy.compile(r"[约近逾]?[\d,.]+[千百万亿]*[港美]?元(?:人民币)?(?:在[^,;。]{1,8})?(?:回购|购回)"), "buyback"),
    "net-profit": (lazy.compile(r" of (?:about |nearly |up to |some |another )?[\d,]+ (?:jobs|posts|positions|roles)\b"), "layoffs"),
}
# 新作研發歷時五年,耗資3.2億元: what it took to make one thing.
_MADE = lazy.compile(r"(?:研发|开发|制作|拍摄|创作)(?!中心|基地|大楼|总部|园|区|商|厂|院|所|平台|项目)[^;。]{0,14}$")
_AS_SHARE = lazy.compile(r"(?:则|也|已|现)?占(?:比|总?营收|(?:公司|集团)?总?收入)?(?:的|为|约|近|达|逾|超过?|了)*(?=\d[\d.]*%)")  # 海外收入占14.2%
_EATS = lazy.compile(r"(?:仍|已|就|还|也)*(?:吃掉|占去|占掉|耗去|耗掉|用掉|花掉)(?:了)?(?:公司|全年|同期|总)?(?:营收|营业收入|收入)的?[约近逾]?(?=\d[\d.]*%)")  # 研發開支仍吃掉營收的41%
_IN_POWER = lazy.compile(r"[^;。\d]{0,24}\d[\d,.]*万?(?:吉瓦|兆瓦|千瓦|[gmk]w)(?!时|h)")  # 裝機量上,甲以14.8吉瓦…: of power, and not of pieces
_OF_HOTELS = lazy.compile(r"入住率|出租率|酒店|饭店|客房|宾馆|旅馆|revpar")
_TAKEN = frozenset(("耗资", "斥资"))
_PAYMENTS = frozenset("upfront-payment milestone-payments funding-amount penalty buyback dividend target-price issue-price".split())
_A = lazy.compile(r"\b(?:an?|its)\s$")
_COMPOUND = lazy.compile(r"-| (?:warning|forecast|target|margin|share|before|after)")
_STEPS = frozenset(("new-hires", "layoffs"))
_NEXT_TO = 16  # characters between such a verb and its number
_COUNTED_IN_TIMES = frozenset(("cycle-life", "downloads"))  # 循環壽命8,000次
_ORDERED = frozenset("orders new-orders order-count backlog".split())
# Units that figures of one measure alone have.
_ONLY_OF = {"nit": "brightness", "mAh": "battery-capacity"}
_COUNTED_ORDERS = frozenset(("backlog", "new-orders"))
_FLOWS = frozenset("deliveries shipments sales-volume output orders".split())  # 三家銷量: the three are not what is sold
_BEHIND_CHANGE = lazy.compile(
    r"\s*(?:year-on-year |yoy |sequential )?(?:increase|rise|jump|gain|growth|decline|drop|fall|decrease|surge|slump)\s(?:in|of)\s(?:its |the |net |total )*"
)
# Words of comparison and connection: where only these stand between two figures, they are of one measure.
_BARE_WORDS = (
    "同比 环比 按年 按季 按月 年增 年减 季增 季减 月增 月减 相比 相较 较 比 上年 上一年度 去年 前年 上季 上季度 上月 同期 同 当年 全年 单季 单季度 增长 增加 成长 上升 提升 提高 上涨 下降 "
    "下跌 下滑 减少 降低 衰退 大增 大降 大跌 大涨 劲增 猛增 激增 骤增 微增 微降 微跌 微升 增幅 降幅 跌幅 涨幅 增速 增长率 成长率 幅度 区间 收窄 缩小 扩大 缩窄 减亏 增亏 预增 预减 预计 预估 预期 金额 亏损 净亏 净亏损 净损 盈利 获利 溢利 扭亏为盈 "
    "转亏为盈 由盈转亏 由亏转盈 实现 录得 出现 大幅 显著 小幅 明显 略 略微 微 有所 继续 再 进一步 折合 约合 相当于 人民币 港币 分别 为 约 近 超 超过 逾 达 达到 至 到 由 从 的 了 则 亦 也 "
    "并 且 及 和 与 而 在 之间 后 末 底 初 期 间 其 仅 只 只有 还是 是 增 减 升 降 跌 涨 年 季 月 目标 定为 计划 设定 今年 明年 我们 上调 下调 回升 回落 左右 将 以上 水平 增长幅度 "
    "报 收报 上修 下修 调升 调降 调高 调低 修正 已 仍 维持 高 低 一年前 上年底 但 不过 却 惟 反而 反倒 反 却仍 前季 创 创下 刷新 改写 新高 新低 历年 历史 纪录 记录 次高 最高 最低 单月 转为 扭亏 变为 逆转为 前一年 前一季 前一季度 上一季 上一季度 前月 一路 逐年 连年 逐季 降到 降至 跌到 跌至 升到 升至 涨到 涨至 增到 增至 走低 走高 爬升 滑落 照样 照旧 这个数字 这一数字 该数字 这项数字 这一数据 重回 重返 夺回 位居 位列 名列 排名 稳居 居 排 榜首 首位 第一 第二 第三 第四 第五 冠军 亚军 季军 垫底 紧随其后 优于 好于 高于 低于 远高于 远低于 远远高于 远远低于 远超 远不及 远不如 远逊于 远好于 远优于 不及 不如 逊于 公司 集团 多出 高出 多 少 与此同时 同时 累计 合共 单月 连续 合计 已完成 急增 急升 急跌 急降 扩阔 拉阔 飙升 暴增 暴跌 骤减 骤降 骤升 锐减 锐降 劲升 剧增 剧降 剧减 陡增 陡降 重挫 下挫 急挫 跃升 倍增 激减 猛升 猛跌 猛降 猛减 大升 大减 狂升 狂增 暴升 暴减 跳升 跳增 缩水 多赚 少赚 续增 续升 续降 小增 小减 小升 小降 小跌 小涨 居首 居次 次之 领先 目前 现时 原先 原本 原来 先前 此前 早前 年初 当初 还 爬升 攀升 拉升 走高 走低 滑落 扩充 扩张 缩减 压缩 削减 腰斩 更正 改列 推高 拉高 压低 跌至 涨至 升至 降至 增至 减至 水准 共 实际 方面 给出 列出 口径 预告 所称 一年 亏 才 终于 截至 截止 年同期 年同期的 派 派发 派息 倒退 萎缩 "
)
_BARE_ENGLISH = (
    "up down rose rising rise fell falling fall grew growing growth increase increased increasing a the of by to "
    "from in for at on over during year years year-on-year yoy y/y qoq quarter-on-quarter sequentially earlier ago "
    "before last prior previous same period quarter half month compared with versus vs against than or and about "
    "around nearly some which was were is are it that while but had end as more less decrease decreased decline declines "
    "declined declining representing represents loss losses profit net narrowed narrowing narrower widened "
    "widening wider shrank shrinking improved improving worsened worsening deteriorated crept creeping inched ticked swelled swelling ballooned advanced advancing retreated softened eased easing hit hitting reaching reached reach triple double respectively "
    "respective basis expect expects expected forecast target compares higher lower then reduced jumped surged "
    "climbed dropped slipped slid slumped plunged soared tumbled dipped sank slipping jumping corresponding should could will seats equivalent totalled totaled amounted totalling amounting gain equal full whole interim restated swinging swung turning "
    "stand stands standing stood coming came comes company firm group better worse an narrows shrinks widens grows rises falls drops beating topping below above well far marking cumulative also its their s first second third fourth flat however though meanwhile nevertheless instead just only record "
)
_BARE = lazy.compile(
    r"\([^()\d]{0,24}\)|"  # (新台币,下同), (teu)
    + "|".join(sorted(_BARE_WORDS.split(), key=len, reverse=True))
    + rf"|\b(?:{'|'.join(sorted(_BARE_ENGLISH.split(), key=len, reverse=True))})\b"
    + r"""|[\s,、:()\"“”'+~-]"""
)


# "it paid HK$9m", "transactions worth HK$410m", "the hinge is rated for 500,000 folds": words of a measure in another sense.
_PAID = lazy.compile(r"(?:paid|pays?|paying)\b(?= (?:about |nearly |over |up to |more than |at least |some |around |a )?(?:[a-z]{1,3})?[$£€¥\d])")
_IS_PAID = lazy.compile(r"\b(?:is|was|are|were|be|been|being|gets?) $")
_IS_WORTH = lazy.compile(r"\b(?:is|was|are|were|be|been|now|it|company|firm|group|business|start-?up|unicorn)(?: (?:now|currently|then|already|still|about))? $")
_BOOKED = lazy.compile(r"book(?:s|ed|ing)?\b(?= (?:an? |its )?(?:[a-z-]+ ){0,2}?(?:charges?|loss(?:es)?|gains?|impairments?|provisions?|write-?downs?|profits?)\b)")
_SHIPS = lazy.compile(r"(?:\d|\b(?:the|its|their|new|more|two|three|four|five|six|seven|eight|nine|ten|container|cargo|cruise|supply|war|tank|of|each|a)) $")
_NUMBER_NEXT = lazy.compile(r"(?:s|ped|ping)? (?:about |nearly |over |some )?\d")
_THE_THING = lazy.compile(r"\b(?:the|its|their|each|an?) (?:(older|old|previous|earlier|last|rival|outgoing) |[a-z-]+ )?([a-z'’-]+) $")
_WHOLES = frozenset(
    "phone smartphone handset car vehicle device machine turbine model product robot humanoid drone laptop notebook tablet watch bike bicycle motorcycle truck van bus aircraft plane "
    "jet airliner satellite rocket ship vessel ferry yacht camera headset unit system suv sedan scooter printer tool console speaker monitor television newcomer animal train tram".split()
)
_DEAL_VALUES = lazy.compile(r"deal value[sd]? (?:[\w'’-]+ ){1,4}at\b")  # the deal values Oriel at $310m
_RATED = lazy.compile(r"rated\b(?= (?:for|at|to)\b)")


# Words before or behind a Chinese measure that make it another one: 收購均價, 公司債殖利率, 贖回負債, 員工持股平台.
_ELSE_BEFORE = {
    "loans": lazy.compile(r"(?:零售|个人|对公|小微|普惠|绿色|按揭|住房|住宅|信用卡|消费|制造业|房地产|科技|涉农|经营|民营企业)(?:类|性)?$"),
    "deposits": lazy.compile(r"(?:零售|个人|对公|活期|定期|住户|储蓄)(?:类)?$"),
    "revenue": lazy.compile(r"(?:避险|对冲|套保|处分|处置|投资|汇兑|理财|公允价值|一次性|非经常性|利息|租金|已实现|未实现)(?:的)?$"),
    "average-selling-price": lazy.compile(r"(?:收购|采购|回购|进货|购入|买入|增持|减持|成交|持仓|租赁|购回)(?:的)?(?:平均)?$"),
    "dividend-yield": lazy.compile(r"(?:债|债券|票据|年期)(?:的)?$"),
    "employees": lazy.compile(r"(?:涉及|影响|波及|遣散|裁减|裁撤|安置|裁掉|资遣)(?:的|约)?$"),
    "total-liabilities": lazy.compile(r"(?:赎回|合同|合约|租赁|递延|或有|保险|衍生(?:工具)?|金融)$"),
    "net-assets": lazy.compile(r"(?:单位|基金|累计)$"),
    "market-share": lazy.compile(r"[城超股夜菜楼上](?=$)"),  # 一二線城市占71%
    "contract-term": lazy.compile(r"(?:新规|规定|措施|条例|政策|禁令|停牌|展览?|试验|会议|活动|调查|培训)[^;。]{0,10}$"),
}
_ELSE_BEHIND = {
    "share-price": lazy.compile(r"(?:来|去)?(?:计算|计(?!为)|推算|折算|估算|测算|换算)"),  # 按收盤價計算,市值為…
    "shareholding": lazy.compile(r"(?:平台|计划|会|基金|人数|人)"),
    "acquisition-price": lazy.compile(r"[^,;。\d]{0,8}每(?:公斤|千克|公吨|吨|斤|桶|磅|盎司|头|只|度|克|公升|升|立方)"),
    "net-assets": lazy.compile(r"(?:比|率)"),
    "price-change": lazy.compile(r"(?:中|里|当中|收窄|扩大)"),
}


def _is_else_zh(folded: str, span: Span) -> bool:
    before, behind = _ELSE_BEFORE.get(span.ids[0]), _ELSE_BEHIND.get(span.ids[0])
    return bool(before and before.search(folded[max(0, span.start - 12) : span.start])) or bool(behind and behind.match(folded, span.end))


def is_else(folded: str, span: Span) -> bool:
    """Return whether a word that only may be a measure has another sense where it stands."""
    if not folded[span.start].isascii():
        return _is_else_zh(folded, span)
    before, measure = folded[max(0, span.start - 30) : span.start], span.ids[0]
    if measure == "salary" and before.endswith(("living ", "minimum ")):
        return True  # what a law sets
    if measure == "salary":
        return bool(_PAID.match(folded, span.start)) and not _IS_PAID.search(before)
    if measure == "acquisition-price":
        return bool(_DEAL_VALUES.match(folded, span.start))
    if measure == "valuation":
        return folded.startswith("worth", span.start) and not _IS_WORTH.search(before)
    if measure in ("new-orders", "orders"):
        return bool(_BOOKED.match(folded, span.start))
    if measure == "shipments" and folded.startswith("ship", span.start):
        return bool(_SHIPS.search(before)) and not _NUMBER_NEXT.match(folded, span.end)  # which runs 48 ships
    if measure == "weight" and folded.startswith("weigh", span.start):
        thing = _THE_THING.search(before)
        return thing is not None and (thing[1] is not None or thing[2] not in _WHOLES)  # the nacelle weighs 685 tonnes
    return measure == "satisfaction" and bool(_RATED.match(folded, span.start))


# 剔除股份支付後已有3000萬元盈利: what is left out of a figure has none.
_LEAVES_OUT = lazy.compile(r"(?:剔除|撇除|扣除|撇开|不计|未计|不含|不包括|排除|若不计)(?:一次性|相关|上述|该等)?(?:的)?$|\b(?:excluding|excludes|stripping out|strips out|leaving out) (?:[a-z-]+ ){0,3}$")
_WITHOUT_IT = lazy.compile(r"[^,;。\d]{0,10}?(?:后|外|的?影响|因素)|,? |$")


def _is_left_out(folded: str, span: Span) -> bool:
    """Whether a measure is what a figure is told without."""
    return bool(_LEAVES_OUT.search(folded, max(0, span.start - 24), span.start) and _WITHOUT_IT.match(folded, span.end))


_PAUSE = lazy.compile(r"[,;。.]")
_TELLING = frozenset(("brought in", "bring in", "brings in", "took in", "took", "generated", "turned over", "earned", "made"))
_BRACKETS = lazy.compile(r"\([^()]*\)")


def _in_closed_list(folded: str, found: Found, place: int) -> bool:
    """Whether a measure only stands in a list in brackets before a figure: ancillary revenue (bags, on-board sales) brought in €612m."""
    begin, end = folded.rfind("(", 0, max(0, found.start)), folded.find(")", found.end)
    inside = found.start >= 0 and folded.rfind(")", 0, found.start) < begin < found.start and found.end <= end < place
    return inside and "," in folded[begin:end]


@dataclass(frozen=True, slots=True)
class Found:
    """A measure named at folded[start:end]; start -1 when it goes on from the figure before."""

    start: int
    end: int
    id: str
    weak: bool
    loss: bool  # its name is that of a loss
    subject: str | None = None


def is_bare(words: str) -> bool:
    """Whether folded words between two figures (periods taken out) only compare and connect.

    >>> is_bare(",同比增长"), is_bare(",海外市场增长"), is_bare(", up "), is_bare(" from services, up ")
    (True, False, True, False)
    """
    return not re.search(r"[\w%]", _BARE.sub(" ", words)) and len(words) < 60


class Measuring:
    """Finds the measures of a sentence and which of them a figure is of."""

    def __init__(self, names: Names, roles: MeasureRoles) -> None:
        """Take the names of the measures and their roles."""
        self._names = names
        self._roles = roles

    def spans(self, folded: str, spans: Sequence[Span]) -> list[Found]:
        """Return the measures named, with net profit read as the adjusted one where one-off items are excluded."""
        out: list[Found] = []
        for span in spans:
            if span.kind != "measure" or span.ids[0] in _NO_FIGURE or _is_left_out(folded, span) or (span.weak and span.ids[0] == "shareholding") or is_else(folded, span):
                continue
            found = self._read(folded, span)
            last = out[-1] if out else None
            if last and last.id == found.id and folded[span.start : span.end] in _TELLING and not _PAUSE.search(_BRACKETS.sub("", folded[last.end : found.start])):
                continue  # ancillary revenue (bags, seats) brought in €612m: said already whose it is
            if (
                last
                and last.id == self._roles.adjusted
                and found.id in self._roles.net_profits
                and found.start - last.end <= 6
            ):
                out[-1] = replace(last, end=found.end, weak=False)
                continue
            if (
                last
                and found.weak
                and found.loss
                and last.id in self._roles.profits
                and re.fullmatch(r"[^,;。\d]{0,8}", folded[last.end : found.start])
            ):
                out[-1] = replace(last, end=found.end, loss=True)  # 歸母淨利潤虧損: one profit, called a loss
                continue
            if last and last.id == found.id and folded[last.end : found.start] in ("", "的", " "):
                out[-1] = replace(last, end=found.end, weak=False, loss=last.loss or found.loss)
                continue  # 營收複合年增長率: one measure in two terms
            out.append(found)
        for pattern, measure in implied_in(folded):
            if measure in self._names.measures:
                for m in pattern.finditer(folded):
                    start, end = m.span("at" if "at" in pattern.groupindex and m["at"] is not None else 0)
                    if all(f.end <= start or end <= f.start or f.weak for f in out):
                        out = [f for f in out if f.end <= start or end <= f.start]
                        out.append(Found(start, end, measure, False, bool(LOSS.search(m.group()))))
        return sorted((self._adjusted(folded, f) for f in out), key=lambda f: f.start)

    def _adjusted(self, folded: str, found: Found) -> Found:
        """A net profit right behind words that exclude one-off items is the adjusted one; 斥資1.2億元回購 is a buyback."""
        if found.id == "home-price" and "room-rate" in self._names.measures and _OF_HOTELS.search(folded):
            return replace(found, id="room-rate")  # 入住率72.5%,平均房價232元
        other = _ELSE.get(found.id if found.id not in self._roles.net_profits else "net-profit")
        if other and other[0].match(folded, found.end):
            return replace(found, id=other[1], loss=False, weak=False)
        if found.id == "project-investment" and folded[found.start : found.end] in _TAKEN and _MADE.search(folded, 0, found.start) and "development-cost" in self._names.measures:
            return replace(found, id="development-cost")
        if found.id == "overseas-revenue" and (share := _AS_SHARE.match(folded, found.end)) and "overseas-share" in self._names.measures:
            return replace(found, id="overseas-share", end=share.end())
        if found.id == "rd-expense" and (share := _EATS.match(folded, found.end)) and "rd-ratio" in self._names.measures:
            return replace(found, id="rd-ratio", end=share.end())
        if found.id == "installed-units" and _IN_POWER.match(folded, found.end) and "installed-capacity" in self._names.measures:
            return replace(found, id="installed-capacity")
        if found.id in self._roles.net_profits and _KF.search(folded[max(0, found.start - 14) : found.start].rsplit(",", maxsplit=1)[-1]):
            return replace(found, id=self._roles.adjusted)
        return found

    def _read(self, folded: str, span: Span) -> Found:
        measure = self._base(span.ids[0])
        words = folded[span.start : span.end]
        profit = measure in self._roles.profits
        loss = profit and bool(LOSS.search(words))
        left = re.split(r"[,;。]", folded[max(0, span.start - 24) : span.start])[-1] if profit else ""
        right = re.split(r"[,;。0-9]", folded[span.end : span.end + 34])[0] if profit else ""
        if measure in self._roles.net_profits and (_KF.search(left) or _KF.search(right) or _KF.search(words)):
            return Found(span.start, span.end, self._roles.adjusted, False, loss)
        if profit and (
            _BY_SHARE.search(left) or _BY_SHARE_AFTER.match(folded[span.end : span.end + 20])
        ):
            by = _BY_SHARE.search(left)
            return Found(span.start - (len(by.group()) if by else 0), span.end, "eps", False, loss)
        subject = _OPENS.search(folded[:span.start]) and _MOVED.match(folded, span.end)
        weak = (span.weak and not subject) or (measure == "net-profit" and not _NET.search(words))
        about = _ABOUT.search(words)  # 員工約: the word belongs to the number
        return Found(span.start, span.end - (len(about.group()) if about else 0), measure, weak, loss)

    def _base(self, measure: str) -> str:
        """The measure a growth rate is of: "revenue-growth" and "revenue-cagr" speak of revenue."""
        base = measure.removesuffix("-growth").removesuffix("-cagr")
        return base if base in self._names.measures else measure

    def of(
        self, folded: str, measures: Sequence[Found], quantity: Quantity, begin: int, clause: int, until: int
    ) -> Found | None:  # fmt: skip
        """Return the measure of `quantity`, whose words begin at `begin` and whose clause begins at `clause`."""
        measures = [m for m in measures if not _in_closed_list(folded, m, quantity.start)]
        only = _ONLY_OF.get(quantity.unit)
        if only in self._names.measures and all(m.id != only for m in measures):
            return Found(quantity.start, quantity.end, only, False, False)  # and 3,200 nits
        behind = [
            m
            for m in measures
            if (quantity.end <= m.start < until or quantity.start < m.start < quantity.end < m.end) and (not re.search(r"[,;。]", folded[quantity.end : m.start]) or (m.id == "milestone-payments" and _STAGES.fullmatch(folded, quantity.end, m.start)))
        ]
        counted = behind[0] if behind else None
        if counted and quantity.unit == "家" and counted.id in _FLOWS:
            counted = None
        plain = not is_money(quantity.unit) and not is_change(quantity.unit)
        opened = [m for m in measures if m.id in ("store-openings", "store-closures") and begin <= m.start and 0 <= quantity.start - m.end <= 1] if plain else []
        if opened and counted and counted.id == "stores":
            return opened[-1]  # 新開180家門市
        if (
            counted
            and plain
            and self._fits(counted.id, quantity.unit)
            and self._names.measures[counted.id].unit == "count"
            and (_COUNTED_BEHIND.fullmatch(folded[quantity.end : counted.start]))
        ):
            return counted  # 290家客戶: counted things stand behind their number
        if plain and (stepped := [m for m in measures if m.id in _STEPS and begin <= m.start and 0 < quantity.start - m.end < _NEXT_TO]):
            return stepped[-1]  # it will hire another 120 staff
        within = [m for m in measures if quantity.start <= m.start and m.end <= quantity.end]
        if within and plain and self._names.measures[within[0].id].unit == "count":
            return within[0]  # 980 employees
        if within and quantity.unit == "x" and self._names.measures[within[0].id].unit == "times":
            return within[0]  # 6.5 times EBITDA
        inside = [m for m in measures if m.start >= begin and m.end <= quantity.start]
        own = [m for m in inside if m.start >= clause]
        fitting = [m for m in own if self._fits(m.id, quantity.unit)]
        changing = [
            m for m in own if self._names.measures[m.id].change or self._names.measures[m.id].unit in ("percent", "any")
        ]
        if counted and own and self._each_behind(folded, own, counted, quantity, begin):
            return counted
        chosen = (fitting or (changing if is_change(quantity.unit) else []))[-1:]
        if not chosen and not own and inside and is_bare(folded[max(clause, inside[-1].end) : quantity.start]):
            last = inside[-1]
            chosen = [last] if self._fits(last.id, quantity.unit) or is_change(quantity.unit) else []
        if chosen and chosen[0].id == "valuation" and chosen[0].weak:
            chosen = [m for m in fitting if not m.weak][-1:] or chosen  # its order book was worth £1.46 billion
        if chosen:
            gap = _CAME_FROM.sub("", folded[chosen[0].end : quantity.start])
            counted_weakly = chosen[0].weak and not (is_money(quantity.unit) or is_change(quantity.unit))
            far = chosen[0].weak and (len(gap) > 30 or (counted_weakly and not is_bare(_NUMBER_OF.sub("", gap))))
            return None if far or _CAUSE.search(gap) or _GROUNDS.search(gap) or _OTHER.match(gap) else chosen[0]
        if counted and not own:
            return self._behind(folded, counted, quantity)
        return None

    def _each_behind(self, folded: str, own: Sequence[Found], counted: Found, quantity: Quantity, begin: int) -> bool:
        """Whether measures stand behind their figures: "$80 million upfront and up to $950 million in milestones".

        A word before one that only may be a measure gives way too: "could earn $950 million in milestones".
        """
        now = self._behind(folded, counted, quantity)
        if now is None or now.weak:
            return False
        before = folded[begin : own[0].start]
        other = (own[0].id, own[0].loss) != (now.id, now.loss)
        return own[-1].weak or bool(len(own) == 1 and begin and other and _BEHIND.fullmatch(before))

    def fits(self, measure: str, unit: str) -> bool:
        """Whether a figure of `unit` can be a value of `measure`."""
        return self._fits(measure, unit)

    def _behind(self, folded: str, found: Found, quantity: Quantity) -> Found | None:
        """CNY 1.5 billion in revenue; a 12% increase in revenue."""
        gap = folded[quantity.end : found.start]
        if is_change(quantity.unit) and (
            _BEHIND_CHANGE.fullmatch(gap)
            or re.match(
                r"\s?(?:的)?(?:revenue|sales|profit|income|营收|收入|净利润?)\s?(?:growth|increase|decline|增长|增速|成长)",
                folded[quantity.end : quantity.end + 24],
            )
        ):
            return found
        if quantity.unit == "%" and self.ratio_behind(folded, [found], quantity):
            return found
        if found.id == "funding-amount" and is_money(quantity.unit) and _ROUND.fullmatch(gap):
            return found
        if found.id == "milestone-payments" and is_money(quantity.unit) and _STAGES.fullmatch(gap):
            return found
        if not _BEHIND.fullmatch(gap) or not self._fits(found.id, quantity.unit) or is_change(quantity.unit):
            return None
        if not found.weak or gap.strip():
            return found
        told = found.id in self._roles.net_profits and gap and _A.search(folded, 0, quantity.start) and not _COMPOUND.match(folded, found.end)
        return replace(found, weak=False) if told else None  # swung to a $38 million loss

    def ratio_behind(self, folded: str, measures: Sequence[Found], quantity: Quantity) -> bool:
        """Whether a percentage is that of the ratio right behind it: 60%的訓練算力利用率, 超八成市場份額."""
        return any(
            m.start >= quantity.end
            and self._names.measures[m.id].unit == "percent"
            and _RATIO_BEHIND.fullmatch(folded[quantity.end : m.start])
            for m in measures
        )

    def payment_behind(self, folded: str, measures: Sequence[Found], quantity: Quantity) -> bool:
        """Whether what is paid stands right behind a sum: 最高12.8億美元的里程碑付款."""
        return any(m.start >= quantity.end and m.id in _PAYMENTS and self._behind(folded, m, quantity) for m in measures)

    def _fits(self, measure: str, unit: str) -> bool:
        if measure in IN_ANY_UNIT:
            return unit == "" or not (is_money(unit) or is_change(unit) or is_rate(unit))
        if unit == "單":
            return measure in _ORDERED
        if unit == "次" and measure in _COUNTED_IN_TIMES:
            return True
        if measure in _COUNTED_ORDERS and unit and not is_change(unit):
            return measures_in(measure, "money", unit)  # 手持訂單12艘, 新增訂單3.6吉瓦
        return fits(self._names.measures[measure].unit if measure in self._names.measures else "any", unit)
