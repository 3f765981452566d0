"""Figures that a house gives of another: "Oriel & Finch's target for Tidewell", 甲證券預計乙今年虧損多少.

Both are named, and the figure is the other's. It is told where the article has it from the very house: its sentence
names the house and no other one, or the article knows no other. What the other firm told itself answers no such question.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answers.figures import Figures
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.houses import houses
from kb.latest import Latest
from kb.names import Span
from kb.rows import StoredFact
from kb.text import fold

_BY_NAME = lazy.compile(r"(?:证券|投顾|投行|研究|咨询|顾问|评级|securities|research|advisory|consulting|equities|capital markets|ratings)$")
# What only says that a house judges, which any figure of its does.
_OF_HOUSE = lazy.compile(r"最新|现在|如今|目前|最近|给(?:出)?|预[估计测期]|估计?|认为|看|喊(?:到)?|多少去|\b(?:new|latest|current|forecast|expects?|expected|estimates?|predict(?:s|ed|ion)?|analysts?|brokers?|brokerage)\b")
_TWO = 2
_KEPT = 256  # articles


class Judged:
    """Answers with what a house thinks of another."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Tell the figures that `finder` finds."""
        self.evidence = evidence
        self._figures = finder
        self._houses: Latest[int, frozenset[str]] = evidence.library.latest("houses", _KEPT)

    def answer(self, question: Question) -> Answer | None:
        """Answer with the figure of the one of two subjects whom the other judges."""
        if len(question.subjects) != _TWO or question.extreme or question.wants in ("reason", "date", "person", "place"):
            return None
        targets = self._figures.targets(question)
        for house, of in (question.subjects, question.subjects[::-1]):
            alone = replace(question, subjects=(of,), kind="fact", flags=question.flags - {"compare"}, needs=tuple(n for n in question.needs if not _of_house(n.surface)))
            for measure, aspect in targets[:1]:
                found = [x for x in self._figures.find(alone, of, measure) if x.value and self._by(x.value, house)]
                if found and not aspect:
                    return self._figures.compose(alone, found[:1])
        return None

    def _by(self, fact: StoredFact, house: tuple[str, ...]) -> bool:
        """Whether a figure is what a house says of whom it is."""
        if fact.basis != "forecast" and fact.measure != "target-price":
            return False
        known = self._houses.get(fact.article_id, self._introduced)
        named = {m.entity for m in self.evidence.sentence(fact).mentions} & known
        return named <= set(house) if named else bool(known) and known <= set(house)

    def _introduced(self, article: int) -> frozenset[str]:
        """The houses of an article: those it says are one, and those whose names do."""
        library = self.evidence.library
        entities = library.names.entities
        sentences = library.archive.sentences_of_article(article)
        named = {s.text: [Span(m.start, m.end, "entity", (m.entity,), False) for m in s.mentions] for s in sentences}
        by_name = {m.entity for s in sentences for m in s.mentions
                   if entities[m.entity].kind in ("company", "institution") and _BY_NAME.search(fold(s.text)[m.start : m.end])}  # fmt: skip
        title = fold(library.articles[article].title)
        by_title = {i for s in library.names.find(title) if s.kind == "entity" and s.start == 0 and _BY_NAME.search(title, 0, s.end) for i in s.ids}  # 和庭證券:…會議紀要
        return houses(named, lambda i: entities[i].kind) | by_name | by_title


def _of_house(surface: str) -> bool:
    """Whether a word only says that a house judges, which any figure of its does."""
    return bool(_OF_HOUSE.fullmatch(surface))
