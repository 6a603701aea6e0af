"""Steps of trust: what is taken, what is refused, and by which error."""

import itertools
from dataclasses import replace

import pytest

from chain.certificates import CertificateRefused
from chain.light import verifier
from chain.light.block import Commit, LightBlock
from chain.light.errors import (
    BlockInconsistent,
    NotEnoughTrust,
    StepRefused,
    TrustExpired,
)
from chain.light.verifier import (
    TrustLevel,
    TrustPolicy,
    verify,
    verify_adjacent,
    verify_backwards,
    verify_commit,
    verify_root,
    verify_skipping,
)
from chain.types.certificate import Certificate
from chain.types.primitives import Milliseconds
from chain.types.validators import ValidatorSet
from tests.chain.light.stage import (
    ADDRESSES,
    BLOCK_MS,
    CHAIN_ID,
    NOW_MS,
    POLICY,
    branch,
    certify,
    grow,
    light_block,
    members,
)

FOUR = members({0: 10, 1: 10, 2: 10, 3: 10})
STRANGERS = members({4: 10, 5: 10, 6: 10, 7: 10})
CHAIN = grow([FOUR] * 8)


def commit_of(block: LightBlock) -> Commit:
    """A block's commit."""
    assert block.commit is not None
    return block.commit


def signed_by(block: LightBlock, *indexes: int, chain_id: int = CHAIN_ID) -> LightBlock:
    """The block with a certificate by these keys only."""
    who = [ADDRESSES[i] for i in indexes]
    certificate = certify(block.header, block.time_ms, who, chain_id)
    return replace(block, commit=replace(commit_of(block), certificate=certificate))


def with_signatures(block: LightBlock, certificate: Certificate) -> LightBlock:
    """The block with another certificate."""
    return replace(block, commit=replace(commit_of(block), certificate=certificate))


def test_the_next_block_is_taken_by_the_set_that_was_named() -> None:
    """From genesis on, block by block."""
    for trusted, new in itertools.pairwise(CHAIN):
        verify(POLICY, trusted, new, NOW_MS)


def test_a_block_far_ahead_is_taken_in_one_step() -> None:
    """While the validators stay, distance costs nothing."""
    verify(POLICY, CHAIN[0], CHAIN[7], NOW_MS)


@pytest.mark.parametrize("numbers", [(1, 3), (1, 1), (2, 3), (5, 15)])
def test_a_trust_level_lies_between_a_third_and_the_whole(numbers: tuple[int, int]) -> None:
    """Both bounds are allowed."""
    TrustLevel(*numbers)


@pytest.mark.parametrize(
    "numbers", [(1, 4), (33, 100), (4, 3), (0, 1), (-1, -3), (1, 0), (1, -3), (1, 2**33)]
)
def test_a_trust_level_outside_is_refused(numbers: tuple[int, int]) -> None:
    """Less than a third could all be liars; more than the whole cannot sign."""
    with pytest.raises(ValueError, match="from 1/3 to 1"):
        TrustLevel(*numbers)


@pytest.mark.parametrize("period_ms", [0, -1, 100, 101])
def test_the_trusting_period_is_shorter_than_unbonding(period_ms: int) -> None:
    """Whoever could lie after taking the stake back has nothing to lose."""
    with pytest.raises(ValueError, match="below the unbonding time"):
        TrustPolicy(CHAIN_ID, Milliseconds(period_ms), Milliseconds(100))


def test_a_negative_clock_drift_is_refused() -> None:
    """It would refuse every new block."""
    with pytest.raises(ValueError, match="at least 0 ms"):
        TrustPolicy(CHAIN_ID, clock_drift_ms=Milliseconds(-1))


def test_an_expired_block_gives_no_trust() -> None:
    """At the last moment of the period it does, a millisecond later not."""
    policy = TrustPolicy(CHAIN_ID, Milliseconds(10_000))
    end_ms = CHAIN[1].time_ms + 10_000
    for target in (CHAIN[2], CHAIN[5]):
        verify(policy, CHAIN[1], target, end_ms - 1)
        with pytest.raises(TrustExpired, match="trust in block 1 ended 0 s ago"):
            verify(policy, CHAIN[1], target, end_ms)


