"""What money that was raised is for: the sentence that says how it will be spent.

Prospectuses and reports of funding rounds tell it in their own words (集資所得約60%將用作開店, "62% of the net
proceeds will fund …"), which a question hardly ever uses.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.revisionasked import asked
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(
    r"(?:募|集资|融资|融来|筹|ipo|上市)[^,?]{0,12},?[^,?]{0,8}?(?:用在|用到|用于|用途|用来|花在|花到|怎么花|怎么用|投向|投去|投到|流向|拿去)|"
    r"\b(?:use|uses|used|using|spend|spent|go|going|goes|allocat\w+|earmark\w*)\b.{0,40}\b(?:proceeds|ipo money|money rais\w+|funds? raised|ipo funds|(?:new |series [a-h] |round )money)\b|"
    r"\b(?:proceeds|ipo (?:money|funds)|money rais\w+|funds? raised|(?:new |series [a-h] |round )money)\b.{0,30}\b(?:go|going|used?|spent|spend)\b"
)
_RAISED = lazy.compile(r"募|集资|融资|资金用途|所得款项|ipo|净额|首次公开|\b(?:proceeds|offering|round|raised|of the (?:new )?(?:money|cash|funds|sum))\b")
_REST = lazy.compile(r"(?:其余|余下|剩余|剩下)|(?:the )?(?:rest|remainder|balance)\b")
_SPENT = lazy.compile(
    r"(?:集资|募资|资金|款项)用途|用于|用作|用在|用以|投入|投向|将用|拟用|\b(?:fund|spend|spent|invest(?:ed)? in|go(?:es)? (?:to|into|towards?)|used? (?:to|for|on)|earmark\w*)\b"
)
_LOOKED_AT = 400  # the latest sentences on a company


class Proceeds:
    """Finds what raised money is for, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote from `evidence` by way of `passages`."""
        self._evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer a question for the use of proceeds, or return None when it is none or nothing says it."""
        if len(question.subjects) != 1 or not _ASKED.search(question.folded):
            return None
        archive = self._evidence.library.archive
        keys = [k for i in question.subjects[0] for k in archive.sentences_about(i)[-_LOOKED_AT:]]
        told = [s for s in archive.sentences(keys) if s.article_id in self._evidence.visible and self._tells(s)]
        if not told:
            return None
        want = asked(question.folded)
        editions = sorted({self._date(s) for s in told})
        if want.old != want.new and len(editions) > 1:  # of the first prospectus, or of the one that put it right
            told = [s for s in told if self._date(s) == editions[0 if want.old else -1]]
        best = max(told, key=lambda s: (self._figures(s), -s.id))
        after = self._evidence.library.search.neighbour(best, 1), self._evidence.library.search.neighbour(best, 2)
        rest = next((s for s in after if s is not None and s.paragraph == best.paragraph and _REST.match(fold(s.text))), None)  # what the others are for
        return self._passages.quoting.quote("passage", [best, *([rest] if rest else [])])

    def _date(self, sentence: StoredSentence) -> str:
        return self._evidence.library.articles[sentence.article_id].published or ""

    def _tells(self, sentence: StoredSentence) -> bool:
        folded = fold(sentence.text)
        return bool(_RAISED.search(folded) and _SPENT.search(folded)) and self._figures(sentence) > 0

    def _figures(self, sentence: StoredSentence) -> int:
        return len(self._evidence.library.search.reading.quantities(sentence))
