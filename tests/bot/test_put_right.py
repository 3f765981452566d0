"""Figures that another article puts right, what is told so far, and answers that hold only half of what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply
from tests.bot.archives import said as said_of

ARTICLES = (
    ("晨報", "2026-04-28", """霽光科技（Jiguang，688911.SH）公布2026年第一季財報，營收12.4億元，截至3月末在手訂單約34億元。公司維持全年營收52億元至55億元的指引不變。
霽光科技透露，霽光晶片累計出貨已達620萬顆。霽光科技2025年毛利率為31.2%，預料2026年毛利率將處於28%至30%。
截至4月28日，六家測試設備公司首季合計實現營收94.6億元，同比增長21.7%。
霽光科技的主力晶片「遠舟W2」採用6奈米製程。「遠舟W2」是「遠舟W1」的後繼。霽光科技專做車用晶片，員工有830人。霽光取自「光風霽月」。"""),
    ("晚報", "2026-05-20", """霽光科技5月14日表示，把2026年營收目標從52億元至55億元上修到58億元至61億元。
霽光科技的在手訂單也有新說法。先前媒體引述的數字是約34億元，但發言人表示，若計入未收訂金的部分，截至4月底應為39.2億元。
霽光科技招股書寫明，截至2025年末，晶片累計出貨580萬顆。軟體訂閱占霽光科技新簽訂單的比重已由去年的11%升至26%。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("put-right"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("霽光科技的在手訂單有多少?", ("34億元", "39.2億元")),
        ("How large is Jiguang's order backlog?", ("34億元", "39.2億元")),
        ("霽光科技2026年的營收目標是多少?", ("52億元至55億元", "58億元至61億元")),
        ("霽光的晶片累計出貨多少顆?", ("620萬顆", "580萬顆")),
        ("軟體訂閱占霽光科技新簽訂單的多少?", ("26%",)),
        ("霽光科技的公司名是怎麼來的?", ("光風霽月",)),
        ("How did Jiguang get its name?", ("光風霽月",)),
        ("六家測試設備公司首季合計營收年增幾%?", ("21.7%",)),
    ],
)
def test_what_another_article_says_of_a_figure_is_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = said_of(assistant, question)
    assert all(part in text for part in said), text


def test_what_is_known_is_told_before_what_is_to_come(assistant: Assistant) -> None:
    assert "31.2%" in said_of(assistant, "霽光科技毛利率多少?")
    assert "28%" in said_of(assistant, "霽光科技毛利率預計多少?")


@pytest.mark.parametrize(
    "question",
    [
        "遠舟W2是哪家代工的?",
        "測試設備公司前五名是哪幾家?",
    ],
)
def test_what_no_article_tells_is_not_answered_by_what_is_near(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered
