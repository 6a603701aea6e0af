"""
Staking: who validates, with how much at stake, and who votes with it.

    coins --delegate--> pool of a validator --undelegate--> unbonding queue --time--> coins
                             |        ^
                             +--redelegate
                             v
           end of block: election of the validators with the most stake
           every change: one checkpoint of voting power an account and height
"""

from dataclasses import replace

from chain.errors import Malformed
from chain.kit.collections import List, ListMap, Set, SetMap
from chain.kit.module import Module, audit, call, invariant, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Bps, Height, Seconds, Wei
from modules.staking.checkpoints import latest_wei, power_at_wei, write_power
from modules.staking.checks import (
    check_commission_change,
    check_moniker,
    check_promises,
    genesis_profile,
)
from modules.staking.maths import elect, shares_for_deposit, shares_for_withdrawal, worth_wei
from modules.staking.records import (
    CANDIDATES_MAX,
    DELEGATIONS_MAX,
    PAGE_MAX,
    AlreadyValidator,
    BondTooSmall,
    CandidacyChanged,
    CandidatesFull,
    Checkpoint,
    CommissionChanged,
    CommissionChangedRecently,
    CommissionStepTooBig,
    CommissionTooHigh,
    Delegated,
    Delegation,
    GenesisValidator,
    HeightNotPast,
    MonikerTooLong,
    Pool,
    Profile,
    Redelegated,
    Redelegation,
    RedelegationInFlight,
    SameValidator,
    StakeTooSmall,
    StakingGenesis,
    StakingParams,
    TooManyDelegations,
    TooManyEntries,
    Unbonding,
    UnbondingFinished,
    UnbondingStarted,
    UnknownValidator,
    Validator,
    ValidatorCreated,
    ValidatorEdited,
    ValidatorPower,
    ValidatorSetChanged,
    ZeroAmount,
)

UNBONDING_ENDS, REDELEGATION_ENDS = 1, 2  # kinds of deadline


# Refusals that checks.py raises, named here because a page declares what it may refuse with.
__all__ = [
    "CommissionChangedRecently",
    "CommissionStepTooBig",
    "CommissionTooHigh",
    "MonikerTooLong",
    "Staking",
]


