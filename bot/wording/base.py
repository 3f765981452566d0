"""The shape of a language: every sentence the bot can say, as templates with named slots."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """All sentences of one language. Slots in braces are filled by `str.format`."""

    lang: str
    list_join: str  # between names in a list
    list_last: str  # before the last name
    stop: str  # ends a sentence
    semicolon: str  # between several versions
    # figures
    figure: str  # {subject} {period} {measure} {value}
    figure_forecast: str
    figure_no_period: str
    growth: dict[str, str]  # aspect -> clause with {value}; joined to the figure
    growth_plain: dict[str, str]  # the same against no named time; "rise" and "drop" for prices
    only_change: str  # {subject} {period} {measure} {change}
    loss: str  # {value} printed without a minus sign
    loss_signed: str  # {value} printed with one
    outflow: str  # {value} of cash that flowed out
    no_profit: str
    no_loss: str
    event: dict[str, str]  # measure id -> {subject} {date}
    event_other: str  # {subject} {measure} {date}
    # comparison and extremes
    higher: str  # {winner}
    lower: str
    grew_more: str  # {winner}, of a change
    grew_less: str
    fell_more: str
    by_how_much: str  # {value}, joined to higher or lower
    loses_more: str  # {winner}
    expected: str  # {value} of a forecast, in a cell
    yes: str  # before the figure that says so
    no: str
    not_compared: str  # {n} others give it in another currency
    overlap: str
    equal: str
    other_units: str
    extreme: dict[str, str]  # max | min | loss | grew | slowed | fell | eased | first | last -> {winner} {measure} {period} {value} {n}
    runner_up: str
    part: str  # {part} {measure} {value}
    part_after: str  # {second} {value} {n}
    part_share: str  # {value}: of the whole
    share_worked: str  # {part} {value}
    stayed: dict[str, str]  # max | min -> {winner} {place} {value} {n}
    years: str  # {n}
    counted: str  # {n} {items}: how many, and which
    column_company: str
    column_change: str
    # arithmetic
    implied: str
    total: str
    difference: str
    also_by: str  # {value}: a difference, behind a percentage
    reached: str  # {value}
    whole_worth: str  # {value}
    worked: str  # {value}
    result: str
    left: str
    moved: str  # {before} {after}
    revised: str  # {before} {after}
    rose: str  # {value}
    fell: str
    ratio: str
    grown_between: str  # {subject} {period} {measure} {value}
    fallen_between: str
    share: str  # {subject} {period} {measure} {whole} {value}
    aged_then: str  # {subject} {when} {n} {a} {b}
    earlier: str  # {winner}
    later: str  # {winner}
    days_between: str
    years_between: str
    straddle: str
    # disagreement
    conflict: str  # lead
    conflict_item: str  # {publisher} {value}
    conflict_dated: str  # the same with {date}
    differ_on: str  # {subject} {measure}: what several versions are of, before their lead
    revision: str  # lead: one and the same thing told at different times
    forecasts: str  # lead: what several houses expect
    other_version: str  # {publisher} {text}: another source's sentence beside the answer
    # quoting
    quote_lead: str  # before a quotation in another language
    quote_lead_about: str
    # person
    who: str
    colon: str  # between a name or a date and what is said of it
    aside: str  # puts a company beside a person's name: {}
    age_at: str  # {subject} {born} {year} {age}
    lasted: str  # {n} {a} {b}
    # refusals
    missing_subject: str  # {subject}
    missing_measure: str  # {subject} {measure}
    missing_period: str  # {subject} {measure} {period}
    missing_words: str  # {words}
    missing_about: str  # {subject} {words}
    missing_all: str
    nearest: str  # {figure}
    nearest_quote: str
    have_instead: str
    ambiguous: str  # {name} {choices}
    did_you_mean: str
    # talk
    hello: str
    thanks: str
    help: str
    who_am_i: str
    bye: str
    ok: str
    # labels
    sources: str
    ask_measure: str = ""
    ask_who: str = ""
    ask_compare: str = ""
    ask_what: str = ""
    forecast_tag: str = ""


def joined(words: Wording, items: list[str]) -> str:
    """Join names the way the language lists them."""
    if len(items) < 2:
        return "".join(items)
    return words.list_join.join(items[:-1]) + words.list_last + items[-1]
