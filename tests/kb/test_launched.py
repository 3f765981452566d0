"""Which product an article launches, and which it only holds that against."""

from __future__ import annotations

import pytest

from kb.launches import held_against
from kb.text import fold, stem


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Tarnvik unveiled the Pebble 4, the successor to its best-selling Pebble 3.", "Pebble 3", True),
        ("Weight: 310 grams (Pebble 3: 355 grams)", "Pebble 3", True),
        ("It costs $449, up from $379 for the Pebble 3.", "Pebble 3", True),
        ("容量較上一代V20提升七成", "V20", True),
        ("The Pebble 4 weighs 310 grams.", "Pebble 4", False),
        ("Its predecessor, the Pebble 3, sold well.", "Pebble 3", False),
        ("發表新一代吸塵器V30", "V30", False),
    ],
)
def test_what_is_only_held_against(text: str, name: str, expected: bool) -> None:
    assert held_against(fold(text), text.index(name)) is expected


@pytest.mark.parametrize(("british", "american"), [("colours", "color"), ("centre", "centers"), ("litres", "liter"), ("kilometres", "kilometer"), ("travelled", "traveled"), ("harbour", "harbor")])
def test_british_and_american_spellings_are_one_word(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize("word", ["hour", "hours", "four", "tour", "pour", "flour"])
def test_other_words_on_our_stay(word: str) -> None:
    assert stem(word).rstrip("s").endswith("our")
