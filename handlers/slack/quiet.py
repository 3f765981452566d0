"""What may be written to the log: what happened and where, never what people wrote, nor a secret.

Bolt logs the body of a rejected request, and the libraries' exceptions quote addresses that hold a
one-time ticket. So every library logs through `LIBRARY`, which keeps the head of a message only,
and our own failures are logged by `failure` without the exception's text.
"""

from __future__ import annotations

import logging

from slack_sdk.errors import SlackApiError

from handlers.traces import way
from kb import lazy

log = logging.getLogger(__name__)
_CUT = lazy.compile(r"[(:{\n]")  # after these the libraries put values: bodies, signatures, addresses
_NOISE = ("will be unused.", "will be ignored.")  # Bolt found a token in the environment and has no use for it
_CODE = lazy.compile(r"[a-z_]{1,60}")


class SlackStartError(RuntimeError):
    """Slack cannot be used as it is set up; the text says in plain words what to mend."""


class Discreet(logging.Filter):
    """Keeps a library's message up to its first value, and an exception's name without its text."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it through."""
        if record.getMessage().endswith(_NOISE):
            return False
        head = _CUT.split(record.getMessage(), maxsplit=1)[0].strip()
        name = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.msg = f"{head} [{name}]" if name else head
        record.args = ()
        record.exc_info = record.exc_text = None
        return True


def library_logger() -> logging.Logger:
    """Return the logger handed to Bolt and the SDK. Its level is fixed: at DEBUG they log every body."""
    logger = logging.getLogger("handlers.slack.library")
    logger.setLevel(logging.INFO)
    if not logger.filters:
        logger.addFilter(Discreet())
    return logger


def error_code(error: BaseException) -> str:
    """Return Slack's own code for an error ("invalid_blocks"), or "" where there is none."""
    if not isinstance(error, SlackApiError):
        return ""
    try:
        code = str(error.response["error"])
    except (KeyError, TypeError):  # an answer that was no JSON
        return ""
    return code if _CODE.fullmatch(code) else ""


def failure(what: str, error: BaseException) -> None:
    """Log that `what` failed: kind of error, Slack's code and the way there, without any text of it."""
    log.error("%s: %s %s [%s]", what, type(error).__name__, error_code(error), way(error.__traceback__))
