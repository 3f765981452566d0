"""Figures that are told by answering: 「去年賣了多少台?」「一共1,402台。」 The question holds the measure, the answer the number.

The number is put into the question in the place of what asks for it, and the question is read as a statement. Only
the first number of an answer's first sentence, with nothing before it but words that lead up to one. Leaves out
what the figure is of (`kb.facts`).
"""

from __future__ import annotations

import re

from kb import lazy
from kb.interviews import ASKED
from kb.model import Quantity
from kb.text import fold

_MUCH = lazy.compile(r"(?:大概|大约|到底|究竟|一共|总共|现在|目前)*(?:有)?(?:多少|几)(?:个)?(?P<unit>百分点|[台辆架艘套部张颗片枚家间座名位人元亿万吨瓶杯件条款项公])?(?P<rest>(?:钱|元)?(?P<thing>[\u3400-\u9fff]{0,2}))|多[大高长](?!变|影响|意义|把握|压力|差)|几成|百分之几")
_LEADS_UP = lazy.compile(
    r"(?:[^,;。:]{1,12}:)?(?:[^;。\d]{0,20},)?(?:(?:我们|公司|集团|目前|现在|到现在|去年|今年|全年|一共|总共|合计|加起来|大概|大约|约|差不多|应该|可能|也就|大致|接近|不到|超过|将近|正好|刚好|已经?|达到?|有|是|在|到|共|就|仅|只|才|了)*)"
)


def stated(heading: str, text: str, quantity: Quantity) -> str:
    """Return an interviewer's question with the number that answers it in its place; "" where it asks for none or another is told first.

    >>> from kb.quantities import find
    >>> stated("Q: 去年到底卖了多少台？", "算上租出去的，一共1,402台。", find("算上租出去的，一共1,402台。")[0])
    '去年到底卖了1,402台。'
    >>> stated("Q: 去年到底卖了多少台？", "560人。", find("560人。")[0])
    ''
    """
    asked = heading.removeprefix(ASKED)
    if not heading.startswith(ASKED) or not _LEADS_UP.fullmatch(fold(text[: quantity.start])):
        return ""
    for part in re.split(r"(?<=[?？。!！])", asked):
        place = _MUCH.search(fold(part))
        if place is None:
            continue
        unit, told = place["unit"], fold(quantity.raw)
        if unit and unit not in told:
            return ""
        thing = part[place.start("thing") : place.end("thing")] if place["thing"] else ""
        tail = part[place.end() :].rstrip("?？呢吗嗎嘛呀啊了 ")
        has = "有" if place.group().startswith("多") and told[-1:] in "人家间座名位台" and not place["unit"] and "多少" not in place.group() else ""  # 團隊多大: 團隊有560人
        return f"{part[: place.start()]}{has}{quantity.raw}{thing}{tail}。"
    return ""
