"""Rounds of funding, as messages and articles name them: A輪, 天使輪, "Series B", "seed"."""

from __future__ import annotations

from kb import lazy

ROUND = lazy.compile(r"(?:种子|天使|pre-?[a-d]|(?<![a-z])[a-h]\+{0,2})轮|\b(?:series [a-h]|seed)\b")
