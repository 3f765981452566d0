"""Names in Latin letters, in English and in Chinese texts: what the places where one stands say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb import lazy
from kb.discovery.endings import FIRM_LEFT, FIRM_RIGHT, HAN_CHAR, LAND, behind_kind, is_source
from kb.discovery.english import (
    ACT_RIGHT,
    AND,
    BRAND_BEFORE,
    BRAND_LEFT,
    BRAND_RIGHT,
    CALLED_EN,
    COSTS_RIGHT,
    DEAL_EN,
    FIRM_END,
    FIRM_GOES_ON,
    FOUNDER_LEFT,
    HONOURED,
    LAUNCHED,
    LAUNCHED_AS,
    LEGAL_EN,
    OF_A_LAND,
    ORG,
    ORG_LEFT,
    ORG_RIGHT,
    OWN_LEFT,
    PEOPLE_END,
    PERSON_LEFT,
    PLACE_END,
    POST_RIGHT,
    REPLACED_LEFT,
    ROLE_LEFT,
    ROLE_RIGHT,
    SAID_LEFT,
    SAID_RIGHT,
    SAYS_THE_FIRM,
    SITE_RIGHT,
    SOFT_END,
    STRONG_END,
    THING_APPOSED,
    THING_RIGHT,
    WILL,
    latin_spans,
)
from kb.discovery.found import Draft, Found
from kb.discovery.page import Page, han
from kb.discovery.people import last_role, syllables
from kb.discovery.products import NO_CODE
from kb.discovery.rows import latin_rows
from kb.sounds import is_pinyin
from kb.text import fold

_OFTEN = 3  # times: then an everyday word with a capital is somebody's name
# A firm under its founder's name with an s: what it does follows.
_OWNERS_NAME = lazy.compile(r"(?:^|[.!?\n] ?|, |\b(?:and|while|but|rivals?) )([A-Z][a-z]{2,15}[’']s)(?= (?:reported|posted|announced|said|opened|closed|sold|booked|raised|launched) (?:an?|its|it|the|that|[\d$£€]))", re.M)
_PREFIXES = frozenset("pre post re non co anti sub semi mid multi self over under ex all".split())
_LEAST_LAST = 3  # letters
_ALONE = 2  # times a short form must stand alone
_FULL = 3  # times an article gives a person's full name at most; then the last name does


# Tom Ellwood of Shore Capital: a person and where they are.
_PERSON_OF = lazy.compile(r"([A-Z][a-z]+(?:-[A-Z][a-z]+)? (?!University|Institute|College|School|Bank|Academy|Ministry|Museum)[A-Z][a-z]+) of ([A-Z].+)")


_CODED = lazy.compile(r"[A-Z]+-?\d+[A-Za-z]?")

# What stands around the last name of somebody a text goes on about.
_EDGE = lazy.compile(r"\b")
_ALONE_LEFT = lazy.compile(r"(?<!\w )\b")
_TITLED = lazy.compile(r"(?<!\w )\b(?:Mr|Ms|Mrs|Dr)\.? $")
_BEHIND_A_TITLE = lazy.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.? ([A-Z](?:[’'][A-Z])?[\w-]+)(?![\w-]| [A-Z])")
_SPOKE = lazy.compile(r" (?:says|said|joined|recalls|thinks)\b|, (?:previously|formerly|once) (?:an? |the )?[a-z]")
_FROM = lazy.compile(r"\b(?:from|with|by|to) [A-Z][a-z]+[’']s $")
_HEAD_OF = lazy.compile(r"\b(?:head|chief|senior|lead|master|assistant) [a-z]*maker $", re.I)  # head winemaker
# "founded by A, a former tea buyer, and B": what A was stands between.
_FOUNDED_WITH = lazy.compile(r"\b(?:founded|co-founded|started|created|set up)(?: in (?:\d{4}|[A-Z]\w+))* by [^.;\n]{4,110},? and (?:an? |the )?(?:former |local |young )?(?:[a-z-]+ ){0,2}$", re.I)
_BEFORE_SECOND = 150  # characters in which that stands
_JOINED = 30  # characters at most between names that are set side by side
_TRADE = 40  # characters in which "and" and what somebody was stand
_OPENING = 120  # characters of a text in which its first name stands
_ROLE_WORD = lazy.compile(r"(?:er|or|ist|ian|man|woman|ain|ef|ach|ect)$")
_LIVED = lazy.compile(r",? (?:was born|grew up|graduated|studied)\b")


# "a former Clyde Spars engineer"
_FORMER = lazy.compile(r"\b(?:a|an|the|two|three|and) (?:former|one-time|ex-|veteran|senior) ?$")
_STAFF = lazy.compile(r" (?:[a-z-]+ )?(?:engineers?|executives?|managers?|designers?|scientists?|bankers?|analysts?|researchers?|chemists?|directors?|employees?|developers?|programmers?|traders?)\b")
_WORKED = lazy.compile(r"(?:曾在|此前在|之前在|先后在|[任供就]职于?|加入)$")
_AS_STAFF = lazy.compile(r"(?:担?任|做|当|工作|从事|负责)(?!何)")
_LAND_LEFT = lazy.compile(LAND + "的?$")
_DEALS = lazy.compile(r"支付|的约?\d|授权|签[约署订下]|供货|采购|收购|旗下")
_HONOUR_ZH = lazy.compile(r"(?<![a-z])(?:dr|prof|mr|mrs|ms|sir)\.?$")  # 首席科学官Dr. Anita Raman
_ITS_BOOKS = lazy.compile(r" ?(?:\([^()\n]{1,30}\))?,?(?:(?:今年|去年|全年|上季|单季|同期|上半年|20\d\d年)的?)?(?:合并)?(?:营收|营业额|营业利润|净利润?|净亏损?|毛利率?)[^,。;]{0,8}?\d")
_SHOWN = lazy.compile(r"(?:^|[^\u3400-\u9fffA-Za-z0-9]|[是为即]|[验究诊务]所|中心|[\u3400-\u9fff]店|子公司)$")
_STOOD_IN_FOR = lazy.compile(r"(?:接替|取代|接任|继任)[^,。;]{0,8}?的?$")  # 接替離任的Simon Yeung
_SITE_ZH = lazy.compile("[金银铜铁锂镍锌铝煤钴]?矿(?!业|商|企)|[油气]田|电站|风场|风电场|码头|项目")  # 收購Musando礦
# the cruise line Northern Wren: a firm whatever the words of its name.
_THE = lazy.compile(rf"\b(?:the|a|an|its|rival) (?:[A-Z][A-Za-z]+ )?(?:[a-z-]+ ){{0,2}}?{ORG} $")
_AN = lazy.compile(r", (?:an?|the|one of) ")
_APPOSED = lazy.compile(rf"(?<!of )(?<!for )\b{ORG} $|\b[Aa]nalysts? at $")


@dataclass(slots=True)
class _Seen:
    """What the places where a Latin name stands say of it."""

    count: int = 0
    person: int = 0
    titled: int = 0  # a role stands directly before it
    company: int = 0
    product: int = 0
    priced: bool = False  # somebody's thing, set apart by commas, that costs or earns something
    branded: int = 0  # called a brand
    said: int = 0
    site: int = 0  # the word for a place of work stands behind it
    apposed: int = 0  # what kind of firm it is stands right before it
    called: int = 0  # the … that it is stands before it
    rowed: bool = False  # it stands in a row with companies
    hopeless: bool = False  # known, or an everyday word: need not be weighed


def latin_names(page: Page, found: Found) -> None:
    """Add the names in Latin letters of which their surroundings tell what they are."""
    seen: dict[str, _Seen] = {}
    last, before = 0, ""
    rows: list[list[str]] = []
    for begin, end in latin_spans(page.text):
        start = begin + _role_before(page, begin, end)
        name = page.text[start:end]
        if name not in seen:
            seen[name] = _Seen(hopeless=fold(name) in page.known or (" " not in name and not _proper(page, name) and not _only_a_name(page, name)))
        marks = seen[name]
        joined = last > 0 and start - last < _JOINED and AND.fullmatch(page.text, last, start) is not None
        rows[-1:] = [[*rows[-1], name]] if joined and rows else [*rows[-1:], [name]]
        if marks.hopeless:
            marks.count += 1
            last = end
            continue
        beside = before if AND.fullmatch(page.text, last, start) and start - last < 30 else ""
        before = _weigh(page, start, end, marks) or beside
        marks.person += beside == "person" and before == "person"
        marks.company += beside == "company" and before == "company"
        marks.branded += beside == "brand" and before == "brand"
        last = end
    if (leads := _leads_all(page)) in seen:
        seen[leads].company += 1
    for row in rows:
        _keep_company(page, row, seen)
    for row in latin_rows(page.text, [(a, b) for a, b in latin_spans(page.text)]):
        known = [n for n in row if n not in seen or seen[n].company or fold(n) in page.known]
        for name in row if known else ():
            seen[name].company += 1
            seen[name].rowed = True
    for name, marks in seen.items():
        marks.person += _lives(page, name, marks)
        first = seen.get(name.split()[0])
        kind = _latin_kind(page, name, marks, often=" " in name and (marks.rowed or (first is not None and first.count >= _OFTEN)))
        clean = LEGAL_EN.sub("", name)
        if kind is None and marks.titled and not marks.company and (told := _PERSON_OF.fullmatch(name)):
            _both(page, found, told)
            continue
        if kind == "company" and (both := _PERSON_OF.fullmatch(name)) and (not page.ordinary(name.split()[0].lower()) or FIRM_END.search(name)):
            _both(page, found, both)
            continue
        if kind == "company" and clean != name and (" " in clean or _proper(page, clean)):
            found.add(kind, en=clean, aliases=(name,))
        elif kind:
            found.add(kind, en=name)
    _owners_names(page, found, seen)
    _with_ending(found, seen)
    _short_latin(page, found, seen)


def _keep_company(page: Page, row: list[str], seen: dict[str, _Seen]) -> None:
    """Count those that a list sets beside a firm as firms: Wessmoor, Trentbrook and South Fells Water."""
    others = [n for n in row if not seen[n].hopeless and not seen[n].company]
    firms = [n for n in row if seen[n].company or (STRONG_END.search(n) and " " in n)]
    if len(row) > _ALONE and firms and len(others) < len(row) and not any(seen[n].person or seen[n].product or seen[n].branded for n in row):
        for name in others:
            seen[name].company += not PEOPLE_END.search(name) and (" " in name or _proper(page, name))


def _with_ending(found: Found, seen: dict[str, _Seen]) -> None:
    """Add the longer name that a firm known without its ending has elsewhere in the text: Severnholme Water."""
    for name in seen:
        short = SOFT_END.sub("", STRONG_END.sub("", name))
        draft = found.by_name.get(fold(short)) if short != name else None
        if draft is not None and draft.kind == "company" and draft.en == short and found.kind(name) is None:
            found.add("company", en=short, aliases=(name,))


def _owners_names(page: Page, found: Found, seen: dict[str, _Seen]) -> None:
    """Add the firms under their founder's name with an s: Carrow's reported a 1.2% fall."""
    for match in _OWNERS_NAME.finditer(page.text):
        own = match[1][:-2]
        marks = seen.get(own)
        else_told = page.word(own.lower()) or own.lower() in page.capital or fold(own) in found.by_name
        if not else_told and not (marks and (marks.company or marks.person)):
            found.add("company", en=match[1])


def _both(page: Page, found: Found, told: re.Match[str]) -> None:
    """Add a person and where they are, or a firm and where that is: Lindqvist Re of Stockholm."""
    somewhere = page.term(fold(told.group(2)))
    found.add("company" if somewhere else "person", en=told.group(1))
    found.add("company", en=told.group(2))


def _leads_all(page: Page) -> str:
    """The name with a firm's ending that both a headline and the first sentence begin with: "Ostergaard Rail wins …"; else ""."""
    lines = page.text.split("\n", 1)
    spans = next(latin_spans(lines[0], headlines=True), None) if len(lines) > 1 else None
    first = next(latin_spans(lines[1].lstrip()[:_OPENING]), None) if spans and spans[0] == 0 else None
    if spans is None or first is None or first[0]:
        return ""
    name = lines[1].lstrip()[: first[1]]
    ends = STRONG_END.search(name) or SOFT_END.search(name)
    return name if ends and name.split()[0] == lines[0].split()[0] else ""


