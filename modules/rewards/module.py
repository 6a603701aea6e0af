"""
Rewards: what validators and delegators earn for deciding blocks.

    issuance --> income --each block--> community tax --hourly--> treasury
                   ^        |
                   |        +--> who signed, by power --commission--> the validator
                   |                    |
                   +--rounding dust--  index: wei a share --settle--> claimable --withdraw--> payee

Stake is counted in shares, and a slash makes each share worth less without changing how many there
are: so an index a share needs to hear of no slash, and staking settles a pair just before its
shares change. Whoever withdraws first or last gets the same. Each validator earns from the pool by
the power with which it signed the parent block; the proposer has no bonus here, but the priority
fees of its block are its own: the EVM pays them to the header's coinbase, its consensus address.
"""

from typing import Protocol

from chain.kit.collections import Set, SetMap
from chain.kit.module import Module, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Seconds, Wei
from modules.rewards.distribution import distribute
from modules.rewards.maths import earned_wei
from modules.rewards.records import (
    COMMUNITY_PERIOD_S,
    PAGE_MAX,
    WITHDRAWALS_MAX,
    CommissionWithdrawn,
    DelegationReward,
    NothingToWithdraw,
    PayeeInvalid,
    RewardsGenesis,
    RewardsParams,
    RewardsWithdrawn,
    WithdrawAddressChanged,
)


class StakeBook(Protocol):
    """Who has how many shares of whom, now; the only one that may say that shares change."""

    @property
    def address(self) -> Address:
        """The account that must ask to settle."""
        ...

    def shares_of(self, validator: Address, delegator: Address) -> int:
        """Return an account's shares of a validator."""
        ...

    def total_shares(self, validator: Address) -> int:
        """Return all shares of a validator."""
        ...

    def commission_of(self, validator: Address) -> Bps:
        """Return a validator's share of its delegators' rewards, in bps."""
        ...

    def operator_of(self, consensus_address: Address) -> Address:
        """Return whose consensus address this is; the zero address where nobody's."""
        ...


