"""Whom each sentence is about: brokers, suppliers and rivals named in passing take no sentences away."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.extract import Extractor
from kb.model import Article
from kb.names import Names

EXTRACTOR = Extractor(Names(vocabulary.load()))


def companies(title: str, text: str) -> list[set[str]]:
    """The names of the companies that each sentence is about."""
    found = EXTRACTOR(Article(key="a", source="a", title=title, publisher="", published="2025-11-20", lang="zh-Hant", text=text, url="", tags=()))
    kinds = {e.id: e for e in found.entities}
    named = {i: e.names.get("zh-Hant") or e.names["en"] for i, e in kinds.items() if e.kind == "company"}
    return [{named[t] for t in s.topics if t in named} for s in found.sentences]


MAIN, RIVAL = {"昇嵐電梯"}, {"宏澔電機"}
LEAD = "昇嵐電梯公布上半年收入38.6億元,純利2.1億元。"
# what follows the first sentence -> whom each sentence of it is about
ZH: list[tuple[str, list[set[str]]]] = [
    ("期內集團交付新梯1.86萬台。行政總裁顧澔誠說,「不賺錢的梯,裝了也是負債。」", [MAIN, MAIN]),
    ("群嵐證券分析師葉澔銘認為,毛利率會回升。管理層維持全年目標。", [MAIN | {"群嵐證券"}, MAIN]),
    ("公司最大股東是樺澔建設。現有員工9,600人。", [MAIN | {"樺澔建設"}, MAIN]),
    ("供應商玄澔動力承擔了一部分損失。公司帳上還有6.4億元。", [{"玄澔動力"}, MAIN]),
    ("集團旗下星澔旅遊上半年收入2.1億元。", [MAIN | {"星澔旅遊"}]),
    ("宏澔電機收入19.8億元。財務總監雷澔珊透露,昇嵐電梯的產能利用率只有62%。", [RIVAL, MAIN]),
    ("宏澔電機收入19.8億元。該公司有3間工廠。公司管理層維持派息目標。", [RIVAL, RIVAL, MAIN]),
    ("貸款由內部資源及南澔銀行牽頭的銀團提供。", [MAIN | {"南澔銀行"}]),
    ("群嵐證券將目標價由20元調升至24元。公司維持派息。", [MAIN | {"群嵐證券"}, MAIN]),
    ("機構股東中,樺澔建設持股9%。公司維持派息。", [MAIN | {"樺澔建設"}, MAIN]),
    ("公司最大股東是樺澔建設。公司前五大客戶收入佔比63%,樺澔建設一家就佔28%。管理層維持全年目標。", [MAIN | {"樺澔建設"}, MAIN | {"樺澔建設"}, MAIN]),
    ("公司最大股東是樺澔建設。維修合約減至6.8萬份,新單主要來自與樺澔建設的十五年協議。", [MAIN | {"樺澔建設"}, MAIN | {"樺澔建設"}]),
    ("目前業務遍及11個市場,全球僱員約2.3萬人。", [MAIN]),
]


@pytest.mark.parametrize(("text", "about"), ZH, ids=lambda v: v[:16] if isinstance(v, str) else "")
def test_chinese_sentences_are_about(text: str, about: list[set[str]]) -> None:
    assert companies("昇嵐電梯中期少賺三成", LEAD + text) == [MAIN, *about]


def test_a_new_paragraph_goes_back_to_the_one_of_the_title_and_stays_with_a_rival_it_begins_with() -> None:
    text = f"{LEAD}\n\n宏澔電機收入19.8億元。公司計劃擴產。\n\n海外訂單取得7.8億元。"
    assert companies("昇嵐電梯中期少賺三成", text) == [MAIN, RIVAL, RIVAL, MAIN]


def test_english_asides() -> None:
    text = (
        "Quillmoor Foods said revenue rose 14% to £21 million. Chief executive Toby Achterlind wants exports to double. "
        "Pub group Wintler Pubs is its biggest customer. The company employs 74 people. Greenfoil Packaging, a competitor, "
        'reported a loss. "We will wait," said Achterlind.'
    )
    about = companies("Quillmoor Foods harvests more", text)
    assert about[2] == {"Quillmoor Foods", "Wintler Pubs"}
    assert about[3] == about[5] == {"Quillmoor Foods"}


def test_a_former_employer_takes_no_sentences_from_the_founders_firm() -> None:
    text = (
        "霽汐科技（Jixi）創辦人溫若棠這樣形容自己的公司。三年前她只有四名同事和一張桌子。\n\n"
        "2017年畢業後,她先到洛杉磯的特效公司Halvor FX工作三年。2022年11月她回台創業。\n\n公司2025年營收為9.4億元。"
    )
    about = companies("溫若棠:一行字裡的人", text)
    assert about[-1] == {"霽汐科技"}
    assert not any("和一張" in e.names.values() for e in EXTRACTOR(Article(key="a", source="a", title="", publisher="", published="", lang="zh-Hant", text=text, url="", tags=())).entities)


def test_where_somebody_came_from_takes_no_sentence_from_whom_the_text_is_about() -> None:
    text = (
        "Quillmoor Foods reported a profit of 538 million yuan. Quillmoor Foods has 415 shops.\n\n"
        "Chief executive Mira Tessow, 46, hired from Belcourt Paris in 2021, blamed higher costs.\n\nHardware is led by Mei Tanagawa, who joined from Formwell in 2022."
    )
    about = companies("Quillmoor Foods earns less", text)
    assert all("Quillmoor Foods" in firms for firms in about)
