"""Quantities read and written for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.errors import UsageWrong
from cli.units import (
    format_bps,
    format_coins,
    format_seconds,
    format_span,
    parse_amount,
    parse_span,
)


@pytest.mark.parametrize(
    ("text", "wei"),
    [
        ("1.5kum", 15 * 10**17),
        ("1.5 KUM", 15 * 10**17),
        ("10gwei", 10**10),
        ("0.000000001gwei", 1),
        ("7", 7),
        ("7wei", 7),
        ("1_000kum", 1000 * 10**18),
        ("0", 0),
    ],
)
def test_amounts_are_read_exactly(text: str, wei: int) -> None:
    """Every form of an amount names one number of wei."""
    assert wei == parse_amount(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kum",
        "1.5",
        "-1",
        "1e18",
        "1.5wei",
        "0.0000000000000000001kum",
        "1 eth",
        "\u0661",
        "9" * 80,
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    """Nothing is rounded, guessed or cut: what is not exactly an amount is an error."""
    with pytest.raises(UsageWrong, match="expected"):
        parse_amount(text)


@given(st.integers(10**9, 2**255))
def test_shown_coins_read_back_as_the_same_wei(wei: int) -> None:
    """What is printed can be typed in again, to the wei."""
    shown = format_coins(wei).replace(",", "")
    assert wei == parse_amount(shown)


def test_small_amounts_are_shown_in_wei() -> None:
    """An amount that would be a row of zeros is shown in wei."""
    assert "12 wei" == format_coins(12)
    assert "1,500,000,000,000,000,000 wei" == format_coins(15 * 10**17, in_wei=True)


def test_shares_and_times_have_their_units() -> None:
    """Shares show per cent, moments a date in UTC, spans their two largest units."""
    assert "250 bps (2.5 %)" == format_bps(250)
    assert "2023-11-14 22:13:20 UTC" == format_seconds(1_700_000_000)
    assert "2 d 3 h" == format_span(2 * 86_400 + 3 * 3_600 + 5)
    assert "0 s" == format_span(0)


@pytest.mark.parametrize(
    ("text", "seconds"), [("14d", 1_209_600), ("36h", 129_600), ("30min", 1_800), (" 90 s", 90)]
)
def test_spans_are_read_with_their_unit(text: str, seconds: int) -> None:
    """One number and one unit."""
    assert seconds == parse_span(text, "--trust-period")


@pytest.mark.parametrize("text", ["", "14", "d", "1.5d", "-1d", "14 days", "9999999999d", "1d2h"])
def test_what_is_no_span_is_refused(text: str) -> None:
    """A number without a unit could mean anything."""
    with pytest.raises(UsageWrong, match="--trust-period: a time like 14d"):
        parse_span(text, "--trust-period")
