"""
How much one peer may say: a token bucket for messages and one for bytes on each channel.

    bytes of a message -> Meter.wait_ms -> 0: within the rate, and counted | ms until it would be
"""

from collections.abc import Mapping
from typing import Final

from chain.types.primitives import Milliseconds
from consensus.net.config import Rate
from consensus.net.transport import Channel

MS_PER_S: Final = 1_000


class TokenBucket:
    """Tokens that come back at a steady rate up to a burst; kept in thousandths, all integers."""

    def __init__(self, per_s: int, burst: int, now_ms: Milliseconds) -> None:
        self._per_s, self._full = per_s, burst * MS_PER_S
        self._left, self._since_ms = self._full, now_ms

    def wait_ms(self, tokens: int, now_ms: Milliseconds) -> int:
        """Time until so many tokens are there, 0 when they are; more than a burst: a full one."""
        passed_ms = max(0, now_ms - self._since_ms)
        self._left = min(self._full, self._left + passed_ms * self._per_s)
        self._since_ms = now_ms
        lacking = min(tokens * MS_PER_S, self._full) - self._left
        return max(0, -(-lacking // self._per_s))

    def take(self, tokens: int) -> None:
        """Take tokens; what is not there is owed."""
        self._left -= tokens * MS_PER_S


class Meter:
    """The rates of one peer."""

    def __init__(self, rates: Mapping[Channel, Rate], now_ms: Milliseconds) -> None:
        self._buckets = {
            channel: (
                TokenBucket(rate.messages_per_s, rate.messages_per_s * rate.burst_s, now_ms),
                TokenBucket(rate.bytes_per_s, rate.bytes_per_s * rate.burst_s, now_ms),
            )
            for channel, rate in rates.items()
        }

    def wait_ms(self, channel: Channel, size_bytes: int, now_ms: Milliseconds) -> int:
        """0 and counted when a message is within the rates; else the ms until it would be."""
        messages, size = self._buckets[channel]
        wait_ms = max(messages.wait_ms(1, now_ms), size.wait_ms(size_bytes, now_ms))
        if wait_ms == 0:
            messages.take(1)
            size.take(size_bytes)
        return wait_ms
