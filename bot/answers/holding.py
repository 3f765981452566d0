"""What quoted sentences must hold to answer at all: several things where a list is asked for, an address, a name, both sides.

Few checks, each certain: what they refuse says nothing of what was asked, whatever words it shares with the question.
"""

from __future__ import annotations

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
_NAMED = lazy.compile(r"[「『“《\"'‘][^」』”》\"'’]+[」』”》\"'’]|叫|名为|取名|命名|代号|[A-Z][A-Za-z]+|\b(?:called|named)\b")
_BOOK_ASKED = lazy.compile(r"哪[一几]?[本部](?:书|著作|小说|传记)|\b(?:which|what) (?:book|novel|memoir)\b")
_TITLED = lazy.compile(r"[《「『“\"'‘]|\b(?:called|titled|entitled)\b|[a-z,] [A-Z]")
_OF_TWO = lazy.compile(r"(?P<a>[^,?:;的]{2,10}?)[和跟与还](?:是)?(?P<b>[^,?:;]{2,10}?),?(?:的)?[^,?:;哪谁]{0,6}(?:哪[个款家种边一]|谁)[^,?]{0,8}(?:多|高|大|少|低|快|贵|便宜|强|好|长|重)")


# 來自哪些航線,各占多少: shares are asked for.
_SHARES_ASKED = lazy.compile(r"(?:各自?|分别)占(?:了|到|比)?(?:多少|几|百分)|\bwhat (?:share|percentage|proportion|per ?cent) (?:is|does|did|do) each\b|\bhow much (?:does|did|do) each (?:account|contribute|make up)\b")
_SHARES = lazy.compile(r"占[^,;。]{0,16}?[\d一二三四五六七八九半]|占比|比重|份额|贡献[^,;。]{0,10}\d|\d(?:%|成)[^,;。]{0,4}(?:来自|是)|来自[^,;。]{0,10}(?:的)?[^,;。]{0,4}\d|\bshare|account|\d ?(?:%|per ?cent) (?:of|from|came)|contribut")


# A post in a body that is no firm's board: 工會主席 is not told by the chairman of the firm.
_BODY_ASKED = lazy.compile(r"(?:工会|协会|商会|公会|联合会|基金会|学会|校友会|议会|村委会)(?:的)?(?:现任|前任?)?(?:主席|会长|理事长|秘书长|主任|负责人|领导)|\b(?:union|association|federation|foundation|chamber)(?:'s)? (?:leader|head|president|chair\w*|secretary|boss|chief)")

_BODY = lazy.compile(r"工会|协会|商会|公会|联合会|基金会|学会|校友会|议会|村委会|理事长|\b(?:union|association|federation|foundation|chamber)")


def lacks_body(question: Question, said: str) -> bool:
    """Return whether the head of a union or another such body is asked for, and no such body is spoken of."""
    asked = _BODY_ASKED.search(question.folded)
    return asked is not None and not _BODY.search(said)


def lacks_address(question: Question, said: str) -> bool:
    """Return whether the address of a website is asked for and none is told, whoever answers."""
    return _ADDRESS_ITSELF.search(question.folded) is not None and not _ADDRESS.search(said)


def lacks_what_is_asked(question: Question, said: str, shown: str, new_names: int) -> bool:
    """Return whether quoted sentences hold nothing of the kind that is asked for; `said` is `shown` folded.

    `new_names`: how many names they have that the question has not.
    """
    folded = question.folded
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
    two = _OF_TWO.search(folded)
    return two is not None and not any(two[g].strip()[-2:] in said for g in "ab")
