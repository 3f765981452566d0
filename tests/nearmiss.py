"""Near-misses made from an archive itself, and their mirror: what it must refuse, and what it must not.

`near_misses` asks for what is almost there: the right company and another year, the right year and a figure
this company does not give, a company that gives none, an attribute of a person that nobody wrote of.
`present` asks for exactly what the facts hold. Both are made in order from the archive, nothing at random.

    python -m tests.nearmiss ARCHIVE.db
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bot import figures
from bot.assistant import Assistant
from bot.state import State
from kb.library import Library
from kb.model import Period

_TEMPLATES = {
    "zh-Hant": "{name}{period}{measure}是多少?",
    "zh-Hans": "{name}{period}的{measure}多少",
    "en": "What was {name}'s {measure} in {period}?",
}
_PERSON = {
    "zh-Hant": ("{name}的太太是誰?", "{name}的年薪是多少?", "{name}有幾個小孩?", "{name}的電話號碼?"),
    "zh-Hans": ("{name}的妻子叫什么", "{name}的星座是什么?", "{name}喜欢吃什么?"),
    "en": ("Who is {name}'s wife?", "What is {name}'s salary?", "What car does {name} drive?"),
}
_WRONG_YEARS = ("2016", "2019", "2029", "2031")


def _name(library: Library, entity: str, lang: str) -> str:
    from bot.evidence import Evidence  # noqa: PLC0415

    return Evidence(library, lang).name(entity)


def _label(library: Library, measure: str, lang: str) -> str:
    from bot.evidence import Evidence  # noqa: PLC0415

    return Evidence(library, lang).label(measure)


def _facts(library: Library) -> list[tuple[str, str, Period | None, str]]:
    seen: dict[tuple[str, str, str], tuple[str, str, Period | None, str]] = {}
    for fact in library.archive.facts():
        if fact.aspect == "value" and fact.quantity.unit not in ("date", "code"):
            key = (fact.subject, fact.measure, fact.period.start + fact.period.end if fact.period else "")
            seen.setdefault(key, (fact.subject, fact.measure, fact.period, fact.quantity.raw))
    return list(seen.values())


def near_misses(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, language, question) for questions the archive cannot answer."""
    facts = _facts(library)
    langs = list(_TEMPLATES)
    given = {(s, m) for s, m, _, _ in facts}
    for n, (subject, measure, period, _) in enumerate(facts):
        if period is None or period.kind != "year":
            continue
        lang = langs[n % 3]
        slots = {"name": _name(library, subject, lang), "measure": _label(library, measure, lang)}
        yield "wrong year", lang, _TEMPLATES[lang].format(period=_year(_WRONG_YEARS[n % 4], lang), **slots)
    money = sorted({m for _, m, p, _ in facts if p and library.names.measures[m].unit == "money"})
    subjects = sorted({s for s, _, p, _ in facts if p and library.names.entities[s].kind == "company"})
    for n, subject in enumerate(subjects):
        lacking = [m for m in money if (subject, m) not in given and not _related(m, {g for s, g in given if s == subject})]
        for k, measure in enumerate(lacking[:2]):
            lang = langs[(n + k) % 3]
            slots = {"name": _name(library, subject, lang), "measure": _label(library, measure, lang)}
            yield "wrong measure", lang, _TEMPLATES[lang].format(period=_year("2025", lang), **slots)
    silent = sorted(i for i in library.known if library.names.entities[i].kind == "company" and i not in subjects)
    for n, subject in enumerate(silent):
        lang = langs[n % 3]
        slots = {"name": _name(library, subject, lang), "measure": _label(library, money[n % len(money)], lang)}
        yield "company without", lang, _TEMPLATES[lang].format(period=_year("2025", lang), **slots)
    people = sorted(i for i in library.known if library.names.entities[i].kind == "person")
    for n, person in enumerate(people):
        lang = langs[n % 3]
        for template in _PERSON[lang][:2]:
            yield "attribute", lang, template.format(name=_name(library, person, lang))


def _related(measure: str, given: set[str]) -> bool:
    """Whether a measure given may rightly stand in: profits of one kind, revenue of a span."""
    return any(("profit" in measure and "profit" in g) or ("revenue" in measure and "revenue" in g) for g in given)


def _year(year: str, lang: str) -> str:
    return year if lang == "en" else f"{year}年"


def present(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield (raw figure, language, question) for every figure the archive holds."""
    for n, (subject, measure, period, raw) in enumerate(_facts(library)):
        lang = list(_TEMPLATES)[n % 3]
        when = figures.period(period, lang)
        template = _TEMPLATES[lang] if when or lang != "en" else "What is {name}'s {measure}{period}?"
        yield raw, lang, template.format(
            name=_name(library, subject, lang), measure=_label(library, measure, lang), period=when
        )


def main(path: str) -> None:
    """Print how many near-misses were answered, and how many present figures were refused."""
    assistant = Assistant.open(path)
    library = Library(path)
    asked = list(near_misses(library))
    false = [(k, q) for k, _, q in asked if assistant.reply(q, State())[0].answered]
    sys.stdout.write(f"near-misses {len(asked)}, answered {len(false)} ({100 * len(false) / max(1, len(asked)):.1f} %)\n")
    for kind, question in false:
        sys.stdout.write(f"  {kind}: {question}\n")
    there = list(present(library))
    refused = [q for _, _, q in there if not assistant.reply(q, State())[0].answered]
    sys.stdout.write(f"present {len(there)}, refused {len(refused)} ({100 * len(refused) / max(1, len(there)):.1f} %)\n")
    for question in refused:
        sys.stdout.write(f"  {question}\n")


if __name__ == "__main__":
    main(sys.argv[1])
