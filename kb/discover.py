"""New names in new articles: companies, people and products the lexicon does not list.

Found by how news introduces a name, never by a list: beside its other name or a ticker in parentheses,
with a company's ending before a verb of announcing, after a role, in quotation marks before the thing it
is, in apposition. Where a Chinese name begins is decided by pinyin, or by what is no everyday word. What
looks doubtful is left out: a name missed makes search a little blunter, a false one makes answers wrong.
Leaves out what the names stand for and who makes what: that is read from the sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pypinyin import Style, pinyin

from kb import dictionary
from kb.model import Entity
from kb.text import HAN, fold

# ---------------------------------------------------------------- what the patterns are made of
# Chinese patterns are matched against folded text (Simplified, half-width, lower case), English ones
# against the text itself; a place in one is the same place in the other.
_C = rf"[{HAN}]"
# Endings of company names, longest first where one begins another; a name may end with several.
_ENDS = (
    "股份|科技|半导体|微电子|光电子|智驾|智行|智联|电子|集团|控股|生物|生技|医药|制药|药业|生医|新能源|新能|能源|光能|汽车|农商|农信|商业银行|银行|证券|保险|"
    "人寿|财险|产险|寿险|金控|储能|光电|新材料|新材|材料|机器人|动力|光伏|航空|航运|海运|船务|物流|快递|速运|超市|百货|零售|软件|软体|信息|资讯|网络|网路|"
    "数据|智能|智慧|智造|精密|精工|机械|重工|化工|化学|石化|钢铁|矿业|硅业|锂业|铝业|铜业|水泥|建材|地产|置业|建设|资本|创投|基金|投资|信托|"
    "租赁|电器|家电|食品|乳业|饮料|酒业|酿酒|服饰|鞋业|家居|传媒|影业|文化|游戏|网游|互娱|互动|娱乐|咨询|顾问|生活|快线|教育|医疗|医学|器械|基因|诊断|通信|通讯|电讯|电信|电力|"
    "水务|环保|燃气|农业|牧业|饲料|种业|航天|卫星|船舶|造船|高速|旅游|酒店|餐饮|咖啡|茶饮|出行|支付|金融|金服|量化|实业|工业|国际|商城|电商|"
    "制造|工程|技术|系统|光学|显示|面板|封测|微|芯片|晶圆|电池|电气|电机|工作室|研究"
).replace("|微|", "|")
_CHAIN = re.compile(rf"(?:{_ENDS})+(?!{_C}?(?:有限|公司法))")
_CHAIN_END = re.compile(rf"(?:{_ENDS})$")
_BEFORE_LEGAL = re.compile(
    "[是为称由对与和及向被将在的:于]|名为|收到|同意|关于|设立|成立|收购|委托|持有|参股|控股(?=.)|公司|股东|企业|机构|新增|厂商|旗下|从|购买|给|先生|女士|近期|约谈|取消|中标|披露|竞拍|起任|了|决定|产品(?=.{6})"
)
_LEGAL = re.compile(r"(?:股份)?有限(?:责任)?公司")
_OWNED = frozenset(
    "全资 独资 合资 参股 外资 中资 国资 民营 头部 国产 多家 自研 车规 智驾 混动 增程".split()
)  # never the name itself
_FIRM_RIGHT = re.compile(  # what only follows the name of somebody who acts
    r"(?:\d{1,2}月\d{1,2}日|[今昨]日|日前|近日|同日|早前|此前|随后|晚间|晚|上周[一二三四五]?|本周)?(?:也|亦|则|又|已|正式|首次|率先|共同|联合)?"
    r"(?:发布|公布|公告|披露|宣布|宣告|表示|推出|签署|签订|透露|递交|登陆|称|回应|解释|拟|任命|起诉|否认|领投|跟投|指出|强调|澄清|挂牌|分析师|"
    r"的?(?:董事|总裁|总经理|行长|创始|创办|首席|执行长|财务长|发言人|制作人|工程师|ceo|cfo|cto)|财报|股价|市值|收购|入股|并购|开源|上线)|旗下|[今昨]日|日前|近日|方面|由盈转亏|转亏为盈|扭亏"
)
_BOOKS_RIGHT = re.compile(  # a period and a measure: whose books else could they be of
    r"(?:(?:20\d\d年)?(?:第?[一二三四]季度?|前三季度?|上半年|下半年|全年|\d{1,2}月)?)(?:[^,。;]{0,4})(?:营收|营业收入|营业额|归母净|净利|净亏|扣非|毛利率|研发投入|研发费用|总资产|交付量|员工人数)"
)
_LIKELY_RIGHT = re.compile(
    r"预计|获|完成|计划|将|交付|实现|亏损|盈利|中标|拿下|营收|净利|净亏|业绩|成立于|创立于|位于|股份|\d{4}年|第[一二三四]季|前三季|[一二三四]季度|上半年|去年|今年"
)
_DEAL_RIGHT = re.compile(
    r"(?:等)?(?:(?:共同|联合|战略)?(?:领投|跟投|参投)|[a-f]\+?轮|达成|签署|签订|合作|组建|合资|合并|担任|任职|工作|的(?:股权|股份|控股权|全部))"
)
_FIRM_LEFT = re.compile(
    r"(?:子公司|母公司|旗下|竞争对手|对手|竞争者|收购|并购|入股|投资方|同业|同行|厂商|巨头|龙头|企业|公司|新势力|独角兽|供应商|开发商|运营商|营运商|"
    r"制造商|生产商|经销商|代理商|承包商|服务商|零售商|初创|新创|车企|药企|券商|药厂|客户|股东|投资者|投资人|盟友|合作伙伴|代工厂|大厂|新秀|老牌|商)$"
)
_DEAL_LEFT = re.compile(r"(?:[与和同跟由向获对及为在]|获得|携手|联手|来自|加入|投资|控股)$")
_ACTOR = re.compile(
    rf"(?:^|[,。;:!?\n]|\d日(?:晚间|晚)?|[近今昨]日|日前)({_C}{{2,5}}?)(?=(?:\d+月\d+日)?(?:发布|公布|披露|宣布|公告|递交|签署|推出))",
    re.M,
)
# In a paragraph of Chinese a name stands apart where these stand beside it. Weights are those of `_costs`.
_PARTICLES = frozenset("的在与和及由对向为是被将把从给等其该至于以而且或但则也都还又已会让使令据按经跟同获")
_LIGHT = frozenset(
    "每某另两三一二四五六七八九十几数多近约超达逾新老大小前后上下中内外间家个位名只件年月日时元亿万成可能有无不未本轮最更较很太极首第拟旗商"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁于余蔡叶杜苏魏程吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦"
    "方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁"
    "尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏"
    "席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝郁慕鄢束郗蔺楼匡展湛粘涂游"
)
_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 司徒 东方 慕容 皇甫 尉迟 令狐 夏侯 端木 公孙 南宫 长孙 宇文 张简 范姜".split()
)
_DOUBTFUL = frozenset(
    "于任时从向同以后及常成连经全应方高管安和解商明关单车项可季简查游华路师金曾司古时"
)  # surnames that begin everyday words
_NO_LAST = frozenset("认确则也亦还又曾于在和与对就已将说称回等及以为的了今昨现共都某被于并任把从自这那让向给当表")
_ROLES = (
    "联合创始人|联合创办人|创始人|创办人|首席[^,。;\\s]{2,4}官|执行长|董事长|副董事长|总裁|副总裁|行政总裁|总经理|副总经理|总监|财务长|技术长|营运长|科学家|"
    "首席[^,。;\\s]{2,5}师|分析师|经济学家|主任|院长|教授|博士|秘书长|董秘|董事会秘书|执行董事|独立董事|发言人|负责人|合伙人|主席|副主席|行长|副行长|会长|理事长|局长|部长|校长|"
    "店长|厂长|总工程师|工程师|总?精算师|作曲家|导演|编剧|商品长|策略长|产品长|资讯长|[^,。;\\s]学家|制作人|经理|设计师|ceo|cfo|cto|coo|cso|cmo"
)
_ROLE = re.compile(rf"(?:{_ROLES})(?:[兼暨及、和](?:{_ROLES}))*(?:是|为|:|叫|由|换成|一职由)? ?(?:{_C}{{1,4}}人)?(?=.)")
_KIN = re.compile(
    r"长子|次子|长女|次女|父亲|母亲|同学|妻子|丈夫|搭档|女儿|儿子|之子|弟弟|哥哥|姐姐|妹妹|学生|同事|好友|导师|前任|继任者|任命|委任|聘请|聘任|改由|[,。;\n]由(?!于)"
)
_SPEAKS = re.compile(
    r"[」”\"』,。;:\n](["
    + "".join(sorted(_SURNAMES))
    + rf"]{_C}{{1,3}}?)(?=说[,。:道]|坦言|回忆|笑称|笑说|直言|告诉|现任|曾任|历任|出任|接任|升任|毕业于|出生|生于|,\d{{4}}年生|,\d+岁)"
)
_APPOSED = re.compile(
    r"[,。;:\n](["
    + "".join(sorted(_SURNAMES))
    + rf"]{_C}{{1,2}})(?=[,(](?:现任|时任|原)?[^,。;()]{{0,12}}?(?:{_ROLES})[,。;)])"
)
_MADE_BY = re.compile(
    "由(["
    + "".join(sorted(_SURNAMES))
    + rf"]{_C}{{1,2}})(?=于\d|在{_C}{{0,6}}[创成]|出任|担任|接任|创[立办]|执掌|掌舵|领导|领衔|操刀|主导|自\d)"
)
_AFTER_PERSON = frozenset(
    "表说指认称在告透介预强坦于曾和与也则对是被将拟已因从自为以向把给等现共的亦还并任担解补回宣分直写提当出离辞卸接率带领持创就及、兼均又再先亲"
)
_FOREIGN = re.compile(rf"(?<![·・])({_C}{{1,10}})[·・]((?:{_C}{{1,5}}[·・]){{0,2}}{_C}{{2,6}})(?![·・])")
_PERSON_RIGHT = re.compile(
    r"表示|说|称|指出|认为|告诉|透露|在|介绍|坦言|强调|担任|出任|博士|先生|女士|[,。、()]|$|[为和与是曾则也被将对等于及]"
)
_THINGS = (
    "系列|架构|平台|芯片|晶片|大模型|模型|电池|系统|车型|轿车|品牌|引擎|机器人|灵巧手|app|应用|软件|手机|游戏|手游|处理器|显卡|服务器|新药|疫苗|卫星|火箭|"
    "无人机|耳机|手表|眼镜|操作系统|数据库|助手|加速卡|产品线|货轮|咖啡机"
)
_QUOTED = re.compile(r"[“「『\"]([^“”「」『』\"\n,。;:!?《》]{2,14})[”」』\"]")
_QUOTE_LEFT = re.compile(
    rf"(?:{_THINGS})(?<!系列)(?<!品牌)(?<!系统)(?<!平台)(?<!应用)(?<!架构)(?:是|为|叫|名为|命名为|取名|代号)?$|(?:名为|命名为|取名为?|代号为?)$"
)
_QUOTE_RIGHT = re.compile(rf"(?:\([^()]{{2,24}}\))?(?:{_THINGS})")
_PAREN = re.compile(r"\(((?:[^()\n]|\([^()\n]{1,8}\)){2,60})\)")
_TICKER = re.compile(
    r"(?P<first>sh|sz|hk|bj)[ .:]?(?P<number>\d{4,6})|(?:(?:股票|证券|股份)?(?:代码|代号)|stock code|code)?[:\s]*(?P<digits>\d{4,6})(?:[.\- ]?(?P<market>sh|ss|sz|hk|bj|tw|two|ks|kq|t))?"
    r"|(?:nasdaq|nyse|amex|纳斯达克|纽交所|lse|asx|tsx|xetra|euronext)[\w ]{0,10}[: ]\s?(?P<code>[a-z][a-z.]{0,5})"
    r"|(?:hkex|sehk|hkg|港交所|twse|tpex|tyo|tse|krx|sse|szse|港股)[: ]\s?(?P<foreign>\d{4,6})"
)
_CALLED = re.compile(
    r"(?:(?:以下|下|后)?(?:文)?简?称(?:为)?|中文名(?:称|为)?)[: ]?[“「\"'『]?([^“”「」\"'『』]{2,16})[”」\"'』]?$"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.'’ \-]*[A-Za-z0-9.]$")

# ---------------------------------------------------------------- English
_CAP = r"[A-Z][A-Za-z0-9]*(?:[-&][A-Za-z0-9]+)*(?:['’](?!s\b)[A-Z][a-z]+)?"
_NAME = re.compile(
    rf"(?<![A-Za-z0-9&.\-/@#'’])(?:{_CAP})(?: (?:(?:of|de|del|la|van|der|den|von|bin|al|&)(?: (?:der|la))? )?{_CAP}| [A-Z]\.(?= [A-Z])){{0,4}}(?:,? (?:plc|Inc\.|Ltd\.|Corp\.))?"
)
_STRONG_END = re.compile(
    r",? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|plc|PLC|AG|GmbH|NV|SA|LLC|LLP|Co|Holdings?|Ventures|Partners|Therapeutics|"
    r"Pharmaceuticals?|Pharma|Biopharma|Biosciences|Biotech(?:nology)?|Biologics|Semiconductors?|Microelectronics|Robotics|Technolog(?:y|ies)|Labs|"
    r"Motors?|Mobility|Automotive|Auto|Aerospace|Airlines|Airways|Shipping|Logistics|Software|Networks|Electronics|Insurance|Bancorp|Bank|Studios?|Games|"
    r"Interactive|Entertainment|Foods|Brands|Stores|Retail|Steel|Mining|Resources|Petroleum|Energy|Solar|Power|Materials|Chemicals?|Capital|"
    r"Securities|Financial|Group|Industries|Systems|Dynamics|Instruments|Medical|Healthcare|Genomics|Diagnostics|Media|Silicon|Battery|Batteries)$"
)
_FIRM_END = re.compile(  # endings that are nobody's family name
    r" (?:Inc|Corp|Ltd|plc|AG|GmbH|LLC|LLP|Co|Capital|Ventures|Partners|Holdings?|Therapeutics|Pharma\w*|Technolog\w+|Securities|Group)\.?$"
)
_LEGAL_EN = re.compile(r",? (?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|AG|GmbH|NV|SA|LLC|LLP|Co)\.?$")
_PEOPLE_END = re.compile(
    r"(?:University|Institute|College|School|Association|Authority|Commission|Ministry|Exchange|Council|Agency|Department|Court|Index|Act|Awards?|Street|Avenue|Valley|Park|Board|Series|Office|Officer|Executive|Day|Week|City|Province|County|Committee|Fund|Report|Research|Market|Congress|Forum|Conference|Union|Times|Journal|News|Wire|Daily|Post)$"
)
_ORG = (
    r"(?:rivals?|competitors?|start-?ups?|\w*maker|insurers?|reinsurers?|retailers?|lenders?|banks?|developers?|suppliers?|subsidiary|parent|unit|"
    r"investors?|backers?|firms?|company|companies|studios?|publishers?|operators?|brokerages?|brokers?|airlines?|manufacturers?|carriers?|providers?|distributors?|"
    r"vendors?|giant|groups?|peers?|builders?|foundry|miners?|producers?|utility|consultancy|grocers?|chain|designers?|fabless|foundries|shipper|forwarder|"
    r"business|outfit|venture|spin-?off|spinout|fintech|biotech|unicorn|exporters?|processors?|brewers?|shipyard|shipbuilder|integrator)"
)
_ROLE_EN = (
    r"(?:chief [a-z]+(?: and [a-z]+)?(?: officer)?|ceo|cfo|cto|coo|chair(?:man|woman|person)?|president|co-?founder|founder|managing director|director|managing partner|"
    r"partner|analyst|economist|professor|spokes(?:man|woman|person)|engineer|scientist|researcher|chief|head|boss|general manager|executive|secretary|minister|governor|manager|designer|strategist)"
)
_ROLE_LEFT = re.compile(
    rf"(?:\b{_ROLE_EN}s?(?: (?:and|&) {_ROLE_EN})*(?: is| was|,|:)?|\b(?:dr|prof|mr|mrs|ms)\.?) $", re.I
)
_HONOUR = re.compile(
    r"(?:Dr|Prof|Mr|Mrs|Ms|CEO|CFO|CTO|COO|Sir|Dame|Chair(?:man|woman|person)?|President|Professor|Co-?[Ff]ounder|Founder|Director|Analyst|Chief [A-Z][a-z]+(?: Officer)?|Executive|Officer)\.?(?= )"
)
_ROLE_RIGHT = re.compile(
    rf"(?:, | \((?=[^)]*\)))(?:(?!(?:said|says|reported|led|by|founded|run|whose|which|with|and|in|at|an? \w+ company)\b)[\w'’&\-]+ ){{0,5}}?{_ROLE_EN}\b",
    re.I,
)
_PERSON_LEFT = re.compile(
    r"\b(?:founded|co-founded|started|created|headed|chaired|designed|set up)(?: in (?:\d{4}|[A-Z]\w+))* by $|\b(?:named|appointed|hired|promoted) (?:Dr\.? )?$"
)
_AND = re.compile(r"(?:,| and|, and)(?: (?:existing )?(?:investors?|backers?))? ")
_SAID_RIGHT = re.compile(
    r",? (?:said|says|added|told|explained|argued|wrote|noted|warned|recalls?|recalled|joked|co-?founded|founded|joined)\b"
)
_SAID_LEFT = re.compile(r"[\"”,] ?(?:said|says|added|adds|explained|recalls|noted) $")
_ORG_LEFT = re.compile(rf"\b{_ORG}(?:,| called| named)? $", re.I)
_DEAL_EN = re.compile(
    r"\b(?:(?:round|financing|funding|investment)[^.\n]{0,40} led by|co-led by|(?:acquired|backed|bought out|spun out|owned|supplied|manufactured|made) (?:by|of|from)|"
    r"acquisition of|to (?:buy|acquire)|takeover of|stake in|merger with|partner(?:ship|ed|s|ing)? with|joint venture with|merge with|compet(?:es?|ing) with|investors? (?:including|such as)) $",
    re.I,
)
_ORG_RIGHT = re.compile(
    rf"(?:, | is | was | \(\w+\), )(?:(?:an?|the|one of)\b [^.,;\n]{{0,60}}?\b{_ORG}\b|(?:which is )?based in\b|which (?:makes|sells|operates|owns|builds|runs|supplies|develops)\b)",
    re.I,
)
_ACT_RIGHT = re.compile(
    r"(?: \([^)\n]{1,30}\))?,? (?:(?:has|had|also|on \w+day|\w+day|today|yesterday) )?(?:reported|reports|announced|announces|posted|posts|unveiled|unveils|launched|launches|raised|raises|acquired|acquires|"
    r"agreed to (?:buy|acquire|sell)|filed for|filed (?:a|its)|swung to|listed (?:on|its)|shipped|booked|guided|employs|expects (?:to|revenue|sales|net)|"
    r"forecasts?|priced its|went public|completed (?:a|its)|said (?:(?:on|in) \w+(?: \d+)? )?(?:it|its|that its|revenue|sales|net|quarterly)|will acquire|plans to)\b|"
    r" (?:delivered|sold|earned|recorded|generated|lost|opened|employed) (?:about |over |nearly |some )?[$€£¥\d]|"
    r"['’]s? (?:20\d\d |annual |quarterly )?(?:net (?:loss|profit|interest income|income)|revenue|gross margin|operating (?:profit|loss))\b"
)
_CALLED_EN = re.compile(
    rf"\b({_ORG}|robots?|chips?|platform|app|drugs?|sensors?|model|vaccine|car|engine|game|processor|device|product|software|system|assistant|satellite|rocket|drone),? (?:is |was )?(?:called|named|dubbed|code-?named|known as) [\"“']?$",
    re.I,
)
_LAUNCHED = re.compile(
    r"\b(?:unveiled|unveils|launched|launches|introduced|introduces|released|debuted) (?:the |its |an? |new |latest )*$"
)
_OWN_LEFT = re.compile(
    r"\b(?:its|their|his|her|new|flagship|the company's)(?: new| flagship| own| latest)? [\"“]?$", re.I
)
_THING_RIGHT = re.compile(
    r"[\"”]? (?:platform|app|chips?|model|sensors?|robots?|engine|processors?|drone|satellite|rocket|vaccine|console|headset|smartphones?|tablet|software|SUV|sedan|accelerators?|GPUs?)\b"
)
# Model codes: letters and digits, beside the word for what they are.
_CODE = re.compile(
    r"(?<![A-Za-z0-9.\-/&])([A-Z]{1,5}-?\d{1,4}[A-Z]{0,2}|[A-Z][a-z]{1,9}-\d{1,4})((?: (?:Pro|Max|Ultra|Plus|Mini|Air|Lite))?)(?![A-Za-z0-9%\-])(?!\.\d)"
)
_NO_CODE = re.compile(  # standards, quarters, targets of drugs, paper sizes, money supply
    r"Q\d|\dQ|H[12]|FY\d+|CY\d+|L\d|M[0-3]|A[34]|G\d+|T\d|V\d|B2|C2|P\d|FP\d+|BF\d+|INT\d+|TF\d+|UINT\d+|DDR\d\w*|LPDDR\d\w*|GDDR\d\w*|HBM\d\w*|USB\d|PM\d+|CO2|SO2|H2O|"
    r"ISO-?\d+|IP\d\d|GLP-?\d|PD-?\d|IL-?\d+\w?|CD\d+|HER\d|CAR-?\d|JAK\d|VEGF\d*|COVID-?\d+|MP\d|F1|CSI-?\d+|S&P\d*|STAR\d+|RFC\d+|GB\d+|HS\d+|US\d+|RMB\d+|HK\d+|NT\d+|EUR?\d+|USD\d+|CNY\d+|"
    r"IPV\d|WIFI\d?|SHA\d+|UTF-?\d+|IEEE\d+|ASIL-?\w|N\d|TOP\d+|TOP-\d+|ST\d+|X86|ARM\d|BRICS\d*|Y\d{4}|AI\d|MI\d{0,1}|NO\d+|COP\d+|RTX?\d*|SIL\d|PCIE\d?|TIER-?\d|DEC-?\d+|JAN-?\d+|MAY-?\d+|JUNE?-?\d+|JULY?-?\d+|PHASE-?\d|SERIES-?\d",
    re.I,
)
_CODE_LEFT = re.compile(
    r"(?:suv|mpv|轿车|车型|新车|跑车|皮卡|芯片|处理器|显卡|加速卡|新药|药物|候选药|疫苗|手机|平板|型号|机型|机器人|传感器|无人机|相机|耳机|客机|飞机|旗舰|产品|模型|系列|推出|发布|电池|gpu|cpu|soc|"
    r"\b(?:model|chips?|drugs?|candidate|sensors?|robots?|suv|sedan|car|phone|drone|gpu|processor|aircraft|vaccine|compound|accelerator)) ?$"
)
_CODE_RIGHT = re.compile(
    r" ?(?:芯片|处理器|显卡|加速卡|手机|平板|机器人|传感器|无人机|相机|客机|车型|轿车|suv|mpv|系列|注射|胶囊|片剂|量产|流片|上市|售价|治疗|用于|轴距|续航|gpu|cpu|soc|"
    r"(?:sensors?|chips?|processors?|gpus?|robots?|drones?|suv|sedan|phones?|vaccine|model|accelerators?|injection|tablets?|card|aircraft|engine)\b)"
)


@cache
def _everyday() -> Callable[[str], bool]:
    """The everyday words of a general dictionary, Chinese and English. Read once, about a second."""
    seen: set[str] = set()
    for entry in dictionary.entries():
        seen.add(entry.word)
        for gloss in entry.glosses:
            seen.update(w for w in re.findall(r"[A-Za-z][a-z'\-]+", gloss) if w.islower())
    return lambda word: word in seen or (word.isascii() and any(w in seen for w in _singular(word)))


def _singular(word: str) -> list[str]:
    """What an inflected English word may come from: retailers, sensed, opening."""
    ends = (end for end in ("s", "es", "ed", "d", "ing", "ly", "er") if word.endswith(end) and len(word) > len(end) + 2)
    return [word[: -len(end)] for end in ends]


@cache
def _readings(char: str) -> frozenset[str]:
    """All readings of a character without tones."""
    found = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return frozenset(r.replace("ü", "v") for r in (found[0] if found else ()))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(r for s in _SURNAMES for r in _readings(s))


class _Page:
    """The text, its folded form, and which words are no names."""

    def __init__(self, text: str, known: Container[str], ordinary: Callable[[str], bool]) -> None:
        self.text = re.sub(r"[^\S\n ]", " ", text)  # spaces of other widths
        self.folded = fold(self.text).replace("丨", "|")  # a rule between a date and a headline, not a word
        self.known, self.ordinary = known, ordinary
        self._costs: dict[str, list[float]] = {}

    def word(self, folded: str) -> bool:
        """Whether `folded` is an everyday word or a known name or term."""
        return folded in self.known or self.ordinary(folded)

    def term(self, folded: str) -> bool:
        """Whether `folded` is a known name or term."""
        return folded in self.known

    def run(self, end: int, most: int = 18) -> str:
        """The folded Chinese characters that stand directly before `end`, at most `most`."""
        begin = end
        while begin > 0 and end - begin < most and _han(self.folded[begin - 1]):
            begin -= 1
        return self.folded[begin:end]

    def costs(self, run: str) -> list[float]:
        """What it costs to read each beginning of `run` as everyday words: one a word, three an unknown."""
        known = self._costs.get(run)
        if known is None:
            known = [0.0]
            for i, char in enumerate(run, 1):
                single = 0.4 if char in _PARTICLES else 1.2 if char in _LIGHT else 3.0
                words = (known[i - n] + 1 for n in range(2, min(i, 5) + 1) if self.word(run[i - n : i]))
                known.append(min(known[i - 1] + single, *words, 99.0))
            self._costs[run] = known
        return known

    def plain(self, run: str) -> bool:
        """Whether `run` is nothing but everyday words."""
        reached = [True]
        for i, char in enumerate(run, 1):
            single = reached[i - 1] and (char in _PARTICLES or char in _LIGHT)
            reached.append(single or any(reached[i - n] and self.word(run[i - n : i]) for n in range(2, min(i, 8) + 1)))
        return reached[-1]

    def tail(self, run: str, most: int = 4) -> int:
        """Where in `run` the name begins that ends it: what is left of it should be everyday words."""
        price = {2: 2.0, 3: 2.9, 4: 3.8, 5: 4.8, 6: 5.6}
        costs = self.costs(run)
        starts = range(max(0, len(run) - most), len(run) - 1)
        choices = [(costs[i] + price[len(run) - i] + sum(c in "由的与被将及其" for c in run[i:]), i) for i in starts]
        return min(choices)[1] if choices else 0


def _han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" and char != "丨"


@dataclass(slots=True)
class _Draft:
    kind: str
    zh: str = ""
    en: str = ""
    aliases: list[str] = field(default_factory=list)
    tickers: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        return list(dict.fromkeys(n for n in (self.zh, self.en, *self.aliases) if n))


class _Found:
    """The names found so far; another name for one already found joins it."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self.by_name: dict[str, _Draft] = {}

    def add(
        self, kind: str, zh: str = "", en: str = "", aliases: Iterable[str] = (), tickers: Iterable[str] = ()
    ) -> None:
        keys = [fold(n) for n in (zh, en) if n]
        taken = [*keys, *map(fold, tickers)]
        if not keys or any(len(k) < 2 or k in self._page.known for k in taken):
            return
        draft = next((self.by_name[k] for k in keys if k in self.by_name), None) or _Draft(kind)
        draft.zh, draft.en = draft.zh or zh, draft.en or en
        more = [a for a in (zh, en, *aliases) if a and fold(a) not in self._page.known]
        draft.aliases += [a for a in more if a not in draft.names() or not draft.aliases]
        draft.tickers += [t for t in tickers if t not in draft.tickers]
        for name in draft.names():
            self.by_name.setdefault(fold(name), draft)

    def drafts(self) -> list[_Draft]:
        return list({id(d): d for d in self.by_name.values()}.values())

    def kind(self, name: str) -> str | None:
        draft = self.by_name.get(fold(name))
        return draft.kind if draft else None


