"""Which headers a client remembers: bounded, the newest always, and what was forgotten is gone."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.assembly import own
from chain.types.primitives import Height, Milliseconds, Seconds
from modules.bridge import headers
from modules.bridge.module import Bridge
from modules.bridge.packets import COMMITMENTS_SLOT
from modules.bridge.params import BOND_WAIT_S_MAX
from modules.bridge.records import (
    HEADERS_MAX,
    TIMEOUT_S_MAX,
    ClientKind,
    ConsensusState,
    PacketState,
)
from modules.bridge.refusals import HeaderRefused, UnknownHeight
from tests.modules.bridge.sealing import update_of
from tests.modules.bridge.town import (
    OTHER,
    ROUTE,
    TRUSTING_S,
    UNBONDING_S,
    Side,
    Town,
    fork,
    hashed,
)
from tests.modules.bridge.witnesses import CLIENT, Witnesses

STEP_S = 90_000  # from one update to the next: below the trusting period
WEEK_S = int(TIMEOUT_S_MAX)


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def heights(side: Side, client: int = 1) -> tuple[Height, ...]:
    """Return what a client of a side remembers."""
    count = side.do("remembered_headers", client).count
    found = side.do("trusted_heights", client, 0, 100)
    assert count == len(found)
    return tuple(found)


def age(town: Town, seconds: int) -> Height:
    """Let time pass, with an update from time to time; return the newest trusted height."""
    height = town.learn(town.a, town.b)
    for _ in range(-(-seconds // STEP_S)):
        town.pass_time(STEP_S)
        height = town.learn(town.a, town.b)
    return height


def test_a_header_that_nothing_needs_is_forgotten(town: Town):
    """After the longest time out, and the trusting period, its words are gone from the state."""
    old = town.learn(town.a, town.b)
    age(town, 6 * STEP_S)
    assert old in heights(town.a)
    newest = age(town, STEP_S)
    assert old not in heights(town.a) and newest == heights(town.a)[-1]
    found = town.a.do("header", 1, old)
    assert not any(found.hash) and not any(found.state_root) and found.time_ms == 0
    assert old + 1 == town.a.do("remembered_headers", 1).floor


def test_what_was_forgotten_proves_nothing_and_does_not_come_back(town: Town):
    """Nobody has a forgotten header trusted anew, or uses it to prove, to follow or to accuse."""
    packet = town.send(town.b)
    old = town.learn(town.a, town.b)
    second = town.learn(town.a, town.b)
    town.b.seal()
    age(town, WEEK_S + 2 * STEP_S)
    mine, proof = town.send(town.a), town.b.proof(old, COMMITMENTS_SLOT, 1, packet.sequence)
    with town.a.refuses(UnknownHeight):
        town.a.do("timeout", ROUTE, mine, proof)
    with town.a.refuses(UnknownHeight):
        town.a.do("update_client", 1, update_of(town.b.blocks[old], town.b.blocks[second]))
    with town.a.refuses(UnknownHeight):
        town.a.do("submit_misbehaviour", 1, fork(town.b, second), old)


def test_packets_of_seven_days_end_by_the_newest_header(town: Town):
    """What was sent when now forgotten headers were new is acknowledged, or times out, as ever."""
    longest = Seconds(town.a.time_s + WEEK_S)
    answered, lost = (town.send(town.a, timeout_s=longest) for _ in range(2))
    answer = town.deliver(town.b, town.a, answered)
    early = town.learn(town.a, town.b)
    for _ in range(9):
        town.pass_time(STEP_S)
        town.learn(town.a, town.b)
        town.learn(town.b, town.a)
    assert early not in heights(town.a)
    town.acknowledge(town.a, town.b, answered, answer)
    town.time_out(town.a, town.b, lost)
    states = [town.a.do("sent", ROUTE, packet.sequence).state for packet in (answered, lost)]
    assert [PacketState.ACKNOWLEDGED, PacketState.TIMED_OUT] == states
    town.check()


def test_a_call_forgets_two_at_most(town: Town):
    """Work is bounded, and what has gathered becomes less with every update."""
    gathered = [town.learn(town.a, town.b) for _ in range(6)]
    age(town, WEEK_S)
    counts = []
    for _ in range(5):
        town.pass_time(STEP_S)
        town.learn(town.a, town.b)
        counts.append(town.a.do("remembered_headers", 1).count)
    steps = [after - before for before, after in pairwise(counts)]
    assert {-1, 0} >= set(steps) and -1 in steps
    assert not set(gathered) & set(heights(town.a))


def test_a_full_ring_takes_newer_headers_only(town: Town, monkeypatch: Any):
    """Nobody pushes out what relayers prove by with headers that are old; newer ones always go."""
    monkeypatch.setattr(headers, "HEADERS_MAX", 4)
    first = town.b.blocks[heights(town.a)[0]]
    for _ in range(3):
        town.b.seal()
    learned = [town.learn(town.a, town.b) for _ in range(3)]
    between = Height(learned[0] - 2)
    with town.a.refuses(HeaderRefused, "only newer ones"):
        town.a.do("update_client", 1, update_of(first, town.b.blocks[between]))
    newest = town.learn(town.a, town.b)
    assert (*learned, newest) == heights(town.a)
    assert first.height + 1 == town.a.do("remembered_headers", 1).floor


def test_no_word_is_said_about_what_was_forgotten(monkeypatch: Any):
    """Attesters do not bring a forgotten height back, by whatever power: its liars went free."""
    monkeypatch.setattr(headers, "HEADERS_MAX", 2)
    town = Witnesses()
    skipped = town.b.seal()
    accepted = [town.accepted(0, 1) for _ in range(3)]
    assert (accepted[1], accepted[2]) == heights(town.a, CLIENT)
    for height in (skipped, accepted[0]):
        with town.a.refuses(HeaderRefused, "forgotten"):
            town.a.do("attest", town.says(2, height, hashed(b"other")))
    town.attest(2, height=accepted[1], block_hash=town.b.blocks[accepted[1]].hash)


def test_a_header_is_refused_that_was_attested_before_it_was_forgotten(monkeypatch: Any):
    """Words that were said in time do not bring a header back, either."""
    town = Witnesses()
    skipped = town.b.seal()
    town.attest(0, 1, height=skipped, block_hash=town.b.blocks[skipped].hash)
    monkeypatch.setattr(headers, "HEADERS_MAX", 2)
    first = heights(town.a, CLIENT)[0]
    town.b.seal()
    last = [town.accepted(0, 1) for _ in range(3)][-1]
    assert first < skipped < last
    with town.a.refuses(HeaderRefused, "forgotten"):
        town.a.do("update_client", CLIENT, town.shown(skipped))


def test_headers_stay_as_long_as_somebody_answers_for_them(town: Town):
    """A certificate's signers until they have unbonded, attesters as long as any bond may wait."""
    client = town.a.do("client", 1)
    assert UNBONDING_S < WEEK_S and WEEK_S == headers.kept_s(client)
    longer = replace(client, unbonding_s=Seconds(2 * WEEK_S))
    assert 2 * WEEK_S == headers.kept_s(longer)
    attested = replace(client, kind=ClientKind.ATTESTED, unbonding_s=Seconds(0))
    assert BOND_WAIT_S_MAX == headers.kept_s(attested)
    patient = replace(attested, trusting_period_s=Seconds(BOND_WAIT_S_MAX + 1))
    assert BOND_WAIT_S_MAX + 1 == headers.kept_s(patient)
    assert TRUSTING_S < WEEK_S
    assert HEADERS_MAX * 120 >= 3 * WEEK_S  # with an update each two minutes


