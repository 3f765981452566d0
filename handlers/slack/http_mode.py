"""Slack by HTTP: one path that takes Slack's signed requests. Bolt checks the signatures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp

from handlers.slack.quiet import SlackStartError, log

PATH = "/slack/events"


@asynccontextmanager
async def listening(app: AsyncApp, host: str, port: int) -> AsyncIterator[None]:
    """Listen while the context is open. Raises SlackStartError where the port cannot be had."""

    async def receive(request: web.Request) -> web.StreamResponse:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    web_app = web.Application()
    web_app.router.add_post(PATH, receive)
    runner = web.AppRunner(web_app, access_log=None, shutdown_timeout=5)  # an access log tells who asked when
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise SlackStartError(f"Port {port} on {host} cannot be used for Slack: {error.strerror}.") from None
    log.info("Slack: listening on %s port %s, path %s.", host, port, PATH)
    try:
        yield
    finally:
        await runner.cleanup()
