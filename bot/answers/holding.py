"""What quoted sentences must hold to answer at all: several things where a list is asked for, an address, a name, both sides.

Few checks, each certain: what they refuse says nothing of what was asked, whatever words it shares with the question.
"""

from __future__ import annotations

from bot.answers.severalasked import tells_of_one
from bot.question import Question
from kb import lazy

_LIST_ASKED = lazy.compile(r"哪些|哪几|哪[两三四五六七八九十]|有[谁啥]|\b(?:which|what) (?:[\w-]+ ){0,3}?\w{3,}s\b|\bname the\b|\blist\b|\bwho are\b")
# Several things told: in a row, in marks of quotation or by numbers, or behind a colon.
_SEVERAL = lazy.compile(
    r"、|[^,。]{1,12}[和及与跟或][^,。]{1,20}|,? (?:and|or|plus) |[;；].*[;；]|一是|首先|第一|其一|分别|以及|还有|此外|(?:[^,。]{2,24},){4}|(?<![说道称示]):.{6}|包括|涵盖|including"
    r"|[「『“\"《][^」』”\"》]+[」』”\"》].*[「『“\"《][^」』”\"》]+[」』”\"》]|[a-z], [a-z]"
)
_ADDRESS = lazy.compile(r"www\.|https?:|[a-z\d]\.(?:[a-z]{2,})")
_ADDRESS_ITSELF = lazy.compile(r"网址|域名|\burl\b|\bweb address|\bdomain name|(?:官方?网站?|网站)(?:分别)?(?:是|在|为)(?:什么|啥|多少|哪)|\bwhat(?:'s| is| are) .{2,40}\bwebsites?\b")
_HOW_WORKED_OUT = lazy.compile(r"怎么?样?[计来]?算(?:出来)?的|如何(?:计算|定义|界定)|怎么(?:定义|界定)|算的是(?:什么|从哪|哪)")
_WORKED_OUT = lazy.compile(r"指|即|计算|[乘除]以|等于|定义|口径|折算|[=×÷/]|比[值例]|平均|每一?[天日年月人桌店]")
_CALLED = lazy.compile(r"叫(?:什么|啥)(?:名[字称]?)?|什么名[字称]|\bwhat(?:'s| is| was| are) (?:\w+[ '’]){1,8}?(?:called|named)\b|\bname of the\b")
_NAMED = lazy.compile(r"[「『“《\"'‘][^」』”》\"'’]+[」』”》\"'’]|叫|名为|取名|命名|代号|全[名称]|有限公司|[A-Z][A-Za-z]+|\b(?:called|named)\b")
_BOOK_ASKED = lazy.compile(r"哪[一几]?[本部](?:书|著作|小说|传记)|\b(?:which|what) (?:book|novel|memoir)\b")
_TITLED = lazy.compile(r"[《「『“\"'‘]|\b(?:called|titled|entitled)\b|[a-z,] [A-Z]")
_OF_TWO = lazy.compile(r"(?P<a>[^,?:;的]{2,10}?)[和跟与还](?:是)?(?P<b>[^,?:;]{2,10}?),?(?:的)?[^,?:;哪谁]{0,6}(?:哪[个款家种边一]|谁)[^,?]{0,8}(?:多|高|大|少|低|快|贵|便宜|强|好|长|重)")


# 來自哪些航線,各占多少: shares are asked for.
_SHARES_ASKED = lazy.compile(r"(?:各自?|分别)占(?:了|到|比)?(?:多少|几|百分)|\bwhat (?:share|percentage|proportion|per ?cent) (?:is|does|did|do) each\b|\bhow much (?:does|did|do) each (?:account|contribute|make up)\b")
_SHARES = lazy.compile(r"占[^,;。]{0,16}?[\d一二三四五六七八九半]|占比|比重|份额|贡献[^,;。]{0,10}\d|\d(?:%|成)[^,;。]{0,4}(?:来自|是)|来自[^,;。]{0,10}(?:的)?[^,;。]{0,4}\d|\bshare|account|\d ?(?:%|per ?cent) (?:of|from|came)|contribut")


# What makes something hard.
_DIFFICULTY_ASKED = lazy.compile(r"难[点处]?(?:到底|究竟|是|就|又|主要)*在哪|(?:难点|难处|困难|障碍|瓶颈|阻碍)(?:到底|究竟|主要)?(?:是什么|在哪|有哪些|是啥)|\bwhat(?:'s| is| are|'re) (?:so |the (?:main |biggest |chief )?)?(?:hard|tough|difficult\w*|obstacles?|hurdles?|bottlenecks?|barriers?)\b")
_DIFFICULTY = lazy.compile(
    r"难(?![得怪免道忘])|障碍|瓶颈|挑战|壁垒|门槛|锁定|受限|受制|限制|制约|缺[乏少口]|短缺|不足(?!\d|百分|[一二三四五六七八九]成)|阻[碍力]|风险|[太很][高强贵慢]|过[高慢]|不够|依赖|"
    r"\b(?:hard\w*|difficult\w*|tough|obstacles?|hurdles?|challeng\w*|bottlenecks?|barriers?|lack\w*|short(?:age)?|cost\w*|lock-in|limit\w*|depend\w*|risks?|slow\w*)\b"
)

# A post in a body that is no firm's board: 工會主席 is not told by the chairman of the firm.
_BODY_ASKED = lazy.compile(r"(?:工会|协会|商会|公会|联合会|基金会|学会|校友会|议会|村委会)(?:的)?(?:现任|前任?)?(?:主席|会长|理事长|秘书长|主任|负责人|领导)|\b(?:union|association|federation|foundation|chamber)(?:'s)? (?:leader|head|president|chair\w*|secretary|boss|chief)")

