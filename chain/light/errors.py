"""
What a verifier refuses, and what it lacks.

    Invalid      LightBlockRefused      a block from a provider breaks a rule; the provider is wrong
                   BlockInconsistent    its parts do not belong together
                   StepRefused          it does not follow from the trusted block
    Unavailable  NotEnoughTrust         too little of the trusted power signed: take a smaller step
                 TrustExpired           the trusted block is too old to trust anyone by
"""

from chain.errors import Invalid, Unavailable


class LightBlockRefused(Invalid):
    """A light block that proves nothing."""

    def __init__(self, height: int, expected: str, found: str) -> None:
        self.height, self.expected, self.found = height, expected, found
        super().__init__(f"light block {height}: expected {expected}, found {found}")


class BlockInconsistent(LightBlockRefused):
    """The parts of a light block do not belong together."""


class StepRefused(LightBlockRefused):
    """A light block that does not follow from the trusted one."""


class NotEnoughTrust(Unavailable):
    """Validators that are trusted signed with too little power; a nearer block may have more."""

    def __init__(self, height: int, expected: str, found: str) -> None:
        self.height, self.expected, self.found = height, expected, found
        super().__init__(f"light block {height}: expected {expected}, found {found}")


class TrustExpired(Unavailable):
    """The trusted block is older than the trusting period: its validators may have nothing left."""

    def __init__(self, height: int, expired_ms: int, now_ms: int) -> None:
        self.height, self.expired_ms, self.now_ms = height, expired_ms, now_ms
        super().__init__(
            f"trust in block {height} ended {(now_ms - expired_ms) // 1_000} s ago: "
            "take the hash of a newer block from someone you trust"
        )
