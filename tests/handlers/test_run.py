"""`xinwen run`: both platforms in one process, one failing alone, stopping cleanly, and a log without secrets."""

import asyncio
import importlib
import logging
import os
import signal
import sys
from pathlib import Path

import pytest
from commands_stage import StandIn, log_put_back, stand_in, xinwen

from handlers import run
from handlers.commands.logs import Discreet, configure
from handlers.desk import Desk
from handlers.memory import Memory
from handlers.settings import Settings, from_mapping

HERE = Path(__file__).parent
# If one of these tests came as far as connecting, it would reach loopback only, where nobody listens.
NOWHERE = {"TELEGRAM_BOT_TOKEN": "42:TEST", "TELEGRAM_API_URL": "http://127.0.0.1:9"}


@pytest.fixture(autouse=True)
def _loopback(monkeypatch):
    """Loopback needs no proxy; the two local servers are those of the platforms' own tests."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for folder in ("telegram", "slack"):
        monkeypatch.syspath_prepend(HERE / folder)


@pytest.fixture
async def telegram():
    server = importlib.import_module("telegram_api").FakeApi()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def slack():
    async with importlib.import_module("local_slack").LocalSlack().running() as server:
        yield server


@pytest.fixture
def tokens(telegram, slack):
    local_slack = sys.modules["local_slack"]
    return {
        "TELEGRAM_BOT_TOKEN": sys.modules["telegram_api"].TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "SLACK_BOT_TOKEN": local_slack.BOT_TOKEN,
        "SLACK_APP_TOKEN": local_slack.APP_TOKEN,
        "SLACK_API_URL": f"{slack.url}/api/",
    }


@pytest.fixture
def desk():
    made = Desk(StandIn, lambda: Memory(":memory:"))
    yield made
    made.close()


@pytest.fixture
def serving(desk, caplog):
    """Return a function that starts serving; what is left when the test ends is stopped."""
    caplog.set_level(logging.INFO)
    stop, tasks = asyncio.Event(), []

    def start(env):
        tasks.append(asyncio.create_task(run.serve_all(from_mapping(env), desk, stop)))
        return tasks[-1], stop

    return start


async def logged(caplog, text, seconds=8.0):
    """Wait until `text` stands in the log."""
    for _ in range(int(seconds / 0.02)):
        if text in caplog.text:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{text!r} is not in {caplog.text}")


async def test_both_platforms_answer_over_one_desk(tokens, telegram, slack, serving, caplog):
    task, stop = serving(tokens)
    await logged(caplog, "Telegram: connected as @xinwen_bot. Privacy mode is on")
    await logged(caplog, "Slack: answering as UBOT")
    telegram.say("on telegram")
    assert "|on telegram" in (await telegram.answered(1))[0]["visible"]
    await slack.send("events_api", slack.event("on slack", channel="D1"))
    (post,) = await slack.until(lambda: slack.posts)
    assert "|on slack" in post["text"]
    stop.set()
    assert await asyncio.wait_for(task, 15) == 0
    assert not [secret for secret in from_mapping(tokens).secrets if secret in caplog.text]


async def test_it_makes_ready_before_the_first_message(tokens, serving, caplog, desk):
    task, stop = serving(tokens)
    await logged(caplog, "Telegram: connected")
    assert desk._assistant.warmed
    stop.set()
    assert await asyncio.wait_for(task, 15) == 0


async def test_one_platform_failing_leaves_the_other(tokens, slack, serving, caplog):
    task, stop = serving(tokens | {"TELEGRAM_BOT_TOKEN": "42:OTHER"})
    await logged(caplog, "Telegram rejected the token")
    await logged(caplog, "Slack: answering as UBOT")
    assert not task.done()
    stop.set()
    assert await asyncio.wait_for(task, 15) == 0
    assert "42:OTHER" not in caplog.text


async def test_when_all_have_failed_it_ends_with_status_1(tokens, serving, caplog):
    task, _ = serving(tokens | {"TELEGRAM_BOT_TOKEN": "42:OTHER", "SLACK_BOT_TOKEN": "another"})
    assert await asyncio.wait_for(task, 15) == 1
    assert "No platform is left" in caplog.text


async def test_a_platform_that_breaks_does_not_take_the_other_along(desk, serving, caplog, monkeypatch):
    async def breaks(desk, stop):
        raise RuntimeError("what somebody wrote")

    async def lasts(desk, stop):
        await stop.wait()

    monkeypatch.setattr(run, "platforms", lambda settings: {"Slack": breaks, "Telegram": lasts})
    task, stop = serving({})
    await logged(caplog, "Slack failed and is stopped.")
    assert not task.done()
    stop.set()
    assert await asyncio.wait_for(task, 5) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
async def test_a_signal_stops_it_cleanly(number, tokens, serving, caplog):
    task, _ = serving(tokens)
    await logged(caplog, "Telegram: connected")
    os.kill(os.getpid(), number)
    assert await asyncio.wait_for(task, 15) == 0
    assert signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler)


@pytest.mark.parametrize(
    ("env", "platforms", "missing"),
    [
        ({}, [], None),
        ({"TELEGRAM_BOT_TOKEN": "t"}, ["Telegram"], None),
        ({"SLACK_BOT_TOKEN": "b", "SLACK_APP_TOKEN": "a"}, ["Slack"], None),
        ({"SLACK_BOT_TOKEN": "b", "SLACK_SIGNING_SECRET": "s"}, ["Slack"], None),
        ({"SLACK_BOT_TOKEN": "b"}, ["Slack"], "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": "a"}, [], "SLACK_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "t", "SLACK_SIGNING_SECRET": "s"}, ["Telegram"], "SLACK_BOT_TOKEN"),
    ],
)
def test_what_is_set_decides_what_is_run(env, platforms, missing):
    settings = from_mapping(env)
    assert list(run.platforms(settings)) == platforms
    assert [missing in sentence for sentence in run.half_set(settings)] == ([True] if missing else [])


def test_every_setting_of_a_platform_reaches_it():
    settings = Settings(
        telegram_token="t", telegram_api_url="u", telegram_allowed_chats=frozenset({7}), slack_bot_token="b",
        slack_app_token="a", slack_signing_secret="s", slack_port=1, slack_api_url="v",
        slack_allowed_channels=frozenset({"C1"}),
    )  # fmt: skip
    found = run.platforms(settings)
    assert (found["Telegram"].args, found["Telegram"].keywords) == (("t",), {"api_url": "u", "allowed_chats": {7}})
    assert (found["Slack"].args, found["Slack"].keywords) == (
        ("b",),
        {"app_token": "a", "signing_secret": "s", "port": 1, "api_url": "v", "allowed_channels": {"C1"}},
    )


def test_without_tokens_and_terminal_it_says_what_to_set(tmp_path, monkeypatch):
    stand_in(monkeypatch)
    result = xinwen("run", env={"XINWEN_DB": str(tmp_path / "x.db")})
    assert (result.stdout, result.exit_code) == ("", 2) and ".env" in result.stderr
    assert StandIn.opened == []


def test_a_broken_archive_ends_it_before_anything_is_connected(tmp_path):
    (tmp_path / "x.db").write_text("something else")
    result = xinwen("run", env={"XINWEN_DB": str(tmp_path / "x.db"), **NOWHERE})
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1


def test_a_state_file_that_is_none_is_told_in_a_sentence(tmp_path, monkeypatch):
    stand_in(monkeypatch)
    (tmp_path / "x.db").touch()
    (tmp_path / "s.db").mkdir()
    env = {"XINWEN_DB": str(tmp_path / "x.db"), "XINWEN_STATE": str(tmp_path / "s.db")}
    result = xinwen("run", env=env | NOWHERE)
    assert result.exit_code == 2 and "XINWEN_STATE" in result.stderr and len(result.stderr.splitlines()) == 1


async def test_a_new_archive_is_taken_up_before_each_answer(desk, monkeypatch):
    refreshed = []
    monkeypatch.setattr(StandIn, "refresh", lambda self: refreshed.append("anew"))
    for text in ("a", "b"):
        await desk.ask("c", text, platform="terminal")
    assert refreshed == ["anew", "anew"]


# the log


def record(message, *args, error=None):
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("n", logging.INFO, "p", 1, message, args, info)


@pytest.mark.parametrize(
    "message",
    ["POST https://api.telegram.org/bot%s/getMe", "%s", "token=%s&x=1", "('%s',)"],
)
@pytest.mark.parametrize("secret", ["known-secret", f"123456:{'A' * 30}", f"xoxb-{'1' * 12}", f"xapp-{'1' * 12}"])
def test_no_line_holds_a_token(message, secret):
    settings = Settings(slack_signing_secret="known-secret")
    line = Discreet(settings.secrets).format(record(message, secret))
    assert secret not in line and "[hidden]" in line


def test_an_exception_is_logged_without_its_text():
    try:
        raise ValueError("what somebody wrote")
    except ValueError as error:
        made = record("failed", error=error)
    made.exc_text = "Traceback: what somebody wrote"  # as another handler leaves it
    line = Discreet(()).format(made)
    assert "what somebody wrote" not in line and "ValueError at test_run.py:" in line


@pytest.mark.parametrize(
    ("set_to", "level", "ours", "theirs"),
    [
        ("info", logging.INFO, logging.INFO, logging.WARNING),
        ("debug", logging.DEBUG, logging.DEBUG, logging.WARNING),
        ("error", logging.ERROR, logging.ERROR, logging.ERROR),
        ("info", None, logging.WARNING, logging.WARNING),
        ("debug", None, logging.DEBUG, logging.WARNING),
    ],
)
def test_libraries_are_never_louder_than_warnings(set_to, level, ours, theirs):
    with log_put_back():
        configure(from_mapping({"XINWEN_LOG": set_to}), level=level)
        assert logging.getLogger("handlers.run").getEffectiveLevel() == ours
        assert logging.getLogger("slack_sdk.web").getEffectiveLevel() == theirs
        assert logging.getLogger("httpx").level == logging.WARNING


def test_configuring_twice_logs_once():
    with log_put_back():
        for _ in range(2):
            configure(Settings())
        ours = [handler for handler in logging.getLogger().handlers if isinstance(handler.formatter, Discreet)]
        assert len(ours) == 1
