"""A quotation that stands in a sentence of its own, with the sentence beside it that tells whose it is.

「…。」甲說,… and 乙解釋,…。「…。」 are two sentences each: the one that holds what was spoken of names nobody, and
the one that names who spoke may say nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.sayings import HELD, SAYS, STANDS_ALONE, Sayings
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

# Who said it, before what else they say: 「…。」CEO某某说,…
_LEADS = lazy.compile(rf"^[^,。;:“「]{{2,24}}?(?:{SAYS.pattern})(?:道)?[,:]")
_LOOKED_AT = 12  # of the best sentences
_BACK = 2  # quotations in a row


class Quotations:
    """Finds what somebody said, where it stands by itself, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages, sayings: Sayings) -> None:
        """Find quotations through `passages`; whose a sentence is says `sayings`."""
        self._evidence = evidence
        self._search = evidence.library.search
        self._passages = passages
        self._sayings = sayings

    def answer(self, question: Question) -> Answer | None:
        """Answer with the one quotation that speaks of what is asked and is of whom it is asked of, or return None."""
        if not self._sayings.asked(question) or question.wants in ("person", "reason", "age"):
            return None
        needs, speaker = self._sayings.spoken_of(question), self._sayings.speaker(question)
        if not needs:
            return None
        found: list[list[StoredSentence]] = []
        for scored in self._passages.ranked(question)[:_LOOKED_AT]:
            said = scored.sentence
            voice = self._voice(said) if STANDS_ALONE.match(said.text.strip()) else None
            if voice is not None and self._fits(said, voice, question, needs, speaker):
                found.append(sorted((voice, said), key=lambda s: s.n))
        if len(found) != 1:
            return None
        if speaker:
            return tell(self._evidence, speaker, [(s, 0, len(s.text)) for s in found[0]], "passage")
        return self._passages.quoting.quote("passage", found[0], alone=True)

    def _voice(self, said: StoredSentence) -> StoredSentence | None:
        """The sentence that tells whose a quotation is; none where it may be either of two."""
        after, before = self._beside(said, 1), self._beside(said, -1)
        for _ in range(_BACK):
            if before is not None and STANDS_ALONE.match(before.text.strip()):
                before = self._beside(before, -1)
        led = after if after is not None and _LEADS.match(fold(after.text)) else None
        told = before if before is not None and SAYS.search(fold(before.text)) else None
        return None if led and told else led or told

    def _beside(self, sentence: StoredSentence, step: int) -> StoredSentence | None:
        found = self._search.neighbour(sentence, step)
        return found if found is not None and found.paragraph == sentence.paragraph else None

    def _fits(self, said: StoredSentence, voice: StoredSentence, question: Question, needs: Sequence[Need], speaker: str) -> bool:
        """Whether what is asked is spoken of in a quotation, and the rest says whose it is: by name, or by post and firm."""
        spoken = [n for n in needs if self._search.holds(n, said.id) >= HELD]
        rest = [n for n in needs if n not in spoken]
        if not spoken or any(self._search.holds(n, voice.id) < HELD for n in rest):
            return False
        if speaker:
            return self._sayings.of(voice, speaker)
        about = {m.entity for s in (said, voice) for m in s.mentions} | {*said.topics, *voice.topics, *self._evidence.library.mains.of(said.article_id)}
        return bool(rest and question.subjects) and all(about & set(g) for g in question.subjects)
