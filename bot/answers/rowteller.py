"""Rows in words: a part with its value, its share and its changes, and the answer that cites where they are told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers import modifiers
from bot.answers.partwords import MARKET_SHARE, WHOLE
from bot.answers.results import SHARE
from bot.answers.rowkinds import Found
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Quantity
from kb.partrows import Row
from kb.text import fold

_VALUE = lazy.compile(r"(?<!占)多少(?:亿|万|元|钱|辆|台|个|块|美元|港元)|(?<!百分之)几(?:多)?(?:亿|万)|\bhow much (?:revenue|money|did)\b|\bhow many\b|[卖出交][^,?增长升涨跌降减]{0,3}了?(?:多少|几多)|(?:收入|营收|收益|出货|交付|销量)(?:是|有|为)?(?:多少|几多|几何)")


class RowTeller:
    """Tells rows to one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Tell rows from `evidence`."""
        self.evidence = evidence

    def label(self, row: Row) -> str:
        """Return what a part is called, in the asker's script; a place by its name in their language."""
        names = self.evidence.library.names
        place = next((t.id for t in names.terms(fold(row.label)) if t.kind == "entity" and names.entities[t.id].kind == "place"), "")
        return self.evidence.name(place) if place else self.evidence.quote(row.label)

    def value(self, row: Row) -> str:
        """Return the value of a part, or its share where no value is told."""
        shown = row.value or row.share
        return figures.show(shown, self.evidence.lang) if shown else ""

    def measure(self, found: Found, row: Row) -> str:
        """Return what the figures of a part are of."""
        measure = row.measure or found.told.measure
        return self.evidence.label(measure) if measure else ""

    def line(self, found: Found, row: Row, *, changes: dict[str, Quantity], value: bool = True) -> str:
        """Return a line on one part: its value and share, unless `value` is false, and these changes."""
        words = self.evidence.words
        told = [figures.show(row.value, self.evidence.lang)] if row.value and value else []
        if row.share and value:
            told.append(words.part_share.format(value=figures.show(row.share, self.evidence.lang)))
        told += [self.changed({k: v}) for k, v in changes.items()]
        measure = "" if row.own else self.measure(found, row)
        label = self.label(row)
        text = words.part.format(part=label, measure=measure[:1].upper() + measure[1:], value=self.comma.join(told)) if measure else f"{label}{words.colon}{self.comma.join(told)}"
        return figures.spaced(text) + words.stop

    def changed(self, changes: dict[str, Quantity]) -> str:
        """Return changes in words."""
        words = self.evidence.words
        return self.comma.join(words.growth[k].format(value=figures.show(v, self.evidence.lang)) for k, v in changes.items())

    def share(self, found: Found, row: Row) -> str:
        """Return the share of a part in its whole: as printed, or worked out where the whole is told."""
        words, lang = self.evidence.words, self.evidence.lang
        if row.share:
            return f"{self.label(row)}{words.colon}{words.part_share.format(value=figures.show(row.share, lang))}{words.stop}"
        if row.value is None or row.value.lo is None or row.value.lo != row.value.hi:
            return ""
        return self.share_of(found, row.value.lo, [row.value], self.label(row))

    def share_of(self, found: Found, amount: Decimal, inputs: Sequence[Quantity], label: str = "") -> str:
        """Return an amount as a share of the whole, with the sum; "" where the whole is not told."""
        words, lang = self.evidence.words, self.evidence.lang
        if found.whole is None or not found.whole.lo:
            return ""
        percent = (amount / found.whole.lo * 100).quantize(Decimal("0.1"))
        part = figures.show(inputs[0], lang) if len(inputs) == 1 else figures.computed(arithmetic.quantity((amount, amount), inputs[0].unit), lang)
        text = words.share_worked.format(part=label or part, value=f"{figures.plain(percent)}%")
        return figures.spaced(f"{text} (= {part} ÷ {figures.show(found.whole, lang)})") + words.stop

    def before(self, rows: Sequence[Row]) -> list[str]:
        """Return what the figure of each part was before; none where that is not told of every one."""
        words, lang = self.evidence.words, self.evidence.lang
        pairs = [(r.before, r.value or r.share) for r in rows]
        told = [words.moved.format(before=figures.show(b, lang), after=figures.show(now, lang)) for b, now in pairs if b and now]
        alone = len(rows) == 1
        return [figures.spaced(t if alone else f"{self.label(r)}{words.colon}{t}") + words.stop for r, t in zip(rows, told, strict=False)] if len(told) == len(rows) else []

    def said(self, question: Question, found: Found, lines: Sequence[str], rows: Sequence[Row]) -> Answer:
        """Return the answer of these lines, which tell of these rows."""
        evidence = self.evidence
        used = found.at(rows)
        if found.whole_in is not None and any("÷" in x for x in lines):
            used = [*used, found.whole_in]
        foreign = [s for s in used if evidence.foreign(s.text)]
        kind = "superlative" if question.extreme else "list" if len(rows) > 2 else "fact"
        return Answer(
            True, evidence.lang, kind, tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign), sources=evidence.sources(used),
        )  # fmt: skip

    @property
    def comma(self) -> str:
        """Return the comma of the asker's language."""
        return ", " if self.evidence.lang == "en" else "，"

    @staticmethod
    def changes(question: Question, row: Row) -> dict[str, Quantity]:
        """Return the changes that may be told: those a quarter only where a quarter is asked for, those a year only otherwise."""
        quarterly = bool(modifiers.QUARTERLY.search(question.folded))
        if question.aspect or quarterly:
            return {k: v for k, v in row.changes.items() if k.endswith("-qoq") == quarterly}
        return dict(row.changes)

    @staticmethod
    def asks_share(question: Question) -> bool:
        """Return whether the share of a part in its whole is asked for."""
        return (question.wants == "ratio" and not question.aspect) or any(m in MARKET_SHARE for m in question.measures) or bool(SHARE.search(question.folded) and WHOLE.search(question.folded))

    @staticmethod
    def asks_value(question: Question) -> bool:
        """Return whether the value of a part is asked for, and not only its share or change."""
        return bool(_VALUE.search(question.folded))


def ranked(rows: Sequence[Row]) -> list[Row]:
    """Return rows, the largest first, or as they are placed where a ranking says so."""
    if rows and all(r.place for r in rows):
        return sorted(rows, key=lambda r: r.place)
    return sorted(rows, key=size, reverse=True)


def size(row: Row) -> Decimal:
    """Return the value of a part, or its share where no value is told; the middle of a range."""
    shown = row.value or row.share
    ends = arithmetic.ends(shown) if shown else None
    return (ends[0] + ends[1]) / 2 if ends else Decimal(0)


def movement(changes: dict[str, Quantity]) -> Decimal | None:
    """Return how a figure moved in per cent, falls below zero; None where no single exact change is told."""
    out = []
    for aspect, change in changes.items():
        ends = arithmetic.ends(change)
        if ends is None or change.unit != "%":
            return None
        out.append((ends[0] + ends[1]) / 2 * (-1 if aspect.startswith("decline") else 1))
    return out[0] if out else None
