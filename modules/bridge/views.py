"""The part of the page that only answers: what relayers, wallets and the command line ask."""

from chain.kit.abi import Uint64
from chain.kit.module import view
from chain.types.primitives import Address, Hash32, Height
from modules.bridge import assets, headers
from modules.bridge.attested_client import statement_key
from modules.bridge.books import Books, asset_key
from modules.bridge.lookup import standing_in
from modules.bridge.packets import packet_commitment
from modules.bridge.params import BridgeParams
from modules.bridge.records import (
    PAGE_MAX,
    Arrival,
    AssetStatus,
    Attester,
    Client,
    ConsensusState,
    Packet,
    PacketState,
    Remembered,
    Route,
    Sent,
)
from modules.bridge.vouchers import voucher_address


class Views(Books):
    """Questions about everything the bridge keeps."""

    @view
    def params(self) -> BridgeParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def client(self, client: int) -> Client:
        """Return a client; refused where there is none."""
        return self.known_client(client)

    @view
    def answering_client(self, client: int) -> int:
        """Return the client that answers for another now: itself, or its substitute."""
        return standing_in(self, client)

    @view
    def header(self, client: int, height: Height) -> ConsensusState:
        """Return what is trusted of a remote height; zeros where nothing is."""
        return self.headers[client, height]

    @view
    def trusted_heights(self, client: int, offset: int, limit: int) -> tuple[Height, ...]:
        """Return remote heights in the order in which they were proven, at most PAGE_MAX."""
        return headers.page(self, client, offset, min(limit, PAGE_MAX))

    @view
    def remembered_headers(self, client: int) -> Remembered:
        """Return how many remote headers are trusted, and below which height none is any more."""
        return self.remembered[client]

    @view
    def route(self, route: Uint64) -> Route:
        """Return a route; its state is NOTHING where there is none."""
        found = self.routes[route]
        return Route(found.state, found.client, found.remote)

    @view
    def routes_opened(self) -> Uint64:
        """Return how many routes were opened; they are numbered from 1."""
        return self.route_count

    @view
    def is_all_paused(self) -> bool:
        """Whether the guardian stopped all routes."""
        return self.all_paused

    @view
    def asset(self, route: Uint64, token: Address, is_native: bool) -> AssetStatus:
        """Return an asset by its token on its own chain; refused where it does not travel."""
        key, _ = self.known_asset(route, token, is_native)
        return assets.status(self, route, key)

    @view
    def asset_tokens(self, route: Uint64, offset: int, limit: int) -> tuple[Address, ...]:
        """Return where a route's assets are tokens on this chain, at most PAGE_MAX."""
        keys = self.asset_keys[route].page(offset, min(limit, PAGE_MAX))
        return tuple(self.assets[route, key].local for key in keys)

    @view
    def voucher(self, route: Uint64, token: Address) -> Address:
        """Return where the voucher of a remote token is, or will be."""
        return voucher_address(route, token)

    @view
    def room(self, route: Uint64, token: Address, is_native: bool) -> int:
        """Return what may come out of an asset now, in its smallest units."""
        return assets.status(self, route, asset_key(token, is_native)).room_wei

    @view
    def sent(self, route: Uint64, sequence: Uint64) -> Sent:
        """Return what became of a packet that was sent here, and the fee it still holds."""
        return self.sends[route, sequence]

    @view
    def sent_count(self, route: Uint64) -> Uint64:
        """Return how many packets were sent on a route: the last one's number."""
        return self.sequences[route]

    @view
    def pending(self, route: Uint64, first: Uint64, limit: int) -> tuple[Uint64, ...]:
        """Return which of up to PAGE_MAX packets from a number on are under way."""
        last = min(self.sequences[route], first + min(limit, PAGE_MAX) - 1)
        numbers = (Uint64(number) for number in range(max(first, 1), last + 1))
        return tuple(n for n in numbers if self.sends[route, n].state == PacketState.SENT)

    @view
    def arrival(self, route: Uint64, sequence: Uint64) -> Arrival:
        """Return what became of a packet of the other chain here."""
        return self.arrivals[route, sequence]

    @view
    def commitment_of(self, route: Uint64, packet: Packet) -> Hash32:
        """Return the commitment of a packet that is sent from here."""
        return packet_commitment(self.end_of(route), self.routes[route].remote, packet)

    @view
    def attester(self, validator: Address) -> Attester:
        """Return the bond behind a validator's attestations."""
        return self.attesters[validator]

    @view
    def attesters_known(self, offset: int, limit: int) -> tuple[Address, ...]:
        """Return whoever has or had a bond, at most PAGE_MAX."""
        return self.attester_list.page(offset, min(limit, PAGE_MAX))

    @view
    def attested(self, client: int, height: Height, validator: Address) -> Hash32:
        """Return the hash that a validator attested to, or zero."""
        return self.statements[statement_key(client, height), validator]
