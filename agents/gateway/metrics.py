"""
A gateway in numbers, for Prometheus.

    calls, tills --observe--> Metrics --GET /metrics--> Prometheus       namespace: kumiai_gateway
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

NAMESPACE: Final = "kumiai_gateway"
WEI_PER_COIN: Final = 10**18
BUCKETS_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Every number of one gateway; `registry` is its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.calls = Counter(
            "calls",
            "Calls that were answered",
            ("model", "how"),
            namespace=NAMESPACE,
            registry=self.registry,
        )
        self.refusals = Counter(
            "refusals",
            "Calls that were refused",
            ("code",),
            namespace=NAMESPACE,
            registry=self.registry,
        )
        self.tokens = Counter(
            "tokens",
            "Tokens that were charged",
            ("model", "meter"),
            namespace=NAMESPACE,
            registry=self.registry,
        )
        self.seconds = Histogram(
            "call_seconds",
            "From a request to its answer's end",
            namespace=NAMESPACE,
            registry=self.registry,
            buckets=BUCKETS_S,
        )
        self.under_way = self._gauge("calls_under_way", "Calls that are being answered")
        self.channels = self._gauge("channels", "Channels that were used since the start")
        self.unsigned = self._gauge("unsigned_coins", "Served on credit, not signed for yet")
        self.due = self._gauge("redeemable_coins", "Signed for and not redeemed yet")
        self.commits = self._gauge("journal_commits", "Synced commits since the start")
        self.failures = self._gauge("node_failures", "Turns that the node could not be asked in")

    def render(self) -> bytes:
        """Return every number in Prometheus' text format."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, doc: str) -> Gauge:
        return Gauge(name, doc, namespace=NAMESPACE, registry=self.registry)
