"""A reason that a message asks of something it names itself is told, whoever was spoken of before."""

from __future__ import annotations

from bot.assistant import Assistant
from tests.bot.archives import said

ARTICLES = (
    ("東灣財訊", "2026-03-02", "泓礎半導體2025年營收88億元，由於工廠停工，營收下降12%。"),
    ("Harbour Wire", "2026-03-05", "Memory prices rose by a third because two plants in Osaka were flooded."),
)


def test_the_reason_is_told(assistant: Assistant) -> None:
    assert "Osaka" in said(assistant, "泓礎半導體2025年裁員多少人?", "why did memory prices go up")


def test_who_was_spoken_of_is_still_meant(assistant: Assistant) -> None:
    assert "停工" in said(assistant, "泓礎半導體2025年營收多少?", "為什麼下降?")
