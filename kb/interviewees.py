"""Whom an interview is with: the person who answers, and whose company "we" is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile

from kb import interviews, lazy
from kb.model import Entity
from kb.names import Span
from kb.text import fold

_MET = lazy.compile(r"接受|[采受]访|专访|访[问谈]|对[话谈]|见到|会面|\b(?:interview\w*|spoke|speaks|talks?|talked|met|sat down|told)\b")
# What an answer goes on with that names nobody and is of whom the sentence before was.
_OF_OTHERS = lazy.compile(r"(?:而|但)?(?:它|他|她|对方|人家)们?|\b(?:it|they|he|she|its|their)\b")


def interviewee(pieces: Sequence[tuple[int, str, str]], text: str, named: Mapping[str, Sequence[Span]], title: Mapping[str, str], entity: Callable[[str], Entity]) -> dict[str, str]:
    """Return the company and the person who answer in an interview, by kind; nothing where a text is none, or does not tell."""
    if not any(interviews.asks(heading, said) for _, heading, said in pieces):
        return {}
    opening = takewhile(lambda piece: not piece[1].startswith(interviews.ASKED), pieces)
    firms = [s.ids[0] for _, _, said in opening for s in named[said] if s.kind == "entity" and entity(s.ids[0]).kind == "company"]
    known = {i for spans in named.values() for s in spans if s.kind == "entity" for i in s.ids if entity(i).kind == "person"}
    speakers = interviews.speakers(text)
    told = {_called(label, known, entity) for label in speakers}
    person = (told.pop() if len(told) == 1 else "") if speakers else title.get("person") or _met(pieces, named, entity)
    company = title.get("company") or next((i for i, _ in Counter(firms).most_common(1)), "")
    return {kind: i for kind, i in (("company", company), ("person", person)) if i}


def goes_on_of_others(folded: str) -> bool:
    """Return whether a sentence of an answer goes on about whom the one before named: they, 它们."""
    return _OF_OTHERS.match(folded) is not None


def _called(label: str, people: Iterable[str], entity: Callable[[str], Entity]) -> str:
    """The one person whom a label before answers names, in full or by a part: 葉:, Marchetti:."""
    short = fold(label).strip()
    full = [i for i in people if any(fold(n) == short for n in (*entity(i).names.values(), *entity(i).aliases))]
    part = [i for i in people if any(_is_part(short, fold(n)) for n in (*entity(i).names.values(), *entity(i).aliases))]
    return full[0] if len(full) == 1 else part[0] if len(part) == 1 else ""


def _is_part(short: str, name: str) -> bool:
    words = name.split()
    initials = "".join(w[0] for w in words)
    return short in (words[0], words[-1], initials) if len(words) > 1 else bool(short) and name.startswith(short[0]) and short in name


def _met(pieces: Sequence[tuple[int, str, str]], named: Mapping[str, Sequence[Span]], entity: Callable[[str], Entity]) -> str:
    """The one person of the opening: who is named where it says that somebody was met, else the only or the first one."""
    people: list[str] = []
    for _, heading, said in pieces:
        if heading.startswith(interviews.ASKED):
            break
        here = [s.ids[0] for s in named[said] if s.kind == "entity" and entity(s.ids[0]).kind == "person"]
        if len(set(here)) == 1 and _MET.search(fold(said)):
            return here[0]
        people += here
    return people[0] if people else ""
