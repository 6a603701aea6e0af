"""
How much of the gRPC server one client address may have: calls a second, and streams at a time.

    context.peer() --> address --> a bucket of calls, open streams     (this machine is not counted)
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from rpc.access import is_loopback
from rpc.admission import Bucket, Callers, network_of
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import Exhausted


class RateLimited(Exhausted):
    """The address has asked for more than its share."""


class Shares:
    """Counts the calls and streams of each address."""

    def __init__(self, limits: GrpcLimits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock = limits, clock  # the clock in seconds
        rate = limits.calls_per_s
        self._buckets = Callers(lambda now_s: Bucket(rate, rate * limits.rate_burst_s, now_s))
        self._streams: Counter[str] = Counter()

    def take(self, peer: str) -> None:
        """Count a call of a peer; raises RateLimited."""
        network = counted_network_of(peer)
        if network is None:
            return
        now_s = self._clock()
        if not self._buckets.of(network, now_s).take(now_s):
            rate = self._limits.calls_per_s
            raise RateLimited(f"rate limit exceeded: at most {rate:g} calls a second")

    @contextmanager
    def stream(self, peer: str) -> Iterator[None]:
        """Count a stream for as long as it is open; raises RateLimited."""
        network = counted_network_of(peer)
        if network is None:
            yield
            return
        most = self._limits.address_streams_max
        if self._streams[network] >= most:
            raise RateLimited(f"too many streams: at most {most} of one address")
        self._streams[network] += 1
        try:
            yield
        finally:
            self._streams[network] -= 1
            if not self._streams[network]:
                del self._streams[network]


def counted_network_of(peer: str) -> str | None:
    """
    Return by what a peer is counted, None where it is on this machine.

    gRPC writes peers as "ipv4:10.0.0.1:5000", "ipv6:%5B::1%5D:5000" and "unix:/path".
    """
    kind, _, place = peer.partition(":")
    if kind not in ("ipv4", "ipv6"):
        return None
    address = unquote(place).rpartition(":")[0].strip("[]")
    return None if is_loopback(address) else network_of(address)
