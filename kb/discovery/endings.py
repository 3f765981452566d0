"""What stands at the end, to the left and to the right of a Chinese company's name.

Patterns are matched against folded text. Leaves out where the name begins (`kb.discovery.page`).
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.page import Page, han
from kb.text import HAN

# Chinese patterns are matched against folded text (Simplified, half-width, lower case), English ones
# against the text itself; a place in one is the same place in the other.
HAN_CHAR = rf"[{HAN}]"
# Endings of company names, longest first where one begins another; a name may end with several.
ENDS = (
    "股份|科技|半导体|微电子|光电子|智驾|智行|智车|智联|电子|集团|控股|生物|生技|医药|制药|药业|生医|新能源|新能|能源|光能|汽车|农商|农信|商业银行|银行|证券|保险|"
    "人寿|财险|产险|寿险|金控|储能|光电|新材料|新材|材料|机器人|动力|光伏|航空|航运|海运|船务|物流|快递|速运|超市|百货|零售|软件|软体|信息|资讯|网络|网路|"
    "数据|智能|智慧|智造|精密|精工|机械|重工|化工|化学|石化|钢铁|矿业|硅业|锂业|铝业|铜业|水泥|建材|地产|置业|建设|资本|创投|基金|投资|信托|"
    "租赁|电器|家电|食品|乳业|饮料|酒业|酿酒|服饰|鞋业|家居|传媒|影业|文化|游戏|网游|互娱|互动|娱乐|咨询|顾问|生活|快线|教育|医疗|医学|器械|基因|诊断|通信|通讯|电讯|电信|电力|"
    "水务|环保|燃气|农业|牧业|饲料|种业|航天|卫星|船舶|造船|高速|旅游|酒店|餐饮|咖啡|茶饮|出行|支付|金融|金服|量化|实业|工业|国际|商城|电商|"
    "存储|储存|物业|外卖|健康|体育|音乐|视频|轮胎|玻璃|包装|纸业|纺织|黄金|稀土|煤业|煤炭|锂电|风电|核电|氢能|眼科|口腔|美妆|日化|珠宝|玩具|宠物|母婴|"
    "数位|数码|电源|热控|精机|自动化|散热|仪器|仪表|安防|涂料|生鲜|冷链|交通|通用|快运|海空|影像|面业|茶业|果业|渔业|"
    "油脂|粮油|充电|换电|印染|面料|"
    "传感|激光|声学|机床|机场|资源|锂能(?!源)|环球|航太|电缆|线缆|港口|铁路|租车|货运|家纺|管业|船艇|供应链|"
    "饮品|食饮|乳品|烘焙|糖业|肉食|水产|卫浴|厨电|照明|陶瓷|特钢|冶金|气体|电梯|阀门|轴承|制动|印刷|眼镜|服装|钟表|家具|装饰|园林|检测|医美|农化|化纤|橡胶|塑料|合金|磁材|"
    "水业|电业|文投|城投|产投|国投|交投|建投|会计师事务所|律师事务所|农机|装备|机电|远洋|晶体|升降机|木业|地板|啤酒|模具|五金|药房|"
    "测控|船厂|轮船|调研|微装|锻造|铸造|路桥|置地|文旅|影城|广告|"
    "邮轮|饮食|农产|农技|汽船|投顾|投信|文创|民宿|扶梯|维保|商事|肥料|太空|发射|助听|商贸|物产|出版|影视|动漫|资管|期货|财富|养殖|兽药|农药|种苗|光纤|射频|药妆|"
    "齿科|医护|护老|精材|(?:数|芯|生|茶|医|药|农|高)科(?!技)|智算|算力|物联|农服|担保|拍卖|诊所|护理|学堂|钛业|镍业|石油|建工|钢构|会展|净水|连锁|重机|空港|重装|视觉|精铸|制作所|工业所|运输|能装|仓储|货仓|工坊|酿造|酒庄|商行|商社|电脑|游旅|家私|护肤|潜航|乐器|优选|巴士|集运|速递|书店|虚拟银行|"
    "智库|农商行|药械|评级|房屋|汽配|轨道|铁道|车辆|叉车|客车|机车|单车|制造|工程|技术|系统|光学|显示|面板|封测|微|(?<!电子)(?<!科技)(?<!半导体)(?<!股份)芯片|晶圆|电池|电气|电机|工作室|研究|投行"
).replace("|微|", "|")
# What makes another word of an ending: 投资组合, 资本开支.
_WORDS_ON = (
    "大学(?!生)|学院|(?<=工程)(?:师|院)|(?<=设计)师|(?<=维修)[师工]|(?<=技术)(?:员|总监|副总|负责|主管|经理|长)|(?<=控股)(?:股东|子公司|权)|(?<=系统)(?:工程)?师|(?<=轮船)(?:上(?![半季周月])|票)|(?<=拍卖)(?:行|会|场|师|品)|(?<=护理)(?:师|站|员|费|险)|(?<=诊所)(?:医)|(?<=算力)(?:中心|租|需|成|网|卡|集)|(?<=担保)(?:费|函|物)|(?<=连锁)(?:店|品牌|企业|超市|药|餐|酒|经营|集团|茶|咖|书)|(?<=养殖)(?:业|户|场)|(?<=研究)(?:员|部|所|室|报告|院|中心|机构|显示|发现|主管|人员|团队)|(?<=出版)(?:社|物)|(?<=影视)(?:剧|城)|(?<=发射)(?:场|架|中心|成功|失败|任务)|(?<=文创)(?:产品|商品|园)|(?<=财富)(?:管理)|(?<=期货)(?:价|市场|合约)|(?<=石油)(?:价|输出|公司)|"
    "(?<=投资)(?:约|近|超|逾|总|[\\d])|(?<=投资)(?:总监|经理|主管|部|组合|者|人|额|收益|损益|回报|活动|评级)|(?<=资本)(?:开支|支出|市场|充足|金)|(?<=基金)(?:经理|会|规模|份额)|"
    "(?<=证券)(?:部|事务)|(?<=数据)(?:中心|库|显示|表明)|(?<=建设)(?:项目|周期)"
)
CHAIN = lazy.compile(rf"(?:{ENDS})+(?!(?:股份|控股|集团)?{HAN_CHAR}?(?:有限|公司法)|{_WORDS_ON})")
CHAIN_END = lazy.compile(rf"(?:{ENDS})$")

# 周二收市後, 今(10)日, 昨天, 上月
_WHEN = (
    r"(?:(?:\d{1,2}月)?\d{1,2}日|[今昨前](?:\(\d{1,2}\))?[日天晚]?|\(\d{1,2}\)[日天晚]|日前|近日|同日|同期|早前|此前|随后|(?:上|本|这)?(?:周|星期)[一二三四五六日]?|[上本]月(?:初|中|底)?|[今去]年(?:初|中|底|\d{1,2}月)?|\d{1,2}月)?"
    r"(?:晚间|晚|早间|上午|下午|盘后|收[市盘]后|盘中)?"
)

FIRM_RIGHT = lazy.compile(  # what only follows the name of somebody who acts
    rf"{_WHEN}(?:也|亦|则|又|已|正式|首次|率先|共同|联合)?"
    r"(?:(?:最新)?(?:年度?报告?|[中季半]年?报|中期报告|财报|业绩报告|招股书|公告)(?:显示|披露|称)|发布|公布|公告|披露|宣布|宣告|表示|推出|签署|签订|透露|递交|登陆|称|回应|解释|拟|任命|起诉|否认|领投|跟投|(?:股价)?[大急]?(?:上涨|下跌|收[涨跌]|涨|跌)[约逾超近]?\d|(?:此前|早前|先前|稍早)已?(?:预告|预计|预期)|指出|强调|澄清|挂牌|分析师|分析员|研究员|研究部|估计|估算|测算|预估|推估|持股(?=约?\d)|认为|(?:于|在)?(?:\d{4}年)?以[^,;。]{1,16}(?:入股|收购|买下|取得|认购|购入|增持)|发盈[喜警]|喊话|裁员|公司秘书|"
    r"的?(?:董事|(?:首席|资深|高级)?(?:分析师|分析员|研究员)|副总(?:经理|裁)?|总裁|总经理|行长|创始|创办|(?:管理|创始|执行|投资)合伙|(?:固收|策略|宏观)?首席|副?主席|(?:投资|财务|技术|运营|营运|市场|产品|营销|研究|研发)?总监|研究(?:部)?主管|负责人|执行长|财务长|发言人|制作人|工程师|合伙人|研发部长|部长|经理|ceo|cfo|cto)|财报(?!季)|主营|专注于?|总部|隶属|股价|市值|收购|入股|并购|开源|上线)|旗下|背后的?(?:上市|母)(?:公司|集团)|的?母公司|[今昨]日|日前|近日|方面|独占|"
    r"以(?:[^,。;]|(?<=\d),(?=\d)){1,20}?(?:中标|居首|位居|排名|排在|夺|登顶|重回|领先|垫底|拿下|入围)|是(?:一|国内|全国|全球|中国|台湾|香港|本地)[^,。;]{0,6}家|的(?:旗舰|主力|首款|新款)|(?:改?走|选择)[^,。;]{2,8}(?:路线|上市)|(?:拟|计划|准备)?(?:冲刺|转战|赴)(?:ipo|上市|科创板|创业板|北交所|港股|港交所|香港(?:上市|挂牌)|美股|纳斯达克|那斯达克)|由盈转亏|转亏为盈|扭亏"
)
OWNED_RIGHT = lazy.compile("背后的?(?:上市|母)(?:公司|集团)|的?母公司")
_CERTAIN = 4  # enough for a name that is an everyday word too
_ASIDE = lazy.compile(r"\([^()\n]{1,24}\)")
BOOKS_RIGHT = lazy.compile(  # a period and a measure: whose books else could they be of
    r"(?:预计|预期|预告|预料|料)?(?:(?:20\d\d(?:财年|财政年度|年度?)|今年|去年|上年度?|上财年|截至[^,。;]{2,12}|本财年|同期|同季|同年|当季)?(?:第?[一二三四1-4]季度?|前三季度?|首季度?|上半年度?|下半年|中期|全年|[\d一二三四五六七八九十至到-]{1,4}月份?|q[1-4])?)(?:\([^()]{2,16}\))?(?:[^,。;]{0,6})"
    r"(?:营收|营业总?收入|营业额|总收入|收入|溢利|纯利|归母净|归属|净利|净亏|净损|税后|股东应占|扣非|毛利|研发投入|研发费用|总资产|交付|员工人数|合同销售|合约销售|销售额|保费|入住率|吞吐量|票房|同店|净息差|不良|存款|贷款|管理规模|管理资产|规模保费|出栏|客运|载客|出货|产量|销量|亏损|盈利|业绩|每股)"
)
LIKELY_RIGHT = lazy.compile(
    r"预计|预期|预告|目前|现有|现时|拥有|经营|负责|承担|上[周月]|本月|则|规模|获|完成|计划|将|交[付了]|实现|成为|亏损|盈利|中标|拿下|营收|净利|净亏|业绩|成立于|创立于|位于|股份|\d{4}年|第?[一二三四]季|首季|前三季|上半年|去年|今年|\d{1,2}(?:至\d{1,2})?月|年报|半年报|季报|中期"
)
LAND = "(?:日本|韩国|美国|英国|法国|德国|印度|泰国|越南|荷兰|瑞士|瑞典|丹麦|挪威|芬兰|意大利|西班牙|澳大利亚|新加坡|马来西亚|以色列|加拿大|巴西|台湾|香港|澳门|中国|北京|上海|天津|重庆|深圳|广州|杭州|苏州|台北|新竹|广西|广东|福建|浙江|江苏|山东|山西|河南|河北|湖南|湖北|四川|贵州|云南|陕西|甘肃|安徽|江西|辽宁|吉林|海南|新疆|西藏|宁夏|青海)[省市]?"
_LAND = lazy.compile(LAND + "$")
_SHARES_RIGHT = lazy.compile(r"(?:约|逾|近|超过?)?\d[\d.,]*(?:%|万股|亿股|股)")  # 持有海卓4.1%股份
_DEAL_RIGHT = lazy.compile(
    rf"(?:等)?(?:(?:共同|联合|战略)?(?:领投|跟投|参投)|[a-f]\+?轮|供应链|达成|签署|签订|合作|组建|合资|合并|担任|任职|工作|辞职|离职|离开|跳槽|{LAND}?(?:分公司|办公室|办事处|分行|子公司)|等?[两三四五六七八]家|[、和与及]{HAN_CHAR}{{2,8}}等?[两三四五六七八]家|的?(?:全部|部分|剩余|多数|少数|已发行|约?[\d.]+%)?的?(?:股权|股份|控股权|全部))"
)
BY_RIGHT = lazy.compile(r"(?:[自于在](?:\d{4}|[去今])年起?)?(?:代工|承[建造制接办]|供货|独家|操刀|代理|运营|开发|研发|研制|发行|经销|提供|(?:供应|制造|生产)(?=[,。;、]))")  # 由粵駿汽車代工
FIRM_LEFT = lazy.compile(
    r"(?:子公司|母公司|旗下|竞争对手|对手|竞争者|收购|并购|入股|投资方|同业|同行|厂商|巨头|龙头|企业|公司|新势力|独角兽|供应商|开发商|运营商|营运商|"
    r"(?:创立|创办|创建|掌管|收购|旗下|控股)的|创立|创办|创建|工作室|保荐人|保荐机构|承销机构|辅导机构|(?:财务|融资)顾问|核数师|审计师|审计机构|推荐人|机构|投行|大行|外资|平台|业主|房东|发展商|租户|卖方|买方|受让方|转让方|认购方|律所|商社|买家|卖家|租客|商户|赞助商|餐厅|餐企|酒企|农企|"
    r"连锁|业者|制造商|生产商|经销商|代理商|承包商|服务商|零售商|初创|新创|车企|药企|券商|药厂|客户|股东|投资者|投资人|盟友|合作伙伴|代工厂|大厂|新秀|老牌|商)(?:之一|(?:主要|分别|依[次序]|还|也)?(?:包括|包含|涵盖|有|为|是))?$"
)
_DEAL_LEFT = lazy.compile(r"(?:[与和同跟由向获对及为在从]|获得|取得|拿下|买下|购入|打[进入]|切入|携手|联手|来自|加入|加盟|投资|控股|任职|[供就任]职于|转入|转投|转到|转往|跳槽到?|入职|服务于|效力于?|聘请|重返|离开)$")

CALLED = lazy.compile(
    r"(?:(?:以下|下|后)?(?:文)?简?称(?:为)?|中文名(?:称|为)?)[: ]?[“「\"'『]?([^“”「」\"'『』]{2,16})[”」\"'』]?$"
)


_LEAD_IN = lazy.compile(
    r"(?:期内|年内|季内|月内|报告期内|近日|今日|昨日|日前|其中|此外|另外|同时|据悉|目前|包括|例如|以及|对于|由于|根据|截至|晚间|受让|转让|出售|出让|买入|卖出|控股子公司|全资子公司|子公司|公司|集团|企业|旗下|里有|的|与|及|在|由|对(?!手)|将|向|是|给|获|从|有)+"
)


def lead_in(page: Page, run: str) -> int:
    """How many characters of `run` are words that lead up to a name, such as 日前 or 对."""
    match = _LEAD_IN.match(run)
    return match.end() if match and len(run) - match.end() >= 2 else 0


def behind_kind(page: Page, start: int) -> bool:
    """Whether what kind of firm it is stands right before a place, a land between them perhaps: 焊接機廠, 连锁超市."""
    land = _LAND.search(page.folded, max(0, start - 5), start)
    start = land.start() if land else start
    return any(m.end() == start for m in _KINDS.finditer(page.folded, max(0, start - 6), start))


def past_kind(run: str) -> int:
    """Where in a run of characters a name of two to six begins behind what kind of firm it is: 连锁超市|优汇坊; 0 when nothing tells."""
    told = [m.end() for m in _KINDS.finditer(run) if 2 <= len(run) - m.end() <= _LONGEST_TOLD]
    if not told:
        return 0
    land = _LEADING_LAND.match(run, told[-1])
    return land.end() if land and len(run) - land.end() > 1 else told[-1]


# The last characters of `FIRM_LEFT` and `_DEAL_LEFT`: other words before a name tell nothing.
_LEFT_LAST = frozenset("有持入出的司下手进锁者购并股方业行商头企力兽创厂户东人友伴秀牌与和同跟由向获对及为在得自入资构问师所社厅括含盖有是于职盟台主东户一投到往槽力返开立办建请室客")
# 「灵栈科技」: what stands beside the marks stands beside the name.
_MARKS = {"“": "”", "【": "】", "[": "]", "「": "」", "『": "』", '"': '"'}


# What kind of firm it is, right before a name: 海工裝備龍頭滄溟重工, 遊戲商幻境網路; not 該公司, 本公司.
KIND = (
    rf"(?<={HAN_CHAR})(?<![该本子母分贵各家市股上])(?:公司|企业|厂商|业者|连锁店?|巨头|龙头|独角兽|新创|卖家|律师行|律所|药企|车企|机构|商社|餐厅|工作室|(?<=[问师纪])行(?![业为政])|(?<=光电)厂|(?<=家电)厂|(?<![工水电本该原总分老新建设办各两三多此我贵下出进入])厂(?![商房区长家])|(?<![客协会磋智招通经])商(?![业品务用场城标家会圈誉量店铺人学]))"
)
_KINDS = lazy.compile(rf"{KIND}|(?<={HAN_CHAR})(?:超市|百货|券商|品牌|集团|平台|银行)(?!{ENDS})")
_LEADING_LAND = lazy.compile(LAND)
_LONGEST_TOLD = 6  # characters
_KIND_LEFT = lazy.compile(rf"{KIND}[“「『]?$")


def begins(page: Page, start: int, end: int) -> bool:
    """Whether a sentence or a line begins with folded[start:end] and goes on as it does after a name."""
    left = page.folded[max(0, start - 1) : start]
    return (not left or left in "。;!?\n") and bool(LIKELY_RIGHT.match(page.folded, end))


def after_firm(run: str) -> int:
    """Where in a run of characters a name of two to four begins after what says that it is a firm's: 對手|光禾; else 0."""
    for begin in range(len(run) - 2, max(0, len(run) - 5), -1):
        left = _LAND.sub("", run[:begin])
        if FIRM_LEFT.search(left) and not (left[-1] == "商" and run[begin] in "业品务用场城标家会圈誉量店铺人学"):
            return begin
    return 0


