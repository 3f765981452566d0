"""Products, trials and brands with names in Latin letters, told by the word for the thing they are.

"its norovirus vaccine Orvimune", "the phase III study, HARBOUR-2, enrolled", "its Copper Table chain", "Kestrel-1,
a display-driver chip", "3,000 tonnes of Kelpwrap": English patterns are matched against the text as printed.
Leaves out what a name is besides (`kb.discovery.latin`): who is known as a firm or a person stays that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import lazy
from kb.discovery.english import ORG, PEOPLE_END, ROLE_RIGHT, SOFT_END, STRONG_END, latin_spans
from kb.discovery.found import Found
from kb.discovery.page import Page, han
from kb.discovery.products import NO_CODE, UNIT
from kb.text import fold

_CURE = r"vaccine|shot|jab|drug|pill|treatment|therapy|candidate|compound|inhaler|medicine|antibody|implant|stent|insulin"
_TRIAL = r"trial|study"
_SITE = r"wind farm|solar farm|mine|oilfield|gasfield|reactor|smelter|refinery|shipyard"
_MADE = (
    r"policy|ferry|vessel|liner|car|SUV|sedan|van|truck|phone|handset|smartphone|glasses|headset|console|chips?|processor|game|sequel|controller|robots?|drones?|satellite|rocket|engine|card|wallet|"
    r"machine|scanner|printer|tool|monitor|oven|kettle|tent|boat|yacht|helmet|software|device|bike|e-bike|scooter|turbine|tyre|tire|shoes?|sneakers?|beer|wine|whisky|whiskey|gin|cheese|perfume|cream|lipstick|sauce|drink|snack|cereal|burger|film|series|magazine|newsletter|aircraft|plane|jet|tractor|elevator|sensor|camera|bundle|kit|watch|speaker|assistant|chatbot|wrap|"
    r"film wrap|fabric|yarn|seed|fertili[sz]er|battery|charger|locker|kiosk|tool|service|product|offering"
)
_FIRMLIKE = r"app|platform|chain|brand|label|range|line|wallet|marketplace"
_THING = rf"(?:{_CURE}|{_TRIAL}|{_SITE}|{_MADE})"
_ANY = rf"(?:{_CURE}|{_TRIAL}|{_SITE}|{_MADE}|{_FIRMLIKE})"
# "its norovirus vaccine Orvimune", "its telematics policy, Pellworth Drive,", "The phase III study, HARBOUR-2, enrolled"
_NAMED = lazy.compile(rf"\b(?:[Ii]ts|[Tt]heir|[Aa]n?|[Tt]he (?:company|firm|group|start-?up)[’']s|[a-z]+[’']s)(?: [a-z][\w-]*| I{{1,3}}\b){{0,4}}? {_ANY}(?:,? (?:called|named|dubbed))?,? [\"“]?$")
_NAMED_APART = lazy.compile(rf"\b(?:[Tt]he|[Aa]n?)(?: [a-z][\w-]*| I{{1,3}}\b){{0,4}}? {_THING}(?:,|,? called|,? named) [\"“]?$|\b(?:[Ii]ts|[Tt]heir) (?:flagship|best-selling|top-selling|signature)(?: (?!{ORG}\b)[a-z][\w-]*){{1,4}}, [\"“]?$")
_LABEL = lazy.compile(r"\b[Tt]he(?: [a-z][\w-]*){1,3} (?:range|label|brand) $|\b(?:[Rr]ival|[Cc]ompeting|[Oo]lder|[Nn]ewer) (?:" + _CURE + "|" + _MADE + ") $")
_LOWER = lazy.compile(rf"\b[Tt]he (?:{_CURE}), (?:called |known as )?([a-z]{{6,16}}),")  # The drug, velostatug, met its goal
_LOWER_BEHIND = lazy.compile(rf"\b(?:{_CURE}),? (?:called |known as |named )?([a-z]{{6,16}})(?= \(|[,.;]| (?:cut|reduced|lowered|met|missed|showed|helped|improved|slowed|was|is|in|for|as|at|won|failed)\b)")  # its pill vantorel (HCY-118) cut
_CLOSED = lazy.compile(r"[\"”]?(?:,|\.|;| \(|$| (?:has|had|is|was|will|goes|went|cut|sold|can|could|won|now|in|for|on|at|and|which|that)\b)")
_APART = lazy.compile(r"[\"”]?,")
# "Kestrel-1, a display-driver chip being designed": not "a chip designer".
_APPOSED = lazy.compile(
    rf"[\"”]?(?: \([^()]{{2,20}}\))?, (?:an? |its |their |the (?:company|firm|group)[’']s )(?:[\w-]+ ){{0,5}}?{_THING}(?=[,.;]| (?:that|which|being|designed|made|sold|for|with|in|of|and|due|still|to|now|aimed)\b)"
)
# "its Copper Table chain", "maker of the Palisade augmented-reality gaming glasses", "the COMPASS-3 trial"
_OWN = lazy.compile(r"\b(?:[Ii]ts|[Tt]heir|maker of the|(?:company|firm|group)[’']s)(?: (?:new|own|first|latest|flagship|best-selling|popular|premium|budget))* [\"“]?$")
_OF_IT = lazy.compile(rf"[\"”]?(?: [a-z][\w-]*){{0,3}} {_ANY}\b(?! (?:maker|designer|developer|operator|company|firm|business|unit|group))")
_THE = lazy.compile(r"\b[Tt]he [\"“]?$")
_OF_THE = lazy.compile(rf"[\"”]? (?:(?:late|mid|early)-stage |phase [I\d]{{1,3}} )?(?:{_TRIAL}|{_SITE}|{_CURE}|chain|brand|(?:[a-z-]+ )?(?:range|label))\b")
_AMOUNT = lazy.compile(r"\b(?:tonnes|doses|pairs|copies|bottles|packs|boxes|litres|vials|packets|kilos) of (?:its )?$")
_SALES = lazy.compile(r"\b(?:sales|demand|supplies|supply|production|launch|price) (?:of|for) $")
_ON_SALE = lazy.compile(r" (?:(?:goes|went|will go|is going) on sale|weighs|retails|comes in (?:two|three|four))\b")
# The edition behind a name, and no number of something: Sabrel 2.
_EDITION = lazy.compile(rf" \d{{1,2}}(?:\.\d)?(?![\d.%]|,\d)(?=[,，.;；:：)）。、」”]| (?:goes|went|will|weighs|costs|is|was|has|sold|comes|retails)\b| ?(?!{UNIT})[\u3400-\u9fff]|$)")
_TRIAL_NAME = lazy.compile(r"[A-Z]{4,12}-\d{1,2}")
_OF_A_TRIAL = lazy.compile(r" (?:study|trial)\b")
# "the 120 MW Fernhill wind farm", "its Mount Osgood mine"; Ondaka矿, Fernhill风电场
_SITED = lazy.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[a-z]+[’']s) (?:(?P<power>[\d.,]+ ?[MG]Wh? )|[a-z-]+ ){0,2}(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) "
    r"(?P<site>(?:offshore |onshore |gold |silver |copper |lithium |nickel |zinc |coal |iron-ore |iron ore |hydro |pumped-hydro |gas |oil |nuclear )?(?:wind farm|solar farm|solar park|solar plant|mine|power station|power plant|oilfield|gasfield|gas field|oil field|smelter|refinery|dam|reactor|battery))\b(?! (?:maker|business|unit|division|pack|cell|technology|supplier|company|group|owner|operator)s?\b)"
)
_SITED_ZH = lazy.compile(r"(?<![A-Za-z0-9&-])(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?) ?(?P<site>[铜金锂铁镍煤银锌钴铀]?矿(?![业产企商石工机难])[山区场]?|油田|气田|风电场|光伏电站|水电站|核电站|盐湖|冶炼厂)")
_LEAST = 4  # letters
_OFTEN = 2
_OF_A_LINE = "(?<![这该首一两三四五六几每此本同多新])[\u3400-\u9fff][版款]"  # 城市款, 兒童版
_MODEL_LEFT = lazy.compile(rf"{_OF_A_LINE} ?$")
# In a Chinese text: 旗下Mira Lite, Lumora Card推出18個月.
_ZH_LEFT = lazy.compile(
    rf"(?:{_OF_A_LINE}|助手|助理|智能体|工具|折叠屏|折叠机|平板|笔电|手环|药水|[药加溶]剂|面膜|精华液|跳线|连接器|变流器|涂料|轮胎|饲料|肥料|农药|引擎|框架|操作系统|作业系统|(?:卖点|亮点|看点|变化|主角|功能|重点)(?:就是|是|为|叫)|旗下|推出|发布|开发|研发|自研|主打|热卖|名为|叫作?|产品|新品|机型|型号|车型|眼镜|手机|耳机|手表|疫苗|药物|新药|候选药|手游|游戏|芯片|晶片|处理器|机器人|无人机|平台|系统|应用|软件|试验|研究|临床)(?:是|为|的)?[“「]? ?$"
)
_ZH_RIGHT = lazy.compile(r"[”」]? ?(?:推出\d|,?(?:起售价|售价|定价|起价)|[则也又]?(?:只|仅)?(?:卖|售|要价)[\d仅只]|开[卖售]|上市(?!公司)|卖了|卖出|销量|累计销|发卡|机型|系列|这款|试验|疫苗|获批|首发|首月|续航|搭载|量产)")
_ZH_THIS = lazy.compile(r"[”」]?。(?:这款|该款|该产品|这种|这个(?:产品|游戏))")


def things(page: Page, found: Found) -> None:
    """Add the names that stand beside the word for a thing."""
    text = page.text
    firms = {fold(n) for d in found.drafts() if d.kind == "company" for n in d.names()}
    firms |= {fold(SOFT_END.sub("", STRONG_END.sub("", n))) for d in found.drafts() if d.kind == "company" and (n := d.en)}
    others = {fold(n) for d in found.drafts() if d.kind != "company" for n in d.names()}
    for start, bare in _spans(page):
        name = text[start:bare]
        edition = _EDITION.match(text, bare) if not name[-1].isdigit() else None
        if fold(name) in firms or fold(name) in others or not _may_be(page, name, start, edition is not None):
            continue
        end = edition.end() if edition else bare
        left = text[max(0, start - 70) : start].rpartition("\n")[2]
        told = _told_in_chinese(page, start, end) if _in_chinese(text, start, end) else _told(text, left, end)
        told = told or bool(_TRIAL_NAME.fullmatch(name) and _OF_A_TRIAL.match(text, end)) or (text.count(name) >= _OFTEN and bool(_SALES.search(left)))
        if told:
            maker, _, rest = name.partition(" ")
            found.add("product", en=text[start + len(maker) + 1 : end] if edition and rest and fold(maker) in firms else text[start:end])
    for match in (*_LOWER.finditer(text), *(m for m in _LOWER_BEHIND.finditer(text) if text.count(m[1]) > 1)):
        if not page.word(match[1]) and not page.ordinary(match[1]):
            found.add("product", en=match[1])
    for draft in found.drafts():
        code = re.search(rf"{re.escape(draft.en)} \(([A-Z]{{1,4}}-?\d{{2,4}}[A-Z]?)\)", text) if draft.kind == "product" and draft.en else None
        draft.aliases += [code[1]] if code and code[1] not in draft.names() and found.kind(code[1]) is None else []
    _of_a_firm(page, found, firms)
    _sites(page, found)


def _sites(page: Page, found: Found) -> None:
    """Add mines, wind farms and the like with the word for what they are, and without it."""
    for match in (*_SITED.finditer(page.text), *(m for m in _SITED_ZH.finditer(page.text) if fold(m["name"]) not in page.known)):
        name, words = match["name"], match["name"].lower().split()
        if match["site"] == "battery" and not match["power"]:
            continue
        if found.kind(name) == "person" or fold(name) in page.known or all(w in page.capital or page.term(w) for w in words):
            continue  # the Queensland mine
        draft = found.by_name.get(fold(name))
        if draft is not None and draft.kind == "company":
            if draft.names() != [name] or match["site"].isascii():
                continue  # a firm's own
            draft.kind = "product"
        whole = page.text[match.start("name") : match.end("site")]
        alone = re.search(rf"\b{re.escape(name)}\b(?! ?{re.escape(match['site'])})", page.text)
        if draft is not None:
            found.absorb(whole, draft)
        else:
            found.add("product", en=whole, aliases=(name,) if alone or not all(map(page.word, words)) else ())


def _spans(page: Page) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for start, end in latin_spans(page.text):
        seen.add((start, end))
        yield start, end
    for match in _TRIAL_NAME.finditer(page.text):
        if match.span() not in seen and not NO_CODE.fullmatch(match.group()):
            yield match.span()


def _told(text: str, left: str, end: int) -> bool:
    """Whether the words around a place say that a thing is named there, in an English text."""
    if (_NAMED.search(left) and _CLOSED.match(text, end)) or (_LABEL.search(left) and _CLOSED.match(text, end)) or (_NAMED_APART.search(left) and _APART.match(text, end)):
        return not ROLE_RIGHT.match(text, end)
    if _APPOSED.match(text, end) or (_OWN.search(left) and _OF_IT.match(text, end)) or (_THE.search(left) and _OF_THE.match(text, end)):
        return True
    return bool(_AMOUNT.search(left) or _ON_SALE.match(text, end))


def _in_chinese(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start].strip(), text[end : end + 2].strip()
    return bool(before and han(before[-1])) or bool(after and han(after[0]))


def _told_in_chinese(page: Page, start: int, end: int) -> bool:
    return bool(_ZH_LEFT.search(page.folded, max(0, start - 12), start) and not page.text[start:end].isupper()) or bool(
        _ZH_RIGHT.match(page.folded, end) or _ZH_THIS.match(page.folded, end)
    )


def _may_be(page: Page, name: str, start: int, edition: bool = False) -> bool:
    words = name.split()
    code = any(c.isdigit() for c in name)
    if len(name) < _LEAST or len(words) > 3 or fold(name) in page.known or NO_CODE.fullmatch(name):
        return False
    if PEOPLE_END.search(name) and not _MODEL_LEFT.search(page.folded, max(0, start - 4), start):
        return False
    if STRONG_END.search(name) or SOFT_END.search(name) or (name.isupper() and not code) or re.fullmatch(ORG, words[-1], re.I):
        return False
    if not code and (any(w.lower() in page.capital and not page.word(w.lower()) for w in words) or all(page.term(w.lower()) for w in words)):
        return False  # the European vaccine, the London chain
    if code and len(words) > 1 and page.word(words[0].lower()):
        return False  # SUV Y70
    common = [page.word(w.lower()) for w in words]
    begins = start == 0 or page.text[max(0, start - 2) : start].strip()[-1:] in ("", ".", "。", "\n")
    return not all(common) or ((len(words) > 1 or edition) and not begins) or code


def _of_a_firm(page: Page, found: Found, firms: set[str]) -> None:
    """Pellworth Drive, Lumora Card: a firm's name and a word for what it sells, where the text treats the two as one name."""
    for start, end in latin_spans(page.text):
        name = page.text[start:end]
        words = name.split()
        if len(words) != _OFTEN or found.kind(name) or fold(name) in firms or fold(words[0]) not in firms or not page.ordinary(words[1].lower()):
            continue
        ends = STRONG_END.search(name) or SOFT_END.search(name) or PEOPLE_END.search(name) or re.fullmatch(ORG, words[1], re.I)
        begins = page.text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", ".", "\n")
        if not begins and not ends and not words[1].isupper() and (words[1].lower() not in page.capital or page.word(words[1].lower())) and not page.text.startswith(tuple("-'’"), end):
            found.add("product", en=name)
