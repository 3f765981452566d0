"""Names in an oblique place: partners, backers, advisers and subsidiaries whom a clause takes along, and is not about.

All patterns are matched against folded text.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.names import Span
from kb.sources import is_backer, is_source
from kb.subjects import is_related, named_as

# Backers of a round beside the one who leads it: whom they back is still who the text is about.
TAKES_PART = lazy.compile(r"\b(?:took part|taking part|participated|also joined|joined the round)\b|跟投|参投")
_NEAR = 90  # characters before a name that tell how it stands
_SORT_OF_FIRM = r"(?:[㐀-鿿]{0,6}(?:药厂|药企|车厂|客户|伙伴|初创|公司|大厂|企业|集团|巨头|龙头|厂商|机构|基金|银行|车企|平台|同业|商))"
_SORT_OF_PERSON = r"(?:[\u3400-\u9fff]{0,4}(?:同学|校友|学[弟妹长姐]|师[弟妹兄姐]|室友|好友|友人|朋友|同事|搭档|伙伴|拍档|同乡|妻子|丈夫|太太|先生|兄长|[兄弟姐妹胞堂表]{1,2}|父亲|母亲|儿子|女儿|导师))"
_COMPANION = lazy.compile(r"[与和同跟]" + _SORT_OF_PERSON + r"$")
# Who is only taken along: "led by Oakline", 与甲合作. Not the owner where somebody else stands before.
_OBLIQUE = lazy.compile(
    r"(?:由(?!于)[㐀-鿿]{2,3}|[由与同跟向被获给]|来自|联手|携手|加入|委托)" + _SORT_OF_FIRM + r"?$"
    r"|\b(?:by|with|to|behind|under|via)(?: (?:the|its|rivals?|partner|parent|broker|brokerage|lender|investors?|backers?|(?:[a-z-]+ )?(?:firm|house|group|bank|maker|giant)))*\s*$"
    r"|\b(?:led|backed|joined|funded|owned|advised|underwritten) (?:jointly )?by [^;.]{0,70}(?:,|\band)\s*$"
)
_WITH = lazy.compile(r"(?:^|[,;。])[^,;。\d]{2,16}?[与同跟向获]" + _SORT_OF_FIRM + r"?$")
_UNDER = lazy.compile(
    r"(?:子公司|附属(?:公司|企业)?|旗下(?:的)?[^,;。]{0,8}|参股公司|联营公司|承销商|保荐(?:人|机构)|主办券商|财务顾问|法律顾问|审计机构|核数师)(?:为|是)?$"
    r"|\b(?:its|the) (?:[a-z-]+ ){0,3}(?:subsidiary|unit|arm|division|adviser|advisor|underwriter|auditor|broker|brokerage|bookrunner)\s$"
)
_IS_HOLDER = lazy.compile(r"(?:股东|持有人|控制人)[^,;。]{0,4}(?:是|为|包括)[^,;。]*$|\b(?:shareholders?|owners?|investors?) (?:is|are|was|were|include[sd]?) [^,;.]*$")  # 第一大股東為甲,持股16.9%
_NOT_SUBJECT = lazy.compile(r"(?:[经由在于向与]|\b(?:in|at|by|with|from|to))\s*$")
_IN_ITS = lazy.compile(r"(?:^|[,;。:因曾]|由于|因为)在$")
_DURING = lazy.compile(r"[^,;。\d]{1,14}?(?:[中时](?=[未有存曾违没,])|期间|过程)")
_OF_A_TARGET = frozenset(("impairment", "goodwill"))
# Where somebody named just before has, or had, a post.
_POST_AT = lazy.compile(r", (?:an? |the |its |then |now )?(?:former |ex-|one-time )?(?:chief|head|director|founder|co-founder|chair\w*|president|executive|partner|manager|officer|owner|trader|banker|analyst|lawyer|engineer|broker|adviser|advisor|treasurer|secretary)[a-z -]{0,60}? (?:at|of|for|with) (?:the )?")
_DONE_TO = lazy.compile(r"因[^,;。]{0,6}(?:在|为|替|给|对|向)$")
_FOUNDED = lazy.compile(r"(?:创立|创办|创建|成立|设立|组建|共同创办|加盟|加入)(?:了)?[^,;。\d]{0,8}$")
# By whom somebody else is measured: "roughly half Halden's size", 規模約為禾家的一半.
_MEASURED_BY = lazy.compile(r"\b(?:half|twice|double|triple|(?:third|quarter|tenth|fifth|fraction|times)(?: of)?|(?:bigger|smaller|larger|younger|older|the size of|as (?:big|large|old) as)(?: than)?)(?: the)? $|(?:规模|体量|个头|大小)[^,;。\d]{0,6}$")
_MEASURED = lazy.compile(r"(?:'s)?,? (?:size|scale|age|bulk)\b|的(?:一半|[一二两三四五六七八九十\d]+(?:分之[一二三四五六七八九]|成|倍))|(?:一半|[一两二三四五六七八九十\d]+倍)大?(?:小)?")
_TAKEN_OVER = lazy.compile(r"(?:收购|并购|购入|投资)(?:的)?[^,;。]{0,10}$")


def is_adjunct(folded: str, span: Span) -> bool:
    """Whether somebody is named as a backer, a judge or a place, and not as whom a clause is about."""
    return is_related(folded, span.start, span.end) or is_backer(folded, span) or is_source(folded, span) or bool(_NOT_SUBJECT.search(folded, 0, span.start))


def is_oblique(before: str) -> bool:
    """Return whether a name after the folded words `before` is not who acts but by, with or to whom it is done.

    >>> is_oblique("round led by "), is_oblique("round, which ")
    (True, False)
    """
    return bool(_OBLIQUE.search(before[-_NEAR:]))


def is_yardstick(folded: str, start: int, end: int) -> bool:
    """Return whether a name at `start` to `end` of folded text is only by whom somebody else is measured.

    >>> is_yardstick("x, half acme's size,", 8, 12), is_yardstick("half acme's loss,", 5, 9)
    (True, False)
    """
    return bool(_MEASURED_BY.search(folded[max(0, start - _NEAR) : start]) and _MEASURED.match(folded, end))


def is_companion(before: str) -> bool:
    """Return whether a name after the folded words `before` is with whom somebody else did something.

    >>> is_companion("2018年与同学"), is_companion("2018年与")
    (True, False)
    """
    return bool(_COMPANION.search(before[-_NEAR:]))


def is_under(before: str) -> bool:
    """Return whether a name after the folded words `before` is a part of, or works for, whom the text is about.

    >>> is_under("财险子公司"), is_under("主办承销商"), is_under("保险公司")
    (True, True, False)
    """
    return bool(_UNDER.search(before))


def is_beside(before: str) -> bool:
    """Return whether a name after the folded words `before` is taken along by whom they begin with.

    >>> is_beside("澄岸生物与瑞士药企"), is_beside("与")
    (True, False)
    """
    return bool(_WITH.search(before))


def without_obliques(folded: str, named: list[Span], carried: Sequence[str], measure: str) -> list[Span]:
    """Those named, without whoever is only taken along by another."""
    out: list[Span] = []
    for span in named:
        if is_beside(folded[: span.start]) or (named_as(folded[: span.start]) and not (measure == "shareholding" and _IS_HOLDER.search(folded[max(0, span.start - 24) : span.start]))):
            continue  # 保薦機構為臨江證券,擬募集32億元: what the sponsor is, and nothing of the sponsor
        if is_companion(folded[: span.start]):
            continue  # 2018年與同學乙創立公司,目前持股24.6%: of who did so with them
        if (out or carried) and is_yardstick(folded, span.start, span.end):
            continue
        if out and _POST_AT.fullmatch(folded, out[-1].end, span.start):
            continue  # "Jo Reed, head of trading at Acme until May, was fined": she was, not the firm
        if measure == "penalty" and _DONE_TO.search(folded, 0, span.start):
            continue  # 因在甲的上市保薦中未勤勉盡責,處罰款2000萬元: of who did so
        if measure == "shareholding" and (out or carried) and _FOUNDED.search(folded[max(0, span.start - 16) : span.start]):
            continue  # 2018年創立甲,目前持股24.6%: of who founded it
        if measure in _OF_A_TARGET and _TAKEN_OVER.search(folded[max(0, span.start - 16) : span.start]):
            continue  # 收購子公司甲形成的商譽減值: of who took it over
        if (out or carried) and _IN_ITS.search(folded[: span.start]) and _DURING.match(folded, span.end):
            continue  # 對甲的處罰決定:因在乙首發保薦中未勤勉盡責,處罰款: in whose case it was
        beside = is_oblique(folded[: span.start]) or is_backer(folded, span)
        if not (beside and (out or carried)):
            out.append(span)
    return out
