"""Imports point one way: handlers → bot → kb; no platform knows another; one place reads the environment."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "kb")
FILES = sorted(path.relative_to(ROOT) for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
FORBIDDEN = {
    "kb": ("bot", "handlers"),
    "bot": ("handlers", "asyncio", "sqlite3", "telegram", "slack_bolt", "slack_sdk", "aiohttp", "prompt_toolkit"),
    "handlers/telegram": ("handlers.slack", "handlers.terminal", "slack_bolt", "slack_sdk", "sqlite3"),
    "handlers/slack": ("handlers.telegram", "handlers.terminal", "telegram", "sqlite3"),
    "handlers/terminal.py": ("handlers.telegram", "handlers.slack", "sqlite3"),
}
# Who starts what is asked for; nothing else in the program may lean on them.
ROOTS = ("handlers.__main__", "handlers.commands", "handlers.run", "handlers.doctor")
ENVIRONMENT = "handlers/__main__.py"


def imported(tree):
    """Yield the full names of all modules that a file imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute here"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name, modules):
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def tree_of(file):
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_point_one_way(file):
    forbidden = [m for place, modules in FORBIDDEN.items() if file.is_relative_to(place) for m in modules]
    if not (file.is_relative_to("handlers/commands") or str(file.with_suffix("")).replace("/", ".") in ROOTS):
        forbidden += ROOTS
    assert [name for name in imported(tree_of(file)) if within(name, forbidden)] == []


@pytest.mark.parametrize("file", FILES, ids=str)
def test_only_the_root_reads_the_environment(file):
    attributes = {node.attr for node in ast.walk(tree_of(file)) if isinstance(node, ast.Attribute)}
    read = attributes & {"environ", "getenv"}
    names = [name for name in imported(tree_of(file)) if within(name, ("dotenv", "os.environ", "os.getenv"))]
    assert bool(read or names) == (file.as_posix() == ENVIRONMENT)


def test_what_is_forbidden_is_noticed():
    """The walk sees imports inside functions too."""
    found = set(imported(ast.parse("def f():\n    from handlers.slack import app\n    import kb.store as s")))
    assert found == {"handlers.slack", "handlers.slack.app", "kb.store"}
    assert within("handlers.slack.app", ["handlers.slack"]) and not within("handlers.slacker", ["handlers.slack"])
