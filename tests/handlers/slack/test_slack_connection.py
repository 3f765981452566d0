"""Starting, staying connected and stopping."""

import asyncio
import time

import pytest
from local_slack import APP_TOKEN, BOT_TOKEN
from slack_stage import served

from handlers.slack import socket_mode
from handlers.slack.app import serve


async def test_it_reconnects_when_slack_asks_and_answers_on_the_new_connection(by_socket):
    await by_socket.sockets[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await by_socket.until(lambda: len(by_socket.sockets) == 2)
    await by_socket.send("events_api", by_socket.event("<@UBOT> 營收", kind="app_mention"))
    await by_socket.until(lambda: by_socket.posts)


async def test_it_reconnects_when_the_connection_breaks(slack, desk, monkeypatch):
    monkeypatch.setattr(socket_mode, "PING", 0.2)
    async with served(slack, desk, app_token=APP_TOKEN):
        await slack.sockets[0].close()
        await slack.until(lambda: len(slack.sockets) >= 2)
        await slack.send("events_api", slack.event("<@UBOT> 營收", kind="app_mention"))
        await slack.until(lambda: slack.posts)


async def test_a_lost_connection_is_said_in_the_log(caplog, monkeypatch):
    class Client:
        wss_uri = "old"
        states = iter([True, False, False, True, True])

        async def is_connected(self):
            return next(self.states)

    monkeypatch.setattr(socket_mode, "PING", 0)
    client = Client()
    with pytest.raises(RuntimeError):  # when the states run out
        await socket_mode._watch(client)
    assert [r.getMessage() for r in caplog.records] == [
        "Slack: the connection is lost; reconnecting.", "Slack: connected again.",
    ]  # fmt: skip
    assert client.wss_uri is None


async def test_an_answer_under_way_is_finished_before_stopping(slack, desk, bot):
    bot.gate.clear()
    async with served(slack, desk, app_token=APP_TOKEN):
        envelope = await slack.send("events_api", slack.event("<@UBOT> 營收", kind="app_mention"))
        await slack.until(lambda: slack.acked(envelope))
        await asyncio.sleep(0.1)
        asyncio.get_running_loop().call_later(0.3, bot.gate.set)
    assert len(slack.posts) == 1


@pytest.mark.parametrize(("bot_token", "app_token"), [("wrong", APP_TOKEN), (BOT_TOKEN, "wrong")])
async def test_a_refused_token_ends_in_one_plain_line(slack, desk, caplog, bot_token, app_token):
    address = f"{slack.url}/api/"
    await asyncio.wait_for(serve(bot_token, desk, asyncio.Event(), app_token=app_token, api_url=address), 5)
    [line] = [
        record.getMessage()
        for record in caplog.records
        if record.levelname == "ERROR" and "refuses" in record.msg % record.args
    ]
    assert "invalid_auth" in line and "Slack is stopped" in line and "wrong" not in line


async def test_it_can_be_stopped_while_slack_is_out_of_reach(desk):
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.3, stop.set)
    began = time.monotonic()
    await asyncio.wait_for(serve(BOT_TOKEN, desk, stop, app_token=APP_TOKEN, api_url="http://127.0.0.1:9/api/"), 5)
    assert time.monotonic() - began < 2


async def test_tokens_in_the_environment_change_nothing(slack, desk, monkeypatch, caplog):
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "of-something-else")
    async with served(slack, desk, app_token=APP_TOKEN):
        await slack.send("events_api", slack.event("<@UBOT> 營收", kind="app_mention"))
        await slack.until(lambda: slack.posts)
    assert "ignored" not in caplog.text and "unused" not in caplog.text
