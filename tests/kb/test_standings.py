"""Who ranks where: places in words, firms a paragraph ranks, and the facts that follow."""

import pytest

from kb.discover import discover
from kb.rankwords import place, places


@pytest.mark.parametrize(
    ("words", "nth"),
    [
        ("由前一年的第八名跃升第四", 4), ("居次", 2), ("which jumped from ninth to fourth", 4), ("市占13%", 0), ("第二季", 0), ("挤下连庄三年的冠军", 0),
        ("rounded out the top six", 0), ("稳居榜首", 1), ("第一大股东", 0), ("came second", 2),
    ],
)  # fmt: skip
def test_places(words: str, nth: int) -> None:
    assert place(words) == nth


def test_places_of_a_list() -> None:
    assert places("第四至第六名依次为") == [4, 5, 6]
    assert places("分列第四、第五") == [4, 5]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2025年碎木机销量如下。第三是瑞典Palvetron,3.69万台,占13.0%。柯畲以2.56万台居次,市占9.0%;德国Rolfhaus出货1.42万台,名列第六。", "palvetron 柯畲 rolfhaus"),
        ("去年电动滑板车品牌销量榜:连续九年居首的骊驹卖出1,284万辆;紧追其后的捷旎1,016万辆。第四至第六名依次为绿椴498万辆(跌8.4%)、飞羯236万辆、云雀148万辆。", "骊驹 捷旎 绿椴 飞羯 云雀"),
        ("Five carriers moved most cars in 2025. Oslune Line was first with 4.6 million. Hoshivaru ranked second at 3.9 million. Fourth was Sienta Auto with 1.7 million, and Brigantua took fifth.", "oslune line|hoshivaru|sienta auto|brigantua"),
    ],
)
def test_firms_that_are_ranked(text: str, names: str) -> None:
    found = {n.casefold() for e in discover(text, ()) if e.kind == "company" for n in (*e.names.values(), *e.aliases)}
    wanted = names.split("|") if "|" in names else names.split()
    assert [n for n in wanted if n not in found] == [], sorted(found)
