"""How many there were before, or will be after, what a sentence says was opened and closed.

"412家門店…年內新開96家、關閉32家" says that there were 348 a year before; "shut 62 of its 415 counters" leaves 353. The
number, what was added and what went must be of one counter, and their order in time plain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.told import Figure, Told, read
from bot.question import Question
from bot.softwords import soft
from kb import lazy, periods
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.terms import tokens
from kb.text import fold
from kb.units import is_change, is_money, physical

_BEFORE = lazy.compile(
    r"推算|[倒反回]推|(?:关|裁|开|撤|砍|扩|缩)[店人员点张]?(?:闭|减|设)?(?:之前|以前|前)(?!十|五|三|\d)|原[来本先]有?|本来有|\b(?:before|prior to) (?:the |these |those |its |it |any )?(?:[a-z]+ (?!of\b)){0,2}?(?:clos\w+|cuts?|layoffs?|openings?|shut\w*|retire\w*|sales?|opened|closed)\b|年初|期初|\bat the (?:start|beginning) of\b|\bto begin with\b|\boriginally\b|\b(?:back|work) out\b"
)
_AFTER = lazy.compile(
    r"[关裁撤砍卖退](?:[店点人机]|闭|掉|完|役|减)*(?:完|后|之后|以后|掉)|[还会]剩|剩下|余下|(?:之后|以后|后|年底|明年|到时)[^,?]{0,10}(?:共|会|将|有)|推算|\b(?:left|remain\w*|after (?:the |these |those |it |its )?(?:clos\w+|cuts?|layoffs?|openings?|shut\w*|retire\w*|deliver\w+)|end up with|will (?:it |they )?have)\b"
)
_STOCK = lazy.compile(r"(?:现有|共有|合共|共|拥有|设有|经营|运营|有|达|至|门店数|网点)[^,;。\d]{0,10}$|\b(?:has|have|had|employ(?:s|ed)?|of (?:its|the|their)|operates?|runs?|with|workforce of|fleet of|network of|total of|count to|from)\s(?:a \w+ )?$")
_LEFT = lazy.compile(r"(?:剩|剩下|余|余下|保留|降至|减至|缩至)[^,;。\d]{0,4}$|\b(?:leaving|left with|leaves|reducing|bringing|down to|to)\b[^,;.]{0,24}$")
_WHOLE_OF = lazy.compile(r"\bof (?:its|the|their)\s$|(?:的|其)$")
_ADDED = lazy.compile(r"(?:新开|新增|开设|开出|增开|开业|引进|购入|接收|增加|添置|招聘|净增|净开)[^,;。\d]{0,6}$|\b(?:open(?:ed|ing|s)?|add(?:ed|ing|s)?|hir(?:e|ed|ing)|receiv\w+|take delivery of|took delivery of|launch\w*)\s(?:a (?:net|further) )?$")
_GONE = lazy.compile(r"(?:关闭|关停|关掉|关|裁减|裁撤|裁|退役|淘汰|出售|减少|净减|撤销|撤)了?[^,;。\d]{0,6}$|\b(?:clos(?:e|ed|ing)|shut(?:ting)?(?: down)?|cut(?:ting)?|retir(?:e|ed|ing)|axe[ds]?|scrap\w*|sold|selling|shed\w*)\s(?:a net )?$")
_GONE_BEHIND = lazy.compile(r"[^,;。\d]{0,4}[a-z0-9 -]{0,12}(?:全数|全部|将|都)?(?:退役|关闭|关停|裁撤|淘汰)")
_NET = lazy.compile(r"净[增减开]|\bnet\b")
_WHEN = r"(?P<when>\d{1,2}月[底末初]|年[初底]|(?:上|第[一二三四])季[末度]|去年[底末])"
_THEN = lazy.compile(_WHEN)
_THAN = lazy.compile(rf"[比较]{_WHEN}(?:时)?[^,;。\d]{{0,3}}净[增减]")
_COMING = lazy.compile(r"将|拟|计划|预计|打算|今年会|\b(?:will|plans?|to (?:close|shut|open)|expects?|by the end of)\b")
_WORDS = {w: str(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_BARE = lazy.compile(rf"(?<![\w.,$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{'|'.join(_WORDS)})(?=[,;.](?!\d)| of (?:its|the|their|them|those)\b|$)")
_STAFF = frozenset(("person", "people", "job", "staff", "employee", "人", "名", "位", "post", "role", "position", "worker"))
_REACH = 2  # sentences between the number and what was opened and closed


class Stock(NamedTuple):
    """A number of things, whether it is of after the change, and what was added and went."""

    number: Figure
    after: bool
    added: tuple[Figure, ...]
    gone: tuple[Figure, ...]


class Stocks:
    """Works out numbers before and after openings and closings, for one asker."""

    def __init__(self, told: Told) -> None:
        """Read the sentences that `told` finds."""
        self._told = told
        self._evidence = told.evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer with the number before or after; None where that is not asked for or not plainly told."""
        before, after = bool(_BEFORE.search(question.folded)), bool(_AFTER.search(question.folded))
        before = before or self._then(question)
        if not (before or after) or len(question.subjects) != 1 or question.wants not in ("amount", "") or question.kind in ("person", "definition", "timeline", "list"):
            return None
        found: dict[tuple[Decimal | None, ...], Stock] = {}
        sentences = self._told.sentences(question)
        for stock in stocks(sentences):
            if ((stock.after and before) or (not stock.after and after)) and self._of_what(question, stock):
                found.setdefault(tuple(f.quantity.lo for f in (stock.number, *stock.added, *stock.gone)), stock)
        return self._tell(next(iter(found.values()))) if len(found) == 1 else None

    def _then(self, question: Question) -> bool:
        """Whether a question asks for the time that a sentence measures its net change from: 比6月底淨減73家."""
        asked = _THEN.search(question.folded)
        return asked is not None and any((told := _THAN.search(fold(s.text))) and told["when"] == asked["when"] for s in self._told.sentences(question))

    def _tell(self, stock: Stock) -> Answer:
        sign = -1 if stock.after else 1
        terms = [(sign, f) for f in stock.added] + [(-sign, f) for f in stock.gone]
        total = (stock.number.quantity.lo or Decimal(0)) + sum((s * (f.quantity.lo or Decimal(0)) for s, f in terms), Decimal(0))
        unit = max((f.quantity.unit for f in (stock.number, *stock.added, *stock.gone)), key=len)
        words, lang = self._evidence.words, self._evidence.lang
        shown = "".join(f" {'+' if s > 0 else '−'} {self._told.value(f.quantity)}" for s, f in terms)
        value = figures.computed(arithmetic.quantity((total, total), "" if unit.isascii() else unit), lang)
        told = [f.sentence for f in (stock.number, *stock.added, *stock.gone)]
        return self._told.answer(f"{words.result.format(value=value)} (= {self._told.value(stock.number.quantity)}{shown})", told)

    def _of_what(self, question: Question, stock: Stock) -> bool:
        """Whether it is a number of what is asked for, by the words around it."""
        names = self._evidence.library.names
        said = " ".join(f"{f.own} {f.behind} {fold(f.quantity.raw)}" for f in (stock.number, *stock.added, *stock.gone))
        words = set(tokens(said, names)) | set(tokens(fold(stock.number.sentence.text), names))
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _BEFORE.search(n.surface) or _AFTER.search(n.surface) or _CHANGE.search(n.surface))]
        held = [n for n in needs if n.surface in said or any(o and all(t in words for t in o) for o in n.options)]
        counters = {f.quantity.unit for f in (stock.number, *stock.added)}
        return bool(held) or any((u and f"几{u}" in question.folded) or (u and f"多少{u}" in question.folded) for u in (fold(c) for c in counters))


