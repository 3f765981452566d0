"""What a follow-up inherits from the question before it, and what the next one may."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.asked import THE_SCHOOL, WHICH_FIRM, asked_currency
from bot.question import Question, SubjectIds
from bot.reader import Reader
from bot.softwords import soft
from bot.state import State
from kb import lazy, periods
from kb.model import Period
from kb.search import Need
from kb.text import HAN_ONE, fold

_ABOUT_EVENT = ("date", "place", "duration")
_THERE = lazy.compile(r"\b(?:there|at the (?:company|firm))(?=[?.!]?$)|那[里边]|[该这]家?公司")
_SHARE_SAID = lazy.compile(r"占|比重|比例|\b(?:share|percentage|proportion|fraction) of\b")
_ANOTHER_YEAR = frozenset(("year-before", "year-after"))
_SHARES = frozenset(("share-of-total", "revenue-share", "market-share"))  # of what was asked about before
_OF_A_DAY = frozenset(("share-price", "market-cap"))
# What a follow-up does with the figure just asked for: 占收入多大比例, 還剩多少, "as a share of sales", 企業客戶占多少.
_A_SHARE = lazy.compile(
    r"^(?:那么?|这|那|它|其|大概|大约|约|,|又|是)*(?:占|相当于)(?![比率])|^(?:那么?|and )?(?:what|how much|which)?.{0,12}\b(?:share|percentage|proportion|fraction|per ?cent|%) of (?:the |its |their )?(?P<of>[a-z][\w -]+?) (?:is|was|does|did|do) (?:that|it|this|they)\b"
    r"|\b(?:is|was) (?:that|it|this),? as an? (?:share|percentage|proportion|fraction) of |^(?:and )?as an? (?:share|percentage|proportion|fraction) of "
)
_LEFT_OF_IT = lazy.compile(r"^(?:那么?|这|那|公司|目前|现在|,)*(?:还|仲|尚)?(?:剩|差|欠|有)(?:下)?(?:多少|几)(?![家个位名间])")
_PART_OF_IT = lazy.compile(r"^(?:那么?|其中|,)*(?P<part>[^占,?]{2,16}?)占(?:了|到)?(?P<asks>多少|几成|百分之|多大|几%|比例|比重)")
_ASKS_HOW_MUCH = lazy.compile(r"(?:大概|大约|约|一?共|总共|是|有|为|达|了|的|呢)*(?:多少|几(?!乎)|多大|多高)[^,?]{0,6}[?]?$")
# A part whose share is asked for, and a follow-up that names another and nothing else.
_PART = r"(?:the )?(?P<part>(?!(?:it|that|this|them|there)\b)[A-Za-z][\w.&'’-]*(?: (?!in (?:20|the\b))[\w.&'’-]+){0,2}?)"
_SHARE_FROM = lazy.compile(
    rf"\b(?:what|which|how (?:much|big|large))\b[^?]{{0,40}}?\b(?:share|percentage|proportion|fraction|per ?cent|part|slice)\b[^?]{{0,60}}?\b(?:came|comes?|is|was|coming|generated|earned|made|sold) (?:from|in|by) {_PART}(?=[?]|$| in (?:20|the)| last| this)",
    re.I,
)
_YEAR_END = lazy.compile(r"(?:去年|上年)(?:年)?[底末]|\b(?:end of last year|last year-?end)\b")
_AND_OF = lazy.compile(r"(?:and|what about|how about|and what about|and how about)(?: (?:for|from|in|of|by))? (?:the )?(?P<part>(?!(?:why|how|what|when|who|where|which|last|this|next|in|the)\b)[\w.&'’-]+(?: [\w.&'’-]+){0,2}) ?[?]*", re.I)
_ALONE = lazy.compile(r"(?P<thing>[^\s,，、?？。.!！:：;；]{2,8}|[A-Za-z][\w&'’-]+(?: [\w&'’-]+){0,2}) ?[?？]*")
_FEW_WORDS = 3
_VERY_SHORT = 7  # characters of a message that holds one word
_WORDS = 24  # letters of a short one in English
_OF_BOTH = lazy.compile(r"[两二][家者间个边]|彼此|\b(?:the two|both|they|them)\b")
_PRICED = lazy.compile("price|index|value|cap|market")  # measures that a 漲幅 is told of
_SHORT = 16  # characters of a message that hardly holds more than a name
_PRECISE = lazy.compile(r"净|归母|扣非|\bnet\b|\battributable\b")
_RECENT = 4  # subjects of earlier questions that "which of them" may mean


def inherit(question: Question, state: State, reader: Reader) -> Question:
    """Return the question with what it leaves out taken from the last one.

    A subject alone ("那沐曦呢?") takes over the last question with its own subject; a period or a measure
    alone takes over the subject. Nothing is inherited by a question that stands on its own.
    """
    if not state.question or question.kind == "smalltalk":
        return question
    before = reader.read(state.question, state.lang)
    question = _another_post(_of_its_growth(_named_alone(question, state, reader), before), before)
    question = _another_part(question, before, state, reader) or reader.version_meant(question, state.subjects)
    if not question.statement:
        question = replace(question, statement=before.statement)
    if led := _works_with_it(question, before, state, reader) or _same_moment(question, before, state) or _of_another_person(question, before, reader) or _next_step(question, before, state, reader) or _of_person(question, state, reader):
        return led
    if question.subjects:
        return _same_question(question, before, state)
    if THE_SCHOOL.search(question.folded) and (school := reader.company_meant(question, (*state.subjects, *reversed(state.answer_subjects)))):
        return replace(question, subjects=((school,),))
    if not _elliptic(question):
        return question
    subjects = _spoken_of(question, state, reader)
    if "compare" in question.flags and len(state.answer_subjects) > 1 and ("which" in question.flags or _OF_BOTH.search(question.folded)):
        subjects = tuple((s,) for s in state.answer_subjects[-2:])
        question = replace(question, kind="compare", extreme="")
    measures = of_same_profit(question, before) or (("net-profit",) if qw.WITHOUT_ONE_OFFS.search(question.folded) else ())  # "and excluding one-offs?"
    periods = question.periods
    needs = question.needs
    kind = question.kind
    aspect = question.aspect
    target = "follow" in question.flags or "relative" in question.flags  # 今年目標呢: of what was asked about
    bare = (
        not question.measures
        and not [n for n in needs if not n.light and not soft(n) and not (target and qw.TARGET.fullmatch(n.surface))]
        and (question.wants in ("", "amount", "ratio") or bool(question.aspect))
    ) or (not question.flags.isdisjoint(_ANOTHER_YEAR) and not question.measures)
    if (not measures and (bare or question.aspect or "loss" in question.flags or kind == "compare")) or (
        bare and periods
    ):
        measures = measures or before.measures
        needs = needs or before.needs
        kind = before.kind if bare and question.wants != "reason" else kind
        aspect = aspect or (before.aspect if bare else "")
    if not periods and state.period and measures and "relative" not in question.flags:
        asked = _stretch(state.period)  # of the turn before, which may have left out all but its year: 那2023年呢?
        same = any((p.start, p.end) == (asked.start, asked.end) for p in before.periods)
        periods = before.periods if same or (before.periods and not asked.start[:4].isdigit()) else (asked,) if before.periods or not before.subjects else ()
    periods = _at_another_time(question, subjects, state, reader) or (() if _as_of_a_day(question, before, periods) else periods)
    if qw.THAT_PART.search(question.folded) or (measures and set(measures) <= _SHARES) or _of_share(question.needs):
        needs = (*needs, *(n for n in before.needs if n not in needs and not n.light and not _names_measure(n)))
    if question.wants in _ABOUT_EVENT and not measures and all(n.light for n in needs):  # "on which exchange?", "which day?": the same event
        measures = tuple(reader.of_same_event(before.measures, question.wants))
        needs = needs if measures else before.needs
        kind = kind if measures else before.kind
    wants = question.wants or (before.wants if bare else "")
    dimension = question.dimension or (before.dimension if _names_only(question) else "")  # "how many nanometres? and the Lite?"
    return replace(
        question,
        subjects=subjects,
        dimension=dimension,
        measures=measures,
        periods=periods,
        needs=needs,
        kind=kind,
        aspect=aspect,
        wants=wants,
    )


def _at_another_time(question: Question, subjects: SubjectIds, state: State, reader: Reader) -> tuple[Period, ...]:
    """The year before or after the one last told, which a follow-up asks for without naming it; () where it does not."""
    if question.periods or not state.period:
        return ()
    if question.flags & {"year-before", "relative"} and not qw.only_held_against(question.folded):
        this = reader.periods_of(question.folded, subjects) if qw.THIS_YEAR.search(question.folded) else ()
        if _YEAR_END.search(question.folded) and (year := _dated(state.period, reader.newest(subjects))[:4]).isdigit():
            return (Period(f"{int(year) - 1}-12-31", f"{int(year) - 1}-12-31", "day"),)  # 6月底是多少? 去年底呢?
        return this or (_years_on(_dated(state.period, reader.newest(subjects)), -1),)
    return (_years_on(_dated(state.period, reader.newest(subjects)), 1),) if "year-after" in question.flags else ()


def of_the_same_thing(question: Question, alone: Question, state: State, reader: Reader) -> Question | None:
    """A follow-up that says no more than what happens (幾時蓋好, "when will it open?"), of the thing the question before named beside its subject."""
    own = [n for n in alone.needs if not n.light]
    bare = all(n.verbal for n in own) or ("pronoun" in alone.flags and len(own) == 1)
    if alone.subjects or alone.measures or alone.roles or alone.wants not in _ABOUT_EVENT or not own or not bare or not (state.question and state.sources):
        return None
    before = reader.read(state.question, state.lang)
    things = tuple(n for n in before.needs if not (n.light or soft(n) or _names_measure(n) or n in question.needs))
    same = before.subjects and set(before.subjects) <= set(question.subjects)
    return replace(question, needs=(*things, *question.needs)) if same and any(not n.verbal for n in things) else None


def _works_with_it(question: Question, before: Question, state: State, reader: Reader) -> Question | None:
    """A follow-up that asks for a sum with the figure just asked for: as a share of another, how much of it is left, what share of it a part is.

    Of two measures the question is put together from both; where the words are needed, the two turns are read as one question.
    """
    if question.subjects or not before.subjects or len(before.subjects) > 1:
        return None
    share, left, part = _A_SHARE.search(question.folded), _LEFT_OF_IT.match(question.folded), _PART_OF_IT.match(question.folded)
    wholes = tuple(m for m in (x.removesuffix("-share") for x in question.measures) if m not in ("share-of-total", "market", *before.measures))
    if share and len(before.measures) == 1 and len(wholes) == 1 and not before.aspect:
        asked = question.folded if _SHARE_SAID.search(question.folded) else f"占 {question.folded}"
        period = before.periods or ((_stretch(state.period),) if state.period and state.period[:4].isdigit() else ())
        return replace(question, folded=asked, kind="fact", wants="ratio", subjects=before.subjects, measures=(*before.measures, *wholes), aspect="", periods=question.periods or period, needs=())
    if share and share["of"] and (said := [n.surface for n in before.needs if not (n.light or n.verbal or soft(n))]):
        asked = f"what share of {share['of']} is {' '.join(said)}"
        return replace(question, folded=asked, kind="fact", wants="ratio", subjects=before.subjects, measures=wholes, periods=question.periods or before.periods, needs=(*before.needs, *question.needs))
    stem = _ASKS_HOW_MUCH.sub("", before.folded)
    if stem == before.folded or not (share or left or part):
        return None
    rest = re.sub(r"^(?:那么?|这|它|其中|,)+", "", question.folded)
    whole = reader.read(f"{stem}中{part['part']}占{part['asks']}" if part and not share else stem + rest, state.lang)
    return replace(whole, lang=question.lang) if whole.subjects == before.subjects else None


def _another_part(question: Question, before: Question, state: State, reader: Reader) -> Question | None:
    """The last question with another part in its place: "what share of sales came from Europe? and China?", None where it asks for no part's share."""
    follow = _AND_OF.fullmatch(question.text.strip())
    asked = state.question or ""
    was = _SHARE_FROM.search(asked)
    if follow is None or was is None or not before.subjects or question.periods or set(question.subjects) & set(before.subjects):
        return None
    start, end = was.span("part")
    whole = reader.read(asked[:start] + follow["part"] + asked[end:], state.lang)
    return replace(whole, lang=question.lang) if whole.subjects == before.subjects else None


