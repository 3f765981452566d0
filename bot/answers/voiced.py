"""Quotations that go over several sentences, each with whose it is.

"We built it. Priya will take it on." is one quotation, though it is cut into two sentences; whose it is tells the
sentence in which it opens or closes, the one right behind it, or the one before that leads up to it ("Asked about the
closure, Khumo does not flinch.").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answer import Answer
from bot.answers.sayings import HELD, SAYS, Sayings, leaves_open
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

_HOW_TOLD = lazy.compile(r"(?:怎[么样]|如何)(?:样)?(?:去|来)?解释|\bhow (?:did|does|do|has) [^?]{2,50} explain")  # in whose words, not for what reason
_PRONOUN = lazy.compile(r"[他她](?!们)|\b(?:he|she|him|her|his)\b")
_MOST = 4  # sentences of one quotation
_LONGEST = 420  # characters told
_LEADS_UP = lazy.compile(r"问[到及起]|谈[到及起]|被问|提[到及起]|说[到起]|对于|关于|面对|至于|\b(?:asked|pressed|on (?:the|whether|how|why)|as for|questioned)\b|[:：]$")


class Run(NamedTuple):
    """The sentences of one quotation, and the one that leads up to it or says whose it is."""

    said: tuple[StoredSentence, ...]
    beside: StoredSentence | None = None

    @property
    def all(self) -> list[StoredSentence]:
        """All of them, in order."""
        return sorted({*self.said, *([self.beside] if self.beside else [])}, key=lambda s: s.n)


class Voiced:
    """Finds what somebody said in quotations of several sentences, for one asker."""

    def __init__(self, evidence: Evidence, sayings: Sayings) -> None:
        """Whose a sentence is says `sayings`."""
        self._evidence = evidence
        self._sayings = sayings

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one quotation of a person that speaks of what is asked, or return None."""
        speaker = self._sayings.speaker(question) if self._sayings.asked(question) and question.wants not in ("person", "age") and (question.wants != "reason" or _HOW_TOLD.search(question.folded)) else ""
        if not speaker:
            return None
        library = self._evidence.library
        needs = self._sayings.spoken_of(question)
        others = [set(g) for g in question.subjects if speaker not in g and library.names.entities[g[0]].kind != "company"]
        if not needs and not others:
            return None
        ids = library.archive.sentences_about(speaker)[:200]
        articles = dict.fromkeys(s.article_id for s in library.archive.sentences(ids) if s.article_id in self._evidence.visible)
        found: list[tuple[float, Run]] = []
        strange = 0.0
        for run in (r for a in articles for r in runs(library.archive.sentences_of_article(a))):
            told = self._by(run, speaker)
            held = sum(any(library.search.holds(replace(n, loose=""), s.id) >= HELD for s in (told or run).all) for n in needs)
            share = held / len(needs) if needs else 1.0
            if told and all(self._named(told, g) for g in others):
                found.append((share, told))
            elif not told:
                strange = max(strange, share)  # whose it is nothing says
        if not found or (needs and strange >= max(f[0] for f in found)):
            return None
        best = [run for share, run in found if share == max(f[0] for f in found) and share >= HELD]
        if needs and self._reported(speaker, needs, [run for _, run in found]) > max(f[0] for f in found):
            return None  # what they say of it is told in other words than their own
        near = [run for share, run in found if share and run not in best]  # which of them is meant nothing says
        if len(best) != 1 or (near and max(f[0] for f in found) < 1) or sum(len(s.text) for s in best[0].all) > _LONGEST:
            return None
        return tell(self._evidence, speaker, [(s, 0, len(s.text)) for s in best[0].all], "passage")

    def _reported(self, speaker: str, needs: Sequence[Need], told: Sequence[Run]) -> float:
        """The most that a sentence about somebody outside these quotations holds of what was spoken of."""
        quoted = {s.id for run in told for s in run.all}
        others = [s for s in self._sayings.about(speaker) if s.id not in quoted]
        holds = self._evidence.library.search.holds
        return max((sum(holds(replace(n, loose=""), s.id) >= HELD for n in needs) / len(needs) for s in others), default=0.0)

    def _named(self, run: Run, other: set[str]) -> bool:
        """Whether a quotation names somebody, or means them by a pronoun as the one its article is mostly about."""
        if any(m.entity in other for s in run.all for m in s.mentions):
            return True
        library = self._evidence.library
        counts = Counter(m.entity for s in library.archive.sentences_of_article(run.said[0].article_id) for m in s.mentions if library.names.entities[m.entity].kind == "person")
        return bool(counts) and counts.most_common(1)[0][0] in other and any(_PRONOUN.search(fold(s.text)) for s in run.said)

    def _by(self, run: Run, speaker: str) -> Run | None:
        """A run with the sentence that says it is the speaker's, None where it is another's or nobody's."""
        kinds = self._evidence.library.names.entities
        inside = [s for s in run.said if SAYS.search(_outside(s.text)) and any(kinds[m.entity].kind == "person" for m in s.mentions)]
        if inside:
            return Run(run.said) if any(self._sayings.of(s, speaker) for s in inside) else None
        search = self._evidence.library.search
        before, after = search.neighbour(run.said[0], -1), search.neighbour(run.said[-1], 1)
        for beside in (after, before):
            if beside is None or beside.paragraph != run.said[0].paragraph:
                continue
            people = list(dict.fromkeys(m.entity for m in beside.mentions if kinds[m.entity].kind == "person"))
            says = beside is after and SAYS.search(fold(beside.text)[:40]) and not any(c in beside.text for c in "“「\"")
            leads = beside is before and people[:1] == people and _LEADS_UP.search(fold(beside.text))
            if (says and people[:1] == [speaker]) or (leads and people == [speaker]):
                return Run(run.said, beside)
            if says and people:
                return None
        return None


def runs(sentences: Sequence[StoredSentence]) -> Iterator[Run]:
    """Yield the quotations of an article: sentences of one paragraph from where marks open to where they close."""
    here: list[StoredSentence] = []
    for sentence in sentences:
        if here and (sentence.paragraph != here[0].paragraph or len(here) >= _MOST):
            here = []
        begins = bool(here)
        open_now = leaves_open(sentence.text, begins)
        if begins or any(c in sentence.text for c in "“「『\""):
            here.append(sentence)
            if not open_now:
                yield Run(tuple(here))
                here = []


def _outside(text: str) -> str:
    """The folded words of a sentence that stand outside quotation marks, as far as it has both of a pair."""
    return fold(_QUOTED.sub(" ", text))


_QUOTED = lazy.compile(r"“[^”]*(?:”|$)|「[^」]*(?:」|$)|\"[^\"]*(?:\"|$)")
