"""
How any module asks for a verdict on work, and hears it: one Protocol for all of them.

    asker --open_claim--> verifier ... --claim_disputed--> asker     somebody objects: pay nothing
                                   ... --claim_ruled-----> asker     final: settle by worker_bps

The verifier keeps bonds, windows, draws and votes; the asker keeps the money that is at stake. What
is paid for work is paid after `claim_ruled`, once, and never comes back: a ruling is final.

What has to stay unknown for a while is sealed: the hash of it with whose it is, so that a seal that
somebody else copied opens nothing, and with a salt, so that nobody finds it by trying.
"""

from enum import IntEnum
from typing import Final, Protocol

from eth_hash.auto import keccak

from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Hash32, Wei

RULED_FOR_WORKER: Final = Bps(10_000)  # all of the value stands
RULED_AGAINST_WORKER: Final = Bps(0)  # none of it does


class Level(IntEnum):
    """How a result is proven; a dispute may only go up."""

    NONE = 0  # what is delivered counts
    REQUESTER = 1  # the payer looks at it; silence accepts
    REDUNDANCY = 2  # several workers seal and reveal the same work
    AUDIT = 3  # drawn auditors run it again
    ATTESTED = 4  # drawn attestors check the quote of trusted hardware
    BISECTION = 5  # two sides halve their traces down to one step, which the chain executes
    JURY = 6  # drawn jurors look at evidence


class ClaimTerms(Record):
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
    copies: int
    profile: Hash32
    tolerance: int
    program: Hash32
    canary: Hash32


def result_seal(
    asker: Address, subject: int, worker: Address, digest: Hash32, salt: Hash32
) -> Hash32:
    """
    Return what a worker commits to before it shows a result's digest.

    At ATTESTED the digest is that of the hardware's quote, at BISECTION that of the trace's end.
    """
    return _seal(b"result", asker, subject.to_bytes(32, "big"), worker, digest, salt)


def vote_seal(claim: int, round_: int, voter: Address, value: int, salt: Hash32) -> Hash32:
    """Return what a voter commits to: its value in one round of one claim, and nobody else's."""
    numbers = (claim.to_bytes(32, "big"), round_.to_bytes(32, "big"))
    return _seal(b"vote", *numbers, voter, value.to_bytes(32, "big"), salt)


def canary_seal(payer: Address, digest: Hash32, salt: Hash32) -> Hash32:
    """Return the seal of a result that its payer knows to be wrong before it is delivered."""
    return _seal(b"canary", payer, digest, salt)


def _seal(domain: bytes, *parts: bytes) -> Hash32:
    """Every part has a fixed length, so no two lists of parts make the same bytes."""
    return Hash32(keccak(b"kumiai." + domain.ljust(8, b"\0") + b"".join(parts)))


class Verifier(Protocol):
    """What a module that pays for work needs of the module that judges it."""

    @property
    def address(self) -> Address:
        """The account that holds fees and bonds."""
        ...

    def fee_wei(self, terms: ClaimTerms, value_wei: Wei) -> Wei:
        """Return what a claim on these terms costs up front, in wei; raises where they are bad."""
        ...

    def open_claim(
        self,
        subject: int,
        worker: Address,
        payer: Address,
        seal: Hash32,
        terms: ClaimTerms,
        value_wei: Wei,
    ) -> int:
        """
        Take a worker's sealed result to judgement; return the number of the claim, from 1.

        `subject` is the asker's own number for what the claim is about and comes back with the
        ruling; `seal` hides the result's digest and whose it is; `value_wei` is what the ruling
        is about. The asker has moved `fee_wei` to the verifier before it asks.
        """
        ...

    def open_dispute(
        self, subject: int, worker: Address, challenger: Address, evidence: Hash32, value_wei: Wei
    ) -> int:
        """
        Bring an accusation before a jury at once; return the number of the claim.

        The challenger's bond is taken from what it deposited with the verifier.
        """
        ...

    def exclude(self, claim: int, account: Address) -> None:
        """
        Say, in the call that opened a claim, who else is paid by its ruling: it never judges it.

        The worker, the payer and every challenger are known to be parties without a word.
        """
        ...

    def accept(self, claim: int) -> None:
        """Say for the payer that an undisputed result is good: final now, not after the window."""
        ...

    def link(self, claim: int, earlier: int) -> None:
        """
        Say that a claim builds on an earlier one of the same worker and payer, once, while open.

        It is not ruled before the earlier one is, and is void where that one is.
        """
        ...


class Asker(Protocol):
    """What the verifier needs of a module that asked for a verdict."""

    @property
    def address(self) -> Address:
        """The account that asked."""
        ...

    @property
    def is_paused(self) -> bool:
        """Whether it takes no calls now; its rulings wait."""
        ...

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Hear that somebody objects: nothing may be paid for the subject until it is ruled."""
        ...

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """
        Hear the ruling, once: `worker_bps` of the value is the worker's, the rest the payer's.

        `refund_wei` is what was left of the fee, moved to the asker just before. Returns the wei
        that the worker forfeits, moved to the verifier in this call, for who proved it wrong.
        """
        ...
