"""Somebody a sentence speaks of whom no name stands for: a figure behind them is not that of the last one named.

Whole names that look like a company's, and are not known as one, are enough here: what is taken for a
stranger wrongly only costs a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from kb import lazy
from kb.discovery.companies import DESCRIBES
from kb.discovery.endings import CHAIN_END, ENDS, HAN_CHAR
from kb.discovery.people import SURNAMES
from kb.model import Entity
from kb.names import Span
from kb.segment import words_of

# 澈陽科技(Cheyang Technology): a name in two scripts introduces somebody.
_INTRODUCED = lazy.compile(r"([㐀-鿿a-z0-9]{2,14})\(([a-z][a-z0-9&.,' -]{2,40})\)")
_TELLING = r"reported|posted|raised|expects|forecast|sold|delivered|shipped|earned|made|lost|had|recorded|led|added|carried|produced|booked|generated|swung|saw|has|brought in|took|grew|shrank|contributed|operates|runs|licensed|paid|won|signed|acquired|bought|held|holds|burned|burnt"
_ENGLISH = lazy.compile(
    r"(?:^|[,;] (?:and |while |but |as |whereas )?)(?:[Bb]ut |[Mm]eanwhile,? |In contrast,? |[Rr]ival |[Ss]eparately,? )?"
    rf"(?:[A-Z][a-z]+'s )?((?:[A-Z][\w&.-]*)(?: [A-Z][\w&.-]*){{0,3}})(?:'s (?!(?:largest|biggest|first|second|third))|(?P<said>,? said\b)|(?:, (?:an?|its|the|their|from|based in|of) [^,;.]{{3,70}},)?,? (?:{_TELLING})\b)"
)
# "The Ridge, a bulky family SUV, accounted for 176,900 deliveries": what a model sold is not what its maker did.
_A_THING = lazy.compile(r"(?:^|[,;] (?:and |while |but )?)(?:[Tt]he )?([A-Z][a-z]{2,}(?: [A-Z0-9][\w-]*){0,2})(?:, an? [^,;.]{3,70},)? (?:accounted for|made up|brought in|outsold|for(?= (?:the remaining |another |about |some )?[\d.,]+))")
# "She said Tessarine needed a partner", "a reference to Denmark's Nordhavn, which paid $60 million": told of in passing.
_TOLD_OF = lazy.compile(
    r"\b(?:said|says|added)(?: that)? (?P<a>[A-Z][a-z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}) (?:had|has|was|is|would|will|needs?|needed|expects?|expected|plans?|planned|wants?|wanted|could|can|did)\b"
    rf"|'s (?P<b>[A-Z][a-z][\w&.-]*(?: [A-Z][\w&.-]*){{0,3}}), which (?:{_TELLING})\b"
)
_APPOSED = lazy.compile(r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}, (?:an?|its|the|their) [^,;.]{3,70}, ")
# "The harshest call fell on Lumenor Display.": whom what follows is of.
_COMES_TO = lazy.compile(r"\b(?:fell (?:on|to)|went to|landed on|goes to|came from|belongs to) (?:the )?((?:[A-Z][\w&-]+)(?: [A-Z][\w&-]+){0,3})[.!]?[”\"]?$")
_COMMON_START = lazy.compile(
    r"^(?:the|its?|their|his|her|revenue|sales|net|gross|operating|total|in|on|at|for|as|both|this|that|these|those|earnings|profits?|loss(?:es)?|management|shares|analysts|investors|"
    r"company|he|she|they|we|i|q[1-4]|full|first|second|third|fourth|annual|quarterly|january|february|march|april|may|june|july|august|september|october|november|december|each|one|last|this|next|"
    r"eps|ebitda|arpu|ceo|cfo|chief|chair\w*|president|today|yesterday|\w+day)\b",
    re.I,
)
# 海納物流同期收入…: a name with a company's ending, where a clause begins, before what its own books tell.
_CHINESE = lazy.compile(
    rf"(?:^|[,;。:])((?!公司|集团|本|该|我|其|旗下|(?:报告)?[期年季月][内间末]|上半|下半|[今去明前]年|当|主营|营业|全球|整个|一些|部分|各|占|较|比|为|是|在|由|从|将|与|对|因|受|而|但|并|也){HAN_CHAR}{{2,6}}?(?:{ENDS}))"
    r"(?=(?:则|也|亦|同样|预计|去年|今年)?(?:20\d\d年|第?[一二三四]季|前三季|上半年|下半年|\d{1,2}月|同期|单季|全年|今年|去年|营收|营业收入|收入|净利|净亏|亏损|盈利|交付|销量|出货|产量|公布|发布|披露|宣布))"
)

# Vantis 预计出货230万台; Ostrelle 30.1万台: a name in Latin letters before a verb of telling or a number of things.
_LATIN = lazy.compile(
    r"(?:^|[,;。:：，；。、])\s?(?:[\u3400-\u9fff]{0,6}(?:机构|機構|公司|平台|品牌|对手|對手|初创|新創|厂商|廠商|同业|同業|集团|集團))?\s?([A-Z][a-z]{2,}[\w&-]*(?: [A-Z][\w&-]+){0,3})\s?(?:\([^()]*\))?"
    r"(?=\s?(?:则|則|也|亦|今日|昨日|[本上]?[周週][一二三四五六日]?|近日|日前|\d{1,2}日)?\s?(?:[预預][计計估期]|[发發]布|公[布告]|披露|宣布|估[计計]|[统統][计計]|指出|(?:以|出[货貨]|[销銷]量|[营營]收|交付)?\s?\d[\d.,]*\s?[万萬亿億]?\s?[台臺辆輛部架套颗顆件元]))"
)

# 收購藥局安源65%股權,安源現有門市57家: a word that opens a clause as somebody does, and was said before.
_AGAIN = lazy.compile(r"[,;。:](?!公司|集团|其中|该|本|目前|公|其)([㐀-鿿]{2,6}?)(?=(?:则|也)?(?:现有|目前|去年|今年|20\d\d年|前三季|[上下]半年|拥有|成立于|旗下))")
# 唯一衰退的是Norvik Compute,營收53億元; 成長最猛的是鼎嶽科技:營收96億元: whoever that is, it is not who was spoken of.
_THE_ONE = lazy.compile(r"[最唯首第惟][^,;。:]{0,12}(?:的|名|位)(?:则|便|就|仍|还|依然)?(?:是|为|属)(?P<who>[^,;。:\d]{2,30})[,:]")
# 次日,澧川特鋼公布營業收入…: whatever stands before what companies do with their results, however it ends.
_OPENING = lazy.compile(
    r"^(?:(?:其中|此外|另外|次日|同日|隔日|翌日|随后|稍早|日前|昨日|今日|而|反观|至于|相比之下|与此同时)[,]?)*(?:\d{4}年)?(?:\d{1,2}月(?!营|份))?(?:\d{1,2}日)?(?:晚间|晚|早间|上午|下午|盘后|凌晨|同日)?,?"
    rf"((?!公司|集团|本|该|我|其|旗下|上半|下半|[今去明前全当同单首末次]|第|一|两|三|四|期|季|年|月){HAN_CHAR}{{2,10}}?)(?:\([^()]{{1,24}}\))?(?:则|也|亦|同样|同日|昨日|今日|日前|此前|早前|先前|\d{{1,2}}月\d{{1,2}}日)*"
    r"(?=预计|预告|预期|公布|公告|披露|发布|宣布|录得|交出|的?(?:20\d\d年|第?[一二三四]季度?|前三季度?|上半年|下半年|全年|[去今]年|\d{1,2}月份?)?(?:实现)?(?:营收|营业收入|归母|净利|净亏|亏损|合约销售|合同销售|销售额|保费收入))"
)
# 不過瑞桓那宗的里程碑金額: a deal of somebody who was named before.
_ANOTHERS_DEAL = lazy.compile(r"[,;。:](?:不过|而|但|惟|至于|相比之下,?)?([㐀-鿿]{2,4}?)那(?:[宗笔起单桩项次]|一[宗笔起单次])")
# 姜某被罰款180萬元: whoever that is, it is not the firm spoken of before.
_PUNISHED = lazy.compile(rf"[,;。:、]([{''.join(sorted(SURNAMES))}]{HAN_CHAR}{{1,2}}?)(?:则|也|亦|另|还|分别|同时|个人)*[被遭](?:处|罚|判|警告|责令|采取|市场禁入)")
# 比三年前上市的X1(售價29.8萬元)便宜: what stands in parentheses behind a model is of that one.
_MODEL_ASIDE = lazy.compile(r"(?<![a-z0-9])([a-z]{1,6}[ -]?\d{1,4}[a-z+]{0,4})\((?=[^()\d]{0,6}(?:售价|定价|价格|起价|续航|重|标价|priced?|costs?|sold|at)[^()]*$)")
_FOUND = "found:"  # begins the ids of what no lexicon lists
_PARTICLES = frozenset("的了是在和与及或等之其为于被把将由以而也都又就则即并且但所者可会要有这那各每上下不较比据对从到")


def without_bodies(spans: Sequence[Span], entities: Mapping[str, Entity]) -> list[Span]:
    """Return spans but those of offices, schools and associations that articles introduce: who begins with one is a stranger still."""
    return [s for s in spans if not (s.kind == "entity" and s.ids[0].startswith(_FOUND) and entities[s.ids[0]].kind == "institution")]


def opens(folded: str, spans: Sequence[Span], is_word: Callable[[str], bool]) -> str:
    """Return the unknown words that a sentence begins with where a company stands, "" where none do.

    `is_word` tells whether folded characters are a word: 管理層預計 speaks of no stranger.

    >>> opens("次日,澧川特钢公布营收", (), {"特钢"}.__contains__), opens("管理层预计营收", (), {"管理层"}.__contains__)
    ('澧川', '')
    """
    match = _OPENING.match(folded)
    if match is None or _known([s for s in spans if s.kind in ("entity", "measure")], *match.span(1)):
        return ""
    first = words_of(match[1], is_word, _PARTICLES)[0]
    return first if len(first) > 1 and not is_word(first) else ""


def between(folded: str, text: str, spans: Sequence[Span], after: int, position: int) -> bool:
    """Whether somebody unknown is introduced in folded[after:position]; `text` is the sentence as printed."""
    taken = [s for s in spans if s.kind in ("entity", "measure")]
    for match in _INTRODUCED.finditer(folded[:position]):
        latin = text[match.start(2) : match.end(2)]
        named = latin[:1].isupper() and not latin.isupper()  # (MFU) abbreviates a term
        if named and match.start() >= after and not _known(taken, match.start(), match.end()):
            return True
    if any(m.start(1) >= after and not _known(taken, *m.span(1)) for m in _MODEL_ASIDE.finditer(folded[:position])):
        return True
    if folded[:1].isascii() or not _has_han(folded):
        if any(m.start(1) >= after - 1 and not _COMMON_START.match(m[1]) and not _known(taken, *m.span(1)) for m in _A_THING.finditer(text[:position])):
            return True
        return _told_of(text[:position], taken, after) or any(
            match.start() >= after - 1 and not _COMMON_START.match(match[1]) and not _known(taken, *match.span(1))
            for match in _ENGLISH.finditer(text[:position])
        )
    if any(m.start(1) >= after and m[1] in folded[: m.start()] and not _known(spans, *m.span(1)) for m in _AGAIN.finditer(folded[:position])):
        return True  # 預計2025年…;預計2025年…: what is a word is no name
    if any(m.start(1) >= after and m[1] in folded[: m.start()] and not _known(taken, *m.span(1)) for m in _ANOTHERS_DEAL.finditer(folded[:position])):
        return True
    if any(m.start(1) > after and not _known(taken, m.start(1) - 1, m.end(1) - 1) for m in _PUNISHED.finditer(f",{folded[:position]}")):
        return True
    if any(m.start("who") >= after and not _known([s for s in taken if s.kind == "entity"], *m.span("who")) for m in _THE_ONE.finditer(folded[:position])):
        return True
    if any(m.start(1) >= after and not _known(taken, *m.span(1)) for m in _LATIN.finditer(text) if m.end(1) <= position):
        return True
    return any(m.start(1) >= after and _a_name(m[1]) and not _known(taken, *m.span(1)) for m in _CHINESE.finditer(folded[:position]))


def leads(folded: str, text: str, spans: Sequence[Span]) -> bool:
    """Whether a sentence begins with a stranger doing what companies do."""
    taken = [s for s in spans if s.kind in ("entity", "measure")]
    if _told_of(text, taken, 0):
        return True
    if (match := _COMES_TO.search(text)) and not _COMMON_START.match(match[1]):
        return not _known(taken, *match.span(1))
    if (match := _A_THING.match(text)) and not _COMMON_START.match(match[1]) and not _known(taken, *match.span(1)):
        return True
    if match := _ENGLISH.match(text):
        return not match["said"] and not _COMMON_START.match(match[1]) and not _known(taken, *match.span(1))
    if match := _INTRODUCED.match(folded):  # 曜途(Yaotu)起步最晚
        latin = text[match.start(2) : match.end(2)]
        return latin[:1].isupper() and not latin.isupper() and not _known(taken, match.start(), match.end())
    if (match := _LATIN.match(text)) and _has_han(folded):
        return not _known(taken, *match.span(1))
    match = _CHINESE.match(folded)
    return match is not None and _a_name(match[1]) and not _known(taken, *match.span(1))


def _told_of(text: str, taken: Sequence[Span], after: int) -> bool:
    found = ((m, "a" if m["a"] else "b") for m in _TOLD_OF.finditer(text, max(0, after - 1)))
    return any(not _COMMON_START.match(m[g]) and not _known(taken, *m.span(g)) for m, g in found)


def aside(text: str) -> bool:
    """Whether who leads a sentence is introduced in it: "NutraBar, its snack brand, has": the next goes on as before.

    >>> aside("NutraBar, its snack brand, has £210 million"), aside("Oriel has 640 employees")
    (True, False)
    """
    return bool(_APPOSED.match(text))


def _a_name(words: str) -> bool:
    """Whether words with a company's ending are more than a kind of thing: 移動遊戲 is what is sold."""
    return CHAIN_END.sub("", words) not in DESCRIBES


def _known(taken: Sequence[Span], start: int, end: int) -> bool:
    return any(s.start < end and start < s.end for s in taken)


def _has_han(folded: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in folded[:40])
