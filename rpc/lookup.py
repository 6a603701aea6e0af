"""
Which block a client means: a tag, a number, or EIP-1898's object; and the block or state behind it.

    "latest" = "safe" = "finalized": a block here is final as soon as it is there
    "pending": the head's state; its block is the one to come
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32, Height
from chain.types.state import StateReader
from chain.vm.world import BlockEnvironment
from rpc.backend import Backend
from rpc.errors import NotFound, describe
from rpc.methods import HASH_SCHEMA, QUANTITY_SCHEMA, Schema, parse_boolean
from rpc.shapes import parse_hash, parse_quantity

TAGS: Final = ("earliest", "latest", "safe", "finalized", "pending")
HASH_DIGITS: Final = 66  # characters of 0x and a 32-byte hash
HEIGHT_BITS: Final = 64


@dataclass(frozen=True, slots=True)
class BlockNumber:
    """A block by tag or number; exactly one of the two is set."""

    tag: str | None = None
    height: int | None = None

    SCHEMA: ClassVar[Schema] = {
        "title": "block number or tag",
        "anyOf": [QUANTITY_SCHEMA, {"enum": list(TAGS)}],
    }

    @classmethod
    def decode(cls, value: Any) -> "BlockNumber":
        """Read a tag or a quantity; raises Malformed."""
        if isinstance(value, str) and value in TAGS:
            return cls(tag=value)
        if isinstance(value, str) and value[:2] == "0x":
            return cls(height=parse_quantity(value, HEIGHT_BITS))
        if isinstance(value, str):
            raise Malformed("hex string without 0x prefix")  # geth's words, to the last letter
        tags = ", ".join(TAGS)
        raise Malformed(f"block number in hex or one of {tags} expected, found {describe(value)}")

    @property
    def is_pending(self) -> bool:
        """Whether the block to come is meant."""
        return self.tag == "pending"


@dataclass(frozen=True, slots=True)
class BlockId:
    """A block by tag, number or hash (EIP-1898)."""

    number: BlockNumber | None = None
    hash: Hash32 | None = None

    SCHEMA: ClassVar[Schema] = {
        "title": "block number, tag or hash",
        "anyOf": [
            *BlockNumber.SCHEMA["anyOf"],
            HASH_SCHEMA,
            {
                "type": "object",
                "properties": {
                    "blockNumber": QUANTITY_SCHEMA,
                    "blockHash": HASH_SCHEMA,
                    "requireCanonical": {"type": "boolean"},
                },
            },
        ],
    }

    @classmethod
    def decode(cls, value: Any) -> "BlockId":
        """Read any of the forms; raises Malformed."""
        if isinstance(value, dict):
            return cls._decode_object(value)
        if isinstance(value, str) and len(value) == HASH_DIGITS:
            return cls(hash=parse_hash(value))
        return cls(number=BlockNumber.decode(value))

    @classmethod
    def _decode_object(cls, value: dict[str, Any]) -> "BlockId":
        """`requireCanonical` asks for nothing: every block this node knows is canonical."""
        number, block_hash = value.get("blockNumber"), value.get("blockHash")
        if number is not None and block_hash is not None:
            raise Malformed(
                "cannot specify both BlockHash and BlockNumber, choose one or the other"
            )
        if value.get("requireCanonical") is not None:
            parse_boolean(value["requireCanonical"])
        if block_hash is not None:
            return cls(hash=parse_hash(block_hash))
        if number is None:
            raise Malformed("blockNumber or blockHash expected, found neither")
        return cls(number=BlockNumber.decode(number))

    @property
    def is_pending(self) -> bool:
        """Whether the block to come is meant."""
        return self.number is not None and self.number.is_pending


LATEST: Final = BlockNumber(tag="latest")
LATEST_ID: Final = BlockId(number=LATEST)


class Lookup:
    """Finds blocks and states in the node's chain."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def height(self, wanted: BlockNumber) -> Height:
        """Return the height a number or tag stands for; it may be above the head."""
        if wanted.height is not None:
            return Height(wanted.height)
        if wanted.tag == "earliest":
            return Height(0)
        return self._backend.chain.head.header.height

    def block(self, wanted: BlockNumber | BlockId) -> CommittedBlock | None:
        """Return the block, None where there is none; "pending" stands for the head."""
        if isinstance(wanted, BlockNumber):
            head = self._backend.chain.head
            height = self.height(wanted)
            return head if height == head.header.height else self._backend.chain.block(height)
        if wanted.hash is not None:
            return self.block_by_hash(wanted.hash)
        assert wanted.number is not None
        return self.block(wanted.number)

    def block_by_hash(self, block_hash: Hash32) -> CommittedBlock | None:
        """Return the block with this hash."""
        height = self._backend.chain.height_of(block_hash)
        return None if height is None else self._backend.chain.block(height)

    def known_height(self, wanted: BlockNumber | BlockId) -> Height:
        """Return the height of a block that must be there; raises NotFound."""
        if isinstance(wanted, BlockId):
            if wanted.hash is not None:
                return self._height_of(wanted.hash)
            assert wanted.number is not None
            wanted = wanted.number
        height = self.height(wanted)
        if height > self._backend.chain.head.header.height:
            raise NotFound("header not found")
        return height

    def state(self, wanted: BlockId) -> StateReader:
        """Return the state after a block; raises NotFound and StateUnavailable."""
        return self._backend.chain.state(self.known_height(wanted))

    def stage(self, wanted: BlockId) -> tuple[StateReader, BlockEnvironment]:
        """Return the state that a call reads and the block that it believes to be in."""
        height = self.known_height(wanted)
        seen = height + 1 if wanted.is_pending else height
        return self._backend.chain.state(height), self._backend.chain.environment(seen)

    def _height_of(self, block_hash: Hash32) -> Height:
        height = self._backend.chain.height_of(block_hash)
        if height is None:
            raise NotFound("header for hash not found")
        return height
