"""Stock symbols told in words, not in brackets: "trades on Nasdaq under the ticker CVNT", 股票代號7746.

They are those of the firm named last before them, some paragraphs back at most.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.found import Found
from kb.discovery.page import Page
from kb.text import fold

_SAID = lazy.compile(
    r"\b(?:under|with|has|carries) the (?:stock )?(?:ticker|symbol|stock code|code)(?: symbol)?(?: of)? [\"“'‘]?(?P<en>[A-Z]{2,5}|\d{4,6}(?:\.[A-Z]{2})?)\b"
    r"|(?:股票|證券|证券|上市)(?:代號|代号|代碼|代码|簡稱代碼)(?:為|为|是|：|:)?\s?[“「\"]?(?P<zh>\d{4,6}(?:\.[A-Z]{2})?|[A-Z]{2,5})(?![\w.])"
)
_FAR = 1500  # characters


def spoken_symbols(page: Page, found: Found) -> None:
    """Let firms be known by the symbols that a page says they trade under."""
    for said in _SAID.finditer(page.text):
        firms = [d for d in found.drafts() if d.kind == "company"]
        places = ((at, d) for d in firms for name in d.names() for at in page.places(fold(name)) if 0 <= said.start() - at <= _FAR)
        nearest = max(places, key=lambda place: place[0], default=None)
        if nearest is not None:
            symbol, draft = said["en"] or said["zh"], nearest[1]
            found.add("company", draft.zh, draft.en, tickers=[symbol])
