"""Mentions, threads and direct messages over Socket Mode, with the real Bolt and SDK."""

import asyncio

import pytest
from local_slack import APP_TOKEN, buttons
from slack_stage import StandIn, served

from handlers.desk import Desk
from handlers.memory import Memory

QUIET = 0.25  # seconds in which nothing more must come


async def tell(slack, text, **more):
    body = slack.event(text, **more)
    await slack.send("events_api", body)
    return body["event"]


async def answers(slack, count):
    """Wait for `count` posts, and see that no more come."""
    await slack.until(lambda: len(slack.posts) >= count)
    await asyncio.sleep(QUIET)
    assert len(slack.posts) == count
    return slack.posts


@pytest.mark.parametrize(
    "text",
    [
        "<@UBOT> 甲公司營收多少？",
        "請問 <@UBOT> 甲公司營收多少",
        "甲公司營收多少？<@UBOT>",
        "<@UBOT>甲公司營收多少?",
    ],
)
async def test_a_mention_anywhere_is_answered_in_a_thread(by_socket, bot, text):
    event = await tell(by_socket, text, kind="app_mention")
    [post] = await answers(by_socket, 1)
    assert (post["channel"], post["thread_ts"]) == ("C1", event["ts"])
    assert "14.50–15.20 億元" in post["text"] and "UBOT" not in bot.asked[0]
    assert post["unfurl_links"] is False and post["unfurl_media"] is False


async def test_citations_are_in_the_chat(by_socket):
    await tell(by_socket, "<@UBOT> 營收", kind="app_mention")
    [post] = await answers(by_socket, 1)
    [small] = [block for block in post["blocks"] if block["type"] == "context"]
    cited = "甲公司 &amp; 乙公司 &lt;觀察&gt; — 某報, 2026-01"
    assert cited in small["elements"][0]["text"] and cited in post["text"] and "來源" in post["text"]


async def test_a_mention_in_a_thread_is_answered_in_that_thread(by_socket):
    await tell(by_socket, "<@UBOT> 營收", kind="app_mention", thread_ts="1.0")
    [post] = await answers(by_socket, 1)
    assert post["thread_ts"] == "1.0"


async def test_one_text_that_comes_as_two_events_and_again_is_answered_once(by_socket):
    body = by_socket.event("<@UBOT> 營收？", kind="app_mention")
    twin = {
        **body,
        "event": {**body["event"], "type": "message", "channel_type": "channel"},
        "event_id": "Ev-twin",
    }
    for payload, retry in ((twin, None), (body, None), (body, 1), (twin, 2)):
        await by_socket.send("events_api", payload, retry)
    await answers(by_socket, 1)


async def test_follow_ups_in_its_thread_need_no_mention(by_socket, bot):
    event = await tell(by_socket, "<@UBOT> 甲公司營收？", kind="app_mention")
    await by_socket.until(lambda: by_socket.posts)
    await tell(by_socket, "那乙公司呢？", thread_ts=event["ts"], user="U2")
    posts = await answers(by_socket, 2)
    assert posts[1]["thread_ts"] == event["ts"]
    assert bot.asked == ["甲公司營收？", "那乙公司呢？"] and bot.states[1].question == "甲公司營收？"


async def test_follow_ups_need_no_mention_after_a_restart(slack, tmp_path):
    for text, kind in (("<@UBOT> 營收？", "app_mention"), ("那乙公司呢？", "message")):
        bot = StandIn()
        desk = Desk(lambda bot=bot: bot, lambda: Memory(tmp_path / "state.db"))
        async with served(slack, desk, app_token=APP_TOKEN):
            event = slack.event(text, kind=kind, **({"thread_ts": slack.root} if slack.posts else {}))
            slack.root = (slack.posts and slack.root) or event["event"]["ts"]
            before = len(slack.posts)
            await slack.send("events_api", event)
            await slack.until(lambda before=before: len(slack.posts) > before)
        desk.close()
    assert [post["thread_ts"] for post in slack.posts] == [slack.root] * 2
    assert bot.states[0].question == "營收？"


@pytest.mark.parametrize(
    "more",
    [
        {"text": "營收多少？"},
        {"text": "營收多少？", "thread_ts": "9.9"},
        {"text": "<@U7> 營收多少？"},
        {"text": "<@UBOT> 營收", "bot_id": "B7"},
        {"text": "<@UBOT> 營收", "user": "UBOT"},
        {"text": "<@UBOT> 營收", "subtype": "channel_join"},
        {"text": "<@UBOT> 營收", "subtype": "message_changed"},
        {"text": "營收", "channel": "D1", "subtype": "message_deleted"},
    ],
)
async def test_it_speaks_only_when_asked(by_socket, bot, more):
    await by_socket.until(lambda: by_socket.sockets)
    envelope = await by_socket.send("events_api", by_socket.event(**more))
    await by_socket.until(lambda: by_socket.acked(envelope))
    await asyncio.sleep(QUIET / 2)
    assert by_socket.posts == [] and bot.asked == []


