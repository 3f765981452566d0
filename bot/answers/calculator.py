"""Sums over figures that sentences tell, whatever they are of: a difference, a multiple, one as a share of another, all together.

The last resort of arithmetic: no facts held what the question sets against each other, and a quotation would leave the sum to
the reader. Both figures are of one article and one unit, stand near each other, and each is the only one of its side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer
from bot.answers.apart import apart
from bot.answers.figurefitting import MONEY_ASKED
from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.operands import Binding, Operand, operands
from bot.answers.severalsum import several_asked
from bot.answers.thingsasked import two_things
from bot.answers.told import Figure, Told, asks_no_figure, read
from bot.asked import asked_currency, asked_in_unit
from bot.question import LIKE, Question
from bot.rounds import ROUND
from bot.softwords import soft
from kb import lazy
from kb.model import Quantity
from kb.rows import StoredSentence
from kb.search import Need
from kb.terms import tokens
from kb.text import fold
from kb.units import fits as fits_dimension
from kb.units import is_change, is_money, measures_in, physical

_NEAR = 2  # sentences between two figures that are set against each other
_MOST = 6  # figures that are added up
_QUOTIENT = (
    lazy.compile(r"(?:^|['’]s |\b(?:the|its|their|was|is) )(?P<a>[a-z][a-z&]+(?: [a-z]+)?)[- ]to[- ](?P<b>[a-z][a-z&]+(?: [a-z]+)?) ratio\b"),
    lazy.compile(r"\bratio of (?P<a>[^?,]+?) to (?P<b>[^?,]+?)(?: (?:at|in|as|for|is|was)\b|[?.]|$)"),
    lazy.compile(r"(?P<a>[^?,]+?)(?:占|佔)(?:了)?(?P<b>[^,?]+?)的?(?:大概|大约|约)?(?:百分之|几成|多少|比例|比重|几%|几趴)"),
    lazy.compile(r"(?P<a>[^?,]+?)(?:与|和|对|跟)(?P<b>[^,?]+?)(?:之比|的比例|的比率)"),
)
_LIST = lazy.compile(r"\s?(?:、|,? and |,|和|跟|与|加上?)\s?")
_SUM_ASKED = lazy.compile(r"(?:一共|总共|合计|共计|合共|加起来|总和|加总|三者|两者|都)[^?]*|\b(?:in total|altogether|combined|together|add up to)\b[^?]*")
_SUM_OF = lazy.compile(r"\b(?:combined|joint|aggregate|total) [^?,]{2,40}? (?:of|held by|between|for) (?P<items>[^?]+,[^?]+|[^?]+ and [^?]+)")
_POINTS = lazy.compile(r"百分点|\bpercentage points?\b|\bpoints?\b")
_SHARE_TOLD = lazy.compile(r"占|来自|贡献|\b(?:account\w*|made up|mak(?:es?|ing) up|represent\w*|share of|came from|of (?:the total|them|those|which))\b")
_tells_share = lazy.remembered(_SHARE_TOLD, fold)
_WORDS = lazy.compile(r"[a-z]{2,}", re.I)
_PRINTED = lazy.compile(r"\d[\d,]*(?:\.\d+)?")
_WEIGHS = lazy.compile(r"[重轻][了出]?(?:多少|几)|\b(?:heavier|lighter|weigh\w*)\b")
_GREW = lazy.compile(r"增[长幅]|成长|涨幅|\bgr[eo]w\w*\b")
_BARE = lazy.compile(r"(?:\band|\bagainst|\bversus|\bvs\.?|\bcompared with|,) (?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?= (?:at|in|for|on|by|from|with|among)\b)")
_FROM_ROUND = lazy.compile(r"[从由自][^,?]{1,8}轮?(?:一直)?[到至][^,?]{1,8}轮|\bfrom (?:the )?(?:series [a-h]|seed)\b[^?]{0,12}\b(?:to|through|up to) (?:the )?series [a-h]\b|轮?[到至][^,?]{1,6}轮")
_NUMBERED = lazy.compile(r"[两二三四五六七八九十\d]|\b(?:two|three|four|five|six|seven|eight)\b")
_HELD = 0.5  # of what is asked for that must be in a sentence
_ITEM = 2  # sides at least of a sum

_FAR_APART = Decimal(10_000)  # times, that two sums of one kind are never apart


class Calculator:
    """Works with figures of sentences, for one asker."""

    def __init__(self, told: Told, finder: Figures) -> None:
        """Read the sentences that `told` finds; `finder` tells which measures are meant."""
        self._told = told
        self._evidence = told.evidence
        self._figures = finder

    def answer(self, question: Question) -> Answer | None:
        """Answer with what comes of the sum asked for; None where none is, or its figures are not plainly told."""
        if asks_no_figure(question):
            return None
        return self._two(question) or self._quotient(question) or self._several(question) or self._portion(question)

    # ------------------------------------------------------------ two sides
    def _two(self, question: Question) -> Answer | None:
        """How much more the one is than the other, or how many times."""
        two = None if _GREW.search(question.folded) else two_things(question.folded)  # 增長多少 asks for a rate
        sides = self._sides(question, (two.one, two.other)) if two else None
        found = self._figures_of(question, sides) if sides else None
        if two is None or not found:
            return None
        one, other = found
        a, b = one.quantity.lo or Decimal(0), other.quantity.lo or Decimal(0)
        if two.result in ("times", "share"):
            return self._divided(one, other, percent=two.result == "share") if b > 0 else None
        if two.result == "percent" and not (_POINTS.search(question.folded) or is_change(one.quantity.unit)):
            return None
        if a <= 0 or (b > 0 and is_money(one.quantity.unit) and not 1 / _FAR_APART < a / b < _FAR_APART):
            return None  # a revenue and a profit by the share
        line = self._apart(one, other, exact=two.price)
        return self._told.answer(line.removesuffix(self._evidence.words.stop), [one.sentence, other.sentence]) if line else None

    def _apart(self, one: Figure, other: Figure, exact: bool) -> str:
        """The difference of two figures, in the words of the one that names its unit: 0.32 million tonnes, 392 vehicles."""
        a, b = (f.quantity for f in (one, other))
        full = b if a.unit == "unit" or not _WORDS.search(a.raw) else a
        line = apart(self._evidence, replace(a, unit=full.unit), replace(b, unit=full.unit), exact=exact)
        printed = _PRINTED.search(full.raw)
        if not line or self._evidence.lang != "en" or not full.raw.isascii() or not printed or is_money(full.unit) or is_change(full.unit):
            return line
        scale = (full.lo or Decimal(1)) / Decimal(printed.group().replace(",", ""))
        gap = abs((a.lo or Decimal(0)) - (b.lo or Decimal(0))) / scale
        more, less = sorted((a, b), key=lambda q: q.lo or Decimal(0), reverse=True)
        said = full.raw.replace(printed.group(), f"{gap.normalize():,f}", 1)
        return f"{self._evidence.words.difference.format(value=said)} (= {self._told.value(more)} − {self._told.value(less)}){self._evidence.words.stop}"

    def _quotient(self, question: Question) -> Answer | None:
        """One figure as a share of another: a ratio by its name, 占…的比例."""
        for pattern in _QUOTIENT:
            if asked := pattern.search(question.folded):
                sides = self._sides(question, (asked["a"], asked["b"]))
                found = self._figures_of(question, sides, ratio=True) if sides else None
                if found and not is_change(found[0].quantity.unit):
                    return self._divided(found[0], found[1], percent=True)
        return None

    def _divided(self, one: Figure, other: Figure, percent: bool) -> Answer | None:
        a, b = one.quantity.lo or Decimal(0), other.quantity.lo or Decimal(0)
        if b <= 0 or a <= 0:
            return None
        words, lang = self._evidence.words, self._evidence.lang
        few = min(arithmetic.digits(one.quantity), arithmetic.digits(other.quantity), 3)
        shown = f"(= {self._told.value(one.quantity)} ÷ {self._told.value(other.quantity)})"
        if percent:
            part = arithmetic.to_digits(a / b * 100, few)
            said = words.worked.format(value=figures.computed(arithmetic.quantity((part, part), "%"), lang))
        else:
            said = words.ratio.format(value=figures.plain(arithmetic.to_times(a / b)))
        return self._told.answer(f"{said} {shown}", [one.sentence, other.sentence])

    # ------------------------------------------------------------ a share of a whole
    def _portion(self, question: Question) -> Answer | None:
        """How many a share of a whole comes to: "12,600 orders, of which the Pro took 48%"."""
        if question.wants != "amount" or question.aspect or "sum" in question.flags:
            return None
        fits = asked_in_unit(question.folded)
        found: dict[tuple[Decimal | None, Decimal | None], tuple[Figure, Figure]] = {}
        search = self._evidence.library.search
        needs = [n for n in question.needs if not (n.verbal or soft(n))]
        sentences, asked = self._told.articles(question), {i for g in question.subjects for i in g}
        for sentence in sentences:
            if not _tells_share(sentence.text):
                continue  # reading its figures takes a hundred times as long
            told = read(sentence)
            for share in (f for f in told if f.quantity.unit == "%" and f.exact and _SHARE_TOLD.search(f"{f.own}|{f.behind}")):
                said = set(tokens(share.own, self._evidence.library.names))
                own = [n for n in needs if n.surface in share.own or any(o and all(t in said for t in o) for o in n.options)]
                named = any(m.entity in asked and share.quantity.start - len(share.own) <= m.start < share.quantity.start for m in sentence.mentions)
                wholes = [f for f in told if f.exact and not f.change and f.quantity.end <= share.quantity.start and (fits(f.quantity.unit) if fits else is_money(f.quantity.unit) and MONEY_ASKED.search(question.folded))]
                if (own or named) and len(wholes) == 1 and self._told_of(wholes[0], needs, own) and all(search.holds(n, sentence.id) >= _HELD or ((n.key or (n.surface.isalnum() and n.surface.isascii())) and self._in_article(n, sentence, sentences)) for n in needs if not n.light):
                    found.setdefault((wholes[0].quantity.lo, share.quantity.lo), (wholes[0], share))
        if len(found) != 1:
            return None
        whole, share = next(iter(found.values()))
        part = arithmetic.like((whole.quantity.lo or Decimal(0)) * (share.quantity.lo or Decimal(0)) / 100, whole.quantity)
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((part, part), whole.quantity.unit), lang)
        return self._told.answer(f"{words.worked.format(value=value)} (= {self._told.value(whole.quantity)} × {self._told.value(share.quantity)})", [whole.sentence])

    @staticmethod
    def _in_article(need: Need, sentence: StoredSentence, sentences: Sequence[StoredSentence]) -> bool:
        """Whether the article of a sentence says a name, which the sentence need not say again."""
        return any(need.surface in fold(s.text) for s in sentences if s.article_id == sentence.article_id)

    @staticmethod
    def _told_of(whole: Figure, needs: Sequence[Need], own: Sequence[Need]) -> bool:
        """Whether what a question says besides the part is said before the whole, and the part itself is not."""
        return not any(n.surface in whole.own for n in own) and (len(needs) > len(own) or len(needs) < 2)

    # ------------------------------------------------------------ several
    def _several(self, question: Question) -> Answer | None:
        """What several that are named come to, or as many as are counted."""
        if "sum" not in question.flags or question.aspect:
            return None
        asked = _SUM_ASKED.search(question.folded)
        rounds = self._rounds(question)
        listed = _SUM_OF.search(question.folded)
        items = rounds if len(rounds) >= _ITEM else [x for x in _LIST.split(listed["items"] if listed else question.folded[: asked.start()]) if x] if asked else []
        if _ITEM <= len(items) <= _MOST:
            sides = self._sides(question, items)
            found = self._figures_of(question, sides) if sides else None
            return self._added(found) if found and self._as_asked(question, found) else None
        count = several_asked(question)
        return self._counted(question, count) if not question.subjects and _ITEM < count <= _MOST else None

    def _rounds(self, question: Question) -> list[str]:
        """The rounds that a question names, with those between where it names the first and the last: 從A輪到C輪."""
        named = list(dict.fromkeys(m.group() for m in ROUND.finditer(question.folded)))
        if len(named) != _ITEM or not _FROM_ROUND.search(question.folded):
            return named
        told = list(dict.fromkeys(m.group() for s in self._told.articles(question) for m in ROUND.finditer(fold(s.text))))
        order = [r for r in sorted(told, key=_stage) if _stage(named[0]) <= _stage(r) <= _stage(named[1])]
        return order if all(r in order for r in named) else named

    def _counted(self, question: Question, count: int) -> Answer | None:
        """The sum of a row of as many figures as are counted, each behind a name of its own: 四家公司的市值加起來."""
        found: dict[tuple[Decimal | None, ...], list[Figure]] = {}
        for sentence in self._told.articles(question):
            told = [m.period for m in self._evidence.library.search.reading.periods(sentence)]
            if question.periods and not any(same_period(p, t) or same_period(t, p) for p in question.periods for t in told):
                continue
            row = [f for f in read(sentence) if self._fits(question, f)]
            names = {self._named(f) for f in row}
            if len(row) == count == len(names) and "" not in names and len({f.quantity.unit for f in row}) == 1 and self._of_what(question, row):
                found.setdefault(tuple(f.quantity.lo for f in row), row)
        rows = [row for row in found.values() if self._as_asked(question, row) and self._speaks_of(question, row[0].sentence)]
        return self._added(rows[0]) if len(rows) == 1 else None

    def _speaks_of(self, question: Question, sentence: StoredSentence) -> bool:
        """Whether the article of a sentence speaks of what else a question names: of tea shops, no region of a utility."""
        library = self._evidence.library
        title = library.articles[sentence.article_id].title
        near = library.archive.sentences_of_article(sentence.article_id)
        needs = [n for n in question.needs if not (n.light or n.verbal or soft(n) or _NUMBERED.match(n.surface) or any(t.startswith("m_") for o in n.options for t in o))]
        return all(library.search.heading_holds(n, title) or any(library.search.holds(n, s.id) >= _HELD or n.surface in fold(s.text) for s in near) for n in needs)

    @staticmethod
    def _as_asked(question: Question, found: Sequence[Figure]) -> bool:
        """Whether figures are money where money is asked for: 7台一共賣了多少錢 is told by no percentages."""
        return not MONEY_ASKED.search(question.folded) or all(is_money(f.quantity.unit) for f in found)

    @staticmethod
    def _named(figure: Figure) -> str:
        """Whose a figure is by its own clause: the entity it names, or the words before it."""
        begin = figure.quantity.start - len(figure.own)
        entities = [m.entity for m in figure.sentence.mentions if begin <= m.start < figure.quantity.start]
        return entities[-1] if entities else figure.own.strip()

    def _added(self, found: Sequence[Figure]) -> Answer:
        inputs = [f.quantity for f in found]
        total = arithmetic.to_step(sum((q.lo or Decimal(0) for q in inputs), Decimal(0)), inputs)
        words, lang = self._evidence.words, self._evidence.lang
        value = figures.computed(arithmetic.quantity((total, total), inputs[0].unit), lang)
        sum_ = " + ".join(self._told.value(q) for q in inputs)
        return self._told.answer(f"{words.total.format(value=value)} (= {sum_})", [f.sentence for f in found])

    # ------------------------------------------------------------ which figures
    def _sides(self, question: Question, texts: Sequence[str]) -> list[Operand] | None:
        return operands(question, texts, self._evidence.library, "\n".join(fold(s.text) for s in self._told.articles(question)))

    def _figures_of(self, question: Question, sides: Sequence[Operand], ratio: bool = False) -> list[Figure] | None:
        """One figure for each side, of one article and unit and near each other; None where two such sets differ."""
        binding = Binding(sides, self._evidence.library, self._marks(question))
        free = ratio or all(s.measures for s in sides) or all(ROUND.fullmatch(w) for s in sides for w in s.words or ("",))  # of what the figures are, the sides say themselves
        sentences = self._told.articles(question)
        told = [f for s in sentences for f in (*read(s), *_bare(s))]
        each: list[list[Figure]] = []
        for loose in (free, True):  # "31.5 litres" of milk may be what "how much milk" asks for
            each = each if each and all(each) else [[f for f in told if self._fits(question, f, loose) and binding.of(side, f)] for side in sides]
        if not all(each):
            return None
        sets: dict[tuple[Decimal | None, ...], tuple[tuple[int, int], list[Figure]]] = {}
        others = [n for n in question.needs if not soft(n) and not any(n.surface in w or w in n.surface for s in sides for w in s.words)]
        for first in each[0]:
            chosen = [first]
            for rivals in each[1:]:
                near = [f for f in rivals if self._beside(chosen[-1], f, _NEAR if len(sides) == _ITEM else _MOST) and _alike(f, first) and (f.sentence.id, f.quantity.start) != (first.sentence.id, first.quantity.start)]
                near.sort(key=lambda f: abs(f.sentence.n - chosen[0].sentence.n))
                values = {f.quantity.lo for f in near if f.sentence.n == near[0].sentence.n}
                if len(values) != 1:
                    break
                chosen.append(near[0])
            if len(chosen) == len(sides) and self._of_what(question, chosen, free):
                far = max(f.sentence.n for f in chosen) - min(f.sentence.n for f in chosen)
                sets.setdefault(tuple(f.quantity.lo for f in chosen), ((-self._said(others, chosen), far), chosen))
        nearest = min((far for far, _ in sets.values()), default=(0, 0))
        best = [chosen for far, chosen in sets.values() if far == nearest]
        return best[0] if len(best) == 1 else None

    def _said(self, needs: Sequence[Need], chosen: Sequence[Figure]) -> int:
        """How many of the other words of a question stand around figures: "fly" at 78 minutes."""
        names = self._evidence.library.names
        labels = [f"{f.own} {f.quantity.raw} {f.behind[:24]}" for f in chosen]
        words = [set(tokens(x, names)) for x in labels]
        return sum(any(n.surface in x or any(o and all(t in w for t in o) for o in n.options) for x, w in zip(labels, words, strict=True)) for n in needs)

    @staticmethod
    def _beside(one: Figure, other: Figure, near: int) -> bool:
        return one.sentence.article_id == other.sentence.article_id and abs(one.sentence.n - other.sentence.n) <= near

    def _fits(self, question: Question, figure: Figure, free: bool = False) -> bool:
        """Whether a figure is one number in a unit that may be meant."""
        unit = figure.quantity.unit
        if not figure.exact or (figure.change and not _POINTS.search(question.folded)) or not unit or unit in ("date", "x"):
            return False
        if _POINTS.search(question.folded):
            return unit == "%"
        if _WEIGHS.search(question.folded):
            return physical(unit) == "weight"
        if question.dimension and not fits_dimension(question.dimension, unit):
            return False
        if currency := asked_currency(question.folded):
            return unit == currency
        fits = None if "ratio" in question.flags else asked_in_unit(question.folded)  # 幾倍 counts no things
        if free or fits is not None:
            return free or bool(fits and (fits(unit) or unit == "unit" or re.search(rf"[多几]少?{re.escape(fold(unit))}", question.folded)))
        known = self._evidence.library.names.measures
        return not question.measures or any(measures_in(m, known[m].unit, unit) for m in self._wanted(question) if m in known)

    def _of_what(self, question: Question, chosen: Sequence[Figure], free: bool = False) -> bool:
        """Whether the figures are of the measure asked for: one says so, or the sentence before them, and none is of another."""
        if not self._of_the_time(question, chosen):
            return False
        marks = self._marks(question)
        if free or not marks:
            return True
        names = self._evidence.library.names
        mentioned = {t for t in tokens(question.folded, names) if t.startswith("m_")} | marks
        labels = [self._measures(f"{f.own} {f.quantity.raw} {f.behind[:24]}", f) for f in chosen]
        leads = [set(tokens(f.lead, names)) for f in chosen]
        if any(words and not any(w.startswith(tuple(mentioned)) for w in words) for words in labels):
            return False
        return any(w.startswith(tuple(marks)) for words in (*labels, *leads) for w in words) or bool(physical(chosen[0].quantity.unit)) or chosen[0].quantity.unit.isupper() or (len(chosen[0].quantity.unit) > 1 and fold(chosen[0].quantity.unit) in question.folded)

    def _measures(self, label: str, figure: Figure) -> set[str]:
        """The measures that a figure's words name and that it can be one of."""
        known = {f"m_{m.replace('-', '_')}": m for m in self._evidence.library.names.measures}
        said = {t for t in tokens(label, self._evidence.library.names) if t in known}
        measures = self._evidence.library.names.measures
        return {t for t in said if measures_in(known[t], measures[known[t]].unit, figure.quantity.unit)}

    def _marks(self, question: Question) -> set[str]:
        return {f"m_{m.replace('-', '_')}" for m in self._wanted(question)}

    def _wanted(self, question: Question) -> set[str]:
        """The measures asked for and those like them."""
        wanted = {n for m, _ in self._figures.targets(question) for n in self._figures.acceptable(m, question)}
        return wanted | {n for group in LIKE if wanted & set(group) for n in group}

    def _of_the_time(self, question: Question, chosen: Sequence[Figure]) -> bool:
        """Whether the sentences tell of the times asked for, or of none."""
        reading = self._evidence.library.search.reading
        seen: set[int] = set()
        for figure in sorted(chosen, key=lambda f: f.quantity.start):
            since = figure.quantity.start - len(figure.own) if figure.sentence.id in seen else 0
            seen.add(figure.sentence.id)
            told = [m.period for m in reading.periods(figure.sentence) if since <= m.start < figure.quantity.start]
            if question.periods and told and not any(same_period(p, t) or same_period(t, p) for p in question.periods for t in told):
                return False
        return True


