"""
Addresses of peers, those that answered and those only heard of, kept over restarts.

    heard from a peer -> new (bounded a source and a network) --connected--> tried
                                   pick -> due, new or tried with equal chance

A liar can fill the part of `new` that one source and one network may have, and never `tried`;
so whoever floods addresses does not choose whom this node dials.
"""

import logging
import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import orjson

from chain.errors import Malformed
from chain.types.primitives import Milliseconds
from consensus.host.disk import replace_file
from consensus.net.address import (
    PeerAddress,
    is_dialable,
    network_of,
    parse_address,
    parse_identity,
)
from consensus.net.transport import PeerId

FORMAT: Final = 1
NEW_MAX: Final = 1_024  # addresses that never answered
TRIED_MAX: Final = 512  # addresses that did
SOURCE_MAX: Final = 64  # new addresses told by one peer
NETWORK_MAX: Final = 64  # new addresses in one network, /16 of IPv4
FAILURES_MAX: Final = 8  # dials in vain after which a new address is forgotten
RETRY_MS: Final = 10_000  # after the first failure; doubles with each
RETRY_DOUBLINGS_MAX: Final = 8  # at most 43 minutes
FILE_BYTES_MAX: Final = 2**20  # 1 MiB, four times what a full book takes
BANS_MAX: Final = 4_096
TIME_MS_MAX: Final = 2**53

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """One peer's address and what came of dialling it."""

    address: PeerAddress  # with an identity
    source: str  # who told it: an identity
    is_tried: bool = False
    failures: int = 0  # since it last answered
    dialled_ms: Milliseconds = Milliseconds(0)

    def is_due(self, now_ms: Milliseconds) -> bool:
        """Whether it may be dialled again."""
        if not self.failures:
            return True
        doublings = min(self.failures - 1, RETRY_DOUBLINGS_MAX)
        return now_ms - self.dialled_ms >= RETRY_MS << doublings


