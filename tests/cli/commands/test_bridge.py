"""`kumiai bridge` against the real module on a node that is only a dict."""

import json

import pytest

from chain.codec.header import encode_header
from chain.kit.abi import Uint8, Uint64
from chain.kit.assembly import own
from chain.types.primitives import ZERO_ADDRESS, Address, Seconds, Wei
from modules.bridge.events import PacketSent
from modules.bridge.module import Bridge
from modules.bridge.records import NATIVE_TOKEN, Asset, ClientKind, End, Limits, PacketState, Sent
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode
from tests.modules.bridge.sealing import header_of
from tests.modules.bridge.town import hashed

COIN = 10**18
GATEWAY = Address(b"\x61" * 20)
RECEIVER = "0x" + "5a" * 20
TRANSFER = ("bridge", "transfer", RECEIVER, "1.5kum", "--route", "1", "--from", "dev0")


@pytest.fixture
def bridge(node: FakeNode) -> Bridge:
    """The module, with a route to an EVM chain on which the coin travels."""
    module: Bridge = own(Bridge, node.host)  # type: ignore[assignment]
    now_s = node.host.block.time_s
    header = header_of(None, 7, Seconds(now_s - 3), hashed(b"root"), hashed(b"set"))  # type: ignore[arg-type]
    spans = (Seconds(86_400), Seconds(0))
    module.create_client(ClientKind.ATTESTED, 9_999, *spans, encode_header(header))
    module.open_route(1, End(9_999, GATEWAY, Uint64(4)))
    coin = Asset(NATIVE_TOKEN, True, ZERO_ADDRESS, "Kumiai", "KUM", Uint8(18))
    limits = Limits(Wei(100 * COIN), Wei(COIN), Wei(COIN // 100), Wei(50 * COIN))
    module.register_asset(Uint64(1), coin, limits)
    return module


def test_routes_say_where_they_lead_and_how_fresh_their_client_is(
    kumiai: Kumiai, bridge: Bridge
) -> None:
    """A table for people, all of it as JSON for programs."""
    shown = kumiai("bridge", "routes")
    assert 0 == shown.status, shown.err
    assert "9999, route 4" in shown.out and "attestations: height 7, good for" in shown.out
    (found,) = json.loads(kumiai("bridge", "routes", "--json").out)
    assert ("open", 9_999, 7, 0) == (
        found["state"], found["remote"]["chain_id"], found["client"]["height"], found["pending"],
    )  # fmt: skip
    assert ["0x0000000000000000000000000000000000000804"] == found["assets"]


def test_without_a_route_it_says_who_opens_them(kumiai: Kumiai, node: FakeNode) -> None:
    """An empty answer is explained."""
    assert "no route is open" in kumiai("bridge", "routes").err
    answer = kumiai("bridge", "status", "--route", "3")
    assert (2, True) == (answer.status, "this chain has no route yet" in answer.err)


def test_a_transfer_is_a_packet_under_way(kumiai: Kumiai, bridge: Bridge) -> None:
    """Coins and fee go along; the packet's number is told, and can be asked for."""
    answer = kumiai(*TRANSFER, "--fee", "0.1kum", "--timeout", "2h", "--json")
    assert 0 == answer.status, answer.err
    found = json.loads(answer.out)
    assert (1, 1) == (found["route"], found["packet"])
    assert "bridge.PacketSent" in [f"{e['module']}.{e['event']}" for e in found["events"]]
    packet = json.loads(kumiai("bridge", "status", "--route", "1", "--packet", "1", "--json").out)
    assert ("sent", str(COIN // 10)) == (packet["state"], packet["fee_wei"])
    assert "1 of 1" in kumiai("bridge", "routes").out
    assert PacketSent.__name__ == "PacketSent"


@pytest.mark.parametrize(
    ("state", "status", "said"),
    [
        (PacketState.ACKNOWLEDGED, 0, "it arrived"),
        (PacketState.TIMED_OUT, 1, "all came back"),
        (PacketState.REFUNDED, 1, "all came back"),
    ],
)
def test_waiting_ends_with_the_packet(
    kumiai: Kumiai, bridge: Bridge, monkeypatch, state: PacketState, status: int, said: str
) -> None:
    """A program sees by the exit status whether it arrived."""

    def settle(seconds: float) -> None:
        bridge.sends[Uint64(1), Uint64(1)] = Sent(state, Wei(0))

    monkeypatch.setattr("cli.commands.bridge.time.sleep", settle)
    answer = kumiai(*TRANSFER, "--wait")
    assert (status, True) == (answer.status, said in answer.out), answer.err


def test_waiting_for_nobody_ends(kumiai: Kumiai, bridge: Bridge, node, monkeypatch) -> None:
    """Long after the last second it asks whether a relayer runs."""
    monkeypatch.setattr("cli.commands.bridge.time.sleep", lambda seconds: node.next_block(3_000))
    answer = kumiai(*TRANSFER, "--wait")
    assert (1, True) == (answer.status, "is a relayer running?" in answer.err)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--timeout", "30s"), "--timeout"),
        (("--timeout", "8d"), "--timeout"),
        (("--data", "0x01"), "go together"),
        (("--call-gas", "5000"), "go together"),
        (("--data", "zz", "--call-gas", "5"), "hex digits expected"),
        (("--fee", "much"), "--fee"),
        (("--token", "nobody"), "--token"),
    ],
)
def test_what_cannot_be_sent_is_told_before_anything_is(
    kumiai: Kumiai, bridge: Bridge, flags: tuple[str, ...], said: str
) -> None:
    """A wrong flag is named; nothing leaves."""
    answer = kumiai(*TRANSFER, *flags)
    assert (2, True) == (answer.status, said in answer.err), answer.err
    assert 0 == bridge.sent_count(Uint64(1))


def test_the_modules_refusals_are_told(kumiai: Kumiai, bridge: Bridge) -> None:
    """Dust is refused by the module, in its own words."""
    words = ("bridge", "transfer", RECEIVER, "1", "--route", "1", "--from", "dev0")
    answer = kumiai(*words)
    assert 1 == answer.status and answer.err.startswith("kumiai: ")
    missing = kumiai("bridge", "status", "--route", "1", "--packet", "9")
    assert (1, True) == (missing.status, "no packet 9" in missing.err)


def test_an_attester_needs_two_sources(kumiai: Kumiai, bridge: Bridge) -> None:
    """One source, or the same one twice, is refused before a key is opened."""
    words = ("bridge", "attest", "start", "--client", "1", "--validator", "validator")
    for sources in (("a",), ("a", "a")):
        flags = [flag for url in sources for flag in ("--source", f"http://{url}")]
        answer = kumiai(*words, "--from", "validator", *flags)
        assert (1, True) == (answer.status, "2 to 16 sources expected" in answer.err)
