"""Sentence -> dated events: who was founded, listed, launched, announced, born, and when.

An event is a fact whose value is a date (unit "date", the words of the date as `raw`). The verbs are
data (`kb/lexicon/events.toml`); here is only how a verb, a date and a name in one clause belong together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kb.facts import Clause, Context
from kb.model import Fact, Quantity
from kb.names import Names, Span
from kb.periods import PeriodMention
from kb.text import fold

_TOML = Path(__file__).parent / "lexicon" / "events.toml"
_KINDS = {
    "birth-date": ("person",),
    "launch-date": ("product",),
    "mass-production-date": ("product", "company"),
}
_DEFAULT_KINDS = ("company", "institution")
_NOT_NOUN = "(?!公司|厂商|企业|版|股|后市)"  # 上市公司 is a noun, nobody lists there
_AFTER_VERB = re.compile(r"(?:[在于:至]|\b(?:on|in|since|for|from|by)(?: the)?(?: (?:evening|morning|night|afternoon) of)?)\s*$")
_FUTURE = re.compile(r"预计|计划|拟|将|有望|expect|plan|will|schedul")
_MOST_BETWEEN = 60  # a date farther than this from its verb dates something else


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of dated event and its verbs, folded."""

    id: str
    side: str  # where the subject stands: before | after | either
    verbs: re.Pattern[str]


@lru_cache(maxsize=1)
def events() -> tuple[Event, ...]:
    """Read the event verbs."""
    rows = tomllib.loads(_TOML.read_text(encoding="utf-8"))["event"]
    return tuple(Event(r["id"], r["side"], _pattern((*r["hant"], *r["en"]))) for r in rows)


def _pattern(verbs: Sequence[str]) -> re.Pattern[str]:
    folded = sorted({fold(v) for v in verbs}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(v)}\b" if v.isascii() else re.escape(v) + _NOT_NOUN for v in folded))


def read(sentence: int, text: Clause, context: Context, names: Names) -> list[Fact]:
    """Return the dated events of a prepared sentence."""
    dates = [p for p in text.periods if p.period.kind in ("day", "month", "year", "quarter", "half", "as-of")]
    if not dates:
        return []
    out = []
    for event in events():
        match = event.verbs.search(text.folded)
        if not match:
            continue
        date = _nearest([d for d in dates if _dates_verb(text.folded, d, match)], match.start())
        subject = _subject(text, match, event, context, names)
        if date and subject:
            raw = text.folded[date.start:date.end]
            quantity = Quantity(None, None, "date", "", date.period.raw or raw, date.start, date.end)
            basis = "forecast" if _FUTURE.search(text.folded[:match.start()]) else "actual"
            out.append(Fact(subject, event.id, "value", date.period, quantity, basis, sentence, 0, len(text.folded)))
    return out


# Folded. A code in parentheses right after a name: 沐曦股份-U(688802.SH), 摩爾線程…(證券代碼:688795, …).
_CODE = re.compile(
    r"^(?:股份有限公司|有限公司)?(?:-[a-z]{1,2})?\s*\(\s*(?:[^():]{2,24}?[,、;]\s*)?(?:[^():,]{0,8}(?:代码|程式码|程序码|代号|code|ticker)[::]?\s*|(?:stock |securities )?(?:code|ticker):?\s*)?"
    r"((?:nasdaq|nyse|hkex|sse|szse|twse)[::]\s?[a-z0-9]{1,6}|\d{4,6}(?:\.(?:sh|sz|hk|bj|tw|two))?)(?=[),;\s])"
)


def tickers(sentence: int, text: Clause, names: Names) -> list[Fact]:
    """Return the stock codes a sentence gives in parentheses after names, as facts of unit "code"."""
    out = []
    for span in text.spans:
        match = _CODE.match(text.folded[span.end:span.end + 60]) if span.kind == "entity" else None
        if match and names.entities[span.ids[0]].kind == "company" and not re.fullmatch(r"(?:19|20)\d\d", match.group(1)):
            raw = match.group(1).upper()
            start = span.end + match.start(1)
            quantity = Quantity(None, None, "code", "", raw, start, start + len(raw))
            out.append(Fact(span.ids[0], "ticker", "value", None, quantity, "actual", sentence, 0, len(text.folded)))
    return out


def _dates_verb(folded: str, date: PeriodMention, verb: re.Match[str]) -> bool:
    """Whether a date can tell when: one before the verb, or one after it that 於, 在 or "on" brings in."""
    if date.start < verb.start():
        return True
    return bool(_AFTER_VERB.search(folded[verb.end():date.start]))


def _nearest(dates: Sequence[PeriodMention], position: int) -> PeriodMention | None:
    """The date a verb belongs to: the finest of those before it in reach, else the one just after."""
    near = [d for d in dates if abs(d.start - position) <= _MOST_BETWEEN]
    fine = {"day": 0, "as-of": 1, "month": 1, "quarter": 2, "half": 3, "year": 4}
    return min(near, key=lambda d: (d.start > position, fine[d.period.kind], abs(d.start - position)), default=None)


def _subject(text: Clause, verb: re.Match[str], event: Event, context: Context, names: Names) -> str | None:
    kinds = _KINDS.get(event.id, _DEFAULT_KINDS)
    spans = [s for s in text.spans if s.kind == "entity" and len(s.ids) == 1 and not s.weak]
    spans = [s for s in spans if names.entities[s.ids[0]].kind in kinds]
    before = [s for s in spans if s.end <= verb.start()]
    after = [s for s in spans if s.start >= verb.end() and s.start - verb.end() <= 12]
    if event.side == "after" and after:
        return after[0].ids[0]
    chosen: Span | None = before[-1] if before else after[0] if after else None
    if chosen:
        return chosen.ids[0]
    return next((i for i in context.subjects if names.entities[i].kind in kinds), None)
