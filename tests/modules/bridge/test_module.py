"""The page: its genesis, its parameters, and what a relayer asks of it."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.kit.abi import Uint64
from chain.kit.module import methods_of
from chain.types.primitives import Seconds
from modules.bridge.module import Bridge
from modules.bridge.params import BridgeGenesis
from modules.bridge.records import PAGE_MAX
from tests.modules.bridge.town import PARAMS, ROUTE, Side, Town

GOVERNED = {
    "announce_substitute",
    "create_client",
    "kill_route",
    "open_route",
    "refuse",
    "register_asset",
    "resume",
    "set_limits",
}


def test_genesis_takes_sound_parameters_only():
    """Bounds hold from the first block on; zero waits are none."""
    assert PARAMS == Town().a.do("params")
    with pytest.raises(Malformed):
        Side(31_337, replace(PARAMS, delay_s=Seconds(0)))
    assert BridgeGenesis().params.objection() is None


def test_what_lets_coins_move_again_is_for_votes():
    """Exactly these calls are governed: a guardian or a relayer has none of them."""
    assert GOVERNED == {m.name for m in methods_of(Bridge).values() if m.governed}


def test_a_relayer_reads_what_is_under_way_by_pages():
    """Pending packets come by range, bounded whatever is asked."""
    town = Town()
    packets = [town.send(town.a) for _ in range(3)]
    answer = town.deliver(town.b, town.a, packets[1])
    town.acknowledge(town.a, town.b, packets[1], answer)
    assert (Uint64(1), Uint64(3)) == town.a.do("pending", ROUTE, Uint64(0), 10**9)
    assert (Uint64(3),) == town.a.do("pending", ROUTE, Uint64(2), PAGE_MAX)
    assert () == town.a.do("pending", ROUTE, Uint64(4), 10)
    assert () == town.a.do("pending", Uint64(9), Uint64(1), 10)
