"""MODEXP against Python's pow and py-evm's prices."""

from types import SimpleNamespace
from typing import Any

from eth.vm.forks.berlin.computation import _compute_modexp_gas_fee_eip_2565
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.vm.modexp import modexp


def run(data: bytes) -> tuple[bytes, int]:
    """Run the precompile; return its output and its price."""
    charged: list[int] = []
    computation: Any = SimpleNamespace(
        msg=SimpleNamespace(data_as_bytes=data),
        consume_gas=lambda gas, reason: charged.append(gas),
        output=b"",
    )
    modexp(computation)
    return computation.output, charged[0]


def encode(base: bytes, exponent: bytes, modulus: bytes) -> bytes:
    """Write the three lengths and the three numbers."""
    parts = (base, exponent, modulus)
    return b"".join(len(part).to_bytes(32, "big") for part in parts) + b"".join(parts)


numbers = st.binary(max_size=70)


@settings(max_examples=200)
@given(numbers, numbers, numbers)
def test_results_and_prices_agree(base: bytes, exponent: bytes, modulus: bytes) -> None:
    """The result is pow's, as wide as the modulus; the price is py-evm's."""
    data = encode(base, exponent, modulus)
    output, gas = run(data)
    b, e, m = (int.from_bytes(part, "big") for part in (base, exponent, modulus))
    expected = pow(b, e, m) if m else 0
    assert expected.to_bytes(len(modulus), "big") == output
    assert _compute_modexp_gas_fee_eip_2565(data) == gas


def test_an_empty_base_is_zero_and_zero_to_the_zero_is_one() -> None:
    """0 ** 0 mod 2 is 1, where py-evm answers 0."""
    assert run(encode(b"", b"", b"\x02")) == (b"\x01", 200)
    assert run(encode(b"", b"\x01", b"\x02")) == (b"\x00", 200)


def test_missing_data_reads_as_zero() -> None:
    """Bytes behind the end of the call data are zeros, not shorter numbers."""
    data = encode(b"\x03", b"\x02", b"\x05\x00")
    assert run(data[:-1]) == (pow(3, 2, 0x500).to_bytes(2, "big"), 200)
    assert run(b"") == (b"", 200)
