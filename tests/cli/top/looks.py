"""Looks at nodes that are only made up."""

from dataclasses import replace

from cli.top.snapshot import BlockSeen, Disk, Numbers, Snapshot

ALICE, BOB, CAROL = (f"0x{digit * 40}" for digit in "abc")
POWER = {ALICE: 50, BOB: 30, CAROL: 20}


def block(height: int, **changes: object) -> BlockSeen:
    """A block a second, signed by all but Carol."""
    seen = BlockSeen(
        height=height,
        time_ms=1_700_000_000_000 + height * 1_000,
        transactions=3,
        gas_used=15_000_000,
        gas_limit=30_000_000,
        base_fee_wei=1_000_000_000,
        proposer=ALICE,
        round=0,
        power=POWER,
        signed=frozenset({ALICE, BOB}),
        events={("compute", "OrderOpened"): 2},
    )
    return replace(seen, **changes)  # type: ignore[arg-type]


def look(*blocks: BlockSeen, **changes: object) -> Snapshot:
    """A node that stands at the last of these blocks."""
    found = Snapshot(
        url="http://127.0.0.1:8545",
        time_ms=blocks[-1].time_ms + 400,
        version="Kumiai/v0.1.0",
        chain_id=7,
        height=blocks[-1].height,
        peers=3,
        is_syncing=False,
        target_height=None,
        validator=ALICE,
        pending=4,
        queued=1,
        names={ALICE: "alice", BOB: "bob"},
        blocks=blocks,
        numbers=Numbers(round=1, received_bytes=2_048, sent_bytes=3, lag_blocks=None),
        disk=Disk(5 * 2**20, 2**30, 2**31),
    )
    return replace(found, **changes)  # type: ignore[arg-type]
