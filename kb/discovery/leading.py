"""The firm that an English headline begins with: "Halden Pacific steams into rougher water".

The text goes on about it: under that name, with a word more behind it, or under its first word alone.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.text import fold

_LEADS = lazy.compile(r"(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2})(?:['’]s)? (?P<next>[a-z]+)")
_VERB = lazy.compile(r"(?:\w+s|will|to|and|has|in|on|is|wins?)$")
_NO_FIRM = frozenset("The This That These Those How Why What When Where Who Inside Meet New Chinese China Hong Shanghai Beijing First Second Third Why One Two Three Four Five For From With After Before Our Its His Her Their".split())
_OFTEN = 2


def leading(page: Page, found: Found) -> None:
    """Add the firm that a headline in English begins with."""
    title, _, body = page.text.partition("\n")
    led = _LEADS.match(title)
    if led is None or not _VERB.fullmatch(led["next"]) or led["name"].split()[0] in _NO_FIRM or page.term(fold(led["name"])):
        return
    name, first = led["name"], led["name"].split()[0]
    longer = re.findall(rf"(?<![A-Za-z]){re.escape(name)}(?: [A-Z][a-z]+)?(?![A-Za-z])", body)
    alone = len(re.findall(rf"(?<![A-Za-z]){re.escape(first)}(?:['’]s)? (?![A-Z])", body))
    if not longer or (len(longer) < _OFTEN and alone < _OFTEN) or found.kind(name) is not None or page.word(first.lower()):
        return
    full = max(longer, key=len)
    found.add("company", en=full, aliases=tuple(dict.fromkeys(n for n in (name, first) if n != full)))
