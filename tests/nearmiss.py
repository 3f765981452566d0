"""Near-misses made from an archive itself, and their mirror: what it must refuse, and what it must not.

`near_misses` asks for what is almost there: the right company and another year, a quarter where only the year
is told, the right year and a figure this company does not give, a company that gives none, one whose name is
put together from two others, a date nobody told, a price nobody named, an attribute of a person that nobody
wrote of. `present` asks for exactly what the facts hold: values, changes, dates. Both are made in order from
the archive, nothing at random.

    python -m tests.nearmiss ARCHIVE.db
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from bot import arithmetic, figures
from bot.assistant import Assistant
from bot.evidence import Evidence
from bot.state import State
from kb.library import Library
from kb.model import Period
from kb.text import fold

_TEMPLATES = {
    "zh-Hant": "{name}{period}{measure}是多少?",
    "zh-Hans": "{name}{period}的{measure}多少",
    "en": "What was {name}'s {measure} in {period}?",
}
_CHANGES = {
    "zh-Hant": "{name}{period}{measure}同比變化多少?",
    "zh-Hans": "{name}{period}{measure}同比增长还是下降,多少?",
    "en": "How much did {name}'s {measure} change in {period}?",
}
_WHEN = {
    "founding-date": ("{name}是什麼時候成立的?", "{name}哪年成立", "When was {name} founded?"),
    "listing-date": ("{name}是哪一天上市的?", "{name}什么时候上市的", "When did {name} list?"),
}
_HAPPENED = {
    "founding-date": re.compile(r"成立|创立|创办|创建|设立|创业|found|establish|set up|start"),
    "listing-date": re.compile(r"上市|挂牌|登陆|ipo|list|public|debut|trading"),
}
_PRICE = ("{name}的售價是多少?", "{name}卖多少钱", "How much does {name} cost?")
_PRICED = re.compile(r"价|售|元|美金|price|cost|sell|\$|usd|cny|yuan")
_PERSON = {
    "zh-Hant": ("{name}的太太是誰?", "{name}的年薪是多少?", "{name}有幾個小孩?", "{name}的電話號碼?"),
    "zh-Hans": ("{name}的妻子叫什么", "{name}的星座是什么?", "{name}喜欢吃什么?"),
    "en": ("Who is {name}'s wife?", "What is {name}'s salary?", "What car does {name} drive?"),
}
_WRONG_YEARS = ("2016", "2019", "2029", "2031")


def _name(library: Library, entity: str, lang: str) -> str:
    return Evidence(library, lang).name(entity)


def _label(library: Library, measure: str, lang: str) -> str:
    return Evidence(library, lang).label(measure)


def _facts(library: Library, lang: str = "") -> list[tuple[str, str, Period | None, str]]:
    """Subject, measure, period and raw figure of every value, once; with `lang`, of that language's editions."""
    seen: dict[tuple[str, str, str], tuple[str, str, Period | None, str]] = {}
    for fact in library.archive.facts():
        if lang and fact.article_id not in library.visible(lang):
            continue
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
    yield from _parts_of_years(library)
    yield from _mixed_names(library)
    yield from _untold(library)


def _parts_of_years(library: Library) -> Iterator[tuple[str, str, str]]:
    """A quarter or half of figures that are told of whole years only."""
    facts = [f for f in _facts(library) if f[2] and library.names.measures[f[1]].unit == "money"]
    told: dict[tuple[str, str], list[Period]] = {}
    for subject, measure, period, _ in facts:
        if period:
            told.setdefault((subject, "profit" if "profit" in measure else measure), []).append(period)
    for n, ((subject, measure), periods) in enumerate(sorted(told.items())):
        years = [p for p in periods if p.kind == "year"]
        if not years or measure == "profit" or any(p.kind in ("quarter", "month") for p in periods):
            continue
        year = max(p.start[:4] for p in years)
        asked = Period(f"{year}-04-01", f"{year}-06-30", "quarter")
        if arithmetic.parts(asked, periods):
            continue
        lang = list(_TEMPLATES)[n % 3]
        slots = {"name": _name(library, subject, lang), "measure": _label(library, measure, lang)}
        yield "part of a year", lang, _TEMPLATES[lang].format(period=figures.period(asked, lang), **slots)


