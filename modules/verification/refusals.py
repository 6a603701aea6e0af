"""Why verification says no."""

from chain.kit.record import Refusal
from chain.kit.verdicts import Level
from chain.types.primitives import Hash32, Wei
from modules.verification.records import Role, Side


class TermsInvalid(Refusal):
    """These terms cannot be verified."""

    reason: str


class TooFewMembers(Refusal):
    """Fewer members are registered than this level draws."""

    role: Role
    needed: int
    found: int


class FeeMissing(Refusal):
    """The fee must be moved to the verifier before a claim is opened."""

    needed_wei: Wei
    found_wei: Wei


class SealWrong(Refusal):
    """What is shown does not open the seal."""

    expected: Hash32
    found: Hash32


class TraceWrong(Refusal):
    """The trace's end cannot stand."""

    reason: str


class TraceMissing(Refusal):
    """A result that is bisected must be shown with its trace first, by reveal_trace."""

    claim: int


class NotRevealed(Refusal):
    """The worker must show its result before it answers."""

    claim: int


class LevelTooLow(Refusal):
    """A dispute goes up only, and not to a level that this claim has no terms for."""

    claim: int
    decided: Level
    found: Level


class SideInvalid(Refusal):
    """Nobody can win more than there is, or object to what is theirs."""

    side: Side


class TooManyRounds(Refusal):
    """This claim was tried as often as it may be at this level."""

    claim: int
    level: Level


class TooManyCases(Refusal):
    """This account has as many open cases as it may."""

    maximum: int


class DepositTooSmall(Refusal):
    """The deposit does not cover it."""

    needed_wei: Wei
    found_wei: Wei


class NothingSent(Refusal):
    """An amount above zero is needed."""


class LinkInvalid(Refusal):
    """A claim builds once, on an earlier claim of the same asker, worker and payer."""

    claim: int
    earlier: int


class TooMuchEvidence(Refusal):
    """A party may bring so many hashes."""

    maximum: int


class AlreadySealed(Refusal):
    """This seat has its seal."""

    claim: int


class NotSealed(Refusal):
    """This seat sealed nothing that could be opened, or opened it already."""

    claim: int


class VoteInvalid(Refusal):
    """A juror gives the worker 0, 5,000 or 10,000 bps."""

    value: int


class CanaryInvalid(Refusal):
    """Only an audited result can be opened as a canary, once."""

    claim: int


class BondTooSmall(Refusal):
    """A member's bond must be at least this much."""

    needed_wei: Wei
    found_wei: Wei


class StepWrong(Refusal):
    """What is shown is not the state before the step."""

    expected: Hash32
    found: Hash32


class ForfeitMissing(Refusal):
    """An asker named a forfeit that it did not move."""

    named_wei: Wei
    found_wei: Wei


class UnknownClaim(Refusal):
    """No claim has this number."""

    claim: int


class AlreadyRevealed(Refusal):
    """The worker has shown its result."""

    claim: int