def test_a_block_from_the_future_is_refused() -> None:
    """Up to 10 s of drift pass, 10 s exactly do not."""
    new = CHAIN[3]
    verify(POLICY, CHAIN[0], new, new.time_ms - 9_999)
    for trusted in (CHAIN[0], CHAIN[2]):
        with pytest.raises(StepRefused, match=f"below {new.time_ms} ms, found {new.time_ms}"):
            verify(POLICY, trusted, new, new.time_ms - 10_000)


@pytest.mark.parametrize("height", [0, 1, 2, 3])
def test_only_higher_blocks_follow(height: int) -> None:
    """Neither the same height nor a lower one."""
    with pytest.raises(StepRefused, match="height"):
        verify(POLICY, CHAIN[3], CHAIN[height], NOW_MS)


@pytest.mark.parametrize("lead_ms", [-BLOCK_MS, -BLOCK_MS - 400])
def test_time_moves_on_with_height(lead_ms: int) -> None:
    """A block at the trusted time or before it is refused, near and far."""
    near = branch(CHAIN, 2, [FOUR], lead_ms=lead_ms)[-1]
    with pytest.raises(StepRefused, match=f"a time above {CHAIN[2].time_ms} ms"):
        verify(POLICY, CHAIN[2], near, NOW_MS)
    far = branch(CHAIN, 1, [FOUR, FOUR], lead_ms=lead_ms)[-1]
    with pytest.raises(StepRefused, match="a time above"):
        verify(POLICY, CHAIN[1], far, NOW_MS)


@pytest.mark.parametrize("trusted", [0, 4])
def test_another_chain_s_signatures_count_for_nothing(trusted: int) -> None:
    """The chain id is inside every signature."""
    foreign = signed_by(CHAIN[5], 0, 1, 2, 3, chain_id=1)
    with pytest.raises(CertificateRefused, match="expected signer"):
        verify(POLICY, CHAIN[trusted], foreign, NOW_MS)


def test_the_next_block_by_other_validators_is_refused() -> None:
    """They signed in full, but the trusted header names others."""
    header = CHAIN[2].header
    forged = light_block(header, CHAIN[3].time_ms, STRANGERS, STRANGERS)
    with pytest.raises(BlockInconsistent, match="validators' hash"):
        verify(POLICY, CHAIN[2], forged, NOW_MS)


def test_the_next_block_has_the_trusted_one_as_parent() -> None:
    """A parent that names a set of the liar's choice does not help: it is another block."""
    elsewhere = branch(CHAIN, 1, [STRANGERS, STRANGERS])
    with pytest.raises(StepRefused, match=f"parent 0x{CHAIN[2].hash.hex()}"):
        verify_adjacent(POLICY, CHAIN[2], elsewhere[3], NOW_MS)


def test_each_rule_is_for_its_distance() -> None:
    """A block further ahead is no next one, and the next one needs no third of trust."""
    with pytest.raises(StepRefused, match="expected height 2, found 3"):
        verify_adjacent(POLICY, CHAIN[1], CHAIN[3], NOW_MS)
    with pytest.raises(StepRefused, match="further ahead than the next"):
        verify_skipping(POLICY, CHAIN[1], CHAIN[2], NOW_MS)


@pytest.mark.parametrize("trusted", [0, 4])
def test_two_thirds_are_not_enough(trusted: int) -> None:
    """More than two thirds of the deciding power have to sign: 2 of 3 equals do not."""
    chain = grow([members({0: 10, 1: 10, 2: 10})] * 7)
    verify(POLICY, chain[trusted], signed_by(chain[5], 0, 1, 2), NOW_MS)
    with pytest.raises(CertificateRefused, match="more than two thirds of 30, found 20"):
        verify(POLICY, chain[trusted], signed_by(chain[5], 0, 2), NOW_MS)


