"""
The past of the state: what every key held before each block that changed it.

    prepare --remember--> h key height -> previous value      c height -> keys
    value at height H  =  first whole entry of the key above H, else the current value,
                          with what the entries before it say put back
    prune: forget the oldest entries            rollback: put the newest ones back

Most changes of a branch are written here and nowhere else: a delta says what the one child was and
what it is. The current branch is the one under its key with all deltas since the last whole entry
put into it, the oldest first; one that is in it already changes nothing, for the last word on each
child is the same. Deltas are forgotten like other entries, once every branch that they lead to was
written anew (`refresh`).

All of it happens inside one snapshot or one batch, so a commit in between tears nothing.
"""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, islice, takewhile

from chain.store import schema
from chain.store.kv import KeyValueView, Write, prefix_range
from chain.store.rewritten import DELTA, Rewritten, put_back, put_forth
from chain.types.primitives import Height

ABSENT = b"\x00"  # tag of an entry: the key held nothing
PRESENT = b"\x01"  # tag of an entry: what follows is the value that the key held
# Tag of an entry of older versions: the key held what it held after the block, but for the bytes
# that follow a place of two bytes.
PATCH = b"\x02"
_DIFFERING = (PATCH, DELTA)  # the latter: the patch (`Rewritten`) of a branch not written anew


def remember(height: Height, before: Iterable[Write], rewritten: Rewritten) -> Iterator[Write]:
    """Yield the writes that keep the values `before` the block at `height`, then their keys."""
    names = bytearray()
    lengths, history, end = schema.LENGTHS, schema.HISTORY, schema.encode_height(height)
    for key, value in chain(before, rewritten.whole_before()):
        name = lengths[len(key)] + key
        names += name
        yield history + name + end, ABSENT if value is None else PRESENT + value
    for key, patch in zip(rewritten.paths, rewritten.patches, strict=True):
        name = lengths[len(key)] + key
        names += name
        yield history + name + end, patch
    yield schema.changed_key(height), bytes(names)


def current(view: KeyValueView, key: bytes) -> bytes | None:
    """Return the node under a key as it is now, or None."""
    written = view.get(key)
    return None if written is None else with_deltas(view, key, written)


def with_deltas(view: KeyValueView, key: bytes, written: bytes) -> bytes:
    """Return the node of which this is written under its key, as it is now."""
    start, stop = prefix_range(schema.history_prefix(key))
    entries = (entry for _, entry in view.iterate(start, stop, reverse=True))
    node = written
    for delta in reversed(list(takewhile(_is_delta, entries))):
        node = put_forth(node, delta)
    return node


def _is_delta(entry: bytes) -> bool:
    return entry[:1] == DELTA


def changed_keys(view: KeyValueView, height: Height) -> Iterator[bytes]:
    """Yield the keys that the block at `height` changed, as long as its past is remembered."""
    return _listed_keys(view.get(schema.changed_key(height)) or b"")


def value_before(view: KeyValueView, key: bytes, height: Height) -> bytes | None:
    """Return what a key that the block at `height` changed held before, None for nothing."""
    return PastView(view, Height(height - 1)).get(key)


class PastView:
    """KeyValueView of the state as it was after the block at `height`."""

    def __init__(self, view: KeyValueView, height: Height) -> None:
        self._view = view
        self._after = schema.encode_height(height + 1)

    def get(self, key: bytes) -> bytes | None:
        """Return what `key` held, or None where it held nothing."""
        prefix = schema.history_prefix(key)
        patches: list[bytes] = []
        for _, entry in self._view.iterate(prefix + self._after, prefix + schema.HEIGHT_END):
            if entry[:1] not in _DIFFERING:
                return _put_back(None if entry == ABSENT else entry[1:], patches)
            patches.append(entry)
        is_node = key[:1] in schema.NODES
        return _put_back(current(self._view, key) if is_node else self._view.get(key), patches)

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """
        Yield (key, value) with start <= key < stop, forwards only.

        Accounts, slots and nodes of storage tries can be walked. The past has no history.
        """
        if start[:1] == schema.HISTORY:
            return  # what a node was then is known without it
        assert not reverse, "the past is walked forwards"
        here = (key for key, _ in self._view.iterate(start, stop))
        last = None
        for key in merge(here, self._remembered(start, stop)):
            if key != last:
                last = key
                value = self.get(key)
                if value is not None:
                    yield key, value

    def _remembered(self, start: bytes, stop: bytes) -> Iterator[bytes]:
        """Yield the keys with start <= key < stop that have an entry, in their order."""
        lengths = schema.WALKABLE_KEY_BYTES[start[:1]]
        return merge(*(self._remembered_of(length, start, stop) for length in lengths))

    def _remembered_of(self, length: int, start: bytes, stop: bytes) -> Iterator[bytes]:
        """Yield those of one length: history has the keys of each length together."""
        head = schema.HISTORY + bytes((length,))
        for entry_key, _ in self._view.iterate(head + start, head + stop):
            yield entry_key[2 : -schema.HEIGHT_BYTES]


def forget(view: KeyValueView, up_to: Height, keys_max: int) -> list[Write]:
    """
    Return the writes of one bounded step that makes `up_to` the oldest readable height.

    At most `keys_max` entries go in one step; nothing is left to do when no write comes back. The
    oldest height moves with the first entry that goes, so a half-pruned height is never read. The
    caller knows that no branch needs deltas of `up_to` and before.
    """
    writes: list[Write] = []
    left = keys_max
    stop = schema.changed_key(up_to + 1)
    for changed_key, listed in view.iterate(schema.changed_key(0), stop):
        if left == 0:
            break
        end = changed_key[len(schema.CHANGED) :]
        done = 0
        for key in islice(_listed_keys(listed), left):
            writes.append((schema.history_prefix(key) + end, None))
            done += 1 + len(key)
            left -= 1
        writes.append((changed_key, listed[done:] or None))
        oldest = end
    return [*writes, (schema.STATE_OLDEST_KEY, oldest)] if writes else []


def undo(view: KeyValueView, height: Height) -> list[Write]:
    """Return the writes that put back everything that the block at `height` changed."""
    changed_key = schema.changed_key(height)
    listed = view.get(changed_key)
    assert listed is not None, f"the changes of height {height} are kept"
    end = schema.encode_height(height)
    writes: list[Write] = [(changed_key, None)]
    for key in _listed_keys(listed):
        entry_key = schema.history_prefix(key) + end
        entry = view.get(entry_key)
        assert entry is not None, f"key {key.hex()} changed at height {height}"
        before = None if entry == ABSENT else entry[1:]
        if entry[:1] in _DIFFERING:
            before = _put_back(current(view, key), [entry])
        writes += (key, before), (entry_key, None)
    return writes


def history_range() -> tuple[bytes, bytes]:
    """Return (start, stop) of all entries, for a compaction after pruning."""
    return prefix_range(schema.HISTORY)


def _put_back(value: bytes | None, patches: list[bytes]) -> bytes | None:
    """Return what a key held before all patches, the oldest first, from what it held after."""
    for patch in reversed(patches):
        assert value is not None, "what is patched is there"
        value = put_back(value, patch)
    return value


def _listed_keys(listed: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(listed):
        after = at + 1 + listed[at]
        yield listed[at + 1 : after]
        at = after
