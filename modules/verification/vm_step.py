"""
A small integer machine, one step at a time: what the chain executes when two traces differ.

    16 registers of 64 bits, all arithmetic modulo 2**64 | memory of 2**16 words | code of 2**12
    instruction = op << 56 | a << 48 | b << 40 | c << 32 | immediate (32 bits)

    0 HALT                    8 AND   a = b & c          16 LOAD   a = memory[b + imm]
    1 SET   a = imm           9 OR    a = b | c          17 STORE  memory[b + imm] = a
    2 MOVE  a = b            10 XOR   a = b ^ c          18 JUMP   to imm
    3 ADD   a = b + c        11 SHL   a = b << c         19 JUMPZ  to imm where a = 0
    4 SUB   a = b - c        12 SHR   a = b >> c         20 JUMPR  to b + imm
    5 MUL   a = b * c        13 LT    a = 1 if b < c
    6 DIV   a = b // c       14 EQ    a = 1 if b = c
    7 MOD   a = b % c        15 ADDI  a = b + imm

Everything means something: an unknown op is HALT, division by zero gives 0, a shift by 64 or more
gives 0, registers, addresses and jumps wrap. A halted machine steps to itself. So there is no state
in which an honest party has no next one.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Final

from eth_hash.auto import keccak

from chain.kit.record import Record, Refusal
from chain.types.primitives import Hash32
from modules.verification.vm_tree import word_root

REGISTERS: Final = 16
WORD_END: Final = 1 << 64
CODE_DEPTH: Final = 12  # 4,096 instructions
MEMORY_DEPTH: Final = 16  # 65,536 words
FIELD: Final = 0xFF  # a register's number in an instruction; taken modulo REGISTERS
IMMEDIATE: Final = 0xFFFF_FFFF


class Op(IntEnum):
    """What an instruction does."""

    HALT = 0
    SET = 1
    MOVE = 2
    ADD = 3
    SUB = 4
    MUL = 5
    DIV = 6
    MOD = 7
    AND = 8
    OR = 9
    XOR = 10
    SHL = 11
    SHR = 12
    LT = 13
    EQ = 14
    ADDI = 15
    LOAD = 16
    STORE = 17
    JUMP = 18
    JUMPZ = 19
    JUMPR = 20


class WitnessWrong(Refusal):
    """A step's witness does not fit the state that it is about."""

    reason: str


class MachineState(Record):
    """All of the machine between two steps; code and memory by their roots."""

    code: Hash32
    memory: Hash32
    counter: int  # the next instruction's place
    is_halted: bool
    registers: tuple[int, ...]


class Witness(Record):
    """What one step reads: the state, the instruction, one word of memory, each proven."""

    state: MachineState
    instruction: int
    code_proof: tuple[Hash32, ...]
    word: int
    memory_proof: tuple[Hash32, ...]


def instruction(op: Op, a: int = 0, b: int = 0, c: int = 0, immediate: int = 0) -> int:
    """Return an instruction as the word that stands in the code."""
    return op << 56 | a << 48 | b << 40 | c << 32 | immediate & IMMEDIATE


def state_hash(state: MachineState) -> Hash32:
    """Return what a trace commits to for one state; raises WitnessWrong where it is none."""
    if len(state.registers) != REGISTERS:
        raise WitnessWrong(f"{REGISTERS} registers expected, found {len(state.registers)}")
    if any(value >= WORD_END for value in (state.counter, *state.registers)):
        raise WitnessWrong("a register or the counter is wider than 64 bits")
    numbers = (state.counter, int(state.is_halted), *state.registers)
    words = b"".join(number.to_bytes(32, "big") for number in numbers)
    return Hash32(keccak(state.code + state.memory + words))


def trace_digest(steps: int, end: Hash32) -> Hash32:
    """Return the digest of a result that was computed by the machine: how long, and to what."""
    return Hash32(keccak(steps.to_bytes(32, "big") + end))


