"""
Assets: drafted, versioned, listed, paused, handed over, retired.

    create_asset --> DRAFT --list--> LISTED <--> PAUSED --retire--> RETIRED --time--> bond back
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Seconds, Wei
from modules.licensing import lineage
from modules.licensing.events import (
    AssetBondEnded,
    AssetCreated,
    AssetMoved,
    AssetTransferred,
    Listed,
    VersionPublished,
)
from modules.licensing.machines import ASSET, OWNER
from modules.licensing.records import (
    URI_BYTES_MAX,
    VERSIONS_MAX,
    Asset,
    AssetState,
    TagState,
    Version,
    VersionTerms,
)
from modules.licensing.refusals import (
    AccountInvalid,
    AssetDisputed,
    BondMismatch,
    TooManyVersions,
    UnknownAsset,
    VersionInvalid,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def asset_of(books: Books, number: int) -> Asset:
    """Return an asset; raises UnknownAsset."""
    asset = books.assets[number]
    if asset.state == AssetState.NOTHING:
        raise UnknownAsset(number)
    return asset


def enter(books: Books, name: str, number: int) -> Asset:
    """Return an asset if the table lets the caller make this call."""
    asset = books.assets[number]
    ASSET.enter(name, asset.state, (OWNER,) if asset.owner == books.sender else ())
    return asset


def move(
    books: Books, number: int, name: str, target: AssetState, reason: str, **changes: Any
) -> None:
    """Bring an asset to a state, with other fields."""
    before = books.assets[number]
    state = ASSET.move(name, before.state, target)
    books.assets[number] = replace(before, state=state, **changes)
    if state != before.state:
        books.emit(AssetMoved(number, before.state, state, reason))


def check_clean(books: Books, number: int) -> None:
    """Raise AssetDisputed where something is said against an asset."""
    if books.overlays[number].tag != TagState.CLEAN:
        raise AssetDisputed(number)


def check_untagged(books: Books, number: int) -> None:
    """Raise AssetDisputed where an asset is tagged."""
    if books.overlays[number].tag == TagState.TAGGED:
        raise AssetDisputed(number)


def create(books: Books, terms: VersionTerms) -> int:
    """Put an asset on the register; the coins sent are exactly its bond. Returns its number."""
    bond_wei = books.settings.asset_bond_wei
    if books.value_wei != bond_wei:
        raise BondMismatch(bond_wei, books.value_wei)
    number = books.asset_count + 1
    books.asset_count = number
    state = ASSET.move("create_asset", AssetState.NOTHING, AssetState.DRAFT)
    books.assets[number] = Asset(books.sender, state, 0, bond_wei, Seconds(0))
    books.assets_by[books.sender].add(number)
    books.add(bonds_wei=bond_wei)
    books.emit(AssetCreated(number, books.sender, bond_wei))
    publish(books, number, terms)
    return number


def add_version(books: Books, number: int, terms: VersionTerms) -> int:
    """Publish another version; returns its number, from 1."""
    enter(books, "add_version", number)
    check_untagged(books, number)
    return publish(books, number, terms)


def publish(books: Books, number: int, terms: VersionTerms) -> int:
    """Fix a version, its parents and what its ancestors get."""
    found = len(terms.uri.encode())
    if ZERO_HASH in (terms.content, terms.schema) or found > URI_BYTES_MAX:
        raise VersionInvalid(URI_BYTES_MAX, found)
    version = books.assets[number].versions + 1
    if version > VERSIONS_MAX:
        raise TooManyVersions(VERSIONS_MAX)
    stack_bps, expires_s = lineage.link(books, number, version, terms.parents)
    books.assets[number] = replace(books.assets[number], versions=version)
    now_s = books.block.time_s
    books.versions[number, version] = Version(
        terms.content, terms.schema, terms.uri, now_s, expires_s, Bps(stack_bps)
    )
    books.emit(
        VersionPublished(number, version, terms.content, terms.schema, Bps(stack_bps), expires_s)
    )
    return version


def list_asset(books: Books, number: int) -> None:
    """Let a draft be licensed."""
    enter(books, "list_asset", number)
    check_untagged(books, number)
    move(books, number, "list_asset", AssetState.LISTED, "listed")
    books.emit(Listed(number))


def pause(books: Books, number: int) -> None:
    """Sell and renew nothing for a while."""
    enter(books, "pause_asset", number)
    move(books, number, "pause_asset", AssetState.PAUSED, "paused")


def resume(books: Books, number: int) -> None:
    """Sell again."""
    enter(books, "resume_asset", number)
    check_untagged(books, number)
    move(books, number, "resume_asset", AssetState.LISTED, "resumed")


def retire(books: Books, number: int, reason: str) -> None:
    """Take an asset off the market for good; its licences go on to their ends."""
    until_s = Seconds(books.block.time_s + books.settings.bond_hold_s)
    move(books, number, "retire_asset", AssetState.RETIRED, reason, bond_until_s=until_s)


def give(books: Books, number: int, target: Address, reason: str) -> None:
    """Make somebody else the owner: bond and all income from now on are theirs."""
    before = books.assets[number]
    books.assets_by[before.owner].discard(number)
    books.assets_by[target].add(number)
    books.assets[number] = replace(before, owner=target)
    books.emit(AssetTransferred(number, before.owner, target, reason))


def check_recipient(books: Books, number: int, target: Address) -> None:
    """Raise AccountInvalid for nobody, this module, or who has it already."""
    if target in (ZERO_ADDRESS, books.address, books.assets[number].owner):
        raise AccountInvalid(target)


def end_bond(books: Books, number: int, target: Address, amount_wei: int, reason: str) -> int:
    """Pay a part of an asset's bond to somebody; return it."""
    asset = books.assets[number]
    assert amount_wei <= asset.bond_wei, "a bond is no more than it is"
    if amount_wei:
        books.assets[number] = replace(asset, bond_wei=Wei(asset.bond_wei - amount_wei))
        books.add(bonds_wei=-amount_wei)
        books.pay(target, amount_wei, reason)
        books.emit(AssetBondEnded(number, target, Wei(amount_wei), reason))
    return amount_wei


def bond_over(books: Books, number: int) -> None:
    """Give a retired asset's bond back to its owner."""
    asset = books.assets[number]
    move(books, number, "bond_ends", AssetState.RETIRED, "bond over")
    end_bond(books, number, asset.owner, asset.bond_wei, "bond_returned")
