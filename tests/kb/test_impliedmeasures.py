"""Measures that sentences mean without naming them: which patterns are tried on a sentence."""

from __future__ import annotations

from pathlib import Path

from kb.impliedmeasures import IMPLIED, implied_in
from kb.text import fold

_ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.md"))[::12]


def test_no_pattern_that_matches_is_left_out() -> None:
    for path in _ARTICLES:
        for line in map(fold, path.read_text("utf-8").splitlines()):
            tried = implied_in(line)
            assert tried == [(p, measure) for p, measure, marks in IMPLIED if any(mark in line for mark in marks)]
            assert not [p for p, measure, _ in IMPLIED if (p, measure) not in tried and p.search(line)]
