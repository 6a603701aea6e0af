"""The host in memory keeps what the virtual machine's hosts keep, and undoes as they do."""

import inspect
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.host import CallOutcome, Host
from chain.kit.memory_host import MemoryHost
from chain.kit.module import InsufficientCoins
from chain.kit.outcalls import AddressTaken, Reentered
from chain.kit.record import encode_refusal
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Wei
from chain.vm.precompile import MeteredHost, WorldHost

ALICE, BOB = Address(b"\xaa" * 20), Address(b"\xbb" * 20)
DEPUTY = Address(b"\xcc" * 20)

changes = st.one_of(
    st.tuples(st.just("save"), st.sampled_from((ALICE, BOB)), st.integers(0, 3), st.integers(0, 2)),
    st.tuples(
        st.just("log"), st.sampled_from((ALICE, BOB)), st.just([1, 2]), st.binary(max_size=3)
    ),
    st.tuples(st.just("mint"), st.sampled_from((ALICE, BOB)), st.integers(0, 9)),
    st.tuples(st.just("burn"), st.just(ALICE), st.integers(0, 3)),
    st.tuples(st.just("transfer"), st.just(ALICE), st.just(BOB), st.integers(0, 3)),
)


def apply(host: MemoryHost, step: tuple) -> None:
    """Make a change; one that needs more coins than there are is refused and changes nothing."""
    name, *arguments = step
    with suppress(InsufficientCoins):
        getattr(host, name)(*arguments)


def whole(host: MemoryHost) -> tuple:
    """Everything a host holds."""
    balances = {who: wei for who, wei in host.balances_wei.items() if wei}
    return dict(host.words), balances, list(host.logs), host.supply_change()


@settings(max_examples=80, deadline=None)
@given(st.lists(changes, max_size=8), st.lists(changes, max_size=8), st.lists(changes, max_size=8))
def test_revert_returns_to_the_mark(before, between, after):
    """Marks nest: going back to either restores words, coins, logs and supply of that moment."""
    host = MemoryHost()
    for step in before:
        apply(host, step)
    outer, kept = host.snapshot(), whole(host)
    for step in between:
        apply(host, step)
    inner, kept_inside = host.snapshot(), whole(host)
    for step in after:
        apply(host, step)
    host.revert(inner)
    assert kept_inside == whole(host)
    host.revert(outer)
    assert kept == whole(host)


@settings(max_examples=60, deadline=None)
@given(st.lists(changes, max_size=20))
def test_coins_are_where_they_went(steps):
    """The sum of balances is what was minted less what was burned."""
    host = MemoryHost()
    for step in steps:
        apply(host, step)
    minted_wei, burned_wei = host.supply_change()
    assert minted_wei - burned_wei == sum(host.balances_wei.values())


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("save", (ALICE, 0, 1)),
        ("log", (ALICE, [1], b"")),
        ("transfer", (ALICE, BOB, 0)),
        ("mint", (ALICE, 1)),
        ("burn", (ALICE, 0)),
        ("call_contract", (ALICE, BOB, b"", Gas(1))),
        ("place_code", (ALICE, b"\x01")),
    ],
)
def test_a_static_host_takes_no_change(name, arguments):
    """A view that writes, logs or touches coins is caught in tests of modules."""
    host = MemoryHost()
    host.is_static = True
    with pytest.raises(AssertionError, match="a view"):
        getattr(host, name)(*arguments)


def test_nobody_has_less_than_nothing():
    """Moving or burning more than there is says both numbers."""
    host = MemoryHost()
    host.mint(ALICE, Wei(5))
    for act in (
        lambda: host.transfer(ALICE, BOB, Wei(6)),
        lambda: host.burn(ALICE, Wei(6)),
    ):
        with pytest.raises(InsufficientCoins, match="needed_wei 6, found_wei 5"):
            act()
    assert (5, 0) == (host.balance_wei(ALICE), host.balance_wei(BOB))


def test_a_later_block_counts_its_own_supply():
    """Height and time go on, what was minted before is forgotten, gas is only counted."""
    host = MemoryHost()
    host.mint(ALICE, Wei(5))
    before = host.block
    host.advance(blocks=3, seconds=7)
    host.charge(Gas(21))
    assert (before.height + 3, before.time_s + 7) == (host.block.height, host.block.time_s)
    assert ((0, 0), 21, ZERO_HASH) == (host.supply_change(), host.gas_used, host.beacon())


