"""Product lines named by a word or a code with a number, and their versions: Aero 5 with its Standard and Long Range.

A line is told by the word for what it is, by a launch, or by a title that has it too; its versions by a mark
behind its name (Glide Pro, Q7-Rack), or by a list that says what the words in it are ("three trims"). Run when
other products are known. Leaves out which version a shortened name means (`kb.trims`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kb import lazy
from kb.discovery.companies import unlike_words
from kb.discovery.found import Draft, Found
from kb.discovery.makers import add_makers
from kb.discovery.page import LIGHT, PARTICLES, Page, followed, han
from kb.discovery.products import NO_CODE, THINGS, UNIT
from kb.launches import held_against
from kb.text import fold
from kb.trims import MARK, ZH_MARK, part_of

_NO_LINE = re.compile(
    "(?:FY|Q|H|CES|IFA|GTC|CY|Series|Phase|Round|Rule|Article|Windows|Android|Directx|DirectX|Bluetooth|Wi-Fi|WiFi|Level|Type|Page|Chapter|Version|Stage|Part|Top|Tier|Class|Grade|Category|Section|Figure|Table|"
    "SUV|MPV|EV|GPU|CPU|NPU|APU|SoC|SOC|LED|OLED|LCD|AI|AR|VR|XR|RAM|SSD|TV|PC|IPO|ETF|OEM|ODM|"
    "Euro|Covid|Formula|Web|Industry|Terminal|Line|Gate|Route|Highway|Hall|Booth|Building|Block|Unit|Boeing|Airbus|USB|PCIe|HDMI|Thunderbolt|DDR|GPT|Fortune|Forbes|Nasdaq|Russell|Nikkei|Day|Week|Season|Episode|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    "About|Over|Under|Some|Nearly|Around|Only|Just|Of|In|On|At|By|To|From|Since|The|And|Or|For|With|Than|Up|First|Second|Third|Another|All|Both|More|Most|Less|Least|No|Nos|Number)"
)
# Tidal X1, Aero 5, HomeCell 3, 行舟X5; and a code alone, Q7, X9.
_LINE = lazy.compile(
    r"(?<![A-Za-z0-9.\-/&#(])(?:(?P<word>[A-Z][A-Za-z]{1,15}(?: [A-Z][a-z]{2,15})?) (?P<code>[A-Z]{0,2}\d{1,4}[A-Za-z]?)|(?P<alone>[A-Z]{1,4}-?\d{1,4}[A-Z]?))(?![A-Za-z0-9%])(?!\.\d)(?! ?(?:%|亿|億|万|萬|元))"
)
_HAN_LINE = lazy.compile(r"(?P<stem>[\u3400-\u9fff]{2,4})(?P<code>[A-Z]{0,3}\d{1,3}[A-Za-z]?)(?![A-Za-z0-9%.])(?! ?(?:年|月|日|号|万|亿|個|个|家|台|人|公里|小时|分|度|元|吨|层|歲|岁))")
_EN_THING = r"(?:gpu|cpu|npu|soc|asic|fpga|chips?|processor|accelerator|console|handheld|phone|smartphone|handset|tablet|laptop|notebook|headset|glasses|earbuds|headphones|watch|smartwatch|camera|drone|robot|car|sedan|suv|ev|truck|van|bike|e-bike|scooter|battery|printer|router|server|speaker|vacuum|rocket|satellite|platform|model|engine|turbine|kit|pump|inverter|charger)"
_LEFT = lazy.compile(rf"(?:{THINGS}|旗舰|掌机|主机|笔电|笔记本|折叠机|折叠屏|储能柜|电动车|休旅车|跑车|房车|新品|新车|新机|前作|前代|[新下前上首一二三四五]一?代的?|车型|竞品|竞争车型|(?<![a-z]){_EN_THING}) ?[“「『\"]?$")
_LAUNCH = lazy.compile(r"(?:推出|发表|发布|发售|亮相|揭晓|开卖|首发|带来|展示)[^,。;:、]{0,28}$|\b(?:unveil|launch|introduc|releas|debut|announc)(?:ed|s|es)?[^.;:]{0,40}$")
_RIGHT = lazy.compile(r"[”」』\"]? ?(?:系列|正式(?:上市|发布|推出|开卖|亮相)|登场|亮相|上市(?!公司)|发布|发表会?|开卖|开售|量产|售价|定价|分为|共?有[两三四五二2-5][个款]|标准版|长续航版|pro\b|max\b|ultra\b|起?售价|起价|(?:目前|现在?)?[只仅]?(?:卖|售|要)[\\d$])|[”」』\"]? (?:comes in|starts at|will be available|goes on sale|ships|series|range)\b")
_PART_RIGHT = lazy.compile(r" ?(?:独立|自研)? ?(?:显卡|[gcn]pu|soc|处理器|芯片|晶片|chips?)(?![a-z])(?!厂|公司|业)")
_QUOTED_WORD = lazy.compile(r"[“「『\"](?P<name>[A-Z][A-Za-z]{2,12}(?: [A-Z][A-Za-z]+)?)[”」』\"](?P<line>系列)?")
_STEM = lazy.compile(r"(?P<stem>[\u3400-\u9fff]{2,4}[A-Z]{0,2}|[A-Z]{1,3}-?)\d{1,3}")
_QUARTER = lazy.compile(r"(?:的)?(?:营收|收入|业绩|财报|净利|利润|销量|出货|交付|毛利|季|期间|以来|末|初|\d)")
_VERSION_NEXT = lazy.compile(r"(?P<rest> [A-Z][A-Za-z]{1,12}) (?:version|edition|variant|trim)\b")
_NUMBER_NEXT = lazy.compile(rf" (?:[A-Z]{{1,2}}\d{{1,3}}|\d{{1,2}})(?![A-Za-z0-9%.])(?! ?{UNIT})")
_NO_WORD_BEFORE = lazy.compile(r"(?<![A-Za-z0-9] )\b")
_DIGITS_NEXT = lazy.compile(r"\d{1,3}(?![A-Za-z0-9%.\-])")
_NO_CODE_BEFORE = lazy.compile(r"(?<![A-Za-z0-9.\-/&#(])(?<![A-Za-z0-9] )")
_OFTEN = 2
_SURE = 3  # times beside the title

_ITEM_EN = r"[A-Z][A-Za-z0-9-]*(?: [A-Z0-9][A-Za-z0-9-]*){0,3}"
_ITEM_ZH = r"[\u3400-\u9fff]{2,6}?[版款型]"
_ITEM = rf"(?:[A-Z][A-Za-z0-9-]* ?{_ITEM_ZH}|{_ITEM_EN}(?: ?版)?|{_ITEM_ZH})"
_AND = r"(?: ?(?:、|,|和|與|与|及|以及) ?|,? (?:and|or|&) )"
_MANY = r"[两兩二三四五六2-6]"
# 共有 Standard、Long Range、Performance 三個 trim; 分為 Glide 與 Glide Pro 兩個版本
_COUNTED = lazy.compile(
    rf"(?P<list>{_ITEM}(?:{_AND}{_ITEM})+) ?(?:等|这|這|共)?{_MANY}(?:款(?=[,,。;直])|[个個款種种档檔](?:不同|直立式|主要)?[^,。;、]{{0,6}}?(?:版本|版|trims?|[车車]型|配置|型[号號]|[机機]型|[规規]格|款式|款|variants?|versions?|models?|sku|form factors?))",
    re.I,
)
_SO_MANY = lazy.compile(rf"{_MANY}[个個款种種档檔]")  # in all that _COUNTED and _AFTER match, which take long to find nothing
# 三個版本:標準版、長續航版與性能版; in three versions: Base, Plus and Max
_AFTER = lazy.compile(rf"{_MANY}[个個款种種档檔][^,。;、:]{{0,6}}?(?:版本|版|trims?|[车車]型|配置|型[号號]|[机機]型|[规規]格|款式|form factors?)[^,。;、:]{{0,4}}?[:,,:]? ?(?:分别|分別|依序|依次)?(?:是|为|為|有)?(?P<list>{_ITEM}(?:{_AND}{_ITEM})+)")
_EN_AFTER = lazy.compile(rf"\b(?:two|three|four|five) (?:[a-z-]+ )?(?:versions|trims|variants|models|editions|configurations|grades|sizes|tiers)(?: ?[:,—–-] ?| \()(?:the |an? )?(?P<list>{_ITEM_EN}(?:(?:, and |, | and )(?:the |an? )?{_ITEM_EN})+)")
_EN_BEFORE = lazy.compile(rf"\b(?:in|as|into|between) (?P<list>{_ITEM_EN}(?:(?:, and |, | and )(?:the |an? )?{_ITEM_EN})+) (?:versions|trims|variants|models|editions|configurations|grades)\b")
# 三個trim:Base售價99萬元、Plus 119.5萬元、頂規Max 138萬元
_PRICED = lazy.compile(rf"{_MANY}[个個款种種](?:不同)?[^,。;、:]{{0,4}}?(?:版本|版|trims?|[车車]型|配置|型[号號]|[机機]型|[规規]格|款式|versions?|models?)[:：](?P<row>[^。;；\n]+)", re.I)
_PRICED_ITEM = lazy.compile(rf"(?:^|[、,，]|[和与與及])[\u3400-\u9fff]{{0,4}}?(?P<item>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*|{_ITEM_ZH})(?: ?[版款])?(?:起?[售定]价|起?[售定]價|起價|起价|[卖賣为為])? ?(?:NT\$|HK\$|US\$|[$¥€£])?[\d.,]+ ?[万萬]?[元美港欧歐]?")
# A Pro version is $599; 分為標準版與旗艦版
_ONE_EN = lazy.compile(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?P<list>(?!Chinese|English|Japanese|Korean|European|American|British|New|Old|First|Second|Latest|Final|Original|Beta|Android|Windows|Mac)[A-Z][A-Za-z]{1,12}(?: [A-Z][a-z]{2,12}){0,1}) (?:version|edition|variant|trim)\b(?! of\b)")
_ZH_PAIR = lazy.compile(rf"(?:分为|分為|分成|提供|推出|包括|包含|共?有|[設设]有)(?P<list>[\u3400-\u9fff]{{2,6}}?版(?:{_AND}[\u3400-\u9fff]{{2,6}}?版)+)")
_LEADS_UP = lazy.compile("^[\u3400-\u9fff]{0,4}?(?:[分区]为|分成|提供|推出|包括|包含|共有|[设設拥擁]有|[區分]為)(?=.{2})")
_SPLIT = lazy.compile(rf"{_AND}(?:the |an? )?")


def trims(page: Page, found: Found) -> None:
    """Add the lines, and the versions of those that are known."""
    for name in dict.fromkeys(_lines(page, found)):
        found.turn("product", name)
        _with_code(page, found, name)
    for name in dict.fromkeys(_launched(page, found)):
        found.add("product", en=name)
    for name in dict.fromkeys(_sisters(page, found)):
        found.add("product", **({"zh": name} if han(name[0]) else {"en": name}))
    _firm_and_code(found)
    _quoted_words(page, found)
    add_makers(page, found)
    _without_makers(found)
    _series(page, found)
    lines = _known_lines(page, found)
    if not lines:
        return
    for draft, name in lines:
        for rest in (*_marked(page, name), *_versions_of(page, name)):
            _add(found, draft, name, rest)
    _declared(page, found, lines)
    _told_beside(page, found, lines)
    _in_rows(page, found)
    _without_codes(page, found)


def _lines(page: Page, found: Found) -> Iterator[str]:
    title = page.text.partition("\n")[0]
    for match in _LINE.finditer(page.text):
        name = match.group()
        word, code = match["word"] or "", match["code"] or match["alone"]
        if found.kind(name) in ("product", "person") or (word and _NO_LINE.fullmatch(word.rpartition(" ")[2])) or (not word and ((NO_CODE.fullmatch(name) and not _short_code(page, match)) or not re.search("[A-Z]", name))):
            continue
        if word and (found.kind(word) == "person" or fold(name) in page.known or (fold(word) in page.known and not _LEFT.search(page.folded, max(0, match.start() - 12), match.start()) and not _PART_RIGHT.match(page.folded, match.end()))):
            continue
        word = _without_firm(found, word)
        name = f"{word} {code}" if word else code
        if _introduced(page, match.end() - len(name), match.end(), sure=bool(word)) or (word and _with_title(page, title, name)):
            yield name
    for match in _HAN_LINE.finditer(page.text):
        start = _begins(page, found, match)
        name, stem = page.text[start : match.end()], page.folded[start : match.start("code")]
        if not stem or found.kind(name) or page.plain(stem) or page.word(stem) or set(stem) & (PARTICLES | LIGHT):
            continue
        if _strange(page, found, stem, match["code"]) and not _QUARTER.match(page.folded, match.end()):
            yield name  # 岭途L12: nothing else is called so
        elif page.text.count(name) >= _OFTEN and (_introduced(page, start, match.end(), sure=True) or _with_title(page, title, name)):
            yield name


def _strange(page: Page, found: Found, stem: str, code: str) -> bool:
    """Whether two characters that are no words, and no firm known, stand before a letter and a number."""
    return len(stem) == _OFTEN and code[0].isalpha() and unlike_words(page, stem) and not NO_CODE.fullmatch(code) and found.kind(stem) is None


def _short_code(page: Page, match: re.Match[str]) -> bool:
    """Whether a letter with a digit, which may be anything, stands right behind the word for a car or a phone: 旗艦V7."""
    return bool(_SHORT_CODE.fullmatch(match.group()) and _CAR_LEFT.search(page.folded, max(0, match.start() - 8), match.start()) and not _NO_CAR.match(page.folded, match.end()))


_SHORT_CODE = lazy.compile(r"(?![QHF])[A-Z]\d")
_CAR_LEFT = lazy.compile(r"(?:旗舰|车型|新车|轿车|轿跑|跑车|皮卡|休旅车|suv|mpv|手机|机型|新机) ?$")
_NO_CAR = lazy.compile(r" ?(?:级|制程|工艺|自动|轮|期|排放|接口|标准|智驾|以上|以下|/)")


def _begins(page: Page, found: Found, match: re.Match[str]) -> int:
    """Where a line's name with Chinese characters begins: behind the word for what it is, or as long as it always is; at its code behind a firm."""
    at, text = match.start("code"), page.text
    _without_code_no_firm(page, found, match["stem"])
    if any(found.kind(page.folded[at - n : at]) == "company" for n in (2, 3, 4)):
        return at
    start = at - min(2, len(match["stem"]))
    while start > match.start() and not _LEFT.search(page.folded, max(0, start - 12), start) and text.count(text[start - 1 : match.end()]) == text.count(text[start : match.end()]):
        start -= 1
    return start


