"""The `xinwen` command run in this process, over a stand-in for the assistant; the log is put back afterwards."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import ClassVar

from click.testing import CliRunner

from bot.answer import Answer, Source, Table
from bot.state import State
from handlers.__main__ import main

FIGURE = Answer(
    answered=True,
    lang="zh-Hant",
    kind="compare",
    lines=("甲公司營收14.50億元。", "乙公司營收9億元。"),
    quotes=("甲公司營收14.50億元。",),
    table=Table(("公司", "營收"), (("甲公司", "14.50億元"), ("AB", "9億元"))),
    sources=(Source("甲的一年", "某報", "2026-01", quote="甲公司營收14.50億元。", url="https://x.example/1"),),
    suggestions=("乙公司呢？", "甲公司虧損多少？"),
    facts=({"subject": "甲公司", "value": "14.50億元"},),
    explanation=("subjects: 甲公司",),
)
REFUSAL = Answer(False, "en", "refusal", ("These articles do not say.",), gap="no such subject")


class StandIn:
    """Answers from `known`, else repeats what was asked and what was asked before."""

    known: ClassVar = {"figure": FIGURE, "nothing": REFUSAL}
    opened: ClassVar = []
    warmed = False

    @classmethod
    def open(cls, path, default_lang="zh-Hant"):
        cls.opened.append((str(path), default_lang))
        return cls()

    def reply(self, text, state, lang=None):
        if text == "crash":
            raise ValueError(f"cannot read {text}: secret words")
        said = f"{state.question or ''}|{text}"
        return self.known.get(text) or Answer(True, lang or "en", "fact", (said,)), State(question=said)

    def refresh(self):
        pass

    def warm(self):
        self.warmed = True

    def close(self):
        pass


def stand_in(monkeypatch):
    """Put the stand-in where the commands find the assistant."""
    monkeypatch.setattr("handlers.commands.ask.Assistant", StandIn)
    monkeypatch.setattr("handlers.commands.desk.Assistant", StandIn)
    monkeypatch.setattr(StandIn, "opened", [])


def xinwen(*args, env=None, typed=None):
    """Run the command with `env` as its environment; fail if anything but a status came out of it."""
    with log_put_back():
        result = CliRunner().invoke(main, [str(arg) for arg in args], obj=dict(env or {}), input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@contextmanager
def log_put_back():
    names = (None, "bot", "handlers", "kb", "httpx")
    kept = [(logging.getLogger(name), logging.getLogger(name).level) for name in names]
    handlers = list(logging.getLogger().handlers)
    try:
        yield
    finally:
        logging.getLogger().handlers[:] = handlers
        for logger, level in kept:
            logger.setLevel(level)
