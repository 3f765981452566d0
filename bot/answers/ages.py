"""How old somebody was when something happened: as told of that very event, else worked out from two years.

An age told of one event is no answer to another: "17 when he entered university" says nothing of when he
left his first employer. Where neither the age nor the year of the event is told, there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot import figures
from bot.answer import Answer
from bot.answers.careers import Careers
from bot.answers.lives import holds
from bot.answers.staff import Staff, Stretch
from bot.answers.stages import Stages
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Period
from kb.text import fold

# Folded. A question about an age in the past names an event; a verb alone will do in Chinese (幾歲創業).
_EVENT = lazy.compile(
    r"时|那[年会]|当[时年]|创[办立业建]|加入|加盟|进(?=入|[^,?]{0,6}大学)|考[进上入]|离开|离职|毕业|退休|接任|接手|接班|上任|出任|担任|升任|成为|当上|跳槽|出国|赴美|岁(?:就|才|便|开始|那年)*(?=[创加进上读考结出入开拿获生当做搬移学去来赚写])|"
    r"\bwhen\b|\bwould \w+ have been\b|\bat the time\b|\bby the time\b|\bupon\b|\bat what age\b|\bage (?:on|at|upon|when|while)\b|\bwhat age did\b"
)
_HOW_OLD = lazy.compile(r"多大(?:了|呢|啊)?[?]?$|多大(?:的时候|时)")
_NOT_AN_EVENT = lazy.compile(r"现在|目前|今年|现年|\bnow\b|\bcurrently\b|\bthis year\b")
_AGE = lazy.compile(r"(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})岁|\bage of (?:\d{1,2}|[a-z]+(?:-[a-z]+)?)\b|\b(?:aged|turned|only|just) (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)\b|\b(?:aged|at(?: the age of)?|was|turned|only|then) (\d{2})\b(?! (?:%|per|years? (?:later|after|in)))|\b(\d{2})[- ]years?[- ]old")
# An age in a part of its own belongs to what stands before it, or to what follows.
_BACK = 4  # sentences back in which a place may have been called by its full name
# A place that was named before.
_THE_PLACE = lazy.compile(r"设计院|研究[院所]|学院|学校|公司|工厂|医院|银行|机构|单位|\bthe (?:institute|company|firm|bank|school|college|university|hospital|lab\w*|factory|group|agency)\b")
_THAT_YEAR = lazy.compile(r"那年|当时|那时|时年|这年|这一年|\bthat year\b|\bthen\b|\bat the time\b")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("made", lazy.compile(r"创办|创立|创建|创业|成立|自立门户|\bfound(?:ed|ing)?\b|\bstart(?:ed)? (?:the |his |her |a )?(?:own )?(?:company|business|firm)|\bset up\b|\bco-found\w*")),
    ("left", lazy.compile(r"离开|离职|辞职|卸任|退休|\b(?:left|leave|leaving|quit|retire\w*|resign\w*|stepp?\w* down)\b")),
    ("studied", lazy.compile(r"毕业|\bgraduat\w+")),
    ("entered", lazy.compile(r"考[进上入取]|入学|(?:进入?|上)(?:了)?[^,。?]{0,10}(?:大学|学院)|\b(?:enter\w*|start\w*|went to|go to) [^,.?]{0,40}(?:universit|college)\w*")),
    ("joined", lazy.compile(r"加入|加盟|进入|入职|跳槽|转[往投到赴]|来到|去了?|\b(?:join\w*|mov(?:e|ed|ing) to|g(?:o|oes|one) to|went to|hired|recruit\w*|start(?:ed)? (?:work(?:ing)? )?at)\b")),
    ("became", lazy.compile(r"接任|接手|接班|接掌|上任|出任|担任|升任|成为|当上|执掌|\b(?:becom\w+|became|took (?:over|charge|the helm)|appointed|named|promoted|made|take over)\b")),
)  # fmt: skip


def asks_then(question: Question) -> bool:
    """Return whether a question about an age is about an event, not about now."""
    asked = question.wants == "age" or bool(_HOW_OLD.search(question.folded))
    return asked and bool(_EVENT.search(question.folded)) and not _NOT_AN_EVENT.search(question.folded)


class Ages:
    """Tells how old somebody was at an event, for one asker."""

    def __init__(self, evidence: Evidence, careers: Careers, worked_out: Callable[[Question], Answer | None]) -> None:
        """`worked_out` answers from dates that are facts: a named year, a company's founding."""
        self.evidence = evidence
        self._careers = careers
        self._staff = Staff(evidence)
        self._worked_out = worked_out

    def answer(self, question: Question) -> Answer | None:
        """Answer how old somebody was when something happened, or return None."""
        if not asks_then(question):
            return self._worked_out(question)
        person = self._careers.person(question)
        if person is None:
            return None
        return self._printed(question, person) or self._worked_out(question) or self._from_years(question, person)

    # ------------------------------------------------------------ as told
    def _printed(self, question: Question, person: str) -> Answer | None:
        """The sentence that tells the age at this very event."""
        wanted = {k for k, p in _KINDS if p.search(question.folded)}
        entities = self.evidence.library.names.entities
        places = [g for g in question.subjects if entities[g[0]].kind != "person"]
        named = " ".join(fold(a) for g in places for i in g for a in (*entities[i].aliases, *entities[i].names.values()))
        words = [w for w in Stages.rest(question) if not any(p.search(w) for _, p in _KINDS) and not re.search(r"时候?$|岁|大概|大学|^age$", w) and not (w.isascii() and w in named)]
        for stretch in self._staff.everywhere(person):
            for n, part in enumerate(stretch.parts):
                if not _AGE.search(part.text):
                    continue
                about = self._event(stretch, n)
                kinds = {k for k, p in _KINDS if p.search(about)}
                if not (wanted & kinds) or ("entered" in kinds) != ("entered" in wanted):
                    continue
                until = stretch.parts[n].end if _THAT_YEAR.search(part.text) else stretch.parts[min(n + 1, len(stretch.parts) - 1)].end
                if not all(self._near(stretch, until, g) for g in places):
                    continue
                if not all(holds(stretch.folded[:until], w) for w in words) and not self._told_before(question, stretch, words):
                    continue
                return tell(self.evidence, person, [(stretch.sentence, stretch.begin, stretch.end)])
        return None

    @staticmethod
    def _event(stretch: Stretch, n: int) -> str:
        """The words that say of what moment an age is told: its own part, or the one it points to."""
        text = stretch.parts[n].text
        own = _AGE.sub("", text)
        if any(p.search(own) for _, p in _KINDS):
            return own
        if _THAT_YEAR.search(text):
            return stretch.parts[n - 1].text if n else ""
        return stretch.parts[n + 1].text if n + 1 < len(stretch.parts) else ""

    def _told_before(self, question: Question, stretch: Stretch, words: Sequence[str]) -> bool:
        """Whether most of the words that name an event stand in a sentence or just before it, in either language: "the institute"."""
        search = self.evidence.library.search
        needs = [n for n in question.needs if n.surface in words and not n.verbal]
        near = [stretch.sentence, *(s for n in range(1, _BACK + 1) if (s := search.neighbour(stretch.sentence, -n)))]
        held = sum(any(search.holds(n, s.id) >= 0.5 for s in near) for n in needs)
        return len(needs) == len(words) > 0 and 2 * held >= len(needs) and held > 0

    def _near(self, stretch: Stretch, until: int, place: Sequence[str]) -> bool:
        """Whether the last place named up to an age is this one."""
        entities = self.evidence.library.names.entities
        named = [m for m in stretch.sentence.mentions if m.start < until and entities[m.entity].kind in ("company", "institution")]
        if named:
            return named[-1].entity in place
        aliases = [fold(a) for i in place for a in (*entities[i].aliases, *entities[i].names.values())]
        return any(a in stretch.folded[:until] for a in aliases if len(a) > 1) or (bool(_THE_PLACE.search(stretch.folded[:until])) and self._last_named(stretch, place))

    def _last_named(self, stretch: Stretch, place: Sequence[str]) -> bool:
        """Whether the sentence before a stretch that last named a place named this one: "the institute"."""
        entities, search = self.evidence.library.names.entities, self.evidence.library.search
        for n in range(1, _BACK + 1):
            before = search.neighbour(stretch.sentence, -n)
            named = [m.entity for m in before.mentions if entities[m.entity].kind in ("company", "institution")] if before else []
            if named:
                return not set(named).isdisjoint(place)
        return False

    # ------------------------------------------------------------ worked out
    def _from_years(self, question: Question, person: str) -> Answer | None:
        """The year of the event less the year of birth."""
        born = self._careers.born(person)
        step = self._careers.step_asked(question, person)
        if born is None or step is None or not step.step.start:
            return None
        year, sentence = born
        then = int(step.step.start[:4])
        if not 0 < then - year < 120:
            return None
        evidence = self.evidence
        when = figures.date(Period(f"{then}-01-01", f"{then}-12-31", "year"), evidence.lang)
        line = evidence.words.aged_then.format(subject=evidence.name(person), when=when, n=then - year, a=then, b=year) + evidence.words.stop
        return Answer(True, evidence.lang, "derived", (line,), sources=evidence.sources([sentence, step.sentence]))
