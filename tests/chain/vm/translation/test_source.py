"""What is written for a trace, where it matters for speed or for being exact."""

from chain.vm.machine import Machine
from chain.vm.translation.code import Code
from chain.vm.translation.program import _prices
from chain.vm.translation.source import Writer
from chain.vm.translation.trace import Tracer

PRICES = _prices(Machine().computation_class.opcodes)


def source(code: str, position: int = 0) -> str:
    """Return the function written for a trace."""
    return Writer().function(Tracer(Code(bytes.fromhex(code)), position, PRICES).follow())


def test_known_words_are_computed_beforehand() -> None:
    """3 + 4, shifted left by one, is 14 in the source."""
    assert "s.append(14)" in source("6003600401" + "60011b" + "00")


def test_gas_of_a_stretch_is_taken_at_once() -> None:
    """Three instructions of 3 gas cost 9 at the start."""
    assert source("6001600201" + "00").count("g = f.gas - 9") == 1


def test_a_loop_counts_without_touching_memory_or_calling() -> None:
    """A counter's step is one formula in place, and a comparison."""
    text = source("5b60019003" + "8060" + "0057" + "00")
    assert "s[-1]" in text
    assert "(" + "f, m" not in text


def test_a_jump_to_a_known_place_is_followed() -> None:
    """What stands behind the JUMPDEST is in the same function."""
    assert "return J" not in source("600456" + "fe" + "5b6001" + "00")


def test_a_check_goes_on_where_it_does_not_revert() -> None:
    """Of a require, the way that reverts leaves the trace."""
    text = source("34" + "15" + "6008" + "57" + "5f5ffd" + "5b6007" + "00")
    assert "if f.message.value != 0:" in text
    assert "T[5]" in text
    assert "7" in text.splitlines()[-3]


def test_the_free_memory_pointer_is_read_without_a_call() -> None:
    """MLOAD at a known place is a slice, behind one look at the memory's size."""
    text = source("604051" + "604051" + "00")
    assert text.count("if len(m) < 96: g = grow(m, 96, g)") == 1
    assert text.count("from_bytes(m[64:96], 'big')") == 2


def test_a_literal_with_braces_is_written_as_it_is() -> None:
    """Bytes that look like a place to fill in are none."""
    word = "7b7d" * 16
    assert repr(bytes.fromhex(word)) in source(f"7f{word}" + "5f52" + "00")