def _without_code_no_firm(page: Page, found: Found, stem: str) -> None:
    """Forget a firm that stands behind the word for a thing, and nowhere without a number: 手机青澜7."""
    for name in (stem[-n:] for n in (2, 3, 4) if len(stem) >= n):
        draft = found.by_name.get(fold(name))
        if draft is None or draft.kind != "company" or draft.names() != [name]:
            continue
        places = list(page.places(fold(name)))
        numbered = all(page.folded[at + len(name) : at + len(name) + 1].isascii() and page.folded[at + len(name) : at + len(name) + 1].isalnum() for at in places)
        if numbered and any(_LEFT.search(page.folded, max(0, at - 12), at) for at in places):
            del found.by_name[fold(name)]


def _sisters(page: Page, found: Found) -> Iterator[str]:
    """The other models of a line that the text names: 听泉L2 beside 听泉L1; Q3, which may be a quarter, only as a thing beside Q5."""
    known = {fold(n) for d in found.drafts() for n in d.names()}
    stems = {m["stem"] for d in found.drafts() if d.kind == "product" for n in d.names() if (m := _STEM.fullmatch(n))}
    lines = {m["line"] for d in found.drafts() if d.kind == "product" for n in d.names() if (m := _OF_LINE.fullmatch(n))}
    for line in sorted(lines):
        for other in followed(page.text, line, _NUMBER_NEXT, _NO_WORD_BEFORE):
            name = line + other.group()
            if fold(name) not in known and not (line[0].isupper() and _NO_LINE.fullmatch(line)):
                yield name
    for stem in sorted(stems):
        for other in followed(page.text, stem, _DIGITS_NEXT, _NO_CODE_BEFORE):
            name, start = stem + other.group(), other.start() - len(stem)
            thing = _LEFT.search(page.folded, max(0, start - 12), start) and not _QUARTER.match(page.folded, other.end())
            if fold(name) not in known and (han(stem[0]) or thing or not NO_CODE.fullmatch(name)):
                yield name


