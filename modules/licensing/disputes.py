"""
Tags: what a jury finds against an asset stops its clock and holds its income.

    raise_dispute --> CHALLENGED, the vault waits --jury--> CLEAN
                                                      +---> TAGGED: licences suspended, escrow
    TAGGED --contest upheld, true owner clears or retires--> CLEAN, escrow claimable
           +--nobody in time--> void: the community's

A ruling that names the true owner gives it asset and escrow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chain.types.primitives import ZERO_ADDRESS, Address, Hash32, Seconds
from modules.licensing import assets, cases, deadlines, vaults
from modules.licensing.events import Resolved, TagChanged
from modules.licensing.machines import ASSET, OWNER, TAG, TRUE_OWNER
from modules.licensing.records import (
    WHOLE,
    AssetState,
    Case,
    CaseKind,
    Overlay,
    Tag,
    TagState,
)
from modules.licensing.refusals import (
    AssetVoid,
    CaseOpen,
    DisputeTooSoon,
    OwnDispute,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books

NONE_S = Seconds(0)


def enter(books: Books, name: str, asset: int) -> Overlay:
    """Return what is said against an asset if the table lets the caller go on."""
    overlay = books.overlays[asset]
    roles: tuple[str, ...] = ()
    if books.assets[asset].owner == books.sender:
        roles = (OWNER, TRUE_OWNER) if overlay.is_redirected else (OWNER,)
    TAG.enter(name, overlay.tag, roles)
    return overlay


def raise_dispute(books: Books, asset: int, tag: Tag, true_owner: Address, evidence: Hash32) -> int:
    """Accuse an asset; `true_owner` is whose it is, zero where nobody is named."""
    found = assets.asset_of(books, asset)
    overlay = enter(books, "raise_dispute", asset)
    if found.owner == books.sender:
        raise OwnDispute(asset)
    if overlay.void_s:
        raise AssetVoid(asset)
    if true_owner != ZERO_ADDRESS:
        assets.check_recipient(books, asset, true_owner)
    if books.block.time_s < overlay.calm_until_s:
        raise DisputeTooSoon(overlay.calm_until_s)
    case = cases.open_case(
        books,
        "raise_dispute",
        CaseKind.TAG,
        asset=asset,
        licence=0,
        accused=found.owner,
        tag=tag,
        evidence=evidence,
        value_wei=found.bond_wei + books.vaults[asset].claimable_wei,
        true_owner=true_owner,
    )
    _change(books, asset, "raise_dispute", TagState.CHALLENGED, tag.name.lower(), case=case)
    return case


def contest(books: Books, asset: int, evidence: Hash32) -> int:
    """Ask a jury as the owner to lift a tag; returns the case."""
    overlay = enter(books, "contest_tag", asset)
    if overlay.case:
        raise CaseOpen(overlay.case)
    tagged_by = books.cases[_last_tag(books, asset)]
    case = cases.open_case(
        books,
        "contest_tag",
        CaseKind.CONTEST,
        asset=asset,
        licence=0,
        accused=tagged_by.challenger,
        tag=tagged_by.tag,
        evidence=evidence,
        value_wei=books.assets[asset].bond_wei + books.vaults[asset].escrow_wei,
    )
    _change(books, asset, "contest_tag", TagState.TAGGED, "contested", case=case)
    return case


def _last_tag(books: Books, asset: int) -> int:
    """Return the case that tagged an asset; those after it are contests of it."""
    numbers = books.cases_of[asset]
    for index in range(len(numbers) - 1, -1, -1):
        if books.cases[numbers[index]].kind == CaseKind.TAG:
            return numbers[index]
    raise AssertionError("a tag comes of a case")


def dispute_over(books: Books, case: Case, name: str, worker_bps: int, is_upheld: bool) -> int:
    """Tag an asset, or leave it in peace; return what of its bond is forfeit, still held here."""
    asset, now_s = case.asset, books.block.time_s
    if not is_upheld:
        calm_until_s = Seconds(now_s + books.settings.dispute_cooldown_s)
        _change(books, asset, name, TagState.CLEAN, "dismissed", case=0, calm_until_s=calm_until_s)
        deadlines.arm(books, deadlines.ASSET_DUE, asset)
        return 0
    until_s = Seconds(now_s + books.settings.tag_timeout_s)
    is_redirected = case.true_owner != ZERO_ADDRESS
    fields: dict[str, Any] = {"tagged_s": now_s, "until_s": until_s, "is_redirected": is_redirected}
    _change(books, asset, name, TagState.TAGGED, case.tag.name.lower(), case=0, **fields)
    vaults.to_escrow(books, asset)
    forfeit_wei = books.assets[asset].bond_wei * (WHOLE - worker_bps) // WHOLE
    assets.end_bond(books, asset, books.verifier.address, forfeit_wei, "bond_forfeit")
    if is_redirected and books.assets[asset].owner != case.true_owner:
        _redirect(books, asset, case.true_owner)
    deadlines.arm(books, deadlines.ASSET_DUE, asset)
    return forfeit_wei


def _redirect(books: Books, asset: int, true_owner: Address) -> None:
    """Give asset and escrow to whose they are, off the market until that owner speaks."""
    assets.give(books, asset, true_owner, "redirected")
    if books.assets[asset].state == AssetState.LISTED:
        assets.move(books, asset, "redirected", AssetState.PAUSED, "redirected")


def contest_over(books: Books, case: Case, name: str, is_upheld: bool) -> None:
    """Lift a tag, or let it stand."""
    asset = case.asset
    if is_upheld:
        lift(books, name, asset, "contested")
    else:
        _change(books, asset, name, TagState.TAGGED, "stands", case=0)
    deadlines.arm(books, deadlines.ASSET_DUE, asset)


def clear(books: Books, asset: int) -> None:
    """End a tag as the true owner that a ruling named."""
    enter(books, "clear_tag", asset)
    lift(books, "clear_tag", asset, "cleared")


def retire(books: Books, asset: int) -> None:
    """Take an asset off the market for good; a tagged one only as its true owner."""
    ASSET.enter("retire_asset", books.assets[asset].state, (OWNER,))  # whose it is follows
    if enter(books, "retire_asset", asset).tag == TagState.TAGGED:
        lift(books, "retire_asset", asset, "retired")
    assets.retire(books, asset, "retired")
    deadlines.arm(books, deadlines.ASSET_DUE, asset)


def lift(books: Books, name: str, asset: int, reason: str) -> None:
    """Let an asset's clock go on and its escrow be claimed."""
    overlay = books.overlays[asset]
    stopped_s = overlay.void_s or books.block.time_s
    frozen_s = Seconds(overlay.frozen_s + max(0, stopped_s - overlay.tagged_s))
    fields: dict[str, Any] = {"tagged_s": NONE_S, "until_s": NONE_S, "frozen_s": frozen_s}
    _change(books, asset, name, TagState.CLEAN, reason, is_redirected=False, **fields)
    released_wei = vaults.from_escrow(books, asset)
    books.emit(Resolved(asset, books.assets[asset].owner, released_wei))


