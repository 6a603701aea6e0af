"""The first state of a chain, as a person writes it down."""

from dataclasses import dataclass, field
from typing import Any

from chain.types.primitives import Address, Gas, Nonce, Seconds, Wei


@dataclass(frozen=True, slots=True)
class GenesisAccount:
    """An account that exists from the beginning."""

    balance_wei: Wei = Wei(0)
    nonce: Nonce = Nonce(0)
    code: bytes = b""
    storage: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Genesis:
    """
    Everything that two nodes must agree on before the first block.

    `modules` holds each module's section as JSON data; None says that the accounts hold the
    modules' state already, as in an export.
    """

    chain_id: int
    time_s: Seconds
    block_gas_max: Gas
    base_fee_wei: Wei
    accounts: dict[Address, GenesisAccount]
    modules: dict[str, Any] | None
