"""Sentences that tell the same of several, side by side."""

import pytest

from kb import enumerations


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("股權方面,岑曜持股22.4%,沐澤8.1%,員工平台12.6%。", 3),
        ("首季內衣占營收68%,泳裝占23%,其餘為代工。", 2),
        ("Novel fibres brought in 58% of sales, yarn 27% and other products the remainder.", 2),
        ("By market, Peru leads with 9.1%, then Chile at 6.6% and Bolivia at 4.9%.", 3),
        ("三名基石投資者中,鶴洲認購3000萬美元,瀾汀2000萬美元,嵩野1000萬美元。", 3),
    ],
)
def test_figures_that_stand_side_by_side(text: str, figures: int) -> None:
    told = enumerations.read(text)
    assert told and len(told.figures) == figures and told.certain()


@pytest.mark.parametrize(
    "text",
    [
        "岑曜紡織營收12億元,年增8%。",
        "五大客戶占比由81.3%降到68.5%。",
        "Revenue rose to $12 million from $9 million.",
        "嵩野有員工400人,三年前只有90人。",
        "客戶中醫院占35%,藥房占30%。",  # what is left may be more than either
    ],
)
def test_one_thing_at_two_times_is_no_enumeration(text: str) -> None:
    told = enumerations.read(text)
    assert told is None or not told.certain()


def test_how_much_each_changed_is_read_apart() -> None:
    told = enumerations.read("羊毛收入412萬元,增長11.4%;棉布增長9.2%;絲綢僅增長1.9%。", changes=True)
    assert told and [q.raw for q in told.figures] == ["11.4%", "9.2%", "1.9%"]
