"""How many figures of labelled paragraphs become facts, whose and of when, and which line of the program let the others go.

A file has a paragraph a line: {"id", "published", "lang", "title", "text", "figures": [{"owner", "measure", "printed",
"from", "to", …}]}. A figure counts as read where a fact has it as printed; the line is the last one of
`kb.figures.Figures._one` before it returned nothing.
"""

from __future__ import annotations

import argparse
import inspect
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.measure import table
from kb import figures, vocabulary
from kb.discovery.page import capital_words, listed_words
from kb.extract import Extractor
from kb.model import Article, Entity, Fact
from kb.names import Names
from kb.text import fold

LABELLED = Path(__file__).parent / "labelled"
_ABOUT = "約约近逾超過过達达共"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("files", nargs="*", type=Path, help="else the two in bench/labelled")
    parser.add_argument("--dropped", type=int, default=0, help="so many of the lines that let most go, with examples")


def run(options: argparse.Namespace) -> None:
    """Print a row a file, and where figures are let go."""
    rows = []
    for file in options.files or sorted(LABELLED.glob("*.jsonl")):
        counts, dropped = scored(file)
        rows.append(
            [
                file.name,
                *(
                    f"{counts[k]:,}"
                    for k in ("labelled", "read", "right", "another owner", "another period", "no period")
                ),
            ]
        )
        if options.dropped:
            _show(dropped, options.dropped)
    table(["file", "labelled", "read", "owner and period right", "another owner", "another period", "no period"], rows)


def scored(file: Path) -> tuple[Counter[str], dict[str, list[str]]]:
    """Return how many figures of a file are read and how, and those that are not by the line that let them go."""
    extract = Extractor(Names(vocabulary.load()), listed_words(), capital_words())
    counts: Counter[str] = Counter()
    dropped: dict[str, list[str]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        paragraph = json.loads(line)
        lines: dict[str, str] = {}
        with_lines = _watched(lines)
        found = [f for f in _facts(extract, paragraph, with_lines) if f.quantity.unit not in ("date", "code")]
        entities = {e.id: e for e in extract.introduced(_article(paragraph))}
        for label in paragraph["figures"]:
            counts["labelled"] += 1
            fact = _best(label, found, entities)
            if fact is None:
                dropped[lines.get(_bare(label["printed"]), "not tried")].append(
                    f"{label['measure']} {label['printed']} ({paragraph['id']})"
                )
                continue
            counts["read"] += 1
            counts[_judged(label, fact, entities)] += 1
    return counts, dropped


def _article(paragraph: dict[str, Any]) -> Article:
    return Article(
        "k", paragraph.get("title", ""), paragraph["text"], published=paragraph["published"], lang=paragraph["lang"]
    )


def _facts(extract: Extractor, paragraph: dict[str, Any], watch: Callable[[Any], Any]) -> Sequence[Fact]:
    plain = figures.Figures._one
    figures.Figures._one = watch(plain)  # type: ignore[method-assign]
    try:
        return extract(_article(paragraph)).facts
    finally:
        figures.Figures._one = plain  # type: ignore[method-assign]


def _watched(lines: dict[str, str]) -> Callable[[Any], Any]:
    """Return what makes `_one` note, by the figure as printed, the line from which it returned nothing."""
    source, first = inspect.getsourcelines(figures.Figures._one)

    def watch(plain: Any) -> Any:
        code = plain.__code__

        def one(self: Any, i: int, quantity: Any, previous: Any) -> Any:
            last = 0

            def trace(frame: Any, event: str, _: object) -> Any:
                nonlocal last
                if frame.f_code is not code:
                    return None
                last = frame.f_lineno if event == "line" else last
                return trace

            before = sys.gettrace()
            sys.settrace(trace)
            try:
                fact = plain(self, i, quantity, previous)
            finally:
                sys.settrace(before)
            if fact is None:
                lines[_bare(quantity.raw)] = f"{last}: {source[last - first].strip()[:70]}"
            return fact

        return one

    return watch


def _bare(printed: str) -> str:
    return re.sub(r"[\s,]", "", fold(printed)).strip(_ABOUT)


def _best(label: dict[str, Any], found: Sequence[Fact], entities: dict[str, Entity]) -> Fact | None:
    """The fact that has a figure as printed, or as a part of a range; of several the one that fits best."""
    printed = _bare(label["printed"])
    have = [
        f
        for f in found
        if printed == _bare(f.quantity.raw)
        or _inside(printed, _bare(f.quantity.raw))
        or _inside(_bare(f.quantity.raw), printed)
    ]
    return max(have, key=lambda f: (_owned(label, f, entities), _dated(label, f)), default=None)


def _inside(part: str, whole: str) -> bool:
    return len(part) > 1 and re.search(rf"(?<![\d.]){re.escape(part)}(?![\d.]*\d)", whole) is not None


def _owned(label: dict[str, Any], fact: Fact, entities: dict[str, Entity]) -> bool:
    owner = fold(label["owner"])
    return any(n in owner or owner in n for n in _called(fact, entities) if len(n) > 1)


def _called(fact: Fact, entities: dict[str, Entity]) -> Iterator[str]:
    entity = entities.get(fact.subject)
    yield from (fold(n) for n in (*entity.aliases, *entity.names.values())) if entity else (fact.subject,)


def _dated(label: dict[str, Any], fact: Fact) -> bool:
    return (
        (fact.period.start, fact.period.end) == (label.get("from"), label.get("to"))
        if fact.period
        else label.get("from") is None
    )


def _judged(label: dict[str, Any], fact: Fact, entities: dict[str, Entity]) -> str:
    if not _owned(label, fact, entities):
        return "another owner"
    if _dated(label, fact):
        return "right"
    return "another period" if fact.period else "no period"


def _show(dropped: dict[str, list[str]], most: int) -> None:
    for line, examples in sorted(dropped.items(), key=lambda d: -len(d[1]))[:most]:
        print(f"{len(examples):4} {line}")
        print("       " + "; ".join(examples[:6]))
    print()
