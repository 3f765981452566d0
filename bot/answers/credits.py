"""Who made what: who designed the logo, composed the music, directed the film, wrote the script.

Such a credit is told in passing, often of somebody no list of names has, and in other words than it is asked for in:
「外觀由前某某設計師某某操刀」, "the logo was drawn by Danish illustrator So-and-so". What counts is that one clause
names the deed and whoever did it.
"""

from __future__ import annotations

import re

from bot.answer import Answer
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_HELD = 0.5  # of what else is asked, that a sentence without the name of the subject must hold
_MOST = 400  # sentences of one article that are looked through
# How a deed is asked for, and how it is told; folded.
_DEEDS = tuple(
    (lazy.compile(asked), lazy.compile(told))
    for asked, told in (
        (r"设计|\bdesign(?:ed|s)?\b|\bdrew\b|\bdraw", r"设计|操刀|手笔|出自|\bdesign(?:ed|s)?\b|\bdrawn\b|\bdrew\b|\bstyled\b"),
        (r"配乐|作曲|谱曲|编曲|音乐|原声|\bcompos\w+|\bmusic\b|\bsoundtrack\b|\bscored?\b", r"配乐|作曲|谱曲|编曲|音乐|原声|\bcompos\w+|\bmusic\b|\bsoundtrack\b|\bscored?\b"),
        (r"执导|导演|\bdirected\b|\bdirect(?:ed|s|or of)\b", r"执导|导演|\bdirected\b|\bdirector\b"),
        (r"编剧|剧本|写的|撰写|执笔|脚本|\bwrote\b|\bwrites\b|\bwritten\b|\bscript", r"编剧|剧本|撰写|执笔|脚本|所写|\bwrote\b|\bwritten\b|\bwriter\b|\bscript|\bscreenplay"),
        (r"绘制|插画|原画|画的|\billustrat\w+|\bpainted\b", r"绘制|插画|原画|所画|手绘|\billustrat\w+|\bpainted\b|\bdrawn\b"),
        (r"配音|\bvoiced?\b", r"配音|\bvoiced?\b"),
        (r"制作人|监制|制片|\bproducers?\b|\bproduced\b", r"制作人|监制|制片|\bproducers?\b|\bproduced\b"),
        (r"美术总监|艺术总监|\bart director\b", r"美术总监|艺术总监|\bart director\b"),
    )
)
_ASKS_WHO = lazy.compile(r"谁|哪[位个]|\bwho\b|\bwhose\b")
_NAME = lazy.compile(r"[A-Z][\w'’.-]+(?: (?:van|de|von|der|da|el|al|bin|[A-Z][\w'’.-]+)){1,3}")  # looked for as printed
# By somebody no list of names has: 由某某譜寫, 是某某的作品.
_BY = lazy.compile(r"(?:由|出自)(?!公司|本公司|团队|集团|我们|旗下|[^,。;]{0,6}(?:自行|自主|内部))[^,。;]{2,20}?(?:之手|操刀|设计|作曲|谱曲|谱写|执笔|绘制|撰写|配音|执导|包办|一手)|是[^,。;的]{2,12}的(?:作品|手笔)")
_CUT = lazy.compile(r"[,，;；。、]")
_PARTS = lazy.compile("[;；]")
_WORK = lazy.compile("[《「『“]")
_MADE_WORDS = frozenset("创办 做 制作 负责 完成".split())


