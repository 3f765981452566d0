"""A name that somebody only mentioned, and the question what or who that is: "someone mentioned Ironwood, what is that".

The message is taken clause by clause. One clause asks what it is and nothing else (這是做什麼用的, 他是什麼來頭, 能解釋一下嗎, "what
does it do"); another says that a name fell (同事提了一嘴R64, 群裡都在聊R64, R64這個詞), and what else stands there asks nothing.
"""

from __future__ import annotations

from functools import lru_cache

from kb import lazy
from kb.text import fold, script

_END = r"[?!.。~ ]*$"
_OPEN, _CLOSE = "[「『“\"‘'《]?", "[」』”\"’'》]?"
_MANY = 6  # clauses a message about a name may have

# What says that a name fell; the name stands behind it.
_ONCE_ZH = r"(?:了|过|起|到|出|著|着|的是?|一嘴|一句|一下|一次|一遍|好几次|很多次|好多次)*"
_WORD_ZH = r"(?:一?个|一?款|一?家|一?位|一?种|这个?|那个?|什么)?(?:词|名词|缩写|术语|名字|单词|概念|说法|字眼|人名|代号|东西|玩意儿?|产品|公司|新词|名称|人)?(?:叫做?|名叫|是|:)?"
_HEARD_ZH = (
    r"(?:提(?:到|起|及|过|了|出)|一直提|老提|总提|常提|都提|在提|(?:有|还)提|[说讲聊谈念写问喊唸](?:到|起|过|出)|(?:都|一直|老是?|总是?|常常?)在?(?:[说讲聊谈提吹喊推夸]|讨论|推荐|安利)|在(?:[聊谈]|讨论)|甩了?|丢(?:了|出)?|蹦出|冒出|抛出|[看见读听刷遇碰翻瞄瞥搜扫]到|看见|听说|听过|听人说|耳闻|"
    r"写着|列了|列著|列有|写了|印著|标著|出现|讨论|推荐|安利|介绍|用了?|有(?:一?(?:个|款|家|位|种)?叫做?|个|位|款)|跟我[说讲推]|知道|认识|了解|搞懂|[提说讲聊问用叫见](?=[「『“\"]))"
)
_NAME_ZH = r"(?P<x>(?:[^,?;:!.。「」『』“”\u3400-\u9fff]|(?![的了是有说和与在要被把他她它们这那什谁哪几])[\u3400-\u9fff]){2,30}?)"
_BEHIND_ZH = (
    r"(?:(?:这|那|此)(?:个|位|款|家|种)?(?:词|名词|名字|人名|人|缩写|概念|术语|东西|玩意儿?|产品|公司|说法|字眼|名称|人物)?|的(?:人|词|产品|名字|东西|公司))?(?:的?时候?)?(?:吗|么|嘛|吧|呢|啊|呀)?"
    r"(?:就?[下离]线了|就走了|就没了|(?:我|俺|咱)?(?:还是|真的|都|是|也|从来|完全)?(?:第一次|头一回|首次|没|不)[^,]{0,8}|[^,]{0,6}(?:很|挺|蛮)(?:厉害|好用|红|火))?"
)
_FELL_ZH = lazy.compile(rf"^.{{0,40}}?{_HEARD_ZH}{_ONCE_ZH}{_WORD_ZH}\s*{_OPEN}{_NAME_ZH}{_CLOSE}{_BEHIND_ZH}$")
_QUOTED_ZH = lazy.compile(rf"^.{{0,40}}?(?:{_HEARD_ZH}|[说讲提写叫]|词|缩写|名字){_ONCE_ZH}.{{0,8}}?[「『“\"《](?P<x>[^「」『』“”\"《》]{{1,24}})[」』”\"》].{{0,16}}$")
_THIS_WORD_ZH = lazy.compile(
    rf"^(?:请问|请教|想问|那个?)?{_OPEN}{_NAME_ZH}{_CLOSE}(?:这|那)(?:个|位|款|家|种)?(?:词|名词|名字|人名|人|缩写|概念|术语|东西|玩意儿?|产品|公司|说法|名称|人物)(?:[^,]{{0,4}}(?:第一次|头一回|首次|没|不|最近|一直|常|老是|总是)[^,]{{0,12}})?$"
)
# The clause that asks what it is, and nothing else; the name may stand in it once more.
_PLEASE_ZH = (
    r"(?:我|就|(?:又|也|实在|真的)?(?:没|不)(?:太)?(?:好意思|敢)|不太?明白|没(?:听|看)懂|听不懂|看不懂|搞不懂|[问叫](?=[他她它那这])|请问|想问|想请问|麻烦|请教|有?没?有?(?:人|谁|哪位)(?:能|可以|知道|晓得|懂|清楚)?|谁(?:知道|晓得|能)|能不能|可不可以|可以|能否|可否|能|请|帮我?|帮忙|给我|跟我|告诉我?|解释|说明|科普|介绍|讲解|讲|说|查|问|一下|下|想知道|想了解|想搞懂|了解|求|您|你|先|顺便|不知道|不懂|不太懂|不清楚|知道|[他她它](?=[那这])|到底|究竟)*"
)
_IT_ZH = r"(?:这|那|它|他|她|该|其)?(?:个|位|种|款|家|样|类|项|号)?(?:到底|究竟|具体|其实|实际上?|大概|主要)*"
_THING_ZH = r"(?:东西|玩意儿?|词|名词|缩写|术语|产品|概念|名字|公司|企业|机构|牌子|品牌|意思|做法|说法|技术|工艺|材料|药|药物|系统|平台|软件|工具|模型|晶片|芯片|服务|人|人物|领域)?"
_STRESS_ZH = r"(?:的|来的|来着|来头|吗|呢|啊|呀|么|嘛|一?下)*"
_WHAT_ZH = (
    rf"(?:(?:是|指|代表|意味着|算)(?:的|的是)?(?:到底|究竟|属于)?是?(?:一?(?:个|种|款|家|样))?(?:在)?(?:[说讲做搞])?(?:什么|啥|甚么|干嘛|干什么|做什么|怎样|怎么样|哪种|哪类|哪一种)(?:样|种|类)?(?:的)?(?:用|用途|使|做法|做)?(?:的)?{_THING_ZH}"
    rf"|(?:是|有)?(?:要)?(?:拿来|用来)?(?:在)?(?:做|干|搞)(?:什么|啥|嘛|吗)(?:用|使)?|(?:有|做)(?:什么|啥)用|什么(?:意思|东西|来的|玩意儿?|用途)|啥(?:意思|东西|玩意儿?)?|怎么回事|怎么解释)"
)
_ASKS_IT_ZH = lazy.compile(
    rf"^{_PLEASE_ZH}{_OPEN}(?:(?P<x>(?!这|那|它|他|她|该|其)[^,?]{{2,24}}?){_CLOSE}(?:这|那)?(?:个|种|款)?{_THING_ZH}(?:到底|究竟|具体|其实)?|{_IT_ZH}{_CLOSE}{_THING_ZH}(?:到底|究竟|具体|其实|实际上?)*){_WHAT_ZH}{_STRESS_ZH}$"
)
_EXPLAIN_ZH = lazy.compile(r"^(?:我|想|麻烦|请|有?没?有?人|有?谁|哪位|能不能|可不可以|可以|能否|可否|能|方便|帮忙|帮我?|给我?|跟我|你|您|来|求|,)*(?:解释|说明|科普|介绍|讲解|解惑|解答)(?:一?下)?(?:它|这个|给我|吗|么|嘛|呢|吧|谢谢)*$")
_MEANS_ZH = lazy.compile(r"(?<!好)意思|指的|是指|代表|缩写|这个?词|那个词|术语|名词")
_ASKS_WHO_ZH = lazy.compile(
    rf"^{_PLEASE_ZH}(?:{_IT_ZH}(?:人|人物|名字)?(?:是|到底是)?(?:谁|哪位|什么人|啥人|何许人也?|哪号人物?|(?:一?个)?(?:什么|啥|哪种|怎样的?)(?:来头|身份|身分|背景|角色|咖)?(?:的)?(?:人物|人士|人|角色)?(?<!么)(?<!啥)(?<!样)|什么来头)|{_IT_ZH}(?:人|人物)?的?(?:背景|身份|身分|来历|来头)(?:是什么|是啥|为何)?){_STRESS_ZH}$"
)
_ASKS_ZH = lazy.compile(r"多少|(?<![好那])几|哪(?!位知)|谁(?!知道|晓得|能)|何时|为何|何(?![必况妨])|什么|甚么|啥|怎|(?:[吗呢])$|是不是|有没有(?!人)|多[大久高长]")
_KNOWN_ZH = lazy.compile(r"^(?:请问|想问|请教)?(?:有?没?有?(?:人|谁|哪位)|大家|你们?|各位)(?:知道|认识|了解|听过|听说过|用过|懂)")
_PART = lazy.compile(r"[^,?;。!\n…—]+")

