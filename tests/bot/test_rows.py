"""Parts of a whole told in one paragraph: all of them, one, the largest, shares, sums and differences; never a wrong one."""


import pytest

from bot.assistant import Assistant
from bot.state import State
from tests.bot.archives import reply

ARTICLES = (
    ("北岸財訊", "2025-11-05", """鷺江家電（000991.SZ）公布2025年第三季業績。鷺江家電2025年第三季營收為52.4億元,按年升9.3%。
按地區劃分,中國內地市場收入28.6億元,按年升4.2%,佔總收入54.6%;歐洲11.3億元,按年升21.7%;東南亞7.9億元,按年跌3.4%;其他市場4.6億元。"""),
    ("Harbor Wire", "2025-10-30", """Ridgefield Group reported third-quarter results on Thursday. Ridgefield Group's revenue rose 8% to $9.4 billion in the third quarter of 2025.
Cloud revenue climbed 22% to $3.8 billion. Devices revenue slipped 4% to $2.9 billion, while Advertising brought in $2.7 billion, up 11%."""),
    ("渠道观察", "2026-03-12", """栎木家居（688933.SH）3月11日发布年报。栎木家居2025年营收为30.5亿元。
分渠道看,直销占比46%,经销占比38%,电商占比16%。其中电商增速最快,同比增长57%。
分产品看,手机壳、收纳盒和台灯收入分别为14.2亿元、9.1亿元和7.2亿元。"""),
    ("家居数据", "2026-02-02", """机构数据显示,2025年国内扫地机器人销量排名中,石岚科技以186万台居首,市占率28.4%;云鲸湾142万台,市占率21.7%,同比下降3.1%;追象科技97万台排名第三,市占率14.8%,同比增长12.6%。"""),
    ("维度商业", "2026-01-20", """砚川文娱（300993.SZ）2025年营收为76.3亿元。云业务方面,收入21.3亿元,同比增长33.6%;游戏业务方面,收入45.2亿元,同比下降2.1%;广告业务方面,收入9.8亿元,同比增长12.4%。"""),
    ("濠江日報", "2025-08-28", """岸汀集團（00993.HK）截至2025年6月30日止六個月收益為88.2億港元,當中酒店業務佔35.1億港元(按年增12%),餐飲業務佔29.4億港元(按年跌5%),物業租賃佔23.7億港元。"""),
    ("商用车讯", "2026-01-10", """衡驰汽车（600977.SH）公布,衡驰汽车2025年销量为5.9万辆。销量方面,轻客卖出3.2万辆,增12.5%;皮卡1.9万辆,降6.0%;重卡0.8万辆。"""),
    ("门店周刊", "2026-02-18", """拾野茶饮（02577.HK）2025年末门店875家,其中华东区412家,华南区265家,华北区198家。毛利率方面,直营板块23.5%,加盟板块31.2%,零售板块11.8%。"""),
    ("Market Ledger", "2025-11-20", """Phone shipments in the third quarter of 2025 were led by Quarrow at 41 million phones, market share 27%; Oberline shipped 36 million phones and Tessamo shipped 22 million phones. Oberline's shipments jumped 17%."""),
    ("股市早报", "2026-03-30", """岑石饮品（600993.SH）2025年营收为100.5亿元。分业务看,包装水收益58.3亿元,同比增长4.1%;茶饮料32.7亿元,增长21.5%;果汁9.5亿元,下降3.8%。包装水占总收益的比重由2024年的61.3%降至58.0%。"""),
    ("Pharma Ledger", "2026-02-05", """Halvorsen Therapeutics reported 2025 results on Thursday. Halvorsen's revenue rose 6% to $2.82 billion in 2025.
Cardiology brought in $1.2 billion, up 8%, while Oncology fell 3% to $980 million. Diabetes care contributed $640 million, an increase of 15%."""),
    ("Style Post", "2026-02-08", """Marlowe Sport's 2025 revenue rose 9% to €3.64 billion. Sales of sneakers grew 14% to €2.3 billion, apparel sales were up 3% at €1.1 billion and accessories slipped 6% to €240 million.
By region, Europe accounted for 42% of revenue, North America 33% and Asia-Pacific 25%."""),
    ("车闻", "2025-09-01", """澜帆汽车（09977.HK）公布8月销量。2025年8月澜帆汽车共交付23,950辆,各型号销量:澜帆A 12,300辆,澜帆B 8,450辆,澜帆C 3,200辆。"""),
    ("视觉行业", "2025-12-02", """2025年国内车载摄像头市场,排名第一的是卓影科技,市占率18.3%;第二名是映程科技,12%;第三名是柏视科技,9.7%。"""),
    ("锂电周报", "2026-03-20", """锂源能源（300997.SZ）发布2025年年报。锂源能源2025年营收525亿元,同比增长19%。
其中动力电池收入320亿元,占61%,同比增长12%;储能系统收入155亿元,占29.5%,同比大增47%;材料回收50亿元,占9.5%,同比下滑8%。
锂源能源全年生产电芯8.6亿只,宁波基地3.2亿只、合肥基地2.9亿只、成都基地2.5亿只。"""),
    ("招股观察", "2026-01-08", """砾川微电子（688981.SH）递交招股书。砾川微电子2024年营收14.4亿元。
2024年,前五大客户销售占比为58.3%。2024年第一大客户为家电企业苇岸电器,贡献收入3.54亿元,占24.6%;其后依次为砂原汽车(11.9%)、榆城科技(8.7%)、汀北通信(7.4%)和分销商朔湾贸易(5.7%)。"""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # All of them.
        ("鷺江家電第三季各地區收入分別是多少?", ("28.6億元", "11.3億元", "7.9億元", "4.6億元")),
        ("Break down Ridgefield Group's Q3 2025 revenue by segment.", ("$3.8 billion", "$2.9 billion", "$2.7 billion")),
        ("栎木家居2025年各产品收入分别多少?", ("14.2亿元", "9.1亿元", "7.2亿元")),
        ("扫地机器人2025年销量前三名是哪几家?", ("石岚科技", "云鲸湾", "追象科技")),
        ("列一下砾川微电子2024年前五大客户", ("苇岸", "砂原", "榆城", "汀北", "朔湾")),
        # One of them: its value, share and change.
        ("鷺江家電第三季歐洲收入多少?", ("11.3億元", "21.7%")),
        ("岑石饮品茶饮料收入增长多少?", ("21.5%",)),
        ("岑石饮品包装水收入占比多少?", ("58.0%",)),
        ("岑石饮品2025年果汁占总收入多少?", ("9.5%", "9.5亿元 ÷ 100.5亿元")),
        ("栎木家居电商渠道占比多少?", ("16%",)),
        ("衡驰汽车2025年皮卡卖了多少辆?", ("1.9万辆",)),
        ("拾野茶饮加盟板块毛利率是多少?", ("31.2%",)),
        ("扫地机器人市场云鲸湾市占率多少?", ("21.7%",)),
        # Most, fastest, the only one that fell.
        ("鷺江家電哪個地區收入最高?", ("中國內地", "28.6億元")),
        ("砚川文娱哪块业务增长最快?", ("云业务", "33.6%")),
        ("砚川文娱哪个业务下滑了?", ("游戏业务", "2.1%")),
        ("岸汀集團邊項業務收益最多?", ("酒店業務", "35.1億港元")),
        ("Which Ridgefield Group segment grew fastest?", ("Cloud", "22%")),
        ("扫地机器人销量前三名里谁下滑了?", ("云鲸湾", "3.1%")),
        ("拾野茶饮哪个区门店最多?", ("華東", "412家")),
        # Added up, subtracted, compared.
        ("岸汀集團酒店業務同餐飲業務收益合共幾多?", ("64.5億港元 (= 酒店業務 35.1億港元 + 餐飲業務 29.4億港元)",)),
        ("鷺江家電歐洲比東南亞收入多多少?", ("3.4億元 (= 11.3億元 − 7.9億元)",)),
        ("扫地机器人第一名比第二名多卖几万台?", ("44万台 (= 186万台 − 142万台)",)),
        ("衡驰汽车轻客和皮卡哪个卖得多?", ("轻客较高", "1.3万辆")),
        ("How much more revenue did Ridgefield's Cloud make than Devices?", ("USD 900 million",)),
        ("锂源能源动力电池和储能加起来占多少?", ("90.5% (= 475亿元 ÷ 525亿元)",)),
        ("锂源能源储能增速比动力电池高多少个百分点?", ("35个百分点 (= 47% − 12%)",)),
        # Of the kind asked for, where a paragraph or an article tells parts of several kinds.
        ("What is Marlowe Sport's largest region by revenue?", ("Europe", "42%")),
        ("Which Marlowe category declined?", ("accessories", "6%")),
        ("锂源能源哪个基地产量最高?", ("宁波基地", "3.2亿只")),
        ("What share of Marlowe's revenue comes from Europe and Asia-Pacific together?", ("67%",)),
        # By rank, model and English clause.
        ("车载摄像头市场谁排第二?", ("映程科技", "12%")),
        ("澜帆8月哪款车卖得最差?", ("澜帆C", "3,200辆")),
        ("Which Halvorsen business grew fastest in 2025?", ("Diabetes care", "15%")),
        ("What share of Halvorsen's revenue came from diabetes care?", ("22.7%",)),
    ],
)  # fmt: skip
def test_rows(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = reply(assistant, question)
    text = " ".join(answer.lines)
    assert all(x in text or x.replace("華東", "华东") in text for x in said), text
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    [
        "鷺江家電第三季北美收入多少?",  # no row of it
        "鷺江家電2024年第三季歐洲收入多少?",  # another period
        "砚川文娱云游戏业务收入多少?",  # another part than 雲業務 and 遊戲業務
        "砚川文娱哪块业务利润最高?",  # another measure
        "衡驰汽车重卡同比增长多少?",  # not told
        "岑石饮品咖啡收入占比多少?",
        "拾野茶饮华西区有多少家门店?",
        "锂源能源动力电池毛利率多少?",  # another measure
        "锂源能源2024年储能收入多少?",
        "锂源能源材料回收为什么下滑?",  # a reason
        "How much did vaccines bring in for Halvorsen?",
        "锂源能源储能明年收入目标是多少?",  # no figure reported
    ],
)
def test_what_no_row_tells_is_not_told(assistant: Assistant, question: str) -> None:
    answer = reply(assistant, question)
    assert "answered by: rows" not in answer.explanation, answer.lines


@pytest.mark.parametrize(
    ("follow", "said"), [("同比涨了多少?", "21.5%"), ("那果汁呢?", "9.5亿元"), ("占总收入多少?", "32.5%")]
)  # fmt: skip
def test_a_follow_up_is_about_the_row_asked_for_before(assistant: Assistant, follow: str, said: str) -> None:
    _, state = assistant.reply("岑石饮品2025年茶饮料收入多少?", State())
    answer, _ = assistant.reply(follow, state)
    assert said in " ".join(answer.lines)


def test_a_share_asked_for_alone_is_of_the_part_last_asked_for(assistant: Assistant) -> None:
    state = State()
    for text in ("锂源能源动力电池收入多少?", "那储能呢?", "占比呢?"):
        answer, state = assistant.reply(text, state)
    assert "29.5%" in " ".join(answer.lines)
