"""The buttons under an answer, and what their values hold.

A value of Slack's holds 2,000 characters: a suggestion's question where it fits, else the id under
which the desk keeps it. Verdict, share and sentences point to the kept answer by its id.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.answer import Answer, Source, Table
from bot.wording.surfaces import surface
from handlers.desk import Desk
from handlers.slack.mrkdwn import shorten

ASK, GOOD, BAD, SHARE, QUOTES = "xinwen_ask", "xinwen_good", "xinwen_bad", "xinwen_share", "xinwen_quotes"
_LABEL, _VALUE, _SUGGESTIONS = 75, 2000, 5
CHATTER = {"smalltalk", "help"}  # kinds of answer nobody judges or shares


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a button under an answer points to: the kept answer's id, and the question asked."""

    answer: str
    question: str

    def to_value(self) -> str:
        """Return at most 2,000 characters of JSON; a question too long for that is cut."""
        question = self.question
        while len(value := json.dumps([self.answer, question], ensure_ascii=False)) > _VALUE:
            question = question[: len(question) * 3 // 4]
        return value

    @classmethod
    def from_value(cls, value: str) -> Pointer:
        """Read `to_value`; anything else points nowhere."""
        try:
            answer, question = json.loads(value)
            return cls(str(answer), str(question))
        except (ValueError, TypeError):
            return cls("", "")


async def suggestions(desk: Desk, answer: Answer) -> list[dict[str, Any]]:
    """Return the row of questions to ask next, or nothing."""
    elements = [
        _button(f"{ASK}_{n}", text, f"q:{text}" if len(text) < _VALUE - 1 else f"id:{await desk.keep_text(text)}")
        for n, text in enumerate(answer.suggestions[:_SUGGESTIONS])
        if text.strip()
    ]
    return _row(elements)


async def question_of(desk: Desk, value: str) -> str | None:
    """Return the question a suggestion's button stands for, None when it is no longer kept."""
    kind, _, rest = value.partition(":")
    return await desk.kept_text(rest) if kind == "id" else rest or None


def controls(pointer: Pointer, answer: Answer, *, share: bool) -> list[dict[str, Any]]:
    """Return the row with the verdict, the sentences and, where `share`, the button that shows it to all."""
    value, labels = pointer.to_value(), surface(answer.lang)
    elements = [_button(GOOD, f"👍 {labels.good}", value), _button(BAD, f"👎 {labels.bad}", value)]
    if unseen_quotes(answer):
        elements.append(_button(QUOTES, labels.show_sentences, value))
    if share:
        elements.append(_button(SHARE, labels.share, value))
    return _row(elements)


def unseen_quotes(answer: Answer) -> list[Source]:
    """Return the sources whose sentence the answer does not show already."""
    return [source for source in answer.sources if source.quote and source.quote not in answer.quotes]


def to_text(answer: Answer) -> str:
    """Return the shown parts of an answer as JSON, to be kept until a button asks for them."""
    kept = asdict(answer)
    for inner in ("facts", "explanation", "gap"):
        del kept[inner]
    return json.dumps(kept, ensure_ascii=False)


def from_text(text: str | None) -> Answer | None:
    """Read `to_text`; None when there is nothing, or another version wrote it."""
    try:
        kept = json.loads(text or "")
        shown: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in kept.items()}
        shown["sources"] = tuple(Source(**source) for source in kept["sources"])
        if rows := kept["table"]:
            shown["table"] = Table(tuple(rows["header"]), tuple(tuple(row) for row in rows["rows"]))
        return Answer(**shown)
    except (ValueError, TypeError, KeyError):
        return None


def _button(action: str, label: str, value: str) -> dict[str, Any]:
    text = {"type": "plain_text", "text": shorten(label, _LABEL), "emoji": False}
    return {"type": "button", "action_id": action, "text": text, "value": value}


def _row(elements: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": "actions", "elements": list(elements)}] if elements else []
