"""Who is first or last of a group, where a sentence says it in so many words: 增幅居五廠之冠, 為同業最高, "the slowest of the five".

Told before anything is computed: what was read of a group may not be all of it, and who wrote the sentence saw all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import NO_MEASURE, Question
from kb import lazy
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold

_GROUP = r"(?:(?:(?:[两三四五六七八九十\d]+|各|所有|全部|众)(?:大)?(?:家|厂|强|间|行|店|公司|企业|品牌)(?:公司|企业|厂商|品牌)?|同业|同行|业内|业界|全行业|行业|同类|全场|榜单|全榜)(?:中|之中|当中|里|内)?(?:的)?)"
_TOP_ZH = rf"(?:居|列|为|位居|高居|是|排名?|位列|冠居?)?{_GROUP}?(?:之冠|之首|居首|居冠|冠军|榜首|首位|称冠|最(?:高|大|快|多|猛|强|凶|佳|好))|冠[居绝]?{_GROUP}"
_LAST_ZH = rf"(?:居|列|为|位居|是|排名?|位列)?{_GROUP}?(?:殿后|垫底|居末|末位|敬陪末座|最(?:低|小|慢|少|弱|差))"
_OF_EN = r"(?: [a-z-]+){0,3} (?:of|among) (?:the |all |its )?(?:two|three|four|five|six|seven|eight|nine|ten|group|peers?|rivals?|field|pack|sector)\b"
_RANKS = {
    "max": lazy.compile(
        rf"{_TOP_ZH}|\b(?:highest|largest|biggest|fastest|strongest|most|best|widest|steepest){_OF_EN}|\b(?:led|topped|leads|tops) (?:the )?(?:group|field|pack|peers|table|ranking)\b"
    ),
    "min": lazy.compile(
        rf"{_LAST_ZH}|\b(?:lowest|smallest|slowest|weakest|least|fewest|worst|thinnest){_OF_EN}|\b(?:trailed|trails) (?:the )?(?:group|field|pack|peers)\b|\b(?:bottom|last) (?:of|among) (?:the )?(?:group|field|pack|peers|five|four|three|six|seven|table|ranking)\b"
    ),
}
_SCOPE = lazy.compile(
    rf"{_GROUP}|之冠|之首|居首|居冠|榜首|首位|称冠|殿后|垫底|居末|末位|敬陪末座|{_OF_EN}|\b(?:group|field|pack|peers|table|ranking)\b"
)
_GROWTH = lazy.compile(
    r"[增涨升成降跌减][长幅速]|年增|成长|衰退|升幅|\b(?:growth|grew|rise|rose|increase|gain|decline|drop)\b"
)
_PART = lazy.compile(r"之一|前[二三四五十\d]|第[二三四五]|其中")
_CLAUSE = lazy.compile(r"[;。]|\.(?= |$)")
_COMMA = lazy.compile(r"[,;。]|\.(?= |$)")
_WHO = lazy.compile(r"哪|谁|边[个间]|\b(?:which|who|whose)\b")
_NO_MEASURE = frozenset(f"m_{m.replace('-', '_')}" for m in NO_MEASURE)
_ARTICLES = 4
_KINDS = ("superlative", "compare", "list", "fact")


class Outright:
    """Quotes the sentence that says who is first or last of a group, for one asker."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self._evidence = evidence
        self._figures = finder
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one sentence that says it; None where none does, or more than one."""
        if (
            question.extreme not in _RANKS
            or question.subjects
            or question.kind not in _KINDS
            or not _WHO.search(question.folded)
        ):
            return None
        targets = [t for t in self._figures.targets(question) if t[0] != "market-rank"]  # which is the answer, and not what is asked for
        if not targets or question.wants in ("date", "reason", "place"):
            return None
        falls = question.aspect == "decline"
        marks = {f"m_{m.replace('-', '_')}" for m, _ in targets for m in self._figures.acceptable(m, question)}
        found = list(self._saying(question, marks, falls))
        return self._passages.quoting.quote("superlative", found, alone=True) if len(found) == 1 else None

    def _saying(self, question: Question, marks: set[str], falls: bool) -> Iterator[StoredSentence]:
        """The sentences of the likeliest article that rank in what is asked for."""
        ranked = [s.sentence.article_id for s in self._passages.ranked(question)[:10]]
        for article in list(dict.fromkeys(ranked))[:_ARTICLES]:
            if article not in self._evidence.visible:
                continue
            told = [
                s
                for s in self._evidence.library.archive.sentences_of_article(article)
                if self._ranks(question, fold(s.text), marks, falls)
            ]
            if told:
                yield from told
                return

    def _ranks(self, question: Question, folded: str, marks: set[str], falls: bool) -> bool:
        """Whether a sentence ranks somebody first, or last, in what is asked for."""
        return any(
            _SCOPE.search(m.group())
            and not _PART.search(folded[max(0, m.start() - 4) : m.end() + 3])
            and self._of_what(question, folded, m, marks)
            for m in _RANKS[question.extreme].finditer(folded)
        ) and not (falls and "增" in folded)

    def _of_what(self, question: Question, folded: str, rank: re.Match[str], marks: set[str]) -> bool:
        """Whether what a rank is in is the measure asked for, or its growth: the last that is named before it."""
        begin = max((m.end() for m in _CLAUSE.finditer(folded, 0, rank.start())), default=0)
        near = max((m.end() for m in _COMMA.finditer(folded, 0, rank.start())), default=0)
        until = _COMMA.search(folded, rank.end())
        own = folded[near : until.start() if until else len(folded)]
        names = self._evidence.library.names
        grows = bool(_GROWTH.search(own))
        if grows is not bool(question.aspect):
            return False
        said = [
            {t for t in tokens(part, names) if t.startswith("m_") and t not in _NO_MEASURE}
            for part in (*_COMMA.split(folded[begin : rank.start()]), own)
        ]
        last = next((s for s in reversed(said) if s), set())
        return bool(last & marks) or (grows and not last and begin == 0)
