"""CometBFT's state-machine and Byzantine tests under their own names, on whole engines."""

import asyncio
from pathlib import Path
from unittest.mock import patch

import pytest

from chain.certificates import address_of, sign
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.evidence import DuplicateProposal, DuplicateVote
from chain.types.primitives import Height, Milliseconds, Round
from consensus.host.network import MemoryHub, Message, ProposedBlock
from consensus.host.records import decode_record
from consensus.host.signer import FileSigner, SignConflict
from consensus.host.wal import Wal, read_records
from tests.consensus.host.test_gossip import BY_ADDRESS, TURNS, Ear
from tests.consensus.stage import (
    CHAIN_ID,
    EPOCH_MS,
    KEYS,
    Home,
    ToyChain,
    home,
    play,
    reach,
    validators,
)

H1 = Height(1)


def test_sign_same_vote_twice(tmp_path: Path) -> None:
    """SignSameVoteTwice: the same words get the same signature, also after a restart."""
    vote = Vote(VoteKind.PREVOTE, H1, Round(0), None, NO_ROUND, address_of(KEYS[0].public_key))

    async def signed() -> Vote:
        signer = home(tmp_path).signer()
        try:
            twice = [await signer.sign_vote(vote) for _ in range(2)]
            assert twice[0] == twice[1]
            return twice[0]
        finally:
            signer.close()

    assert asyncio.run(signed()) == asyncio.run(signed())


def test_double_signing(tmp_path: Path) -> None:
    """DoubleSigning: other words at a signed place are refused."""
    who = address_of(KEYS[0].public_key)
    block = BlockId(validators(1).hash, Milliseconds(1))

    async def story() -> None:
        signer: FileSigner = home(tmp_path).signer()
        for kind in VoteKind:
            await signer.sign_vote(Vote(kind, H1, Round(0), None, NO_ROUND, who))
        with pytest.raises(SignConflict):
            await signer.sign_vote(Vote(VoteKind.PRECOMMIT, H1, Round(0), block, NO_ROUND, who))
        signer.close()

    asyncio.run(story())


def test_wal_selective_fsync(tmp_path: Path) -> None:
    """WALSelectiveFsync: peers' votes are only buffered; own words are on disk before they go."""
    hub = MemoryHub()
    network, teller = Ear(hub, "0"), Ear(hub, "teller")
    node = home(tmp_path, 4)
    own = address_of(node.key.public_key)
    synced_with: list[list[str]] = []

    class SpyWal(Wal):
        def sync(self) -> None:
            super().sync()
            data = self.path(H1).read_bytes() if self.path(H1).exists() else b""
            kinds = [type(decode_record(r)).__name__ for r in read_records(data)[0]]
            if not synced_with or synced_with[-1] != kinds:
                synced_with.append(kinds)

    node.wal = lambda: SpyWal(node.directory / "wal")  # type: ignore[method-assign]

    async def story() -> None:
        living = asyncio.ensure_future(node.live(network))
        await asyncio.sleep(0.02)
        before = len(synced_with)
        for who in (1, 2):
            vote = Vote(
                VoteKind.PREVOTE, H1, Round(0), None, NO_ROUND, address_of(KEYS[who].public_key)
            )
            await teller.send("0", sign(vote, CHAIN_ID, KEYS[who]))
        await asyncio.sleep(0.02)
        assert before == len(synced_with), "a peer's vote was waited for"
        await teller.heard(lambda m: isinstance(m, Vote) and m.validator == own)
        assert "VoteReceived" in synced_with[-1]
        living.cancel()
        await asyncio.gather(living, return_exceptions=True)

    with patch("os.fsync"):
        play(story())


def test_prevote_equivocation(tmp_path: Path) -> None:
    """PrevoteEquivocation: a validator prevotes two ways; all go on and all hold the proof."""
    liar = BY_ADDRESS[TURNS[3]]
    hub = MemoryHub()
    nodes = [
        Home(tmp_path / str(i), ToyChain(validators(4)), BY_ADDRESS[who])
        for i, who in enumerate(TURNS[:3])
    ]
    ear = Ear(hub, "liar")
    who = address_of(liar.public_key)

    async def lie() -> None:
        block = await ear.heard(lambda m: isinstance(m, ProposedBlock))
        assert isinstance(block, ProposedBlock)
        for name, said in (("0", block.message.block_id), ("1", None), ("2", None)):
            vote = Vote(VoteKind.PREVOTE, H1, block.message.round, said, NO_ROUND, who)
            await ear.send(name, sign(vote, CHAIN_ID, liar))

    async def story() -> None:
        lying = asyncio.ensure_future(lie())
        await reach(nodes, 3, [n.live(hub.join(str(i))) for i, n in enumerate(nodes)])
        await lying

    play(story())
    for node in nodes:
        (proof,) = node.chain.evidence
        assert isinstance(proof, DuplicateVote)
        assert who == proof.first.validator


def test_conflicting_proposals_with_partition(tmp_path: Path) -> None:
    """ByzantineConflictingProposalsWithPartition: two blocks to two sides; healed, one wins."""
    liar = BY_ADDRESS[TURNS[0]]
    hub, who = MemoryHub(), TURNS[0]
    nodes = [
        Home(tmp_path / str(i), ToyChain(validators(4)), BY_ADDRESS[turn])
        for i, turn in enumerate(TURNS[1:])
    ]
    ear = Ear(hub, "liar")
    sides = {"0": 0, "1": 1, "2": 1, "liar": -1}
    healed = False

    def passes(sender: str, receiver: str, message: Message) -> bool:
        return healed or -1 in (sides[sender], sides[receiver]) or sides[sender] == sides[receiver]

    hub.passes = passes

    async def lie() -> None:
        for side in (0, 1):
            chain = ToyChain(validators(4), built=100 * side)
            built = await chain.propose(H1, Round(0), Milliseconds(EPOCH_MS + side), None)
            message = ProposalMessage(H1, Round(0), built.block_id, NO_ROUND, who)
            signed = ProposedBlock(sign(message, CHAIN_ID, liar), built.payload)
            for name in ("0", "1", "2"):
                if sides[name] == side:
                    await ear.send(name, signed)
                    for kind in VoteKind:
                        vote = Vote(kind, H1, Round(0), built.block_id, NO_ROUND, who)
                        await ear.send(name, sign(vote, CHAIN_ID, liar))

    async def heal() -> None:
        nonlocal healed
        await asyncio.sleep(1)
        healed = True

    async def story() -> None:
        acts = [asyncio.ensure_future(act) for act in (lie(), heal())]
        await reach(nodes, 3, [n.live(hub.join(str(i))) for i, n in enumerate(nodes)])
        await asyncio.gather(*acts)

    play(story())
    assert 1 == len({node.chain.certificates[0].block_id for node in nodes})
    proofs = [proof for node in nodes for proof in node.chain.evidence]
    assert {who} == {
        p.first.proposer if isinstance(p, DuplicateProposal) else p.first.validator  # type: ignore[union-attr]
        for p in proofs
    }
