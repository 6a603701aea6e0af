"""Voting power and the rotation of proposers."""

from collections import Counter

import pytest
import rlp
from eth_hash.auto import keccak
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Address
from chain.types.validators import (
    POWER_TOTAL_MAX,
    VALIDATORS_MAX,
    InvalidValidatorSet,
    Validator,
    ValidatorSet,
)


def address(number: int) -> Address:
    """Address number n."""
    return Address(number.to_bytes(20, "big"))


def members(*powers: int) -> ValidatorSet:
    """Set of validators 1, 2, 3 ... with these powers."""
    return ValidatorSet(tuple(Validator(address(n), p) for n, p in enumerate(powers, 1)))


def priorities(validators: ValidatorSet) -> dict[int, int]:
    """Priority by number of address."""
    return {int.from_bytes(v.address, "big"): v.priority for v in validators}


def turns(validators: ValidatorSet, count: int) -> list[int]:
    """Numbers of the proposers of the next turns."""
    found = []
    for _ in range(count):
        found.append(int.from_bytes(validators.proposer.address, "big"))
        validators = validators.incremented(1)
    return found


def test_order_is_by_power_then_address() -> None:
    """However a set is given, it is kept in one order, so equal sets are equal."""
    unordered = (Validator(address(3), 1), Validator(address(1), 1), Validator(address(2), 9))
    assert [int.from_bytes(v.address, "big") for v in ValidatorSet(unordered)] == [2, 1, 3]
    assert ValidatorSet(unordered) == ValidatorSet(unordered[::-1])


def test_hash_is_of_addresses_and_powers_only() -> None:
    """The hash is Keccak of RLP [[address, power], ...]; turns taken do not change it."""
    validators = members(1, 5)
    expected = keccak(rlp.encode([[address(2), 5], [address(1), 1]]))
    assert expected == validators.hash
    assert validators.hash == validators.incremented(7).hash
    assert validators.hash != members(1, 6).hash


@pytest.mark.parametrize(
    "bad",
    [
        (),
        (Validator(address(1), 0),),
        (Validator(address(1), -1),),
        (Validator(address(1), 1), Validator(address(1), 2)),
        (Validator(address(1), POWER_TOTAL_MAX), Validator(address(2), 1)),
        (Validator(Address(b"\x01" * 19), 1),),
        tuple(Validator(address(n), 1) for n in range(VALIDATORS_MAX + 1)),
    ],
    ids=["empty", "zero", "negative", "double", "too much", "short address", "too many"],
)
def test_impossible_sets_are_refused(bad: tuple[Validator, ...]) -> None:
    """No set is empty, has a member twice or without power, or passes a limit."""
    with pytest.raises(InvalidValidatorSet):
        ValidatorSet(bad)


def test_largest_set_is_accepted() -> None:
    """The limits themselves are allowed."""
    assert members(POWER_TOTAL_MAX - 1, 1).total_power == POWER_TOTAL_MAX


def test_equal_powers_take_turns_by_address() -> None:
    """Ties go to the lower address."""
    assert turns(members(5, 5, 5), 6) == [1, 2, 3, 1, 2, 3]


def test_one_step_pays_the_total() -> None:
    """Each gains its power; the chosen one pays the total (the specification's example)."""
    after = members(1, 3).incremented(1)
    assert priorities(after) == {1: 1, 2: -1}
    assert priorities(after.incremented(1)) == {1: -2, 2: 2}
    assert turns(members(1, 3), 4) == [2, 1, 2, 2]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=6))
def test_turns_are_proportional_to_power(powers: list[int]) -> None:
    """In as many turns as there is power, each has exactly its power in turns."""
    validators = members(*powers)
    counted = Counter(turns(validators, sum(powers)))
    assert dict(enumerate(powers, 1)) == counted


@given(st.lists(st.integers(1, 10**15), min_size=1, max_size=6), st.integers(0, 12))
def test_many_steps_at_once_are_single_steps(powers: list[int], count: int) -> None:
    """tendermint#3181: skipping r rounds is r turns."""
    one_by_one = members(*powers)
    for _ in range(count):
        one_by_one = one_by_one.incremented(1)
    assert one_by_one == members(*powers).incremented(count)


def test_negative_count_is_refused() -> None:
    """The rotation does not run backwards."""
    with pytest.raises(InvalidValidatorSet):
        members(1).incremented(-1)


