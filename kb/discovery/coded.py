"""Products told by how their names are made: 「素雲300」, “轉轉Pro”, 岫03 of 遠岫汽車, YanStack of Yanchuan, the Tern 12.

A Chinese stem with a code in quotation marks is nobody's saying; a firm's products carry a part of its name. Leaves
out codes alone (`kb.discovery.products`) and names that the word for the thing beside them tells (`things`, `marked`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb import lazy
from kb.discovery.brackets import PAREN, latin_name
from kb.discovery.endings import CHAIN_END, HAN_CHAR
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page, han
from kb.discovery.products import THINGS, UNIT
from kb.text import fold

_QUOTE = r"[“「『]"
_UNQUOTE = r"[”」』]"
_MARKS = "Pro|Max|Ultra|Plus|Mini|Air|Lite|SE|One"
_QUOTED_CODE = lazy.compile(rf"{_QUOTE}(?P<stem>{HAN_CHAR}{{1,4}}) ?(?P<code>[A-Z]{{1,3}}-?\d{{1,4}}[A-Za-z]{{0,2}}|[A-Z]|(?:{_MARKS})(?: ?\d{{1,2}})?|\d{{1,4}}[A-Z]?|[一二三四五六七八九]代){_UNQUOTE}")
# 「岱岳」R2, 青嵐QL200: a code behind its brand is one name with it.
_CODE_ALONE = lazy.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}")
_MARKED_STEM = lazy.compile(rf"{_QUOTE}(?P<stem>{HAN_CHAR}{{1,4}}){_UNQUOTE} ?(?P<code>[A-Z]{{1,4}}-?\d{{1,4}}[A-Za-z]{{0,2}})(?![A-Za-z0-9%.])")
_THING_LEFT = lazy.compile(rf"(?:产品|单品|新品|产品是|产品为|{THINGS})$")
_DATES = lazy.compile(r"(?:双|六|八|九|第|十[一二三四五六]五|新规|[年月日号])$")
# 治療關節炎的「舒節寧」, 面向推理的「白鶴」系列
_MEANT_FOR = lazy.compile(rf"(?:治疗|预防|用于|面向|针对|适用于|主打|专为|缓解|搭载|定位)[^,。;:“「『”」』]{{1,16}}的{HAN_CHAR}{{0,8}}{_QUOTE}([^“”「」『』\n,。;:!?《》()]{{2,6}}){_UNQUOTE}")
_ONE_OF_LINES = lazy.compile(rf"{_QUOTE}([^“”「」『』\n,。;:!?《》()]{{2,6}}){_UNQUOTE}(?=系列|车型|机型|芯片|平台|引擎|大?模型|机器人|处理器|架构)")
_SELLS = lazy.compile(r"旗下|产品线|推出|发布|主力|主打|自研|自主研发|量产|上市|面向|产品")
_OWN = lazy.compile(rf"(?:自研|自建|自有|自主研发|自主开发|自行开发|自行研发|开发)的?{HAN_CHAR}{{0,8}}(?:平台|系统|引擎|模型|框架|工具|软件|应用|机器人|电池|芯片|品牌|架构|助手){_QUOTE}({HAN_CHAR}{{2,4}}){_UNQUOTE}")
_IN_SENTENCE = lazy.compile(r"[^。!?\n]+")
_NO_NAME = lazy.compile(r"[的了着吗呢吧不没要会能我你他她们]|主义|战略|概念|模式|理念|计划|工程|行动|经济|时代")
# 肺癌靶向藥安寧達(通用名:澤瑞尼), 雙抗嶺安寧上市第二年
_DRUG = lazy.compile(
    rf"(?:药|单抗|双抗|三抗|疫苗|抑制剂|激动剂|注射液|吸入剂|滴眼液|adc)(?P<name>{HAN_CHAR}{{3,4}}?)(?P<right>\((?:通用名|商品名|英文名|[a-z])|(?:于\d|在\d|已|将|预计|首年|[去今]年|\d{{4}}年|全年|上半年|首季)*(?:上市|销售额?|获批|纳入|续约|放量|降价|的?适应症|单[支盒价]))"
)
_NO_DRUG = frozenset("物品类价企店房厂剂商理效性方师农监检材械业学膳食贩劑")
_CAMEL = lazy.compile(r"(?<![A-Za-z0-9])[A-Z][a-z]{2,}(?:[A-Z][a-z]+|[A-Z]{2,4})+(?![A-Za-z0-9])")
_HUMP = lazy.compile(r"[A-Z][a-z]+")
_NUMBERED = lazy.compile(r"(?:\b[Tt]he (?:[a-z][\w-]* ){0,2}?|\b(?P<maker>[A-Z]\w+)['’]s )(?P<name>(?P<line>[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?) (?P<number>\d{1,3}))(?=,|\.\s|;| (?:is|was|has|had|costs?|which|starts?|carries|weighs|offers|lasts|sells?|sold|will|remains|goes|uses|and|or|can|for|at|from|in)\b)")
_THE_THING = lazy.compile(r"\b(?:car|bus|bike|phone|truck|van|drone|robot|model|boat|plane|camera|watch|console|tractor|engine|lens|oven|printer|scooter|chair|pump|turbine|scanner|machine|tablet|laptop|headset|e-bike), the $")
_NO_LINE = frozenset(
    "January February March April May June July August September October November December Chapter Section Article Phase Stage Tier Level Group Series Formula Fortune Euro Windows Android Nasdaq Rule Round Class Grade Type Page Part "
    "Line Terminal Gate Pier Route Highway Schedule Annex Resolution Agenda Chapter Covid Category Nikkei Dow Russell Stoxx Top Area Block Unit Plant Reactor Zone District Platform Version".split()
)
_SPECIFIED = lazy.compile(rf"(?<!{HAN_CHAR})(?P<stem>{HAN_CHAR}{{2,3}}) ?(?P<code>[A-Z]{{1,3}}-?\d{{1,4}}[A-Za-z]?)(?: (?:{_MARKS}))?的?(?P<what>{HAN_CHAR}{{2,4}})[为達达约有]?\d")
_LEAST = 2  # sisters, or times


def coded(page: Page, found: Found) -> None:
    """Add the products whose names tell that they are some."""
    _quoted_codes(page, found)
    _quoted_lines(page, found)
    _drugs(page, found)
    _siblings(page, found)
    _camels(page, found)
    _numbered(page, found)
    _systems(page, found)
    _worked(page, found)
    _with_stems(page, found)
    _in_rows(page, found)
    _editions(page, found)


def _quoted_codes(page: Page, found: Found) -> None:
    for match in _QUOTED_CODE.finditer(page.text):
        stem, code = fold(match["stem"]), match["code"]
        plain = page.plain(stem) and not code[0].isalpha()
        told = _THING_LEFT.search(page.folded, max(0, match.start() - 8), match.start())
        if _DATES.search(stem) or stem[0] in LIGHT or page.term(stem) or (plain and not told and page.folded.count(fold(match.group()[1:-1])) < _LEAST):
            continue
        _sold(page, found, match.start("stem"), match.end("code"))


def _quoted_lines(page: Page, found: Found) -> None:
    """Everyday words in quotation marks, told by what they are meant for or by others of their line beside them."""
    for sentence in _IN_SENTENCE.finditer(page.folded):
        meant = list(_MEANT_FOR.finditer(page.folded, *sentence.span()))
        lines = list(_ONE_OF_LINES.finditer(page.folded, *sentence.span()))
        lines = lines if len(lines) >= _LEAST and _SELLS.search(page.folded, *sentence.span()) else []
        for match in (*meant, *lines, *_OWN.finditer(page.folded, *sentence.span())):
            name = match[1]
            if not _NO_NAME.search(name) and not page.term(name) and name[0] not in PARTICLES and not CHAIN_END.search(name):
                _sold(page, found, *match.span(1))


def _drugs(page: Page, found: Found) -> None:
    for match in _DRUG.finditer(page.folded):
        name = match["name"]
        sure = match["right"].startswith("(")
        if name[0] in _NO_DRUG or name[0] in LIGHT or (not sure and (page.plain(name) or set(name) & PARTICLES or CHAIN_END.search(name))):
            continue
        _sold(page, found, *match.span("name"))


def _siblings(page: Page, found: Found) -> None:
    """岫01 and 岫03 of 遠岫汽車: a firm's own part, or the end of it, with a number, where there are two."""
    for draft in [d for d in found.drafts() if d.kind == "company" and d.zh]:
        own = fold(draft.zh)
        while (shorter := CHAIN_END.sub("", own)) != own and len(shorter) > 1:
            own = shorter
        for stem in (own, own[-1], own[0]) if len(own) <= _LONGEST_OWN else ():
            ends = {at: n.end() for at in page.places(stem) if (n := _OWN_NUMBER.match(page.folded, at + len(stem)))} if stem not in LIGHT else {}
            if len({page.folded[at:end] for at, end in ends.items()}) >= _LEAST:
                for at, end in ends.items():
                    _sold(page, found, at, end)


