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
    ("Vela系列價格最低的是哪款", "Vela系列最便宜的是哪款"),
    # how far apart, how much together
    ("Tarn market cap minus Osk market cap = ?", "difference between Tarn market cap and Osk market cap"),
    ("塔恩2025年前兩季(上半年)合計營收", "塔恩2025年上半年合計營收"),
    ("Tarn + Osk 2024 revenue?", "Tarn and Osk 2024 revenue combined"),
    # each of two, so many of a kind
    ("塔恩跟奧斯克市佔各幾%", "塔恩跟奧斯克市佔各是多少"),
    ("麵條那四家裡誰營收最高", "四家麵條公司裡誰營收最高"),
    ("what was the number of stores at Tarn", "how many stores at Tarn"),
    # worked out backwards, how old, before and after
    ("Tarn 2024 revenue, backing it out from 2025", "Tarn 2024 revenue, implied by from 2025"),
    ("倒算塔恩2024營收", "反推塔恩2024營收"),
    ("柯安達開塔恩那年幾歲", "柯安達创办塔恩那年幾歲"),
    ("how many passengers, n load factor", "how many passengers, and what is the load factor"),
    # first by the bare word, the group first, a rank without a question word
    ("四家麵廠,營收增速第一的是哪家", "四家麵廠,營收增速最高的是哪家"),
    ("麵廠裡誰的毛利率第一?", "麵廠裡誰的毛利率最高?"),
    ("誰是塔恩的第一大股東", "誰是塔恩的最大股東"),
    ("幾條航線裡頭哪條漲最多", "哪條航線漲最多"),
    ("做麵條的幾家,誰毛利最高", "麵條公司,誰毛利最高"),
    ("lowest capex this year among the 3 noodle makers", "which of the three noodle makers has the lowest capex this year"),
    ("highest margin out of the five mills?", "highest margin out of the five mills?"),
    ("which line of the two earned it the most?", "which line of the two earned it the most?"),
    ("在塔恩的年資,柯安達跟林望哪個人長?", "柯安達跟林望谁在塔恩待得比较久?"),
    # one against another, from what to what, by how many points
    ("attributable profit divided by revenue for Tarn", "net margin for Tarn"),
    ("塔恩2025年的營收跟2024年相比增加了多少錢", "塔恩2025年營收比2024年多了多少錢"),
    ("毛利率 塔恩?奧斯克?", "毛利率 塔恩和奧斯克各是多少"),
    ("塔恩全年預告扣掉前三季,第四季營收多少", "塔恩全年預告减前三季,第四季營收多少"),
    # counted first, shares of those treated
    ("tarn yr end mills how many, staff?", "tarn year-end how many mills, staff?"),
    ("tarn public offer oversubscribed how many x", "tarn public offer oversubscribed how many times"),
    ("塔恩上市第一天漲了幾趴", "塔恩上市首日漲了幾趴"),
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
    ("tarn hull mill opening date?", "when is tarn hull mill expected to open?"),
    ("塔恩去年燃油費花了多少", "塔恩去年燃油费用是多少"),
    ("塔恩第四季毛利率跌到百分之幾", "塔恩第四季毛利率跌到多少"),
    ("塔恩首日收多少 漲幾%", "塔恩首日收多少 漲百分之几"),
    # two asks in a row, the noun first, who is where
    ("and mill generations, how many did it get through?", "and how many mill generations did it get through?"),
    ("柯安達在哪間公司當副總", "柯安達是哪家公司的副總"),
    ("塔恩3是哪個會上亮相的", "塔恩3是在什么活动上发布的"),
    ("兩家誰虧更慘", "兩家誰虧得比较多"),
    ("塔恩去年也就是2025年的營收", "塔恩2025年的營收"),
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
