"""A node's numbers: CometBFT's names, and the values that the chain has."""

import asyncio
import re

import aiohttp

from chain.beacon import NoLinks
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address
from cli.metrics import Metrics, MetricsServer
from tests.chain.accusations import block_id, vote
from tests.chain.stage import (
    CHAIN_ID,
    COIN_WEI,
    USERS,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    network_data,
)

NOBODY = Address(b"\0" * 20)

# As CometBFT's documentation has them, with what this chain adds at the end.
NAMES = {
    "blocksync_syncing",
    "consensus_block_interval_seconds",
    "consensus_block_size_bytes",
    "consensus_byzantine_validators",
    "consensus_byzantine_validators_power",
    "consensus_height",
    "consensus_late_votes",
    "consensus_missing_validators",
    "consensus_missing_validators_power",
    "consensus_num_txs",
    "consensus_proposal_receive_count",
    "consensus_quorum_prevote_delay",
    "consensus_rounds",
    "consensus_step_duration_seconds",
    "consensus_total_txs",
    "consensus_validator_last_signed_height",
    "consensus_validator_missed_blocks",
    "consensus_validator_power",
    "consensus_validators",
    "consensus_validators_power",
    "mempool_size",
    "p2p_peer_receive_bytes_total",
    "p2p_peer_send_bytes_total",
    "p2p_peers",
    "consensus_evidence_seen",
    "consensus_missed_links",
}


def value(metrics: Metrics, name: str, **labels: str) -> float:
    """Return a number by its name without namespace."""
    found = metrics.registry.get_sample_value(
        f"cometbft_{name}", {"chain_id": str(CHAIN_ID)} | labels
    )
    assert found is not None, name
    return found


def follow(metrics: Metrics, chain: Chain, own: Address) -> None:
    """Tell the metrics of the chain's newest block, as a node does."""
    height = chain.head.header.height
    metrics.committed(chain.head, chain.ledger.validators(height - 1), own)
    validators = chain.ledger.validators(height + 1)
    assert validators is not None
    metrics.elected(validators, own)


def test_names_are_cometbfts() -> None:
    """A dashboard made for CometBFT finds every name that this node has."""
    text = Metrics(CHAIN_ID).render().decode()
    names = set(re.findall(r"^# HELP cometbft_(\w+) ", text, re.MULTILINE))
    assert NAMES == {name for name in names if not name.endswith("_created")}
    assert f'cometbft_consensus_height{{chain_id="{CHAIN_ID}"}} 0.0' in text


def test_blocks_are_counted() -> None:
    """Height, transactions, sizes, intervals and powers are the chain's."""
    chain, metrics = Chain(), Metrics(CHAIN_ID)
    for seconds in (1, 2, 1):
        chain.send(0, USERS[1], COIN_WEI, gas=21_000)
        chain.block(seconds)
        follow(metrics, chain, VALIDATORS[0])
    assert (3, 1_000, 1_000) == (
        value(metrics, "consensus_height"),
        value(metrics, "consensus_validators_power"),
        value(metrics, "consensus_validator_power"),
    )
    assert 1 == value(metrics, "consensus_validators")
    count = len(chain.head.block.transactions)
    assert count == value(metrics, "consensus_num_txs")
    assert 3 * count == value(metrics, "consensus_total_txs")
    assert 100 < value(metrics, "consensus_block_size_bytes") < 5_000
    assert 2 == value(metrics, "consensus_block_interval_seconds_count")
    assert 3.0 == value(metrics, "consensus_block_interval_seconds_sum")
    assert 2 == value(metrics, "consensus_validator_last_signed_height")
    assert 0 == value(metrics, "consensus_validator_missed_blocks")


def test_blocks_without_a_link_are_counted() -> None:
    """What a header shows beside its parent: a link of the beacon, or none."""
    for links, missed in ((None, 0), (NoLinks(), 2)):
        chain, metrics = Chain(links=links), Metrics(CHAIN_ID)
        for _ in range(3):
            chain.block()
            follow(metrics, chain, VALIDATORS[0])
        assert missed == value(metrics, "consensus_missed_links")


def test_who_did_not_sign_is_counted() -> None:
    """Absent validators and their power are those of the last commit; an own absence is missed."""
    chain = Chain(data=network_data(40, 30, 20, 10), keys=VALIDATOR_KEYS[:4])
    absent, follower = Metrics(CHAIN_ID), Metrics(CHAIN_ID)
    for _ in range(3):
        block_id, _ = chain.propose()
        chain.app.commit(chain.certify(block_id, *VALIDATOR_KEYS[:3], round_=2))
        follow(absent, chain, VALIDATORS[3])
        follow(follower, chain, NOBODY)
    for metrics in (absent, follower):
        assert 4 == value(metrics, "consensus_validators")
        assert 1 == value(metrics, "consensus_missing_validators")
        assert 10 == value(metrics, "consensus_missing_validators_power")
        assert 2 == value(metrics, "consensus_rounds")
    assert (10, 2) == (
        value(absent, "consensus_validator_power"),
        value(absent, "consensus_validator_missed_blocks"),
    )
    assert (0, 0) == (
        value(follower, "consensus_validator_power"),
        value(follower, "consensus_validator_missed_blocks"),
    )


def test_who_is_accused_is_counted() -> None:
    """A block with proof of two votes names a byzantine validator and its power."""
    chain = Chain(data=network_data(40, 30, 20, 10), keys=VALIDATOR_KEYS[:4])
    metrics = Metrics(CHAIN_ID)
    chain.block()
    votes = (
        vote(VoteKind.PREVOTE, 1, 0, block_id(number), key=VALIDATOR_KEYS[2]) for number in (1, 2)
    )
    assert chain.app.add_evidence(DuplicateVote(*votes))
    seen = []
    for _ in range(2):
        chain.block()
        follow(metrics, chain, VALIDATORS[0])
        names = ("consensus_byzantine_validators", "consensus_byzantine_validators_power")
        seen.append(tuple(value(metrics, name) for name in names))
    assert [(1, 20), (0, 0)] == seen


def test_a_page_is_served_and_refreshed() -> None:
    """GET /metrics answers in Prometheus' format, with gauges read at that moment."""
    metrics, asked = Metrics(CHAIN_ID), []

    def refresh() -> None:
        asked.append(1)
        metrics.pool_size.set(len(asked))
        metrics.peer_bytes("0xab", 10, 20)

    async def story() -> list[str]:
        server = MetricsServer(metrics, "127.0.0.1", 0)
        await server.start()
        serving = asyncio.ensure_future(server.serve())
        pages = []
        async with aiohttp.ClientSession() as client:
            for _ in range(2):
                async with client.get(f"http://127.0.0.1:{server.port}/metrics") as answer:
                    assert 200 == answer.status
                    assert answer.headers["Content-Type"].startswith("text/plain; version=")
                    pages.append(await answer.text())
            async with client.get(f"http://127.0.0.1:{server.port}/") as answer:
                assert 404 == answer.status
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        return pages

    metrics.before_scrape(refresh)
    first, second = asyncio.run(story())
    assert f'cometbft_mempool_size{{chain_id="{CHAIN_ID}"}} 1.0' in first
    assert f'cometbft_mempool_size{{chain_id="{CHAIN_ID}"}} 2.0' in second
    label = f'chain_id="{CHAIN_ID}",peer_id="0xab"'
    assert f"cometbft_p2p_peer_send_bytes_total{{{label}}} 10.0" in second
    assert f"cometbft_p2p_peer_receive_bytes_total{{{label}}} 20.0" in second
