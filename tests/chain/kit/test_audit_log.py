"""The audit log: one entry a change, none without, chained, provable under its epoch's root."""

from dataclasses import replace
from typing import Any

import pytest
from eth_abi.abi import encode
from eth_hash.auto import keccak
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import ChainError
from chain.kit import audit_log
from chain.kit.abi import UINT256, encode_sequence
from chain.kit.assembly import ON_TIMER, Assembly
from chain.kit.audit_log import (
    AUDIT_EPOCH_BLOCKS,
    AuditEntry,
    AuditEntryAdded,
    AuditEpochClosed,
    hash_of,
)
from chain.kit.host import BlockInfo
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.module import Module, call, method_named, view
from chain.kit.record import Refusal, topic_of
from chain.kit.storage import Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Seconds
from tests.modules.stage import Stage, account


class Odd(Refusal):
    """The number is odd."""


class Kept(Module, address=0xABBA, name="kept", audited=True):
    """A number that is watched."""

    number = Value(32, int)
    timers = Timers(33, Clock.HEIGHT)

    @call(payable=True)
    def put(self, number: int) -> None:
        """Keep an even number; do it again in the next block."""
        self.number = number
        if number % 2:
            raise Odd()

    @call()
    def wait(self, number: int) -> None:
        """Have the chain put a number in the next block."""
        self.timers.set(self.block.height + 1, 1, number)

    @view
    def shown(self) -> int:
        """Return the number."""
        return self.number

    def on_timer(self, kind: int, key: int) -> None:
        """Put it."""
        self.put(key)


class Loose(Module, address=0xABBB, name="loose"):
    """A module that keeps no log."""

    number = Value(32, int)

    @call()
    def put(self, number: int) -> None:
        """Keep a number."""
        self.number = number


class Watched(Stage):
    """A stage that remembers at which height each entry was made, as an indexer does."""

    def __init__(self) -> None:
        super().__init__(Assembly((Kept, Loose)))
        self.heights: list[Height] = []


def stage() -> Watched:
    """Return both modules on a stage."""
    return Watched()


def data_of(name: str, *values: int) -> bytes:
    """Return call data of the audited module."""
    method = method_named(Kept, name)
    assert method is not None
    return method.encode_call(*values)


def events_of(found: Watched) -> list[AuditEntry]:
    """Rebuild all entries from the events alone, as anybody may; the chain must be whole."""
    entries, head = [], ZERO_HASH
    topic = int.from_bytes(topic_of(AuditEntryAdded), "big")
    for index, log in enumerate(log for log in found.host.logs if log.topics[0] == topic):
        assert index == log.topics[1]
        data_hash, after = Hash32(log.data[:32]), Hash32(log.data[32:64])
        sender = Address(log.topics[2].to_bytes(32, "big")[12:])
        height = found.heights[index]
        entries.append(AuditEntry(head, index, height, sender, log.topics[3], data_hash))
        head = hash_of(entries[-1])
        assert after == head
    return entries


def put(found: Watched, number: int, sender: int = 1) -> None:
    """Put a number and remember at which height."""
    found.call(Kept, "put", number, sender=sender)
    found.heights.append(found.height)


def total(found: Watched) -> int:
    """Return how many entries there are."""
    return audit_log.entries_total(found.host, Kept.address)


def at_height(found: Watched, height: int) -> None:
    """Go to a height without the blocks between."""
    now = found.host.block
    found.host.block = BlockInfo(Height(height), Seconds(now.time_s + 1), 31337, now.proposer)


def test_each_change_is_one_entry_and_nothing_else_is():
    """I5: a call that changed something is one entry; views, refusals and reverts are none."""
    found = stage()
    for number in (2, 4, 6):
        put(found, number)
    assert 3 == total(found)
    found.call(Kept, "shown")
    with found.refuses(Odd):
        found.call(Kept, "put", 3)
    mark = found.host.snapshot()
    found.call(Kept, "put", 8)
    found.host.revert(mark)
    found.call(Loose, "put", 1)
    assert 3 == total(found) == len(events_of(found))
    assert 0 == audit_log.entries_total(found.host, Loose.address)


