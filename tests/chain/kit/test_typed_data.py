"""What keys sign is EIP-712 to the letter: eth-account finds the same digest and the same key."""

from enum import IntEnum
from typing import Any

import pytest
from eth_account import Account
from eth_account.messages import encode_typed_data
from eth_hash.auto import keccak
from hypothesis import given
from hypothesis import strategies as st

from chain.kit.abi import abi_type
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.record import Record
from chain.kit.typed_data import (
    RECOVERY_GAS,
    TYPED_GAS,
    WORD_GAS,
    Domain,
    SignatureWrong,
    check_signed,
    typed_digest,
)
from chain.types.primitives import Address, Hash32, Seconds, Wei
from tests.chain.kit.demo import DEMO, Demo

CHAIN_ID = MemoryHost().block.chain_id
CONTRACT = Demo.address
DOMAIN = Domain("Kumiai Demo", "2")
KEY = b"\x11" * 32
SIGNER = Address(bytes.fromhex(Account.from_key(KEY).address[2:]))


class Colour(IntEnum):
    """An enum is a uint8."""

    RED = 0
    BLUE = 1


class Amount(Record):
    """A part of an order."""

    meter: Hash32
    value_wei: Wei


class Purchase(Record):
    """Every shape that a record can have."""

    from_: Address
    amounts: tuple[Amount, ...]
    first: Amount
    colour: Colour
    is_final: bool
    memo: str
    proof: bytes
    counts: tuple[int, ...]
    valid_until: Seconds


TYPES = {
    "Amount": [{"name": "meter", "type": "bytes32"}, {"name": "valueWei", "type": "uint256"}],
    "Purchase": [
        {"name": "from", "type": "address"},
        {"name": "amounts", "type": "Amount[]"},
        {"name": "first", "type": "Amount"},
        {"name": "colour", "type": "uint8"},
        {"name": "isFinal", "type": "bool"},
        {"name": "memo", "type": "string"},
        {"name": "proof", "type": "bytes"},
        {"name": "counts", "type": "uint256[]"},
        {"name": "validUntil", "type": "uint64"},
    ],
}
amounts = st.builds(
    Amount, st.binary(min_size=32, max_size=32).map(Hash32), st.integers(0, 2**256 - 1).map(Wei)
)
purchases = st.builds(
    Purchase,
    st.binary(min_size=20, max_size=20).map(Address),
    st.lists(amounts, max_size=3).map(tuple),
    amounts,
    st.sampled_from(Colour),
    st.booleans(),
    st.text(max_size=40),
    st.binary(max_size=70),
    st.lists(st.integers(0, 2**256 - 1), max_size=3).map(tuple),
    st.integers(0, 2**64 - 1).map(Seconds),
)


def as_wallet_sees(message: Purchase) -> Any:
    """The same message as a wallet is given it."""
    part = lambda item: {"meter": item.meter, "valueWei": item.value_wei}  # noqa: E731
    values = {
        "from": "0x" + message.from_.hex(),
        "amounts": [part(item) for item in message.amounts],
        "first": part(message.first),
        "colour": int(message.colour),
        "isFinal": message.is_final,
        "memo": message.memo,
        "proof": message.proof,
        "counts": list(message.counts),
        "validUntil": message.valid_until,
    }
    domain = {
        "name": DOMAIN.name,
        "version": DOMAIN.version,
        "chainId": CHAIN_ID,
        "verifyingContract": "0x" + CONTRACT.hex(),
    }
    return encode_typed_data(domain, TYPES, values)


PURCHASE = Purchase(
    SIGNER, (), Amount(Hash32(b"\1" * 32), Wei(5)), Colour.BLUE, True, "m", b"p", (1,), Seconds(9)
)


def demo() -> Any:
    """A module over an empty host."""
    return Demo(MemoryHost(DEMO.wires), CallInfo(SIGNER))


@given(purchases)
def test_a_digest_is_what_a_wallet_computes(message):
    """Structs in structs, lists, text, bytes and enums hash as EIP-712 says."""
    seen = as_wallet_sees(message)
    expected = keccak(b"\x19" + seen.version + seen.header + seen.body)
    assert expected == typed_digest(DOMAIN, message, CHAIN_ID, CONTRACT)


def test_a_wallets_signature_is_taken_and_paid_for():
    """A parity of 27 and 28 counts as 0 and 1; recovery and every hashed word cost gas."""
    page = demo()
    signed = Account.sign_message(as_wallet_sees(PURCHASE), KEY).signature
    assert signed[-1] in (27, 28)
    check_signed(page, DOMAIN, PURCHASE, signed, SIGNER)
    check_signed(page, DOMAIN, PURCHASE, signed[:-1] + bytes([signed[-1] - 27]), SIGNER)
    words = abi_type(Purchase).length_of(PURCHASE) // 32
    assert page.host.gas_used == 2 * (RECOVERY_GAS + TYPED_GAS + WORD_GAS * words)


@pytest.mark.parametrize("other", [Domain("Kumiai Demo", "1"), Domain("Another", "2")])
def test_a_signature_counts_in_its_own_domain_only(other):
    """Another name or version of the domain makes another signer of it."""
    signed = Account.sign_message(as_wallet_sees(PURCHASE), KEY).signature
    with pytest.raises(SignatureWrong):
        check_signed(demo(), other, PURCHASE, signed, SIGNER)


@pytest.mark.parametrize("signature", [b"", b"\x1b", bytes(64), bytes(65), b"\xff" * 65, bytes(66)])
def test_bytes_that_are_no_signature_are_refused(signature):
    """Whatever is sent instead of a signature is a refusal that names who had to sign."""
    with pytest.raises(SignatureWrong) as told:
        check_signed(demo(), DOMAIN, PURCHASE, signature, SIGNER)
    assert told.value.expected == SIGNER
