"""Names in Latin letters that are everyday words too: 品牌Clover, AI agent「Nilo」, Live Whisper。這項功能, Linden House, an extended-stay label.

What kind of thing it is stands right beside such a name. Leaves out names that are no words, which need less to be
told (`kb.discovery.latin`, `kb.discovery.things`).
"""

from __future__ import annotations

import re
from itertools import takewhile

from kb import lazy
from kb.discovery.english import COSTS_RIGHT, LEGAL_EN, PEOPLE_END, THING_APPOSED
from kb.discovery.found import Found
from kb.discovery.page import HAN, Page, stands_whole
from kb.text import fold

_WORDS = r"(?<![A-Za-z])[A-Z][A-Za-z]{2,20}(?![A-Za-z])(?: [A-Z][A-Za-z]{1,20}(?![A-Za-z])){0,2}"
_KIND = lazy.compile(r"(?:品牌|公司|厂商|企业|新创|初创|巨头|龙头|开发商|制造商|业者|独角兽|集团)$")
_NAME = lazy.compile(rf"(?<![A-Za-z0-9 ])(?P<name>{_WORDS})(?![A-Za-z0-9])")
_THING = r"(?:agent|助手|助理|机器人|功能|平台|系统|模型|引擎|工具|服务|应用|程式|程序|系列|框架|语言|耳机|手机|相机|手表|游戏|计划)"
_QUOTED = lazy.compile(rf"{_THING}[“「『](?P<name>[A-Z][A-Za-z]{{2,}}(?: [A-Z][a-z]+)?)[”」』]", re.I)
# an analyst at Kestrel Mobility Research; Canopia Research分析師; 美國的Flowmere ARR約3.1億美元
_HOUSE = lazy.compile(r"(?:\b[Aa]nalysts? (?:at|with|from) |\b[A-Z][a-z]+ [A-Z][a-z]+ (?:at|of|from) |\bconsultancy |\b[Aa]ccording to |\b[Dd]ata from )(?P<name>(?:[A-Z][A-Za-z&]+ ){1,3}(?:Research|Insights|Intelligence|Advisory))\b")
_HOUSES = lazy.compile(r"(?P<name>(?<![A-Za-z&])(?:[A-Z][A-Za-z&]{1,20} ){1,3}(?:Research|Insights|Intelligence|Advisory)) ?(?=[分研顾顧策]|的[分研首数數])")
_OF_A_PLACE = lazy.compile(rf"的(?P<name>{_WORDS}) (?=(?:ARR|GMV|MAU|EBITDA)约?約?\d)")
_THIS = lazy.compile(r"(?P<name>(?<![A-Za-z])(?!The )[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,3})[。.](?=[这這](?:款|项|項|个|個|套|颗|顆|台|臺|种|種|一)|该(?:产品|功能|系统)|該(?:產品|功能|系統))")
# 賣點是 Heart Gauge——一項…, 最大的變化是“Gentle Push”, 配套的Weft是自研的軟體
_POINT = lazy.compile(rf"(?:卖点|亮点|看点|变化|主角|重头戏|功能|特色|惊喜)(?:就)?(?:是|为|叫|在于)[“「『]? ?(?P<name>{_WORDS})(?=[”」』]?(?:[,。;——]|$)|[”」』]?(?:,|——)?(?:可|能|支持|让|用))", re.I)
_DASH = lazy.compile(rf"(?P<name>{_WORDS})——(?:这是|它是|即)?(?:一|由|该公司|公司)(?:[项款套种颗台]|自研)", re.I)
_OWN = lazy.compile(rf"(?<=的)(?P<name>{_WORDS})是[\u3400-\u9fff]{{0,6}}(?:自研|自主研发|自主开发|自行开发|开发|研发)的")
# AI助手Nella, 內建的 AI 助理 Plume: words too, where they are written with a capital only
_HELPER = lazy.compile(rf"(?:助手|助理|智能体|agent|机器人|引擎|大模型) ?(?P<name>{_WORDS})", re.I)
_SOLD = lazy.compile(rf"(?:推出|发布|上市|发售|开卖|首发|研发|开发)的(?P<name>{_WORDS})(?= ?(?:售价|定价|卖|搭载|采用|月费|主打|已|将|是))", re.I)
_APPOSED = lazy.compile(
    rf"(?P<name>{_WORDS}), (?:an?|the|its|their) (?:[\w-]+ ){{0,3}}(?:label|brand|programme|program|scheme|lens|loyalty card|app|subscription|magazine|festival)\b(?! (?:owner|maker|manager|director|consultancy|agency))"
)
_IN_MARKS = lazy.compile(r"[’']s (?:[\w-]+ ){0,3}[\"“](?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[\"”] (?:[a-z-]+ ){0,2}(?:lens|chip|engine|platform|system|model|tool|process|technology|service|app|line|range|brand|battery|motor|robot|sensor|film|fabric|drug|assistant)\b")
_BRANDS = lazy.compile(r"\b(?:operates|owns|runs|has|manages|sells) (?:\w+ ){0,2}(?:brands|labels|chains)(?::| -|,) (?P<row>[^.;\n]+)")
_IN_ROW = lazy.compile(rf"(?:^|, (?:and )?|and |upscale |budget |luxury |premium |cheaper )(?P<name>{_WORDS})(?=,|$| and )")
# MPO跳線「FalconLink」將打入: a word of no dictionary in marks, behind what it is.
_IN_MARKS_ZH = lazy.compile(r"(?<=[\u3400-\u9fff])(?<![称稱叫为為的说說谓謂是即作:：])[“「『](?P<name>[A-Z][A-Za-z]{4,})[”」』]")
_ONE_WORD = lazy.compile(r"(?<![A-Za-z] )(?<![A-Za-z])[A-Z][a-z]{3,}[A-Za-z]*$")
_LONGEST, _REACH = 24, 90  # characters
_LEAST = 2  # times a word must stand with a capital


