"""Firms that a round-up takes in turn: 先說體量最大的啟元芯核。這家供應商…, 概圖微還在虧。, 真正賺錢的是明度軟件。

Whoever a paragraph with figures of somebody's books opens with is the firm they are of, whatever its name looks like:
left out, its figures would be taken for those of the firm before. Patterns are matched against folded text.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.companies import unlike_words
from kb.discovery.endings import CHAIN_END, HAN_CHAR, KIND, LAND
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.people import is_person, last_role

_PARAGRAPH = lazy.compile(r"[^\n]+")
# Figures of somebody's books: 营收6.93亿元左右, 净亏损约7300万元, 交付24,118辆.
_BOOKS = lazy.compile(
    r"(?:营收|营业总?收入|收入|营业额|净利润?|净亏损?|归母净[利亏]润?损?|溢利|纯利|盈利|亏损?|交付量?|销量|出货量?)"
    r"(?:则|却|约|达|为|有|是|在|近|超|逾|收窄至|扩大[至到]|录得|了|着|-)*\d"
)
# 启元芯核。这家处理器IP供应商; 至于弘晶微,这家…公司
_THIS_FIRM = lazy.compile(
    rf"(?:^|[。;,!?\n]|的)(?:至于|先说|再说|先看|再看|另说|还有|另有|接着是?|最后是?)?(?:{LAND}的)?"
    rf"(?P<name>{HAN_CHAR}{{3,6}}?)(?:\([^()\n]{{2,30}}\))?[。,](?:这|那)(?:家|间)"
    rf"[^,。;:]{{0,16}}?(?:{KIND}|公司|企业|厂商|机构|平台|银行|供应商|制造商|开发商|运营商|服务商)"
)
# 真正闷声赚钱的是明度软件。 最惨的是赫途:
_SINGLED_OUT = lazy.compile(
    rf"(?:^|[。;!?\n])[^,。;:\n]{{1,14}}的(?:则|还|要)?(?:是|属|数|当属|要数|莫过于)(?P<name>{HAN_CHAR}{{2,6}}?)(?:\([^()\n]{{2,30}}\))?(?=[。:,;])"
)
# 概图微还在亏, 锐拓接口凭借
_OPENS = lazy.compile(
    rf"(?P<name>{HAN_CHAR}{{3,6}}?)(?:\([^()\n]{{2,30}}\))?"
    r"(?=凭借?|依靠|靠着?|[还仍]在|依[旧然]|仍然?|照样|继续|也[在是没交]|则|却|交出|录得|[今去]年|[上下]半年|全年|"
    r"预计|预告|的(?:营收|收入|业绩|成绩|年报|日子|情况|账)|是[^,。;]{0,20}(?:公司|企业|厂商|供应商|品牌)|,?(?:营收|净利|归母))"
)
_LEAST_TAKEN = 2  # other firms with figures of their own
_NO_NAME = frozenset("这那该本其公司此每各多某")


def turns(page: Page, found: Found) -> None:
    """Add the firms that paragraphs with figures of somebody's books open with, where the text takes several."""
    booked = [p.span() for p in _PARAGRAPH.finditer(page.folded) if _BOOKS.search(page.folded, *p.span())]
    for start, end in booked:
        for match in _THIS_FIRM.finditer(page.folded, max(0, start - 1), end):
            _add(page, found, *match.span("name"), sure=True)
    named = {n for n in found.by_name if found.kind(n) == "company"}
    openings = [next((n for n in named if n in page.folded[a : min(b, a + _OPENING)]), "") for a, b in booked]
    taken = len(set(openings) - {""})
    for start, end in booked if taken >= _LEAST_TAKEN else ():
        for match in _SINGLED_OUT.finditer(page.folded, max(0, start - 1), min(end, start + _OPENING)):
            _add(page, found, *match.span("name"))
        if opens := _OPENS.match(page.folded, start, end):
            _add(page, found, *opens.span("name"))


_OPENING = 40  # characters of a paragraph
_MOST_OWN = 2  # characters of a name's own part


def _add(page: Page, found: Found, start: int, end: int, sure: bool = False) -> None:
    """Add a name that is no everyday words, or (`sure` or not) a word with a firm's ending: 明度軟件."""
    name = page.folded[start:end]
    if found.kind(name) or page.term(name) or page.word(name) or any(n in name or name in n for n in found.by_name):
        return
    if set(name) & _NO_NAME or name[0] in PARTICLES | LIGHT or name[-1] in PARTICLES or last_role(name + "x"):
        return
    own = CHAIN_END.sub("", name)
    strange = unlike_words(page, own if len(own) > 1 else name) or unlike_words(page, name[:_MOST_OWN])
    ended = own != name and len(own) == _MOST_OWN
    if (strange or ended or sure) and not (page.plain(name) and not ended) and (sure or not is_person(page, name)):
        found.add("company", zh=page.text[start:end])
