"""Who held a post before: 上一任行政總裁, "her predecessor", "the previous director-general".

Told by who came after them (接替退休的某某, "succeeded P"), or by calling them the former one, or by their going. The one in the
post now is no answer, so where nothing tells of the one before, nobody is named.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.bodies import of_body_asked
from bot.answers.passages import Passages
from bot.answers.staff import Staff
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.model import Mention
from kb.rows import StoredSentence
from kb.text import fold

_FORMER = r"(?:上一?任|前一?任|前任|上一个|上届|前面那[位任个]|先前的|之前的|原来的)"
ASKED = lazy.compile(rf"{_FORMER}(?:的)?[\u3400-\u9fff·]{{0,12}}|接替了?谁|接[了的]?谁的[班位棒]|\b(?:previous|former|last|outgoing|prior) (?!year|quarter|month|week|job|employer|company)(?:[\w-]+ ){{0,3}}[\w-]+|\bpredecessor\b|\bwho did [^?]{{2,60}} (?:replace|succeed|take over from)\b|\bwho (?:held|had|ran|led|headed) [^?]{{2,60}}\bbefore\b")
_POST = lazy.compile(rf"{_FORMER}的?(?P<zh>[\u3400-\u9fff]{{0,4}}?[长任席官师员监裁])(?=是|叫|姓|为|系|的|谁|$|[?,])|\b(?:previous|former|last) (?:[\w-]+ ){{0,3}}?(?P<en>[a-z-]+)\b\??$")
_BACK = 3  # sentences
_WHO = lazy.compile(r"谁|哪位|何人|什么名字|名字|姓名|\bwho\b|\bwhom\b|\bname\b")
# Before the name of whoever was followed, or behind it.
_FOLLOWED = lazy.compile(r"(?:接替|取代|接任|接下|接过|接棒|替换)了?[^,。;]{0,14}$|(?:前任|上一?任|前一?任)[^,。;]{0,12}$|由$|\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing|e)|(?:tak(?:e|es|ing)|took) over from|following|predecessor,?|(?:former|previous|outgoing)(?: [\w-]+){1,4})\b(?! by)[^,.;]{0,30}$")
_HANDS_OVER = lazy.compile(r"^(?:改为|改由|交棒给?|交给|传给)|^[^,。;]{0,10}(?:卸任|退休|辞[任职去]|请辞|离[任职]|下台|调[任离升]|转[任投])|^,? (?:who )?(?:has |had )?(?:retired|resigned|stepped down|left|departed|quit)\b|^,? (?:was|is|has been|had been|will be) (?:succeeded|replaced)\b")


class Predecessors:
    """Finds who held a post before, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages
        self._staff = Staff(evidence)

    def never(self, question: Question) -> bool:
        """Whether it is asked of a post, by whose it is, so that who holds it now is no answer."""
        known = self.evidence.library.names.entities
        return self.must(question) and not any(known[i].kind == "person" for g in question.subjects for i in g)

    def must(self, question: Question) -> bool:
        """Whether a question asks for who held a post before."""
        asked = ASKED.search(question.folded)
        return asked is not None and bool(_WHO.search(question.folded)) and bool(question.roles or _post(question.folded)) and question.wants in ("person", "") and not _of_a_life(question)

    def answer(self, question: Question) -> Answer | None:
        """Quote the sentence that names whom the one in the post followed, or return None."""
        if not self.must(question):
            return None
        known = self.evidence.library.names.entities
        firms = {i for g in question.subjects for i in g if known[i].kind != "person"}
        people = {i for g in question.subjects for i in g if known[i].kind == "person"}
        found = [(m, s) for s in self._about(question, firms, people) for m in self._followed(question, s, firms, people)]
        named = dict.fromkeys(m.entity for m, _ in found)
        return self._passages.quoting.quote("person", [found[0][1]], alone=True) if len(named) == 1 else None

    def _about(self, question: Question, firms: set[str], people: set[str]) -> list[StoredSentence]:
        """The sentences that may tell it: on these subjects; where none is known, in the articles that say what is asked."""
        archive, visible = self.evidence.library.archive, self._passages.fitting.visible(question)
        if firms or people:
            ids = sorted({i for s in firms | people for i in archive.sentences_about(s)})[:600]
            about = [s for s in archive.sentences(ids) if s.article_id in visible]
            articles = {s.article_id for s in about if firms & self.evidence.library.mains.of(s.article_id)}
            return list({s.id: s for s in (*about, *(s for a in sorted(articles) for s in archive.sentences_of_article(a)))}.values())
        needs = [n for n in question.needs if not n.light]
        ranked = self.evidence.library.search.rank(needs, (), visible, limit=10) if needs else []
        return archive.sentences_of_article(ranked[0].sentence.article_id) if ranked else []

    def _followed(self, question: Question, sentence: StoredSentence, firms: set[str], people: set[str]) -> list[Mention]:
        """Whom a sentence tells to have held the post before."""
        folded, known = fold(sentence.text), self.evidence.library.names.entities
        roles = set(question.roles) - {"predecessor"}
        before = self.evidence.library.search.neighbour(sentence, -1)
        said = self._staff.roles_said(folded) or (self._staff.roles_said(fold(before.text)) if before is not None else set())
        named = {m.entity for m in sentence.mentions if known[m.entity].kind == "company"}
        post = _post(question.folded)
        near = [sentence, *(s for n in range(1, _BACK + 1) if (s := self.evidence.library.search.neighbour(sentence, -n)) is not None)]
        told = bool(roles & set(said)) or (bool(post) and any(post in fold(s.text) for s in near))
        if (not people and not told) or (firms and named and not named & firms) or not of_body_asked(question.folded, folded, roles, self.evidence.library.names):
            return []
        out = []
        for m in (m for m in sentence.mentions if known[m.entity].kind == "person" and m.entity not in people):
            begin = max((x.end for x in sentence.mentions if x.end <= m.start), default=0)
            until = min((x.start for x in sentence.mentions if x.start >= m.end), default=len(folded))
            ahead, behind = folded[max(begin, m.start - 60) : m.start], folded[m.end : until]
            if (ahead.endswith("由") and not _HANDS_OVER.match(behind)) or not (_FOLLOWED.search(ahead) or _HANDS_OVER.match(behind)):
                continue
            out.append(m)
        return out


def _post(folded: str) -> str:
    """The post a folded question names behind "the former", for those that no list of posts has: 上一任局長."""
    found = _POST.search(folded)
    return (found["zh"] or found["en"]) if found else ""


def _of_a_life(question: Question) -> bool:
    """Whether what somebody did before is asked for, and not who was before them."""
    return question.wants == "post" or "before" in question.flags
