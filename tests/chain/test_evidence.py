"""Evidence proves a fault of exactly who signed it, in the chain's own numbers, or is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain import params
from chain.certificates import encode_vote
from chain.codec import rlp
from chain.errors import Malformed
from chain.evidence import (
    PROPOSAL_ROUND_MAX,
    EvidenceAhead,
    EvidenceEarly,
    EvidenceRefused,
    accused_by,
    decode_evidence,
    decode_evidence_list,
    encode_evidence,
    encode_evidence_list,
    evidence_hash,
    height_of,
    verify_evidence,
)
from chain.kit.host import Fault, Misbehaviour
from chain.types.certificate import NO_ROUND, VoteKind
from chain.types.evidence import Amnesia, DuplicateProposal, DuplicateVote
from chain.types.validators import VALIDATORS_MAX, Validator, ValidatorSet
from tests.chain.accusations import (
    FIRST_S,
    KEYS,
    MEMBERS,
    OTHER_ROOT,
    View,
    block_id,
    proposal,
    vote,
)
from tests.chain.stage import CHAIN_ID, VALIDATOR_KEYS, VALIDATORS

PREVOTE, PRECOMMIT = VoteKind.PREVOTE, VoteKind.PRECOMMIT
A, B = block_id(1), block_id(2)
VOTES = DuplicateVote(vote(PREVOTE, 5, 2, A), vote(PREVOTE, 5, 2, B))
AMNESIA = Amnesia(vote(PRECOMMIT, 5, 2, A), vote(PREVOTE, 5, 3, B, 1))
STRANGER = VALIDATOR_KEYS[4]


def turn_of(view: View, height: int, round_: int) -> bytes:
    """The key of the proposer of a round."""
    members = view.validators(height)
    for _ in range(round_):
        members = members.incremented(1)
    return KEYS[MEMBERS.index(members.proposer.address)]


def proposals(view: View, height: int, round_: int) -> DuplicateProposal:
    """Two proposals of a round's own proposer."""
    key = turn_of(view, height, round_)
    return DuplicateProposal(
        proposal(height, round_, A, key=key), proposal(height, round_, B, key=key)
    )


def pieces(view: View) -> list:
    """One piece of evidence of each kind, all of them proofs."""
    return [
        VOTES,
        proposals(view, 5, 2),
        AMNESIA,
        view.attack(5, 5, state_root=OTHER_ROOT),
        view.attack(5, 3, extra_data=b"\5" * 32),
    ]


def test_each_kind_proves_its_fault():
    """Height, time, power and total come from the chain at the height of the fault."""
    view = View()
    told = [(Fault.DUPLICATE_VOTE, 1), (Fault.DUPLICATE_PROPOSAL, None), (Fault.AMNESIA, 1)]
    for piece, (fault, index) in zip(pieces(view)[:3], told, strict=True):
        index = MEMBERS.index(accused_by(piece)) if index is None else index
        power = (40, 30, 20, 10)[index]
        expected = Misbehaviour(fault, MEMBERS[index], 5, FIRST_S + 5, power, 100)
        assert (expected,) == verify_evidence(piece, view, CHAIN_ID)


def test_the_order_of_two_messages_is_no_part_of_the_evidence():
    """The same pair has one encoding and one name, whichever message came first."""
    swapped = DuplicateVote(VOTES.second, VOTES.first)
    assert encode_evidence(VOTES) == encode_evidence(swapped)
    assert evidence_hash(VOTES) == evidence_hash(swapped)
    view = View()
    assert verify_evidence(swapped, view, CHAIN_ID) == verify_evidence(VOTES, view, CHAIN_ID)


