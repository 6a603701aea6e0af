"""Names and needs of instructions."""

import pytest

from chain.vm.fork import PRAGUE
from chain.vm.opcodes import STACK_NEEDS, opcode_name
from chain.vm.world import World
from tests.chain.vm.ground import CONTRACT, DictReader, make_reader, make_transaction
from tests.chain.vm.trace_ground import trace

DEFINED = sorted(PRAGUE.computation_class.opcodes)


@pytest.mark.parametrize(
    ("opcode", "name"),
    [
        (0x00, "STOP"),
        (0x20, "KECCAK256"),
        (0x44, "DIFFICULTY"),
        (0x5F, "PUSH0"),
        (0x7F, "PUSH32"),
        (0x9F, "SWAP16"),
        (0xFE, "INVALID"),
        (0x0C, "opcode 0xc not defined"),
        (0xEF, "opcode 0xef not defined"),
    ],
)
def test_names_are_geths(opcode: int, name: str) -> None:
    """Where py-evm has another name, and where there is none, geth's is shown."""
    assert opcode_name(opcode) == name


@pytest.mark.parametrize("opcode", DEFINED)
def test_needs_are_what_instructions_take(opcode: int) -> None:
    """With one word less than it needs every instruction underflows, with as many it does not."""
    needs = STACK_NEEDS.get(opcode, 0)
    for count in {max(needs - 1, 0), needs}:
        code = b"\x5f" * count + bytes((opcode,))
        reader = DictReader(make_reader().accounts, codes={CONTRACT: code})
        traced, _, _ = trace(World(reader), make_transaction(gas_limit=1_000_000))
        error = traced.root.error or ""
        assert error.startswith("stack underflow") == (count < needs), (opcode, count, error)
