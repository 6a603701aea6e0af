"""`kumiai validator` against a node."""

import json
from pathlib import Path
from typing import Any

import pytest

from chain.codec import address_of
from chain.kit.host import CallInfo
from chain.types.primitives import Address
from cli.config import NodeConfig, render_config
from cli.devnet import dev_accounts
from cli.home_signer import rotated_keys
from cli.validator_key import create_validator_key, load_validator_key
from consensus.host.signer import FileSigner
from modules.staking.module import Staking
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import CHAIN_ID, FakeNode

DEV0, VALIDATOR = dev_accounts()[0], dev_accounts()[-1]
CREATE = ("validator", "create", "--moniker", "alice", "--from", "dev0")
STAKE = ("--stake", "100kum")


@pytest.fixture
def key(home: Path) -> bytes:
    """The home's validator key, with its memory."""
    config = NodeConfig(home)
    made = create_validator_key(config.validator_key_path)
    FileSigner.create(made, config.sign_state_path, CHAIN_ID).close()
    return made


def _json(kumiai: Kumiai, *words: str) -> Any:
    answer = kumiai(*words, "--json")
    assert 0 == answer.status, answer.err
    return json.loads(answer.out)


def _row(kumiai: Kumiai, operator: Address) -> dict[str, Any]:
    rows: list[dict[str, Any]] = _json(kumiai, "validator", "list")
    (found,) = [row for row in rows if row["operator"].lower() == "0x" + operator.hex()]
    return found


def test_stake_and_the_homes_key_make_a_validator(
    kumiai: Kumiai, node: FakeNode, key: bytes
) -> None:
    """The account owns the stake, the home's key signs: both stand in the list after one call."""
    sent = _json(kumiai, *CREATE, *STAKE, "--commission", "7.5%")
    assert "ValidatorCreated" in [event["event"] for event in sent["events"]]
    row = _row(kumiai, DEV0.address)
    assert ("alice", str(100 * 10**18), 750) == (
        row["moniker"],
        row["stake_wei"],
        row["commission_bps"],
    )
    assert "0x" + address_of(key).hex() == row["consensus_address"].lower()
    assert row["elected"]
    shown = kumiai("validator", "show", "dev0").out
    assert "alice" in shown and "100 KUM" in shown and "7.5 %" in shown
    table = kumiai("validator", "list").out
    assert "alice" in table and "validator" in table and "yes" in table


def test_without_a_key_nothing_is_staked(kumiai: Kumiai, node: FakeNode) -> None:
    """On a machine that has no validator key the command says where to run it."""
    answer = kumiai(*CREATE, *STAKE)
    assert (1, {}) == (answer.status, node.nonces)
    assert "no validator key at" in answer.err and "--home" in answer.err


def test_with_a_signer_elsewhere_its_home_is_asked_for(
    kumiai: Kumiai, node: FakeNode, key: bytes, home: Path
) -> None:
    """A key of this home would sign nothing: the command says where the key is."""
    config = NodeConfig(home, signer="unix:/run/signer")
    config.config_path.write_text(render_config(config))
    for words in ((*CREATE, *STAKE), ("validator", "rotate-key", "--from", "validator")):
        answer = kumiai(*words)
        assert (1, {}) == (answer.status, node.nonces)
        assert "the signer at unix:/run/signer holds the key" in answer.err
    assert [] == rotated_keys(config)


def test_a_key_serves_one_validator(kumiai: Kumiai, node: FakeNode, key: bytes) -> None:
    """The chain refuses the same key for a second account, in one line."""
    _json(kumiai, *CREATE, *STAKE)
    again = ("validator", "create", "--moniker", "bob", "--from", "dev1", *STAKE)
    answer = kumiai(*again)
    assert 1 == answer.status and 1 == answer.err.count("\n")
    assert "0x" + address_of(key).hex() in answer.err.lower()


@pytest.mark.parametrize("share", ["101%", "-1%", "5.125%", "5 %", "x", "1e1", ""])
def test_a_share_that_is_none_is_not_understood(kumiai: Kumiai, node: FakeNode, share: str) -> None:
    """Shares are percent with at most two digits behind the point."""
    answer = kumiai(*CREATE, *STAKE, f"--commission={share}")
    assert (2, "") == (answer.status, answer.out)
    assert "a share like 5% or 0.25% expected" in answer.err


