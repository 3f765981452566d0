"""A new name is found by how it is introduced, once, cleanly, with its other names; everything else is left."""

from __future__ import annotations

import time

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.model import Entity
from kb.names import Names

KNOWN = Names(vocabulary.load()).keys


def found(text: str) -> dict[str, Entity]:
    """The entities of `text` under their display names, Chinese first."""
    return {e.names.get("zh-Hant") or e.names["en"]: e for e in discover(text, KNOWN)}


# text -> {display name: (kind, other names that must be there)}
INTRODUCED: list[tuple[str, dict[str, tuple[str, set[str]]]]] = [
    # electric cars: where the name begins is told by pinyin; the short form stands by itself later
    ("另一家新势力翎沅汽车（Lingyuan Auto）3月交付2万辆。翎沅2025年营收增长。",
     {"翎沅汽车": ("company", {"Lingyuan Auto", "Lingyuan", "翎沅"})}),
    ("同城的槿州银行（Bank of Jinzhou）披露年报。", {"槿州银行": ("company", {"Bank of Jinzhou"})}),
    # solar: a name that ends in a part of a word
    ("焯合新能（Zhuohe New Energy）由盈转亏。", {"焯合新能": ("company", {"Zhuohe New Energy", "Zhuohe"})}),
    # no pinyin: told by the word before it
    ("大模型公司深谷回声（EchoVale）宣布开源。", {"深谷回声": ("company", {"EchoVale"})}),
    # tickers, in their forms
    ("龙头企业恒垣时代（300999.SZ）发布公告。", {"恒垣时代": ("company", set())}),
    ("台廠勁燁電子（6999-TW）上漲。", {"勁燁電子": ("company", set())}),
    ("Genvara Therapeutics (NASDAQ: GNVA) rose. Genvara announced a trial.",
     {"Genvara Therapeutics": ("company", {"Genvara"})}),
    # legal names and what they are shortened to
    ("零售商鲜柚集市股份有限公司（以下简称“鲜柚集市”）递交招股书。",
     {"鲜柚集市": ("company", {"鲜柚集市股份有限公司"})}),
    ("上海芮璟生物科技股份有限公司完成融资。芮璟生物成立于2019年。",
     {"芮璟生物": ("company", {"上海芮璟生物科技股份有限公司"})}),
    # logistics, venture capital, games: an ending, where only a name stands
    ("竞争对手垚泽物流与霖翰快递达成合作。", {"垚泽物流": ("company", set()), "霖翰快递": ("company", set())}),
    ("本轮由砺岑资本领投，渡舟创投跟投。", {"砺岑资本": ("company", set()), "渡舟创投": ("company", set())}),
    ("他是游戏公司澄屿互娱的制作人。", {"澄屿互娱": ("company", set())}),
    # a sentence begins with it, and its books follow; in quotation marks
    ("旭岭光伏预计2025年度净利润为负。", {"旭岭光伏": ("company", set())}),
    ("具身智能公司「灵栈科技」宣布完成B轮融资。", {"灵栈科技": ("company", set())}),
    ("同業曜茂2025年營收74.3億元、EPS為11.9元;旭宸營收38.6億元、EPS為16.05元。", {"曜茂": ("company", set()), "旭宸": ("company", set())}),
    ("另两家油脂企业中，岭禾油脂营收263.5亿元；海沣粮油营收97.8亿元。", {"岭禾油脂": ("company", set()), "海沣粮油": ("company", set())}),
    ("依次為速衡科技、綠楨網絡、樁盟、國驛充電，分別運營86.2萬台。速衡科技增長。綠楨網絡披露年報，國驛充電宣布擴建。",
     {"速衡科技": ("company", set()), "樁盟": ("company", set()), "綠楨網絡": ("company", set()), "國驛充電": ("company", set())}),
    ("半導體設備廠鼎珺科技(6989-TW)3月12日公告。", {"鼎珺科技": ("company", set())}),
    ("专访弦川光子戚望舒:慢一点才快。戚望舒的桌上只有一支笔。", {"戚望舒": ("person", set())}),
    ("對話車聞道:賣車不是賣手機。", {"車聞道": ("person", set())}),
    ("沈若蘅1981年生於紹興。沈若蘅則說再談。", {"沈若蘅": ("person", set())}),
    ("研發負責人田口真一則透露，項目歷時26個月。", {"田口真一": ("person", set())}),
    ("最低報價由珩川電氣以每千瓦1,248元中標。", {"珩川電氣": ("company", set())}),
    ("現役的瓴霄一號已飛三次，瓴霄二號將於四季度首飛。", {"瓴霄一號": ("product", set()), "瓴霄二號": ("product", set())}),
    ("恆達集團宣布收購海納物流全部股份。", {"恆達集團": ("company", set()), "海納物流": ("company", set())}),
    # models of a line: one that is told of as a product makes its sisters products; alone a code is the model
    ("搭載手機晶片「Ridle X5」的機種。比上一代 Ridle X4 小了6%。X5 的效能增加28%。中階款 Ridle S5 採 4nm。",
     {"Ridle X5": ("product", {"X5"}), "Ridle X4": ("product", set()), "Ridle S5": ("product", set())}),
    ("驭川旗下第四款车型岚9开启预售。岚9定位中大型SUV。", {"岚9": ("product", set())}),
    # its own part is an everyday word: more places are needed
    ("远航汽车8月交付2万台。\n远航汽车9月2日公布，8月交付同比增长。", {"远航汽车": ("company", set())}),
    # without an ending: acts like a company, and more than once
    ("8月1日，珞邈发布新品。珞邈称需求旺盛。", {"珞邈": ("company", set())}),
    # what kind of firm it is stands before a name without an ending; a short form behind it in brackets
    ("晶片設計公司芯嶸微2026年一季度營收6.4億元。", {"芯嶸微": ("company", set())}),
    ("民营医院连锁“康榭医疗”预计2025年度净利润为1.4亿元。", {"康榭医疗": ("company", set())}),
    ("電訊商訊衡環球(訊衡)宣布，總收入上升。", {"訊衡環球": ("company", {"訊衡"})}),
    ("達岳物流(DYL)2025財年(截至12月底)收入為港幣216億元。", {"達岳物流": ("company", set())}),
    ("同業鴻珂精密同季每股純益0.84元。", {"鴻珂精密": ("company", set())}),
    ("寧德遠製藥旗下新藥達標。", {"寧德遠製藥": ("company", set())}),  # more than the known name it begins with
    ("財務總監區仲衡指，銷售回升。行政總裁霍令儀料入住率上升。", {"區仲衡": ("person", set()), "霍令儀": ("person", set())}),
    ("連鎖藥房營運商仁恪堂2025年門店增至412家。", {"仁恪堂": ("company", set())}),
    ("茶飲連鎖「青筠茶事」向港交所遞交招股書。", {"青筠茶事": ("company", set())}),
    ("無人機企業翼珩科技完成C+輪融資，由國岑海創領投。", {"翼珩科技": ("company", set()), "國岑海創": ("company", set())}),
    ("競爭對手福曜膠膜同日預告全年盈利。董事長崔永和說，需求回升。", {"福曜膠膜": ("company", set()), "崔永和": ("person", set())}),
    ("3月24日，翠麓饮品发布2025年年度业绩。截至年底，翠麓有11处水源地。", {"翠麓饮品": ("company", {"翠麓"})}),
    ("對話應用「小嵐」月活躍用戶2,360萬，藥物球囊「橈影」貢獻68%。“玄桁”是公司自研系统品牌。",
     {"小嵐": ("product", set()), "橈影": ("product", set()), "玄桁": ("product", set())}),
    ("创始人阮澄让1974年生于湖南。联合创始人、首席技术官马丁·克尔瓦尔德(Martin Kehrwald)是他在亚琛的同门。",
     {"阮澄让": ("person", set()), "马丁·克尔瓦尔德": ("person", {"Martin Kehrwald"})}),
    ("主席霍景臣已退任，由獨立非執行董事容子謙接任。", {"霍景臣": ("person", set()), "容子謙": ("person", set())}),
    ("Linshuo Beauty Group's 2025 net sales rose 14.2%. Linshuo Beauty earns less. Linshuo will shut 62 counters. Founder Qiu Linshuo owns 39.6%.",
     {"Linshuo Beauty Group": ("company", {"Linshuo", "Linshuo Beauty"}), "Qiu Linshuo": ("person", set())}),
    # Latin companies in Chinese texts
    ("公司授權瑞士藥廠Valdorin開發新藥。", {"Valdorin": ("company", set())}),
    ("公司与澳大利亚Boronia Grid签署框架协议。", {"Boronia Grid": ("company", set())}),
    ("波士顿的Velmorin Therapeutics（02999.HK，中文名“维朗生物”）上市。",
     {"维朗生物": ("company", {"Velmorin Therapeutics"})}),
    # people
    ("创始人兼CEO郁承嘉表示看好。", {"郁承嘉": ("person", set())}),
    ("保險公司董事長魏仲衡與總經理季若棠出席。", {"魏仲衡": ("person", set()), "季若棠": ("person", set())}),
    ("董事长为栾敬之。总裁欧阳铭宣布扩产。", {"栾敬之": ("person", set()), "欧阳铭": ("person", set())}),
    ("“我们会活下去。”祁慕远说。", {"祁慕远": ("person", set())}),
    ("该公司由林砚舟于2017年创立。", {"林砚舟": ("person", set())}),
    ("創辦人高啟文（Kao Chi-wen）退休。", {"高啟文": ("person", {"Kao Chi-wen"})}),
    ("首席技术官伊莫金·塔兰特表示满意。塔兰特在2014年加入。", {"伊莫金·塔兰特": ("person", {"塔兰特"})}),
    ("技術長是葡萄牙人Rafael Tavira。", {"Rafael Tavira": ("person", set())}),
    # products
    ("公司推出人形机器人“灵犀舟”。", {"灵犀舟": ("product", set())}),
    ("口服新藥QH-217達標，另一款QH-105仍在一期。", {"QH-217": ("product", set()), "QH-105": ("product", set())}),
    ("旗舰SUV X95上市，紧凑型轿车S31也在售。", {"X95": ("product", set()), "S31": ("product", set())}),
    # English: apposition, rivals, rounds, founders
    ("Farrowgate, a Manchester start-up that makes sensors, hired ten people. Rival Frostmark raised US$22 million.",
     {"Farrowgate": ("company", set()), "Frostmark": ("company", set())}),
    ("It closed a round led by Osterlund Ventures with existing investor Kelpline Partners.",
     {"Osterlund Ventures": ("company", set()), "Kelpline Partners": ("company", set())}),
    ('It was founded by chief executive Imogen Tarrant and Deniz Akyol. "Good," Tarrant said.',
     {"Imogen Tarrant": ("person", {"Tarrant"}), "Deniz Akyol": ("person", set())}),
    ("Insurer Castlemere Life reported higher premiums, said finance chief, Tobias van der Linde, its chief actuary.",
     {"Castlemere Life": ("company", set()), "Tobias van der Linde": ("person", set())}),
    ("Meridian Grocers posted a profit. Orders at Tamsin Precision rose, while Asteron's shipments fell.",
     {"Meridian Grocers": ("company", set()), "Tamsin Precision": ("company", set()), "Asteron": ("company", set())}),
    ("Halvorsen Retail plc said quarterly sales rose. Halvorsen Retail has 210 stores.",
     {"Halvorsen Retail": ("company", {"Halvorsen Retail plc"})}),
    ("Freight forwarder Tidewell Logistics Ltd agreed to buy Orsten Cargo.",
     {"Tidewell Logistics": ("company", {"Tidewell Logistics Ltd"}), "Orsten Cargo": ("company", set())}),
    ("Hengjiang Rural Commercial Bank (HJRCB) and Xuanli Micro (玄砺微电子) signed.",
     {"玄砺微电子": ("company", {"Xuanli Micro"}), "Hengjiang Rural Commercial Bank": ("company", set())}),
    ("Publisher Hartwell Learning plc said revenue rose. Peer Oakmere Lithium produced 21,000 tonnes.",
     {"Hartwell Learning": ("company", set()), "Oakmere Lithium": ("company", set())}),
    ("In the six months to September Brinmoor Airways earned $12 million, said chairman Lim Wei Jun.",
     {"Brinmoor Airways": ("company", set()), "Lim Wei Jun": ("person", set())}),
    ("Chipmaker Quillon Semiconductor unveiled the Q900 processor.",
     {"Quillon Semiconductor": ("company", set()), "Q900": ("product", set())}),
    # whom a firm lists: underwriters, rivals, investors; where an "and" parts them, and after a country
    ("联席保荐人为砺嵘国际与岚瑞证券。主要竞争对手包括沁味坊和Norvessa。",
     {"砺嵘国际": ("company", set()), "岚瑞证券": ("company", set()), "沁味坊": ("company", set()), "Norvessa": ("company", set())}),
    ("他曾任職日本畝田農機研發部長。老股東翎岸創投、瀾信穹海跟投。",
     {"畝田農機": ("company", set()), "翎岸創投": ("company", set()), "瀾信穹海": ("company", set())}),
    ("台灣農機廠嶸穗機械（4577）公布財報，對手霽禾乳業擴產，設備由瑞典商泰維克（Tevik）供應。",
     {"嶸穗機械": ("company", set()), "霽禾乳業": ("company", set()), "泰維克": ("company", {"Tevik"})}),
    ("涂窑坊的车间里还在拉坯。去年，涂窑坊海外收入占三成。", {"涂窑坊": ("company", set())}),  # no Mr Tu has income from abroad
    ("大股東霍嶸年爵士說。律師藍之筠、閻書禾醫生同意。陪同的有配偶寧沚蔓。",
     {"霍嶸年": ("person", set()), "藍之筠": ("person", set()), "閻書禾": ("person", set()), "寧沚蔓": ("person", set())}),
    ("祝沁和接过了厂子。祝沁和说不想贴牌。总裁闻人珉上任。", {"祝沁和": ("person", set()), "闻人珉": ("person", set())}),
    ("该公司由林沚安与前高管布迪·桑蒂索于2017年创立，CEO卡勒·维特曼会面。",
     {"林沚安": ("person", set()), "布迪·桑蒂索": ("person", set()), "卡勒·维特曼": ("person", set())}),
    ("2014年推出高端矿泉水“岚岭雪”，第三代炉“HX-8”通过验证。", {"岚岭雪": ("product", set()), "HX-8": ("product", set())}),
    ("Shen Kaixi and her husband Luo Binyu sell under the brands Mao Wanxi and PawDelio. The firm's assistant, Clausiva, is used.",
     {"Luo Binyu": ("person", set()), "Mao Wanxi": ("product", set()), "PawDelio": ("product", set()), "Clausiva": ("product", set())}),
    ("It will buy a stake in Bangkok-listed Siri Varunee Sugar PCL. Siri Varunee is controlled by billionaire Tran Quoc Vinh, plans to show.",
     {"Siri Varunee Sugar": ("company", {"Siri Varunee"}), "Tran Quoc Vinh": ("person", set())}),
    ("She worked with designer Élodie Marchessi. Rival Barkwella Inc (BRKX.O) fell.",
     {"Élodie Marchessi": ("person", {"Marchessi"}), "Barkwella": ("company", set())}),
    ("全资子公司翎轴欧洲以1.42亿欧元收购德国轴承制造商克罗维特（Krovit GmbH），CEO斯特凡·克罗维特留任。",
     {"翎轴欧洲": ("company", set()), "克罗维特": ("company", {"Krovit GmbH"}), "斯特凡·克罗维特": ("person", set())}),
    ("实控人为夫妻档丁沁寒、柏芷珉。与師兄翟一珩在东莞创立嵘步机器人。其子林宏嵘現任總監，其女兒關愷嵘接任。",
     {"丁沁寒": ("person", set()), "柏芷珉": ("person", set()), "翟一珩": ("person", set()), "嵘步机器人": ("company", set()), "林宏嵘": ("person", set()), "關愷嵘": ("person", set())}),
    ("董事長諸葛珩昨表示，已聘請羅岑傑會計師事務所。凯莉·史都华博士说。",
     {"諸葛珩": ("person", set()), "羅岑傑會計師事務所": ("company", set()), "凯莉·史都华": ("person", set())}),
    ("现制茶咖品牌「岚萃山」宣布完成A轮融资。招牌产品“滇红拿铁”卖了800万杯。投资人、翎禾岚雨合伙人苗沁表示。",
     {"岚萃山": ("company", set()), "滇红拿铁": ("product", set()), "翎禾岚雨": ("company", set()), "苗沁": ("person", set())}),
    ("It was started by ecologist Hamish Delacrow. Its SeedHawk drones plant. Competitors such as Padmara Apparels have yet to follow.",
     {"Hamish Delacrow": ("person", set()), "SeedHawk": ("product", set()), "Padmara Apparels": ("company", set())}),
    ("Owner of the Delisle and Maison Obrecht watch brands. Co-founders Darren Pohl and Anjali Venkatran spoke.",
     {"Delisle": ("product", set()), "Maison Obrecht": ("product", set()), "Darren Pohl": ("person", set()), "Anjali Venkatran": ("person", set())}),
]  # fmt: skip

