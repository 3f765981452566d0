"""What a conversation remembers between two messages: a small value that goes to JSON and back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class State:
    """What a follow-up may inherit: the last question's parts, and the subjects of the last answer."""

    lang: str | None = None
    kind: str | None = None
    subjects: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    period: str | None = None
    words: tuple[str, ...] = ()
    answer_subjects: tuple[str, ...] = ()
    question: str | None = None
    sources: tuple[str, ...] = ()  # titles of the articles the last answer cited
    told: tuple[str, ...] = ()  # what the last answer said, a checksum a line

    def to_json(self) -> str:
        """Return compact JSON, readable by `from_json`."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> State:
        """Return the state, or an empty one when `text` is missing or from another version.

        >>> State.from_json(State(subjects=("metax",)).to_json()).subjects
        ('metax',)
        >>> State.from_json("no json").subjects
        ()
        """
        try:
            data = json.loads(text or "{}")
            values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
            return cls(**values)
        except (ValueError, TypeError, AttributeError):
            return cls()
