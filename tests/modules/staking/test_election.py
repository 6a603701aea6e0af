"""Elections as pure numbers: who wins, and how far the set moves at once."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Address
from chain.types.validators import POWER_TOTAL_MAX, VALIDATORS_MAX, Validator, ValidatorSet
from modules.staking.election import Member, elect, step
from modules.staking.records import POWER_MAX, POWER_UNIT_WEI, ValidatorPower
from tests.modules.stage import account


def key(number: int) -> Address:
    """Return the address of a validator's n-th key."""
    return Address(b"\xcc" * 18 + number.to_bytes(2, "big"))


def members(*powers: tuple[int, int]) -> tuple[Member, ...]:
    """Return a set of (number, power), in order, each with a key of its own."""
    found = [Member(account(n), key(n), p) for n, p in powers]
    return tuple(sorted(found, key=lambda m: (-m.power, m.validator)))


def total(group: tuple[Member, ...]) -> int:
    """Return all power of a set."""
    return sum(member.power for member in group)


@st.composite
def sets(draw: st.DrawFn) -> tuple[Member, ...]:
    """Draw a set of up to 9 validators, each with one of two keys."""
    powers = draw(st.dictionaries(st.integers(1, 9), st.integers(1, 200), min_size=1))
    found = [Member(account(n), key(n + 100 * draw(st.booleans())), p) for n, p in powers.items()]
    return tuple(sorted(found, key=lambda m: (-m.power, m.validator)))


@given(st.lists(st.integers(0, 5 * POWER_UNIT_WEI), max_size=8), st.integers(1, 5))
def test_the_elected_are_the_strongest_in_one_order(stakes: list[int], seats: int) -> None:
    """No one outside the set has more stake than one inside, whatever order they come in."""
    field = [ValidatorPower(account(n + 1), stake) for n, stake in enumerate(stakes)]
    winners = elect(field, seats)
    assert winners == elect(list(reversed(field)), seats)
    inside = {item.validator for item in winners}
    chosen = [item.power for item in field if item.validator in inside]
    others = [item.power for item in field if item.validator not in inside]
    assert len(winners) <= seats
    assert not chosen or not others or min(chosen) >= max(others) or max(others) < POWER_UNIT_WEI
    assert all(item.power > 0 for item in winners)


def test_ties_go_to_the_lower_address() -> None:
    """Equal stake is ordered by address, so that every node elects alike."""
    field = [ValidatorPower(account(n), 2 * POWER_UNIT_WEI) for n in (3, 1, 2)]
    assert [account(1), account(2)] == [item.validator for item in elect(field, 2)]


def test_power_fits_a_set_whatever_is_staked() -> None:
    """No stake makes a set whose total power consensus cannot hold (MaxTotalVotingPower)."""
    field = [ValidatorPower(account(n), 10**60) for n in range(1, VALIDATORS_MAX + 1)]
    elected = elect(field, VALIDATORS_MAX)
    assert {POWER_MAX} == {item.power for item in elected}
    found = ValidatorSet(tuple(Validator(item.validator, item.power) for item in elected))
    assert found.total_power <= POWER_TOTAL_MAX


@given(sets(), sets())
def test_a_step_moves_a_third_at_most(
    current: tuple[Member, ...], wanted: tuple[Member, ...]
) -> None:
    """
    More than half of the old power stays with the same keys, and at most a third is new.

    Unless one key that holds more than a third changes, which can only go whole.
    """
    reached = step(current, wanted)
    before = {m.consensus_address: m.power for m in current}
    after = {m.consensus_address: m.power for m in reached}
    limit = max(total(current) // 3, 1)
    lost = sum(max(p - after.get(k, 0), 0) for k, p in before.items())
    gained = sum(max(p - before.get(k, 0), 0) for k, p in after.items())
    swapped = [m for m in current if m.power > limit and m.consensus_address not in after]
    if lost > limit or gained > limit:
        assert 1 == len(swapped) and lost == gained == swapped[0].power


@given(sets(), sets())
def test_no_step_empties_the_set_or_seats_anyone_twice(
    current: tuple[Member, ...], wanted: tuple[Member, ...]
) -> None:
    """
    Every set on the way is one that consensus takes, and the way ends at the set wanted.

    tendermint#1649, penumbra#743, anoma#527, poa#163, poa#245, fetchai/cosmos-sdk#46: chains
    halted at the removal of a stranger, of the last validator, or at power zero.
    """
    steps = 0
    while current != wanted:
        current, steps = step(current, wanted), steps + 1
        assert ValidatorSet(tuple(Validator(m.consensus_address, m.power) for m in current))
        assert len({m.validator for m in current}) == len(current)
        assert steps < 100, "the set wanted is never reached"


def test_the_first_set_is_taken_whole() -> None:
    """Genesis has no set that anyone could trust, so the first one is what stake asks for."""
    wanted = members((1, 60), (2, 30))
    assert wanted == step((), wanted)


def test_who_leaves_goes_before_who_shrinks() -> None:
    """Where not all losses fit, those shut out lose their power first."""
    current = members((1, 50), (2, 30), (3, 20))
    reached = {m.validator: m.power for m in step(current, members((1, 10), (2, 30)))}
    assert {account(1): 37, account(2): 30} == reached


def test_one_of_four_equal_validators_changes_its_key_at_once() -> None:
    """A key of a quarter of the power leaves and comes in one election, with its power whole."""
    current = members((1, 5), (2, 5), (3, 5), (4, 5))
    wanted = tuple(Member(account(n), key(n + (n == 3) * 100), 5) for n in (1, 2, 3, 4))
    assert wanted == step(current, wanted)


def test_a_key_of_more_than_a_third_changes_alone() -> None:
    """It could never go otherwise, so it goes whole, and nothing else moves in that election."""
    current = members((1, 60), (2, 30))
    wanted = (Member(account(1), key(101), 70), Member(account(2), key(2), 30))
    first = step(current, wanted)
    assert (Member(account(1), key(101), 60), Member(account(2), key(2), 30)) == first
    assert wanted == step(first, wanted)


def test_a_full_set_lets_newcomers_in_as_others_go() -> None:
    """No set on the way is larger than consensus takes."""
    current = tuple(Member(account(n), key(n), 3) for n in range(1, VALIDATORS_MAX + 1))
    wanted = tuple(Member(account(n), key(n), 3) for n in range(1_000, 1_000 + VALIDATORS_MAX))
    reached = step(current, wanted)
    assert VALIDATORS_MAX == len(reached)
    assert 85 == sum(1 for m in reached if m in wanted)
