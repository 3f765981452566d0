"""What a pressed button stands for: a next question, a verdict, the sentences behind an answer."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, Message

from bot.answer import Answer
from bot.wording.surfaces import surface
from handlers.telegram.messages import Place, Said, conversation_of, language_of, place_of
from handlers.telegram.talk import BAD, GOOD, SOURCES, Talk


@dataclass(frozen=True, slots=True)
class Press:
    """What is to do: say `toast` on the button, ask `question`, show the sources of `answer`."""

    toast: str | None = None
    question: Said | None = None
    answer: Answer | None = None


async def understand(talk: Talk, query: CallbackQuery) -> Press:
    """Return what `query` asks for. A verdict is kept right here."""
    words = surface(language_of(query.from_user))
    if query.message is None or not query.data or not talk.may(query.message.chat.id):
        return Press(words.expired)
    if query.data in (GOOD, BAD, SOURCES):
        return await _about_answer(talk, query.message.chat.id, query.message.message_id, query.data) or Press(
            words.expired
        )
    question = await talk.desk.kept_text(query.data)
    if question is None:
        return Press(words.expired)
    conversation = conversation_of(query.message.chat, query.from_user)
    return Press(question=Said(place_of_press(query), conversation, question, lang=language_of(query.from_user)))


def place_of_press(query: CallbackQuery) -> Place:
    """Return where to answer a press; its message may be too old to be told more about than its chat."""
    message = query.message
    if isinstance(message, Message):
        return place_of(message)
    chat = message.chat.id if message else query.from_user.id
    return Place(chat, private=chat > 0)


async def _about_answer(talk: Talk, chat: int, message: int, data: str) -> Press | None:
    """Return what a button about an answer asks for; None when the answer is no longer remembered."""
    shown = talk.recent.shown(chat, message)
    if shown is None:
        return None
    if data == SOURCES:
        return Press(answer=shown.answer)
    await talk.desk.feedback(shown.question, "\n".join(shown.answer.lines), data == GOOD)
    return Press(surface(shown.answer.lang).thanks_for_verdict)
