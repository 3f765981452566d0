"""What stands around a question is left out of it, and what it needs is not; talk is talk only where all of it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.reader import Reader
from bot.smalltalk import smalltalk
from kb.text import fold
from tests.bot.archives import library

ARTICLES = (
    ("晨報", "2026-02-11", "霽光科技（Jiguang，688911.SH）預計2025年營收為6.2億元，比2024年增長118%。霽光科技創辦人溫若衡17歲考進浙江大學。霽光科技取消了3億元的訂單。"),
    ("Harbor Wire", "2026-02-12", "Larkfield Freight's revenue rose 41% to $310 million in 2025. Larkfield Freight was founded in 2012. Larkfield Freight sells a crane called Heron."),
)
SAME = ""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder: Path = tmp_path_factory.mktemp("framing")
    opened = library(folder, *ARTICLES)
    yield Reader(opened)
    opened.close()


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Sorry if this is basic, I only joined last week, but could you tell me what Larkfield Freight's revenue was in 2025?", "what Larkfield Freight's revenue was in 2025?"),
        ("I'm filling in a fact sheet and need the month Larkfield Freight was set up. Which month was it, please?", "the month Larkfield Freight was set up, Which month was it?"),
        ("My boss asked about Larkfield Freight. Is it profitable?", "Larkfield Freight, Is it profitable?"),
        ("I'm only interested in the crane business. How much did Larkfield Freight's revenue grow?", "the crane business, How much did Larkfield Freight's revenue grow?"),
        ("I think Larkfield Freight lost money in 2024. How much?", "think Larkfield Freight lost money in 2024, How much?"),
        ("I was reading about Larkfield Freight over lunch. Who founded it?", "Larkfield Freight, Who founded it?"),
        ("I keep hearing “reefer day” and have no clue. What does that mean?", "what does reefer day mean?"),
        ("I'm doing a bio of somebody and I need the year Larkfield Freight was founded. Can you help?", "which year Larkfield Freight was founded?"),
        ("If I add up the revenue of Larkfield Freight and Jiguang, what do I get?", SAME),
        ("What did our country's first crane maker earn?", SAME),
        ("Larkfield Freight was founded in 2012. Is that right?", SAME),
        ("我在寫一段導言,想先交代整體規模:霽光科技2025年營收多少?", "霽光科技2025年營收多少?"),
        ("主管要我補一頁投影片,所以想麻煩您幫忙查:霽光科技2025年營收是多少?謝謝!", "霽光科技2025年營收是多少?"),
        ("老師上課提到霽光科技,我沒聽清楚,它的創辦人是誰?", "上 霽光科技,它的創辦人是誰?"),
        ("不好意思打擾,看到霽光科技取消了3億元的訂單,想請問背後的原因是什麼?", "為什麼霽光科技取消了3億元的訂單?"),
        ("霽光科技到四月底有幾人?我看到兩種講法", SAME),
        ("「別人不敢做的難活,我們要搶著做」這句話是誰講的?", SAME),  # what somebody said is not the asker's
        ("在2025年,霽光科技虧多少?", SAME),
        ("我国的光模块公司有哪些?", SAME),
        ("照理说应该多招人,霽光科技卻裁員,這是為什麼?", "霽光科技卻裁員,這是為什麼?"),
        ("下週要跟主管報告競爭格局,霽光科技2025年營收是多少?", "霽光科技2025年營收是多少?"),
        ("我一個外行不太明白,霽光科技2025年營收是多少?", "霽光科技2025年營收是多少?"),
        ("The printer is down again. What was Larkfield Freight's revenue in 2025?", "What was Larkfield Freight's revenue in 2025?"),
        ("It'd help to know what Larkfield Freight's revenue was in 2025.", "what Larkfield Freight's revenue was in 2025."),
        ("同事写扫地机器人的稿子要引一个总量,麻烦告诉我2025年全球出货一共是多少台?", "扫地机器人,2025年全球出货一共是多少台?"),
    ],
)
def test_what_is_said_around_a_question_is_left_out(reader: Reader, message: str, asked: str) -> None:
    assert reader.plainly(message)[0] == (asked or message)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("help me pls", "help"),
        ("thx a lot mate, really useful", "thanks"),
        ("太感謝了!幫了大忙", "thanks"),
        ("you're a lifesaver", "thanks"),
        ("yo whats up", "hello"),
        ("這個要怎麼用啊?", "help"),
        ("你能回答哪些問題?", "who"),
        ("先這樣,掰掰", "bye"),
        ("was that useful?", ""),
        ("感谢信是谁写的", ""),
        ("thanks to whom did it grow?", ""),
        ("好未来营收", ""),
        ("star", ""),
    ],
)
def test_talk_is_talk_only_where_all_of_it_is(message: str, kind: str) -> None:
    assert smalltalk(fold(message)) == kind


@pytest.mark.parametrize(
    ("message", "alone"),
    [
        ("The terminal is down and I have a table to finish. What revenue did Larkfield Freight report for 2025?", "What revenue did Larkfield Freight report for 2025?"),
        ("I'm filling in a table of carriers and Larkfield Freight is the last blank: what revenue growth does it report for 2025?", "what revenue growth does Larkfield Freight report for 2025?"),
        ("I need to add two names to our watchlist, Larkfield Freight and Jiguang. What are their stock codes and markets?", "What are Larkfield Freight and Jiguang's stock codes and markets?"),
        # What the question leaves out or points at is put in its place.
        ("我在追物流股,Larkfield Freight那一行還空著。這家公司2025年的營收是多少?", "Larkfield Freight2025年的營收是多少?"),
        ("做晶片產業的簡報,主管要我補資料。這四家裡面,營收最高的是哪一家?", "四家晶片公司裡面,營收最高的是哪一家?"),
        ("I'm putting together a note on the five crane makers and, before the meeting, need to know which of them made a loss in 2025. Thanks!", "which of the five crane makers made a loss in 2025"),
        ("看到霽光科技取消訂單的消息,有點意外,想請問是什麼原因造成的?", "為什麼霽光科技取消訂單?"),
        ("霽光科技的C輪金額我看到的講法不太一樣,怕引用錯。想請你幫忙釐清,這一輪實際募到的數字是多少?", "霽光科技C輪實際募到的數字是多少?"),
        ("I keep bumping into the letters ABC in the results. What do they stand for?", "what does ABC mean?"),
        ("Reefer Day keeps coming up in my notes, and I never wrote down what it actually is. Can you tell me?", "what does Reefer Day mean?"),
        ("下半年想组织客户去参观,得提前排行程。霽光科技的工厂哪年开始生产?", "霽光科技的工厂哪年开始生产?"),
        ("霽光科技2025年的毛利率漂亮不少,大家猜來猜去。想了解一下,究竟是哪些因素推上去的?", "霽光科技2025年毛利率究竟是哪些因素推上去的?"),
        ("我們幾個同事在比較物流股,對翻桌率有點爭論,可以把霽光科技和Larkfield Freight的數字放在一起給我看嗎?", ""),
        ("I'm updating a tracker and Larkfield Freight is changing its boss. Could you tell me who takes over, and what position that person holds?", ""),
        ("I'm looking at the crane division of Larkfield Freight. What was its revenue in 2025?", ""),
        ("Larkfield Freight shipped fewer crates last quarter. What held them back so badly?", ""),
        ("不好意思,我要寄邀請函給霽光科技,想確認他們現任董事長的大名", "霽光科技現任董事長的大名"),
        ("做簡報寫到人才這一段,想請教國產晶片頭部那幾家,創辦的班底多半從哪些公司出來?", ""),
        ("Larkfield Freight - revenue, FY2025?", ""),
        ("霽光科技放著平原不飛,為什麼先往山區裡鑽?", ""),
        # What may decide what is asked is no frame.
        ("If the order is cancelled, what revenue does Larkfield Freight expect for 2026?", ""),
        ("Outside Europe, which country is Larkfield Freight's largest crane market?", ""),
        ("Leaving cranes aside, what revenue did Larkfield Freight report last year?", ""),
        ("Larkfield Freight did not pay its crew. Which union leader complained about Larkfield Freight's wages?", ""),
        ("Larkfield Freight sold its crane unit. How much was that?", ""),
        ("It was in 2024 they said. What revenue did Larkfield Freight report from cranes?", ""),
        ("Larkfield Freight and Jiguang signed a contract. What is the price of the crane they ordered?", "What is the price of the crane Larkfield Freight and Jiguang ordered?"),
        ("如果霽光科技取消訂單,那麼2025年的營收預計會是多少元?", ""),
        ("What revenue did Larkfield Freight report for 2025?", ""),
    ],
)
def test_a_question_is_taken_alone_only_where_that_asks_the_same(reader: Reader, message: str, alone: str) -> None:
    assert reader.asked_alone(message) == alone
