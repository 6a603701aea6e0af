"""Payloads in parts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.types.primitives import Hash32
from consensus.host.config import PAYLOAD_BYTES_MAX
from consensus.net.parts import (
    PART_BYTES,
    PARTS_MAX,
    PROOF_HASHES_MAX,
    Manifest,
    PartAssembler,
    PartRefused,
    PartSet,
    check_part,
)

LENGTHS = [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES, 5 * PART_BYTES + 7]


def payload(length: int) -> bytes:
    """Bytes of which no two parts are equal."""
    return b"".join(n.to_bytes(4, "big") for n in range(length // 4 + 1))[:length]


@pytest.mark.parametrize("length", LENGTHS)
def test_parts_in_any_order_make_the_payload(length: int) -> None:
    """Whatever the length, the parts alone, last first, give back the payload."""
    parts = PartSet(payload(length))
    assembler = PartAssembler(parts.manifest)
    for index in reversed(range(parts.manifest.part_count)):
        assert not assembler.is_complete
        assert assembler.add(parts.part(index))
    assert assembler.payload() == payload(length)
    assert assembler.held_bytes == length


def test_the_largest_payload_fits() -> None:
    """A payload at the limit has as many parts and proof hashes as the limits say."""
    parts = PartSet(bytes(PAYLOAD_BYTES_MAX))
    assert parts.manifest.part_count == PARTS_MAX
    assert len(parts.part(PARTS_MAX - 1).proof) == PROOF_HASHES_MAX
    check_part(parts.part(PARTS_MAX - 1), parts.manifest)


def test_part_index_is_the_proof_index() -> None:
    """ASA-2025-002: a part under another index than its proof's is refused."""
    parts = PartSet(payload(4 * PART_BYTES))
    assembler = PartAssembler(parts.manifest)
    for index in range(4):
        for claimed in range(4):
            if claimed != index:
                with pytest.raises(PartRefused):
                    assembler.add(replace(parts.part(index), index=claimed))
    assert assembler.missing() == [0, 1, 2, 3]


def test_part_count_above_the_largest_payload_is_refused() -> None:
    """cometbft#5324: a manifest over PAYLOAD_BYTES_MAX is refused before any part is taken."""
    with pytest.raises(Malformed, match=str(PAYLOAD_BYTES_MAX)):
        PartAssembler(Manifest(PAYLOAD_BYTES_MAX + 1, Hash32(bytes(32))))
    with pytest.raises(Malformed):
        PartSet(bytes(PAYLOAD_BYTES_MAX + 1))


@pytest.mark.parametrize("index", [-1, 3, 2**40])
def test_index_out_of_range_is_refused(index: int) -> None:
    """A part outside the payload is refused, whatever its proof."""
    parts = PartSet(payload(3 * PART_BYTES))
    with pytest.raises(PartRefused, match="index below 3"):
        check_part(replace(parts.part(1), index=index), parts.manifest)


def test_size_is_bound_by_the_root() -> None:
    """The same tree under another size is another root, so sizes cannot be lied about."""
    parts = PartSet(payload(2 * PART_BYTES))
    for size in (2 * PART_BYTES - 1, 2 * PART_BYTES + 1, 3 * PART_BYTES):
        with pytest.raises(PartRefused):
            check_part(parts.part(0), Manifest(size, parts.manifest.root))


def test_a_node_does_not_pass_for_a_part() -> None:
    """The 64 bytes under an inner node are no leaf of a smaller tree with the same top."""
    parts = PartSet(payload(2 * PART_BYTES))
    below = b"".join((parts.part(1).proof[0], parts.part(0).proof[0]))
    forged = Manifest(len(below), parts.manifest.root)
    with pytest.raises(PartRefused):
        check_part(replace(parts.part(0), proof=(), data=below), forged)


def test_a_repeated_part_counts_once() -> None:
    """Memory is bounded by the manifest: the same part again is not kept again."""
    parts = PartSet(payload(2 * PART_BYTES))
    assembler = PartAssembler(parts.manifest)
    assert assembler.add(parts.part(0))
    assert not assembler.add(parts.part(0))
    assert assembler.held_bytes == PART_BYTES


@settings(max_examples=50)
@given(data=st.data())
def test_no_changed_part_is_taken(data: st.DataObject) -> None:
    """A bit turned anywhere in a part's bytes or proof, or a proof cut or longer, is refused."""
    parts = PartSet(payload(5 * PART_BYTES + 7))
    part = parts.part(data.draw(st.integers(0, 5)))
    change = data.draw(st.sampled_from(["data", "proof", "shorter", "longer", "cut"]))
    if change == "data":
        place = data.draw(st.integers(0, len(part.data) - 1))
        turned = bytes([part.data[place] ^ 1])
        part = replace(part, data=part.data[:place] + turned + part.data[place + 1 :])
    elif change == "proof":
        place = data.draw(st.integers(0, len(part.proof) - 1))
        proof = list(part.proof)
        proof[place] = Hash32(bytes([proof[place][0] ^ 1]) + proof[place][1:])
        part = replace(part, proof=tuple(proof))
    elif change == "shorter":
        part = replace(part, proof=part.proof[:-1])
    elif change == "longer":
        part = replace(part, proof=(*part.proof, Hash32(bytes(32))))
    else:
        part = replace(part, data=part.data[:-1])
    with pytest.raises(PartRefused):
        check_part(part, parts.manifest)
