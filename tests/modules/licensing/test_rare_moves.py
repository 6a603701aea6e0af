"""The lines of the tables that happen rarely: whatever state a tag, a ruling or time meets."""

from dataclasses import replace

import pytest

from chain.types.primitives import ZERO_HASH, Seconds
from modules.licensing.annotation_records import TaskState
from modules.licensing.module import Licensing
from modules.licensing.records import AssetState, Ground, Kind, LicenceState, TagState
from tests.modules.courts import Court
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    OWNER,
    RECEIPT,
    SPONSOR,
    Scene,
)
from tests.modules.licensing.states import TRUE_OWNER, reach_licence, scene_of
from tests.modules.licensing.workshop import FIRST, RIGHT, SECOND, Workshop
from tests.modules.stage import COIN, account

L = LicenceState
STORED = (L.ACTIVE, L.CANCELLING, L.GRACE, L.OVERDUE)


@pytest.mark.parametrize("state", STORED)
def test_a_tag_suspends_from_every_state_and_gives_it_back(state: LicenceState) -> None:
    """Whatever a licence was doing goes on where it stood when the tag is lifted."""
    tried = reach_licence(state)
    scene = scene_of(tried)
    scene.tag(1)
    assert L.SUSPENDED == scene.state(tried.number)
    scene.wait(250)
    scene.rule(scene.call("contest_tag", 1, scene.fresh()), 0)
    assert state == scene.state(tried.number)


@pytest.mark.parametrize("state", STORED)
def test_an_erasure_ends_every_live_licence(state: LicenceState) -> None:
    """A void asset leaves nothing live: each licence is settled when it is touched."""
    tried = reach_licence(state)
    scene = scene_of(tried)
    scene.call("request_erasure", 1, RECEIPT, sender=CHALLENGER)
    assert L.REVOKED == scene.state(tried.number)
    scene.call("settle", tried.number)
    assert L.REVOKED == scene.page.licences[tried.number].state
    assert (0, 0) == (scene.page.holdings.deferred_wei, scene.page.holdings.deposits_wei)


@pytest.mark.parametrize("state", [*STORED, L.SUSPENDED])
def test_a_notice_ends_what_the_licence_became_meanwhile(state: LicenceState) -> None:
    """A revocation takes effect from grace, an overdue rental or under a tag all the same."""
    scene = Scene(revoke_notice_s=Seconds(30))
    licence = scene.sold(Kind.RENTAL if state == L.OVERDUE else Kind.SUBSCRIPTION)
    if state == L.CANCELLING:
        scene.call("cancel", licence, sender=BUYER)
    scene.wait(80 if state in (L.GRACE, L.OVERDUE) else 20)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    if state == L.SUSPENDED:
        scene.tag(1)
    scene.wait(25)
    assert state == scene.state(licence)
    scene.wait(5)
    assert L.REVOKED == scene.page.licences[licence].state


@pytest.mark.parametrize("state", [L.GRACE, L.CANCELLING, L.SUSPENDED])
def test_a_licence_is_given_up_from_every_valid_state(state: LicenceState) -> None:
    """A holder may leave whenever the licence is live, and gets standing coins back."""
    tried = reach_licence(state)
    scene = scene_of(tried)
    scene.call("waive", tried.number, sender=BUYER)
    assert L.REVOKED == scene.page.licences[tried.number].state


@pytest.mark.parametrize("state", [L.CANCELLING, L.GRACE])
def test_a_quota_ends_a_licence_in_every_valid_state(state: LicenceState) -> None:
    """The last use is the last, also of what was cancelled or is in grace."""
    tried = reach_licence(state)
    scene = scene_of(tried)
    page, offer = scene.page, scene.page.licences[tried.number].offer
    terms = page.terms[offer]
    page.terms[offer] = replace(terms, uses=1)  # no offer has both; the table does not say so
    scene.use(tried.number)
    assert L.EXHAUSTED == scene.state(tried.number)
    page.terms[offer] = replace(terms, uses=1)


