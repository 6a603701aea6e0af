"""Limits, pauses, the kill switch, and who may do what at a gateway."""

import pytest

from tests.bridge.kumiai import CHAIN_ID
from tests.bridge.packets import COIN, ZERO, Acknowledgement
from tests.bridge.scene import (
    GOVERNOR,
    GUARDIAN,
    KUMIAI_USER,
    LIMITS,
    NATIVE,
    PERIOD_S,
    RECEIVER,
    RELAYER,
    ROUTE,
    UNIT,
    USER,
)

pytestmark = [pytest.mark.e2e, pytest.mark.npm]
DAY_S = 86_400


def test_no_more_leaves_than_the_bucket_holds(scene):
    """An outflow limit holds until it has refilled; what did not fit is delivered later."""
    for _ in range(2):
        assert scene.deliver(*scene.incoming(scene.native(490 * UNIT))).success
    packet, proof = scene.incoming(scene.native(490 * UNIT))
    call = scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER)
    assert "LimitReached" == scene.anvil.refusal(call)
    scene.anvil.pass_time(480)
    assert scene.deliver(packet, proof).success
    assert 1_470 * UNIT == scene.balance(scene.voucher, RECEIVER)


def test_the_limit_is_each_assets_own(scene):
    """An emptied bucket of one asset does not stop another."""
    scene.deliver(*scene.incoming(scene.native(490 * UNIT)))
    scene.deliver(*scene.incoming(scene.native(490 * UNIT)))
    scene.send()
    assert scene.deliver(*scene.incoming(scene.returning(scene.token.address, UNIT))).success


def test_what_never_fits_is_sent_back(scene):
    """More than a full bucket is refused for good, so that its sender is refunded at once."""
    assert not scene.deliver(*scene.incoming(scene.native(1_000 * UNIT + 1))).success


def test_limits_change_without_opening_the_door(scene):
    """A new limit keeps what has been used, and a capacity of zero lets nothing out."""
    scene.deliver(*scene.incoming(scene.native(490 * UNIT)))
    wide = (2_000 * UNIT, 0, 1_000, 0, 0)
    scene.anvil.send(scene.do.setLimits(ROUTE, scene.voucher.address, wide))
    assert 520 * UNIT > scene.anvil.ask(scene.do.levelOf(ROUTE, scene.voucher.address))
    shut = (0, 2**256 - 1, 1_000, 0, 0)
    scene.anvil.send(scene.do.setLimits(ROUTE, scene.voucher.address, shut))
    scene.anvil.pass_time(DAY_S)
    assert 0 == scene.anvil.ask(scene.do.levelOf(ROUTE, scene.voucher.address))
    assert not scene.deliver(*scene.incoming(scene.native(UNIT))).success


@pytest.mark.parametrize(
    "limits",
    [
        (UNIT, 0, 0, 0, 0),  # dust of nothing
        (UNIT, 0, 1, UNIT, 0),  # large, and not delayed
        (UNIT, 0, 1, 0, 60),  # delayed, and nothing is large
        (UNIT, 0, 1, 1, 8 * DAY_S),
    ],
)
def test_limits_that_contradict_themselves_are_refused(scene, limits):
    """A minimum of zero, or a delay of nothing, is a mistake and not a limit."""
    call = scene.do.setLimits(ROUTE, scene.token.address, limits)
    assert "ValueRefused" == scene.anvil.refusal(call)


@pytest.mark.parametrize("route", [0, ROUTE])
def test_a_pause_stops_packets_and_never_refunds(scene, route):
    """The guardian stops sends, deliveries and releases; refunds and headers go on."""
    sent = scene.send()
    packet, proof = scene.incoming(scene.native(UNIT))
    large, large_proof = scene.incoming(scene.native(500 * UNIT))
    scene.anvil.send(scene.do.deliver(ROUTE, large.words(), large_proof, RECEIVER))
    scene.anvil.send(scene.do.pause(route), GUARDIAN)
    scene.anvil.pass_time(3_600)
    for call in (
        scene.do.send(scene.order()),
        scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER),
        scene.do.release(ROUTE, large.words()),
    ):
        assert "RouteClosed" == scene.anvil.refusal(call, USER)
    timeout = scene.do.timeout(ROUTE, sent.words(), scene.unreceived(sent))
    scene.anvil.send(timeout, RELAYER)
    for user in (GUARDIAN, USER):
        assert "NotAllowed" == scene.anvil.refusal(scene.do.unpause(route), user)
    scene.anvil.send(scene.do.unpause(route), GOVERNOR)
    assert scene.outcome(large, scene.anvil.send(scene.do.release(ROUTE, large.words()))).success


def test_a_killed_route_only_gives_back(scene):
    """After the kill nothing moves, what was sent is refunded, and what waited goes home."""
    sent = scene.send()
    large, proof = scene.incoming(scene.native(500 * UNIT))
    scene.anvil.send(scene.do.deliver(ROUTE, large.words(), proof, RECEIVER))
    for user in (GUARDIAN, USER):
        assert "NotAllowed" == scene.anvil.refusal(scene.do.kill(ROUTE), user)
    scene.anvil.send(scene.do.kill(ROUTE), GOVERNOR)
    scene.anvil.send(scene.do.unpause(ROUTE), GOVERNOR)
    assert "RouteClosed" == scene.anvil.refusal(scene.do.send(scene.order()), USER)
    scene.anvil.pass_time(3_600)
    assert "RouteClosed" == scene.anvil.refusal(scene.do.release(ROUTE, large.words()))
    receipt = scene.anvil.send(scene.do.refuse(ROUTE, large.sequence), USER)
    assert not scene.outcome(large, receipt).success
    outcome = Acknowledgement(False, RECEIVER)
    proof = scene.settled(sent, outcome)
    scene.anvil.send(scene.do.acknowledge(ROUTE, sent.words(), outcome.words(), proof))
    assert 0 == scene.outstanding(scene.token.address)
    scene.check()


