"""Who takes over a post: the next chief executive, whoever succeeds P.

The sentence must name the one who comes: 由某某接任, "named X to succeed Y", "her successor, X". One that
only names who goes is no answer.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.answers.staff import Staff
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Mention
from kb.rows import StoredSentence
from kb.text import clauses, fold

# Folded.
_ASKED = lazy.compile(
    r"接任|谁(?:来|会|要|将)?接(?![受到触收入])|接替|接班|继任|接棒|接手|接掌|暂代|代理(?!商|权|人)|谁[来会要]?[代顶]|下一?任|新任|换谁|交棒给谁|\b(?:succeed\w*|successor|t(?:ak(?:e|es|ing|en)|ook) over|(?:handl(?:es?|ing)|doing|does|assum(?:es?|ing)|covering) [^?]{2,50}?(?:duties|job|work|role)|replac(?:e|es|ing|ed)|takes the helm|cover(?:s|ing)? (?:for|the (?:post|role|job|position|seat))|(?:fill|step|stand)(?:s|ing)? in\b|"
    r"(?:next|new|incoming) (?:\w+ ){0,3}(?:ceo|cfo|coo|cto|chief|chair\w*|president|director|head|boss))\b"
)
_SUCCESSOR = lazy.compile(r"继任者|接班人|接替者|接任者|\bsuccessor\b")
_WHO = lazy.compile(r"谁|哪位|何人|\bwho\b|\bwhom\b|\bname\b")
_NAMED = lazy.compile(
    r"(?:由|任命|委任|聘任|聘请|提名|推选|选出|交棒给|交给|传给|继任者|接班人|接替者|接任者)[^,。;]{0,16}$|"
    r"\b(?:named|naming|appoint(?:s|ed|ing)?|promot(?:es|ed|ing)|hir(?:es|ed)|elect(?:s|ed)|chose|picked|tapped|successor|replacement|succeeded by|replaced by|(?:hand|pass|go)(?:s|es|ed|ing)? (?:over )?to)\b[^.;]{0,60}$"
)
_COMES = lazy.compile(
    r"^[^。;]{0,24}?(?:接任|接替|接棒|接班|接掌|升任|继任|接手|出任|就任|暂代|代理|兼任|代行)|"
    r"^(?: ?\([^)]*\))?[^.;]{0,60}?\b(?:succeed(?:s|ed)?|tak(?:e|es|ing) (?:over|charge|the helm)|replac(?:e|es|ed)|(?:will |to )becom(?:e|es)|(?:was|been|is) (?:named|appointed|promoted|elected))\b"
)
_LEANS = lazy.compile(r"[他她]|其(?:职务|职位|继任|空缺)|(?:职务|职位|空缺|遗缺)|\b(?:s?he|his|her) ")
# Before a name: whoever is followed, not who follows.
_FOLLOWED = lazy.compile(r"(?:接替|取代|接任|接下|接过)[^,。;]{0,12}$|\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing|e)|tak(?:e|es|ing) over from|took over from|following)\b(?! by)[^,.;]{0,50}$")


def asks_successor(folded: str) -> bool:
    """Return whether a folded question asks who takes over a post.

    >>> asks_successor("谁接晶澍执行长"), asks_successor("who took over from her"), asks_successor("who is the cfo")
    (True, True, False)
    """
    return bool(_ASKED.search(folded))


class Successors:
    """Finds who takes over, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._staff = Staff(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer "who succeeds P", "who is X's next chief executive", or return None."""
        folded = question.folded
        if not _ASKED.search(folded) or not _WHO.search(folded) or question.wants not in ("person", "") or not question.subjects:
            return None
        known = self.evidence.library.names.entities
        people = {i for g in question.subjects for i in g if known[i].kind == "person"}
        firms = {i for g in question.subjects for i in g if known[i].kind in ("company", "institution")}
        archive, visible = self.evidence.library.archive, self._passages.fitting.visible(question)
        ids = sorted({i for s in people | firms for i in archive.sentences_about(s)})[:600]
        about = [s for s in archive.sentences(ids) if s.article_id in visible]
        if people:  # where P is followed: P's own sentences, and those right after
            near = {(s.article_id, s.n + d) for s in about if people & set(s.topics) for d in (0, 1, 2)}
            about = [s for a in dict.fromkeys(a for a, _ in near) for s in archive.sentences_of_article(a) if (a, s.n) in near]
        found = [(w, m, s) for s in about for w, m in self._coming(question, s, people, firms)]
        if not found:
            return None
        worth, mention, best = max(found, key=lambda x: (x[0], -x[2].id, -x[1].start))
        rivals = {m.entity for w, m, s in found if s is best and m.entity != mention.entity and w < worth}
        if not rivals:
            return self._passages.quoting.quote("person", [best])
        begin, end = next((a, b) for a, b in clauses(fold(best.text)) if a <= mention.start < b)
        text = self.evidence.clause(best.text[begin:end])  # the post asked for, not the other one that changes hands
        lines, quotes = ((self.evidence.words.quote_lead,), (text,)) if self.evidence.foreign(best.text) else ((text,), ())
        return Answer(True, self.evidence.lang, "person", lines, quotes=quotes, sources=self.evidence.sources([best]))

    def _coming(
        self, question: Question, sentence: StoredSentence, people: set[str], firms: set[str]
    ) -> list[tuple[int, Mention]]:
        """Whom a sentence tells to come, each with how well it does."""
        folded = fold(sentence.text)
        known = self.evidence.library.names.entities
        out: list[tuple[int, Mention]] = []
        for m in sentence.mentions:
            if known[m.entity].kind != "person" or m.entity in people or not self._comes(folded, m, sentence):
                continue
            tied = self._staff.titles(sentence, folded, m.start, m.end)
            if firms and tied and not set(tied) & firms:
                continue
            roles = set(question.roles)
            here = self._staff.roles_said(folded) | self._left(sentence, folded)
            said = not roles or bool(roles & here) or bool(_SUCCESSOR.search(folded))
            named = {x.entity for x in sentence.mentions}
            if not said and not people:
                continue
            if people and not named & people and not _SUCCESSOR.search(folded):
                continue
            clause = next((folded[a:b] for a, b in clauses(folded) if a <= m.start < b), folded)
            close = bool(roles & self._staff.roles_said(clause))
            out.append((1 + 2 * bool(named & people) + 2 * bool(roles & here) + close + bool(named & firms), m))
        return out

    def _left(self, sentence: StoredSentence, folded: str) -> set[str]:
        """The posts that the sentence before tells of, where "she will be succeeded by" leans on it."""
        before = self.evidence.library.search.neighbour(sentence, -1) if _LEANS.match(folded) else None
        return set(self._staff.roles_said(fold(before.text))) if before else set()

    @staticmethod
    def _comes(folded: str, m: Mention, sentence: StoredSentence) -> bool:
        """Whether a mention is of somebody who takes over."""
        others = [x for x in sentence.mentions if x is not m]
        begin = max((x.end for x in others if x.end <= m.start), default=0)
        until = min((x.start for x in others if x.start >= m.end), default=len(folded))
        before, after = folded[max(begin, m.start - 80) : m.start], folded[m.end : until]
        if _FOLLOWED.search(before):
            return False
        return bool(_NAMED.search(before) or _COMES.search(after))
