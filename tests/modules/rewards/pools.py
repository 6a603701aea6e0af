"""A stand-in for staking: shares and nothing else, with slashes, rotations and any commission."""

from typing import Protocol

from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import CommitVote
from chain.kit.module import Module, call, peer, view
from chain.kit.storage import Map, PairMap
from chain.types.primitives import Address, Bps, Wei
from modules.rewards.module import Rewards
from modules.rewards.records import RewardsGenesis, RewardsParams
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.stage import Stage, account


class Settler(Protocol):
    """Who must hear of it before shares change."""

    def settle(self, validator: Address, delegator: Address) -> None:
        """Make what the pair earned claimable."""
        ...


class Pools(Module, address=0x0800, name="staking"):
    """Shares of validators, bought and sold for nothing."""

    shares = PairMap(32, Address, Address, int)
    totals = Map(33, Address, int)
    rates = Map(34, Address, Bps)
    operators = Map(35, Address, Address)

    rewards: Settler = peer()

    @call()
    def join(self, validator: Address, shares: int) -> None:
        """Buy shares."""
        self.rewards.settle(validator, self.sender)
        self.shares[validator, self.sender] += shares
        self.totals[validator] += shares

    @call()
    def leave(self, validator: Address, shares: int) -> None:
        """Sell shares, at most what there are."""
        self.rewards.settle(validator, self.sender)
        sold = min(shares, self.shares[validator, self.sender])
        self.shares[validator, self.sender] -= sold
        self.totals[validator] -= sold

    @call()
    def set_commission(self, commission_bps: Bps) -> None:
        """Take another commission."""
        self.rates[self.sender] = commission_bps

    @call()
    def sign_by(self, consensus_address: Address) -> None:
        """Name a consensus address as the caller's."""
        self.operators[consensus_address] = self.sender

    @view
    def shares_of(self, validator: Address, delegator: Address) -> int:
        """Return an account's shares."""
        return self.shares[validator, delegator]

    @view
    def total_shares(self, validator: Address) -> int:
        """Return all shares."""
        return self.totals[validator]

    @view
    def commission_of(self, validator: Address) -> Bps:
        """Return the commission."""
        return self.rates[validator]

    @view
    def operator_of(self, consensus_address: Address) -> Address:
        """Return whose consensus address this is."""
        return self.operators[consensus_address]


POOLS = Assembly(
    (Pools, Rewards, Treasury),
    {
        "staking": {"rewards": provided_by(Rewards)},
        "rewards": {"stakes": provided_by(Pools), "treasury": provided_by(Treasury)},
    },
)


def consensus(number: int) -> Address:
    """Return the consensus address of a test validator."""
    return account(number + 100)


def pooled(tax_bps: int = 200) -> Stage:
    """Return a stage where accounts 1 to 3 are validators that sign by consensus(n), unstaked."""
    stage = Stage(
        POOLS,
        rewards=RewardsGenesis(RewardsParams(community_tax_bps=Bps(tax_bps))),
        treasury=TreasuryGenesis(),
    )
    for number in (1, 2, 3):
        stage.call(Pools, "sign_by", consensus(number), sender=number)
    return stage


def earn(
    stage: Stage,
    income_wei: int,
    *signers: tuple[int, int],
    absent: tuple[tuple[int, int], ...] = (),
) -> None:
    """Mint an income in this block; these (validator, power) decided it, some without signing."""
    stage.host.mint(Rewards.address, Wei(income_wei))
    votes = [CommitVote(consensus(number), power, True) for number, power in signers]
    votes += [CommitVote(consensus(number), power, False) for number, power in absent]
    stage.next_block(last_commit=tuple(votes))