def tag_over(books: Books, asset: int) -> None:
    """
    Make a tag final that nobody lifted in time.

    A true owner that stays silent keeps what the ruling gave it. Otherwise the asset is void, its
    licences are refunded, and its income is the community's.
    """
    is_redirected = books.overlays[asset].is_redirected
    void_s = books.overlays[asset].void_s or books.block.time_s
    lift(books, "tag_stands", asset, "in time" if is_redirected else "stands")
    if is_redirected:
        return
    books.overlays[asset] = replace(books.overlays[asset], void_s=void_s)
    assets.give(books, asset, books.treasury.address, "forfeit")
    until_s = Seconds(books.block.time_s + books.settings.bond_hold_s)
    assets.move(books, asset, "tag_stands", AssetState.RETIRED, "forfeit", bond_until_s=until_s)


def _change(
    books: Books, asset: int, name: str, target: TagState, reason: str, **fields: Any
) -> None:
    before = books.overlays[asset]
    tag = TAG.move(name, before.tag, target)
    books.overlays[asset] = replace(before, tag=tag, **fields)
    if tag != before.tag:
        books.emit(TagChanged(asset, before.tag, tag, reason))


def transfer(books: Books, asset: int, target: Address) -> None:
    """Hand an asset over, with its bond and duties; what it earned so far is the old owner's."""
    assets.enter(books, "transfer_asset", asset)
    assets.check_clean(books, asset)
    assets.check_recipient(books, asset, target)
    vaults.pay_out(books, asset)
    assets.give(books, asset, target, "transferred")