NOTHING = [
    "远航汽车8月交付2万台。",  # once only: it may be what is delivered
    "內地房地產相關貸款回落，優質鋰資源與人力資源緊張，移動遊戲收入增長，國際機場客流回升。",
    "香港商業房地產貸款上升，同業發布了新品，對手早前公布業績，經銷商品牌集團增加。",
    "期內投資組合錄得虧損5.86億港元，資本開支減少。",
    "地鐵二號線十月二號開通，地鐵二號線已通過驗收。",
    "国内汽车8月销量增长。国内汽车9月公布数据。",
    "大型银行2025年净利润增长。大型银行宣布降息。",
    "北京时间1月2日，国产新能源汽车销量增长，商业银行净息差收窄，高科技企业预计盈利。",
    "国际能源署发布报告。多家银行表示将降息。公司申购旗下偏股型基金。上市公司公告称将回购。",
    "2025年（2025）净利增长。受访企业（1240家）看好。毛利率（Gross Margin）与人工智能（Artificial Intelligence）。",
    "董事长于近日表示看好。负责人向本报记者介绍，总经理任期三年，会长应邀致辞。分析师周某认为竞争加剧。",
    "发言人徐先生說明。教授团队完成研究。总裁和首席执行官均未减持。董事长时隔三年再次出面。",
    "高盛又上调目标价，高盛又表示看好。歸屬於股東的淨利潤，歸屬於公司。",
    "《浮岛管理办法》是一部法规。行业首个“端到端”系统、“一站式”平台与“双碳”目标。算力晶片“高增伴虧損”。",
    "GLP-1新藥、PD-1抑制劑、DDR5、HBM3晶片與FP8、L3车型。2025年Q2与H1业绩。",
    "摩尔线程（Moore Threads，688795.SH）宣布新品，寒武纪-U（688256）下跌。",
    "Revenue reported a rise. Management announced cuts. Analysts at the bank were cautious. Shares jumped.",
    "The European Central Bank said inflation fell. President Biden met Chinese officials in New York on Monday.",
    "Chief Executive Officer pay rose. Annual Recurring Revenue (ARR) grew. Chinese regulators announced rules.",
    "Cold Chain Sensor Maker Raises Big Round From New Investors",
    "其最大股东为持股28.6%的投资者，客户包括头部企业、国内汽车和境外机构，外科医师为何去做生意。",
    "公司如未能在期限内完成股份登记，大股东向民用供水业提供资金，送检的黄金与氢燃料电池汽车无关。",
    "The drug targets IL-6 and PD-1. COVID-19 hurt Q2 2024 sales. The year ended well. The H2 was better.",
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED, ids=lambda v: v[:24] if isinstance(v, str) else "")
def test_a_new_name_is_found_with_its_kind_and_other_names(
    text: str, expected: dict[str, tuple[str, set[str]]]
) -> None:
    got = found(text)
    assert {name: e.kind for name, e in got.items()} == {name: kind for name, (kind, _) in expected.items()}
    for name, (_, aliases) in expected.items():
        assert aliases <= set(got[name].aliases)


