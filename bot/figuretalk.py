"""Questions for figures in shorthand and in talk, put as they are read: who tops, 營收老大, "market cap A minus B", 前兩季, 各幾%.

Many words ask for the same: the greatest, the least, how far two are apart, what several come to, each of two. What is asked
is one of few frames that the kinds of answer know; here the many are put as the one. What decides what is asked (a measure, a
time, a name) is never dropped. Patterns are matched against folded text, and what is put is in Simplified.
"""

from __future__ import annotations

from functools import lru_cache

from bot.framewords import BACKWARDS, NET_OF_ONE_OFFS
from bot.pairtalk import APART
from bot.ranktalk import FIRM_EN, RANKED
from bot.rewrites import Rewrites, put
from kb import lazy

_CHARGED = "(?:充(?:一次|饱电?一次|满电?一次|饱|满)电?|(?:一|单|每)次充电|满电|充电一次)(?:之?后|下|状态)?[,]?(?:大概|大约|约|最多|可以?|能够?|总共)*"

_COUNTS = tuple(enumerate("three four five six seven".split(), 3))

_FRAMES = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        (BACKWARDS, "implied by it, "),
        (NET_OF_ONE_OFFS, "excluding non-recurring items"),
        # --- abbreviations that only what stands beside them tells; the others are in `bot.shorthand`
        (r"\b(?:mths?|mos)\b\.?(?=\W|$)", "months"),
        (r"\bwks\b", "weeks"),
        (r"(?<=\d )hrs?\b|(?<=many )hrs\b", "hours"),
        (r"\btgts?\b", "target"),
        (r"\bgrwth\b", "growth"),
        (
            r"\b(?P<of>chip|tech|auto|bank|drug|food|gpu|cpu|oil|gas|ev|ai|car|\d|two|three|four|five|six) cos\b",
            r"\g<of> companies",
        ),
        *RANKED,
        # --- how far it goes
        (rf"{_CHARGED}(?:可|能|得)?(?:用|撑|顶|工作|干活?|作业|连续作业|播放|飞|戴|佩戴|玩)(?:得|个|上|到)?(?:多久|几天|多少天|几个?(?:小时|钟头|钟)|多少(?:个)?小时|多长时间)(?:的?活儿?)?", "充满电用多久"),
        (r"(?:跑|骑|开|飞)得?(?P<way>更|比较|最)远", r"续航\g<way>长"),
        (
            r"\bhow far (?:can|does|will|do) (?P<it>[^?]{2,40}?) (?:go|travel|drive|run|ride|fly|get)(?: (?:on|per|with) (?:a |one |each |every |full |single )*(?:charge|tank|battery))",
            r"what is the range of \g<it>",
        ),
        *APART,
        # --- several together
        (r"(?<=年)[前头首][两二2]个?季(?:度)?(?:\(上半年\))?", "上半年"),
        (r"(?<=年)[后末][两二2]个?季(?:度)?", "下半年"),
        (r"头三个?季(?:度)?", "前三季度"),
        (r"\b(?:the )?first (?:three|3) quarters\b", "the first nine months"),
        (r"拢共|统共|通共|(?:加|合|凑|算)(?:在|到)?(?:一块儿?|一处|一堆)|合在一起|合起来|总加起来", "加起来"),
        (
            r"^(?!.*\b(?:total|combined|together|sum|altogether|added)\b)(?P<a>[^?+:]{2,50}?) \+ (?P<b>[^?+]{2,50}?)(?: ?=? ?\?)*$",
            r"\g<a> and \g<b> combined",
        ),
        (r"(?<=[a-z0-9]) \+ (?=[a-z0-9])", " and "),
        # --- each of them
        (r"各自?(?:有|为|是|约|得)*(?P<how>几(?:%|成|趴|个?百分点)|多少%)", "各是多少"),
        (r"(?<=[^地国界类种式样])各(?:自|别)?(?P<how>多少|几多)", "各是多少"),
        (
            r"分开(?:来)?(?:给|列|报|说|讲|告诉)(?:我|出|下|一下)?|(?:别|不要|勿|不能|可别)(?:[把跟和与同][^,?]{0,12}?)?(?:混(?:在一起|为一谈|淆|到一起|了)?|搞混|弄混|搞错|弄错|搞乱)(?:了|掉)?",
            "",
        ),
        # --- of how many
        (r"哪一?座(?=城|岛|山|港|机场)", "哪个"),
        *(
            (
                rf"\b(?P<of>of|among|amongst|out of|the|these|those|all) (?:the |these |those |all )?{n} (?=(?:[a-z&-]+ ){{0,3}}{FIRM_EN}\b)",
                rf"\g<of> the {word} ",
            )
            for n, word in _COUNTS
        ),
        (
            r"(?P<what>[\u3400-\u9fffa-z][\u3400-\u9fffa-z/、]{1,11}?)(?:的)?那(?P<n>[两三四五六七八九十\d])家(?:公司|企业|厂商?)?(?=里|中|之中|当中|之间|[,谁哪])",
            r"\g<n>家\g<what>公司",
        ),
        (
            r"(?:做|搞|生产|造|卖|开发|经营)(?P<what>[\u3400-\u9fffa-z]{2,8}?)的(?:那|这)?几家(?:公司|企业|厂商?)?(?=里|中|之中|当中|,|谁|哪|20)"
            r"|(?:这|那)?几家(?:专门?)?(?:做|搞|生产|造|卖|开发|经营)(?P<made>[\u3400-\u9fffa-z]{2,8}?)的(?:公司|企业|厂商?)?(?=里|中|之中|当中|,|谁|哪|20)",
            r"\g<what>\g<made>公司",
        ),
        (
            r"(?P<n>[两三四五六七八九十])家(?P<what>(?:国产|国内|本土|中国|台湾|美国|日本|韩国|上市)?[\u3400-\u9fff]{0,4}(?:gpu|cpu|芯片|半导体|镜头|电池|面板|新药|伺服器|服务器|光模块|内存|存储|储存|机器人|电动车))(?= |各|分别|,|谁|哪|里|中|当中)",
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
            r"\b(?P<first>how (?:much|many) [^?,]{3,60}?),? (?:and|n|&) (?:its |the |their )?(?P<second>(?:load factor|valuation|market cap|market share|gross margin|net margin|operating margin|revenue|net profit|net income|profit|loss|headcount|growth rate|dividend|eps|price)(?: now| today)?)(?=\W*$)",
            r"\g<first>, and what is the \g<second>",
        ),
        # 差了幾萬噸(少了多少): the same asked twice
        # --- what is counted said first, a share of those who took part
        (
            r"(?P<what>(?<!'s )(?<!’s )(?<!the )\b(?!and\b|or\b|do\b|does\b|did\b|is\b|are\b|was\b|were\b|know\b|exactly\b|about\b|of\b|by\b|in\b|for\b"
            r"|to\b|than\b|see\b|tell\b|but\b|so\b|total\b|now\b|year\b|end\b)(?:[a-z]{4,}s|staff|people|headcount))(?:,| -|:)? how many(?= ?(?:[,;?]|$|and\b))",
            r"how many \g<what>",
        ),
        (r"(?<!how )how many x\b|(?<=\bby )how many x\b", "how many times"),
        (r"\b(?:yr|year)[ -]end\b", "year-end"),
        (r"\bph(?:ase)?[. -]?(?P<n>[1-4]|i{1,3}|iv)(?P<ab>[ab]?)\b(?! ?\d)", r"phase \g<n>\g<ab>"),
        (r"(?P<day>(?:上市|挂牌|交易|开卖|开盘|上架)(?:的)?)(?:第[一1]|头[一1])[天日]", r"\g<day>首日"),
        # --- worked out backwards
        (
            r"\b(?:back(?:ing|ed|s)? (?:it|that|this|them) out|back(?:ing|ed)[- ]?out|reverse[- ]engineer\w*|back[- ]?calculat\w*|extrapolat\w*|infer(?:r?ed|ring|s)?)\b(?: (?:it|that|this))?",
            "implied by",
        ),
        (r"倒算|反算|逆推|往[回前]推(?!一?[年季])|反着[推算]|回算|倒着[推算]", "反推"),
        (r"算出来(?=是?多少)", ""),
        (r"拿(?=[^,?]{1,12}(?:减|扣|除以))", "用"),
        (
            r"(?<=[年季月\da-z告引测])(?:扣掉|扣除|减掉|扣)(?=(?:第?[一二三四1-4]季|[上下]半年|q[1-4]|[1-4]q|20\d\d|前[三3]个?季|头[三3]个?季|首[三3]季|全年|前九个?月))",
            "减",
        ),
        # --- how old, before and after, a year ago
        (
            r"(?<![离公展召分打张揭推创主承举兴筹合])(?:开(?![办创始业])|搞|弄|办(?![公理学事])|做起|开办)(?:了|起|起来|出)?(?P<firm>[^,?的]{2,12}?)(?P<when>那年|的?时候|时|那会儿?|那阵子?|当年)(?P<mid>[^?]{0,6}?)(?P<age>几岁|多大|多少岁|几多岁|年纪|年龄)",
            r"创办\g<firm>\g<when>\g<mid>\g<age>",
        ),
        (
            r"[比较](?:前一?年|去年|上一?年|一年前|前年同期|去年同期|上年同期)(?:同期)?(?:要|还|又)?[多高增涨](?:了|出)?(?P<how>几%|几成|多少%|几趴|几个?百分点|百分之(?:几|多少))",
            r"同比增长\g<how>",
        ),
        (r"(?:增长|成长)(?:的)?(?:速度|步伐|速率)", "增速"),
        (r"哪一位", "哪位"),
        (r"(?:会|将|大概|大约|约)*[落介位处]?[在于](?:哪一?个?|什么|怎样的?|多大的?)(?:的)?(?:区间|范围)(?:内|里|之间)?(?=[?,。]|$)", "是多少"),
        # --- requests that are questions, and the words of talk for what news calls otherwise
        (
            r"^(?:请|麻烦|拜托)?(?:你|您)?(?:给|报|提供|列)(?:我|一?下|出|个)*(?P<what>[^,?]{4,40}?)(?:的)?(?:预估|预测|实际|具体|最新|完整|正确|准确)?的?(?:数字|数据|数值|金额|数额)(?=[,?]|$)",
            r"\g<what>多少",
        ),
        (r"(?<![名清菜床被传保存账])单子", "订单"),
        (r"开订(?=首|头|后)", ""),
        (r"头(?!一)(?=(?:\d+|[二两三四五六七八九十]+)(?:个)?(?:小时|天|周|月|年|季|批))", "首"),
        (
            r"(?<![营收利入售额量市业务产])占比(?:是|有|为|约|大概|大约|到底)*(?:多少|几多|几(?:%|趴)?|多大|多高)",
            "占百分之几",
        ),
        (
            r"(?P<each>^|[^0-9十百千万亿第])一(?=(?:股|千瓦|公斤|吨|度|桶|盎司|平方米|平米|坪|瓶|颗|片)(?:要|各|能|可|得)?(?:派|配|发|分|赚|亏|报|卖|收|多少|几))",
            r"\g<each>每",
        ),
        (r"港股(?=市值)", "港元"),
        (r"美股(?=市值)", "美元"),
        (
            r"(?:最低|起码|至少)?(?:要)?(?:多少钱?|几多钱?)(?:起跳|起步|起卖|起售|起)(?=[?]|$|[,])|(?:起步价|起跳价|入门价|最低售价|起步)(?:是|要|为)?(?:几多|几何|多少钱?)",
            "起售价是多少",
        ),
        (r"收入几何", "收入多少"),
        (r"价钱?几何|售价几何", "售价多少"),
        (
            r"(?P<name>全[名称]|英文名称?|中文名称?|正式名称|登记名称)(?:要|该|应该)?(?:怎么|如何|怎样|咋)(?:写|叫|拼|称呼|填)",
            r"\g<name>是什么",
        ),
        (r"高层(?=(?:们)?(?:(?:怎么|如何)?(?:看|估|预|认|说|表示)|(?:为什么|为何|凭什么)?对))", "管理层"),
    )
)


@lru_cache(256)  # a message is read whole and in parts
def figures_plainly(text: str) -> str:
    """Return a message with its question for figures in the words that are read.

    >>> figures_plainly("Kestrane market cap minus Merrow market cap = ?")
    'difference between Kestrane market cap and Merrow market cap'
    """
    return put(_FRAMES, text)
