"""Models named by a Chinese stem with a code or a mark behind it: 海宸H10, 青隼Mini 5, 鳐-600, 须弥Mini Pro.

Where the stem begins is told by what stands before it, a stop, a word for a thing, a launch, or by the name's coming twice,
and by its being no word. Leaves out names in quotation marks (`kb.discovery.coded`) and codes alone (`kb.discovery.products`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kb import lazy
from kb.discovery.brackets import PAREN, latin_name
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page, han
from kb.discovery.products import NO_CODE, THINGS, UNIT
from kb.text import fold

_MARK = "Pro|Max|Ultra|Plus|Mini|Air|Lite|SE|Note|Neo|Edge|Fold|Flip"
_CODE = lazy.compile(
    rf"(?<=[\u3400-\u9fff]) ?(?:(?P<code>[A-Z]{{1,3}}-?\d{{1,4}}[A-Za-z]{{0,2}})|-\d{{2,4}}|(?P<mark>{_MARK})(?: ?\d{{1,2}})?|\d{{1,3}}(?= (?:{_MARK})))(?P<more>(?: (?:{_MARK}))*)(?![A-Za-z0-9%.\-/])(?! ?{UNIT}(?![\u3400-\u9fff]))"
)
_LEFT = lazy.compile(
    rf"(?:{THINGS}|产品|单品|新品|旗舰|对手|竞品|友商|机|车|新车|推出|发布|发表|亮相|上市|开卖|首发|搭载|采用|前代|上一?代|前作|[下第]一?代|老款|新款|[两三四五]款|主力|主推|自研|型号|的|与|和|及|或|而|为|是|款|台|辆|架|比|对|连同|改为|叫)$"
)
_OPEN = "，,。、；;：:！!？?（(「『“\"《【 \n"
_LATIN_TAIL = lazy.compile(r"[A-Za-z0-9)）」”』]$")
_OFTEN = 2


def stemmed(page: Page, found: Found) -> None:
    """Add the models whose names begin with a stem in Chinese."""
    told = list(_named(page, found))
    times = Counter(name for _, name in told)
    stems = Counter(stem for stem, name in dict.fromkeys(told))
    for match in _CODE.finditer(page.text):
        for stem in _stems(page, match.start()):
            name = page.text[match.start() - len(stem) : match.end()]
            if not _may_be(page, found, stem, match):
                continue
            begins = _begins(page, match.start() - len(stem))
            again = times[name] >= _OFTEN or stems[stem] >= _OFTEN or name[1] == "-"
            if (begins or again) if len(stem) > 1 else (begins and again):
                alone = match.group().strip() if match["code"] or match.group()[-1].isdigit() else ""
                draft = found.by_name.get(fold(alone)) if alone else None
                if draft is not None and draft.kind == "product" and _of_its_firm(found, stem):
                    draft.aliases.append(name)  # 朗岭Fold 5, of 朗岭科技, is the Fold 5
                    found.by_name[fold(name)] = draft
                    break
                others = (d for d in found.drafts() if d.kind == "product" and d.zh != name and alone and d.zh.endswith(alone))
                _add(page, found, name, match.end(), () if not alone or alone[0] == "-" or any(others) else (alone,))
                break


def _named(page: Page, found: Found) -> Iterator[tuple[str, str]]:
    """Every stem that may be one, with the name it would begin, where nothing speaks against it."""
    for match in _CODE.finditer(page.text):
        for stem in _stems(page, match.start()):
            if _may_be(page, found, stem, match) and _begins(page, match.start() - len(stem)):
                yield stem, page.text[match.start() - len(stem) : match.end()]
                break


def _stems(page: Page, end: int) -> Iterator[str]:
    """What may be a stem before a place: two characters, three or one."""
    run = page.text[max(0, end - 3) : end]
    for size in (2, 3, 1):
        stem = run[-size:]
        if len(stem) == size and all(map(han, stem)):
            yield stem


def _may_be(page: Page, found: Found, stem: str, match: re.Match[str]) -> bool:
    folded, start = fold(stem), match.start() - len(stem)
    if len(stem) == 1 and stem in "代款型版台辆架部":
        return False
    if NO_CODE.fullmatch(match["code"] or "") or page.term(folded) or not (PARTICLES | LIGHT).isdisjoint(folded):
        return False
    run = page.run(match.start(), 6)
    if any(page.term(run[-size:]) for size in range(len(stem) + 1, len(run) + 1)) or page.word(page.folded[start - 1 : start + 1]):
        return False  # 台积电N3P; 为何|捨A330
    sure = _latin(page, match.end()).endswith(match["mark"] or "0") or _of_a_line(found, stem)
    if not sure and (_LEFT.search(folded) or _is_words(page, folded)):
        return False
    return found.kind(stem) in (None, "product", "company") and found.kind(page.text[match.start() - len(stem) : match.end()]) is None


def _of_its_firm(found: Found, stem: str) -> bool:
    """Whether a firm's name begins with the stem."""
    return any(d.kind == "company" and d.zh.startswith(stem) for d in found.drafts())