def of_same_profit(question: Question, before: Question) -> tuple[str, ...]:
    """Return the measures a follow-up asks for: where it says no more than 虧多少, the profit that was asked about before."""
    loose = question.measures == ("net-profit",) and question.flags & {"loss", "profit"} and not _PRECISE.search(question.folded)
    return before.measures if loose and before.measures and all("profit" in m for m in before.measures) else question.measures


def _another_post(question: Question, before: Question) -> Question:
    """A post named alone after it was asked who holds another, 那CFO呢: who holds this one is asked."""
    asks = question.wants or question.measures or question.aspect or question.extreme or question.subjects
    if not question.roles or asks or before.wants != "person" or not ("follow" in question.flags or len(question.folded) < _SHORT):
        return question
    who = "是谁" if HAN_ONE.search(question.folded) else " is who"
    return replace(question, kind="person", wants="person", folded=question.folded.rstrip("?呢 ") + who)


def _spoken_of(question: Question, state: State, reader: Reader) -> tuple[tuple[str, ...], ...]:
    """Whom a question that names nobody is about."""
    subjects = tuple((s,) for s in state.subjects)
    of_post = question.roles or _THERE.search(question.folded)
    firm = reader.firm_of(subjects, state.answer_subjects) if of_post and question.wants == "person" else ""
    if firm:
        return ((firm,),)  # "and who is the CFO?": of the company, not of its CEO
    meant = _antecedent(question, state, reader) if "pronoun" in question.flags and state.answer_subjects else subjects
    if _THERE.search(question.folded) and question.wants in ("post", "duration", "date") and WHICH_FIRM.search(fold(state.question or "")) and not reader.firms_only(meant) and (place := _answered_firm(state, reader)):
        return (*(g for g in meant if not reader.firms_only((g,))), (place,))  # 離開甲後去了哪家公司? 他在那裡擔任什麼職務?
    firm = reader.firm_of(meant, state.answer_subjects) if reader.of_no_person(question.measures) else ""
    return ((firm,),) if firm else meant  # "who founded X? what was revenue in 2025?": nobody has revenue himself


