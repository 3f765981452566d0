"""The kinds of answer, in the order they are tried: what is certain before what is quoted.

Each is asked in turn, and the first that has an answer which suits the question gives it (`bot.assistant`). To add
one, put it where nothing surer comes after it: see docs/adding.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answer import Answer
from bot.answers.added import Added
from bot.answers.ages import Ages, asks_then
from bot.answers.alumni import Alumni
from bot.answers.averages import Averages
from bot.answers.calculator import Calculator
from bot.answers.careers import Careers
from bot.answers.changes import Changes
from bot.answers.claimants import Claimants
from bot.answers.colleagues import Colleagues
from bot.answers.comparisons import Comparisons
from bot.answers.coverage import covered
from bot.answers.credits import Credits
from bot.answers.dateorder import DateOrder
from bot.answers.dates import Dates
from bot.answers.deals import Deals
from bot.answers.dearer import Dearer
from bot.answers.demands.table import Demands
from bot.answers.derived import Derived
from bot.answers.discounts import Discounts
from bot.answers.disputed import Disputed
from bot.answers.earlier import Earlier
from bot.answers.either import Either
from bot.answers.enumerated import Enumerated
from bot.answers.extremes import Extremes
from bot.answers.figures import Figures
from bot.answers.fromto import FromTo
from bot.answers.groups import Groups
from bot.answers.handovers import Handovers
from bot.answers.holders import Holders
from bot.answers.interviewed import Interviewed
from bot.answers.judged import Judged
from bot.answers.legalnames import LegalNames
from bot.answers.listed import Listed
from bot.answers.lists import Lists
from bot.answers.madeby import MadeBy
from bot.answers.movedby import MovedBy
from bot.answers.namedlists import NamedLists
from bot.answers.offerings import Offerings
from bot.answers.onsale import OnSale
from bot.answers.origins import Origins
from bot.answers.outright import Outright
from bot.answers.owners import Owners
from bot.answers.parts import Parts
from bot.answers.passages import Passages
from bot.answers.people import People
from bot.answers.perunit import PerUnit
from bot.answers.posts import Posts
from bot.answers.predecessors import Predecessors
from bot.answers.proceeds import Proceeds
from bot.answers.provisions import Provisions
from bot.answers.quotations import Quotations
from bot.answers.refusals import Refusals
from bot.answers.relations import Relations
from bot.answers.restated import Restated
from bot.answers.rests import Rests
from bot.answers.results import says_result, vouched
from bot.answers.revised import Revised
from bot.answers.revisionfinder import RevisionFinder
from bot.answers.rows import Rows
from bot.answers.sayings import Sayings
from bot.answers.severalsum import SeveralSum
from bot.answers.sidebyside import SideBySide
from bot.answers.sides import Sides
from bot.answers.significance import Significance
from bot.answers.similes import Similes
from bot.answers.sites import Sites
from bot.answers.speakers import Speakers
from bot.answers.specsheet import SpecSheet
from bot.answers.stilltodo import StillToDo
from bot.answers.stocks import Stocks
from bot.answers.streaks import Streaks
from bot.answers.successors import Successors
from bot.answers.suiting import Suiting
from bot.answers.targets import Targets
from bot.answers.things import Things
from bot.answers.thresholds import Thresholds
from bot.answers.ties import Ties
from bot.answers.titles import Titles
from bot.answers.together import Together
from bot.answers.togo import ToGo
from bot.answers.told import Told
from bot.answers.toldextremes import ToldExtremes
from bot.answers.toldfigures import BY_FIGURES, BY_ROWS, ToldFigures
from bot.answers.traits import Traits
from bot.answers.undone import Undone
from bot.answers.unitprices import UnitPrices
from bot.answers.untold import Untold
from bot.answers.venues import Venues
from bot.answers.voiced import Voiced
from bot.answers.wholeparts import WholeParts
from bot.answers.wrongways import WrongWays
from bot.asked import WHICH_FIRM, asked_number
from bot.evidence import Evidence
from bot.question import Question
from bot.versions import Versions
from kb import lazy

Attempt = Callable[[Question], Answer | None]

_ASKS_MORE = lazy.compile(r"多[长高宽大深久远快少重厚薄贵亮响吵]|几|哪[家间一个]?|怎[么样]|如何|由来|来源|来历|\b(?:which|how|where|when|why|spend(?:s|ing)?|spent|costs?|charg(?:es?|ed|ing)|pay(?:s|ing)?)\b")


# What one character names, which is no need of its own.
_A_WORK = lazy.compile(r"[写寫出著编拍唱演画得拿获](?:版|过|了|的)*(?:什么|哪|几|一)?(?:[本首部张幅座个次])?(?:书|歌|片|戏|剧|画|奖)|(?:书|歌|奖)(?:名|叫)")


class Kinds:
    """All kinds of answer for one asker, and what their answers are held against."""

    def __init__(self, evidence: Evidence) -> None:
        """Answer from `evidence`."""
        figures = Figures(evidence)
        passages = self.passages = Passages(evidence)
        dates = Dates(evidence, figures)
        people = People(evidence, passages)
        posts = Posts(evidence, passages)
        careers = Careers(evidence, posts)
        colleagues = Colleagues(evidence)
        relations = Relations(evidence, passages)
        handovers = Handovers(evidence, passages, posts)
        groups = Groups(evidence, figures, passages)
        order = DateOrder(evidence, dates, groups)
        comparisons = Comparisons(evidence, figures, dates, passages, groups, order)
        versions = self.versions = Versions(evidence, passages)
        either = Either(evidence, figures, dates, passages, versions)
        derived = Derived(evidence, figures, dates, groups)
        parts = Parts(evidence, figures, passages)
        changes = Changes(evidence, figures)
        rows = Rows(evidence, figures, passages)
        listed = Listed(evidence, figures, passages)
        refusals = self.refusals = Refusals(evidence, figures)
        fromto = FromTo(evidence)
        self.suiting = Suiting(evidence, passages.fitting)
        self.demands = Demands(evidence)
        sayings = Sayings(evidence)
        voiced = Voiced(evidence, sayings)
        quotations = Quotations(evidence, passages, sayings)
        traits = Traits(evidence, careers)
        ages = Ages(evidence, careers, derived.age)
        told = Told(evidence, passages)
        origins = Origins(evidence, passages)
        credits = Credits(evidence, passages)
        predecessors = Predecessors(evidence, passages)
        similes = Similes(evidence, passages)
        rests = Rests(told)
        toldfigures = ToldFigures(evidence, passages)
        deals = Deals(evidence, passages)
        undone = Undone(told, figures)
        together = Together(told)
        sidebyside = SideBySide(evidence, figures, passages)
        toldextremes = ToldExtremes(evidence, figures, passages)
        enumerated = Enumerated(evidence, figures, passages, toldextremes)
        calculator = Calculator(told, figures)
        streaks = Streaks(told, figures)
        revisions = RevisionFinder(told)
        onsale = OnSale(evidence, passages)
        madeby = MadeBy(evidence, passages)
        specsheet = SpecSheet(evidence, passages)
        self.attempts: tuple[tuple[str, Attempt], ...] = (
            ("ambiguous", refusals.ambiguous),
            ("unknown subject", refusals.unknown_subject),
            ("premise", figures.premise),
            ("wrong way", WrongWays(evidence, figures).answer),
            ("spellings", either.spellings),
            ("rest counted", rests.counted),
            ("counted", versions.counted),
            ("streak", lambda q: streaks.answer(q) or (refusals.refuse(q) if streaks.must(q) else None)),
            ("order", order.in_turn),
            ("disputed", Disputed(evidence, passages, versions).answer),
            ("either", either.answer),
            ("age then", lambda q: ages.answer(q) or (refusals.refuse(q) if asks_then(q) and careers.person(q) else None)),
            ("speaker", Speakers(evidence, passages.quoting).answer),
            ("venue", Venues(evidence, dates).answer),
            ("site", Sites(evidence).answer),
            ("legal name", LegalNames(evidence).answer),
            ("significance", Significance(evidence, passages).answer),
            ("likeness", lambda q: similes.answer(q) or (refusals.refuse(q) if similes.must(q) else None)),
            ("claimant", Claimants(evidence, passages).answer),
            ("origin", origins.answer),
            ("handover", handovers.answer),
            ("successor", Successors(evidence, passages).answer),
            ("predecessor", predecessors.answer),
            ("credit", credits.answer),
            ("title", Titles(evidence).answer),
            ("ties", Ties(evidence, posts).answer),
            ("colleagues", lambda q: colleagues.answer(q) or (refusals.refuse(q) if colleagues.never(q) else None)),
            ("traits", traits.answer),
            ("steps", lambda q: None if traits.of_kin(q) else careers.answer(q)),
            ("alumni", Alumni(evidence).answer),
            ("no colleague", lambda q: refusals.refuse(q) if colleagues.must(q) else None),
            ("deal", deals.answer),
            ("restated", Restated(told, revisions).answer),
            ("revised", Revised(told, revisions).answer),
            ("to go", ToGo(told, figures).answer),
            ("still to do", StillToDo(told).answer),
            ("for each", PerUnit(told, figures).answer),
            ("target", Targets(evidence, figures, passages).answer),
            ("rest", rests.answer),
            ("on sale", onsale.answer),
            ("made by", madeby.answer),
            ("dearer", Dearer(evidence, passages).answer),
            ("interview", Interviewed(evidence, passages).answer),
            ("proceeds", Proceeds(evidence, passages).answer),
            ("told outright", Outright(evidence, figures, passages).answer),
            ("listed", listed.answer),
            ("rows", lambda q: covered(evidence, q, toldfigures.rather(q, vouched(q, rows.parts(q)), BY_ROWS))),
            ("listed", listed.rows),
            ("relations", relations.answer),
            ("holder", Holders(evidence, passages).answer),
            ("owner", Owners(evidence, passages).answer),
            ("posts", lambda q: refusals.refuse(q) if predecessors.never(q) else posts.answer(q)),
            ("moved in", handovers.holder),
            ("offerings", Offerings(evidence).answer),
            ("added", Added(evidence, passages).answer),
            ("named list", NamedLists(evidence, passages).answer),
            ("group", comparisons.group),
            ("companies", Lists(evidence, passages, groups, dates).answer),
            ("change", changes.answer),
            ("arithmetic asked for", derived.asked),
            ("whole and part", WholeParts(told, figures).answer),
            ("several added", SeveralSum(told, figures).answer),
            ("discount", Discounts(told).answer),
            ("average", Averages(told, figures).answer),
            ("each", UnitPrices(told).answer),
            ("before and after", Stocks(told).answer),
            ("two things", Things(told, figures).answer),
            ("calculator", calculator.answer),
            ("moved by", MovedBy(told, figures).answer),
            ("implied", Untold(told, figures).answer),
            ("undone", lambda q: undone.answer(q) if "implied" in q.flags else None),
            ("threshold", Thresholds(evidence, figures).answer),
            ("side by side", lambda q: covered(evidence, q, sidebyside.of_strangers(q))),
            ("judged", Judged(evidence, figures).answer),
            ("comparison", lambda q: together.fuller(q, comparisons.compare(q))),
            ("side by side", lambda q: covered(evidence, q, sidebyside.answer(q))),
            ("superlative", Extremes(evidence, figures, order, groups).superlative),
            ("rows", lambda q: covered(evidence, q, vouched(q, rows.ranked(q)))),
            ("told extreme", toldextremes.answer),
            ("sides", Sides(evidence, figures, passages, comparisons.compare).answer),
            ("told together", together.sides),
            ("told of both times", together.times),
            ("figures", lambda q: toldfigures.rather(q, vouched(q, rows.vouched(q, fromto.worked(q, figures.answer(q)))), BY_FIGURES)),
            ("sheet", specsheet.answer),
            ("dates", dates.answer),
            ("arithmetic", derived.answer),
            ("earlier", Earlier(evidence, figures).answer),
            ("undone", undone.answer),
            ("told of several", enumerated.answer),
            ("parts", parts.answer),
            ("opened and closed", parts.net),
            ("no date", lambda q: refusals.refuse(q) if dates.untold(q) else None),
            ("deal", deals.of_round),
            ("no credit", lambda q: refusals.refuse(q) if credits.must(q) else None),
            ("no step", lambda q: refusals.refuse(q) if careers.must(q) or traits.must(q) else None),
            ("saying", lambda q: sayings.answer(q) or quotations.answer(q) or voiced.answer(q) or (refusals.refuse(q) if sayings.must(q) else None)),
            ("person", lambda q: None if sayings.asked(q) else people.person(q) or people.stranger(q)),
            ("definition", lambda q: people.definition(q) if q.kind == "definition" and not (WHICH_FIRM.search(q.folded) and q.needs) else None),
            ("name alone", lambda q: _name_alone(q, people)),
            ("provision", Provisions(evidence, passages).answer),
            ("other period", refusals.other_period),
            ("passage", lambda q: sayings.vouched(q, toldextremes.vouched(q, says_result(q, fromto.worked(q, posts.vouched(q, relations.vouched(q, rows.vouched(q, origins.vouched(q, passages.answer(q)))))))))),
            ("told figure", lambda q: says_result(q, toldfigures.answer(q))),
        )


def _name_alone(question: Question, people: People) -> Answer | None:
    """A name and nothing else: say who or what it is."""
    if question.needs or question.measures or question.periods or len(question.subjects) != 1:
        return None
    if _ASKS_MORE.search(question.folded) or _A_WORK.search(question.folded):
        return None  # 是哪家代工的, 名字怎麼來的, 寫過什麼書: more than who or what it is
    if question.wants or question.kind in ("list", "superlative", "compare") or asked_number(question.folded):
        return None
    return people.person(replace(question, kind="person")) or people.definition(question, question.text)
