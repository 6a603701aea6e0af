"""Every (state, call, role) of the bridge's machines, and what the deadline of a bond does."""

from collections.abc import Callable
from typing import Any

from chain.codec.header import encode_header
from chain.kit.abi import Uint64
from chain.kit.module import Unauthorized
from modules.bridge.machines import (
    ARRIVAL,
    ATTESTER,
    CLIENT,
    GOVERNANCE,
    GUARDIAN,
    PACKET,
    ROUTE,
    VALIDATOR,
)
from modules.bridge.records import (
    ArrivalState,
    AttesterState,
    ClientKind,
    ClientState,
    End,
    PacketState,
    RouteState,
)
from modules.bridge.refusals import AlreadyReceived, NotValidator
from tests.modules import triples
from tests.modules.bridge import town as accounts
from tests.modules.bridge.states import (
    SUBSTITUTE,
    acknowledge,
    arrival_state,
    attester_state,
    client_state,
    convict,
    deliver,
    lie,
    packet_state,
    reach_arrival,
    reach_attester,
    reach_client,
    reach_packet,
    reach_route,
    route_state,
    time_out,
    town_of,
    update,
)
from tests.modules.bridge.town import LIMITS, OTHER
from tests.modules.bridge.witnesses import BOND_WEI, Witnesses
from tests.modules.stage import account
from tests.modules.triples import STRANGER, Walk

GOVERNED = (
    "create_client",
    "announce_substitute",
    "open_route",
    "resume",
    "kill_route",
    "refuse",
)
OF_ONES_OWN = ("bond_attester", "name_key", "leave_attesters")
FIRST_VALIDATOR = int.from_bytes(Witnesses(bonded=0).validators[0], "big")


class Asked(Walk):
    """A walk in which the kit refuses votes' calls, and some refusals have better names."""

    def check(self, state: Any, call: str, role: str) -> None:
        """Make the call and compare with the table."""
        if call in GOVERNED and role != GOVERNANCE:
            self.refused(state, call, role, Unauthorized)
        elif call == "deliver" and state != ArrivalState.NOTHING:
            self.refused(state, call, role, AlreadyReceived)
        elif call == "bond_attester" and role == STRANGER:
            self.refused(state, call, role, NotValidator)
        elif call in OF_ONES_OWN and role == STRANGER:
            self.refused(state, call, role, triples.StateForbids)  # its own bond is none
        else:
            super().check(state, call, role)

    def refused(self, state: Any, call: str, role: str, refusal: Any) -> None:
        """Check that a call is refused and changes nothing."""
        thing = self.reach[state]()
        assert self.state_of(thing) == state
        with thing.stage.refuses(refusal):
            self.calls[call](thing, self.actors[role])
        assert self.state_of(thing) == state


def plain(name: str, *values: Any, value_wei: int = 0) -> Callable[[Any, int], Any]:
    """Return how a call of this name is made about a thing's number."""
    return lambda thing, sender: town_of(thing).a.do(
        name, thing.number, *values, sender=sender, value_wei=value_wei
    )


def about_packet(name: str) -> Callable[[Any, int], Any]:
    """Return how a call about a thing's packet is made."""
    return lambda thing, sender: town_of(thing).a.do(
        name, accounts.ROUTE, thing.packet, sender=sender
    )


def bare(name: str, *values: Any, value_wei: int = 0) -> Callable[[Any, int], Any]:
    """Return how a call is made that names no thing."""
    return lambda thing, sender: town_of(thing).a.do(
        name, *values, sender=sender, value_wei=value_wei
    )


def begin(machine: Any, name: str, state_of: Callable[[Any], Any], make: Any) -> Any:
    """Return how a thing begins; a number that exists never begins again, whatever is called."""

    def begun(thing: Any, sender: int) -> None:
        state = state_of(thing)
        if state != machine.nothing:
            if name in GOVERNED and sender != accounts.GOVERNANCE:
                raise Unauthorized(account(sender))
            machine.enter(name, state, (GOVERNANCE,))
        make(thing, sender)
        thing.__dict__["number"] = _newest(machine, thing)

    return begun


def _newest(machine: Any, thing: Any) -> int:
    """Return the number of what just began."""
    side = town_of(thing).a
    if machine is ROUTE:
        return int(side.do("routes_opened"))
    return 3 if machine is CLIENT else int(side.do("sent_count", accounts.ROUTE))


