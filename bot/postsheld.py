"""A company and a post with nothing else said, which asks who holds it; or right before the name of who does, which says no more of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.contentwords import blank
from kb import lazy
from kb.names import Names, Span
from kb.terms import span_terms
from kb.text import count_scripts, fold, script

# What stands around a name and a post where nothing more is said.
_ONLY_NAMED = lazy.compile(r"(?:['’]s\b|\b(?:the|of|at|for|and|name|names)\b|[的之&+/、:()（）\s?？.。!！-]|现任|目前|姓名|名字|叫|是)*")
_NAME_ASKED = lazy.compile(r"[ -]*(?:的?(?:姓名|名字)|是|叫|names?)$")
_NO_POST = frozenset("person-who executive management employee staff manager".split())  # whoever works there
_SHORT_POST = 4  # letters of one that is written alike in all languages: CTO


# What asks for a step of a life, or a time: there the company may say which.
_OF_A_STEP = lazy.compile(
    r"加入|加盟|入职|离开|离职|卸任|出任|担任|上任|接任|创[办立]|任职|工作|什么时候|何时|哪年|几时|之前|以前|此前|多久|多少年|"
    r"\b(?:join\w*|le(?:ave|aves|aving|ft)|quit\w*|retire\w*|became|become|appointed|founded|started|set up|work\w*|when|which year|what year|before|after|how long|since)\b"
)
_BETWEEN = lazy.compile(r"(?:['’]s\b|\b(?:former|co|chief|senior|and)\b|[的前兼&、,\s-])*")


def named_outright(text: str, folded: str, spans: Sequence[Span], names: Names) -> str:
    """Return a message without the company and the post that it names right before the person who has it, who is known without; "" where it names none so.

    "Where did Orvane founder Lin Ruo study" asks of Lin Ruo, whom sentences on their life seldom call the founder.
    """
    if len(text) != len(folded) or _OF_A_STEP.search(folded):
        return ""
    entities = [s for s in spans if s.kind == "entity" and not s.weak]
    for firm, person in pairwise(entities):
        if names.entities[firm.ids[0]].kind != "company" or names.entities[person.ids[0]].kind != "person" or any(s.ids == firm.ids for s in entities if s is not firm):
            continue
        posts = [s for s in spans if firm.end <= s.start and s.end <= person.start and any(k == "concept" and names.concepts[i].group == "role" for k, i in span_terms(s))]
        between = blank(folded, [(s.start, s.end) for s in posts])[firm.end : person.start]
        if posts and _BETWEEN.fullmatch(between):
            return text[: firm.start] + text[person.start :]
    return ""


def who_holds(text: str, folded: str, spans: Sequence[Span], names: Names, subject: Callable[[tuple[str, ...]], bool]) -> str:
    """Return a message that is no more than a name and a post, put as the question who holds it: 某某 CTO, "Corvane founder?"; else "".

    `subject` tells whether a name, given by its ids, is one that a question may be about.
    """
    posts = [s for s in spans if any(k == "concept" and names.concepts[i].group == "role" and i not in _NO_POST for k, i in span_terms(s))]
    named = [s for s in spans if s.kind == "entity" and not s.weak and subject(s.ids)]
    if not posts or len({s.ids for s in named}) != 1 or any(names.entities[i].kind == "person" for s in named for i in s.ids):
        return ""
    rest = blank(folded, [(s.start, s.end) for s in (*posts, *named)])
    if len(rest) != len(text) or not _ONLY_NAMED.fullmatch(rest):
        return ""
    kept = text.rstrip(" ?？。.!！")
    kept = kept[: len(kept.rstrip()) - len(m.group())].rstrip() if (m := _NAME_ASKED.search(fold(kept))) else kept
    han, _ = count_scripts(blank(kept, [(s.start, s.end) for s in posts if fold(folded[s.start : s.end]).isascii()]))
    short = any(folded[s.start : s.end].isascii() and s.end - s.start <= _SHORT_POST for s in posts)
    if han and (short or not all(folded[s.start : s.end].isascii() for s in posts)):
        return f"{kept}{'是誰' if script(text) == 'zh-Hant' else '是谁'}?"
    return f"who is the {kept}?" if not han or not count_scripts(blank(kept, [(s.start, s.end) for s in named]))[0] else ""
