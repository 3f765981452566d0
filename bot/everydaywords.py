"""Everyday words for losing, earning, owning, comparing and causing, as the press has them: 賠錢, 誰壓過誰, 功勞在哪, 撐門面.

What a word means alone stands in the lexicon. Here is what depends on the word beside it: 賠了多少 is a loss unless somebody is
given it, 毛利 is a margin where a per cent is asked for, and whoever 撐門面 is the main one. Patterns see folded text; what is put
is in Simplified.
"""

from __future__ import annotations

from functools import lru_cache

from bot.ranktalk import SIZE_ZH, WHO_ZH
from bot.rewrites import Rewrites, put
from kb import lazy
from kb.text import fold

_END = r"(?=$|[?,。;、 ])"
_WHAT = "(?:什么|啥|哪[些个样]|何)"
_PERCENT = "(?:百分之?(?:几|多少)|[几多]少?(?:%|趴)|几成|几个?点|几个?百分点)"
_PERIOD = r"(?:\d年|[去前今上]年|全年|[上下]半年|季度?|个月|\d月|h[12]|q[1-4]|财年|期|以来)"

_YEAR = lazy.compile(r"(?<!\d)(?:20)?(\d\d)(?=年)|(?<!\d)20(\d\d)(?!\d)")
_HELD_AGAINST = lazy.compile(
    r"(?:比起?|相?较于?|相较于?|跟|和|与|同|对比)(?:20)?(?P<year>(?<=20)\d\d(?!\d)|\d\d(?=年))年?(?:的|全年|同期)*(?:相比|比起来|比较|比)?[,，]?(?:(?P<rate>(?:的)?(?:增长|成长)(?:的)?(?:幅度|率|多少|几%)(?:呢|是多少|多少)?)|(?=(?:是|又|大概|一共|总共)*(?:多|少|增|减|涨|跌|成长|下降|高|低)(?:加|少|长)?(?:了|出)?(?:多少(?:钱|元|百分|亿)|几|百分))|(?=[^,?]{2,14}(?:20\d\d|(?<!\d)\d\d年)))"
)
_PLAINLY = lazy.compile(r"比(?!起)")  # 比2024年多了多少 is worked out of the two years as it is
_MORE = lazy.compile(r"(?:多|少|增加?|减少?|成长|增长|下降)(?:了|出)?(?:多少|几|百分)")
_ROUNDS = lazy.compile(r"(?:前前?后后?|总共|一共|这|那)*[两三四五]轮[(（](?P<which>[a-g](?:\+)?(?:轮)?(?:[、,，和/ ]+[a-g](?:\+)?(?:轮)?)+)[)）]")
_ROUND = lazy.compile(r"[a-g]\+?")
_THAT = lazy.compile(r"(?<=[是在由])那(?=(?:位|家|一?[年天]|里|儿|边|国|间|个人|所学校|所大学|[两三四几]家)(?:$|[?, 啊阿呀呢来的]|出生|毕业|读|念|上市|生产|设立|成立|工作))|(?<=分别在)那(?=里|儿|$|[?])")
_ASKS = lazy.compile(r"谁|哪|什么|多少|几|怎|何|吗|为啥|多久|多[大长高]")

