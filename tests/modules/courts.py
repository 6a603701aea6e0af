"""A verifier that rules when a test says so, for the scenes of modules that bring disputes."""

from typing import Any

from chain.errors import Refusal
from chain.kit.collections import ListMap
from chain.kit.module import Module, call, peer
from chain.kit.storage import Map, Value
from chain.kit.verdicts import ClaimTerms
from chain.types.primitives import Address, Bps, Hash32, Wei
from tests.modules.stage import account

POOR = 8  # whoever has deposited nothing


class NobodyDeposited(Refusal):
    """The challenger has no bond."""


class Court(Module, address=0x0A01, name="verification"):
    """Opens claims for anyone but POOR, and rules on each once it is told to."""

    count = Value(32, int)
    subjects = Map(33, int, int)
    workers = Map(34, int, Address)
    challengers = Map(35, int, Address)
    values = Map(36, int, Wei)
    excluded = ListMap(37, int, Address)

    asker: Any = peer()

    @call()
    def rule(self, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Rule on a claim, with a refund out of this module's coins."""
        self.pay(self.asker.address, refund_wei, "refund")
        found: Wei = self.asker.claim_ruled(self.subjects[claim], claim, worker_bps, refund_wei)
        return found

    @call()
    def dispute(self, claim: int) -> None:
        """Tell the asker that somebody objects."""
        self.asker.claim_disputed(self.subjects[claim], claim)

    def open_dispute(
        self, subject: int, worker: Address, challenger: Address, evidence: Hash32, value_wei: Wei
    ) -> int:
        """Open a claim for anyone but POOR."""
        if challenger == account(POOR):
            raise NobodyDeposited()
        self.count += 1
        self.subjects[self.count] = subject
        self.workers[self.count], self.challengers[self.count] = worker, challenger
        self.values[self.count] = value_wei
        return self.count

    def exclude(self, claim: int, account: Address) -> None:
        """Remember who may not judge."""
        self.excluded[claim].append(account)

    def fee_wei(self, terms: ClaimTerms, value_wei: Wei) -> Wei:
        """Return no fee: who asks here opens disputes only."""
        return Wei(0)
