"""Light blocks over JSON-RPC: read strictly, whatever the node sends."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from chain.errors import Malformed
from chain.evidence import encode_evidence
from chain.types.evidence import LightClientAttack
from chain.types.primitives import Height
from cli.light import RpcProvider, save_attack
from consensus.light.errors import AttackDetected, HeightUnavailable, ProviderFailed
from tests.cli.light_node import fresh_chain, serving, show

CHAIN = fresh_chain(3)


def test_blocks_come_as_the_chain_has_them() -> None:
    """By height, the newest, and genesis without a commit."""
    with serving(CHAIN) as (node,):
        provider = RpcProvider(node.url, "--rpc")
        for height, block in ((None, CHAIN[2]), (Height(1), CHAIN[1]), (Height(0), CHAIN[0])):
            assert block == asyncio.run(provider.light_block(height))
        with pytest.raises(HeightUnavailable, match=f"{node.url} has no block 3"):
            asyncio.run(provider.light_block(Height(3)))


@pytest.mark.parametrize(
    "answer",
    [
        "0x",
        [],
        {},
        show(CHAIN[2]) | {"header": None},
        show(CHAIN[2]) | {"header": "0xc0"},
        show(CHAIN[2]) | {"header": "zz"},
        show(CHAIN[2]) | {"parent": None},
        show(CHAIN[2]) | {"certificate": "0x00"},
        show(CHAIN[2]) | {"nextValidators": 7},
        dict.fromkeys(show(CHAIN[2]), "0x"),
    ],
)
def test_what_is_no_light_block_is_refused(answer: Any) -> None:
    """Malformed, whatever is missing or of another kind."""
    with serving(CHAIN) as (node,):
        node.answers["kumiai_lightBlock"] = answer
        with pytest.raises(Malformed):
            asyncio.run(RpcProvider(node.url, "--rpc").light_block(Height(2)))


def test_a_node_without_light_blocks_is_said() -> None:
    """An old node, a node that is gone, and one that sends too much: the provider failed."""
    with serving(CHAIN) as (node,):
        provider = RpcProvider(node.url, "--rpc")
        node.do_kumiai_lightBlock = None  # type: ignore[assignment, method-assign]
        with pytest.raises(ProviderFailed, match="serves no light blocks"):
            asyncio.run(provider.light_block(None))
    with pytest.raises(ProviderFailed, match="name one with --rpc URL"):
        asyncio.run(provider.light_block(None))
    with serving(CHAIN) as (node,):
        node.answers["kumiai_lightBlock"] = "0" * 300_000
        with pytest.raises(ProviderFailed, match="an answer above 262144 bytes"):
            asyncio.run(RpcProvider(node.url, "--rpc").light_block(None))


def evidence() -> LightClientAttack:
    """Some evidence; only its encoding matters here."""
    commit = CHAIN[2].commit
    assert commit is not None
    return LightClientAttack(CHAIN[2].header, commit.certificate, commit.validators, Height(1))


def test_evidence_is_handed_in() -> None:
    """What the node answers is told in words, its refusal with the reason."""
    with serving(CHAIN) as (node,):
        provider = RpcProvider(node.url, "--rpc")
        assert "accepted" == asyncio.run(provider.submit(evidence()))
        assert [evidence()] == node.evidence
        node.answers["kumiai_submitEvidence"] = False
        assert "known already" == asyncio.run(provider.submit(evidence()))
        del node.answers["kumiai_submitEvidence"]
        node.do_kumiai_submitEvidence = None  # type: ignore[assignment, method-assign]
        assert "refused: the method" in asyncio.run(provider.submit(evidence()))


@pytest.mark.parametrize("theirs", [None, evidence()])
def test_an_attack_is_kept_in_a_file(tmp_path: Path, theirs: LightClientAttack | None) -> None:
    """Both pieces of evidence in hex, ready for kumiai_submitEvidence."""
    path = save_attack(AttackDetected("http://two", evidence(), theirs), tmp_path)
    assert f"attack-2-{CHAIN[2].hash.hex()[:16]}.json" == path.name
    found = json.loads(path.read_text())
    encoded = "0x" + encode_evidence(evidence()).hex()
    assert (2, 1, "http://two") == (found["height"], found["common_height"], found["witness"])
    assert encoded == found["evidence_against_primary"]
    assert (encoded if theirs else None) == found["evidence_against_witness"]