def _role_before(page: Page, start: int, end: int) -> int:
    """How much of a name that begins a sentence is a role: Striker Dele Osunde, Chemist Ada Quell."""
    role, _, rest = page.text[start:end].partition(" ")
    begins = page.text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", ".", "\n", '"', "”")
    if not begins or rest.count(" ") != 1 or not _ROLE_WORD.search(role) or STRONG_END.search(rest) or SOFT_END.search(rest):
        return 0
    known = page.word(role.lower()) or (role.endswith("er") and page.word(role[:-1].lower()))  # a bottler bottles
    return len(role) + 1 if known and not all(page.word(w.lower()) for w in rest.split()) else 0


def _lives(page: Page, name: str, marks: _Seen) -> int:
    """Whether a text goes on about a full name by the last part of it as one does about a person, or says it was born."""
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


def _weigh(page: Page, start: int, end: int, marks: _Seen) -> str:
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
    marks.site += bool(SITE_RIGHT.match(text, end))
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
    marks.said += bool(SAID_RIGHT.match(text, end) or SAID_LEFT.search(left))
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


def _weigh_in_chinese(page: Page, start: int, end: int, marks: _Seen) -> str:
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


def _latin_kind(page: Page, name: str, marks: _Seen, often: bool = False) -> str | None:
    words = name.split()
    lower = [w.lower() for w in words]
    common = [page.ordinary(w) for w in lower]
    if marks.site and marks.company <= marks.site and not LEGAL_EN.search(name):
        return None  # the Dunmoor wind farm
    if fold(name) in page.known or any(len(w) < 2 for w in words[:1]) or name.isupper() or (PEOPLE_END.search(name) and not (marks.company and PLACE_END.search(name))):
        return None
    ending = len(words) > 1 and bool(STRONG_END.search(name))
    titled = marks.titled > marks.company and len(words) == 2 and not FIRM_END.search(name)
    if marks.person >= max(1, marks.company) and (titled or not ending) and _personal(words, common):
        return "person"
    own = fold(words[0]) not in page.known or (common[0] and len(words) > 2)  # Wing Hoi Bank
    if ending and (not all(common[:-1]) or marks.company) and own:
        return "company"
    if marks.company and SOFT_END.search(name) and fold(words[0]) not in page.known and not marks.person:
        return "company"
    often = often or (marks.called > 0 and len(words) > 1) or (marks.apposed > 0 and len(words) > 1 and lower[0] not in page.capital and not all(fold(w) in page.known for w in lower))
    often = often or (marks.company > 1 and len(words) > 1 and not any(w in page.capital for w in lower))
    told = len(words) == 1 and marks.apposed > 0 and _only_a_name(page, name)  # Nightjar, an Oregon maker of canned coffee
    if marks.company and (often or told or not all(common)) and len(words) <= 4 and len(name) > 3 and not marks.person:
        return "company" if told or len(words) > 1 or _proper(page, name) else None
    if marks.priced and not (marks.company or marks.person) and len(name) > _LEAST_LAST and lower[0] not in page.capital and (not all(common) or not re.search(rf"\b{re.escape(name.lower())}\b", page.text)):
        return "product"
    if (marks.product or (marks.branded and not marks.company)) and len(name) > 3 and (len(words) > 1 or not all(common)):
        return "product"
    return None


