"""How a client begins, learns, freezes and is replaced."""

from typing import Any

import pytest

from chain.codec.header import encode_header
from chain.kit.module import Unauthorized
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_HASH, Seconds
from modules.bridge import trust
from modules.bridge.events import (
    ClientCreated,
    ClientFrozen,
    ClientSubstituted,
    ClientUpdated,
    SubstituteAnnounced,
)
from modules.bridge.packets import COMMITMENTS_SLOT, RECEIPTS_SLOT
from modules.bridge.records import ClientKind, ClientState
from modules.bridge.refusals import (
    ClientExpired,
    ClientInactive,
    ClientInvalid,
    HeaderKnown,
    HeaderRefused,
    NoContradiction,
    SubstituteInvalid,
    UnknownClient,
    ZeroNotTrusted,
)
from tests.modules.bridge.sealing import header_of, update_of
from tests.modules.bridge.town import (
    RELAYER,
    ROUTE,
    TRUSTING_S,
    UNBONDING_S,
    Side,
    Town,
    fork,
)
from tests.modules.stage import account

KUMIAI = ClientKind.KUMIAI


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def frozen(town: Town) -> Side:
    """Freeze the first chain's client by a second certified block of one height."""
    height = town.learn(town.a, town.b)
    town.a.do("update_client", 1, fork(town.b, height))
    assert ClientState.FROZEN == town.a.do("client", 1).state
    return town.a


def test_a_client_learns_headers_and_tells_them(town: Town):
    """A proven header is trusted by height, with its state root and its time."""
    height = town.learn(town.a, town.b)
    block = town.b.blocks[height]
    found = town.a.do("header", 1, height)
    assert (block.hash, block.header.state_root) == (found.hash, found.state_root)
    assert town.a.logged(
        ClientUpdated(1, height, block.hash, block.header.state_root, block.time_ms)
    )
    assert town.a.logged(ClientCreated(1, KUMIAI, town.b.chain_id))
    count = town.a.do("remembered_headers", 1).count
    assert height == town.a.do("trusted_heights", 1, count - 1, 9)[0]
    known = town.b.blocks[town.a.do("trusted_heights", 1, 0, 1)[0]]
    with town.a.refuses(HeaderKnown):
        town.a.do("update_client", 1, update_of(known, block))


@pytest.mark.parametrize(
    ("kind", "chain_id", "trusting_s", "unbonding_s", "refusal"),
    [
        (KUMIAI, 0, 10, 20, ZeroNotTrusted),
        (KUMIAI, 1, 0, 20, ZeroNotTrusted),
        (ClientKind.ATTESTED, 1, 0, 0, ZeroNotTrusted),
        (KUMIAI, 1, 20, 20, ClientInvalid),
        (KUMIAI, 1, 10, 2**40, ClientInvalid),
        (KUMIAI, 1, 1, 20, ClientExpired),
    ],
)
def test_a_client_never_begins_with_nothing(
    town: Town, kind: ClientKind, chain_id: int, trusting_s: int, unbonding_s: int, refusal: Any
):
    """No chain, no period, a period beyond punishment, or a header that is too old: no client."""
    raw = encode_header(town.b.blocks[max(town.b.blocks)].header)
    town.a.seal(5)
    with town.a.refuses(refusal):
        town.a.vote("create_client", kind, chain_id, Seconds(trusting_s), Seconds(unbonding_s), raw)


def test_a_zero_root_is_never_trusted(town: Town, monkeypatch: Any):
    """Nomad: what was never written must not count as proven, from the first header on."""
    raw = encode_header(header_of(None, 3, town.a.time_s, ZERO_HASH, ZERO_HASH))  # type: ignore[arg-type]
    with town.a.refuses(ZeroNotTrusted):
        town.a.vote("create_client", KUMIAI, 5, TRUSTING_S, UNBONDING_S, raw)
    with town.a.refuses(HeaderRefused):
        town.a.vote("create_client", KUMIAI, 5, TRUSTING_S, UNBONDING_S, b"\xc0")
    with town.a.refuses(HeaderRefused):
        town.a.vote("create_client", KUMIAI, 5, TRUSTING_S, UNBONDING_S, b"\x01" * 2_049)
    with town.a.refuses(HeaderRefused):
        town.a.vote("create_client", KUMIAI, 5, TRUSTING_S, UNBONDING_S, b"")
    monkeypatch.setattr(trust, "CLIENTS_MAX", 1)
    with town.a.refuses(ClientInvalid, "at most"):
        town.follow(town.a, town.b)


def test_two_certified_blocks_of_one_height_freeze_a_client(town: Town):
    """A fork of the other chain: nothing of it is believed any more, whichever came first."""
    height = town.learn(town.a, town.b)
    evidence = fork(town.b, height)
    assert town.a.do("update_client", 1, evidence) is False
    found = town.a.last(ClientFrozen)
    assert (1, height, height) == (found.client, found.height, found.against)
    with pytest.raises(StateForbids):
        town.learn(town.a, town.b)
    packet = town.send(town.b)
    with pytest.raises(StateForbids):
        town.deliver(town.a, town.b, packet)


