"""Programs for the integer machine, and what a worker and a challenger know of their traces."""

from hypothesis import strategies as st

from chain.types.primitives import Hash32
from modules.verification.vm_step import Op, instruction
from modules.verification.vm_trace import Trace

STEPS_MAX = 400

# r1 = sum of memory[0 .. r2 - 1], where memory[100] holds the count; the sum goes to memory[101]
SUM = [
    instruction(Op.SET, 0, 0, 0, 0),
    instruction(Op.LOAD, 2, 0, 0, 100),
    instruction(Op.LT, 3, 4, 2),
    instruction(Op.JUMPZ, 3, 0, 0, 8),
    instruction(Op.LOAD, 5, 4, 0, 0),
    instruction(Op.ADD, 1, 1, 5),
    instruction(Op.ADDI, 4, 4, 0, 1),
    instruction(Op.JUMP, 0, 0, 0, 2),
    instruction(Op.STORE, 1, 0, 0, 101),
    instruction(Op.HALT),
]


def sum_memory(words: list[int]) -> dict[int, int]:
    """Memory for SUM."""
    return {**dict(enumerate(words)), 100: len(words)}


def sum_trace(words: list[int]) -> Trace:
    """The honest run of SUM over some words."""
    return Trace(SUM, sum_memory(words), STEPS_MAX)


def lie(trace: Trace, step: int) -> list[Hash32]:
    """A trace that is right before a step and made up from there on."""
    return [*trace.hashes[:step], *(_garbled(found, step) for found in trace.hashes[step:])]


def _garbled(found: Hash32, step: int) -> Hash32:
    return Hash32(bytes(byte ^ 0x5A for byte in found[:-1]) + bytes([step % 256]))


WORDS64 = st.integers(0, 2**64 - 1) | st.sampled_from([0, 1, 63, 64, 2**63, 2**64 - 1])
PLACES = st.integers(0, 9)
STRAIGHT = st.sampled_from([op for op in Op if op not in (Op.JUMP, Op.JUMPZ, Op.JUMPR, Op.HALT)])
INSTRUCTIONS = st.builds(
    instruction, STRAIGHT, st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), PLACES
)
CODE = st.lists(INSTRUCTIONS, min_size=1, max_size=25)
MEMORY = st.dictionaries(PLACES, WORDS64, max_size=6)