def _with_code(page: Page, found: Found, name: str) -> None:
    """Let a line be known under its code alone, where the text has it so: X1 of a Tidal X1."""
    line, _, code = name.rpartition(" ")
    short = found.by_name.get(fold(code)) if line and code[0].isalpha() else None
    if short is not None and short.kind == "product":
        found.absorb(name, short)
    elif line and short is None and code[0].isalpha() and re.search(rf"(?<![A-Za-z0-9-])(?<!{re.escape(line)} ){re.escape(code)}(?![A-Za-z0-9])", page.text):
        found.add("product", en=name, aliases=(code,))


_HAN_CODE = lazy.compile(r"(?P<stem>[\u3400-\u9fff]{2,4})(?P<code>[A-Z]{1,3}\d{1,4}[A-Za-z]?)")
# 單電池版售價89,800元,雙電池版112,000元: versions, where one sentence tells figures of two.
_TOLD_ZH = lazy.compile(r"(?:^|[,,;;。、:：和與与及])(?P<item>[\u3400-\u9fff]{2,5}版)(?=(?:的)?(?:起?[售定][价價]|[价價]格|[续續]航|搭[载載]|配[备備]|[电電]池|[车車]重|[为為])?[约約]?[\d])", re.M)
# "launched its second smart speaker, the Aura X, at …"
_LAUNCHED_EN = lazy.compile(r"\b(?:launched|unveiled|introduced|released|debuted|presented|announced|revealed|showed off|took the wraps off|launches|unveils|introduces|releases|reveals)(?: on \w+day)? (?:(?:its|the|an?|their|his|her)(?: [a-z0-9-]+){1,6}, the (?P<name>[A-Z][A-Za-z]+(?: (?:[A-Z][A-Za-z]*|\d{1,3}))?)(?=,)|(?:the|its) (?P<numbered>[A-Z][A-Za-z]+ [A-Z]{0,2}\d{1,3})(?=[,.]? ))")


