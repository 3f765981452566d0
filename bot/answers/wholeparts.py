"""A whole and a part of it: what share the part is, what is left without it, what was raised before the last round.

"營業收入412.6億元,其中服務收入368.9億元" tells both; the whole may be a fact, the part never is: it is the one figure of the
article whose own words say what the part is called. A share that is printed is not worked out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.told import Figure, Told, alike, read
from bot.question import Question
from bot.softwords import soft
from kb import lazy, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.units import is_change, is_money

_WITHOUT = "扣掉|扣除|减去|减掉|除去|剔除|撇除|去掉|撇开|不算|不计|不含|不包括"
_BE = "(?:is|was|were|are|comes?|came|went|goes|gets?|got)"
_PATTERNS = (
    ("minus", lazy.compile(rf"(?P<w>[^?]+?)(?:{_WITHOUT})(?:了)?(?P<p>[^,?]+?)(?:之后|以后|后|,|还|剩|余|有|是|(?=多少|几))[^?]*(?:多少|几)")),
    ("minus", lazy.compile(rf"^(?:{_WITHOUT}|除了)(?:了)?(?P<p>[^,?]+?)(?:之后|以后|后|以外|之外|,|的话)+(?P<w>[^?]+?)(?:多少|几)")),
    ("minus", lazy.compile(r"^(?P<w>[^,?]*?(?:多少|几)[家人名个座台艘]?[^,?是]{1,8}?)(?<!是)(?:并?不是|不属于|不算)(?P<p>[^,?]+)")),
    ("share", lazy.compile(r"(?P<w>[^?,]+?)(?:里面?|中|当中|之中)[,]?有?(?P<p>[^,?]{1,16}?)(?:占|佔)(?:了)?(?:大概|大约|约)?(?:多少|百分之|几成|几%|几趴|比例|多大)")),
    ("share", lazy.compile(r"(?P<w>[^?,]+?)(?:里面?|中|当中|之中)?[,]?有?(?:百分之(?:几|多少)|几成|多少比例|多大比例)(?:是)?(?:来自|由|靠|投向|用于|属于|是)(?P<p>[^,?]+)")),
    ("share", lazy.compile(r"(?P<p>[^?,]+?)(?:占|佔|相当于)(?:了)?(?P<w>[^,?]+?)的?(?:大概|大约|约)?(?:百分之|几成|多少|比例|比重|几%|几趴)")),
    ("minus", lazy.compile(rf"\bhow much of (?P<w>.+?) {_BE}(?:n't| not) (?P<p>.+?)[?.]*$")),
    ("minus", lazy.compile(rf"\b(?:out )?of (?P<w>.+?), how much {_BE}(?:n't| not) (?P<p>.+?)[?.]*$")),
    ("minus", lazy.compile(r"^(?:excluding|without|net of|leaving out|stripping out|apart from|setting aside|not counting|minus) (?P<p>[^,?]+), (?P<w>(?:how much|what) .+?)[?.]*$")),
    ("minus", lazy.compile(r"\b(?:how much|what) (?P<w>.+?),? (?:excluding|without|net of|apart from|not counting|minus|after deducting|other than) (?P<p>.+?)[?.]*$")),
    ("share", lazy.compile(rf"\b(?:share|percentage|proportion|fraction|per ?cent|%|part|how much) of (?P<w>.+?) {_BE} (?:paid |made |spent |earned |generated )?(?:from |to |for |in |by |as )?(?P<p>.+?)(?:,? in (?:percent|%|per cent))?[?.]*$")),
)  # fmt: skip
_SHARE_ASKED = lazy.compile(r"百分之|几成|比例|比重|%|几趴|占|\b(?:share|percentage|proportion|fraction|per ?cent\w*)\b")
_SHARE_TOLD = lazy.compile(r"占|比重|比例|份额|来自|贡献|\b(?:share|account\w*|of (?:total )?(?:sales|revenue|turnover)|from|made up)\b")
_MOST = lazy.compile(r"最[高多大]|总|\b(?:max\w*|most|up to|total|whole)\b")
_WORTH = lazy.compile(r"总额|总价|总金额|总值|\b(?:worth|valued at|total)\b")
_ISSUE_COST = lazy.compile(r"(?:发行|上市|承销|募资|ipo)[^,?]{0,6}?(?:费用|成本|开支)|\b(?:issu\w+|ipo|listing|offering|flotation) (?:costs?|expenses?|fees?)\b")
_GROSS = lazy.compile(r"(?:募集?资(?:金)?|集资|融资|筹)[^,;。]{0,6}?(?:总额|合计|共)|\bgross proceeds\b|\brais\w+\b")
_NET = lazy.compile(r"净额|净筹|\bnet (?:proceeds|of)\b|\bafter (?:costs|expenses|fees)\b")
_ROUND = r"(?:天使|种子|pre-?[a-d]|[a-h](?:\+{1,2}|\d)?)"
_BEFORE_ROUND = lazy.compile(
    rf"(?:(?P<r1>{_ROUND})轮|(?:这|此|本|该|最新一?|这一)轮)(?:融资)?(?:之前|以前|前|不算|除外|以外|之外)[^?]*(?:融|募|筹|拿)|(?:不算|不含|扣掉|扣除|除了|撇除)(?:(?P<r2>{_ROUND})|这|此|本|该|最新一?)轮[^?]*(?:融|募|筹|拿)|"
    r"\b(?:rais\w+|fund\w+|taken in|secured)\b[^?]*\b(?:before|prior to|ahead of|excluding|not counting|without|up to) (?:the|this|its|that)?\s?(?:(?:latest|new|last|current|most recent) (?:funding )?round|(?:series (?P<r3>[a-h]\+?)))"
)
_RAISED_TOTAL = lazy.compile(r"(?:累计|合计|总共|共计|累積|迄今|至今)[^,;。]{0,8}?(?:融|募|筹)|(?:融|募|筹)[^,;。]{0,6}?(?:累计|总额|合计|共)|\b(?:total|brings?|brought|so far|to date|altogether|in all)\b")


class Parts(NamedTuple):
    """A whole and its part."""

    whole: Quantity
    part: Quantity
    sentences: tuple[StoredSentence, ...]


class WholeParts:
    """Works with a whole and a part of it, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` knows the facts."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with the share or what is left; None where that is not asked or not plainly told."""
        if question.wants in ("reason", "date", "person", "place", "duration", "age") or question.kind in ("person", "definition", "timeline", "superlative"):
            return None
        if len(question.subjects) > 2:
            return None
        if found := _BEFORE_ROUND.search(question.folded):
            return self._minus(self._before_round(question, next((r for r in found.groups() if r), "")))
        if _ISSUE_COST.search(question.folded):
            return self._minus(self._issue(question))
        for result, pattern in _PATTERNS:
            if found := pattern.search(question.folded):
                if result == "share" and not _SHARE_ASKED.search(question.folded):
                    continue
                pair = self._pair(question, found["w"], found["p"], result)
                return (self._share(pair) if result == "share" else self._minus(pair)) if pair else None
        return None

    def _minus(self, pair: Parts | None) -> Answer | None:
        if pair is None:
            return None
        whole, part = pair.whole.hi or Decimal(0), pair.part.lo or Decimal(0)
        left = whole - part
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((left, left), pair.whole.unit), lang)
        return self._told.answer(f"{words.result.format(value=value)} (= {self._told.value(pair.whole)} − {self._told.value(pair.part)})", pair.sentences)

    def _share(self, pair: Parts) -> Answer | None:
        whole, part = pair.whole.hi or Decimal(0), pair.part.lo or Decimal(0)
        share = arithmetic.to_digits(part / whole * 100, min(arithmetic.digits(pair.whole), arithmetic.digits(pair.part), 4))
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((share, share), "%"), lang)
        return self._told.answer(f"{words.worked.format(value=value)} (= {self._told.value(pair.part)} ÷ {self._told.value(pair.whole)})", pair.sentences)

    # ------------------------------------------------------------ which figures
    def _pair(self, question: Question, whole: str, part: str, result: str) -> Parts | None:
        of_part = [n for n in question.needs if n.surface in part and n.surface not in whole and not (n.light or soft(n))]
        of_whole = [n for n in question.needs if n.surface in whole and n not in of_part and not (n.light or soft(n) or n.verbal)]
        if not of_part:
            return None
        whole_names = {o for n in of_whole for o in n.options}
        of_part = [replace(n, options=tuple(o for o in n.options if o not in whole_names)) for n in of_part if not n.verbal or all(m.verbal for m in of_part)]
        given = tabular.amounts(whole)
        sentences = [s for s in self._told.articles(question) if self._of_time(question, s)]
        parts = [f for s in sentences for f in read(s) if f.exact and not f.change and not is_change(f.quantity.unit) and self._holds_all(of_part, f)]
        asked = {i for g in question.subjects for i in g}
        parts = [f for f in parts if asked & {*f.sentence.topics, *(m.entity for m in f.sentence.mentions)} and not self._told.another(question, f.sentence)] or parts
        if result == "share" and any(self._holds_all(of_part, f) and f.quantity.unit == "%" and _SHARE_TOLD.search(f.own + f.behind) for s in sentences for f in read(s)):
            return None  # the share is printed
        found: dict[tuple[Decimal | None, Decimal | None], Parts] = {}
        for f in parts:
            for quantity, sentence in self._wholes(question, whole, given, of_whole, of_part, f, sentences):
                if quantity.hi and f.quantity.lo and f.quantity.lo < quantity.hi and alike(quantity, f.quantity):
                    found.setdefault((quantity.hi, f.quantity.lo), Parts(quantity, f.quantity, (sentence, f.sentence)))
        return next(iter(found.values())) if len(found) == 1 else None

    def _wholes(
        self, question: Question, whole: str, given: Sequence[Quantity], of_whole: Sequence[Need], of_part: Sequence[Need], part: Figure, sentences: Sequence[StoredSentence],
    ) -> list[tuple[Quantity, StoredSentence]]:
        """What may be the whole of a part: the figure the question gives, a fact of the measure asked, or what the article says is it."""
        near = [s for s in sentences if s.article_id == part.sentence.article_id]
        told = [f for s in near for f in read(s) if not f.change and f.quantity.unit == part.quantity.unit and f.quantity.hi and f is not part]
        if given:
            return [(f.quantity, f.sentence) for f in told if any(q.unit == f.quantity.unit and q.hi == f.quantity.hi for q in given)][:1]
        facts = self._facts(question, whole, part)
        if facts:
            return facts
        most = bool(_MOST.search(whole))
        held = [
            (sum(self._holds(n, f) for n in of_whole) or bool(most and _WORTH.search(f.own)), f) for f in told
            if not self._holds_all(of_part, f) and (f.exact or (most and f.quantity.qualifier in ("at-most", "over", "about")))
        ]  # fmt: skip
        best = max((n for n, _ in held), default=0)
        return [(f.quantity, f.sentence) for n, f in held if n == best and 2 * n >= len(of_whole)] if best else []

    def _facts(self, question: Question, whole: str, part: Figure) -> list[tuple[Quantity, StoredSentence]]:
        names = self._evidence.library.names
        said = [i for s in names.find(whole) for k, i in ((s.kind, s.ids[0]), *s.also) if k == "measure"]
        out = []
        for measure in dict.fromkeys(m.removesuffix("-share") for m, _ in self._figures.targets(question)):
            if measure not in said or not question.subjects:
                continue
            plain = replace(question, needs=(), aspect="", flags=frozenset())
            for line in self._figures.find(plain, question.subjects[0], measure, strict=False):
                value = line.value
                if value and value.article_id == part.sentence.article_id and value.quantity.lo == value.quantity.hi and alike(value.quantity, part.quantity):
                    sentence = self._evidence.sentence(value)
                    if sentence.id == part.sentence.id or not question.periods or self._of_time(question, sentence):
                        out.append((value.quantity, sentence))
            if out:
                break
        out.sort(key=lambda found: abs(found[1].n - part.sentence.n))  # of several times the one that is told beside the part
        return out[:1] if not question.periods else out

    def _of_time(self, question: Question, sentence: StoredSentence) -> bool:
        told = [m.period for m in self._evidence.library.search.reading.periods(sentence)]
        return not question.periods or not told or any(same_period(p, t) for p in question.periods for t in told)

    def _holds_all(self, needs: Sequence[Need], figure: Figure) -> bool:
        return all(self._holds(n, figure) for n in needs)

    def _holds(self, need: Need, figure: Figure) -> bool:
        label = f"{figure.own} | {figure.behind[:24]}"
        words = set(tokens(label, self._evidence.library.names))
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)

    # ------------------------------------------------------------ rounds and issues
    def _before_round(self, question: Question, asked: str) -> Parts | None:
        """All that was raised, and the round before which that is asked: the one named, or the one the total was told with."""
        if len(question.subjects) != 1:
            return None
        found: dict[tuple[Decimal | None, Decimal | None], Parts] = {}
        sentences = self._told.articles(question)
        for sentence in sentences:
            for total in () if self._told.another(question, sentence) else read(sentence):
                if not (is_money(total.quantity.unit) and total.quantity.unit and _RAISED_TOTAL.search(total.own + total.behind)):
                    continue
                for other in (s for s in sentences if s.article_id == sentence.article_id and not self._told.another(question, s)):
                    for f in read(other):
                        if f.quantity.unit == total.quantity.unit and f.exact and _round_of(f, asked) and (f.quantity.lo or 0) < (total.quantity.lo or 0):
                            found.setdefault((total.quantity.lo, f.quantity.lo), Parts(total.quantity, f.quantity, (sentence, other)))
        return next(iter(found.values())) if len(found) == 1 else None

    def _issue(self, question: Question) -> Parts | None:
        """What an issue raised before and after its costs, where one sentence tells both."""
        found: dict[tuple[Decimal | None, Decimal | None], Parts] = {}
        for sentence in self._told.sentences(question):
            told = [f for f in read(sentence) if is_money(f.quantity.unit) and f.exact]
            gross = [f for f in told if _GROSS.search(f.own) and not _NET.search(f.own)]
            net = [f for f in told if _NET.search(f.own)]
            if len(gross) == 1 == len(net) and gross[0].quantity.unit == net[0].quantity.unit and (net[0].quantity.lo or 0) < (gross[0].quantity.lo or 0):
                found.setdefault((gross[0].quantity.lo, net[0].quantity.lo), Parts(gross[0].quantity, net[0].quantity, (sentence,)))
        return next(iter(found.values())) if len(found) == 1 else None


def _round_of(figure: Figure, asked: str) -> bool:
    """Whether a figure is what a round brought: 12.5億元C輪, "a $64 million Series C"; any that was completed where none is named."""
    label = asked.removeprefix("series ").strip()
    behind, own = figure.behind.lstrip(), figure.own
    if not label:
        return bool(re.compile(rf"^的?(?:新一轮|{_ROUND}轮|(?:series|round)\b)").match(behind))
    named = re.compile(rf"^(?:的)?{re.escape(label)}轮|^(?:in )?(?:a |its |the )?series {re.escape(label)}\b(?!\+)")
    return bool(named.match(behind) or re.compile(rf"(?:{re.escape(label)}轮|\bseries {re.escape(label)}\b(?!\+))[^,;。\d]{{0,8}}$").search(own))