def _answered_firm(state: State, reader: Reader) -> str:
    """The company that the last answer named besides whom it was about, "" where it named none."""
    return next((s for s in reversed(state.answer_subjects) if s not in state.subjects and reader.firms_only(((s,),))), "")


def _of_person(question: Question, state: State, reader: Reader) -> Question | None:
    """A question about somebody last spoken of, at a place or elsewhere: "how long was he at Nvidia", "which companies besides Nvidia?"."""
    if not question.subjects:
        return None
    known = (*state.subjects, *reversed(state.answer_subjects))
    if person := reader.person_meant(question, known):
        return replace(question, subjects=((person,), *question.subjects))
    elsewhere = qw.BESIDES.search(question.folded) and not question.measures and reader.firms_only(question.subjects)
    person = reader.first_person(state.subjects) if elsewhere else ""
    return replace(question, subjects=((person,), *question.subjects), flags=question.flags | {"elsewhere"}) if person else None


def _of_another_person(question: Question, before: Question, reader: Reader) -> Question | None:
    """The last question asked of somebody else, where only their name is given: "how long was A at X? and B?" """
    if question.wants or question.measures or question.roles or any(not n.light for n in question.needs):
        return None
    if "follow" not in question.flags and len(question.folded) >= _SHORT:
        return None
    return reader.of_another_person(before, question.subjects)


