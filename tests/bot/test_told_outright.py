"""Who is first of a group is told by the sentence that says so; figures of fewer than the group have no first."""

from __future__ import annotations

import pytest
from archives import asking, said

_ROUND_UP = """無線模組四廠4月營收齊揚。龍頭宇舟（Yuzhou）4月營收62.3億元，年增48%。首季毛利率28.9%，每股純益3.26元。

凌岬（Lingjia）4月營收37.8億元，年增1.2倍，增幅居四廠之冠；首季毛利率31.4%。群岸（Qunan）營收23.6億元，年增64%。其首季毛利率22.7%。

旭嶼（Xuyu）4月營收8.4億元，年增25%，增幅殿後；首季毛利率36.2%，為同業最高。"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("outright"), ("竹塹日報", "2026-05-12", _ROUND_UP)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2026年第一季哪家無線模組廠毛利率最高？", "旭嶼"),
        ("2026年4月哪家無線模組廠營收年增最快？", "凌岬"),
        ("2026年4月哪家無線模組廠營收增幅最小？", "旭嶼"),
    ],
)
def test_the_sentence_that_says_it_is_told(assistant, question: str, told: str) -> None:
    answer = said(assistant, question)
    assert not answer or answer.startswith(told), answer
    assert told in answer


def test_fewer_than_the_group_have_no_first(tmp_path) -> None:
    text = "無線模組八廠4月營收齊揚。宇舟（Yuzhou）4月營收62.3億元。凌岬（Lingjia）4月營收37.8億元。群岸（Qunan）4月營收23.6億元。"
    with asking(tmp_path, ("竹塹日報", "2026-05-12", text)) as opened:
        assert "比較" not in said(opened, "2026年4月哪家無線模組廠營收最低？")
