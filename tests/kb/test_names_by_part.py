"""Names told by a part in a deal, by a post, by how they are made; and words beside a name that are none of it."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.names import Names
from kb.text import fold

KNOWN = Names(vocabulary.load()).keys

# (text, names and their kinds that must be found, names that must not)
TABLE: list[tuple[str, dict[str, str], tuple[str, ...]]] = [
    # work done is no firm
    ("她早年在一家光学厂做镜头设计工程师,后来创业。", {}, ("做镜头设计",)),
    ("他過去在券商專做醫療案。", {}, ("專做醫療",)),
    ("陶以莹曾在一家银行做系统工程师。", {}, ("做系统",)),
    ("他先在电网公司做电气工程师,月薪三千。", {}, ("做电气",)),
    # verbs at the end of a name
    ("从企业排名看,远曜能源以24.9GWh居首;南岭动力装车13.6GWh,市占率22%,排名第二;泽远电池装车9GWh,排名第三。", {"南岭动力": "company", "远曜能源": "company"}, ("南岭动力装车",)),
    ("泊岸航运交付12艘,排名第一;海晏重工交付9艘,排名第二;临港船务交付7艘,排名第三。", {"海晏重工": "company"}, ("海晏重工交付",)),
    ("東嶼更正虧損,兩家上修目標\n最受矚目的是東嶼電子。東嶼電子5月15日發布更正公告。經東嶼更正後,合計營收108億元。", {"東嶼電子": "company"}, ("東嶼更正",)),
    ("2022年推出的晶片打進遠岑汽車供應鏈,公司隨後擴產。", {"遠岑汽車": "company"}, ("遠岑汽車供應鏈",)),
    ("去年切入澜山电子供应链。", {"澜山电子": "company"}, ("澜山电子供应链",)),
    ("買家有權無條件取消,不應認列收入。", {}, ("權無條件取消",)),
    # sector between house and analyst
    ("鷺嶼證券航運分析員簡昊然把目標價降至7.5港元。", {"鷺嶼證券": "company", "簡昊然": "person"}, ("鷺嶼證券航運",)),
    ("远岑证券医药分析师秦若昊预计,公司营收可达78亿元。", {"远岑证券": "company", "秦若昊": "person"}, ()),
    ("岚岫证券电子行业首席分析师柯以帆认为,市场会回暖。", {"岚岫证券": "company", "柯以帆": "person"}, ()),
    ("澄陆资本消费行业研究员乐嘉敏说,天气是主因。", {"澄陆资本": "company"}, ("澄陆资本消费",)),
    ("星嶼投顧半導體產業分析師簡士航指出,價格會漲。", {"星嶼投顧": "company"}, ("星嶼投顧半導體",)),
    ("暖泉证券家电行业分析师何梓安预计价格上升。", {"暖泉证券": "company"}, ("暖泉证券家电",)),
    # house's person
    ("宸嶼顧問的范嘉木認為太樂觀,她的估計是2,680億元。", {"宸嶼顧問": "company", "范嘉木": "person"}, ()),
    ("曙嶺資本的霍奕晴則給予「中性」評級。", {"曙嶺資本": "company", "霍奕晴": "person"}, ()),
    ("北澜咨询的卓明远说,需求会回升。", {"北澜咨询": "company", "卓明远": "person"}, ()),
    ("鼎岚研究的杜若溪预计全年销量下滑。", {"鼎岚研究": "company", "杜若溪": "person"}, ()),
    ("海屿基金的莫子衿对此看法保守。", {"海屿基金": "company", "莫子衿": "person"}, ()),
    # people by other posts
    ("另一名保代丁若昀被警告,罚款80万元。", {"丁若昀": "person"}, ()),
    ("簽字會計師秦以安被罰款120萬元。", {"秦以安": "person"}, ()),
    ("1931年,商人秦敬齋在上海創辦公司。", {"秦敬齋": "person"}, ()),
    ("作者駱維安為衡山研究所首席分析師。", {"駱維安": "person"}, ()),
    ("资深投行人士丁一舟提醒,估值偏高。", {"丁一舟": "person"}, ()),
    ("公司前身是他的伯父霍鎮山1973年開設的駁船行。", {"霍鎮山": "person"}, ()),
    ("她和大學學長尹柏川在台南創立公司。", {"尹柏川": "person"}, ()),
    ("2024年又从手机行业挖来钱以宁主管智能驾驶。", {"钱以宁": "person"}, ()),
    ("同年请来曾在药厂任职的顾芷若负责临床。", {"顾芷若": "person"}, ()),
    ("公司2023年延攬石安琪出任財務長。", {"石安琪": "person"}, ()),
    ("联合创始人兼CTO宁疏影比他小三岁。", {"宁疏影": "person"}, ()),
    ("總經理邵可為透露,訂單已滿。", {"邵可為": "person"}, ()),
    ("财务总监温若与表示,现金充足。", {"温若与": "person"}, ()),
    ("航運顧問公司海嶽的首席顧問卓未然認為,兩港差距正在縮小。", {"卓未然": "person", "海嶽": "company"}, ("顧問卓",)),
    ("前商務部官員哈特韋爾(Daniel Hartwell)在國會作證時說,配額有用。", {"哈特韋爾": "person"}, ()),
    ("前任首席工程师奥康纳(Liam O'Connor)回忆说,当时很难。", {"奥康纳": "person"}, ()),
    ("創辦人馬蒂奧(Matteo Ricci)去年離開。", {"馬蒂奧": "person"}, ()),
    ("董事长由岑伯钧之子岑若谦接任。", {"岑若谦": "person"}, ()),
    # companies missed
    ("國內需求下滑。同在湘南的福禾匯上半年收入44.9億元,淨利潤0.63億元。", {"福禾匯": "company"}, ()),
    ("IPO前,喬以安持股24.6%,錦川資本持股9.8%,江北產業基金持股6.1%。", {"江北產業基金": "company", "錦川資本": "company"}, ()),
    ("本轮由砺岩资本领投,有国资背景的赣江产业基金跟投。", {"赣江产业基金": "company"}, ()),
    ("第一大股东为澄州市国资运营集团,持股16.9%。", {"澄州市国资运营集团": "company"}, ()),
    ("最大股東是嵐海控股集團,持有三成。", {"嵐海控股集團": "company"}, ()),
    ("創辦人梁佑辰曾任職基因達克(Genetek)抗體部門九年。", {"基因達克": "company"}, ()),
    ("他毕业后加入零部件商雷瑟底盘系统,做到总监。", {"雷瑟底盘系统": "company"}, ()),
    ("第三名由北峰新能拿下,83GW;原居第三的拓宇電力退到第四,出貨71.5GW;第五名華棠科技為55GW。", {"北峰新能": "company", "拓宇電力": "company", "華棠科技": "company"}, ()),
    ("出貨排名中,曜峰光電以112GW居第一。第六到第十名依序是奧峽、銘峰、天棠、歐岱與印度的Survana Solar,後者以18.4GW首度進榜。", {"奧峽": "company", "銘峰": "company", "天棠": "company", "歐岱": "company", "Survana Solar": "company"}, ()),
    ("船由舟山岱岳船廠承造,總造價18.6億美元。", {"岱岳船廠": "company"}, ()),
    ("岱岳船厂将延误归因于主机供货滞后。", {"岱岳船厂": "company"}, ()),
    ("据擎宇研究统计,国内市场去年规模18亿元。", {"擎宇研究": "company"}, ()),
    ("根據嵐海調研的數據,市場規模達40億元。", {"嵐海調研": "company"}, ()),
    ("與同業相比,深圳的觀潮軟件約4,200萬美元。", {"觀潮軟件": "company"}, ()),
    ("與同業相比,美國的Flowmere ARR約3.1億美元,深圳的觀潮軟件約4,200萬美元。", {"Flowmere": "company"}, ()),
    ("做测试分选机的新坪测控营收6.43亿元、净利润1.12亿元。", {"新坪测控": "company"}, ()),
    ("公司擬以9.8億元現金取得瀚林儀器70%股權,後者主攻量測。", {"瀚林儀器": "company"}, ()),
    ("今年拿下岑海光學全部股權。", {"岑海光學": "company"}, ()),
    ("映海光電將以82億元把台南廠售予晶岑先進,預計第二季完成交割。", {"晶岑先進": "company"}, ()),
    ("今年2月,公司把日本權利授給北嶺製藥,簽約金2800萬美元。", {"北嶺製藥": "company"}, ()),
    ("季嶺研究副總經理鄧家安分析,公司獲利優於同業。", {"季嶺研究": "company", "鄧家安": "person"}, ()),
    ("同日,同行凌岳微下跌3.4%,市值报412亿元。", {"凌岳微": "company"}, ()),
    ("同业方面,规模较小的禹岳信息此前预告2025年营收41亿元。", {"禹岳信息": "company"}, ()),
    ("但港岸研究的分析師柏岑則指出,出貨會降。", {"港岸研究": "company"}, ()),
    ("被投企业包括做传感器的灵雀测控。", {"灵雀测控": "company"}, ()),
    ("手机厂商诺岑(Norcen)在深圳举行发布会,推出三款新机。诺岑表示,新机下月开售。", {"诺岑": "company"}, ("商诺岑",)),
    ("音訊品牌Clover昨日在深圳舉行發表會,推出新耳機。Clover由工程師於2015年創立。Clover表示,銷售目標是180萬副。", {"Clover": "company"}, ()),
    ("游戏公司Ember宣布新作延期。Ember去年营收3亿元。Ember的员工有200人。", {"Ember": "company"}, ()),
    ("龍頭曜岑微裝則忙著併購。", {"曜岑微裝": "company"}, ()),
    ("卢清川是京岳律师事务所合伙人。", {"京岳律师事务所": "company"}, ()),
    # english companies
    ("Norland Boats grew sales 9% in 2025. Petra Lind, an analyst at Kestrel Mobility Research, expects growth.", {"Kestrel Mobility Research": "company", "Petra Lind": "person"}, ()),
    ("Priya Rao, an analyst at Larkspur Research, warned that orders could unwind.", {"Larkspur Research": "company"}, ()),
    ("Canopia Research分析師Joyce Tan認為,毛利會升。", {"Canopia Research": "company"}, ()),
    ("The rival had a share of 19 per cent, according to the consultancy Lumen Trail.", {"Lumen Trail": "company"}, ()),
    ("Rival Dongling Coach sold 4,120 buses last year, although Anping Vehicle managed only 2,890.", {"Dongling Coach": "company", "Anping Vehicle": "company"}, ()),
    ("Peskett Research, a consultancy, put the market at $3 billion.", {"Peskett Research": "company"}, ()),
    ("The firm was founded in 2008 by two brothers, Hu Weilin and Hu Weichen, as a supplier of seats.", {"Hu Weilin": "person", "Hu Weichen": "person"}, ()),
    ("It was started by three friends, Ana Duarte, Leo Brandt and Omar Said, in a garage.", {"Ana Duarte": "person", "Leo Brandt": "person", "Omar Said": "person"}, ()),
    ("出貨排名出爐。前五大品牌依序為平枝車業58.6萬台、市占18.8%,連續第三年居冠;駿枝工業41.2萬台、13.2%,居第二;韓枝19.5萬台,居第五。", {"平枝車業": "company"}, ("前五大品牌依序",)),
    # products
    ("旗下有兩條產品線:面向訓練的「青崗」系列與面向推理的「白鶴」系列。", {"青崗": "product", "白鶴": "product"}, ()),
    ("目前有兩款產品上市,分別是治療關節炎的「舒節寧」與治療銀屑病的「淨斑安」。", {"舒節寧": "product", "淨斑安": "product"}, ()),
    ("其高深宽比刻蚀机“玄岳X3”单季出货46台。", {"玄岳X3": "product"}, ()),
    ("液冷整机柜“冰川X8”开始放量。冰川X8单柜可容纳72张加速卡。", {"冰川X8": "product"}, ()),
    ("理由是沉積設備「素雲300」通過兩家晶圓廠的驗證。", {"素雲300": "product"}, ()),
    ("份额回升,主要得益于“麒岳三代”在多款车型上放量。", {"麒岳三代": "product"}, ()),
    ("旗艦「搖星Y1」採用6奈米製程。", {"搖星Y1": "product"}, ()),
    ("關鍵在於其雲台機型“轉轉Pro”把自動對焦做到1999元。", {"轉轉Pro": "product"}, ()),
    ("主力產品「朔雲920」單價約11.8萬元。", {"朔雲920": "product"}, ()),
    ("肺癌靶向药安宁达(通用名:泽瑞尼)全年销售额约31.4亿元,PD-1/VEGF双抗岭安宁上市第二年即实现14.8亿元销售额。", {"安宁达": "product", "岭安宁": "product"}, ()),
    ("降壓藥脈寧舒去年銷售額12億元,新藥骨康定已獲批。", {"脈寧舒": "product", "骨康定": "product"}, ()),
    ("2024年上線的AI agent「Nilo」現在處理71%的客服。Nilo只回答退貨問題。", {"Nilo": "product"}, ()),
    ("購岸圈(CartLine)公布成績。2020年推出的直播功能LineLive很受歡迎,公司自建倉配網絡LineFulfil。", {"LineLive": "product", "LineFulfil": "product"}, ()),
    ("岩川科技(Yanchuan Technology)发布新卡,互连采用自研的YanLine,软件栈升级到YanStack 4.0,并提供迁移工具YanPort。", {"YanLine": "product", "YanStack": "product", "YanPort": "product"}, ()),
    ("諾維(Novira)發布新機,預裝NoviOS 6。", {"NoviOS": "product"}, ()),
    ("远岫汽车(Yuanxiu Auto)发布新车。首款车岫01原定7月交付。2023年3月上市的岫03热卖。岫05召回2.74万辆。", {"岫01": "product", "岫03": "product", "岫05": "product"}, ()),
    ("首个付费资料片《归潮》计划在四季度推出,售价98元。游戏销量180万份。", {"归潮": "product"}, ()),
    ("苍岭互动的太空游戏《星墟远行》(Starfall Voyage)在4月9日登陆PC。", {"Starfall Voyage": "product", "星墟远行": "product"}, ()),
    ("品牌Sorrelle推出新品。最受矚目的是Live Whisper。這項翻譯功能由晶片執行。", {"Live Whisper": "product"}, ()),
    ("Veloura上月推出的Pulse Air售價3,290元,ANC為45dB。", {"Pulse Air": "product"}, ()),
    ("The best-seller remains the Tern 12, a 12-metre model priced from 1.75 million yuan. The articulated Tern 18 carries 140 passengers.", {"Tern 12": "product", "Tern 18": "product"}, ()),
    ("The sixth-generation car, the Otter 6, costs 205,000 yuan to build.", {"Otter 6": "product"}, ()),
    ("Kestrel Bay operates four brands: the upscale Kestrel, Linden House, an extended-stay label, and Dash, a budget chain.", {"Linden House": "product"}, ()),
    ("Tidewater, the loyalty programme launched in 2015, now has 24 million members.", {"Tidewater": "product"}, ()),
    ("Merrow's freeform \"Aspera\" lens will enter production in November. Merrow Optics is based in Ningbo.", {"Aspera": "product"}, ()),
    ("自建的风控平台“织锦”把审批时间压缩到15分钟。", {"织锦": "product"}, ()),
    ("這套名為「鏡川」的引擎由公司自2018年起開發。", {"鏡川": "product"}, ()),
    ("首艘甲醇船“鲲鹏之星”的交付推迟到2027年2月。", {"鲲鹏之星": "product"}, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "not_there"), TABLE, ids=[t[:30] for t, _, _ in TABLE])
def test_a_name_and_its_kind(text: str, there: dict[str, str], not_there: tuple[str, ...]) -> None:
    kinds = {fold(name): e.kind for e in discover(text, KNOWN) for name in (*e.names.values(), *e.aliases)}
    assert {n: kinds.get(fold(n)) for n in there} == there
    assert not kinds.keys() & set(map(fold, not_there))
