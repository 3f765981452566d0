"""Questions put as a phrase or in other words about people, things and lists, as the question they are short for.

"MoE - meaning?" asks what MoE is, 型號列表 which models there are, 出生地 where somebody was born, 有說A有說B whether it is
A or B. The patterns see folded text; what they keep stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.lifephrases import LIVES
from bot.mentions import mentioned
from bot.rewrites import Rewrites
from kb import lazy
from kb.text import fold

_Q_ZH = r"点样|谁|什么|甚么|啥|哪|多少|(?<!那)几|何|吗|呢|怎|咋|边个|边位|乜|咩|是不是|有没有|为止|还是"
_Q_EN = r"\b(?:who|whom|whose|what|whats|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|could|should|will|would)\b"
_UNASKED = rf"(?!.*(?:{_Q_ZH}|{_Q_EN}))"
_END = r"[?!.。~ ]*$"
_X = r"(?P<x>[^,?;:!]{2,40}?)"  # what it is about
_NO_NAME = (
    r"(?:and|so|but|ok|okay|hey|hi|then|now|well|also|or|wait|sorry|by|to|for|with|from|that|than|it|its|he|she|they|him|her|them|this|these|those|i|we|you|said|says|about|please|exactly|at|in|on|"
    r"summari[sz]e|describe|list|tell|give|show|explain|compare|outline|name|again|like|want|need|just|only|more|any|all|no)"
)
_EN = rf"(?P<x>(?:(?!{_Q_EN}|\b{_NO_NAME}\b(?!\.))[^,?;:!]){{2,60}}?)"
_QUOTED_X = "[「『“\"](?P<x>[^」』”\"?]{1,20})[」』”\"]"  # what stands in quotation marks
_DASH = r"\s*[-–—:,/]*\s*"  # between a name and what is asked of it, where anything stands there
_OPEN, _CLOSE = "[「『“\"‘'《]?", "[」』”\"’'》]?"

# What a word means, what a thing is and what it is for.
_DEFINED = (
    (rf"^(?:可不可以|能不能|可以|能否|可否|谁能|有谁能|有人能|麻烦|请|能)(?:你|您|帮我?|帮忙|跟我|给我|替我|来)*(?:解释|说明|介绍|科普|讲解|讲|说|告诉我?|查)(?:一下|下|下子)?(?P<x>[^?]{{2,40}}?是(?:一?个)?(?:什么|啥|谁|做什么|干嘛)[^?]{{0,6}}?)(?:吗|么|嘛|呢)?{_END}", "{x}?"),
    (rf"^{_UNASKED}(?!.*的(?:全名|简称))(?:所谓)?{_OPEN}{_X}{_CLOSE}(?:的)?[ /:,]*(?:(?:英文|中文|缩写)?(?:全名|全称)[/、和与及 ]*)?(?:意思|含义|涵义|意涵|释义|定义|名词解释|解释)(?:是)?{_END}", "{x}是什么意思?"),
    (rf"^(?!.*(?:最|第一|主力|占|里|中|排)){_X}(?:,|是)?(?:属于|算是?|是)(?:哪|什么|何)一?(?:种|类)(?:类型|类别|种类)?(?:的)?(?P<kind>[\u3400-\u9fff]{{1,6}}?)(?:呢|啊|呀)?{_END}", "{x}是什么{kind}?"),
    (rf"^{_X}(?:这|那)?(?:个|种)?(?:到底|究竟)?是(?:一?个)?(?:什么|啥)(?:东西|玩意儿?|鬼|概念|来的|东东)(?:来着|来的|呢|啊|呀)?{_END}", "{x}是什么?"),
    (rf"为何物{_END}", "是什么?"),
    (rf"^[^,?「」]{{1,16}}?(?:所?[说讲提写谈称指](?:到|及|起)?的|口中的?|所谓的?){_QUOTED_X}(?:实际上?|到底|究竟|具体|其实|大概)*(?:是)?(?:在)?(?:指|做|干|搞|[说讲]|意思是)(?:的)?(?:是)?(?:什么|啥|嘛)(?:意思|东西|用的?|的)?{_END}", "「{x}」是什么?"),
    (rf"^{_EN}{_DASH}(?:meanings?|definitions?|full form|explained|explanation|eli5){_END}", "what does {x} mean?"),
    (rf"^{_EN}{_DASH}(?:so )?(?:what|wat|wtf)(?:'s|’s|s| is| are| does| do| that| this| it)+(?: (?:that|this|it|they|those|these|the))?(?: (?:thing|card|chip|term|word|product|name|drug|tool|app|box|system|device))?(?: (?:is|are))?(?: (?:mean|for|do|used for|stand for|all about|about|supposed to (?:be|mean|do)|good for|meant for))?(?: exactly| actually| again| anyway)?{_END}", "what is {x}?"),
    (rf"^{_EN}{_DASH}(?:is |are )?(?:used|meant|intended|designed|good|made) for what(?: exactly)?{_END}", "what is {x} for?"),
    (rf"^what (?:kind|sort|type) of (?:a )?[\w-]+(?: [\w-]+)? (?:is|are) (?P<x>[^,?]{{2,50}}?){_END}", "what is {x}?"),
)  # fmt: skip

# Who somebody is.
_WHO = (
    (rf"^{_UNASKED}(?P<x>[^,?]{{2,40}}?(?:c[eftmo]o|执行长|财务长|技术长|营运长|董事长|总裁|总经理|创始人|创办人|负责人|行政总裁|主席)) ?的?(?:姓名|名字|全名|大名){_END}", "{x}叫什么名字?"),
    (rf"^(?!.*(?:什么来头|在))(?:(?:请|麻烦)?帮我?(?:查|看|找)(?:一下|下)?)?{_X}(?:这个?人|这位|那位|此人|这号人物?)?(?:的)?(?:是)?(?:身份|身分|来头|底细|来路|人物简介|个人简介|简介|个人资料|基本资料|人物介绍|介绍)(?:是什么|是啥|为何|如何|怎样)?{_END}", "{x}是谁?"),
    (rf"^{_EN}(?: and (?P<y>[^,?;:!]{{2,40}}?))?{_DASH}who(?:'s|’s|s| is| are| dey| dat| dis)+(?: (?:that|this|he|she|they|it|dey|dem|dat|dis))?(?: (?:guy|person|man|woman|people|is|are))?(?: exactly| actually| again| anyway)?{_END}", "who is {x}?"),
)  # fmt: skip

_USE_OF = r"(?:募集资金|募资|资金|募得资金|集资|融资|款项|ipo|上市募资|筹资)(?:的)?(?:用途|投向|去向|用处|使用计划|使用方向|分配)"
# Which of several: 型號列表, 都有誰, "Series B investors".
# No suppliers and customers: who supplies whom a list of sentences easily mistakes.
_LISTED = (
    (rf"^{_UNASKED}(?:列出|列一下|列举|给我)?(?P<x>[^,?]{{3,40}}?)(?:的)?\s*(?:列表|清单|名单|一览表?|汇总|大全)(?:是)?{_END}", "{x}有哪些?"),
    (rf"(?<=[人员管东方户商者们队])(?:(?:一共|总共|都)(?:有|是|包括)|有|包括)(?:谁|哪些人|哪几个?人|哪几位|些谁|些什么人)(?:啊|呀|呢)?{_END}", "有哪些?"),
    (rf"^{_UNASKED}(?P<x>[^,?]{{2,40}}?)(?:的)?\s*(?P<of>ipo|上市)?\s*{_USE_OF}(?:是)?(?P<each>,?\s*(?:及|和|与|分别)?(?:各[占佔]?|占比|比例)[^?]{{0,8}})?{_END}", "{x}{of}募集的资金要用在哪些地方{each}?"),
    (rf"^{_UNASKED}(?:list of )?(?P<x>(?!list)[^,?]{{2,40}}?)(?:'s|’s)? (?P<round>(?:pre-)?(?:series [a-h]\d?|seed|angel|pre-ipo))(?: round| funding| financing)?(?:'s|’s)?{_DASH}(?:investors?|backers?|participants)(?: list)?{_END}", "who invested in {x}'s {round}?"),
    (r"\btop ?-?(?P<n>10|[2-9])(?=(?: ?名)?(?:的)? ?[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?: ?)top ?-?(?P<m>10|[2-9])(?![\d.])", "前{n}{m}名"),
)  # fmt: skip

# Several that are asked for by what they have, or counted and then asked for.
_COUNTED = (
    (rf"(?<=[^,?]{{4}})(?:分别|各自|逐一|一一)(?:列|报|说)(?:一下|出来?|举|给我)*{_END}", "分别是多少?"),
    (r"(?<=[^,?]) ?叫(?:啥|什么)名(?=$|[?])", "叫什么名字"),
    (r"(?P<did>[谈聊]|讨论|交流)(?:了|到|的是|的)*(?P<n>哪[一两三四五几些]?)(?P<c>[个项点些大]*)(?:题目|主题|话题|课题)", "讨论了{n}{c}议题"),
    (r"(?<=[^推])都?出过(?=(?:些)?(?:什么|啥|哪些|哪几))", "推出过"), (r"系例", "系列"),
    (r"测(?:出|到|得|量)(?:来|出)?(?=(?:些)?(?:什么|哪些|哪几|啥))", "测"),
)  # fmt: skip

# Steps of a life, and whether something is so, in other words.
_LIVED = (
    (r"(?:自己)?(?:出[来去])?(?:开|办|成立|创办|创立)(?:了)?(?:自己的|一家)?公司(?=(?:之前|以前|前)(?!三|一|两|几|\d))", "创业"),
    (r"^(?P<x>(?:(?![接来去进加入创业升当做成掌出上转离任])[^,?\s]){2,8}?|[a-z .'-]{4,30}?)(?:以前|之前|此前|先前|从前|过去)(?=在(?![^,?]{0,3}哪)[^,?]{2,20}?(?:的?(?:职[称务位]|头衔|岗位)|担任|做什么|当什么|干什么|负责))", "{x}"),
    (rf"^{_UNASKED}(?P<x>[^,?]{{2,40}}?在[^,?]{{2,30}}?)(?:的)?(?:职[称务位]|头衔|岗位)(?:是)?{_END}", "{x}担任什么职务?"),
)  # fmt: skip

# One source says this, another that: which is it?
_SAY_ZH = r"(?:有(?:的|些)?(?:人|媒体|报道|报导|文章|新闻|地方|篇)?|一(?:篇|家|个|边|处)(?:报道|报导|文章|媒体)?)(?:是)?(?:[说写讲称报]|显示|提到)(?:是|的是)?"
_SAY_TOO_ZH = r"(?:也有|又有|还有|有|另一?|另外)(?:的|些|有)?(?:一)?(?:人|媒体|报道|报导|文章|新闻|地方|篇|家|个|边|处)?(?:是|则|却)?(?:又)?(?:[说写讲称报]|显示|提到)(?:是|的是)?"
_WHICH_ZH = r"(?:到底|究竟)?(?:是)?(?:以)?(?:哪|谁|何)(?:一)?(?:个|天|边|家|种|篇|者|年|月|日|方)?(?P<done>(?!怎|个)(?:(?!怎)[^,?]){0,4}?)(?:的)?(?:才|说的)?(?:是)?(?:对|准|正确|真的?|为准|对的|没错)?(?:啊|呀|呢)?"
_TOLD_APART = (
    (rf"^(?P<x>[^?]{{2,40}}?)(?:的)?[,，:]?\s*{_SAY_ZH}(?P<a>[^,?]{{1,16}}?)[,、]?(?:但|而|,)*{_SAY_TOO_ZH}(?P<b>[^,?]{{1,16}}?),{_WHICH_ZH}{_END}", "{x}到底是{a}还是{b}{done}的?"),
)  # fmt: skip

_PHRASES = Rewrites((lazy.compile(said), asked) for said, asked in (*_DEFINED, *_WHO, *_LISTED, *_COUNTED, *_LIVED, *LIVES, *_TOLD_APART))
# 有那些, 在那幾家, 分別在那: how 哪 is often typed.
_WHICH_TYPED = lazy.compile(
    rf"^(?!.*(?:{_Q_ZH}))(?:.*?)(?P<that>^那(?=几[家间个款位座名支档项种](?!呢|的|都?呢|$))|(?:(?<=[有是在给到去向为被由从和与跟做卖造括])那(?=些|几)|(?<=[是在])那(?=个|家|种|款|位|座|所|间|条|里|儿|年|天|月)|(?<=[是有在])那(?=[一两二三四五六七八九十\d]{{1,2}}[家间款位座名支档项种])|(?<=[在去到])那(?=[?]?$)))"
)
# What is asked of somebody by a noun alone, and how a question puts it.
_NOUNS_ZH = (
    (r"年纪|年龄|岁数|现年|几岁", "几岁"),
    (r"(?:出生|生)(?:年份?|日期|年月日?|年月)|生日", "哪年出生"),
    (r"出生地点?|籍贯|家乡|老家", "在哪里出生"),
    (r"毕业(?:院校|学校|大学)|母校|最高学历学校|学校", "毕业于哪所大学"),
    (r"(?P<before>(?:创业|加入|上任|任职)[^,?、 ]{0,8}?前)?(?:的)?(?:前|老|上一?个?)?(?:东家|雇主|任职公司)", "{before}在哪家公司工作"),
    (r"(?:入职|加入|进公司)(?:公司)?(?P<at>[^,?、 ]{0,8}?)的?(?:年份|时间|日期|年)", "哪年加入{at}"),
    (r"持股(?:比例|比率|占比)?", "持股多少"),
    (r"(?:共同)?(?:创办|创始|创立)人", "创办人是谁"),
    (r"(?:创办|创立|成立|创建)(?:年份?|时间|日期)", "哪年成立"),
    (r"(?:总部|总公司)(?:所在地|地点)?|所在地", "总部在哪里"),
    (r"姓名|名字|全名", "是谁"),
    (r"职[称务位]|头衔|岗位", "担任什么职务"),
)  # fmt: skip
_NOUNS_EN = (
    (r"(?:birth ?year|year of birth|birth ?date|date of birth|birthday|dob)", "when was {x} born"),
    (r"(?:birth ?place|place of birth|home ?town)", "where was {x} born"),
    (r"age", "how old is {x}"),
    (r"(?:alma mater|university|college|school)", "which university did {x} graduate from"),
    (r"(?:founders?|co-?founders?)", "who founded {x}"),
    (r"(?:founding (?:year|date)|year (?:founded|of founding)|date of founding|founded)", "when was {x} founded"),
    (r"(?:headquarters|hq|head office)", "where is {x} headquartered"),
    (r"(?:stake|shareholding|ownership stake)", "what stake does {x} hold"),
    (r"(?:(?:previous|former|last|prior|old|past) )?(?:jobs?|roles?|posts?|positions?|employers?|career) (?:before|prior to) (?:becoming |being |he became |she became )?(?P<post>(?!he\b|she\b|they\b)[^,?]{2,40}?)", "what did {x} do before becoming {post}"),
)  # fmt: skip
_AND_ZH = r"(?:\s*(?:(?:,|、|和|与|及|跟|还有|以及|\+|/|&)\s*)+|\s+)(?:[他她]的)?(?:现在的?|目前的?)?"
_ANY_ZH = "|".join(re.sub(r"\?P<\w+>", "?:", noun) for noun, _ in _NOUNS_ZH)
_ASKED_ZH = lazy.compile(rf"^{_UNASKED}(?:(?:我|想|要|来|请|麻烦|帮我?|有人|能|可以)*(?:查|找|问|了解|知道|确认)(?:一?下)?)?(?P<x>[^,?;:!、]{{2,30}}?)(?:的)?{_DASH}(?P<nouns>(?:{_ANY_ZH})(?:{_AND_ZH}(?:{_ANY_ZH}))+){_END}")
_ONE_ZH = tuple((lazy.compile(rf"^(?:的)?(?:{noun})$"), asked) for noun, asked in _NOUNS_ZH)
_PART_ZH = lazy.compile(_AND_ZH)
_ANY_EN = "|".join(re.sub(r"\?P<\w+>", "?:", noun) for noun, _ in _NOUNS_EN)
_ASKED_EN = lazy.compile(rf"^{_UNASKED}(?P<x>(?:(?!\b{_NO_NAME}\b)[^,?;:!'’]){{2,40}}?)(?:'s|’s)?{_DASH}(?<![a-z])(?P<nouns>(?:{_ANY_EN})(?: ?(?:and|&|\+|,|/) ?(?:{_ANY_EN}))*){_END}")
_ONE_EN = tuple((lazy.compile(rf"^(?:{noun})$"), asked) for noun, asked in _NOUNS_EN)
_PART_EN = lazy.compile(r" ?(?:\band\b|&|\+|,|/) ?")
_THAT_ONE = lazy.compile(r"(?<=.{2})[那這这][位個个名](?=.{2})")
_GROUP = lazy.compile(r"\{(\w+)\}")
_SO_MANY = lazy.compile(r"(?<=哪)[2-9](?=[个家款种座位名项大条间支颗类所])")  # 哪3個 as 哪三個
_NUMERALS = "两三四五六七八九"
_BOTH = lazy.compile(r"(?<=[a-z\d)]) [/+] (?=[a-z\d])", re.I)  # what are A / B for


def _filled(asked: str, found: re.Match[str], typed: str) -> str:
    """The question with what the phrase keeps, as it was typed."""
    full = _GROUP.sub(lambda m: typed[slice(*found.span(m[1]))] if found[m[1]] else "", asked)
    return _BOTH.sub(" and ", full) if asked.isascii() else full


def _noun_asked(noun: str, who: str, ones: Sequence[tuple[re.Pattern[str], str]]) -> str:
    """How a question asks for one noun of somebody, "" where the noun is none of those."""
    for one, asked in ones:
        if found := one.match(noun):
            kept = {**{k: v or "" for k, v in found.groupdict().items()}, "x": who}
            return _GROUP.sub(lambda m, kept=kept: kept[m[1]], asked)  # type: ignore[misc]
    return ""


def _each_noun(text: str, folded: str) -> str:
    """The questions that nouns in a row stand for: 年紀 持股比例, "birth year and birthplace"; "" where there are none."""
    for whole, part, ones, joint in ((_ASKED_ZH, _PART_ZH, _ONE_ZH, ","), (_ASKED_EN, _PART_EN, _ONE_EN, " and ")):
        if found := whole.match(folded):
            who = _THAT_ONE.sub("的", text[slice(*found.span("x"))])
            asked = [_noun_asked(noun, who, ones) for noun in part.split(found["nouns"])]
            return f"{who if joint == ',' else ''}{joint.join(asked)}?" if all(asked) else ""
    return ""


@lru_cache(256)  # a message is read whole and in parts, and by several readers
def outright(text: str) -> str:
    """Return a message that asks by a phrase, or about what it only mentioned, as the question it stands for.

    >>> outright("MoE - meaning?"), outright("鹿角AI智算卡 型號列表"), outright("perigee series b investors")
    ('what does MoE mean?', '鹿角AI智算卡 型號有哪些?', "who invested in perigee's series b?")
    >>> outright("someone mentioned Ironwood in the meeting, what exactly is that"), outright("王樂 年紀 持股比例")
    ('what is Ironwood?', '王樂几岁,持股多少?')
    >>> outright("鹿角的財報日期,有說1月2日有說1月3日,哪天才對?"), outright("鹿角2025年營收多少?")
    ('鹿角的財報日期到底是1月2日还是1月3日的?', '鹿角2025年營收多少?')
    """
    folded = fold(text)
    text = text if len(text) == len(folded) else folded
    for number in _SO_MANY.finditer(folded):
        text = f"{text[: number.start()]}{_NUMERALS[int(number.group()) - 2]}{text[number.end() :]}"
    folded = fold(text)
    typed = _WHICH_TYPED.match(folded)
    if typed and not ("最" in folded and folded.startswith("个", typed.end("that"))):  # 最大的是那個國家 is told as it stands
        text = f"{text[: typed.start('that')]}哪{text[typed.end('that') :]}"
        folded = fold(text)
    if asked := _each_noun(text, folded):
        return asked
    if asked := mentioned(text):
        text, folded = asked, fold(asked)
    for phrase, asked in _PHRASES.for_text(text):
        if found := phrase.search(folded):
            text = text[: found.start()] + _filled(asked, found, text) + text[found.end() :]
            folded = fold(text)
    return text
