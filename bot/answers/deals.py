"""Deals: what a price for a stake makes the whole worth, what shares were issued at, who put how much into a round.

Questions name these by other words than reports do (發行幾股, "new shares"; 以18.2億港元收購65%股權), so the one sentence
that tells it is found by its form. Two sentences that tell it differently answer nothing.
"""

from __future__ import annotations

from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figurefinder import ROUND
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_money

_LOOKED_AT = 300  # the latest sentences on a company
_WHOLE = lazy.compile(
    r"(?:整体|整间|整家|整个|全部|全公司|整盘|百分之百|100%)[^,?]{0,10}(?:估值|值|作价|价值|市值)|(?:估值|值|价值)[^,?]{0,8}(?:整体|整间|整家|整个|全部)|(?:反推|换算|推算|隐含|推出)[^,?]{0,12}估值"
    r"|\b(?:imply|implies|implied|value|worth|valu\w+)\b.*\b(?:whole|entire|all of|overall|100 ?%|total)\b|\b(?:whole|entire|all of|overall|100 ?%)\b.*\b(?:imply|implies|implied|worth|valu\w+)\b|\bimplied valuation\b"
)
_OF_A_LICENCE = lazy.compile(r"授权|许可|首付|里程碑|\b(?:licen[cs]\w*|upfront|milestones?|royalt\w*)\b")  # whose worth is no firm's
_BOUGHT = lazy.compile(r"收购|购入|买入|买下|取得|入股|认购|受让|出售|转让|\b(?:acquir\w+|b[ou][uy]\w*|bought|purchas\w+|stake|sell\w*|sold)\b")
_STAKE = lazy.compile(r"\s?(?:的)?(?:股权|股份|权益|持股)|[^,;。\d]{0,6}股权|\s?(?:stake|interest|of (?:the )?shares|of [A-Z])|[^,;.\d]{0,12} stake")
_ISSUE = lazy.compile(r"(?:发行|配售|增发|新股|换股)[^?]*(?:几多?股|多少股|多少新股|发行价|什么价|几钱|多少钱|作价|价格)|(?:几多?|多少)(?:新)?股[^?]*(?:价|几钱|多少)|\b(?:how many (?:new )?shares|new shares|shares)\b.*\b(?:price|how much|issu\w*|plac\w*)\b")
_ISSUED = lazy.compile(r"发行|配售|增发|新股|认购|\b(?:issu\w+|plac\w+|new shares)\b")
_BY_SHARE = lazy.compile(r"每股|/股|\b(?:per|a|each) share\b|\bapiece\b|\beach\b")
_LED = lazy.compile(r"(?:谁|哪家|边个|哪些)[^?]*领投[^?]*(?:多少|几)|领投[^?]*(?:是谁|谁|哪家|边个)[^?]*(?:多少|几)|领投方?[^?]*(?:出了|投了)[^?]*(?:多少|几)|\bwho led\b.*\bhow much\b|\blead investor\b.*\bhow much\b")
RAISED = lazy.compile(r"[募融筹集](?:集|到|得|了|来|回|资|下)|到手|拿(?:到|下)?了?(?:多少|几)|\b(?:rais(?:e|ed|es|ing)|bring in|brought in|fetch(?:ed)?)\b")
_LED_BY = lazy.compile(r"领投|牵头|\bled\b|\blead\b")
_TOO = lazy.compile(r"\bseed\b|\bangel\b|天使|种子|[和与跟、加][^,?]{0,4}轮|合[计共]|总共|\band (?:the )?series\b|\bcombined\b|\btotal\b")  # what several brought is no sum of one
_PARTS = lazy.compile(r"[^;。]+")
_OTHER_SUM = lazy.compile(r"估值|[,。;]|其中|每股|此前|之前|\bvalu\w+|\bat an?\b")  # behind a round: what it values, or of something else
_RIGHT_BEFORE = lazy.compile(r"的? ?(?:(?:in|from|through|with) )?(?:an?|its|the)? ?")
_NEAR_ROUND = 16  # characters between a round and what it brought
_LEADS = lazy.compile(r"领投了?[约近逾]?[\d.]|\bled\b[^.;]{0,60}\b(?:with|putting in|investing|contributing)\b[^.;]{0,12}\d")


