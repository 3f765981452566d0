"""Who is first and who is last, put as it is read: 增速第一是誰, "lowest capex among the three makers", "who came last out of …".

The rank is said in many words, before, behind or without a question word; what is put names the measure with 最高 or 最低,
"highest" or "lowest". Where several are meant, they are named first. Frames of `bot.figuretalk`.
"""

from __future__ import annotations

SIZE_ZH = (
    "(?:营业?收入?|营业?额|收入|销售额?|销量|销售量|出货量?|交付量?|产量|产能|(?:归母|扣非)?净?利润?|纯利|溢利|获利|盈利|毛利率?|净利率|市值|估值|市占率?|市场份额|份额"
    "|增速|增幅|增长率?|成长率?|年增率?|[涨升跌降]幅|占比|比重|员工数?|人数|店数|门店数?|门市数?|店面数?|交付|订单|研发(?:费用|投入|支出)?|资本支出|负债率?|roe|eps|arpu|吞吐量|装机量?|客单价"
    "|用户数?|月活|股价|票房|载客[率量]|客运量|货运量|存款|贷款|薪酬|年薪|资产|亏损|需求|[量额率数])"
)
_SCALE = "(?:规模|水[平准]|方面|上|的)*"
SIZE_EN = (
    r"(?:revenues?|sales|turnover|profits?|net (?:income|profit|loss)|earnings|loss(?:es)?|margins?|(?:gross|net|operating) margin|market (?:cap(?:itali[sz]ation)?|share|value)|valuation|"
    r"growth|shipments?|deliver(?:y|ies)|output|production|volumes?|capacity|headcount|employees|orders|backlog|capex|spending|eps|dividend|yield|income|users|customers|stores)"
)
WHO_ZH = "(?:谁家?|哪[一]?[家个间款只支项块种类款座位国国]|边[个间])"
_OF_WHICH = rf"(?=[^?]*(?:{WHO_ZH}|什么|边))"
# The greatest and the least, by place.
_FIRST = (
    r"(?:(?:排名?|排行|位居|位列|名列|高居|稳居|雄踞|独占|坐上|拿下|夺得?|抢下)(?:在|到|得)?(?:第 ?[1一](?![\d季财次期批款代届线])(?:名|位)?|首位|榜首|最前[面头列]?|前头|头名|头一[名位]?|鳌头|魁首|头筹|冠军|第一把交椅)"
    r"|居冠|居首|称冠|夺冠|夺魁|封王|称霸|称王|领跑|拔得?头筹|独占鳌头|一马当先|坐头把交椅)(?:的(?=[?]|$))?"
)
_BEST = (
    r"(?:老大|龙头|一哥|一姐|霸主|状元|头名|榜首|之冠|之最|王者|第一名|第 ?1名|no\.? ?1(?!\d)|top ?1(?!\d)|number one)"
)
# Firms, in English.
FIRM_EN = r"(?:compan(?:y|ies)|firms?|makers?|designers?|producers?|builders?|operators?|miners?|lenders?|refiners?|retailers?|players?|names?|start-?ups?|banks?|carriers?|brands?|manufacturers?|developers?|vendors?|suppliers?|insurers?|brokers?|airlines?)"

# 第一 by itself: asked for right behind it, or by the who before it. 市佔第一,靠什麼 tells it.
_FIRST_ASKED = r"(?<![倒数尾])第 ?[1一](?=的?(?:公司|企业|厂商?|业者|品牌)?(?:是|为|系)?(?:谁|哪|啥|边个|什么公司|何))"
_FIRST_BARE = r"(?<![倒数尾是])第 ?[1一](?=的?(?:公司|企业|厂商?)?(?:啊|呀|呢)?(?:[?,]|$))"
_SO_MANY_EN = r"(?:[2-9]|two|three|four|five|six|seven|eight|nine|ten)"
_TOP_EN = (
    r"(?:highest|lowest|biggest|largest|smallest|greatest|least|fewest|most|fattest|thinnest|longest|shortest|strongest|weakest"
    r"|fastest|slowest|quickest|steepest|sharpest|top|best|worst)"
)
_SOME_EN = rf"(?:the |these |those |all )+(?:of the )?(?:{_SO_MANY_EN} )?(?:[\w&/-]+ ){{0,3}}?{FIRM_EN}"
_OUT_OF = r"(?:among|amongst|out of|of|between|from|across|within)"
_DROP = r"(?:drop|fall|slump|plunge|dip|slide|tumble|downturn|setback)"
_COUNTED_ZH = "[个家款种座条项间支块类]"
_NO_FIRM_ZH = "(?!(?:公司|企业|厂))"
_HELD_ZH = "(?:股东|客户|供应商|买家|市场|收入来源|营收来源|业务|产品|出口国|出口市场|债权人|竞争对手|债主|代工厂|经销商|合作伙伴|单一客户|单一股东)"

