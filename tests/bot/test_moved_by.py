"""By how much a figure was moved, where one sentence tells it before and after."""

from __future__ import annotations

import pytest
from archives import asking, reply

_BROKERS = """凱澄證券把鈴川科技（Lingchuan）的目標價由218元調升至265元，維持買進。鈴川科技產能也會從8,000片增至1.5萬片，資本支出上修至新台幣46億元，原先規劃是33億元。"""


@pytest.mark.parametrize(("question", "told"), [("鈴川目標價這次被往上拉了幾塊錢?", "47元"), ("鈴川科技的資本支出上修了多少?", "13億"), ("By how much was Lingchuan's target price raised?", "47")])
def test_how_far_a_figure_was_moved_is_worked_out(tmp_path, question: str, told: str) -> None:
    with asking(tmp_path, ("券商日報", "2026-05-20", _BROKERS)) as opened:
        assert told in reply(opened, question).lines[0]
