"""Beats of a device that the provider runs: its key's word, once in every window."""

import logging
from typing import Final

from agents.provider.account import Account
from agents.provider.policy import Device
from client import Wallet
from client.modules.devices import Beat, SignedBeat

LOG: Final = logging.getLogger(__name__)
NO_ROOT: Final = bytes(32)  # of measurements, of which there are none


class Beats:
    """Sends a device's beats as their windows open."""

    def __init__(self, account: Account, device: Device, wallet: Wallet) -> None:
        self._account, self._device, self._wallet = account, device, wallet
        self._devices = account.client.devices
        self._tried = (-1, -1)  # epoch and window

    async def serve(self) -> None:
        """Beat where the window of the next beat is open; each window is tried once."""
        client, number = self._account.client, self._device.number
        due, height = await self._devices.next_beat(number), await client.height()
        is_open = due.opens_at <= height + 1 < due.closes_at
        if not is_open or (due.epoch, due.window) == self._tried:
            return
        self._tried = due.epoch, due.window
        beat = Beat(number, due.epoch, due.window, self._device.capacity, NO_ROOT)
        signed = SignedBeat(beat, beat.sign(self._wallet, client.chain_id))
        await self._account.do(
            f"beat {due.epoch}.{due.window}", lambda: self._devices.beat((signed,))
        )
