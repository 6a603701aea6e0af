"""Offers: what can be promised, and that it never changes."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Bps, Hash32, Seconds, Wei
from modules.licensing.events import OfferClosed, TermsAttached
from modules.licensing.offers import hash_of
from modules.licensing.records import Kind, OfferState, Terms
from modules.licensing.refusals import (
    AssetDisputed,
    TermsInvalid,
    UnknownOffer,
    UnknownPolicy,
    UnknownVersion,
    VersionExpires,
)
from tests.modules.licensing.scene import OTHER, PLAIN, Scene
from tests.modules.stage import COIN

BAD: list[tuple[Kind, str, Any]] = [
    (Kind.PERPETUAL, "price_wei", Wei(0)),
    (Kind.PERPETUAL, "price_wei", Wei(10**31)),
    (Kind.PERPETUAL, "duration_s", Seconds(1)),
    (Kind.TIMED, "duration_s", Seconds(0)),
    (Kind.TIMED, "duration_s", Seconds(2**40)),
    (Kind.USES, "uses", 0),
    (Kind.RENTAL, "uses", 1),
    (Kind.SUBSCRIPTION, "uses", 1),
    (Kind.SEATS, "seats", 0),
    (Kind.SEATS, "seats", 10**7),
    (Kind.RENTAL, "deposit_wei", Wei(0)),
    (Kind.TIMED, "deposit_wei", Wei(1)),
    (Kind.RENTAL, "late_fee_wei", Wei(COIN + 1)),
    (Kind.TIMED, "grace_s", Seconds(1)),
    (Kind.SUBSCRIPTION, "grace_s", Seconds(61)),
    (Kind.FREE, "price_wei", Wei(1)),
    (Kind.FREE, "account_max", 0),
    (Kind.PERPETUAL, "supply", 10**10),
    (Kind.PERPETUAL, "purposes", 0),
    (Kind.PERPETUAL, "apps", (Hash32(b"\1" * 32),) * 2),
    (Kind.PERPETUAL, "apps", tuple(Hash32(bytes((n,)) * 32) for n in range(9))),
    (Kind.SUBSCRIPTION, "is_derivable", True),
    (Kind.PERPETUAL, "royalty_bps", Bps(1)),
    (Kind.PERPETUAL, "referrer_bps", Bps(1_001)),
]


@pytest.mark.parametrize(("kind", "field", "value"), BAD)
def test_terms_promise_what_can_be(kind: Kind, field: str, value: Any) -> None:
    """Every field is bounded, and means something for its kind."""
    scene = Scene()
    asset = scene.asset()
    with scene.stage.refuses(TermsInvalid, field):
        scene.offer(asset, kind, **{field: value})


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_of_the_terms_is_in_their_hash(kind: Kind) -> None:
    """L8: no term can be exchanged without the hash, which each licence holds, telling it."""
    terms = Terms(kind=kind, **PLAIN[kind])
    hashes = {hash_of(1, 1, terms), hash_of(1, 2, terms), hash_of(2, 1, terms)}
    for name, value in vars(terms).items():
        if isinstance(value, Kind):
            other: Any = Kind((value + 1) % len(Kind))
        elif isinstance(value, tuple):
            other = (Hash32(b"\1" * 32),)
        elif isinstance(value, bytes):
            other = Hash32(b"\2" * 32)
        else:
            other = type(value)(not value) if isinstance(value, bool) else value + 1
        hashes.add(hash_of(1, 1, replace(terms, **{name: other})))
    assert 3 + len(vars(terms)) == len(hashes)


def test_an_offer_is_of_one_version_by_its_owner() -> None:
    """Story c07efe71: terms are attached by the owner alone, to what is published."""
    scene = Scene()
    asset = scene.asset()
    offer = scene.offer(asset)
    found = scene.call("offer", offer)
    terms_hash = found.offer.terms_hash
    event = TermsAttached(offer, asset, 1, Kind.PERPETUAL, Wei(COIN), terms_hash)
    assert scene.stage.logged(event)
    assert (offer,) == scene.call("offers_on", asset, 0, 9)
    for version in (0, 2, 2**200):
        with scene.stage.refuses(UnknownVersion):
            scene.call("open_offer", asset, version, found.terms)
    with scene.stage.refuses(UnknownPolicy):
        scene.offer(asset, policy=77)
    with scene.stage.refuses(RoleForbids):
        scene.call("open_offer", asset, 1, found.terms, sender=OTHER)
    with scene.stage.refuses(UnknownOffer):
        scene.call("offer", 9)
    with scene.stage.refuses(UnknownOffer):
        scene.call("quote", 9, True)
    scene.tag(asset)
    with scene.stage.refuses(AssetDisputed):
        scene.offer(asset)


def test_a_closed_offer_stays_closed() -> None:
    """Nothing opens an offer again, and what it sold goes on."""
    scene = Scene()
    licence = scene.sold()
    scene.call("close_offer", 1)
    assert scene.stage.logged(OfferClosed(1))
    assert OfferState.CLOSED == scene.call("offer", 1).offer.state
    with scene.stage.refuses(StateForbids):
        scene.call("close_offer", 1)
    scene.use(licence)


def test_no_licence_outlives_what_its_version_was_made_of() -> None:
    """core-v1#91: expired data sells nothing more, while its income can still be claimed."""
    scene = Scene()
    parent = scene.asset()
    ends = {"duration_s": Seconds(1_000), "is_derivable": True, "royalty_bps": Bps(100)}
    right = scene.buy(scene.offer(parent, Kind.TIMED, **ends), sender=OTHER)
    child = scene.asset(OTHER, 2, (right,))
    with scene.stage.refuses(VersionExpires):
        scene.offer(child)
    offer = scene.offer(child, Kind.TIMED)
    scene.buy(scene.offer(child, Kind.TIMED, duration_s=Seconds(900)))
    scene.pass_unseen(1)
    with scene.stage.refuses(VersionExpires):
        scene.buy(offer)
    scene.wait(1_000)
    scene.call("claim_vault", child, sender=OTHER)
