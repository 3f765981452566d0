"""Sending: pages and buttons to a place, with a rescue when Telegram refuses them, and "typing…".

Pace and 429 are the rate limiter's business (network.py).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from telegram import Bot, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from handlers.telegram.messages import Place
from handlers.telegram.split import LIMIT, Block, Page, Piece, pages

log = logging.getLogger(__name__)

TYPING_AFTER = 0.2  # seconds; a quick answer needs no "typing…"
TYPING_EVERY = 4.0  # seconds; Telegram shows it for five
RETRY_AFTER = 1.0  # seconds before the one retry when the network failed


async def send(
    bot: Bot, place: Place, blocks: Sequence[Block], keyboard: InlineKeyboardMarkup | None = None
) -> int:
    """Send `blocks` on as many messages as it takes; the last has the buttons. Return its message id.

    Raises telegram.error.TelegramError when even plain text cannot be sent, ValueError when there is no text.
    """
    book = pages(blocks)
    if not book:
        raise ValueError("nothing to send")
    message = 0
    for n, page in enumerate(book):
        buttons = keyboard if n == len(book) - 1 else None
        try:
            message = await _send(bot, place, page, buttons, reply=n == 0)
        except BadRequest as refused:
            # Whatever the wording ("can't parse entities", "message is too long", a bad button): say it plainly.
            log.warning("Telegram refused a formatted message (%s); sending it as plain text.", refused)
            message = await _send_plainly(bot, place, page.plain, buttons, reply=n == 0)
    return message


async def _send_plainly(
    bot: Bot, place: Place, text: str, keyboard: InlineKeyboardMarkup | None, *, reply: bool
) -> int:
    """Send `text` without markup in shorter messages, and without buttons should those be refused too."""
    *before, last = [Page("", page.plain) for page in pages([(Piece(text),)], LIMIT // 2)]
    for page in before:
        await _send(bot, place, page, None, reply=reply)
        reply = False
    try:
        return await _send(bot, place, last, keyboard, reply=reply)
    except BadRequest:
        if keyboard is None:
            raise
        return await _send(bot, place, last, None, reply=reply)


async def _send(bot: Bot, place: Place, page: Page, keyboard: InlineKeyboardMarkup | None, *, reply: bool) -> int:
    """Send one page, as HTML when it has any. Try once more when the network failed on the way there."""
    answered = place.reply_to if reply else None

    async def once() -> int:
        sent = await bot.send_message(
            place.chat,
            page.html or page.plain,
            parse_mode=ParseMode.HTML if page.html else None,
            message_thread_id=place.topic,
            reply_parameters=ReplyParameters(answered, allow_sending_without_reply=True) if answered else None,
            reply_markup=keyboard,
        )
        return sent.message_id

    try:
        return await once()
    except (BadRequest, TimedOut):  # refused for good; or perhaps sent, and must not come twice
        raise
    except NetworkError:
        await asyncio.sleep(RETRY_AFTER)
        return await once()


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show "typing…" at `place` until the block ends. Never fails."""
    task = asyncio.create_task(_keep_typing(bot, place))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep_typing(bot: Bot, place: Place) -> None:
    await asyncio.sleep(TYPING_AFTER)
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.topic)
        await asyncio.sleep(TYPING_EVERY)
