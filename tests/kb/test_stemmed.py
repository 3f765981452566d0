"""Models named by a Chinese stem with a code: where the name begins, and what is none."""

from __future__ import annotations

import pytest

from kb import discover


def products(text: str) -> set[str]:
    return {e.names.get("zh-Hant") or e.names["en"] for e in discover.discover(text, {"台积电"}) if e.kind == "product"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("客車銷量回升。嶺途L12續航480公里，售價168萬元；海宸H10續航420公里，售價139萬元。", {"嶺途L12", "海宸H10"}),
        ("竞品方面，蓝隼科技去年10月推出的青隼Mini 5重249克，续航41分钟。", {"青隼Mini 5"}),
        ("公司发布桌面主机须弥Mini（Sumeru Mini）和须弥Mini Pro，主打离线运行。", {"须弥Mini", "须弥Mini Pro"}),
        ("主力产品鳐-600可下潜600米，去年11月亮相的鳐-2000面向深水管线。", {"鳐-600", "鳐-2000"}),
    ],
)
def test_models_begin_with_their_stems(text: str, names: set[str]) -> None:
    assert names <= products(text)


@pytest.mark.parametrize(
    "text",
    ["标准版Z7仍使用外购平台，月销量平平。", "她主导过CY-5的量产，后来出任厂长。", "芯片由台积电N3P制程代工，面积更小。"],
)
def test_words_before_a_code_are_no_stems(text: str) -> None:
    assert not {n for n in products(text) if n[0] > "㐀"}
