"""Parts told side by side: versions of a product, segments, markets; which is most, how far two are apart.

They have no names of their own among the entities, so nothing is known of them but what a paragraph says
(`kb.tabular`). What is told in rows, `bot.answers.rows` answers first; left for here are parts that are named
in one place and given their figures in another. An answer is given only where the parts meant stand in one paragraph with figures of one
measure and unit; the sum is shown, and the sentences are cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.apart import apart
from bot.answers.figures import Figures
from bot.answers.groups import counted
from bot.answers.passages import Passages
from bot.answers.results import DIFFERENCE, SHARE
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy, tabular
from kb.rows import StoredSentence
from kb.tabular import Cell
from kb.text import fold

_LOOKED_AT = 10  # sentences found, whose paragraphs are read
_BEFORE = 2  # paragraphs before one, in which its parts may have been named
_DEAR = lazy.compile(r"贵|便宜|\b(?:expensive|cheap\w*|dear\w*|costs?|pricier)\b")
_COMPARES = lazy.compile(r"比|较|差|跟|和|与|同|\b(?:than|versus|vs|compared|difference|between|more|less|or)\b")
_OPENED = lazy.compile(r"(?:新开|新设|开设|开出|新增|增设|增加|净?吸纳|招[聘募]|入职|\b(?:open(?:ed|ing)|add(?:ed|ing)|gain(?:ed|ing)|hir(?:ed|ing)|signed up)\b)[^,;。\d]{0,8}$")
_CLOSED = lazy.compile(r"(?:关闭|关停|结束|关掉|撤销|歇业|流失|退[订出]|注销|离职|减少|报废|退役|\b(?:clos(?:ed|ing)|los(?:t|ing)|shut|shed|retired)\b)[^,;。\d]{0,8}$")
_NET = lazy.compile(r"净增|净减|净开|增减|\bnet (?:new|addition|change|increase|growth|gain|opening)|\b(?:grow|increase|add) (?:by )?net\b")
_A_WHILE = lazy.compile(r"(?:年度?|季度?|月|周|天)$|^(?:half|quarter|month|year)s?$")

_SAYS_HOW = lazy.compile("最[长短高低大小多少快慢]|标称|标准|额定|平均|均值|合计|总计|峰值|典型|理论|实际|nominal|rated|average|maximum|minimum|total|up to")
_HELD = 0.5  # of what is asked for that must be in a sentence


class Parts:
    """Answers from what a paragraph says of several parts."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what reads measures and finds sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer a comparison, an extreme or a difference among parts, None where a paragraph does not give all of it."""
        companies = [g for g in question.subjects if self.evidence.library.names.entities[g[0]].kind != "product"]
        extreme = question.extreme in ("max", "min") and len(question.subjects) < 2
        asked = DIFFERENCE.search(question.folded) or SHARE.search(question.folded) or question.kind == "compare"
        if len(companies) > 1 or question.wants in ("reason", "date") or not (extreme or asked):
            return None
        for sentences in self._paragraphs(question):
            last = sentences[-1].paragraph  # what parts are called may have been said before
            cells = tabular.cells([s.text for s in sentences], self.evidence.library.names, self._figures.roles)
            cells = [c for c in cells if sentences[c.sentence].paragraph == last and self._is_part(c.head)]
            told = self._two(question, cells) or (self._most(question, cells) if extreme else None)
            if told:
                lines, used = told
                return self._tell(question, lines, [sentences[n] for n in dict.fromkeys(c.sentence for c in used)])
        return None

    def net(self, question: Question) -> Answer | None:
        """Answer by how many something grew, from how many were opened and closed in one sentence."""
        counted = any(self.evidence.library.names.measures[m].unit == "count" for m in question.measures)
        if not _NET.search(question.folded) or question.wants == "reason" or (question.measures and not counted):
            return None
        told: dict[tuple[Decimal | None, ...], tuple[str, StoredSentence]] = {}
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _NET.search(n.surface) or _A_WHILE.search(n.surface) or self._figures.names(n, *question.measures))]
        library = self.evidence.library
        for key in library.archive.sentences_about(question.subjects[0][0]) if len(question.subjects) == 1 else ():
            sentence = library.search.load(key)
            folded = fold(sentence.text)
            found = tabular.amounts(sentence.text) if sentence.article_id in self.evidence.visible else []
            came = [q for q in found if _OPENED.search(folded[: q.start])]
            went = [q for q in found if _CLOSED.search(folded[: q.start])]
            before = library.search.neighbour(sentence, -1)  # 共有168間餐廳。期內新開12間: of what, is said once
            said_in = [sentence.id, *([before.id] if before and before.paragraph == sentence.paragraph else [])]
            if not all(max(library.search.holds(n, i) for i in said_in) >= _HELD for n in needs):
                continue
            if len(came) == len(went) == 1 and came[0].unit == went[0].unit and not re.search(r"净增|净减|净开|\bnet\b", folded):
                told[came[0].lo, went[0].lo] = apart(self.evidence, came[0], went[0]), sentence
        if len(told) != 1:
            return None
        text, sentence = next(iter(told.values()))
        return self._tell(question, [text], [sentence]) if text else None

    # ------------------------------------------------------------ which sentences
    def _paragraphs(self, question: Question) -> list[list[StoredSentence]]:
        """The paragraphs of the sentences that fit best, each once, in order, with the two before them."""
        archive = self.evidence.library.archive
        seen: dict[tuple[int, int], list[StoredSentence]] = {}
        for scored in self._passages.ranked(question, 30)[:_LOOKED_AT]:
            key = (scored.sentence.article_id, scored.sentence.paragraph)
            if key not in seen and self._of_subject(scored.sentence, question):
                every = archive.sentences_of_article(scored.sentence.article_id)
                seen[key] = [s for s in every if 0 <= scored.sentence.paragraph - s.paragraph <= _BEFORE]
        return list(seen.values())

    @staticmethod
    def _of_subject(sentence: StoredSentence, question: Question) -> bool:
        return all(set(group) & set(sentence.topics) for group in question.subjects)

    def _is_part(self, head: str) -> bool:
        """Whether words call a part, and no company: those have facts of their own."""
        if _SAYS_HOW.fullmatch(fold(head)):
            return False  # range最長達185公里 names no part
        found = self.evidence.library.names.find(fold(head))
        entities = self.evidence.library.names.entities
        return not any(s.kind == "entity" and entities[s.ids[0]].kind in ("company", "person") for s in found)

    # ------------------------------------------------------------ what they say
    def _of_measure(self, question: Question, cells: Sequence[Cell]) -> list[list[Cell]]:
        """The cells of each measure that may be meant, values or changes as is asked; one a part."""
        wanted = [m for m, _ in self._figures.targets(question)]
        if _DEAR.search(question.folded):
            wanted = ["price"]
        aspects: tuple[str, ...] = ("growth", "decline") if question.aspect in ("growth", "decline") else ("value",)
        if modifiers.QUARTERLY.search(question.folded):
            aspects = tuple(f"{a}-qoq" for a in aspects)
        out = []
        for measure in dict.fromkeys(c.measure for c in cells):
            if wanted and not any(measure in self._figures.acceptable(w, question) or measure == w for w in wanted):
                continue
            if not wanted and aspects == ("value",):
                continue
            row = [c for c in cells if c.measure == measure and c.aspect in aspects and arithmetic.ends(c.quantity)]
            single = {c.head: c for c in row}
            if len(row) == len(single) > 1 and len({c.quantity.unit for c in row}) == 1:
                out.append(row)
        return out

    def _two(self, question: Question, cells: Sequence[Cell]) -> tuple[list[str], list[Cell]] | None:
        """How far two parts that the question names are apart."""
        if not _COMPARES.search(question.folded):
            return None
        for row in self._of_measure(replace(question, aspect=""), cells):
            named = [c for c in row if self._named(c.head, question, [x.head for x in row])]
            if len(named) == 2:
                first, second = sorted(named, key=lambda c: -self._size(c))
                text = apart(self.evidence, first.quantity, second.quantity)
                return [*([text] if text else []), *(self._row(c) for c in named)], named
        return None

    def _most(self, question: Question, cells: Sequence[Cell]) -> tuple[list[str], list[Cell]] | None:
        """Which part has most, or least, of those a paragraph gives."""
        count = counted(question.folded)
        rows = self._of_measure(question, cells)
        every = [{c.head for c in cells if c.measure == m and c.sentence == n} for m, n in {(c.measure, c.sentence) for c in cells}]
        for row in rows:
            heads = {c.head for c in row}
            if (len({c.sentence for c in row}) > 1 and len(row) < 3) or (count and count != len(row)):
                continue
            if any(heads < other for other in every):
                continue  # there are more parts than those the figure is told of
            ranked = sorted(row, key=self._size, reverse=question.extreme == "max")
            falls = question.aspect == "decline"
            ranked = ranked[::-1] if falls else ranked
            if self._size(ranked[0]) == self._size(ranked[1]) or (falls and self._size(ranked[0]) >= 0):
                continue
            words, label = self.evidence.words, self.evidence.label(row[0].measure)
            kinds = {"growth": ("grew", "slowed"), "decline": ("fell", "eased")}.get(question.aspect, ("max", "min"))
            kind = kinds[0 if question.extreme == "max" else 1]
            first, second = (self.evidence.quote(c.head) for c in ranked[:2])
            top = words.extreme[kind].format(winner=first, value=self._value(ranked[0]), period="", measure=label)
            after = words.part_after.format(second=second, value=self._value(ranked[1]), n=len(ranked))
            return [" ".join(top.split()) + words.stop, after + words.stop], ranked[:2]
        return None

    @staticmethod
    def _named(head: str, question: Question, heads: Sequence[str]) -> bool:
        """Whether a question names a part: by all it is called, or by what no other part is called."""
        called = fold(head)
        if called in question.folded:
            return not any(called in fold(h) and fold(h) in question.folded for h in heads if h != head)
        own = re.sub(r"(?:版本?|款|型|业务|市场|收入|地区)$", "", called)
        return len(own) > 1 and own in question.folded and sum(own in fold(h) for h in heads) == 1

    def _size(self, cell: Cell) -> Decimal:
        low, high = arithmetic.ends(cell.quantity) or (Decimal(0), Decimal(0))
        return (low + high) / 2 * (-1 if cell.aspect.startswith("decline") else 1)

    def _value(self, cell: Cell) -> str:
        shown = figures.show(cell.quantity, self.evidence.lang)
        template = self.evidence.words.growth.get(cell.aspect)
        return template.format(value=shown) if template else shown

    def _row(self, cell: Cell) -> str:
        words = self.evidence.words
        return words.part.format(part=self.evidence.quote(cell.head), measure=self.evidence.label(cell.measure), value=self._value(cell)) + words.stop

    def _tell(self, question: Question, lines: Sequence[str], sentences: Sequence[StoredSentence]) -> Answer:
        """The lines, with the sentences they come from shown where they are in another language."""
        evidence = self.evidence
        foreign = [s for s in sentences if evidence.foreign(s.text)]
        kind = "superlative" if question.extreme else "derived"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign), sources=evidence.sources(list(sentences)),
        )  # fmt: skip
