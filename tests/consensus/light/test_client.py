"""The client trusts what a witness confirms, keeps it, and finds any height from there."""

import asyncio
from dataclasses import replace

import pytest

from chain.certificates import CertificateRefused
from chain.light.errors import BlockInconsistent, StepRefused, TrustExpired
from chain.types.primitives import Hash32, Height, Milliseconds
from consensus.host.clock import ManualClock
from consensus.light import client as client_module
from consensus.light.client import HeightTooFar, LightClient
from consensus.light.errors import (
    AttackDetected,
    ProviderFailed,
    TrustedHashDiffers,
    WitnessesSilent,
)
from consensus.light.store import MemoryTrustedStore
from tests.chain.light.stage import (
    NOW_MS,
    POLICY,
    branch,
    certify,
    grow,
    members,
)
from tests.consensus.light.providers import ChainProvider

FOUR = members({0: 10, 1: 10, 2: 10, 3: 10})
OTHERS = members({0: 10, 4: 10, 5: 10, 6: 10})
CHAIN = grow([FOUR] * 6 + [OTHERS] * 6)
FORK = branch(CHAIN, 8, [OTHERS] * 3)


def make_client(
    primary: ChainProvider, *witnesses: ChainProvider, now_ms: int = NOW_MS
) -> LightClient:
    """A client with an empty store."""
    store, clock = MemoryTrustedStore(), ManualClock(now_ms)
    return LightClient(POLICY, primary, witnesses, store, clock, Milliseconds(0))


def begun(
    height: int = 0,
    primary: ChainProvider | None = None,
    witnesses: tuple[ChainProvider, ...] | None = None,
) -> LightClient:
    """A client that trusts one block of the chain."""
    client = make_client(
        primary or ChainProvider(CHAIN), *(witnesses or (ChainProvider(CHAIN, "wit"),))
    )
    asyncio.run(client.begin(Height(height), CHAIN[height].hash))
    return client


def test_trust_begins_with_a_hash() -> None:
    """The block is fetched from anyone; the hash decides."""
    for height in (0, 5):
        assert CHAIN[height] == begun(height).newest


def test_another_block_than_the_trusted_hash_is_refused() -> None:
    """Both hashes are in the message, and nothing is stored."""
    client = make_client(ChainProvider(FORK))
    with pytest.raises(TrustedHashDiffers, match=FORK[9].hash.hex()):
        asyncio.run(client.begin(Height(9), CHAIN[9].hash))
    assert client.newest is None


def test_the_trusted_block_is_checked_too() -> None:
    """The right hash with a certificate that proves nothing, or too old, is no beginning."""
    commit = CHAIN[3].commit
    assert commit is not None
    weak = replace(commit, certificate=certify(CHAIN[3].header, CHAIN[3].time_ms, []))
    primary = ChainProvider(CHAIN)
    primary.answers[3] = replace(CHAIN[3], commit=weak)
    with pytest.raises(CertificateRefused):
        asyncio.run(make_client(primary).begin(Height(3), CHAIN[3].hash))
    late = make_client(ChainProvider(CHAIN), now_ms=NOW_MS + POLICY.trusting_period_ms)
    with pytest.raises(TrustExpired):
        asyncio.run(late.begin(Height(3), CHAIN[3].hash))


def test_beginning_again_needs_no_provider() -> None:
    """A stored block is taken as it is, and another hash for it is refused."""
    client = begun(4)
    assert isinstance(client.primary, ChainProvider)
    asked = len(client.primary.asked)
    asyncio.run(client.begin(Height(4), CHAIN[4].hash))
    assert asked == len(client.primary.asked)
    with pytest.raises(TrustedHashDiffers):
        asyncio.run(client.begin(Height(4), Hash32(bytes(32))))


def test_the_hash_that_trust_began_with_is_known_for_ever() -> None:
    """The same flags start the client again, however old they are and however far it has come."""
    client = begun()
    client._store = MemoryTrustedStore(3)
    asyncio.run(client.begin(Height(0), CHAIN[0].hash))
    for height in range(1, 12):
        asyncio.run(client.verify_at(Height(height)))
    client._clock = ManualClock(CHAIN[0].time_ms + POLICY.trusting_period_ms)
    assert CHAIN[0] == asyncio.run(client.begin(Height(0), CHAIN[0].hash))
    assert CHAIN[11] == client.newest


def test_nothing_is_verified_before_trust_begins() -> None:
    """Using the client in the wrong order is the caller's mistake."""
    client = make_client(ChainProvider(CHAIN), ChainProvider(CHAIN))
    for story in (client.verify_newest(), client.verify_at(Height(3))):
        with pytest.raises(ValueError, match="begin with a trusted block"):
            asyncio.run(story)


def test_the_newest_block_is_verified_and_kept() -> None:
    """Over a complete change of validators, and only the confirmed end is stored."""
    client, told = begun(), list[tuple[int, int]]()
    newest = asyncio.run(client.verify_newest(lambda at, wanted: told.append((at, wanted))))
    assert CHAIN[11] == newest
    assert CHAIN[11] == client.newest
    assert (11, 11) == told[-1] and len(told) > 1
    assert (0, 11) == client._store.heights()


def test_an_older_newest_block_changes_nothing() -> None:
    """ASA-2025-001: a peer that claims a lower head cannot move the client back."""
    client = begun(8)
    client.primary = ChainProvider(CHAIN[:5])
    assert CHAIN[8] == asyncio.run(client.verify_newest())


