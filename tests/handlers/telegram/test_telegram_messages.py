"""Which messages are for the bot, and what they say."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, User
from telegram_api import ANN, GROUP, ME, PRIVATE

from handlers.telegram.messages import language_of, read

BOT = {"id": 42, "is_bot": True, "first_name": "Xinwen", "username": "xinwen_bot"}
OTHER_BOT = {"id": 43, "is_bot": True, "first_name": "O", "username": "other_bot"}
BOB = {"id": 8, "is_bot": False, "first_name": "B"}


def message(text: str | None, chat: dict[str, Any], **more: Any) -> Message:
    data = {"message_id": 5, "date": 1, "chat": chat, "from": ANN} | more
    made = Message.de_json(data if text is None else data | {"text": text})
    assert made is not None
    return made


def by(sender: dict[str, Any], text: str = "earlier") -> dict[str, Any]:
    return {"message_id": 4, "date": 1, "chat": GROUP, "from": sender, "text": text}


def heard(text: str | None, chat: dict[str, Any] = PRIVATE, **more: Any) -> tuple[str | None, str] | None:
    me = User.de_json(ME)
    assert me is not None
    said = read(message(text, chat, **more), me)
    return (said.command, said.text) if said else None


PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
STICKER = {
    "file_id": "f",
    "file_unique_id": "u",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("摩爾線程2025年營收多少？", (None, "摩爾線程2025年營收多少？")),  # peers skip the full-width ？
        ("/start", ("start", "")),
        ("/ask 營收多少？", ("ask", "營收多少？")),
        ("/ask營收多少？", ("ask", "營收多少？")),
        ("/ASK@Xinwen_Bot  MUSA?", ("ask", "MUSA?")),
        ("/compare A\nB", ("compare", "A\nB")),
        ("/ask@other_bot MUSA?", None),
        ("/營收", (None, "/營收")),
        ("write to me@xinwen_bot.example", (None, "write to me@xinwen_bot.example")),
    ],
)
def test_private_messages_are_for_the_bot(text: str, expected: tuple[str | None, str] | None) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("摩爾線程2025年營收多少？", None),
        ("/ask 營收多少", None),
        ("/ask@xinwen_bot 營收多少", ("ask", "營收多少")),
        ("/ask@other_bot 營收多少", None),
        ("@xinwen_bot 營收多少？", (None, "營收多少？")),
        ("請問 @Xinwen_bot 營收多少？", (None, "請問 營收多少？")),  # peers ignore one in mid-sentence
        ("請問@xinwen_bot營收多少？", (None, "請問 營收多少？")),
        ("營收多少？ @xinwen_bot", (None, "營收多少？")),
        ("mail@xinwen_bot", None),
        ("@xinwen_bot_fans hello", None),
        ("@other_bot 營收多少", None),
    ],
)
def test_in_a_group_only_what_is_addressed_to_it(text: str, expected: tuple[str | None, str] | None) -> None:
    assert heard(text, GROUP) == expected


def test_a_reply_to_the_bot_needs_no_mention() -> None:
    assert heard("那沐曦呢？", GROUP, reply_to_message=by(BOT)) == (None, "那沐曦呢？")
    assert heard("那沐曦呢？", GROUP, reply_to_message=by(BOB)) is None


def test_a_mention_under_a_question_asks_that_question() -> None:
    assert heard("@xinwen_bot", GROUP, reply_to_message=by(BOB, "營收多少？")) == (None, "營收多少？")


def test_opening_a_topic_makes_no_reply_of_every_message_in_it() -> None:
    opening = by(BOT) | {"forum_topic_created": {"name": "n", "icon_color": 1}}
    assert heard("hello", GROUP, reply_to_message=opening) is None


def test_a_caption_is_text() -> None:
    assert heard(None, GROUP, photo=PHOTO, caption="@xinwen_bot 這是誰？") == (None, "這是誰？")


def test_a_private_photo_is_let_through_without_words_and_a_sticker_is_not() -> None:
    assert heard(None, photo=PHOTO) == (None, "")
    assert heard(None, sticker=STICKER) is None
    assert heard(None, GROUP, photo=PHOTO, reply_to_message=by(BOT)) is None


@pytest.mark.parametrize(
    "more",
    [
        {"new_chat_members": [BOB]},
        {"left_chat_member": BOB},
        {"pinned_message": by(BOT)},
        {"from": OTHER_BOT, "text": "@xinwen_bot hi"},
        {"via_bot": OTHER_BOT, "text": "@xinwen_bot hi"},
        {"is_automatic_forward": True, "text": "@xinwen_bot hi"},
    ],
)
def test_joins_pins_and_bots_are_no_questions(more: dict[str, Any]) -> None:
    assert heard(more.pop("text", None), GROUP, **more) is None


def test_an_anonymous_administrator_is_a_person() -> None:
    anonymous = {"from": {**OTHER_BOT, "username": "GroupAnonymousBot"}, "sender_chat": GROUP}
    assert heard("@xinwen_bot hi", GROUP, **anonymous) == (None, "hi")


@pytest.mark.parametrize(
    ("code", "lang"),
    [
        ("zh-hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-hans", "zh-Hans"),
        ("zh-cn", "zh-Hans"),
        ("zh", "zh-Hant"),
        ("en-GB", "en"),
        ("de", "en"),
        (None, None),
    ],
)
def test_the_app_tells_the_language(code: str | None, lang: str | None) -> None:
    assert language_of(User(1, "A", False, language_code=code)) == lang


def test_in_a_group_each_person_has_a_conversation() -> None:
    me = User.de_json(ME)
    assert me is not None
    said = read(message("@xinwen_bot hi", GROUP, message_thread_id=3, is_topic_message=True), me)
    assert said is not None
    assert (said.conversation, said.place.topic, said.place.reply_to) == ("telegram:-100:7", 3, 5)