def _of_a_line(found: Found, stem: str) -> bool:
    """Whether a product is known whose name the stem begins: 须弥Mini of 须弥."""
    sisters = (d.zh for d in found.drafts() if d.kind == "product" and d.zh.startswith(stem) and len(d.zh) > len(stem))
    return any(not han(zh[len(stem)]) for zh in sisters)


def _is_words(page: Page, stem: str) -> bool:
    """Whether a stem is made of everyday words, or begins or ends with one: 主导过, 产品鳐."""
    return len(stem) > 1 and (page.plain(stem) or any(page.word(stem[at : at + 2]) for at in range(len(stem) - 1)) or stem[-1] in "版款过過曾")


def _begins(page: Page, start: int) -> bool:
    """Whether a name may begin at a place: behind a stop, or behind what names are told by."""
    before = page.text[start - 1 : start]
    return not before or before in _OPEN or bool(_LATIN_TAIL.search(before)) or bool(_LEFT.search(page.folded, max(0, start - 6), start))


def _add(page: Page, found: Found, name: str, end: int, aliases: tuple[str, ...]) -> None:
    latin = _latin(page, end)
    found.add("product", zh=name, en=latin if latin_name(latin) and found.kind(latin) is None else "", aliases=aliases)


def _latin(page: Page, end: int) -> str:
    """What stands in brackets at a place: 须弥Mini（Sumeru Mini）."""
    bracket = PAREN.match(page.folded, end)
    return page.text[slice(*bracket.span(1))] if bracket else ""


_LATIN_MODEL = lazy.compile(r"(?<![A-Za-z0-9-])(?P<line>[A-Z][a-z]{2,}) (?P<code>[A-Z]{1,3}-?\d{1,4}[A-Za-z]?)(?: (?:Pro|Max|Ultra|Plus|Mini|Lite))?(?![A-Za-z0-9%\-]|\.\d)")
_CAPITAL_BEFORE = lazy.compile(r"(?<![A-Za-z])(?!(?:The|Each|Every|An?|Its|Their|One|Two|Both|No|This|That) $)[A-Z][a-z]+ $")
_NO_LINE = frozenset(
    "The This That Its Their Our New And But With Phase Stage Level Grade Class Type Series Model Version Section Article Form Rule Tier Line Route Flight Gate Highway Terminal Group Formula Unit Block Window Chip Card Drug Vaccine Compound Fiscal Quarter Year "
    "January February March April May June July August September October November December Apple Nvidia Intel Boeing Airbus Windows Android Fifa Covid Brent Nasdaq Stage Generation Gen Area Zone Room Building Gold".split()
)


def latin_models(page: Page, found: Found) -> None:
    """Add the models whose line and code an English text has at least twice, the code alone or both: the Taiyue T9, the T9."""
    for match in _LATIN_MODEL.finditer(page.text):
        line, code, name = match["line"], match["code"], match.group()
        if _CAPITAL_BEFORE.search(page.text, max(0, match.start() - 20), match.start()) or line in _NO_LINE or page.term(fold(name)) or page.term(fold(line)) or found.kind(name) is not None or page.word(line.lower()):
            continue
        again = page.text.count(name) >= _OFTEN or len(re.findall(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|its|each|per) {re.escape(code)}\b", page.text)) > 0
        if again and found.kind(line) in (None, "product"):
            found.add("product", en=name, aliases=(code,) if found.kind(code) is None and len(re.findall(rf"(?<![A-Za-z-]){re.escape(code)}(?![A-Za-z0-9])", page.text)) > page.text.count(name) else ())
