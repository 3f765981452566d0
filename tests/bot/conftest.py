"""An assistant for each module of tests, over its own articles or over one archive of the seeds, made once a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.assistant import Assistant
from kb import make
from tests.bot.archives import written

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "seeds.db"
    make.build([_ROOT / "seeds"], path)
    return path


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the ARTICLES of the test's module, or over the seeds where it has none."""
    articles = getattr(request.module, "ARTICLES", ())
    path = written(tmp_path_factory.mktemp("articles"), *articles) if articles else request.getfixturevalue("seeds_archive")
    with closing(Assistant.open(path)) as opened:
        yield opened
