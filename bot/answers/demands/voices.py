"""Who said it: the speaker a question names must be the one who speaks, of what is asked; a definition is no statement."""

from __future__ import annotations

import re

from bot.answers.demands.told import Told
from bot.answers.sayings import ASKS_SAID, SAYS, Sayings
from bot.questionwords import MEANING
from kb import lazy, spelt
from kb.sounds import is_pinyin, readings
from kb.text import fold

# A name of two words or more, as English writes them; the first word of a message begins with a capital in any case.
_NAME = lazy.compile(
    r"(?<![A-Za-z.'’-])(?:(?:Dr|Mr|Mrs|Ms)\.? )?(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2})(?![a-z])"
)
_NO_NAME = frozenset(
    "what which who whose whom when where why how did does do is are was were has have had can could will would should tell according in on at of for and the a an to from by with about "
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4 "
    "chief executive officer chairman president director manager analyst chair ceo cfo north south east west new".split()
)
# Somebody before a verb of saying, by the post in front of the name: 分析師某某怎麼看.
_ZH_NAME = lazy.compile(
    r"(?:分析师|研究员|经济学家|策略师|教授|律师|博士|医生|医师|记者|评论员|基金经理|工程师|设计师|制作人|总监|顾问|院士|校长|教练|机长|店长|部长|处长|局长|秘书长|发言人)(?P<name>(?!怎么|如何|怎样|对|说|认为|看|是|表|在|的|指|给|把|和|与|有|们)[\u3400-\u9fff]{2,3}?)(?=怎么|如何|说|讲|认为|看[好淡空待法]?|觉得|指|预[测计期估]|对|提到|表示|估计|建议|给|把|是[怎如])"
)
_HAN = lazy.compile(r"[\u3400-\u9fff]+")
_LATIN = lazy.compile(r"[a-z]+")
_HE = lazy.compile(r"[他她](?!们)|\b(?:he|she|his|her)\b")
_MARKS = lazy.compile(r"[“「『\"]")
_VIEW_ASKED = lazy.compile(
    r"看[好淡空衰][^,?]*(?:吗|么|不)|(?:是否|会不会)(?:看[好淡空]|相信|支持|赞成)|(?:相信|支持|赞成|反对)[^,?]{1,12}吗|\b(?:does|is|did) [^?]{2,40}\b(?:believe in|bullish on|bearish on|optimistic about|keen on|in favou?r of|a fan of)\b"
)
_WHOLE = 0.6  # of a word that says of what somebody holds a view: a robot is no humanoid robot


def no_statement(told: Told) -> bool:
    """Return whether it is asked what somebody said, and what something is is told."""
    asked = ASKS_SAID.search(told.question.folded)
    return (
        asked is not None
        and bool(asked["en"] or asked["zh"])
        and told.question.wants != "person"
        and not MEANING.search(told.question.folded)
        and not (SAYS.search(told.said) or _MARKS.search(told.shown))
    )


def another_speaker(told: Told) -> bool:
    """Return whether the words of somebody known are asked for, and the sentences told neither name them nor are about them, or have another speak."""
    sayings = Sayings(told.evidence)
    question = told.question
    if not told.sentences or question.wants in ("person", "age", "date") or not sayings.asked(question):
        return False
    speaker = sayings.speaker(question)
    if not speaker:
        return False
    if not any(
        speaker in s.topics or any(m.entity == speaker for m in s.mentions) or _HE.search(fold(s.text))
        for s in told.sentences
    ):
        return True
    entities = told.evidence.library.names.entities
    named = [{m.entity for m in s.mentions if entities[m.entity].kind == "person"} for s in told.sentences]
    return all(n and speaker not in n and SAYS.search(fold(s.text)) for n, s in zip(named, told.sentences, strict=True))


def no_view_of_it(told: Told) -> bool:
    """Return whether it is asked whether somebody believes in something, and no sentence told, nor the one before it, speaks of that."""
    question, search = told.question, told.evidence.library.search
    if not _VIEW_ASKED.search(question.folded) or not told.sentences:
        return False
    of = [n for n in question.needs if not (n.light or n.verbal or _VIEW_ASKED.search(f"{n.surface}吗"))]
    return any(
        max(
            max(search.holds(n, s.id), _WHOLE if search.heading_holds(n, told.near(s), _WHOLE) else 0.0)
            for s in told.sentences
        )
        < _WHOLE
        for n in of
    )


def nameless(told: Told) -> bool:
    """Return whether a question names somebody whom no list has, and no sentence told has that name, in its letters or by its sound."""
    question, library = told.question, told.evidence.library
    known = [(s.start, s.end) for s in library.names.find(question.folded)]
    known += [(at, at + len(typed)) for typed, _ in question.misspelt if (at := question.folded.find(fold(typed))) >= 0]
    told_of = {i for s in told.sentences for i in (*s.topics, *(m.entity for m in s.mentions))}
    if any(
        i not in told_of and i not in told.asked_of() and library.names.entities[i].kind == "person"
        for _, i in question.misspelt
        if i in library.names.entities
    ):
        return True  # found by how it sounds, and not told of
    same = len(question.text) == len(question.folded)
    around = told.around()
    latin = set(_LATIN.findall(around))
    for match in _NAME.finditer(question.text):
        words = match["name"].lower().replace("-", " ").split()
        if _NO_NAME.intersection(words) or (
            same and any(s < match.end("name") and match.start("name") < e for s, e in known)
        ):
            continue
        if not (
            {words[0], words[-1]} & latin
            or any(_sounds(w, around, told) for w in (words[0], words[-1], "".join(words[-2:])))
        ):
            return True
    return any(
        m["name"][:2] not in around and m["name"] not in around
        for m in _ZH_NAME.finditer(question.folded)
        if not any(s < m.end("name") and m.start("name") < e for s, e in known)
    )


def _sounds(word: str, around: str, told: Told) -> bool:
    """Whether a Chinese text may spell a Latin name: in pinyin, or by its sound."""
    runs = _HAN.findall(around)
    if not runs:
        return False
    if is_pinyin(word) and any(word in "".join(next(iter(readings(c)), "") for c in run) for run in runs):
        return True
    occurs = told.evidence.library.search.occurs
    return any(re.search(re.escape(s), around) for s in spelt.spellings(word, occurs))
