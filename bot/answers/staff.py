"""The people of a company as rows: whom each works for, and what each sentence tells of them.

A stretch is what one sentence says of one person, cut by `kb.careers`. Whom somebody works for is weighed
from all of them: a company named with their post, one they founded or joined, the one the text is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.evidence import Evidence
from kb import lazy, lifeparts
from kb.amounts.numerals import number
from kb.latest import Latest
from kb.rows import StoredSentence
from kb.terms import span_terms
from kb.text import fold

_ARTICLES = 12  # looked through, those that name the company most
_KEPT = 128  # articles whose people are kept
_OPENING = 3  # sentences in which an article names the company it is about
_NEAR = 3  # sentences between people who are told of one after another
_TITLE = 30  # characters from a company's name to its post's holder
_OF = 60  # characters from a name to the company in "is a co-founder of X"
_SILENT = 2  # the most that being told of in a text about a company counts
_ITS = lazy.compile(r"(?:^|\b(?:said|says|added|to) )(?:its|their) (?:[\w-]+,? ){1,4}$|(?:^|[,。;])(?:其|该(?:公司|机构|行|社|基金))(?:的)?[^,。;他她]{2,10}$")
_STOP = lazy.compile(r"[。;!?]|, (?!(?:its|the|their|a|an)\b)|,(?=[\u4e00-\u9fff])")
_PAST = lazy.compile(r"(?:前|原|曾[任是为]?|former|ex-|previous(?:ly)?|then)\s*$")
_ONCE_AT = lazy.compile(r"(?:前(?!身|往)|原|曾任|曾是|曾为|来自|出身)$|\b(?:former|formerly|previously|ex-)(?: [a-z]+){0,3} ?$")  # 前某某銀行協理: where somebody was
_IS = lazy.compile(r"^[^,。;]{0,8}?(?:现任|现为|是|为|任)[^,。;]{0,4}$|^(?: ?\([^)]*\))?,? (?:is|as|the|an?|who is|now)\b")
_NOW_IS = lazy.compile(r"(?:\([^)]*\)|则|也|现|还|同时|身兼|,)*(?:现任|现为|担任|兼任|是|为|任)|(?: ?\([^)]*\))?,? (?:is|serves as|,? ?(?:the|an?|its) )")
# 某某負責算法,現任技術長: what somebody looks after stands between.
_DUTY = lazy.compile(r"(?:则|也)?(?:负责|主管|分管|掌管|主抓|带领|管)[^,。;]{1,10},(?=(?:目前|现在)?(?:现任|现为|任|担任|出任|是))|, who (?:looks after|oversees|handles|is in charge of) [^,.;]{3,40},(?= (?:is|serves))")
_WAS = lazy.compile(r"曾|原[任是为]|前任|\b(?:was|former|formerly|ex-|previously)\b")
_FORMER = lazy.compile(r"(?:前|原|曾任|曾是|former|ex-|previous(?:ly)?|then)\s*$")
_JOINS = lazy.compile(r"\s*(?:、|兼|暨|及|和|与|,|and|&|/)?\s*")
_CHAINED = 6  # characters between two posts of one holder
_JOINED = lazy.compile(r"(?:加入|加盟|入职|创办|创立|创建|回到|回归|\b(?:joined|joining|co-founded|founded|set up|started|returned to))(?: the \w+)?\s*[“「\"]?$")
_MADE = lazy.compile(r"创办|创立|创建|成立|\bfound(?:ed|ing)?\b|\bset up\b")
_LEFT = lazy.compile(r"离开|离职|辞去|\b(?:left|leaving|quit)\s*$")
_BECOMES = lazy.compile(r" (?:would|will|is to|has been|was) (?:replace|succeed|become|take over|be(?:come)? |named|appointed|promoted)|将?(?:接任|接替|出任|升任)")
_GOES = lazy.compile(r"离职|辞职|离开|跳槽|出走|出来")
_LASTS = lazy.compile(
    r"(?<![\d.])(\d{1,2}|[一二两三四五六七八九十]{1,3})多?(?:个)?年(?!代|级|底|初|前|后|来|第|内|间|获|的目标|\d)|"
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)[- ](?:full |straight )?years?\b(?! (?:later|ago|old|after))"
)


@dataclass(slots=True)
class Stretch:
    """What one sentence says of one person: its parts, [begin, end) each, in order."""

    sentence: StoredSentence
    folded: str
    parts: list[lifeparts.Part] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """Where it begins."""
        return self.parts[0].begin

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1].end

    def holds(self, word: str) -> bool:
        """Whether a folded word stands in it; of English a whole one, for there is no living in "delivering"."""
        if word.isascii():
            return any(re.search(rf"(?<![a-z]){re.escape(word)}", p.text) for p in self.parts)
        return any(word in p.text for p in self.parts)


class Staff:
    """Reads who works for whom out of the articles about a company."""

    def __init__(self, evidence: Evidence) -> None:
        """Read what `evidence` lets see."""
        self.evidence = evidence
        # What an article tells of people, and whom they work for: several kinds of answer ask it, of one article again and again.
        self._told: Latest[int, dict[str, list[Stretch]]] = evidence.library.latest("told of people", _KEPT)
        self._at_homes: Latest[int, dict[str, Counter[str]]] = evidence.library.latest("homes", _KEPT)

    def of(self, firm: Iterable[str]) -> dict[str, list[Stretch]]:
        """Return the people who work for a company, in the order they are told of, each with their stretches."""
        wanted = set(firm)
        out: dict[str, list[Stretch]] = {}
        for article in self._articles(wanted):
            told = self.told(article)
            for person, homes in self.homes(article).items():
                most = max(homes.values(), default=0)
                if most and max((homes[f] for f in wanted), default=0) == most:
                    out.setdefault(person, []).extend(told[person])
        return out

    def naming(self, place: Sequence[str]) -> dict[str, list[Stretch]]:
        """Return everybody told of in an article that names a place, whoever they work for."""
        out: dict[str, list[Stretch]] = {}
        for article in self._articles(set(place)):
            for person, stretches in self.told(article).items():
                out.setdefault(person, []).extend(stretches)
        return out

    def home(self, person: str) -> tuple[str, Stretch] | None:
        """Return the company somebody works for, and a stretch that tells of them; None where nothing says."""
        archive, visible = self.evidence.library.archive, self.evidence.visible
        ids = archive.sentences_naming(person)[:400]
        for article in dict.fromkeys(s.article_id for s in archive.sentences(ids) if s.article_id in visible):
            told = self.told(article)
            homes = self.homes(article).get(person)
            if homes:
                return homes.most_common(1)[0][0], told[person][0]
        return None

    def employer(self, person: str, article: int) -> str | None:
        """Return the company that an article tells somebody to work for, where it opens with it; None where it says nothing, or of several as much."""
        homes = self.homes(article).get(person)
        ranked = homes.most_common(2) if homes else []
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        opening = self.evidence.library.archive.sentences_of_article(article)[:_OPENING]
        firm = ranked[0][0]
        named = any(m.entity == firm for s in opening for m in s.mentions)
        return firm if named and self.evidence.library.names.entities[firm].kind == "company" else None

    def everywhere(self, person: str) -> list[Stretch]:
        """Return what all articles tell of a person."""
        archive, visible = self.evidence.library.archive, self.evidence.visible
        ids = archive.sentences_naming(person)[:400]
        articles = dict.fromkeys(s.article_id for s in archive.sentences(ids) if s.article_id in visible)
        return [s for a in articles for s in self.told(a).get(person, [])]

    def told(self, article: int) -> dict[str, list[Stretch]]:
        """Return what an article tells of each person, sentence by sentence; not to be changed."""
        return self._told.get(article, self._read)

    def _read(self, article: int) -> dict[str, list[Stretch]]:
        library = self.evidence.library
        sentences = library.archive.sentences_of_article(article)
        out: dict[str, list[Stretch]] = {}
        published = library.articles[article].published
        parts = lifeparts.parts(published, sentences, library.names.entities.__getitem__)
        for sentence, here_told in zip(sentences, parts, strict=True):
            folded = fold(sentence.text)
            here: dict[str, Stretch] = {}
            for part in here_told:
                if part.person:
                    here.setdefault(part.person, Stretch(sentence, folded)).parts.append(part)
            for person, stretch in here.items():
                out.setdefault(person, []).append(stretch)
        return out

    def _articles(self, firm: set[str]) -> list[int]:
        archive, visible = self.evidence.library.archive, self.evidence.visible
        ids = [i for f in firm for i in archive.sentences_about(f)[:800]]
        counts = Counter(s.article_id for s in archive.sentences(ids) if s.article_id in visible)
        return sorted(a for a, _ in counts.most_common(_ARTICLES))

    # ------------------------------------------------------------ whom somebody works for
    def homes(self, article: int) -> dict[str, Counter[str]]:
        """Return how much speaks for each company, for everybody an article tells of; not to be changed."""
        return self._at_homes.get(article, self._homes_in)

    def _homes_in(self, article: int) -> dict[str, Counter[str]]:
        """The same, read; who is given a post and no company belongs to those before them."""
        told = self.told(article)
        out: dict[str, Counter[str]] = {}
        before: tuple[int, Counter[str]] | None = None
        been: set[str] = set()  # where those before them were once
        for person, stretches in sorted(told.items(), key=lambda x: self._first(*x)):
            homes = self._homes(person, stretches)
            if max(homes.values(), default=0) < _SILENT and homes.keys() <= been:
                homes = Counter()  # what those before them left goes without saying no longer
            been |= self._worked_at(stretches) - homes.keys()
            at = self._first(person, stretches)
            if not homes and before and at - before[0] <= _NEAR and self._posted(person, stretches):
                homes = before[1]
            out[person] = homes
            if homes:
                before = (at, homes)
        return out

    def _worked_at(self, stretches: Sequence[Stretch]) -> set[str]:
        """The companies that stretches name where they tell of a job."""
        jobs = [(s, p) for s in stretches for p in s.parts if "worked" in p.kinds]
        return {m.entity for s, p in jobs for m in s.sentence.mentions if p.begin <= m.start < p.end and self._firm(m.entity)}

    @staticmethod
    def _first(person: str, stretches: Sequence[Stretch]) -> int:
        """The sentence that names somebody first."""
        named = [s for s in stretches if any(m.entity == person for m in s.sentence.mentions)]
        return (named or stretches)[0].sentence.n

    def _posted(self, person: str, stretches: Sequence[Stretch]) -> bool:
        """Whether somebody is named with a post right before, or with what they worked as."""
        for stretch in stretches:
            for m in (m for m in stretch.sentence.mentions if m.entity == person):
                if any(0 <= m.start - b <= 1 for _, b in self._roles(stretch.folded)):
                    return True
                if any(p.begin <= m.start < p.end and "worked" in p.kinds for p in stretch.parts):
                    return True
        return False

    def _homes(self, person: str, stretches: Sequence[Stretch]) -> Counter[str]:
        """How much speaks for each company as the one somebody works for."""
        out: Counter[str] = Counter()
        silent: Counter[str] = Counter()
        left: set[str] = set()
        was: set[str] = set()
        for stretch in stretches:
            sentence, folded = stretch.sentence, stretch.folded
            firms = [m for m in sentence.mentions if self._firm(m.entity)]
            own = [m for m in sentence.mentions if m.entity == person]
            titled: set[str] = set()
            for mention in own:
                for firm in self.titles(sentence, folded, mention.start, mention.end):
                    out[firm] += 3
                    titled.add(firm)
            for m in firms:
                part = next((p for p in stretch.parts if p.begin <= m.start < p.end), None)
                if part is None:
                    continue
                before = folded[: m.start]
                if _JOINED.search(before[-24:]):
                    out[m.entity] += 3 if _MADE.search(before[-24:]) else 2
                elif _LEFT.search(before[-8:]) or _GOES.match(folded[m.end : m.end + 6]):
                    left.add(m.entity)
                elif "worked" in part.kinds and m.entity not in titled:
                    was.add(m.entity)
            if own and not titled:
                named = {m.entity for m in firms}
                if whose := self._spoken_of_before(sentence, folded[: own[0].start]):
                    out[whose] += 3
                    continue
                silent.update(t for t in sentence.topics if t not in named and self._firm(t))
        out.update({f: min(n, _SILENT) for f, n in silent.items() if f not in was})
        for firm in left:
            del out[firm]
        return +out

    def _spoken_of_before(self, sentence: StoredSentence, before: str) -> str | None:
        """The only company that the sentence before names, where this one calls somebody "its partner"."""
        if not _ITS.search(before) or any(self._firm(m.entity) and m.start < len(before) for m in sentence.mentions):
            return None
        last = self.evidence.library.search.neighbour(sentence, -1)
        firms = {m.entity for m in last.mentions if self._firm(m.entity)} if last is not None and last.paragraph == sentence.paragraph else set()
        return firms.pop() if len(firms) == 1 else None

    def titles(self, sentence: StoredSentence, folded: str, start: int, end: int) -> list[str]:
        """The company that a sentence names with the post of whoever stands at [start, end): X執行長某某, "…, CEO of X"."""
        firms = [m for m in sentence.mentions if self._firm(m.entity)]
        roles = self._roles(folded)
        close = [r for r in roles if r[1] <= start and start - r[1] <= 3 and not _PAST.search(folded[: r[0]])]
        if close:
            chained = (a for a, _ in roles if close[-1][0] - _TITLE <= a <= close[-1][0] and not _STOP.search(folded[a:start]))
            begin = min(chained, default=close[-1][0])
            before = [m for m in firms if m.end <= begin and begin - m.end <= _TITLE and not _STOP.search(folded[m.end : begin]) and not _ONCE_AT.search(folded[: m.start])]
            if before:
                return [before[-1].entity]
            if firms and firms[0].start <= 2 and firms[0].end <= begin and all(m.entity == firms[0].entity for m in firms if m.end <= begin):
                return [firms[0].entity]  # 澜步成立于2018年,创始人是某某
            if re.search(r"\b(?:its|their)\b", folded[max(0, begin - 12) : begin]) and firms and firms[0].start < begin:
                return [firms[0].entity]
        if firms and firms[0].start <= 2 and _BECOMES.match(folded[end:]) and all(m.entity == firms[0].entity for m in firms if m.end <= start):
            return [firms[0].entity]  # "Foo said that P would replace Q"
        for m in (m for m in firms if end <= m.start <= end + _OF):
            between = folded[end : m.start]
            if _IS.match(between) and not self._another(sentence, start, m.start):
                after = folded[m.end : m.end + 16]
                said = any(end <= a <= m.start for a, _ in roles) or any(0 <= a - m.end <= 6 for a, _ in roles)
                if said and not re.search(r"[。;]|曾|此前|之前|以前|先前|原[来本]?|before|former|\bwas\b", between) and not after.startswith("出身"):
                    return [m.entity]
        return []

    def _another(self, sentence: StoredSentence, start: int, until: int) -> bool:
        """Whether somebody else is named between the person at `start` and `until`."""
        entities = self.evidence.library.names.entities
        whom = {m.entity for m in sentence.mentions if m.start == start}
        return any(
            start < m.start < until and m.entity not in whom and entities[m.entity].kind == "person" for m in sentence.mentions
        )

    def posts(self, folded: str, start: int, end: int) -> list[str]:
        """Return the posts, folded, right beside whoever stands at [start, end): 執行長某某, "某某 is the CEO"."""
        roles = self._roles(folded)
        out: list[str] = []
        at = start
        for a, b in reversed([r for r in roles if r[1] <= start]):  # 董事、副总经理某某: a chain of them
            if at - b > (_CHAINED if out else 1) or (out and not _JOINS.fullmatch(folded[b:at])) or _FORMER.search(folded[:a]):
                break
            out.append(folded[a:b])
            at = a
        if out:
            return out
        duty = _DUTY.match(folded, end)
        end = duty.end() if duty else end
        until = next((m.start() for m in re.finditer(r"[。;]|,(?=[\u4e00-\u9fff])", folded[end : end + _OF])), _OF)
        after = [(a, b) for a, b in roles if end <= a < end + until]
        if after and _NOW_IS.match(folded[end : after[0][0]]) and not _WAS.search(folded[end : after[0][0]]):
            out = [folded[a:b] for a, b in after]
        return out

    def roles_said(self, folded: str) -> set[str]:
        """Return the posts that folded words name, as concepts."""
        names = self.evidence.library.names
        return {i for s in names.find(folded) for k, i in span_terms(s) if k == "concept" and names.concepts[i].group == "role"}

    def _roles(self, folded: str) -> list[tuple[int, int]]:
        names = self.evidence.library.names
        return [
            (s.start, s.end)
            for s in names.find(folded)
            if any(k == "concept" and names.concepts[i].group == "role" for k, i in span_terms(s))
        ]

    def _firm(self, entity: str) -> bool:
        return self.evidence.library.names.entities[entity].kind in ("company", "institution")

    # ------------------------------------------------------------ where somebody was, and how long
    def at(self, stretches: Sequence[Stretch], place: Sequence[str]) -> list[tuple[Stretch, Decimal | None]]:
        """Return the stretches that tell somebody was at a place, each with the years there where they are told.

        `place` is the ids of a company, or the folded words of one that no name was found for.
        """
        entities = self.evidence.library.names.entities
        aliases = [
            fold(a) for i in place for a in ((*entities[i].aliases, *entities[i].names.values()) if i in entities else (i,))
        ]
        out = []
        for stretch in stretches:
            inside = [
                n for n, p in enumerate(stretch.parts)
                if any(p.begin <= m.start < p.end and m.entity in place for m in stretch.sentence.mentions)
                or any(len(a) > 1 and a in p.text for a in aliases)
            ]  # fmt: skip
            if inside:
                out.append((stretch, self._years(stretch, inside, place)))
        return out

    def _years(self, stretch: Stretch, inside: Sequence[int], place: Sequence[str]) -> Decimal | None:
        for n in inside:
            part = stretch.parts[n]
            after = stretch.parts[n + 1 : n + 2]
            others = {m.entity for m in stretch.sentence.mentions if self._firm(m.entity)} - set(place)
            for p in (part, *after):
                strange = p is not part and any(m.entity in others and p.begin <= m.start < p.end for m in stretch.sentence.mentions)
                if (found := _LASTS.search(p.text)) and not strange:
                    return number(found.group(1) or found.group(2))
        return None
