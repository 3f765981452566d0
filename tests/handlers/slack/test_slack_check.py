"""The manifest asks for no more than is used, and `check` tells in plain words what to mend."""

from pathlib import Path

import pytest
import yaml
from local_slack import APP_TOKEN, BOT_TOKEN

from handlers.slack.check import SCOPES, check

MANIFEST = yaml.safe_load((Path(__file__).parents[3] / "slack-manifest.yaml").read_text(encoding="utf-8"))


def test_the_manifest_has_the_scopes_that_are_checked_for():
    assert sorted(MANIFEST["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)


def test_the_manifest_switches_on_what_is_used():
    settings, features = MANIFEST["settings"], MANIFEST["features"]
    assert settings["socket_mode_enabled"] and settings["interactivity"]["is_enabled"]
    events = {"app_mention", "message.im", "message.channels", "message.groups"}
    assert set(settings["event_subscriptions"]["bot_events"]) == events
    assert [slash["command"] for slash in features["slash_commands"]] == ["/xinwen"]
    home = features["app_home"]
    assert home["messages_tab_enabled"] and not home["messages_tab_read_only_enabled"]


async def test_all_is_well(slack):
    findings = await check(BOT_TOKEN, APP_TOKEN, f"{slack.url}/api/")
    assert findings == ["Slack: the token works, the bot is xinwen in the workspace Team.", "Socket Mode works."]


@pytest.mark.parametrize("scope", SCOPES)
async def test_a_missing_scope_is_named(slack, scope):
    slack.scopes = ",".join(s for s in SCOPES if s != scope)
    [_, finding] = await check(BOT_TOKEN, None, slack.url + "/api")
    assert scope in finding and "missing" in finding


async def test_a_scope_too_many_is_named(slack):
    slack.scopes += ",users:read"
    [_, finding] = await check(BOT_TOKEN, None, slack.url + "/api")
    assert "users:read" in finding


async def test_refused_tokens_are_named(slack):
    [finding] = await check("wrong", None, slack.url + "/api")
    assert "refused (invalid_auth)" in finding and "wrong" not in finding
    assert "connections:write" in (await check(BOT_TOKEN, "wrong", slack.url + "/api"))[-1]


async def test_a_slack_out_of_reach_is_said():
    [finding] = await check(BOT_TOKEN, None, "http://127.0.0.1:9/api")
    assert "cannot be reached" in finding
