"""
How a price is earned over time and split among who it is for, without a wei too many or too few.

    price --earned_wei--> part of it --split--> protocol | referrer | ancestors | owner, the rest
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chain.types.primitives import Bps
from modules.licensing.records import QUANTUM_WEI, WHOLE, Kind, Share, Term, Terms

AT_ONCE: Final = (Kind.PERPETUAL, Kind.FREE)  # with a SEATS licence that never ends


@dataclass(frozen=True)
class Rates:
    """The shares of a payment; ancestors' are of what fees leave."""

    fee_bps: Bps
    referrer_bps: Bps
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Split:
    """A payment to the wei; `royalties_wei` in the order of the rates' shares."""

    fee_wei: int
    referrer_wei: int
    royalties_wei: tuple[int, ...]
    owner_wei: int


def split(amount_wei: int, rates: Rates) -> Split:
    """
    Split an amount: every share rounded down, what that leaves is the owner's.

    Royalties are shares of what is left after fees, so all together never take more than there
    is, whatever governance does to the fee. Whole quanta split exactly.
    """
    net = WHOLE - rates.fee_bps - rates.referrer_bps
    fee_wei = amount_wei * rates.fee_bps // WHOLE
    referrer_wei = amount_wei * rates.referrer_bps // WHOLE
    royalties = tuple(amount_wei * net * share.bps // QUANTUM_WEI for share in rates.shares)
    owner_wei = amount_wei - fee_wei - referrer_wei - sum(royalties)
    return Split(fee_wei, referrer_wei, royalties, owner_wei)


def difference(after: Split, before: Split) -> Split:
    """Return what is to be paid where one split was paid and another is due."""
    return Split(
        after.fee_wei - before.fee_wei,
        after.referrer_wei - before.referrer_wei,
        tuple(a - b for a, b in zip(after.royalties_wei, before.royalties_wei, strict=True)),
        after.owner_wei - before.owner_wei,
    )


def is_at_once(terms: Terms) -> bool:
    """Whether a price is earned with the sale: nothing about the licence runs out."""
    return terms.kind in AT_ONCE or (terms.kind == Kind.SEATS and terms.duration_s == 0)


def earned_wei(terms: Terms, term: Term, used: int, clock: int) -> int:
    """Return what of a term's price is earned at a time of the asset's clock, in wei."""
    if is_at_once(terms) or clock >= term.ends_at:
        return term.price_wei
    if terms.kind == Kind.USES:
        return term.price_wei * used // terms.uses
    elapsed = max(0, clock - term.starts_at)
    return term.price_wei * elapsed // (term.ends_at - term.starts_at)


def stack_bps(shares: Sequence[Share]) -> int:
    """Return what all ancestors get together, in bps."""
    return sum(share.bps for share in shares)
