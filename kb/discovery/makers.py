"""Makers whose name stands before that of their product: Orvia of an Orvia Flex X2, which the text also calls Flex X2.

The title of a launch has both names, the text goes on with each alone. A word that does something by itself, as only
somebody can, is the maker's name; a line's own first word (Tidal of a Tidal X1) does not. Patterns are matched against
the text as printed.
"""

from __future__ import annotations

import re

from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.text import fold

_MAKER = re.compile(r"(?P<maker>[A-Z][A-Za-z]{2,15}) (?P<line>[A-Z][A-Za-z]* ?(?:[A-Z0-9][A-Za-z0-9]*)?)")
# What somebody does: Orvia的說法, Orvia市佔約9%, "Orvia said".
_DOES = (
    r" ?(?:[在将將把則则也亦]|的(?:[说說][法辞辭]|[执執]行[长長]|[产產]品|[设設][计計]|[瓶颈瓶頸供应應]|[总總]|[创創]|[发發]|[财財]|[新首]|市)|市[占佔]|出[货貨]|[宣公][布佈]|[表暗]示|[声聲宣]?[称稱](?![为為])|"
    r"[说說]|[发發][布佈表]|推出|[预預][计計期告]|[计計][划劃画畫]|[强強][调調]|[并並也]?未|不[建愿願打]|[执執]行[长長]|[创創][办辦始]人)"
    r"|[’']s (?:chief|founder|ceo|CEO|boss|bottleneck|own|first|new|rivals?|customers|head|share)\b| (?:said|says|has|had|plans|expects|did|does|will|also|now|claims|shipped|ships|sells|sold|makes|made|put|is (?:a|an|the|not)|would)\b"
)
_LEAST = 2  # times it does something


def add_makers(page: Page, found: Found) -> None:
    """Add the makers of the products found so far that do something in the text, and let each product go by its own name too."""
    for draft in [d for d in found.drafts() if d.kind == "product"]:
        for match in filter(None, map(_MAKER.fullmatch, draft.names())):
            maker, line = match["maker"], match["line"]
            own = fold(line) in map(fold, draft.names()) or re.search(rf"(?<!{maker} )(?<![A-Za-z]){re.escape(line)}(?![A-Za-z0-9])", page.text)
            taken = found.kind(maker) or page.word(fold(maker)) or page.term(fold(maker))
            if own and not taken and len(re.findall(rf"(?<![A-Za-z] )(?<![A-Za-z]){maker}(?:{_DOES})", page.text)) >= _LEAST:
                found.add("company", en=maker)
