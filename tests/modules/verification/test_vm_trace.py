"""The machine run whole: what it computes, and the trees that its states commit to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modules.verification.vm_step import (
    CODE_DEPTH,
    MEMORY_DEPTH,
    Op,
    execute_step,
    instruction,
    trace_digest,
)
from modules.verification.vm_trace import Machine, Trace
from modules.verification.vm_tree import WordTree, leaf_hash, word_root, zero_hash
from tests.modules.verification.programs import SUM, sum_memory, sum_trace


def test_a_program_computes():
    """A sum over memory ends in memory, in as many steps as the loop says."""
    machine = Machine(SUM, sum_memory([5, 7, 2**64 - 1]))
    while not machine.is_halted:
        machine.step()
    assert 11 == machine.memory[101]
    assert 4 + 6 * 3 + 2 == sum_trace([5, 7, 2**64 - 1]).steps


def test_a_trace_links_step_by_step():
    """Each hash of a trace follows from the one before it by the chain's own step."""
    trace = sum_trace([3, 4])
    for step in range(trace.steps):
        found = execute_step(trace.witness(step))
        assert (trace.hashes[step], trace.hashes[step + 1]) == found
    assert trace.program == trace.hashes[0]
    assert trace_digest(trace.steps, trace.hashes[-1]) == trace.digest


def test_another_input_or_program_is_another_first_state():
    """What terms name binds the code and the input."""
    other = [*SUM[:-1], instruction(Op.MOVE)]
    assert sum_trace([1]).program != sum_trace([2]).program
    assert Machine(SUM, {}).state != Machine(other, {}).state


def test_a_program_that_does_not_halt_has_no_trace():
    """A loop without end is refused after the steps allowed."""
    with pytest.raises(ValueError, match="halt"):
        Trace([instruction(Op.JUMP)], {}, 10)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 255), st.integers(0, 2**64 - 1), max_size=12))
def test_every_word_is_proven_and_can_be_changed_by_its_proof(words):
    """A proof gives the root for the word that stands there, and the new root for another."""
    tree = WordTree(8, words)
    for index in (0, 255, *words):
        proof = tree.proof(index)
        assert tree.root == word_root(tree[index], index, proof)
        changed = WordTree(8, {**words, index: 9})
        assert changed.root == word_root(9, index, proof)
    assert tree.root == WordTree(8, dict(reversed(words.items()))).root


def test_an_empty_tree_is_zeros_all_the_way():
    """Its root is known without looking, and a leaf is never a node."""
    for depth in (CODE_DEPTH, MEMORY_DEPTH):
        assert zero_hash(depth) == WordTree(depth).root
    assert leaf_hash(0) == zero_hash(0)
    assert WordTree(1, {0: 1}).root != WordTree(1, {1: 1}).root
