"""What must be true of all licensing together: walks over everything, for tests and inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Address
from modules.licensing.annotation_batches import key_of
from modules.licensing.annotation_records import BatchState, SeatState, TaskState
from modules.licensing.annotation_tasks import budget_of
from modules.licensing.machines import STORED_LIVE
from modules.licensing.offers import hash_of
from modules.licensing.records import (
    PARENTS_MAX,
    WHOLE,
    LicenceState,
    RevocationState,
    TagState,
    Totals,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def totals_match(books: Books) -> bool:
    """Whether vaults, deferred prices, deposits, standing coins and bonds sum to the totals."""
    assets = range(1, books.asset_count + 1)
    licences = range(1, books.licence_count + 1)
    vaults = [books.vaults[number] for number in assets]
    ledgers = [books.ledgers[number] for number in licences]
    found = (
        sum(vault.claimable_wei + vault.escrow_wei for vault in vaults),
        sum(item.paid_wei - item.earned_wei - item.refunded_wei for item in ledgers),
        sum(books.licences[number].deposit_wei for number in licences),
        sum(books.standings[number].balance_wei for number in licences),
        sum(books.assets[number].bond_wei for number in assets),
        sum(books.revocations[number].held_wei for number in licences),
    )
    totals: Totals = books.holdings
    return found == (
        totals.vaults_wei,
        totals.deferred_wei,
        totals.deposits_wei,
        totals.standing_wei,
        totals.bonds_wei,
        totals.held_wei,
    )


def vaults_add_up(books: Books) -> bool:
    """Whether each vault's income is claimable, claimed, in escrow or lost; escrow while tagged."""
    for number in range(1, books.asset_count + 1):
        vault = books.vaults[number]
        out_wei = vault.claimed_wei + vault.lost_wei
        if vault.claimable_wei + vault.escrow_wei + out_wei != vault.received_wei:
            return False
        is_tagged = books.overlays[number].tag == TagState.TAGGED
        if (vault.claimable_wei if is_tagged else vault.escrow_wei) != 0:
            return False
    return True


def tasks_add_up(books: Books) -> bool:
    """Whether budgets are what is unspent, and bonds and live seats those of the members."""
    budgets_wei, bonds_wei = 0, 0
    for number in range(1, books.task_count + 1):
        task, terms = books.tasks[number], books.task_terms[number]
        budgets_wei += task.budget_wei
        people: dict[Address, int] = {}
        paid_wei = live = settled = 0
        for batch in range(terms.batches):
            found = books.batches[key_of(number, batch)]
            live += found.state in (BatchState.FILLING, BatchState.OPENING, BatchState.REVIEW)
            settled += found.state == BatchState.SETTLED
            for seat in books.batch_seats[key_of(number, batch)]:
                is_live = seat.state in (SeatState.TAKEN, SeatState.SEALED, SeatState.OPENED)
                people[seat.annotator] = people.get(seat.annotator, 0) + is_live
                paid_wei += seat.paid_wei
        is_over = task.state == TaskState.CLOSED
        whole_wei = 0 if is_over else budget_of(terms) - paid_wei
        if (task.budget_wei, task.paid_wei) != (whole_wei, paid_wei):
            return False
        if (task.live, task.settled) != (live, settled):
            return False
        members = [books.annotators[number, who] for who in books.members_of[number]]
        bonds_wei += sum(member.bond_wei for member in members)
        if any(books.annotators[number, who].live != count for who, count in people.items()):
            return False
    held = books.annotation_held
    return (budgets_wei, bonds_wei) == (held.budgets_wei, held.bonds_wei)


def ledgers_add_up(books: Books) -> bool:
    """Whether what a licence defers is what its terms have still to pay out."""
    for number in range(1, books.licence_count + 1):
        ledger, term = books.ledgers[number], books.periods[number]
        deferred_wei = ledger.paid_wei - ledger.earned_wei - ledger.refunded_wei
        state = books.licences[number].state
        due_wei = term.price_wei - term.released_wei + term.next_price_wei
        if state == LicenceState.PENDING:
            due_wei = ledger.paid_wei
        if deferred_wei != due_wei or (state not in HOLDING and deferred_wei):
            return False
    return True


HOLDING = (*STORED_LIVE, LicenceState.PENDING)


def ended_licences_hold_nothing(books: Books) -> bool:
    """Whether no deposit, standing coin or refund is left in a licence that is over."""
    for number in range(1, books.licence_count + 1):
        licence = books.licences[number]
        if licence.state in HOLDING:
            continue
        if licence.deposit_wei or books.standings[number].balance_wei:
            return False
    return True


def limits_hold(books: Books) -> bool:
    """Whether seats, uses, supply and limits per account are kept."""
    sold: dict[int, int] = {}
    for number in range(1, books.licence_count + 1):
        licence = books.licences[number]
        terms = books.terms[licence.offer]
        if len(books.seats[number]) > terms.seats or (terms.uses and licence.used > terms.uses):
            return False
        if licence.used != sum(use.count for use in books.uses[number]):
            return False
        is_counted = licence.state != LicenceState.REJECTED
        sold[licence.offer] = sold.get(licence.offer, 0) + is_counted
    for number in range(1, books.offer_count + 1):
        offer, supply = books.offers[number], books.terms[number].supply
        if offer.sold != sold.get(number, 0) or (supply and offer.sold > supply):
            return False
    return True


def lineage_holds(books: Books) -> bool:
    """Whether parents were there first, and no stack takes more than the whole."""
    for number in range(1, books.asset_count + 1):
        for version in range(1, books.assets[number].versions + 1):
            found, parents = books.versions[number, version], books.parents[number, version]
            stack_bps = sum(share.bps for share in books.ancestors[number, version])
            if stack_bps != found.stack_bps or stack_bps > WHOLE or len(parents) > PARENTS_MAX:
                return False
            for parent in parents:
                if books.versions[parent.asset, parent.version].published_s > found.published_s:
                    return False
                if parent.version > books.assets[parent.asset].versions:
                    return False
    return True


def terms_are_as_sold(books: Books) -> bool:
    """Whether each licence's terms are, by their hash, those it was sold under."""
    for number in range(1, books.licence_count + 1):
        licence = books.licences[number]
        found = hash_of(licence.asset, licence.version, books.terms[licence.offer])
        if found != licence.terms_hash:
            return False
    return True


def indexes_match(books: Books) -> bool:
    """Whether owners and holders are found by their accounts, and refunds held are due."""
    for number in range(1, books.asset_count + 1):
        if number not in books.assets_by[books.assets[number].owner]:
            return False
    for number in range(1, books.licence_count + 1):
        if number not in books.licences_by[books.licences[number].holder]:
            return False
        found = books.revocations[number]
        is_open = found.state in (RevocationState.NOTICE, RevocationState.APPEALED)
        if found.held_wei and not is_open:
            return False
    return True
