"""Fit the weights that decide whether the best sentence may speak (`bot.answers.confidence`), and what each bar costs.

Every question that comes as far as quoting gives one case: the signs of the sentence ranked first, and whether
its text holds what the question's "expect" asks for. Fitted is a ridge logistic regression, by Newton's method;
what it would have done is told from weights fitted on the other question files.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import machine, table

_RIDGE = 6.0
_STEPS = 25
_BARS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
_NUMBER_COMMA = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TRAILING = re.compile(r"(?<![\d.])(\d+)\.(\d*?)0+(?!\d)")


@dataclass(frozen=True, slots=True)
class Case:
    """One question: the file it is from, the signs of its best sentence, and whether that holds the answer."""

    file: str
    signs: dict[str, float]
    right: bool
    spoken: bool  # whether it is told as things are


def arguments(parser: argparse.ArgumentParser) -> None:
    """Tell which options this measurement has."""
    parser.add_argument("pairs", type=Path, nargs="+", metavar="ARCHIVE QUESTIONS", help="an archive and its questions, and so on")


def run(options: argparse.Namespace) -> None:
    """Print the weights, and for each bar how many right and wrong sentences would speak."""
    print(f"confidence ({machine()})\n")
    pairs = list(zip(options.pairs[::2], options.pairs[1::2], strict=True))
    cases = [case for db, asked in pairs for case in _cases(db, asked)]
    names = list(dict.fromkeys(n for c in cases for n in c.signs))
    weights = fit(cases, names)
    print("{" + ", ".join(f'"{n}": {weights[n]:.2f}' for n in names) + "}\n")
    files = {c.file for c in cases}
    apart = {f: fit([c for c in cases if c.file != f], names) for f in files} if len(files) > 1 else dict.fromkeys(files, weights)
    rows = [["as it is", *_counts([c for c in cases if c.spoken])]]
    for bar in _BARS:
        rows.append([f"{bar:.2f}", *_counts([c for c in cases if chance(apart[c.file], c.signs) >= bar])])
    table(["bar", "right", "wrong"], rows)


def _counts(told: Sequence[Case]) -> list[str]:
    right = sum(c.right for c in told)
    return [str(right), str(len(told) - right)]


def _cases(db: Path, asked: Path) -> Iterator[Case]:
    from bot.answers.confidence import signs  # noqa: PLC0415 - the measuring process itself must stay small
    from bot.answers.passages import Passages  # noqa: PLC0415
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.conversation import inherit  # noqa: PLC0415
    from bot.evidence import Evidence  # noqa: PLC0415
    from bot.plain import plain  # noqa: PLC0415
    from bot.reader import Reader  # noqa: PLC0415
    from bot.state import State  # noqa: PLC0415
    from kb.library import Library  # noqa: PLC0415

    with closing(Assistant.open(db)) as assistant, closing(Library(db)) as library:
        reader = Reader(library, "zh-Hant")
        for line in asked.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            state = before = State()
            for turn in item["turns"]:
                before = state
                answer, state = assistant.reply(turn, state)
            quoted = "answered by: passage" in answer.explanation
            if "answered in parts" in answer.explanation:
                continue
            if not quoted and not any("no candidate may speak" in e for e in answer.explanation):
                continue
            question = inherit(reader.read(item["turns"][-1], before.lang), before, reader)
            passages = Passages(Evidence(library, question.lang))
            found = passages.ranked(question)
            if not found:
                continue
            told = plain(passages.quoting.quote(question.kind, [found[0].sentence], dated=question.wants == "date"))
            yield Case(asked.name, signs(question, found, library.search), _holds(item["expect"], told), quoted and answer.answered)


def _holds(expect: dict[str, Any], told: str) -> bool:
    """Whether a text holds one alternative of every group that is expected, and nothing that must not be there."""
    if not expect.get("answered"):
        return False
    text = _bare(told)
    groups, never = expect.get("all", []), expect.get("none", [])
    return all(any(_bare(x) in text for x in g) for g in groups) and not any(_bare(x) in text for x in never)


def _bare(text: str) -> str:
    from kb.text import fold  # noqa: PLC0415 - the measuring process itself must stay small

    return _TRAILING.sub(lambda m: m[1] + (f".{m[2]}" if m[2] else ""), _NUMBER_COMMA.sub("", re.sub(r"\s+", "", fold(text))))


def chance(weights: dict[str, float], signs: dict[str, float]) -> float:
    """Return the probability these weights give to a case."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, sum(weights.get(n, 0.0) * v for n, v in signs.items())))))


def fit(cases: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Return the weights under which the cases are most likely, drawn towards 0 (all but the first, the constant)."""
    rows = [[c.signs.get(n, 0.0) for n in names] for c in cases]
    spread = [_spread([r[i] for r in rows]) for i in range(len(names))]
    weights = [0.0] * len(names)
    for _ in range(_STEPS):
        slope = [0.0 if i == 0 else -_RIDGE * spread[i] ** 2 * w for i, w in enumerate(weights)]
        bend = [[_RIDGE * spread[i] ** 2 if i == j and i else 1e-6 * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, case in zip(rows, cases, strict=True):
            p = chance(dict(zip(names, weights, strict=True)), dict(zip(names, row, strict=True)))
            for i, x in enumerate(row):
                if not x:
                    continue
                slope[i] += (case.right - p) * x
                for j, z in enumerate(row):
                    bend[i][j] += p * (1 - p) * x * z
        weights = [w + s for w, s in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _spread(values: Sequence[float]) -> float:
    """The standard deviation: so much of a sign is drawn towards 0 as if all were of one scale."""
    mean = sum(values) / len(values)
    return math.sqrt(sum((v - mean) ** 2 for v in values) / len(values)) or 1.0


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small linear system by Gaussian elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i and rows[k][i]:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]
