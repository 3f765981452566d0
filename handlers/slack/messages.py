"""Slack in: an event becomes what was said, by whom, where, and whether it is meant for us.

What is ignored is ignored on purpose: bots, ourselves, edits, joins, pins and every other subtype.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.slack.mrkdwn import unescape
from kb import lazy

_SPOKEN = {None, "thread_broadcast", "file_share", "me_message"}  # the subtypes a person writes
_MENTION = lazy.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_SPECIAL = lazy.compile(r"<!([^>|]*)(?:\|([^>]*))?>")
_CHANNEL = lazy.compile(r"<#[A-Z0-9]+(?:\|([^>]*))?>")
_LINK = lazy.compile(r"<((?:https?|mailto|tel):[^>|]*)(?:\|([^>]*))?>")
_COMMANDS = {
    "help": ("help", "?", "？", "幫助", "帮助", "說明", "说明"),
    "privacy": ("privacy", "隱私", "隐私"),
    "forget": ("forget", "forget me", "忘記", "忘记", "忘記我", "忘记我"),
}


@dataclass(frozen=True, slots=True)
class Me:
    """Who we are in this workspace."""

    team: str
    user: str
    bot: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One message a person wrote.

    `thread` is the timestamp to reply under, None for the top level of a direct message.
    `addressed`: a direct message, or one that mentions us. `to_others`: it mentions someone else.
    """

    channel: str
    user: str
    ts: str
    thread: str | None
    text: str
    private: bool
    addressed: bool
    in_thread: bool
    to_others: bool


def heard(event: Mapping[str, Any], me: Me) -> Heard | None:
    """Return what a `message` or `app_mention` event says, or None where it is not for answering."""
    user, channel, ts = event.get("user"), event.get("channel"), event.get("ts")
    if not (user and channel and ts) or not _is_spoken(event, me):
        return None
    raw = str(event.get("text") or "")
    named = set(_MENTION.findall(raw))
    private = event.get("channel_type") == "im" or str(channel).startswith("D")
    parent = event.get("thread_ts")
    return Heard(
        channel=str(channel),
        user=str(user),
        ts=str(ts),
        thread=str(parent) if parent else None if private else str(ts),
        text=plain(raw, me),
        private=private,
        addressed=private or me.user in named,
        in_thread=bool(parent),
        to_others=bool(named - {me.user}),
    )


def plain(raw: str, me: Me) -> str:
    """Return a message's text as typed: our mention gone, links and names readable, escapes undone.

    >>> plain("<@U0> 沐曦 &amp; 壁仞 in <#C1|chips>？ <https://a.example|this>", Me("T", "U0"))
    '沐曦 & 壁仞 in #chips？ this'
    """
    text = _MENTION.sub(" ", raw)
    text = _SPECIAL.sub(lambda m: m[2] or " ", text)
    text = _CHANNEL.sub(lambda m: f"#{m[1]}" if m[1] else " ", text)
    text = _LINK.sub(lambda m: m[2] or m[1], text)
    lines = (" ".join(line.split()) for line in unescape(text).splitlines())
    return "\n".join(line for line in lines if line)


def command(text: str) -> str | None:
    """Return "help", "privacy" or "forget" when the whole text asks for it.

    >>> command("Forget me!"), command("隱私"), command("forget the loss")
    ('forget', 'privacy', None)
    """
    asked = text.strip().lower().lstrip("/")
    asked = asked.rstrip("!！.。 ") or asked
    return next((name for name, words in _COMMANDS.items() if asked in words), None)


def _is_spoken(event: Mapping[str, Any], me: Me) -> bool:
    if event.get("subtype") not in _SPOKEN or event.get("edited") or event.get("hidden"):
        return False
    from_bot = event.get("bot_id") or event.get("bot_profile")
    return not from_bot and event["user"] not in {me.user, "USLACKBOT"}
