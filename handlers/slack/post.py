"""Sending: paced, and never silent. Blocks, else text; a response_url, else chat.postEphemeral.

Any refusal of a message with blocks is tried again as text alone: Slack has many names for blocks it
does not like (`invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`), and adds others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from handlers.slack.blocks import Part
from handlers.slack.pace import Pace
from handlers.slack.quiet import error_code, failure, library_logger, log

# Nothing about the message would change these.
_HOPELESS = {
    "account_inactive", "channel_not_found", "invalid_auth", "is_archived", "missing_scope", "not_authed",
    "not_in_channel", "ratelimited", "token_expired", "token_revoked", "user_not_in_channel",
}  # fmt: skip
_URL_GONE = ("expired_url", "used_url", "no_service")


def retry_handlers() -> list[AsyncRetryHandler]:
    """Return what every client of ours retries: a lost connection once, 429 as long as Slack asks."""
    return [AsyncConnectionErrorRetryHandler(), AsyncRateLimitErrorRetryHandler(max_retry_count=5)]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a command or a button was used, and by whom. `url` is its response_url."""

    url: str
    channel: str
    user: str
    thread: str | None = None


class Poster:
    """Sends parts to channels, threads and response_urls."""

    def __init__(self, client: AsyncWebClient, pace: Pace | None = None) -> None:
        """Take the Web API client; its session, where it has one, is used for response_urls as well."""
        self._client = client
        self._pace = pace or Pace()

    async def post(self, channel: str, parts: Sequence[Part], thread: str | None = None) -> None:
        """Post `parts` in order, under `thread` where given. Raises SlackApiError where text fails too."""
        for part in parts:
            await self._send("chat.postMessage", part, {"channel": channel, "thread_ts": thread})

    async def whisper(self, channel: str, user: str, parts: Sequence[Part], thread: str | None = None) -> None:
        """Post `parts` so that only `user` sees them."""
        for part in parts:
            await self._send("chat.postEphemeral", part, {"channel": channel, "user": user, "thread_ts": thread})

    async def respond(self, to: Origin, parts: Sequence[Part], *, public: bool = False) -> None:
        """Answer a command or a button; where its response_url no longer works, by the Web API."""
        where = {"response_type": "in_channel" if public else "ephemeral"}
        if to.thread:
            where["thread_ts"] = to.thread
        for n, part in enumerate(parts):
            if not (to.url and await self._respond(to.url, part, where)):
                rest = parts[n:]
                if public:
                    return await self.post(to.channel, rest, to.thread)
                return await self.whisper(to.channel, to.user, rest, to.thread)
        return None

    async def remove(self, url: str) -> None:
        """Remove the private message that a button belongs to; it does no harm where it stays."""
        if await self._call_url(url, {"delete_original": True}) != "ok":
            log.warning("A private message could not be removed after it was shared.")

    async def _send(self, method: str, part: Part, where: dict[str, str | None]) -> None:
        try:
            await self._call(method, part.text, part.blocks, where)
        except SlackApiError as error:
            if not part.blocks or error_code(error) in _HOPELESS:
                raise
            failure("Slack refused the blocks of a message; sending its text", error)
            await self._call(method, part.text, (), where)

    async def _call(self, method: str, text: str, blocks: Sequence[Any], where: dict[str, str | None]) -> None:
        body: dict[str, Any] = {key: value for key, value in where.items() if value}
        body |= {"text": text, **({"blocks": list(blocks)} if blocks else {})}
        if method == "chat.postMessage":
            body |= {"unfurl_links": False, "unfurl_media": False}
        await self._pace.turn(str(where["channel"]))
        await self._client.api_call(method, json=body)

    async def _respond(self, url: str, part: Part, where: dict[str, str]) -> bool:
        """Return whether the response_url took `part`, with its blocks or without."""
        body: dict[str, Any] = {**where, "replace_original": False, "text": part.text}
        body |= {"unfurl_links": False, "unfurl_media": False}
        verdict = await self._call_url(url, {**body, "blocks": list(part.blocks)} if part.blocks else body)
        if verdict == "ok":
            return True
        log.warning("A response_url did not take a message (%s).", "gone" if verdict == "gone" else "refused")
        return verdict == "refused" and bool(part.blocks) and await self._call_url(url, body) == "ok"

    async def _call_url(self, url: str, body: dict[str, Any]) -> str:
        """Return "ok", "refused" (another body might do) or "gone" (nothing will)."""
        session = self._client.session
        client = AsyncWebhookClient(url, session=session, logger=library_logger(), retry_handlers=retry_handlers())
        try:
            response = await client.send_dict(body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure("A response_url could not be reached", error)
            return "gone"
        if response.status_code == 200:
            return "ok"
        return "gone" if response.status_code in {404, 410} or response.body in _URL_GONE else "refused"
