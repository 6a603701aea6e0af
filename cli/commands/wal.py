"""`kumiai wal dump`: what consensus heard and said at the height under way, line by line."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from chain.errors import Malformed
from chain.types.certificate import BlockId, ProposalMessage, Vote
from cli.config import home_of, load_config
from cli.errors import CommandFailed
from cli.files import read_bounded
from cli.output import print_json, print_note, print_table
from cli.parser import Parser, Subparsers, add_command, add_home
from consensus.core.inputs import (
    CertificateReceived,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    TimeoutElapsed,
    ValueBuilt,
    VoteReceived,
)
from consensus.host.records import BlockReceived, EndHeight, Record, decode_record
from consensus.host.wal import SUFFIX, read_records

WAL_BYTES_MAX: Final = 1 << 30  # 1 GiB; CometBFT keeps as much in all


def register(subparsers: Subparsers) -> None:
    """Declare `wal` and its commands."""
    wal = add_command(
        subparsers, "wal", "read the write-ahead log of consensus", None, "kumiai wal dump"
    )
    commands = wal.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    dump = add_command(
        commands,
        "dump",
        "print every record of the log, of a running or stopped node",
        run_dump,
        "kumiai wal dump --home ./node --json",
    )
    dump.add_argument("--height", type=int, metavar="N", help="only this height")
    add_home(dump)


def run_dump(args: argparse.Namespace) -> int:
    """Print the records."""
    directory = load_config(home_of(args.home)).wal_dir
    paths = [p for p in sorted(directory.glob(f"*{SUFFIX}")) if p.stem.isdecimal()]
    chosen = [p for p in paths if args.height in (None, int(p.stem))]
    if not chosen:
        raise CommandFailed(f"no log at {directory}: name the node's directory with --home")
    rows = [row for path in chosen for row in read_log(path)]
    if args.json:
        for row in rows:
            print_json(row)
        return 0
    table = [[f"{row['height']:,}", str(row["index"]), row["record"], _text(row)] for row in rows]
    print_table(["height", "record", "kind", "says"], table)
    return 0


def read_log(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a log's records as JSON data, in order; says on stderr where it ends damaged."""
    data = read_bounded(path, WAL_BYTES_MAX)
    records, good = read_records(data)
    for index, raw in enumerate(records):
        try:
            content = describe(decode_record(raw))
        except Malformed as cause:
            content = {"record": "unreadable", "why": str(cause)}
        yield {"height": int(path.stem), "index": index, **content}
    if good < len(data):
        print_note(f"{path}: the last {len(data) - good:,} of {len(data):,} bytes do not read")


def describe(record: Record) -> dict[str, Any]:
    """Return a record as JSON data."""
    name = {"record": type(record).__name__}
    match record:
        case StartHeight(height, round_):
            return {**name, "at_height": height, "round": round_}
        case ProposalReceived(message, timely):
            return {**name, **_proposal(message), "timely": timely}
        case VoteReceived(vote):
            return {**name, **_vote(vote)}
        case ProposedValue(block_id, valid):
            return {**name, **_block(block_id), "valid": valid}
        case ValueBuilt(_, round_, block_id):
            return {**name, "round": round_, **_block(block_id)}
        case TimeoutElapsed(timeout):
            return {**name, "timeout": timeout.kind.name.lower(), "round": timeout.round}
        case CertificateReceived(certificate):
            signers = len(certificate.signatures)
            place = {"round": certificate.round, "signatures": signers}
            return {**name, **place, **_block(certificate.block_id)}
        case BlockReceived(block_id, payload):
            return {**name, **_block(block_id), "bytes": len(payload)}
        case EndHeight(height):
            return {**name, "at_height": height}


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "vote": vote.kind.name.lower(),
        "round": vote.round,
        "valid_round": vote.valid_round,
        "validator": f"0x{vote.validator.hex()}",
        **_block(vote.block_id),
    }


def _proposal(message: ProposalMessage) -> dict[str, Any]:
    return {
        "round": message.round,
        "valid_round": message.valid_round,
        "proposer": f"0x{message.proposer.hex()}",
        **_block(message.block_id),
    }


def _block(block_id: BlockId | None) -> dict[str, Any]:
    if block_id is None:
        return {"block_hash": None}
    return {"block_hash": f"0x{block_id.hash.hex()}", "time_ms": block_id.time_ms}


def _text(row: dict[str, Any]) -> str:
    shown = {k: v for k, v in row.items() if k not in ("height", "index", "record")}
    return ", ".join(f"{key} {'nil' if value is None else value}" for key, value in shown.items())