def called(page: Page, found: Found) -> None:
    """Add the names that the word for what they are stands beside."""
    chinese = HAN.search(page.text, 0, _OPENING) is not None
    for match in _NAME.finditer(page.text) if chinese else ():
        if " " not in match["name"] and _KIND.search(page.folded, max(0, match.start() - 4), match.start()) and _a_name(page, match["name"]):
            _add(page, found, "company", match["name"])
    for pattern in (_THIS, _APPOSED, _IN_MARKS):
        for match in pattern.finditer(page.text):
            _add(page, found, "product", match["name"])
    for pattern in (_HOUSE, _HOUSES, _OF_A_PLACE):
        for match in pattern.finditer(page.text):
            _add(page, found, "company", match["name"])
    _priced(page, found)
    for pattern in (_QUOTED, _SOLD):
        for match in pattern.finditer(page.folded) if chinese else ():
            raw = page.text[slice(*match.span("name"))]
            if raw[0].isupper():
                _add(page, found, "product", raw)
    if chinese:
        _capitals(page, found)
        _in_marks(page, found)
    for row in _BRANDS.finditer(page.text):
        for match in _IN_ROW.finditer(row["row"]):
            _add(page, found, "product", match["name"])


def _priced(page: Page, found: Found) -> None:
    """Add everyday words that somebody's thing is called by, which costs or earns something: "its savings brand, Pebble, has attracted"."""
    for match in COSTS_RIGHT.finditer(page.text):
        name = _ONE_WORD.search(page.text, max(0, match.start() - _LONGEST), match.start())
        if name and THING_APPOSED.search(page.text[max(0, name.start() - _REACH) : name.start()]) and not stands_whole(page.text, name[0].lower()):
            _add(page, found, "product", name[0])


def _in_marks(page: Page, found: Found) -> None:
    """Add words of no dictionary in quotation marks, behind what they are."""
    for match in _IN_MARKS_ZH.finditer(page.text):
        if not page.word(fold(match["name"])) and not match["name"].isupper():
            _add(page, found, "product", match["name"])


def _capitals(page: Page, found: Found) -> None:
    """Add what is written with capitals where a Chinese text says what it is."""
    for pattern in (_POINT, _DASH, _OWN, _HELPER):
        for match in pattern.finditer(page.folded):
            raw = " ".join(takewhile(lambda w: w[0].isupper(), page.text[slice(*match.span("name"))].split()))
            if raw and not raw.isupper() and (pattern is not _HELPER or _a_name(page, raw)):
                _add(page, found, "product", raw)


_OPENING = 400  # characters


def _a_name(page: Page, word: str) -> bool:
    """Whether a word is written with a capital only, and more than once."""
    with_capital = len(re.findall(rf"(?<![A-Za-z]){word}(?![A-Za-z])", page.text))
    return with_capital >= _LEAST and not re.search(rf"(?<![A-Za-z]){word.lower()}(?![A-Za-z])", page.text)


def _add(page: Page, found: Found, kind: str, name: str) -> None:
    taken = found.kind(name) is not None or any(name in n.split(" ") for d in found.drafts() for n in d.names() if d.kind == "person")
    if not taken and not page.term(fold(name)) and not LEGAL_EN.search(name) and not (kind == "product" and PEOPLE_END.search(name)) and name.split(maxsplit=1)[0] not in _LEADS:
        found.add(kind, en=name)


_LEADS = frozenset("The This That Its Their His Her Our In On At For And But When While After As By With Series Last Next First".split())
