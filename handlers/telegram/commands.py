"""The commands, and the menu that lists them, in the languages Telegram can tell apart."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import TelegramError

from bot.wording.surfaces import Surface, surface
from handlers.telegram.messages import Said
from handlers.telegram.talk import Talk

log = logging.getLogger(__name__)

# Telegram's menu knows "zh" but no script; None is for everybody else.
_MENUS = (("zh", "zh-Hant"), ("en", "en"), (None, "en"))


async def publish_menu(bot: Bot) -> None:
    """Set the menu of each language. Without it everything works, so a failure is only noted."""
    try:
        for code, lang in _MENUS:
            menu = [(name, surface(lang).commands[name]) for name in _listed(surface(lang))]
            await bot.set_my_commands(menu, language_code=code)
    except TelegramError as failed:
        log.warning("The command menu could not be set (%s).", type(failed).__name__)


async def question(talk: Talk, bot: Bot, said: Said) -> None:
    """Answer what was said; say what is missing when it holds no words."""
    if said.text:
        await talk.ask(bot, said, said.text)
        return
    unreadable = said.place.private and said.command is None
    await talk.say(bot, said, talk.words(said).text_only if unreadable else talk.words(said).ask_usage)


async def unknown(talk: Talk, bot: Bot, said: Said) -> None:
    """Point to /help."""
    await talk.say(bot, said, talk.words(said).unknown_command)


async def _compare(talk: Talk, bot: Bot, said: Said) -> None:
    words = talk.words(said)
    if said.text:
        await talk.ask(bot, said, words.compare_question.format(names=said.text))
    else:
        await talk.say(bot, said, words.compare_usage)


async def _start(talk: Talk, bot: Bot, said: Said) -> None:
    await talk.introduce(bot, said, talk.words(said).start)


async def _help(talk: Talk, bot: Bot, said: Said) -> None:
    words = talk.words(said)
    listed = "\n".join(f"/{name} {words.commands[name]}" for name in _listed(words))
    await talk.introduce(bot, said, words.help.format(commands=listed))


async def _sources(talk: Talk, bot: Bot, said: Said) -> None:
    last = talk.recent.last(said.conversation)
    if last is None:
        await talk.say(bot, said, talk.words(said).no_answer_yet)
    elif not last.answer.sources:
        await talk.say(bot, said, talk.words(said).no_sources)
    else:
        await talk.show_sources(bot, said.place, last.answer)


async def _privacy(talk: Talk, bot: Bot, said: Said) -> None:
    await talk.say(bot, said, talk.words(said).privacy.format(forget="/forget"))


async def _forget(talk: Talk, bot: Bot, said: Said) -> None:
    words = talk.words(said)
    await talk.desk.forget(said.conversation)
    talk.recent.forget(said.conversation)
    await talk.say(bot, said, words.forgotten)


COMMANDS: dict[str, Callable[[Talk, Bot, Said], Awaitable[None]]] = {
    "start": _start,
    "ask": question,
    "compare": _compare,
    "sources": _sources,
    "help": _help,
    "privacy": _privacy,
    "forget": _forget,
}


def _listed(words: Surface) -> list[str]:
    """Return the commands worth listing, in their order; /start needs no line."""
    return [name for name in COMMANDS if name in words.commands]
