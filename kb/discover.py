"""New names in new articles: companies, people, products and institutions the lexicon does not list.

Found by how news introduces a name, never by a list: beside its other name or a ticker in parentheses,
with a company's ending before a verb of announcing, after a role, in quotation marks before the thing it
is, in apposition. Where a Chinese name begins is decided by pinyin, or by what is no everyday word. What
looks doubtful is left out: a name missed makes search a little blunter, a false one makes answers wrong.
Leaves out what the names stand for and who makes what: that is read from the sentences. The rules are in
`kb.discovery`, one kind of introduction a file.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from kb import lazy
from kb.discovery.brackets import beside_latin, parentheses
from kb.discovery.called import called
from kb.discovery.coded import coded
from kb.discovery.companies import actors, companies, shortened
from kb.discovery.courtesy import courtesy
from kb.discovery.dealt import dealt
from kb.discovery.found import Draft, Found
from kb.discovery.founding import founded, groups
from kb.discovery.headed import headed
from kb.discovery.institutions import institutions
from kb.discovery.latin import latin_names
from kb.discovery.leading import leading
from kb.discovery.legal import legal_names
from kb.discovery.likelyfirms import likely_firms
from kb.discovery.likelylatin import likely_latin
from kb.discovery.likelyquoted import likely_quoted
from kb.discovery.marked import marked
from kb.discovery.models import models
from kb.discovery.nicknames import nicknames
from kb.discovery.openers import openers
from kb.discovery.page import Page, everyday, listed_words
from kb.discovery.people import people
from kb.discovery.products import codes, numbered, quoted, with_mark
from kb.discovery.ranked import bracketed, in_a_row, peers, ranked
from kb.discovery.relatives import relatives
from kb.discovery.repeated import repeated
from kb.discovery.rivals import enumerated, listed, reporting
from kb.discovery.staff import staff
from kb.discovery.standings import standings
from kb.discovery.stemmed import latin_models, stemmed
from kb.discovery.symbols import spoken_symbols
from kb.discovery.things import things
from kb.discovery.trims import trims
from kb.discovery.turns import turns
from kb.model import Entity
from kb.text import fold


def discover(
    text: str,
    known: Iterable[str],
    ordinary: Callable[[str], bool] | None = None,
    capital: Container[str] | None = None,
) -> list[Entity]:
    """Return the companies, people, products and institutions that `text` introduces.

    `known` are folded names and terms that need no finding; `ordinary` tells whether a folded word is an
    everyday one, and `capital` are words of general use that are written with a capital (both those of a
    general dictionary when not given).
    """
    have: Container[str] = known if isinstance(known, Container) else set(known)
    page = Page(text, have, ordinary or everyday(listed_words()), capital)
    found = Found(page)
    for rule in (
        people,
        nicknames,
        legal_names,
        headed,
        parentheses,
        bracketed,
        companies,
        actors,
        dealt,
        founded,
        relatives,
        courtesy,
        leading,
        latin_names,
        beside_latin,
        quoted,
        codes,
        numbered,
        repeated,
        reporting,
        enumerated,
        listed,
        peers,
        ranked,
        in_a_row,
        standings,
        turns,
        openers,
        codes,  # again: of firms known by now
        with_mark,
        parentheses,  # again: what they stand behind may be known by now
        shortened,
        groups,
        things,
        marked,
        coded,
        stemmed,
        latin_models,
        called,
        models,
        staff,
        institutions,
        likely_firms,
        shortened,  # again: of those that are likely
        trims,
        likely_latin,
        likely_quoted,
        spoken_symbols,
    ):
        rule(page, found)
    found.unite()
    entities: dict[str, Entity] = {}
    for entity in map(_entity, found.drafts()):
        entities[entity.id] = _joined(entities[entity.id], entity) if entity.id in entities else entity
    return list(entities.values())


_ANY_FIRM = lazy.compile(r"(?<=[\u3400-\u9fff]{2})(?:股份有限公司|有限公司|控股|集团|股份)+$")


def _entity(draft: Draft) -> Entity:
    names = {lang: name for lang, name in (("zh-Hant", draft.zh), ("en", draft.en)) if name}
    name = fold(draft.zh or draft.en)
    name = _ANY_FIRM.sub("", name) if draft.kind == "company" else name  # 海嶽航運集團 is 海嶽航運
    spelt = dict.fromkeys((*draft.names(), *(n.replace(" & ", " and ") for n in draft.names())))  # as a question may write it
    return Entity(f"found:{name}", draft.kind, names, tuple(spelt), tuple(draft.tickers))


def _joined(one: Entity, other: Entity) -> Entity:
    """The same company under its longer and its shorter name."""
    return replace(
        one,
        names={**other.names, **one.names},
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tickers=tuple(dict.fromkeys((*one.tickers, *other.tickers))),
    )
