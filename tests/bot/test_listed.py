"""What an article lists: which the things are, one's figure, the first of them, their sum and their difference."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.bot.archives import said

ARTICLES = (
    (
        "山海日報",
        "2026-03-12",
        "金管會今天公布，富渚證券被查出四項缺失，合計罰款1,140萬元。\n\n金管會列出的缺失如下：\n\n一、內控失靈，罰480萬元。三個月內有217名客戶超額交易。\n\n"
        "二、洗錢防制作業不全，罰360萬元。\n\n三、資訊揭露不實，罰180萬元。\n\n四、未依限通報事故，罰120萬元。\n\n富渚證券上一次受罰是2023年，當時被罰300萬元。",
    ),
    (
        "南島日報",
        "2026-08-20",
        "茶渚（Chazhu）昨天發表瓶裝冷泡茶系列「青嶼」。\n\n規格與售價：\n\n- 330毫升：台灣35元，香港11港元\n- 600毫升：台灣49元，香港16港元\n\n"
        "茶渚去年營收46.8億元，其中飲料31.2億元，禮盒3.8億元，瓶裝茶2.1億元。禮盒成長34%，最快；瓶裝茶減少5.2%。\n\n公司在台灣有188家店，香港74家，新加坡31家。",
    ),
    (
        "Fenwick Post",
        "2026-06-09",
        "Brightmarsh Energy said on Tuesday it would spend $1.34 billion on three solar parks. The parks:\n\n"
        "- **Calder Flats** (Nevada): 420 megawatts, $510 million\n- **Pine Hollow** (Georgia): 260 megawatts, $330 million\n- **Grey Heron** (Ohio): 115 megawatts, $140 million\n\n"
        "Brightmarsh employs 2,150 people. Nevada accounts for 900 of them, Texas for 740 and Georgia for 510.",
    ),
    (
        "光電週報",
        "2026-02-03",
        "2025年智慧眼鏡出貨86.4萬台，嵐視重返第一。\n\n廠商排名方面，嵐視（Lanvis）以24.5萬台、28.4%的份額居首；光嶼（Guangyu）出貨19.8萬台，份額22.9%，退居第二。第三至第五名依次是凝鏡（12.3萬台，14.2%）、青眸（9.7萬台，11.2%）和北鑒（6.2萬台，7.2%）。\n\n"
        "以機型區分，觀影眼鏡占46%，翻譯眼鏡27%，運動眼鏡16%，騎行眼鏡11%。",
    ),
)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("富渚證券被罰的四項缺失是什麼？", "內控失靈 洗錢防制 揭露不實 通報事故"),
        ("富渚證券洗錢防制那項罰多少？", "360萬元"),
        ("富渚證券四項缺失哪一項罰最重？", "內控失靈 480萬元 4項"),
        ("富渚證券總共被罰多少錢？", "1140萬元"),
        ("富渚的內控失靈比洗錢防制多罰多少？", "120萬元"),
        ("茶渚青嶼600毫升在香港賣多少？", "16港元"),
        ("青嶼600毫升比330毫升在台灣貴多少？", "14元"),
        ("茶渚去年哪個業務成長最快？", "禮盒 34%"),
        ("茶渚的禮盒和瓶裝茶去年哪個收入高？", "3.8億元 2.1億元"),
        ("Which of Brightmarsh's parks is the most expensive?", "Calder Flats $510"),
        ("Where does Brightmarsh have the most staff?", "Nevada 900"),
        ("How many megawatts will the three Brightmarsh parks have in total?", "795"),
    ],
)
def test_what_is_listed_is_told(assistant: Assistant, question: str, holds: str) -> None:
    answer = said(assistant, question)
    assert answer and all(word in answer.replace(",", "") for word in holds.replace(",", "").split())


def test_a_follow_up_points_at_an_item(assistant: Assistant) -> None:
    assert "180萬元" in said(assistant, "富渚證券為什麼資訊揭露那項被罰？", "這項罰了多少？")


@pytest.mark.parametrize(("question", "rows"), [("嵐視和光嶼的市場份額各是多少？", ("14.2", "11.2")), ("嵐視和光嶼2025年合計出貨多少？", ("28.2",)), ("Which smart glasses maker shipped the most in 2025?", ("46%",))])
def test_rows_of_others_tell_nothing(assistant: Assistant, question: str, rows: tuple[str, ...]) -> None:
    assert not any(x in said(assistant, question) for x in rows)


@pytest.mark.parametrize(
    "question",
    [
        "青嶼450毫升賣多少？",
        "富渚證券在海外的四項投資是什麼？",
    ],
)
def test_nothing_is_told_of_what_is_not_listed(assistant: Assistant, question: str) -> None:
    assert not said(assistant, question)
