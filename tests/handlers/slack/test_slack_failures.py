"""Whatever fails, the person gets a sentence, and nothing of the failure but that sentence."""

import asyncio
import itertools
import sqlite3

import pytest
from local_slack import BOT_TOKEN, buttons

from bot.answer import Answer
from handlers.slack import pace
from handlers.slack.app import web_client
from handlers.slack.blocks import render
from handlers.slack.post import Poster

SORRY = "抱歉"


async def mention(slack, text="<@UBOT> 甲公司營收多少？"):
    await slack.send("events_api", slack.event(text, kind="app_mention"))


async def command(slack, **more):
    await slack.send("slash_commands", slack.slash("甲公司營收？", **more))


async def test_an_error_becomes_one_friendly_sentence_in_the_thread(by_socket, bot):
    bot.error = RuntimeError("no such table: secret_table")
    await mention(by_socket)
    [post] = await by_socket.until(lambda: by_socket.posts)
    assert SORRY in post["text"] and post["thread_ts"]
    assert "secret_table" not in str(post) and "Traceback" not in str(post) and "RuntimeError" not in str(post)


async def test_an_error_becomes_one_friendly_sentence_to_the_command(by_socket, bot):
    bot.error = KeyError("營收")
    await command(by_socket)
    [said] = await by_socket.until(lambda: by_socket.responses)
    assert SORRY in said["text"] and said["response_type"] == "ephemeral"


async def test_an_english_question_gets_an_english_apology(by_socket, bot):
    bot.error = RuntimeError()
    await mention(by_socket, "<@UBOT> who made the largest loss?")
    [post] = await by_socket.until(lambda: by_socket.posts)
    assert "Sorry" in post["text"]


async def test_a_state_file_that_fails_is_no_silence(by_socket, desk, monkeypatch):
    async def locked(*_):
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(desk, "first_time", locked)
    await mention(by_socket)
    await command(by_socket)
    await by_socket.until(lambda: by_socket.posts and by_socket.responses)
    assert SORRY in by_socket.posts[0]["text"] and SORRY in by_socket.responses[0]["text"]


async def test_an_error_is_got_over(by_socket, bot):
    bot.error = RuntimeError()
    await mention(by_socket)
    await by_socket.until(lambda: by_socket.posts)
    bot.error = None
    await mention(by_socket)
    await by_socket.until(lambda: len(by_socket.posts) == 2)
    assert bot.answer.lines[0] in by_socket.posts[1]["text"]


@pytest.mark.parametrize(
    "error", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "one_that_is_new"]
)
async def test_refused_blocks_are_sent_as_text(by_socket, bot, error):
    by_socket.errors["chat.postMessage"] = [error]
    await mention(by_socket)
    [post] = await by_socket.until(lambda: by_socket.posts)
    assert "blocks" not in post and bot.answer.lines[0] in post["text"] and "某報" in post["text"]


async def test_a_workspace_that_takes_no_blocks_still_gets_every_word(by_socket, bot):
    by_socket.refuse_blocks = True
    bot.answer = Answer(True, "zh-Hant", "passage", ("字句。" * 4000,))
    await mention(by_socket)
    await by_socket.until(lambda: sum(post["text"].count("字句。") for post in by_socket.posts) == 4000)
    await command(by_socket)
    await by_socket.until(lambda: sum(said["text"].count("字句。") for said in by_socket.responses) == 4000)


@pytest.mark.parametrize("refusal", [(404, "not found"), (400, "used_url"), (500, "oops"), (410, "expired_url")])
async def test_a_response_url_that_fails_is_replaced_by_an_ephemeral_message(by_socket, bot, refusal):
    by_socket.bad_urls["slash"] = refusal
    await command(by_socket)
    [post] = await by_socket.until(lambda: by_socket.posts)
    assert (post["method"], post["channel"], post["user"]) == ("chat.postEphemeral", "C1", "U1")
    assert bot.answer.lines[0] in post["text"] and "xinwen_share" in buttons(post)


async def test_a_response_url_out_of_reach_is_replaced_by_an_ephemeral_message(by_socket):
    slash = {**by_socket.slash("營收？"), "response_url": "http://127.0.0.1:9/nobody"}
    await by_socket.send("slash_commands", slash)
    [post] = await by_socket.until(lambda: by_socket.posts)
    assert post["method"] == "chat.postEphemeral"


async def test_retry_after_is_honoured(by_socket):
    by_socket.rate_limit = 2
    await mention(by_socket)
    await by_socket.until(lambda: by_socket.posts, 8)
    moments = [at for method, at in by_socket.calls if method == "chat.postMessage"]
    assert len(moments) == 3 and all(b - a >= 1 for a, b in itertools.pairwise(moments))


async def test_where_we_are_no_member_a_button_is_answered_to_its_presser(by_socket):
    by_socket.errors["chat.postMessage"] = ["not_in_channel"]
    message = {"ts": "3.3", "text": "shared"}
    await by_socket.send(
        "interactive", by_socket.click({"action_id": "xinwen_ask_0", "value": "q:營收？"}, message=message)
    )
    [said] = await by_socket.until(lambda: by_socket.responses)
    assert said["response_type"] == "ephemeral" and "14.50" in said["text"]


async def test_an_error_behind_a_button_is_said(by_socket, bot):
    bot.error = RuntimeError()
    await by_socket.send("interactive", by_socket.click({"action_id": "xinwen_ask_0", "value": "q:營收？"}))
    [said] = await by_socket.until(lambda: by_socket.responses)
    assert SORRY in said["text"]


async def test_one_message_a_second_in_a_channel_and_no_wait_between_channels():
    """Measured on the pace alone, a fifth of a second for a second."""
    paced, came = pace.Pace(0.2), []
    loop = asyncio.get_running_loop()

    async def send(channel):
        await paced.turn(channel)
        came.append((channel, loop.time()))

    began = loop.time()
    await asyncio.gather(*map(send, ["C1", "C1", "C2", "C1"]))
    first, second, third = (at - began for channel, at in came if channel == "C1")
    other = next(at - began for channel, at in came if channel == "C2")
    assert first < 0.1 and other < 0.1 and second - first >= 0.19 and third - second >= 0.19


async def test_long_answers_are_paced(by_socket, bot, monkeypatch):
    bot.answer = Answer(True, "zh-Hant", "passage", ("字句。" * 2000,))
    monkeypatch.setattr(pace, "INTERVAL", 0.3)
    poster = Poster(web_client(BOT_TOKEN, f"{by_socket.url}/api"))
    await poster.post("C1", render(bot.answer))
    first, second = (post["at"] for post in by_socket.posts)
    assert second - first >= 0.25
