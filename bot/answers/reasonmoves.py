"""Why a figure rose or fell: which sentences tell of such a move, and which explain it where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answers.happenings import happenings
from bot.question import Question
from kb import lazy
from kb.names import Names
from kb.rows import StoredSentence
from kb.search import Scored, Search
from kb.text import bigrams, fold

MOVES = frozenset(("up", "down"))
_NEAR_BEST = 4  # sentences
# What the figures of one kind are called when somebody explains them: the margin by the profit it is of.
_CALLED = {
    "gross": lazy.compile(r"毛利|\bgross (?:profits?|margins?)\b|\bmargins?\b"),
    "profit": lazy.compile(r"(?<!毛)(?:净利|纯利|获利|盈利|利润)|亏损|\b(?:net |operating )?(?:profits?|loss(?:es)?)\b|\bearnings\b"),
    "revenue": lazy.compile(r"营收|收入|营业额|销售额|\b(?:revenues?|sales|turnover)\b"),
}
_CLAUSE = lazy.compile(r"[,;。]")
_SHARE = lazy.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)(?:%| per ?cent)")
_ITS_SHARE = lazy.compile(r"(?:['’]s|s['’])? (?:revenue |sales )?(?:share|proportion|portion|percentage|contribution)\b|(?:大陆|地区|市场|区)?的?(?:营收|收入|销售额?)?(?:占比|比重|份额|比例)")
SHARES = lazy.compile(r"占比|比重|份额|比例|\b(?:share|proportion|portion|percentage|contribution)\b")
_NOW_AND_THEN = 2
_AGAINST = lazy.compile(r"(?:去年|上年|前一?年|一年前|上季|前一?季|同期|此前|原先)[^,;。]{0,8}?(?:则?[为是有只仅]|还|不过)+ ?\d|\b(?:against|compared with|versus|from|up on|was) ")
_MOVED_NEAR = 10  # characters behind what moved


def move_asked(question: Question) -> frozenset[str]:
    """Return the one way in which what a question asks the reason of went, nothing where it says none or both."""
    asked = happenings(question.folded) & MOVES
    return asked if len(asked) == 1 else frozenset()


def as_it_went(chosen: list[Scored], ranked: Sequence[Scored], question: Question) -> list[Scored]:
    """Return the sentences chosen, behind those that tell of a move such as the reason is asked of: why profit fell is not told beside what is expected of it."""
    asked = move_asked(question)
    if not asked or not chosen:
        return chosen
    near = [r for r in ranked[:_NEAR_BEST] if r.about and not r.missing]
    went = [c for c in (*chosen, *near) if asked & happenings(fold(c.sentence.text))]
    return list({c.sentence.id: c for c in (*went, *chosen)}.values())


def moved_in_figures(chosen: Sequence[Scored], ranked: Sequence[Scored], question: Question) -> list[Scored]:
    """Return the sentences that give the figure without a word for its move, "36.2%, against 28.9%", where none chosen tells of the move."""
    asked = move_asked(question)
    if not asked or not question.measures or any(asked & happenings(fold(c.sentence.text)) for c in chosen):
        return []
    near = [r for r in ranked[:_NEAR_BEST] if r.about and r.missing and all(n.verbal for n in r.missing)]
    return [r for r in near if not MOVES & happenings(told := fold(r.sentence.text)) and _went(told) == asked]


def _went(folded: str) -> frozenset[str]:
    """Which way the two percentages of a sentence went that gives what it is, then what it was."""
    shares = [float(m) for m in _SHARE.findall(folded)]
    return frozenset(("up" if shares[0] > shares[1] else "down",)) if len(shares) == _NOW_AND_THEN and _AGAINST.search(folded) else frozenset()


def of_no_move(scored: Scored, question: Question) -> bool:
    """Return whether the reason of a figure's move is asked, and a sentence says nothing of one: that it is high is somebody's view."""
    asked = move_asked(question)
    return bool(asked and question.measures) and not asked & happenings(fold(scored.sentence.text))


def explains(folded: str, question: Question) -> bool:
    """Return whether a folded sentence says that the very figure went as is asked, in the clause that names it: 毛利下降主要是…"""
    asked = move_asked(question)
    kinds = {k for m in question.measures for k in _CALLED if k in m}
    for clause in _CLAUSE.split(folded) if asked else ():
        for kind in kinds:
            named = _CALLED[kind].search(clause)
            if named and happenings(clause[named.start() : named.end() + (_MOVED_NEAR if not clause.isascii() else 4 * _MOVED_NEAR)]) & MOVES == asked:
                return True
    return False


def names_measure(folded: str, measures: Iterable[str]) -> bool:
    """Return whether a folded text names one of these measures as those who explain it do: 利润 for 经调整净利润."""
    return any(_CALLED[k].search(folded) for m in measures for k in _CALLED if k in m)


def place_of_share(question: Question, names: Names) -> set[str]:
    """Return the place of whose share the reason is asked, "China's share of revenue", 大陆占比: the reason of another figure is none of it."""
    spans = [s for s in names.find(question.folded) if s.kind == "entity" and names.entities[s.ids[0]].kind == "place"]
    return {i for s in spans if _ITS_SHARE.match(question.folded, s.end) for i in s.ids}


def goes_on_of(place: set[str], sentence: StoredSentence, after: StoredSentence) -> bool:
    """Return whether the sentence after one that names places goes on about the one asked for: it names it, if in short (中国大陆, 大陆)."""
    called = {fold(sentence.text[m.start : m.end]) for m in sentence.mentions if m.entity in place}
    parts = {part for name in called for part in ([name] if name.isascii() else [name, *bigrams(name)])}
    return bool(place & {m.entity for m in after.mentions}) or any(part in fold(after.text) for part in parts)


def article_around(search: Search, sentence: StoredSentence) -> Iterator[StoredSentence]:
    """Give the sentences of an article, those from one on, then those before it."""
    for way in (1, -1):
        step = 0 if way > 0 else -1
        while (found := sentence if step == 0 else search.neighbour(sentence, step)) is not None:
            yield found
            step += way
