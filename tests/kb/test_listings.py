"""Things listed: items with a mark or a label of their own, and the clauses of one sentence."""

from dataclasses import dataclass

import pytest

from kb import listedrows, listings
from kb.listings import Listing
from kb.names import Names
from kb.roles import MeasureRoles
from kb.vocabulary import load

NAMES = Names(load())
ROLES = MeasureRoles.of(list(NAMES.measures.values()))


@dataclass
class Line:
    """A sentence as an archive has it."""

    text: str
    paragraph: int


def _lines(*paragraphs: str) -> list[Line]:
    return [Line(sentence, n) for n, p in enumerate(paragraphs) for sentence in p.split("|")]


def _shown(listing: Listing) -> str:
    """The labels, and the figures of each column."""
    columns = (" ".join(listing_told.quantity.raw for listing_told in c.figures.values()) for c in listing.columns)
    return " / ".join(["、".join(i.label for i in listing.items), *columns])


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        (("查出三項缺失:", "一、開戶不實,罰720萬元。|抽查1,200件。", "二、準備不足,罰900萬元。|短少11億元。", "三、申報遲延,罰240萬元。"), "開戶不實、準備不足、申報遲延 / 720萬元 900萬元 240萬元"),
        (("規格與定價:", "250毫升:本地14.9元,外地9.9港元", "950毫升:本地42元,外地29.8港元"), "250毫升、950毫升 / 14.9元 42元 / 9.9港元 29.8港元"),
        (("The parks:", "Marrow Flats (Utah): 420 megawatts, $510 million", "Pellow (Iowa): 260 megawatts, $330 million"), "Marrow Flats (Utah)、Pellow (Iowa) / 420 megawatts 260 megawatts / $510 million $330 million"),
        (("Three pledges.", "1.|Cut the queue.|Cost: £24 million.", "2.|Hire nurses.|Cost: £31 million.", "3.|Replace scanners.|Cost: £58 million."), "Cut the queue、Hire nurses、Replace scanners / £24 million £31 million £58 million"),
        (("明年要做兩件事:第一,東廠擴建,預算18億元;第二,西廠改建,預算26億元。",), "東廠擴建、西廠改建 / 18億元 26億元"),
    ],
)
def test_items_are_told_apart_by_mark_or_label(paragraphs: tuple[str, ...], shown: str) -> None:
    assert [_shown(x) for x in listings.read(_lines(*paragraphs))] == [shown]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("岑曜營收12億元,年增8%。", "沐澤營收9億元。"),
        ("記者:為什麼漲價?", "岑曜:成本漲了三成。", "記者:還會漲嗎?"),
        ("二、只有第二項,罰900萬元。", "三、還有第三項,罰240萬元。"),
        ("岑曜有兩種口味:甲和乙。",),
    ],
)
def test_what_is_no_list(paragraphs: tuple[str, ...]) -> None:
    assert listings.read(_lines(*paragraphs)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("公司在台灣有188家店,香港74家,新加坡31家。", "台灣、香港、新加坡 / 188家 74家 31家"),
        ("Nevada accounts for 900 of them, Texas for 740 and Georgia for 510.", "Nevada、Texas、Georgia / 900 740 510"),
        ("共有三個版本:標準版16.9萬元,長續航版19.8萬元,性能版23.5萬元,續航分別為520公里、680公里和610公里。", "標準版、長續航版、性能版 / 16.9萬元 19.8萬元 23.5萬元 / 520公里 680公里 610公里"),
        ("分兩個版本:標準版14.8萬元,專業版22.6萬元,比三年前上市的X1(售價29.8萬元)便宜。", "標準版、專業版 / 14.8萬元 22.6萬元"),
        ("三大項目中,四川岑曜礦產鋰精礦6.2萬噸,阿根廷沐澤鹽湖產碳酸鋰3,400噸,智利嵩野鹽湖產碳酸鋰1,200噸。", "四川岑曜礦、阿根廷沐澤鹽湖、智利嵩野鹽湖 / 6.2萬噸 3,400噸 1,200噸"),
    ],
)
def test_clauses_of_one_sentence(text: str, shown: str) -> None:
    assert [_shown(x) for x in listedrows.read(_lines(text), NAMES, ROLES)] == [shown]
