"""
A Kumiai chain as an end: the native module at 0x0802, light blocks, final at once.

    kumiai_lightBlock --> header     eth_getLogs --> happened     HeaderAttested --> updates (EVM)
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from bridge.account import Account
from bridge.contract import Function, Log, read_log
from bridge.endpoint import AnswerInvalid, Endpoint, data
from bridge.ends import end as happenings
from bridge.ends.end import (
    Call,
    ChainEnd,
    EvmHeader,
    Happening,
    Head,
    Outcome,
    Trust,
)
from bridge.ends.errors import KeyMissing, RouteWrong
from bridge.ends.ethereum import Ethereum, topics_of, word
from bridge.records import KUMIAI_BRIDGE, Acknowledgement, End, Packet, StateProof
from bridge.steps import ONE_THIRD, steps_to
from bridge.updates import UPDATE_CLIENT, kumiai_evidence
from chain.errors import Malformed
from chain.kit.abi import Uint64
from chain.kit.record import Event, Indexed, Record
from chain.light.block import LightBlock
from chain.light.codec import light_block_of
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Seconds, Wei

ATTESTED_BLOCKS: Final = 10_000  # of this chain, back from its head, that are searched
CANDIDATES_MAX: Final = 8  # attested heights that are offered to the client in one round


class ClientKind(IntEnum):
    """How the module verifies the other chain's headers."""

    KUMIAI = 0
    ATTESTED = 1


class ClientState(IntEnum):
    """The life of a client."""

    NOTHING = 0
    ACTIVE = 1
    FROZEN = 2
    SUBSTITUTED = 3


class RouteState(IntEnum):
    """The life of a route."""

    NOTHING = 0
    OPEN = 1
    PAUSED = 2
    KILLED = 3


class Route(Record):
    """What the module says of a route."""

    state: RouteState
    client: int
    remote: End


class Client(Record):
    """What the module says of a client."""

    state: ClientState
    kind: ClientKind
    chain_id: int
    trusting_period_s: Seconds
    unbonding_s: Seconds
    latest_height: Height
    latest_time_ms: Milliseconds
    substitute: int
    substitute_from_s: Seconds


class ConsensusState(Record):
    """What the module trusts of a height."""

    hash: Hash32
    state_root: Hash32
    time_ms: Milliseconds


class PacketSent(Event):
    """A packet is under way."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    timeout_s: Seconds
    payload: bytes
    fee_wei: Wei
    commitment: Hash32


class FeeAdded(Event):
    """A fee grew."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    added_wei: Wei
    fee_wei: Wei


class PacketReceived(Event):
    """A packet is here."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    commitment: Hash32


class TransferDelayed(Event):
    """A transfer waits."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    releases_s: Seconds


class AcknowledgementWritten(Event):
    """An outcome is final."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool
    payee: Address
    result_hash: Hash32
    output: bytes


class PacketAcknowledged(Event):
    """A packet has ended by the other end's answer."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool
    payee: Address


