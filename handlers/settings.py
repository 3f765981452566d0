"""The settings: read once from a mapping, complaining by name. Leaves out where the mapping comes from."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kb import lazy

LANGS = ("zh-Hant", "zh-Hans", "en")
LEVELS = ("debug", "info", "warning", "error")
_SEPARATORS = lazy.compile(r"[,，、;\s]+")
_CHAT = lazy.compile(r"-?\d{1,19}")
_CHANNEL = lazy.compile(r"[CGDUW][A-Z0-9]{2,}")

VARIABLES = (
    "XINWEN_DB",
    "XINWEN_STATE",
    "XINWEN_LANG",
    "XINWEN_LOG",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "TELEGRAM_ALLOWED_CHATS",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_PORT",
    "SLACK_API_URL",
    "SLACK_ALLOWED_CHANNELS",
)


class SettingsError(Exception):
    """A setting cannot be used; `str()` is one sentence that names it and never shows a secret."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Tokens are left out of `repr`, so that no log line can hold one."""

    db: Path = Path("xinwen.db")
    state: Path = Path("xinwen-state.db")
    lang: str = "zh-Hant"  # for messages that do not tell their language
    log_level: int = logging.INFO
    telegram_token: str | None = field(default=None, repr=False)
    telegram_api_url: str | None = None
    telegram_allowed_chats: frozenset[int] = frozenset()
    slack_bot_token: str | None = field(default=None, repr=False)
    slack_app_token: str | None = field(default=None, repr=False)
    slack_signing_secret: str | None = field(default=None, repr=False)
    slack_port: int = 3000
    slack_api_url: str | None = None
    slack_allowed_channels: frozenset[str] = frozenset()

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        kept = (self.telegram_token, self.slack_bot_token, self.slack_app_token, self.slack_signing_secret)
        return tuple(secret for secret in kept if secret)


def from_mapping(env: Mapping[str, str]) -> Settings:
    """Return the settings in `env`; an empty value is no value. Raises SettingsError.

    >>> from_mapping({"XINWEN_DB": "news/a.db"}).state.as_posix()
    'news/xinwen-state.db'
    """
    given = _Given(env)
    db = Path(given.text("XINWEN_DB") or "xinwen.db").expanduser()
    state = Path(given.text("XINWEN_STATE") or db.with_name("xinwen-state.db")).expanduser()
    if state.absolute() == db.absolute():
        raise SettingsError("XINWEN_STATE must be another file than XINWEN_DB.")
    return Settings(
        db=db,
        state=state,
        lang=given.choice("XINWEN_LANG", LANGS, "zh-Hant"),
        log_level=logging.getLevelNamesMapping()[given.choice("XINWEN_LOG", LEVELS, "info").upper()],
        telegram_token=given.secret("TELEGRAM_BOT_TOKEN"),
        telegram_api_url=given.address("TELEGRAM_API_URL"),
        telegram_allowed_chats=frozenset(
            int(chat) for chat in given.ids("TELEGRAM_ALLOWED_CHATS", _CHAT, "numbers such as -1001234")
        ),
        slack_bot_token=given.secret("SLACK_BOT_TOKEN"),
        slack_app_token=given.secret("SLACK_APP_TOKEN"),
        slack_signing_secret=given.secret("SLACK_SIGNING_SECRET"),
        slack_port=given.port("SLACK_PORT", 3000),
        slack_api_url=given.address("SLACK_API_URL"),
        slack_allowed_channels=frozenset(
            given.ids("SLACK_ALLOWED_CHANNELS", _CHANNEL, "ids such as C0123 or U0123, not names")
        ),
    )


class _Given(NamedTuple):
    env: Mapping[str, str]

    def text(self, name: str) -> str | None:
        return self.env.get(name, "").strip() or None

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        text = self.text(name) or default
        for choice in choices:
            if choice.lower() == text.lower():
                return choice
        raise SettingsError(f"{name} must be {', '.join(choices[:-1])} or {choices[-1]}, not {text!r}.")

    def secret(self, name: str) -> str | None:
        text = self.text(name)
        if text and not re.fullmatch(r"[!-~]+", text):  # it goes into a header or an address
            raise SettingsError(f"{name} holds a space or a character that no token has: copy it again.")
        return text

    def address(self, name: str) -> str | None:
        text = self.text(name)
        if text and not re.match(r"https?://[^\s/]", text):
            raise SettingsError(f"{name} must begin with http:// or https://.")
        return text

    def port(self, name: str, default: int) -> int:
        text = self.text(name) or str(default)
        if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) < 65536:
            raise SettingsError(f"{name} must be a number from 1 to 65535, not {text!r}.")
        return int(text)

    def ids(self, name: str, form: re.Pattern[str], wanted: str) -> list[str]:
        found = [part for part in _SEPARATORS.split(self.text(name) or "") if part]
        for part in found:
            if not form.fullmatch(part):
                raise SettingsError(f"{name} holds {wanted}, separated by commas; {part!r} is none.")
        return found
