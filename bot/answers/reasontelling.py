"""Sentences that give a reason, or in which somebody is asked for one, and what tells that somebody speaks. Folded."""

from __future__ import annotations

from bot.answers.causes import gives_reason
from bot.answers.happenings import happenings
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

SAID = lazy.compile(r"[“”\"「][^”\"」]{8,}[”\"」]|(?<![下简全俗名宣号堪自职])称(?![为号])|(?<![法明述据学])说(?!明会|明书)|表示|认为|看来|直言|坦言|指出|强调|透露|回答|回应|写道|应指|解释|坦承|补充|选择|告诉[^,。;]{0,8}(?:记者|我们)|\b(?:said|says|told|argue[sd]?|believe[sd]?|chose)\b")
# A sentence in which somebody is asked why, or that says what the question is.
ASKED_WHY = lazy.compile(r"(?:至于|对于|关于|[被]?问[及到起]?|谈[及到]|解释|说明|质疑|不解|好奇|外界)[^。;“「]{0,16}(?:为何|为什么|为啥|何以)|\b(?:asked|explain\w*|on|as to) (?:about )?why\b")
_NICKNAMED = lazy.compile(r"(?:叫|[稱称]|[當当][作做成])[^?？,，]{0,12}[“「『\"《]|[绰綽外][号號]|\bnickname\b|\b(?:called|dubbed|nicknamed|known as) \S")
_AT_RANK = lazy.compile(r"第[一二三四五六七八九十\d]+(?![季代期年月轮批])|\b(?:first|second|third|fourth|fifth|sixth|last)\b")
OF_RESULTS = lazy.compile(r"获利|盈利|利润|净利|纯利|业绩|营收|收入|销售|赚|亏|\b(?:profits?|earnings|revenues?|sales|results|loss(?:es)?|net income|(?:do|does|did|doing|done|fare[sd]?|perform\w*) (?:so |this |that )?(?:well|badly|poorly)|(?:strong|good|great|weak|bad|poor) (?:year|quarter|performance))\b")
_REPLIED = 10  # characters behind the question in such a sentence that are a reply
_CLAUSE = lazy.compile(r"[,:;。“「\"]")


def gives(sentence: StoredSentence) -> bool:
    """Return whether a sentence gives a reason, or tells what somebody replied who was asked why."""
    folded = fold(sentence.text)
    asked = ASKED_WHY.search(folded)
    return gives_reason(folded) or (asked is not None and len(folded) - asked.end() >= _REPLIED and bool(SAID.search(folded, asked.end())))


def asks_of_other(folded: str, question: Question) -> bool:
    """Whether a sentence says itself of what it gives the reason, and that is not what is asked about: 對於為何不做代工,他說…"""
    asked = ASKED_WHY.search(folded)
    if not asked or (question.lang == "en") != folded.isascii():  # what is put in another language cannot be held against it
        return False
    of = _CLAUSE.split(folded[asked.end() :], maxsplit=1)[0]
    return bool(of) and not happenings(of) & happenings(question.folded) and not any(n.surface in of for n in question.needs)


def of_nothing(question: Question) -> bool:
    """Whether nothing that was understood says of what the reason is asked: whatever somebody does has some reason."""
    said = question.measures or question.aspect or question.periods or question.extreme or len(question.subjects) != 1
    named = _NICKNAMED.search(question.text) or _AT_RANK.search(question.folded)  # why he is called "the slow doctor", why it came third
    return not (said or named or question.needs or question.flags & {"follow", "pronoun", "part"} or happenings(question.folded) or OF_RESULTS.search(question.folded))
