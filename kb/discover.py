"""New names in new articles: companies, people and products the lexicon does not list.

Found by how news introduces a name, never by a list: beside its other name or a ticker in parentheses,
with a company's ending before a verb of announcing, after a role, in quotation marks before the thing it
is, in apposition. Where a Chinese name begins is decided by pinyin, or by what is no everyday word. What
looks doubtful is left out: a name missed makes search a little blunter, a false one makes answers wrong.
Leaves out what the names stand for and who makes what: that is read from the sentences. The rules are in
`kb.discovery`, one kind of introduction a file.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from kb.discovery.brackets import beside_latin, parentheses
from kb.discovery.companies import actors, companies, shortened
from kb.discovery.found import Draft, Found
from kb.discovery.latin import latin_names
from kb.discovery.legal import legal_names
from kb.discovery.page import Page, everyday
from kb.discovery.people import people
from kb.discovery.products import codes, quoted
from kb.model import Entity
from kb.text import fold


def discover(text: str, known: Iterable[str], ordinary: Callable[[str], bool] | None = None) -> list[Entity]:
    """Return the companies, people and products that `text` introduces.

    `known` are folded names and terms that need no finding; `ordinary` tells whether a folded word is an
    everyday one (a general dictionary when not given).
    """
    have: Container[str] = known if isinstance(known, Container) else set(known)
    page = Page(text, have, ordinary or everyday())
    found = Found(page)
    for rule in (
        people,
        legal_names,
        parentheses,
        companies,
        actors,
        latin_names,
        beside_latin,
        quoted,
        codes,
        shortened,
    ):
        rule(page, found)
    return [_entity(d) for d in found.drafts()]


def _entity(draft: Draft) -> Entity:
    names = {lang: name for lang, name in (("zh-Hant", draft.zh), ("en", draft.en)) if name}
    return Entity(f"found:{fold(draft.zh or draft.en)}", draft.kind, names, tuple(draft.names()), tuple(draft.tickers))
