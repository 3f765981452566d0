"""Slack's way in: `serve` connects by Socket Mode or listens for HTTP, until it is told to stop.

Runs beside other platforms on one event loop. The tokens come as arguments; Bolt's own reading of
the environment is overruled by handing it everything it would look for.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import AbstractAsyncContextManager

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.desk import Desk
from handlers.slack.http_mode import listening
from handlers.slack.listeners import register
from handlers.slack.messages import Me
from handlers.slack.post import Poster, retry_handlers
from handlers.slack.quiet import SlackStartError, error_code, failure, library_logger
from handlers.slack.service import Service
from handlers.slack.socket_mode import connected

log = logging.getLogger(__name__)
_PATIENCE = 60.0  # seconds between two tries to reach Slack, at most
_REFUSED = {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}


async def serve(  # noqa: PLR0913 - the settings of one platform, by name
    bot_token: str,
    desk: Desk,
    stop: asyncio.Event,
    *,
    app_token: str | None = None,
    signing_secret: str | None = None,
    host: str = "127.0.0.1",
    port: int = 3000,
    api_url: str | None = None,
    allowed_channels: frozenset[str] = frozenset(),
    ready: asyncio.Event | None = None,
) -> None:
    """Answer on Slack until `stop` is set. With `app_token` by Socket Mode, else by HTTP on `port`.

    `allowed_channels` holds ids of channels (C…, G…) and of people (U…) who may write privately;
    empty allows all. `api_url` is the Web API's address where it is not Slack's usual one. `ready` is
    set when messages can arrive. Returns early, after one line in the log, where Slack refuses a token.
    """
    try:
        if not app_token and not signing_secret:
            raise SlackStartError("Slack needs an app-level token for Socket Mode, or a signing secret for HTTP.")
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            client = web_client(bot_token, api_url, session)
            if me := await _sign_in(client, stop):
                app = bolt_app(client, bot_token, me, signing_secret)
                service = Service(desk, Poster(client), me, allowed_channels)
                register(app, service)
                way_in = connected(app, app_token, stop) if app_token else listening(app, host, port)
                await _answer_until(stop, way_in, service, ready)
    except SlackStartError as refused:
        log.error("%s Slack is stopped.", refused)


async def _answer_until(
    stop: asyncio.Event, way_in: AbstractAsyncContextManager[None], service: Service, ready: asyncio.Event | None
) -> None:
    async with way_in:
        if ready and not stop.is_set():
            ready.set()
        log.info("Slack: answering as %s in workspace %s.", service.me.user, service.me.team)
        await stop.wait()
    await service.finish()


def web_client(token: str, api_url: str | None, session: aiohttp.ClientSession | None = None) -> AsyncWebClient:
    """Return a Web API client that honours Retry-After and logs no content."""
    base_url = (api_url or AsyncWebClient.BASE_URL).rstrip("/") + "/"
    return AsyncWebClient(
        token=token, base_url=base_url, session=session, logger=library_logger(), retry_handlers=retry_handlers()
    )


def bolt_app(client: AsyncWebClient, token: str, me: Me, signing_secret: str | None) -> AsyncApp:
    """Return Bolt's app for one workspace. Requests by HTTP are refused unless signed with the secret."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id=me.team, bot_user_id=me.user, bot_id=me.bot or None, bot_token=token
        )

    async def on_error(error: Exception) -> None:
        failure("A request from Slack failed", error)

    app = AsyncApp(
        name="xinwen",
        logger=library_logger(),
        client=client,
        authorize=authorize,
        signing_secret=signing_secret or "",
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(on_error)
    return app


async def _sign_in(client: AsyncWebClient, stop: asyncio.Event) -> Me | None:
    """Return who we are; wait for a Slack that is out of reach, give up on one that says no."""
    pause = 1.0
    while not stop.is_set():
        try:
            told = await client.auth_test()
            return Me(str(told["team_id"]), str(told["user_id"]), str(told.get("bot_id") or ""))
        except SlackApiError as error:
            if error_code(error) in _REFUSED:
                raise SlackStartError(f"Slack refuses the bot token: {error_code(error)}.") from None
            failure("Slack does not answer auth.test; trying again", error)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            failure("Slack cannot be reached; trying again", error)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 2, _PATIENCE)
    return None