_TOPIC = lazy.compile("(?:^|[,。;:、!?\n“「])(?:公司|企业)$")  # 公司海缆系统收入: whose it is, not what it is


def told_as_firm(page: Page, start: int) -> bool:
    """Whether the words before a place say that a firm's name follows: 供應商, 對手, 投資方包括."""
    land = _LAND.search(page.folded, max(0, start - 5), start)
    start = land.start() if land else start
    if _TOPIC.search(page.folded, max(0, start - 3), start):
        return False
    return page.folded[start - 1 : start] in _LEFT_LAST and bool(FIRM_LEFT.search(page.folded, max(0, start - 8), start))




def vote(page: Page, start: int, end: int) -> int:
    """4 behind what kind of firm it is, 2 where else only a name can stand, 1 where one is likely to stand, 0 elsewhere."""
    if _MARKS.get(page.folded[max(0, start - 1) : start], "-") == page.folded[end : end + 1]:
        start, end = start - 1, end + 1
    if of_a_source(page, start, end):
        return 2
    link = _LINK.search(page.folded, max(0, start - 3), start)
    start = link.start(1) if link else start
    land = _LAND.search(page.folded, max(0, start - 5), start)
    if land and page.folded[land.start() - 1 : land.start()] in _LEFT_LAST:
        start = land.start()  # 任職日本久田農機; 上海芮璟生物 may be all of a name
    last = page.folded[max(0, start - 1) : start]
    if last and (han(last) or last.isalnum()) and last not in _LEFT_LAST:
        return 0
    left = page.folded[max(0, start - 6) : start]
    aside = _ASIDE.match(page.folded, end)  # 順達物流(SDL)2025財年收入
    end = aside.end() if aside else end
    clean = not left or left[-1] == "的" or not (han(left[-1]) or left[-1].isalnum())  # 同城的雲隼航空
    told = bool(FIRM_LEFT.search(left)) and not _TOPIC.search(left)
    by = left[-1:] == "由" and BY_RIGHT.match(page.folded, end)
    ends = end >= len(page.folded) or not han(page.folded[end])
    if _KIND_LEFT.search(left) and (BOOKS_RIGHT.match(page.folded, end) or FIRM_RIGHT.match(page.folded, end) or LIKELY_RIGHT.match(page.folded, end)):
        return _CERTAIN
    if by or ((clean or told) and (FIRM_RIGHT.match(page.folded, end) or _DEAL_RIGHT.match(page.folded, end))):
        return 2
    if left[-2:] in ("持有", "增持", "减持", "买入", "沽出") and _SHARES_RIGHT.match(page.folded, end):
        return 2
    if _DEAL_LEFT.search(left) and (_DEAL_RIGHT.match(page.folded, end) or FIRM_RIGHT.match(page.folded, end)):
        return 2
    if (clean or told) and BOOKS_RIGHT.match(page.folded, end):
        return 2
    if told and (ends or page.folded[end] in "与和及"):
        return 2
    return int(
        ((clean or told) and bool(LIKELY_RIGHT.match(page.folded, end))) or (bool(_DEAL_LEFT.search(left)) and ends)
    )