def _launched(page: Page, found: Found) -> Iterator[str]:
    """The things that the text says are launched: numbered, or named again."""
    for match in _LAUNCHED_EN.finditer(page.text):
        name = match["name"] or match["numbered"]
        if not found.kind(name) and (match["numbered"] or page.text.count(name) >= _OFTEN) and not page.term(fold(name)) and not _NO_LINE.fullmatch(name.partition(" ")[0]):
            yield name


def _firm_and_code(found: Found) -> None:
    """Let a product of a name and a code be known by the code too, where the text has that alone or the name is its firm's: R9 of a 青嵐R9 by 青嵐科技."""
    coded = [m["code"] for d in found.drafts() if d.kind == "product" and (m := _HAN_CODE.fullmatch(d.zh or ""))]
    firms = [fold(n) for d in found.drafts() if d.kind == "company" for n in d.names()]
    for draft in [d for d in found.drafts() if d.kind == "product" and d.zh]:
        told = _HAN_CODE.fullmatch(draft.zh)
        if told is None or coded.count(told["code"]) > 1:
            continue
        short = found.by_name.get(fold(told["code"]))
        if short is None and any(f.startswith(fold(told["stem"])) for f in firms) and not re.fullmatch(r"[QHFV]\d", told["code"]):
            draft.aliases.append(told["code"])
            found.by_name[fold(told["code"])] = draft
        elif short is not None and short is not draft and short.kind == "product":
            found.absorb(draft.zh, short)


