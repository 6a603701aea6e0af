"""
How any market tells what was really paid for: one book of use and revenue for all of them.

    market --note_payment(payer, units, legs)--> book     per market, per epoch, per leg
           --note_refund, note_dispute, note_verdict-->

The book counts; it holds no coins and decides nothing, and a market goes on where it stands still.
So markets tell by `tell`: what the book refuses is undone and forgotten.

    tell(market, lambda: market.usage.note_dispute())
"""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Protocol

from chain.kit.assembly import REFUSED
from chain.kit.module import Module
from chain.kit.record import Record
from chain.types.primitives import Address, Wei


class Leg(IntEnum):
    """Whom a part of a payment is for."""

    SUPPLIER = 0  # who did the work or owns what is used
    INFRASTRUCTURE = 1
    REFERRER = 2
    CONTRIBUTOR = 3  # base models, data, parents of a derivative
    VERIFIER = 4
    TREASURY = 5
    BURNED = 6


class LegAmount(Record):
    """One part of a payment."""

    leg: Leg
    amount_wei: Wei


class UsageBook(Protocol):
    """What a market needs of the module that counts; the market is known as the caller."""

    def note_payment(self, payer: Address, uses: int, legs: tuple[LegAmount, ...]) -> None:
        """Hear that `payer` paid for so many uses (jobs, licences, calls), and who got what."""
        ...

    def note_refund(self, payer: Address, amount_wei: Wei) -> None:
        """Hear that a payer got wei back that were meant for a supplier."""
        ...

    def note_dispute(self) -> None:
        """Hear that something paid for is disputed."""
        ...

    def note_verdict(self, supplier_lost: bool) -> None:
        """Hear how a dispute ended."""
        ...


def legs_of(amounts_wei: Mapping[Leg, int]) -> tuple[LegAmount, ...]:
    """Return the parts of a payment that are more than nothing."""
    return tuple([LegAmount(leg, Wei(wei)) for leg, wei in amounts_wei.items() if wei])


def tell(market: Module, note: Callable[[], None]) -> None:
    """Tell the book something; what it thinks of it cannot stop a payment."""
    mark = market.host.snapshot()
    try:
        note()
    except REFUSED:
        market.host.revert(mark)
