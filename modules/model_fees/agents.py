"""
Keys that may sign for a payer: software agents, each with a cap, a set of models and an end.

    payer --authorise--> grant --voucher signed by the key--> spent, at most cap a period begun
             --revoke--> the end moves up to the notice's, so that no payee is caught by surprise
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import ZERO_ADDRESS, Address, Seconds, Wei
from modules.model_fees.events import AgentAuthorised, AgentRevoked
from modules.model_fees.packing import AMOUNT_END
from modules.model_fees.records import Grant
from modules.model_fees.refusals import AgentRefused

if TYPE_CHECKING:
    from modules.model_fees.books import Books

AGENT_MODELS_MAX: Final = 8  # that one grant names


def authorise(
    fees: Books, key: Address, cap_wei: Wei, period_s: Seconds, names: tuple[str, ...], end: Seconds
) -> None:
    """Let a key sign for the caller until an end; a grant that was replaced is over at once."""
    now_s = fees.block.time_s
    if key in (ZERO_ADDRESS, fees.sender):
        raise AgentRefused("a key of its own expected")
    if not 0 < cap_wei < AMOUNT_END or not period_s:
        raise AgentRefused("a cap and a period expected")
    if end <= now_s or len(names) > AGENT_MODELS_MAX:
        raise AgentRefused(f"an end to come and at most {AGENT_MODELS_MAX} models expected")
    if fees.grants[fees.sender, key].ends_s > now_s:
        raise AgentRefused("the key has a grant: revoke it first")
    for name in names:
        fees.known(name)
    models = tuple(fees.number_of[name] for name in names)
    fees.grants[fees.sender, key] = Grant(cap_wei, period_s, now_s, end, Wei(0), models)
    fees.emit(AgentAuthorised(fees.sender, key, cap_wei, period_s, end, models))


def revoke(fees: Books, key: Address) -> None:
    """End a grant of the caller's, with notice."""
    grant, now_s = fees.grants[fees.sender, key], fees.block.time_s
    end = Seconds(now_s + fees.live.agent_notice_s)
    if grant.ends_s <= now_s:
        raise AgentRefused("no grant")
    end = min(end, grant.ends_s)
    fees.grants[fees.sender, key] = replace(grant, ends_s=end)
    fees.emit(AgentRevoked(fees.sender, key, end))


def left_wei(fees: Books, grant: Grant) -> int:
    """Return what a grant's key may still sign for, in wei."""
    now_s = fees.block.time_s
    if grant.ends_s <= now_s:
        return 0
    periods = (now_s - grant.granted_s) // grant.period_s + 1
    return max(0, grant.cap_wei * periods - grant.spent_wei)


def spend(fees: Books, payer: Address, key: Address, model: int, amount_wei: int) -> bool:
    """Count an amount against a key's grant, where it covers it; return whether it does."""
    grant = fees.grants[payer, key]
    if grant.models and model not in grant.models:
        return False
    if grant.ends_s <= fees.block.time_s or amount_wei > left_wei(fees, grant):
        return False
    fees.grants[payer, key] = replace(grant, spent_wei=Wei(grant.spent_wei + amount_wei))
    return True
