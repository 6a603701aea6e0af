"""`kumiai devnet`: a home that is made, kept, and never another node's."""

import json
from pathlib import Path

from cli.config import NodeConfig
from cli.keys import Keyring
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
