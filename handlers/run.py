"""All platforms whose tokens are set, in one process over one desk, until told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from handlers.desk import Desk
from handlers.settings import Settings
from handlers.slack.app import serve as serve_slack
from handlers.telegram.app import serve as serve_telegram

log = logging.getLogger(__name__)

HOW_TO_CONNECT = (
    'Telegram: let @BotFather make a bot and put its token into .env as TELEGRAM_BOT_TOKEN (README, "Telegram").',
    'Slack: make an app from slack-manifest.yaml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (README, "Slack").',
    "No token is set yet, so here is the chat in this terminal; `xinwen doctor` checks what you set.",
)

Serve = Callable[[Desk, asyncio.Event], Coroutine[Any, Any, None]]


def platforms(settings: Settings) -> dict[str, Serve]:
    """Return what to run, by the platform's name."""
    found: dict[str, Serve] = {}
    if settings.telegram_token:
        found["Telegram"] = partial(
            serve_telegram,
            settings.telegram_token,
            api_url=settings.telegram_api_url,
            allowed_chats=settings.telegram_allowed_chats,
        )
    if settings.slack_bot_token:
        found["Slack"] = partial(
            serve_slack,
            settings.slack_bot_token,
            app_token=settings.slack_app_token,
            signing_secret=settings.slack_signing_secret,
            port=settings.slack_port,
            api_url=settings.slack_api_url,
            allowed_channels=settings.slack_allowed_channels,
        )
    return found


def half_set(settings: Settings) -> list[str]:
    """Return a sentence for each platform that is set up in part only."""
    ways = settings.slack_app_token or settings.slack_signing_secret
    if settings.slack_bot_token and not ways:
        return ["Slack: SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing."]
    if ways and not settings.slack_bot_token:
        return ["Slack: SLACK_BOT_TOKEN is missing."]
    return []


async def serve_all(settings: Settings, desk: Desk, stop: asyncio.Event | None = None) -> int:
    """Serve until SIGTERM, SIGINT or `stop`; return the exit status: 1 when every platform has failed."""
    stop = stop or asyncio.Event()
    wanted = platforms(settings)
    for sentence in half_set(settings):
        log.warning(sentence)
    log.info("Answering from %s; connecting to %s.", settings.db, " and ".join(wanted))
    desk.warm()
    with _Signals(stop):
        served = await asyncio.gather(*(_one(name, serve, desk, stop) for name, serve in wanted.items()))
    if any(served):
        log.info("Stopped.")
        return 0
    log.error("No platform is left, so Xinwen ends; `xinwen doctor` says what to mend.")
    return 1


async def _one(name: str, serve: Serve, desk: Desk, stop: asyncio.Event) -> bool:
    """Serve one platform; return whether it lasted until it was told to stop. Never raises."""
    try:
        await serve(desk, stop)
    except Exception:  # the other platforms go on
        log.exception("%s failed and is stopped.", name)
        return False
    return stop.is_set()


class _Signals:
    """While open, the first SIGTERM or SIGINT sets an event; a second one is not held back."""

    def __init__(self, stop: asyncio.Event) -> None:
        self._stop = stop
        self._loop = asyncio.get_running_loop()

    def __enter__(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            try:
                self._loop.add_signal_handler(number, self._halt)
            except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                log.debug("signal %s is left to Python", number)

    def __exit__(self, *_: object) -> None:
        self._release()

    def _halt(self) -> None:
        log.info("Stopping; answers in work are finished first.")
        self._stop.set()
        self._release()

    def _release(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            try:
                self._loop.remove_signal_handler(number)
            except (NotImplementedError, RuntimeError, ValueError):
                continue
