"""A small stand-in assistant, and `serve` run around a test."""

from __future__ import annotations

import asyncio
import threading
from contextlib import asynccontextmanager

from local_slack import BOT_TOKEN

from bot.answer import Answer, Source
from bot.state import State
from handlers.slack.app import serve

FIGURE = Answer(
    answered=True,
    lang="zh-Hant",
    kind="fact",
    lines=("甲公司 2025 年營收 14.50–15.20 億元（預告）。",),
    sources=(Source("甲公司 & 乙公司 <觀察>", "某報", "2026-01", quote="甲公司預計營收14.50至15.20億元。"),),
    suggestions=("乙公司呢？", "甲公司虧損多少？"),
)


class StandIn:
    """Answers everything with `answer`; notes what it was asked, and in which state."""

    def __init__(self):
        self.answer, self.asked, self.states = FIGURE, [], []
        self.error = None
        self.gate = threading.Event()
        self.gate.set()

    def reply(self, text, state, lang=None):
        self.gate.wait(5)
        self.asked.append(text)
        self.states.append(state)
        if self.error:
            raise self.error
        return self.answer, State(question=text)

    def close(self):
        pass


@asynccontextmanager
async def served(slack, desk, **settings):
    """Run `serve` until the block ends, and see that it stops cleanly."""
    stop, ready = asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(serve(BOT_TOKEN, desk, stop, api_url=f"{slack.url}/api/", ready=ready, **settings))
    await asyncio.wait_for(ready.wait(), 5)
    try:
        yield task
    finally:
        stop.set()
        await asyncio.wait_for(task, 5)
