"""What sentences tell of posts that change hands, read from signs for persons, firms and posts."""

from __future__ import annotations

import re

import pytest

from kb.familynames import rows
from kb.handovers import FIRM, PERSON, POST, Mark, Move, line_of, read
from kb.text import fold

_KINDS = {"P": PERSON, "F": FIRM, "R": POST}


def moves(*sentences: str) -> list[Move]:
    """The moves of sentences of one paragraph in which [P:甲] marks a person, [F:…] a firm and [R:…] a post."""
    lines = []
    for n, marked in enumerate(sentences):
        marks, text = [], ""
        for piece in re.split(r"(\[[PFR]:[^\]]+\])", marked):
            if piece.startswith("["):
                name = piece[3:-1]
                marks.append(Mark(len(text), len(text) + len(name), _KINDS[piece[1]], frozenset([fold(name)])))
                text += name
            else:
                text += piece
        lines.append(line_of(n, 0, text, marks, ()))
    return read(lines)


@pytest.mark.parametrize(
    ("sentences", "heir", "before"),
    [
        (("[R:執行長][P:甲甲]下月卸任,轉任[R:副董事長],遺缺由[R:營運長][P:乙乙]接任。",), "乙乙", "甲甲"),
        (("聘任[P:乙乙]為公司[R:總經理]。", "原[R:總經理][P:甲甲]因個人原因辭職。"), "乙乙", "甲甲"),
        (("[P:乙乙]的前任[P:甲甲]已經離開。",), "乙乙", "甲甲"),
        (("[R:財務長][P:甲甲]六月退休。", "接替人選為前[F:某銀行][R:協理][P:乙乙]。"), "乙乙", "甲甲"),
        (("[R:finance director] [P:Aa Bb] will leave in March.", "His deputy, [P:Cc Dd], takes over as acting [R:finance director]."), "cc dd", "aa bb"),
        (("[P:Aa Bb] will be succeeded by [P:Cc Dd], the group said.",), "cc dd", "aa bb"),
        (("[P:Cc Dd], 51, replaces [P:Aa Bb], who stepped down.",), "cc dd", "aa bb"),
    ],
)
def test_who_follows_whom(sentences: tuple[str, ...], heir: str, before: str) -> None:
    told = {(m.person, m.follows) for m in moves(*sentences) if m.kind == "comes" and m.follows}
    assert told == {(fold(heir), fold(before))}


@pytest.mark.parametrize(
    "sentence",
    ["[R:發言人][P:甲甲]证实[R:董事长]已口头请辞。", "[P:甲甲]表示公司不会裁员。", "[P:Aa Bb] said its [R:chief executive] would leave."],
)
def test_who_only_speaks_of_a_change_goes_nowhere(sentence: str) -> None:
    assert not moves(sentence)


def test_family_names_in_a_row_mean_those_named_before() -> None:
    named = {"葛": {"a"}, "汤": {"b"}, "王": {"c", "d"}}
    assert [(s.start, s.ids) for s in rows("葛、汤两人持股", named)] == [(0, ("a",)), (2, ("b",))]
    assert not rows("葛、王两人持股", named)  # two of them are called so
    assert not rows("葛、汤三人持股", named)