class Pool(Protocol):
    """Whose the community's part is."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class Rewards(Module, address=0x0801):
    """Who secures the chain is paid for it, share by share."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, RewardsParams)  # slots 0 to 31 are the parameters'
    owed_wei = Value(32, Wei)  # everything below that is wei; the rest of the balance is income
    community_wei = Value(33, Wei)  # waits to be paid to the treasury
    community_paid_s = Value(34, Seconds)  # when it last was
    indexes = Map(35, Address, int)  # of a validator: what a share earned, in wei * PRECISION
    unsettled = Map(36, Address, Wei)  # of a validator: earned by shares and not yet settled
    settled = Map(37, Address, Wei)  # of a validator: the sum of what is claimable
    commissions = Map(38, Address, Wei)  # of a validator
    claimable = PairMap(39, Address, Address, Wei)  # validator, delegator
    marks = PairMap(40, Address, Address, int)  # validator, delegator: the index when last settled
    sources = SetMap(41, Address, Address)  # of a delegator: the validators it may take from
    payees = Map(43, Address, Address)  # zero where it is the account itself
    earners = Set(44, Address)  # every validator that ever earned: 44 and 45

    stakes: StakeBook = peer()
    treasury: Pool = peer()

    def genesis(self, state: RewardsGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)
        self.community_paid_s = self.block.time_s

    def settle(self, validator: Address, delegator: Address) -> None:
        """
        Make what the pair has earned claimable, before its shares change; for staking alone.

        A pause does not stop it, or rewards could keep stake from leaving. Raises Unauthorized.
        """
        if self.sender != self.stakes.address:
            raise Unauthorized(self.sender)
        self.sources[delegator].add(validator)
        self._settle(validator, delegator)

    @call()
    def withdraw(self, validator: Address) -> Wei:
        """Take what the caller's stake with a validator has earned; returns the wei."""
        amount_wei = self._collect(validator, self.sender)
        self._pay_out(amount_wei, "rewards")
        return amount_wei

    @call()
    def withdraw_all(self, offset: int, limit: int) -> Wei:
        """
        Take what the caller's stake has earned with many validators; returns the wei.

        They stand in the order of `rewards_of`, at most WITHDRAWALS_MAX at a time.
        """
        page = self.sources[self.sender].page(offset, min(limit, WITHDRAWALS_MAX))
        total_wei = Wei(sum(self._collect(validator, self.sender) for validator in page))
        self._pay_out(total_wei, "rewards")
        return total_wei

    @call()
    def withdraw_commission(self) -> Wei:
        """Take the calling validator's commission; returns the wei."""
        amount_wei = self.commissions[self.sender]
        self.commissions[self.sender] = Wei(0)
        self._pay_out(amount_wei, "commission")
        self.emit(CommissionWithdrawn(self.sender, self.withdraw_address(self.sender), amount_wei))
        return amount_wei

    @call()
    def set_withdraw_address(self, payee: Address) -> None:
        """Have the caller's rewards and commission paid to another address; one's own undoes it."""
        if payee in (ZERO_ADDRESS, self.address):
            raise PayeeInvalid(payee)
        self.payees[self.sender] = ZERO_ADDRESS if payee == self.sender else payee
        self.emit(WithdrawAddressChanged(self.sender, payee))

    @view
    def params(self) -> RewardsParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def pending(self, delegator: Address, validator: Address) -> Wei:
        """Return what an account may take for its stake with a validator now, in wei."""
        return Wei(self.claimable[validator, delegator] + self._earned_wei(validator, delegator))

    @view
    def rewards_of(
        self, delegator: Address, offset: int, limit: int
    ) -> tuple[DelegationReward, ...]:
        """Return what an account may take, validator by validator, at most PAGE_MAX."""
        page = self.sources[delegator].page(offset, min(limit, PAGE_MAX))
        return tuple(DelegationReward(v, self.pending(delegator, v)) for v in page)

    @view
    def commission(self, validator: Address) -> Wei:
        """Return what a validator may take as its commission, in wei."""
        return self.commissions[validator]

    @view
    def outstanding(self, validator: Address) -> Wei:
        """Return all that a validator and its delegators have earned and not taken, in wei."""
        shared_wei = self.unsettled[validator] + self.settled[validator]
        return Wei(shared_wei + self.commissions[validator])

    @view
    def index(self, validator: Address) -> int:
        """Return what one share of a validator ever earned, in wei times 10**36."""
        return self.indexes[validator]

    @view
    def withdraw_address(self, account: Address) -> Address:
        """Return where an account's rewards and commission are paid to."""
        payee = self.payees[account]
        return payee if any(payee) else account

    @view
    def owed(self) -> Wei:
        """Return all that is earned and not taken, the community's part included, in wei."""
        return self.owed_wei

    @view
    def community(self) -> Wei:
        """Return what the treasury is paid next, in wei."""
        return self.community_wei

    @view
    def undistributed(self) -> Wei:
        """Return the income that is nobody's yet, in wei."""
        return Wei(self.host.balance_wei(self.address) - self.owed_wei)

    def begin_block(self) -> None:
        """Distribute what came in until the end of the parent block."""
        distribute(self)

    def end_block(self) -> None:
        """Pay the community's part, once in COMMUNITY_PERIOD_S: each payment is logged."""
        amount_wei, now_s = self.community_wei, self.block.time_s
        if amount_wei == 0 or now_s < self.community_paid_s + COMMUNITY_PERIOD_S:
            return
        self.community_wei, self.community_paid_s = Wei(0), now_s
        self.owed_wei = Wei(self.owed_wei - amount_wei)
        self.pay(self.treasury.address, amount_wei, "community_tax")

    @invariant
    def coins_cover_promises(self) -> bool:
        """The module holds at least what it owes; the rest is income, forced coins too."""
        return self.host.balance_wei(self.address) >= self.owed_wei

    @audit
    def promises_add_up(self) -> bool:
        """What is owed is what validators, delegators and the community are owed."""
        outstanding_wei = sum(self.outstanding(validator) for validator in self.earners)
        return outstanding_wei + self.community_wei == self.owed_wei

    def _earned_wei(self, validator: Address, delegator: Address) -> int:
        shares = self.stakes.shares_of(validator, delegator)
        return earned_wei(self.indexes[validator] - self.marks[validator, delegator], shares)

    def _settle(self, validator: Address, delegator: Address) -> None:
        """
        Make what shares earned claimable and note the index.

        Who holds all shares takes all that is unsettled: what is left then is dust of rounding,
        and income again.
        """
        amount_wei = self._earned_wei(validator, delegator)
        self.marks[validator, delegator] = self.indexes[validator]
        unsettled_wei = self.unsettled[validator]
        if unsettled_wei == 0:
            return
        left_wei, dust_wei = unsettled_wei - amount_wei, 0
        if left_wei and self._holds_all(validator, delegator):
            left_wei, dust_wei = 0, left_wei
            self.owed_wei = Wei(self.owed_wei - dust_wei)
        if amount_wei or dust_wei:
            self.unsettled[validator] = Wei(left_wei)
        if amount_wei:
            self.settled[validator] = Wei(self.settled[validator] + amount_wei)
            claimable_wei = self.claimable[validator, delegator] + amount_wei
            self.claimable[validator, delegator] = Wei(claimable_wei)

    def _holds_all(self, validator: Address, delegator: Address) -> bool:
        shares = self.stakes.shares_of(validator, delegator)
        return shares == self.stakes.total_shares(validator)

    def _collect(self, validator: Address, delegator: Address) -> Wei:
        """Take a pair's rewards off the books; who has no shares left is forgotten."""
        self._settle(validator, delegator)
        amount_wei = self.claimable[validator, delegator]
        if self.stakes.shares_of(validator, delegator) == 0:
            self.sources[delegator].discard(validator)
            self.marks[validator, delegator] = 0
        if amount_wei:
            self.claimable[validator, delegator] = Wei(0)
            self.settled[validator] = Wei(self.settled[validator] - amount_wei)
            payee = self.withdraw_address(delegator)
            self.emit(RewardsWithdrawn(delegator, validator, payee, amount_wei))
        return amount_wei

    def _pay_out(self, amount_wei: Wei, reason: str) -> None:
        """Pay the caller what is off the books already; raises NothingToWithdraw."""
        if amount_wei == 0:
            raise NothingToWithdraw()
        self.owed_wei = Wei(self.owed_wei - amount_wei)
        self.pay(self.withdraw_address(self.sender), amount_wei, reason)
