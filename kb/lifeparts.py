"""The parts of sentences, each with whom and when it is about.

Whose part it is, is told by the name before it, or carried on from the part or the sentence before. Years are
carried too: 隔年, "two years later".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb import lazy
from kb.model import Entity, Mention
from kb.periodreading import MONTHS
from kb.stepkinds import kinds
from kb.text import HAN_ONE, clauses, fold

_DONE_BY = lazy.compile(r"\b(?:founded|co-founded|established|set up|spun out|spun off|opened|started|created|led|run|headed|chaired|overseen|succeeded|replaced)\b[^,;]*\bby(?: (?:mr|ms|mrs|dr|sir|its|then|the|an?|former|chief|\w+ officer|\w+(?:ist|er|or|ian|ant|eer|man|woman|graduate)s?))*\s*$|由[^,]{0,16}$")
_ALONG = lazy.compile(r"^\s*(?:and|和|与|及|、|以及)\s*$")
_EN_START = lazy.compile(r"^\s*(?:born|raised|educated|trained|after|before|at|aged|in (?:the )?\d{4}|since|from|until|\w+ years later|a year later|the following year|later|then|earlier|previously|as an?|an? (?:graduate|native|veteran|former|trained))\b")
_PRONOUN = lazy.compile(r"^[^,]{0,14}?[他她](?!们)|^[这那]位(?![^,]{0,40}[这那]位)[^,]{0,40}?(?:创[始办立]人|创业者|[长裁席理官师员家]|掌门人?|老板|总监|\d+岁)(?=\d|[^,]{0,8}(?:生于|出生|毕业|曾|早年|年轻|原|出身|从|大学|在|是))|\b(?:he|she)\b")
_NOT_A_PERSON = lazy.compile(
    r"^\s*(?:公司|集团|该公司|董事会|双方|产品|其中|目前公司|新公司|员工|市场|营收|the (?:company|firm|group|board|round|process|business)|its|it|they|sales|revenue)(?![a-z])|^\s*(?:the|their|these|those|some|most|many|all) (?:[a-z-]+ ){0,2}[a-z]+s (?:were|are|had|have|will)\b"
)
_SOMEBODY = lazy.compile(
    r"^[^,]{0,10}(?:副总|主管|总监|经理|主任|科学家|工程师|分析师|顾问|[财技营执行品策]{1,2}长|秘书|[行务术运营]官|总裁|董事长|负责人)(?=[\u4e00-\u9fff]{2,3}(?:\d{4}年|则|也|已|将|来自|加入|曾|此前|出任|担任|接任|是|为|说|表示|辞|离|到))"
)
_AS_OBJECT = lazy.compile(
    r"(?:(?<!先)(?:被|获(?!奖|得|颁)|受(?!训|聘))|[与和跟及]|(?<!共)同(?!学|事|窗|乡|业|年|行|袍)|以及|连同|(?<!则)(?<!将)(?<!是)[对向给替比]|感谢|最懂|击败|取代|接替|师从|说服|找来|父亲|母亲|妻子|丈夫)[^,]{0,12}$|、$|"
    r"\b(?:by|with|to|from|of|than|succeed(?:s|ing|ed)?|replac(?:es|ing|ed)|under|including|like|told|for|and)(?: (?:mr|ms|mrs|dr|sir|\w+ \w+ officer|\w+))?\s*$"
)
# Two posts of one holder before their name: 财务总监及董事会秘书某某 puts nobody beside anybody.
_POSTS = lazy.compile(r"(?<=[监长理裁事席官师人书任管])[及和兼暨与、][^,。;、]{0,10}[监长理裁事席官师人书任管]$")
_BY_WHOM = lazy.compile(
    r"\b(?:by|with|from|to|under|alongside) (?:[\w’'-]+ ){0,6}?(?:founder|chief|executive|president|chair\w*|head|boss|owner|friend|classmate|colleague|deputy|husband|wife|brother|sister|son|daughter|man|woman|partner|[a-z]+(?:ter|cher|ger|ner|der|ler|cer|tor|sor|ist)), ?$"
)
_HANDED = lazy.compile(r"由[^,]{0,16}$|(?:的)?(?:是|为)[^,]{0,8}$")
_RELATIVE = lazy.compile(r"^\s*(?:and )?(?:who|an? former|formerly|previously|now|the|an?|currently|whose)\b")
_SPLIT_EN = lazy.compile(
    r"; |, (?!\d{3}\b)| (?=and then\b)| (?=before \w+ing\b)| (?=before she\b| before he\b)| and (?=(?:later |then )?(?:he |she )?(?:was|has|had|began|led|ran|rose|moved|joined|left|became|worked|spent|served|took|founded|co-founded|runs|leads|is)\b)"
)
# Two or three named before, by their family names or not at all: 张周二人都, "both joined".
_TOGETHER = lazy.compile(r"^[^,]{0,2}?(?P<names>[\u4e00-\u9fff]{0,3})(?P<n>[两二三])人(?:[都均皆也同曾一]|双双|先后|分别|此前|于|随后|后来|其后|年|19|20|创|成|离|加|毕|联手|携手|决定|在(?!\d))|^(?:and |who )?(?:both|the two)(?: men| women| of them| executives)? (?=(?:had |have |also )?(?:left|joined|came|worked|quit|resigned|studied|graduated|were)\b)")
_SETS = lazy.compile(r"\d{4}年|时,?$|\bwhen\b")  # a part about what somebody else did then
_THEY = lazy.compile(r"^[^,]{0,2}?(?:他们|她们)|^(?:and |then )?they\b")
_OF_TWO = lazy.compile(r"^\s*(?:而)?(?P<which>后者|前者)(?!的)|^\s*(?:and |while |with )?the (?P<en>latter|former)\b(?! [a-z]+ly)")
_NOBODY = "-"
_LONG = 30  # years; nobody's story skips more
# Dates, folded. A year alone must be one a person can have lived through.
_Y = r"(?:19[3-9]\d|20[0-4]\d)"
_SPAN = lazy.compile(
    rf"({_Y})年?(?:(\d{{1,2}})月)?\s*(?:至|到|-|–|—|~|至于)\s*({_Y})年?(?:(\d{{1,2}})月)?|\b(?:from|between) ({_Y}) (?:to|until|and|through) ({_Y})\b"
)
_YEAR_ZH = lazy.compile(rf"({_Y})年(?:(\d{{1,2}})月)?(?!代)")
_YEAR_EN = lazy.compile(rf"(?:\b({'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\.? (?:\d{{1,2}},? )?)?(?<![\d,.$€£¥-])\b({_Y})\b(?![\d,.]*\d|%| (?:units|tonnes|people|shops|staff))")
_RELATIVE_YEAR = lazy.compile(
    r"(隔年|次年|翌年|第二年|the (?:following|next) year|a year later|one year later)(?:(\d{1,2})月)?|(同年|当年|that(?: same)? year|the same year)(?:(\d{1,2})月)?|"
    r"([\d一二两三四五六七八九十]{1,2})年(?:之)?后|\b(two|three|four|five|six|seven|eight|nine|ten|\d) years later"
)
_WHEN = lazy.compile("19|20|年|year")  # what all of these hold
_NOW = lazy.compile(r"(今年|this year)|(去年|last year)")
_DIGIT = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_WORDS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}


_PERSONAL = frozenset(("born", "studied"))  # steps that only people take


class Told(Protocol):
    """A sentence of an article, extracted or stored."""

    @property
    def text(self) -> str:
        """As printed."""

    @property
    def paragraph(self) -> int:
        """Which paragraph of the article it stands in."""

    @property
    def heading(self) -> str:
        """The heading above it."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in it."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Whom and what it is about."""


@dataclass(slots=True)
class Part:
    """A part of a sentence: text[begin:end], who it is about, and what it says of when."""

    begin: int
    end: int
    text: str
    person: str | None
    words: str  # the same with the names of people made unreadable
    start: str | None = None
    until: str | None = None
    named: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What kind of step it tells; asked only of parts about somebody, for it takes many patterns."""
        return kinds(self.words)


