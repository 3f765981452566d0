"""`xinwen doctor` says in plain words what is well and what is to mend, and changes nothing."""

import importlib
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from commands_stage import xinwen

from handlers import doctor
from handlers.doctor import MEND, NOTE, OK, examine
from handlers.settings import Settings
from kb import make

HERE = Path(__file__).parent
ARTICLE = "---\ntitle: 甲公司的一年\n---\n\n甲公司2025年營收為14.50億元。\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    (folder / "one.md").write_text(ARTICLE, encoding="utf-8")
    make.build([folder / "one.md"], folder / "x.db")
    return folder / "x.db"


@pytest.fixture
def settings(built, tmp_path):
    return Settings(db=built, state=tmp_path / "s.db")


@pytest.fixture
async def telegram(monkeypatch):
    monkeypatch.syspath_prepend(HERE / "telegram")
    server = importlib.import_module("telegram_api").FakeApi()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def slack(monkeypatch):
    monkeypatch.syspath_prepend(HERE / "slack")
    async with importlib.import_module("local_slack").LocalSlack().running() as server:
        yield server


def marks(findings, about):
    return [finding.mark for finding in findings if about in finding.text]


async def test_all_is_well_without_tokens(settings, tmp_path):
    findings = await examine(settings)
    assert {finding.mark for finding in findings} == {OK, NOTE}
    said = "\n".join(finding.text for finding in findings)
    for words in ("Python 3.", "click ", "articles 1, sentences 1,", "TELEGRAM_BOT_TOKEN", "SLACK_BOT_TOKEN"):
        assert words in said
    assert list(tmp_path.iterdir()) == []


def test_the_exit_status_tells(built, tmp_path):
    well = xinwen("doctor", "--db", built)
    assert well.exit_code == 0 and well.stdout.endswith("All is well.\n")
    ill = xinwen("doctor", "--db", tmp_path / "nothing.db")
    assert ill.exit_code == 1 and "xinwen build" in ill.stdout and "Traceback" not in ill.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\x00" + bytes(200)])
async def test_a_file_that_is_no_archive_is_to_mend(settings, tmp_path, content):
    (tmp_path / "bad.db").write_bytes(content)
    assert marks(await examine(replace(settings, db=tmp_path / "bad.db")), "bad.db") == [MEND]


async def test_an_archive_of_another_version_of_the_program_is_to_mend(settings, monkeypatch):
    assert marks(await examine(settings), "another version") == []
    monkeypatch.setattr("kb.fingerprint.program", lambda: "0" * 16)
    assert marks(await examine(settings), "another version") == [MEND]


async def test_a_state_file_that_can_be_written_is_well(settings):
    sqlite3.connect(settings.state).close()
    assert marks(await examine(settings), "can be written") == [OK]


async def test_a_state_file_that_is_none_is_to_mend(settings):
    settings.state.write_text("no database, but text that is long enough to be looked at as one " * 9)
    assert marks(await examine(settings), "XINWEN_STATE") == [MEND]


async def test_a_state_without_its_folder_is_to_mend(settings, tmp_path):
    assert marks(await examine(replace(settings, state=tmp_path / "no" / "s.db")), "State file") == [MEND]


async def test_half_a_setting_is_to_mend(settings):
    assert marks(await examine(replace(settings, slack_app_token="a")), "SLACK_BOT_TOKEN") == [MEND]


async def test_missing_libraries_are_to_mend(settings, monkeypatch):
    monkeypatch.setattr(doctor, "requires", lambda name: ["click>=8", "no-such-library>=1", 'x; extra == "dev"'])
    assert marks(await examine(settings), "no-such-library") == [MEND]


async def test_telegram_is_asked(settings, telegram):
    token = sys.modules["telegram_api"].TOKEN
    set_up = replace(settings, telegram_token=token, telegram_api_url=telegram.url)
    found = await examine(set_up)
    assert (marks(found, "the token works"), marks(found, "Privacy mode is on")) == ([OK], [NOTE])
    telegram.me |= {"can_read_all_group_messages": True, "can_join_groups": False}
    telegram.webhook = "https://x.example/hook"
    found = await examine(set_up)
    assert marks(found, "Privacy mode is off") == [OK]
    assert marks(found, "x.example") + marks(found, "/setjoingroups") == [MEND, MEND]
    assert token not in str(found)
    found = await examine(replace(set_up, telegram_token="42:OTHER"))
    assert marks(found, "Telegram:") == [MEND]


async def test_slack_is_asked(settings, slack):
    local = sys.modules["local_slack"]
    tokens = {"slack_bot_token": local.BOT_TOKEN, "slack_app_token": local.APP_TOKEN}
    set_up = replace(settings, slack_api_url=f"{slack.url}/api/", **tokens)
    found = await examine(set_up)
    assert (marks(found, "Slack: the token works"), marks(found, "Socket Mode works")) == ([OK], [OK])
    slack.scopes = "chat:write,files:write"
    found = await examine(set_up)
    assert marks(found, "is missing") == [MEND] * 5 and marks(found, "does not need") == [NOTE]
    found = await examine(replace(set_up, slack_bot_token="another", slack_app_token="another"))
    assert marks(found, "Slack") == [MEND, MEND]