def _personal(words: list[str], common: list[bool]) -> bool:
    common = [c and w.lower() not in syllables() for w, c in zip(words, common, strict=True)]  # Tan Wei Liang
    return 2 <= len(words) <= 4 and not all(common) and not any(c.isdigit() for w in words for c in w)


def _proper(page: Page, word: str) -> bool:
    """Whether one capitalised word can name a company: it is no everyday word, people, place or day."""
    lower = word.lower()
    first, hyphen, rest = lower.partition("-")
    if hyphen and first in _PREFIXES and page.ordinary(rest):
        return False  # Pre-order
    return not (page.word(lower) or lower in page.capital or (lower.endswith("s") and page.ordinary(lower[:-1])))


def _only_a_name(page: Page, word: str) -> bool:
    """Whether a text writes an everyday word with a capital only, and often where no sentence begins."""
    if len(word) <= _LEAST_LAST or not word.isalpha() or word.isupper() or word.lower() in page.capital or page.term(word.lower()):
        return False
    inside = re.findall(rf"(?<=[a-z,] )\b{word}\b(?! [A-Z])|\b{word}(?:[’']s|(?=, (?:an?|the|its|which)\b))", page.text.partition("\n")[2])
    return len(inside) >= _ALONE and not re.search(rf"\b{word.lower()}\b", page.text)


