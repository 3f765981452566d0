"""Which script a character belongs to is told as OpenCC tells it, whose other direction that need not load."""

from __future__ import annotations

from opencc import OpenCC

from kb import text


def test_a_character_of_simplified_texts_alone_is_one_that_opencc_would_write_otherwise() -> None:
    other = OpenCC("s2tw")
    chinese = [chr(code) for code in range(0x3400, 0xA000)]
    alone = [c for c in chinese if not text._encodes(c, "big5") and c not in text._IN_BOTH_CODES and text._side(c) != 1]
    assert {c: text._side(c) for c in alone} == {c: -1 if other.convert(c) != c else 0 for c in alone}
