"""Homes of a network of validators."""

import ipaddress
import json
from pathlib import Path

import pytest

from chain.genesis import build_genesis, parse_genesis
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from cli.beacon_secret import load_beacon_secret, tip_entry
from cli.config import NodeConfig, load_config
from cli.devnet import ACCOUNTS, dev_accounts
from cli.errors import CommandFailed, UsageWrong
from cli.keys import Keyring
from cli.node_key import load_node_key, peer_id_of
from cli.testnet import NetworkNode, NetworkPlan, make_testnet
from cli.validator_key import load_validator_key
from consensus.host.signer import FileSigner
from modules import assemble

TIME_S = 1_700_000_000


def made(directory: Path, count: int = 3, **fields: object) -> tuple[NetworkNode, ...]:
    """Make a network."""
    return make_testnet(NetworkPlan(directory, count, 77, **fields), TIME_S)  # type: ignore[arg-type]


def test_every_home_holds_the_same_chain_and_a_key_of_its_validators(tmp_path: Path) -> None:
    """One genesis file for all; each node's key is a validator in it and may sign."""
    nodes = made(tmp_path)
    files = {node.config.genesis_path.read_bytes() for node in nodes}
    (text,) = files
    first = build_genesis(parse_genesis(text), assemble(), StateStore(MemoryStore()))
    assert {node.validator for node in nodes} == {v.address for v in first.validators}
    for node in nodes:
        key = load_validator_key(node.config.validator_key_path)
        assert key is not None
        signer = FileSigner(key, node.config.sign_state_path, 77)
        assert node.validator == signer.address
        signer.close()


def test_every_validator_has_committed_itself_with_a_secret_of_its_own(tmp_path: Path) -> None:
    """The genesis file names each node's tip, so that its first block reveals a link."""
    nodes = made(tmp_path)
    secrets = [load_beacon_secret(node.config.beacon_secret_path) for node in nodes]
    assert len(nodes) == len(set(secrets))
    tips = [
        tip_entry(secret, 77, node.operator) for secret, node in zip(secrets, nodes, strict=True)
    ]
    assert (
        tips == json.loads(nodes[0].config.genesis_path.read_bytes())["modules"]["beacon"]["tips"]
    )


def test_every_node_knows_all_others_and_not_itself(tmp_path: Path) -> None:
    """The settings name each other node's id and address."""
    nodes = made(tmp_path)
    for node in nodes:
        config = load_config(node.config.home)
        others = {other.peer_address for other in nodes if other is not node}
        assert others == set(config.p2p_persistent_peers)
        assert node.peer_id == peer_id_of(load_node_key(config.node_key_path))


def test_on_one_machine_no_two_servers_share_a_port(tmp_path: Path) -> None:
    """Every server of every node has a port of its own."""
    ports = [
        port
        for node in made(tmp_path, 12)
        for c in [load_config(node.config.home)]
        for port in (c.p2p_port, c.rpc_port, c.grpc_port, c.metrics_port)
    ]
    assert 48 == len(set(ports))


def test_with_a_starting_address_every_node_has_its_own_host(tmp_path: Path) -> None:
    """Addresses follow one another; ports are the usual ones; peers dial from outside."""
    nodes = made(tmp_path, 2, starting_ip=ipaddress.IPv4Address("192.0.2.9"))
    assert ["192.0.2.9:26656", "192.0.2.10:26656"] == [
        node.config.p2p_external_address for node in nodes
    ]
    assert {"0.0.0.0"} == {node.config.p2p_host for node in nodes}


def test_each_keyring_has_the_dev_accounts_and_its_operator(tmp_path: Path) -> None:
    """20 accounts that everybody knows, funded in genesis, and the node's own operator."""
    node = made(tmp_path, 1)[0]
    names = [info.name for info in Keyring(node.config.keyring_dir).list()]
    assert names == [*(f"dev{n}" for n in range(ACCOUNTS)), "operator"]
    accounts = json.loads(node.config.genesis_path.read_text())["accounts"]
    for account in dev_accounts()[:ACCOUNTS]:
        assert f"0x{account.address.hex()}" in accounts


def test_a_home_that_exists_is_never_written_over(tmp_path: Path) -> None:
    """A second network in the same place is refused, and the first stays as it was."""
    made(tmp_path, 2)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CommandFailed, match="exists: choose another --output"):
        made(tmp_path, 2)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_ports_that_do_not_exist_are_refused(tmp_path: Path) -> None:
    """Too many nodes above a high port are named before anything is written."""
    with pytest.raises(UsageWrong, match="choose lower ones"):
        made(tmp_path, 2, base=NodeConfig(Path(), rpc_port=65_530))
