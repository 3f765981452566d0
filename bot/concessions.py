"""What a question about a reason only sets against it: "although revenue grew", 明明客人更多, 箱量創紀錄,怎麼淨利反倒少了.

It asks nothing, and a sentence that gives the reason need not say it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.reasonwords import WHY
from kb import lazy

_WHY = lazy.compile(rf"怎么|咋|{WHY.pattern}")
# Folded: a clause that concedes, wherever it stands; one before a question that turns against it.
_CONCEDES = lazy.compile(
    r"(?<=的)[^,?的 ]{2,10}明明[^,? ]{2,24}(?:[, ]|(?=[?]|$))|,? ?(?:明明|虽然|虽说|尽管|就算|即使)[^,? ]{2,24}(?:[, ]|(?=[?]|$))"
    r"|,? ?\b(?:although|even though|even as|though|despite|in spite of|notwithstanding)\b (?!of\b)[^,?;]{3,80}?(?:, ?|(?=[?]|$))"
)
_TURNS = lazy.compile(r"^(?P<said>[^,?]{2,26}?), ?(?=(?P<asks>[^,?]*(?:反而|反倒|倒是|却|倒|怎么还|咋还|为什么还|为何还|为啥还|怎么又|咋又)[^,?]*(?:,[^,?]{2,12})?)[?]?$)")


def set_against(folded: str) -> list[tuple[int, int]]:
    """Return where a folded question says what it only sets against what it asks, as (start, end); [] in other questions.

    >>> [("norvane去年明明客人更多,利润咋还掉了"[a:b]) for a, b in set_against("norvane去年明明客人更多,利润咋还掉了")]
    ['明明客人更多,']
    >>> [("why did profit drop although sales grew?"[a:b]) for a, b in set_against("why did profit drop although sales grew?")]
    [' although sales grew']
    >>> set_against("箱量创纪录,怎么净利反倒少了"), set_against("虽然亏损,股价是多少")
    ([(0, 6)], [])
    """
    found = [m.span() for m in _CONCEDES.finditer(folded)]
    turned = None if found else _TURNS.match(folded)
    if turned and _WHY.search(turned["asks"]) and not _WHY.search(turned["said"]):
        found = [(0, turned.end())]
    asked = "".join(c for n, c in enumerate(folded) if not any(a <= n < b for a, b in found))
    return found if found and _WHY.search(asked) else []


def without(text: str, against: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> str:
    """Return a message without what it sets against, but with the names in it: whom it asks about may stand there."""
    out = []
    last = 0
    for start, end in against:
        kept = " ".join(text[a:b] for a, b in names if start <= a and b <= end)
        out += [text[last:start], " " if start else "", kept, " " if kept else ""]
        last = end
    return "".join([*out, text[last:]]).strip()
