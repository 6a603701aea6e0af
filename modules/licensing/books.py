"""
Everything that licensing stores, and whom it meets: the part of the page that all others build on.

    assets, versions, vaults | offers | licences, terms, ledgers | cases | tasks | timers
"""

from dataclasses import replace
from typing import Any

from chain.kit.admission import Gate
from chain.kit.collections import ListMap, SetMap
from chain.kit.module import Module, peer
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.kit.usage import UsageBook
from chain.kit.verdicts import Verifier
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.licensing.annotation_records import (
    AnnotationTotals,
    Batch,
    Member,
    Seat,
    Task,
    TaskTerms,
)
from modules.licensing.params import LicensingParams
from modules.licensing.peers import Pool
from modules.licensing.records import (
    Asset,
    Case,
    Child,
    Erasure,
    Ledger,
    Licence,
    Offer,
    Overlay,
    Parent,
    Revocation,
    Share,
    Standing,
    Term,
    Terms,
    Totals,
    Use,
    Vault,
    Version,
)


class Books(Module):
    """Cells and peers; what is done with them stands in the files around."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, LicensingParams)  # slots 0 to 63 are the parameters'
    holdings = Struct(64, Totals)  # 64 to 69
    asset_count = Value(70, int)  # assets so far; numbers the next
    offer_count = Value(71, int)
    licence_count = Value(72, int)
    case_count = Value(73, int)
    timers = Timers(74, Clock.SECONDS)  # 74 to 77
    timer_at = PairMap(78, int, int, Seconds)  # kind, key: the entry that counts
    assets = Map(79, int, Asset)
    overlays = Map(80, int, Overlay)
    erasures = Map(81, int, Erasure)
    vaults = Map(82, int, Vault)
    versions = PairMap(83, int, int, Version)  # asset, version from 1
    parents = PairMap(84, int, int, tuple[Parent, ...])
    ancestors = PairMap(85, int, int, tuple[Share, ...])
    children = ListMap(86, int, Child)
    assets_by = SetMap(87, Address, int)  # 87 and 88
    offers = Map(89, int, Offer)
    terms = Map(90, int, Terms)
    offers_of = ListMap(91, int, int)
    bought = PairMap(92, int, Address, int)  # offer, holder: licences so far
    licences = Map(93, int, Licence)
    periods = Map(94, int, Term)
    ledgers = Map(95, int, Ledger)
    standings = Map(96, int, Standing)
    revocations = Map(97, int, Revocation)
    licences_by = SetMap(98, Address, int)  # 98 and 99
    seats = SetMap(100, int, Address)  # 100 and 101
    delegates = SetMap(102, int, Address)  # 102 and 103
    uses = ListMap(104, int, Use)
    cases = Map(105, int, Case)
    cases_of = ListMap(106, int, int)
    evidence_used = Map(107, Hash32, bool)
    tasks = Map(108, int, Task)
    task_terms = Map(109, int, TaskTerms)
    tasks_by = ListMap(110, Address, int)
    batches = Map(111, int, Batch)  # task and batch in one number
    batch_seats = ListMap(112, int, Seat)
    seat_of = PairMap(113, int, Address, int)  # position from 1
    annotators = PairMap(114, int, Address, Member)  # task, account
    task_count = Value(115, int)
    annotation_held = Struct(116, AnnotationTotals)  # 116 and 117
    members_of = SetMap(118, int, Address)  # 118 and 119

    gate: Gate = peer()
    usage: UsageBook = peer()
    verifier: Verifier = peer()
    treasury: Pool = peer()

    def add(self, **changes_wei: int) -> None:
        """Move running totals, each by its change."""
        before = self.holdings
        values: dict[str, Any] = {
            name: getattr(before, name) + change for name, change in changes_wei.items()
        }
        self.holdings = replace(before, **values)

    def add_annotation(self, *, budgets_wei: int = 0, bonds_wei: int = 0) -> None:
        """Move the totals of tasks, each by its change."""
        before = self.annotation_held
        self.annotation_held = AnnotationTotals(
            Wei(before.budgets_wei + budgets_wei), Wei(before.bonds_wei + bonds_wei)
        )

    def do_default(self, name: str, number: int) -> None:
        """Do what happens when a wait is over; the page, which knows all files, overrides it."""
        raise LookupError(f"{self.name} has no default {name} ({number})")
