"""
What the bridge keeps, and whom it meets: the part of the page that all its other parts share.

    commitments, receipts, acknowledgements: at the same slots on every chain, for proofs
    clients, headers | routes, assets, limits | packets, arrivals | attesters
"""

from __future__ import annotations

from chain.kit.abi import Uint64
from chain.kit.collections import ListMap, Set
from chain.kit.module import Module, peer
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Hash32, Height, Wei
from modules.bridge.machines import ARRIVAL, ATTESTER, CLIENT, PACKET, ROUTE
from modules.bridge.packets import ACKNOWLEDGEMENTS_SLOT, COMMITMENTS_SLOT, RECEIPTS_SLOT
from modules.bridge.params import BridgeParams
from modules.bridge.peers import Natives, Stakes
from modules.bridge.records import (
    Arrival,
    Asset,
    Attester,
    Bucket,
    Client,
    ClientState,
    ConsensusState,
    End,
    Limits,
    Proven,
    Remembered,
    RouteEntry,
    RouteState,
    Sent,
    Transfer,
    VoucherOf,
)
from modules.bridge.refusals import RouteForbids, UnknownAsset, UnknownClient

NATIVE_BIT = 1 << 160  # of an asset's key: its own chain is this one


class Books(Module):
    """Storage and peers."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, BridgeParams)  # slots 0 to 31 are the parameters'
    commitments = PairMap(COMMITMENTS_SLOT, Uint64, Uint64, Hash32)  # 32: route, own sequence
    receipts = PairMap(RECEIPTS_SLOT, Uint64, Uint64, Hash32)  # 33: route, the other's sequence
    acknowledgements = PairMap(ACKNOWLEDGEMENTS_SLOT, Uint64, Uint64, Hash32)  # 34
    client_count = Value(35, int)
    clients = Map(36, int, Client)
    headers = PairMap(37, int, Height, ConsensusState)  # client, height
    proven = PairMap(38, int, int, Proven)  # client, place in its ring of HEADERS_MAX
    route_count = Value(39, Uint64)
    routes = Map(40, Uint64, RouteEntry)
    route_of = Map(41, Hash32, Uint64)  # the remote end's hash
    all_paused = Value(42, bool)
    asset_keys = ListMap(43, Uint64, int)  # of a route
    assets = PairMap(44, Uint64, int, Asset)  # route, key
    limits = PairMap(45, Uint64, int, Limits)
    buckets = PairMap(46, Uint64, int, Bucket)
    outstanding = PairMap(47, Uint64, int, Wei)  # locked here, or vouchers there are
    voucher_of = Map(48, Address, VoucherOf)
    sequences = Map(49, Uint64, Uint64)  # packets sent on a route
    sends = PairMap(50, Uint64, Uint64, Sent)
    arrivals = PairMap(51, Uint64, Uint64, Arrival)
    escrowed_wei = Value(52, Wei)  # of all routes
    fees_wei = Value(53, Wei)  # of all packets under way
    bonds_wei = Value(54, Wei)  # of all attesters
    attesters = Map(55, Address, Attester)
    attester_list = Set(56, Address)  # 56 and 57: whoever has or had a bond
    keys_of = PairMap(58, Address, Address, bool)  # validator, key: that ever signed for it
    statements = PairMap(59, Hash32, Address, Hash32)  # client and height, validator
    timers = Timers(60, Clock.SECONDS)  # 60 to 63
    remembered = Map(64, int, Remembered)  # of a client

    client_states = CLIENT
    route_states = ROUTE
    packet_states = PACKET
    arrival_states = ARRIVAL
    attester_states = ATTESTER

    stakes: Stakes = peer()
    natives: Natives = peer()

    def end_of(self, route: Uint64) -> End:
        """Return this chain's end of a route."""
        return End(self.block.chain_id, self.address, route)

    def known_client(self, number: int) -> Client:
        """Return a client; raises UnknownClient."""
        found = self.clients[number]
        if found.state == ClientState.NOTHING:
            raise UnknownClient(number)
        return found

    def open_for_business(self, number: Uint64) -> RouteEntry:
        """Return a route that takes packets now; raises RouteForbids."""
        found = self.routes[number]
        if found.state != RouteState.OPEN:
            raise RouteForbids(number, found.state)
        if self.all_paused:
            raise RouteForbids(number, RouteState.PAUSED)
        return found

    def standing(self, number: Uint64) -> RouteEntry:
        """Return a route for refunds, whatever became of it; raises RouteForbids for none."""
        found = self.routes[number]
        if found.state == RouteState.NOTHING:
            raise RouteForbids(number, found.state)
        return found

    def known_asset(self, route: Uint64, token: Address, is_native: bool) -> tuple[int, Asset]:
        """Return an asset with its key; raises UnknownAsset."""
        key = asset_key(token, is_native)
        found = self.assets[route, key]
        if not any(found.local):
            raise UnknownAsset(route, token)
        return key, found

    def key_of(self, transfer: Transfer) -> int:
        """Return the key of what a packet brings: an own token returns, another's does not."""
        return asset_key(transfer.token, transfer.returning)

    def is_payable(self, account: Address) -> bool:
        """Whether an account may be given coins: no module, whose books would not know of them."""
        return any(account) and account not in self.natives

    def may_receive(self, account: Address) -> bool:
        """Whether a packet may name an account: no token, no module and not the bridge itself."""
        return self.is_payable(account) and not any(self.voucher_of[account].token)


def asset_key(token: Address, is_native: bool) -> int:
    """Return an asset's key on its route: two chains may have tokens of one address."""
    return int.from_bytes(token, "big") | (NATIVE_BIT if is_native else 0)
