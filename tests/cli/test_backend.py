"""The node as its servers see it is the chain as it is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from chain.types.block import CommittedBlock
from chain.types.transaction import CheckedTransaction
from cli.backend import NodeBackend
from cli.fanout import Fanout
from rpc.backend import NodeStatus
from tests.chain.stage import CHAIN_ID, COIN_WEI, USERS, VALIDATOR, Chain


def backend_of(chain: Chain, thread: ThreadPoolExecutor) -> NodeBackend:
    """Return a backend over a chain in memory."""
    committed: Fanout[CommittedBlock] = Fanout(lossy=False)
    arrivals: Fanout[CheckedTransaction] = Fanout(lossy=True)
    chain.ledger.listen(committed.publish)
    chain.pool.on_pending = arrivals.publish
    for stream in (committed, arrivals):
        stream.attach(asyncio.get_running_loop())
    now_ms = lambda: chain.time_ms + 5_000  # noqa: E731 - a clock of one line
    return NodeBackend(chain.app, committed, arrivals, thread, now_ms, lambda: status_of(chain))


def status_of(chain: Chain) -> NodeStatus:
    """Return what the node of a chain in memory says of itself."""
    return NodeStatus(
        client_version="Kumiai/test",
        chain_id=CHAIN_ID,
        genesis_hash=chain.ledger.genesis_hash,
        is_syncing=False,
        peer_count=0,
        validator=VALIDATOR,
    )


def test_reads_streams_and_work():
    """Heads, blocks, states, environments, arrivals and commits come through unchanged."""
    chain = Chain()

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            backend = backend_of(chain, thread)
            blocks, arrivals = backend.committed(), backend.pool.arrivals()
            raw = chain.sign(0, USERS[1], COIN_WEI, gas=21_000)
            tx_hash = backend.pool.submit(raw)
            assert tx_hash == (await anext(arrivals)).transaction.hash
            assert 1 == backend.pool.next_nonce(USERS[0])
            block = await backend.run(chain.block)
            assert block == await anext(blocks) == backend.chain.head == backend.chain.block(1)
            assert 1 == backend.chain.height_of(block.header.hash)
            assert (1, 0) == backend.chain.locate(tx_hash)
            account = backend.chain.state(1).account(USERS[1])
            assert account is not None and 10_001 * COIN_WEI == account.balance_wei
            assert block.header.state_root == backend.chain.proof(USERS[1], [], 1).state_root
            assert 0 == backend.chain.oldest_state_height
            assert [] == list(backend.chain.logs_with([USERS[1]], [], 0, 1))
            assert VALIDATOR == backend.chain.validators(1).proposer.address

    asyncio.run(story())


def test_the_next_block_has_an_environment():
    """One above the head is the block to come: its height, base fee, time and parent."""
    chain = Chain()
    chain.block()

    async def story() -> None:
        with ThreadPoolExecutor(1) as thread:
            backend = backend_of(chain, thread)
            head, past = chain.head.header, backend.chain.environment(1)
            assert (1, head.timestamp_s) == (past.height, past.timestamp_s)
            coming = backend.chain.environment(2)
            assert 2 == coming.height
            assert head.hash == coming.parent_hash
            assert backend.chain.next_base_fee_wei == coming.base_fee_per_gas_wei
            assert (chain.time_ms + 5_000) // 1000 == coming.timestamp_s
            assert CHAIN_ID == backend.status.chain_id
            assert chain.time_ms == backend.chain.head_time_ms

    asyncio.run(story())
