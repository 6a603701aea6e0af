"""Fees against EIP-1559's rule and py-evm's gas tables."""

import pytest
from eth.vm.forks.london.blocks import LondonBlockHeader
from eth.vm.forks.london.headers import calculate_expected_base_fee_per_gas
from eth.vm.forks.prague.transactions import PragueTransactionBuilder
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import sign_authorization, sign_transaction
from chain.fees import (
    compute_base_fee_wei,
    compute_effective_gas_price_wei,
    compute_effective_tip_wei,
    compute_floor_gas,
    compute_intrinsic_gas,
)
from chain.types.primitives import Address, Gas, Wei
from chain.types.transaction import AccessEntry, Transaction, TransactionType


@given(st.integers(0, 10**12), st.integers(0, 30_000_000))
def test_base_fee_is_the_one_py_evm_expects(base_fee: int, gas_used: int) -> None:
    """Any parent leads to the same base fee as in py-evm's London rules."""
    parent = LondonBlockHeader(
        difficulty=0,
        block_number=12,
        gas_limit=30_000_000,
        timestamp=1,
        gas_used=gas_used,
        base_fee_per_gas=base_fee,
    )
    expected = calculate_expected_base_fee_per_gas(parent)
    assert expected == compute_base_fee_wei(Wei(base_fee), Gas(gas_used), Gas(30_000_000))


def test_base_fee_moves_by_an_eighth_at_most() -> None:
    """A full block raises it by 1/8, an empty one lowers it by 1/8, a half-full one keeps it."""
    limit = Gas(30_000_000)
    assert compute_base_fee_wei(Wei(800), limit, limit) == 900
    assert compute_base_fee_wei(Wei(800), Gas(0), limit) == 700
    assert compute_base_fee_wei(Wei(800), Gas(15_000_000), limit) == 800
    assert compute_base_fee_wei(Wei(0), limit, limit) == 1


def test_price_and_tip_stay_under_the_cap() -> None:
    """The sender pays base fee and tip, never more than the cap; the tip is what is left."""
    assert compute_effective_gas_price_wei(Wei(100), Wei(3), Wei(50)) == 53
    assert compute_effective_gas_price_wei(Wei(51), Wei(3), Wei(50)) == 51
    assert compute_effective_tip_wei(Wei(100), Wei(3), Wei(50)) == 3
    assert compute_effective_tip_wei(Wei(51), Wei(3), Wei(50)) == 1
    assert compute_effective_tip_wei(Wei(40), Wei(3), Wei(50)) == -10


@settings(max_examples=60)
@given(
    data=st.binary(max_size=200),
    slots=st.lists(st.integers(0, 9), max_size=4),
    kind=st.sampled_from([0, 1, 2, 4]),
)
def test_intrinsic_gas_is_py_evms(data: bytes, slots: list[int], kind: int) -> None:
    """Data, access list and authorizations cost what they cost in py-evm."""
    transaction = make(data, slots, kind)
    stock = PragueTransactionBuilder().decode(transaction.raw)
    assert stock.intrinsic_gas == compute_intrinsic_gas(transaction)


def make(data: bytes, slots: list[int], kind: int) -> Transaction:
    """Sign a call with these parts."""
    key = b"\x01" * 32
    signed = [sign_authorization(key, chain_id=1, address=bytes(20), nonce=0)]
    return sign_transaction(
        key,
        chain_id=1,
        nonce=0,
        gas_limit=1_000_000,
        to=bytes(20),
        data=data,
        max_fee_per_gas_wei=1,
        type=TransactionType(kind),
        access_list=[AccessEntry(Address(bytes(20)), tuple(slots))] if kind else (),
        authorizations=signed if kind == 4 else (),
    )


def creation(data: bytes) -> Transaction:
    """Sign a creation."""
    return sign_transaction(
        b"\x01" * 32,
        chain_id=1,
        nonce=0,
        gas_limit=1_000_000,
        to=None,
        data=data,
        max_fee_per_gas_wei=1,
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"", 53_000), (b"\x01", 53_018), (b"\x01" * 32, 53_514), (b"\x01" * 33, 53_532)],
)
def test_creation_pays_for_its_init_code(data: bytes, expected: int) -> None:
    """A creation costs 32,000 more and 2 for each word of init code begun (EIP-3860)."""
    assert expected == compute_intrinsic_gas(creation(data))


def test_floor_counts_four_tokens_for_a_byte_that_is_not_zero() -> None:
    """The least charge is 21,000, 10 for each zero byte and 40 for any other (EIP-7623)."""
    assert compute_floor_gas(make(b"", [], 2)) == 21_000
    assert compute_floor_gas(make(b"\x00\x00\x01", [], 2)) == 21_060