@pytest.mark.parametrize("text", NOTHING, ids=lambda t: t[:24])
def test_no_name_is_found_where_none_is_introduced(text: str) -> None:
    assert found(text) == {}


def test_when_it_was_told_and_what_counts_are_no_part_of_a_name() -> None:
    text = (
        "東溟保險集團（Tungming Insurance）公布中期業績。撇除投資波動的營運溢利52.7億元，升7.3%。中期息每股0.58元。"
        "第四季單季毛利率衝上36.5%，單季營收118.6億元，單季淨利20億元。同業恆暉人壽上周公布，上半年新業務價值24.8億元。"
    )
    assert {name for name, e in found(text).items() if e.kind == "company"} == {"東溟保險集團", "恆暉人壽"}


@pytest.mark.parametrize("text", ["大摩：维持翎沅汽车（00999）“增持”评级。", "大行给予翎沅汽车（00999.HK）“买入”评级。"])
def test_a_broker_s_view_is_no_part_of_a_name(text: str) -> None:
    assert list(found(text)) == ["翎沅汽车"]


def test_tickers_are_kept_in_one_form() -> None:
    assert found("龙头企业恒垣时代（SZ 300999）公告。")["恒垣时代"].tickers == ("300999.SZ",)
    assert found("勁燁電子（6999-TW）上漲。")["勁燁電子"].tickers == ("6999.TW",)
    assert found("Genvara Therapeutics (NASDAQ: GNVA) rose.")["Genvara Therapeutics"].tickers == ("GNVA",)


