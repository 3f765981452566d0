"""Names in Latin letters that no one sign tells: firms, people, products and institutions by all that speaks for each.

"Devika Anand still visits a loading bay": no role stands beside her, but she begins with a given name and goes on as
Anand. Signs are told by how a name is made, by the other names that share its words, and by its neighbours; what each
weighs for which kind is fitted (`kb.discovery.logistic`). Runs when the rules of this package have found what they find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Set

from kb import lazy
from kb.discovery.endings import behind_kind, told_as_firm
from kb.discovery.english import (
    ACT_RIGHT,
    DEAL_EN,
    ORG,
    ORG_LEFT,
    ORG_RIGHT,
    PLACE_LEFT,
    PLACE_RIGHT,
    ROLE_LEFT,
    ROLE_RIGHT,
    SOFT_END,
    STRONG_END,
    latin_spans,
)
from kb.discovery.found import Draft, Found
from kb.discovery.givennames import given_names
from kb.discovery.latin import role_before
from kb.discovery.latinkinds import proper
from kb.discovery.logistic import Signs, chance, most
from kb.discovery.page import HAN, Page, han, stands_whole, whole
from kb.discovery.products import NO_CODE
from kb.discovery.shortforms import has_family_name
from kb.text import fold

_LIKELY = {"company": 0.6, "person": 0.6, "product": 0.75, "institution": 0.5}
_SURE = 0.85  # of a name that is made of everyday words
_CODED = lazy.compile(r"[A-Z][A-Za-z]+-\d{1,4}[A-Z]?")  # Quill-7
_BODY = lazy.compile(r"\b(?:University|College|Institute|Hospital|Authority|Council|Commission|Ministry|Agency|Association|Union|Forum|Tribunal|Court|Board|Bureau|Department|Federation|Society|Academy|School|Centre|Center|Administration|Exchange|Laborator(?:y|ies)|Committee|Chamber|Museum|Foundation)\b")
_DOES = lazy.compile(r",? (?:who |also |then |later |now )?(?:says?|said|adds|added|joined|left|founded|co-founded|started|studied|graduated|grew|was born|became|took|promises?|believes?|thinks?|argues?|recalls?|calls?|called|told|holds a|earned|spent|worked|moved|returned|married|expects|warns?|wrote|writes|likes|blames?|resigned|retired|succeeds|succeeded|replaces|replaced|departed)\b")
_THING_NEXT = lazy.compile(r"[’”\"]? (?:costs?|weighs|sells for|retails|starts at|is priced|goes on sale|went on sale|ships|comes|features|uses|runs on|carries|launches|was launched|will be|can|has)\b| (?:app|platform|chips?|series|range|model|game|drug|vaccine|trial|study|brand|line|engine|car|phone|robot|satellite|rocket|software|assistant|system|service|programme|program)\b")
_THING_LEFT = lazy.compile(r"\b(?:app|platform|chip|game|drug|vaccine|trial|brand|model|phone|car|truck|robot|system|service|device|software|headset|console|machine|scanner|satellite|rocket|ship|vessel|ferry|product|series|processor|engine|assistant|battery|glasses|line|study|pill|test|candidate|plant|factory|mine|site|project|smelter|refinery|mill|port|terminal|airport|farm|reactor|building|tower|campus|magazine|film|book)s?,? $")
_WORD_LEFT = lazy.compile(r"\b[a-z][a-z-]{2,},? $")
_FIRM_LEFT = lazy.compile(rf"\b{ORG},? $", re.I)
_SHORT_WORD = lazy.compile(r"\b(?:in|at|of|for|by|from|with|to|and|on|than|the|its|their|an?|called|named|like|as|over|behind|against|including) $", re.I)
_THE, _IN = lazy.compile(r"\b[Tt]he $"), lazy.compile(r"\bin $")
_FIGURE = lazy.compile(r"(?:[’']s)? [\d£$€]")
_THING_ZH = lazy.compile(r"(?:芯片|平台|系统|模型|机器人|手机|耳机|眼镜|电视|汽车|车型|卫星|火箭|药物|疫苗|软件|游戏|应用|app|服务|产品|新品|处理器|电池|型号|品牌|系列|主机|平板|手表|作品)[“「『]? ?$")
_THING_NEXT_ZH = lazy.compile(r" ?(?:系列|芯片|平台|系统|模型|机器人|手机|眼镜|售价|定价|上市|搭载|采用|版|型|机|app|应用|预计|将于)")
_NO_NAME = lazy.compile(r"[kMGT]?(?:Wh?|bps|Hz|B|Pa|eV)|(?:Rmb|RMB|US|HK|NT|Sh|Rs|Bn|Mn)\d.*|I+|[IVX]+|GPUs|CPUs|ADCs|Phase .*|(?:Last|Next|This|Early|Late) .*|.* (?:CEO|CFO|CTO|COO|CMO|CIO|VP|SVP|EVP|MD)")
_CODE_LEFT = lazy.compile("代[号码][:为是]? ?$")
_WHOLE_BODY = 3  # words of an institution's name that are all everyday ones
_NEAR = 60  # characters to the left
_FEW = 4  # times
_SHORT = 3  # letters
_ENGLISH = 0.2  # Chinese characters, as a share of a text, under which it is an English one
WEIGHTS = {
    "company": {
        "": -2.0, "in Chinese": 1.48, "begins": 1.31, "inside": 1.37, "does": 0.78, "thing's verb": 1.72, "comma": 0.34, "role right": -2.29,
        "role left": -1.99, "firm right": 2.63, "firm left": 2.85, "firm beside": 4.65, "acts": 1.44, "deal": 3.76, "the": -1.55, "in": -3.19,
        "thing left": -3.53, "word left": -0.42, "figure": -1.3, "one word": -0.34, "two words": 0.21, "three words": 0.81, "given name": -3.63,
        "everyday": -1.26, "one everyday": -0.75, "unknown": 1.21, "last everyday": 1.17, "last unknown": -1.37, "firm's ending": 3.17,
        "soft ending": 3.23, "body": -4.39, "capitals": -2.17, "one in capitals": -0.73, "mixed": -1.75, "digit": -3.55, "numbered": -1.93,
        "hyphen": -0.32, "of": -5.44, "short": -2.1, "place or people": -1.27, "begins with a place": -1.28, "often": -0.71, "title begins": 2.0,
        "last alone": -2.78, "first again": -0.27, "last of another": -3.4, "first of another": 3.77, "behind its kind": 3.71,
        "told as a firm": 2.29, "behind a thing": -2.04, "thing behind": -3.26, "whose": 1.0,
    },
    "person": {
        "": -4.22, "in Chinese": 0.53, "begins": 1.0, "inside": 0.15, "does": 1.5, "thing's verb": -0.73, "comma": 0.1, "role right": 2.74,
        "role left": -0.61, "firm right": -0.86, "firm left": -2.29, "firm beside": -1.92, "acts": -0.67, "deal": -2.99, "the": -2.37, "in": -3.05,
        "thing left": -1.78, "word left": 1.78, "figure": -1.91, "one word": -1.12, "two words": 1.18, "given name": 4.23, "everyday": -0.32,
        "one everyday": -2.05, "unknown": 0.62, "last everyday": 0.12, "last unknown": 2.14, "firm's ending": -2.95, "soft ending": -2.7,
        "body": -2.42, "capitals": -1.51, "one in capitals": -1.25, "mixed": -1.47, "digit": -1.83, "numbered": -3.8, "hyphen": 2.55, "of": -5.8,
        "short": -0.98, "place or people": 0.43, "begins with a place": 0.66, "often": -0.58, "title begins": -1.96, "last alone": 1.54,
        "first again": -1.31, "last of another": 5.88, "first of another": -1.83, "behind its kind": -1.39, "told as a firm": -1.39,
        "behind a thing": -0.7, "thing behind": -1.86, "whose": -1.3,
    },
    "product": {
        "": -3.33, "in Chinese": 1.89, "begins": -1.39, "inside": -0.42, "does": -1.55, "thing's verb": 1.24, "comma": 1.87, "role right": -3.18,
        "role left": -1.69, "firm right": -1.87, "firm left": -2.56, "firm beside": -2.6, "acts": -2.28, "deal": -2.13, "the": 1.66, "in": -3.14,
        "thing left": 2.91, "word left": 1.29, "figure": -1.84, "three words": 0.62, "given name": -2.47, "everyday": 1.42, "one everyday": -0.44,
        "unknown": -0.51, "firm's ending": -3.5, "soft ending": -0.73, "body": -3.82, "capitals": -0.33, "one in capitals": -1.57, "mixed": 0.85,
        "digit": 1.77, "numbered": 3.45, "hyphen": 1.16, "of": -6.27, "short": -0.53, "begins with a place": -0.96, "often": 1.37,
        "title begins": -0.72, "last alone": -0.44, "first again": 0.83, "last of another": 1.79, "first of another": -0.7,
        "behind its kind": -3.21, "told as a firm": -1.35, "behind a thing": 2.01, "thing behind": 1.63, "whose": 1.5,
    },
    "institution": {
        "": -6.62, "in Chinese": 0.33, "begins": -0.3, "inside": 1.04, "thing's verb": 1.1, "comma": 1.09, "role right": -0.76, "role left": -0.91,
        "firm right": -1.46, "firm left": 0.52, "firm beside": -2.13, "acts": 2.47, "deal": -1.55, "the": 3.08, "in": -1.78, "thing left": -2.01,
        "word left": 0.88, "figure": -0.81, "one word": 0.12, "two words": -0.44, "three words": 1.73, "given name": -0.67, "everyday": -0.67,
        "one everyday": -0.7, "unknown": 1.01, "last everyday": 0.41, "last unknown": -0.98, "soft ending": -1.37, "body": 5.67, "capitals": 0.24,
        "one in capitals": 2.21, "mixed": -1.04, "digit": -1.04, "numbered": -0.31, "hyphen": -1.3, "of": -1.02, "short": -1.1,
        "place or people": -0.72, "begins with a place": -0.35, "often": -0.37, "title begins": 0.75, "last alone": -0.51, "first again": -0.84,
        "last of another": -0.88, "first of another": -2.13, "behind its kind": -0.59, "told as a firm": -0.56, "behind a thing": -0.71,
        "thing behind": -0.64, "whose": -0.42,
    },
}


def likely_latin(page: Page, found: Found) -> None:
    """Add the names that are likely to be somebody's or something's."""
    have = {fold(n) for d in found.drafts() for n in d.names()}
    told = candidates(page, lambda name: not page.term(fold(name)) and fold(name) not in have and _may_name(page, name, have))
    kinds = {name: kind for name, signs in told.items() if (kind := _kind(name, signs))}
    for name in [n for n, kind in kinds.items() if kind == "company" and " " not in n]:
        longer = [n for n in told if n.startswith(f"{name} ")]
        kinds |= dict.fromkeys(longer if len(longer) == 1 else (), "company")  # Kestrel Haulage Systems, which goes on as Kestrel
    for name, kind in sorted(kinds.items(), key=lambda item: " " not in item[0]):
        bearers = [] if " " in name else [d for d in found.drafts() if _goes_by(d, name)]
        if len(bearers) == 1:
            bearers[0].aliases.append(name)
        elif not bearers:
            found.add(kind, en=name, aliases=_last_name(page, found, name) if kind == "person" else ())


def _last_name(page: Page, found: Found, name: str) -> tuple[str, ...]:
    """The family name that a text goes on with, where it is that of one person and of nothing else."""
    last = name.rpartition(" ")[2]
    own = has_family_name(page, name) and not any(last in n.split() for d in found.drafts() for n in d.names())
    return (last,) if own and re.search(rf"(?<![A-Za-z] )\b{re.escape(last)}\b(?! [A-Z])", page.text) else ()


def _may_name(page: Page, name: str, have: Set[str]) -> bool:
    """Whether a name is no unit, sum or everyday word, no code of a share, and none that is known with a word before it."""
    own = name.split()
    if _NO_NAME.fullmatch(name) or (len(own) == 1 and not any(c.isdigit() for c in name) and not proper(page, name) and ("-" in name or stands_whole(page.text, name.lower()))):
        return False
    if name not in page.text.partition("\n")[2]:
        return False  # a headline has capitals for its own reasons
    if all(page.term(fold(w)) or page.term(fold(w.removesuffix("s"))) or w.lower() in page.capital for w in own):
        return False  # Chinese GPUs
    parts = name.replace("-", " ").split()
    if any(page.term(fold(" ".join(parts[i:j]))) for i in range(len(parts)) for j in range(i + 2, len(parts) + (i > 0))):
        return False  # Moore Threads-U
    if _BODY.search(name) and len(own) < _WHOLE_BODY and all(page.word(w.lower()) for w in own):
        return False  # the National Institute
    if any(fold(" ".join(own[i:])) in have for i in range(1, len(own))) or (len(own) > 1 and any(n.startswith(f"{fold(name)} ") for n in have)):
        return False  # SUV X95; the place that an airport has its name from
    if len(own) == 1 and _is_place(page, name):
        return False  # Belmora city
    return not any(_CODE_LEFT.search(page.folded, max(0, at - 6), at) for at in page.places(fold(name)))


def _is_place(page: Page, name: str) -> bool:
    """Whether one word is told as a place somewhere, and nowhere as a firm: Belmora city, airports in Halmere."""
    spans = list(whole(page.text, name))
    if any(PLACE_RIGHT.match(page.text, end) for _, end in spans):
        return True
    inside = any(PLACE_LEFT.search(page.text, max(0, start - _NEAR), start) and not page.text.startswith(("’s", "'s"), end) for start, end in spans)
    return inside and not any(ORG_RIGHT.match(page.text, end) or ORG_LEFT.search(page.text, max(0, start - _NEAR), start) or DEAL_EN.search(page.text, max(0, start - _NEAR), start) for start, end in spans)


def _goes_by(draft: Draft, word: str) -> bool:
    """Whether one word is what somebody may be called for short: the last of a person's names, the first of a firm's."""
    own = draft.en.split()
    return len(own) > 1 and word == {"person": own[-1], "company": own[0]}.get(draft.kind)


def _kind(name: str, signs: Signs) -> str:
    """What a name is likely to be, "" where nothing is likely enough."""
    likely = {kind: chance(weights, signs) for kind, weights in WEIGHTS.items()}
    kind = max(likely, key=lambda k: likely[k], default="")
    least = _SURE if signs["everyday"] and not signs["firm's ending"] else _LIKELY.get(kind, _SURE)
    nobody = kind == "person" and not (signs["given name"] or signs["last alone"] or signs["last of another"])
    if not kind or likely[kind] < least or nobody or (kind == "product" and (NO_CODE.fullmatch(name) or not _CODED.fullmatch(name))):
        return ""  # what else may be a product's name may be one of its versions
    return kind


def candidates(page: Page, wanted: Callable[[str], bool] = bool) -> dict[str, Signs]:
    """Return the capitalised names of a text that are wanted, with what speaks for each."""
    spans = [(a + role_before(page, a, b), b) for a, b in latin_spans(page.text) if b - a > 1]
    english = len(HAN.findall(page.text)) < _ENGLISH * len(page.text)
    names = Counter(page.text[a:b] for a, b in spans)
    words = Counter(word for name in names.elements() for word in name.split())
    weighed = set(filter(wanted, names))
    out: dict[str, Signs] = {}
    for start, end in spans:
        name = page.text[start:end]
        if name in weighed:
            out[name] = most(out.get(name, {}), _around(page, start, end, english))
    return {name: around | _made(page, name, names, words) for name, around in out.items()}


def _made(page: Page, name: str, names: Mapping[str, int], words: Mapping[str, int]) -> Signs:
    """The signs of a name's own words, and of the other names that share them."""
    own = name.split()
    lower = [w.lower().strip(".") for w in name.replace("-", " ").split()]
    several = len(own) > 1
    listed = [page.word(w) for w in lower]
    others = [n.split() for n in names if n != name]
    told: dict[str, float] = {
        "": 1,
        "one word": not several,
        "two words": len(own) == 2,
        "three words": len(own) > 2,
        "given name": several and own[0] in given_names(),
        "everyday": all(listed),
        "one everyday": not several and listed[0],
        "unknown": 1 - sum(listed) / len(listed),
        "last everyday": several and listed[-1],
        "last unknown": several and not listed[-1],
        "firm's ending": bool(STRONG_END.search(name)),
        "soft ending": bool(SOFT_END.search(name)),
        "body": bool(_BODY.search(name)),
        "capitals": name.isupper(),
        "one in capitals": name.isupper() and not several and not any(c.isdigit() for c in name),
        "mixed": not several and not name.isupper() and sum(c.isupper() for c in name) > 1,
        "digit": any(c.isdigit() for c in name),
        "numbered": several and any(c.isdigit() for c in own[-1]),
        "hyphen": "-" in name,
        "of": " of " in name,
        "short": len(name) <= _SHORT,
        "place or people": all(w in page.capital for w in lower),
        "begins with a place": lower[0] in page.capital,
        "often": min(names[name], _FEW) / 2,
        "title begins": page.text.startswith(name),
        "last alone": several and names.get(own[-1], 0) > 0,
        "first again": len(own) == 2 and words[own[0]] > 1,
        "last of another": not several and any(len(o) > 1 and o[-1] == name for o in others),
        "first of another": not several and any(len(o) > 1 and o[0] == name for o in others),
    }
    return {sign: float(value) for sign, value in told.items()}


