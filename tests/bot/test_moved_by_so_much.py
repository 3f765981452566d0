"""By how much something moved: both the difference and the percentage, unless one of them is asked for."""

from __future__ import annotations

import pytest
from archives import asking, said

_NEWS = """礫岸能源（Lian Energy）6月3日宣布完成C輪融資8.4億元，投後估值96億元，較前年5月B輪時的60億元高六成。
礫岸能源2025年營收12.4億元，2024年為8.2億元。礫岸能源2025年淨利1.1億元，2024年則虧損0.6億元。
新一代電芯Loam 3每瓦時成本由0.52元壓到0.39元。碼頭倉庫的床位960張，一年前是640張。"""

_BUS = """Corrin Bus, the Leeds-based maker of electric coaches, said its order book stood at £420m at the end of June, up from £350m in December.
The new Finch coach costs £205,000 to build, against £310,000 for its predecessor."""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(
        tmp_path_factory.mktemp("moved"), ("礫石日報", "2026-06-04", _NEWS), ("Coach Weekly", "2026-07-02", _BUS)
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("礫岸能源從B輪到C輪，估值多了多少錢？", ["36億"], ["60% ("]),
        ("礫岸能源2025年營收比上一年多了多少？", ["4.2億", "51.2%"], []),
        ("礫岸能源2025年淨利比前一年改善了多少？", ["1.7億"], []),
        ("Loam 3的每瓦時成本降了多少？", ["0.13元", "25%"], []),
        ("Loam 3的每瓦時成本降了百分之幾？", ["25%"], ["0.13"]),
        ("礫岸碼頭倉庫的床位一年多添了幾張？", ["320張"], []),
        ("By how much did Corrin's order book grow between December and June?", ["70 million", "20%"], []),
        ("By what percentage is the Finch cheaper to build than its predecessor?", ["33.9%"], []),
    ],
)
def test_what_moved_is_told_as_it_is_asked(assistant, question: str, told: list[str], untold: list[str]) -> None:
    answer = said(assistant, question)
    assert all(x in answer for x in told), answer
    assert not any(x in answer for x in untold), answer


@pytest.mark.parametrize("question", ["礫岸能源的員工多了多少？", "By how much did Corrin's debt grow?"])
def test_what_did_not_move_there_is_refused(assistant, question: str) -> None:
    assert "=" not in said(assistant, question)


_FINE = """金管會昨日對礫岸人壽（Lian Life）罰款1,150萬元，為今年最高。調查發現公司未核實1,340張保單。該會原擬罰1,600萬元，因其主動通報而減輕。
北潮水泥（Beichao Cement）上半年由上年同期盈利0.9億元轉為虧損1.4億元。"""


@pytest.mark.parametrize(
    ("question", "told"),
    [("礫岸人壽因為主動通報，罰款減了多少？", "450萬"), ("北潮水泥上半年由賺轉虧，一來一回差多少錢？", "2.3億")],
)
def test_what_was_first_meant_and_what_turned(tmp_path, question: str, told: str) -> None:
    with asking(tmp_path, ("礫石日報", "2026-06-04", _FINE)) as opened:
        assert told in said(opened, question)
