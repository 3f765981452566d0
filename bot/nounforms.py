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
_ONE_OF = "(?:一?[家间个])(?:公司|企业|单位|机构)?"
_EVENT = "(?:活动|发布会|发表会|大会|会议|峰会|论坛|年会|展会|展览|展|场合|会)"
_SHOWN = "(?:首次|首度|正式|第一次)?(?:亮相|登场|露面|公开|现身|问世|首发)"
_COSTS = "燃油|研发|人工|人事|广告|营销|行销|物流|运输|租金|水电|管理|销售|财务|推广|利息|折旧"
_PARTLY = "(?:几成|百分之(?:几|多少)|几(?:%|趴|个百分点)|多少(?:%|百分比|比例)|多[大高](?:的)?比例)"


_FRAMES = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        (r"(?<=[\u3400-\u9fff%])阿(?=\W*$)", ""),  # for 啊
        # --- when: the noun for the verb
        (
            r"^(?:what(?:'s| is| was|s)? )?(?:the )?(?P<x>[^,?]{3,60}?)(?:'s)? (?:opening|re-?opening)(?: (?:date|day|timing|schedule)(?: when)?| when)" + _END,
            r"when is \g<x> expected to open",
        ),
        # --- how much: the sum for the verb
        (rf"(?P<n>{_COSTS})费用?(?:总共|一共|共)?(?:花|烧|砸|用(?=[了掉]))(?:了|掉)*(?:多少|几多)钱?", r"\g<n>费用是多少"),
        (r"(?<=日均)成交(?=多少|几|是)", "成交额"),
        (r"净亏(?:了|掉|得)?(?=多少|几)", "净亏损"),
        (r"(?:几|多少)个?钟(?:头)?(?=$|[?,才能可吗呢啊])", "几小时"),
        (r"充满(?=(?:大概|大约)?(?:要|需|得|花|用)(?:要|花|费|用)?(?:多久|几|多长))", "充满电"),
        # --- how large a share
        (rf"(?P<r>(?:[利率]率|占比|比重|比例)(?:[^,?]{{0,3}}[跌降掉升涨到达至为是]{{1,3}})?){_PARTLY}", r"\g<r>多少"),
        (r"(?<=[ ,?])(?P<did>[涨跌升降][了掉得到]?)几(?:%|趴)", r"\g<did>百分之几"),
        (r"(?:价格|售价|价钱|报价)(?:要|会|将|打算|准备|预计|这次)*涨(?=(?:多少|几|百分))", "涨价"),
        (r"(?<![卖支付拿掏花])出(?:了|过)?(?=多少钱|几个?亿)", "投了"),
        (r"(?<![a-z])(?P<in>收入)(?=(?:和|与|及|、|跟|还有|以及|,)(?:归母|扣非)?(?:净利|纯利|利润|毛利))", "营收"),
        (r"有(?:没有|无)过(?=[\d百千一二三四五六七八九十])", "有没有超过"),
        # --- who, where
        (
            rf"^(?P<who>(?:(?!之前|以前|此前|当时|曾|年)[^,?]){{2,14}}?)(?:现在|目前|如今)?(?:是)?在哪{_ONE_OF}(?:当|做|任|担任|出任)(?P<role>[^,?的]{{2,8}}?)(?:的|啊|呢)?" + _END,
            r"\g<who>是哪家公司的\g<role>",
        ),
        (rf"(?:是)?在?(?:哪一?[个场次届种]|什么|啥){_EVENT}上?(?:的时候)?{_SHOWN}", "是在什么活动上发布"),
        (r"(?P<v>接)(?:了|下|手)?(?=(?:执行长|财务长|技术长|营运长|总裁|董事长|总经理|主席|行政总裁|首席|ceo|cfo|coo|cto))", "接任"),
        # --- places in a ranking
        (r"(?:季军|探花|老三)(?=呢|是|为|,|\?|$|又?是?(?:谁|哪))", "第三名"),
        (r"(?P<v>亏|赔)(?:损)?得?(?:更|比较|较)(?:大|重|惨|凶|严重|狠|厉害|多)", r"\g<v>得比较多"),
        (r"(?P<v>亏|赔)(?:损)?得?最(?:大|重|惨|凶|严重|狠|厉害)", r"\g<v>得最多"),
        # --- when the shares came to the market
        (r"\bfirst[- ](?P<t>trading )?day clos(?:e|ing)(?: price)?\b", r"closing price on first \g<t>day"),
        (
            r"^where (?:did|do|does|are|is) (?:the )?(?P<x>[^,?]{2,40}?)(?:'s)? (?:shares?|stock|share price)(?: price)? (?:end up|wind up|close|finish|settle|land|stand|trade|trading)(?: at)?(?P<rest>[^?]*?)(?: (?:came|come) out| (?:were|was|got) (?:released|published|announced))?" + _END,
            r"\g<x> share price\g<rest>",
        ),
        # --- a year said twice
        (r"(?:去年|今年|前年|上年|明年)(?:度)?(?:,?(?:也就是|就是|亦即|即|指的?是)|\()(?P<y>20\d\d)年?\)?(?:那年|度)?", r"\g<y>年"),
        # --- how many, at most
        (r"\bgap between (?=the two|them|both)", "difference between "),
        (r"\bwhat number of\b", "how many"),
        (r"^(?P<and>and )?(?P<n>(?!how|what|which|when|in )[^,?]{3,40}), how many (?P<rest>(?:did|does|has|have|had|are|were|was|will) [^?]*)", r"\g<and>how many \g<n> \g<rest>"),
        # --- written short
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
