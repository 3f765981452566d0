"""Lists and groups: places in a row, a rival told apart, who the five in a title are; terms by whoever uses them; what was added up."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply, said

ARTICLES = (
    ("零售週報", "2025-12-08", """苔原咖啡2025年前三季營收14.6億元，淨收入留存率113%。所謂淨收入留存率，是指老客戶今年付的錢與去年相比的比例。苔原咖啡計劃2026年進入越南和菲律賓市場。
苔原咖啡總部在台中。同業方面，栗果咖啡(Liguo)2025年營收11.2億元，門市4,600間，均高於苔原咖啡。另一家對手霧谷咖啡2025年開店190間。"""),
    ("五家半導體公司預告業績", "2026-02-03", """已有五家半導體公司發布2025年度業績預告。
岑光存儲(Cenguang Memory)預計2025年營收86.4億元。
設備商汀白半導體(Tingbai)預計2025年營收58.2億元。
處理器公司榆橋智算(Yuqiao Compute)預計2025年營收12.3億元。
封測廠礫川封測(Lichuan Packaging)預計2025年營收47.9億元。
模擬晶片公司嵐谷微(Langu Micro)預計2025年營收33.6億元。"""),
    ("紙漿快訊", "2025-11-20", """第四季箱板紙價格預估季增23%至28%，漲幅遠高於第三季的11%；白卡紙價格則季增15%至20%。機構預測，2026年第一季箱板紙價格將再漲12%至14%。"""),
    ("Ferry Times", "2026-03-01", """Tamsel Ferries said its interim dividend was cut to 4.5 cents a share. Tamsel Ferries will pay $180 million upfront for the port and buy $40 million of new shares."""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which countries does 苔原咖啡 plan to enter in 2026?", "越南和菲律賓"),
        ("苔原咖啡的同行都有哪些?", "霧谷"),
        ("What is meant by 苔原咖啡's net revenue retention?", "老客戶"),
        ("苔原咖啡的淨收入留存率是指什麼?", "老客戶"),
        ("Which of the five chip firms forecasts the highest 2025 revenue?", "86.4"),
        ("Tamsel Ferries的中期股息每股多少?", "4.5美分"),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in said(assistant, question)


def test_the_rise_of_another_quarter_is_not_told_alone(assistant: Assistant) -> None:
    assert "11%" in said(assistant, "第三季箱板紙價格漲幅多少?")


def test_one_of_two_that_are_to_be_added_is_no_sum(assistant: Assistant) -> None:
    assert not reply(assistant, "Tamsel的首付款加買新股一共多少錢?").answered