def _stage(label: str) -> tuple[int, str]:
    """The place of a round among rounds: seed, angel, then by their letters."""
    letter = re.sub(r"轮|series |round|\s", "", label)
    early = {"种子": 0, "seed": 0, "天使": 1}.get(letter)
    return (early, "") if early is not None else (2, f"{letter.removeprefix('pre').strip('-')}{'' if letter.startswith('pre') else '0'}{'+' if letter.endswith('+') else ''}")


def _bare(sentence: StoredSentence) -> list[Figure]:
    """The numbers that leave their unit to the figure before them: "310 staff in Lyon and 190 in Turin"."""
    folded, told = fold(sentence.text), read(sentence)
    out = []
    for number in _BARE.finditer(folded):
        before = [f for f in told if f.quantity.end <= number.start()]
        inside = any(f.quantity.start < number.end() and number.start("n") < f.quantity.end for f in told)
        if inside or not before or before[-1].quantity.unit in ("", "%", "pp", "date") or is_money(before[-1].quantity.unit):
            continue
        value = Decimal(number["n"].replace(",", ""))
        quantity = Quantity(value, value, before[-1].quantity.unit, "", number["n"], number.start("n"), number.end("n"))
        behind = re.split(r"[,;.]", folded[number.end() :], maxsplit=1)[0]
        out.append(Figure(quantity, folded[before[-1].quantity.end : number.start("n")], folded[: number.start("n")], behind, sentence))
    return out


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one unit; "3,306 units" may be vehicles."""
    a, b = one.quantity.unit, other.quantity.unit
    return a == b or ("unit" in (a, b) and not (is_change(a) or is_change(b) or is_money(a) or is_money(b) or physical(a) or physical(b)))