def _next_step(question: Question, before: Question, state: State, reader: Reader) -> Question | None:
    """A question where somebody went next: after the places and the years that were just asked about."""
    if question.measures or not qw.GOES_NEXT.search(question.folded):
        return None
    known = (*state.subjects, *reversed(state.answer_subjects))
    person = reader.first_person(known) if not question.subjects else reader.person_meant(question, known)
    if not person:
        return None
    others = tuple(g for g in before.subjects if person not in g)
    return replace(question, subjects=((person,), *question.subjects, *others), periods=question.periods or before.periods, kind="timeline", flags=question.flags | {"next"})


def _same_moment(question: Question, before: Question, state: State) -> Question | None:
    """A question how old somebody was at what was just asked about: "how old was he then?"."""
    if question.wants != "age" or question.subjects or question.periods or not qw.AT_THAT.search(question.folded):
        return None
    subjects = tuple(dict.fromkeys((*((s,) for s in state.subjects), *before.subjects)))
    return replace(question, folded=f"{before.folded} {question.folded}", subjects=subjects, needs=before.needs, periods=before.periods)


def _named_alone(question: Question, state: State, reader: Reader) -> Question:
    """A message that holds one name of a thing and nothing else, read as what asks the same of it: 澳洲? is 那澳洲呢?."""
    alone = _ALONE.fullmatch(question.text.strip())
    if alone is None or question.flags or question.subjects or question.periods or question.kind != "fact":
        return question
    asks = question.wants or question.measures or question.aspect or question.roles or question.extreme or question.dimension
    if asks or not 1 <= len([n for n in question.needs if not n.light]) <= _FEW_WORDS:
        return question
    asked = f"and {alone['thing']}?" if question.lang == "en" else f"那{alone['thing']}呢?"
    return reader.read(asked, state.lang)


