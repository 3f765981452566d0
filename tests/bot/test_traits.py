"""What somebody is by birth and by duty, and several things asked of one person in a message."""

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

副總裁郭立新分管港口業務,此前在寧濤港務局任職二十一年;首席科學家葛立凡是德國人,2019年加入,在此之前於博朗集團工作14年,負責海外工廠。
""",
    "b.md": """---
title: New head for Corran Distillers
publisher: The Highland Ledger
published: 2025-03-04
lang: en
---
Corran Distillers has named Fiona Macrae as chief executive. Ms Macrae, 44, a native of Inverness, trained as a chemist before joining Corran Distillers in 2013.

Finance director Paul Whitcombe, an Australian who joined in 2021 from the auditor Keele & Marsh, will stay on. Operations director Morag Sim is in charge of the warehouses.
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


@pytest.mark.parametrize(("question", "answered", "holds", "lacks"), TRAITS + SEVERAL)
def test_traits(reader: Assistant, question: str, answered: bool, holds: str, lacks: str) -> None:
    answer, _ = reader.reply(question, State())
    told = plain(answer)
    assert answer.answered == answered, told
    assert all(any(w in told for w in words.split("|")) for words in holds.split()), told
    assert not lacks or lacks not in told, told
