"""The rows that panes show."""

from cli.top.snapshot import Numbers
from cli.top.tables import (
    activity_rows,
    block_rows,
    fields,
    format_bytes,
    percent,
    sync_of,
    validator_rows,
)
from tests.cli.top.looks import ALICE, BOB, block, look


def test_a_nodes_standing_is_told():
    """With units, and a dash where nothing is known."""
    found = look(block(1), block(2))
    told = dict(fields(found, found.time_ms + 5_000))
    assert "2, 5 s ago" == told["height"]
    assert "3, 2.0 KiB in, 3 B out" == told["peers"]
    assert "4 ready, 1 behind a gap" == told["mempool"]
    assert "5.0 MiB, 1.0 GiB free" == told["disk"]
    bare = look(block(1), numbers=None, disk=None, pending=None, validator=None)
    told = dict(fields(bare, bare.time_ms))
    assert ("-", "-", "3") == (told["disk"], told["mempool"], told["peers"])
    assert "0 decided the last block" == told["round"]
    assert "nobody: it follows" == told["votes as"]


def test_sync_is_told_of_nodes_and_replicas():
    """Level, catching up with or without a target, or behind a source."""
    assert "level" == sync_of(look(block(1)))
    assert "catching up" == sync_of(look(block(1), is_syncing=True))
    assert "7 blocks to go" == sync_of(look(block(1), is_syncing=True, target_height=8))
    assert "4 blocks behind its source" == sync_of(look(block(1), numbers=Numbers(lag_blocks=4)))


def test_blocks_stand_newest_first():
    """With the time since the one before, and the power that signed."""
    rows = block_rows(look(block(1), block(2, power={}, signed=frozenset())))
    assert ("2", "1.00 s", "3", "50 %", "1 gwei", "0", "-") == rows[0]
    assert ("1", "-", "80 %, 2 of 3") == (rows[1][0], rows[1][1], rows[1][6])


def test_votes_are_a_strip_of_blocks():
    """Signed, missed, proposed, and not yet elected; the strongest validator first."""
    first = block(1, power={ALICE: 50}, signed=frozenset({ALICE}), proposer=BOB)
    rows = validator_rows(look(first, block(2), block(3, proposer=BOB)))
    assert ("alice", "50 %", "3 of 3", "■◆■") == rows[0]
    assert ("bob", "30 %", "2 of 2", " ■◆") == rows[1]
    assert ("0xcccccccccccc", "20 %", "0 of 2", " ··") == rows[2]


def test_activity_is_counted_over_the_blocks_that_are_shown():
    """The most frequent first; what the last block did stands beside."""
    quiet = block(2, events={("staking", "Bonded"): 1})
    assert [("compute", "OrderOpened", "2", "0"), ("staking", "Bonded", "1", "1")] == (
        activity_rows(look(block(1), quiet))
    )


def test_sizes_and_shares_have_units():
    """What is not whole is never 100 %."""
    assert ("0 B", "1023 B", "1.0 KiB", "2.5 GiB") == tuple(
        map(format_bytes, (0, 1_023, 1_024, 5 * 2**29))
    )
    assert ("99 %", "100 %", "-") == (percent(999, 1_000), percent(5, 5), percent(1, 0))
