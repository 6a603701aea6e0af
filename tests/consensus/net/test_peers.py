"""Points and bans."""

import asyncio

from consensus.host.clock import ManualClock
from consensus.net.peers import BAN_POINTS, PEERS_MAX, PeerScores
from tests.consensus.net.stage import name

A = name(1)


def test_enough_points_ban_for_a_time() -> None:
    """A hundred points ban, the ban ends by itself, and points start from nothing."""
    clock = ManualClock()
    scores = PeerScores(clock, ban_s=60)
    assert not scores.penalise(A, BAN_POINTS - 1)
    assert scores.penalise(A, 1)
    assert scores.is_banned(A)
    assert dict(scores.bans()) == {A: clock.now_ms() + 60_000}
    asyncio.run(clock.advance_ms(60_000))
    assert not scores.is_banned(A)
    assert scores.points(A) == 0
    assert dict(scores.bans()) == {}


def test_points_are_forgiven() -> None:
    """One point a second is forgiven, so a rare fault never adds up."""
    clock = ManualClock()
    scores = PeerScores(clock, ban_s=60)
    for _ in range(200):
        assert not scores.penalise(A, 1)
        asyncio.run(clock.advance_ms(1_000))
    assert scores.points(A) == 0


def test_the_operators_own_peers_are_never_banned() -> None:
    """They are disconnected, and may come back at once."""
    scores = PeerScores(ManualClock(), ban_s=60, exempt=frozenset([A]))
    assert scores.penalise(A, BAN_POINTS)
    assert not scores.is_banned(A)


def test_memory_is_bounded() -> None:
    """Ever new identities fill no memory; the oldest are forgotten."""
    scores = PeerScores(ManualClock(), ban_s=60)
    for number in range(PEERS_MAX + 10):
        scores.penalise(name(number), 1)
        scores.penalise(name(number + 10**6), BAN_POINTS)
    assert len(scores.bans()) == PEERS_MAX
    assert scores.points(name(5)) == 0
    assert scores.points(name(PEERS_MAX + 9)) == 1