def _mixed_names(library: Library) -> Iterator[tuple[str, str, str]]:
    """Companies that do not exist: the first half of one name and the second of another."""
    entities = library.names.entities
    named = [_name(library, i, "zh-Hant") for i in sorted(library.known) if entities[i].kind == "company"]
    named = [n for n in named if len(n) == 4 and not n.isascii()]
    for n, (a, b) in enumerate(zip(named, named[1:] + named[:1], strict=True)):
        mixed = a[:2] + b[2:]
        if mixed not in named and not any(s.kind == "entity" for s in library.names.find(fold(mixed))):
            yield "no such company", "zh-Hant", _TEMPLATES["zh-Hant"].format(name=mixed, period="2025年", measure=("營收", "淨利潤")[n % 2])


def _untold(library: Library) -> Iterator[tuple[str, str, str]]:
    """Dates and prices that no sentence about a company or product speaks of."""
    entities = library.names.entities
    for n, entity in enumerate(sorted(library.known)):
        kind = entities[entity].kind
        if kind not in ("company", "product"):
            continue
        near = {i for k in library.archive.sentences_about(entity) for i in (k - 1, k, k + 1)}
        said = fold(" ".join(s.text for s in library.archive.sentences(sorted(near))))
        for event in _WHEN if kind == "company" else ():
            if not _HAPPENED[event].search(said):
                yield "no such date", "", _WHEN[event][n % 3].format(name=_name(library, entity, list(_TEMPLATES)[n % 3]))
        if kind == "product" and not _PRICED.search(said):
            yield "no price", "", _PRICE[n % 3].format(name=_name(library, entity, list(_TEMPLATES)[n % 3]))


def _related(measure: str, given: set[str]) -> bool:
    """Whether a measure given may rightly stand in: profits of one kind, revenue of a span."""
    return any(("profit" in measure and "profit" in g) or ("revenue" in measure and "revenue" in g) for g in given)


def _year(year: str, lang: str) -> str:
    return year if lang == "en" else f"{year}年"


def present(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield (raw figure, language, question) for every value, change and date the archive holds."""
    mine = [(lang, fact) for n, lang in enumerate(_TEMPLATES) for fact in _facts(library, lang)[n::3]]
    for lang, (subject, measure, period, raw) in mine:
        when = figures.period(period, lang)
        template = _TEMPLATES[lang] if when or lang != "en" else "What is {name}'s {measure}{period}?"
        yield raw, lang, template.format(
            name=_name(library, subject, lang), measure=_label(library, measure, lang), period=when
        )
    seen = set()
    for n, fact in enumerate(library.archive.facts()):
        lang = list(_TEMPLATES)[n % 3]
        key = (fact.subject, fact.measure, fact.period)
        if fact.article_id not in library.visible(lang) or key in seen or fact.period is None:
            continue
        slots = {"name": _name(library, fact.subject, lang), "measure": _label(library, fact.measure, lang)}
        if fact.aspect in ("growth", "decline") and fact.period.kind == "year":
            seen.add(key)
            yield fact.quantity.raw, lang, _CHANGES[lang].format(period=figures.period(fact.period, lang), **slots)
        elif fact.measure in _WHEN and (fact.subject, fact.measure) not in seen:
            seen.add((fact.subject, fact.measure))
            yield fact.quantity.raw, lang, _WHEN[fact.measure][n % 3].format(**slots)


def measured(path: str, every: int = 1) -> tuple[list[tuple[str, str]], int, list[str], int]:
    """Return the near-misses that were answered, of how many, and the present that were refused, of how many.

    With `every`, only each so-manieth question is asked.
    """
    assistant, library = Assistant.open(path), Library(path)
    try:
        asked = list(near_misses(library))[::every]
        false = [(k, q) for k, _, q in asked if assistant.reply(q, State())[0].answered]
        there = list(present(library))[::every]
        refused = [q for _, _, q in there if not assistant.reply(q, State())[0].answered]
    finally:
        assistant.close()
        library.close()
    return false, len(asked), refused, len(there)


def main(path: str) -> None:
    """Print how many near-misses were answered, and how many present figures were refused."""
    false, asked, refused, there = measured(path)
    sys.stdout.write(f"near-misses {asked}, answered {len(false)} ({100 * len(false) / max(1, asked):.1f} %)\n")
    for kind, question in false:
        sys.stdout.write(f"  {kind}: {question}\n")
    sys.stdout.write(f"present {there}, refused {len(refused)} ({100 * len(refused) / max(1, there):.1f} %)\n")
    for question in refused:
        sys.stdout.write(f"  {question}\n")


if __name__ == "__main__":
    main(sys.argv[1])
