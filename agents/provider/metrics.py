"""
A provider in numbers, for Prometheus.

    turns --observe--> Metrics --GET /metrics--> Prometheus       namespace: kumiai_provider
"""

from typing import Final

from prometheus_client import CollectorRegistry, Gauge, generate_latest

NAMESPACE: Final = "kumiai_provider"
WEI_PER_COIN: Final = 10**18


class Metrics:
    """Every number of one provider; `registry` is its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.height = self._gauge("height", "Newest block that was looked at")
        self.engaged = self._gauge("orders", "Orders that were won and are not over")
        self.running = self._gauge("jobs_running", "Jobs that run now, others' that are judged too")
        self.results = self._gauge("results", "Jobs done since the provider began")
        self.votes = self._gauge("votes", "Results of others that were judged")
        self.calls = self._gauge("calls", "Calls that a block took since the start")
        self.refusals = self._gauge("refusals", "Calls that the chain said no to since the start")
        self.failures = self._gauge("node_failures", "Turns that the node could not be asked in")
        self.balance = self._gauge("balance_coins", "The account's coins")
        self.income = self._gauge("income_coins", "Paid by modules, bonds that came back included")
        self.fees = self._gauge("fees_coins", "Paid for transactions")

    def render(self) -> bytes:
        """Return every number in Prometheus' text format."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, doc: str) -> Gauge:
        return Gauge(name, doc, namespace=NAMESPACE, registry=self.registry)
