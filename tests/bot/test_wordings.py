"""Questions put in other words than the articles', and look-alikes that must not be answered."""

from contextlib import closing

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply, written

ARTICLES = (
    ("藍籌週報", "2026-02-10", """砥石科技（Dishi Technology，688901.SH）2月9日公布2025年業績，營收為86.4億元，歸母淨利潤為7.32億元，扣非淨利潤為6.10億元。
砥石科技把海外門市的翻修交給岱山集團，這筆合同金額為2.3億元。砥石科技在挪威和泰國設有組裝廠。
砥石科技毛利率由31.2%降至28.7%。財務長許承岳解釋，主要是鋁價上漲，加上新產線折舊增加。
董事長李清源任職12年。總經理周佩珊2021年加入砥石科技。副總經理方硯秋負責採購。技術長陸思遠曾在海岬電子工作九年。
砥石科技現有員工4,200人，第四季度每股盈利0.42元。砥石科技擬派息每股0.15元。
砥石科技越南分公司去年虧本。主因是匯率。
砥石科技擬增發股份，集資所得約60%將用作擴建，約40%用於研發。"""),
    ("藍籌週報", "2026-02-11", """青湖半導體（688902.SH）預計2025年歸母淨利潤為9.80億元，扣非淨利潤為5.20億元。赤嶺股份（688903.SH）預計2025年扣非淨利潤為8.10億元。
瀾庭地產2025年營收為143.2億元。瀾庭將於明年遷址。
青湖半導體2024年3月5日在上交所上市。赤嶺股份2023年8月9日在深交所上市。
門市數依次為鮮禾里11240家、半日咖5108家。其中鮮禾里淨增2115家，半日咖淨增1630家。半日咖增長最快，因為它把價格打到9.9元。"""),
    ("Harbor Wire", "2026-02-12", """Corvane Robotics said on Tuesday its H2 went on sale on PC-free stations in Norway. Corvane Robotics listed on the Oslo exchange in March 2021."""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sorry to bother you, I'm new here. Could you tell me Dishi Technology's 2025 revenue? Thanks!", "8.64"),
        ("What is Dishi Tech (砥石科技) guiding for 2025 revenue?", "8.64"),
        ("砥石科技25年營收多少", "86.4億元"),
        ("砥石科技的毛利率憑什麼下降?", "鋁價"),
        ("what ate into Dishi Technology's gross margin?", "鋁價"),
        ("砥石科技在哪些國家有組裝廠?", "挪威"),
        ("半日咖凭什么长得最快?", "9.9元"),
        ("鮮禾里跟半日咖誰的門市多?", "11240"),
        ("Where did Corvane Robotics list?", "Oslo"),
        ("砥石科技第四季每股盈利", "0.42元"),
        ("Dishi第四季EPS多少", "0.42"),
        ("砥石科技派幾多息?", "0.15元"),
        ("砥石科技最新有幾多員工", "4,200人"),
        ("砥石科技在越南為啥虧錢", "匯率"),
        ("砥石科技募來的錢要用在哪裡", "60%"),
        ("青湖半導體跟赤嶺股份,誰先上的市?", "2023年8月9日"),
        ("Which listed earlier, 青湖半導體 or 赤嶺股份?", "August 9, 2023"),
        ("What will Dishi Technology spend the proceeds on?", "60%"),
        ("砥石科技有哪些高管?", "方硯秋"),
        ("Who at Dishi Technology used to work for 海岬電子?", "陸思遠"),
    ],
)
def test_other_words_ask_the_same(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer


@pytest.mark.parametrize(
    "question",
    [
        "砥石科技游戏业务2025年营收多少?",  # of what part: no article says
        "砥石科技海外2025年營收多少?",  # the word is there, of something else
        "瀾庭物業2025年營收多少?",  # another firm
        "砥石科技在德國設有組裝廠嗎?",  # another place
        "岷山科技的董事長是誰?",  # nobody knows the firm
        "砥石科技2024年毛利率為什麼上升?",  # of another year
    ],
)
def test_what_only_sounds_alike_is_refused(assistant, question: str) -> None:
    assert not reply(assistant, question).answered, reply(assistant, question)


def test_profits_are_compared_by_one_definition(assistant) -> None:
    text = " ".join(reply(assistant, "青湖半导体跟赤岭股份2025年谁的利润高?").lines)
    assert "5.20" in text and "8.10" in text and "赤岭股份较高" in text and "9.80" not in text


def test_profits_of_two_definitions_get_no_verdict(tmp_path) -> None:
    one = ("甲報", "2026-02-11", "青湖半導體（688902.SH）預計2025年歸母淨利潤為9.80億元。")
    two = ("甲報", "2026-02-11", "赤嶺股份（688903.SH）預計2025年扣非淨利潤為8.10億元。")
    with closing(Assistant.open(written(tmp_path, one, two))) as opened:
        text = " ".join(reply(opened, "青湖半導體跟赤嶺股份2025年誰的利潤高?").lines)
    assert "較高" not in text
