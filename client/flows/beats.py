"""Beats: a device's word, window by window, that it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.kit.values import ZERO_BYTES32
from client.modules.devices import Beat, NextBeat, SignedBeat
from client.transactions import Receipt
from client.wallet import Wallet

if TYPE_CHECKING:
    from client.connection import Connection

MARGIN_BLOCKS = 1  # a beat has to be in a block before its window closes


class Device:
    """A device whose own key is here; the client's wallet pays for what it sends."""

    def __init__(self, client: Connection, number: int, key: Wallet) -> None:
        self.client, self.number, self.key = client, number, key

    async def next_beat(self) -> NextBeat:
        """Return the window it should beat in next."""
        return await self.client.devices.next_beat(self.number)

    def signed_beat(
        self, window: NextBeat, capacity: int, root: bytes = ZERO_BYTES32
    ) -> SignedBeat:
        """Return a beat for a window, signed by the device's key."""
        beat = Beat(self.number, window.epoch, window.window, capacity, root)
        return SignedBeat(beat, beat.sign(self.key, self.client.chain_id))

    async def beat(self, capacity: int = 1, root: bytes = ZERO_BYTES32) -> Receipt | None:
        """Beat where a window is open; None where none is, or it closes too soon."""
        window, height = await self.next_beat(), await self.client.height()
        if not window.opens_at <= height + MARGIN_BLOCKS < window.closes_at:
            return None
        signed = self.signed_beat(window, capacity, root)
        return await (await self.client.devices.beat((signed,))).receipt()
