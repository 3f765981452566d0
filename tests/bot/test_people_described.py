"""People told of in relative clauses and appositions, what two are to each other, and who only seems to hold a post."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State

_PAPER = """松澗紙業3月2日公布年報,去年營收34億元。

原任總經理陶景賢月底退休,接手的是卓以恩,後者曾在一家碼頭營運商管過九年調度。4月起,公司聘有十八年漿紙貿易經驗的麥青禾出任營運長。

松澗1974年由木匠出身的陶水生在屏東創辦,陶景賢是陶水生的長子。榮譽董事陶水生今年88歲。

研究機構把松澗排在第七,松澗對名次有意見。發言人戚書揚說,該機構漏算了外銷的三成。
"""
_SEEDS = """Aldermoor Seeds, the Norwich-based grain breeder, said sales rose 7% in 2025.

The company was founded in 1988 by Dilys Marchbank, a former school cook, and Owen Trell, a butcher's son, in a disused dairy. Chief executive Callum Reyes-Hart, an ex-army quartermaster who took over in 2022, called demand steady. The chairwoman, Agnes Lowther, holds 4%.
"""
_TWO = """桐嶼材料2016年由工程師出身的賀聞秋在台南創立,去年7月上市。

走薄膜路線的芯瀾光電資歷更老,2013年成立,創辦人為倪若海。芯瀾光電去年營收12億元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    articles = (("紙業週報", "2026-03-03", _PAPER), ("Fen Wire", "2026-02-19", _SEEDS), ("薄膜日報", "2026-02-11", _TWO))
    with asking(tmp_path_factory.mktemp("people"), *articles) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("卓以恩之前是做什麼的?", "碼頭"),
        ("松澗紙業的新營運長是誰?", "麥青禾"),
        ("麥青禾是誰?", "松澗"),
        ("陶景賢和創辦人是什麼關係?", "長子"),
        ("松澗紙業的創辦人原來是做什麼的?", "木匠"),
        ("松澗對這個名次有什麼意見?", "外銷"),
        ("Who founded Aldermoor Seeds together with Dilys Marchbank?", "Owen Trell"),
        ("Owen Trell是誰?", "Aldermoor"),
        ("Who runs Aldermoor Seeds, and what was his job before going into business?", "quartermaster"),
    ],
)
def test_who_somebody_is_or_was(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in plain(reply(asked, question))


def test_who_runs_it_chairs_it_only_where_nobody_else_does(asked: Assistant) -> None:
    assert "Reyes-Hart" in plain(reply(asked, "Who runs Aldermoor Seeds?"))


def test_a_founder_of_another_firm_is_none(asked: Assistant) -> None:
    assert "倪若海" not in plain(reply(asked, "桐嶼材料的創辦人是誰?"))


def test_a_year_before_a_quarter_is_not_that_quarter(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "模組廠宸松科技首季營收63億元。伺服器模組首季賣出42萬條,去年同期27萬條;筆電模組118萬條。"
    with asking(tmp_path_factory.mktemp("quarter"), ("模組報", "2026-04-15", text)) as assistant:
        _, state = assistant.reply("宸松科技伺服器模組首季賣了幾條?", State())
        assert "27萬" in plain(assistant.reply("去年同期咧?", state)[0])


def test_a_term_may_hold_a_measure(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "寶岡證券被罰。調查人員抽查了一千宗第三者存款,合共6億港元。所謂「第三者存款」,是指由客戶以外的人存入客戶帳戶的款項。"
    with asking(tmp_path_factory.mktemp("term"), ("港報", "2026-01-22", text)) as assistant:
        assert "客戶以外" in plain(reply(assistant, "什麼是第三者存款?"))


def test_a_later_article_tells_who_came_after(tmp_path) -> None:  # type: ignore[no-untyped-def]
    articles = (
        ("電池線", "2026-01-20", "澄樺新材2009年在長沙創辦。董事長為沈若瑜，總經理為高懷越。"),
        ("能材報", "2026-02-27", "澄樺新材公布修正後的預告。總經理高懷越已於2月10日因個人原因辭任，由原副總經理段若琛接任。現年46歲的段若琛2012年加入公司。"),
    )
    with asking(tmp_path, *articles) as assistant:
        answer = reply(assistant, "澄樺新材现在的总经理是谁?")
        assert "段若琛" in "\n".join([*answer.lines, *answer.quotes]), answer.lines
