"""Firms that items of a digest begin with, in brackets of their own, 【杉瀾股份】擬以6.7億元收購…, or that head sections of a survey.

Sections have other heads too, 【核心觀點】, which are everyday words. Patterns are matched against folded text.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.endings import BOOKS_RIGHT, CHAIN_END, FIRM_RIGHT, HAN_CHAR, LIKELY_RIGHT
from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.discovery.people import is_person

_HEAD = lazy.compile(rf"(?:^|\n)[ \-*#>]*[【\[]({HAN_CHAR}{{2,8}})[】\]](?:\([^()\n]{{4,14}}\))?:?")
_SECTION = lazy.compile(rf"(?:^|\n)#{{1,6}} *({HAN_CHAR}{{3,8}})(?:股份|集团)?(?: ?\([^()\n]{{2,30}}\))? *\n+(?P<body>[^#\n][^\n]*)")
# 第四名：白鷺倉儲: what has a place is a firm, whatever words it is made of.
_PLACED = lazy.compile(rf"(?:^|\n)#{{1,6}} *(?:第[一二三四五六七八九十\d]{{1,2}}(?:名|位)?|(?:no|top)[. ]{{0,2}}\d{{1,2}})[:, .、]*({HAN_CHAR}{{2,8}})(?:股份|集团)?(?: ?\((?P<en>[a-z][a-z .&'-]{{2,28}})\))? *\n+(?P<body>[^#\n][^\n]*)")
_BUSINESS = lazy.compile(r"营收|营业额|收入|净[利损亏]|盈利|亏损|毛利|出货|销量|产能|处理量|市占|份额|订单|融资|估值|上市|创[办始]人|总经理|总裁|执行长|ceo|成立于|公司|客户|门店")
_ABOUT = lazy.compile(r"拿下|得分|总部|成立|退居|跃升|为主|业者|员工|旗下")
_LEAST = 2  # of a digest
_LEAST_SECTIONS = 3
_GOES_ON = lazy.compile(r"拟|控股股东|实际控制人|大股东|自研|与|副?总|董事|子公司|全资|收到|终止|中标|签|获|第?[一二三前四上下]|港交所|上交所|深交所|科创板|主力|股价|目标价")


def headed(page: Page, found: Found) -> None:
    """Add the firms of a digest's heads."""
    heads = list(_HEAD.finditer(page.folded))
    for match in heads if len(heads) >= _LEAST else ():
        name, end = match[1], match.end()
        if page.plain(name) or page.word(name) or is_person(page, name) or found.kind(name):
            continue
        goes_on = any(p.match(page.folded, end) for p in (FIRM_RIGHT, BOOKS_RIGHT, LIKELY_RIGHT, _GOES_ON))
        if goes_on or CHAIN_END.search(name):
            found.add("company", zh=page.text[slice(*match.span(1))])
    _sections(page, found)


def _sections(page: Page, found: Found) -> None:
    """Add the heads of sections that tell of a business each, where three and more are no everyday words."""
    placed = list(_PLACED.finditer(page.folded))
    for match in placed if len(placed) >= _LEAST_SECTIONS and all(_BUSINESS.search(m["body"]) or _ABOUT.search(m["body"]) for m in placed) else ():
        if found.kind(match[1]) is None:
            found.add("company", zh=page.text[slice(*match.span(1))], en=page.text[slice(*match.span("en"))] if match["en"] else "")
    heads = [m for m in _SECTION.finditer(page.folded) if not (page.plain(m[1]) or page.word(m[1]) or page.term(m[1]) or is_person(page, m[1]))]
    if len(heads) < _LEAST_SECTIONS or sum(bool(_BUSINESS.search(m["body"])) for m in heads) < len(heads):
        return
    for match in heads:
        if found.kind(match[1]) is None:
            found.add("company", zh=page.text[slice(*match.span(1))])
