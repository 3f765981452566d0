"""Translate in: which messages are meant for the bot, and what they say.

Private messages are. In groups only `/command@bot`, a mention of the bot, and a reply to one of
its messages are. Edits, joins, pins, channel posts, other bots and stickers are not: nobody asked
anything. (A photo or a voice note sent privately does expect something, so it is let through with
an empty text.) Sends nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Chat, Message, User

from kb import lazy

# Chinese may follow a command without a space: "/ask營收多少". Names are ASCII on Telegram.
_COMMAND = lazy.compile(r"/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])\s*(.*)", re.I | re.S | re.A)
_ATTACHMENTS = ("photo", "voice", "audio", "video", "video_note", "document", "location", "contact")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes. `reply_to` is set in groups, where it must be seen who is answered."""

    chat: int
    private: bool
    topic: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One message to the bot. `text` comes without command and mention; `lang` is the app's language."""

    place: Place
    conversation: str
    text: str
    command: str | None = None
    lang: str | None = None


def read(message: Message, me: User) -> Said | None:
    """Return what `message` says to the bot `me`, or None when it is not for it."""
    if not _from_person(message):
        return None
    text = (message.text or message.caption or "").strip()
    private = message.chat.type == Chat.PRIVATE
    command = _COMMAND.fullmatch(text)
    if command and command[2] and not _is_name(command[2], me):
        return None  # another bot's
    if not text and not (private and _attachment(message)):
        return None
    called = private or (command and command[2]) or _is_reply(message, me) or _mention(me).search(text)
    if not called:
        return None
    words = command[3] if command else text
    return Said(
        place=place_of(message),
        conversation=conversation_of(message.chat, message.from_user),
        text=_without_mention(words, me) or _quoted(message, me),
        command=command[1].lower() if command else None,
        lang=language_of(message.from_user),
    )


def place_of(message: Message) -> Place:
    """Return where to answer `message`: its chat, its topic in a forum, under it in a group."""
    private = message.chat.type == Chat.PRIVATE
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, private, topic, None if private else message.message_id)


def conversation_of(chat: Chat, user: User | None) -> str:
    """Return the conversation's key: a private chat, or one person in a group."""
    if chat.type == Chat.PRIVATE or user is None:
        return f"telegram:{chat.id}"
    return f"telegram:{chat.id}:{user.id}"


def language_of(user: User | None) -> str | None:
    """Return "zh-Hant", "zh-Hans" or "en" for the language of the person's app; None when not told."""
    code = (user.language_code or "").lower() if user else ""
    if not code:
        return None
    if code.split("-")[0] != "zh":
        return "en"
    return "zh-Hans" if code.endswith(("hans", "cn", "sg")) else "zh-Hant"


def _from_person(message: Message) -> bool:
    user = message.from_user
    if user is None or message.is_automatic_forward or message.via_bot:
        return False
    # An anonymous administrator arrives as Telegram's own GroupAnonymousBot, sent by the group itself.
    anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    return message.chat.type != Chat.CHANNEL and (not user.is_bot or anonymous)


def _attachment(message: Message) -> bool:
    return any(getattr(message, kind) for kind in _ATTACHMENTS)


def _is_name(name: str, me: User) -> bool:
    return name.lower() == (me.username or "").lower()


def _is_reply(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    # In a forum every message "replies" to the one that opened the topic.
    if replied is None or replied.forum_topic_created:
        return False
    return replied.from_user is not None and replied.from_user.id == me.id


def _mention(me: User) -> re.Pattern[str]:
    # No ASCII word may touch it (an address is no mention); Chinese may: "請問@bot營收".
    return re.compile(rf"\s*(?<![a-z0-9_])@{re.escape(me.username or '')}(?![a-z0-9_])\s*", re.I | re.A)


def _without_mention(text: str, me: User) -> str:
    return _mention(me).sub(" ", text).strip(" \t\n,，:：")


def _quoted(message: Message, me: User) -> str:
    """Return the message replied to: "@bot" under another person's question asks that question."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.is_bot:
        return ""
    return _without_mention(replied.text or "", me)
