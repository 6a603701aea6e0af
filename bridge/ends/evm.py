"""
An EVM chain as an end: the gateway contract, and only what the chain calls finalized.

    finalized block --> head     eth_getLogs --> happened     LightClient.update <-- light blocks

A block above the finalized one may go away again, so nothing of it is ever acted upon.
"""

from collections.abc import Sequence
from typing import Any, Final

from bridge.account import Account
from bridge.contract import Function, Log, read_log
from bridge.endpoint import AnswerInvalid, Endpoint
from bridge.ends import end as happenings
from bridge.ends.end import Call, ChainEnd, EvmHeader, Happening, Head, Outcome, Trust
from bridge.ends.errors import KeyMissing, RouteWrong
from bridge.ends.ethereum import Ethereum, topics_of, word
from bridge.records import Acknowledgement, End, Packet, StateProof
from bridge.steps import TWO_THIRDS, steps_to
from bridge.updates import UPDATE_GATEWAY, gateway_commit
from chain.kit.abi import Uint64
from chain.kit.record import Event, Indexed
from chain.light.block import LightBlock
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei


class Sent(Event):
    """A packet is under way."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    sender: Indexed[Address]
    timeout_s: Uint64
    payload: bytes
    fee: int


class FeeAdded(Event):
    """A fee grew by so much."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    fee: int


class Received(Event):
    """A packet is here."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    commitment: Hash32


class Waiting(Event):
    """A transfer waits."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    ready_at_s: Uint64


class Acknowledged(Event):
    """An outcome is final."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool
    payee: Address
    result_hash: Hash32
    reason: bytes


class Settled(Event):
    """A packet has ended by the other end's answer."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool


