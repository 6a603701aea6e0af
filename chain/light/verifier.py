"""
Whether one light block follows from another that is trusted. Pure: no clock, no files, no network.

    trusted + 1   verify_adjacent   the set that the trusted header names signed with > 2/3
    trusted + n   verify_skipping   >= trust level of that set signed, and > 2/3 of the new one
    trusted - n   verify_backwards  by the hashes of parents alone

Every check refuses by an error that says what was expected and found; a caller that gets
NotEnoughTrust tries a block in between. Signatures are checked only until the power suffices:
a certificate that is to be stored for others, or to be evidence, is checked whole by
`chain.certificates.verify_certificate` (ASA-2024-008).
"""

from dataclasses import dataclass
from typing import Final

from chain.certificates import (
    CertificateRefused,
    SignatureRefused,
    precommit_of,
    verify_message,
)
from chain.light.block import Commit, LightBlock, check_consistent
from chain.light.errors import NotEnoughTrust, StepRefused, TrustExpired
from chain.types.header import Header
from chain.types.primitives import Address, Milliseconds
from chain.types.validators import ValidatorSet

DAY_MS: Final = 86_400_000  # milliseconds of a day
TRUSTING_PERIOD_MS: Final = Milliseconds(14 * DAY_MS)  # two weeks: two thirds of unbonding
UNBONDING_MS: Final = Milliseconds(21 * DAY_MS)  # three weeks, staking's default
CLOCK_DRIFT_MS_MAX: Final = Milliseconds(10_000)  # 10 s that a block may be ahead of our clock
FRACTION_MAX: Final = 2**32  # bound of a trust level's denominator


@dataclass(frozen=True, slots=True)
class TrustLevel:
    """
    Share of the trusted power that has to sign a block further ahead, from 1/3 to 1.

    Below a third a block could be signed by dishonest validators alone. Raises ValueError.
    """

    numerator: int = 1
    denominator: int = 3

    def __post_init__(self) -> None:
        fits = 0 < self.denominator <= FRACTION_MAX and self.numerator <= self.denominator
        if not fits or 3 * self.numerator < self.denominator:
            found = f"{self.numerator}/{self.denominator}"
            raise ValueError(f"trust level: expected a fraction from 1/3 to 1, found {found}")

    def is_met(self, power: int, total: int) -> bool:
        """Whether a power is at least this share of the total."""
        return power * self.denominator >= total * self.numerator


ONE_THIRD: Final = TrustLevel()


@dataclass(frozen=True, slots=True)
class TrustPolicy:
    """
    Whom a light client believes, and for how long.

    A validator can be punished until its stake has unbonded, so the trusting period must be
    shorter than that, in ms of the chain's `unbonding_ms`. Raises ValueError.
    """

    chain_id: int
    trusting_period_ms: Milliseconds = TRUSTING_PERIOD_MS
    unbonding_ms: Milliseconds = UNBONDING_MS
    trust_level: TrustLevel = ONE_THIRD
    clock_drift_ms: Milliseconds = CLOCK_DRIFT_MS_MAX

    def __post_init__(self) -> None:
        if not 0 < self.trusting_period_ms < self.unbonding_ms:
            raise ValueError(
                f"trusting period: expected above 0 and below the unbonding time of "
                f"{self.unbonding_ms // 1_000} s, found {self.trusting_period_ms // 1_000} s"
            )
        if self.clock_drift_ms < 0:
            raise ValueError(f"clock drift: expected at least 0 ms, found {self.clock_drift_ms}")

    def is_expired(self, block: LightBlock, now_ms: int) -> bool:
        """Whether a block is too old to trust its validators."""
        return block.time_ms + self.trusting_period_ms <= now_ms


def verify_root(policy: TrustPolicy, block: LightBlock, now_ms: int) -> None:
    """
    Check the block that all trust starts from; that its hash is the trusted one is checked before.

    Raises BlockInconsistent, TrustExpired, StepRefused for a time ahead of the clock, and
    CertificateRefused.
    """
    check_consistent(block)
    _check_not_expired(policy, block, now_ms)
    _check_not_ahead(policy, block, now_ms)
    if block.commit is not None:
        verify_commit(block.commit, policy.chain_id)


def verify(policy: TrustPolicy, trusted: LightBlock, new: LightBlock, now_ms: int) -> None:
    """Check a block above the trusted one by the rule that fits its distance."""
    if new.height == trusted.height + 1:
        verify_adjacent(policy, trusted, new, now_ms)
    else:
        verify_skipping(policy, trusted, new, now_ms)


def verify_adjacent(policy: TrustPolicy, trusted: LightBlock, new: LightBlock, now_ms: int) -> None:
    """
    Check the block right above the trusted one, decided by the validators that one names.

    Raises BlockInconsistent, StepRefused, TrustExpired, CertificateRefused.
    """
    commit = _check_step(policy, trusted, new, now_ms)
    if new.height != trusted.height + 1:
        raise StepRefused(new.height, f"height {trusted.height + 1}", str(new.height))
    if new.header.parent_hash != trusted.hash:
        expected, found = trusted.hash.hex(), new.header.parent_hash.hex()
        raise StepRefused(new.height, f"parent 0x{expected}", f"0x{found}")
    verify_commit(commit, policy.chain_id)


