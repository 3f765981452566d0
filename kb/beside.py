"""Where things lie that are worked out from the program alone: beside it, in its virtual environment."""

from __future__ import annotations

import sys
from pathlib import Path


def folder() -> Path | None:
    """Return the folder, which need not exist yet; None when the program is not in a virtual environment."""
    return None if sys.prefix == sys.base_prefix else Path(sys.prefix) / "var" / "xinwen"