def discover(text: str, known: Iterable[str], ordinary: Callable[[str], bool] | None = None) -> list[Entity]:
    """Return the companies, people and products that `text` introduces.

    `known` are folded names and terms that need no finding; `ordinary` tells whether a folded word is an
    everyday one (a general dictionary when not given).
    """
    have: Container[str] = known if isinstance(known, Container) else set(known)
    page = _Page(text, have, ordinary or _everyday())
    found = _Found(page)
    for rule in (
        _people,
        _legal_names,
        _parentheses,
        _companies,
        _actors,
        _latin_names,
        _beside_latin,
        _quoted,
        _codes,
        _shortened,
    ):
        rule(page, found)
    return [_entity(d) for d in found.drafts()]


def _entity(draft: _Draft) -> Entity:
    names = {lang: name for lang, name in (("zh-Hant", draft.zh), ("en", draft.en)) if name}
    return Entity(f"found:{fold(draft.zh or draft.en)}", draft.kind, names, tuple(draft.names()), tuple(draft.tickers))


# ---------------------------------------------------------------- people with Chinese names
def _people(page: _Page, found: _Found) -> None:
    for pattern in (_ROLE, _KIN):
        for match in pattern.finditer(page.folded):
            name = _person_at(page, match.end())
            if name:
                found.add("person", zh=page.text[match.end() : match.end() + len(name)])
    for pattern in (_SPEAKS, _APPOSED, _MADE_BY):
        for match in pattern.finditer(page.folded):
            if _is_person(page, match.group(1)):
                found.add("person", zh=page.text[match.start(1) : match.end(1)])
    for match in _FOREIGN.finditer(page.folded):
        _foreign(page, found, match)


