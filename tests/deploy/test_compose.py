"""The compose file and what it mounts: valid, hardened, and each service's command runs."""

import contextlib
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import yaml

from cli.__main__ import build_parser
from cli.client import Client
from cli.config import load_config
from cli.errors import CommandFailed
from tests.deploy.linters import lint, refused
from tests.deploy.rooms import Room, Tenant, give_to, need_rooms, running
from tests.deploy.tenants import INSTALLED, program
from tests.e2e import hosts
from tests.e2e.devnet import ROOT, kumiai, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]
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


def test_the_network_runs_as_compose_starts_it(
    services: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Each node on a host and in a room of its own, by its command, word for word: blocks come."""
    need_rooms()
    if shutil.which("ip") is None:
        pytest.skip("ip is missing (apt-get install iproute2): no hosts with addresses can be made")
    network, first = services["validator0"]["networks"]["chain"]["ipv4_address"].rsplit(".", 1)
    monkeypatch.setattr(hosts, "NETWORK", network)
    monkeypatch.setattr(hosts, "FIRST_ADDRESS", int(first))
    kumiai("testnet", "--validators", "4", "--starting-ip", f"{network}.{first}",
           "--output", str(tmp_path))  # fmt: skip
    (tmp_path / "replica").mkdir()
    homes = [*(tmp_path / f"node{n}" for n in range(4)), tmp_path / "replica"]
    lan = hosts.Namespaces(len(NODES))
    with contextlib.ExitStack() as stack:
        stack.callback(lan.close)

        def start(index: int) -> Tenant:
            scratch = tmp_path / f"scratch{index}"
            scratch.mkdir()
            give_to(homes[index])
            room = Room({"/var/lib/kumiai": homes[index]}, files=program(scratch))
            words = [INSTALLED, *services[NODES[index]]["command"]]
            variables = {"KUMIAI_HOME": "/var/lib/kumiai"}
            return stack.enter_context(running(room, words, scratch, variables, lan.prefix(index)))

        def height(index: int) -> int:
            try:
                ask = Client("http://127.0.0.1:8545").call
                return int(lan.run(index, lambda: ask("eth_blockNumber")), 16)
            except CommandFailed:
                return -1

        tenants = [start(index) for index in range(4)]
        wait_until(lambda: height(0) >= 2, 90, 0.5)
        tenants.append(start(4))
        wait_until(lambda: min(map(height, range(5))) >= 3, 60, 0.5)
        page = lan.run(4, lambda: urlopen(f"http://{network}.11:26660/metrics", timeout=10).read())
        assert b"cometbft_consensus_validators{" in page
        for tenant in tenants:
            tenant.terminate(60)


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
