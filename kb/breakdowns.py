"""Breakdowns: what a paragraph tells of several parts of a whole, one row a part.

A row has a label (a segment, product, region, channel, brand, ranked maker), as printed, and of its value,
its share and its changes those that are told: 電視面板收入148.90億元,佔比38.4%;手機AMOLED收入104.59億元 …
車載同比大增53.8%. A later sentence that gives no more than a change or a share for a label joins the row of
that label. Rows go together that follow one another with values of one measure and one unit. A label is what
the words before a figure leave when its measure and words of telling and changing are taken away. Patterns
are matched against folded text. Leaves out what is asked (`bot.answers.rows`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kb import aspects, lazy, periods
from kb.lists import RESPECTIVELY, runs
from kb.measuring import Found, Measuring, is_bare
from kb.model import Quantity
from kb.names import Names
from kb.parallel import NEUTRAL
from kb.roles import MeasureRoles
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_change, is_money

_PIECE = lazy.compile(r"[,;:。!?、()]|\.\s|\s(?:while|but|whereas)\s|(?:^|(?<=,))\s?(?:and|and the|和|及|与|以及|而)(?=[\s\u3400-\u9fff])")
_NEW = lazy.compile(r"[;。!?:]|\.\s")
_LEAD = lazy.compile(
    r"^[\s\"“”「」『』]*(?:(?:(?:排名?|位列|位居|名列|排行)?第[一二三四五六七八九十](?:大|名|位)?(?:的|则)?(?:是|为)|(?:居首|居次|居末|垫底|领先|榜首|冠军|亚军|季军)的?(?:是|为)|的|[上前]?届?(?:冠军|亚军|季军)的?|当中|其中|而|则|此外|另外|同时|但|和|与|及|以及|至于|分别是?|期内|期間|当季|本季|季内|去年|今年|上年|全年|来自|就|在|从|按|其次是|其次为|仅?次于|落后于|领先于?|高于|低于|紧随其后的是|其后是|余下的?|其余的?|剩余的?|剩下的?|the (?:rest|remaining|remainder|other) |"
    r"the |its |and |while |but |with |an? |for |in |from |at |of which |including |led by |followed by |revenue (?:from|at|in) |sales (?:from|at|in|of) )(?![\s,]*$))*"
)
_TAIL = lazy.compile(
    r"(?:的|(?<!规)则|(?<!华)为|是|以|去年|今年|全年|单季|本季|亦|也|(?<![成首])都|(?<!平)均|(?<![合预签])约|方面|实现|录得|(?<!雷)达到?|贡献|分别|卖出?|(?<![零出销])售出?|占比?|占总?(?:收入|营收|收益|销量|出货|销售额)(?:的|比重为?|比例为?)?|比重|份额|市占率?|市场份额|急|猛|强劲|大幅?|劲|暴|飙|狂|(?<![中周])转|扭|各|(?<![国所自])有|(?<!公)共|(?<![设审统会])计|已|仅|只|还|仍|反而|反|逆势|"
    r"处理|完成|交付|出货|销售|销量|营收|收入|收益|业务收入|吞吐量?|贡献了?|带来|创造|投入|投资|达成|拿下|取得|"
    r"\s|'s|\b(?:of|at|with|in|was|were|is|are|by|for|made up|accounted|accounting|account|contributed|contributing|generated|generating|represented|earned|earning|took|sales|revenue|revenues|net sales|shipments|deliveries|segment|shares?|sharply|slightly|only|just|another|about|roughly|nearly|share of|market share|comprised|held|holding|brought|income|turnover|(?:remained|stayed|became) the (?:largest|biggest|main|top|leading) \w+|tumbled|edged|soared|plunged|leapt|leaped|advanced|expanded|contracted|eased|swelled|posted|reported|logged))+$"
)
_MOST = 16  # Chinese characters of a label
_NOT_A_PART = lazy.compile(
    r"\d[\d,.]*(?:万|亿|%)|同比|环比|预计|预期|目标|截至|合计|合共|总共|总[^部]|整体|^(?:全球|全国|全年|公司|集团|该公司|本行|累计|它|其(?!他|它)|该|这|那|他|她|我|去年|今年|上年|单|一季|二季|三季|四季|第.季)|上年同期|去年同期|年前|^(?:首次|再次|连续|一度|首度)|按$|汇率|^(?:固定|实质|可比|名义)$|持股|新开|新增|净增|关闭|关店|开业|表示|公布|披露|公告|宣布|增长|成本|毛利|净利|溢利|利润|亏损|费用|开支|均价|售价|股价|收报|每股|研发(?!中心|基地)|员工|"
    r"\b(?:is|are|was|were|would|beside|besides|despite|has|have|had|will|can|could|offers?|comes?|weighs?|runs?|company|group|total|it|which|that|they|year|quarter|overall|altogether|expected|analysts?|shares|profit|loss|costs?|margin|per|ebitda|cash|dividend|previous|earlier|said|says|announced|reported|opened|closed|opening|closing)\b"
)
_SHARE_BEFORE = lazy.compile(r"(?:占|份额|市占|比重|贡献)[^,;。\d]{0,12}$|\b(?:share|accounted for|accounting for|made up|making up|represented|representing|contributed|contributing|proportion|weight|comprised|or)\b[^,;.\d]{0,24}$")
_SHARE_AFTER = lazy.compile(r"^\s?(?:of|share)\b|^\s?的?(?:收入|营收|销量|出货量?|销售额|市场份额|份额|市占)|^\s?来自")
_ACCOUNTS = lazy.compile(r"占|份额|比重|构成|\b(?:share|account\w*|made up|mix|split|by (?:country|countries|region|segment|product|channel|market|geography|category|source))\b")
# What tells that what follows is told part by part.
_LEADS_UP = lazy.compile(
    r"^[^,;。:\d]{0,12}?(?:分|按|从|就|以)[^,;。:\d]{0,10}?(?:产品|业务|分部|板块|地区|区域|市场|渠道|品牌|车型|机型|类型|类别|品类|用途|应用|客户|类|领域|部门|线)[^,;。:\d]{0,8}?(?:看|划分|计|来看|来说|而言|分|拆分|方面|论)?$"
    r"|^各?(?:品牌|产品|业务|地区|区域|分部|渠道|市场|车型|品类|板块)(?:方面|组合上?|别|上)$|构成|排名|排行|榜单|其中|当中|之中|包括|分别|前[两三四五六七八九十]|各[^,;。:\d]{1,8}$|\bby (?:segment|region|product|business|brand|channel|division|category|market|type|model|country|countries|source|geograph\w+)\b|\bof which\b|\bincluding\b|\bbreakdown\b|\bamong\b|\btop (?:three|four|five|\d)\b|\bsegments?\b|\brank"
)
_FROM = lazy.compile(r"^\s?的?(?:(?:则|都|是|均)?(?:来自|源自|出自|由|归)|(?:将|拟|主要)?(?:用于|用作|投向|投入|投在|花在|投放于|(?=补充|偿还))|(?:came|comes|coming|was|were|is|are|derived|stemmed)? ?from |(?:went|goes|going|go) (?:to|into|on|towards?) |(?:was|were|is|will be) (?:spent|used) on )(?P<label>[^,;。:、()]{1,40}?)(?:的?(?:收入|贡献|订单|客户))?(?=[,;。、()]|\.\s|\.$| and | while |$)")
_EARNS = lazy.compile(r"\b(?:generated|brought in|contributed|earned|made|took in|pulled in|added|chipped in|delivered|posted)(?: (?:about|around|roughly|nearly|some|another))? ?$|(?:贡献|录得|实现|带来|创造|入账)了?(?:约|近)?$")
_WAS = lazy.compile(r"^[\s(,]*(?:[高低优多少]于|较|而|相比)?(?:上年|去年|前一年|一年前|上一?季|20\d\d年)(?:同期|末|底)?(?:的|则?为|是|则?有|:)?(?:约|近)?\s*$")
_BEFORE = lazy.compile(r"(?:由|从|自|上年|去年|同期|上季|此前|原来|\bfrom|\bthan|\bagainst|\bversus|\bcompared with)[^,;。]{0,8}$")
_KINDS = "业务|产品|市场|地区|板块|分部|服务|品牌|收入|渠道|系列|部门|领域|品类|车型|事业群|事业部|显示|面板|屏幕|屏|端|线|类"
SUFFIX = lazy.compile(rf"(?:{_KINDS})$|\s(?:business(?:es)?|segment|division|unit|products?|sales|revenues?|brand|label|line|services?|markets?|region|channel|category)$")
_RANK = lazy.compile(r"(?:排名?|位列|位居|名列)?第[一二三四五六七八九十]|居[首次]|冠军|亚军|季军|榜首")
_FIRM_END = lazy.compile(r"科技|集团|股份|控股|国际|有限|\w* ?(?:group|inc|corp|holdings?|ltd)\b")
_KIND_ONLY = lazy.compile(rf"(?:{_KINDS})+$")
_INCOME = lazy.compile(r"(?<!.净)(?:收入|收益)$|(?<!net )(?<!operating )\b(?:revenues?|income|sales)$")
_OF_MARKET = lazy.compile(r"市占|市场份额|份额|\bmarket share\b|\bof the (?:[\w-]+ ){0,3}market\b")
_ASIDE = lazy.compile(r"\([^()]*\)")
_IN_BRACKETS = lazy.compile(r"[\u3400-\u9fffa-z](?<![元万亿家个台辆人吨])\((?=[\d.]+%[,;)])")
_OF_THE_MARKET = lazy.compile(r"前[两三四五六七八九十\d]+(?:大|名|强)|排名|市场")
_NUMBER = lazy.compile(r"(?<![\d.,$€£¥a-z-])\d{1,3}(?:,\d{3})+(?=[,;]?(?: and| in| for| while|$)|[.,;](?: |$))")
_ASIDE_BEFORE = lazy.compile(r"\([^()]*$")
_PART_OF = lazy.compile(r"其中|当中|\bof which\b|\bincluding\b")
_PAIRED = lazy.compile(r"(?:是|为|有):?[^,;。:、和与及\d]{2,}")
_LED = lazy.compile(r"(?:[为是]|包括|有):?")
_ORDERED = lazy.compile(r"(?:依次|分别|依序)(?:是|为|有)")
_OF_THESE = lazy.compile(rf"{_PART_OF.pattern}|(?:方面|上),")
_TOLD_FIRST = lazy.compile(r"(?:分别|依次)(?:是|为|由|来自)(?P<labels>[^,;。:\d]+),[^,;。:\d]{0,16}$")  # 前三大客戶分別為甲、乙和丙,佔22%、15%和9%
_BOUNDARY = lazy.compile(r"[;。:—]|\. | [-–] ")
_EACH_BEHIND = lazy.compile(r"[^,;.\d]{0,24},? respectively\b")
_MEASURE_OF = lazy.compile(r" (?:of|from|at|in|for) (?:the |its )?(?!the (?:year|quarter|first|second|third|fourth)|20\d\d)")
_JOINED = lazy.compile(r",? and\b|[、,]|和|与|及")
_COUNTED = ("money", "percent", "count")
_MODEL = lazy.compile(r"[a-z][a-z]+[ -]?$|[a-z]-$")  # the Corvid 5: the number is one of its name
_OPENS = lazy.compile(rf"(?:{_LEADS_UP.pattern})[^,;。:]{{0,6}}[,:]?\s*(?:[^,;。:\d]{{0,3}})$|:\s*$")
_OTHERS = lazy.compile(r"^(?:其他|其它|其余|余下)|\bothers?\b")


@dataclass(slots=True)
class Row:
    """One part: what is told of it. `sentences` are positions in the texts given, in order of telling."""

    label: str
    value: Quantity | None = None
    share: Quantity | None = None
    before: Quantity | None = None  # what its value or share was: 18.7%(上年17.9%), 由245元調升為258元
    changes: dict[str, Quantity] = field(default_factory=dict)  # aspect of `kb.model.Fact` -> figure
    sentences: list[int] = field(default_factory=list)
    of_market: bool = False  # its share is one of a market
    measure: str = ""
    named: bool = True  # by more than a measure's name
    own: bool = False  # by the name of a measure that is an income: 利息收入
    opens: bool = False  # words before it lead up to the parts of a whole
    part: bool = False  # of the row before, not of the whole: 海外佔62.3%,其中德國21.7%
    earns: bool = False  # its value is what it brought in
    from_share: bool = False  # only where its share began was told so far

    @property
    def rest(self) -> bool:
        """Whether the part is what the others leave."""
        return bool(_OTHERS.search(fold(self.label)))


@dataclass(slots=True)
class Breakdown:
    """The parts of a whole as one paragraph tells them, in its order: two at least."""

    rows: list[Row]
    measure: str  # of `value`; "" where no measure is named
    unit: str  # of `value`; "" where only shares or changes are told
    sentence: int
    complete: bool  # no figure of the same unit stands among them that is read into no row
    lead: str  # the folded words before the first row, in its sentence

    def total(self) -> Decimal | None:
        """The sum of the values; None where one is not exact."""
        values = [r.value for r in self.rows]
        exact = [v.lo for v in values if v is not None and v.lo is not None and v.lo == v.hi]
        return sum(exact, Decimal(0)) if len(exact) == len(values) else None


def read(texts: Sequence[str], names: Names, roles: MeasureRoles) -> list[Breakdown]:
    """Return the breakdowns of the sentences of a paragraph, in order."""
    measuring = Measuring(names, roles)
    told = [row for n, text in enumerate(texts) for row in _Sentence(text, n, names, measuring).rows()]
    groups: list[list[Row]] = []
    for row in told:
        if row.named:
            _place(row, groups)
    out = []
    for group in map(_without_whole, groups):
        if sum(r.named for r in group) >= 2 and len({fold(r.label) for r in group}) == len(group):
            lead = _before_first(texts[group[0].sentences[0]], group[0].label)
            whole = Breakdown(group, next((r.measure for r in group if r.measure), ""), _unit(group), group[0].sentences[0], _is_complete(group, texts), lead)
            if _is_told_in_parts(whole, texts):
                out.append(whole)
    return out


def core(label: str, others: Sequence[str] = ()) -> str:
    """Return what tells a folded label from others: without the kind of thing it is, and without how all of them end.

    >>> core("内地码头", ["香港码头"]), core("车载显示"), core("it面板", ["电视面板"]), core("岚6", ["岚3"])
    ('内地', '车载', 'it', '岚6')
    """
    for other in others:
        n = 0
        while n < min(len(label), len(other)) - 1 and label[-n - 1] == other[-n - 1]:
            n += 1
        if n > 1 and label != other and not label[-n:].isascii() and len(label) - n > 1:
            return core(label[:-n])
    shorter = SUFFIX.sub("", label)
    return core(shorter) if shorter != label and len(shorter) > 1 else label


def same_label(a: str, b: str, labels: Sequence[str]) -> bool:
    """Return whether two labels of a paragraph are of one part: 車載 of 車載顯示, where no other is meant.

    >>> same_label("车载", "车载显示", ["电视面板", "车载显示"]), same_label("面板", "it面板", ["电视面板", "it面板"])
    (True, False)
    """
    if a == b:
        return True
    fits = [x for x in labels if core(a) == core(x) or _holds(x, core(a)) or _holds(a, core(x))]
    return len(core(a)) > 1 and fits == [b]


def _holds(long: str, short: str) -> bool:
    if len(short) < 2:
        return False
    return bool(re.search(rf"\b{re.escape(short)}\b", long)) if short.isascii() else (long.startswith(short) or long.endswith(short))


def _place(row: Row, groups: list[list[Row]]) -> None:
    """Put a row where it belongs: into the row of its label, at the end of the rows before it, or at a new beginning."""
    for group in reversed(groups):
        labels = [fold(r.label) for r in group]
        known = next((r for r in group if same_label(fold(row.label), fold(r.label), labels)), None)
        if known is not None and (row.value is None or known.value is None):
            if known.value is None and row.value is not None and any(r.value for r in group):
                continue
            known.value = known.value or row.value
            known.of_market = row.of_market if known.share is None else known.of_market
            known.share = known.share or row.share
            known.changes = {**row.changes, **known.changes}
            known.sentences += [n for n in row.sentences if n not in known.sentences]
            return
    if groups and _goes_on(groups[-1], row):
        groups[-1].append(row)
    else:
        groups.append([row])


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    """Whether a row is told as the ones before it are: a value of the same unit and measure, or a share or change alone."""
    last = group[-1]
    if row.part:
        return False
    if row.opens and last.sentences[0] != row.sentences[0]:
        return False
    if (row.value is None) != (last.value is None):
        return False
    if row.value is None or last.value is None:
        return (row.share is None) == (last.share is None) and row.sentences[0] == last.sentences[0]
    named = [r for r in group if r.named]
    measures = {r.measure for r in (*named, row) if r.measure and r.named}
    if row.value.unit == "" and last.value.unit:
        row.value = _with_unit(row.value, last.value.unit)
    elif last.value.unit == "" and row.value.unit and len(group) == 1:
        last.value = _with_unit(last.value, row.value.unit)
    apart = row.sentences[0] - group[-1].sentences[0]
    measure = next((r.measure for r in group if r.measure), "")
    near = apart == 0 or (apart == 1 and bool(measure) and (row.measure == measure or (row.earns and measure == "revenue")))
    return row.value.unit == last.value.unit and len(measures) < 2 and near


def _without_whole(group: list[Row]) -> list[Row]:
    """The rows without the first, where that is what the others add up to."""
    values = [r.value.lo for r in group if r.value and r.value.lo is not None and r.value.lo == r.value.hi]
    if len(values) == len(group) > 2 and abs(values[0] - sum(values[1:])) * 100 <= values[0]:
        group[1].opens = True
        return group[1:]
    return group


def _is_complete(group: Sequence[Row], texts: Sequence[str]) -> bool:
    """Whether all figures of the rows' unit that stand beside theirs are theirs, of a time before, or of the whole."""
    values = {r.value.raw for r in group if r.value}
    values |= {r.before.raw for r in group if r.before} if values else set()
    total = sum((r.value.lo for r in group if r.value and r.value.lo is not None), Decimal(0))
    for n in {r.sentences[0] for r in group}:
        folded = fold(texts[n])
        for q in amounts(texts[n]) if not values else ():
            of_rows = {x.raw for r in group for x in (r.share, r.before, *r.changes.values()) if x}
            if q.unit == "%" and q.raw not in of_rows and not _BEFORE.search(folded[: q.start]) and _ACCOUNTS.search(folded[: q.start + 20]):
                return False
        for q in amounts(texts[n]) if values else ():
            beside = q.unit == _unit(group) and q.raw not in values and not _BEFORE.search(folded[: q.start])
            whole = q.lo is not None and (abs(q.lo - total) * 100 <= total or (group[0].opens and q.lo > total))
            if beside and not whole and not _ASIDE_BEFORE.search(folded[: q.start]):
                return False
    return True


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    raw = quantity.raw
    return Quantity(quantity.lo, quantity.hi, unit, quantity.qualifier, raw, quantity.start, quantity.end)


