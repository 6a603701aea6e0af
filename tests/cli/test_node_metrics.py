"""What a running node writes into its metrics."""

import asyncio
from collections.abc import AsyncIterator

from chain.types.block import CommittedBlock
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Height, Milliseconds, Round
from cli.node_metrics import NodeMetrics
from consensus.core.round import RoundState, Step
from consensus.host.clock import ManualClock
from tests.chain.accusations import block_id, proposal, vote
from tests.chain.stage import (
    COIN_WEI,
    USERS,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    network_data,
)
from tests.cli.test_metrics import value

HEIGHT = Height(1)
BLOCK = block_id(1)  # proposed at 1,001 ms


def network() -> Chain:
    """Four validators with 40, 30, 20 and 10 at stake; this node is the first."""
    return Chain(data=network_data(40, 30, 20, 10), keys=VALIDATOR_KEYS[:4])


def test_blocks_that_become_final_are_followed() -> None:
    """Height, own power and signatures move with the chain; a block ends catching up."""
    chain = network()
    metrics = NodeMetrics(chain.app, ManualClock())

    async def story() -> None:
        async def blocks() -> AsyncIterator[CommittedBlock]:
            for _ in range(2):
                metrics.observer.on_behind(Height(0), Height(2))
                yield chain.block()

        await metrics.follow(blocks())

    asyncio.run(story())
    numbers = metrics.numbers
    assert (2, 1) == (
        value(numbers, "consensus_height"),
        value(numbers, "consensus_validator_last_signed_height"),
    )
    assert (40, 100) == (
        value(numbers, "consensus_validator_power"),
        value(numbers, "consensus_validators_power"),
    )
    assert 0 == value(numbers, "blocksync_syncing")


def test_before_the_first_block_the_set_is_known() -> None:
    """A node that has just started says who decides, and whether it is catching up."""
    chain = network()
    metrics = NodeMetrics(chain.app, ManualClock())

    async def none() -> AsyncIterator[CommittedBlock]:
        for block in ():
            yield block

    asyncio.run(metrics.follow(none()))
    metrics.observer.on_behind(Height(0), Height(9))
    assert 4 == value(metrics.numbers, "consensus_validators")
    assert 1 == value(metrics.numbers, "blocksync_syncing")


def test_pool_and_peers_are_read_at_each_scrape() -> None:
    """What waits in the pool is counted when somebody asks, not when it comes."""
    chain = network()
    metrics = NodeMetrics(chain.app, ManualClock())
    metrics.watch(None)
    metrics.numbers.render()
    assert 0 == value(metrics.numbers, "mempool_size")
    for _ in range(3):
        chain.send(0, USERS[1], COIN_WEI, gas=21_000)
    metrics.numbers.render()
    assert 3 == value(metrics.numbers, "mempool_size")
    assert 0 == value(metrics.numbers, "p2p_peers")


def test_the_steps_of_a_round_are_timed() -> None:
    """Each step's time goes to its own name, and the round under way is told."""
    metrics = NodeMetrics(network().app, ManualClock())
    observer, numbers = metrics.observer, metrics.numbers
    for now_ms, round_, step in (
        (1_000, 0, Step.PROPOSE),
        (1_250, 0, Step.PREVOTE),
        (1_750, 1, Step.PROPOSE),
    ):
        state = RoundState(HEIGHT, VALIDATORS[0], Round(round_), step)
        observer.on_step(state, Milliseconds(now_ms))
    for step, seconds in (("propose", 0.25), ("prevote", 0.5)):
        assert seconds == value(numbers, "consensus_step_duration_seconds_sum", step=step)
        assert 1 == value(numbers, "consensus_step_duration_seconds_count", step=step)
    assert 1 == value(numbers, "consensus_rounds")


def test_the_delay_of_a_polka_is_counted_from_the_proposals_time() -> None:
    """The prevote that completes two thirds of the power sets the delay; later ones do not."""
    chain = network()
    metrics = NodeMetrics(chain.app, ManualClock())
    observer, numbers = metrics.observer, metrics.numbers
    observer.on_new_height(HEIGHT, chain.app.validators())
    observer.on_proposal(proposal(1, 0, BLOCK), True, Milliseconds(1_100))
    for key, received_ms, delay_s in (
        (VALIDATOR_KEYS[1], 1_301, 0.0),  # 30 of 100
        (VALIDATOR_KEYS[1], 1_302, 0.0),  # once more says nothing new
        (VALIDATOR_KEYS[2], 1_401, 0.0),  # 50
        (VALIDATOR_KEYS[0], 1_501, 0.5),  # 90
        (VALIDATOR_KEYS[3], 1_901, 0.5),
    ):
        word = vote(VoteKind.PREVOTE, 1, 0, BLOCK, key=key)
        observer.on_vote(word, Milliseconds(received_ms))
        assert delay_s == value(numbers, "consensus_quorum_prevote_delay")
    assert 1 == value(numbers, "consensus_proposal_receive_count")


def test_late_votes_and_faults_are_counted() -> None:
    """Votes that came too late, and proofs of faults."""
    metrics = NodeMetrics(network().app, ManualClock())
    late = vote(VoteKind.PRECOMMIT, 1, 0, BLOCK)
    metrics.observer.on_late_vote(late)
    metrics.observer.on_late_vote(late)
    other = vote(VoteKind.PRECOMMIT, 1, 0, block_id(2))
    metrics.observer.on_evidence(DuplicateVote(late, other))
    assert 2 == value(metrics.numbers, "consensus_late_votes")
    assert 1 == value(metrics.numbers, "consensus_evidence_seen")
