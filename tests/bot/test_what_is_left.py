"""Sums with what was asked for before, what is left of a whole, what one of several comes to, and stays up to a step; and none that is not told."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.state import State
from tests.bot.archives import asking, reply

ARTICLES = (
    ("农商周报", "2026-04-21", """禾垣种业4月20日发布年报。2025年公司实现营业收入24.8亿元,同比增长11.7%;归母净利润3.1亿元;研发投入1.86亿元。

分季度看,2025年四个季度营收分别为4.2亿元、3.6亿元、5.4亿元和11.6亿元,第四季度是旺季。

分产品看,玉米种子收入14.3亿元,水稻种子收入6.2亿元,蔬菜种子收入2.7亿元,其余为农化服务收入。

截至2025年末玉米种子库存5.6万吨,到今年3月末降至3.9万吨。公司称,今年的目标是把玉米种子库存压到3万吨以内。

周口二期工厂总投资6.4亿元,到3月底已投入3.5亿元。"""),
    ("電信周刊", "2026-11-05", """嶺海電信今(5)日公布第三季財報,單季營收182.4億元,年增3.6%;每股盈餘1.12元。累計前三季每股盈餘3.51元。公司維持全年每股盈餘4.8元的目標不變。

嶺海電信光纖用戶數145萬戶,當季新增6.2萬戶、流失3.8萬戶。企業客戶營收第三季為41.8億元。

嶺海電信2026年資本支出預算為165億元,前三季已支出98億元。

董事長沈叔禾1996年加入摩岳半導體,2003年轉赴賽岑微電子任設計經理,2012年回國任華岑電子副總裁,2017年創辦嶺海電信。"""),
    ("车市周刊", "2025-12-02", """屿驰汽车12月1日公布,三季度营收198亿元,净亏损6.3亿元。屿驰汽车三季度交付9.9万辆。

屿驰汽车2024年营收为506亿元,2023年为93.2亿元。"""),
    ("芯潮周刊", "2026-05-18", """炬岑微2019年完成A轮1.2亿元,2021年B轮4亿元,2023年C轮7.6亿元。炬岑微第一代芯片K310采用40纳米,下一代K900计划2027年流片。

值得注意的是,炬岑微2025年前三季度收入由首版披露的6.12亿元调整为5.95亿元。"""),
    ("Ore Courier", "2025-10-30", """Karrowby Lithium employs 940 people after cutting 160 jobs in August.

For the financial year to June, Karrowby's revenue was US$388 million, down 27% from a year earlier, and the net loss was US$45 million. Karrowby spent US$120 million on fuel.

Managing director Brett Oldcastle, 58, started at Karrowby in 2008 as chief geologist, became operations head in 2014 and was appointed managing director in 2020.

Karrowby has put aside US$18 million for lost stock and legal claims in the Denham fire."""),
    ("餐业财讯", "2026-02-25", """禾灶国际2月24日公布中期业绩。截至去年底,禾灶国际门店总数为612家。期内新开74家、关闭29家。

禾灶国际全年食材采购目标由420万吨下调至390万吨,上半年已采购203万吨。以销量计,禾灶国际火锅底料市占26.3%,较去年同期少1.8个百分点。

禾灶国际新一代点餐机R2计划于2026年一季度量产,并预计2027年推出再下一代R3并实现量产。"""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("archive"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        # With what was asked for before.
        (["禾垣种业2025年研发投入多少?", "占营收比重呢?"], "7.5%"),
        (["嶺海電信第三季營收多少?", "企業客戶占多少比例?"], "22.9%"),
        (["嶺海電信2026年資本支出預算多少?", "那還剩多少沒花?"], "67億元"),
        (["How much did Karrowby spend on fuel?", "What share of revenue is that?"], "30.9%"),
        (["When did Brett Oldcastle join Karrowby?", "How long was he there before he became managing director?"], "12 years"),
        # A quarter of its year, the rest of a fact, what is still to be done, what was added and went.
        (["禾垣种业第四季度营收占全年的比例是多少?"], "46.8%"),
        (["禾垣种业农化服务收入有多少?"], "1.6亿元"),
        (["禾垣种业离今年的玉米种子库存目标还要降多少?"], "9000吨"),
        (["禾垣周口二期还需要投入多少钱?"], "2.9亿元"),
        (["嶺海電信離全年每股盈餘目標還差多少?"], "1.29"),
        (["嶺海電信光纖用戶第三季淨增多少戶?"], "2.4萬戶"),
        (["How many people did Karrowby employ before the August cuts?"], "1,100"),
        (["What was Karrowby's revenue in the financial year before?"], "532 million"),
        # Of one; of several; a multiple; a stay; an amended figure.
        (["屿驰三季度平均每辆车净亏多少钱?"], "6360元"),
        (["屿驰汽车2024年营收是2023年的几倍?"], "5.4倍"),
        (["炬岑微从A轮到C轮总共融了多少?"], "12.8亿元"),
        (["沈叔禾在賽岑微電子待了幾年?"], "9年"),
        (["炬岑微2025年前三季度收入多少?"], "5.95亿元"),
        # Shops by the word that names their number; a share of the new target; what is left where that is what it now is.
        (["禾灶国际半年净增了多少家店?"], "45家"),
        (["禾灶国际这半年门店数量净增多少家?"], "45家"),
        (["禾灶国际上半年采购的食材,占新的全年目标几多成?"], "52.1%"),
        (["禾灶国际火锅底料的销量市占剩多少?"], "26.3%"),
        (["How much has Karrowby put aside for lost stock after the Denham fire?"], "18 million"),
        # One sentence may tell this one and the next.
        (["禾灶国际新一代点餐机R2什么时候量产?", "再下一代呢?"], "2027年"),
    ],
)
def test_what_comes_of_the_sum_is_told(assistant: Assistant, turns: list[str], said: str) -> None:
    state = State()
    for turn in turns:
        answer, state = assistant.reply(turn, state)
    assert answer.answered and said in "\n".join([*answer.lines, *answer.quotes]), answer.lines


@pytest.mark.parametrize(
    "question",
    [
        "嶺海電信5G用戶第三季淨增多少戶?",  # of other lines
        "屿驰三季度平均每家门店净亏多少钱?",  # whose number is not told
        "How many of Karrowby's people are not unionised?",
    ],
)
def test_no_operand_is_told_for_the_sum(assistant: Assistant, question: str) -> None:
    assert not reply(assistant, question).answered


def test_the_next_one_is_not_the_one_just_told(assistant: Assistant) -> None:
    _, state = assistant.reply("炬岑微下一代芯片什么时候流片?", State())
    again, _ = assistant.reply("再下一代呢?", state)
    assert not again.answered
