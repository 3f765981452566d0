"""Slack's pace: about one message a second in a channel; more is answered with 429."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict

INTERVAL = 1.0  # seconds
_CHANNELS = 1000  # remembered at once; the longest silent are dropped


class Pace:
    """Hands out the next free moment of a channel."""

    def __init__(self, interval: float | None = None) -> None:
        """Take the seconds between two messages to one channel, usually `INTERVAL`."""
        self._interval = INTERVAL if interval is None else interval
        self._free: OrderedDict[str, float] = OrderedDict()

    async def turn(self, channel: str) -> None:
        """Wait until `channel` may be written to. Callers are served in the order they came."""
        now = time.monotonic()
        moment = max(now, self._free.get(channel, now))
        self._free[channel] = moment + self._interval
        self._free.move_to_end(channel)
        if len(self._free) > _CHANNELS:
            self._free.popitem(last=False)
        await asyncio.sleep(moment - now)
