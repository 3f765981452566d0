"""By how much something went up or down: what is told must be a move of that way, of the thing asked."""

from __future__ import annotations

from bot.answers.demands.told import Told, clauses
from kb import lazy
from kb.text import fold

_MUCH = r"(?:了|去|掉|出|到)*(?:多少|几(?!乎)|百分之)"
_DOWN_ASKED = lazy.compile(
    rf"(?:[下大暴急]?跌|[下调]降|下滑|下挫|重挫|缩水|减少|蒸发|回落|滑落){_MUCH}|跌幅|降幅|\b(?:how (?:much|far)|by how much|what percentage) [^?]*\b(?:fall|fell|drop(?:ped)?|declin\w+|slid\w*|slip\w*|plung\w+|tumbl\w+|shr[iau]nk|decreas\w+|go(?:ne)? down|went down)\b|\b(?:fell|dropped|down|declined|slid) (?:by )?how much\b"
)
_UP_ASKED = lazy.compile(
    rf"(?:[上大暴飙]?涨|[上提]升|增[长加]|成长){_MUCH}|涨幅|升幅|\b(?:how (?:much|far)|by how much|what percentage) [^?]*\b(?:rise|rose|jump\w*|climb\w*|surg\w+|soar\w*|gr[oe]w|gain(?:ed)?|increas\w+|go(?:ne)? up|went up)\b|\b(?:rose|jumped|climbed|gained|grew) (?:by )?how much\b"
)
_BOTH = r"|由[^,;。]{1,24}?[至到为]|从[^,;。]{1,24}?[至到为]|变[为成]|改[为成]|\bfrom\b|\bcompared with\b|\bagainst\b|\bversus\b|\bflat\b|\bunchanged\b|持平|="
_DOWN = lazy.compile(
    r"跌|降|减|滑|挫|缩|少|下[调修]|砍|削|[走压调拉]低|低[于了]|回落|收窄|蒸发|腰斩|衰退|萎缩|亏|负|[-−]\d|\b(?:f[ae]ll\w*|dropp?\w*|declin\w*|slid\w*|slipp?\w*|plung\w+|tumbl\w+|shr[iau]nk\w*|decreas\w+|down|lower\w*|lost|los[es]\w*|cut|halv\w+|reduc\w+|less|fewer|narrow\w*|sank|shed)\b"
    + _BOTH
)
_UP = lazy.compile(
    r"涨|升|增|高|翻|倍|上[调修]|加价|提价|成长|[扩加]|多[了出]|[走推拉调]高|\+\d|扭亏|转盈|\b(?:r[io]s\w+|jump\w*|climb\w*|surg\w+|soar\w*|gr[oe]w\w*|gain\w*|increas\w+|up|high\w*|doubl\w*|tripl\w*|more|add(?:ed|s|ing)?|lift\w*|rais\w+|widen\w*|ahead|advanc\w+|improv\w+|times|-?fold)\b"
    + _BOTH
)
_SHARES_ASKED = lazy.compile(r"股[价票]|股份(?=[^,?]{0,4}[涨跌])|\b(?:shares?|stock)(?: price)?\b(?! (?:of|in)\b)")
_SHARES = lazy.compile(r"股[价票份]|每股|收[报盘市于在]|盘[中后前]|开盘|市值|[涨跌]停|[a-z\d]股|\b(?:shares?|stock)\b")


def no_such_move(told: Told) -> bool:
    """Return whether it is asked by how much something rose or fell, and nothing told is a move of that way."""
    folded = told.question.folded
    if (
        told.question.wants in ("reason", "date", "person")
        or told.question.kind == "compare"
        or "part" in told.question.flags
    ):
        return False
    if _UP_ASKED.search(folded) and _DOWN_ASKED.search(folded):
        return False  # 漲或跌多少
    for asked, moved in ((_DOWN_ASKED, _DOWN), (_UP_ASKED, _UP)):
        if not asked.search(folded):
            continue
        if not moved.search(told.said):
            return True
        if (
            _SHARES_ASKED.search(folded)
            and told.route != "figures"
            and not any(
                _SHARES.search(fold(s.text)) and any(moved.search(c) for c in clauses(fold(s.text)))
                for s in told.sentences
            )
        ):
            return True  # how far the shares fell is not told by how much profit will rise
    return False
