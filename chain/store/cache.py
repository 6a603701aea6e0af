"""A bounded memory of encoded trie nodes, for the one writer of the state."""


class NodeCache:
    """
    Trie nodes by database key, as they are in the state whose head is `head`.

    Two generations stand in for a full order of use: what is read moves to the young one, and
    when that is full the old one is dropped whole. So between `nodes_max` / 2 and `nodes_max`
    of the nodes used last are here. Values are bytes, so nobody who holds one can change it.
    """

    def __init__(self, nodes_max: int) -> None:
        assert nodes_max >= 2
        self._half = nodes_max // 2
        self._young: dict[bytes, bytes] = {}
        self._old: dict[bytes, bytes] = {}
        self.head: bytes | None = None

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, key: bytes) -> bytes | None:
        """Return the node under `key` if it is here."""
        node = self._young.get(key)
        if node is None:
            node = self._old.pop(key, None)
            if node is not None:
                self.put(key, node)
        return node

    def put(self, key: bytes, node: bytes) -> None:
        """Remember a node of the state at `head`."""
        if len(self._young) >= self._half:
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
            else:
                self.put(key, node)

    def restart(self, head: bytes | None) -> None:
        """Forget all nodes: the state is at `head`, and nobody said what lies between."""
        self._young, self._old, self.head = {}, {}, head
