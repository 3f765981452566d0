"""Prospectuses and results: who holds how much, which edition says what, who was added, what the parts earned, and shares asked in turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2026-02-11", """連鎖烘焙品牌麥嶺食品(Mailing Bakery)昨日向港交所遞交上市申請,聯席保薦人為豐匯資本及鼎昇國際。

招股書顯示,2025年收入26.3億元,淨利潤2.1億元。去年閉店率為4.9%。加盟商首年須繳加盟費4.8萬元。

股權方面,創辦人兼行政總裁沈若棠持股38.5%,其弟沈若谷持11.2%;高澤創投持有9.6%。

麥嶺計劃將集資淨額的45%用於開設新店,25%用於供應鏈,20%用於數碼化,餘下10%作營運資金。"""),
    ("晚報", "2026-05-06", """麥嶺食品周二向港交所提交更新後的招股書,把2025年淨利潤由2.1億元改為1.9億元。閉店率由4.9%上調至5.6%。

新版招股書新增北辰證券為聯席保薦人。

創辦人沈若棠的持股比例在一次股份轉讓後降至36.9%,受讓方為主權基金卡魯姆投資,後者持股1.6%。"""),
    ("財經", "2025-08-28", """嶺川銀行公佈截至6月底止中期業績,股東應佔溢利54.6億港元,按年跌2.4%。

按分部計,零售銀行稅前利潤為25.3億港元,企業銀行為19.8億港元,環球市場為13.4億港元。

最大股東晉華集團持有該行61.7%股權。"""),
    ("Field Ledger", "2026-03-19", """Brackwell Group, a maker of pumps, said revenue for 2025 rose 6% to £1.86bn.

Europe brought in 46% of sales, North America 33%, and China 8%.

Lysne, a pension fund with 5.2% of the shares, wants a sale of the Energy division. Net debt is £620m, or 1.9 times EBITDA.

Co-founders Lena Whitford and Tomas Ruiz hold 3% and 2%."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("filings"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("沈若棠 麥嶺 持股幾多", "36.9%"),
        ("高澤創投持有麥嶺食品多少股權?", "9.6%"),
        ("卡魯姆投資在麥嶺食品持股多少?", "1.6%"),
        ("嶺川銀行大股東持股多少?", "61.7%"),
        ("What stake does Tomas Ruiz hold in Brackwell?", "2%"),
        ("How much of Brackwell does Lysne own?", "5.2%"),
        ("麥嶺食品閉店率,以最新招股書為準是多少", "5.6%"),
        ("麥嶺食品2025年淨利潤,首版和新版招股書各寫多少?", "2.1億元變為1.9億元"),
        ("麥嶺食品首版招股書打算怎樣分配集資額?", "45%"),
        ("麥嶺食品新增了哪家保薦人?", "北辰證券"),
        ("麥嶺食品加盟費是多少", "4.8萬元"),
        ("嶺川銀行三個分部各賺多少?", "13.4億港元"),
        ("嶺川銀行哪個分部利潤最高", "零售銀行"),
        ("What share of Brackwell's sales came from China?", "8%"),
        ("What is Brackwell's net debt, and how many times EBITDA is it?", "1.9 times"),
    ],
)
def test_what_a_filing_says_is_told(assistant: Assistant, question: str, said: str) -> None:
    assert said in said_of(assistant, question)


@pytest.mark.parametrize("question", ["How much of Brackwell does Owen Pryce own?", "沈若谷持有嶺川銀行多少股份?"])
def test_nobody_holds_what_no_clause_gives_them(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


def test_a_part_named_next_is_asked_for_as_the_one_before(assistant: Assistant) -> None:
    assert "8%" in said_of(assistant, "What share of Brackwell's sales came from Europe?", "And China?")