_HEARD_EN = (
    r"(?:mentioned|mentions|mentioning|said|says|saying|used|uses|using|dropped|brought up|talk(?:ed|ing|s)? about|lists|listed|includes|"
    r"hear(?:d|ing)?(?: of| about)?|saw|see(?:n|ing)?|read(?:ing)?(?: about)?|came across|ran into|noticed|spotted|stumbled (?:up)?on|there's|there is)"
)
_OF_IT_EN = (
    r"(?:'s|’s|s| is| are| does| do| did| was| exactly| precisely| the hell)*(?: (?:that|this|it|they|those|these|the (?:thing|name|term|company|product)))?(?: exactly| actually)?(?: (?:is|are|was|does|do|did))?"
    r"(?: (?:mean|for|do|be|stand for|refer to|used for|about|all about|supposed to (?:be|mean|do)))?(?: exactly| actually| again| anyway)?"
)
_KIND_EN = r" (?:kind|sort|type) of (?:a |an )?(?:\w+ )?\w+ (?:is|are|was|were) (?:it|that|this|they|those|these)"
_OF_SOMEBODY_EN = (
    r"(?:who(?:'s|’s|s| is| are| was)*(?: (?:that|this|it|he|she|they|the (?:guy|person)))?(?: (?:is|was))?|what(?:'s|’s| is| does| do)* (?:he|she|his|her|this (?:guy|person)|that (?:guy|person))(?: (?:do|does|job|role|position|background))?)"
    r"(?:,? (?:and )?(?:what (?:does|do) (?:he|she|they) do|what(?:'s|’s| is) (?:his|her|their) (?:background|job|role|story)|for whom|for a living))?(?: exactly| actually| again| anyway)?"
)
_SOMEWHERE = r"(?: (?:quoted|mentioned|somewhere|before|until now|in (?:the|a|an|our|my|some)|on (?:the|a|my|our)|at (?:the|a|our)|during|today|yesterday|earlier|again|the other day|a lot|being|thrown|come up|pop up|everywhere|just now|and (?:i|we|everyone|everybody)\b)\b[^,.;?]*)?"
_KEEPS_EN = r"^(?P<y>[^,?;:!.]{2,40}?) (?:(?:keeps?|kept) (?:being mentioned|coming up|popping up|getting mentioned|appearing)|(?:came|comes|come) up|(?:was|is|got|gets|were) mentioned|pop(?:s|ped) up|(?:was|is) all over)[^?.;]{0,40}[.;,–—-]+ *(?:and |but |so )?"
_NO_X_EN = r"(?:in|on|at|by|during|it|this|that|they|he|she|is|was|are|were|and|the|before|today|yesterday)"
_MENTION_EN = (
    rf"(?:^(?:.{{0,60}}?\b)?{_HEARD_EN}\s+(?:the |a |an |this |some )?(?:names?|terms?|words?|acronyms?|phrases?|abbreviations?|thing called|something called|someone called|person called|guy called)?\s*{_OPEN}(?P<x>(?:(?!\b{_NO_X_EN}\b)[^,.;?!]){{2,40}}?){_CLOSE}"
    rf"{_SOMEWHERE}\s*[,.;:–—-]+\s*(?:(?:and|but|so|ok|can|could|would|someone|anyone|you|please|explain|tell me|remind me|no idea|not sure|i|idk|any idea|sorry)\b[ ,]*)*|{_KEEPS_EN})"
)
_EN = tuple(
    (lazy.compile(said), asked)
    for said, asked in (
        (rf"{_MENTION_EN}{_OF_SOMEBODY_EN}{_END}", "who is {x}?"),
        (rf"{_MENTION_EN}(?:(?:what|wtf|wat)(?:{_KIND_EN}|{_OF_IT_EN})|how (?:does|do|did) (?:it|they|he|she|the \w+) (?:explain|define|describe)(?: what)? (?:that|it|this|the term)(?: is| means| was)?){_END}", "what is {x}?"),
    )
)


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def mentioned(text: str) -> str:
    """Return the question what or who it is that a message only mentions; "" where it asks something else.

    >>> mentioned("someone mentioned Ironwood in the meeting, what exactly is that")
    'what is Ironwood?'
    >>> mentioned("群裡有人提了一嘴R64,我沒好意思問,這是做什麼用的?"), mentioned("有人提到R64,它賣多少錢?")
    ('R64是什麼?', '')
    """
    folded = fold(text)
    text = text if len(text) == len(folded) else folded
    for said, asked in _EN:
        if found := said.search(folded):
            part = "x" if found["x"] else "y"
            return asked.replace("{x}", text[slice(*found.span(part))].strip())
    return _in_chinese(text, folded)


