"""Figures of many fields are found under the names people have for them, and not under a neighbour's."""


import pytest

from tests.bot.archives import reply

ARTICLES = (
    ("藍籌週報", "2025-08-20", """霜橋人壽（Shuangqiao Life，601979.SH）8月19日公布2025年上半年業績，總保費收入為842億元，首年年化保費為96.3億元，新業務價值為41.5億元。霜橋人壽綜合償付能力充足率為212%，2024年底為198%。霜橋人壽核心償付能力充足率為141%。
霜橋人壽13個月保單繼續率為93.4%，代理人數量為6.8萬人。霜橋人壽總投資收益率為4.6%，淨投資收益率為3.8%。"""),
    ("藍籌週報", "2026-03-19", """雁蕩銀行（Yandang Bank，601980.SH）3月18日公布2025年業績，核心一級資本充足率為10.2%，資本充足率為14.1%。雁蕩銀行撥備覆蓋率為248%，撥貸比為3.1%。"""),
    ("藍籌週報", "2026-03-20", """鶴汀地產（Heting Property，01979.HK）2025年合約銷售額為312億元，土地儲備為1,840萬平方米。鶴汀地產寫字樓出租率為87.5%，商場空置率為6.2%。鶴汀地產總負債為980億元，淨負債為265億元。"""),
    ("航天週刊", "2026-03-21", """蒼梧航天（Cangwu Space）的長庚一號火箭直徑3.8米，起飛質量420噸，起飛推力560噸，近地軌道運載能力為9.6噸。長庚一號單台海平面推力80噸。"""),
    ("醫藥週刊", "2026-03-22", """嶺溪生物（Lingxi Bio，02979.HK）的LX-11客觀緩解率為46.3%，疾病控制率為81.5%。LX-11中位無進展生存期為8.4個月。LX-11中位總生存期為19.7個月。"""),
    ("餐飲週刊", "2026-03-23", """灶下記（Zaoxiaji，06979.HK）2025年翻檯率為3.6次，客單價為92元，外賣佔收入21%。灶下記單店日均銷售額為2.4萬元。"""),
    ("風能週刊", "2026-03-24", """朔原風電（Shuoyuan Wind，688979.SH）4MW機組單機容量為4MW，葉輪直徑為171米，輪轂高度為100米。"""),
    ("軟體週刊", "2026-03-25", """棲雲軟件（Qiyun Software，688978.SH）2025年淨收入留存率為117%，毛留存率為92%，應收帳款周轉天數為84天。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("霜橋人壽的償付能力比率是多少?", "212", "198"),
        ("霜桥人寿核心偿付能力充足率", "141", "212"),
        ("What are Shuangqiao Life's gross written premiums?", "842", "96.3"),
        ("What is the first-year premium of Shuangqiao Life?", "96.3", "842"),
        ("霜橋人壽有多少代理人?", "6.8", "212"),
        ("霜橋人壽淨投資收益率", "3.8", "4.6"),
        ("What is Yandang Bank's CET1 ratio?", "10.2", "14.1"),
        ("雁荡银行资本充足率是多少", "14.1", "10.2"),
        ("雁蕩銀行撥貸比多少", "3.1", "248"),
        ("鶴汀地產的出租率是多少", "87.5", "6.2"),
        ("What is Heting Property's vacancy rate?", "6.2", "87.5"),
        ("鶴汀地產淨負債多少", "265", "980"),
        ("What is the total debt of Heting Property?", "980", "265"),
        ("鶴汀地產土儲有多少", "1,840", "312"),
        ("What is Lingxi Bio's LX-11 ORR?", "46.3", "81.5"),
        ("LX-11的中位PFS是多久", "8.4", "46.3"),
        ("What was LX-11's median overall survival?", "19.7", "8.4"),
        ("灶下記翻枱率是幾多", "3.6", "92"),
        ("What is Zaoxiaji's table turnover?", "3.6", "92"),
        ("棲雲軟件NRR是多少", "117", "92%"),
        ("What is Qiyun Software's gross retention?", "92", "117"),
        ("棲雲軟件DSO", "84", "117"),
    ],
)
def test_a_figure_is_found_by_its_other_name(assistant, question: str, said: str, unsaid: str) -> None:
    answer = reply(assistant, question)
    text = " ".join(answer.lines)
    assert answer.answered and said in " ".join([*answer.lines, *answer.quotes]), answer
    assert unsaid not in text