def parts(published: str | None, sentences: Sequence[Told], entities: Callable[[str], Entity]) -> Iterator[list[Part]]:
    """Yield for each sentence of an article its parts, each with whom and when it is about."""
    reader = _Reader(entities, _year_of(published))
    paragraph: tuple[int, str] | None = None
    for sentence in sentences:
        if paragraph is not None and (sentence.paragraph, sentence.heading) != paragraph:
            reader.paragraph()
        paragraph = (sentence.paragraph, sentence.heading)
        yield list(reader.parts(sentence))


class _Reader:
    """Reads sentences one after another and keeps who and which year was spoken of last."""

    def __init__(self, entities: Callable[[str], Entity], published: int | None) -> None:
        self._entities = entities
        self._published = published
        self._last: str | None = None  # whom a pronoun means
        self._subject: str | None = None  # whom a part without a subject is about
        self._year: int | None = None
        self._pair: list[str] = []  # the two or three that a part of this sentence was about together
        self._theirs = False  # whether the part before was
        self._recent: list[tuple[str, str]] = []  # people named, with how each name begins

    def paragraph(self) -> None:
        """Begin a paragraph: a part without a subject is about nobody until one is named."""
        self._subject = None

    def parts(self, sentence: Told) -> Iterator[Part]:
        """Yield the parts of a sentence with whom and when they are about."""
        folded = fold(sentence.text)
        people = [m for m in sentence.mentions if self._kind(m.entity) == "person"]
        firms = [m for m in sentence.mentions if self._kind(m.entity) in ("company", "product")]
        self._pair, self._theirs = [], False
        if self._subject is None and not folded.isascii() and (told := self._of_a_life(sentence, folded, people)):
            self._subject = self._last = told
        ended: str | None = None  # the person the part before ended with, whom an apposition describes
        for begin, end in cut(folded):
            text = folded[begin:end]
            here = [m for m in people if begin <= m.start < end]
            first = here[0] if here else None
            before = _POSTS.sub("", folded[begin : first.start]) if first else ""
            if first and begin and not before.strip() and (named_so := _BY_WHOM.search(folded, 0, begin)):
                before = named_so.group()  # "hired by Foo's founder, Ann Lee, to mend it": she is hired by
            named = False
            resume = self._subject
            once: str | None = None
            done_by = bool(first and _DONE_BY.search(before))
            owner = bool(first and before.strip() and folded.startswith("的", first.end))  # 成了某某的门徒
            if not first and (meant := _of_two(text, [m for m in people if m.start < begin])):
                self._subject = self._last = meant
            elif first and not owner and (not _AS_OBJECT.search(before) or _HANDED.search(before) or done_by):
                self._subject = self._last = first.entity
                named = True
            elif _RELATIVE.match(text) and ended:
                once = ended
            elif text.lstrip().startswith("who ") and begin:  # somebody no name was found for
                once = _NOBODY
            elif not first and _SOMEBODY.match(text):
                self._subject = None  # a name that was not found: better nobody than the one before
            elif _PRONOUN.search(text) and self._last:
                self._subject = self._last
            elif _NOT_A_PERSON.match(text) or (
                any(m.start == begin + len(text) - len(text.lstrip()) for m in firms)
                and not (begin and re.match(r"[ -~]", text))  # in English a list goes on: "at Foo, Bar and Baz"
            ):
                self._subject = None
            elif not begin and text.isascii():  # an English sentence names its subject, or hangs on the last one
                self._subject = self._last if _EN_START.match(text) and self._followed(folded) else None
            whom = (once or self._subject) if once != _NOBODY else None
            part = Part(begin, end, text, whom, _masked(text, begin, here), named=named)
            self._date(part)
            yield from self._shared(part, folded, here if done_by else [])
            self._remember(folded, here)
            if once:
                self._subject = resume
            last = here[-1] if here else None
            ended = last.entity if last and not folded[last.end : end].strip(" ,;.()") else (ended if first is None and text.strip(" ,.").isdigit() else None)

    def _of_a_life(self, sentence: Told, folded: str, people: Sequence[Mention]) -> str | None:
        """Whom a sentence that begins a paragraph with a birth or with studies is about without naming them: 1978年生於台南."""
        begin, end = next(iter(cut(folded)), (0, 0))
        about = [t for t in sentence.topics if self._kind(t) == "person"]
        if len(about) != 1 or any(m.start < end for m in people):
            return None
        return about[0] if not _PERSONAL.isdisjoint(kinds(folded[begin:end])) else None

    def _shared(self, part: Part, folded: str, makers: Sequence[Mention]) -> Iterator[Part]:
        """Yield a part for each whom it is about: "founded by A and B", 两人都在2017年离开."""
        if pair := _TOGETHER.match(part.text.strip()):
            self._pair = self._together(pair)
        they = pair or (self._pair and _THEY.match(part.text.strip()))
        if they or (self._theirs and not part.named and not _PRONOUN.search(part.text) and not _SETS.search(part.text)):
            self._theirs = True
            yield from (replace(part, person=person) for person in self._pair)
            return
        self._theirs = False
        yield part
        for other in makers[1:]:
            if _ALONG.match(folded[makers[0].end : other.start]):
                yield replace(part, person=other.entity)

    def _remember(self, folded: str, people: Sequence[Mention]) -> None:
        for m in people:
            self._recent = [r for r in self._recent if r[0] != m.entity] + [(m.entity, folded[m.start])]

    def _together(self, pair: re.Match[str]) -> list[str]:
        """The people that "the two of them" means, by family name where that is said, none when that is unclear."""
        count = 3 if pair["n"] == "三" else 2
        said = (pair["names"] or "")[-count:]
        by_name = [next((e for e, first in reversed(self._recent) if first == c), None) for c in said]
        if len(said) == count and all(by_name):
            return [e for e in by_name if e]
        return [e for e, _ in self._recent[-count:]] if len(self._recent) >= count else []

    @staticmethod
    def _followed(folded: str) -> bool:
        """Whether a sentence goes on with "he" or "she": "Born in Lagos, she studied …"."""
        return bool(re.search(r"\b(?:he|she|his|her)\b", folded))

    def _kind(self, entity: str) -> str:
        return self._entities(entity).kind

    def _date(self, part: Part) -> None:
        text = part.text
        if not _WHEN.search(text):
            return
        if span := _SPAN.search(text):
            a, am, b, bm, c, d = span.groups()
            part.start, part.until = _iso(a or c, am), _iso(b or d, bm)
            self._year = int(b or d)
        elif year := _YEAR_ZH.search(text):
            part.start = _iso(year.group(1), year.group(2))
            self._year = int(year.group(1))
        elif found := _YEAR_EN.search(text):
            month = next((n for n, m in enumerate(MONTHS, 1) if found.group(1) and m.startswith(found.group(1)[:3])), None)
            part.start = _iso(found.group(2), str(month) if month else None)
            self._year = int(found.group(2))
        elif (near := _NOW.search(text)) and self._published and part.kinds:
            part.start = str(self._published - bool(near.group(2)))
        elif self._year and (after := _RELATIVE_YEAR.search(text)):
            next_one, next_month, same, same_month, count, word = after.groups()
            number = _DIGIT.get(count or "", 0) or _WORDS.get(word or "", 0)
            number = 1 if next_one else number or int(next((n for n in (count, word) if n and n.isdigit()), "0"))
            if number < _LONG and (same or number):
                self._year += number
                part.start = _iso(str(self._year), next_month or same_month)
        if part.start and "born" in part.kinds:
            self._year = None  # "six years later" counts from what came between, not from a birth


