"""What was revised: the old figure, the new, by how much, which items, and why; figures, ranges and dates, in one article or two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.moves import is_header, moves
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2026-08-12", """凌洲光學（Lingzhou）公布第二季營收18.4億元，稅後純益2.6億元。公司預估2026年資本支出為9億元。"""),
    ("晚報", "2026-09-20", """凌洲光學20日公告更正第二季財報（括號內為8月12日公布數）：

- 營收：17.9億元（18.4億元）
- 稅後純益：2.2億元（2.6億元）
- 存貨：6.3億元（5.9億元）

凌洲說明，越南子公司把尚未驗收的0.5億元鏡頭列為銷售，會計師核閱時發現。

凌洲同時把全年鏡頭出貨量預估由820萬顆至860萬顆下修為740萬顆至790萬顆，二廠試產時間由11月延後到明年2月。凌洲光學目前預估2026年資本支出為7.5億元。"""),
    ("Field Notes", "2026-06-11", """Orrin Mills lowered its first-quarter operating profit to $41 million from the $47 million it published in April.

Freight rebates had been booked before the goods were delivered, the company said.

Orrin Mills now expects to sell 610,000 to 640,000 tonnes in 2026, instead of 680,000 to 720,000 tonnes. The Tarn silo, originally to open in September, has been put back to March 2027. Capital expenditure for the year was lowered by $12 million to $88 million."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("revised"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("凌洲光學第二季稅後純益更正前是多少?", ("2.6億元",)),
        ("凌洲光學8月公布的第二季營收是多少?", ("18.4億元",)),
        ("凌洲光學第二季稅後純益更正前後差多少?", ("4000萬元",)),
        ("凌洲光學出貨量預估上限下修多少?", ("70萬顆",)),
        ("凌洲光學二廠試產時間延後幾個月?", ("3個月",)),
        ("凌洲光學更正了哪些項目?", ("17.9億元", "存貨")),
        ("凌洲光學為什麼更正第二季財報?", ("尚未驗收",)),
        ("凌洲光學2026年資本支出預估下修多少?", ("1.5億元",)),
        ("What was Orrin Mills' first-quarter operating profit before the restatement?", ("$47 million",)),
        ("Why did Orrin Mills lower and restate its first-quarter profit?", ("rebates",)),
        ("How many tonnes did Orrin Mills take off the top end of its 2026 guidance?", ("80,000",)),
        ("Orrin Mills 2026 guidance: old range versus new range", ("680,000", "610,000")),
        ("When was the Tarn silo originally due to open?", ("September",)),
        ("What was Orrin Mills' old capital expenditure plan?", ("100 million",)),
    ],
)
def test_what_was_revised_is_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = said_of(assistant, question)
    assert all(part in text for part in said), text


@pytest.mark.parametrize(
    "question",
    [
        "凌洲光學毛利率更正前是多少?",
        "How much was taken off the top end of Orrin Mills' dividend?",
        "By how much was Orrin Mills' net debt restated?",
    ],
)
def test_what_was_not_revised_is_not_told_by_what_was(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exports in August were revised up to $1.31 billion from an initial $1.24 billion.", ("$1.24 billion", "revised")),
        ("Profit should be $12m-$14m (previously $18m-$20m).", ("$18m-$20m", "revised")),
        ("It guides to 3.5 million to 3.6 million boxes, having previously aimed for 3.8 million to 4.0 million boxes.", ("3.8 million to 4.0 million boxes", "revised")),
        ("Output came to 412 tonnes; in January it had announced 437 tonnes.", ("437 tonnes", "revised")),
        ("淨虧損為4.6億元,較3月初次公布的3.9億元增加。", ("3.9億元", "revised")),
        ("營收7.2億元,上年同期為6.1億元。", ("6.1億元", "aged")),
        ("The site employed 420 people, up from 390 people.", ("390 people", "grew")),
    ],
)
def test_what_it_was_and_who_moved_it(text: str, told: tuple[str, str]) -> None:
    assert [(m.old.raw, m.way) for m in moves(text)] == [told]


def test_brackets_hold_what_the_line_above_says() -> None:
    assert is_header("Figures as restated (originally reported figures in parentheses):")
    assert not is_header("主要數據(括號內為去年同期):")
    assert not moves("稅後純益:2.2億元(2.6億元)")
