"""What happens when a message or a press of a button arrives: translate in, ask the desk, translate out."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from traceback import format_tb
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.answer import Answer
from bot.wording.surfaces import Surface, surface
from handlers.desk import Desk
from handlers.telegram.commands import menu_text
from handlers.telegram.messages import Place, Said, conversation_of, language_of, place_of, read
from handlers.telegram.outbox import send, typing
from handlers.telegram.recent import Exchange, Recent
from handlers.telegram.render import answer_blocks, source_blocks, text_blocks
from handlers.telegram.split import Block

log = logging.getLogger(__name__)

_GOOD, _BAD, _SOURCES = "good", "bad", "sources"  # callback data; ids of suggestions are digits
_CHATTER = ("smalltalk", "help")  # kinds of answers nobody needs to judge


class Handler:
    """Serves every chat of one bot."""

    def __init__(self, desk: Desk, allowed_chats: frozenset[int] = frozenset()) -> None:
        """Serve `allowed_chats` only, where there are any. Allowing a group allows nobody to write privately."""
        self._desk = desk
        self._allowed = allowed_chats
        self._recent = Recent()
        self._commands: dict[str, Callable[[Bot, Said], Awaitable[None]]] = {
            "start": self._start,
            "help": self._help,
            "ask": self._question,
            "compare": self._compare,
            "sources": self._sources,
            "privacy": self._privacy,
            "forget": self._forget,
        }

    def register(self, app: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Take new messages (no edits, no channel posts) and presses, and every error on the way."""
        app.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self.on_message))
        app.add_handler(CallbackQueryHandler(self.on_press))
        app.add_error_handler(self.on_error)

    async def on_message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer one message, if it is for the bot and was not answered before."""
        said = read(update.message, context.bot.bot) if update.message else None
        if said is None or not await self._first_time(update):
            return
        if not self._may(said.place):
            await self._say(context.bot, said, self._words(said).not_allowed.format(chat=said.place.chat))
        elif said.command is None:
            await self._question(context.bot, said)
        else:
            await self._commands.get(said.command, self._unknown)(context.bot, said)

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a pressed button stands for. The press itself is always acknowledged."""
        query = update.callback_query
        if query is None:
            return
        toast, work = "", None
        try:
            if await self._first_time(update):
                toast, work = await self._pressed(query, context.bot)
        finally:
            with suppress(TelegramError):  # too late to acknowledge: nobody is waiting for it any more
                await query.answer(toast or None)
        if work:
            await work

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what went wrong, without anybody's words, and tell the person in one sentence."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("An answer was not delivered: the bot was blocked or removed from the chat.")
            return
        # Not the exception's own text: it may repeat the message.
        where = "".join(format_tb(error.__traceback__)) if error else ""
        log.error("An update could not be served: %s\n%s", type(error).__name__, where)
        message = update.effective_message if isinstance(update, Update) else None
        if isinstance(message, Message) and isinstance(update, Update):
            words = surface(language_of(update.effective_user))
            with suppress(TelegramError):
                await send(context.bot, place_of(message), text_blocks(words.error))

    async def _question(self, bot: Bot, said: Said) -> None:
        if said.text:
            await self._ask(bot, said, said.text)
        else:
            words = self._words(said)
            unreadable = said.place.private and said.command is None
            await self._say(bot, said, words.text_only if unreadable else words.ask_usage)

    async def _compare(self, bot: Bot, said: Said) -> None:
        words = self._words(said)
        if said.text:
            await self._ask(bot, said, words.compare_question.format(names=said.text))
        else:
            await self._say(bot, said, words.compare_usage)

    async def _ask(self, bot: Bot, said: Said, question: str, *, repeat: bool = False) -> None:
        """Ask the desk and show the answer; with `repeat` under the question, which nobody typed."""
        started = time.monotonic()
        async with typing(bot, said.place):
            answer = await self._desk.ask(said.conversation, question, platform="telegram", lang=said.lang)
            keyboard = await self._keyboard(answer)
        blocks = answer_blocks(answer, question if repeat else None)
        message = await send(bot, said.place, blocks, keyboard)
        self._recent.note(Exchange(said.conversation, question, answer), said.place.chat, message)
        log.info("Answered (%s) in %.0f ms.", answer.kind, 1000 * (time.monotonic() - started))

    async def _start(self, bot: Bot, said: Said) -> None:
        await self._introduce(bot, said, self._words(said).start)

    async def _help(self, bot: Bot, said: Said) -> None:
        await self._introduce(bot, said, menu_text(self._words(said)))

    async def _introduce(self, bot: Bot, said: Said, text: str) -> None:
        """Say `text`, with the bot's own examples as buttons: the archive knows what can be asked."""
        words = self._words(said)
        # In a conversation of its own, so that nothing of the person's is overwritten.
        example = await self._desk.ask(
            "telegram:examples", words.example_question, platform="telegram", lang=words.lang
        )
        rows = await self._suggestions(example) if example.kind in _CHATTER else []
        await send(bot, said.place, text_blocks(text), InlineKeyboardMarkup(rows) if rows else None)

    async def _sources(self, bot: Bot, said: Said) -> None:
        last = self._recent.last(said.conversation)
        if last is None:
            await self._say(bot, said, self._words(said).no_answer_yet)
        elif not last.answer.sources:
            await self._say(bot, said, self._words(said).no_sources)
        else:
            await send(bot, said.place, source_blocks(last.answer))

    async def _privacy(self, bot: Bot, said: Said) -> None:
        await self._say(bot, said, self._words(said).privacy.format(forget="/forget"))

    async def _forget(self, bot: Bot, said: Said) -> None:
        words = self._words(said)
        await self._desk.forget(said.conversation)
        self._recent.forget(said.conversation)
        await self._say(bot, said, words.forgotten)

    async def _unknown(self, bot: Bot, said: Said) -> None:
        await self._say(bot, said, self._words(said).unknown_command)

    async def _pressed(self, query: CallbackQuery, bot: Bot) -> tuple[str, Awaitable[None] | None]:
        """Return what to say on the button itself, and what is left to do."""
        lang = language_of(query.from_user)
        if query.message is None or query.data is None or not self._may_chat(query.message.chat.id):
            return surface(lang).expired, None
        place = _place_of_press(query)
        shown = self._recent.shown(place.chat, query.message.message_id)
        if query.data in (_GOOD, _BAD, _SOURCES):
            if shown is None:
                return surface(lang).expired, None
            return await self._about(shown, query.data, place, bot)
        question = await self._desk.kept_text(query.data)
        if question is None:
            return surface(lang).expired, None
        conversation = conversation_of(query.message.chat, query.from_user)
        return "", self._ask(bot, Said(place, conversation, question, lang=lang), question, repeat=True)

    async def _about(self, shown: Exchange, what: str, place: Place, bot: Bot) -> tuple[str, Awaitable[None] | None]:
        """Return what to say and do when a button about an answer is pressed."""
        if what == _SOURCES:
            return "", _show_sources(bot, place, shown.answer)
        await self._desk.feedback(shown.question, "\n".join(shown.answer.lines), what == _GOOD)
        return surface(shown.answer.lang).thanks_for_verdict, None

    async def _keyboard(self, answer: Answer) -> InlineKeyboardMarkup | None:
        """Return the buttons under an answer: what to ask next, then what one may do with it."""
        rows = await self._suggestions(answer)
        if answer.kind not in _CHATTER:
            words = surface(answer.lang)
            last = [("👍", _GOOD), ("👎", _BAD)]
            if any(source.quote for source in answer.sources):
                last.append((words.show_sentences, _SOURCES))
            rows.append([InlineKeyboardButton(label, callback_data=data) for label, data in last])
        return InlineKeyboardMarkup(rows) if rows else None

    async def _suggestions(self, answer: Answer) -> list[list[InlineKeyboardButton]]:
        ids = [await self._desk.keep_text(text) for text in answer.suggestions]
        pairs = zip(answer.suggestions, ids, strict=True)
        return [[InlineKeyboardButton(text, callback_data=kept)] for text, kept in pairs]

    def _words(self, said: Said) -> Surface:
        """Return our texts in the language of the conversation, else of the person's app."""
        last = self._recent.last(said.conversation)
        return surface(last.answer.lang if last else said.lang)

    def _may(self, place: Place) -> bool:
        return self._may_chat(place.chat)

    def _may_chat(self, chat: int) -> bool:
        return not self._allowed or chat in self._allowed

    async def _first_time(self, update: Update) -> bool:
        return await self._desk.first_time(f"telegram:{update.update_id}")

    async def _say(self, bot: Bot, said: Said, text: str) -> None:
        await send(bot, said.place, text_blocks(text))


async def _show_sources(bot: Bot, place: Place, answer: Answer) -> None:
    await send(bot, place, source_blocks(answer))


def _place_of_press(query: CallbackQuery) -> Place:
    """Return where to answer a press: where its message stands, which may be too old to be told about."""
    message = query.message
    if isinstance(message, Message):
        return place_of(message)
    assert message is not None  # noqa: S101 - the caller looked; for the type checker
    return Place(message.chat.id, message.chat.id > 0)


_ = Block
