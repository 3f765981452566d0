"""Passages: the one to three sentences that say it, for everything that is no figure of ours.

A sentence may speak only when it is about the subject asked for and covers what was asked: its rare words
above all. When it does not, that is what the refusal names. They are found by `bot.answers.ranking`, may speak by
`bot.answers.validation`, and are put together by `bot.answers.selection`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.announced import announced
from bot.answers.confidence import likelihood, signs
from bot.answers.demands.table import Demands
from bot.answers.fitting import Fitting, stated
from bot.answers.kindasked import of_kind_asked
from bot.answers.neighbours import with_what_leads_up
from bot.answers.quoting import Quoting
from bot.answers.ranking import Ranking
from bot.answers.reasons import Reasons
from bot.answers.selection import Selection
from bot.answers.turnings import of_turn_asked
from bot.answers.validation import Validation
from bot.asked import asked_number, asked_of_each
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Scored
from kb.text import fold

_NAMING = 6  # the best so many may name as many things as are asked for
_SHOWN = 0.45  # how likely it must be to be shown with a refusal
# Whence a name came is told by no sentence on who bears it.
_WHENCE = lazy.compile(r"名[字称]?[^,?。]{0,6}(?:怎[么样]+[来取起]|由来|来历|含义|意思)|(?:如何|怎[么样]+)得名|[取起]名[^,?。]{0,6}(?:由来|含义|意思)|\bgot? (?:its|their|her|his) name\b|\bgets? (?:its|their) name\b|\bwhere does the name\b|\bname .{0,20}come from\b|\bnamed after\b")
_NAMED_FOR = lazy.compile(r"[取命得]名|取自|寓意|之意|意[为即指]|谐音|名字|由来|\bnam(?:e|ed|es)\b|\bmean(?:s|ing)\b|\bstands for\b")
# Where somebody was before is told by no sentence that looks back to nothing.
_BEFORE_THAT = lazy.compile(
    r"前[,，]?[^,?。]{0,6}?(?:[在于是])?(?:哪|什么|何|啥)[^,?。]{0,5}?(?:任职|工作|上班|做事|做[过什]|服务|供职|效力|打工|当[过什])|(?:前|上一?个?|老)(?:东家|雇主)|"
    r"\bwhere (?:did|had|was|were) [^?]{2,40}? (?:work|be|been|employed|working|before)\b[^?]*?\b(?:before|prior to|previously|until)\b|\b(?:previous|former|last|prior) (?:employer|company|firm)\b|\bcame? from which (?:company|firm)\b|\bwhat (?:did|was|were|had) (?P<whom>[^?]{2,40}?) (?:do|doing|done|been)\b[^?]*?\b(?:before|prior to)\b"
)
_WAS_WHERE = lazy.compile(r"(?:以前|之前|此前|先前|从前|原先|过去)(?:是|都)?(?:在|于)(?:哪|什么|边)[家个间里度处]")
_LOOKS_BACK = lazy.compile(r"此前|[业司任立]前|之前|以前|先前|早年|曾|原[任为是]|前[任身]|历任|离开|离职|跳槽|转[投战到]|出身|来自|做过|当过|年[^,。]{0,4}后|\b(?:before|previous(?:ly)?|former(?:ly)?|ex-|earlier|prior|once|left|came from|worked|spent|was (?:an?|the)|had (?:been|run|led))\b")
# Somebody whom no list of names has, before what they do: "Tamsin Orrell is in charge of…".
_STRANGER = lazy.compile(
    r"^(?:[A-Z][a-z]+,? )?(?:Dr\.? |Mr\.? |Ms\.? )?[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2},? (?:\([^)]*\) )?"
    r"(?:[a-z-]+ ){0,6}?(?:is|was|has|heads?|leads?|led|runs?|ran|oversees?|oversaw|manages?|handles?|became|joined|takes?|took|(?:co-)?founded|started|created|set up)\b"
    r"|^(?:(?:The )?(?:[Bb]rothers|[Ss]isters|[Tt]wins|[Ss]iblings|[Cc]ousins|[Ff]riends|[Hh]usband and wife|[Cc]lassmates|[Cc]olleagues) )?"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? and [A-Z][a-z]+ [A-Z][a-z]+,? (?:[a-z-]+ ){0,6}?(?:(?:co-)?founded|started|created|set up|built|lead|run|own|bought)\b"
)


class Passages:
    """Finds and quotes sentences for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence
        self._search = evidence.library.search
        self.fitting = Fitting(evidence)
        self.quoting = Quoting(evidence, self.fitting)
        self._reasons = Reasons(evidence)
        self.ranking = Ranking(evidence, self.fitting)
        self.ranked = self.ranking.ranked
        self._validation = Validation(evidence, self.fitting, self._reasons)
        self._selection = Selection(evidence, self.ranking, self._validation)
        self.choose = self._selection.choose
        self._demands = Demands(evidence)
        self._refused: tuple[Question, Sequence[Scored]] | None = None

    def explain(self) -> tuple[str, ...]:
        """Return the best candidates of the last ranking: score, coverage, what each lacks, and the sentence."""
        lines = [f"likelihood {likelihood(signs(*self._refused, self._search)):.2f}"] if self._refused and self._refused[1] else []
        for scored in self.ranking.weighed[:5]:
            lacks = ", ".join(n.surface for n in scored.missing)
            about = "" if scored.about else "; not about the subject"
            lines.append(
                f"candidate {scored.score:.1f}, covers {scored.coverage:.0%}"
                f"{f', lacks {lacks}' if lacks else ''}{about}: {scored.sentence.text[:60]}"
            )
        return tuple(lines)

    def answer(self, question: Question) -> Answer | None:
        """Answer with quoted sentences, or return None when nothing may speak."""
        if not question.needs and (not question.subjects or "before" in question.flags):
            return None  # "and before that?" says nothing a sentence could be held against
        if not question.subjects and (all(n.light for n in question.needs) or "before" in question.flags):
            return None
        ranked = self.ranked(question)
        if _WHENCE.search(question.folded):
            ranked = [s for s in ranked if _NAMED_FOR.search(fold(s.sentence.text))]
        if _WAS_WHERE.search(question.folded) or ((was := _BEFORE_THAT.search(question.folded)) and ("before" in question.flags or was["whom"])):
            ranked = [s for s in ranked if _LOOKS_BACK.search(fold(s.sentence.text))]
        ranked = self._of_places(question, of_turn_asked(question, ranked))
        ranked = [s for s in ranked if self._demands.may_be_told(question, s.sentence)]
        self._refused = (question, ranked)
        chosen = self._selection.chosen(question, ranked)
        if question.wants == "reason":
            chosen = self._reasons.why(question, chosen, ranked)
        if question.extreme == "last" and not question.subjects:  # who was last is told, or worked out from dates
            chosen = [c for c in chosen if qw.LAST.search(fold(c.sentence.text))]
        chosen = self._turn(question, chosen)
        chosen = of_kind_asked(question, chosen, self.fitting, self._search)
        if (listed := self._announced(question, chosen or ranked[:1])):
            return self.quoting.quote(question.kind, listed, alone=True)
        if (number := asked_number(question.folded)) and not self.fitting.enumerates([c.sentence for c in chosen], question, number):
            chosen = next(([s] for s in ranked[:_NAMING] if s.about and self._tells_so_many(s, question, number)), [])
        if (each := asked_of_each(question.folded)) and not self.fitting.gives_each([c.sentence for c in chosen], question, each):
            chosen = []
        if question.wants == "place" and question.kind == "fact":
            chosen = [c for c in chosen if self.fitting.elsewhere_named(c.sentence, question)]
            chosen = chosen[:1] if all(n.light for n in question.needs) else chosen  # "and where?": one tells it
        if question.wants == "person" and question.kind != "person":
            named = [c for c in chosen if self.fitting.people(c.sentence)]
            named = [c for c in named if c in chosen[:1] or not self._validation.lacks(c, question)]
            chosen = named or self._named_elsewhere(question, chosen) or [c for c in chosen[:1] if not c.missing and _STRANGER.search(c.sentence.text) and not any(m.start == 0 for m in c.sentence.mentions)]
        if not chosen:
            return None
        told = with_what_leads_up(self.evidence, question, [c.sentence for c in chosen])
        return self.quoting.quote(question.kind, told, dated=question.wants == "date", alone=question.wants == "place" and question.kind == "fact")

    def _of_places(self, question: Question, ranked: list[Scored]) -> list[Scored]:
        """Those sentences that rank places, where it is asked which of them is first; all where none does."""
        if question.wants != "place" or question.extreme not in ("max", "min"):  # the first shops abroad rank nothing
            return ranked
        return [s for s in ranked if self.fitting.ranks(s.sentence, question) and self.fitting.elsewhere_named(s.sentence, question)] or ranked

    def _turn(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """What an interview tells where a story is asked for and the best sentence is of an answer: all of the answer that tells."""
        if question.kind != "passage" or question.wants or not chosen or not chosen[0].asked_in:
            return chosen
        told = self.ranking.replies.telling(chosen[0].sentence)
        return [replace(chosen[0], sentence=s) for s in told] if any(s.id == chosen[0].sentence.id for s in told) else chosen

    def _announced(self, question: Question, best: Sequence[Scored]) -> list[StoredSentence]:
        """The best sentence with what it announces by its number, where several are asked for: as many, if the question says how many."""
        number = asked_number(question.folded)
        if not best or not (number or question.kind == "list") or not best[0].about or self._validation.lacks(best[0], question):
            return []
        items = announced(self._search, best[0].sentence)
        return [best[0].sentence, *items] if items and number in (0, len(items)) else []

    def _tells_so_many(self, scored: Scored, question: Question, number: int) -> bool:
        """Whether a sentence that may speak says itself how many things it tells, and tells them: 投向三個項目:…"""
        return stated(number).search(fold(scored.sentence.text)) is not None and self.fitting.enumerates([scored.sentence], question, number) and not self._validation.lacks(scored, question)

    def beside(self, refusal: Answer) -> Answer:
        """Show with a refusal the sentence that came nearest, where it well may be what was looked for."""
        if self._refused is None or len(refusal.lines) > 1 or refusal.kind != "refusal":
            return refusal
        question, ranked = self._refused
        if not ranked or not ranked[0].about or likelihood(signs(question, ranked, self._search)) < _SHOWN:
            return refusal
        first = ranked[0].sentence
        lines = (*refusal.lines, self.evidence.words.nearest_quote)
        return replace(refusal, lines=lines, quotes=(self.evidence.quote(first.text),), sources=self.evidence.sources([first]))

    def answer_members(self, question: Question, members: set[str]) -> Answer | None:
        """Answer with the sentence that lists these companies."""
        needs = [n for n in question.needs if not n.light]
        found = self._search.rank(needs, [(m,) for m in sorted(members)], self.fitting.visible(question), 20)
        full = [s for s in found if members <= {m.entity for m in s.sentence.mentions}]
        return self.quoting.quote("list", [full[0].sentence]) if full else None

    def _named_elsewhere(self, question: Question, chosen: list[Scored]) -> list[Scored]:
        """Who was asked for: a company may be the answer, but a sentence that names nobody is none."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        return (
            []
            if question.roles or "name" in question.flags
            else [
                c
                for c in chosen
                if any(m.entity not in asked and entities[m.entity].kind != "place" for m in c.sentence.mentions)
            ]
        )
