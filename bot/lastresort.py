"""What a message asks, taken by itself: for messages that say more around their question than is known to be said there.

Only for a question that found no answer as a whole. Of what stands around it nothing is kept but the names it needs; where
something of that may decide what is asked (a condition, a period, a limit, what "this" points at), there is no second reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot import framewords as fw
from bot import questionwords as qw
from bot.asked import AGREE
from bot.framing import Clause, asks, clauses_of, content
from kb import lazy, periods
from kb.names import Span
from kb.text import HAN_ONE, fold

# How a clause begins that limits what is asked, or sets a condition for it.
_LIMITS_EN = lazy.compile(
    r"(?:(?:and|but|so|even|only|just) )*(?:if|when|once|until|unless|while|assuming|suppose|supposing|provided|given|without|with|under|on|in|at|by|from|for|of|among|amongst|between|within|inside|"
    r"outside|beyond|besides|beside|except|excluding|including|apart|aside|leaving|counting|compared|versus|vs|against|after|before|since|during|over|per|across|out of|looking at|instead|rather|according)\b"
)
_LIMITS_ZH = lazy.compile(
    r"(?:如果|若|假如|假设|假定|要是|倘若|万一|即使|就算|当|等到?|除|扣除|不算|不计|不含|不包|撇开|仅|只看|只算|按|照|用|拿|根据|依|就|从|自|对比|相比|比起|在|截至|到|以|论|至于|其中|包括)|.*(?:之后|以后|之前|以前|之中|当中|期间|以外|之外|的话|里|中|时)$"
)
# What is left out must not say no, or be a figure that is asked about.
_DENIES = lazy.compile(r"\bn[o']t\b|\b(?:no|never|nobody|nothing|none|neither|nor|without|wrong|fake|rumou?r\w*)\b|\d|没有|不是|并非|未|从未|传闻|谣言|误")
_SAID_OF_ASKER = lazy.compile(r"\b(?:i|we|me|my|our|us)\b|我|咱|俺|听说|听到|投委会|抬头")
# Question words that ask nothing here: several, "which surprised me", "what he told us".
_ASKS_NOT = lazy.compile(
    r"好几|几(?:个|家|位|天|年|次)(?:朋友|同事|人|厂商|公司)?(?:都|在|打)|^which (?:has |had |have |is why |was why |i |we |\w+ (?:me|us)\b|(?:seems?|sounds?|looks?|feels?) )|\bwhat (?:[\w'-]+ ){1,8}?(?:told|gave|showed|sent) (?:me|us)\b|不(?:知道|确定|清楚|明白)[^,]{0,6}(?:该|要)怎么"
)
_SENTENCE_END = lazy.compile(r"[.。!?:;…\n]|--|—")
_PRONOUN = lazy.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b|[他她它]们?|这[家间款个项位]|该")
_WHOSE = ("its", "their", "his", "her")
_POINTS = lazy.compile(r"\b(?:this|that|these|those|such|there|same|others?|both|ones?)\b|那(?!么)|这(?!家|间)|此|该|同样|两者|其(?!中|他|实)|背后")
_LEAST = 3  # words, or half as many pairs of Chinese characters, that make a question of a clause


def asked_alone(text: str, spans: Sequence[Span], subject: Callable[[Span], bool]) -> str:
    """Return the question of a message without what it says before it, "" where that could change what is asked.

    >>> asked_alone("The terminal is down again today. Which colours does the new Glide scooter come in?", [], lambda s: True)
    'Which colours does the new Glide scooter come in?'
    >>> asked_alone("If the offer fails, which colours does the new Glide scooter come in?", [], lambda s: True)
    ''
    """
    folded = fold(text)
    clauses = clauses_of(folded, spans)
    first = _first_asking(folded, clauses)
    before, asked = clauses[:first], clauses[first:]
    if not before or any(_limits(folded, c) for c in before) or AGREE.search(folded) or qw.EITHER.search(folded):
        return ""
    said = folded[asked[0].asked :]
    told = [c for c in before if c.kind == "says" and not _SAID_OF_ASKER.search(folded[c.start : c.end])]
    if told and (_PRONOUN.search(said) or any(not _SENTENCE_END.search(folded[c.end : c.close]) for c in told)):
        return ""  # the question goes on from what is told
    inside = [s for s in spans if s.kind == "entity" and s.start >= asked[0].asked]
    if _POINTS.search(said) or content(said, [folded[s.start : s.end] for s in inside]) + any(s.kind == "measure" and s.start >= asked[0].asked for s in spans) < _LEAST:
        return ""
    question = text[asked[0].asked :].strip()
    if any(map(subject, inside)):
        return "" if _PRONOUN.search(said[: inside[0].start - asked[0].asked]) else question
    outside = {s.ids: text[s.start : s.end] for s in spans if s.kind == "entity" and s.end <= asked[0].asked and subject(s)}
    if len(outside) > 1 or (_PRONOUN.search(said) and not outside):
        return ""
    return _with_name(question, *outside.values()) if outside else question


def _with_name(question: str, name: str) -> str:
    """A question with the name it is about in the place of its pronoun, or before it.

    >>> _with_name("what is its stock code?", "Kestrane"), _with_name("它是憑什麼做到的?", "凱川")
    ("what is Kestrane's stock code?", '凱川是憑什麼做到的?')
    """
    chinese = bool(HAN_ONE.search(question))
    if (pronoun := _PRONOUN.search(fold(question))) and len(fold(question)) == len(question):
        whose = "'s" if pronoun.group() in _WHOSE else ""
        return question[: pronoun.start()] + name + whose + question[pronoun.end() :]
    return f"{name}{question}" if chinese else f"{name}: {question}"


def _first_asking(folded: str, clauses: Sequence[Clause]) -> int:
    """Where the question begins: the first clause that asks behind the last sentence before it, or where it is brought in."""
    asking = [n for n, c in enumerate(clauses) if asks(folded, c) and not _ASKS_NOT.search(folded[c.asked : c.end])]
    if not asking:
        return 0
    last = asking[-1]
    starts = [n for n, c in enumerate(clauses[: last + 1]) if n and (c.kind == "asks" or _SENTENCE_END.search(folded[clauses[n - 1].end : clauses[n - 1].close]))]
    brought = [n for n in starts if clauses[n].kind == "asks"]
    from_here = brought[0] if brought else starts[-1] if starts else 0
    return next(n for n in asking if n >= from_here)


def _limits(folded: str, clause: Clause) -> bool:
    said = folded[clause.start : clause.end]
    if clause.kind == "nothing":
        return False
    told = clause.kind != "aside" and not _SAID_OF_ASKER.search(said)
    return bool((told and (_LIMITS_EN.match(said) or _LIMITS_ZH.match(said) or _DENIES.search(said))) or fw.NARROWS.search(said) or any(p.period.kind not in ("day", "week") for p in periods.find(said)))
