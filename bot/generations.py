"""The generation before a product, named as its articles name it: 比上一代貴多少 of the Foo-7 is 比Foo-5貴多少.

Articles name it where they hold the new one against it: 上一代Foo-5單價22美元, "its predecessor, the Foo-5". Where none or
several are named so, a message stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb import lazy
from kb.library import Library
from kb.names import Span
from kb.rows import StoredSentence
from kb.text import fold

_ASKED = lazy.compile(
    r"(?:它|其|自己)?的?(?:上一?|前一?)代(?:的)?(?:产品|机型|型号|芯片|车型|版本|手机)?(?![的]?(?:是|叫|为)(?:什么|哪|啥)|[是叫])|(?:它|其|自己)?的?前[作代](?![是叫])|"
    r"\b(?:its|the|their) (?:direct |immediate )?(?:predecessor|(?:previous|prior|last|preceding|earlier) (?:generation|model|version))\b"
)
_BEFORE = lazy.compile(r"(?:前[作代]|(?:上一?|前一?)代(?:产品|机型|型号|芯片|车型)?|[旧老]款)(?:的)?$|\b(?:predecessor|previous (?:generation|model)|older model)s?,? (?:the )?$")
_ASKS_ON = lazy.compile(r"[?。;].|,[^,]*(?:多少|几|how (?:much|many))[^,]*$")  # of something else besides
_SAYS_SO = lazy.compile(r"前[作代]|(?:上一?|前一?)代|\b(?:predecessor|previous generation|previous model)\b")
_FIGURE = lazy.compile(r"\d")
_TEN = 10  # characters behind the words that may be the name itself: 上一代Kiln 10


def with_generation_before(text: str, folded: str, spans: Sequence[Span], library: Library) -> str:
    """Return a message with the name of the generation before the one product it names in place of 上一代; "" where it asks of none or none is known."""
    asked = _ASKED.search(folded) if len(text) == len(folded) else None
    entities = library.names.entities
    products = [s for s in spans if s.kind == "entity" and entities[s.ids[0]].kind == "product"]
    if asked is None or _ASKS_ON.search(folded) or len({s.ids for s in products}) != 1 or any(0 <= s.start - asked.end() < _TEN for s in products):
        return ""
    before = _named_before(products[0].ids[0], library)
    if len(before) != 1:
        return ""
    names = entities[next(iter(before))].names
    written = names.get("zh-Hans") or next(iter(names.values()))
    return f"{text[: asked.start()]}{written}{text[asked.end() :]}"


def _named_before(product: str, library: Library) -> set[str]:
    """The products that articles name as the generation before this one."""
    archive, search = library.archive, library.search
    entities = library.names.entities
    found: set[str] = set()
    for article in {search.load(i).article_id for i in archive.sentences_naming(product)}:
        last: StoredSentence | None = None
        for sentence in archive.sentences_of_article(article):
            near = {m.entity for s in (sentence, last) if s and s.paragraph == sentence.paragraph for m in s.mentions} | set(sentence.topics)
            folded = fold(sentence.text)
            named = {
                m.entity
                for m in sentence.mentions
                if m.entity != product and entities[m.entity].kind == "product" and product in near and _BEFORE.search(folded[: m.start])
            }
            if not named and product in near and _SAYS_SO.search(folded) and _FIGURE.search(folded):
                return set()  # the article has figures of it that do not name it
            found |= named
            last = sentence
    return found