class PacketTimedOut(Event):
    """A packet has ended by a time out."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]


class HeaderAttested(Event):
    """A validator vouches for a header."""

    client: Indexed[int]
    height: Indexed[Height]
    validator: Indexed[Address]
    hash: Hash32


EVENTS: Final = (
    PacketSent, FeeAdded, PacketReceived, TransferDelayed, AcknowledgementWritten,
    PacketAcknowledged, PacketTimedOut,
)  # fmt: skip
ROUTE: Final = Function("route", Uint64, gives=[Route])
CLIENT: Final = Function("client", int, gives=[Client])
ANSWERING: Final = Function("answeringClient", int, gives=[int])
HEADER: Final = Function("header", int, Height, gives=[ConsensusState])
ALL_PAUSED: Final = Function("isAllPaused", gives=[bool])


class KumiaiEnd:
    """A route of the bridge module."""

    def __init__(self, endpoint: Endpoint, route: int, account: Account | None = None) -> None:
        self.node, self._account = Ethereum(endpoint), account
        self._endpoint, self._route = endpoint, Uint64(route)
        self._place: End | None = None
        self._remote: End | None = None
        self._client_number = 0

    @property
    def place(self) -> End:
        """Chain, bridge and route of this end."""
        assert self._place is not None, "open() was not called"
        return self._place

    @property
    def remote(self) -> End:
        """The end it is bound to."""
        assert self._remote is not None, "open() was not called"
        return self._remote

    async def open(self) -> None:
        """Read the route from the chain; raises RouteWrong where it is not there."""
        chain_id = await self.node.chain_id()
        self._place = End(chain_id, KUMIAI_BRIDGE, self._route)
        route = await self._read_route()
        if route.state == RouteState.NOTHING:
            raise RouteWrong(f"chain {chain_id} has no route {self._route}: see the routes it has")
        self._remote = route.remote

    async def head(self) -> Head:
        """Return the newest final block."""
        return await self.node.head()

    async def block_hash(self, height: Height) -> Hash32:
        """Return the hash of a block, to see whether it is still the same."""
        return await self.node.block_hash(height)

    async def is_open(self) -> bool:
        """Whether the route takes packets now."""
        route = await self._read_route()
        is_paused = await self.node.view(KUMIAI_BRIDGE, ALL_PAUSED)
        return route.state == RouteState.OPEN and not is_paused

    async def happened(self, first: Height, last: Height) -> list[Happening]:
        """Return what happened on the route in some final blocks, in order."""
        topics = [topics_of(*EVENTS), word(self._route)]
        logs = await self.node.logs(KUMIAI_BRIDGE, topics, first, last)
        return [_happening(log) for log in logs]

    async def proof(self, height: Height, slot: int) -> StateProof:
        """Return the proof of a slot of the module's, or of its absence."""
        return await self.node.proof(KUMIAI_BRIDGE, slot, height)

    async def header(self, height: Height) -> LightBlock:
        """Return a light block; nothing of it is verified here, the other client does."""
        answer = await self._endpoint.call("kumiai_lightBlock", hex(height))
        if not isinstance(answer, dict):
            raise AnswerInvalid(f"{self._endpoint.url} has no block {height}: is it in sync?")
        parts = [answer.get(name) for name in ("parent", "validators", "certificate")]
        commit = [data(part, "part of a commit") for part in parts if part is not None]
        header = data(answer.get("header"), "header")
        try:
            found = light_block_of(header, data(answer.get("nextValidators"), "set"), commit)
        except Malformed as cause:
            raise AnswerInvalid(f"{self._endpoint.url}: no light block: {cause}") from cause
        if found.height != height:
            raise AnswerInvalid(f"{self._endpoint.url}: block {height} expected, found another")
        return found

    async def client(self) -> tuple[int, Client]:
        """Return the client that answers for the route now, and its number."""
        route = await self._read_route()
        number = await self.node.view(KUMIAI_BRIDGE, ANSWERING, route.client)
        return number, await self.client_of(number)

    async def client_of(self, number: int) -> Client:
        """Return a client by its number."""
        found: Client = await self.node.view(KUMIAI_BRIDGE, CLIENT, number)
        return found

    async def trust(self) -> Trust:
        """Return what the client believes of the other chain."""
        self._client_number, client = await self.client()
        time_s = Seconds(client.latest_time_ms // 1_000)
        expires_s = Seconds(time_s + client.trusting_period_s)
        now = await self.node.head()
        is_live = client.state == ClientState.ACTIVE and expires_s > now.time_s
        return Trust(client.latest_height, time_s, is_live, True, expires_s)

    async def trusted_root(self, height: Height) -> Hash32:
        """Return the other chain's state root that the client trusts, zero where none."""
        number = self._client_number or (await self.client())[0]
        state: ConsensusState = await self.node.view(KUMIAI_BRIDGE, HEADER, number, height)
        return state.state_root

    async def updates(self, source: ChainEnd, wanted: Height) -> list[Call]:
        """Return calls after which the client knows a height from `wanted` on, or none yet."""
        number, client = await self.client()
        if client.kind == ClientKind.ATTESTED:
            return await self._attested(source, number, client, wanted)
        trusted = await _light_block(source, client.latest_height)
        target = await _light_block(source, (await source.head()).height)
        if target.height <= trusted.height:
            return []
        steps = await steps_to(
            lambda height: _light_block(source, height), trusted, target, ONE_THIRD
        )
        return [_update(number, kumiai_evidence(*step), step[1].height) for step in steps]

    async def submit(self, calls: Sequence[Call]) -> list[Outcome]:
        """Send calls in order; raises KeyMissing where this end only watches."""
        if self._account is None:
            raise KeyMissing("this end only watches: name a key that pays for its gas")
        return await self._account.submit(calls)

    async def balance_wei(self) -> Wei | None:
        """Return what is left to pay gas with, None where this end only watches."""
        return None if self._account is None else await self._account.balance_wei()

    async def close(self) -> None:
        """Give up connections."""
        await self._endpoint.close()

    async def attestations(self, number: int) -> dict[Height, dict[Address, Hash32]]:
        """Return what validators said lately of another chain's heights."""
        head = await self.node.head()
        first = Height(max(0, head.height - ATTESTED_BLOCKS))
        topics = [topics_of(HeaderAttested), word(number)]
        logs = await self.node.logs(KUMIAI_BRIDGE, topics, first, head.height)
        found: dict[Height, dict[Address, Hash32]] = {}
        for log in logs:
            said = read_log(HeaderAttested, log)
            found.setdefault(said.height, {})[said.validator] = said.hash
        return found

    async def _attested(
        self, source: ChainEnd, number: int, client: Client, wanted: Height
    ) -> list[Call]:
        """Return an update by the newest header that validators vouch for as the source has it."""
        said = await self.attestations(number)
        least = max(wanted, client.latest_height + 1)
        newest = sorted((h for h in said if h >= least), reverse=True)[:CANDIDATES_MAX]
        for height in newest:
            header = await source.header(height)
            if not isinstance(header, EvmHeader):
                raise RouteWrong("the route's client is of an EVM chain, the other end is none")
            if header.hash not in said[height].values():
                continue  # the source is on another fork than those who vouched, or lies
            call = _update(number, header.raw, height)
            if self._account is None or await self._account.would_pass(call):
                return [call]
        return []

    async def _read_route(self) -> Route:
        found: Route = await self.node.view(KUMIAI_BRIDGE, ROUTE, self._route)
        return found


def _update(number: int, evidence: bytes, height: Height) -> Call:
    data_ = UPDATE_CLIENT.encode(number, evidence)
    return Call(KUMIAI_BRIDGE, data_, f"update client {number} to height {height}")


async def _light_block(source: ChainEnd, height: Height) -> LightBlock:
    found = await source.header(height)
    if not isinstance(found, LightBlock):
        raise RouteWrong("the route's client is of a Kumiai chain, the other end is none")
    return found


def _happening(log: Log) -> Happening:
    """Return a log of the module in the words of all ends; raises AnswerInvalid."""
    reader: dict[bytes, Any] = _READERS
    found = reader.get(log.topics[0])
    if found is None:
        raise AnswerInvalid("logs that were not asked for")
    kind, make = found
    happening: Happening = make(log.height, read_log(kind, log))
    return happening


def _sent(height: Height, event: PacketSent) -> Happening:
    packet = Packet(event.sequence, event.timeout_s, event.payload)
    return happenings.PacketSent(height, packet, event.fee_wei)


def _answered(height: Height, event: AcknowledgementWritten) -> Happening:
    answer = Acknowledgement(event.success, event.payee, event.result_hash)
    return happenings.AnswerWritten(height, event.sequence, answer)


_READERS: Final = {
    bytes.fromhex(topics_of(kind)[0][2:]): (kind, make)
    for kind, make in (
        (PacketSent, _sent),
        (FeeAdded, lambda height, e: happenings.FeeAdded(height, e.sequence, e.added_wei)),
        (PacketReceived, lambda height, e: happenings.PacketReceived(height, e.sequence)),
        (
            TransferDelayed,
            lambda height, e: happenings.TransferDelayed(height, e.sequence, e.releases_s),
        ),
        (AcknowledgementWritten, _answered),
        (PacketAcknowledged, lambda height, e: happenings.PacketSettled(height, e.sequence)),
        (PacketTimedOut, lambda height, e: happenings.PacketSettled(height, e.sequence)),
    )
}
