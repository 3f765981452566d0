"""How people speak of exports by market, put as customs have it: 賣到東盟的貨值, 對哪裡出口跌得最慘."""

from __future__ import annotations

from bot.rewrites import Rewrites, put
from kb import lazy
from kb.text import fold

_SENT = "(?:卖[到去往给]|销[往到去]|出口?[到往去至]|出货[到往去至]|运[往到去])"
_GOODS = "(?:货[值物]?|总?金额|总值|总额|出口额|商品|东西|产品|价值)"
_MUCH = "(?:有|是|为|达|到|共|总共|一共|大概|大约)*(?:多少|几多?)"
_MARKET = "(?:市场|地区|国家?|经济体|贸易伙伴)"
_WHERE = "(?:哪里?|哪儿|哪边|哪一?个?地方|哪一?[个国块]?(?:市场|地区|国家)?)"
_TRADE = lazy.compile(r"出口|进口|外贸|海关|贸易|货值")

_TALK = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        (rf"{_SENT}(?P<to>[\u3400-\u9fff]{{2,5}}?)的(?:总)?{_GOODS}(?P<n>{_MUCH})", r"对\g<to>出口\g<n>"),
        (rf"对{_WHERE}的?(?P<way>出口|进口)", r"对哪个市场\g<way>"),
        (rf"(?P<way>出口|进口)[到去往自]{_WHERE}(?P<m>{_MARKET})?(?P<most>[^,?]{{0,6}}最)", r"对哪个市场\g<way>\g<most>"),
        (r"(?P<pre>出口|进口|市场|国家|地区)的?(?:跌|降|下[跌降滑]|减|掉|萎缩|衰退)(?:幅|得)?最(?:惨|厉害|狠|凶|多|深|严重|猛|快|大)", r"\g<pre>跌幅最大"),
        (r"(?P<pre>出口|进口|市场|国家|地区)的?(?:涨|升|增长?|成长|上升)(?:幅|得)?最(?:猛|厉害|凶|多|大|快|亮眼)", r"\g<pre>增长最快"),
    )
)


def of_trade(text: str) -> str:
    """Return a message about trade with what is sent where put as exports to a market.

    >>> of_trade("4月賣到東盟的貨值是多少?"), of_trade("四月出口對哪裡出口跌得最慘")
    ('4月对東盟出口是多少?', '四月出口对哪个市场出口跌幅最大')
    >>> of_trade("賣到歐洲的車是多少錢")
    '賣到歐洲的車是多少錢'
    """
    return put(_TALK, text) if _TRADE.search(fold(text)) else text
