"""The parts of a message that asks several things, and their answers as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot import questionwords as qw
from bot.answer import Answer
from bot.question import Question
from bot.spoken import written
from kb import lazy
from kb.text import fold

_TWO = 2  # what is asked, and whether the articles agree on it
_PART = lazy.compile(
    r"[?？;；]+|[,，、]\s*(?=[^,，?？]*(?:呢|多少|什么|什麼|哪|誰|谁|几|幾|何時|何时|嗎|吗|啥|咩|多大|怎[么麼樣样]))|,?\s+and\s+(?=(?:how|when|what|who|where|which|why|in (?:which|what))\b)",
    re.I,
)
# "Who founded X and runs it now" asks twice.
_AND_RUNS = lazy.compile(r"(?<=\w) and (?P<verb>(?:now |currently |still )?(?:runs|leads|heads|manages|owns|chairs) (?:it|the (?:company|firm|group))\b)", re.I)
_OWN_VIEW = lazy.compile(r"[\u3400-\u9fff]{0,3}?(?:自己|本人)是?怎么(?:估|看|说|讲|预计|判断)的?")
# …?不同文章說法一致嗎: of what was just asked.
_DO_THEY_AGREE = lazy.compile(r"(?:不同|各|这些|几|两|每)?[家篇]?(?:文章|媒体|来源|报道|报导|记者)?(?:的|之间)?(?:说法|讲法|数字|口径)?(?:都|是否|有没有|是不是)?(?:一致|一样|相同|不同|有出入|吻合|对得上)(?:吗|不)?|do (?:the |all )?(?:\w+ )?(?:articles|sources|reports|papers|they) (?:all )?(?:agree|say the same)(?: on (?:that|it|this))?")
_WHO_IS_IT = lazy.compile(r"(?:and )?(?:who(?: exactly)? (?:is|are|was|were) (?:it|that|they|those|he|she|this)|who(?:'s| is) that|which ones?(?: is it)?)|(?:那|又|分别|都)?(?:是|有)?(?:谁|哪[个一几两三]?[位家个些])(?:呢|啊)?")
_HOW_LONG = lazy.compile(r"(?:一共|总共|是|待了|and |for )?(?:几|多少)个?年|多久|(?:and )?(?:for )?how (?:many years|long)")

_WHEN = r"(?:(?:是)?在?(?:什[么麼]时候|什[么麼]時候|何[时時]|几时|幾時|哪一?年|哪[天日]|哪个月|哪個月|几月|幾月)|\b(?:in )?(?:when|(?:what|which) year)\b)"
_WHERE = r"(?:(?:是)?在?(?:哪[里裡儿兒](?!人)|什[么麼]地方|何地|哪个城市|哪個城市|哪座城市)|\b(?:where|in (?:what|which) (?:city|place|town))\b)"
_ONLY_WHEN = lazy.compile(rf"(?:又|那|还有|還有|分别|and )?{_WHEN}(?:的|呢|啊)*", re.I)
_ONLY_WHERE = lazy.compile(rf"(?:又|那|还有|還有|分别|and )?{_WHERE}(?:的|呢|啊)*", re.I)
_ASKS_WHEN = lazy.compile(_WHEN, re.I)
_ASKS_WHERE = lazy.compile(_WHERE, re.I)


def compound(text: str) -> list[str]:
    """Return the parts of a message that asks several things, each with a question word of its own.

    >>> compound("Who founded it and when was that?")
    ['Who founded it', 'when was that']
    >>> compound("摩爾線程2025年營收?")
    ['摩爾線程2025年營收']
    """
    return list(_parts(text))


@lru_cache(64)
def _parts(text: str) -> Sequence[str]:
    text = written(text)
    text = _AND_RUNS.sub(r" and who \g<verb>", text)
    parts = [p.strip() for p in _PART.split(text) if p and p.strip()]
    parts = [p for n, p in enumerate(parts) if not n or not (_OWN_VIEW.fullmatch(fold(p)) or _DO_THEY_AGREE.fullmatch(fold(p)))]  # …?邵總自己怎麼估的
    if len(parts) > 2 and not qw.ASKS_FOR.search(fold(parts[0])):  # "in that article, who says …? which company is he from?"
        parts = [text[: text.index(parts[1]) + len(parts[1])], *parts[2:]]
    if any(_HOW_LONG.fullmatch(fold(p)) for p in parts[1:]):  # 待最久的是誰,幾年: the first part says it
        return parts[:1]
    return parts if all(qw.ASKS_FOR.search(fold(p)) and qw.ASKS.search(fold(p)) for p in parts) else parts[:1]


def asks_agreement(text: str) -> bool:
    """Return whether all that a message asks besides one thing is if the articles agree on it: every version is told anyhow."""
    asked = [p for p in _PART.split(written(text)) if p and p.strip()]
    return len(asked) == _TWO and bool(_DO_THEY_AGREE.fullmatch(fold(asked[1].strip())))


def only_a_time(first: Question, asked: Question) -> bool:
    """Return whether a part of a message is but the time of the one before it: "revenue, FY2025?"."""
    return bool(asked.periods) and not first.periods and not (asked.measures or asked.needs or asked.flags & {"follow", "relative", "year-before"})


def asked_anew(part: str, before: str) -> str | None:
    """Return the question before a part that is but "and where?" or "and when?", with the one word for the other; None for another part.

    >>> asked_anew("where", "When was Foo founded"), asked_anew("在哪裡", "顧南喬哪一年出生"), asked_anew("where", "Who runs it")
    ('where was Foo founded', '顧南喬在哪裡出生', None)
    """
    for only, word in ((_ONLY_WHERE, _ASKS_WHEN), (_ONLY_WHEN, _ASKS_WHERE)):
        if only.fullmatch(part) and len(word.findall(before)) == 1:
            return word.sub(part.removeprefix("and "), before)
    return None


def says_who_it_is(asked: Question) -> bool:
    """Return whether a part of a message asks but who is meant by the one before it: "…, and who is it?"."""
    return bool(_WHO_IS_IT.fullmatch(asked.folded.strip(" ?.,")))


def once(lines: Sequence[str]) -> tuple[str, ...]:
    """Return lines without those that another one holds: what a line tells is told once.

    >>> once(["Wang worked at Foo for four years and left in 2017.", "Wang worked at Foo for four years."])
    ('Wang worked at Foo for four years and left in 2017.',)
    """
    bare = [re.sub(r"[\s。.,，;；]+$", "", x) for x in lines]
    return tuple(
        x for n, x in enumerate(lines)
        if not any((bare[n] in b and len(bare[n]) < len(b)) or (bare[n] == b and m < n) for m, b in enumerate(bare) if m != n)
    )  # fmt: skip


def merged(answers: list[Answer]) -> Answer:
    """Return one answer that says what several say, each source once."""
    lines = [x for n, a in enumerate(answers) for x in a.lines if not (n and a.quotes and x == a.lines[-1])]
    lines.sort(key=lambda x: x.endswith((":", "：")))  # what leads up to a quotation stands right before it
    sources = {(s.title, s.publisher): s for a in answers for s in a.sources}
    return replace(
        answers[0],
        lines=once(lines),
        quotes=once([x for a in answers for x in a.quotes]),
        sources=tuple(sources.values()),
        facts=tuple(f for a in answers for f in a.facts),
        explanation=("answered in parts", *(x for a in answers for x in a.explanation)),
    )
