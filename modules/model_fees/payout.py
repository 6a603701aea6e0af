"""
Who gets what of a payment: paid at once, booked as a base model's income, or held for an asset.

    payment --split--> treasury | infrastructure | referrers | author        coins move
                       base models  --> income of each --distribute--> its own split
                       licensed data --> its vault, or held until the vault takes it

A base's income pays no second protocol fee, and nobody served it: what its terms have for
infrastructure and referrers is its author's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from chain.kit.assembly import REFUSED
from chain.kit.storage import words_of
from chain.kit.usage import Leg as BookLeg
from chain.kit.usage import legs_of as book_legs
from chain.kit.usage import tell
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Wei
from modules.model_fees.books import Books
from modules.model_fees.events import (
    DataPaid,
    DataReleased,
    IncomeBooked,
    IncomeDistributed,
    SplitPaid,
)
from modules.model_fees.maths import Ancestor, split_legs, usage_of
from modules.model_fees.packing import (
    UNITS_PER_WORD,
    grown,
    grown_units,
    unpack,
    unpack_units,
)
from modules.model_fees.records import (
    WHOLE_BPS,
    Conditions,
    Leg,
    LegKind,
    Referrer,
    RevenueSplit,
    Use,
)

DAY_S: Final = 86_400
HELD_S_MAX: Final = 31_536_000  # one year: how long an asset's part waits for its vault
STEPS_MAX: Final = 16  # models whose income one call distributes
SUMS_BITS: Final = (64, 64, 128)  # payments, requests, wei of one day
BOOK_LEGS: Final = (  # by kind of leg
    BookLeg.TREASURY,
    BookLeg.INFRASTRUCTURE,
    BookLeg.REFERRER,
    BookLeg.SUPPLIER,
    BookLeg.CONTRIBUTOR,
    BookLeg.CONTRIBUTOR,
)


def ancestors(fees: Books, conditions: Conditions) -> list[Ancestor]:
    """Return what a model was made of, bases first; their parts are held here until paid on."""
    here = fees.address
    bases = [Ancestor(LegKind.BASE, here, item.share_bps) for item in conditions.bases]
    return bases + [Ancestor(LegKind.DATA, here, item.share_bps) for item in conditions.data]


def legs_of(
    fees: Books,
    model_id: str,
    version: int,
    total_wei: int,
    fee_bps: Bps,
    server: Address,
    referrers: Sequence[Referrer],
) -> tuple[Leg, ...]:
    """Return the legs of a payment by one version; `server` takes the infrastructure's, if any."""
    split = fees.terms_of[model_id][version - 1].split
    if server != ZERO_ADDRESS:
        split = replace(split, infrastructure=server)
    author = fees.author_of(model_id)
    conditions = fees.conditions_at(model_id, version)
    return legs_by(fees, author, split, conditions, total_wei, fee_bps, referrers)


def legs_by(
    fees: Books,
    author: Address,
    split: RevenueSplit,
    conditions: Conditions,
    total_wei: int,
    fee_bps: Bps,
    referrers: Sequence[Referrer],
) -> tuple[Leg, ...]:
    """Return the legs of a payment by terms that were read before."""
    parents = ancestors(fees, conditions)
    treasury = fees.pool.address
    return split_legs(Wei(total_wei), fee_bps, split, author, treasury, referrers, parents)


def pay_legs(
    fees: Books, model_id: str, conditions: Conditions, legs: Sequence[Leg], reason: str
) -> None:
    """Pay every leg whose coins are in the module's account and nobody's yet."""
    rest_wei = 0
    for leg in legs:
        if leg.kind != LegKind.TREASURY:
            rest_wei += leg.amount_wei
        if leg.kind not in (LegKind.BASE, LegKind.DATA):
            fees.pay(leg.recipient, leg.amount_wei, reason)
        fees.emit(SplitPaid(model_id, leg.recipient, leg.kind, leg.amount_wei))
    pay_ancestors(fees, model_id, conditions, rest_wei)


def pay_ancestors(fees: Books, model_id: str, conditions: Conditions, rest_wei: int) -> int:
    """Book and pay the parts of what a model was made of; return their sum."""
    total_wei = 0
    for base in conditions.bases:
        part_wei = rest_wei * base.share_bps // WHOLE_BPS
        total_wei += part_wei
        if part_wei:
            fees.incomes[base.model_id] = Wei(fees.incomes[base.model_id] + part_wei)
            fees.incomes_wei = Wei(fees.incomes_wei + part_wei)
            fees.emit(IncomeBooked(base.model_id, model_id, Wei(part_wei)))
    for item in conditions.data:
        part_wei = rest_wei * item.share_bps // WHOLE_BPS
        total_wei += part_wei
        if part_wei:
            pay_data(fees, item.asset, model_id, part_wei)
    return total_wei


def pay_data(fees: Books, asset: int, model_id: str, amount_wei: int) -> bool:
    """Pay an asset's part into its vault, or hold it; return whether it was paid."""
    is_paid = _to_vault(fees, asset, amount_wei)
    if not is_paid:
        if not fees.held_data[asset]:
            fees.held_since_s[asset] = fees.block.time_s
        fees.held_data[asset] = Wei(fees.held_data[asset] + amount_wei)
        fees.incomes_wei = Wei(fees.incomes_wei + amount_wei)
    fees.emit(DataPaid(asset, model_id, Wei(amount_wei), not is_paid))
    return is_paid


