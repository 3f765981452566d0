"""The words that make a question a question: what kind of answer they ask for, and what carries no content.

All patterns are matched against folded text (Simplified, half-width, lower case). Tables only; how they
are used is in `bot.reader`.
"""

from __future__ import annotations

import re

from bot import reasonwords
from kb import lazy

# What kind of thing would answer: first hit wins.
# A "when" that only joins a clause to another question: "how many minutes can it fly when fully loaded".
WHEN_CLAUSE = lazy.compile(
    r"(?P<asked>\b(?:how|what|which|who|whose|where|why)\b[^,;?]*?[a-z0-9'’](?<!\band)(?<!\bor)(?<!\bsince)(?<!\bknow)(?<!\bme) )when\b[^,;?]*"
)
# A "who" that only says which people are meant: "what did it teach makers who pile up parameters".
WHO_CLAUSE = lazy.compile(
    r"(?P<asked>\b(?:how|what|which|where|why|when)\b[^,;?]*?\b(?:those|people|anyone|everyone|somebody|firms|companies|banks|staff|clients|patients|[a-z]{3,}(?:ers|ors|ists|ants|ees)) )(?:who|whose|whom)\b[^,;?]*"
)
_RATES = r"(?:rates?|inflation|unemployment|prices?|yields?|index|deficit|surplus|reserves|debt|margins?|ratio)"
# "Where is the policy rate now?" asks for no place.
_WHERE_IT_STANDS = rf"(?:did|do|does|is|are|was|were|will|would|has|have) [^,?]{{0,48}}\b{_RATES}(?: (?:now|currently|today|stand|at present|at|right now|at the moment|these days|for now))*(?=\s*(?:$|[?.]))"
ANSWER_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("reason", reasonwords.WHY),
    ("age", lazy.compile(r"几多?岁|多少岁|多大岁数|多大年纪|年龄|\bhow old\b|\bage\b")),
    (
        "duration",
        lazy.compile(
            r"多久|多长时间|(?<![这近那前头])(?<!过去)(?<!未来)几年(?!来|间|几?月|推|发|成|上|出生|创|毕|加|入|生)|多少年|多少个月|(?<![这近那前头])(?<!过去)(?<!未来)几个月|多少天|几天|多少(?:个?小时|分钟|秒)|几(?:个?小时|分钟)|how long|how many (?:years|months|days|weeks|hours|minutes|seconds)"
        ),
    ),
    (
        "date",
        lazy.compile(
            r"几年(?:出生|成立|创|上市|毕业|加入|入)|什么时候|(?:哪个?|啥|乜)时候|什么时间|何时|哪一?年|哪一?天|哪个?月|哪一?日|几月|几号|日期|几时|何年|哪个季度|啥时候|\bwhen\b|(?:what|which) (?:date|day|year|month|quarter)|\bdate\b"
        ),
    ),
    (
        "post",
        lazy.compile(
            r"什么(?:职位|职务|岗位|职|位子|角色|头衔)|头衔|职称|(?:职位|职务)是|担任(?:过)?什么|(?<=[\u3400-\u9fff])当(?:过)?什么(?=$|[?。])|what (?:position|post|role|title|job)|(?:position|role|title)\b"
        ),
    ),
    (
        "ratio",
        lazy.compile(
            r"百分之几|百分之多少|百分比|(?<![侵独霸地])[占佔](?:到|了|比)?(?:多少|几多|几)(?=$|[?,。;吗呢啊呀])|(?<![侵独霸地])[占佔](?![地股据])[^,?。;]{1,16}?的(?:多少|几多)(?=$|[?,。;吗呢啊呀])|[^,?。是]{2}是(?:其|它)?[^,?。;的是]{1,6}的(?:多少|几多)(?=$|[?,。;吗呢啊呀])|多少比例|什么比例|多少占比|占比|几成|几趴|多少趴|比例|多大比例|what (?:percentage|share|proportion)|what(?:'s| is| was) (?:[\w.&'-]+ ){0,4}?share (?:of|in)\b|^(?:[\w.&'’-]+ ){1,4}?share (?:of|in) [^,?]{2,40}\bmarkets?\W*$|percentage|how (?:fast|much faster)"
        ),
    ),
    (
        "amount",
        lazy.compile(
            rf"\bwhere {_WHERE_IT_STANDS}|多少钱|how much|收盘?在哪|多少|几多|多高|多大|多强|强多少|how (?:big|large|high|fast|many|far|heavy)|(?<![哪第这那好])几(?=[十百千万亿颗片家款个位台辆种项份代层成倍次支条间艘所座只场架吨栋幢套枚张笔人批轮处头双箱桶瓶杯名])|(?<![哪第这那好])几(?:块|元)钱?(?=$|[?呢啊呀])|what was the (?:amount|figure)|(?<![好第这那])几(?:大|高|重|长|快|远|深|厚|阔)(?=[?呀啊]|$)"
        ),
    ),
    ("person", lazy.compile(r"谁|边个|边位|哪位|何人|什么人|\bwho\b|whose|whom")),
    (
        "place",
        lazy.compile(
            rf"(?<![差别异同因题势点键义处收难贵强弱输赢败]在)(?<!报在)哪[里儿]|何处|(?<![差别异同因题势点键义处收难贵强弱输赢败])(?<!收盘)在哪(?!个|种|些|一|几)|哪个(?:城市|国家|地方|交易所)|哪所|\bwhere\b(?! {_WHERE_IT_STANDS})(?! (?:did|do|does|will|would) (?:it|they|the (?:shares?|stock)) (?:close|closing|finish|end|open|trade|settle)\b)(?! (?:did|do|does|is|are|was|were|will|would) [^,?]{{0,40}}\b(?:shares?|stock|prices?|index|rates?|yield)\b[^,?]{{0,12}}\b(?:close|closing|finish|end|trade|trading|stand|settle))|which (?:city|country|exchange|university)"
        ),
    ),
)

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "timeline",
        lazy.compile(
            r"经历|履历|生平|职业生涯|时间线|大事记|发展历程|\bcareer\b|\btimeline\b|\bbiography\b|\bhistory of\b|\bbackground\b|背景|来历|资历"
        ),
    ),
    (
        "passage",
        lazy.compile(
            rf"(?:什么|啥|哪些|哪种|何种)(?:样|种)?的?{reasonwords.METHOD}|"
            r"为什么|为何(?!\s*[?？]?$)|为啥|怎么会|如何|怎样|怎么(?!样)|咋(?!样)|原因|(?:哪|几)[^,?]{0,3}理由|理由有|\bwhy\b|\bhow (?:did|does|do|is|was|were|are|can|will|would|has|have)\b"
        ),
    ),
    (
        "list",
        lazy.compile(
            r"哪些|哪几|哪[两三四五六七八]|有哪|几家分别|分别是|列出|列举|有什么(?!用)|哪[一]?些|\bwhich (?!year|month|day|date|quarter|city|country|position)(?:\w+ ){0,4}(?:are|were|have|has|do|did|came|worked|will)\b|^(?:please )?list\b|\b(?:a|the|please|you|me) list\b|\bwhat are\b(?! [^?]{2,60}\b[a-z]{3,}ing (?:to|towards?|into|from|for|on|at)\b)|\bwho are\b|\bname (?:the|all)\b"
        ),
    ),
)

