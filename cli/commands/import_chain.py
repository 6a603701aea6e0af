"""`kumiai import`: a chain from elsewhere, executed, served, and held to recorded answers."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from cli.conformance.chain import ImportedChain
from cli.conformance.recordings import read_recordings
from cli.conformance.replay import Outcome, replay
from cli.conformance.report import surprises, write_report
from cli.conformance.service import load_chain, serving
from cli.errors import CommandFailed, UsageWrong
from cli.files import write_atomically
from cli.node import client_version
from cli.output import print_json, print_line, waiting
from cli.parser import Subparsers, add_command
from rpc.config import RpcConfig


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "import",
        "execute an Ethereum chain (Frontier to Prague) and serve it, to test the RPC",
        run,
        "kumiai import --genesis genesis.json chain.rlp",
    )
    parser.add_argument("chain", metavar="CHAIN.RLP", help="blocks, as go-ethereum exports them")
    parser.add_argument("--genesis", metavar="FILE", required=True, help="go-ethereum's genesis")
    parser.add_argument("--port", type=int, default=8545, help="of JSON-RPC (default: 8545)")
    parser.add_argument("--replay", metavar="DIR", help="send recorded requests instead of serving")
    parser.add_argument("--report", metavar="FILE", help="with --replay: write what agrees here")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(args: argparse.Namespace) -> int:
    """Import the chain, then serve it until interrupted or replay what was recorded."""
    if args.report and not args.replay:
        raise UsageWrong("--report tells of a replay: name the recordings with --replay DIR")
    with waiting("executing the blocks"):
        chain = load_chain(Path(args.genesis), Path(args.chain))
    head = chain.head.header
    imported = {"height": head.height, "head": "0x" + head.hash.hex()}
    if not args.json:
        print_line(f"{head.height:,} blocks imported, head {imported['head']}")
    if not args.replay:
        asyncio.run(_serve(chain, args.port, imported if args.json else None))
        return 0
    outcomes = asyncio.run(replay_upon(chain, Path(args.replay)))
    if args.report:
        page = write_report(outcomes, head.height)
        write_atomically(Path(args.report), page.encode(), mode=0o644)
    return _conclude(outcomes, imported if args.json else None)


async def replay_upon(chain: ImportedChain, directory: Path) -> list[Outcome]:
    """Serve a chain on some free port and send it every recorded request."""
    recordings = read_recordings(directory)
    async with serving(chain, RpcConfig(port=0), client_version()) as server:
        return await replay(recordings, server.url)


async def _serve(chain: ImportedChain, port: int, imported: dict[str, Any] | None) -> None:
    """Serve until interrupted; say where, in JSON with what was imported, if that is given."""
    try:
        async with serving(chain, RpcConfig(port=port), client_version()) as server:
            if imported is not None:
                print_json({**imported, "rpc": server.url})
            else:
                print_line(f"JSON-RPC at {server.url}; Ctrl-C ends it")
            await asyncio.Event().wait()
    except OSError as cause:
        raise CommandFailed(f"port {port} is taken: choose another with --port") from cause


def _conclude(outcomes: list[Outcome], imported: dict[str, Any] | None) -> int:
    right = sum(outcome.found is None for outcome in outcomes)
    found = surprises(outcomes)
    if imported is not None:
        counts = {"agreeing": right, "recorded": len(outcomes)}
        print_json({**imported, **counts, "unexplained": found})
        return 1 if found else 0
    print_line(f"{right} of {len(outcomes)} recordings agree")
    for line in found:
        print_line(line)
    return 1 if found else 0
