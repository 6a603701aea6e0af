"""
How any module asks whether an account may do something: public policies, answered with reasons.

    market --admit(policy, account)--> gate  ok, counted and logged | Denied(reasons)
    chain  --decide(policy, account)-> gate  reasons, counted and logged; 0 where nothing stands
                                             in the way

A call asks with `admit`, whose refusal undoes the call and carries the reasons. What the chain does
by itself, a renewal for one, asks with `decide`: nothing is undone, so the answer is on record.
Nobody is admitted under a policy that does not exist or whose gate stands still.
"""

from enum import IntFlag
from typing import Final, Protocol

from chain.kit.record import Refusal
from chain.types.primitives import Address

NO_POLICY: Final = 0  # everybody may; policies are numbered from 1


class Reason(IntFlag):
    """What stands in the way, one bit each; an answer names all of them."""

    NO_SUCH_POLICY = 1 << 0
    UNKNOWN_SUBJECT = 1 << 1  # the account belongs to no subject
    SUBJECT_INACTIVE = 1 << 2  # frozen, recovering or deactivated
    CREDENTIAL_MISSING = 1 << 3  # of a schema that the policy asks for, valid now
    JURISDICTION = 1 << 4
    TIER = 1 << 5  # of stake
    RATE = 1 << 6  # admitted too often in the policy's window
    LISTED = 1 << 7  # on the list that the policy names
    GATE_PAUSED = 1 << 8


class Denied(Refusal):
    """The policy does not admit the account; `reasons` are the bits of what stands in the way."""

    policy: int
    account: Address
    reasons: int


class Gate(Protocol):
    """What a market needs of the module that keeps policies."""

    def has_policy(self, policy: int) -> bool:
        """Whether a policy of this number may be required from now on; NO_POLICY always may."""
        ...

    def reasons_against(self, policy: int, account: Address) -> int:
        """Return what stands in the way of an account in this block; 0 for nothing."""
        ...

    def admit(self, policy: int, account: Address) -> None:
        """Count and log that a policy admits an account; raises Denied where it does not."""
        ...

    def decide(self, policy: int, account: Address) -> int:
        """Return what stands in the way, counted where it is nothing, logged in any case."""
        ...
