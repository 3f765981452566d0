"""Makers, verdicts, the use of money and the first steps of a life: told by what says just that, or refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, said

ARTICLES = (
    ("車訊", "2026-01-05", """嶺原汽車（688917.SH）公布新車。休旅車「嶺原X5」預售價21.6萬元起，搭載96度電池，續航720公里。緊湊型轎車「嶺原3」價格為11.8萬元。嶺原X5的輪胎由朔禾橡膠供應。嶺原X5的0–100km/h加速只要4.1秒。
董事長江硯秋1991年從採購部基層做起，2008年升任總經理。江硯秋持股41%，員工合計持有23%，其餘屬於朔禾創投。嶺原汽車有員工4800人，其中工程師1900人。"""),
    ("Harbor Wire", "2026-02-12", """Brightmoor Rail has raised $90 million in a Series B round led by Oakline Partners. About $60 million of the new money will go into a workshop in Lugo. Work starts in May. The rest will pay for hiring and for tests of the brakes.
The Rail Office on 3 February fined Brightmoor Rail $2.4 million for late repairs. The fine is the largest of the year. Brightmoor Rail's revenue rose to $14.2 million in 2025 from $5.9 million a year earlier, while the net loss widened to $37 million from $29 million. Brightmoor Rail's fine for an open crossing would have been $5.1 million without a 30% discount; it paid a penalty of $3.6 million."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("parts"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("嶺原X5的輪胎是哪家廠做的?", ("朔禾橡膠",)),
        ("江硯秋是從哪個部門做起的?哪一年升任總經理?", ("採購部", "2008")),
        ("嶺原X5和嶺原3的價格比較一下", ("21.6", "11.8")),
        ("How did Brightmoor Rail's revenue in 2025 compare with 2024?", ("14.2", "5.9")),
        ("嶺原汽車有多少員工不是工程師?", ("2900",)),
        ("What will Brightmoor Rail use the Series B money for?", ("Lugo", "brakes")),
    ],
)
def test_what_says_just_that_is_told(assistant: Assistant, question: str, parts: tuple[str, ...]) -> None:
    text = said(assistant, question)
    assert all(part in text for part in parts), text


@pytest.mark.parametrize("question", ["嶺原X5的電池是哪家廠造的?", "嶺原X5的最高時速是多少?", "What is the top speed of the 嶺原X5?", "鐵路局的主管怎麼評價Brightmoor Rail這件事?"])
def test_what_only_speaks_of_it_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not said(assistant, question)
