"""Slack by Socket Mode: a connection kept up, with a new address whenever the old one is lost.

The SDK reconnects by itself, but tries the same one-time address for ever where connecting itself
fails; so a watch asks for a new one, and says in the log when the connection is lost and back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from handlers.slack.quiet import SlackStartError, error_code, failure, library_logger, log

PING = 10.0  # seconds between pings, and between two looks at the connection
_REFUSED = {"invalid_auth", "not_allowed_token_type", "missing_scope", "token_revoked", "account_inactive"}


@asynccontextmanager
async def connected(app: AsyncApp, app_token: str, stop: asyncio.Event) -> AsyncIterator[None]:
    """Stay connected while the context is open; enters early when `stop` is set before that."""
    handler = AsyncSocketModeHandler(app, app_token, logger=library_logger(), ping_interval=PING)
    watch = asyncio.create_task(_watch(handler.client))
    try:
        await _open(handler.client, stop)
        yield
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _open(client: SocketModeClient, stop: asyncio.Event) -> None:
    """Connect for the first time. Raises SlackStartError where Slack refuses the app-level token."""
    connecting = asyncio.create_task(_connect(client))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({connecting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if connecting.done():
            connecting.result()
    finally:
        for task in (connecting, stopping):
            task.cancel()


async def _connect(client: SocketModeClient) -> None:
    while client.wss_uri is None:
        try:
            client.wss_uri = await client.issue_new_wss_url()
        except SlackApiError as error:
            if error_code(error) in _REFUSED:
                raise SlackStartError(f"Slack refuses the app-level token: {error_code(error)}.") from None
            failure("Slack gives no address for Socket Mode; trying again", error)
            await asyncio.sleep(PING)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            failure("Slack cannot be reached; trying again", error)
            await asyncio.sleep(PING)
    await client.connect()  # type: ignore[no-untyped-call]


async def _watch(client: SocketModeClient) -> None:
    lost = False
    while True:
        await asyncio.sleep(PING)
        up = await client.is_connected()
        if not up:
            client.wss_uri = None  # the next try asks for a new address
        if up == lost:
            log.warning("Slack: %s.", "connected again" if up else "the connection is lost; reconnecting")
        lost = not up
