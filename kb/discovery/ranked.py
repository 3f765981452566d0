"""Companies told in a ranking: 澈居科技512萬台,份額21.2%;Nordkist 438萬台、18.2%;淨嵐301萬台、12.5%.

Parts of one sentence between semicolons, each a name and a number of things right behind it. A list of
regions or products looks the same: so one of the names must be a company's already, and none a word.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.endings import HAN_CHAR
from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.text import fold

_SENTENCE = lazy.compile(r"[^。!?\n]+")
_COUNTER = r"(?:台|辆|部|架|套|颗|件|艘|吨|家|间|户|万人|人|片|枚|张|[mgk]wh?|units?|vehicles?|cars|phones|tonnes|teu)"
_NAME = rf"(?:(?P<han>{HAN_CHAR}{{2,6}}?)|(?P<latin>[a-z][a-z0-9&'.-]+(?: [a-z][a-z0-9&'.-]+){{0,2}}))"
_ENTRY = lazy.compile(
    rf"(?:[^:;]*:|[^,:;\d]{{2,14}},|[^,:;]{{2,14}}前[^,:;]{{1,8}},)??\s*(?:(?:第[一二三四五六七八九十]名?|其次|居次|而|以及|followed by|and|while)(?:为|是|的)?\s*)?{_NAME}\s*(?:\([^()]{{2,30}}\))?"
    rf"\s*(?:则|也|去年|全年)?(?:以|出货量?|销量|交付|售出|卖出|sold|shipped|delivered|with)?\s*(?:约)?\d[\d,.]*\s*[千万亿mk]?(?:illion)?\s*{_COUNTER}"
)
# ;宏禹則月減3.4%至8.9億元: set against a company told of before.
_AGAINST = lazy.compile(
    rf"(?:^|[;,。])(?:而)?({HAN_CHAR}{{2,6}}?)则(?:逆市|逆势|反而|小幅|大幅)?(?:同比|环比|按[年季月]|[年月季])?(?:增长|增加|增|减少|减|升|跌|涨|降|成长|衰退|下滑|下降)[\d.]+%(?:至|到)[\d.]+"
)
_OTHERS = lazy.compile(r"其他|其它|其余|合计|总计|品牌|厂商|国产|进口|others?$|地区|市场|车型|机型|[上去今前]年|[比较]|同期|[月季]")
_NEAR = 120  # characters back to whom it is set against
_FEWEST = 3  # parts of a ranking


def ranked(page: Page, found: Found) -> None:
    """Add the names of a ranking, where one of them at least is a company's already."""
    for sentence in _SENTENCE.finditer(page.folded):
        for against in _AGAINST.finditer(page.folded, *sentence.span()):
            name = against[1]
            firms = any(found.kind(n) == "company" and page.folded.rfind(n, max(0, sentence.start() - _NEAR), against.start()) >= 0 for n in list(found.by_name))
            if firms and not found.kind(name) and not _OTHERS.search(name) and not page.word(name) and not page.plain(name):
                found.add("company", zh=page.text[slice(*against.span(1))])
        if sentence.group().count(";") < _FEWEST - 1:
            continue
        names = []
        for part in re.finditer(r"[^;]+", sentence.group()):
            at = sentence.start() + part.start()
            entry = _ENTRY.match(page.folded, at, sentence.start() + part.end())
            if entry:
                names.append((entry.span("han") if entry["han"] else entry.span("latin"), bool(entry["han"])))
        kinds = [found.kind(page.folded[slice(*place)]) for place, _ in names]
        if len(names) < _FEWEST or "company" not in kinds or not {"company", ""} >= {k or "" for k in kinds}:
            continue
        for (place, chinese), kind in zip(names, kinds, strict=True):
            printed = page.text[slice(*place)]
            if kind or _OTHERS.search(fold(printed)) or page.word(fold(printed)):
                continue
            if chinese and not page.plain(fold(printed)):
                found.add("company", zh=printed)
            elif not chinese and printed[:1].isupper() and not any(page.word(w) for w in fold(printed).split()[:1]):
                found.add("company", en=printed)