def test_many_words_are_one_after_the_other():
    """Of two words for one slot the later stands, and all of them are undone together."""
    host = MemoryHost()
    host.save(ALICE, 1, 7)
    mark = host.snapshot()
    host.save_many(ALICE, [(1, 8), (2, 9), (1, 0)])
    assert [0, 9, 0, 9] == host.load_many(ALICE, [1, 2, 3, 2])
    host.revert(mark)
    assert [7, 0] == host.load_many(ALICE, [1, 2])


def test_a_test_deals_its_own_randomness():
    """The beacon is what the test set, and stays so in later blocks."""
    host = MemoryHost()
    host.beacon_value = Hash32(b"\x05" * 32)
    host.advance()
    assert b"\x05" * 32 == host.beacon()


def answering(output: bytes, succeeded: bool = True):
    """What stands for a contract that writes into its account, then ends so."""

    def run(host: MemoryHost, source: Address, data: bytes, gas: Gas) -> CallOutcome:
        host.save(BOB, 1, len(data))
        return CallOutcome(succeeded, source + output)

    return run


def test_a_test_lends_its_own_contracts():
    """A function stands for a contract: it is told who calls and its long answers are cut."""
    host = MemoryHost()
    host.contracts[BOB] = answering(bytes(9_000))
    outcome = host.call_contract(ALICE, BOB, b"abc", Gas(50))
    assert (True, (ALICE + bytes(9_000))[:4_096]) == (outcome.succeeded, outcome.output)
    assert (3, 50, 1) == (host.load(BOB, 1), host.gas_used, host.code_size(BOB))
    assert CallOutcome(True, b"") == host.call_contract(ALICE, ALICE, b"", Gas(1))


def test_a_contract_that_fails_in_a_test_leaves_nothing():
    """Ending badly, refusing and malformed data undo what it did, with what a caller would see."""
    host = MemoryHost()

    def refuse(kind: Exception):
        def run(host: MemoryHost, source: Address, data: bytes, gas: Gas) -> CallOutcome:
            host.save(BOB, 1, 5)
            raise kind

        return run

    refusal = InsufficientCoins(Wei(2), Wei(1))
    for contract, output in (
        (answering(b"no", False), ALICE + b"no"),
        (refuse(refusal), encode_refusal(refusal)),
        (refuse(Malformed("no")), b""),
    ):
        host.contracts[BOB] = contract
        assert CallOutcome(False, output) == host.call_contract(ALICE, BOB, b"x", Gas(1))
        assert (0, frozenset()) == (host.load(BOB, 1), host.calling_out)


def test_what_calls_out_is_not_changed_meanwhile():
    """Inside the call the caller's words, logs and coins stand still; afterwards they do not."""
    host = MemoryHost()
    host.mint(ALICE, Wei(9))
    tried = [
        lambda: host.save(ALICE, 0, 1),
        lambda: host.log(ALICE, [1], b""),
        lambda: host.transfer(ALICE, BOB, Wei(1)),
        lambda: host.burn(ALICE, Wei(1)),
    ]

    def run(host: MemoryHost, source: Address, data: bytes, gas: Gas) -> CallOutcome:
        for act in tried:
            with pytest.raises(Reentered):
                act()
        host.transfer(BOB, ALICE, Wei(0))
        return CallOutcome(True, b"")

    host.contracts[BOB] = run
    assert host.call_contract(DEPUTY, BOB, b"", Gas(1), through=(ALICE,)).succeeded
    for act in tried:
        act()


def test_code_is_placed_once_and_can_be_undone():
    """Placed code has a size; a second contract there is refused; a mark takes it away."""
    host = MemoryHost()
    mark = host.snapshot()
    host.place_code(BOB, b"\x01\x02")
    assert 2 == host.code_size(BOB)
    with pytest.raises(AddressTaken):
        host.place_code(BOB, b"\x01")
    host.revert(mark)
    assert 0 == host.code_size(BOB)


@pytest.mark.parametrize("host", [MemoryHost, WorldHost, MeteredHost])
def test_every_host_has_every_method(host):
    """What a module is lent in tests is what it is lent on the chain, argument by argument."""
    for name, member in vars(Host).items():
        if inspect.isfunction(member) and not name.startswith("_"):
            expected = list(inspect.signature(member).parameters)
            assert expected == list(inspect.signature(getattr(host, name)).parameters), name
