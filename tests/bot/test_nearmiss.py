"""What is almost in the archive is refused, and what is there is not: questions made from the archive itself."""

from pathlib import Path

import pytest

from kb import make
from tests.nearmiss import measured

ROOT = Path(__file__).parents[1]
AT_LEAST = 150  # near-misses, in all archives together
FALSE, REFUSED = 0.01, 0.03


@pytest.fixture(scope="module")
def archives(seeds_archive, tmp_path_factory):
    paths = [seeds_archive]
    for letter in "abc":
        path = tmp_path_factory.mktemp("near") / f"{letter}.db"
        make.build(sorted((ROOT / "articles").glob(f"{letter}[0-9]*.md")), path)
        paths.append(path)
    return paths


def test_near_misses_are_refused_and_what_is_there_is_told(archives):
    found = [measured(str(path)) for path in archives]
    false, asked = [q for f, _, _, _ in found for q in f], sum(n for _, n, _, _ in found)
    refused, there = [q for _, _, r, _ in found for q in r], sum(n for _, _, _, n in found)
    assert asked >= AT_LEAST
    assert len(false) <= FALSE * asked, false
    assert len(refused) <= REFUSED * there, refused
