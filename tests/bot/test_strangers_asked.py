"""Questions about somebody or something else than the articles tell of: they are refused, however alike the names."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply, said

ARTICLES = (
    ("島嶼財經", "2026-02-26", """嵐嶼航空(Lanyu Air)25日公布2025年財報,全年營收312.4億元,年增14.6%;稅後淨利27.8億元。
人力資源長簡玉棠指出,嵐嶼航空機師總數294人。總經理杜承岱表示,今年增開兩條航線。"""),
    ("鞋訊", "2026-03-04", """驰砚体育3月4日发布跑鞋“霄砚3”系列,共两个版本,标准版售价699元,竞速版售价1699元。霄砚3系列3月20日开售。"""),
    ("商情周報", "2026-05-12", """量販三強首季營收出爐。樟谷科技首季營收231億元,霽川科技首季營收96億元。"""),
    ("低空快讯", "2026-06-16", """鹭程科技海外有了突破:5月底,公司与泰国清迈一家物流商签下首张海外订单,出售12架「鹭80」。"""),
    ("味蕾", "2026-03-09", """澄湾生活的海外门市分布在日本、泰国、法国和智利。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "嵐嶼郵輪去年賺多少?",  # the airline's short name before another trade
        "嵐嶼飯店2025年營收多少",
        "湯日和2024年營收做到多少",  # a name made of small words
        "霄砚4什么时候发布?",  # a model that no article has
        "霄砚4多少钱",
        "霄砚3有多长?",  # neither a length nor what it is
        "樟谷科技、楠嶺坊和霽川科技首季營收合計多少?",  # one of three is not known
    ],
)
def test_of_a_stranger_nothing_is_told(assistant: Assistant, question: str) -> None:
    assert said(assistant, question) == ""


def test_who_runs_a_part_is_not_who_runs_the_firm(assistant: Assistant) -> None:
    assert "杜承岱" not in said(assistant, "Who is in charge of HR at Lanyu Air?")
    assert "杜承岱" in said(assistant, "嵐嶼航空的總經理是誰?")


@pytest.mark.parametrize(("question", "wanted"), [("嵐嶼去年營收多少?", "312.4"), ("嵐嶼航空機師有幾人?", "294"), ("霄砚3标准版多少钱?", "699"), ("樟谷科技和霽川科技首季營收合計多少?", "327"), ("澄湾生活的海外门市开在哪些国家?", "智利")])
def test_of_whom_they_tell_it_is_told(assistant: Assistant, question: str, wanted: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and wanted in " ".join([*answer.lines, *answer.quotes])


def test_what_an_article_says_is_not_told_to_be_missing(assistant: Assistant) -> None:
    refused = reply(assistant, "嵐嶼航空機師的2025年營收多少?")
    assert not refused.answered and "機師」" not in refused.lines[0] and "312.4" in refused.lines[1]
    assert "「郵輪」" in reply(assistant, "嵐嶼郵輪去年賺多少?").lines[0]


def test_a_list_of_countries_is_of_whom_is_asked(assistant: Assistant) -> None:
    listed = reply(assistant, "澄湾生活的海外门市开在哪些国家?")
    assert "answered by: named list" in listed.explanation
    assert "answered by: named list" not in reply(assistant, "渡月现在国外开到哪些国家了?").explanation  # 公司与泰国 lists nothing
