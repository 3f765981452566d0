"""Questions for figures in shorthand and in talk: the many ways to ask for the greatest, a difference, a sum, each of two."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.assistant import Assistant
from bot.figuretalk import figures_plainly
from bot.nounforms import as_verbs
from bot.state import State
from tests.bot.archives import library

PLAINLY = (
    # the greatest and the least
    ("兩岸麵廠 2024營收老大是哪家", "兩岸麵廠 2024營收最高是哪家"),
    ("四家麵廠2024營收排第1的是誰", "四家麵廠2024營收最高的是誰"),
    ("2024營收,麵廠裡哪家稱霸", "2024營收,麵廠裡哪家最高"),
    ("麵廠裡誰的市佔率居冠", "麵廠裡誰的市佔率最高"),
    ("麵廠誰2024年淨利倒數第一", "麵廠誰2024年淨利最低"),
    ("which mill tops 2024 revenue?", "which mill has the highest 2024 revenue?"),
    ("who is #1 in 2024 net profit?", "who has the highest 2024 net profit?"),
    ("which of the four mills came last in shipments", "which of the four mills has the lowest shipments"),
    ("noodle makers, 2024 revenue: who's on top?", "noodle makers, 2024 revenue: who has the highest?"),
    ("哪家麵廠公司最年輕?", "哪家麵廠公司成立最晚?"),
    ("Vela系列價格最低的是哪款", "Vela系列最便宜的是哪款"),
    ("Vela哪台充一次電騎得最遠", "Vela哪台续航最长"),
    ("which Vela goes furthest on a single charge", "which Vela has the longest range"),
    # how far apart, how much together
    ("Tarn market cap minus Osk market cap = ?", "difference between Tarn market cap and Osk market cap"),
    ("how did Tarn stack up against Osk on revenue", "Tarn vs Osk on revenue"),
    (
        "gap in days between the Tarn listing and the Osk one",
        "how many days lie between the Tarn listing and the Osk one",
    ),
    ("塔恩營收從2023到2024一共增加幾億", "塔恩營收2024年比2023年多了幾億"),
    ("塔恩2025年Q1加Q2營收總共多少", "塔恩2025年上半年營收總共多少"),
    ("塔恩2025年前兩季(上半年)合計營收", "塔恩2025年上半年合計營收"),
    ("Tarn + Osk 2024 revenue?", "Tarn and Osk 2024 revenue combined"),
    ("seed + series A total for Tarn?", "how much did Tarn raise in seed and series A total?"),
    # each of two, so many of a kind
    ("塔恩跟奧斯克市佔各幾%", "塔恩跟奧斯克市佔各是多少"),
    ("麵條那四家裡誰營收最高", "四家麵條公司裡誰營收最高"),
    ("of the 4 noodle cos who lost most", "of the four noodle companies who lost most"),
    ("what was the number of stores at Tarn", "how many stores at Tarn"),
    # worked out backwards, how old, before and after
    ("Tarn 2024 revenue, backing it out from 2025", "Tarn 2024 revenue, implied by from 2025"),
    ("倒算塔恩2024營收", "反推塔恩2024營收"),
    ("Ada Kern's age at the time of founding Tarn?", "how old was Ada Kern when founding Tarn?"),
    ("柯安達開塔恩那年幾歲", "柯安達创办塔恩那年幾歲"),
    ("目標價調整前後各是多少", "目標價从多少调到多少"),
    ("塔恩ARR多少,去年這時候呢", "塔恩ARR多少,去年同期呢"),
    ("how many passengers, n load factor", "how many passengers, and what is the load factor"),
    # first by the bare word, the group first, a rank without a question word
    ("四家麵廠,營收增速第一的是哪家", "四家麵廠,營收增速最高的是哪家"),
    ("麵廠裡誰的毛利率第一?", "麵廠裡誰的毛利率最高?"),
    ("三家麵廠裡,毛利率第一的是?", "三家麵廠裡,毛利率最高的是哪家?"),
    ("誰是塔恩的第一大股東", "誰是塔恩的最大股東"),
    ("幾條航線裡頭哪條漲最多", "哪條航線漲最多"),
    ("塔恩賣得最好的產品類別是啥", "塔恩賣得最好的是哪类产品"),
    ("做麵條的幾家,誰毛利最高", "麵條公司,誰毛利最高"),
    ("lowest capex this year among the 3 noodle makers", "which of the three noodle makers has the lowest capex this year"),
    ("highest margin out of the five mills?", "highest margin out of the five mills?"),
    ("2024 sales: who came last out of Tarn, Osk and Vela?", "of Tarn, Osk and Vela, which has the lowest 2024 sales"),
    ("biggest jump in net profit: which mill?", "fastest growth in net profit: which mill?"),
    ("which line of the two earned it the most?", "which line of the two earned it the most?"),
    ("which region earned it the most?", "which region brought in the most revenue?"),
    ("Tarn: top-earning part of the network and its % of revenue?", "Tarn: which part of the network earns the most revenue, and what share is that?"),
    ("whose stint at Osk was the longest?", "who worked at Osk the longest?"),
    ("在塔恩的年資,柯安達跟林望哪個人長?", "柯安達跟林望谁在塔恩待得比较久?"),
    # one against another, from what to what, by how many points
    ("Tarn founding to Osk founding, gap in years?", "how many years lie between Tarn founding and Osk founding?"),
    ("Tarn and Osk both went public in Leeds; what's the gap between the two dates in days?", "how many days lie between the listings of Tarn and Osk in Leeds?"),
    ("Vela 3: price gap between Plus and Lite?", "how much more expensive is the Vela 3 Plus than the Lite?"),
    ("How many points of market share did Tarn pick up versus a year earlier?", "by how many percentage points did Tarn gain market share versus a year earlier?"),
    ("how many pp of gross margin did Tarn lose?", "by how many percentage points did the gross margin of Tarn fall?"),
    ("attributable profit divided by revenue for Tarn", "net margin for Tarn"),
    ("塔恩2025年的營收跟2024年相比增加了多少錢", "塔恩2025年營收比2024年多了多少錢"),
    ("塔恩調整了今年出貨目標,原本是多少、現在是多少?", "塔恩今年出貨目標从多少调到多少?"),
    ("塔恩那個廠又加投了多少錢", "塔恩那個廠追加了多少投资"),
    ("庫存跟上週比減了多少?", "庫存一个週少了多少?"),
    ("毛利率 塔恩?奧斯克?", "毛利率 塔恩和奧斯克各是多少"),
    ("四家國產GPU 各自哪天掛牌", "四家國產GPU公司 的上市日期分别是什么"),
    ("塔恩的成立年月與成立地點分別是?", "塔恩是什么时候在哪里成立的?"),
    ("vela 3 vs vela 5, lower starting price?", "vela 3 vs vela 5, which has the lower starting price?"),
    ("塔恩全年預告扣掉前三季,第四季營收多少", "塔恩全年預告减前三季,第四季營收多少"),
    # counted first, shares of those treated
    ("tarn yr end mills how many, staff?", "tarn year-end how many mills, staff?"),
    ("tarn public offer oversubscribed how many x", "tarn public offer oversubscribed how many times"),
    ("OX-12 ph3: how many patients and number of sites", "OX-12 phase 3: how many patients and how many sites"),
    ("what share of patients on OX-12 had serious adverse events?", "what was the rate of serious adverse events on OX-12 ?"),
    ("most recent price of tin", "latest price of tin"),
    ("塔恩上市第一天漲了幾趴", "塔恩上市首日漲了幾趴"),
    ("塔恩產量跟指引差了幾噸(少了多少)", "塔恩產量跟指引差了幾噸"),
)
AS_IT_IS = (
    "who led the Series A of Tarn?",
    "Who leads sales at Tarn?",
    "which company was first to list in Leeds?",
    "市場龍頭是誰",
    "塔恩第一季營收多少",
    "塔恩營收排第幾",
    "A number of mills closed; why?",
    "柯安達離開塔恩那年幾歲",
    "柯安達創辦塔恩的時候幾歲",
    "誰揭露了塔恩造假",
    "連續兩年前兩個月營收多少",
    "Is Tarn the market leader?",
    "澄谷四家公司裡營收第二高的是誰",
    "what is AI inference",
    "塔恩靠哪些產品賺營收?各佔幾成",
    "Compare the range of the Vela 7 Plus and the Vela 7 Ultra.",
    "塔恩頭一天收在什麼價",
    "塔恩連續三年市佔第一,靠什麼",
    "塔恩市佔率第一嗎",
    "塔恩第一季營收第一次突破百億是什麼時候",
    "這幾家公司裡哪家營收最高",
    "how many points did the index lose?",
    "what share of patients were women?",
    "Osk's stores: how many?",
    "most recent quarter revenue of Tarn",
    "體重減了多少公斤",
    "塔恩全年目標扣掉上半年,下半年還要做多少",
    "塔恩(多少人知道)是什麼?",
    "best-paid executive among the makers",
)


@pytest.mark.parametrize(("said", "plain"), PLAINLY)
def test_put_plainly(said: str, plain: str) -> None:
    assert figures_plainly(said) == plain


@pytest.mark.parametrize("said", AS_IT_IS)
def test_left_as_it_is(said: str) -> None:
    assert figures_plainly(said) == said


AS_VERBS = (
    # when, how much, how large a share: a noun, or a sign
    ("塔恩漲價生效日期?", "塔恩漲價什么时候生效?"),
    ("塔恩二廠投產日是幾號", "塔恩二廠什么时候投產"),
    ("tarn hull mill opening date?", "when is tarn hull mill expected to open?"),
    ("Tarn-Osk deal closing when?", "when is the Tarn-Osk deal expected to close?"),
    ("塔恩收購奧斯克的價錢", "塔恩花了多少钱买下奧斯克"),
    ("對塔恩擬罰的金額是多少", "對塔恩擬罰多少钱"),
    ("塔恩去年燃油費花了多少", "塔恩去年燃油费用是多少"),
    ("塔恩第四季毛利率跌到百分之幾", "塔恩第四季毛利率跌到多少"),
    ("前5大客戶給塔恩貢獻了幾成收入", "前五大客戶占塔恩收入几成"),
    ("塔恩股價下挫幾%", "塔恩股價下跌幾%"),
    ("塔恩首日收多少 漲幾%", "塔恩首日收多少 漲百分之几"),
    ("塔恩掛牌第一天收多少", "塔恩上市首日收多少"),
    ("造一台塔恩T3 成本要多少錢", "塔恩T3单位成本多少"),
    # two asks in a row, the noun first, who is where
    ("塔恩T3一趟能帶多重能飛多遠", "塔恩T3一趟能帶多重,能飛多遠"),
    ("塔恩新厂:投资额?年产能?", "塔恩新厂:投资多少,年产能多少"),
    ("and mill generations, how many did it get through?", "and how many mill generations did it get through?"),
    ("max number of rolls in a Tarn rack", "how many rolls can a Tarn rack hold at most"),
    ("柯安達在哪間公司當副總", "柯安達是哪家公司的副總"),
    ("塔恩3是哪個會上亮相的", "塔恩3是在什么活动上发布的"),
    ("兩家誰虧更慘", "兩家誰虧得比较多"),
    ("塔恩去年也就是2025年的營收", "塔恩2025年的營收"),
    ("2024 actual?", "and 2024?"),
    ("TN-207 ph3 start date", "TN-207 phase 3 start date"),
)
NO_NOUNS = (
    "第一架A350-1000何時交付",
    "塔恩2025年營收漲了多少",
    "塔恩2025年營收比2024年多了幾億",
    "塔恩的產品這次要漲幾趴",
    "塔恩研發費用多少",
    "塔恩從0到100家店花了幾年",
    "兩家誰賺得更多",
    "柯安達之前在哪家公司當副總",
    "前後兩篇的投資額,說法一樣嗎",
    "年輕人多大比例會買",
)


@pytest.mark.parametrize(("said", "plain"), AS_VERBS)
def test_a_noun_is_put_as_its_verb(said: str, plain: str) -> None:
    assert as_verbs(said) == plain


@pytest.mark.parametrize("said", NO_NOUNS)
def test_no_noun_is_put_otherwise(said: str) -> None:
    assert as_verbs(said) == said


ARTICLES = (
    ("饲料周报", "2026-02-11", """澄谷饲料营收由2019年的38.6亿元增至2024年的171.5亿元，2025年首次突破两百亿，达到208.4亿元。
