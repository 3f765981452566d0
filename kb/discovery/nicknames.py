"""What people are called besides their names: 員工私下叫他「算盤先生」, YouTuber「錶哥阿木」.

Patterns are matched against folded text. Leaves out names of things and firms in marks of quotation
(`kb.discovery.products`, `kb.discovery.marked`).
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.endings import HAN_CHAR
from kb.discovery.found import Draft, Found
from kb.discovery.page import Page
from kb.text import fold

_MARKED = rf"[“「『\"](?P<name>{HAN_CHAR}{{2,6}})[”」』\"]"
# 業內稱她「…」; not 他稱「…」, which is what somebody says, nor 他「不要命」.
_CALLED = lazy.compile(rf"(?:叫|称呼?|唤|喊|尊称|戏称|昵称|封)[他她](?:是|为|作|做)?{_MARKED}|(?:绰号|外号|诨名|花名|笔名|艺名|网名|人称)(?:叫|是|为|:)?{_MARKED.replace('name', 'too')}")
_NO_NAME = lazy.compile("[不没很太最更真好是有会要能]|非常|过于|一个|这个|那个")
# Who is known by such a name only: 博主「老木測鞋」認為.
_KNOWN_AS = lazy.compile(rf"(?:博主|youtuber|up主|主播|网红|达人|部落客|评测人|reviewer|blogger|vlogger|kol|播主|站长|影评人|乐评人) ?{_MARKED}(?=认为|说|表示|指出|试|测|评|称|在|的|则|也|点评|批评|直言|[,。;、])")
_SENTENCE = "。;!?\n"


def nicknames(page: Page, found: Found) -> None:
    """Add people who are known by a nickname, and nicknames to whom they are of."""
    for match in _KNOWN_AS.finditer(page.folded):
        found.add("person", zh=page.text[slice(*match.span("name"))])
    for match in _CALLED.finditer(page.folded):
        group = "name" if match["name"] else "too"
        name = page.text[slice(*match.span(group))]
        bearer = None if _NO_NAME.match(match[group]) or found.kind(name) else _spoken_of(page, found, match.start())
        if bearer is not None:
            found.add("person", zh=bearer.zh, aliases=(name,))


def _spoken_of(page: Page, found: Found, at: int) -> Draft | None:
    """The only person that the sentence before a place names, else its paragraph, else the title."""
    paragraph = page.folded.rfind("\n", 0, at) + 1
    sentence = max(page.folded.rfind(mark, 0, at) for mark in _SENTENCE) + 1
    for begin, end in ((sentence, at), (paragraph, at), (0, page.folded.find("\n"))):
        part = page.folded[begin:end]
        named = [d for d in found.drafts() if d.kind == "person" and d.zh and fold(d.zh) in part]
        if named:
            return named[0] if len(named) == 1 else None
    return None
