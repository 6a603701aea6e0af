"""
`kumiai bridge header`: the header that a client of another chain begins with, for its proposal.

    node of any chain --finalized block, hashed anew--> RLP on stdout, what it is of on stderr
"""

import argparse
import asyncio
from typing import TYPE_CHECKING

from chain.types.primitives import Height
from cli.errors import CommandFailed
from cli.output import print_json, print_line, print_note
from cli.parser import Subparsers, add_command, add_node, client_of
from cli.routes import number_type
from cli.units import format_seconds

if TYPE_CHECKING:
    from bridge.ends.end import EvmHeader


def register(subparsers: Subparsers) -> None:
    """Declare `bridge header`."""
    parser = add_command(
        subparsers,
        "header",
        "print a final header of a chain, as create_client takes it",
        run,
        "kumiai bridge header --node http://other.example:8545",
    )
    parser.add_argument(
        "--height", metavar="N", type=number_type, help="of this block (default: the newest final)"
    )
    add_node(parser)


def run(args: argparse.Namespace) -> int:
    """Print the header's RLP, and beside it what has to be compared with other sources."""
    chain_id, found = asyncio.run(_read(client_of(args).url, args.height))
    header, block_hash = "0x" + found.raw.hex(), "0x" + found.hash.hex()
    if args.json:
        what = {"chain_id": chain_id, "height": found.height, "time_s": found.time_s}
        print_json({**what, "hash": block_hash, "header": header})
        return 0
    when = format_seconds(found.time_s)
    print_note(f"block {found.height} of chain {chain_id}, {when}: {block_hash}")
    print_line(header)
    return 0


async def _read(url: str, height: int | None) -> "tuple[int, EvmHeader]":
    from bridge.endpoint import Endpoint
    from bridge.ends.ethereum import Ethereum

    endpoint = Endpoint(url)
    try:
        node = Ethereum(endpoint)
        newest = (await node.head()).height
        if height is not None and height > newest:
            raise CommandFailed(
                f"--height: a final block expected, at most {newest} at {url} now, found {height}"
            )
        wanted = Height(newest if height is None else height)
        return await node.chain_id(), await node.header(wanted)
    finally:
        await endpoint.close()