def test_only_the_governor_governs(scene):
    """Neither the guardian nor anybody else opens, registers, limits or replaces."""
    client = scene.client.address
    named = (KUMIAI_USER, "A", "A", 18)
    calls = [
        scene.do.openRoute(CHAIN_ID, KUMIAI_USER, 1, client),
        scene.do.registerToken(ROUTE, scene.maker.address, LIMITS),
        scene.do.registerVoucher(ROUTE, *named, LIMITS),
        scene.do.setLimits(ROUTE, COIN, LIMITS),
        scene.do.proposeClient(ROUTE, client),
        scene.do.replaceClient(ROUTE),
        scene.do.setGuardian(KUMIAI_USER),
        scene.do.proposeGovernor(KUMIAI_USER),
        scene.do.unpause(0),
        scene.do.kill(ROUTE),
    ]
    for call in calls:
        for user in (GUARDIAN, USER):
            assert "NotAllowed" == scene.anvil.refusal(call, user)
    assert "NotAllowed" == scene.anvil.refusal(scene.do.pause(0), USER)
    assert "VersionWrong" == scene.anvil.refusal(scene.do.initialise(KUMIAI_USER, RECEIVER), USER)


def test_guardian_and_governor_are_two(scene):
    """Who stops the bridge is never who starts it again, however they come to their office."""
    users = scene.anvil.users
    assert "ValueRefused" == scene.anvil.refusal(scene.do.setGuardian(users[GOVERNOR]))
    assert "ValueRefused" == scene.anvil.refusal(scene.do.setGuardian(ZERO))
    scene.anvil.send(scene.do.proposeGovernor(users[GUARDIAN]))
    assert "ValueRefused" == scene.anvil.refusal(scene.do.acceptGovernor(), GUARDIAN)
    scene.anvil.send(scene.do.proposeGovernor(users[USER]))
    assert "NotAllowed" == scene.anvil.refusal(scene.do.acceptGovernor(), RELAYER)
    scene.anvil.send(scene.do.acceptGovernor(), USER)
    assert "NotAllowed" == scene.anvil.refusal(scene.do.unpause(0), GOVERNOR)
    scene.anvil.send(scene.do.unpause(0), USER)
    assert "NotAllowed" == scene.anvil.refusal(scene.do.acceptGovernor(), USER)


def test_a_frozen_client_is_replaced_in_public(scene):
    """After a freeze governance names another client, which waits before it is believed."""
    sent = scene.send()
    words = (CHAIN_ID, PERIOD_S, *scene.kumiai.checkpoint_words())
    other = scene.anvil.deploy("LightClient", *words)
    assert "ValueRefused" == scene.anvil.refusal(scene.do.replaceClient(ROUTE))
    scene.anvil.send(scene.do.proposeClient(ROUTE, other.address))
    assert "TooEarly" == scene.anvil.refusal(scene.do.replaceClient(ROUTE))
    scene.anvil.pass_time(2 * DAY_S)
    scene.anvil.send(scene.do.replaceClient(ROUTE))
    scene.client = other
    proof = scene.unreceived(sent)
    scene.anvil.send(scene.do.timeout(ROUTE, sent.words(), proof))
    scene.check()


def test_routes_and_assets_are_what_they_say(scene):
    """A zero, a dead client, a client of another chain, a double: none is registered."""
    client = scene.client.address
    words = (CHAIN_ID, 1_000, *scene.kumiai.checkpoint_words())
    short = scene.anvil.deploy("LightClient", *words).address
    scene.anvil.pass_time(1_000)
    named = ("A", "A")
    here = scene.here[0]
    calls = [
        (scene.do.openRoute(CHAIN_ID, ZERO, 1, client), "ValueRefused"),
        (scene.do.openRoute(CHAIN_ID, KUMIAI_USER, 0, client), "ValueRefused"),
        (scene.do.openRoute(0, KUMIAI_USER, 1, client), "ValueRefused"),
        (scene.do.openRoute(here, KUMIAI_USER, 1, client), "ValueRefused"),
        (scene.do.openRoute(CHAIN_ID + 1, KUMIAI_USER, 1, client), "ValueRefused"),
        (scene.do.openRoute(CHAIN_ID, KUMIAI_USER, 1, KUMIAI_USER), "ValueRefused"),
        (scene.do.openRoute(CHAIN_ID, KUMIAI_USER, 1, short), "ValueRefused"),
        (scene.do.proposeClient(ROUTE, ZERO), "ValueRefused"),
        (scene.do.registerToken(2, COIN, LIMITS), "RouteUnknown"),
        (scene.do.registerToken(ROUTE, COIN, LIMITS), "AssetRefused"),
        (scene.do.registerToken(ROUTE, KUMIAI_USER, LIMITS), "ValueRefused"),
        (scene.do.registerToken(ROUTE, scene.gateway.address, LIMITS), "ValueRefused"),
        (scene.do.registerVoucher(ROUTE, NATIVE, *named, 18, LIMITS), "AssetRefused"),
        (scene.do.registerVoucher(ROUTE, ZERO, *named, 18, LIMITS), "ValueRefused"),
        (scene.do.registerVoucher(ROUTE, KUMIAI_USER, *named, 19, LIMITS), "ValueRefused"),
        (scene.do.setLimits(ROUTE, KUMIAI_USER, LIMITS), "AssetRefused"),
    ]
    for call, error in calls:
        assert error == scene.anvil.refusal(call)
