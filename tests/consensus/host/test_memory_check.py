"""A sign state that forgot what the chain remembers never signs again."""

import asyncio
from pathlib import Path

import pytest

from chain.certificates import address_of
from chain.types.primitives import Height
from consensus.host.config import EngineConfig
from consensus.host.memory_check import refuse_lost_memory
from consensus.host.surroundings import SignStateLost
from tests.consensus.stage import FAST, KEYS, Home, home, play

CHECKED = EngineConfig(
    timeouts=FAST, block_interval_ms=1, resend_ms=50, double_sign_check_heights=3
)


def forgetful(tmp_path: Path) -> Home:
    """A validator that decided 5 heights and lost its sign state after it."""
    node = home(tmp_path)
    play(node.run(5))
    (node.directory / "sign_state.json").unlink()
    return node


def test_a_lost_sign_state_refuses_to_start(tmp_path: Path) -> None:
    """Own signatures in the last certificates that the state does not know stop the start."""
    node = forgetful(tmp_path)
    with pytest.raises(SignStateLost, match="height 5 round 0"):
        play(node.run(6, config=CHECKED))


def test_a_state_that_remembers_starts(tmp_path: Path) -> None:
    """The check passes for a validator that lost nothing."""
    node = home(tmp_path)
    play(node.run(5))
    play(node.run(7, config=CHECKED))


@pytest.mark.parametrize(
    ("heights", "seen"), [(0, False), (1, False), (2, False), (3, True), (9, True)]
)
def test_exactly_so_many_heights_are_looked_at(tmp_path: Path, heights: int, seen: bool) -> None:
    """cometbft#5668: the last own signature is at height 3 of 5, so three must be searched."""
    node = forgetful(tmp_path)
    other = address_of(KEYS[1].public_key)
    for place in (3, 4):
        certificate = node.chain.certificates[place]
        object.__setattr__(certificate, "signatures", ((other, b"s"),))

    async def check() -> None:
        signer = node.signer()
        try:
            await refuse_lost_memory(node.chain, signer, Height(5), heights)
        finally:
            signer.close()

    if seen:
        with pytest.raises(SignStateLost, match="height 3"):
            asyncio.run(check())
    else:
        asyncio.run(check())


def test_a_rolled_back_sign_state_is_noticed(tmp_path: Path) -> None:
    """An old copy of the state that ends at height 4 does not know height 5."""
    node = home(tmp_path)
    play(node.run(4))
    path = node.directory / "sign_state.json"
    height = len(node.chain.certificates)
    old = path.read_bytes().replace(b'"height": %d' % height, b'"height": %d' % (height - 1))
    old = old.replace(b'"height": %d' % (height + 1), b'"height": %d' % (height - 1))
    path.write_bytes(old)
    with pytest.raises(SignStateLost, match=f"height {height}"):
        play(node.run(height + 1, config=CHECKED))
