"""Proposals and votes: how the chain is changed by those who have stake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.modules.governance import Option, ParameterChange, Proposal, ProposalSubmitted, Status
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection

OVER = (
    Status.EXECUTED,
    Status.REJECTED,
    Status.VETOED,
    Status.FAILED_QUORUM,
    Status.FAILED,
    Status.CANCELLED,
    Status.EXPIRED,
)


async def vote(client: Connection, proposal: int, option: Option) -> Receipt:
    """Vote with all the wallet's stake; a later vote takes the place of an earlier one."""
    return await (await client.governance.vote(proposal, option)).receipt()


async def propose_parameter(
    client: Connection, title: str, summary: str, parameter: str, value: int, *, deposit_wei: int
) -> int:
    """
    Propose another value of a parameter, "compute.take_bps"; return the proposal's number.

    The value that it has now is what the proposal expects to replace.
    """
    shown = await client.governance.parameter(parameter)
    changes = (ParameterChange(parameter, shown.value, value),)
    pending = await client.governance.submit_parameters(
        title, summary, changes, value_wei=deposit_wei
    )
    return (await pending.receipt()).one(ProposalSubmitted).id


async def until_decided(client: Connection, proposal: int, timeout_s: float = 120.0) -> Proposal:
    """Return a proposal once it is over; raises NotReached."""
    return await client.until(
        lambda: client.governance.proposal(proposal),
        lambda shown: shown.status in OVER,
        timeout_s,
        f"proposal {proposal} decided",
    )