def _unit(group: Sequence[Row]) -> str:
    return next((r.value.unit for r in group if r.value), "")


def _before_first(text: str, label: str) -> str:
    at = text.find(label)
    return fold(text[: max(0, at)])


def _is_told_in_parts(whole: Breakdown, texts: Sequence[str]) -> bool:
    """Whether rows belong together: words lead up to them, all name one measure, or one is named and goes on."""
    if not whole.unit:
        return True
    lead = re.split(r"[,;。]|\. ", whole.lead.strip(" ,:：;"))[-1]
    if whole.rows[0].opens or _LEADS_UP.search(lead):
        return True
    if all(r.own for r in whole.rows):
        return False
    named = [r.measure for r in whole.rows if r.named]
    total = whole.total() or Decimal(0)
    if any(q.unit == whole.unit and q.lo and abs(q.lo - total) * 100 <= total for q in amounts(texts[whole.sentence])):
        return True  # and the whole is told with them
    if len(whole.rows) > 2 and all(r.value and (r.changes or r.share) for r in whole.rows):
        return True  # told alike: each with its change or share
    return bool(whole.measure) and (named[0] == whole.measure or all(named))


class _Sentence:
    """One sentence being read into rows."""

    def __init__(self, text: str, n: int, names: Names, measuring: Measuring) -> None:
        self.text, self.n, self.names, self.measuring = text, n, names, measuring
        self.folded = fold(text)
        self.plain = self.folded
        for m in periods.find(text):
            self.plain = self.plain[: m.start] + " " * (m.end - m.start) + self.plain[m.end :]
        for aside in _ASIDE.finditer(self.plain):  # a ticker, a name in another language
            if not any(aside.start() <= q.start < aside.end() for q in amounts(text) if q.unit):
                self.plain = self.plain[: aside.start()] + " " * len(aside.group()) + self.plain[aside.end() :]
        for opened in _IN_BRACKETS.finditer(self.plain):  # 口味(71%)、價格(58%): the figure of what stands before
            self.plain = self.plain[: opened.end() - 1] + " " + self.plain[opened.end() :]
        self._income = ""  # the label that is the name of an income
        self.quantities = [q for q in amounts(text) if q.unit or not _MODEL.search(self.folded[: q.start]) or not q.raw.isdigit()]
        self.quantities = sorted([*self.quantities, *self._uncounted()], key=lambda q: q.start)
        spans = names.find(self.folded) if self.quantities else []
        self.measures = measuring.spans(self.folded, spans)
        self._companies = [(s.start, s.end) for s in spans if s.kind == "entity" and any(names.entities[i].kind == "company" for i in s.ids)]
        self._names = [(s.start, s.end) for s in spans if s.kind == "entity"]

    def rows(self) -> list[Row]:
        """Return the rows of the sentence: a figure with a label opens one, those without go on with it."""
        out: list[Row] = []
        row: Row | None = None
        chains = runs(self.folded, self.quantities)
        listed = self._listed(chains)
        for i, quantity in enumerate(self.quantities):
            begin = self.quantities[i - 1].end if i else 0
            if row is not None and _WAS.search(self.folded[begin : quantity.start]) and (now := row.value or row.share):
                row.before = row.before or (quantity if now.unit == quantity.unit else None)
                continue
            if row is not None and self._stops(begin, quantity.start):
                row = None
            label, measure, named = listed.get(i) or self._label(begin, quantity)
            came = self._behind(i, quantity) if label in ("", _NOTHING) else ""
            if came:
                label, named = came, True
            if label == _NOTHING:
                row = None
                continue
            if label:
                row = Row(label, measure=measure.id if measure else "", sentences=[self.n], named=named, own=fold(label) == self._income)
                row.part = bool(out) and bool(_PART_OF.search(self.folded[begin : quantity.start]))
                if row.part and not row.measure and out[-1].value and out[-1].value.unit == quantity.unit:
                    row.measure = out[-1].measure  # 門店875家,其中華東412家
                row.earns = bool(_EARNS.search(self.folded[begin : quantity.start]))
                row.opens = not out and bool(_OPENS.search(self.folded[: self._begins(label)]))
                out.append(row)
            if row is None:
                continue
            if measure and not label and row.value is None and row.measure == "":
                row.measure = measure.id
            if came and quantity.unit == "%":
                row.share = row.share or quantity
                continue
            run = next((c for c in chains if i in c and i in listed), [i])
            self._put(row, quantity, begin, measure, self.quantities[run[-1]].end)
        if out and not any(r.measure for r in out):
            self._led(out)
        return [r for r in out if r.value or r.share or r.changes]

    def _moves(self, measure: str) -> bool:
        """Whether growth is reported with a measure, or it is a ratio itself."""
        known = self.names.measures[measure]
        return known.change or known.unit == "percent"

    def _begins(self, label: str) -> int:
        return max(0, self.text.find(label))

    def _told_behind(self, quantity: Quantity) -> str:
        """The measure right behind a figure: "$1.3 billion of profit"."""
        near = [m for m in self.measures if m.start >= quantity.end and self.folded[quantity.end : m.start] in (" of ", " in ", "的", " ", "")]
        return near[0].id if near and self.measuring.fits(near[0].id, quantity.unit) else ""

    def _ratio(self, row: Row, quantity: Quantity) -> bool:
        """Whether a percentage is the value of a measure that is one: 毛利率方面,鋰電池23.5%,儲能31.2%."""
        before = [m.id for m in self.measures if m.end <= quantity.start]
        measure = row.measure or (before[-1] if before else "")
        if measure in self.names.measures and self.names.measures[measure].unit == "percent" and "share" not in measure:
            row.measure = row.measure or measure
            return True
        return False

    def _led(self, rows: Sequence[Row]) -> None:
        """Give rows the measure that the words before them name: 收入構成為:甲3.19億元、乙2.87億元; 門店875家,其中華東412家."""
        first = self._begins(rows[0].label)
        until = max(self.folded.rfind(":", 0, first + 1), max((m.start() for m in _OF_THESE.finditer(self.folded, 0, first)), default=0))
        named = [m for m in self.measures if m.end <= until]
        for row in rows:
            if named and row.value and self.measuring.fits(named[-1].id, row.value.unit):
                row.measure = named[-1].id
            elif named and row.value and named[-1].id.endswith("-share") and (base := named[-1].id.removesuffix("-share")) in self.names.measures:
                row.measure = base  # 收入構成

    def _listed(self, chains: list[list[int]]) -> dict[int, tuple[str, Found | None, bool]]:
        """The labels of figures that stand behind 分別, where there are as many: 甲、乙和丙收入分別為3億元、2億元和1億元."""
        out: dict[int, tuple[str, Found | None, bool]] = {}
        for chain in chains:
            last = self.quantities[chain[-1]].end
            if _EACH_BEHIND.match(self.folded, last):
                first = self.quantities[chain[0]].start
                left = max((m.end() for m in _BOUNDARY.finditer(self.folded, 0, first)), default=0)
                out |= self._one_each(chain[0], chains, (left, first))
        for i, quantity in enumerate(self.quantities):
            begin = self.quantities[i - 1].end if i else 0
            mark = RESPECTIVELY.search(self.folded, begin, quantity.start)
            if not mark or mark.group() == "respectively":
                continue
            if _PAIRED.fullmatch(self.folded, mark.end(), quantity.start) and not is_bare(NEUTRAL.sub(" ", self.folded[mark.end() : quantity.start])):
                continue  # 依次為甲3家、乙2家: each stands with its own
            told = _TOLD_FIRST.search(self.folded, mark.start(), quantity.start)
            if told:
                out |= self._one_each(i, chains, told.span("labels"))
                continue
            left = max([begin, *(m.end() for m in re.finditer(r"[,;。:](?=[^,;。:]*$)", self.folded[: mark.start()]))])
            named = [m for m in self.measures if left <= m.start and m.end <= mark.start() and self.measuring.fits(m.id, quantity.unit)]
            end = named[-1].start if named else mark.start()
            places = [left, *(x for m in _JOINED.finditer(self.folded, left, end) for x in (m.start(), m.end())), end]
            labels = [self._head(a, b) for a, b in zip(places[::2], places[1::2], strict=True)]
            chain = next((c for c in chains if c[0] == i), [i])
            fits = len(labels) == len(chain) > 1 and all(labels) and not any(_NOT_A_PART.search(fold(x)) for x in labels)
            for n, k in enumerate(chain):
                out[k] = (labels[n], named[-1] if named else None, True) if fits else (_NOTHING, None, False)
        return out

    def _uncounted(self) -> list[Quantity]:
        """The English numbers that go on with the unit before them: "sold 21,400 units, the Heron 18,900"."""
        counted = [q for q in self.quantities if q.unit and not is_change(q.unit) and not is_money(q.unit)]
        out = []
        for m in _NUMBER.finditer(self.plain):
            before = [q for q in counted if q.end < m.start()]
            if before and not any(q.start <= m.start() < q.end for q in self.quantities) and ";" not in self.plain[before[-1].end : m.start()]:
                value = Decimal(m.group().replace(",", ""))
                counted_in = re.sub(r"^[\d.,]+", "", before[-1].raw)
                out.append(Quantity(value, value, before[-1].unit, "", m.group() + counted_in, m.start(), m.end()))
        return out

    def _one_each(self, i: int, chains: list[list[int]], span: tuple[int, int]) -> dict[int, tuple[str, Found | None, bool]]:
        """The labels at `span` for the figures listed from `i` on, where there are as many."""
        unit = self.quantities[i].unit
        measures = [m for m in self.measures if span[0] < m.start and m.end <= span[1] and self.measuring.fits(m.id, unit)]
        measure = measures[-1] if measures else None
        span = (span[0], measure.start if measure else span[1])
        places = [span[0], *(x for m in _JOINED.finditer(self.folded, *span) for x in (m.start(), m.end())), span[1]]
        labels = [self._head(a, b) for a, b in zip(places[::2], places[1::2], strict=True)]
        chain = next((c for c in chains if c[0] == i), [i])
        fits = len(labels) == len(chain) > 1 and all(labels) and not any(_NOT_A_PART.search(fold(x)) for x in labels)
        return {k: (labels[n], measure, True) if fits else (_NOTHING, None, False) for n, k in enumerate(chain)}

    def _stops(self, begin: int, end: int) -> bool:
        """Whether a new part of the sentence begins between two figures."""
        return bool(_NEW.search(self.plain[begin:end]))

    def _past_whole(self, start: int, end: int) -> int:
        """Where a label begins that has the company it is of before it: 昌鈺電子汽車電子, "Halvorsen's oncology"."""
        whole = next((self._company_within(a, b) for a, b in self._companies if a == start and b <= end), start)
        rest = self.plain[whole:end]
        possessive = re.match(r"'s? |的", rest)
        if possessive:
            return whole + possessive.end()
        own = re.match(r"[\u3400-\u9fff]{2,}", rest)
        return whole if own and not _KIND_ONLY.match(own.group()) and not is_bare(NEUTRAL.sub(" ", rest)) and not _TAIL.match(rest) else start

    def _company_within(self, start: int, end: int) -> int:
        """Where the company ends with whose name another found name begins: 昌鈺電子 in 昌鈺電子汽車電子."""
        for k in range(end - 2, start + 2, -1):
            terms = self.names.keys.get(self.folded[start:k])
            if not _FIRM_END.match(self.folded, k) and any(t.kind == "entity" and self.names.entities[t.id].kind == "company" for t in terms):
                return k
        return end

    def _put(self, row: Row, quantity: Quantity, begin: int, measure: Found | None, end: int) -> None:
        window = self.folded[begin : quantity.start]
        if not is_change(quantity.unit):
            other = measure is not None and row.measure and measure.id != row.measure
            step = aspects.aspect(self.folded, quantity, window, False, bool(row.changes)) in ("none", "increase", "decrease")
            if row.value is None and not other and not _BEFORE.search(window) and not (step and row.changes == {} and _BEFORE.search(window)):
                row.value = quantity
                row.measure = row.measure or self._told_behind(quantity)
            return
        aspect = aspects.aspect(self.folded, quantity, window, False, False)
        if aspect.startswith("narrowing") and not aspects.LOSS.search(window):
            aspect = aspect.replace("narrowing", "decline")  # "Petalune shrank 3%"
        after = self.folded[end : end + 16]
        bracketed = self.folded[quantity.start - 1 : quantity.start] == "("
        shares = bool(_SHARE_BEFORE.search(self.plain[begin : quantity.start]) or _SHARE_AFTER.match(after))
        if quantity.unit == "%" and shares and _BEFORE.search(window):
            row.from_share = True  # 比重由55.3%降至52.7%
        elif quantity.unit == "%" and row.from_share and row.share is None and aspect == "value":
            row.share = quantity
        elif quantity.unit == "%" and shares and aspect in ("value", "none"):
            row.of_market = row.share is None and bool(_OF_MARKET.search(window) or _OF_MARKET.search(re.split(r"[,;。]", self.folded[end : end + 40])[0]))
            row.share = row.share or quantity
        elif quantity.unit == "%" and aspect == "value" and row.value is None and (bracketed or _ACCOUNTS.search(self.folded[: quantity.start])):
            row.share = row.share or quantity
            row.of_market = row.of_market or bool(_OF_THE_MARKET.search(self.folded[: quantity.start]))
        elif quantity.unit == "%" and aspect == "value" and row.value is None and self._ratio(row, quantity):
            row.value = quantity
        elif aspect in ("growth", "decline", "growth-qoq", "decline-qoq"):
            row.changes.setdefault(aspect, quantity)

    def _label(self, begin: int, quantity: Quantity) -> tuple[str, Found | None, bool]:
        """What the words before a figure call its part, its measure, and whether it has a name besides that."""
        cuts = [begin, *(m.end() for m in _PIECE.finditer(self.plain, begin, quantity.start))]
        if begin and not re.match(r"\s?(?:[,;:。!?、()]|\.\s|and\b|while\b|but\b|和|及|与|以及|而)", self.plain[begin:]):
            cuts = cuts[1:] or [quantity.start]  # what stands right behind a figure is of that figure
        start = cuts[-1]
        while len(cuts) > 1 and start > begin and self.plain[start - 1] == "、" and cuts[-2] < start - 1 and cuts[-2] > begin:  # 歐洲、中東及非洲佔23%
            cuts = cuts[:-1]
            start = cuts[-1]
        if quantity.unit == "%" and self.folded[quantity.start - 1] == "(" and self.plain[quantity.start - 1] == " ":  # 價格(58%): by its own name
            led = _LED.search(self.plain, start, quantity.start)
            begin = led.end() if led else start
            named_so = self._head(begin, quantity.start - 1, keep=True)
            return (_NOTHING, None, False) if not named_so or _NOT_A_PART.search(fold(named_so)) else (named_so, None, True)
        named = [m for m in self.measures if start <= m.start and m.end <= quantity.start]
        fitting = [m for m in named if self.measuring.fits(m.id, quantity.unit) or (is_change(quantity.unit) and self._moves(m.id))]
        named = [m for m in named if self.names.measures[m.id].unit in _COUNTED or m in fitting]
        if named and not fitting and not is_bare(NEUTRAL.sub(" ", self.plain[named[-1].end : quantity.start])):
            return _NOTHING, None, False
        measure = fitting[-1] if fitting else None
        ordered = _ORDERED.search(self.plain, start, quantity.start)
        if ordered and (first := self._head(ordered.end(), quantity.start)) and not _NOT_A_PART.search(fold(first)):
            return first, measure, True
        kind = _INCOME.search(self.folded[measure.start : measure.end]) if measure else None
        if measure and kind and measure.id != "revenue" and "revenue" in self.names.measures:  # 利息收入: a part of the revenue, by its own name
            measure = Found(measure.start + kind.start(), measure.end, "revenue", measure.weak, False)
            whole = self._head(start, measure.end, keep=True)
            self._income = fold(whole)
            return (_NOTHING if _NOT_A_PART.search(fold(whole)) else whole), measure, bool(whole)
        label = self._head(start, measure.start if measure else quantity.start)
        of = _MEASURE_OF.match(self.plain, measure.end, quantity.start) if measure and not label and is_bare(self.plain[start : measure.start]) else None
        if of:
            label = self._head(of.end(), quantity.start)
        if not label and measure and measure.start >= start:
            whole = self._head(start, quantity.start, keep=True)
            generic = measure.id in ("revenue", "market-share", "deliveries", "shipments", "sales-volume", "share-of-total")
            if not (generic and len(whole) <= 4) and not _is_neutral(self.plain[start : measure.start]):
                return _NOTHING, measure, False
            own = "" if generic or not whole else whole
            back = self._one_before(cuts, quantity)
            return (back, measure, True) if back else (own, measure, False)
        if label and _NOT_A_PART.search(fold(label)):
            return _NOTHING, measure, False
        if not label and measure is None:
            back = self._one_before(cuts, quantity)
            return back, None, bool(back)
        return label, measure, bool(label)

    def _one_before(self, cuts: Sequence[int], quantity: Quantity) -> str:
        """The label that opens a part of the sentence, where the figure stands after a comma: 雲業務方面,收入12億元."""
        if len(cuts) < 2 or not is_bare(NEUTRAL.sub(" ", _TAIL.sub("", self.plain[cuts[-1] : quantity.start]))):
            return ""
        start, end = cuts[-2], cuts[-1] - 1
        opened = start == 0 or re.search(r"[;。]\s*$|\.\s$", self.plain[:start]) is not None or _RANK.match(self.plain[start:end].strip()) is not None
        label = self._head(start, end) if opened else ""
        lead = _LEAD.match(self.plain[start:end])
        said = self.plain[start + (lead.end() if lead else 0) : end]
        return "" if not label or _NOT_A_PART.search(fold(label)) or _LEADS_UP.search(said) else label

    def _behind(self, i: int, quantity: Quantity) -> str:
        """The label behind a figure: 13.3%來自消費者訂閱, "$3.1 billion from cloud"."""
        until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
        found = _FROM.match(self.folded[quantity.end : until])
        if not found:
            return ""
        start = quantity.end + found.start("label")
        label = self._head(start, quantity.end + found.end("label"))
        return "" if _NOT_A_PART.search(fold(label)) else label

    def _head(self, start: int, end: int, keep: bool = False) -> str:
        """What words call a part, as printed; "" where they only lead up to a figure. `keep`: with its measure."""
        words = self.plain[start:end]
        lead = _LEAD.match(words)
        begin = lead.end() if lead else 0
        last = len(words)
        begin = self._past_whole(start + begin, end) - start
        while last > begin and not keep and not any(a >= start + begin and b == start + last for a, b in self._names):
            tail = _TAIL.search(words, begin, last)
            cut = tail.start() if tail else _bare_from(words, begin, last)
            if cut >= last:
                break
            last = cut
        label = re.sub(r"[（(][^()（）]*[)）]", "", self.text[start + begin : start + last]).strip(" ,，;；「」“”『』\"'：:")
        fits = 1 < len(label) <= (_MOST * 3 if label.isascii() else _MOST)
        return label if fits and not is_bare(NEUTRAL.sub(" ", fold(label))) else ""


_NOTHING = "\0"  # words that call no part, and after which the row before does not go on


def _is_neutral(words: str) -> bool:
    return is_bare(NEUTRAL.sub(" ", words))


def _bare_from(words: str, begin: int, end: int) -> int:
    """Where the words at the end begin that only compare and connect: 4 of "北美年增" is 2."""
    for start in range(begin, end):
        if (words[start].isascii() and words[start].isalnum()) and start > begin and words[start - 1].isascii() and words[start - 1].isalnum():
            continue  # inside a Latin word
        if words[start].isascii() and words[start].isalnum() and start > begin and "\u3400" <= words[start - 1] <= "\u9fff":
            continue  # 嵐圖A
        if is_bare(NEUTRAL.sub(" ", words[start:end])):
            return start
    return end
