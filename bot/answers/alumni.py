"""Who came from where: the people of one company that used to work at another, each with what they did.

Each line is the stretch of a sentence that names the person and says where they were, so posts and years
that stand between are told too.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence, StoredStep
from kb.search import Need
from kb.text import bigrams, clauses, fold

# Folded. What follows is where they came from.
_FROM = lazy.compile(
    r"(?:来自|出身(?:于|自)?|出自|源自|\b(?:c[oa]me from|are from|is from|from|work(?:ed|ing)? (?:at|for)|been (?:at|with)|employed (?:at|by)|time at|formerly (?:at|of|with)|alumni of|veterans of|left)\b)\s*(?P<after>[^?]+)|"
    r"(?:在|从|曾在|于)(?P<before>[^?,]{2,20}?)(?:待过|工作过|任职过|任过职|上过班|干过|做过|出来|跳槽|挖来|过来)|\b(?:ex-|former )(?P<ex>[\w ]{2,30})"
)
_PEOPLE = lazy.compile(
    r"高管|主管|高层|管理层|经理人|创始人|创办人|团队|成员|员工|哪些人|谁|几[位个人]|\b(?:executives?|managers?|leaders?|founders?|co-?founders?|who|people|members|team|directors?|officers?|engineers?)\b"
)
_MANY = lazy.compile(r"哪|谁|几|多少|\b(?:which|who|how many|list|name)\b")


class Alumni:
    """Lists the people of a company who came from another."""

    def __init__(self, evidence: Evidence) -> None:
        """List from `evidence`."""
        self.evidence = evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer "which executives of X came from Y", or return None."""
        entities = self.evidence.library.names.entities
        folded = question.folded
        asked = _FROM.search(folded)
        if not asked or not _PEOPLE.search(folded) or not _MANY.search(folded) or question.wants in ("amount", "date", "reason"):
            return None
        if any(entities[g[0]].kind == "person" for g in question.subjects):
            return None
        origin = next(x for x in (asked.group("after"), asked.group("before"), asked.group("ex")) if x is not None)
        groups = [set(g) for g in question.subjects]
        source = next((g for g in groups if self._written(g, origin)), set())
        words = [n.surface for n in question.needs if n.surface in origin] if not source else []
        home = next((g for g in groups if g != source), set())
        if not (source or words) or not home:
            return None
        steps = self._steps(question, source, words, home)
        if not steps:
            return None
        lines: dict[str, tuple[str, StoredSentence]] = {}
        for step in steps:
            sentence = self.evidence.library.search.load(step.sentence_id)
            lines.setdefault(step.person, (self._words(step, sentence), sentence))
        own = [t for t, s in lines.values() if not self.evidence.foreign(s.text)]
        foreign = [t for t, s in lines.values() if self.evidence.foreign(s.text)]
        lead = [self.evidence.words.quote_lead] if foreign else []
        return Answer(
            True, self.evidence.lang, "list", (*own, *lead), quotes=tuple(foreign),
            sources=self.evidence.sources([s for _, s in lines.values()]),
        )  # fmt: skip

    def _written(self, group: set[str], text: str) -> bool:
        entities = self.evidence.library.names.entities
        return any(fold(a) in text for i in group for a in (*entities[i].aliases, *entities[i].names.values()))

    def _steps(self, question: Question, source: set[str], words: list[str], home: set[str]) -> list[StoredStep]:
        library, visible = self.evidence.library, self.evidence.visible
        if source:
            ids = sorted({i for e in source for i in library.archive.sentences_naming(e)})
        else:
            needs = [n for n in question.needs if n.surface in words] or [Need(w, (tuple(bigrams(w)),)) for w in words]
            ids = sorted(s.sentence.id for s in library.search.rank(needs, (), visible, limit=60))
        homes = {library.search.load(i).article_id for e in home for i in library.archive.sentences_naming(e)}
        out = []
        for step in library.archive.steps_in(ids):
            if step.article_id not in visible or step.article_id not in homes:
                continue
            if "worked" in step.kinds or "left" in step.kinds:
                sentence = library.search.load(step.sentence_id)
                inside = {m.entity for m in sentence.mentions if step.begin <= m.start < step.end}
                if inside & source or any(w in fold(sentence.text)[step.begin : step.end] for w in words):
                    out.append(step)
        return out

    def _words(self, step: StoredStep, sentence: StoredSentence) -> str:
        """The words from the clause that names the person to the end of the step; else the name is put in front."""
        before = [m.start for m in sentence.mentions if m.entity == step.person and m.start < step.end]
        begin = step.begin
        if before:
            at = max(b for b in before if b <= max(step.begin, min(before)))
            begin = min(begin, next((a for a, b in clauses(fold(sentence.text)) if a <= at < b), begin))
        text = self.evidence.clause(sentence.text[begin : step.end])
        return text if before else f"{self.evidence.name(step.person)}{self.evidence.words.colon}{text}"
