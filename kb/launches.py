"""The product that an article launches, and those it only holds it against: predecessors and rivals.

"Orrin unveiled the Halo 3, the successor to its Halo 2": what no other product is named for is told of the Halo 3.
Patterns are matched against folded text. Leaves out the versions of a product (`kb.trims`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb import lazy
from kb.names import Span

_LAUNCHES = lazy.compile(
    r"\b(?:unveil(?:s|ed|ing)|introduc(?:es|ed|ing)|launch(?:es|ed|ing)|debuts?|debuted|released?|releases|announc(?:es|ed)|present(?:s|ed)|reveal(?:s|ed)|show(?:s|ed) off|took the wraps off|(?:go(?:es)?|went|put|puts) on sale)\b"
    r"|发表|发布|推出|亮相|开卖|开售|揭晓|面世|问世|登场|上市(?!公司|柜)"
)
# What a product is held against stands behind such words, with no more than a few that describe it between.
_AGAINST = lazy.compile(
    r"\b(?:successors? to|replacements? for|follow-ups? to|replac(?:es|ed|ing)|than|against|compared (?:with|to)|versus|vs\.?|unlike|(?:up|down) from [^;.]{1,24}? (?:for|on|in|of)|rivals? (?:such as|like))(?: (?:the|its|his|their|an?|original|old|older|outgoing|previous|current|existing|last|first|earlier|best-selling|bestselling|popular|ageing|aging|year's|rival|[a-z]+'s)){0,5} $"
    r"|(?:较|比|相比|相较于?|接替|取代|替代|对标|对比|不同于|[高低多少优逊好差强弱快慢大小重轻长短厚薄贵]于|不及|不如|超过|胜过|追平|媲美)(?:于|起|之)?(?:上一?代|前一?代|旧款|老款|前作|对手|同级|竞品)?(?:产品|车型|机型|的)?[「“\"]?$"
)
_OPENED = lazy.compile(r"\((?:vs\.? |versus |against |compared with |up from |down from |前代|上一?代|较|比|the |its )?$")
# 是K1的2.6倍, 相當於X2的八成: of what it is so many times.
_IS_TIMES = lazy.compile(r"[^,;。:的]{1,24}的[约近逾]?(?:[\d.]+|[两二三四五六七八九十数几]+)(?:倍|成|分之)|[^,;。:的]{1,24}的[约近]?一半")
_IS = lazy.compile(r"(?:是|为|达到?|相当于|约|仅|等于)$")


def held_against(folded: str, start: int) -> bool:
    """Return whether the name that begins at folded[start] only says what something is held against.

    >>> held_against("the tern 5, the successor to its best-selling tern 4 bike", 46), held_against("39 grams (halo 2: 52 grams)", 10), held_against("the halo 3 weighs", 4)
    (True, True, False)
    >>> held_against("算力52tops,是k1的2.6倍", 10)
    True
    """
    if _AGAINST.search(folded, max(0, start - 80), start) or _OPENED.search(folded, max(0, start - 24), start):
        return True
    return bool(_IS_TIMES.match(folded, start) and _IS.search(folded, max(0, start - 6), start))


def launched(folded: str, spans: Sequence[Span], kind: Callable[[str], str]) -> str | None:
    """Return the product that a folded sentence launches, None where it launches none or several."""
    verb = _LAUNCHES.search(folded)
    things = [s for s in spans if s.kind == "entity" and len(s.ids) == 1 and not s.weak and kind(s.ids[0]) == "product" and not held_against(folded, s.start)]
    if verb is None or not things:
        return None
    behind = [s for s in things if s.start > verb.start()] or things
    return behind[0].ids[0]
