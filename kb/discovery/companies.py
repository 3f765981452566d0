"""Chinese companies by their endings or by what only companies do, and their shortened names."""

from __future__ import annotations

import re
from collections import Counter

from kb.discovery.endings import CHAIN, ENDS, HAN_CHAR, lead_in, vote
from kb.discovery.found import Draft, Found
from kb.discovery.page import PARTICLES, Page, as_printed
from kb.discovery.people import SURNAMES
from kb.text import fold

_OWNED = frozenset(
    "全资 独资 合资 参股 外资 中资 国资 民营 头部 国产 多家 自研 车规 智驾 混动 增程".split()
)  # never the name itself

_ACTOR = re.compile(
    rf"(?:^|[,。;:!?\n]|\d日(?:晚间|晚)?|[近今昨]日|日前)({HAN_CHAR}{{2,5}}?)(?=(?:\d+月\d+日)?(?:发布|公布|披露|宣布|公告|递交|签署|推出))",
    re.M,
)


def companies(page: Page, found: Found) -> None:
    """Names with a company's ending that stand, at least once, where only a name stands."""
    votes: Counter[str] = Counter()
    places: dict[str, int] = {}
    for match in CHAIN.finditer(page.folded):
        run = page.run(match.start(), 12)
        if len(run) < 2:
            continue
        lead = lead_in(page, run)
        begin = lead + page.tail(run[lead:]) if len(run) - lead >= 2 else 0
        core = run[begin:]
        if page.plain(core) or page.word(core) or len(core) > 4 or core[-1] in "型类性级" or core in _OWNED:
            continue
        start = match.start() - len(core)
        name = page.folded[start : match.end()]
        places.setdefault(name, start)
        votes[name] += vote(page, start, match.end())
    for name, cast in votes.items():
        longer = any(name.endswith(n) and n != name for n in found.by_name)
        if cast >= 2 and not longer and not any(name != n and n in page.known for n in (name[:2], name[:3], name[-4:])):
            found.add("company", zh=page.text[places[name] : places[name] + len(name)])


def actors(page: Page, found: Found) -> None:
    """Names without an ending, before a verb of announcing, that come at least twice."""
    for match in _ACTOR.finditer(page.folded):
        name = match.group(1)
        begin = lead_in(page, name)
        name = name[begin:]
        looks_a_person = name[0] in SURNAMES and len(name) <= 3
        if len(name) < 2 or page.plain(name) or page.tail(name, 5) or looks_a_person or name in found.by_name:
            continue
        if any(page.word(name[:n]) or page.word(name[n:]) for n in range(2, len(name))) or set(name) & PARTICLES:
            continue
        if page.folded.count(name) >= 2:
            found.add("company", zh=page.text[match.start(1) + begin : match.end(1)])


def shortened(page: Page, found: Found) -> None:
    """驭岚 for 驭岚汽车, where the text itself says so and no other name is shortened alike."""
    shorts: dict[str, list[Draft]] = {}
    for draft in found.drafts():
        name = fold(draft.zh)
        for size in range(len(name) - 1, 1, -1) if draft.kind == "company" else ():
            short, rest = name[:size], name[size:]
            if (CHAIN.fullmatch(rest) or short[-1:] + rest == "微电子" or page.plain(rest)) and _alone(
                page, short, rest
            ):
                shorts.setdefault(short, []).append(draft)
    for name, drafts in shorts.items():
        if len(drafts) == 1 and name not in found.by_name:
            drafts[0].aliases.append(as_printed(page, name))


def _alone(page: Page, short: str, rest: str) -> bool:
    """Whether `short` stands in the text without the `rest` of its name, as a name."""
    if page.term(short):
        return False
    places = [m.span() for m in re.finditer(rf"{re.escape(short)}(?!{re.escape(rest[0])}|{ENDS})", page.folded)]
    if page.plain(short):  # everyday words too, unless they do what only companies do
        return any(vote(page, *p) for p in places)
    return bool(places)
