"""What a question takes from what was said before it in the same message: the name behind "it", the group behind "which of them".

All of it is read from the clauses that only frame the question, and only where the question lacks it or points at it.
"""

from __future__ import annotations

from bot import framewords as fw
from bot import questionwords as qw
from kb import lazy
from kb.text import HAN_ONE, fold

PRONOUN = lazy.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b|[他她它]们?(?:家)?|(?:这|那)(?:一)?(?:家|间|款|位|支|只|颗|座|台|部|个)(?:公司|企业|集团|厂商?|品牌|银行|机构|产品|东西|人|游戏|手机|车|机器人|药|芯片|餐厅|酒店|饭店|电池|基金|股票|股|系统|软件)?(?=的|有|在|是|[,?。\d]|$)|(?:该|此|本)(?:公司|集团|企业|行|厂|产品|品牌)|\b(?:the|this|that) (?:company|firm|group|brand|maker|business|bank|product|person)(?: itself)?\b('s)?")
_WHOSE = ("its", "their", "his", "her")
OF_SOMEBODY = lazy.compile(r"\b(?:he|she|his|her|him)\b|\b(?:this|that|the) (?:person|man|woman)\b|[他她]们?|这位|那位|(?:这|那)个人")
SEVERAL = lazy.compile(r"\b(?:they|their|them|both|each|respectively)\b|[他她它]们|分别|各自?|两[家者个]|双方")
# What points at something said before that no name stands for.
_POINTS = lazy.compile(r"\b(?:this(?! (?:year|quarter|month|week|half|season|time)\b)|these|those|such|same|others?|both)\b|\bthat\b(?! (?:is|are|was|were|has|have|had|it|they|the|he|she|[a-z]+ed)\b)|\bthere\b(?! (?:is|are|was|were)\b)|那(?!么|次|会|时)|这(?!么|次)|此(?!前|外|次|后)|该|同样|两者|其(?!中|他|实|余)|背后")
# The same with a noun of its own: that is enough to find it by, beside the name.
_POINTED_NOUN = lazy.compile(
    r"[这那该此](?:一)?(?:笔|份|个|款|项|家|轮|次|座|间|种|支|部|台|场|单|宗|桩|颗|批|条|只|档|套|块)?(?P<noun>(?![几些]|原因|理由|说法|比方|概念|词|名词|现象|事|情况|问题|意思|是|又|就|也|都|个|人|有|指)[\u3400-\u9fff]{1,2})|"
    r"\b(?:this|that|these|those) (?P<thing>(?!is\b|was\b|are\b|were\b|does\b|did\b|will\b|would\b|has\b|had\b|mean|happen|of\b|to\b|in\b|for\b|on\b|by\b|year\b|he\b|she\b|it\b|they\b|the\b)[a-z-]{3,})"
)
_THAT_TIME = lazy.compile(r"(?:in |during )?\b(?:that|the same) (?:year|period|quarter)\b|(?:当|那一?|同一?)年")
_OF_FIRM = lazy.compile(r"(?P<label>[a-z0-9+]{1,6}轮)")
_ROUND = lazy.compile(r"[这那该]一?轮")
# "which of them", 這四家裡面: one of a group that was said before.
_ONE_OF = lazy.compile(r"(?:^|(?<=, ))(?P<which>which|who|whom|how many|what share|any)(?: ones?)?(?: (?:of|among|out of) (?:them|these|those|the (?:two|three|four|five|six|seven|eight|nine|ten|lot|bunch|group)|that (?:group|lot|list)))?(?= )")
_ONE_OF_ZH = lazy.compile(r"(?:这|那)(?:[两三四五六七八九十几\d]+|一?批|一?些|一?群)?(?:家|间|款|个|支|种|位|只|档|者)(?:(?:上市|挂牌)?(?:公司|企业|厂商|厂))?(?=里|中|当中|之中|谁|哪|,)")
_FIRMS = r"(?:companies|firms|makers|manufacturers|houses|designers|producers|groups|banks|brands|carriers|airlines|developers|start-?ups|names|stocks|players|suppliers|retailers|insurers|brokers|miners|models|products|drugs|chips|vendors|foundries|operators)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|dozen|[2-9]|1\d)"
_GROUP = lazy.compile(rf"\b(?:the |those |these )?(?P<group>{_NUMBER} (?:[\w.&'-]+ ){{0,5}}?[a-z-]+s)\b(?=[ ,.;]|$)|\b(?:of|on|for|about|between|among|comparing|covering) (?:the |some |all )?(?P<kind>(?!(?:the|some|all|{_NUMBER}) )(?:[\w.&'-]+,? (?:and |or )?){{1,8}}?{_FIRMS})\b")
_PARTS = lazy.compile(r"\b(?P<parts>[\w.&-]+(?: [\w.&-]+)?(?:'s|s') (?:[\w-]+ ){0,2}?(?:regions|segments|divisions|businesses|products|markets|units|brands|lines|customers|countries|models|stores|plants|managers|executives|drugs|suppliers|rivals))\b")  # Foo's regions
_GROUP_ZH = lazy.compile(r"(?P<group>[两三四五六七八九十\d]+(?:家|间|款|支|种|位|只|档)[\u3400-\u9fffa-z0-9]{2,10}?)(?=的|,|。|$|里|中|都|我|谁)")
# What a piece of writing that is spoken of is about.
_ABOUT = lazy.compile(r"(?:[份篇则张个]|关于|有关)(?P<topic>(?![份篇则张个]|关于|有关)[\u3400-\u9fffa-z0-9.-]{3,16}?)的(?:材料|资料|报告|报道|报导|文章|新闻|稿子|介绍|消息|简报|研报|公告|笔记)")
# A term, as it is brought up: 混合鍵合這個詞, "the letters CSM".
_TERM = lazy.compile(
    r"[“\"「『‘](?P<quoted>[^“”\"「」『』’]{2,40})[”\"」』’]|"
    r"(?:出现|碰到|听到|看到|提到|遇到|见到|说到|讲到|谈到|聊到|提起|在讲|在说|在谈|都讲|都说|常讲|常说|老说|老讲|有个|叫做?)(?:的|了|过|什么)?(?P<called>[\u3400-\u9fffa-z0-9.+ -]{2,14}?)(?:(?:这|那)一?(?:个|种)(?:词|名词|说法|概念|术语|东西|缩写|字眼|叫法|技术|玩意儿?)|(?=,|。|$))|"
    r"\bthe (?:term|word|phrase|letters|acronym|abbreviation|expression|concept|name|initials) (?P<word>[a-z0-9][\w.+/-]*(?: (?!(?:in|on|at|of|for|and|or|all|is|was|when|from|but|that)\b)[a-z0-9][\w.+/-]*)?)|"
    r"\b(?:bump(?:ing|ed)? into|com(?:ing|e|es) across|hear(?:ing|d)? about|read(?:ing)? about|keep (?:seeing|hearing|reading)) (?:the )?(?P<met>[\w.+/-]+)(?=$|,| in\b| all\b| every)|^(?P<it>[\w.+/ -]{2,24}?) (?:keeps?|kept) (?:coming|popping|showing|turning) up"
)
_CALLED = lazy.compile("(?:这|那)一?(?:个|种)(?:词|名词|说法|概念|术语|缩写|字眼|叫法)$")
_DEFINES = lazy.compile(
    r"(?:[它这那其](?:个|种|些)?(?:词|名词|概念|东西|说法|技术|设备|工艺|模式)?的?|^|(?<=[、,]))(?:到底|究竟|具体|实际上?|其实)*(?:的)?(?:(?:是|指|指的是|算)(?:个)?(?:什么|啥)(?:意思|东西|概念|来的)?|(?:是)?什么意思|(?:的)?(?:定义|意思|含义)[^,?]{0,12}|是(?:怎么个|怎么|如何)(?:算法|定义|界定)[^,?]{0,2}|(?:是)?(?P<use>(?:用来|拿来|用作|用于)(?:做|干)(?:什么|啥|嘛)(?:用)?的?|做什么用的?|(?:做|干)(?:什么|啥|嘛)的))(?:呢|啊|呀|吗)?$|"
    r"^(?:so |and )?what(?:'s| is| are| do| does| did)?(?: actually| really| exactly)* (?:it|they|that|this|those|these)(?: actually| really| exactly| even)*(?: is| are| mean| means| stand for| stands for| refer to)?(?: or mean| or stand for)?(?: exactly| actually)*$"
)
# A question for the reason of what was said, and for nothing else.
_WHY_IT = lazy.compile(
    r"(?:(?:是|就|到底|究竟|主要|这|那|其|它|,|公司|官方|他们)*(?:自己)?(?:给出?|提出?|说|讲)?的?)?(?:背后|具体|主要|真正|这样做)?的?(?:又|到底|究竟)?(?:(?:是)?(?:出于|因为|由于|基于|有|是)?(?:什么|啥|哪些|何)(?:样)?的?(?:原因|理由|缘故|考量|考虑|因素)|(?:原因|理由|缘故)(?:到底|究竟|又|会)*(?:是什么|是啥|为何|在哪里?|有哪些))(?:造成|导致|引起)?的?(?:呢|啊)?|"
    r"(?:so )?(?:what (?:was|is|were|are|'s) (?:the |their |its )?(?:reasons?|reasoning|rationale|explanation|cause)(?: (?:given|behind (?:it|this|that)|for (?:it|this|that)|here))*|why(?: (?:is|was|did|does|has) (?:that|this|it)(?: happen(?:ed)?)?)?|what(?:'s| is| was| lies) behind (?:it|this|that)(?: (?:move|decision|change))?)"
)
_PART = lazy.compile(r"['’]s? (?:[\w-]+ ){0,3}?[\w-]+(?=$|[,.;?]| (?:and|but|in|on|at|for|of|to|from|with|is|was|are|were|has|had|which|that|over|during|today|again)\b)")
_KIND_OF = lazy.compile(r"的?(?:那|这)(?:款|个|部|支|座|条|台|种|项|批)[^,。;]{0,14}?的[\u3400-\u9fff]{2,5}?(?=,|。|$)")  # 甲那款面向女生的手机游戏
# A question that leaves out what its verb is of: 究竟是哪些因素推上去的.
OMITTED = lazy.compile(r"(?:到底|究竟|主要|又|都|,)*(?:是|被|受|由|靠|因为|因)")
IT_LAST = lazy.compile(r"(?<!^)\b(?:it|that)\b[ ?.]*$|[它][?。]*$")
_NEWS = lazy.compile(r"[的之](?:消息|新[聞闻]|[報报][導导道]|[傳传][聞闻]|公告|事情?|[決决]定)$")  # 甲裁員的消息
# A noun that stands for what was said to be of interest: 把兩家的數字放在一起.
FIGURES_OF = lazy.compile(r"(?<=的)(?:数字|数据|资料|情况|表现)(?!到底|究竟|又?是|为)|\b(?:figures|numbers|data|details)\b(?! (?:of|for|on)\b)")
# A trade that is spoken of, and companies that are told by no trade: 雲端硬體族群 … 那四家掛牌公司.
_TRADE_ZH = lazy.compile(r"(?:[在做写看跑跟追报告整理研究比较]|^)(?:关于)?(?P<trade>(?![在做写看跑跟追报告整理研究比较])[\u3400-\u9fff]{2,6}?)(?:产业|行业|族群|板块|类股|概念股|赛道|这一?行)")
_OF_NO_TRADE = lazy.compile(r"(?P<many>[两三四五六七八九十\d]+)(?:家|间)(?P<firms>(?:上市|挂牌)?(?:公司|企业|厂商|厂)?)")
_AMOUNT = lazy.compile(r"\b(?P<en>the (?:exact |actual )?(?:amount|figure|number)|what (?:amount|figure|number)|how much)\b(?! of\b)|(?:^|(?<=[这那个又,是]))(?P<zh>金额|数字|数目|数额)")


def named(question: str, names: list[str]) -> str:
    """Return a question with the names it is about in the place of its pronoun, or before it.

    >>> named("what is its stock code?", ["Kestrane"]), named("它是憑什麼做到的?", ["凱川"])
    ("what is Kestrane's stock code?", '凱川是憑什麼做到的?')
    """
    chinese = bool(HAN_ONE.search(question))
    name = ("、" if chinese else " and ").join(names)
    if (pronoun := PRONOUN.search(fold(question))) and len(fold(question)) == len(question):
        whose = ("'" if name.endswith("s") else "'s") if pronoun.group() in _WHOSE or pronoun[1] else ""
        return question[: pronoun.start()] + name + whose + question[pronoun.end() :]
    return f"{name}{question}" if chinese else f"{name}: {question}"


def points(question: str) -> bool:
    """Return whether a question points at something no name stands for, and does not say what kind of thing that is.

    >>> points("how did that go?"), points("how large is that order?"), points("这份合同的金额是多少")
    (True, False, False)
    """
    rest = _POINTED_NOUN.sub(" ", PRONOUN.sub(" ", fold(question)))
    return bool(_POINTS.search(rest))


def at_thing(question: str) -> bool:
    """Return whether a question points at a thing it says the kind of: 这份合同, "that order"."""
    return bool(_POINTED_NOUN.search(fold(question)))


def with_part(name: str, frame: str) -> list[str]:
    """Return what "it" is where a frame speaks of a part of somebody, else the name.

    >>> with_part("Foo", "two dates for Foo's earnings forecast, I read"), with_part("Foo", "I was reading about Foo over lunch")
    (["Foo's earnings forecast"], ['Foo'])
    """
    at = frame.rfind(name)
    found = (_PART.match(frame, at + len(name)) or _KIND_OF.match(fold(frame), at + len(name))) if at >= 0 else None
    return [name + frame[found.start() : found.end()]] if found else [name]


def of_group(question: str, frame: str) -> str:
    """Return a question for one of a group with the group that was spoken of, "" where it asks for none or none was.

    >>> of_group("which of them made a loss?", "I have to compare the five solar firms.")
    'which of the five solar firms made a loss?'
    >>> of_group("這四家裡面誰最大?", "我要做四家存算公司的表")
    '四家存算公司裡面誰最大?'
    """
    folded = fold(question)
    if len(folded) != len(question):
        return ""
    if asked := _ONE_OF_ZH.search(folded):
        if (many := _OF_NO_TRADE.search(asked.group())) and (trade := _TRADE_ZH.search(fold(frame))):
            said = frame[trade.start("trade") : trade.end("trade")]
            return f"{question[: asked.start()]}{many['many']}家{said}公司{question[asked.end() :]}"
        found = _GROUP_ZH.search(fold(frame))
        return question[: asked.start()] + frame[found.start("group") : found.end("group")] + question[asked.end() :] if found else ""
    if (asked := _ONE_OF.search(folded)) and asked.group() != asked["which"] and (found := _GROUP.search(fold(frame)) or _PARTS.search(fold(frame))):
        which = next(k for k, v in found.groupdict().items() if v)
        one = {"group": " of the", "kind": " one of", "parts": " of"}[which]
        return f"{question[: asked.start()]}{asked['which']}{one} {frame[found.start(which) : found.end(which)]}{question[asked.end() :]}"
    return ""


def term(question: str, frame: str, *, called_one: bool = False) -> str:
    """Return a question for what a term means that was brought up before, "" for others; `called_one`: only where it is called a term.

    >>> term("它是什麼?", "最近看半導體新聞一直出現混合鍵合這個詞"), term("What do they stand for?", "I keep bumping into the letters CSM")
    ('混合鍵合是什麼?', 'what does CSM mean?')
    """
    bare = fold(question).rstrip(" ?.!。")
    if not (asked := _DEFINES.search(bare)):
        return ""
    folded = fold(frame)
    found = None
    for clause in (m for m in lazy.compile(r"(?:[^,.;。!?]|\.(?=\d))+").finditer(folded)):
        found = next(_TERM.finditer(folded, clause.start(), clause.end()), found)
    if not found or not found.lastgroup or (called_one and not (found.lastgroup in ("quoted", "word") or _CALLED.search(found.group()))):
        return ""
    said = frame[found.start(found.lastgroup) : found.end(found.lastgroup)].strip()
    if not said or fold(said) in qw.STOP_EN:
        return ""
    what = "什么" if fold(frame + question) == (frame + question).lower() else "什麼"
    if not HAN_ONE.search(question):
        return f"what does {said} mean?"
    return f"{said}是做{what}用的?" if asked["use"] else f"{said}是{what}?"


def why(question: str, statement: str) -> str:
    """Return a question that only asks for the reason of what was said, with what was said; "" for others.

    >>> why("是出于什么原因?", "脉屿当初的首款产品后来停掉了"), why("what was the reason given?", "Peirui dropped MR-02")
    ('为什么脉屿当初的首款产品后来停掉了?', 'why is it that Peirui dropped MR-02?')
    """
    statement = _NEWS.sub("", statement)
    if not statement or not _WHY_IT.fullmatch(fold(question).strip(" ?.!。,")):
        return ""
    return f"{'为什么' if fold(statement + question) == (statement + question).lower() else '為什麼'}{statement}?" if HAN_ONE.search(statement) else f"why is it that {statement}?"


def at_that_time(question: str, when: str) -> str:
    """Return a question with the year it points at in words: "that year"."""
    found = _THAT_TIME.search(fold(question))
    if not found or len(fold(question)) != len(question):
        return question
    return question[: found.start()] + (when if HAN_ONE.search(question) else f"in {when}") + question[found.end() :]


def of_round(question: str, frame: str) -> str:
    """Return a question for "this round" with the round that was spoken of."""
    asked, found = _ROUND.search(fold(question)), _OF_FIRM.search(fold(frame))
    if not asked or not found or len(fold(question)) != len(question):
        return question
    return question[: asked.start()] + frame[found.start() : found.end()] + question[asked.end() :]


def of_measure(question: str, measure: str) -> str:
    """Return a question for "the amount" of what was spoken of with what it is the amount of.

    >>> of_measure("May I know the amount for Foo in 2025?", "R&D expense")
    'May I know the R&D expense for Foo in 2025?'
    """
    found = _AMOUNT.search(fold(question))
    if not found or len(fold(question)) != len(question):
        return ""
    return question[: found.start()] + (measure if found["zh"] else f"the {measure}") + question[found.end() :]


def topic(frame: str) -> str:
    """Return what a piece of writing is about that is spoken of without a known name, "" where there is none."""
    found = _ABOUT.search(fold(frame))
    return frame[found.start("topic") : found.end("topic")] if found and not fw.FRAME_ZH.fullmatch(found["topic"]) else ""