def _without_makers(found: Found) -> None:
    """Let a product with its maker's name in front be the one without: Zentro X9 is X9."""
    for draft in found.drafts():
        maker, _, rest = draft.en.partition(" ") if draft.kind == "product" else ("", "", "")
        short = found.by_name.get(fold(rest)) if rest and found.kind(maker) == "company" else None
        if short is not None and short is not draft and short.kind == "product":
            found.absorb(draft.en, short)
        elif rest and " " in rest and found.kind(maker) == "company" and found.kind(rest) is None:
            found.add("product", en=draft.en, aliases=(rest,))


def _series(page: Page, found: Found) -> None:
    """Add the lines that the word for a line tells: Gully系列 of a Gully Go, 岱麓系列; where the line is a product too, as its other name."""
    products = {fold(n): d for d in found.drafts() if d.kind == "product" for n in d.names()}
    for match in _SERIES.finditer(page.text):
        start = next((at for at in _starts(page.text, match.start()) if _is_line(found, products, page.text[at : match.start()])), None)
        if start is None:
            told = _LINE_LEFT.search(page.text, max(0, match.start() - 24), match.start())
            start = told.start("word") if told and _is_launched(page, found, told["word"], told.start("word")) else None
        if start is None:
            continue
        name, whole = page.text[start : match.start()], page.text[start : match.end()]
        line = products.get(fold(name))
        if line is None:
            found.add("product", **{"en" if whole.isascii() else "zh": whole})
        elif whole not in line.names():
            line.aliases.append(whole)
            found.by_name.setdefault(fold(whole), line)


