"""Draws by weight: the tree always agrees with a plain list, and somebody eligible is found."""

from typing import ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.memory_host import MemoryHost
from chain.kit.sortition import BRANCHES, BoundSortition, Sortition
from chain.kit.storage import Words
from chain.types.primitives import Address
from tests.modules.stage import account


class Holder:
    """Something with a tree in its storage."""

    address: ClassVar[Address] = account(0xFFFF)
    tree = Sortition(64, Address)

    def __init__(self) -> None:
        self.host = MemoryHost()


def planted(weights: list[int]) -> tuple[Holder, BoundSortition[Address]]:
    """A tree with members 1, 2, ... of these weights."""
    holder = Holder()
    for number, weight in enumerate(weights, 1):
        holder.tree.set(account(number), weight)
    return holder, holder.tree


def naive(model: dict[int, int], order: list[int], ticket: int, without: set[int]) -> int | None:
    """Whom a ticket falls on, counted along a list in the order of the places."""
    left = [(key, model[key]) for key in order if key in model and key not in without]
    total = sum(weight for _, weight in left)
    if not total:
        return None
    point = ticket % total
    for key, weight in left:
        if point < weight:
            return key
        point -= weight
    raise AssertionError


CHANGES = st.lists(st.tuples(st.integers(1, 30), st.sampled_from([0, 1, 5, 10**24])), max_size=80)


@settings(max_examples=150, deadline=None)
@given(CHANGES, st.integers(0, 2**256 - 1), st.sets(st.integers(1, 30), max_size=8))
def test_a_tree_draws_as_a_plain_list_does(changes, ticket, without):
    """After any changes of weight the tree finds whom a count along all places finds."""
    holder, model = Holder(), {}
    places: list[int] = []
    free: list[int] = []
    for key, weight in changes:
        holder.tree.set(account(key), weight)
        if weight and key not in model:
            if free:
                places[free.pop()] = key
            else:
                places.append(key)
        if not weight and key in model:
            at = places.index(key)
            places[at] = 0
            free.append(at)
        if weight:
            model[key] = weight
        else:
            model.pop(key, None)
        assert sum(model.values()) == holder.tree.total
        assert len(model) == len(holder.tree)
    found = holder.tree.draw(ticket, [account(key) for key in sorted(without)])
    expected = naive(model, places, ticket, without)
    assert (None if expected is None else account(expected)) == found
    assert all(holder.tree.weight(account(key)) == model.get(key, 0) for key in range(1, 31))


def test_a_draw_finds_somebody_though_one_dominates():
    """kleros-v2#1148: with nearly all weight left out the rest is still drawn, in one pass."""
    _, tree = planted([10**30, 1, 1])
    drawn = {tree.draw(ticket, [account(1)]) for ticket in range(10)}
    assert {account(2), account(3)} == drawn


def test_a_draw_from_nobody_is_nobody():
    """An empty tree, or one whose members are all left out, draws None."""
    assert Holder().tree.draw(7) is None
    assert planted([3])[1].draw(7, [account(1)]) is None


def test_weights_are_chances():
    """Over every possible ticket each member is drawn as often as it has weight."""
    _, tree = planted([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
    drawn = [tree.draw(ticket) for ticket in range(39)]
    assert [3, 1, 4, 1, 5, 9, 2, 6, 5, 3] == [drawn.count(account(n)) for n in range(1, 11)]


def test_a_draw_reads_few_words_of_a_large_tree():
    """Among 600 members a draw reads at most eight sums a level, and the levels grow slowly."""
    holder, tree = planted([1] * 600)
    reads: list[int] = []
    load = holder.host.load
    holder.host.load = lambda address, slot: reads.append(slot) or load(address, slot)
    tree.draw(599)
    assert len(reads) <= 4 * (BRANCHES + 1) + 4


def test_the_tree_stands_where_its_diagram_says():
    """The total stands at the top level, a leaf at level 0, in Solidity's mapping layout."""
    holder, _ = planted([5, 6])
    words = Words(holder.host, holder.address)
    assert 2 == words[64]
    assert 5 == Holder.tree.width
    assert "SortitionTree(address)" == Holder.tree.solidity()
    assert 11 == holder.tree.total
