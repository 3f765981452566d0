"""Companies that somebody founded: 創辦了X, "founded X". A founder's profile seldom introduces them otherwise."""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.endings import HAN_CHAR
from kb.discovery.found import Draft, Found
from kb.discovery.page import PARTICLES, Page
from kb.discovery.people import is_person
from kb.text import fold

_FOUNDED = lazy.compile(
    rf"(?:创办|创立|共同创建)了?(?:(?:新创|初创|家族|自己的)?(?:公司|企业|品牌))?[“「\"]?({HAN_CHAR}{{2,8}}?)[”」\"]?(?=[,。;:、()]|\n|$)"
)
_SINCE = lazy.compile(rf"(?:^|[。\s])({HAN_CHAR}{{3,8}}?)(?:\([^)\n]*\))?(?:成立|创立)于(?:\d{{4}}|上世纪)")  # X成立于2018年
# 雲岑2019年創立於東莞
_BEGAN = lazy.compile(rf"(?:^|[。;!?\n])({HAN_CHAR}{{2,6}}?)(?=(?:19|20)\d\d年?(?:成立|创立|创办)[于在])")
# 前身是1958年建立的雲岑銅礦
_BEFORE = lazy.compile(rf"前身(?:是|为)(?:(?:19|20)\d\d年)?(?:[^,。;]{{0,6}}(?:成立|建立|创办|创立|设立|组建|开办)的)?({HAN_CHAR}{{2,8}}?(?:厂|矿|社|公司|行|所|店|站|集团))(?=[,。;、(])")
_FOUNDED_EN = lazy.compile(
    r"\b(?:co-?founded|founded|founding|set up|left to start|quit to start|founder (?:and \w+(?: \w+)? )?of)(?: the (?:\w+ ){0,2}(?:company|start-up|maker|firm|group))? "
    r"([A-Z][\w&'’\-]+(?: (?:[A-Z][\w&'’\-]+|&)){0,3})"
)
_NO_NAME = lazy.compile(r"^(?:第|一|这|该|自己|多|首|两|三|新|全|本|人|者|团队|之|至今|以来|初|于|时|后|前)|(?:公司|企业|品牌|时|后|前|以来|至今|事业|工厂|基金)$")
_COUNTED = lazy.compile("[一二两三四五六七八九十]家|当地|本地")
_OFTEN = 2  # times a name must stand in its article


def founded(page: Page, found: Found) -> None:
    """Add what the article says somebody founded, where it goes on to speak of it by that name."""
    for match in (*_FOUNDED.finditer(page.folded), *_SINCE.finditer(page.folded)):
        name = match.group(1)
        if _NO_NAME.search(name) or page.plain(name) or page.word(name) or set(name) & PARTICLES:
            continue
        if longer := _longer(found, name):
            if len(longer) == 1 and longer[0].kind == "company" and name not in found.by_name:
                longer[0].aliases.append(page.text[match.start(1) : match.end(1)])
                found.by_name[name] = longer[0]
        elif page.folded.count(name) >= _OFTEN or (match.re is _SINCE and page.folded.count(name[:2]) >= _OFTEN):
            found.add("company", zh=page.text[match.start(1) : match.end(1)])
    for match in _BEGAN.finditer(page.folded):
        name = match[1]
        if page.folded.count(name) >= _OFTEN and not (page.plain(name) or page.word(name) or found.kind(name) or is_person(page, name) or any(name in n for n in found.by_name)):
            found.add("company", zh=page.text[slice(*match.span(1))])
    for match in _BEFORE.finditer(page.folded):
        if not _COUNTED.search(match[1]) and not page.plain(match[1]) and found.kind(match[1]) is None:
            found.add("company", zh=page.text[slice(*match.span(1))])
    for match in _FOUNDED_EN.finditer(page.text):
        name = match.group(1)
        first = name.split()[0]
        alone = len(re.findall(rf"(?<=[a-z,] ){re.escape(first)}\b|\b{re.escape(first)} (?:makes|has|sells|employs|is)\b", page.text))
        if len(name) > 3 and not _longer(found, fold(name)) and (page.text.count(name) >= _OFTEN or alone >= _OFTEN) and not page.term(name.lower()):
            found.add("company", en=name, aliases=(first,) if " " in name and alone >= _OFTEN and first != "The" else ())


def _longer(found: Found, name: str) -> list[Draft]:
    """The names found already that a folded name is, or begins."""
    return list({id(d): d for known, d in found.by_name.items() if known.startswith(name)}.values())


def groups(page: Page, found: Found) -> None:
    """Let 麦田 mean 麦田集团, where the text says it alone and other companies of the group begin alike."""
    for draft in found.drafts():
        name = fold(draft.zh)
        stem = name.removesuffix("集团")
        if draft.kind != "company" or stem == name or len(stem) < 2 or stem in found.by_name or page.word(stem):
            continue
        longer = {known for known in found.by_name if known.startswith(stem)}
        if page.folded.count(stem) > sum(page.folded.count(known) for known in longer):
            draft.aliases.append(draft.zh[: len(stem)])
            found.by_name[stem] = draft
