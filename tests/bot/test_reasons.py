"""Why something is so: reasons told after the fact, before it, or by the article's own question; and none of something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.kinds import answer_type
from bot.plain import plain
from bot.reasonwords import WHY

_FERRY = """禾鷗海運5月6日公布,首季營收9.1億元,淨利卻由1.2億元降至0.7億元。公司解釋,主要是燃油漲價,以及兩艘船進塢大修。

新碼頭的啟用時間由今年8月推遲到明年3月。

碼頭為何延後?公司歸咎於樁基供應商:鋼管樁要到12月才能到貨。禾鷗把客流回升歸結為兩點:一是小琉球航線改成一日六班;二是學生票降價。

為了替新碼頭留下現金,董事會取消了股息。票務系統去年換過。

對手藍岬海運票價低一成,反觀禾鷗,勝在可以帶車上船。
"""
_BAKER = """Hollin Bakeries, the Derby-based bread maker, said sales rose 6% to £210m in 2025, but operating profit fell to £9m from £14m.

Two things hurt. Flour prices jumped by a quarter, and a flood closed its Luton plant for a month. To keep its lenders content, the company scrapped its dividend.

Hollin will move its head office to Leeds in the autumn. To be nearer its growers, it is also opening a mill in Norfolk.
"""
_KILN = """窯行陶瓷(Yaohang)6月2日公布,上半年營收6.4億元,年增9%。公司原定4月開幕的高雄門市延到9月。店長莫以庭坦言,裝潢商的大理石兩度送錯顏色。

窯行決定不參加今年的米蘭家具展。創辦人席若海的說法是,攤位費一年漲三成,去一趟等於白做一季。

窯行把新窯廠建在苗栗。當地瓦斯價格只有台北的七成,老師傅也多。

設計總監童予安3月因家庭因素離任。窯行沒有公布接替的人選。
"""
_CRANE = """Oldmoor Cranes, the Fife-based crane maker, has shelved its lift in Perth. "The port could not promise us a berth," operations chief Lena Quist said.

Its sale of the Tidewater yard collapsed in May when the buyer failed to raise a loan. Analyst Piers Hobday of Lanthorn cut his rating, arguing that the order book is thin.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("reasons"), ("港務報", "2026-05-07", _FERRY), ("Crumb Weekly", "2026-02-10", _BAKER), ("器物", "2026-06-03", _KILN), ("Dock & Derrick", "2026-06-01", _CRANE)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("禾鷗海運的新碼頭為什麼延期?", "鋼管樁"),
        ("禾鷗海運客流為什麼回升?", "學生票"),
        ("禾鷗海運營收明明不錯,淨利怎麼反而少了?", "燃油"),
        ("禾鷗海運為什麼不發股息了?", "留下現金"),
        ("禾鷗海運憑什麼贏過藍岬?", "帶車上船"),
        ("Why did Hollin Bakeries' profit drop although sales grew?", "Flour"),
        ("What was the reason Hollin Bakeries cancelled its dividend?", "lenders"),
        ("窯行的高雄門市為什麼往後拖?", "大理石"),
        ("窑行为什么不去米兰家具展?", "摊位费"),
        # The reason asked for in a clause of its own, by a noun, or by what brought it about.
        ("禾鷗海運把新碼頭延後了,是什麼緣故?", "鋼管樁"),
        ("禾鷗海運客流回升,背後的推手是什麼?", "學生票"),
        ("禾鷗海運客流回升,是什麼因素帶動的?", "學生票"),
        ("禾鸥海运新码头延期,图什么?", "钢管桩"),
        ("禾鷗海運的新碼頭往後拖,原因出在哪裡?", "鋼管樁"),
        ("禾鷗海運營收成長,淨利卻少了,原因是?", "燃油"),
        ("Hollin Bakeries' profit dropped. What happened?", "Flour"),
        ("Hollin Bakeries scrapped its dividend. On what grounds?", "lenders"),
        ("What's the thinking behind Hollin Bakeries' mill in Norfolk?", "growers"),
        ("Was there a stated reason Hollin Bakeries cancelled its dividend?", "lenders"),
        ("窯行為什麼把窯廠蓋在苗栗?", "瓦斯"),
        ("窯行的高雄門市往後拖,背後有什麼考量?", "大理石"),
        ("导致禾鸥海运新码头延期的是什么?", "钢管桩"),
        ("窯行不去米蘭家具展,道理在哪?", "攤位費"),
        ("是什麼讓禾鷗海運客流回升?", "學生票"),
        ("What got Hollin Bakeries to scrap its dividend?", "lenders"),
        ("What was behind Hollin Bakeries' decision to scrap its dividend?", "lenders"),
        ("Why did Oldmoor Cranes put off its lift in Perth?", "berth"),
        ("Oldmoor Cranes出售Tidewater為什麼沒成?", "loan"),
        ("Why is Piers Hobday negative on Oldmoor Cranes?", "order book"),
        ("quick one for a memo: why is Hollin Bakeries opening a mill in Norfolk?", "growers"),
    ],
)
def test_a_reason_is_told(asked: Assistant, question: str, wanted: str) -> None:
    assert wanted in plain(reply(asked, question))


