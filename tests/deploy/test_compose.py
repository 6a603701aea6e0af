"""The compose file and what it mounts: valid, hardened, and each service's command runs."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.__main__ import build_parser
from cli.config import load_config
from tests.deploy.linters import lint, refused
from tests.e2e.devnet import ROOT, kumiai

pytestmark = [pytest.mark.e2e, pytest.mark.long]
PLACE = ROOT / "deploy/compose"
FILE = PLACE / "compose.yaml"
PROMETHEUS = PLACE / "prometheus"
NODES = ("validator0", "validator1", "validator2", "validator3", "replica")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services, anchors resolved."""
    return dict(yaml.safe_load(FILE.read_text())["services"])


def test_it_fits_the_compose_specification(tmp_path: Path):
    """By the specification's own schema, which knows no key that it does not name."""
    lint("check-jsonschema", "--builtin-schema", "vendor.compose-spec", FILE)
    wrong = tmp_path / "compose.yaml"
    wrong.write_text("services: {a: {image: x, read_onli: true}}\n")
    refused("check-jsonschema", ["--builtin-schema", "vendor.compose-spec", wrong], "read_onli")


def test_yaml_is_clean():
    """Every YAML file below deploy/ that is not a template."""
    found = [path for path in (ROOT / "deploy").rglob("*.y*ml") if "templates" not in path.parts]
    assert len(found) > 8
    lint("yamllint", "--strict", "-c", ROOT / "tests/deploy/yamllint.yaml", *found)


def test_nothing_runs_as_root_or_writes_outside_its_volumes(services: dict[str, Any]):
    """Of every service, those of others included."""
    for name, service in services.items():
        assert not service["user"].startswith("0:"), name
        assert (True, ["ALL"], ["no-new-privileges:true"]) == (
            service["read_only"], service["cap_drop"], service["security_opt"]
        ), name  # fmt: skip
        assert service["mem_limit"], name
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ())), name


def test_a_validator_sees_its_own_part_of_the_volume(services: dict[str, Any]):
    """And an engine gives it a minute to end."""
    parts = [services[f"validator{n}"]["volumes"][0]["volume"]["subpath"] for n in range(4)]
    assert ["node0", "node1", "node2", "node3"] == parts
    assert all("60s" == services[name]["stop_grace_period"] for name in NODES)


def test_images_are_named_by_version(services: dict[str, Any]):
    """None is whatever is newest."""
    for service in services.values():
        assert re.search(
            r":(v?\d+\.\d+\.\d+|\$\{KUMIAI_IMAGE:-kumiai:local\}|local\})", service["image"]
        )


def test_the_network_that_it_makes_is_the_one_that_it_runs(
    services: dict[str, Any], tmp_path: Path
):
    """`testnet` run here makes homes whose peers are at the addresses that compose gives."""
    (script,) = services["testnet"]["command"]
    here = script.replace("/var/lib/kumiai", str(tmp_path)).replace("kumiai testnet", "true #")
    subprocess.run(["/bin/sh", "-euc", here], cwd=tmp_path, check=True, timeout=20)
    words = re.search(r"kumiai (testnet .*)", script)
    assert words is not None
    kumiai(*words[1].replace("/var/lib/kumiai", str(tmp_path)).split())
    for n in range(4):
        address = services[f"validator{n}"]["networks"]["chain"]["ipv4_address"]
        config = load_config(tmp_path / f"node{n}")
        assert f"{address}:26656" == config.p2p_external_address
        assert "0.0.0.0" == config.p2p_host
    kept = (tmp_path / "node0/genesis.json").read_bytes()
    again = script.replace("/var/lib/kumiai", str(tmp_path)).replace("kumiai testnet", "false")
    subprocess.run(["/bin/sh", "-euc", again], cwd=tmp_path, check=True, timeout=20)
    assert kept == (tmp_path / "node0/genesis.json").read_bytes()


@pytest.mark.parametrize("name", NODES)
def test_every_nodes_command_is_understood(services: dict[str, Any], name: str):
    """With metrics where Prometheus looks for them."""
    args = build_parser().parse_args(services[name]["command"])
    assert ("0.0.0.0", "0.0.0.0") == (args.rpc_host, args.metrics_host)


def test_prometheus_understands_its_files_and_alerts_do_what_they_say():
    """By its own tool: configuration, rules, and the rules' tests."""
    lint("promtool", "check", "config", PROMETHEUS / "prometheus.yml")
    lint("promtool", "test", "rules", PROMETHEUS / "alerts.test.yml")


def test_prometheus_scrapes_every_node(services: dict[str, Any]):
    """By the services' names."""
    config = yaml.safe_load((PROMETHEUS / "prometheus.yml").read_text())
    targets = {
        target
        for job in config["scrape_configs"]
        for group in job["static_configs"]
        for target in group["targets"]
    }
    assert {f"{name}:26660" for name in NODES} == targets


def test_what_is_mounted_is_there(services: dict[str, Any]):
    """Directories of the checkout, all read-only."""
    mounted = [v for s in services.values() for v in s["volumes"] if str(v).startswith("./")]
    assert 3 == len(mounted)
    for volume in mounted:
        source, _, mode = volume.split(":")
        assert ((PLACE / source).is_dir(), "ro") == (True, mode)
