"""When two names of a part are of one part: 車載 of 車載顯示, where no other is meant.

Names are folded. Leaves out where a name is found (`kb.partlabels`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb import lazy

KINDS = "业务|产品|市场|地区|板块|分部|服务|品牌|收入|渠道|系列|部门|领域|品类|车型|事业群|事业部|显示|面板|屏幕|屏|端|线|类"
SUFFIX = lazy.compile(rf"(?:{KINDS})$|\s(?:business(?:es)?|segment|division|unit|products?|sales|revenues?|brand|label|line|services?|markets?|region|channel|category)$")


def core(label: str, others: Sequence[str] = ()) -> str:
    """Return what tells a folded label from others: without the kind of thing it is, and without how all of them end.

    >>> core("内地码头", ["香港码头"]), core("车载显示"), core("it面板", ["电视面板"]), core("岚6", ["岚3"])
    ('内地', '车载', 'it', '岚6')
    """
    for other in others:
        n = 0
        while n < min(len(label), len(other)) - 1 and label[-n - 1] == other[-n - 1]:
            n += 1
        if n > 1 and label != other and not label[-n:].isascii() and len(label) - n > 1:
            return core(label[:-n])
    shorter = SUFFIX.sub("", label)
    return core(shorter) if shorter != label and len(shorter) > 1 else label


def same_label(a: str, b: str, labels: Sequence[str]) -> bool:
    """Return whether two labels of a paragraph are of one part: 車載 of 車載顯示, where no other is meant.

    >>> same_label("车载", "车载显示", ["电视面板", "车载显示"]), same_label("面板", "it面板", ["电视面板", "it面板"])
    (True, False)
    """
    if a == b:
        return True
    fits = [x for x in labels if core(a) == core(x) or _holds(x, core(a)) or _holds(a, core(x))]
    return len(core(a)) > 1 and fits == [b]


def _holds(long: str, short: str) -> bool:
    if len(short) < 2:
        return False
    return bool(re.search(rf"\b{re.escape(short)}\b", long)) if short.isascii() else (long.startswith(short) or long.endswith(short))
