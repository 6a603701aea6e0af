"""A validator that dies in the middle of a later round comes back to that round and votes on."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from consensus.core.round import RoundState
from consensus.host.network import MemoryHub
from consensus.host.observer import NullObserver
from tests.consensus.host.test_gossip import BY_ADDRESS, TURNS
from tests.consensus.stage import CONFIG, Crash, Home, ToyChain, play, reach, validators


class Steps(NullObserver):
    """Notes the rounds that a node passes."""

    def __init__(self) -> None:
        self.rounds: list[int] = []

    def on_step(self, state: RoundState, now_ms: int) -> None:
        """Note the round."""
        self.rounds.append(state.round)


def crash_in_round(home: Home, round_: int, place: str) -> Callable[[str], None]:
    """Fail point that dies at a place once the node has reached a round of height 1."""

    def fail(passed: str) -> None:
        state = home.engine.round_state if home.engine is not None else None
        if passed == place and state is not None and state.round >= round_:
            raise Crash(place)

    return fail


@pytest.mark.parametrize("place", ["sign.before", "sign.after", "wal.after_sync"])
def test_a_restart_in_a_later_round_resumes_that_round(
    tmp_path: Path, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    """
    babylon-node#243, tendermint#6169: it neither starts again in round 0 nor refuses to vote.

    The proposer of round 0 is away, so all three others are needed in round 1.
    """
    nodes = [
        Home(tmp_path / str(i), ToyChain(validators(4)), BY_ADDRESS[turn])
        for i, turn in enumerate(TURNS[1:])
    ]
    steps, hub = Steps(), MemoryHub()

    async def dying() -> None:
        with pytest.raises(Crash):
            await nodes[2].live(hub.join("2"), CONFIG, crash_in_round(nodes[2], 1, place))
        await nodes[2].live(hub.join("2"), CONFIG, observer=steps)

    async def story() -> None:
        lives = [nodes[i].live(hub.join(str(i)), CONFIG) for i in range(2)]
        await reach(nodes, 1, [*lives, dying()])

    with caplog.at_level(logging.ERROR):
        play(story())
    assert [] == [record.getMessage() for record in caplog.records]
    assert {1} == {node.chain.certificates[0].round for node in nodes}
    assert 1 == max(steps.rounds[: steps.rounds.index(1) + 1])


def test_a_validator_with_more_than_a_third_votes_on_after_its_restart(tmp_path: Path) -> None:
    """tendermint#8739: one of two cannot be done without; its replayed prevote is no trouble."""
    members = validators(2)
    nodes = [
        Home(tmp_path / str(i), ToyChain(members), BY_ADDRESS[member.address])
        for i, member in enumerate(members)
    ]
    hub = MemoryHub()

    async def dying() -> None:
        for place in ("sign.after", "wal.after_sync", "sign.before"):
            with pytest.raises(Crash):
                await nodes[1].live(hub.join("1"), CONFIG, crash_in_round(nodes[1], 0, place))
        await nodes[1].live(hub.join("1"), CONFIG)

    async def story() -> None:
        await reach(nodes, 4, [nodes[0].live(hub.join("0"), CONFIG), dying()])

    play(story())
    chains = [[c.block_id for c in node.chain.certificates[:4]] for node in nodes]
    assert chains[0] == chains[1]
