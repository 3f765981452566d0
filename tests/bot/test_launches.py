"""What articles on new products tell: lines of a sheet, versions, markets, makers, and why they are dearer."""

from __future__ import annotations

import pytest

from tests.bot.archives import asking, said

ARTICLES = (
    ("Fjord Gadgets", "2026-02-11", """OSLO, Feb 11 - Tarnvik Audio unveiled the Pebble 4, the successor to its best-selling Pebble 3, and priced it at €219, up from €189.

The company said the higher price reflected a larger battery.

Specifications:

- Weight: 310 grams (Pebble 3: 355 grams)
- Battery: 4,800 mAh
- Range: up to 30 metres
- Noise: 62 decibels
- Colours: chalk, fern and tar

Sales begin on March 3 in Norway and Sweden, and on April 7 in Japan, at 34,800 yen, and Canada. A Pro version with two drivers is $329.

The shells are moulded by Ostrel of Vietnam. The speakers are assembled in Gdansk by Wolin Works.

Rival Marlo's Orb 2 weighs 290 grams and costs €199."""),
    ("測試科技報", "2026-05-06", """霽川科技6日發表吸塵機器人霽川V30,標準版售價12,900元,旗艦版售價18,900元。霽川V30重3.2公斤。霽川V30集塵盒容量0.6公升,機身有霧黑、米白兩色。整機由豐岸精密在泰國廠組裝,馬達由昇旭供應。V30漲價的原因是馬達成本上升。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("launches"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("How much does the Pebble 4 weigh?", "310", ""),
        ("What does the Pebble 4 cost?", "219", ""),
        ("How much is the Pebble 4 Pro?", "329", "219"),
        ("Pebble 4 colors", "fern", ""),
        ("Pebble 4的噪音多大?", "62", ""),
        ("When does the Pebble 4 go on sale in Japan and for how much?", "34,800", ""),
        ("Which countries will get the Pebble 4?", "Norway", ""),
        ("Who assembles the Pebble 4?", "Wolin", ""),
        ("Where is the Pebble 4 assembled?", "Gdansk", ""),
        ("Why is the Pebble 4 more expensive than the Pebble 3?", "larger battery", ""),
        ("霽川V30旗艦版多少錢?", "18,900", ""),
        ("霽川V30是誰組裝的?", "豐岸", ""),
        ("霽川V30的馬達是哪家供應的?", "昇旭", ""),
        ("V30有多重?", "3.2", ""),
    ],
)
def test_a_launch_is_told(assistant, question, told, untold):
    answer = said(assistant, question)
    assert told in answer
    assert not untold or untold not in answer


@pytest.mark.parametrize(
    "question",
    [
        "What is the range of the Pebble 3?",
        "How many decibels does the Pebble 3 put out?",
        "What is the price of the Pebble 4 in Sweden?",
        "Who supplies the battery of the Pebble 4?",
        "What does the very first Pebble weigh?",
    ],
)
def test_a_figure_of_another_model_or_market_is_not(assistant, question):
    assert not said(assistant, question)
