"""The sentences that tell of one product: of itself or its line, and not of another it is held against.

Used by the answers on what articles launch: `bot.answers.onsale`, `madeby`, `specsheet`, `dearer`. Leaves out what is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.evidence import Evidence
from bot.question import Question
from bot.trims import Trims
from kb import lazy
from kb.launches import held_against, launched
from kb.rows import StoredSentence
from kb.text import fold
from kb.trims import part_of

_AT_ITS_HEAD = 12  # characters of a sentence that a product is named in of which it tells
_BESIDE = lazy.compile(r"[^,。;]{0,8}(?:对手|友商|竞品|同级|同行)|作为(?:对[比照]|比较|参照)|(?:its |the |a )?(?:rival|competitor)s?\b|[^,.;]{0,24}\brival\b|(?:上一?代|前代|前作|旧款|老款)|its predecessor\b|the (?:old|previous|original|older)\b")


class ProductLines:
    """Finds what is told of the product that a question names."""

    def __init__(self, evidence: Evidence) -> None:
        """Look in `evidence`."""
        self.evidence = evidence
        self._trims = Trims(evidence.library)

    def asked(self, question: Question) -> tuple[str, ...]:
        """Return the ids of the product asked about, () where none or several are."""
        entities = self.evidence.library.names.entities
        things = [g for g in question.subjects if entities[g[0]].kind == "product"]
        others = [g for g in question.subjects if entities[g[0]].kind not in ("product", "company", "place")]
        return things[0] if len(things) == 1 and not others else ()

    def family(self, ids: Sequence[str]) -> frozenset[str]:
        """Return a product with its line and the versions of that."""
        lines = {line for i in ids if (line := self._trims.line_of(i))}
        versions = {v for i in (*ids, *lines) for v in self._trims.versions(i)}
        return frozenset((*ids, *lines, *versions))

    def sentences(self, ids: Sequence[str], *, whole: bool) -> list[StoredSentence]:
        """Return the sentences told of a product; of its `whole` line too, where they name no version of it."""
        archive, about = self.evidence.library.archive, self.family(ids) if whole else frozenset(ids)
        keys = sorted({k for i in about for k in archive.sentences_about(i)})
        found = [s for s in archive.sentences(keys) if s.article_id in self.evidence.visible]
        own = [s for s in found if self._of(s, frozenset(ids), about)]
        beside = [s for a in dict.fromkeys(s.article_id for s in found) if whole and self._launches(a, about) for s in archive.sentences_of_article(a) if s not in own and self._of_none(s, about)]
        return [*own, *beside]

    def parts(self, ids: Sequence[str]) -> frozenset[str]:
        """Return what a version is called beside its line: pro of a Glide Pro."""
        entities = self.evidence.library.names.entities
        lines = [fold(n) for i in ids if (line := self._trims.line_of(i)) for n in (*entities[line].names.values(), *entities[line].aliases)]
        own = [fold(n) for i in ids for n in (*entities[i].names.values(), *entities[i].aliases)]
        return frozenset(part for name in own for line in lines if (part := part_of(name, line)))

    def _launches(self, article: int, about: frozenset[str]) -> bool:
        """Whether an article launches the product, so that what names no other is told of it."""
        first = next(iter(self.evidence.library.archive.sentences_of_article(article)), None)
        names = self.evidence.library.names
        return first is not None and launched(fold(first.text), names.find(fold(first.text)), lambda i: names.entities[i].kind) in about

    def _of_none(self, sentence: StoredSentence, about: frozenset[str]) -> bool:
        """Whether a sentence neither begins with another product nor tells of a rival."""
        entities, folded = self.evidence.library.names.entities, fold(sentence.text)
        others = [m for m in sentence.mentions if entities[m.entity].kind == "product" and m.entity not in about]
        return not any(m.start < _AT_ITS_HEAD for m in others) and not _BESIDE.match(folded) and not self._led_by_firm(sentence)

    def _of(self, sentence: StoredSentence, ids: frozenset[str], about: frozenset[str]) -> bool:
        """Whether a sentence tells of a product, or goes on about it without naming another in its place."""
        entities, folded = self.evidence.library.names.entities, fold(sentence.text)
        named = [m for m in sentence.mentions if entities[m.entity].kind == "product" and not held_against(folded, m.start)]
        own = {m.entity for m in named}
        return bool(own & ids) or (not own and bool(set(sentence.topics) & about) and not self._led_by_firm(sentence))

    def _led_by_firm(self, sentence: StoredSentence) -> bool:
        """Whether a sentence begins with a firm that its article is not about: "Rival Orbis charges $499"."""
        entities = self.evidence.library.names.entities
        main = self.evidence.library.mains.of(sentence.article_id)
        return any(m.start == 0 and entities[m.entity].kind == "company" and m.entity not in main for m in sentence.mentions)


_SAID = 0.5  # of a word
_RIVALS_ASKED = lazy.compile(r"对手|竞品|竞争|同[行业级]|\b(?:rival|compet)\w*")


def told_of_rivals(question: Question, evidence: Evidence) -> bool:
    """Return whether a product is asked about, and all that was found tells of a rival or of a model it is held against."""
    entities = evidence.library.names.entities
    things = {i for g in question.subjects for i in g if entities[i].kind == "product"}
    if len(question.subjects) > 1 or not things or not evidence.cited or _RIVALS_ASKED.search(question.folded):
        return False
    search = evidence.library.search
    needs = [n for n in question.needs if not n.light]
    if needs and all(any(search.holds(n, s.id) >= _SAID for s in evidence.cited) for n in needs):
        return False  # the rival is named in the question too
    return all(_BESIDE.match(fold(s.text)) and not any(m.entity in things for m in s.mentions) for s in evidence.cited)
