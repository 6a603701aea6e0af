"""The settings that docs/operating.md gives a validator and its sentries hide the validator."""

import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.config import load_config
from cli.node_key import load_node_key, peer_id_of
from tests.docs.page import blocks_of
from tests.e2e.cluster import Node
from tests.e2e.devnet import ROOT, kumiai, wait_until
from tests.e2e.hosts import Namespaces, make_hosts

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(180)]
SECTION = re.compile(r"^\[p2p\]\n(.*?)(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
VALIDATOR, SENTRIES, STRANGER = 0, ("a", "b"), 3  # their hosts; the sentries' are between

CURIOUS = "[p2p]\nallow_private_addresses = true\n"  # takes all that it hears
PATIENCE_S = 10  # after so long a node waits longer between two tries than another takes to start


@dataclass(frozen=True)
class Machines:
    """A validator, two sentries, and a stranger who has heard of one sentry."""

    validator: Node
    sentries: list[Node]
    stranger: Node


def id_of(home: Path) -> str:
    """Return the name by which peers know a home."""
    return "0x" + peer_id_of(load_node_key(home / "node_key")).removeprefix("0x")


def edit(home: Path, block: str, ids: dict[str, str]) -> None:
    """Do what an operator does with a block of the page: fill in the ids, change the lines."""
    for name, identity in ids.items():
        block = block.replace(name, identity)
    path = home / "config.toml"
    text = path.read_text()
    for line in SECTION.findall(block)[0].splitlines():
        key = line.split(" = ")[0]
        text, changed = re.subn(
            rf"(^\[p2p\]\n(?:(?!^\[).*\n)*?){key} = .*", lambda m, line=line: m[1] + line, text,
            count=1, flags=re.MULTILINE,
        )  # fmt: skip
        assert changed, f"{key} is no setting of [p2p]"
    path.write_text(text)


def peers(node: Node) -> int:
    """Return how many are connected to a node."""
    return int(node.call("net_peerCount"), 16)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """Four machines; the first three share a network of their own, 10.0.0.0/24."""
    hosts = make_hosts(4)
    if not isinstance(hosts, Namespaces):
        pytest.skip("machines with addresses of their own need network namespaces: run as root")
    homes = [tmp_path / "net/node0", *(tmp_path / name for name in ("a", "b", "stranger"))]
    kumiai("testnet", "--validators", "1", "--output", str(tmp_path / "net"))
    for host in range(3):
        add = ["ip", "address", "add", f"10.0.0.{host + 1}/24", "dev", "eth0"]
        subprocess.run([*hosts.prefix(host), *add], check=True, timeout=20)
    genesis = str(homes[0] / "genesis.json")
    for home in homes[1:3]:
        kumiai("init", "--genesis", genesis, home=home)
    known = f"{id_of(homes[1])}@10.77.0.11:26656"
    kumiai("init", "--genesis", genesis, "--peers", known, home=homes[STRANGER])
    nodes = [Node(index, home, hosts) for index, home in enumerate(homes)]
    try:
        yield Machines(nodes[VALIDATOR], nodes[1:3], nodes[STRANGER])
    finally:
        for node in nodes:
            node.kill()
        hosts.close()


def test_who_knows_a_sentry_gets_the_chain_and_never_hears_of_the_validator(machines: Machines):
    """The stranger follows, and no sentry tells it where the validator dialled from."""
    blocks = [b.text for b in blocks_of(ROOT / "docs/operating.md") if b.language == "toml"]
    assert 2 == len(blocks)
    ids = {"0xVALIDATOR": id_of(machines.validator.home)}
    for name, sentry in zip(SENTRIES, machines.sentries, strict=True):
        ids[f"0xSENTRY_{name.upper()}"] = id_of(sentry.home)
    edit(machines.validator.home, blocks[0], ids)
    for name, sentry in zip(SENTRIES, machines.sentries, strict=True):
        edit(sentry.home, blocks[1].replace("sentry-a", f"sentry-{name}"), ids)
    edit(machines.stranger.home, CURIOUS, {})
    for sentry in machines.sentries:
        sentry.start()
    time.sleep(PATIENCE_S)  # they dial ever more seldom, so that the validator is the first
    machines.validator.start()
    machines.validator.wait_ready()
    wait_until(lambda: peers(machines.validator) == 2, 60)
    machines.stranger.start()
    wait_until(lambda: machines.stranger.height() >= machines.validator.height() > 5, 60)
    assert (2, 1) == (peers(machines.validator), peers(machines.stranger))
    machines.stranger.stop()  # which writes its address book
    book = load_config(machines.stranger.home).address_book_path.read_text()
    assert ids["0xVALIDATOR"].removeprefix("0x") not in book
