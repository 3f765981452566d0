"""What the words beside a figure call the part it is of: 電視面板收入148.90億元, "$3.1 billion from cloud".

A label is what the words before a figure leave when its measure and words of telling and changing are taken
away; where they leave nothing, it may open the part of the sentence, stand behind the figure, or be one of a
list that 分別 pairs with figures. Patterns are matched against folded text. Leaves out what the figures tell
of the part (`kb.partrows`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kb import lazy, periods
from kb.lists import RESPECTIVELY
from kb.measuring import Found, Measuring, is_bare
from kb.model import Quantity
from kb.names import Names, Span
from kb.parallel import NEUTRAL
from kb.partnames import KINDS
from kb.tabular import amounts
from kb.text import fold
from kb.units import is_change, is_money

_PIECE = lazy.compile(r"[,;:。!?、()]|\.\s|\s(?:while|but|whereas)\s|(?:^|(?<=,))\s?(?:and|and the|和|及|与|以及|而)(?=[\s\u3400-\u9fff])")
_LEAD = lazy.compile(
    r"^[\s\"“”「」『』]*(?:把|将(?=.{2})|(?:其余|余下|剩下)(?:则)?(?:是|为)(?=.{2})|(?:(?:排名?|位列|位居|名列|排行)?第[一二三四五六七八九十](?:大|名|位)?(?:客户|股东|市场|品牌|供应商|产品)?(?:的|则)?(?:是|为)(?:家?(?:企业|公司|厂商?|巨头))?|(?:产品|业务|分部|地区|区域|市场|渠道|通路|品牌|类型|客户|用途|来源|商品|车型)[^,;。:\d]{0,3}(?:方面|上)?则?以|(?:居首|居次|居末|垫底|领先|榜首|冠军|亚军|季军)的?(?:是|为)|的|[上前]?届?(?:冠军|亚军|季军)的?|当中|其中|而|则|此外|另外|同时|但|和|与|及|以及|至于|分别是?|期内|期間|当季|本季|季内|去年|今年|上年|全年|来自|就|在|从|按|其次是|其次为|仅?次于|落后于|领先于?|高于|低于|紧随其后的是|其后是|the (?:rest|remaining|remainder|other) (?!of )|"
    r"the (?!rest of )|its |and |while |but |with |an? |for |in |from |at |of which |including |led by |followed by |ahead of |trailed by |(?:[\w'’-]+ )?(?:figures|data|numbers|rankings?) (?:show(?:ed)?|put|rank(?:ed)?|place[ds]?) |revenue (?:from|at|in) |sales (?:from|at|in|of) )(?![\s,]*$))*"
)
_TAIL = lazy.compile(
    r"(?:的|(?<=[\u3400-\u9fff]{2})(?:合共|合计|共计|总计)|(?<!规)则|(?<!华)为|是|以|去年|今年|全年|单季|本季|亦|也|(?<![成首])都|(?<!平)均|(?<![合预签])约|方面|实现|录得|(?<!雷)达到?|认购|出资|注资|贡献|分别|卖出?了?|(?<![零出销])售出?|占比?|占总?(?:收入|营收|收益|销量|出货|销售额)(?:的|比重为?|比例为?)?|比重|份额|市占率?|市场份额|急|猛|强劲|大幅?|劲|暴|飙|狂|(?<![中周])转|扭|各|(?<![国所自])有|(?<!公)共|(?<![设审统会预估])计|已|仅|只|还|仍|反而|反|逆势|"
    r"连同.*|进[帐账]|入[帐账]|[缴交端]出|拿下|则有|(?:比重)?(?:缩水|萎缩|滑落|下滑|跃升|攀爬|反弹|回升|激增|暴增|增长|拉高|拉升|提高|提升|攀升|上升|下降|回落|扩大|缩小|升|降|增|减|跌)[至到]|[,，]?(?:仍然?|依[然旧]|还|继续|依旧)?(?:占(?:了)?大头|居[首冠]位?|最大|最多|(?:是|为)(?:最大|第一大|最主要|主要|主力|大头|最畅销|最大宗)[^,;。\d]{0,6}|卖得最[好多]|表现最[好佳]|贡献最[大多]|挑大梁)|"
    r"(?:仍然?|依[然旧]|还|继续|依旧)(?:是|为)[^,;。:\d]{1,10}|自\s*起[^,;。:]{0,10}|(?<!第)[两三四五六七八九](?:[项种款大类家座条]|个[^,;。\d、]{0,5})|每(?:个?(?:席位|人|用户|月|年|台|套|天|次))+|处理|完成|交付|出货|销售|销量|营收|收入|收益|业务收入|吞吐量?|贡献了?|带来|创造|投入|投资|达成|拿下|取得|"
    r"\s|'s|\b(?:of|at|with|in|was|were|is|are|by|for|now|makes up|made up|accounts|accounted|accounting|account|contributes|contributed|contributing|generated|generating|represents|represented|earned|earning|took|sales|revenue|revenues|net sales|shipments|deliveries|segment|shares?|sharply|slightly|only|just|another|about|roughly|nearly|share of|market share|comprised|held|holding|brought|income|turnover|(?:remained|stayed|became) the (?:largest|biggest|main|top|leading) \w+|tumbled|edged|soared|plunged|leapt|leaped|advanced|expanded|contracted|eased|swelled|posted|reported|logged|yielded|produced|mined|poured|churned out|turned out|handled|carried|moved|served|booked|pulled in|racked up|as the (?:most|least) [\w-]+))+$"
)
_MOST = 16  # Chinese characters of a label
NOT_A_PART = lazy.compile(
    r"^[按以依就从][^,;。]{1,8}(?:分|看|计|区分|划分|算|而言)$|\d[\d,.]*(?:万|亿|%)|^前?[两三四五六七八九十]大(?:品牌|厂商?|公司|车企|银行|巨头|企业|业者|集团|运营商)$|同比|环比|给|预计|预期|目标|截至|合计|合共|总共|总[^部]|整体|^(?:全球|全国|全年|公司(?!(?:贷款|存款|业务|金融|银行|类))|集团|该公司|本行|累计|它|其(?!他|它|余.)|该|这|那|他|她|我|去年|今年|上年|单|一季|二季|三季|四季|第.季)|上年同期|去年同期|年前|^(?:首次|再次|连续|一度|首度)|按$|汇率|^(?:固定|实质|可比|名义)$|持股(?!平台|计划)|新开|新增|净增|关闭|关店|开业|表示|透露|传出|爆料|公布|披露|公告|宣布|增长|成本|毛利|净利|溢利|利润|亏损|费用|开支|均价|售价|股价|收报|每股|研发(?!中心|基地|及|与|和|项目|平台|大楼)|员工(?!持股)|募[资集投]|^(?:此次|本次|这次)|^(?:平均|人均|每)|^(?:包括|包含|涵盖|其中有?|分别有)$|"
    r"\b(?:is|are|was|were|would|beside|besides|despite|has|have|had|will|can|could|offers?|comes?|weighs?|runs?|company|group|total|it|which|that|they|year|quarter|overall|altogether|expected|analysts?|shares|profit|loss|costs?|margin|per|ebitda|cash|dividend|previous|earlier|said|says|announced|reported|opened|closed|opening|closing)\b"
)
# What tells that what follows is told part by part.
LEADS_UP = lazy.compile(
    r"^[^,;。:\d]{0,12}?(?:分|按|从|就|以)[^,;。:\d]{0,10}?(?:产品|业务|分部|板块|地区|区域|市场|渠道|品牌|车型|机型|类型|类别|品类|用途|应用|客户|类|领域|部门|线)[^,;。:\d]{0,8}?(?:看|划分|计|来看|来说|而言|分|拆分|方面|论)?$"
    r"|^各?(?:品牌|产品|业务|地区|区域|分部|渠道|市场|车型|品类|板块)(?:方面|组合上?|别|上)$|构成|排名|排行|榜单|其中|当中|之中|包括|分别|前[两三四五六七八九十]|各[^,;。:\d]{1,8}$|\bby (?:segment|region|product|business|brand|channel|division|category|market|type|model|country|countries|source|geograph\w+)\b|\bof which\b|\bincluding\b|\bbreakdown\b|\bamong\b|\btop (?:three|four|five|\d)\b|\bsegments?\b|\brank"
)
_FROM = lazy.compile(r"^\s?的?(?:(?:则|都|是|均)?(?:来自|源自|出自|由|归)|(?:将|拟|主要)?(?:用于|用作|投向|投入|投在|花在|投放于|(?=补充|偿还))|(?:came|comes|coming|was|were|is|are|derived|stemmed)? ?from |(?:went|goes|going|go) (?:to|into|on|towards?) |(?:was|were|is|will be) (?:spent|used) on )(?P<label>[^,;。:、()]{1,40}?)(?:的?(?:收入|贡献|订单|客户))?(?=[,;。、()]|\.\s|\.$| and | while |$)")
# "128,000 packs were sold in Singapore, 96,000 in Hong Kong"
_IN_PLACE = lazy.compile(r"^(?: (?:packs?|units?|cars?|bottles?|boxes|copies|pieces|people|jobs|stores?|shops?|tonnes|vehicles|homes|of (?:them|these|those|which)))?(?: (?:were|was|are|is|have been|had been))?(?: (?:sold|made|shipped|delivered|built|produced|registered|based|employed|sent|opened))? in (?:the )?(?P<label>[a-z][a-z .'’-]{2,30}?)(?=[,;.]| and |$)")
_RANK = lazy.compile(r"(?:排名?|位列|位居|名列)?第[一二三四五六七八九十]|居[首次]|冠军|亚军|季军|榜首")
_FIRM_END = lazy.compile(r"科技|集团|股份|控股|国际|有限|\w* ?(?:group|inc|corp|holdings?|ltd)\b")
_KIND_ONLY = lazy.compile(rf"(?:{KINDS})+$")
_INCOME = lazy.compile(r"(?<!.净)(?:收入|收益)$|(?<!net )(?<!operating )\b(?:revenues?|income|sales)$")
_ASIDE = lazy.compile(r"\([^()]*\)")
_IN_BRACKETS = lazy.compile(
    r"[\u3400-\u9fffa-z](?<![元万亿家个台辆人吨])\((?=[\d.]+%[,;)])|[a-z] \((?=(?:[a-z]{0,3}[$€£¥] ?)?[\d.,]+ ?(?:%|(?:million|billion|trillion|thousand|bn|m|k)?(?: [a-z]+)?)\)(?=[,;.]| and |$))"
    r"|[\u3400-\u9fff](?<![元万亿家个台辆人吨])\((?=[\d.,]+[万亿]?(?:[元家间台辆人吨件架艘个座]|美元|港元|欧元)\))"
)
_NUMBER = lazy.compile(r"(?<![\d.,$€£¥a-z-])\d{1,3}(?:,\d{3})+(?=[,;]?(?: and| in| for| while|$)|[.,;](?: |$))")
_PAIRED = lazy.compile(r"(?:是|为|有):?[^,;。:、和与及\d]{2,}")
_LED = lazy.compile(r"(?:[为是]|包括|有):?")
_ORDERED = lazy.compile(r"(?:依[次序]|分别|依序)(?:是|为|有)")
_IS_ONE = lazy.compile(r"(?:[是为][^,;。:\d]{1,10}|方面),$")  # 北美仍是最大市場,
_TOLD_FIRST = lazy.compile(r"(?:分别|依[次序])(?:是|为|由|来自)(?P<labels>[^,;。:\d]+),[^,;。:\d]{0,16}$")  # 前三大客戶分別為甲、乙和丙,佔22%、15%和9%
_BOUNDARY = lazy.compile(r"[;。:—]|\. | [-–] ")
_EACH_BEHIND = lazy.compile(r"[^,;.\d]{0,24},? respectively\b")
_MEASURE_OF = lazy.compile(r" (?:of|from|at|in|for) (?:the |its )?(?!the (?:year|quarter|first|second|third|fourth)|20\d\d)")
_JOINED = lazy.compile(r",? and\b|[、,]|和|与|及(?!以[上下])")
_COUNTED = ("money", "percent", "count")
_SIZES = frozenset("英寸 寸 吋 升 L 毫升 mL 毫米 mm 公分 纳米 nm 千瓦 kW 马力 GB TB 歲 岁".split())
_OF_THE_SIZE = lazy.compile(r"(?:以[上下]|及以[上下])?(?:的?(?:机型|车型|产品|款式?|人群|客群))?(?:则|约)?占")
_MODEL = lazy.compile(r"[a-z][a-z]+[ -]?$|[a-z]-$")  # the Corvid 5: the number is one of its name
# 伴山的「小岩」只要, 鎖定電力巡檢的「行者T5」要價: a name in quotation marks is what it is called.
_QUOTED_NAME = lazy.compile(r"[的款版牌][「“『]([^「」“”『』]{2,12})(?:[」”』][^「」“”『』]{0,4})?$|^[「“『]?([^「」“”『』]{2,12})[」”』][^「」“”『』]{1,4}$|的([a-z][a-z\d]*[- ]?\d[\w-]*)$", re.I)
# 3月8日才開始交車的小車跳豆, 定位高階的七人座霽9: what it is told of comes before the name.
_DESCRIBED = lazy.compile(r"^.*(?:开始|才|刚|定位|主打|主攻|锁定|售价|去年|今年|上市|推出|新上|搭载|采用|面向|专攻)[^,;。:]{0,8}?的(?=[\u3400-\u9fff\w]{2,})")
_MODIFIES = lazy.compile(r"(?:了|过)?的(?=[\u3400-\u9fffa-z]{2,})")
_DESCRIBES = 6  # characters
_ROW_OF_THINGS = lazy.compile(
    r"(?:推出了?|发布了?|包括|包含|涵盖|带来了?|分为|分成|设有?|共有|开[卖售]了?|提供|备有|:)(?P<row>[^,;。:]{2,60}?)(?:等)?(?:共)?[两三四五六七八][款种个档项](?:车型|机型|版本|产品|型号|方案|规格|配置|套餐)?(?:可选)?$"
    r"|(?:分(?!别|钟|红|店|行)|分为|分成|包括|提供|有|推出了?)(?:为|成)?(?P<named>[^,;。:]{1,12}?[版款型档](?:[、和与及][^,;。:、]{1,12}?[版款型档])+)$"
)
_SO_MANY_KINDS = lazy.compile(r"[两三四五六七八][款种档](?:车型|机型|版本)?")
# 旗下三個品牌, 豆粕、食用油兩項收入: how many parts are told of, not a figure of one.
_SO_MANY = lazy.compile(r"[两三四五六七八九十][个大项类种家块条档]")
_OF_PARTS = lazy.compile(r"(?:主要|核心|重点)?(?:品牌|分部|板块|地区|区域|市场|渠道|通路|业务|产品|事业|项目|系列|平台|部门|基地|工厂|厂区|矿[山区场]?|机型|版本|方案)")
_AFTER_LIST = lazy.compile(r"(?:[、和与]|及(?!以[上下]))[^,;。、:\d]{1,10}$")
_HELD_BY = lazy.compile(r"(?:平台|计划)(?=[\d占持,]|合计)")  # 員工持股平台12.6%: who holds it, and not that it is held
# 包括18架A321neo、9架A330: what is counted stands behind its number.
_COUNTED_BEHIND = lazy.compile(r"^(?P<label>(?![中里之内])(?:[^,;。:、()\d]|\d{3,4}[a-z])(?:[^,;。:、()和及与]|(?<=[a-z])\d|-\d){1,18}?)(?:型?[客货]机|飞机)?(?=[,;。、()]|和|及|以及|与|$)")
_COUNTS_PARTS = lazy.compile(r"(?:包括|包含|涵盖|分别[为是有]|其中有?|由|:)$|(?:^|[、,]|和|及|与)(?:另?有)?$")
_CLASSIFIERS = frozenset("架艘輛台家間座條個支隻")
_OF_THE_SAME = lazy.compile(r"[\s,、(]*(?:同比|按年|环比|年|占(?:总|公司)?(?:收入|营收|收益|销量|出货量?)?(?:的)?(?:比重?|比例)?|比重|份额|分别|依[次序]|则|各|为|是|约|增长?|上升|上涨|下降|下滑|升|跌|减少?|变[动化]|[+-]|up|down|rising|growing|or|,|\s)*")
_OPENS = lazy.compile("[「“『]")
_HAN_RUN = lazy.compile("[\u3400-\u9fff]{2,}")
_BRACKETS = lazy.compile(r"[（(][^()（）]*[)）]")
_GOES_ON = lazy.compile(r"\s?(?:[,;:。!?、()]|\.\s|and\b|while\b|but\b|和|及|与|以及|而)")
_POSSESSIVE = lazy.compile(r"'s? |的")
_CLOSES = {"「": "」", "“": "”", "『": "』"}
_SCALED = lazy.compile(r"约?[\d.,]+[万亿兆]+")
_PLAIN_YUAN = lazy.compile(r"[\d.,]+[万亿千百]*元")
NOTHING = "\0"  # words that call no part, and after which the row before does not go on


class Labels:
    """The labels of one sentence's figures."""

    def __init__(self, text: str, n: int, names: Names, measuring: Measuring, spans: Sequence[Span] | None = None) -> None:
        """Read the sentence `text`, the `n`th; `spans` are its names and terms where they are known."""
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
        self.quantities = [q for q in self.quantities if not self._counts_parts(q) and not self._is_size(q)]
        self.quantities = self._in_one_currency(sorted([*self.quantities, *self._uncounted()], key=lambda q: q.start))
        spans = (names.find(self.folded) if self.quantities else []) if spans is None else spans
        self.spans = spans
        self.measures = [m for m in measuring.spans(self.folded, spans) if not _HELD_BY.match(self.folded, m.end)]
        self._companies = [(s.start, s.end) for s in spans if s.kind == "entity" and any(names.entities[i].kind == "company" for i in s.ids)]
        self._names = [(s.start, s.end) for s in spans if s.kind == "entity"]

    def _is_size(self, quantity: Quantity) -> bool:
        """Whether a number says what size a part is of: 65吋占38%."""
        return quantity.unit in _SIZES and bool(_OF_THE_SIZE.match(self.folded, quantity.end))

    def _counts_parts(self, quantity: Quantity) -> bool:
        """Whether a number says how many are listed, and is no figure of one: 三款, 旗下三個品牌, 豆粕、食用油兩項收入."""
        said = fold(quantity.raw)
        if _SO_MANY_KINDS.fullmatch(said):
            return True
        of_parts = _OF_PARTS.match(self.folded, quantity.end) or _AFTER_LIST.search(self.folded[: quantity.start])
        return bool(_SO_MANY.fullmatch(said) and of_parts)

    def _in_one_currency(self, quantities: Sequence[Quantity]) -> list[Quantity]:
        """The figures, those of a list all in the currency that one of them names: 新台幣12,900元、15,900元與18,900元; 12.3億、9.8億及5.3億港元."""
        out: list[Quantity] = []
        quantities = list(quantities)
        for i in range(len(quantities) - 2, -1, -1):
            here, after = quantities[i], quantities[i + 1]
            if not here.unit and is_money(after.unit) and _SCALED.fullmatch(fold(here.raw)) and _JOINED.fullmatch(self.folded[here.end : after.start].strip()):
                quantities[i] = replace(here, unit=after.unit)
        for q in quantities:
            before = out[-1] if out else None
            goes_on = before is not None and is_money(before.unit) and q.unit == "CNY" and _JOINED.fullmatch(self.folded[before.end : q.start].strip())
            out.append(replace(q, unit=before.unit) if before is not None and goes_on and _PLAIN_YUAN.fullmatch(fold(q.raw)) else q)
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

    def _label(self, begin: int, quantity: Quantity) -> tuple[str, Found | None, bool]:
        """What the words before a figure call its part, its measure, and whether it has a name besides that."""
        cuts = [begin, *(m.end() for m in _PIECE.finditer(self.plain, begin, quantity.start))]
        if begin and not _GOES_ON.match(self.plain[begin:]):
            cuts = cuts[1:] or [quantity.start]  # what stands right behind a figure is of that figure
        start = cuts[-1]
        while len(cuts) > 1 and start > begin and self.plain[start - 1] == "、" and cuts[-2] < start - 1 and cuts[-2] > begin:  # 歐洲、中東及非洲佔23%
            cuts = cuts[:-1]
            start = cuts[-1]
        if self.folded[quantity.start - 1] == "(" and self.plain[quantity.start - 1] == " ":  # 價格(58%), Iberia (€238 million): by its own name
            led = _LED.search(self.plain, start, quantity.start)
            begin = led.end() if led else start
            named_so = self._head(begin, quantity.start - 1, keep=True)
            return (NOTHING, None, False) if not named_so or NOT_A_PART.search(fold(named_so)) else (named_so, None, True)
        named = [m for m in self.measures if start <= m.start and m.end <= quantity.start]
        fitting = [m for m in named if self.measuring.fits(m.id, quantity.unit) or (is_change(quantity.unit) and self._moves(m.id))]
        named = [m for m in named if self.names.measures[m.id].unit in _COUNTED or m in fitting]
        if named and not fitting and not is_bare(NEUTRAL.sub(" ", self.plain[named[-1].end : quantity.start])):
            return NOTHING, None, False
        measure = fitting[-1] if fitting else None
        ordered = _ORDERED.search(self.plain, start, quantity.start)
        if ordered and (first := self._head(ordered.end(), quantity.start)) and not NOT_A_PART.search(fold(first)):
            return first, measure, True
        kind = _INCOME.search(self.folded[measure.start : measure.end]) if measure else None
        if measure and kind and measure.id != "revenue" and "revenue" in self.names.measures:  # 利息收入: a part of the revenue, by its own name
            measure = Found(measure.start + kind.start(), measure.end, "revenue", measure.weak, False)
            whole = self._head(start, measure.end, keep=True)
            self._income = fold(whole)
            return (NOTHING if NOT_A_PART.search(fold(whole)) else whole), measure, bool(whole)
        if measure and (head := _MODIFIES.match(self.plain, measure.end)) and not is_bare(NEUTRAL.sub(" ", _TAIL.sub("", self.plain[head.end() : quantity.start]))):
            start, measure = head.end(), None  # 3月8日才開始交車的小車跳豆: the measure is of the words that describe it
        label = self._head(start, measure.start if measure else quantity.start)
        of = _MEASURE_OF.match(self.plain, measure.end, quantity.start) if measure and not label and is_bare(self.plain[start : measure.start]) else None
        if of:
            label = self._head(of.end(), quantity.start)
        if not label and measure and measure.start >= start:
            whole = self._head(start, quantity.start, keep=True)
            generic = measure.id in ("revenue", "market-share", "deliveries", "shipments", "sales-volume", "share-of-total")
            if not (generic and len(whole) <= 4) and not _is_neutral(_TAIL.sub("", self.plain[start : measure.start])):
                return NOTHING, measure, False
            own = "" if generic or not whole else whole
            between = is_bare(NEUTRAL.sub(" ", _TAIL.sub("", self.plain[measure.end : quantity.start])))
            back = self._one_before(cuts, measure.start) if between and (generic or _IS_ONE.search(self.plain, cuts[0], cuts[-1])) else ""
            return (back, measure, True) if back else (own, measure, False)
        if label and NOT_A_PART.search(fold(label)):
            return NOTHING, measure, False
        if not label and measure is None:
            back = self._one_before(cuts, quantity.start)
            return back, None, bool(back)
        return label, measure, bool(label)

    def _one_before(self, cuts: Sequence[int], until: int) -> str:
        """The label that opens a part of the sentence, where the figure, or its measure at `until`, stands after a comma: 雲業務方面,收入12億元."""
        if len(cuts) < 2 or not is_bare(NEUTRAL.sub(" ", _TAIL.sub("", self.plain[cuts[-1] : until]))):
            return ""
        start, end = cuts[-2], cuts[-1] - 1
        opened = start == 0 or re.search(r"[;。]\s*$|\.\s$", self.plain[:start]) is not None or _RANK.match(self.plain[start:end].strip()) is not None
        opened = opened or ((start == cuts[0] or len(cuts) < 4) and LEADS_UP.search(self.plain[: start - 1].rstrip(" ,:")) is not None)  # 分產品看,液態奶仍占大頭,收入44億元
        label = self._head(start, end) if opened else ""
        lead = _LEAD.match(self.plain[start:end])
        said = self.plain[start + (lead.end() if lead else 0) : end]
        return "" if not label or NOT_A_PART.search(fold(label)) or LEADS_UP.search(said) else label

    def _behind(self, i: int, quantity: Quantity) -> str:
        """The label behind a figure: 13.3%來自消費者訂閱, "$3.1 billion from cloud"."""
        until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
        found = _FROM.match(self.folded[quantity.end : until])
        if not found and quantity.unit in _CLASSIFIERS and _COUNTS_PARTS.search(self.plain[: quantity.start].rstrip()):
            found = _COUNTED_BEHIND.match(self.folded[quantity.end : until])
        found = found or self._placed(i)
        if not found:
            return ""
        start = quantity.end + found.start("label")
        label = self._head(start, quantity.end + found.end("label"))
        return "" if NOT_A_PART.search(fold(label)) else label

    def _placed(self, i: int) -> re.Match[str] | None:
        """The place behind figure i that it is of."""
        quantity = self.quantities[i] if i < len(self.quantities) else None
        if quantity is None or is_change(quantity.unit):
            return None
        until = self.quantities[i + 1].start if i + 1 < len(self.quantities) else len(self.folded)
        found = _IN_PLACE.match(self.folded[quantity.end : until])
        return found if found and any(t.kind == "entity" and self.names.entities[t.id].kind == "place" for t in self.names.terms(found["label"])) else None

    def _in_places(self, i: int) -> bool:
        """Whether a figure is the first of several that stand each before its place."""
        return self._placed(i) is not None and self._placed(i + 1) is not None

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
            fits = len(labels) == len(chain) > 1 and all(labels) and not any(NOT_A_PART.search(fold(x)) for x in labels)
            if not fits and (listed := self._listed_before(left, len(chain))):
                labels, fits = listed, True
            for n, k in enumerate(chain):
                out[k] = (labels[n], named[-1] if named else None, True) if fits else (NOTHING, None, False)
        return out | self._listed_again(out, chains)

    def _listed_again(self, known: dict[int, tuple[str, Found | None, bool]], chains: list[list[int]]) -> dict[int, tuple[str, Found | None, bool]]:
        """The labels of further lists that are told of the same parts: …收入分別為3億和2億元,佔比依次為60%和40%,毛利率則為7%和4%."""
        first = next((c for c in chains if c[0] in known and known[c[0]][0] != NOTHING), None)
        out: dict[int, tuple[str, Found | None, bool]] = {}
        last = first
        for chain in chains if first and last else ():
            assert first and last
            begin, end = self.quantities[last[-1]].end, self.quantities[chain[0]].start
            if chain[0] <= last[-1] or len(chain) != len(first) or not is_change(self.quantities[chain[0]].unit):
                continue
            named = [m for m in self.measures if begin <= m.start and m.end <= end and self.names.measures[m.id].unit == "percent"]
            words = self.folded[begin:end]
            for m in named:
                words = words.replace(self.folded[m.start : m.end], "")
            if _OF_THE_SAME.fullmatch(words):
                out |= {k: (known[first[n]][0], named[-1] if named else None, True) for n, k in enumerate(chain)}
                last = chain
        return out

    def _listed_before(self, end: int, number: int) -> list[str]:
        """The labels that the clause before `end` lists, where there are `number` of them: 推出標準版、Sport與Pro三款,售價分別為…"""
        begin = max((m.end() for m in re.finditer(r"[,;。:]", self.folded[: max(0, end - 1)])), default=0)
        found = _ROW_OF_THINGS.search(self.plain[begin : max(begin, end - 1)])
        if not found or number < 2:
            return []
        group = "row" if found["row"] else "named"  # 分標準版、Pro版和影像版
        a, b = begin + found.start(group), begin + found.end(group)
        places = [a, *(x for m in _JOINED.finditer(self.folded, a, b) for x in (m.start(), m.end())), b]
        labels = [self._head(x, y, keep=True) for x, y in zip(places[::2], places[1::2], strict=True)]
        return labels if len(labels) == number and all(labels) and not any(NOT_A_PART.search(fold(x)) for x in labels) else []

    def _one_each(self, i: int, chains: list[list[int]], span: tuple[int, int]) -> dict[int, tuple[str, Found | None, bool]]:
        """The labels at `span` for the figures listed from `i` on, where there are as many."""
        unit = self.quantities[i].unit
        measures = [m for m in self.measures if span[0] < m.start and m.end <= span[1] and self.measuring.fits(m.id, unit)]
        measure = measures[-1] if measures else None
        span = (span[0], measure.start if measure else span[1])
        places = [span[0], *(x for m in _JOINED.finditer(self.folded, *span) for x in (m.start(), m.end())), span[1]]
        labels = [self._head(a, b) for a, b in zip(places[::2], places[1::2], strict=True)]
        chain = next((c for c in chains if c[0] == i), [i])
        fits = len(labels) == len(chain) > 1 and all(labels) and not any(NOT_A_PART.search(fold(x)) for x in labels)
        return {k: (labels[n], measure, True) if fits else (NOTHING, None, False) for n, k in enumerate(chain)}

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
        label = _BRACKETS.sub("", self.text[start + begin : start + last])
        described = _DESCRIBED.match(fold(label)) if len(label) > _DESCRIBES else None
        label = label[described.end() :] if described else label
        quoted = _QUOTED_NAME.search(label)
        label = (quoted[1] or quoted[2] or quoted[3] if quoted else label).strip(" ,，;；「」“”『』\"'：:")
        opened = _OPENS.search(label)
        if opened and not re.search(r"[」”』]", label):  # 高端“棲嵐”, of which the mark at the end was taken for one around it
            label += _CLOSES[opened.group()]
        fits = 1 < len(label) <= (_MOST * 3 if label.isascii() else _MOST)
        return label if fits and not is_bare(NEUTRAL.sub(" ", fold(label))) else ""

    def _past_whole(self, start: int, end: int) -> int:
        """Where a label begins that has the company it is of before it: 昌鈺電子汽車電子, "Halvorsen's oncology"."""
        whole = next((self._company_within(a, b) for a, b in self._companies if a == start and b <= end), start)
        rest = self.plain[whole:end]
        possessive = _POSSESSIVE.match(rest)
        if possessive:
            return whole + possessive.end()
        own = _HAN_RUN.match(rest)
        return whole if own and not _KIND_ONLY.match(own.group()) and not is_bare(NEUTRAL.sub(" ", rest)) and not _TAIL.match(rest) else start

    def _company_within(self, start: int, end: int) -> int:
        """Where the company ends with whose name another found name begins: 昌鈺電子 in 昌鈺電子汽車電子."""
        for k in range(end - 2, start + 2, -1):
            terms = self.names.keys.get(self.folded[start:k])
            if not _FIRM_END.match(self.folded, k) and any(t.kind == "entity" and self.names.entities[t.id].kind == "company" for t in terms):
                return k
        return end

    def _moves(self, measure: str) -> bool:
        """Whether growth is reported with a measure, or it is a ratio itself."""
        known = self.names.measures[measure]
        return known.change or known.unit == "percent"


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
