"""Breakdowns: how a paragraph tells several parts of a whole, and what is no part or not told completely."""

import pytest

from kb import breakdowns
from kb.names import Names
from kb.partrows import Row
from kb.roles import MeasureRoles
from kb.text import sentences
from kb.vocabulary import load

NAMES = Names(load())
ROLES = MeasureRoles.of(list(NAMES.measures.values()))

TOLD = (
    # With measure, share and change.
    ("其中动力电池收入320亿元,占61%,同比增长12%;储能系统收入155亿元,占29.5%,同比大增47%;材料回收50亿元,占9.5%,同比下滑8%。",
     "动力电池 320亿元 61% growth 12%|储能系统 155亿元 29.5% growth 47%|材料回收 50亿元 9.5% decline 8%"),
    ("Cardiology brought in $1.2 billion, up 8%, while Oncology fell 3% to $980 million. Diabetes care contributed $640 million, an increase of 15%.",
     "Cardiology $1.2 billion growth 8%|Oncology $980 million decline 3%|Diabetes care $640 million growth 15%"),
    ("Sales of sneakers grew 14% to €2.3 billion, apparel sales were up 3% at €1.1 billion and accessories slipped 6% to €240 million.",
     "sneakers €2.3 billion growth 14%|apparel €1.1 billion growth 3%|accessories €240 million decline 6%"),
    # Told alike in the sentence after, without the measure; what its share now is goes on with a part.
    ("Revenue from the parcel unit rose 8% to £112 million and now accounts for 39% of the total. Freight grew 13% to £131 million, while the storage arm slipped 2% to £44 million.",
     "parcel unit £112 million 39% growth 8%|Freight £131 million growth 13%|storage arm £44 million decline 2%"),
    ("客運量方面,國內線旅客1,820萬人次,增長6.4%;國際線743萬人次,增長21.9%;地區線96萬人次,下跌3.5%。",
     "國內線旅客 1,820萬人次 growth 6.4%|國際線 743萬人次 growth 21.9%|地區線 96萬人次 decline 3.5%"),
    # What describes a part stands before its name.
    ("按車型看,休旅車霽7交付15,862輛,占整體46.4%,仍是主力;轎車霽5為9,340輛,月減4.1%;3月8日才開始交車的小車跳豆繳出6,475輛,定位高階的七人座霽9則有2,541輛。",
     "休旅車霽7 15,862輛|轎車霽5 9,340輛 decline-qoq 4.1%|小車跳豆 6,475輛|七人座霽9 2,541輛"),
    # After the whole, by site, model and place.
    ("全年生产整车8.6万辆,宁波基地3.2万辆、合肥基地2.9万辆、成都基地2.5万辆。", "宁波基地 3.2万辆|合肥基地 2.9万辆|成都基地 2.5万辆"),
    ("八月各型号销量:岚图A 12,300辆,岚图B 8,450辆,岚图C 3,200辆。", "岚图A 12,300辆|岚图B 8,450辆|岚图C 3,200辆"),
    ("In the quarter, the Falcon sedan sold 21,400 units, the Heron SUV 18,900 and the Kite hatchback 7,300.",
     "Falcon sedan 21,400 units|Heron SUV 18,900 units|Kite hatchback 7,300 units"),
    ("分地區看,大中華區營收佔比46%,年減5%;美洲佔31%,年增9%;歐洲、中東及非洲佔23%,年增2%。",
     "大中華區 46% decline 5%|美洲 31% growth 9%|歐洲、中東及非洲 23% growth 2%"),
    # Behind a comma, and past what is only a part of a part.
    ("按地區劃分,北美仍是最大市場,新業務價值41.7億元,增18%,當中訪客佔四成半;歐洲業務錄得35.2億元,增31%;南亞則為21.7億元,升15%。",
     "北美 41.7億元 growth 18%|歐洲業務 35.2億元 growth 31%|南亞 21.7億元 growth 15%"),
    # Ranked.
    ("排名第一的是卓影,市占率18.3%;第二名是映程,12%;第三名是柏视,9.7%。", "卓影 18.3%|映程 12%|柏视 9.7%"),
    ("折叠屏手机市场中,华耀以41.2%的份额排名第一,米塔以18.3%排第二,蓝禾占12%位列第三。", "华耀 41.2%|米塔 18.3%|蓝禾 12%"),
    # With what each was before, in brackets or not.
    ("按出货量计,前三大品牌分别为极映(21.3%,上年同期18.9%)、芒可(16.8%,上年同期19.2%)、坚光(12.5%,上年同期12.1%)。", "极映 21.3% was 18.9%|芒可 16.8% was 19.2%|坚光 12.5% was 12.1%"),
    ("按销售额计,前三名及份额依次为:茗溪18.7%(上年17.9%)、桃屿14.2%(上年16.0%)、山泉记9.6%(上年10.1%)。", "茗溪 18.7% was 17.9%|桃屿 14.2% was 16.0%|山泉记 9.6% was 10.1%"),
    ("选购时最看重的因素依次是口味(71%)、价格(58%)和排队时间(29%)。", "口味 71%|价格 58%|排队时间 29%"),
    ("分产品看,呼吸类收入8.92亿元(上年同期7.65亿元),心血管类5.47亿元(上年同期6.11亿元)。", "呼吸类 8.92亿元 was 7.65亿元|心血管类 5.47亿元 was 6.11亿元"),
    # Labels listed first, or behind their figures.
    ("前三大客户分别为远辰电子、柏川科技和启岳汽车,占营收的22%、15%和9%。", "远辰电子 22%|柏川科技 15%|启岳汽车 9%"),
    ("Quarrow, Oberline and Tessamo held 27%, 22% and 14% of the market respectively.", "Quarrow 27%|Oberline 22%|Tessamo 14%"),
    ("Of the total, 55% came from retail, 30% from wholesale and 15% from licensing.", "retail 55%|wholesale 30%|licensing 15%"),
    ("投资方面,30%投向研发中心,45%投向产线扩建,25%补充流动资金。", "研发中心 30%|产线扩建 45%|补充流动资金 25%"),
    # In brackets, after the foremost, by the name in quotation marks.
    ("Portugal remained the biggest market with revenue of €96 million, followed by Spain (€71 million), Malta (€38 million) and the Baltics (€17 million), which grew fastest at 31%; the rest of Europe brought in €12 million.",
     "Portugal €96 million|Spain €71 million|Malta €38 million|Baltics €17 million growth 31%|the rest of Europe €12 million"),
    ("分产品看,鲜奶仍占大头,收入24.18亿元,下滑6.1%;酸奶9.62亿元,同比微增0.4%;冰品5.05亿元,下降2.9%;其余1.87亿元来自饲料。",
     "鲜奶 24.18亿元 decline 6.1%|酸奶 9.62亿元 growth 0.4%|冰品 5.05亿元 decline 2.9%|饲料 1.87亿元"),
    ("旗下三个品牌当中,茶饮「青禾」卖得最好,进账3.18亿元;咖啡「墨岭」1.67亿元。", "茶饮「青禾」 3.18亿元|咖啡「墨岭」 1.67亿元"),
    # Behind what the first of them is called, with verbs that tell where a figure got to, and one that the figure is a multiple of.
    ("分业务看,装修仍是主力,预计实现收入约18亿元;设计约5.9亿元,是2024年(2.1亿元)的2.8倍;监理只有0.7亿元。", "装修 约18亿元|设计 约5.9亿元|监理 0.7亿元"),
    ("以產品別來看,感測器依舊是最大宗,營收3.2億元;控制器則滑落至1.1億元,年減二成;模組自4月起出貨,貢獻0.6億元。", "感測器 3.2億元|控制器 1.1億元 decline 二成|模組 0.6億元"),
    ("主品牌“云朵”去年卖了18.9亿元,占比69.2%;童装品牌“豆芽”5.6亿元;2023年孵化的户外品牌“山脊”2.8亿元,仍未盈利。", "云朵 18.9亿元 69.2%|豆芽 5.6亿元|山脊 2.8亿元"),
    # A row without a measure in one sentence; what is counted behind its number.
    ("Orvane in Chile yielded 12,900 tonnes, Kestow in Zambia 9,200 tonnes and Bellaringa in Queensland 4,300 tonnes.",
     "Orvane in Chile 12,900 tonnes|Kestow in Zambia 9,200 tonnes|Bellaringa in Queensland 4,300 tonnes"),
    ("截至年底,集团共有门店320家,包括210家直营店、86家加盟店和24家快闪店。", "直营店 210家|加盟店 86家|快闪店 24家"),
    # What each was before, and shares said once.
    ("前三名如下:曜岭科技41.2万台,市占率27.1%,2024年是23.8万台;映岚30.1万台、19.8%,比上年的31.5万台略减;霁山9.5万台、6.3%,上年只有6.2万台。",
     "曜岭科技 41.2万台 27.1% was 23.8万台|映岚 30.1万台 19.8% was 31.5万台|霁山 9.5万台 6.3% was 6.2万台"),
    # Several lists of the same parts, in the unit that the last of each has.
    ("分渠道看,代理、银保及经纪的新业务价值分别为12.3亿、9.8亿及5.3亿港元,按年分别增长5.1%、28.7%及15.4%。",
     "代理 12.3亿 growth 5.1%|银保 9.8亿 growth 28.7%|经纪 5.3亿港元 growth 15.4%"),
    # To whom money goes, and a share behind a value.
    ("此次募资中,14.2亿元拟投入车规芯片研发及产业化项目,6.5亿元用于总部研发中心,其余5亿元补充流动资金。", "车规芯片研发及产业化项目 14.2亿元|总部研发中心 6.5亿元|补充流动资金 5亿元"),
    ("2024年第一大客户为家电企业丰川电器,贡献收入3.54亿元,占24.6%;其后依次为启泽汽车(11.9%)、恩岚科技(8.7%)和宏砚贸易(5.7%)。", "家电企业丰川电器 24.6%|启泽汽车 11.9%|恩岚科技 8.7%|宏砚贸易 5.7%"),
    # A price by weight, of which the weight is said once.
    ("成本端,盐湖提锂约3.6万元/吨,云母提锂7.4万元,外购矿石11.2万元。", "盐湖提锂 约3.6万元/吨|云母提锂 7.4万元|外购矿石 11.2万元"),
    # What it was some years ago is not what it is.
    ("去年车用镜头占营收58%,三年前只有22%;其余是手机镜头27%、安防镜头9%,维修6%。", "车用镜头 58%|手机镜头 27%|安防镜头 9%|维修 6%"),
    # Counted in a unit that anything is counted in, nothing belongs together.
    ("规格上,K1有43个自由度,小岩29个自由度,A2为41个自由度。", ""),
    # None: one part alone, other measures.
    ("公司营收5.2亿元,净利润1.1亿元,研发费用0.4亿元。", ""),
    ("海外收入3.1亿元,占总收入的12%。", ""),
)  # fmt: skip


