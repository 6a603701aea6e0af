"""
A relayer or an attester in numbers, for Prometheus.

    rounds --observe--> Metrics --GET /metrics--> Prometheus       namespace: kumiai_bridge

Heights are of final blocks, times seconds, coins of the chain that the label names.
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

NAMESPACE: Final = "kumiai_bridge"


class Metrics:
    """Every number of one process; `registry` is its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.head = self._gauge("head_height", "Newest final block that was read")
        self.pending = self._gauge("pending_packets", "Packets of this chain that are under way")
        self.oldest_s = self._gauge(
            "oldest_timeout_seconds", "Last second of the packet that ends soonest, 0 for none"
        )
        self.trusted = self._gauge("client_height", "Height of the other chain that is trusted")
        self.expires_s = self._gauge("client_expires_seconds", "When that trust ends, Unix time")
        self.is_live = self._gauge("client_live", "1 while the client is neither frozen nor old")
        self.is_open = self._gauge("route_open", "1 while the route takes packets")
        self.balance = self._gauge("balance_coins", "Coins left to pay gas with")
        self.done = self._counter("calls", "Calls that a block took", ["chain", "task"])
        self.refused = self._counter("refusals", "Calls that were refused", ["chain", "reason"])
        self.gas = self._counter("gas", "Gas that was paid for", ["chain"])
        self.failures = self._counter(
            "failures", "Rounds that an end could not be read in", ["chain"]
        )
        self.rounds = self._counter("rounds", "Times that both ends were looked at", [])
        self.disagreements = self._counter(
            "disagreements", "Heights at which the sources of a chain disagreed", ["chain"]
        )
        self.accused = self._counter(
            "accusations", "Liars whose bonds this attester had burned", ["chain"]
        )
        self.attested = self._gauge("attested_height", "Newest height that was attested to")

    def render(self) -> bytes:
        """Return every number in Prometheus' text format."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, doc: str) -> Gauge:
        return Gauge(name, doc, ["chain"], namespace=NAMESPACE, registry=self.registry)

    def _counter(self, name: str, doc: str, labels: list[str]) -> Counter:
        return Counter(name, doc, labels, namespace=NAMESPACE, registry=self.registry)
