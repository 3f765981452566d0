"""The buttons' listeners: ask a suggestion, keep a verdict, show the sentences, share an answer."""

from __future__ import annotations

import functools
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError

from bot.answer import Answer
from bot.wording.surfaces import surface
from handlers.slack.blocks import pack, quote, sources
from handlers.slack.buttons import ASK, BAD, GOOD, QUOTES, SHARE, Pointer, from_text, question_of, unseen_quotes
from handlers.slack.post import Origin
from handlers.slack.quiet import failure
from handlers.slack.service import Deliver, Service


@dataclass(frozen=True, slots=True)
class Click:
    """One press of a button. `url` is its response_url; `ts` and `thread` are its message's."""

    action: str
    value: str
    channel: str
    user: str
    url: str
    ts: str
    thread: str | None
    hidden: bool  # the message is seen by one person only
    at: str

    @property
    def origin(self) -> Origin:
        """Where an answer to the person alone goes."""
        return Origin(self.url, self.channel, self.user, self.thread)

    @property
    def private(self) -> bool:
        """Whether it happened in a direct message."""
        return self.channel.startswith("D")


def register(app: AsyncApp, service: Service) -> None:
    """Attach the buttons' listeners to `app`."""

    async def clicked(ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        with service.at_work():
            await on_click(service, read(body, action))

    app.action(re.compile(""))(clicked)  # unknown buttons too: an old message must not show an error


def read(body: Mapping[str, Any], action: Mapping[str, Any]) -> Click:
    """Return what a `block_actions` payload says. A private message comes without its content."""
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id")
    return Click(
        action=str(action.get("action_id") or ""),
        value=str(action.get("value") or ""),
        channel=str(channel or ""),
        user=str((body.get("user") or {}).get("id") or ""),
        url=str(body.get("response_url") or ""),
        ts=str(container.get("message_ts") or message.get("ts") or ""),
        thread=message.get("thread_ts") or container.get("thread_ts"),
        hidden=bool(container.get("is_ephemeral")),
        at=str(action.get("action_ts") or ""),
    )


async def on_click(service: Service, click: Click) -> None:
    """Do what the button says, once. Buttons we do not know are left alone."""
    known: list[tuple[str, Callable[[Service, Click], Awaitable[None]]]] = [
        (ASK, _ask), (GOOD, _judge), (BAD, _judge), (SHARE, _share), (QUOTES, _sentences),
    ]  # fmt: skip
    act = next((act for name, act in known if click.action.startswith(name)), None)
    if act is None or not await service.first_time(click.channel, f"{click.user}:{click.at}"):
        return
    async with service.never_silent(_conversation(service, click), click.value, _whisper(service, click)):
        await act(service, click)


async def _ask(service: Service, click: Click) -> None:
    question = await question_of(service.desk, click.value)
    conversation = _conversation(service, click)
    if question is None:
        await service.say(service.words(conversation, "").expired, _whisper(service, click))
    elif not service.may(click.channel, click.user, private=click.hidden or click.private):
        words = service.words(conversation, question)
        await service.say(words.not_allowed.format(chat=click.channel), _whisper(service, click))
    elif click.hidden:
        share = not click.private and service.may(click.channel, click.user, private=False)
        await service.answer(conversation, question, _whisper(service, click), shown=True, share=share)
    else:
        if not click.private:
            await service.desk.join_thread(conversation)
        await service.answer(conversation, question, functools.partial(_publish, service, click), shown=True)


async def _judge(service: Service, click: Click) -> None:
    pointer, answer = await _kept(service, click)
    if answer is not None:
        said = "\n".join((*answer.lines, *(source.quote for source in answer.sources if source.quote)))
        await service.desk.feedback(pointer.question, said, click.action == GOOD)
        await service.say(surface(answer.lang).thanks_for_verdict, _whisper(service, click))


async def _sentences(service: Service, click: Click) -> None:
    _, answer = await _kept(service, click)
    if answer is not None:
        pieces = [
            piece
            for source in unseen_quotes(answer)
            for piece in (*sources([source], answer.lang), *quote(source.quote or ""))
        ]
        await _whisper(service, click)(pack(pieces))


async def _share(service: Service, click: Click) -> None:
    """Show a private answer to the channel, with its question, and remove the private one."""
    pointer, answer = await _kept(service, click)
    if answer is not None:
        parts = await service.parts(answer, pointer.question, shown=True, asker=click.user)
        await service.poster.respond(click.origin, parts, public=True)
        await service.poster.remove(click.url)


async def _kept(service: Service, click: Click) -> tuple[Pointer, Answer | None]:
    """Return the answer a button belongs to; where it is no longer kept, say so."""
    pointer = Pointer.from_value(click.value)
    answer = from_text(await service.desk.kept_text(pointer.answer))
    if answer is None:
        await service.say(service.words("", pointer.question).expired, _whisper(service, click))
    return pointer, answer


def _conversation(service: Service, click: Click) -> str:
    """A private message goes on with its reader; any other with its thread."""
    if click.hidden or (click.private and not click.thread):
        return service.conversation(click.channel, click.user)
    return service.conversation(click.channel, click.thread or click.ts)


def _whisper(service: Service, click: Click) -> Deliver:
    return functools.partial(service.poster.respond, click.origin)


async def _publish(service: Service, click: Click, parts: Any) -> None:
    """Answer under the button's message; where we are no member of the channel, to the asker alone."""
    thread = click.thread or (None if click.private else click.ts)
    try:
        await service.poster.post(click.channel, parts, thread)
    except SlackApiError as error:
        failure("A button's answer could not be posted; showing it to the asker", error)
        await _whisper(service, click)(parts)
