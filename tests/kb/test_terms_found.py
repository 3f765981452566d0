"""Which terms a text holds: the longest ones, what they begin with, and words that are term and measure."""

from __future__ import annotations

import pytest

from kb.model import Entity
from kb.names import Names
from kb.terms import tokens
from kb.text import fold
from kb.vocabulary import Concept, Lexicon, Measure

LEXICON = Lexicon(
    (Entity("acme", "company", {"zh-Hant": "電池王"}, ("電池王",)),),
    {},
    {},
    (
        Measure("battery-capacity", {}, ("電池容量", "battery capacity")),
        Measure("stores", {}, ("門店數",), ("門店", "stores")),
    ),
    (
        Concept("battery", ("電池", "battery")),
        Concept("store-shop", ("門店", "shop")),
        Concept("approve", ("獲批", "批准")),
        Concept("reject", ("未獲批准",)),
        Concept("listed", ("上市",)),
        Concept("listed-firm", ("上市公司股東名單",)),
    ),
)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(LEXICON)


@pytest.mark.parametrize(
    ("text", "held", "absent"),
    [
        ("電池容量為60度", {"m_battery_capacity", "c_battery"}, set()),
        ("the battery capacity", {"m_battery_capacity", "c_battery"}, set()),
        ("電池王獲獎", set(), {"c_battery"}),  # a name's beginning is no word
        ("新藥未獲批准", {"c_reject"}, {"c_approve"}),  # what a term ends in it may deny
        ("上市公司股東名單", {"c_listed_firm"}, {"c_listed"}),  # too small a part of the whole
    ],
)
def test_a_long_term_is_found_by_what_it_begins_with(names: Names, text: str, held: set[str], absent: set[str]) -> None:
    found = set(tokens(text, names))
    assert held <= found
    assert not absent & found


def test_a_weak_measure_that_is_a_concept_too_stays_a_weak_measure(names: Names) -> None:
    (span,) = names.find(fold("門店"))
    assert (span.kind, span.ids, span.weak, span.also) == ("measure", ("stores",), True, (("concept", "store-shop"),))


@pytest.mark.parametrize(
    ("text", "found"),
    [("the battery capacity", True), ("the battery (電芯) capacity", True), ("a battery 電芯 capacity", False)],
)
def test_only_a_gloss_may_stand_inside_an_english_term(names: Names, text: str, found: bool) -> None:
    assert ("battery-capacity" in {i for s in names.find(fold(text)) for i in s.ids}) == found


@pytest.mark.parametrize("typed", ["鯤翎二號", "鲲翎2号", "kunling-2"])
def test_a_numbered_product_is_known_with_digits_and_letters(typed: str) -> None:
    names = Names(LEXICON, [Entity("found:kunling", "product", {"zh-Hant": "鯤翎二號"}, ("鯤翎二號",))])
    assert [s.ids for s in names.find(fold(typed))] == [("found:kunling",)]
