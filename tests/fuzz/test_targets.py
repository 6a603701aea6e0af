"""A short run of every fuzz target, and the inputs that once broke one."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import rlp
from chain.errors import Malformed
from chain.genesis import parse_genesis
from consensus.net.messages import FORMS
from tests.fuzz.catalogue import TARGETS
from tests.fuzz.mutation import Mutator, places
from tests.fuzz.target import refuses_or_takes
from tests.fuzz.trees import Raw, RlpFormat

EACH = pytest.mark.parametrize("name", sorted(TARGETS))
MUTANTS = 150  # inputs a target that are mutated here

# A scalar of 2,000 bytes: no error line can hold its digits, and Python refuses to write them.
ENDLESS = b"\xb9\x07\xd0" + b"\xff" * 2_000


@EACH
def test_samples_are_valid(name: str) -> None:
    """At least one sample of each target is taken, so that mutations start near the truth."""
    target = TARGETS[name]
    assert any(refuses_or_takes(target, sample) for sample in target.samples)


@EACH
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_taken_or_refused(name: str, data: bytes) -> None:
    """Nothing but a value or a refusal comes of bytes nobody chose."""
    refuses_or_takes(TARGETS[name], data)


@EACH
def test_mutated_samples_are_taken_or_refused(name: str) -> None:
    """Valid bytes that are changed here and there, by structure too, are taken or refused."""
    target, chance = TARGETS[name], Random(name)
    mutator = Mutator(chance)
    for _ in range(MUTANTS):
        refuses_or_takes(target, mutator.mutate(chance.choice(target.samples), target.samples))


def test_every_message_of_gossip_is_a_sample() -> None:
    """A message that is new on the wire is fuzzed, or this test says that it is not."""
    tags = {sample[0] for name in TARGETS if "message" in name for sample in TARGETS[name].samples}
    assert tags == {form.tag for form in FORMS}


RLP_TARGETS = [
    *("transaction", "header", "block", "receipt", "vote", "proposal", "certificate"),
    *("validator_set", "evidence", "log_record", "light_block", "message_block"),
    *("record", "record_believed"),
]


@pytest.mark.parametrize("name", RLP_TARGETS)
def test_an_endless_number_in_any_field_is_refused(name: str) -> None:
    """A scalar of 2,000 bytes is malformed: its digits once broke the line that refused it."""
    target = TARGETS[name]
    for sample in target.samples:
        for tag_bytes in (0, 1):
            for changed in _each_leaf_replaced(sample, RlpFormat(tag_bytes)):
                refuses_or_takes(target, changed)


def _each_leaf_replaced(sample: bytes, kind: RlpFormat) -> list[bytes]:
    count = len(places(kind.read(sample) or []))
    found = []
    for place in range(count):
        tree = kind.read(sample)
        assert tree is not None
        where, index = places(tree)[place]
        where[index] = Raw(ENDLESS)
        found.append(kind.write(tree))
    return found


def test_a_deep_answer_is_no_answer() -> None:
    """A node that answers with lists a thousand deep is refused, not shown to people."""
    for depth in (900, 985, 1_000, 1_015):
        deep = b"[" * depth + b"]" * depth
        for answer in (b'"result":{"parent":%s}' % deep, b'"error":{"message":%s}' % deep):
            body = b'{"jsonrpc":"2.0","id":1,%s}' % answer
            assert not refuses_or_takes(TARGETS["light_answer"], body)


def test_a_million_lists_in_a_record_are_refused() -> None:
    """A record of the log that nests without end overflowed a native stack; it is malformed."""
    heads, size = [b"\xc0"], 1
    while size < 1_000_000:
        digits = rlp.integer(size)
        heads.append(bytes([0xC0 + size] if size < 56 else [0xF7 + len(digits), *digits]))
        size += len(heads[-1])
    deep = b"".join(reversed(heads))
    for name in ("log_record", "rlp", "block", "payload"):
        assert not refuses_or_takes(TARGETS[name], deep)


def test_a_genesis_file_of_many_names_is_read_in_its_stride() -> None:
    """Twenty thousand fields, the last named twice: each is looked at once, not with each other."""
    names = [*range(20_000), 19_999]
    text = "{" + ",".join(f'"f{name}":1' for name in names) + "}"
    with pytest.raises(Malformed, match="'f19999' stands twice"):
        parse_genesis(text)
