"""The machine's step on the chain: the same as the machine run whole, and nothing else passes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.primitives import Hash32
from modules.verification.vm_step import (
    MEMORY_DEPTH,
    Op,
    WitnessWrong,
    execute_step,
    instruction,
    state_hash,
)
from modules.verification.vm_trace import Machine
from tests.modules.verification.programs import CODE, MEMORY, sum_trace

M = 2**64
RESULTS = [
    (Op.MOVE, 7, 3, 7),
    (Op.ADD, M - 1, 2, 1),
    (Op.SUB, 1, 2, M - 1),
    (Op.MUL, M - 1, 3, M - 3),
    (Op.DIV, 17, 5, 3),
    (Op.DIV, 17, 0, 0),
    (Op.MOD, 17, 5, 2),
    (Op.MOD, 17, 0, 0),
    (Op.AND, 12, 10, 8),
    (Op.OR, 12, 10, 14),
    (Op.XOR, 12, 10, 6),
    (Op.SHL, 1, 63, 2**63),
    (Op.SHL, 1, 64, 0),
    (Op.SHR, 2**63, 63, 1),
    (Op.SHR, 2**63, M - 1, 0),
    (Op.LT, 1, 2, 1),
    (Op.LT, 2, 2, 0),
    (Op.EQ, 2, 2, 1),
    (Op.EQ, 1, 2, 0),
    (Op.ADDI, M - 1, 0, 4),
    (Op.SET, 9, 9, 5),
    (Op.LOAD, 0, 0, 77),
]


@pytest.mark.parametrize(("op", "left", "right", "expected"), RESULTS)
def test_each_op_gives_what_its_line_says(op, left, right, expected):
    """Arithmetic wraps at 2**64; division by zero and far shifts give zero."""
    machine = Machine([instruction(op, 1, 2, 3, 5)], {5: 77})
    machine.registers[2], machine.registers[3] = left, right
    machine.step()
    assert expected == machine.registers[1]


def test_jumps_and_stores_go_where_they_say():
    """JUMP, JUMPZ, JUMPR set the counter, STORE the word; addresses wrap."""
    machine = Machine([instruction(Op.JUMP, 0, 0, 0, 9)], {})
    machine.step()
    assert 9 == machine.counter
    machine = Machine([instruction(Op.JUMPZ, 1, 0, 0, 9), instruction(Op.JUMPR, 0, 2, 0, 4)], {})
    machine.registers[1], machine.registers[2] = 1, 3
    machine.step()
    assert 1 == machine.counter
    machine.step()
    assert 7 == machine.counter
    machine = Machine([instruction(Op.STORE, 1, 2, 0, 2)], {})
    machine.registers[1], machine.registers[2] = 42, 2**MEMORY_DEPTH - 1
    machine.step()
    assert 42 == machine.memory[1]


def test_an_unknown_op_halts_and_a_halted_machine_stays():
    """There is no state without a next one."""
    machine = Machine([instruction(Op.JUMPR) + (1 << 60)], {})
    machine.step()
    assert machine.is_halted
    before = state_hash(machine.state)
    machine.step()
    assert (before, before) == execute_step(machine.witness())


@settings(max_examples=40, deadline=None)
@given(CODE, MEMORY)
def test_the_chain_s_step_is_the_machine_s(code, memory):
    """For each step of any program the witness alone gives the state that the machine reaches."""
    machine = Machine(code, memory)
    for _ in range(len(code) + 1):
        witness = machine.witness()
        before = state_hash(machine.state)
        machine.step()
        assert (before, state_hash(machine.state)) == execute_step(witness)
    assert machine.is_halted


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10), st.sampled_from(["instruction", "word", "code", "memory", "short"]))
def test_a_forged_witness_is_refused(step, part):
    """No other instruction, word or proof passes for the one that the state names."""
    witness = sum_trace([5, 6]).witness(step)
    flipped = Hash32(bytes([witness.code_proof[0][0] ^ 1]) + witness.code_proof[0][1:])
    forged = {
        "instruction": replace(witness, instruction=witness.instruction ^ 1 << 32),
        "word": replace(witness, word=witness.word + 1),
        "code": replace(witness, code_proof=(flipped, *witness.code_proof[1:])),
        "memory": replace(witness, memory_proof=(flipped, *witness.memory_proof[1:])),
        "short": replace(witness, memory_proof=witness.memory_proof[1:]),
    }[part]
    with pytest.raises(WitnessWrong):
        execute_step(forged)


def test_a_state_that_is_none_has_no_hash():
    """Sixteen registers of 64 bits and a counter, or nothing."""
    state = sum_trace([1]).end
    for wrong in (
        replace(state, registers=state.registers[1:]),
        replace(state, registers=(M, *state.registers[1:])),
        replace(state, counter=M),
    ):
        with pytest.raises(WitnessWrong):
            state_hash(wrong)
    witness = sum_trace([1]).witness(0)
    with pytest.raises(WitnessWrong):
        execute_step(replace(witness, state=replace(witness.state, counter=5000)))
    with pytest.raises(WitnessWrong):
        execute_step(replace(witness, word=M))
