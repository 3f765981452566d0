"""Who the largest or controlling shareholder of a company is, and how much they hold.

The sentence must put an owner, a person or a firm, beside the word for it, and be about the company asked for: by its
name, or by what the article is about where it names none but the owner.
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

# Folded.
_OWNER = r"控股股东|头号股东|(?:单一|第一|最)大股东|(?<![一二三四五六七八九十单最])大股东|实际控制人|实控人|\b(?:largest|biggest|controlling|majority|main|top|leading)(?: single| individual)? (?:shareholder|owner|investor|stakeholder)"
_ASKED = lazy.compile(rf"(?:{_OWNER})(?!大会|应占|净利)")
_WHO = lazy.compile(r"谁|哪[家位个]|什么|\b(?:who|whose|which)\b")
_HELD = lazy.compile(r"持股(?:比例)?(?:是|为|有)?多少|持有多少|多少股|占多少|\bhow (?:much|big)\b|\bwhat (?:stake|share)\b")
_SHARE = lazy.compile(r"\d\s*(?:%|percent|per cent|pct|个百分点|成)|百分之")
_AFTER = r"^(?:是|为|则是|即|:|,)?[^,。;]{0,14}$|^(?: is|,| was| remains|:)?(?: the| its)?(?: [a-z-]+){0,5} ?$"
_NEXT = lazy.compile(_AFTER)
_BACK = lazy.compile(r"^[^,。;]{0,10}(?:是|为|系|作为)[^,。;]{0,16}$|^(?:,| is| was| remains| as)[^.;]{0,40}(?:the|its|'s|’s|a) $")


class Owners:
    """Finds who owns most of a company, for one asker."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer who the largest shareholder is, or return None."""
        entities = self.evidence.library.names.entities
        firms = {i for g in question.subjects for i in g if entities[i].kind == "company"}
        if not firms or len(question.subjects) != 1 or not _ASKED.search(question.folded) or not (_WHO.search(question.folded) or _HELD.search(question.folded)) or question.periods:
            return None
        archive, visible = self.evidence.library.archive, self._passages.fitting.visible(question)
        about = archive.sentences(sorted({i for f in firms for i in archive.sentences_about(f)})[:400])
        articles = dict.fromkeys(s.article_id for s in about if s.article_id in visible)
        told = [s for a in articles for s in archive.sentences_of_article(a) if self._owners(s, firms) and self._of(s, firms)]
        if _HELD.search(question.folded):
            told = [s for s in told if _SHARE.search(fold(s.text))]
        named = {o for s in told for o in self._owners(s, firms)}
        return self._passages.quoting.quote("person", told[:1], alone=True) if told and len(named) == 1 else None

    def _owners(self, sentence: StoredSentence, firms: set[str]) -> set[str]:
        """Who stands beside the word for an owner in a sentence."""
        entities, folded = self.evidence.library.names.entities, fold(sentence.text)
        out = set()
        for word in _ASKED.finditer(folded):
            for m in sentence.mentions:
                if m.entity in firms or entities[m.entity].kind not in ("person", "company", "institution"):
                    continue
                if (m.start >= word.end() and _NEXT.match(folded[word.end() : m.start])) or (m.end <= word.start() and _BACK.match(folded[m.end : word.start()])):
                    out.add(m.entity)
        return out

    def _of(self, sentence: StoredSentence, firms: set[str]) -> bool:
        """Whether it is one of these firms that somebody owns most of."""
        library, owners = self.evidence.library, self._owners(sentence, firms)
        word = _ASKED.search(fold(sentence.text))
        firm_kinds = {m.entity for m in sentence.mentions if word and m.end <= word.start() and library.names.entities[m.entity].kind == "company"} - owners
        if firm_kinds:
            return bool(firm_kinds & firms)
        before = [s for s in library.archive.window(sentence.article_id, sentence.n - 3, sentence.n - 1) if s.paragraph == sentence.paragraph]
        last = next((m.entity for s in reversed(before) for m in reversed(s.mentions) if library.names.entities[m.entity].kind == "company" and m.entity not in owners), None)
        return last in firms if last else bool(firms & firms_of(self.evidence, sentence.article_id))
