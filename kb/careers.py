"""Sentences -> the steps of people's lives: born, studied, worked, left, founded, with their years.

A step is a stretch of a sentence: a part that says where somebody was or what they became, with the parts
after it that only add to it, and the year that stands in a part of its own. Whose step it is, and when a part
was, tells `kb.lifeparts`. What is extracted is where the step stands and when it was; its words stay the article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kb import lazy
from kb.lifeparts import Part, parts
from kb.model import Article, Entity, Sentence, Step
from kb.stepkinds import SETTING

_FOUNDING = lazy.compile(r"成立|创立|创办|\b(?:founded|established|set up)\b")
_EARLIER = lazy.compile(
    r"此前|之前(?!进|加)|以前|先前|曾[任是为在]|原[任是为职]|来自|原本|\b(?:former(?:ly)?|previously|c[oa]me from|had been|had (?:run|led|worked|spent|served))\b|\bfrom (?=[A-Z])"
)
# "2024年加入的财务总监某某此前任职于…": the year is of the joining, not of what was before.
_EARLIER_STILL = lazy.compile(r"(?:19|20)\d\d年[^,]{2,30}?(?:此前|之前|以前|先前)(?:[曾就在任是为担供来]|[^,]{0,3}[任在])")
# Starts a step of its own even without a year: one thing after another.
_NEXT = lazy.compile(
    r"^[^,]{0,4}?(?:之后|随后|后来|其后|接着|再(?!加)|然后|最后|最终|此前|之前|先前|曾|原任|原是|后|又|创业前)|^\s*(?:and |but )?(?:he |she )?(?:then|later|afterwards?|before|previously|formerly|finally|eventually)\b"
)
# Looks back behind a part that is dated: 2024年接替某某, 之前任職於…
_BACK = lazy.compile(r"\s*(?:在?(?:此|那|这)?之前|此前|先前|更早(?:之前)?|早前|(?:and )?before (?:that|then)|prior to (?:that|this)|previously|formerly)(?!年)")
_ADDS = 30  # characters; a longer part without a cue is about something else
_ADDS_EN = 70
_DATE_ALONE = lazy.compile(
    r"\s*(?:in |by |since |at the end of |early in |late in )?(?:\w+ )?(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?[^,]{0,3}?,?\s*|\s*\d{1,2}月(?:\d{1,2}日)?[^,]{0,2},?\s*|(?:从|自)?(?:19|20)\d\d年?(?:\d{1,2}月)?\s*(?:至|到|-|–|—|~)\s*(?:(?:19|20)\d\d年?(?:\d{1,2}月)?|今|现在)[^,]{0,3},?\s*|[^,]{0,3}年后?,?\s*|(?:同|当|隔|次|翌)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^,]{0,2},?\s*|\w+ years? later,?\s*"
)
_FIRST_JOB = lazy.compile(r"\bcareer\b|\bworked\b|\bfirst job\b|入职|任职|工作|担任")
_HE = lazy.compile(r"\s*(?:[他她](?!们)|he\b|she\b)")


def read(article: Article, sentences: Sequence[Sentence], entities: Callable[[str], Entity]) -> list[Step]:
    """Return the steps an article tells, in the order of its text; `entities` gives what a mention's id is."""
    if not any(entities(m.entity).kind == "person" for s in sentences for m in s.mentions):
        return []
    out: list[Step] = []
    before: tuple[int, str, str] | None = None  # the paragraph, person and date of a sentence that tells no step
    for sentence, here in zip(sentences, parts(article.published, sentences, entities), strict=True):
        found = list(_steps(sentence, here))
        goes_on = before and found and not found[0].start and (sentence.paragraph, found[0].person) == before[:2]
        if goes_on and before and _HE.match(here[0].text):
            found[0] = replace(found[0], start=before[2])
        out += found
        dated = [p for p in here if p.start and (p.person or here[-1].person)]
        before = (sentence.paragraph, here[-1].person or "", dated[-1].start or "") if dated and not found else None
    return out


def _steps(sentence: Sentence, parts: Sequence[Part]) -> Iterable[Step]:
    """Join the parts of a sentence into steps."""
    out: list[Step] = []
    waiting: Part | None = None  # a part that only says when: it belongs to the next
    open_step = False
    dated: Part | None = None  # an earlier part with a date that says no step
    for part in parts:
        own = part.person
        if part.start:
            alone = bool((own and not part.kinds) or _DATE_ALONE.fullmatch(part.text))
            dated = part if alone or (not own and _FOUNDING.search(part.text)) else None
        if own is None:
            when = part.start and not part.kinds and _DATE_ALONE.fullmatch(part.text)
            waiting, open_step = (part if when else None), False
            continue
        if not part.kinds:
            short = len(part.text) <= (_ADDS_EN if re.match(r"\s*[a-z]", part.text) else _ADDS)
            if (_DATE_ALONE.fullmatch(part.text) or SETTING.match(part.text)) and not part.named:
                waiting = replace(part, begin=waiting.begin if waiting else part.begin, start=part.start or (waiting.start if waiting else None))
            elif part.start and not part.named:
                open_step, waiting = False, None
            elif part.named and short:
                waiting = part
            elif open_step and short and out[-1].person == own and waiting is None:
                out[-1] = replace(out[-1], end=part.end)
            else:
                open_step, waiting = False, None
            continue
        begin = waiting.begin if waiting and waiting.person in (own, None) else part.begin
        start = part.start or (waiting.start if waiting and waiting.person in (own, None) else None)
        fits = dated is not None and not _BACK.match(part.text) and dated.person in (own, None) and (not _FOUNDING.search(dated.text) or "made" in part.kinds)
        start = start or (dated.start if dated and fits else None)
        dated = None
        same = open_step and out[-1].person == own and not _apart(out[-1].kinds, part.kinds)
        same = same and not ("born" in out[-1].kinds and _FIRST_JOB.search(part.text))
        if same and not start and waiting is None and not _NEXT.match(part.text):
            out[-1] = replace(out[-1], end=part.end, kinds=_both(out[-1].kinds, part.kinds))
        else:
            start = None if part.start and not part.until and _EARLIER_STILL.search(part.text) else start
            earlier = bool(_EARLIER.search(part.text)) and start is None
            until = part.until or (waiting.until if waiting and not part.start else None)
            out.append(Step(own, part.kinds, start, until, earlier, sentence.n, begin, part.end))
        open_step, waiting = True, None
    return out


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of a step and a part that adds to it; where somebody moved as a child is no job."""
    return tuple(k for k in dict.fromkeys([*one, *other]) if k != "worked" or "born" not in one)


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one part tells of a school and the other of a job: two steps, though one year may do for both."""
    return ("studied" in one) != ("studied" in other) and ("worked" in one) != ("worked" in other)
