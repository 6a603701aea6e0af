"""
Staking, slashing and the beacon together, in blocks that somebody proposes with or without a link.

    Scene = Stage + a proposer, its link and its tip in every block
"""

from dataclasses import replace

from chain.beacon import SecretLinks, check_reveal
from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import BlockInfo
from chain.types.beacon import Reveal
from chain.types.primitives import Height, Seconds
from modules.beacon.module import Beacon
from modules.beacon.records import BeaconGenesis, BeaconParams, GenesisTip
from modules.slashing.module import Slashing
from modules.slashing.records import SlashingGenesis
from modules.staking.module import Staking
from tests.chain.stage import links_of
from tests.modules.callers import NOBODY
from tests.modules.stage import Stage, account
from tests.modules.staking.scene import PARAMS, Recorder, genesis

FINE = BeaconParams(missed_links_max=2, window_blocks=100, jail_s=Seconds(5), grace_proposals=2)
TOGETHER = Assembly(
    (Staking, Slashing, Beacon, Recorder),
    {
        "staking": {"rewards": provided_by(Recorder), "slashing": provided_by(Slashing)},
        "slashing": {"stakes": provided_by(Staking), "beacon": provided_by(Beacon)},
        "beacon": {"stakes": provided_by(Staking), "slashing": provided_by(Slashing)},
    },
)


def tips(*numbers: int) -> tuple[GenesisTip, ...]:
    """Return the first commitments of these validators."""
    return tuple(GenesisTip(account(n), links_of(account(n)).tip(account(n))) for n in numbers)


class BeaconScene(Stage):
    """Validators 1, 2, … of these stakes in coins; `committed` of them have a chain."""

    def __init__(
        self, *coins: int, committed: tuple[int, ...] = (1, 2), params: BeaconParams = FINE
    ) -> None:
        super().__init__(
            TOGETHER,
            staking=genesis(PARAMS, *coins),
            slashing=SlashingGenesis(),
            beacon=BeaconGenesis(params, tips(*committed)),
        )

    @property
    def beacon(self) -> Beacon:
        """Return the beacon as the chain itself sees it."""
        return Beacon(self.host, NOBODY)

    @property
    def staking(self) -> Staking:
        """Return staking as the chain itself sees it."""
        return Staking(self.host, NOBODY)

    def propose(self, number: int, links: SecretLinks | None = None) -> Reveal:
        """Go on to a block of an honest validator; returns what it shows."""
        source = links or links_of(account(number))
        self.block_of(number)
        reveal = source.reveal(self.beacon.turn())
        self._run(reveal)
        return reveal

    def withhold(self, number: int, tip: bytes | None = None) -> None:
        """Go on to a block whose proposer keeps its link back, and may name a new tip."""
        self.block_of(number)
        self._run(Reveal(None, tip))  # type: ignore[arg-type]

    def show(self, number: int, reveal: Reveal) -> None:
        """Go on to a block with exactly this; raises RevealRefused."""
        self.block_of(number)
        self._run(reveal)

    def skip(self, blocks: int) -> None:
        """Go on by blocks of nobody."""
        for _ in range(blocks):
            self.next_block()

    def block_of(self, number: int, first: int = 0) -> None:
        """End the block and stand before the next one, of this proposer; `first` was before it."""
        self.assembly.end_block(self.host)
        self.check()
        now = self.host.block
        who = account(number)
        self.host.block = BlockInfo(
            Height(now.height + 1),
            Seconds(now.time_s + 1),
            now.chain_id,
            who,
            first_proposer=account(first or number),
        )
        self.host.minted_wei = self.host.burned_wei = 0
        self.host.forget()

    def _run(self, reveal: Reveal) -> None:
        check_reveal(self.beacon.turn(), reveal)
        self.host.block = replace(self.host.block, reveal=reveal)
        self.assembly.begin_block(self.host)
