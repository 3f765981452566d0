"""The requests that fetch updates. They notice, and say once, what polling itself does not tell anybody.

Telegram out of reach and back again; another program fetching the same updates; a token revoked.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest

log = logging.getLogger(__name__)

BAD_TOKEN = "Telegram rejected the token: check TELEGRAM_BOT_TOKEN with @BotFather. Telegram is stopped."  # noqa: S105
CONFLICT = "Another program is fetching this Telegram bot's messages: run only one of them. Telegram is stopped."

_CONFLICT_WINDOW = 60.0  # seconds; a single conflict may be a poll of our own that was cut off


class TurnedAway(TelegramError):
    """Telegram will not serve us any more; asking again makes no sense."""


class PollingRequest(HTTPXRequest):
    """Sets `over`, after one line in the log, when Telegram turns the bot away for good."""

    def __init__(self, over: asyncio.Event) -> None:
        super().__init__(connection_pool_size=1)
        self._over = over
        self._away = False
        self._conflict = float("-inf")

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Pass the request on. Raises TurnedAway, without a request, once it is over.

        So the last request that the library makes when it stops does not cut off the other program.
        """
        if self._over.is_set():
            raise TurnedAway("polling is over")
        try:
            code, body = await super().do_request(*args, **kwargs)
        except TelegramError as failed:
            self._note(type(failed).__name__)
            raise
        self._note(f"status {code}" if code >= 500 else None)
        if code in (401, 404):
            self._end(BAD_TOKEN)
            raise TurnedAway("the token was rejected")  # the library's own error ends polling unheard
        if code == 409:
            self._rival()
        return code, body

    def _note(self, trouble: str | None) -> None:
        if trouble and not self._away:
            log.warning("Telegram is out of reach (%s); trying again until it answers.", trouble)
        if self._away and not trouble:
            log.warning("Telegram is back.")
        self._away = trouble is not None

    def _rival(self) -> None:
        now = time.monotonic()
        if now - self._conflict < _CONFLICT_WINDOW:
            self._end(CONFLICT)
        self._conflict = now

    def _end(self, why: str) -> None:
        log.error(why)
        self._over.set()
