"""Whose sum it is, and where it came from: an investor's part is not the size of the round, a plant's cost not the charge told beside it."""

from __future__ import annotations

from bot.answers.demands.told import HELD, Told, clauses
from bot.answers.ownwords import says
from bot.answers.sidesasked import sides
from kb import lazy
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_money

_OF_EACH = lazy.compile(r"各(?!地|国|界|类|种|项|位)|分别(?!$|[?])|\b(?:each|respective(?:ly)?)\b")
# What one of several puts into something.
_PUT_ASKED = lazy.compile(
    r"(?:投资?|出资|掏|砸|拿出?|注资|认购|跟投|领投|入股)(?:进去?|入|下去?)?了?(?:多少|几)|(?:投资|出资|注资|认购)(?:金?额)(?:是|有|为)?(?:多少|几)|"
    r"\bhow much (?:money |cash )?(?:did|has|have|will|is|was|does) [^?]{2,70}?\b(?:put(?:ting)? (?:in|up|into)|invest\w*|chip\w* in|contribut\w*|pour\w*|inject\w*|commit\w*)\b"
)
_PUT = lazy.compile(
    r"投资(?!者|人|方|机构|组合|价值)|出资|投入|投[了下]|注资|认购|斥资|掏|入股|拿[出下]|砸|各投|占[^,;。]{0,6}[成%]|\b(?:contribut\w+|invest(?:s|ed|ing|ment)?|put|puts|putting|inject\w+|commit\w*|spen[dt]\w*|pour\w+|stakes?|pa(?:y|id|ys)|subscrib\w+|account\w+ for|cost\w*|capex)\b"
)
_ROUND = lazy.compile(r"[集募融]资(?:总?额|规模|金额)?|估值|\b(?:rais(?:e|ed|es|ing)|round|valu(?:ed|ing|ation))\b")
# From where money came.
_SOURCE_ASKED = lazy.compile(
    r"(?:钱|资金|款项?|经费|本钱|启动金|资本)[^,?]{0,6}?(?:从哪|哪[里儿来]|来自|来源|怎么[来筹凑])|(?:靠|用|拿)(?:什么|谁的|哪里的)[^,?]{0,2}(?:钱|资金)|(?:谁|哪[家里])(?:出|掏|付|给)的?(?:钱|资|资金)|(?:怎么|如何)(?:筹|凑|付|融)[^,?]{0,6}?(?:钱|资|款)|\bwhere (?:did|does|will|is|was|has) [^?]*\b(?:money|cash|funds?|funding|capital)\b[^?]*\b(?:come|coming|came)\b|\bhow (?:is|was|will|did|does|are|were) [^?]{2,60}\b(?:financ\w+|fund(?:ed|ing)?|pa(?:id|y|ying) for)\b|\bwho (?:is |was )?(?:pa(?:id|ys|ying)|fund(?:ed|s|ing)|financ\w+|bankroll\w*)\b|\bsources? of (?:the )?(?:funds?|funding|money|capital)\b"
)
_SOURCE = lazy.compile(
    r"来自|来源|源于|自有资金|自筹|积蓄|储蓄|借|贷|[募融筹集]资|筹|发债|债券|增发|配股|现金流|手头现金|账上|出资|投资|补助|补贴|资助|捐|赞助|租|抵押|卖掉|出售|由[^,;。]{1,20}(?:支付|承担|负担|出|提供)|垫|预付|定金|基金|股权|资金|\b(?:loans?|debt|borrow\w*|bonds?|cash|fund\w*|financ\w+|equity|savings|raised|grants?|subsid\w+|paid|pays|bank\w*|lend\w*|lent|leas\w+|proceeds|backed|mortgag\w*|invest\w+|sale of|out of (?:its|his|her|their) own)\b"
)
_COST_ASKED = lazy.compile(
    r"花了?(?:掉|去)?(?:多少|几)|多少钱|造价|成本(?:是)?多少|耗资|\bhow much (?:money )?(?:did|does|has|will|is|was) [^?]{2,80}\b(?:cost|spen[dt]|pa(?:y|id))\b|\bcosts? of\b"
)
_ONE_OF_TWO = lazy.compile(
    r"\band (?:an? |the )?(?=[£$€¥]|\d|(?:us|a|hk|nt)\$)|(?:以及|及|和|与|、|,另|;)(?=[^,;。]{0,12}\d)"
)
# How much of the whole is of something: "how much of its revenue comes from China", 營收有多少來自中國.
_COMES_FROM = lazy.compile(
    r"(?:多少|几成|百分之几)[^,?]{0,6}(?:来自|出自)(?P<zh>[^,?]+)|(?:来自|出自)(?P<first>[^,?]{2,12}?)的[^,?]{0,12}(?:多少|几)|\bhow much (?:of )?[^?]{2,60}\b(?:comes?|came|is|are|was|derived|stems?) from (?P<en>[^?]+)|\bwhat (?:share|portion|proportion|percentage|fraction) of [^?]{2,60}\b(?:comes?|came|is|are|was|derived|stems?) from (?P<of>[^?]+)"
)
# By how many or how much, and what only tells what it came to.
_BY_HOW_MUCH = lazy.compile(r"(?:增加|减少|新增|增|减|扩|降|涨|跌|升)(?:了|出|掉)?(?:多少(?!钱)|几)|\bby how (?:much|many)\b|\bhow many more\b")
_CAME_TO = lazy.compile(r"[增升扩降减提涨跌缩加][高大长加少张充]?[至到]")
_CHANGED_BY = lazy.compile(r"(?:增加|减少|新增|增长|下降|上升|上涨|下跌|多|少|增|减|升|降|涨|跌|高|低|[同环]比|按年|年增|年减)[^,;。至到]{0,6}?[\d一二两三四五六七八九十]|%|[一二两三四五六七八九]成|倍")
_PRICE_ASKED = lazy.compile(r"\b(?:at what price|for how much|(?:issue|offer) price)\b|多少钱|什么价|价(?:格)?(?:是)?多少")
_POINTS = lazy.compile(r"(?:多少|几)个?百分[点比]|\bhow many (?:percentage|basis) points\b")
_RATE = lazy.compile(r"%|百分|[点成倍半]|\b(?:points?|pp|percent|per cent|times|half|third|quarter|doubl\w+|halv\w+|bps?)\b")
# How many of those told before are for something.
_OF_THEM = lazy.compile(
    r"^(?:那|那么)?(?:其中|当中|里面|这里面)[,，]?(?:有)?(?:几|多少)[\u3400-\u9fff]{1,2}(?:是|要|会|将)?(?P<what>[\u3400-\u9fff]{3,14}?)(?:的)?[?]*$"
)


