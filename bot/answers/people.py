"""People and things: who is she, what is it, and what did he do one after another."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answers.defining import beside_its_sort, says_what, so_called
from bot.answers.makers import maker
from bot.answers.passages import Passages
from bot.answers.quoting import size
from bot.answers.staff import Staff
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need
from kb.text import bigrams, fold, stem, words

_MOST = 330
# Folded. What introduces somebody, or says what something is.
_INTRODUCES = lazy.compile(
    r"创办|创始|创立|总裁|总经理|总监|董事|分析师|经理|副总|首席|职务|现任|出任|担任|院长|教授|架构师|工程师|被称|称号|负责|"
    r"\b(?:founder|founded|co-founder|chief|president|director|manager|analyst|head|chair\w*|architect|engineer|vice|serves?|nickname\w*|known as|led|charge)\b"
)
_FOUNDER = lazy.compile(r"创办|创始|创立|董事长|执行长|首席执行官|\b(?:founder|founded|ceo|chief executive|chair\w*)\b")
# What stands right after a name where a sentence says who that is: 是…, "is the …", ", an analyst …".
_IS = lazy.compile(
    r"\s*(?:\([^)]*\))?\s*(?:是|为|任|现任|(?:加入|加盟|入职|回归)(?!的)[^。;]{0,10}?,?(?:担任|出任|任)|,[^,]{2,16}(?:创办人|创始人|分析师|总裁|经理)|,? is (?:the|an?|a)\b|, (?:the|an?) )"
)
_JOINS = lazy.compile(r"(?:\([^)]*\))?(?:于[^,。;]{0,8})?(?:加入|加盟|入职)(?!的)[^。;]{0,10}?,?(?:担任|出任|任)")
_WAS_AT = lazy.compile(r"(?:曾经?(?:在|任|于)?|来自|出身于?|离开|前|先后在)$")  # right before a former employer
_WHO_IS = lazy.compile(r"(?:是|系|係)(?:谁|哪位|边个|边位|什么人|何人)|何许人|^(?:so )?who(?:'s| is| was)\b")
_EARLY = 12  # characters into a sentence that a name leads it
_PRONOUN = lazy.compile(r"[他她](?!们)|\b(?:he|she)\b")
_ASKS_WHO = lazy.compile(r"谁|何许人|什么人|何人|背景|经历|履历|来历|资历|职业|生平|who|career|background|biograph|timeline|history")
_DEFINES = lazy.compile(
    r"是一|是指|指的是|是由|是国|是中|是用|是面|是为|即|名为|称为|又称|旗下|推出|开发|发布|打造|属于|定位|系列|平台|架构|工具|技术|用于|专注|致力|\b(?:is an?|is the|are|refers? to|stands? for|"
    r"called|known as|developed|platform|series|architecture|tool|technology|maker|company that|used for|designed|aimed|launched)\b"
)
# Something was announced or somebody went: such a sentence passes by what it names.
_NEWS = lazy.compile(r"公告|宣布|辞职|离职|发布会|\b(?:announced|said|resigned)\b")
_LEAST_TERM = 3  # characters
# An employer with a post, right before a name.
_EMPLOYER = lazy.compile(r"(?:研究[院所]|机构|公司|银行|证券|集团|大学|咨询|基金|协会|学院)[^,。;:]{2,16}(?:师|员|理|裁|长|授|人|家|总监)$")


class People:
    """Tells who somebody is and what something is."""

    def __init__(self, evidence: Evidence, passages: Passages) -> None:
        """Quote through `passages`."""
        self.evidence = evidence
        self._passages = passages

    def person(self, question: Question) -> Answer | None:
        """Answer "who is X" with what introduces X, in the article's order; "X's career" with the steps."""
        if question.kind not in ("person", "timeline") or not question.subjects:
            return None
        entities = self.evidence.library.names.entities
        people = [i for g in question.subjects for i in g if entities[i].kind == "person"]
        asked = [n for n in question.needs if not _ASKS_WHO.search(n.surface)]
        if not people or (asked and question.kind == "timeline"):
            if question.kind == "person" and not asked and not question.roles:
                return self.definition(question, self.evidence.name(question.subjects[0][0]))
            return None
        extra: list[StoredSentence] = []
        if asked or len(question.subjects) > 1:
            found = self._passages.choose(question, self._passages.ranked(question))
            if not found and any(not n.light for n in asked):
                return None
            extra = [s.sentence for s in found[:1]]
        sentences = self._about(people[0])
        if not sentences:
            return None
        chosen = self._introduce(people[0], sentences, question.kind == "timeline", extra)
        answer = self._passages.quoting.quote(question.kind, chosen)
        firm = Staff(self.evidence).employer(people[0], chosen[0].article_id) or self._firm_of(people[0], sentences)
        names = self._names("", [firm]) if firm else []
        shown = fold(" ".join((*answer.lines, *answer.quotes)))
        if not firm or any(n in shown for n in names) or any(self._introduced(s, people[0]) for s in chosen):
            return answer
        lead = f"{self.evidence.name(people[0])}{self.evidence.words.aside.format(self.evidence.name(firm))}"
        return replace(answer, lines=(lead, *answer.lines))

    @staticmethod
    def _introduced(sentence: StoredSentence, person: str) -> bool:
        """Whether a sentence says right before a person's name for whom they work: 某某研究院高級分析師某某."""
        return any(_EMPLOYER.search(fold(sentence.text)[: m.start]) for m in sentence.mentions if m.entity == person)

    def stranger(self, question: Question) -> Answer | None:
        """Answer "who is X" of one whom no list of names has: with what introduces them, not with what merely names them."""
        heavy = [n for n in question.needs if not n.light]
        if question.subjects or not _WHO_IS.search(question.folded) or len(heavy) != 1 or not heavy[0].key:
            return None
        name = fold(heavy[0].surface)

        def worth(sentence: StoredSentence) -> float:
            folded = fold(sentence.text)
            posts = len(_INTRODUCES.findall(folded)) + bool(_FOUNDER.search(folded))
            return posts + 1.5 * bool(re.search(re.escape(name) + _IS.pattern, folded)) + 0.5 * (folded.find(name) < _EARLY) - size(sentence.text) / 160

        found = self._with(name, [])
        chosen = [s for s in sorted(found, key=lambda s: (-worth(s), s.id))[:2] if worth(s) >= 1]
        if not chosen:
            return None
        answer = self._passages.quoting.quote("person", sorted(chosen, key=lambda s: (s.article_id, s.n)), alone=True)
        entities = self.evidence.library.names.entities
        firms = Counter(t for s in found for t in s.topics if entities[t].kind == "company")
        shown = {m.entity for s in chosen for m in s.mentions}
        firm = next((f for f, times in firms.most_common(1) if f not in shown and times * 2 > len(found)), None)
        firm = firm or self._joined(name, chosen[0])
        lead = f"{self.evidence.quote(heavy[0].surface)}{self.evidence.words.aside.format(self.evidence.name(firm))}" if firm else ""
        return replace(answer, lines=(lead, *answer.lines)) if lead else answer

    def _joined(self, name: str, sentence: StoredSentence) -> str | None:
        """The firm an article is about, where somebody is said to have joined and no firm but where they were before is named."""
        entities, folded = self.evidence.library.names.entities, fold(sentence.text)
        joins = re.search(re.escape(name) + _JOINS.pattern, folded)
        firms = [m for m in sentence.mentions if entities[m.entity].kind in ("company", "institution")]
        if joins is None or any(m.end > joins.start() or not _WAS_AT.search(folded[: m.start]) for m in firms):
            return None
        main = [i for i in self.evidence.library.mains.of(sentence.article_id) if entities[i].kind == "company"]
        return main[0] if len(main) == 1 and main[0] not in {m.entity for m in firms} else None

    def _firm_of(self, person: str, sentences: Sequence[StoredSentence]) -> str | None:
        """The company a person is told of with, where their sentences take it for granted."""
        entities = self.evidence.library.names.entities
        counts = Counter(
            t
            for s in sentences
            if any(m.entity == person for m in s.mentions) and _INTRODUCES.search(fold(s.text))
            and not any(m.entity != person and entities[m.entity].kind in ("company", "institution") for m in s.mentions)  # where they were before
            for t in s.topics
            if entities[t].kind == "company" and not any(m.entity == t for m in s.mentions)
        )
        return counts.most_common(1)[0][0] if counts else None

    def _about(self, entity: str) -> list[StoredSentence]:
        archive, visible = self.evidence.library.archive, self.evidence.visible
        return [s for s in archive.sentences(archive.sentences_about(entity)[:400]) if s.article_id in visible]

    def _introduce(
        self, entity: str, sentences: Sequence[StoredSentence], steps: bool, extra: Sequence[StoredSentence]
    ) -> list[StoredSentence]:
        """Pick the sentences that introduce: those that name the person with a post come first."""

        def worth(sentence: StoredSentence) -> float:
            folded = fold(sentence.text)
            named = any(m.entity == entity for m in sentence.mentions)
            early = named and min(m.start for m in sentence.mentions if m.entity == entity) < 24
            posts = len(_INTRODUCES.findall(folded))
            founder = bool(_FOUNDER.search(folded)) and named
            says = named and any(
                _IS.match(folded, m.end) for m in sentence.mentions if m.entity == entity
            )  # fmt: skip
            dated = len(re.findall(r"\d{4}|\d+\s*年|\d+ years", folded))
            return float(
                2.0 * named
                + 1.5 * (not named and posts > 0 and bool(_PRONOUN.search(folded)) and bool(_FOUNDER.search(folded)))
                + 1.0 * founder
                + 2.0 * says
                + 0.6 * early
                + 1.2 * min(3, posts)
                + (1.0 if steps else 0.3) * min(2, dated)
                + 0.5 * len({m.entity for m in sentence.mentions}) ** 0.5
                - size(sentence.text) / 160
            )

        beside = Counter(f for s in sentences for f in self._firms(s))

        def gain(sentence: StoredSentence) -> float:
            """What a sentence adds: the companies it names, those often named beside the person most."""
            return sum(0.5 + 0.6 * math.log(beside[f]) for f in self._firms(sentence) - told)

        chosen = list(extra)
        told = {m.entity for s in chosen for m in s.mentions}
        left = [s for s in sentences if s not in chosen]
        while left and len(chosen) < (6 if steps else 3):
            best = max(left, key=lambda s: (worth(s) + gain(s), -s.id))
            left.remove(best)
            total = sum(size(s.text) for s in (*chosen, best))
            if chosen and (total > _MOST or worth(best) < 1.5 or _alike(best, chosen)):
                continue
            chosen.append(best)
            told |= self._firms(best)
        return sorted(chosen, key=lambda s: (s.article_id, s.n))

    def _firms(self, sentence: StoredSentence) -> set[str]:
        """The companies a sentence names: where somebody has been."""
        entities = self.evidence.library.names.entities
        return {m.entity for m in sentence.mentions if entities[m.entity].kind in ("company", "institution")}

    # ------------------------------------------------------------ definitions
    def definition(self, question: Question, phrase: str | None = None) -> Answer | None:
        """Answer "what is X" with the sentences that say what X is."""
        phrase = phrase if phrase is not None else question.phrase
        if not phrase:
            return None
        subjects = [i for g in question.subjects for i in g]
        if len(question.subjects) > 1 and not re.search(r"[和与及、]|\band\b", fold(phrase)):
            subjects = list(question.subjects[0])
        if not any(n in fold(phrase) for n in self._names("", subjects)):
            subjects = []  # who uses a term is not what is asked about
        sentences = self._with(phrase, subjects)
        if not sentences:
            return None
        names = self._names(phrase, subjects)
        if not subjects and not any(says_what(fold(s.text), names[0]) for s in sentences):
            sentences, names = self._shorter(names[0]) or (sentences, names)
        things = [n for n in names if subjects]  # of a term, MoE, a word behind it tells nothing: "a MoE model"
        ranked = sorted(sentences, key=lambda s: (-self._defines(s, names, things), s.id))
        chosen = [ranked[0]]
        total = size(ranked[0].text)
        for other in ranked[1:8]:
            close = self._defines(other, names, things) >= 0.6 * self._defines(ranked[0], names, things)
            if len(chosen) < 2 and close and total + size(other.text) <= _MOST and not _alike(other, chosen):
                chosen.append(other)
                total += size(other.text)
        return self._passages.quoting.quote("definition", chosen, about=maker(self.evidence, subjects, chosen))

    def _shorter(self, phrase: str) -> tuple[list[StoredSentence], list[str]] | None:
        """The sentences that say what a phrase means without its last word: 所謂半固態 for 半固態電池; None where none does."""
        for short in (phrase[:-2], phrase[:-1]) if not phrase.isascii() else ():
            found = [s for s in self._with(short, ()) if so_called(fold(s.text), short)] if len(short) >= _LEAST_TERM else []
            if found:
                return found, [short]
        return None

    def _names(self, phrase: str, subjects: Sequence[str]) -> list[str]:
        entities = self.evidence.library.names.entities
        out = [fold(phrase)]
        out += [fold(a) for i in subjects for a in (*entities[i].names.values(), *entities[i].aliases)]
        return [n for n in out if n]

    def _with(self, phrase: str, subjects: Sequence[str]) -> list[StoredSentence]:
        """The sentences that hold the phrase itself, or name what it names."""
        library, visible = self.evidence.library, self.evidence.visible
        ids = [i for s in subjects for i in library.archive.sentences_naming(s)][:300]
        found = [s for s in library.archive.sentences(ids) if s.article_id in visible]
        if found:
            return found
        folded = fold(phrase).strip()
        options = (*bigrams(folded), *(stem(w) for _, _, w in words(folded)))
        need = Need(folded, (options,))
        scored = library.search.rank([need], (), visible, limit=30)
        squeezed = folded.replace(" ", "")
        literal = [s.sentence for s in scored if squeezed in fold(s.sentence.text).replace(" ", "")]
        if literal:
            return literal
        spans = [s for s in library.names.find(folded) if s.kind == "concept"]
        if spans and spans[0].end - spans[0].start >= len(folded) - 1:
            token = f"c_{spans[0].ids[0].replace('-', '_')}"
            return [s.sentence for s in library.search.rank([Need(folded, ((token,),))], (), visible, limit=10)]
        return []

    @staticmethod
    def _defines(sentence: StoredSentence, names: Sequence[str], things: Sequence[str]) -> float:
        folded = fold(sentence.text)
        places = [folded.find(n) for n in names if n in folded]
        first = min(places) if places else 60
        cues = min(3, len(_DEFINES.findall(folded)))
        after = any(n in folded and re.search(re.escape(n) + r"[”」\"]?\s*(?:是|\((?![^)]*\d{4})|,|即|指|is\b|are\b|was\b)", folded) for n in names)
        quoted = any(f"“{n}" in folded or f"「{n}" in folded or f'"{n}' in folded for n in names)
        return (
            1.5 * after
            + 2.5 * any(says_what(folded, n) for n in names)
            + 2.0 * any(beside_its_sort(folded, n) for n in things)
            + 0.7 * quoted
            + 0.8 * cues
            + 1.0 / (1 + first / 12)
            - size(sentence.text) / 250
            - 1.0 * bool(_NEWS.search(folded))
            + 1.5 * bool(places)
        )


def _alike(sentence: StoredSentence, chosen: Sequence[StoredSentence]) -> bool:
    mine = set(bigrams(fold(sentence.text)))
    return any(len(mine & set(bigrams(fold(c.text)))) > 0.7 * max(1, len(mine)) for c in chosen)
