"""Sales by place as English news tells them in a row: "Sales to America rose 24% and those to Europe 6.1%; sales to China fell 13%".

Each place is a part, with its change and what it came to. A part without a verb goes on with that of the one before it in
its part of the sentence. Leaves out places that are told with a figure alone (`kb.partrows`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.model import Quantity
from kb.names import Names
from kb.partrows import Row
from kb.text import fold

_UP = r"rose|grew|climbed|jumped|gained|increased|advanced|surged|soared|expanded|edged up|were up|was up|rising|growing|climbing|up"
_DOWN = r"fell|dropped|declined|slipped|sank|shrank|slid|tumbled|plunged|decreased|edged down|were down|was down|contracted|falling|dropping|declining|slipping|down"
_PLACE = r"(?:the )?[A-Z][\w.&'-]*(?: (?:and |& |of (?:the )?)?[A-Z][\w.&'-]*)*"
# Not when: "sales in March rose 4%".
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|FY|[Ff]iscal)"
_PART = lazy.compile(
    rf"(?:(?P<what>[Ss]ales|[Rr]evenues?|[Tt]urnover|[Ee]xports|[Ii]mports|[Ss]hipments|[Dd]eliveries|[Vv]olumes?|[Oo]rders|[Pp]assengers?|[Tt]raffic|[Oo]utput|[Pp]roduction|those|that|they|it) )?"
    rf"(?P<prep>in|to|from|at) (?P<place>(?!(?:the )?{_MONTH}\b){_PLACE})(?: (?:also |only |by contrast )?(?P<verb>{_UP}|{_DOWN}))?(?: by)?(?: just| about| nearly| almost)? (?P<rate>[\d.]+(?:%| per ?cent))(?P<to> to )?"
)
_UPWARD = lazy.compile(rf"(?:{_UP})")
_POINTS = ("those", "that", "they", "it")
_ENDS = lazy.compile(r"[;]|\. ")


def rows(text: str, n: int, quantities: Sequence[Quantity], names: Names) -> list[Row]:
    """Return the places that sentence `n` tells changes of, two at least, or none."""
    out: list[Row] = []
    measure, verb, last = "", "", 0
    for told in _PART.finditer(text):
        what = (told["what"] or "").lower()
        if what and what not in _POINTS:
            named = [s.ids[0] for s in names.find(what) if s.kind == "measure"]
            if out and named[:1] != [measure]:
                break  # of something else
            measure = named[0] if named else ""
        elif not out:
            continue
        if _ENDS.search(text, last, told.start()) and not told["verb"]:
            break
        verb, last = told["verb"] or verb, told.end()
        rate = next((q for q in quantities if q.start == told.start("rate")), None)
        if not verb or rate is None or rate.unit != "%":
            continue
        value = next((q for q in quantities if told["to"] and told.end() <= q.start <= told.end() + 1), None)
        out.append(Row(told["place"].removeprefix("the "), value, changes={"growth" if _UPWARD.fullmatch(verb) else "decline": rate}, sentences=[n], measure=measure))
    labels = {fold(r.label) for r in out}
    return out if len(out) > 1 and len(labels) == len(out) else []
