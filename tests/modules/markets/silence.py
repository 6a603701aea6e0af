"""
Everybody goes silent, then whoever owns something takes it: nobody needs anybody else.

    town --nobody acts: PATIENCE--> all is over --owners alone--> accounts are paid, all is empty
"""

from collections.abc import Callable
from typing import Any

from chain.types.primitives import Wei
from modules.compute.machines import BIDS, ORDERS
from modules.compute.module import Compute
from modules.compute.records import PolicyState
from modules.devices.module import Devices
from modules.devices.records import (
    CaseStatus,
    ChallengeStatus,
    PenaltyStatus,
    Status,
)
from modules.governance.module import Governance
from modules.governance.records import OPEN
from modules.verification.module import Verification
from modules.verification.records import ClaimState, MemberState, Role
from tests.modules.markets.crowd import number_of
from tests.modules.markets.market_town import PEOPLE, MarketTown
from tests.modules.markets.silence_of_data import (
    attempt,
    data_owners_leave,
    model_owners_leave,
    open_cases,
    open_channels,
    open_disputes,
    subjects_leave,
)
from tests.modules.markets.silence_of_routes import travellers_leave
from tests.modules.model_fees.scene import PAYER
from tests.modules.stage import account

PATIENCE = 400  # blocks; longer than all windows of all appeals, and than the unbonding after them
LOOK_EVERY = 10  # blocks from one look at everything to the next
GONE = (Status.RETIRED, Status.BANNED)
WAITING = (Status.SUSPECTED, Status.MAINTENANCE)


def open_orders(town: MarketTown) -> list[int]:
    """Return the orders that are not over."""
    compute = town.compute
    numbers = range(1, compute.order_count + 1)
    return [n for n in numbers if not ORDERS.is_terminal(compute.progress[n].state)]


def open_bids(town: MarketTown) -> list[int]:
    """Return the bids that hold a bond."""
    numbers = range(1, town.compute.bid_count + 1)
    return [n for n in numbers if not BIDS.is_terminal(town.compute.bids[n].state)]


def open_policies(town: MarketTown) -> list[int]:
    """Return the policies that are not over."""
    numbers = range(1, town.compute.policy_count + 1)
    return [n for n in numbers if town.compute.policies[n].state == PolicyState.ACTIVE]


def open_claims(town: MarketTown) -> list[int]:
    """Return the claims that are not executed."""
    numbers = range(1, town.court.count + 1)
    return [n for n in numbers if town.court.progress[n].state != ClaimState.EXECUTED]


def open_proposals(town: MarketTown) -> list[int]:
    """Return the proposals that are not decided."""
    numbers = range(1, town.call(Governance, "proposal_count") + 1)
    return [n for n in numbers if town.call(Governance, "proposal", n).status in OPEN]


def devices_of(town: MarketTown) -> list[int]:
    """Return all devices."""
    return sorted(town.fleet.keys)


def open_matters(town: MarketTown) -> list[tuple[str, int]]:
    """Return penalties, cases and devices that wait for somebody."""
    devices = town.fleet.devices
    found: list[tuple[str, int]] = []
    for number in range(1, devices.penalty_count + 1):
        status = devices.penalties[number].status
        if status in (PenaltyStatus.PENDING, PenaltyStatus.APPEALED):
            found.append(("penalty", number))
    for number in range(1, devices.case_count + 1):
        if devices.cases[number].status == CaseStatus.OPEN:
            found.append(("case", number))
    waiting = [n for n in devices_of(town) if town.fleet.status(n) in WAITING]
    return found + [("device", number) for number in waiting]


MARKET = (
    *(open_orders, open_bids, open_policies, open_claims, open_proposals),
    *(open_channels, open_disputes, open_cases),
)


def is_over(town: MarketTown) -> bool:
    """Whether nothing waits for anybody; silent devices are slashed until somebody retires them."""
    return not any(found(town) for found in MARKET)


def everybody_is_silent(town: MarketTown) -> None:
    """Wait until everything is over; then each owner alone takes what is its own."""
    wait(town, is_over)
    totals, held = town.compute.totals(), town.court.totals
    assert (totals.escrow_wei, totals.earned_wei, totals.policies_wei) == (0, 0, 0)
    assert (held.bonds_wei, held.fees_wei) == (0, 0)
    owners_leave(town)
    wait(town, is_empty)
    for who in PEOPLE:
        attempt(town, Devices, "claim", sender=who)
    town.blocks(1)
    assert town.host.balance_wei(Compute.address) == 0
    assert town.host.balance_wei(Verification.address) == town.court.totals.canary_wei
    assert town.host.balance_wei(Devices.address) == town.fleet.devices.carry_wei
    assert town.host.balance_wei(Governance.address) == 0
    assert not open_challenges(town)
    model_owners_leave(town)  # whose models are made of data, and pay it
    data_owners_leave(town)
    subjects_leave(town)
    travellers_leave(town)
    town.check_usage()


def wait(town: MarketTown, is_reached: Callable[[MarketTown], bool]) -> None:
    """Let blocks pass until something is so; fail where it never is."""
    for _ in range(0, PATIENCE, LOOK_EVERY):
        if is_reached(town):
            return
        town.blocks(LOOK_EVERY)
    raise AssertionError(f"{is_reached.__name__} expected: {stuck(town)}")


def stuck(town: MarketTown) -> dict[str, list[Any]]:
    """Return what still waits, to be told."""
    found = {kind.__name__: kind(town) for kind in (*MARKET, open_matters)}
    return {name: numbers for name, numbers in found.items() if numbers}


def owners_leave(town: MarketTown) -> None:
    """Let every owner take its bonds and deposits, and retire its devices."""
    for number in devices_of(town):
        owner = town.call(Devices, "device", number).device.owner
        attempt(town, Devices, "retire", number, sender=number_of(owner))
    payer = number_of(PAYER)  # of channels: who brings receipts before the jury
    attempt(town, Verification, "withdraw", town.court.free_wei[PAYER], sender=payer)
    for who in PEOPLE:
        address = account(who)
        free_wei = town.compute.providers[address].free_wei
        attempt(town, Compute, "withdraw_bond", Wei(free_wei), sender=who)
        attempt(town, Verification, "withdraw", town.court.free_wei[address], sender=who)
        for role in Role:
            attempt(town, Verification, "resign", role, sender=who)


def is_empty(town: MarketTown) -> bool:
    """Whether every device and every member has left."""
    court = town.court
    if any(town.fleet.status(number) not in GONE for number in devices_of(town)):
        retry(town)
        return False
    members = (court.members[role, account(who)].state for role in Role for who in PEOPLE)
    return not open_matters(town) and all(state == MemberState.NOTHING for state in members)


def retry(town: MarketTown) -> None:
    """Let owners retire devices that were suspected or in maintenance when all fell silent."""
    for number in devices_of(town):
        if town.fleet.status(number) not in (*GONE, Status.RETIRING):
            owner = town.call(Devices, "device", number).device.owner
            attempt(town, Devices, "retire", number, sender=number_of(owner))


def open_challenges(town: MarketTown) -> list[int]:
    """Return the devices' challenges that wait for an answer or a verifier."""
    waiting = (ChallengeStatus.DRAWN, ChallengeStatus.ANSWERED)
    found = [town.call(Devices, "open_challenge", number) for number in devices_of(town)]
    return [n for n in found if n and town.call(Devices, "challenge", n).status in waiting]