def test_misbehaviour_is_shown_by_anybody(town: Town):
    """A header that contradicts a trusted one freezes; one that fits beside it does not."""
    early, late = town.learn(town.a, town.b), town.learn(town.a, town.b)
    first = town.b.blocks[town.a.do("trusted_heights", 1, 0, 1)[0]]
    good = update_of(first, town.b.blocks[late])
    with town.a.refuses(NoContradiction):
        town.a.do("submit_misbehaviour", 1, good, early)
    with town.a.refuses(NoContradiction):
        town.a.do("submit_misbehaviour", 1, good, late)
    town.a.do("submit_misbehaviour", 1, fork(town.b, late, trusted=first), late, sender=RELAYER)
    assert ClientState.FROZEN == town.a.do("client", 1).state


def test_a_time_that_does_not_rise_freezes(town: Town):
    """A higher block of an earlier time is a fork, too, whatever its parent."""
    first = town.b.blocks[max(town.b.blocks)]
    town.b.seal()
    town.b.seal()
    late = town.learn(town.a, town.b)
    before = town.b.time_s
    evidence = fork(town.b, late - 1, trusted=first, time_s=before + 5)  # type: ignore[arg-type]
    town.a.seal(30)
    assert town.a.do("update_client", 1, evidence) is False


def test_an_expired_client_believes_nothing(town: Town):
    """After the trusting period old validators may have nothing to lose: no proofs, no updates."""
    packet = town.send(town.b)
    height = town.learn(town.a, town.b)
    town.b.seal()
    town.pass_time(TRUSTING_S)
    update = update_of(town.b.blocks[height], town.b.blocks[max(town.b.blocks)])
    with town.a.refuses(ClientExpired):
        town.a.do("update_client", 1, update)
    with pytest.raises(ClientExpired):
        town.learn(town.a, town.b)
    assert packet.sequence == 1


def test_a_substitute_stands_in_after_a_wait(town: Town):
    """Governance names it, everybody can see it coming, and packets under way go on."""
    packet = town.send(town.a)
    side = frozen(town)
    number = town.follow(side, town.b)
    with side.refuses(Unauthorized):
        side.do("announce_substitute", 1, number)
    side.vote("announce_substitute", 1, number)
    from_s = Seconds(side.time_s + 50)
    assert side.logged(SubstituteAnnounced(1, number, from_s))
    with side.refuses(SubstituteInvalid):
        side.do("substitute_client", 1)
    town.pass_time(50)
    side.do("substitute_client", 1)
    assert side.logged(ClientSubstituted(1, number))
    assert number == side.do("answering_client", 1)
    with side.refuses(StateForbids):
        side.do("substitute_client", 1)
    town.pass_time(1_000)
    height = town.learn(side, town.b, client=number)
    side.do("timeout", ROUTE, packet, town.b.proof(height, RECEIPTS_SLOT, 1, packet.sequence))
    assert 0 == side.outstanding(True)


def test_a_substitute_is_taken_back_by_zero(town: Town):
    """An announcement that is withdrawn never counts."""
    number = town.follow(town.a, town.b)
    town.a.vote("announce_substitute", 1, number)
    town.a.vote("announce_substitute", 1, 0)
    town.pass_time(60)
    with town.a.refuses(SubstituteInvalid):
        town.a.do("substitute_client", 1)


def test_a_substitute_follows_the_same_chain_and_lives(town: Town):
    """Not itself, no other chain's, none that is frozen, and none that is not."""
    number = town.follow(town.a, town.a)
    for other in (1, number):
        with town.a.refuses(SubstituteInvalid):
            town.a.vote("announce_substitute", 1, other)
    with town.a.refuses(UnknownClient):
        town.a.vote("announce_substitute", 1, 9)
    side = frozen(town)
    second = town.follow(side, town.b)
    with side.refuses(ClientInactive):
        side.vote("announce_substitute", second, 1)


def test_substitutes_may_be_substituted(town: Town):
    """The one that answers is found behind any number of them."""
    for number in (2, 3):
        assert number == town.follow(town.a, town.b)
        town.a.vote("announce_substitute", number - 1, number)
        town.pass_time(50)
        town.a.do("substitute_client", number - 1)
    assert 3 == town.a.do("answering_client", 1)


def test_old_proofs_die_with_their_client(town: Town):
    """What was proven to a client before it froze, or grew too old, is not believed after."""
    packet = town.send(town.b)
    height = town.learn(town.a, town.b)
    call = ("deliver", ROUTE, packet, town.b.proof(height, COMMITMENTS_SLOT, 1, 1))
    other = Town()
    again = other.send(other.b, timeout_s=Seconds(other.b.time_s + 600_000))
    height = other.learn(other.a, other.b)
    late = ("deliver", ROUTE, again, other.b.proof(height, COMMITMENTS_SLOT, 1, 1))
    side = frozen(town)
    with side.refuses(ClientInactive):
        side.do(*call, account(RELAYER))
    other.a.seal(TRUSTING_S)
    with other.a.refuses(ClientExpired):
        other.a.do(*late, account(RELAYER))
