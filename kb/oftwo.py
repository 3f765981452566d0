"""Who is meant by 前者, 後者, "the former" and "the latter", and by 它 where others are named behind it.

甲和乙體量較小。前者營收23.6億元…;後者營收17.1億元: the two that were named last, together. Such a word is read as a name of
whom it means, so that all that is told of a name is told of it. Patterns are matched against folded text. Leaves out
people, whose steps `kb.lifeparts` reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb import lazy
from kb.names import Span
from kb.ownership import LISTED

_OF_TWO = lazy.compile(r"(?:(?<=[,;。:])|^)\s*(?:而|其中,?|而且)?(?P<zh>前者|后者)|(?:(?<=[,;.:—] )|^)(?:and |while |with |whereas |but )?(?P<en>the (?:former|latter))\b(?= (?!two\b|is one\b)[a-z]|'s )")
_LATER = lazy.compile(r"后者|latter")
# Things that are set side by side between two firms and the word: it may mean these.
_OTHER_LIST = lazy.compile(r"[\u3400-\u9fff](?:和|与|及|以及|、)[\u3400-\u9fff]|\b[a-z]+ and [a-z]+")
_IT = lazy.compile(r"(?:而|但|不过,?)?(?P<it>它|该(?:公司|行|集团|厂|店|品牌|企业)|这家(?:公司|银行|企业|厂商))(?!们|的(?:对手|同行|同业|竞争))")
_KINDS = ("company", "product")


@dataclass(slots=True)
class OfTwo:
    """The two that were named last, from sentence to sentence."""

    kind: Callable[[str], str]
    pair: tuple[str, ...] = ()
    clear: bool = False  # nothing else was set side by side since

    def added(self, folded: str, spans: list[Span], company: str | None) -> list[Span]:
        """Return the names of a sentence with the words that stand for one of them; `company` is spoken of before it."""
        out = list(spans)
        it = _IT.match(folded) if company else None
        if it and company and any(self._firm(s) and s.start >= it.end() and company not in s.ids for s in spans):
            out.append(Span(*it.span("it"), "entity", (company,)))
        pair, begin, clear = self.pair, 0, self.clear
        for said in _OF_TWO.finditer(folded):
            named = self._joined(folded, [s for s in spans if s.end <= said.start()])
            if named:
                pair, begin, clear = tuple(s.ids[0] for s in named), named[-1].end, True
            clear = clear and not _OTHER_LIST.search(folded, begin, said.start()) if not any(s.start < said.start() and s not in spans for s in out) else clear
            if len(pair) == 2 and clear:
                group = "zh" if said["zh"] else "en"
                out.append(Span(*said.span(group), "entity", (pair[1 if _LATER.search(said[group]) else 0],)))
        out.sort(key=lambda s: s.start)
        self._remember(folded, spans)
        return out

    def _firm(self, span: Span) -> bool:
        return span.kind == "entity" and not span.weak and len(span.ids) == 1 and self.kind(span.ids[0]) in _KINDS

    def _joined(self, folded: str, spans: Sequence[Span]) -> Sequence[Span]:
        """The last two of one kind that stand together, with no third; or the only two that are named."""
        firms = [s for s in spans if self._firm(s)]
        joined = [bool(LISTED.fullmatch(folded[a.end : b.start])) for a, b in pairwise(firms)]
        if len(firms) > 1 and joined[-1] and not (len(firms) > 2 and joined[-2]):
            two = firms[-2:]
        else:
            two = [s for n, s in enumerate(firms) if not any(s.ids == t.ids for t in firms[:n])]
        same = len(two) == 2 and two[0].ids != two[1].ids and self.kind(two[0].ids[0]) == self.kind(two[1].ids[0])
        return two if same else ()

    def _remember(self, folded: str, spans: Sequence[Span]) -> None:
        named = self._joined(folded, spans)
        if named:
            self.pair, self.clear = tuple(s.ids[0] for s in named), not _OTHER_LIST.search(folded, named[-1].end)
        elif any(self._firm(s) for s in spans) and not _OF_TWO.search(folded):
            self.pair = ()
