"""Names that no one sign tells: found by all that speaks for them, and left where too much speaks against."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.discovery.givennames import given_names
from kb.discovery.logistic import chance, most
from kb.names import Names

KNOWN = Names(vocabulary.load()).keys


def found(text: str) -> dict[str, tuple[str, ...]]:
    """The kind of each name of `text`, by its fullest form, with all its forms."""
    return {e.names.get("zh-Hant") or e.names["en"]: (e.kind, *e.aliases) for e in discover(text, KNOWN)}


FIRMS = [
    ("由隆澄電子的越南廠供應六成五,其餘來自台灣。", "隆澄電子"),
    ("单一最大风险户是港砚集团,敞口3.2亿元。", "港砚集团"),
    ("他曾任西澄医疗研发总监9年。", "西澄医疗"),
    ("副总裁来自游戏公司蓝砚互动。", "蓝砚互动"),
]


@pytest.mark.parametrize(("text", "name"), FIRMS)
def test_a_firm_is_told_by_its_own_part_and_its_place(text: str, name: str) -> None:
    assert found(text)[name][0] == "company"


@pytest.mark.parametrize(
    "text",
    [
        "公司计划把这笔钱用于购买保险和扩建厂房。",
        "报告说,耐火材料已在途中,该炉年底复产。",
        "其中本地商业房地产贷款412亿港元。",
        "董事会认为现金支付更稳妥,早期投资方同意。",
    ],
)
def test_a_kind_of_thing_is_no_firm(text: str) -> None:
    assert not [name for name, told in found(text).items() if told[0] == "company"]


def test_a_firm_goes_on_under_its_first_two_characters() -> None:
    text = "澄朔重能(Chengshuo Heavy Energy)公布年报。澄朔营收267亿元,同比增长一成。分析师认为澄朔今年仍将领先。"
    assert "澄朔" in found(text)["澄朔重能"]


def test_a_part_of_a_firm_does_not_take_its_short_name() -> None:
    text = "衡砚保险(Hengyan Insurance)公布半年报,营收58亿元。今年衡砚财险承保利润增长。衡砚代理人数为11万人。"
    assert "衡砚" in found(text)["衡砚保险"]


ENGLISH = """The scheduler who would not sell

Devika Iyengar still visits a loading bay every Friday. She spent five years at the haulier Norfrait before she started
Palettine. Iyengar promises break-even in 2026. Brackenfold Partners led a funding round. Kestrow Haulage Systems of
Gothenburg got there first. Kestrow delivered 410 trucks last year, and its revenue rose 31%."""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Devika Iyengar", ("person", "Devika Iyengar", "Iyengar")),
        ("Norfrait", ("company", "Norfrait")),
        ("Kestrow Haulage Systems", ("company", "Kestrow Haulage Systems", "Kestrow")),
    ],
)
def test_names_of_an_english_text_are_told_by_all_that_speaks_for_each(name: str, told: tuple[str, ...]) -> None:
    assert found(ENGLISH)[name] == told


def test_a_word_with_a_capital_is_no_name_by_itself() -> None:
    text = "Last October prices fell in Kochi and Hull. Chinese GPUs and AI chips sold well. About 40 GWh were shipped at 3 Gbps. The National Institute said so."
    assert found(text) == {}


QUOTED = [
    ("年底流片。配套软件栈“织衡”可把模型编译到芯片上。", "织衡", "织衡"),
    ("《渡潮》（Night Tide）於8月上映,首日票房2億元。", "渡潮", "Night Tide"),
    ("2021年推出的首款產品「岩虎一號」替變電所巡檢。", "岩虎一號", "岩虎一號"),
]


@pytest.mark.parametrize(("text", "name", "form"), QUOTED)
def test_a_quoted_name_of_a_thing_is_a_product(text: str, name: str, form: str) -> None:
    kind, *forms = found(text)[name]
    assert kind == "product"
    assert form in forms


@pytest.mark.parametrize("text", ["他说这行从“堆参数”走到了“能用”。", "业内把它叫做“算力即国力”。", "违反了《证券法》和《信息披露管理办法》。"])
def test_a_turn_of_speech_or_a_law_is_no_product(text: str) -> None:
    assert found(text) == {}


def test_what_speaks_for_a_name_is_taken_from_all_its_places() -> None:
    assert most({"": 1.0, "begins": 0.0}, {"begins": 1.0, "acts": 0.5}) == {"": 1.0, "begins": 1.0, "acts": 0.5}
    assert chance({"": -1.0, "begins": 3.0}, {"": 1.0, "begins": 1.0}) > 0.85 > chance({"": -1.0}, {"": 1.0})


def test_given_names_are_names() -> None:
    assert {"Priya", "Tomasz", "Yuki", "José"} <= given_names()
    assert not {"The", "May", "Will", "Paris"} & given_names()


def test_a_drug_is_told_by_the_word_before_it_and_goes_by_its_code() -> None:
    text = "Halcor said its pill ventorelib (HCY-118) cut protein in urine. Side effects struck 4.8% of patients on ventorelib."
    assert found(text)["ventorelib"] == ("product", "ventorelib", "HCY-118")


def test_a_product_goes_by_the_latin_name_beside_it() -> None:
    text = "首款硬件「冷岩ColdRock」亮相\n公司發布首款硬件：保鮮箱「冷岩」（ColdRock），售價1,180元。"
    assert found(text)["冷岩"] == ("product", "冷岩", "ColdRock")
