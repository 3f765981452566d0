"""Kinds of Latin names: whether one is a person, a company or a product, by the contexts it was seen in and its words."""

from __future__ import annotations

from kb.discovery.english import FIRM_END, LEGAL_EN, PEOPLE_END, SOFT_END, STRONG_END
from kb.discovery.latincontexts import Seen
from kb.discovery.page import Page
from kb.discovery.people import syllables
from kb.text import fold

_PREFIXES = frozenset("pre post re non co anti sub semi mid multi self over under ex all".split())


def latin_kind(page: Page, name: str, marks: Seen, often: bool = False) -> str | None:
    """Return what a name is by its contexts and its words, or None where they do not tell; `often`: it stands there often enough."""
    words = name.split()
    lower = [w.lower() for w in words]
    common = [page.ordinary(w) for w in lower]
    if marks.site and marks.company <= marks.site and not LEGAL_EN.search(name):
        return None  # the Dunmoor wind farm
    if fold(name) in page.known or any(len(w) < 2 for w in words[:1]) or name.isupper() or (PEOPLE_END.search(name) and not (marks.company and name.endswith(" Research"))):
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
    often = often or (marks.called > 0 and len(words) > 1) or (marks.apposed > 0 and len(words) > 1 and not any(w in page.capital for w in lower) and not all(fold(w) in page.known for w in lower))
    if marks.company and (often or not all(common)) and len(words) <= 4 and len(name) > 3 and not marks.person:
        return "company" if len(words) > 1 or proper(page, name) else None
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
