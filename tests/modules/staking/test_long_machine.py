"""Five thousand steps of the walk in one chain, by a seed: rare meetings of rare events."""

import random
from collections.abc import Callable

import pytest

from chain.kit.host import Fault
from modules.slashing.records import FaultIgnored, FaultPunished, JailedForDowntime, Unjailed
from modules.staking.events import (
    CandidacyChanged,
    ConsensusKeyRotated,
    RedelegationSlashed,
    Slashed,
    UnbondingFinished,
    UnbondingSlashed,
    ValidatorSetChanged,
)
from tests.modules.stage import COIN
from tests.modules.staking.walk import Walk

STEPS = 5_000
MET = (  # each must have happened, or the walk shows less than it says
    CandidacyChanged,
    ConsensusKeyRotated,
    FaultIgnored,
    FaultPunished,
    JailedForDowntime,
    RedelegationSlashed,
    Slashed,
    UnbondingFinished,
    UnbondingSlashed,
    Unjailed,
    ValidatorSetChanged,
)


class Wanderer:
    """Chooses steps by chance."""

    def __init__(self, seed: int) -> None:
        self.chance, self.walk = random.Random(seed), Walk()
        self.steps: list[Callable[[], None]] = [
            self.create,
            self.delegate,
            self.delegate,
            self.leave,
            self.leave,
            self.move,
            self.move,
            self.small_change,
            self.unjail,
            self.next_block,
            self.next_block,
            self.next_block,
            self.long_absence,
            self.break_consensus,
        ]

    def take(self) -> None:
        """Take one step and check everything."""
        self.chance.choice(self.steps)()
        self.walk.check()

    def who(self) -> int:
        """Choose an account."""
        return self.chance.choice(self.walk.people)

    def amount(self) -> int:
        """Choose an amount: dust, or some coins."""
        return self.chance.choice([self.chance.randrange(9), self.chance.randrange(9 * COIN)])

    def create(self) -> None:
        """Become a validator."""
        self.walk.renew()
        self.walk.create(self.who(), self.amount(), self.chance.randrange(600))

    def delegate(self) -> None:
        """Stake."""
        self.walk.delegate(self.who(), self.who(), self.amount())

    def leave(self) -> None:
        """Take stake back, some or all."""
        if self.chance.randrange(3):
            self.walk.leave(self.chance.randrange(36), self.amount())
        else:
            self.walk.undelegate_all(self.who(), self.who())

    def move(self) -> None:
        """Move stake."""
        self.walk.move(self.chance.randrange(36), self.who(), self.amount())

    def small_change(self) -> None:
        """Change a key or a parameter."""
        if self.chance.randrange(4):
            self.walk.rotate(self.who())
        else:
            self.walk.tune(self.chance.randrange(1, 5), self.chance.choice([10, 11]))

    def unjail(self) -> None:
        """Ask to be freed."""
        for who in self.walk.people:
            self.walk.unjail(who)

    def next_block(self) -> None:
        """Go on."""
        self.walk.go_on(self.chance.choice([1, 1, 1, 9]), self.absent())

    def long_absence(self) -> None:
        """Go on for a while in which the same members are away."""
        absent = self.absent()
        for _ in range(self.chance.randrange(2, 13)):
            self.walk.go_on(1, absent)

    def break_consensus(self) -> None:
        """Now and then, go on to a block with proof of a fault in the past."""
        if self.chance.randrange(3):
            self.walk.go_on(1)
        else:
            fault = self.chance.choice(list(Fault))
            self.walk.go_on(1, (), fault, self.chance.randrange(16), self.chance.randrange(4))

    def absent(self) -> set[int]:
        """Choose who is away."""
        return {index for index in range(4) if not self.chance.randrange(4)}


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_five_thousand_steps_keep_every_sum() -> None:
    """Σ shares, Σ tokens, unbonding, supply and history hold after each of 5,000 random steps."""
    wanderer = Wanderer(seed=20_260_801)
    for step in range(STEPS):
        wanderer.take()
        if step % 100 == 0:
            wanderer.walk.check_history()
    counts = {kind.__name__: wanderer.walk.scene.events(kind) for kind in MET}
    assert all(counts.values()), counts


def test_a_hundred_steps_keep_every_sum() -> None:
    """The same walk, as far as there is time for it in every run of the tests."""
    wanderer = Wanderer(seed=7)
    for _ in range(100):
        wanderer.take()
    wanderer.walk.check_history()
