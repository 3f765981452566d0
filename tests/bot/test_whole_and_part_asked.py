"""What is told of a first job or of another target is no answer for a later post or for this one; reasons one after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("Lodging Wire", "2026-02-12", """Tarnwell Hotels Group (TWH.L) said on Wednesday that revenue in 2025 rose 11% to $310 million. Occupancy stood at 78.4%, up from 75.1%. Room rates rose 4.2%.
"Guests asked about price," said Owen Pell, chief executive. About a third of bookings come late. The group owns 31 hotels in 11 cities.
The biggest project is a resort in Porto, whose first 120 rooms open in the autumn."""),
    ("Shipping Post", "2026-03-02", """Brantmere Lines (BRL.L) reported results on Monday. Volumes rose 5.3% to 1.12 million TEU, but the average freight rate slid to US$1,420 per TEU from US$1,745. Net profit fell 40% to $88 million.
Brantmere Lines is building a terminal in Porto, whose first phase opens in the autumn."""),
    ("農業週刊", "2026-03-20", """穗岡乳業2月10日發布盈利預警。公告列出三項原因。其一，生乳價格按年上漲9%；其二，一條包裝線停產；其三，出口訂單減少。穗岡乳業將縮減430個崗位。
對於今年，穗岡乳業定下液態奶產量52萬噸的目標。去年穗岡乳業出口乳粉3萬噸。"""),
    ("農業週刊", "2026-04-02", """穗岡乳業3號乾燥塔的復產時間再度推後。公司在年報中稱，零件延誤，復產改在5月9日。"""),
    ("牧業日報", "2026-02-11", """穗岡乳業說，3號乾燥塔計劃於2026年4月1日復產。"""),
    ("人物", "2026-01-05", """岑硯秋1979年出生於台南，是穗岡乳業董事長。2001年畢業後，岑硯秋在一家乳品廠洗桶，月薪1.9萬元。2008年，岑硯秋加入澄岸食品。2015年6月，總部裁撤實驗室，岑硯秋隨即辭職。"""),
    ("Ledger Talk", "2025-11-06", """Inkdale Ltd (INKD.L) was founded in 2019. Inkdale Ltd has 90 customers. Marrow Ventures led a £24 million Series B round in March at a valuation of £150 million.
Why not simply rent the printers? "Nobody rents what breaks weekly. They buy what lasts," Inkdale Ltd says. The second reason is privacy: clients will not let drafts leave the building."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("whole-and-part"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tarnwell Hotels Group租出去了幾成?", "78.4%"),
        ("What is Tarnwell Hotels Group's occupancy rate?", "78.4%"),
        ("What did Brantmere Lines charge per TEU on average?", "1,420"),  # the figure is there, though not the verb
        ("穗岡乳業2026年的產量目標是多少噸?", "52萬噸"),
        ("穗岡乳業要裁多少人?", "430"),
        ("穗岡乳業3號乾燥塔什麼時候復產?", "5月9日"),
        ("岑硯秋是哪一年、在哪裡出生的?", "1979年"),
        ("岑硯秋什麼時候離開澄岸食品的?", "2015年6月"),
        ("What valuation did Inkdale Ltd get in its Series B?", "150 million"),
        ("Why not simply rent the printers, according to Inkdale Ltd?", "privacy"),
    ],
)
def test_it_is_told(assistant: Assistant, question: str, said: str) -> None:
    assert said in said_of(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "穗岡乳業2026年的出口目標是多少噸?",  # there is one of output
        "岑硯秋當董事長時的月薪是多少?",  # that was his first job
        "What is the utilisation rate of Brantmere Lines' Porto terminal?",  # of which only the opening is told
    ],
)
def test_the_figure_of_something_else_is_not_told(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
