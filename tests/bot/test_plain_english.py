"""English as it is talked: what it becomes, what is none of it, and what it is answered with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.plainenglish import in_plain_english
from bot.spoken import written
from tests.bot.archives import asking, reply

SAME = ""

TURNS = (
    ("How much was Merrow left with for 2025 once tax had been paid?", "what was Merrow's net profit for 2025?"),
    ("What did Merrow keep after tax?", "what was Merrow's net profit?"),
    ("What was Merrow left with?", SAME),
    ("How deep in the red was Merrow in 2025?", "how large was Merrow's net loss in 2025?"),
    ("How many yuan more will Merrow take in during 2025 than it did the previous year?", "how much revenue will Merrow add in 2025 over the year before?"),
    ("Which airport does it take in more passengers at?", SAME),
    ("When will Merrow stop bleeding money?", "when will Merrow break even?"),
    ("By what percentage did Merrow's takings shoot up?", "how fast did Merrow's revenue grow?"),
    ("How much did Merrow's shares go up on Monday?", "by how much did Merrow's shares rise on Monday?"),
    ("What's the reason Merrow gives for wanting a yard of its own?", "why does Merrow want a yard of its own?"),
    ("How far did Merrow's margin slip in 2025?", "by how much did Merrow's margin fall in 2025?"),
    ("How fast does the lift go?", SAME),
    ("What's weighing on Merrow's gross margin?", "why did Merrow's gross margin fall?"),
    ("What's weighing on the roof?", SAME),
    ("What forced Merrow to sell the yard?", "why does Merrow sell the yard?"),
    ("What prompted the move to Kyoto?", SAME),
    ("What explains the slump in Merrow's sales?", "What explains the fall in Merrow's sales?"),
    ("Who saw the biggest jump in sales?", SAME),
    ("How many units did Merrow shift in May?", "How many units did Merrow sell in May?"),
    ("How many people did Merrow let go?", "how many employees did Merrow lay off?"),
    ("How many people are on Merrow's payroll?", "how many employees does Merrow have?"),
    ("Who set Merrow up in the first place?", "Who set up Merrow?"),
    ("Who set the price?", SAME),
    ("Who's in the driving seat at Merrow?", "who is the CEO of Merrow?"),
    ("Who's in the seat at Merrow?", SAME),
    ("Whose hands is the technology chief's job in for the time being?", "who is filling in as the technology chief?"),
    ("Who runs Merrow's finances?", "who is the CFO of Merrow?"),
    ("Who runs Merrow's ferries?", SAME),
    ("Who had a hand in starting Merrow?", "who founded Merrow?"),
    ("Who's Merrow's head honcho?", "who is the CEO of Merrow?"),
    ("Did Merrow make money in 2025?", "was Merrow profitable in 2025?"),
    ("Did Merrow make money market funds?", SAME),
    ("What do the plain Optic 3 glasses tip the scales at?", "how much do the Optic 3 glasses weigh?"),
    ("How many metres across is the rotor on Merrow's M-12?", "what is the rotor diameter of Merrow's M-12?"),
    ("Of Merrow's revenue for the whole of 2025, what share came from its biggest client?", "what share of Merrow's revenue for full-year 2025 came from its biggest client?"),
    ("Into which business units is Merrow split?", "what divisions does Merrow have?"),
    ("What price did Merrow's stock finish at on Monday?", "where did Merrow stock close on Monday?"),
    ("merrow express first sailing date", "when does merrow express start"),
    ("what is the date of the first delivery?", SAME),
    ("How big a stake in Merrow does Tallis take?", "what stake in Merrow does Tallis take?"),
    ("What share of the market does Merrow get?", SAME),
    ("Where does Merrow call home?", "where is Merrow based?"),
    ("Merrow is churning out pumps", "Merrow is producing pumps"),
    ("what platform came out of Merrow that year", "which platform did Merrow launch that year"),
    ("what lessons came out of the study", SAME),
)


@pytest.mark.parametrize(("asked", "plain"), TURNS)
def test_in_plain_english(asked: str, plain: str) -> None:
    assert in_plain_english(asked) == (plain or asked)


def test_what_was_paid_is_no_present_participle() -> None:
    assert written("How much did Merrow fork out for Tallis?") == "how much did Merrow pay for Tallis?"
    assert written("How much is Merrow forking out for Tallis?") == "how much is Merrow paying for Tallis?"


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
        ("How much was Merrow Ferries left with for 2025 after tax?", "$9 million"),
        ("By what percentage did Merrow Ferries' takings go up in 2025?", "12%"),
        ("How much did Merrow Ferries pay for Tallis Lines?", "$31 million"),
        ("What do the Optic 3 glasses tip the scales at?", "43 grams"),
        ("Where does Merrow Ferries call home?", "Galway"),
        ("How many people are on Merrow Ferries' payroll?", "640"),
    ),
)
def test_answers(merrow: Assistant, asked: str, told: str) -> None:
    answer = reply(merrow, asked)
    assert answer.answered
    assert told in str(answer)
