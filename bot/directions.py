"""That something went up or down, which is asked for in one word and told in another: why costs go up, 成本上升, "costs would rise".

A question for a reason names a thing and which way it went. Dictionaries keep many such pairs as one term ("share drop"),
which no sentence has that puts the two apart; here they are two needs, and which way it went is met by any word for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kb import lazy
from kb.search import Need
from kb.text import stem

_UP = "增长 成长 增加 大增 预增 提升 提高 改善 好转 回升 攀升 上升 上涨 上扬 上调 翻倍 走高 增幅 涨幅 升幅 变好 growth grew grow rise rose risen climb jump surg doubl increas improv higher up lift"
_DOWN = "下降 下滑 减少 下跌 大跌 跌去 衰退 萎缩 缩水 缩减 削减 下修 下调 调降 下挫 走低 收窄 恶化 降幅 跌幅 降至 跌至 降到 减至 declin fell fall fallen drop slid slip slump decreas shrank cut reduc lower down plung tumbl sank"
_WAYS = (
    (lazy.compile(r"^(?P<noun>.*?)\s*(?P<way>(?:go(?:es|ing)?|went|gone) up|ris(?:e|es|en|ing)|rose|gr[eo]wn?|increas\w*|climb\w*|jump\w*|surg\w+|improv\w*|上升|上涨|增加|增长|成长|提升|提高|改善|变好|好转|回升|攀升|走高|上扬)$"), _UP),
    (lazy.compile(r"^(?P<noun>.*?)\s*(?P<way>(?:go(?:es|ing)?|went|gone|com(?:e|ing)) down|f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|slip\w*|slump\w*|sank|plung\w+|tumbl\w+|shr[iau]nk\w*|cut|下降|下跌|下滑|减少|缩水|缩减|萎缩|衰退|走低|恶化|变差)$"), _DOWN),
)

UP = lazy.compile(r"[大暴激猛飙狂预]增|[大暴猛飙狂]涨|飙升|攀升|上升|提升|增长|成长|增加|翻[倍番]|\b(?:surg\w+|soar\w*|jump\w*|r[io]s(?:e|es|en|ing)|gr[eo]w\w*|increas\w*|climb\w*|doubl\w*|went up|go up)\b")
DOWN = lazy.compile(r"下[降滑跌挫]|[大暴狂]跌|[大锐暴]减|减少|衰退|萎缩|[掉跌降](?:了|这么|那么|得)|腰斩|缩水|低迷|乏力|\b(?:plung\w+|f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|slump\w*|shr[aiu]nk\w*|tumbl\w*|collaps\w*|went down|go down)\b")
_FAR = lazy.compile(r"大幅度?|显著|明显|急剧|剧烈|sharply|steeply|strongly|much")
# What a company's results are called.
RESULT = lazy.compile(r"业绩|获利|盈利|利润|净利|纯利|营收|收入|增长|成长|增幅|下滑|亏损|\b(?:results?|profits?|earnings|revenues?|sales|growth|loss(?:es)?)\b")


def way_of(folded: str) -> str:
    """Return which way a change is said to have gone, "" where nothing or both is said.

    >>> way_of("为什么获利大增"), way_of("why did profit fall"), way_of("高增伴亏损")
    ('up', 'down', '')
    """
    up, down = bool(UP.search(folded)), bool(DOWN.search(folded))
    return "" if up == down else "up" if up else "down"


def moved(surface: str) -> bool:
    """Return whether a word only says which way something went, or how far."""
    return bool(UP.fullmatch(surface) or DOWN.fullmatch(surface) or _FAR.fullmatch(surface))


def apart(needs: tuple[Need, ...], of: Callable[[str], Need | None]) -> tuple[Need, ...]:
    """Return the needs of a question for a reason with each thing and the way it went apart; `of` makes the need of a thing.

    What holds the term for both holds either.
    """
    out: list[Need] = []
    for need in needs:
        found = next(((m, words) for pattern, words in _WAYS if (m := pattern.match(need.surface))), None)
        if found is None or need.key:
            out.append(need)
            continue
        match, words = found
        ways = tuple((stem(w),) for w in words.split())
        thing = of(match["noun"]) if match["noun"] else None
        if match["noun"] and thing is None:
            out.append(need)
            continue
        if thing is not None:
            out.append(replace(thing, options=(*thing.options, *need.options)))
        out.append(replace(need, surface=match["way"], options=(*need.options, *ways), verbal=True))
    return tuple(out)
