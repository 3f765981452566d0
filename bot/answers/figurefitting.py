"""Whether a sentence gives the figure asked for: of the measure, in the unit, and the subject's own."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.asked import asked_currency, asked_in_unit, asked_size, asks_percent, counted_in, counted_noun
from bot.counting import counted, counted_thing, counts_things, may_count, names_thing, of_another_thing
from bot.evidence import Evidence
from bot.figures import is_money
from bot.question import LIKE, SIBLINGS, Question
from bot.softwords import soft
from kb import lazy
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.terms import span_terms, term_token
from kb.text import clauses, fold
from kb.units import measures_in, physical
from kb.weighing import SETTING

# What must be said beside a size that is asked for by an adjective: 49噸牽引車 gives no weight of what it carries.
_SIZED = {
    "weight": lazy.compile(r"[重轻]|(?:公斤|千克)(?:的|级)|\d ?kg [a-z-]*(?<! and)(?<! of)(?<! in)(?<! at)(?<! per)(?<! or)(?<! to)(?<! for) [a-z]|\bweigh|\bmass\b|\bheavy\b|\blight"),
    "length": lazy.compile(r"[长宽厚高径距薄深]|毫米|微米|\b(?:long|length|wide|width|thick\w*|tall|high|height|thin|across|wheelbase|mm|cm)\b"),
}
_NO_FIGURES = ("person", "place", "post", "duration", "age")
_DURATIONS = frozenset("年 個月 月 天 日 週 周 小時 分鐘 秒 year month day week hour".split())
_SHORT_TIMES = frozenset("小時 分鐘 秒 hour minute second".split())
_SHORT_ASKED = lazy.compile(r"[多几]少?(?:个?小时|分钟|秒)|\bhow many (?:hours|minutes|seconds)\b")
_SHARE = lazy.compile(r"占|比重|份额|贡献|\bshare\b|account|contribut|made up|portion|per cent of|% of")
MONEY_ASKED = lazy.compile(r"多少(?:资金|钱|美?元|港元|[亿万])|\bhow much (?:money|capital|funding)\b|\bhow much (?:is|are|was) (?:one|an?|each|it)\b|\bhow much did .{1,40} (?:raise|cost|pay|spend|invest)\b")
_AGED = lazy.compile(r"[船机车房楼屋]?龄|\bages?\b|\baged\b|\bold\b")
# A growth told without a number: "in the double digits", 三位數增長, 翻倍.
_ROUGHLY = lazy.compile(r"[单双两二三四][位]数|翻(?:了)?[一两]?[倍番]|倍增|减半|腰斩|\b(?:single|double|two|triple|three)[- ](?:figure|digit)s?\b|\b(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)\b")
_SO_MANY = lazy.compile(r"[两二三四五六七八九十\d]+[家大](?=[^,?]{0,14}(?:合计|总共|共|加起来|一共))")
TOGETHER = lazy.compile(r"合计|总计|共计|合共|总共|一共|加起来")
_MOVED = lazy.compile(r"[上下]?[涨跌升降]|[上下]调|\b(?:r[io]se|fell|fall|climb|drop|jump|slid|gain|lost)\w*")
_QUOTED_AT = lazy.compile(r"报(?!告|道|导|酬|废|名|喜)|售(?!后|票处)|定价|均价|现货|\b(?:sells?|sold|priced|quoted|trades?|traded) (?:at|for)\b")
_NUM = r"(?:[a-z]{0,4}[$£€¥]|[a-z]{3} )?\s?[\d,.]+"
_SMALL = r"(?![\d,.]*\s?(?:m|bn|b|million|billion|trillion|[万千百]?亿|%|per ?cent)\b)"
# How figures are told of which the sentence does not name the measure.
# A dividend or earnings per share are no price of one.
_PAID_BY_SHARE = lazy.compile(r"(?:[派分]|股息|红利|盈利|盈余|收益|亏损|纯益|净资产|\b(?:dividends?|payout|earn\w*|eps|profit|loss|net assets?|book value)\b)[^,。;]{0,40}$")
_UNNAMED = {
    "acquisition-price": lazy.compile(
        r"(?:以|斥资|作价|代价|耗资|花了?)[^,;。]{0,6}[\d,.]+[万亿千百]*[^,;。\d]{0,4}元[^,;。]{0,8}(?:收购|并购|买入|买下|购入|购得|拿下|受让)|(?:收购|并购|买入|买下|购入|受让)[^;。]{0,40}(?:作价|代价|耗资|总价|对价)[^;。]{0,8}[\d,.]+"
        rf"|\b(?:bought|buy(?:s|ing)?|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|takeover of|sold)\b [^;.]{{2,90}}? for (?:about |around |nearly |up to |as much as )?{_NUM}"
    ),
    "shareholding": lazy.compile(
        r"[\d.]+%(?:的)?股[权份]|[一二三四五六七八九十两]成(?:的)?股[权份]|(?:持有|取得|收购|认购|买入|拥有|持股)[^,;。]{0,12}[\d.]+%|\b[\d.]+ ?(?:%|per ?cent) (?:stake|interest|holding|of (?:the |its )?(?:shares|company|firm|equity))\b|\bstake of [\d.]+"
    ),
    "share-price": lazy.compile(rf"每股(?:作?价)?(?:约|为)?[\d,.]+|\b(?:shares?|stock)\b[^;.]{{0,60}}? (?:at|to) {_NUM}{_SMALL}|\b(?:a|per|each) share\b"),
    "price": lazy.compile(rf"\b(?<!valued )(?<!closed )at (?:just |about |around |only |nearly )?{_SMALL}(?:[a-z]{{0,4}}[$£€¥]|[a-z]{{3}} )\s?[\d,.]+{_SMALL}|[\d,.]+ ?万?[港美]?元/\w"),
    "efficacy": lazy.compile(
        r"\b(?:cut|cuts|reduc(?:e|es|ed|ing)|lower(?:s|ed)|prevent(?:s|ed))\b [^,;.]{2,60}? by [\d.]+ ?(?:%|per ?cent)|\b[\d.]+ ?(?:%|per ?cent) (?:effective|protection|fewer|reduction)\b|(?:降低|减少|下降|预防)[^,;。]{0,20}[\d.]+%"
    ),
    "battery-life": lazy.compile(
        r"\b(?:runs?|lasts?|works?|operates?|fl(?:y|ies)|plays?)\b (?:for )?(?:up to |about |nearly |over )?[\d.]+ (?:hours|minutes)\b|[\d.]+(?: |-)?(?:hours?|minutes?) (?:on|of|per|from) (?:a |one |each )?(?:[\w.]+ ){0,3}(?:charge|battery|runtime|use|playback)|(?:连续|可)(?:工作|运行|飞行|作业|使用|播放)[^,;。]{0,6}[\d.]+个?(?:小时|分钟)"
    ),
    "process-node": lazy.compile(r"\d+ ?(?:nm|纳米|奈米)\b|\d+ ?[纳奈]米(?:级|工艺|制程|芯片)?|\b\d+[- ]?nanomet\w+"),
    "battery-capacity": lazy.compile(r"[\d.,]+ ?(?:千瓦时|kwh|mah|毫安时?)[^,;。]{0,10}电池|电池[^,;。]{0,8}[\d.,]+ ?(?:千瓦时|kwh|mah|毫安时?|度)|[\d.,]+[- ]?(?:kwh|mah)\b"),
    "compute": lazy.compile(r"[\d.,]+ ?(?:tera|peta|exa)?(?:[tpe]?flops|[tpe]ops)\b"),
    "die-size": lazy.compile(r"[\d.,]+ ?(?:mm²|mm2|平方毫米)"),
    "memory-bandwidth": lazy.compile(r"[\d.,]+ ?[tg]b/s\b"),
    "top-speed": lazy.compile(r"(?:时速|每小时)[^,;。]{0,8}[\d.]+|(?<![\d.–—~至到-])(?<!\bto )[\d.]+ ?(?:km/h|mph|kph|公里/小时|m/s|米/秒)"),
}
# Sizes told by a word and no figure: 千卡叢集, "a thousand-card cluster", 兆參數大模型, a 128B model.
_CLUSTER_ASKED = lazy.compile(r"(?:集群|丛集)[^,?]{0,8}(?:多大|规模|多少)|(?:多大|什么规模|多少)[^,?]{0,8}(?:集群|丛集)|\b(?:how (?:big|large)|what size|size)\b[^?]*\bcluster\b")
_CARDS = lazy.compile(r"[十百千万]+卡|\b(?:hundred|thousand|million)s?[- ](?:card|gpu|accelerator)s?\b")
_PARAMETERS = lazy.compile(r"[兆亿万千百\d]+(?:级|量级)?(?:的)?参数|(?<![a-z\d.])[\d.]+ ?[bt](?![a-z\d/])[^,;。]{0,8}(?:模型|\bmodel)|\b(?:billion|trillion)[- ]parameter|\b[\d.]+ (?:billion|trillion) parameters")
_HELD = 0.5  # of a thing asked for that must be in a sentence
_NO_COUNTS = frozenset("% pp bp x".split())
_NOUN = lazy.compile(r"[a-z]{4,}")  # a thing counted in English has no counter
_STOPS = lazy.compile(r"[。;!?]|\.\s")
_PAUSES = lazy.compile(r"[。;!?,]|\.\s")
# Before somebody with whom, for whom or from whom another one does it: what the next clause tells is not theirs.
_WITH = lazy.compile(r"(?:与|跟|同|向|对|为|由|被|给|从|把)[\u3400-\u9fff]{0,6}$|\b(?:with|for|from|to|by|against)(?: \w+){0,3} $")
# What a product works with is no rival of it: 支援Windows系統的顯示卡,相容近千款遊戲.
_SUPPORTS = lazy.compile(r"(?:支持|支援|兼容|相容|适配|搭载|采用|运行|基于)[^,。;]{0,24}$|\b(?:support(?:s|ing)?|compatible with|runs? on|running|based on|powered by) [^,;.]{0,60}$")
_IN_TURN = lazy.compile(r"依[次序]|分别|如下|\brespectively\b|\bin (?:order|turn)\b")  # one measure for a whole row of figures
_LED_IN = 3  # characters before a figure at the beginning of a clause
_RIGHT_BEHIND = 16  # characters from a figure to the name of what it is of


# How large something is, without a number: 三位數的增速, 千卡叢集, "triple-digit growth".
_WORDED = lazy.compile(r"[两二三四五六七八九]位数|[十百千万亿]{1,3}(?:卡|节点|核|级(?!别))|\b(?:single|double|triple)[- ]digit")

_WHETHER_PAID = lazy.compile("(?P<gives>[发配给付派分补赔])不(?P=gives)")  # whether a bonus is paid at all is told without the sum


class FigureFitting:
    """Looks for figures in found sentences."""

    def __init__(self, evidence: Evidence) -> None:
        """Look at sentences through `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search

    def measured(self, question: Question) -> bool:
        """Whether a figure is asked for: only a sentence that gives one may answer then."""
        measures = self.evidence.library.names.measures
        if question.kind == "passage" or not any(measures[m].unit not in ("date", "any") for m in question.measures):
            return False
        if question.wants in _NO_FIGURES and not any(measures[m].unit == question.wants for m in question.measures):
            return False  # who leads sales, and how many years in a row the loss has shrunk, is told without the sum
        if counts_things(question.folded) and all(measures[m].unit == "money" for m in question.measures):
            return False  # how many claims it handled is no sum, though the word names one
        if not question.wants and _WHETHER_PAID.search(question.folded):
            return False
        if question.wants in ("amount", "ratio") or any(measures[m].unit == "money" for m in question.measures):
            return question.kind != "list" or question.wants in ("amount", "ratio")
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        others = [
            n for n in question.needs if not n.light and not soft(n) and not any(set(o) & tokens for o in n.options) and not self._names_scene(n)
        ]
        return question.kind != "list" and not others

    def _names_scene(self, need: Need) -> bool:
        """Whether a need is a strange name, of a land or an office, and asks for nothing."""
        return not need.verbal and not need.surface.isdigit() and (not self.evidence.library.is_ordinary(need.surface) if need.surface.isascii() else need.key and bool(SETTING.search(need.surface)))

    def lacks_figure(self, question: Question, scored: Scored) -> bool:
        """Whether what is asked for is told in figures by its nature, a rate or a size, and a sentence neither names it nor has any such figure."""
        measures = self.evidence.library.names.measures
        if not question.measures or any(measures[m].unit in ("date", "any") for m in question.measures):
            return False
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        unnamed = any(set(o) & tokens for n in scored.missing for o in n.options)
        found = self._search.reading.quantities(scored.sentence) if unnamed else ()
        return unnamed and not any(measures_in(m, measures[m].unit, q.unit) for q in found for m in question.measures)

    def _core(self, question: Question) -> bool:
        """Whether a company's own results are asked for, where a part of a period is not the period."""
        return any(
            ("profit" in m or "revenue" in m) and not m.endswith(("-share", "-growth")) for m in question.measures
        )

    def _figure_there(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether some clause names a measure asked for beside a figure that fits it."""
        names = self.evidence.library.names
        text, folded = sentence.text, fold(sentence.text)
        found = self._search.reading.quantities(sentence)
        subjects = {i for g in question.subjects for i in g}
        together = _SO_MANY.search(question.folded)  # 八家公司合計營收
        of_those = bool(together and not subjects and together.group() in folded and TOGETHER.search(folded))
        base = question.wants == "ratio" and len(question.measures) > 1  # 許可費是銷售額的多少: the revenue is only what it is a share of
        if self._core(question) and not (of_those or base) and not subjects & {m.entity for m in sentence.mentions} and not self._of_part(question, sentence) and not self._only_topic(question, sentence):
            return False  # another company, or a whole industry, may have come between
        shares = [m for m in question.measures if m.endswith("-share")]
        if shares and not _SHARE.search(folded):
            return False
        wanted = {m for q in question.measures for m in (q, q.removesuffix("-share"))}  # 佔營收25% names the revenue
        wanted |= {m for group in SIBLINGS if wanted & set(group) for m in group}
        if asks_percent(question.folded):  # what % of revenue came from abroad
            wanted |= {f"{m}-share" for m in wanted}
        wanted |= {m for group in LIKE if wanted & set(group) for m in group}
        wanted |= {"price-change"} if "price" in wanted else set()
        said = [
            (s.start, s.end)
            for s in self._search.reading.spans(sentence)
            if any(k == "measure" and i in wanted for k, i in span_terms(s))
        ]
        tokens = {f"m_{m.replace('-', '_')}" for m in wanted}
        naming = [n for n in question.needs if any(set(o) & tokens for o in n.options)]
        asked = [n.surface for n in naming]
        meant = {t for n in naming for o in n.options if len(o) == 1 for t in o} - tokens
        said += [
            (s.start, s.end)
            for s in self._search.reading.spans(sentence)
            if s.kind == "concept" and any(term_token(k, i) in meant for k, i in span_terms(s))
        ]
        said += [m.span() for a in asked for m in re.finditer(re.escape(a), folded)]  # 記憶體 in 頻寬記憶體
        if "price" in wanted:
            said += [m.span() for m in _QUOTED_AT.finditer(folded)]
        if "price-change" in question.measures:
            said += [m.span() for m in _MOVED.finditer(folded)]
        for start, end in said:
            reach = 100 if text.isascii() or self.evidence.foreign("中") else 45
            near = [q for q in found if _told_with(folded, start, end, q, reach) and (len(question.subjects) != 1 or self.owns(sentence, q.start, question))]
            if any(measures_in(m, names.measures[m].unit, q.unit) for q in near for m in question.measures):
                return True
            changing = question.aspect or asks_percent(question.folded) or ("price" in question.measures and question.wants != "amount")
            if (question.wants == "ratio" or changing) and (any(q.unit == "%" for q in near) or _ROUGHLY.search(folded, max(0, start - reach), end + reach)):
                return True
        return False

    def _says_itself(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a figure says what it is of without the measure's name: the patients of "a 312-patient trial"."""
        measures = self.evidence.library.names.measures
        found = [q for q in self._search.reading.quantities(sentence) if self.owns(sentence, q.start, question)]
        folded = fold(sentence.text)
        if "parameters" in question.measures and _PARAMETERS.search(folded):
            return True
        thing = counted_thing(question.folded)
        if thing and (counts_things(question.folded) or all(measures[m].unit == "count" for m in question.measures)):
            return any(names_thing(folded, q.end, q.unit, thing, q.start) for q in found)
        return bool(self._unnamed(question, sentence))

    def _unnamed(self, question: Question, sentence: StoredSentence) -> set[str]:
        """The measures asked for that a figure of the subject's tells without naming them: the process node of 改用7nm."""
        measures, folded = self.evidence.library.names.measures, fold(sentence.text)
        told = [(m, at) for m in question.measures if m in _UNNAMED for at in _UNNAMED[m].finditer(folded)]
        told = [(m, at) for m, at in told if m != "share-price" or not _PAID_BY_SHARE.search(folded, 0, at.end())]
        if not told:
            return set()
        found = [q for q in self._search.reading.quantities(sentence) if self.owns(sentence, q.start, question)]
        return {m for m, at in told for q in found if at.start() <= q.end and q.start <= at.end() and measures_in(m, measures[m].unit, q.unit)}

    def in_unit_asked(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence has a figure of the subject's in the very unit that the question names: 多少頭, "how many minutes"."""
        fits = asked_in_unit(question.folded)
        if (fits is None and not question.dimension) or self._counts_another(question, sentence):
            return False
        found = (q for q in self._search.reading.quantities(sentence) if self.owns(sentence, q.start, question))
        return any(fits(q.unit) if fits else physical(q.unit) == question.dimension for q in found)

    def _counts_another(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether the thing that the question counts is not in a sentence: 多少頭水牛."""
        noun = counted_noun(question.folded)
        needs = [n for n in question.needs if noun.startswith(n.surface) and len(n.surface) > 1] if noun else []
        return any(self._search.holds(n, sentence.id) < _HELD for n in needs)

    def _only_topic(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence that names nobody goes on about the one subject asked for: 公司把全年收入目標下調."""
        entities = self.evidence.library.names.entities
        topics = {t for t in sentence.topics if entities[t].kind == "company"}
        named = any(entities[m.entity].kind in ("company", "institution") for m in sentence.mentions)
        return len(question.subjects) == 1 and "implied" not in question.flags and bool(topics) and topics <= set(question.subjects[0]) and not named

    def _of_part(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence names the part of the company that is asked about: 超聲收入."""
        parts = [n for n in question.needs if n.beside and not n.light]
        return bool(parts) and all(self._search.holds(n, sentence.id) >= _HELD for n in parts)

    def owns(self, sentence: StoredSentence, place: int, question: Question) -> bool:
        """Whether a figure is the asked subject's: of two people (or companies) named, it is the nearer one's before it."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        kinds = {entities[i].kind for i in asked} & {"person", "company", "product"}
        folded = fold(sentence.text)
        rivals = [m for m in sentence.mentions if entities[m.entity].kind in kinds]
        rivals = [
            m for m in rivals
            if m.entity in asked
            or not (_SUPPORTS if entities[m.entity].kind == "product" else _WITH).search(folded[: m.start])
            or not _PAUSES.search(folded, m.end, max(place, m.end))
        ]  # fmt: skip
        if len({m.entity for m in rivals}) < 2 or not asked & {m.entity for m in rivals}:
            return True
        before = [m for m in rivals if m.start < place]
        behind = (m for m in rivals if m.entity in asked and place < m.start < place + _RIGHT_BEHIND)
        if not before or any(not _PAUSES.search(fold(sentence.text), place, m.start) for m in behind):
            return True  # 最多256片組成SuperPod叢集
        run = [before[-1].entity]  # "A、B合計…" belongs to both
        for left, right in zip(before[-2::-1], before[:0:-1], strict=False):
            if right.start - left.end > 4:
                break
            run.append(left.entity)
        return bool(asked & set(run))

    def _with_quantity(self, scored: Scored, question: Question) -> Scored | None:
        wants = question.wants
        found = [
            q
            for q in self._search.reading.quantities(scored.sentence)
            if self.owns(scored.sentence, q.start, question)
        ]
        if wants == "amount" and _CLUSTER_ASKED.search(question.folded) and _CARDS.search(fold(scored.sentence.text)):
            return lift(scored, 1.0)
        if wants == "amount" and MONEY_ASKED.search(question.folded):
            found = [q for q in found if is_money(q.unit)]
        if wants == "amount" and (currency := asked_currency(question.folded)):
            found = [q for q in found if q.unit == currency]
        if wants == "amount" and counts_things(question.folded):
            units = counted_in(question.folded)
            found = [q for q in found if not is_money(q.unit) and q.unit not in _NO_COUNTS | _DURATIONS and (not units or q.unit in units or _NOUN.fullmatch(q.unit))]
        if kind := counted(question.folded):
            found = [q for q in found if may_count(q.unit, kind)]
        if thing := counted_thing(question.folded):
            found = [q for q in found if not of_another_thing(q.unit, thing)]
        if question.dimension:
            sized = _SIZED.get(asked_size(question.folded))
            fitting = [q for q in found if physical(q.unit) == question.dimension and (sized is None or sized.search(_told_in(scored.sentence.text, q.start)))]
            found = fitting if wants != "duration" else [*fitting, *(q for q in found if q.unit in _DURATIONS)]  # both are asked for
        elif wants == "duration":
            units = _SHORT_TIMES if _SHORT_ASKED.search(question.folded) else _DURATIONS
            found = [q for q in found if q.unit in units]
        if wants == "age":
            found = [q for q in found if q.unit == "歲" or (q.unit == "年" and _AGED.search(clause_at(scored.sentence.text, q.start)))]
        if wants == "ratio":
            found = [q for q in found if q.unit in ("%", "pp", "x", "bp")]
            if _ROUGHLY.search(fold(scored.sentence.text)):
                return lift(scored, 1.0)
        worded = question.wants == "amount" and not question.measures and not question.dimension and not MONEY_ASKED.search(question.folded) and _WORDED.search(fold(scored.sentence.text))
        return lift(scored, 1.0) if found or (worded and question.aspect) else scored if worded else None


def _told_with(folded: str, start: int, end: int, quantity: Quantity, reach: int) -> bool:
    """Whether a figure goes with the measure at folded[start:end]: behind it, or before it in the same clause."""
    if quantity.start >= end:
        near = quantity.start - end < reach or _IN_TURN.search(folded, end, quantity.start)
        return bool(near) and not _STOPS.search(folded, end, quantity.start)
    return start - quantity.end < reach and not _PAUSES.search(folded, quantity.end, start)


def clause_at(text: str, place: int) -> str:
    """Return the folded clause of a text that a place is in."""
    folded = fold(text)
    return next((folded[a:b] for a, b in clauses(folded) if a <= place < b), folded)


def _told_in(text: str, place: int) -> str:
    """The folded clause of a text that a place is in, with the one before where it begins with the figure: 體重也最重,有78公斤."""
    folded = fold(text)
    spans = list(clauses(folded))
    at = next((i for i, (a, b) in enumerate(spans) if a <= place < b), -1)
    if at < 0:
        return folded
    start = spans[at - 1][0] if at and place - spans[at][0] <= _LED_IN else spans[at][0]
    return folded[start : spans[at][1]]


def lift(scored: Scored, by: float) -> Scored:
    """Return the sentence with a score higher by so much."""
    return replace(scored, score=scored.score + by)
