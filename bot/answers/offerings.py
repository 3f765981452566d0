"""What a firm offers, and in which versions a product comes: the products that articles introduce as its own.

"Which three products does X have", 旗下有哪些品牌, Q7有哪幾個版本. A product is a firm's where the sentence that
introduces it is about that firm alone and has it not as a part of another thing. Where the question counts them,
as many must be found.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from bot.trims import Trims
from bot.wording import joined
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(
    r"(?:哪|几|有些?什么|有啥|都?有哪|什么|啥|[两二三四五六])[些几两二三四五六]?[个款种大条]?(?:不同)?(?:的)?(?:主[力要])?(?P<what>产品|品牌|牌子|机型|型号|版本|车型|药物|游戏|app)(?![^?]{0,6}(?:最|更|卖|销|贵|便宜|收入|占))|"
    r"(?P<owned>产品|品牌|牌子|版本|型号)(?:都|分别|各)?(?:有|是|叫)(?:哪|什么|啥)|"
    r"\b(?:which|what) (?:\w+ ){0,2}?(?P<en>products|brands|labels|versions|trims|variants|models)\b(?! (?:is|has|sold|sell|cost|had|have the|was|were|did))|\bname (?:the|its|all) (?:\w+ ){0,2}?(?:products|brands|versions|models)\b"
)
_VERSIONS = lazy.compile(r"版本|型号|机型|车型|versions|trims|variants|models")
_BRANDS = lazy.compile(r"品牌|牌子|brands|labels")
_OWNED = lazy.compile(r"旗下|名下|拥有|主打|自有|手上|have|has|own|offer|come|comes|available|sell|make|name")
_COUNT = lazy.compile(r"[两二三四五六]|\b(?:two|three|four|five|six)\b")
_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_INSIDE = lazy.compile(r"(?:搭载|采用|配备|使用|内建|内置|基于|支持|兼容|对手|竞品|对标|竞争对手)[^,;。]{0,10}$|\b(?:rival|uses|using|powered by|runs on|competitor) (?:the )?(?:\w+ ){0,2}$")
_OLDER = lazy.compile(r"(?:前作|前代|上一?代|旧款|老款)的?[^,;。]{0,4}$|\b(?:older|previous|predecessor,?|earlier) (?:the )?$")
_AND = lazy.compile(r" ?(?:[、,和与及]|以及) ?|,? (?:and|or) (?:the )?|, (?:the )?")
_MOST = 8
_FEWEST = 2


class Offerings:
    """Lists the products of one firm, or the versions of one product."""

    def __init__(self, evidence: Evidence) -> None:
        """Tell from `evidence`."""
        self.evidence = evidence

    def answer(self, question: Question) -> Answer | None:
        """Answer "which products has X", "in which versions does Y come", or return None when it is no such question."""
        asked = _ASKED.search(question.folded)
        if asked is None or len(question.subjects) != 1 or question.measures or question.extreme or question.periods:
            return None
        entities = self.evidence.library.names.entities
        subject = question.subjects[0][0]
        kind = entities[subject].kind
        if kind not in ("company", "product") or (kind == "product" and not _VERSIONS.search(asked.group())):
            return None
        if any(not (n.light or soft(n) or _OWNED.fullmatch(n.surface) or _ASKED.search(n.surface) or fold(n.surface) in asked.group() or _VERSIONS.search(n.surface) or _BRANDS.search(n.surface)) for n in question.needs):
            return None
        found = self._versions(subject) if kind == "product" else self._of_firm(subject)
        counted = _COUNT.search(asked.group())
        if not _FEWEST <= len(found) <= _MOST or (counted and _MANY[counted.group()] != len(found)):
            return None
        words = self.evidence.words
        sentences = list({s.id: s for s in found.values()}.values())
        line = joined(words, [self.evidence.name(i) for i in found]) + words.stop
        return Answer(True, self.evidence.lang, "list", (line, *self._told(sentences)), sources=self.evidence.sources(sentences))

    def _told(self, sentences: Sequence[StoredSentence]) -> list[str]:
        """The sentences that introduce them, where they are few and in the asker's language."""
        few = len(sentences) <= _FEWEST + 1
        return [self.evidence.quote(s.text) for s in sentences if few and not self.evidence.foreign(s.text)]

    def _versions(self, line: str) -> dict[str, StoredSentence]:
        """The versions of a product, by the sentence that first names each."""
        archive = self.evidence.library.archive
        first = {i: min(archive.sentences_naming(i), default=0) for i in Trims(self.evidence.library).versions(line)}
        told = {s.id: s for s in archive.sentences([n for n in first.values() if n])}
        found = {i: told[n] for i, n in sorted(first.items(), key=lambda pair: pair[1]) if n in told and told[n].article_id in self.evidence.visible}
        listed = [row for n in first.values() if n in told for row in _rows(told[n], {line, *first})]
        row = max(listed, key=len, default=())
        if len(row) > 1:
            return {i: found.get(i, next(iter(found.values()))) for i in row}
        return {i: s for i, s in found.items() if not any(_OLDER.search(fold(s.text)[: m.start]) for m in s.mentions if m.entity == i)}

    def _of_firm(self, firm: str) -> dict[str, StoredSentence]:
        """The products that a firm's own sentences introduce, without the versions of each."""
        archive, entities, mains = self.evidence.library.archive, self.evidence.library.names.entities, self.evidence.library.mains
        trims = Trims(self.evidence.library)
        out: dict[str, StoredSentence] = {}
        articles = {s.article_id for s in archive.sentences(archive.sentences_about(firm))} & set(self.evidence.visible)
        for sentence in (s for article in sorted(articles) for s in archive.sentences_of_article(article)):
            firms = {t for t in sentence.topics if entities[t].kind == "company"} or mains.of(sentence.article_id) & {firm}
            for mention in sentence.mentions:
                product = mention.entity
                mine = entities[product].kind == "product" and product.startswith("found:") and firms == {firm} and product not in out
                if mine and not _INSIDE.search(fold(sentence.text)[: mention.start]) and not trims.line_of(product):
                    first = min(archive.sentences_naming(product), default=0)
                    out.update({product: sentence} if first == sentence.id else {})
        return out


def _rows(sentence: StoredSentence, among: set[str]) -> list[tuple[str, ...]]:
    """The lists of versions in a sentence: Glide 與 Glide Pro."""
    out: list[tuple[str, ...]] = []
    mentions = [m for m in sentence.mentions if m.entity in among]
    row = [m.entity for m in mentions[:1]]
    for before, here in pairwise(mentions):
        if _AND.fullmatch(fold(sentence.text)[before.end : here.start]):
            row.append(here.entity)
        else:
            out.append(tuple(dict.fromkeys(row)))
            row = [here.entity]
    return [*out, tuple(dict.fromkeys(row))]
