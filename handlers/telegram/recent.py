"""The answers given lately, so that a button or /sources can come back to them. In memory only, bounded."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from bot.answer import Answer

_KEEP = 2000  # keys; an exchange has two: its conversation and its message


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was answered, in one conversation."""

    conversation: str
    question: str
    answer: Answer


class Recent:
    """The last exchange of each conversation, and the exchange each message showed."""

    def __init__(self, keep: int = _KEEP) -> None:
        """Keep at most `keep` keys, dropping the oldest."""
        self._keep = keep
        self._kept: OrderedDict[str, Exchange] = OrderedDict()

    def note(self, exchange: Exchange, chat: int, message: int | None) -> None:
        """Keep `exchange` as its conversation's last, and under the message that carries its buttons."""
        keys = [exchange.conversation] + ([] if message is None else [f"{chat}/{message}"])
        for key in keys:
            self._kept[key] = exchange
            self._kept.move_to_end(key)
        while len(self._kept) > self._keep:
            self._kept.popitem(last=False)

    def last(self, conversation: str) -> Exchange | None:
        """Return the conversation's last exchange."""
        return self._kept.get(conversation)

    def shown(self, chat: int, message: int) -> Exchange | None:
        """Return the exchange that a message of the bot showed."""
        return self._kept.get(f"{chat}/{message}")

    def forget(self, conversation: str) -> None:
        """Drop every exchange of a conversation."""
        for key in [key for key, kept in self._kept.items() if kept.conversation == conversation]:
            del self._kept[key]