class AddressBook:
    """
    The book; `own` is this node's identity and `private` those that never enter it.

    `random_source` picks; give one with a seed where runs are to be repeated.
    """

    def __init__(
        self,
        own: PeerId,
        random_source: random.Random,
        *,
        private: Collection[PeerId] = (),
        allow_private_addresses: bool = False,
    ) -> None:
        self._shunned = frozenset([own, *private])
        self._random, self._allow_private = random_source, allow_private_addresses
        self._entries: dict[PeerId, Entry] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self) -> tuple[Entry, ...]:
        """All entries, by identity."""
        return tuple(self._entries[peer] for peer in sorted(self._entries))

    def add(self, address: PeerAddress, source: str) -> bool:
        """Note an address that a peer told; False when it is known or not to be kept."""
        peer = address.identity
        if peer is None or peer in self._shunned or peer in self._entries:
            return False
        if not is_dialable(address, allow_private=self._allow_private):
            return False
        if not self._has_room(address, source):
            return False
        self._entries[peer] = Entry(address, source)
        return True

    def answered(self, address: PeerAddress) -> None:
        """A peer was connected to at an address: it is tried."""
        peer = address.identity
        if peer is None or peer in self._shunned:
            return
        old = self._entries.pop(peer, None)
        source = old.source if old is not None else peer
        tried = [entry for entry in self._entries.values() if entry.is_tried]
        if len(tried) >= TRIED_MAX:
            worst = max(tried, key=lambda entry: (entry.failures, -entry.dialled_ms))
            del self._entries[_peer_of(worst)]
        self._entries[peer] = Entry(address, source, is_tried=True)

    def failed(self, peer: PeerId, now_ms: Milliseconds) -> None:
        """A dial was in vain."""
        entry = self._entries.get(peer)
        if entry is None:
            return
        failures = entry.failures + 1
        if failures >= FAILURES_MAX and not entry.is_tried:
            del self._entries[peer]
        else:
            self._entries[peer] = replace(entry, failures=failures, dialled_ms=now_ms)

    def forget(self, peer: PeerId) -> None:
        """Strike a peer out, because it is banned or another answered in its place."""
        self._entries.pop(peer, None)

    def pick(self, without: Collection[PeerId], now_ms: Milliseconds) -> PeerAddress | None:
        """An address to dial, new or tried with equal chance; None when none is due."""
        due = [
            entry
            for entry in self.entries()
            if entry.is_due(now_ms) and _peer_of(entry) not in without
        ]
        tried = [entry for entry in due if entry.is_tried]
        new = [entry for entry in due if not entry.is_tried]
        choice = tried if tried and (not new or self._random.random() < 0.5) else new
        return self._random.choice(choice).address if choice else None

    def sample(self, count: int, without: Collection[PeerId]) -> tuple[PeerAddress, ...]:
        """Some addresses for a peer that asks, those that answered preferred."""
        known = [entry for entry in self.entries() if _peer_of(entry) not in without]
        self._random.shuffle(known)
        known.sort(key=lambda entry: (not entry.is_tried, entry.failures))
        return tuple(entry.address for entry in known[:count])

    def _has_room(self, address: PeerAddress, source: str) -> bool:
        """Whether a new address may enter; a full book first loses its worst new one."""
        new = [entry for entry in self._entries.values() if not entry.is_tried]
        if sum(entry.source == source for entry in new) >= SOURCE_MAX:
            return False
        network = network_of(address.host)
        if not self._allow_private:
            same = sum(network_of(entry.address.host) == network for entry in new)
            if same >= NETWORK_MAX:
                return False
        if len(new) < NEW_MAX:
            return True
        worst = max(new, key=lambda entry: entry.failures)
        if not worst.failures:
            return False
        del self._entries[_peer_of(worst)]
        return True

    # At rest.

    def encode(self, bans: Mapping[PeerId, Milliseconds]) -> bytes:
        """The book and the bans as JSON."""
        rows = [
            [str(e.address), e.source, e.is_tried, e.failures, e.dialled_ms] for e in self.entries()
        ]
        document = {"format": FORMAT, "addresses": rows, "bans": dict(sorted(bans.items()))}
        return orjson.dumps(document, option=orjson.OPT_INDENT_2)

    def decode(self, data: bytes) -> dict[PeerId, Milliseconds]:
        """Take the entries of `encode`; returns the bans. Raises Malformed, and then takes none."""
        document = _document(data)
        rows, bans = document.get("addresses"), document.get("bans")
        if not isinstance(rows, list) or len(rows) > NEW_MAX + TRIED_MAX:
            raise Malformed(f"expected at most {NEW_MAX + TRIED_MAX} addresses in the book")
        if not isinstance(bans, dict) or len(bans) > BANS_MAX:
            raise Malformed(f"expected at most {BANS_MAX} bans in the book")
        entries = [_entry(row) for row in rows]
        found = {parse_identity(peer): _time(until) for peer, until in bans.items()}
        kept = [entry for entry in entries if _peer_of(entry) not in self._shunned]
        self._entries = {_peer_of(entry): entry for entry in kept}
        return found

    def save(self, path: Path, bans: Mapping[PeerId, Milliseconds]) -> None:
        """Write the file in one step, so that a crash leaves the old or the new one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, self.encode(bans))

    def load(self, path: Path, restore: Callable[[PeerId, Milliseconds], None]) -> None:
        """
        Read the file if there is one, and restore its bans.

        A damaged one is set aside as `.damaged` and the book starts empty: it only costs
        learning the addresses anew.
        """
        if not path.exists():
            return
        try:
            if path.stat().st_size > FILE_BYTES_MAX:
                raise Malformed(f"expected a book of at most {FILE_BYTES_MAX} bytes")
            bans = self.decode(path.read_bytes())
        except Malformed as error:
            aside = path.with_suffix(".damaged")
            path.replace(aside)
            log.warning("the address book is unreadable and set aside as %s: %s", aside, error)
            return
        for peer, until_ms in bans.items():
            restore(peer, until_ms)


def _peer_of(entry: Entry) -> PeerId:
    assert entry.address.identity is not None, "the book holds addresses of known peers only"
    return entry.address.identity


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(data)  # bounds the depth, which json does by the thread's stack
    except ValueError as error:
        raise Malformed("expected an address book in JSON, found something else") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Malformed(f"expected an address book of format {FORMAT}, found another")
    return document


def _entry(row: Any) -> Entry:
    if not isinstance(row, list) or len(row) != 5:
        raise Malformed("expected rows of 5 fields in the address book")
    address, source, is_tried, failures, dialled_ms = row
    if not isinstance(address, str) or not isinstance(source, str):
        raise Malformed("expected an address and its source as text")
    if not isinstance(is_tried, bool) or not 0 <= _time(failures) <= TIME_MS_MAX:
        raise Malformed("expected whether an address answered, and its failures")
    parsed = parse_address(address)
    if parsed.identity is None:
        raise Malformed(f"expected an address with an identity, found {parsed}")
    return Entry(parsed, parse_identity(source), is_tried, failures, _time(dialled_ms))


def _time(value: Any) -> Milliseconds:
    if type(value) is not int or not 0 <= value <= TIME_MS_MAX:
        raise Malformed(f"expected an integer of 0 to {TIME_MS_MAX}")
    return Milliseconds(value)
