"""The desk: where every platform brings a message and picks up an answer.

The core is synchronous and its SQLite connections belong to one thread, so the desk runs both on
one worker thread of its own and is awaited from the platforms' event loop. It knows no platform.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from bot.answer import Answer
from bot.state import State
from handlers.memory import Memory

log = logging.getLogger(__name__)
T = TypeVar("T")


class Answers(Protocol):
    """What the desk needs of the bot: `bot.assistant.Assistant` is one."""

    def reply(self, text: str, state: State, lang: str | None = None) -> tuple[Answer, State]:
        """Answer one message. `lang` is the platform's guess, used where the text itself does not tell."""
        ...

    def warm(self) -> None:
        """Do beforehand what the first messages would wait for."""
        ...

    def close(self) -> None:
        """Let go of the archive."""
        ...


class Desk:
    """Answers messages for all platforms, one after another, in the order they came."""

    def __init__(self, open_assistant: Callable[[], Answers], open_memory: Callable[[], Memory]) -> None:
        """Take two functions that open the archive and the state; both are called on the worker thread."""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._assistant: Answers = self._worker.submit(open_assistant).result()
        self._memory: Memory = self._worker.submit(open_memory).result()

    def warm(self) -> None:
        """Make ready for the first message, and do not wait for it. One that comes meanwhile is answered after it."""
        self._worker.submit(self._assistant.warm)

    async def ask(self, conversation: str, text: str, *, platform: str, lang: str | None = None) -> Answer:
        """Answer `text` in `conversation` (any stable key, such as "telegram:42"), and remember it."""
        return await self._run(lambda: self._ask(conversation, text, platform, lang))

    async def first_time(self, key: str) -> bool:
        """Return whether a platform's message id is new; the second call with it returns False."""
        return await self._run(lambda: self._memory.first_time(key))

    async def join_thread(self, key: str) -> None:
        """Note that the bot was called into a thread, so that follow-ups there need no mention."""
        await self._run(lambda: self._memory.join_thread(key))

    async def in_thread(self, key: str) -> bool:
        """Return whether the bot was called into this thread before, also before a restart."""
        return await self._run(lambda: self._memory.in_thread(key))

    async def keep_text(self, text: str) -> str:
        """Return a short id for a text that a button stands for."""
        return await self._run(lambda: self._memory.keep_text(text))

    async def kept_text(self, payload: str) -> str | None:
        """Return the text behind an id of `keep_text`."""
        return await self._run(lambda: self._memory.kept_text(payload))

    async def feedback(self, question: str, answer: str, good: bool) -> None:
        """Keep a verdict on an answer."""
        await self._run(lambda: self._memory.note_feedback(question, answer, good))

    async def forget(self, conversation: str) -> None:
        """Forget a conversation ("forget me")."""
        await self._run(lambda: self._memory.forget(conversation))

    def close(self) -> None:
        """Finish the message at hand and close both files."""
        self._worker.submit(self._assistant.close).result()
        self._worker.submit(self._memory.close).result()
        self._worker.shutdown()

    def _ask(self, conversation: str, text: str, platform: str, lang: str | None) -> Answer:
        if refresh := getattr(self._assistant, "refresh", None):  # takes up an archive built since
            refresh()
        answer, state = self._assistant.reply(text, self._memory.state(conversation), lang)
        self._memory.remember(conversation, state)
        if answer.gap:
            self._memory.note_gap(text, answer.gap, platform)
        return answer

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)