_BODY = lazy.compile(r"工会|协会|商会|公会|联合会|基金会|学会|校友会|议会|村委会|理事长|\b(?:union|association|federation|foundation|chamber)")


# What comes of it every year: a figure that is of no year tells none of that.
_YEARLY_ASKED = lazy.compile(r"每年|\b(?:every|each|per|a) year\b|\b(?:annually|per annum|yearly)\b")
_OF_A_YEAR = lazy.compile(r"年|\b(?:year|annual|per annum)|(?<!\d)20\d\d(?!\d)")
# What somebody guides to, aims at or forecasts is told in words of what is to come.
_OUTLOOK_ASKED = lazy.compile(r"指引|财测|展望|预测|预估|预期|\b(?:guidance|outlook|forecasts?|guid(?:e|es|ed|ing) (?:to|for))\b")
_OUTLOOK_TOLD = lazy.compile(
    r"指引|财测|展望|预|估|目标|将|会|拟|计划|有望|料|望|[上下]调|看好|\b(?:guid\w+|outlook|forecast\w*|expect\w*|target\w*|aim\w*|project(?:s|ed|ion|ions)|predict\w*|see[sn]?|estimat\w+|plans?|planned|will|would|could|should|may|might|to)\b"
)
# One figure less another is told by a sum worked out, by neither of the two.
_LESS_ASKED = lazy.compile(r"\bminus\b|[-−减][^?]*= ?\?|减去|等于多少")
_SET_SIDE_BY_SIDE = lazy.compile(r"^(?P<a>[^,?:;的比]{2,10}?)[和跟与](?P<b>[^,?:;的比]{2,10}?)的?[^,?:;]{0,6}(?:比较|对比|相比|比一[比下])")
_HAN = lazy.compile(r"[\u3400-\u9fff]")


def lacks_outlook(question: Question, said: str) -> bool:
    """Return whether guidance or a forecast is asked for, and what is said speaks of nothing to come."""
    return question.wants in ("amount", "") and not question.extreme and _OUTLOOK_ASKED.search(question.folded) is not None and not _OUTLOOK_TOLD.search(said)


def _lacks_a_side(folded: str, said: str) -> bool:
    """Whether two are to be set side by side and one of them is not named, in a text of the script they are named in."""
    two = _SET_SIDE_BY_SIDE.search(folded)
    return two is not None and any(not (_HAN.search(two[g]) and not _HAN.search(said)) and two[g].strip()[-2:] not in said for g in "ab")


def lacks_body(question: Question, said: str) -> bool:
    """Return whether the head of a union or another such body is asked for, and no such body is spoken of."""
    asked = _BODY_ASKED.search(question.folded)
    return asked is not None and not _BODY.search(said)


# At what occasion something was said or shown is told by naming one.
_OCCASION_ASKED = lazy.compile(r"(?:什么|哪[个一场次]*|何种?|啥)(?:场合|活动|会议|大会|展会|峰会|论坛)|\b(?:what|which) (?:\w+ )?(?:occasion|event|conference|show|fair|forum)\b")
_OCCASION_TOLD = lazy.compile(r"(?:大|年|展|峰|发布|说明|股东|论坛|研讨|座谈|业绩|法说|记者|典|晚|宴|推介|开发者|技术)会|会上|会议|仪式|典礼|论坛|活动|展览|展[上会]|[车机漫书]展|开放日|技术日|\b(?:conference|event|show|fair|forum|summit|ceremony|briefing|meeting|expo|exhibition|launch|day|call|congress|festival)\b")


def lacks_occasion(question: Question, said: str) -> bool:
    """Return whether an occasion is asked for, and none is told."""
    return bool(_OCCASION_ASKED.search(question.folded)) and not _OCCASION_TOLD.search(said)


def lacks_address(question: Question, said: str) -> bool:
    """Return whether the address of a website is asked for and none is told, whoever answers."""
    return _ADDRESS_ITSELF.search(question.folded) is not None and not _ADDRESS.search(said)


def lacks_difficulty(question: Question, said: str) -> bool:
    """Return whether it is asked what makes something hard, and nothing of the kind is told, whoever answers."""
    return _DIFFICULTY_ASKED.search(question.folded) is not None and not _DIFFICULTY.search(said)


def lacks_what_is_asked(question: Question, said: str, shown: str, new_names: int) -> bool:
    """Return whether quoted sentences hold nothing of the kind that is asked for; `said` is `shown` folded.

    `new_names`: how many names they have that the question has not.
    """
    folded = question.folded
    if tells_of_one(folded, said):
        return True
    if question.kind == "list" and question.wants in ("", "person") and _LIST_ASKED.search(folded) and not _SEVERAL.search(said):
        return True
    if _SHARES_ASKED.search(folded) and not _SHARES.search(said):
        return True
    if _HOW_WORKED_OUT.search(folded) and not _WORKED_OUT.search(said):
        return True
    if _CALLED.search(folded) and not new_names and not (_NAMED.search(shown) or _NAMED.search(said)):
        return True
    if _BOOK_ASKED.search(folded) and not _TITLED.search(shown):
        return True
    if question.wants == "amount" and _YEARLY_ASKED.search(folded) and not _OF_A_YEAR.search(said):
        return True
    if lacks_outlook(question, said) or (_LESS_ASKED.search(folded) and "=" not in shown) or _lacks_a_side(folded, said):
        return True
    two = _OF_TWO.search(folded)
    return two is not None and not any(two[g].strip()[-2:] in said for g in "ab")