def _person_at(page: _Page, at: int) -> str | None:
    """The folded name of a person that begins at `at`, when what follows lets it end there."""
    most = 4 if page.folded[at : at + 2] in _COMPOUND else 3
    for size in range(most, 1, -1):
        name, after = page.folded[at : at + size], page.folded[at + size : at + size + 2]
        if after[:1] in ("·", "・"):
            return None
        if size > 2 and name[-1:] + after[:1] in ("一直", "一度", "一起", "一同", "一行", "担任", "正在"):
            continue
        ends = not after or not _han(after[0]) or after[0] in _AFTER_PERSON or page.word(after)
        if (page.term(name) and len(name) > 2) or (name.endswith("成") and after.startswith("为")):
            return None
        if len(name) == size and ends and _is_person(page, name):
            return name
    return None


def _is_person(page: _Page, name: str) -> bool:
    given = name[2:] if name[:2] in _COMPOUND and len(name) > 2 else name[1:]
    if len(name) > 3 and name[:2] not in _COMPOUND:
        return False
    if name[0] not in _SURNAMES and name[:2] not in _COMPOUND:
        return False
    if (
        not all(map(_han, name))
        or name[-1] in _NO_LAST
        or (len(name) == 2 and name[1] in "先女")
        or any(c in "某的了们总氏" for c in name)
    ):
        return False
    if (
        page.word(name)
        or given in ("先生", "女士", "小姐", "教授", "博士")
        or any(page.word(name[:n]) for n in (2,) if len(name) == 3 and name[0] in _DOUBTFUL)
    ):
        return False
    if all(c in _LIGHT or c in _PARTICLES for c in given) and len(given) > 1:
        return False
    return not (name[0] in _DOUBTFUL and len(given) > 1 and page.word(given))