BOUND = 5  # of headers, here
RING = Town()  # whose first side's client is tried, and put back
STEPS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 300_000)), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_the_ring_is_a_queue(steps: list[tuple[int, int]]):
    """In any order of heights: first in, first out, bounded, and the newest is always there."""
    mark = RING.a.host.snapshot()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(headers, "HEADERS_MAX", BOUND)
            queue_up(own(Bridge, RING.a.host), steps)
    finally:
        RING.a.host.revert(mark)


def queue_up(bridge: Any, steps: list[tuple[int, int]]) -> None:
    """Remember headers of these heights, from the newest one's, and times; compare with a list."""
    client = bridge.clients[1]
    queue = [(client.latest_height, client.latest_time_ms)]
    for step, later_s in steps:
        height = Height(client.latest_height + step - 20)
        if height < 1 or height in {known for known, _ in queue}:
            continue
        try:
            headers.check_room(bridge, 1, height)
        except HeaderRefused:
            floor = bridge.remembered[1].floor
            assert height < floor or (len(queue) == BOUND and height < client.latest_height)
            continue
        time_ms = Milliseconds(client.latest_time_ms + (1_000 * later_s if step > 20 else 0))
        if height > client.latest_height:
            client = replace(client, latest_height=height, latest_time_ms=time_ms)
            bridge.clients[1] = client
        state = ConsensusState(hashed(b"h"), hashed(b"r"), time_ms)
        headers.remember(bridge, 1, client, height, state)
        queue = expected([*queue, (height, time_ms)], BOUND, client)
        assert tuple(known for known, _ in queue) == headers.page(bridge, 1, 0, 100)
        assert client.latest_height in {known for known, _ in queue}
        left = [place for place in range(BOUND) if bridge.proven[1, place].time_ms]
        assert len(queue) == len(left)


def expected(queue: list[Any], bound: int, client: Any) -> list[Any]:
    """Return what is left of a queue, as the rules say in other words."""
    if len(queue) > bound:
        queue = queue[1:]
    for _ in range(headers.FORGOTTEN_MAX):
        if (client.latest_time_ms - queue[0][1]) // 1_000 > headers.kept_s(client):
            queue = queue[1:]
    return queue


def test_a_fork_of_what_is_remembered_still_freezes(town: Town, monkeypatch: Any):
    """A full ring refuses old headers only after it has looked whether they contradict."""
    monkeypatch.setattr(headers, "HEADERS_MAX", 2)
    height = town.learn(town.a, town.b)
    first = town.b.blocks[heights(town.a)[0]]
    evidence = fork(town.b, height, trusted=first)
    assert town.a.do("update_client", 1, evidence, sender=OTHER) is False