COMPARE = lazy.compile(
    r"对比|比较|相比|哪个(?:更)?[多高大少低强好快]|哪家(?:更)?[多高大少低强]|谁(?:的)?[^,?]{0,8}?(?:更|比较)?[多高大少低强快长早晚]|孰|差别|区别|不同|(?:有(?:什么|啥|何|哪些)|哪[里儿]?)不一样|分别|差异|差在哪|差多少|(?:差距|相差)(?=$|[?？]|有|是|多|几|大|为|达|在|如何|怎)|pk|"
    r"\bvs\.?\b|versus|\bcompar\w+|\bdifferen\w+|\b(?:higher|larger|bigger|more|longer|lower|smaller|less|better|faster|earlier|later|lighter|heavier|cheaper|pricier|dearer|taller|older|younger|stronger|weaker)\b|各是"
)
# How far somebody else is from whom the last question was about: 跟乙差多少, "how much more than B's?".
APART_FROM_IT = lazy.compile(r"^(?:那么?)?[跟和与同比].{1,16}?(?:相?差|相比|比起?来?|[多少高低]出?)(?:了|出)?(?:多少|几)|^(?:and )?(?:how (?:much|far) (?:more|less|higher|lower|bigger|smaller|is that|behind|ahead)\b.*\b(?:than|from|of)\b|(?:how does (?:it|that) )?compare\w* (?:to|with)\b|versus\b|vs\.?\b)")
# What a firm may be as well as a person: 誰是第一大股東 asks for any name.
FIRM_OR_PERSON = lazy.compile(
    r"(?:股东|客户|供应商|买家|买方|卖家|卖方|竞争对手|对手|投资方|领投方|债权人|代工厂|承包商|承销商|保荐人|经销商|合作伙伴|收购方)(?:$|[?,。啊呀呢]|是谁|到底|究竟|叫)"
    r"|\bwho (?:is|was|are|were) [^?]*\b(?:shareholders?|customers?|suppliers?|clients?|buyers?|sellers?|rivals?|competitors?|lenders?|creditors?|contractors?|underwriters?|sponsors?|distributors?|vendors?|landlords?)\b"
)
# Which of several things happened first: their dates tell.
EARLIER = lazy.compile(
    r"[谁家个](?:最?先|最?后|(?:更|比较|较)?[早晚])|(?:更|比较|较)[早晚]|[市立办][得的]?[早晚]|先后(?!两|三|多)|\b(?:who|which)\b.*\b(?:first(?![- ](?:quarter|half|nine|six|three|four|five|month|week|year|time|day))|earlier|sooner|later)\b"
)
MAX = lazy.compile(
    r"(?:[冲跑卖长涨升增赚亏跌降]得?)?最[高大多强长贵快]|卖得?最好|最畅销|[跌降亏减掉]得?最惨|最(?:劲|重|深|严重|夸张|猛|凶|惊人|亮眼|厉害|狠|突出|赚钱|能赚)|榜首|第一名|排第一|\bno\. ?1\b|\bnumber one\b|冠军|最赚|最亏|亏最多|亏得最多|涨最多|最为|\b(?:highest|largest|biggest|most(?! recent| up[- ]to[- ]date| current|ly)(?! of the (?:time|way)\b| of (?:its|their|[\w ]{1,30}?[\'’]s?) )|greatest|top|fastest|quickest|speediest|priciest|dearest|costliest|heaviest|longest|steepest|sharpest|deepest|hardest|best|strongest|max(?:imum)?)\b"
)
MIN = lazy.compile(
    r"最[低小少弱短慢便轻薄窄]|最(?:差|糟)|(?<![跌降亏减掉])(?<!得)最惨|垫底|末位|\b(?:lowest|smallest|least|fewest|slowest|shortest|worst|weakest|lightest|thinnest|narrowest|cheapest|min(?:imum)?)\b"
)
FIRST = lazy.compile(
    r"最早(?!由?是?谁|由谁|是哪)|最先(?!由?是?谁)|第一个|率先|首先|首家|\bearliest\b|\bfirst\b(?![- ](?:half|quarter|nine|three|six|time|year|day|month|trading))"
)
LAST = lazy.compile(r"最晚|最后一[个家]|最迟|\b(?:latest|last) (?:to|company)\b|\b(?:list|listed|found|founded|launched|released|published|announced|reported|disclosed|posted|came|joined|public) last\b")
# "What did X say about Y": Y is what is asked about.
SAYS_ABOUT = lazy.compile(r"\b(?:say|said|says|think|thinks|write|wrote|expect|expects) (?:about|of)\b")
WHICH = lazy.compile(r"哪|谁|何|边[个间家度条只位]|什么公司|\bwhich\b|\bwho\b|\bwhat company\b|\bwhose\b|\bwhat\b")
GROWTH = lazy.compile(
    r"增长|成长|增幅|增速|[涨升增冲长]得最|[涨升增冲]最[快慢多少猛]|年增|同比|增加(?:了)?多少|涨幅|升了|涨了|涨多少|会涨|[升涨](?:多少|几(?:多|成|个?百分|个?点))|增率|[多高]了(?=多少|几)|[多高]出(?=多少|几)|按年|环比|按季|变化|变动|增多少|\bgrow\w*|\bgrew\b|\bincreas\w*|\bris(?:e|en|ing)\b|\brose\b|\b(?:climb(?:s|ed|ing)?|surg(?:es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed|ing)?)\b|\b(?:biggest|largest|sharpest|smallest) (?:jump|leap|surge|gain)\b|\bchang\w*|year[- ]on[- ]year|\byoy\b|(?<!set )(?<!setting )(?<!sets )(?<!measure )(?<!stack )(?<!start )(?<!come )(?<!add )(?<!adds )(?<!adding )(?<!added )(?<!make )(?<!makes )(?<!making )(?<!made )(?<!team )(?<!teamed )(?<!teaming )(?<!sign )(?<!signed )(?<!end )(?<!ended )(?<!build )(?<!built )\bup\b"
)
# By what rate something changes.
RATE_ASKED = lazy.compile(r"(?:增速|增长率|成长率|增幅|年增率|跌幅|降幅|增长速度|成长速度)[^,?]{0,6}?(?:多|几|什么)|(?:多少|几)(?:的)?(?:增速|增长率|成长率|增幅)|(?:增长|成长|增加|扩大|衰退|下滑)(?:得)?(?:有)?多[快少]?|\bhow fast\b[^?]*\b(?:grow\w*|expand\w*|shrink\w*|ris\w+)\b|\b(?:what|which) (?:\w+ )?(?:growth|rate of growth)(?: rate)?\b")
# What tells of a change without saying which way.
EITHER_WAY = lazy.compile(r"同比|按年|环比|按季|按月|变化|变动|\bchang\w*|year[- ]on[- ]year|\byoy\b")
DECLINE = lazy.compile(
    r"(?:[跌降减丢]|(?<![卖丢扔用花裁])掉)(?:得)?最|(?<!抛)[跌降](?:多少|几(?:多|成|个?百分|个?点|%)|幅度)|会[跌降](?!到|至|价|息)|丢了|下降|减少|下滑|衰退|下跌|年减|跌了|降了|降幅|减幅|跌幅|缩水|[少掉低]了(?=多少|几)|\b(?:declin\w*|decreas\w*|fall\w*|fell|drop\w*|(?<!break )(?<!breaking )(?<!broken )down|shr[iau]nk\w*|(?<!the )(?<!has )(?<!have )(?<!at )lower)\b"
)
NARROW = lazy.compile(
    r"减亏|收窄|缩小|缩亏|亏损?[^,?]{0,8}?(?:减少|下降|降低|少了|减了|降了|收敛|缩减)|亏[^,?]{0,6}?[比较][^,?]{0,8}?少|少亏|\bnarrow\w*|\bshr[aiu]nk\w*"
    r"|\b(?:reduc\w*|cut\w*|trim\w*|decreas\w*|curb\w*|declin\w*|drop|fall|improv\w*|smaller|less|lower)\b[^,?]{0,24}\b(?:loss(?:es)?|deficit)\b(?=.*(?:\bby\b|%|\bthan\b|per ?cent|\bhow (?:much|far)\b|$))(?<!profit or loss)"
    r"|\b(?:loss(?:es)?|deficit)\b[^,?]{0,16}\b(?:reduc\w*|decreas\w*|declin\w*|drop\w*|fall\w*|fell|improv\w*|come down|came down|get smaller|got smaller|smaller than|less than)\b"
)
# What is lost besides money: "why did it lose traffic" asks for no result.
_THINGS_LOST = r"(?:(?:its|their|his|her|the|some|any|more|so many|so much|many|market) )*(?:traffic|passengers?|customers?|clients?|users?|subscribers?|members?|viewers?|readers?|visitors?|students?|share|ground|staff|workers?|employees?|people|jobs?|orders?|contracts?|bid|business|momentum|interest|control|access|trust|weight|power|licen[cs]e|title|place|lead|seats?|patients?|players?|appeal|steam|faith|confidence|appetite|talent|engineers?|suppliers?|investors?|sales|revenues?|volumes?)\b"
LOSES_THINGS = rf"\blos(?:e|es|t|ing) {_THINGS_LOST}"
LOSS = lazy.compile(rf"(?<![转扭])亏(?!为盈|转盈)|赤字|\bloss(?:es)?\b(?! of (?:life|lives|power|confidence|trust))|(?<!trade )(?<!budget )(?<!fiscal )(?<!account )\bdeficits?\b|(?<!days )(?<!hours )(?<!weeks )(?<!months )(?<!time )(?<!lives )(?<!jobs )(?<!production )(?<!output )\blos(?:e|t|ing)\b(?! {_THINGS_LOST})|in the red")
PROFIT = lazy.compile(r"盈利|获利|转盈|赚|扭亏|转亏为盈|\bprofit\w*\b|\bearn(?:ed|s|ing)?\b|\bmade? money\b")
SUM = lazy.compile(
    r"(?:[两二三四五六七八九十\d]+[家大间]|这[些几]|几家)[^,?。]{0,16}?的?总(?:市值|营收|收入|销售额|净利润?|利润|亏损|资产|负债|投资|产能|产量|出货量|销量|订单|估值|融资)|合计|总和|加起来|总共|合共|一共|共计|加总|\bcombined\b|\bsum\b|\btotal(?:led)?\b|\baltogether\b|\bin all\b|add(?:ed)? up"
)
RATIO = lazy.compile(r"几倍|多少倍|how many times(?! (?:have|has|had|did|do|does)\b(?![^?]*(?:oversubscrib|\bas\b|\bthan\b|\w+er\b|times)))|倍数|\bmultiple of\b")
IMPLIED = lazy.compile(
    r"推[算估得]|[倒反]算|[回反倒]推|估算|换算|依.{0,12}预告|\bimpl(?:y|ied|ies)\b|\bderive\w*|\bjudging by\b|\bback out\b|\bcalculat\w*|\bwork(?:ed|ing)? (?:it )?out\b|算[下出]来|\bgiven (?:the|its|that)\b|\bbased on (?:the|its)\b|\bgoing by\b|\bestimate from\b"
)
CAGR = lazy.compile(r"复合(?:年)?(?:均)?(?:增长|成长)率|\bcagr\b|compound annual")
YESNO = lazy.compile(
    r"吗\b|吗[?]?$|是否|有没有|是不是|会不会|能不能|可不可以|了没|没有[?]?$|^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b"
)
EITHER = lazy.compile(r"还是|到底|究竟|有的[^?]{2,40}有的|一[篇家]说[^?]{2,40}另一[篇家]|(?:文章|报道|报导|媒体|来源)[^,?]{0,12}(?:怎么|如何|怎样)[说讲写]|(?:讲法|说法|写法|口径)[^,?]{0,6}(?:不太?一|不同|差在|差哪|有差|有别)|大家[讲说]法|不一致|哪个(?:才)?对(?=[?呢啊!]|$)|[代期轮]还第|正确|对得上|对不上|一致吗|一样吗|吻合吗|出入|[两各]边|[两各几]家(?:媒体)?(?:的)?(?:说法|讲法|写法)|说法不[一同]|[两几2][个种](?:不同的?)?(?:说法|版本|写法|数字|讲法|口径|日期|拼法)|\bheard both\b|\b(?:two|2|both|different|mixed) (?:spellings|versions|numbers|figures|dates|names|accounts|answers|reports)\b|\b(?:sources|articles|reports|others|they|papers|outlets) (?:agree|disagree|differ)\b|\bwhat do (?:[\w']+ ){0,2}(?:sources|articles|papers|reports|outlets) say\b|\barticles? (?:date|give|put|say)s?\b[^?]{0,80}\bdifferent(?:ly)?\b|\bwhich (?:one )?is (?:right|correct)\b|\b(?:seem|appear)s? to (?:differ|disagree)\b|\bconflicting\b|or (?:is|are|was|does|still|has)\b|\balready\b")
HOW_MUCH_SOLD = lazy.compile(r"\bhow much\b.*\b(?:sell|sold|selling)\b|卖了多少(?:钱|元|亿)")
WHOLE_YEAR = lazy.compile(r"全年|年度(?!化|经常性|订阅)|\bfull[- ]year\b|\bfor the (?:whole )?year\b|\bannual\b(?! (?:recurring|run[- ]rate|subscription))")
WHICH_NAME = lazy.compile(
    r"怎么(?:写|称呼|翻译)|如何(?:写|称呼)|名称|叫(?:什么|啥)|how (?:do|does|is|are) .{0,40}(?:write|written|spell|spelled|called|name)"
)

