"""Given names in Latin letters (`kb/lexicon/given-names.txt`): by the first of its words a name is told to be a person's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "lexicon" / "given-names.txt"


@cache
def given_names() -> frozenset[str]:
    """The given names as printed."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
