"""Many results as one table, and one result as a story."""

from collections import Counter
from dataclasses import dataclass, field

from rich.table import Table

from tests.sim.cluster import Result


@dataclass
class Totals:
    """Sums over results."""

    seeds: int = 0
    heights: int = 0
    rounds: Counter[int] = field(default_factory=Counter)
    calm_rounds: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    lies: Counter[str] = field(default_factory=Counter)
    evidence: Counter[str] = field(default_factory=Counter)
    latencies_ms: list[int] = field(default_factory=list)
    violations: Counter[str] = field(default_factory=Counter)
    caught: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Add one result."""
        self.seeds += 1
        self.heights += result.heights
        self.rounds += result.rounds
        self.calm_rounds += result.calm_rounds
        self.faults += result.crashes
        self.links += result.links
        self.lies += result.lies
        self.evidence += result.evidence
        self.latencies_ms += result.latencies_ms
        if result.violations:
            self.violations[result.violations[0].property] += 1
            self.caught.append(result)

    def table(self, title: str, elapsed_s: float) -> Table:
        """Return everything for people."""
        table = Table(title=title, show_header=False)
        rows = {
            "seeds": f"{self.seeds}, {self.seeds / elapsed_s:.1f} a second",
            "heights decided": str(self.heights),
            "decided in round": counts(self.rounds),
            "rounds after healing": counts(self.calm_rounds),
            "block time to commit": _spread(self.latencies_ms),
            "faults": counts(self.faults),
            "messages": counts(self.links),
            "liars by lie": counts(self.lies),
            "evidence taken": counts(self.evidence),
            "violations": counts(self.violations) or "none",
        }
        for name, value in rows.items():
            table.add_row(name, value)
        return table


def counts(counter: Counter[int] | Counter[str]) -> str:
    """One counter in a line."""
    return ", ".join(f"{key}: {counter[key]:,}" for key in sorted(counter))


def _spread(values_ms: list[int]) -> str:
    if not values_ms:
        return "-"
    ordered = sorted(values_ms)
    half, late = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return f"p50 {half} ms, p99 {late} ms"


def story(result: Result, lines: int) -> str:
    """Return what led to a violation."""
    found = "\n".join(f"{v.property}: {v.text}" for v in result.violations)
    return f"seed {result.seed}\n{result.tail_of(lines)}\n{found}"
