"""The log tells that something failed, and where, but never what people wrote, nor a secret."""

import asyncio
import logging

import pytest
from local_slack import APP_TOKEN, BOT_TOKEN, SECRET
from slack_sdk.errors import SlackApiError
from slack_stage import served

from handlers.slack.quiet import error_code, failure, library_logger

WORDS = "confidentialquestion"
SECRETS = (WORDS, BOT_TOKEN, APP_TOKEN, SECRET, "one-time-ticket", "/respond/")


@pytest.fixture(autouse=True)
def everything(caplog):
    """As with the most talkative setting."""
    caplog.set_level(logging.DEBUG)
    for name in ("slack_bolt", "slack_sdk", "aiohttp", "asyncio", "handlers"):
        caplog.set_level(logging.DEBUG, logger=name)


def written(caplog):
    formatter = logging.Formatter("%(name)s %(message)s")
    return "\n".join(formatter.format(record) for record in caplog.records)


async def test_a_rejected_request_leaves_no_text_and_no_signature(by_http, slack, caplog):
    await slack.deliver(by_http, slack.event(f"<@UBOT> {WORDS}", kind="app_mention"), secret="another-secret")
    await slack.deliver(by_http, slack.slash(WORDS), form=True, secret="another-secret")
    log = written(caplog)
    assert "Invalid request signature detected" in log and "v0=" not in log
    assert not [secret for secret in SECRETS if secret in log]


async def test_a_conversation_leaves_no_text(by_socket, bot, caplog):
    await by_socket.send("events_api", by_socket.event(f"<@UBOT> {WORDS}", kind="app_mention"))
    await by_socket.send("slash_commands", by_socket.slash(WORDS))
    await by_socket.until(lambda: by_socket.posts and by_socket.responses)
    assert len(bot.asked) == 2 and not [secret for secret in SECRETS if secret in written(caplog)]


async def test_failures_leave_their_kind_and_place_and_no_text(by_socket, bot, caplog):
    bot.error = ValueError(f"cannot parse {WORDS} with {BOT_TOKEN}")
    by_socket.bad_urls["slash"] = (404, WORDS)
    by_socket.errors["chat.postMessage"] = ["invalid_blocks", "is_archived"]
    by_socket.errors["chat.postEphemeral"] = ["channel_not_found"]
    await by_socket.send("events_api", by_socket.event(f"<@UBOT> {WORDS}", kind="app_mention"))
    await by_socket.send("slash_commands", by_socket.slash(WORDS))
    await by_socket.until(lambda: "channel_not_found" in written(caplog) and "is_archived" in written(caplog))
    log = written(caplog)
    assert "ValueError" in log and "slack_stage.py" in log and "reply" in log
    assert not [secret for secret in SECRETS if secret in log]


async def test_what_bolt_cannot_read_leaves_no_text(by_http, slack, by_socket, caplog):
    await slack.deliver(by_http, {"type": "event_callback", "event": WORDS})
    await slack.deliver(by_http, {"type": WORDS, "text": WORDS})
    await by_socket.sockets[-1].send_str("{" + WORDS)
    await by_socket.sockets[-1].send_json({"type": WORDS, "envelope_id": "E0", "payload": {"type": WORDS}})
    await asyncio.sleep(0.2)
    assert not [secret for secret in SECRETS if secret in written(caplog)]


async def test_a_lost_connection_leaves_no_ticket(slack, desk, caplog):
    async with served(slack, desk, app_token=APP_TOKEN):
        await slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})
        await slack.until(lambda: len(slack.sockets) == 2)
    assert not [secret for secret in SECRETS if secret in written(caplog)]


def test_a_library_says_what_failed_and_nothing_after(caplog):
    library_logger().warning("Failed to connect (error: wss://a.example/?ticket=t); Retrying...")
    try:
        raise ConnectionError("wss://a.example/?ticket=t")
    except ConnectionError:
        library_logger().exception("Failed to process a message: %s", WORDS)
    library_logger().debug("never")
    assert "ticket" not in written(caplog) and "Traceback" not in written(caplog)
    assert [record.getMessage() for record in caplog.records] == [
        "Failed to connect", "Failed to process a message [ConnectionError]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("response", "code"),
    [({"error": "invalid_blocks"}, "invalid_blocks"), ({"error": "A secret!"}, ""), ({}, ""), (None, "")],
)
def test_only_slacks_own_codes_are_shown(response, code, caplog):
    error = SlackApiError(WORDS, response)
    assert error_code(error) == code
    failure("Sending failed", error)
    assert WORDS not in caplog.text and "Sending failed: SlackApiError" in caplog.text
