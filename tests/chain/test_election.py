"""Who decides two heights on follows from who is elected, on every node and after every restart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.election import set_after
from chain.kit.assembly import Power
from chain.kit.module import Paused
from chain.store.memory import MemoryStore
from chain.types.primitives import Address
from chain.types.validators import (
    POWER_TOTAL_MAX,
    VALIDATORS_MAX,
    InvalidValidatorSet,
    Validator,
    ValidatorSet,
)
from modules.staking.module import Staking
from tests.chain.stage import (
    COIN_WEI,
    USER_KEYS,
    USERS,
    VALIDATOR,
    VALIDATOR_KEY,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    network_data,
)


def who(number: int) -> Address:
    """The address of a numbered validator."""
    return Address(number.to_bytes(20, "big"))


def members(*powers: int) -> ValidatorSet:
    """A set of numbered validators, from 1."""
    return ValidatorSet(tuple(Validator(who(n), power) for n, power in enumerate(powers, 1)))


def elect(*powers: int) -> tuple[Power, ...]:
    """An election of numbered validators, from 1."""
    return tuple(Power(who(n), power) for n, power in enumerate(powers, 1))


def powers_of(validators: ValidatorSet) -> dict[int, int]:
    """Powers by number."""
    return {int.from_bytes(v.address, "big"): v.power for v in validators}


def test_an_election_that_changes_nothing_is_one_turn():
    """The same powers leave the set as the rotation leaves it, priorities and all."""
    current = members(5, 3, 2).incremented(3)
    assert current.incremented(1) == set_after(current, elect(5, 3, 2))


def test_members_join_leave_and_change_in_one_step():
    """All changes of one election act together."""
    after = set_after(members(5, 3, 2), elect(4, 0, 2, 7))
    assert {1: 4, 3: 2, 4: 7} == powers_of(after)


@pytest.mark.parametrize("elected", [(), elect(0, 0), elect(0)])
def test_an_empty_election_keeps_the_set(elected):
    """tendermint#1649, poa#163: the last validator cannot be elected away."""
    current = members(5, 3)
    assert current.incremented(1) == set_after(current, elected)


def test_power_zero_for_a_stranger_changes_nothing():
    """penumbra#743: a validator that is elected with nothing, and was not there, is left out."""
    current = members(5)
    assert current.incremented(1) == set_after(current, (*elect(5), Power(who(9), 0)))


def test_an_election_repeated_each_block_changes_the_set_once():
    """anoma#527: leaving out the same validator in every block removes it once and halts nobody."""
    current = members(5, 3)
    for _ in range(5):
        current = set_after(current, elect(5))
    assert {1: 5} == powers_of(current)


def test_a_newcomer_starts_behind_and_a_member_keeps_its_place():
    """tendermint#2960: priorities are carried over a change; joining anew gains no turn."""
    current = members(10, 10).incremented(1)
    after = set_after(current, elect(10, 10, 10))
    assert after.get(who(3)).priority == min(v.priority for v in after)
    turned = current.incremented(1)
    kept = turned.get(who(1)).priority - turned.get(who(2)).priority
    assert kept == after.get(who(1)).priority - after.get(who(2)).priority


