"""
What model fees keeps, and whom it meets: the part of the page that all its other parts share.

    register | conditions | tariffs | channels, lanes | incomes | tickets | bonds, disputes
"""

from __future__ import annotations

from typing import NamedTuple

from eth_hash.auto import keccak

from chain.kit.admission import Gate
from chain.kit.collections import List, ListMap, Set, SetMap
from chain.kit.module import Module, peer
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.kit.usage import UsageBook
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from modules.model_fees.machines import CHANNELS, DISPUTES, FUNDS
from modules.model_fees.packing import (
    CHANNELS_SLOT,
    LANES_SLOT,
    PackedChannel,
    PackedLane,
    PackedTariff,
    PackedUse,
)
from modules.model_fees.params import LiveParams, ModelFeesParams
from modules.model_fees.peers import Jury, PoolView, Vaults
from modules.model_fees.records import (
    NO_CONDITIONS,
    Bond,
    Cap,
    Conditions,
    Demand,
    Dispute,
    Grant,
    Registration,
    Span,
    Terms,
    TicketFund,
    Usage,
)
from modules.model_fees.refusals import NotAuthor, UnknownModel


class InForce(NamedTuple):
    """What a model's terms are now, and which version of them that is."""

    version: int
    terms: Terms
    conditions: Conditions


class Books(Module):
    """Storage and peers."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, ModelFeesParams)  # slots 0 to 31 are the parameters'
    names = List(32, str)  # every model, in the order of registration
    registrations = Map(33, str, Registration)
    terms_of = ListMap(34, str, Terms)  # a model's versions; the first is version 1
    usages = Map(35, str, Usage)
    totals = Struct(36, Usage)  # 36 to 45
    number_of = Map(64, str, int)  # a model's number, from 1: its place in `names`
    conditions_count = Value(65, int)
    conditions = Map(66, int, Conditions)
    conditions_of = PairMap(67, str, int, int)  # model, version -> number; 0: none
    providers = SetMap(68, str, Address)  # 68 and 69: who else may serve a model
    free_used = PairMap(70, Hash32, int, PackedUse)  # model and account, period -> units
    requests_used = PairMap(71, Hash32, int, int)  # model and account, window -> requests
    demands = Map(72, str, Demand)
    day_uses = PairMap(73, int, int, PackedUse)  # model's number, day -> use
    incomes = Map(74, str, Wei)  # what a model earned as a base, not distributed yet
    held_data = Map(75, int, Wei)  # of licensed assets that could not be paid
    incomes_wei = Value(76, Wei)  # all incomes and all that is held for assets
    timers = Timers(77, Clock.SECONDS)  # 77 to 80
    tariff_count = Value(81, int)
    tariffs = Map(82, int, PackedTariff)
    tariff_numbers = Map(83, Hash32, int)
    channel_count = Value(84, int)
    channels = Map(CHANNELS_SLOT, int, PackedChannel)  # 85
    deal_numbers = Map(100, int, int)  # hands -> number, from 1
    deal_count = Value(101, int)
    deals = Map(102, int, int)  # payee and tariffs: what many channels share
    spans = Map(86, int, Span)
    caps = Map(87, int, Cap)
    lanes = Map(LANES_SLOT, int, PackedLane)  # 88
    free_of = Map(89, int, PackedUse)  # channel and place of the model: units it need not pay
    deposits_wei = Value(90, Wei)  # of all channels, less what was paid
    open_count = Map(91, Address, int)  # channels that a payer has open
    channels_by = ListMap(92, Address, int)
    channels_to = ListMap(93, Address, int)
    session_requests = Map(95, int, int)  # of one model in one session
    grants = PairMap(94, Address, Address, Grant)
    bonds = Map(96, Address, Bond)
    bonds_wei = Value(97, Wei)  # of all providers
    bonded = Set(98, Address)  # 98 and 99: whoever has or had a bond
    dispute_count = Value(103, int)
    disputes = Map(104, int, Dispute)
    disputed_to = Map(105, int, Wei)  # how much of a lane was disputed so far
    stakes_wei = Value(106, Wei)  # of open disputes
    funds = Map(107, Address, TicketFund)
    reserves = PairMap(108, Address, Address, Wei)  # sender, recipient
    recipients = SetMap(109, Address, Address)  # 109 and 110: of a sender's reserves
    used_tickets = Map(111, Hash32, bool)
    tickets_wei = Value(112, Wei)  # behind all tickets
    senders = Set(113, Address)  # 113 and 114: whoever has or had a fund
    held_since_s = Map(116, int, Seconds)  # the oldest coin that is held for an asset
    unlocking_at = Map(115, Address, Height)  # when a fund's wait began

    channel_states = CHANNELS
    dispute_states = DISPUTES
    fund_states = FUNDS

    pool: PoolView = peer()
    verifier: Jury = peer()
    gate: Gate = peer()
    usage_book: UsageBook = peer()
    vaults: Vaults = peer()

    @property
    def live(self) -> LiveParams:
        """The parameters in force, read one at a time."""
        return LiveParams(self)

    def known(self, model_id: str) -> Registration:
        """Return a model's registration; raises UnknownModel."""
        found = self.registrations[model_id]
        if not any(found.author):
            raise UnknownModel(model_id[:64])
        return found

    def author_of(self, model_id: str) -> Address:
        """Return a model's author, the one word that is read; raises UnknownModel."""
        author: Address = self.registrations.field(model_id, "author")
        if not any(author):
            raise UnknownModel(model_id[:64])
        return author

    def own(self, model_id: str) -> Registration:
        """Return the registration of a model of the caller's; raises NotAuthor."""
        found = self.known(model_id)
        if found.author != self.sender:
            raise NotAuthor(found.author)
        return found

    def version_at(self, model_id: str, time_s: Seconds) -> int:
        """Return the number of the last version in effect at a time; the first counts before."""
        versions = self.terms_of[model_id]
        low, high = 1, len(versions)
        while low < high:
            middle = (low + high + 1) // 2
            if versions[middle - 1].effective_s <= time_s:
                low = middle
            else:
                high = middle - 1
        return low

    def in_force(self, model_id: str) -> InForce:
        """Return a model's terms of this block."""
        version = self.version_at(model_id, self.block.time_s)
        terms = self.terms_of[model_id].known(version - 1)
        return InForce(version, terms, self.conditions_at(model_id, version))

    def free_bond_wei(self, provider: Address) -> Wei:
        """Return the bond of a provider that is neither locked nor leaving."""
        return self.bonds[provider].free_wei

    def model_numbered(self, number: int) -> str:
        """Return the name of a model."""
        return self.names[number - 1]

    def conditions_at(self, model_id: str, version: int) -> Conditions:
        """Return the conditions of one version of a model's terms."""
        number = self.conditions_of[model_id, version]
        return self.conditions[number] if number else NO_CONDITIONS


def account_key(model_id: str, account: Address) -> Hash32:
    """Return the key under which one account's use of a model is counted."""
    return Hash32(keccak(account + model_id.encode()))
