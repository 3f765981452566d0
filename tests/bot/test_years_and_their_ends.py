"""A figure told as of the end of a year answers for that year, and a dividend proposed with a year's results is that year's; no other year is."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("光報", "2026-03-18", "光岬通信(Guangjia)公布2025年業績，營收29.7億元，淨利潤5.1億元。截至2025年底，光岬通信存貨10.9億元，年度經常性收入2.4億元。董事會擬派末期息每股0.42元。"),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with asking(tmp_path_factory.mktemp("ends"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(("question", "said"), [("光岬通信2025年存貨是多少?", "10.9"), ("光岬通信截至2025年底的年度經常性收入是多少?", "2.4")])
def test_what_stands_at_the_end_of_a_year_is_that_of_the_year(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize("question", ["光岬通信2024年存貨是多少?", "光岬通信2026年存貨是多少?", "光岬通信2024年末期息每股多少?"])
def test_another_year_has_none(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
