"""Sentences as an answer: in the asker's script, with whom they lean on, and what goes on right after them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.answers.announced import announced
from bot.answers.fitting import Fitting
from bot.answers.replies import Replies
from bot.answers.timefitting import LEANING
from bot.evidence import Evidence
from kb import interviews, lazy
from kb.rows import StoredSentence
from kb.text import fold

_SHORT = 48  # a quotation shorter than this takes the sentence after it along
_LEADS_UP = 16  # characters of a sentence that only leads up to the next
_TEASES = lazy.compile(r"(?:有(?:意见|话说|话要说|异议|微词|不同(?:看法|意见|说法))|不服气?|不以为然|不认同|不买账|另有说法|(?:并不|不)同意|不这么[看想])[。.]?$|\b(?:disagrees?|objects?|begs? to differ|(?:is|was|are) not (?:convinced|persuaded|so sure|happy)|disputes? (?:it|this|that|the \w+))\.?$|\btwo things\b")
_BACK = 4  # sentences, to whom "he" was
_SPOKEN_OF = 16  # sentences, to the one that named whom they are about
_ASKED_IN = 4  # sentences of an interviewer's question
_OF_AN_INSTITUTE = lazy.compile(r"(?:大学|学院|研究[院所]|医院|协会|学会|实验室)[^,;。]{0,14}?(?:教授|主任|院长|研究员|所长|校长|会长|理事长|医师)|\b(?:professor|lecturer|dean|fellow|researcher|director) (?:\w+ ){0,4}(?:at|of) (?:the )?(?:\w+ ){0,4}(?:university|institute|college|hospital|association)\b|\b(?:university|institute|college|hospital|association)(?:['’]s)? (?:\w+ ){0,3}(?:professor|researcher|director)\b")
_LEADING = 16  # characters into a sentence that a name leads it
_KINDS = ("list", "person", "definition", "timeline", "compare", "conflict", "fact")
_PERSONAL = lazy.compile(r"[他她]$|\b(?:he|she)$")
_SOMEBODY = lazy.compile(r"人士|\bthe person\b")
_THIS = lazy.compile(r"[这此]$|\b(?:this|these)$")  # what was just said, and nobody
_A_FIRM = lazy.compile(r"(?:[一两几]?[家位名间个])?[^,。;]{0,6}?(?:公司|企业|集团|厂商|银行|机构|巨头|龙头|品牌|创[办始]人|高管|人)|[家位名]| (?:\w+ ){0,2}(?:company|firm|group|maker|bank|man|woman)\b")
_SAME = 3  # characters behind 這 that say who leans
_ENUMERATES = lazy.compile(
    r"第?[一二三四五]|其[一二三四]|\d[.)、]|the (?:first|second|third|fourth)|first|second|third|another|in addition"
)
# An interviewer's sentence in an article, by how it is printed: it need hold no question word.
_INTERVIEWER = lazy.compile(r"[?？][」”\"]?$|^(?:问|q)[:：]")

# "Founded in 1957 as a maker of refrigerators, it is": who "it" is stands before.
_LEANS_LATER = lazy.compile(r"^(?:founded|set up|established|started|listed|based|owned|led|backed|born|headquartered|launched|spun)\b[^,.]{0,80}, (?:it|he|she)\b")


class Quoting:
    """Quotes sentences for one asker."""

    def __init__(self, evidence: Evidence, fitting: Fitting) -> None:
        """Quote from `evidence`."""
        self.evidence = evidence
        self._fitting = fitting
        self._search = evidence.library.search
        self._replies = Replies(self._search)

    def quote(
        self, kind: str, sentences: Sequence[StoredSentence], lead: Sequence[str] = (), dated: bool = False, alone: bool = False, about: str = ""
    ) -> Answer:
        """Return an answer made of sentences, in the asker's script; in another language, set apart.

        `alone` leaves out what goes on behind a short sentence: where something is asked, no more is wanted.
        `about` is a name to put in front, where the sentences leave out whose this is.
        """
        evidence = self.evidence
        sentences = self._answered(list(sentences))
        sentences = sentences if alone else self._with_next(kind if kind in _KINDS else "passage", sentences)
        sentences = self._with_date(sentences, dated)
        foreign = [s for s in sentences if evidence.foreign(s.text)]
        about = about or self._about(sentences) or self._unnamed(kind, sentences) or self._speaker(sentences)
        colon = ": " if evidence.lang == "en" else "："
        own = [
            (f"{about}{colon}" if i == 0 and about else "") + evidence.quote(s.text)
            for i, s in enumerate(s for s in sentences if s not in foreign)
        ]
        lines = [*lead, *own]
        if foreign:
            words = evidence.words
            lines.append(words.quote_lead_about.format(subject=about) if about and not own else words.quote_lead)
        kind = kind if kind in _KINDS else "passage"
        return Answer(
            True,
            evidence.lang,
            "passage" if kind == "fact" else kind,
            tuple(lines),
            quotes=tuple(evidence.quote(s.text) for s in foreign),
            sources=evidence.sources(list(sentences)),
        )

    def _speaker(self, sentences: Sequence[StoredSentence]) -> str:
        """Who says what is quoted from an interview."""
        entities = self.evidence.library.names.entities
        people = [t for s in sentences for t in s.topics if entities[t].kind == "person"]
        said_by = self._replies.speaker(sentences, people)
        return self.evidence.name(said_by) if said_by else ""

    def _about(self, sentences: Sequence[StoredSentence]) -> str:
        """The company or person the first sentence leans on without naming it: who "the company" or "she" is."""
        first = sentences[0]
        entities = self.evidence.library.names.entities
        leaning = LEANING.match(fold(first.text)) or _LEANS_LATER.match(fold(first.text))
        named = {m.entity for m in first.mentions}
        if leaning and _SOMEBODY.search(fold(first.text), 0, leaning.end() + _SAME):
            return ""  # 這位人士認為: no company says it
        if not leaning or any(entities[m.entity].kind in ("company", "person") and m.start < leaning.end() for m in first.mentions):
            return ""
        if _THIS.search(leaning.group()) and not _A_FIRM.match(fold(first.text), leaning.end()):
            return ""  # 這一資料刷新了紀錄: what was just told, and no company
        silent = [t for t in first.topics if t not in named and entities[t].kind in ("company", "person")]
        kind = "person" if _PERSONAL.search(leaning.group()) else "company"
        if kind == "person" and not any(entities[t].kind == kind for t in silent):
            silent = self._spoken_of(first) or silent
        silent = [t for t in silent if entities[t].kind == kind] or silent
        return self.evidence.name(silent[0]) if silent else ""

    def _spoken_of(self, sentence: StoredSentence) -> list[str]:
        """The one person that the sentences before speak of, the nearest that speaks of any; none where it speaks of two."""
        entities = self.evidence.library.names.entities
        for step in range(1, _BACK + 1):
            before = self._search.neighbour(sentence, -step)
            people = {m.entity for m in before.mentions if entities[m.entity].kind == "person"} if before else set()
            if people:
                return list(people) if len(people) == 1 else []
        return []

    def _unnamed(self, kind: str, sentences: Sequence[StoredSentence]) -> str:
        """Whose person or product this is, where no sentence shown names the company."""
        entities = self.evidence.library.names.entities
        own = ("company", "institution") if kind == "definition" else ("company",)  # what a school is, it is by itself
        if kind not in ("person", "definition") or any(entities[m.entity].kind in own for s in sentences for m in s.mentions):
            return ""
        if kind == "person" and _OF_AN_INSTITUTE.search(fold(sentences[0].text)):
            return ""
        main = self.evidence.library.mains.of(sentences[0].article_id)
        firms = sorted((t for t in sentences[0].topics if entities[t].kind == "company"), key=lambda t: t not in main)
        of_article = [i for i in main if entities[i].kind == "company"]  # she came from elsewhere, and is told of at her own firm
        known = of_article[:1] or (firms if len(firms) == 1 and self._named_near(sentences[0], firms[0]) else [])
        return self.evidence.name(known[0]) if known else ""

    def _named_near(self, sentence: StoredSentence, entity: str) -> bool:
        """Whether nobody else is named between a sentence and the one before it that names somebody: an article goes on to others."""
        kinds = self.evidence.library.names.entities
        for step in range(1, _SPOKEN_OF + 1):
            before = self._search.neighbour(sentence, -step)
            named = {m.entity for m in before.mentions if kinds[m.entity].kind in ("company", "person")} if before else set()
            if before is None or named:
                return entity in named
        return False

    def _answered(self, sentences: list[StoredSentence]) -> list[StoredSentence]:
        """In an interview what is asked is no answer: the sentence after it is."""
        out: list[StoredSentence] = []
        for sentence in sentences:
            place = sentence
            for _ in range(_ASKED_IN):
                after = self._search.neighbour(place, 1)
                if not (_INTERVIEWER.search(fold(place.text)) or interviews.asks(place.heading, place.text)) or after is None:
                    break
                place = after
            more = self._search.neighbour(place, 1) if place is not sentence else None
            out += [place, more] if more and not _INTERVIEWER.search(fold(more.text)) else [place]
        return list({s.id: s for s in out}.values())

    def _with_next(self, kind: str, sentences: list[StoredSentence]) -> list[StoredSentence]:
        """Short quotations take along what goes on right after them: a definition's use, a list's second item."""
        budget = {"definition": 150, "passage": 200, "list": 300, "compare": 240}.get(kind, _SHORT)
        out: list[StoredSentence] = []
        for sentence in sentences:
            if sentence in out:
                continue
            out.append(sentence)
            while (
                sum(size(s.text) for s in (*out, *sentences[sentences.index(sentence) + 1 :])) < budget
                and len(out) < 6
            ):
                after = self._search.neighbour(out[-1], 1)
                if after is None or not self.goes_on(out[-1], after) or after in sentences:
                    break
                if kind == "definition" and size(out[-1].text) >= _SHORT and not self._joined(out[-1], after):
                    break
                out.append(after)
                if items := announced(self._search, after):
                    out += [s for s in items if s not in out and s not in sentences]
                    break
                if kind != "list" or not _ENUMERATES.match(fold(after.text)):
                    break
        return out

    def goes_on(self, before: StoredSentence, after: StoredSentence) -> bool:
        """Whether a sentence goes on about the same: same paragraph, and no other company or person takes over."""
        if before.paragraph != after.paragraph or size(after.text) > 200:
            return False
        entities = self.evidence.library.names.entities
        leading = [
            m.entity for m in after.mentions if m.start < _LEADING and entities[m.entity].kind in ("company", "person")
        ]
        if not leading or leading[0] in before.topics:
            return True
        # 「極格對排名有意見。發言人某某表示,…」: a sentence that only leads up to what somebody says
        leads_up = size(before.text) <= _LEADS_UP or _TEASES.search(fold(before.text))
        return bool(leads_up) and all(entities[i].kind == "person" for i in leading)

    def _joined(self, before: StoredSentence, after: StoredSentence) -> bool:
        """Whether a sentence goes on with what the one before says: it leans on it, counts on, or names the same product."""
        folded = fold(after.text)
        if LEANING.match(folded) or _ENUMERATES.match(folded):
            return True
        entities = self.evidence.library.names.entities
        shared = {m.entity for m in before.mentions} & {m.entity for m in after.mentions}
        return any(entities[i].kind not in ("company", "person", "place") for i in shared)

    def _with_date(self, sentences: list[StoredSentence], dated: bool) -> list[StoredSentence]:
        """Put the sentence that gives the date before one that leans on it."""
        if (
            not dated
            or not sentences
            or self._search.reading.periods(sentences[0])
            or not self._fitting.dated_before(sentences[0])
        ):
            return sentences
        before = self._search.neighbour(sentences[0], -1)
        return [before, *sentences] if before else sentences


def size(text: str) -> int:
    """Return how long a text is to read, in Chinese characters; Latin letters count half."""
    wide = sum(1 for c in text if ord(c) > 0x2E80)
    return wide + (len(text) - wide) // 2
