"""
`genesis.json`, the first state from which a network's own begins.

    every module's parameters at their defaults ----+
    accounts and validator that everybody knows ----+--> genesis.json

What it says of parameters a module takes as well where the file says nothing: it is here to be read
and to be changed. The keys are those of `kumiai devnet`, so no real network keeps its accounts.
"""

import json
from collections.abc import Sequence
from typing import Any, Final

from chain.genesis import BLOCK_GAS_MAX
from chain.kit.module import Module, params_of
from chain.kit.record import Params, field_types
from chain.kit.text import to_json
from chain.params import BASE_FEE_INITIAL_WEI
from cli.devnet import CHAIN_ID_DEFAULT, build_devnet_genesis, dev_accounts

TIME_S: Final = 1_767_225_600  # the beginning of 2026


def rendered(modules: Sequence[type[Module]]) -> str:
    """Return the text of the file."""
    devnet = build_devnet_genesis(dev_accounts(), CHAIN_ID_DEFAULT, TIME_S)
    first = {
        "chain_id": devnet["chain_id"],
        "time_s": devnet["time_s"],
        "block_gas_max": int(BLOCK_GAS_MAX),
        "base_fee_wei": str(BASE_FEE_INITIAL_WEI),
        "accounts": devnet["accounts"],
        "modules": {m.name: _section(m, devnet["modules"].get(m.name, {})) for m in modules},
    }
    return json.dumps(first, indent=1) + "\n"


def _section(module: type[Module], devnet: dict[str, Any]) -> dict[str, Any]:
    """Return a module's section: its parameters' defaults, and all else as a devnet has it."""
    declared = params_of(module)
    others = {name: value for name, value in devnet.items() if name != "params"}
    return others if declared is None else {"params": _defaults(declared[1]), **others}


def _defaults(kind: type[Params]) -> dict[str, Any]:
    params = kind()
    return {name: to_json(of, getattr(params, name)) for name, of in field_types(kind).items()}
