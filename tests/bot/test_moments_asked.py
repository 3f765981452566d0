"""A moment that a question tells by what happened then, and who came last: no figure of another day, no order that the dates leave open."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("礦報", "2026-03-09", """礪川機器人2026年3月2日在香港掛牌。礪川機器人3月9日收盤的市值為420億元。嵐桐汽車3月9日收盤的市值為310億元。
嵐桐汽車2026年2月5日上市，首日收盤市值為350億元。"""),
    ("港報", "2026-03-10", """青硯智能2026年3月上市。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with asking(tmp_path_factory.mktemp("moments"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize("question", ["礪川機器人掛牌當天市值多少?", "砺川机器人上市那天市值比岚桐汽车高多少?", "What was 礪川機器人's market cap on its first trading day?"])
def test_a_figure_of_another_day_is_no_figure_of_the_first(assistant: Assistant, question: str) -> None:
    answer = reply(assistant, question)
    assert not answer.answered
    assert not any("市值" in line and "找不到" in line for line in answer.lines), "it has a market value, of another day"


@pytest.mark.parametrize(("question", "said"), [("礪川機器人市值多少?", "420"), ("嵐桐汽車上市首日市值多少?", "350")])
def test_the_day_that_is_told_is_answered(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


def test_a_month_stands_neither_before_nor_after_its_days(assistant: Assistant) -> None:
    assert reply(assistant, "哪家公司最晚上市?").kind != "superlative"


def test_the_earliest_of_more_than_are_dated_is_unknown(assistant: Assistant) -> None:
    assert reply(assistant, "哪家公司最早上市?").kind == "superlative"
    assert reply(assistant, "四家公司哪家最早上市?").kind != "superlative"  # what dates there are may be shown


def test_nobody_named_is_no_answer_to_who(assistant: Assistant) -> None:
    assert not reply(assistant, "嵐桐汽車是誰創辦的,哪天上市?").answered


@pytest.fixture(scope="module")
def debuts(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with asking(tmp_path_factory.mktemp("debuts"), (
        "店報", "2026-03-12", """Tavora Foods made a quiet debut in Hong Kong on March 11, closing at HK$12.80, or 6.7% above its offer price of HK$12.00.
岩櫟儲存2026年3月9日登陸科創板，首日收於45.2元，員工有1,260人。""",
    )) as opened:  # fmt: skip
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tavora Foods上市首日收在多少港元?漲了幾%?", "12.80"),
        ("At what price did Tavora Foods close on its first trading day?", "12.80"),
        ("Tavora頭一天收盤價多少", "12.80"),
        ("Tavora Foods上市首日是哪天?", "11"),
    ],
)
def test_the_first_day_is_a_moment_and_a_date(debuts: Assistant, question: str, said: str) -> None:
    answer = reply(debuts, question)
    assert answer.answered, answer.lines
    assert said in " ".join([*answer.lines, *answer.quotes])


@pytest.mark.parametrize("name", ["岩櫟儲存", "岩栎储存", "岩栎存储", "岩櫟存儲"])
def test_a_name_is_known_by_the_words_of_the_other_side(debuts: Assistant, name: str) -> None:
    assert "1,260" in " ".join(reply(debuts, f"{name}有多少員工?").lines)


def test_a_refusal_tells_whole_words(debuts: Assistant) -> None:
    lines = " ".join(reply(debuts, "岩櫟儲存的訓練晶片賣了多少顆?").lines)
    assert "「訓練晶」" not in lines