_CHANGE = lazy.compile(r"clos\w*|cuts?|layoffs?|关|裁|退役|引进|计划")


def _with_bare(sentence: StoredSentence, told: list[Figure]) -> list[Figure]:
    """The figures of a sentence with the bare numbers that English leaves without their noun: "shut 62 of its 415 counters", "leaving it with 214"."""
    folded = fold(sentence.text)
    taken = [(f.quantity.start, f.quantity.end) for f in told] + [(m.start, m.end) for m in periods.find(sentence.text)]
    out = list(told)
    for match in _BARE.finditer(folded):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        number = Decimal(_WORDS.get(match.group(), match.group()).replace(",", ""))
        lead = folded[: match.start()]
        cut = max((m.end() for m in re.finditer(r"[,;:(]|\. ", lead)), default=0)
        quantity = Quantity(number, number, "", "", sentence.text[match.start() : match.end()], match.start(), match.end())
        out.append(Figure(quantity, lead[cut:], lead, folded[match.end() : match.end() + 30], sentence))
    return sorted(out, key=lambda f: f.quantity.start)


def stocks(sentences: Sequence[StoredSentence]) -> list[Stock]:
    """Return the numbers that sentences tell with what was added to them or went."""
    out = []
    read_once = [_with_bare(s, read(s)) for s in sentences]
    for n, told in enumerate(read_once):
        counts = [f for f in told if f.exact and not (is_change(f.quantity.unit) or physical(f.quantity.unit)) and not (is_money(f.quantity.unit) and f.quantity.unit)]
        added = [f for f in counts if _ADDED.search(f.own)]
        gone = [f for f in counts if _GONE.search(f.own) or _GONE_BEHIND.match(f.behind)]
        if not added and not gone:
            continue
        net = [f for f in (*added, *gone) if _NET.search(f.own)]
        added, gone = ([f for f in x if not net or f in net] for x in (added, gone))
        if len(added) > 1 or len(gone) > 1:
            continue
        unit = {fold(f.quantity.unit) for f in (*added, *gone)}
        unit |= _STAFF if unit & _STAFF else set()
        bare = unit == {""}  # "shut 62 of its 415 counters"
        near = [(m, f) for m in range(max(0, n - _REACH), n + 1) for f in (counts if m == n else read_once[m]) if sentences[m].article_id == sentences[n].article_id]
        numbers = [
            f for _, f in near
            if f not in added and f not in gone and f.exact and (_STOCK.search(f.own) or _LEFT.search(f.own))
            and (fold(f.quantity.unit) in unit or ((f.quantity.unit == "" or bare) and f.sentence.id == sentences[n].id))
            and (f.quantity.lo or 0) > max(x.quantity.lo or Decimal(0) for x in (*added, *gone))
        ]  # fmt: skip
        if not numbers or len({f.quantity.lo for f in numbers}) != 1:
            continue
        number = numbers[-1]
        left = bool(_LEFT.search(number.own)) and not _WHOLE_OF.search(number.own)
        coming = bool(_COMING.search((added or gone)[0].lead))
        out.append(Stock(number, left or not (coming or _WHOLE_OF.search(number.own)), tuple(added), tuple(gone)))
    return out
