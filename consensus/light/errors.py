"""
What a light client refuses, and what it lacks, beside what `chain.light` does.

    Invalid      TrustedHashDiffers     the block at the trusted height has another hash
                 AttackDetected         two certified chains: proof of a crime is attached
    Unavailable  HeightUnavailable      the provider does not have this height (yet)
                 ProviderFailed         the provider does not answer
                 WitnessesSilent        no witness confirms what the primary says
"""

from chain.errors import Invalid, Unavailable
from chain.types.evidence import LightClientAttack


class TrustedHashDiffers(Invalid):
    """At the height that is trusted, another block is found than the trusted one."""

    def __init__(self, height: int, expected: bytes, found: bytes) -> None:
        self.height, self.expected, self.found = height, expected, found
        super().__init__(
            f"block {height}: expected the trusted hash 0x{expected.hex()}, found 0x{found.hex()}"
        )


class AttackDetected(Invalid):
    """
    Two headers are certified where one may be: a third of a validator set broke the rules.

    `against_primary` is for the witness's chain, `against_witness` for the primary's (None where
    the witness certified nothing): each chain punishes what is not its own.
    """

    def __init__(
        self,
        witness: str,
        against_primary: LightClientAttack,
        against_witness: LightClientAttack | None,
    ) -> None:
        self.witness = witness
        self.against_primary, self.against_witness = against_primary, against_witness
        header = against_primary.header
        super().__init__(
            f"attack: the primary certifies block {header.height} 0x{header.hash.hex()}, "
            f"witness {witness} another chain since block {against_primary.common_height}"
        )


class HeightUnavailable(Unavailable):
    """A provider has no block of this height, or not yet."""

    def __init__(self, provider: str, height: int) -> None:
        self.provider, self.height = provider, height
        super().__init__(f"{provider} has no block {height}")


class ProviderFailed(Unavailable):
    """A provider does not answer, or with something else than a light block."""

    def __init__(self, provider: str, reason: str) -> None:
        self.provider, self.reason = provider, reason
        super().__init__(f"{provider}: {reason}")


class WitnessesSilent(Unavailable):
    """No witness confirms a block: the primary alone is not believed."""