class TimedOut(Event):
    """A packet has ended by a time out."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]


EVENTS: Final = (Sent, FeeAdded, Received, Waiting, Acknowledged, Settled, TimedOut)
# remote chain, bridge, route; paused, killed; client, next sequence, next client, from when
ROUTES: Final = Function(
    "routes",
    Uint64,
    gives=[int, Address, Uint64, bool, bool, Address, Uint64, Address, Uint64],
)
PAUSED: Final = Function("isPaused", gives=[bool])
LATEST: Final = Function("latestHeight", gives=[Height])
LIVE: Final = Function("isLive", gives=[bool])
PERIOD: Final = Function("trustingPeriodS", gives=[Seconds])
# state root, hash, hash of the next validators, time in ms
TRUSTED: Final = Function("trustedAt", Height, gives=[Hash32, Hash32, Hash32, Uint64])


class EvmEnd:
    """A route of a gateway contract."""

    def __init__(
        self, endpoint: Endpoint, gateway: Address, route: int, account: Account | None = None
    ) -> None:
        self.node, self._account = Ethereum(endpoint), account
        self._endpoint, self._gateway, self._route = endpoint, gateway, Uint64(route)
        self._place: End | None = None
        self._remote: End | None = None

    @property
    def place(self) -> End:
        """Chain, gateway and route of this end."""
        assert self._place is not None, "open() was not called"
        return self._place

    @property
    def remote(self) -> End:
        """The end it is bound to."""
        assert self._remote is not None, "open() was not called"
        return self._remote

    async def open(self) -> None:
        """Read the route from the gateway; raises RouteWrong where it is not there."""
        chain_id = await self.node.chain_id()
        self._place = End(chain_id, self._gateway, self._route)
        found = await self._read_route()
        if found[6] == 0:
            raise RouteWrong(
                f"the gateway 0x{self._gateway.hex()} of chain {chain_id} has no route "
                f"{self._route}"
            )
        self._remote = End(found[0], found[1], found[2])

    async def head(self) -> Head:
        """Return the newest final block."""
        return await self.node.head()

    async def block_hash(self, height: Height) -> Hash32:
        """Return the hash of a block, to see whether it is still the same."""
        return await self.node.block_hash(height)

    async def is_open(self) -> bool:
        """Whether the route takes packets now."""
        found = await self._read_route()
        return not (found[3] or found[4] or await self.node.view(self._gateway, PAUSED))

    async def happened(self, first: Height, last: Height) -> list[Happening]:
        """Return what happened on the route in some final blocks, in order."""
        topics = [topics_of(*EVENTS), word(self._route)]
        logs = await self.node.logs(self._gateway, topics, first, last)
        return [_happening(log) for log in logs]

    async def proof(self, height: Height, slot: int) -> StateProof:
        """Return the proof of a slot of the gateway's, or of its absence."""
        return await self.node.proof(self._gateway, slot, height)

    async def header(self, height: Height) -> EvmHeader:
        """Return a header of this chain."""
        return await self.node.header(height)

    async def trust(self) -> Trust:
        """Return what the client believes of the other chain."""
        client = await self._client()
        height: Height = await self.node.view(client, LATEST)
        root, _, _, time_ms = await self.node.view(client, TRUSTED, height)
        time_s = Seconds(time_ms // 1_000)
        expires_s = Seconds(time_s + await self.node.view(client, PERIOD))
        is_live = await self.node.view(client, LIVE)
        return Trust(height, time_s, is_live, any(root), expires_s)

    async def trusted_root(self, height: Height) -> Hash32:
        """Return the other chain's state root that the client trusts, zero where none."""
        found = await self.node.view(await self._client(), TRUSTED, height)
        root: Hash32 = found[0]
        return root

    async def updates(self, source: ChainEnd, wanted: Height) -> list[Call]:
        """Return calls after which the client knows a height from `wanted` on, or none yet."""
        client = await self._client()
        known: Height = await self.node.view(client, LATEST)
        newest = (await source.head()).height
        if newest <= known:
            return []
        trusted, target = await _block(source, known), await _block(source, newest)
        steps = await steps_to(lambda height: _block(source, height), trusted, target, TWO_THIRDS)
        return [
            Call(
                client,
                UPDATE_GATEWAY.encode(old.height, gateway_commit(old, new)),
                f"update the gateway's client to height {new.height}",
            )
            for old, new in steps
        ]

    async def submit(self, calls: Sequence[Call]) -> list[Outcome]:
        """Send calls in order, as few transactions; raises KeyMissing where it only watches."""
        if self._account is None:
            raise KeyMissing("this end only watches: name a key that pays for its gas")
        return await self._account.submit(calls, self._gateway)

    async def balance_wei(self) -> Wei | None:
        """Return what is left to pay gas with, None where this end only watches."""
        return None if self._account is None else await self._account.balance_wei()

    async def close(self) -> None:
        """Give up connections."""
        await self._endpoint.close()

    async def _client(self) -> Address:
        client: Address = (await self._read_route())[5]
        return client

    async def _read_route(self) -> Any:
        return await self.node.view(self._gateway, ROUTES, self._route)


async def _block(source: ChainEnd, height: Height) -> LightBlock:
    found = await source.header(height)
    if not isinstance(found, LightBlock):
        raise RouteWrong("the gateway's client is of a Kumiai chain, the other end is none")
    return found


def _happening(log: Log) -> Happening:
    """Return a log of the gateway in the words of all ends; raises AnswerInvalid."""
    reader: dict[bytes, Any] = _READERS
    found = reader.get(log.topics[0])
    if found is None:
        raise AnswerInvalid("logs that were not asked for")
    kind, make = found
    happening: Happening = make(log.height, read_log(kind, log))
    return happening


def _sent(height: Height, event: Sent) -> Happening:
    packet = Packet(event.sequence, Seconds(event.timeout_s), event.payload)
    return happenings.PacketSent(height, packet, Wei(event.fee))


def _answered(height: Height, event: Acknowledged) -> Happening:
    answer = Acknowledgement(event.success, event.payee, event.result_hash)
    return happenings.AnswerWritten(height, event.sequence, answer)


def _delayed(height: Height, event: Waiting) -> Happening:
    return happenings.TransferDelayed(height, event.sequence, Seconds(event.ready_at_s))


_READERS: Final = {
    bytes.fromhex(topics_of(kind)[0][2:]): (kind, make)
    for kind, make in (
        (Sent, _sent),
        (FeeAdded, lambda height, e: happenings.FeeAdded(height, e.sequence, Wei(e.fee))),
        (Received, lambda height, e: happenings.PacketReceived(height, e.sequence)),
        (Waiting, _delayed),
        (Acknowledged, _answered),
        (Settled, lambda height, e: happenings.PacketSettled(height, e.sequence)),
        (TimedOut, lambda height, e: happenings.PacketSettled(height, e.sequence)),
    )
}
