"""Several told in one sentence: companies in a row, versions, segments; what is worked out, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.bot.archives import asking, reply

ARTICLES = (
    ("車輪週報", "2026-02-02", """三家造车新势力如期晒出2026年1月的成绩单。澄岳汽车以38,216辆重回榜首,同比增长44.8%,环比下降5.3%;远衡汽车交付35,907辆,同比增长21.6%;驰陌汽车只交付了9,872辆,同比下滑33.7%。
车型上,澄岳的主力是中型SUV岳S6,单月交付21,540辆,占其总量的56.4%。
目标方面,2026年远衡定下50万辆,澄岳48万辆,驰陌则把目标从20万辆下调至15万辆。
2025年全年,远衡交付41.2万辆,澄岳39.7万辆,驰陌16.8万辆。"""),
    ("數碼觀察", "2026-03-28", """海拓电子（301877.SZ）2025年实现营业收入86.4亿元，同比增长18.3%。海拓电子2024年的净利润没有公布。
分业务看，耳机收入41.7亿元，同比增长6.1%，毛利率为34.1%；相机收入22.5亿元，同比大增52.7%；扫地机收入13.0亿元，同比下降7.4%。"""),
    ("車界觀察", "2026-03-21", """澜域汽车（601977.SH）新车共推出三个版本:标准版售价19.98万元,长程版售价22.98万元,四驱版售价26.98万元。
标准版搭载磷酸铁锂电池,CLTC续航为520公里;长程版和四驱版的续航分别为705公里和650公里。"""),
    ("Retail Courier", "2026-04-02", """Maribel Foods Inc. reported results on Tuesday. Snacks, the company's largest division, saw its sales rise 4.2% to $561 million; beverages sales jumped 20.1% to $408 million, while bakery sales fell 3.7% to $315 million."""),
    ("港城財訊", "2026-05-02", """禾悅餐飲集團（06812.HK）公布中期業績。禾悅餐飲截至9月底共有168間餐廳。期內新開12間,結束7間,結業者多在旅遊區。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Companies in a row: the figure of each, differences, sums, extremes.
        ("澄岳汽车1月交付量是多少?", "38,216辆"),
        ("澄岳汽车和远衡汽车1月交付量相差多少?", "相差2,309辆 (= 38,216辆 − 35,907辆)"),
        ("三家造車新勢力1月總共交付多少輛?", "合計83,995輛"),
        ("2025年全年三家新势力谁交付最多", "最高的是远衡：41.2万辆"),
        ("三家新势力1月谁的交付量同比跌得最多", "跌幅最大的是驰陌汽车：同比下降33.7%"),
        ("Of the three start-ups, whose January deliveries grew the most?", "grew most at 澄岳汽车: up 44.8%"),
        # Parts without names of their own.
        ("海拓电子哪块业务增长最快?", "营收增幅最大的是相机：同比增长52.7%"),
        ("澜域汽车哪个版本续航最短?", "续航最低的是标准版：520公里"),
        ("四驱版比标准版贵多少?", "相差7万元 (= 26.98万元 − 19.98万元)"),
        ("Which Maribel Foods division grew fastest?", "grew most at beverages: up 20.1% year on year"),
        ("禾悅餐飲期內餐廳淨增多少間?", "相差5間 (= 12間 − 7間)"),
        # What was aimed at, asked of without a measure.
        ("澄岳汽车2026年的目标是多少辆?", "48万辆"),
        ("驰陌汽车2026年的目标是多少辆?", "15万辆"),
        # The value before, from the growth, however it is asked.
        ("Going by its growth rate, what was 海拓电子's revenue in 2024?", "CNY 7.3 billion (= CNY 8.64 billion ÷ 1.183)"),
    ],
)  # fmt: skip
def test_what_several_figures_say(assistant: Assistant, question: str, said: str) -> None:
    answer = reply(assistant, question)
    text = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered
    assert said.replace(",", "") in text.replace(",", "")
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "三家造車新勢力2024年總共交付多少輛?",  # another period
        "四驱版比运动版贵多少?",  # a version nobody names
        "海拓电子2024年净利润比2025年多多少?",  # no input
        "海拓电子耳机和手表的收入相差多少?",
    ],
)
def test_a_sentence_that_only_holds_other_inputs_is_no_answer(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


def test_a_figure_of_a_model_is_not_the_companys(assistant: Assistant) -> None:
    answer = reply(assistant, "澄岳汽车1月交付多少辆?")
    assert "21,540" not in " ".join(answer.lines)


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    vacuums = (
        "總分方面,雲拭X9以91分居首,旋風S2得84分,拂塵A1得79分。噪音最低的是潔宅M3,僅52分貝,旋風S2則高達68分貝。售價由拂塵A1的1,899元到雲拭X9的5,299元不等。續航最長的是旋風S2,可連續工作210分鐘。"
    )
    rice = "11月24日,磐穗米業發表水稻「磐穗三號」,畝產達620公斤,比上一代高14%。"
    airports = (
        "Four airports reported traffic for July. Lindholm handled 6.4 million passengers, up 3.1 per cent; Brackwater 5.2 million, up 11.8 per cent; Tamsin Bay 3.9 million, up 0.7 per cent; and Orrin Field 2.8 million, down 4.5 per cent. "
        "Brackwater was the most punctual, with 86 per cent of flights leaving on time."
    )
    with asking(tmp_path_factory.mktemp("tested"), ("家電評鑑", "2026-02-03", vacuums), ("農經報", "2025-11-25", rice), ("Skyport Weekly", "2025-09-10", airports)) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["磐穗二號畝產多少?", "拂塵A1續航多少?", "旋風S2賣多少錢?"])
def test_what_is_told_of_another_one_is_no_answer(tested: Assistant, question: str) -> None:
    assert not reply(tested, question).answered


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("旋風S2噪音幾大?", "68分貝", "Highest"),
        ("which airport was the most punctual?", "86 per cent", "Highest"),
        ("Of the airports still growing, which grew the slowest?", "Tamsin Bay", "Orrin"),
    ],
)
def test_a_superlative_is_of_what_it_is_asked_of(tested: Assistant, question: str, said: str, unsaid: str) -> None:
    answer = reply(tested, question)
    told = " ".join([*answer.lines, *answer.quotes])
    assert answer.answered and said in told and unsaid not in told


def test_a_comparison_of_nothing_in_particular_sets_the_principal_figures_side_by_side(assistant: Assistant) -> None:
    answer = reply(assistant, "比较澄岳汽车和远衡汽车")
    assert answer.kind == "compare"
    assert all(name in answer.lines[0] for name in ("澄岳汽车", "远衡汽车", "交付量"))
