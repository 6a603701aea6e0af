"""`kumiai inspect` and `kumiai wal dump` read a stopped node."""

import json
from contextlib import ExitStack
from pathlib import Path

from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from cli.config import load_config
from cli.node import load_genesis, open_ledger
from consensus.core.inputs import StartHeight, VoteReceived
from consensus.host.records import BlockReceived, EndHeight, encode_record
from consensus.host.wal import Wal
from tests.cli.conftest import At, Ran

BLOCK = BlockId(Hash32(b"\x07" * 32), Milliseconds(1_700_000_000_500))


def begin(home: Path) -> None:
    """Write block 0 of a home's chain."""
    config = load_config(home)
    with ExitStack() as stack:
        open_ledger(config, load_genesis(config), stack)


def test_inspect_says_where_a_node_stood(at: At, tmp_path: Path, ran: Ran) -> None:
    """Height, hash, validators and what was signed, as a table and as JSON."""
    at("devnet")
    begin(tmp_path / "h")
    found = json.loads(at("inspect", "--json").out)
    assert (0, []) == (found["chain"]["height"], found["problems"])
    answer = at("inspect")
    assert 0 == answer.status
    assert found["chain"]["block_hash"] in answer.out
    assert "has signed nothing at height -1" in answer.out


def test_wal_dump_prints_every_record(at: At, tmp_path: Path, ran: Ran) -> None:
    """Each record is a line with what it says; a torn end is named on stderr."""
    at("devnet")
    config = load_config(tmp_path / "h")
    vote = Vote(
        VoteKind.PREVOTE, Height(1), Round(0), BLOCK, NO_ROUND, Address(b"\x05" * 20), bytes(65)
    )
    wal = Wal(config.wal_dir)
    wal.open_height(Height(1))
    for record in (
        StartHeight(Height(1)),
        BlockReceived(BLOCK, b"12345"),
        VoteReceived(vote),
        EndHeight(Height(1)),
    ):
        wal.append(encode_record(record))
    wal.close()
    with (config.wal_dir / "000000000001.wal").open("ab") as file:
        file.write(b"xyz")
    answer = at("wal", "dump", "--json")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert ["StartHeight", "BlockReceived", "VoteReceived", "EndHeight"] == [
        line["record"] for line in lines
    ]
    assert (5, "prevote") == (lines[1]["bytes"], lines[2]["vote"])
    assert "the last 3 of" in answer.err
    assert "0x" + "05" * 20 in at("wal", "dump", "--height", "1").out
    assert "no log at" in at("wal", "dump", "--height", "2").err