def test_a_new_set_without_a_third_of_the_trusted_one_needs_steps_between() -> None:
    """All of the new set signed, but only a quarter of the trusted power is among them."""
    mixed = members({0: 10, 5: 10, 6: 10})
    blocks = branch(CHAIN, 2, [mixed, mixed, mixed])
    with pytest.raises(NotEnoughTrust, match="trusted power of 1/3 of 40, found 10"):
        verify(POLICY, CHAIN[2], blocks[5], NOW_MS)
    verify(POLICY, blocks[3], blocks[5], NOW_MS)


def test_a_third_exactly_is_enough_trust() -> None:
    """Liars have less than a third, so one of a third is honest."""
    three = members({0: 10, 1: 10, 2: 10})
    chain = grow([three, three, three, members({0: 10, 4: 1}), three])
    verify(POLICY, chain[1], chain[4], NOW_MS)
    with pytest.raises(NotEnoughTrust):
        verify(replace(POLICY, trust_level=TrustLevel(1, 2)), chain[1], chain[4], NOW_MS)


def test_full_trust_can_be_asked_for() -> None:
    """At trust level 1 every trusted validator has to sign."""
    policy = replace(POLICY, trust_level=TrustLevel(1, 1))
    verify(policy, CHAIN[0], CHAIN[5], NOW_MS)
    with pytest.raises(NotEnoughTrust, match="1/1 of 40, found 30"):
        verify(policy, CHAIN[0], signed_by(CHAIN[5], 0, 1, 2), NOW_MS)


def test_trust_is_counted_in_the_named_set() -> None:
    """The set that decides from the next height on counts, not the one that decided."""
    chain = grow([FOUR, STRANGERS, STRANGERS, STRANGERS])
    assert (FOUR.hash, STRANGERS.hash) == (
        commit_of(chain[1]).validators.hash,
        chain[1].next_validators.hash,
    )
    verify(POLICY, chain[1], chain[3], NOW_MS)


def test_a_header_cannot_be_shown_with_a_set_of_the_liar_s_choice() -> None:
    """
    A valid block that was precommitted by one honest validator and never decided is no block.

    With the liars' own signatures it has a third of the trusted power, and all the power of a set
    made of its signers; but its parent names the true set, and of that two thirds are missing.
    """
    undecided = branch(CHAIN, 3, [FOUR], lambda _: [])[4]
    signers = ADDRESSES[0], ADDRESSES[3]  # one honest, one liar: half of the trusted power
    certificate = certify(undecided.header, undecided.time_ms, signers)
    chosen = members({0: 10, 3: 10})
    shown = replace(undecided, commit=Commit(CHAIN[3].header, chosen, certificate))
    with pytest.raises(BlockInconsistent, match="validators' hash"):
        verify(POLICY, CHAIN[1], shown, NOW_MS)
    with pytest.raises(CertificateRefused, match="more than two thirds of 40, found 20"):
        verify(POLICY, CHAIN[1], with_signatures(undecided, certificate), NOW_MS)


@pytest.mark.parametrize("trusted", [0, 4])
def test_a_signature_counts_once(trusted: int) -> None:
    """The same signer twice is refused, not counted twice."""
    certificate = commit_of(signed_by(CHAIN[5], 0, 1)).certificate
    twice = replace(certificate, signatures=(*certificate.signatures, *certificate.signatures))
    with pytest.raises(CertificateRefused, match="one signature a validator"):
        verify(POLICY, CHAIN[trusted], with_signatures(CHAIN[5], twice), NOW_MS)


@pytest.mark.parametrize("trusted", [0, 4])
def test_a_stranger_s_signature_is_refused(trusted: int) -> None:
    """Even beside more than enough good ones."""
    with pytest.raises(CertificateRefused, match="stranger 0x"):
        verify(POLICY, CHAIN[trusted], signed_by(CHAIN[5], 0, 1, 2, 3, 9), NOW_MS)


def test_claimed_power_without_signatures_is_refused() -> None:
    """Names alone pass the count, and then their signatures are read."""
    forged = branch(CHAIN, 3, [FOUR], lambda _: [])[4]
    certificate = replace(
        commit_of(forged).certificate,
        signatures=commit_of(CHAIN[4]).certificate.signatures,
    )
    with pytest.raises(CertificateRefused, match="expected signer"):
        verify(POLICY, CHAIN[1], with_signatures(forged, certificate), NOW_MS)


