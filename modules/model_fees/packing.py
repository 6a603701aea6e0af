"""
Words that hold several numbers: what a redemption reads and writes is kept in as few as possible.

    purse of a channel    payer 160 | deposit 96
    course                paid 96 | state 8 | flags 8 | epoch 24 | session_s 40 | deal 40
    hands of a deal       payee 160 | three tariffs of 32
    head of a lane        amount 96 | nonce 40 | requests 48 | redeemed_s 40
    tail                  receipts' root 160 | tokens read 48 | tokens written 48
    more                  four meters of 64

Of a receipts' root its last 20 bytes are kept, as of a key in an address.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from chain.kit.record import Record

ADDRESS_BITS: Final = 160
AMOUNT_BITS: Final = 96
STATE_BITS: Final = 8
EPOCH_BITS: Final = 24
TIME_BITS: Final = 40
DEAL_BITS: Final = 40
NONCE_BITS: Final = 40
REQUESTS_BITS: Final = 48
TOKENS_BITS: Final = 48
UNITS_BITS: Final = 64
NUMBER_BITS: Final = 32  # of models, versions and tariffs
PRICE_BITS: Final = 88  # of one price with its factor
SCALE_BITS: Final = 40

AMOUNT_END: Final = 1 << AMOUNT_BITS  # wei of one channel stay below
EPOCH_END: Final = 1 << EPOCH_BITS
REQUESTS_END: Final = 1 << REQUESTS_BITS
ROOT_END: Final = 1 << ADDRESS_BITS
UNITS_PER_WORD: Final = 4
TOKEN_METERS: Final = 2

CHANNELS_SLOT: Final = 85  # of the mapping, which a batch of vouchers reads word by word
LANES_SLOT: Final = 88

PURSE_BITS: Final = (ADDRESS_BITS, AMOUNT_BITS)
COURSE_BITS: Final = (AMOUNT_BITS, STATE_BITS, STATE_BITS, EPOCH_BITS, TIME_BITS, DEAL_BITS)
HANDS_BITS: Final = (ADDRESS_BITS, NUMBER_BITS, NUMBER_BITS, NUMBER_BITS)
LANE_BITS: Final = (AMOUNT_BITS, NONCE_BITS, REQUESTS_BITS, TIME_BITS)
TAIL_BITS: Final = (ADDRESS_BITS, TOKENS_BITS, TOKENS_BITS)


class PackedChannel(Record):
    """A channel's two words."""

    purse: int
    course: int


class PackedLane(Record):
    """A lane's words; the third only for models with more meters than tokens."""

    head: int
    tail: int
    more: int


class PackedUse(Record):
    """Use of a model: payments 64 | requests 64 | wei 128, then the units of six meters."""

    sums: int
    units_low: int
    units_high: int


class PackedTariff(Record):
    """Prices of a session: who, which version and how much, then two meters a word."""

    head: int
    prices_low: int
    prices_mid: int
    prices_high: int


def pack(*fields: tuple[int, int]) -> int:
    """Return a word of (value, bits), the first in the lowest bits; each must fit."""
    word = at = 0
    for value, bits in fields:
        assert value >= 0 == value >> bits, (value, bits)
        word |= value << at
        at += bits
    assert at <= 256, at
    return word


def unpack(word: int, *bits: int) -> list[int]:
    """Return the numbers of a word, the lowest first."""
    values = []
    for width in bits:
        values.append(word & ((1 << width) - 1))
        word >>= width
    return values


def pack_units(units: Sequence[int]) -> tuple[int, int]:
    """Return the two words of six meters' units."""
    low = pack(*((value, UNITS_BITS) for value in units[:UNITS_PER_WORD]))
    return low, pack(*((value, UNITS_BITS) for value in units[UNITS_PER_WORD:]))


def unpack_units(low: int, high: int) -> tuple[int, ...]:
    """Return six meters' units."""
    return (*unpack(low, *[UNITS_BITS] * UNITS_PER_WORD), *unpack(high, UNITS_BITS, UNITS_BITS))


def grown(word: int, parts: Iterable[tuple[int, int]]) -> int:
    """Return a word whose numbers grew by (amount, bits); one that is full stays at its largest."""
    at = 0
    for amount, bits in parts:
        if amount:
            most = (1 << bits) - 1
            word += min(amount, most - (word >> at & most)) << at
        at += bits
    return word


def grown_units(word: int, units: Sequence[int]) -> int:
    """Return a word of meters' units that grew."""
    return grown(word, [(count, UNITS_BITS) for count in units])


def lane_units(lane: PackedLane) -> tuple[int, ...]:
    """Return six meters' units of a lane."""
    _, read, written = unpack(lane.tail, *TAIL_BITS)
    return (read, written, *unpack(lane.more, *(UNITS_BITS,) * UNITS_PER_WORD))
