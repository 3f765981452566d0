"""Lines of products and their versions found in a text, and what is none."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.names import Names

KNOWN = Names(vocabulary.load()).keys.all()


def products(text: str) -> set[str]:
    """The names of the products that a text introduces."""
    return {next(iter(e.names.values())) for e in discover(text, KNOWN) if e.kind == "product"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晴野汽車昨天發表純電休旅車 Terra 6,共有 Base、Touring 兩個版本。Terra 6 十月交車。", {"Terra 6", "Terra 6 Base", "Terra 6 Touring"}),
        ("奥岚发布手机青澜7,青澜7标准版售价3999元,青澜7性能版售价4599元。", {"青澜7", "青澜7标准版", "青澜7性能版"}),
        ("溯芯推出第二代GPU「K8」,分为K8-M与K8-Rack两个型号。", {"K8", "K8-M", "K8-Rack"}),
        ("折叠机Wave 3开卖。Wave 3 Ultra售价9999元,Wave 3 Ultra下月发货。", {"Wave 3", "Wave 3 Ultra"}),
    ],
)
def test_lines_and_versions_are_found(text: str, expected: set[str]) -> None:
    assert products(text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "公司第三季度营收增长12%,Q3毛利率为35%,Q4指引持平。",
        "他住在5号楼,每天坐3路车上班,已经坐了20年。",
        "The company reported results for the second quarter on May 7. Revenue rose 3% to $410 million.",
        "Phase 3 trials begin in March, and Level 2 systems are standard in Europe.",
        "公司推出三种套餐,分别为基础服务、增值服务和定制服务。",
        "会议分为上午和下午两场,共有120人参加,收费80元。",
        "In Building 4 the team works on Windows 11 and Type 2 diabetes.",
    ],
)
def test_no_ordinary_word_becomes_a_product(text: str) -> None:
    assert products(text) == set()


def test_no_text_makes_finding_lines_slow() -> None:
    assert products("A" * 60_000) == set()