def _last_role(run: str) -> re.Match[str] | None:
    return next(reversed(list(_ROLE.finditer(run))), None)


def _foreign(page: _Page, found: _Found, match: re.Match[str]) -> None:
    """A transliterated name such as 伊莫金·塔兰特, its beginning told by the role or the mark before it."""
    before, rest = match.group(1), match.group(2)
    role = _last_role(before + "·")
    begin = match.start(1) + max(role.end() if role else 0, *(before.rfind(c) + 1 for c in "是和与及有由"))
    first = page.folded[begin : match.end(1)]
    if not 1 <= len(first) <= 5 or (begin == match.start(1) and page.run(begin)) or first[0] in "之有等":
        return
    at = len(rest) - len(rest.rpartition("·")[2])
    for size in range(at + 2, len(rest) + 1):
        after = page.folded[match.start(2) + size : match.start(2) + size + 4]
        if rest[size - 1] not in _NO_LAST and (
            not after or _PERSON_RIGHT.match(after) or (role and page.word(after[:2]))
        ):
            last = _printed(page, rest[at:size])
            alone = page.folded.count(rest[at:size]) > page.folded.count("·" + rest[at:size])
            found.add("person", zh=page.text[begin : match.start(2) + size], aliases=(last,) if alone else ())
            return


