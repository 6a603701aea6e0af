"""
Branches written anew, so that the deltas that led to them can be forgotten.

    keys of nodes, in order --some with each pruning--> branches that differ from what is written
    at the end of them no branch needs a delta any more that is older than the walk

A chain that never prunes never walks: one branch in sixteen is written whole, which keeps the way
from any of them to the current one short.
"""

from dataclasses import dataclass
from itertools import islice

from chain.store import schema
from chain.store.history import with_deltas
from chain.store.kv import KeyValueView, Write
from chain.store.node import may_be_branch
from chain.types.primitives import Height

KEYS_PER_NODE = 4  # to look at a node takes about as long as to forget so many keys
_RANGES = tuple((family, bytes((family[0] + 1,))) for family in schema.NODES)  # in their order


@dataclass(frozen=True, slots=True)
class Walk:
    """How far a walk is; it is kept in the database, beside what it wrote."""

    done: Height  # no branch needs deltas of this height and before
    began: Height  # the head at its first step
    key: bytes  # what the next key to look at is not below; empty: the walk has not begun

    def encode(self) -> bytes:
        """Return what stands under REFRESH_KEY."""
        return schema.encode_height(self.done) + schema.encode_height(self.began) + self.key


def walk_in(view: KeyValueView, oldest: Height, head: Height) -> Walk:
    """Return the walk that is going on, or the first one, where nothing needed one yet."""
    kept = view.get(schema.REFRESH_KEY)
    if kept is None:
        return Walk(oldest, head, b"")
    size = schema.HEIGHT_BYTES
    done, began = (schema.decode_height(kept[at : at + size]) for at in (0, size))
    return Walk(done, began, kept[2 * size :])


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of a walk writes, where the walk is then, and what is left of its bound."""

    writes: list[Write]
    walk: Walk
    keys_left: int


def refresh(view: KeyValueView, walk: Walk, head: Height, keys_max: int) -> Step:
    """Return a step: the writes are branches among the next nodes, and how far the walk is."""
    writes: list[Write] = []
    left = max(1, keys_max // KEYS_PER_NODE)
    began = walk.began if walk.key else head
    for start, stop in _RANGES:
        ahead = view.iterate(max(start, walk.key), stop) if walk.key < stop else iter(())
        for key, written in islice(ahead, left):
            left -= 1
            node = with_deltas(view, key, written) if may_be_branch(written) else written
            if node != written:
                writes.append((key, node))
            last = key
    after = Walk(began, began, b"") if left else Walk(walk.done, began, last + b"\x00")
    keys_left = min(keys_max, left * KEYS_PER_NODE)
    return Step([*writes, (schema.REFRESH_KEY, after.encode())], after, keys_left)


def rolled_back(view: KeyValueView, head: Height) -> list[Write]:
    """Return the write that a rollback to `head` needs: what comes after it is not told yet."""
    if view.get(schema.REFRESH_KEY) is None:
        return []
    kept = walk_in(view, head, head)
    done, began = Height(min(kept.done, head)), Height(min(kept.began, head))
    return [(schema.REFRESH_KEY, Walk(done, began, kept.key).encode())]
