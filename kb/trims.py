"""The versions of one product: Standard and Long Range of an Aero 5, Pro of a Glide, 长续航版 of a car.

What a version is called in both languages, and which part of a product's name says it. Leaves out finding them
in an article (`kb.discovery.trims`) and in a question (`bot.trims`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb import lazy
from kb.model import Entity
from kb.text import fold

# What versions are called, folded: English, and Chinese without the 版 behind it.
_CALLED = {
    "standard": ("标准", "普通"), "base": ("基础", "标准", "入门"), "basic": ("基础",), "entry": ("入门",),
    "long range": ("长续航",), "extended range": ("长续航", "增程"), "performance": ("性能", "高性能"), "premium": ("尊享", "高级"),
    "flagship": ("旗舰",), "luxury": ("豪华",), "sport": ("运动",), "home": ("家用", "家庭"), "business": ("商务", "商用"), "enterprise": ("企业",),
    "personal": ("个人",), "professional": ("专业",), "family": ("家庭",), "limited": ("限量",), "lite": ("青春", "轻量"), "student": ("学生",), "developer": ("开发者",),
}  # fmt: skip
_MARKS = "pro|max|ultra|plus|mini|air|lite|se|core|elite|essential|advanced|prime|select|touring|sport|long range|extended range|standard|base|performance|premium|flagship|entry|signature|founders|cellular|wi-fi"
# The end of a product's name, folded, that says which version it is.
MARK = lazy.compile(rf"(?:{_MARKS})(?: (?:{_MARKS}|\d{{1,2}}))?")
ZH_MARK = lazy.compile(
    r"(?:标准|基础|基本|普通|入门|长续航|超长续航|高性能|性能|尊享|尊贵|高级|高配|低配|顶配|中配|旗舰|豪华|运动|家用|家庭|商务|商用|企业|个人|专业|限量|青春|轻量|学生|增程|纯电|四驱|两驱|后驱|进阶|精英|舒适|探索|智驾|公版|教育|国际)(?:版|款|型)"
)
_LINE_WORD = lazy.compile(r" ?系列$| (?:series|line-?up)$")
_CODE = lazy.compile(r"[a-z]{1,4}-?\d{1,4}[a-z]{0,2}")
_LATIN_NUMBER = lazy.compile(r"(?<=[a-z]) (?=\d)")
_HAN_LATIN = lazy.compile("(?<=[\u3400-\u9fff])(?=[a-z0-9])")
_HAN_SPACE = lazy.compile("(?<=[\u3400-\u9fff]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[\u3400-\u9fff])")


def part_of(name: str, line: str) -> str:
    """Return what a folded product's name has beyond that of its line, "" where it is no version of it.

    >>> part_of("aero 5 long range", "aero 5"), part_of("行舟x5性能版", "行舟x5"), part_of("q7-rack", "q7"), part_of("aero 50", "aero 5"), part_of("tern city", "tern系列")
    ('long range', '性能版', '-rack', '', 'city')
    """
    line = without_line_word(line)
    rest = name.removeprefix(line) if name != line and name.startswith(line) and not _LINE_WORD.search(name) else ""
    if rest.startswith(" "):
        return rest[1:]
    return rest if rest and (rest[0] == "-" or not rest[0].isascii() or not line[-1].isascii()) else ""


def without_line_word(name: str) -> str:
    """Return a folded line's name without the word that says it is a line.

    >>> without_line_word("tern 系列"), without_line_word("tern series"), without_line_word("tern")
    ('tern', 'tern', 'tern')
    """
    return _LINE_WORD.sub("", name)


def called(part: str) -> list[str]:
    """Return how else the part of a name that says the version may be put, folded.

    >>> called("long range"), called("性能版"), called("pro")
    (['长续航版', '长续航款', '长续航'], ['performance', '性能款', '性能'], ['pro版', 'pro款'])
    """
    if part.isascii():
        words = [*_CALLED.get(part, ())]
        return [*(f"{w}{end}" for w in words for end in ("版", "款")), *(w for w in words if len(w) > 2)] or [f"{part}版", f"{part}款"]
    stem = part[:-1] if part[-1] in "版款型" else part
    english = [en for en, zh in _CALLED.items() if stem in zh]
    return [w for w in (*english, f"{stem}版", f"{stem}款", stem) if w != part]


def spellings(name: str) -> Iterator[str]:
    """Yield how else a folded product's name is typed: aero5 for "aero 5", 行舟 x5, and its version in the other language.

    >>> list(spellings("aero 5")), "aero5长续航版" in spellings("aero 5 long range"), "行舟 x5" in spellings("行舟x5")
    (['aero5'], True, True)
    """
    if name.endswith("系列"):
        line = without_line_word(name)
        yield from (form for form in (f"{line}系列", f"{line} 系列" if line.isascii() else "", f"{line} series" if line.isascii() else "") if form and form != name)
        return
    at = _mark_at(name)
    line, part = name[:at].rstrip(), name[at:]
    lines = dict.fromkeys((line, _LATIN_NUMBER.sub("", line), _HAN_LATIN.sub(" ", line), _HAN_SPACE.sub("", line)))
    for one in lines:
        for ending in (part, *called(part)) if part else ("",):
            close = ending and (one[-1:].isdigit() or not (one + ending).isascii())
            forms = (f"{one} {ending}".rstrip(), f"{one}{ending}") if close else (f"{one} {ending}".rstrip(),)
            yield from (form for form in forms if form != name)


def _mark_at(name: str) -> int:
    """Where the version begins in a folded product's name; at its end where it tells none."""
    for at in range(1, len(name)):
        begins = name[at - 1] == " " or not (name[at - 1].isascii() and name[at].isascii())
        if begins and name[at] != " " and (MARK.fullmatch(name, at) or ZH_MARK.fullmatch(name, at)):
            return at
    return len(name)


def codes(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the code that each product's name ends in, folded, by whom it means: k2 for a Kestrel K2.

    Only what means one of them.

    >>> codes([Entity("a", "product", {"en": "Kestrel K2"}), Entity("b", "product", {"en": "Aero 5"})])
    {'k2': 'a'}
    """
    out: dict[str, set[str]] = {}
    for entity in entities:
        for name in dict.fromkeys((*entity.names.values(), *entity.aliases)):
            line, _, code = fold(name).rpartition(" ")
            if entity.kind == "product" and line and _CODE.fullmatch(code):
                out.setdefault(code, set()).add(entity.id)
    return {code: next(iter(ids)) for code, ids in out.items() if len(ids) == 1}


def short_parts(entities: Iterable[Entity]) -> dict[str, str]:
    """Return what the versions among products are called without their line, folded, by whom it means: pro for a Glide Pro.

    Only what means one of them.
    """
    products = [(fold(n), e.id) for e in entities if e.kind == "product" for n in dict.fromkeys((*e.names.values(), *e.aliases))]
    names = {name for name, _ in products}
    out: dict[str, set[str]] = {}
    for name, entity in products:
        for line, other in products:
            part = part_of(name, line) if other != entity else ""
            if len(part) > 1 and part not in names and not part.startswith("-") and not part[:1].isdigit():
                for form in (part, *(w for w in called(part) if w[-1] in "版款")):
                    out.setdefault(form, set()).add(entity)
    return {part: next(iter(ids)) for part, ids in out.items() if len(ids) == 1}