def address_of(state: MachineState, word: int) -> int:
    """Return the place in memory that an instruction would touch."""
    base = state.registers[(word >> 40 & FIELD) % REGISTERS]
    return (base + (word & IMMEDIATE)) % (1 << MEMORY_DEPTH)


def apply_step(state: MachineState, word: int, read: int) -> tuple[list[int], int, bool, int]:
    """
    Return registers, counter, whether it halted, and what stands at the address afterwards.

    `word` is the instruction at the counter, `read` the memory at `address_of`.
    """
    registers, op = list(state.registers), word >> 56 & FIELD
    a, b, c = ((word >> shift & FIELD) % REGISTERS for shift in (48, 40, 32))
    immediate, left, right = word & IMMEDIATE, registers[b], registers[c]
    if op in _RESULTS:
        registers[a] = _RESULTS[op](left, right, immediate) % WORD_END
    elif op == Op.LOAD:
        registers[a] = read % WORD_END
    stored = registers[a] if op == Op.STORE else read
    follows = (state.counter + 1) % (1 << CODE_DEPTH)
    if op == Op.JUMP or (op == Op.JUMPZ and registers[a] == 0):
        follows = immediate % (1 << CODE_DEPTH)
    elif op == Op.JUMPR:
        follows = (left + immediate) % (1 << CODE_DEPTH)
    is_halted = op == Op.HALT or op > Op.JUMPR
    return registers, state.counter if is_halted else follows, is_halted, stored


def execute_step(witness: Witness) -> tuple[Hash32, Hash32]:
    """
    Return the hashes of the state before and after one step; raises WitnessWrong.

    The whole cost is a few hashes: CODE_DEPTH + 2 * MEMORY_DEPTH at most.
    """
    state, word, read = witness.state, witness.instruction, witness.word
    before = state_hash(state)
    if state.is_halted:
        return before, before
    if max(word, read) >= WORD_END or state.counter >= 1 << CODE_DEPTH:
        raise WitnessWrong("an instruction, a word or the counter is too wide")
    _check_proof(word, state.counter, witness.code_proof, CODE_DEPTH, state.code)
    address = address_of(state, word)
    _check_proof(read, address, witness.memory_proof, MEMORY_DEPTH, state.memory)
    registers, counter, is_halted, stored = apply_step(state, word, read)
    memory = state.memory
    if stored != read:
        memory = word_root(stored, address, witness.memory_proof)
    after = MachineState(state.code, memory, counter, is_halted, tuple(registers))
    return before, state_hash(after)


def _check_proof(
    word: int, index: int, proof: tuple[Hash32, ...], depth: int, root: Hash32
) -> None:
    if len(proof) != depth:
        raise WitnessWrong(f"a proof of {depth} hashes expected, found {len(proof)}")
    if word_root(word, index, proof) != root:
        raise WitnessWrong(f"the word at {index} is not proven")


_RESULTS: Final[dict[int, Callable[[int, int, int], int]]] = {
    Op.SET: lambda left, right, immediate: immediate,
    Op.MOVE: lambda left, right, immediate: left,
    Op.ADD: lambda left, right, immediate: left + right,
    Op.SUB: lambda left, right, immediate: left - right,
    Op.MUL: lambda left, right, immediate: left * right,
    Op.DIV: lambda left, right, immediate: left // right if right else 0,
    Op.MOD: lambda left, right, immediate: left % right if right else 0,
    Op.AND: lambda left, right, immediate: left & right,
    Op.OR: lambda left, right, immediate: left | right,
    Op.XOR: lambda left, right, immediate: left ^ right,
    Op.SHL: lambda left, right, immediate: left << right if right < 64 else 0,
    Op.SHR: lambda left, right, immediate: left >> right if right < 64 else 0,
    Op.LT: lambda left, right, immediate: int(left < right),
    Op.EQ: lambda left, right, immediate: int(left == right),
    Op.ADDI: lambda left, right, immediate: left + immediate,
}
