"""Articles about what is no firm: a land, a port, an authority; their sentences seldom name it again."""

from __future__ import annotations

import pytest

from tests.bot.archives import asking, said

ARTICLES = (
    ("Strait Wire", "2026-06-11", """Corvale inflation eases to 3.4% in May
PORT ELLERY, 11 June – Consumer prices in Corvale rose 3.4% in the year to May, the National Statistics Office said. Core inflation, which leaves out food and fuel, was 3.1%.
Foreign reserves were $96.4 billion at the end of April, up from $95.1 billion a month earlier. The policy rate stands at 4.25%. Lending to manufacturing rose 1.9%, while credit to construction shrank 2.2%.
Dana Holm, chief economist at Brandt & Sons Bank, expects the policy rate to end the year at 3.75%."""),
    ("海運日報", "2026-06-15", """安瀾港5月吞吐量創新高
安瀾港務局15日公布，5月貨櫃吞吐量達142.6萬TEU，年增7.8%。
船舶平均等泊時間縮短至11小時，準班率回升到74%。進口櫃58.1萬TEU，轉口櫃22.6萬TEU，其中轉口櫃年減3.4%。"""),
    ("Strait Wire", "2026-03-18", """Insurance complaints rose 17% last year
The Tavian Insurance Authority received 24,310 complaints in 2025, up 17% from the year before.
The authority upheld 38% of the cases it closed. A rule that caps commissions at 12% takes effect on 1 September."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("places"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("core inflation corvale?", "3.1%"),
        ("Where is Corvale's policy rate now?", "4.25%"),
        ("How much did Corvale's reserves go up during April?", "1.3 billion"),
        ("Corvale的建筑业贷款是增是减，幅度多大？", "2.2%"),
        ("安瀾港準班率現在多少？", "74%"),
        ("安瀾港轉口櫃5月年減多少？", "3.4%"),
        ("What share of cases did the Tavian Insurance Authority uphold?", "38%"),
    ],
)
def test_a_sentence_is_of_where_its_article_is_set(assistant, question, told):
    assert told in said(assistant, question)


@pytest.mark.parametrize(("question", "untold"), [("Where is Corvale's policy rate now?", "3.75"), ("What was Corvale's inflation rate in July?", "3.4%")])
def test_a_forecast_and_another_month_are_no_answer(assistant, question, untold):
    assert untold not in said(assistant, question)
