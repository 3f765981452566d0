"""What is wrong with the Telegram side, in plain words, for `xinwen doctor` and for start-up."""

from __future__ import annotations

from urllib.parse import urlsplit

from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from handlers.telegram.network import quiet_loggers


async def check(token: str, api_url: str | None = None) -> list[str]:
    """Return findings, a sentence or two each; the first says whether the token works. Changes nothing."""
    quiet_loggers()
    try:
        bot = Bot(token, base_url=f"{api_url.rstrip('/')}/bot") if api_url else Bot(token)
        async with bot:
            findings = [f"Telegram: the token works, the bot is @{bot.username}.", privacy_mode(bot.bot)]
            if not bot.bot.can_join_groups:
                findings.append("It cannot be added to groups; @BotFather changes that with /setjoingroups.")
            return findings + _webhook(await bot.get_webhook_info())
    except InvalidToken:
        return ["Telegram: the token was rejected. Copy it again from @BotFather into TELEGRAM_BOT_TOKEN."]
    except TelegramError as failed:
        return [f"Telegram: the server could not be reached ({type(failed).__name__}). Check the network."]


def privacy_mode(me: User) -> str:
    """Return what the bot gets to see in groups."""
    if me.can_read_all_group_messages:
        return "Privacy mode is off: the bot receives every group message and answers only those meant for it."
    return (
        f"Privacy mode is on: in groups the bot receives /ask@{me.username}, replies to its messages and, as a "
        "rule, mentions. If mentions do not arrive, turn it off with /setprivacy at @BotFather, then remove the "
        "bot from the group and add it again."
    )


def _webhook(info: WebhookInfo) -> list[str]:
    findings = []
    if info.url:
        findings.append(
            f"A webhook at {urlsplit(info.url).hostname} takes the messages, so polling gets none. "
            "Starting `xinwen run` removes it; if another program needs it, give Xinwen a bot of its own."
        )
    if info.pending_update_count:
        findings.append(f"Messages waiting to be fetched: {info.pending_update_count}.")
    return findings