def _own(page: Page, short: str) -> bool:
    """Whether a short form is no everyday word, or one this article writes as a name only, and often."""
    alone = len(re.findall(rf"(?<![A-Za-z] )\b{re.escape(short)}\b(?! [A-Z])|(?<=[a-z,] )\b{re.escape(short)}\b(?! [A-Z])", page.text))
    return not page.word(short.lower()) or (
        alone >= _ALONE and not re.search(rf"\b{re.escape(short.lower())}\b", page.text)
    )


def _short_latin(page: Page, found: Found, seen: dict[str, _Seen]) -> None:
    """Farrowgate for Farrowgate Ltd, Tarrant for Imogen Tarrant, HRB for Hengjiang Rural Bank: where the text has them."""
    shorts: dict[str, list[Draft]] = {}
    for draft in found.drafts():
        words = draft.en.split()
        short = soft = ""
        if draft.kind == "person" and len(words) > 1 and not {words[0].lower(), words[-1].lower()} <= syllables():
            short = words[-1]
        elif draft.kind == "company":
            short, soft = _without_ending(page, draft.en, seen)
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) > 1 and f"{draft.en} ({initials})" in page.text:
                draft.aliases.append(initials)
        shorter = words[0] if draft.kind == "company" and words and not draft.en.endswith(" Ventures") else ""  # both Lanshuo Beauty and Lanshuo
        for name in dict.fromkeys((short, soft, shorter)):
            often = draft.kind == "company" and name in seen and seen[name].count >= _OFTEN
            if name and name != draft.en and name in seen and (often or _own(page, name)):
                shorts.setdefault(name, []).append(draft)
    titled = {m[1]: m[0] for m in _BEHIND_A_TITLE.finditer(page.text)}
    of_firms = {word for d in found.drafts() if d.kind == "company" for name in d.names() for word in name.split()}
    for draft in found.drafts():
        last = draft.en.rpartition(" ")[2]
        alone = draft.kind == "product" and _CODED.fullmatch(last) and not NO_CODE.fullmatch(last) and last != draft.en and fold(last) not in page.known
        if alone and sum(d.en.endswith(f" {last}") for d in found.drafts()) == 1 and re.search(rf"\b[Tt]he {re.escape(last)}\b(?! [A-Z])", page.text):
            draft.aliases.append(last)  # the K3 for the Fold K3
        draft.aliases += _titled_first(draft, titled)
        if draft.kind == "person" and _family(page, draft.en) and last not in seen and last not in of_firms and sum(last in d.en.split() for d in found.drafts()) == 1:
            draft.aliases.append(last)  # nobody else has it, whether or not the text goes on to use it
    _share_out(page, found, shorts)


