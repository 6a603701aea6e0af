"""Files become a served chain; where a block is wrong, its number is told."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from cli.conformance.service import load_chain, serving
from cli.errors import CommandFailed
from rpc.config import RpcConfig
from tests.cli.conformance.ground import Built, encode


def test_what_was_imported_is_served(built: Built, tmp_path: Path) -> None:
    """Both files in, the head's hash out, by HTTP."""
    chain = load_chain(*built.write(tmp_path))

    async def ask() -> str:
        request = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "eth_getBlockByNumber",
            "params": ["latest"],
        }
        async with (
            serving(chain, RpcConfig(port=0), "kumiai/test") as server,
            aiohttp.ClientSession() as session,
            session.post(server.url, json=request) as response,
        ):
            return str((await response.json())["result"]["hash"])

    assert "0x" + built.blocks[-1].header.hash.hex() == asyncio.run(ask())


def test_the_block_that_is_refused_is_named(built: Built, tmp_path: Path) -> None:
    """A block that is missing makes the next one the bad one."""
    genesis, chain = built.write(tmp_path)
    with pytest.raises(CommandFailed):
        load_chain(genesis, tmp_path / "missing.rlp")
    chain.write_bytes(encode(built.blocks[0]) + encode(built.blocks[2]))
    with pytest.raises(CommandFailed, match="block 2 is refused: .*block 3: parent"):
        load_chain(genesis, chain)
