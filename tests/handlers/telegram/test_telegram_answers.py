"""Questions, commands and buttons, from the update that arrives to the message that leaves."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from conftest import Clerk, Run
from telegram_api import ANN, GROUP, ME, FakeApi, buttons

from bot.answer import Answer, Source
from bot.wording.surfaces import surface
from handlers.telegram import app, outbox

HANT, EN = surface("zh-Hant"), surface("en")
BOB = {"id": 8, "is_bot": False, "first_name": "B", "language_code": "en"}
SOURCE = Source("晶片四小龍", "某報", "2026-01-20", "公司預計營收14.50億元。")
ANSWER = Answer(
    True,
    "zh-Hant",
    "fact",
    ("營收 14.50億元。",),
    sources=(SOURCE,),
    suggestions=("那 2024 年呢？", "它的 CEO 是誰？"),
)


async def test_a_question_ending_in_a_full_width_mark_is_answered_with_its_source(api: FakeApi, run: Run) -> None:
    clerk = Clerk({"營收多少？": ANSWER})
    async with run(clerk):
        api.say("營收多少？")
        (sent,) = await api.answered(1)
    assert clerk.asked == [("營收多少？", "zh-Hant")]
    assert "營收 14.50億元。" in sent["visible"]
    assert "某報 · 2026-01-20 · 晶片四小龍" in sent["visible"]
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert "reply_parameters" not in sent


async def test_groups_are_answered_under_the_question_and_only_when_asked(api: FakeApi, run: Run) -> None:
    clerk = Clerk()
    async with run(clerk):
        api.say("what about lunch?", GROUP)
        api.say("/ask lunch?", GROUP)
        asked = [
            api.say("/ask@xinwen_bot one", GROUP),
            api.say("two, @xinwen_bot", GROUP),
            api.say("three", GROUP, reply_to_message=api.message("x", GROUP, **{"from": ME})),
        ]
        await api.answered(3)
    assert [text for text, _ in clerk.asked] == ["one", "two", "three"]
    replies = [sent["reply_parameters"] for sent in api.sent]
    assert [reply["message_id"] for reply in replies] == [message["message_id"] for message in asked]
    assert all(reply["allow_sending_without_reply"] for reply in replies)


async def test_an_answer_stays_in_its_topic(api: FakeApi, run: Run) -> None:
    async with run(Clerk()):
        api.say("@xinwen_bot one", GROUP, message_thread_id=33, is_topic_message=True)
        (sent,) = await api.answered(1)
    assert (sent["chat_id"], sent["message_thread_id"]) == (-100, 33)


async def test_edits_joins_stickers_pins_channels_and_bots_are_left_alone(api: FakeApi, run: Run) -> None:
    clerk = Clerk()
    async with run(clerk):
        question = api.say("營收多少？")
        # Kinds that were not asked for may still arrive shortly after a change of settings.
        api.push("edited_message", question | {"edit_date": 2, "text": "淨利多少？"})
        api.push("channel_post", api.message("@xinwen_bot hi", {"id": -5, "type": "channel"}))
        api.push("edited_channel_post", api.message("@xinwen_bot hi", {"id": -5, "type": "channel"}))
        sticker = {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1}
        api.say(None, sticker=sticker | {"is_animated": False, "is_video": False})
        api.say(None, GROUP, new_chat_members=[ME])
        api.say(None, GROUP, pinned_message=api.message("x", GROUP))
        api.say("@xinwen_bot hi", GROUP, **{"from": {"id": 9, "is_bot": True, "first_name": "O"}})
        await api.answered(1)
    assert [text for text, _ in clerk.asked] == ["營收多少？"]
    assert len(api.sent) == 1
    assert api.named("getUpdates")[0]["allowed_updates"] == ["message", "callback_query"]


async def test_an_update_delivered_twice_is_answered_once(api: FakeApi, run: Run) -> None:
    clerk = Clerk()
    async with run(clerk):
        api.push("message", api.message("one"), update_id=5)
        await api.answered(1)
        api.push("message", api.message("one"), update_id=5)
        api.updates[-1]["update_id"] = 5
        api.say("two")
        await api.answered(2)
    assert [text for text, _ in clerk.asked] == ["one", "two"]


async def test_one_chat_is_answered_in_order_and_others_beside_it(api: FakeApi, run: Run) -> None:
    async with run(Clerk()):
        for n in range(6):
            api.say(str(n))
            api.say(str(n), {"id": 100 + n, "type": "private"})
        await api.answered(12)
    mine = [sent["visible"] for sent in api.sent if sent["chat_id"] == 7]
    assert mine == [f"you asked: {n}" for n in range(6)]


async def test_two_people_in_a_group_have_two_conversations(api: FakeApi, run: Run) -> None:
    async with run(Clerk()) as desk:
        api.say("@xinwen_bot one", GROUP)
        api.say("@xinwen_bot two", GROUP, **{"from": BOB})
        await api.answered(2)
        states = [await desk._run(lambda u=u: desk._memory.state(f"telegram:-100:{u}")) for u in (7, 8)]
    assert [state.question for state in states] == ["one|", "two|"]


async def test_a_long_answer_arrives_complete_in_several_messages(api: FakeApi, run: Run) -> None:
    text = "摩爾線程預計營收增長，<虧損>收窄。" * 600
    async with run(Clerk({"全文？": Answer(True, "zh-Hant", "passage", (text,), suggestions=("再來？",))})):
        api.say("@xinwen_bot 全文？", GROUP)
        await api.answered(3)
    assert "".join(sent["visible"] for sent in api.sent) == text
    assert all(sent["visible"].endswith("。") for sent in api.sent)
    assert ["reply_parameters" in sent for sent in api.sent] == [True, False, False]
    assert [bool(buttons(sent)) for sent in api.sent] == [False, False, True]


async def test_typing_is_shown_while_working_and_again(
    api: FakeApi, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "TYPING_AFTER", 0.05)
    monkeypatch.setattr(outbox, "TYPING_EVERY", 0.1)
    async with run(Clerk(seconds=0.4)):
        api.say("slow")
        await api.answered(1)
        shown = len(api.named("sendChatAction"))
        await asyncio.sleep(0.2)
    assert 2 <= shown == len(api.named("sendChatAction"))
    assert outbox.TYPING_EVERY < 5


async def test_a_pressed_suggestion_is_asked_and_acknowledged(api: FakeApi, run: Run) -> None:
    clerk = Clerk({"營收多少？": ANSWER})
    async with run(clerk):
        api.say("營收多少？")
        (first,) = await api.answered(1)
        button = buttons(first)[0]
        api.press(button["callback_data"], first["message"])
        _, second = await api.answered(2)
    assert button["text"] == "那 2024 年呢？"
    assert [text for text, _ in clerk.asked] == ["營收多少？", "那 2024 年呢？"]
    assert second["text"].startswith("<b>那 2024 年呢？</b>\n\n")
    assert len(api.named("answerCallbackQuery")) == 1


async def test_a_press_on_an_old_message_is_acknowledged_and_served(api: FakeApi, run: Run) -> None:
    async with run(Clerk({"q": ANSWER})):
        api.say("q")
        (first,) = await api.answered(1)
        api.press(buttons(first)[0]["callback_data"], {"chat": GROUP, "message_id": 1, "date": 0})
        await api.answered(2)
        api.press("999", {"chat": GROUP, "message_id": 1, "date": 0})
        api.press("sources", {"chat": GROUP, "message_id": 1, "date": 0})
        api.say("wait")
        await api.answered(3)
    assert [call.get("text") for call in api.named("answerCallbackQuery")] == [None, HANT.expired, HANT.expired]


async def test_verdicts_are_kept_with_question_and_answer(api: FakeApi, run: Run) -> None:
    async with run(Clerk({"營收多少？": ANSWER})) as desk:
        api.say("營收多少？")
        (first,) = await api.answered(1)
        api.press("bad", first["message"])
        api.say("wait")
        await api.answered(2)
        rows = await desk._run(
            lambda: desk._memory._db.execute("SELECT question, answer, good FROM feedback").fetchall()
        )
        assert rows == [("營收多少？", "營收 14.50億元。", 0)]
    assert api.named("answerCallbackQuery")[0]["text"] == HANT.thanks_for_verdict


async def test_the_sentences_are_one_press_or_one_command_away(api: FakeApi, run: Run) -> None:
    async with run(Clerk({"營收多少？": ANSWER})):
        api.say("/sources")
        api.say("營收多少？")
        _, answer = await api.answered(2)
        api.press("sources", answer["message"])
        api.say("/sources")
        await api.answered(4)
    before, _, pressed, commanded = (sent["text"] for sent in api.sent)
    assert before == HANT.no_answer_yet
    assert "<blockquote>公司預計營收14.50億元。</blockquote>" in pressed == commanded


@pytest.mark.parametrize(
    ("said", "sender", "asked"),
    [
        ("/ask@xinwen_bot營收多少？", ANN, "營收多少？"),
        ("/compare 摩爾線程 沐曦", ANN, "比較 摩爾線程 沐曦"),
        ("/compare AMEC Naura", BOB, "compare AMEC Naura"),
    ],
)
async def test_commands_that_ask(api: FakeApi, run: Run, said: str, sender: dict[str, Any], asked: str) -> None:
    clerk = Clerk()
    async with run(clerk):
        api.say(said, **{"from": sender})
        await api.answered(1)
    assert clerk.asked[0][0] == asked


@pytest.mark.parametrize(
    ("said", "replied"),
    [
        ("/ask", HANT.ask_usage),
        ("/compare", HANT.compare_usage),
        ("/sources", HANT.no_answer_yet),
        ("/privacy", HANT.privacy.format(forget="/forget")),
        ("/nonsense", HANT.unknown_command),
        (None, HANT.text_only),
    ],
    ids=["ask", "compare", "sources", "privacy", "unknown", "photo"],
)
async def test_commands_that_explain(api: FakeApi, run: Run, said: str | None, replied: str) -> None:
    clerk = Clerk()
    photo = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
    async with run(clerk):
        api.say(said, **({} if said else photo))
        (sent,) = await api.answered(1)
    assert (sent["visible"], clerk.asked) == (replied, [])


async def test_start_and_help_offer_the_archives_own_examples(api: FakeApi, run: Run) -> None:
    help_answer = Answer(True, "zh-Hant", "help", ("…",), suggestions=("一？", "二？", "三？"))
    async with run(Clerk({HANT.example_question: help_answer})):
        api.say("/start")
        api.say("/help")
        await api.answered(2)
    assert [sent["visible"].split("\n")[0] for sent in api.sent] == [HANT.start, HANT.help.split("\n")[0]]
    assert "/compare 比較兩個對象" in api.sent[1]["visible"]
    assert all([b["text"] for b in buttons(sent)] == ["一？", "二？", "三？"] for sent in api.sent)


async def test_forget_forgets_the_conversation_and_its_buttons(api: FakeApi, run: Run) -> None:
    async with run(Clerk({"q": ANSWER})) as desk:
        api.say("q")
        api.say("/forget")
        api.say("/sources")
        await api.answered(3)
        api.press("sources", api.sent[0]["message"])
        api.say("wait")
        await api.answered(4)
        state = await desk._run(lambda: desk._memory.state("telegram:7"))
    assert [sent["visible"] for sent in api.sent[1:3]] == [HANT.forgotten, HANT.no_answer_yet]
    assert api.named("answerCallbackQuery")[0]["text"] == HANT.expired
    assert state.question == "wait|"


async def test_allowing_a_group_lets_nobody_in_elsewhere(api: FakeApi, run: Run) -> None:
    clerk = Clerk({"in the group": ANSWER})
    async with run(clerk, allowed_chats=frozenset({-100})):
        api.say("@xinwen_bot in the group", GROUP)
        (first,) = await api.answered(1)
        api.say("in private")
        api.say("@xinwen_bot elsewhere", {"id": -200, "type": "group"})
        await api.answered(3)
        api.press(buttons(first)[0]["callback_data"], api.message("x"))
        api.say("wait")
        await api.answered(4)
    assert [text for text, _ in clerk.asked] == ["in the group"]
    assert {sent["visible"] for sent in api.sent[1:3]} == {HANT.not_allowed.format(chat=c) for c in (7, -200)}
    assert len(api.named("answerCallbackQuery")) == 1


async def test_the_menu_is_set_for_each_language(api: FakeApi, run: Run) -> None:
    async with run(Clerk()):
        api.say("wait")
        await api.answered(1)
    menus = {call.get("language_code"): call["commands"] for call in api.named("setMyCommands")}
    assert {code: menu[0]["description"] for code, menu in menus.items()} == {
        "zh": HANT.commands["ask"],
        "en": EN.commands["ask"],
        None: EN.commands["ask"],
    }
    assert {c["command"] for c in menus["zh"]} == {"ask", "compare", "sources", "help", "privacy", "forget"}


async def test_a_chat_gets_one_message_a_pace(api: FakeApi, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert app._PACE == 0.001 and app.Pace()._seconds == 1.0
    monkeypatch.setattr(app, "_PACE", 0.2)
    async with run(Clerk()):
        for n in range(4):
            api.say(str(n))
        api.say("other", {"id": 9, "type": "private"})
        await api.answered(5)
    mine = [sent["at"] for sent in api.sent if sent["chat_id"] == 7]
    assert mine[-1] - mine[0] > 0.4  # three waits of 0.2; a busy machine may make single ones look shorter
    assert api.sent[-1]["chat_id"] == 7  # the other chat did not wait
