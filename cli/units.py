"""
Quantities as people write and read them; inside, coins are whole wei.

    "1.5kum" "10gwei" "1500000000000000000" --parse_amount--> wei --format_coins--> "1.5 KUM"
"""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from chain.params import UINT256_MAX
from chain.types.primitives import Wei
from cli.errors import UsageWrong

SYMBOL: Final = "KUM"
WEI_PER_COIN: Final = 10**18
AMOUNT_FORMS: Final = "1.5kum, 10gwei or 1500000 (wei)"
TIMESTAMP_S_MIN: Final = 1_000_000_000  # seconds above this are a date, below it a span
TIMESTAMP_S_MAX: Final = 253_402_300_799  # the last second of the year 9999
_DECIMALS: Final = {"kum": 18, "gwei": 9, "wei": 0, "": 0}
_SPAN: Final = re.compile(r"([0-9]{1,9})\s*(d|h|min|s)")
_AMOUNT: Final = re.compile(r"([0-9][0-9_]{0,80})(?:\.([0-9]{1,18}))?\s*([a-z]*)", re.IGNORECASE)
_SPANS: Final = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))  # seconds a unit


def parse_amount(text: str, where: str = "amount") -> Wei:
    """Return the wei that a text names; a number without a unit is wei. Raises UsageWrong."""
    match = _AMOUNT.fullmatch(text.strip())
    decimals = _DECIMALS.get(match[3].lower()) if match else None
    if match is None or decimals is None:
        raise UsageWrong(f"{where}: {AMOUNT_FORMS} expected, found {text[:48]!r}")
    whole, fraction = match[1].replace("_", ""), match[2] or ""
    if len(fraction) > decimals:
        raise UsageWrong(f"{where}: at most {decimals} decimals expected, found {text[:48]!r}")
    wei = int(whole + fraction.ljust(decimals, "0"))
    if wei > UINT256_MAX:
        raise UsageWrong(f"{where}: less than 2**256 wei expected, found {text[:48]!r}")
    return Wei(wei)


def format_coins(wei: int, *, in_wei: bool = False) -> str:
    """Return an amount for a person: exact, in coins, or in wei where that is asked for."""
    if in_wei:
        return f"{wei:,} wei"
    if 0 < abs(wei) < 10**9:
        return f"{wei:,} wei"  # as coins it would be a row of zeros
    whole, rest = divmod(abs(wei), WEI_PER_COIN)
    fraction = f"{rest:018d}".rstrip("0")
    sign = "-" if wei < 0 else ""
    return f"{sign}{whole:,}{'.' + fraction if fraction else ''} {SYMBOL}"


def format_gas_price(wei: int) -> str:
    """Return a price of one gas in gwei."""
    return f"{Decimal(wei) / 10**9:f} gwei"


def format_bps(bps: int) -> str:
    """Return a share in basis points, with per cent beside it."""
    percent = f"{Decimal(bps) / 100:f}"
    return f"{bps:,} bps ({percent} %)"


def format_seconds(seconds: int) -> str:
    """Return a moment as a date in UTC, or a span as days, hours, minutes and seconds."""
    if TIMESTAMP_S_MIN < seconds <= TIMESTAMP_S_MAX:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return format_span(seconds)


def format_span(seconds: int) -> str:
    """Return a length of time in its two largest units: `2 d 3 h`."""
    parts, left = [], seconds
    for size, name in _SPANS:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count:,} {name}")
    return " ".join(parts[:2]) or "0 s"


def parse_span(text: str, where: str) -> int:
    """Return the seconds that a text names: `14d`, `36h`, `30min`, `90s`. Raises UsageWrong."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise UsageWrong(f"{where}: a time like 14d, 36h, 30min or 90s expected: {text[:48]!r}")
    return int(match[1]) * {name: size for size, name in _SPANS}[match[2]]
