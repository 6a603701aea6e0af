"""Addresses of peers, heard of and tried."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.types.primitives import Milliseconds
from consensus.net.address import PeerAddress
from consensus.net.address_book import (
    FAILURES_MAX,
    NETWORK_MAX,
    NEW_MAX,
    RETRY_MS,
    SOURCE_MAX,
    TRIED_MAX,
    AddressBook,
)
from consensus.net.transport import PeerId
from tests.consensus.net.stage import name

OWN, PRIVATE = name(1), name(2)
NOW = Milliseconds(1_000_000)


def book(*, allow_private: bool = False) -> AddressBook:
    """An empty book."""
    return AddressBook(
        OWN, random.Random(7), private=[PRIVATE], allow_private_addresses=allow_private
    )


def address(number: int, host: str = "") -> PeerAddress:
    """Public address, each in a network of its own."""
    return PeerAddress(name(number), host or f"{number % 99 + 20}.{number // 99}.1.1", 26_656)


def fill(full: AddressBook, count: int, first: int = 100) -> None:
    """Add addresses of as many sources as it takes."""
    for number in range(first, first + count):
        full.add(address(number), name(10_000 + number // SOURCE_MAX))


def test_addresses_are_heard_tried_and_picked() -> None:
    """New ones are picked, and those connected to are tried."""
    mine = book()
    assert mine.add(address(5), name(9))
    assert not mine.add(address(5, "9.9.9.9"), name(9))
    assert mine.pick([], NOW) == address(5)
    assert mine.pick([name(5)], NOW) is None
    mine.answered(address(5))
    (entry,) = mine.entries()
    assert (entry.is_tried, entry.source) == (True, name(9))


@pytest.mark.parametrize(
    "unwanted",
    [
        PeerAddress(None, "8.8.8.8", 1),
        PeerAddress(OWN, "8.8.8.8", 1),
        PeerAddress(PRIVATE, "8.8.8.8", 1),
        PeerAddress(name(5), "127.0.0.1", 1),
        PeerAddress(name(5), "example.org", 1),
    ],
)
def test_what_should_not_be_told_does_not_enter(unwanted: PeerAddress) -> None:
    """Oneself, private peers, nameless ones and hosts nobody should dial on hearsay."""
    mine = book()
    assert not mine.add(unwanted, name(9))
    if unwanted.identity != name(5):
        mine.answered(unwanted)
    assert len(mine) == 0


def test_one_source_and_one_network_have_their_share_only() -> None:
    """Who floods addresses fills a part of the book that it cannot choose the rest from."""
    mine = book()
    for number in range(100, 100 + 2 * SOURCE_MAX):
        mine.add(address(number), name(9))
    assert len(mine) == SOURCE_MAX
    for number in range(1_000, 1_000 + 2 * NETWORK_MAX):
        mine.add(address(number, f"77.88.{number % 256}.1"), name(number))
    assert len(mine) == SOURCE_MAX + NETWORK_MAX


def test_the_book_is_bounded_and_bad_addresses_go_first() -> None:
    """A full book takes a new address only for one that failed; tried ones stay."""
    mine = book()
    mine.answered(address(50))
    fill(mine, NEW_MAX + 50)
    assert len(mine) == NEW_MAX + 1
    assert not mine.add(address(60), name(9))
    mine.failed(name(101), NOW)
    assert mine.add(address(60), name(9))
    peers = {entry.address.identity for entry in mine.entries()}
    assert name(101) not in peers
    assert name(50) in peers


def test_tried_addresses_are_bounded_too() -> None:
    """The one that fails most makes room."""
    mine = book()
    for number in range(100, 100 + TRIED_MAX):
        mine.answered(address(number))
    mine.failed(name(150), NOW)
    mine.answered(address(99))
    assert len(mine) == TRIED_MAX
    assert name(150) not in {entry.address.identity for entry in mine.entries()}


def test_failures_wait_and_end() -> None:
    """Each failure doubles the wait; a new address that never answers is forgotten."""
    mine = book()
    mine.add(address(5), name(9))
    mine.failed(name(5), NOW)
    assert mine.pick([], Milliseconds(NOW + RETRY_MS - 1)) is None
    assert mine.pick([], Milliseconds(NOW + RETRY_MS)) == address(5)
    mine.failed(name(5), NOW)
    assert mine.pick([], Milliseconds(NOW + RETRY_MS)) is None
    for _ in range(FAILURES_MAX):
        mine.failed(name(5), NOW)
    assert len(mine) == 0
    mine.answered(address(6))
    for _ in range(2 * FAILURES_MAX):
        mine.failed(name(6), NOW)
    assert len(mine) == 1


def test_samples_prefer_what_answered_and_hide_what_is_hidden() -> None:
    """Who asks is told tried addresses first, and never those left out."""
    mine = book()
    fill(mine, 20)
    for number in (105, 110):
        mine.answered(address(number))
    told = mine.sample(5, [name(110)])
    assert told[0] == address(105)
    assert len(told) == 5
    assert address(110) not in mine.sample(100, [name(110)])


def test_the_book_survives_a_restart(tmp_path: Path) -> None:
    """Addresses, what came of them, and bans."""
    path, bans = tmp_path / "home" / "addresses.json", {name(77): Milliseconds(5)}
    mine = book()
    fill(mine, 20)
    mine.answered(address(105))
    mine.failed(name(106), NOW)
    mine.save(path, bans)
    again, restored = book(), dict[PeerId, Milliseconds]()
    again.load(path, restored.__setitem__)
    assert again.entries() == mine.entries()
    assert restored == bans
    assert not list(path.parent.glob("*.new"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"format": 2}',
        b'{"format": 1, "addresses": {}, "bans": {}}',
        b'{"format": 1, "addresses": [[1, 2, 3, 4, 5]], "bans": {}}',
        b'{"format": 1, "addresses": [["a:1", "b", true, 0, 0]], "bans": {}}',
        b'{"format": 1, "addresses": [], "bans": {"0xzz": 1}}',
        b'{"format": 1, "addresses": [], "bans": {"0x%s": 1.5}}' % (b"ab" * 20),
    ],
)
def test_a_damaged_file_costs_the_book_and_not_the_node(tmp_path: Path, data: bytes) -> None:
    """It is set aside for people to look at, and the book starts empty."""
    path = tmp_path / "addresses.json"
    path.write_bytes(data)
    mine = book()
    with pytest.raises(Malformed):
        mine.decode(data)
    mine.load(path, lambda *_: None)
    assert len(mine) == 0
    assert path.with_suffix(".damaged").read_bytes() == data
    mine.load(path, lambda *_: None)


@given(st.binary(max_size=200))
def test_bytes_are_a_book_or_refused(data: bytes) -> None:
    """Whatever the file holds."""
    with pytest.raises(Malformed):
        book().decode(data)


def test_forgetting() -> None:
    """A banned peer is struck out."""
    mine = book()
    mine.add(address(5), name(9))
    mine.forget(name(5))
    mine.forget(name(5))
    assert len(mine) == 0
