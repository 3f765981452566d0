"""Whose people are told of: who asks for the founder of one firm is not told of another's."""

from __future__ import annotations

from bot.answers.demands.told import HELD, Told
from bot.answers.staff import Staff
from bot.softwords import soft
from kb import lazy
from kb.terms import term_token
from kb.text import fold

# Somebody among several is asked for by what is true of them alone: 哪位聯合創始人在輝達做過銷售.
_WHICH_ONE = lazy.compile(r"哪一?[位个名]|的(?:那[个位])?(?:高管|人|主管|副总|负责人|联创|创始人|创办人|董事|工程师|主任|干部|成员)(?:是谁|叫什么|叫啥|名字|姓名)|\bwhich (?:one |of |co-?founder|executive|director|founder|manager|member|person)")
_SAYS = lazy.compile(r"说|讲|认为|觉得|表示|提到|指出|预[计期测]|看[好待法]|\b(?:say|said|think|thinks|expect|believe|view|see)s?\b")  # what somebody says is told without naming them again
_HE = lazy.compile(r"[他她](?!们)|\b(?:he|she|his|her)\b")


_KIN_NAMED = lazy.compile(
    r"(?:太太|妻子|老婆|夫人|丈夫|老公|先生|儿子|女儿|父亲|母亲|爸爸|妈妈|哥哥|弟弟|姐姐|妹妹|孩子|岳父|舅舅|叔叔)(?:的)?(?:名字|姓名|叫(?:什么|啥)|是谁|姓什么)|\b(?:who is|what is the name of|what's the name of|name of) [^?]{2,40}?(?:'s )?(?:wife|husband|spouse|son|daughter|father|mother|brother|sister)\b"
)
_IS_CALLED = lazy.compile(r"名叫|叫做|(?:妻子|太太|丈夫|儿子|女儿|父亲|母亲|弟弟|哥哥|姐姐|妹妹)(?:叫|[\u3400-\u9fff]{2,3}(?:也|是|曾|在|为|说|,))|\b(?:named|called)\b")


def kin_unnamed(told: Told) -> bool:
    """Return whether the name of somebody's wife, son or other kin is asked for, and nobody but those asked about is named."""
    if not _KIN_NAMED.search(told.question.folded):
        return False
    entities, asked = told.evidence.library.names.entities, told.asked_of()
    named = any(entities[m.entity].kind == "person" and m.entity not in asked for s in told.sentences for m in s.mentions)
    return not named and not _IS_CALLED.search(told.said)


def of_another_firm(told: Told) -> bool:
    """Return whether somebody of one firm is asked for, and all who are named belong elsewhere, or nobody is named."""
    homes, asked = _homes(told)
    return asked and not any(home is None or home in told.asked_of() for home in homes)


def known_of_another_firm(told: Told) -> bool:
    """Return whether the holder of a post at one firm is asked for, and a sentence that does not name that firm names only people known to be of another."""
    homes, asked = _homes(told)
    if not asked or not told.question.roles or any(m.entity in told.asked_of() for s in told.sentences for m in s.mentions):
        return False
    return bool(homes) and not any(home is None or home in told.asked_of() for home in homes)


def _homes(told: Told) -> tuple[list[str | None], bool]:
    """The firm of each person named, None where it is not known, and whether somebody of a firm is asked for."""
    entities, asked = told.evidence.library.names.entities, told.asked_of()
    if told.question.wants != "person" or not asked or any(entities[i].kind != "company" for i in asked):
        return [], False
    staff = Staff(told.evidence)
    people = {m.entity for s in told.sentences for m in s.mentions if entities[m.entity].kind == "person"}
    return [home[0] if home else None for home in map(staff.home, people)], True


def without_the_person(told: Told) -> bool:
    """Return whether something is asked to be true of somebody, and no sentence told names them or says he or she."""
    entities = told.evidence.library.names.entities
    people = {i for i in told.asked_of() if i in entities and entities[i].kind == "person"}
    if "yesno" not in told.question.flags or not people or _SAYS.search(told.question.folded):
        return False
    named = people & {m.entity for s in told.sentences for m in s.mentions}
    return not named and not any(_HE.search(fold(s.text)) for s in told.sentences)


def without_the_trait(told: Told) -> bool:
    """Return whether one of several people is asked for by what is true of them, and no sentence told says it."""
    question, search = told.question, told.evidence.library.search
    if not _WHICH_ONE.search(question.folded) or not told.sentences:
        return False
    posts = {term_token("concept", r) for r in question.roles}
    traits = [n for n in question.needs if not (n.light or soft(n)) and not any(posts & set(o) for o in n.options)]
    return bool(traits) and all(max(search.holds(n, s.id) for s in told.sentences) < HELD for n in traits)