def test_a_fault_has_one_name_whatever_proves_it():
    """Other blocks in the same round and step are the same fault; another step is another one."""
    again = DuplicateVote(vote(PREVOTE, 5, 2, None), vote(PREVOTE, 5, 2, block_id(3)))
    other = DuplicateVote(vote(PRECOMMIT, 5, 2, A), vote(PRECOMMIT, 5, 2, B))
    assert evidence_hash(VOTES) == evidence_hash(again) != evidence_hash(other)
    view = View()
    few = view.attack(5, 3, extra_data=b"\5" * 32)
    many = view.attack(5, 3, KEYS, extra_data=b"\5" * 32)
    assert few != many and evidence_hash(few) == evidence_hash(many)
    assert len({evidence_hash(piece) for piece in pieces(view)}) == 5


def test_evidence_comes_back_from_bytes():
    """Encoding and strict decoding are each other's reverse, alone and in a block's list."""
    known = pieces(View())
    for piece in known:
        encoded = encode_evidence(piece)
        assert encoded == encode_evidence(decode_evidence(encoded))
        assert evidence_hash(piece) == evidence_hash(decode_evidence(encoded))
        assert height_of(piece) == 5
    assert b"" == encode_evidence_list([]) and () == decode_evidence_list(b"")
    listed = encode_evidence_list(known)
    assert listed == encode_evidence_list(decode_evidence_list(listed))


def test_the_largest_attack_fits():
    """A header certified by a full set is within the limit of a piece and of a block."""
    view = View()
    members = tuple(Validator(bytes([n]) * 20, 2**50, -(2**60)) for n in range(VALIDATORS_MAX))
    attack = view.attack(5, 3, extra_data=b"\5" * 32, validators=ValidatorSet(members))
    signatures = tuple((v.address, b"\xff" * 65) for v in members)
    attack = replace(attack, certificate=replace(attack.certificate, signatures=signatures))
    encoded = encode_evidence(attack)
    assert 30_000 < len(encoded) <= params.EVIDENCE_BYTES_MAX
    assert decode_evidence_list(encode_evidence_list([attack]))


@given(st.binary(max_size=300))
def test_noise_is_malformed_or_canonical(data):
    """Whatever arrives is refused as malformed, or is the one encoding of what it says."""
    for decode, encode in (
        (decode_evidence, encode_evidence),
        (decode_evidence_list, encode_evidence_list),
    ):
        try:
            found = decode(data)
        except Malformed:
            continue
        assert encode(found) == data


@given(st.integers(0, 4), st.data())
def test_a_damaged_encoding_is_not_the_same_evidence(index, data):
    """One byte changed, cut or added is malformed, or other evidence."""
    encoded = encode_evidence(KNOWN[index])
    at = data.draw(st.integers(0, len(encoded) - 1))
    flipped = bytes([encoded[at] ^ data.draw(st.integers(1, 255))])
    for damaged in (encoded[:at] + flipped + encoded[at + 1 :], encoded[:at], encoded + flipped):
        try:
            found = decode_evidence(damaged)
        except Malformed:
            continue
        assert encode_evidence(found) == damaged != encoded


KNOWN = pieces(View())


def test_what_is_too_large_too_much_or_out_of_order_is_malformed():
    """Limits and the canonical order are part of the encoding."""
    first, second = encode_vote(VOTES.second), encode_vote(VOTES.first)
    if encode_evidence(VOTES) == rlp.encode([b"\x01", first, second]):
        first, second = second, first
    many = rlp.encode([encode_evidence(VOTES)] * (params.EVIDENCE_PER_BLOCK_MAX + 1))
    for decode, wrong in (
        (decode_evidence, rlp.encode([b"\x01", first, second])),
        (decode_evidence, rlp.encode([b"\x01", first, first, first])),
        (decode_evidence, rlp.encode([b"\x05", first, first])),
        (decode_evidence, rlp.encode([b"", first, first])),
        (decode_evidence, rlp.encode([])),
        (decode_evidence, bytes(params.EVIDENCE_BYTES_MAX + 1)),
        (decode_evidence_list, many),
        (decode_evidence_list, rlp.encode([])),
        (decode_evidence_list, bytes(params.EVIDENCE_BLOCK_BYTES_MAX + 1)),
    ):
        with pytest.raises(Malformed):
            decode(wrong)


