"""`kumiai init` makes a home."""

import json
from contextlib import ExitStack
from pathlib import Path

from chain.codec import address_of
from cli.__main__ import main
from cli.beacon_secret import load_beacon_secret, tip_entry
from cli.config import load_config
from cli.node import load_genesis, open_ledger
from cli.node_key import load_node_key, peer_id_of
from cli.validator_key import load_validator_key
from consensus.host.signer import FileSigner
from tests.cli.conftest import At


def test_a_new_home_starts_a_chain_of_one_validator(at: At, tmp_path: Path) -> None:
    """`init` makes all that a node needs: its key is the validator of a genesis that builds."""
    made = json.loads(at("init", "--chain-id", "77", "--json").out)
    config = load_config(tmp_path / "h")
    key = load_validator_key(config.validator_key_path)
    assert key is not None
    with ExitStack() as stack:
        ledger = open_ledger(config, load_genesis(config), stack)
        (validator,) = ledger.validators(1) or ()
        assert address_of(key) == validator.address
    assert 77 == made["chain_id"]
    FileSigner(key, config.sign_state_path, 77).close()
    assert 0o600 == config.validator_key_path.stat().st_mode & 0o777
    tip = tip_entry(load_beacon_secret(config.beacon_secret_path), 77, address_of(key))
    assert [tip] == load_genesis(config).modules["beacon"]["tips"]  # type: ignore[index]


def test_a_home_is_never_made_twice(at: At, tmp_path: Path) -> None:
    """A second `init` changes nothing and says that the home is in use."""
    at("init")
    before = {path: path.read_bytes() for path in (tmp_path / "h").rglob("*") if path.is_file()}
    answer = at("init")
    assert (1, True) == (answer.status, "this home is in use" in answer.err)
    after = {path: path.read_bytes() for path in (tmp_path / "h").rglob("*") if path.is_file()}
    assert before == after


def test_a_given_genesis_file_is_kept_byte_for_byte(
    at: At, tmp_path: Path, devnet_files: Path
) -> None:
    """Whoever joins a chain has its genesis file as it is; a wrong one is refused first."""
    given = devnet_files / "genesis.json"
    assert 0 == at("init", "--genesis", str(given)).status
    assert given.read_bytes() == (tmp_path / "h" / "genesis.json").read_bytes()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    answer = main(["init", "--genesis", str(wrong), "--home", str(tmp_path / "other")])
    assert (1, False) == (answer, (tmp_path / "other").exists())


def test_a_node_that_joins_talks_to_others(at: At, tmp_path: Path, devnet_files: Path) -> None:
    """With peers, or somebody else's genesis file, the settings switch the network on."""
    peer = "0x" + "ab" * 20 + "@192.0.2.1:26656"
    given = str(devnet_files / "genesis.json")
    made = json.loads(at("init", "--genesis", given, "--peers", peer, "--json").out)
    config = load_config(tmp_path / "h")
    assert (True, (peer,)) == (config.p2p_enabled, config.p2p_persistent_peers)
    assert made["peer_id"] == peer_id_of(load_node_key(config.node_key_path))
