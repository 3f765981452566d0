"""The parts that python-telegram-bot lets us replace: the pace, the order, the log. (Polling: polling.py.)"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from aiolimiter import AsyncLimiter
from telegram import Update
from telegram.ext import AIORateLimiter, BaseUpdateProcessor

_AT_ONCE = 256  # updates in work at a time; the desk answers one after another anyway
_TRIES = 3  # after a 429, each after the pause Telegram asked for
_MANY = 512  # chats whose pace is remembered before idle ones are dropped


class Pace(AIORateLimiter):
    """The library's limits (30 a second in all, 20 a minute in a group) and one message a second in each chat."""

    def __init__(self, seconds: float = 1.0) -> None:
        """Let `seconds` pass between two messages to one chat."""
        super().__init__(max_retries=_TRIES)
        self._seconds = seconds
        self._chats: dict[object, AsyncLimiter] = {}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Wait for the chat's turn. "typing…" does not wait, and takes no turn from the messages."""
        if endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        if endpoint == "sendMessage":
            async with self._chat(data.get("chat_id")):
                pass
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def _chat(self, chat: object) -> AsyncLimiter:
        if len(self._chats) > _MANY:
            self._chats = {c: limiter for c, limiter in self._chats.items() if not limiter.has_capacity()}
        return self._chats.setdefault(chat, AsyncLimiter(1, self._seconds))


class InChatOrder(BaseUpdateProcessor):
    """Chats are served side by side, the updates of one chat in their order."""

    def __init__(self) -> None:
        super().__init__(_AT_ONCE)
        # A lock lives as long as an update holds or awaits it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when all earlier updates of its chat are done. asyncio's locks are fair."""
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else 0
        lock = self._locks.setdefault(chat, asyncio.Lock())
        async with lock:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""


def quiet_loggers() -> None:
    """Keep tokens and messages out of the log: request addresses hold the token, update dumps the text."""
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Every failed poll and a traceback with it; `PollingRequest` says the same in a sentence.
    for name in ("telegram.ext", "telegram.ext.Updater"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for name in ("telegram.ext.Application", "telegram.ext.AIORateLimiter"):
        logging.getLogger(name).setLevel(logging.WARNING)
