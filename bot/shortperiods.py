"""Years and parts of years as people type them in a hurry: 25Q4, Q4 25, 1H'25, 9M25, FY'25, 2025E, 25全年, "end Sept", 24呢.

They are put as `kb.periods` reads them. A bare number of two digits is a year only where what stands beside it says so:
a measure of results (`beside_measures`), a part of a year, or a message that holds nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.rewrites import Rewrites
from kb import lazy
from kb.names import Names, Span
from kb.text import HAN_ONE

_YY = r"(?:1[5-9]|2\d)"
_FREE = r"(?<![\dA-Za-z.,$€£¥/-])(?<!['’])"  # where a number begins
_NO_UNIT = r"(?![\d%‰]|[.,]\d|\s?(?:[億亿万萬千百]|個|个|家|間|间|%|pct|percent|per ?cent|bps|bn|mn|[mb]illion|k\b|people|stores|countries|cities|times|days|weeks|months|years|hours))"
_APART = r"[\s'’/.,-]{0,2}"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FULL_MONTH = dict(zip(_MONTHS, "January February March April May June July August September October November December".split(), strict=True))
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
_AN_AFTERTHOUGHT = r"[呢咧勒嘞哩]"


def _quarter(m: re.Match[str]) -> str:
    """2025Q4, with the letter in front: 4Q25, 25 4Q."""
    part = m["part"].upper()
    year = f"20{m['y']}年" if HAN_ONE.search(m.string) else f"20{m['y']}"
    return f"{year}{part[1]}{part[0]}" if part[0].isdigit() else f"{year}{part}"


def _months(m: re.Match[str]) -> str:
    """The first months of a year: 9M25, 6M25, 25 3M."""
    return f"20{m['y']}" + {"3": "Q1", "6": "H1", "12": ""}[m["n"]] if m["n"] != "9" else _nine(m)


def _nine(m: re.Match[str]) -> str:
    """Nine months, in the language around them."""
    return f"20{m['y']}年前三季" if HAN_ONE.search(m.string) else f"first nine months of 20{m['y']}"


# Parts of a year as Chinese has them.
_STRETCH = (
    r"(?:全年|整年|年度|年[报報]|[財财](?:政)?年度?|[會会][計计]年度|[上下]半年?|[前首](?:三|3)[個个]?季|[前首](?:[一二三四五六七八九十兩两]|\d{1,2})[個个]?月"
    r"|第[一二三四1-4][財财]?季|[一二三四]季|Q[1-4]|H[12]|中[報报期]|[三半][季年][報报]|[年季][底末初])"
)
_PART = r"(?P<part>[QH][1-4]|[1-4][QH])"
_FORMS: Rewrites[str | Callable[[re.Match[str]], str]] = Rewrites(
    (lazy.compile(said, re.I), meant)
    for said, meant in (
        # The first three quarters: 1-3Q25, Q1-Q3 2025.
        (rf"(?<![\w.])(?:Q1\s?[-–~至到]\s?Q?3|1Q?\s?[-–~至到]\s?3Q){_APART}(?:20)?(?P<y>{_YY})(?!\w)", _nine),
        # Of a fiscal year: FY25 Q4, 4QFY25, FQ2 26.
        (rf"(?<![\w.])FY\s?['’]?(?:20)?(?P<y>{_YY})\s?{_PART}(?![\w.])", _quarter),
        (rf"(?<![\w.]){_PART}\s?FY\s?['’]?(?:20)?(?P<y>{_YY})(?!\w)", _quarter),
        (rf"(?<![\w.])F(?P<part>[QH][1-4]|[1-4][QH])\s?['’]?(?:20)?(?P<y>{_YY})(?!\w)", _quarter),
        (r"(?<![\w.])(?:F|FY |fiscal )(?=(?:Q[1-4]|H[12]|[1-4]Q|[12]H)(?!\w))", ""),
        # Parts of a year, the year before or behind: 25Q4, 2025-Q4, Q4'25, 4Q 25, Q425.
        (rf"{_FREE}(?:20(?={_YY})|['’‘])(?P<y>{_YY})[\s年/.-]{{0,2}}{_PART}(?![\w%]|\.\d)", _quarter),
        (rf"{_FREE}(?P<y>{_YY})[年/.-]?{_PART}(?![\dA-Za-z%]|\.\d)", _quarter),
        (rf"(?<![\w.]){_PART}{_APART}(?:20)?(?P<y>{_YY})(?!\w){_NO_UNIT}(?!\s?年前)年?", _quarter),
        (rf"{_FREE}(?:20(?={_YY})|['’‘])?(?P<y>{_YY})\s?(?P<n>12|[369])M(?![\dA-Za-z])", _months),
        (rf"(?<![\w.])(?P<n>12|[369])M{_APART}(?:20)?(?P<y>{_YY})(?!\w){_NO_UNIT}", _months),
        # Whole years: FY'25, 25FY, CY25, 2025E, revenue '25.
        (rf"(?<![\w.])FY\s?['’](?P<y>{_YY})(?!\d)", r"FY20\g<y>"),
        (rf"(?<![\w.])FY\s?(?:20)?(?P<y>{_YY})[EFA]?(?!\w)", r"FY20\g<y>"),
        (rf"{_FREE}(?:20)?(?P<y>{_YY})\s?FY(?![\w])", r"FY20\g<y>"),
        (rf"(?<![\w.])CY\s?['’]?(?:20)?(?P<y>{_YY})[EFA]?(?!\w)", r"20\g<y>"),
        (rf"{_FREE}20(?P<y>{_YY})[EFA](?![\w-])", r"20\g<y>"),
        (rf"{_FREE}(?P<y>2\d)[EF](?=\s(?:[a-z]|[\u3400-\u9fff])|[\u3400-\u9fff]|$|[?,])", r"20\g<y>"),
        (rf"(?<![\w'’])['’](?P<y>{_YY})(?![\dA-Za-z%]|['’]|\.\d)", r"20\g<y>"),
        # Months and ends: Dec'25, Dec-25, "end Sept", YE25.
        (rf"\b{_MONTH}(?:\s?['’]|-)(?:20)?(?P<y>{_YY})(?!\w)", lambda m: f"{_FULL_MONTH[m['month'].lower()]} 20{m['y']}"),
        (rf"\bend(?:\s|-)(?:of[\s-])?{_MONTH}(?:\s?['’]?(?:20)?(?P<y>{_YY}))?(?![\w-])", lambda m: f"end of {_FULL_MONTH[m['month'].lower()]}" + (f" 20{m['y']}" if m["y"] else "")),
        (rf"\b(?:YE|EOY|year[- ]end|end)[\s-]?['’]?(?:20)?(?P<y>{_YY})(?![\w%]|[.,]\d)", r"end of 20\g<y>"),
        # 2025整年, 2025成年: of the whole year.
        (r"(?<!\d)(?P<y>20\d\d)年?[整成](?:個|个)?年(?!度)", r"\g<y>年全年"),
        # In Chinese, without 年: 25全年, 25上半年, 25前三季; 25年前九個月 is none of 25 years ago.
        (rf"{_FREE}(?<![A-Za-z]\s)['’]?(?P<y>{_YY})年?\s?(?={_STRETCH})", r"20\g<y>年"),
        # Two years, or one with a nought before it: 05到11年, 09年到13年, 08年.
        (rf"{_FREE}(?<![月第约近花用要需过過])['’]?(?P<y>0\d)年?\s?(?P<to>[到至~–-])\s?['’]?(?P<z>[012]\d)年(?![前内內以])", r"20\g<y>年\g<to>20\g<z>年"),
        (rf"{_FREE}(?<![月第])['’]?(?P<y>0\d)年(?![前内內以])", r"20\g<y>年"),
        (r"(?<=20\d\d年)([上下])半(?!年)", r"\1半年"),
        # The half year that is reported on, whichever it is: 半年誰賺得多, 半年營收.
        (r"(?<![上下前每近过過隔这這那两兩大小头頭\d一有到多的月底止日年末]) ?(?<!不到)半年(?=的?(?:业绩|業績|营收|營收|收入|净利|淨利|纯利|純利|盈利|利润|利潤|溢利|获利|獲利|[赚賺]|[亏虧]|谁|誰|哪|毛利))", ""),
        (r"(?<![\d十百千万萬])二[〇零○]?(?P<n>[二三四五六七八九])年(?![前內内來来裡里間间後后以多])(?=[\u3400-\u9fffQHqh?？]|$)", lambda m: f"202{'〇一二三四五六七八九'.index(m['n'])}年"),
        (rf"{_FREE}(?P<y>{_YY})年(?=的?{_AN_AFTERTHOUGHT}?[?？]*$)", r"20\g<y>年"),
        (rf"{_FREE}(?<![第前近約约超過过逾達达滿满])(?P<y>[6-9]\d)年(?![前內内以多後后來来代間间期国國]|的?(?:[歷历]史|老))(?=[\u3400-\u9fff])", r"19\g<y>年"),
        (rf"{_FREE}(?:20)?(?P<y>{_YY})nian(?![a-z])", r"20\g<y> nian"),
        (r"(?<=\b20\d\d)vs\.?(?=\s?20\d\d)", " vs "),
        # A message that holds nothing else: 24呢, "and 24?".
        (rf"^(?P<lead>那麼?|那么|and |what about |how about )?['’]?(?P<y>{_YY})(?P<end>(?:的)?{_AN_AFTERTHOUGHT})?(?P<ask>[?？]*)$", lambda m: f"{m['lead'] or ''}20{m['y']}{'年呢' if m['end'] else ''}{m['ask']}"),
        (r"\b(?P<of>in|for|during) (?P<y>2[1-9])(?=\s*(?:$|[?,;]|vs\b|versus\b|compared\b))", r"\g<of> 20\g<y>"),
    )
)
# Where a year may stand beside a measure: by itself, or as two that are set against each other.
_HINT = lazy.compile(r"(?<!\d)(?:1[5-9]|2\d)(?!\d)")
_BARE = lazy.compile(rf"(?<![\dA-Za-z.,$€£¥/'’+-])(?P<y>{_YY})(?P<more>(?:\s?(?:vs\.?|versus|and|to|or|[/&~–、和跟與与到至-])\s?{_YY})*)年?(?![\dA-Za-z%.])")
_COUNTED = lazy.compile(rf"\b(?:{'|'.join(_MONTHS)})[a-z]*\.?\s$|(?:第|[前近約约超過过逾達达僅仅至從从為为是增漲涨跌降升多款號号滿满有共月\-]|\b(?:top|no\.?|number|over|about|around|nearly|under|below|above|than|least|most|the|all|of|by|at|to|only|just|these|those|some|his|her|its|their|day|version|v|model|series|gen|phase|stage|level|grade|type|class)\s)$")
_BEHIND = lazy.compile(r"\s?(?:的|年|預|预|预计|预估)?\s?")
_ENDS = lazy.compile(r"\s*(?:$|[?,;+/&、]|\b(?:vs|versus|and|yoy)\b|多少|几多|同比)")
_WORDS = lazy.compile(rf"\s?年?(?:{_STRETCH}|{_PART}(?![\da-z])|业绩|预告|财报|财测|展望|指引|快报|预估|预测|全年|(?:full[- ]year|annual|results?|guidance|forecasts?|outlook|earnings)\b)", re.I)
_OF_TIMES = frozenset(("money", "percent"))
_NO_RESULT = frozenset(("price", "share-price", "target-price", "average-selling-price", "penalty", "issue-price", "fundraising", "funds-raised", "deal-value"))


def in_full(text: str) -> str:
    """Return a message with its short periods written out.

    >>> in_full("衡川 25Q4 淨利"), in_full("Biwin 2025E revenue"), in_full("1H'25 vs H1 24")
    ('衡川 2025年Q4 淨利', 'Biwin 2025 revenue', '2025H1 vs 2024H1')
    >>> in_full("杏桥25年前九个月"), in_full("25年前創立的"), in_full("24呢?"), in_full("store count, end Sept")
    ('杏桥2025年前九个月', '25年前創立的', '2024年呢?', 'store count, end of September')
    """
    for said, meant in _FORMS.for_text(text):
        text = said.sub(meant, text)
    return text


def beside_measures(folded: str, spans: Sequence[Span], names: Names) -> list[tuple[int, int, str]]:
    """Return where a bare number of two digits is a year, as (start, end, written out): 25淨利, "net profit 25", 25業績.

    Only beside measures of results, and never behind a product: what would be a version there.
    """
    if not _HINT.search(folded):
        return []
    measures = [s for s in spans if s.kind == "measure" and _of_results(s, names, folded)]
    things = {s.end for s in spans if s.kind == "entity" and any(names.entities[i].kind == "product" for i in s.ids if i in names.entities)}
    out = []
    for m in _BARE.finditer(folded):
        before = folded[: m.start()]
        if _COUNTED.search(before) or any(s.start < m.end() and m.start() < s.end for s in spans if s.kind == "entity") or len(before.rstrip()) in things:
            continue
        gap = _BEHIND.match(folded, m.end())
        at = gap.end() if gap else m.end()
        ahead = any(s.start in (m.end(), at) for s in measures) or _WORDS.match(folded, m.end())
        behind = any(not folded[s.end : m.start()].strip() for s in measures if s.end <= m.start()) and _ENDS.match(folded, m.end())
        if ahead or behind:
            out.append((m.start(), m.end(), _written(m, folded)))
    return out


def _of_results(span: Span, names: Names, folded: str) -> bool:
    """Whether a span names a figure that a company reports for a stretch of time; of pieces only in Chinese, where a counter parts them from a number."""
    known = [names.measures[i] for i in span.ids if i in names.measures]
    han = not folded[span.start : span.end].isascii()
    return any(m.id not in _NO_RESULT and "company" in m.kinds and m.unit != "date" and (m.unit in _OF_TIMES or han) for m in known)


def _written(m: re.Match[str], folded: str) -> str:
    """Each year in full, with 年 in Chinese."""
    sign = "年" if not folded.isascii() else ""
    years = re.sub(_YY, lambda y: f"20{y.group()}{sign}", m.group().removesuffix("年"))
    return years if sign else f"{years}"
