"""A question, read already, in and an answer out.

The kinds of answer are tried in a fixed order; the first that has one gives it. The order (`bot.answers.kinds`) is policy:
what is certain (figures, dates, arithmetic) before what is quoted, and a refusal last.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answers.figures import Figures
from bot.answers.kinds import Kinds
from bot.answers.refusals import Refusals
from bot.answers.talk import talk
from bot.asked import AGREE
from bot.evidence import Evidence
from bot.question import Question
from kb.library import Library

_TWO = 2  # sources that may agree or not


class Answering:
    """Answers questions from one archive."""

    def __init__(self, library: Library) -> None:
        """Answer from `library`."""
        self._library = library

    def evidence(self, question: Question) -> Evidence:
        """Return what an answer to a question is looked for in."""
        return Evidence(self._library, question.lang, question.statement)

    def refused(self, question: Question, why: str, answer: Answer | None = None) -> Answer:
        """Return the refusal of a question, which says `why` for explaining, before what explained an `answer` that is not told."""
        evidence = self.evidence(question)
        before = answer.explanation if answer else ()
        return replace(Refusals(evidence, Figures(evidence)).refuse(question), explanation=(f"refused: {why}", *before))

    def answer(self, question: Question) -> Answer:
        """Return the first answer that a kind has and that meets what the question demands, else a refusal."""
        evidence = self.evidence(question)
        if question.kind == "smalltalk":
            return talk(evidence, question.wants)
        kinds = Kinds(evidence)
        passages = kinds.passages
        withheld: list[str] = []
        for name, attempt in kinds.attempts:
            answer = attempt(question)
            if answer and (not answer.answered or kinds.suiting.suits(question, answer, name)):
                if answer.answered and (unmet := kinds.demands.unmet(question, answer, name)):
                    withheld.append(f"not told, {name}: lacks {unmet}")
                    continue
                answer = kinds.versions.beside(question, answer)
                alone = len(answer.sources) < _TWO or (name == "passage" and answer.kind != "conflict")
                if answer.answered and alone and AGREE.search(question.folded):
                    break  # whether sources agree is not told by one
                verb = "answered by" if answer.answered else "refused by"
                return replace(answer, explanation=(*answer.explanation, f"{verb}: {name}", *withheld, *passages.explain()))
        answer = passages.beside(kinds.refusals.refuse(question))
        return replace(answer, explanation=(f"refused: {answer.gap}; no candidate may speak", *withheld, *passages.explain()))
