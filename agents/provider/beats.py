"""Beats of a device that the provider runs: its key's word, once in every window."""

from typing import Final

from agents.provider.account import Account
from agents.provider.policy import Device
from client import Wallet
from client.modules.devices import Beat, SignedBeat

NO_ROOT: Final = bytes(32)  # of measurements, of which there are none
TRIES_MAX: Final = 3  # of one window, where the chain says no


class Beats:
    """Sends a device's beats as their windows open."""

    def __init__(self, account: Account, device: Device, wallet: Wallet) -> None:
        self._account, self._device, self._wallet = account, device, wallet
        self._devices = account.client.devices
        self._window = (-1, -1)  # the epoch and the window of the last beat
        self._tries_left = 0  # in that window

    async def serve(self) -> None:
        """
        Beat where the window of the next beat is open; who is refused tries again while it is.

        The window has opened in the newest block already: upon that one the node works out what
        the call takes, and would refuse it before.
        """
        client, number = self._account.client, self._device.number
        due, height = await self._devices.next_beat(number), await client.height()
        if not due.opens_at <= height < due.closes_at - 1:
            return
        if (due.epoch, due.window) != self._window:
            self._window, self._tries_left = (due.epoch, due.window), TRIES_MAX
        if not self._tries_left:
            return
        self._tries_left -= 1
        beat = Beat(number, due.epoch, due.window, self._device.capacity, NO_ROOT)
        signed = SignedBeat(beat, beat.sign(self._wallet, client.chain_id))
        name = f"beat {due.epoch}.{due.window}"
        if await self._account.do(name, lambda: self._devices.beat((signed,))) is not None:
            self._tries_left = 0