def _of_two(text: str, people: Sequence[Mention]) -> str | None:
    """Whom "the latter" or 前者 at the beginning of a part means among the people named before in the sentence."""
    said = _OF_TWO.match(text) if people else None
    if said is None:
        return None
    if (said["which"] or said["en"]) in ("后者", "latter"):
        return people[-1].entity
    return people[-2].entity if len(people) > 1 else None


def _masked(text: str, begin: int, people: Sequence[Mention]) -> str:
    """A part with the names of people made unreadable: 翁福生於1961年 says of no birth."""
    for m in people:
        text = text[: m.start - begin] + "某" * (m.end - m.start) + text[m.end - begin :]
    return text


def cut(folded: str) -> list[tuple[int, int]]:
    """Return the parts of a folded sentence: at its commas, and in English before each further verb too.

    >>> s = "she moved to tesco in 2007 and rose to become its director; in 2014 she left"
    >>> [s[a:b] for a, b in cut(s)]
    ['she moved to tesco in 2007 and ', 'rose to become its director;', ' in 2014 she left']
    """
    out: list[tuple[int, int]] = []
    for start, end in clauses(folded):
        begin = start
        colon = folded.find(":", start, end)
        if 0 <= colon < end - 2 and not folded[start:end].isascii():
            out.append((begin, colon + 1))
            begin = colon + 1
        if not HAN_ONE.search(folded, start, end):
            for match in _SPLIT_EN.finditer(folded, start, end):
                if begin < match.end() < end:
                    out.append((begin, match.end()))
                    begin = match.end()
        out.append((begin, end))
    return [(a, b) for a, b in out if folded[a:b].strip(" ,;。.")]


def _iso(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month and 0 < int(month) < 13 else year


def _year_of(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None