# 據擎宇研究統計: whom a figure is taken from.
_SOURCE_LEFT = lazy.compile(r"(?:据|依据|引述)(?:[^,。;:的\d]{0,4}(?:机构|顾问|公司|智库))?$")
_SOURCE_RIGHT = lazy.compile(r"(?:的)?(?:最新)?(?:统计|测算|估算|数据|报告|预测|估计|调查|监测|推算)")
# 深圳的觀潮軟件約4,200萬美元: somebody of a place, beside a figure.
_AMOUNT_RIGHT = lazy.compile(r"(?:约|则|为|达|仅|有)*\d")


# 但港岸研究的分析師: what links a sentence to the one before it.
_LINK = lazy.compile(r"(?:^|[,。;:!?\n])(但|而|惟|不过|其中|反观|例如|至于)$")


# Beside whom one is set: 高於澄岸重裝的7.6吉瓦, 擠下芮山電子升至第四; whom one wins for a customer: 拿下東岑汽車的獨家定點.
_COMPARED = lazy.compile(r"(?:[高低优逊多少大小强次快慢]于|落后于?|领先于?|不及|不如|不敌|超过|超越|反超|赶超|追上|追平|逼近|紧追|挤[下掉走]|击败|打败|取代|输给|胜过|压过|甩开|拿下|买下|收购|并购|授给|许可给|供应给|伙伴)了?$|(?:收购|并购|买下|入股)了?[^,。;:的]{1,6}的$")
# What stands behind a name alone: a place among others, a share in brackets, what somebody does without.
_SET_APART = lazy.compile(r"\(\d[\d.]*%\)|(?:[升跌退滑位排名]+[至到在居列]?|[居列])?第[一二三四五六七八九十](?![代季次轮批期版座条阶个款台层财大届])|(?:仍|则|也|亦|都|正|却)[是为]|是(?:另一|唯一|最大|第[一二三])|(?:不|没有?|未)(?:设|做|提供|披露|公布|收|打算)|合资|的(?:报价|市占|份额|出货|独家|股[权份]|订单|定点|产品|客户|员工|约?\d)|业务量|[已仍]在|当天|当日|试产|供应(?=[,。;])")


