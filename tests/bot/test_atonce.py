"""Questions that ask two things, and one sentence that tells both; what tells one of them alone is refused."""

from __future__ import annotations

import pytest

from tests.bot.archives import asking, reply

ARTICLES = (
    ("天空日報", "2026-02-10", """澄翼航空（2633.TW）公布元月營收48.2億元，年增11.3%。澄翼航空首架A350預計9月交機，將率先投入台北—西雅圖航線。
澄翼航空成立於2009年，總部設在桃園，最大股東為持股28.6%的和昶集團。"""),
    ("Mineral Post", "2026-01-22", """Karrabeen Copper (KRB) beat its guidance for 2025. Karrabeen Copper's 2025 revenue was $610 million. As of June 30, 2026, Karrabeen Copper had 290 customers. Karrabeen Copper's new chief executive, Dana Whitlow, starts in March. Her first task is the US$2.4 billion expansion of the Cerro Alto mine, on which the board will decide in the third quarter."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("at-once"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澄翼航空的首架A350几月份能到？先飞哪条线？", ("9月", "西雅图")),
        ("澄翼航空第一大股东是谁，占多少股份", ("28.6%", "和昶")),
        ("How much will the Cerro Alto expansion cost, and when does the board decide?", ("2.4 billion", "third quarter")),
    ],
)
def test_one_sentence_tells_both(assistant, question, said):
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered
    assert all(part in text for part in said), text


def test_what_is_so_at_a_moment_needs_not_be_of_the_year_of_the_other_half(assistant):
    answer = reply(assistant, "What was Karrabeen Copper's 2025 revenue and how many customers does it have?")
    assert answer.answered
    assert all(figure in " ".join(answer.lines) for figure in ("610 million", "290"))


@pytest.mark.parametrize(
    "question",
    [
        "澄翼航空什麼時候掛牌?代號是多少?",
        "澄翼航空的首架A350幾月到？買成多少錢？",
    ],
)
def test_half_of_it_is_no_answer(assistant, question):
    assert not reply(assistant, question).answered
