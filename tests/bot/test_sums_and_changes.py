"""Sums, totals and changes of which a sentence gives the parts: told with the sum, or not at all."""

import pytest

from bot.assistant import Assistant
from tests.bot.archives import reply

ARTICLES = (
    ("監管報", "2026-05-25", """5月20日，证监会公布对澜岱证券的行政处罚决定：因在栖桥材料首发保荐中未勤勉尽责，没收业务收入1,200万元，并处三倍罚款3,600万元，合计罚没4,800万元。
两名签字会计师同时受罚。姜棠被罚款90万元，市场禁入五年；吕岑被罚款60万元。
2021年，其永泽营业部因协助配资被罚70万元。"""),
    ("Runway Notes", "2026-05-27", """Tarvel Air, a low-cost airline based in Cork, said on Tuesday that net profit fell by 6% to €120m in the year to March 31st.
The airline carried 21.3m passengers, up from 18.6m, and filled 88% of its seats.
For the current year Tarvel Air expects 23m passengers."""),
    ("電池報", "2025-11-18", """鈉岱新能11月17日宣布，新電池在雲澤工廠量產。首期產線年產能3GWh，二期5GWh計劃2026年9月投產，兩期合計投資24億元。
鈉岱新能季末門市共1,184家，比6月底淨減26家。"""),
    ("面板報", "2026-05-07", """霧瀾光電在法說會上表示，月產能會從6,000片增至9,000片，資本支出上修至新台幣52億元，原先規劃是40億元。"""),
    ("兩輪報", "2026-04-17", """岱川智行（Daichuan）递交招股书。2025年岱川收入为52亿元。
2025年整车销量151万辆，均价3,120元；整车收入47.1亿元，电池与配件3.4亿元，软件订阅1.5亿元。"""),
    ("房市報", "2026-01-15", """雲汀市房市調查1月14日公布：全市住宅房價持平。
三個行政區中，東岱區每坪52.8萬元，北岱區39.6萬元，西岱區27.2萬元。"""),
    ("街市報", "2026-05-21", """三家買菜平台的一季報都已出齊。但禾鮮投訴最少，每萬單4.1起，橙岱5.2起，拾岱8.7起。"""),
    ("艦隊報", "2026-03-12", """三家無人船公司同時走向資本市場。嵩岱智行在香港掛牌，船隊共850艘。曜岱智行擁有420艘船。無岱智行的船隊只有190艘。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澜岱证券合计被罚没多少?", "4,800万元"),
        ("两名签字会计师合计被罚款多少钱?", "合计150万元"),
        ("How many more passengers did Tarvel Air carry than the year before?", "2.7 million"),
        ("鈉岱新能雲澤工廠兩期合計年產能是多少?", "合計8GWh"),
        ("鈉岱新能6月底有多少家門市?", "1210家"),
        ("霧瀾光電的資本支出上修了多少?", "相差12億新台幣"),
        ("Break down Daichuan's 2025 revenue by business", "CNY 4.71 billion"),
        ("岱川2025年各业务收入分别是多少?", "软件订阅的营收：1.5亿元"),
        ("雲汀市哪一區房價最貴?", "52.8萬元"),
        ("買菜平台哪家被投訴最多?", "8.7起"),
    ],
)
def test_what_is_asked_in_all_or_by_how_much_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and said in text, text


def test_one_of_several_is_not_all_of_them(assistant: Assistant) -> None:
    answer = reply(assistant, "三家無人船公司的船隊合計多少艘?")
    assert not answer.answered or answer.kind == "derived", answer.lines
