"""What something turns from and into, and what it depends on: told only by a sentence that says so in such words.

從買硬體變成買什麼 is not told by any sentence on hardware, nor 要看什麼 by what has become of it so far.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.question import Question
from kb import lazy
from kb.search import Scored
from kb.text import fold

_INTO_WHAT = lazy.compile(
    r"(?:从|由)[^,?。]{1,18}?(?:变成?|转[向为成到变]{0,2}|改[成为]|走向|升级[为成到]|过渡到)[^,?。多少几]{0,4}(?:什么|啥|谁|哪|怎样)"
    r"|\b(?:shift|mov|turn|chang|switch|evolv|go)(?:s|e|es|ed|ing)? from [^?,]{2,40} (?:in)?to (?:what|which)\b|\bfrom [^?,]{2,40} (?:in)?to what\b"
)
_TURNS = lazy.compile(
    r"(?:从|由|不再|原[本来先]|过去|以[前往])[^。;]{1,40}(?:[转变走]?[向为成]|转|变|到|而是|改)|\b(?:from|no longer|used to|instead of|rather than)\b"
)
_ON_WHAT = lazy.compile(
    r"(?:要?看|取决于|依赖于|视乎|关键(?:要?看|在于?)|由)(?:的是|着|乎)?(?:什么|啥|哪些?(?:因素|方面|条件))|什么(?:因素)?(?:来)?决定|\b(?:depends?|hinges?|rests?) on what\b|\bwhat [^?]{2,50} (?:depends?|hinges?|rests?) on\b"
)
_HINGES = lazy.compile(r"取决|决定|[要就得]看|视乎|分水岭|关键|前提|条件|依赖|在于|能否|是否|因素|\b(?:depend|hing|determin|decisive|key|whether|crucial|rests? on)")
_OF_SIGHT = lazy.compile(r"[爱喜想会]看什么|看什么(?:书|戏|剧|电影|病|诊|科|报|节目|比赛)")


def of_turn_asked(question: Question, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the sentences that tell of a turn or a condition, where it is asked into what something turns, or on what it depends."""
    for asked, told in ((_INTO_WHAT, _TURNS), (_ON_WHAT, _HINGES)):
        if asked.search(question.folded) and not _OF_SIGHT.search(question.folded) and not question.measures:
            ranked = [s for s in ranked if told.search(fold(s.sentence.text)) and (asked is not _ON_WHAT or not s.missing)]
    return list(ranked)
