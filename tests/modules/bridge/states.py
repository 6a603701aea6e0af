"""Every state of the bridge's machines, reached over two chains."""

from dataclasses import replace
from typing import Any

from chain.kit.abi import Uint64
from chain.kit.assembly import own
from chain.types.primitives import Height
from modules.bridge.module import Bridge
from modules.bridge.packets import COMMITMENTS_SLOT
from modules.bridge.records import (
    Acknowledgement,
    ArrivalState,
    AttesterState,
    ClientState,
    Packet,
    PacketState,
    RouteState,
    StateProof,
)
from tests.modules.bridge.town import GUARDIAN, LIMITS, RELAYER, ROUTE, fork, hashed
from tests.modules.bridge.witnesses import Witnesses
from tests.modules.stage import account
from tests.modules.triples import Tried

NATIVE_RECEIVER = account(0x0804)  # whom no coins may be given: the answer is a failure
SUBSTITUTE = 3
NO_PROOF = StateProof(Height(0), (), ())


class Thing(Tried):
    """A town of which the first side is tried."""

    def __init__(self, town: Witnesses, number: int = 1, packet: Packet | None = None) -> None:
        super().__init__(Staged(town), number)
        object.__setattr__(self, "packet", packet)


class Staged:
    """A town as a scene: the side that is tried, and the whole of it."""

    def __init__(self, town: Witnesses) -> None:
        self.town, self.stage = town, town.a


def town_of(tried: Any) -> Witnesses:
    """Return the town behind a triple."""
    found: Witnesses = tried.scene.town
    return found


def reach_client(state: ClientState) -> Thing:
    """Bring client 1 into a state; a substitute for it is announced, its wait over."""
    town = Witnesses()
    if state == ClientState.NOTHING:
        return Thing(town, 9)
    town.follow(town.a, town.b)
    town.a.vote("announce_substitute", 1, SUBSTITUTE)
    town.pass_time(60)
    town.learn(town.a, town.b)
    if state == ClientState.FROZEN:
        town.a.do("update_client", 1, forked(town))
    if state == ClientState.SUBSTITUTED:
        town.a.do("substitute_client", 1)
    return Thing(town)


def reach_route(state: RouteState) -> Thing:
    """Bring route 1 into a state."""
    town = Witnesses()
    if state == RouteState.NOTHING:
        return Thing(town, 9)
    if state == RouteState.PAUSED:
        town.a.do("pause", ROUTE, sender=GUARDIAN)
    if state == RouteState.KILLED:
        town.a.vote("kill_route", ROUTE)
    return Thing(town)


def reach_packet(state: PacketState) -> Thing:
    """Bring packet 1 into a state; one that is sent was answered over there, and is timed out."""
    town = Witnesses()
    packet = town.send(town.a, receiver=NATIVE_RECEIVER)
    if state == PacketState.NOTHING:
        return Thing(town, 2, replace(packet, sequence=Uint64(2)))
    if state == PacketState.TIMED_OUT:
        town.pass_time(1_001)
        town.time_out(town.a, town.b, packet)
        return Thing(town, 1, packet)
    if state == PacketState.SENT:
        return Thing(town, 1, packet)
    if state == PacketState.ACKNOWLEDGED:
        packet = town.send(town.a)
    town.acknowledge(town.a, town.b, packet, town.deliver(town.b, town.a, packet))
    return Thing(town, int(packet.sequence), packet)


def reach_arrival(state: ArrivalState) -> Thing:
    """Bring a packet of the second side into a state on the first one; the delay is over."""
    town = Witnesses()
    amount_wei = LIMITS.delay_from_wei if state == ArrivalState.DELAYED else LIMITS.minimum_wei
    fields = {"receiver": NATIVE_RECEIVER} if state == ArrivalState.FAILED else {}
    packet = town.send(town.b, amount_wei, **fields)
    if state != ArrivalState.NOTHING:
        bring(town, packet)
        town.pass_time(101)
    return Thing(town, 1, packet)


