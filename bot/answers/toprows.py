"""Which row is the largest, the fastest growing, the only falling one.

Only where the rows are all parts there are, and where the most of nothing else is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from bot import figures
from bot.answers.partwords import DROPPED, FASTEST, LEAST, MOST, ONLY_FALL, besides_top
from bot.answers.rowkinds import Found
from bot.answers.rowteller import RowTeller, movement, ranked, size
from bot.question import Question
from kb import lazy
from kb.partrows import Row
from kb.text import fold, stem, words

_FASTEST_TOLD = lazy.compile(r"增[速幅长][^;。]{0,14}(?:之最|之冠|最高|第一|居首)|增长最|成长最|增[速幅]最|涨幅最|[增升涨]得最|最快|\bfastest\b|\bgrew (?:the )?most\b|\b(?:strongest|biggest|largest) (?:growth|gain|increase|rise)\b")
_FELL_TOLD = lazy.compile(r"唯一|[降跌减]幅[^,;。]{0,6}(?:最|之)|[跌降减]得?最|\b(?:only|steepest|biggest|sharpest)\b")
_QUALITY = lazy.compile(r"\b(?:most|least) (?P<quality>[a-z]{4,}(?:al|ful|ous|ive|able|ible|ic|ate|ent|ant|less|ish|ary|ed|ing))\b")


class TopRows:
    """Finds the first among rows."""

    def __init__(self, teller: RowTeller) -> None:
        """Tell what is found with `teller`."""
        self._teller = teller
        self._evidence = teller.evidence

    def extreme(self, question: Question, found: Found, count: int = 0) -> tuple[list[str], list[Row]] | None:
        """Return the part with most or least, or the one that grew or fell most, of the first `count` where that is asked."""
        folded = question.folded
        rows = ranked(found.told.rows)[:count] if count else found.told.rows
        if len(rows) < count:
            return None
        rest = besides_top(folded)
        least = (question.extreme == "min" or bool(count and LEAST.search(rest) and not MOST.search(rest))) and not FASTEST.search(folded)
        fallen = [r for r in rows if r.before and size(r) < ((r.before.lo or Decimal(0)) + (r.before.hi or Decimal(0))) / 2]
        if ONLY_FALL.search(folded) and not DROPPED.search(folded) and all(r.before and not r.changes for r in rows) and fallen:
            return [f"{self._teller.label(r)}{self._evidence.words.colon}{self._teller.before([r])[0]}" for r in fallen], fallen
        if ONLY_FALL.search(folded) and not DROPPED.search(folded):
            fell = [r for r in rows if (m := movement(self._teller.changes(question, r))) is not None and m < 0]
            return ([self._teller.line(found, r, changes=self._teller.changes(question, r), value=False) for r in fell], fell) if len(fell) == 1 else None
        if FASTEST.search(folded) or DROPPED.search(folded) or (question.aspect and not question.aspect.startswith("narrow")):
            down = bool(DROPPED.search(folded)) or (question.aspect == "decline" and not FASTEST.search(folded))
            known = [(r, m) for r in rows if (m := movement(self._teller.changes(question, r))) is not None]
            told = len(known)
            if down or least:  # what fell did not grow least
                known = [(r, m) for r, m in known if (m < 0) == down]
            first = fold(found.sentences[found.told.sentence].text)
            alone = _FASTEST_TOLD.search(first) or (found.told.ranking and self._said_of(found, known, down))  # which grew fastest at 41%: it is told of no other
            need = 1 if down or (alone and not least) else 2
            of_few = found.told.ranking and told < min(3, len(rows) - 1) and not self._said_of(found, known, down)
            if len(known) < need or of_few:
                return None  # of the others nothing is told
            ordered = sorted(known, key=lambda x: x[1], reverse=not (down or least))
            if len(ordered) > 1 and ordered[0][1] == ordered[1][1]:
                return None
            top = ordered[0][0]
            kind = "fell" if down else "slowed" if least else "grew"
            return self._top(found, kind, top, ordered[1][0] if len(ordered) > 1 else None, len(ordered), lambda r: self._teller.changed(self._teller.changes(question, r))), [x[0] for x in ordered[:2]]
        if self._asks_rate(question) or self._asks_quality(question, found):
            return None
        valued = [r for r in rows if r.value or (r.share and not found.told.unit)]
        if len(valued) < len(rows) or not self._is_whole(found):
            return None
        if any(v.lo is None or v.hi is None for r in rows if (v := r.value or r.share)):
            return None
        ordered_rows = ranked(rows)[::-1] if least else ranked(rows)
        if not (least or MOST.search(folded) or question.extreme == "max"):
            return None
        top, second = ordered_rows[:2]
        if size(top) == size(second):
            return None
        return self._top(found, "min" if least else "max", top, second, len(rows), self._teller.value), [top, second]

    @staticmethod
    def _said_of(found: Found, known: list[tuple[Row, Decimal]], down: bool) -> bool:
        """Whether the article says of the first among known changes that it is first: 增長最快的是…, 88%的增速為前六之冠."""
        if not known:
            return False
        top = (min if down else max)(known, key=lambda x: x[1])[0]
        pattern = _FELL_TOLD if down else _FASTEST_TOLD
        near = (m for s in found.at([top]) for m in [fold(s.text)] if fold(top.label) in m)
        return any(pattern.search(part) for text in near for part in re.split(r"[;。]", text) if fold(top.label) in part)

    @staticmethod
    def _is_whole(found: Found) -> bool:
        """Whether the rows are all parts there are: they add up, words lead up to them, or they are three at least."""
        if found.told.ranking:
            return found.told.complete  # the second is no first, where that one is not read
        return found.whole is not None or (found.told.complete and (found.told.rows[0].opens or len(found.told.rows) > 2))

    @staticmethod
    def _asks_quality(question: Question, found: Found) -> bool:
        """Whether the most of something is asked for that is not said where the parts are told: the most punctual."""
        asked = {m["quality"] for m in _QUALITY.finditer(question.folded)}
        told = {stem(w) for _, _, w in words(fold(" ".join(s.text for s in (found.sentences[found.told.sentence], found.article[0]))))}
        return any(stem(w) not in told for w in asked) and not any(w in n.surface for w in asked for n in question.needs if n.light)

    @staticmethod
    def _asks_rate(question: Question) -> bool:
        """Whether an extreme of something else than size is asked for: 毛利率最高, 利潤最高."""
        return bool(re.search(r"利润|毛利|赚|亏|利率|\bprofit\w*|\bmargin\w*", question.folded)) and not question.measures

    def _top(self, found: Found, kind: str, top: Row, second: Row | None, n: int, value: Callable[[Row], str]) -> list[str]:
        words = self._evidence.words
        measure = self._teller.measure(found, top)
        first = words.extreme[kind].format(winner=self._teller.label(top), value=value(top), period="", measure=measure)
        first = first.strip()[:1].upper() + first.strip()[1:]  # "Passenger numbers grew least at …"
        share = words.part_share.format(value=figures.show(top.share, self._evidence.lang)) if top.share and top.value else ""
        lines = [" ".join((first + (self._teller.comma + share if share and kind in ("max", "min") else "")).split()).replace(" :", ":") + words.stop]
        if kind not in ("max", "min") and top.value:
            lines.append(self._teller.line(found, top, changes={}))
        if second is not None:
            lines.append(words.part_after.format(second=self._teller.label(second), value=value(second), n=n) + words.stop)
        return lines
