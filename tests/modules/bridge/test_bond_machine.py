"""
Attesters under random bonds, words, lies, departures and time, against a list of who said what.

What must hold after each step: every bond is with the bridge or with its owner, burned coins are
those of liars less the accusers' part, and a header is trusted by more than two thirds alone.
"""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chain.errors import ChainError
from chain.types.primitives import Height
from modules.bridge.module import Bridge
from modules.bridge.records import AttesterState
from tests.modules.bridge.sealing import POWERS
from tests.modules.bridge.town import OTHER, PARAMS, hashed
from tests.modules.bridge.witnesses import CLIENT, Witnesses

WHO = st.integers(0, 2)
HELD = (AttesterState.BONDED, AttesterState.LEAVING)
BLOCKS = 6  # of the other chain, about which words are said


class Bonds(RuleBasedStateMachine):
    """Three validators, their words about some blocks, and an accuser."""

    @initialize()
    def begin(self) -> None:
        """Make blocks of the other chain that nobody has spoken of."""
        self.town = Witnesses(bonded=0)
        first = self.town.b.seal()
        self.heights = [first, *(self.town.b.seal() for _ in range(BLOCKS - 1))]
        self.said: dict[tuple[int, Height], bytes] = {}
        self.liars: set[int] = set()
        self.burned_wei = 0
        self.coins_wei = sum(self.town.a.host.balances_wei.values())

    @rule(who=WHO)
    def bond(self, who: int) -> None:
        """Bond, or add to a bond; who lied never does."""
        done = self.tried(lambda: self.town.bond(who))
        assert done == (who not in self.liars and self.state(who) == AttesterState.BONDED)

    @rule(who=WHO)
    def leave(self, who: int) -> None:
        """Leave, as whoever is bonded may."""
        was_bonded = self.state(who) == AttesterState.BONDED
        sender = self.town.sender(who)
        done = self.tried(lambda: self.town.a.do("leave_attesters", sender=sender))
        assert done == was_bonded

    @rule(who=WHO, block=st.integers(0, BLOCKS - 1), is_true=st.booleans())
    def say(self, who: int, block: int, is_true: bool) -> None:
        """Have a word brought to the chain; only the first about a height is taken."""
        height, word = self.word(who, block, is_true)
        is_taken = self.state(who) == AttesterState.BONDED and (who, height) not in self.said
        assert is_taken == self.tried(lambda: self.town.a.do("attest", word))
        if is_taken:
            self.said[who, height] = word.attestation.hash

    @rule(who=WHO, block=st.integers(0, BLOCKS - 1), is_true=st.booleans())
    def accuse(self, who: int, block: int, is_true: bool) -> None:
        """Show a word: it is a lie against another of the same mouth, or the accepted header."""
        height, word = self.word(who, block, is_true)
        found = word.attestation.hash
        accepted = self.town.a.do("header", CLIENT, height).hash
        against = {self.said.get((who, height), found), accepted if any(accepted) else found}
        bond_wei = self.town.a.do("attester", self.town.validators[who]).bond_wei
        is_lie = self.state(who) in HELD and against != {found}
        done = self.tried(lambda: self.town.a.do("accuse", word, sender=OTHER))
        assert done == is_lie
        if done:
            self.liars.add(who)
            self.burned_wei += bond_wei - bond_wei * PARAMS.accuser_bps // 10_000

    @rule(block=st.integers(0, BLOCKS - 1))
    def show(self, block: int) -> None:
        """Show a true header: it is trusted where the power that said so is enough, now."""
        height = self.heights[block]
        truth = self.town.b.blocks[height].hash
        power = sum(
            POWERS[who]
            for who in range(3)
            if self.said.get((who, height)) == truth and self.state(who) == AttesterState.BONDED
        )
        is_new = not any(self.town.a.do("header", CLIENT, height).hash)
        done = self.tried(lambda: self.town.a.do("update_client", CLIENT, self.town.shown(height)))
        assert done == (is_new and 3 * power > 2 * sum(POWERS))

    @rule(seconds=st.sampled_from((1, 60, 200)))
    def wait(self, seconds: int) -> None:
        """Let time pass, in which bonds go back."""
        self.town.a.seal(seconds)

    @invariant()
    def every_bond_is_somewhere(self) -> None:
        """The bridge holds the bonds and no other coin; what is gone was burned for a lie."""
        side = self.town.a
        held = [side.do("attester", validator) for validator in self.town.validators]
        assert side.host.balance_wei(Bridge.address) == sum(item.bond_wei for item in held)
        for who, item in enumerate(held):
            assert bool(item.bond_wei) == (item.state in HELD)
            assert (item.state == AttesterState.REMOVED) == (who in self.liars)
        assert self.coins_wei - self.burned_wei == sum(side.host.balances_wei.values())
        side.check()

    def state(self, who: int) -> AttesterState:
        """Return where a validator stands."""
        found: AttesterState = self.town.a.do("attester", self.town.validators[who]).state
        return found

    def word(self, who: int, block: int, is_true: bool) -> tuple[Height, Any]:
        """Return what a validator signs about a block."""
        height = self.heights[block]
        said = self.town.b.blocks[height].hash if is_true else hashed(b"lie")
        return height, self.town.says(who, height, said)

    def tried(self, make: Any) -> bool:
        """Do what may be refused; return whether it was done."""
        try:
            make()
        except ChainError:
            return False
        return True


Bonds.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestBonds = Bonds.TestCase