DEFINITION = lazy.compile(
    r"^(?:请问|请教|所谓|那|那么|and |so )?(?:(?:什么是|什么叫做?|何谓|何为|啥是|啥叫|解释一?下?|介绍一?下?|说说|聊聊|define|explain|describe|tell me about|what counts as(?: an?)? |what(?:'s| is) meant by |what do(?:es)? (?:they|it|(?:\w+ ){0,3}?[\w.&'’-]+) mean (?:by|with) |what(?:'s| is| are| was| were| does)?(?: the| a| an)? )(?P<after>.+?)(?: refer to| mean| stand for| do| for| about)?|"
    r"(?P<before>.+?)(?:代表什么|是?在[讲说](?:的是)?什么|是什么|是啥|是何|是甚么|是做什么|是干什么|是干嘛|有什么用|是?指(?:的是)?什么|的意思|什么意思|啥意思|[乜咩](?:嘢)?意思|是怎样的|是个什么|是个啥|是一家什么|是哪家|做什么的|干什么的|的定义|的含义|(?:是|被)?(?:怎么|怎样|如何|点样|点)(?:定义|界定|解释)(?:的)?)[^?]{0,6}?)"
    r"[?。.! ]*$"
)
# Where a term stands, said with it: 榜單裡說的 sell-through, "a chain break in the filing".
SAID_WHERE = lazy.compile(r"^.{0,20}?(?:所?[说讲提写][到及]?的|里的|文中的)[ “「\"'‘]*(?=\S{2})|[”」\"'’]*(?: \([^)]*\))? in (?:the|this|that|its|their) .{0,30}(?:filing|article|report|interview|piece|story|prospectus|text|ranking)s?$")
# What stands around a term that is asked about: "this X at Corvane", X到底, "X mean in its report", "X, in plain words".
TERM_ASIDES = lazy.compile(
    r"^(?:this|that|these|those|the|so-called|a|an|所谓的?|[那这]个) |(?:到底|究竟|其实|具体|一般|通常|实际上?|本身|又|都|来说)+$|,? in (?:plain|simple|other) (?:words|english|terms)$|"
    r"(?<=[a-z0-9\"”)]) (?:mean|stand for|refer to)(?= (?:in|at|for|by)\b|$)|(?<=[a-z0-9\"”)]) (?:in|at|from|for) (?:the |this |its |their )?[\w.&' ’-]{2,40}$"
)
MEANING = lazy.compile(r"\bmeans?\b|\bmeant\b|\bstands? for\b|\brefers? to\b|\bcounts as\b|\bdefin\w+|\bterm\b|意思|在[讲说]什么|定义|含义|何谓|什么叫|啥叫|代表什么|指什么|指的是|所谓")
# 是誰創辦的 asks who did it, and 是誰 who somebody is.
WHO = lazy.compile(r"是谁(?![\u3400-\u9fff]{2,8}的(?![\u3400-\u9fff]))|何许人|是什么人|是哪位|who(?:'s| is| was| are)\b|shi shei|介绍一?下?")

