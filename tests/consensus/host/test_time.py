"""Time in consensus: proposer-based timestamps, clocks that are wrong, waits that end."""

import asyncio
from pathlib import Path

import pytest

from chain.certificates import address_of
from chain.types.certificate import Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds, Round
from chain.types.validators import ValidatorSet
from consensus.core.inputs import Timeout, TimeoutElapsed, TimeoutKind
from consensus.core.round import RoundState
from consensus.host.config import EngineConfig, SyncConfig, TimeoutConfig
from consensus.host.network import MemoryHub, Message, ProposedBlock
from tests.consensus.stage import (
    EPOCH_MS,
    FAST,
    Home,
    LoopClock,
    homes,
    play,
    reach,
    together,
)

NARROW = EngineConfig(
    timeouts=FAST, block_interval_ms=100, resend_ms=50, precision_ms=100, message_delay_ms=200
)


class Notes:
    """An observer that writes everything down."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def on_new_height(self, height: Height, validators: ValidatorSet) -> None:
        """Note it."""
        self.lines.append(f"height {height}")

    def on_step(self, state: RoundState, now_ms: Milliseconds) -> None:
        """Note it."""
        self.lines.append(f"{now_ms} {state}")

    def on_proposal(
        self, message: ProposalMessage, timely: bool, received_ms: Milliseconds
    ) -> None:
        """Note it."""
        self.lines.append(f"{received_ms} {message} {timely}")

    def on_vote(self, vote: Vote, received_ms: Milliseconds) -> None:
        """Note it."""
        self.lines.append(f"{received_ms} {vote}")

    def on_late_vote(self, vote: Vote) -> None:
        """Note it."""
        self.lines.append(f"late {vote}")

    def on_commit(
        self, certificate: Certificate, validators: ValidatorSet, now_ms: Milliseconds
    ) -> None:
        """Note it."""
        self.lines.append(f"{now_ms} {certificate}")

    def on_evidence(self, evidence: Evidence) -> None:
        """Note it."""
        self.lines.append(f"{evidence}")

    def on_behind(self, height: Height, target: Height) -> None:
        """Note it."""
        self.lines.append(f"behind {height} {target}")


def skewed(path: Path, *skews_ms: int) -> list[Home]:
    """Four validators whose clocks are wrong by so much."""
    nodes = homes(path, 4)
    for node, skew_ms in zip(nodes, skews_ms, strict=True):
        node.clock = LoopClock(skew_ms)
    return nodes


def test_clocks_within_precision_agree_in_round_0(tmp_path: Path) -> None:
    """PBTS: clocks that differ less than the precision cost no round."""
    nodes = skewed(tmp_path, -40, 0, 30, 50)
    play(together(nodes, 8, config=NARROW))
    assert {0} == {c.round for c in nodes[0].chain.certificates[:8]}


def test_a_fast_clock_loses_its_rounds_and_moves_no_time(tmp_path: Path) -> None:
    """PBTS: blocks from the future get nil; the chain's time stays with the others' clocks."""
    nodes = skewed(tmp_path, 0, 0, 0, 5_000)
    play(together(nodes, 8, config=NARROW))
    certificates = nodes[0].chain.certificates[:8]
    assert max(c.block_id.time_ms for c in certificates) < EPOCH_MS + 5_000
    assert {c.round for c in certificates} > {0}


def test_a_slow_clock_loses_its_rounds(tmp_path: Path) -> None:
    """PBTS: a block older than the delay allows gets nil from the others; time still rises."""
    nodes = skewed(tmp_path, 0, 0, 0, -5_000)
    play(together(nodes, 8, config=NARROW))
    times = [c.block_id.time_ms for c in nodes[0].chain.certificates[:8]]
    assert sorted(set(times)) == times
    assert times[0] >= EPOCH_MS - 300


def test_a_proposer_waits_until_the_clock_has_passed_the_parent(tmp_path: Path) -> None:
    """a6: nobody proposes a time before its own clock shows it, also after a fast clock's block."""
    nodes = skewed(tmp_path, 0, 0, 0, 90)  # within the precision: its blocks are taken
    quick = EngineConfig(timeouts=FAST, block_interval_ms=1, resend_ms=50, precision_ms=100)
    proposed: list[tuple[int, int]] = []
    hub = MemoryHub()

    own = {str(i): address_of(node.key.public_key) for i, node in enumerate(nodes)}

    def passes(sender: str, receiver: str, message: Message) -> bool:
        if (
            isinstance(message, ProposedBlock)
            and message.message.proposer == own[sender] != own["3"]
        ):
            proposed.append((message.message.block_id.time_ms, LoopClock().now_ms()))
        return True

    hub.passes = passes
    play(together(nodes, 12, hub, quick))
    assert proposed
    assert [] == [time_ms for time_ms, clock_ms in proposed if time_ms > clock_ms]


