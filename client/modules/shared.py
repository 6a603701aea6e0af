"""
What several modules say in the same words.

Rendered from chain/kit by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit


@dataclass(frozen=True, slots=True)
class CoinsMoved(kit.Event):
    """Coins moved on a module's word: the one event of every `move`."""

    source: kit.Address
    target: kit.Address
    amount_wei: kit.Wei
    reason: str


@dataclass(frozen=True, slots=True)
class ModulePaused(kit.Event):
    """An invariant of the module failed; its calls are refused until governance resumes it."""

    invariant: str


@dataclass(frozen=True, slots=True)
class ModuleResumed(kit.Event):
    """Governance resumed the module."""


@dataclass(frozen=True, slots=True)
class TimerFailed(kit.Event):
    """A deadline's handling was refused and undone; the deadline is spent."""

    kind: kit.Uint256
    key: kit.Uint256
    reason: str


class Paused(kit.Refusal):
    """This module is paused: one of its invariants failed."""


class NotPayable(kit.Refusal):
    """This call takes no coins."""

    value_wei: kit.Wei


class InsufficientCoins(kit.Refusal):
    """The account has fewer coins than the move needs."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class Unauthorized(kit.Refusal):
    """Only another module may make this call."""

    sender: kit.Address


class DelegatecallRefused(kit.Refusal):
    """A module is called at its own address only, not by delegatecall or callcode."""


class Reentered(kit.Refusal):
    """This module waits for a contract that it called; until then it only answers views."""


class AddressTaken(kit.Refusal):
    """No contract can be placed here: the account has code, a nonce or storage."""

    account: kit.Address


class Fault(IntEnum):
    """What a validator was proven to have done."""

    DUPLICATE_VOTE = 1
    DUPLICATE_PROPOSAL = 2
    AMNESIA = 3
    LIGHT_CLIENT_ATTACK = 4


class Scope(IntEnum):
    """When a changed parameter begins to count."""

    NOW = 0
    NEW_ONLY = 1
    NEXT_EPOCH = 2


class NotGoverned(kit.Refusal):
    """This method is not one that a passed proposal calls."""

    module: str
    method: str


class UnknownParameter(kit.Refusal):
    """No module has a parameter of this name."""

    parameter: str


class NotPaused(kit.Refusal):
    """This module is not paused."""

    module: str


class UnknownModule(kit.Refusal):
    """No module has this name."""

    module: str


class SignatureWrong(kit.Refusal):
    """The signature is not of the key that must have signed."""

    expected: kit.Address
    reason: str


class RoleForbids(kit.Refusal):
    """The call is for others: whoever has one of these roles."""

    call: str
    roles: str


class StateForbids(kit.Refusal):
    """What is in this state does not take the call."""

    machine: str
    state: str
    call: str


@dataclass(frozen=True, slots=True)
class AuditEpoch(kit.Record):
    """The entries of one epoch: the root of their tree and the head after the last of them."""

    root: kit.Bytes32
    head: kit.Bytes32
    first_index: kit.Uint256
    entries: kit.Uint256


@dataclass(frozen=True, slots=True)
class AuditEntry(kit.Record):
    """One change: `method` is its selector as a number, `previous` the head before it."""

    previous: kit.Bytes32
    index: kit.Uint256
    height: kit.Height
    sender: kit.Address
    method: kit.Uint256
    data_hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class AuditEntryAdded(kit.Event):
    """A change entered the module's audit log; `head` is the chain's hash with it."""

    index: Annotated[kit.Uint256, kit.INDEXED]
    sender: Annotated[kit.Address, kit.INDEXED]
    method: Annotated[kit.Uint256, kit.INDEXED]
    data_hash: kit.Bytes32
    head: kit.Bytes32


@dataclass(frozen=True, slots=True)
class AuditEpochClosed(kit.Event):
    """The entries of an epoch stand under this root from now on."""

    epoch: Annotated[kit.Uint256, kit.INDEXED]
    root: kit.Bytes32
    head: kit.Bytes32
    first_index: kit.Uint256
    entries: kit.Uint256


class Denied(kit.Refusal):
    """The policy does not admit the account; `reasons` are the bits of what stands in the way."""

    policy: kit.Uint256
    account: kit.Address
    reasons: kit.Uint256


class Level(IntEnum):
    """How a result is proven; a dispute may only go up."""

    NONE = 0
    REQUESTER = 1
    REDUNDANCY = 2
    AUDIT = 3
    ATTESTED = 4
    BISECTION = 5
    JURY = 6


@dataclass(frozen=True, slots=True)
class ClaimTerms(kit.Record):
    """
    What a result must stand up to; fixed with the order, part of the claim.

    `copies` counts the workers of REDUNDANCY, the first one included (0 at other levels).
    `profile` names the determinism profile: model, tokenizer, kernels and the metric of distance,
    as a hash of its text. `tolerance` is the largest distance between two results that still
    counts as equal, in the metric's units. `program` is the hash of the integer machine's first
    state for BISECTION, which binds the code and the input; zero for none. `canary` is the seal of
    a result that the payer knows to be wrong (`canary_seal`); anything else means nothing, so
    nobody can tell a canary from work.
    """

    level: Level
    copies: kit.Uint256
    profile: kit.Bytes32
    tolerance: kit.Uint256
    program: kit.Bytes32
    canary: kit.Bytes32


class Leg(IntEnum):
    """Whom a part of a payment is for."""

    SUPPLIER = 0
    INFRASTRUCTURE = 1
    REFERRER = 2
    CONTRIBUTOR = 3
    VERIFIER = 4
    TREASURY = 5
    BURNED = 6
