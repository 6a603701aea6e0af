"""What a version is made of, and what its makers get."""

from chain.types.primitives import Bps, Seconds
from modules.licensing.events import DerivativeLinked, RoyaltyPaid
from modules.licensing.records import Child, Kind, Share
from modules.licensing.refusals import (
    ParentInvalid,
    RoyaltyStackTooHigh,
    TooManyAncestors,
    TooManyParents,
)
from tests.modules.licensing.scene import BUYER, OTHER, OWNER, Scene, version_terms
from tests.modules.stage import COIN

FOR_DERIVATIVES = {"is_derivable": True, "royalty_bps": Bps(1_000)}


def right_to(scene: Scene, asset: int, buyer: int = OTHER, **changed: object) -> int:
    """Return a licence that allows derivatives."""
    kind = changed.pop("kind", Kind.PERPETUAL)
    offer = scene.offer(asset, kind, **{**FOR_DERIVATIVES, **changed})  # type: ignore[arg-type]
    return scene.buy(offer, sender=buyer)


def test_royalties_flow_to_every_ancestor() -> None:
    """The grandparent's share is of every descendant's income, as it was fixed at the link."""
    scene = Scene()
    first = scene.asset()
    second = scene.derivative(first, royalty_bps=1_000)
    third = scene.derivative(second, owner=BUYER, royalty_bps=2_000)
    shares = (Share(first, Bps(1_000)), Share(second, Bps(2_000)))
    assert shares == scene.call("ancestors_of", third, 1)
    assert 3_000 == scene.call("version", third, 1).stack_bps
    before_wei = [scene.page.vaults[n].received_wei for n in (first, second)]
    scene.buy(scene.offer(third), sender=OTHER)
    net_wei = COIN * 9_750 // 10_000
    after_wei = [scene.page.vaults[n].received_wei for n in (first, second)]
    assert [net_wei // 10, net_wei // 5] == [
        a - b for a, b in zip(after_wei, before_wei, strict=True)
    ]
    assert scene.stage.logged(RoyaltyPaid(third, second, net_wei // 5))
    assert (Child(second, 1),) == scene.call("children_of", first, 0, 9)
    assert first == scene.call("parents_of", second, 1)[0].asset


def test_every_way_to_an_ancestor_counts() -> None:
    """Who is an ancestor twice over is paid for both links."""
    scene = Scene()
    first = scene.asset()
    second = scene.derivative(first, royalty_bps=1_000)
    both = (right_to(scene, first, BUYER), right_to(scene, second, BUYER, royalty_bps=Bps(500)))
    third = scene.asset(BUYER, 9, both)
    shares = (Share(first, Bps(2_000)), Share(second, Bps(500)))
    assert shares == scene.call("ancestors_of", third, 1)
    event = DerivativeLinked(third, 1, second, 1, both[1], Bps(500))
    assert scene.stage.logged(event)


def test_only_valid_rights_to_listed_others_make_a_parent() -> None:
    """L7: parents exist and are listed; a right is one's own, for derivatives, running."""
    scene = Scene()
    parent = scene.asset()
    plain = scene.buy(scene.offer(parent), sender=OTHER)
    others = right_to(scene, parent, BUYER)
    mine = right_to(scene, parent, OTHER)
    short = right_to(scene, parent, OTHER, kind=Kind.TIMED, duration_s=Seconds(10))
    own = right_to(scene, parent, OWNER)
    for licence in (plain, others, 99, 0):
        with scene.stage.refuses(ParentInvalid):
            scene.draft(OTHER, 5, (licence,))
    with scene.stage.refuses(ParentInvalid):
        scene.call("add_version", parent, version_terms(6, (own,)))
    scene.pass_unseen(11)
    with scene.stage.refuses(ParentInvalid):
        scene.draft(OTHER, 5, (short,))
    scene.call("pause_asset", parent)
    with scene.stage.refuses(ParentInvalid):
        scene.draft(OTHER, 5, (mine,))
    scene.call("resume_asset", parent)
    scene.draft(OTHER, 5, (mine,))
    scene.tag(parent)  # Story 37687984, 96ff638d: nothing is made of what is tagged
    with scene.stage.refuses(ParentInvalid):
        scene.draft(OTHER, 6, (mine,))


def test_a_version_cannot_be_its_own_ancestor() -> None:
    """L7: versions are fixed when published, so a circle of assets stays a line of versions."""
    scene = Scene()
    first = scene.asset()
    second = scene.derivative(first)
    back = right_to(scene, second, OWNER)
    assert 2 == scene.call("add_version", first, version_terms(2, (back,)))
    assert () == scene.call("ancestors_of", first, 1)
    assert (first, second) == tuple(s.asset for s in scene.call("ancestors_of", first, 2))


def test_parents_and_ancestors_are_bounded() -> None:
    """L7: at most P parents and A ancestors, so that a payment's work is bounded."""
    scene = Scene(parents_max=2, ancestors_max=2)
    rights = [right_to(scene, scene.asset(seed=n)) for n in range(1, 4)]
    for parents in (tuple(rights), (rights[0], rights[0])):
        with scene.stage.refuses(TooManyParents):
            scene.draft(OTHER, 5, parents)
    child = scene.asset(OTHER, 5, tuple(rights[:2]))
    further = right_to(scene, child, BUYER)
    with scene.stage.refuses(TooManyAncestors):
        scene.draft(BUYER, 6, (further,))


def test_a_lower_stack_counts_for_new_links_only() -> None:
    """L2, Story 91f26db7: what is linked is honoured and accounted; new links are refused."""
    scene = Scene(royalty_stack_bps_max=Bps(3_000))
    first = scene.asset()
    right = right_to(scene, first, royalty_bps=Bps(3_001))
    with scene.stage.refuses(RoyaltyStackTooHigh):
        scene.draft(OTHER, 5, (right,))
    child = scene.derivative(first, royalty_bps=3_000)
    scene.tune(royalty_stack_bps_max=Bps(500), protocol_fee_bps=Bps(2_000))
    later = right_to(scene, first)
    with scene.stage.refuses(RoyaltyStackTooHigh):
        scene.draft(OTHER, 6, (later,))
    before_wei = scene.page.vaults[first].received_wei
    scene.buy(scene.offer(child))
    received_wei = scene.page.vaults[first].received_wei - before_wei
    assert COIN * 8_000 * 3_000 // 10**8 == received_wei


def test_the_earliest_end_of_a_parent_is_inherited() -> None:
    """A derivative expires with the first of its rights, and so does what is made of it."""
    scene = Scene()
    first, other = scene.asset(), scene.asset(seed=2)
    ends = {"kind": Kind.TIMED, "duration_s": Seconds(500)}
    rights = (right_to(scene, first, **ends), right_to(scene, other))
    child = scene.asset(OTHER, 5, rights)
    expires_s = scene.stage.time_s + 500
    assert expires_s == scene.call("version", child, 1).expires_s
    scene.wait(100)
    right = right_to(scene, child, BUYER, kind=Kind.TIMED, duration_s=Seconds(300))
    grandchild = scene.asset(BUYER, 6, (right,))
    assert scene.stage.time_s + 300 == scene.call("version", grandchild, 1).expires_s
