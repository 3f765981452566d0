"""A pattern that tells what its matches begin with finds what it found before."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from kb import patternstarts, patternstore

_TEXTS = (
    "2025年第三季,Net Profit 是\n不是 net loss,毛利是2024年的", "K\u212a\u017fsſ ıİiI ÉéßẞΩω", "", "b", "ab aab xb\nyb", "其中,公司與供應商的订单增长;至于净利", "A-1 a_b 12,345.6%"
)
_PATTERNS = (
    r"\b(?:net|gross) profit", r"(?<!不)(?:是|(?:其|至)[中于])", r"(?:a|x)*b", r"(?:^|,)公司", r"(?i:k|s)+", r"(?:(?i:i)|净)", r"(?=n)net|(?:毛|(?!净利润)净)利", r"(?:[0-9,]+|年)%?",
    r"(a)?b(?(1)c|)", r"(?:\d|\w)(?<=\d)", r"(?>a|x)b", r"(?:a?|b)y?b", r"(?:[^,]|a)b", r"(?a:\bé|\w)", r"(?s:(?:.|a)b)", r"$|(?:b)", r"(?:é|a)(?!b)",
)  # fmt: skip


@pytest.mark.parametrize("flags", [0, int(re.I), int(re.M), int(re.A)])
@pytest.mark.parametrize("pattern", _PATTERNS)
def test_it_finds_the_same(pattern: str, flags: int) -> None:
    real, made = re.compile(pattern, flags), patternstore._made(pattern, patternstore._code(pattern, flags))
    for text in _TEXTS:
        assert [(m.span(), m.groups()) for m in made.finditer(text)] == [(m.span(), m.groups()) for m in real.finditer(text)]
        assert (made.sub("·", text), made.split(text), bool(made.match(text))) == (real.sub("·", text), real.split(text), bool(real.match(text)))


@pytest.mark.parametrize(("pattern", "told"), [(r"\b(?:net|gross)", True), (r"(?:公司|(?<!不)是)", True), (r"a*", False), (r"(?:.|a)b", False), (r"(?:[^a]|\b)c", False)])
def test_what_it_begins_with_is_told_where_it_is_certain(pattern: str, told: bool) -> None:
    parsed = import_module("re._parser").parse(pattern)
    code = import_module("re._compiler")._code(parsed, parsed.state.flags)
    assert (patternstarts.with_starts(code, parsed, parsed.state.flags) != code) is told
