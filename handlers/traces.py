"""Where something went wrong, without any text of it: an exception's own words may quote a message or an address."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

_FRAMES = 8  # of an exception's way, from its end


def way(raised: TracebackType | None) -> str:
    """Return the last files, lines and functions on the way to where an exception was raised."""
    frames = traceback.extract_tb(raised)[-_FRAMES:]
    return " > ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
