"""Figures of several firms of one article, told by where they stand or by a word for one of two, and what follows from two of them."""

from __future__ import annotations

import pytest
from archives import asking, reply

_BANKS = """溪岸銀行（Xian Bank）2025年營收48.9億元，毛利率31.2%，高於谷口銀行的24.6%。溪岸銀行員工1,000人。

溪岸銀行計劃全年招聘600人，到3月底已招260人。

谷口銀行和松嶺銀行體量較小。前者2025年營收23.6億元，淨利潤8.4億元；後者營收17.1億元，淨利潤5.2億元。"""

_PLANTS = """Northfell Silicon, the chipmaker, reported results on Wednesday. Sales to America rose 24% and those to Europe 6.1%; sales to China fell 13%.

Of the 1,500 engineers that Northfell Silicon wants in Leipzig, 640 have been hired so far."""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("sides"), ("溪聞日報", "2026-04-20", _BANKS), ("Harbour Ledger", "2026-04-22", _PLANTS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("松嶺銀行2025年營收多少?", "17.1"),
        ("谷口銀行的毛利率是多少?", "24.6%"),
        ("溪岸銀行今年還要招多少人?", "340"),
        ("How many engineers does Northfell Silicon still need to hire in Leipzig?", "860"),
    ],
)
def test_what_is_told_of_one_of_several(assistant, question: str, told: str) -> None:
    assert told in " ".join(reply(assistant, question).lines)


@pytest.mark.parametrize("question", ["How many engineers does Northfell Silicon still need to hire in Oaxaca?", "谷口銀行人均營收多少?"])
def test_what_is_told_of_another_is_refused(assistant, question: str) -> None:
    assert not reply(assistant, question).answered
