"""
Where logs are: for each emitter, each topic and each event of a contract, the blocks that have one.

    (value at its place), height -> which logs of that block
    matches: for each condition the next height of any of its alternatives; where all conditions
             meet the logs they have in common are yielded, else the search goes on from the
             farthest

So a query costs what its rarest condition costs, not its range, and no block is read in vain. An
address with a first topic, which is how clients ask for a contract's event, is a condition of its
own. Blocks with any logs are listed too, with the logs up to each of their transactions. Entries of
a database that was written before all this name blocks only: `complete_from` is the height from
which on everything is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush, heapreplace
from typing import Final

from chain.errors import Invalid
from chain.store import schema
from chain.store.kv import KeyValueView, Write
from chain.store.node import keccak
from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Hash32, Height
from chain.types.receipt import Log

EMITTER_KIND: Final = 0  # kind of a posting of a log's address; topics have kinds 1 to 4
EVENT_KIND: Final = 5  # of the hash of a log's address and first topic
ANY_KIND: Final = 6  # of blocks with logs, under a value of zeros: logs up to each transaction
LOG_TOPICS_MAX: Final = 4  # topics that a log can have (Yellow Paper, LOG4)
FILTER_VALUES_MAX: Final = 5_000  # addresses and topics in one query: 1,000 at each of five places
EVENTS_MAX: Final = 2_000  # pairs of an address and a first topic that are looked up as pairs
EVENT_PREFIXES_MAX: Final = 4_096  # hashed pairs remembered: contracts say the same again and again
STEPS_MAX: Final = 4  # neighbours read before a new search is cheaper
Values = Sequence[Sequence[bytes]]  # alternatives at each place: addresses, then topics
_ANY: Final = schema.log_prefix(ANY_KIND, bytes(32))


@dataclass(frozen=True, slots=True)
class LogMatch:
    """
    Logs of one block: `indexes` count all logs of the block from 0, ascending.

    None says that the index does not know which, if any: the block's logs must be looked at.
    """

    height: Height
    indexes: tuple[int, ...] | None


class LogIndex:
    """Reads postings from a view of the database, and says what to write for a new block."""

    name: Final = "logs"

    def __init__(self, view: KeyValueView) -> None:
        self._view = view

    def writes(self, block: CommittedBlock) -> list[Write]:
        """Return the postings of the logs of one block."""
        return postings(block.header.height, [receipt.logs for receipt in block.receipts])

    def erasure(self, block: CommittedBlock) -> list[Write]:
        """Return the writes that remove the postings of one block, as a rollback needs them."""
        return [(key, None) for key, _ in self.writes(block)]

    def complete_from(self) -> Height | None:
        """Return the lowest height from which on postings name logs; None before the first."""
        encoded = self._view.get(schema.LOGS_FROM_KEY)
        return None if encoded is None else schema.decode_height(encoded)

    def begin_at(self, height: Height) -> list[Write]:
        """Return the write that says from where on postings name logs."""
        return [(schema.LOGS_FROM_KEY, schema.encode_height(height))]

    def ends(self, height: Height) -> tuple[int, ...] | None:
        """
        Return for each transaction how many logs the block has up to and with it.

        None where the block has no logs, or is of before this was told.
        """
        encoded = self._view.get(_ANY + schema.encode_height(height))
        return None if encoded is None else tuple(decode_indexes(encoded))

    def matches(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32] | None],
        first: Height,
        last: Height,
    ) -> Iterator[LogMatch]:
        """
        Yield, in order, the blocks from `first` to `last` with logs as described.

        A log must come from one of `addresses` and have, at each place, one of the topics named
        for it; nothing named matches all that have a topic there.
        Raises: Invalid where too much is named.
        """
        named = len(addresses) + sum(len(places or ()) for places in topics)
        if named > FILTER_VALUES_MAX:
            raise Invalid(f"filter names {named} values: expected at most {FILTER_VALUES_MAX}")
        if len(topics) > LOG_TOPICS_MAX:
            raise Invalid(f"filter has {len(topics)} topics: expected at most {LOG_TOPICS_MAX}")
        values: Values = [addresses, *(places or () for places in topics)]
        return self._matches(values, first, last)

    def _matches(self, values: Values, first: int, last: int) -> Iterator[LogMatch]:
        known = self.complete_from()
        begun = last + 1 if known is None else min(max(first, known), last + 1)
        tells = len(values) == 1 or bool(values[-1])  # else a log may have too few topics
        for older in self._older(values, first, begun - 1):
            yield older if tells else LogMatch(older.height, None)
        if begun > last:
            return
        conditions = _conditions(values)
        here = self._meet(conditions, begun, last) if conditions else self._every(begun, last)
        for found in here:
            yield found if tells else LogMatch(found.height, None)

    def _older(self, values: Values, first: int, last: int) -> Iterator[LogMatch]:
        """Search where entries may name blocks only, and neither events nor all blocks are."""
        conditions = _plain_conditions(values)
        if conditions:
            return self._meet(conditions, first, last)
        return (LogMatch(Height(height), None) for height in range(first, last + 1))

    def _every(self, first: int, last: int) -> Iterator[LogMatch]:
        stop = _ANY + schema.encode_height(last + 1)
        for key, value in self._view.iterate(_ANY + schema.encode_height(first), stop):
            *_, count = decode_indexes(value)
            yield LogMatch(schema.decode_height(key[len(_ANY) :]), tuple(range(count)))

    def _meet(
        self, conditions: Sequence[Sequence[bytes]], first: int, last: int
    ) -> Iterator[LogMatch]:
        searches = [_Search(self._view, prefixes, last) for prefixes in conditions]
        height = first
        while height <= last:
            reached = height
            for search in searches:
                reached = search.next_from(reached)
                if reached > last:
                    return
            if any(search.height < reached for search in searches):
                height = reached
                continue
            indexes = _in_common(search.logs() for search in searches)
            if indexes is None or indexes:
                yield LogMatch(Height(reached), indexes)
            height = reached + 1


class _Search:
    """Finds the next block with any of some values; remembers how far each was found."""

    def __init__(self, view: KeyValueView, prefixes: Sequence[bytes], last: int) -> None:
        self._end = last + 1
        self._cursors = [_Cursor(view, prefix, last) for prefix in dict.fromkeys(prefixes)]
        self._heap = [(-1, number) for number in range(len(self._cursors))]
        heapify(self._heap)

    @property
    def height(self) -> int:
        """The height that was found last; one above the end where there is no more."""
        return self._heap[0][0] if self._heap else self._end

    def next_from(self, height: int) -> int:
        """Return the first height from `height` on that has a value, or one above the end."""
        heap = self._heap
        while heap and heap[0][0] < height:
            number = heap[0][1]
            found = self._cursors[number].next_from(height)
            if found is None:
                heappop(heap)
            else:
                heapreplace(heap, (found, number))
        return self.height

    def logs(self) -> set[int] | None:
        """Return which logs of the block found last have a value; None where that is not known."""
        height, here = self.height, []
        while self._heap and self._heap[0][0] == height:
            here.append(heappop(self._heap))
        for entry in here:
            heappush(self._heap, entry)
        values = [self._cursors[number].value for _, number in here]
        if not all(values):
            return None
        return {index for value in values for index in decode_indexes(value)}


class _Cursor:
    """Walks the postings of one value upwards: steps where the next is near, else searches."""

    def __init__(self, view: KeyValueView, prefix: bytes, last: int) -> None:
        self._view, self._prefix = view, prefix
        self._stop = prefix + schema.encode_height(last + 1)
        self._walk: Iterator[tuple[bytes, bytes]] | None = None
        self.value = b""  # of the posting found last

    def next_from(self, height: int) -> int | None:
        """Return the first height from `height` on that has the value, None where none has."""
        target = self._prefix + schema.encode_height(height)
        if self._walk is not None:
            for _ in range(STEPS_MAX):
                entry = next(self._walk, None)
                if entry is None or entry[0] >= target:
                    return self._take(entry)
        self._walk = iter(self._view.iterate(target, self._stop))
        return self._take(next(self._walk, None))

    def _take(self, entry: tuple[bytes, bytes] | None) -> int | None:
        if entry is None:
            self._walk = None
            return None
        self.value = entry[1]
        return schema.decode_height(entry[0][len(self._prefix) :])


def postings(height: Height, logs: Iterable[Sequence[Log]]) -> list[Write]:
    """Return the entries of a block with the logs of its transactions, in the order of keys."""
    found: dict[bytes, list[int]] = {}
    ends: list[int] = []
    index = 0
    for emitted in logs:
        for log in emitted:
            for prefix in _prefixes(log.address, log.topics):
                found.setdefault(prefix, []).append(index)
            index += 1
        ends.append(index)
    if not index:
        return []
    end = schema.encode_height(height)
    entries = [(prefix + end, encode_indexes(found[prefix])) for prefix in sorted(found)]
    return [*entries, (_ANY + end, encode_indexes(ends))]


def _prefixes(address: Address, topics: tuple[Hash32, ...]) -> tuple[bytes, ...]:
    prefixes = [schema.log_prefix(EMITTER_KIND, address)]
    prefixes += [schema.log_prefix(place, topic) for place, topic in enumerate(topics, 1)]
    if topics:
        prefixes.append(_event_prefix(address, topics[0]))
    return tuple(prefixes)


@lru_cache(maxsize=EVENT_PREFIXES_MAX)
def _event_prefix(address: bytes, topic: bytes) -> bytes:
    return schema.log_prefix(EVENT_KIND, keccak(address + topic))


def _plain_conditions(
    values: Values,
) -> list[list[bytes]]:
    return [
        [schema.log_prefix(kind, value) for value in alternatives]
        for kind, alternatives in enumerate(values)
        if alternatives
    ]


def _conditions(values: Values) -> Sequence[Sequence[bytes]]:
    """Return prefixes that a log must have one of each of; events take the place of two."""
    plain = _plain_conditions(values)
    addresses, firsts = values[0], values[1] if len(values) > 1 else ()
    if not 0 < len(addresses) * len(firsts) <= EVENTS_MAX:
        return plain
    events = [_event_prefix(address, topic) for address in addresses for topic in firsts]
    return [events, *plain[2:]]


def _in_common(found: Iterable[set[int] | None]) -> tuple[int, ...] | None:
    """Return what all have in common; None where that may be something, but is not known."""
    common: set[int] | None = None
    is_known = True
    for indexes in found:
        if indexes is None:
            is_known = False
        else:
            common = indexes if common is None else common & indexes
    if is_known or common == set():
        return tuple(sorted(common or ()))
    return None


def encode_indexes(indexes: Sequence[int]) -> bytes:
    """Return ascending numbers as their differences, seven bits a byte, low bits first."""
    encoded, before = bytearray(), 0
    for index in indexes:
        rest, before = index - before, index
        while rest > 0x7F:
            encoded.append(0x80 | rest & 0x7F)
            rest >>= 7
        encoded.append(rest)
    return bytes(encoded)


def decode_indexes(encoded: bytes) -> Iterator[int]:
    """Yield the numbers that `encode_indexes` stored."""
    index = shift = 0
    for byte in encoded:
        index += (byte & 0x7F) << shift
        shift = shift + 7 if byte & 0x80 else 0
        if not shift:
            yield index
