"""
The right to be forgotten: a tombstone for the asset, a deadline for its owner, news for its heirs.

    request --> RETIRED, void: licences end --proof in time--> bond goes back
                  |                          +--none--> bond and a part of the vault are lost
                  +--notices, some a call--> owners of every direct derivative
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.admission import NO_POLICY
from chain.types.primitives import ZERO_HASH, Hash32, Seconds, Wei
from modules.licensing import assets, deadlines, vaults
from modules.licensing.events import (
    ErasureOverdue,
    ErasureProven,
    LineageNotice,
    Tombstoned,
)
from modules.licensing.machines import ASSET
from modules.licensing.records import NOTICES_MAX, AssetState, Erasure
from modules.licensing.refusals import (
    AssetVoid,
    EvidenceInvalid,
    NobodyMay,
    NoErasure,
    NoticesSent,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def request(books: Books, asset: int, reference: Hash32) -> None:
    """Demand an erasure, as whom the erasure policy admits; `reference` commits to the demand."""
    policy = books.settings.erasure_policy
    if policy == NO_POLICY:
        raise NobodyMay()
    ASSET.enter("request_erasure", books.assets[asset].state)
    if books.erasures[asset].requested_s:
        raise AssetVoid(asset)
    if reference == ZERO_HASH:
        raise EvidenceInvalid(reference)
    books.gate.admit(policy, books.sender)
    now_s = books.block.time_s
    until_s = Seconds(now_s + books.settings.erasure_s)
    penalty_bps = books.settings.erasure_penalty_bps
    books.erasures[asset] = Erasure(now_s, until_s, reference, ZERO_HASH, 0, False, penalty_bps)
    overlay = books.overlays[asset]
    books.overlays[asset] = replace(overlay, void_s=Seconds(overlay.void_s or now_s))
    _forget(books, asset)
    bond_until_s = Seconds(now_s + books.settings.bond_hold_s)
    retired = AssetState.RETIRED
    assets.move(books, asset, "request_erasure", retired, "erased", bond_until_s=bond_until_s)
    books.emit(Tombstoned(asset, reference, until_s))
    if len(books.children[asset]):
        send_notices(books, asset)
    deadlines.arm(books, deadlines.ASSET_DUE, asset)


def _forget(books: Books, asset: int) -> None:
    """Take the places where versions are found off the chain; commitments say nothing by now."""
    for version in range(1, books.assets[asset].versions + 1):
        books.versions[asset, version] = replace(books.versions[asset, version], uri="")


def prove(books: Books, asset: int, proof: Hash32) -> None:
    """Show as the owner, by a hash, that the key is destroyed; the bond is safe then."""
    assets.enter(books, "prove_erasure", asset)
    erasure = books.erasures[asset]
    if erasure.requested_s == 0 or erasure.is_settled:
        raise NoErasure(asset)
    if proof == ZERO_HASH:
        raise EvidenceInvalid(proof)
    books.erasures[asset] = replace(erasure, proof=proof, is_settled=True)
    books.emit(ErasureProven(asset, proof))
    deadlines.arm(books, deadlines.ASSET_DUE, asset)


def overdue(books: Books, asset: int) -> None:
    """Take bond and a part of the vault from an owner who proved nothing in time."""
    assets.move(books, asset, "erasure_overdue", AssetState.RETIRED, "erasure overdue")
    books.erasures[asset] = replace(books.erasures[asset], is_settled=True)
    bond_wei = books.assets[asset].bond_wei
    lost_wei = assets.end_bond(books, asset, books.treasury.address, bond_wei, "erasure_penalty")
    lost_wei += vaults.penalise(books, asset, books.erasures[asset].penalty_bps)
    books.emit(ErasureOverdue(asset, Wei(lost_wei)))


def send_notices(books: Books, asset: int) -> int:
    """Tell the owners of the next derivatives; returns how many are left to tell."""
    erasure, children = books.erasures[asset], books.children[asset]
    if erasure.requested_s == 0:
        raise NoErasure(asset)
    first, count = erasure.noticed, len(children)
    if first >= count:
        raise NoticesSent(asset)
    last = min(count, first + NOTICES_MAX)
    for index in range(first, last):
        child = children[index]
        owner = books.assets[child.asset].owner
        books.emit(LineageNotice(asset, child.asset, child.version, owner))
    books.erasures[asset] = replace(erasure, noticed=last)
    return count - last