def _around(page: Page, start: int, end: int, english: bool) -> Signs:
    """The signs of what stands left and right of a name."""
    text = page.text
    left = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    beside = left.rstrip()[-1:]
    if not english and beside and han(beside):
        folded = page.folded[max(0, start - 12) : start]
        told: dict[str, float] = {
            "behind its kind": behind_kind(page, start),
            "told as a firm": told_as_firm(page, start),
            "behind a thing": bool(_THING_ZH.search(folded)),
            "thing behind": bool(_THING_NEXT_ZH.match(page.folded, end)),
            "whose": page.folded[end : end + 2].strip()[:1] == "的",
            "in Chinese": 1,
        }
    else:
        begins = text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", ".", "\n", '"', "“", "?", "!")
        word = _WORD_LEFT.search(left) and not _SHORT_WORD.search(left)
        told = {
            "in Chinese": not english,
            "begins": begins,
            "inside": not begins,
            "does": bool(_DOES.match(text, end)),
            "thing's verb": bool(_THING_NEXT.match(text, end)),
            "comma": text.startswith(", ", end),
            "role right": bool(ROLE_RIGHT.match(text, end)),
            "role left": bool(ROLE_LEFT.search(left)),
            "firm right": bool(ORG_RIGHT.match(text, end)),
            "firm left": bool(ORG_LEFT.search(left)),
            "firm beside": bool(word and _FIRM_LEFT.search(left)),
            "acts": bool(ACT_RIGHT.match(text, end)),
            "deal": bool(DEAL_EN.search(left)),
            "the": bool(_THE.search(left)),
            "in": bool(_IN.search(left)),
            "thing left": bool(word and _THING_LEFT.search(left)),
            "word left": bool(word),
            "figure": bool(_FIGURE.match(text, end)),
        }
    return {sign: float(value) for sign, value in told.items()}
