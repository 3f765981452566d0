"""Measures that a sentence means without naming them: by its verb, or by the thing a measurement stands before.

"employs 980 people" tells of employees, "a 268-metre rotor" of a rotor's diameter. Patterns are matched
against folded text; the group `at`, where there is one, is what stands for the measure. The vocabulary of
measures is the lexicon's; here is only what takes more than a word to be one.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from kb import lazy

_N = r"(?:(?:about|around|nearly|almost|over|some|roughly|more than|up to|at least|a record|only|just|an? estimated|another) )*"
_SUM = _N + r"(?:(?:[a-z]{1,3})?[$£€¥₹]|rmb|sfr|[snd]kr|rs|(?:usd|hkd|cny|twd|eur|gbp|jpy|sgd|chf) )\s?\d"
_NUMBER = _N + r"[\d.,]+(?: ?(?:m|bn|k|million|billion|thousand))?"
_LENGTH = r"\d[- ]?(?:metre|meter|kilometre|kilometer|mile|m|km)[- ]"
_PERIOD = r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty))[- ](?:year|month|week)[- ]"
_SHOPS = r"(?:shop|store|outlet|restaurant|branch|site|cafe|café|clinic|hotel|gym)"
_SUM_ZH = r"[约近逾超]?(?:[a-z]{2,3}\$|[$¥€£])?[\d,.]+[百千万亿]*(?:[港美欧加澳]?元|新台币|人民币|日圆|英镑|令吉|欧元|美金)?(?:新台币|人民币)?"
_LARGE = r"[\d.,]* ?(?:m|bn|million|billion)\b(?: (?:yuan|euros|dollars|pounds|won|yen|ringgit|baht|rupees))?"
_WORKS_ZH = "厂|基地|项目|园区|产线|生产线|中心|矿|码头|机组|电站|仓|校区|总部|大楼|航站楼"
_WORKS = r"(?:plant|factory|facility|facilities|fab|site|line|lines|mine|smelter|refinery|hub|campus|centre|center|terminal|warehouse|shipyard|extension|expansion|upgrade|headquarters)"
_SHIPS = r"(?:vessels|ships|carriers|ferries|tankers|boats|newbuildings)"
_RATED_SHARE = r"(?:buy|sell|hold|neutral|overweight|underweight|outperform|underperform|accumulate|reduce)"
_MOVED_EN = r"(?:lift|rais|cut|trim|slash|lower|increas|reduc|hik|nudg|boost|drop|upp|push|bump|tak|mov|set)[a-z]*"
_COUNTERS = "台辆架艘套部张颗片枚杯只双瓶件盒支"
_THING_ZH = r"[^,;。、:\d\s]{2,9}"
# And so many of another thing, 甲车500辆和乙车300辆: but not what the same was another time.
_ANOTHER_ZH = r"[和与及、,](?!(?:而|其中|较|比|[高低多少]于|超过)|(?:去年|上年|前年|前一年|一年前|上半年|下半年|同期|[前首上][一二三四]?个?[季月]|第?[一二三四]季|\d{1,2}月))[^,;。、\d]{2,10}"
_THING_EN = r"(?:trucks|cars|vans|buses|vehicles|units|robots|phones|handsets|headsets|cards|chips|machines|systems|servers|drones|aircraft|planes|jets|ships|bikes|scooters|batteries|turbines|satellites|watches|glasses|homes|flats)"
_FLOWS = (
    ("交付|交货", "deliver(?:ed|s)", "deliveries", ("交", "deliver")),
    ("售出|卖出|销售|卖掉", "sold|sells", "sales-volume", ("售", "卖", "sold", "sells")),
    ("生产|制造|产出", "produced|built|manufactured", "output", ("产", "制造", "produced", "built", "manufactured")),
    ("出货|发货", "shipped|ships", "shipments", ("货", "shipped", "ships")),
)


# A pattern, the measure it names, and what one of must stand in a text for it to match.
IMPLIED: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (
    (lazy.compile(r"\bemploy(?:s|ed|ing)\b|雇用|雇佣"), "employees", ("employ", "雇")),
    (lazy.compile(rf"\bmade\b(?= {_SUM}[\d.,]* ?(?:m|bn|million|billion)?(?: (?:yuan|euros|dollars|pounds|francs|won|yen))? (?:in|during) (?:the |its )?(?:first|second|third|fourth|last|latest|three|six|nine|fiscal|20\d\d|january|march|june|september|december))"), "net-profit", ("made",)),
    (lazy.compile(r"(?:订购|订造|定造|订下|下单)了?(?=[约近逾共]?\d[\d,]*[架艘列])|\border(?:s|ed|ing)?\b(?= (?:about |another |a further |up to )?[\d,]+ (?:[a-z0-9-]+ ){0,3}(?:aircraft|planes|jets|airliners|ships|vessels|tankers|carriers|ferries|trains|buses|trucks|a\d{3}\w*|737\w*|787\w*)\b)"), "order-count", ("订", "定造", "下单", "order")),
    (lazy.compile(r"\b(?:cut|cuts|cutting|axe|shed|eliminate|lay(?:ing)? off|laid off)\b(?= [^,;.]{0,24}[\d,]+ (?:jobs|posts|positions|roles|workers|staff|employees)\b)|裁(?:减|员|掉|撤)了?(?=[约近逾]?[\d,.]+[万千百]?[多余]?[人名])|(?:精简|削减|缩减|砍掉|裁[减掉撤])了?(?=[约近逾]?[\d,.]+[万千百]?[多余]?[个名]?(?:工作)?(?:岗位|职位|职缺|人手))"), "layoffs", ("cut", "axe", "shed", "eliminate", "lay", "laid", "裁", "精简", "削减", "缩减", "砍掉")),
    # shipped 6,100 units, a 9.9% share; "or 15.1% of the market"
    (lazy.compile(r"\b(?:shipped|sold|delivered)\b[^;.%]{0,48}?(?:[\d.]+% (?P<at>share)\b(?! (?:of (?:its|sales|revenues?|profits?|output)|price|capital|sale|issue)))"), "market-share", ("% share",)),
    (lazy.compile(r"\b(?:shipped|sold|delivered)\b[^;.%]{0,48}?\ba (?P<at>share)(?= of [\d.]+ ?%)"), "market-share", ("share of",)),
    (lazy.compile(r"\b(?:shipped|sold|delivered)\b[^;.%]{0,48}?[\d.]+% (?P<at>of the (?:global |world |total |domestic )?market)\b"), "market-share", ("of the",)),
    (lazy.compile(r"\bfill(?:ed|ing|s)?\b(?= (?:about |nearly )?[\d.]+ ?(?:%|per ?cent) of (?:its |the |available |all )*seats\b)"), "load-factor", ("fill",)),
    (lazy.compile(r"\b(?:cargo |container |freight |total )?volumes?\b(?= (?:\w+ ){1,3}(?:by )?[\d.]+ ?(?:%|per ?cent),? to (?:about |a record )?[\d.,]+ ?(?:m |million )?(?:teu|containers|boxes)\b)"), "freight-volume", ("volume",)),
    (lazy.compile(r"(?:合计|共|总计|总共|一共|被)罚没(?:款项?|金额)?(?=[约近逾超共为达]*\d)"), "penalty", ("罚没",)),
    (lazy.compile(r"\bcash\b(?= of (?:about |nearly |over |some |more than )?[a-z$£€¥]{1,4}\s?\d)|\b(?:had|has|have|held|holds|with)\b(?= (?:about |nearly |over |some |more than )?[a-z$£€¥]{1,4}\s?[\d.,]+ ?(?:million|billion|m|bn)? (?:in|of) cash\b)"), "cash", ("cash",)),
    (lazy.compile(r"\b(?:hire|hires|hired|hiring|recruit(?:s|ed|ing)?)\b(?= (?:about |nearly |up to |over |some |another |an additional )?[\d,]+ (?:(?:more|new|additional|extra) )?(?:[a-z]+ )?(?:people|staff|workers|employees|engineers|positions)\b)"), "new-hires", ("hir", "recruit")),
    (lazy.compile(r"\b(?:spent|spends|spend|spending|invested|invests)\b(?= (?:about |nearly |over |some |more than |a record )?(?:[a-z]{1,3})?[$£€¥]?\s?[\d.,]+ ?(?:million|billion|m|bn)?(?: (?:yuan|euros|dollars|pounds|won|yen))? (?:on|in) (?:research|r&d|developing its)\b)"), "rd-expense", ("spen", "invest")),
    (lazy.compile(r"经营(?:活动|性)?(?:所?产生的?)?现金(?:流量?)?净?流出(?:净?额)?"), "operating-cash-flow", ("现金",)),
    # "It took four years and $22 million to make", "spent about $27 million on the game"
    (lazy.compile(rf"\btook\b(?= (?:[^,;.]{{2,24}} and )?{_SUM}[\d.,]* ?(?:m|bn|million|billion)?(?: (?:yuan|euros|pounds))? to (?:make|develop|produce|create|film)\b)|\b(?:spent|spending)\b(?= {_SUM}[\d.,]* ?(?:m|bn|million|billion)?(?: (?:yuan|euros|pounds))? (?:on|making|developing) (?:the |its |this )?(?:game|title|film|movie|series|show|console|app)\b)"), "development-cost", ("took", "spen")),
    (lazy.compile(rf"(?:^|[,;.] )priced (?:at|from)\b(?= {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion|trillion)\b))"), "price", ("priced",)),
    (lazy.compile(r"(?:关掉|关闭|关停|关了|关|裁撤|撤掉|结束)了?(?=[约近逾超]?\d[\d,]*[家间](?:门?店|分店|门市|餐厅|店铺|网点|分行|[,;。]))"), "store-closures", ("关", "撤", "结束")),
    (lazy.compile(rf"\b(?:clos(?:ed|es|ing)|shut(?:s|ting)?(?: down)?)\b(?= {_NUMBER} (?:[a-z-]+ )?{_SHOPS}(?:es|s)\b)"), "store-closures", ("clos", "shut")),
    (lazy.compile(r"(?:新开设?|增开|新设)了?(?=[约近逾超]?\d[\d,]*[家间](?!银行|工厂|公司|子公司))"), "store-openings", ("新开", "增开", "新设")),
    (lazy.compile(r"\b(?:carried|flew|carrying|handled|handling|served|welcomed)\b(?= [^,;.]{0,6}[\d.,]+ ?(?:m |k |million |thousand )?passengers\b)"), "passengers", ("passengers",)),
    # 手握24份銷售合同，總價值約12.41億元: what is ordered and not yet delivered.
    (lazy.compile(r"(?:手握|手持|持有|握有|手[上头]有)[^;。]{0,34}?(?:合同|合约|协议|订单),?(?P<at>(?:总|合计)?(?:价值|金额|总值|总额)(?:合计|总计)?)(?=[约近逾超为达共]*\d)"), "backlog", ("合同", "合约", "协议", "订单")),
    (lazy.compile(r"\b(?:held|holds|holding|had|has) [^;.]{0,50}?\b(?:contracts|agreements|orders)\b[^;.]{0,30}?\b(?P<at>(?:total|combined|aggregate) value|worth)(?= (?:of )?[^;.\d]{0,16}\d)"), "backlog", ("contracts", "agreements", "orders")),
    # 公司有1,240輛車, 旗下擁有38架飛機: how many it runs, not how many were sold to somebody.
    (lazy.compile(r"(?:^|[,;。]|(?<=\d[日月年]))(?:目前|现时|现在|现|截至[^,;。]{2,10},)?(?:公司|集团|旗下|它|其|该公司)?(?:目前|现时|现在|现|共|总共|合计)?(?P<at>(?:拥有|运营|营运|有))(?:约|近|逾|超过|共)*(?=[\d.,]+万?[多余]?(?:[辆台]车(?!型|款|位|主|友|间|险|牌|厂|站|展)|架(?:飞机|客机|货机)|艘(?:船|货柜船|货轮|邮轮|油轮)))"), "fleet-size", ("辆车", "台车", "架", "艘")),
    (lazy.compile(r"\b(?:operat(?:es|ed|ing)|runs|running|ran|owns)\b(?= [^,;.]{0,24}\b(?:aircraft|planes|jets|vessels|ships)\b)|\b(?:has|had)\b(?= (?:a fleet of )?[\d,]+ (?:aircraft|planes|jets|vessels|ships)\b(?! (?:on|under|due|to be|still to|waiting|yet)\b))"), "fleet-size", ("aircraft", "planes", "jets", "vessels", "ships")),
    (lazy.compile(r"\b(?:produc(?:e|es|ed|ing)|mined)\b(?= [^,;.]{0,10}(?:[\d.,]+ ?(?:to|-|–|and) ?)?[\d.,]+ (?:million |billion )?(?:tonnes|tons|ounces|barrels|vehicles|cars|units)\b)"), "output", ("produc", "mined")),
    # "A Pro version with tinted lenses is $599", "goes on sale on June 12 for $449"
    (lazy.compile(rf"\b(?:version|edition|variant|trim)\b(?: (?:with|in|that|which|has|comes)\b[^,;.$£€¥]{{0,60}}|,[^,;.]{{0,60}},)? (?P<at>is|are|at|for)(?= {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion)\b))"), "price", ("version", "edition", "variant", "trim")),
    (lazy.compile(rf"\bon sale\b(?: (?:on|in|from) [a-z]+(?: \d{{1,2}})?)? (?P<at>for|at)(?= {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion)\b))"), "price", ("on sale",)),
    (lazy.compile(r"\blost\b(?= (?:about |nearly |over |some )?(?:[a-z]{1,3})?[$£€¥]\s?\d)"), "net-profit", ("lost ",)),
    (lazy.compile(r"\b(?:sw[iu]ng(?:s|ing)?|turned|slipped|slid|sank|fell|moved|return(?:s|ed|ing)?) (?:back )?(?:in)?to (?:a |an )?(?:net )?(?:loss|profit)\b(?= of\b)|\b(?:made|makes|incurred|suffered|booked|recorded|posted|posting|reported|reporting|sustained|logged) (?:a|its) (?:net )?(?:loss|profit)\b(?= of\b)"), "net-profit", ("loss", "profit")),
    (lazy.compile(r"归母净(?:利润?|亏损?)|归属于[^,;。]{2,14}的?净(?:利润|亏损)"), "net-profit-attributable", ("归母净", "归属于")),
    (lazy.compile(r"\bnet (?:loss(?:es)?|profits?|income)\b|净亏损?|净损|净利润|预[亏盈](?!余)|(?<![营经净])亏损(?=(?:大幅|明显)?(?:收窄|缩窄|扩大|缩小|减少|增加)[至到])"), "net-profit", ("net ", "净", "预", "亏损")),
    # 儘管仍處於虧損狀態,但同比減虧約24%: of the profit, where the sentence names none.
    (lazy.compile(r"^(?:(?!净|利润|溢利|营收|收入).)*?(?P<at>[减缩]亏(?:幅度)?)(?=(?:为|达|至|到|了)?[约近逾超]?\d)"), "net-profit", ("减亏", "缩亏")),
    # 自3月1日起將電源管理晶片調價8%至12%, "will raise prices by 8% to 12%": by how much a seller asks more.
    (
        lazy.compile(
            r"(?:调价|[涨加提]价|调涨(?:价格|售价|报价)?|调[高升](?:价格|售价|报价)|价格(?:上调|调涨|调升))(?=(?:幅度)?(?:为|达|了|约|近|至少|最高|介于|在)*\s?\d[\d.]*%)"
            r"|\b(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|put(?:s|ting)? up) (?:the |its |their |list |selling )*prices?\b(?=[^,;.\d]{0,60}? by (?:about |between |up to |an average of |at least )?\d[\d.]*(?: ?%| ?per ?cent| to \d))"
        ),
        "price-change",
        ("价", "调", "price"),
    ),
    (lazy.compile(r"[中末全]期息|期末息|现金股[利息]|派息|派发[^,;。0-9]{0,8}(?:红利|股利|股息)|(?:全年|合共)共?派(?=[约\dh港])"), "dividend", ("息", "现金股", "派")),
    (
        lazy.compile(
            r"(?:(?:[a-h]\d?\+{0,2}|pre-?[a-z]\+?|天使|种子|战略|首|本|新一|此|该)轮(?:股权)?融资|(?<=[元币])的?[a-h]\d?\+{0,2}轮|(?:[a-h]\d?\+{0,2}|pre-?[a-z]\+?|天使|种子)轮(?=(?:拿到|拿下|获得|获|募得|募集|融了|融得|融到|融资|为|达|是|规模|金额|则|共|有)*[约近逾超]?[\d,.]+[百千万亿]*(?:[港美欧]?元|人民币|日圆|英镑))|\bseries [a-h]\d?\+? (?:funding |financing )?(?:round|funding)|(?<=[mb]illion )series [a-h]\d?\+?(?![\w+]))"
        ),
        "funding-amount",
        ("轮", "series "),
    ),
    # 開盤即報138元: where the day began is not where it ended.
    (lazy.compile(r"(?:开盘|开市|高开|低开)(?P<at>(?:价?[^,;。\d]{0,6}?(?:报|为|[在于至到]))?)(?=约?(?:[港美澳新]?\$|[港美新澳]元)?[\d,.]+ ?(?:[港美欧澳]?元|新台币|[港美]?仙|日圆|英镑|便士))"), "opening-price", ("开盘", "开市", "高开", "低开")),
    (lazy.compile(rf"\b(?:shares?|stock|trading|it|debut)\b[^.;]{{0,60}}?\b(?P<at>open(?:s|ed|ing) at)(?= (?:{_SUM}|[\d.,]+ ?(?:pence|p|cents|yen|won|kronor|euros|yuan|dollars)\b))"), "opening-price", ("open",)),
    # 最終收於149.60元: the close needs no word for the shares.
    (lazy.compile(r"(?:收报|报收|收盘报|收市报|收盘于|收盘在|收于|收在|收盘价为?|收市价为?)(?=约?(?:[港美澳新]?\$|[港美新澳]元)?[\d,.]+ ?(?:[港美欧澳]?元|新台币|[港美]?仙|日圆|英镑|便士))"), "share-price", ("收",)),
    # 該股收跌4.3%,報12.46元; "the shares closed 3.4% lower at €27.15": where the day ended.
    (lazy.compile(r"(?:股价|股票|该股|个股|首日|开盘|收盘|[涨跌]停|收[涨跌升])[^;。]{0,40}?(?P<at>收报|报收|收盘报|收市报|收于|收在|收盘价?|报|收)(?=约?(?:[港美澳新]?\$|[港美新澳]元)?[\d,.]+ ?(?:[港美欧澳]?元|新台币|[港美]?仙|日圆|英镑|便士))"), "share-price", ("股", "盘", "停", "收")),
    (lazy.compile(rf"(?<!\ba )(?<!\bper )\b(?:shares?|stock)\b(?:[^.;]|\.\d){{0,80}}?\b(?P<at>(?:higher|lower|up|down|firmer|weaker|flat|unchanged) at|(?:to|and) (?:close|closed|end|ended|finish|finished)(?: the (?:day|session|week))? at)(?= (?:{_SUM}|[\d.,]+ ?(?:pence|p|cents|yen|won|kronor|euros|yuan|dollars)\b))"), "share-price", ("share", "stock")),
    (lazy.compile(rf"(?<!\ba )(?<!\bper )\b(?:shares?|stock)\b(?:(?: in [^,.;]{{2,40}})?, which [^,.;]{{2,80}},)?(?:[^.;]|\.\d){{0,60}}?\b(?:up|down|gaining|losing|rising|falling|rose|fell|jumped|slid|slipped|dropped|gained|climbed|surged|tumbled|plunged|sank|lost|shed|soared|eased|dipped|slumped) (?:by )?[\d.]+ ?(?:%|per ?cent),? (?P<at>at|to)(?= (?:{_SUM}|[\d.,]+ ?(?:pence|p|cents|yen|won|kronor|euros|yuan|dollars)\b))"), "share-price", ("share", "stock")),
    # 股價下跌8.7%至13.41元: where it went.
    (lazy.compile(r"(?:股价|股票|该股|个股|股份)[^;。]{0,24}?(?:[涨跌升挫滑降]|上涨|下跌|走高|走低)(?:幅)?[^,;。\d]{0,4}[\d.]+%,?(?P<at>至|到|见|报)(?=约?(?:[港美澳新]?\$|[港美新澳]元)?[\d,.]+ ?(?:[港美欧澳]?元|新台币|[港美]?仙|日圆|英镑|便士))"), "share-price", ("股",)),
    # "made a weak debut in London, closing at 218p": the end of the first day, or of any.
    (lazy.compile(rf"\b(?:shares?|stock|debut\w*|listing|trading|market)\b(?:[^.;]|\.\d){{0,80}}?\b(?P<at>clos(?:e|es|ed|ing)|end(?:s|ed|ing)|finish(?:es|ed|ing))(?: (?:the|its|their) (?:first |opening |trading )?(?:day|session))? at(?= (?:{_SUM}|[\d.,]+ ?(?:pence|p|cents|yen|won|kronor|euros|yuan|dollars)\b))"), "share-price", ("clos", "end", "finish")),
    # 公司現在有2,340人, 團隊目前27人; "it has 96 staff" names what it counts.
    (lazy.compile(r"(?<![一-鿿]的)(?:公司|集团|企业|我们|团队|本行|全公司|工作室|全员|全厂)(?:规模|人数)?(?:(?<=全公司)|(?<=全员)|(?:目前|现在|现时|如今|现|已经?|总共|一共|共|全球|大约|约|合计|仍|只|仅|也就)*有|(?:目前|现在|现时|如今|现|总共|一共|共|全球|合计|仅|只|才)+)(?=[约近逾]?[\d,.]+万?[多余]?[人名](?![次民口均份单]))"), "employees", ("公司", "集团", "企业", "我们", "团队", "本行", "工作室", "全员", "全厂")),
    (lazy.compile(r"\b(?:the (?:company|firm|group|studio|start-?up|team|business)|it|we|team) (?:now |currently |today |still |only |already )?(?:has|have|had|numbers|counts|consists of|is made up of)\b(?= (?:about |around |nearly |over |some |just |only |fewer than |more than )?[\d,]+ (?:people|staff|employees)\b)|\bteam of(?= (?:about |around |nearly |over |some |just |only )?[\d,]+(?: people)?\b(?! (?:lawyers|doctors|scientists|analysts|researchers|advisers)))|(?<=\d)-(?P<at>(?:person|people|strong|man) (?:team|studio|company|firm|start-?up))\b"), "employees", (" people", "staff", "employees", "team", "studio", "-p")),
    # 宣布裁員約12%, "cut 8% of its workforce": how much of the staff.
    (lazy.compile(r"裁(?:减|员|掉|撤)(?:了|全球|规模|比例|幅度|员工|将?达|逾|超过|高达|最多)*(?=[约近逾]?[\d.]+ ?(?:%|成)(?!的?(?:股|市)))|\b(?:cut|cuts|cutting|axe|axing|shed|shedding|eliminat(?:e|ed|ing)|la(?:y|ys|ying|id) off|reduc(?:e|ed|ing)|dismiss(?:ed|ing)?)\b(?= (?:about |around |nearly |up to |over |some |roughly |a further )?[\d.]+ ?(?:%|per ?cent) of (?:its |the |their |all |global |total )*(?:staff|workforce|employees|jobs|workers|headcount|payroll|positions|roles)\b)"), "layoff-share", ("裁", "staff", "workforce", "employees", "jobs", "workers", "headcount", "payroll", "positions", "roles")),
    # Ondaka矿12.4万吨, 北矿贡献9.7万吨: what a mine gave.
    (lazy.compile(r"(?<=[a-z]矿)(?P<at>)(?=(?:则|也|贡献|产出|产量?为?|为|约|达)*[\d.,]+ ?[万亿]?(?:公?吨|盎司|桶))|(?<=[\u3400-\u9fff]{2}矿)贡献(?=约?[\d.,]+ ?[万亿]?(?:公?吨|盎司|桶))"), "output", ("矿",)),
    # 入組前的 "412 adults were treated": who took part in a trial.
    (lazy.compile(r"(?<=\d )(?P<at>(?:[a-z-]+ ){0,2}?(?:adults|patients|volunteers|participants|people|children|infants|women|men|subjects))(?= (?:were |was |had been |who were )(?:treated|enrolled|randomi[sz]ed|dosed|recruited|assigned|followed)\b| took part\b| (?:enrolled|participated)\b)|(?:研究|试验|临床)[^;。]{0,40}?(?:共|有|招募|纳入|入组|给|为|让)+(?=了?[约近逾]?[\d,]+[名位例](?:患者|受试者|志愿者|病人|成人|健康人))"), "trial-participants", ("were", "took part", "enrolled", "participated", "试验", "研究", "临床")),
    # 電量可撐4日, 續航21天: days and hours are no distance.
    (lazy.compile(r"(?:(?:电量|电池|充电一次|一次充电)[^,;。\d]{0,8}?(?:可|能)?(?:撑|用|维持|支撑|续航)|续航(?:力|时间|时长|表现|能力)?(?:[^,;。\d]{0,6})(?P<at>))(?=(?:约|可达|达|为|到)?[\d.]+ ?(?:天|日(?!元|圆|经|起)|个?小时|分钟|周))"), "battery-life", ("电", "续航")),
    # B輪達8,500萬美元, 種子輪拿到150萬美元.
    (lazy.compile(r"(?:[a-h]\d?\+{0,2}|天使|种子|pre-?[a-z]\+?)轮(?:的?金额)?(?:为|达|拿到|融了|融资|募得|融得|获得?|筹得|筹集|募集|完成|拿了|是|共|规模)(?:了|约|近|逾|超过|达|为)*(?=(?:[a-z]{2,3}\$|[$¥€£])?[\d,.]+ ?[千百万亿])"), "funding-amount", ("轮",)),
    # 能托舉120公斤的老人, "can lift 60kg".
    (lazy.compile(r"(?:托举|举起|举升|搬运|搬起|承载|抬起|提起|起吊|吊起|扛起|载货|运载|载重|负重)(?=(?:最多|最高|最大|约|达|可达|重达|上限)*[\d.]+ ?(?:公斤|千克|公吨|吨|kg))"), "payload", ("举", "搬", "载", "抬", "吊", "扛", "提起", "负重")),
    (lazy.compile(rf"\b(?:can|could|to|able to) (?:lift|carry|haul|hoist|bear)\b(?= (?:loads? of |a load of |people weighing )?(?:up to )?{_NUMBER} ?(?:kg|kilograms?|kilos?|tonnes?|tons|pounds|lb)\b)"), "payload", ("lift", "carry", "haul", "hoist", "bear")),
    (lazy.compile(r"(?:充一次电|一次充电|单次充电|充满电|满电|满载)[^,;。\d]{0,8}?(?P<at>干|工作|运行|使用|用|撑|续航|飞行|续飞|运作)(?=(?:约|可达|达)?[\d.]+ ?(?:个?(?:多)?小时|分钟|天))"), "battery-life", ("充", "满")),
    # 擬發行150億元次順位債: what is borrowed from the market.
    (lazy.compile(r"(?:发行|发售|增发|募集|配售)(?:了|不超过|至多|最多|规模|总额|合计|共)*(?=[约近逾]?[\d,.]+[百千万亿兆]*(?:[港美欧日]?元|日圆|英镑|人民币|新台币)?(?:等值|的|人民币|新台币|无抵押|有担保|浮息|固息|[一二三四五七十\d]+年期)*[^,;。\d]{0,10}?(?:债(?!务|权|项)|票据|中票|[Cc]ocos?))"), "bond-size", ("债", "票")),
    (lazy.compile(rf"\b(?:issue|issued|issuing|sell|sold|selling|raise|raised|placed|priced)\b(?= {_SUM}[^,;.]{{0,40}}\b(?:bonds?|notes|debentures|subordinated debt)\b)"), "bond-size", ("bond", "note", "debenture", "debt")),
    (lazy.compile(r"\b(?:net )?(?:leverage|gearing)\b(?= [^,;.\d]{0,24}\d[\d.]* ?(?:times|x)\b)|\b(?:debts?|borrowings|indebtedness|leverage)\b(?:[^.;]|\.\d){0,70}?(?P<at>times)(?= (?:its |adjusted |annual |trailing |core )*(?:ebitda|earnings before interest))"), "net-leverage", ("leverage", "gearing", "ebitda", "earnings before")),
    (lazy.compile(r"\bebitda\b(?:[^.;]|\.\d){0,60}?\b(?P<at>margin)(?= (?:of|was|at|stood at|reached) (?:about )?[\d.]+ ?(?:%|per ?cent))"), "ebitda-margin", ("ebitda",)),
    (lazy.compile(r"\boperating profit\b(?:[^.;]|\.\d){0,60}?, (?:giving |for )?an? (?P<at>margin)(?= of (?:about )?[\d.]+ ?(?:%|per ?cent))"), "operating-margin", ("operating profit",)),
    (lazy.compile(r"\b(?:average |mean )?reali[sz]ed (?:[a-z]+ )?prices?\b"), "average-selling-price", ("realised", "realized")),
    # sold 90 million shares at HK$12 apiece, 以每股46.8元發行, 發行4,000萬股,每股18元.
    (lazy.compile(rf"\bshares(?: [a-z]+){{0,3}} (?P<at>at)(?= {_SUM}[\d.,]*(?: (?:yuan|dollars|pounds|euros|yen|won))? (?:apiece|each|a share|per share))"), "issue-price", ("shares",)),
    (lazy.compile(r"(?:发行|发售|招股|配售)[^,;。]{0,12}股,(?P<at>每股)(?=(?:作价|定价|价|约|为)*[\d.]+ ?[港美]?元)"), "issue-price", ("每股",)),
    (lazy.compile(r"以(?P<at>每股)(?=(?:作价|定价|约)*[\d.]+ ?[港美]?元(?:的价格)?(?:发行|发售|招股|公开发售))"), "issue-price", ("每股",)),
    # 此次發行6,000萬股, "sold 146 million shares at HK$40 apiece": how many are new.
    (lazy.compile(rf"(?:发行|发售|增发|配售)(?:了|约|合共|共)*(?=[\d,.]+[万亿]?股)|\b(?:sold|selling|sell|issued?|offer(?:ed|ing)?)\b(?= {_NUMBER} (?:new |ordinary )?shares (?:at|for) [^,;.]{{0,24}}(?:apiece|each|a share|per share))"), "shares-issued", ("股", "shares")),
    (lazy.compile(r"(?<!首年)(?<!首年的)销售目标(?=(?:是|为|定为|达|约|在|至|上看)*[\d.,]+万?[台辆套部副份支只件])"), "sales-volume", ("销售目标",)),
    (lazy.compile(rf"\bresearch and development\b(?= (?:swallowed|cost|consumed|absorbed|took|ate up) (?:{_SUM}|{_NUMBER} (?:yuan|euros|dollars|pounds|won|yen)\b))"), "rd-expense", ("research and development",)),
    # 淨增門店310家,3月底共7,004家: how many there are at that day.
    (lazy.compile(r"(?<![加直联][盟营])(?<!海外)(?:门店|分店|店铺|店面|餐厅|门市)[^;。]{0,16}?\d[^;。]{0,6},[^,;。]{0,12}(?:[年月季期][底末]|截至[^,;。]{2,10}日)(?P<at>共有?|合共有?|合计|总数[为达]?|达到?|增至)(?=[约近逾]?[\d,]+[家间](?!公司|企业))"), "stores", ("共", "合计", "总数", "达", "增至")),
    # 在營門店612家,上半年新開27家: how many were opened of what was counted.
    (lazy.compile(r"(?:门店|分店|店铺|店面|餐厅)[^;。]{0,30}?(?P<at>新开|净开|新开设)(?=了?[约近逾]?[\d,]+家(?!公司|企业))"), "store-openings", ("新开", "净开")),
    (lazy.compile(r"\bpriced (?:its|the) (?:initial public offering|ipo|shares|offering|stock)\b[^,;.]{0,24}? at\b"), "issue-price", ("priced ",)),
    # 投資23億元建設的二期工廠, 興建新廠,投資620億元, 在越南海防投資4.5億美元: what a works costs who builds it.
    (lazy.compile(rf"(?<![获被受吸引])投资(?={_SUM_ZH}(?:[^,;。\d]{{0,6}}(?:兴建|建设|扩建|新建|建造|打造|增建|投建|修建|建立|建厂|设厂|盖)|的[^,;。\d]{{0,10}}(?:{_WORKS_ZH})))"), "project-investment", ("投资",)),
    (lazy.compile(rf"(?:兴建|建设|扩建|新建|建造|增建|修建|设厂|建厂|投建|盖)[^;。\d]{{0,24}}?(?P<at>(?:计划|预计|拟|总|首期)?投资)(?={_SUM_ZH}(?![^,;。]{{0,12}}(?:股|收购|认购|入股)))"), "project-investment", ("投资",)),
    (lazy.compile(rf"(?:在|赴|于)(?![^,;。]*[轮上里中])[\u3400-\u9fff]{{2,10}}?(?P<at>(?:追加|加码|增加|再)?投资)(?={_SUM_ZH}(?![^,;。]{{0,14}}(?:股|收购|认购|入股|并购|购买|买下|债|基金)))"), "project-investment", ("投资",)),
    (lazy.compile(rf"\b(?:invest(?:s|ed|ing)?|spend(?:s|ing)?|spent|commit(?:s|ted|ting)?)\b(?= {_SUM}{_LARGE} (?:to (?:build|expand|construct|double|open)\b|(?:in|on) (?:building|expanding|constructing)\b|(?:in|on) (?:an? |the |its )(?:[a-z-]+ ){{0,4}}{_WORKS}\b))"), "project-investment", ("invest", "spen", "commit")),
    (lazy.compile(rf"\b{_WORKS}\b(?:[^.;]|\.\d){{0,40}}?,? an? {_SUM}{_LARGE} (?P<at>investment)\b(?! (?:from|by|round))"), "project-investment", ("investment",)),
    (lazy.compile(rf"\b(?:build|expand|construct|open)\w*\b(?:[^.;]|\.\d){{0,80}}?\b(?P<at>at a (?:total )?cost of)(?= {_SUM}{_LARGE})"), "project-investment", ("cost of",)),
    (lazy.compile(rf"\ban? (?=(?:[a-z]{{1,3}})?[$£€¥]?[\d.]+ ?(?:m|bn|million|billion) (?:[a-z-]+ ){{0,2}}{_WORKS}\b)"), "project-investment", tuple(_WORKS[3:-1].split("|"))),
    # "ordered six dual-fuel vessels from a Korean yard for $1.05 billion": what ships cost.
    (lazy.compile(rf"(?<!took )(?<!won )(?<!wins )(?<!booked )(?<!secured )(?<!received )(?<!landed )(?<!new )\border(?:ed|s|ing)?\b(?:[^.;]|\.\d){{0,90}}?\b{_SHIPS}\b(?:[^,.;]|\.\d){{0,40}}? (?P<at>for|worth|at a (?:total )?cost of)(?= (?:a total of )?{_SUM}{_LARGE})"), "construction-cost", tuple(_SHIPS[3:-1].split("|"))),
    # "with the target lifted to HK$68", "slashed the target to $9", "a Buy and a $34 target": what a house thinks a share is worth.
    (lazy.compile(rf"\btarget\b(?= (?:(?:was|is|has been|were|being|it) )?{_MOVED_EN} (?:by [^,;.]{{1,12}} )?(?:to|at) {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion|trillion)\b| (?:a|per) (?!share)))|\b{_MOVED_EN} (?:its|the|his|her|their|a) (?P<at>(?:12-month |twelve-month |one-year )?target)(?= (?:(?:on|for) (?:the |its )?(?:stock|shares?) )?(?:to|at|of) {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion|trillion)\b| (?:a|per) (?!share)))"), "target-price", ("target",)),
    (lazy.compile(rf"\b{_RATED_SHARE}\b(?:[^.;]|\.\d){{0,24}}?\ban? {_SUM}[\d.,]* (?P<at>target)\b"), "target-price", ("target",)),
    # "The shares closed at $24.10, valuing the company at $1.6bn".
    (lazy.compile(r"\b(?:shares?|stock)\b(?:[^.;]|\.\d){0,90}?\b(?P<at>valu(?:es|ed|ing) (?:the (?:company|group|firm|business|bank|miner|carrier|retailer)|it) at)\b"), "market-cap", ("valu",)),
    # "Freight swelled 22% to 58,400 tonnes".
    (lazy.compile(r"\b(?:freight|cargo)\b(?=[^,;.%]{0,24}(?:\d\.\d)?[^,;.]{0,12}? to (?:about |some |nearly |just over )?[\d.,]+ ?(?:m|million|thousand)? ?(?:tonnes|tons|teu|containers|boxes|parcels)\b)"), "freight-volume", ("freight", "cargo")),
    # 營運96艘貨櫃船, 公司有1,240輛車: what a carrier or a taxi firm runs.
    (lazy.compile(r"(?:营运|运营|经营|管理|拥有|公司有|集团有)(?:着|了)?(?=[约近逾]?[\d,]+[艘架](?![^,;。]{0,10}(?:订单|在建|待交|新船|新机))|[约近逾]?[\d,]+辆[^,;。\d]{0,6}车)"), "fleet-size", ("艘", "架", "辆")),
    # 至今募資四輪、累計37億元, "has raised £96m in three rounds".
    (lazy.compile(r"(?:募资|融资)(?:了)?[\d一二两三四五六七八九十]+[轮次][,、]?(?P<at>累计|合计|总计|总额|共)"), "total-funding", ("轮", "次")),
    (lazy.compile(rf"\b(?:has|have|had) (?:so far |now |already |since )?(?P<at>raised)(?= {_SUM}{_LARGE} (?:in|over|across|through|from) (?:two|three|four|five|six|seven|eight|\d+|several) (?:funding |financing )?rounds| {_SUM}{_LARGE} (?:to date|so far|in total|in all|altogether))"), "total-funding", ("raised",)),
    # 其中研發163人, 437人從事研發.
    (lazy.compile(r"研发(?=(?:人员|人手|团队)?(?:约|近|有|占|共)?[\d,]+[名人](?!次))|(?<=[名人])(?P<at>(?:从事|做|负责|专攻|专职)研发)"), "rd-staff", ("研发",)),
    # "Adjusted earnings were $1.31 a share".
    (lazy.compile(rf"\badjusted (?:net |diluted )?(?:earnings|profit|income)\b(?= (?:were|was|came to|of|rose|fell|reached|came in at|climbed|slipped|dropped)\b[^;]{{0,30}}?{_SUM}[\d.,]* ?(?:cents |pence )?(?:a|per) share)"), "adjusted-eps", ("adjusted ",)),
    (lazy.compile(r"(?<![新总累计])装机(?:量)?(?=[约近逾超]?[\d,]+万?[台套])"), "installed-units", ("装机",)),
    (lazy.compile(r"\bconverts?\b(?= (?:about |nearly |up to |around )?[\d.]+ ?(?:%|per ?cent) of (?:the )?(?:incoming )?(?:sunlight|light|solar))"), "conversion-efficiency", ("convert",)),
    (lazy.compile(r"\bvalu(?:es|ed|ing)\s(?:[a-z]+\s){0,3}at\b"), "valuation", ("valu",)),
    # What a measurement stands before: "a 49-inch screen", "a 30-year life".
    (lazy.compile(r"\d[- ]?inch[- ](?P<at>(?:[a-z-]+ ){0,3}?(?:screen|display|panel|monitor|touchscreen)s?\b)"), "screen-size", ("inch",)),
    (lazy.compile(r"\d ?(?:mah|[kgm]?wh|[kgm]ilowatt-hour)[- ](?P<at>(?:[a-z-]+ ){0,2}?batter(?:y|ies)\b)"), "battery-capacity", ("batter",)),
    (lazy.compile(r"\d ?(?:[kgm]?wh|mah|千瓦时|瓦时|毫安时?|度电?)的?(?:容量的?)?(?P<at>(?:大|锂|磷酸铁锂|三元|可拆卸?)*电池)"), "battery-capacity", ("电池",)),
    (lazy.compile(rf"{_PERIOD}(?P<at>(?:design |service |working |useful |operating |operational )?(?:life|lifespan|lifetime)\b)"), "service-life", ("life",)),
    (lazy.compile(r"\b(?:lasts|runs for)\b(?= [^,;.]{0,16}\b(?:hours|hrs)\b(?! (?:a|per|each)\b))"), "battery-life", ("lasts", "runs for")),
    (lazy.compile(r"\d[- ]minute (?P<at>(?:fast |full |quick )?charge)\b"), "charging-time", ("minute",)),
    (lazy.compile(r"\b(?P<at>the|a|an) (?=[a-z]{0,3}[$£€¥][\d,]+ (?:pro|max|plus|ultra|mini|air|lite|base|standard|entry|flagship|phone|smartphone|handset|laptop|tablet|watch|headset|console|glasses|e-bike|scooter|drone|printer|camera)\b)"), "price", ("the ", "a ", "an ")),
    (lazy.compile(r"\b(?:designed|built|expected|meant) to last\b|\blasts\b(?= [^,;.]{0,12}\d+ years)"), "service-life", (" last",)),
    (lazy.compile(rf"{_PERIOD}(?P<at>(?:[a-z-]+ ){{0,2}}?(?:contract|lease|concession|licen[cs]e|agreement|franchise|pact)\b)"), "contract-term", ("year", "month")),
    (lazy.compile(rf"{_PERIOD}(?P<at>(?:[a-z-]+ )?(?:warranty|guarantee)\b)"), "warranty", ("warrant", "guarantee")),
    (lazy.compile(rf"{_PERIOD}(?P<at>(?:jail|prison) (?:term|sentence)|sentence\b|imprisonment)|\b(?:jailed|sentenced|imprisoned)\b(?= (?:to |for )?[^,;.]{{0,12}}\d+ (?:years|months))"), "jail-term", ("jail", "sentence", "prison")),
    (lazy.compile(rf"{_LENGTH}(?P<at>(?:[a-z-]+ )?range\b)"), "range", ("range",)),
    (lazy.compile(rf"{_LENGTH}(?P<at>(?:diameter )?rotors?\b)"), "rotor-diameter", ("rotor",)),
    (lazy.compile(rf"{_LENGTH}(?P<at>(?:long )?(?:[a-z-]+ )?blades?\b)"), "blade-length", ("blade",)),
    (lazy.compile(rf"{_LENGTH}(?:long )?(?P<at>(?:[a-z-]+ ){{0,3}}?(?:line|tramway|railway|tunnel|bridge|pipeline|cable|road|motorway|expressway|highway|canal|runway|track|ship|vessel|ferry|yacht|hull)\b)"), "length", ("metre", "meter", "km", "mile", "m ")),
    (lazy.compile(r"\d[- ]?(?:metres?|meters?|kilometres?|kilometers?|km|m|miles?|mm|cm)[- ](?P<at>long)\b"), "length", ("long",)),
    (lazy.compile(rf"{_LENGTH}(?:tall |high )?(?P<at>(?:[a-z-]+ ){{0,2}}?(?:tower|skyscraper|mast|statue|dam|chimney|rocket)\b)"), "height", ("metre", "meter", "-m ", "m ")),
    (lazy.compile(r"\d[- ]?(?:mm|cm|millimetres?|millimeters?) (?P<at>thick|thin)\b"), "thickness", ("thick", "thin")),
    (lazy.compile(r"\d[- ]?(?P<at>seat(?:er)?)\b"), "seats", ("seat",)),
    (lazy.compile(r"\d-(?P<at>room)\b"), "rooms", ("-room",)),
    (lazy.compile(r"\d[- ](?P<at>strong) (?:workforce|staff|team)\b|\b(?:workforce|staff|payroll|headcount) of\b(?= [^,;.]{0,8}\d)"), "employees", ("workforce", "staff", "payroll", "headcount", "strong")),
    (lazy.compile(r"\d[- ]?(?P<at>megapixel)\b"), "camera-resolution", ("megapixel",)),
    # 64kWh三元鋰電池, 8吋OLED, 重672公克: what a measurement of a thing stands beside.
    (lazy.compile(r"(?<![\d.,配])[\d.,]+ ?(?:mah|[km]?wh|度|毫安时|千瓦时) ?(?P<at>[^,;。、\d]{0,8}?电池(?!厂|企|商|业|产))|电池(?:组|包)?(?=(?:方面|部分|则)?[,:]?[^,;。、:\d]{0,12}[\d.,]+ ?(?:mah|[km]?wh|毫安时|千瓦时))"), "battery-capacity", ("电池",)),
    (lazy.compile(r"(?:可以|可|能|最多|最远|实测)(?:连续)?(?:行驶|跑)(?=(?:约|近|达|出|到)?[\d.,]+ ?(?:公里|km))"), "range", ("跑", "行驶")),
    (lazy.compile(r"(?<![载承体净毛比权倍双多面架框座盖片池带幕壳翼轮组板米])重(?=约?(?:为|达)?约? ?[\d.,]+ ?(?:公克|公斤|千克|克|kg|g(?![a-z])|吨))"), "weight", ("重",)),
    (lazy.compile(r"(?<![浓深雄丰])厚(?:度|约)?(?= ?[\d.]+ ?(?:mm|毫米|公分|厘米|cm))"), "thickness", ("厚",)),
    (lazy.compile(r"\d ?(?:吋|英寸|寸) ?(?P<at>[^,;。、\d]{0,8}?(?:屏幕?|萤幕|荧幕|oled|lcd|显示屏|面板))(?![产厂业])"), "screen-size", ("吋", "寸")),
    (lazy.compile(r"(?:hbm|gddr|lpddr|显存|内存)[^;。]{0,12}?(?P<at>容量)(?=(?:达|为|共)?[\d.]+ ?[gt]b)"), "memory-capacity", ("容量",)),
    (lazy.compile(r"\bssd(?=[^,;。\d]{0,6}\d+ ?[gt]b)"), "storage-capacity", ("ssd",)),
    (lazy.compile(r"(?<![专热倒转出])卖(?=(?:[a-z]{2,3}\$|[$¥€£])[\d.,]+)|(?:[a-z]{2,3}\$|[$¥€£])[\d,.]+万? ?(?P<at>起)(?![步来诉初])|\d万?元起(?=[,。;)]|$)"), "price", ("卖", "起")),
    (lazy.compile(r"研发(?:方面|上|端),?(?:20\d\d年)?[^,;。\d]{0,8}?(?P<at>投入|花了?|支出|开支)(?=(?:约|近|超|逾|达|了)?[\d.]+[万亿])"), "rd-expense", ("研发",)),
    # "Its traffic fell 2.1% to 3.95 million": of an airport or a carrier.
    (lazy.compile(r"\b(?:its|total|overall|annual) (?P<at>traffic)\b(?= \w+ (?:by )?[\d.]+ ?(?:%|per ?cent),? to (?:about |a record |some )?[\d.,]+ ?(?:m|million)\b(?! ?(?:tonnes|tons|teu|visits|hits|gigabytes|[gtp]b\b)))"), "passengers", ("traffic",)),
    # What a verb counts.
    (lazy.compile(r"(?:再开|加开|增设|开出|开设)了?(?=[约近逾超]?\d[\d,]*[家间][^,;。\d]{0,8}(?:店|门市|餐厅|专卖))"), "store-openings", ("再开", "加开", "增设", "开出", "开设")),
    (lazy.compile(rf"(?:可|能|将|会|料|可望|有望|估)(?:卖|售)(?:出|掉)?(?=[约近逾超]?[\d.,]+[万亿]?(?:[至到~-][\d.,]+[万亿]?)?[{_COUNTERS}](?!装|餐))"), "sales-volume", ("卖", "售")),
    (lazy.compile(rf"卖了(?=[约近逾超]?\d[\d,.]*万?[余多]?[{_COUNTERS}](?!装|餐))"), "sales-volume", ("卖了",)),
    (lazy.compile(rf"(?:花|投|投入|拿出|烧|砸)了?(?={_SUM_ZH}[^,;。\d]{{0,3}}?(?:做|用于|用在|在|于|搞|投到|投向|投入)[^,;。\d]{{0,4}}研发)"), "rd-expense", ("研发",)),
    (lazy.compile(r"交了(?=[约近逾超]?\d[\d,.]*万?[余多]?[辆台架艘])"), "deliveries", ("交了",)),
    # 交付人形機器人1,260台, "sold 3,100 electric vans": the thing stands between the verb and its number, or behind it.
    *((lazy.compile(rf"(?<![向给为由][^,;。]{{2}})(?<![向给为由][^,;。]{{3}})(?<![向给为由][^,;。]{{4}})(?<!首批)(?<!其中)(?:{zh})了?(?=(?:{_THING_ZH})[约近逾超]?[\d,.]+[万亿]?[余多]?[{_COUNTERS}](?!{_ANOTHER_ZH}[\d,.]+[万亿]?[{_COUNTERS}]))|\b(?:{en})\b(?= {_NUMBER} (?:[a-z-]+ ){{1,2}}?{_THING_EN}\b(?! (?:to|for|from) ))"), measure, must)
      for zh, en, measure, must in _FLOWS),
    (lazy.compile(r"(?:挂牌|领牌|上牌|登记)(?=[约近逾]?[\d.,]+万?[余多]?[辆台])"), "sales-volume", ("挂牌", "领牌", "上牌", "登记")),
    (lazy.compile(rf"\b(?:enrol(?:l|led|ls|s|ling)|recruit(?:s|ed|ing))\b(?= {_NUMBER} (?:[a-z-]+ )?(?:people|patients|adults|volunteers|children|participants|women|men|subjects|infants)\b)"), "trial-participants", ("enrol", "recruit")),
    (lazy.compile(rf"\b(?:moved|moves|carried|handled|transported|hauled)\b(?= {_NUMBER} (?:teu|tonnes|tons|containers|boxes|parcels|packages)\b)"), "freight-volume", ("moved", "moves", "carried", "handled", "transported", "hauled")),
    (lazy.compile(rf"\b(?:owns?|holds?|controls?|owned|held)\b(?= (?:a )?{_N}[\d.]+ ?(?:%|per ?cent)(?: stake\b| after\b| of (?:the|its) (?:company|firm|group|shares)|[,;.]|$))"), "shareholding", ("own", "hold", "held", "control")),
    (lazy.compile(r"\bcharg(?:es|ed|ing) (?:fully |from \d+(?: ?(?:%|per ?cent))? )?(?:to \d+ ?(?:%|per ?cent) )?(?P<at>in)(?= [^,;.]{0,8}\d+ (?:minutes|hours|seconds))"), "charging-time", ("charg",)),
    (lazy.compile(r"\b(?:pa(?:ys|y|id|ying) (?:for itself|back)|breaks? even|broke even|recoups? (?:its|the) (?:cost|investment))\b(?= [^,;.]{0,12}\d+ (?:months|years))"), "payback-period", ("pa", "break", "broke", "recoup")),
    (lazy.compile(r"\b(?:reach(?:es|ing)?|hits|travels? at|runs? at|flies at|speeds? of)\b(?= [^,;.]{0,16}\d ?(?:km/h|kph|mph|kilometres (?:an|per) hour|miles (?:an|per) hour))"), "top-speed", ("km/h", "kph", "mph", " hour")),
    (lazy.compile(rf"\b(?:generat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|output of)\b(?= {_NUMBER} ?(?:[kmgt]wh|(?:kilo|mega|giga|tera)watt[- ]hours))"), "electricity-generation", ("wh", "watt")),
    (lazy.compile(rf"\b(?:can|could|able to|to) (?:make|produce|process|refine|assemble)\b(?= {_NUMBER} [^,;.]{{0,40}}\b(?:a|per|every) (?:year|month|week|day)\b|{_NUMBER} [^,;.]{{0,24}}\bannually\b)"), "capacity", ("make", "produce", "process", "refine", "assemble")),
    (lazy.compile(rf"\bburn(?:s|ed|ing|t)?(?: through)?\b(?= {_SUM})"), "cash-burn", ("burn",)),
    (lazy.compile(rf"\b(?:bought|buy|buying|buys) back\b(?= {_SUM})"), "buyback", (" back",)),
    # 已回購518萬股,…支付總金額7,340萬元: what was spent on it.
    (lazy.compile(rf"(?:回购|购回)[^。;]{{0,90}}?(?P<at>(?:已?支付(?:的)?|使用(?:的)?|成交|动用|耗用)(?:资金)?总?(?:金额|额|资金)|耗资|斥资)(?=(?:合共|合计|共|总计|为)?{_SUM_ZH})"), "buyback", ("回购", "购回")),
    # 全天成交5.6億元, and "19% of the dishwasher market".
    (lazy.compile(rf"(?:全[天日]|当[天日]|单日|今日|昨日|盘中|早盘|午后|总)成交(?={_SUM_ZH})"), "trading-value", ("成交",)),
    (lazy.compile(rf"\b(?:has|had|have|holds?|held|commands?|controls?|controlled|with|claims?|takes|took)\b(?= {_N}(?:an? )?[\d.]+ ?(?:%|per ?cent)(?: share)? of (?:the|its|that|[a-z]+['’]s) (?:[a-z-]+ ){{0,4}}market\b)"), "market-share", ("market",)),
    (lazy.compile(rf"\b(?:paid|pay|pays|paying)\b(?= {_SUM}[^,;.]{{0,12}} (?:fine|penalty|in fines|in penalties|for (?:mis|breach|fail|violat|overcharg|price-?fix|market manip)))"), "penalty", (" fine", "penal", "mis", "breach", "fail", "violat", "overcharg", "fix", "manip")),
    (lazy.compile(r"\b(?:shares?|stock)\b(?: (?:in|of) [^,;.\d]{2,40}(?:, (?:the|an?|which|whose) [^,;.\d]{3,60},)?)?(?= (?:\w+ ){0,2}?(?:rose|fell|jumped|slid|slipped|dropped|gained|climbed|surged|tumbled|plunged|sank|added|lost|shed|soared|eased|dipped|closed|ended|finished|rallied|leapt|were (?:up|down)|was (?:up|down)|up|down) (?:by |as much as |about |nearly |over |more than )?[\d.]+ ?(?:%|per ?cent))"), "share-price", ("share", "stock")),
    (lazy.compile(rf"\bwith the loss of\b(?= {_NUMBER} (?:jobs|posts|positions|roles))"), "layoffs", ("the loss of",)),
    (lazy.compile(rf"\b(?:opened|opens|open|opening|added|launched)\b(?= {_NUMBER} (?:new |more |net |additional )*{_SHOPS}(?:es|s)\b)|(?<=\d )(?P<at>openings)\b(?! (?:at|for)\b)"), "store-openings", ("open", "added", "launched")),
    (lazy.compile(rf"\b(?:costs?|sells? (?:at|for)|sold for|retail(?:s|ing) (?:at|for)|(?:is|are|was|were) (?:to be )?priced (?:at|from)|start(?:s|ing) (?:at|from)|goes for|listed at|list price (?:is|of))\b(?= {_SUM}[\d.,]*(?! ?(?:m|bn|million|billion|trillion)\b)(?![^,;.]{{0,16}} (?:to (?:build|fit|open|make|run|produce)|million|billion)))"), "price", ("cost", "sell", "sold", "retail", "priced", "start", "goes for", "list")),
    (lazy.compile(rf"\b(?:costs?|costing)\b(?= {_SUM}[\d.,]* ?(?:m|bn|million|billion|trillion)?(?:[^,;.]{{0,10}} to (?:build|fit|complete|construct)| ?(?<=bn)| ?(?<=[bm]illion)))"), "construction-cost", ("cost",)),
)


def _by_first() -> dict[str, dict[str, int]]:
    """What must stand in a text for rows of IMPLIED to match, by its first character, with the rows as the bits of a number."""
    by_first: dict[str, dict[str, int]] = {}
    for n, (_, _, marks) in enumerate(IMPLIED):
        for mark in marks:
            rows = by_first.setdefault(mark[0], {})
            rows[mark] = rows.get(mark, 0) | 1 << n
    return by_first


_MARKS = _by_first()


def implied_in(folded: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the patterns that may match in a text, in their order, with their measures: most sentences hold no mark of any."""
    near = (row for first in _MARKS.keys() & set(folded) for row in _MARKS[first].items())
    rows = reduce(or_, (those for mark, those in near if mark in folded), 0)
    return [(pattern, measure) for n, (pattern, measure, _) in enumerate(IMPLIED) if rows >> n & 1] if rows else []
