"""Lives, posts and lists over articles of the set P: each row asks one of them and says what must be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State
from kb import make

_ARTICLES = Path(__file__).parents[1] / "articles"
Row = tuple[str, bool, str, str]  # question, answered, words it holds ("a|b": either), words it must not hold


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An archive of five of the articles."""
    path = tmp_path_factory.mktemp("lives") / "lives.db"
    wanted = ("p01", "p02", "p03", "p06", "p08")
    make.build(sorted(f for f in _ARTICLES.glob("p*.md") if f.name.startswith(wanted)), path)
    opened = Assistant.open(path)
    yield opened
    opened.close()


ORDER: tuple[Row, ...] = (
    ("邱嶼安第一份工作在哪裡?", True, "貝爾實驗室", "台達電"),
    ("邱嶼安在創辦鹿野光學之前在哪家公司?", True, "台達電", ""),
    ("邱嶼安2005年到2011年在做什麼?", True, "英特爾", "貝爾"),
    ("邱屿安在英特尔待了几年?", True, "六年", ""),
    ("何书维在美的集团做了几年?", True, "约7年（2008–2014", ""),
    ("邱嶼安今年幾歲?", True, "51 1975", ""),
    ("Where did Adaeze Obi start her career?", True, "Unilever", "Tesco"),
    ("What did Adaeze Obi do between 2014 and 2021?", True, "Greggs", "Unilever"),
    ("When did Graham Whitlock join Castlemoor?", True, "1998", ""),
    ("沈若谷离开华为后去了哪里?", True, "苏黎世", ""),
    ("魏承叡是哪一年出生的?", False, "", ""),
    ("How old is Mateus Correia?", False, "", ""),
)

WHO: tuple[Row, ...] = (
    ("澜栖电子的财务总监是谁?", True, "何书维", ""),
    ("Who founded Brineworks?", True, "Eldal Correia 2017", ""),
    ("鹿野光學是誰共同創辦的?", True, "邱嶼安 魏承叡 許芳瑜", ""),
    ("衡光智驾哪些高管来自华为?", True, "江砚秋 段知远 凌霄汉 沈若谷", "叶蓁"),
    ("Which Brineworks executives came from Northvolt?", True, "Raman Holm", "Correia"),
    ("Who is the chief marketing officer of Luye Optics?", False, "", ""),
)

LISTS: tuple[Row, ...] = (
    ("Who invested in Brineworks' Series C?", True, "Halvard Copper Investment Tsusho", ""),
    ("鹿野光學的B輪由誰領投?", True, "國發基金", ""),
    ("Which companies did Castlemoor acquire?", True, "Bramble Aldous", ""),
    ("澜栖电子今年有哪些高管离任?", True, "孟昭阳 苏婉清 罗屹", ""),
    ("How much did Castlemoor pay for Aldous Foods?", True, "140m", ""),
)


@pytest.mark.parametrize(("question", "answered", "holds", "lacks"), ORDER + WHO + LISTS)
def test_lives_posts_and_lists(reader: Assistant, question: str, answered: bool, holds: str, lacks: str) -> None:
    """What is told is the step, the person or the whole list that was asked for, and nothing beside it."""
    answer, _ = reader.reply(question, State())
    text = plain(answer).partition("來源")[0].partition("来源")[0].partition("Sources")[0]
    assert answer.answered is answered, text
    assert all(any(w in text for w in words.split("|")) for words in holds.split()), text
    assert not any(w in text for w in lacks.split()), text
