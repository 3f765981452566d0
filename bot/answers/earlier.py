"""What a figure was before: asked for beside it, "from what to what", or set against it as growth or difference.

News tells it in the same sentence: 毛利率由18.1%擴闊至20.6%, 海外新簽17.9億元,上年為8.6億元. Where facts know no
earlier figure, the one pair is taken whose words name everything the question asks for; two such pairs tell nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot import arithmetic, figures
from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.apart import changed, grown
from bot.answers.figures import Figures
from bot.answers.fromto import BY_PERCENT, MOVES, of_years
from bot.answers.results import DIFFERENCE
from bot.changeasked import change_asked
from bot.evidence import Evidence
from bot.moves import moves
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold

_LOOKED_AT = 300  # the latest sentences on a subject
_HELD = 0.5
_AIM = lazy.compile(r"目标|指引|预期|预测|计划|预算|\b(?:target|guidance|forecast|goal|budget|outlook|plan)s?\b")
_TO_GO = lazy.compile(r"还差|仲差|尚差|还[有剩]|仲要|还要|距离?|离(?!职|开|任)|\b(?:to go|short of|away from|left to)\b")
_PERCENT = lazy.compile(r"百分之|幅|率|几成|%|同比|按年|\bper ?cent\b|\bhow fast\b|\bgrow\w*|\bgrew\b")
_ROUND = lazy.compile(r"[a-h]\+{0,2}\d?轮|series [a-h]\+?|天使轮|种子轮")
_MONEY_ASKED = lazy.compile(r"多少[亿万元钱]|几[亿万]")


class Pair(NamedTuple):
    """What something was and what it became, and the folded words that say what it is."""

    before: Quantity
    after: Quantity
    label: str
    sentence: StoredSentence


class Earlier:
    """Tells what a figure was before, for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Read the sentences of `evidence`; `finder` tells which measures are meant."""
        self._evidence = evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with both figures, or with what follows from them; None where one pair is not plainly meant."""
        before = qw.asks_before(question.folded)
        percent = bool(BY_PERCENT.search(question.folded) and MOVES.search(question.folded))
        changed = question.aspect in ("growth", "decline") or bool(DIFFERENCE.search(question.folded)) or percent
        if len(question.subjects) != 1 or not (before or changed) or question.wants in ("reason", "date", "person", "place"):
            return None
        if _TO_GO.search(question.folded) and _AIM.search(question.folded):
            return None  # how far it is to a target is no difference of two targets
        if question.kind in ("person", "definition", "timeline", "superlative", "compare"):
            return None
        found = self._pair(question)
        if found is None:
            return None
        worked = "" if before and not changed else self._worked(question, found)
        if changed and not before and not worked:
            return None
        evidence, words = self._evidence, self._evidence.words
        shown = [figures.show(q, evidence.lang) for q in (found.before, found.after)]
        lines = [worked or figures.spaced(words.moved.format(before=shown[0], after=shown[1])) + words.stop]
        text = found.sentence.text
        foreign = evidence.foreign(text)
        return Answer(
            True, evidence.lang, "derived" if worked else "fact", tuple(lines if foreign else [*lines, evidence.quote(text)]),
            quotes=(evidence.quote(text),) if foreign else (), sources=evidence.sources([found.sentence]),
        )  # fmt: skip

    def _worked(self, question: Question, pair: Pair) -> str:
        """The growth in per cent, or the difference, as the question wants it; "" where it cannot be told."""
        ends = arithmetic.ends(pair.before), arithmetic.ends(pair.after)
        ratio = pair.after.unit in ("%", "pp")
        if not ends[0] or not ends[1]:
            return ""
        percent = BY_PERCENT.search(question.folded) and MOVES.search(question.folded)
        if not ratio and (percent or (question.aspect and not _MONEY_ASKED.search(question.folded) and (question.wants == "ratio" or _PERCENT.search(question.folded)))):
            return grown(self._evidence, pair.before, pair.after)
        return "" if pair.before.qualifier or pair.after.qualifier else changed(self._evidence, pair.before, pair.after, "amount" if ratio else change_asked(question.folded))

    # ------------------------------------------------------------ which pair
    def _pair(self, question: Question) -> Pair | None:
        """The one pair that the words before it, and its sentence, say to be of what is asked."""
        measures = {f"m_{m.replace('-', '_')}" for m, _ in self._figures.targets(question) for m in self._figures.acceptable(m, question)}
        needs = [n for n in question.needs if self._says_what(n)]
        if not measures and not needs:
            return None
        held: dict[tuple[str, str], tuple[int, Pair]] = {}
        for sentence in self._sentences(question):
            for pair in self._pairs(sentence):
                words = set(tokens(pair.label, self._evidence.library.names))
                of_measure = bool(measures & words)
                own = [n for n in needs if self._holds(n, words, pair.label)]
                rest = [n for n in needs if n not in own]
                search = self._evidence.library.search
                if (measures and not of_measure) or not (of_measure or own) or not all(search.holds(n, sentence.id) >= _HELD for n in rest if not self._other_round(n, needs, sentence)):
                    continue
                if not of_years(question, fold(sentence.text), pair.before, pair.after):
                    continue  # 由2019年的…增至2024年的… tells nothing of 2024 and 2025
                if bool(_AIM.search(pair.label)) != bool(_AIM.search(question.folded)):
                    continue  # a target is no result, and the other way round
                key = (pair.before.raw, pair.after.raw)
                held.setdefault(key, (len(own) + of_measure, pair))
        ranked = sorted(held.values(), key=lambda x: -x[0])
        if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def _says_what(self, need: Need) -> bool:
        said = need.surface
        return not (need.light or need.verbal or soft(need) or qw.asks_before(said) or qw.YEAR_BEFORE.search(said) or DIFFERENCE.search(said)
                    or any(t.startswith("m_") for o in need.options for t in o))  # fmt: skip

    def _other_round(self, need: Need, needs: Sequence[Need], sentence: StoredSentence) -> bool:
        """Whether a need is the round that an article is about, while the sentence names the other one asked about: B輪時為52億元."""
        search = self._evidence.library.search
        rounds = [n for n in needs if _ROUND.fullmatch(n.surface)]
        return need in rounds and any(search.holds(n, sentence.id) >= _HELD for n in rounds if n is not need)

    @staticmethod
    def _holds(need: Need, words: set[str], label: str) -> bool:
        return need.surface in label or any(option and all(t in words for t in option) for option in need.options)

    def _sentences(self, question: Question) -> list[StoredSentence]:
        archive = self._evidence.library.archive
        keys = list(dict.fromkeys(k for i in question.subjects[0] for k in archive.sentences_about(i)[-_LOOKED_AT:]))
        return [s for s in archive.sentences(keys) if s.article_id in self._evidence.visible]

    @staticmethod
    def _pairs(sentence: StoredSentence) -> list[Pair]:
        told = [(m.quantities, m.label) for m in moves(sentence.text)]
        return [Pair(p[0], p[1], label, sentence) for p, label in told if p and p[0].raw and p[0].unit and p[0].lo == p[0].hi and p[1].lo == p[1].hi]
