"""Companies by their full legal names, …股份有限公司, under the short name the text uses."""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.brackets import latin_name
from kb.discovery.endings import CALLED, CHAIN, CHAIN_END, FIRM_LEFT, HAN_CHAR, lead_in, past_kind
from kb.discovery.found import Found
from kb.discovery.page import Page, as_printed, han
from kb.text import fold

_REST_OF_LEGAL = lazy.compile(r"(?:股份|\(.{2,8}\)(?:股份)?|集团)?有限|股份公司")
_BESIDE = lazy.compile(rf"\((?P<short>{HAN_CHAR}{{2,8}})[,、;/] ?(?P<latin>[^(),、;/]{{3,40}})\)")
_BEFORE_LEGAL = lazy.compile(
    "[是为称由对与和及向被将在的:于]|名为|收到|同意|关于|设立|成立|收购|委托|持有|参股|控股(?=.)|公司|股东|企业|机构|新增|厂商|旗下|从|购买|给|先生|女士|近期|创办|创立|创建|组建|入股|注册|加入|就职|进入|成为|约谈|取消|中标|披露|竞拍|起任|了|决定|产品(?=.{6})"
)
_ANY_FIRM = lazy.compile("(?:本|该|贵)?(?:公司|集团|发行人|企业|银行|基金|上市公司|标的公司|目标公司)")  # 以下简称“公司”
_OFTEN = 3  # times a longer name stands
_LEGAL = lazy.compile(r"(?:股份)?有限(?:责任)?公司")


def legal_names(page: Page, found: Found) -> None:
    """…股份有限公司: under its short name where the text has one."""
    for match in _LEGAL.finditer(page.folded):
        begin = match.start()
        while (
            begin > 0 and match.start() - begin < 26 and (han(page.folded[begin - 1]) or page.folded[begin - 1] in "()")
        ):
            begin -= 1
        begin += begin > 0 and page.folded[begin - 1].isdigit()  # 1000股, 20日
        stem_ = page.folded[begin : match.start()]
        if stem_.count(")") > stem_.count("("):  # …(以下简称“公司”)控股子公司重庆璟川水务
            begin += stem_.rfind(")") + 1 if "(" not in stem_ else stem_.find(")") + 1
            stem_ = page.folded[begin : match.start()]
        if not 3 <= len(stem_) <= 24 or stem_.count("(") != stem_.count(")"):
            continue
        begin += max(lead_in(page, stem_), past_kind(stem_) if page.plain(stem_[: past_kind(stem_)]) else 0, max((m.end() for m in _BEFORE_LEGAL.finditer(stem_)), default=0))
        stem_ = page.folded[begin : match.start()]
        told = CALLED.match(page.folded[match.end() + 1 : match.end() + 24].split(")")[0])
        if len(stem_) < 3 or (page.plain(re.sub(r"[()]", "", stem_)) and not told):
            continue
        full = page.text[begin : match.end()]
        called = (
            CALLED.match(page.folded[match.end() + 1 : match.end() + 24].split(")")[0])
            if page.folded[match.end() : match.end() + 1] == "("
            else None
        )
        called = None if called and _ANY_FIRM.fullmatch(called.group(1)) else called
        beside, latin = ("", "") if called else _both_beside(page, stem_, match.end())
        short = called.group(1).strip() if called else beside or _short_of_legal(page, page.folded[begin : match.start()])
        shared = found.by_name.get(short or "")
        if shared and any(a.endswith("公司") and fold(a) != fold(full) for a in shared.aliases):
            short = None  # two companies of one family: each under its full name
        if short and len(short) >= 2:
            cut = max(0, _described(page, begin, match.end(), short))
            found.add("company", zh=as_printed(page, short), en=latin, aliases=(full[cut:],))
        elif len(full) >= 8 and (begin == 0 or not han(page.folded[begin - 1])):
            found.add("company", zh=full)


def _both_beside(page: Page, stem: str, end: int) -> tuple[str, str]:
    """The short form and the Latin name in brackets behind a full legal name: …股份有限公司(甲传动,Alpha); else two empty strings."""
    inside = _BESIDE.match(page.folded, end)
    if inside is None or not re.search(".*".join(inside["short"]), stem) or not latin_name(latin := page.text[inside.start("latin") : inside.end("latin")]):
        return "", ""
    return inside["short"], latin


def _described(page: Page, begin: int, end: int, short: str) -> int:
    """How much of a full legal name only describes it: 零售商鲜柚集市…公司 is 鲜柚集市…公司."""
    at = page.folded.find(short, begin, end) - begin
    return at if at > 0 and FIRM_LEFT.search(page.folded[begin : begin + at]) else 0


def _short_of_legal(page: Page, legal: str) -> str | None:
    """The longest part of a full legal name, without its place perhaps, that the text uses by itself."""
    bare = re.sub(r"\([^()]*\)", "", legal)
    for begin in range(0, min(5, len(bare) - 1)):
        if begin and not page.word(bare[:begin]):
            continue
        for end in range(len(bare), begin + 1, -1):
            part = bare[begin:end]
            whole = begin == 0 and len(part) >= 4 and (end == len(bare) or CHAIN_END.search(part))
            named = (not page.plain(part) and not CHAIN.fullmatch(part)) or whole
            if named and page.plain(bare[end:]) and _used_alone(page, part, bare[:begin], bare[end:]):
                return part
    return None


def _used_alone(page: Page, part: str, before: str, after: str) -> bool:
    for at in page.places(part):
        end = at + len(part)
        follows = page.folded.startswith(after[:2], end) if after else _REST_OF_LEGAL.match(page.folded, end)
        longer = page.folded[at : end + 1]  # 野萃山, which its company 野萃餐饮管理 is not called
        follows = follows or (han(longer[-1]) and page.folded.count(longer) >= _OFTEN)
        if not follows and not (before and page.folded.endswith(before, 0, at)):
            return True
    return False
