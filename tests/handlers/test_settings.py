"""Settings are read once, complain by name in one sentence, and never show a secret."""

import logging
from pathlib import Path

import pytest

from handlers.__main__ import environment
from handlers.settings import Settings, SettingsError, from_mapping

SECRETS = {
    "TELEGRAM_BOT_TOKEN": "1:telegram-token",
    "SLACK_BOT_TOKEN": "slack-bot-token",
    "SLACK_APP_TOKEN": "slack-app-token",
    "SLACK_SIGNING_SECRET": "slack-secret",
}


def test_nothing_set_gives_the_defaults():
    assert from_mapping({}) == Settings()
    assert from_mapping({"XINWEN_LANG": " ", "SLACK_PORT": ""}) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("XINWEN_DB", "news/a.db", "db", Path("news/a.db")),
        ("XINWEN_DB", "news/a.db", "state", Path("news/xinwen-state.db")),
        ("XINWEN_DB", "~/a.db", "db", Path("~/a.db").expanduser()),
        ("XINWEN_STATE", "s.db", "state", Path("s.db")),
        ("XINWEN_LANG", "EN", "lang", "en"),
        ("XINWEN_LANG", "zh-hans", "lang", "zh-Hans"),
        ("XINWEN_LOG", "DEBUG", "log_level", logging.DEBUG),
        ("TELEGRAM_BOT_TOKEN", " 1:t ", "telegram_token", "1:t"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:1", "telegram_api_url", "http://127.0.0.1:1"),
        ("TELEGRAM_ALLOWED_CHATS", "7, -1001，8", "telegram_allowed_chats", {7, -1001, 8}),
        ("SLACK_PORT", "8080", "slack_port", 8080),
        ("SLACK_ALLOWED_CHANNELS", "C01,U02", "slack_allowed_channels", {"C01", "U02"}),
    ],
)
def test_a_value_is_read(name, value, field, read):
    assert getattr(from_mapping({name: value}), field) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("XINWEN_LANG", "fr"),
        ("XINWEN_LOG", "loud"),
        ("XINWEN_STATE", "xinwen.db"),
        ("TELEGRAM_API_URL", "api.example.org"),
        ("TELEGRAM_ALLOWED_CHATS", "@news"),
        ("SLACK_API_URL", "ftp://x"),
        ("SLACK_PORT", "0"),
        ("SLACK_PORT", "65536"),
        ("SLACK_PORT", "http"),
        ("SLACK_ALLOWED_CHANNELS", "#general"),
        *((name, "two words") for name in SECRETS),
        ("SLACK_BOT_TOKEN", "xoxb-…"),
    ],
)
def test_a_complaint_names_the_setting_in_one_sentence(name, value):
    with pytest.raises(SettingsError) as caught:
        from_mapping({name: value})
    said = str(caught.value)
    assert name in said and said.endswith(".") and "\n" not in said
    assert name not in SECRETS or value not in said


def test_secrets_are_never_shown():
    settings = from_mapping(SECRETS)
    assert set(settings.secrets) == set(SECRETS.values())
    assert not [secret for secret in SECRETS.values() if secret in f"{settings} {settings!r}"]


def test_the_environment_goes_before_the_file(tmp_path, monkeypatch):
    lines = ["XINWEN_LANG=en", "XINWEN_LOG=debug", "SLACK_SIGNING_SECRET=a$HOME", "EMPTY"]
    (tmp_path / ".env").write_text("\n".join(lines))
    monkeypatch.setenv("XINWEN_LANG", "zh-Hans")
    read = environment(tmp_path / ".env")
    names = ("XINWEN_LANG", "XINWEN_LOG", "SLACK_SIGNING_SECRET")
    assert [read[name] for name in names] == ["zh-Hans", "debug", "a$HOME"]


def test_without_a_file_there_is_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("XINWEN_LANG", "en")
    assert environment(tmp_path / ".env")["XINWEN_LANG"] == "en"


def test_a_file_that_is_no_text_is_told_in_a_sentence(tmp_path):
    (tmp_path / ".env").write_bytes(b"A=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        environment(tmp_path / ".env")
