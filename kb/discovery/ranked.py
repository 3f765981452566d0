"""Firms that a paragraph ranks, or tells of as peers, beside one that is known: names without any ending.

橙殼充電62萬台排名第一;驛電網55萬台: who stands at the head of a part of it, with a figure of the same unit, is one too.
Patterns are matched against folded text. Lines of a business are told of likewise (新梯21億元;維保13億元), so that the
figures of money and shares say nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict

from kb import lazy
from kb.discovery.brackets import latin_name
from kb.discovery.commons import is_kind
from kb.discovery.companies import unlike_words
from kb.discovery.endings import BOOKS_RIGHT, HAN_CHAR, LAND
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.people import is_person
from kb.text import fold

_SELLS = r"(?:累计)?(?:交付了?|交了|卖[了出]|售出|出货|发货|装[了车机]|签约)?"
_FIGURE = rf"{_SELLS}(?:以|约|达|有|为)?\s?\d[\d,]*(?:\.\d+)?\s?[百千万亿]{{0,2}}(?P<unit>[\u3400-\u9fff])"
_NAME = rf"(?P<name>{HAN_CHAR}{{2,6}}?|[a-z][a-z&.'-]*(?: [a-z][a-z&.'-]*){{0,2}})"
_RANKED = lazy.compile(rf"(?:^|[。;:\n!?] ?)(?:其中|而|第[一二三四五六七八九十]名?的?(?:是|为)?)?{_NAME}(?P<latin>\([a-z][^()]{{1,24}}\))?\s?{_FIGURE}", re.M)
# 拂然(Furan)市占26.3%蟬聯第一;淨舍(Jingshe)19.7%居次: whoever stands with a name in brackets and a figure beside others such.
_BRACKETED = lazy.compile(rf"(?:^|[。;:,、\n和与及] ?)(?:其中|而|依[次序]为|分别为)?(?P<name>{HAN_CHAR}{{2,6}}?)\((?P<latin>[a-zà-ž][^()]{{1,24}})\)(?:的?市占率?|的?市场份额|占比?|份额)?(?:以|约|达|为|则?[只仅]?有|仅|只)?\s?\d[\d,.]*\s?[百千万亿]{{0,2}}(?P<unit>%|[\u3400-\u9fff]|[gmk]wh?)", re.M)
# 辰翊18.9GWh位列第二,锂途13.2GWh第三: three and more in one sentence, one of them known.
_IN_A_ROW = lazy.compile(rf"(?:^|[。;:,、\n] ?)(?:其中|而|依[次序]为|分别为)?(?P<name>{HAN_CHAR}{{2,5}}?)(?:则?以|约)?\s?\d[\d,]*(?:\.\d+)?\s?[百千万亿]{{0,2}}(?P<unit>%|[\u3400-\u9fff]|[gmk]wh?)", re.M)
# 落後於禾山環保(11%)和天岑再生(9%)
_SHARE_BEHIND = lazy.compile(rf"(?:[。;:,、\n是为于有]|[和与及](?=..))(?:{LAND}?的)?(?P<name>{HAN_CHAR}{{2,6}}?)\(约?\d[\d.]*%\)")
_FIRMS_RANKED = lazy.compile(r"(?:厂商|品牌|[车药酒房险]企|企业|公司|券商)[^,。;]{0,6}(?:销量|出货|份额|排名|排行|如下|前[三五十]|依[次序]|分别|交付)")  # 厂商销量如下:
_SHARES = lazy.compile("份额|市占|占有率|品牌")
# 排名第一的矽曜股份, 业内第三的北庭能装
_NTH = lazy.compile(rf"(?:(?:排名?|位[居列]|业内|行业|国内|全球|市占)第?[一二三四五六七八九十两]|第[一二三四五六七八九十])的(?P<name>{HAN_CHAR}{{2,6}}?)(?=20\d\d年|(?:仅|则|也|已|正)?[为有达约]?\d|[,、(]|已|则|也|亦|宣布|去年|今年|同期)")
_LEAST_IN_A_ROW = 3
_SENTENCE = lazy.compile(r"[^。!?\n]+")
_NO_UNIT = frozenset("元年月日时岁%个折倍成点季周分美港")
_PARAGRAPH = lazy.compile(r"[^\n]+")
_PEER = r"(?:同业|同行(?!业)|竞争对手|对手|竞争者|友商|业者)"
_AFTER = r"(?:\([a-z][^()]{1,24}\))?(?=则|也|亦|已|因|早[在前]|[日此]前|随后|去年|今年|上[月周季]|上年度?|上财年|本[月周季]|同[期季年月日]|宣布|公布|喊|仍|月[增减]|年[增减]|季[增减]|逆[市势]|(?:20)?\d\d年|\d{1,2}月|第[一二三四]季|上半年|前三季)"
_BESIDE = lazy.compile(rf"{_PEER}(?:之一|中|里|方面)?(?P<name>{HAN_CHAR}{{2,5}}?){_AFTER}")
_PART = lazy.compile(rf"(?:^|[。;:\n] ?)(?P<name>{HAN_CHAR}{{2,4}}?){_AFTER}", re.M)
_TOLD = lazy.compile(rf"{_PEER}[^。;\n]{{0,30}}[。:,]")
_REACH = 90  # characters behind the word for peers
_NO_EDGE = PARTICLES | LIGHT | frozenset("了所这那我你他她它们各双两")


def ranked(page: Page, found: Found) -> None:
    """Add those with a figure of the unit that a known firm has one of, each at the head of a part of a paragraph."""
    for match in _NTH.finditer(page.folded):
        name = page.folded[slice(*match.span("name"))]
        if not is_kind(page, name) and not page.word(name[-2:]) and name[-1] not in "省市县区国州":
            _add(page, found, *match.span("name"))
    for paragraph in _PARAGRAPH.finditer(page.folded):
        rows: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for match in _RANKED.finditer(page.folded, *paragraph.span()):
            if match["unit"] not in _NO_UNIT:
                latin = page.text[match.start("latin") + 1 : match.end("latin") - 1] if match["latin"] else ""
                rows[match["unit"]].append((*match.span("name"), latin))
        for row in rows.values():
            known = [r for r in row if found.kind(page.folded[r[0] : r[1]]) == "company"]
            for start, end, latin in row if known and len(row) > 1 else ():
                _add(page, found, start, end, latin if latin_name(latin) else "")


def bracketed(page: Page, found: Found) -> None:
    """Add those with a Latin name in brackets and a figure of one unit, two and more in a paragraph."""
    for paragraph in _PARAGRAPH.finditer(page.folded):
        rows: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
        for match in _BRACKETED.finditer(page.folded, *paragraph.span()):
            rows[match["unit"]].append(match)
        for row in rows.values():
            for match in row if len(row) > 1 else ():
                latin = page.text[slice(*match.span("latin"))]
                if latin_name(latin) and not page.plain(match["name"]) and not found.kind(match["name"]):
                    found.add("company", page.text[slice(*match.span("name"))], latin)


def in_a_row(page: Page, found: Found) -> None:
    """Add those whom a sentence sets in a row with figures of one unit, where one of them is known for a firm."""
    for sentence in _SENTENCE.finditer(page.folded):
        rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for match in _IN_A_ROW.finditer(page.folded, *sentence.span()):
            if match["unit"] not in _NO_UNIT - {"%"} and not page.plain(match["name"]):
                rows[match["unit"]].append(match.span("name"))
        behind = [m.span("name") for m in _SHARE_BEHIND.finditer(page.folded, *sentence.span())]
        if _SHARES.search(page.folded, *sentence.span()) and any(found.kind(page.folded[slice(*p)]) == "company" for p in behind):
            for start, end in behind:
                _add(page, found, start, end)
        for row in rows.values():
            known = [p for p in row if found.kind(page.folded[slice(*p)]) == "company"]
            shares = page.folded[slice(*sentence.span())] if "%" in rows and row is rows["%"] else ""
            if shares and not _SHARES.search(shares):
                continue
            told = len(row) > _LEAST_IN_A_ROW and _FIRMS_RANKED.search(page.folded, *sentence.span())
            for start, end in row if told or (known and len(row) >= _LEAST_IN_A_ROW) else ():
                if not is_kind(page, page.folded[start:end]) and not page.word(page.folded[end - 2 : end]):
                    _add(page, found, start, end)


def peers(page: Page, found: Found) -> None:
    """Add the rivals of whom a sentence tells, and those told of behind "how peers fare": 對手立閎則轉虧."""
    for match in _BESIDE.finditer(page.folded):
        _add(page, found, *match.span("name"), earning=bool(BOOKS_RIGHT.match(page.folded, match.end("name"))))
    for told in _TOLD.finditer(page.folded):
        until = page.folded.find("\n", told.end())
        until = min(told.end() + _REACH, until if until >= 0 else len(page.folded))
        for match in _PART.finditer(page.folded, told.end() - 1, until):
            if unlike_words(page, match["name"]):
                _add(page, found, *match.span("name"))


def _add(page: Page, found: Found, start: int, end: int, latin: str = "", earning: bool = False) -> None:
    name = page.folded[start:end]
    if name.isascii():
        if page.text[start].isupper() and not any(page.word(w) for w in name.split()) and not any(w in page.capital for w in name.split()):
            found.add("company", en=page.text[start:end])
        return
    likely = not (page.plain(name) or page.term(name) or page.word(name) or name[0] in _NO_EDGE or (name[-1] in _NO_EDGE and not earning) or set(name) & (PARTICLES - {"之"} if earning else PARTICLES))
    if likely and not found.by_name.get(fold(name)) and (earning or not is_person(page, name)) and not any(name in n or n in name for n in found.by_name):
        found.add("company", zh=page.text[start:end], en=latin)
