"""Names in Latin letters, in English and in Chinese texts: found, and told what they are by what is said around them."""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.english import AND, FIRM_END, LEGAL_EN, PEOPLE_END, SOFT_END, STRONG_END, latin_spans
from kb.discovery.found import Found
from kb.discovery.latincontexts import OFTEN, Seen, lives, weigh
from kb.discovery.latinkinds import latin_kind, only_a_name, proper
from kb.discovery.page import Page
from kb.discovery.rows import latin_rows
from kb.discovery.shortforms import add_short_forms
from kb.text import fold

# A firm under its founder's name with an s: what it does follows.
_OWNERS_NAME = lazy.compile(r"(?:^|[.!?\n] ?|, |\b(?:and|while|but|rivals?) )([A-Z][a-z]{2,15}[’']s)(?= (?:reported|posted|announced|said|opened|closed|sold|booked|raised|launched) (?:an?|its|it|the|that|[\d$£€]))", re.M)
# Tom Ellwood of Shore Capital: a person and where they are.
_PERSON_OF = lazy.compile(r"([A-Z][a-z]+(?:-[A-Z][a-z]+)? (?!University|Institute|College|School|Bank|Academy|Ministry|Museum)[A-Z][a-z]+) of ([A-Z].+)")
_JOINED = 30  # characters at most between names that are set side by side
_TWO = 2
_OPENING = 120  # characters of a text in which its first name stands
_ROLE_WORD = lazy.compile(r"(?:er|or|ist|ian|man|woman|ain|ef|ach|ect)$")


def latin_names(page: Page, found: Found) -> None:
    """Add the names in Latin letters of which their surroundings tell what they are."""
    seen: dict[str, Seen] = {}
    last, before = 0, ""
    rows: list[list[str]] = []
    for begin, end in latin_spans(page.text):
        start = begin + role_before(page, begin, end)
        name = page.text[start:end]
        if name not in seen:
            seen[name] = Seen(hopeless=fold(name) in page.known or (" " not in name and not proper(page, name) and not only_a_name(page, name)))
        marks = seen[name]
        joined = last > 0 and start - last < _JOINED and AND.fullmatch(page.text, last, start) is not None
        rows[-1:] = [[*rows[-1], name]] if joined and rows else [*rows[-1:], [name]]
        if marks.hopeless:
            marks.count += 1
            last = end
            continue
        beside = before if AND.fullmatch(page.text, last, start) and start - last < 30 else ""
        before = weigh(page, start, end, marks) or beside
        marks.person += beside == "person" and before == "person"
        marks.company += beside == "company" and before == "company"
        marks.branded += beside == "brand" and before == "brand"
        last = end
    if (leads := _leads_all(page)) in seen:
        seen[leads].company += 1
    for row in rows:
        _keep_company(page, row, seen)
    for row in latin_rows(page.text, latin_spans(page.text)):
        known = [n for n in row if n not in seen or seen[n].company or fold(n) in page.known]
        for name in row if known else ():
            seen[name].company += 1
            seen[name].rowed = True
    for name, marks in seen.items():
        marks.person += lives(page, name, marks)
        first = seen.get(name.split()[0])
        kind = latin_kind(page, name, marks, often=" " in name and (marks.rowed or (first is not None and first.count >= OFTEN)))
        clean = LEGAL_EN.sub("", name)
        if kind is None and marks.titled and not marks.company and (told := _PERSON_OF.fullmatch(name)):
            _both(page, found, told)
            continue
        if kind == "company" and (both := _PERSON_OF.fullmatch(name)) and (not page.ordinary(name.split()[0].lower()) or FIRM_END.search(name)):
            _both(page, found, both)
            continue
        if kind == "company" and clean != name and (" " in clean or proper(page, clean)):
            found.add(kind, en=clean, aliases=(name,))
        elif kind:
            found.add(kind, en=name)
    _owners_names(page, found, seen)
    _with_ending(found, seen)
    add_short_forms(page, found, seen)


def _keep_company(page: Page, row: list[str], seen: dict[str, Seen]) -> None:
    """Count those that a list sets beside a firm as firms: Wessmoor, Trentbrook and South Fells Water."""
    others = [n for n in row if not seen[n].hopeless and not seen[n].company]
    firms = [n for n in row if seen[n].company or (STRONG_END.search(n) and " " in n)]
    if len(row) > _TWO and firms and len(others) < len(row) and not any(seen[n].person or seen[n].product or seen[n].branded for n in row):
        for name in others:
            seen[name].company += not PEOPLE_END.search(name) and (" " in name or proper(page, name))


def _with_ending(found: Found, seen: dict[str, Seen]) -> None:
    """Add the longer name that a firm known without its ending has elsewhere in the text: Severnholme Water."""
    for name in seen:
        short = SOFT_END.sub("", STRONG_END.sub("", name))
        draft = found.by_name.get(fold(short)) if short != name else None
        if draft is not None and draft.kind == "company" and draft.en == short and found.kind(name) is None:
            found.add("company", en=short, aliases=(name,))


def _owners_names(page: Page, found: Found, seen: dict[str, Seen]) -> None:
    """Add the firms under their founder's name with an s: Carrow's reported a 1.2% fall."""
    for match in _OWNERS_NAME.finditer(page.text):
        own = match[1][:-2]
        marks = seen.get(own)
        else_told = page.word(own.lower()) or own.lower() in page.capital or fold(own) in found.by_name
        if not else_told and not (marks and (marks.company or marks.person)):
            found.add("company", en=match[1])


def _both(page: Page, found: Found, told: re.Match[str]) -> None:
    """Add a person and where they are, or a firm and where that is: Lindqvist Re of Stockholm."""
    somewhere = page.term(fold(told.group(2)))
    found.add("company" if somewhere else "person", en=told.group(1))
    found.add("company", en=told.group(2))


def _leads_all(page: Page) -> str:
    """The name with a firm's ending that both a headline and the first sentence begin with: "Ostergaard Rail wins …"; else ""."""
    lines = page.text.split("\n", 1)
    spans = next(iter(latin_spans(lines[0], headlines=True)), None) if len(lines) > 1 else None
    first = next(iter(latin_spans(lines[1].lstrip()[:_OPENING])), None) if spans and spans[0] == 0 else None
    if spans is None or first is None or first[0]:
        return ""
    name = lines[1].lstrip()[: first[1]]
    ends = STRONG_END.search(name) or SOFT_END.search(name)
    return name if ends and name.split()[0] == lines[0].split()[0] else ""


def role_before(page: Page, start: int, end: int) -> int:
    """How much of a name that begins a sentence is a role: Striker Dele Osunde, Chemist Ada Quell."""
    role, _, rest = page.text[start:end].partition(" ")
    begins = page.text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", ".", "\n", '"', "”")
    if not begins or rest.count(" ") != 1 or not _ROLE_WORD.search(role) or STRONG_END.search(rest) or SOFT_END.search(rest):
        return 0
    known = page.word(role.lower()) or (role.endswith("er") and page.word(role[:-1].lower()))  # a bottler bottles
    return len(role) + 1 if known and not all(page.word(w.lower()) for w in rest.split()) else 0