def verify_skipping(policy: TrustPolicy, trusted: LightBlock, new: LightBlock, now_ms: int) -> None:
    """
    Check a block further above the trusted one.

    At least the trust level of the validators that the trusted header names must have signed: so
    one of them was honest, and the header and all that it commits to, its validators by its
    parent among them, are the chain's. Then more than two thirds of these validators must have
    signed: so the block was decided, and not just proposed.

    Raises NotEnoughTrust, BlockInconsistent, StepRefused, TrustExpired, CertificateRefused.
    """
    commit = _check_step(policy, trusted, new, now_ms)
    if new.height == trusted.height + 1:
        raise StepRefused(new.height, "a block further ahead than the next", "the next")
    verify_commit(commit, policy.chain_id, (trusted.next_validators, policy.trust_level))


def verify_backwards(trusted: Header, older: LightBlock) -> None:
    """
    Check the block right below a trusted header, by the hash that the header names.

    Raises BlockInconsistent and StepRefused.
    """
    check_consistent(older)
    if older.hash != trusted.parent_hash:
        expected, found = trusted.parent_hash.hex(), older.hash.hex()
        raise StepRefused(older.height, f"hash 0x{expected}", f"0x{found}")


def verify_commit(
    commit: Commit, chain_id: int, trust: tuple[ValidatorSet, TrustLevel] | None = None
) -> None:
    """
    Check that more than two thirds signed, and of a trusted set as much as its level asks.

    The claimed power is counted first, so that a step too far costs no signature; then signatures
    are checked, the strongest first, until the power suffices. Each that is looked at must be
    good, each signer a member, and none may come twice, looked at or not.

    Raises NotEnoughTrust and CertificateRefused.
    """
    certificate, validators = commit.certificate, commit.validators
    signatures = _signatures_of(commit)
    if trust is not None:
        trusted, level = trust
        claimed = sum(trusted.power_of(address) for address in signatures)
        if not level.is_met(claimed, trusted.total_power):
            share = f"{level.numerator}/{level.denominator} of {trusted.total_power}"
            raise NotEnoughTrust(certificate.height, f"trusted power of {share}", str(claimed))
    power = trusted_power = 0
    for address in sorted(signatures, key=lambda a: (-validators.power_of(a), a)):
        _verify_signature(commit, address, signatures[address], chain_id)
        power += validators.power_of(address)
        trusted_power += 0 if trust is None else trust[0].power_of(address)
        is_trusted = trust is None or trust[1].is_met(trusted_power, trust[0].total_power)
        if is_trusted and validators.is_quorum(power):
            return
    raise CertificateRefused(
        certificate.height,
        f"power of more than two thirds of {validators.total_power}",
        str(power),
    )


def _check_step(policy: TrustPolicy, trusted: LightBlock, new: LightBlock, now_ms: int) -> Commit:
    """What every step ahead has to fulfil; returns the new block's commit."""
    check_consistent(new)
    _check_not_expired(policy, trusted, now_ms)
    if new.height <= trusted.height or new.commit is None:
        raise StepRefused(new.height, f"a height above {trusted.height}", str(new.height))
    if new.time_ms <= trusted.time_ms:
        raise StepRefused(new.height, f"a time above {trusted.time_ms} ms", str(new.time_ms))
    _check_not_ahead(policy, new, now_ms)
    return new.commit


def _check_not_expired(policy: TrustPolicy, trusted: LightBlock, now_ms: int) -> None:
    if policy.is_expired(trusted, now_ms):
        raise TrustExpired(trusted.height, trusted.time_ms + policy.trusting_period_ms, now_ms)


def _check_not_ahead(policy: TrustPolicy, block: LightBlock, now_ms: int) -> None:
    limit_ms = now_ms + policy.clock_drift_ms
    if block.time_ms >= limit_ms:
        raise StepRefused(block.height, f"a time below {limit_ms} ms", str(block.time_ms))


def _signatures_of(commit: Commit) -> dict[Address, bytes]:
    """Signatures by signer; raises CertificateRefused for strangers and doubles."""
    found: dict[Address, bytes] = {}
    for address, signature in commit.certificate.signatures:
        name, height = f"0x{address.hex()}", commit.certificate.height
        if address not in commit.validators:
            raise CertificateRefused(height, "members of the validator set", f"stranger {name}")
        if address in found:
            raise CertificateRefused(height, "one signature a validator", f"two by {name}")
        found[address] = signature
    return found


def _verify_signature(commit: Commit, address: Address, signature: bytes, chain_id: int) -> None:
    try:
        verify_message(precommit_of(commit.certificate, address, signature), chain_id)
    except SignatureRefused as error:
        raise CertificateRefused(
            commit.certificate.height, f"a signature by 0x{address.hex()}", str(error)
        ) from error
