"""Which units a measure's figures can be in, by the measure's dimension ("money", "count", …).

Leaves out conversion between units: a figure stays in the unit it was printed in.
"""

from __future__ import annotations

from collections.abc import Callable

_DURATIONS = frozenset("年 個月 季 月 天 日 週 周 小時 分鐘 秒 毫秒 歲".split())
_PHYSICAL = {
    "length": frozenset("公里 km m cm mm nm μm 公尺 公分 毫米 奈米 英寸 mile 平方米 平方公里 平方公尺 公頃 英畝 畝 sqm foot mm² km² m² cm² acre".split()),
    "weight": frozenset("公斤 kg g 公克 噸 桶 barrel".split()),
    "energy": frozenset("Wh kWh MWh GWh TWh 度 mAh Ah".split()),
    "power": frozenset("W kW MW GW TW mW".split()),
    "data": frozenset("B KB MB GB TB PB EB Gb Mb Tb 字節".split()),
    "temperature": frozenset(("°C", "度")),
}  # fmt: skip
_RATE = ("Hz", "bps", "OPS", "FLOPS", "fps", "FPS")
_OTHER_PHYSICAL = frozenset("V kV mV mA dB ppm 瓦 伏 安 立方米 公升".split())
# Currencies of many lands, as English prints them without saying whose they are.
_CURRENCIES = frozenset("crown peso dinar florin guilder franc shilling rial riyal dirham rupee taka rand lira thaler ducat real".split())
_NO_CURRENCY = frozenset(("GWH", "KWH", "GHZ", "TEU"))


def is_money(unit: str) -> bool:
    """Whether a unit is money; a bare scale ("14.5億") may be.

    >>> is_money("CNY"), is_money(""), is_money("家")
    (True, True, False)
    """
    return unit in _CURRENCIES or unit == "" or (len(unit) == 3 and unit.isascii() and unit.isupper() and unit not in _NO_CURRENCY)


def is_change(unit: str) -> bool:
    """Whether a figure of this unit can only tell a share, a ratio or a change."""
    return unit in ("%", "x", "倍", "pp", "bp")


def is_rate(unit: str) -> bool:
    """Return whether a unit is one of speed or computing: a chip that delivers 410 TOPS delivers no things.

    >>> is_rate("TOPS"), is_rate("GWh")
    (True, False)
    """
    return "/" in unit or unit.endswith(_RATE)


def physical(unit: str) -> str:
    """Return the dimension of a unit of measurement ("length", "power", …); "" for money, shares and counts.

    >>> physical("GW"), physical("噸"), physical("家")
    ('power', 'weight', '')
    """
    return next((dimension for dimension, units in _PHYSICAL.items() if unit in units), "")


def measurement(unit: str) -> bool:
    """Whether a unit measures something, so that a figure in it counts no things.

    >>> measurement("GW"), measurement("EFLOPS"), measurement("家")
    (True, True, False)
    """
    return bool(physical(unit)) or unit in _OTHER_PHYSICAL or unit.endswith(_RATE)


_UNITS: dict[str, Callable[[str], bool]] = {
    "money": lambda u: is_money(u.partition("/")[0]),  # 4.52萬元/噸 is a price
    "percent": lambda u: u in ("%", "pp", "bp"),
    "times": lambda u: u in ("x", "倍", "次"),
    "duration": lambda u: u in _DURATIONS,
}


IN_ANY_UNIT = frozenset("capacity output shipments deliveries sales-volume freight-volume".split())  # cars, tonnes or GWh
_MONEY_OR_GOODS = frozenset("inventory backlog orders new-orders".split())  # NT$38 billion, 10.87萬噸 or 7.2GWh


def measures_in(measure: str, dimension: str, unit: str) -> bool:
    """Return whether a figure of `unit` can be one of a measure, which has a dimension.

    >>> measures_in("capacity", "count", "GWh"), measures_in("inventory", "money", "噸"), measures_in("revenue", "money", "噸")
    (True, True, False)
    """
    goods = unit != "" and (fits("count", unit) or physical(unit) in ("weight", "energy", "power"))
    if measure in IN_ANY_UNIT:
        return unit == "" or goods
    return (goods and (measure in _MONEY_OR_GOODS or measure == "throughput")) or fits(dimension, unit)  # of a chip, or of a port


def fits(dimension: str, unit: str) -> bool:
    """Return whether a figure of `unit` can be one of a measure of `dimension` ("money", "count", …).

    >>> fits("money", "CNY"), fits("money", "%"), fits("count", "家"), fits("count", "km")
    (True, False, True, False)
    """
    if dimension in ("any", "date"):
        return dimension == "any"
    if dimension in _UNITS:
        return _UNITS[dimension](unit)
    if any(test(unit) for test in _UNITS.values()) and unit != "":
        return False
    physical = unit in _OTHER_PHYSICAL or any(unit in units for units in _PHYSICAL.values())
    rate = is_rate(unit)
    if dimension == "count":
        return not (physical or rate or unit == "index")
    return rate if dimension == "rate" else unit in _PHYSICAL.get(dimension, ())
