"""Chores are done once, and only those that are asked for."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from agents.keeper.chores import SCAN_MAX, Chores, newest
from client.kit.kinds import fields_of
from client.modules.compute import ClaimOpen


@dataclass
class Wanted:
    """Which chores are done."""

    poke: bool = True
    renew: bool = True


@dataclass
class Chain:
    """What a client finds: one overdue order of two that somebody else pokes, one renewal."""

    done: list[str] = field(default_factory=list)

    @property
    def compute(self) -> "Chain":
        """The module of orders."""
        return self

    @property
    def licensing(self) -> "Chain":
        """The module of licences."""
        return self

    async def order_total(self) -> int:
        """Return how many orders there are."""
        return 3

    async def licence_total(self) -> int:
        """Return how many licences there are."""
        return 2

    async def overdue_orders(self, orders: Sequence[int]) -> list[int]:
        """Return what is overdue of some orders."""
        return [number for number in orders if number != 2]

    async def renewable(self, licences: Sequence[int]) -> list[int]:
        """Return what can be renewed of some licences."""
        return [number for number in licences if number == 2]

    async def poke(self, order: int) -> None:
        """Poke; somebody else was first at the third."""
        if order == 3:
            raise ClaimOpen(*range(len(fields_of(ClaimOpen))))
        self.done.append(f"poke {order}")

    async def renew(self, licence: int) -> None:
        """Renew."""
        self.done.append(f"renew {licence}")


@pytest.mark.parametrize(
    ("wanted", "done"),
    [
        (Wanted(), ["poke 1", "renew 2"]),
        (Wanted(poke=False), ["renew 2"]),
        (Wanted(renew=False), ["poke 1"]),
    ],
)
def test_what_is_due_is_done(wanted: Wanted, done: list[str]) -> None:
    """What somebody else did first is no trouble for the rest."""
    chain: Any = Chain()
    chores = Chores(chain, wanted)
    asyncio.run(chores.serve())
    assert done == chain.done
    assert (len(done), int(wanted.poke)) == (chores.done, chores.late)


def test_only_the_newest_are_scanned() -> None:
    """A long chain costs a keeper no more than a bound."""
    assert [1, 2, 3] == list(newest(3))
    assert (SCAN_MAX, 2) == (len(newest(SCAN_MAX + 1)), newest(SCAN_MAX + 1)[0])
