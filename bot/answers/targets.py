"""How much of a target is reached: 全年目標110萬台,前三季度累計出貨82.5萬台 says 75 %, where one sentence tells both.

A share that is printed is told as it stands. Two sentences that could be meant tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.moves import pairs_in
from bot.question import Question
from bot.softwords import soft
from kb import lazy, tabular
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.text import fold
from kb.units import is_change

_RANKED = 30  # sentences a search proposes where nobody is asked about
_ARTICLES = 6
_LOOKED_AT = 300  # the latest sentences on a subject
_HELD = 0.5
_ASKED = lazy.compile(
    r"(?:目标|指引|计划|预算)[^,?]{0,14}(?:完成率?|达成率?|达标|做到|进度|几成|百分之|多少|比例|用[了去掉])|(?:完成|达成|做到|达到|占|做了|用[了去掉])[^,?]{0,16}(?:目标|指引|计划|预算)[^,?]{0,6}(?:几成|百分之|多少|比例|几多|几个?巴仙)|达成率|完成率|达标率"
    r"|\b(?:percent\w*|per cent|share|proportion|fraction|portion|how much|how far) (?:of|towards?) (?:(?:its|the|their|that|this) )?(?:[\w-]+ ){0,4}(?:target|goal|budget|guidance)\b|\btarget\b.{0,30}\b(?:reached|achieved|met|completed|hit so far)\b"
)
_TARGET_ITSELF = lazy.compile(r"(?:目标|指引|计划|预算)(?:金额|总额|数)?(?:大概|大约|约|是|为|有|定)*(?:多少|几)(?!多?(?:成|%|个?百分|个?巴仙))|\bhow (?:much|large|big|high) (?:is|was|are) [^?]{0,40}(?:target|goal|budget|guidance)s?\??$")
_TARGET = lazy.compile(r"(?:目标|计划|预算|指引)(?:是|为|定为|定在|约|达|由|从|仍为|维持在?|则|将|要)*[^,;。\d]{0,10}$|全年(?:计划|目标|预计)[^,;。\d]{0,8}$|\b(?:target|goal|budget|guidance)s?\b[^,;.\d]{0,24}$")
_TARGET_BEHIND = lazy.compile(r"\s?的?(?:全年|年度|销售|出货|营收)*(?:目标|预算|指引)|\s?(?:full-year |annual )?(?:target|goal|budget)\b")
DONE = lazy.compile(r"累计|前[一二三四五六七八九\d]+个?[季月]|[上下]半年|已|至今|目前|截至|首[季三六九]|[一二三]季度?|用去|完成|年内|\b(?:so far|already|to date|first|half|quarter|spent|sold|had)\b")
_PRINTED = lazy.compile(r"(?:完成|达成|达到|占)[^,;。]{0,16}(?:目标|预算|计划|指引)的?(?:约|近|逾)?\s?[\d一二三四五六七八九]")


class Targets:
    """Tells what share of a target is reached, for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Read sentences of `evidence`; `passages` finds those on nobody in particular."""
        self._evidence = evidence
        self._figures = finder
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer with the share, the sum and the sentence; None where it is not asked for or not plainly told."""
        if not _ASKED.search(question.folded) or _TARGET_ITSELF.search(question.folded) or len(question.subjects) > 1 or question.wants in ("reason", "date", "person"):
            return None
        told: dict[tuple[str, str], tuple[int, str, StoredSentence]] = {}
        for sentence in self._sentences(question):
            if not self._meant(question, sentence):
                continue
            if _PRINTED.search(fold(sentence.text)):
                told.setdefault(("", sentence.text), (self._says(question, sentence), "", sentence))
            elif found := reached(sentence.text):
                target, done = found
                told.setdefault((target.raw, done.raw), (self._says(question, sentence), self._share(target, done), sentence))
        ranked = sorted(told.values(), key=lambda x: -x[0])
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        _, line, sentence = ranked[0]
        evidence = self._evidence
        foreign = evidence.foreign(sentence.text)
        quoted = evidence.quote(sentence.text)
        lines = [x for x in (line, "" if foreign else quoted) if x]
        return Answer(
            True, evidence.lang, "derived" if line else "fact", tuple(lines), quotes=(quoted,) if foreign else (), sources=evidence.sources([sentence])
        )

    def _share(self, target: Quantity, done: Quantity) -> str:
        words, lang = self._evidence.words, self._evidence.lang
        share = (_exact(done) / _exact(target) * 100).quantize(Decimal("0.1"))
        a, b = figures.show(done, lang), figures.show(target, lang)
        return figures.spaced(f"{words.reached.format(value=f'{figures.plain(share)}%')} (= {a} ÷ {b})") + words.stop

    def _sentences(self, question: Question) -> Sequence[StoredSentence]:
        archive, visible = self._evidence.library.archive, self._evidence.visible
        if not question.subjects:
            near = list(dict.fromkeys(s.sentence.article_id for s in self._passages.ranked(question, _RANKED)))[:_ARTICLES]
            return [s for a in near if a in visible for s in archive.sentences_of_article(a)]
        keys = list(dict.fromkeys(k for i in question.subjects[0] for k in archive.sentences_about(i)[-_LOOKED_AT:]))
        return [s for s in archive.sentences(keys) if s.article_id in visible]

    def _meant(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a sentence says what else is asked, in its measure and its words."""
        search = self._evidence.library.search
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _SAYS_IT.search(n.surface))]
        return all(search.holds(n, sentence.id) >= _HELD for n in needs)

    def _says(self, question: Question, sentence: StoredSentence) -> int:
        search = self._evidence.library.search
        return sum(search.holds(n, sentence.id) >= _HELD for n in question.needs)


_SAYS_IT = lazy.compile(r"目标|达成|完成|进度|几成|做到|新|全年|年度|\b(?:target|goal|budget|reach\w*|achiev\w*)\b")


def reached(text: str) -> tuple[Quantity, Quantity] | None:
    """Return the target that a sentence tells and what is reached of it; None where it does not tell one of each.

    >>> [q.raw for q in reached("今年前三季度出货48万颗,全年目标70万颗。")]
    ['70万颗', '48万颗']
    >>> [q.raw for q in reached("全年展店目標由60家砍至35家,前三季已開22家。")]
    ['35家', '22家']
    """
    folded = fold(text)
    found = [q for q in tabular.amounts(text) if arithmetic.ends(q) and q.lo == q.hi and not is_change(q.unit) and q.lo]
    aims = [q for n, q in enumerate(found) if _TARGET.search(folded[found[n - 1].end if n else 0 : q.start]) or _TARGET_BEHIND.match(folded, q.end)]
    moved = pairs_in(text)
    aims = [next((b for a, b in moved if a.raw == q.raw), q) for q in aims]
    if len({q.raw for q in aims}) != 1:
        return None
    target = aims[0]
    apart = {target.raw, *(a.raw for a, b in moved)}
    others = [q for q in found if q.unit == target.unit and q.raw not in apart]
    done = [q for q in others if DONE.search(folded[max((p.end for p in found if p.end <= q.start), default=0) : q.start])]
    if len(done) != 1 or _exact(done[0]) > _exact(target) * 2:
        return None
    return target, done[0]


def _exact(quantity: Quantity) -> Decimal:
    return quantity.lo or Decimal(0)
