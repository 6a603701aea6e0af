"""A stored chain is executed once more, and only what follows from itself is taken."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chain.app import Application
from chain.ledger import Ledger
from chain.store.leveldb import TABLE_SUFFIXES
from chain.types.certificate import Certificate
from chain.types.primitives import ZERO_ADDRESS, Height
from cli.errors import CommandFailed
from cli.replaying import AHEAD_BLOCKS, BulkStore, Foreseen, replay_blocks
from tests.chain.stage import CHAIN_ID, USERS, Chain, genesis_data

BLOCKS = AHEAD_BLOCKS + 3


@pytest.fixture(scope="module")
def source() -> Chain:
    """A chain with a transfer in each block but the last."""
    chain = Chain()
    for _ in range(BLOCKS - 1):
        chain.send(0, USERS[1], value_wei=1)
        chain.block()
    chain.block()
    return chain


def target(data: dict[str, Any] | None = None) -> tuple[Application, Foreseen]:
    """Return a chain at its genesis that executes what it is given."""
    fresh = Chain(data=data)
    pool = Foreseen(CHAIN_ID, fresh.pool._block_gas_max, lambda: 0)
    return Application(fresh.rules, fresh.ledger, pool, lambda: 0, ZERO_ADDRESS), pool


def test_every_block_comes_out_the_same(source: Chain) -> None:
    """Headers, receipts, senders and certificates of the copy are those of the source."""
    app, pool = target()
    done = list(replay_blocks(source.ledger, app, pool, BLOCKS))
    assert [1] * (BLOCKS - 1) + [0] == [len(block.checked) for block in done]
    for height in range(1, BLOCKS + 1):
        assert source.ledger.block(height) == app.ledger.block(height)
    assert list(source.ledger.state().accounts()) == list(app.ledger.state().accounts())


def test_it_goes_on_where_it_stopped(source: Chain) -> None:
    """A replay up to some block is continued by the next one, which does nothing twice."""
    app, pool = target()
    assert 2 == len(list(replay_blocks(source.ledger, app, pool, 2)))
    rest = list(replay_blocks(source.ledger, app, pool, BLOCKS))
    assert list(range(3, BLOCKS + 1)) == [block.certificate.height for block in rest]
    assert [] == list(replay_blocks(source.ledger, app, pool, BLOCKS))


def test_transactions_are_checked_ahead_once(
    source: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Execution finds every signer known; a recovery there would be the second one."""

    def refuse(*values: object, **named: object) -> None:
        raise AssertionError("recovered while it is executed")

    monkeypatch.setattr("chain.app.check_transaction", refuse)
    app, pool = target()
    assert BLOCKS == len(list(replay_blocks(source.ledger, app, pool, BLOCKS)))


@pytest.mark.parametrize("place", ["payload", "certificate"])
def test_a_block_that_was_tampered_with_is_named(
    source: Chain, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A changed byte or a signature that is nobody's: refused with the height, all below stays."""
    certificate_of, payload_of = source.ledger.certificate, source.ledger.payload

    def payload(height: int) -> bytes | None:
        true = payload_of(height)
        if height != 3 or true is None:
            return true
        return true[:-200] + bytes([true[-200] ^ 1]) + true[-199:]

    def certificate(height: Height) -> Certificate | None:
        true = certificate_of(height)
        if height != 3 or true is None:
            return true
        signer, signature = true.signatures[0]
        wrong = bytes([signature[0] ^ 1]) + signature[1:]
        return replace(true, signatures=((signer, wrong),))

    forged = payload if place == "payload" else certificate
    monkeypatch.setattr(source.ledger, place, forged)
    app, pool = target()
    with pytest.raises(CommandFailed, match="block 3 is refused"):
        list(replay_blocks(source.ledger, app, pool, BLOCKS))
    assert 2 == app.ledger.head.header.height


def test_another_chain_is_refused(source: Chain) -> None:
    """Blocks go upon the genesis that they came from, and nothing is written otherwise."""
    other = genesis_data()
    other["time_s"] += 1
    app, pool = target(other)
    with pytest.raises(CommandFailed, match="is not one of the source"):
        list(replay_blocks(source.ledger, app, pool, BLOCKS))
    assert 0 == app.ledger.head.header.height


def test_a_source_without_its_first_blocks_says_which_it_keeps(
    source: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that began above genesis cannot be executed from genesis on."""
    monkeypatch.setattr(Ledger, "oldest_block_height", Height(5))
    app, pool = target()
    with pytest.raises(CommandFailed, match="block 1 is wanted, the source keeps 5 and above"):
        list(replay_blocks(source.ledger, app, pool, BLOCKS))


def test_all_is_on_the_disk_when_the_database_is_closed(tmp_path: Path) -> None:
    """What was written without waiting lies in synced tables, and nothing in the log alone."""
    store = BulkStore(tmp_path)
    store.write([(bytes([number]), bytes(1_000)) for number in range(200)], sync=True)
    assert sum(path.stat().st_size for path in tmp_path.glob("*.log")) > 0
    store.close()
    store.close()  # a second one does nothing
    assert 0 == sum(path.stat().st_size for path in tmp_path.glob("*.log"))
    assert [] != [path for path in tmp_path.iterdir() if path.suffix in TABLE_SUFFIXES]