FOLLOW = lazy.compile(
    r"^(?:那么?|那|再|还有|另外|然后|而|and|what about|how about|then|also|so|but)\b|^(?:那么?|再说|还有|另外|然后)|呢[?？]?$|^(?:同样|一样)"
)
PRONOUN = lazy.compile(
    r"[他她它]们?|其(?!中|他|它|实)|该(?:公司|产品|架构|晶片|芯片|人)|这家|那家|这位|那位|这款|那款|此前|在那之前|(?<![a-z])(?:he|she|it|its|his|her|him|they|their|them|the company|that company|this company|the same|both of them)(?![a-z])"
)
HE_OR_SHE = lazy.compile(r"[他她](?!们)|\b(?:he|she|his|her|him)\b")
IT = lazy.compile(r"它(?!们)|其(?!中|他|它|实)|(?<![a-z])(?:it|its)(?![a-z])")
# Where somebody went from what was just spoken of.
GOES_NEXT = lazy.compile(
    r"(?:之后|以后|然后|后来|接着|接下来|随后|再)[^,?]{0,6}?(?:又|再)?(?:[去到]了?哪|跳槽|转[去到投往]|[去到跳换]了?(?:什么|哪)|做了?什么|加入)|(?:下一|下)(?:站|份工作|家公司|个东家)|\b(?:where|what|which)\b[^?]{0,40}\b(?:next|after that|afterwards|then)\b|\bnext (?:job|employer|stop|role|move)\b"
)
# At which event something was said or shown: no date answers it.
OCCASION = lazy.compile(
    r"(?:什么|哪一?[个种场次届]|何种|啥)(?:场合|活动|会议|大会|展会|发布会|发表会|峰会|论坛|年会)|\b(?:at|on|during) (?:what|which) (?:occasion|event|conference|show|summit|forum|expo|fair)\b"
)
BESIDES = lazy.compile(r"除了|[以之]外(?=$|[,?呢还也又])|\b(?:besides|apart from|other than|aside from|except)\b")
BEFORE_THAT = lazy.compile(r"在那之前|之前|此前|before that|before this|previously")

