"""Firms told by their place in a sentence: whom they are set against, what kind they are, who holds, joins or founded them."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.names import Names

KNOWN = Names(vocabulary.load()).keys


def firms(text: str) -> set[str]:
    """The companies of `text` by their display names, Chinese first."""
    return {e.names.get("zh-Hant") or e.names["en"] for e in discover(text, KNOWN) if e.kind == "company"}


FIRMS: list[tuple[str, set[str]]] = [
    # whose books were told before, where a part of the name is a word
    ("芸岫科技仍在追趕。北辰澜芯此前預計2025年營收26.3億元。", {"北辰澜芯"}),
    # rivals, each with a place before and a share behind
    ("市佔率方面,青岫機器人(11.0%)居首,芷嵐機器人第二,桐嶼機器人第三。其後依序是德國的芬格爾(9.0%)、深圳的韌崎智能(8.0%)和美國的格蘭沃(5.0%)。",
     {"青岫機器人", "芷嵐機器人", "桐嶼機器人", "芬格爾", "韌崎智能", "格蘭沃"}),
    ("龍頭棱岫資源市佔率19%,落後於禾崎環保(11%)和天岫再生(9%)。", {"棱岫資源", "禾崎環保", "天岫再生"}),
    # set against one another: an ending that things have too
    ("但高于澔岫重装的7.6吉瓦。", {"澔岫重装"}),
    ("該機型以353萬台擠下芮岫電子升至第四。", {"芮岫電子"}),
    ("后者今年3月刚拿下岫骐汽车的独家定点。", {"岫骐汽车"}),
    ("与日本翎岫精机的26%相近。北京的朗岫数据不设免费版。", {"翎岫精机", "朗岫数据"}),
    ("對手上月剛宣布收購西南的寒岫物流,毛利受壓。", {"寒岫物流"}),
    # a light word in the name, where nothing stands before it; a word in it, behind who it is
    ("中岫证券当天把评级上调。景和资本研究主管唐澔秋把目标价砍半。", {"中岫证券", "景和资本"}),
    ("老股东木星湾资本继续加码。", {"木星湾资本"}),
    ("惟第三方機構數岫諮詢的估算只有1,240萬。", {"數岫諮詢"}),
    # what it is stands before a name that is a word
    ("新客户包括疫苗企业恩泽生物和一家医院。移植由外部工作室鹿角工坊负责。", {"恩泽生物", "鹿角工坊"}),
    ("據研究機構北斗星諮詢估計,市場規模約5,900億元。但港灣研究的分析師指出,價格偏高。", {"北斗星諮詢", "港灣研究"}),
    ("公司把日本權利授給北辰製藥,簽約金2800萬美元。", {"北辰製藥"}),
    ("拾级创投已在本轮出售1.2%的老股。", {"拾级创投"}),
    ("毕业后加入零部件商雷曼底盘系统,五年里做到研发总监。", {"雷曼底盘系统"}),
    ("另一家平台康岫医生则在去年10月退市。", {"康岫医生"}),
    # lists that go on, customers counted
    ("公司引入四名基石投資者,合共認購約1.2億美元,包括新加坡的Meranti Fund、保險商安岫人壽,以及供應鏈集團順岫。", {"Meranti Fund", "安岫人壽", "順岫"}),
    ("第一大客户占41.7%,其余三家是北岫电信、澔岫网络和远岫自动驾驶。", {"北岫电信", "澔岫网络", "远岫自动驾驶"}),
    # a verb behind a trade, an adjective before the name
    ("同业之中,岫槎轮船上半年仍盈利3,100万美元。电池由恒岫能源供应。", {"岫槎轮船"}),
    ("2021年上市的安岫在线2025年收入24.1亿元,仍亏损1.7亿元。", {"安岫在线"}),
    # a former post; what a firm was before
    ("其职务由原凛岫供应链技术副总裁接替。", {"凛岫供应链"}),
    ("岫岭前身是1958年建立的岫岭铜矿,2001年改制。", {"岫岭铜矿"}),
    # a firm from elsewhere with its spelling; one whose ending is no firm's beside others in brackets
    ("作为参照,美国沙尔登公司(Shalden)的疫苗效力为78.9%。", {"沙尔登公司"}),
    ("遠岫汽車(Yuanxiu)24.5萬輛,微增3.8%;拓岫電動(Tuoxiu)只有6.9萬輛。", {"遠岫汽車", "拓岫電動"}),
    # in Latin letters, of everyday words: what kind of firm it is stands right before
    ("行业机构Pedal Insight预计,出口量将达到1,450万辆。", {"Pedal Insight"}),
    ("That is 31 per cent, according to the consultancy Lumen Track.", {"Lumen Track"}),
    ("She previously ran the cruise line Northern Wren for six years.", {"Northern Wren"}),
    ("市調機構澔研預估,銷量為48萬副。據Wristmere統計,Orrin佔9.4%。", {"澔研", "Wristmere"}),
    ("次於荷蘭Veldrec的41%。她曾在Harborlight Bio任研发副总裁。首次超过洁岫者（Jexwold）。后者以413万台退居第二。", {"Veldrec", "Harborlight Bio", "洁岫者"}),
    ("宁波厂商极岫以412万台居首;深圳的博岫出货305万台列第二;美国的Kestrel Mobility以121万台守住第三。", {"极岫", "博岫", "Kestrel Mobility"}),
    ("基石投資者為海岫基金、和域保險及東岫產投。", {"海岫基金", "和域保險", "東岫產投"}),
    ("主打推理卡的霽岫引擎(AuraCompute)宣布擴產。相比之下,對手金稻園早前公布的全年盈利為2.46億港元。", {"霽岫引擎", "金稻園"}),
    ("瀚岫港集團1月15日公布,全港吞吐量創新高。瀚岫港吞吐量增長。", {"瀚岫港集團"}),
    ("It was started by a former Clyde Sparrow engineer. The Series B was led by Seraphine Space.", {"Clyde Sparrow", "Seraphine Space"}),
    ("She joined in January 2024 from Northvale, and in 2014 she left for Greggson. It was formed by the merger of Ballane Mining and Adine Metals.",
     {"Northvale", "Greggson", "Ballane Mining", "Adine Metals"}),
    ("岫原材料2025年净利润亏损0.8亿元。", {"岫原材料"}),  # 原材料 is a word
    ("Nadia Holm of Lorne Research is less sure.", {"Lorne Research"}),
    # what trade somebody is in, of which land, whose view it is, who is acquired; an everyday word, a place's ending
    ("Half goes to Japan's Hoshizuka Metals; grain handler Plainsmere and contractor Burnsmoor Drilling were fined.", {"Hoshizuka Metals", "Plainsmere", "Burnsmoor Drilling"}),
    ("It is a joint venture with South Korea's Daehwan Smelting, said Macrow Bligh analyst Tess Wong.", {"Daehwan Smelting", "Macrow Bligh"}),
    ("It sold its data-centre arm, Cragmoor Hosting, to a fund.", {"Cragmoor Hosting"}),
    ("It blamed competition from Lumen Valley, a challenger founded in 2019.", {"Lumen Valley"}),
    ("Shares in Wessmoor's parent fell. The regulator is looking at Wessmoor, Trentbrook and South Fellow Water. Wessmoor's revenue rose.", {"Wessmoor", "Trentbrook", "South Fellow Water"}),
    ("A deal\nIt bought Nightjar, a maker of cold coffee. Sales of Nightjar rose.", {"Nightjar"}),
    ("唯一衰退的是Norvale Compute,營收53億美元。", {"Norvale Compute"}),
    ("麦岚维背后的上市公司沧澔股份去年营收33.7亿元。前两名是老牌国货麦岚维和进口品牌。", {"麦岚维"}),
    ("海澔去年卖出叉车9.8万台。持有海澔4.1%股份的私募说。与海澔缠斗多年。", {"海澔"}),
    ("对手“天岚空间”则在上周宣布完成融资。", {"天岚空间"}),
    ("号志业者威澔轨道负责。威澔轨道由教授在2012年创办。", {"威澔轨道"}),
    # taken in turn by a round-up: introduced behind the name, singled out, at the head of a paragraph with figures
    ("四家公司交卷\n先說體量最大的啟岫芯核。這家IP供應商預告,全年營收約31.5億元。\n衡岫科技(Hengxiu EDA)預計營收13.6億元。\n真正悶聲賺錢的是明度軟件。營收6.93億元左右,淨利潤2.05億元。\n"
     "銳岫接口憑借兩條產品線扭虧:營收2.38億元。\n概岫微還在虧。營收4.86億元,淨虧損約7300萬元。\n至於弘岫微,這家存儲IP公司營收1.74億元。",
     {"啟岫芯核", "衡岫科技", "明度軟件", "銳岫接口", "概岫微", "弘岫微"}),
    ("雲岫汽車交付24,118輛。凌岫汽車19,277輛,同比增長27.5%。青岫(Cinder EV)15,602輛。", {"雲岫汽車", "凌岫汽車", "青岫"}),
    # a maker before its product, where it does something by itself
    ("Orviq Flex X2登場\nOrviq在台北把摺疊手機Flex X2端上台。Flex X2展開厚度4.1mm。Orviq的瓶頸是面板。", {"Orviq"}),
    ("Rivals fared less well. Carrowell's reported a 1.2% fall in sales.", {"Carrowell's"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIRMS, ids=lambda v: v[:24] if isinstance(v, str) else "")
def test_a_firm_is_told_by_its_place(text: str, expected: set[str]) -> None:
    assert firms(text) >= expected


# The same words where nobody is named.
NOBODY = [
    "他给予「中性」评级,指房地产不良尚未见顶。",  # 房地产 is one word
    "碳酸锂、硫酸镍等材料卖给正极厂。",  # a kind of factory
    "獨立股評人岑澔賢認為,估值偏高。",  # whoever writes on shares
    "公司收购Musondo矿80%的权益。Musondo矿停产。",  # a mine
    "Pre-order 今日開始,首批市場包括香港。",
    "Founded in Haverstock, the group trades from 318 shops.",  # a town before a clause
    "仍为控股股东,普通股一级资本比率为14%。期内集团完成交易。",
    "光學引擎擴產因電力不足遞延,內地收入(45%)和香港收入(30%)上升,市佔率不變。",
    "新设备包括两台机床和一套控制系统,毕业后加入公司负责系统。",
    "台湾是第三大第三方物流业者聚集地。三色激光机型卖出52万台,高于三色机型的12万台。",
    "为什么要自建工厂?大厂要的是通用方案。户用储能收入增长,一家英资银行转投而来。",
    "招股书附录则写明时间。今年集團計劃新開260家店。时任公司金融部总经理被警告。有的公司「关灯吃面」。",
    "单票收入4.64元,单票收入下降。利變壽險18%,健康險17%。",
    "代表产品为料箱机器人“云澔”和叉取式AMR。",
    "社区超市“邻小鲜”关店。航运已不是家族企业玩得起的游戏。又能让对手「永远慢一代半」。信中称,将停产。",
    "Apple's is a closed system. It's reported a fall before.",
    "市场回暖\n最难的是现金流。营收下降3%。\n毛利率还在跌。净利润2.05亿元。\n成本压力继续。营收6.93亿元。",  # paragraphs that no firm opens
    "Tidal X1登場\n手機Tidal X1今天開賣。X1售價899元。",  # a line's first word, and no maker
    "排在第二的那家交了38,905辆,做不到,我第一个不领年终奖。腿式机器人新创挖角。如今自办投资公司。",
]


@pytest.mark.parametrize("text", NOBODY, ids=lambda t: t[:24])
def test_nobody_is_found_where_nobody_is_named(text: str) -> None:
    assert firms(text) == set()


def test_a_short_form_is_of_whom_the_text_is_about_or_whom_a_port_belongs_to() -> None:
    text = "海岫物流宣布收購倉庫\n海岫物流29日宣布收購。旗下有海岫冷鏈。海岫冷鏈宣布擴產。海岫是第三大業者。"
    assert next(e for e in discover(text, KNOWN) if "海岫物流" in e.names.values()).aliases.count("海岫") == 1
    port = "雲岫港務集團(Yunxiu Port)公布營運統計。雲岫若不擴建,可能被追上。"
    assert any("雲岫" in e.aliases for e in discover(port, KNOWN))


def test_a_name_is_the_firm_s_that_the_title_names_and_not_its_founder_s() -> None:
    text = "Haldry Process Systems tops forecasts\nHaldry Process Systems reported record sales. Chief executive Mary Osei took over from founder Nils Haldry. Haldry ended the quarter with a backlog."
    assert {e.kind for e in discover(text, KNOWN) if "Haldry" in e.aliases} == {"company"}


def test_a_firm_is_known_with_its_ending_too_where_the_text_has_that() -> None:
    text = "只剩星岫汽车一家。\n星岫(Stellix Auto)2月交付50,216辆。星岫汽车公布业绩。"
    assert [e.names.get("zh-Hant") for e in discover(text, KNOWN) if "星岫汽车" in e.aliases] == ["星岫"]


def test_a_verb_behind_a_name_is_no_part_of_it() -> None:
    text = "七家新势力2月销量排名:排在第一的星岫汽车交付50,216辆。排在第二的驰岫汽车交了38,905辆。第三的北岫汽车交付31,470辆。董事长祁望川给2026年定下60万辆的目标,做不到第一也要第二。驰岫汽车公布业绩。"
    assert not {"驰岫汽车交了", "祁望川给"} & firms(text)
