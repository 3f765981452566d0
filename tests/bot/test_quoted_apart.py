"""What stands apart from what tells of it: a quotation and its speaker, a number and its items, a move and its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, said

from bot.assistant import Assistant

_TEA = """梧桐茶業（Wutong Tea）5月8日公布，首季營收6.3億元，淨利由0.9億元降至0.5億元。公司預計全年淨利1.8億元至2.1億元。

財務長柯以恆在法說會上解釋，淨利下降主要是包材漲價，另外新茶廠開始提列折舊。「寧可今年喝苦茶，也不要明年喝風。」他預計下半年回穩。

「一片葉子三個人管，就是沒有人管。」董事長羅景庭在給員工的信中寫道。

「茶不是賣給舌頭的，是賣給下午三點的。」店長戴若棠說，客人多半在開會前來買，菜單因此只剩九款。

稽查報告列出三項缺失。其一，冷藏車溫度沒有逐車記錄。其二，兩座倉庫的消防通道堆放紙箱。其三，過期樣品沒有隔離。

2024年，一家挪威集團開價5,000萬美元收購梧桐，羅景庭想了一週後拒絕。「他們要的是牌子，不是山上的那些人。」

地區別方面，台灣占營收58%、中國大陸19%、日本13%。大陸占比一年前還有27%，公司坦言當地通路改賣自有品牌，短期難以回升。

3月，曾在銀行做過八年的邱曼琳加入，擔任法務長，籌備明年上市。
"""
_FERRY = """Marlow Ferries, the Hull-based operator, said on Monday that net profit fell by 9% to £31m in the year to March, from £34m, even as revenue climbed by 6% to £402m. Peter Asquith, the finance chief, blamed dearer fuel and a strike at two ports.

"Nobody thanks you for a ferry that is on time," said Edith Crane, who has been chief executive since 2019, when she joined from the bus operator Tallow.

For the current year Marlow expects net profit of £35m-38m. The net loss of its cruise arm widened to £4m from £2m. Crane blames late deliveries from its yard.

Joanna Petrie, an analyst at Moorgate Research, puts the value of the fleet at £900m. "The second-oldest fleet can still earn," she wrote. "The oldest one is a museum."

In 2023 Crane turned down a £300m offer from Baltic Lines, fearing that it would move the head office abroad.

Inspectors found three faults. First, the lifeboats on two ships had not been tested. Second, crew lists were out of date. Third, a fire door was wedged open.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("Leaf Daily", "2026-05-09", _TEA), ("Quay Gazette", "2026-05-12", _FERRY))
    with asking(tmp_path_factory.mktemp("apart"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("羅景庭在信裡怎麼說", "沒有人管"),
        ("梧桐茶業財務長那句關於苦茶的原話是什麼？", "也不要明年喝風"),
        ("戴若棠說茶是賣給什麼的？", "下午三點"),
        ("what did Joanna Petrie say about the oldest fleet?", "museum"),
        ("Why did Marlow Ferries' net profit fall even though revenue rose?", "dearer fuel"),
        ("梧桐怎麼沒賣給那家挪威公司", "山上的那些人"),
        ("How come Crane said no to the Baltic Lines bid?", "head office abroad"),
        ("why did china's share of Wutong revenue drop", "自有品牌"),
        ("What did Marlow's finance chief say made net profit fall?", "strike at two ports"),
    ],
)  # fmt: skip
def test_what_stands_beside_it(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in said(asked, question)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("稽查報告列出梧桐的哪三項缺失？", ("逐車記錄", "消防通道", "沒有隔離")),
        ("Which three faults did inspectors find?", ("lifeboats", "crew lists", "fire door")),
    ],
)
def test_what_is_announced_by_its_number(asked: Assistant, question: str, items: tuple[str, ...]) -> None:
    told = said(asked, question)
    assert all(item in told for item in items)


@pytest.mark.parametrize("question", ["羅景庭那句關於苦茶的原話是什麼？", "what did Edith Crane say about the oldest fleet?", "稽查報告列出梧桐的哪四項缺失？", "梧桐的日本占比為什麼下降？"])
def test_no_words_of_another_and_no_other_number(asked: Assistant, question: str) -> None:
    assert not said(asked, question)


def test_since_a_year_gives_no_reason(asked: Assistant) -> None:
    assert "bus operator" not in said(asked, "Why did Marlow Ferries' net profit fall?")


def test_who_joined_as_what_is_told_with_the_firm(asked: Assistant) -> None:
    told = said(asked, "邱曼琳是誰？")
    assert "法務長" in told
    assert "梧桐" in told


_LIFE = """Marta Lindqvist runs a bakery school. Born in Umea in 1979, she took a degree in chemistry at Lund in 2002 and went to Malmo, where she spent four years at the miller Storakvarn, first as a tester and then as shift manager. From 2007 to 2012 she ran purchasing for Hallberg Foods; after that came two years as head of product at Rugbrod Retail, which she left in 2015.

Marta Lindqvist, the founder and chief executive of Degwise, started the firm in 2016 with savings of £40,000. It signed up a hotel chain as its first customer.
"""


def test_firms_before_one_are_all_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with asking(tmp_path_factory.mktemp("before"), ("Crumb Weekly", "2026-03-02", _LIFE)) as assistant:
        told = said(assistant, "Which companies did Marta Lindqvist work for before Degwise?")
        assert all(firm in told for firm in ("Storakvarn", "Hallberg Foods", "Rugbrod Retail"))
