"""Dashboards and alerts ask for numbers that are there, by labels that they have."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import Metric

from agents.gateway.metrics import Metrics as GatewayMetrics
from agents.provider.metrics import Metrics as ProviderMetrics
from bridge.metrics import Metrics as BridgeMetrics
from cli.metrics import Metrics
from cli.replication.node import watch_follower
from tests.e2e.devnet import ROOT

PLACE = ROOT / "deploy/compose"
DASHBOARDS = sorted((PLACE / "grafana/dashboards").glob("*.json"))
SCRAPED = {"instance", "job"}  # labels that Prometheus puts on everything
OF_PROMETHEUS = {"up": SCRAPED}
NAME = re.compile(r"(?<![\w.$\"])([a-z]\w*_\w+|up)(?=[{\[\s)]|$)(?:\{([^}]*)\})?")
GROUPED = re.compile(r"\bby \(([^)]*)\)")
MATCHED = re.compile(r"(\w+)\s*(?:=~|!~|!=|=)")
WORDS = {"label_values", "max_over_time", "avg_over_time", "histogram_quantile"}
LABELS_OF_LEGENDS = re.compile(r"\{\{(\w+)\}\}")


class Behind:
    """A replica's follower, as far as its numbers look at it."""

    lag_blocks, source_height, is_connected, is_behind = 0, 0, True, False


def labels_of(metric: Metric, registry: CollectorRegistry) -> set[str]:
    """Return what labels a family has, those without samples included."""
    for collector in registry._collector_to_names:
        if getattr(collector, "_name", None) == metric.name:
            return set(collector._labelnames)  # type: ignore[attr-defined]
    return {label for sample in metric.samples for label in sample.labels}


def exported() -> dict[str, set[str]]:
    """Return every name that a node or an agent exports, with its labels."""
    node = Metrics(7)
    watch_follower(node, 7, Behind())  # type: ignore[arg-type]
    registries = [node.registry, *(kind().registry for kind in
                                   (GatewayMetrics, ProviderMetrics, BridgeMetrics))]  # fmt: skip
    found = dict(OF_PROMETHEUS)
    for registry in registries:
        for metric in registry.collect():
            labels = labels_of(metric, registry) | SCRAPED
            names = {metric.name: labels}
            if metric.type == "counter":
                names = {f"{metric.name}_total": labels}
            elif metric.type == "histogram":
                names = {f"{metric.name}_{end}": labels for end in ("sum", "count")}
                names[f"{metric.name}_bucket"] = labels | {"le"}
            found |= names
    return found


def asked(expression: str) -> dict[str, set[str]]:
    """Return the metrics of an expression, each with the labels it is chosen and grouped by."""
    outside = GROUPED.sub("", expression)
    grouped = {label.strip() for match in GROUPED.findall(expression) for label in match.split(",")}
    found: dict[str, set[str]] = {}
    for name, selector in NAME.findall(outside):
        if name not in WORDS:
            found[name] = set(MATCHED.findall(selector)) | grouped
    return found


def expressions() -> list[tuple[str, str]]:
    """Return every expression of dashboards and alerts, with where it stands."""
    found = []
    for path in DASHBOARDS:
        for panel in json.loads(path.read_text())["panels"]:
            found += [(f"{path.name}: {panel['title']}", t["expr"]) for t in panel["targets"]]
    rules = yaml.safe_load((PLACE / "prometheus/alerts.yml").read_text())
    for group in rules["groups"]:
        found += [(f"alerts.yml: {rule['alert']}", rule["expr"]) for rule in group["rules"]]
    return found


def test_every_number_that_is_asked_for_is_exported():
    """By its whole name, and with each label that it is chosen by."""
    known, count = exported(), 0
    for place, expression in expressions():
        wanted = asked(expression)
        assert wanted, place
        for name, labels in wanted.items():
            assert name in known, f"{place}: no such number: {name}"
            assert labels <= known[name], f"{place}: {name} has no {labels - known[name]}"
            count += 1
    assert count > 50


def test_a_number_that_is_not_there_would_be_found():
    """The reading of expressions is awake."""
    found = asked(
        'sum by (le) (rate(cometbft_consensus_heigth_bucket{chain_id=~"$chain"}[1m])) > 5'
    )
    assert {"cometbft_consensus_heigth_bucket": {"chain_id", "le"}} == found
    assert {"up": set()} == asked("up == 0")
    assert {"a_b": set(), "c_d": {"x"}} == asked('changes(a_b[1m]) == 0 and c_d{x="1"} == 0')


@pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)
def test_a_dashboard_is_whole(path: Path):
    """What Grafana needs of each panel, no panel upon another, legends by labels that are there."""
    board, known = json.loads(path.read_text()), exported()
    assert {"uid", "title", "panels", "templating", "schemaVersion", "time"} <= board.keys()
    ids = [panel["id"] for panel in board["panels"]]
    assert len(ids) == len(set(ids))
    taken: set[tuple[int, int]] = set()
    for panel in board["panels"]:
        assert panel["type"] in ("stat", "timeseries")
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        cells = cells_of(panel["gridPos"])
        assert not cells & taken, panel["title"]
        taken |= cells
        for target in panel["targets"]:
            said = set(LABELS_OF_LEGENDS.findall(target["legendFormat"]))
            (first, *_) = asked(target["expr"])
            assert said <= known[first], panel["title"]
    variables = {item["name"] for item in board["templating"]["list"]}
    used = set(re.findall(r"\$(?!__)(\w+)", " ".join(t["expr"] for p in board["panels"]
                                                     for t in p["targets"])))  # fmt: skip
    assert used | {"datasource"} == variables


def cells_of(place: dict[str, Any]) -> set[tuple[int, int]]:
    """Return the cells of Grafana's grid, 24 wide, that a panel takes."""
    assert place["x"] + place["w"] <= 24
    return {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}


def test_grafana_finds_data_and_dashboards():
    """The provisioned source is the one that panels choose by default; the path is mounted."""
    provisioning = PLACE / "grafana/provisioning"
    (source,) = yaml.safe_load((provisioning / "datasources/prometheus.yml").read_text())[
        "datasources"
    ]
    assert ("prometheus", True, "http://prometheus:9090") == (
        source["type"], source["isDefault"], source["url"]
    )  # fmt: skip
    (provider,) = yaml.safe_load((provisioning / "dashboards/kumiai.yml").read_text())["providers"]
    mounts = yaml.safe_load((PLACE / "compose.yaml").read_text())["services"]["grafana"]["volumes"]
    assert any(provider["options"]["path"] in mount for mount in mounts)
