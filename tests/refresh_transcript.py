"""What the documents show is what the program says: finds their transcripts, and writes them anew.

In README.md and docs/, a fenced block of "text" that begins with "› " is a conversation: each such line
is a question, what follows is its answer. One that begins with "$ xinwen ask" is that command with its
output. Everything else is prose and left alone.

    python -m tests.refresh_transcript     (from the project's folder) brings every such block up to date
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner

from bot.answer import Answer
from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State
from handlers.__main__ import main as xinwen
from kb.make import build

ROOT = Path(__file__).parents[1]
ASKED = "› "  # the terminal's own prompt; "> " begins a quotation
COMMAND = "$ xinwen ask "
_BLOCK = re.compile(rf"(?<=^```text\n)(?:{re.escape(ASKED)}|{re.escape(COMMAND)}).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def documents() -> list[Path]:
    """Return the files that may hold transcripts."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(document: Path) -> list[str]:
    """Return the transcripts of a document, as they stand in it."""
    return _BLOCK.findall(document.read_text(encoding="utf-8"))


def questions(block: str) -> list[str]:
    """Return what is asked in a conversation; nothing for a command."""
    return [line.removeprefix(ASKED) for line in block.splitlines() if line.startswith(ASKED)]


def answers(asked: list[str], db: Path) -> Iterator[tuple[str, Answer]]:
    """Yield each question of one conversation with what the assistant answers."""
    state = State()
    with closing(Assistant.open(db)) as assistant:
        for question in asked:
            answer, state = assistant.reply(question, state)
            yield question, answer


def fresh(block: str, db: Path) -> str:
    """Return a transcript as it should stand: the same questions, and what the archive `db` answers."""
    if not block.startswith(ASKED):
        return _output(block.splitlines()[0], db)
    return "\n".join(f"{ASKED}{question}\n{plain(answer)}\n" for question, answer in answers(questions(block), db))


def archive(folder: Path) -> Path:
    """Build the archive of the articles that come with the program, and return its file."""
    db = folder / "xinwen.db"
    build([ROOT / "seeds"], db)
    return db


def refresh() -> list[str]:
    """Write every transcript anew; return the names of the documents that changed."""
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        db = archive(Path(folder))
        for document in documents():
            old = document.read_text(encoding="utf-8")
            new = _BLOCK.sub(lambda found: fresh(found[0], db), old)
            if new != old:
                document.write_text(new, encoding="utf-8")
                changed.append(document.relative_to(ROOT).as_posix())
    return changed


def _output(line: str, db: Path) -> str:
    arguments = shlex.split(line.removeprefix("$ xinwen "))
    done = CliRunner().invoke(xinwen, arguments, obj={"XINWEN_DB": str(db)})
    return f"{line}\n{done.stdout}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(refresh()) + "\n")
