"""People who share a family name that is told once: the brothers Alfred and Edwin Quell."""

from __future__ import annotations

from kb import lazy
from kb.discovery.found import Found
from kb.discovery.page import Page

_TOGETHER = lazy.compile(
    r"\b(?:brothers|sisters|siblings|twins|cousins|couple|spouses|husband and wife|father and son|mother and daughter),? "
    r"(?P<first>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) and (?P<second>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) (?P<last>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"
)


def relatives(page: Page, found: Found) -> None:
    """Add both of two relatives under their full names."""
    for match in _TOGETHER.finditer(page.text):
        for given in (match["first"], match["second"]):
            found.add("person", en=f"{given} {match['last']}")