# Words of a question that no answer needs to hold. Chinese: removed wherever they stand outside names
# and terms, longest first. English: whole words.
STOP_WORDS_ZH = frozenset(
    (
        "下一季度 下一季 下一财季 这一季度 这一季 几成 请问 请教 麻烦 告诉我 想知道 想问 我想了解 了解一下 帮我 帮忙 查一下 查询 查 看看 看一下 说一下 说说 介绍一下 介绍 解释一下 解释 给我 "
        "多少 几多 什么 甚么 哪些 哪几 哪一 哪家 哪个 哪位 哪种 哪款 哪天 哪年 哪月 哪里 哪儿 哪所 哪 谁 何时 何处 何人 何 怎么样 怎么 怎样 如何 为什么 为何 为啥 "
        "是不是 有没有 会不会 能不能 是否 是多少 是什么 是谁 吗 呢 吧 啊 呀 嘛 么 了 的 得 地 之 着 过 是 有 在 于 与 和 跟 同 及 或 还是 还 也 都 又 就 才 只 则 即 而 "
        "把 被 让 将 会 要 能 可 可以 能够 应该 需要 到 从 向 对 对于 关于 由 以 用 为 给 因 因为 所以 但 但是 如果 其 其中 它 他 她 他们 它们 我 我们 你 你们 您 这 那 这个 那个 "
        "这些 那些 这家 那家 这次 本次 此次 此 该 公司 企业 情况 目前 现在 如今 当前 最近 近期 近来 一下 一个 一家 一些 一共 总共 大概 大约 约 左右 各 各是 各自 分别 各多少 "
        "具体 主要 比较 到底 究竟 真的 其实 关键 方面 部分 时候 时间 日期 哪一年 哪一天 哪一代 哪一期 第几期 几 个 家 位 名 款 种 项 次 份 颗 片 台 上 下 中 里 内 外 间 前 后 来 去 做 作 使 令 被 "
        "说 称 叫 说过 提到 提及 文章 报道 报导 新闻 资料 讲 表示 认为 指出 看 觉得 知道 所有 全部 任何 每 某 等 等等 及其 以及 以前 之前 之后 以后 期间 当时 曾 曾经 已 已经 "
        "正在 仍 仍然 不 没 没有 无 非 很 更 最 较 比 跟着 搞混 请 谢谢 多 少 高 低 大 小 好 坏 新 旧 能否 多大 多高 多长 多久 有多 怎 吸引 成为 属于 包括 包含 以来 "
        "所 呈现 截至 截止 自 边个 边位 点解 乜嘢 咩 嘅 喺 佢 系咪 系 同业公司 该如何 对此 之间 当中 哪边 哪方 这边 那边 什么样 样 种类 类 类型 东西 意思 含义 一张 一台 一颗 一片 张 一份 一次 只有 仅 仅有 再 一直 一样 同样 一般 通常 各家 "
        "当年 当初 当时 那时 那会儿 那阵子 彼时 后来 来着 一起 一同 一并 另外 另 其余 其他 别的 拿来 用来 干嘛 干吗 干什么 做什么 做啥 干啥 怎么回事 一派 一种 一项 一类 这一 那一 两 三 四 五 六 七 八 九 十 "
        "来头 来历 出来 起来 上来 下来 过来 过去 回来 开始 起 才能 正式 直接 其次 首先 接着 随后 随即 已有 早已 刚 刚刚 刚才 才刚 马上 立刻 即将 就要 快要 最终 终于 最后 依序 依次 先后 陆续 相对 相比 相较 比起 针对 根据 按照 依照 依据 "
        "确认 核实 核对 了解 弄清楚 搞清楚 请说 帮忙看 看下 查下 问下 请问下 不好意思 打扰 打扰一下 麻烦您 谢啦 拜托 有人 有谁 大家 我们公司 我司 老板要 急 在线等 顺便 顺带 随便 简单 简要 简短 一句话 到底是 究竟是 真 真正 实际 实际上 事实上 "
        "越来越 这么 那么 如此 多么 非常 十分 相当 特别 尤其 稍微 有点 有些 一点 一下子 差不多 左右 上下 以上 以下 之多 之久 之类 等等 什么时候 多少钱 多久 几时 何时何地 是否有 有否 有无 能不能 可不可以 "
        "文中 文里 文内 报导中 报道中 新闻里 新闻中 里头 里面 当中 其间 之中 之内 以内 之外 以外 除了 除 除此 除此之外 之下 之上 按 凭 凭什么 凭什么说 凭啥 凭啥说 跟着 随着 关乎 有关 相关 相应 对应 至于 说到 提起 谈到 讲到 叫做 称为 名为 所谓 号称 被称 "
        "接下来 往后 接着 眼下 这波 这趟 这回 那回 态度 立场 观点 打算 最新 今次 今趟 当天 的话 整体 总体 趴 几趴 本人 个人 本身 具体说 说说看 讲讲 聊聊 点睇 点样睇 怎么看 几多钱 "
        "入面 仲有 边几间 哪几样 哪几点 数目 数值 金额 水准 程度 情形 状况 现象 做法 说法 讲法 看法 指标 概念 名词 术语 字眼 缩写 简称 全称 全名 意义 解读 点名 列举 列名 名单 清单 一览 "
        "呢个 嗰个 嗰 边间 边家 边度 点样 几时 佢哋 唔 冇 咗 紧 俾 畀 同埋 定系 多啲 少啲 啲 喇 㗎 囉 啫 咁 噉 乜 "
        "美金 美元 港币 港元 港纸 人民币 英镑 欧元 日元 日圆 台币 新台币 西元 公元 民国 想 不想 想要 变成 变为 改为 改成 先后 说法 年份 拿到 搞 弄 一块 那边 手上 手里 手头 自家 帮我 咋 啥 咋样 多重 那次 "
        "达 达到 达成 占 是哪 号 日 月 年 天 第 届 明天 昨天 人 事 件 版 本 让 做出 进行 作出 原因 理由 用途 为了 可怜 居然 竟然 原来如此 新来 新来的 新上任 新上任的 刚来 刚来的 据说 听讲 传闻说 好奇 疑问 纳闷 奇怪 印象 印象里 记得 记错 是说 也就是说 换句话说 简单讲 简单说 白话 白话文 讲白 通俗 通俗点 一句 既然 虽然 尽管 即使 即便 就算 整个 说清楚 讲清楚 说个 讲个 报个 给个 来个 有人知道 谁知道 大神 小编 各位 老铁 亲 宝 喔 哦 耶 欸 诶 啦 唉 咧 嘞 嗯 数 数字 数据 数据是 是指 指 算 称作 名字 名称 "
    ).split()
)
# Single characters that are function words wherever they stand; other single ones only at the edge of a run.
_FUNCTION = frozenset(
    "什 么 吗 呢 吧 啊 呀 嘛 了 的 得 地 之 着 过 是 有 在 于 与 和 跟 同 或 也 都 又 就 则 即 而 把 被 让 将 会 要 到 从 向 对 由 以 为 给 但 其 它 他 她 我 你 您 这 那 该 此 各 每 哪 谁 何 吸 已 曾 仍 不 没 很".split()
)
STOP_SINGLE = frozenset(w for w in STOP_WORDS_ZH if len(w) == 1)
STOP_ZH = lazy.compile(
    "|".join(sorted((w for w in STOP_WORDS_ZH if len(w) > 1 or w in _FUNCTION), key=lambda w: (-len(w), w)))
)
STOP_EN = frozenset(
    "gb tb mb else heard conflicting spellings percent percentage percentages pct gw gwh mwh kwh twh mw kw kg tonne tonnes tons km units fine ok okay pls plz personally overall ideally "
    "money yuan rmb cny usd dollar dollars hkd pound pounds euro euros gbp eur yen hi hello hey dear pls plz thx thank thanks kindly wonder wondering curious actually basically approximately roughly exactly currently a an the of in on at by for to from with as is are was were be been being do does did doing has have had having will would "
    "can could should may might must shall what which who whom whose when where why how that this these those there here it its he she his "
    "her him they them their we our you your i me my and or but if so than then also not no nor only just about into over "
    "under between among during per each every any some all both more most much many few less least other others such own same "
    "refer refers referred supposed started starting sorry bother bothering remind reminds right correct wrong sure understand understanding confirm check checking quickly briefly currently presently previously originally initially eventually ultimately finally apparently supposedly reportedly allegedly exact precise specific specifically respectively altogether overall profile story piece coverage according whats whos hows wheres whens wheres ll ve re ive im youre theyre theyll itll youve weve hes shes thats theres dont doesnt didnt isnt wasnt arent werent hasnt havent hs gonna wanna lets let us kind sort sorts kinds bit lot lots couple several various certain particular anyone anybody someone somebody something anything everything thing things stuff way ways case cases point points fact facts figure please tell give show explain describe name know say said according say says mean means please want like get got let "
    "article articles news report source sources archive company companies firm firms expected expect expects ever still already yet now currently "
    "today recently year years month months day date time times amount figure number kind type sort one two three four five six seven "
    "quite very too up down out off again further once because while after before until against own s t ve ll re don isn aren didn doesn "
    "dont isnt arent wasnt werent didnt doesnt hasnt havent hadnt wont wouldnt couldnt shouldnt cant thats whats theres "
    "everyone everybody folks colleague colleagues coworker coworkers tho though mind hang literally honestly seriously frankly anyway anyways lol btw fyi tbh imo guess heard reckon remember recall forget forgot forgotten keeps telling says exactly bloke guy guys lady folk earth hell heck dumb silly random roundabout thereabouts "
    "us am via versus vs etc eg ie within without through based besides call called considered think does "
    "long old big large high low far big fast come came go went take make made use used work used "
    "duoshao shi shei shenme nian duo shao de he ma ne zai na nar youmeiyou zenme weishenme".split()
)

