"""What is written down is what there is: .env.example, and README's commands and options."""

import re
from pathlib import Path

import click
import pytest

from handlers.__main__ import COMMANDS, main
from handlers.settings import VARIABLES, Settings, from_mapping

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SETTINGS = (ROOT / "handlers" / "settings.py").read_text(encoding="utf-8")


def parameters(name):
    return main.get_command(click.Context(main), name).params


OPTIONS = sorted(
    {
        (name, max(option.opts, key=len))
        for name in COMMANDS
        for option in parameters(name)
        if isinstance(option, click.Option)
    }
)


def test_the_example_lists_every_variable_once_in_order_with_a_comment():
    assert tuple(re.findall(r"^(\w+)=", EXAMPLE, re.MULTILINE)) == VARIABLES
    assert len(re.findall(r"^#.+\n\w+=", EXAMPLE, re.MULTILINE)) == len(VARIABLES)


def test_every_variable_that_is_read_is_listed():
    assert set(re.findall(r'given\.\w+\(\s*"(\w+)"', SETTINGS)) == set(VARIABLES)


def test_the_example_as_it_is_changes_nothing():
    given = dict(line.split("=", 1) for line in EXAMPLE.splitlines() if line and not line.startswith("#"))
    assert from_mapping(given) == Settings()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_has_every_command(name):
    assert re.search(rf"\bxinwen {name}\b", README), f"README.md does not show `xinwen {name}`"


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_the_readme_has_every_option(name, option):
    assert re.search(rf"{option}\b", README), f"README.md does not tell of {option} of `xinwen {name}`"


def test_the_readme_shows_no_command_that_is_not_there():
    shown = set(re.findall(r"(?:^|`|\$ |bin/)xinwen ([a-z]+)\b", README, re.MULTILINE))
    assert shown <= set(COMMANDS)


@pytest.mark.parametrize("section", ["Telegram", "Slack"])
def test_the_readme_has_the_sections_that_the_program_points_to(section):
    assert re.search(rf"^#+ .*\b{section}\b", README, re.MULTILINE)
