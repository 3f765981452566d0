"""Firms that the sentences of a round-up open with: 旭岱規模最小,4月營收12.4億元; 日本北濱製作所…; 同業中,已上市的澤川微2024年營收….

Where a text gives figures of somebody's books firm by firm, whoever a sentence opens with before such figures is one of
them, whatever the name looks like: left out, its figures would be taken for those of the firm before (`turns` does the
same for paragraphs). Patterns are matched against folded text.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.companies import unlike_words
from kb.discovery.endings import CHAIN_END, HAN_CHAR
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.people import is_person, last_role

_WHEN = r"(?:(?:则|也|亦|在|于)?(?:20\d\d(?:会计|财政)?(?:年度?|财年)?|[今去]年|同期|同季|当季)?(?:全年|[上下]半年|前[三九]个?[季月]度?|首[季三九]个?[季月]?度?|第?[一二三四1-4]季度?|\d{1,2}月份?|q[1-4])?)"
_MEASURE = r"(?:(?:合并|全年|单季|累计|实现|录得)*(?:总?营收|营业总?收入|收入|营业额|销售额|合约销售额?|合同销售额?|净利润?|净亏损?|归母净利润?|归母净亏损?|税后纯益|税后净利|纯利|溢利|盈利|亏损|毛利率|净利率|每股[纯收盈][益余利]|eps|保费收入?|交付量?|销量|卖出|售出|出货量?|产量|市占率?|市值|装机量?|在手订单|订单|客座率|入住率|不良率|净息差))"
_FIGURE = rf"{_WHEN}{_MEASURE}[^,;。:\d]{{0,8}}(?:[a-z]{{2,3}}?\$|[$¥€£])?\d"
_PLACED = r"(?:规模|体量|营收|份额|排名|产能|实力|市占)?(?:最[大小高低强弱]|居[首次末冠]|较[大小]|垫底|殿后|次之|排?第[一二三四五六七八九])"
_NAME = rf"(?P<name>{HAN_CHAR}{{2,8}}?)"
_ASIDE = r"(?:\([^()\n]{1,24}\))?"
_OPENS = lazy.compile(
    rf"(?:^|(?<=[。;!?\n]))(?:而|至于|另外|另一边,|反观|其中|其余的?|相比之下,)?{_NAME}{_ASIDE}(?={_FIGURE}|{_PLACED}(?:的)?,[^。;\n]{{0,12}}{_FIGURE}|则?[为是有]\d)"
)
_IN_TURN = lazy.compile(rf"(?:^|(?<=[。;!?\n])){_NAME}{_ASIDE}(?=则(?:为|是|有|达|仅|约)*\d)")
_DATED = lazy.compile(rf"(?!{_MEASURE}){_WHEN}{_MEASURE}")
_PEER = lazy.compile(
    rf"(?:同业|同行|对手|竞争对手|友商|同城)(?:之?中|里|当中|方面)?,?(?:[^,;。:\d]{{1,8}}的)?{_NAME}{_ASIDE}(?={_FIGURE})"
)
_LEAST = 2  # firms known otherwise whose figures open sentences
_OWN = 2  # characters of a name's own part
_NOT_IN_IT = PARTICLES | frozenset("这那该本其公司每此各多某我他她它们仅年月季期家间年度第的")
_NO_END = PARTICLES | LIGHT | frozenset("量额率比值数者称说指出示计告布度期约达为是有")


def openers(page: Page, found: Found) -> None:
    """Add those whom sentences with figures of books open with, where two known firms open such sentences too."""
    opening = [m for m in _OPENS.finditer(page.folded) if m["name"]]
    known = {n for n in found.by_name if found.kind(n) == "company"}
    taken = {page.folded[slice(*_bare(page, *m.span("name")))] for m in opening} & known
    spans = [
        m.span("name")
        for m in opening
        if len(taken)
        >= (
            1
            if len(m["name"]) > _OWN and (_DATED.match(page.folded, m.end()) or CHAIN_END.search(m["name"]))
            else _LEAST
        )
    ]
    if known:  # 緯朗則為227.5億元: set against one that is known
        spans += [m.span("name") for m in _IN_TURN.finditer(page.folded) if page.folded.count(m["name"]) > 1]
    for told in (*spans, *(m.span("name") for m in _PEER.finditer(page.folded))):
        start, end = _bare(page, *told)
        if _may_be(page, found, page.folded[start:end]):
            found.add("company", zh=page.text[start:end])


def _bare(page: Page, start: int, end: int) -> tuple[int, int]:
    """A name without the place before it: 日本, 台南的, 上海."""
    name = page.folded[start:end]
    cut = next(
        (
            n
            for n in (4, 3, 2)
            if len(name) - n > 1 and (page.term(name[:n]) or (n == _OWN and page.word(name[:n]) and name[n] == "的"))
        ),
        0,
    )
    return (start + cut + (name[cut : cut + 1] == "的"), end) if cut else (start, end)


def _may_be(page: Page, found: Found, name: str) -> bool:
    """Whether a firm may be called so: nothing in its own part is a word, and nobody else is."""
    if (
        len(name) < _OWN
        or found.kind(name)
        or page.term(name)
        or page.word(name)
        or any(n in name or name in n for n in found.by_name)
    ):
        return False
    if set(name) & _NOT_IN_IT or name[0] in LIGHT or name[-1] in _NO_END or last_role(name + "x"):
        return False
    own = CHAIN_END.sub("", name)
    own = own if len(own) >= _OWN else name
    return unlike_words(page, own) and not page.plain(name) and not is_person(page, name)
