"""What somebody is by birth and by duty, what they said, how old they were, and several of them together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State
from kb import make

_ARTICLES = {
    "a.md": """---
title: 鯨海航運換帥
publisher: 港務週刊
published: 2025-05-20
lang: zh-Hant
---
鯨海航運公告,聘任沈若嵐為執行長。沈若嵐1978年出生於浙江舟山一個漁民家庭,2000年畢業於大連海事大學,同年進入遠洋達集團做船舶調度員。2015年回國後加入鯨海航運,主管航線與船隊。

創辦人、董事長顧長庚現年63歲,湖北黃岡人,1999年創辦鯨海航運。

副總裁郭立新分管港口業務,此前在寧濤港務局任職二十一年;首席科學家葛立凡是德國人,2019年加入,在此之前於博朗集團工作14年,負責海外工廠。郭立新與葛立凡兩人都在2024年底離開鯨海航運。顧長庚評價沈若嵐「比船長更懂碼頭」。

航務協理張哲瑋在鯨海航運只待了一年,是主管中最短的;人資長黃詩涵在鯨海航運工作十七年。

顧長庚1962年生,1988年成立長風貨代,1999年才成立鯨海航運。他在外資船公司做了八年。
""",
    "b.md": """---
title: New head for Corran Distillers
publisher: The Highland Ledger
published: 2025-03-04
lang: en
---
Corran Distillers has named Fiona Macrae as chief executive. Ms Macrae, 44, a native of Inverness, trained as a chemist before joining Corran Distillers in 2013.

Finance director Paul Whitcombe, an Australian who joined in 2021 from the auditor Keele & Marsh, will stay on. Operations director Morag Sim is in charge of the warehouses. "Whisky rewards the patient," Ms Macrae said. Mr Whitcombe, who was born in Perth and moved to Leeds at the age of nine, left in August.
""",
}
Row = tuple[str, bool, str, str]  # question, answered, words it holds ("a|b": either), words it must not hold
TRAITS: tuple[Row, ...] = (
    ("沈若嵐出身什麼樣的家庭?", True, "漁民家庭", "大連"),
    ("沈若岚家里是做什么的", True, "渔民", "远洋达"),
    ("顧長庚老家哪裡的?", True, "黃岡", "郭立新"),
    ("郭立新在鯨海管什麼?", True, "港口業務", "寧濤"),
    ("葛立凡是哪國人?", True, "德國", "寧濤"),
    ("郭立新是哪國人?", False, "", ""),
    ("What nationality is Paul Whitcombe?", True, "Australian", "Inverness"),
    ("Where is Fiona Macrae from?", True, "Inverness", "Australian"),
    ("what's Morag Sim in charge of", True, "warehouses", ""),
    ("Morag Sim多大了?", False, "", ""),
)
SEVERAL: tuple[Row, ...] = (
    ("顾长庚今年多大,哪里人?", True, "63 黄冈", ""),
    ("沈若嵐家裡是幹什麼的,哪一年回的國?", True, "漁民 2015", ""),
    ("Paul Whitcombe哪国人?啥时候进Corran Distillers的", True, "Australian 2021", ""),
)
TOGETHER: tuple[Row, ...] = (
    ("郭立新和葛立凡是什么时候离开鲸海航运的?", True, "2024年底", ""),
    ("鯨海航運主管裡誰待最短?", True, "張哲瑋", "黃詩涵"),
    ("谁在鲸海航运待最久,几年", True, "黄诗涵 十七年", ""),
    ("鯨海航運主管裡誰最資深?待了幾年", True, "黃詩涵 十七年", ""),
)
SAID: tuple[Row, ...] = (
    ("顧長庚怎麼評價沈若嵐?", True, "比船長更懂碼頭", ""),
    ("What did Fiona Macrae say about whisky?", True, "patient", "Leeds"),
    ("How did Fiona Macrae sum up whisky?", True, "patient", "Leeds"),
    ("Fiona Macrae on whisky: what did she say?", True, "patient", "Leeds"),
    ("顾长庚对沈若岚有什么评价?", True, "比船长更懂码头", ""),
    ("沈若嵐懂不懂碼頭,是不是比船長強?顧長庚怎麼講", True, "比船長更懂碼頭", ""),
    ("家庭方面,沈若嵐的丈夫是哪一位?", False, "", ""),
    ("家庭的部分想寫仔細一點,沈若嵐的孩子叫什麼?", False, "", ""),
    ("沈若岚怎么评价顾长庚", False, "", ""),
)
THEN: tuple[Row, ...] = (
    ("how old was Paul Whitcombe when he moved to Leeds?", True, "nine", ""),
    ("顧長庚成立鯨海航運的時候多大?", True, "37", "26"),
    ("When did Paul Whitcombe leave?", True, "August", ""),
    ("顧長庚在外企一共做了幾年", True, "八年", ""),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An archive of the two articles."""
    folder = tmp_path_factory.mktemp("traits")
    for name, text in _ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    make.build(sorted(folder.glob("*.md")), folder / "traits.db")
    opened = Assistant.open(folder / "traits.db")
    yield opened
    opened.close()


@pytest.mark.parametrize(("question", "answered", "holds", "lacks"), TRAITS + SEVERAL + TOGETHER + SAID + THEN)
def test_traits(reader: Assistant, question: str, answered: bool, holds: str, lacks: str) -> None:
    answer, _ = reader.reply(question, State())
    told = plain(answer)
    assert answer.answered == answered, told
    assert all(any(w in told for w in words.split("|")) for words in holds.split()), told
    assert not lacks or lacks not in told, told


def test_an_age_at_what_was_just_asked(reader: Assistant) -> None:
    _, state = reader.reply("顧長庚哪一年創辦鯨海航運?", State())
    answer, _ = reader.reply("那時他幾歲?", state)
    assert "37" in plain(answer), plain(answer)
