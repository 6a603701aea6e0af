"""Batches as bytes: numbers, whether they fit, and what was signed, as the typed data says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.kit.lookahead import signed_by
from chain.kit.module import method_named
from chain.kit.typed_data import typed_digest
from chain.types.primitives import Hash32
from modules.model_fees.batches import (
    VOUCHERS_MAX,
    compact,
    compact_signature,
    read_batch,
    signed_in,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.refusals import VoucherInvalid
from modules.model_fees.typed import DOMAIN, Ticket, Voucher, units_of
from tests.modules.model_fees.scene import CHAIN_ID, PAYEE, PAYER, PREIMAGE

WIDTHS = (64, 24, 8, 40, 48, 48, 48, 64, 64, 64, 64, 96)
SIGNATURE = b"\1" * 64 + b"\0"


def voucher(*values: int) -> Voucher:
    """Return a voucher of these numbers, or of small ones."""
    numbers = values or tuple(range(1, 13))
    return Voucher(*numbers, Hash32(bytes(range(32))))


def encode(name: str, *values: object) -> bytes:
    """Return call data of a method of model fees."""
    method = method_named(ModelFees, name)
    assert method is not None
    return method.encode_call(*values)


@given(st.tuples(*(st.integers(0, 2**width - 1) for width in WIDTHS)))
def test_a_voucher_is_read_as_it_was_written(values: tuple[int, ...]) -> None:
    """Every number of a voucher that fits comes back, with the last 20 bytes of its root."""
    item = voucher(*values)
    (entry,) = read_batch(compact(item, SIGNATURE))
    assert entry.fits
    assert values[:5] == (entry.channel, entry.epoch, entry.lane, entry.nonce, entry.requests)
    assert (units_of(item), item.amount_wei) == (entry.units, entry.amount_wei)
    assert int.from_bytes(item.receipt_root[12:], "big") == entry.root


@given(st.tuples(*(st.integers(0, 2 ** (width + 1) - 1) for width in WIDTHS)))
def test_one_look_tells_whether_all_numbers_fit(values: tuple[int, ...]) -> None:
    """A voucher's numbers fit exactly if none has a bit beyond its width."""
    fits = all(value < 2**width for value, width in zip(values, WIDTHS, strict=True))
    assert fits == read_batch(compact(voucher(*values), SIGNATURE))[0].fits


def test_what_is_signed_is_what_wallets_sign() -> None:
    """The digests of a batch are EIP-712's of its vouchers, each with its own signature."""
    items = [voucher(*(number,) * 12) for number in range(1, 4)]
    signatures = [bytes([number]) * 64 + b"\1" for number in range(1, 4)]
    batch = b"".join(map(compact, items, signatures))
    expected = [
        (typed_digest(DOMAIN, item, CHAIN_ID, ModelFees.address), compact_signature(signature))
        for item, signature in zip(items, signatures, strict=True)
    ]
    assert expected == list(signed_in(batch, CHAIN_ID, ModelFees.address))
    assert signed_in(batch, CHAIN_ID + 1, ModelFees.address) != tuple(expected)


def test_every_call_with_vouchers_says_what_is_signed_in_it() -> None:
    """One voucher, a batch, and the last ones before both sides close hold the same question."""
    item, batch = voucher(), compact(voucher(), SIGNATURE)
    calls = [
        encode("redeem", item, SIGNATURE),
        encode("redeem_batch", batch),
        encode("close_together", 1, 0, batch, b"", b""),
    ]
    asked = [signed_by(ModelFees, CHAIN_ID, data) for data in calls]
    assert [signed_in(batch, CHAIN_ID, ModelFees.address)] * 3 == asked


def test_a_ticket_says_what_is_signed_in_it() -> None:
    """A ticket's digest does not hang on the state, so its signer is found ahead."""
    ticket = Ticket(PAYER, PAYEE, 1, 2, 3, 4, Hash32(b"\5" * 32), 6)
    data = encode("redeem_ticket", ticket, SIGNATURE, PREIMAGE)
    digest = typed_digest(DOMAIN, ticket, CHAIN_ID, ModelFees.address)
    expected = ((digest, compact_signature(SIGNATURE)),)
    assert expected == signed_by(ModelFees, CHAIN_ID, data)


@pytest.mark.parametrize("size", [0, 1, 479, 481, 480 * (VOUCHERS_MAX + 1)])
def test_what_is_no_batch_asks_nothing(size: int) -> None:
    """A batch that will be refused makes no work ahead."""
    assert () == signed_by(ModelFees, CHAIN_ID, encode("redeem_batch", bytes(size)))


@pytest.mark.parametrize("signature", [b"", b"\1" * 64, b"\1" * 64 + b"\2", b"\xff" * 65])
def test_a_signature_is_a_wallets_or_none(signature: bytes) -> None:
    """Another length, another parity and a high s are refused before anything is recovered."""
    with pytest.raises(VoucherInvalid):
        compact_signature(signature)
    assert () == signed_by(ModelFees, CHAIN_ID, encode("redeem", voucher(), signature))
