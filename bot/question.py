"""What a message asks, as a value: language, kind, subjects, measures, period, and what an answer must hold.

`bot.reader` reads it from a message, `bot.conversation` adds what the message leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.statements import Statement
from kb.model import Period
from kb.search import Need

SubjectIds = tuple[tuple[str, ...], ...]  # for each subject the entity ids it may mean, several when ambiguous
NO_MEASURE = ("growth-rate", "decline-rate", "share-of-total")  # ways of asking, not things measured
# Measures that news takes for one another: what was shipped, delivered or sold in pieces.
SIBLINGS = (("shipments", "deliveries", "sales-volume"),)
# Measures that one word may mean: what a sentence calls 均價 answers for the price, where its figure fits.
LIKE = (("price", "average-selling-price"),)


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks."""

    text: str
    folded: str
    lang: str
    kind: str
    wants: str = ""
    subjects: SubjectIds = ()
    measures: tuple[str, ...] = ()
    aspect: str = ""  # growth | decline | narrowing when the change is asked for
    periods: tuple[Period, ...] = ()
    needs: tuple[Need, ...] = ()
    phrase: str = ""  # what a definition is asked of, in the asker's words
    roles: tuple[str, ...] = ()  # concepts that are posts: "chief-executive"
    extreme: str = ""  # max | min | first | last
    flags: frozenset[str] = frozenset()
    misspelt: tuple[tuple[str, str], ...] = ()  # (as typed, entity id)
    publishers: tuple[str, ...] = ()  # whose articles to look at, where the question says so
    dimension: str = ""  # of the unit the answer is wanted in: "weight", "power"
    statement: Statement = field(default_factory=Statement)  # a forecast or what came of it, and when it was published
    unknown: tuple[str, ...] = ()  # what looks like a name and is none we know