async def test_what_is_said_to_others_in_its_thread_is_left_alone(by_socket, bot):
    event = await tell(by_socket, "<@UBOT> 營收", kind="app_mention")
    await by_socket.until(lambda: by_socket.posts)
    await tell(by_socket, "<@U7> 你覺得呢？", thread_ts=event["ts"])
    await answers(by_socket, 1)


async def test_an_edit_brings_no_second_answer(by_socket, bot):
    event = await tell(by_socket, "營收", channel="D1")
    await by_socket.until(lambda: by_socket.posts)
    edited = {**event, "text": "營收多少", "edited": {"user": "U1", "ts": "2.0"}}
    for again in (edited, {**edited, "type": "app_mention", "ts": "7.7"}):
        await by_socket.send("events_api", {**by_socket.event(), "event": again})
    change = by_socket.event(channel="D1", subtype="message_changed", message=edited)
    await by_socket.send("events_api", change)
    await answers(by_socket, 1)


async def test_a_direct_message_is_answered_beside_it_and_in_a_thread_within(by_socket, bot):
    await tell(by_socket, "甲公司營收？", channel="D1")
    await by_socket.until(lambda: by_socket.posts)
    await tell(by_socket, "那乙公司？", channel="D1")
    await by_socket.until(lambda: len(by_socket.posts) == 2)
    await tell(by_socket, "這裡呢？", channel="D1", thread_ts="5.5")
    posts = await answers(by_socket, 3)
    assert [post.get("thread_ts") for post in posts] == [None, None, "5.5"]
    assert bot.states[1].question == "甲公司營收？" and bot.states[2].question is None


async def test_a_mention_without_words_is_told_how_to_ask(by_socket, bot):
    await tell(by_socket, "<@UBOT>", kind="app_mention")
    [post] = await answers(by_socket, 1)
    assert "/xinwen" in post["text"] and bot.asked == []


@pytest.mark.parametrize(("text", "words"), [("privacy", "seven days"), ("隱私", "七天"), ("forget", "forgotten")])
async def test_privacy_and_forget_work_in_a_direct_message(by_socket, bot, text, words):
    await tell(by_socket, text, channel="D1")
    [post] = await answers(by_socket, 1)
    assert words in post["text"] and bot.asked == []


async def test_forgetting_a_thread_is_explained_and_works(by_socket, bot):
    event = await tell(by_socket, "<@UBOT> 甲公司營收？", kind="app_mention")
    await by_socket.until(lambda: by_socket.posts)
    for n, text in enumerate(("<@UBOT> privacy", "<@UBOT> forget"), 2):
        await tell(by_socket, text, kind="app_mention", thread_ts=event["ts"])
        await by_socket.until(lambda n=n: len(by_socket.posts) == n)
    assert "@Xinwen forget" in by_socket.posts[1]["text"]
    await tell(by_socket, "那乙公司呢？", thread_ts=event["ts"])
    await answers(by_socket, 3)


async def test_forget_forgets(by_socket, bot):
    for n, text in enumerate(("甲公司營收？", "忘記我", "那乙公司呢？"), 1):
        await tell(by_socket, text, channel="D1")
        await by_socket.until(lambda n=n: len(by_socket.posts) == n)
    assert bot.states[1].question is None


async def test_events_are_acknowledged_before_the_work(by_socket, bot):
    bot.gate.clear()
    envelope = await by_socket.send("events_api", by_socket.event("<@UBOT> 營收", kind="app_mention"))
    await by_socket.until(lambda: by_socket.acked(envelope), 2)
    assert by_socket.posts == []
    bot.gate.set()
    await answers(by_socket, 1)


async def test_suggestions_are_buttons_that_ask(by_socket, bot):
    event = await tell(by_socket, "<@UBOT> 營收", kind="app_mention")
    [post] = await answers(by_socket, 1)
    button = buttons(post)["xinwen_ask_0"]
    assert button["text"]["text"] == "乙公司呢？" and "→ 乙公司呢？" in post["text"]
    await by_socket.send("interactive", by_socket.click(button, message=post))
    posts = await answers(by_socket, 2)
    assert bot.asked[1] == "乙公司呢？" and posts[1]["thread_ts"] == event["ts"]
    assert bot.states[1].question == "營收"


class TestAllowList:
    async def test_only_listed_channels_are_answered_and_their_members_not_in_private(self, slack, desk, bot):
        async with served(slack, desk, app_token=APP_TOKEN, allowed_channels=frozenset({"C1"})):
            await tell(slack, "<@UBOT> 營收", kind="app_mention", channel="C1")
            await tell(slack, "<@UBOT> 營收", kind="app_mention", channel="C2")
            await tell(slack, "營收", channel="D1")
            posts = await answers(slack, 3)
        assert len(bot.asked) == 1
        told = {post["channel"]: post for post in posts}
        assert told["C2"]["method"] == "chat.postEphemeral" and "C2" in told["C2"]["text"]
        assert "D1" in told["D1"]["text"]

    async def test_a_listed_person_may_write_privately(self, slack, desk, bot):
        async with served(slack, desk, app_token=APP_TOKEN, allowed_channels=frozenset({"C1", "U1"})):
            await tell(slack, "營收", channel="D1", user="U1")
            await answers(slack, 1)
        assert bot.asked == ["營收"]
