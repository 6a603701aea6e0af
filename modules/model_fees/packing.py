"""
Words that hold several numbers: what a redemption reads and writes is kept in as few as possible.

    head of a channel   payer 160 | state 8 | flags 8 | models 8 | epoch 24 | session_s 40
    hands               payee 160 | three tariffs of 32
    money               deposit 128 | paid 128
    head of a lane      amount 128 | requests 48 | nonce 40 | redeemed_s 40
    units               four meters of 64, then two
"""

from collections.abc import Sequence
from typing import Final

from chain.kit.record import Record

AMOUNT_BITS: Final = 128
AMOUNT_END: Final = 1 << AMOUNT_BITS  # wei of one channel stay below
NONCE_END: Final = 1 << 40
REQUESTS_END: Final = 1 << 48
UNITS_BITS: Final = 64
UNITS_PER_WORD: Final = 4
ADDRESS_BITS: Final = 160
NUMBER_BITS: Final = 32  # of models, versions and tariffs
PRICE_BITS: Final = 88  # of one price with its factor
SCALE_BITS: Final = 40


class PackedChannel(Record):
    """A channel's three words."""

    head: int
    hands: int
    money: int


class PackedLane(Record):
    """A lane's words: how far it is redeemed, the units, and the receipts' root."""

    head: int
    units_low: int
    units_high: int
    root: int


class PackedUse(Record):
    """Use of a model: payments 64 | requests 64 | wei 128, then the units."""

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
