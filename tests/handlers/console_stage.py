"""Runs `xinwen` over the stand-in in a process of its own, so that a test can hold its terminal."""

import commands_stage

from handlers.__main__ import main
from handlers.commands import ask, desk

if __name__ == "__main__":
    ask.Assistant = desk.Assistant = commands_stage.StandIn
    main()
