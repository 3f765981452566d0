"""Models of a line: where Ridge X5 is a product so is Ridge S5, and X5 alone is Ridge X5."""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.products import THINGS
from kb.text import fold

_MODEL = lazy.compile(r"(?P<line>[A-Z][A-Za-z]{2,}) (?P<code>[A-Z]{0,3}\d{1,4}[A-Za-z]?)")
_NO_LINE = frozenset("FY Q H CES IFA GTC CY Series Phase Round Rule Article Windows Android Directx Bluetooth Wi-Fi January February March April May June July August September October November December".split())

# 车型岚7, 新车澜途S7: a name with a number right behind the word for what it is, told of more than once.
_BEHIND = lazy.compile(
    "(?:车型|新车|旗舰|机型|新机|手机|轿车|轿跑|皮卡|suv|mpv|平板|眼镜|机器人|无人机|芯片)(?P<name>[\u3400-\u9fff]{1,3}[a-z]?\\d{1,3}[a-z]?)(?![\\d.,年月日号万亿%个台辆款颗nmg代核寸])"
)
_THING = lazy.compile(rf"(?:{THINGS})[a-z0-9]+$")
_OFTEN = 2
_NUMBERED = lazy.compile("(?P<line>[\u3400-\u9fff]{1,4})\\d{1,3}")


def models(page: Page, found: Found) -> None:
    """The other models of a line that has one, each also under its code alone where no other line has that code."""
    for match in _BEHIND.finditer(page.folded):
        name = match["name"]
        if _THING.match(name):
            continue  # 手機|晶片Y9
        if page.folded.count(name) >= _OFTEN and not LIGHT & set(name) and not PARTICLES & set(name):
            found.add("product", zh=page.text[match.start("name") : match.end("name")])
    _sisters(page, found)
    lines = {m["line"] for d in found.drafts() if d.kind == "product" for n in d.names() if (m := _MODEL.fullmatch(n))} - _NO_LINE
    if not lines:
        return
    told = [m for m in _MODEL.finditer(page.text) if m["line"] in lines and not page.text[m.end() : m.end() + 1].isalnum()]
    for match in told:
        code = match["code"]
        alone = any(c.isalpha() for c in code) and len({m["line"] for m in told if m["code"] == code}) == 1
        once_alone = alone and re.search(rf"(?<![A-Za-z0-9-])(?<![A-Za-z0-9] ){re.escape(code)}(?![A-Za-z0-9])", page.text) is not None
        short = found.by_name.get(fold(code))
        if short is not None and short.kind == "product" and alone:
            found.absorb(match.group(), short)
        else:
            found.add("product", en=match.group(), aliases=(code,) if once_alone else ())


def _sisters(page: Page, found: Found) -> None:
    """The other numbers of a line in Chinese: where 霽5 is a car so are 霽7 and 霽9."""
    lines = {m["line"] for d in found.drafts() if d.kind == "product" for n in d.names() if (m := _NUMBERED.fullmatch(fold(n)))}
    for line in sorted(lines):
        for match in re.finditer(rf"{re.escape(line)}\d{{1,3}}(?![\d.,%a-z年月日个家人名万亿元台辆])", page.folded):
            if found.kind(match.group()) is None:
                found.add("product", zh=page.text[slice(*match.span())])
