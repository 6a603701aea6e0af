"""`kumiai tx` against a node."""

import json

import pytest

from cli.devnet import dev_accounts
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

DEV0, DEV1 = dev_accounts()[:2]


def test_coins_are_sent(kumiai: Kumiai, node: FakeNode) -> None:
    """A transfer arrives; the person sees the block and the fee."""
    answer = kumiai("tx", "send", "dev1", "1.5kum", "--from", "dev0")
    assert 0 == answer.status
    assert "fee" in answer.out and "KUM" in answer.out
    assert DEV1.balance_wei + 15 * 10**17 == node.host.balance_wei(DEV1.address)


def test_a_call_shows_its_events(kumiai: Kumiai, node: FakeNode) -> None:
    """A module's call prints the events it led to, with names and units."""
    words = ("tx", "staking", "delegate", "validator", "--value", "5kum", "--from", "dev0")
    shown = kumiai(*words).out
    assert "staking.Delegated" in shown and "amount_wei 5 KUM" in shown
    found = json.loads(kumiai(*words, "--json").out)
    assert ["tx", "height", "gas_used", "fee_wei", "events"] == list(found)
    (event,) = found["events"]
    assert str(5 * 10**18) == event["fields"]["amount_wei"]
    assert "Delegated" == event["event"]


def test_a_call_of_proposals_is_not_sent(kumiai: Kumiai, node: FakeNode) -> None:
    """Who types what only a vote can do is told how to propose it."""
    answer = kumiai("tx", "identity", "govern_freeze", "1", "5", "--from", "dev0")
    assert (2, True) == (answer.status, "gov submit --call identity" in answer.err)


def test_the_key_may_be_named_by_its_address(kumiai: Kumiai, node: FakeNode) -> None:
    """--from takes an address whose key is in the keyring."""
    assert 0 == kumiai("tx", "send", "dev1", "1", "--from", "0x" + DEV0.address.hex()).status
    other = kumiai("tx", "send", "dev1", "1", "--from", "0x" + "11" * 20)
    assert (1, True) == (other.status, "see `kumiai keys list`" in other.err)


def test_a_refusal_is_one_line_and_sends_nothing(kumiai: Kumiai, node: FakeNode) -> None:
    """What the module refuses ends with status 1, its reason, and no transaction."""
    answer = kumiai("tx", "governance", "deposit", "9", "--value", "1kum", "--from", "dev0")
    assert (1, "") == (answer.status, answer.out)
    assert "kumiai: no proposal has this number: id 9\n" == answer.err
    assert {} == node.nonces


def test_a_failure_in_the_block_is_told_too(kumiai: Kumiai, node: FakeNode) -> None:
    """With a gas limit given nothing is tried first, and the failed receipt shows the reason."""
    answer = kumiai("tx", "governance", "deposit", "9", "--gas", "90000", "--from", "dev0")
    assert 1 == answer.status
    assert "no proposal has this number" in answer.err
    assert {DEV0.address: 1} == node.nonces


def test_one_need_not_wait(kumiai: Kumiai, node: FakeNode) -> None:
    """--no-wait prints the hash at once."""
    found = json.loads(
        kumiai("tx", "send", "dev1", "1", "--from", "dev0", "--no-wait", "--json").out
    )
    assert ["tx"] == list(found)


def test_coins_for_a_call_that_takes_none_are_refused_here(kumiai: Kumiai, node: FakeNode) -> None:
    """--value on a call that is not payable never reaches the chain."""
    answer = kumiai("tx", "governance", "cancel", "1", "--value", "1kum", "--from", "dev0")
    assert (2, True) == (answer.status, "takes no coins" in answer.err)


def test_a_key_is_needed_to_send_and_none_to_list(kumiai: Kumiai, node: FakeNode) -> None:
    """Listing a module's calls takes no key; sending says that one is missing."""
    assert "delegate(validator: address) payable" in kumiai("tx", "staking").out
    assert "--from KEY is missing" in kumiai("tx", "send", "dev1", "1").err


def test_a_locked_key_says_how_to_open_it(
    kumiai: Kumiai, node: FakeNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key with a passphrase asks for it where nobody can be asked: by naming the variable."""
    monkeypatch.setattr("cli.keys.SCRYPT_N_STANDARD", 2**13)
    monkeypatch.setenv("KUMIAI_PASSPHRASE", "secret")
    kumiai("keys", "new", "alice")
    node.host.balances_wei.update(
        dict.fromkeys([_address(kumiai("keys", "list", "--json").out, "alice")], 10**18)
    )
    assert 0 == kumiai("tx", "send", "dev1", "1", "--from", "alice").status
    monkeypatch.delenv("KUMIAI_PASSPHRASE")
    answer = kumiai("tx", "send", "dev1", "1", "--from", "alice")
    assert (1, True) == (answer.status, "set KUMIAI_PASSPHRASE" in answer.err)


def _address(listing: str, name: str) -> bytes:
    (found,) = [row["address"] for row in json.loads(listing) if row["name"] == name]
    return bytes.fromhex(found[2:])
