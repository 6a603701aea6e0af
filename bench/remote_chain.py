"""
Another Kumiai chain, as far as a bridge sees it: validators, a state with many words, proofs.

    words of its bridge --seal--> header, certificate     prove --> nodes, as eth_getProof serves
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chain.codec import address_of  # noqa: E402
from chain.codec.header import encode_header  # noqa: E402
from chain.codec.rlp import encode, integer  # noqa: E402
from chain.light.block import LightBlock  # noqa: E402
from chain.store.account import encode_account  # noqa: E402
from chain.types.primitives import (  # noqa: E402
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    Address,
    Hash32,
    Height,
    Seconds,
)
from chain.types.validators import Validator, ValidatorSet  # noqa: E402
from modules.bridge.module import Bridge  # noqa: E402
from modules.bridge.packets import COMMITMENTS_SLOT, place_of  # noqa: E402
from modules.bridge.records import StateProof  # noqa: E402
from tests.modules.bridge.sealing import Trie, certified, header_of, update_of  # noqa: E402

POWER: Final = 10  # of each validator
OTHER_PACKETS: Final = 1_000  # whose commitments stand in its state
OTHER_ACCOUNTS: Final = 1_000


class RemoteChain:
    """A chain of so many validators of equal power."""

    def __init__(self, chain_id: int, validators: int, first_s: int) -> None:
        self.chain_id = chain_id
        self.keys = [(10**12 + number).to_bytes(32, "big") for number in range(1, validators + 1)]
        members = [Validator(address_of(key), POWER) for key in self.keys]
        self.validators = ValidatorSet(tuple(members))
        places = (place_of(COMMITMENTS_SLOT, 99, number) for number in range(OTHER_PACKETS))
        self.words = {place: place >> 1 for place in places}
        self.blocks: list[LightBlock] = []
        self.seal(first_s)

    @property
    def newest(self) -> LightBlock:
        """The newest block."""
        return self.blocks[-1]

    @property
    def first_header(self) -> bytes:
        """The first header, as a client is created with it."""
        return encode_header(self.blocks[0].header)

    def put(self, slot: int, route: int, sequence: int, word: bytes) -> None:
        """Write a word of its bridge."""
        self.words[place_of(slot, route, sequence)] = int.from_bytes(word, "big")

    def seal(self, time_s: int) -> LightBlock:
        """Make a block of all words that were written, signed by all."""
        rows = {k.to_bytes(32, "big"): encode(integer(w)) for k, w in self.words.items() if w}
        self._storage = Trie(rows)
        leaf = encode_account(1, 0, self._storage.root, EMPTY_CODE_HASH)
        other = encode_account(1, 7, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH)
        names = (Address(number.to_bytes(20, "big")) for number in range(1, OTHER_ACCOUNTS))
        self._accounts = Trie(dict.fromkeys(names, other) | {Bridge.address: leaf})
        self._append(time_s, self._accounts.root, self.keys)
        return self.newest

    def seal_bare(self, time_s: int) -> LightBlock:
        """Make a block in which nothing happened."""
        self._append(time_s, self.newest.header.state_root, self.keys)
        return self.newest

    def forked(self, time_s: int) -> bytes:
        """Return another block beside the newest one, for a client that knows the first."""
        parent = self.blocks[-2]
        header = header_of(
            parent.header,
            self.newest.height,
            Seconds(time_s),
            Hash32(b"\xfe" * 32),
            self.validators.hash,
        )
        block = certified(parent.header, header, self.validators, self.keys, self.chain_id)
        return update_of(self.blocks[0], block)

    def update(self, trusted: LightBlock) -> bytes:
        """Return what shows the newest block to a client that trusts another."""
        return update_of(trusted, self.newest)

    def prove(self, slot: int, route: int, sequence: int) -> StateProof:
        """Return the proof of a word at the newest block, or of its absence."""
        place = place_of(slot, route, sequence).to_bytes(32, "big")
        nodes = self._accounts.prove(Bridge.address)
        return StateProof(self.newest.height, nodes, self._storage.prove(place))

    def _append(self, time_s: int, root: Hash32, keys: Sequence[bytes]) -> None:
        names = self.validators.hash
        if not self.blocks:
            header = header_of(None, Height(0), Seconds(time_s), root, names)
            self.blocks.append(LightBlock(header, self.validators, None))
            return
        parent = self.newest.header
        header = header_of(parent, Height(parent.height + 1), Seconds(time_s), root, names)
        self.blocks.append(certified(parent, header, self.validators, keys, self.chain_id))
