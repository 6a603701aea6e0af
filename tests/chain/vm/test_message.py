"""Messages say where their code and their storage are; delegations are told by their bytes."""

from chain.params import DELEGATION_PREFIX
from chain.types.primitives import Address
from chain.vm.message import CREATION, Message, is_delegation

TARGET, SENDER, LENDER, BORN = (Address(bytes([place]) * 20) for place in range(1, 5))


def test_a_plain_call_runs_the_targets_code_on_its_storage() -> None:
    """Without other words, code and storage are those of whom the message is for."""
    message = Message(5, TARGET, SENDER, 7, b"data", b"\x00")
    assert message.code_address == message.storage_address == TARGET
    assert not message.is_create
    assert message.data_as_bytes == b"data"
    assert message.should_transfer_value
    assert not message.is_static


def test_a_borrowed_code_leaves_storage_where_it_is() -> None:
    """DELEGATECALL runs another account's code on the caller's storage."""
    message = Message(5, TARGET, SENDER, 0, b"", b"\x00", code_address=LENDER)
    assert (message.code_address, message.storage_address) == (LENDER, TARGET)


def test_a_creation_works_on_the_new_account() -> None:
    """A creation is known by its target, and its storage is that of the account to be."""
    message = Message(5, CREATION, SENDER, 0, b"", b"\x00", create_address=BORN)
    assert message.is_create
    assert message.storage_address == BORN


def test_only_23_bytes_with_the_prefix_are_a_delegation() -> None:
    """EIP-7702: neither a longer code nor another prefix delegates."""
    assert is_delegation(DELEGATION_PREFIX + TARGET)
    assert not is_delegation(DELEGATION_PREFIX + TARGET + b"\x00")
    assert not is_delegation(b"\xef\x01\x01" + TARGET)
    assert not is_delegation(b"")
