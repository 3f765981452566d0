"""What was worked out last: so many results by key, made when they are first asked for.

`functools.lru_cache` does the same for a function; this is for what is made by whoever asks, and kept by another.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Latest(Generic[K, V]):
    """Keeps the results asked for last, `most` of them."""

    def __init__(self, most: int) -> None:
        """Keep nothing yet."""
        self._most = most
        self._kept: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, make: Callable[[K], V]) -> V:
        """Return what `make` makes of a key, made anew only where it is no longer kept."""
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._kept[key] = make(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return self._kept[key]