# ---------------------------------------------------------------- names with their other names in parentheses
def _legal_names(page: _Page, found: _Found) -> None:
    """…股份有限公司: under its short name where the text has one."""
    for match in _LEGAL.finditer(page.folded):
        begin = match.start()
        while (
            begin > 0
            and match.start() - begin < 26
            and (_han(page.folded[begin - 1]) or page.folded[begin - 1] in "()")
        ):
            begin -= 1
        begin += begin > 0 and page.folded[begin - 1].isdigit()  # 1000股, 20日
        stem_ = page.folded[begin : match.start()]
        if not 3 <= len(stem_) <= 24 or stem_.count("(") != stem_.count(")"):
            continue
        begin += max(_lead(page, stem_), max((m.end() for m in _BEFORE_LEGAL.finditer(stem_)), default=0))
        stem_ = page.folded[begin : match.start()]
        if len(stem_) < 3 or page.plain(re.sub(r"[()]", "", stem_)):
            continue
        full = page.text[begin : match.end()]
        called = (
            _CALLED.match(page.folded[match.end() + 1 : match.end() + 24].split(")")[0])
            if page.folded[match.end() : match.end() + 1] == "("
            else None
        )
        short = called.group(1).strip() if called else _short_of_legal(page, page.folded[begin : match.start()])
        shared = found.by_name.get(short or "")
        if shared and any(a.endswith("公司") and fold(a) != fold(full) for a in shared.aliases):
            short = None  # two companies of one family: each under its full name
        if short and len(short) >= 2:
            cut = max(0, _described(page, begin, match.end(), short))
            found.add("company", zh=_printed(page, short), aliases=(full[cut:],))
        elif len(full) >= 8 and (begin == 0 or not _han(page.folded[begin - 1])):
            found.add("company", zh=full)


def _described(page: _Page, begin: int, end: int, short: str) -> int:
    """How much of a full legal name only describes it: 零售商鲜柚集市…公司 is 鲜柚集市…公司."""
    at = page.folded.find(short, begin, end) - begin
    return at if at > 0 and _FIRM_LEFT.search(page.folded[begin : begin + at]) else 0


def _lead(page: _Page, run: str) -> int:
    """How many characters of `run` are words that lead up to a name, such as 日前 or 对."""
    match = re.match(
        r"(?:近日|今日|昨日|日前|其中|此外|另外|同时|据悉|目前|包括|例如|以及|对于|由于|根据|截至|晚间|控股子公司|全资子公司|子公司|公司|集团|企业|旗下|的|与|及|在|由|对|将|向|是|给|获|从)+",
        run,
    )
    return match.end() if match and len(run) - match.end() >= 2 else 0


def _short_of_legal(page: _Page, legal: str) -> str | None:
    """The longest part of a full legal name, without its place perhaps, that the text uses by itself."""
    bare = re.sub(r"\([^()]*\)", "", legal)
    for begin in range(0, min(5, len(bare) - 1)):
        if begin and not page.word(bare[:begin]):
            continue
        for end in range(len(bare), begin + 1, -1):
            part = bare[begin:end]
            whole = begin == 0 and len(part) >= 4 and (end == len(bare) or _CHAIN_END.search(part))
            named = (not page.plain(part) and not _CHAIN.fullmatch(part)) or whole
            if named and page.plain(bare[end:]) and _used_alone(page, part, bare[:begin], bare[end:]):
                return part
    return None


def _used_alone(page: _Page, part: str, before: str, after: str) -> bool:
    follows = re.escape(after[:2]) if after else r"(?:股份|\(.{2,8}\)(?:股份)?|集团)?有限|股份公司"
    left = rf"(?<!{re.escape(before)})" if before else ""
    return bool(re.search(rf"{left}{re.escape(part)}(?!{follows})", page.folded))


def _printed(page: _Page, folded: str) -> str:
    """The words of the text that fold to `folded`."""
    at = page.folded.find(folded)
    return page.text[at : at + len(folded)] if at >= 0 else folded


