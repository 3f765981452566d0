"""Names and words as people type them: in pinyin, shortened, in English, misspelt."""

from contextlib import closing

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply, written

ARTICLES = (
    ("面板紀要", "2026-03-27", """屹澄显示3月26日晚发布2025年年报：全年营业收入387.42亿元，归母净利润21.05亿元。
3月26日，滙濤港口控股公布，2025年收入為85.2億港元。
另一家新势力翎沅汽车3月交付2万辆。翎沅汽车2025年营收为64亿元。"""),
    ("Harbour Retail Journal", "2026-02-12", """Linshuo Beauty Group's 2025 net sales rose 14.2% to 6.31 billion yuan. Linshuo Beauty earns less.
Linshuo will shut 62 of its 415 counters. Founder Qiu Linshuo, a former chemistry teacher, owns 39.6%."""),
    ("医械周刊", "2025-10-20", """联合创始人、首席技术官马丁·克尔瓦尔德(Martin Kehrwald)曾在慕尼黑任教。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with closing(Assistant.open(written(tmp_path_factory.mktemp("typed"), *ARTICLES))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("yicheng xianshi 2025 jinglirun duoshao", "21.05亿元"),
        ("Yicheng Display's 2025 net profit", "2.105 billion"),
        ("what was yicheng's net profit in 2025?", "2.105 billion"),
        ("Yicheng Disply net profit 2025", "2.105 billion"),
        ("Huitao Ports revenue 2025?", "8.52 billion"),
        ("Huitao Port Holdings revenue 2025?", "8.52 billion"),
        ("Lingyuan Auto March deliveries", "20,000"),
        ("Linshuo 2025 revenue?", "6.31 billion"),
        ("克爾瓦爾德是誰", "慕尼黑"),
        ("Who is Martin Kehrwald?", "慕尼黑"),
    ],
)
def test_a_name_is_known_as_it_is_typed(assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer
