"""Sending: what is estimated, what is offered, what a failure says."""

import pytest

from chain.types.primitives import Address, Wei
from cli.client import Client
from cli.contracts import Contracts, Refused
from cli.devnet import dev_accounts
from cli.errors import CommandFailed
from cli.transactions import Intent, Offer, Sender, TransactionFailed
from cli.voting import method
from modules import assemble
from modules.governance.module import Governance
from tests.cli.fake_node import GAS, FakeNode

DEV0, DEV1 = dev_accounts()[:2]


@pytest.fixture
def sender(node: FakeNode) -> Sender:
    """Sends to the fake node and never sleeps."""
    return Sender(Contracts(Client(node.url), assemble()), sleep=lambda seconds: None)


def test_an_offer_leaves_room_for_a_rising_base_fee(sender: Sender) -> None:
    """The fee cap is twice the base fee and the tip that blocks were paid."""
    offer = sender.offer(Intent(DEV0.address, DEV1.address, Wei(5)))
    assert Offer(0, 31_337, 21_000, Wei(4 * 10**9), Wei(2 * 10**9)) == offer


def test_a_calls_gas_has_a_margin(sender: Sender) -> None:
    """State may move before the block is made, so a call gets a quarter more than estimated."""
    data = method("submit_text").encode_call("t", "")
    intent = Intent(DEV0.address, Governance.address, Wei(10**18), data)
    assert GAS * 5 // 4 == sender.offer(intent).gas
    given = Intent(DEV0.address, Governance.address, Wei(10**18), data, gas=77)
    assert 77 == sender.offer(given).gas


def test_coins_arrive(sender: Sender, node: FakeNode) -> None:
    """A plain transfer signed here moves coins there, and the receipt says so."""
    intent = Intent(DEV0.address, DEV1.address, Wei(5))
    receipt = sender.wait(sender.submit(intent, sender.offer(intent), DEV0.private_key))
    assert receipt.succeeded
    assert DEV1.balance_wei + 5 == node.host.balance_wei(DEV1.address)


def test_a_refusal_is_raised_before_anything_is_signed(sender: Sender) -> None:
    """What the module would refuse costs no gas."""
    data = method("deposit").encode_call(9)
    with pytest.raises(Refused, match="no proposal has this number: id 9"):
        sender.offer(Intent(DEV0.address, Governance.address, Wei(1), data))


def test_a_failed_transaction_says_why(sender: Sender) -> None:
    """One that failed in its block shows the module's reason, or else how much gas it took."""
    data = method("deposit").encode_call(9)
    intent = Intent(DEV0.address, Governance.address, Wei(1), data, gas=GAS)
    receipt = sender.wait(sender.submit(intent, sender.offer(intent), DEV0.private_key))
    assert not receipt.succeeded
    with pytest.raises(Refused, match="no proposal has this number"):
        sender.check(intent, receipt)
    fine_now = Intent(DEV0.address, DEV1.address)
    with pytest.raises(TransactionFailed, match="try more with --gas"):
        sender.check(fine_now, receipt)


def test_waiting_has_an_end(sender: Sender) -> None:
    """A transaction no block takes is given up, with the command to look again."""
    with pytest.raises(CommandFailed, match="kumiai query tx 0xaa"):
        sender.wait("0xaa", timeout_s=1)


def test_only_the_senders_key_signs(sender: Sender) -> None:
    """A key that is not the sender's is our own bug, never a wrong transaction."""
    intent = Intent(Address(b"\x01" * 20), DEV1.address)
    with pytest.raises(AssertionError):
        sender.submit(intent, Offer(0, 1, 1, Wei(1), Wei(1)), DEV0.private_key)
