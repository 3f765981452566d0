"""Questions to measure with: from a file, or made from what an archive holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bench.measure import timed

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.state import State

Conversation = tuple[str, ...]  # the turns of one conversation, in order

_GREETINGS = (("你好", "zh-Hant"), ("你好", "zh-Hans"), ("Hello", "en"))
_MOST_FIGURES = 40


class Reply(Protocol):
    """What answers one message: `Assistant.reply`."""

    def __call__(self, text: str, state: State, lang: str | None = None) -> tuple[Answer, State]: ...


def from_file(path: Path) -> list[Conversation]:
    """Return the "turns" of each JSON line. Raises ValueError where a line has none."""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        turns = json.loads(line).get("turns")
        if not turns or not all(isinstance(turn, str) for turn in turns):
            raise ValueError(f'{path}:{number}: "turns" must be a list of at least one text')
        out.append(tuple(turns))
    return out


def offered(db: Path) -> list[Conversation]:
    """Return questions an archive can be asked, made from what it holds.

    They are the program's own examples in each language, and up to forty subjects with a measure that there
    are figures of, as one types them into a search box.
    """
    from bot.assistant import Assistant  # noqa: PLC0415 - the measuring process itself must stay small
    from bot.state import State  # noqa: PLC0415

    with closing(Assistant.open(db)) as assistant:
        examples = [q for text, lang in _GREETINGS for q in assistant.reply(text, State(), lang)[0].suggestions]
    return [(question,) for question in dict.fromkeys([*examples, *_figures(db)])]


def _figures(db: Path) -> Iterator[str]:
    from bot.evidence import Evidence  # noqa: PLC0415 - see above
    from kb.library import Library  # noqa: PLC0415

    with closing(Library(db)) as library:
        pairs = dict.fromkeys((fact.subject, fact.measure) for fact in library.archive.facts())
        step = max(1, len(pairs) // _MOST_FIGURES)  # from the whole archive, not its first article alone
        for subject, measure in list(pairs)[::step][:_MOST_FIGURES]:
            for _, lang in _GREETINGS:
                evidence = Evidence(library, lang)
                yield f"{evidence.name(subject)} {evidence.label(measure)}"


def to_file(path: Path, asked: Sequence[Conversation]) -> None:
    """Write conversations as `from_file` reads them."""
    path.write_text("".join(json.dumps({"turns": turns}, ensure_ascii=False) + "\n" for turns in asked), encoding="utf-8")


def ask_all(reply: Reply, asked: Sequence[Conversation]) -> list[float]:
    """Hold each conversation from its beginning; return the seconds of every answer."""
    from bot.state import State  # noqa: PLC0415 - the measuring process itself must stay small

    took = []
    for turns in asked:
        state = State()
        for turn in turns:
            seconds, (_, state) = timed(reply, turn, state)
            took.append(seconds)
    return took