def _starts(text: str, end: int) -> Iterator[int]:
    """Where a name that ends at `end` may begin, the longest first: at a Latin word, at a Chinese character."""
    latin = _LATIN_LEFT.search(text, max(0, end - 40), end)
    if latin:
        yield from (latin.start() + m.start() for m in re.finditer(r"(?<![A-Za-z0-9.-])[A-Z]", latin.group()))
    elif end > 1 and (han(text[end - 1]) or text[end - 1].isdigit()):
        yield from (end - n for n in range(6, 1, -1) if n <= end and han(text[end - n]))


def _is_line(found: Found, products: Collection[str], name: str) -> bool:
    return fold(name) in products or (found.kind(name) is None and any(part_of(other, fold(name)) for other in products))


def _is_launched(page: Page, found: Found, name: str, start: int) -> bool:
    """Whether a capitalised word before 系列 names a line: it is launched, and named again."""
    named = not name.isupper() and not MARK.fullmatch(fold(name)) and not page.term(fold(name)) and found.kind(name) is None and page.text.count(name) >= _OFTEN
    return named and bool(_LAUNCH.search(page.folded, max(0, start - 40), start))


# Gully系列, Wren 4 系列, 岱麓系列, "the Tern series"
_SERIES = lazy.compile(r"(?: ?系列(?![課课活报報文])| (?:series|line-?up)\b)")
_LATIN_LEFT = lazy.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Za-z]*(?:[ -][A-Z0-9][A-Za-z0-9]*)*$|[A-Z]{1,4}-?\d{1,4}[A-Z]?$")
_LINE_LEFT = lazy.compile(r"(?<![A-Za-z0-9.])(?<![A-Za-z0-9] )(?P<word>[A-Z][A-Za-z]{2,15})$")