def _share_out(page: Page, found: Found, shorts: dict[str, list[Draft]]) -> None:
    """Give each short form to the one bearer it is meant for, if there is one."""
    for short, all_drafts in shorts.items():
        firms = _whole(page, [d for d in all_drafts if d.kind == "company"])
        # Lanshuo is the firm that Qiu Lanshuo founded: nobody is called by the given name alone.
        family = sum(d.kind == "person" for d in all_drafts) > 1  # a name that several people have is none of theirs alone
        drafts = [d for d in all_drafts if not family or d.kind != "person"]
        bearers = firms if len(firms) == 1 and all(d is firms[0] or d.kind == "company" or _given_last(d) for d in drafts) else drafts
        if not bearers:
            continue
        other = found.by_name.get(fold(short))
        surname = bearers[0].kind == "person" and other is not None and " " not in other.en
        if len(bearers) == 1 and (other is None or surname or other.kind == bearers[0].kind):
            if other is not None and other is not bearers[0]:  # the short form had been taken for a name of its own
                found.by_name = {k: d for k, d in found.by_name.items() if d is not other}
            bearers[0].aliases.append(short)


def _without_ending(page: Page, name: str, seen: dict[str, _Seen]) -> tuple[str, str]:
    """What a firm's English name is shortened to: without its ending or its first word, and Siri Chao Phraya for … Sugar."""
    words = name.split()
    short = STRONG_END.sub("", STRONG_END.sub("", name))
    soft = SOFT_END.sub("", short)
    short = short if short in seen and short != name else words[0] if words else ""
    if name.endswith(" Ventures") and page.word(short.lower()):
        return "", ""  # Shell is not Shell Ventures
    return short, soft