def count_checks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every signature that is verified from now on."""
    seen: list[object] = []
    real = verifier.verify_message

    def counted(message: object, chain_id: int) -> None:
        seen.append(message)
        real(message, chain_id)  # type: ignore[arg-type]

    monkeypatch.setattr(verifier, "verify_message", counted)
    return seen


def test_signatures_are_checked_until_the_power_suffices(monkeypatch: pytest.MonkeyPatch) -> None:
    """The strongest first: 3 of 4 equals, and 1 of 4 where one has nearly all."""
    seen = count_checks(monkeypatch)
    verify(POLICY, CHAIN[0], CHAIN[5], NOW_MS)
    assert 3 == len(seen)
    seen.clear()
    chain = grow([members({0: 1, 1: 97, 2: 1, 3: 1})] * 4)
    verify(POLICY, chain[0], chain[3], NOW_MS)
    assert 1 == len(seen)


def test_a_step_too_far_costs_no_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bisection asks by counting claims; only a step that may pass is paid for."""
    seen = count_checks(monkeypatch)
    blocks = branch(CHAIN, 2, [STRANGERS, STRANGERS])
    with pytest.raises(NotEnoughTrust):
        verify(POLICY, CHAIN[2], blocks[4], NOW_MS)
    assert [] == seen


def test_trust_is_read_from_weak_signatures_too() -> None:
    """The check goes on behind two thirds of the new set until the trusted share is complete."""
    old, new = members({0: 1, 1: 1}), members({2: 50, 3: 40, 0: 1, 1: 1})
    new_strong = {ADDRESSES[2], ADDRESSES[3]}
    chain = grow([old, old, old, new, new])
    verify(POLICY, chain[1], chain[4], NOW_MS)
    without = signed_by(chain[4], 2, 3)
    with pytest.raises(NotEnoughTrust, match="1/3 of 2, found 0"):
        verify(POLICY, chain[1], without, NOW_MS)
    pairs = commit_of(chain[4]).certificate.signatures
    claimed = tuple((who, sig if who in new_strong else bytes(65)) for who, sig in pairs)
    junk = replace(commit_of(chain[4]).certificate, signatures=claimed)
    with pytest.raises(CertificateRefused, match="a signature by"):
        verify(POLICY, chain[1], with_signatures(chain[4], junk), NOW_MS)


def test_the_root_of_trust_is_checked_like_any_block() -> None:
    """Fresh, not ahead of the clock, and decided by its own validators."""
    verify_root(POLICY, CHAIN[0], NOW_MS)
    verify_root(POLICY, CHAIN[3], NOW_MS)
    with pytest.raises(CertificateRefused):
        verify_root(POLICY, signed_by(CHAIN[3], 0, 1), NOW_MS)
    with pytest.raises(TrustExpired):
        verify_root(POLICY, CHAIN[3], CHAIN[3].time_ms + POLICY.trusting_period_ms)
    with pytest.raises(StepRefused, match="a time below"):
        verify_root(POLICY, CHAIN[3], CHAIN[3].time_ms - 10_000)


def test_backwards_by_the_parent_s_hash() -> None:
    """No signature is needed below a trusted header, and no other block fits."""
    verify_backwards(CHAIN[3].header, CHAIN[2])
    verify_backwards(CHAIN[1].header, CHAIN[0])
    other = branch(CHAIN, 1, [FOUR])[2]
    for wrong in (other, CHAIN[1], CHAIN[3]):
        with pytest.raises(StepRefused, match=f"hash 0x{CHAIN[2].hash.hex()}"):
            verify_backwards(CHAIN[3].header, wrong)


def test_a_commit_is_checked_alone() -> None:
    """Block sync knows the set already; it needs no trusted block."""
    verify_commit(commit_of(CHAIN[4]), CHAIN_ID)
    wrong: ValidatorSet = STRANGERS
    with pytest.raises(CertificateRefused, match="stranger"):
        verify_commit(replace(commit_of(CHAIN[4]), validators=wrong), CHAIN_ID)
