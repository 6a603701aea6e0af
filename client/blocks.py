"""
Blocks as they become final, and waiting for what some block brings.

    follow: from a height on, each block once, in order, over lost connections
    until:  look, and look again after each new block
"""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from client import answers
from client.errors import NodeBusy, NodeUnreachable, NotFound, NotReached
from client.transport import Transport

T = TypeVar("T")
SLOWER: Final = 1.5  # factor between looks for a new block
LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Block:
    """What a client needs of a block's header."""

    height: int
    time_s: int
    hash: str
    base_fee_wei: int
    gas_used: int
    transactions: tuple[str, ...]  # hashes


async def block(transport: Transport, height: int | None = None) -> Block:
    """Return a block; the newest where none is named. Raises NotFound, NodeError."""
    name = "latest" if height is None else hex(height)
    answer = await transport.call("eth_getBlockByNumber", name, False)
    if answer is None:
        raise NotFound(f"the node has no block {name}")
    return read_block(answer)


def read_block(answer: Any) -> Block:
    """Return a node's block; raises AnswerInvalid."""
    return Block(
        height=answers.number(answers.field(answer, "number")),
        time_s=answers.number(answers.field(answer, "timestamp")),
        hash=str(answers.field(answer, "hash")),
        base_fee_wei=answers.number(answers.field(answer, "baseFeePerGas")),
        gas_used=answers.number(answers.field(answer, "gasUsed")),
        transactions=tuple(map(str, answers.field(answer, "transactions"))),
    )


async def follow(transport: Transport, first: int) -> AsyncGenerator[Block]:
    """Yield every block from a height on; a node that does not answer is waited for."""
    settings, height = transport.settings, first
    pause_s = settings.poll_s_min
    while True:
        try:
            found = await block(transport, height)
        except NotFound:
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * SLOWER, settings.poll_s_max)
            continue
        except (NodeUnreachable, NodeBusy) as failure:
            LOG.warning("following blocks: %s; trying again", failure)
            await asyncio.sleep(settings.backoff_s_max)
            continue
        yield found
        height, pause_s = height + 1, settings.poll_s_min


async def until(
    transport: Transport,
    look: Callable[[], Awaitable[T]],
    is_reached: Callable[[T], bool],
    timeout_s: float,
    what: str,
) -> T:
    """Look after each new block until it is as it should be; raises NotReached."""
    settings, end, seen = transport.settings, time.monotonic() + timeout_s, -1
    pause_s = settings.poll_s_min
    while True:
        height = answers.number(await transport.call("eth_blockNumber"))
        if height > seen:
            seen, pause_s = height, settings.poll_s_min
            found = await look()
            if is_reached(found):
                return found
        if time.monotonic() >= end:
            raise NotReached(f"{what}: not within {timeout_s:g} s")
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * SLOWER, settings.poll_s_max)