_OWN_NUMBER = lazy.compile(r"\d{1,2}(?![\d.,%年月日号亿万个家台元])(?! ?(?:公[里斤顷尺]|千[米克瓦]|[毫厘]米|[克米吨瓦度帧秒]|分钟|小时|英?[寸里]))")  # 图传22公里 is no model
_LONGEST_OWN = 4  # characters of a firm's own part


def _camels(page: Page, found: Found) -> None:
    """YanStack, where the firm is Yanchuan; LineLive, where it is CartLine."""
    firms = [n for d in found.drafts() if d.kind == "company" for n in d.names() if n[0].isascii()]
    humps = {h for n in firms for h in _HUMP.findall(n)} | {d.en for d in found.drafts() if d.kind == "product" and _HUMP.fullmatch(d.en)}
    for match in _CAMEL.finditer(page.text):
        first = _HUMP.match(match.group())
        own = first is not None and any(h.startswith(first.group()) or (first.group().startswith(h) and len(h) > _LEAST) for h in humps)
        if own and match.group() not in firms and found.kind(match.group()) is None and not page.term(fold(match.group())):
            found.add("product", en=match.group())


def _numbered(page: Page, found: Found) -> None:
    """The Tern 12 and the Tern 18; the car, the Otter 6."""
    told = [m for m in _NUMBERED.finditer(page.text) if m["line"] not in _NO_LINE and m["line"].split()[0] not in _NO_LINE]
    lines: dict[str, set[str]] = defaultdict(set)
    for match in told:
        lines[match["line"]].add(match["number"])
    for match in told:
        apposed = _THE_THING.search(page.text, max(0, match.start("name") - 30), match.start("name"))
        sisters = len(lines[match["line"]]) >= _LEAST or page.text.count(match["name"]) >= _LEAST
        made = match["maker"] and found.kind(match["maker"]) == "company"  # Raymark's Vue 3
        if (apposed or sisters or made) and found.kind(match["line"]) is None and not page.term(fold(match["name"])):
            found.add("product", en=match["name"])


