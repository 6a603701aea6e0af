"""Vouchers in headers."""

import base64

import pytest

from agents.gateway.faults import ApiFault
from agents.gateway.voucher_header import VOUCHER_BYTES, header_of, read_header
from tests.agents.gateway.sessions import payer_of, till_of


def test_a_voucher_comes_back_as_it_was() -> None:
    """The header of what a header says is the same header."""
    payer = payer_of(till_of())
    for _ in range(20):  # both parities
        header = payer.header()
        assert header == header_of(*read_header(header))


@pytest.mark.parametrize(
    "text",
    ["", "!", "AAAA", base64.b64encode(b"\xff" * VOUCHER_BYTES).decode() + "AAAA", "A" * 10_000],
)
def test_noise_is_refused(text: str) -> None:
    """What is no voucher is the caller's fault, and says what was expected."""
    with pytest.raises(ApiFault, match="base64 of a voucher") as refused:
        read_header(text)
    assert 400 == refused.value.status