def reach_attester(state: AttesterState) -> Thing:
    """Bring the first validator's bond into a state; it signed a lie about height 9."""
    town = Witnesses(bonded=0)
    if state == AttesterState.NOTHING:
        return Thing(town)
    town.bond(0)
    town.attest(0, height=9, block_hash=hashed(b"one"))
    if state == AttesterState.REMOVED:
        town.a.do("accuse", lie(town))
    if state in (AttesterState.LEAVING, AttesterState.LEFT):
        town.a.do("leave_attesters", sender=town.sender(0))
    if state == AttesterState.LEFT:
        town.a.seal(201)
    return Thing(town)


def lie(town: Witnesses) -> Any:
    """Return what the first validator signed against its own word."""
    return town.says(0, 9, hashed(b"two"))


def bring(town: Witnesses, packet: Packet, sender: int = RELAYER) -> None:
    """Bring a packet of the second side to the first."""
    height = town.learn(town.a, town.b)
    proof = town.b.proof(height, COMMITMENTS_SLOT, 1, packet.sequence)
    town.a.do("deliver", ROUTE, packet, proof, account(RELAYER), sender=sender)


def acknowledge(thing: Any, sender: int) -> None:
    """Bring the other side's answer to a packet that is under way; else say just anything."""
    town, packet = town_of(thing), thing.packet
    if packet_state(thing) != PacketState.SENT:
        answer = Acknowledgement(False, account(RELAYER), hashed(b""))
        town.a.do("acknowledge", ROUTE, packet, answer, NO_PROOF, sender=sender)
        return
    answer = town.deliver(town.b, town.a, packet)
    town.acknowledge(town.a, town.b, packet, answer, sender)


def time_out(thing: Any, sender: int) -> None:
    """Prove absence of a packet that is under way; else say just anything."""
    town, packet = town_of(thing), thing.packet
    if packet_state(thing) != PacketState.SENT:
        town.a.do("timeout", ROUTE, packet, NO_PROOF, sender=sender)
        return
    town.pass_time(1_001)
    town.time_out(town.a, town.b, packet, sender)


def deliver(thing: Any, sender: int) -> None:
    """Bring a packet that is not here yet; else one that is, with just any proof."""
    town, packet = town_of(thing), thing.packet
    if arrival_state(thing) == ArrivalState.NOTHING:
        bring(town, packet, sender)
        return
    town.a.do("deliver", ROUTE, packet, NO_PROOF, account(RELAYER), sender=sender)


def update(thing: Any, sender: int) -> None:
    """Show a newer header to a client that takes one; else just any bytes."""
    town = town_of(thing)
    if client_state(thing) != ClientState.ACTIVE:
        town.a.do("update_client", thing.number, b"", sender=sender)
        return
    town.learn(town.a, town.b)


def convict(thing: Any, sender: int) -> None:
    """Show a fork to a client that can freeze; else just any bytes."""
    town, evidence = town_of(thing), b""
    height = Height(0)
    if client_state(thing) == ClientState.ACTIVE:
        height = town.a.do("client", 1).latest_height
        evidence = forked(town)
    town.a.do("submit_misbehaviour", thing.number, evidence, height, sender=sender)


def forked(town: Witnesses) -> bytes:
    """Return a second block of the height that the first side's client trusts last."""
    first = town.b.blocks[town.a.do("trusted_heights", 1, 0, 1)[0]]
    return fork(town.b, town.a.do("client", 1).latest_height, trusted=first)


def client_state(thing: Any) -> ClientState:
    """Return a client's state, also of none."""
    bridge: Any = own(Bridge, town_of(thing).a.host)
    found: ClientState = bridge.clients[thing.number].state
    return found


def route_state(thing: Any) -> RouteState:
    """Return a route's state."""
    found: RouteState = town_of(thing).a.do("route", Uint64(thing.number)).state
    return found


def packet_state(thing: Any) -> PacketState:
    """Return the state of a packet of the first side."""
    found: PacketState = town_of(thing).a.do("sent", ROUTE, Uint64(thing.number)).state
    return found


def arrival_state(thing: Any) -> ArrivalState:
    """Return the state of a packet of the second side on the first."""
    found: ArrivalState = town_of(thing).a.do("arrival", ROUTE, Uint64(thing.number)).state
    return found


def attester_state(thing: Any) -> AttesterState:
    """Return the state of the first validator's bond."""
    town = town_of(thing)
    found: AttesterState = town.a.do("attester", town.validators[0]).state
    return found
