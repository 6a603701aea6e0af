"""What a channel's payee serves on credit, takes for it, and refuses."""

import pytest

from agents.gateway.faults import ApiFault
from agents.gateway.lanes import REPEATS_MAX, Lane, statement
from agents.gateway.till import Till
from agents.gateway.voucher_header import read_header
from client.modules.model_fees import Cap, ChannelState
from tests.agents.gateway.sessions import (
    BEGAN_S,
    EXPOSURE_WEI,
    NOBODY,
    PRICE_WEI,
    STRANGER,
    payer_of,
    till_of,
)

NOW_S = BEGAN_S + 100
ASKED, OTHER = b"\1" * 32, b"\2" * 32


def take(till: Till, header: str, asked: bytes = ASKED) -> tuple[Lane, bool]:
    """Take a header's voucher for a call."""
    return till.take(*read_header(header), asked)


def serve(till: Till, header: str, units: int, asked: bytes = ASKED) -> Lane:
    """Serve one call and charge it."""
    lane, is_repeat = take(till, header, asked)
    assert not is_repeat
    till.reserve(lane, lane.cost_wei((units, 0)), NOW_S)
    lane.reserved_wei, lane.is_busy = 0, False
    lane.charge((units, 0), b"\0" * 32, lane.nonce, asked)
    return lane


def code_of(till: Till, header: str, asked: bytes = ASKED) -> str:
    """Return what a voucher is refused with."""
    with pytest.raises(ApiFault) as refused:
        take(till, header, asked)
    return refused.value.code


def test_each_voucher_covers_the_calls_before_it() -> None:
    """What is on credit is the last call; the voucher after it makes it redeemable."""
    till = till_of()
    payer = payer_of(till)
    for count in range(1, 6):
        lane = serve(till, payer.header(), 10)
        assert (10 * PRICE_WEI, (count - 1) * 10 * PRICE_WEI) == (till.unsigned_wei, till.due_wei)
        payer.owed(statement(lane))
    take(till, payer.header())
    assert (0, 50 * PRICE_WEI) == (till.unsigned_wei, till.due_wei)
    ((voucher, _),) = till.redeemable
    assert (5, 50, 50 * PRICE_WEI) == (voucher.requests, voucher.units_0, voucher.amount_wei)


def test_a_voucher_that_covers_less_is_told_what_is_due() -> None:
    """402 carries the statement that the payer can check and sign."""
    till = till_of()
    payer = payer_of(till)
    serve(till, payer.header(), 10)
    with pytest.raises(ApiFault) as refused:
        take(till, payer.header())
    assert (402, "voucher_due") == (refused.value.status, refused.value.code)
    assert str(10 * PRICE_WEI) == refused.value.more["kumiai"]["statement"]["amount_wei"]
    payer.owed(refused.value.more["kumiai"]["statement"])
    take(till, payer.header())


def test_the_exposure_bounds_what_all_lanes_have_on_credit() -> None:
    """Calls under way count, too: sixteen lanes have no more credit than one."""
    till = till_of()
    for number in range(10):
        serve(till, payer_of(till, number).header(), 9)
    lane, _ = take(till, payer_of(till, 10).header())
    till.reserve(lane, 10 * PRICE_WEI, NOW_S)
    assert EXPOSURE_WEI == till.unsigned_wei
    another, _ = take(till, payer_of(till, 16).header())
    with pytest.raises(ApiFault, match="on credit"):
        till.reserve(another, 1, NOW_S)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"deposit_wei": 5 * PRICE_WEI}, "insufficient_quota"),
        ({"deposit_wei": 50 * PRICE_WEI, "paid_wei": 45 * PRICE_WEI}, "insufficient_quota"),
        ({"cap": Cap(NOBODY, 5 * PRICE_WEI, 1_000)}, "cap_reached"),
    ],
    ids=["deposit", "paid by other lanes", "cap"],
)
def test_what_could_not_be_redeemed_is_not_served(changes: dict[str, object], code: str) -> None:
    """Deposit and cap are the chain's; a call that may go beyond is refused before it."""
    till = till_of(**changes)
    lane, _ = take(till, payer_of(till).header())
    with pytest.raises(ApiFault) as refused:
        till.reserve(lane, 6 * PRICE_WEI, NOW_S)
    assert code == refused.value.code
    till.reserve(lane, 5 * PRICE_WEI, NOW_S)


def test_the_rate_of_the_terms_holds_for_all_lanes_of_a_model() -> None:
    """Two requests in a window, whatever the lane; the next window has two more."""
    till = till_of(requests_max=2, window_s=1_000)
    for number in range(2):
        serve(till, payer_of(till, number).header(), 1)
    lane, _ = take(till, payer_of(till, 2).header())
    with pytest.raises(ApiFault) as refused:
        till.reserve(lane, PRICE_WEI, NOW_S)
    assert (429, "900") == (refused.value.status, refused.value.headers["Retry-After"])
    till.reserve(lane, PRICE_WEI, NOW_S + 1_000)


def test_free_units_are_of_the_first_lane() -> None:
    """The session's free units are owed nothing for; on another lane every unit costs."""
    till = till_of({0: (12, 0, 0, 0, 0, 0)})
    assert 0 == serve(till, payer_of(till).header(), 10).owed_wei
    first, other = till.lane(0), serve(till, payer_of(till, 1).header(), 10)
    assert (8 * PRICE_WEI, 10 * PRICE_WEI) == (first.cost_wei((10, 0)), other.owed_wei)


def test_the_same_call_is_answered_again_a_few_times() -> None:
    """A lost answer costs nothing; the same voucher for another call is refused."""
    till = till_of()
    header = payer_of(till).header()
    serve(till, header, 10)
    for _ in range(REPEATS_MAX):
        lane, is_repeat = take(till, header)
        lane.is_busy = False
        assert is_repeat
    assert "voucher_due" == code_of(till, header)
    assert "voucher_due" == code_of(till, header, OTHER)


def test_a_lane_has_one_call_at_a_time() -> None:
    """Vouchers of a lane follow one another, so its calls do."""
    till = till_of()
    payer = payer_of(till)
    take(till, payer.header())
    assert "lane_busy" == code_of(till, payer.header())


def test_only_the_payer_of_this_session_signs() -> None:
    """Strangers' signatures, other sessions and old nonces are refused, and keep nothing."""
    till = till_of()
    assert "voucher_signer" == code_of(till, payer_of(till, 0, STRANGER).header())
    newer = till_of(epoch=2)
    assert "invalid_request" == code_of(till, payer_of(newer).header())
    assert not till.lanes or till.lane(0).newest is None
    payer = payer_of(till)
    old, new = payer.header(), payer.header()
    take(till, new)[0].is_busy = False
    assert "voucher_due" == code_of(till, old)


@pytest.mark.parametrize("state", [ChannelState.CLOSING, ChannelState.SETTLED])
def test_a_channel_that_closes_is_not_served(state: ChannelState) -> None:
    """Neither is one whose session is about to end."""
    with pytest.raises(ApiFault, match=r"channel 7"):
        till_of(state=state).check_open(NOW_S)
    with pytest.raises(ApiFault, match="expires"):
        till_of(expires_s=NOW_S + 1).check_open(NOW_S)
    till_of().check_open(NOW_S)
