"""What a payer signs for, and what it refuses to."""

from typing import Any

import pytest

from agents.gateway.lanes import statement
from agents.gateway.payer import LanePayer
from agents.gateway.voucher_header import read_header
from client.errors import ArgumentInvalid
from tests.agents.gateway.sessions import (
    CHAIN_ID,
    EXPOSURE_WEI,
    PAYER,
    PRICE_WEI,
    payer_of,
    till_of,
)


def due(count: int, **changes: Any) -> dict[str, Any]:
    """Return a gateway's statement after one call."""
    till = till_of()
    lane = till.lane(0)
    lane.charge((count, 0), b"\5" * 32, 1, b"")
    return statement(lane) | changes


def payer() -> LanePayer:
    """Return a payer of nothing yet."""
    return payer_of(till_of())


def test_it_signs_for_what_was_served() -> None:
    """The next voucher says units, amount and root of the statement, with a higher nonce."""
    found, said = payer(), due(10)
    first = read_header(found.header())[0]
    found.owed(said)
    voucher, signature = read_header(found.header())
    assert PAYER.address == voucher.signer(signature, CHAIN_ID)
    assert (10, 10 * PRICE_WEI, 1) == (voucher.units_0, voucher.amount_wei, voucher.requests)
    assert said["receipt_root"] == "0x" + voucher.receipt_root.hex()
    assert voucher.nonce > first.nonce


def test_the_last_voucher_can_be_shown_again() -> None:
    """`again` is the very same header; else every call has its own."""
    found = payer()
    header = found.header()
    assert (header, False) == (found.header(again=True), header == found.header())


@pytest.mark.parametrize(
    "said",
    [
        due(10, amount_wei=str(11 * PRICE_WEI)),
        due(10, units=[9, 0, 0, 0, 0, 0]),
        due(EXPOSURE_WEI // PRICE_WEI + 1),
        due(10, requests=0),
    ],
    ids=["amount", "units", "more than a call may cost", "no call"],
)
def test_it_signs_for_nothing_else(said: dict[str, Any]) -> None:
    """An amount that is not what the units cost, or too much for a call, is refused."""
    found = payer()
    with pytest.raises(ArgumentInvalid):
        found.owed(said)
    assert 0 == found.owed_wei
