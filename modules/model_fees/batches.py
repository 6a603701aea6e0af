"""
Batches of signed vouchers as bytes: numbers, slots and digests out of them.

    480 bytes each: 13 words, r, s --read_batch--> Entry: numbers, slots of channel and lane
                                  --signed_in---> (digest, signature) of each

All of it follows from the bytes alone, so it is done ahead where a transaction waits for its block.
"""

from collections.abc import Iterable
from functools import lru_cache
from struct import Struct
from typing import Any, Final, NamedTuple

from sha3 import keccak_256

from chain.kit.abi import WORD, abi_type
from chain.kit.signatures import PARITY_BIT, WALLET_BYTES, WALLET_V, Signed
from chain.kit.storage import entry_of
from chain.kit.typed_data import type_hash
from chain.types.primitives import Address, Hash32, Wei
from modules.model_fees.packing import (
    AMOUNT_BITS,
    CHANNELS_SLOT,
    EPOCH_BITS,
    LANES_SLOT,
    NONCE_BITS,
    REQUESTS_BITS,
    TOKENS_BITS,
    UNITS_BITS,
)
from modules.model_fees.records import Fault
from modules.model_fees.refusals import BatchInvalid, VoucherInvalid
from modules.model_fees.typed import DOMAIN, Voucher

VOUCHERS_MAX: Final = 128  # of one batch; they fit the 64 KiB of one call
VOUCHER_WORDS: Final = 13
SIGNED_BYTES: Final = VOUCHER_WORDS * WORD
SIGNATURE_WORDS: Final = 2
# The voucher's words, then r and s (EIP-2098).
VOUCHER_BYTES: Final = SIGNED_BYTES + SIGNATURE_WORDS * WORD
LANE_KEY_BITS: Final = 8
BATCHES_KEPT: Final = 64  # read ahead or lately, 16 MB; more than a full block has
# Channel, epoch, lane, nonce, requests, six meters; the amount's halves; the root's last 20 bytes.
NUMBERS: Final = Struct(">" + "24xQ" * 11 + "16xQQ" + "12x20s" + "64x")
_WIDTHS: Final = (64, EPOCH_BITS, 8, NONCE_BITS, REQUESTS_BITS, *(TOKENS_BITS,) * 2)
# The bits of a voucher's words that must be zero: one look tells whether every number fits.
EXCESS: Final = int.from_bytes(
    b"".join(
        (-1 % (1 << 256) ^ (1 << width) - 1).to_bytes(WORD, "big")
        for width in (*_WIDTHS, *(UNITS_BITS,) * 4, AMOUNT_BITS, 256)
    ),
    "big",
)


class Entry(NamedTuple):
    """One voucher as numbers."""

    fits: bool  # whether no number is larger than it may be
    channel: int
    epoch: int
    lane: int
    nonce: int
    requests: int
    units: tuple[int, ...]
    amount_wei: int
    root: int  # the last 20 bytes of it
    at: int  # slot of the channel's two words
    lane_at: int  # slot of the lane's words


def lane_key(channel: int, epoch: int, lane: int) -> int:
    """Return the key of a lane of a session, or of a place among its models."""
    return (channel << EPOCH_BITS | epoch) << LANE_KEY_BITS | lane


def batch_size(vouchers: bytes) -> int:
    """Return how many vouchers there are; raises BatchInvalid where they are none, or too many."""
    count, rest = divmod(len(vouchers), VOUCHER_BYTES)
    if rest or not 1 <= count <= VOUCHERS_MAX:
        raise BatchInvalid(VOUCHERS_MAX, VOUCHER_BYTES, len(vouchers))
    return count


@lru_cache(maxsize=BATCHES_KEPT)
def read_batch(vouchers: bytes) -> tuple[Entry, ...]:
    """Return a batch's vouchers as numbers."""
    entries = []
    for position, found in enumerate(NUMBERS.iter_unpack(vouchers)):
        channel, epoch, lane, nonce, requests, *units, high, low, root = found
        key = (channel << EPOCH_BITS | epoch) << LANE_KEY_BITS | lane
        start = position * VOUCHER_BYTES
        entries.append(
            Entry(
                int.from_bytes(vouchers[start : start + SIGNED_BYTES], "big") & EXCESS == 0,
                channel,
                epoch,
                lane,
                nonce,
                requests,
                tuple(units),
                high << 64 | low,
                int.from_bytes(root, "big"),
                entry_of(channel.to_bytes(WORD, "big"), CHANNELS_SLOT),
                entry_of(key.to_bytes(WORD, "big"), LANES_SLOT),
            )
        )
    return tuple(entries)


@lru_cache(maxsize=BATCHES_KEPT)
def signed_in(vouchers: bytes, chain_id: int, contract: Address) -> tuple[Signed, ...]:
    """Return the digest and the signature of every voucher, for one chain and contract."""
    prefix = b"\x19\x01" + DOMAIN.separator(chain_id, contract)
    kind, signed = type_hash(Voucher), []
    for start in range(0, len(vouchers), VOUCHER_BYTES):
        end = start + SIGNED_BYTES
        struct = keccak_256(kind + vouchers[start:end]).digest()
        digest = Hash32(keccak_256(prefix + struct).digest())
        signed.append((digest, vouchers[end : end + SIGNATURE_WORDS * WORD]))
    return tuple(signed)


def signed_ahead(vouchers: bytes, chain_id: int, contract: Address) -> Iterable[Signed]:
    """Return what a batch asks about signers, where it is one, and have it read."""
    batch_size(vouchers)
    read_batch(vouchers)
    return signed_in(vouchers, chain_id, contract)


def forget() -> None:
    """Keep no batch: what is measured or tried then is what a new node does."""
    read_batch.cache_clear()
    signed_in.cache_clear()


def signed_one(
    voucher: Voucher, signature: bytes, chain_id: int, contract: Address
) -> Iterable[Signed]:
    """Return the same of one voucher with a wallet's signature."""
    return signed_ahead(compact(voucher, signature), chain_id, contract)


def signed_last(channel: int, paid_wei: Wei, vouchers: bytes, *rest: Any) -> Iterable[Signed]:
    """Return the same of what is redeemed before a channel closes; both sides' words need state."""
    chain_id, contract = rest[-2:]
    return signed_ahead(vouchers, chain_id, contract) if vouchers else ()


def compact(voucher: Voucher, signature: bytes) -> bytes:
    """Return a voucher with a wallet's signature of 65 bytes as a batch takes it."""
    return abi_type(Voucher).encode(voucher) + compact_signature(signature)


def compact_signature(signature: bytes) -> bytes:
    """Return a wallet's signature in 64 bytes (EIP-2098); raises VoucherInvalid."""
    if len(signature) != WALLET_BYTES:
        raise VoucherInvalid(Fault.SIGNATURE)
    r, s, parity = signature[:WORD], signature[WORD : 2 * WORD], signature[-1]
    if parity >= WALLET_V:
        parity -= WALLET_V
    if parity > 1 or s[0] & PARITY_BIT:
        raise VoucherInvalid(Fault.SIGNATURE)
    return r + bytes((s[0] | parity << 7,)) + s[1:]
