"""The terminal as a platform: a prompt with history and colour, or lines in and plain text out of a pipe."""

from __future__ import annotations

import logging
import sys
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answer import Answer
from bot.answer import Table as Rows
from bot.plain import charted, numbered, plain, source_lines
from bot.wording.surfaces import Surface, surface
from handlers.desk import Desk

log = logging.getLogger(__name__)

_PROMPT = "› "
_LISTED = ("sources", "help", "privacy", "forget")
_LEAVE = ("quit", "exit", "q")


async def chat(desk: Desk, lang: str, history: Path, console: Console | None = None) -> None:
    """Answer on the terminal until the person leaves, or line by line until a pipe ends."""
    screen = Screen(console or Console(highlight=False))
    talk = Talk(desk, screen, lang, history)
    interactive = sys.stdin.isatty() and screen.console.is_terminal
    if interactive:
        await talk.introduce()
        desk.warm()
    try:
        async for typed in _typed(history) if interactive else _lines():
            if not await talk.hear(typed):
                break
    finally:
        await desk.forget(talk.conversation)


class Talk:
    """One conversation: what was typed goes in, what is shown comes out on the screen."""

    def __init__(self, desk: Desk, screen: Screen, lang: str, history: Path) -> None:
        """Begin a new conversation; `lang` is ours until an answer tells the person's."""
        self.conversation = f"terminal:{uuid.uuid4()}"
        self._desk, self._screen, self._lang, self._history = desk, screen, lang, history
        self._last: Answer | None = None
        self._offered: tuple[str, ...] = ()

    @property
    def words(self) -> Surface:
        """Our texts in the language of the last answer."""
        return surface(self._last.lang if self._last else self._lang)

    async def introduce(self) -> None:
        """Greet, with examples that the archive itself can answer."""
        self._screen.say(self.words.start)
        apart = f"{self.conversation}:examples"  # so that nothing is inherited from it
        question = self.words.example_question
        try:
            example = await self._desk.ask(apart, question, platform="terminal", lang=self._lang)
            await self._desk.forget(apart)
        except Exception:  # one can ask without examples
            log.exception("no examples")
            return
        self._offered = example.suggestions
        self._screen.offer(example)

    async def hear(self, typed: str) -> bool:
        """Do what was typed; return whether to go on."""
        text = typed.strip()
        if text[:1] in ("/", "／"):
            return await self._obey(text[1:].split(maxsplit=1)[0].lower() if text[1:].strip() else "help")
        if text:
            await self._ask(self._meant(text))
        return True

    def _meant(self, text: str) -> str:
        """Return the suggestion that a number stands for, else the text itself."""
        if text.isdecimal() and 0 < int(text) <= len(self._offered):
            question = self._offered[int(text) - 1]
            self._screen.echo(question)
            return question
        return text

    async def _ask(self, question: str) -> None:
        try:
            answer = await self._desk.ask(self.conversation, question, platform="terminal", lang=None)
        except Exception:  # the person gets a sentence, the log the rest
            log.exception("a question could not be answered")
            self._screen.say(self.words.error)
            return
        self._last, self._offered = answer, answer.suggestions
        self._screen.show(answer)

    async def _obey(self, command: str) -> bool:
        if command in _LEAVE:
            return False
        if command == "sources":
            self._sources()
        elif command == "privacy":
            self._screen.say(self.words.privacy.format(forget="/forget"))
            self._screen.aside(str(self._history))  # what was typed, for the arrow keys
        elif command == "forget":
            await self._forget()
        elif command in ("help", "start"):
            listed = [f"/{name}  {self.words.commands[name]}" for name in _LISTED]
            self._screen.say("\n".join([self.words.start, "", *listed, "/quit"]))
        else:
            self._screen.say(self.words.unknown_command)
        return True

    def _sources(self) -> None:
        if self._last is None:
            self._screen.say(self.words.no_answer_yet)
        elif not self._last.sources:
            self._screen.say(self.words.no_sources)
        else:
            self._screen.sources(self._last)

    async def _forget(self) -> None:
        await self._desk.forget(self.conversation)
        self._history.unlink(missing_ok=True)
        said = self.words.forgotten
        self._last, self._offered = None, ()
        self._screen.say(said)


class Screen:
    """Shows answers: laid out and coloured on a terminal, as plain text elsewhere."""

    def __init__(self, console: Console) -> None:
        """Write to `console`, which knows NO_COLOR and whether it is a terminal."""
        self.console = console

    def show(self, answer: Answer) -> None:
        """Show a whole answer, and an empty line after it."""
        if not self.console.is_terminal:
            self._write(plain(answer, suggestions=True) + "\n", "")
            return
        self.console.print(Text("\n".join(answer.lines)))
        for quote in answer.quotes:
            self._block(quote)
        if answer.table:
            self.console.print(_table(charted(answer.table, self.console.width)))
        for line in source_lines(answer):
            self.aside(line)
        self.offer(answer)
        self.say("")

    def sources(self, answer: Answer) -> None:
        """Show the sources, each with the sentence it rests on."""
        for line in source_lines(answer):
            self.say(line)
        for quote in dict.fromkeys(source.quote for source in answer.sources if source.quote):
            self._block(quote)

    def offer(self, answer: Answer) -> None:
        """Show what one may ask next, numbered."""
        for line in numbered(answer):
            self._write(line, "cyan")

    def say(self, text: str) -> None:
        """Show a text of ours."""
        self._write(text, "")

    def aside(self, text: str) -> None:
        """Show something in the background."""
        self._write(text, "dim")

    def echo(self, question: str) -> None:
        """Show the question that a number stood for."""
        self._write(_PROMPT + question, "bold")

    def _block(self, quote: str) -> None:
        if self.console.is_terminal:
            self.console.print(Padding(Text(quote, style="dim italic"), (0, 2, 0, 4)))
        else:
            self._write(f"> {quote}", "")

    def _write(self, text: str, style: str) -> None:
        if self.console.is_terminal:
            self.console.print(Text(text, style=style))
        else:
            click.echo(text, file=self.console.file)


def _table(data: Rows) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for cell in data.header:
        table.add_column(Text(cell))
    for row in data.rows:
        table.add_row(*map(Text, row))
    return table


async def _lines() -> AsyncIterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace")


async def _typed(history: Path) -> AsyncIterator[str]:
    """Yield what is typed until Ctrl-D, or Ctrl-C on an empty line."""
    session = _session(history, None)
    while True:
        try:
            yield await session.prompt_async()
        except (EOFError, KeyboardInterrupt):
            return
        session = _session(history, session)


def _session(path: Path, last: PromptSession[str] | None) -> PromptSession[str]:
    """Return the prompt; a new one, that remembers nothing, when /forget took the history away."""
    if last and (path.exists() or not isinstance(last.history, FileHistory)):
        return last
    return PromptSession(_PROMPT, history=_history(path), key_bindings=_keys())


def _history(path: Path) -> History:
    """Return the history kept at `path`, readable by its owner alone; in memory where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(path)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=EOFError, style="class:exiting")

    return keys

