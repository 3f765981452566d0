"""Whose people are told of: who asks for the founder of one firm is not told of another's."""

from __future__ import annotations

from bot.answers.demands.told import Told
from bot.answers.staff import Staff


def of_another_firm(told: Told) -> bool:
    """Return whether somebody of one firm is asked for, and all who are named belong elsewhere, or nobody is named."""
    entities = told.evidence.library.names.entities
    asked = told.asked_of()
    if told.question.wants != "person" or not asked or any(entities[i].kind != "company" for i in asked):
        return False
    staff = Staff(told.evidence)
    people = {m.entity for s in told.sentences for m in s.mentions if entities[m.entity].kind == "person"}
    homes = [staff.home(p) for p in people]
    return not any(home is None or home[0] in asked for home in homes)