Vela 3和Vela 5是澄谷饲料的两款投喂机。Vela 3售价12,000元起，Vela 5售价19,000元起。"""),
    ("港口紀要", "2026-03-27", """滙礁港口2025年營收為85.2億港元，2024年營收為80.1億港元。
滙礁港口2025年員工為1,200人。
栢灣港口2025年營收為64.0億港元。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with closing(library(tmp_path_factory.mktemp("figures"), *ARTICLES)) as opened:
        yield Assistant(opened)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("滙礁港口跟栢灣港口2025營收各幾億", ("85.2", "64")),
        ("滙礁港口營收從2024到2025一共增加幾億", ("5.1",)),
        ("滙礁港口2025營收比2024成長了幾億", ("5.1",)),
        ("澄谷饲料营收从2024到2025增加几亿", ("36.9",)),
        ("滙礁港口、栢灣港口,2025營收誰居冠", ("滙礁港口",)),
    ],
)
def test_answered(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer, _ = assistant.reply(question, State())
    told = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and all(s in told for s in said), told


@pytest.mark.parametrize("question", ["澄谷饲料2025年营收比2024年增加了几亿?", "澄谷饲料营收2025年比2024年增加多少亿"])
def test_other_years_are_not_set_against_each_other(assistant: Assistant, question: str) -> None:
    answer, _ = assistant.reply(question, State())
    assert "132.9" not in " ".join([*answer.lines, *answer.quotes])
