"""What was done: a date, a sum or a list of things sold, borrowed or delivered is told with a word for that, not for something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answers.demands.told import Told
from kb import lazy, periods
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.tabular import amounts
from kb.text import fold, language

_OF_WHAT = lazy.compile(r" (?:on|for|in|at|with|under|among|by|of) (?:the |its |an? )?")
# What is asked to have been done, and the words that tell it. Folded. Only what has few words of its own.
_DEEDS = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"开[卖售](?!商)|发售|开始卖|\b(?:goes?|went|going|be|put|is|was) on sale\b", r"[开发预热首出]售|卖|上[市架]|开[卖订]|买|销|推出|现货|预订|预购|\b(?:sales?|sells?|sold|shipp?\w*|available|availability|order\w*|retail\w*|launch\w*|release\w*|hits?|stores?|buy)\b"),
        (r"(?:交付|交货)(?![量期时])|\b(?:when|how many)\b[^?]*\bdeliver(?:s|ed)?\b(?! (?:a |the )?(?:profit|result|growth))", r"交[付货机船]|送[达货]|到货|提[货车]|接收|\bdeliver\w*|\bhand(?:ed|s)? over\b|\bship\w*|\barriv\w+"),
        (r"(?:什么时候|何时|几时)(?:才|就|会|将|要)*(?:开始|启动)(?=[?呢吗啊]|$)|\bwhen (?:do|does|did|will|would|is|are)\b[^?]*\b(?:begins?|starts?|commences?)(?= *(?:\?|$))", r"[始启起自首初开创试投]|第一|成立|上线|上市|推出|量产|进[入行场]|\b(?:beg[aiu]n\w*|start\w*|commenc\w*|from|since|launch\w*|open\w*|first|kick\w*|roll\w*|enter\w*|founded|set up|due|schedul\w*|until|by)\b"),
        (r"[借贷](?:了|款)?(?:多少|几)|借来|\bborrow(?:s|ed|ing)?\b", r"借|贷|融资|债|银行|\b(?:borrow\w*|loans?|debt|lend\w*|lent|bank\w*|bonds?|credit|financ\w*)\b"),
        (r"(?:卖[掉出]了?|出售了?|变卖了?|处置了?)(?:哪|什么|多少)|\b(?:which|what) (?:\w+ ){1,3}(?:did|has|have|was|were) (?:[^?]{2,30} )?(?:sell|sold|dispose\w*|divest\w*)\b", r"卖|售|转让|出让|处置|变[现卖]|剥离|脱手|\b(?:sell\w*|sold|sale|dispos\w+|divest\w+|offload\w*)\b"),
        (r"哪[些几个一](?:个)?平台|在什么平台|\b(?:which|what) platforms\b", r"pc\b|steam|ps[45]|switch|xbox|ios|安卓|android|主机|手机|网页|端|平台|淘宝|京东|天猫|抖音|亚马逊|\b(?:playstation|windows|mac|mobile|console|nintendo|amazon)\b"),
        (r"哪[些几个](?:个)?(?:批[号次]|型号|编号|货号)|\b(?:which|what) (?:batch(?:es)?|lot|serial|model) (?:numbers?|codes?)\b", r"[a-z]{1,4}-?\d|\d{3,}|批[号次][^,。]{0,6}\d"),
        (r"(?:股份|股权|持股)[^,?]{0,12}(?:谁|多少|几|怎么分)", r"股|%|[一二三四五六七八九两]成|\b(?:stakes?|shares?|holds?|owns?|equity)\b"),
        (r"(?:募[集资]|融资|集资|所得)[^,?]{0,10}(?:分配|用途|用[在到来去]|怎么[用花]|投[到去])|\b(?:use of|how [^?]{2,40}) (?:the )?(?:proceeds|funds|money) (?:be )?(?:used|spent|split|allocated)", r"用[于作来途在]|投[向入于到]|拨|[占花]|[一二三四五六七八九两]成|%|\b(?:proceeds|spen[dt]\w*|goes|go|going|used?|earmark\w*|fund\w*)\b"),
        (r"客户(?:有|是|都)?(?:哪|谁)|哪[些几](?:家|个)?客户|\b(?:which|who) (?:are|were) [^?]{0,30}\b(?:customers|clients)\b", r"客户|采用|供[应货]|订[单购]|[买下]单|买家|合作|签|用户|主顾|\b(?:customers?|clients?|buy\w*|order\w*|suppl\w+|contracts?|sign\w*|for|users?|account\w*)\b"),
    )
)  # fmt: skip
# In what unit of time, weight or length, and how much in a day or a month.
_IN_UNIT = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"(?:几|多少)秒|\bhow many seconds\b", r"秒|\bsec\w*\b|\d ?s\b|\bms\b"),
        (r"分贝|\bdecibels?\b|(?:多少|几) ?db\b", r"分贝|\bdecibels?\b|\d ?db\b"),
        (r"(?:几|多少)分钟|\bhow many minutes\b", r"分钟|小时|秒|刻钟|\b(?:min\w*|hours?|sec\w*)\b|\d ?(?:min|h)\b"),
        (r"(?:几|多少)个?小时|\bhow many hours\b", r"小时|钟头|分钟|[天日]|昼夜|\b(?:hours?|min\w*|days?)\b|\d ?h\b"),
        (r"(?:几|多少)公里(?!时)|\bhow many (?:km|kilomet\w+|miles)\b", r"公里|千米|里程|\bkm\b|\bkilomet\w+|\bmiles?\b|\d ?km|英里|海里"),
        (r"(?:几|多少)(?:公斤|斤|千克)|\bhow many (?:kg|kilos?|kilograms?|grams)\b", r"公斤|克|斤|吨|\b(?:kg|kilo\w*|grams?|tonnes?|pounds)\b|\d ?k?g\b"),
        (r"(?:每[天日]|一天)[^,?]{0,10}(?:多少|几)|日[产均销活][^,?]{0,8}(?:多少|几)|\bhow (?:much|many) [^?]{2,60}\b(?:per|a|each|every) day\b", r"[每日天]|\b(?:day|days|daily)\b|/d"),
        (r"(?:每个?月|一个月)(?:[^,?]{0,8})(?:多少|几)|月产(?:能|量)?(?:[^,?]{0,4})(?:多少|几)|\bhow (?:much|many) [^?]{2,60}\b(?:per|a|each|every) month\b", r"每个?月|月[产销租费薪供付均收入利发活租给]|单月|[/／]月|个月|[一每]月|月(?=[^日]{0,4}\d)(?![\d])|\b(?:months?|monthly)\b"),
    )
)  # fmt: skip
_SPLIT = lazy.compile(
    r"\bbreak ?(?:down)\b|\bbreakdown\b|\bsplit by\b|按[^,?]{1,8}(?:划分|拆[分开]|分类|来分)|各占|构成如何"
)
_EACH = lazy.compile(
    r"各(?:自|是|有|为|占|融|赚|花|卖|要|值)?了?(?:多少|几(?![个家]?都))|分别(?:是|有|为|占|融|赚|花|卖)?了?(?:多少|几)|\bhow (?:much|many) (?:\w+ ){0,6}each\b|\bhow (?:much|many) [^?]{2,60}\brespectively\b|\bwhen (?:is|was|will|did|does|are|were) each\b|各(?:自)?(?:在|是|于|要到?)?(?:什么时候|何时|几时|哪年)"
)
_NUMBERS = lazy.compile(r"\d[\d,.]*|[一二两三四五六七八九十百千万]+(?=[个家位名台辆架艘座颗人年成])")
_LEAST = 2
_MOST_OF = lazy.compile(
    r"(?:哪|什么|谁)[^,?]{0,12}最(?![后近新初早先终])|最(?![后近新初早先终])[^,?]{1,8}(?:是|的)(?:哪|谁|什么)|\b(?:which|what|who) [^?]{0,40}\b(?:most|least|\w{3,}est)\b(?! (?:of|recent)\b)"
)
_WHICH_ONE = lazy.compile(r"[哪谁][^,?]{0,14}最[早先晚后]|最[早先晚][^,?]{0,10}(?:是|的)(?:哪|谁)|\b(?:which|who) [^?]{0,40}\b(?:first|last|earliest|latest)\b")
_FIRST_OF = lazy.compile(
    r"最|第一|首|居|冠|榜|领先|超过|高于|低于|多于|少于|仅次|主要|大部分|大半|过半|唯一|其次|不如|比|\b(?:most|least|\w{3,}est|first|top|led|leads?|leading|ahead|behind|more than|less than|half|majority|main|only|than)\b"
)


def of_other_deed(told: Told) -> bool:
    """Return whether it is asked when, how much or what was sold, borrowed, delivered, and nothing told speaks of that."""
    folded = told.question.folded
    return any(asked.search(folded) and not words.search(told.said) for asked, words in _DEEDS)


def of_other_unit(told: Told) -> bool:
    """Return whether it is asked how many seconds, decibels, kilometres or a month, and nothing told is in such a unit."""
    return _in_other_unit(told, told.said)


def shows_other_unit(told: Told) -> bool:
    """Return the same of the lines that rows are told in, whose sentence may give that unit for something else: 功耗145瓦;噪音26分貝."""
    return _in_other_unit(told, fold(told.shown))


def _in_other_unit(told: Told, text: str) -> bool:
    folded = told.question.folded
    return told.question.wants in ("amount", "duration", "ratio", "") and any(asked.search(folded) and not words.search(text) for asked, words in _IN_UNIT)


def not_of_each(told: Told) -> bool:
    """Return whether a figure of each of several is asked for, and nothing told has two of one kind."""
    folded = told.question.folded
    if (
        not (_EACH.search(folded) or _SPLIT.search(folded))
        or "part" in told.question.flags
        or (told.answer and (told.answer.facts or told.answer.table))
    ):
        return False
    units = Counter(q.unit for q in amounts(told.shown))
    if told.question.wants == "date":
        return len({(p.period.start, p.period.end) for p in periods.find(told.said)}) < _LEAST
    return max(units.values(), default=0) < _LEAST and len(_NUMBERS.findall(told.said)) < _LEAST + sum(
        units.values()
    ) - max(units.values(), default=0)


def ranks_nothing(told: Told) -> bool:
    """Return whether it is asked which of several is first, and nothing told ranks them or gives two figures of one kind."""
    if told.question.extreme in ("first", "last") and _WHICH_ONE.search(told.question.folded):
        return not _FIRST_OF.search(told.said)
    if told.question.wants in ("date", "reason") or not _MOST_OF.search(told.question.folded):
        return False
    return (
        not _FIRST_OF.search(told.said)
        and max(Counter(q.unit for q in amounts(told.shown)).values(), default=0) < _LEAST
    )


def of_the_other(told: Told) -> bool:
    """Return whether the figure told stands beside another of its unit that is the one of what is asked: "60% on dense models and 40% on MoE models"."""
    for fact in told.answer.facts if told.answer else ():
        for sentence in told.sentences:
            found = told.evidence.library.search.reading.quantities(sentence)
            mine = next((q for q in found if q.raw == fact["raw"]), None)
            beside = [q for q in found if mine and q.unit == mine.unit and q.start != mine.start]
            if mine and beside and language(sentence.text) == "en" and any(_belongs(sentence, n, mine, beside, told) for n in told.question.needs if n.key or n.surface.isascii()):
                return True
    return False


def _belongs(sentence: StoredSentence, need: Need, mine: Quantity, beside: Sequence[Quantity], told: Told) -> bool:
    """Whether a word asked for stands right behind "on" or the like after another figure, and not after the one told."""
    folded = fold(sentence.text)
    at = folded.find(need.surface)
    before = max((q for q in (mine, *beside) if 0 <= q.end <= at), key=lambda q: q.end, default=None)
    return before is not None and before is not mine and bool(_OF_WHAT.fullmatch(folded, before.end, at)) and folded.count(need.surface) == 1