def _in_rows(page: Page, found: Found) -> None:
    """Add the versions that a row names behind the first with their line's name alone: Gully Go、City和Cargo."""
    for draft in [d for d in found.drafts() if d.kind == "product" and " " in d.en]:
        line = draft.en.rpartition(" ")[0]
        for row in re.finditer(rf"{re.escape(draft.en)}(?:{_AND}[A-Z][a-z]+)+(?![A-Za-z])", page.text):
            for item in _SPLIT.split(row.group())[1:]:
                if f"{line} {item}" in page.text and not found.kind(f"{line} {item}"):
                    found.add("product", en=f"{line} {item}")


def _without_codes(page: Page, found: Found) -> None:
    """Let the only product of a line be known by its line's name, where the text has that alone: Mirrel of a Mirrel C2."""
    told = [(d, m["line"]) for d in found.drafts() if d.kind == "product" for n in d.names() if (m := _OF_LINE.fullmatch(n))]
    for draft, line in told:
        taken = found.kind(line) or fold(line) in page.known or any(d is not draft and other == line for d, other in told)
        if not taken and not _NO_LINE.fullmatch(line) and re.search(rf"(?<![A-Za-z] )(?<![A-Za-z0-9]){re.escape(line)}(?! ?[A-Z0-9]|[A-Za-z])", page.text):
            draft.aliases.append(line)
            found.by_name[fold(line)] = draft
            if "." in draft.en:  # MeridOS 4.0 is the edition that is told of MeridOS
                draft.aliases.append(draft.en)
                draft.en = line


_OF_LINE = lazy.compile(r"(?P<line>[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)?) [A-Z]{0,2}\d{1,4}(?:\.\d)?")


_SORT = {"soc", "gpu", "cpu", "npu", "apu", "mcu", "fpga", "asic", "ssd", "suv", "mpv", "ev"}


def _without_firm(found: Found, word: str) -> str:
    """The word of a line without the name of its maker or its sort: Zentro Fold is Fold, SoC Kestrel is Kestrel."""
    sort, _, named = word.partition(" ")
    word = named if named and fold(sort) in _SORT else word
    first, _, rest = word.partition(" ")
    return rest if rest and found.kind(first) == "company" else "" if not rest and found.kind(word) == "company" else word


def _introduced(page: Page, start: int, end: int, sure: bool) -> bool:
    left = page.folded[max(0, start - 48) : start].rpartition("\n")[2]
    if _LEFT.search(left):
        return True
    launched = bool(_LAUNCH.search(left))
    return ((launched or sure) and bool(_RIGHT.match(page.folded, end) or _PART_RIGHT.match(page.folded, end))) or (sure and launched and page.text.count(page.text[start:end]) >= _OFTEN)


def _with_title(page: Page, title: str, name: str) -> bool:
    return name in title and page.text.count(name) >= _SURE


def _quoted_words(page: Page, found: Found) -> None:
    """Add a capitalised everyday word in quotation marks that is launched: 發表 handheld console「Glide」系列."""
    for match in _QUOTED_WORD.finditer(page.text):
        left = page.folded[max(0, match.start() - 40) : match.start()]
        name = match["name"]
        if not found.kind(name) and page.text.count(name) >= _SURE and fold(name) not in page.known and (_LAUNCH.search(left) or (match["line"] and _LEFT.search(left))):
            found.add("product", en=name)


def _known_lines(page: Page, found: Found) -> list[tuple[Draft, str]]:
    """The products of the text with each of their names, those told of most first."""
    named = [(d, n) for d in found.drafts() if d.kind == "product" for n in d.names() if not MARK.fullmatch(fold(n))]
    return sorted(named, key=lambda dn: (-page.text.count(dn[1]), len(dn[1])))


