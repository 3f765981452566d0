"""What a sentence implies without printing it is worked out, and the figure it prints is not told for it."""

from __future__ import annotations

import pytest
from archives import asking, said

_NEWS = """衡嶼智算（Hengyu Compute）擬募資36億元，其中19.5億元投向訓練晶片，9.2億元用於推理晶片，其餘補充流動資金。
衡嶼智算的Kite K4晶片NPU算力78 TOPS，是Kite K3的2.6倍。新款跑鞋Dash 5單隻重205克，比Dash 4輕18克。"""

_DEAL = """Larkwell, the Dublin-based maker of software for notaries, has agreed to buy its Dutch rival Aktine for €84 million, three quarters of it in cash and the rest in shares."""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(
        tmp_path_factory.mktemp("implied"), ("衡嶼日報", "2026-06-04", _NEWS), ("Notary Weekly", "2026-07-02", _DEAL)
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("衡嶼智算的IPO募資裡，留給補充流動資金的有多少錢？", "7.3億"),
        ("Kite K3的NPU算力大概多少TOPS？", "30"),
        ("Dash 4單隻重多少克？", "223"),
        ("收購Aktine，Larkwell要掏多少現金？", "6,300"),
        ("Kite K4的NPU算力是多少？", "78"),
    ],
)
def test_what_is_implied_is_worked_out(assistant, question: str, told: str) -> None:
    assert told.replace(",", "") in said(assistant, question).replace(",", "")
