"""
Which tokens may travel on a route, and how much of them may come out.

    register_asset --> a token, for ever; set_limits --> a bucket, a least amount, a delay

This chain locks its own coin and nothing else: no foreign code ever stands between the escrow and
what it owes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from chain.types.primitives import Address
from modules.bridge import limits as buckets
from modules.bridge.books import asset_key
from modules.bridge.clients import check_not_zero
from modules.bridge.events import AssetRegistered, LimitsChanged
from modules.bridge.records import (
    DECIMALS_MAX,
    NAME_BYTES_MAX,
    NATIVE_TOKEN,
    Asset,
    AssetStatus,
    Limits,
    VoucherOf,
)
from modules.bridge.refusals import AssetInvalid
from modules.bridge.vouchers import voucher_address

if TYPE_CHECKING:
    from modules.bridge.books import Books

ASSETS_MAX = 64  # of one route


def register(bridge: Books, route: Uint64, wanted: Asset, limits: Limits) -> None:
    """Let a token travel on a route; `wanted.local` follows from the rest."""
    bridge.standing(route)
    check_not_zero("token", wanted.token)
    _check(wanted)
    key = asset_key(wanted.token, wanted.is_native)
    if any(bridge.assets[route, key].local):
        raise AssetInvalid("registered already")
    if len(bridge.asset_keys[route]) >= ASSETS_MAX:
        raise AssetInvalid(f"at most {ASSETS_MAX} assets of a route")
    local = NATIVE_TOKEN if wanted.is_native else voucher_address(route, wanted.token)
    names = (wanted.name, wanted.symbol, wanted.decimals)
    bridge.assets[route, key] = Asset(wanted.token, wanted.is_native, local, *names)
    bridge.asset_keys[route].append(key)
    if not wanted.is_native:
        bridge.voucher_of[local] = VoucherOf(route, wanted.token)
    bridge.emit(AssetRegistered(route, wanted.token, wanted.is_native, local))
    _limit(bridge, route, key, wanted.token, limits)


def set_limits(
    bridge: Books, route: Uint64, token: Address, is_native: bool, limits: Limits
) -> None:
    """Change what may come out of an asset; the bucket keeps what it has, as far as it fits."""
    key, _ = bridge.known_asset(route, token, is_native)
    _limit(bridge, route, key, token, limits)


def status(bridge: Books, route: Uint64, key: int) -> AssetStatus:
    """Return an asset as it stands now."""
    return AssetStatus(
        bridge.assets[route, key],
        bridge.limits[route, key],
        bridge.outstanding[route, key],
        buckets.room_wei(bridge, route, key),
    )


def _limit(bridge: Books, route: Uint64, key: int, token: Address, limits: Limits) -> None:
    buckets.fill(bridge, route, key, limits)
    bridge.emit(
        LimitsChanged(
            route,
            token,
            bridge.assets[route, key].is_native,
            limits.capacity_wei,
            limits.refill_wei_per_s,
            limits.minimum_wei,
            limits.delay_from_wei,
        )
    )


def _check(wanted: Asset) -> None:
    if wanted.is_native and wanted.token != NATIVE_TOKEN:
        raise AssetInvalid("of this chain only its coin travels")
    if wanted.decimals > DECIMALS_MAX:
        raise AssetInvalid(f"at most {DECIMALS_MAX} decimals expected")
    name, symbol = len(wanted.name.encode()), len(wanted.symbol.encode())
    if not 0 < name <= NAME_BYTES_MAX or not 0 < symbol <= NAME_BYTES_MAX // 2:
        raise AssetInvalid("a name and a symbol of bounded length expected")
