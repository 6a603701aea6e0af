"""
Logs as typed events, with their place in the chain, and the iterator that follows them.

    eth_getLogs --Logged--> event, height, log index
    follow: from a block on, in order, each log once; the place is remembered, not the connection

Blocks are final when they are seen, so a log that was told never goes away.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from client import answers
from client.errors import (
    AnswerInvalid,
    ArgumentInvalid,
    NodeBusy,
    NodeUnreachable,
    RequestFailed,
)
from client.kit.records import Event
from client.modules import directory
from client.transport import Transport

E = TypeVar("E", bound=Event)
LIMIT_EXCEEDED = -32005  # the node's code for an answer that would be too large
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Logged(Generic[E]):
    """An event and where it stands; `index` counts the logs of the whole block."""

    event: E
    source: str  # the module's or contract's address
    height: int
    index: int
    transaction_hash: str

    @property
    def place(self) -> tuple[int, int]:
        """(height, index): what `after` takes to go on behind this log."""
        return self.height, self.index


@dataclass(frozen=True, slots=True)
class RawLog:
    """A log as a node gives it."""

    source: str
    topics: tuple[bytes, ...]
    data: bytes
    height: int
    index: int
    transaction_hash: str

    @classmethod
    def read(cls, answer: Any) -> "RawLog":
        """Return a node's log; raises AnswerInvalid."""
        topics = answers.field(answer, "topics")
        if not isinstance(topics, list):
            raise AnswerInvalid("a log's topics are a list")
        return cls(
            source=answers.address(answers.field(answer, "address")),
            topics=tuple(answers.data(topic) for topic in topics),
            data=answers.data(answers.field(answer, "data")),
            height=answers.number(answers.field(answer, "blockNumber")),
            index=answers.number(answers.field(answer, "logIndex")),
            transaction_hash=str(answers.field(answer, "transactionHash")),
        )

    def decoded(self, kinds: Mapping[bytes, type[E]]) -> Logged[E] | None:
        """Return the event of one of these kinds, by first topic; None where it is another."""
        kind = kinds.get(self.topics[0]) if self.topics else None
        if kind is None:
            return None
        event = kind.decode(self.topics, self.data)
        return Logged(event, self.source, self.height, self.index, self.transaction_hash)


def decoded_logs(answer: Any) -> tuple[Logged[Event], ...]:
    """Return the modules' events among a receipt's logs; raises AnswerInvalid."""
    found = []
    for raw in map(RawLog.read, answer if isinstance(answer, list) else []):
        name = directory.NAMES_BY_ADDRESS.get(raw.source)
        if name is not None:
            kinds = {kind.topic(): kind for kind in directory.module_class(name).EVENTS}
            seen = raw.decoded(kinds)
            found += [seen] if seen is not None else []
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Query(Generic[E]):
    """Which events of which account."""

    kinds: Mapping[bytes, type[E]]
    source: str | None = None
    topics: Sequence[Any] = field(default_factory=list)

    @classmethod
    def of(
        cls, kinds: Sequence[type[E]], source: str | None, where: Mapping[str, Any] | None
    ) -> "Query[E]":
        """Return what is asked for; raises ArgumentInvalid where it cannot be."""
        if not kinds:
            raise ArgumentInvalid("name the kinds of events to look for")
        by_topic = {kind.topic(): kind for kind in kinds}
        if not where:
            return cls(by_topic, source, [[answers.hexed(topic) for topic in by_topic]])
        if len(kinds) != 1:
            raise ArgumentInvalid("values of indexed fields are looked for in one kind of event")
        return cls(by_topic, source, kinds[0].topics_where(where))

    def filter(self, first: int, last: int) -> dict[str, Any]:
        """Return the parameter of eth_getLogs for some blocks."""
        found = {"fromBlock": hex(first), "toBlock": hex(last), "topics": list(self.topics)}
        return {**found, "address": self.source} if self.source else found


async def find(transport: Transport, query: Query[E], first: int, last: int) -> list[Logged[E]]:
    """Return the events of some blocks, the oldest first; halves what is too much at once."""
    blocks_max = transport.settings.blocks_per_query_max
    found: list[Logged[E]] = []
    for start in range(first, last + 1, blocks_max):
        found += await _find(transport, query, start, min(last, start + blocks_max - 1))
    return found


async def _find(transport: Transport, query: Query[E], first: int, last: int) -> list[Logged[E]]:
    try:
        answer = await transport.call("eth_getLogs", query.filter(first, last))
    except RequestFailed as failure:
        if failure.code != LIMIT_EXCEEDED or first == last:
            raise
        middle = (first + last) // 2
        before = await _find(transport, query, first, middle)
        return before + await _find(transport, query, middle + 1, last)
    if not isinstance(answer, list):
        raise AnswerInvalid("a list of logs expected")
    seen = (RawLog.read(item).decoded(query.kinds) for item in answer)
    return sorted((item for item in seen if item is not None), key=lambda item: item.place)


async def follow(
    transport: Transport, query: Query[E], after: tuple[int, int]
) -> AsyncGenerator[Logged[E]]:
    """
    Yield every event behind a place, in order and once, for as long as somebody listens.

    A node that does not answer is waited for: what it has to tell is still there afterwards.
    """
    settings, place = transport.settings, after
    pause_s = settings.poll_s_min
    while True:
        try:
            head = answers.number(await transport.call("eth_blockNumber"))
            last = min(head, place[0] + settings.blocks_per_query_max - 1)
            seen = await find(transport, query, place[0], last)
        except (NodeUnreachable, NodeBusy) as failure:
            LOG.warning("following events: %s; trying again", failure)
            await asyncio.sleep(settings.backoff_s_max)
            continue
        for item in seen:
            if item.place > place:
                place = item.place
                yield item
        pause_s = settings.poll_s_min if seen else min(pause_s * 1.5, settings.poll_s_max)
        place = max(place, (last + 1, -1))
        if last == head or place[0] > head:
            await asyncio.sleep(pause_s)
