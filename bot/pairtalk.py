"""One set against another, and a time against another, put as it is read: "A founding to B founding, gap in years", A? B?

How far two are apart, what each of two is, from what to what: said in talk in many ways, and read in few. Frames of
`bot.figuretalk`.
"""

from __future__ import annotations

from bot.ranktalk import SIZE_EN, SIZE_ZH

_UNIT = "(?P<unit>days|weeks|months|years)"
_GAP = "(?:gap|difference|interval|time|distance|lag|delay|space|time span|span)"
_GAINED = r"(?P<verb>pick(?:ed)? up|add(?:ed)?|w[io]n|grab(?:bed)?|put on|gain(?:ed)?|take|took|capture[ds]?|claw(?:ed)? back)"
_LOST = r"(?P<verb>shed|lose|lost|give up|gave up|drop(?:ped)?|cede[ds]?|surrender(?:ed)?)"
_POINTS = r"how many (?:percentage |per ?cent )?(?:points|pts|pp|ppts?) (?:of )?(?P<what>(?:market )?share|(?:gross |net |operating )?margin|occupancy|penetration) (?:did|has|have) (?P<who>[^?]{2,40}?) "
_SEVERAL_OF = "(?:报价|目标价|目标|指引|预期|预测|展望|财测|预估|价格|售价|评级|投资额|计划|日期|时间|金额|产能|出货量)"
_CHANGED = "(?:调整|修正|修改|更改|变更|上调|下调|调[高低升降]|上修|下修|改|砍|提高|降低|下砍)"
_FIRST_IT_WAS = "(?:原本|原来|原先|之前|此前|先前|本来|最初|一开始|早前|(?:调整|修正|修改|上调|下调|改)之?前)(?:的)?(?:是|为|订|定)?(?:多少|几多|几)"
_NOW_IT_IS = "(?:现在|目前|后来|如今|最新|最后|调整后|修正后|上调后|下调后|改后|改完)(?:之?后)?(?:的)?(?:又|则|变)?(?:是|为|成|改成|调到|改为|到)?(?:多少|几多|几)"
_MUCH = "(?:多少|几)(?:钱|元|块钱|块|亿|万|个亿|百万)"
_MORE = "(?:增加|成长|增长|多|涨|上升|提高|提升|扩大|增)(?:了|出|加)?"
_LESS = "(?:减少|下降|下滑|跌|掉|少|降低|缩小|减)(?:了|出)?"
_THAN_YEAR = r"(?P<a>20\d\d)年?(?:的|全年)?(?P<what>[^,?0-9]{1,10}?)(?:跟|和|与|同|比|比起|相比于?|较|相较于?|对比)(?P<b>20\d\d)年?(?:的)?(?:相比|比起来|比较|对比|比|来)?,?(?:一共|总共|共)?"

