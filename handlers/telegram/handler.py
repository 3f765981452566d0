"""Updates come in here: translate in, let the talk answer. And what goes wrong is reported here."""

from __future__ import annotations

import logging
from contextlib import suppress
from traceback import format_tb
from typing import Any

from telegram import Bot, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.wording.surfaces import surface
from handlers.telegram.commands import COMMANDS, question, unknown
from handlers.telegram.messages import Place, language_of, read
from handlers.telegram.outbox import send
from handlers.telegram.presses import Press, place_of_press, understand
from handlers.telegram.render import text_blocks
from handlers.telegram.talk import Talk

log = logging.getLogger(__name__)


class Handler:
    """Takes new messages (no edits, no channel posts), presses of buttons, and every error on the way."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def register(self, app: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Have `app` bring its updates here."""
        app.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self.on_message))
        app.add_handler(CallbackQueryHandler(self.on_press))
        app.add_error_handler(self.on_error)

    async def on_message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer one message, if it is for the bot and was not answered before."""
        said = read(update.message, context.bot.bot) if update.message else None
        if said is None or not await self._first_time(update):
            return
        if not self._talk.may(said.place.chat):
            refusal = self._talk.words(said).not_allowed.format(chat=said.place.chat)
            await self._talk.say(context.bot, said, refusal)
            return
        answer = question if said.command is None else COMMANDS.get(said.command, unknown)
        await answer(self._talk, context.bot, said)

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a pressed button stands for. The press itself is acknowledged first, and always."""
        query = update.callback_query
        if query is None:
            return
        press = Press()
        try:
            if await self._first_time(update):
                press = await understand(self._talk, query)
        finally:
            with suppress(TelegramError):  # too late to acknowledge: the button no longer waits
                await query.answer(press.toast)
        if press.question:
            await self._talk.ask(context.bot, press.question, press.question.text, repeat=True)
        if press.answer:
            await self._talk.show_sources(context.bot, place_of_press(query), press.answer)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what went wrong, without anybody's words, and tell the person in one sentence."""
        error = context.error
        if isinstance(error, Forbidden):
            log.info("An answer was not delivered: the bot was blocked, or removed from the chat.")
            return
        # Not the exception's own text: it may repeat the message.
        where = "".join(format_tb(error.__traceback__)) if error else ""
        log.error("An update could not be served: %s\n%s", type(error).__name__, where)
        place = _place(update, context.bot) if isinstance(update, Update) else None
        if place and isinstance(update, Update):
            words = surface(language_of(update.effective_user))
            with suppress(TelegramError):
                await send(context.bot, place, text_blocks(words.error))

    async def _first_time(self, update: Update) -> bool:
        return await self._talk.desk.first_time(f"telegram:{update.update_id}")


def _place(update: Update, bot: Bot) -> Place | None:
    """Return where somebody waits for an answer to `update`; None when nobody does."""
    if update.callback_query:
        return place_of_press(update.callback_query)
    said = read(update.message, bot.bot) if update.message else None
    return said.place if said else None
