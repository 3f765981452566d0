"""Words of a question that only say what kind of figure is wanted: "growth", 預計, "combined".

No sentence has to say them, and none is left out for lacking them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot import questionwords as qw
from kb import lazy
from kb.search import Need

_GUIDES = lazy.compile(r"\bguid(?:e|es|ed|ing)\b|\bforecast\w*\b|\bproject(?:s|ed)\b")
_SHARES = lazy.compile(r"^(?:proportion|percentage|fraction|ratio)$")  # that a ratio is asked for
_SOFT = (_GUIDES, qw.GROWTH, qw.DECLINE, qw.NARROW, qw.LOSS, qw.PROFIT, qw.SUM, qw.CAGR, qw.MAX, qw.MIN, qw.FIRST, qw.LAST, qw.COMPARE, qw.IMPLIED, qw.RATIO, _SHARES)
_ASKS_HOW = lazy.compile(r"[了多少几的是有会]")
_SOFT_WORDS = frozenset(
    "预计 预期 预告 预估 估计 业绩预告 大约 同期 年度 全年 年增率 同比 亿元 百分比 幅度 区间 金额 数字 上年 前一年 去年 发布 披露 公布 扣非 归母 "
    "上市公司 新出的 forecast expect expected expects predict guidance estimate annual full year-on-year roundup earnings announcement yuan".split()
)
# What a product may be called behind its name: the Iris 2 glasses. Not what it is a part of, or has: a cluster, a case.
_THINGS = frozenset(
    "glasses robot phone handset smartphone car suv sedan truck van bus scooter bike e-bike motorcycle drone laptop notebook tablet watch smartwatch wearable turbine console game headset camera drug pill medicine vaccine "
    "jab antibody aircraft jet plane jetliner airliner ship vessel ferry app gadget device card gpu cpu chip processor accelerator earbuds headphones speaker printer elevator lift appliance vacuum toy album film".split()
)
_THINGS_ZH = frozenset("眼镜 手机 汽车 轿车 休旅车 电动车 机器人 手表 耳机 平板 笔电 相机 无人机 掌机 主机 游戏机 音箱 冰箱 机型 车型 新车 新机 新品 产品".split())


def only_names_kind(surface: str, folded: str, ends: Iterable[int]) -> bool:
    """Return whether a word only says what the product is whose name ends before it.

    >>> only_names_kind("glasses", "what do the iris 2 glasses weigh", [18]), only_names_kind("case", "the iris 2 case", [10])
    (True, False)
    """
    return (surface in _THINGS and any(folded.startswith(f" {surface}", end) for end in ends)) or (surface in _THINGS_ZH and any(folded[end:].lstrip().startswith(surface) for end in ends))


@lru_cache(4096)
def soft_word(surface: str) -> bool:
    """Return whether a word of a question only says what kind of figure is wanted ("growth", "combined").

    >>> soft_word("同比"), soft_word("expected"), soft_word("客户"), soft_word("最大股东")
    (True, True, False, False)
    """
    bare = surface.replace(" ", "")
    if bare in _SOFT_WORDS or (not bare.isascii() and any(bare in w or (w in bare and len(bare) - len(w) < 2) for w in _SOFT_WORDS)):
        return True
    if surface.isascii():
        return any(p.search(surface) for p in _SOFT)
    rests = [_ASKS_HOW.sub("", rest) for p in _SOFT if (rest := p.sub("", surface)) != surface]
    return any(len(rest) < 2 or rest in _SOFT_WORDS for rest in rests)  # 最大股东 says more than 最大


def soft(need: Need) -> bool:
    """Return whether a need only says what kind of figure is wanted."""
    return soft_word(need.surface)
