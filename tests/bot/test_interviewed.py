"""What somebody was asked in an interview is told by what they answered, as their words and never by the question."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain

_TILES = """窯朗家居去年首次轉盈。行政總裁丁若安 44 歲，2021 年由禾岬建材轉投窯朗。以下是訪問摘要。

問：去年的成績怎樣？

答：收入 8.3 億元，按年升 9%。門市由 40 間減到 31 間。

問：退貨率由 12% 降到 7%，怎樣做到？

答：外面都說是因為我們改了政策。政策一個字都沒有改。關鍵在安裝。我們自己養了 60 位師傅，一律到府安裝。

問：為甚麼關掉澳門的店？

答：那是很難的決定。租金四年加了一倍，營業額只有香港的四成。

問：今年的重點？

答：兩件事。一是新廠八月投產。二是推出浴室品牌「漫汐」。

問：會加價嗎？

答：上半年不會。瓷土便宜了，沒有理由加。
"""
_FERRY = """Ottar Quell, 51, has run Selmark Ferries since 2022.

**What about reliability?**
Cancellations fell to 0.9% of sailings from 2.4%. People assume the batteries did that. They made the first winter worse. What made the difference was crewing: we moved to two-week rotations.

**Why did you leave the Danish routes?**
They lost us 60 million kroner a year, and the port would not let us build chargers.

**And hydrogen?**
Not for us. We tested it on one vessel and the fuel cost five times as much as electricity.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("interviews")
    with asking(folder, ("專訪窯朗家居行政總裁丁若安", "2026-04-14", _TILES), ("Selmark Ferries without diesel", "2026-02-09", _FERRY)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("窯朗家居的退貨率為什麼下降？", ("丁若安：關鍵在安裝", "60 位師傅"), ("外面都說", "怎樣做到")),
        ("窯朗家居為何關閉澳門的店？", ("租金四年加了一倍",), ("為甚麼",)),
        ("丁若安說窯朗今年有哪兩個重點？", ("新廠八月投產", "漫汐"), ("今年的重點",)),
        ("窯朗家居會加價嗎？", ("上半年不會",), ("會加價嗎",)),
        ("窯朗家居去年收入多少？", ("8.3億元",), ()),
        ("Why did Selmark Ferries' cancellations fall?", ("two-week rotations",), ("People assume", "What about")),
        ("Why did Selmark Ferries leave the Danish routes?", ("60 million kroner", "chargers"), ("Why did you",)),
    ],
)  # fmt: skip
def test_told_by_the_answer(assistant: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    said = plain(reply(assistant, question)).partition("\n來源")[0].partition("\nSources")[0]
    assert all(t in said for t in told), said
    assert not any(u in said for u in untold), said


@pytest.mark.parametrize("question", ["窯朗家居為何關閉台北的店？", "Why did Selmark Ferries leave the Swedish routes?", "丁若安年薪多少？"])
def test_of_something_else_nothing_is_told(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
