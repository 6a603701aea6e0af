"""
Standing policies: coins that others may turn into orders, within caps, until a height.

    owner --create, fund--> balance --order, top-up--> budgets --unspent--> balance
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Height, Wei
from modules.compute import orders
from modules.compute.checks import check_policy
from modules.compute.escrow import deposit
from modules.compute.events import PolicyChanged, PolicyDrawn, ToppedUp
from modules.compute.machines import POLICIES
from modules.compute.records import OrderTerms, Policy, PolicyState, PolicyTerms
from modules.compute.refusals import NothingToMove, PolicyForbids

if TYPE_CHECKING:
    from modules.compute.module import Compute

EXPIRES = 3  # the kind of timer that ends a policy


def create(compute: Compute, terms: PolicyTerms) -> int:
    """Make a policy with the coins sent; return its number."""
    check_policy(terms, compute.settings, compute.block.height)
    compute.policy_count += 1
    number, balance_wei = compute.policy_count, compute.value_wei
    state = POLICIES.move("create_policy", PolicyState.NOTHING, PolicyState.ACTIVE)
    now = compute.block.height
    compute.policies[number] = Policy(compute.sender, state, balance_wei, now, Wei(0), terms)
    compute.policies_wei = Wei(compute.policies_wei + balance_wei)
    compute.policies_by[compute.sender].append(number)
    compute.timers.set(terms.expires_at, EXPIRES, number)
    compute.emit(PolicyChanged(number, compute.sender, state, balance_wei))
    return number


def _enter(compute: Compute, call: str, number: int) -> Policy:
    policy = compute.policies[number]
    roles = {"owner"} if compute.sender == policy.owner else set()
    if compute.sender == policy.terms.spender or not any(policy.terms.spender):
        roles.add("spender")
    POLICIES.enter(call, policy.state, roles)
    return policy


def fund(compute: Compute, number: int) -> None:
    """Put the coins sent behind a policy."""
    policy = _enter(compute, "fund_policy", number)
    if compute.value_wei == 0:
        raise NothingToMove()
    balance_wei = Wei(policy.balance_wei + compute.value_wei)
    compute.policies[number] = replace(policy, balance_wei=balance_wei)
    compute.policies_wei = Wei(compute.policies_wei + compute.value_wei)
    compute.emit(PolicyChanged(number, policy.owner, policy.state, balance_wei))


def close(compute: Compute, call: str, number: int, target: PolicyState) -> None:
    """End a policy; what is left goes back to its owner."""
    policy = compute.policies[number]
    state = POLICIES.move(call, policy.state, target)
    compute.policies[number] = replace(policy, state=state, balance_wei=Wei(0))
    compute.policies_wei = Wei(compute.policies_wei - policy.balance_wei)
    compute.pay(policy.owner, policy.balance_wei, "policy_refund")
    compute.emit(PolicyChanged(number, policy.owner, state, Wei(0)))


def revoke(compute: Compute, number: int) -> None:
    """End a policy at its owner's word; orders opened under it go on."""
    _enter(compute, "revoke_policy", number)
    close(compute, "revoke_policy", number, PolicyState.REVOKED)


def expire(compute: Compute, number: int) -> None:
    """End a policy whose height has come."""
    if compute.policies[number].state == PolicyState.ACTIVE:
        close(compute, "policy_expires", number, PolicyState.EXPIRED)


def open_order(compute: Compute, number: int, terms: OrderTerms, value_wei: int) -> int:
    """Open an order with a policy's coins, in its owner's name; return the order's number."""
    policy = _enter(compute, "open_under_policy", number)
    why = _objection(policy, number, terms)
    if why:
        raise PolicyForbids(why)
    if value_wei > allowance_wei(compute, policy, 0):
        raise PolicyForbids("more than its caps or its balance leave")
    draw(compute, number, value_wei)
    order = orders.open_order(compute, policy.owner, terms, value_wei, number)
    progress = compute.progress[order]
    compute.progress[order] = replace(progress, policy_drawn_wei=Wei(value_wei))
    compute.emit(PolicyDrawn(number, order, Wei(value_wei)))
    return order


def _objection(policy: Policy, number: int, terms: OrderTerms) -> str:
    """Return why an order is not one that the policy is for, or nothing."""
    wanted = policy.terms
    if any(wanted.provider) and terms.provider != wanted.provider:
        return "the order must name the policy's provider"
    if terms.tier_min < wanted.tier_min:
        return "the order must ask for the policy's tier"
    if terms.claim.level < wanted.level_min:
        return "the order must ask for the policy's level of proof"
    if any(item not in terms.attributes for item in wanted.attributes):
        return "the order must ask for the policy's attributes"
    if terms.policy not in (0, number):
        return "the order is topped up by another policy"
    return ""


def allowance_wei(compute: Compute, policy: Policy, drawn_wei: int) -> int:
    """Return how much more an order that drew so much may draw now."""
    if policy.state != PolicyState.ACTIVE or compute.block.height >= policy.terms.expires_at:
        return 0
    spent_wei = _this_period(compute, policy).period_spent_wei
    left_wei = min(policy.terms.job_wei_max - drawn_wei, policy.terms.period_wei_max - spent_wei)
    return max(0, min(left_wei, policy.balance_wei))


def _this_period(compute: Compute, policy: Policy) -> Policy:
    """Begin a new period where the last one is over."""
    now, blocks = compute.block.height, policy.terms.period_blocks
    periods = (now - policy.period_start) // blocks
    if periods == 0:
        return policy
    start = Height(policy.period_start + periods * blocks)
    return replace(policy, period_start=start, period_spent_wei=Wei(0))


def draw(compute: Compute, number: int, amount_wei: int) -> None:
    """Take coins of a policy for an order."""
    policy = _this_period(compute, compute.policies[number])
    compute.policies[number] = replace(
        policy,
        balance_wei=Wei(policy.balance_wei - amount_wei),
        period_spent_wei=Wei(policy.period_spent_wei + amount_wei),
    )
    compute.policies_wei = Wei(compute.policies_wei - amount_wei)


def check_own(compute: Compute, number: int) -> None:
    """Raise where an order would be topped up by a policy that is not the sender's."""
    if number:
        policy = compute.policies[number]
        roles = {"owner"} if compute.sender == policy.owner else set()
        POLICIES.enter("fund_policy", policy.state, roles)


def top_up(compute: Compute, number: int, rate_wei: int) -> bool:
    """
    Top a lease up from its policy; return whether it did.

    One top-up lasts for the grace at least, so that none has to be looked at in every block.
    """
    terms, progress = compute.terms[number], compute.progress[number]
    owner, policy = compute.orders[number].requester, terms.policy
    if policy == 0:
        return False
    left_wei = allowance_wei(compute, compute.policies[policy], progress.policy_drawn_wei)
    amount_wei = min(terms.top_up_wei, left_wei)
    if amount_wei < max(rate_wei * compute.rules_of(number).grace_blocks, 1):
        return False
    draw(compute, policy, amount_wei)
    deposit(compute, number, owner, amount_wei, policy)
    drawn_wei = Wei(progress.policy_drawn_wei + amount_wei)
    compute.progress[number] = replace(compute.progress[number], policy_drawn_wei=drawn_wei)
    compute.emit(PolicyDrawn(policy, number, Wei(amount_wei)))
    compute.emit(ToppedUp(number, owner, policy, Wei(amount_wei)))
    return True