def test_both_scripts_give_one_identity() -> None:
    simplified, traditional = found("驭岚汽车（Yulan Auto）公布。"), found("馭嵐汽車（Yulan Auto）公佈。")
    assert {e.id for e in simplified.values()} == {e.id for e in traditional.values()} == {"found:驭岚汽车"}


def test_languages_of_names() -> None:
    (entity,) = discover("骁麓汽车（Xiaolu Auto）公布。", [])
    assert entity.names == {"zh-Hant": "骁麓汽车", "en": "Xiaolu Auto"}


@pytest.mark.parametrize("text", ["翎沅汽车（Lingyuan Auto）公布销量。", "Farrowgate Ltd announced a plan to expand."])
def test_a_short_form_is_no_alias_unless_the_text_uses_it(text: str) -> None:
    (entity,) = discover(text, KNOWN)
    assert not {"翎沅", "Farrowgate Lt"} & set(entity.aliases)


def test_a_short_form_two_names_share_belongs_to_neither() -> None:
    got = found("珞澜汽车（Luolan Auto）与珞澜银行（Luolan Bank）均公布年报。珞澜2025年增长。")
    assert all("珞澜" not in e.aliases for e in got.values())


def test_what_the_caller_calls_ordinary_or_known_is_no_name() -> None:
    assert discover("竞争对手垚泽物流宣布扩产。", ["垚泽物流"]) == []
    assert discover("垚泽物流宣布扩产。", [], ordinary=lambda word: word in ("垚泽", "竞争", "对手")) == []
    assert discover("竞争对手垚泽物流宣布扩产。", [], ordinary=lambda word: word in ("竞争", "对手"))


