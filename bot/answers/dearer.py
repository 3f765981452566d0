"""Why a product is dearer or cheaper than the one before it: "The company said the higher price reflected a bigger battery".

The sentence says both: that a price moved, and what for. It is of the article that tells of the product.
"""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.productlines import ProductLines
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_WHY = lazy.compile(r"\bwhy\b|\bhow come\b|\breasons?\b|为什么|为何|为啥|何以|怎么会?|原因|凭什么|点解")
_UP = r"[更较]?贵|涨价?|加价|调[涨高]|\b(?:more expensive|dear(?:er)?|pric(?:ier|ey)|cost(?:s|ing)? (?:so much )?more|(?:price|cost)s? (?:rise|rose|went up|go up|gone up|increase\w*|hike\w*)|higher price|price (?:rise|increase|hike)|increase in (?:the )?price|rise in (?:the )?price)\b"
_DOWN = r"便宜|降价|减价|调降|\b(?:cheaper|price cut|cut (?:the )?price|less expensive|cost(?:s|ing)? less|lower price)\b"
_DEARER, _CHEAPER = lazy.compile(_UP), lazy.compile(_DOWN)
_ROSE = lazy.compile(rf"{_UP}|\b(?:blam\w+ the (?:rise|increase)|the (?:rise|increase|extra cost|premium))\b")
_FELL = lazy.compile(rf"{_DOWN}|\bthe (?:cut|reduction|saving)\b")
_CAUSE = lazy.compile(r"因为?|由于|原因|反映|归因|主因|得益|源于|来自|\b(?:because|since|blam\w+|reflect\w*|due to|owing to|thanks to|caused by|attribut\w+|explain\w*|on account of|driven by)\b")


class Dearer:
    """Answers why a product costs more or less than before."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Tell in the words of `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._lines = ProductLines(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer why, or None where that is not asked of a product or not told."""
        entities = self.evidence.library.names.entities
        things = [g for g in question.subjects if entities[g[0]].kind == "product"]
        up, down = _DEARER.search(question.folded), _CHEAPER.search(question.folded)
        if not things or not _WHY.search(question.folded) or bool(up) == bool(down):
            return None
        moved = _ROSE if up else _FELL
        told = self._lines.sentences(things[0], whole=True)
        articles = dict.fromkeys(s.article_id for s in told)
        found = [s for a in articles for s in self.evidence.library.archive.sentences_of_article(a) if self._says(s, moved)]
        return self._passages.quoting.quote("passage", found[:1], alone=True) if len(found) == 1 else None

    @staticmethod
    def _says(sentence: StoredSentence, moved: re.Pattern[str]) -> bool:
        folded = fold(sentence.text)
        return bool(moved.search(folded) and _CAUSE.search(folded))