@pytest.mark.parametrize(
    "question",
    ["Why is Hollin Bakeries moving to Leeds?", "禾鷗海運為什麼換票務系統?", "禾鷗海運的新碼頭為什麼貴?", "窯行為什麼召回產品?", "窯行的存款為什麼流失?", "窯行上半年營收為什麼成長?", "Why did Oldmoor Cranes resign from the port association?"],
)
def test_the_reason_of_something_else_is_none(asked: Assistant, question: str) -> None:
    assert not reply(asked, question).answered


@pytest.mark.parametrize(
    ("folded", "why"),
    [
        ("关厂的主要原因为何", True), ("出于什么考虑把总部搬走", True), ("投产推迟是怎么回事", True), ("毛利率是受什么因素拖累", True),
        ("what widened its loss", True), ("what accounts for the fall in margin", True), ("to what does it owe its growth", True), ("what held up the first ship", True),
        ("公司名是怎么来的", False), ("这笔亏损是怎么来的", True), ("他现在干嘛去了", False), ("干嘛去香港上市", True), ("手机处理器用什么?", False), ("他以前干什么工作", False), ("投资逻辑是什么", False), ("对降价有什么看法", False), ("用什么办法降低成本", False),
        ("它敢涨价,底气从哪来", True), ("新厂投产推迟,道理在哪", True), ("毛利率下滑,关键是什么", True), ("他做机器人最初的契机是什么", True), ("是什么让毛利率下滑", True),
        ("净利怎么掉这么多", True), ("集资额怎么缩了", True), ("他们一下子赚这么多,公司给出的说法是什么", True), ("投产推迟,问题出在哪", True), ("毛利率为何如此", True),
        ("which business segments drove its good year", True), ("what got it to sell the yard", True), ("what's the story behind the sale", True),
        ("是什么让他印象最深", False), ("他的背景是什么", False), ("降价的办法靠的是什么办法", False), ("款项怎么处理了", False), ("which product line has the most sales", False), ("what got approved", False),
        ("手机处理器用什么?", False), ("他以前干什么工作", False), ("投资逻辑是什么", False), ("对降价有什么看法", False), ("用什么办法降低成本", False),
        ("what cost of sales did it report?", False), ("what hit rate did it report?", False), ("what cut of the fee does it take", False), ("which firm drove there", False),
    ],
)  # fmt: skip
def test_what_asks_for_a_reason(folded: str, why: bool) -> None:
    assert bool(WHY.search(folded)) is why


@pytest.mark.parametrize(
    ("folded", "wants"),
    [("what did it teach makers who pile up parts", ""), ("which backers and who led them", "person"), ("who leads the makers", "person"), ("tell me who teaches it", "person")],
)
def test_who_in_a_clause_asks_for_nobody(folded: str, wants: str) -> None:
    assert answer_type(folded) == wants
