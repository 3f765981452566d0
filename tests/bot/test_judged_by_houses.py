"""What a house expects of another is the other's figure, and never its own, nor what the other told itself."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("Quay Wire", "2026-06-03", """Brokerage Harrow & Finch reshuffled its coverage on Tuesday.

Tidewell Foods stays a Buy, with the target lifted to HK$68 from HK$52. Tidewell Foods reported revenue of $310 million in 2025.

Marlowe Grid reported revenue of $90 million in 2025. Marlowe Grid was cut to Hold from Buy. Harrow & Finch blames a price war. It now sees a 2026 loss of $34 million."""),
    ("藥報", "2026-02-10", """葆岑生物將新藥BN-217授權給瑞士藥廠Corvela。根據協議，葆岑生物可取得1.35億美元首付款。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with asking(tmp_path_factory.mktemp("houses"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is Harrow & Finch's price target for Tidewell Foods?", "68"),
        ("What 2026 loss does Harrow & Finch expect at Marlowe Grid?", "34"),
    ],
)
def test_the_figure_is_of_whom_the_house_judges(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize("question", ["What was Harrow & Finch's net loss in 2026?", "What is Harrow & Finch's target price?", "Harrow & Finch revenue 2025"])
def test_a_house_has_none_of_these_figures(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
