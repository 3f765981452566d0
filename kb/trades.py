"""The trade at the end of a company's name, in both languages: 屹嵐顯示 is Yilan Display to who writes English.

Companies that list no English name are called by the pinyin of what is their own and by their trade in
English. Leaves out where a name ends in an article (`kb.discovery.endings`).
"""

from __future__ import annotations

from itertools import product

from kb import lazy

_MOST = 24  # ways to say one name's trade in English

# Folded endings, each with how it is said in English; what is left out as often as it is said begins with "".
_TABLE = """
股份有限公司: , co ltd, corp
有限公司: , co ltd, ltd
股份: , holdings
控股: , holdings, holding
集团: , group
公司: , company, co
国际: international, , global
科技: technology, technologies, tech
技术: technology, technologies, tech
半导体: semiconductor, semiconductors, semi
微电子: microelectronics, micro
光电子: optoelectronics
电子: electronics, electronic
微: micro, microelectronics, semiconductor
芯片: chip, chips
智能: intelligence, ai, intelligent, smart
智慧: intelligence, ai, smart
智驾: autonomous driving, driving
生物医药: biopharma, biopharmaceuticals
生物: bio, biotech, biotechnology, biologics, biosciences
生技: biotech, bio
医药: pharma, pharmaceutical, pharmaceuticals
制药: pharma, pharmaceutical, pharmaceuticals
药业: pharma, pharmaceutical, pharmaceuticals
医疗: medical, healthcare, medtech
医学: medical, medicine
器械: devices, medical devices
健康: health, healthcare
基因: genomics, gene, genetics
诊断: diagnostics
新能源: new energy, energy
能源: energy
储能: energy storage, storage
氢能: hydrogen, hydrogen energy
光能: solar
光伏: solar, photovoltaic, pv
风电: wind, wind power
核电: nuclear, nuclear power
锂电: lithium, battery, batteries
锂业: lithium
电池: battery, batteries
电力: power, electric power
动力: power, powertrain
燃气: gas
汽车: auto, motor, motors, automobile, automotive, cars
电动车: ev
出行: mobility
银行: bank
农商银行: rural commercial bank, rural bank
商业银行: commercial bank, bank
证券: securities, brokerage
保险: insurance
人寿: life, life insurance
财险: property insurance, p&c
信托: trust
租赁: leasing
资本: capital
创投: ventures, capital, venture capital
投资: investment, investments, capital
基金: fund, funds
金融: financial, finance
支付: payment, payments, pay
显示: display, displays
面板: display, panel, panels
光电: optoelectronics, photonics, opto
光学: optics, optical
激光: laser, lasers
传感: sensing, sensors, sensor
存储: storage, memory
数据: data
信息: information, infotech
资讯: information, info
网络: network, networks
软件: software
云: cloud
通信: communications, communication, telecom
通讯: communications, communication, telecom
电信: telecom, telecommunications
卫星: satellite
航天: aerospace, space
航空: airlines, airline, airways, aviation, air
航运: shipping
海运: shipping, marine
物流: logistics
快递: express, delivery
快运: express
货运: freight
港口: ports, port
机场: airport, airports
铁路: railway, rail
机器人: robotics, robot, robots
精密: precision
机械: machinery
重工: heavy industries, heavy industry
工业: industries, industrial, industry
实业: industries, industrial
机床: machine tools
自动化: automation
仪器: instruments
电气: electric, electrical
电器: electric, electrical, appliances
家电: appliances
电缆: cable, cables
材料: materials, material
新材料: new materials, materials, advanced materials
新材: new materials, materials
化工: chemical, chemicals
化学: chemical, chemicals
石化: petrochemical, petrochemicals
钢铁: steel, iron and steel
矿业: mining
铜业: copper
铝业: aluminium, aluminum
黄金: gold
稀土: rare earth, rare earths
煤业: coal
水泥: cement
建材: building materials
玻璃: glass
轮胎: tire, tyre, tires, tyres
橡胶: rubber
包装: packaging
纸业: paper
纺织: textile, textiles
面料: fabrics, textile, textiles
服饰: apparel, fashion, clothing
服装: apparel, garment, clothing
体育: sports, sport
美妆: beauty, cosmetics
日化: household, cosmetics
珠宝: jewelry, jewellery
食品: food, foods
乳业: dairy
饮料: beverage, beverages, drinks
饮品: beverage, beverages, drinks
酒业: liquor, distillery
咖啡: coffee
茶饮: tea
茶业: tea
餐饮: restaurants, catering, dining
超市: supermarket, supermarkets
零售: retail
农机: machinery, farm machinery, agricultural machinery
装备: equipment
机电: electromechanical, electric
水业: water
文旅: culture and tourism, tourism
啤酒: beer, brewery
药房: pharmacy, pharmacies
百货: department store, department stores
农业: agriculture, agricultural, agri
牧业: farming, livestock
家居: home, furniture, furnishings
玩具: toys, toy
宠物: pet, pets
地产: real estate, property, properties, land
置业: property, properties, land
物业: property, property services, property management
建设: construction
工程: engineering
酒店: hotel, hotels
旅游: tourism, travel
教育: education
传媒: media
文化: culture, cultural
影业: pictures, film, films
游戏: games, game, gaming
互动: interactive
娱乐: entertainment
音乐: music
环保: environmental, environment
水务: water
电源: power, power supply
晶圆: wafer, wafers
封测: packaging and testing, assembly and test
研究: research
咨询: consulting, research
供应链: supply chain
生活: living, life
眼科: eye, eye hospital, ophthalmology
口腔: dental
"""
_ENGLISH = {
    trade.strip(): tuple(word.strip() for word in said.split(","))
    for trade, _, said in (row.partition(":") for row in _TABLE.strip().splitlines())
}
_END = lazy.compile(rf"(?:{'|'.join(sorted(_ENGLISH, key=lambda w: (-len(w), w)))})$")
_LEAST_OWN = 2  # characters
_TRADE_WORDS = frozenset(w for said in _ENGLISH.values() for way in said for w in way.split()) - {"and"}


def own(name: str) -> tuple[str, tuple[str, ...]]:
    """Return what is a company's own of its folded Chinese name, and how its trade is said in English, "" if left out.

    >>> own("屹岚显示"), own("台积电")
    (('屹岚', ('', 'display', 'displays')), ('台积电', ()))
    """
    endings: list[str] = []
    rest = name
    while (match := _END.search(rest)) and match.start() >= _LEAST_OWN:
        endings.insert(0, match.group())
        rest = rest[: match.start()]
    if not endings:
        return name, ()
    ways = (" ".join(w for w in said if w) for said in product(*(_ENGLISH[e] for e in endings)))
    return rest, tuple(dict.fromkeys(("", *ways)))[:_MOST]


def own_in_english(name: str) -> str:
    """Return what is a company's own of its folded English name, "" where all of it or nothing is trade.

    >>> own_in_english("quellmoor software"), own_in_english("moore threads"), own_in_english("life insurance")
    ('quellmoor', '', '')
    """
    words = name.split()
    while words and words[-1] in _TRADE_WORDS:
        words.pop()
    return " ".join(words) if len(words) < len(name.split()) else ""


def alike(word: str, name: str) -> bool:
    """Whether an English word says the trade that a folded name of a company ends with, perhaps in other words.

    >>> alike("pharma", "beilan pharmaceuticals"), alike("tea", "beilan pharmaceuticals"), alike("drinks", "澄麓饮品")
    (True, False, True)
    """
    last = name.rpartition(" ")[2]
    return any(word in said and (last in said if last.isascii() else last.endswith(trade)) for trade, said in _ENGLISH.items())
