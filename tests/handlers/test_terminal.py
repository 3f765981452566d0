"""The terminal: plain lines in a pipe, colour and a prompt where a person sits, and clean ways out."""

import io
import os
import re
import select
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands_stage import FIGURE, StandIn, stand_in, xinwen
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.wording.surfaces import surface
from handlers import terminal
from handlers.desk import Desk
from handlers.memory import Memory
from handlers.terminal import Screen, Talk

HANT, EN = surface("zh-Hant"), surface("en")
CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def memory(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def desk(memory):
    made = Desk(StandIn, lambda: Memory(memory))
    yield made
    made.close()


def screen(**more):
    return Screen(Console(file=io.StringIO(), width=60, highlight=False, **more))


@pytest.fixture
def talk(desk, tmp_path):
    return Talk(desk, screen(force_terminal=False), "zh-Hant", tmp_path / "history")


async def said(talk, *typed):
    """Return what is shown for the last of `typed`."""
    for text in typed:
        shown = talk._screen.console.file
        shown.seek(0)
        shown.truncate()
        await talk.hear(text)
    return shown.getvalue()


def conversations(folder):
    """Return how many conversations the state file beside the archive remembers."""
    memory = Memory(folder / "xinwen-state.db")
    (count,) = memory._db.execute("SELECT count(*) FROM conversations").fetchone()
    memory.close()
    return count


# a pipe


@pytest.fixture
def piped(tmp_path, monkeypatch):
    stand_in(monkeypatch)
    (tmp_path / "x.db").touch()
    env = {"XDG_STATE_HOME": str(tmp_path), "XINWEN_DB": str(tmp_path / "x.db")}
    return lambda typed: xinwen("chat", typed=typed, env=env)


def test_a_pipe_gets_plain_answers_until_it_ends(piped):
    result = piped("x\r\n\n y \n")
    assert (result.stdout, result.stderr, result.exit_code) == ("|x\n\n|x|y\n\n", "", 0)


def test_a_pipe_may_leave_before_its_end(piped):
    assert piped("x\n/quit\ny\n").stdout == "|x\n\n"


def test_what_is_no_text_is_answered_all_the_same(piped):
    assert piped(b"x\xff\n").stdout == "|x\N{REPLACEMENT CHARACTER}\n\n"


def test_a_pipe_gets_no_escape_codes(piped, monkeypatch):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    result = piped("figure\n/sources\n")
    assert "\x1b" not in result.stdout and "甲公司  14.50億元" in result.stdout


# what can be typed


@pytest.mark.parametrize("number", ["1", " 1 ", "１"])
async def test_a_number_sends_the_suggestion(talk, number):
    asked = FIGURE.suggestions[0]
    assert await said(talk, "figure", number) == f"› {asked}\n|figure|{asked}\n\n"


@pytest.mark.parametrize("number", ["0", "3", "-1", "2025"])
async def test_another_number_is_a_question(talk, number):
    assert await said(talk, "figure", number) == f"|figure|{number}\n\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (["/sources"], HANT.no_answer_yet),
        (["x", "/sources"], EN.no_sources),
        (["figure", "/sources"], "> 甲公司營收14.50億元。"),
        (["/privacy"], HANT.privacy.format(forget="/forget")),
        (["x", "/privacy"], EN.privacy.format(forget="/forget")),
        (["/help"], "/forget  忘記這個對話"),
        (["/help"], "/quit"),
        (["/"], HANT.start),
        (["／help"], HANT.start),
        (["/FORGET"], HANT.forgotten),
        (["/nonsense"], HANT.unknown_command),
        (["crash"], HANT.error),
    ],
)
async def test_what_is_typed_is_done(talk, typed, shown):
    assert shown in await said(talk, *typed)


@pytest.mark.parametrize("command", ["/quit", "/exit", "/q now"])
async def test_one_can_leave(talk, command):
    assert not await talk.hear(command)
    assert await talk.hear("x")


async def test_forgetting_drops_the_conversation_and_what_was_typed(talk, tmp_path):
    (tmp_path / "history").write_text("+x\n")
    assert await said(talk, "x", "/forget", "y") == "|y\n\n"
    assert not (tmp_path / "history").exists()


async def test_a_failure_is_a_sentence_without_a_trace(talk, caplog):
    shown = await said(talk, "crash")
    assert shown == f"{HANT.error}\n"
    assert "a question could not be answered" in caplog.text


def test_a_chat_leaves_no_conversation_but_its_gaps(piped, tmp_path):
    piped("x\nnothing\n")
    memory = Memory(tmp_path / "xinwen-state.db")
    assert memory.gaps() == [("nothing", "no such subject", 1)]
    memory.close()
    assert conversations(tmp_path) == 0


