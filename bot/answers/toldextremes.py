"""Extremes that a sentence tells in so many words: "the largest, a 60 MW contract at Zaragoza", 巴西是最大的單一海外市場.

Which is first need not be worked out where an article says it. The sentence must say an extreme of the kind asked
for (the cheapest is no largest), be about whom is asked, and hold what is asked of in the clause that says it,
or, where the extreme itself names a quality (cheapest, busiest, most bullish), somewhere near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.tabular import amounts
from kb.terms import tokens as terms_in
from kb.text import fold

_ARTICLES = 6  # looked through
_KNOWN = 60  # sentences about a subject from which its articles are taken
_HELD = 0.5
_SHARE = 0.6  # of the words of a question that are said
_SHARE_NAMED = 0.4  # the same where the extreme itself names a quality
_UNASKED = ("reason", "duration", "age", "post")
_FAST = r"(?:最[快猛大高多]|fastest|quickest|most)"
_GROWN = rf"(?:增长|成长|增速|增幅|扩张)得?{_FAST}|最[大高快](?:的)?(?:增幅|增速|增长|成长)|\b(?:fastest|quickest)[- ]growing\b|\b(?:gr[eo]w\w*|expand\w*|ris(?:es|ing)|rose) (?:the )?{_FAST}\b|\b(?:fastest|quickest|strongest|highest) growth\b"
_SHRUNK = rf"(?:下降|下滑|减少|衰退|跌幅|降幅|萎缩)得?{_FAST}|最[大高快](?:的)?(?:跌幅|降幅)|\b(?:shr[aiu]nk\w*|f[ae]ll\w*|declin\w*|dropp\w*) (?:the )?{_FAST}\b|\b(?:steepest|sharpest|biggest|fastest) (?:decline|drop|fall)\b"
_COST, _COST_EN = r"(?:成本|开支|支出|开销|花费|费用)", r"(?:costs?|expenses?|outlays?|expenditures?)\b"
# What may be first without a sentence calling it that: the part of a firm that grows fastest.
_A_PART = lazy.compile(r"(?:业务|板块|分部|部门|部分|(?:business|segment|unit|division|part|line|arm|operation|bit)(?:e?s)?)(?: of)?")
# Each kind of extreme: whether it names a quality, how a question asks for it, and how a sentence says it.
_KINDS: tuple[tuple[bool, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (named, lazy.compile(asked), lazy.compile(told))
    for named, asked, told in (
        (True, _GROWN, _GROWN),
        (True, _SHRUNK, _SHRUNK),
        (True, r"最便宜|价[格钱位]?最低|最低[^,?]{0,3}价|\b(?:cheapest|least expensive|lowest[- ]priced|lowest (?:\w+ )?(?:price|bid))\b", r"最便宜|最低[^,;。]{0,4}(?:价|报价)|价[格钱]?[^,;。]{0,3}最低|\b(?:cheapest|least expensive|lowest (?:\w+ )?(?:price|bid|rate))\b"),
        (True, r"最贵|价[格钱位]?最高|\b(?:priciest|dearest|most expensive|most costly)\b", r"最贵|最高[^,;。]{0,4}价|价[格钱]?[^,;。\d]{0,8}最高|\b(?:priciest|dearest|most expensive|costliest)\b"),
        (True, r"最(?:繁忙|忙)|\bbusiest\b|\bmost[- ](?:travelled|traveled|used)\b", r"最(?:繁忙|忙)|\bbusiest\b"),
        (True, r"最(?:看多|乐观|看好|多头)|\bmost (?:bullish|optimistic|upbeat)\b", r"最为?(?:看多|乐观|看好|积极|多头)|\b(?:most (?:bullish|optimistic|upbeat)|biggest bull)\b"),
        (True, r"最(?:看空|悲观|保守|谨慎|看淡)|\bmost (?:bearish|pessimistic|cautious)\b", r"最为?(?:看空|悲观|保守|谨慎|看淡)|\b(?:most (?:bearish|pessimistic|cautious)|biggest bear)\b"),
        (True, r"(?:国外|海外|境外|国际)[^,?]{0,6}(?:卖得?最好|最畅销|最[大多])|\b(?:overseas|foreign|export)\b[^?]{0,30}\b(?:biggest|largest|best|top)\b|\b(?:biggest|largest|top)\b[^?]{0,20}\b(?:overseas|foreign|export)\b", r"最大的?(?:单一)?(?:海外|境外|国外|出口)(?:市场|国家)|(?:海外|境外|国外)[^,;。]{0,8}最大|\b(?:largest|biggest|top)\b[^,;.]{0,20}\b(?:overseas|foreign|export)\b"),
        (True, rf"最[大高多]的?(?:单一|单项|一[项笔]|主要)?{_COST}|{_COST}[^,?]{{0,4}}最[大高多]|\b(?:biggest|largest|highest|top) (?:single |operating )?{_COST_EN}", rf"最[大高多]的?(?:单一|单项|一[项笔]|主要)?{_COST}|{_COST}[^,;。\d]{{0,8}}最[大高多]|\b(?:biggest|largest|highest) (?:single |operating )?{_COST_EN}"),
        (False, r"最先|率先|\bfirst to\b", r"最先|率先|\bfirst (?:\w+ ){0,2}?to\b"),
        (True, r"首选|首推|最看好(?!的?(?:是|为)?(?:后市|市场))|\btop picks?\b|\b(?:favou?rite|preferred) (?:stock|name|pick)s?\b", r"首选|首推|最看好|\btop picks?\b|\b(?:favou?rite|preferred) (?:stock|name|pick)s?\b"),
        (True, r"最(?:久|长|耐用)|\blongest\b", r"最(?:久|长)|\blongest\b"),
        (True, r"最轻|\blightest\b", r"最轻|\blightest\b"),
        (True, r"最重(?!要|视)|\bheaviest\b", r"最重(?!要|视)|\bheaviest\b"),
        (False, r"最[大高多重]|\b(?:largest|biggest|highest|greatest|most|heaviest)\b", r"最[大高多]|史上最|创[^,;。]{0,4}(?:新高|纪录)|\b(?:largest|biggest|highest|greatest|most|record)\b"),
        (False, r"最[小低少]|\b(?:smallest|lowest|fewest|least)\b", r"最[小低少]|\b(?:smallest|lowest|fewest|least)\b"),
    )
)  # fmt: skip
# The second largest, one of the largest, 最大的…之一: not the first.
_NOT_FIRST = lazy.compile(r"(?:\b(?:second|third|fourth|fifth|\d(?:st|nd|rd|th))[- ]|\b(?:one of|among) (?:the|its|their) (?:\w+ )?|第[二三四五六])$")
_ONE_OF = lazy.compile(r"[^,;。]{0,14}之一")
_FIRST = lazy.compile(r"最|第一(?!季|财)|榜首|居首|首位|冠|之首|唯一|领先|领跑|垫底|末位|殿后|\b(?:most|least|only|top\w*|lead\w*|first|last|best|worst|record|bottom|(?!interest|west|east|guest|harvest|honest|request|forest)\w{3,}est)\b")
_WHICH_FIRM = lazy.compile(r"哪一?[家间款座个]|谁|\bwhich\b|\bwho(?:se)?\b")
_OF_ALL_TIME = lazy.compile(r"有史以来|史上|历来|迄今(?:为止)?|至今|(?:公司)?成立以来|创立以来|ever|to date|so far|history")  # only stresses it
_THE_MOST = lazy.compile(r"最[大高多小低少]的[^,?]{1,12}(?:是什么|是啥|是谁|是哪)|\bwh(?:at|o)(?:'s| is| was| are| were) [^?]{0,40}\b(?:biggest|largest|highest|smallest|lowest|main)\b")
_TOTAL_COST = frozenset(("operating-expense", "price"))
_OF_THESE = lazy.compile(r" ?(?:其中|当中|of (?:which|these|them)|among (?:which|these|them))")
_MONTH = lazy.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec")
# By what an article goes on about the house that it opens with, beside the names of those it looks at.
_THE_HOUSE = lazy.compile(r"\bthe (?:broker\w*|bank|house|agency|consultancy)(?:'s|’s)?(?![\w-])|该行|该机构|该券商")
_SIDE_BY_SIDE = 3
_OPENING = 4  # sentences of an article that say what it is about
_CLAUSES = lazy.compile(r"[;。]|\. |[,，](?!\d)")


class ToldExtremes:
    """Quotes the sentence that says which is first."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages
        self._search = evidence.library.search

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one sentence that says it, None where none or where several say as much."""
        own_costs = bool(question.subjects) and _TOTAL_COST.issuperset(question.measures)  # 研發費用最高 is not of one's own costs
        kind = next(((named, asked, told) for named, asked, told in _KINDS if asked.search(question.folded) and (_COST not in asked.pattern or own_costs)), None)
        if kind is None or question.wants in _UNASKED or question.kind in ("definition", "timeline", "person") or len(question.subjects) > 1:
            return None
        named, asked, told = kind
        changed = asked.pattern in (_GROWN, _SHRUNK)
        if bool(question.aspect) != changed or (changed and question.periods):
            return None
        phrase = " ".join(m.group() for m in asked.finditer(question.folded))
        needs = [
            n for n in question.needs
            if not (n.light or soft(n) or (changed and _A_PART.fullmatch(n.surface)) or n.surface in phrase or _OF_ALL_TIME.fullmatch(n.surface) or asked.search(n.surface) or _MONTH.fullmatch(n.surface) or self._figures.names(n, *question.measures))
        ]  # fmt: skip
        needs = [n for n in needs if not n.verbal] or needs  # 接到的最大訂單, "the biggest deal it signed": told with any verb
        if not needs and not question.measures and not (named and question.subjects):
            return None
        found = sorted(self._saying(question, needs, named, told), key=lambda s: (-s[0], s[1].article_id, s[1].n))
        if not found or (len(found) > 1 and found[0][0] == found[1][0]):
            return None
        return self._passages.quoting.quote("superlative", [found[0][1]], alone=True)

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return an answer, none where it quotes for the first in a measure what says who is first in something else: 甲仍居首位 tells of no margin."""
        which = question.kind == "superlative" and _WHICH_FIRM.search(question.folded) and (question.measures or question.aspect or not question.subjects)
        the_most = not question.measures and _THE_MOST.search(question.folded)
        if answer is None or not answer.answered or question.extreme not in ("max", "min") or not (which or the_most):
            return answer
        tokens = {f"m_{m.replace('-', '_')}" for asked in question.measures for m in self._figures.acceptable(asked, question)}
        meant = {t for n in question.needs for o in n.options for t in o if t.startswith("m_")}  # "delivered the most": a measure by its verb
        texts = [fold(x) for x in (*answer.lines, *answer.quotes)]
        said = any(not tokens or question.aspect or self._in_clause(x, m, (), False, tokens) for x in texts for m in _FIRST.finditer(x))
        return answer if said or (not the_most and any(self._sets_side_by_side(x, tokens | meant) for x in texts)) else None

    def _sets_side_by_side(self, text: str, tokens: set[str]) -> bool:
        """Whether a sentence tells the same of three at least, so that the first is plain to see: `tokens`, where a measure is asked for."""
        units = [q.unit for q in amounts(text)]
        measured = {t for t in terms_in(text, self.evidence.library.names) if t.startswith("m_")}
        if tokens and tokens.isdisjoint(measured):
            return False
        return max(map(units.count, units), default=0) >= _SIDE_BY_SIDE and len(measured) < _SIDE_BY_SIDE

    def _saying(self, question: Question, needs: Sequence[Need], named: bool, told: re.Pattern[str]) -> Iterator[tuple[float, StoredSentence]]:
        """The sentences that say the extreme, each with how well it fits."""
        total = sum(self._search.weight(n) for n in needs)
        tokens = {f"m_{m.replace('-', '_')}" for m in question.measures}
        for article in self.articles(question):
            title = self.evidence.library.articles[article].title
            every = self.evidence.library.archive.sentences_of_article(article)
            for sentence in every:
                folded = fold(sentence.text)
                said = next((m for m in told.finditer(folded) if not _NOT_FIRST.search(folded[: m.start()]) and not _ONE_OF.match(folded, m.end())), None)
                if not said or not self.about(sentence, question) or not self._passages.fitting.timely(Scored(sentence, 0.0, 1.0, (), True), replace(question, measures=())):
                    continue
                terms = set(self._search.reading.terms(sentence))
                if tokens and not named and not tokens & terms:
                    continue
                own = [n for n in needs if self._search.holds(n, sentence.id) >= _HELD]
                around = [s.id for s in every if s.n < _OPENING or s.paragraph == sentence.paragraph]
                near = [n for n in needs if n not in own and (self._search.heading_holds(n, title) or any(self._search.holds(n, i) >= _HELD for i in around))]
                share = sum(self._search.weight(n) for n in (*own, *near)) / total if total else 1.0
                if share < (_SHARE_NAMED if named else _SHARE) or (needs and not own and not named) or not self._in_clause(folded, said, own, named, tokens):
                    continue
                yield share + 0.5 * (sum(self._search.weight(n) for n in own) / total if total else 1.0), sentence

    def _in_clause(self, folded: str, said: re.Match[str], own: Sequence[Need], named: bool, tokens: set[str]) -> bool:
        """Whether the clause that says the extreme, or the one before it, holds something that is asked of."""
        if named:
            return True
        begin = max((m.end() for m in _CLAUSES.finditer(folded, 0, said.start())), default=0)
        begin = max((m.end() for m in _CLAUSES.finditer(folded, 0, max(0, begin - 1))), default=0)
        if _OF_THESE.match(folded, begin):  # 五名投資者共認購…,其中甲認購…,為最大: of whom is said before
            begin = max((m.end() for m in _CLAUSES.finditer(folded, 0, max(0, begin - 1))), default=0)
        after = _CLAUSES.search(folded, said.end())
        clause = folded[begin : after.start() if after else len(folded)]
        here = set(terms_in(clause, self.evidence.library.names))
        return bool(tokens & here) or any(any(o and all(t in here or (not t.isascii() and t in clause) for t in o) for o in n.options) for n in own)

    def articles(self, question: Question) -> list[int]:
        """Return the articles that may tell, the likeliest first."""
        archive = self.evidence.library.archive
        ranked = [s.sentence.article_id for s in self._passages.ranked(question)[:10]]
        about = [s.article_id for g in question.subjects for i in g for s in archive.sentences(archive.sentences_about(i)[-_KNOWN:])]
        ordered = list(dict.fromkeys([*(a for a in ranked if a in about or not question.subjects), *sorted(set(about), reverse=True)]))
        return [a for a in ordered if a in self.evidence.visible][:_ARTICLES]

    def about(self, sentence: StoredSentence, question: Question) -> bool:
        """Return whether a sentence is about whom is asked, or names nobody else in an article that is."""
        if not question.subjects:
            return True
        group = set(question.subjects[0])
        if group & {*sentence.topics, *(m.entity for m in sentence.mentions)}:
            return True
        entities = self.evidence.library.names.entities
        others = [m for m in sentence.mentions if entities[m.entity].kind == "company"]
        opening = {m.entity for s in self.evidence.library.archive.sentences_of_article(sentence.article_id)[:2] for m in s.mentions}
        return (not others or _THE_HOUSE.search(fold(sentence.text)) is not None) and bool(group & opening)
