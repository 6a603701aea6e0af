"""
What a use costs and who gets it.

    charge = input tokens x price + output tokens x price
      - protocol fee, rounded down                            -> treasury
      - infrastructure_bps of the rest, rounded down          -> infrastructure
      - referrer_bps of the rest, each share rounded down     -> referrers, if any
      - each base's and each asset's part, rounded down       -> models and data it was made of
      = what is left, all dust included                       -> author
"""

from collections.abc import Sequence
from typing import NamedTuple

from chain.types.primitives import Address, Bps, Wei
from modules.model_fees.records import (
    WHOLE_BPS,
    Leg,
    LegKind,
    Prices,
    Referrer,
    RevenueSplit,
    Usage,
)


class Ancestor(NamedTuple):
    """A model or an asset that a model was made of: who holds its part, and how much it is."""

    kind: LegKind
    recipient: Address
    share_bps: Bps


def charge_wei(prices: Prices, input_tokens: int, output_tokens: int) -> Wei:
    """Return what the tokens cost, in wei."""
    return Wei(
        prices.input_token_price_wei * input_tokens + prices.output_token_price_wei * output_tokens
    )


def share_wei(amount_wei: int, share_bps: int) -> Wei:
    """Return a share of an amount, rounded down to the wei."""
    return Wei(amount_wei * share_bps // WHOLE_BPS)


def split_legs(
    total_wei: Wei,
    protocol_fee_bps: Bps,
    split: RevenueSplit,
    author: Address,
    treasury: Address,
    referrers: Sequence[Referrer],
    ancestors: Sequence[Ancestor] = (),
) -> tuple[Leg, ...]:
    """Return every leg of a payment that is not zero; they sum to the whole of it."""
    fee_wei = share_wei(total_wei, protocol_fee_bps)
    rest_wei = total_wei - fee_wei
    referral_wei = share_wei(rest_wei, split.referrer_bps)
    legs = [
        Leg(LegKind.TREASURY, treasury, fee_wei),
        Leg(
            LegKind.INFRASTRUCTURE,
            split.infrastructure,
            share_wei(rest_wei, split.infrastructure_bps),
        ),
        *(
            Leg(LegKind.REFERRER, item.account, share_wei(referral_wei, item.share_bps))
            for item in referrers
        ),
        *(
            Leg(item.kind, item.recipient, share_wei(rest_wei, item.share_bps))
            for item in ancestors
        ),
    ]
    left_wei = Wei(total_wei - sum(leg.amount_wei for leg in legs))
    legs.append(Leg(LegKind.AUTHOR, author, left_wei))
    return tuple(leg for leg in legs if leg.amount_wei)


def add_usage(
    usage: Usage,
    input_tokens: int,
    output_tokens: int,
    total_wei: Wei,
    legs: Sequence[Leg],
    payments: int = 1,
) -> Usage:
    """Return the use and revenue with more payments in them, one or as many as are told."""

    def paid(kind: LegKind) -> int:
        return sum(leg.amount_wei for leg in legs if leg.kind == kind)

    return Usage(
        payments=usage.payments + payments,
        input_tokens=usage.input_tokens + input_tokens,
        output_tokens=usage.output_tokens + output_tokens,
        charged_wei=Wei(usage.charged_wei + total_wei),
        treasury_wei=Wei(usage.treasury_wei + paid(LegKind.TREASURY)),
        infrastructure_wei=Wei(usage.infrastructure_wei + paid(LegKind.INFRASTRUCTURE)),
        referrers_wei=Wei(usage.referrers_wei + paid(LegKind.REFERRER)),
        author_wei=Wei(usage.author_wei + paid(LegKind.AUTHOR)),
        bases_wei=Wei(usage.bases_wei + paid(LegKind.BASE)),
        data_wei=Wei(usage.data_wei + paid(LegKind.DATA)),
    )


def legs_sum_to_charge(usage: Usage) -> bool:
    """Return whether what was paid out is what was charged."""
    paid_wei = (
        usage.treasury_wei
        + usage.infrastructure_wei
        + usage.referrers_wei
        + usage.author_wei
        + usage.bases_wei
        + usage.data_wei
    )
    return paid_wei == usage.charged_wei
