"""`kumiai devnet`: a home that is made, kept, and never another node's."""

import argparse
import json
from pathlib import Path

import pytest

from chain.codec import keccak256
from cli.commands.devnet import client_version_type
from cli.config import NodeConfig
from cli.keys import Keyring
from cli.node import Node
from tests.cli.conftest import At, Ran


def test_a_devnet_is_made_and_gone_on_with(at: At, tmp_path: Path, ran: Ran) -> None:
    """The first run makes accounts, keys and settings; the second keeps all and may move ports."""
    found = json.loads(at("devnet", "--json").out)
    assert 21 == len(found["accounts"])
    assert "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" == found["accounts"][0]["address"]
    genesis = (tmp_path / "h" / "genesis.json").read_bytes()
    shown = at("devnet", "--rpc-port", "7", "--block-time", "0.2").out
    assert "dev19" in shown and "0xac0974bec39a17e36ba4a6b4d238ff944bacb478" in shown
    assert genesis == (tmp_path / "h" / "genesis.json").read_bytes()
    first, second = ran
    assert (8545, True, 1_000) == (first.rpc_port, first.instant_blocks, first.block_interval_ms)
    assert (7, False, 200) == (second.rpc_port, second.instant_blocks, second.block_interval_ms)


def test_another_chain_id_needs_a_reset(at: At, tmp_path: Path, ran: Ran) -> None:
    """A devnet's chain id does not change under its data; --reset begins anew, own keys stay."""
    at("devnet")
    answer = at("devnet", "--chain-id", "5")
    assert (1, True) == (answer.status, "add --reset to begin chain 5" in answer.err)
    keyring = Keyring(NodeConfig(tmp_path / "h").keyring_dir)
    keyring.add("mine", b"\x07" * 32, "")
    assert 0 == at("devnet", "--chain-id", "5", "--reset").status
    assert 5 == json.loads((tmp_path / "h" / "genesis.json").read_text())["chain_id"]
    assert "mine" in [info.name for info in keyring.list()]


def test_a_devnet_never_touches_another_nodes_home(at: At, tmp_path: Path, ran: Ran) -> None:
    """The home of a real validator is neither used nor reset."""
    at("init")
    before = sorted((tmp_path / "h").rglob("*"))
    for words in (["devnet"], ["devnet", "--reset"]):
        assert "no devnet: choose another --home" in at(*words).err
    assert before == sorted((tmp_path / "h").rglob("*"))
    assert [] == ran


def test_a_devnet_makes_its_own_blocks_unless_told_otherwise(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its node is one with development methods; --consensus runs the one that validators run."""
    built: list[object] = []
    monkeypatch.setattr("cli.keys.SCRYPT_N_LIGHT", 16)
    monkeypatch.setattr("cli.node.run_node", lambda config, ready, build: built.append(build))
    for words in (
        ("--client-version", "anvil/v1", "--on-demand", "--explain-reverts"),
        ("--consensus",),
    ):
        assert 0 == at("devnet", *words).status
    play, real = built
    assert real is Node and play is not Node
    assert callable(play)


def test_development_flags(at: At, ran: Ran) -> None:
    """Contracts of any size on demand; a name to print; what needs the methods is refused."""
    at("devnet")
    at("devnet", "--disable-code-size-limit")
    assert [True, False] == [config.limit_code_size for config in ran]
    with pytest.raises(argparse.ArgumentTypeError, match="printable characters"):
        client_version_type("a\nb")
    answer = at("devnet", "--consensus", "--on-demand")
    assert (2, True) == (answer.status, "leave --consensus out" in answer.err)


def test_the_create2_deployer_is_in_genesis(at: At, tmp_path: Path, ran: Ran) -> None:
    """forge's `new X{salt: ...}` calls it at this address, and at no other."""
    at("devnet")
    genesis = json.loads((tmp_path / "h" / "genesis.json").read_text())
    code = genesis["accounts"]["0x4e59b44847b379578588920ca78fbf26c0b4956c"]["code"]
    digest = keccak256(bytes.fromhex(code[2:])).hex()
    assert "2fa86add0aed31f33a762c9d88e807c475bd51d0f52bd0955754b2608f7e4989" == digest
