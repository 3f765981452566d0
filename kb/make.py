"""Articles -> an archive with everything that questions will be read with.

The lexicon, the dictionary entries the texts can meet and the everyday words that are no names go into
the archive, so that questions and sentences are read alike, and opening one is quick.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kb import build as building
from kb import dictionary, typos, verbs, vocabulary
from kb.extract import Extractor
from kb.model import Article, Sentence
from kb.names import Names
from kb.text import bigrams, fold, stem, words
from kb.writer import Writer


def build(paths: Iterable[Path], db: Path, progress: building.Progress | None = None) -> building.Summary:
    """Make the archive `db` anew. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make()
    return building.build(paths, db, make.extractor, make.terms, progress, finish=make.finish)


def add(paths: Iterable[Path], db: Path, progress: building.Progress | None = None) -> building.Summary:
    """Add or update articles in `db`. Raises `kb.errors.ArchiveError` and its kin."""
    make = _Make()
    return building.add(paths, db, make.extractor, make.terms, progress, finish=make.finish)


class _Make:
    """What building needs besides the articles, and what it leaves in the archive for reading it."""

    def __init__(self) -> None:
        self.lexicon = vocabulary.load()
        self.ordinary = dictionary.ordinary_words()
        self.extractor = Extractor(Names(self.lexicon, ordinary=self.ordinary))
        self._pairs: set[str] = set()
        self._stems: set[str] = set()

    def terms(self, sentence: Sentence, article: Article) -> str:
        """Return the search terms of a sentence, and remember which pairs of characters occur."""
        folded = fold(sentence.text)
        self._pairs.update(bigrams(folded))
        if article.lang == "en":
            self._stems.update(stem(w) for _, _, w in words(folded))
        return self.extractor.terms(sentence, article)

    def finish(self, writer: Writer) -> None:
        """Note in the archive what questions will be read with."""
        known: dict[str, list[str]] = json.loads(writer.noted("glosses") or "{}")
        for key, choices in dictionary.glosses(frozenset(self._pairs)).items():
            known[key] = list(dict.fromkeys([*known.get(key, ()), *choices]))
        writer.note("glosses", json.dumps(known, ensure_ascii=False))
        back: dict[str, list[str]] = json.loads(writer.noted("back_glosses") or "{}")
        if self._stems:
            back |= dictionary.back_glosses(frozenset(self._stems))
        writer.note("back_glosses", json.dumps(back, ensure_ascii=False))
        writer.note("lexicon", self.lexicon.to_json())
        writer.note("english", " ".join(sorted(typos.gloss_words())))
        writer.note("verbs", " ".join(sorted(verbs.verbs())))
        writer.note("ordinary", " ".join(sorted(self.ordinary)))
