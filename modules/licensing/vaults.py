"""
An asset's income, in a ledger of its own: no vault is ever paid out of another's coins.

    income --credit--> claimable --claim--> owner
             | tagged
             v
           escrow --tag over--> claimable of whoever is the owner then
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Bps, Wei
from modules.licensing.events import (
    RoyaltyPaid,
    RoyaltyReceived,
    VaultClaimed,
    VaultPenalised,
)
from modules.licensing.machines import ASSET
from modules.licensing.maths import Rates, split
from modules.licensing.records import WHOLE, AssetState, TagState, Vault
from modules.licensing.refusals import (
    AssetDisputed,
    AssetNotPayable,
    NothingToClaim,
    RoyaltyMissing,
)

NO_BPS = Bps(0)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def credit(books: Books, asset: int, amount_wei: int) -> None:
    """Book income that is in the module's account already; while tagged into escrow."""
    if amount_wei == 0:
        return
    vault, is_tagged = books.vaults[asset], books.overlays[asset].tag == TagState.TAGGED
    books.vaults[asset] = replace(
        vault,
        received_wei=Wei(vault.received_wei + amount_wei),
        claimable_wei=Wei(vault.claimable_wei + (0 if is_tagged else amount_wei)),
        escrow_wei=Wei(vault.escrow_wei + (amount_wei if is_tagged else 0)),
    )
    books.add(vaults_wei=amount_wei)


def credit_ancestor(books: Books, asset: int, ancestor: int, amount_wei: int) -> None:
    """Book an ancestor's share of a descendant's income."""
    if amount_wei:
        credit(books, ancestor, amount_wei)
        books.emit(RoyaltyPaid(asset, ancestor, Wei(amount_wei)))


def pay_out(books: Books, asset: int) -> int:
    """Pay what is claimable to the owner; return how much it was, in wei."""
    vault, owner = books.vaults[asset], books.assets[asset].owner
    amount_wei = vault.claimable_wei
    if amount_wei:
        claimed_wei = Wei(vault.claimed_wei + amount_wei)
        books.vaults[asset] = replace(vault, claimable_wei=Wei(0), claimed_wei=claimed_wei)
        books.add(vaults_wei=-amount_wei)
        books.pay(owner, amount_wei, "vault_claim")
        books.emit(VaultClaimed(asset, owner, amount_wei))
    return amount_wei


def claim(books: Books, asset: int) -> Wei:
    """Pay the owner on anybody's word; raises AssetDisputed, NothingToClaim."""
    ASSET.enter("claim_vault", books.assets[asset].state)
    if books.overlays[asset].tag != TagState.CLEAN:
        raise AssetDisputed(asset)
    amount_wei = pay_out(books, asset)
    if amount_wei == 0:
        raise NothingToClaim(asset)
    return Wei(amount_wei)


def to_escrow(books: Books, asset: int) -> None:
    """Put everything undistributed out of the owner's reach."""
    vault: Vault = books.vaults[asset]
    held_wei = Wei(vault.escrow_wei + vault.claimable_wei)
    books.vaults[asset] = replace(vault, claimable_wei=Wei(0), escrow_wei=held_wei)


def from_escrow(books: Books, asset: int) -> Wei:
    """Give what was held to whoever is the owner now; return how much it is."""
    vault: Vault = books.vaults[asset]
    claimable_wei = Wei(vault.escrow_wei + vault.claimable_wei)
    books.vaults[asset] = replace(vault, claimable_wei=claimable_wei, escrow_wei=Wei(0))
    return vault.escrow_wei


def penalise(books: Books, asset: int, bps: int) -> int:
    """Take a share of what is claimable for the community; return how much it was, in wei."""
    vault: Vault = books.vaults[asset]
    lost_wei = vault.claimable_wei * bps // WHOLE
    if lost_wei:
        books.vaults[asset] = replace(
            vault,
            claimable_wei=Wei(vault.claimable_wei - lost_wei),
            lost_wei=Wei(vault.lost_wei + lost_wei),
        )
        books.add(vaults_wei=-lost_wei)
        books.pay(books.treasury.address, lost_wei, "vault_penalty")
        books.emit(VaultPenalised(asset, Wei(lost_wei)))
    return lost_wei


def is_payable(books: Books, asset: int) -> bool:
    """Whether an asset takes income: it is or was listed, and is not void."""
    is_known = books.assets[asset].state not in (AssetState.NOTHING, AssetState.DRAFT)
    return is_known and not books.overlays[asset].void_s


def receive(books: Books, asset: int, payer: Address, amount_wei: int) -> None:
    """
    Book what another market moved here for an asset, its newest version's ancestors included.

    That market took its fees already. Raises AssetNotPayable, RoyaltyMissing.
    """
    if not is_payable(books, asset):
        raise AssetNotPayable(asset)
    spare_wei = books.host.balance_wei(books.address) - owed_wei(books)
    if spare_wei < amount_wei:
        raise RoyaltyMissing(Wei(amount_wei), Wei(max(spare_wei, 0)))
    books.emit(RoyaltyReceived(asset, payer, Wei(amount_wei)))
    shares = books.ancestors[asset, books.assets[asset].versions]
    parts = split(amount_wei, Rates(NO_BPS, NO_BPS, shares))
    for share, royalty_wei in zip(shares, parts.royalties_wei, strict=True):
        credit_ancestor(books, asset, share.asset, royalty_wei)
    credit(books, asset, parts.owner_wei)


def owed_wei(books: Books) -> int:
    """Return all that the module holds for others, in wei."""
    found, tasks = books.holdings, books.annotation_held
    held = (found.vaults_wei, found.deferred_wei, found.deposits_wei, found.standing_wei)
    work = (tasks.budgets_wei, tasks.bonds_wei)
    return sum(held) + found.bonds_wei + found.held_wei + sum(work)