@pytest.mark.parametrize("unit", ["汉", "A", "Aa ", "(", "科技", "董事长", "王·", "「", "its new "])
def test_no_text_makes_it_slow(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    discover("", KNOWN)
    begun = time.process_time()
    discover(text, KNOWN)
    assert time.process_time() - begun < 8  # some two seconds on a quiet machine; what grows by the square takes minutes


def test_a_name_that_comes_again_and_again_needs_no_introduction() -> None:
    text = "门店数依次为鲜禾里11240家、半日咖5108家。其中鲜禾里净增2115家,半日咖净增1630家。半日咖增长最快。"
    assert {"鲜禾里", "半日咖"} <= {e.names["zh-Hant"] for e in discover(text, ())}


def test_a_ticker_belongs_to_the_name_that_stands_elsewhere_too() -> None:
    (firm,) = discover("启衡热控波澜不惊启衡热控(002998.SZ)预计2025年营收42.6亿元。", ())
    assert firm.names["zh-Hant"] == "启衡热控" and firm.tickers == ("002998.SZ",)


def test_a_firm_and_its_group_are_one() -> None:
    text = "海岳航运集团(Haiyue Shipping,01967.HK)公布业绩。海岳航运预计明年交付新船。"
    assert [e.id for e in discover(text, ()) if e.kind == "company"] == ["found:海岳航运"]


# What the first runs over new articles in many fields missed, took for a name, or gave to the wrong kind.
IN_MANY_FIELDS: list[tuple[str, dict[str, str]]] = [
    # told once, behind what is no part of it, where nothing of it is a word
    ("同城的雲澔航空去年營收14.2億元。招股書顯示,瀚嶸國際、澤屿證券擔任聯席保薦人。", {"雲澔航空": "company", "瀚嶸國際": "company", "澤屿證券": "company"}),
    ("行業顧問灼嶸諮詢的數據顯示,規模5,370億元。", {"灼嶸諮詢": "company"}),
    # a house and who speaks for it
    ("群嵐證券分析師葉澔銘維持「中性」評級。德嵐證券袁澔琪上調目標價。", {"群嵐證券": "company", "葉澔銘": "person", "德嵐證券": "company", "袁澔琪": "person"}),
    ("執行董事方澔衡表示,最大挑戰是技工不足。總座黃澔岳透露,訂單增加。", {"方澔衡": "person", "黃澔岳": "person"}),
    # rivals without an ending; a ranking by one unit
    ("相較之下同業腳步不一。昕澔科技11月營收21.3億元;嵐禹則月減3.4%至8.9億元。", {"昕澔科技": "company", "嵐禹": "company"}),
    ("橙澔充電以62萬台排名第一,市佔率14.8%。驛嵐網55萬台,同比增長52%。", {"橙澔充電": "company", "驛嵐網": "company"}),
    ("路口咖啡(Lukou)則喊話6月底前不漲。", {"路口咖啡": "company"}),
    ("全資子公司錦嵐越南因電力不足停產。", {"錦嵐越南": "company"}),
    # products: works, what is sold, ships, codes
    ("游戏公司墨澔游戏宣布,新作《雾澔纪》上线首月流水5.2亿元。", {"墨澔游戏": "company", "雾澔纪": "product"}),
    ("集團經營86間餐廳,當中「嵐小館」佔41間。旗下郵輪海嵐號載客率升至94%。", {"嵐小館": "product", "海嵐號": "product"}),
    ("高壓連接器CM-87已通過車廠認證。公司主打產品速嵐王去年銷量3萬噸。", {"CM-87": "product", "速嵐王": "product"}),
    # Latin names with a space to the Chinese beside them
    ("研究机构 Vantelis Insight 周四发布报告。游戏公司 Tolvanor 在签约前退出。", {"Vantelis Insight": "company", "Tolvanor": "company"}),
    # English: the word for the thing, a house, a club, a firm of a country, who a first sentence is about
    ("Its norovirus vaccine Orvimora (CB-399) cut illness. The phase III study, HARBOURS-2, enrolled 24,600 people.", {"Orvimora": "product", "HARBOURS-2": "product"}),
    ("It will put its Copper Lantern chain up for sale. The plant makes 3,000 tonnes of Kelpwrapper a year.", {"Copper Lantern": "product", "Kelpwrapper": "product"}),
    ("About half will go into Kestrella-1, a display-driver chip being designed in-house.", {"Kestrella-1": "product"}),
    ("Anna-Lin Marsh of Corvanor Partners assumes $210. Tessalor's competing oral vaccine failed.", {"Anna-Lin Marsh": "person", "Corvanor Partners": "company", "Tessalor": "company"}),
    ("Football club Haldane Rovers has sold a stake. Striker Dele Osundare, 24, was sold in January.", {"Haldane Rovers": "company", "Dele Osundare": "person"}),
    ("Brackwell Air will cancel 6% of its winter flights because of checks, the Bristol-based carrier said on Monday.", {"Brackwell Air": "company"}),
    ("Ostergarde Rail wins train order\nOstergarde Rail has won a £640 million order for 48 trains.", {"Ostergarde Rail": "company"}),
    ("Parallaxe Health shares rose 31% after its arthritis drug, Lumirabe (PX-199), worked.", {"Parallaxe Health": "company", "Lumirabe": "product"}),
    ("滿嵐樓早前亦公布,同店銷售跌11%。旗下火鍋品牌「老灶台」門店減至188家。", {"滿嵐樓": "company", "老灶台": "product"}),
    # people with compound surnames, an apostrophe in the pinyin, a given name that is a word of its own, whose name ends before a word
    ("她与闻人澔(Wenren Hao)、罗澔安(Luo Hao'an)共事。", {"闻人澔": "person", "罗澔安": "person"}),
    ("董事長鍾離澔致辭時表示樂觀。合夥人安知曉未回覆。创始人晏澔和夫人甘嵐合计持股46%。", {"鍾離澔": "person", "安知曉": "person", "晏澔": "person", "甘嵐": "person"}),
    # brackets in a ranking, a row of figures, a list with what kind of firm each is
    ("拂嵐(Fulan)市占26.3%蟬聯第一;米澔(Milhao)14.9%;安澔(Anhao)12.1%。", {"拂嵐": "company", "米澔": "company", "安澔": "company"}),
    ("客户包括手机厂商荣澔、扫地机品牌尘嵐踪及连锁超市优澔坊。", {"荣澔": "company", "尘嵐踪": "company", "优澔坊": "company"}),
    ("【祥澔航空】前三季度净利润21.3亿元。\n【杉澔股份】拟收购一家工厂。", {"祥澔航空": "company", "杉澔股份": "company"}),
    ("美妆企业澔肤签了三年协议。光波导由供应商敏澔电通制造,已量产。", {"澔肤": "company", "敏澔电通": "company"}),
    # quoted: by when it came out, by its generation, counted together, of its family
    ("第一代“嵐枢一号”于2022年11月量产。「珊澔序」與「遠澔夢」兩艘船載客率上升。", {"嵐枢一号": "product", "珊澔序": "product", "遠澔夢": "product"}),
    ("Its flagship single malt, Corrimore, fell. Shares of Lumenarra Therapeutics Inc. doubled.", {"Corrimore": "product", "Lumenarra Therapeutics": "company"}),
    ("Haldana Creek, the Inverness-based distiller, swung to a loss.", {"Haldana Creek": "company"}),
    # what costs, sells or earns something is a product; a number in marks
    ("It faces a rival whose gigabit package, Lumora One, sells for £22.", {"Lumora One": "product"}),
    ("Its app-only savings brand, Pebble, has attracted £2.4bn.", {"Pebble": "product"}),
    ("新一代抗旱玉米「赤岚2號」則預計2027年上市。", {"赤岚2號": "product"}),
    ("益生菌添加劑BioMuna賣到14國。認為其MPO跳線「FalconLinq」將打入供應鏈。", {"BioMuna": "product", "FalconLinq": "product"}),
    # the heads of a survey's sections; who was fined; the other numbers of a line
    ("調查\n\n## 綠澔循環\n營收42.6億元。\n\n## 恆澔資源\n營收27.3億元。\n\n## 元澔環保\n創辦人原是研究員。\n\n## 官司與補貼\n開庭在即。", {"綠澔循環": "company", "恆澔資源": "company", "元澔環保": "company"}),
    ("同日通報另外兩起案件:福澔超市因計量秤作弊,被罰540萬元。", {"福澔超市": "company"}),
    ("認定棠澔(瀾州)商業有限公司違規,罰款3,860萬元。", {"棠澔": "company"}),
    ("轎車霽5為9,340輛,月減4.1%。霽7交付15,862輛,霽9則有2,541輛。霽5下滑並非需求轉弱。", {"霽5": "product", "霽7": "product", "霽9": "product"}),
    ("Head winemaker Harriet Penrosa said the 2025 vintage would not be sold.", {"Harriet Penrosa": "person"}),
]


@pytest.mark.parametrize(("text", "expected"), IN_MANY_FIELDS, ids=lambda v: str(v)[:24])
def test_names_in_many_fields(text: str, expected: dict[str, str]) -> None:
    assert {name: e.kind for name, e in found(text).items()} == expected


NO_NAMES = [
    "期內集團交付新梯1.86萬台,季內集團錄得溢利。該集團與本公司均表示滿意。",  # when, and a pronoun
    "新梯21億元;維保13億元;舊改4億元。",  # lines of a business, each with its figure
    "據《暫行辦法》與《財經日報》,游戲公司須公布流水。",  # a rule and a paper
    "他把這叫作「內捲」,員工叫他「祁工」,收入佔三成。",  # coinages
    "晟嵐轉投資的項目仍虧損。",  # invests again
    "两座机场宣布共用塔台。机场全年完成货邮吞吐量42万吨,上年完成货邮吞吐量40万吨。",  # counted, measured
    "分业务看,海缆系统收入38.5亿元;陆缆系统收入27.7亿元。陆缆收入下降,海缆收入上升。",  # parts of a business
    "塔筒销量31万吨。塔筒毛利率只有3%,塔筒价格战仍在继续。",  # a kind of thing has a price
    "轴承、歧管和齿轮是三个部件。歧管毛利率仍在45%,歧管收入增长。",  # beside words in a list
    "The European vaccine was sold in the London market. Its chip designer left.",
    "二期選廠投資18.5億元,計劃8月投產,投資約3億元的庫房已完工。2026年要學會自己造血。",  # what is invested, what one must learn
    "董事方面表示,管理高層認為,社會資本領投的項目增加。",
]


@pytest.mark.parametrize("text", NO_NAMES, ids=lambda t: t[:24])
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert found(text) == {}


def test_a_found_name_is_not_cut_by_a_term_that_begins_inside_it() -> None:
    names = Names(vocabulary.load(), found=[Entity("found:群岚证券", "company", {"zh-Hant": "群嵐證券"}, ("群嵐證券",))])
    spans, besides = names.find_with_heads("群岚证券分析师认为")
    assert [s.ids for s in spans if s.kind == "entity"] == [("found:群岚证券",)]
    assert any(s.start == 2 for s in besides)  # 證券分析師 is still spoken of


def test_a_short_name_is_the_one_of_the_headline_where_parts_share_it() -> None:
    text = "Ravelle Air Group returns to profit\nRavelle Air Group, the Porto-based owner of Ravelle Airways and low-cost unit Tavi, said profit rose. Ravelle bought Tavi in 2015. Ravelle Airways said it flew more. Ravelle was founded in 1981."
    entities = found(text)
    assert "Ravelle" in entities["Ravelle Air Group"].aliases
    assert all("Ravelle" not in e.aliases for name, e in entities.items() if name != "Ravelle Air Group")


def test_a_code_that_comes_twice_is_what_is_developed_and_a_port_is_its_firm() -> None:
    entities = found("轉機來自KV-318。這是一款吸入劑。今年2月,公司把KV-318的日本權利授出。ISO-9001是標準,ISO-9001要求不少。")
    assert entities["KV-318"].kind == "product" and not any("ISO" in name for name in entities)
    port = found("雲汐港務集團(Yunxi Port)公布營運統計。雲汐港開埠於1862年。")
    assert not any(e.kind == "person" for e in port.values())
    assert "雲汐港" in vocabulary.short_names(port["雲汐港務集團"])


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Corrimore Therapeutics rose. Shares in the company, which trades on Nasdaq under the ticker CRMT, closed up 34%.", "CRMT"),
        ("澔岭科技（Haoling Tech）上漲。股票代號7746。", "7746"),
    ],
)
def test_a_firm_is_known_by_the_symbol_that_is_told_in_words(text: str, symbol: str) -> None:
    assert any(symbol in e.tickers for e in found(text).values())
