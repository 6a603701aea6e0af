"""Storage: many words at once leave, cost and undo what one word after the other does."""

import pytest
from eth.exceptions import OutOfGas, WriteProtection
from hypothesis import example, given
from hypothesis import strategies as st

from chain.kit.outcalls import Reentered
from chain.vm.slots import Written
from tests.chain.vm.ground import CONTRACT
from tests.chain.vm.metered import GAS, metered

slots = st.integers(0, 5)
pairs = st.lists(st.tuples(slots, st.integers(0, 3)), max_size=8)
steps = st.lists(st.one_of(pairs, st.lists(slots, max_size=8), st.booleans()), max_size=6)


class Scene:
    """A world with some words, and a host that pays for each access."""

    def __init__(self, gas: int = GAS, is_static: bool = False) -> None:
        found = metered({0: 1, 1: 2, 2: 3}, gas, is_static)
        self.host, self.world = found.host, found.world
        self.meter, self.context = found.meter, found.context
        self.marks = [self.world.snapshot()]

    def go(self, step: list, one_by_one: bool) -> list[int] | None:
        """Write pairs, or read slots; return what was read."""
        host = self.host
        if step and isinstance(step[0], tuple):
            if one_by_one:
                for slot, word in step:
                    host.save(CONTRACT, slot, word)
            else:
                host.save_many(CONTRACT, step)
            return None
        if one_by_one:
            return [host.load(CONTRACT, slot) for slot in step]
        return host.load_many(CONTRACT, step)

    def seen(self) -> tuple:
        """Whatever can be told of the storage from outside."""
        world = self.world
        words = [
            (
                world.get_storage(CONTRACT, n),
                world.is_storage_warm(CONTRACT, n),
                world.get_storage(CONTRACT, n, from_journal=False),
            )
            for n in range(6)
        ]
        return words, self.meter.gas_remaining, world.diff()


@given(steps, st.booleans())
@example([[(0, 0)], False], True)  # an emptied word that a revert brings back
def test_many_words_are_as_good_as_one_by_one(story: list, is_cleared: bool) -> None:
    """Words, warmth, originals, gas and the diff are the same, across marks and reverts."""
    one, many = Scene(), Scene()
    for scene in (one, many):
        scene.world.account_state(CONTRACT)
        if is_cleared:
            scene.world.delete_storage(CONTRACT)
    for step in story:
        if isinstance(step, bool):
            for scene in (one, many):
                if step:
                    scene.marks.append(scene.world.snapshot())
                else:
                    scene.world.revert(scene.marks[-1])
        else:
            assert one.go(step, True) == many.go(step, False)
        assert one.seen() == many.seen()


def test_a_call_that_cannot_pay_for_all_words_runs_out_of_gas() -> None:
    """The price of the whole is asked at once, and one gas short is short."""
    words = [(0, 5), (3, 5), (0, 6)]
    probe = Scene()
    probe.host.save_many(CONTRACT, words)
    price = GAS - probe.meter.gas_remaining
    Scene(price).host.save_many(CONTRACT, words)
    with pytest.raises(OutOfGas):
        Scene(price - 1).host.save_many(CONTRACT, words)
    with pytest.raises(OutOfGas):
        Scene(2 * 2_100 - 1).host.load_many(CONTRACT, [0, 1])


def test_many_words_are_not_written_in_a_static_call() -> None:
    """What a view may not do one by one it may not do at once, not even with no words."""
    with pytest.raises(WriteProtection):
        Scene(is_static=True).host.save_many(CONTRACT, [])


def test_words_of_a_module_that_waits_for_a_contract_are_not_written_at_once_either():
    """Re-entrance: a held module's records stay as they are, however they are written."""
    scene = Scene()
    scene.context.calling_out = frozenset({CONTRACT})
    with pytest.raises(Reentered):
        scene.host.save_many(CONTRACT, [(0, 7), (1, 8)])
    assert [1, 2] == scene.host.load_many(CONTRACT, [0, 1])


def test_storage_that_was_emptied_is_written_over_zeros() -> None:
    """What lies below an account whose storage is gone counts for nothing, read before or not."""
    scene = Scene()
    assert [1, 2, 3] == scene.world.get_words(CONTRACT, range(3))
    scene.world.get_balance(CONTRACT)
    scene.world.delete_storage(CONTRACT)
    written = scene.world.write_words(CONTRACT, [(0, 9), (1, 0)])
    assert Written(cold=2, made=1, changed=0, others=1) == written
    assert [9, 0, 0] == scene.world.get_words(CONTRACT, range(3))
