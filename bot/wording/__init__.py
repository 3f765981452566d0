"""Every sentence a person can read, one place per language.

Simplified Chinese is written from the Traditional sentences by conversion with mainland vocabulary, so
that the two can never say different things.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from opencc import OpenCC

from bot.wording.base import Wording, joined
from bot.wording.en import EN
from bot.wording.zh_hant import ZH_HANT

__all__ = ["Wording", "joined", "wording"]


@lru_cache(maxsize=3)
def wording(lang: str) -> Wording:
    """Return the sentences of "zh-Hant", "zh-Hans" or "en"; any other language reads English."""
    if lang == "zh-Hant":
        return ZH_HANT
    return _mainland(ZH_HANT) if lang == "zh-Hans" else EN


def _mainland(source: Wording) -> Wording:
    convert = OpenCC("tw2sp").convert

    def of(value: Any) -> Any:
        if isinstance(value, str):
            return convert(value)
        return {k: convert(v) for k, v in value.items()} if isinstance(value, dict) else value

    changed = {f.name: of(getattr(source, f.name)) for f in fields(source)}
    return replace(source, **{**changed, "lang": "zh-Hans"})