APART: tuple[tuple[str, str], ...] = (
    # --- how long between two events, by how many points, by what sum
    (
        rf"^(?:(?:what is|what's|what was) )?(?:the )?(?:from )?(?P<a>[^,?:;]{{6,50}}?) (?:to|and|till|until|through to) (?P<b>[^,?:;]{{6,50}}?)[,:; -]+(?:what(?:'s| is| was) the |the )?{_GAP} (?:in|of) {_UNIT}(?=\W*$)",
        r"how many \g<unit> lie between \g<a> and \g<b>",
    ),
    (
        rf"^(?P<a>[^,?:;]{{6,50}}?) (?:to|and|till|until) (?P<b>[^,?:;]{{6,50}}?)[,:; -]+(?:(?:that's |is |was )?how many {_UNIT}(?: apart| between(?: them)?| in between)?|{_UNIT.replace('unit', 'units')} (?:gap|apart|between))(?=\W*$)",
        r"how many \g<unit>\g<units> lie between \g<a> and \g<b>",
    ),
    (
        rf"^(?P<a>[^,?;]{{4,60}}?) both (?:went public|listed|floated|debuted|ipo'?e?d|got listed)(?P<where>[^;,.?]{{0,30}}?)[;,.] (?:so )?(?:what's|what is|what was|how big is|how long is) the {_GAP} between (?:the two|those|these|the|their|both)(?: two)?(?: \w+)?(?: dates| days| listings| debuts| events)?,?(?: in| measured in) {_UNIT}(?=\W*$)",
        r"how many \g<unit> lie between the listings of \g<a>\g<where>",
    ),
    (
        r"^(?:(?:what is|what's) )?(?:the )?(?P<line>[^,?:]{2,30})[:,] (?:what's |what is )?(?:the )?(?:price (?:gap|difference)|difference in price) between (?:the )?(?P<a>[^,?]{2,30}?) and (?:the )?(?P<b>[^,?]{2,30}?)(?=\W*$)",
        r"how much more expensive is the \g<line> \g<a> than the \g<b>",
    ),
    (
        r"\b(?:what's |what is )?(?:the )?(?:price (?:gap|difference)|difference in price) between (?:the )?(?P<a>[^,?]{2,40}?) and (?:the )?(?P<b>[^,?]{2,40}?)(?=\W*$)",
        r"how much more expensive is the \g<a> than the \g<b>",
    ),
    (
        r"\b(?:(?:attributable|net) )*(?:profit|income|earnings) (?:divided by|over|/) (?:the |its )?(?:total )?(?:revenues?|sales|turnover)\b",
        "net margin",
    ),
    (r"\bgross profit (?:divided by|over|/) (?:the |its )?(?:total )?(?:revenues?|sales|turnover)\b", "gross margin"),
    (r"(?:归母)?(?:净利润?|纯利|溢利)(?:除以|÷|/)(?:总)?(?:营业?收入?|收入|营业额)(?:的)?(?:比例|比率|比值)?", "净利率"),
    (rf"\b{_POINTS}{_GAINED}\b", r"by how many percentage points did \g<who> gain \g<what>"),
    (rf"\b{_POINTS}{_LOST}\b", r"by how many percentage points did the \g<what> of \g<who> fall"),
    (rf"{_THAN_YEAR}{_MORE}(?P<how>{_MUCH})", r"\g<a>年\g<what>比\g<b>年多了\g<how>"),
    (rf"{_THAN_YEAR}{_LESS}(?P<how>{_MUCH})", r"\g<a>年\g<what>比\g<b>年少了\g<how>"),
    (r"(?<![体血血手药药瘦])(?P<than>(?:比|跟|和|与|较|相较于?|对比)(?:上周|上一?个?[周月季]|去年|前一?[年月周季]|年初|一年前|原本|原先|原来|此前)(?:同期)?(?:相比|比起来|比较|比|来)?,?)(?:减|缩|掉|砍|缩水|缩减|削减)了?(?P<how>多少|几)", r"\g<than>少了\g<how>"),
    (r"(?:又|再|还)?(?:加投|增投|再投|加码(?:投资)?|追投|加注)(?:了|过)?(?P<how>多少|几)(?P<sum>[^投,?]{0,3}?)(?=[?。]|$)", r"追加了\g<how>投资"),
    (r"(?:跟|和|与|比起?|较|相较于?|对比)(?:上|前)一?个?(?P<unit>周|礼拜|星期|月)(?:相比|比起来|比较|比|来)?,?(?P<how>(?:又|还)?(?:少|多|增|减|涨|跌|增加|减少|下降|上升)(?:了|出)?(?:多少|几))(?=[?。]|$)", r"一个\g<unit>\g<how>"),
    (
        r"^(?:单|光|要|若|只)?[论看比](?P<what>[^,?]{2,6}?),(?P<a>[^,?比]{2,16}?)(?:现在|目前)?(?:还|仍|尚)?(?:差|落后|输给?|不及|低于)了?(?P<b>[^,?多少几]{2,16}?)(?P<how>多少|几)",
        r"\g<a>的\g<what>比\g<b>少\g<how>",
    ),
    (rf"^(?:(?:单|光|只)?论|(?:单|光|只)看|(?:按|就)(?=[^,?]{{2,8}}(?:看|说|言|讲),))(?P<what>(?=[^,?]*(?:{SIZE_ZH}|价|率|息))[^,?]{{2,8}}?)(?:来看|而言|来说|来讲|看|说)?,", r"\g<what>上"),
    (r"(?:压过|胜过|赢过|盖过|甩开|拉开)(?:了)?(?P<b>[^,?多少几]{2,16}?)(?P<how>多少|几)(?![次名年])", r"超过\g<b>\g<how>"),
    (r"(?:还|仍|尚)差(?P<b>[^,?多少几不点]{2,12}?)(?P<how>多少)(?=[?]|$)", r"比\g<b>少\g<how>"),
    # --- from what to what
    (
        rf"(?P<done>{_CHANGED})(?:了|过)?(?P<what>[^,?]{{0,14}}?{_SEVERAL_OF}),(?:那|请问)?{_FIRST_IT_WAS}[,、 ]*(?:和|跟|与|而)?{_NOW_IT_IS}",
        r"\g<what>从多少调到多少",
    ),
    (
        rf"(?P<what>{_SEVERAL_OF})(?:有)?(?:被)?(?:{_CHANGED})?(?:了|过)?,?{_FIRST_IT_WAS}[,、 ]*(?:和|跟|与|而)?{_NOW_IT_IS}",
        r"\g<what>从多少调到多少",
    ),
    (
        r"(?P<what>\b(?:target|guidance|forecast|outlook|price target|target price|estimate|price|goal)s?\b[^,?;:]{0,30}?)[,;:-]+ ?(?:what (?:was|is) it )?(?:before and after|(?:old|previous|original) (?:and|vs\.?|versus) (?:new|current)|then and now|what was it (?:before|originally) and (?:what is it )?(?:now|after))(?=\W*$)",
        r"\g<what> changed from what to what",
    ),
    # --- each of several
    (
        rf"^(?P<what>(?=[^?]*(?:{SIZE_ZH}|价|率|息))[^?,]{{2,20}}?)[ :,](?P<a>[^?,\s最哪谁多几什]{{2,10}})\?(?P<b>[^?,\s最哪谁多几什]{{2,10}})\?*$",
        r"\g<what> \g<a>和\g<b>各是多少",
    ),
    (
        r"(?:各自|各家?|分别)(?:都)?(?:是|在)?(?:哪一?[天日年]|什么时候|何时|几时|几月几[日号]|啥时候)(?:上市|挂牌)(?:的)?(?=[?]|$)",
        "的上市日期分别是什么",
    ),
    (
        r"的?(?P<does>成立|创立|创办|设立)(?:的)?(?:年月日?|年份|时间|日期)(?:与|和|及|跟|、|以及|还有)(?:成立|创立|创办|设立)?(?:的)?(?:地点|地方|城市|所在地|地)(?:,)?(?:各自?|分别)?(?:是|为|在)?(?:什么|哪里|何|哪)?(?=[?]|$)",
        r"是什么时候在哪里\g<does>的",
    ),
    (
        r"(?:是)?(?P<when>哪一?[年天月]|什么时候|何时|几几年),?(?:、|又|和|以及|并)?(?:是)?在(?P<where>哪[里儿]?|哪个(?:城市|地方|省|国家)|什么地方|何处)(?P<does>出生|成立|创立|创办|创建|开张|开业|上市|去世|结婚|毕业)(?=的?(?:[?呢啊]|$))",
        r"是什么时候在\g<where>\g<does>",
    ),
    (
        rf"\b(?:vs\.?|versus) (?P<b>[^,?:;]{{2,40}}?)[,:;-]+ ?(?:who has |which has |which is |the )*(?P<how>lower|higher|bigger|larger|smaller|cheaper|longer|shorter|faster|better|heavier|lighter) (?P<size>(?:[\w-]+ ){{0,3}}?{SIZE_EN}|(?:\w+ )?(?:price|range|weight|cost|battery|speed|rate|payload))(?=\W*$)",
        r"vs \g<b>, which has the \g<how> \g<size>",
    ),
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
        rf"^(?P<a>[^,?]*?\b{SIZE_EN}\b[^,?]*?) (?:minus|less|-|−|–) (?P<b>[^,?=]{{3,}}?)(?: ?= ?\??| ?equals(?: what)?)?(?: ?\?)*$",
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
)