@pytest.mark.parametrize(
    "second",
    [
        VOTES.first,
        vote(PREVOTE, 6, 2, B),
        vote(PREVOTE, 5, 3, B),
        vote(PRECOMMIT, 5, 2, B),
        vote(PREVOTE, 5, 2, B, key=KEYS[2]),
        replace(VOTES.second, signature=VOTES.first.signature),
        replace(VOTES.second, signature=b""),
        vote(PREVOTE, 5, 2, B, chain_id=CHAIN_ID + 1),
    ],
)
def test_two_votes_must_contradict_each_other(second):
    """harmony#5055: height, round, step, validator, signature and chain id are all bound."""
    with pytest.raises(EvidenceRefused):
        verify_evidence(DuplicateVote(VOTES.first, second), View(), CHAIN_ID)


def test_the_same_block_with_another_valid_round_contradicts_too():
    """Whether a polka excuses a prevote is part of what it says; nil is a value as well."""
    for other in (vote(PREVOTE, 5, 2, A, 1), vote(PREVOTE, 5, 2, None)):
        assert verify_evidence(DuplicateVote(VOTES.first, other), View(), CHAIN_ID)


def test_an_innocent_name_on_a_guilty_signature_blames_nobody():
    """cometbft#5638: evidence that names another validator than its key is refused."""
    blamed = [replace(v, validator=MEMBERS[2]) for v in (VOTES.first, VOTES.second)]
    with pytest.raises(EvidenceRefused, match="expected signer"):
        verify_evidence(DuplicateVote(*blamed), View(), CHAIN_ID)


def test_strangers_cannot_be_accused():
    """ASA-2024-011: who is not in the set of that height is refused, not looked up."""
    votes = [vote(PREVOTE, 5, 2, block, key=STRANGER) for block in (A, B)]
    with pytest.raises(EvidenceRefused, match="a validator of height 5"):
        verify_evidence(DuplicateVote(*votes), View(), CHAIN_ID)
    view = View(sets={5: ValidatorSet((Validator(VALIDATORS[4], 7), Validator(MEMBERS[0], 7)))})
    proven = verify_evidence(DuplicateVote(*votes), view, CHAIN_ID)
    assert [(VALIDATORS[4], 7, 14)] == [(m.validator, m.power, m.total_power) for m in proven]


def test_evidence_of_another_chain_is_nothing_here():
    """The chain id is signed, so a fault on a test network costs nothing on this one."""
    for piece in pieces(View()):
        with pytest.raises(EvidenceRefused):
            verify_evidence(piece, View(), CHAIN_ID + 1)


@pytest.mark.parametrize("height", [0, -1])
def test_no_fault_lies_before_the_first_block(height):
    """cosmos-sdk#2372: nobody decided the genesis block; the first height can be told of."""
    votes = [replace(v, height=height) for v in (VOTES.first, VOTES.second)]
    with pytest.raises(EvidenceRefused, match="a height of at least 1"):
        verify_evidence(DuplicateVote(*votes), View(), CHAIN_ID)
    first = DuplicateVote(vote(PREVOTE, 1, 0, A), vote(PREVOTE, 1, 0, B))
    assert 1 == verify_evidence(first, View(height=1), CHAIN_ID)[0].height


def test_a_fault_above_the_head_is_early_and_proves_nothing_yet():
    """cosmos-sdk#2372: a height above the current one is never punished."""
    for height, raised in ((4, EvidenceEarly), (3, EvidenceEarly), (2, EvidenceAhead)):
        with pytest.raises(raised):
            verify_evidence(VOTES, View(height=height), CHAIN_ID)
    with pytest.raises(EvidenceRefused, match="expected signer"):
        forged = replace(VOTES, second=replace(VOTES.second, signature=VOTES.first.signature))
        verify_evidence(forged, View(height=4), CHAIN_ID)


