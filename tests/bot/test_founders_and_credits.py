"""Why somebody founded a firm, who made what, who the three founders are, and what people were before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain

_PORTRAIT = """耿舒晴的工作室裡掛著一把斷弦的二胡。2013年她的外婆中風後吃不下飯,她找遍台中的藥局,買不到軟而有味道的食物。隔年她創辦了銀髮食品公司軟禾(Ruanhe)。

1986年生於屏東的耿舒晴,是海洋大學食品科學碩士,畢業後在一家泡麵廠做了四年調味師。共同創辦人是她的學妹、現任技術長的卓以安,以及曾在便利商店做採購的營運長鄔立人。

耿舒晴的解法是把高湯凍成粉,再用熱水沖開,包裝成本因此降到原來的一半。軟禾去年營收2.4億元。

同業綿食由姊弟檔姜予寧、姜予安在2015年創立;更早的齒福科技由前牙醫師臧懷民2009年創辦。農糧部食品司司長閔子昂表示,軟質食品將訂標準。
"""
_GAME = """Studio Paleharbor的解謎遊戲《Tin Lantern》5月上市,首週賣出8萬份。外觀設計由工作室自行完成,主視覺由丹麥插畫師Freja Holmgaard繪製,配樂則由愛爾蘭作曲家Oran Keel操刀。
"""
_BREWER = """Kestrel & Vane, the Bristol brewer, raised its profit forecast on Tuesday to £14m. The shares rose 6%. Kestrel runs 212 pubs. Chief executive Ines Farrow warned that costs would rise by £2m next year because of barley prices.

The new logo was drawn by Danish designer Mette Holm. Rival Toastwell was started in 1988 by Peter Quill. The shares of Toastwell fell 9% after it said a strike would delay deliveries.
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An archive of a portrait, a game and a brewer."""
    folder = tmp_path_factory.mktemp("founders")
    with asking(folder, ("專訪耿舒晴", "2026-03-02", _PORTRAIT), ("遊報", "2026-05-20", _GAME), ("Ale Wire", "2026-01-20", _BREWER)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("耿舒晴為什麼創辦軟禾?", "買不到"),
        ("Why did Geng Shuqing (耿舒晴) start Ruanhe?", "買不到"),
        ("軟禾的創辦人為什麼要創業?", "外婆"),
        ("軟禾的技術長是誰?", "卓以安"),
        ("軟禾是怎麼降低包裝成本的?", "凍成粉"),
        ("耿舒晴創業前在哪裡工作?", "泡麵廠"),
        ("At which university did the founder of Ruanhe study?", "海洋大學"),
        ("綿食是誰創辦的?", "姜予寧 姜予安"),
        ("閔子昂擔任什麼職務?", "司長"),
        ("Tin Lantern的主視覺是誰畫的?", "Holmgaard"),
        ("Who composed the music for Tin Lantern?", "Keel"),
        ("Who designed Kestrel's new logo?", "Mette Holm"),
        ("Why did Toastwell's shares drop?", "strike"),
        ("Why will Kestrel's costs go up next year?", "barley"),
    ],
)
def test_told(reader: Assistant, question: str, held: str) -> None:
    answer = reply(reader, question)
    assert answer.answered, question
    assert all(word in plain(answer) for word in held.split()), plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "綿食的三位創辦人是誰?",  # two are told
        "為什麼Kestrel股價上漲?",  # why costs rise is no reason
        "Who wrote the script of Tin Lantern?",
        "Why was Toastwell started?",
    ],
)
def test_not_told(reader: Assistant, question: str) -> None:
    assert not reply(reader, question).answered


def test_each_founded_the_firm_of_their_part(reader: Assistant) -> None:
    said = plain(reply(reader, "齒福科技的創辦人之前做什麼?"))
    assert "牙醫師" in said
