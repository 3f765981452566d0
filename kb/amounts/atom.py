"""What is read at one number: its value, scale and unit, and where."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Atom(NamedTuple):
    """One number with what directly belongs to it. `scale` is what a range shares; None: none printed."""

    start: int
    end: int
    value: Decimal
    high: Decimal
    scale: Decimal | None
    unit: str | None
    money: bool = False
    closed: bool = False  # its unit is printed right after it
    tens: bool = False  # counted in 成
    more: str = ""
    bare: bool = False  # a lone 百, 千 or 萬, or 一: an amount only with a qualifier or in a range
    year: bool = False
