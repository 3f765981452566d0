"""How much of a firm somebody holds: the sentence that gives the holder's share, of the firm asked for.

Which share in a sentence is whose says `kb.holdings`. The firm held is the one that the sentence names beside the share,
or else the one its article is about. What a later article says of the same holder comes first.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import holdings, lazy
from kb.holdings import Named
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(r"股[权份]|持股|持有|占股|入股|占[^,?]{0,10}(?:多少|几成|百分之几)|\b(?:own(?:s|ed)?|hold(?:s|ing)?|held|stake|shareholding|shares?)\b")
_HOW_MUCH = lazy.compile(r"多少|几成|百分之几|比例|几%|\bhow (?:much|big|large|many)\b|\b(?:what|which) (?:\w+ ){0,2}?(?:stake|share|per ?cent\w*|percentage|shareholding|holding|proportion)\b")
_NOT_SO = lazy.compile(r"市场|市占|收购|卖出|出售|减持|增持|认购|买[下入了]|质押|套现|多少(?:股(?![权份])|[万亿钱元])|一共|合计|总共|加起来|\b(?:market|sold|sell(?:s|ing)?|bought|buy(?:s|ing)?|acquir\w+|rais\w+|together|combined|total|worth|revenue|sales)\b")
_FIRST = lazy.compile(r"首版|初版|第一版|首次|最初|起初|原来|当初|\b(?:first|originally|initially|at first)\b")
_LOOKED_AT = 400


def firms_of(evidence: Evidence, article: int) -> frozenset[str]:
    """Return whom an article is about: by what it is mainly about, or by the firms that it opens with."""
    library = evidence.library
    return library.mains.of(article) or frozenset(
        m.entity for s in library.archive.window(article, 0, 1) for m in s.mentions if library.names.entities[m.entity].kind == "company"
    )


class Holders:
    """Finds how much somebody holds, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self._evidence = evidence
        self._passages = passages
        self._entities = evidence.library.names.entities

    def answer(self, question: Question) -> Answer | None:
        """Answer how much of a firm somebody holds, or return None."""
        if not 0 < len(question.subjects) <= 2 or question.extreme or question.periods or question.wants not in ("amount", "ratio", ""):
            return None
        folded = question.folded
        if not ("shareholding" in question.measures or _ASKED.search(folded)) or not _HOW_MUCH.search(folded) or _NOT_SO.search(folded):
            return None
        groups = [set(g) for g in question.subjects]
        people = [g for g in groups if any(self._entities[i].kind == "person" for i in g)]  # what her firm holds of another is not hers
        found = [told for holder in people or groups for told in self._told(question, holder, next((g for g in groups if g is not holder), None))]
        if not found:
            return None
        found.sort(key=lambda f: (self._date(f[0]), f[0].id), reverse=not _FIRST.search(folded))
        best, share = found[0]
        others = [s for s, other in found if other != share and s.article_id != best.article_id]
        return self._passages.quoting.quote("fact", [best, *others[:1]], alone=True)

    def _told(self, question: Question, holder: set[str], firm: set[str] | None) -> list[tuple[StoredSentence, str]]:
        """The sentences that give the holder's share of the firm, each with that share; none where one gives two."""
        archive, visible = self._evidence.library.archive, self._passages.fitting.visible(question)
        about = archive.sentences(sorted({k for h in holder for k in archive.sentences_about(h)[-_LOOKED_AT:]}))
        out = []
        for s in about:
            if s.article_id not in visible or not any(m.entity in holder for m in s.mentions):
                continue
            shares = self._shares(s, holder, firm)
            if len(shares) == 1:
                out.append((s, shares.pop()))
        return out

    def _shares(self, sentence: StoredSentence, holder: set[str], firm: set[str] | None) -> set[str]:
        named = [Named(m.entity, m.start, m.end) for m in sentence.mentions if self._entities[m.entity].kind in ("person", "company", "institution")]
        main = firms_of(self._evidence, sentence.article_id)
        held = frozenset((firm or main) - holder)
        out = set()
        for h in holdings.read(fold(sentence.text), named, held):
            if h.holder not in holder:
                continue
            between = {n.id for n in named if h.gap[0] <= n.start and n.end <= h.gap[1]} - holder
            of = between or ({n.id for n in named if firm and n.id in firm}) or main
            if (firm and of & firm) or (firm is None and of - holder):
                out.add(h.share)
        return out

    def _date(self, sentence: StoredSentence) -> str:
        return self._evidence.library.articles[sentence.article_id].published or ""