_WORDS = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        # --- who minds what
        (r"(?:的)?(?:钱|财务|账|帐|钱袋子?|荷包)(?:是|由|归|都)*谁(?:在|来)?(?:管|负责|掌管|看|把关)", "首席财务官是谁"),
        (r"谁(?:在|来|是)?(?:管|负责|掌管|看)(?:着|理)?(?:公司)?(?:的)?(?:钱|财务|账|帐|钱袋子?|荷包)(?:的)?", "首席财务官是谁"),
        # --- losing and earning
        (r"(?:由|从)(?:赔|亏|蚀)(?:钱|本)?(?:变|转|到|变成|翻)(?:成|为)?(?:赚|盈)(?:钱|利)?", "扭亏为盈"),
        (rf"(?P<when>{_PERIOD}[^,?]{{0,8}}?)(?:净)?[赔蚀](?:了|掉|得|进去)*(?=(?:多少|几)(?:[个亿千百万]|钱|$|[?啊呀呢 ]))(?![^?]*(?:给|客户|乘客|用户|投资人|投资者|消费者|家属|受害))", r"\g<when>亏损"),
        (r"(?<![不要求索理])(?:赔钱|赔本|亏本|蚀本|蚀钱|折本)(?!给|吗给)(?=$|[?,了的是得最原主为怎很那时中]|多少|几)", "亏损"),
        (r"失血(?=(?:最|多少|几个?亿|主因|原因))", "亏损"),
        (r"(?:销售|营业|营运)(?:进账|进帐|入账|入帐)", "营收"), (r"(?P<n>多少)(?:进账|进帐)(?=$|[?,])", r"\g<n>收入"), (r"(?:进账|进帐|入账|入帐)(?:的)?(?=(?:有|是|了|达)?(?:多少|几|多大))", "收入"),
        (r"赚头(?=[多大少小高低厚薄最比更怎如有]|$|[?])", "利润"),
        (r"(?P<mid>[\u3400-\u9fff ])生意额", r"\g<mid>营业额"), (r"卖(?:出去?|掉|到)?的(?:总)?(?:金额|钱|数额)(?=占)", "收入"), (r"卖(?:出去?|掉|到)?的(?:总)?(?:金额|钱|数额)", "销售额"), (r"卖(?:出去?|掉)的(?:总)?(?:数量|件数|台数|辆数|量)", "销量"),
        # --- a margin, where a per cent is asked for or profit is thick or thin
        (r"(?P<n>毛利|净利)率(?P<how>(?:比较|较|更|最|有多|多)*)(?:厚|肥|漂亮|好看|亮眼)", r"\g<n>率\g<how>高"),
        (r"(?P<n>毛利)(?![率额润])(?P<mid>[^率]{0,40}毛利率)", r"\g<n>率\g<mid>"),
        # --- growing, which is no chairman
        (r"会长(?=多[少快大]|得[快慢多好]|几(?:成|个?百分|%))", "会增长"),
        # --- what a firm is worth, what it owns
        (r"家底[(（](?P<what>[\u3400-\u9fff]{2,6})[)）]", r"\g<what>"),
        (r"持股%", "持股比例"),
        # --- comparing: who has more of what was named
        (r"[两三](?:边|家|者|头)(?:的)(?=[^,?]{2,6}[合加]起来)", ""),
        (rf"(?:[ ,，]|(?=[两三四]家))(?:[两三四]家)?(?:比起来|比较起来|相比|比一比|比)?(?:是)?(?:{WHO_ZH}|谁)(?:会|能|才|是|比较|更)*(?:赢|胜出|胜|领先|高)(?:了|啊|呀|呢)*[ ,，]+(?P<each>[^,? ]{{0,6}}各(?:自|家|是)*(?:多少|几))", r",\g<each>"),
        (rf"(?P<pre>^|[年度季月,，])(?:单|光|只)?(?:论|比拼|比|拼)(?P<of>[^,?比]{{0,10}}?{SIZE_ZH})(?=[,，])", r"\g<pre>\g<of>"),
        (r"(?:这|那)(?:一)?[块项](?=[ ,，])", ""),
        # --- a share of the whole
        (r"哪一?[块个片](?:地盘|山头|阵地|战场)", "哪个地区"),
        # --- what something is owed to
        (rf"(?:是|就是)?(?:被|受|让|遭|给|受到)(?:{_WHAT}|谁|哪一?[个块]业务)(?:东西|事情?|因素|业务)?(?:给|所)?(?:拖累|拖垮|拖下水|拖住|拖后腿|拖|害|害惨|吃掉|吞掉|吞噬|侵蚀|打击|冲击|压垮|搞垮|带衰|绊住)(?:的|了|到)*{_END}", ",为什么"),
        (rf"[,，]?(?:是|到底|究竟)*(?:凭|靠|用)(?:的是|了|[着著]|的)?{_WHAT}(?:本事|条件|理由|东西|优势)?(?:来|去|才|能)?(?:打动|说服|吸引|赢得|征服|拿下|赢下|抢下|拿到|抢到|搞定|吃下|争取到?|拉到|拉拢)(?:了)?(?P<whom>[^,?]{{2,14}}?)(?:的)?" + _END, r"为什么被\g<whom>选中"),
        # --- joining and leaving
        (r"(?:个)?年头(?=了|$|[?啊呀呢])", "年"),
        (r"(?:当初|后来|最后|突然)*(?:怎么|为什么|为啥|为何|干嘛)(?:就|会|要|突然|忽然)*从(?P<at>[^,?从]{2,8}?)(?:这|那)?(?:行业?|块业务|块|个?领域|个?市场|门生意)?(?:撤(?:出来|出|走|退|下来)|抽身|抽手|收手|退场|淡出|脱身|离场|出来)(?:的|了)*(?=$|[?])", r"为什么不做\g<at>了"),
        # --- making and selling
        (r"(?<=[年季月共计概约够能]) ?(?:交|送|卖|出|推)(?:货)?(?:出去|了出去)(?:了)?(?=(?:多少|几)[\u3400-\u9fff万亿千百 ]*(?:手机|芯片|晶片|车|电池|台|颗|片|辆|部|只|枚|块|架|套|支))", "出货"),
        # --- rising, falling, and from what to what
        (rf"(?P<of>{SIZE_ZH})(?:一共|总共|又|就|足足|一口气|一下子?)*(?:跳|蹦|窜|蹿|飙|冲|喷|拉|拱)(?:升|涨|高|上去)?(?:了|上去)?(?=(?:{_PERCENT}))", r"\g<of>增长"),
        (r"(?:走下坡(?:路)?|往下走|向下走|往下掉)", "下滑"),
        (r"开市价", "开盘价"), (r"收市价", "收盘价"), (r"超购(?=了?(?:多少|几))", "超额认购"),
        # --- on the market, and of whom
        (r"(?:在)?港股(?:上市|挂牌)(?=(?:是|在|为)?(?:哪|什么时候|何时|几[月时号]))", "在香港上市"), (r"(?:的)?ipo(?:的)?(?=(?:联席)?(?:保荐人|保荐机构|承销商|主承销商))", "招股"),
        (r"(?P<what>目标价)(?:是)?(?:喊|给|看|开|抓|叫|订|定)(?:到|出|在)?(?P<how>多少|几元?)(?:去了|了)?", r"\g<what>喊到\g<how>"),
        (r"几年次(?:的)?" + _END, "哪年出生"), (r"(?:是|到底)?(?:哪一?年|几几年|几年|何年|什么时候|啥时候)(?:哪月)?(?<![了过])生的" + _END, "哪年出生"),
        (r"(?<![和跟与、及])(?:总共|一共|合共|拢共|统共)(?:有|是)?(?=[几多]少?[家款座种篇国](?![^?]*(?:和|跟|与)))(?<![两三四五六]家.{2})", "有"),
        (r"(?:有)?哪(?P<n>[几些])(?:块|个|片)?(?:地盘|领域|行业|市场|阵地|山头)?(?:是)?(?:别人|对手|外人)?(?:抢不走|动不了|啃不动|拿不走|撼不动|守得住|兜得住|能兜底|可以兜底|能保底)(?:的)?" + _END, r"的基本盘是哪\g<n>块"),
        (r"融完(?:资|钱)?(?:之?后)?(?=估值|的?估值)", "融资后"),
        (r"[ ,，](?:有没有|有无|有谁|谁|有人|有)(?:人)?(?:知道?|晓得|清楚|懂|讲|说|提|写|公布|披露|数字|数据)(?:过|到)?(?:的)?(?:吗|啊|呀)?[?]*$", ""),
        (r"[ ,，]?(?:一家)?一?(?:家)?(?:赚|盈|升|涨|增|高|多)[、,，]?一(?:家)?(?:赔|亏|跌|降|减|低|少)(?=[ ,，各])", " "), (r"(?P<what>代号|代码|编号|号码)(?:是|为)?几号", r"\g<what>是多少"),
        (r"(?:上市|挂牌)(?:的)?(?:首日|头一[天日]|第一[天日])(?:的)?[,，]?(?=(?:开盘|收盘|股价|首日))", "首日"), (r"(?:首日|当天|当日)收盘(?!价)(?:的)?(?=比)", "首日收盘价"),
        (r"(?:挤进|跻身|挤入|闯进|杀进|进入|打进|冲进)(?:前)?(?:三甲|三强)", "挤进前三"),
        (r"(?:在?(?:港股|香港|赴港|h股|a股|科创板))?(?:上市|挂牌|ipo)的(?=(?:联席)?(?:保荐|承销|主承销))", ""),
        (r"每(?:十|10)股(?:可以?|能够?|会|将)?(?:拿|分|领|配|派|收)(?:得到?|到|息)?(?=(?:多少|几))", "每10股派"),
        (r"^(?:这?(?:份|篇)?(?:券商|研报|报告|研究报告|调研报告|调研纪要|文章|报道|作者))(?:们)?(?:都)?(?:认为|觉得|指出|提到|点出|列出|列了|警告|提示|说)(?=[^,?]{2,24}(?:风险|挑战|隐忧|变数|变量|不确定性))", ""), (r"(?:面临|面对|要面对|存在|潜在)(?:着)?(?:的)?(?=(?:什么|哪些|哪几[个种项])(?:主要|潜在|重大)?(?:风险|挑战|隐忧))", "有"),
        (r"[,，。?？]\s*(?:这|那|各|几|两|三|诸)?[几两三各]?[位名]?(?:专家|学者|分析师|分析人士|受访者|业内人士|高管|人)们?(?:之间)?(?:的)?(?:说法|看法|观点|意见|讲法|判断)(?:都|是否|有没有)?(?:一样|一致|相同|不同|有出入|统一)(?:吗|不|么)?(?=[?？]?$)", "?"),
        (r"(?<=[\u3400-\u9fffa-z])(?:主要)?(?:是)?(?:做|生产|卖|搞|经营)(?:些)?(?:啥|什么|哪些)(?:产品|东西|业务|生意|行业|行当)的" + _END, "是做什么的"),
        # --- words of the trade, stretches of a year, and what is said beside the question
        (r"经营团队", "管理团队"), (r"最(?:为)?(?:发愁|头疼|头痛|犯愁|操心|忧心|揪心|苦恼)", "最担心"), (r"(?P<fee>[\u3400-\u9fff]费)要(?=(?:多少|几)钱)", r"\g<fee>是"),
        (r"(?<!\d)(?P<y>20\d\d)年?(?:的)?(?:头|首|前)(?:九|9)个月", r"\g<y>年前三季度"),
        (r"^(?:用|拿|以)[^,?]{2,16}?(?:减|扣)(?:掉|去|除)?[^,?]{1,12}[,，](?P<rest>[^?]{6,40}?)(?:大概|大约|约)?(?:是|有|为)?(?=多少)", r"\g<rest>推算是"),
        # --- to run a place, to be somebody's
        (r"(?:(?:另外|此外|同时|还|又|也)+(?:挂[着著]?|兼[着著]?|顶[着著]|身兼|兼任)|身兼|兼任|兼[着著])(?:了)?(?:什么|啥|哪些|哪[两三几]个?|哪个|何)(?:别的|其他)?(?:职位|职务|头衔|职|名头|title|身份)", "还担任什么职务"), (r"(?:挂|顶)(?:[着著])?(?:的是)?(?:什么|啥|哪个|何)(?:职位|职务|头衔|职|名头|title)", "担任什么职务"),
        (r"(?:沿途|沿路|一路上?|途中)(?=停靠|经过|要?靠|经停|挂靠)", ""),
        (r"(?P<n>(?:所有|全部|通通|统统)?)(?:全部)?(?:加一加|加加看|兜一兜|凑一凑|加在一块儿?|合在一起|合起来|兜在一起|并在一起)(?=(?:一共|总共|共)?(?:是|有|等于)?(?:多少|几))", r"\g<n>加起来"),
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_press_words(text: str) -> str:
    """Return a message with everyday words for what happens to money and firms as the press has them.

    >>> in_press_words("嵐海2025年頭三季一共賠了多少?"), in_press_words("嵐海賠了多少給乘客?")
    ('嵐海2025年頭三季一共亏损多少?', '嵐海賠了多少給乘客?')
    """
    text = _that_for_which(_rounds_named(_year_before(text)))
    return put(_WORDS, text)


