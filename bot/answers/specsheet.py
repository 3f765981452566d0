"""What a line of a product's sheet says: "Display: two panels, 1,500 nits", 噪音:58分貝, and rows of colours.

A line is of the product its article launches; it answers what its label or a thing in it is asked for, where it also
says all else that the question does. Leaves out figures that are facts already (`bot.answers.figures`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.partnouns import COLOURS, PARTS, parts_in
from bot.answers.passages import Passages
from bot.answers.productlines import ProductLines
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

LABEL = lazy.compile(r"(?P<label>[a-z][a-z /&-]{1,28}|[\u3400-\u9fff][\u3400-\u9fffa-z/ ]{1,9}): ?(?=\S)")
_NUMBER = lazy.compile(r"\d|[一二两三四五六七八九十]+[个种款年小]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b")
_ASKS_ELSE = lazy.compile(r"\bwhere\b|哪里|哪儿|在哪|\bwho\b|\bwhy\b|\bwhen\b|谁|哪家|供应|代工|为什么|为何|何时|什么时候|多少钱|售价|\bcosts?\b|\bpric\w+")
_SAYS = lazy.compile(r"多[重大长高宽远久亮快厚响吵少]|[几多]少?[种款个色]|[有是]?(?:哪些|什么|啥|多少)|分别|能[用跑开扫]|一次|支持|支援|\b(?:how|come|comes|does|support\w*|have|has|long|wide|big|much|many|available|options?|last|capacity|size|get|offer\w*|use|uses|run|runs)\b")
_CUT = lazy.compile(r"[;。:]|,(?!\d{3})|\.\s|\band\b")
# What a number beside it is of, and of little else.
_COUNTED = frozenset(("memory", "storage", "languages", "brightness", "noise", "water", "suction", "view"))
_CHARGE = lazy.compile(r"(?:电池|batter)[^;]{0,24}?\d[\d,.]*[ -]?(?:毫安|mah|度|kwh|千瓦时|watt-hours?|wh\b)")
_SHOWN = 2
_HELD = 0.75


class SpecSheet:
    """Answers with the lines of a sheet."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Tell in the words of `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._lines = ProductLines(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer what one product has, by the line that says it; None where no line or several do."""
        thing = self._lines.asked(question)
        if not thing or question.kind in ("compare", "superlative", "timeline", "person") or question.extreme or question.periods or _ASKS_ELSE.search(question.folded):
            return None
        asked = parts_in(question.folded)
        if not asked and not question.measures and not question.needs:
            return None
        sentences = [*self._lines.sentences(thing, whole=False), *self._in_brackets(thing)]
        found = [s for s in sentences if self._tells(question, s, asked)]
        if "colours" in asked and not found:
            found = [s for s in self._lines.sentences(thing, whole=True) if COLOURS.search(fold(s.text)) and self._holds_rest(question, s, asked)][:1]
        found = found or [s for s in sentences if self._beside_figure(question, s, asked & _COUNTED)]
        if not found or len(found) > _SHOWN or len({s.article_id for s in found}) > 1:
            return None
        return self._passages.quoting.quote("fact", found, lead=(), alone=True)

    def _in_brackets(self, thing: Sequence[str]) -> list[StoredSentence]:
        """The lines that tell of a version in brackets: 重量:189克(Pro为213克)."""
        parts = self._lines.parts(thing)
        rows = (s for s in self._lines.sentences(thing, whole=True) if LABEL.match(fold(s.text))) if parts else ()
        return [s for s in rows if any(re.search(rf"[(,;]\s?(?:the )?{re.escape(p)}(?:版)?(?:为|是|:|增加|则|\s)", fold(s.text)) for p in parts)]

    def _tells(self, question: Question, sentence: StoredSentence, asked: frozenset[str]) -> bool:
        """Whether a line is labelled by what is asked, or tells it in its value."""
        folded = fold(sentence.text)
        label = LABEL.match(folded)
        if not label:
            return False
        value = folded[label.end() :]
        counted = question.wants in ("amount", "duration") or bool(qw.RATIO.search(question.folded))
        if counted and not _NUMBER.search(value):
            return False
        labelled = parts_in(label["label"])
        named = {i for s in self.evidence.library.names.find(label["label"]) if s.kind == "measure" for i in s.ids}
        of_label = bool(labelled & asked) or bool(named & set(question.measures)) or any(label["label"] in n.surface or n.surface in label["label"] for n in question.needs if len(n.surface) > 1)
        if asked and not of_label:
            of_label = bool(asked & parts_in(value)) and not labelled & asked
        return (of_label or self._all_said(question, sentence)) and self._holds_rest(question, sentence, asked)

    def _beside_figure(self, question: Question, sentence: StoredSentence, asked: frozenset[str]) -> bool:
        """Whether a sentence tells what is asked with a number in the same part of it: 16 gigabytes of memory."""
        asked_of = parts_in(question.folded) if "battery-capacity" in question.measures else frozenset()
        told = any(_NUMBER.search(part) and (parts_in(part) & asked or ("battery" in asked_of and _CHARGE.search(part))) for part in _CUT.split(fold(sentence.text)))
        return told and not LABEL.match(fold(sentence.text)) and self._holds_rest(question, sentence, asked)

    def _all_said(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether a line says all that is asked, of which there must be something."""
        told = [n for n in question.needs if not n.light and not soft(n) and not _SAYS.fullmatch(n.surface)]
        return bool(told) and all(self._holds(n, sentence) for n in told)

    def _holds_rest(self, question: Question, sentence: StoredSentence, asked: frozenset[str]) -> bool:
        """Whether a line says what the question does besides the part it asks for."""
        words = [p for name, p in PARTS if name in asked]
        for need in question.needs:
            if need.light or soft(need) or _SAYS.search(need.surface) or any(p.search(need.surface) for p in words):
                continue
            if self._names_measure(need, question) or self._holds(need, sentence):
                continue
            return False
        return True

    def _names_measure(self, need: Need, question: Question) -> bool:
        return any(s.kind == "measure" and set(s.ids) & set(question.measures) for s in self.evidence.library.names.find(need.surface))

    def _holds(self, need: Need, sentence: StoredSentence) -> bool:
        return self.evidence.library.search.holds(need, sentence.id) >= _HELD


def of_another_sheet(question: Question, evidence: Evidence) -> bool:
    """Return whether all that was found are lines of a sheet that is another product's than the one asked about."""
    entities = evidence.library.names.entities
    things = {i for g in question.subjects for i in g if entities[i].kind == "product"}
    if not things or not evidence.cited:
        return False
    parts = ProductLines(evidence).parts(tuple(things))
    for sentence in evidence.cited:
        folded = fold(sentence.text)
        if any(part in folded for part in parts):
            return False  # 重量:189克(Pro为213克)
        if not LABEL.match(folded) or any(m.entity in things for m in sentence.mentions) or things & set(sentence.topics):
            return False
    return any(entities[t].kind == "product" for s in evidence.cited for t in s.topics)


