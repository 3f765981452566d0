"""When a sentence may speak: a likelihood decides, and with a refusal the nearest sentence is shown."""

from __future__ import annotations

import pytest

from bot.answers.confidence import likelihood
from bot.assistant import Assistant
from tests.bot.archives import reply

ARTICLES = (
    ("港城财讯", "2026-02-25", """翠灣食品於1972年由關兆良創辦，其女兒關愷琳2019年接任主席，行政總裁則由外聘的李世桓出任。
翠灣食品去年關閉了元朗的舊廠，改由惠州的新廠供應月餅。李世桓表示，舊廠的冷藏設備已用了三十年，維修費比折舊還高。"""),
    ("消費觀察", "2026-03-01", """禾悅餐飲的中央廚房設在葵涌，每日供應一百六十八間餐廳。主席稱會研究把中央廚房遷往內地。"""),
)  # fmt: skip


def test_what_matches_more_and_stands_further_ahead_is_likelier():
    weak = {"": 1.0, "matched": 0.4, "strength": 1.0, "margin": 0.1, "missing": 1.0}
    strong = {"": 1.0, "matched": 1.0, "strength": 3.0, "margin": 0.7, "missing": 0.0}
    assert likelihood(weak) < 0.4
    assert likelihood(strong) > 0.8


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("禾悅的中央廚房在哪裡?", "設在葵涌"),  # a place that is no known name
        ("關愷琳幾時接任主席?", "2019年"),
    ],
)
def test_a_sentence_that_says_what_is_asked_speaks(assistant: Assistant, question: str, said: str):
    answer = reply(assistant, question)
    assert answer.answered
    assert said in " ".join([*answer.lines, *answer.quotes])


def test_a_refusal_shows_the_nearest_sentence_as_no_answer(assistant: Assistant):
    answer = reply(assistant, "關愷琳的丈夫是誰?")
    assert (answer.answered, answer.kind) == (False, "refusal")
    assert answer.lines[-1] == "最接近的一句是："
    assert "其女兒關愷琳" in answer.quotes[0]
    assert [s.publisher for s in answer.sources] == ["港城财讯"]


def test_nothing_is_shown_beside_a_refusal_that_is_about_nothing_here(assistant: Assistant):
    answer = reply(assistant, "火星上有沒有生命?")
    assert not answer.answered
    assert not answer.quotes


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("翠灣食品惠州新廠的冷凍倉庫有幾座?", "關於翠灣食品，這些文章裡找不到「倉庫」。"),  # in the asker's script
        ("翠湾食品的泳池和停车场有多大?", "关于翠湾食品，这些文章里找不到「泳池」和「停车场」。"),
        ("How big is the lab of 翠灣食品?", "I found nothing on “lab” about 翠灣食品 in these articles."),
        ("主席什麼時候退休?", "這些文章裡找不到答案。"),  # a verb alone is no thing
    ],
)  # fmt: skip
def test_a_refusal_names_things_as_they_were_asked(assistant: Assistant, question: str, said: str):
    assert reply(assistant, question).lines[0] == said
