"""/xinwen and the buttons under its answers, over Socket Mode."""

import asyncio

import pytest
from local_slack import APP_TOKEN, buttons
from slack_stage import FIGURE, served

from bot.answer import Answer


async def ask(slack, text, **more):
    """Use the command and return the first thing said to it."""
    before = len(slack.responses)
    await slack.send("slash_commands", slack.slash(text, **more))
    await slack.until(lambda: len(slack.responses) > before)
    return slack.responses[before]


async def press(slack, button, **more):
    await slack.send("interactive", slack.click(button, **more))


async def test_the_answer_is_private_until_it_is_shared(by_socket, bot):
    private = await ask(by_socket, "甲公司營收？")
    assert private["response_type"] == "ephemeral" and by_socket.posts == []
    await press(by_socket, buttons(private)["xinwen_share"], name="share")
    await by_socket.until(lambda: len(by_socket.responses) == 3)
    shared, removed = by_socket.responses[1:]
    assert shared["response_type"] == "in_channel" and removed["delete_original"] is True
    assert FIGURE.lines[0] in shared["text"] and "<@U1>: 甲公司營收？" in shared["text"]
    assert "xinwen_share" not in buttons(shared) and "xinwen_ask_0" in buttons(shared)
    assert bot.asked == ["甲公司營收？"]


async def test_a_private_answer_stays_where_sharing_failed(by_socket):
    private = await ask(by_socket, "營收")
    by_socket.bad_urls["share"] = (404, "expired_url")
    by_socket.errors["chat.postMessage"] = ["not_in_channel"]
    await press(by_socket, buttons(private)["xinwen_share"], name="share")
    await by_socket.until(lambda: [p for p in by_socket.posts if p["method"] == "chat.postEphemeral"])
    assert not [r for r in by_socket.responses if r.get("delete_original")]


@pytest.mark.parametrize(("channel", "offered"), [("C1", True), ("D1", False)])
async def test_sharing_is_offered_where_there_is_a_channel(by_socket, channel, offered):
    assert ("xinwen_share" in buttons(await ask(by_socket, "營收", channel=channel))) is offered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "/xinwen"), ("help", "Mention me"), ("說明", "提及我"), ("说明", "讨论串"),
        ("privacy", "/xinwen forget"), ("隐私", "七天"), ("forget", "forgotten"), ("忘記", "忘記"),
    ],
)  # fmt: skip
async def test_help_privacy_and_forget(by_socket, bot, text, words):
    told = await ask(by_socket, text)
    assert words in told["text"] and told["response_type"] == "ephemeral" and bot.asked == []


async def test_help_comes_in_the_language_last_used(by_socket):
    await ask(by_socket, "甲公司營收？")
    assert "提及我" in (await ask(by_socket, "help"))["text"]


async def test_the_command_remembers_and_forgets(by_socket, bot):
    for text in ("甲公司營收？", "那乙公司？", "forget", "丙公司？"):
        await ask(by_socket, text)
    assert [state.question for state in bot.states] == [None, "甲公司營收？", None]


async def test_the_command_is_acknowledged_before_the_work_and_answered_once(by_socket, bot):
    bot.gate.clear()
    slash = by_socket.slash("營收")
    envelopes = [await by_socket.send("slash_commands", slash), await by_socket.send("slash_commands", slash, 1)]
    await by_socket.until(lambda: all(map(by_socket.acked, envelopes)), 2)
    assert by_socket.responses == []
    bot.gate.set()
    await by_socket.until(lambda: by_socket.responses)
    await asyncio.sleep(0.2)
    assert len(by_socket.responses) == 1 and bot.asked == ["營收"]


async def test_a_suggestion_under_a_private_answer_is_answered_privately(by_socket, bot):
    private = await ask(by_socket, "營收")
    await press(by_socket, buttons(private)["xinwen_ask_1"])
    await by_socket.until(lambda: len(by_socket.responses) == 2)
    assert by_socket.responses[1]["response_type"] == "ephemeral" and by_socket.posts == []
    assert by_socket.responses[1]["replace_original"] is False
    assert bot.asked[1] == "甲公司虧損多少？" in by_socket.responses[1]["text"]


async def test_a_suggestion_too_long_for_a_button_is_asked_in_full(by_socket, bot):
    question = "哪一家？" * 600
    bot.answer = Answer(True, "zh-Hant", "fact", ("一。",), suggestions=(question,))
    button = buttons(await ask(by_socket, "營收"))["xinwen_ask_0"]
    assert len(button["text"]["text"]) <= 75 and len(button["value"]) <= 2000
    await press(by_socket, button)
    await by_socket.until(lambda: len(bot.asked) == 2)
    assert bot.asked[1] == question


async def test_the_sentences_are_one_tap_away(by_socket):
    private = await ask(by_socket, "營收")
    assert "甲公司預計" not in private["text"]
    await press(by_socket, buttons(private)["xinwen_quotes"])
    await by_socket.until(lambda: len(by_socket.responses) == 2)
    assert "> 甲公司預計營收14.50至15.20億元。" in by_socket.responses[1]["text"]


@pytest.mark.parametrize(("action", "good"), [("xinwen_good", 1), ("xinwen_bad", 0)])
async def test_a_verdict_is_kept_with_question_and_answer(by_socket, desk, action, good):
    private = await ask(by_socket, "甲公司營收？")
    await press(by_socket, buttons(private)[action])
    await by_socket.until(lambda: len(by_socket.responses) == 2)
    rows = await desk._run(
        lambda: desk._memory._db.execute("SELECT question, answer, good FROM feedback").fetchall()
    )
    [(question, answer, verdict)] = rows
    assert (question, verdict) == ("甲公司營收？", good)
    assert FIGURE.lines[0] in answer and FIGURE.sources[0].quote in answer


@pytest.mark.parametrize("action", ["xinwen_good", "xinwen_share", "xinwen_quotes", "xinwen_ask_0"])
async def test_a_button_whose_answer_is_gone_says_so(by_socket, action):
    await press(by_socket, {"action_id": action, "value": "id:999" if "ask" in action else '["999", "營收？"]'})
    await by_socket.until(lambda: by_socket.responses)
    assert "請再問一次" in by_socket.responses[0]["text"]


async def test_an_unknown_button_is_acknowledged_and_left_alone(by_socket):
    envelope = await by_socket.send(
        "interactive", by_socket.click({"action_id": "of_another_version", "value": "1"})
    )
    await by_socket.until(lambda: by_socket.acked(envelope))
    assert by_socket.posts == by_socket.responses == []


async def test_small_talk_has_no_verdict_buttons(by_socket, bot):
    bot.answer = Answer(True, "en", "smalltalk", ("Hello.",), suggestions=("Who is first?",))
    assert set(buttons(await ask(by_socket, "hi"))) == {"xinwen_ask_0"}


async def test_the_command_respects_the_allow_list(slack, desk, bot):
    async with served(slack, desk, app_token=APP_TOKEN, allowed_channels=frozenset({"C1", "U9"})):
        assert "C2" in (await ask(slack, "營收", channel="C2"))["text"] and bot.asked == []
        assert "xinwen_share" in buttons(await ask(slack, "營收", channel="C1"))
        assert "xinwen_share" not in buttons(await ask(slack, "營收", channel="C2", user="U9"))
