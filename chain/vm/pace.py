"""
How long the slow precompiles take: curve arithmetic in Python takes more time than its gas says.

    a watched call --estimate_ms--> world.watch(so long) --> ended before it begins, where too long

The times are rough and on the low side; they keep whoever watches from being held up for minutes
and are no part of the rules: what is in a block is executed however long it takes.
"""

from typing import Any, Final, NamedTuple

from chain.types.primitives import Address


class Pace(NamedTuple):
    """What one item of a precompile's input takes."""

    item_bytes: int
    item_gas: int  # the least that is charged for it
    item_ms: int


def _precompile(number: int) -> Address:
    return Address(number.to_bytes(20, "big"))


PACES: Final = {
    _precompile(0x07): Pace(96, 6_000, 10),  # multiplication on BN254 (EIP-1108)
    _precompile(0x08): Pace(192, 34_000, 200),  # pairing on BN254 (EIP-1108)
    _precompile(0x0C): Pace(160, 6_228, 30),  # sum of products in G1 of BLS12-381 (EIP-2537)
    _precompile(0x0E): Pace(288, 11_790, 100),  # sum of products in G2
    _precompile(0x0F): Pace(384, 32_600, 400),  # pairing on BLS12-381
    _precompile(0x10): Pace(64, 5_500, 30),  # field element to G1
    _precompile(0x11): Pace(128, 23_800, 100),  # field element to G2
}


def estimate_ms(computation: Any) -> int:
    """Return about how long a call of a precompile takes, in milliseconds; 0 for quick ones."""
    pace = PACES.get(computation.msg.code_address)
    if pace is None:
        return 0
    items = len(computation.msg.data) // pace.item_bytes
    if items * pace.item_gas > computation.get_gas_remaining():
        return 0  # it runs out of gas at once
    return items * pace.item_ms
