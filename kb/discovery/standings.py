"""Firms that a paragraph ranks in its own words: 第三是美國Palletron, 緊追其後的捷羚1,016萬輛, "Fourth was Siena with 1.7 million".

Who is given a place among three and more, by sales or shares, is one of those compared, whatever the name
looks like. Patterns are matched against folded text, the English ones against the text as printed.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.brackets import latin_name
from kb.discovery.commons import is_kind
from kb.discovery.endings import CHAIN_END, HAN_CHAR, behind_kind
from kb.discovery.english import STRONG_END
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.rankwords import RANK, ZH
from kb.text import fold

_LEAST = 3  # firms that a paragraph ranks
_LEAST_LISTED = 2
_PARAGRAPH = lazy.compile(r"[^\n]+")
_NOT_ONE = lazy.compile(r"[第是为由从每]|^前[\d一二三四五六七八九十]|依[次序]|分别|合计|均价|其余|其他|厂商|[上去前]一?年|同比|增[长速]|超过|[少多]$|^运营$")
# By what firms are ranked: nothing is told of runners and towns.
_OF_FIRMS = lazy.compile(r"出货|销[量售]|份额|市占|占有率|营收|营业额|规模|门店|产[量能]|装机|保费|交付|品牌|厂商|企业|公司|业者|\b(?:sales|share|shipments?|shipped|sold|revenue|market|vendors?|makers?|firms?|companies|brands?|carriers?|banks?|operators?)\b")
_MODIFIED = r"(?:[^,;。:、()\d]{1,14}的)?"
_LATIN = r"[a-z][a-z\d&'-]*(?: [a-z][a-z\d&'-]*){0,2}"
_NAME = rf"(?:[^,;。:、()\d]{{0,10}}?(?P<la>(?<![a-z]){_LATIN}(?![a-z]))|(?P<zh>{HAN_CHAR}{{2,10}}?))"
_BRACKET = r"(?P<bracket>\([a-zà-ž][^()\d]{1,24}\))?"
_VERB = r"(?:仅|只|则|也|亦|仍|共|去年|全年|今年|单季|当季){0,2}(?:不过|拿到|录得|以|有|约|达|共|占|从|由|为|退[到至]|升|跌|滑|卖|售|交了|定下|给|出货|出口|装[车机]|安装|签约|接单|销|交付|市占|份额|规模|拿下|拥有|营[收业]|收入|产[量能]|装机|用户|保费|运营|发货|吞吐|完成|贡献)"
_FIGURE = r"\s?\d[\d,]*(?:\.\d+)?\s?(?:[百千万亿]{0,2}[\u3400-\u9fff%]|[gmkt]wh?\b)"
_HEAD_END = rf"(?=,|\(\d|{_VERB}|{_FIGURE}|是(?:前|唯一|[^,。;]{{2,12}}的(?:品牌|厂商|企业|公司)))"
_BEHIND = r"(?:紧[随追跟]其后|首次上榜|新上榜|新进榜)(?:的是?|者为|则是|,)?"
_LED = lazy.compile(rf"(?:(?!其次|次之)(?:{ZH})(?![至到、和与及依分方-])(?:的|者)?(?:则|仍|依旧|还)?(?:是|为|由)?|{_BEHIND}){_MODIFIED}{_NAME}{_BRACKET}{_HEAD_END}")
_WITH_PLACE = lazy.compile(rf"(?:^|[。;:,\n!?]\s?|而|反观){_MODIFIED}{_NAME}{_BRACKET}(?:{_VERB}[^,;。:\d]{{0,6}})?{_FIGURE}[^;。!?\n]{{0,40}}?(?:{ZH})")
_PLACED = lazy.compile(rf"(?:^|[。;:,\n!?]\s?|而|反观){_MODIFIED}{_NAME}{_BRACKET}(?:则|仍)?(?:排名?|位[居列]|名列|稳坐|稳居|退居|升[至到]|跃居)(?:{ZH}),")
_PUSHED = lazy.compile(rf"(?:把|将)(?P<zh>{HAN_CHAR}{{2,8}}?)(?=\(\d)")
# 第四至第八名依次為…; 其後依序是…
_LIST = lazy.compile(r"(?:第[一二三四五六七八九十](?:名|位)?(?:至|到|-|~)第?[一二三四五六七八九十](?:名|位)?|前[三四五六七八九十](?:大|名|强)?[^,;。:\d]{0,8}?|(?:其|随|之)后|接下来|紧接着)(?:依[次序]|分别)(?:是|为|有)?:?(?P<items>[^。:\n]*\d[^。\n]*)")
_LISTED = rf"{_MODIFIED}{_NAME}{_BRACKET}(?:[以约有]?{_FIGURE}|\(\d)"
_FIRST_ITEM = lazy.compile(_LISTED)
_ITEM = lazy.compile(rf"(?:[、,;]|(?<=[\d)%\u3400-\u9fff])(?:和|与|及|以及))\s?{_LISTED}")
_SHARED = lazy.compile(r"(?:^|[。;,\n])\s?(?P<names>[^,;。:\d()]{4,30}?)(?:分列|分居|分别(?:位列|名列|排名?|位居|居于|以))[^;。\n]{0,24}?第[一二三四五六七八九十]")
# 第六到第十名依序是奧峽、銘峰與印度的…: a list of places without figures.
_PLACES = lazy.compile(r"第[一二三四五六七八九十]{1,2}(?:名|位)?(?:至|到|-|~)第?[一二三四五六七八九十]{1,2}(?:名|位)?(?:依[次序]|分别|则)+(?:是|为|有)?:?(?P<names>[^,;。:\n\d]{5,60})")
_KIND_BEFORE = lazy.compile(r"^(?:品牌|厂商|企业|公司|业者|巨头|龙头|对手|新秀|老牌|大厂|海外|本土|国产|外资|[日韩美欧陆台港德法]系|家电|老字号|新势力)+(?=.{2})")
_ENGLISH = r"(?P<name>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2})"
_NTH_EN = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_EN = (
    lazy.compile(rf"{_ENGLISH} (?:was|is|came(?: in)?|ranked|placed|finished|took|held|kept|retained|stood|remained|followed|slipped to|climbed to|rose to|moved up to|jumped to|dropped to)(?: in| at)? (?:the )?(?:{_NTH_EN}\b|top spot|lead\b|crown|[Nn]o\. ?\d|number \w+|next\b)"),
    lazy.compile(rf"{_ENGLISH}, (?:which|up|down)\b[^,;.]{{0,20}}\bfrom {_NTH_EN}\b"),
    lazy.compile(rf"(?:followed by|trailed by|ahead of) {_ENGLISH}(?= (?:with|at|on)\b| \()"),
    lazy.compile(rf"(?i:{_NTH_EN}|next|runner-up) (?:was|came|is|place went to) {_ENGLISH}"),
    lazy.compile(rf"{_ENGLISH} (?:rounded out|rounds out|completed|completes) the (?:top|list)"),
    lazy.compile(rf"{_ENGLISH} (?:led|topped|leads|tops)(?: with| the| at)\b"),
)  # fmt: skip


def standings(page: Page, found: Found) -> None:
    """Add those whom a paragraph gives a place, three at least, or lists as the first so many."""
    for paragraph in _PARAGRAPH.finditer(page.folded):
        if len(RANK.findall(page.folded, *paragraph.span())) < _LEAST_LISTED or not _OF_FIRMS.search(page.folded):
            continue
        named = [*_chinese(page, max(0, paragraph.start() - 1), paragraph.end()), *_english(page, *paragraph.span())]
        named = [n for n in named if _likely(page, found, n[0])] + [n for n in _listed(page, *paragraph.span()) if _likely(page, found, n[0], listed=True)]
        known = {d for d in found.by_name if found.kind(d) == "company" and d in page.folded[slice(*paragraph.span())]}
        if len({page.folded[slice(*n[0])] for n in named} | known) < _LEAST:
            continue
        for (start, end), latin in named:
            name = page.text[start:end]
            folded = page.folded[start:end]
            if found.by_name.get(folded) or any(folded in n or (n in folded and folded.isascii()) for n in found.by_name) or _goes_past(found, folded):
                continue
            if folded.isascii():
                found.add("company", en=name)
            else:
                found.add("company", zh=name, en=latin if latin_name(latin) and fold(latin) not in page.known else "")


def _chinese(page: Page, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
    """The places of names that Chinese words rank, each with the Latin name in brackets behind it."""
    out: list[tuple[tuple[int, int], str]] = []
    for pattern in (_LED, _WITH_PLACE, _PLACED, _PUSHED):
        out += [_named(page, m) for m in pattern.finditer(page.folded, start, end)]
    for told in (*_SHARED.finditer(page.folded, start, end), *_PLACES.finditer(page.folded, start, end)):
        begin = told.start("names")
        for part in re.finditer(r"[^、和与及]+", told["names"]):
            out.append((_bare(page, begin + part.start(), begin + part.end()), ""))
    return out


def _listed(page: Page, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
    """The places of names in lists of the first so many: 第四至第八名依次為…"""
    out = []
    for told in _LIST.finditer(page.folded, start, end):
        at, until = told.span("items")
        first = _FIRST_ITEM.match(page.folded, at, until)
        out += [_named(page, m) for m in ([first] if first else []) + list(_ITEM.finditer(page.folded, at, until))]
    return out


def _named(page: Page, match: re.Match[str]) -> tuple[tuple[int, int], str]:
    groups = match.groupdict()
    bracket = page.text[match.start("bracket") + 1 : match.end("bracket") - 1] if groups.get("bracket") else ""
    if groups.get("la"):
        return match.span("la"), ""
    return _bare(page, *match.span("zh")), bracket


def _bare(page: Page, start: int, end: int) -> tuple[int, int]:
    """A Chinese name without the land and the kind of firm before it: 德國, 海外品牌."""
    while True:
        name = page.folded[start:end]
        kind = _KIND_BEFORE.match(name)
        cut = kind.end() if kind and not page.term(name) else next((n for n in (4, 3, 2) if len(name) - n > 1 and page.term(name[:n])), 0)
        if not cut:
            return start, end
        start += cut + (name[cut : cut + 1] == "的")


def _english(page: Page, start: int, end: int) -> list[tuple[tuple[int, int], str]]:
    return [(m.span("name"), "") for pattern in _EN for m in pattern.finditer(page.text, start, end)]


def _goes_past(found: Found, name: str) -> bool:
    """Whether what may be a name is one found before with the verb behind it: 馳原汽車|交了."""
    known = next((n for n in (name[:-size] for size in (1, 2)) if len(n) > 1 and found.kind(n)), "")
    return bool(known) and not CHAIN_END.fullmatch(name[len(known) :])


def _likely(page: Page, found: Found, span: tuple[int, int], listed: bool = False) -> bool:
    """Whether a name can be that of a firm: no everyday word (but where it is listed with others), no known term, nobody's."""
    name = page.folded[slice(*span)]
    if len(name) < 2 or _NOT_ONE.search(name) or found.kind(name) not in (None, "company"):
        return False
    if name.isascii():
        words = name.split()
        if len(words) > 1 and STRONG_END.search(page.text, *span) and not page.term(name):
            return page.text[span[0]].isupper()  # Kestrel Mobility
        return page.text[span[0]].isupper() and not (page.word(name) or all(page.word(w) or w in page.capital for w in words) or page.word(words[0]))
    edges = PARTICLES | LIGHT | frozenset("了所这那我你他她它们各")
    at_edge = len(name) < 4 and not (behind_kind(page, span[0]) and not page.word(name)) and (name[0] in edges or name[-1] in edges)
    plain = page.term(name) if listed else page.plain(name) or page.word(name)
    return not (plain or at_edge or is_kind(page, name))