# a person


def test_a_terminal_shows_everything_of_an_answer_in_colour(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = screen(force_terminal=True, color_system="standard")
    shown.show(FIGURE)
    text = shown.console.file.getvalue()
    assert "\x1b[36m1. 乙公司呢？" in text and "\x1b[2;3m" in text and "\x1b[2m來源：某報" in text
    bare = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert re.search(r"^ {4}甲公司營收14.50億元。", bare, re.MULTILINE)
    assert re.search(r"甲公司 +14.50億元", bare) and "乙公司營收9億元。" in bare


def test_no_color_is_respected(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown = screen(force_terminal=True, color_system="standard")
    shown.show(FIGURE)
    assert "\x1b[3" not in re.sub(r"\x1b\[(?:2;)?3m", "", shown.console.file.getvalue())


def test_brackets_of_an_article_are_text():
    shown = screen(force_terminal=True, color_system=None)
    shown.say("[bold]甲[/bold] :smile:")
    assert shown.console.file.getvalue() == "[bold]甲[/bold] :smile:\n"


@pytest.mark.parametrize(
    ("keys", "read"),
    [
        (f"x\r{CTRL_D}", ["x"]),
        (f"wrong{CTRL_C}right\r{CTRL_D}", ["right"]),
        (CTRL_C, []),
        (f"x\r{CTRL_C}y\r", ["x"]),
    ],
)
async def test_control_c_clears_the_line_or_leaves_and_control_d_leaves(keys, read, tmp_path):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        assert [line async for line in terminal._typed(tmp_path / "state" / "history")] == read


def test_the_history_is_its_owner_s_alone(tmp_path):
    history = terminal._history(tmp_path / "state" / "history")
    history.store_string("x")
    assert stat.S_IMODE((tmp_path / "state" / "history").stat().st_mode) == 0o600


def test_without_a_place_for_it_there_is_no_history_file(tmp_path):
    (tmp_path / "file").touch()
    terminal._history(tmp_path / "file" / "history").append_string("x")
    assert (tmp_path / "file").read_bytes() == b""


class Terminal:
    """A real terminal with `xinwen` on it."""

    def __init__(self, tmp_path, *args):
        import pty  # noqa: PLC0415 - not everywhere

        (tmp_path / "x.db").touch()
        self._end, theirs = pty.openpty()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XINWEN", "TELEGRAM", "SLACK"))}
        ours = {"XDG_STATE_HOME": str(tmp_path), "XINWEN_LANG": "en"}
        env = kept | ours | {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm"}
        command = [sys.executable, str(Path(__file__).with_name("console_stage.py")), *args, "--db", "x.db"]
        self.process = subprocess.Popen(  # noqa: S603 - ours
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=tmp_path, start_new_session=True
        )
        os.close(theirs)
        self.shown = ""

    def until(self, text, seconds=20.0):
        """Wait until `text` is shown, after what was waited for before."""
        end = time.monotonic() + seconds
        while text not in (bare := re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", self.shown)):
            assert time.monotonic() < end, f"{text!r} is not in {self.shown!r}"
            if select.select([self._end], [], [], 0.1)[0]:
                self.shown += os.read(self._end, 4096).decode("utf-8", "replace")
        self.shown = bare.partition(text)[2]

    def type(self, keys):
        os.write(self._end, keys.encode())

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self._end)


@pytest.fixture
def sit(tmp_path):
    pytest.importorskip("pty")
    opened = []
    yield lambda *args: opened.append(Terminal(tmp_path, *args)) or opened[-1]
    for one in opened:
        one.close()


@pytest.mark.parametrize("leave", [CTRL_C, CTRL_D, "/quit\r"])
def test_a_person_is_greeted_answered_and_let_go(sit, leave, tmp_path):
    terminal = sit("chat")
    terminal.until("Hello, I am Xinwen")
    terminal.until("›")
    terminal.type("x\r")
    terminal.until("|x\r\n")
    terminal.until("›")  # the prompt is there again
    terminal.type(leave)
    assert terminal.process.wait(10) == 0
    assert "Traceback" not in terminal.shown
    assert conversations(tmp_path) == 0


def test_run_without_tokens_tells_how_to_get_them_and_opens_the_chat(sit):
    terminal = sit("run")
    for name in ("TELEGRAM_BOT_TOKEN", "SLACK_BOT_TOKEN", "xinwen doctor", "Hello, I am Xinwen", "›"):
        terminal.until(name)
    terminal.type(CTRL_D)
    assert terminal.process.wait(10) == 0