def test_a_fault_expires_by_blocks_and_time_together():
    """Evidence is too old only when it is older than both limits, by the times of blocks."""
    blocks, seconds = params.EVIDENCE_AGE_BLOCKS_MAX, params.EVIDENCE_AGE_S_MAX
    slow, fast = seconds // blocks + 1, seconds // blocks
    for height, step_s, old in (
        (5 + blocks, slow, False),
        (6 + blocks, slow, True),
        (6 + blocks, fast, False),
        (6 + blocks // 2, 4 * slow, False),
    ):
        view = View(height=height, step_s=step_s)
        if not old:
            assert verify_evidence(VOTES, view, CHAIN_ID)
        else:
            with pytest.raises(
                EvidenceRefused, match=f"not {blocks + 1} blocks and {slow * (blocks + 1)} s old"
            ):
                verify_evidence(VOTES, view, CHAIN_ID)


@pytest.mark.parametrize("round_", [0, 1, 2, 3, 9, 64])
def test_only_the_proposer_of_a_round_proposes_twice(round_):
    """The rotation of the height says whose turn it was; another's two proposals are refused."""
    view = View()
    guilty = proposals(view, 5, round_)
    assert accused_by(guilty) == verify_evidence(guilty, view, CHAIN_ID)[0].validator
    for key in KEYS:
        if key != turn_of(view, 5, round_):
            pair = [proposal(5, round_, block, key=key) for block in (A, B)]
            with pytest.raises(EvidenceRefused, match="the proposer of that round"):
                verify_evidence(DuplicateProposal(*pair), view, CHAIN_ID)


def test_proposals_are_bound_like_votes():
    """Rounds, heights and blocks must be as in a fault, and the round within the limit."""
    view = View()
    key = turn_of(view, 5, 0)
    one = proposal(5, 0, A, key=key)
    for other in (
        one,
        proposal(6, 0, B, key=key),
        proposal(5, 1, B, key=key),
        replace(proposal(5, 0, B, key=key), signature=one.signature),
    ):
        with pytest.raises(EvidenceRefused):
            verify_evidence(DuplicateProposal(one, other), view, CHAIN_ID)
    late = [proposal(5, PROPOSAL_ROUND_MAX + 1, block, key=key) for block in (A, B)]
    with pytest.raises(EvidenceRefused, match="a proposal of a round to"):
        verify_evidence(DuplicateProposal(*late), view, CHAIN_ID)


@pytest.mark.parametrize(
    "wrong",
    [
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 3, A)),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 3, None)),
        Amnesia(vote(PRECOMMIT, 5, 2, None), AMNESIA.prevote),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 3, B, 2)),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 2, B, 1)),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 1, B)),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 6, 3, B)),
        Amnesia(AMNESIA.precommit, vote(PREVOTE, 5, 3, B, key=KEYS[2])),
        Amnesia(vote(PREVOTE, 5, 2, A), AMNESIA.prevote),
        Amnesia(AMNESIA.precommit, vote(PRECOMMIT, 5, 3, B)),
    ],
)
def test_a_lock_is_forgotten_only_by_an_unexcused_vote_for_another_block(wrong):
    """Same block, nil, a polka since the lock, another height or voter: no amnesia."""
    with pytest.raises(EvidenceRefused):
        verify_evidence(wrong, View(), CHAIN_ID)


def test_rounds_between_two_votes_excuse_a_changed_lock():
    """Who locked A, then B by a later polka, may prevote a fresh B: nobody is framed for that."""
    framed = Amnesia(vote(PRECOMMIT, 5, 0, A), vote(PREVOTE, 5, 2, B, NO_ROUND))
    with pytest.raises(EvidenceRefused, match="the round after the precommit"):
        verify_evidence(framed, View(), CHAIN_ID)