def _marked(page: Page, name: str) -> Iterator[str]:
    """What stands behind a line's name and says a version: " Pro", "-Rack", "性能版"."""
    for at in dict.fromkeys(m.end() for m in re.finditer(re.escape(name), page.text)):
        mark = MARK.match(page.folded, at + (page.folded[at : at + 1] == " "))
        behind = page.text[mark.end() : mark.end() + 1] if mark else ""
        if mark and page.text[mark.start()].isupper() and not (behind.isascii() and behind.isalnum()):
            yield page.text[at : mark.end()]
        elif dash := _DASHED.match(page.text, at):
            yield dash.group()
        elif zh := ZH_MARK.match(page.folded, at + (page.folded[at : at + 1] == " ")):
            yield page.text[at : zh.end()]


_DASHED = lazy.compile(r"-(?:[A-Z][A-Za-z]{0,8}\d{0,2})(?![A-Za-z0-9])")


def _told_beside(page: Page, found: Found, lines: list[tuple[Draft, str]]) -> None:
    """Add the versions of which one sentence tells figures, two at least, to the line that the text launches."""
    for sentence in re.split(r"[。\n]", page.text):
        items = list(dict.fromkeys(m["item"] for m in _TOLD_ZH.finditer(sentence)))
        line = next(((d, n) for d, n in lines if _launches(page, n)), None)
        if len(items) < _OFTEN or line is None or any(found.kind(i) for i in items):
            continue
        for item in items:
            if not found.kind(f"{line[0].zh or line[0].en}{item}"):
                _add(found, *line, item)


def _launches(page: Page, name: str) -> bool:
    """Whether the text launches a line, where it first names it: its versions are told, not those of the one before."""
    at = page.folded.find(fold(name), page.folded.find("\n") + 1)
    return at >= 0 and bool(_LAUNCH.search(page.folded, max(0, at - 40), at)) and not held_against(page.folded, at)


def _versions_of(page: Page, name: str) -> Iterator[str]:
    """What stands between a line's name and the word for a version: the Cargo of "a Tern 5 Cargo version"."""
    for match in followed(page.text, name, _VERSION_NEXT):
        yield match["rest"]


def _add(found: Found, line: Draft, name: str, rest: str) -> None:
    """Add a version under its line's full name, and as the text has it."""
    full = f"{line.en or line.zh}{rest}" if rest[0] in " -" or not rest.isascii() else f"{line.en or line.zh} {rest}"
    here = f"{name}{rest}"
    if found.kind(full) not in (None, "product"):
        return
    key = {"zh": full} if han(full[0]) else {"en": full}
    found.add("product", **key, aliases=(here,) if here != full else ())


def _declared(page: Page, found: Found, lines: list[tuple[Draft, str]]) -> None:
    """Add the versions that a list names, of the line told of most."""
    counted = _SO_MANY.search(page.text) is not None
    for pattern in (_COUNTED, _AFTER, _EN_AFTER, _EN_BEFORE, _PRICED, _ONE_EN, _ZH_PAIR):
        if pattern in (_COUNTED, _AFTER) and not counted:
            continue
        for match in pattern.finditer(page.text):
            if pattern is _PRICED:
                items = [m["item"] for m in _PRICED_ITEM.finditer(match["row"])]
                items = items if len(items) > 1 else []
            else:
                items = [_LEADS_UP.sub("", item.strip()) for item in _SPLIT.split(match["list"]) if item.strip()]
            if any(page.term(fold(i)) and not (MARK.fullmatch(fold(i)) or ZH_MARK.fullmatch(fold(i))) for i in items) or len(items) > 6:
                continue
            before = [(d, n) for d, n in lines if n in page.text[: match.end()]]
            if not before:
                continue
            draft, name = next(((d, n) for d, n in before if _launches(page, n)), before[0])
            for item in items:
                known = next((n for _, n in lines if n in item), "")
                if known or found.kind(item):
                    continue
                if han(item[0]) and not ZH_MARK.fullmatch(fold(item)) and item[-1] not in "版款":
                    continue
                _add(found, draft, name, item if han(item[0]) else f" {item.removesuffix('版').rstrip()}")