def shown(row: Row) -> str:
    told = [row.label, row.value.raw if row.value else "", row.share.raw if row.share else "", f"was {row.before.raw}" if row.before else ""]
    return " ".join(x for x in (*told, *(f"{k} {q.raw}" for k, q in row.changes.items())) if x)


@pytest.mark.parametrize(("paragraph", "rows"), TOLD)
def test_rows_are_read(paragraph: str, rows: str) -> None:
    found = breakdowns.read(sentences(paragraph), NAMES, ROLES)
    assert ["|".join(map(shown, b.rows)) for b in found] == ([rows] if rows else [])


@pytest.mark.parametrize(
    ("paragraph", "complete"),
    [
        ("云业务收入12亿元,增长5%;游戏收入9亿元,下降2%;广告收入3亿元,增长8%。", True),
        # A part that is not read may be the largest: then no extreme is told.
        ("Revenue from subscriptions rose 19% to $410 million; professional services revenue was flat at $88 million, and hardware revenue declined 12% to $52 million.", False),
    ],
)  # fmt: skip
def test_a_figure_that_is_read_into_no_row_leaves_rows_incomplete(paragraph: str, complete: bool) -> None:
    found = breakdowns.read(sentences(paragraph), NAMES, ROLES)
    assert [b.complete for b in found] == [complete]