def test_a_huge_head_is_not_believed() -> None:
    """ASA-2025-001: a claimed height counts only once it is verified."""
    client = begun(8)
    assert isinstance(client.primary, ChainProvider)
    forged = branch(CHAIN, 11, [OTHERS] * 40, lambda _: [])
    client.primary.blocks = forged
    with pytest.raises(CertificateRefused):
        asyncio.run(client.verify_newest())
    assert CHAIN[8] == client.newest


def test_a_primary_that_changes_its_newest_block_is_refused() -> None:
    """Two blocks of one height cannot both be final."""
    client = begun(9)
    client.primary = ChainProvider(FORK[:10])
    with pytest.raises(TrustedHashDiffers, match="block 9"):
        asyncio.run(client.verify_newest())


def test_a_height_between_is_verified_from_below() -> None:
    """The nearest trusted block below is where the step begins."""
    client = begun()
    asyncio.run(client.verify_newest())
    assert CHAIN[4] == asyncio.run(client.verify_at(Height(4)))
    assert (0, 4, 11) == client._store.heights()


def test_a_stored_height_is_not_asked_for_again() -> None:
    """What is trusted stays trusted."""
    client = begun(5)
    assert isinstance(client.primary, ChainProvider)
    client.primary.asked.clear()
    assert CHAIN[5] == asyncio.run(client.verify_at(Height(5)))
    assert [] == client.primary.asked


@pytest.mark.parametrize("height", [0, 1, 4, 5, 8, 9])
def test_a_lower_height_is_reached_by_parents(height: int) -> None:
    """Hash by hash down to genesis; a parent comes with each block, so half are asked for."""
    client = begun(10)
    assert isinstance(client.primary, ChainProvider)
    client.primary.asked.clear()
    assert CHAIN[height] == asyncio.run(client.verify_at(Height(height)))
    assert len(client.primary.asked) <= (10 - height) // 2 + 1


def test_a_forged_lower_block_is_refused() -> None:
    """Neither another header nor the right one with another certificate."""
    client = begun(10)
    client.primary = ChainProvider(branch(CHAIN, 2, [FOUR] * 8))
    with pytest.raises(StepRefused, match="hash"):
        asyncio.run(client.verify_at(Height(4)))
    commit = CHAIN[4].commit
    assert commit is not None
    client.primary = ChainProvider(CHAIN)
    weak = replace(commit, certificate=certify(CHAIN[4].header, CHAIN[4].time_ms, []))
    client.primary.answers[4] = replace(CHAIN[4], commit=weak)
    with pytest.raises(CertificateRefused):
        asyncio.run(client.verify_at(Height(4)))


def test_walking_down_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A height too far below is refused before anything is asked for."""
    monkeypatch.setattr(client_module, "BACKWARD_BLOCKS_MAX", 3)
    client = begun(10)
    assert CHAIN[7] == asyncio.run(client.verify_at(Height(7)))
    with pytest.raises(HeightTooFar, match="at most 3 below block 10"):
        asyncio.run(client.verify_at(Height(6)))


def test_an_expired_lower_block_is_walked_around() -> None:
    """Trust in the lower block has ended, the upper one still names its parents."""
    client = begun()
    asyncio.run(client.verify_newest())
    client._clock = ManualClock(CHAIN[0].time_ms + POLICY.trusting_period_ms)
    assert CHAIN[9] == asyncio.run(client.verify_at(Height(9)))


def test_expired_trust_ends_the_client() -> None:
    """Nothing ahead is taken; the message says what to do."""
    client = begun()
    client._clock = ManualClock(NOW_MS + POLICY.trusting_period_ms)
    with pytest.raises(TrustExpired, match="from someone you trust"):
        asyncio.run(client.verify_newest())


def test_without_a_witness_nothing_is_trusted() -> None:
    """A lying primary alone could show anything that a third of the power signs."""
    client = make_client(ChainProvider(CHAIN))
    asyncio.run(client.begin(Height(0), CHAIN[0].hash))
    with pytest.raises(WitnessesSilent, match="there is none"):
        asyncio.run(client.verify_newest())
    assert CHAIN[0] == client.newest


def test_silent_witnesses_confirm_nothing() -> None:
    """All away: the block is not stored; they may come back."""
    away = ChainProvider(CHAIN)
    away.answers[11] = ProviderFailed("away", "no answer")
    client = begun(witnesses=(away,))
    with pytest.raises(WitnessesSilent, match="away: no answer"):
        asyncio.run(client.verify_newest())
    away.answers.clear()
    assert CHAIN[11] == asyncio.run(client.verify_newest())


def test_a_lying_witness_is_left_out() -> None:
    """The others go on; why it left is kept for people."""
    liar = ChainProvider(branch(CHAIN, 10, [OTHERS], lambda _: []), "eve")
    client = begun(witnesses=(liar, ChainProvider(CHAIN, "bob")))
    assert CHAIN[11] == asyncio.run(client.verify_newest())
    assert ["bob"] == [witness.name for witness in client.witnesses]
    assert client.removed[0].startswith("eve: ")


def test_an_attack_stops_the_client() -> None:
    """Two certified chains: nothing of it is trusted, and the proof is handed over."""
    client = begun(primary=ChainProvider(FORK))
    with pytest.raises(AttackDetected) as caught:
        asyncio.run(client.verify_newest())
    assert FORK[11].hash == caught.value.against_primary.header.hash
    assert CHAIN[0] == client.newest


def test_nonsense_from_the_primary_stops_it() -> None:
    """A block of another height than asked for."""
    client = begun()
    assert isinstance(client.primary, ChainProvider)
    client.primary.answers[7] = CHAIN[6]
    with pytest.raises(BlockInconsistent, match="expected height 7, found 6"):
        asyncio.run(client.verify_at(Height(7)))
