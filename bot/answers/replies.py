"""Interviews as an archive holds them: what a sentence answers, who says it, and what of an answer tells.

An answer often begins with what others think, or with a word on the question, and comes to the point after that:
「很多人以為是機器。…但真正的原因是人。」 What is asked is never told; what is answered is told as the words of whoever says it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import interviews, lazy
from kb.rows import StoredSentence
from kb.search import Search
from kb.text import fold

_MOST = 170  # characters of an answer that is told as a whole; Latin letters count half
_TURN = 24  # sentences of one turn that are looked at
# What others think, which what follows denies.
_OTHERS_THINK = lazy.compile(
    r"^[^,。;]{0,6}(?:很多人|不少人|大家|外[面界间]|有人|别人|人们|市场上?|同行|媒体|网上)[^,。;]{0,4}(?:都|常|总|会|就|一般)?(?:以为|觉得|认为|说|猜|想|怀疑|质疑)|^表面上?看?|导火[线索]|"
    r"^(?:most |many |some |a lot of )?(?:people|everyone|everybody|outsiders|analysts|critics|they|you)(?:'d| would| may| might| all)? (?:always |often |usually |like to )?(?:think|thinks|assume|assumes|say|says|believe|believes|guess|guesses|blame|blames|put it down)\b|^it (?:was|is)(?:n't| not)\b|^it would be easy\b"
)
# Where an answer comes to the point.
_POINT = lazy.compile(
    r"真正|关键[在是]|主[要因]|最(?:重要|关键|根本|核心|大)的?|实际上|说穿|说到底|归根|根本|核心[在是]|其实是|根源|压垮|原因(?:是|在|有|很)|是因为|"
    r"\b(?:what (?:really |actually )?(?:made|changed|did|mattered|happened|worked|helped|turned|drove|moved|counted)|the (?:real|true|main|actual|biggest|honest) \w+|in (?:fact|truth|reality)|really|actually|mainly|mostly|because|it came down to|the truth is|the answer is|we (?:stopped|started|began|moved|switched|changed))\b"
)
# The same within the sentence that says what others think: 表面看是需求轉弱,實際上…
_IN_FACT = lazy.compile(r"实际上|真正|其实|而是|\b(?:but (?:it|the|that)|in fact|in truth|in reality|really|actually)\b")


class Replies:
    """Finds what belongs to a turn of an interview."""

    def __init__(self, search: Search) -> None:
        """Find it in the archive of `search`."""
        self._search = search

    def asked(self, sentence: StoredSentence) -> StoredSentence | None:
        """The last sentence of the question that a sentence answers in an interview; None where it answers none."""
        if not interviews.answers(sentence.heading, sentence.text):
            return None
        for step in range(1, _TURN):
            before = self._search.neighbour(sentence, -step)
            if before is None or before.heading != sentence.heading:
                return None
            if interviews.asks(before.heading, before.text):
                return before
        return None

    def answer(self, sentence: StoredSentence) -> list[StoredSentence]:
        """All sentences of the answer that a sentence belongs to, or that what it asks has."""
        out: list[StoredSentence] = []
        for way in (-1, 1):
            here: StoredSentence | None = sentence
            for _ in range(_TURN):
                here = self._search.neighbour(here, way) if here else None
                if here is None or here.heading != sentence.heading:
                    break
                out.append(here)
        turn = sorted((sentence, *out), key=lambda s: s.n)
        return [s for s in turn if interviews.answers(s.heading, s.text)]

    def telling(self, sentence: StoredSentence) -> list[StoredSentence]:
        """What of the answer that a sentence belongs to tells: from where it comes to the point, where it first says what others think."""
        told = self.answer(sentence)
        folded = [fold(s.text) for s in told]
        thinks = next((n for n, text in enumerate(folded[:2]) if _OTHERS_THINK.search(text)), None)
        if thinks is not None and not _IN_FACT.search(folded[thinks]):
            point = next((n for n, text in enumerate(folded) if n > thinks and _POINT.search(text)), 0)
            told = told[point:]
        if thinks is None and _size(told) > _MOST:
            first = next((n for n, text in enumerate(folded) if _POINT.search(text)), 0)
            told = told[max(0, first - 1) :]
        out: list[StoredSentence] = []
        for s in told:
            if out and _size([*out, s]) > _MOST:
                break
            out.append(s)
        return out

    def speaker(self, sentences: Sequence[StoredSentence], people: Sequence[str]) -> str:
        """Who says sentences of an interview: the one of `people` whom they are of and do not name."""
        if not sentences or not all(interviews.answers(s.heading, s.text) for s in sentences):
            return ""
        silent = [[t for t in s.topics if t in people and t not in {m.entity for m in s.mentions}] for s in sentences]
        first = silent[0]
        return first[0] if len(first) == 1 and all(s == first for s in silent) else ""


def _size(sentences: Sequence[StoredSentence]) -> int:
    text = "".join(s.text for s in sentences)
    wide = sum(1 for c in text if ord(c) > 0x2E80)
    return wide + (len(text) - wide) // 2
