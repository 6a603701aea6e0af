"""Checks without state: each rule is broken once, and named in geth's words."""

import dataclasses

import pytest

from chain.codec import address_of, seal_header, sign_authorization, sign_transaction
from chain.errors import (
    AuthorizationsInvalid,
    ChainIdMismatch,
    FeeOverflow,
    FloorGasTooLow,
    HeaderInvalid,
    InitcodeOversized,
    IntrinsicGasTooLow,
    NonceAtMaximum,
    SenderInvalid,
    TipAboveFeeCap,
    TransactionInvalid,
    TransactionTypeUnsupported,
    TransactionUnprotected,
)
from chain.params import INITCODE_BYTES_MAX
from chain.types.header import Header
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height, Seconds, Wei
from chain.types.transaction import Transaction, TransactionType
from chain.validation import AdmissionRules, check_header, check_transaction, format_address

KEY = b"\x01" * 32
CHAIN_ID = 31_337


def make(**changes: object) -> Transaction:
    """Sign a valid transfer with some fields changed."""
    fields: dict[str, object] = {
        "chain_id": CHAIN_ID,
        "nonce": 0,
        "gas_limit": 21_000,
        "to": bytes(20),
        "max_fee_per_gas_wei": 2_000,
        "max_priority_fee_per_gas_wei": 1,
    }
    return sign_transaction(KEY, **(fields | changes))  # type: ignore[arg-type]


def test_a_valid_transaction_gets_its_sender_and_its_gas() -> None:
    """Checking finds the sender, the intrinsic gas and the floor."""
    checked = check_transaction(make(data=b"\x01", gas_limit=30_000), CHAIN_ID)
    assert address_of(KEY) == checked.sender
    assert (checked.intrinsic_gas, checked.floor_gas) == (21_016, 21_040)


def test_a_known_sender_is_not_recovered_again() -> None:
    """A batch that recovered senders elsewhere hands them in."""
    sender = Address(b"\x07" * 20)
    assert sender == check_transaction(make(), CHAIN_ID, sender=sender).sender


AUTHORIZATION = sign_authorization(KEY, chain_id=0, address=bytes(20), nonce=0)
BROKEN: list[tuple[dict[str, object], type[TransactionInvalid], str]] = [
    ({"chain_id": 5}, ChainIdMismatch, "invalid chain id for signer: have 5 want 31337"),
    (
        {"chain_id": None, "type": TransactionType.LEGACY},
        TransactionUnprotected,
        r"only replay-protected \(EIP-155\) transactions allowed over RPC",
    ),
    ({"gas_limit": 20_999}, IntrinsicGasTooLow, "intrinsic gas too low: have 20999, want 21000"),
    (
        {"data": b"\x01", "gas_limit": 21_016},
        FloorGasTooLow,
        "insufficient gas for floor data gas cost: have 21016, want 21040",
    ),
    (
        {"max_priority_fee_per_gas_wei": 2_001},
        TipAboveFeeCap,
        "max priority fee per gas higher than max fee per gas",
    ),
    ({"nonce": 2**64 - 1}, NonceAtMaximum, "nonce has max value"),
    (
        {"to": None, "data": bytes(INITCODE_BYTES_MAX + 1), "gas_limit": 10**7},
        InitcodeOversized,
        "max initcode size exceeded: code size 49153 limit 49152",
    ),
    ({"type": TransactionType.SET_CODE}, AuthorizationsInvalid, "EIP-7702.*empty auth list"),
    (
        {"type": TransactionType.SET_CODE, "to": None, "authorizations": [AUTHORIZATION]},
        AuthorizationsInvalid,
        "EIP-7702.*cannot be used to create contract",
    ),
    ({"max_fee_per_gas_wei": 2**255}, FeeOverflow, "exceeds 256 bits"),
    ({"type": TransactionType.BLOB}, TransactionTypeUnsupported, "type not supported: blob"),
]


@pytest.mark.parametrize(("changes", "error", "text"), BROKEN)
def test_each_rule_is_named_when_it_is_broken(
    changes: dict[str, object], error: type[TransactionInvalid], text: str
) -> None:
    """One broken rule raises one error, whose message opens as geth's."""
    with pytest.raises(error, match=text):
        check_transaction(make(**changes), CHAIN_ID)


def test_a_signature_of_nobody_is_an_invalid_sender() -> None:
    """r that is on no curve point leads to no key."""
    with pytest.raises(SenderInvalid, match="invalid sender"):
        check_transaction(dataclasses.replace(make(), r=5), CHAIN_ID)


def test_a_development_chain_may_be_lenient() -> None:
    """Unprotected transactions and large init code pass where the rules say so."""
    rules = AdmissionRules(allow_unprotected=True, limit_initcode=False)
    unprotected = make(chain_id=None, type=TransactionType.LEGACY)
    large = make(to=None, data=bytes(INITCODE_BYTES_MAX + 1), gas_limit=10**7)
    for transaction in (unprotected, large):
        assert address_of(KEY) == check_transaction(transaction, CHAIN_ID, rules=rules).sender


PARENT = seal_header(
    Header(
        parent_hash=ZERO_HASH,
        coinbase=Address(bytes(20)),
        state_root=ZERO_HASH,
        transactions_root=ZERO_HASH,
        receipts_root=ZERO_HASH,
        logs_bloom=bytes(256),
        height=Height(4),
        gas_limit=Gas(30_000_000),
        gas_used=Gas(15_000_000),
        timestamp_s=Seconds(1_000),
        extra_data=b"",
        mix_hash=ZERO_HASH,
        base_fee_per_gas_wei=Wei(800),
        parent_beacon_block_root=ZERO_HASH,
        hash=ZERO_HASH,
    )
)


def child(**changes: object) -> Header:
    """Return a valid child of PARENT with some fields changed."""
    header = dataclasses.replace(PARENT, parent_hash=PARENT.hash, height=Height(5), gas_used=Gas(0))
    return seal_header(dataclasses.replace(header, **changes))  # type: ignore[arg-type]


def test_a_child_in_the_same_second_is_valid() -> None:
    """Blocks may be faster than a second: equal timestamps pass, later ones too."""
    check_header(child(), PARENT)
    check_header(child(timestamp_s=Seconds(1_001)), PARENT)


@pytest.mark.parametrize(
    "changes",
    [
        {"height": Height(6)},
        {"parent_hash": Hash32(b"\x01" * 32)},
        {"gas_limit": Gas(30_000_001)},
        {"gas_used": Gas(30_000_001)},
        {"base_fee_per_gas_wei": Wei(801)},
        {"timestamp_s": Seconds(999)},
        {"timestamp_s": Seconds(2**64)},
        {"extra_data": bytes(33)},
        {"difficulty": 1},
        {"nonce": b"\x01" * 8},
        {"ommers_hash": ZERO_HASH},
        {"withdrawals_root": ZERO_HASH},
        {"blob_gas_used": Gas(1)},
        {"excess_blob_gas": Gas(1)},
        {"requests_hash": ZERO_HASH},
    ],
)
def test_each_header_field_is_checked(changes: dict[str, object]) -> None:
    """A wrong field is refused under its name, with what was expected and found."""
    with pytest.raises(HeaderInvalid) as caught:
        check_header(child(**changes), PARENT)
    assert caught.value.field in changes
    assert "expected" in str(caught.value)


def test_addresses_are_written_with_their_checksum() -> None:
    """Messages show addresses as geth does (EIP-55's first example)."""
    address = Address(bytes.fromhex("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"))
    assert format_address(address) == "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
