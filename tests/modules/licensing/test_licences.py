"""Using, seating, delegating, handing on and returning a licence."""

import pytest

from chain.kit.admission import Denied
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Hash32, Wei
from modules.licensing.events import (
    AppDelegated,
    LateFeeTaken,
    LicenceMoved,
    LicenceTransferred,
    SeatChanged,
    Used,
)
from modules.licensing.records import DELEGATES_MAX, Kind, LicenceState, Purpose, Use
from modules.licensing.refusals import (
    AccountInvalid,
    AppForbidden,
    NoSeatFree,
    NothingChanged,
    NotRental,
    NotTransferable,
    PurposeForbidden,
    QuotaExceeded,
    ReceiptMissing,
    TooManyApps,
    UnknownLicence,
)
from tests.modules.licensing.scene import (
    APP,
    BUYER,
    BUYERS,
    NOBODY,
    OTHER,
    RECEIPT,
    SPONSOR,
    Scene,
)
from tests.modules.stage import COIN, account

L = LicenceState


def valid(scene: Scene, licence: int, who: int = BUYER, purpose: int = 0) -> bool:
    """Whether an account may use a licence now."""
    found: bool = scene.call("is_valid", licence, account(who), purpose, APP)
    return found


def test_uses_leave_an_audit_trail_for_allowed_purposes_only() -> None:
    """datadiligence#8: uses are counted, bound to a purpose, and shown by licence."""
    scene = Scene()
    licence = scene.sold()
    scene.use(licence, 3)
    entry = Use(account(BUYER), scene.page.block.time_s, 3, 0, ZERO_HASH, RECEIPT)
    assert (entry,) == scene.call("uses_of", licence, 0, 10)
    assert scene.stage.logged(Used(licence, account(BUYER), 3, 0, ZERO_HASH, RECEIPT))
    for purpose in (Purpose.RETRIEVAL, 255, 256, 2**200):
        with scene.stage.refuses(PurposeForbidden):
            scene.use(licence, purpose=purpose)
    with scene.stage.refuses(ReceiptMissing):
        scene.call("use", licence, 1, 0, ZERO_HASH, ZERO_HASH, sender=BUYER)
    for count in (0, 2**128):
        with scene.stage.refuses(QuotaExceeded):
            scene.use(licence, count)
    assert valid(scene, licence)
    assert not valid(scene, licence, purpose=Purpose.RETRIEVAL)
    assert not valid(scene, licence, purpose=300)


def test_data_is_bound_to_programs() -> None:
    """iExec's apprestrict: a licence for some apps is for no other."""
    scene = Scene()
    licence = scene.sold(apps=(APP,))
    with scene.stage.refuses(AppForbidden):
        scene.use(licence)
    scene.use(licence, app=APP)
    assert valid(scene, licence)
    assert not scene.call("is_valid", licence, account(BUYER), 0, ZERO_HASH)


def test_validity_is_of_a_licence_not_of_an_address() -> None:
    """Ocean's isValidSubscription is address-wide: here one licence opens one asset."""
    scene = Scene()
    first = scene.sold(Kind.TIMED)
    second = scene.buy(scene.offer(scene.asset(seed=2), Kind.TIMED), sender=OTHER)
    assert valid(scene, first)
    assert not valid(scene, second)
    with scene.stage.refuses(RoleForbids):
        scene.use(second)


def test_a_quota_ends_a_licence_and_pays_all_of_it() -> None:
    """L5: the last use exhausts the licence; each one before earned its part of the price."""
    scene = Scene()
    licence = scene.sold(Kind.USES)
    scene.use(licence, 4)
    assert 6 == scene.call("remaining_uses", licence)
    assert 4 * COIN // 10 == scene.call("licence", licence).earned_wei
    scene.call("settle", licence)
    assert 4 * COIN // 10 == scene.page.ledgers[licence].earned_wei
    with scene.stage.refuses(QuotaExceeded):
        scene.use(licence, 7)
    scene.use(licence, 6)
    assert L.EXHAUSTED == scene.state(licence)
    assert COIN == scene.page.ledgers[licence].earned_wei
    assert 0 == scene.call("remaining_uses", licence)
    assert scene.stage.logged(LicenceMoved(licence, L.ACTIVE, L.EXHAUSTED, "use"))
    with scene.stage.refuses(StateForbids):
        scene.use(licence)


def test_unused_uses_are_earned_when_their_time_is_over() -> None:
    """A buyer who never comes back does not keep the owner's money in the house."""
    scene = Scene()
    licence = scene.sold(Kind.USES)
    scene.use(licence, 1)
    scene.wait(1_000)
    assert L.EXPIRED == scene.state(licence)
    assert COIN == scene.page.ledgers[licence].earned_wei


