"""
A keeper's settings: whose vouchers it guards, what it does for a reward, what it warns of.

    HOME/keeper/keeper.toml --read_settings--> Settings, every number within its limits
"""

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SETTINGS_BYTES_MAX: Final = 1_000_000
ACCOUNTS_MAX: Final = 1_000
AMOUNT_WEI_MAX: Final = 2**96 - 1
YEAR_S: Final = 31_536_000
EXAMPLE: Final = """\
poll_s = 2                 # between two looks at the chain
vouchers = ["../gateway"]  # homes of gateways, and directories of files *.voucher (base64, a line)
poke = true                # do what is overdue for orders: their reserves pay for it
renew = true               # renew subscriptions out of what stands behind them, for a share

[webhook]
url = ""                   # alerts are posted there; none where it is empty
key_variable = ""          # the environment variable with the key of Kumiai-Signature, if any

[alerts]
accounts = []              # whose channels, leases and unbonding stakes are watched
channel_left_wei_min = 10_000_000_000_000_000
lease_blocks_min = 100     # until a lease's escrow is used up
unbonding_s = 3600         # before stake on its way back is paid
"""


class SettingsWrong(Exception):
    """A setting that cannot be used; the message says which, and what was expected."""


@dataclass(frozen=True)
class Webhook:
    """Where alerts go; an empty address is nowhere."""

    url: str = ""
    key: bytes = b""


@dataclass(frozen=True)
class Alerts:
    """What is warned of, and for whom."""

    accounts: tuple[str, ...] = ()
    channel_left_wei_min: int = 10**16
    lease_blocks_min: int = 100
    unbonding_s: int = 3600


@dataclass(frozen=True)
class Settings:
    """Everything a keeper is told."""

    poll_s: int
    vouchers: tuple[Path, ...]
    poke: bool
    renew: bool
    webhook: Webhook
    alerts: Alerts


def read_settings(path: Path) -> Settings:
    """Return the settings of a file; raises SettingsWrong, FileNotFoundError."""
    raw = path.read_bytes()
    if len(raw) > SETTINGS_BYTES_MAX:
        raise SettingsWrong(f"{path}: up to {SETTINGS_BYTES_MAX:,} bytes expected")
    try:
        found = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise SettingsWrong(f"{path}: {cause}") from cause
    return settings_of(found, path.parent)


def settings_of(found: dict[str, Any], place: Path) -> Settings:
    """Return settings of a document, paths seen from `place`; raises SettingsWrong."""
    _only(found, {"poll_s", "vouchers", "poke", "renew", "webhook", "alerts"}, "the settings")
    return Settings(
        _number(found, "poll_s", 1, 3_600, 2),
        tuple(place / name for name in _texts(found, "vouchers")),
        _flag(found, "poke"),
        _flag(found, "renew"),
        _webhook(found.get("webhook", {})),
        _alerts(found.get("alerts", {})),
    )


def _webhook(table: Any) -> Webhook:
    _only(table, {"url", "key_variable"}, "webhook")
    url, variable = table.get("url", ""), table.get("key_variable", "")
    if url and not (isinstance(url, str) and re.fullmatch(r"https?://[^\s/]+(/\S*)?", url)):
        raise SettingsWrong(f"webhook: an address http://HOST/PATH expected, found {url!r}")
    if variable and variable not in os.environ:
        raise SettingsWrong(f"webhook: the environment has no {variable}")
    return Webhook(url, os.environ[variable].encode() if variable else b"")


def _alerts(table: Any) -> Alerts:
    names = {"accounts", "channel_left_wei_min", "lease_blocks_min", "unbonding_s"}
    _only(table, names, "alerts")
    accounts = _texts(table, "accounts")
    if len(accounts) > ACCOUNTS_MAX:
        raise SettingsWrong(f"alerts: up to {ACCOUNTS_MAX:,} accounts expected")
    for account in accounts:
        if not re.fullmatch(r"0x[0-9a-fA-F]{40}", account):
            raise SettingsWrong(f"alerts: accounts 0x... expected, found {account!r}")
    return Alerts(
        accounts,
        _number(table, "channel_left_wei_min", 0, AMOUNT_WEI_MAX, 10**16),
        _number(table, "lease_blocks_min", 0, 10**9, 100),
        _number(table, "unbonding_s", 0, YEAR_S, 3600),
    )


def _only(table: Any, names: set[str], place: str) -> None:
    if not isinstance(table, dict):
        raise SettingsWrong(f"{place}: a table expected, found {table!r}")
    unknown = sorted(set(table) - names)
    if unknown:
        raise SettingsWrong(f"{place}: nothing is called {', '.join(unknown)}")


def _texts(table: dict[str, Any], name: str) -> tuple[str, ...]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, str) and item for item in found):
        raise SettingsWrong(f"{name}: a list of texts expected, found {found!r}")
    return tuple(found)


def _flag(table: dict[str, Any], name: str) -> bool:
    found = table.get(name, True)
    if not isinstance(found, bool):
        raise SettingsWrong(f"{name}: true or false expected, found {found!r}")
    return found


def _number(table: dict[str, Any], name: str, low: int, high: int, default: int) -> int:
    value = table.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise SettingsWrong(f"{name}: {low:,} to {high:,} expected, found {value!r}")
    return value
