"""What a refusal says is missing: the things asked for that no sentence has, in the asker's own words.

Only nouns and names are told, as they stand in the question and in its order. Half a word, a verb or a word that
only puts the question would make an odd sentence; then the refusal says in general that there is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot import questionwords as qw
from bot.question import Question
from kb import lazy
from kb.library import Library
from kb.search import Need
from kb.text import stem

_MOST = 2  # things told
_LONGEST = 24  # characters of one
_BETWEEN = lazy.compile(r"的|[ \-/]?")  # of two words that are one thing
_NUMBER = lazy.compile(r"[\d.,%]+")
_NO_NAME = lazy.compile(r"[成完到过着得一分]")  # in what no dictionary has: words run together
_SHORT_NAME = 2  # characters; so short, it is as likely a piece of something
_SAYS_HOW = lazy.compile(r"\w+(?:ed|est)")
_LAST = lazy.compile(r" (?:for|from|with|up|of|to|in|on|at|by|out|off|down|over)$")


def unfound(question: Question, needs: Sequence[Need], library: Library) -> list[str]:
    """Return the things that `needs` stand for, at most two, as they are written in the question.

    Words that stand side by side are told as one: "fuel cell systems".
    """
    spans = sorted({s for n in needs if (s := _place(question, n, library)) and _is_thing(question, n, library)})
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and start < runs[-1][1]:
            continue
        if runs and _BETWEEN.fullmatch(question.folded, runs[-1][1], start) and end - runs[-1][0] <= _LONGEST:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    text = question.text if len(question.text) == len(question.folded) else question.folded
    return [text[a:b] for a, b in runs[:_MOST]]


def _place(question: Question, need: Need, library: Library) -> tuple[int, int] | None:
    """Where a need's words stand in the folded question, without function words at the ends of what is no word by itself."""
    start = question.folded.find(need.surface)
    if start < 0:
        return None
    end = start + len(need.surface)
    if library.is_ordinary(need.surface):
        return start, end  # 上市首日, 訓練晶片
    while end - start > 1 and question.folded[end - 1] in qw.STOP_SINGLE:
        end -= 1
    while end - start > 1 and question.folded[start] in qw.STOP_SINGLE:
        start += 1
    while hanging := _LAST.search(question.folded[start:end]):
        end = start + hanging.start()
    return start, end


def _is_thing(question: Question, need: Need, library: Library) -> bool:
    """Whether a need is a word or a name, and says a thing."""
    place = _place(question, need, library)
    said = question.folded[slice(*place)] if place else ""
    if len(said) < 2 or need.verbal or _NUMBER.fullmatch(said):
        return False
    measured = any(t.startswith("m_") for o in need.options for t in o)
    if said.isascii():
        plain = (w in qw.STOP_EN or w in library.verbs or stem(w) in library.verbs or _SAYS_HOW.fullmatch(w) for w in said.split())
        return need.key or measured or not all(plain)
    if measured or library.is_ordinary(said) or library.names.find(said):
        return need.key or measured or said not in library.verbs
    return need.key and len(said) > _SHORT_NAME and not _NO_NAME.search(said)
