"""
Evidence as bytes, and what it proves: pure functions of the evidence and the chain before it.

    Evidence <--encode, decode--> bytes in a block's first transaction
    Evidence + chain --verify_evidence--> Misbehaviour of each who is to blame, or EvidenceRefused

Powers, times and turns are the chain's own: evidence says who signed what, and nothing else. What
is compared is the same on every node, so the certificate of a block is the one that the next block
carries, never the one that this node happened to see.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from chain import params
from chain.certificates import (
    decode_certificate,
    decode_proposal,
    decode_vote,
    encode_proposal,
    encode_vote,
    verify_certificate,
    verify_message,
)
from chain.codec import decode_header, encode_header, keccak256, rlp, seal_header
from chain.errors import Invalid, Malformed, Unavailable
from chain.kit.host import Fault, Misbehaviour
from chain.types.block import CommittedBlock
from chain.types.certificate import ProposalMessage, Vote, VoteKind
from chain.types.evidence import (
    Amnesia,
    DuplicateProposal,
    DuplicateVote,
    Evidence,
    LightClientAttack,
)
from chain.types.header import Header
from chain.types.primitives import Address, Hash32, Height
from chain.types.validators import ValidatorSet
from chain.validation import check_header
from chain.validator_sets import decode_validator_set, encode_validator_set

# A proposal of a later round is no evidence: whose turn it was takes a step a round to find out,
# and the steps to here take 70 ms with 256 validators.
PROPOSAL_ROUND_MAX = 64

Message = TypeVar("Message", Vote, ProposalMessage)
Words = tuple[bytes, int, int]


class EvidenceRefused(Invalid):
    """Evidence that proves nothing, is too old, or is known already."""


class EvidenceEarly(Unavailable):
    """Evidence in order so far, of a height that is not committed yet: keep it until it is."""


class EvidenceAhead(Unavailable):
    """Evidence of a height so far ahead that its validators are not known yet."""


class ChainView(Protocol):
    """The chain that evidence is judged by; a Ledger is one."""

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        ...

    def block(self, height: int) -> CommittedBlock | None:
        """Return the block at a height, None above the head."""
        ...

    def validators(self, height: int) -> ValidatorSet | None:
        """Return the set that decides the block at this height, None where it is not known."""
        ...


# Encoding.


def ordered(evidence: Evidence) -> Evidence:
    """Return the evidence with its two messages in the order that every node writes them in."""
    if isinstance(evidence, DuplicateVote):
        return DuplicateVote(*_in_order(evidence.first, evidence.second))
    if isinstance(evidence, DuplicateProposal):
        return DuplicateProposal(*_in_order(evidence.first, evidence.second))
    return evidence


def encode_evidence(evidence: Evidence) -> bytes:
    """RLP [fault, ...]: two encoded messages in order; or header, certificate, set, height."""
    evidence = ordered(evidence)
    fields: list[bytes]
    match evidence:
        case DuplicateVote(first, second) | Amnesia(first, second):
            fields = [encode_vote(first), encode_vote(second)]
        case DuplicateProposal(one, other):
            fields = [encode_proposal(one), encode_proposal(other)]
        case LightClientAttack(header, certificate, validators, common_height):
            members = encode_validator_set(validators)
            common = rlp.integer(common_height)
            fields = [encode_header(header), certificate.encoded, members, common]
    return rlp.encode([rlp.integer(fault_of(evidence)), *fields])


def decode_evidence(data: bytes) -> Evidence:
    """Strict reverse of `encode_evidence`; checks shape and order only. Raises Malformed."""
    if len(data) > params.EVIDENCE_BYTES_MAX:
        raise Malformed(
            f"evidence: at most {params.EVIDENCE_BYTES_MAX} bytes expected, found {len(data)}"
        )
    items = rlp.decode_list(data, "evidence")
    fault = rlp.to_integer(items[0], max(Fault), "fault") if items else 0
    count = 5 if fault == Fault.LIGHT_CLIENT_ATTACK else 3
    fields = [rlp.to_bytes(i, "evidence") for i in rlp.expect_fields(items, count, "evidence")[1:]]
    evidence = _decode_fields(fault, fields)
    if encode_evidence(evidence) != data:
        raise Malformed("evidence: two messages in order expected, found another order")
    return evidence


def _decode_fields(fault: int, fields: list[bytes]) -> Evidence:
    if fault == Fault.DUPLICATE_VOTE:
        return DuplicateVote(decode_vote(fields[0]), decode_vote(fields[1]))
    if fault == Fault.DUPLICATE_PROPOSAL:
        return DuplicateProposal(decode_proposal(fields[0]), decode_proposal(fields[1]))
    if fault == Fault.AMNESIA:
        return Amnesia(decode_vote(fields[0]), decode_vote(fields[1]))
    if fault == Fault.LIGHT_CLIENT_ATTACK:
        return LightClientAttack(
            decode_header(fields[0]),
            decode_certificate(fields[1]),
            decode_validator_set(fields[2]),
            Height(rlp.to_integer(fields[3], params.UINT64_MAX, "common height")),
        )
    raise Malformed(f"evidence: a fault of 1 to {max(Fault)} expected, found {fault}")


def encode_evidence_list(pieces: Sequence[Evidence]) -> bytes:
    """RLP list of encoded pieces as a block carries it; nothing at all for none."""
    return rlp.encode([encode_evidence(piece) for piece in pieces]) if pieces else b""


def decode_evidence_list(data: bytes) -> tuple[Evidence, ...]:
    """Strict reverse of `encode_evidence_list`, within the limits of a block. Raises Malformed."""
    if not data:
        return ()
    limit = params.EVIDENCE_BLOCK_BYTES_MAX
    if len(data) > limit:
        raise Malformed(f"evidence of a block: at most {limit} bytes expected: {len(data)}")
    items = rlp.decode_list(data, "evidence of a block")
    if not 1 <= len(items) <= params.EVIDENCE_PER_BLOCK_MAX:
        raise Malformed(
            f"evidence of a block: 1 to {params.EVIDENCE_PER_BLOCK_MAX} pieces expected, "
            f"found {len(items)}"
        )
    return tuple(decode_evidence(rlp.to_bytes(item, "evidence")) for item in items)


# Identity.


def fault_of(evidence: Evidence) -> Fault:
    """Return what the evidence is about."""
    match evidence:
        case DuplicateVote():
            return Fault.DUPLICATE_VOTE
        case DuplicateProposal():
            return Fault.DUPLICATE_PROPOSAL
        case Amnesia():
            return Fault.AMNESIA
        case LightClientAttack():
            return Fault.LIGHT_CLIENT_ATTACK


def accused_by(evidence: Evidence) -> Address | None:
    """Return the one whom evidence accuses; None for an attack, which many signed."""
    match evidence:
        case DuplicateVote(first, _):
            return first.validator
        case DuplicateProposal(one, _):
            return one.proposer
        case Amnesia(precommit, _):
            return precommit.validator
        case LightClientAttack():
            return None


def height_of(evidence: Evidence) -> Height:
    """Return the height whose messages the evidence shows."""
    match evidence:
        case DuplicateVote(first, _):
            return first.height
        case DuplicateProposal(one, _):
            return one.height
        case Amnesia(precommit, _):
            return precommit.height
        case LightClientAttack(header, _, _, _):
            return header.height


def evidence_hash(evidence: Evidence) -> Hash32:
    """
    Name the fault, not the bytes that prove it.

    Two votes can be signed in any number of ways and one attack certified by any set of signers;
    a fault is told once, whichever proof comes first.
    """
    match evidence:
        case DuplicateVote(first, _):
            place = [first.validator, *_integers(first.height, first.round, first.kind)]
        case DuplicateProposal(one, _):
            place = [one.proposer, *_integers(one.height, one.round)]
        case Amnesia(precommit, prevote):
            rounds = (precommit.round, prevote.round)
            place = [precommit.validator, *_integers(precommit.height, *rounds)]
        case LightClientAttack(header, _, _, common_height):
            place = [header.hash, rlp.integer(common_height)]
    return keccak256(rlp.encode([rlp.integer(fault_of(evidence)), *place]))


def _integers(*numbers: int) -> list[bytes]:
    return [rlp.integer(number) for number in numbers]


def _words(message: Vote | ProposalMessage) -> Words:
    """What a message says, in an order: nil before any block."""
    block_id = message.block_id
    if block_id is None:
        return b"", 0, message.valid_round
    return block_id.hash, block_id.time_ms, message.valid_round


def _in_order(one: Message, other: Message) -> tuple[Message, Message]:
    return (one, other) if _words(one) <= _words(other) else (other, one)


# Proof.


def verify_evidence(
    evidence: Evidence, chain: ChainView, chain_id: int
) -> tuple[Misbehaviour, ...]:
    """
    Return what the evidence proves upon the head of `chain`, for each who is to blame.

    Raises EvidenceRefused where it proves nothing or is too old; EvidenceEarly where everything
    is in order and the chain has not come so far; EvidenceAhead where the validators are unknown.
    """
    try:
        match ordered(evidence):
            case DuplicateVote() as votes:
                return _verify_votes(votes, chain, chain_id)
            case DuplicateProposal() as proposals:
                return _verify_proposals(proposals, chain, chain_id)
            case Amnesia() as amnesia:
                return _verify_amnesia(amnesia, chain, chain_id)
            case LightClientAttack() as attack:
                return _verify_attack(attack, chain, chain_id)
    except EvidenceRefused:
        raise
    except Invalid as cause:
        raise EvidenceRefused(f"evidence: {cause}") from cause


def _verify_votes(
    evidence: DuplicateVote, chain: ChainView, chain_id: int
) -> tuple[Misbehaviour, ...]:
    first, second = evidence.first, evidence.second
    places = [(v.validator, v.height, v.round, v.kind) for v in (first, second)]
    _expect(places[0] == places[1], "two votes of one validator, height, round and step")
    _expect(_words(first) != _words(second), "two votes that differ")
    return _blame_one(evidence, (first, second), chain, chain_id)


def _verify_proposals(
    evidence: DuplicateProposal, chain: ChainView, chain_id: int
) -> tuple[Misbehaviour, ...]:
    first, second = evidence.first, evidence.second
    places = [(p.proposer, p.height, p.round) for p in (first, second)]
    _expect(places[0] == places[1], "two proposals of one proposer, height and round")
    _expect(_words(first) != _words(second), "two proposals that differ")
    _expect(
        0 <= first.round <= PROPOSAL_ROUND_MAX, f"a proposal of a round to {PROPOSAL_ROUND_MAX}"
    )
    turn = _validators_of(chain, first.height)
    _verify_signatures((first, second), turn, chain_id)
    for _ in range(first.round):
        turn = turn.incremented(1)
    _expect(turn.proposer.address == first.proposer, "the proposer of that round")
    return (_blame(evidence, first.proposer, first.height, chain),)


def _verify_amnesia(evidence: Amnesia, chain: ChainView, chain_id: int) -> tuple[Misbehaviour, ...]:
    """
    A lock that was forgotten in the very next round.

    In a later one the validator may have locked the other block in between, by a polka that the
    two votes do not show, and then a fresh proposal of that block may get its prevote (line 23):
    two votes with rounds between them prove nothing against anyone.
    """
    precommit, prevote = evidence.precommit, evidence.prevote
    kinds = (precommit.kind, prevote.kind) == (VoteKind.PRECOMMIT, VoteKind.PREVOTE)
    _expect(kinds, "a precommit and a prevote")
    one_voter = (precommit.validator, precommit.height) == (prevote.validator, prevote.height)
    _expect(one_voter, "two votes of one validator and height")
    named = precommit.block_id is not None and prevote.block_id is not None
    _expect(named and precommit.block_id != prevote.block_id, "votes for two blocks")
    _expect(prevote.round == precommit.round + 1, "a prevote in the round after the precommit")
    _expect(prevote.valid_round < precommit.round, "a prevote that no polka since the lock excuses")
    return _blame_one(evidence, (precommit, prevote), chain, chain_id)


def _blame_one(
    evidence: Evidence, votes: tuple[Vote, Vote], chain: ChainView, chain_id: int
) -> tuple[Misbehaviour, ...]:
    _verify_signatures(votes, _validators_of(chain, votes[0].height), chain_id)
    return (_blame(evidence, votes[0].validator, votes[0].height, chain),)


def _verify_signatures(
    messages: Sequence[Vote | ProposalMessage], validators: ValidatorSet, chain_id: int
) -> None:
    for message in messages:
        who = message.validator if isinstance(message, Vote) else message.proposer
        _expect(who in validators, f"a validator of height {message.height}: 0x{who.hex()}")
        verify_message(message, chain_id)


def _verify_attack(
    attack: LightClientAttack, chain: ChainView, chain_id: int
) -> tuple[Misbehaviour, ...]:
    header, certificate = attack.header, attack.certificate
    height, common_height = header.height, attack.common_height
    _expect(seal_header(header).hash == header.hash, "a header under its own hash")
    named = (certificate.height, certificate.block_id.hash) == (height, header.hash)
    _expect(named, "a certificate of that header")
    _expect(1 <= common_height <= height, f"a common height of 1 to {height}: {common_height}")
    _expect_third(attack, _validators_of(chain, common_height))
    _validators_of(chain, height)
    verify_certificate(certificate, attack.validators, chain_id)
    if height >= chain.head.header.height:
        # What the next block says of this height is part of the judgement.
        raise EvidenceEarly(f"evidence of height {height}, which no block follows yet")
    ours, parent = _block_of(chain, height), _block_of(chain, height - 1)
    _expect(ours.header.hash != header.hash, "a header that is not this chain's own")
    if _follows(attack, parent.header, chain):
        return _blame_equivocation(attack, chain)
    return _blame_lunatics(attack, chain)


def _expect_third(attack: LightClientAttack, common: ValidatorSet) -> None:
    signed = {who for who, _ in attack.certificate.signatures}
    power = sum(member.power for member in common if member.address in signed)
    _expect(
        3 * power >= common.total_power,
        f"a third of {common.total_power} at the common height, or no light client believes it: "
        f"{power}",
    )


def _follows(attack: LightClientAttack, parent: Header, chain: ChainView) -> bool:
    """
    Whether an honest validator could have voted for the header upon our parent.

    Only what follows from the parent counts; roots and gas depend on the transactions, and the
    randomness on the proposer's link, which another round may have chosen otherwise.
    """
    header = attack.header
    proposers, decided = chain.validators(header.height), chain.validators(header.height + 1)
    assert proposers is not None and decided is not None, header.height
    try:
        check_header(header, parent)
    except Invalid:
        return False
    return (
        header.extra_data == decided.hash
        and header.coinbase in proposers
        and header.timestamp_s == attack.certificate.block_id.time_ms // 1000
    )


def _blame_equivocation(attack: LightClientAttack, chain: ChainView) -> tuple[Misbehaviour, ...]:
    """Two certificates of one round: who signed both is to blame."""
    height = attack.header.height
    _expect(attack.common_height == height, f"common height {height} of two blocks in one round")
    ours = _block_of(chain, height + 1).block.parent_certificate
    assert ours is not None, f"block {height + 1} carries its parent's certificate"
    _expect(
        ours.round == attack.certificate.round,
        f"a certificate of round {ours.round}: votes in two rounds blame nobody",
    )
    both = {who for who, _ in ours.signatures} & {who for who, _ in attack.certificate.signatures}
    _expect(bool(both), "somebody who signed both")
    return _blame_all(attack, both, Height(height), chain)


def _blame_lunatics(attack: LightClientAttack, chain: ChainView) -> tuple[Misbehaviour, ...]:
    """A header that no honest validator signs: each known one who did is to blame."""
    _expect(attack.common_height < attack.header.height, "a common height below the header's")
    signed = {who for who, _ in attack.certificate.signatures}
    return _blame_all(attack, signed, attack.common_height, chain)


def _blame_all(
    attack: LightClientAttack, signed: set[Address], height: Height, chain: ChainView
) -> tuple[Misbehaviour, ...]:
    members = [v.address for v in _validators_of(chain, height) if v.address in signed]
    return tuple(_blame(attack, member, height, chain) for member in members)


def _blame(
    evidence: Evidence, validator: Address, height: Height, chain: ChainView
) -> Misbehaviour:
    """Report one validator's fault in the chain's own numbers, if it is not too old."""
    head, validators = chain.head.header, _validators_of(chain, height)
    if height > head.height:
        raise EvidenceEarly(f"evidence of height {height}, the head is {head.height}")
    misbehaviour = Misbehaviour(
        fault_of(evidence),
        validator,
        height,
        _block_of(chain, height).header.timestamp_s,
        validators.power_of(validator),
        validators.total_power,
    )
    refuse_old(misbehaviour, head)
    return misbehaviour


def refuse_old(misbehaviour: Misbehaviour, head: Header) -> None:
    """Raise EvidenceRefused where a fault is too old, in blocks and in time, for the next block."""
    age_blocks, age_s = head.height - misbehaviour.height, head.timestamp_s - misbehaviour.time_s
    is_old = age_blocks > params.EVIDENCE_AGE_BLOCKS_MAX and age_s > params.EVIDENCE_AGE_S_MAX
    _expect(not is_old, f"a fault that is not {age_blocks} blocks and {age_s} s old")


def _validators_of(chain: ChainView, height: int) -> ValidatorSet:
    _expect(height >= 1, f"a height of at least 1, found {height}")
    validators = chain.validators(height)
    if validators is None:
        _expect(height > chain.head.header.height, f"a height with known validators: {height}")
        raise EvidenceAhead(f"evidence of height {height}, whose validators are not known yet")
    return validators


def _block_of(chain: ChainView, height: int) -> CommittedBlock:
    block = chain.block(height)
    _expect(block is not None, f"a height whose block is kept: {height}")
    assert block is not None
    return block


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise EvidenceRefused(f"evidence: expected {what}")
