"""The listeners: events and the slash command. Translate in, ask, translate out.

Everything is acknowledged before any work: events by Bolt itself, the command by its first line.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.slack import clicks
from handlers.slack.messages import Heard, command, heard, plain
from handlers.slack.post import Origin
from handlers.slack.service import Deliver, Service


def register(app: AsyncApp, service: Service) -> None:
    """Attach every listener to `app`."""

    async def event(event: dict[str, Any]) -> None:
        with service.at_work():
            await on_message(service, event)

    async def slash(ack: AsyncAck, command: dict[str, Any]) -> None:
        await ack()
        with service.at_work():
            await on_command(service, command)

    async def ignored() -> None:
        """Other events are acknowledged and left alone, so that Slack does not send them again."""

    app.event("app_mention")(event)
    app.event("message")(event)
    app.event(re.compile(r"^(?!message$|app_mention$)"))(ignored)
    app.command("/xinwen")(slash)
    clicks.register(app, service)


async def on_message(service: Service, event: dict[str, Any]) -> None:
    """Answer a message that is meant for us: direct, with a mention, or in a thread we were called into."""
    message = heard(event, service.me)
    if message is None:
        return
    conversation = service.conversation(message.channel, message.thread or message.user)
    if not await _is_for_us(service, message, conversation):
        return
    deliver = functools.partial(_to_thread, service, message)
    async with service.never_silent(conversation, message.text, deliver):
        if await service.first_time(message.channel, message.ts):  # else the mention's twin, or a retry
            await _attend(service, message, conversation, deliver)


async def _attend(service: Service, message: Heard, conversation: str, deliver: Deliver) -> None:
    if not service.may(message.channel, message.user, private=message.private):
        await _turn_away(service, message, conversation)
    elif (asked := command(message.text) if message.text else "help") and _ours(asked, message):
        how = "@Xinwen forget" if message.thread else "/xinwen forget"  # in a thread no command can be typed
        await service.obey(asked, conversation, message.text, deliver, forget=how)
    else:
        if not message.private:
            await service.desk.join_thread(conversation)
        await service.answer(conversation, message.text, deliver)


async def on_command(service: Service, slash: dict[str, Any]) -> None:
    """Answer `/xinwen …` so that only the asker sees it; a button shares it."""
    channel, user = str(slash["channel_id"]), str(slash["user_id"])
    text = plain(str(slash.get("text") or ""), service.me)
    conversation = service.conversation(channel, user)
    to = Origin(str(slash["response_url"]), channel, user)
    async with service.never_silent(conversation, text, functools.partial(service.poster.respond, to)):
        if await service.first_time(channel, str(slash.get("trigger_id"))):
            await _obey_or_answer(service, text, conversation, to)


async def _obey_or_answer(service: Service, text: str, conversation: str, to: Origin) -> None:
    channel, user, deliver = to.channel, to.user, functools.partial(service.poster.respond, to)
    if not service.may(channel, user, private=True):
        await service.say(service.words(conversation, text).not_allowed.format(chat=channel), deliver)
    elif asked := command(text) if text else "help":
        await service.obey(asked, conversation, text, deliver)
    else:
        public = not channel.startswith("D") and service.may(channel, user, private=False)
        await service.answer(conversation, text, deliver, share=public)


async def _is_for_us(service: Service, message: Heard, conversation: str) -> bool:
    """A follow-up in our thread needs no mention, unless it is said to somebody else."""
    if message.addressed:
        return True
    if not message.text or not message.in_thread or message.to_others:
        return False
    return await service.desk.in_thread(conversation)


def _ours(asked: str, message: Heard) -> bool:
    """In a thread, a bare "help" of a follow-up is a question; what is said to us is a command."""
    return message.addressed and (asked != "help" or not message.text)


async def _to_thread(service: Service, message: Heard, parts: Any) -> None:
    await service.poster.post(message.channel, parts, message.thread)


async def _turn_away(service: Service, message: Heard, conversation: str) -> None:
    """Say that we may not answer here: to everyone in a direct message, else to the asker alone."""
    poster, thread = service.poster, message.thread if message.in_thread else None
    whisper: Deliver = functools.partial(poster.whisper, message.channel, message.user, thread=thread)
    deliver: Deliver = functools.partial(_to_thread, service, message) if message.private else whisper
    if message.addressed:
        words = service.words(conversation, message.text)
        await service.say(words.not_allowed.format(chat=message.channel), deliver)
