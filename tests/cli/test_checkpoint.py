"""A block that the operator trusts."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from chain.types.primitives import Hash32, Height, Milliseconds, Round
from cli.checkpoint import Checkpoint, Checkpoints, WrongCheckpoint, checkpoint_of
from cli.config import NodeConfig
from cli.consensus_app import ConsensusApp
from cli.errors import ConfigInvalid
from tests.chain.stage import GENESIS_S, Chain


def test_another_block_at_the_trusted_height_is_invalid() -> None:
    """Whoever has signed it: a node that is told one hash takes no other at that height."""
    chain = Chain()

    async def verdict(checkpoint: Checkpoint) -> tuple[bool, str]:
        with ThreadPoolExecutor(1) as thread:
            app = ConsensusApp(
                chain.app, thread, asyncio.Event(), checkpoints=Checkpoints([checkpoint])
            )
            time_ms = Milliseconds(GENESIS_S * 1_000 + 1_000)
            candidate = await app.propose(Height(1), Round(0), time_ms, None)
            trusted = checkpoint
            if checkpoint.hash == bytes(32):
                trusted = replace(checkpoint, hash=candidate.block_id.hash)
                app = ConsensusApp(
                    chain.app, thread, asyncio.Event(), checkpoints=Checkpoints([trusted])
                )
            found = await app.validate(Height(1), candidate.block_id, candidate.payload)
            return found.valid, found.reason

    refused = asyncio.run(verdict(Checkpoint(Height(1), Hash32(b"\x01" * 32))))
    assert (False, "the operator trusts another block at height 1") == refused
    assert asyncio.run(verdict(Checkpoint(Height(1), Hash32(bytes(32)))))[0]
    assert asyncio.run(verdict(Checkpoint(Height(2), Hash32(b"\x01" * 32))))[0]


def test_a_home_with_another_past_is_refused() -> None:
    """A chain that has another block there already is named before anything runs."""
    chain = Chain()
    block = chain.block()
    past = Checkpoint(Height(1), block.header.hash), Checkpoint(Height(9), Hash32(bytes(32)))
    Checkpoints(past).check_past(chain.app)
    with pytest.raises(WrongCheckpoint, match="correct consensus.trust_hash"):
        Checkpoints([Checkpoint(Height(1), Hash32(bytes(32)))]).check_past(chain.app)


def test_the_settings_name_a_height_and_a_hash() -> None:
    """Height 0 trusts nothing; a hash that is none is refused."""
    config = NodeConfig(Path(), trust_height=7, trust_hash="0x" + "ab" * 32)
    assert Checkpoint(Height(7), Hash32(b"\xab" * 32)) == checkpoint_of(config)
    assert checkpoint_of(replace(config, trust_height=0)) is None
    for wrong in ("", "0x12", "zz" * 32):
        with pytest.raises(ConfigInvalid, match="64 hex digits"):
            checkpoint_of(replace(config, trust_hash=wrong))