def test_an_entry_names_who_called_what_with_what_and_after_what():
    """The hash is Solidity's keccak256(abi.encode(entry)) over all fields."""
    found = stage()
    put(found, 2, sender=5)
    put(found, 4, sender=6)
    first, second = events_of(found)
    data = data_of("put", 4)
    values = (hash_of(first), 1, found.height, account(6), int.from_bytes(data[:4], "big"))
    kinds = ["bytes32", "uint256", "uint64", "address", "uint256", "bytes32"]
    assert keccak(encode(kinds, [*values, keccak(data)])) == hash_of(second)
    assert ZERO_HASH == first.previous


def test_what_a_deadline_does_is_an_entry_of_the_chains_own():
    """A timer's change stands in the log with the module itself as its sender."""
    found = stage()
    found.call(Kept, "wait", 10)
    found.call(Kept, "wait", 11)
    found.heights = [found.height] * 2
    found.next_block()
    found.heights.append(found.height)
    assert 3 == total(found)
    last = events_of(found)[-1]
    data = ON_TIMER + encode_sequence([UINT256, UINT256], (1, 10))
    assert (Kept.address, keccak(data)) == (last.sender, last.data_hash)
    assert int.from_bytes(ON_TIMER, "big") == last.method


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=3))
def test_every_entry_is_proven_under_its_epochs_root(sizes: list[int]):
    """Whatever their number, the root is that of the entries' tree, and only they are under it."""
    found = stage()
    for number, size in enumerate(sizes):
        at_height(found, (number + 2) * AUDIT_EPOCH_BLOCKS - 1)
        for _ in range(size):
            put(found, 2)
        found.assembly.end_block(found.host)
    entries, first = events_of(found), 0
    for number, size in enumerate(sizes):
        epoch, mine = number + 1, entries[first : first + size]
        levels = tree_of([leaf_of(hash_of(entry)) for entry in mine])
        record = audit_log.epoch_of(found.host, Kept.address, epoch)
        assert (levels[-1][0], first, size) == (record.root, record.first_index, record.entries)
        assert hash_of(mine[-1]) == record.head
        for position, entry in enumerate(mine):
            path = path_of(levels, position)
            proof: tuple[Any, ...] = (found.host, Kept.address, epoch, entry, path)
            assert audit_log.is_logged(*proof)
            forged = replace(entry, sender=account(9))
            assert not audit_log.is_logged(found.host, Kept.address, epoch, forged, path)
            assert not audit_log.is_logged(found.host, Kept.address, epoch + 1, entry, path)
        first += size
    assert len(sizes) == found.events(AuditEpochClosed)


def test_the_running_epoch_has_a_root_already():
    """A proof need not wait for the epoch's end; it holds until the next entry."""
    found = stage()
    for _ in range(5):
        put(found, 2)
    entries = events_of(found)
    levels = tree_of([leaf_of(hash_of(entry)) for entry in entries])
    assert levels[-1][0] == audit_log.epoch_of(found.host, Kept.address, 0).root
    path = path_of(levels, 4)
    assert audit_log.is_logged(found.host, Kept.address, 0, entries[4], path)
    put(found, 2)
    assert not audit_log.is_logged(found.host, Kept.address, 0, entries[4], path)


def test_an_epoch_without_entries_has_no_root():
    """Nothing is written at the end of an epoch in which nothing happened."""
    found = stage()
    at_height(found, AUDIT_EPOCH_BLOCKS - 1)
    found.assembly.end_block(found.host)
    put(found, 2)
    before = dict(found.host.words)
    at_height(found, 3 * AUDIT_EPOCH_BLOCKS - 1)
    found.assembly.end_block(found.host)
    assert before == found.host.words
    for epoch in (1, 2, 3):
        assert audit_log.NO_ENTRIES == audit_log.epoch_of(found.host, Kept.address, epoch)


def test_an_entry_costs_few_words_however_long_the_log_is():
    """The state keeps head, count, the open epoch and a node a level: no word an entry."""
    found = stage()
    at_height(found, AUDIT_EPOCH_BLOCKS)
    for _ in range(128):
        put(found, 2)
    words = [slot for (address, slot) in found.host.words if slot > 2**64]
    assert len(words) <= 3 + 8


def test_modules_without_a_log_say_nothing_of_one():
    """The events are on the page of an audited module alone."""
    assert set(audit_log.AUDIT_EVENTS) <= set(Kept.events)
    assert not set(audit_log.AUDIT_EVENTS) & set(Loose.events)
    with pytest.raises(ChainError):
        stage().call(Kept, "put", 1)
