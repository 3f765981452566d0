"""A firm by its other names, what it makes, whom its people left, and rows whose measure stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply, said

from bot.assistant import Assistant
from bot.plain import plain

_PROFILE = """在苏州的澜壤科技(Loamline AI)办公室里,挂着一块报废的电路板。创始人麦知行1979年生于绍兴,2010年加入岚桥电机。2019年3月,他离开岚桥,半年后创办澜壤。两位联合创始人是首席技术官祝青野和首席运营官贺临川。

第二代M2采用6纳米工艺,算力310TOPS,功耗60瓦。截至2025年底,澜壤芯片累计出货2.4万片。公司有230名员工。

麦知行的妻子是陶艺师,他自己不会烧窑。
"""
_MAKER = """岚桥电机(Lanbridge)3月2日发布电机控制芯片N5 Pro。

N5 Pro主频1.9GHz,性能比上代N4 Pro提升三成。算力达12TOPS。标准版N5主频1.5GHz。

与对手相比,松岳A3主频2.4GHz,跑分81万;砾原K7主频1.7GHz,跑分66万;N5 Pro跑分74万。

2019年11月麦知行离职创办澜壤科技后,由乔若安接任事业部副总裁。
"""
_FERRIES = """Halcyon Straits Lines (維岬航運) said on Thursday that third-quarter net profit fell 4.9% to £21 million from £22 million a year earlier.

Revenue for the three months to 30 September 2025 rose 2% to £74 million.

North Sea routes brought in £40 million, the Baltic £25 million and other routes £9 million.

Halcyon Straits profit slipped for a second time. Halcyon operates 31 ships. Chief executive Ingrid Sowle joined Halcyon in 2014 from Pellhaven Tankers.
"""
_BIKES = """本刊整理數據,2025年內地電動單車銷量為90,500輛,按年增長4%。三大品牌合共售出50,000輛。

嶺舟單車以21,000輛居首,增長2%;海橡車業17,000輛,增長31%;北驊單車12,000輛,下跌8%。

嶺舟4月17日公布年報,將2025年歸母淨利潤由快報的3.84億元下修至3.02億元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("人物周刊", "2026-01-15", _PROFILE), ("電機觀察", "2026-03-05", _MAKER), ("Strait Wire", "2025-11-06", _FERRIES), ("單車週刊", "2026-04-20", _BIKES))
    with asking(tmp_path_factory.mktemp("houses"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many people work at Loamline AI?", "230"),  # its chips are no second firm
        ("澜壤到2025年底出货多少片?", "2.4万片"),
        ("澜壤M2的算力和功耗分别是多少?", "310TOPS"),
        ("岚桥N5 Pro的算力是多少?", "12TOPS"),
        ("松岳A3、砾原K7和岚桥N5 Pro里,跑分最高的是哪款?", "松岳A3"),
        ("麦知行的太太是做什么的?", "陶艺师"),
        ("跟麦知行一起创办澜壤的还有谁?", "祝青野"),
        ("halcyon straights lines how many ships in its fleet", "31"),
        ("Which route brought Halcyon the most money in the third quarter of 2025?", "£40 million"),
        ("嶺舟單車2025年歸母淨利潤是多少?", "3.02億元"),
    ],
)
def test_told_of_the_firm_or_thing_meant(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in said(asked, question)


def test_a_relative_is_not_told_by_steps(asked: Assistant) -> None:
    assert "创办" not in said(asked, "What does Mai Zhixing's wife do for a living?")


def test_when_somebody_left_is_told_as_both_articles_have_it(asked: Assistant) -> None:
    told = said(asked, "麦知行是什么时候离开岚桥的?")
    assert "2019年3月" in told
    assert "2019年11月" in told


def test_parts_are_all_told_and_not_only_the_others(asked: Assistant) -> None:
    assert "£25 million" in said(asked, "Break down Halcyon's third-quarter 2025 revenue by route.")


def test_the_first_three_are_not_told_by_the_whole(asked: Assistant) -> None:
    told = said(asked, "2025年電動單車銷量前三名是哪些品牌?")
    assert all(name in told for name in ("嶺舟", "海橡", "北驊"))
    assert "本刊" not in plain(reply(asked, "2025年電動單車銷量最多的是哪家?"))
