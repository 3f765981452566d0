"""Kinds of Latin names: whether one is a person, a company or a product, by the contexts it was seen in and its words."""

from __future__ import annotations

import re

from kb.discovery.english import FIRM_END, LEGAL_EN, PEOPLE_END, PLACE_END, SOFT_END, STRONG_END
from kb.discovery.latincontexts import Seen
from kb.discovery.page import Page, stands_whole
from kb.discovery.people import syllables
from kb.text import fold

_LEAST = 3  # letters
_OFTEN = 2  # times
_PREFIXES = frozenset("pre post re non co anti sub semi mid multi self over under ex all".split())


def latin_kind(page: Page, name: str, marks: Seen, often: bool = False) -> str | None:
    """Return what a name is by its contexts and its words, or None where they do not tell; `often`: it stands there often enough."""
    words = name.split()
    lower = [w.lower() for w in words]
    common = [page.ordinary(w) for w in lower]
    if marks.site and marks.company <= marks.site and not LEGAL_EN.search(name):
        return None  # the Dunmoor wind farm
    if fold(name) in page.known or any(len(w) < 2 for w in words[:1]) or name.isupper() or (PEOPLE_END.search(name) and not (marks.company and PLACE_END.search(name))):
        return None
    ending = len(words) > 1 and bool(STRONG_END.search(name))
    titled = marks.titled > marks.company and len(words) == 2 and not FIRM_END.search(name)
    goods = len(words) > 1 and not marks.titled and lower[-1].endswith("s") and bool(SOFT_END.search(name)) and common[-1]  # Halden Ferries will retire three ships
    if marks.person >= max(1, marks.company) and (titled or not ending) and not goods and _personal(words, common):
        return "person"
    own = fold(words[0]) not in page.known or (common[0] and len(words) > 2)  # Wing Hoi Bank
    if ending and (not all(common[:-1]) or marks.company) and own:
        return "company"
    if (marks.company or (goods and marks.person)) and SOFT_END.search(name) and fold(words[0]) not in page.known and (goods or not marks.person):
        return "company"
    often = often or (marks.called > 0 and len(words) > 1) or (marks.apposed > 0 and len(words) > 1 and lower[0] not in page.capital and not all(fold(w) in page.known for w in lower))
    often = often or (marks.company > 1 and len(words) > 1 and not any(w in page.capital for w in lower))
    told = len(words) == 1 and marks.apposed > 0 and only_a_name(page, name)  # Nightjar, an Oregon maker of canned coffee
    if marks.company and (often or told or not all(common)) and len(words) <= 4 and len(name) > 3 and not marks.person:
        return "company" if told or len(words) > 1 or proper(page, name) else None
    if marks.priced and not (marks.company or marks.person) and len(name) > _LEAST and lower[0] not in page.capital and (not all(common) or not stands_whole(page.text, name.lower())):
        return "product"
    if (marks.product or (marks.branded and not marks.company)) and len(name) > 3 and (len(words) > 1 or not all(common)):
        return "product"
    return None


def _personal(words: list[str], common: list[bool]) -> bool:
    common = [c and w.lower() not in syllables() for w, c in zip(words, common, strict=True)]  # Tan Wei Liang
    return 2 <= len(words) <= 4 and not all(common) and not any(c.isdigit() for w in words for c in w)


def proper(page: Page, word: str) -> bool:
    """Whether one capitalised word can name a company: it is no everyday word, people, place or day."""
    lower = word.lower()
    first, hyphen, rest = lower.partition("-")
    if hyphen and first in _PREFIXES and page.ordinary(rest):
        return False  # Pre-order
    return not (page.word(lower) or lower in page.capital or (lower.endswith("s") and page.ordinary(lower[:-1])))


def only_a_name(page: Page, word: str) -> bool:
    """Whether a text writes an everyday word with a capital only, and often where no sentence begins."""
    if len(word) <= _LEAST or not word.isalpha() or word.isupper() or word.lower() in page.capital or page.term(word.lower()):
        return False
    if page.text.count(word) < _OFTEN or stands_whole(page.text, word.lower()):
        return False
    inside = re.findall(rf"(?<=[a-z,] )\b{word}\b(?! [A-Z])|\b{word}(?:[’']s|(?=, (?:an?|the|its|which)\b))", page.text.partition("\n")[2])
    return len(inside) >= _OFTEN