def test_rescaling_truncates_towards_zero() -> None:
    """Go's division, not Python's: -7 by 2 is -3."""
    wide = ValidatorSet((Validator(address(1), 1, 5), Validator(address(2), 1, -7)))
    # spread 12 over window 4 gives ratio 3: 5 -> 1, -7 -> -2; mean floor(-1 / 2) = -1
    assert priorities(wide.incremented(0)) == {1: 2, 2: -1}


def test_centring_floors_the_mean() -> None:
    """The mean of -1 over two is -1, rounded down, so both move up by one."""
    skewed = ValidatorSet((Validator(address(1), 9, 0), Validator(address(2), 9, -1)))
    assert priorities(skewed.incremented(0)) == {1: 1, 2: 0}


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(-(2**60), 2**60)), min_size=1, max_size=8)
)
def test_priorities_stay_in_their_window(pairs: list[tuple[int, int]]) -> None:
    """tendermint#2960: whatever they were, they end within two totals, centred on zero."""
    wild = ValidatorSet(tuple(Validator(address(n), p, a) for n, (p, a) in enumerate(pairs, 1)))
    tamed = [v.priority for v in wild.incremented(0)]
    assert max(tamed) - min(tamed) <= 2 * wild.total_power
    assert 0 <= sum(tamed) < len(tamed)


def test_newcomer_starts_behind() -> None:
    """A newcomer starts 1.125 new totals behind, before centring."""
    joined = members(10).updated([Validator(address(2), 6)])
    # newcomer -(16 + 2) = -18; mean floor(-18 / 2) = -9
    assert priorities(joined) == {1: 9, 2: -9}


def test_newcomer_counts_the_power_that_leaves() -> None:
    """The newcomer's start uses the total after joins and before removals."""
    changed = members(8, 8).updated([Validator(address(1), 0), Validator(address(3), 8)])
    # 24 + 3 = 27 behind; total 16, window 32: no rescaling; mean floor(-27 / 2) = -14
    assert priorities(changed) == {2: 14, 3: -13}


def test_rejoining_gains_no_turns() -> None:
    """tendermint#2785: leaving and joining again does not reset one's debt of turns."""
    validators = members(10, 10, 10).incremented(1)
    left = validators.updated([Validator(address(1), 0)])
    back = left.updated([Validator(address(1), 10)])
    assert 1 not in turns(back, 2)


def test_member_keeps_its_priority_when_its_power_changes() -> None:
    """A change of power is not a new start."""
    validators = members(10, 10, 10).incremented(1)
    before = priorities(validators)
    changed = validators.updated([Validator(address(2), 12)])
    assert before == priorities(changed)
    assert changed.power_of(address(2)) == 12


def test_no_change_is_no_change() -> None:
    """An empty update gives the very same set."""
    validators = members(1, 2).incremented(3)
    assert validators == validators.updated([])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ([Validator(address(1), 2), Validator(address(1), 3)], "two"),
        ([Validator(address(1), -1)], "-1"),
        ([Validator(address(9), 0)], "stranger"),
        ([Validator(address(1), 0), Validator(address(2), 0)], "found 0"),
        ([Validator(address(3), POWER_TOTAL_MAX)], "total power"),
    ],
)
def test_impossible_changes_are_refused_whole(changes: list[Validator], message: str) -> None:
    """tendermint#1649: a bad change is refused with its reason, and none of it is done."""
    validators = members(5, 5)
    with pytest.raises(InvalidValidatorSet, match=message):
        validators.updated([Validator(address(7), 1), *changes] if len(changes) == 1 else changes)
    assert members(5, 5) == validators


def test_set_answers_who_is_in_it() -> None:
    """Members are found by address; strangers have no power."""
    validators = members(5, 7)
    assert address(2) in validators
    assert address(3) not in validators
    assert validators.power_of(address(2)) == 7
    assert validators.power_of(address(3)) == 0
    assert len(validators) == 2
    assert None is validators.get(address(3))


def test_power_thresholds() -> None:
    """More than two thirds and more than one third, exactly."""
    validators = members(1, 1, 1)
    assert (validators.is_quorum(2), validators.is_quorum(3)) == (False, True)
    assert (validators.is_honest_witness(1), validators.is_honest_witness(2)) == (False, True)
