"""A desk with a small stand-in assistant, and Slack served to it over Socket Mode or HTTP."""

from __future__ import annotations

import socket

import pytest
from local_slack import APP_TOKEN, SECRET, LocalSlack
from slack_stage import StandIn, served

from handlers.desk import Desk
from handlers.memory import Memory
from handlers.slack import pace


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Loopback needs no proxy, and one test alone measures the pace."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pace, "INTERVAL", 0.0)


@pytest.fixture
def bot():
    return StandIn()


@pytest.fixture
def desk(bot):
    made = Desk(lambda: bot, lambda: Memory(":memory:"))
    yield made
    made.close()


@pytest.fixture
async def slack():
    async with LocalSlack().running() as made:
        yield made


@pytest.fixture
async def by_socket(slack, desk):
    async with served(slack, desk, app_token=APP_TOKEN):
        yield slack


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
async def by_http(slack, desk, port):
    """The address Slack's requests go to."""
    async with served(slack, desk, signing_secret=SECRET, port=port):
        yield f"http://127.0.0.1:{port}/slack/events"
