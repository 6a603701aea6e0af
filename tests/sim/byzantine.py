"""
Liars: the production engine, with a signer that signs anything and a network that bends its words.

    engine -> LyingNetwork.broadcast -> each lie bends the list of sendings -> links
    links  -> LyingNetwork.receive   -> some lies answer -> engine

A lie is a function over sendings: it may change, add, delay or drop them, per receiver.
"""

import random
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import coincurve
from eth_hash.auto import keccak

from chain.certificates import address_of, sign
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import DuplicateProposal
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from consensus.host.network import (
    CertifiedBlock,
    EvidenceMessage,
    Inbound,
    Message,
    Network,
    NoBlock,
    ProposedBlock,
    StatusMessage,
)
from consensus.host.signer import SignState
from tests.sim.chain import CHAIN_ID, Database, ToyChain
from tests.sim.real import RealDatabase

LATE_MS_MAX = 3_000  # how long a liar holds back its own words
ANSWERS_MAX = 40  # proposals of one round that a liar answers
SEEN_MAX = 64  # proposals that a liar remembers


@dataclass(frozen=True, slots=True)
class Sending:
    """One message on its way to one receiver, after a delay."""

    receiver: str
    message: Message
    delay_ms: int = 0


Signable = TypeVar("Signable", Vote, ProposalMessage)
Later = Callable[[int, Callable[[], Coroutine[Any, Any, None]]], None]
Tell = Callable[[Vote | ProposalMessage], None]


class FreeSigner:
    """A signer without a memory."""

    def __init__(self, secret: bytes, tell: Tell) -> None:
        self.key = coincurve.PrivateKey(secret)
        self.address = address_of(self.key.public_key)
        self.state = SignState()
        self._tell = tell

    async def sign_vote(self, vote: Vote) -> Vote:
        """Sign whatever is asked."""
        return self.sign(vote)

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Sign whatever is asked."""
        return self.sign(proposal)

    def sign(self, message: Signable) -> Signable:
        """Sign, and tell the checkers that these words exist."""
        self._tell(message)
        return sign(message, CHAIN_ID, self.key)


class LyingNetwork:
    """The network as a liar's engine sees it; `inner` is what it really is."""

    def __init__(
        self,
        inner: Network,
        later: Later,
        lies: tuple[str, ...],
        signer: FreeSigner,
        database: Database | RealDatabase,
        rng: random.Random,
    ) -> None:
        self._inner, self._later = inner, later
        self.lies, self.signer, self.database, self.rng = lies, signer, database, rng
        self.builder: ToyChain | None = None
        if isinstance(database, Database):
            self.builder = ToyChain(database, signer.address, rng)
        self.seen: list[ProposedBlock] = []
        self.answered: Counter[tuple[int, int]] = Counter()  # proposals of a height and round

    async def broadcast(self, message: Message) -> None:
        """Send what the lies make of it."""
        if isinstance(message, ProposedBlock):
            self.note(message)
        await self.emit([Sending(receiver, message) for receiver in self.peers()])

    async def send(self, peer: str, message: Message) -> None:
        """Send to one peer what the lies make of it."""
        await self.emit([Sending(peer, message)])

    async def receive(self) -> Inbound:
        """Take a message, and answer it with a lie or two."""
        inbound = await self._inner.receive()
        if isinstance(inbound.message, ProposedBlock) and self.note(inbound.message):
            await self.answer(inbound.message)
        return inbound

    async def answer(self, block: ProposedBlock) -> None:
        """
        Tell every lie that a proposal calls for.

        At most ANSWERS_MAX of a round: two who propose out of turn would answer each other for
        ever.
        """
        place = (block.message.height, block.message.round)
        self.answered[place] += 1
        if self.answered[place] > ANSWERS_MAX:
            return
        for lie in self.lies:
            if lie in ANSWERS:
                await self.put_all(ANSWERS[lie](self, block))

    def peers(self) -> tuple[str, ...]:
        """Whom the true network is connected to."""
        return self._inner.peers()

    def report(self, peer: str, points: int, reason: str) -> None:
        """A liar does not complain."""

    async def emit(self, sendings: list[Sending]) -> None:
        """Bend and send."""
        for lie in self.lies:
            if lie in BENDS:
                sendings = BENDS[lie](self, sendings)
        await self.put_all(sendings)

    async def put_all(self, sendings: list[Sending]) -> None:
        """Send as it is."""
        for sending in sendings:
            if sending.delay_ms:
                self._later(sending.delay_ms, partial(self._deliver, sending))
            else:
                await self._inner.send(sending.receiver, sending.message)

    async def _deliver(self, sending: Sending) -> None:
        await self._inner.send(sending.receiver, sending.message)

    def note(self, block: ProposedBlock) -> bool:
        """Remember a proposal; False when it is known."""
        if any(known.message == block.message for known in self.seen):
            return False
        self.seen = [*self.seen[-SEEN_MAX:], block]
        return True

    def is_own(self, message: Message) -> bool:
        """Whether these are this liar's words."""
        if isinstance(message, ProposedBlock):
            return message.message.proposer == self.signer.address
        return isinstance(message, Vote) and message.validator == self.signer.address

    def some_peers(self) -> list[str]:
        """Draw a part of the peers."""
        peers = list(self.peers())
        return self.rng.sample(peers, self.rng.randint(1, len(peers)))

    def proposals(self, height: int, round_: int) -> list[ProposalMessage]:
        """Proposals of a round that this liar has seen."""
        known = [block.message for block in self.seen]
        return [m for m in known if (m.height, m.round) == (height, round_)]

    def other_vote(self, vote: Vote) -> Vote:
        """Return another vote for the same place."""
        choices: list[tuple[BlockId | None, Round]] = [(None, NO_ROUND)]
        for known in self.proposals(vote.height, vote.round):
            carried = known.valid_round if vote.kind is VoteKind.PREVOTE else NO_ROUND
            choices.append((known.block_id, carried))
        others = [c for c in choices if c != (vote.block_id, vote.valid_round)]
        if not others:
            others = [(BlockId(Hash32(self.rng.randbytes(32)), Milliseconds(1)), NO_ROUND)]
        block_id, valid_round = self.rng.choice(others)
        return self.signer.sign(
            replace(vote, block_id=block_id, valid_round=valid_round, signature=b"")
        )

    def other_block(self, block: ProposedBlock, *, wrong: bool = False) -> ProposedBlock | None:
        """Return another block for the same place; None when it is not this liar's to build."""
        message = block.message
        if self.builder is None or message.height != self.database.height + 1:
            return None
        parent = self.database.blocks[-1][0] if self.database.blocks else None
        built = self.builder.build(
            message.height, message.block_id.time_ms, parent, self.rng.randint(1, 1 << 30)
        )
        if wrong:
            built = replace(built, state_root=self.rng.randbytes(32))
        payload = built.encode()
        block_id = BlockId(Hash32(keccak(payload)), message.block_id.time_ms)
        changed = replace(message, block_id=block_id, signature=b"")
        return ProposedBlock(self.signer.sign(changed), payload)