def _whole(page: Page, firms: list[Draft]) -> list[Draft]:
    """Of firms that begin alike the one that is meant by their first word: that of the title, or the group."""
    title = page.text.partition("\n")[0]
    for chosen in ([d for d in firms if d.en in title], [d for d in firms if _GROUP.search(d.en)]):
        if len(firms) > 1 and len(chosen) == 1:
            return chosen
    return firms


_GROUP = lazy.compile(r" (?:Group|Holdings?|plc|PLC)$")


def _family(page: Page, name: str) -> bool:
    """Whether the last part of a person's full name is a family name that is no word."""
    first, _, last = name.rpartition(" ")
    chinese = first.split()[:1] and (first.split()[0].lower() in syllables() or is_pinyin(last.lower()))
    given = re.search("-[a-z]", last)  # Kao Chi-wen
    return len(last) >= _LEAST_LAST and first != "" and not given and not chinese and _proper(page, last) and fold(last) not in page.known


def _titled_first(draft: Draft, titled: dict[str, str]) -> list[str]:
    """The family name that a text goes on with behind a title: Mr Bao, of Bao Qingshan, and with it the name alone where it stands first.

    `titled`: each name that stands behind a title, with it.
    """
    first, _, rest = draft.en.partition(" ")
    if draft.kind != "person" or not rest:
        return []
    if first.lower() in syllables() and first in titled:
        return [titled[first], first]
    last = rest.rpartition(" ")[2]
    return [titled[last]] if last in titled else []


def _given_last(draft: Draft) -> bool:
    """Whether the last part of a person's name is the given one: Qiu Lanshuo."""
    words = draft.en.lower().split()
    return draft.kind == "person" and len(words) == 2 and words[0] in syllables() and is_pinyin(words[1])
