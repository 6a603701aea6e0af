"""
An imported chain behind our JSON-RPC server, for as long as somebody asks it.

    genesis.json + chain.rlp --load_chain--> ImportedChain --serving--> http://127.0.0.1:PORT
"""

import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from chain.errors import ChainError
from chain.vm.machine import EXECUTION_STACK_BYTES
from cli.conformance.backend import ImportedBackend
from cli.conformance.chain import ImportedChain
from cli.conformance.decoding import decode_past_block, split_blocks
from cli.conformance.genesis import parse_genesis
from cli.errors import CommandFailed
from cli.files import read_bounded
from consensus.host.clock import SystemClock
from rpc.config import RpcConfig
from rpc.server import RpcServer

GENESIS_BYTES_MAX: Final = 100_000_000  # bytes of a genesis file
CHAIN_BYTES_MAX: Final = 1 << 30  # 1 GiB of blocks: all of it is held in memory


def load_chain(genesis: Path, blocks: Path) -> ImportedChain:
    """
    Import a file of blocks upon a genesis; raises CommandFailed that names the bad block.

    A thread of its own does it: calls inside of calls need more stack than this one has.
    """
    threading.stack_size(EXECUTION_STACK_BYTES)
    with ThreadPoolExecutor(1, "import") as worker:
        return worker.submit(_load, genesis, blocks).result()


def _load(genesis: Path, blocks: Path) -> ImportedChain:
    chain = ImportedChain(parse_genesis(read_bounded(genesis, GENESIS_BYTES_MAX)))
    for number, raw in enumerate(split_blocks(read_bounded(blocks, CHAIN_BYTES_MAX)), start=1):
        try:
            chain.add(decode_past_block(raw))
        except ChainError as cause:
            raise CommandFailed(f"{blocks}: block {number} is refused: {cause}") from cause
    return chain


@asynccontextmanager
async def serving(
    chain: ImportedChain, config: RpcConfig, client_version: str
) -> AsyncIterator[RpcServer]:
    """Serve a chain; raises OSError where the port is taken."""
    threading.stack_size(EXECUTION_STACK_BYTES)
    clock = SystemClock()
    with ThreadPoolExecutor(1, "reads") as workers:
        backend = ImportedBackend(chain, workers, client_version, lambda: clock.now_ms() // 1_000)
        server = RpcServer(backend, config)
        await server.start()
        try:
            yield server
        finally:
            await server.stop()