def test_promises_are_kept_by_the_chain(kumiai: Kumiai, node: FakeNode, key: bytes) -> None:
    """More commission than one's own maximum is refused, and nothing is sent."""
    answer = kumiai(*CREATE, *STAKE, "--commission", "30%", "--commission-max", "20%")
    assert (1, {}) == (answer.status, node.nonces)
    assert 1 == answer.err.count("\n")


def test_name_and_commission_are_edited(kumiai: Kumiai, node: FakeNode, key: bytes) -> None:
    """One at a time, each a transaction; neither, or both at once, is not understood."""
    _json(kumiai, *CREATE, *STAKE, "--commission", "5%")
    edit = ("validator", "edit", "--from", "dev0")
    assert 2 == kumiai(*edit).status
    assert 2 == kumiai(*edit, "--moniker", "carol", "--commission", "5.5%").status
    assert 0 == kumiai(*edit, "--moniker", "carol").status
    soon = kumiai(*edit, "--commission", "5.5%")
    assert 1 == soon.status and 1 == soon.err.count("\n")
    node.next_block(86_401)
    assert 0 == kumiai(*edit, "--commission", "5.5%").status
    row = _row(kumiai, DEV0.address)
    assert ("carol", 550) == (row["moniker"], row["commission_bps"])


def test_a_key_is_rotated_with_its_proof(
    kumiai: Kumiai, node: FakeNode, key: bytes, home: Path
) -> None:
    """The chain knows the new key's address; the home holds both, and the old one is untouched."""
    _json(kumiai, *CREATE, *STAKE)
    sent = _json(kumiai, "validator", "rotate-key", "--from", "dev0")
    assert "ConsensusKeyRotated" in [event["event"] for event in sent["events"]]
    (place,) = rotated_keys(NodeConfig(home))
    new = load_validator_key(place / "key")
    assert new is not None
    assert "0x" + address_of(new).hex() == _row(kumiai, DEV0.address)["consensus_address"].lower()
    assert key == load_validator_key(NodeConfig(home).validator_key_path)
    FileSigner(new, place / "sign_state.json", CHAIN_ID).close()


def test_who_is_no_validator_gets_no_new_key(kumiai: Kumiai, node: FakeNode, home: Path) -> None:
    """Before a key is made the chain is asked whether there is anything to rotate."""
    answer = kumiai("validator", "rotate-key", "--from", "dev1")
    assert 1 == answer.status and "Traceback" not in answer.err
    assert [] == rotated_keys(NodeConfig(home))


def test_a_rotation_that_is_refused_leaves_its_key_for_the_next(
    kumiai: Kumiai, node: FakeNode, key: bytes, home: Path
) -> None:
    """A second rotation within a day is refused; asking again makes no heap of keys."""
    _json(kumiai, *CREATE, *STAKE)
    _json(kumiai, "validator", "rotate-key", "--from", "dev0")
    for _ in range(3):
        answer = kumiai("validator", "rotate-key", "--from", "dev0")
        assert 1 == answer.status and 1 == answer.err.count("\n")
    assert 2 == len(rotated_keys(NodeConfig(home)))
    node.next_block(86_401)
    _json(kumiai, "validator", "rotate-key", "--from", "dev0")
    assert 2 == len(rotated_keys(NodeConfig(home)))


def test_unjail_is_for_who_is_jailed(kumiai: Kumiai, node: FakeNode, key: bytes) -> None:
    """A free validator is refused in one line; a jailed one competes again."""
    _json(kumiai, *CREATE, *STAKE)
    answer = kumiai("validator", "unjail", "--from", "dev0")
    assert (1, True) == (answer.status, "not jailed" in answer.err)
    _jail(node, DEV0.address)
    assert not _row(kumiai, DEV0.address)["elected"]
    _json(kumiai, "validator", "unjail", "--from", "dev0")
    assert _row(kumiai, DEV0.address)["elected"]


def test_nobody_is_shown_as_a_refusal(kumiai: Kumiai, node: FakeNode) -> None:
    """Asking for an account that is no validator says so in one line."""
    answer = kumiai("validator", "show", "dev1")
    assert 1 == answer.status and 1 == answer.err.count("\n")


def _jail(node: FakeNode, validator: Address) -> None:
    slashing = CallInfo(node.assembly["slashing"].address)
    Staking(node.host, slashing).jail(validator)
    node.next_block()