def whole_round(told: Told) -> bool:
    """Return whether it is asked what somebody put into something, and only the size or the value of a round is told."""
    if len(told.question.subjects) < _TWO or not _PUT_ASKED.search(told.question.folded):
        return False
    paid = [c for s in told.sentences for c in clauses(fold(s.text)) if any(is_money(q.unit) for q in amounts(c))]
    return any(_ROUND.search(c) for c in paid) and not any(_PUT.search(c) and not _ROUND.search(c) for c in paid)


def no_source(told: Told) -> bool:
    """Return whether it is asked where money came from, and no such source is told."""
    return _SOURCE_ASKED.search(told.question.folded) is not None and not _SOURCE.search(told.said)


def other_sum(told: Told) -> bool:
    """Return whether what something cost is asked, and the one sum told is that of something else named beside it: "… and a £4m charge for …"."""
    question, search = told.question, told.evidence.library.search
    needs = [n for n in question.needs if not (n.light or n.verbal)]
    if (
        not needs
        or question.wants not in ("amount", "")
        or not _COST_ASKED.search(question.folded)
        or len(told.sentences) != 1
    ):
        return False
    folded = fold(told.sentences[0].text)
    paid = [q for q in amounts(told.sentences[0].text) if is_money(q.unit)]
    if len(paid) != 1 or fold(paid[0].raw) not in folded:
        return False
    at = folded.index(fold(paid[0].raw))
    split = [m for m in _ONE_OF_TWO.finditer(folded) if m.end() <= at + 1 and at - m.end() <= _BEHIND]
    if not split:
        return False
    mine, before = folded[split[-1].end() :], folded[: split[-1].start()]
    return not any(search.heading_holds(n, mine, HELD) for n in needs) and any(
        search.heading_holds(n, before, HELD) for n in needs
    )


def not_of_them(told: Told) -> bool:
    """Return whether it is asked how many of those told before are for something, and nothing told says what they are for."""
    asked = _OF_THEM.search(told.question.folded)
    if asked is None:
        return False
    what = asked["what"]
    pairs = {what[i : i + 2] for i in range(len(what) - 1)}
    here = told.said
    return not any(p in here for p in pairs) and sum(c in here for c in set(what) if c not in _EMPTY) < _ENOUGH * len(
        set(what) - _EMPTY
    )


