"""
Staking: who validates, with how much at stake, and who votes with it.

    coins --delegate--> pool of a validator --undelegate--> unbonding queue --time--> coins
                             |        ^
                             +--redelegate
                             v
           end of block: a step towards the validators with the most stake
           every change: one checkpoint of the pool and of the account's positions a height
           a fault:      the pool and all that left it since pay a part
"""

from dataclasses import replace

from chain.kit.collections import List, ListMap, Set, SetMap
from chain.kit.module import Module, Paused, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules.staking import audits, candidacy, flights, keys, registration, slashes, stake
from modules.staking.checkpoints import latest_wei, pool_at, power_at_wei
from modules.staking.checks import check_commission_change, check_moniker

# The page may say all that these two files declare; most of it is said by the files around it.
from modules.staking.events import *  # noqa: F403
from modules.staking.events import CommissionChanged, Delegated, ValidatorEdited
from modules.staking.peers import Rewards, Slasher
from modules.staking.records import (
    PAGE_MAX,
    Checkpoint,
    Delegation,
    Departure,
    Pool,
    PoolCheckpoint,
    Position,
    Profile,
    Redelegation,
    Rotations,
    Seat,
    StakingGenesis,
    StakingParams,
    Standing,
    Sweep,
    Unbonding,
    Validator,
    ValidatorPower,
    Work,
)
from modules.staking.refusals import *  # noqa: F403
from modules.staking.refusals import HeightNotPast, UnknownValidator, ZeroAmount


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
    powers_of = ListMap(42, Address, Checkpoint)  # retired: power follows from positions and pools
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
    is_stale = Value(54, bool)  # the next election may change the set
    timers = Timers(55, Clock.SECONDS)  # 55 to 58
    redelegation_ids = SetMap(59, Address, int)  # of a delegator
    pool_history = ListMap(61, Address, PoolCheckpoint)  # of a validator
    position_heights = ListMap(62, Address, Height)  # at which a delegator's positions changed
    positions_of = PairMap(63, Address, int, tuple[Position, ...])  # delegator, index of height
    consensus_addresses = Map(64, Address, Address)  # of a validator, now
    operators_by_key = Map(65, Address, Address)  # consensus address, also of the past: validator
    rotations = Map(66, Address, Rotations)
    seats = Map(67, Address, Seat)  # of the members of the set
    standings = Map(68, Address, Standing)
    departures = ListMap(69, Address, Departure)  # of a validator, in order
    in_flight_wei = Map(70, Address, Wei)  # what left a validator and has not matured
    leaving_ids = SetMap(71, bytes, int)  # validator and delegator in one: unbondings under way
    sweeps = List(73, Sweep)
    sweep_next = Value(74, int)  # the first sweep that is not done
    sweep_work = Value(75, Work)  # 75 and 76
    slashed_total_wei = Value(77, Wei)

    rewards: Rewards = peer()
    slashing: Slasher = peer()

    def genesis(self, state: StakingGenesis) -> None:
        """Mint the first validators' stake and elect them; raises Malformed."""
        self.settings = checked(state.params)
        for entry in state.validators:
            registration.register_at_genesis(self, entry)
        candidacy.hold_election(self)

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
        day, in bps, are promised to delegators for good. The account's own key signs until
        `rotate_consensus_key` names another.
        """
        terms = (moniker, commission_bps, commission_bps_max, commission_change_bps_max)
        registration.register(self, terms, self.sender)

    @call(payable=True)
    def create_validator_with_key(
        self,
        moniker: str,
        commission_bps: Bps,
        commission_bps_max: Bps,
        commission_change_bps_max: Bps,
        consensus_address: Address,
        proof: bytes,
    ) -> None:
        """Become a validator whose blocks another key signs; `proof` as for a rotation."""
        keys.check_proof(self, self.sender, consensus_address, proof)
        terms = (moniker, commission_bps, commission_bps_max, commission_change_bps_max)
        registration.register(self, terms, consensus_address)

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

    @call()
    def rotate_consensus_key(self, consensus_address: Address, proof: bytes) -> None:
        """
        Let another key sign for the calling validator.

        `proof` is its signature (R, S, V of 0 or 1) of `key_proof_digest`. It signs from the block
        on whose set names it; keep the old key at work until then, and never use it again.
        """
        self._profile(self.sender)
        keys.rotate(self, self.sender, consensus_address, proof)

    @call(payable=True)
    def delegate(self, validator: Address) -> None:
        """Stake the coins sent behind a validator; they vote from the next block on."""
        self._profile(validator)
        if self.value_wei == 0:
            raise ZeroAmount()
        stake.deposit(self, validator, self.sender, self.value_wei)
        candidacy.reconsider_own(self, validator, self.sender)
        self.emit(Delegated(self.sender, validator, self.value_wei))

    @call()
    def undelegate(self, validator: Address, amount_wei: Wei) -> int:
        """
        Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number.

        Until then it answers for what the validator did before.
        """
        self._profile(validator)
        return flights.unbond(self, validator, self.sender, amount_wei)

    @call()
    def redelegate(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """
        Move stake to another validator without unbonding it.

        It may not hop on before `unbonding_s` is over: it answers for the source until then.
        """
        self._profile(source)
        self._profile(target)
        flights.redelegate(self, source, target, self.sender, amount_wei)

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
            self_bond_wei=stake.stake_wei(self, validator, validator),
            commission_bps=profile.commission_bps,
            commission_bps_max=profile.commission_bps_max,
            commission_change_bps_max=profile.commission_change_bps_max,
            commission_changed_s=profile.commission_changed_s,
            is_candidate=validator in self.candidates,
            is_elected=any(self.seats[validator].consensus_address),
            consensus_address=self.consensus_addresses[validator],
            standing=self.standings[validator],
        )

    @view
    def validators(self, offset: int, limit: int) -> tuple[Validator, ...]:
        """Return validators in the order of registration, at most PAGE_MAX."""
        return tuple(self.validator(v) for v in self.registry.page(offset, min(limit, PAGE_MAX)))

    @view
    def operators(self, offset: int, limit: int) -> tuple[Address, ...]:
        """Return validators' accounts in the order of registration, at most PAGE_MAX."""
        return self.registry.page(offset, min(limit, PAGE_MAX))

    @view
    def validator_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by account, the strongest first."""
        return self.elected

    @view
    def consensus_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by consensus address, the strongest first."""
        members = candidacy.current_set(self)
        return tuple(ValidatorPower(m.consensus_address, m.power) for m in members)

    @view
    def operator_of(self, consensus_address: Address) -> Address:
        """Return the validator that signs, or ever signed, with an address; zero for strangers."""
        return self.operators_by_key[consensus_address]

    @view
    def consensus_address_of(self, validator: Address) -> Address:
        """Return the address that a validator signs with; zero for strangers."""
        return self.consensus_addresses[validator]

    @view
    def key_nonce(self, validator: Address) -> int:
        """Return how often a validator changed its key: what its next proof must name."""
        return self.rotations[validator].count

    @view
    def key_proof_digest(self, validator: Address) -> Hash32:
        """Return what a key must sign to become the next that signs for an account."""
        return keys.key_proof_digest(self.block.chain_id, validator, self.key_nonce(validator))

    @view
    def standing_of(self, validator: Address) -> Standing:
        """Return whether a validator is free, jailed or shut out for good."""
        return self.standings[validator]

    @view
    def commission_of(self, validator: Address) -> Bps:
        """Return a validator's commission, in bps of the delegators' rewards."""
        return self._profile(validator).commission_bps

    @view
    def shares_of(self, validator: Address, delegator: Address) -> int:
        """Return an account's shares of a validator's stake; a slash does not change them."""
        return self.shares[validator, delegator]

    @view
    def total_shares(self, validator: Address) -> int:
        """Return all shares of a validator's stake."""
        return self.pools[validator].shares

    @view
    def delegation(self, delegator: Address, validator: Address) -> Delegation:
        """Return one account's stake with one validator; zero where there is none."""
        shares, worth = self.shares[validator, delegator], stake.stake_wei
        return Delegation(delegator, validator, shares, worth(self, validator, delegator))

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
        return stake.power_wei(self, account)

    @view
    def tier_of(self, account: Address) -> int:
        """Return the tier of perks that an account's bonded stake gives it, 0 to 5."""
        power_wei = self.power_of(account)
        return sum(1 for tier_wei in self.settings.tiers_wei if power_wei >= tier_wei)

    @view
    def power_of_at(self, account: Address, height: Height) -> Wei:
        """Return the stake an account had bonded at the end of a past block, in wei."""
        return Wei(sum(item.amount_wei for item in self.delegations_at(account, height)))

    @view
    def delegations_at(self, delegator: Address, height: Height) -> tuple[Delegation, ...]:
        """Return an account's stakes at the end of a past block, at most DELEGATIONS_MAX."""
        self._check_past(height)
        return stake.delegations_at(self, delegator, height)

    @view
    def delegation_at(self, delegator: Address, validator: Address, height: Height) -> Wei:
        """Return an account's stake with one validator at the end of a past block, in wei."""
        self._check_past(height)
        return stake.delegation_wei_at(self, delegator, validator, height)

    @view
    def validator_power_at(self, validator: Address, height: Height) -> Wei:
        """Return all stake behind a validator at the end of a past block, in wei."""
        self._check_past(height)
        return pool_at(self.pool_history[validator], height).tokens_wei

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

    @view
    def total_slashed(self) -> Wei:
        """Return all stake that was ever destroyed for faults, in wei."""
        return self.slashed_total_wei

    def slash(
        self, validator: Address, fraction_bps: Bps, fault_height: Height, power: int
    ) -> None:
        """Burn a fraction of the stake behind `power` at a past height; slashing's word only."""
        self._check_slashing()
        slashes.slash(self, validator, fraction_bps, fault_height, power)

    def jail(self, validator: Address) -> None:
        """Shut a validator out until it is freed; slashing's word only."""
        self._check_slashing()
        candidacy.jail(self, validator)

    def unjail(self, validator: Address) -> None:
        """Free a jailed validator whose own stake suffices; slashing's word only."""
        self._check_slashing()
        candidacy.unjail(self, validator)

    def tombstone(self, validator: Address) -> None:
        """Shut a validator out for good; slashing's word only."""
        self._check_slashing()
        candidacy.tombstone(self, validator)

    def is_shut_out(self, validator: Address) -> bool:
        """Return whether a validator is jailed or tombstoned."""
        return self.standings[validator] != Standing.FREE

    def member_since(self, validator: Address) -> Height:
        """Return the height of the election that brought a member in; 0 for who is none."""
        return self.seats[validator].joined_height

    def begin_block(self) -> None:
        """Follow slashes that a block before could not finish."""
        if slashes.is_sweeping(self):
            slashes.sweep(self)

    def end_block(self) -> None:
        """Elect again where stake, keys or the number of seats changed, or a step was too far."""
        if self.is_stale or self.elected_seats != self.settings.validators_max:
            candidacy.hold_election(self)

    def on_timer(self, kind: int, key: int) -> None:
        """Pay an unbonding, or let redelegated stake go on; not before slashes have reached it."""
        if slashes.is_sweeping(self):
            self.timers.set(self.block.time_s + 1, kind, key)
        elif kind == flights.UNBONDING_ENDS:
            flights.finish_unbonding(self, key)
        elif kind == flights.REDELEGATION_ENDS:
            flights.finish_redelegation(self, key)
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
        """Every validator's shares are its delegators' shares, and worth at most its stake."""
        return audits.delegations_sum_to_pools(self)

    @audit
    def pools_sum_to_total(self) -> bool:
        """The stake behind all validators is the total that is bonded."""
        return sum(self.pools[v].tokens_wei for v in self.registry) == self.total_bonded()

    @audit
    def checkpoints_end_at_current_stake(self) -> bool:
        """Every last checkpoint is what is bonded now."""
        return audits.checkpoints_end_at_current_stake(self)

    @audit
    def unbondings_sum_to_total(self) -> bool:
        """All entries in flight are the total that is on its way back, and known to their pools."""
        return audits.flights_sum_to_totals(self)

    @audit
    def every_key_has_one_validator(self) -> bool:
        """Every validator signs with an address that leads back to it."""
        owners = self.operators_by_key
        return all(owners[self.consensus_addresses[v]] == v for v in self.registry)

    @audit
    def elected_are_the_strongest(self) -> bool:
        """Unless an election is due, the set is what stake asks for, or the last one."""
        return audits.elected_are_the_strongest(self)

    @audit
    def only_the_free_compete(self) -> bool:
        """No candidate is jailed, shut out, or short of its own stake when it last changed."""
        return all(self.standings[v] == Standing.FREE for v in self.candidates)

    def _profile(self, validator: Address) -> Profile:
        profile = self.profiles[validator]
        if not profile.registered_s:
            raise UnknownValidator(validator)
        return profile

    def _check_past(self, height: Height) -> None:
        if height >= self.block.height:
            raise HeightNotPast(self.block.height, height)

    def _check_slashing(self) -> None:
        """Another module calls past the dispatcher, so who it is, and the pause, stand here."""
        if self.sender != self.slashing.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
