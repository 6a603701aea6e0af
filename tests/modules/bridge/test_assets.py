"""Which tokens travel, and under which names and bounds."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.abi import Uint8, Uint64
from chain.types.primitives import ZERO_ADDRESS
from modules.bridge import assets
from modules.bridge.events import AssetRegistered
from modules.bridge.records import NATIVE_TOKEN
from modules.bridge.refusals import AssetInvalid, RouteForbids, UnknownAsset, ZeroNotTrusted
from tests.modules.bridge.town import LIMITS, ROUTE, Town, coin
from tests.modules.stage import account

OTHER_TOKEN = account(99)


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def test_two_chains_may_call_their_coins_alike(town: Town):
    """This chain's coin and the other's have one address, and two books."""
    own, other = (town.a.do("asset", ROUTE, NATIVE_TOKEN, side) for side in (True, False))
    assert NATIVE_TOKEN == own.asset.local != other.asset.local
    assert town.a.do("voucher", ROUTE, NATIVE_TOKEN) == other.asset.local
    assert (own.asset.local, other.asset.local) == town.a.do("asset_tokens", ROUTE, 0, 9)
    assert town.a.logged(AssetRegistered(ROUTE, NATIVE_TOKEN, True, NATIVE_TOKEN))
    assert LIMITS == own.limits and LIMITS.capacity_wei == own.room_wei


@pytest.mark.parametrize(
    "fields",
    [
        {"is_native": True},  # of this chain only its coin
        {"decimals": Uint8(19)},
        {"name": ""},
        {"name": "n" * 65},
        {"symbol": ""},
        {"symbol": "s" * 33},
    ],
)
def test_an_asset_has_a_name_and_whole_bounds(town: Town, fields: dict[str, Any]):
    """What a wallet cannot show, or the bridge cannot lock, is not registered."""
    wanted = replace(coin(False), token=OTHER_TOKEN, **fields)
    with town.a.refuses(AssetInvalid):
        town.a.vote("register_asset", ROUTE, wanted, LIMITS)


def test_an_asset_is_registered_once_on_a_route_that_is(town: Town, monkeypatch: Any):
    """Not twice, not without a route, not as zero, and not without end."""
    with town.a.refuses(AssetInvalid, "already"):
        town.a.vote("register_asset", ROUTE, coin(True), LIMITS)
    with town.a.refuses(RouteForbids):
        town.a.vote("register_asset", Uint64(2), coin(True), LIMITS)
    with town.a.refuses(ZeroNotTrusted):
        town.a.vote("register_asset", ROUTE, replace(coin(False), token=ZERO_ADDRESS), LIMITS)
    with town.a.refuses(UnknownAsset):
        town.a.vote("set_limits", ROUTE, OTHER_TOKEN, False, LIMITS)
    monkeypatch.setattr(assets, "ASSETS_MAX", 2)
    with town.a.refuses(AssetInvalid, "at most"):
        wanted = replace(coin(False), token=OTHER_TOKEN)
        town.a.vote("register_asset", ROUTE, wanted, LIMITS)
