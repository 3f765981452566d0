"""Slack by HTTP: signatures are checked, retries are answered once, everything is acknowledged in time."""

import asyncio
import time

import pytest
from local_slack import BOT_TOKEN, buttons

from handlers.slack.app import serve


async def test_a_signed_mention_is_answered_in_its_thread(by_http, slack):
    body = slack.event("<@UBOT> 甲公司營收多少？", kind="app_mention")
    assert await slack.deliver(by_http, body) == 200
    [post] = await slack.until(lambda: slack.posts)
    assert post["thread_ts"] == body["event"]["ts"]


@pytest.mark.parametrize(
    "wrong", [{"secret": "another-secret"}, {"sign": False}, {"age": 3600}], ids=["secret", "unsigned", "old"]
)
async def test_what_is_not_signed_with_the_secret_is_refused(by_http, slack, bot, wrong):
    assert await slack.deliver(by_http, slack.event("<@UBOT> 營收", kind="app_mention"), **wrong) == 401
    assert await slack.deliver(by_http, slack.slash("營收"), form=True, **wrong) == 401
    await asyncio.sleep(0.1)
    assert bot.asked == [] and slack.posts == slack.responses == []


async def test_retries_are_acknowledged_and_answered_once(by_http, slack, bot):
    body = slack.event("<@UBOT> 營收", kind="app_mention")
    for retry in (None, 1, 2, 3):
        assert await slack.deliver(by_http, body, retry=retry) == 200
    await slack.until(lambda: slack.posts)
    await asyncio.sleep(0.2)
    assert len(slack.posts) == 1 and len(bot.asked) == 1


async def test_everything_is_acknowledged_while_the_work_still_waits(by_http, slack, bot):
    bot.gate.clear()
    began = time.monotonic()
    assert await slack.deliver(by_http, slack.event("<@UBOT> 營收", kind="app_mention")) == 200
    assert await slack.deliver(by_http, slack.slash("營收"), form=True) == 200
    click = slack.click({"action_id": "xinwen_ask_0", "value": "q:營收？"})
    assert await slack.deliver(by_http, click, form="payload") == 200
    assert time.monotonic() - began < 2 and bot.asked == []
    bot.gate.set()
    await slack.until(lambda: slack.posts and len(slack.responses) == 2)


async def test_the_command_is_answered_and_shared(by_http, slack):
    await slack.deliver(by_http, slack.slash("甲公司營收？"), form=True)
    [private] = await slack.until(lambda: slack.responses)
    await slack.deliver(by_http, slack.click(buttons(private)["xinwen_share"]), form="payload")
    await slack.until(lambda: len(slack.responses) == 3)
    assert slack.responses[1]["response_type"] == "in_channel"


@pytest.mark.parametrize(
    "event", [{"kind": "reaction_added"}, {"kind": "app_home_opened"}, {"subtype": "pinned_item"}]
)
async def test_events_we_have_no_use_for_are_acknowledged(by_http, slack, event):
    assert await slack.deliver(by_http, slack.event(**event)) == 200


async def test_slack_can_verify_the_address(by_http, slack):
    assert await slack.deliver(by_http, {"type": "url_verification", "challenge": "x"}) == 200


async def test_without_app_token_and_secret_nothing_is_started(slack, desk, caplog):
    await asyncio.wait_for(serve(BOT_TOKEN, desk, asyncio.Event(), api_url=slack.url), 2)
    assert "signing secret" in caplog.text and slack.calls == []


async def test_a_port_in_use_is_said_in_plain_words(by_http, slack, desk, port, caplog):
    again = serve(BOT_TOKEN, desk, asyncio.Event(), api_url=f"{slack.url}/api", signing_secret="s", port=port)
    await asyncio.wait_for(again, 5)
    assert f"Port {port}" in caplog.text
