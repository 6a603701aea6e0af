"""
How often one address may call: a bucket for each class of methods, and so many at a time.

    address --> Client (three buckets) --Visit--> admit(method) --> runs, or "rate limit exceeded"

A bucket holds as many tokens as its rate gives in `rate_burst_s` and fills at its rate; a call
takes one. This machine and callers with a credential are not counted, unless the operator says so.
"""

import ipaddress
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

from rpc.access import Access, is_loopback
from rpc.config import RpcConfig, RpcLimits
from rpc.errors import LimitExceeded, MethodNotFound

CLIENTS_MAX: Final = 65_536  # addresses whose buckets are remembered; the quietest goes first
NETWORK_BITS: Final = 64  # of an IPv6 address: one customer has all that begin alike
CALLS: Final = "calls"
HEAVY_CALLS: Final = "heavy calls"
SENDS: Final = "sent transactions"
HEAVY: Final = frozenset(
    (
        "eth_call",
        "eth_createAccessList",
        "eth_estimateGas",
        "eth_feeHistory",
        "eth_fillTransaction",
        "eth_getBlockReceipts",
        "eth_getFilterLogs",
        "eth_getLogs",
        "eth_getProof",
        "eth_getStorageValues",
        "eth_simulateV1",
        "kumiai_lightBlock",
        "rpc.discover",
        "txpool_content",
        "txpool_inspect",
    )
)
HEAVY_NAMESPACES: Final = frozenset(("debug", "ots", "trace"))
SENDING: Final = frozenset(
    ("eth_sendRawTransaction", "eth_sendRawTransactionSync", "kumiai_submitEvidence")
)


class RateLimited(LimitExceeded):
    """The address has asked for more than its share."""


T = TypeVar("T")


class Callers(Generic[T]):
    """What is remembered of each network that called lately; a new one gets what `make` makes."""

    def __init__(self, make: Callable[[float], T]) -> None:
        self._make = make  # given the seconds of now
        self._known: OrderedDict[str, T] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def of(self, network: str, now_s: float) -> T:
        """Return what belongs to a network."""
        found = self._known.get(network)
        if found is None:
            found = self._known[network] = self._make(now_s)
            if len(self._known) > CLIENTS_MAX:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(network)
        return found


class Bucket:
    """Tokens that come at a rate, up to so many."""

    def __init__(self, rate_per_s: float, size: float, now_s: float) -> None:
        self._rate_per_s, self._size = rate_per_s, max(1.0, size)
        self._tokens, self._seen_s = self._size, now_s

    def take(self, now_s: float) -> bool:
        """Take a token; False where there is none."""
        grown = (now_s - self._seen_s) * self._rate_per_s
        self._tokens, self._seen_s = min(self._size, self._tokens + grown), now_s
        if self._tokens < 1.0:
            return False
        self._tokens -= 1.0
        return True


class Client:
    """What one address has left."""

    def __init__(self, limits: RpcLimits, now_s: float) -> None:
        self._limits = limits
        self._buckets = {
            kind: Bucket(rate, rate * limits.rate_burst_s, now_s)
            for kind, rate in _rates(limits).items()
        }
        self.heavy_running = 0

    def take(self, kind: str, now_s: float) -> None:
        """Count a call of a class of methods; raises RateLimited."""
        if not self._buckets[kind].take(now_s):
            rate = _rates(self._limits)[kind]
            raise RateLimited(f"rate limit exceeded: at most {rate:g} {kind} a second")


def _rates(limits: RpcLimits) -> dict[str, float]:
    """Return how many calls of each class an address may make a second."""
    return {
        CALLS: limits.calls_per_s,
        HEAVY_CALLS: limits.heavy_calls_per_s,
        SENDS: limits.sends_per_s,
    }


class Visit:
    """One HTTP request or WebSocket message: who sent it, and how much of it was let through."""

    def __init__(self, gate: "Gate", client: Client | None, has_credential: bool) -> None:
        self._gate, self._client, self._has_credential = gate, client, has_credential
        self.admitted = self.refused = 0

    @property
    def is_refused_whole(self) -> bool:
        """Whether every call in it was one too many."""
        return self.refused > 0 and self.admitted == 0

    def admit(self, method: str) -> "Admission":
        """Let one call run; raises MethodNotFound, RateLimited."""
        if not self._has_credential and self._gate.access.needs_credential(method):
            raise MethodNotFound.named(method)
        try:
            is_heavy = self._gate.count(self._client, method)
        except RateLimited:
            self.refused += 1
            raise
        self.admitted += 1
        return Admission(self._client if is_heavy else None)


class Admission:
    """A call that runs; a heavy one takes a place of its client's until it has ended."""

    def __init__(self, client: Client | None) -> None:
        self._client, self._is_held = client, False

    def __enter__(self) -> "Admission":
        if self._client is not None:
            self._client.heavy_running += 1
        return self

    def __exit__(self, *failure: object) -> None:
        if not self._is_held:
            self._leave()

    def hold(self, result: Awaitable[T]) -> Awaitable[T]:
        """Return what waits for the call's result, which must be awaited: the call ends with it."""
        if self._client is None:
            return result
        self._is_held = True
        return self._wait(result)

    async def _wait(self, result: Awaitable[T]) -> T:
        try:
            return await result
        finally:
            self._leave()

    def _leave(self) -> None:
        if self._client is not None:
            self._client.heavy_running -= 1


class Gate:
    """The rules of admission and the addresses that came lately."""

    def __init__(self, config: RpcConfig, access: Access, clock: Callable[[], float]) -> None:
        self.access = access
        self._limits, self._spares_loopback = config.limits, not config.limits_loopback
        self._clock = clock  # seconds, monotonic
        self._clients = Callers(lambda now_s: Client(self._limits, now_s))

    def visit(self, address: str, has_credential: bool) -> Visit:
        """Begin a request from an address."""
        if has_credential or (self._spares_loopback and is_loopback(address)):
            return Visit(self, None, has_credential)
        client = self._clients.of(network_of(address), self._clock())
        return Visit(self, client, has_credential)

    def count(self, client: Client | None, method: str) -> bool:
        """Take a call into account; return whether it is heavy. Raises RateLimited."""
        limits, is_heavy = self._limits, self._is_heavy(method)
        if client is None:
            return is_heavy
        if is_heavy and client.heavy_running >= limits.heavy_calls_at_once:
            raise RateLimited(f"too many calls at a time: at most {limits.heavy_calls_at_once}")
        kind = HEAVY_CALLS if is_heavy else CALLS
        client.take(SENDS if method in SENDING else kind, self._clock())
        return is_heavy

    def _is_heavy(self, method: str) -> bool:
        """Whether it executes code, reads many blocks or answers long; modules' views do, too."""
        namespace = self.access.namespace_of(method)
        return method in HEAVY or namespace in HEAVY_NAMESPACES or self.access.is_module(namespace)


def network_of(address: str) -> str:
    """Return by what a client is counted: an IPv4 address, the network of an IPv6 one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(found), NETWORK_BITS), strict=False))
