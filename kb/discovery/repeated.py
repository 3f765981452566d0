"""Names that nothing introduces, told by coming again and again: 半日咖, 启衡热控.

A run of characters that is no everyday word, that comes at least twice with other neighbours each time, and
that stands where names stand is one. The idea is that of new word discovery by the freedom of neighbours
(Chien 1997), with the places of names for what is measured there by mutual information.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, compress, count
from operator import add

from kb import lazy
from kb.discovery.commons import is_kind, is_part
from kb.discovery.endings import earns, vote
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page, han
from kb.discovery.people import SURNAMES, is_person

_LONGEST = 6  # characters
_LEAST = 2  # times
_MOST = 40  # places looked at
_TWO = 2  # characters of most words
_SURE = 2  # a vote: only a name can stand there
_LISTED = lazy.compile(r"(?:以|为|达|约|仅|净增|净减|只有)?\d[\d.,]*(?![\d.,])(?! ?(?:公[里斤尺]|千[米克瓦]|[毫厘]米|[克米瓦度帧秒]|分钟|小时|英?[寸里]))")  # 鲜禾里11240家、半日咖5108家
_NO_EDGE = frozenset(
    "第每各某本该此这那其之并且或而但则也都还又已会不没有在的了是为与和及由对向被将把从给等到至于以就才只再更最很她他它我你您们者性化型类级率量额费价款项次年月日时元机器片仪卡板药剂币股债税店厂馆院区省市县港站号代版层面部组队人员商户家师说单"
)
_NOT_INSIDE = frozenset("上下内外只剩已未期她他们谁什么哪个少呢吗吧呀仍曾即既且")
_RUN = lazy.compile(f"[^\0-\u33ff\ua000-\U0010ffff{''.join(sorted(PARTICLES | _NOT_INSIDE))}]{{2,}}")


def repeated(page: Page, found: Found) -> None:
    """Add companies whose names come at least twice and stand where only names stand."""
    places = _places(page)
    for name in sorted(places, key=lambda n: (-len(n), n)):
        if not _free(page, name, places[name]) or not _name_like(page, found, name, places[name]):
            continue
        votes = [vote(page, a, a + len(name)) for a in places[name]]
        listed = sum(_in_a_list(page, a, a + len(name)) for a in places[name])
        if (max(votes) >= _SURE or listed >= _LEAST) and not (is_kind(page, name) or is_part(page, found, name) or _goes_on(page, name, places[name])):
            start = places[name][0]
            found.add("company", zh=page.text[start : start + len(name)])


def _places(page: Page) -> dict[str, list[int]]:
    """Where the words that come often enough stand, of those whose characters a name may have.

    A word comes no more often than any two of its characters, so only what such pairs join is looked at.
    """
    runs = [(run.start(), run.group()) for run in _RUN.finditer(page.folded)]
    pairs = Counter(chain.from_iterable(map(add, run, run[1:]) for _, run in runs))
    again = {pair for pair, times in pairs.items() if times >= _LEAST}
    out: dict[str, list[int]] = defaultdict(list)
    for start, run in runs:
        for at in compress(count(), map(again.__contains__, map(add, run, run[1:]))):
            if run[at] in _NO_EDGE or run[at] in LIGHT:
                continue
            for end in range(at + 2, min(at + _LONGEST, len(run)) + 1):
                if run[end - 2 : end] not in again:
                    break
                if run[end - 1] not in _NO_EDGE:
                    out[run[at:end]].append(start + at)
    return {name: at[:_MOST] for name, at in out.items() if len(at) >= _LEAST}


def _free(page: Page, name: str, at: list[int]) -> bool:
    """Whether other characters stand before and behind it each time, so that it is no part of a longer name."""
    text, size = page.folded, len(name)
    return _differ([text[a - 1 : a] for a in at]) and _differ([text[a + size : a + size + 1] for a in at])


def _goes_on(page: Page, name: str, at: list[int]) -> bool:
    """Whether its last character is of what follows each time: 澹海前 of 澹海前五大客戶 and 澹海前身."""
    text, size = page.folded, len(name)
    pairs = [text[a + size - 1 : a + size + 1] for a in at]
    return size > _LEAST and all(page.word(p) or (p[0] in LIGHT and p[1:] in LIGHT) for p in pairs)


def _differ(neighbours: list[str]) -> bool:
    """Whether no one character stands there each time; marks and the text's ends count as ever others."""
    first = neighbours[0]
    return not first or not han(first) or neighbours.count(first) < len(neighbours)


def _name_like(page: Page, found: Found, name: str, at: list[int]) -> bool:
    if name in found.by_name or any(name in n or n in name for n in found.by_name):
        return False
    if page.term(name) or page.plain(name) or page.word(name):
        return False
    if len(name) > _TWO and page.word(name[-_TWO:]) and any(n.startswith(name[:-_TWO]) for n in found.by_name):
        return False  # 東嶼|更正, where there is 東嶼電子
    if any(page.term(name[i:j]) for i in range(len(name)) for j in range(i + 2, len(name) + 1)):
        return False  # a term of the field with something beside it
    return not (name[0] in SURNAMES and len(name) <= 3 and is_person(page, name)) or any(earns(page, a, a + len(name)) for a in at) or sum(_in_a_list(page, a, a + len(name)) for a in at) > _LEAST


def _in_a_list(page: Page, start: int, end: int) -> bool:
    """Whether it stands in a list of names with a figure each."""
    left = page.folded[start - 1 : start]
    return bool(_LISTED.match(page.folded, end)) and left in ("、", ",", ":", "和", "为", "是", "|", "中", "")
