"""
Counters of a market in six words, so that a payment writes two or three.

    word 0  payments | uses | payers | active payers        64 bits each
    word 1  supplier | treasury                             128 bits each
    word 2  burned | infrastructure
    word 3  contributor | referrer
    word 4  verifier | refunded
    word 5  refunds | disputes | lost | won                 64 bits each

What comes together stands together: a payment's legs are mostly supplier, treasury and burned.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, Final, NamedTuple

from chain.kit.usage import Leg
from chain.types.primitives import Wei
from modules.analytics.records import CounterFull, Tally

WORDS: Final = 6  # of one tally
COUNT_BITS: Final = 64
WEI_BITS: Final = 128  # 3.4e20 coins
LEG_FIELDS: Final = {
    Leg.SUPPLIER: "supplier_wei",
    Leg.INFRASTRUCTURE: "infrastructure_wei",
    Leg.REFERRER: "referrer_wei",
    Leg.CONTRIBUTOR: "contributor_wei",
    Leg.VERIFIER: "verifier_wei",
    Leg.TREASURY: "treasury_wei",
    Leg.BURNED: "burned_wei",
}
NOT_SUMMED: Final = "active_payers"  # a number of the epoch, not of what came before


class Place(NamedTuple):
    """Where a counter stands."""

    word: int
    shift: int
    bits: int


def _places() -> Iterator[tuple[str, Place]]:
    """Lay the fields of a tally into words, in order, without gaps."""
    at = 0
    for field in fields(Tally):
        bits = WEI_BITS if field.name.endswith("_wei") else COUNT_BITS
        yield field.name, Place(at // 256, at % 256, bits)
        at += bits


PLACES: Final = dict(_places())


def charged_wei(tally: Tally) -> Wei:
    """Return what was charged: the sum of all legs."""
    return Wei(sum(getattr(tally, name) for name in LEG_FIELDS.values()))


def unpack(read: Callable[[int], int]) -> Tally:
    """Return the tally whose words a function reads."""
    words = [read(index) for index in range(WORDS)]
    found: dict[str, Any] = {
        name: words[place.word] >> place.shift & ((1 << place.bits) - 1)
        for name, place in PLACES.items()
    }
    return Tally(**found)


def raised(read: Callable[[int], int], changes: dict[str, int]) -> dict[int, int]:
    """Return the words that change when counters grow; raises CounterFull."""
    words: dict[int, int] = {}
    for name, change in changes.items():
        if change == 0:
            continue
        index, shift, bits = PLACES[name]
        word = words[index] if index in words else read(index)
        if (word >> shift & ((1 << bits) - 1)) + change >> bits:
            raise CounterFull(name)
        words[index] = word + (change << shift)
    return words


def without_active(word: int) -> int:
    """Return the word 0 of a tally with no active payers: an epoch begins."""
    place = PLACES[NOT_SUMMED]
    return word & ~(((1 << place.bits) - 1) << place.shift)


def plus(one: Tally, other: Tally) -> Tally:
    """Return the sum of two markets' tallies."""
    return Tally(**{name: getattr(one, name) + getattr(other, name) for name in PLACES})


def since(now: Tally, before: Tally) -> Tally:
    """Return what came between two tallies of one market."""
    return Tally(
        **{
            name: getattr(now, name) - (0 if name == NOT_SUMMED else getattr(before, name))
            for name in PLACES
        }
    )
