"""One bot's talk with everybody: asks the desk, shows answers, remembers the last ones for buttons."""

from __future__ import annotations

import logging
import time

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Answer
from bot.wording.surfaces import Surface, surface
from handlers.desk import Desk
from handlers.telegram.messages import Place, Said
from handlers.telegram.outbox import send, typing
from handlers.telegram.recent import Exchange, Recent
from handlers.telegram.render import answer_blocks, source_blocks, text_blocks

log = logging.getLogger(__name__)

GOOD, BAD, SOURCES = "good", "bad", "sources"  # callback data; the ids of suggestions are digits
_CHATTER = ("smalltalk", "help")  # kinds of answers nobody needs to judge


class Talk:
    """What commands, questions and buttons have in common."""

    def __init__(self, desk: Desk, allowed_chats: frozenset[int] = frozenset()) -> None:
        """Serve `allowed_chats` only, where there are any. Allowing a group allows nobody to write privately."""
        self.desk = desk
        self.recent = Recent()
        self._allowed = allowed_chats

    def may(self, chat: int) -> bool:
        """Return whether the bot may be used in this chat."""
        return not self._allowed or chat in self._allowed

    def words(self, said: Said) -> Surface:
        """Return our texts in the language of the conversation, else of the person's app."""
        last = self.recent.last(said.conversation)
        return surface(last.answer.lang if last else said.lang)

    async def ask(self, bot: Bot, said: Said, question: str, *, repeat: bool = False) -> None:
        """Ask the desk and show the answer; with `repeat` under the question, which nobody typed."""
        started = time.monotonic()
        async with typing(bot, said.place):
            answer = await self.desk.ask(said.conversation, question, platform="telegram", lang=said.lang)
            keyboard = await self._keyboard(answer)
        message = await send(bot, said.place, answer_blocks(answer, question if repeat else None), keyboard)
        self.recent.note(Exchange(said.conversation, question, answer), said.place.chat, message)
        log.info("Answered (%s) in %.0f ms.", answer.kind, 1000 * (time.monotonic() - started))

    async def say(self, bot: Bot, said: Said, text: str) -> None:
        """Send a text of ours."""
        await send(bot, said.place, text_blocks(text))

    async def introduce(self, bot: Bot, said: Said, text: str) -> None:
        """Say `text`, with the bot's own examples as buttons: the archive knows what can be asked."""
        words = self.words(said)
        # In a conversation of its own, so that nothing of the person's is overwritten.
        example = await self.desk.ask(
            "telegram:examples", words.example_question, platform="telegram", lang=words.lang
        )
        rows = await self._suggestions(example) if example.kind in _CHATTER else []
        await send(bot, said.place, text_blocks(text), InlineKeyboardMarkup(rows) if rows else None)

    async def show_sources(self, bot: Bot, place: Place, answer: Answer) -> None:
        """Send the sources of `answer` with the sentences behind it."""
        await send(bot, place, source_blocks(answer))

    async def _keyboard(self, answer: Answer) -> InlineKeyboardMarkup | None:
        """Return the buttons under an answer: what to ask next, then what one may do with it."""
        rows = await self._suggestions(answer)
        if answer.kind not in _CHATTER:
            last = [("👍", GOOD), ("👎", BAD)]
            if any(source.quote for source in answer.sources):
                last.append((surface(answer.lang).show_sentences, SOURCES))
            rows.append([InlineKeyboardButton(label, callback_data=data) for label, data in last])
        return InlineKeyboardMarkup(rows) if rows else None

    async def _suggestions(self, answer: Answer) -> list[list[InlineKeyboardButton]]:
        texts = [text for text in answer.suggestions if text.strip()]
        return [[InlineKeyboardButton(text, callback_data=await self.desk.keep_text(text))] for text in texts]
