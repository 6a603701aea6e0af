"""
Logs: what a client filters by, and the search for them.

    LogFilter --index--> which logs of which blocks --receipts--> the logs

Addresses are alternatives; topics are positions, each a list of alternatives or anything.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from chain.found_logs import FoundLog, logs_of
from chain.store.index import LogMatch
from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Hash32
from chain.types.receipt import Log
from rpc.backend import ChainView
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, LimitExceeded, describe
from rpc.lookup import BlockNumber, Lookup
from rpc.methods import ADDRESS_SCHEMA, HASH_SCHEMA, Schema
from rpc.shapes import parse_address, parse_hash

TOPICS_MAX: Final = 4  # topics that one log can have


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which logs of which blocks; an empty tuple of alternatives stands for anything."""

    addresses: tuple[Address, ...] = ()
    topics: tuple[tuple[Hash32, ...], ...] = ()
    first: BlockNumber | None = None
    last: BlockNumber | None = None
    block_hash: Hash32 | None = None

    SCHEMA: ClassVar[Schema] = {
        "title": "log filter",
        "type": "object",
        "properties": {
            "fromBlock": BlockNumber.SCHEMA,
            "toBlock": BlockNumber.SCHEMA,
            "blockHash": HASH_SCHEMA,
            "address": {"oneOf": [ADDRESS_SCHEMA, {"type": "array", "items": ADDRESS_SCHEMA}]},
            "topics": {
                "type": "array",
                "maxItems": TOPICS_MAX,
                "items": {
                    "oneOf": [
                        {"type": "null"},
                        HASH_SCHEMA,
                        {"type": "array", "items": HASH_SCHEMA},
                    ]
                },
            },
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "LogFilter":
        """Read a filter object; raises Malformed. Unknown keys are ignored, as geth does."""
        if not isinstance(value, dict):
            raise Malformed(f"filter object expected, found {describe(value)}")
        first, last = value.get("fromBlock"), value.get("toBlock")
        block_hash = value.get("blockHash")
        if block_hash is not None and (first is not None or last is not None):
            raise Malformed(
                "cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other"
            )
        return cls(
            _decode_addresses(value.get("address")),
            _decode_topics(value.get("topics")),
            None if first is None else BlockNumber.decode(first),
            None if last is None else BlockNumber.decode(last),
            None if block_hash is None else parse_hash(block_hash),
        )

    def check_terms(self, limits: RpcLimits) -> None:
        """Refuse filters with more alternatives than this node compares; raises InvalidParams."""
        most = limits.log_terms_max
        if len(self.addresses) > most:
            raise InvalidParams(f"exceed max addresses: {most}, found {len(self.addresses)}")
        for position in self.topics:
            if len(position) > most:
                raise InvalidParams(f"exceed max topics: {most}, found {len(position)}")

    def matches(self, log: Log) -> bool:
        """Whether a log is one of those asked for."""
        if self.addresses and log.address not in self.addresses:
            return False
        if len(self.topics) > len(log.topics):
            return False
        return all(
            not wanted or found in wanted
            for wanted, found in zip(self.topics, log.topics, strict=False)
        )


def _decode_addresses(value: Any) -> tuple[Address, ...]:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(parse_address(item) for item in value)
    return (parse_address(value),)


def _decode_topics(value: Any) -> tuple[tuple[Hash32, ...], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Malformed(f"array of topics expected, found {describe(value)}")
    if len(value) > TOPICS_MAX:
        raise Malformed(f"exceed max topics: {TOPICS_MAX} positions, found {len(value)}")
    return tuple(_decode_position(item) for item in value)


def _decode_position(value: Any) -> tuple[Hash32, ...]:
    """A null among the alternatives makes the position match anything, as in geth."""
    if value is None or (isinstance(value, list) and None in value):
        return ()
    if isinstance(value, list):
        return tuple(parse_hash(item) for item in value)
    return (parse_hash(value),)


def matching(block: CommittedBlock, wanted: LogFilter) -> list[FoundLog]:
    """Return the logs of a block that the filter asks for."""
    return [found for found in logs_of(block) if wanted.matches(found.log)]


def matching_at(chain: ChainView, wanted: LogFilter, match: LogMatch) -> list[FoundLog]:
    """Return the logs that the filter asks for, where the index found some in one block."""
    return [found for found in chain.logs_at(match) if wanted.matches(found.log)]


def search(
    chain: ChainView, wanted: LogFilter, first: int, last: int, limits: RpcLimits
) -> list[FoundLog]:
    """
    Return the matching logs of the blocks from `first` to `last`.

    Raises InvalidParams where the range is too wide, LimitExceeded where too much matches; both
    name a shorter range that works, and both know it from the index, before any block is read.
    Logs of one single block are returned however many they are.
    """
    if last - first >= limits.log_blocks_max:
        shorter = first + limits.log_blocks_max - 1
        raise InvalidParams(
            f"query exceeds max block range {limits.log_blocks_max}, "
            f"{_suggest(first, _fit(chain, wanted, first, shorter, limits).last)}"
        )
    page = _fit(chain, wanted, first, last, limits)
    if page.last < last:
        raise LimitExceeded(
            f"query exceeds max results {limits.logs_max}, {_suggest(first, page.last)}"
        )
    return _read(chain, wanted, page)


def search_page(
    chain: ChainView, wanted: LogFilter, first: int, last: int, limits: RpcLimits
) -> tuple[list[FoundLog], int]:
    """Return logs from `first` on, as many whole blocks as fit, and the last height looked at."""
    last = min(last, first + limits.log_blocks_max - 1)
    page = _fit(chain, wanted, first, last, limits)
    return _read(chain, wanted, page), page.last


@dataclass(frozen=True, slots=True)
class _Page:
    """What goes into one answer, and the last height that it speaks for."""

    matches: list[LogMatch]
    last: int


def _fit(chain: ChainView, wanted: LogFilter, first: int, last: int, limits: RpcLimits) -> _Page:
    """Choose as many whole blocks as the limit of an answer allows, one at the least."""
    matches: list[LogMatch] = []
    count = 0
    for match in chain.logs_with(wanted.addresses, wanted.topics, first, last):
        more = _count(chain, wanted, match)
        if matches and count + more > limits.logs_max:
            return _Page(matches, match.height - 1)
        if more:
            matches.append(match)
            count += more
    return _Page(matches, last)


def _count(chain: ChainView, wanted: LogFilter, match: LogMatch) -> int:
    """A block is read only where the index cannot tell."""
    if match.indexes is not None:
        return len(match.indexes)
    return len(matching_at(chain, wanted, match))


def _read(chain: ChainView, wanted: LogFilter, page: _Page) -> list[FoundLog]:
    return [found for match in page.matches for found in matching_at(chain, wanted, match)]


def resolve_range(lookup: Lookup, wanted: LogFilter, head: int) -> tuple[int, int]:
    """
    Return the heights a filter spans, none above the head; raises InvalidParams if reversed.

    A range that begins above the head is not reversed but empty: pollers ask for what comes.
    """
    first = head if wanted.first is None else lookup.height(wanted.first)
    last = head if wanted.last is None else lookup.height(wanted.last)
    is_fixed = wanted.last is not None and wanted.last.height is not None
    if first > last and (is_fixed or first <= head):
        raise InvalidParams("invalid block range params")
    return first, min(last, head)


def _suggest(first: int, last: int) -> str:
    return f"retry with the range {first:#x}-{last:#x}"
