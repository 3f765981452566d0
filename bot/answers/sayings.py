"""What somebody said of something: "what did X say about Y", X怎麼形容Y, 原話怎麼說.

A sentence answers when the person asked about is the one who speaks in it and it holds what they are asked
to have spoken of. Who speaks is the person named nearest before a verb of saying, else right after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answers.staff import Staff
from bot.answers.telling import tell
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Mention
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import fold

# Folded. Asks what was said; the verb tells the speaker from what they spoke of.
ASKS_SAID = lazy.compile(
    r"(?:怎[么样]|如何|咋)(?:样)?(?:地)?(?:去)?(?P<zh>说|讲|评价|形容|看待?|描述|回应|谈|比喻|称呼|检讨|反省|反思|表态|点评|评论|总结|解读|解释|定义|概括)|(?P<said>说|讲|评价|形容|回应|谈到?|比喻|称呼?)[^,?]{0,12}?(?:什么|啥|哪句|怎么说)|原话|口头禅|"
    r"\b(?:what|how) (?:did|does|do|has|have|was|were|would) (?P<en>[^,?]{2,60}?)\b(?:say|said|tell|told|call|called|describe|described|think|put|see|compare|promise|respond|reply|comment|sum(?:med)? up|summari[sz]ed?|characteri[sz]ed?|phrase|portray|assess|judge|look back on|react)\b|\b(?:exact )?words\b|\bquote\b|\b's (?:line|remarks?|comments?|verdict|views?|take|opinion|assessment|reaction|response|reply|thoughts|words)\b|\b(?:comment|remark|view|opinion|verdict|thoughts)s? (?:on|about|of)\b|有(?:什么|何|啥|怎样的?)(?:评价|看法|说法|评论|意见|回应|解读|点评|观点|见解)"
)
SAYS = lazy.compile(
    r"说|表示|指出|认为|形容|评价|称(?!为|号|作|之)|坦言|直言|强调|透露|回应|告诉|口头禅|谈[到及起]|比喻|笑言|立志|写道|写下|解释|承认|坦承|补充|感[叹慨]|反问|自嘲|打趣|调侃|"
    r"\b(?:said|says|told|called|calls|described|describes|added|argued|wrote|insisted|warned|joked|recalled|likened|promised|believes|thinks|explained|admitted|quipped)\b"
)
STANDS_ALONE = lazy.compile(r"[“「『\"][^“”「」『』\"]{4,}[”」』\"]$")  # a sentence that is a quotation and nothing else
_ASKING = lazy.compile(r"原话|怎么|如何|什么|评价|形容|描述|回应|检讨|反省|反思|表态|点评|总结|解读|事后|说法|说过?|讲|看待?|口头禅|采访|受访|访问|记者|\b(?:say|said|tell|told|words?|quote\w*|exact\w*|line|remark|comment|view|call|describe|interview)\b")
# Asks for somebody's own words on something, which no bare report of it holds.
_VERDICT = lazy.compile(r"(?:怎[么样]|如何)(?:样)?(?:评价|形容|回应|看待?)|有(?:什么|何|啥|怎样的?)(?:评价|看法|评论|意见|回应|点评|观点|见解)|\b(?:what|how) (?:did|does|do|has|have) [^,?]{2,60}?\b(?:say|said|describe|comment|respond|react|characteri[sz]e|assess)\b")
_QUOTES = lazy.compile(r"[“”「」『』\"]|认|比[作喻]|觉得|看[好淡来]|预|估|料|赞|批|解释|回[答覆复]|自[称言认]|归[因功咎]|\b(?:predict\w*|expect\w*|see[sn]?|praise\w*|critici[sz]\w+|apologi[sz]\w*|explain\w*|according|blame\w*|call\w*|view\w*|agree\w*|den(?:y|ied|ies)|rul(?:e|ed|es|ing)|hop\w+|acknowledg\w+|admit\w*|confirm\w*|pledg\w+|comment\w*|stress\w*|prais\w+|declin\w+|respond\w*)\b")
_PRONOUN = lazy.compile(r"[他她](?!们)|\b(?:he|she)\b")
_POINTS = lazy.compile(r"如此|这样(?:评价|说|形容|描述|回应|解释|总结|概括|定义|回忆|看|写)|\bas follows\b")
_OPENS = lazy.compile(r"(?:“[^”]*|「[^」]*|『[^』]*)$")
_GOES_ON = lazy.compile(r"[“「『\"]|(?:[他她]|he |she )[^,。]{0,6}?(?:还|也|又|进一步)?(?:表示|说|称|指|强调|认为|补充|坦言|added|said|says)")
HELD = 0.5  # of a word that says what was spoken of
_MOST = 2


_WORDS_ASKED = lazy.compile(r"原话|\b(?:exact|very|actual) words\b|\bverbatim\b")  # told by a quotation only
_MARKS = lazy.compile(r"[“”「」『』\"]")
_FELT = lazy.compile(r"最(?P<most>[缺怕想恨爱难怪贪])")
_WHAT = lazy.compile(r"什么|怎么样?|如何|啥")


def _only_asks(surface: str) -> bool:
    """Whether a word of a question only asks what was said: 说什么, not 担心什么."""
    bare = _WHAT.sub("", surface)
    return not bare or bool(_ASKING.search(bare))


def leaves_open(text: str, before: bool) -> bool:
    """Return whether a quotation is open behind a text, that was or was not open before it.

    >>> leaves_open("甲說：「我們會做。", False), leaves_open("然後會賣。」", True)
    (True, False)
    """
    depth = int(before)
    for c in text:
        if c == '"':
            depth = int(not depth)
        elif c in "“「『":
            depth += 1
        elif c in "”」』":
            depth = max(0, depth - 1)
    return depth > 0


class Sayings:
    """Finds what somebody said of something."""

    def __init__(self, evidence: Evidence) -> None:
        """Read what is told of people through `Staff`."""
        self.evidence = evidence
        self._staff = Staff(evidence)

    def asked(self, question: Question) -> bool:
        """Return whether a question asks what somebody said."""
        return bool(ASKS_SAID.search(question.folded))

    def must(self, question: Question) -> bool:
        """Whether only what one said of the other could answer: who speaks is no matter of indifference."""
        people = [g for g in question.subjects if self.evidence.library.names.entities[g[0]].kind == "person"]
        return len(people) > 1 and self.asked(question) and question.wants not in ("person", "reason", "age")

    def vouched(self, question: Question, answer: Answer | None) -> Answer | None:
        """Return a quoted answer, None where the verdict of somebody without a known name is asked for and the sentences quoted only tell what happened."""
        people = any(self.evidence.library.names.entities[g[0]].kind == "person" for g in question.subjects)
        if answer is not None and _WORDS_ASKED.search(question.folded) and not _MARKS.search(" ".join([*answer.lines, *answer.quotes])):
            return None
        if answer is None or people or question.wants == "reason" or not _VERDICT.search(question.folded):
            return answer
        said = fold(" ".join([*answer.lines, *answer.quotes]))
        return answer if SAYS.search(said) or _QUOTES.search(said) else None

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentences in which the one asked about speaks of what is asked, or return None."""
        if not self.asked(question) or question.wants in ("person", "reason", "age"):
            return None
        speaker, others = self._whom(question)
        if not speaker:
            return None
        needs = self.spoken_of(question)
        found = []
        for sentence in self.about(speaker):
            if self._speaks(sentence, speaker) and self._of(sentence, others, needs):
                found.append(sentence)
        if felt := _FELT.search(question.folded):  # 最缺的是什麼, of which only the adverb asks
            found = [s for s in found if felt["most"] in fold(s.text)]
        if "口头禅" in question.folded:
            found = [s for s in found if "口头禅" in fold(s.text)]
        if not found or len(found) > _MOST or any(self._unfinished(s) for s in found):
            return None
        told = dict.fromkeys(s for f in found for s in (*self._quoted_before(f, needs), f))
        return tell(self.evidence, speaker, [(s, 0, len(s.text)) for s in told], "passage")

    @staticmethod
    def spoken_of(question: Question) -> list[Need]:
        """Return the needs that say what was spoken of, without those that only ask what was said."""
        return [n for n in question.needs if not n.light and not _only_asks(n.surface)]

    def speaker(self, question: Question) -> str:
        """Return the person whose words are asked for, "" where none is named."""
        return self._whom(question)[0]

    def about(self, speaker: str) -> list[StoredSentence]:
        """Return the sentences that tell of a person."""
        return list(dict.fromkeys(s.sentence for s in self._staff.everywhere(speaker)))

    def of(self, sentence: StoredSentence, speaker: str) -> bool:
        """Return whether a sentence is about a person and has them speak."""
        return any(s.id == sentence.id for s in self.about(speaker)) and self._speaks(sentence, speaker)

    def _quoted_before(self, sentence: StoredSentence, needs: Sequence[Need]) -> list[StoredSentence]:
        """The quotation before a sentence that tells whose it is, where it alone holds what was spoken of: 「…是門的問題。」某某說,…"""
        search = self.evidence.library.search
        before = search.neighbour(sentence, -1)
        if before is None or before.paragraph != sentence.paragraph or not STANDS_ALONE.match(before.text.strip()):
            return []
        return [before] if any(search.holds(replace(n, loose=""), sentence.id) < HELD for n in needs) else []

    def _whom(self, question: Question) -> tuple[str, list[set[str]]]:
        """The person whose words are asked for, who is named first, and the other names."""
        names = self.evidence.library.names
        spans = sorted((s for s in names.find(question.folded) if s.kind == "entity"), key=lambda s: s.start)
        known = {i for g in question.subjects for i in g}
        people = [s for s in spans if names.entities[s.ids[0]].kind == "person"]
        speaker = people[0].ids[0] if people else next((g[0] for g in question.subjects if names.entities[g[0]].kind == "person"), "")
        others = [set(s.ids) for s in spans if speaker not in s.ids and (known & set(s.ids) or names.entities[s.ids[0]].kind == "person")]
        return speaker, others

    def _speaks(self, sentence: StoredSentence, speaker: str) -> bool:
        """Whether the speaker is who speaks in a sentence."""
        entities = self.evidence.library.names.entities
        people = [m for m in sentence.mentions if entities[m.entity].kind == "person"]
        folded = fold(sentence.text)
        return any(self._sayer(folded, v.start(), v.end(), people, speaker) for v in SAYS.finditer(folded))

    @staticmethod
    def _sayer(folded: str, start: int, end: int, people: Sequence[Mention], speaker: str) -> bool:
        before = [m for m in people if m.end <= start]
        after = [m for m in people if m.start >= end]
        if before:
            return before[-1].entity == speaker
        if _PRONOUN.search(folded[max(0, start - 12) : start]):
            return True  # the sentence is about them, and nobody else is named before
        return bool(after) and after[0].entity == speaker and after[0].start - end <= 24 and not re.search("[\u4e00-\u9fff]", folded[end : after[0].start])

    def _unfinished(self, sentence: StoredSentence) -> bool:
        """Whether what is said only begins, or goes on, in other sentences: one alone may not be what is asked."""
        after, before = (self.evidence.library.search.neighbour(sentence, n) for n in (1, -1))
        if _POINTS.search(fold(sentence.text)) or leaves_open(sentence.text, False):
            return True
        open_before = before and before.paragraph == sentence.paragraph and _OPENS.search(before.text)
        goes_on = after and after.paragraph == sentence.paragraph and _GOES_ON.match(fold(after.text))
        return bool(open_before or goes_on)

    def _of(self, sentence: StoredSentence, others: Sequence[set[str]], needs: Sequence[Need]) -> bool:
        """Whether a sentence, with the one before it, speaks of what is asked."""
        search = self.evidence.library.search
        before = search.neighbour(sentence, -1)
        near = [sentence, *([before] if before and before.paragraph == sentence.paragraph else [])]
        named = {m.entity for s in near for m in s.mentions}
        if not all(group & named for group in others):
            return False
        return all(max(search.holds(replace(n, loose=""), s.id) for s in near) >= HELD for n in needs)  # a character of a word tells nobody's view of it
