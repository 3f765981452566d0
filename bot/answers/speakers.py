"""Who said a quoted sentence: 「…」這句話是誰講的, "Who said '…'?".

The article that holds the words is found by them; the speaker is the person its sentence names beside a
verb of saying, else the last person named before it.
"""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.quoting import Quoting
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy, likeness
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import bigrams, fold, stem, words

_QUOTED = lazy.compile(r"[「『“\"‘](?P<said>[^「」『』“”\"]{4,120}?)[,。.!?]?[」』”\"’]")
_ASKED = lazy.compile(
    r"(?:谁|哪位|哪个人|边个)[^,?]{0,6}?(?:说|讲|写|提出|名言|原话|喊)|(?:出自|来自)[^,?]{0,4}(?:谁|哪位)|(?:说|讲|写)(?:过|出)?(?:这|那)?[^,?]{0,8}的(?:人)?(?:是|系)?(?:谁|哪位|边个)|"
    r"\bwho(?:se)? .{0,24}?(?:said|says|say|words|quote|put it|told|described|wrote)\b|\bwhose words\b|\b(?:said|words) by whom\b"
)
_SAID = lazy.compile(r"[说讲称]|表示|指出|强调|坦言|直言|认为|回应|喊出|提出|透露|\b(?:said|says|told|added|wrote|argue[sd]?|put it)\b")
_ALIKE = 85.0  # `likeness.partial_ratio`: the words may be quoted with a character wrong
_NEAR = 16  # characters between a post and the verb of saying
_BACK = 4  # sentences before one that names nobody


class Speakers:
    """Finds who said something."""

    def __init__(self, evidence: Evidence, quoting: Quoting) -> None:
        """Quote through `quoting`."""
        self._evidence = evidence
        self._quoting = quoting

    def asked(self, question: Question) -> str:
        """Return the folded words whose speaker is asked for, "" where none is."""
        found = _QUOTED.search(question.text)
        outside = fold(question.text[: found.start()] + " " + question.text[found.end() :]) if found else ""
        return fold(found["said"]) if found and _ASKED.search(outside) else ""

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence that holds the words and the person who says them."""
        said = self.asked(question)
        sentence = self._holding(said) if said else None
        if sentence is None:
            return None
        told = self._with_speaker(sentence)
        return self._quoting.quote("person", told) if told else None

    def _holding(self, said: str) -> StoredSentence | None:
        """The sentence that holds the words."""
        options = tuple(bigrams(said)) or tuple(stem(w) for _, _, w in words(said))
        found = self._evidence.library.search.rank([Need(said, (options,))], (), self._evidence.visible, 12) if options else []
        bare = re.sub(r"\W", "", said)
        alike = [(likeness.partial_ratio(bare, re.sub(r"\W", "", fold(s.sentence.text))), s.sentence) for s in found]
        best = max(alike, key=lambda x: x[0], default=None)
        return best[1] if best and best[0] >= _ALIKE and len(bare) <= len(best[1].text) + 2 else None

    def _with_speaker(self, sentence: StoredSentence) -> list[StoredSentence]:
        """The sentence, with the nearest one before or after that names who speaks where it does not."""
        if self._people(sentence) or self._post_says(sentence):
            return [sentence]
        search = self._evidence.library.search
        after = search.neighbour(sentence, 1)
        if after is not None and after.paragraph == sentence.paragraph and self._people(after) and _SAID.search(fold(after.text)[:40]):
            return [sentence, after]
        for step in range(1, _BACK + 1):
            before = search.neighbour(sentence, -step)
            if before is None:
                break
            if self._people(before):
                return [before, sentence]
        return []

    def _post_says(self, sentence: StoredSentence) -> bool:
        """Whether somebody of a post speaks, though nobody knows the name: 董事長某某在會上表示."""
        names, folded = self._evidence.library.names, fold(sentence.text)
        posts = (s for s in names.find(folded) if s.kind == "concept" and names.concepts[s.ids[0]].group == "role")
        return any(_SAID.search(folded, s.end, s.end + _NEAR) for s in posts)

    def _people(self, sentence: StoredSentence) -> list[str]:
        entities = self._evidence.library.names.entities
        return [m.entity for m in sentence.mentions if entities[m.entity].kind == "person"]
