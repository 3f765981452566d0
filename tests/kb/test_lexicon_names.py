"""The name lexicon is well formed, and no name means two things.

Checks the data files by themselves: what the program makes of them is tested beside the program.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any

import pytest
from opencc import OpenCC

FILES = {
    "companies.toml": "company",
    "people.toml": "person",
    "products.toml": "product",
    "institutions.toml": "institution",
    "places.toml": "place",
}
REQUIRED = {"id", "kind", "hant", "en"}
OPTIONAL = {"tickers", "maker", "weak"}
LISTS = ("hant", "en", "tickers", "weak")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TICKER = re.compile(r"[A-Z0-9]{1,6}(\.(SH|SZ|HK|US|TW|TWO|T|KS))?")

BOTH_SCRIPTS = set("台岩杰里曲恒岳余丰征群峰")  # Traditional too, though a converter prefers another form

Entity = dict[str, Any]


@cache
def load(name: str) -> tuple[Entity, ...]:
    text = resources.files("kb.lexicon").joinpath(name).read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["entity"])


@cache
def everything() -> tuple[Entity, ...]:
    return tuple(entity for name in FILES for entity in load(name))


@cache
def script() -> OpenCC:
    return OpenCC("t2s")


def fold(name: str) -> str:
    """As the program compares names: compatibility forms, lower case, Simplified."""
    return str(script().convert(unicodedata.normalize("NFKC", name).lower()))


@cache
def owners() -> dict[str, set[str]]:
    """Folded name or ticker -> the ids it names without further evidence."""
    found: dict[str, set[str]] = {}
    for entity in everything():
        for name in [*entity["hant"], *entity["en"], *entity.get("tickers", [])]:
            found.setdefault(fold(name), set()).add(entity["id"])
    return found


@cache
def weak_owners() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entity in everything():
        for name in entity.get("weak", []):
            found.setdefault(fold(name), set()).add(entity["id"])
    return found


@pytest.mark.parametrize(("name", "kind"), FILES.items())
def test_every_table_has_the_agreed_fields(name: str, kind: str) -> None:
    for entity in load(name):
        where = f"{name}: {entity.get('id')}"
        assert set(entity) >= REQUIRED, where
        assert set(entity) <= REQUIRED | OPTIONAL, where
        assert entity["kind"] == kind, where
        assert ID.fullmatch(entity["id"]), where
        assert entity["hant"] and entity["en"], where


def test_names_are_clean_strings_without_repeats() -> None:
    for entity in everything():
        for field in LISTS:
            names = entity.get(field, [])
            assert isinstance(names, list), entity["id"]
            assert all(isinstance(n, str) and n and n == n.strip() for n in names), entity["id"]
            assert len({fold(n) for n in names}) == len(names), (entity["id"], field)


def test_tickers_carry_a_known_exchange() -> None:
    for entity in everything():
        for ticker in entity.get("tickers", []):
            assert TICKER.fullmatch(ticker), (entity["id"], ticker)
            # Codes of one or two letters are words in every language, so they never stand alone.
            assert len(ticker) > 2, (entity["id"], ticker)


def test_ids_are_unique_over_all_files() -> None:
    ids = [entity["id"] for entity in everything()]
    assert sorted(ids) == sorted(set(ids))


def test_no_name_belongs_to_two_entities() -> None:
    assert {name: ids for name, ids in owners().items() if len(ids) > 1} == {}


def test_a_weak_name_is_nobodys_certain_name() -> None:
    assert sorted(set(weak_owners()) & set(owners())) == []


def test_makers_are_listed() -> None:
    makers = {e["id"] for e in everything() if e["kind"] in {"company", "institution"}}
    for entity in everything():
        if "maker" in entity:
            assert entity["kind"] == "product", entity["id"]
            assert entity["maker"] in makers, (entity["id"], entity["maker"])


def test_display_names_are_traditional() -> None:
    """A Simplified display name would stay Simplified for readers of Traditional Chinese."""
    to_taiwan = OpenCC("s2tw")
    for entity in everything():
        shown = entity["hant"][0]
        strange = {c for c in shown if to_taiwan.convert(c) != c and script().convert(c) == c}
        assert strange <= BOTH_SCRIPTS, (entity["id"], strange)


SAME = [
    ("摩爾線程", "Moore Threads"),
    ("摩爾線程", "688795.SH"),
    ("摩爾線程智能科技(北京)股份有限公司", "Moore Threads"),
    ("英偉達", "輝達"),
    ("佰維存儲", "佰維儲存"),
    ("德明利", "TWSC"),
    ("盛美上海", "ACMR"),
    ("天數智芯", "Iluvatar"),
    ("华罡", "花港"),
    ("MTT S5000", "S5000"),
    ("James Zhang", "張建中"),
    ("Jianzhong Zhang", "Zhang Jianzhong"),
    ("宁德时代", "CATL"),
    ("長鑫存儲", "CXMT"),
    ("海光資訊", "Hygon"),
    ("谷歌", "Google"),
    ("地平線機器人", "09660.HK"),
    ("上交所", "Shanghai Stock Exchange"),
    ("扎克伯格", "祖克柏"),
    ("悉尼", "雪梨"),
    ("TSMC", "臺積電"),
]
DIFFERENT = [
    ("中微公司", "中微半導"),
    ("AMEC", "Cmsemicon"),
    ("復旦微電", "復旦大學"),
    ("華虹半導體", "華大九天"),
    ("S5000", "S4000"),
    ("H20", "H200"),
    ("C600", "C500"),
    ("中信證券", "中信銀行"),
    ("上海證券交易所", "科創板"),
]
WEAK = ["華東", "平湖", "蘇堤", "春曉", "華山", "廬山", "曲院", "中微", "力成", "東風", "Arm", "Visa", "理想"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_thing(one: str, other: str) -> None:
    assert len(owners()[fold(one)]) == 1
    assert owners()[fold(one)] == owners()[fold(other)]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_things_that_look_alike(one: str, other: str) -> None:
    assert owners()[fold(one)] != owners()[fold(other)]


@pytest.mark.parametrize("name", WEAK)
def test_ordinary_words_need_other_evidence(name: str) -> None:
    assert fold(name) in weak_owners()
    assert fold(name) not in owners()


def test_an_ambiguous_short_name_offers_every_owner() -> None:
    assert weak_owners()[fold("中微")] == {"amec", "cmsemicon"}