_OTHER_NAME = lazy.compile(r"[》”」』]?\((?:通用名|商品名|英文名|中文名|化学名|研发代号|代号|又名|又称|原名|简称)[称为]?[:,]? ?[“「『《]?([^()“”「」『』《》,。;]{2,24})[”」』》]?[),;]")
_GENERIC = lazy.compile(r" \(([a-z]{6,16}(?: [a-z]{6,14})?)\)")


def _worked(page: Page, found: Found) -> None:
    """Add what stands in brackets as another name: 《星墟遠行》(Starfall Voyage), 安嵐達(通用名:澤嵐替尼), "Velora (zanitinib)"."""
    for draft in [d for d in found.drafts() if d.kind == "product"]:
        for at in page.places(fold(draft.zh or draft.en)):
            end = at + len(draft.zh or draft.en)
            told = _OTHER_NAME.match(page.folded, end) or _GENERIC.match(page.text, end)
            name = page.text[slice(*told.span(1))] if told else ""
            if name and found.kind(name) is None and not page.term(fold(name)) and not (name.isascii() and name.islower() and any(map(page.word, name.split()))):
                draft.aliases.append(name)
                found.by_name[fold(name)] = draft
    for draft in [d for d in found.drafts() if d.kind == "product" and d.zh and not d.en]:
        name = fold(draft.zh)
        if not any(f"{name}{mark}(" in page.folded for mark in "》”」』"):
            continue
        for match in re.finditer(rf"[《“「『]{re.escape(name)}[》”」』](?=\()", page.folded):
            bracket = PAREN.match(page.folded, match.end())
            latin = page.text[slice(*bracket.span(1))] if bracket else ""
            if latin_name(latin) and not page.term(fold(latin)):
                found.add("product", zh=draft.zh, en=latin)


def _systems(page: Page, found: Found) -> None:
    """MeridOS, which ends as a system does, and NovaPilot 3.0, whose edition is told of."""
    for match in _SYSTEM.finditer(page.text):
        if not page.term(fold(match.group())):
            found.add("product", en=match.group())


def _with_stems(page: Page, found: Found) -> None:
    """Let a code be known with the brand before it, with and without its marks."""
    for match in _MARKED_STEM.finditer(page.text):
        stem, code = match["stem"], match["code"]
        if not page.term(fold(stem)) and (found.kind(stem) == "product" or _THING_LEFT.search(page.folded, max(0, match.start() - 8), match.start())):
            found.add("product", zh=stem + code, aliases=(match.group(), code))
            line = found.by_name.get(fold(stem))
            if line is not None and page.folded.count(fold(stem)) == page.folded.count(fold(match.group())):
                found.absorb(stem + code, line)
    for draft in [d for d in found.drafts() if d.kind == "product" and not d.zh and _CODE_ALONE.fullmatch(d.en)]:
        for at in page.places(fold(draft.en)):
            if stem := _stem_before(page, found, at):
                draft.aliases.append(stem + draft.en)  # other articles may have the code alone
                found.by_name.setdefault(fold(stem + draft.en), draft)
                break


