"""
What a run of consensus looks like from outside: for metrics, the simulator and status pages.

    Engine, HeightRun -> Observer

An observer is told, never asked: nothing it does changes what the engine does, and it must
return at once.
"""

from typing import Protocol

from chain.types.certificate import Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds
from chain.types.validators import ValidatorSet
from consensus.core.round import RoundState


class Observer(Protocol):
    """Hears of everything that consensus does, as it happens."""

    def on_new_height(self, height: Height, validators: ValidatorSet) -> None:
        """A height has begun, or begun again after a restart."""

    def on_step(self, state: RoundState, now_ms: Milliseconds) -> None:
        """The round or the step has changed."""

    def on_proposal(
        self, message: ProposalMessage, timely: bool, received_ms: Milliseconds
    ) -> None:
        """A proposal was accepted for the first time; own ones too."""

    def on_vote(self, vote: Vote, received_ms: Milliseconds) -> None:
        """A vote of the current height was counted for the first time; own ones too."""

    def on_late_vote(self, vote: Vote) -> None:
        """A precommit of the last height came after its decision, and was added to its proof."""

    def on_commit(
        self, certificate: Certificate, validators: ValidatorSet, now_ms: Milliseconds
    ) -> None:
        """A height is final; `validators` are the ones who decided it."""

    def on_evidence(self, evidence: Evidence) -> None:
        """A fault was proven that was not known here before."""

    def on_behind(self, height: Height, target: Height) -> None:
        """Blocks above the committed `height` are being fetched, up to what peers claim."""


class NullObserver:
    """Looks away."""

    def on_new_height(self, height: Height, validators: ValidatorSet) -> None:
        """Do nothing."""

    def on_step(self, state: RoundState, now_ms: Milliseconds) -> None:
        """Do nothing."""

    def on_proposal(
        self, message: ProposalMessage, timely: bool, received_ms: Milliseconds
    ) -> None:
        """Do nothing."""

    def on_vote(self, vote: Vote, received_ms: Milliseconds) -> None:
        """Do nothing."""

    def on_late_vote(self, vote: Vote) -> None:
        """Do nothing."""

    def on_commit(
        self, certificate: Certificate, validators: ValidatorSet, now_ms: Milliseconds
    ) -> None:
        """Do nothing."""

    def on_evidence(self, evidence: Evidence) -> None:
        """Do nothing."""

    def on_behind(self, height: Height, target: Height) -> None:
        """Do nothing."""
