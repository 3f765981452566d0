"""Contexts of Latin names: what the words left and right of each place where one stands say of it.

They are counted for each name in `Seen`; what comes of the counts is told by `kb.discovery.latinkinds`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb import lazy
from kb.discovery.endings import FIRM_LEFT, FIRM_RIGHT, HAN_CHAR, LAND, behind_kind, is_source
from kb.discovery.english import (
    ACT_RIGHT,
    BRAND_BEFORE,
    BRAND_LEFT,
    BRAND_RIGHT,
    CALLED_EN,
    COSTS_RIGHT,
    DEAL_EN,
    FIRM_GOES_ON,
    FOUNDER_LEFT,
    HONOURED,
    LAUNCHED,
    LAUNCHED_AS,
    OF_A_LAND,
    ORG,
    ORG_LEFT,
    ORG_RIGHT,
    OWN_LEFT,
    PERSON_LEFT,
    PLACE_LEFT,
    PLACE_RIGHT,
    POST_RIGHT,
    REPLACED_LEFT,
    ROLE_LEFT,
    ROLE_RIGHT,
    SAID_LEFT,
    SAYS_THE_FIRM,
    SITE_RIGHT,
    SOFT_END,
    STRONG_END,
    THING_APPOSED,
    THING_RIGHT,
    WILL,
)
from kb.discovery.page import Page, han
from kb.discovery.people import last_role

OFTEN = 3  # times: then an everyday word with a capital is somebody's name
_FULL = 3  # times an article gives a person's full name at most; then the last name does
# What stands around the last name of somebody a text goes on about.
_EDGE = lazy.compile(r"\b")
_ALONE_LEFT = lazy.compile(r"(?<!\w )\b")
_TITLED = lazy.compile(r"(?<!\w )\b(?:Mr|Ms|Mrs|Dr)\.? $")
_SPOKE = lazy.compile(r" (?:says|said|joined|recalls|thinks)\b|, (?:previously|formerly|once) (?:an? |the )?[a-z]")
_FROM = lazy.compile(r"\b(?:from|with|by|to) [A-Z][a-z]+[’']s $")
_HEAD_OF = lazy.compile(r"\b(?:head|chief|senior|lead|master|assistant) [a-z]*maker $", re.I)  # head winemaker
# "founded by A, a former tea buyer, and B": what A was stands between.
_FOUNDED_WITH = lazy.compile(r"\b(?:founded|co-founded|started|created|set up)(?: in (?:\d{4}|[A-Z]\w+))* by [^.;\n]{4,110},? and (?:an? |the )?(?:former |local |young )?(?:[a-z-]+ ){0,2}$", re.I)
_BEFORE_SECOND = 150  # characters in which that stands
_TRADE = 40  # characters in which "and" and what somebody was stand
_LIVED = lazy.compile(r",? (?:was born|grew up|graduated|studied)\b")
# "a former Clyde Spars engineer"
_FORMER = lazy.compile(r"\b(?:a|an|the|two|three|and) (?:former|one-time|ex-|veteran|senior) ?$")
_STAFF = lazy.compile(r" (?:[a-z-]+ )?(?:engineers?|executives?|managers?|designers?|scientists?|bankers?|analysts?|researchers?|chemists?|directors?|employees?|developers?|programmers?|traders?)\b")
_WORKED = lazy.compile(r"(?:曾在|此前在|之前在|先后在|[任供就]职于?|加入)$")
_AS_STAFF = lazy.compile(r"(?:担?任|做|当|工作|从事|负责)(?!何)")
_LAND_LEFT = lazy.compile(LAND + "的?$")
_DEALS = lazy.compile(r"支付|的约?\d|授权|签[约署订下]|供货|采购|收购|旗下")
_SITE_ZH = lazy.compile("[金银铜铁锂镍锌铝煤钴]?矿(?!业|商|企)|[油气]田|电站|风场|风电场|码头|项目")  # 收購Musando礦
# the cruise line Northern Wren: a firm whatever the words of its name.
_THE = lazy.compile(rf"\b(?:the|a|an|its|rival) (?:[A-Z][A-Za-z]+ )?(?:[a-z-]+ ){{0,2}}?{ORG} $")
_AN = lazy.compile(r", (?:an?|the|one of) ")
_HONOUR_ZH = lazy.compile(r"(?<![a-z])(?:dr|prof|mr|mrs|ms|sir)\.?$")  # 首席科学官Dr. Anita Raman
_ITS_BOOKS = lazy.compile(r" ?(?:\([^()\n]{1,30}\))?,?(?:(?:今年|去年|全年|上季|单季|同期|上半年|20\d\d年)的?)?(?:合并)?(?:营收|营业额|营业利润|净利润?|净亏损?|毛利率?)[^,。;]{0,8}?\d")
_SHOWN = lazy.compile(r"(?:^|[^\u3400-\u9fffA-Za-z0-9]|[是为即]|[验究诊务]所|中心|[\u3400-\u9fff]店|子公司)$")
_STOOD_IN_FOR = lazy.compile(r"(?:接替|取代|接任|继任)[^,。;]{0,8}?的?$")  # 接替離任的Simon Yeung
_APPOSED = lazy.compile(rf"(?<!of )(?<!for )\b{ORG} $|\b[Aa]nalysts? at $")


@dataclass(slots=True)
class Seen:
    """What the places where a Latin name stands say of it."""

    count: int = 0
    person: int = 0
    titled: int = 0  # a role stands directly before it
    company: int = 0
    product: int = 0
    priced: bool = False  # somebody's thing, set apart by commas, that costs or earns something
    branded: int = 0  # called a brand
    site: int = 0  # the word for a place of work stands behind it
    apposed: int = 0  # what kind of firm it is stands right before it
    called: int = 0  # the … that it is stands before it
    rowed: bool = False  # it stands in a row with companies
    hopeless: bool = False  # known, or an everyday word: need not be weighed


def weigh(page: Page, start: int, end: int, marks: Seen) -> str:
    """Add what stands left and right of a name to what is known of it; return what the left says it is."""
    left, text = page.text[max(0, start - 70) : start].rpartition("\n")[2], page.text
    marks.count += 1
    beside = left.rstrip()[-1:]  # a space may part the scripts
    if (beside and han(beside)) or (left and end < len(text) and han(text[end : end + 2].strip()[:1] or " ")):
        return _weigh_in_chinese(page, start, end, marks)
    person = bool(ROLE_LEFT.search(left) or PERSON_LEFT.search(left) or HONOURED.search(left))
    person = person or _a_founder(page, start, left) or bool(REPLACED_LEFT.search(left) and not STRONG_END.search(text[start:end]))
    land = OF_A_LAND.search(left)
    left = left[: land.start()] if land and page.term(land[1].lower()) else left
    marks.site += bool(SITE_RIGHT.match(text, end)) + bool(PLACE_RIGHT.match(text, end)) + bool(PLACE_LEFT.search(left) and " " not in text[start:end])
    company = bool((ORG_LEFT.search(left) or DEAL_EN.search(left)) and not _HEAD_OF.search(left))
    company = company or bool(_FORMER.search(left) and _STAFF.match(text, end))
    marks.company += bool(ORG_RIGHT.match(text, end)) + bool(ACT_RIGHT.match(text, end)) + company
    marks.company += bool(
        re.match(r" \((?:NASDAQ|Nasdaq|NYSE|LSE|HKEX|ASX|TSX|TWSE|SSE|SZSE|\d{4,6}\.)", text[end : end + 12])
    )
    ends = STRONG_END.search(text[start:end]) or SOFT_END.search(text[start:end])
    from_there = land and page.term(land[1].lower()) and (" " not in text[start:end] or ends) and (ends or FIRM_GOES_ON.match(text, end) or _FROM.search(left + (land[0] if land[0] not in left else "")))
    marks.company += bool(from_there) + bool(re.match("[’']s (?:competing|rival) ", text[end : end + 14]))
    begins = page.text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", ".", "\n")
    marks.company += bool(ends and WILL.match(text, end)) + bool(begins and SAYS_THE_FIRM.match(text, end))
    marks.titled += person
    marks.apposed += bool(_APPOSED.search(left)) or bool(_AN.match(text, end) and ORG_RIGHT.match(text, end))
    marks.called += bool(_THE.search(left))
    marks.person += person + bool(ROLE_RIGHT.match(text, end) and not ORG_RIGHT.match(text, end) and not company) + bool(POST_RIGHT.match(text, end))
    marks.person += bool(SAID_LEFT.search(left) and re.match(" (?:of|at|from) ", text[end : end + 6]))
    marks.product += bool((LAUNCHED.search(left) or LAUNCHED_AS.search(left)) and any(c.isdigit() for c in text[start:end]))
    marks.product += bool(OWN_LEFT.search(left) and THING_RIGHT.match(text, end))
    branded = bool(BRAND_LEFT.search(left) or (BRAND_BEFORE.search(left) and BRAND_RIGHT.match(text, end)))
    marks.branded += branded
    marks.priced |= COSTS_RIGHT.match(text, end) is not None and THING_APPOSED.search(left) is not None
    if called := CALLED_EN.search(left):
        company_called = bool(re.fullmatch(ORG, called.group(1), re.I))
        marks.company += company_called
        marks.product += not company_called
    return "person" if person else "company" if company else "brand" if branded else ""


def _a_founder(page: Page, start: int, left: str) -> bool:
    """Whether a firm is said to be founded by whom a place names, perhaps with what they were: by draper A and tailor B."""
    told = FOUNDER_LEFT.search(left) or (_FOUNDED_WITH.search(page.text, max(0, start - _BEFORE_SECOND), start) if " and " in left[-_TRADE:] else None)
    return told is not None and not ORG_LEFT.search(left)


def _weigh_in_chinese(page: Page, start: int, end: int, marks: Seen) -> str:
    left = page.folded[max(0, start - 24) : start].rstrip()
    if title := _HONOUR_ZH.search(left):
        marks.person += 1
        left = left[: title.start()].rstrip()
    role = last_role(left + "x")
    marks.titled += bool(role and role == len(left))
    marks.person += bool(role and role == len(left))
    marks.company += bool(
        FIRM_LEFT.search(left) or re.search(r"(?:厂|集团|巨头|团队|平台|投资机构|基金|机构|品牌|银行|航空公司)$", left)
    )
    marks.called += behind_kind(page, start - page.folded.startswith(" ", start - 1))  # 行業機構Pedal Insight
    after = end + page.folded.startswith(" ", end)
    marks.company += bool(_WORKED.search(left) and _AS_STAFF.match(page.folded, after)) + bool(_LAND_LEFT.search(left) and _DEALS.match(page.folded, after))
    clean = not left or not (han(left[-1]) or left[-1].isalnum())
    end += page.folded.startswith(" ", end)
    marks.company += bool(clean and FIRM_RIGHT.match(page.folded, end))
    marks.person += bool(_STOOD_IN_FOR.search(left)) and " " in page.text[start:end]
    shown = _SHOWN.search(left) is not None
    marks.company += bool(shown and _ITS_BOOKS.match(page.folded, end))  # 唯一衰退的是Norvik Compute,營收53億美元
    marks.company += is_source(page, start, end + page.folded.startswith(" ", end))  # 據Wristmark統計
    marks.site += bool(_SITE_ZH.match(page.folded, end))
    marks.company += bool(re.match("签署|签订|合作|领投|跟投|达成", page.folded[end : end + 2]))
    made = re.search(rf"由(?:{HAN_CHAR}{{2,4}}家)?$", left) and re.match(
        r"(?:于|在)?\d{4}年|于|在|创立|创办|出任|担任", page.folded[end : end + 6]
    )
    marks.person += bool(made)
    return ""


def lives(page: Page, name: str, marks: Seen) -> int:
    """Return whether a text goes on about a full name by the last part of it as one does about a person, or says it was born."""
    if marks.company or marks.person or marks.count > _FULL or name.count(" ") not in (1, 2):
        return 0
    text, last = page.text, name.rpartition(" ")[2]
    at = text.find(last)
    while at >= 0:
        end = at + len(last)
        spoke = _ALONE_LEFT.match(text, at) and _SPOKE.match(text, end)
        if spoke or (_EDGE.match(text, at) and _LIVED.match(text, end)) or (_EDGE.match(text, end) and _TITLED.search(text, at - 5, at)):
            return 1
        at = text.find(last, at + 1)
    return 0