_EMPTY = frozenset("的是拿来用去为给会要将被把了有做当作在于")
_TWO = 2  # the one who puts it in, and what it goes into
_BEHIND = 14  # characters of a conjunction's own sum behind it
_ENOUGH = 0.5  # of the characters that say what they are for


def part_untold(told: Told) -> bool:
    """Return whether it is asked how much of a whole comes from something, and nothing told speaks of that."""
    match = _COMES_FROM.search(told.question.folded)
    if match is None:
        return False
    source = next((x for x in match.groups() if x), "")
    of = [n for n in told.question.needs if n.surface in source]
    text, search = "\n".join((told.said, *(fold(s.text) for s in told.sentences))), told.evidence.library.search
    named = {i for s in told.evidence.library.names.find(source) if s.kind == "entity" for i in s.ids}
    spoken_of = {m.entity for s in told.sentences for m in s.mentions}
    return bool(of) and not named & spoken_of and not any(says(n, text, search) for n in of)


def change_left_undone(told: Told) -> bool:
    """Return whether it is asked by how many something grows, and only what it came from and to is told."""
    return bool(_BY_HOW_MUCH.search(told.question.folded) and _CAME_TO.search(told.said) and not _CHANGED_BY.search(told.said))


_RAISED_ASKED = lazy.compile(r"(?:募|集资|融资|筹)(?:集|得|到|了)*(?:多少|几)|(?:多少|几)(?:个?亿|个?万|钱|资金|资本)|\bhow much (?:money |capital |cash |did|has|have|was|were|is)[^?]{0,60}\brais\w*")


def no_sum_raised(told: Told) -> bool:
    """Return whether it is asked how much was raised, and no sum of money is told."""
    return told.question.wants == "amount" and bool(_RAISED_ASKED.search(told.question.folded)) and not any(is_money(q.unit) for q in amounts(told.shown))


def no_points(told: Told) -> bool:
    """Return whether percentage points or per cent are asked for by number, and nothing told is in any."""
    return bool(_POINTS.search(told.question.folded)) and not _RATE.search(told.said)


def no_price(told: Told) -> bool:
    """Return whether a price is asked for beside when or where, and no sum is told."""
    return bool(_PRICE_ASKED.search(told.question.folded)) and not any(is_money(q.unit) for q in amounts(told.shown))


_WHAT_IT_COSTS = lazy.compile(r"(?:卖|售价?|定价|标价|开价|要|价格|价钱)(?:是|为)?(?:多少|几)(?:钱|元|块)?|多少钱|\b(?:what (?:does|do|did|is|was) [^?]{2,60} (?:cost|price)|how much (?:is|are|does|do) )")
_DEARER_ASKED = lazy.compile(r"[贵便宜省差降涨]|折|补贴|优惠|赚|亏|\b(?:sav\w+|cheaper|more|less|cut|discount\w*|subsid\w*)\b")
_SAVED = lazy.compile(r"(?:节?省|便宜|贵|少花|多花|补贴|立减|优惠|让利|降价?|涨价?)(?:了|下|出|近|约|逾|超过?|[至高]?达)*\s?[\d一两二三四五六七八九十几]|\b(?:sav(?:e|es|ed|ing)|cheaper|dearer|cut|discount\w*|subsid\w*)\b")
_PRICED = lazy.compile(r"售|卖|定价|价[格为是]|标价|起价|开价|元起|\b(?:pric\w*|costs?|sells?|sold)\b")


def only_saved(told: Told) -> bool:
    """Return whether it is asked what something costs, and all that is told is what it saves, or is cheaper or dearer by."""
    if not _WHAT_IT_COSTS.search(told.question.folded) or _DEARER_ASKED.search(told.question.folded):
        return False
    paid = [c for s in told.sentences for c in clauses(fold(s.text)) if any(q.unit != "%" for q in amounts(c)) or _SAVED.search(c)]
    return any(_SAVED.search(c) for c in paid) and not any(_PRICED.search(c) or not _SAVED.search(c) for c in paid if any(is_money(q.unit) for q in amounts(c)) or _SAVED.search(c))


def one_side_alone(told: Told) -> bool:
    """Return whether it is asked what each of two comes to, and what is told says one of them only: 商用級跟工業級各漲多少."""
    question = told.question
    if not _OF_EACH.search(question.folded) or question.wants not in ("amount", "ratio", ""):
        return False
    pair = sides(question, told.evidence.library.names) or ()
    said = told.said.replace(" ", "")
    written = [s.written.replace(" ", "") for s in pair if s.written and not s.ids]
    return len(written) > 1 and any(w in said for w in written) and not all(w in said for w in written)
