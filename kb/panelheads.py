"""Heads: with whom each stretch of a sentence begins, and so whom what is told in it is of.

A stretch begins with its head (第二名瑞擎電子營收…, 唯一衰退的是甲,…, "Production at Karagai, in Kazakhstan, was …") and goes
on until the next one, whether or not that is a name known from elsewhere. A head stands where a sentence or a part of
one begins, behind its place or what it is known for. Patterns are matched against folded text. Leaves out the figures
of a stretch (`kb.panels`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kb import lazy
from kb.measuring import Measuring
from kb.names import Names
from kb.partlabels import NOT_A_PART, Labels
from kb.text import HAN_ONE, fold

_MOST = 14  # Chinese characters of a head
# What stands before a head: its place, what it is known for.
_LEAD = lazy.compile(
    r"(?:(?:[^,;。:\d]{0,12}(?:中|当中|里|方面|上|看|同业)[,:])?(?:(?:排名?|位居|名列)?第[一二三四五六七八九十](?:名|位)?的?|(?:居|排)[首次末](?:位)?的?|龙头|老大|对手|后起之秀|(?:另|其)?[一另]家|同业|而|则|反观|其中|至于|另外|此外|当中|相比之下|价格上,|[^,;。:\d]{2,16}?(?<!目)的)*)"
)
_IS_ONE = lazy.compile(r"[^,;。:]{0,24}的(?:则|仍|还|也)?(?:是|为|属)(?:[^,;。:的]{1,14}的)?(?P<head>[^,;。:的]{2,24}?)[,:]")
_OWN = lazy.compile(r"\s?(?:\([^()]*\))?(?:的(?!(?:[^,;。\d]{0,8}\d))|'s (?:chief|chair|boss|ceo|founder|shares)|旗下|发言|总裁|总经理|创[办始]|董事|首席|副|财务长|执行长|分析|方面表示|表示|回应|认为|指出|主管|研究部)")
_JOINT = lazy.compile(r"\s?(?:\([^()]*\))?(?:[、和与及]|以及|,? and |, )\s?$")
_LATIN = lazy.compile(r"(?P<head>[A-Z][A-Za-z0-9&.-]*(?: [A-Z][A-Za-z0-9&.-]*)+|[A-Z][a-z]{3,})(?=\s?[\u3400-\u9fff,，:：（(])")
_STANDS = lazy.compile(r"(?P<head>[\u3400-\u9fff]{2,8}?)(?:仍|依然|继续|则?以|则?凭|位?居|稳[居坐]|排名|排在|名列|蝉联|走|主打|主攻)")
STOP = lazy.compile(r"[,;。:]")
_DATE = 16  # characters
_AS_OF = lazy.compile(r"截至|截止|到|底|末|止|as of|at the end of")
_JOINS = lazy.compile(r"(?:while |but |and | )*")
_PIECE = lazy.compile(r"[;。:]\s?|,\s?|\s(?=while |but |and )")
_CAPITAL = lazy.compile(r"(?:The |Rival |At |In |Meanwhile, )?(?:(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+)*)['’]s )?(?P<head>[A-Z][\w&.-]*(?: (?:[A-Z][\w&.-]*|\d+))*)")
_PLACED = lazy.compile(r"(?:[A-Z]?[a-z]+ ){1,4}(?:at|from|for) (?P<head>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?![\w$€£¥])")
# What ends the name of a part that only begins with a capital: Contract logistics | was, Air freight | revenue.
_SAYS = lazy.compile(r"(?:was|were|is|are|has|had|have|did|made|took|sold|grew|rose|fell|lost|led|won|saw|brought|came|went|kept|held|built|ran|shrank|slid|stood|drew|spent|gave|got|[a-z]+ed|contributes?|accounts?|remains?|generates?|makes?|earns?|grows?|rises|falls|leads|brings|and|on|with|at|in|for|by|to|from|of|there|here|now|also|then|still|(?!supply|family|assembly)[a-z]+ly)\b|[,:;(]|[$€£¥\d]")
_WORDS_MORE = 3  # of a name behind its first
_WORD = lazy.compile(r" (?P<word>[a-z][a-z-]*)")
_NO_HEAD = frozenset(
    "it its the this that these those they he she we i but and in at by for on of to as with from after before while when analysts analyst shares revenue sales profit production output capital operating net "
    "gross total chief chairman managing president all each both most some one two three four five six first second third fourth january february march april may june july august september october november december "
    "elsewhere overall meanwhile however only".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """Whom a stretch is of: as printed, and whom that names."""

    label: str
    ids: frozenset[str]
    alone: bool = field(default=False, compare=False)  # one word with a capital where a sentence begins, which may be any
    doubtful: bool = field(default=False, compare=False)  # an everyday word: one of them only where a figure would be told twice of another

    def same(self, other: Head) -> bool:
        """Whether two heads are of one: by name, or by the words that tell them apart."""
        if self.ids and other.ids:
            return bool(self.ids & other.ids)
        one, two = fold(self.label), fold(other.label)
        return one == two or (min(len(one), len(two)) > 2 and (one in two or two in one))


NOBODY = Head("", frozenset())


@dataclass(slots=True)
class Stretch:
    """A part of a sentence that is of one head."""

    head: Head
    begin: int
    end: int
    after: int  # where its head ends
    opens: bool  # with a head
    prior: bool = False  # words of measuring stand before it: "Production at Karagai"


class Heads(Labels):
    """One sentence being read for its heads and the stretches that they open."""

    def __init__(self, text: str, n: int, names: Names, measuring: Measuring, ordinary: Callable[[str], bool]) -> None:
        super().__init__(text, n, names, measuring)
        self._ordinary = ordinary
        self.all_spans = self.spans or (names.find(self.folded))
        self.firms = self._firms()
        self.chinese = bool(HAN_ONE.search(self.folded))

    def _firms(self) -> list[tuple[int, int, frozenset[str]]]:
        """The companies and products named, one that stands right before another with it: 風穹S5."""
        out: list[tuple[int, int, frozenset[str]]] = []
        for s in self.all_spans:
            if s.kind != "entity" or self.names.entities[s.ids[0]].kind not in ("company", "product"):
                continue
            if out and out[-1][1] == s.start and self.names.entities[s.ids[0]].kind == "product":
                out[-1] = (out[-1][0], s.end, frozenset(s.ids))
            else:
                out.append((s.start, s.end, frozenset(s.ids)))
        return out

    def strong(self) -> list[Head]:
        """The heads at the beginning of the sentence and of its parts."""
        starts = [0, *(m.end() for m in re.finditer(r"[;。]\s?", self.folded))]
        return [h[0] for at in starts if at < len(self.folded) and (h := self._head_of(at)) is not None]

    def opened(self, known: Sequence[Head]) -> bool:
        """Whether the sentence begins with a head."""
        head = self._head_of(0)
        return head is not None and any(head[0].same(k) for k in known)

    def of_a_stranger(self) -> bool:
        """Whether an English sentence begins with a word that may be a name and is none that is known."""
        word = re.match(r"([A-Z][a-z-]+)\b(?! [A-Z])", self.text)
        known = any(m.start == 0 for m in self.measures) or any(s.start == 0 for s in self.all_spans)
        return not self.chinese and word is not None and word[1].lower() not in _NO_HEAD and not known

    def _head_of(self, at: int) -> tuple[Head, int] | None:
        """The head that the part of the sentence from `at` begins with, and where it ends."""
        return self._zh(at) if self.chinese else self._en(at)

    def _zh(self, at: int) -> tuple[Head, int] | None:
        one = _IS_ONE.match(self.folded, at)
        if one:
            return self._labelled(*one.span("head"), named=True)
        comma = self.folded.find(",", at)
        if 0 < comma - at < _DATE and not _AS_OF.sub("", self.plain[at:comma]).strip():
            at = comma + 1  # 2025年,電源管理晶片收入…
        for start, end, ids in self.firms:
            if start < at:
                continue
            if start - at > 30:
                break
            lead = _LEAD.match(self.folded, at)
            if (start == at or (lead and self._only_leads(at, start))) and not _OWN.match(self.folded, end) and not self._joint(end):
                return Head(self.text[start:end], ids), end
            break
        lead = _LEAD.match(self.folded, at)
        begin = lead.end() if lead else at
        stop = STOP.search(self.folded, begin)
        until = stop.start() if stop else len(self.folded)
        first = next((q for q in self.quantities if begin <= q.start < until), None)
        latin = _LATIN.match(self.text, begin)
        if latin:
            return self._labelled(*latin.span("head"), named=True)
        if first is None:
            stands = _STANDS.match(self.folded, begin)
            return self._labelled(*stands.span("head")) if stands and not self._ordinary(stands["head"]) else None
        until = min([first.start, *(m.start for m in self.measures if begin < m.start < until)])
        label = self._head(begin, until)
        if not label or len(label) > _MOST or re.search(r"[、和与及的]|\d", fold(label)) or self._joint(begin + len(label)):
            return None
        place = self.text.find(label, begin)
        return self._labelled(place, place + len(label)) if 0 <= place <= begin + 1 else None

    def _only_leads(self, at: int, start: int) -> bool:
        return _LEAD.fullmatch(self.folded, at, start) is not None

    def _labelled(self, start: int, end: int, named: bool = False) -> tuple[Head, int] | None:
        """The head that is called so, without what only says what it is; `named`: where it stands tells that it is a name."""
        within = [f for f in self.firms if start <= f[0] and f[1] <= end]
        if within:
            start, end, ids = within[-1]
            return Head(self.text[start:end], ids), end
        label = re.sub(r"\([^()]*\)", "", self.text[start:end]).strip(" 「」“”《》")
        people = any(s.kind == "entity" and self.names.entities[s.ids[0]].kind == "person" and s.start < end and start < s.end for s in self.all_spans)
        measured = any(m.start < end and start < m.end for m in self.measures)
        if not 1 < len(label) <= 3 * _MOST or people or (measured and not named) or (NOT_A_PART.search(fold(label)) and not named):
            return None
        return Head(label, frozenset(), not named and self._ordinary(fold(label))), end

    def _joint(self, end: int) -> bool:
        """Whether another one is named right behind, so that what follows is told of both."""
        return any(_JOINT.fullmatch(self.folded[end:start]) for start, _, _ in self.firms if start > end)

    def _en(self, at: int) -> tuple[Head, int] | None:
        for pattern in (_CAPITAL, _PLACED):
            found = pattern.match(self.text, at)
            if not found:
                continue
            start, end = found.span("head")
            if fold(found["head"]).split()[0] in _NO_HEAD or self._joint(end) or _OWN.match(self.folded, end):
                continue
            if pattern is _PLACED and fold(found["head"].split()[0]) in _NO_HEAD:
                continue
            if pattern is _CAPITAL and " " not in found["head"] and self._ordinary(fold(found["head"])) and not any(f[0] == start for f in self.firms):
                end = self._whole(end)
            head = self._labelled(start, end) if end else None
            if head is not None:
                alone = pattern is _CAPITAL and not found["owner"] and " " not in head[0].label and not head[0].ids
                return replace(head[0], alone=alone), head[1]
        return None

    def _whole(self, end: int) -> int:
        """Where a name ends that opens with an everyday word, before what is told of it or the measure; 0 where that is not made out."""
        for _ in range(_WORDS_MORE):
            rest = self.folded[end:].lstrip(" ")
            if not rest or _SAYS.match(rest) or any(m.start == len(self.folded) - len(rest) for m in self.measures):
                return end
            word = _WORD.match(self.text, end)
            if not word:
                return 0
            end = word.end()
        return 0

    # ------------------------------------------------------------ stretches
    def _stretches(self, known: Sequence[Head], before: Head) -> list[Stretch]:
        """The stretches of the sentence, the first of whom the sentence before was of where it has no head."""
        out = [Stretch(before, 0, len(self.folded), 0, False)]
        starts = [0, *(m.end() for m in _PIECE.finditer(self.folded))]
        for at in [_JOINS.match(self.folded, start).end() for start in starts]:  # type: ignore[union-attr]
            strong = at == 0 or self.folded[at - 1] in ";。" or self.folded[:at].rstrip()[-1:] in ";。"
            head = self._head_of(at) if at < len(self.folded) else None
            if head is None:
                if at and self.folded[:at].rstrip()[-1:] == ";" and not self._counted_in(at, alone=True):  # of somebody who was not made out
                    out[-1].end = at
                    out.append(Stretch(NOBODY, at, len(self.folded), at, False))
                continue
            same = next((k for k in known if head[0].same(k)), head[0] if strong or self.folded.startswith("while ", max(0, at - 6)) else None)
            if same is None or (not strong and not self._counted_in(head[1])):
                continue
            out[-1].end = at
            out.append(Stretch(same, at, len(self.folded), head[1], True, any(at <= m.start and m.end <= head[1] for m in self.measures)))
        return [s for s in out if s.begin < s.end]

    def _counted_in(self, end: int, alone: bool = False) -> bool:
        """Whether a figure stands in the clause that goes on there, or in the next where no head opens that; `alone`: in that one clause."""
        stop = STOP.search(self.folded, end)
        here = any(end <= q.start < (stop.start() if stop else len(self.folded)) for q in self.quantities)
        if here or alone or stop is None or stop.group() != ",":
            return here
        after = STOP.search(self.folded, stop.end())
        return self._head_of(stop.end()) is None and any(stop.end() <= q.start < (after.start() if after else len(self.folded)) for q in self.quantities)