def _parentheses(page: _Page, found: _Found) -> None:
    for match in _PAREN.finditer(page.folded):
        end = match.start()
        while end > 0 and page.folded[end - 1] in ' ”」"':
            end -= 1
        mark = re.search(r"-[a-z]{1,2}$", page.folded[max(0, end - 3) : end])
        end -= len(mark.group()) if mark else 0
        if end and _han(page.folded[end - 1]):
            _chinese_with(page, found, end, match)


def _chinese_with(page: _Page, found: _Found, end: int, match: re.Match[str]) -> None:
    """A Chinese name before parentheses that hold its English name, its ticker or a short form."""
    pieces = list(_pieces(match))
    latin = next((page.text[a:b] for a, b in pieces if _latin_name(page.text[a:b])), "")
    tickers = [t for a, b in pieces if (t := _ticker(page.folded[a:b]))]
    called = [m.group(1) for a, b in pieces if (m := _CALLED.match(page.folded[a:b]))]
    if not (latin or tickers or called):
        return
    run = page.run(end, 16)
    size, spelt = _agreeing(run, latin) if latin else (0, "")
    if not size:
        size = next((n for n in range(min(10, len(run)), 1, -1) if run[-n:] in found.by_name), 0)
    if not size:
        size = _size_before(page, run, end, bool(tickers))
    if not size:
        return
    name = run[-size:]
    if len(name) < 4 and not spelt and page.word(name):
        return  # 老百姓 is a chain of pharmacies and everybody
    kind = _kind_of(page, found, name, latin, bool(tickers), match.end(), bool(spelt))
    if kind:
        spelt = "" if kind == "person" or page.ordinary(spelt.lower()) else spelt
        found.add(
            kind,
            page.text[end - size : end],
            latin,
            [*([spelt] if len(spelt) > 3 else []), *(_printed(page, c) for c in called)],
            tickers,
        )


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The parts of what stands in parentheses, as places in the text."""
    at = match.start(1)
    for part in re.split(r"[,;、/]", match.group(1)):
        blank = len(part) - len(part.lstrip())
        yield at + blank, at + len(part.rstrip())
        at += len(part) + 1


def _latin_name(piece: str) -> bool:
    if not _LATIN.match(piece) or len(piece) < 3 or piece.islower() or re.search(r"\d{3}", piece):
        return False
    return not (piece.isupper() and len(piece) <= 5)


def _ticker(piece: str) -> str:
    """A ticker in the form CODE.MARKET or CODE; "" for anything else, a bare year above all."""
    match = _TICKER.fullmatch(piece)
    if not match:
        return ""
    digits, market = match["digits"] or match["number"], (match["market"] or match["first"] or "").upper()
    if digits:
        if not market and re.fullmatch(r"(?:19|20)\d\d", digits):
            return ""
        return f"{digits}.{'SH' if market == 'SS' else market}" if market else digits
    return (match["code"] or match["foreign"] or "").upper()


def _agreeing(run: str, latin: str) -> tuple[int, str]:
    """How many characters at the end of `run` the Latin name spells in pinyin from the first on, and the spelling."""
    words = [w for w in re.split(r"[ \-]", latin.lower().replace("'", "").replace("’", "")) if w]
    for first in range(len(words)):
        for size in range(min(len(run), 12), 1, -1):
            last = _spelt(run[-size:], words[first:])
            if last:
                return size, " ".join(re.split(r"[ \-]", latin)[first : first + last]) if first == 0 else ""
    return 0, ""


def _spelt(name: str, words: list[str]) -> int:
    """How many of `words` the first two or more characters of `name` spell out exactly; 0 when they do not."""

    def read(at: int, rest: str) -> int:  # characters used, 0 when `rest` cannot be spelt
        if not rest:
            return at
        if at >= len(name):
            return 0
        return next((n for r in _readings(name[at]) if rest.startswith(r) and (n := read(at + 1, rest[len(r) :]))), 0)

    for count in range(min(4, len(words)), 0, -1):
        if read(0, "".join(words[:count])) >= 2:
            return count
    return 0


def _size_before(page: _Page, run: str, end: int, listed: bool) -> int:
    """How long the name is that ends `run`, when nothing but its surroundings can tell; 0 when doubtful."""
    run = run[_lead(page, run) :]
    clean = end - len(run) == 0 or not (
        _han(page.folded[end - len(run) - 1]) or page.folded[end - len(run) - 1].isalnum()
    )
    if listed:
        said = len(run)
        run = re.sub(r"^(?:维持|重申|上调|下调|调升|调降|给予|首予|看好|买入|增持|减持|料|降|升|予)(?=..)", "", run)
        clean = clean or len(run) < said
    told = list(
        re.finditer(
            r"公司|企业|厂商|[台陆大药车]厂|巨头|龙头|平台|品牌|独角兽|供应商|开发商|制造商|零售商|运营商|新势力|子公司|集团旗下|对手",
            run,
        )
    )
    if told and 2 <= len(run) - told[-1].end() <= 6:
        return len(run) - told[-1].end()
    chain = re.search(rf"(?:{_ENDS})+$", run)
    core = run[: chain.start()] if chain and chain.start() >= 2 else run
    begin = page.tail(core, 6 if core is run else 4)
    name = run[begin:]
    if listed and clean and 3 <= len(run) <= 6 and (len(run) <= 4 or page.plain(core) or page.term(core[:begin])):
        return len(run)  # 北京希电 and 太平地毡 are whole names, where nothing else leads up to them
    if len(core) - begin < 2 or page.costs(core)[begin] > 1.3 * max(1, begin):
        return 0
    if page.plain(core[begin:]):
        return 0
    return len(name)


def _kind_of(page: _Page, found: _Found, name: str, latin: str, ticker: bool, after: int, spelt: bool) -> str | None:
    """What kind of thing a name with another name in parentheses is; None when nothing tells."""
    if found.kind(name):
        return found.kind(name)
    if ticker or (_CHAIN_END.search(name) and not page.plain(name)) or (latin and _STRONG_END.search(" " + latin)):
        return "company"
    words = latin.lower().split()
    if spelt and len(words) == 2 and len(name) <= 4 and _is_person(page, name) and _spelt(name, words) == 2:
        return "person"
    if _FIRM_RIGHT.match(page.folded, after) or _LIKELY_RIGHT.match(page.folded, after):
        return "company"
    return None


# ---------------------------------------------------------------- Chinese companies by their ending or their acts
def _companies(page: _Page, found: _Found) -> None:
    """Names with a company's ending that stand, at least once, where only a name stands."""
    votes: Counter[str] = Counter()
    places: dict[str, int] = {}
    for match in _CHAIN.finditer(page.folded):
        run = page.run(match.start(), 12)
        if len(run) < 2:
            continue
        lead = _lead(page, run)
        begin = lead + page.tail(run[lead:]) if len(run) - lead >= 2 else 0
        core = run[begin:]
        if page.plain(core) or page.word(core) or len(core) > 4 or core[-1] in "型类性级" or core in _OWNED:
            continue
        start = match.start() - len(core)
        name = page.folded[start : match.end()]
        places.setdefault(name, start)
        votes[name] += _vote(page, start, match.end())
    for name, vote in votes.items():
        longer = any(name.endswith(n) and n != name for n in found.by_name)
        if vote >= 2 and not longer and not any(name != n and n in page.known for n in (name[:2], name[:3], name[-4:])):
            found.add("company", zh=page.text[places[name] : places[name] + len(name)])


