"""Small talk: a sentence and three examples from the archive itself, no sources."""

from __future__ import annotations

from bot import figures
from bot.answer import Answer
from bot.evidence import Evidence
from bot.wording import Wording

_KINDS = ("hello", "thanks", "help", "bye", "ok")


def talk(evidence: Evidence, kind: str) -> Answer:
    """Answer a greeting, thanks, or a question about the bot."""
    words = evidence.words
    line = words.who_am_i if kind == "who" else getattr(words, kind if kind in _KINDS else "help")
    offers = () if kind == "bye" else examples(evidence)
    return Answer(True, evidence.lang, "help" if kind in ("help", "who") else "smalltalk", (line,), suggestions=offers)


def examples(evidence: Evidence) -> tuple[str, ...]:
    """Return three questions the archive can answer: a figure, a person, a comparison."""
    words: Wording = evidence.words
    out = []
    revenue = [f for f in evidence.all_facts("revenue") if f.aspect == "value" and f.period]
    subjects = list(dict.fromkeys(f.subject for f in revenue))
    if revenue:
        first = revenue[0]
        out.append(
            " ".join(
                words.ask_measure.format(
                    subject=evidence.name(first.subject),
                    subject_of=evidence.possessive(first.subject),
                    period=figures.period(first.period, evidence.lang),
                    measure=evidence.label("revenue"),
                ).split()
            )
        )
    people = evidence.library.archive.known("person")
    if people:
        best = max(people, key=lambda i: len(evidence.library.archive.sentences_about(i)))
        out.append(words.ask_who.format(subject=evidence.name(best)))
    if len(subjects) > 1:
        out.append(
            words.ask_compare.format(
                a=evidence.name(subjects[0]), b=evidence.name(subjects[1]), measure=evidence.label("revenue")
            )
        )
    return tuple(out)
