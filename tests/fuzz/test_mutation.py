"""Mutations stay near the truth: trees come back as they were, changes are bounded."""

from random import Random

import pytest

from tests.fuzz.catalogue import TARGETS
from tests.fuzz.mutation import FORMATS, TREE_BYTES_MAX, Mutator
from tests.fuzz.target import INPUT_BYTES_MAX
from tests.fuzz.trees import Format, JsonFormat, ProtobufFormat, RlpFormat

BY_FORMAT = [
    (RlpFormat(0), ("transaction", "block", "vote", "certificate", "evidence", "light_block")),
    (RlpFormat(1), ("message_consensus", "message_proposal", "message_block")),
    (ProtobufFormat(0), ("frame", "hello", "sign_vote", "signer_answer")),
]


@pytest.mark.parametrize(("kind", "names"), BY_FORMAT)
def test_trees_are_written_as_they_were_read(kind: Format, names: tuple[str, ...]) -> None:
    """Reading and writing changes nothing, so that a change is the only change."""
    read = 0
    for name in names:
        for sample in TARGETS[name].samples:
            tree = kind.read(sample)
            if tree is not None:
                read += 1
                assert kind.write(tree) == sample
    assert read >= len(names)


def test_json_keeps_its_meaning() -> None:
    """JSON is written without spaces, names that stand twice included."""
    kind = JsonFormat()
    text = b'{"a":[1,"x",null,{"b":true}],"c":0.5}'
    assert text == kind.write(kind.read(text))


def test_mutants_are_bounded_and_the_same_again() -> None:
    """One seed makes one sequence of inputs, none above 1 MiB, most of them new."""
    for name in ("vote", "json_rpc", "sign_vote", "call_data", "log"):
        samples = TARGETS[name].samples
        first, second = (
            [mutator.mutate(samples[0], samples) for _ in range(300)]
            for mutator in (Mutator(Random(3)), Mutator(Random(3)))
        )
        assert first == second
        assert max(len(data) for data in first) <= INPUT_BYTES_MAX
        assert len(set(first)) > 200


def test_every_sample_has_a_structure_or_says_why_not() -> None:
    """Structure-aware changes reach all targets but those of plain bytes."""
    plain = {
        name
        for name, target in TARGETS.items()
        if not any(
            kind.read(sample)
            for sample in target.samples
            for kind in FORMATS
            if len(sample) <= TREE_BYTES_MAX
        )
    }
    assert plain <= {"log", "tls_certificate", "address", "call_data", "revert_data", "rlp"}
