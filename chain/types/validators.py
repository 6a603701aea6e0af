"""
Validators, their voting power, and whose turn it is to propose.

    stake -> ValidatorSet(H) --round r--> incremented(r).proposer
                  |
                  +--elected by H - 1--> incremented(1).updated(changes) = ValidatorSet(H + 1)

Powers and priorities are integers. Each round every priority grows by its owner's power and
the highest is chosen and pays the total, so turns are proportional to power over time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import rlp
from eth_hash.auto import keccak

from chain.types.primitives import Address, Hash32

POWER_TOTAL_MAX = (2**63 - 1) // 8  # voting power of a whole set; leaves room for priorities
VALIDATORS_MAX = 256  # validators in one set; a certificate then stays below 23 kB
PRIORITY_WINDOW = 2  # total powers that the lowest and highest priority may lie apart
NEWCOMER_SHIFT = 3  # a newcomer starts behind by total + total / 2**3, 1.125 totals


class InvalidValidatorSet(ValueError):
    """A set of validators, or a change to one, that no chain may have."""


@dataclass(frozen=True, slots=True)
class Validator:
    """One member: its address, voting power (> 0 in a set), and place in the rotation."""

    address: Address
    power: int
    priority: int = 0


@dataclass(frozen=True)
class ValidatorSet:
    """
    The validators of one height, kept in order of power, then address.

    `proposer` is the member that the next step of the rotation picks: build a set from
    genesis powers as it is, without a step before height 1.

    Raises InvalidValidatorSet when empty, when an address comes twice, when a power is not
    positive, or when a limit is passed.
    """

    validators: tuple[Validator, ...]

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.validators, key=_order))
        object.__setattr__(self, "validators", ordered)
        _check_members(ordered)

    def __len__(self) -> int:
        return len(self.validators)

    def __iter__(self) -> Iterator[Validator]:
        return iter(self.validators)

    def __contains__(self, address: object) -> bool:
        return address in self._by_address

    @cached_property
    def total_power(self) -> int:
        """Sum of all powers."""
        return sum(validator.power for validator in self.validators)

    @cached_property
    def hash(self) -> Hash32:
        """Keccak of RLP [[address, power], ...] in set order; priorities are left out."""
        return Hash32(keccak(rlp.encode([[v.address, v.power] for v in self.validators])))

    @cached_property
    def proposer(self) -> Validator:
        """Member whose turn comes next, before its priority pays for the turn."""
        shares = {v.address: v.power for v in self.validators}
        priorities = _centred(_rescaled(self._priorities(), self.total_power))
        chosen = _highest({a: priorities[a] + shares[a] for a in priorities})
        return self._by_address[chosen]

    def get(self, address: Address) -> Validator | None:
        """Member with this address, or None."""
        return self._by_address.get(address)

    def power_of(self, address: Address) -> int:
        """Voting power of an address; zero for strangers."""
        validator = self._by_address.get(address)
        return 0 if validator is None else validator.power

    def is_quorum(self, power: int) -> bool:
        """Whether a power is more than two thirds of the total."""
        return 3 * power > 2 * self.total_power

    def is_honest_witness(self, power: int) -> bool:
        """Whether a power is more than one third, so that one honest member is in it."""
        return 3 * power > self.total_power

    def incremented(self, times: int) -> "ValidatorSet":
        """
        Set after `times` turns of the rotation; the rotation of appchain rule a5.

        First priorities are pressed into a window of two total powers and centred on zero,
        so that a change of powers long ago cannot starve anyone; then each turn is taken.
        """
        if times < 0:
            raise InvalidValidatorSet(f"expected a count of turns of at least 0, found {times}")
        total = self.total_power
        priorities = _centred(_rescaled(self._priorities(), total))
        for _ in range(times):
            for validator in self.validators:
                priorities[validator.address] += validator.power
            priorities[_highest(priorities)] -= total
        return self._with_priorities(priorities)

    def updated(self, changes: Iterable[Validator]) -> "ValidatorSet":
        """
        Set with new powers: zero removes a member, an unknown address joins.

        All changes hold or none does. Members keep their priority; newcomers start 1.125
        totals behind, so that leaving and joining again gains no turns. Priorities given in
        `changes` are ignored. Raises InvalidValidatorSet for an address named twice, a
        negative power, the removal of a stranger, an empty outcome, or a total over the limit.
        """
        wanted = list(changes)
        if not wanted:
            return self
        self._check_changes(wanted)
        powers = {v.address: v.power for v in self.validators}
        powers.update({change.address: change.power for change in wanted})
        removed = sum(self.power_of(c.address) for c in wanted if c.power == 0)
        total = sum(powers.values())
        behind = total + removed  # the total after joins, before removals
        newcomer = -(behind + (behind >> NEWCOMER_SHIFT))
        priorities = {
            address: old.priority if (old := self.get(address)) is not None else newcomer
            for address, power in powers.items()
            if power > 0
        }
        if not priorities:
            raise InvalidValidatorSet("expected at least 1 validator after the change, found 0")
        _check_total(total)
        priorities = _centred(_rescaled(priorities, total))
        return ValidatorSet(tuple(Validator(a, powers[a], p) for a, p in priorities.items()))

    @cached_property
    def _by_address(self) -> dict[Address, Validator]:
        return {validator.address: validator for validator in self.validators}

    def _priorities(self) -> dict[Address, int]:
        return {validator.address: validator.priority for validator in self.validators}

    def _with_priorities(self, priorities: dict[Address, int]) -> "ValidatorSet":
        return ValidatorSet(
            tuple(replace(v, priority=priorities[v.address]) for v in self.validators)
        )

    def _check_changes(self, changes: list[Validator]) -> None:
        seen: set[Address] = set()
        for change in changes:
            name = f"0x{change.address.hex()}"
            if change.address in seen:
                raise InvalidValidatorSet(f"expected one change a validator, found two of {name}")
            seen.add(change.address)
            if change.power < 0:
                raise InvalidValidatorSet(
                    f"expected a power of at least 0 for {name}, found {change.power}"
                )
            if change.power == 0 and change.address not in self:
                raise InvalidValidatorSet(f"expected a member to remove, found stranger {name}")


def _order(validator: Validator) -> tuple[int, Address]:
    return (-validator.power, validator.address)


def _check_members(validators: tuple[Validator, ...]) -> None:
    if not 1 <= len(validators) <= VALIDATORS_MAX:
        raise InvalidValidatorSet(
            f"expected 1 to {VALIDATORS_MAX} validators, found {len(validators)}"
        )
    for validator in validators:
        if len(validator.address) != 20:
            raise InvalidValidatorSet(
                f"expected an address of 20 bytes, found {len(validator.address)}"
            )
        if validator.power <= 0:
            raise InvalidValidatorSet(
                f"expected a positive power for 0x{validator.address.hex()}, "
                f"found {validator.power}"
            )
    if len({validator.address for validator in validators}) != len(validators):
        raise InvalidValidatorSet("expected each address once, found one twice")
    _check_total(sum(validator.power for validator in validators))


def _check_total(total: int) -> None:
    if total > POWER_TOTAL_MAX:
        raise InvalidValidatorSet(
            f"expected a total power of at most {POWER_TOTAL_MAX}, found {total}"
        )


def _rescaled(priorities: dict[Address, int], total: int) -> dict[Address, int]:
    """
    Priorities divided so that they lie at most two total powers apart.

    Division truncates towards zero, as in the rotation's reference; `//` alone would floor
    and push every negative priority one lower.
    """
    window = PRIORITY_WINDOW * total
    spread = max(priorities.values()) - min(priorities.values())
    if spread <= window:
        return priorities
    ratio = (spread + window - 1) // window
    return {a: p // ratio if p >= 0 else -(-p // ratio) for a, p in priorities.items()}


def _centred(priorities: dict[Address, int]) -> dict[Address, int]:
    """Priorities moved so that their mean, rounded down, is zero."""
    mean = sum(priorities.values()) // len(priorities)
    return {address: priority - mean for address, priority in priorities.items()}


def _highest(priorities: dict[Address, int]) -> Address:
    """Address with the highest priority; of equals, the lower address."""
    return min(priorities, key=lambda address: (-priorities[address], address))