def new_client(thing: Any, sender: int) -> None:
    """Make a client as whoever calls."""
    town = town_of(thing)
    raw = encode_header(town.b.blocks[max(town.b.blocks)].header)
    spans = (accounts.TRUSTING_S, accounts.UNBONDING_S)
    town.a.do("create_client", ClientKind.KUMIAI, 31_338, *spans, raw, sender=sender)


def send(thing: Any, sender: int) -> None:
    """Send a packet as whoever calls."""
    town = town_of(thing)
    town.send(town.a, LIMITS.minimum_wei, sender=OTHER)


def accuse(thing: Any, sender: int) -> None:
    """Show the lie that the first validator signed."""
    town = town_of(thing)
    town.a.do("accuse", lie(town), sender=sender)


def send_back(thing: Any, sender: int) -> None:
    """Send a packet back, on a route that was killed where something waits."""
    town = town_of(thing)
    if arrival_state(thing) == ArrivalState.DELAYED:
        town.a.vote("kill_route", accounts.ROUTE)
    town.a.do("send_back", accounts.ROUTE, thing.packet, sender=sender)


def states(kind: Any, reach: Callable[[Any], Any]) -> dict[Any, Callable[[], Any]]:
    """Return how each state is reached."""
    return {state: lambda state=state: reach(state) for state in kind}


REMOTE = End(31_338, account(5), Uint64(1))
CLIENTS = Asked(
    CLIENT,
    states(ClientState, reach_client),
    {
        "create_client": begin(CLIENT, "create_client", client_state, new_client),
        "update_client": update,
        "submit_misbehaviour": convict,
        "announce_substitute": plain("announce_substitute", SUBSTITUTE),
        "substitute_client": plain("substitute_client"),
    },
    {GOVERNANCE: accounts.GOVERNANCE, STRANGER: OTHER},
    client_state,
)
ROUTES = Asked(
    ROUTE,
    states(RouteState, reach_route),
    {
        "open_route": begin(ROUTE, "open_route", route_state, bare("open_route", 1, REMOTE)),
        "pause": plain("pause"),
        "resume": plain("resume"),
        "kill_route": plain("kill_route"),
    },
    {GOVERNANCE: accounts.GOVERNANCE, GUARDIAN: accounts.GUARDIAN, STRANGER: OTHER},
    route_state,
)
PACKETS = Asked(
    PACKET,
    states(PacketState, reach_packet),
    {
        "send": begin(PACKET, "send", packet_state, send),
        "add_fee": lambda thing, sender: town_of(thing).a.do(
            "add_fee", accounts.ROUTE, Uint64(thing.number), sender=sender, value_wei=3
        ),
        "acknowledge": acknowledge,
        "timeout": time_out,
    },
    {STRANGER: OTHER},
    packet_state,
)
ARRIVALS = Asked(
    ARRIVAL,
    states(ArrivalState, reach_arrival),
    {
        "deliver": deliver,
        "release": about_packet("release"),
        "refuse": about_packet("refuse"),
        "send_back": send_back,
    },
    {GOVERNANCE: accounts.GOVERNANCE, STRANGER: OTHER},
    arrival_state,
)
ATTESTERS = Asked(
    ATTESTER,
    states(AttesterState, reach_attester),
    {
        "bond_attester": bare("bond_attester", value_wei=BOND_WEI),
        "name_key": bare("name_key", account(5)),
        "leave_attesters": bare("leave_attesters"),
        "accuse": accuse,
    },
    {VALIDATOR: FIRST_VALIDATOR, STRANGER: OTHER},
    attester_state,
)


@CLIENTS.params()
def test_clients(state: ClientState, call: str, role: str):
    """A client does in each state what its table says, and nothing else."""
    CLIENTS.check(state, call, role)


@ROUTES.params()
def test_routes(state: RouteState, call: str, role: str):
    """A route does in each state what its table says, and nothing else."""
    ROUTES.check(state, call, role)


@PACKETS.params()
def test_packets(state: PacketState, call: str, role: str):
    """A packet does in each state what its table says, and nothing else."""
    PACKETS.check(state, call, role)


@ARRIVALS.params()
def test_arrivals(state: ArrivalState, call: str, role: str):
    """An arrival does in each state what its table says, and nothing else."""
    ARRIVALS.check(state, call, role)


@ATTESTERS.params()
def test_attesters(state: AttesterState, call: str, role: str):
    """A bond does in each state what its table says, and nothing else."""
    ATTESTERS.check(state, call, role)
