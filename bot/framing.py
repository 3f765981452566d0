"""What people put around a question: who they are, what they need it for, courtesy. Leaves the question, and what it needs.

"I'm filling in a fact sheet and need the month Kestrane was set up. Which month was it, please?" is read as "the month
Kestrane was set up, which month was it?": of a clause about the asker is kept what may say what is asked about. Nothing
of it is kept where the question names its subject itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot import carried
from bot import framewords as fw
from bot import questionwords as qw
from bot.asked import AGREE, THE_COMPANY
from bot.contentwords import blank
from bot.kinds import answer_type
from kb import lazy, periods
from kb.names import Span
from kb.text import HAN_ONE, fold, words

# Where a message may be parted: behind what ends a clause, and before an "and" that goes on about the asker, or asks.
_BREAK = lazy.compile(
    r"(?:[?!;。…\n]+|\.+(?=\s|$)|(?<!\d),|,(?!\d{3}(?!\d))|:(?!\d)|\s[-–—]+\s|—+)\s*|"
    r"\s(?=(?:and|but|so|because|since) (?:i|we|my|our|i'm|i've|i'd|we're|could|can you|would|want|wanted|need|am|are|please|now|tell)\b)"
)
# A question that only points at what was said: the thing is in the clause before it.
_WHAT_IS_IT = lazy.compile(
    r"(?:so |and |but )*what(?:'s| is| are| was| were| does| do| did)(?: actually| really| exactly)* (?:it|that|this|they|these|those|the term|the phrase|the word)(?: actually| really| exactly| even)*(?P<mean> mean| stand for| refer to)?(?: do)?(?: exactly| then| actually)?"
)
# A question for the reason of what was said before it, and for nothing else.
_REASON_ONLY_ZH = lazy.compile(r"(?:(?:他们|她们|公司|官方|管理层|对方|其|这|那|,)*(?:自己)?(?:给出?|提出?|说明?|讲)?的?|背后的?|具体的?|主要的?|这样做的?|那|这)*(?:原因|理由)(?:到底|究竟|又|会)*(?:是什么|是啥|为何|在哪)?")
_WHAT_IS_IT_ZH = lazy.compile(r"(?:一下|下|说|讲|解释|请|到底|究竟|,)*(?:那|这|它|这个词|那个词|该词|这东西|这个)(?:到底|究竟|具体|其实)?(?P<what>(?:是|指|指的是)(?:什么|啥)(?:意思|东西|概念|公司)?)(?:吗|呢|呀)?")
_QUOTED = lazy.compile(r"[“\"「『‘]([^“”\"「」『』’]{2,40})[”\"」』’]")
_QUOTED_AT_LENGTH = lazy.compile(r"[“「『][^“”「」『』]{2,120}[”」』]|\"[^\"]{2,120}\"")
_INDIRECT = (
    (lazy.compile(r"^(?:both |just |only )?the (?:exact )?(?:date|day|month|year|time) and (?:also )?the (?:exact )?(?:city|place|venue|location|country) (?:(?:on|in|at) )?(?:which|where|when) (?P<who>.{4,})$"), "when and where was it that {who}"),
    (lazy.compile(r"^(?:both |just |only )?the (?:exact )?(?P<be>date|day|month|year|city|country|place) (?:(?:on|in|at|during) which|when|where) (?P<who>.{4,})$"), "in which {be} was it that {who}"),
    (lazy.compile(r"^(?:both |just |only )?the (?:main |real |official )?reasons? (?:why|that|for which) (?P<who>.{4,})$"), "why {who}"),
    (lazy.compile(r"^(?:both |just |only )?the (?:exact |total )?number of (?P<who>.{4,})$"), "how many {who}"),
    (lazy.compile(r"^(?:both |just |only )?the (?:person|man|woman|people|executive) who (?P<who>.{4,})$"), "who {who}"),
    (lazy.compile(r"^(?:please )?(?:explain |tell me |say )?who (?P<who>(?!is\b|are\b|was\b|were\b)[^,?]{2,40}?) (?P<be>is|are|was|were)(?P<at>(?: (?:within|at|in|for|to) [^,?]+)?)$"), "who {be} {who}{at}"),
    (lazy.compile(r"^(?:please )?(?:explain |tell me |say )?what (?P<who>(?!is\b|are\b|was\b|were\b|does\b|do\b|did\b|has\b|have\b|will\b)[^,?]{2,40}?) (?P<be>is|are|means?|stands? for|refers? to)$"), "what is {who}"),
)
_THE_TIME = lazy.compile(r"^(?:and |namely |which is )?the (?=(?:exact )?(?:year|month|date|day|city|country|name|number|reason|percentage|share|amount|price)\b)")
_TIMES = lazy.compile(r"(?:exact )?(?:year|month|date|day|city|country)\b")
# Several things that are told of, and asked for behind that: "… three traits that define it. What are they?".
_NAME_THEM = lazy.compile(r"(?:so |and )*(?:what|which)(?: exactly)? (?:are|were) (?:they|these|those)(?: exactly| then)?|(?:so |and )?(?:which|what) (?:ones|are those)|(?:please )?(?:name|list) (?:them|these|those)(?: please)?")
_SEVERAL = lazy.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|various|certain|a few|a number of|some) (?:(?:sorts?|kinds?|types?) of )?(?=[a-z])")
_YESNO_END = lazy.compile(r"(?:[吗嘛]|(?<![什怎多这那])么)?[呢呀啊]?$")
_OF_IT = lazy.compile(r"(?:'s?|的|[\u3400-\u9fff]| )")
_BEGUN = lazy.compile(r"\b(?:joined|started|began|moved|born|graduated)\b|入行|入职|入坑|加入|开始|刚接")
_STRANDED = lazy.compile(r"^(?:(?:and|but|so|of|on|about|for|to|that|with|in|at|or|as|is|from|saying|by|over|because|since|up|out)\b[, ]*)+|(?:[, ]*\b(?:and|but|so|of|on|about|for|to|with|in|at|or|is|a|an|the|as|by))+$", re.I)
_NO_NOUN = lazy.compile(r"\b(?:a|an|the|my|our) (?=(?:and|from|of|on|about|for|to|that|with|in|at|or|is|a|an|the)\b|[A-Z])")
_LEAST = 2  # Chinese characters that are a word
_TYPED_NAME = lazy.compile(r"(?<=[a-z0-9,] )(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z][\w&'’-]+")
_FEW = 4  # words about a term
_LONG = 40  # characters; no term is longer
_ENDS = lazy.compile(r"^[\s,:;-]+|[\s,:;-]+$")
_OF_TERM = lazy.compile(r"(?:what(?:'s| is| are| does| do) (?!the\b|its\b|his\b|her\b|their\b|our\b|it\b|that\b|this\b)|define )")
_MUCH = 2  # words that make a question of a name


class Clause(NamedTuple):
    """A clause of a message, and what it is for: about the asker, courtesy, the question, or what it tells."""

    start: int
    end: int  # of its words
    close: int  # of what ends it
    kind: str  # "aside", "nothing", "asks", "says"
    asked: int  # where the words begin that count


def plainly(text: str, spans: Sequence[Span], subject: Callable[[Span], bool], person: Callable[[Span], bool]) -> str:
    """Return a message without what it says around its question.

    `spans` are the names and terms in it; `subject` tells whether one is a name a question may be about, `person` of somebody.

    >>> plainly("My niece wants one, so could you tell me which colours Glide comes in?", [Span(53, 58, "entity", ("glide",))], lambda s: True, lambda s: False)
    'which colours Glide comes in?'
    >>> plainly("Which colours does Glide come in?", [], lambda s: True, lambda s: False)
    'Which colours does Glide come in?'
    """
    folded = fold(text)
    spans = [s for s in spans if not (folded[s.start : s.end] in qw.STOP_EN and not text[s.start : s.end].isupper())]  # who, that is no WHO
    requested = _without_request(text, folded, spans, person)
    if requested != text:
        return requested if len(requested) > _LEAST else text  # its places are others: what is around it is left
    clauses = clauses_of(folded, spans)
    if meant := _term_pointed_at(text, folded, clauses, spans):
        return meant
    if all(c.kind == "says" for c in clauses):
        return _named_behind(text, folded, clauses)
    if not any(c.kind in ("asks", "says") for c in clauses):
        return text
    return _Message(text, folded, clauses, spans, subject, person).joined() or text


def _term_pointed_at(text: str, folded: str, clauses: Sequence[Clause], spans: Sequence[Span]) -> str:
    """A question for what a term means that an earlier clause calls one: 總碰到「單位收益」這個詞,它指的是什麼."""
    asking = [c for c in clauses if asks(folded, c)]
    if len(text) != len(folded) or not asking or not clauses[0].start < asking[-1].start or any(fw.INTERROGATIVE_EN.search(folded[c.asked : c.end]) for c in asking[:-1]):
        return ""
    named = any(s.kind == "entity" and _in(s, asking[-1:]) for s in spans)
    return "" if named else carried.term(as_question(text, asking[-1]), text[: asking[-1].start], called_one=True)


def clauses_of(folded: str, spans: Sequence[Span]) -> list[Clause]:
    """Return the clauses of a folded message, each with what it is for."""
    return [_clause(folded, a, b, c, spans) for a, b, c in _parted(folded)]


def _parted(folded: str) -> list[tuple[int, int, int]]:
    out, last = [], 0
    quoted = [m.span() for m in _QUOTED_AT_LENGTH.finditer(folded)]
    for match in _BREAK.finditer(folded):
        if any(a < match.start() < b for a, b in quoted):
            continue  # what somebody said is no clause of the asker's
        if match.start() > last or match.end() > match.start():
            out.append((last, match.start(), match.end()))
            last = match.end()
    return [*out, (last, len(folded), len(folded))] if last < len(folded) else out


def _clause(folded: str, start: int, end: int, close: int, spans: Sequence[Span]) -> Clause:
    start += len(folded[start:end]) - len(folded[start:end].lstrip())
    said = folded[start:end].rstrip()
    end = start + len(said)
    named = any(s.kind == "entity" and s.start < end and start < s.end for s in spans)
    outright = fw.ASKS_OUTRIGHT.search(said)
    if not said or (not (named or outright) and (fw.ASIDE_EN.fullmatch(said) or fw.ASIDE_ZH.fullmatch(said))):
        return Clause(start, end, close, "nothing", end)
    brought = fw.ASKS_EN.match(said) or fw.ASKS_ZH.match(said)
    if brought and brought.end() and not any(s.kind == "entity" and s.start < start + brought.end() < s.end for s in spans):
        left = said[brought.end() :].strip()
        if not left or fw.ASIDE_ZH.fullmatch(left):
            return Clause(start, end, close, "nothing", end)
        return Clause(start, end, close, "asks", start + brought.end())
    about = fw.ASKER_EN.match(said) or fw.ASKER_ZH.match(said)
    doubts = qw.EITHER.search(said) or AGREE.search(said)  # 我看到兩種講法 asks for both
    if about and not doubts and not any(s.kind == "entity" and s.start <= start < s.end for s in spans):
        return Clause(start, end, close, "aside", end)
    return Clause(start, end, close, "says", start)


def asks(folded: str, clause: Clause) -> bool:
    """Return whether a clause asks something."""
    said = folded[clause.asked : clause.end]
    if clause.kind == "asks":
        return True
    return clause.kind == "says" and ("?" in folded[clause.end : clause.close] or bool(fw.INTERROGATIVE_EN.search(said) or fw.INTERROGATIVE_ZH.search(said)))


def as_question(text: str, clause: Clause) -> str:
    """Return what a clause asks as a question by itself: without what brings it in, and without the "can you say" around it."""
    said = text[clause.asked : clause.end].strip()
    if HAN_ONE.search(said):
        bare = _YESNO_END.sub("", fold(said)) if clause.kind == "asks" else ""
        if bare and not bare.endswith(("是", "有")):
            said = said[: len(bare)]  # 可以告訴我理由嗎 is no question for yes or no
            said = said[:-2] + "原因" if bare.endswith("理由") else said
        return said
    return _indirect(said) if clause.asked > clause.start else said


@dataclass(frozen=True)
class _Message:
    """A message in clauses, and what its question holds by itself."""

    text: str
    folded: str
    clauses: Sequence[Clause]
    spans: Sequence[Span]
    subject: Callable[[Span], bool]
    person: Callable[[Span], bool]

    @cached_property
    def own(self) -> list[Clause]:
        """The clauses that are not about the asker."""
        return [c for c in self.clauses if c.kind in ("asks", "says")]

    @cached_property
    def asking(self) -> list[Clause]:
        return [c for c in self.own if asks(self.folded, c)] or self.own[-1:]

    @cached_property
    def asked(self) -> str:
        return " ".join(self.folded[c.asked : c.end] for c in self.asking)

    @cached_property
    def names(self) -> list[Span]:
        """The names outside what is about the asker."""
        return [s for s in self.spans if s.kind == "entity" and _in(s, self.own)]

    @cached_property
    def measured(self) -> bool:
        return any(s.kind == "measure" and _in(s, self.own) for s in self.spans)

    @cached_property
    def much(self) -> int:
        """How many words of what is asked say something, beside the names in it."""
        return content(self.asked, [self.folded[s.start : s.end] for s in self.names if _in(s, self.asking)]) + self.measured

    @cached_property
    def pointed(self) -> bool:
        """Whether what is asked points at something that was said before."""
        return bool(fw.POINTS_AT_THING.search(self.asked))

    @cached_property
    def enough(self) -> bool:
        """Whether the question can be understood by itself: it names whom it is about, or asks what a word means."""
        inside = [s for s in self.names if _in(s, self.asking)]
        if not self.pointed and self.much >= _MUCH and not any(s.kind == "entity" and self.subject(s) for s in self.spans) and any(_TYPED_NAME.search(self.text, c.asked + 1, c.end) for c in self.asking):
            return True  # a name that no lexicon knows as it is typed
        if not self.pointed and any(map(self.subject, inside)) and self.much and not _points_before(self.asked, inside, self.folded):
            return True
        if not (self.pointed or fw.POINTS_EN.search(self.asked)) and any(map(self.subject, self.names)) and self.much >= _MUCH:
            return True
        term = _term_asked(self.asked, self.measured)
        return bool(term and not (fw.POINTS_EN.search(term) or fw.POINTS_ZH.search(term)))

    @cached_property
    def whole(self) -> bool:
        """Whether what is said beside the asker names whom it is about, what is asked of them and when: a figure needs no more."""
        own = " ".join(self.folded[c.asked : c.end] for c in self.own)
        return self.measured and not self.pointed and any(map(self.subject, self.names)) and bool(periods.find(own))

    def joined(self) -> str:
        """The message put together again: what it asks, and of what is said around it what that needs."""
        out: list[str] = []
        kept: list[str] = []
        for clause in self.clauses:
            if clause.kind == "aside" and (piece := self._kept(clause)):
                kept.append(piece)
                out.append(piece + (", " if piece.isascii() else ","))
            if clause not in self.own:
                continue
            said = self._put(clause)
            if whole := self._pointed_out(said, kept):
                out = [*(out[:-1] if whole.startswith("what are the ") else []), whole]
            elif clause is self.own[-1] and kept and out[-1].rstrip(", ") == kept[-1] and HAN_ONE.search(kept[-1]) and _REASON_ONLY_ZH.fullmatch(fold(said)):
                out[-1] = f"為什麼{kept[-1]}?"  # 他們取消了訂單,背後的原因是什麼
            else:
                end = self.text[clause.end : clause.close]
                out.append(said + (end if clause.close < len(self.text) or "?" in end else end.rstrip(", ")))
        joined = _ENDS.sub("", "".join(out))
        return joined.rstrip(".") + "?" if self.clauses[-1].kind == "nothing" and joined and joined[-1] not in "?？。!！" else joined

    def _kept(self, clause: Clause) -> str:
        """What the question needs of a clause about the asker."""
        here = [s for s in self.spans if _in(s, [clause])]
        meant = [s for s in here if s.kind == "entity" and (self.subject(s) or self.person(s))]
        narrow = fw.NARROWS.search(self.folded, clause.start, clause.end)
        if self.whole and not (meant or narrow):
            return ""
        if self.enough and not narrow:
            somebody = qw.HE_OR_SHE.search(self.asked) and not any(map(self.person, self.names))
            said = [s for s in meant if self.person(s)] if somebody else []
            return self._parts(clause, said or ([] if self.measured or answer_type(self.asked) else [s for s in here if s.kind == "measure"]))
        if meant and self.much >= _MUCH and not (narrow or self.pointed) and not any(_of_it(self.folded, s, clause, meant) for s in meant):
            measures = [s for s in here if s.kind == "measure" and not self.measured and not fw.FRAME_EN.fullmatch(self.folded, s.start, s.end)]
            return self._parts(clause, [*meant, *measures])
        shopping = any(s.kind == "entity" and self.subject(s) for s in self.spans) and fw.SHOPPING_ZH.fullmatch(self.folded, clause.start, clause.end)
        later = not meant and any(c.start > clause.start and c.kind == "aside" and (self.pointed or self._names_it(c)) for c in self.clauses)
        return "" if shopping or later else self._left(clause)  # what is pointed at was said last

    def _names_it(self, clause: Clause) -> bool:
        """Whether it is a clause that names whom the question points at: 我在收集案例,看到衡霽也有做,它先去哪些國家."""
        if not fw.POINTS_ZH.search(self.asked):
            return False
        named = [s for s in self.spans if s.kind == "entity" and (self.subject(s) or self.person(s))]
        return any(_in(s, [clause]) for s in named) if named else bool(self._left(clause))

    def _parts(self, clause: Clause, spans: Sequence[Span]) -> str:
        """The names and measures of a clause, and the years it speaks of where the question names none."""
        said = [self.text[s.start : s.end] for s in sorted(spans, key=lambda s: s.start)]
        return " ".join([*said, *([] if periods.find(self.asked) else _times(self.text, self.folded, clause))])

    def _left(self, clause: Clause) -> str:
        """What a clause about the asker says beside that."""
        fixed = [s for s in self.spans if s.kind == "entity" and _in(s, [clause])]
        chars = list(self.text[clause.start : clause.end])
        said = self.folded[clause.start : clause.end]
        first = min((s.start - clause.start for s in fixed), default=len(said))
        taken = [m.span() for m in fw.FRAME_ZH.finditer(said)] if HAN_ONE.search(said) and not fw.ASKER_EN.match(said) else [m.span() for m in fw.FRAME_EN.finditer(said, 0, first)]
        taken += [m.span() for m in fw.FRAME_BEHIND_EN.finditer(said, first)]
        if lead := fw.LEAD_ZH.match(said):
            taken.append(lead.span())
        for start, end in taken:
            if not any(s.start - clause.start < end and start < s.end - clause.start for s in fixed):
                chars[start:end] = " " * (end - start)
        piece = " ".join("".join(chars).split())
        piece = _STRANDED.sub("", _NO_NOUN.sub("", piece)).strip(" ,;:'’")
        content = [w for _, _, w in words(fold(piece)) if w not in qw.STOP_EN and w not in self.asked]
        han = qw.STOP_ZH.sub(" ", fold(piece)).split()
        return piece if content or any(len(HAN_ONE.findall(run)) >= _LEAST and run not in self.asked for run in han) else ""

    def _put(self, clause: Clause) -> str:
        """A clause that asks, as a question by itself."""
        said = as_question(self.text, clause)
        if not HAN_ONE.search(said) and clause is self.own[-1] and not fw.INTERROGATIVE_EN.search(fold(said)) and (the := _THE_TIME.match(said)):
            said = ("which " if _TIMES.match(fold(said[the.end() :])) else "what is the ") + said[the.end() :]
        return said

    def _pointed_out(self, asked: str, kept: Sequence[str]) -> str:
        """The question "what is it?" with what is meant by it, "" for any other."""
        bare = fold(asked).rstrip(" ?.!")
        english = _WHAT_IS_IT.fullmatch(bare)
        chinese = _WHAT_IS_IT_ZH.fullmatch(bare)
        if not english and not chinese:
            return ""
        quoted = _QUOTED.search(self.text)
        told = [self.text[c.asked : c.end].strip() for c in self.own[:-1]]
        if english and told and not quoted:
            return f"what is {told[-1]}?"
        if english and not quoted and (several := _SEVERAL.search(fold("".join(kept[-1:])))):
            return f"what are the {kept[-1][several.start() :]}?"
        if not quoted and len("".join(kept[-1:]).split()) > _FEW:
            return ""
        named = [s for s in self.spans if s.kind == "entity"]
        term = quoted[1] if quoted else self.text[named[-1].start : named[-1].end] if named else "".join(kept[-1:])
        if not term or (not quoted and not named and len(term) > _LONG):
            return ""
        if chinese:
            return term + asked[chinese.start("what") : len(bare)] + "?"
        return f"what does {term} mean?" if english and english["mean"] else f"what is {term}?"


def _in(span: Span, clauses: Sequence[Clause]) -> bool:
    return any((c.start if c.kind == "aside" else c.asked) <= span.start and span.end <= c.end for c in clauses)


def _term_asked(asked: str, measured: bool) -> str:
    """A question for what a term means, as it is asked directly; "" for others."""
    if (plain := _indirect(asked)) != asked:
        return plain if _OF_TERM.match(plain) else ""
    if measured or answer_type(asked) or THE_COMPANY.search(asked) or not qw.DEFINITION.match(asked):
        return ""
    return asked if HAN_ONE.search(asked) or _OF_TERM.match(asked) else ""


def content(asked: str, names: Sequence[str]) -> int:
    """How many words of a question say something, beside the names in it."""
    for name in names:
        asked = asked.replace(name, "\n")
    asked = qw.COMPARE.sub(" ", asked)
    han = [run for run in qw.STOP_ZH.sub(" ", asked).split() if len(HAN_ONE.findall(run)) >= _LEAST]
    return len({w for _, _, w in words(asked) if w not in qw.STOP_EN and w.isascii()}) + sum(len(run) // _LEAST for run in han)


def _points_before(asked: str, names: Sequence[Span], folded: str) -> bool:
    """Whether a question points at something before it names anything."""
    first = min((asked.find(folded[s.start : s.end]) for s in names), default=0)
    return bool(fw.POINTS_EN.search(asked[: max(first, 0)]) or fw.POINTS_ZH.search(asked[: max(first, 0)]))


def _of_it(folded: str, span: Span, clause: Clause, names: Sequence[Span]) -> bool:
    """Whether a clause about the asker speaks of a part of somebody, or of what they did: "Corvane's memory chips"."""
    behind = blank(folded, [(s.start, s.end) for s in names])[span.end : clause.end]
    found = _OF_IT.match(behind)
    if not found:
        return False
    rest = behind[found.end() :] if found.group() in ("'", "'s", "的") else behind
    rest = (fw.FRAME_ZH if HAN_ONE.search(rest) else fw.FRAME_BEHIND_EN).sub(" ", rest)
    for period in reversed(periods.find(rest)):
        rest = rest[: period.start] + " " + rest[period.end :]
    return content(rest.replace("since", " "), ()) > 0


def _named_behind(text: str, folded: str, clauses: Sequence[Clause]) -> str:
    """A message that tells of several things and asks for them behind that, as one question: "what are the three traits …"."""
    if len(clauses) < 2 or not _NAME_THEM.fullmatch(folded[clauses[-1].start : clauses[-1].end].strip(" ?.")):
        return text
    told = text[: clauses[-1].start].strip(" .,:;-")
    several = list(_SEVERAL.finditer(fold(told)))
    if not several:
        return text
    said = told[several[-1].start() :]
    return f"What are the {said}, {told[: several[-1].start()].strip()}?"


def _times(text: str, folded: str, clause: Clause) -> list[str]:
    """The years, halves and quarters that a clause about the asker names: what they work on, not when they do."""
    said = folded[clause.start : clause.end]
    if _BEGUN.search(said):
        return []
    found = [p for p in periods.find(said) if p.period.kind not in ("day", "month", "week")]
    return [text[clause.start + p.start : clause.start + p.end] for p in found]


def _indirect(asked: str) -> str:
    """A question that another one holds, as one by itself: "who X is", "what an X is".

    >>> _indirect("who Zhou Yuan is within Kestrane"), _indirect("explain what an ETF is"), _indirect("what Kestrane paid")
    ('who is Zhou Yuan within Kestrane', 'what is an ETF', 'what Kestrane paid')
    """
    bare = asked.rstrip(" ?.")
    for pattern, plain in _INDIRECT:
        if match := pattern.match(bare):
            return plain.format(**match.groupdict())
    return asked


def _without_request(text: str, folded: str, spans: Sequence[Span], person: Callable[[Span], bool]) -> str:
    """A Chinese message without the request around what it asks for: 把…依年份列給我嗎.

    Where somebody worked, put in order of time, is their life.
    """
    somebody = [s for s in spans if s.kind == "entity" and person(s)]
    if len(somebody) == 1 and (told := fw.IN_ORDER_ZH.search(folded, somebody[0].end)) and fw.WORKED_ZH.search(folded, somebody[0].end, told.start()):
        return f"{text[somebody[0].start : somebody[0].end]}的經歷"
    for pattern, plain in fw.REQUEST_ZH:
        while match := pattern.search(folded):
            if any(s.kind == "entity" and s.start < match.end() and match.start() < s.end for s in spans):
                break
            text = text[: match.start()] + plain + text[match.end() :]
            folded = fold(text)
    return text
