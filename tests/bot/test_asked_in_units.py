"""Figures asked for in their own unit, terms asked for by their meaning, posts and founders in everyday words."""

from __future__ import annotations

import pytest

from tests.bot.archives import reply

ARTICLES = (
    ("牧场观察", "2026-08-20", """岚原乳业公布半年报。截至6月末,岚原乳业拥有自营牧场11座、成母牛6.3万头,平均单产12.1吨。其宁安工厂设计年产4,000万盒,预计9月完成验收。
所谓有机奶源系数(OMI),是指通过有机认证的原奶占全部收奶量的比例,岚原乳业6月末为31%。
岚原乳业董事长顾青禾表示,下半年会继续增加有机牧场。顾青禾2016年加入岚原乳业。财务总监沈知远6月底离任,由会计部主管罗以安代理。"""),
    ("航天周报", "2026-05-11", """商业火箭公司曜衡航天完成9亿元B轮融资。曜衡航天在手订单12.4亿元,其中卫星运营商澄照通信一家签下6.1亿元。“飞岚三号”近地轨道运力7.2吨,全长51米。
两位创始人背景各异:首席执行官温渡川38岁,毕业于西北理工大学;首席科学家简闻舟44岁,主持过上面级发动机的研制。两人2019年4月在合肥创办公司,目前员工520人。"""),
    ("Drone Ledger", "2026-03-02", """Haldric, the Leeds-based maker of delivery drones, said the Falk T40 can fly for 26 minutes when fully loaded. Haldric has paid €40 million for 25% of Norrvind, a Danish battery firm.
Chief executive Ines Corvell will step down in June. She will be succeeded by Tobias Renholm, the head of engineering. Renholm, a physicist, joined from Castor in 2019."""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚原乳业牛场里能产奶的成母牛有多少头?", "6.3万头"),
        ("岚原宁安那个厂一年能出多少盒", "4,000万盒"),
        ("飛嵐三號近地軌道能載多重?", "7.2噸"),
        ("How many minutes can the T40 stay up when fully loaded?", "26 minutes"),
        ("Haldric入股Norrvind花了多少錢、拿幾%", "€40 million"),
        ("Size of 曜衡航天's order backlog?", "1.24 billion"),
        ("曜衡航天目前員工幾人", "520"),
        ("OMI到底是什么东西", "有机认证的原奶"),
        ("what does OMI mean in the report?", "有机认证的原奶"),
        ("曜衡航天是哪几个人创办的?", "温渡川、简闻舟"),
        ("Who's taking over as Haldric CEO?", "Renholm"),
        ("谁在代理岚原的财务总监", "罗以安"),
        ("顾青禾哪年进公司的?", "2016年"),
        ("When did Renholm join?", "2019"),
    ],
)
def test_asked_in_other_words_than_told(assistant, question, said):
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and said in text, text


@pytest.mark.parametrize(
    "question",
    [
        "岚原乳业牧场里有多少头水牛?",  # another animal than those that are counted
        "岚原泗水那个厂一年能出多少盒",
        "曜衡第二座工廠要花多少錢",
        "How many minutes does the Falk T40 take to charge?",
        "顾青禾2025年薪酬多少?",
    ],
)
def test_what_is_counted_of_something_else_is_no_answer(assistant, question):
    assert not reply(assistant, question).answered, question


def test_only_who_comes_is_told_where_a_successor_is_asked_for(assistant):
    text = " ".join([*(answer := reply(assistant, "Who is the next Haldric CEO?")).lines, *answer.quotes])
    assert "Renholm" in text and "Corvell" not in text.split("Renholm")[0].split("succeeded")[-1], text
