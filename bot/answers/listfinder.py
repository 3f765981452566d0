"""Which items of a listing a question means, and which of the figures told of them (`kb.listings`).

An item is meant whose label, place or words the question says; what it says besides must be said where the listing
is led up to, at the head of its article, or of the figures. Leaves out telling them (`bot.answers.listed`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot import questionwords as qw
from bot.answers.figures import Figures
from bot.answers.partwords import MAKERS, OF_KIND, WHOLE, generic, kinds_in
from bot.asked import WHICH_FIRM, asked_nouns, asked_number, counted_more
from bot.counting import counted as counts_things
from bot.evidence import Evidence
from bot.measuresasked import OF_CUSTOMERS
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.listings import Column, Item, Listing
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold, stem, words
from kb.units import fits, is_change, is_money, measures_in

_HELD = 0.5
_HEAD = 2  # paragraphs of an article that say what it is about
_LEADS = 90  # characters of a sentence that only leads up to a list
_WORD = 2  # characters of a Chinese word that tells a column
# What only asks, in a word that says something besides: 罰多少, 被罰得最重, 賣幾錢.
_ASKING = lazy.compile(r"多少|几多?|哪[一个些项条家款种]*|什么|[被得了的各那这这些钱元块是有在做要共约]|最?[高低大小多少重轻贵快慢长短强弱]|便宜|总共|合计|一共|总计|分别")
_DEAR = lazy.compile(r"[贵贱]|便宜|售价|价钱|价格|多少钱|几钱|\b(?:expensive|cheap\w*|pric\w+|costs?|costly|costliest|dear\w*|cheapest|spend\w*|pay)\b")
_MONEY = lazy.compile(r"钱|罚|花费|耗资|投资|金额|\bhow much (?:money|will|would|did|does|do|is|are|was|were)\b|\b(?:fined?|fines|budget\w*)\b")
_SIZE_WORDS = lazy.compile(r"^(?:(?:how|much|many|most|least|more|less|than|big|large|bigg\w+|larg\w+|small\w*|high\w*|low\w*|expensive|cheap\w*|pric\w+|costs?|cost|figure|figures|amount|total|one|ones|of|the|will|does|did|do|it|to|each|all|three|four|five|six|two|set|out|make|made|plan\w*|have|has|give|given|list\w*|name\w*|item\w*|announc\w*|what|which|who)\s?)+$")
_PLACE_ASKED = lazy.compile(r"第(?P<zh>[一二三四五六七八九十])(?:[项条点个宗款件大]|种)(?!月|季)|\b(?P<en>first|second|third|fourth|fifth|sixth) (?:one|item|point|commitment|measure|promise|step|violation|condition|reason|pledge|goal|priority)\b|\b(?:number|item|point) (?P<n>\d)\b")
# What is told in several versions, sizes or trims has a price each.
_PRICES = frozenset(("price", "unit-price", "launch-price", "average-selling-price"))
_SORTS_OF_ONE = lazy.compile(r"[两三四五六2-6][个种款档](?:版本|规格|配置|车型|机型|容量|尺寸|型号|包装)|版本|规格|\b(?:versions|sizes|editions|trims|variants|packs|models)\b")
_SORT = lazy.compile(r"[版款型装裝]$|毫升|公升")
# Measures that a verb before a figure tells: 措绒矿产锂精矿6.2万吨.
_DONE = {"output": lazy.compile(r"产(?![品业能线值])|\b(?:produc|min|pump)(?:e[sd]?|ing)\b"), "deliveries": lazy.compile(r"交付|\bdeliver"), "shipments": lazy.compile(r"出货|\bship"), "sales-volume": lazy.compile(r"[卖售]|\bs[eo]l[ld]"), "penalty": lazy.compile(r"罚|\bfine[ds]?\b"), "price": lazy.compile(r"[卖售]|\bcosts?\b|\bpriced\b"), "project-investment": lazy.compile(r"投资|耗资|斥资|\binvest")}
_EN = ("first", "second", "third", "fourth", "fifth", "sixth")
_KIND_END = lazy.compile(r"(?<=[\u3400-\u9fff]{2})(?:矿山?|工?厂|基地|门?店|园区|院区|客户|地区|市场|业务)$")
# How many of what: 各有幾家店 is told by 188家店.
_SO_MANY = lazy.compile(r"(?:几|多少)[家间个座台辆名位艘架处](?P<of>[\u3400-\u9fff]{1,3})")
_SO_MANY_THINGS = lazy.compile(r"(?<!第)[两三四五六七八九][件座家个位款条种项点宗档类项](?!月|季)")
_SO_MANY_EN = lazy.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten) (?P<of>(?:[a-z-]+ )?[a-z-]+)")
_LONGEST = lazy.compile(r"最[长短](?!线)|\b(?:longest|shortest)\b")
_COUNTER = lazy.compile(r"(?:几|多少)(?:万|亿)?(?P<of>[单件辆吨台家人瓶盒份箱艘架座部套颗枚张间名位层亩])")
_ASIDE = lazy.compile(r"\s?\([^()]*\)")
_FIRST_WORDS = lazy.compile(r"[a-z0-9]")


class Meant(NamedTuple):
    """What of a listing is meant: the items named, none where all are; and the words of the question that none of them says."""

    listing: Listing
    sentences: Sequence[StoredSentence]
    named: tuple[int, ...]
    told_by: tuple[Need, ...]  # needs that no more than the figures' words say


class ListFinder:
    """Finds what a question means of the listings of an article."""

    def __init__(self, evidence: Evidence, finder: Figures) -> None:
        """Take what reads measures."""
        self.evidence = evidence
        self._figures = finder

    def of_sort(self, question: Question, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether what is listed is of the sort asked for: no regions where product lines are, no versions where it is asked who."""
        lead = fold(f"{sentences[listing.lead].text if listing.lead >= 0 else ''} {listing.before or ''}")
        led = re.split(r"[;。]|\. ", fold(listing.before if listing.before else lead).rstrip(" 。."))[-1]
        asked, told = kinds_in(question.folded), kinds_in(led)
        if asked and told and not asked & told:
            return False
        if told and not asked and WHICH_FIRM.search(question.folded) and not MAKERS.search(led):
            return False  # kinds of machine make none
        entities = self.evidence.library.names.entities
        places = sum(any(entities[i].kind == "place" for i in self._called(item.label)) for item in listing.items) * 2 >= len(listing.items)
        regions = any(p.search(question.folded) for p, _ in OF_KIND[:1])
        if regions and not places and not OF_KIND[0][1].search(lead):
            return False
        if places and not regions and (asked - {"region", "site"}) and not asked & told:
            return False
        return not (MAKERS.search(question.folded) and (places or all(_SORT.search(i.label) for i in listing.items)) and question.wants == "person")

    def meant(self, question: Question, listing: Listing, sentences: Sequence[StoredSentence]) -> Meant | None:
        """What a question means of a listing; None where it says what nothing there does."""
        named = self._labelled(question, listing)
        left: list[Need] = []
        held_by: list[int] = []
        for need in (self._beside_label(n, question, listing, named) for n in question.needs):
            if self._only_asks(need, question) or any(self._says(need, listing.items[n].label) for n in named):
                continue
            if self._in_columns(need, listing):
                left.append(need)
                continue
            own = [n for n, item in enumerate(listing.items) if self._holds(need, listing, item, sentences)]
            around = self._around(need, listing, sentences)
            if len(own) == 1 and not (around and named):
                if not around or self._says(need, listing.items[own[0]].label):
                    held_by.append(own[0])
                continue
            if named and need.beside and around and not own and not self._led_up(need, listing, sentences):
                return None  # the title tells of orders abroad, and this one's orders are all of them
            if not (around or own) and not (need.verbal and asked_number(question.folded) == len(listing.items)):
                return None
        meant = self._together(question, named, held_by)
        return None if meant is None else Meant(listing, sentences, meant, tuple(left))

    def _beside_label(self, need: Need, question: Question, listing: Listing, named: Sequence[int]) -> Need:
        """A word without the beginning of a label that it was cut with: 北堤港 of 北堤港西 before 西碼頭."""
        surface = need.surface
        for form in (f for n in named for f in self._forms(listing.items[n])):
            cut = next((k for k in range(min(len(form), len(surface)), 0, -1) if surface.endswith(form[:k]) and f"{surface[:-k]}{form}" in question.folded), 0)
            if 0 < cut < len(surface) and not surface.isascii():
                return replace(need, surface=surface[:-cut], options=())
        return need

    @staticmethod
    def _together(question: Question, named: list[int], held_by: list[int]) -> tuple[int, ...] | None:
        """The items that labels and words name together; None where they do not agree."""
        if named:
            return tuple(named) if set(held_by) <= set(named) else None
        several = dict.fromkeys(held_by)
        return tuple(several)

    def _labelled(self, question: Question, listing: Listing) -> list[int]:
        """The items that a question names by their labels, by whom these name, or by their places, in its order."""
        said = question.folded
        if place := _PLACE_ASKED.search(said):
            number = int(place["n"]) if place["n"] else _EN.index(place["en"]) + 1 if place["en"] else "一二三四五六七八九十".index(place["zh"]) + 1
            return [number - 1] if number <= len(listing.items) else []
        asked = {i for g in question.subjects for i in g}
        forms = [(form, n) for n, item in enumerate(listing.items) for form in self._forms(item)]
        places: dict[int, int] = {}
        for form, n in sorted(forms, key=lambda f: -len(f[0])):
            found = re.search(rf"(?<![a-z0-9.]){re.escape(form)}(?![a-z0-9])" if _FIRST_WORDS.match(form) else re.escape(form), said)
            if found and n not in places:
                places[n] = found.start()
                said = said[: found.start()] + "\n" * len(form) + said[found.end() :]
        for n, item in enumerate(listing.items):
            own = {i for s in self.evidence.library.names.find(fold(item.label)) if s.kind == "entity" for i in s.ids}
            if n not in places and own & asked and not any(own & self._called(listing.items[k].label) for k in range(len(listing.items)) if k != n):
                places[n] = next((said.find(f) for f in (self._name(i) for i in own & asked) if f in said), 0)
        return sorted(places, key=lambda n: places[n])

    def _name(self, entity: str) -> str:
        return fold(self.evidence.name(entity))

    def _called(self, label: str) -> set[str]:
        return {i for s in self.evidence.library.names.find(fold(label)) if s.kind == "entity" for i in s.ids}

    def _forms(self, item: Item) -> list[str]:
        """What an item is called: its label, that without what stands in parentheses or the place it is in, and what does."""
        label = fold(item.label)
        bare = _ASIDE.sub("", label).strip()
        asides = [m.strip(" ()") for m in _ASIDE.findall(label)]
        place = next((s for s in self.evidence.library.names.find(bare) if s.start == 0 and s.end < len(bare) - 1 and s.kind == "entity" and self.evidence.library.names.entities[s.ids[0]].kind == "place"), None)
        own = bare[place.end :].strip(" 的") if place and not bare.isascii() else bare
        return [f for f in dict.fromkeys((label, bare, *asides, own, _KIND_END.sub("", own))) if len(f) > 1]

    # ------------------------------------------------------------ what words say
    def _only_asks(self, need: Need, question: Question) -> bool:
        """Whether a word only asks, or names what kind of figure is asked for."""
        if need.light or soft(need) or generic(need) or self._figures.names(need, *question.measures):
            return True
        surface = fold(need.surface)
        return bool(_SIZE_WORDS.fullmatch(surface)) if surface.isascii() else not _rest(surface) or bool(_DEAR.fullmatch(surface))

    @staticmethod
    def _says(need: Need, text: str) -> bool:
        """Whether a text says a word in its own letters."""
        surface, folded = fold(need.surface), fold(text)
        if surface.isascii():
            own = {stem(w) for _, _, w in words(folded)}
            return all(stem(w) in own for w in surface.split() if not _SIZE_WORDS.fullmatch(w))
        rest = _rest(surface)
        if len(rest) < _WORD:
            return surface in folded
        return rest in folded or (len(rest) > _WORD and all(rest[k : k + 2] in folded for k in range(len(rest) - 1)))

    def _holds(self, need: Need, listing: Listing, item: Item, sentences: Sequence[StoredSentence]) -> bool:
        if listing.before is not None:
            held = set(tokens(item.label, self.evidence.library.names))
            return self._says(need, item.text) or any(option and all(t in held for t in option) for option in need.options)
        return self._says(need, item.text) or any(self.evidence.library.search.holds(need, sentences[i].id) >= _HELD for i in item.sentences)

    def _around(self, need: Need, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether a word is said where the listing is led up to, above it, or at the head of its article."""
        first = sentences[listing.items[0].sentences[0]]
        title = self.evidence.library.articles[first.article_id].title
        near = [s for s in sentences if s.paragraph < _HEAD and s.n < first.n]
        near += [s for s in sentences if listing.lead >= 0 and s.paragraph == sentences[listing.lead].paragraph and s.n <= listing.lead]
        if listing.before is not None:
            near = [s for s in near if s.paragraph == first.paragraph] + [first]
            title = ""
        search = self.evidence.library.search
        return any(self._says(need, x) for x in (title, first.heading, listing.before or "", *(s.text for s in near))) or (title and search.heading_holds(need, title)) or any(search.holds(need, s.id) >= _HELD for s in near)

    def _led_up(self, need: Need, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether what leads up to a listing says a word."""
        return self._says(need, f"{sentences[listing.lead].text if listing.lead >= 0 else ''} {listing.before or ''}")

    def said_there(self, question: Question, meant: Meant) -> bool:
        """Whether the sentence that tells rows, or the one before it, says all that a question says besides."""
        search = self.evidence.library.search
        at = [meant.sentences[n] for n in (meant.listing.lead, meant.listing.items[0].sentences[0]) if n >= 0]
        if not question.measures and all(self._only_asks(n, question) or n.verbal for n in question.needs) and not any(self._measured(n) for n in question.needs):
            return False  # which they are that are asked for, nothing tells
        return all((self._only_asks(n, question) and not self._measured(n)) or n.verbal or any(search.holds(n, s.id) >= _HELD or self._says(n, s.text) for s in at) for n in question.needs)

    @staticmethod
    def calls_so(question: Question, listing: Listing, sentences: Sequence[StoredSentence]) -> bool:
        """Whether what leads up to a listing, or tells it, says of what kind the things are that a question asks for: "which service"."""
        nouns = {stem(n) if n.isascii() else n for n in asked_nouns(question.folded)}
        at = [listing.lead, *listing.items[0].sentences[:1]]
        text = fold(" ".join(sentences[n].text for n in at if n >= 0))
        return not nouns or any(n in text if not n.isascii() else n in {stem(w) for _, _, w in words(text)} for n in nouns)

    def speaks_of(self, question: Question, meant: Meant) -> bool:
        """Whether the sentence that tells rows, or what leads up to it, says of what they are that are asked for."""
        nouns = asked_nouns(question.folded)
        if nouns and self.calls_so(question, meant.listing, meant.sentences):
            return True
        at = [meant.sentences[n] for n in (meant.listing.lead, meant.listing.items[0].sentences[0]) if n >= 0]
        search = self.evidence.library.search
        return any(search.holds(n, s.id) >= _HELD or self._says(n, s.text) for n in question.needs if not (n.light or soft(n) or n.verbal) for s in at)

    def same_things(self, question: Question, meant: Meant) -> bool:
        """Whether what leads up to a listing calls the things as the question does: 三件事 is no 三座碼頭."""
        listing, sentences = meant.listing, meant.sentences
        near = [s for s in sentences if listing.lead >= 0 and s.paragraph == sentences[listing.lead].paragraph and s.n <= listing.lead]
        lead = fold(" ".join([*(s.text for s in near), sentences[listing.items[0].sentences[0]].heading]))
        lead = lead[: at] if (at := lead.find(fold(listing.items[0].label))) > 0 else lead
        title = fold(self.evidence.library.articles[sentences[0].article_id].title)
        number = _SO_MANY_THINGS.search(question.folded)
        if number and (number.group() in lead or number.group() in title):
            return True
        if number and any(m.group()[0] == number.group()[0] for m in _SO_MANY_THINGS.finditer(lead)):
            return False
        needs = [n for n in question.needs if not (n.verbal or generic(n) or self._figures.names(n, *question.measures))]
        said = [self._says(n, lead) or self._lead_holds(n, meant) for n in needs]
        counted = _SO_MANY_EN.search(question.folded)
        if counted and not any(x for n, x in zip(needs, said, strict=True) if n.surface in counted["of"]):
            return False  # "what three traits" is told by no three kinds
        if asked_number(question.folded) == len(listing.items):
            return any(x and not self._says(n, title) for n, x in zip(needs, said, strict=True)) or any(n in lead for n in asked_nouns(question.folded))
        leads = lead.rstrip().endswith((":", "如下。")) or len(lead) < _LEADS or listing.items[0].place == 0
        return leads and bool(said) and all(said)

    def _lead_holds(self, need: Need, meant: Meant) -> bool:
        lead = meant.listing.lead
        return lead >= 0 and self.evidence.library.search.holds(need, meant.sentences[lead].id) >= _HELD

    @staticmethod
    def _measured(need: Need) -> bool:
        """Whether a word names a measure, however lightly: sales by country are told by no output."""
        return any(t.startswith("m_") for option in need.options for t in option)

    def _in_columns(self, need: Need, listing: Listing) -> bool:
        """Whether a word tells figures apart: what stands before them, or their unit."""
        return any(self._tells(need, c) for c in listing.columns)

    def _tells(self, need: Need, column: Column) -> bool:
        surface = fold(need.surface)
        for told in column.figures.values():
            own = (told.words, told.quantity.raw, told.after)
            if any(self._says(need, x) for x in own if x) or (not surface.isascii() and len(_rest(surface)) == 1 and _rest(surface) in told.words):
                return True
        return False

    # ------------------------------------------------------------ which figures
    def column(self, question: Question, meant: Meant, items: Sequence[int]) -> Column | None:
        """The figures asked for of these items; None where none fit, or more than one sort of them."""
        open_ = [c for c in meant.listing.columns if all(n in c.figures for n in items) and self._fits(question, meant, c)]
        for need in meant.told_by:
            told = [c for c in open_ if self._tells(need, c)]
            if not told:
                return None
            open_ = told
        if len(open_) > 1 and (said := [c for c in open_ if self._named_in(question.folded, c)]):
            open_ = said
        if len(open_) > 1:
            measured = [c for c in open_ if self._measures(c)]
            open_ = [c for c in open_ if c not in measured] if not question.measures and len(measured) < len(open_) else open_
        if len(open_) > 1 and _LONGEST.search(question.folded):
            open_ = [c for c in open_ if fits("length", c.unit) or fits("duration", c.unit)]
        if len(open_) > 1 and _DEAR.search(question.folded):
            open_ = [c for c in open_ if is_money(c.unit) and c.unit]
        return open_[0] if len(open_) == 1 else None

    @staticmethod
    def _named_in(folded: str, column: Column) -> bool:
        """Whether a question says the words that a column's figures are told with."""
        said = column.words
        if not said or said.startswith("\n"):
            return False
        return said in folded if said.isascii() else any(said[k : k + _WORD] in folded for k in range(len(said) - 1))

    def _measures(self, column: Column) -> set[str]:
        """What the words beside figures say they measure."""
        names = self.evidence.library.names
        return {i for t in column.figures.values() for s in names.find(f"{t.words}{t.quantity.raw}{t.after}") if s.kind == "measure" for i in s.ids}

    def _fits(self, question: Question, meant: Meant, column: Column) -> bool:
        """Whether figures are of the sort and the measure asked for."""
        folded, unit = question.folded, column.unit
        money = is_money(unit) and unit != ""
        if question.dimension and not fits(question.dimension, unit):
            return False
        if (_DEAR.search(folded) or _MONEY.search(folded)) and not money:
            return False
        if money and _LONGEST.search(folded):
            return False
        if (counter := _COUNTER.search(folded)) and money and counter["of"] not in unit:
            return False  # how many orders is told by no revenue
        counters = counted_more(folded)
        if (counters and unit not in counters) or (counts_things(folded) and (money or is_change(unit))):
            return False
        if (question.wants == "ratio" or WHOLE.search(folded)) and unit != "%":
            return False
        if not question.measures:
            return True
        accepted = {m for a in question.measures for m in self._figures.acceptable_of_parts(a, question)}
        own = self._measures(column)
        counted = _SO_MANY.search(folded)
        if own & accepted or (counted and any(t.after.startswith(counted["of"][:1]) for t in column.figures.values())):
            return True
        done = {m for t in column.figures.values() for m, p in _DONE.items() if p.search(t.words)}
        if not own and done & accepted:
            return True
        dimensions = self.evidence.library.names.measures
        return not own and any(measures_in(m, dimensions[m].unit, unit) and self._led(m, meant) for m in accepted)

    def _led(self, measure: str, meant: Meant) -> bool:
        """Whether what leads up to a listing names a measure, or its own words leave nothing else."""
        listing = meant.listing
        first = meant.sentences[listing.items[0].sentences[0]]
        names = self.evidence.library.names
        lead = meant.sentences[listing.lead].text if listing.lead >= 0 else ""
        if measure in _PRICES and (_SORTS_OF_ONE.search(fold(f"{lead} {listing.before or ''}")) or all(_SORT.search(i.label) for i in listing.items)):
            return True  # 三個版本:標準版16.9萬元
        texts = (lead, first.heading, listing.before if listing.before is not None else self.evidence.library.articles[first.article_id].title)
        led = {i for x in texts for s in names.find(fold(x)) if s.kind == "measure" for i in s.ids}
        return measure in led or (measure in OF_CUSTOMERS and bool(led & OF_CUSTOMERS))


def _rest(surface: str) -> str:
    return _ASKING.sub("", surface)


def which_asked(folded: str) -> bool:
    """Return whether a folded question asks which one.

    >>> which_asked("哪一项罚最重"), which_asked("罚最重的是多少")
    (True, False)
    """
    return bool(qw.WHICH.search(folded) or re.search(r"\bwhere\b", folded))


def place_asked(folded: str) -> bool:
    """Return whether a folded question asks for one of several by its place.

    >>> place_asked("第三点疑虑是什么"), place_asked("第三季营收")
    (True, False)
    """
    return bool(_PLACE_ASKED.search(folded))
