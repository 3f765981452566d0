"""Short forms: what a text goes on to call somebody whose full name in Latin letters it gave.

Farrowgate for Farrowgate Ltd, Tarrant for Imogen Tarrant, HRB for Hengjiang Rural Bank: only where the text has them,
and where one bearer alone may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Container

from kb import lazy
from kb.discovery.english import SOFT_END, STRONG_END
from kb.discovery.found import Draft, Found
from kb.discovery.givennames import given_names
from kb.discovery.latincontexts import OFTEN, Seen
from kb.discovery.latinkinds import proper
from kb.discovery.page import Page, stands_alone
from kb.discovery.people import syllables
from kb.discovery.products import NO_CODE
from kb.sounds import is_pinyin
from kb.text import fold

_LEAST_LAST = 3  # letters
_CODED = lazy.compile(r"[A-Z]+-?\d+[A-Za-z]?")
_BEHIND_A_TITLE = lazy.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.? ([A-Z](?:[’'][A-Z])?[\w-]+)(?![\w-]| [A-Z])")
_GROUP = lazy.compile(r" (?:Group|Holdings?|plc|PLC)$")


def add_short_forms(page: Page, found: Found, seen: dict[str, Seen]) -> None:
    """Add Farrowgate for Farrowgate Ltd, Tarrant for Imogen Tarrant, HRB for Hengjiang Rural Bank: where the text has them."""
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
        given = words[0] if short and _goes_by_first(page, words[0], found) else ""  # Marcus joined in 2009: of Marcus Bell
        for name in dict.fromkeys((short, soft, shorter, given)):
            often = draft.kind == "company" and name in seen and seen[name].count >= OFTEN
            if name and name != draft.en and name in seen and (often or stands_alone(page, name)):
                shorts.setdefault(name, []).append(draft)
    titled = {m[1]: m[0] for m in _BEHIND_A_TITLE.finditer(page.text)}
    of_firms = {word for d in found.drafts() if d.kind == "company" for name in d.names() for word in name.split()}
    for draft in found.drafts():
        last = draft.en.rpartition(" ")[2]
        alone = draft.kind == "product" and _CODED.fullmatch(last) and not NO_CODE.fullmatch(last) and last != draft.en and fold(last) not in page.known
        if alone and sum(d.en.endswith(f" {last}") for d in found.drafts()) == 1 and re.search(rf"\b[Tt]he {re.escape(last)}\b(?! [A-Z])", page.text):
            draft.aliases.append(last)  # the K3 for the Fold K3
        draft.aliases += _titled_first(draft, titled)
        if draft.kind == "person" and has_family_name(page, draft.en) and last not in seen and last not in of_firms and sum(last in d.en.split() for d in found.drafts()) == 1:
            draft.aliases.append(last)  # nobody else has it, whether or not the text goes on to use it
    _share_out(page, found, shorts, titled)


def _goes_by_first(page: Page, first: str, found: Found) -> bool:
    """Whether a text calls somebody by their given name, which begins a sentence, and nobody and nothing else it names has that in it."""
    bearers = [d for d in found.drafts() if first in d.en.split() and d.en != first]
    return len(bearers) == 1 and first in given_names() and re.search(rf"(?:^|[.!?:\"”“] ?){re.escape(first)}(?:[’']s)? [a-z]", page.text, re.M) is not None


def _share_out(page: Page, found: Found, shorts: dict[str, list[Draft]], titled: Container[str]) -> None:
    """Give each short form to the one bearer it is meant for, if there is one."""
    for short, all_drafts in shorts.items():
        firms = _whole(page, [d for d in all_drafts if d.kind == "company"])
        # Lanshuo is the firm that Qiu Lanshuo founded: nobody is called by the given name alone.
        family = sum(d.kind == "person" for d in all_drafts) > 1  # a name that several people have is none of theirs alone
        drafts = [d for d in all_drafts if not family or d.kind != "person"]
        about = short not in titled and _is_about(page, firms, drafts)  # Halden is Halden Process Systems, not its founder
        meant = len(firms) == 1 and (about or all(d is firms[0] or d.kind == "company" or _given_last(d) for d in drafts))
        bearers = firms if meant else drafts
        if not bearers:
            continue  # a family's
        other = found.by_name.get(fold(short))
        surname = bearers[0].kind == "person" and other is not None and " " not in other.en
        if len(bearers) == 1 and (other is None or surname or other.kind == bearers[0].kind):
            if other is not None and other is not bearers[0]:  # the short form had been taken for a name of its own
                found.by_name = {k: d for k, d in found.by_name.items() if d is not other}
            bearers[0].aliases.append(short)


def _without_ending(page: Page, name: str, seen: dict[str, Seen]) -> tuple[str, str]:
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


def _is_about(page: Page, firms: list[Draft], drafts: list[Draft]) -> bool:
    """Whether a text is about the one firm of those who may be meant, as its title has that and none of the people."""
    title = page.text.partition("\n")[0]
    return len(firms) == 1 and firms[0].en in title and not any(d.kind == "person" and d.en in title for d in drafts)


def has_family_name(page: Page, name: str) -> bool:
    """Return whether the last part of a person's full name is a family name that is no word."""
    first, _, last = name.rpartition(" ")
    chinese = first.split()[:1] and (first.split()[0].lower() in syllables() or is_pinyin(last.lower()))
    given = re.search("-[a-z]", last)  # Kao Chi-wen
    return len(last) >= _LEAST_LAST and first != "" and not given and not chinese and proper(page, last) and fold(last) not in page.known


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
