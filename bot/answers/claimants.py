"""Who holds a view: "Who predicts that …?", 誰說…是溫水煮青蛙, "Who told reporters …?".

What is claimed is looked for as in any passage, but only a sentence in which somebody speaks may answer: a
person named beside a verb of saying, or one told of by what they are ("a person in the supply chain").
"""

from __future__ import annotations

from dataclasses import replace

from bot import questionwords as qw
from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_SAYS_ZH = r"(?:说(?!服|明)|预测|预言|认为|表示|指出|觉得|主张|警告|提醒|告诉|形容|比喻|称(?!为|号|作))"
_SAYS_EN = r"(?:predict|sa(?:y|id)|told|tells?|believ|think|thought|argu|warn|claim|forecast|expect|point|not(?:e[sd]?|ing)\b|liken|compar|describ)\w*"
# The one who is asked for, with the verb of saying, and whom it was said to.
_ASKS = lazy.compile(
    rf"(?:是)?(?:谁|哪[位个](?:人|分析师|专家|高管|人士)?|何人|什么人){_SAYS_ZH}(?:过|了)?(?:记者|媒体)?|"
    rf"\b(?:who|which (?:analyst|executive|expert|person|insider|founder|manager))(?: (?:has|had|is|was|it was|it is))?(?: who)? {_SAYS_EN}(?: out)?(?: (?:to )?(?:reporters|journalists|the press|the media|[a-z]+ that(?= )))?(?: that)?"
)
_SAYS = lazy.compile(rf"{_SAYS_ZH}|直言|坦言|强调|透露|看来|\b{_SAYS_EN}")
# Somebody told of by what they are.
_SOMEBODY = lazy.compile(r"人士|分析[师员]|专家|高管|管理层|负责人|发言人|受访者?|\b(?:(?:a|the|one|several|some) (?:[\w-]+ ){0,3}(?:person|people|insiders?|analysts?|executives?|sources?)|interviewees?|spokes\w+|management)\b")


class Claimants:
    """Finds who holds a view, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Look for what is claimed through `passages`."""
        self.evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence in which somebody says what is asked about; None where that is not asked or nobody does."""
        asked = _ASKS.search(question.folded)
        if asked is None or question.roles or self._people(question):
            return None
        needs = tuple(replace(n, light=True) if qw.COMPARE.search(n.surface) else n for n in question.needs if n.surface not in asked.group())
        if all(n.light for n in needs):
            return None
        claim = replace(
            question, wants="person", kind="fact", measures=(), aspect="", extreme="", needs=needs, flags=question.flags - {"compare", "name"},
            folded=question.folded.replace(asked.group(), " "),
        )  # fmt: skip
        told = [s for s in self._passages.ranked(claim) if self._speaks(s.sentence)]
        chosen = self._passages.choose(claim, told)[:1] if told else []
        if chosen and question.measures and any(not n.light for n in chosen[0].missing):
            return None  # who forecasts the highest profit is told by nobody who speaks of something else
        return self._passages.quoting.quote("fact", [chosen[0].sentence], alone=True) if chosen else None

    def _people(self, question: Question) -> bool:
        entities = self.evidence.library.names.entities
        return any(entities[i].kind == "person" for g in question.subjects for i in g)

    def _speaks(self, sentence: StoredSentence) -> bool:
        """Whether a sentence tells of somebody who says what it says."""
        folded = fold(sentence.text)
        entities = self.evidence.library.names.entities
        named = any(entities[m.entity].kind == "person" for m in sentence.mentions)
        return bool(_SAYS.search(folded)) and (named or bool(_SOMEBODY.search(folded)))
