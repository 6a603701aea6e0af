"""The part of the page for providers: the bond behind their meters, and disputes about them."""

from chain.kit.module import Paused, Unauthorized, call, view
from chain.types.primitives import Address, Bps, Hash32, Wei
from modules.model_fees import bonds, disputes
from modules.model_fees.books import Books
from modules.model_fees.records import Bond, Dispute, DisputeState
from modules.model_fees.typed import Opening


class Providers(Books):
    """Bonds of whoever serves models in channels, and what is taken of them."""

    @call(payable=True)
    def bond_provider(self) -> None:
        """Add the coins sent to the caller's bond."""
        bonds.add(self)

    @call()
    def unbond_provider(self, amount_wei: Wei) -> None:
        """Take free bond back: it comes by itself after `bond_wait_s`, liable until then."""
        bonds.leave(self, amount_wei)

    @call(payable=True)
    def dispute_meter(self, channel: int, lane: int) -> int:
        """
        Ask as a payer for receipts of what a lane was paid and was not asked for yet.

        Send `dispute_fee_wei`: the provider's if it was right. Returns the dispute's number.
        """
        return disputes.open_dispute(self, channel, lane)

    @call()
    def answer_dispute(self, dispute: int, openings: tuple[Opening, ...]) -> None:
        """Open receipts as the provider; each sample's must have charged for the sampled wei."""
        disputes.answer(self, dispute, openings)

    @call()
    def doubt_receipt(self, dispute: int, sample: int, evidence: Hash32) -> int:
        """
        Bring what an opened receipt says before a jury, as the payer; returns the claim.

        The jury's bond is taken from what the payer deposited with the verifier.
        """
        return disputes.doubt(self, dispute, sample, evidence)

    @view
    def dispute(self, number: int) -> Dispute:
        """Return one dispute; refused if unknown."""
        return disputes.load(self, number)

    @view
    def dispute_total(self) -> int:
        """Return how many disputes there were; they are numbered from 1."""
        return self.dispute_count

    @view
    def dispute_samples(self, number: int) -> tuple[int, ...]:
        """Return the sampled wei of a lane's amount; none until the beacon said them."""
        found = disputes.load(self, number)
        is_drawn = found.state != DisputeState.OPENED
        return tuple(disputes.positions(found)) if is_drawn else ()

    @view
    def provider_bond(self, provider: Address) -> Bond:
        """Return what a provider stands behind its meters with."""
        return self.bonds[provider]

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Hear from the verifier that somebody objects: nothing here waits for that."""
        self._only_verifier()

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Hear the verifier's ruling and settle by it; returns the forfeit, moved to it."""
        self._only_verifier()
        self.pay(self.pool.address, refund_wei, "claim_refund")
        forfeit_wei = disputes.ruled(self, subject, claim, worker_bps)
        self.pay(self.sender, forfeit_wei, "provider_forfeit")
        return forfeit_wei

    def _only_verifier(self) -> None:
        """Peers call past the dispatcher, so the pause is checked here too."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
