"""Who came in beside those there were: a sponsor that a later filing adds, an investor that joined, a member added to a board.

除瑞衡國際外又加了誰 is told by the sentence that says that somebody joined in that part (新增, 加入擔任, "joined as"), and never by one
that only lists those there were at first. Patterns see folded text.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.holders import firms_of
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(
    r"(?:新增|新加|新添|又加|再加|还加|增加|加入|加了|增聘|新聘|多了)(?:了|的|进来)?[^,?]{0,8}(?:谁|哪[家间个位一些]|什么)|(?:谁|哪[家间个位一些][^,?]{0,8})(?:是)?(?:新增|新加|后来|其后)(?:入|加入)?的?|(?:除了?|不算)[^?]{2,30}(?:又|还|另|再|新)(?:加|增|添|多|有|找|请|聘)[^?]{0,8}(?:谁|哪[家间个位一些]|什么)|"
    r"\b(?:who|which [\w ]{2,24}?)(?: else)?(?: has| have| was| were| is| later| newly)* (?:joined|joining|added|brought in|newly appointed)\b|\b(?:besides|apart from|in addition to|other than)\b[^?]{2,40}\b(?:who|which)\b|\b(?:who|which)\b[^?]{2,60}\b(?:besides|apart from|in addition to|other than)\b"
)
_ADDED = lazy.compile(r"新增|增聘|新聘|加聘|增设|加入|加盟|增补|获委任为|额外委任|增加[^,;。\d]{2,16}(?:为|作为|担任)|\b(?:joined|joins|joining|added|adds|brought in|has also (?:hired|appointed)|was also (?:hired|appointed))\b")
_PARTS = tuple(
    (lazy.compile(asked), lazy.compile(told)) for asked, told in (
        (r"保荐|承销|账簿管理|\b(?:sponsors?|underwriters?|bookrunners?)\b", r"保荐|承销|账簿管理|\b(?:sponsors?|underwriters?|bookrunners?|banks?)\b"),
        (r"基石", r"基石"),
        (r"顾问|\badvis[eo]rs?\b", r"顾问|\badvis[eo]rs?\b"),
    )
)  # fmt: skip
_LOOKED_AT = 400


class Added:
    """Finds who joined those there were, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self._evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer who was added in the part asked for, or return None."""
        told_as = next((told for asked, told in _PARTS if asked.search(question.folded)), None)
        if told_as is None or not question.subjects or not _ASKED.search(question.folded):
            return None
        archive, visible = self._evidence.library.archive, self._passages.fitting.visible(question)
        firm = {i for g in question.subjects for i in g}
        articles = {s.article_id for s in archive.sentences(sorted({k for i in firm for k in archive.sentences_about(i)[-_LOOKED_AT:]})) if s.article_id in visible}
        told = [
            s for a in articles if firm & firms_of(self._evidence, a) for s in archive.sentences_of_article(a)
            if told_as.search(fold(s.text)) and _ADDED.search(fold(s.text)) and self._of(s, firm)
        ]  # fmt: skip
        return self._passages.quoting.quote("person", told, alone=True) if len(told) == 1 else None

    def _of(self, sentence: StoredSentence, firm: set[str]) -> bool:
        """Whether a sentence may be about the firm: it is a topic of it, or no other firm that its article is about is."""
        return bool(firm & {*sentence.topics, *(m.entity for m in sentence.mentions)}) or not (firms_of(self._evidence, sentence.article_id) - firm) & set(sentence.topics)
