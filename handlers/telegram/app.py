"""The Telegram platform: connect, poll for updates until told to stop, let go.

Runs beside other platforms on one event loop, so it leaves signals alone. Polling needs no public
address; a webhook set elsewhere is removed by starting (`xinwen doctor` tells before).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from telegram import LinkPreviewOptions
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, Defaults

from handlers.desk import Desk
from handlers.telegram.commands import publish_menu
from handlers.telegram.doctor import privacy_mode
from handlers.telegram.handler import Handler
from handlers.telegram.network import InChatOrder, Pace, quiet_loggers
from handlers.telegram.polling import BAD_TOKEN, PollingRequest
from handlers.telegram.talk import Talk

log = logging.getLogger(__name__)

# The server remembers this setting, so it is always sent. Edits, channel posts, joins of the bot
# itself and reactions are not asked for.
_UPDATES = ("message", "callback_query")
_LONGEST_WAIT = 30.0  # seconds between two attempts to connect
_FINISH = 20.0  # seconds for answers in work when stopping
_PACE = 1.0  # seconds between two messages to one chat

App = Application[Any, Any, Any, Any, Any, Any]


async def serve(
    token: str,
    desk: Desk,
    stop: asyncio.Event,
    *,
    api_url: str | None = None,
    allowed_chats: frozenset[int] = frozenset(),
    ready: asyncio.Event | None = None,
) -> None:
    """Answer on Telegram until `stop` is set, or until Telegram turns the bot away for good.

    `api_url`: another Bot API server than Telegram's. `allowed_chats`: ids; empty allows all.
    `ready` is set when messages are being fetched. Returns early, after one line in the log, when
    the token is rejected or another program polls for the same bot.
    """
    quiet_loggers()
    over = asyncio.Event()  # Telegram turned us away
    try:
        app = build(token, desk, over, api_url=api_url, allowed_chats=allowed_chats)
        try:
            if await _connect(app, stop):
                if ready:
                    ready.set()
                await _first_of(publish_menu(app.bot), stop, over)
        finally:
            await _close(app)
    except InvalidToken:
        log.error(BAD_TOKEN)  # and nothing of the exception: it holds the token


def build(
    token: str, desk: Desk, over: asyncio.Event, *, api_url: str | None, allowed_chats: frozenset[int]
) -> App:
    """Return the application, not yet connected; `over` will be set when Telegram turns it away.

    Raises InvalidToken when the token is empty.
    """
    builder = (
        ApplicationBuilder()
        .token(token)
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .rate_limiter(Pace(_PACE))
        .concurrent_updates(InChatOrder())
        .get_updates_request(PollingRequest(over))
        .job_queue(None)
    )
    if api_url:
        root = api_url.rstrip("/")
        builder = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    app = builder.build()
    Handler(Talk(desk, allowed_chats)).register(app)
    return app


async def _connect(app: App, stop: asyncio.Event) -> bool:
    """Start polling, trying again while Telegram is out of reach. Return False when stopped meanwhile."""
    wait = 1.0
    while not stop.is_set():
        try:
            await _start(app)
        except (NetworkError, RetryAfter) as failed:
            log.warning("Telegram is out of reach (%s); trying again in %.0f s.", type(failed).__name__, wait)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
            wait = min(2 * wait, _LONGEST_WAIT)
        else:
            return True
    return False


async def _start(app: App) -> None:
    await app.initialize()
    log.info("Telegram: connected as @%s. %s", app.bot.username, privacy_mode(app.bot.bot))
    if not app.running:
        await app.start()
    assert app.updater is not None  # noqa: S101 - the builder made one; for the type checker
    await app.updater.start_polling(allowed_updates=_UPDATES, error_callback=_heard)


def _heard(error: TelegramError) -> None:
    """Leave a failed poll be: `PollingRequest` reported it, and the library tries again."""


async def _first_of(meanwhile: Coroutine[Any, Any, None], *events: asyncio.Event) -> None:
    """Wait for the first of `events`, with `meanwhile` going on beside."""
    aside = asyncio.create_task(meanwhile)
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (aside, *waits):
            task.cancel()
        await asyncio.gather(aside, *waits, return_exceptions=True)


async def _close(app: App) -> None:
    """Stop fetching, finish the answers in work, close the connections."""
    if app.updater and app.updater.running:
        await app.updater.stop()
    if app.running:
        with suppress(TimeoutError):
            await asyncio.wait_for(app.stop(), _FINISH)
    await app.shutdown()
    await app.bot.shutdown()  # also after a connection that never came about
