"""Interviews: which paragraphs ask, and which answer them.

However an interview is printed (問：/答：, Q:/A:, names before colons, headings or lines that are questions), its turns come
out alike: each sentence of a turn stands under the heading "Q: " and what was asked, those of the question too. So
what was asked is context for what is answered, and who asks can be told from who answers at any time after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb import lazy
from kb.text import HAN, fold

ASKED = "Q: "  # what the heading of a turn begins with
# Labels by themselves: who asks, and who answers. A number may follow: Q3.
_ASKER = r"Q(?:uestion)?|Interviewer|提?[問问](?:題|题)?|記者|记者|本報|本报|本刊|主持人?|[採采][訪访](?:者|人員|人员)?|訪問者|访问者|編輯|编辑|筆者|笔者|投資者(?:提[問问])?|投资者(?:提[問问])?|投資人|投资人|分析[師师員员]|機構|机构"
_ANSWERER = r"A(?:ns(?:wer)?)?|答覆?|答[复覆]?|回[答覆复應应]|(?:公司|本公司|管理[層层])(?:回[答覆复應应]|答)?|董秘"
_GENERIC = lazy.compile(rf"(?:(?P<asks>{_ASKER})|(?P<tells>{_ANSWERER})) ?\d{{0,2}} ?[:：]\s*")
_NUMBERED = lazy.compile(rf"(?:(?P<asks>{_ASKER})|(?P<tells>{_ANSWERER})) ?\d{{1,2}} ?[.、．]\s*")
_LABEL = lazy.compile(rf"(?P<name>[A-Z][\w.'’ -]{{0,28}}|[{HAN}·A-Za-z]{{1,12}})[:：]\s*(?=\S)")
# Where a paragraph goes on with the answer: behind the question's mark.
_ANSWER_BEHIND = lazy.compile(rf"(?<=[?？。.!！\"”」])\s*(?=(?:{_ANSWERER}) ?\d{{0,2}} ?[:：])")
ASKS = lazy.compile(r"[?？][」』”\"*)）]{0,2}$")
_FIRST_PERSON = lazy.compile(r"我|咱|\b(?:we|our|ours|us|i|i'[a-z]+|i’[a-z]+|we'[a-z]+|we’[a-z]+|my|me)\b|本人|敝")
_SAYS_I = lazy.compile(r"我(?!们|司|国|行|校|方|院|厂|店)|本人|\b(?:i|i['’][a-z]+|my|me|myself)\b")
_QUOTED = lazy.compile(r"^[“「\"](.+)[”」\"]$")
_CLOSING = lazy.compile(r"^[（(【\[]|^(?:[編编][者輯辑]按|本文|以上|（完）|About |Interview by)")
_LEAST_LABELLED = 4  # paragraphs with labels, two of each side
_LEAST_ASKED = 3  # headings or lines that ask
_LONGEST = 160  # characters of a question that is a line by itself
_MOSTLY = 0.5
_HEADINGS_ASK = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with the heading it stands under, and whether it asks; `speaker` is who answers, where a label names them."""

    text: str
    heading: str = ""
    asks: bool = False
    speaker: str = ""


def asks(heading: str, text: str) -> bool:
    """Return whether a sentence is an interviewer's.

    >>> asks("Q: 去年怎樣？", "去年怎樣？"), asks("Q: 去年怎樣？", "收入升了一成。"), asks("去年怎樣？", "去年怎樣？")
    (True, False, False)
    """
    return heading.startswith(ASKED) and text in heading


def answers(heading: str, text: str) -> bool:
    """Return whether a sentence is of somebody's answer in an interview."""
    return heading.startswith(ASKED) and text not in heading


def says_i(folded: str) -> bool:
    """Return whether whoever answers speaks of themselves, and not only of their company."""
    return _SAYS_I.search(folded) is not None


def speakers(text: str) -> list[str]:
    """Return the names that stand before the answers of an interview, as labels."""
    turns = read([line for line in text.split("\n") if line.strip()]) or []
    return list(dict.fromkeys(t.speaker for t in turns if t.speaker not in ("", "!")))


def sides(lines: Sequence[str]) -> set[str]:
    """Return the labels of those who ask and who answer; empty where lines are no interview."""
    asking, telling = _sides(lines)
    return asking | telling if asking and telling else set()


def begins_turn(line: str, labels: set[str]) -> bool:
    """Return whether a line begins with one of the labels of an interview."""
    return _label(line)[0] in labels


def read(lines: Sequence[str]) -> list[Line] | None:
    """Return the paragraphs of an interview with their turns, or None where a text is none.

    A line that begins with "#" is a heading.

    >>> [(r.heading, r.asks, r.text) for r in read(["引言。", "問：怎樣？", "答：好。", "問：為何？", "答：因為人。"])][1:3]
    [('Q: 怎樣？', True, '怎樣？'), ('Q: 怎樣？', False, '好。')]
    """
    return _labelled(lines) or _headed(lines)


