"""Questions in another language, region or mixture than the article's: what is meant is the same, and nothing is left out."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.spoken import written
from tests.bot.archives import reply

ARTICLES = (
    ("港股觀察", "2026-03-05", """霜塔風機（Shuangta Wind，601977.HK）3月4日在港交所掛牌，入場費約3,737港元。霜塔風機2025年毛利率為31.2%。
霜塔風機的行政總裁何詠珊表示,訂單充足。霜塔風機的財務總監韋樂言說,現金夠用三年。
霜塔風機的物流無人機鷺影R7最大載重4公斤，航程31公里。鷺影R7在3月1日發布，4月9日正式開賣。"""),
    ("Panel Weekly", "2026-02-11", """Thornby Glass (LSE: THNB) on Tuesday reported results for the fourth quarter of 2025. Chief executive Imelda Roscoe said demand held up.
Thornby Glass entered Japan in 2011. Its Hull plant went into production in 1996, with an initial output of 40,000 panels a year."""),
    ("電池日誌", "2026-02-09", """曜帆動力（Yaofan Power）1月因浦口廠停產檢修9天，把第三名讓給了礪川電池。曜帆動力2014年來港上市，2025年交付電池組8,420套。
電池級碳酸鋰1月均價為每噸7.31萬元，比上月高2.4%。"""),
    ("Baltic Freight", "2026-02-20", """Tarnwick Air reported its annual results on Thursday. Tarnwick Air's cargo revenue fell 7% to €31 million because Baltic rates softened.
Tarnwick Air's ticket revenue rose 4% to €212 million."""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霜塔風機CEO同CFO係邊個", ("何詠珊", "韋樂言")),
        ("Who are the CEO and CFO of 霜塔風機?", ("何詠珊", "韋樂言")),
        ("霜塔風機財務長", ("韋樂言",)),
        ("霜塔风机 CEO?", ("何咏珊",)),
        ("Thornby Glass CEO?", ("Roscoe",)),
        ("thornby glass chief executive", ("Roscoe",)),
        ("鷺影R7 max payload and range?", ("4", "31")),
        ("鷺影R7幾時開賣?", ("4月9日",)),
        ("What year did Thornby Glass enter the Japanese market?", ("2011",)),
        ("霜塔集團2025年毛利率幾多?", ("31.2",)),
        ("Why was Yaofan Power knocked out of third place?", ("浦口",)),
        ("When did Yaofan Power float in Hong Kong?", ("2014",)),
        ("What was battery-grade lithium carbonate going for in January?", ("7.31",)),
        ("Tarnwick Air的貨運收入為什麼會下滑?", ("Baltic",)),
    ],
)
def test_asked_in_other_words(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(s in text for s in said), answer


@pytest.mark.parametrize("question", ["Thornby Glass CFO?", "霜塔風機 董事長", "Who chairs Thornby Glass?", "霜塔風機行政總裁今年貴庚?", "What year did Thornby Glass enter the Chinese market?", "霜塔風機 CEO 薪水"])
def test_what_is_not_told_stays_refused(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Why did Yilan's (屹嵐) gross margin get better?", "Why did Yilan (屹嵐)'s gross margin improve?"),
        ("Who was it that said “我們都要有” (we must have it too)?", "who said “我們都要有”?"),
        ("Linden House - what kind of business is it?", "what is Linden House?"),
        ("When the Hull plant first opened, how many panels a year could it make?", "how many panels a year could it make when the Hull plant opened?"),
        ("Up to end-June 2025, how many were delivered?", "how many by the end of June 2025 were delivered?"),
        ("where does Hull Univ of Sci & Tech rank", "where does Hull University of Science and Technology rank"),
        ("衡岳IPO募来的钱要投哪三个项目", "衡岳IPO募集資金投向哪三个项目"),
        ("營收 range幾多", "營收區間多少"),
        ("盤點MCU那段都有誰", "盤點MCU那段有哪些公司"),
        ("What's weighing on Yilan's gross margin?", "why did Yilan's gross margin fall?"),
        ("What does the Glide go for?", "what is the price of the Glide?"),
        ("When did Lin Yue move over to Yilan?", "When did Lin Yue move to Yilan?"),
        ("鷺影R7充飽一次可以用幾天", "鷺影R7充满电用多久"),
        ("衡岳的三個碼頭叫什麼名字?", "衡岳的三個碼頭分別是哪些?"),
        ("到2025年12月為止的那半年,衡岳賺多少", "截至2025年12月底止六個月,衡岳賺多少"),
        ("What is Yilan shifting its focus to?", "What is Yilan shifting its focus to?"),
        ("新款跟舊款 一千瓦各報多少", "新舊兩款 每千瓦報價各是多少"),
        ("高盛跑去見衡岳管理層", "高盛拜訪衡岳管理層"),
        ("When is the range announced, how many models?", "When is the range announced, how many models?"),
        ("今年升幅最大的股票是哪隻", "今年升幅最大的股票是哪隻"),
        ("使用了多久", "使用了多久"),
        ("Who chairs the audit committee?", "Who chairs the audit committee?"),
    ],
)
def test_put_as_it_is_written(typed: str, meant: str) -> None:
    assert written(typed) == meant