def test_a_term_ends_by_itself_and_views_know_before() -> None:
    """core-v1#68: what is over is over in every view, without anybody writing it down."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED)
    scene.wait(999)
    assert valid(scene, licence)
    scene.pass_unseen(1)
    assert L.ACTIVE == scene.page.licences[licence].state
    assert not valid(scene, licence)
    with scene.stage.refuses(StateForbids):
        scene.use(licence)
    scene.wait(1)
    assert L.EXPIRED == scene.state(licence)


def test_seats_are_as_many_as_were_bought() -> None:
    """L5: live seats never exceed the licence's; one taken back is free at once."""
    scene = Scene()
    licence = scene.sold(Kind.SEATS)
    for who in (OTHER, SPONSOR):
        scene.call("assign_seat", licence, account(who), sender=BUYER)
    assert scene.stage.logged(SeatChanged(licence, account(OTHER), True))
    with scene.stage.refuses(NoSeatFree):
        scene.call("assign_seat", licence, account(NOBODY), sender=BUYER)
    with scene.stage.refuses(NothingChanged):
        scene.call("assign_seat", licence, account(OTHER), sender=BUYER)
    scene.use(licence, sender=OTHER)
    assert valid(scene, licence, OTHER)
    scene.call("unassign_seat", licence, account(OTHER), sender=BUYER)
    with scene.stage.refuses(NothingChanged):
        scene.call("unassign_seat", licence, account(OTHER), sender=BUYER)
    with scene.stage.refuses(RoleForbids):
        scene.use(licence, sender=OTHER)
    with scene.stage.refuses(AccountInvalid):
        scene.call("assign_seat", licence, ZERO_ADDRESS, sender=BUYER)
    scene.call("assign_seat", licence, account(NOBODY), sender=BUYER)
    assert (account(SPONSOR), account(NOBODY)) == scene.call("seats_of", licence, 0, 9)


def test_a_delegated_app_writes_uses_until_it_may_not() -> None:
    """Compute-to-data: the program's own account reports what it did."""
    scene = Scene()
    licence = scene.sold()
    scene.call("delegate_app", licence, account(OTHER), True, sender=BUYER)
    assert scene.stage.logged(AppDelegated(licence, account(OTHER), True))
    assert (account(OTHER),) == scene.call("apps_of", licence)
    scene.use(licence, sender=OTHER)
    with scene.stage.refuses(NothingChanged):
        scene.call("delegate_app", licence, account(OTHER), True, sender=BUYER)
    scene.call("delegate_app", licence, account(OTHER), False, sender=BUYER)
    with scene.stage.refuses(RoleForbids):
        scene.use(licence, sender=OTHER)
    with scene.stage.refuses(AccountInvalid):
        scene.call("delegate_app", licence, ZERO_ADDRESS, True, sender=BUYER)
    for number in range(DELEGATES_MAX):
        scene.call("delegate_app", licence, account(100 + number), True, sender=BUYER)
    with scene.stage.refuses(TooManyApps):
        scene.call("delegate_app", licence, account(99), True, sender=BUYER)


def test_a_licence_is_handed_on_with_its_time_and_without_its_users() -> None:
    """Time, quota and refund go along; seats and apps of the old holder do not."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED, seats=2, is_transferable=True, policy=BUYERS)
    scene.call("assign_seat", licence, account(SPONSOR), sender=BUYER)
    scene.wait(500)
    with scene.stage.refuses(Denied):
        scene.call("transfer_licence", licence, account(NOBODY), sender=BUYER)
    for target in (ZERO_ADDRESS, account(BUYER), scene.page.address):
        with scene.stage.refuses(AccountInvalid):
            scene.call("transfer_licence", licence, target, sender=BUYER)
    until_s = scene.call("valid_until", licence)
    scene.call("transfer_licence", licence, account(OTHER), sender=BUYER)
    assert scene.stage.logged(LicenceTransferred(licence, account(BUYER), account(OTHER)))
    assert until_s == scene.call("valid_until", licence)
    found = scene.page.licences[licence]
    assert (account(OTHER), account(OTHER)) == (found.holder, found.payer)
    assert not valid(scene, licence, SPONSOR)
    assert valid(scene, licence, OTHER)
    assert () == scene.call("licences_of", account(BUYER), 0, 9)
    assert (licence,) == scene.call("licences_of", account(OTHER), 0, 9)


def test_what_is_bound_to_its_holder_stays() -> None:
    """A licence that is not transferable is not transferred; a sponsor's refund stays its own."""
    scene = Scene()
    licence = scene.sold()
    with scene.stage.refuses(NotTransferable):
        scene.call("transfer_licence", licence, account(OTHER), sender=BUYER)
    offer = scene.offer(1, Kind.TIMED, is_transferable=True)
    given = scene.buy(offer, sender=SPONSOR, holder=BUYER)
    scene.call("transfer_licence", given, account(OTHER), sender=BUYER)
    assert account(SPONSOR) == scene.page.licences[given].payer