def _year_before(text: str) -> str:
    """比2024年 as 比上一年, where a figure of 2025 is asked for and how much more it is."""
    folded = fold(text)
    held = _HELD_AGAINST.search(folded)
    years = ["".join(y) for y in _YEAR.findall(folded)]
    if held is None or len(years) != len(("this", "before")) or (_PLAINLY.match(held.group()) and not held["rate"]):
        return text
    this = next((y for y in years if y != held["year"]), "")
    if not this or int(this) != int(held["year"]) + 1:
        return text
    start, end = held.span()
    if held.start() == 0:  # 和2024年相比,甲2025年…多了几个亿
        moved = _MORE.search(folded, end)
        return text if moved is None else text[end : moved.start()] + "比上一年" + text[moved.start() :]
    return text[:start] + ("同比增长多少" if held["rate"] else "比上一年") + text[end:]


def _rounds_named(text: str) -> str:
    """三輪(A、B、C) as A轮、B轮、C轮."""
    folded = fold(text)
    found = _ROUNDS.search(folded)
    if found is None or len(folded) != len(text):
        return text
    return text[: found.start()] + "、".join(f"{r.upper()}轮" for r in _ROUND.findall(found["which"])) + text[found.end() :]


def _that_for_which(text: str) -> str:
    """那裡, 那位 as 哪里, 哪位, where a clause asks by nothing else."""
    folded = fold(text)
    if "那" not in folded or len(folded) != len(text):
        return text
    for found in _THAT.finditer(folded):
        start, end = (max(folded.rfind(c, 0, found.start()) for c in ",? ") + 1, min((i for c in ",? " if (i := folded.find(c, found.end())) >= 0), default=len(folded)))
        if not _ASKS.search(folded, start, end):
            text = text[: found.start()] + "哪" + text[found.start() + 1 :]
    return text