# Words that say how, not what: their absence from a sentence is no reason to refuse.
LIGHT = frozenset(
    "愿意 乐意 情愿 肯 突然 忽然 一下子 陡然 骤然 竟然 居然 股票 工作过 任职过 待过 比例 占比 比率 百分比 份额比例 流程 过程 自己 打算 能力 一定 情况 预计 预期 预告 预测 预估 计划 进入 实现 进行 超过 覆盖 目前 基于 区间 范围 幅度 第一 第二 第三 领域 专业 职务 职位 担任 期间 任职期间 管理层 行业 业内 厂商 同业 "
    "公布 披露 发布 宣布 年度 全年 全部 系列 产品 技术 市场 中国 国内 国产 全球 作用 特点 优势 情形 现状 进展 表现 影响 结果 角色 重点 拼 受惠 得益 受益 受惠于 得益于 受益于 归功于 帮助 帮 背景 经历 履历 "
    "区别 差别 不同 对比 比较 高低 数量 规模 水平 程度 幅  评价 看法 预见 展望 描述 形容 想做到 打算做到 要做到 想冲到 要冲到 冲到 喊到 喊出 放话 老板 老板娘 大老板 老大 一把手 掌门 掌门人 当家 当家的 话事人 头家 老细 头儿 负责人 新一代 下一代 现任 前任 入学 读 毕业 工作 任职 加入 离开 盘点 名单 版图 继续 仍 仍然 还会 依然 主要".split()
) | {"take effect", "come into force"}
LIGHT_STEMS = frozenset(
    "prospectus filing statement full cap interim rate january february march april june july august september october november december process lead led percentag percent share proportion ratio effect ahead enter pay paid get got done do hous hold run reach hit see fac carry mov start begin end help show find offer turn put set keep bring stand stay "
    "becom remain seem look feel try allow let mak leav work worked spend spent serv hir former previou earlier before after later currently seek "
    "instead advers point thing matter part lot bit side back hand head fact case basi term size scal tim period day week rang limit top maximum minimum up used "
    "hav hold held possess own rais set setup wors bad good well far near apart away main sold sale said told answer question detail "
    "expect forecast predict schedul plan represent chang happen compar differ cumulativ total overall current present latest key main major chines china "
    "largest biggest school refer exampl mean role posit join career backgroun descri deal effect tak bring com cam announc publish disclos report releas "
    "roundup section cover mention accord earning result figur number includ involv relat regard rough approximat exact per annual yearly full own person alone only just single "
    "talk give giv call plus expected new next next-generation generation industry sector firm group list name way kind combin cumulativ still continu already".split()
)


SAYS_HOW = (GROWTH, DECLINE, NARROW, SUM, COMPARE, IMPLIED, RATIO, CAGR, MAX, MIN)

# What a thing may be called beside its name in "what is the X architecture": says nothing more about it.
TYPE_WORDS = frozenset(
    "系列 架构 平台 芯片 晶片 技术 产品 公司 系统 模型 叢集 丛集 集群 工具 软件 软体 品牌 企业 电池 车型 药 新药 series architecture platform chip chips technology "
    "product company system model cluster tool software brand the card gpu device app service school companies".split()
)
_SYLLABLE = (
    "[bpm](?:iao|ian|ang|eng|ing|ai|ei|ao|ou|an|en|ie|iu|in|a|o|i|u)|f(?:ang|eng|ei|ou|an|en|a|o|u)|"
    "[dt](?:iao|ian|ang|eng|ing|ong|uan|ai|ei|ao|ou|an|en|ia|ie|iu|uo|ui|un|a|e|i|u)|"
    "[nl](?:iang|iao|ian|ang|eng|ing|ong|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|uo|un|ue|ve|a|e|i|u|v)|"
    "[gkh](?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|u)|"
    "[jqx](?:iang|iong|iao|ian|uan|ia|ie|iu|in|ing|ue|un|i|u)|"
    "(?:zh|ch|sh|r|z|c|s)(?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)|"
    "y(?:uan|ang|ing|ong|ao|ou|an|in|ue|un|a|o|e|i|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)|ang|ai|ei|ao|ou|an|en|er|a|o|e"
)
PINYIN_SYLLABLE = lazy.compile(f"(?:{_SYLLABLE})+")

