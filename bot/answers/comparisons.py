"""Comparisons and extremes: who is higher, who is highest, among how many.

A verdict is given only where figures have one unit and their ranges do not overlap; everything else is
shown side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot import arithmetic, figures
from bot.answer import Answer, Source, Table
from bot.answers import modifiers
from bot.answers.dates import Dates
from bot.answers.figures import Figures, Line, describe, same_period, soft
from bot.answers.passages import Passages
from bot.evidence import Evidence
from bot.question import Question
from bot.wording import joined
from kb import quantities
from kb.model import Period
from kb.rows import StoredFact, StoredSentence
from kb.search import Need
from kb.terms import entity_token
from kb.text import fold

COUNTS = {"兩": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "3": 3, "4": 4, "5": 5, "6": 6, "7": 7}  # fmt: skip
NUMBER = re.compile(r"([两三四五六七3-7])(?:大|小|家|个|间)|\b(three|four|five|six|seven)\b")


_LESS = re.compile(r"低|(?<![多大])少(?!钱)|便宜|小于|更小|较小|\b(?:lower|less|smaller|fewer|cheaper|below|weaker|worse)\b")
_MORE = re.compile(r"高|多(?!少)|大|贵|强|好|领先|超过|\b(?:higher|more|larger|bigger|greater|above|exceed\w*|stronger|better|outearn\w*|outsold|ahead)\b")
_OVER, _UNDER = ("over", "at-least"), ("under", "at-most")
_NUMBER = re.compile(r"\d")
_COMPANIES = re.compile(r"哪|谁|\bwhich\b|\bwhat compan")
_CHANGED = {"growth": ("grew", "slowed"), "decline": ("fell", "eased")}
_SAID = 0.5  # of a word, that a sentence says it
_MEANT = 0.5  # of what names a group, at least, a sentence says that tells how many they are
_GREW = re.compile(r"正增长|正成长|仍(?:在|有|保持)?增|唯一增|\bpositive\b|\bstill (?:grew|growing|rose)\b|\bthat (?:grew|rose)\b")
_LONGER = re.compile(r"更久|比较久|較久|久|更长|比较长|资深|\blonger\b")


class Comparisons:
    """Compares two or more subjects, and finds extremes among all."""

    def __init__(self, evidence: Evidence, finder: Figures, dates: Dates, passages: Passages) -> None:
        """Take what finds figures, dates and sentences."""
        self.evidence = evidence
        self._figures = finder
        self._dates = dates
        self._passages = passages

    # ------------------------------------------------------------ two or more
    def compare(self, question: Question) -> Answer | None:
        """Answer for each subject, with a verdict where one can be given."""
        if len(question.subjects) < 2 or question.kind in ("definition",):
            return None
        for measure, aspect in self._figures.targets(question):
            rows = self._alike(question, measure, aspect, self._of_one_time(question, measure, aspect))
            if all(rows):
                return self._table(question, [r for r in rows if r], aspect)
            if any(rows) and question.kind == "compare":
                return None
        if question.kind != "compare":
            return None
        if question.wants == "date" or "date" in [
            self.evidence.library.names.measures[m].unit for m in question.measures
        ]:
            return self._dated(question) or self._quoted(question)
        return self._quoted(question)

    def _alike(self, question: Question, measure: str, aspect: str, rows: list[Line | None]) -> list[Line | None]:
        """The rows by one definition where all subjects have one: 歸母 is not compared with 扣非."""
        if not all(rows) or _of_one_definition([r for r in rows if r]):
            return rows
        for name in self._figures.acceptable(measure, question):
            others = self._of_one_time(question, name, aspect)
            if all(others) and _of_one_definition([r for r in others if r]):
                return others
        return rows

    def _of_one_time(self, question: Question, measure: str, aspect: str) -> list[Line | None]:
        """Each subject's figure, of the latest period that all of them give where there is one."""
        best = [self._best(question, s, measure, aspect) for s in question.subjects]
        if question.periods or len({_days(x) for x in best if x}) < 2:
            return best
        all_lines = [self._all(question, s, measure, aspect) for s in question.subjects]
        common = set.intersection(*({_days(x) for x in lines} for lines in all_lines)) - {("", "")}
        if not common:
            return best
        wanted = next(_days(x) for x in all_lines[0] if _days(x) in common)
        return [next(x for x in lines if _days(x) == wanted) for lines in all_lines]

    def _best(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> Line | None:
        found = self._all(question, subject, measure, aspect)
        return found[0] if found else None

    def _all(self, question: Question, subject: Sequence[str], measure: str, aspect: str) -> list[Line]:
        found = self._figures.find(replace(question, subjects=(tuple(subject),)), subject, measure)
        return [x for x in found if x.changes] if aspect else found

    def _table(self, question: Question, rows: Sequence[Line], aspect: str) -> Answer:
        evidence, words, finder = self.evidence, self.evidence.words, self._figures
        periods = {figures.period(r.period, evidence.lang) for r in rows}
        measure = evidence.label(rows[0].measure)
        header = (words.column_company, f"{periods.pop()} {measure}".strip() if len(periods) == 1 else measure)
        changed = bool(aspect) or any(r.changes for r in rows)
        body = []
        for row in rows:
            value = finder.value(row.value) if row.value else "–"
            change = ", ".join(finder.change(c) for c in row.changes)
            body.append((evidence.name(row.subject), value, *([change or "–"] if changed else [])))
        table = Table(
            (*header, *([words.aspects["change"]] if changed and words.aspects else [""] if changed else [])),
            tuple(body),
        )
        answer, verdict = self._verdict(question, rows) if not aspect else ("", self._moved_more(question, rows))
        lines = [*([answer] if answer else []), *(finder.tell(r) for r in rows), *([verdict] if verdict else [])]
        used = [f for r in rows for f in r.supporting]
        return Answer(
            True,
            evidence.lang,
            "compare",
            tuple(lines),
            table=table if len(rows) > 2 else None,
            sources=evidence.sources([evidence.sentence(f) for f in used]),
            facts=tuple(describe(r.value) for r in rows if r.value),
        )

    def _verdict(self, question: Question, rows: Sequence[Line]) -> tuple[str, str]:
        """Yes or no where the question asks it, and who is higher, by how much; nothing where it cannot be told."""
        words = self.evidence.words
        values = [r.value for r in rows]
        if any(v is None for v in values):
            return "", ""
        if len({v.quantity.unit for v in values if v}) > 1:
            return "", words.other_units + words.stop
        if not _of_one_definition(rows):
            return "", ""  # shown, not compared
        if len({_days(r) for r in rows} - {("", "")}) > 1:
            return "", ""  # of different times: shown, not compared
        ranked = sorted((v for v in values if v), key=lambda v: -_middle(v))
        if len(rows) == 2 and _range(ranked[1])[1] >= _range(ranked[0])[0]:
            same = _range(ranked[0]) == _range(ranked[1])
            return "", (words.equal if same else words.overlap) + words.stop
        return self._yes(question, rows, ranked), self._who(question, ranked) + words.stop

    def _moved_more(self, question: Question, rows: Sequence[Line]) -> str:
        """Whose figure grew or fell more, where each gives one change of one kind and the question asks it."""
        moved = [_moved(r.changes) for r in rows]
        sizes = [m for m in moved if m is not None]
        asked = bool(_COMPANIES.search(question.folded)) or "yesno" in question.flags
        if len(sizes) != len(rows) or len({_days(r) for r in rows}) > 1 or len(set(sizes)) < len(sizes) or not asked:
            return ""
        words = self.evidence.words
        if question.aspect == "decline":
            fell = min(sizes) if min(sizes) < 0 else None
            return "" if fell is None else words.fell_more.format(winner=self._name_of(rows, sizes.index(fell))) + words.stop
        less = bool(_LESS.search(question.folded)) or question.extreme == "min"
        chosen, template = (min(sizes), words.grew_less) if less else (max(sizes), words.grew_more)
        return template.format(winner=self._name_of(rows, sizes.index(chosen))) + words.stop

    def _name_of(self, rows: Sequence[Line], n: int) -> str:
        return self.evidence.name(rows[n].subject)

    def _who(self, question: Question, ranked: Sequence[StoredFact]) -> str:
        """Who is higher, or lower where that is asked, or loses more; of two, by how much."""
        words, evidence = self.evidence.words, self.evidence
        if "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked):
            return words.loses_more.format(winner=evidence.name(ranked[-1].subject))
        less = bool(_LESS.search(question.folded))
        text = (words.lower if less else words.higher).format(winner=evidence.name(ranked[-1 if less else 0].subject))
        (alo, ahi), (blo, bhi) = _range(ranked[0]), _range(ranked[-1])
        if len(ranked) != 2 or alo != ahi or blo != bhi or ranked[0].quantity.unit in ("%", "x"):
            return text
        apart = arithmetic.to_step(alo - bhi, [v.quantity for v in ranked])
        gap = replace(ranked[0].quantity, lo=apart, hi=apart, qualifier="", raw="")
        return text + words.by_how_much.format(value=figures.computed(gap, evidence.lang))

    def _yes(self, question: Question, rows: Sequence[Line], ranked: Sequence[StoredFact]) -> str:
        """Whether it is so that the first named is more (or less) than the other, where the question asks that."""
        if len(rows) != 2 or "yesno" not in question.flags or "which" in question.flags or "either" in question.flags:
            return ""
        losses = "loss" in question.flags and all(figures.negative(v.quantity) for v in ranked)
        more = bool(_MORE.search(question.folded))
        if more == bool(_LESS.search(question.folded)):
            return ""
        than = question.folded.find("比")
        first = next((s for s in self.evidence.library.names.find(question.folded) if s.kind == "entity"), None)
        said = rows[1] if first and 0 <= than < first.start else rows[0]  # 比起乙,甲更高嗎
        top = ranked[-1] if losses else ranked[0]
        words = self.evidence.words
        return (words.yes if (top.subject == said.subject) == more else words.no).strip()

    def threshold(self, question: Question) -> Answer | None:
        """Answer whether a figure is over or under one that the question names."""
        if "yesno" not in question.flags or len(question.subjects) != 1 or question.kind not in ("fact", "compare"):
            return None
        named = [q for q in quantities.find(question.text) if q.qualifier in _OVER + _UNDER]
        if len(named) != 1:
            return None
        limit = named[0].lo if named[0].lo is not None else named[0].hi
        typed = fold(named[0].raw)
        needs = tuple(n for n in question.needs if n.surface not in typed and not _NUMBER.search(n.surface))
        for measure, aspect in self._figures.targets(question):
            asked = replace(question, needs=needs, aspect=aspect)
            for line in self._figures.find(asked, question.subjects[0], measure)[:1]:
                changed = next((c for c in line.changes if c.aspect == ("decline" if aspect == "decline" else "growth")), None)
                told = changed if aspect else line.value
                if told is None or limit is None or named[0].unit not in ("", told.quantity.unit):
                    continue
                low, high = (abs(v) for v in _range(told)) if "loss" in question.flags else _range(told)
                low, high = min(low, high), max(low, high)
                over = named[0].qualifier in _OVER
                sure = low > limit or (low == limit and named[0].qualifier == "at-least"), high < limit
                if not any(sure) and low != high:
                    return None
                words = self.evidence.words
                verdict = words.yes if sure[0 if over else 1] else words.no
                answer = self._figures.compose(replace(asked, flags=frozenset(), needs=()), [line])
                return replace(answer, lines=(verdict.strip(), *answer.lines))
        return None

    def _dated(self, question: Question) -> Answer | None:
        lines: list[str] = []
        used: list[Source] = []
        for subject in question.subjects:
            single = replace(question, subjects=(subject,), kind="fact")
            answer = self._dates.answer(single)
            if answer is None:
                return None
            lines += answer.lines
            used += list(answer.sources)
        sources = tuple({(s.title, s.publisher): s for s in used}.values())
        return Answer(True, self.evidence.lang, "compare", tuple(lines), sources=sources)

    def _quoted(self, question: Question) -> Answer | None:
        """The best sentence for each subject, or the one that speaks of all of them."""
        question = self._persons(question)
        together = [
            s for s in self._passages.ranked(question)
            if s.coverage >= 0.6 and not s.missing and all(set(s.sentence.topics) & set(g) for g in question.subjects)
        ]  # fmt: skip
        apart: list[StoredSentence] = []
        scores = []
        for subject in question.subjects:
            single = replace(question, subjects=(subject,), kind="compare")
            chosen = self._passages.choose(single, self._passages.ranked(single))
            if not chosen:
                break
            scores.append(chosen[0].score)
            apart.append(chosen[0].sentence)
        else:
            apart = list({s.id: s for s in apart}.values())
            if not (together and len(apart) > 1 and together[0].coverage > 0.9):
                return self._passages.quoting.quote("compare", apart)
        if together:
            return self._passages.quoting.quote(
                "compare" if question.kind == "compare" else question.kind, [together[0].sentence]
            )
        return None

    def _persons(self, question: Question) -> Question:
        """Two people compared at one company: the company is where, not whom."""
        entities = self.evidence.library.names.entities
        people = [g for g in question.subjects if entities[g[0]].kind == "person"]
        wants = "duration" if _LONGER.search(question.folded) else question.wants
        if len(people) < 2 or len(people) == len(question.subjects):
            return replace(question, wants=wants if people else question.wants)
        where = [g for g in question.subjects if g not in people]
        needs = tuple(Need(self.evidence.name(g[0]), tuple((entity_token(i),) for i in g), key=True) for g in where)
        return replace(question, subjects=tuple(people), needs=(*question.needs, *needs), wants=wants)

    # ------------------------------------------------------------ extremes
    def superlative(self, question: Question) -> Answer | None:
        """Answer "which company has the highest …" among all that give the figure."""
        falls = question.aspect == "decline" or ("loss" in question.flags and question.aspect == "")
        if not question.extreme and falls and not question.subjects and _COMPANIES.search(question.folded):
            return self._which_changed(question)
        if question.extreme in ("max", "min") and len(question.subjects) == 1 and question.wants == "date":
            return self._best_period(question)
        if not question.extreme or question.subjects or question.kind not in ("superlative", "list", "fact", "compare"):
            return None
        if question.extreme in ("first", "last"):
            return self._earliest(question)
        for measure, aspect in self._figures.targets(question):
            answer = self._extreme(question, measure, aspect)
            if answer:
                return answer
        return None

    def _best_period(self, question: Question) -> Answer | None:
        """In which year a company's figure was highest (or its loss largest), of the years given."""
        for measure, aspect in self._figures.targets(question):
            plain = replace(question, periods=(), needs=(), aspect="")
            lines = [x for x in self._figures.find(plain, question.subjects[0], measure, strict=False)
                     if x.value and x.period and x.period.kind == "year"]  # fmt: skip
            if len(lines) < 2 or aspect or len({x.value.quantity.unit for x in lines if x.value}) > 1:
                continue
            loss = "loss" in question.flags and measure in self._figures.roles.profits
            ranked = sorted(
                lines,
                key=lambda x: _middle(x.value) if x.value else Decimal(0),
                reverse=(question.extreme == "max") != loss,
            )
            return self._figures.compose(replace(plain, flags=frozenset()), ranked[:2])
        return None

    def _which_changed(self, question: Question) -> Answer | None:
        """Which companies' figure fell, or is a loss: every one that gives it so."""
        for measure, _ in self._figures.targets(question):
            facts = [f for m in self._figures.acceptable(measure, question) for f in self.evidence.all_facts(m)
                     if self._such(f, question)]  # fmt: skip
            members = self.members(question, {f.subject for f in facts})
            facts = [f for f in facts if members is None or f.subject in members]
            period = self._period(question, facts)
            subjects = list(dict.fromkeys(f.subject for f in facts if _in(f.period, period)))
            if not 0 < len(subjects) <= 5:
                continue
            plain = replace(question, periods=(period,) if period else (), needs=(), extreme="")
            lines = [x for s in subjects for x in self._figures.find(plain, (s,), measure, strict=False)[:1]]
            return self._figures.compose(replace(plain, flags=frozenset()), lines) if lines else None
        return None

    def _such(self, fact: StoredFact, question: Question) -> bool:
        if question.aspect == "decline":
            return fact.aspect in ("decline", "decrease")
        return fact.aspect == "value" and figures.negative(fact.quantity)

    def _extreme(self, question: Question, measure: str, aspect: str) -> Answer | None:
        rows, others = self._one_unit(self._rows(question, measure, aspect))
        if len(rows) < 2:
            return None
        loss = "loss" in question.flags and measure in self._figures.roles.profits and not aspect
        falls = aspect == "decline"
        reverse = (question.extreme == "max") != (loss or falls)
        if loss:
            rows = [r for r in rows if r[1] < 0] or rows
            reverse = question.extreme == "min"
        rows.sort(key=lambda r: (-r[1] if reverse else r[1], r[0].subject))
        if falls and rows[0][1] >= 0:
            return None  # none fell
        extreme = "loss" if loss and question.extreme == "max" else question.extreme
        if aspect in _CHANGED:
            extreme = _CHANGED[aspect][0 if extreme == "max" else 1]
        answer = self._tell_extreme(rows, extreme, aspect)
        if not others:
            return answer
        note = self.evidence.words.not_compared.format(n=others) + self.evidence.words.stop
        return replace(answer, lines=(*answer.lines, note))

    def _one_unit(self, rows: Sequence[tuple[Line, Decimal, str]]) -> tuple[list[tuple[Line, Decimal]], int]:
        """The rows of the unit that most are given in, and how many others there are: they do not compare."""
        units = [unit for _, _, unit in rows]
        most = max(dict.fromkeys(units), key=units.count, default="")
        same = [(line, number) for line, number, unit in rows if unit == most]
        return same, len(rows) - len(same)

    def _rows(self, question: Question, measure: str, aspect: str) -> list[tuple[Line, Decimal, str]]:
        """One row a company: its line, the number it is ranked by, and the unit of that."""
        facts = [f for m in self._figures.acceptable(measure, question)[:2] for f in self.evidence.all_facts(m)]
        timed = [f for f in facts if not question.periods or any(same_period(p, f.period) for p in question.periods)]
        members = self.members(question, {f.subject for f in timed or facts})
        kind = "-qoq" if modifiers.QUARTERLY.search(question.folded) else ""
        rows: dict[str, tuple[Line, Decimal, str]] = {}
        period = self._period(question, facts)
        for subject in dict.fromkeys(f.subject for f in facts):
            if members is not None and subject not in members and not self._beside(subject, timed, question):
                continue
            pool = [f for f in facts if f.subject == subject and _in(f.period, period)]
            pool = [f for f in pool if f.period] or pool  # of this time, rather than of none that is told
            pool.sort(key=lambda f: f.quantity.lo is None or f.quantity.hi is None)  # whole ranges first
            exact = [f for f in pool if f.measure == measure]
            if not any(f.aspect == "value" for f in exact) and (not aspect or not exact):
                exact = pool
            value = next((f for f in exact if f.aspect == "value"), None)
            changes = {f.aspect: f for f in reversed(exact) if f.aspect in ("growth" + kind, "decline" + kind)}
            if aspect:
                moved = _moved(tuple(changes.values()), kind)
                if moved is None or not _asked_way(moved, question):
                    continue
                number, unit = moved, next(iter(changes.values())).quantity.unit
            elif value is None:
                continue
            else:
                number, unit = self._comparable(pool, value)
            first = value or next(iter(changes.values()))
            line = Line(subject, first.measure, first.period, value, tuple(changes.values()), (), (first,))
            rows[subject] = (line, number, unit)
        return list(rows.values())

    def _beside(self, subject: str, facts: Sequence[StoredFact], question: Question) -> bool:
        """Whether the figure's own sentence, with the two before it, says all that a question says of the group."""
        needs = [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, *question.measures)]
        search = self.evidence.library.search
        for fact in facts if needs else ():
            if fact.subject == subject:
                sentence = self.evidence.sentence(fact)
                near = [sentence, *(s for s in (search.neighbour(sentence, -1), search.neighbour(sentence, -2)) if s)]
                ids = [s.id for s in near if s.paragraph == sentence.paragraph]
                if all(any(search.holds(n, i) >= _SAID for i in ids) for n in needs):
                    return True
        return False

    def _comparable(self, pool: Sequence[StoredFact], value: StoredFact) -> tuple[Decimal, str]:
        """A figure in yuan where the article gives it in yuan too (市值約合人民幣…), and its unit."""
        local = next((f for f in pool if f.aspect == "value" and f.quantity.unit == "CNY"), value)
        return _middle(local), local.quantity.unit

    def _period(self, question: Question, facts: Sequence[StoredFact]) -> Period | None:
        if question.periods:
            return question.periods[0]
        counts: dict[tuple[str, str], int] = {}
        for fact in facts:
            if fact.period:
                counts[fact.period.start, fact.period.end] = counts.get((fact.period.start, fact.period.end), 0) + 1
        if not counts:
            return None
        start, end = max(counts, key=lambda k: (counts[k], k))
        return Period(start, end, "year")

    def members(self, question: Question, having: set[str]) -> set[str] | None:
        """Return the companies of a group the question names (四小龍, 儲存晶片公司), or None for all.

        `having`: companies that give the figure asked for; a list that holds more of them fits better.
        """
        measures = [m for m, _ in self._figures.targets(question)]
        names = {*question.measures, *measures, *(self._figures.roles.net_profits if "net-profit" in question.measures else ())}
        needs = [n for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, *names)]
        number = NUMBER.search(question.folded)
        if not needs and not number:
            return None
        count = COUNTS.get(number.group(1) or number.group(2)) if number else None
        found = self.evidence.library.search.rank(needs, (), self._passages.fitting.visible(question), limit=60)
        best: tuple[float, set[str]] | None = None
        for scored in found:
            members = self._companies(scored.sentence)
            if not members and count and scored.coverage >= _MEANT and (
                told := self._told_of(question, count, scored.sentence.article_id, scored.sentence.id)
            ):
                return told
            if len(members) < 3 or (having and len(members & having) < 2) or (needs and scored.coverage < 0.5):
                continue
            worth = (
                scored.coverage
                + (2.0 if len(members) == count else 0.0)
                + 0.05 * min(len(members), 8)
                + len(members & having) / len(members)
            )
            if best is None or worth > best[0]:
                best = (worth, members)
        if best and having and count is None and len(best[1] & having) * 2 <= len(having) <= 4:
            return None  # a passing mention of three names is not the whole group: compare everybody
        if best:
            return best[1]
        return (self._told_of(question, count) if count else None) or self._of_article(needs)

    def _told_of(self, question: Question, count: int, article: int | None = None, near: int = 0) -> set[str]:
        """The so many companies of which one sentence (of an article) gives the figure, the nearest to a sentence.

        Without an article: of the one sentence there is, among those in another language than the question's.
        """
        told: dict[int, set[str]] = {}
        for measure in dict.fromkeys(m for m, _ in self._figures.targets(question)):
            for fact in self.evidence.all_facts(measure):
                timed = not question.periods or any(same_period(p, fact.period) for p in question.periods)
                if timed and (article or fact.article_id) == fact.article_id:
                    told.setdefault(fact.sentence_id, set()).add(fact.subject)
        fitting = [s for s, members in told.items() if len(members) == count]
        if article is None and (len(fitting) != 1 or not self.evidence.foreign(self.evidence.library.search.load(fitting[0]).text)):
            return set()
        return told[min(fitting, key=lambda s: abs(s - near))] if fitting else set()

    def _of_article(self, needs: Sequence[Need]) -> set[str] | None:
        """The companies of the articles whose titles are about what the question names; none where no title is."""
        if not needs:
            return None
        library = self.evidence.library
        chosen = [
            a for a in library.search.articles_with(needs)
            if a.id in self.evidence.visible and all(library.search.heading_holds(n, a.title) for n in needs)
        ]  # fmt: skip
        out: set[str] = set()
        for article in chosen[:4]:
            for sentence in library.archive.sentences_of_article(article.id):
                out |= self._companies(sentence)
        return out

    def _companies(self, sentence: StoredSentence) -> set[str]:
        entities = self.evidence.library.names.entities
        return {m.entity for m in sentence.mentions if entities[m.entity].kind == "company"}

    def group(self, question: Question) -> Answer | None:
        """Answer for each company of a group: "the listing dates of the four GPU companies"."""
        if question.subjects or question.extreme or not (NUMBER.search(question.folded) or "compare" in question.flags):
            return None
        measures = self.evidence.library.names.measures
        if not question.measures or question.flags & {"sum"}:
            return None
        having = {f.subject for m in question.measures for f in self.evidence.all_facts(m)}
        members = self.members(question, having)
        if not members:
            return None
        each = replace(question, subjects=tuple((m,) for m in sorted(members)), needs=(), kind="compare")
        if any(measures[m].unit == "date" for m in question.measures):
            return self._dated(each)
        return self.compare(each)

    def _tell_extreme(self, rows: Sequence[tuple[Line, Decimal]], extreme: str, aspect: str) -> Answer:
        evidence, words, finder = self.evidence, self.evidence.words, self._figures
        (first, _), (second, _) = rows[0], rows[1]

        def value(line: Line) -> str:
            if aspect:
                return ", ".join(finder.change(c) for c in line.changes)
            return finder.value(line.value) if line.value else ""

        slots = {"period": figures.period(first.period, evidence.lang), "measure": evidence.label(first.measure)}
        lines = [
            " ".join(
                words.extreme[extreme].format(winner=evidence.name(first.subject), value=value(first), **slots).split()
            )
            + words.stop,
            words.runner_up.format(second=evidence.name(second.subject), value=value(second), n=len(rows)) + words.stop,
        ]
        used = [evidence.sentence(f) for line in (first, second) for f in line.supporting]
        return Answer(
            True,
            evidence.lang,
            "superlative",
            tuple(lines),
            sources=evidence.sources(used),
            facts=tuple(describe(r.value) for r, _ in rows[:2] if r.value),
        )

    def _day(self, fact: StoredFact) -> str:
        return figures.date(fact.period, self.evidence.lang) if fact.period else ""

    def _earliest(self, question: Question) -> Answer | None:
        for event in self._dates.targets(question):
            members = self.members(question, {f.subject for f in self.evidence.all_facts(event)})
            facts = [
                f for f in self.evidence.all_facts(event) if f.period and (members is None or f.subject in members)
            ]
            needs = tuple(n for n in question.needs if not n.light and not soft(n))
            facts = [f for f in facts if members is not None or self._dates._covers(f, needs)]
            best: dict[str, StoredFact] = {}
            for fact in facts:
                if fact.subject not in best or _moment(fact) < _moment(best[fact.subject]):
                    best[fact.subject] = fact
            if len(best) < 2:
                continue
            ranked = sorted(best.values(), key=_moment, reverse=question.extreme == "last")
            evidence, words = self.evidence, self.evidence.words
            lines = [
                words.extreme[question.extreme].format(
                    winner=evidence.name(ranked[0].subject), value=self._day(ranked[0])
                )
                + words.stop,
                words.runner_up.format(
                    second=evidence.name(ranked[1].subject),
                    value=self._day(ranked[1]),
                    n=len(ranked),
                )
                + words.stop,
            ]
            used = [evidence.sentence(f) for f in ranked[:2]]
            return Answer(
                True,
                evidence.lang,
                "superlative",
                tuple(lines),
                sources=evidence.sources(used),
                facts=tuple(describe(f) for f in ranked[:2]),
            )
        return None