def _in_chinese(text: str, folded: str) -> str:
    """The same, of a message in Chinese."""
    parts = [(m.start() + len(m.group()) - len(m.group().lstrip()), m.group().strip()) for m in _PART.finditer(folded) if m.group().strip()]
    if not 1 < len(parts) <= _MANY:
        return ""
    asks = next((n for n, (_, said) in enumerate(parts) if _asks(said)), None)
    if asks is None:
        return ""
    found = next(((n, where) for n, part in enumerate(parts) if n != asks and (where := _fell(*part))), None)
    rest = [said for n, (_, said) in enumerate(parts) if n not in (asks, found[0] if found else asks) and not _asks(said)]
    if not found or any(_ASKS_ZH.search(said) for said in rest):
        return ""
    name = text[slice(*found[1])].strip("「」『』“”\"'‘’《》 ")
    again = _ASKS_IT_ZH.match(parts[asks][1])
    if again and again["x"] and fold(name) not in again["x"]:
        return ""  # another thing than was mentioned
    who, means, what = ("是谁?", "是什么意思?", "是什么?") if script(text) == "zh-Hans" else ("是誰?", "是什麼意思?", "是什麼?")
    if _ASKS_WHO_ZH.match(parts[asks][1]):
        return f"{name}{who}"
    return f"{name}{means if _MEANS_ZH.search(folded) else what}"


def _asks(said: str) -> bool:
    """Whether a clause asks what something is, and nothing else."""
    return bool(_ASKS_WHO_ZH.match(said) or _ASKS_IT_ZH.match(said) or _EXPLAIN_ZH.match(said))


def _fell(start: int, said: str) -> tuple[int, int] | None:
    """Where the name stands that a clause says fell."""
    if _ASKS_ZH.search(said) and not _KNOWN_ZH.match(said):
        return None
    found = _QUOTED_ZH.match(said) or _FELL_ZH.match(said) or _THIS_WORD_ZH.match(said)
    return (start + found.start("x"), start + found.end("x")) if found else None