def test_a_rental_in_time_costs_its_price_alone() -> None:
    """The deposit comes back whole to who returns in time."""
    scene = Scene()
    before_wei = scene.balance(BUYER)
    licence = scene.sold(Kind.RENTAL)
    assert before_wei - 2 * COIN == scene.balance(BUYER)
    scene.wait(60)
    with scene.stage.refuses(ReceiptMissing):
        scene.call("return_rental", licence, ZERO_HASH, sender=BUYER)
    scene.call("return_rental", licence, RECEIPT, sender=BUYER)
    assert L.RETURNED == scene.state(licence)
    assert before_wei - COIN == scene.balance(BUYER)
    assert RECEIPT == scene.call("uses_of", licence, 0, 9)[0].receipt


def test_a_late_return_costs_its_seconds() -> None:
    """Late by ten seconds costs ten late fees, which are income like any other."""
    scene = Scene()
    before_wei = scene.balance(BUYER)
    licence = scene.sold(Kind.RENTAL)
    scene.wait(110)
    assert L.OVERDUE == scene.state(licence)
    assert 10 * COIN // 50 == scene.call("licence", licence).late_fee_wei
    scene.call("return_rental", licence, RECEIPT, sender=BUYER)
    late_wei = 10 * COIN // 50
    assert before_wei - COIN - late_wei == scene.balance(BUYER)
    assert scene.stage.logged(LateFeeTaken(licence, Wei(late_wei)))
    whole_wei = COIN + late_wei
    assert whole_wei - whole_wei * 250 // 10_000 == scene.page.vaults[1].claimable_wei


def test_what_never_comes_back_costs_its_deposit_and_no_more() -> None:
    """The late fee is capped by the deposit; then the rental is over by itself."""
    scene = Scene()
    before_wei = scene.balance(BUYER)
    licence = scene.sold(Kind.RENTAL)
    scene.wait(149)
    assert L.OVERDUE == scene.state(licence)
    scene.wait(1)
    assert L.EXPIRED == scene.state(licence)
    assert before_wei - 2 * COIN == scene.balance(BUYER)
    assert 2 * COIN * 9_750 // 10_000 == scene.page.vaults[1].claimable_wei


def test_a_rental_without_late_fee_ends_with_its_deposit_back() -> None:
    """Where nothing is due for being late, the end returns the deposit by itself."""
    scene = Scene()
    before_wei = scene.balance(BUYER)
    licence = scene.sold(Kind.RENTAL, late_fee_wei=Wei(0))
    scene.wait(100)
    assert (L.EXPIRED, before_wei - COIN) == (scene.state(licence), scene.balance(BUYER))


def test_only_rentals_are_returned() -> None:
    """A licence that is not a rental has nothing to return."""
    scene = Scene()
    licence = scene.sold()
    with scene.stage.refuses(NotRental):
        scene.call("return_rental", licence, RECEIPT, sender=BUYER)
    for view in ("licence", "valid_until", "remaining_uses", "renewable_from"):
        with scene.stage.refuses(UnknownLicence):
            scene.call(view, 77)


def test_a_pause_of_the_module_runs_against_no_borrower() -> None:
    """Who could not return because the module stood still owes nothing for that time."""
    scene = Scene()
    licence = scene.sold(Kind.RENTAL)
    scene.stand_still(140)
    scene.wait(2)
    assert L.OVERDUE == scene.state(licence)
    assert 2 * COIN // 50 == scene.call("licence", licence).late_fee_wei


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_sold_used_and_settled(kind: Kind) -> None:
    """All seven kinds work, and what is settled is what is earned."""
    scene = Scene()
    licence = scene.sold(kind)
    scene.use(licence)
    scene.wait(10)
    scene.call("settle", licence)
    earned_wei = scene.call("licence", licence).earned_wei
    assert earned_wei - scene.page.ledgers[licence].earned_wei < 10**8
    assert valid(scene, licence)
    assert Hash32(b"\0" * 32) != scene.page.licences[licence].terms_hash
