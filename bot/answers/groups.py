"""Groups of companies that a question names without naming its members: 四小龍, the three battery makers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.figures import Figures
from bot.answers.lines import same_period
from bot.answers.passages import Passages
from bot.answers.sections import Sections
from bot.evidence import Evidence
from bot.question import Question
from bot.softwords import soft
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.subjects import looks_on
from kb.text import fold

COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "3": 3, "4": 4, "5": 5, "6": 6, "7": 7}  # fmt: skip
_NUMBER = lazy.compile(r"([两三四五六七3-7])(?:大|小|家|个|间|档(?![位次期案])|只|支)|\b(three|four|five|six|seven)\b(?! (?:quarters?|months?|years?|days|weeks|hours|times|per ?cent|(?:m|b)illion)\b)")
_ROUNDUP = lazy.compile(r"盘点|汇总|\broundup\b|\bsurvey of\b")
_MANY = 4  # companies that a round-up tells of at least
_LEAST_HEADS = 3  # of a survey with a section for each
_LOOKED_AT = 5  # sentences, for the article that they are of
_SAME_TRADE = {"c_chip": "c_semiconductor", "c_semiconductor": "c_chip"}
_MEANT = 0.5  # of what names a group, at least, a sentence says that tells how many they are


def counted(folded: str) -> int | None:
    """Return how many a folded question says there are, None where it says no number.

    >>> counted("四小龙的市值"), counted("the three battery makers"), counted("这些公司")
    (4, 3, None)
    """
    number = _NUMBER.search(folded)
    return COUNTS[number[1] or number[2]] if number else None


class Groups:
    """Finds the members of groups."""

    def __init__(self, evidence: Evidence, finder: Figures, passages: Passages) -> None:
        """Take what finds figures and sentences."""
        self.evidence = evidence
        self._figures = finder
        self._passages = passages
        self._sections = Sections(evidence)

    def members(self, question: Question, having: set[str]) -> set[str] | None:
        """Return the companies of a group the question names (四小龍, 儲存晶片公司), or None for all.

        `having`: companies that give the figure asked for; a list that holds more of them fits better.
        """
        needs = self._words(question)
        count = counted(question.folded)
        if not needs and not count:
            return self._of_roundup(question)
        found = self.evidence.library.search.rank(needs, (), self._passages.fitting.visible(question), limit=60)
        if (section := self._of_section(needs, found, having)) and count in (None, len(section)):
            return section
        if heads := self._heading(found, count, having):
            return heads
        best: tuple[float, set[str]] | None = None
        for scored in found:
            members = self._companies(scored.sentence)
            if (
                not members
                and count
                and scored.coverage >= _MEANT
                and (told := self._told_of(question, count, scored.sentence.article_id, scored.sentence.id) or self._reporting(question, count, scored.sentence.article_id))
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
        named = (self._told_of(question, count) if count else None) or self._of_article(needs)
        return named or self._of_roundup(question) or named

    def section(self, question: Question, having: set[str]) -> set[str]:
        """Return the companies under the headings that name the group, none where fewer than two of them give the figure asked for."""
        needs = self._words(question)
        found = self.evidence.library.search.rank(needs, (), self._passages.fitting.visible(question), limit=60) if needs else []
        return self._of_section(needs, found, having)

    def _words(self, question: Question) -> list[Need]:
        """What a question says besides the figure it asks for: the name of a group."""
        names = {*question.measures, *(m for m, _ in self._figures.targets(question))}
        names |= set(self._figures.roles.net_profits) if "net-profit" in question.measures else set()
        return [_either_name(n) for n in question.needs if not n.light and not soft(n) and not self._figures.names(n, *names)]

    def _of_section(self, needs: Sequence[Need], found: Sequence[Scored], having: set[str]) -> set[str]:
        section = set(self._sections.firms(self._sections.of(needs, [s.sentence for s in found]))) if needs else set()
        return section if len(section & having if having else section) > 1 else set()

    def _heading(self, found: Sequence[Scored], count: int | None, having: set[str]) -> set[str]:
        """The firms that each head a section of the article which tells of what names a group: as many as are said, or of whom the figure asked for is told."""
        for article in dict.fromkeys(s.sentence.article_id for s in found[:_LOOKED_AT] if s.coverage >= _MEANT):
            heads = self._sections.heads(article)
            if len(heads) >= _LEAST_HEADS and count in (None, len(heads)) and (not having or len(heads & having) > 1):
                return heads
        return set()

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
        if article is None and (
            len(fitting) != 1 or not self.evidence.foreign(self.evidence.library.search.load(fitting[0]).text)
        ):
            return set()
        return told[min(fitting, key=lambda s: abs(s - near))] if fitting else set()

    def _reporting(self, question: Question, count: int, article: int) -> set[str]:
        """The so many companies whose revenue an article tells, where no figure is asked for: who the six in its title are."""
        if question.measures:
            return set()
        told = {f.subject for f in self.evidence.all_facts("revenue") if f.article_id == article}
        return told if len(told) == count else set()

    def _of_roundup(self, question: Question) -> set[str] | None:
        """The companies of the one article that goes through many of them, where a question asks of a round-up; None where none is meant."""
        if not _ROUNDUP.search(question.folded):
            return None
        told: dict[int, set[str]] = {}
        for measure in dict.fromkeys(m for asked, _ in self._figures.targets(question) for m in self._figures.acceptable(asked, question)):
            for fact in self.evidence.all_facts(measure):
                told.setdefault(fact.article_id, set()).add(fact.subject)
        many = sorted((a for a in told if len(told[a]) >= _MANY), key=lambda a: -len(told[a]))
        return told[many[0]] if many and (len(many) == 1 or len(told[many[0]]) > len(told[many[1]])) else None

    def _of_article(self, needs: Sequence[Need]) -> set[str] | None:
        """The companies of the articles whose titles are about what the question names; none where no title is."""
        if not needs:
            return None
        library = self.evidence.library
        chosen = [
            a for a in library.search.articles_with(needs)
            if a.id in self.evidence.visible and self._sections.titled(needs, a.title)
        ]  # fmt: skip
        out: set[str] = set()
        for article in chosen[:4]:
            for sentence in library.archive.sentences_of_article(article.id):
                out |= self._companies(sentence)
        return out

    def _companies(self, sentence: StoredSentence) -> set[str]:
        entities = self.evidence.library.names.entities
        folded = fold(sentence.text)
        return {m.entity for m in sentence.mentions if entities[m.entity].kind == "company" and not looks_on(folded, m.end)}


def _either_name(need: Need) -> Need:
    """A kind of firm by either of its names: chip firms are 半導體公司 too."""
    other = [tuple(_SAME_TRADE.get(t, t) for t in o) for o in need.options]
    return replace(need, options=tuple(dict.fromkeys((*need.options, *other))))