class Credits:
    """Tells who made a part of something."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence one clause of which names the deed and its doer, or return None."""
        deed = self._deed(question)
        if deed is None:
            return None
        asked, told = deed
        things = [n for n in question.needs if not (n.light or asked.search(n.surface) or n.surface in _MADE_WORDS)]
        best: tuple[float, StoredSentence] | None = None
        search = self.evidence.library.search
        for sentence in self._candidates(question):
            if not self._credits(sentence, told, question):
                continue
            held = [search.holds(n, sentence.id) for n in things]
            share = sum(held) / len(held) if held else 1.0
            keys = [h for n, h in zip(things, held, strict=True) if n.key]
            if (not question.subjects and (share < _HELD or any(h < _HELD for h in keys))) or (held and not any(held) and not question.subjects):
                continue
            if question.subjects and held and max(held) < _HELD and not self._of_subject(sentence, question):
                continue
            if best is None or share > best[0]:
                best = (share, sentence)
        return self._passages.quoting.quote("person", [best[1]], alone=True) if best else None

    def must(self, question: Question) -> bool:
        """Whether only a credit answers."""
        return self._deed(question) is not None

    def _deed(self, question: Question) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
        entities = self.evidence.library.names.entities
        of_work = bool(question.subjects) and all(entities[g[0]].kind == "product" for g in question.subjects)  # 這遊戲的製作人: a post of no firm
        if question.wants != "person" or (question.roles and not of_work) or not _ASKS_WHO.search(question.folded):
            return None
        return next((d for d in _DEEDS if d[0].search(question.folded)), None)

    def _candidates(self, question: Question) -> list[StoredSentence]:
        """The sentences that search proposes, and those of the articles that are mainly about the subject."""
        library, visible = self.evidence.library, self.evidence.visible
        found = {s.sentence.id: s.sentence for s in library.search.rank(question.needs, (), visible, 30)} if question.needs else {}
        wanted = {i for g in question.subjects for i in g}
        about = [s for i in wanted for s in library.archive.sentences(library.archive.sentences_about(i)[:_MOST])]
        for article in dict.fromkeys(s.article_id for s in about if s.article_id in visible):
            found |= {s.id: s for s in library.archive.sentences_of_article(article)[:_MOST]}
        if wanted:
            found = {k: s for k, s in found.items() if self._of_subject(s, question)}
        return list(found.values())

    def _of_subject(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence is of what is asked about, or stands in an article whose headline names that."""
        library = self.evidence.library
        wanted = {i for g in question.subjects for i in g}
        titled = {i for s in library.names.find(fold(library.articles[sentence.article_id].title)) if s.kind == "entity" for i in s.ids}
        if wanted & titled or wanted & {m.entity for m in sentence.mentions} or wanted & set(sentence.topics) or wanted & library.mains.of(sentence.article_id):
            return True
        before = library.search.neighbour(sentence, -1)
        made = [m.entity for m in before.mentions if library.names.entities[m.entity].kind in ("company", "product")] if before is not None and before.paragraph == sentence.paragraph else []
        goes_on = bool(made) and made[-1] in wanted  # what goes on is of the work named last
        return goes_on and not any(library.names.entities[m.entity].kind in ("company", "product") for m in sentence.mentions)

    def _credits(self, sentence: StoredSentence, told: re.Pattern[str], question: Question) -> bool:
        """Whether a clause names the deed and somebody who is not asked about."""
        entities = self.evidence.library.names.entities
        asked = {i for g in question.subjects for i in g}
        known = [m.start for m in sentence.mentions if m.entity not in asked and entities[m.entity].kind == "person"]
        begin, own = 0, self._own(sentence, asked)
        for end in [*(m.start() for m in _CUT.finditer(sentence.text)), len(sentence.text)]:
            clause = sentence.text[begin:end]
            if (not own or any(a <= begin < b for a, b in own)) and told.search(fold(clause)) and (_BY.search(fold(clause)) or any(begin <= at < end for at in known) or self._stranger(clause, asked)):
                return True
            begin = end
        return False

    @staticmethod
    def _own(sentence: StoredSentence, asked: set[str]) -> list[tuple[int, int]]:
        """The parts of a sentence that name a work asked about, where semicolons set it against another: A 由甲執導;B 由乙執導."""
        ends = [*(m.start() for m in _PARTS.finditer(sentence.text)), len(sentence.text)]
        parts = list(zip([0, *ends], ends, strict=False))
        own = [(a, b) for a, b in parts if any(a <= m.start < b and m.entity in asked for m in sentence.mentions)]
        other = any(_WORK.search(sentence.text[a:b]) for a, b in parts if (a, b) not in own)
        return own if other else []

    def _stranger(self, clause: str, asked: set[str]) -> bool:
        """Whether a clause has a name in Latin letters that is of nothing known."""
        names = self.evidence.library.names
        for match in _NAME.finditer(clause):
            known = [s for s in names.find(fold(match.group())) if s.kind == "entity"]
            if not known and re.search(r"(?:由|是|:|：|为|為|\bby (?:[\w-]+ ){0,4}?|[师師家人者]|之手|出自)\s*$", clause[: match.start()]):
                return True
        return False
