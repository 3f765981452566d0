"""The full legal name of a firm, where no sentence says that it is one: 甲科技(北京)股份有限公司 in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.answer import Answer
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_LEGAL_ZH = lazy.compile(r"(?:[㐀-鿿a-z]|\([㐀-鿿]{2,6}\)){3,30}?(?:股份)?有限(?:责任)?公司")
_LEGAL_EN = lazy.compile(r"(?:[A-Z][\w&'’.-]*,? (?:of |and |& )?){1,7}(?:Co\.?,? Ltd|Company Limited|Incorporated|Inc|Corporation|Holdings? Limited|Group Limited|Limited|Ltd|plc|PLC|GmbH|S\.A|N\.V)\b\.?")
_LED_BY = lazy.compile(r".*(?:全[称名]|名[称为叫]|就?[是为即叫]|由|与|和|及|向|对|的)")
_ANOTHER_NAME = lazy.compile(r"英文|中文|原名|曾用|旧名|前身|以前|本名|简称|\b(?:english|chinese|former|formerly|original|previous|short|real)\b")
_MOST_READ = 200  # sentences that name a firm


class LegalNames:
    """Reads legal names for one asker."""

    def __init__(self, evidence: Evidence) -> None:
        """Read what `evidence` lets see."""
        self._evidence = evidence

    def answer(self, question: Question) -> Answer | None:
        """Return the legal name of the one firm asked about, as most articles print it."""
        library = self._evidence.library
        if question.measures != ("full-name",) or len(question.subjects) != 1 or _ANOTHER_NAME.search(question.folded):
            return None
        firm = next((i for i in question.subjects[0] if library.names.entities[i].kind == "company"), None)
        printed = list(self._printed(firm)) if firm else []
        if not printed:
            return None
        times = Counter(name for name, _ in printed)
        best = max(times, key=lambda name: (times[name], len(name)))
        said = self._evidence.words.event_other.format(
            subject=self._evidence.name(firm or ""), subject_of=self._evidence.possessive(firm or ""), measure=self._evidence.label("full-name"), date=self._evidence.quote(best)
        )
        sources = self._evidence.sources([s for name, s in printed if name == best])
        return Answer(True, self._evidence.lang, "definition", (said.removesuffix(".") + self._evidence.words.stop,), sources=sources)

    def _printed(self, firm: str) -> Iterator[tuple[str, StoredSentence]]:
        """Each legal name of a firm in the sentences that name it: one that holds a name it goes by."""
        library = self._evidence.library
        known = library.names.entities[firm]
        called = {fold(n) for n in (*known.names.values(), *known.aliases) if len(n) > 1}
        for sentence in library.archive.sentences(library.archive.sentences_naming(firm)[:_MOST_READ]):
            if sentence.article_id not in self._evidence.visible:
                continue
            folded = fold(sentence.text)
            places = [m.span() for m in _LEGAL_ZH.finditer(folded)] + [m.span() for m in _LEGAL_EN.finditer(sentence.text)]
            for start, end in places:
                led = _LED_BY.match(folded, start, end - 4)
                begin = led.end() if led and any(c in folded[led.end() : end] for c in called) else start
                if any(c in folded[begin:end] and len(c) < end - begin for c in called):
                    yield sentence.text[begin:end].strip(), sentence