def test_powers_above_the_limit_keep_their_shares():
    """Powers that no set can hold are divided by one number; who has less than a unit is out."""
    after = set_after(members(1), elect(POWER_TOTAL_MAX * 6, POWER_TOTAL_MAX * 3, 8))
    assert {1: POWER_TOTAL_MAX * 6 // 10, 2: POWER_TOTAL_MAX * 3 // 10} == powers_of(after)
    assert {1: POWER_TOTAL_MAX} == powers_of(set_after(members(1), elect(POWER_TOTAL_MAX)))


def test_only_the_strongest_find_a_seat():
    """A set holds VALIDATORS_MAX; of equals the lower address goes first."""
    after = set_after(members(1), elect(*[7] * (VALIDATORS_MAX + 1), 9))
    assert len(after) == VALIDATORS_MAX
    assert who(VALIDATORS_MAX + 2) in after and who(VALIDATORS_MAX) not in after


def test_an_election_of_one_validator_twice_is_our_own_bug():
    """Staking names each once; two entries would be two powers for one key."""
    with pytest.raises(AssertionError):
        set_after(members(1), (*elect(1), *elect(2)))


POWERS = st.one_of(st.integers(0, 3), st.integers(0, 2**256))


@given(
    st.lists(st.integers(1, 2**40), min_size=1, max_size=8),
    st.lists(st.lists(POWERS, max_size=12), max_size=12),
)
def test_no_elections_break_a_set(first, elections):
    """Whatever is elected, block after block, there is a set, and it is within every limit."""
    current = members(*first)
    for powers in elections:
        after = set_after(current, elect(*powers))
        assert 0 < after.total_power <= POWER_TOTAL_MAX and 0 < len(after) <= VALIDATORS_MAX
        spread = max(v.priority for v in after) - min(v.priority for v in after)
        assert spread <= 3 * after.total_power
        if any(powers) and sum(powers) <= POWER_TOTAL_MAX:
            wanted = {n: power for n, power in enumerate(powers, 1) if power}
            assert wanted == powers_of(after)
        current = after


def join(chain: Chain, user: int, coins: int) -> None:
    """Make a user a validator in a block of its own."""
    words = ("newcomer", 1_000, 2_000, 100)
    receipt = chain.call(user, Staking, "create_validator", *words, value_wei=coins * COIN_WEI)
    assert receipt.status == 1


def test_a_change_of_stake_acts_two_heights_on():
    """Elected by block H, announced by the header of H + 1, deciding from H + 2 on."""
    chain = Chain()
    join(chain, 0, 300)
    before, after = {VALIDATOR: 1_000}, {VALIDATOR: 1_000, USERS[0]: 300}
    sets = {height: chain.ledger.validators(height) for height in (1, 2, 3)}
    assert [before, before, after] == [{v.address: v.power for v in s} for s in sets.values()]
    assert chain.ledger.block(0).header.extra_data == sets[1].hash
    assert chain.ledger.block(1).header.extra_data == sets[2].hash
    chain.block()
    assert chain.head.header.extra_data == sets[3].hash != sets[2].hash
    assert sets[3] == chain.app.validators()
    chain.keys = (VALIDATOR_KEY, USER_KEYS[0])
    chain.block()
    assert 2 == len(chain.head.certificate.signatures)


def test_a_synced_node_has_the_same_sets():
    """malachite#1240: sets and proposers are the same on a node that follows by whole blocks."""
    chain, late = Chain(), Chain()
    join(chain, 0, 500)
    chain.block()
    chain.keys = (VALIDATOR_KEY, USER_KEYS[0])
    chain.call(1, Staking, "delegate", USERS[0], value_wei=900 * COIN_WEI)
    for _ in range(4):
        chain.block()
    late.follow(chain)
    for height in range(1, chain.head.header.height + 3):
        assert chain.ledger.validators(height) == late.ledger.validators(height)
    turns = {
        chain.ledger.validators(height).proposer.address
        for height in range(1, chain.head.header.height + 3)
    }
    assert {VALIDATOR, USERS[0]} == turns


def test_the_rotation_goes_on_after_a_restart():
    """tendermint#3044: priorities are stored with the set, not begun anew."""
    store, data = MemoryStore(), network_data(30, 20, 10)
    chain = Chain(store, data, VALIDATOR_KEYS[:3])
    for _ in range(3):
        chain.block()
    again = Chain(store, data, VALIDATOR_KEYS[:3])
    assert chain.app.validators() == again.app.validators()
    expected = chain.ledger.validators(1).incremented(3)
    assert expected == again.app.validators()


def test_the_first_height_is_not_turned_twice():
    """tendermint#3181: genesis hands over the powers, and the strongest proposes first."""
    chain = Chain(data=network_data(10, 30, 20), keys=VALIDATOR_KEYS[:3])
    first = chain.ledger.validators(1)
    assert {0} == {v.priority for v in first}
    assert first.proposer.address == VALIDATORS[1]
    assert chain.ledger.validators(2) == first.incremented(1)


def test_modules_that_refuse_to_say_keep_the_set(monkeypatch):
    """A refusal in the election pauses nothing and stops nothing."""
    chain = Chain()

    def refuse(self: Staking) -> tuple:
        raise Paused()

    before = chain.app.validators()
    monkeypatch.setattr(Staking, "validator_set", refuse)
    chain.block()
    assert before.incremented(1) == chain.app.validators()


def test_a_set_is_never_changed_in_part():
    """tendermint#1649: an impossible change is refused whole by the set itself."""
    current = members(5, 3)
    with pytest.raises(InvalidValidatorSet):
        current.updated([Validator(who(1), 9), Validator(who(8), 0)])
    assert {1: 5, 2: 3} == powers_of(current)
