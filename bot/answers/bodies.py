"""Of which body a post is: who chairs a committee or an association does not chair the company."""

from __future__ import annotations

from kb import lazy
from kb.names import Names
from kb.terms import span_terms

_COMMITTEE = lazy.compile(r"(?P<zh>[\u3400-\u9fff]{2}(?:[与及和][\u3400-\u9fff]{2})?)委员会|\b(?P<en>[a-z]+(?: and [a-z]+)?) committee\b")
_BODY_BEFORE = lazy.compile(r"(?:委员会|协会|商会|公会|学会|联合会|工会|基金会|促进会)的?(?:现任|前任|前|首任|新任|副)?$|\b(?:committee|association|federation|union|chamber of commerce)(?:['’]s)? (?:former |new )?$")
_BODY_BEHIND = lazy.compile(r" (?:of|at|for) (?:the |its )?(?:[\w&]+ ){0,4}(?:committee|association|federation|union|chamber)\b|s? (?:the |its )(?:[\w&]+ ){0,3}committee\b")
_BODY_ASKED = lazy.compile(r"协会|商会|公会|学会|联合会|工会|基金会|促进会|\b(?:association|federation|union|chamber)\b")


def committee_asked(folded: str) -> str:
    """Return which committee's post a folded question asks for, as sentences call it; "" where none.

    >>> committee_asked("审计委员会主席是谁"), committee_asked("who chairs the audit committee"), committee_asked("谁是主席")
    ('审计委员会', 'audit committee', '')
    """
    found = _COMMITTEE.search(folded)
    return "" if found is None else f"{found['zh']}委员会" if found["zh"] else f"{found['en']} committee"


def of_body_asked(asked: str, told: str, roles: set[str], names: Names) -> bool:
    """Return whether a folded sentence tells of a post of the body that a folded question asks of: of its committee, or of none.

    Where a question and a sentence are of different languages, a committee is known only by being one.
    """
    places = [(s.start, s.end) for s in names.find(told) if any(k == "concept" and i in roles for k, i in span_terms(s))]
    if committee := committee_asked(asked):
        return committee in told if committee.isascii() == told.isascii() else bool(_COMMITTEE.search(told))
    if _BODY_ASKED.search(asked) or not places:
        return True
    return not all(_BODY_BEFORE.search(told[:a]) or _BODY_BEHIND.match(told, b) for a, b in places)
