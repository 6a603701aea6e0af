"""
The other side: what a program that calls a gateway does for one lane of its channel.

    header() --with the call--> gateway --answer, or 402, with what is due--> owed(): checked
    against prices and against what a call may cost, and signed for with the next call

It signs for a call after the call: what is not answered is not paid. What the gateway risks is its
exposure.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from agents.gateway.voucher_header import header_of
from client import Client
from client.errors import ArgumentInvalid
from client.flows.channels import METERS, Session, cost_wei, voucher_of
from client.kit.values import ZERO_BYTES32
from client.modules.model_fees import Voucher

NOTHING: Final[tuple[int, ...]] = (0,) * METERS


class LanePayer:
    """Pays for calls on one lane; a call at a time."""

    def __init__(
        self,
        client: Client,
        session: Session,
        lane: int,
        charge_wei_max: int,
        free: Sequence[int] = NOTHING,
    ) -> None:
        self._client, self._session, self.lane = client, session, lane
        self._tariff, self._charge_wei_max = session.tariff_of(lane), charge_wei_max
        self._free = tuple(free)
        self._nonce, self._requests, self._units = 0, 0, NOTHING
        self.owed_wei, self._root = 0, ZERO_BYTES32
        self._header = ""

    @property
    def channel(self) -> int:
        """The channel's number."""
        return self._session.channel.number

    def header(self, *, again: bool = False) -> str:
        """
        Return the voucher for the next call: it covers every call before, and no more.

        `again` gives the last one: with the same request, it asks for the answer that was lost.
        """
        if again and self._header:
            return self._header
        shown = self._session.channel
        self._nonce += 1
        head = (shown.number, shown.epoch, self.lane, self._nonce, self._requests)
        voucher: Voucher = voucher_of(head, self._units, self.owed_wei, self._root)
        self._header = header_of(voucher, self._client.sign(voucher))
        return self._header

    def owed(self, statement: Mapping[str, Any]) -> None:
        """
        Take over what a gateway says is due; raises ArgumentInvalid where it is not plausible.

        The amount must be what the units cost, and the calls since the last voucher may cost no
        more than one call each.
        """
        units = tuple(int(count) for count in statement["units"])
        amount_wei, requests = int(statement["amount_wei"]), int(statement["requests"])
        free = self._free if self.lane % 16 == 0 else NOTHING
        charged = [max(0, count - gift) for count, gift in zip(units, free, strict=True)]
        more = max(0, requests - self._requests)
        if amount_wei != cost_wei(self._tariff, charged):
            raise ArgumentInvalid(f"{units} units do not cost {amount_wei:,} wei")
        if amount_wei - self.owed_wei > more * self._charge_wei_max:
            raise ArgumentInvalid(f"{amount_wei - self.owed_wei:,} wei for {more} calls")
        self._units, self.owed_wei, self._requests = units, amount_wei, requests
        self._root = bytes.fromhex(statement["receipt_root"][2:])
        self._nonce = max(self._nonce, int(statement["nonce"]))
