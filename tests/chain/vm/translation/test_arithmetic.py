"""Words of 256 bits are computed as py-evm computes them."""

from collections.abc import Callable
from typing import Any

import pytest
from eth.vm.logic import arithmetic as stock
from eth.vm.logic import comparison
from hypothesis import given
from hypothesis import strategies as st

from chain.vm.translation import arithmetic
from chain.vm.translation.operations import FORMULAS

words = st.one_of(
    st.integers(0, 40),
    st.sampled_from([2**255 - 1, 2**255, 2**255 + 1, 2**256 - 1, 2**256 - 2, 255, 256, 257]),
    st.integers(0, 2**256 - 1),
)
STOCK: dict[int, Any] = {
    0x01: stock.add,
    0x02: stock.mul,
    0x03: stock.sub,
    0x04: stock.div,
    0x05: stock.sdiv,
    0x06: stock.mod,
    0x07: stock.smod,
    0x08: stock.addmod,
    0x09: stock.mulmod,
    0x0B: stock.signextend,
    0x10: comparison.lt,
    0x11: comparison.gt,
    0x12: comparison.slt,
    0x13: comparison.sgt,
    0x14: comparison.eq,
    0x15: comparison.iszero,
    0x16: comparison.and_op,
    0x17: comparison.or_op,
    0x18: comparison.xor,
    0x19: comparison.not_op,
    0x1A: comparison.byte_op,
    0x1B: stock.shl,
    0x1C: stock.shr,
    0x1D: stock.sar,
}


class Bench:
    """As much of a computation as py-evm's arithmetic needs."""

    def __init__(self, operands: tuple[int, ...]) -> None:
        self.operands = operands
        self.result = -1

    def stack_pop_ints(self, count: int) -> tuple[int, ...]:
        """Return the operands."""
        assert count == len(self.operands)
        return self.operands

    def stack_pop1_int(self) -> int:
        """Return the only operand."""
        return self.operands[0]

    def stack_push_int(self, word: int) -> None:
        """Keep the result."""
        self.result = word


def compute(logic: Callable[[Any], None], operands: tuple[int, ...]) -> int:
    """Return what py-evm makes of the operands."""
    bench = Bench(operands)
    logic(bench)
    return bench.result


@pytest.mark.parametrize("opcode", sorted(STOCK))
@given(operands=st.tuples(words, words, words))
def test_a_formula_computes_what_py_evm_does(opcode: int, operands: tuple[int, ...]) -> None:
    """The text of each formula and its fold, on numbers, both give py-evm's word."""
    rule = FORMULAS[opcode]
    found = operands[: rule.pops]
    expected = compute(STOCK[opcode], found)
    assert rule.fold(*found) == expected
    names = {name: getattr(arithmetic, name) for name in dir(arithmetic) if name.islower()}
    text = rule.text.format(*[f"({word})" for word in found])
    assert int(eval(text, names)) == expected
    if rule.opposite:
        assert int(eval(rule.opposite.format(*found), names)) == 1 - expected


def test_every_formula_of_numbers_is_tried() -> None:
    """Only CALLDATALOAD, which reads the call, is left out of the comparison."""
    assert set(FORMULAS) - set(STOCK) == {0x35}
