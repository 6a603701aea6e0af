"""
Packets, arrivals, clients, routes and attesters in every state, in the whole assembly.

    coins abroad, coins that wait to come out, a bond --client, route in a state--> Subject
"""

from chain.kit.abi import Uint64
from modules.bridge.records import (
    ArrivalState,
    AttesterState,
    ClientState,
    PacketState,
    RouteState,
)
from tests.modules.bridge.town import GUARDIAN, PARAMS, ROUTE
from tests.modules.markets.harbour import Harbour
from tests.modules.markets.scenes import REST, Subject, Wait
from tests.modules.stage import account

C, R, A = ClientState, RouteState, AttesterState
BOND_WEI = 2 * PARAMS.bond_min_wei
VALIDATOR = 1
ALL = Uint64(0)


def packet_in(state: PacketState) -> Subject:
    """Return a packet that nobody carries."""
    town = Harbour()
    packet = town.send()
    return REST.subject(town, lambda: town.do("sent", ROUTE, packet.sequence).state)


def arrival_in(state: ArrivalState, *, is_stopped: bool = False) -> Subject:
    """Return coins that came home and wait; it may be that all routes are paused meanwhile."""
    town = Harbour()
    packet = town.arrive()
    if is_stopped:
        town.do("pause", ALL, sender=GUARDIAN)
    return REST.subject(town, lambda: town.do("arrival", ROUTE, packet.sequence).state)


def client_in(state: ClientState) -> Subject:
    """Return a client in a state, with coins under way both ways over it."""
    town = Harbour()
    number = town.client
    town.arrive()
    town.send()
    if state == C.FROZEN:
        town.freeze()
    return REST.subject(town, lambda: town.do("client", number).state)


def route_in(state: RouteState) -> Subject:
    """Return a route in a state, with coins under way both ways on it."""
    town = Harbour()
    town.arrive()
    town.send()
    if state == R.PAUSED:
        town.do("pause", ROUTE, sender=GUARDIAN)
    if state == R.KILLED:
        town.vote("kill_route", ROUTE)
    return REST.subject(town, lambda: town.do("route", ROUTE).state)


def attester_in(state: AttesterState) -> Subject:
    """Return a validator's bond in a state."""
    town = Harbour()
    town.do("bond_attester", sender=VALIDATOR, value_wei=BOND_WEI)
    wait = REST
    if state in (A.LEAVING, A.LEFT):
        town.do("leave_attesters", sender=VALIDATOR)
        wait = Wait(PARAMS.bond_wait_s, block_s=10)
    if state == A.LEFT:
        town.blocks(1, seconds=PARAMS.bond_wait_s)
        wait = REST
    return wait.subject(town, lambda: town.do("attester", account(VALIDATOR)).state)