def _of_its_growth(question: Question, before: Question) -> Question:
    """A follow-up for a rise (漲幅呢) is of the figure just asked for; only of what has a price it is one of the price."""
    if question.measures != ("price-change",) or question.subjects or not before.measures or not ("follow" in question.flags or len(question.folded) < _VERY_SHORT):
        return question
    if _PRICED.search(" ".join(before.measures)):
        return question
    return replace(question, measures=(), needs=(), aspect="growth")


def _names_only(question: Question) -> bool:
    """Whether a follow-up names something and asks nothing of it: 那新加坡呢?"""
    asks = question.wants or question.measures or question.aspect or question.roles or question.extreme or question.dimension
    return "follow" in question.flags and question.kind == "fact" and not asks and any(not n.light and not soft(n) for n in question.needs)


def _of_share(needs: Sequence[Need]) -> bool:
    """Whether all that is named is a share: 占比呢."""
    shares = {f"m_{m.replace('-', '_')}" for m in _SHARES}
    return bool(needs) and all(any(t in shares for option in n.options for t in option) for n in needs)


def _names_measure(need: Need) -> bool:
    return any(term.startswith("m_") for option in need.options for term in option)


def _as_of_a_day(question: Question, before: Question, taken: Sequence[Period]) -> bool:
    """Whether what is asked is told as of a day, and the year taken from what was asked before is of something else: 2025年營收多少? 市值呢?"""
    own = not question.periods and bool(question.measures) and _OF_A_DAY.issuperset(question.measures)
    return own and _OF_A_DAY.isdisjoint(before.measures) and any(p.start != p.end for p in taken)


def _dated(period: str, year: int | None) -> str:
    """A stretch "start/end/kind" told without its year, as 首季 is, in the year of the news."""
    told = _stretch(period)
    if year is None or not told.start.startswith("--"):
        return period
    return "/".join(f"{year}{day[1:]}" if day.startswith("--") else day for day in (told.start, told.end)) + f"/{told.kind}"


def _years_on(period: str, years: int) -> Period:
    """The same stretch some years after "start/end/kind", or before."""
    told = _stretch(period)

    def moved(day: str) -> str:
        return f"{int(day[:4]) + years}{day[4:]}" if day[:4].isdigit() else day

    return Period(moved(told.start), moved(told.end), told.kind)


def _stretch(period: str) -> Period:
    """The stretch a state holds as "start/end/kind"."""
    start, end, kind = [*period.split("/"), "", ""][:3]
    return Period(start, end or start, kind or "year")


def _same_question(question: Question, before: Question, state: State) -> Question:
    """A new subject with nothing else asked: the last question, of this subject."""
    if question.measures or question.kind in ("person", "definition", "compare") or question.roles:
        return question
    if question.periods and (question.needs or question.wants or not before.measures or question.statement != before.statement):  # 那乙2024年呢: the same of another, at another time
        return question
    if question.needs and "follow" not in question.flags:
        return question
    if qw.APART_FROM_IT.search(question.folded) and state.subjects and before.measures and len(question.subjects) == 1:
        both = tuple(dict.fromkeys(((state.subjects[0],), *question.subjects)))
        return replace(question, subjects=both, measures=before.measures, periods=before.periods, needs=before.needs)
    if question.wants and "follow" not in question.flags:
        return question
    if not ("follow" in question.flags or len(question.folded) < _SHORT) or not (
        before.measures or before.needs or before.kind == "person"
    ):
        return question
    if question.needs and not all(len(n.surface) <= 2 for n in question.needs):
        # "那和Blackwell比呢": what is compared with stays
        return replace(question, subjects=tuple(dict.fromkeys((*((s,) for s in state.subjects), *question.subjects))))
    subjects = question.subjects
    if "compare" in question.flags and state.subjects:
        subjects = tuple(dict.fromkeys(((state.subjects[0],), *question.subjects)))
    return replace(
        question,
        subjects=subjects,
        measures=before.measures,
        periods=question.periods or _last_asked(before, state),
        needs=before.needs,
        kind=before.kind,
        aspect=before.aspect,
        wants=before.wants,
        extreme=before.extreme,
        roles=before.roles,
        flags=question.flags | (before.flags & {"loss", "profit", "sum", "ratio", "cagr"}),
    )


