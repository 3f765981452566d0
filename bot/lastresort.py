"""What a message asks, taken by itself: for messages that say more around their question than is known to be said there.

Only for a question that found no answer as a whole. Of what stands around it nothing is kept but what it needs: the names it
leaves out or points at, the group "which of them" is of, the year of what it is about, the statement whose reason it asks for
(`bot.carried`). Where something of that may decide what is asked (a condition, a limit, what "this" points at), there is no
second reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot import carried
from bot import framewords as fw
from bot import questionwords as qw
from bot.contentwords import blank
from bot.framing import Clause, as_question, asks, clauses_of, content
from bot.kinds import answer_type
from bot.reasonwords import WHY
from kb import lazy, periods
from kb.names import Span
from kb.text import HAN_ONE, fold

# How a clause begins that limits what is asked, or sets a condition for it.
_LIMITS_EN = lazy.compile(
    r"(?:(?:and|but|so|even|only|just) )*(?:if|when|once|until|unless|while|assuming|suppose|supposing|provided|given|without|with|under|on|in|at|by|from|for|of|among|amongst|between|within|inside|"
    r"outside|beyond|besides|beside|except|excluding|including|apart|aside|leaving|counting|compared|versus|vs|against|after|before|since|during|over|per|across|out of|looking at|instead|rather|according)\b"
)
_LIMITS_ZH = lazy.compile(
    r"(?:如果|若|假如|假设|假定|要是|倘若|万一|即使|就算|当|等到?|除|扣除|不算|不计|不含|不包|撇开|仅|只看|只算|按|照|用|拿|根据|依|就|从|自|对比|相比|比起|在|截至|到|以|论|至于|其中|包括)|.*(?:之后|以后|之前|以前|之中|当中|期间|以外|之外|的话|里|中|时)$"
)
# What is left out must not say no, or be a figure that is asked about.
_DENIES = lazy.compile(r"\bn[o']t\b|\b(?:no|never|nobody|nothing|none|neither|nor|without|wrong|fake|rumou?r\w*)\b|\d|没有|不是(?![^,]{2,24}[嘛吗么])|并非|未|从未|传闻|谣言|误")
_SAID_OF_ASKER = lazy.compile(r"\b(?:i|we|me|my|our|us)\b|我|咱|俺|听说|听到|投委会|抬头")
# Question words that ask nothing here: several, "which surprised me", "what he told us".
_ASKS_NOT = lazy.compile(
    r"好几|几(?:个|家|位|天|年|次)(?:朋友|同事|人|厂商|公司)?(?:都|在|打)|^which (?:has |had |have |is why |was why |i |we |\w+ (?:me|us)\b|(?:seems?|sounds?|looks?|feels?) )|\bwhat (?:[\w'-]+ ){1,8}?(?:told|gave|showed|sent) (?:me|us)\b|不(?:知道|确定|清楚|明白)[^,]{0,6}(?:该|要)怎么"
)
_SENTENCE_END = lazy.compile(r"[.。!?:;…\n]|--|—|\s-\s")
_BEGINS = lazy.compile(r"(?:and |so |roughly |about )*(?:what|which|who|whose|when|where|why|how)\b|哪|谁|何|多少|什么")  # that it begins with
_WHAT_IT_IS = lazy.compile(r"\bwhat (?:it|they|that|this|those) (?:actually |really |even |exactly )*(?:is|are|means?|stands? for|refers? to)(?: exactly)?$|(?:它|这|那)?(?:到底|究竟)?是(?:什么|啥)(?:意思|东西)?$")
_EXPLICIT = lazy.compile(r"(?:19|20)\d\d")
# That a limit is set on purpose, whatever the question names itself.
_INSISTS = lazy.compile(r"\b(?:only|just|rather|instead|specifically|particularly|mean|excluding|except|besides)\b|\bnot (?:the|its|their)\b|只看|只想|只关心|不是(?![^,]{2,24}[嘛吗么])|而不|不含|扣除|除了|专门")
_PART_OF = lazy.compile(r" (?:of|at|in|for|from) (?:the )?")
_DID_IT = lazy.compile(r"(?:and |so )*what (?:[a-z]+ ){1,2}(?:it|them|him|her)\b")  # what held them back
_LEAST = 3  # words, or half as many pairs of Chinese characters, that make a question of a clause
_LEAST_NAMED = 1  # of one of which is known whom it is about


def asked_alone(text: str, spans: Sequence[Span], subject: Callable[[Span], bool], person: Callable[[Span], bool] = lambda _: False) -> str:
    """Return the question of a message without what it says around it, "" where that could change what is asked.

    >>> asked_alone("The terminal is down again today. Which colours does the new Glide scooter come in?", [], lambda s: True)
    'Which colours does the new Glide scooter come in?'
    >>> asked_alone("If the offer fails, which colours does the new Glide scooter come in?", [], lambda s: True)
    ''
    """
    folded = fold(text)
    if len(folded) != len(text):
        return ""
    spans = [s for s in spans if not (folded[s.start : s.end] in qw.STOP_EN and not text[s.start : s.end].isupper())]  # who, that is no WHO
    clauses = clauses_of(folded, spans)
    asking, frame = _parted(folded, clauses)
    if not asking:  # "X keeps coming up, and I never wrote down what it is. Can you tell me?"
        return next((carried.term("what is it", text[: c.end]) for c in clauses if _WHAT_IT_IS.search(folded[c.start : c.end])), "")
    return _Alone(text, folded, asking, frame, spans, subject, person).read() if asking and frame else ""


def _parted(folded: str, clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses that make the question, and those that stand around it."""
    asking = [n for n, c in enumerate(clauses) if asks(folded, c) and not _ASKS_NOT.search(folded[c.asked : c.end])]
    if not asking:
        return [], []
    sentences = [0, *(n for n in range(1, len(clauses)) if _SENTENCE_END.search(folded[clauses[n - 1].end : clauses[n - 1].close]))]
    last = max(s for s in sentences if s <= asking[-1])
    for start in reversed([s for s in sentences if s < last]):  # several questions in a row
        end = next(s for s in sentences if s > start) - 1
        if not any(start <= n <= end for n in asking) or "?" not in folded[clauses[end].end : clauses[end].close]:
            break
        last = start
    first = next(n for n in asking if n >= last)
    if clauses[first].kind != "asks":
        first = next((n for n in asking if n >= last and clauses[n].kind == "asks" and not any(asks(folded, c) for c in clauses[last:n])), last)
    chosen = [c for c in clauses[first : asking[-1] + 1] if c.kind in ("asks", "says")]
    chosen += [c for c in clauses[asking[-1] + 1 :] if c.kind == "says"]
    return chosen, [c for c in clauses if c not in chosen]


