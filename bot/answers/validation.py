"""Answer validation: whether a sentence may speak, as it covers what was asked, or may be said to put it otherwise.

Names, numbers and measures must be there, and of the rest the most by weight. Where they are not, a sentence may
still be the answer in other words, if it is likely enough and no figure is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import questionwords as qw
from bot.answers.fitting import Fitting
from bot.answers.reasons import Reasons
from bot.answers.results import DIFFERENCE
from bot.evidence import Evidence
from bot.question import LIKE, Question
from kb import lazy
from kb.rows import StoredSentence
from kb.search import Need, Scored
from kb.terms import span_terms
from kb.text import fold, language
from kb.weighing import MISSING

# A property of something, in what position somebody was when a figure was theirs.
_OF_A_THING = lazy.compile(r"^(?:what(?:'s| is| was| are| were)|which|tell me) the (?:[\w-]+ ){1,4}(?:of|on|in|for) ")
_IN_POST = lazy.compile(r"\b(?:as|while|when) (?:an? |the |its |he was |she was )?(?:[\w-]+ )?(?:chair\w*|chief [\w ]+?|ceo|cfo|coo|cto|president|director|manager|head|partner|governor|minister|coach|editor|dean)\b|(?:担任|出任|身为|作为|当上?|任)[^,?的]{0,12}?(?:长|总裁|经理|总监|主席|主任|官|教练|校长|局长|董事)(?:时|期间|的时候|那时)")
_THINGS = 0.6  # the share of what was asked about, by weight, that a sentence must speak of
_THINGS_IN_UNIT = 0.3  # the same of a sentence with a figure in the very unit asked for: 多少頭
_THINGS_TOLD = 0.5  # the same where a reason or a story is asked for
_OF_PART = 0.5  # of a word that says of which part a figure is asked
_MANNER = 0.4  # the same for verbs, where a question has nothing else
_FIGURES = ("amount", "age", "ratio")
_SOME = 0.05  # of what was asked about, where a name says what it is about
_HALF = 0.4  # where none does
_EVENTS = ("date", "person", "place", "duration", "age")
_OF_LIFE = lazy.compile(
    r"出生|诞生|去世|逝世|结婚|离婚|毕业|退休|丈夫|太太|老公|老婆|妻子|配偶|伴侣|儿子|女儿|孩子|小孩|兄弟|姐妹|"
    r"\b(?:born|die[ds]?|marr(?:y|ied)|graduat(?:e|es|ed)|retir(?:e|es|ed)|husband|wife|spouse|partner|sons?|daughters?|kids?|child(?:ren)?|siblings?)\b"
)
# What somebody is ill with is as good as a name: a drug for one illness is none for another.
ILLNESS = lazy.compile(r"^(?![毛通弊诟生看治得患疾重怪])[\u3400-\u9fff]{1,6}(?:癌|瘤|炎|病)$|\b(?:cancer|leukaemia|leukemia|lymphoma|melanoma|diabetes|\w+itis)$")
# What only a figure or a word of its own tells: no other sentence on the thing.
_ATTRIBUTE = lazy.compile(
    r"\bwhat(?:'s| is| are| was| were) the (?P<what>(?:[\w-]+ ){0,2}?(?:sizes?|weight|length|width|height|depth|diameter|thickness|speed|capacity|resolution|density|temperature|frequency|voltage|power|"
    r"salary|pay|wages?|fees?|rent|rate|ratio|score|rating|address|colou?rs?|shape|material|warranty|lifespan|battery life|refresh rate|screen|display|memory|storage|bandwidth) )(?:of|on|for|in) "
)
_INTENDED = lazy.compile(r"(?:目标|计划|预期|打算|规划)是?|\b(?:target|aim|goal|plan)s?\b")
LIKELY = 0.38  # how likely the best sentence must be the answer
_PUT_OTHERWISE = 0.6  # the same where hardly a word of the question is there
_SURE = 0.72  # the same where its measure is not, or a word no dictionary has


class Validation:
    """Holds sentences against a question for one asker."""

    def __init__(self, evidence: Evidence, fitting: Fitting, reasons: Reasons) -> None:
        """Weigh words as the archive of `evidence` does."""
        self.evidence = evidence
        self._search = evidence.library.search
        self._fitting = fitting
        self._reasons = reasons

    def lacks(self, scored: Scored, question: Question) -> bool:
        """Return whether a sentence misses what must not be missed: a name, the measure, or too much of what was asked for.

        Names, numbers and measures must be there. Of the other things (nouns) most must be, by weight; how
        the question puts it (verbs) may differ, unless there is nothing else to go by.
        """
        told_in_unit = bool(question.subjects) and question.kind == "fact" and not DIFFERENCE.search(question.folded) and self._fitting.in_unit_asked(question, scored.sentence)
        if self._about_another(scored, question, described=told_in_unit and scored.about) or self._reasons.of_something_else(scored, question):
            return True
        if _lacks_attribute(scored, question):
            return True
        missing = set(scored.missing)
        things = [n for n in question.needs if not (n.light or n.verbal)]
        if question.wants == "date" and len(things) > 1:
            things = [n for n in things if not _INTENDED.fullmatch(n.surface)] or things  # when it means to earn is told by no other aim
        manner = [n for n in question.needs if n.verbal and not n.light]
        between = question.wants in _FIGURES and self._names_all(scored.sentence, question)
        # when two met is told with whom, where and at what, whatever the word for meeting
        between = between or (question.wants == "date" and len(question.subjects) > 1 and len(question.needs) > len(manner) + 1 and scored.about and missing <= set(manner))
        alone = not question.subjects and not question.wants and len(manner) > 1  # whose needs turn to what: the verbs say what is asked
        if (not things or alone or question.wants in _EVENTS) and not told_in_unit and not between:  # who did it and when is told with what was done
            said_in = [scored.sentence.id, *([scored.asked_in] if scored.asked_in else [])]
            unsaid = {n for n in manner if max(self._search.holds(replace(n, loose=""), i) for i in said_in) < _MANNER}
            if manner and self._share(manner, unsaid) < _MANNER:
                return True
        if self._of_another_event(scored, question) or self._only_nearby(scored, question):
            return True
        bar = _THINGS_TOLD if question.kind in ("passage", "timeline") else _THINGS
        if question.wants == "amount" and DIFFERENCE.search(question.folded) and "compare" in question.flags:
            bar = 1.0  # 耳機和手錶的收入相差多少 is not told by one of them
        plain = [n for n in things if not n.key]  # a name alone tells nothing of what is asked of it
        if (told_in_unit or question.wants in _FIGURES) and any(n.beside and not n.light and not n.surface.isascii() and n in missing for n in things) and self._right_behind(question, missing):
            return True  # 博濟財險 is another house than 博濟人壽
        if told_in_unit and any(("m_shipments",) in n.options and not n.light and self._search.holds(n, scored.sentence.id) < MISSING for n in question.needs):
            return True  # how many were shipped is told by no number of those that make up a cluster
        if told_in_unit:
            return bool(plain) and self._share(plain, missing) < _THINGS_IN_UNIT
        if question.kind == "fact" and question.wants in (*_FIGURES, "duration") and plain and set(plain) <= missing:
            return True
        if self._of_untold(scored, question):
            return True
        return bool(things) and self._share(things, missing) < bar

    def _only_nearby(self, scored: Scored, question: Question) -> bool:
        """Whether a count of something is asked for, and a sentence holds nothing of what is counted: only what stands around it does."""
        counted = [n for n in question.needs if n.options]
        if question.wants != "amount" or question.measures or not counted or question.kind != "fact" or self._names_all(scored.sentence, question):
            return False
        said_in = [scored.sentence.id, *([scored.asked_in] if scored.asked_in else [])]
        return all(self._search.holds(n, i) < MISSING for n in counted for i in said_in)

    @staticmethod
    def _of_untold(scored: Scored, question: Question) -> bool:
        """Whether a property of something without an entry is asked for, and a sentence only names the thing: the sensor size of a camera."""
        of = _OF_A_THING.match(question.folded)
        return of is not None and not question.subjects and any(not (n.light or n.key) and n.surface in of.group() for n in scored.missing)

    def _of_another_event(self, scored: Scored, question: Question) -> bool:
        """Whether a date is asked for of a thing that only its kind is told of, and a sentence says nothing of what was to happen."""
        event = [n for n in question.needs if n.verbal]
        if question.wants != "date" or question.measures or not event or len(question.subjects) > 1 or self._fitting.of_person(question):
            return False
        held = [n for n in question.needs if not (n.light or n.verbal or n in scored.missing)]
        kind_only = bool(held) and all(n.surface in qw.TYPE_WORDS for n in held)  # when its next chip comes is not told by a date beside another chip
        return kind_only and all(self._search.holds(n, scored.sentence.id) < _MANNER for n in event)

    def _right_behind(self, question: Question, missing: set[Need]) -> bool:
        """Whether a word that no sentence need lack stands right behind the name of the firm asked about, and so may be a part of another's."""
        spans = [s for s in self.evidence.library.names.find(question.folded) if s.kind == "entity" and any(set(s.ids) & set(g) for g in question.subjects)]
        return any(n.beside and n.surface[-1] not in "年季月末底初中" and question.folded.startswith(n.surface, s.end) for s in spans for n in missing)

    @staticmethod
    def _names_all(sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names both of two who had to do with each other: what one paid for the other."""
        named = {m.entity for m in sentence.mentions}
        return len(question.subjects) > 1 and question.kind == "fact" and all(named & set(g) for g in question.subjects)

    def _about_another(self, scored: Scored, question: Question, described: bool = False) -> bool:
        """Whether a name, a number, the measure, a relative, or the part that a measure is asked of is not there.

        `described`: words that no dictionary has only describe what is asked of a known subject, unless the archive has them.
        """
        measured = {f"m_{m.replace('-', '_')}" for m in question.measures}
        if any(self._is_name(n, described) or any(set(o) & measured for o in n.options) or (not n.light and (_OF_LIFE.search(n.surface) or ILLNESS.search(n.surface))) for n in scored.missing):
            return True
        post = _IN_POST.search(question.folded) if question.measures else None
        if post and any(not n.light and n.surface in post.group() and self._search.holds(n, scored.sentence.id) < _OF_PART for n in question.needs):
            return True  # what a chairman earns is not told by the pay of his first job
        if any(n.beside and not n.light for n in scored.missing) and self._named_alike(scored, question):
            return True  # 碳酸鋰均價 is no price of lithium hydroxide
        of_part = (n for n in question.needs if n.beside and not (n.light or n.verbal or n.surface.isascii()))
        # 掃地機器人 is no 擦窗機器人, though half of it is the same
        return any(0 < self._search.holds(n, scored.sentence.id) < _OF_PART for n in of_part)

    def _is_name(self, need: Need, described: bool) -> bool:
        if not need.key or not described or need.surface.isascii():
            return need.key
        return self._search.occurs(need.surface) or bool(self._named(need.surface))

    def _named_alike(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence has the measure asked for only by the name of one that is much like it."""
        alike = {m for group in LIKE if set(group) & set(question.measures) for m in group}
        said = {i for s in self._search.reading.spans(scored.sentence) for k, i in span_terms(s) if k == "measure"}
        return bool(alike & said) and not said & set(question.measures)

    def may_be_put_otherwise(self, scored: Scored, question: Question, likely: float) -> bool:
        """Return whether what is missing may be said in other words: the sentence is likely the answer, and no figure is asked for.

        Where a figure is asked for, what it is the figure of must be said: 多少股份 is not answered by another number.
        Even a measure or a name that no dictionary has may be put otherwise (應收賬款 where the turnover days are told),
        where everything else speaks for the sentence.
        """
        if question.wants in _FIGURES or question.extreme or (question.wants == "duration" and question.measures):
            return False
        if question.kind == "fact" and not question.wants and self._fitting.lacks_figure(question, scored):
            return False  # "the occupancy rate of its campus" asks for a figure as "how full" does
        asked = [n for n in question.needs if not n.light]
        named = {m.entity for m in scored.sentence.mentions}
        keywords = question.kind == "fact" and not question.wants and "which" not in question.flags
        if keywords and question.measures and _part_left_out(question, scored):
            return False  # "cargo revenue": key words ask for a figure, and of what it is must be said
        if self._of_untold(scored, question) or self._reasons.of_something_else(scored, question) or self._says_too_little(scored, question):
            return False
        if question.wants == "reason" and asked and set(asked) <= set(scored.missing) and not any(named & set(g) for g in question.subjects):
            return False  # why he resigned is not told by the reason of something else
        if question.wants == "reason" and self._of_other_measures(scored, question):
            return False  # why the share rose is not told by why costs will
        if self._of_another_event(scored, question):
            return False
        of_person = question.wants == "date" and (question.roles or self._fitting.of_person(question))
        if of_person or _OF_LIFE.search(question.folded):
            return False  # when somebody was born, or where they studied, is not told by when they founded something
        put_otherwise = question.wants not in ("date", "person")  # those that are there are mostly of something else
        if self._about_another(scored, question):
            return put_otherwise and likely >= _SURE and not any(n.key and (n.surface.isascii() or self._named(n.surface)) for n in scored.missing)
        things = [n for n in question.needs if not (n.light or n.verbal)]
        held = self._share(things, set(scored.missing)) if things else 0.0
        if held >= (_SOME if question.subjects else _HALF):
            return likely >= LIKELY
        return put_otherwise and likely >= _PUT_OTHERWISE

    def _of_other_measures(self, scored: Scored, question: Question) -> bool:
        """Whether a sentence speaks of measures, and of none of those asked for."""
        said = {i for s in self._search.reading.spans(scored.sentence) if s.kind == "measure" for i in s.ids}
        folded = fold(scored.sentence.text)
        if any(n.surface in folded for n in scored.missing):
            return False  # the turnover days of what is asked about are near enough
        return bool(question.measures and said) and said.isdisjoint(question.measures)

    @staticmethod
    def _says_too_little(scored: Scored, question: Question) -> bool:
        """Whether a sentence does not say what a question asks the reason of in one word."""
        if question.wants != "reason" or all(n.light for n in question.needs):
            return False
        return any(n.key and len(n.surface) == 1 for n in scored.missing)  # 為什麼貴: nothing is put otherwise for being dear

    def _named(self, surface: str) -> bool:
        """Whether a word is a name that the archive knows."""
        return bool(self.evidence.library.names.find(surface))

    def _share(self, needs: Sequence[Need], missing: set[Need]) -> float:
        """The share of the needs, by weight, that is not missing, 0..1."""
        total = sum(self._search.weight(n) for n in needs)
        return sum(self._search.weight(n) for n in needs if n not in missing) / total if total else 1.0


def _part_left_out(question: Question, scored: Scored) -> bool:
    """Whether a sentence in the asker's language lacks the word right before a measure's name, which says of what part it is."""
    if (question.lang == "en") != (language(scored.sentence.text) == "en"):
        return False
    measures = [n.surface for n in question.needs if any(t.startswith("m_") for o in n.options for t in o)]
    between = " " if question.lang == "en" else ""
    return any(f"{n.surface}{between}{m}" in question.folded for n in scored.missing if n.beside and not n.verbal for m in measures)


def _lacks_attribute(scored: Scored, question: Question) -> bool:
    """Whether what a thing's attribute is was asked, "the sensor size of the Mini 5", and a sentence says nothing of the attribute."""
    asked = _ATTRIBUTE.search(question.folded)
    own = [n for n in question.needs if not n.light and asked and n.surface in asked["what"]]
    return any(n in scored.missing for n in own)
