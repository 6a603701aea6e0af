"""A bounded memory of encoded trie nodes, for the one writer of the state."""

from collections.abc import Callable

from chain.store.changes import Changes
from chain.store.node import is_inner
from chain.store.rewritten import Rewritten
from chain.store.schema import node_depth
from chain.store.treetop import TREETOP_DEPTH, bytes_of


class _Tops(dict[bytes, bytes]):
    """The tops of the tries; `tops[key]` of another key asks `below`."""

    def __init__(self, below: Callable[[bytes], bytes | None]) -> None:
        super().__init__()
        self._below = below

    def __missing__(self, key: bytes) -> bytes | None:
        return self._below(key)


class NodeCache:
    """
    Trie nodes by database key, as they are in the state whose head is `head`.

    Five sixths of the room are for the tops of the tries, which do not age: every change goes
    through them. Of the others two generations stand in for a full order of use: what is read
    moves to the young one, and when that is full the old one is dropped whole. No leaf is kept: it
    is known by the word that it holds. Values are bytes, so nobody who holds one can change it.
    """

    def __init__(self, bytes_max: int) -> None:
        self.tops_bytes_max = bytes_max * 5 // 6
        self._generation_bytes_max = bytes_max // 12
        self._tops = _Tops(self._get_below)
        self._young: dict[bytes, bytes] = {}
        self._old: dict[bytes, bytes] = {}
        self._tops_bytes = self._young_bytes = 0
        self.head: bytes | None = None

    def __len__(self) -> int:
        return len(self._tops) + len(self._young) + len(self._old)

    @property
    def get(self) -> Callable[[bytes], bytes | None]:
        """Return what returns the node under a key if it is here, until the next `restart`."""
        return self._tops.__getitem__  # for a top no Python is called

    def _get_below(self, key: bytes) -> bytes | None:
        node = self._young.get(key)
        if node is None:
            node = self._old.pop(key, None)
            if node is not None:
                self._put_young(key, node)
        return node

    def put(self, key: bytes, node: bytes) -> None:
        """Remember a node of the state at `head` that is not here, if it is worth it."""
        if not is_inner(node):
            return
        after = self._tops_bytes + bytes_of(node)
        if node_depth(key) <= TREETOP_DEPTH and after <= self.tops_bytes_max:
            self._tops[key] = node
            self._tops_bytes = after
        else:
            self._put_young(key, node)

    def move(self, head: bytes, nodes: Changes, rewritten: Rewritten) -> None:
        """Go on to the state at `head`; `nodes` and `rewritten` are what differed."""
        self.head = head
        self._rewrite(rewritten)
        tops = self._tops
        for key, node in nodes.after.items():
            held = tops.get(key)
            if held is None or node is None or not is_inner(node):
                self._forget(key)
                if node is not None:
                    self.put(key, node)
            else:
                tops[key] = node
                self._tops_bytes += len(node) - len(held)
        while self._tops_bytes > self.tops_bytes_max:  # nodes grew where they stand
            _, last = self._tops.popitem()
            self._tops_bytes -= bytes_of(last)

    def _rewrite(self, rewritten: Rewritten) -> None:
        """Put branches in the place of others that are as long, nearly all of them tops."""
        tops = self._tops
        known = len(tops)
        tops.update(zip(rewritten.paths, rewritten.after, strict=True))
        tops.update(zip(rewritten.branches.paths, rewritten.branches.after, strict=True))
        strangers = [tops.popitem() for _ in range(len(tops) - known)]  # they came last
        for key, node in strangers:
            self._forget(key)
            self.put(key, node)

    def restart(self, head: bytes | None) -> None:
        """Forget all nodes: the state is at `head`, and nobody said what lies between."""
        self._tops = _Tops(self._get_below)
        self._young, self._old, self.head = {}, {}, head
        self._tops_bytes = self._young_bytes = 0

    def _forget(self, key: bytes) -> None:
        top, young = self._tops.pop(key, None), self._young.pop(key, None)
        self._tops_bytes -= 0 if top is None else bytes_of(top)
        self._young_bytes -= 0 if young is None else bytes_of(young)
        self._old.pop(key, None)

    def _put_young(self, key: bytes, node: bytes) -> None:
        self._young_bytes += bytes_of(node)
        if self._young_bytes > self._generation_bytes_max:
            self._old, self._young = self._young, {}
            self._young_bytes = bytes_of(node)
        self._young[key] = node