@dataclass(frozen=True)
class _Alone:
    """A message parted in its question and what stands around it."""

    text: str
    folded: str
    asking: Sequence[Clause]
    frame: Sequence[Clause]
    spans: Sequence[Span]
    subject: Callable[[Span], bool]
    person: Callable[[Span], bool]

    @cached_property
    def question(self) -> str:
        """What is asked, as it was typed."""
        out = []
        for clause in self.asking:
            end = self.text[clause.end : clause.close]
            out.append(as_question(self.text, clause) + (end or " "))
        return "".join(out).strip(" ,，。.、") if not self._said_of(self.asking[-1]).endswith("?") else "".join(out).strip(" ,，")

    def _said_of(self, clause: Clause) -> str:
        return self.folded[clause.start : clause.close].rstrip()

    @cached_property
    def before(self) -> str:
        """What stands around it before it, as it was typed."""
        return ", ".join(self.text[c.start : c.end] for c in self.frame if c.start < self.asking[-1].start)

    def _in(self, clauses: Sequence[Clause]) -> list[Span]:
        return [s for s in self.spans if any(c.start <= s.start and s.end <= c.end for c in clauses)]

    @cached_property
    def inside(self) -> list[Span]:
        """The names the question is about that it holds itself."""
        return [s for s in self.spans if s.kind == "entity" and self.subject(s) and any(c.asked <= s.start and s.end <= c.end for c in self.asking)]

    @cached_property
    def outside(self) -> list[str]:
        """The names it may mean that it does not hold: the last that were said, where they cannot be all."""
        found = [s for s in self._in(self.frame) if s.kind == "entity" and self.subject(s)]
        said = fold(self.question)
        if carried.OF_SOMEBODY.search(said):
            people = [s for s in found if self.person(s)]
            found = people or ([] if not carried.SEVERAL.search(said) else found)  # 他們的總裁 is a firm's too
        elif any(self.person(s) for s in found) and not all(self.person(s) for s in found):
            found = [s for s in found if not self.person(s)]
        return list({s.ids: self.text[s.start : s.end] for s in found}.values())

    @cached_property
    def complete(self) -> bool:
        """Whether the question names whom it is about before it points at anything."""
        said = fold(self.question)
        first = min((said.find(self.folded[s.start : s.end]) for s in self.inside), default=-1)
        return first >= 0 and not carried.PRONOUN.search(said[:first])

    def read(self) -> str:
        """The question by itself, "" where there is none."""
        last = self.asking[-1]
        if not self.inside and sum(asks(self.folded, c) for c in self.asking) == 1 and (meant := carried.term(as_question(self.text, last), self.text[: last.start])):
            return meant
        if not any(c.kind == "asks" or fw.INTERROGATIVE_EN.search(self._said_of(c)) or fw.INTERROGATIVE_ZH.search(self._said_of(c)) for c in self.asking):
            return ""  # "Foo Optical - revenue, FY2025?" is all one
        if any(self._limits(c) for c in self.frame):
            return ""
        if whole := carried.why(self.question, self._statement()) or ("" if self.inside else carried.of_group(self.question, self.before)):
            return whole
        when = self._when()
        return "" if when == "" else self._filled(when or "")

    def _filled(self, when: str) -> str:
        """The question with what it leaves out or points at in its place."""
        question, names = self.question, self.outside
        thing = carried.at_thing(question)
        if when or names:
            question = carried.of_round(carried.at_that_time(question, when), self.before)
        if carried.points(question):
            return ""
        said = fold(question)
        measured = any(s.kind == "measure" and any(c.asked <= s.start and s.end <= c.end for c in self.asking) for s in self.spans)
        if not measured and len(self.measures) == 1 and (whole := carried.of_measure(question, *self.measures)):
            question, measured = whole, True
        if not measured and carried.FIGURES_OF.search(said):
            return ""  # of what, the frame says
        much = content(said, [self.folded[s.start : s.end] for s in self.inside]) + measured
        if self.complete:
            others = [n for n in names if fold(n) not in {self.folded[s.start : s.end] for s in self.inside}]
            if len(others) == 1 and carried.IT_LAST.search(said):
                question = carried.named(question, others)  # "what did Foo pay for it?"
            return question if much >= _LEAST_NAMED else ""
        pronoun = carried.PRONOUN.search(said)
        known = names and (pronoun or thing or carried.OMITTED.match(said) or _BEGINS.match(said))
        if much < (_LEAST_NAMED if known else _LEAST) or (pronoun and self._of_what_was_told(said)):
            return ""
        if names and not pronoun and not HAN_ONE.search(question) and sum(asks(self.folded, c) for c in self.asking) > 1:
            return ""  # "who takes over, and what is that person's post": of whom, a name before it does not say
        if names:
            return self._with_names(question, "" if when in question else when, measured) if len(names) == 1 or (pronoun and carried.SEVERAL.search(said)) else ""
        if self.inside or pronoun:
            return ""
        about = carried.topic(self.before)
        return carried.named(question, [about]) if about else question

    def _with_names(self, question: str, when: str, measured: bool) -> str:
        """A question with the names it is about, and the year and the measure it leaves out."""
        names, said = self.outside, fold(question)
        pronoun = carried.PRONOUN.search(said)
        if len(names) == 1 and (not pronoun or pronoun.group() == "it"):
            names = carried.with_part(names[0], self.before)
        if HAN_ONE.search(question):
            of = self.measures[0] if carried.OMITTED.match(said) and not measured and len(self.measures) == 1 else ""
            return carried.named(question, [f"{n}{when}{of}" for n in names])
        return carried.named(question, names) + (f" (in {when})" if when else "")

    @cached_property
    def measures(self) -> list[str]:
        """The measures that are named around the question, each once."""
        found = (s for s in self._in(self.frame) if s.kind == "measure" and not fw.FRAME_EN.fullmatch(self.folded, s.start, s.end))
        return list({s.ids: self.text[s.start : s.end] for s in found}.values())

    def _of_what_was_told(self, said: str) -> bool:
        """Whether a question for a reason goes on from what its frame tells."""
        told = any(c.kind == "says" and not _SAID_OF_ASKER.search(self.folded[c.start : c.end]) for c in self.frame)
        return told and bool(WHY.search(said) or _DID_IT.match(said))

    def _statement(self) -> str:
        """What was told last that names somebody, without what only frames it."""
        told = [c for c in self.frame if c.end <= self.asking[-1].start and c.kind != "nothing"] + list(self.asking[:-1])
        for clause in sorted(told, key=lambda c: c.start, reverse=True):
            here = [s for s in self._in([clause]) if s.kind == "entity" and self.subject(s)]
            if here:
                start = min(s.start for s in here) if clause.kind == "aside" else clause.asked
                said = self.text[start : clause.end]
                return said if content(fold(said), [self.folded[s.start : s.end] for s in here]) >= 1 else ""
        return ""

    def _when(self) -> str | None:
        """The year the question leaves out and its frame tells, None where there is none, "" where it is not certain."""
        said = fold(self.question)
        if answer_type(said) == "date" or periods.find(said):
            return None
        found = [(c, p) for c in self.frame for p in periods.find(self.folded[c.start : c.end]) if p.period.kind not in ("day", "week")]
        of_asker = [c for c, p in found if c.kind != "says" and not any(self.subject(s) for s in self._in([c]) if s.kind == "entity") and not _EXPLICIT.search(self.folded[c.start : c.end])]
        found = [(c, p) for c, p in found if c not in of_asker and c.kind != "nothing"]
        if not found:
            return None
        clause, period = found[-1]
        when = self.text[clause.start + period.start : clause.start + period.end]
        certain = len({p.period for _, p in found}) == 1 and _EXPLICIT.search(when) and (clause.kind == "aside" or any(self.subject(s) for s in self._in([clause]) if s.kind == "entity"))
        return when if certain else ""

    def _limits(self, clause: Clause) -> bool:
        """Whether a clause around the question may say what it depends on, or what it is not about."""
        said = self.folded[clause.start : clause.end]
        if clause.kind == "nothing":
            return False
        narrow = fw.NARROWS.search(said)
        if narrow and (_INSISTS.search(said) if self.complete else _INSISTS.search(said) or self._narrowed(clause, narrow.start(), narrow.end())):
            return True
        if clause.kind == "aside" or _SAID_OF_ASKER.search(said):
            return False
        apart = _SENTENCE_END.search(self.folded[clause.end : clause.close])
        return bool((not apart and (_LIMITS_EN.match(said) or _LIMITS_ZH.match(said))) or _DENIES.search(self._nameless(clause)))

    def _narrowed(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a clause speaks of a part of somebody: "Foo's cloud division", "the cloud division of Foo"."""
        names = [s for s in self._in([clause]) if s.kind == "entity" and self.subject(s)]
        return any(s.end <= clause.start + start or _PART_OF.fullmatch(self.folded[clause.start + end : s.start]) for s in names)

    def _nameless(self, clause: Clause) -> str:
        """What a clause says without the names and times in it: the 18 of "Tern 18" is no figure."""
        said = self.folded[clause.start : clause.end]
        when = [(p.start, p.end) for p in periods.find(said)]
        return blank(said, [*when, *((s.start - clause.start, s.end - clause.start) for s in self._in([clause]) if s.kind == "entity")])