def test_two_certificates_of_one_round_blame_who_signed_both():
    """The certificate that the next block carries is compared, the same on every node."""
    view = View()
    attack = view.attack(5, 5, KEYS[1:], validators=members_of(1, 2, 3), state_root=OTHER_ROOT)
    proven = verify_evidence(attack, view, CHAIN_ID)
    assert [(1, 30), (2, 20)] == [(MEMBERS.index(m.validator), m.power) for m in proven]
    assert {(Fault.LIGHT_CLIENT_ATTACK, 5)} == {(m.fault, m.height) for m in proven}
    view.made[5] = replace(view.block(5), certificate=None)
    assert proven == verify_evidence(attack, view, CHAIN_ID)


def members_of(*indexes: int) -> ValidatorSet:
    """A set that an attacker shows: some of the four, with powers of its own."""
    return ValidatorSet(tuple(Validator(MEMBERS[index], 1) for index in indexes))


def test_a_certificate_of_another_round_blames_nobody():
    """Votes for two blocks in two rounds can both be honest."""
    attack = View().attack(5, 5, round_=1, state_root=OTHER_ROOT)
    with pytest.raises(EvidenceRefused, match="blame nobody"):
        verify_evidence(attack, View(), CHAIN_ID)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("extra_data", b"\5" * 32),
        ("parent_hash", b"\5" * 32),
        ("gas_limit", 1),
        ("base_fee_per_gas_wei", 1),
        ("coinbase", VALIDATORS[4]),
        ("requests_hash", b"\5" * 32),
        ("timestamp_s", 1),
    ],
)
def test_a_header_that_does_not_follow_blames_each_known_signer(field, value):
    """Nobody honest signs a header that contradicts its parent, in whatever round."""
    view = View()
    attack = view.attack(5, 3, round_=7, **{field: value})
    proven = verify_evidence(attack, view, CHAIN_ID)
    assert list(MEMBERS[:3]) == [m.validator for m in proven]
    assert {(3, FIRST_S + 3, 100)} == {(m.height, m.time_s, m.total_power) for m in proven}


def test_an_attack_needs_a_third_that_a_light_client_trusts():
    """Signers that held less than a third at the common height convince nobody."""
    view = View()
    fields = {"extra_data": b"\5" * 32}
    weak = view.attack(5, 3, KEYS[3:], validators=members_of(3), **fields)
    with pytest.raises(EvidenceRefused, match="a third of 100"):
        verify_evidence(weak, view, CHAIN_ID)
    enough = view.attack(5, 3, KEYS[:1], validators=members_of(0), **fields)
    assert [MEMBERS[0]] == [m.validator for m in verify_evidence(enough, view, CHAIN_ID)]


def test_attacks_are_bound_to_the_chain():
    """Our own header, wrong common heights, weak or foreign certificates: all refused."""
    view = View()
    lunatic = view.attack(5, 3, extra_data=b"\5" * 32)
    for wrong in (
        view.attack(5, 5),
        replace(lunatic, common_height=5),
        replace(lunatic, common_height=6),
        replace(lunatic, common_height=0),
        replace(lunatic, certificate=view.block(5).certificate),
        replace(lunatic, header=replace(lunatic.header, gas_used=1)),
        view.attack(5, 3, KEYS[:1], extra_data=b"\5" * 32),
        view.attack(5, 3, state_root=OTHER_ROOT),
    ):
        with pytest.raises(EvidenceRefused):
            verify_evidence(wrong, view, CHAIN_ID)


def test_an_attack_is_judged_once_a_block_follows():
    """The next block's certificate is part of the judgement, so the head is too early."""
    attack = View().attack(5, 3, extra_data=b"\5" * 32)
    for height in (5, 4, 3):
        with pytest.raises(EvidenceEarly):
            verify_evidence(attack, View(height=height), CHAIN_ID)
    assert verify_evidence(attack, View(height=6), CHAIN_ID)
