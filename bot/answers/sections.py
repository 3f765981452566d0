"""The firms of a section: those that the sentences under a heading begin with, where the heading names their kind.

An article that goes through a field by kinds of firm (a heading each: 模擬晶片公司, "Memory chip makers") says of
each firm in which section it stands, and not in its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.evidence import Evidence
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.subjects import looks_on
from kb.terms import term_token
from kb.text import fold

_TERM = 4  # characters of a term within another
_ARTICLES = 4  # whose headings are looked at
_WITHIN = 30  # characters into a sentence that its subject stands at most
_NOT_SUBJECT = lazy.compile(r"[为与和对向]$")
# What any firm may be called adds nothing to the name of a kind.
_ANYBODY = lazy.compile(r"公司|企业|厂商?|业者|大厂|类股?|板块|领域|概念股|\b(?:makers?|firms?|compan(?:y|ies)|names?|cos|stocks?|players?|vendors?|suppliers?|sector|section|group|ones)\b")
_ANY_FIRM = lazy.compile(rf"{_ANYBODY.pattern}|半导体|芯片|晶片|\b(?:semiconductor|chip|semi)s?\b")
_PLACE = lazy.compile(r"(?:(?:第[一二三四五六七八九十\d]{1,2}(?:名|位)?|(?:no|top)[. ]{0,2}\d{1,2}|[一二三四五六七八九十\d]{1,2}[、.])[:, .、]*)?")  # 第四名：白鷺倉儲
_PARTS = lazy.compile(r"[与和及、,，:：&]|\band\b")


class Sections:
    """Finds the firms of sections for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Read the articles of `evidence`."""
        self._evidence = evidence
        self._search = evidence.library.search

    def of(self, needs: Sequence[Need], found: Iterable[StoredSentence]) -> list[StoredSentence]:
        """Return the sentences under the headings that say what a question calls a kind of firm, none where no heading does.

        `found`: sentences of the articles that may be meant, the likeliest first.
        """
        kind = [n for n in needs if _bare(n.surface)]
        articles = list(dict.fromkeys(s.article_id for s in found))[:_ARTICLES]
        best: list[StoredSentence] = []
        for article in articles if kind else ():
            under = [s for s in self._evidence.library.archive.sentences_of_article(article) if s.heading]
            fitting = {h for h in {s.heading for s in under} if all(self._holds(n, h) for n in kind)}
            told = [s for s in under if s.heading in fitting and not self._of_another(s, kind)]
            if len(self.leading(told)) > len(self.leading(best)):
                best = told
        return best

    def titled(self, needs: Sequence[Need], title: str) -> bool:
        """Return whether a title says all that a question calls a kind of firm: 晶片公司 of 晶片設計公司年度預告盤點."""
        if not needs:
            return False
        terms = self._terms_within(fold(title))
        return all(self._search.heading_holds(n, title) or (len(bare := _ANYBODY.sub("", n.surface).strip()) > 1 and (bare in fold(title) or any(len(o) == 1 and o[0] in terms for o in n.options))) for n in needs)

    def _terms_within(self, title: str) -> set[str]:
        """The terms a folded title has, those within longer ones too: the 晶片 of 晶片設計公司."""
        terms = self._evidence.library.names.terms
        latin = [m.group() for m in re.finditer(r"[a-z][a-z-]+", title)]
        runs = [m.group() for m in re.finditer(r"[\u3400-\u9fff]+", title)]
        parts = [*latin, *(r[a : a + n] for r in runs for n in range(2, _TERM + 1) for a in range(len(r) - n + 1))]
        return {term_token(t.kind, t.id) for p in parts for t in terms(p) if t.kind == "concept"}

    def heads(self, article: int) -> set[str]:
        """Return the firms whose names headings of an article begin with, where each has one of its own."""
        library = self._evidence.library
        headings = dict.fromkeys(s.heading for s in library.archive.sentences_of_article(article) if s.heading)
        entities = library.names.entities
        begin = ([s for s in library.names.find(fold(h)) if s.kind == "entity" and s.start in (0, _PLACE.match(fold(h)).end())] for h in headings)  # type: ignore[union-attr]  # it may match nothing
        return {spans[0].ids[0] for spans in begin if spans and entities[spans[0].ids[0]].kind == "company"}

    def firms(self, sentences: Sequence[StoredSentence]) -> list[str]:
        """Return the firms of a section: those it gives figures of, where it gives any of two; else those it speaks of."""
        told = self.leading(sentences)
        facts = self._evidence.library.archive.facts
        having = {f.subject for s in sentences for f in facts(sentence=s.id)}
        return [c for c in told if c in having] if len(having.intersection(told)) > 1 else told

    def leading(self, sentences: Iterable[StoredSentence]) -> list[str]:
        """Return the company each sentence begins with, each once, in order."""
        entities = self._evidence.library.names.entities
        out = []
        for sentence in sentences:
            first = next((m for m in sentence.mentions if entities[m.entity].kind == "company"), None)
            if (
                first
                and first.start <= _WITHIN
                and not _NOT_SUBJECT.search(fold(sentence.text)[: first.start])
                and not looks_on(fold(sentence.text), first.end)
            ):
                out.append(first.entity)
        return list(dict.fromkeys(out))

    def _holds(self, need: Need, heading: str) -> bool:
        """Whether a heading says what a word of the question does, or all of it that tells one kind from another."""
        if self._search.heading_holds(need, heading):
            return True
        bare = _bare(need.surface)
        return len(bare) > 1 and bare in fold(heading)

    def _of_another(self, sentence: StoredSentence, kind: Sequence[Need]) -> bool:
        """Whether a sentence under a heading of two kinds (裝置與封測) says that it tells of the other."""
        parts = [p for p in _PARTS.split(fold(sentence.heading)) if p.strip()]
        asked = [p for p in parts if any(self._holds(n, p) for n in kind)]
        if not asked or len(asked) == len(parts):
            return False
        folded = fold(sentence.text)
        others = {_bare(p) for p in parts if p not in asked} - {""}
        own = {_bare(p) for p in asked} - {""}
        return any(o in folded for o in others) and not any(o in folded for o in own)


def _bare(surface: str) -> str:
    """What a word says besides what any firm may be called.

    >>> _bare("储存芯片公司"), _bare("memory chip"), _bare("chip makers")
    ('储存', 'memory', '')
    """
    return " ".join(_ANY_FIRM.sub("", surface).split())
