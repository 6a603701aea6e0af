"""
Where logs are: for each emitter and each topic, the heights of the blocks that have one.

    (address or topic at its place) -> heights, ascending
    heights_with: for each condition the next height of any of its alternatives; a height where
                  all conditions meet is yielded, else the search goes on from the farthest

A height that is yielded may still hold no match, for its values may stand in different logs: the
reader filters the logs of that block. So a query costs what its matches cost, not its range.
"""

from collections.abc import Iterable, Iterator, Sequence

from chain.errors import Invalid
from chain.store import schema
from chain.store.kv import KeyValueView, Write
from chain.types.primitives import Address, Hash32, Height
from chain.types.receipt import Log

EMITTER_KIND = 0  # kind of a posting of a log's address; topics have kinds 1 to 4
LOG_TOPICS_MAX = 4  # topics that a log can have (Yellow Paper, LOG4)
FILTER_VALUES_MAX = 1_000  # addresses and topics in one query, together


class LogIndex:
    """Reads postings from a view of the database, and says what to write for a new block."""

    def __init__(self, view: KeyValueView) -> None:
        self._view = view

    def writes(self, height: Height, logs: Iterable[Log]) -> list[Write]:
        """Return the postings of the logs of one block."""
        return [(key, b"") for key in _posting_keys(height, logs)]

    def erasure(self, height: Height, logs: Iterable[Log]) -> list[Write]:
        """Return the writes that remove the postings of one block, as a rollback needs them."""
        return [(key, None) for key in _posting_keys(height, logs)]

    def heights_with(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32] | None],
        first: Height,
        last: Height,
    ) -> Iterator[Height]:
        """
        Yield the heights from `first` to `last` whose blocks may hold a log as described.

        A log must come from one of `addresses` and have, at each place, one of the topics named
        for it; nothing named matches all. Raises: Invalid where too much is named.
        """
        named = len(addresses) + sum(len(places or ()) for places in topics)
        if named > FILTER_VALUES_MAX:
            raise Invalid(f"filter names {named} values: expected at most {FILTER_VALUES_MAX}")
        if len(topics) > LOG_TOPICS_MAX:
            raise Invalid(f"filter has {len(topics)} topics: expected at most {LOG_TOPICS_MAX}")
        values = [addresses, *(places or () for places in topics)]
        conditions = [
            _Condition(self._view, [schema.log_prefix(kind, value) for value in alternatives], last)
            for kind, alternatives in enumerate(values)
            if alternatives
        ]
        return _common_heights(conditions, first, last)


class _Condition:
    """Finds the next height with any of some values; remembers how far each was found."""

    def __init__(self, view: KeyValueView, prefixes: list[bytes], last: int) -> None:
        self._view = view
        self._stop = schema.encode_height(last + 1)
        self._end = last + 1
        self._next = dict.fromkeys(prefixes, -1)

    def next_from(self, height: int) -> int:
        """Return the first height from `height` on that has a value, or the end of the search."""
        for prefix, known in self._next.items():
            if known < height:
                self._next[prefix] = self._seek(prefix, height)
        return min(self._next.values())

    def _seek(self, prefix: bytes, height: int) -> int:
        start = prefix + schema.encode_height(height)
        for key, _ in self._view.iterate(start, prefix + self._stop):
            return schema.decode_height(key[len(prefix) :])
        return self._end


def _common_heights(conditions: list[_Condition], first: int, last: int) -> Iterator[Height]:
    height = first
    while height <= last:
        reached = max((condition.next_from(height) for condition in conditions), default=height)
        if reached == height:
            yield Height(height)
            height += 1
        else:
            height = reached


def _posting_keys(height: Height, logs: Iterable[Log]) -> list[bytes]:
    end = schema.encode_height(height)
    prefixes = set()
    for log in logs:
        prefixes.add(schema.log_prefix(EMITTER_KIND, log.address))
        for place, topic in enumerate(log.topics, 1):
            prefixes.add(schema.log_prefix(place, topic))
    return [prefix + end for prefix in sorted(prefixes)]
