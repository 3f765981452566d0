"""What a figure says of its measure: its value, or how much it grew, fell, narrowed, against when.

Decided by the words just before the figure, and a few just after. All patterns are matched against
folded text (Simplified, half-width, lower case). Leaves out which measure, whose, and when.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb import lazy
from kb.model import Quantity
from kb.units import is_change, is_money

PRIOR = lazy.compile(
    r"(?:上年|去年|前一年|上一?财年|上年度)(?:的)?同期|上年(?!末|底|初)|前一年(?!末|底|初|度)|(?<![\d一二三四五六七八九十两几多])一年前|20\d\d年(?:的)?同期|同比基数|(?:a|one|the) year (?:earlier|ago|before)|year-ago|year-earlier"
    r"|(?:the )?(?:same|corresponding|comparable) (?:period|quarter|half|month) (?:of |in )?(?:last year|a year (?:ago|earlier)|the (?:previous|prior) year|20\d\d)"
    r"|(?:the )?(?:previous|prior) (?:fiscal )?year(?:'s)?|prior[- ]year|(?<!whole of )(?<!all of )(?<!full )\blast year\b"
)
QUARTER_BEFORE = lazy.compile(
    r"上一?季度?(?!报)|前一季度?|前季度?(?=的|为|$)|上月(?!(?:才|刚刚?|新|也)?(?:推出|发布|上市|亮相|发售|开卖|面世))|(?:the )?(?:previous|prior|preceding) (?:quarter|month)"
)
_YEARLY = lazy.compile(r"同比|按年|年增|年减|较(?:上年|去年)|year[- ](?:on|over)[- ]year|\byoy\b|y/y")
_QUARTERLY = lazy.compile(
    r"环比|按季|按月|季增|季减|月增|月减|较上季|较上月|quarter[- ](?:on|over)[- ]quarter|\bqoq\b|q/q|month[- ](?:on|over)[- ]month|\bmom\b|sequential(?:ly)?"
)
_FROM = lazy.compile(
    r"\s*(?:from|compared with|versus|over|on) (?:(?P<q>(?:the )?(?:previous|prior|preceding|first|second|third|fourth) (?:quarter|month)(?! of 20)|q[1-4]\b(?! 20))|.{0,14}year)"
)
_NARROW = lazy.compile(
    r"减亏|缩亏|收窄|(?:亏损|净亏|亏|净损)[^,;。]{0,12}?(?:缩小|收窄|减少|缩窄|下降|降低|收缩)"
    r"|\bloss(?:es)?\b[^,;.]{0,40}?(?:narrow|shrink|shrank|shrunk|reduc|decreas|cut)|\bnarrow(?:ed|ing|s|er)?\b|\bshr[iau]nk(?:ing|s)?\b"
)
_WIDEN = lazy.compile(
    r"增亏|(?:亏损|净亏|净损)[^,;。]{0,10}?(?:扩大|增加|加大|增长|上升)|\bloss(?:es)?\b[^,;.]{0,30}?(?:widen|expand|grew|deepen|increas)|\bwiden(?:ed|ing|s)?\b"
)
DOWN = lazy.compile(
    r"下降|减少|(?:按[年季月]|[同环]比)[^,;。\d]{0,4}少|下滑|衰退|下跌|年减|季减|月减|降低|缩水|锐减|少赚|倒退|萎缩|回落|下调|收窄|降幅|跌幅|减幅|骤降|大减|[重下急]挫|跌(?!价)|降(?!解|噪|压药|糖药|落伞)|减(?![持值损振]|速[器机箱]|震器|压阀|肥|重药)|[比较][^,;。\d]{1,10}低(?=\s*$)"
    r"|\b(?:down|fell|fall(?:ing|s|en)?|declin\w*|decreas\w*|drop\w*|lower|slid|slip\w*|contract(?:ed|ing)|shr[aiu]nk\w*|plung\w*|tumbl\w*|slump\w*|dipped|sank|(?:less|fewer)(?! than)(?![a-z ]*: ))\b|\b(?:cuts?|cutting|lower(?:s|ed|ing)|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?) (?:[\w'’-]+ ){1,5}by (?:about |around |nearly |another )?$|\b(?:cut|lowered|reduced|trimmed|slashed) by (?:about |around |nearly |another )?$|-\s*$"
)
UP = lazy.compile(
    r"增长|增加|成长|(?:按[年季月]|[同环]比)[^,;。\d]{0,4}多|多出|多赚|多了|高出|上升|提升|上涨|扩阔|拉阔|年增|季增|月增|增幅|增速|涨幅|增长率|成长率|提高|攀升|预增|走升|回升|扩大|增(?![值资持程材]|压器)|升(?![任级]|降机)|涨|[比较][^,;。\d]{1,10}高(?=\s*$)"
    r"|(?<!start-)(?<!build-)(?<!follow-)\b(?:(?<!made )(?<!makes )(?<!make )(?<!making )up|rose|ris(?:e|es|ing|en)|grow(?!th stage)\w*|grew|increas\w*|climb\w*|jump\w*|surg\w*|swell\w*|swoll\w*|balloon\w*|gain(?:ed|s|ing)?|higher|growth|soar\w*|advanc(?:ed|ing)|expand\w*|improv\w*|more(?! than)(?![a-z ]*: ))\b|\b(?:rais|lift|boost|hik)(?:e|es|ed|ing|s)? (?:[\w'’-]+ ){1,5}by (?:about |around |nearly |another )?$|\b(?:raised|lifted|boosted|hiked) by (?:about |around |nearly |another )?$|\badded\s*$|\b(?:lifting|boosting|pushing|lifted|boosted|pushed) (?:[\w'’-]+ ){1,3}(?:up )?$|\+\s*$"
)
_CAGR = lazy.compile(r"复合(?:年)?(?:均)?(?:增长|成长)率|年均复合|\bcagr\b|compound(?:ed)? annual")
LOSS = lazy.compile(r"亏损|净亏|净损|亏|赤字|\bloss(?:es)?\b|\blost\b(?! (?:market|share|ground))|in the red|\bnegative\b")
_TURN = lazy.compile(
    r"扭亏(?:为盈)?|转亏为盈|由亏转盈|减亏|缩亏|亏转盈|loss-making|(?:swung|swing\w*|turn\w*|return\w*|moved?) (?:back )?to (?:a )?(?:net )?profit[^,;]{0,40}? (?=from)"
)
PROFIT = lazy.compile(r"盈利|获利|溢利|净利|纯益|盈余|赚|\bprofit\b|\bearn")
FORECAST = lazy.compile(
    r"预计|预期|预告|放话|扬言|喊出|夸口|许诺|立志|(?:曾|原本?)(?:计划|打算|想|定)|预[亏盈增减]|预估|预测|预料|估计|(?<![材原燃饮资物废涂面布肥塑停])料(?=[将全今明第\d营净])|有望|可望|可(?=(?:季|年|月|同比|环比)[增升降减]|[增降减][\d至到])|最快(?=[本今明下\d第一二三四]|于|将|可)|预定|将(?:达|为|增|实现|会|有|在|由(?=[^,;。]{2,14}[升降至])|(?:回|提|上)升|[升降提减]|回落|下降|超过?|突破|保持|维持|改善|扩大|压缩|缩减|削减|控制|砍)|规划(?!馆|局|院)|预算|指引|目标|展望|计划|拟|力争|争取|力求|(?:希望|期望)(?=[^,;。]{0,14}(?:[做达升降增减][到至]|提[升高]|实现|突破|成为|超过|翻|卖出?|售出|出货|交付))|要(?=控制|压[到低在]|做到|达到|提[升高]|降[到至低])|上看|明年|后年|(?:挑战|冲刺|冲击)(?=[约逾近]?\s*$)"
    r"|\b(?:expect\w*|forecast\w*|guidance|guid(?:es|ed|ing)|estimat\w*|projected|preview|outlook|budget(?!\s(?:airlines?|carriers?|hotels?|chains?|retailers?|brands?|smartphones?|phones?|models?|cars?|evs?)\b)|(?:due|set|likely|hopes?|are|is) to (?=rise|grow|reach|fall|increase|double|climb|hit|drop|shrink)|(?:would|should|could) (?=reach|be|rise|total|fall|hire|add|cut|open|close|spend|invest|pay|have|grow|recruit)|will|(?<=now )sees|(?<=it )sees|target\w*|anticipat\w*|aims?|plans?|hopes? to|next year)\b"
)
# What others expected: 超出市場預期的24.1億元, "beating analysts' estimates".
_EXPECTED = lazy.compile(
    r"(?:超(?:出|过|越)?|高[于出]|低于|优于|不及|好于|符合|逊于?|胜过?|未达|弱于|强于)[^,;。]{0,10}?(?:预期|预估|预测|预计|预告|指引|目标|财测)|(?:市场|分析师|机构|华尔街)(?:普遍|一致|平均|此前|原先)?(?:预期|预估|预测|预计)"
    r"|\b(?:beat\w*|above|below|topp\w+|miss\w*|exceed\w*|ahead of|short of|surpass\w*|better than|worse than|in line with|versus|against|compared with)\b[^,;.]{0,40}?(?:expect\w*|estimat\w*|forecast\w*|consensus|guidance|outlook|target\w*|projection\w*)"
    r"|\b(?:analysts?'?|wall street|consensus)[^,;.]{0,24}?(?:expect\w*|estimat\w*|forecast\w*)"
)
_TO = lazy.compile(
    r"(?:增|升|涨|降|减|跌|增长|增加|成长|提升|上升|下降|减少|下滑|扩大|提高|收窄|缩小|缩窄|回升|回落|降低|翻番|缩水|攀升|走高|走低|[上下][调修]|调[高低整]|[拉推抬压][高升低]|压缩|压减|滑落|爬升|腰斩|蒸发)(?:至|到)(?:\s*(?:20\d\d年|[去今明上前]年)(?:底|末|初|全年|上半年|下半年|前[一三九]个?[月季]度?|首[三九]?个?[月季]度?|第?[一二三四]季度?|\d{1,2}月[底末]?)?的?)?[^,。]{0,6}$"
    r"|(?:[升涨调降跌]回|回到|重返|重回)[^,。]{0,6}$|(?:扩大|收窄|缩小|调整|更正|修正|修订|重述|更改|改列)为$|\bto\s+(?:a\s+(?:net\s+)?(?:loss|profit)\s+of\s+)?(?:a\s+record\s+)?(?:about|around|nearly|over|some)?\s*$"
)
_PRICED_FROM = lazy.compile(r"\b(?:priced|prices?|start(?:s|ed|ing)?|available|costs?) (?:start(?:s|ing)? )?from\s$")  # priced from NT$1,290: what it costs
# "raised its 2026 revenue target from", whatever is raised.
_RAISED_FROM = r"\b(?:(?:rais|lift|lower|trimm|reduc|revis|restat|correct|amend|hik|boost|upgrad|downgrad|adjust)(?:ed|es|s|ing)|cut(?:s|ting)?) (?:[\w'’-]+ ){1,7}?from (?:a (?:net )?(?:profit|loss) of |about |around |nearly |over |some |just )?$"
_RAISED = lazy.compile(_RAISED_FROM)
# "up from X": X is what it was before, never the step; when that was is told behind it or not at all.
_BASE = lazy.compile(
    r"\b(?:up|down|higher|lower|narrower|wider|compared|against|versus|rose|fell|grew|shrank|shrunk|\w+ed)\s(?:sharply |slightly )?(?:from|with|than)\s(?:a\s|an\s|the\s)?(?:loss of |profit of )?(?:about|around|nearly|over|some|just)?\s*$"
    r"|\bfrom\s(?P<outlook>(?:[a-z'’-]+\s){0,5}(?:forecast|guidance|outlook|target|estimate|expectation|projection|range)s?(?:\s(?:of|at))?)\s*$"
    rf"|{_RAISED_FROM}"
)
_BASE_ZH = lazy.compile(
    r"(?:由|从|自)(?:[^,;:。\d]{0,10}?(?:\d{1,2}月(?:\d{1,2}日)?[^,;:。\d]{0,8}?)?所?(?:宣称|公布|标称|承诺|宣布|声称|给出|披露|传出|预告|通报|申报|报[道导]|引述|预[计期估测]|估计|列[出示]|载明|设定|规划|提出?|[订定]下|[说称])|原来|原先|原[本定订拟]|原(?:计划|规划|目标|预[期计算估])|最初|起初|当初|早前|先前|此前|之前|目前|现时|现在|当前|(?:业绩)?(?:快报|初报|年报|中报|季报|公告|初值|初稿)(?:数|中)?|上年(?:末|底)?|去年(?:末|底|同期)?|一年前|年初|上年同期|上一?季度?|前一?季度?|第[一二三四]季度?|首季|[上下]半年|20\d\d年(?:末|底|上半年|下半年|第?[一二三四]季度?)?)?的?(?:每[^,;。\d]{1,3})?[约近超]?\s*$"
    r"|(?:较|比|相比|高于|低于)(?:于)?(?:原来|原先|原[本定订拟]|最初|起初|当初|早前|先前|此前|之前|上年末?|去年(?:末|底|同期)?|年初|期初|上季度?末?|上年同期|20\d\d年末?)的[约近超]?\s*$"
)
BASE_UNDATED = lazy.compile(r"[由从自](?:原来|原先|原[本定订拟]|最初|起初|当初|早前|先前|此前|之前)?的?[约近超]?\s*$")
_WHEN = lazy.compile(
    r"\s*(?:in|for|at|during|of)?\s*(?:the )?(?:(?:end of )?(?:20\d\d|q[1-4]|h[12]|fy)|(?:same|prior|previous|preceding|year-earlier|corresponding)|(?:a|one|the) year|(?:first|second|third|fourth)[ -](?:quarter|half)|last year)"
)
_OR_BY_SHARE = lazy.compile(r",? or (?:[a-z]{1,3})?\$?[\d.]+(?: (?:cents|euros?|pence|yen|yuan|francs|dollars|kronor))?(?: (?:a|per) share)?,? ")
# Directly before a number of things: what was added to them, not how many they are.
_COUNTED_STEP = lazy.compile(
    r"(?:(?P<more>净增加?|增加|增|增聘|净增长|\b(?:increase|rise|gain|addition) of|\b(?:rose|grew|increased|up) by)|(?P<less>净减少?|减少|减|裁减|\b(?:decrease|drop|decline|cut) of|\b(?:fell|declined|dropped|decreased|down) by)"
    r"|新增|新建|兴建|在建|扩建|改建|拟建|将建|净?关闭|关店|净?新开|开设|增设|新设|关停|撤销|裁员|招聘|签下|\b(?:opened|closed|added|shut|hired|cut|lost|shed|laid off|opening|closing|adding|net (?:addition|closure)s? of))(?:了|约|近|逾|超过?|共)?\s?(?:a net |a total of |about |nearly |another )?\s?$"
)
# What stands between what something was and what it became: 由1.24%降至1.18%.
BECAME = lazy.compile(
    r"\s?(?![至到和与及、])[\u3400-\u9fff]{1,6}?(?<![直甚截之])(?:至|到|为|成)[约近超逾]?\s?"  # whatever the verb: 擴闊至, 滑落到, 砍至
    r"|\s?(?:至|到)[约近超逾]?\s?"
    r"|\s?,(?:[上下][修调]|调[高低升降整]|修[正订]|更正|收窄|缩窄|扩大)(?:至|到|为|成)[约近超逾]?\s?"  # 由2.1億元至2.6億元,下修至1.55億元
    r"|,?(?:扭亏|逆转|扭转|转|变)(?:为)?(?:盈利|亏损|净利润?|净亏损|盈余)?(?:为)?[约近超逾]?\s?"
    r"|(?: (?:a year (?:earlier|ago|before)|in (?:the same period of |the same period a year earlier)?(?:20\d\d)?|last year|the (?:previous|prior) year|at the end of (?:20\d\d|[a-z]+)))?,? to (?:a (?:net )?(?:profit|loss) of |about |around |nearly |over |some |just )?"
)
_BASE_EN = lazy.compile(
    r"\b(?:rose|rise|rising|risen|fell|fall|falling|fallen|grew|grow|growing|grown|climb\w*|drop\w*|declin\w+|jump\w*|surg\w+|swell\w*|swoll\w*|balloon\w*|slipp?\w*|slid|increas\w+|decreas\w+|improv\w+|widen\w*|narrow\w*|expand\w*|shr[aiu]nk|up|down|went|gone|cut|reduced|lifted|swung|swing)"
    r"(?: sharply| slightly| steadily| back)? from (?:a (?:net )?(?:profit|loss) of |about |around |nearly |over |some |just )?$"
    rf"|{_RAISED_FROM}"
)
# The same with the step between them told: 較去年同期的39.1%提升1.8個百分點至40.9%.
BY_STEP = lazy.compile(r"\s?,?(?:大幅|小幅|进一步|显著|同比|按年)*(?:增长|增加|增|提升|提高|上升|升|涨|扩大|下降|降低|降|减少|减|下滑|跌|收窄|缩小|回落|回升)(?:了|约|近)?\s?")
TO_THERE = lazy.compile(r"\s?,?(?:至|到|达)[约近]?\s?")
_FROM_BARE = lazy.compile(r"\bfrom (?:about |around |nearly )?[\d.]+ to (?:about |around |nearly )?$")  # from 29.8 to 31.2 per cent
_NUMBER_TO = lazy.compile(r"\d[^,。]{0,8}to\s*$")  # from 3 to 5; but "for the year to December 2025 rose to"
_TELLS = lazy.compile(r":\s?(?:全年|上半年|下半年|单季|当季|期内|第?[一二三四]季度?|20\d\d年|年末|季末|月末)[^:]*$")  # 毛利率反而升了:全年38.4%
# 幅度明顯收窄:預計淨虧損0.6億元; "more money with fewer hulls: $8.9 billion": what is said before a colon is not said of the sum.
_LEADS_TO_SUM = lazy.compile(r":[^:]*[\u3400-\u9fff]{2}[^:]*$|\b(?:fewer|more|less|higher|lower) [a-z-]+[^,;:.]{0,20}: ?[^:]{0,8}$")
_JUST_TO = lazy.compile(r"^\s*(?:至|到|达|to)\s*$")

# 預測由增長1.2%改為下滑2.6%: what was expected before.
_EXPECTED_BEFORE = lazy.compile(r"[由从](?:原[先本来]?的?)?(?:同比|按年)?(?:增长|成长|上升|下滑|下降|减少|衰退|萎缩|上涨|下跌)(?:约|近)?$")
_NOW_EXPECTED = lazy.compile(r"(?:改|[下上][调修]|调[整高低升降]|修[正订]|转|变)(?:为|成|至|到)(?:同比|按年)?(?:增长|成长|上升|下滑|下降|减少|衰退|萎缩|上涨|下跌|持平)")


def aspect(folded: str, quantity: Quantity, window: str, ratio: bool, after_change: bool) -> str:
    """Return the aspect of `quantity`, value when nothing tells of a change.

    `window` is the text between the figure before it and this one; `ratio` whether its measure is itself in
    percent; `after_change` whether the figure before it was a change, which "至 X" turns into the value X.
    """
    near = window[max(window.rfind(","), window.rfind(";"), window.rfind("。")) + 1 :]
    near = near[near.rfind(":") + 1 :] if _TELLS.search(near) or (is_money(quantity.unit) and _LEADS_TO_SUM.search(near)) else near
    after = re.split(r"[,;。]", folded[quantity.end : quantity.end + 34])[0]
    if beside := _OR_BY_SHARE.match(folded, quantity.end):  # $112 million, or 85 cents, in the same period last year
        after = re.split(r"[,;。]", folded[beside.end() : beside.end() + 34])[0]
    began = _BASE_ZH.search(near)
    was_expected = _EXPECTED_BEFORE.search(near) and _NOW_EXPECTED.match(folded, quantity.end)
    if was_expected or (began and not (PRIOR.search(began.group()) or re.search(r"20\d\d|目前|现时|现在|当前|去年|上年|[上前]一?季|第[一二三四]季|首季|[上下]半年", began.group()))):
        return "none"
    counted = not (is_change(quantity.unit) or is_money(quantity.unit))
    step = _COUNTED_STEP.search(near) if counted or quantity.unit == "" else None
    if step or (counted and _RAISED.search(near)):
        return "increase" if step and step["more"] else "decrease" if step and step["less"] else "none"
    if counted:
        return "value"
    if _CAGR.search(near):
        return "cagr"
    listed = _NUMBER_TO.search(near)
    became = _TO.search(near) and not (listed and not UP.search(listed.group()) and not DOWN.search(listed.group()))
    if became or (ratio and _FROM_BARE.search(near)) or (after_change and _JUST_TO.match(near)):
        return "value"
    if (came := _BASE.search(near)) and not _PRICED_FROM.search(near):
        return "value" if _WHEN.match(after) and not came["outlook"] else "none"
    if began:
        return "value"
    kind = _kind(near, after, quantity)
    points = quantity.unit in ("pp", "bp")
    if kind in ("narrowing", "widening") and (ratio or points):
        kind = "decrease" if kind == "narrowing" else "increase"
    if points and kind == "value":
        return "none"  # points alone say neither up nor down
    if kind == "value":
        return kind
    if not kind.endswith("ing"):
        percent = quantity.unit in ("%", "x", "倍")
        kind = {True: {"increase": "growth", "decrease": "decline"}, False: {}}[percent].get(kind, kind)
    return kind + _suffix(near, after)


def again(previous: str, near: str, after: str) -> str:
    """The aspect of a percentage that only says against when: "up 14% from the third quarter and 31% from a year earlier".

    >>> again("growth-qoq", " from the third quarter and ", " from a year earlier"), again("value", " and ", "")
    ('growth', 'value')
    """
    base = previous.removesuffix("-qoq")
    if base not in ("growth", "decline") or not re.search(r"(?:\band|、|和|及|,)\s*$", near):
        return "value"
    told = _FROM.match(after) or re.match(
        r"\s*(?:year[- ](?:on|over)[- ]year|yoy|sequentially|quarter[- ](?:on|over)[- ]quarter|qoq)", after
    )
    return base + _suffix("", after) if told else "value"


@lru_cache(maxsize=16)  # asked for each figure of a sentence
def own_words(folded: str) -> str:
    """Return folded text with what others had expected blanked out, so that it makes no forecast of a result.

    >>> own_words("超出市场预期的24亿元;云收入")
    '      的24亿元;云收入'
    """
    return _EXPECTED.sub(lambda m: " " * len(m.group()), folded)


def is_moved(words: str) -> bool:
    """Whether words tell of a rise or a fall: "营收增加".

    >>> is_moved("营收增加"), is_moved("营收")
    (True, False)
    """
    return bool(UP.search(words) or DOWN.search(words))


def is_base(words: str) -> bool:
    """Whether the figure behind these words is only where a change began: "不良率由".

    >>> is_base("不良贷款率由"), is_base("归母净利润增至")
    (True, False)
    """
    return bool(_BASE_ZH.search(words) or _BASE_EN.search(words))


def _kind(near: str, after: str, quantity: Quantity) -> str:
    if _NARROW.search(near) or (is_change(quantity.unit) and _NARROW.match(after.lstrip(" 的"))):
        return "narrowing"
    if _WIDEN.search(near):
        return "widening"
    down, up = _last(DOWN, near), _last(UP, near)
    percent = quantity.unit in ("%", "x", "倍")
    if down < 0 and up < 0 and percent:
        told = re.match(
            r"\s*(?:的)?(?:同比|年|year[- ](?:on|over)[- ]year )?\s*(增长|增幅|增速|成长|growth|increase|rise|jump|gain)|\s*(?:的)?(?:同比)?(降幅|下降|跌幅|decline|decrease|drop|fall|higher|lower)",
            after,
        )
        if told:
            return "increase" if told[1] or told[2] == "higher" else "decrease"
        if re.search(r"(?:同比|环比|按年|按季|yoy|y/y)\s*(?:为|约)?$", near.strip()):
            return "increase"
    if down < 0 and up < 0:
        return "value"
    return "decrease" if down > up else "increase"


def _suffix(near: str, after: str) -> str:
    """-qoq where the comparison is with the quarter or month before, told behind the figure or before it."""
    behind = _FROM.match(after)
    if behind:
        return "-qoq" if behind["q"] else ""
    yearly, quarterly = _last(_YEARLY, near), _last(_QUARTERLY, near)
    if yearly < 0 and quarterly < 0:
        yearly, quarterly = -_first(_YEARLY, after), -_first(_QUARTERLY, after)
    return "-qoq" if quarterly > yearly else ""


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.end() for m in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else 99


def turns_to_profit(words: str) -> bool:
    """Whether the words before a figure end a loss: 2024年才扭亏,录得.

    >>> turns_to_profit("2024年才扭亏,录得"), turns_to_profit("亏损")
    (True, False)
    """
    return bool(_TURN.search(words))


def tells_loss(words: str) -> bool:
    """Whether the words before a figure call it a loss; turning a loss into a profit does not.

    >>> tells_loss("归母净亏损约"), tells_loss("扭亏为盈净利润")
    (True, False)
    """
    rest = _TURN.sub("", words)
    loss, profit = _last(LOSS, rest), _last(PROFIT, rest)
    return loss >= 0 and (loss > profit or not re.search(r"盈利|获利|溢利|赚|\bprofit\b", rest[loss:]))
