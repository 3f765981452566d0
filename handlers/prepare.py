"""`python -m handlers.prepare`: what setting up works out once, so that the first start is as quick as the next.

That is what every archive begins with, and every pattern of the program compiled.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

import bot
import handlers
import kb
from kb import lazy
from kb.make import prepare


def load_all() -> None:
    """Import every module of the program, which makes its patterns known."""
    for package in (kb, bot, handlers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


if __name__ == "__main__":
    load_all()
    prepare()
    lazy.compile_all()