def _stem_before(page: Page, found: Found, at: int) -> str:
    """The brand that stands right before a code at `at`: a product's name, or what stands alone behind the word for a thing; else ""."""
    run = page.run(at, 5)
    for size in (2, 3, 4):
        if size <= len(run) and found.kind(run[-size:]) == "product":
            return page.text[at - size : at]
    for size in (2, 3):
        stem = run[-size:]
        if size > len(run) or page.plain(stem) or page.word(stem) or set(stem) & (PARTICLES | LIGHT) or any(found.kind(run[-n:]) for n in range(2, 6)):
            continue
        left = page.folded[max(0, at - size - 16) : at - size]
        if _THING_LEFT.search(left) or _LATIN_THING.search(left):
            return page.text[at - size : at]
    return ""


def _in_rows(page: Page, found: Found) -> None:
    """Models that a sentence tells the same of: 松岳A3主頻4.2GHz,…;溪壤K1主頻3.8GHz; the brand is a part of the name where no firm known has it."""
    for sentence in _IN_SENTENCE.finditer(page.text):
        told = [m for m in _SPECIFIED.finditer(page.text, *sentence.span()) if not page.plain(fold(m["stem"])) and not page.word(fold(m["stem"]))]
        of = [fold(m["what"]) for m in told]
        for match in told if len(told) >= _LEAST and any(of.count(w) >= _LEAST and page.term(w) for w in of) else ():
            stem, code = match["stem"], match["code"]
            if not any(n.startswith(fold(stem)) and d.kind == "company" for n, d in found.by_name.items()) and found.kind(code) is None:
                found.add("product", zh=stem + code, aliases=(stem + " " + code,))


def _editions(page: Page, found: Found) -> None:
    """MeridOS 3, 霧花2.5: the editions of a product; where there is one it is the product itself."""
    for draft in [d for d in found.drafts() if d.kind == "product"]:
        for name in [n for n in draft.names() if not n[-1].isdigit()]:
            told = list(dict.fromkeys(_numbered_so(page, name)))
            other = found.by_name.get(fold(told[0])) if told else None
            if len(told) == 1 and name.isascii() and other is None:
                draft.aliases.append(told[0])
                found.by_name[fold(told[0])] = draft
            elif len(told) == 1 and name.isascii() and other is not None and other is not draft and other.kind == "product":
                found.absorb(told[0], draft)
                other.en, other.aliases = name, [*other.aliases, told[0]]
            else:
                for one in told:
                    found.add("product", **{"zh" if han(one[0]) else "en": one})


def _numbered_so(page: Page, name: str) -> Iterator[str]:
    """The places where a number of an edition stands behind a name, as printed."""
    pattern = _LATIN_EDITION if name.isascii() else _HAN_EDITION
    for at in page.places(fold(name)):
        number = pattern.match(page.text, at + len(name))
        if number and not (name[0].isascii() and page.text[at - 1 : at].isascii() and page.text[at - 1 : at].isalnum()):
            yield page.text[at : number.end()]


_POINT = rf"\d{{1,2}}\.\d(?![\d.])(?! ?(?:{UNIT}|[A-Za-z]))"
_HAN_EDITION = lazy.compile(_POINT)
_LATIN_EDITION = lazy.compile(rf" (?:{_POINT}|\d{{1,2}}(?![\d.]|,\d)(?= ?(?:[,，。、;；:：)）」”]|(?!{UNIT})[\u3400-\u9fff])))")
_SYSTEM = lazy.compile(r"(?<![A-Za-z0-9])[A-Z][a-z]{2,}(?:OS|UI)(?![A-Za-z0-9])|(?<![A-Za-z0-9])(?!Wi-?Fi|DisplayPort|JavaScript|TypeScript|DirectX|OpenGL)[A-Z][a-z]*(?:[A-Z][a-z]+)+(?= \d{1,2}\.\d(?![\d.]))")
_LATIN_THING = lazy.compile(r"(?<![a-z])(?:gpu|cpu|npu|soc|chip|accelerator|processor|robot|server|platform) ?$")


def _sold(page: Page, found: Found, start: int, end: int) -> None:
    """Add a product, whatever it had been taken for but a firm."""
    name = page.text[start:end]
    kind = found.kind(name)
    if kind == "person":
        found.turn("product", name)
    elif kind is None:
        found.add("product", zh=name)
