"""Firms told by what they make, by how they list or beside others of a row; sisters of a numbered product; whose "its" and "he" is."""

from __future__ import annotations

import pytest

from kb.aspects import DOWN, UP
from kb.discover import discover


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("五家公司公布业绩。做谐波减速器的轴岚传动预计净利润2.05亿元至2.35亿元。", "company", "轴岚传动"),
        ("两家公司先后上市。\n无峥科技走科创板路线，今年1月23日过会。", "company", "无峥科技"),
        ("馭湛智行（Yuzhan Drive）宣布上市。途霽出行（Tuji Mobility）宣布上市。\n曜途（Yaotu）起步最晚。曜途有420輛車。", "company", "曜途"),
        ("公司首颗卫星“垣一号”失联。后来，“垣二号”成功入轨。", "product", "垣二号"),
    ],
)
def test_a_name_is_found_by_what_is_told_of_it(text, kind, name):
    assert any(e.kind == kind and name in (*e.names.values(), *e.aliases) for e in discover(text, ()))


@pytest.mark.parametrize("text", ["做出口生意的厂商预计净利润2亿元。", "公司首颗卫星“垣一号”失联。地铁“二号线”开通。"])
def test_plain_words_are_no_names(text):
    assert not [e for e in discover(text, ()) if e.kind in ("company", "product") and any(n in "厂商 生意 二号线 一号" for n in e.names.values())]


def test_parts_of_machines_are_no_change():
    assert not DOWN.search("减速器") and not UP.search("增程") and DOWN.search("减少") and UP.search("增长")