RANKED: tuple[tuple[str, str], ...] = (
    # --- which of them is meant: the group first
    (
        rf"(?:这|那)?[几数]{_COUNTED_ZH}(?P<which>{_NO_FIRM_ZH}[^,?最哪谁的]{{1,8}}?)(?:里头?|里面|当中|之中|中间|中)(?:的)?,?(?:到底|究竟)?(?:是|属)?(?P<one>哪一?{_COUNTED_ZH})",
        r"\g<one>\g<which>",
    ),
    (rf"第[一1]大(?={_HELD_ZH})|头号(?={_HELD_ZH})|(?:排名?|排行)第[一1]的(?={_HELD_ZH})", "最大"),
    (
        rf"^(?:(?:who|which(?: one| company| firm| of them)?|what company)(?: has| had| reported| posted| recorded| is| was| will have| saw)? )?(?:the )?(?P<top>{_TOP_EN} (?:[\w'&-]+ ){{0,5}}?{SIZE_EN}\b[^?,:;]{{0,30}}?),? {_OUT_OF} (?P<of>{_SOME_EN})\W*$",
        r"which of \g<of> has the \g<top>",
    ),
    (rf"\b(?:biggest|largest|sharpest|steepest|greatest|fastest|quickest|worst) {_DROP} in (?=(?:[\w-]+ ){{0,3}}?{SIZE_EN}\b)", "steepest decline in "),
    (
        r"\b(?:which|what) (?:bit|part|side|corner|slice|arm|chunk) of (?P<whose>[^,?]{2,40}?['’]s?) (?:business|operations|empire|company)\b",
        r"which of \g<whose> businesses",
    ),
    (
        r"^在(?P<at>[^,?]{2,12}?)的?(?:年资|工龄|任期|任职时间|工作年限|工作时间|资历),?(?P<who>[^,?]{4,24}?)(?:谁|哪一?[个位](?:人)?)的?(?:比较|较|更|最)*[长久深](?:一?[点些])?",
        r"\g<who>谁在\g<at>待得比较久",
    ),
    # --- the greatest and the least
    (rf"(?P<size>{SIZE_ZH}){_SCALE}{_BEST}(?:的)?", r"\g<size>最高"),
    (
        rf"(?P<size>{SIZE_ZH})(?P<between>{_SCALE}[^?]{{0,12}}?)(?:{_FIRST}|{_FIRST_ASKED}|最拔尖|最顶尖|(?<= )龙头){_OF_WHICH}",
        r"\g<size>\g<between>最高",
    ),
    (
        rf"(?P<size>{SIZE_ZH})(?P<between>{_SCALE}[^?]{{0,14}}?{WHO_ZH}[^,?]{{0,6}}?)(?:{_FIRST}|{_BEST}|{_FIRST_BARE})",
        r"\g<size>\g<between>最高",
    ),
    (
        rf"(?P<who>{WHO_ZH})(?P<between>[^,?]{{0,10}}?)(?P<size>{SIZE_ZH})(?P<scale>{_SCALE})(?:{_FIRST}|{_BEST}|{_FIRST_BARE})",
        r"\g<who>\g<between>\g<size>最高",
    ),
    ("最值钱(?=的?(?:是|公司|企业|一家|[哪谁]|$|[?,]))", "市值最高"),
    (
        r"(?:价格|价钱|售价|定价)最(?:低|便宜|实惠|亲民|划算)(?=[^?]*(?:哪[一]?[款个台部辆种支件]|型号|版本|什么))|最(?:亲民|平价|低价|省钱)(?=的?(?:是|一?[款台部辆]|型号|版本|[哪?]|$))",
        "最便宜",
    ),
    (r"最(?:能|好|会)卖|最热[卖销]|卖得?最(?:火|旺|快|动|猛)|销路最好", "卖得最好"),
    (r"\bcosts? the (?:most|earth)\b", "is most expensive"),
    (r"\bcosts? the least\b", "is cheapest"),
)
