"""Which connections a node takes."""

from dataclasses import dataclass

import pytest

from chain.types.primitives import Milliseconds
from consensus.net.config import NetConfig
from consensus.net.roster import SIMULTANEOUS_MS, Occupation, Refused, Roster
from consensus.net.transport import PeerId
from tests.consensus.net.stage import name

LOW, ME, HIGH = name(1), name(5), name(9)


@dataclass(eq=False)
class Link:
    """A connection."""

    peer: PeerId
    is_outbound: bool
    since_ms: Milliseconds = Milliseconds(0)
    ip: str = "8.8.8.8"


def roster(**changes: int) -> Roster[Link]:
    """Roster of the node in the middle."""
    return Roster(ME, NetConfig(**changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(("peer", "wins_outbound"), [(LOW, True), (HIGH, False)])
@pytest.mark.parametrize("first_outbound", [True, False])
def test_of_two_at_once_the_higher_ones_dial_survives(
    peer: PeerId, wins_outbound: bool, first_outbound: bool
) -> None:
    """Whichever comes first, the connection that stays is the one the other side keeps, too."""
    mine = roster()
    first, second = Link(peer, first_outbound), Link(peer, not first_outbound)
    assert mine.admit(first) is None
    if first_outbound == wins_outbound:
        with pytest.raises(Refused, match="higher identity"):
            mine.admit(second)
    else:
        assert mine.admit(second) is first
        assert not mine.remove(first)
    kept = mine.get(peer)
    assert kept is not None
    assert kept.is_outbound == wins_outbound


def test_a_second_connection_later_replaces_a_dead_one() -> None:
    """Who connects again has lost the first; so has who dials the same way again at once."""
    for outbound in (True, False):
        mine = roster()
        old = Link(HIGH, True)
        mine.admit(old)
        assert mine.admit(Link(HIGH, outbound, Milliseconds(SIMULTANEOUS_MS))) is old
    mine, old = roster(), Link(LOW, False)
    mine.admit(old)
    assert mine.admit(Link(LOW, False, Milliseconds(1))) is old


def test_places_are_counted_by_direction() -> None:
    """Inbound and outbound have limits of their own, and leaving makes room."""
    mine = roster(max_inbound=1, max_outbound=1)
    dialled, dialler = Link(name(11), True), Link(name(12), False)
    mine.admit(dialled)
    mine.admit(dialler)
    assert mine.occupation() == Occupation(1, 1)
    for outbound in (True, False):
        with pytest.raises(Refused, match="places"):
            mine.admit(Link(name(13), outbound))
    assert mine.remove(dialled)
    mine.admit(Link(name(13), True))
    assert mine.peers() == (name(12), name(13))


def test_the_operators_peers_take_no_place() -> None:
    """Named ones come in when all is full, and count for nothing."""
    mine = Roster[Link](
        ME,
        NetConfig(
            max_inbound=0,
            private_peer_ids=frozenset([name(20)]),
            unconditional_peer_ids=frozenset([name(21)]),
        ),
    )
    for number in (20, 21):
        mine.admit(Link(name(number), False))
    assert mine.occupation() == Occupation(0, 0)
    with pytest.raises(Refused):
        mine.admit(Link(name(22), False))


def test_oneself_is_no_peer() -> None:
    """A node refuses its own identity, whoever bears it."""
    with pytest.raises(Refused, match="to itself"):
        roster().admit(Link(ME, False))


def test_one_ip_address_has_few_places() -> None:
    """Only those that dialled count, and another address is free."""
    mine = roster(max_inbound_per_ip=1)
    mine.admit(Link(name(30), True))
    mine.admit(Link(name(31), False))
    with pytest.raises(Refused, match="IP address"):
        mine.admit(Link(name(32), False))
    mine.admit(Link(name(32), False, ip="8.8.4.4"))


def test_one_site_may_have_many_where_that_is_meant() -> None:
    """With private addresses allowed, nodes of one machine do not crowd each other out."""
    for allowed in (True, False):
        mine = Roster[Link](ME, NetConfig(max_inbound_per_ip=1, allow_private_addresses=allowed))
        mine.admit(Link(name(31), False, ip="127.0.0.1"))
        if allowed:
            mine.admit(Link(name(32), False, ip="127.0.0.1"))
        else:
            with pytest.raises(Refused):
                mine.admit(Link(name(32), False, ip="127.0.0.1"))
