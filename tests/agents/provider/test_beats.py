"""A device's beats are sent in their window, signed by the device, once."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest

from agents.provider.beats import Beats
from agents.provider.policy import Device
from client import Wallet
from client.modules.devices import NextBeat, SignedBeat

CHAIN_ID = 7
WALLET = Wallet(b"\x21" * 32)


@dataclass
class Chain:
    """A chain that knows one device, and takes its beats."""

    height_now: int = 1
    due: NextBeat = NextBeat(3, 2, 10, 20)
    beats: list[SignedBeat] = field(default_factory=list)
    refusals: int = 0  # that come first
    calls: int = 0
    chain_id: int = CHAIN_ID

    @property
    def client(self) -> "Chain":
        """Stand in for the account's client."""
        return self

    @property
    def devices(self) -> "Chain":
        """Stand in for the module."""
        return self

    async def height(self) -> int:
        """Return the newest height."""
        return self.height_now

    async def next_beat(self, device: int) -> NextBeat:
        """Return the window that is due."""
        assert 5 == device
        return self.due

    async def beat(self, signed: tuple[SignedBeat, ...]) -> None:
        """Take beats."""
        self.beats += signed

    async def do(self, name: str, call: Any) -> object | None:
        """Make a call and return its receipt, or None where it is refused."""
        self.calls += 1
        if self.calls <= self.refusals:
            return None
        await call()
        return object()


def test_a_window_is_beaten_once_while_it_is_open():
    """Not before it opens, not when it has closed, and not twice."""
    chain = Chain()
    beats = Beats(chain, Device(5, 4), WALLET)  # type: ignore[arg-type]
    sent = []
    for height in (8, 9, 10, 11, 18, 19):
        chain.height_now = height
        asyncio.run(beats.serve())
        sent.append(len(chain.beats))
    assert [0, 0, 1, 1, 1, 1] == sent
    beat, signature = chain.beats[0].beat, chain.beats[0].signature
    assert (5, 3, 2, 4, bytes(32)) == (
        beat.device, beat.epoch, beat.window, beat.capacity, beat.root,
    )  # fmt: skip
    assert WALLET.address == beat.signer(signature, CHAIN_ID)


@pytest.mark.parametrize(("refusals", "taken"), [(1, 1), (2, 1), (3, 0)])
def test_who_is_refused_tries_again_while_the_window_is_open(refusals, taken):
    """Three times in all: what is refused so often will not be taken."""
    chain = Chain(refusals=refusals)
    beats = Beats(chain, Device(5, 4), WALLET)  # type: ignore[arg-type]
    for height in range(10, 20):
        chain.height_now = height
        asyncio.run(beats.serve())
    assert (taken, min(3, refusals + 1)) == (len(chain.beats), chain.calls)


def test_a_window_that_is_as_good_as_closed_is_not_beaten():
    """The next block is after it."""
    chain = Chain(height_now=19)
    asyncio.run(Beats(chain, Device(5, 4), WALLET).serve())  # type: ignore[arg-type]
    assert not chain.calls


def test_the_next_window_is_beaten_too():
    """Each window has its beat; one that closed before anybody looked has none."""
    chain = Chain(height_now=12)
    beats = Beats(chain, Device(5, 4), WALLET)  # type: ignore[arg-type]
    asyncio.run(beats.serve())
    chain.due, chain.height_now = NextBeat(4, 0, 30, 40), 29
    asyncio.run(beats.serve())
    chain.height_now = 31
    asyncio.run(beats.serve())
    assert [(3, 2), (4, 0)] == [(s.beat.epoch, s.beat.window) for s in chain.beats]
