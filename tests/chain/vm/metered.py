"""A host inside a transaction that has as much gas as a test gives it, over some words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from eth.vm.gas_meter import GasMeter

from chain.vm.precompile import MeteredHost
from chain.vm.world import World
from tests.chain.vm.ground import OTHER, make_reader

GAS = 10_000_000


@dataclass
class Metered:
    """The host, its world and its gas, and what the outermost message knows."""

    host: MeteredHost
    world: World
    meter: GasMeter
    context: Any


def metered(words: Mapping[int, int], gas: int = GAS, is_static: bool = False) -> Metered:
    """Return a host over a contract with some words, in a transaction that has just begun."""
    world = World(make_reader(b"\x00", dict(words)))
    world.begin_transaction({})
    meter, context = GasMeter(gas), SimpleNamespace(calling_out=frozenset())
    world.execution_context = SimpleNamespace(  # type: ignore[assignment]
        height=1,
        timestamp_s=1,
        chain_id=1,
        coinbase=OTHER,
        last_commit=(),
        misbehaviour=(),
        reveal=None,
        first_proposer=OTHER,
    )
    computation = SimpleNamespace(
        state=world,
        _gas_meter=meter,
        transaction_context=context,
        _log_entries=[],
        children=[],
    )
    return Metered(MeteredHost(computation, {}, is_static), world, meter, context)
