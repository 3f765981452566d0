"""Where an article is set: the land, town, office or association that it is about and does not name again in every sentence.

"The policy rate stands at 4.25%" is of Marenia where the title and the first sentence say that the news is of Marenia
and no firm is what the article is about. A sentence that names a firm or another place is of those.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from kb import lazy
from kb.mainsubjects import MainSubjects
from kb.names import Names
from kb.rows import StoredSentence
from kb.shelf import Articles
from kb.store import Archive
from kb.terms import entity_token
from kb.text import fold, stem
from kb.weighing import Need, Scene

_KEPT = 1024  # articles
_LEAST = 4  # letters of a strange name
_OFTEN = 2  # sentences, the title counted, that name where an article is set
_SETTING = ("place", "institution")
_BEGINS = 8  # characters before a name that begins a sentence: "In the "
_CAPITALISED = lazy.compile(r"(?<![\w’'-])[A-Z][a-zà-ž]{3,}(?![\w-])")
_PEOPLE_OF = lazy.compile(r"(?:n|i|ian|ese|ish|nese)$")  # Marenian, of Marenia
# An office by its kind: every land has one.
_OFFICE = lazy.compile(r"(?:央行|(?:國家|国家)?(?:統計|统计|外匯|外汇|移民|電影|电影)[局署]|海[關关](?:[總总]署)?|[財财][政務务][部司局]|主[計计]?[總总]?[處处]|[勞劳][動动工][部局]|商[務务經经][部局]|交通部|[證证][監监]|[金銀银][監监管]|[Cc]entral [Bb]ank|[Tt]he [Tt]reasury)[^A-Za-z\u3400-\u9fff]*$")
_WHITHER = lazy.compile(r"(?:[对向往自从赴与和跟至到]|(?:出口|超[过越]?|进军|来自|销往|输往|投资))$|\b(?:to|from|over|against|with|and|than|into|versus|overtakes?|passes) (?:the )?$")
_DATELINE = lazy.compile(r"^[A-Z][A-Z’'. -]{2,30}(?:, \d{1,2} [A-Z][a-z]+\.?|, [A-Z][a-z]+\.? \d{1,2})? ?(?:\([^)]{2,24}\) ?)?[—–-]{1,2} ")


class Scenes:
    """Tells where the articles of one archive are set."""

    def __init__(self, archive: Archive, names: Names, articles: Articles, mains: MainSubjects, is_ordinary: Callable[[str], bool]) -> None:
        """`is_ordinary` tells everyday words from those that must be a name."""
        self._archive, self._names, self._articles, self._mains = archive, names, articles, mains
        self._is_ordinary = is_ordinary
        self.of = lru_cache(_KEPT)(self._of)  # bounded, so that memory does not grow with the archive

    def _of(self, article: int) -> Scene | None:
        """Where an article is set, by the terms and the entities that name it; None where a firm, a person or a product is what it is about."""
        entities = self._names.entities
        title = self._articles[article].title
        titled = {i for s in self._names.find(fold(title)) if s.kind == "entity" for i in s.ids}
        if any(entities[i].kind in ("company", "product", "person") for i in titled | self._mains.of(article)):
            return None
        sentences = self._archive.sentences_of_article(article)
        opening = sentences[:1]
        if not opening:
            return None
        lede = _DATELINE.sub("", opening[0].text)
        firms = any(entities[m.entity].kind == "company" for m in opening[0].mentions)
        named = titled | ({m.entity for m in opening[0].mentions} if not firms else set())
        often = {i for i in named if entities[i].kind == "institution" and (i in titled) + sum(any(m.entity == i for m in s.mentions) for s in sentences) >= _OFTEN}
        often |= {i for i in named if entities[i].kind == "institution"} if sum(entities[i].kind == "institution" for i in named) == 1 else set()
        often |= self._place(title, titled, {m.entity for m in opening[0].mentions}, article)
        strange = self._strange(title) | (self._strange(lede) if not firms else set())
        text = " ".join((title, *(s.text for s in sentences)))
        strange = {w for w in strange if len({*_CAPITALISED.findall(text)} & {w}) and text.count(w) >= _OFTEN}
        bodies = " ".join(n for i in often if entities[i].kind == "institution" for n in entities[i].names.values())
        strange |= self._strange(bodies)  # the Tavian Insurance Authority is of Tavia
        words = {stem(fold(w)) for w in strange}
        words |= {stem(_PEOPLE_OF.sub("", fold(w))) for w in strange if len(_PEOPLE_OF.sub("", w)) >= _LEAST}
        return Scene(frozenset(words | {entity_token(i) for i in often}), frozenset(often), fold(title), fold(lede) if not firms else "", self._is_ordinary)

    def _place(self, title: str, titled: set[str], opening: set[str], article: int) -> set[str]:
        """The one known place that title and first sentence name, or that the article names most; not where something goes or comes from."""
        entities = self._names.entities
        folded = fold(title)
        spans = [s for s in self._names.find(folded) if s.kind == "entity" and entities[s.ids[0]].kind == "place" and not _WHITHER.search(folded, 0, s.start)]
        home = self._mains.place(article)
        told = [s.ids[0] for s in spans if s.ids[0] in opening or s.start == 0] or [i for i in (home,) if i in titled | opening]
        return set(told[:1])

    def _strange(self, text: str) -> set[str]:
        """The words with a capital that are no everyday ones."""
        return {w for w in _CAPITALISED.findall(text) if not self._is_ordinary(fold(w))}

    def holds(self, need: Need, sentence: StoredSentence) -> bool:
        """Whether a need is the name of where a sentence's article is set, which the sentence need not say."""
        scene = self.of(sentence.article_id)
        return scene is not None and scene.names(need) and not self.elsewhere(sentence, scene)

    def elsewhere(self, sentence: StoredSentence, scene: Scene) -> bool:
        """Whether a sentence names a firm other than where its article is set, or begins with another place or body."""
        entities = self._names.entities
        others = [m for m in sentence.mentions if m.entity not in scene.entities]
        return any(entities[m.entity].kind == "company" or (entities[m.entity].kind in _SETTING and m.start <= _BEGINS and not _OFFICE.match(sentence.text[m.start : m.end])) for m in others)
