"""
Staking and slashing together, with a stand-in for rewards that remembers what it was told.

    Scene = Stage + commits and faults as a chain would report them
"""

from chain.kit.assembly import Assembly, provided_by
from chain.kit.collections import List
from chain.kit.host import CommitVote, Fault, Misbehaviour
from chain.kit.module import Module
from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Height, Seconds, Wei
from modules.slashing.module import Slashing
from modules.slashing.records import SlashingGenesis, SlashingParams
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis, StakingParams
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, Stage, account

PARAMS = StakingParams(unbonding_s=Seconds(20), unbonding_entries_max=2)
UPTIME = SlashingParams(window_blocks=10, jail_s=Seconds(5))


class Settled(Record):
    """A pair that was settled, and the shares it had then."""

    validator: Address
    delegator: Address
    shares: int


class Recorder(Module, address=0x0801, name="rewards"):
    """Remembers every settlement."""

    settled = List(0, Settled)

    def settle(self, validator: Address, delegator: Address) -> None:
        """Note the pair and its shares before they change."""
        shares = self.as_peer(Staking).shares_of(validator, delegator)
        self.settled.append(Settled(validator, delegator, shares))


ALONE = Assembly(
    (Staking, Slashing, Recorder),
    {
        "staking": {"rewards": provided_by(Recorder), "slashing": provided_by(Slashing)},
        "slashing": {"stakes": provided_by(Staking)},
    },
)


def genesis(params: StakingParams, *coins: int) -> StakingGenesis:
    """Return staking's genesis with validators 1, 2, ... of these stakes in coins."""
    stakes = enumerate(coins, 1)
    validators = (GenesisValidator(account(n), Wei(c * COIN), f"v{n}", Bps(500)) for n, c in stakes)
    return StakingGenesis(params, tuple(validators))


class Scene(Stage):
    """The modules, the stakes, and ways to say what happened in consensus."""

    def __init__(
        self, *coins: int, params: StakingParams = PARAMS, slashing: SlashingParams = UPTIME
    ) -> None:
        super().__init__(ALONE, staking=genesis(params, *coins), slashing=SlashingGenesis(slashing))

    @property
    def staking(self) -> Staking:
        """Return staking as the chain itself sees it."""
        return Staking(self.host, NOBODY)

    @property
    def slashing(self) -> Slashing:
        """Return slashing as the chain itself sees it."""
        return Slashing(self.host, NOBODY)

    def commit(self, *absent: int, seconds: int = 1) -> None:
        """Go on; all members of the set signed the last block but these validators."""
        missing = {account(number) for number in absent}
        staking = self.staking
        votes = tuple(
            CommitVote(m.validator, m.power, staking.operator_of(m.validator) not in missing)
            for m in staking.consensus_set()
        )
        self.next_block(seconds, votes)

    def blocks(self, count: int, *absent: int, seconds: int = 1) -> None:
        """Go on by some blocks that these validators do not sign."""
        for _ in range(count):
            self.commit(*absent, seconds=seconds)

    def fault(
        self,
        number: int,
        height: int,
        power: int,
        fault: Fault = Fault.DUPLICATE_VOTE,
        key: Address | None = None,
        times: int = 1,
    ) -> None:
        """Go on to a block with proof of a fault."""
        address = key or account(number)
        proof = Misbehaviour(fault, address, Height(height), Seconds(0), power, 2 * power)
        self.next_block(1, (), (proof,) * times)

    def delegate(self, validator: int, sender: int, coins: int) -> None:
        """Delegate whole coins."""
        target = account(validator)
        self.call(Staking, "delegate", target, sender=sender, value_wei=coins * COIN)

    def undelegate(self, validator: int, sender: int, coins: int) -> int:
        """Take whole coins back; return the unbonding's number."""
        amount_wei = Wei(coins * COIN)
        number: int = self.call(
            Staking, "undelegate", account(validator), amount_wei, sender=sender
        )
        return number

    def redelegate(self, source: int, target: int, sender: int, coins: int) -> None:
        """Move whole coins."""
        values = (account(source), account(target), Wei(coins * COIN))
        self.call(Staking, "redelegate", *values, sender=sender)

    def stake_wei(self, delegator: int, validator: int) -> int:
        """Return what an account has with a validator, in wei."""
        found: int = self.call(
            Staking, "delegation", account(delegator), account(validator)
        ).amount_wei
        return found

    def powers(self) -> dict[int, int]:
        """Return the set by number of account."""
        elected = self.call(Staking, "validator_set")
        return {int.from_bytes(item.validator, "big"): item.power for item in elected}
