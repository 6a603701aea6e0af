"""
Where the income of a block goes, among those who decided the block before.

    income --tax--> community
       |
       rest, by power --signed--> commission, then every share of the validator
                      --absent, unknown or without shares--> community

What rounding leaves over was never promised to anyone, so it is income of the next block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Address, Wei
from modules.rewards.maths import WHOLE_BPS, credited_wei, index_growth

if TYPE_CHECKING:
    from modules.rewards.module import Rewards


def distribute(rewards: Rewards) -> None:
    """Promise the income to those who signed the parent; without a parent's commit it waits."""
    votes, income_wei = rewards.block.last_commit, rewards.undistributed()
    total_power = sum(vote.power for vote in votes)
    if total_power == 0 or income_wei == 0:
        return
    community_wei = income_wei * rewards.settings.community_tax_bps // WHOLE_BPS
    rest_wei, promised_wei = income_wei - community_wei, 0
    for vote in votes:
        part_wei = rest_wei * vote.power // total_power
        validator = rewards.stakes.operator_of(vote.validator)
        shares = rewards.stakes.total_shares(validator) if vote.signed and any(validator) else 0
        if shares:
            promised_wei += _credit(rewards, validator, shares, part_wei)
        else:
            community_wei += part_wei
    rewards.community_wei = Wei(rewards.community_wei + community_wei)
    rewards.owed_wei = Wei(rewards.owed_wei + promised_wei + community_wei)


def _credit(rewards: Rewards, validator: Address, shares: int, reward_wei: int) -> int:
    """Give a validator and its delegators their part; return the wei that are promised by it."""
    commission_wei = reward_wei * rewards.stakes.commission_of(validator) // WHOLE_BPS
    growth = index_growth(reward_wei - commission_wei, shares)
    credit_wei = credited_wei(growth, shares)
    if commission_wei:
        rewards.commissions[validator] = Wei(rewards.commissions[validator] + commission_wei)
    if growth:
        rewards.indexes[validator] += growth
        rewards.unsettled[validator] = Wei(rewards.unsettled[validator] + credit_wei)
    rewards.earners.add(validator)
    return commission_wei + credit_wei
