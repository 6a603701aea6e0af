"""The public trie tests, through the trie of the store."""

import itertools
import json
from typing import Any

import pytest

from chain.codec import keccak256
from chain.store.node import to_nibbles
from chain.store.trie import TrieUpdate, update
from chain.types.primitives import EMPTY_TRIE_ROOT, Hash32
from tests.ethereum.archive import require
from tests.ethereum.state_case import octets

PERMUTATIONS_MAX = 24  # orders tried of one set of keys

pytestmark = pytest.mark.ethereum


def to_bytes(text: str) -> bytes:
    """Read a key or value: hexadecimal with a prefix, plain text without."""
    return octets(text) if text.startswith("0x") else text.encode()


class Nodes:
    """Nodes by path, as the store keeps them."""

    def __init__(self) -> None:
        self.by_path: dict[bytes, bytes] = {}
        self.root = EMPTY_TRIE_ROOT

    def read(self, path: bytes, digest: bytes) -> bytes:
        """Return a node, which has to have the hash that its parent names."""
        encoded = self.by_path[path]
        assert digest == keccak256(encoded)
        return encoded

    def put(self, key: bytes, value: bytes | None) -> None:
        """Write or delete one key."""
        self._keep(update(self.read, self.root, [(to_nibbles(key), value)]))

    def _keep(self, change: TrieUpdate) -> None:
        self.root = change.root
        for path, encoded in change.written().items():
            if encoded is None:
                self.by_path.pop(path, None)
            else:
                self.by_path[path] = encoded


def root_of(pairs: list[tuple[str, str | None]], secure: bool) -> Hash32:
    """Root after writing pairs one by one."""
    nodes = Nodes()
    for key, value in pairs:
        name = to_bytes(key)
        nodes.put(keccak256(name) if secure else name, None if value is None else to_bytes(value))
    return nodes.root


def load(name: str) -> dict[str, Any]:
    """Read one file of the trie tests."""
    tests: dict[str, Any] = json.loads((require("TrieTests") / name).read_text())
    return tests


@pytest.mark.parametrize(
    ("name", "secure"), [("trietest.json", False), ("trietest_secureTrie.json", True)]
)
def test_writes_and_deletions_in_order_give_the_root(name: str, secure: bool) -> None:
    """Writing and deleting key by key ends in the root of the file."""
    for title, test in load(name).items():
        assert root_of(test["in"], secure) == octets(test["root"]), title


@pytest.mark.parametrize(
    ("name", "secure"),
    [
        ("trieanyorder.json", False),
        ("trieanyorder_secureTrie.json", True),
        ("hex_encoded_securetrie_test.json", True),
    ],
)
def test_any_order_of_writes_gives_the_root(name: str, secure: bool) -> None:
    """The same keys in other orders end in the same root."""
    for title, test in load(name).items():
        for order in itertools.islice(itertools.permutations(test["in"].items()), PERMUTATIONS_MAX):
            assert root_of(list(order), secure) == octets(test["root"]), title
