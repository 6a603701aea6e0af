"""A block as each client is shown it: the bytes that the contracts are tested with."""

import pytest

from bridge.endpoint import AnswerInvalid
from bridge.updates import UPDATE_GATEWAY, gateway_commit, kumiai_evidence
from chain.light.block import LightBlock
from tests.bridge.artefacts import load
from tests.bridge.light import Source
from tests.modules.bridge.sealing import update_of


@pytest.mark.parametrize(("every", "distance"), [(100, 5), (2, 3), (1, 1)])
def test_a_commit_is_what_the_gateways_own_tests_make(every, distance):
    """Header, parent, sets, signatures with their places in both sets."""
    source = Source(8, every=every)
    old, new = (source.blocks[source.heights[n]] for n in (1, 1 + distance))
    found = gateway_commit(old, new)
    block = source.chain.blocks[new.height]
    signers = {s.r for s in found.signatures}
    rows = block.signatures([v.address for v in block.validators], old.next_validators)
    chosen = [
        v for v, row in zip(sorted(v.address for v in block.validators), rows, strict=True)
        if row[0] in signers
    ]  # fmt: skip
    expected = block.commit(old.next_validators, chosen)
    assert (found.header, found.parent, found.round, found.time_ms) == expected[:4]
    assert [(m.account, m.power) for m in found.validators] == expected[4]
    assert [(m.account, m.power) for m in found.trusted] == expected[5]
    is_same = not found.trusted
    mine = [(s.r, s.s, s.v, s.place, s.trusted_place) for s in found.signatures]
    theirs = [tuple(row) for row in expected[6]]
    assert [row[:4] for row in mine] == [row[:4] for row in theirs]
    assert is_same or mine == theirs


def test_the_call_is_of_the_contracts_function():
    """Solidity's tuple has the same types in the same order."""
    source = Source(2)
    old, new = (source.blocks[height] for height in source.heights)
    data = UPDATE_GATEWAY.encode(old.height, gateway_commit(old, new))
    names = [item["name"] for item in load("LightClient")["LightClient"]["abi"] if "name" in item]
    assert "update" in names and len(data) > 500


def test_the_modules_evidence_is_what_its_tests_show():
    """Trusted header and validators once more, and the new light block."""
    source = Source(4)
    old, new = source.blocks[source.heights[0]], source.blocks[source.heights[3]]
    assert update_of(old, new) == kumiai_evidence(old, new)


def test_a_block_without_certificate_proves_nothing():
    """Genesis, or half an answer."""
    source = Source(2)
    old, new = (source.blocks[height] for height in source.heights)
    with pytest.raises(AnswerInvalid, match="certificate expected"):
        gateway_commit(old, LightBlock(new.header, new.next_validators, None))
