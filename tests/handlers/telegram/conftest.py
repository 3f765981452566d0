"""The bot, run for real against the server of `telegram_api`, over a stand-in for the assistant."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from telegram_api import TOKEN, FakeApi

from bot.answer import Answer
from bot.state import State
from handlers.desk import Desk
from handlers.memory import Memory
from handlers.telegram import app, outbox

Run = Callable[..., AbstractAsyncContextManager[Desk]]


class Clerk:
    """Stands in for the assistant: answers from a table, else repeats what was asked."""

    def __init__(self, answers: dict[str, Answer | Exception] | None = None, seconds: float = 0) -> None:
        self.answers, self.seconds = answers or {}, seconds
        self.asked: list[tuple[str, str | None]] = []

    def reply(self, text: str, state: State, lang: str | None = None) -> tuple[Answer, State]:
        self.asked.append((text, lang))
        time.sleep(self.seconds)
        answer = self.answers.get(text) or Answer(True, lang or "en", "fact", (f"you asked: {text}",))
        if isinstance(answer, Exception):
            raise answer
        return answer, State(question=f"{state.question or ''}{text}|")

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits that are meant for people and networks, shortened."""
    monkeypatch.setattr(app, "_PACE", 0.001)
    monkeypatch.setattr(outbox, "RETRY_AFTER", 0.01)


@pytest.fixture
async def api() -> AsyncIterator[FakeApi]:
    server = FakeApi()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
def run(api: FakeApi) -> Run:
    """Return a context in which the bot is running; when it ends, everything sent was processed."""

    @asynccontextmanager
    async def running(clerk: Clerk, **more: Any) -> AsyncIterator[Desk]:
        desk = Desk(lambda: clerk, lambda: Memory(":memory:"))
        stop, ready = asyncio.Event(), asyncio.Event()
        task = asyncio.create_task(app.serve(TOKEN, desk, stop, api_url=api.url, ready=ready, **more))
        try:
            await asyncio.wait_for(ready.wait(), 5)
            yield desk
        finally:
            stop.set()
            await asyncio.wait_for(task, 8)
            desk.close()

    return running
