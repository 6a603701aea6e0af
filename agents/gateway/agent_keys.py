"""
Keys that a payer lets sign for it: within their grant, over all lanes that they sign.

    grant: cap x periods begun, models, end <-- served, not redeemed, and what a call may cost
"""

import time
from collections.abc import Iterable
from typing import Final

from agents.gateway.faults import ApiFault, node_failed, payment_wanted
from agents.gateway.till import Till
from client import Client, Refusal
from client.errors import NodeError
from client.modules.model_fees import Grant

KEPT_S: Final = 5.0  # that a grant is believed before it is asked for again
MARGIN_S: Final = 300  # before a grant's end in which nothing more is served


class AgentKeys:
    """What keys may sign for, as the chain says, asked for now and then."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._kept: dict[tuple[str, str], tuple[float, Grant]] = {}

    async def left_wei(self, payer: str, key: str, model: int, now_s: int) -> int:
        """Return what a key may sign for and is not redeemed yet; raises ApiFault."""
        grant = await self._grant(payer, key)
        if grant.ends_s <= now_s + MARGIN_S or (grant.models and model not in grant.models):
            raise ApiFault(
                401, "voucher_signer", f"signed by {key}, which {payer} lets sign nothing of this"
            )
        periods = max(0, now_s - grant.granted_s) // grant.period_s + 1
        return max(0, grant.cap_wei * periods - grant.spent_wei)

    async def _grant(self, payer: str, key: str) -> Grant:
        kept = self._kept.get((payer, key))
        if kept is not None and time.monotonic() - kept[0] < KEPT_S:
            return kept[1]
        try:
            grant = await self._client.model_fees.agent(payer, key)
        except (NodeError, Refusal) as cause:
            raise node_failed(str(cause)) from cause
        if grant.ends_s:  # what is no grant takes no memory
            self._kept[payer, key] = (time.monotonic(), grant)
        return grant


def check_agent(tills: Iterable[Till], payer: str, key: str, left_wei: int) -> None:
    """Raise ApiFault where a key's lanes, with the calls under way, are above what is left."""
    open_wei = sum(
        lane.owed_wei + lane.reserved_wei - lane.redeemed_wei
        for till in tills
        if till.session.channel.payer == payer
        for lane in till.lanes.values()
        if lane.signer == key
    )
    if open_wei > left_wei:
        raise payment_wanted(
            "agent_cap", f"{key} may sign for {left_wei:,} wei in this period, {open_wei:,} wanted"
        )