def _vote(page: _Page, start: int, end: int) -> int:
    """2 where only a name can stand, 1 where one is likely to stand, 0 elsewhere."""
    left = page.folded[max(0, start - 6) : start]
    clean = not left or not (_han(left[-1]) or left[-1].isalnum())
    told = bool(_FIRM_LEFT.search(left))
    ends = end >= len(page.folded) or not _han(page.folded[end])
    if (clean or told) and (_FIRM_RIGHT.match(page.folded, end) or _DEAL_RIGHT.match(page.folded, end)):
        return 2
    if _DEAL_LEFT.search(left) and (_DEAL_RIGHT.match(page.folded, end) or _FIRM_RIGHT.match(page.folded, end)):
        return 2
    if clean and _BOOKS_RIGHT.match(page.folded, end):
        return 2
    if told and (ends or page.folded[end] in "与和及"):
        return 2
    return int(
        ((clean or told) and bool(_LIKELY_RIGHT.match(page.folded, end))) or (bool(_DEAL_LEFT.search(left)) and ends)
    )


def _actors(page: _Page, found: _Found) -> None:
    """Names without an ending, before a verb of announcing, that come at least twice."""
    for match in _ACTOR.finditer(page.folded):
        name = match.group(1)
        begin = _lead(page, name)
        name = name[begin:]
        looks_a_person = name[0] in _SURNAMES and len(name) <= 3
        if len(name) < 2 or page.plain(name) or page.tail(name, 5) or looks_a_person or name in found.by_name:
            continue
        if any(page.word(name[:n]) or page.word(name[n:]) for n in range(2, len(name))) or set(name) & _PARTICLES:
            continue
        if page.folded.count(name) >= 2:
            found.add("company", zh=page.text[match.start(1) + begin : match.end(1)])


# ---------------------------------------------------------------- Latin names, in English and in Chinese texts
@dataclass(slots=True)
class _Seen:
    """What the places where a Latin name stands say of it."""

    count: int = 0
    person: int = 0
    titled: int = 0  # a role stands directly before it
    company: int = 0
    product: int = 0
    said: int = 0
    hopeless: bool = False  # known, or an everyday word: need not be weighed


def _latin_names(page: _Page, found: _Found) -> None:
    seen: dict[str, _Seen] = {}
    last, before = 0, ""
    for start, end in _latin_spans(page.text):
        name = page.text[start:end]
        if name not in seen:
            seen[name] = _Seen(hopeless=fold(name) in page.known or (" " not in name and not _proper(page, name)))
        marks = seen[name]
        if marks.hopeless:
            marks.count += 1
            continue
        beside = before if _AND.fullmatch(page.text, last, start) and start - last < 30 else ""
        before = _weigh(page, start, end, marks) or beside
        marks.person += beside == "person" and before == "person"
        marks.company += beside == "company" and before == "company"
        last = end
    for name, marks in seen.items():
        kind = _latin_kind(page, name, marks)
        clean = _LEGAL_EN.sub("", name)
        if kind == "company" and clean != name and (" " in clean or _proper(page, clean)):
            found.add(kind, en=clean, aliases=(name,))
        elif kind:
            found.add(kind, en=name)
    _short_latin(page, found, seen)


def _latin_spans(text: str, headlines: bool = False) -> Iterator[tuple[int, int]]:
    """Capitalised names, without the words that merely lead up to them, and without headlines in capitals."""
    titled: dict[int, bool] = {}
    for match in _NAME.finditer(text):
        line = text.rfind("\n", max(0, match.start() - _HEADLINE), match.start()) + 1
        if line == 0 and match.start() >= _HEADLINE:
            line = -1  # the line is too long for a headline
            titled[line] = False
        if line not in titled:
            titled[line] = _in_capitals(text[line : line + _HEADLINE].partition("\n")[0])
        if not headlines and titled.get(line):
            continue
        start, end = match.span()
        while lead := _LEADING.match(text, start, end):
            start = lead.end()
        if start < end:
            yield start, end


_HONOURED = re.compile(_HONOUR.pattern.replace("(?= )", " $"))
_LEADING = re.compile(
    _HONOUR.pattern
    + r" |(?:The|A|An|Its|Their|His|Her|Our|This|That|In|On|At|For|And|But|When|While|After|As|By|With|Rival|Rivals|Competitor|Start-?up|Startup|"
    r"Investor|Backer|Lender|Insurer|Retailer|Supplier|Parent|Subsidiary|Chipmaker|Carmaker|Drugmaker|Analysts?|Meanwhile|Both|Shares|Founded|Series [A-F]|From|To|Like|Since|Under|Unlike|Former|New|Chief|[A-Z][a-z]+-(?:based|listed|headquartered|born|backed|owned)) "
)


_HEADLINE = 300  # characters; a longer line is no headline


def _in_capitals(line: str) -> bool:
    if any(map(_han, line)):
        return False
    words = re.findall(r"[A-Za-z]{4,}", line)
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def _weigh(page: _Page, start: int, end: int, marks: _Seen) -> str:
    """Add what stands left and right of a name to what is known of it; return what the left says it is."""
    left, text = page.text[max(0, start - 70) : start].rpartition("\n")[2], page.text
    marks.count += 1
    if left and (_han(left[-1]) or (end < len(text) and _han(text[end]))):
        return _weigh_in_chinese(page, start, end, marks)
    person = bool(_ROLE_LEFT.search(left) or _PERSON_LEFT.search(left) or _HONOURED.search(left))
    company = bool(_ORG_LEFT.search(left) or _DEAL_EN.search(left))
    marks.company += bool(_ORG_RIGHT.match(text, end)) + bool(_ACT_RIGHT.match(text, end)) + company
    marks.company += bool(
        re.match(r" \((?:NASDAQ|Nasdaq|NYSE|LSE|HKEX|ASX|TSX|TWSE|SSE|SZSE|\d{4,6}\.)", text[end : end + 12])
    )
    marks.titled += person
    marks.person += person + bool(_ROLE_RIGHT.match(text, end) and not _ORG_RIGHT.match(text, end))
    marks.said += bool(_SAID_RIGHT.match(text, end) or _SAID_LEFT.search(left))
    marks.product += bool(_LAUNCHED.search(left) and any(c.isdigit() for c in text[start:end]))
    marks.product += bool(_OWN_LEFT.search(left) and _THING_RIGHT.match(text, end))
    if called := _CALLED_EN.search(left):
        company_called = bool(re.fullmatch(_ORG, called.group(1), re.I))
        marks.company += company_called
        marks.product += not company_called
    return "person" if person else "company" if company else ""


def _weigh_in_chinese(page: _Page, start: int, end: int, marks: _Seen) -> str:
    left = page.folded[max(0, start - 24) : start].rstrip()
    role = _last_role(left + "x")
    marks.titled += bool(role and role.end() == len(left))
    marks.person += bool(role and role.end() == len(left))
    marks.company += bool(
        _FIRM_LEFT.search(left) or re.search(r"(?:厂|集团|巨头|团队|平台|投资机构|基金|机构|品牌)$", left)
    )
    clean = not left or not (_han(left[-1]) or left[-1].isalnum())
    marks.company += bool(clean and _FIRM_RIGHT.match(page.folded, end))
    marks.company += bool(re.match("签署|签订|合作|领投|跟投|达成", page.folded[end : end + 2]))
    made = re.search(rf"由(?:{_C}{{2,4}}家)?$", left) and re.match(
        r"(?:于|在)?\d{4}年|于|在|创立|创办|出任|担任", page.folded[end : end + 6]
    )
    marks.person += bool(made)
    return ""