# Bends: what a lie makes of what the engine wants to send.


def split_votes(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Equivocate: another vote for some, both for a few."""
    bent = []
    for sending in sendings:
        message = sending.message
        if isinstance(message, Vote) and liar.is_own(message) and liar.rng.random() < 0.5:
            bent.append(replace(sending, message=liar.other_vote(message)))
            if liar.rng.random() < 0.7:
                continue
        bent.append(sending)
    return bent


def split_proposals(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Another block for one half."""
    return _with_other_block(liar, sendings, wrong=False)


def invalid_blocks(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """An invalid block for one half."""
    return _with_other_block(liar, sendings, wrong=True)


def _with_other_block(liar: LyingNetwork, sendings: list[Sending], *, wrong: bool) -> list[Sending]:
    own = [s for s in sendings if isinstance(s.message, ProposedBlock) and liar.is_own(s.message)]
    if not own:
        return sendings
    assert isinstance(own[0].message, ProposedBlock)
    other = liar.other_block(own[0].message, wrong=wrong)
    if other is None:
        return sendings
    liar.note(other)
    chosen = set(liar.some_peers())
    return [replace(s, message=other) if s.receiver in chosen and s in own else s for s in sendings]


def withhold(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Say nothing to some, or to anybody."""
    if liar.rng.random() < 0.3:
        return []
    chosen = set(liar.some_peers())
    return [s for s in sendings if s.receiver in chosen or not liar.is_own(s.message)]


def amnesia(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Vote for the newest proposal, whatever was locked before."""
    bent = []
    for sending in sendings:
        message = sending.message
        if isinstance(message, Vote) and liar.is_own(message):
            known = liar.proposals(message.height, message.round)
            if known:
                carried = NO_ROUND if message.kind is VoteKind.PRECOMMIT else known[-1].valid_round
                changed = replace(
                    message, block_id=known[-1].block_id, valid_round=carried, signature=b""
                )
                sending = replace(sending, message=liar.signer.sign(changed))
        bent.append(sending)
    return bent


def always_nil(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Vote nil."""
    bent = []
    for sending in sendings:
        message = sending.message
        if isinstance(message, Vote) and liar.is_own(message) and message.block_id is not None:
            nil = replace(message, block_id=None, valid_round=NO_ROUND, signature=b"")
            sending = replace(sending, message=liar.signer.sign(nil))
        bent.append(sending)
    return bent


def bad_payload(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Garbage under the true name of a block."""
    bent = []
    for sending in sendings:
        message = sending.message
        if isinstance(message, ProposedBlock) and liar.rng.random() < 0.6:
            garbage = liar.rng.choice((b"", b"garbage", message.payload[:-1]))
            sending = replace(sending, message=replace(message, payload=garbage))
        bent.append(sending)
    return bent


def bad_signatures(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Add votes in other validators' names, and broken ones."""
    bent = list(sendings)
    for sending in sendings:
        message = sending.message
        if isinstance(message, Vote) and liar.rng.random() < 0.2:
            members = [v.address for v in liar.database.validators_of(message.height)]
            stolen = replace(message, validator=liar.rng.choice(members))
            broken = replace(message, signature=liar.rng.randbytes(65))
            bent.append(replace(sending, message=liar.rng.choice((stolen, broken))))
    return bent


def late(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Hold words back until others give up waiting."""
    return [
        replace(s, delay_ms=liar.rng.randint(0, LATE_MS_MAX)) if liar.is_own(s.message) else s
        for s in sendings
    ]


def stale_certificates(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Add old certificates, and false ones for the current height."""
    bent = list(sendings)
    for sending in sendings:
        if liar.database.blocks and liar.rng.random() < 0.1:
            certificate, payload = liar.rng.choice(liar.database.blocks)
            if liar.rng.random() < 0.5:
                certificate = replace(
                    certificate,
                    height=Height(liar.database.height + 1),
                    signatures=certificate.signatures[: liar.rng.randint(0, 3)],
                )
            bent.append(replace(sending, message=CertifiedBlock(certificate, payload)))
    return bent


# Answers: what a lie adds when a proposal arrives.


def flatter(liar: LyingNetwork, block: ProposedBlock) -> list[Sending]:
    """Back the proposal before some, and nil before the others: so are hidden locks made."""
    message, sendings = block.message, []
    for receiver in liar.peers():
        backed = liar.rng.random() < 0.5
        for kind in VoteKind:
            valid_round = message.valid_round if kind is VoteKind.PREVOTE else NO_ROUND
            vote = Vote(
                kind,
                message.height,
                message.round,
                message.block_id if backed else None,
                valid_round if backed else NO_ROUND,
                liar.signer.address,
            )
            sendings.append(Sending(receiver, liar.signer.sign(vote)))
    return sendings


def wrong_proposer(liar: LyingNetwork, block: ProposedBlock) -> list[Sending]:
    """Propose out of turn."""
    other = liar.other_block(
        replace(block, message=replace(block.message, proposer=liar.signer.address))
    )
    return [] if other is None else [Sending(peer, other) for peer in liar.peers()]


def false_certificate(liar: LyingNetwork, block: ProposedBlock) -> list[Sending]:
    """Claim that a proposal is decided, with one signature."""
    message = block.message
    vote = Vote(
        VoteKind.PRECOMMIT,
        message.height,
        message.round,
        message.block_id,
        NO_ROUND,
        liar.signer.address,
    )
    signature = liar.signer.sign(vote).signature
    certificate = Certificate(
        message.height, message.round, message.block_id, ((liar.signer.address, signature),)
    )
    claim = CertifiedBlock(certificate, block.payload)
    return [Sending(peer, claim) for peer in liar.some_peers()]


def false_status(liar: LyingNetwork, block: ProposedBlock) -> list[Sending]:
    """Claim to be far ahead, and never give what was promised (ASA-2025-001)."""
    claimed = Height(block.message.height + liar.rng.choice((1, 2, 50, 10**9, 2**62)))
    oldest = liar.rng.choice((Height(1), claimed))
    return [Sending(peer, StatusMessage(claimed, oldest)) for peer in liar.some_peers()]


def false_evidence(liar: LyingNetwork, block: ProposedBlock) -> list[Sending]:
    """Accuse an honest proposer, with a second proposal that it never signed."""
    message = block.message
    other = replace(message, block_id=BlockId(Hash32(liar.rng.randbytes(32)), Milliseconds(1)))
    forged = replace(other, signature=liar.rng.choice((message.signature, liar.rng.randbytes(65))))
    proof = EvidenceMessage(DuplicateProposal(message, forged))
    return [Sending(peer, proof) for peer in liar.some_peers()]


def hide_blocks(liar: LyingNetwork, sendings: list[Sending]) -> list[Sending]:
    """Answer questions for blocks with nothing, or with another block."""
    bent = []
    for sending in sendings:
        if isinstance(sending.message, CertifiedBlock) and liar.database.blocks:
            wrong = CertifiedBlock(*liar.rng.choice(liar.database.blocks))
            refusal = NoBlock(sending.message.certificate.height)
            sending = replace(sending, message=liar.rng.choice((wrong, refusal)))
            if liar.rng.random() < 0.3:
                continue
        bent.append(sending)
    return bent


BENDS: dict[str, Callable[[LyingNetwork, list[Sending]], list[Sending]]] = {
    "split votes": split_votes,
    "split proposals": split_proposals,
    "invalid blocks": invalid_blocks,
    "withhold": withhold,
    "amnesia": amnesia,
    "always nil": always_nil,
    "bad payload": bad_payload,
    "bad signatures": bad_signatures,
    "late": late,
    "stale certificates": stale_certificates,
    "hidden blocks": hide_blocks,
}
ANSWERS: dict[str, Callable[[LyingNetwork, ProposedBlock], list[Sending]]] = {
    "flatter": flatter,
    "wrong proposer": wrong_proposer,
    "false certificates": false_certificate,
    "false status": false_status,
    "false evidence": false_evidence,
}
LIES = (*BENDS, *ANSWERS)