def _to_vault(fees: Books, asset: int, amount_wei: int) -> bool:
    """A vault that cannot take its part stops nobody else's."""
    if not fees.vaults.is_payable(asset):
        return False
    mark = fees.host.snapshot()
    try:
        fees.pay(fees.vaults.address, amount_wei, "model_royalty")
        fees.vaults.receive_royalty(asset, fees.address, Wei(amount_wei))
    except REFUSED:
        fees.host.revert(mark)
        return False
    return True


def release_data(fees: Books, asset: int) -> Wei:
    """
    Pay an asset what was held for it, if its vault takes it now; return how much it was.

    What no vault took for HELD_S_MAX is the treasury's: an asset that is void never takes it.
    """
    held_wei, since_s = fees.held_data[asset], fees.held_since_s[asset]
    if held_wei == 0:
        return Wei(0)
    is_paid = _to_vault(fees, asset, held_wei)
    is_over = fees.block.time_s >= since_s + HELD_S_MAX
    if not is_paid and not is_over:
        return Wei(0)
    fees.held_data[asset] = Wei(0)
    fees.incomes_wei = Wei(fees.incomes_wei - held_wei)
    if not is_paid:
        fees.pay(fees.pool.address, held_wei, "data_lapsed")
    fees.emit(DataReleased(asset, held_wei, not is_paid))
    return held_wei if is_paid else Wei(0)


def distribute(fees: Books, model_id: str) -> Wei:
    """Pay a model's income on, then that of its bases, at most STEPS_MAX; return the first's."""
    queue, first_wei = [model_id], fees.incomes[model_id]
    for _ in range(STEPS_MAX):
        if not queue:
            break
        name = queue.pop(0)
        income_wei = fees.incomes[name]
        if income_wei:
            queue += _distribute_one(fees, name, income_wei)
    return first_wei


def _distribute_one(fees: Books, model_id: str, income_wei: int) -> list[str]:
    """Split one model's income by its terms in force; return its bases."""
    fees.incomes[model_id] = Wei(0)
    fees.incomes_wei = Wei(fees.incomes_wei - income_wei)
    version = fees.version_at(model_id, fees.block.time_s)
    conditions = fees.conditions_at(model_id, version)
    passed_wei = pay_ancestors(fees, model_id, conditions, income_wei)
    author = fees.registrations[model_id].author
    fees.pay(author, income_wei - passed_wei, "base_income")
    fees.emit(IncomeDistributed(model_id, Wei(income_wei)))
    return [base.model_id for base in conditions.bases]


def count_use(
    fees: Books,
    model_id: str,
    number: int,
    use: Use,
    legs: Sequence[Leg],
    payers: Sequence[tuple[Address, int]],
) -> None:
    """
    Count what was paid for: in all, by model, by model and day, and in the chain's book.

    A day's counts of units stay at their largest where they would grow past it.
    """
    more = usage_of(use, legs)
    fees.usages.grow(model_id, more)
    Books.totals.grow(fees, more)
    _count_day(fees, number, use)
    tell_book(fees, payers, use.payments, legs)


def _count_day(fees: Books, number: int, use: Use) -> None:
    words, at = words_of(fees), fees.day_uses.at((number, fees.block.time_s // DAY_S))
    sums, units = words.run(at, 2)
    more = zip((use.payments, use.requests, use.charged_wei), SUMS_BITS, strict=True)
    low, high = use.units[:UNITS_PER_WORD], use.units[UNITS_PER_WORD:]
    words.put_run(at, (grown(sums, more), grown_units(units, low)))
    if any(high):
        words[at + 2] = grown_units(words[at + 2], high)


def tell_book(
    fees: Books, payers: Sequence[tuple[Address, int]], payments: int, legs: Sequence[Leg]
) -> None:
    """
    Tell the chain's book of usage, where there is one, who paid: the first payer all but the rest.

    Each of the others paid so many wei, which is its part of every leg.
    """
    amounts: dict[BookLeg, int] = {}
    total_wei = 0
    for leg in legs:
        kind = BOOK_LEGS[leg.kind]
        amounts[kind] = amounts.get(kind, 0) + leg.amount_wei
        total_wei += leg.amount_wei
    left = amounts
    for payer, paid_wei in payers[1:]:
        part = {kind: wei * paid_wei // max(total_wei, 1) for kind, wei in amounts.items()}
        left = {kind: wei - part[kind] for kind, wei in left.items()}
        _note(fees, payer, 1, part)
    _note(fees, payers[0][0], payments - len(payers) + 1, left)


def _note(fees: Books, payer: Address, uses: int, amounts_wei: dict[BookLeg, int]) -> None:
    tell(fees, lambda: fees.usage_book.note_payment(payer, uses, book_legs(amounts_wei)))


def use_on(fees: Books, model_id: str, day: int) -> Use:
    """Return what was paid for of a model on a day since 1970."""
    found = fees.day_uses[fees.number_of[model_id], day]
    payments, requests, charged_wei = unpack(found.sums, *SUMS_BITS)
    units = unpack_units(found.units_low, found.units_high)
    return Use(payments, requests, Wei(charged_wei), units)
