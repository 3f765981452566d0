"""The archive as one asker sees it: in their language, the nearest edition of each source, with citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answer import Source
from bot.statements import Statement
from bot.wording import Wording, wording
from kb import lazy
from kb.library import Library
from kb.rows import StoredFact, StoredSentence
from kb.text import count_scripts, fold, into_script, with_surnames

_ACRONYM = lazy.compile(
    r"\b(?:r&d|eps|ebitda|ebit|mfu|gdp|cpi|roe|roa|npl|nim|arpu|mau|dau|asp|gmv|aum|pe|pb|ps|capex|ipo|ai|gpu|cpu|flops)\b"
)

_WITHOUT = lazy.compile(r"https?://\S+|www\.\S+|(?<=[A-Za-z.]) ?[(（][\u3400-\u9fff]+(?:[(（][\u3400-\u9fff]+[)）][\u3400-\u9fff]*)?[)）]")  # addresses, and names in their own script behind them
_ANY = Statement()
_EDGES = " ,;，；。、:：."
_CLOSING = "」』”’"  # of a quotation that goes before
# What a clause may end with where its sentence went on.
_HANGING = lazy.compile(r"[,，]? ?(?:\b(?:and|but|before|where|who|which|while|as)|并|並|而|和|與|与|但)$")


class Evidence:
    """What may be said to this asker, and where it stands."""

    def __init__(self, library: Library, lang: str, statement: Statement = _ANY) -> None:
        """Look at `library` for an asker of `lang` who means one `statement` of several."""
        self.library = library
        self.lang = lang
        self.words: Wording = wording(lang)
        self.visible = library.visible(lang)
        self.statement = statement
        self.cited: tuple[StoredSentence, ...] = ()  # what the last answer made rests on

    # ------------------------------------------------------------ facts
    def facts(self, subjects: Iterable[str], measure: str) -> list[StoredFact]:
        """Return the facts of one measure about any of `subjects`, in the asker's editions, of the statement meant."""
        return self.statement.choose(self.every_fact(subjects, measure), self._published)

    def every_fact(self, subjects: Iterable[str], measure: str) -> list[StoredFact]:
        """Return the facts of one measure about any of `subjects`, in the asker's editions, whichever statement is meant."""
        return [
            f
            for s in subjects
            for f in self.library.archive.facts(subject=s, measure=measure)
            if f.article_id in self.visible
        ]

    def all_facts(self, measure: str) -> list[StoredFact]:
        """Return every subject's facts of one measure."""
        found = [f for f in self.library.archive.facts(measure=measure) if f.article_id in self.visible]
        return self.statement.choose(found, self._published)

    def _published(self, fact: StoredFact) -> str | None:
        return self.library.articles[fact.article_id].published

    def sentence(self, fact: StoredFact) -> StoredSentence:
        """Return the sentence a fact stands in."""
        return self.library.search.load(fact.sentence_id)

    # ------------------------------------------------------------ names
    def name(self, entity: str) -> str:
        """Return the name readers of this language know."""
        known = self.library.names.entities.get(entity)
        if known is None:
            return entity
        chinese = known.names.get("zh-Hant")
        if self.lang == "en":
            return known.names.get("en") or chinese or entity
        if not chinese:
            return known.names.get("en", entity)
        named = into_script(chinese, self.lang)
        return with_surnames(named, chinese, [0]) if known.kind == "person" else named

    def possessive(self, entity: str) -> str:
        """Return the name as an owner: "Moore Threads'", "MetaX's"."""
        name = self.name(entity)
        if self.lang != "en":
            return name
        return f"{name}'" if name.endswith("s") else f"{name}'s"

    def label(self, measure: str) -> str:
        """Return what a measure is called."""
        known = self.library.names.measures.get(measure)
        if known is None:
            return measure.replace("-", " ")
        if self.lang == "en":
            return _ACRONYM.sub(lambda m: m.group().upper(), known.labels["en"])
        return into_script(known.labels["zh-Hant"], self.lang)

    # ------------------------------------------------------------ quoting
    def quote(self, text: str) -> str:
        """Return a sentence of an article in the asker's script."""
        text = re.sub(r"\s+", " ", text).strip()
        converted = into_script(text, self.lang)
        return converted if converted == text else with_surnames(converted, text, self._people_in(text))

    def _people_in(self, text: str) -> list[int]:
        """Where the names of people begin in a text."""
        entities = self.library.names.entities
        found = self.library.names.find(fold(text))
        return [s.start for s in found if s.kind == "entity" and entities[s.ids[0]].kind == "person"]

    def clause(self, text: str) -> str:
        """Return a part of an article's sentence as a sentence of its own: no "and" at its end, but a full stop."""
        bare = text.strip(_EDGES).lstrip(_CLOSING).lstrip(_EDGES)
        while shorter := _HANGING.sub("", bare).strip(_EDGES):
            if shorter == bare:
                break
            bare = shorter
        return f"{self.quote(bare)}{'.' if (self.foreign('中') and not self.foreign(bare)) or bare.isascii() else '。'}"

    def foreign(self, text: str) -> bool:
        """Return whether a sentence is in a language this asker did not write in."""
        han, latin = count_scripts(_WITHOUT.sub(" ", text))
        return (self.lang == "en") == (han > latin)

    def source(self, article_id: int, quote: str | None = None) -> Source:
        """Return the citation of an article."""
        article = self.library.articles[article_id]
        return Source(
            article.title, article.publisher, article.published, self.quote(quote) if quote else None, article.url
        )

    def sources(self, sentences: Sequence[StoredSentence]) -> tuple[Source, ...]:
        """Return one citation for each article, in order of first use, with the sentence used."""
        self.cited = tuple(sentences)
        seen: dict[str, Source] = {}
        for sentence in sentences:
            article = self.library.articles[sentence.article_id]
            seen.setdefault(article.source, self.source(sentence.article_id, sentence.text))
        return tuple(seen.values())

    def publisher(self, article_id: int) -> str:
        """Return who published an article, or its title where nobody is named."""
        article = self.library.articles[article_id]
        return article.publisher or article.title

    def version(self, article_id: int, value: str) -> str:
        """Return one source's version: who says it, when, and what."""
        article = self.library.articles[article_id]
        slots = {"publisher": self.publisher(article_id), "value": value}
        if not article.published:
            return self.words.conflict_item.format(**slots)
        return self.words.conflict_dated.format(date=article.published, **slots)