def test_a_proposal_counts_from_when_it_came(tmp_path: Path) -> None:
    """A proposal that waited for the height to begin is as timely as on arrival."""
    nodes = homes(tmp_path, 4)
    slow = EngineConfig(
        timeouts=FAST, block_interval_ms=400, resend_ms=50, precision_ms=10, message_delay_ms=50
    )
    play(together(nodes, 6, config=slow))
    assert {0} == {c.round for c in nodes[0].chain.certificates[:6]}


def test_waits_of_a_long_halt_end(tmp_path: Path) -> None:
    """tendermint#1464, besu#7642: after minutes without a quorum the chain goes on at once."""
    nodes, hub = homes(tmp_path, 4), MemoryHub()
    hub.passes = lambda sender, receiver, message: False
    gone_on: list[float] = []

    async def story() -> None:
        lives = [node.live(hub.join(str(i))) for i, node in enumerate(nodes)]

        async def heal() -> None:
            await asyncio.sleep(100)
            hub.passes = lambda sender, receiver, message: True
            gone_on.append(asyncio.get_running_loop().time())

        healing = asyncio.ensure_future(heal())
        await reach(nodes, 2, lives)
        await healing
        gone_on.append(asyncio.get_running_loop().time())

    play(story())
    assert gone_on[1] - gone_on[0] < 5


@pytest.mark.parametrize("kind", list(TimeoutKind))
def test_two_waits_scheduled_together_both_end(tmp_path: Path, kind: TimeoutKind) -> None:
    """cometbft#3092, serai#382: each wait is its own; none replaces another."""
    ended: list[Timeout] = []
    node = homes(tmp_path, 4)[0]

    async def story() -> None:
        living = asyncio.ensure_future(node.live())
        await asyncio.sleep(0.01)
        assert node.engine is not None
        run = node.engine._run
        assert run is not None

        def note(event: object) -> None:
            if isinstance(event, TimeoutElapsed):
                ended.append(event.timeout)

        run._happens = note  # type: ignore[method-assign,assignment]
        for each in (*TimeoutKind, kind):
            run._beside.spawn(run._wait, Timeout(each, Height(1), Round(7)))
        await asyncio.sleep(1)
        living.cancel()
        await asyncio.gather(living, return_exceptions=True)

    play(story())
    assert sorted([*TimeoutKind, kind]) == sorted(w.kind for w in ended if w.round == 7)


def test_equal_stories_run_equally(tmp_path: Path) -> None:
    """Given a deterministic loop and clock, every event of every node comes in the same order."""

    def told(path: Path) -> list[list[str]]:
        nodes, hub = homes(path, 4), MemoryHub()
        notes = [Notes() for _ in nodes]
        count = [0]

        def passes(sender: str, receiver: str, message: Message) -> bool:
            count[0] += 1
            return count[0] % 7 > 0  # some are lost, so that repeats and rounds happen

        hub.passes = passes
        config = EngineConfig(
            timeouts=FAST, block_interval_ms=20, resend_ms=50, sync=SyncConfig(tick_ms=20)
        )
        lives = [
            node.live(hub.join(str(i)), config, observer=notes[i]) for i, node in enumerate(nodes)
        ]
        play(reach(nodes, 8, lives))
        return [note.lines for note in notes]

    first, second = told(tmp_path / "1"), told(tmp_path / "2")
    assert first == second
    assert all(len(lines) > 50 for lines in first)


def test_waits_are_bounded_whatever_the_round() -> None:
    """No round makes a wait longer than the cap, and the cap holds for every kind."""
    waits = TimeoutConfig(cap_ms=5_000)
    for round_ in (0, 1, 10, 1_000, 2**31, 2**62):
        for kind in TimeoutKind:
            assert waits.duration_ms(Timeout(kind, Height(1), Round(round_))) <= 5_000
