"""Lists of companies gathered from many sentences: who announced on that day, who is in that section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.groups import Groups, counted
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.wording import joined
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.subjects import looks_on
from kb.text import fold

_COMPANIES = lazy.compile(
    r"哪些[^,?]{0,12}?(?:公司|厂商|企业|厂|品牌|银行|业者)|哪几家|(?:公司|厂商|企业)有哪些|which (?:\w+[ -]){0,4}(?:companies|firms|makers|banks|vendors)|what companies"
    r"|(?:公布|发布|披露|公告|发出|交出)[^,?]{0,16}(?:有|是)(?:谁|哪些)|有谁[^,?]{0,2}(?:公布|发布|披露|公告|发了|交了)|\bwho (?:published|announced|reported|released|disclosed|posted|issued)\b"
)
_SUBJECT_WITHIN = 30  # characters into a sentence that its subject stands at most


class Lists:
    """Gathers the companies that sentences are about."""

    def __init__(self, evidence: Evidence, passages: Passages, groups: Groups) -> None:
        """Find sentences through `passages`, and the members of a group with `groups`."""
        self.evidence = evidence
        self._passages = passages
        self._groups = groups

    def answer(self, question: Question) -> Answer | None:
        """Answer "which companies …" where several sentences each give one."""
        if question.subjects or question.extreme or not _COMPANIES.search(question.folded):
            return None
        if "loss" in question.flags and not question.aspect:
            return None  # who lost money is told by figures, not by who is spoken of with losses
        members = self._groups.members(question, set()) if counted(question.folded) else None
        if members:
            return self._passages.answer_members(question, members) or self._named(question, members)
        needs = [n for n in question.needs if not n.light]
        sentences = self._section(question, [n for n in needs if not soft(n)]) or self._saying(question, needs)
        companies = self._leading(sentences)
        if len(companies) < 2:
            return None
        names = [self.evidence.name(c) for c in companies]
        return Answer(
            True,
            self.evidence.lang,
            "list",
            (joined(self.evidence.words, names) + self.evidence.words.stop,),
            sources=self.evidence.sources(sentences[:1]),
        )

    def _named(self, question: Question, members: set[str]) -> Answer | None:
        """Name the members of a group that no sentence lists together, when they are as many as asked for."""
        if counted(question.folded) != len(members):
            return None
        library = self.evidence.library
        first = {m: min(library.archive.sentences_naming(m), default=0) for m in members}
        ordered = sorted(members, key=lambda m: first[m])
        names = [self.evidence.name(m) for m in ordered]
        sentences = library.archive.sentences([first[ordered[0]]])
        return Answer(
            True, self.evidence.lang, "list", (joined(self.evidence.words, names) + self.evidence.words.stop,),
            sources=self.evidence.sources(sentences),
        )  # fmt: skip

    def _section(self, question: Question, needs: Sequence[Need]) -> list[StoredSentence]:
        """The sentences under a heading that is what the question names."""
        search = self.evidence.library.search
        if not needs or (question.periods and any(p.start.startswith("--") for p in question.periods)):
            return []
        found = search.rank(needs, (), self._passages.fitting.visible(question), limit=60)
        rarest = max(needs, key=search.weight)
        places = {
            (s.sentence.article_id, s.sentence.heading)
            for s in found
            if search.heading_holds(rarest, s.sentence.heading)
        }
        sections = [
            [s for s in self.evidence.library.archive.sentences_of_article(article) if s.heading == heading]
            for article, heading in sorted(places)
        ]
        return max(sections, key=lambda s: len(self._leading(s)), default=[])

    def _saying(self, question: Question, needs: Sequence[Need]) -> list[StoredSentence]:
        """The sentences that each say the whole thing, of the period asked for."""
        ranked = self._passages.ranked(question, 120)
        good = [s.sentence for s in ranked if not s.missing and s.coverage >= 0.8]
        return sorted(good, key=lambda s: (s.article_id, s.n)) if needs else []

    def _leading(self, sentences: Sequence[StoredSentence]) -> list[str]:
        """The company each sentence begins with, each once, in order."""
        entities = self.evidence.library.names.entities
        out = []
        for sentence in sentences:
            first = next((m for m in sentence.mentions if entities[m.entity].kind == "company"), None)
            if (
                first
                and first.start <= _SUBJECT_WITHIN
                and not re.search(r"[为与和对向]$", fold(sentence.text)[: first.start])
                and not looks_on(fold(sentence.text), first.end)
            ):
                out.append(first.entity)
        return list(dict.fromkeys(out))
