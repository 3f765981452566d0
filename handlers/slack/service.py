"""What every listener shares: ask, render, deliver, and the one sentence when something fails."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from bot.answer import Answer
from bot.wording.surfaces import Surface, surface
from handlers.desk import Desk
from handlers.slack.blocks import Part, render, said
from handlers.slack.buttons import CHATTER, Pointer, controls, suggestions, to_text
from handlers.slack.messages import Me
from handlers.slack.post import Poster
from handlers.slack.quiet import failure
from kb.text import language

Deliver = Callable[[Sequence[Part]], Awaitable[None]]
_REMEMBERED = 1000  # conversations whose language is known
_GRACE = 5.0  # seconds given to answers under way when we stop


@dataclass(slots=True)
class Service:
    """The desk, the way out, and who we are. `allowed`: ids of channels and people; empty is all."""

    desk: Desk
    poster: Poster
    me: Me
    allowed: frozenset[str] = frozenset()
    langs: OrderedDict[str, str] = field(default_factory=OrderedDict)
    tasks: set[asyncio.Task[object]] = field(default_factory=set)

    def conversation(self, channel: str, thread_or_user: str) -> str:
        """Return the key of a conversation: a thread, or one person in a channel."""
        return f"slack:{self.me.team}:{channel}:{thread_or_user}"

    async def first_time(self, channel: str, once: str) -> bool:
        """Return whether this message, command or click is new; `once` is what Slack tells it by."""
        return await self.desk.first_time(f"slack:{self.me.team}:{channel}:{once}")

    def may(self, channel: str, user: str, *, private: bool) -> bool:
        """Return whether to answer here. Listing a channel lets nobody of it write privately."""
        return not self.allowed or channel in self.allowed or (private and user in self.allowed)

    def words(self, conversation: str, text: str) -> Surface:
        """Return our texts in the language last used in `conversation`, else in that of `text`."""
        return surface(self.langs.get(conversation) or language(text))

    async def answer(
        self, conversation: str, question: str, deliver: Deliver, *, shown: bool = False, share: bool = False
    ) -> None:
        """Ask, and deliver the answer.

        `shown`: show the question above the answer, because nobody typed it. `share`: offer the
        button that shows a private answer to the channel.
        """
        async with self.never_silent(conversation, question, deliver):
            answer = await self.desk.ask(conversation, question, platform="slack", lang=None)
            self._remember(conversation, answer.lang)
            await deliver(await self.parts(answer, question, shown=shown, share=share))

    @asynccontextmanager
    async def never_silent(self, conversation: str, text: str, deliver: Deliver) -> AsyncIterator[None]:
        """On any failure within, deliver one friendly sentence; what failed goes to the log."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - the person must not be left without a word
            failure("Something said to us could not be answered", error)
            await self.say(self.words(conversation, text).error, deliver)

    async def parts(
        self, answer: Answer, question: str, *, shown: bool, share: bool = False, asker: str | None = None
    ) -> list[Part]:
        """Return the messages for `answer`, with its buttons."""
        rows = await suggestions(self.desk, answer)
        if answer.kind not in CHATTER:
            pointer = Pointer(await self.desk.keep_text(to_text(answer)), question)
            rows += controls(pointer, answer, share=share)
        return render(answer, rows, question if shown else None, asker)

    async def say(self, text: str, deliver: Deliver) -> None:
        """Deliver a sentence of ours; where even that fails, say so in the log."""
        try:
            await deliver(said(text))
        except Exception as error:  # noqa: BLE001 - there is nobody left to tell
            failure("A sentence could not be delivered", error)

    async def obey(
        self, command: str, conversation: str, text: str, deliver: Deliver, *, forget: str = "/xinwen forget"
    ) -> None:
        """Do what "help", "privacy" or "forget" asks for; `forget` is how to forget this conversation."""
        words = self.words(conversation, text)
        if command == "forget":
            await self.desk.forget(conversation)
            self.langs.pop(conversation, None)
        told = {
            "help": words.slack_help,
            "privacy": words.privacy.format(forget=forget),
            "forget": words.forgotten,
        }
        await self.say(told[command], deliver)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Mark the current task as one to wait for at the end."""
        task = asyncio.current_task()
        if task:
            self.tasks.add(task)
        try:
            yield
        finally:
            self.tasks -= {task}

    async def finish(self) -> None:
        """Wait a little for answers under way."""
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=_GRACE)

    def _remember(self, conversation: str, lang: str) -> None:
        self.langs[conversation] = lang
        self.langs.move_to_end(conversation)
        if len(self.langs) > _REMEMBERED:
            self.langs.popitem(last=False)
