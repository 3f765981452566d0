"""Questions that put a noun, a share or two asks in a row where others put a verb: 生效日期, "opening date?", 能带多重能飞多远.

Each is put as the question with a verb that the kinds of answer read. What decides what is asked (a measure, a time, a name) is
never dropped. Patterns are matched against folded text, and what is put is in Simplified.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.rewrites import Rewrites, put
from kb import lazy
from kb.text import fold

_END = r"(?=\W*$)"
_STOP = r"(?=$|[?,;、])"
_ONE_OF = "(?:一?[家间个])(?:公司|企业|单位|机构)?"
_EVENT = "(?:活动|发布会|发表会|大会|会议|峰会|论坛|年会|展会|展览|展|场合|会)"
_SHOWN = "(?:首次|首度|正式|第一次)?(?:亮相|登场|露面|公开|现身|问世|首发)"
# What has a date of its own in no fact, and is told with its verb.
_BEGINS = (
    "生效|投产|启用|开业|交割|通车|完工|动工|复工|停产|停运|开播|上映|首映|开幕|闭幕|开打|到期|截止|执行|实施|调价|涨价|调涨|降价"
    "|开工|竣工|试产|试营运|试运营|送样|首飞|开馆|开园|搬迁|解禁"
)
_ASKS_WHEN = "(?:是|在|为)?(?:几号|几月几[号日]|哪[一]?[年天日]|什么时候|何时|多少)?"
_COSTS = "燃油|研发|人工|人事|广告|营销|行销|物流|运输|租金|水电|管理|销售|财务|推广|利息|折旧"
_PARTLY = "(?:几成|百分之(?:几|多少)|几(?:%|趴|个百分点)|多少(?:%|百分比|比例)|多[大高](?:的)?比例)"
_MUCH = "多(?:重|远|大|长|高|久|快|深|厚|宽|贵)"
_HOLDS = "(?:hold|take|carry|fit|have|support|seat|run|handle|pack|contain|link)"


_FRAMES = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        (r"(?<=[\u3400-\u9fff%])阿(?=\W*$)", ""),  # for 啊
        # --- when: the noun for the verb
        (rf"(?P<v>{_BEGINS})(?:日期|日子?|时间点?|年份|年月){_ASKS_WHEN}{_STOP}", r"什么时候\g<v>"),
        (
            r"^(?:what(?:'s| is| was|s)? )?(?:the )?(?P<x>[^,?]{3,60}?)(?:'s)? (?:opening|re-?opening)(?: (?:date|day|timing|schedule)(?: when)?| when)" + _END,
            r"when is \g<x> expected to open",
        ),
        (
            r"^(?:what(?:'s| is| was|s)? )?(?:the )?(?P<x>[^,?]{3,60}? (?:deal|takeover|merger|acquisition|purchase|sale|transaction|round|buyout))(?:'s)? "
            r"(?:closing|completion)(?: (?:date|day|timing|schedule)(?: when)?| when)" + _END,
            r"when is the \g<x> expected to close",
        ),
        # --- how much: the sum for the verb
        (r"(?P<v>罚|捐|赔|付|花|投)(?:款|出|偿|了)?的(?:总金额|金额|总额|数额|款项|钱)(?:是|为|有|共)*(?:多少|几多)?" + _END, r"\g<v>多少钱"),
        (
            r"(?:收购|买下|并购|购入|买)(?P<x>[^,?的]{2,24}?)(?: ?的 ?)(?:价钱|价格|代价|对价|作价|总价|成交价|金额|花费)(?:是|为)?(?:多少|几多)?" + _END,
            r"花了多少钱买下\g<x>",
        ),
        (r"(?P<v>投资)(?:总)?(?:金额|额)(?:是|为)?(?:多少|几多)?(?=$|[?;、])", r"\g<v>多少"),
        (rf"(?P<n>{_COSTS})费用?(?:总共|一共|共)?(?:花|烧|砸|用(?=[了掉]))(?:了|掉)*(?:多少|几多)钱?", r"\g<n>费用是多少"),
        (rf"(?P<n>{_COSTS})费(?:是|有|要)?(?=多少|几)", r"\g<n>费用是"),
        (
            r"(?:造|做|生产|制造)(?:出)?一[台辆部个件架颗片支双] ?(?P<x>[^,?]{2,14}?) ?(?:的)?成本(?:是|要|得|需要|大概)*(?:多少|几)(?:钱)?",
            r"\g<x>单位成本多少",
        ),
        (r"(?P<n>存货|库存|应收[账帐]款)(?:平均)?(?:多久|几天|多少天|几日)(?:会|才|能)*周转一[次轮回]", r"\g<n>周转天数"),
        (r"(?<=日均)成交(?=多少|几|是)", "成交额"),
        (r"净亏(?:了|掉|得)?(?=多少|几)", "净亏损"),
        (r"(?:到|截至|截止)?(?:目前|现在|今)为[止只],?(?:总共|一共|合共|共)*(?=卖|销|出货|交付|生产)", "累计"),
        (r"(?:几|多少)个?钟(?:头)?(?=$|[?,才能可吗呢啊])", "几小时"),
        (r"充满(?=(?:大概|大约)?(?:要|需|得|花|用)(?:要|花|费|用)?(?:多久|几|多长))", "充满电"),
        (r"(?:从|由)?(?:静止|零|(?<![\d.,-])[0〇])(?:起步)?(?:开始)?(?:加速)?(?:到|至|-|~)(?:时速)?(?:一百|100|百)(?!\d)(?:(?:公里|千米)(?:/h|/小时|每小时|时速)?(?:的?加速)?|(?:km)?(?:/h)?的?加速)(?:时间)?(?:(?:要|需|得|花|用)+(?=几秒|多少秒|多久|多长))?", "零百加速"),
        # --- how large a share
        (rf"(?P<r>(?:[利率]率|占比|比重|比例)(?:[^,?]{{0,3}}[跌降掉升涨到达至为是]{{1,3}})?){_PARTLY}", r"\g<r>多少"),
        (
            rf"(?P<a>[^,?]{{2,16}}?)(?:给|为|替|对|帮)(?P<b>[^,?]{{2,16}}?)(?:带来|贡献|创造)(?:了|出)?(?:{_PARTLY})(?:的)?(?P<what>收入|营收|销售额?|利润|毛利|销量|出货量?)",
            r"\g<a>占\g<b>\g<what>几成",
        ),
        (r"有(?:多少|多大|多高)(?:的)?(?:比例|比率|百分比)的?(?=[^,?]{0,2}(?:人|客户|用户|受访|家庭|企业|公司|员工|消费者))", "百分之几的"),
        (r"(?<=[ ,?])(?P<did>[涨跌升降][了掉得到]?)几(?:%|趴)", r"\g<did>百分之几"),
        (
            r"(?:下挫|重挫|急挫|大挫|走低|走跌|跳水|下杀)(?=[了掉得到]?(?:多少|几|百分))",
            "下跌",
        ),
        (r"(?:劲扬|劲升|飙升|急升|走高|上扬|拉升)(?=[了掉得到]?(?:多少|几|百分))", "上涨"),
        (r"(?:价格|售价|价钱|报价)(?:要|会|将|打算|准备|预计|这次)*涨(?=(?:多少|几|百分))", "涨价"),
        (r"(?<![卖支付拿掏花])出(?:了|过)?(?=多少钱|几个?亿)", "投了"),
        (r"(?:r ?& ?d|(?<![a-z])rd)(?:费用|支出|开支|上)?(?P<how>(?:花|用|烧|砸)(?:了|掉)*(?:多少|几))", r"研发\g<how>"),
        (r"(?<![a-z])(?P<in>收入)(?=(?:和|与|及|、|跟|还有|以及|,)(?:归母|扣非)?(?:净利|纯利|利润|毛利))", "营收"),
        (r"有(?:没有|无)过(?=[\d百千一二三四五六七八九十])", "有没有超过"),
        (r"(?<=[?,])(?P<n>[^,?]{2,8}?(?:范围|区间|数字|金额|数额|比例))(?:请)?(?:给|说|报|讲|列)(?:一?下|我)(?=\W*$)", r"\g<n>是多少"),
        (
            r"(?P<v>入组|招募|收治|纳入)(?:的)?(?P<n>患者|病人|受试者)(?:的)?(?:总数|总人数|人数|数量|数目)(?:是|有|为|共)*(?:多少|几)?" + _END,
            r"\g<v>多少\g<n>",
        ),
        # --- two asks without a stop between them
        (rf"(?P<a>{_MUCH}(?:的东西|的货)?)(?=(?:又|还|并)?(?:能|可以?|会|要)?[\u3400-\u9fff]{{1,2}}{_MUCH})", r"\g<a>,"),
        (r"^(?P<x>(?:(?!\b(?:what|which|who|how|where|when|why)\b)[^?,]){3,60}?),? and (?:what|which) (?P<n>[a-z]+(?: [a-z]+)?) (?:is|was|were|did|does) (?:that|it|this|they)(?: (?:represent|give|imply|equal|make|mean))?" + _END, r"\g<x> and \g<n>"),
        # --- who, where
        (
            rf"^(?P<who>(?:(?!之前|以前|此前|当时|曾|年)[^,?]){{2,14}}?)(?:现在|目前|如今)?(?:是)?在哪{_ONE_OF}(?:当|做|任|担任|出任)(?P<role>[^,?的]{{2,8}}?)(?:的|啊|呢)?" + _END,
            r"\g<who>是哪家公司的\g<role>",
        ),
        (rf"(?:是)?在?(?:哪一?[个场次届种]|什么|啥){_EVENT}上?(?:的时候)?{_SHOWN}", "是在什么活动上发布"),
        (r"(?P<v>接)(?:了|下|手)?(?=(?:执行长|财务长|技术长|营运长|总裁|董事长|总经理|主席|行政总裁|首席|ceo|cfo|coo|cto))", "接任"),
        # --- places in a ranking
        (r"(?:亚军|榜眼|老二|第二把交椅)(?=呢|是|为|,|\?|$|又?是?(?:谁|哪))", "第二名"),
        (r"(?:季军|探花|老三)(?=呢|是|为|,|\?|$|又?是?(?:谁|哪))", "第三名"),
        (r"(?P<v>亏|赔)(?:损)?得?(?:更|比较|较)(?:大|重|惨|凶|严重|狠|厉害|多)", r"\g<v>得比较多"),
        (r"(?P<v>亏|赔)(?:损)?得?最(?:大|重|惨|凶|严重|狠|厉害)", r"\g<v>得最多"),
        # --- when the shares came to the market
        (r"(?:上市|挂牌)(?:的)?(?:第一天|头一天|当天|首天|第一日)|(?:第一天|头一天|首天|首日)(?:上市|挂牌)", "上市首日"),
        (r"\bfirst[- ](?P<t>trading )?day clos(?:e|ing)(?: price)?\b", r"closing price on first \g<t>day"),
        (
            r"^where (?:did|do|does|are|is) (?:the )?(?P<x>[^,?]{2,40}?)(?:'s)? (?:shares?|stock|share price)(?: price)? (?:end up|wind up|close|finish|settle|land|stand|trade|trading)(?: at)?(?P<rest>[^?]*?)(?: (?:came|come) out| (?:were|was|got) (?:released|published|announced))?" + _END,
            r"\g<x> share price\g<rest>",
        ),
        # --- a year said twice
        (r"(?:去年|今年|前年|上年|明年)(?:度)?(?:,?(?:也就是|就是|亦即|即|指的?是)|\()(?P<y>20\d\d)年?\)?(?:那年|度)?", r"\g<y>年"),
        (r"\b(?:last|this|next) year(?:,? (?:i\.?e\.?|that is|meaning|so),? | ?\()(?P<y>20\d\d)\)?", r"\g<y>"),
        (
            r"^(?:and )?(?:the )?(?P<y>20\d\d)(?:'s)? (?:actuals?|realized|realised|final)(?: (?:number|figure|result|one))?" + _END + r"|^(?:and )?(?:the )?(?:actual|real|final) (?:number |figure |result )?(?:for |in )?(?P<z>20\d\d)" + _END,
            r"and \g<y>\g<z>",
        ),
        # --- how many, at most
        (
            r"^(?:what(?:'s| is|s) )?(?:the )?max(?:imum)?(?: number of| no of| count of)? (?P<n>[a-z]+) (?:in|per|for|on|to) (?:an? |one |each |the |every )*(?P<x>[^,?/]{2,40}?)" + _END,
            r"how many \g<n> can a \g<x> hold at most",
        ),
        (
            rf"^(?P<x>[^,?]{{2,40}}?),? (?:what is|what's|whats|what are) the (?:most|max(?:imum)?(?: number of)?|greatest number of) (?P<n>[a-z]+) (?:it|they|that) can (?P<v>{_HOLDS})",
            r"how many \g<n> can a \g<x> \g<v> at most",
        ),
        (r"\bgap between (?=the two|them|both)", "difference between "),
        (r"\bwhat number of\b", "how many"),
        (r"^(?P<and>and )?(?P<n>(?!how|what|which|when|in )[^,?]{3,40}), how many (?P<rest>(?:did|does|has|have|had|are|were|was|will) [^?]*)", r"\g<and>how many \g<n> \g<rest>"),
        (r"^(?:and )?(?P<x>[^,?]{2,30}?) (?:has|have|had|gets|got) how many of (?:those|them|these)" + _END, r"how many of them are at \g<x>"),
        # --- written short
        (r"\b(?:ph|phs)[. ]?(?P<n>[1-4](?:[ab/][1-4]?)?|i{1,3}|iv)\b", r"phase \g<n>"),
        (r"(?<![\w.])(?P<n>\d{1,2}) ?mos?\b(?! ?\w*(?:inc|corp))", r"\g<n>-month"),
        (r"\b(?P<per>per|an|each|every|a) hr\b", r"\g<per> hour"),
        (r"(?<=[a-z] )hrs\b|^hrs\b", "hours"),
        (r"(?<=[a-z\d] )mins\b", "minutes"),
        (r"(?<=[a-z\d] )secs\b", "seconds"),
        (r"\bserie\b(?! [a-h]\b)", "series"),
        # --- characters that are often taken for one another
        (r"劵", "券"),
        (r"规摸", "规模"),
    )
)  # fmt: skip
_FEW = lazy.compile(r"(?<=前)[2-9](?=大(?:客户|供应商|股东|厂商?|市场|品牌|业者|公司))|(?<=[\u3400-\u9fff])[2-9](?=厂(?![商牌家]))")  # 前5大 as 前五大
_NUMERALS = "二三四五六七八九"
_NOUNS = lazy.compile(
    r"^[^?]*(?:额|率|量|价|能|值|数|营收|收入|净利|利润|产能|投资多少)\?[^?]{2,10}(?:额|率|量|价|能|值|数|营收|收入|净利|利润)\?*$"
)
_ASKED = lazy.compile(r"多少|几|哪|什么|谁|何|吗|呢|怎")


@lru_cache(256)  # a message is read whole and in parts
def as_verbs(text: str) -> str:
    """Return a message that asks by a noun as the question with a verb.

    >>> as_verbs("嵐海漲價生效日期?"), as_verbs("kestrane tuas plant opening date?")
    ('嵐海漲價什么时候生效?', 'when is kestrane tuas plant expected to open?')
    >>> as_verbs("X4一趟能带多重能飞多远"), as_verbs("嵐海前5大客户占收入多少")
    ('X4一趟能带多重,能飞多远', '嵐海前五大客户占收入多少')
    """
    text = put(_FRAMES, text)
    folded = fold(text)
    if len(folded) == len(text):
        for few in _FEW.finditer(folded):
            text = f"{text[: few.start()]}{_NUMERALS[int(few.group()) - 2]}{text[few.end() :]}"
    if _NOUNS.match(folded):  # 投资额?年产能?
        asks = [p if _ASKED.search(p) else f"{p}多少" for p in re.split(r"[?？]+", text) if p]
        text = ",".join(asks)
    return text