# A polite beginning before the question itself: "我在準備一份報告,想請教…", "Hi, could you tell me …".
POLITE = lazy.compile(
    r"^.{0,60}?(?:想(?:跟|向|和|同)(?:您|你|大家|各位)?(?:确认|核实|请教|了解|打听)一?下?|想请教一?下?|想请问一?下?|请教一?下?|想问一?下?|想知道一?下?|麻烦问一?下?|请问一?下?)[,，:]?|"
    r"^(?:(?:hi|hello|hey|good \w+)[,!.]?\s+)?(?:(?:could|can|would|will) (?:you|anyone|someone) (?:please |kindly )?(?:tell me|let me know|explain|check)|"
    r"i(?:'d| would) like to (?:know|ask)|do you know|may i ask|please tell me|any idea)[,:]?\s+"
)
# Endings that make another company of a short name: 瀾庭物業 is not 瀾庭地產.
OTHER_FIRM = lazy.compile(r"(?:物业|服务|地产|置业|证券|银行|保险|基金|医药|制药|生物|生技|汽车|能源|储能|动力|材料|新材|软件|网络|传媒|影业|物流|航运|航空|建设|环保|电力|机器人|半导体|微电子|存储|通信|光电)(?=20|[的在与和跟今去上前第q全年,]|营|净|毛|利|收|上半|$)")
# What may stand between a measure and the word that says of which part it is asked.
BEFORE_MEASURE = lazy.compile(r"(?:业?务|产品|板块|分部|部门|市场|地区|方面|系列|线|端|侧|类)?(?:的)?(?:[ -]|business |segment |unit |division )?(?:(?:19|20)\d\d年?(?:度|全年)?(?:的)?)?")
AFTER_MEASURE = lazy.compile(r" (?:from|in|of|at|for|on|by|per)(?: (?:the|its|their))? ")
NOUNS_IN_ING = frozenset(
    "building marketing earning funding manufacturing processing packaging testing computing training gaming engineering banking shipping mining "
    "financing operating listing advertising licensing pricing lending clothing housing learning networking outsourcing hosting streaming sequencing "
    "imaging coating casting printing rating offering holding standing filing meeting hearing ceiling united limited".split()
)
# Years as people type them: 25年營收, 22到24年.
# 22、23、24三年: each of them is a year.
SHORT_YEARS = lazy.compile(r"(?<![\d.])2\d(?:\s?[、,，和到至~-]\s?2\d)+(?=\s?(?:这)?[年两兩三四五])(?!\s?[万萬亿億])")
SHORT_YEAR = lazy.compile(r"(?<![\d.了满滿达達])([12]\d)(?=年(?![前内內来來里裡间間後后以多]|的(?![预預业業营營财財净淨收利数數年亏虧盈])|经验|經驗|时间|時間)|(?:到|至|-|~)[12]\d年)")
# "List the products": asks for a list; "where did it list" asks where it went public.
IMPERATIVE_LIST = lazy.compile(r"^(?:(?:please|pls|kindly|can you|could you) )?list\b|\b(?:a|the|me|you|please) list\b")
# A sentence of a message, for telling the question from what is said around it.
SENTENCE = lazy.compile(r"(?:[^.!?。;\n—]|\.(?=\S)|(?<! )—)+[.!?。;\n—]*")
# That something is asked.
ASKS = lazy.compile(
    r"多少|几多|多大|什么|甚么|啥|哪|谁|何|怎|几|吗|呢|点解|边|是否|有没有|对比|比较|介绍|列出|告诉|"
    r"\b(?:what|which|who|whom|whose|when|where|why|how|compare|list|name|tell|give|show|explain|describe|is|are|was|were|did|does|do|has|have|can|could|will|would)\b"
)
# How old somebody is, in words that ask for a size of anything else.
HOW_OLD = lazy.compile(r"(?<![规积额量场模])(?:今年|现在|那年|那时|当时|时候?|现年)(?:都?有|是|已经|应该|大概|大约|才)*多大(?![规面体金])|多大(?:了|年纪|岁数|的?时候|时)?(?=[,?]|$)")
# An age at what was spoken of before, not now.
AT_THAT = lazy.compile(r"(?:那|当)(?:时候?|年|会儿)|\bwould \w+ (?:have been|be)\b|\b(?:then|at the time|at that (?:time|point))\b")
SOMEBODY = lazy.compile(r"[他她](?!们)|(?:[执财技营事]长|总裁|总监|经理|总[经]?理|首席[^,?]{1,4}官|主席|创[始办]人|老板|掌门人|教练|ceo|cfo|cto|coo)(?=[^,?]{0,6}多大)")
# What is asked for: a part of a message without it is no question by itself.
ASKS_FOR = lazy.compile("|".join(p.pattern for _, p in ANSWER_TYPES) + "|什么|啥|哪|怎|吗|呢|第几|几[名位]|what|which|how", re.I)
# Words of one script's region written with characters both scripts share.
HANS_WORDS = lazy.compile("季度|哪家|是哪年|里(?=[最有面哪谁的])|[哪这]里|[什怎那这多]么|咋|啥|[构云栖]|干[嘛么啥]|采[用购取]|制[造程]|合并|芯片|谷歌|激光")
# What tells in which language a name of the other one is asked about: "What is 棹行?", 棹行是what.
ENGLISH_FRAME = lazy.compile(r"(?<![a-z])(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|did|does|do|has|have|tell|the|of|in|for|about|by|at|from|as)(?![a-z])")
CHINESE_FRAME = lazy.compile("[的是吗呢了和跟与在有谁哪几嘅边咩乜睇呀吧把被]|多少|什么|怎|为何|点解|介绍|对比")

# What is left out of a figure: 扣掉一次性損益, "stripping out one-offs". Another figure than the whole.
EXCLUDING = lazy.compile(r"扣掉|扣除|剔除|剔掉|撇除|撇开|刨[掉除去开]|抛开|拿掉|不计|不含|除去|\b(?:ex|excl|excluding|strip\w*|before|without)\b")

# What is asked of a profit without what came once: 扣非, "ex non-recurring items", with all that belongs to it.
_ONCE_ZH = r"(?:一次性|非经常性?|单次|特殊)(?:的)?(?:损益|项目|收益|因素|影响|费用)?"
_TAKEN_OUT = "扣[掉除]|剔[除掉]|撇[除开]|刨[掉除去开]|抛[开去]|拿[掉走]|[去除]掉|除去|排除"  # 把一次性損益刨掉 too
_ONCE_EN = r"(?:(?:non[- ]?|one[- ]?)(?:re?c+ur+ing|reoccurr?ing|recurrent|offs?|time)|exceptionals?|extraordinar(?:y|ies)|special|abnormal)(?:[ -](?:gains?(?: (?:and|or|&) losses)?|items?|losses|charges|profits?|effects|factors|costs))*"
WITHOUT_ONE_OFFS = lazy.compile(
    rf"(?<![没未不])扣非|(?<![没未不])扣除非经常(?:性损益)?|(?:{_TAKEN_OUT}|[不未][计算含]){_ONCE_ZH}(?:之?后|以后)?的?|[把将]?{_ONCE_ZH}(?:都|全部?|统统|先|给)*(?:{_TAKEN_OUT})(?:之?后|以后)?"
    rf"|\b(?:excluding|exclude[sd]?|excl|ex|before|without|net of|less|minus|adjusted for|after (?:deducting|removing|excluding)|(?:stripp\w*|strip|leav\w+|tak\w+) out(?: of)?|stripped of)[. -](?:the |all |any |its |out )*{_ONCE_EN}(?:\b|(?<=s))|\bex[- ]items\b"
    rf"|{_ONCE_EN},? (?:(?:is|are|was|were|being|get|got|gets|have been|has been|had been) )?(?:all )?(?:(?:stripped|taken|left|backed|carved|cut|netted|screened) out|removed|excluded|ignored|disregarded|deducted|(?:left|put|set|taken) aside|(?:out of|to one side|aside))\b"
)
# The verb of a sum that a company takes in: "how much revenue will it book". No answer need say it.
TAKES_IN = lazy.compile(
    r"\b(?:revenues?|sales|turnover|profits?|earnings|income|loss(?:es)?)\b[^?,;]{0,60}?\b(?P<verb>book(?:s|ed|ing)?|clock(?:s|ed|ing)?|rak(?:es?|ed|ing) in|pull(?:s|ed|ing)? in|haul(?:s|ed)? in|chalk(?:s|ed)? up|ring(?:s)? up|rang up)\b(?! (?:value|ratio))"
    r"|\b(?P<before>book(?:s|ed)?|clock(?:s|ed)?|log(?:s|ged)?|record(?:s|ed)?|register(?:s|ed)?|notch(?:es|ed)?|post(?:s|ed)?|rak(?:es?|ed) in|pull(?:s|ed)? in|took in|take in) (?:as |in |for |up )(?:its |their |total |net |gross |attributable |operating ){0,3}(?:[\w-]+ ){0,2}?(?:revenues?|sales|turnover|profits?|earnings|income|loss(?:es)?)\b"
)

