"""A bounded memory of encoded trie nodes, for the one writer of the state."""

from chain.store.schema import node_depth
from chain.store.treetop import TREETOP_DEPTH


class NodeCache:
    """
    Trie nodes by database key, as they are in the state whose head is `head`.

    Half of the room is for the tops of the tries, which do not age: every change goes through
    them. Of the others two generations stand in for a full order of use: what is read moves to
    the young one, and when that is full the old one is dropped whole. Values are bytes, so nobody
    who holds one can change it.
    """

    def __init__(self, nodes_max: int) -> None:
        assert nodes_max >= 4
        self.tops_max = nodes_max // 2
        self._generation_max = nodes_max // 4
        self._tops: dict[bytes, bytes] = {}
        self._young: dict[bytes, bytes] = {}
        self._old: dict[bytes, bytes] = {}
        self.head: bytes | None = None

    def __len__(self) -> int:
        return len(self._tops) + len(self._young) + len(self._old)

    def get(self, key: bytes) -> bytes | None:
        """Return the node under `key` if it is here."""
        node = self._tops.get(key) or self._young.get(key)
        if node is None:
            node = self._old.pop(key, None)
            if node is not None:
                self._put_young(key, node)
        return node

    def put(self, key: bytes, node: bytes) -> None:
        """Remember a node of the state at `head`."""
        tops = self._tops
        if key in tops or (node_depth(key) <= TREETOP_DEPTH and len(tops) < self.tops_max):
            tops[key] = node
        else:
            self._put_young(key, node)

    def _put_young(self, key: bytes, node: bytes) -> None:
        if len(self._young) >= self._generation_max:
            self._old = self._young
            self._young = {}
        self._young[key] = node

    def move(self, head: bytes, nodes: dict[bytes, bytes | None]) -> None:
        """Go on to the state at `head`, which differs from the last one in `nodes`."""
        self.head = head
        for key, node in nodes.items():
            self._old.pop(key, None)
            if node is None:
                self._young.pop(key, None)
                self._tops.pop(key, None)
            elif key in self._young:
                self._young[key] = node
            else:
                self.put(key, node)

    def restart(self, head: bytes | None) -> None:
        """Forget all nodes: the state is at `head`, and nobody said what lies between."""
        self._tops, self._young, self._old, self.head = {}, {}, {}, head
