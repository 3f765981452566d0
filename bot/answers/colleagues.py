"""Several people of one company held against a condition: who was at Y, who longest, who alone is home-grown.

"Which of X's managers …" is answered from rows (`bot.answers.staff`): one a person, filtered by the places,
posts and words the question names, sorted by years where it asks for the longest, subtracted where it asks
how much longer one was there than the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer
from bot.answers.staff import Staff, Stretch
from bot.answers.stepwords import FOUNDER
from bot.evidence import Evidence
from bot.question import Question
from bot.wording import joined
from kb import lazy
from kb.amounts.numerals import number
from kb.search import Need
from kb.terms import span_terms, term_token
from kb.text import fold

# Folded. Who is asked for: some of several people.
_PEOPLE = lazy.compile(
    r"高管|主管|高层|管理层|管理团队|团队|班底|经理人|干部|创始人|创办人|副总|总监|成员|部属|下属|手下|旧部|哪位|哪[些几个](?:人|个人|是|在|有|来自|曾|以前|之前|此前|早年|待|当|做|出身|工作|任职|服务|不|没|都|最|$)|谁|"
    r"\b(?:executives?|managers?|management|leaders?|leadership|lieutenants?|deputies|team|co-?founders?|directors?|officers?|vps?|who|which (?:of|ones?|are|is|was|were|had|has|have|did|used|came|comes?|worked|spent|served))\b"
)
_ANYBODY = lazy.compile(r"(?:经营|管理|高管|核心|领导|高层|创始)?(?:主管|成员|团队|班底|经理人|干部|高层|高管|人|层)|谁|people|members?|team|leaders?|lieutenants?|deputies|vps?|exec(?:utive)?s?|bosses|board|top brass")
_WHO = lazy.compile(r"谁|哪[位些几个]|何人|有哪|叫什么|\b(?:who|which|whose|name)\b")
_HOME_GROWN = lazy.compile(
    r"本土(?!化)|土生土长|自己培养|内部(?:培养|提拔|晋升)|自家培养|子弟兵|一路(?:从|由)|科班|\b(?:home-?grown|homegrown|internally|in-house|risen through the ranks|local(?:ly)?|apprentice)\b"
)
_NO_STRANGER = lazy.compile(  # who alone was with no foreign firm is home-grown
    r"(?:没有?|从未|未曾?|不曾)(?:[待做去进]过|在|进)?[^,?]{0,4}?(?:外[企商资]|跨国|国外)(?:企业|公司)?(?:[^,?]{0,2}(?:待|工作|任职|[做干]|上班|经历|经验|背景)过?)?"
    r"|\b(?:never|not|n't) (?:ever )?(?:worked|been|served|spent \w+|had \w+ \w+) (?:\w+ ){0,2}?(?:foreign|multinational|overseas)(?: (?:firms?|compan\w+))?"
)
# Who was not somewhere: no row says that.
_NEVER = lazy.compile(r"(?:没有?|从未|未曾|不曾)[^,?谁哪]{0,12}?(?:[待做干任当]过|工作|任职|服务|上班)|\b(?:never|hasn'?t|has not|haven'?t|have not|hadn'?t|had not|didn'?t|did not|wasn'?t|was not) (?:ever )?(?:been|work\w*|serv\w+|spen\w+|employed|at|with)\b")
# The same where a sentence tells it of somebody.
_IS_HOME_GROWN = lazy.compile(
    r"(?:本土|内部)[^,。;]{0,6}(?:高管|主管|干部|人才|专家|大牛|派|出身|成长|培养|提拔|晋升|升任)|土生土长|(?:自己|自家|一手)培养|子弟兵|一路(?:从|由)|"
    r"\bhome-?grown\b|\binternally\b|\brose (?:through|from)\b|\bapprentice\b"
)
# What somebody had been before, in words that need not stand in the sentence.
_WAS_AT = lazy.compile(
    r"(?:[待做当任写干担]过|待了|待得|工作过|任职过|任过职|上过班|上班|担任过?|出身|来自|经历|资历|年资|工龄|服务过|服务|待|曾经|曾|以前|之前|此前|原先|早年|背景|"
    r"\b(?:used to|work(?:ed|ing|s)?|was|were|been|served?|spent|spend|came|come|comes|former(?:ly)?|ex|previously|earlier|before|had|stint|time|veterans?|alumni|career|at|for|in|with|as)\b|\s)+"
)
_WAS_THERE = lazy.compile(
    r"[待做当任写干职班]过|工作过|任过职|(?<!团队)出身|来自|工作经历|任职经历|资历|服务过|服务|曾在|以前|之前|此前|早年|"
    r"\b(?:used to|once|worked|work(?:ed|ing) (?:at|for|in)|was|were|been|served?|spent|came|comes?|formerly|former|ex-|previously|earlier|had)\b"
)
_BESIDES = lazy.compile(
    r"(?:除了?)(?P<zh>[^,?]{2,20}?)(?:以外|之外|外|,|还有|另外)|\b(?:besides|apart from|other than|except(?: for)?|aside from|not counting)(?P<en>(?: [\w'’-]+){1,4}?)(?=[,)?]| who\b| which\b| used\b| worked\b|$)"
)
_LONGEST = lazy.compile(r"最久|最长|最资深|(?:资历|年资)最[深老高]|\blongest\b|\bmost (?:years|time)\b")
_SHORTEST = lazy.compile(r"最短|\bshortest\b|\bfewest years\b")
_IS_LONGEST = lazy.compile(r"(?:年资|资历|任期|时间|待得|待|任职|服务)[^,]{0,4}最[长久深]|最资深|最久|\blonger than any(?:one|body)\b|\blongest[- ](?:serving|standing|tenured)\b|\bthe longest\b")
_IS_SHORTEST = lazy.compile(r"(?:年资|资历|任期|时间|待得|待|任职|服务)[^,]{0,4}最[短浅]|[中里]最短|\bshorter than any(?:one|body)\b|\bthe shortest\b|\bnewest (?:member|arrival|recruit)\b")
_MORE_YEARS = lazy.compile(r"[多少久长短差](?:了)?(?:几|多少)个?年|(?:几|多少)年|\bhow (?:many|much) (?:more |fewer |less )?(?:years?|longer|shorter)|\byears (?:longer|more)\b")
# Which of those named was somewhere longer: 誰待得久, 誰年資長, "who spent more time".
_WHO_LONGER = lazy.compile(r"(?:谁|哪[位个])[^,?]{0,16}(?:久|[时间资历龄][^,?]{0,3}[长深高多])|\b(?:who|which)\b[^?]{0,60}\b(?:longer|longest|(?:more|most) (?:years|time))\b")
_SO_MANY = lazy.compile(r"(?<![\d.])(\d{1,2}|[一二两三四五六七八九十]{1,3})个?年|\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty) (?:years?|yrs?)\b")
_JUNIORS = lazy.compile(r"部属|下属|手下|旧部|\blieutenants?\b|\bdeputies\b")
_SEVERAL = 2  # people of a company that make its staff known
_MOST = 9


class Colleagues:
    """Answers about some of a company's people, for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Read the people through `Staff`."""
        self.evidence = evidence
        self.staff = Staff(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer who of several people meets a condition, or how much longer one served; None for other questions."""
        if self._longer(question) or (len(self._people(question)) > 1 and _WHO_LONGER.search(question.folded)):
            return self._difference(question) if self._longer(question) else self._longest_of(question)
        if question.wants in ("amount", "date", "reason", "ratio", "place", "age", "post"):
            return None
        folded = question.folded
        if not _WHO.search(folded) or not _PEOPLE.search(folded):
            return None
        firms = self._firms(question)
        excepted = self._excepted(question)
        if any(not set(g) & excepted for g in self._people(question)) or not firms or self.never(question):
            return None
        home_grown = bool(_HOME_GROWN.search(folded) or _NO_STRANGER.search(folded))
        ranked = bool(_LONGEST.search(folded) or _SHORTEST.search(folded))
        if not home_grown and not ranked and not _WAS_THERE.search(folded):
            return None
        boss = self.staff.home(min(excepted)) if excepted and _JUNIORS.search(folded) else None
        homes = [(boss[0],)] if boss and not any(boss[0] in g for g in firms) else firms
        alone = True
        for home in homes:
            places = [g for g in firms if g != home]
            if ranked and not places and not self._conditions(question):
                places = [home]  # who has been with the company longest
            staff = self.staff.of(home)
            if not staff:
                continue
            alone = alone and len(staff) < _SEVERAL
            if not (places or ranked or home_grown) and self._only_posts(question):
                return None  # who holds a post is another question
            if ranked and (stated := self._stated(question, staff, places, home)):
                return self._tell([stated], kind="superlative")
            found = self._meeting(question, staff, places, excepted, home_grown)
            if found:
                return self._ranked(question, found, places) if ranked else self._tell(found)
        if alone and len(firms) == 1 and not ranked and not home_grown:  # nobody's company is named, only where they were
            found = self._meeting(question, self.staff.naming(firms[0]), firms, excepted, False)
            return self._tell(found) if found else None
        return None

    def must(self, question: Question) -> bool:
        """Whether only rows of people could answer: which of X's managers was at Y, or longest, or alone is home-grown."""
        folded = question.folded
        asked = bool(_HOME_GROWN.search(folded) or _LONGEST.search(folded)) or len(self._firms(question)) > 1
        among = bool({"executive", "management"} & set(question.roles)) and bool(_WHO.search(folded))
        return asked and among and bool(self._firms(question)) and bool(_WAS_THERE.search(folded) or _HOME_GROWN.search(folded)) and not self._people(question)

    def never(self, question: Question) -> bool:
        """Whether those are asked for who were not somewhere, which no row of people says."""
        folded = question.folded
        asked = _NEVER.search(folded) and not _NO_STRANGER.search(folded) and _PEOPLE.search(folded) and _WHO.search(folded)
        return bool(asked) and bool(self._firms(question)) and not self._people(question)

    # ------------------------------------------------------------ what is asked
    def _firms(self, question: Question) -> list[tuple[str, ...]]:
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind in ("company", "institution")]

    def _people(self, question: Question) -> list[tuple[str, ...]]:
        entities = self.evidence.library.names.entities
        return [g for g in question.subjects if entities[g[0]].kind == "person"]

    def _excepted(self, question: Question) -> set[str]:
        """The people a question leaves out: "besides P"; whoever is named where their juniors are asked for."""
        out = _JUNIORS.search(question.folded) or _BESIDES.search(question.folded)
        return {i for g in self._people(question) for i in g} if out else set()

    def _conditions(self, question: Question) -> list[tuple[Need, ...]]:
        """What else must be told of somebody, phrase by phrase: words that neither ask nor say only that they were there."""
        posts = {"executive", "management", "person-who"}
        besides = _BESIDES.search(question.folded)
        years = _SO_MANY.search(question.folded)
        strangers = _NO_STRANGER.search(question.folded)
        left_out = (besides.group("zh") or besides.group("en") or "") if besides else ""
        names = [fold(a) for g in question.subjects for i in g for a in self._called(i)]
        needs = [
            n
            for n in question.needs
            if not (n.light and not n.key)
            and not any(a + n.surface in question.folded for a in names)
            and not set().union(*n.options) & {term_token("concept", p) for p in posts}
            and not _WAS_AT.fullmatch(n.surface)
            and not (years and n.surface in years.group())
            and n.surface not in left_out
            and not _ANYBODY.fullmatch(n.surface)
            and not _HOME_GROWN.search(n.surface)
            and not (strangers and n.surface in strangers.group())
            and not re.search(r"最久|最长|最短|资深|年资|资历|唯一|longest|shortest|only|purely|entirely|wholly|纯粹|完全|现在|目前|当中|其中|除了", n.surface)
        ]
        out: list[tuple[Need, ...]] = []
        end = -1
        for need in sorted(needs, key=lambda n: question.folded.find(n.surface)):
            begin = question.folded.find(need.surface)
            if out and begin == end:  # 聯禾 and 集團, side by side, are one name
                out[-1] = (*out[-1], need)
            else:
                out.append((need,))
            end = begin + len(need.surface)
        return out

    def _only_posts(self, question: Question) -> bool:
        """Whether nothing but posts is left for somebody to meet."""
        posts = {term_token("concept", r) for r in question.roles}
        return all(set().union(*n.options) & posts for p in self._conditions(question) for n in p)

    def _called(self, entity: str) -> list[str]:
        known = self.evidence.library.names.entities[entity]
        return [*known.aliases, *known.names.values()]

    # ------------------------------------------------------------ who meets it
    def _meeting(
        self, question: Question, staff: dict[str, list[Stretch]], places: Sequence[tuple[str, ...]], excepted: set[str], home_grown: bool
    ) -> list[tuple[str, Stretch, Decimal | None]]:
        """Who meets all of a question's conditions: (person, the stretch that says so, the years there)."""
        conditions = self._conditions(question)
        besides = _BESIDES.search(question.folded)
        founders = bool(besides and FOUNDER.search(besides.group()))
        if not places and (_LONGEST.search(question.folded) or _SHORTEST.search(question.folded)) and conditions:
            places, conditions = [("".join(n.surface for n in conditions[0]),)], conditions[1:]
        said = _SO_MANY.search(question.folded)
        years = number(said.group(1) or said.group(2)) if said else None
        out: list[tuple[str, Stretch, Decimal | None]] = []
        for person, stretches in staff.items():
            if person in excepted or (founders and any("made" in p.kinds for s in stretches for p in s.parts)):
                continue
            told: list[tuple[Stretch, Decimal | None]] = []
            for place in places:
                there = [(s, y) for s, y in self.staff.at(stretches, place) if years is None or y == years]
                told += sorted(there, key=lambda x: x[1] is None)[:1]
                if not there:
                    break
            else:
                if home_grown:
                    told += [(s, None) for s in stretches if any(_IS_HOME_GROWN.search(p.text) for p in s.parts)][:1]
                here = [s for s, _ in told] if len(conditions) > 1 and told else stretches  # several things are told in one sentence, with where it was
                told += [(s, None) for s in here if conditions and all(self._says(p, s, staff, years is not None) for p in conditions)][:1]
                if told and len(told) == len(places) + home_grown + bool(conditions):
                    out.append((person, told[0][0], told[0][1]))
        return out

    def _stated(
        self, question: Question, staff: dict[str, list[Stretch]], places: Sequence[tuple[str, ...]], home: tuple[str, ...]
    ) -> tuple[str, Stretch, Decimal | None] | None:
        """Whom an article itself calls the longest or the shortest there, if it calls one so."""
        says = _IS_SHORTEST if _SHORTEST.search(question.folded) else _IS_LONGEST
        out = {
            person: stretch
            for person, stretches in staff.items()
            for stretch in stretches
            if any(says.search(p.text) for p in stretch.parts) and (list(places) == [home] or all(self.staff.at([stretch], p) for p in places))
        }
        person, stretch = next(iter(out.items()), ("", None))
        return (person, stretch, None) if stretch and len(out) == 1 and not self._conditions(question) else None

    def _says(self, phrase: Sequence[Need], stretch: Stretch, staff: dict[str, list[Stretch]], named_years: bool) -> bool:
        """Whether a stretch holds what is asked, in its words or in a sentence that is about this person alone."""
        if stretch.holds("".join(n.surface for n in phrase)):
            return True
        terms = {term_token(k, i) for p in stretch.parts for s in self.evidence.library.names.find(p.text) for k, i in span_terms(s)}
        if all(any(set(o) <= terms for o in n.options) for n in phrase):
            return True
        alone = sum(stretch.sentence.id == s.sentence.id for told in staff.values() for s in told) == 1
        return (alone or named_years) and all(self.evidence.library.search.holds(n, stretch.sentence.id) >= 0.5 for n in phrase)

    # ------------------------------------------------------------ years
    @staticmethod
    def _longer(question: Question) -> bool:
        return question.wants in ("duration", "amount", "") and bool(_MORE_YEARS.search(question.folded)) and len(question.subjects) > 1 and bool(
            re.search(r"比|相比|差|\bthan\b|\bcompared\b", question.folded)
        )

    def _stays(self, question: Question) -> list[tuple[str, Stretch, Decimal | None]]:
        """How long each of the people named was at the one place named; none where it is not told of each, or told differently."""
        firms = self._firms(question)
        places = firms or [("".join(n.surface for n in p),) for p in self._conditions(question)]
        if len(places) != 1:
            return []
        found: list[tuple[str, Stretch, Decimal | None]] = []
        for group in self._people(question):
            stays = [
                (group[0], s, y)
                for article in self._articles(group)
                for s, y in self.staff.at(self.staff.told(article).get(group[0], []), places[0])
                if y is not None
            ]
            if len({y for _, _, y in stays}) != 1:
                return []
            found.append(stays[0])
        return found

    def _longest_of(self, question: Question) -> Answer | None:
        """Which of the people named was at a place longer, with what is told of each."""
        found = self._stays(question)
        lead = self._ranking(question, found, self._firms(question)) if found else None
        return self._tell(found, [lead], "compare") if lead else None

    def _difference(self, question: Question) -> Answer | None:
        """How many years longer one person was at a place than another."""
        found = self._stays(question)
        if len(found) != 2:
            return None
        (_, _, one), (_, _, other) = found
        if one is None or other is None:
            return None
        high, low = max(one, other), min(one, other)
        value = self.evidence.words.years.format(n=high - low)
        line = f"{self.evidence.words.difference.format(value=value)} ({high} − {low}){self.evidence.words.stop}"
        return self._tell(found, [line], "derived")

    def _articles(self, person: Sequence[str]) -> list[int]:
        archive, visible = self.evidence.library.archive, self.evidence.visible
        ids = [i for p in person for i in archive.sentences_naming(p)[:400]]
        return list(dict.fromkeys(s.article_id for s in archive.sentences(ids) if s.article_id in visible))

    def _ranked(
        self, question: Question, found: Sequence[tuple[str, Stretch, Decimal | None]], places: Sequence[tuple[str, ...]]
    ) -> Answer | None:
        """Who was at a place longest or for the shortest time, of those whose years are told."""
        dated = [(p, s, y) for p, s, y in found if y is not None]
        if len(dated) < 2:
            return None
        best = (min if _SHORTEST.search(question.folded) else max)(y for _, _, y in dated)
        return self._tell([x for x in dated if x[2] == best], [self._ranking(question, dated, places)], "superlative")

    def _ranking(
        self, question: Question, dated: Sequence[tuple[str, Stretch, Decimal | None]], places: Sequence[tuple[str, ...]]
    ) -> str:
        """The line that says who was at a place longest or for the shortest time."""
        least = bool(_SHORTEST.search(question.folded))
        best = (min if least else max)(y for _, _, y in dated if y is not None)
        winners = [p for p, _, y in dated if y == best]
        words = self.evidence.words
        line = words.stayed["min" if least else "max"].format(
            winner=joined(words, [self.evidence.name(p) for p in winners]), place=self._place(question, places), value=words.years.format(n=best), n=len(dated)
        )
        return line + words.stop

    def _place(self, question: Question, places: Sequence[tuple[str, ...]]) -> str:
        """What a place is called: by its name, or in the asker's words."""
        if places:
            return self.evidence.name(places[0][0])
        said = "".join(n.surface for n in self._conditions(question)[0])
        at = question.folded.find(said)
        return self.evidence.quote(question.text[at : at + len(said)])

    # ------------------------------------------------------------ telling
    def _tell(self, found: Sequence[tuple[str, Stretch, Decimal | None]], lead: Sequence[str] = (), kind: str = "list") -> Answer:
        """One line a person, in the article's words."""
        evidence = self.evidence
        own: list[str] = []
        foreign: list[str] = []
        for person, stretch, _ in found[:_MOST]:
            text = evidence.clause(stretch.sentence.text[stretch.begin : stretch.end])
            name = evidence.name(person)
            if fold(name) not in fold(text) and not any(m.entity == person and stretch.begin <= m.start < stretch.end for m in stretch.sentence.mentions):
                text = f"{name}{evidence.words.colon}{text}"
            if evidence.foreign(stretch.sentence.text):
                own += [name] if lead and name not in lead[0] else []
                foreign.append(text)
            else:
                own.append(text)
        if foreign:
            own.append(evidence.words.quote_lead)
        sentences = [s.sentence for _, s, _ in found[:_MOST]]
        kind = kind if len(found) > 1 or kind != "list" else "person"
        return Answer(
            True, evidence.lang, kind, tuple(dict.fromkeys([*lead, *own])), quotes=tuple(dict.fromkeys(foreign)),
            sources=evidence.sources(sentences),
        )  # fmt: skip