def _last_asked(before: Question, state: State) -> tuple[Period, ...]:
    """The periods asked about last: those of the question, or the year a follow-up put in their place (那2023年呢?)."""
    if len(before.periods) != 1 or not state.period or not state.period[:4].isdigit():
        return before.periods
    last, asked = _stretch(state.period), before.periods[0]
    moved = asked.start[:4].isdigit() and (asked.start, asked.end) != (last.start, last.end)
    return (last,) if moved else before.periods


def _elliptic(question: Question) -> bool:
    """Whether a question without a subject leans on the one before it."""
    if question.kind in ("superlative", "definition") and not question.flags & {"follow", "pronoun"}:
        return False
    if question.flags & {"follow", "pronoun", "year-before"} or qw.OUTLOOK_BEFORE.search(question.folded) or qw.WITHOUT_ONE_OFFS.match(question.folded):
        return True
    heavy = [n for n in question.needs if not n.light and not soft(n)]
    few = len(question.folded) < (_WORDS if question.folded.isascii() else _VERY_SHORT)
    if "compare" in question.flags and not heavy and (("which" in question.flags and few) or _OF_BOTH.search(question.folded)):
        return True  # 哪個高?
    light = len(heavy) <= 1 + len(question.measures)
    return bool(question.measures or question.aspect or question.periods or question.wants) and light


def _antecedent(question: Question, state: State, reader: Reader) -> tuple[tuple[str, ...], ...]:
    """Whom a pronoun means: what was asked about, or whom the answer named."""
    known = (*state.subjects, *reversed(state.answer_subjects))
    firm = reader.company_meant(question, known) or reader.thing_meant(question, known)
    if firm:
        return ((firm,),)
    return tuple((s,) for s in (state.subjects or state.answer_subjects[-1:]))


def remember(
    question: Question, state: State, named: tuple[str, ...], text: str, told: Period | None = None, firms: tuple[str, ...] = (), sources: tuple[str, ...] = ()
) -> State:
    """Return what the next question may inherit.

    `told` is the period of the figure just given, `firms` what was the answer, `sources` the titles of what was cited.
    """
    period = question.periods[0] if question.periods else told
    subjects = tuple(g[0] for g in question.subjects) or state.subjects
    if named:
        subjects = named
    asked = tuple(g[0] for g in question.subjects)  # "who is the CTO of X? when was their company founded?"
    recent = [*[s for s in (*state.answer_subjects, *asked) if s not in (*subjects, *firms)], *firms, *subjects]
    return State(
        lang=question.lang,
        kind=question.kind,
        subjects=subjects,
        measures=question.measures,
        period=f"{period.start}/{period.end}/{period.kind}" if period else None,
        answer_subjects=tuple(recent[-_RECENT:]),
        question=text,
        sources=sources,
    )


_OF_THOSE = lazy.compile(r"其中|当中|\b(?:of|among) (?:those|these|them|which)\b|\bhow many of\b")


def checksums(lines: Sequence[str]) -> tuple[str, ...]:
    """Return a short checksum of each line, by which a later answer that says the same is known."""
    return tuple(f"{zlib.crc32(x.encode()):08x}" for x in lines)


def says_it_again(question: Question, alone: Question, state: State, lines: Sequence[str], printed: bool) -> bool:
    """Return whether a follow-up that asks for something else is answered with what was just told.

    再下一代呢, "and the one after that?" ask for another than the one told; of when it is, one sentence may tell both.
    A figure that is `printed` and told twice
    over answers a new question only where it asks for the same once more: in dollars, whether that is so.
    """
    again = [x for x, told in zip(lines, checksums(lines), strict=True) if told in state.told]
    if not again or not state.question:
        return False
    if qw.ANOTHER.search(alone.folded):
        return question.wants != "date" or not any(len({m.period for m in periods.find(fold(x))}) > 1 for x in again)
    if not printed or len(again) < len(lines) or alone.flags & {"yesno"} or asked_currency(alone.folded):
        return False
    of_those = _OF_THOSE.search(alone.folded) and not any(_OF_THOSE.search(fold(x)) for x in lines)  # the whole is no part of it
    return bool(qw.EARLIER_ONE.search(alone.folded) or of_those)