# Another than the one just told: the one after it, the one before it.
ANOTHER = lazy.compile(r"^(?:那么?|,)*(?:再|又)(?:下|往[后下]|后面|前面|往前|上)一?[代个款次轮年季步批]?|^(?:那么?|,)*(?:再之?[后前])|\b(?:the one|the next one|next one|and) (?:after|before|beyond|following) (?:that|it|this)\b|\bone (?:after|before) (?:that|it)\b")
EARLIER_ONE = lazy.compile(r"(?:以前|之前|此前|先前|早先|上[一]?次|前一?次|那次|原先|原来)(?!的?(?:预|指引))|\b(?:previous(?:ly)?|before that|earlier|last time|formerly|used to)\b")
THIS_YEAR = lazy.compile(r"今年|本年度?|明年|\b(?:this|next|the coming) (?:fiscal )?year\b")
# What is set or foreseen of a figure that the question before named: 目標呢, "and the guidance?".
TARGET = lazy.compile(r"(?:全年)?(?:目标|指引|预期|预测|展望|计划|指标)|targets?|guidance|guiding|goals?|outlook|forecasts?")

# The part of a company that the question before was about.
THAT_PART = lazy.compile(
    r"[那这]一?(?:块|部分|项(?!目)|条(?!款)|个?版本|个?规格|座?工?厂|个?矿|个?业务|个?板块|条线|个?分部|个?市场|个?地区)|该(?:业务|板块|分部|地区|市场)|"
    r"\b(?:that|this|the same) (?:segment|business|division|unit|part|region|market|line|item|version|site|plant|mine|park)\b"
)

# A year that a figure is only held against: 比去年, "compared with last year".
SHARE = lazy.compile(r"占?比例?|比率|比重|占比|百分比|proportion|share|percentage|ratio|per ?cent")  # says no more than a measure in per cent does
# What effort or money goes into, 精力都放在哪裡.
SPENT_ON = lazy.compile(r"(?:精力|重心|重点|心思|心力|资源|资金|[钱款]|预算|经费|力气|筹码|注意力)[^,?。]{0,8}?(?:放|花|用|投入?|押|砸|摆|下)(?:[在到进]了?)?(?:哪[里儿]?|什么(?:地方|上面|方面|事情?|东西))")
HELD_AGAINST = lazy.compile(r"(?:比起?|较之?|相比|相较于?|对比|跟|和|与)(?:公司)?$|\b(?:than|versus|vs\.?|over|from|compared? (?:with|to)|against|on) (?:in |the |that of )?$")
# The latest quarter: articles call it by its number.
LAST_QUARTER = lazy.compile(r"(?:上|最近|最新|这|本)一?个?季度?(?![报节])|\b(?:last|latest|most recent|this|past) quarter(?:'s)?\b")
YEAR_BEFORE = lazy.compile(
    r"去年同期|上年同期|一年前|一年之前|前一年|上一年|上年|前年同期|(?:the )?(?:(?:financial |fiscal )?year before|previous (?:financial |fiscal )?year|prior (?:financial |fiscal )?year)|a year (?:earlier|ago)|\b(?:same|corresponding|comparable) (?:period|quarter|half|month|time) (?:(?:of )?last year|a year (?:ago|before))"
)
YEAR_AFTER = lazy.compile(r"(?<![今本])(?:再?[后下]一个?(?:财政)?年度?|翌年|次年|隔年|再往?[后下](?:推|数|看)?一年|之后(?:的)?那?一年)(?!内|起|间|就|便)|\b(?:the )?(?:(?:financial |fiscal )?year after(?: that)?|following (?:financial |fiscal )?year)\b")
QUARTER_BEFORE = lazy.compile(r"(?<![比较])(?:上一?个?季度?|前一?季度?|上个?月|前一?个?月)(?:的)?(?:呢|是|为|又|有|多少|几)|\b(?:previous|prior|preceding) (?:quarter|month)\b")
# From what to what: both figures are asked for.
FROM_TO = lazy.compile(
    r"(?:由|从|自)(?:多少|几多?|什么)[^,?]{0,12}(?:多少|几多?|什么)|(?<![占多])(?:多少|几多?)[^,?]{0,4}(?:升|降|跌|涨|增|减|变|扩|缩|提|调|改)[^,?]{0,3}(?:至|到|为|成)(?:多少|几多?)|\bfrom (?:what|how (?:much|many))\b.{0,24}\bto (?:what|how (?:much|many))\b"
)
_BEFORE = lazy.compile(
    r"(?<![比较与跟和同从对于])(?:去年同期|上年同期|前年同期|去年|上年(?![末底])|前一年度?|上一年度?|一年前|一年之前|之前|以前|此前|先前|原来|原先|原本|本来|起初|年初|期初|上一?个?季度?|前一?季度?)(?:的?时候?|那时)?(?:呢|又|同期|大约|大概|约|派|卖|赚|亏|收|有|是|为|係|系|定|预)*(?:呢|多少|几多?|什么|多高|多大|[?]|$)|"
    r"\b(?:and )?(?:a|the|one) (?:financial |fiscal )?year (?:earlier|ago|before)\b|\b(?:same|corresponding|comparable|year-ago) (?:period|quarter|half|month)\b|\b(?:the )?(?:previous|prior|preceding) (?:year|quarter|month|half|figure|target|level)\b"
    r"|\b(?:was|were|is|had) (?:it|that|they|the \w+) (?:before|previously|earlier|originally)\b|\bbefore(?: that)?\s?\??$|\b(?:original|earlier|old|initial) (?:target|figure|level|price|plan)\b"
)
# What somebody expected of a time before they changed their mind: "the earlier range", 原先的展望.
OUTLOOK_BEFORE = lazy.compile(
    r"\b(?:earlier|previous|prior|original|old|initial|preceding|former) (?:\w+ )?(?:range|outlook|guidance|forecast|estimate|projection)s?\b"
    r"|(?:原先|原来|原本|此前|之前|先前|早前|最初|起初|旧)的?[^,?。]{0,8}?(?:指引|展望|财测|预[期测估]|区间|范围)|^(?:那么?)?(?:原本|原先|原来)的?(?:呢|是?多少)"
)
_HELD_AGAINST_IT = lazy.compile(r"\b(?:than|from|over|against|on|compared (?:with|to)|versus|vs\.?) (?:(?:in|that of) )?(?:the |a )?$")


def only_held_against(folded: str) -> bool:
    """Return whether the year before is no more than what a change is measured from.

    >>> only_held_against("比上一年涨了百分之几"), only_held_against("上一年呢")
    (True, False)
    """
    before = YEAR_BEFORE.search(folded)
    return before is not None and bool(HELD_AGAINST.search(folded[: before.start()])) and bool(GROWTH.search(folded) or DECLINE.search(folded))


def asks_before(folded: str) -> bool:
    """Return whether a question asks what something was before, and not only for a change since then.

    >>> asks_before("毛利率去年同期是多少"), asks_before("净利润比去年同期增长多少"), asks_before("from what to what?")
    (True, False, True)
    """
    if FROM_TO.search(folded):
        return True
    told = _BEFORE.search(folded) or OUTLOOK_BEFORE.search(folded)
    return told is not None and not _HELD_AGAINST_IT.search(folded[: told.start()])
