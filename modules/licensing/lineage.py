"""
What a version is made of: licences for other versions, and what all their makers get for ever.

    licence of the owner --> parent version --its ancestors--> flattened shares of every payment

A parent is a version that was published before, so nothing is ever made of itself. What is linked
stays linked: a lower limit of the stack counts for new versions only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import Bps, Seconds
from modules.licensing.clocks import clock_s, state_of
from modules.licensing.events import DerivativeLinked
from modules.licensing.machines import VALID
from modules.licensing.maths import stack_bps
from modules.licensing.records import AssetState, Child, Parent, Share
from modules.licensing.refusals import (
    ParentInvalid,
    RoyaltyStackTooHigh,
    TooManyAncestors,
    TooManyParents,
)

if TYPE_CHECKING:
    from modules.licensing.books import Books


def link(books: Books, number: int, version: int, licences: tuple[int, ...]) -> tuple[int, Seconds]:
    """
    Fix the parents of a version; return the royalty stack in bps and when it expires, 0 for never.

    Raises TooManyParents, ParentInvalid, TooManyAncestors, RoyaltyStackTooHigh.
    """
    parents_max = books.settings.parents_max
    if len(licences) > parents_max or len(set(licences)) != len(licences):
        raise TooManyParents(parents_max, len(licences))
    if not licences:
        return 0, Seconds(0)
    parents = tuple(_parent(books, number, licence) for licence in licences)
    shares = _flatten(books, parents)
    books.parents[number, version] = parents
    books.ancestors[number, version] = shares
    for parent in parents:
        books.children[parent.asset].append(Child(number, version))
        books.emit(
            DerivativeLinked(
                number,
                version,
                parent.asset,
                parent.version,
                parent.licence,
                parent.royalty_bps,
            )
        )
    return stack_bps(shares), _expiry(books, parents)


def _parent(books: Books, number: int, licence: int) -> Parent:
    found = books.licences[licence]
    terms = books.terms[found.offer]
    is_mine = found.holder == books.assets[number].owner and state_of(books, licence) in VALID
    is_listed = books.assets[found.asset].state == AssetState.LISTED and found.asset != number
    ends_at = books.periods[licence].ends_at
    is_over = ends_at and clock_s(books, found.asset) >= ends_at
    if not (is_mine and is_listed and terms.is_derivable) or is_over:
        raise ParentInvalid(licence)
    return Parent(found.asset, found.version, licence, terms.royalty_bps)


def _flatten(books: Books, parents: tuple[Parent, ...]) -> tuple[Share, ...]:
    """Every way to an ancestor counts: who gave two licences is paid for two."""
    found: dict[int, int] = {}
    for parent in parents:
        found[parent.asset] = found.get(parent.asset, 0) + parent.royalty_bps
        for share in books.ancestors[parent.asset, parent.version]:
            found[share.asset] = found.get(share.asset, 0) + share.bps
    _check(books, found)
    return tuple(Share(asset, Bps(found[asset])) for asset in sorted(found))


def _check(books: Books, found: dict[int, int]) -> None:
    limits = books.settings
    if len(found) > limits.ancestors_max:
        raise TooManyAncestors(limits.ancestors_max, len(found))
    found_bps = sum(found.values())
    if found_bps > limits.royalty_stack_bps_max:
        raise RoyaltyStackTooHigh(limits.royalty_stack_bps_max, found_bps)


def _expiry(books: Books, parents: tuple[Parent, ...]) -> Seconds:
    """Return the earliest end of a parent's licence or of the parent itself, in block time."""
    ends = []
    for parent in parents:
        ends_at = books.periods[parent.licence].ends_at
        if ends_at:
            ends.append(books.block.time_s + ends_at - clock_s(books, parent.asset))
        inherited_s = books.versions[parent.asset, parent.version].expires_s
        if inherited_s:
            ends.append(inherited_s)
    return Seconds(min(ends, default=0))