def names_of(evidence: Evidence, ids: Sequence[str]) -> str:
    """Return names as a list in words."""
    return joined(evidence.words, [evidence.name(i) for i in ids])


def _moved(changes: Sequence[StoredFact], kind: str = "") -> Decimal | None:
    """By how much a figure changed, a fall negative; None where that is not told, or told against a quarter only."""
    by = {f.aspect: f for f in reversed(changes) if f.quantity.unit in ("%", "x", "倍")}
    change = by.get("growth" + kind) or by.get("decline" + kind)
    return None if change is None else _middle(change) * (-1 if change.aspect.startswith("decline") else 1)


def _asked_way(moved: Decimal, question: Question) -> bool:
    """Whether a change is of those asked for: who fell most is one that fell; "positive growth" leaves falls out."""
    if question.aspect == "decline":
        return moved < 0 or question.extreme == "max"
    return moved > 0 or not _GREW.search(question.folded)


def _range(fact: StoredFact) -> tuple[Decimal, Decimal]:
    ends = [v for v in (fact.quantity.lo, fact.quantity.hi) if v is not None]
    return (min(ends), max(ends)) if ends else (Decimal(0), Decimal(0))


def _middle(fact: StoredFact) -> Decimal:
    lo, hi = _range(fact)
    return (lo + hi) / 2


def _in(period: Period | None, wanted: Period | None) -> bool:
    return wanted is None or period is None or same_period(wanted, period)


def _days(line: Line) -> tuple[str, str]:
    return (line.period.start, line.period.end) if line.period else ("", "")


def _moment(fact: StoredFact) -> str:
    """A date for ordering; months and days without a year compare among themselves."""
    start = fact.period.start if fact.period else ""
    return start.removeprefix("--") if start.startswith("--") else start


def _of_one_definition(rows: Sequence[Line]) -> bool:
    """Whether figures may be compared: one measure, or net profit said with and without its owners."""
    measures = {r.measure for r in rows}
    return len(measures) == 1 or measures == {"net-profit", "net-profit-attributable"}


__all__ = ["Comparisons", "fold", "names_of"]