def test_a_suspended_rental_is_returned() -> None:
    """Who has to give data back may do so while it is tagged."""
    tried = reach_licence(L.SUSPENDED, Kind.RENTAL)
    scene = scene_of(tried)
    scene.call("return_rental", tried.number, RECEIPT, sender=BUYER)
    assert L.RETURNED == scene.state(tried.number)


@pytest.mark.parametrize("state", list(AssetState)[1:])
def test_a_tag_becomes_final_in_every_state_of_an_asset(state: AssetState) -> None:
    """A draft, a paused and a retired asset are taken off the market like a listed one."""
    scene = Scene()
    asset = scene.draft()
    if state != AssetState.DRAFT:
        scene.call("list_asset", asset)
    if state == AssetState.PAUSED:
        scene.call("pause_asset", asset)
    if state == AssetState.RETIRED:
        scene.call("retire_asset", asset)
    scene.tag(asset)
    assert state == scene.asset_state(asset)
    scene.wait(scene.params.tag_timeout_s)
    assert AssetState.RETIRED == scene.asset_state(asset)
    assert TagState.CLEAN == scene.page.overlays[asset].tag


@pytest.mark.parametrize("state", list(AssetState)[1:])
def test_an_erasure_meets_every_state_of_an_asset(state: AssetState) -> None:
    """Whatever an asset was, what is demanded of it is the same; paused and drafted ones too."""
    scene = Scene()
    asset = scene.draft()
    if state != AssetState.DRAFT:
        scene.call("list_asset", asset)
    if state == AssetState.PAUSED:
        scene.call("pause_asset", asset)
    if state == AssetState.RETIRED:
        scene.call("retire_asset", asset)
    scene.call("request_erasure", asset, RECEIPT, sender=CHALLENGER)
    assert AssetState.RETIRED == scene.asset_state(asset)


@pytest.mark.parametrize("state", [AssetState.DRAFT, AssetState.PAUSED])
def test_every_open_asset_is_retired(state: AssetState) -> None:
    """What was never listed, or is paused, may be retired as well."""
    scene = Scene()
    asset = scene.draft() if state == AssetState.DRAFT else scene.asset()
    if state == AssetState.PAUSED:
        scene.call("pause_asset", asset)
    scene.call("retire_asset", asset)
    assert AssetState.RETIRED == scene.asset_state(asset)


def test_nobody_whom_a_ruling_pays_judges_it() -> None:
    """The true owner who would be given an asset, and the payer who would be refunded, sit out."""
    scene = Scene()
    asset = scene.asset()
    court = Court(scene.stage.host, scene.page.caller)
    scene.accuse(asset, TRUE_OWNER)
    assert [account(TRUE_OWNER)] == list(court.excluded[1])
    other = scene.asset(seed=2)
    licence = scene.buy(scene.offer(other, Kind.TIMED), sender=SPONSOR, holder=BUYER)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    assert [account(OWNER), account(SPONSOR)] == list(court.excluded[2])
    assert Licensing.address == court.workers[2]


def test_a_task_ends_while_batches_are_out() -> None:
    """At its end a task with live batches gives out no more, and closes when they are settled."""
    shop = Workshop()
    task = shop.post(overlap=2, batches=2)
    shop.join(task, FIRST, SECOND)
    shop.wait(990)
    shop.take(task, FIRST, SECOND)
    shop.wait(10)
    assert TaskState.CLOSING == shop.task_state(task)
    for step in (shop.seal, shop.open):
        for who in (FIRST, SECOND):
            step(task, 0, who, RIGHT)
    before_wei = shop.balance(OWNER)
    shop.call("accept_batch", task, 0)
    assert TaskState.CLOSED == shop.task_state(task)
    assert before_wei + 2 * COIN == shop.balance(OWNER)


def test_who_opens_nothing_empties_the_batch() -> None:
    """Where all who sealed stay away from the opening, others may take the batch."""
    shop = Workshop()
    task = shop.post(overlap=2)
    shop.join(task, FIRST, SECOND)
    shop.take(task, FIRST, SECOND)
    shop.seal(task, 0, FIRST)
    shop.seal(task, 0, SECOND)
    shop.wait(20)
    assert () == shop.call("batch_seats_of", task, 0)
