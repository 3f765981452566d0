"""People named with whom they work for and no post: 遠帆證券的郭以晴則較審慎, 拓野的莊慕言2014年創業.

Patterns are matched against folded text.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.endings import HAN_CHAR
from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.discovery.people import SURNAMES, TELLS, is_person
from kb.text import fold

_LEAST, _MOST = 2, 8  # characters of a firm's name
_OF_A_FIRM = lazy.compile("的(?=[" + "".join(sorted(SURNAMES)) + rf"]{HAN_CHAR})")
# What is said of people only: their views, where they come from, what they were.
_DOES = lazy.compile(
    rf"(?:则|也|亦|却|仍|曾|早年|当时|此前|本人)*(?:{TELLS}|[较更]为?(?:审慎|谨慎|乐观|保守|悲观|看[好淡])|给予|维持|[上下]调|看[好淡法]|出身|原是|原为|本是|毕业|生于|出生|从小|年轻时|自幼|任(?!务|何|意)|当过|做过|念|读|主修"
    r"|是[^,。;]{0,14}(?:[师员家人长]|教授|博士|经理|主管|总监|出身|毕业)(?=[,。;、出])|(?:在|于)?\d{4}年(?:底|初|\d{1,2}月)?(?:创[业办立]|出生|生于|毕业|加入|入行|入职|离开|离职|辞职|接[任掌手班]|自立)|今?年?\d\d岁)"
)


def staff(page: Page, found: Found) -> None:
    """Add the people whom the name of a firm and 的 stand before."""
    firms = {name for d in found.drafts() if d.kind == "company" for name in map(fold, d.names())}
    for match in _OF_A_FIRM.finditer(page.folded) if firms else ():
        at = match.end()
        of_firm = any((name := page.folded[match.start() - n : match.start()]) in firms or (page.term(name) and not page.ordinary(name)) for n in range(_LEAST, _MOST + 1))
        person = _named(page, at) if of_firm else None
        if person and found.kind(person) is None:
            found.add("person", zh=page.text[at : at + len(person)])


def _named(page: Page, at: int) -> str | None:
    """The name at a place before what only people do."""
    for size in (3, 4, 2):
        name = page.folded[at : at + size]
        if _DOES.match(page.folded, at + size) and is_person(page, name, ended=True):
            return name if page.costs(name)[-1] >= _PLAIN and not page.word(name[:2]) and not page.term(name) else None
    return None


_PLAIN = 4.0  # what reading a name as everyday words must cost at least (`Page.costs`): a surname and a word
