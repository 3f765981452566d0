"""What `xinwen doctor` says about Slack: the tokens, and the scopes compared with the manifest's."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.app import web_client
from handlers.slack.quiet import error_code

SCOPES = ("app_mentions:read", "channels:history", "chat:write", "commands", "groups:history", "im:history")
_NEEDED_FOR = {
    "app_mentions:read": "mentions reach it",
    "channels:history": "follow-ups in threads of public channels need no mention",
    "chat:write": "it can answer",
    "commands": "/xinwen works",
    "groups:history": "follow-ups in threads of private channels need no mention",
    "im:history": "direct messages reach it",
}


async def check(bot_token: str, app_token: str | None = None, api_url: str | None = None) -> list[str]:
    """Return findings, a sentence or two each; the first says whether the token works. Changes nothing."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15)) as session:
        client = web_client(bot_token, api_url, session)
        try:
            findings = await _bot_token(client)
            return findings + (await _app_token(client, app_token) if app_token else [])
        except (aiohttp.ClientError, OSError, TimeoutError):
            return [f"Slack: {client.base_url} cannot be reached. Check the network and SLACK_API_URL."]


async def _bot_token(client: AsyncWebClient) -> list[str]:
    try:
        told = await client.auth_test()
    except SlackApiError as error:
        return [
            f"Slack: the bot token was refused ({_reason(error)}). Copy the Bot User OAuth Token (xoxb-…) again "
            "from the app's page, OAuth & Permissions."
        ]
    findings = [f"Slack: the token works, the bot is {told.get('user')} in the workspace {told.get('team')}."]
    if not told.get("bot_id"):
        findings.append("The bot token belongs to a person, not to a bot: use the one that begins with xoxb-.")
    headers = {str(name).lower(): str(value) for name, value in told.headers.items()}
    return findings + _scopes(headers.get("x-oauth-scopes"))


def _scopes(header: str | None) -> list[str]:
    if header is None:
        return []  # not Slack itself, or a token that tells nothing of its scopes
    granted = {scope.strip() for scope in header.split(",")}
    missing = [
        f"The scope {scope} is missing; with it {_NEEDED_FOR[scope]}. Add it and install the app again."
        for scope in SCOPES
        if scope not in granted
    ]
    spare = sorted(granted - set(SCOPES) - {""})
    more = f"The app has scopes it does not need: {', '.join(spare)}. They may be taken away."
    return [*missing, more] if spare else missing


async def _app_token(client: AsyncWebClient, app_token: str) -> list[str]:
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        return [
            f"Slack opens no Socket Mode connection ({_reason(error)}): switch Socket Mode on, and make an "
            "app-level token (xapp-…) with the scope connections:write."
        ]
    return ["Socket Mode works."]


def _reason(error: SlackApiError) -> str:
    return error_code(error) or "no reason given"