class Staking(Module, address=0x0800):
    """Bonded stake is voting power, in consensus and in governance."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, StakingParams)  # slots 0 to 31 are the parameters'
    registry = List(32, Address)  # every account that ever became a validator
    candidates = Set(33, Address)  # those that compete for the set: 33 and 34
    profiles = Map(35, Address, Profile)
    pools = Map(36, Address, Pool)
    shares = PairMap(37, Address, Address, int)  # validator, delegator
    delegators = SetMap(38, Address, Address)  # of a validator
    targets = SetMap(40, Address, Address)  # validators of a delegator
    powers_of = ListMap(42, Address, Checkpoint)  # an account's voting power over time
    total_powers = List(43, Checkpoint)  # all bonded stake over time
    unbonding_total_wei = Value(44, Wei)
    flights = Value(45, int)  # unbondings and redelegations so far; numbers the next
    unbonding_of = Map(46, int, Unbonding)
    unbonding_ids = SetMap(47, Address, int)  # of a delegator
    leaving = PairMap(49, Address, Address, int)  # validator, delegator: unbondings under way
    redelegation_of = Map(50, int, Redelegation)
    arriving = PairMap(51, Address, Address, int)  # validator, delegator: redelegations under way
    elected = Value(52, tuple[ValidatorPower, ...])
    elected_seats = Value(53, int)  # seats of the last election
    is_stale = Value(54, bool)  # stake moved since the last election
    timers = Timers(55, Clock.SECONDS)  # 55 to 58
    redelegation_ids = SetMap(59, Address, int)  # of a delegator

    def genesis(self, state: StakingGenesis) -> None:
        """Mint the first validators' stake and elect them; raises Malformed."""
        self.settings = checked(state.params)
        for entry in state.validators:
            self._create_at_genesis(entry)
        self._elect()

    @call(payable=True)
    def create_validator(
        self,
        moniker: str,
        commission_bps: Bps,
        commission_bps_max: Bps,
        commission_change_bps_max: Bps,
    ) -> None:
        """
        Become a validator with the coins sent as the first stake.

        Commission is in bps of the delegators' rewards; its maximum and its furthest change in a
        day, in bps, are promised to delegators for good.
        """
        validator, allowed = self.sender, self.settings
        if self.profiles[validator].registered_s:
            raise AlreadyValidator(validator)
        if self.value_wei < allowed.bond_wei_min:
            raise BondTooSmall(allowed.bond_wei_min, self.value_wei)
        check_moniker(moniker)
        now_s = self.block.time_s
        profile = Profile(
            moniker, commission_bps, commission_bps_max, commission_change_bps_max, now_s, now_s
        )
        check_promises(profile, allowed)
        self.profiles[validator] = profile
        self.registry.append(validator)
        self._bond(validator, validator, self.value_wei)
        if not self._admit(validator):
            raise CandidatesFull(Wei(self._weakest().power + 1), self.value_wei)
        self.emit(ValidatorCreated(validator, moniker, commission_bps))
        self.emit(Delegated(validator, validator, self.value_wei))

    @call()
    def edit_validator(self, moniker: str) -> None:
        """Rename the calling validator."""
        profile = self._profile(self.sender)
        check_moniker(moniker)
        self.profiles[self.sender] = replace(profile, moniker=moniker)
        self.emit(ValidatorEdited(self.sender, moniker))

    @call()
    def set_commission(self, commission_bps: Bps) -> None:
        """Change the calling validator's commission, in bps, as far as it promised; once a day."""
        profile, now_s = self._profile(self.sender), self.block.time_s
        check_commission_change(profile, commission_bps, now_s)
        self.profiles[self.sender] = replace(
            profile, commission_bps=commission_bps, commission_changed_s=now_s
        )
        self.emit(CommissionChanged(self.sender, profile.commission_bps, commission_bps))

    @call(payable=True)
    def delegate(self, validator: Address) -> None:
        """Stake the coins sent behind a validator; they vote from the next block on."""
        self._profile(validator)
        if self.value_wei == 0:
            raise ZeroAmount()
        self._bond(validator, self.sender, self.value_wei)
        if self.sender == validator:
            self._reconsider(validator)
        self.emit(Delegated(self.sender, validator, self.value_wei))

    @call()
    def undelegate(self, validator: Address, amount_wei: Wei) -> int:
        """Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number."""
        delegator, settings = self.sender, self.settings
        if self.leaving[validator, delegator] >= settings.unbonding_entries_max:
            raise TooManyEntries(settings.unbonding_entries_max)
        self._unbond(validator, delegator, amount_wei)
        self._add_power(delegator, -amount_wei)
        matures_s = Seconds(self.block.time_s + settings.unbonding_s)
        number = self._next_flight(matures_s, UNBONDING_ENDS)
        self.unbonding_of[number] = Unbonding(
            number, delegator, validator, amount_wei, self.block.height, matures_s
        )
        self.unbonding_ids[delegator].add(number)
        self.leaving[validator, delegator] += 1
        self.unbonding_total_wei = Wei(self.unbonding_total_wei + amount_wei)
        self.emit(UnbondingStarted(delegator, validator, number, amount_wei, matures_s))
        return number

    @call()
    def redelegate(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """
        Move stake to another validator without unbonding it.

        It may not hop on before `unbonding_s` is over: it answers for the source until then.
        """
        delegator, settings = self.sender, self.settings
        self._profile(target)
        if source == target:
            raise SameValidator(source)
        if self.arriving[source, delegator]:
            raise RedelegationInFlight(source)
        if self.arriving[target, delegator] >= settings.unbonding_entries_max:
            raise TooManyEntries(settings.unbonding_entries_max)
        self._unbond(source, delegator, amount_wei)
        self._deposit(target, delegator, amount_wei)
        if target == delegator:
            self._reconsider(target)
        matures_s = Seconds(self.block.time_s + settings.unbonding_s)
        number = self._next_flight(matures_s, REDELEGATION_ENDS)
        self.redelegation_of[number] = Redelegation(
            delegator, source, target, amount_wei, self.block.height, matures_s
        )
        self.redelegation_ids[delegator].add(number)
        self.arriving[target, delegator] += 1
        self.emit(Redelegated(delegator, source, target, amount_wei, matures_s))

    @view
    def params(self) -> StakingParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def validator(self, validator: Address) -> Validator:
        """Return one validator; refused where there is none."""
        profile, pool = self._profile(validator), self.pools[validator]
        return Validator(
            validator=validator,
            moniker=profile.moniker,
            tokens_wei=pool.tokens_wei,
            shares=pool.shares,
            self_bond_wei=self._stake_wei(validator, validator),
            commission_bps=profile.commission_bps,
            commission_bps_max=profile.commission_bps_max,
            commission_change_bps_max=profile.commission_change_bps_max,
            commission_changed_s=profile.commission_changed_s,
            is_candidate=validator in self.candidates,
            is_elected=any(validator == seat.validator for seat in self.elected),
        )

    @view
    def validators(self, offset: int, limit: int) -> tuple[Validator, ...]:
        """Return validators in the order of registration, at most PAGE_MAX."""
        return tuple(self.validator(v) for v in self.registry.page(offset, min(limit, PAGE_MAX)))

    @view
    def validator_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, the strongest first."""
        return self.elected

    @view
    def delegation(self, delegator: Address, validator: Address) -> Delegation:
        """Return one account's stake with one validator; zero where there is none."""
        shares = self.shares[validator, delegator]
        return Delegation(delegator, validator, shares, self._stake_wei(validator, delegator))

    @view
    def delegations_of(self, delegator: Address, offset: int, limit: int) -> tuple[Delegation, ...]:
        """Return an account's stakes, at most PAGE_MAX."""
        page = self.targets[delegator].page(offset, min(limit, PAGE_MAX))
        return tuple(self.delegation(delegator, validator) for validator in page)

    @view
    def delegations_to(self, validator: Address, offset: int, limit: int) -> tuple[Delegation, ...]:
        """Return the stakes behind a validator, at most PAGE_MAX."""
        page = self.delegators[validator].page(offset, min(limit, PAGE_MAX))
        return tuple(self.delegation(delegator, validator) for delegator in page)

    @view
    def unbondings_of(self, delegator: Address, offset: int, limit: int) -> tuple[Unbonding, ...]:
        """Return an account's stakes on their way back, with when each is paid."""
        page = self.unbonding_ids[delegator].page(offset, min(limit, PAGE_MAX))
        return tuple(self.unbonding_of[number] for number in page)

    @view
    def redelegations_of(
        self, delegator: Address, offset: int, limit: int
    ) -> tuple[Redelegation, ...]:
        """Return an account's redelegated stakes that may not go on yet, at most PAGE_MAX."""
        page = self.redelegation_ids[delegator].page(offset, min(limit, PAGE_MAX))
        return tuple(self.redelegation_of[number] for number in page)

    @view
    def power_of(self, account: Address) -> Wei:
        """Return the stake an account has bonded now, in wei."""
        return latest_wei(self.powers_of[account])

    @view
    def power_of_at(self, account: Address, height: Height) -> Wei:
        """Return the stake an account had bonded at the end of a past block, in wei."""
        self._check_past(height)
        return power_at_wei(self.powers_of[account], height)

    @view
    def total_bonded(self) -> Wei:
        """Return all bonded stake, in wei."""
        return latest_wei(self.total_powers)

    @view
    def total_power_at(self, height: Height) -> Wei:
        """Return all stake that was bonded at the end of a past block, in wei."""
        self._check_past(height)
        return power_at_wei(self.total_powers, height)

    @view
    def total_unbonding(self) -> Wei:
        """Return all stake on its way back to its owners, in wei."""
        return self.unbonding_total_wei

    def end_block(self) -> None:
        """Elect again where stake or the number of seats changed."""
        if self.is_stale or self.elected_seats != self.settings.validators_max:
            self._elect()

    def on_timer(self, kind: int, key: int) -> None:
        """Pay an unbonding, or let redelegated stake go on."""
        if kind == UNBONDING_ENDS:
            self._finish_unbonding(key)
        elif kind == REDELEGATION_ENDS:
            self._finish_redelegation(key)
        else:
            super().on_timer(kind, key)

    @invariant
    def coins_cover_stake(self) -> bool:
        """The module holds at least what it owes; anyone can force coins on it, so not exactly."""
        owed_wei = self.total_bonded() + self.unbonding_total_wei
        return self.host.balance_wei(self.address) >= owed_wei

    @invariant
    def someone_validates(self) -> bool:
        """Once there was a validator set, there is one."""
        return self.is_stale or len(self.registry) == 0 or len(self.elected) > 0

    @audit
    def delegations_sum_to_pools(self) -> bool:
        """Every validator's shares are its delegators' shares, and one wei each without slashes."""
        for validator in self.registry:
            pool = self.pools[validator]
            held = sum(self.shares[validator, d] for d in self.delegators[validator])
            if held != pool.shares or pool.tokens_wei != pool.shares:
                return False
        return True

    @audit
    def pools_sum_to_total(self) -> bool:
        """All validators' stake is the total."""
        return sum(self.pools[v].tokens_wei for v in self.registry) == self.total_bonded()

    @audit
    def checkpoints_end_at_current_stake(self) -> bool:
        """Every account's last checkpoint is what it has bonded now."""
        return all(
            self.power_of(d) == sum(self._stake_wei(v, d) for v in self.targets[d])
            for validator in self.registry
            for d in self.delegators[validator]
        )

    @audit
    def unbondings_sum_to_total(self) -> bool:
        """All entries in flight are the total that is on its way back."""
        entries = (self.unbonding_of[n].amount_wei for n in range(1, self.flights + 1))
        return sum(entries) == self.unbonding_total_wei

    @audit
    def elected_are_the_strongest(self) -> bool:
        """Unless stake moved in this block, the set is what an election gives, or the last one."""
        is_due = self.is_stale or self.elected_seats != self.settings.validators_max
        wanted = elect(self._stakes(), self.settings.validators_max)
        return is_due or not wanted or wanted == self.elected

    def _create_at_genesis(self, entry: GenesisValidator) -> None:
        if self.profiles[entry.validator].registered_s:
            raise Malformed(f"validator 0x{entry.validator.hex()} stands twice in genesis")
        self.profiles[entry.validator] = genesis_profile(entry, self.settings, self.block.time_s)
        self.registry.append(entry.validator)
        self.host.mint(self.address, entry.stake_wei)
        self._bond(entry.validator, entry.validator, entry.stake_wei)
        if not self._admit(entry.validator):
            raise Malformed(f"at most {CANDIDATES_MAX} validators expected in genesis")

    def _bond(self, validator: Address, delegator: Address, amount_wei: Wei) -> None:
        self._deposit(validator, delegator, amount_wei)
        self._add_power(delegator, amount_wei)

    def _deposit(self, validator: Address, delegator: Address, amount_wei: Wei) -> None:
        """Put stake behind a validator; the account's voting power is its caller's business."""
        targets = self.targets[delegator]
        if targets.add(validator) and len(targets) > DELEGATIONS_MAX:
            raise TooManyDelegations(DELEGATIONS_MAX)
        self.delegators[validator].add(delegator)
        pool = self.pools[validator]
        bought = shares_for_deposit(pool, amount_wei)
        self.shares[validator, delegator] += bought
        self.pools[validator] = Pool(Wei(pool.tokens_wei + amount_wei), pool.shares + bought)
        self.is_stale = True

    def _unbond(self, validator: Address, delegator: Address, amount_wei: Wei) -> None:
        """Take stake from behind a validator."""
        if amount_wei == 0:
            raise ZeroAmount()
        self._profile(validator)
        found_wei = self._stake_wei(validator, delegator)
        if found_wei < amount_wei:
            raise StakeTooSmall(amount_wei, found_wei)
        pool = self.pools[validator]
        spent = shares_for_withdrawal(pool, amount_wei)
        left = self.shares[validator, delegator] - spent
        self.shares[validator, delegator] = left
        self.pools[validator] = Pool(Wei(pool.tokens_wei - amount_wei), pool.shares - spent)
        if left == 0:
            self.targets[delegator].discard(validator)
            self.delegators[validator].discard(delegator)
        self.is_stale = True
        if validator == delegator:
            self._reconsider(validator)

    def _add_power(self, account: Address, change_wei: int) -> None:
        for checkpoints in (self.powers_of[account], self.total_powers):
            write_power(checkpoints, self.block.height, latest_wei(checkpoints) + change_wei)

    def _reconsider(self, validator: Address) -> None:
        """A validator competes exactly while its own stake is large enough, if there is room."""
        if self._stake_wei(validator, validator) >= self.settings.bond_wei_min:
            if validator not in self.candidates and self._admit(validator):
                self.emit(CandidacyChanged(validator, True))
        elif self.candidates.discard(validator):
            self.emit(CandidacyChanged(validator, False))

    def _admit(self, validator: Address) -> bool:
        """Let a validator compete; a full field gives way only at its weakest."""
        if len(self.candidates) >= CANDIDATES_MAX:
            weakest = self._weakest()
            if self.pools[validator].tokens_wei <= weakest.power:
                return False
            self.candidates.discard(weakest.validator)
            self.emit(CandidacyChanged(weakest.validator, False))
        self.candidates.add(validator)
        return True

    def _stakes(self) -> tuple[ValidatorPower, ...]:
        return tuple(ValidatorPower(v, self.pools[v].tokens_wei) for v in self.candidates)

    def _weakest(self) -> ValidatorPower:
        return min(self._stakes(), key=lambda item: (item.power, item.validator))

    def _elect(self) -> None:
        """Seat the strongest candidates; where nobody competes, the last set stays."""
        winners = elect(self._stakes(), self.settings.validators_max)
        self.is_stale, self.elected_seats = False, self.settings.validators_max
        if not winners or winners == self.elected:
            return
        self.elected = winners
        if self.block.height > 0:
            self.emit(ValidatorSetChanged(len(winners), sum(seat.power for seat in winners)))

    def _finish_unbonding(self, number: int) -> None:
        entry = self.unbonding_of[number]
        del self.unbonding_of[number]
        self.unbonding_ids[entry.delegator].discard(number)
        self.leaving[entry.validator, entry.delegator] -= 1
        self.unbonding_total_wei = Wei(self.unbonding_total_wei - entry.amount_wei)
        self.pay(entry.delegator, entry.amount_wei, "unbonded")
        self.emit(UnbondingFinished(entry.delegator, number, entry.amount_wei))

    def _finish_redelegation(self, number: int) -> None:
        entry = self.redelegation_of[number]
        del self.redelegation_of[number]
        self.redelegation_ids[entry.delegator].discard(number)
        self.arriving[entry.target, entry.delegator] -= 1

    def _next_flight(self, matures_s: Seconds, kind: int) -> int:
        self.flights = number = self.flights + 1
        self.timers.set(matures_s, kind, number)
        return number

    def _profile(self, validator: Address) -> Profile:
        profile = self.profiles[validator]
        if not profile.registered_s:
            raise UnknownValidator(validator)
        return profile

    def _stake_wei(self, validator: Address, delegator: Address) -> Wei:
        return Wei(worth_wei(self.pools[validator], self.shares[validator, delegator]))

    def _check_past(self, height: Height) -> None:
        if height >= self.block.height:
            raise HeightNotPast(self.block.height, height)