class Deals:
    """Tells the figures of deals, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Read sentences of `evidence`, and quote by way of `passages`."""
        self._evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer a question for a figure of a deal, or return None when it is none or is not plainly told."""
        if not question.subjects or len(question.subjects) > 2 or question.wants in ("reason", "date"):
            return None
        if _WHOLE.search(question.folded) and not _OF_A_LICENCE.search(question.folded):
            return self._whole(question)
        if _ISSUE.search(question.folded):
            return self._quoted([s for s in self._sentences(question) if _tells_issue(s.text)])
        if _LED.search(question.folded):
            return self._quoted([s for s in self._of_titles(question) if _LEADS.search(fold(s.text))])
        return None

    def of_round(self, question: Question) -> Answer | None:
        """Answer how much one round brought, and who led it, with the one sentence that tells it: its backers stand in it, and whom they backed need not."""
        rounds = {m.group() for m in ROUND.finditer(question.folded)}
        raised = question.wants == "amount" and (RAISED.search(question.folded) or "funding-amount" in question.measures)
        if len(rounds) != 1 or len(question.subjects) != 1 or not raised or question.aspect or "sum" in question.flags or _TOO.search(question.folded):
            return None
        round_asked, led = rounds.pop(), "领投" in question.folded or "led" in question.folded.split()
        told = [s for s in self._of_titles(question) if (clause := round_told(s.text, round_asked)) and (not led or _LED_BY.search(clause))]
        return self._quoted(told)

    def _sentences(self, question: Question) -> list[StoredSentence]:
        """The sentences on all subjects, of one article where that names them all."""
        archive = self._evidence.library.archive
        each = [{k for i in g for k in archive.sentences_about(i)[-_LOOKED_AT:]} for g in question.subjects]
        return [s for s in archive.sentences(sorted(set.intersection(*each))) if s.article_id in self._evidence.visible]

    def _of_titles(self, question: Question) -> list[StoredSentence]:
        """The sentences of the articles whose titles name who is asked about: a backer's sentence need not."""
        library = self._evidence.library
        asked = {i for g in question.subjects for i in g}
        articles = dict.fromkeys(s.article_id for s in self._sentences(question))
        named = [a for a in articles if any(set(x.ids) & asked for x in library.names.find(fold(library.articles[a].title)) if x.kind == "entity")]
        return [s for a in named for s in library.archive.sentences_of_article(a)]

    def _quoted(self, told: list[StoredSentence], line: str = "") -> Answer | None:
        if len(told) != 1:
            return None
        if not line:
            return self._passages.quoting.quote("passage", told)
        evidence = self._evidence
        text = told[0].text
        quoted, foreign = evidence.quote(text), evidence.foreign(text)
        lines = (line,) if foreign else (line, quoted)
        return Answer(True, evidence.lang, "derived", lines, quotes=(quoted,) if foreign else (), sources=evidence.sources(told))

    def _whole(self, question: Question) -> Answer | None:
        """What the price of a stake makes all of it: 18.2億港元 for 65% is 28億港元."""
        priced = [(s, p) for s in self._sentences(question) if (p := stake_and_price(s.text))]
        if len({(a.lo, b.lo) for _, (a, b) in priced}) != 1:
            return None
        sentence, (share, price) = priced[0]
        worth = arithmetic.to_digits((price.lo or Decimal(0)) / (share.lo or Decimal(1)) * 100, max(3, arithmetic.digits(price)))
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((worth, worth), price.unit), lang)
        line = figures.spaced(f"{words.whole_worth.format(value=value)} (= {figures.show(price, lang)} ÷ {figures.show(share, lang)})") + words.stop
        return self._quoted([sentence], line)


def round_told(text: str, named: str) -> str:
    """Return the folded clause of a sentence that tells how much a round brought, "" where none does.

    >>> round_told("天使輪投了600萬元;2020年A輪4.5億元,崧澤領投;B輪投後估值62億元。", "a轮")
    '2020年a轮4.5亿元,崧泽领投'
    >>> round_told("天使輪投了600萬元;B輪投後估值62億元。", "b轮")
    ''
    """
    told = sums_of_round(text, named)
    return next((c.group() for c in _PARTS.finditer(fold(text)) if told and c.start() <= told[0].start < c.end()), "")


def sums_of_round(text: str, named: str) -> list[Quantity]:
    """Return the sums of money that stand right beside the name of a round, and so are what it brought.

    >>> [q.raw for q in sums_of_round("該公司C輪最終到賬1.5億美元,估值9.6億美元。", "c轮")]
    ['1.5億美元']
    >>> [q.raw for q in sums_of_round("鵲翎完成1.8億美元的C輪融資,估值11億美元。", "c轮")]
    ['1.8億美元']
    """
    folded = fold(text)
    places = [m.span() for m in ROUND.finditer(folded) if m.group() == named]
    found = [q for q in tabular.amounts(text) if is_money(q.unit)] if places else []
    return [q for q in found if any(_of_it(folded, start, end, q) for start, end in places)]


def _of_it(folded: str, start: int, end: int, sum_: Quantity) -> bool:
    if sum_.end <= start:
        return bool(_RIGHT_BEFORE.fullmatch(folded, sum_.end, start))
    return end <= sum_.start <= end + _NEAR_ROUND and not _OTHER_SUM.search(folded[end : sum_.start])


def stake_and_price(text: str) -> tuple[Quantity, Quantity] | None:
    """Return the stake and the price that a sentence tells of one purchase; None where it tells none or several.

    >>> [q.raw for q in stake_and_price("仁晞以18.2億港元收購翠怡65%股權。")]
    ['65%', '18.2億港元']
    """
    folded = fold(text)
    if not _BOUGHT.search(folded):
        return None
    found = [q for q in tabular.amounts(text) if arithmetic.ends(q) and q.lo == q.hi and q.lo]
    stakes = [q for q in found if q.unit == "%" and _STAKE.match(text if text.isascii() else folded, q.end)]
    prices = [q for q in found if is_money(q.unit) and not _BY_SHARE.search(folded[max(0, q.start - 4) : q.end + 3])]
    near = [p for p in prices if stakes and abs(p.start - stakes[0].start) < _NEAR]
    return (stakes[0], near[0]) if len(stakes) == 1 and near and 0 < (stakes[0].lo or 0) < _ALL else None


_NEAR = 40  # characters between a stake and its price
_ALL = 100


def _tells_issue(text: str) -> bool:
    """Whether a sentence tells of shares that are issued how many there are and at what price."""
    folded = fold(text)
    return bool(_ISSUED.search(folded) and _BY_SHARE.search(folded)) and any(q.unit in ("股", "shares") for q in tabular.amounts(text))