def _latin_kind(page: _Page, name: str, marks: _Seen) -> str | None:
    words = name.split()
    lower = [w.lower() for w in words]
    common = [page.ordinary(w) for w in lower]
    if fold(name) in page.known or any(len(w) < 2 for w in words[:1]) or name.isupper() or _PEOPLE_END.search(name):
        return None
    ending = len(words) > 1 and bool(_STRONG_END.search(name))
    titled = marks.titled > marks.company and len(words) == 2 and not _FIRM_END.search(name)
    if marks.person >= max(1, marks.company) and (titled or not ending) and _personal(words, common):
        return "person"
    if ending and (not all(common[:-1]) or marks.company) and fold(words[0]) not in page.known:
        return "company"
    if marks.company and not all(common) and len(words) <= 4 and len(name) > 3 and not marks.person:
        return "company" if len(words) > 1 or _proper(page, name) else None
    if marks.product and len(name) > 3 and (len(words) > 1 or not all(common)):
        return "product"
    return None


def _personal(words: list[str], common: list[bool]) -> bool:
    return 2 <= len(words) <= 4 and not all(common) and not any(c.isdigit() for w in words for c in w)


def _proper(page: _Page, word: str) -> bool:
    """Whether one capitalised word can name a company: it is no everyday word, people, place or day."""
    lower = word.lower()
    return not (page.word(lower) or lower in _capital_words() or (lower.endswith("s") and page.ordinary(lower[:-1])))


@cache
def _capital_words() -> frozenset[str]:
    """Words a dictionary writes with a capital: places, peoples, months, languages."""
    glosses = (g for e in dictionary.entries() for g in e.glosses)
    return frozenset(w.lower() for g in glosses for w in re.findall(r"\b[A-Z][a-z]+\b", g))


def _short_latin(page: _Page, found: _Found, seen: dict[str, _Seen]) -> None:
    """Farrowgate for Farrowgate Ltd, Tarrant for Imogen Tarrant, HRB for Hengjiang Rural Bank: where the text has them."""
    shorts: dict[str, list[_Draft]] = {}
    for draft in found.drafts():
        words = draft.en.split()
        short = ""
        if draft.kind == "person" and len(words) > 1 and words[-1].lower() not in _syllables():
            short = words[-1]
        elif draft.kind == "company":
            short = _STRONG_END.sub("", _STRONG_END.sub("", draft.en))
            short = short if short in seen else words[0] if words else ""
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) > 1 and f"{draft.en} ({initials})" in page.text:
                draft.aliases.append(initials)
        if short and short != draft.en and short in seen and not page.word(short.lower()):
            shorts.setdefault(short, []).append(draft)
    for short, drafts in shorts.items():
        other = found.by_name.get(fold(short))
        surname = drafts[0].kind == "person" and other is not None and " " not in other.en
        if len(drafts) == 1 and (other is None or surname or other.kind == drafts[0].kind):
            if other is not None and other is not drafts[0]:  # the short form had been taken for a name of its own
                found.by_name = {k: d for k, d in found.by_name.items() if d is not other}
            drafts[0].aliases.append(short)


def _beside_latin(page: _Page, found: _Found) -> None:
    """The Chinese name or the ticker in parentheses after a Latin name."""
    for match in _PAREN.finditer(page.folded):
        before = page.text[max(0, match.start() - 60) : match.start()].rstrip()
        before = re.sub(r"-[A-Z]{1,2}$", "", before)  # Foo-U, a mark of the exchange
        if not before or not before[-1].isalnum() or _han(before[-1]):
            continue
        latin = next((before[a:b] for a, b in _latin_spans(before, headlines=True) if b == len(before)), "")
        draft = found.by_name.get(fold(latin))
        pieces = list(_pieces(match))
        tickers = [t for a, b in pieces if (t := _ticker(page.folded[a:b])) and not (t.isdigit() and draft is None)]
        chinese = next((c for a, b in pieces if (c := _chinese_piece(page, a, b))), "")
        firm = _CHAIN_END.search(fold(chinese)) and not page.plain(fold(chinese)) and not latin.isupper()
        if latin and (draft or tickers or firm) and (chinese or tickers):
            found.add(draft.kind if draft else "company", chinese, draft.en if draft else latin, tickers=tickers)


def _chinese_piece(page: _Page, start: int, end: int) -> str:
    called = _CALLED.match(page.folded[start:end])
    if called:
        start, end = start + called.start(1), start + called.end(1)
    piece = page.text[start:end]
    return piece if 2 <= len(piece) <= 12 and all(map(_han, piece)) else ""


# ---------------------------------------------------------------- products
def _quoted(page: _Page, found: _Found) -> None:
    """Names in quotation marks beside the word for what they are."""
    for match in _QUOTED.finditer(page.folded):
        name = match.group(1).strip()
        left, right = (
            page.folded[max(0, match.start() - 10) : match.start()],
            _QUOTE_RIGHT.match(page.folded, match.end()),
        )
        named = bool(_QUOTE_LEFT.search(left)) and (len(name) <= 4 or name.isascii() or left.endswith(("为", "号")))
        if (
            not (named or right)
            or name.endswith(("式", "型", "化", "性", "端", "级", "+"))
            or set(name) & set("的了年月日元是我你+")
        ):
            continue
        if name.isascii() and (page.word(name) or page.text[match.start(1)].islower()):
            continue
        if not name.isascii() and page.plain(name) and not (named and len(name) <= 4 and not page.term(name)):
            continue
        raw = page.text[match.start(1) : match.end(1)].strip()
        beside = _PAREN.match(page.folded, match.end())
        latin = page.text[beside.start(1) : beside.end(1)] if beside else raw
        found.add("product", "" if raw.isascii() else raw, latin if _latin_name(latin) else "")


def _codes(page: _Page, found: _Found) -> None:
    """Model codes beside the word for what they are, and their sisters: YH-105 where YH-217 is one."""
    codes = [m for m in _CODE.finditer(page.text) if not _NO_CODE.fullmatch(m.group(1))]
    sure = {
        _series(m.group(1))
        for m in codes
        if _CODE_LEFT.search(page.folded[max(0, m.start() - 14) : m.start()]) or _CODE_RIGHT.match(page.folded, m.end())
    }
    for match in codes:
        if _series(match.group(1)) in sure:
            found.add("product", en=match.group(0))


def _series(code: str) -> str:
    return re.sub(r"\d", "0", code)


# ---------------------------------------------------------------- short forms
def _shortened(page: _Page, found: _Found) -> None:
    """驭岚 for 驭岚汽车, where the text itself says so and no other name is shortened alike."""
    shorts: dict[str, list[_Draft]] = {}
    for draft in found.drafts():
        name = fold(draft.zh)
        for size in range(len(name) - 1, 1, -1) if draft.kind == "company" else ():
            short, rest = name[:size], name[size:]
            if (_CHAIN.fullmatch(rest) or short[-1:] + rest == "微电子" or page.plain(rest)) and _alone(
                page, short, rest
            ):
                shorts.setdefault(short, []).append(draft)
    for name, drafts in shorts.items():
        if len(drafts) == 1 and name not in found.by_name:
            drafts[0].aliases.append(_printed(page, name))


def _alone(page: _Page, short: str, rest: str) -> bool:
    """Whether `short` stands in the text without the `rest` of its name, as a name."""
    if page.term(short):
        return False
    places = [m.span() for m in re.finditer(rf"{re.escape(short)}(?!{re.escape(rest[0])}|{_ENDS})", page.folded)]
    if page.plain(short):  # everyday words too, unless they do what only companies do
        return any(_vote(page, *p) for p in places)
    return bool(places)
