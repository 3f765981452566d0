"""What somebody expects of the place an article is about, what was sold where, which paper said so, and who somebody with a post is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, said

from bot.assistant import Assistant

_VIEWS = """松峯銀行(Pine Peak Bank)首席經濟師韋思遠表示,香港經濟明年料放緩至2.1%。香港零售亦會好轉。

樓市方面,他預測住宅樓價2026年升4%,2027年再升2%。不過他對寫字樓保守,租金明年仍會跌7%。

現年51歲的韋思遠是倫敦政治經濟學院經濟學博士,2011年轉投松峯銀行。2022年出版《息口的重量》。香港讀者尤其喜歡。

集團去年毛利率由41%升至44%,一來原料價格回落,二來良率提升。
"""
_RECALL = """Brightladle Foods, the Singapore-listed frozen food maker, is recalling 300,000 packs of its prawn dumplings.

Of the dumplings recalled, 140,000 packs were sold in Singapore, 100,000 in Hong Kong and 60,000 in Malaysia.

Sales in 2024 were S$400 million, of which dumplings made up 40%, noodles 35% and seafood balls 25%.
"""
_OFFER = """澜衡医疗(Lanheng Medical,股份代号2586)引入三名基石投资者:明岱人寿认购1.2亿港元,禾泽基金8000万港元,淡湾资本6500万港元。

创始人沈若榆现年52岁,毕业于华中科技大学生物医学工程专业,2014年创立澜衡。公司2024年营收5亿元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("維灣日報", "2025-11-18", _VIEWS), ("Ledger Asia", "2025-10-21", _RECALL), ("滬江報", "2025-12-09", _OFFER))
    with asking(tmp_path_factory.mktemp("views"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("韋思遠預測2026年香港樓價升幾多?", "4%"),
        ("韋思遠話寫字樓租金2026年會跌幾多?", "7%"),
        ("維灣日報說韋思遠哪年轉投松峯銀行?", "2011年"),
        ("According to Ledger Asia, how many packs did Brightladle recall?", "300,000"),
        ("Which market bought the most recalled Brightladle dumplings?", "Singapore"),
        ("Brightladle回收的餃子 香港加馬來西亞合共幾多包", "16萬"),
        ("瀾衡醫療三名基石投資者合共認購多少?", "2.65億"),
        ("Where did Lanheng Medical founder 沈若榆 study, and what was the subject?", "华中科技大学"),
    ],
)
def test_told_by_whom_and_where(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in said(asked, question)


@pytest.mark.parametrize("question", ["韋思遠預測2026年台灣樓價升幾多?"])
def test_not_told(asked: Assistant, question: str) -> None:
    assert not said(asked, question)


def test_packs_are_no_share(asked: Assistant) -> None:
    assert "40%" not in said(asked, "Brightladle今次回收幾多包餃子")
