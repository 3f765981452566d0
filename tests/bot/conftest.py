"""One archive of the seeds for all conversations, made once a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from kb import make

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "seeds.db"
    make.build([_ROOT / "seeds"], path)
    return path


@pytest.fixture(scope="session")
def assistant(seeds_archive: Path) -> Iterator[Assistant]:
    opened = Assistant.open(seeds_archive)
    yield opened
    opened.close()