# ------------------------------------------------------------ labels
def _labelled(lines: Sequence[str]) -> list[Line] | None:
    parted = [piece for line in lines for piece in (_ANSWER_BEHIND.split(line) if not line.startswith("#") else [line])]
    asking, telling = _sides(parted)
    if not asking or not telling:
        return None
    out: list[Line] = []
    heading = ""
    side = ""
    last = max(n for n, line in enumerate(parted) if _label(line)[0] in asking | telling)
    for n, line in enumerate(parted):
        label, text = _label(line)
        if line.startswith("#"):
            heading = side = ""
            out.append(Line(line))
        elif label in asking:
            out, heading = _asked(out, heading, text) if side == "asks" else (out, ASKED + text)
            side = "asks"
            out.append(Line(text, heading, asks=True))
        elif label in telling:
            side = "tells"
            out.append(Line(text, heading, speaker=label))
        elif side == "asks":
            out, heading = _asked(out, heading, line)
            out.append(Line(line, heading, asks=True))
        elif side == "tells" and n < last and not _CLOSING.match(line):
            out.append(Line(line, heading))
        else:
            out.append(Line(line))
    return out


def _asked(out: list[Line], heading: str, text: str) -> tuple[list[Line], str]:
    """A question that goes on in a further paragraph: all of it is the heading."""
    longer = f"{heading} {text}"
    return [replace(x, heading=longer) if x.asks and x.heading == heading else x for x in out], longer


def _label(line: str) -> tuple[str, str]:
    """The label a paragraph begins with, the same for all that ask or answer without a name, and the rest."""
    known = _GENERIC.match(line) or _NUMBERED.match(line)
    if known:
        return ("?" if known["asks"] else "!"), line[known.end() :]
    named = _LABEL.match(line)
    return (named["name"].strip(), line[named.end() :]) if named else ("", line)


def _sides(lines: Sequence[str]) -> tuple[set[str], set[str]]:
    """The labels that ask, and those that answer."""
    said: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        label, text = _label(line)
        if label and not line.startswith("#"):
            said[label].append(text)
    often = {label for label, texts in said.items() if len(texts) > 1 or label in "?!"}
    asking = {label for label in often if label == "?" or (label != "!" and _share(said[label], ASKS) > _MOSTLY)}
    telling = {label for label in often - asking if label == "!" or (asking and _share(said[label], ASKS) < _MOSTLY and _follows(lines, label, asking))}
    total = sum(len(said[label]) for label in asking | telling)
    return (asking, telling) if total >= _LEAST_LABELLED else (set(), set())


def _follows(lines: Sequence[str], label: str, asking: set[str]) -> bool:
    """Whether what is so labelled mostly stands behind what asks."""
    labels = [found for line in lines if (found := _label(line)[0])]
    places = [n for n, found in enumerate(labels) if found == label]
    return sum(n > 0 and labels[n - 1] in asking for n in places) > _MOSTLY * len(places)


def _share(texts: Sequence[str], pattern: object) -> float:
    return sum(bool(pattern.search(t.strip())) for t in texts) / len(texts) if texts else 0.0  # type: ignore[attr-defined]


# ------------------------------------------------------------ headings and lines that ask
def _headed(lines: Sequence[str]) -> list[Line] | None:
    """Turns under headings, or else behind lines, that ask: most of them do, and whoever answers says "we" or "I"."""
    headed = [n for n, line in enumerate(lines) if line.startswith("#")]
    asking = [n for n in headed if ASKS.search(lines[n].strip())]
    if len(asking) >= _LEAST_ASKED and len(asking) >= _HEADINGS_ASK * len(headed):
        places = headed
    else:
        places = [n for n, line in enumerate(lines) if len(line) <= _LONGEST and ASKS.search(line.strip()) and n + 1 < len(lines)]
        places = [n for n in places if n + 1 not in places]
        if headed or len(places) < _LEAST_ASKED:
            return None
    edges = [*places, len(lines)]
    turns = [(_unlabelled(lines[a].lstrip("#").strip()), lines[a + 1 : b]) for a, b in zip(places, edges[1:], strict=True)]
    own = [any(_FIRST_PERSON.search(fold(t)) for t in told) for _, told in turns]
    if sum(own) < _MOSTLY * len(turns):
        return None
    out = [Line(line) for line in lines[: places[0]]]
    for n, (question, told) in enumerate(turns):
        heading = ASKED + question
        out.append(Line(question, heading, asks=True))
        end = _end(told) if n == len(turns) - 1 else len(told)
        out += [Line(_bare(t), heading) for t in told[:end]]
        out += [Line(t) for t in told[end:]]
    return out


def _unlabelled(question: str) -> str:
    label = _GENERIC.match(question) or _NUMBERED.match(question)
    return question[label.end() :] if label else question


def _end(told: Sequence[str]) -> int:
    """How many paragraphs the last answer has: what comes behind it and says neither "we" nor "I" is the article's own."""
    n = len(told)
    while n > 1 and not _FIRST_PERSON.search(fold(told[n - 1])) and not _QUOTED.match(told[n - 1]):
        n -= 1
    return n


def _bare(text: str) -> str:
    """An answer without the quotation marks around all of it."""
    whole = _QUOTED.match(text)
    return whole[1] if whole and not any(mark in whole[1] for mark in "“”「」\"") else text
