"""All demands, in one table, and the one place where an answer is held to them before it is told.

To add one, write its test in the file of its class and put a row here: the name is what `--explain` gives as the
reason why something found was not told.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.answertype import of_another_type
from bot.answers.demands import bodies, causes, deeds, definitions, moves, pairs, people, sorts, sums, times, voices
from bot.answers.demands.told import Demand, Told, answered, proposed
from bot.answers.firstday import of_another_day
from bot.answers.holding import lacks_address, lacks_body, lacks_difficulty, lacks_occasion
from bot.answers.lacking import leaves_out_a_part
from bot.evidence import Evidence
from bot.question import Question
from kb.rows import StoredSentence

_QUOTED = frozenset(("passage", "told figure", "one sentence for all", "saying", "definition", "name alone"))
_FIGURES = frozenset(
    ("figures", "told figure", "passage", "rows", "one sentence for all", "dates", "sheet", "change", "earlier", "deal")
)
_SENTENCES = frozenset(("passage", "one sentence for all"))
_ANY: frozenset[str] = frozenset()

DEMANDS: tuple[Demand, ...] = (
    Demand("the kind of thing asked for", lambda t: t.answer is not None and of_another_type(t.question, t.answer, t.said, t.route), _ANY),
    Demand("the other of the two", sums.one_side_alone, frozenset(("rows", "figures", "told figure"))),
    Demand("the other thing asked for", pairs.one_alone, frozenset(("figures", "rows", "sheet", "passage"))),
    Demand("a part of what is asked", lambda t: t.answer is not None and leaves_out_a_part(t.question, t.answer, t.said, t.route), _ANY),
    Demand("an address", lambda t: lacks_address(t.question, t.said), _ANY),
    Demand("the body asked for", lambda t: lacks_body(t.question, t.said), _ANY),
    Demand("an occasion", lambda t: lacks_occasion(t.question, t.said), _SENTENCES | {"saying", "dates"}),
    Demand("a difficulty", lambda t: lacks_difficulty(t.question, t.said), _ANY),
    Demand("the first day", lambda t: of_another_day(t.question, t.evidence), _ANY),
    Demand("the time asked for", times.other_time, _FIGURES | _QUOTED, single=True),
    Demand("the stage asked for", times.other_stage, _FIGURES),
    Demand("the period asked for", times.other_period, _SENTENCES | {"told figure"}, single=True),
    Demand("a move of that way", moves.no_such_move, _SENTENCES | {"told figure"}, single=True),
    Demand("whose sum it is", sums.whole_round, _SENTENCES | {"told figure", "figures", "deal"}, single=True),
    Demand("where the money came from", sums.no_source, _QUOTED, single=True),
    Demand("what the sum is for", sums.other_sum, _SENTENCES | {"told figure"}, single=True),
    Demand("of what it is a part", sums.part_untold, _FIGURES | _QUOTED),
    Demand("percentage points", sums.no_points, _ANY),
    Demand("by how much", sums.change_left_undone, _SENTENCES | {"told figure"}),
    Demand("what they are for", sums.not_of_them, _FIGURES, single=True),
    Demand("what somebody said", voices.no_statement, frozenset(("definition", "name alone", "person"))),
    Demand("who said it", voices.another_speaker, _QUOTED),
    Demand("what it was said of", voices.no_view_of_it, _SENTENCES, single=True),
    Demand("somebody of that firm", people.of_another_firm, frozenset(("colleagues", "posts"))),
    Demand("somebody who may be of that firm", people.known_of_another_firm, _SENTENCES),
    Demand("that person", people.without_the_person, _SENTENCES, single=True),
    Demand("what is true of that one", people.without_the_trait, frozenset(("posts", "colleagues", "ties", "person", "credit"))),
    Demand("the name of kin", people.kin_unnamed, _SENTENCES | {"told figure", "relations", "steps", "person", "colleagues"}),
    Demand("a sum of money", sums.no_sum_raised, _SENTENCES),
    Demand("the price itself", sums.only_saved, _SENTENCES | {"told figure"}),
    Demand("the price asked for", sums.no_price, frozenset(("venue", "dates"))),
    Demand("the name asked for", voices.nameless, _ANY),
    Demand("a school", sorts.no_school, _SENTENCES | {"steps", "saying", "dates"}),
    Demand("profit as it is", sorts.only_deducted, _SENTENCES | {"told figure"}, single=True),
    Demand("more than the rest", sorts.only_the_rest, _SENTENCES | {"told figure"}),
    Demand("another body's name", bodies.no_other_body, _SENTENCES | {"relations", "told figure", "saying"}),
    Demand("the place asked for", sorts.no_place, frozenset(("either", "dates"))),
    Demand("of that market", sorts.another_market, _SENTENCES | {"told figure"}, single=True),
    Demand("which firms", sorts.no_firms, _SENTENCES | {"relations"}),
    Demand("a firm that is first", sorts.no_firm_first, frozenset(("rows",))),
    Demand("names", sorts.no_names, _SENTENCES | {"relations"}),
    Demand("what it is", definitions.only_named, frozenset(("definition", "name alone"))),
    Demand("the cause of that", causes.of_other_effect, _SENTENCES),
    Demand("a cause of that and not of something else done", causes.of_another_plan, _SENTENCES),
    Demand("a cause of that figure", causes.of_other_figure, _SENTENCES),
    Demand("what was done", deeds.of_other_deed, _SENTENCES, single=True),
    Demand("that unit", deeds.of_other_unit, _SENTENCES | {"told figure"}, single=True),
    Demand("that unit, in rows", deeds.shows_other_unit, frozenset(("rows", "sheet"))),
    Demand("the figure of that", deeds.of_the_other, frozenset(("figures", "rows"))),
    Demand("a figure of each", deeds.not_of_each, _SENTENCES),
    Demand("which is first", deeds.ranks_nothing, _SENTENCES),
)  # fmt: skip


class Demands:
    """Holds answers of one asker to what their questions demand."""

    def __init__(self, evidence: Evidence) -> None:
        """Look at the sentences that `evidence` was last cited for."""
        self._evidence = evidence

    def unmet(self, question: Question, answer: Answer, route: str) -> str:
        """Return the name of the first demand that an answer by the given way of answering does not meet, "" where it meets all."""
        return first_unmet(answered(question, answer, route, self._evidence))

    def may_be_told(self, question: Question, sentence: StoredSentence) -> bool:
        """Return whether a sentence meets what can be demanded of one by itself."""
        told = proposed(question, sentence, self._evidence)
        return not any(d.single and d.unmet(told) for d in DEMANDS if "passage" in d.routes)


def first_unmet(told: Told) -> str:
    """Return the name of the first demand that what is told does not meet, "" where it meets all."""
    return next(
        (
            d.name
            for d in DEMANDS
            if (told.route in d.routes if d.routes else told.route != "one sentence for all") and d.unmet(told)
        ),
        "",
    )
