"""What an answer to "why" must hold: words for earning and losing, growing and shrinking, each of which may stand for another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot import questionwords as qw
from kb import lazy
from kb.search import Need
from kb.terms import term_token
from kb.text import bigrams, stem

_RESULTS = (("业绩",), ("result",))  # why profit fell is told by why results did
_TURNED = lazy.compile(r"扭亏|转[盈亏]|止亏|\b(?:sw[iu]ng|turn\w*|return\w*|back|flipped) (?:in)?to (?:a |the )?(?:net )?(?:profit|loss|black|red)|\bturned profitable\b")  # tells more than to earn or to lose
_LOSING = (("亏",), ("loss",), ("赤字",))
_EARNING = (("盈",), ("赚",), ("净利",), ("纯利",), ("profit",))
# One character at the end of a question for a reason: 為什麼會跌, 怎麼這麼貴.
_IS_SO = lazy.compile("(?:为什么|为何|为啥|何以|点解|怎么|咋)(?:会|还|就|又|能|都|这么|那么|如此|这样|突然|反而|反倒|却|倒|变|卖得?)*(?P<how>[\u3400-\u9fff])(?:了|的|呢|掉|啊)*(?=$|[?,。])")
# What says that something grew or shrank, where nothing else is asked about.
_WENT = {
    "growth": "增长 成长 增加 大增 预增 提升 攀升 上升 上涨 翻倍 走高 增幅 涨幅 升幅 growth grew grow rise rose climb jump surg doubl increas",
    "decline": "下降 下滑 减少 下跌 大跌 跌去 衰退 萎缩 下挫 走低 收窄 降幅 跌幅 declin fell fall drop slid slip slump decreas shrank",
}
_ALIKE = ("跌降掉减少滑缩衰", "涨升增多高扬", "贵高")


def of_reason(folded: str, needs: tuple[Need, ...], aspect: str, *, measured: bool, profits: Iterable[str], in_english: Callable[[str], list[tuple[str, ...]]]) -> tuple[Need, ...]:
    """Return the needs of a question for a reason: one profit may stand for another, 為什麼貴 asks of being 貴, 為什麼成長 of growth.

    `measured`: whether a measure is asked about; `profits`: the measures of profit; `in_english`: the English stems
    that say what a Chinese word says.
    """
    needs = tuple(earned(n) if _TURNED.search(n.surface) else n for n in needs)  # the turn is told by why it earns
    options_of_profit = [(term_token("measure", m),) for m in profits]
    tokens = {o[0] for o in options_of_profit}
    out = [replace(n, options=(*n.options, *options_of_profit, *_RESULTS)) if any(set(o) & tokens for o in n.options) else n for n in needs]
    out = [replace(n, options=(*n.options, tuple(bigrams(event[1])))) if (event := re.fullmatch("([\u3400-\u9fff]{2,5})(?:时间|时程|日期|进度)", n.surface)) else n for n in out]  # why it is made earlier than planned
    cause = (term_token("concept", "reason"),)
    out = [replace(n, options=tuple(o for o in n.options if o != cause)) if cause in n.options and not n.surface.startswith("behind") else n for n in out]
    out = [n for n in out if n.options and cause not in n.options] or out  # "behind the rise" asks for the reason, which sentences give in many words
    said = None if measured else _IS_SO.search(folded)
    if said and said["how"] not in qw.STOP_SINGLE and said["how"] not in "正负":
        alike = next((group for group in _ALIKE if said["how"] in group), said["how"])
        options = (*((c,) for c in alike), *in_english(said["how"]))
        out.append(Need(said["how"], options, key=alike not in _ALIKE[:2]))  # that something moved is said in many ways
    if aspect in _WENT and not measured and all(n.light for n in out):
        out.append(Need(aspect, tuple((stem(w),) for w in _WENT[aspect].split())))
    return tuple(out)


def as_result(need: Need) -> Need:
    """Return a need so that a word for losing or making money is met by any other: 虧錢 by 由盈轉虧."""
    return need if _TURNED.search(need.surface) else earned(need)


def earned(need: Need) -> Need:
    """Return a need that is met by any word for losing or making money, where it is such a word."""
    if any(t.startswith("m_") for o in need.options for t in o):
        return need
    for pattern, said in ((qw.LOSS, _LOSING), (qw.PROFIT, _EARNING)):
        if pattern.search(need.surface):
            return replace(need, options=(*need.options, *said))
    return need
