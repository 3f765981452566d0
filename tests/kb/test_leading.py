"""Firms that English headlines begin with, models of letters and a number, and what is no firm."""

from __future__ import annotations

import pytest

from kb import discover


def found(text: str, kind: str) -> set[str]:
    return {e.names.get("en") or e.names.get("zh-Hant") or e.names["zh-Hans"] for e in discover.discover(text, set()) if e.kind == kind}


def test_a_headline_begins_with_a_firm() -> None:
    text = "Osprey Northern steams into rougher water as rates sink\n\nFor most of 2025 that was where Osprey Northern Lines sent its vessels. The carrier said net profit dropped 47%."
    assert any(n.startswith("Osprey Northern") for n in found(text, "company"))


def test_a_stem_and_its_code_are_a_product() -> None:
    text = "The Tanyue T9 links 288 cards over one fabric. Each Tanyue T9 draws 180 kilowatts, and the T9 ships in April."
    assert "Tanyue T9" in found(text, "product")


@pytest.mark.parametrize("text", ["报告还提到尚未上市的主控芯片公司砚田微电子“值得跟踪”。", "一家射频芯片公司和一家存储芯片公司都在扩产。"])
def test_a_sort_of_chips_is_no_firm(text: str) -> None:
    assert not {n for n in found(text, "company") if n.endswith("芯片")}


def test_a_firm_and_what_firms_are_is_one_firm() -> None:
    text = "## 2. Qinyue Technology\n\nSuzhou-based Qinyue (沁岳科技) shipped 11,900 units and grew fastest. Qinyue Technology employs 740 people."
    firms = [e for e in discover.discover(text, set()) if e.kind == "company"]
    assert len(firms) == 1
    assert {"沁岳科技", "Qinyue Technology"} <= {*firms[0].names.values(), *firms[0].aliases}


def test_several_things_are_no_firm() -> None:
    assert not found("Research firm Halden Insight counted 61,400 CDUs shipped worldwide. The average CDU sold for $41,500.", "company") & {"CDUs"}
