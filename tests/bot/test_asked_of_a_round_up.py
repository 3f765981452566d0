"""What colleagues ask of a round-up: whom a follow-up means, which of two numbers, how, into what, on what, for how much."""

import pytest

from bot.figuretalk import figures_plainly
from tests.bot.archives import asking, library, said

ARTICLES = (
    ("茶業月報", "2026-02-03", """櫨山茶業2024年營收3.1億元,2025年營收3.9億元。櫨山茶業的市值為52億元。
垌野茶業2024年營收2.2億元,2025年營收2.6億元。垌野茶業的市值為40億元。垌野茶業於2025年11月3日在香港上市。
樟渡茶業2024年營收1.4億元,2025年營收1.5億元。樟渡茶業的市值為31億元。樟渡茶業於2026年1月8日上市。"""),
    ("茶飲觀察", "2026-02-10", """回顧過去幾年,國內茶企通過“拼包裝、拼門店、拼代言”的方式彌補口感差距,但利潤仍薄。
此外,客戶的需求正由“買茶葉”向“買茶飲方案”轉變。
垌野茶業在三年內完成三代製茶機迭代。
樟渡茶業副總經理岑若帆接受本刊採訪時表示,新茶飲的門檻在於供應鏈。“高山茶市場的品牌鎖定效應太強,追趕成本很高。”岑若帆認為。"""),
    ("器具誌", "2026-02-12", """垌野茶業又發表第四代製茶機“青嵐”。
製茶機廠的業績分化顯著,核心差異在於是否切入高端市場。垌野茶業精準卡位酒店、航空等高端市場,搶佔先機。
垌野茶業2月9日發佈2025年度業績預告。"""),
    ("影音誌", "2026-03-03", "音響品牌 Halvard 發表 Tern 3 藍牙喇叭,重 0.6kg,是首款支援空間音訊的入門喇叭。"),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("roundup"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("櫨山茶業2024年營收多少?", "那2025年呢?", "垌野茶業呢?"), "2.6億元"),
        (("櫨山茶業市值多少?", "在香港上市的垌野茶業呢?", "再說說樟渡茶業"), "31億元"),
        (("樟渡茶業的哪位副總經理接受了採訪?", "他怎麼看高山茶市場?"), "鎖定"),
        (("論市值,櫨山茶業壓過垌野茶業多少億?",), "12億元"),
        (("過去幾年國內茶企用什麼方式彌補口感差距?",), "拼門店"),
        (("客戶的需求從買茶葉變成買什麼?",), "茶飲方案"),
        (("垌野茶業的製茶機是三代還是四代?",), "三代"),
        (("垌野茶業的製茶機是三代還是四代?",), "第四代"),
        (("垌野茶業憑什麼業績衝得這麼高?",), "酒店"),
    ],
)
def test_told(assistant, turns, told):
    assert told in said(assistant, *turns)


@pytest.mark.parametrize(
    "question",
    [
        "樟渡茶業目標是什麼時候賺錢?",
        "國內茶企以後能不能跑出來,要看什麼?",
    ],
)
def test_refused(assistant, question):
    assert not said(assistant, question)


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("岚屿邮轮营收比上一年多了百分之多少", "岚屿邮轮营收同比增长百分之多少"),
        ("商会会长多少岁", "商会会长多少岁"),
        ("净利增幅落在哪个区间?", "净利增幅是多少?"),
        ("how much is one share of its revenue", "how much is one share of its revenue"),
    ],
)
def test_put_plainly(asked, plain):
    assert figures_plainly(asked) == plain


def test_terms_spaced_from_chinese(tmp_path):
    names = library(tmp_path, ("甲", "2026-01-01", "甲廠生產茶機。")).names
    spaced = [(s.kind, s.ids, s.start, s.end) for s in names.find("下一代 ai 芯片量产")]
    assert [(s.kind, s.ids) for s in names.find("下一代ai芯片量产")] == [s[:2] for s in spaced]
    assert any("下一代 ai 芯片量产"[a:b] == "ai 芯片" for *_, a, b in spaced)
