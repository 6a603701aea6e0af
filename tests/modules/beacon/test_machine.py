"""Random proposers that show, keep back, lose and name: the page says what a plain model says."""

from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain import beacon as rule_book
from chain import params
from chain.beacon import HashChain, RevealRefused
from chain.types.beacon import Reveal
from chain.types.primitives import ZERO_HASH, Hash32, Height
from modules.beacon.module import Beacon
from modules.beacon.records import CommitmentInfo, GenesisTip, LinkMissed
from tests.modules.beacon.scene import BeaconScene
from tests.modules.stage import account

LINKS, DELAY, GRACE, NUMBERS = 6, 4, 2, (1, 2, 3)
WHO = st.sampled_from(NUMBERS)


class Model:
    """One validator's chain as a person would keep it on paper."""

    def __init__(self, chain: HashChain | None) -> None:
        self.chain, self.number, self.used = chain, 0 if chain is None else 1, 0
        self.waiting: tuple[HashChain, int] | None = None
        self.missed = self.without = 0

    def reach(self, height: int) -> None:
        """Let the chain that waits act."""
        if self.waiting is not None and height >= self.waiting[1]:
            self.chain, self.number, self.used = self.waiting[0], self.number + 1, 0
            self.waiting = None

    @property
    def owed(self) -> Hash32 | None:
        """The link that is due."""
        if self.chain is None or self.used == LINKS:
            return None
        return self.chain.link(self.used)

    @property
    def expected(self) -> Hash32:
        """What that link hashes to."""
        if self.chain is None or self.used == LINKS:
            return ZERO_HASH
        return self.chain.link(self.used - 1) if self.used else self.chain.tip


class BeaconMachine(RuleBasedStateMachine):
    """Blocks of three validators, two of which begin with a chain."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = [
            patch.object(params, "BEACON_LINKS", LINKS),
            patch.object(rule_book, "CHECKPOINT_LINKS", 2),
            patch("modules.beacon.chains.TIP_DELAY_BLOCKS", DELAY),
        ]
        for item in self.patches:
            item.start()
        self.made = 0
        self.models = {n: Model(self.new_chain(n) if n < 3 else None) for n in NUMBERS}
        first = tuple(
            GenesisTip(account(n), m.chain.tip) for n, m in self.models.items() if m.chain
        )
        with patch("tests.modules.beacon.scene.tips", lambda *numbers: first):
            self.scene = BeaconScene(4_000, 4_000, 4_000)

    def new_chain(self, number: int) -> HashChain:
        """A chain that nobody has had before."""
        self.made += 1
        return HashChain(Hash32(self.made.to_bytes(32, "big")), account(number))

    def turn(self, number: int) -> Model:
        """Stand before the next block, of this validator."""
        self.scene.block_of(number)
        for model in self.models.values():
            model.reach(self.scene.height)
        return self.models[number]

    @rule(number=WHO, names=st.booleans())
    def show(self, number: int, names: bool) -> None:
        """Show the owed link, perhaps with a tip; where none is owed there is none to show."""
        model = self.turn(number)
        tip = self.new_chain(number) if names and model.waiting is None else None
        self.scene._run(Reveal(model.owed, tip and tip.tip))
        if model.owed is not None:
            model.used += 1
        elif tip is None and model.waiting is None:
            self.without_chain(model)
        self.name(model, tip)

    @rule(number=WHO, names=st.booleans())
    def keep_back(self, number: int, names: bool) -> None:
        """Keep the link back; with a tip, the old chain is given up."""
        model = self.turn(number)
        tip = self.new_chain(number) if names and model.waiting is None else None
        self.scene._run(Reveal(None, tip and tip.tip))
        if model.owed is not None:
            model.missed += 1
            if tip is not None:
                model.chain = None
        elif tip is None and model.waiting is None:
            self.without_chain(model)
        self.name(model, tip)

    @rule(number=WHO, other=WHO)
    def lie(self, number: int, other: int) -> None:
        """Show a link again, too early, or another's: refused, and the block is made without."""
        model = self.turn(number)
        wrong = [ZERO_HASH, model.expected]
        if model.chain is not None:
            wrong += [model.chain.link(used) for used in range(LINKS) if used != model.used]
        if other != number and self.models[other].owed is not None:
            wrong.append(self.models[other].owed)
        for link in wrong:
            with pytest.raises(RevealRefused):
                self.scene._run(Reveal(link))
        if model.waiting is not None:
            with pytest.raises(RevealRefused):
                self.scene._run(Reveal(None, Hash32(b"\1" * 32)))
        self.scene._run(Reveal(model.owed))
        if model.owed is not None:
            model.used += 1
        elif model.waiting is None:
            self.without_chain(model)

    @rule(blocks=st.integers(1, 6))
    def rest(self, blocks: int) -> None:
        """Let blocks of strangers pass."""
        self.scene.skip(blocks)

    def without_chain(self, model: Model) -> None:
        """A block that owes nothing because there is no chain."""
        model.without += 1
        model.missed += model.without > GRACE

    def name(self, model: Model, tip: HashChain | None) -> None:
        """Keep a new chain until it acts."""
        if tip is not None:
            model.waiting, model.without = (tip, self.scene.height + DELAY), 0

    @invariant()
    def agrees(self) -> None:
        """Every validator's chain, what waits behind it and every miss are as on paper."""
        total = 0
        for number, model in self.models.items():
            model.reach(self.scene.height)
            tip, acts_from = ZERO_HASH, 0
            if model.waiting is not None:
                tip, acts_from = model.waiting[0].tip, model.waiting[1]
            found = self.scene.call(Beacon, "commitment", account(number))
            used = found.used if model.chain is None else model.used
            expected = CommitmentInfo(model.expected, model.number, used, tip, Height(acts_from))
            assert expected == found
            misses = self.scene.call(Beacon, "misses", account(number))
            assert (model.missed, model.without) == (misses.total, misses.without_chain)
            total += model.missed
        assert total == self.scene.events(LinkMissed)

    def teardown(self) -> None:
        """Give the numbers back."""
        for item in self.patches:
            item.stop()


TestBeaconMachine = BeaconMachine.TestCase
TestBeaconMachine.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
