"""What rewards stores, shows and says: records, events and refusals."""

from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Refusal, param
from chain.types.primitives import Address, Bps, Seconds, Wei

COMMUNITY_PERIOD_S: Final = Seconds(3_600)  # an hour between two payments to the treasury
WITHDRAWALS_MAX: Final = 64  # validators that one withdrawal takes from
PAGE_MAX: Final = 100  # entries of one page of a view


class RewardsParams(Params):
    """What the community takes of all income."""

    community_tax_bps: Bps = param(
        default=Bps(200),
        doc="share of all rewards that goes to the treasury, in bps",
        minimum=0,
        maximum=2_000,
        step=200,
        cooldown_s=86_400,
    )


class RewardsGenesis(Record):
    """Rewards' section of genesis.json."""

    params: RewardsParams = RewardsParams()


class DelegationReward(Record):
    """What an account may take for its stake with one validator."""

    validator: Address
    amount_wei: Wei


class RewardsWithdrawn(Event):
    """An account took what its stake with a validator had earned."""

    delegator: Indexed[Address]
    validator: Indexed[Address]
    payee: Address
    amount_wei: Wei


class CommissionWithdrawn(Event):
    """A validator took its commission."""

    validator: Indexed[Address]
    payee: Address
    amount_wei: Wei


class WithdrawAddressChanged(Event):
    """An account's rewards and commission are paid to this address from now on."""

    account: Indexed[Address]
    payee: Address


class NothingToWithdraw(Refusal):
    """There is nothing to take yet."""


class PayeeInvalid(Refusal):
    """Rewards cannot be paid to the zero address or back to where they come from."""

    payee: Address
