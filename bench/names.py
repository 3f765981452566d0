"""How many of the names that articles introduce are found, of which kind, and how many are found that are none.

A line of the file of names is {"article": file name, "names": [{"kind", "forms": [as printed, the fullest first]}]}. `--fit`
prints the weights by which names that no one sign tells are found (`kb.discovery.logistic`): a ridge logistic regression
for each kind, of all names, those weighing most that the rules do not find.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from bench.confidence import Case, fit
from bench.measure import machine, table
from kb import articles, discover, vocabulary
from kb.discovery import likelyfirms, likelylatin, likelyquoted
from kb.discovery.found import Found
from kb.discovery.logistic import Signs
from kb.discovery.page import Page
from kb.model import Article, Entity
from kb.names import Names
from kb.text import fold

_TESTS = Path(__file__).parent.parent / "tests"
_FOLDER, _NAMES = _TESTS / "articles", _TESTS / "kb" / "names.jsonl"
_MISSED_WEIGHS = 3  # as much as one that the rules find


@dataclass(frozen=True, slots=True)
class Read:
    """One article: what it names by folded form, what was found, and what it was found in."""

    kinds: dict[str, str]
    forms: list[tuple[str, list[str]]]
    found: list[Entity]
    drafts: Found
    page: Page


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("--names", type=Path, default=_NAMES, help="the names of each article")
    parser.add_argument("--sets", help="only articles of these sets, as by,cd; with a minus before them, of all others")
    parser.add_argument("--fit", action="store_true", help="print the weights fitted on them instead")


def run(options: argparse.Namespace) -> None:
    """Print a line a kind, or the weights."""
    if options.fit:
        for weights in (likelyfirms.WEIGHTS, likelylatin.WEIGHTS, likelyquoted.WEIGHTS):
            weights.clear()  # what the rules alone find
    read = list(_read(options.names, options.sets or ""))
    if options.fit:
        for name, weights in _fitted(read):
            print(f"{name} = {{" + ", ".join(f'"{sign}": {weight:.2f}' for sign, weight in weights.items() if abs(weight) >= 0.1) + "}\n")
        return
    print(f"names of {len(read)} articles ({machine()})\n")
    table(["kind", "named", "found", "of this kind", "under every form", "found in all", "of those no names"], list(_rows(read)))


def _read(file: Path, sets: str) -> Iterator[Read]:
    chosen = set(sets.lstrip("-").split(","))
    known = Names(vocabulary.load()).keys.all()
    last: list[Found] = []
    unite = Found.unite

    def united(self: Found) -> None:
        last[:] = [self]
        unite(self)

    Found.unite = united  # type: ignore[method-assign]  # the drafts are not handed out
    for line in file.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        name = "".join(takewhile(str.isalpha, item["article"]))
        if sets and (name in chosen) == sets.startswith("-"):
            continue
        for article in articles.read([_FOLDER / item["article"]]):
            if isinstance(article, Article):
                entities = discover.discover(f"{article.title}\n{article.text}", known)
                forms = [(n["kind"], [fold(f) for f in n["forms"]]) for n in item["names"]]
                yield Read({f: kind for kind, all_forms in forms for f in all_forms}, forms, entities, last[0], last[0].page)
    Found.unite = unite  # type: ignore[method-assign]


def _rows(read: Iterable[Read]) -> Iterator[list[str]]:
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in read:
        by_form = {fold(alias): e for e in one.found for alias in e.aliases}
        for kind, forms in one.forms:
            got = [by_form.get(f) for f in forms]
            if any(one.page.term(f) for f in forms):
                continue  # the lexicon has it
            named[kind]["named"] += 1
            named[kind]["found"] += any(got)
            named[kind]["kind"] += any(e is not None and e.kind == kind for e in got)
            named[kind]["forms"] += all(got) and len({e.id for e in got if e}) == 1
        for entity in one.found:
            named[entity.kind]["all"] += 1
            aliases = [fold(a) for a in entity.aliases]
            named[entity.kind]["none"] += not any(a in f or f in a for a in aliases for f in one.kinds)
    for kind, counts in sorted(named.items()):
        share = lambda key, counts=counts: f"{counts[key] / max(1, counts['named']):.1%}"  # noqa: E731
        yield [kind, str(counts["named"]), share("found"), share("kind"), share("forms"), str(counts["all"]), str(counts["none"])]


def _fitted(read: list[Read]) -> Iterator[tuple[str, dict[str, float]]]:
    firms = [c for r in read for c in _cases(r, _firm_signs(r), lambda k: k in ("company", "institution"))]
    yield "likelyfirms", fit(firms, _signs_of(firms))
    quoted = [c for r in read for c in _cases(r, likelyquoted.candidates(r.page), lambda k: k == "product")]
    yield "likelyquoted", fit(quoted, _signs_of(quoted))
    latin = [(r, likelylatin.candidates(r.page)) for r in read]
    for wanted in ("company", "person", "product", "institution"):
        cases = [c for r, told in latin for c in _cases(r, told, lambda k, wanted=wanted: k == wanted)]
        yield f"likelylatin {wanted}", fit(cases, _signs_of(cases))


def _firm_signs(read: Read) -> dict[str, Signs]:
    every = likelyfirms.candidates(read.page, read.drafts, every=True)
    return {name: likelyfirms.signs(read.page, read.drafts, places) for name, places in every.items()}


def _cases(read: Read, told: dict[str, Signs], wanted: Callable[[str], bool]) -> Iterator[Case]:
    for name, signs in told.items():
        folded = fold(name)
        if read.page.term(folded):
            continue
        right = wanted(read.kinds.get(folded, ""))
        missed = right and read.drafts.kind(name) is None
        yield from [Case("", signs, right, spoken=False)] * (_MISSED_WEIGHS if missed else 1)


def _signs_of(cases: Iterable[Case]) -> list[str]:
    names = dict.fromkeys(n for c in cases for n in c.signs)
    return ["", *(n for n in names if n)]
