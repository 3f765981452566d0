"""Questions for figures in shorthand and in talk, put as they are read: who tops, 營收老大, "mkt cap A minus B", 前兩季, 各幾%.

Many words ask for the same: the greatest, the least, how far two are apart, what several come to, each of two. What is asked
is one of few frames that the kinds of answer know; here the many are put as the one. What decides what is asked (a measure, a
time, a name) is never dropped. Patterns are matched against folded text, and what is put is in Simplified.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.framewords import BACKWARDS, NET_OF_ONE_OFFS
from kb import lazy
from kb.text import fold

_SIZE_ZH = (
    "(?:营业?收入?|营业?额|收入|销售额?|销量|销售量|出货量?|交付量?|产量|产能|(?:归母|扣非)?净?利润?|纯利|溢利|获利|盈利|毛利率?|净利率|市值|估值|市占率?|市场份额|份额"
    "|增速|增幅|增长率?|成长率?|年增率?|[涨升跌降]幅|占比|比重|员工数?|人数|店数|门店数?|门市数?|店面数?|交付|订单|研发(?:费用|投入|支出)?|资本支出|负债率?|roe|eps|arpu|吞吐量|装机量?|客单价"
    "|用户数?|月活|股价|票房|载客[率量]|客运量|货运量|存款|贷款|薪酬|年薪|资产|亏损|需求|[量额率数])"
)
_SCALE = "(?:规模|水[平准]|方面|上|的)*"
_SIZE_EN = (
    r"(?:revenues?|sales|turnover|profits?|net (?:income|profit|loss)|earnings|loss(?:es)?|margins?|(?:gross|net|operating) margin|market (?:cap(?:itali[sz]ation)?|share|value)|valuation|"
    r"growth|shipments?|deliver(?:y|ies)|output|production|volumes?|capacity|headcount|employees|orders|backlog|capex|spending|eps|dividend|yield|income|users|customers|stores)"
)
_AND_SIZE = rf"(?:(?:the |its |their )?(?:[\w-]+ ){{0,3}}?{_SIZE_EN})\b"
_WHO = "(?:谁家?|哪[一]?[家个间款只支项块种类款座位国国]|边[个间])"
_CHARGED = "(?:充(?:一次|饱|满|饱一次|满一次)电?|(?:一|单|每)次充电|满电|充电一次)(?:之?后|下|状态)?[,]?(?:大概|大约|约|最多|可以?|能够?|总共)*"
_GOES = "(?:跑|骑|开|走|飞|行驶|续航)"
_Q = {
    "1": "(?:q1|1q|第一[财]?季度?|首季度?|一季度?)",
    "2": "(?:q2|2q|第二[财]?季度?|二季度?)",
    "3": "(?:q3|3q|第三[财]?季度?|三季度?)",
    "4": "(?:q4|4q|第四[财]?季度?|末季度?|四季度?)",
}
_PLUS = r"(?: ?(?:加上?|和|跟|与|及|、|\+|&|and|plus) ?)"
_TOGETHER = (
    r"(?=[^?]*(?:合[计共起]|总[共计和]|一共|共计|加起来|加总|\btotal\b|\bcombined\b|\btogether\b|\bsum\b|\badded\b))"
)
_OF_WHICH = rf"(?=[^?]*(?:{_WHO}|什么|边))"
# The greatest and the least, by place.
_FIRST = (
    r"(?:(?:排名?|排行|位居|位列|名列|高居|稳居|雄踞|独占|坐上|拿下|夺得?|抢下)(?:在|到|得)?(?:第 ?[1一](?![\d季财次期批款代届线])(?:名|位)?|首位|榜首|最前[面头列]?|前头|头名|头一[名位]?|鳌头|魁首|头筹|冠军|第一把交椅)"
    r"|居冠|居首|称冠|夺冠|夺魁|封王|称霸|称王|领跑|拔得?头筹|独占鳌头|一马当先|坐头把交椅)(?:的(?=[?]|$))?"
)
_BEST = (
    r"(?:老大|龙头|一哥|一姐|霸主|状元|头名|榜首|之冠|之最|王者|第一名|第 ?1名|no\.? ?1(?!\d)|top ?1(?!\d)|number one)"
)
_WORST = r"(?:倒数第 ?[一1](?:名|位)?|吊车尾|敬陪末座|殿后|垫后|排(?:在|到)?(?:最后|末尾|最末|末位|尾巴)面?(?!一)|末座|最后一名)"
# Who is first or last, in English.
_FIRM_ZH = "(?:公司|企业|厂商?|家|银行|券商|业者|品牌)"
_IN = r"(?:in|by|on|for|in terms of|measured by|when it comes to|as to)"
_IS_FIRST = (
    r"(?:(?:'s| is| was|s)? ?(?:#1|# 1|no\.? ?1|number one|number 1|top|on top|at the top|out in front|in the lead|leading|in first place|in pole position|first|ahead)"
    r"| (?:tops|topped|leads?|led|heads|headed|wins?|won|dominates?|dominated)(?: the (?:list|table|pack|ranking|field|race|way))?"
    r"| (?:ranks?|ranked|came|comes|finish(?:es|ed)|placed|places|sits|stands|stood) (?:out )?(?:on top|at the top|top|first|highest|number one|no\.? ?1|#1)"
    r"| (?:takes?|took) (?:the )?(?:top spot|crown|lead|first place|number one spot))"
)
_IS_LAST = (
    r"(?:(?:'s| is| was|s)? ?(?:dead last|last|bottom|at the bottom|in last place|the laggard|rock bottom)"
    r"| (?:ranks?|ranked|came|comes|finish(?:es|ed)|placed|places|sits|stands|stood) (?:in |at )?(?:dead )?(?:the )?(?:last|bottom|lowest)(?: place)?"
    r"| (?:brings|brought) up the rear| (?:lags|lagged|trails|trailed) (?:the (?:pack|field|rest)|everyone|all (?:the )?others))"
)
_WHO_EN = r"(?:who|whose|which(?: one)?(?: of| out of| among)?(?: the| these| those| them)?(?: (?!has|have|is|are|was|were|did|does|do|will|would)[\w&-]+){0,5}?|what (?:company|firm|maker))"
_FIRM_EN = r"(?:compan(?:y|ies)|firms?|makers?|players?|names?|start-?ups?|banks?|carriers?|brands?|manufacturers?|developers?|vendors?|suppliers?|insurers?|brokers?|airlines?)"

_GROUP = re.compile(r"\\g<(\w+)>")
_COUNTS = tuple(enumerate("three four five six seven".split(), 3))

_FRAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy.compile(said), plain)
    for said, plain in (
        (BACKWARDS, "implied by it, "),
        (NET_OF_ONE_OFFS, "excluding non-recurring items"),
        # --- abbreviations of measures and of what is said of them
        (r"\b(?:mkt|market|mk) ?\.?(?:cap|val)s?\b\.?|\bmcaps?\b", "market cap"),
        (r"\battrib\b\.?|\battr\b\.?", "attributable"),
        (
            r"(?<=attributable )np\b|\bnp(?= (?:guid|forecast|growth|attrib|margin|for |in |20|\d))|(?<=\d )np\b",
            "net profit",
        ),
        (r"\bnet inc\b\.?", "net income"),
        (r"\bop(?:er|g)?\.? (?=(?:profit|income|margin|loss|cash)\b)", "operating "),
        (r"\bopm\b", "operating margin"),
        (r"\bgpm\b", "gross margin"),
        (r"\bnpm\b", "net margin"),
        (r"\b(?:mths?|mos)\b\.?(?=\W|$)", "months"),
        (r"\bwks\b", "weeks"),
        (r"(?<=\d )hrs?\b|(?<=many )hrs\b", "hours"),
        (r"\btgts?\b", "target"),
        (r"\bchg\b", "change"),
        (r"(?<=in )pct\b|\bwhat pct\b", "what percent"),
        (r"\bgrwth\b", "growth"),
        (
            r"\b(?P<of>chip|tech|auto|bank|drug|food|gpu|cpu|oil|gas|ev|ai|car|\d|two|three|four|five|six) cos\b",
            r"\g<of> companies",
        ),
        (
            r"\bcos\b(?= (?:who|which|that (?!was|is)|whose|by|for|from|on|of|at|as|all|both|expect|guide|guid|forecast|is|was|will|would|gave|give|post|saw|see|rank|sell|make|earn|lost|lose|say|said)|\s*[:,;?]|\s*$)",
            "companies",
        ),
        # --- the greatest and the least
        (rf"(?P<size>{_SIZE_ZH}){_SCALE}{_BEST}(?:的)?", r"\g<size>最高"),
        (
            rf"(?P<size>{_SIZE_ZH})(?P<between>{_SCALE}[^?]{{0,12}}?)(?:{_FIRST}|最拔尖|最顶尖|(?<= )龙头){_OF_WHICH}",
            r"\g<size>\g<between>最高",
        ),
        (
            rf"(?P<size>{_SIZE_ZH})(?P<between>{_SCALE}[^?]{{0,14}}?{_WHO}[^,?]{{0,6}}?)(?:{_FIRST}|{_BEST})",
            r"\g<size>\g<between>最高",
        ),
        (
            rf"(?P<who>{_WHO})(?P<between>[^,?]{{0,10}}?)(?P<size>{_SIZE_ZH})(?P<scale>{_SCALE})(?:{_FIRST}|{_BEST})",
            r"\g<who>\g<between>\g<size>最高",
        ),
        (
            rf"(?P<who>{_WHO})(?P<between>[^,?]{{0,10}}?)(?P<size>{_SIZE_ZH})(?P<scale>{_SCALE}){_WORST}",
            r"\g<who>\g<between>\g<size>最低",
        ),
        (
            rf"(?P<size>{_SIZE_ZH})(?P<between>{_SCALE}[^?]{{0,14}}?{_WHO}[^,?]{{0,6}}?){_WORST}",
            r"\g<size>\g<between>最低",
        ),
        (rf"(?P<size>{_SIZE_ZH})(?P<between>{_SCALE}){_WORST}{_OF_WHICH}", r"\g<size>\g<between>最低"),
        ("最值钱(?=的?(?:是|公司|企业|一家|[哪谁]|$|[?,]))", "市值最高"),
        (
            r"(?:价格|价钱|售价|定价)最(?:低|便宜|实惠|亲民|划算)(?=[^?]*(?:哪[一]?[款个台部辆种支件]|型号|版本|什么))|最(?:亲民|平价|低价|省钱)(?=的?(?:是|一?[款台部辆]|型号|版本|[哪?]|$))",
            "最便宜",
        ),
        (r"(?:价格|价钱|售价|定价)最(?:高|贵)(?=[^?]*(?:哪[一]?[款个台部辆种支件]|型号|版本|什么))", "最贵"),
        (r"最(?:能|好|会)卖|最热[卖销]|卖得?最(?:火|旺|快|动|猛)|销路最好", "卖得最好"),
        (
            rf"(?P<firm>{_FIRM_ZH})(?P<mid>[^?,人岁管]{{0,6}}?)最年轻(?=的?(?:是|[哪谁]|$|[?,]|公司|企业|一家))",
            r"\g<firm>\g<mid>成立最晚",
        ),
        (
            rf"(?P<firm>{_FIRM_ZH})(?P<mid>[^?,人岁管]{{0,6}}?)(?:最老牌?|最资深|历史最[久长悠]久?|资格最老)(?=的?(?:是|[哪谁]|$|[?,]|公司|企业|一家))",
            r"\g<firm>\g<mid>成立最早",
        ),
        (
            r"(?:ipo|上市|挂牌)(?:之|以)?前的?(?:单一)?(?:最大|第一大|头号)(?:的)?股东(?:是|为)?(?:谁|哪[一]?[位个家])",
            "上市前谁持股最多",
        ),
        (
            rf"\b(?P<who>{_WHO_EN}){_IS_FIRST} {_IN} (?=(?:20\d\d |its |their |the |q[1-4] |full-year |first-half |first-quarter )*(?:[\w-]+ ){{0,2}}?{_SIZE_EN}\b)",
            r"\g<who> has the highest ",
        ),
        (
            rf"\b(?P<who>{_WHO_EN}) (?:tops|topped|dominates?|dominated) (?=(?:20\d\d |its |their |the |q[1-4] |full-year |first-half |first-quarter )*(?:[\w-]+ ){{0,2}}?{_SIZE_EN}\b)",
            r"\g<who> has the highest ",
        ),
        (
            rf"\b(?P<who>{_WHO_EN}){_IS_LAST} (?:{_IN} )(?=(?:20\d\d |its |their |the |q[1-4] |full-year |first-half |first-quarter )*(?:[\w-]+ ){{0,2}}?{_SIZE_EN}\b)",
            r"\g<who> has the lowest ",
        ),
        (
            rf"(?P<size>\b{_SIZE_EN}\b[^?:,]{{0,40}}[:,-] ?(?:and )?)(?P<who>{_WHO_EN}){_IS_FIRST}(?=\W*$)",
            r"\g<size>\g<who> has the highest",
        ),
        (
            rf"(?P<size>\b{_SIZE_EN}\b[^?:,]{{0,40}}[:,-] ?(?:and )?)(?P<who>{_WHO_EN}){_IS_LAST}(?=\W*$)",
            r"\g<size>\g<who> has the lowest",
        ),
        (r"\b(?:is|are|was|were) worth the most\b|\bis the most valuable\b", "has the highest market cap"),
        (r"\b(?:is|are|was|were) worth the least\b|\bis the least valuable\b", "has the lowest market cap"),
        (
            r"\b(?:who|which company|which firm|what company)(?:'s| is| was) (?:the )?(?:market )?leader (?:in|of|for) (?:the )?(?=[^?]*\b(?:market|industry|sector|segment|equipment|field)\b)|\bwho leads (?:the )?(?=[^?]{2,40}\bmarket\b)",
            "who has the largest market share in the ",
        ),
        (
            r"\b(?:who|which company|which firm|what company)(?:'s| is| was) (?:the )?market leader(?: (?:in|of|for))?\b|(?<=[:,;-] )(?:the )?market leader\b(?= ?(?:and|\?|$|,|n\b))",
            "who has the largest market share in",
        ),
        (
            rf"\bthe (?:youngest|newest)(?= (?:of|among|in|out of)\b[^?]*\b{_FIRM_EN}\b| {_FIRM_EN}\b)",
            "the last founded",
        ),
        (rf"\bthe oldest(?= (?:of|among|in|out of)\b[^?]*\b{_FIRM_EN}\b| {_FIRM_EN}\b)", "the first founded"),
        (r"\bcosts? the (?:most|earth)\b", "is most expensive"),
        (r"\bcosts? the least\b", "is cheapest"),
        # --- how far it goes
        (rf"{_CHARGED}{_GOES}(?:得|到)?(?P<way>更|比较|最|较)(?:远|久|多)", r"续航\g<way>长"),
        (rf"{_CHARGED}{_GOES}(?:得|到|个)?(?:多远|多少公里|几公里|多少里|多少千米|多少km)", "续航多少"),
        (r"(?:跑|骑|开|飞)得?(?P<way>更|比较|最)远", r"续航\g<way>长"),
        (
            r"\b(?:goes|go|travels?|drives?|runs?|rides?|flies|fly|gets?) (?:the )?(?:furthest|farthest)(?: (?:on|per|with|between|from) (?:a |one |each |every |full |single |charges?)*(?:charge|charges|tank|battery))?",
            "has the longest range",
        ),
        (
            r"\b(?:goes|go|travels?|drives?|runs?|rides?|flies|fly|gets?) (?:further|farther)(?: (?:on|per|with|between) (?:a |one |each |every |full |single )*(?:charge|charges|tank|battery))?",
            "has the longer range",
        ),
        (
            r"\bhow far (?:can|does|will|do) (?P<it>[^?]{2,40}?) (?:go|travel|drive|run|ride|fly|get)(?: (?:on|per|with) (?:a |one |each |every |full |single )*(?:charge|tank|battery))",
            r"what is the range of \g<it>",
        ),
        # --- one set against another
        (
            r"\bhow (?:did|does|do|was|is|were|are) (?P<a>[^?]{2,60}?) (?:stack|measure|line|shape|size|match)(?:s|d)? up (?:against|to|with|versus|vs\.?|next to|relative to|alongside) ",
            r"\g<a> vs ",
        ),
        (
            r"\bhow (?:did|does|do) (?P<a>[^?]{2,60}?) (?:fare|do|rank|stand|perform|look) (?:against|versus|vs\.?|next to|relative to|compared (?:with|to)|alongside) ",
            r"\g<a> vs ",
        ),
        (
            r"\b(?:put|set|stack|pit|lay|line up) (?P<a>[^?]{2,60}?) (?:up )?(?:against|next to|alongside|beside|side by side with|head to head with) ",
            r"\g<a> vs ",
        ),
        (
            r"(?P<two>\b(?:vs\.?|versus) [^,?:]{2,40}?)(?:'s)? (?:performance|head[- ]to[- ]head|comparison|numbers|side by side)(?=\W*$)",
            r"\g<two>",
        ),
        (
            rf"^(?P<a>[^,?]*?\b{_SIZE_EN}\b[^,?]*?) (?:minus|less|-|−|–) (?P<b>[^,?=]{{3,}}?)(?: ?= ?\??| ?equals(?: what)?)?(?: ?\?)*$",
            r"difference between \g<a> and \g<b>",
        ),
        (
            r"\b(?:gap|difference|interval|time|distance|lag|delay|space) (?:in|of) (?P<unit>days|weeks|months|years) between ",
            r"how many \g<unit> lie between ",
        ),
        (r"\b(?P<unit>day|week|month|year)s? (?:gap|difference) between ", r"how many \g<unit>s lie between "),
        (r"\b(?:delta|spread|differential|shortfall|disparity|distance) between\b", "difference between"),
        (r"落差|差值|价差(?=几)|差额(?=几)|差距(?=几)", "差距"),
        (
            r"(?:从|由|自)(?P<a>20\d\d)年?(?:的)?(?:到|至|-|→|~)(?P<b>20\d\d)年?(?:间|期间|之间|的?时候)?[,]?(?P<what>[^,?0-9]{0,10}?)(?:一共|总共|共|合计)?(?:增加|成长|增长|多|涨|上升|提高|提升|扩大)(?:了|出)?(?P<how>多少|几)(?!%|成|个?百分|趴|倍)",
            r"\g<b>年\g<what>比\g<a>年多了\g<how>",
        ),
        (
            r"(?:从|由|自)(?P<a>20\d\d)年?(?:的)?(?:到|至|-|→|~)(?P<b>20\d\d)年?(?:间|期间|之间|的?时候)?[,]?(?P<what>[^,?0-9]{0,10}?)(?:一共|总共|共|合计)?(?:减少|下降|下滑|跌|掉|少|降低|缩小)(?:了|出)?(?P<how>多少|几)(?!%|成|个?百分|趴|倍)",
            r"\g<b>年\g<what>比\g<a>年少了\g<how>",
        ),
        # --- several together
        (rf"(?:{_Q['1']}{_PLUS}{_Q['2']}){_TOGETHER}", "上半年"),
        (rf"(?:{_Q['3']}{_PLUS}{_Q['4']}){_TOGETHER}", "下半年"),
        (rf"(?:{_Q['1']}{_PLUS}{_Q['2']}{_PLUS}{_Q['3']}){_TOGETHER}", "前三季度"),
        (r"(?<=年)[前头首][两二2]个?季(?:度)?(?:\(上半年\))?", "上半年"),
        (r"(?<=年)[后末][两二2]个?季(?:度)?", "下半年"),
        (r"头三个?季(?:度)?", "前三季度"),
        (r"\b(?:the )?(?:first|opening) (?:two|2) quarters\b", "the first half"),
        (r"\b(?:the )?(?:last|final|second) (?:two|2) quarters\b(?= of)", "the second half"),
        (r"\b(?:the )?first (?:three|3) quarters\b", "the first nine months"),
        (r"拢共|统共|通共|(?:加|合|凑|算)(?:在|到)?(?:一块儿?|一处|一堆)|合在一起|合起来|总加起来", "加起来"),
        (
            r"^(?!.*\b(?:total|combined|together|sum|altogether|added)\b)(?P<a>[^?+:]{2,50}?) \+ (?P<b>[^?+]{2,50}?)(?: ?=? ?\?)*$",
            r"\g<a> and \g<b> combined",
        ),
        (r"(?<=[a-z0-9]) \+ (?=[a-z0-9])", " and "),
        (
            r"^(?P<rounds>(?:pre-)?(?:seed|series [a-h])(?: (?:round))?(?:,? (?:and|plus) (?:the )?(?:seed|series [a-h])(?: rounds?)?)+)[,:]? (?P<sum>total|combined|together|added up|in total|altogether)(?: raised)? (?:for|at|by|of|from) (?P<of>[^?]{2,40}?)(?: ?\?)*$",
            r"how much did \g<of> raise in \g<rounds> \g<sum>?",
        ),
        # --- each of them
        (r"各自?(?:有|为|是|约|得)*(?P<how>几(?:%|成|趴|个?百分点)|多少%)", "各是多少"),
        (r"(?<=[^地国界类种式样])各(?:自|别)?(?P<how>多少|几多)", "各是多少"),
        (
            r"分开(?:来)?(?:给|列|报|说|讲|告诉)(?:我|出|下|一下)?|(?:别|不要|勿|不能|可别)(?:把[^,?]{0,8})?(?:混(?:在一起|为一谈|淆|到一起|了)?|搞混|弄混|搞错|弄错|搞乱)(?:了|掉)?",
            "",
        ),
        (
            r"[,，](?:这|那)?[两2二]家?的?(?:公司|名字|名称)+(?:也|很|太|好|都)*(?:太|很|好)?(?:像|接近|相似|相近|类似)了?",
            "",
        ),
        # --- of how many
        (r"哪一?座(?=城|岛|山|港|机场)", "哪个"),
        *(
            (
                rf"\b(?P<of>of|among|amongst|out of|the|these|those|all) (?:the |these |those |all )?{n} (?=(?:[a-z&-]+ ){{0,3}}{_FIRM_EN}\b)",
                rf"\g<of> the {word} ",
            )
            for n, word in _COUNTS
        ),
        (
            r"(?P<what>[\u3400-\u9fffa-z][\u3400-\u9fffa-z/、]{1,11}?)(?:的)?那(?P<n>[两三四五六七八九十\d])家(?:公司|企业|厂商?)?(?=里|中|之中|当中|之间|[,谁哪])",
            r"\g<n>家\g<what>公司",
        ),
        (
            r"(?P<n>[两三四五六七八九十])家(?:专门?)?(?:做|搞|生产|造|卖|开发)(?P<what>[\u3400-\u9fff]{2,6}?)的(?:公司|企业|厂商?)?(?=[里中,谁哪]|之中|当中|前|上|第|20)",
            r"\g<n>家\g<what>公司",
        ),
        (r"(?:业者|玩家|厂家|商家)(?=[里中当之,谁哪]|$)", "企业"),
        (r"产品线|产线产品", "产品"),
        (r"业务线|业务条线", "业务"),
        (
            r"\bwhat(?:'s| is| was| were| are) (?:the )?(?:total |exact |current )?(?:number|count|tally) of (?!shares? (?:in issue|outstanding))(?=[a-z])",
            "how many ",
        ),
        (
            r"(?P<pre>^|[:;,] ?|\b(?:me|know|need|find|get) )(?:the )?(?:total |exact |current )?(?:number|count|tally) of (?!shares? (?:in issue|outstanding))(?=[a-z])",
            r"\g<pre>how many ",
        ),
        (r"\bwhat number of (?=[a-z])", "how many "),
        (
            r"^(?P<what>[^?]{6,90}?)[,;:-]+ ?(?:what (?:was|is|'s)|and) (?:the |its |their )?(?:count|number|total number|tally)(?=\W*$)",
            r"how many \g<what>",
        ),
        (
            r"\b(?:do you (?:have|know)|have you got|is there|can i get) (?:the |a )?(?:figure for )?(?:the )?(?P<when>(?:20\d\d |q[1-4] )?)(?P<unit>tonn?age|headcount|store count|unit count) (?:of|for) ",
            r"how much \g<when>\g<unit> of ",
        ),
        (r"\b(?:how much )?(?P<when>(?:20\d\d )?)ton(?:n)?age of ", r"\g<when>how many tonnes of "),
        (
            r"\b(?P<first>how (?:much|many) [^?,]{3,60}?),? (?:and|n|&) (?:its |the |their )?(?P<second>(?:load factor|valuation|market cap|market share|gross margin|net margin|operating margin|revenue|net profit|net income|profit|loss|headcount|growth rate|dividend|eps|price)(?: now| today)?)(?=\W*$)",
            r"\g<first>, and what is the \g<second>",
        ),
        # --- worked out backwards
        (
            r"\b(?:back(?:ing|ed|s)? (?:it|that|this|them) out|back(?:ing|ed)[- ]?out|reverse[- ]engineer\w*|back[- ]?calculat\w*|extrapolat\w*|infer(?:r?ed|ring|s)?)\b(?: (?:it|that|this))?",
            "implied by",
        ),
        (r"倒算|反算|逆推|往[回前]推|反着[推算]|回算|倒着[推算]", "反推"),
        (r"算出来(?=是?多少)", ""),
        (r"拿(?=[^,?]{1,12}(?:减|扣|除以))", "用"),
        (
            r"(?<=[年季月\da-z])(?:扣掉|扣除|减掉|扣)(?=(?:第?[一二三四1-4]季|[上下]半年|q[1-4]|[1-4]q|20\d\d|前三季|全年))",
            "减",
        ),
        # --- how old, before and after, a year ago
        (
            r"^(?:what was )?(?P<who>[^?]{2,40}?)(?:'s)? age (?:at the (?:time|moment) of|at|when|upon|on|while)(?: the| he| she| they)? "
            r"(?:found(?:ing|ed|ation)|start(?:ing|ed)?|set(?:ting)? up|establish(?:ing|ed|ment)|launch(?:ing|ed)?|creat(?:ing|ed|ion))(?: of)? (?P<what>[^?]{2,40}?)(?=\W*$)",
            r"how old was \g<who> when founding \g<what>",
        ),
        (
            r"(?<![离公展召分打张揭推创主承举兴筹合])(?:开(?![办创始业])|搞|弄|办(?![公理学事])|做起|开办)(?:了|起|起来|出)?(?P<firm>[^,?的]{2,12}?)(?P<when>那年|的?时候|时|那会儿?|那阵子?|当年)(?P<mid>[^?]{0,6}?)(?P<age>几岁|多大|多少岁|几多岁|年纪|年龄)",
            r"创办\g<firm>\g<when>\g<mid>\g<age>",
        ),
        (
            r"[,]?(?:调整|上调|下调|修正|修改|变动|调[高低价]|[涨降]价|变更|更新|改)(?:的)?(?:之|以)?前(?:跟|和|与|、|同)?(?:之|以)?后(?:的)?(?:各自?|分别)?(?:是|为)?(?:多少|几多|几)",
            "从多少调到多少",
        ),
        (r"去年(?:的)?(?:这个?|同一?个?|此|现在这个)(?:时候?|时间点?|时点|时节|段时间|会儿)(?:点)?", "去年同期"),
        (
            r"\b(?:at )?(?:this|the same|about this|around this) time (?:of )?last year\b|\btwelve months (?:ago|earlier|before|prior)\b|\b12 months (?:ago|earlier|prior)\b",
            "a year earlier",
        ),
        (
            r"比(?:前一?年|去年|上年|一年前|前年同期|去年同期|上年同期)(?:要|还|又)?[多高增涨](?:了|出)?(?P<how>几%|几成|多少%|几趴|几个?百分点|百分之(?:几|多少))",
            r"同比增长\g<how>",
        ),
        (r"(?:增长|成长)(?:的)?(?:速度|步伐|速率)", "增速"),
        # --- requests that are questions, and the words of talk for what news calls otherwise
        (
            r"^(?:请|麻烦|拜托)?(?:你|您)?(?:给|报|提供|列)(?:我|一?下|出|个)*(?P<what>[^,?]{4,40}?)(?:的)?(?:预估|预测|实际|具体|最新|完整|正确|准确)?的?(?:数字|数据|数值|金额|数额)(?=[,?]|$)",
            r"\g<what>多少",
        ),
        (r"(?<![名清菜床被传保存账])单子", "订单"),
        (r"开订(?=首|头|后)", ""),
        (r"头(?!一)(?=(?:\d+|[二两三四五六七八九十]+)(?:个)?(?:小时|天|周|月|年|季|批))", "首"),
        (
            rf"^(?P<whole>[^,?]{{0,14}}?(?:{_SIZE_ZH}|出口|进口|装机)[^,?里中]{{0,8}}?),(?P<part>[^,?、]{{1,10}}?)(?:[那这][边块]|部分)(?:占比?|占了)(?:是|有|约|大概|大约)*(?:多少|几)(?:%|趴|成)?(?=[?]|$)",
            r"\g<whole>里\g<part>占百分之几",
        ),
        (
            r"(?<![营收利入售额量市业务产])占比(?:是|有|为|约|大概|大约|到底)*(?:多少|几多|几(?:%|趴)?|多大|多高)",
            "占百分之几",
        ),
        (
            r"(?P<each>^|[^0-9十百千万亿第])一(?=(?:股|千瓦|公斤|吨|度|桶|盎司|平方米|平米|坪|瓶|颗|片)(?:要|各|能|可|得)?(?:派|配|发|分|赚|亏|报|卖|收|多少|几))",
            r"\g<each>每",
        ),
        (r"年的(?=(?:中期|末期|全年|[上下]半年|第[一二三四]季|q[1-4]|[前]三季))", "年"),
        (r"港股(?=市值)", "港元"),
        (r"美股(?=市值)", "美元"),
        (
            r"(?:最低|起码|至少)?(?:要)?(?:多少钱?|几多钱?)(?:起跳|起步|起卖|起售|起)(?=[?]|$|[,])|(?:起步价|起跳价|入门价|最低售价|起步)(?:是|要|为)?(?:几多|几何|多少钱?)",
            "起售价是多少",
        ),
        (r"收入几何", "收入多少"),
        (r"价钱?几何|售价几何", "售价多少"),
        (
            r"(?:高标|上缘|上沿|(?<=预告的)天花板|(?<=区间的)天花板|(?<=指引的)天花板|(?<=财测的)天花板)(?=[^,?]{0,6}(?:最|多少|几|谁|哪|是))",
            "上限",
        ),
        (
            r"(?:低标|下缘|下沿|(?<=预告的)地板|(?<=区间的)地板|(?<=指引的)地板|(?<=财测的)地板)(?=[^,?]{0,6}(?:最|多少|几|谁|哪|是))",
            "下限",
        ),
        (
            r"(?P<name>全[名称]|英文名称?|中文名称?|正式名称|登记名称)(?:要|该|应该)?(?:怎么|如何|怎样|咋)(?:写|叫|拼|称呼|填)",
            r"\g<name>是什么",
        ),
        (r"(?:揭露|揭示|释出)(?=[^,?]{0,8}(?:营收|业绩|财[报测]|获利|净利|预告|数字))", "公布"),
        (r"高层(?=(?:们)?(?:怎么|如何)?(?:看|估|预|认|说|表示))", "管理层"),
    )
)


@lru_cache(256)  # a message is read whole and in parts
def figures_plainly(text: str) -> str:
    """Return a message with its question for figures in the words that are read.

    >>> figures_plainly("嵐海跟曜川,2024營收老大是誰"), figures_plainly("which airline tops 2024 revenue?")
    ('嵐海跟曜川,2024營收最高是誰', 'which airline has the highest 2024 revenue?')
    >>> figures_plainly("Kestrane mkt cap minus Merrow mkt cap = ?")
    'difference between Kestrane market cap and Merrow market cap'
    >>> figures_plainly("嵐海2025年Q1加Q2營收總共多少"), figures_plainly("嵐海和曜川市佔各幾%")
    ('嵐海2025年上半年營收總共多少', '嵐海和曜川市佔各是多少')
    """
    for said, plain in _FRAMES:
        folded = fold(text)
        if said.search(folded):
            text = _put(said, plain, folded, text)
    return text


def _put(said: re.Pattern[str], plain: str, folded: str, text: str) -> str:
    """The text with what a pattern finds in its folded form put otherwise; what a group holds stays as typed."""
    out, at = [], 0
    for match in said.finditer(folded):
        put = plain
        for name in _GROUP.findall(plain):
            start, end = match.span(name)
            put = put.replace(f"\\g<{name}>", text[start:end] if start >= 0 else "")
        out += [text[at : match.start()], put]
        at = match.end()
    whole = "".join([*out, text[at:]]).strip()
    return whole if len(whole) > 1 else text
