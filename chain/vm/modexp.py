"""
MODEXP, the precompile at 0x05, from Berlin on (EIP-198 with the prices of EIP-2565).

It stands here because py-evm answers 0 to an empty base, where 0 ** 0 mod m is 1 for m > 1, and
rounds its price through a float.
"""

from typing import Any, Final

from chain.types.primitives import Address

MODEXP_ADDRESS: Final = Address(b"\x00" * 19 + b"\x05")
GAS_MIN: Final = 200  # gas, any call
QUADRATIC_DIVISOR: Final = 3
WORD_BYTES: Final = 32
_HEAD_BYTES: Final = 3 * WORD_BYTES  # the lengths of base, exponent and modulus


def _read(data: bytes, start: int, length: int) -> int:
    """Number in `length` bytes at `start`; bytes behind the end of the data are zero."""
    piece = data[start : start + length]
    return int.from_bytes(piece, "big") << (8 * (length - len(piece)))


def compute_gas(base_bytes: int, exponent_bytes: int, modulus_bytes: int, data: bytes) -> int:
    """Price by the lengths and by the exponent's first word (EIP-2565)."""
    words = (max(base_bytes, modulus_bytes) + 7) // 8
    head = _read(data, _HEAD_BYTES + base_bytes, min(exponent_bytes, WORD_BYTES))
    iterations = max(head.bit_length() - 1, 0)
    if exponent_bytes > WORD_BYTES:
        iterations += 8 * (exponent_bytes - WORD_BYTES)
    return max(GAS_MIN, words * words * max(iterations, 1) // QUADRATIC_DIVISOR)


def modexp(computation: Any) -> Any:
    """Write base ** exponent mod modulus, as wide as the modulus; 0 for a modulus of 0."""
    data = computation.msg.data_as_bytes
    base_bytes, exponent_bytes, modulus_bytes = (
        _read(data, offset, WORD_BYTES) for offset in (0, WORD_BYTES, 2 * WORD_BYTES)
    )
    gas = compute_gas(base_bytes, exponent_bytes, modulus_bytes, data)
    computation.consume_gas(gas, reason="MODEXP")
    if modulus_bytes == 0:
        # The price above bounds the lengths below only where there is a modulus.
        computation.output = b""
        return computation
    exponent_at = _HEAD_BYTES + base_bytes
    base = _read(data, _HEAD_BYTES, base_bytes)
    exponent = _read(data, exponent_at, exponent_bytes)
    modulus = _read(data, exponent_at + exponent_bytes, modulus_bytes)
    result = pow(base, exponent, modulus) if modulus else 0
    computation.output = result.to_bytes(modulus_bytes, "big")
    return computation
