"""What somebody is: the post they hold now, and the company they hold it at.

A sentence answers only when it puts a post, or a company with a post, right beside the person; one that
tells of an earlier job says nothing of the present one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer
from bot.answers.staff import Staff, Stretch
from bot.answers.stepwords import BEFORE, STUDY
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.text import fold

# Folded. A post of today is asked for, or the company.
_TITLE = lazy.compile(
    r"头衔|职称|什么(?:职务|职位|岗位|职|位子|官)|(?:职务|职位)(?:是|为)|担任什么|挂什么|\b(?:title|position|post|role)\b|\bwhat does .{2,40} do (?:at|in|for)\b|\bwhat is .{2,40}'s job\b"
)
_PAST = lazy.compile(
    r"曾|当时|那时|以前|之前|此前|原来|过去|最后|最早|第一|毕业|离开|期间|的时候|时[,?]|\b(?:was|were|did|had|used to|former|previous|before|first|last|when|while|highest|in (?:19|20)\d\d)\b"
)
_AT_A_PLACE = lazy.compile(r"在(?!公司|目前|现|这|那|该|其|职|任)[^,?什哪]{2,12}?(?:里|里面)?(?:是?担任|任|当|做|是)")
_NOW = lazy.compile(r"现在|目前|现任|如今|现职|\b(?:now|current(?:ly)?|today)\b")
_EMPLOYER = lazy.compile(
    r"(?:是|来自|在|属于|任职于|服务于)?哪(?:一)?(?:家|个|间)(?:公司|企业|机构|单位|集团|机关|厂)(?:的(?:人|高管|主管|员工)?|工作|任职|上班|服务)?[?吗呢]*$"
    r"|(?:是|来自|在|属于|任职于|服务于)哪(?:一)?(?:家|个|间|所)(?:[研机]构|券商|银行|基金|投行|投顾|研究机构|研调机构|智库|医院|事务所|律所|媒体|报社)(?:的(?:人|主管|分析师|研究员|教授|医生|医师|律师)?|工作|任职|上班|服务)?[?吗呢]*$|在哪(?:里|儿)?(?:工作|任职|上班)[?]*$|的公司(?:叫|是)(?:什么|啥)|"
    r"\b(?:which|what) (?:company|firm|organi[sz]ation) (?:is|does) .{1,40}(?:from|with|at|work (?:for|at)|run|represent|belong to)|\bwho(?:m)? does .{1,40} work for\b|\bwhere does .{1,40} work\b"
)
_MOST = 2


@dataclass(slots=True)
class _Told:
    """A stretch with the posts right beside the person, folded, and the company named with them."""

    stretch: Stretch
    posts: tuple[str, ...]
    firm: str | None


def asks_employer(question: Question) -> bool:
    """Return whether a question asks for the company somebody is with now."""
    return bool(_EMPLOYER.search(question.folded)) and not _PAST.search(question.folded) and not BEFORE.search(question.folded) and not STUDY.search(question.folded)


class Titles:
    """Tells what somebody is, for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Read what is told of people through `Staff`."""
        self.evidence = evidence
        self._staff = Staff(evidence)

    def answer(self, question: Question) -> Answer | None:
        """Answer "what is P's title", "which company is P with", or return None."""
        entities = self.evidence.library.names.entities
        people = [g for g in question.subjects if entities[g[0]].kind == "person"]
        firms = [g for g in question.subjects if entities[g[0]].kind != "person"]
        if len(people) != 1 or question.wants in ("date", "duration", "age", "reason", "amount") or question.periods:
            return None
        if asks_employer(question) and not firms:
            return self._employer(people[0][0])
        if not _TITLE.search(question.folded) or (_PAST.search(question.folded) and not _NOW.search(question.folded)):
            return None
        home = self._staff.home(people[0][0])
        if firms and (home is None or not all(home[0] in g for g in firms)):
            return None  # a post they held elsewhere, though their firm may be named too: 甲的乙當過丙的什麼職位
        if not firms and _AT_A_PLACE.search(question.folded):
            return None  # 在研究院擔任什麼: a place that is no firm's name
        return self._titles(people[0][0])

    def _beside(self, person: str) -> list[_Told]:
        """What is told of somebody with a post right beside their name."""
        out = []
        for stretch in self._staff.everywhere(person):
            for m in (m for m in stretch.sentence.mentions if m.entity == person):
                posts = self._staff.posts(stretch.folded, m.start, m.end)
                if posts:
                    firms = self._staff.titles(stretch.sentence, stretch.folded, m.start, m.end)
                    out.append(_Told(stretch, tuple(posts), firms[0] if firms else None))
                    break
        return out

    def _titles(self, person: str) -> Answer | None:
        """The sentences that give the posts: with their company first, each that adds one."""
        told = sorted(self._beside(person), key=lambda t: t.firm is None)
        chosen: list[_Told] = []
        known: set[str] = set()
        for t in told:
            if len(chosen) < _MOST and set(t.posts) - known:
                chosen.append(t)
                known |= set(t.posts)
        return self._tell(person, [t.stretch for t in chosen], self._at(person, chosen)) if chosen else None

    def _at(self, person: str, chosen: Sequence[_Told]) -> str:
        """The person with their company, where the sentences with the posts leave it unsaid."""
        home = self._staff.employer(person, chosen[0].stretch.sentence.article_id)
        entities = self.evidence.library.names.entities
        said = any(entities[m.entity].kind in ("company", "institution") for t in chosen for m in t.stretch.sentence.mentions)
        return f"{self.evidence.name(person)}{self.evidence.words.aside.format(self.evidence.name(home))}" if home and not said else ""

    def _employer(self, person: str) -> Answer | None:
        home = self._staff.home(person)
        if home is None:
            return None
        firm, stretch = home
        named = next((t.stretch for t in self._beside(person) if t.firm == firm), None)
        lead = f"{self.evidence.name(person)}{self.evidence.words.aside.format(self.evidence.name(firm))}"
        return self._tell(person, [named or stretch], lead)

    def _tell(self, person: str, stretches: list[Stretch], lead: str = "") -> Answer:
        evidence = self.evidence
        own: list[str] = []
        foreign: list[str] = []
        for stretch in stretches:
            printed = stretch.sentence.text[stretch.begin : stretch.end]
            whole = printed.lstrip(" ,")[:1].islower()  # "to succeed chief executive P": it hangs on what is before
            text = evidence.quote(stretch.sentence.text) if whole else evidence.clause(printed)
            (foreign if evidence.foreign(stretch.sentence.text) else own).append(text)
        name = evidence.name(person)
        if lead:
            own.insert(0, lead)
        elif own and fold(name) not in fold(own[0]) and not any(m.entity == person for m in stretches[0].sentence.mentions):
            own[0] = f"{name}{evidence.words.colon}{own[0]}"
        if foreign and not lead:
            own.append(evidence.words.quote_lead_about.format(subject=name))
        return Answer(
            True, evidence.lang, "person", tuple(own), quotes=tuple(foreign), sources=evidence.sources([s.sentence for s in stretches])
        )
