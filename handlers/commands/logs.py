"""The log: ours at the level that is set, the libraries' warnings; no token, and nothing of what people wrote."""

from __future__ import annotations

import logging
from copy import copy
from types import TracebackType

from handlers.settings import Settings
from handlers.traces import way
from kb import lazy

_OURS = ("bot", "handlers", "kb")
_HIDDEN = "[hidden]"
# Tokens of Telegram and Slack as they look, also such as are in no setting.
_TOKENS = lazy.compile(r"(?<!\d)\d{5,}:[\w-]{20,}|xox[a-z](?:\.xox[a-z])?-[\w-]{8,}|xapp-[\w-]{8,}")
_SHORTEST = 8  # characters; what is shorter is no secret, and hiding it would garble every line

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def configure(settings: Settings, level: int | None = None) -> None:
    """Log to standard error. `level` for our own records; without it only warnings, or all when debugging.

    The libraries keep to warnings at any level: below that they log addresses that hold tokens
    (httpx) and what people wrote (slack_sdk, telegram).
    """
    if level is None:
        chosen = settings.log_level
        level = chosen if chosen < logging.INFO else max(chosen, logging.WARNING)
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(settings.secrets))
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h.formatter, Discreet)]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(max(level, logging.WARNING))
    logging.getLogger("httpx").setLevel(logging.WARNING)  # said by name: a library may have set its own
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


class Discreet(logging.Formatter):
    """One line a record, tokens hidden, and of an exception its kind and way but not its text."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        """Hide `secrets`, wherever they stand, besides whatever looks like a token."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = [secret for secret in secrets if len(secret) >= _SHORTEST]

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; everything that is written passes here."""
        own = copy(record)
        own.exc_text = None  # another handler's rendering of the exception, with its text
        text = super().format(own)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKENS.sub(_HIDDEN, text)

    def formatException(self, ei: ExcInfo) -> str:
        """Return where it happened. An exception's own text may quote a message or an address."""
        kind, _, raised = ei
        return f"  [{kind.__name__ if kind else 'no exception'} at {way(raised)}]"
