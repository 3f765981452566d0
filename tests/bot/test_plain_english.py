"""English as it is talked: what it becomes, what is none of it, and what it is answered with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.plainenglish import in_plain_english
from tests.bot.archives import asking, reply

SAME = ""

TURNS = (
    ("What was Merrow left with?", SAME),
    ("Which airport does it take in more passengers at?", SAME),
    ("By what percentage did Merrow's takings shoot up?", "how fast did Merrow's revenue grow?"),
    ("How much did Merrow's shares go up on Monday?", "by how much did Merrow's shares rise on Monday?"),
    ("How fast does the lift go?", SAME),
    ("What's weighing on the roof?", SAME),
    ("What prompted the move to Kyoto?", SAME),
    ("Who saw the biggest jump in sales?", SAME),
    ("Who set the price?", SAME),
    ("Who's in the seat at Merrow?", SAME),
    ("Who runs Merrow's ferries?", SAME),
    ("Did Merrow make money market funds?", SAME),
    ("What price did Merrow's stock finish at on Monday?", "where did Merrow stock close on Monday?"),
    ("what is the date of the first delivery?", SAME),
    ("What share of the market does Merrow get?", SAME),
    ("Merrow is churning out pumps", "Merrow is producing pumps"),
    ("what lessons came out of the study", SAME),
)


@pytest.mark.parametrize(("asked", "plain"), TURNS)
def test_in_plain_english(asked: str, plain: str) -> None:
    assert in_plain_english(asked) == (plain or asked)


MERROW = (
    "Merrow Ferries said on Tuesday that revenue for 2025 rose 12% to $84 million from $75 million, and net profit came to $9 million. "
    "Merrow Ferries completed the $31 million purchase of Tallis Lines in June. Finance chief Oona Reyes expects more.\n\n"
    "The Optic 3 weighs 43 grams. Merrow Ferries is based in Galway and employs 640 people."
)


@pytest.fixture(scope="module")
def merrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("merrow"), ("Quay Ledger", "2026-02-10", MERROW)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "told"),
    (
        ("By what percentage did Merrow Ferries' takings go up in 2025?", "12%"),
        ("How much did Merrow Ferries pay for Tallis Lines?", "$31 million"),
        ("What do the Optic 3 glasses tip the scales at?", "43 grams"),
        ("Where does Merrow Ferries call home?", "Galway"),
    ),
)
def test_answers(merrow: Assistant, asked: str, told: str) -> None:
    answer = reply(merrow, asked)
    assert answer.answered
    assert told in str(answer)