def placed(page: Page, start: int, end: int) -> bool:
    """Whether somebody is likely to stand at a place, so that a name of no words with a firm's ending there is a firm's."""
    land = _LAND.search(page.folded, max(0, start - 5), start)
    of_a_place = page.folded[start - 1 : start] == "的" and any(page.term(page.folded[max(0, start - 1 - n) : start - 1]) for n in (2, 3))
    return of_a_place or bool(_COMPARED.search(page.folded, max(0, start - 12), land.start() if land else start) or _SET_APART.match(page.folded, end))


def is_source(page: Page, start: int, end: int) -> bool:
    """Whether figures are said to be taken from what stands at a place: 據研究機構擎岑統計."""
    return bool(_SOURCE_LEFT.search(page.folded, max(0, start - 9), start) and _SOURCE_RIGHT.match(page.folded, end))


def of_a_source(page: Page, start: int, end: int) -> bool:
    """Whether figures are said to be taken from what stands at a place, or given of somebody of a place."""
    if is_source(page, start, end):
        return True
    of_a_place = page.folded[start - 1 : start] == "的" and any(page.term(page.folded[max(0, start - 1 - n) : start - 1]) for n in (2, 3))
    return of_a_place and bool(_AMOUNT_RIGHT.match(page.folded, end))


def earns(page: Page, start: int, end: int) -> bool:
    """Whether books, or an owner, are told of what a part of a sentence begins with: 景瓷坊海外收入, 麦格维背后的上市公司 is no person's."""
    begins_part = page.folded[max(0, start - 1) : start] in ("", ",", "。", ";", "\n")
    return begins_part and bool(BOOKS_RIGHT.match(page.folded, end) or OWNED_RIGHT.match(page.folded, end))