def test_two_kinds_of_parts_in_one_sentence_are_two_breakdowns() -> None:
    told = "保费占比上,投资型占22%,利变寿险18%,健康险17%;渠道则以银行保险的54%最高,自家业务员37%,经代公司9%。"
    found = breakdowns.read([told], NAMES, ROLES)
    assert [[r.label for r in b.rows] for b in found] == [["投资型", "利变寿险", "健康险"], ["银行保险", "自家业务员", "经代"]]
    assert [b.complete for b in found][1]


def test_a_further_list_is_of_another_measure() -> None:
    told = "分产品看,豆粕、食用油、淀粉三项收入分别为78.3亿元、71.0亿元和22.4亿元,占比依次为42.4%、38.5%和12.2%,毛利率则为-1.9%、7.4%、3.6%。"
    revenue, margin = breakdowns.read([told], NAMES, ROLES)
    assert [(r.label, r.value.raw if r.value else "", r.share.raw if r.share else "") for r in revenue.rows] == [("豆粕", "78.3亿元", "42.4%"), ("食用油", "71.0亿元", "38.5%"), ("淀粉", "22.4亿元", "12.2%")]
    assert margin.measure == "gross-margin"
    assert [r.value.raw for r in margin.rows if r.value] == ["-1.9%", "7.4%", "3.6%"]


def test_rows_after_one_that_is_not_read_are_not_all() -> None:
    found = breakdowns.read(["最繁忙的是曼谷,其后是首尔航线9.8万人次、东京航线9.1万人次和吉隆坡航线7.2万人次。"], NAMES, ROLES)
    assert found
    assert not found[0].complete
