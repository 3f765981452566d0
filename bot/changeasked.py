"""How a change is asked for: as an amount, in per cent, or simply by how much.

Who asks by how much something grew may want either, so both are told; who asks for money, or how many things, wants the
difference, and who asks for a rate the percentage.
"""

from __future__ import annotations

from typing import Literal

from bot.counting import counts_things
from kb import lazy

How = Literal["amount", "percent", "both"]

_PERCENT = lazy.compile(
    r"百分之|百分比|(?:几|多少)个?百分|百分率|几成|几%|几趴|多少%|(?:增长|成长|年增|增|涨|跌|降|减)(?:率|幅|速)|升幅|幅度|比例|几倍|多少倍|%|\bper ?cent\w*|\bpercentage|\bgrowth rate|\bhow (?:fast|quickly)\b|\brate of\b|\bhow many times\b"
)
_HUNDREDTHS = lazy.compile(r"(?:几|多少)个?(?:百分[点比]|%|巴仙)|\bpercentage points?\b")
_AMOUNT = lazy.compile(
    r"多少(?:钱|[百千]?[万亿](?!%)|[美欧日港台]?元|美金|块|人民币|资金|[家间名位人台辆架艘座款项份颗片套只头户个张件吨床幢栋股点年月天周小时公毫])|几(?:多钱|[百千十]?[万亿]|块|[家间名位人台辆架艘座款项份颗片套只头户个张件吨床幢栋年天周]|毫|公)|"
    r"\bhow many\b|\bin (?:money|cash|dollars?|yuan|rmb|euros?|pounds?|yen|absolute|hk|us\b|money terms)|\bhow much (?:money|cash)\b|\bhow much (?:longer|shorter|heavier|lighter|thicker|thinner)\b"
)


def change_asked(folded: str) -> How:
    """Return how a folded question wants a change told.

    >>> [change_asked(q) for q in ("净利润少了多少", "净利润少了多少钱", "净利润降了百分之几", "门店多了几家")]
    ['both', 'amount', 'percent', 'amount']
    >>> [change_asked(q) for q in ("by how much did the order book grow", "by what percentage did it grow", "how many more shops")]
    ['both', 'percent', 'amount']
    """
    if _HUNDREDTHS.search(folded):
        return "percent"  # of what is told in per cent itself it is the difference
    if _AMOUNT.search(folded):
        return "amount"
    if _PERCENT.search(folded):
        return "percent"
    return "amount" if counts_things(folded) else "both"
