"""The language a message is in: English, or Chinese in one of its scripts or typed as pinyin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot import questionwords as qw
from kb import lazy
from kb.names import Span
from kb.sounds import is_pinyin
from kb.text import count_scripts, fold, script, words

_BRACKETS = lazy.compile(r"[(（][^()（）]*[)）]")
_SHORT_FORM = lazy.compile(r"(?<![A-Za-z])[A-Z]{2,5}(?![A-Za-z])|(?<![A-Za-z0-9])[QH][1-4](?![A-Za-z0-9])")  # written alike in all languages

# What is typed alike by askers of any language, in small letters too: "yoy", "fcf", "q3".
_COMMON = lazy.compile(
    r"(?:yoy|qoq|eps|roe|roa|fcf|ocf|ebitda?|capex|opex|cagr|gm|opm|npm|ni|np|op|pe|pb|ps|ipo|ceo|cfo|cto|coo|asp|arpu|gmv|mau|dau|aum|tp|r&d|rd|sg&a"
    r"|fy|cy|ytd|[hq][1-4]?|[1-4]?[hq]|9?m|ai|gpu|cpu|moe|mfu|hbm|dense|vs|ok)(?![a-z])"
)
_LETTERS = lazy.compile(r"[A-Za-z][A-Za-z&]*")


class Language:
    """Tells the language of messages to one archive."""

    def __init__(self, ordinary: Callable[[str], bool], default: str) -> None:
        """`ordinary` tells whether a word is one of English; `default` is used where a message does not tell."""
        self._ordinary = ordinary
        self._default = default

    def of(self, text: str, folded: str, spans: Sequence[Span], hint: str | None, typed: str = "") -> str:
        """Return the asker's language, by the words that are no names; names tell only the script.

        `typed` is the message as it came, where `text` is how it is read: its script is the asker's.
        """
        rest = list(_BRACKETS.sub(lambda m: " " * len(m.group()), text).ljust(len(text)))
        for span in spans:
            if span.kind == "entity":
                rest[span.start : span.end] = " " * (span.end - span.start)
        bare = "".join(rest)
        han, latin = count_scripts(bare)
        if han == 0 and latin and count_scripts(text)[0] and not _SHORT_FORM.sub("", bare).strip(" ?!.,0123456789"):
            latin = 0  # 榮鼎紙業2025 EPS?
        if han == 0 and latin and hint and hint != "en" and self._common(typed or text):
            return hint
        if han == 0 and latin == 0:
            han, latin = count_scripts(text)
            if not han:
                return "zh-Hans" if self.is_typed_pinyin(folded) else hint or self._default
            latin = 0
        if latin and han == 0 and self.is_typed_pinyin(folded):
            return "zh-Hans"  # pinyin is typed by those who write Simplified
        if latin and (han == 0 or latin >= 2 * han or (qw.ENGLISH_FRAME.search(folded) and not qw.CHINESE_FRAME.search(fold("".join(rest))))):
            return "en"
        typed = typed or text
        told = script(typed) or (hint if hint and hint != "en" else None)
        if told is None and (qw.HANS_WORDS.search(typed) or self.is_typed_pinyin(folded)):
            return "zh-Hans"
        return told or self._default

    @staticmethod
    def _common(typed: str) -> bool:
        """Whether a message is made of nothing but what is typed alike in all languages: a follow-up "yoy?"."""
        letters = _LETTERS.findall(typed)
        return bool(letters) and all(_COMMON.fullmatch(w.lower()) or _SHORT_FORM.fullmatch(w) for w in letters)

    def is_typed_pinyin(self, folded: str) -> bool:
        """Return whether all words of a message, two at least, can be read as pinyin and less than half of it as English."""
        typed = [w for _, _, w in words(folded) if not w.isdigit()]
        if len(typed) < 2 or not all(map(is_pinyin, typed)):
            return False
        return sum(len(w) for w in typed if self._ordinary(w)) * 2 <= sum(map(len, typed))
