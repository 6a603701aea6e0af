"""
Licensing: who may use which data for what, and who gets paid for it.

    owner --create, list, open_offer--> terms by their hash, royalties of all ancestors fixed
    buyer --buy--> licence --use, renew, return--> earned by the second, by use or at once
        --> protocol fee --> referrer --> every ancestor's vault --> the owner's vault --claim-->
    requester --post_task--> annotators, bonded --seal, open--> gold, agreement --> pay
    jury --> tagged: licences stand still, income in escrow, the true owner's where one is named

Each asset has a vault and a clock of its own. A tag stops the clock, and with it every licence, in
one step; nobody walks over licences. Every wait has a deadline that the chain keeps.
"""

from chain.kit.admission import Denied
from chain.kit.module import Paused, Unauthorized, audit, invariant, view
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Address, Bps, Wei
from modules.licensing import audits, cases, deadlines, vaults
from modules.licensing.annotation import Workshop

# The page may say all that these files declare; most of it is said by the files around it.
from modules.licensing.annotation_events import *  # noqa: F403
from modules.licensing.annotation_machines import BATCH, TASK
from modules.licensing.annotation_refusals import *  # noqa: F403
from modules.licensing.catalogue import Catalogue
from modules.licensing.defaults import DEFAULTS
from modules.licensing.events import *  # noqa: F403
from modules.licensing.machines import ASSET, CASE, LICENCE, OFFER, REVOCATION, TAG
from modules.licensing.params import LicensingGenesis, LicensingParams
from modules.licensing.records import AssetState, Totals
from modules.licensing.refusals import *  # noqa: F403
from modules.licensing.trade import Trade

__all__ = ["Denied", "Licensing", "RoleForbids", "StateForbids"]


class Licensing(Catalogue, Trade, Workshop, address=0x0A02, audited=True):
    """Data that is paid for as it is used, down to what it was made of."""

    asset_machine = ASSET
    tag_machine = TAG
    offer_machine = OFFER
    licence_machine = LICENCE
    revocation_machine = REVOCATION
    case_machine = CASE
    task_machine = TASK
    batch_machine = BATCH

    def genesis(self, state: LicensingGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @view
    def params(self) -> LicensingParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def totals(self) -> Totals:
        """Return where the module's coins are."""
        return self.holdings

    def asset_exists(self, asset: int) -> bool:
        """Whether there is an asset of this number, for other markets that pay data."""
        return self.assets[asset].state != AssetState.NOTHING

    def is_payable(self, asset: int) -> bool:
        """Whether an asset takes income, for other markets that pay data."""
        return not self.is_paused and vaults.is_payable(self, asset)

    def receive_royalty(self, asset: int, payer: Address, amount_wei: Wei) -> None:
        """Book what another market moved here for an asset; raises where it takes none."""
        if self.is_paused:
            raise Paused()
        vaults.receive(self, asset, payer, amount_wei)

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Hear from the verifier that somebody objects; what a case is about waits already."""
        self._only_verifier()

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Hear a jury's word and act on it; returns what is forfeit, moved to the verifier."""
        self._only_verifier()
        return Wei(cases.ruled(self, subject, worker_bps, refund_wei))

    def on_timer(self, kind: int, key: int) -> None:
        """Do what is due for a licence, a revocation, a case, an asset, a task or a batch."""
        if kind not in deadlines.DUE:
            raise LookupError(f"licensing has no deadline of kind {kind}")
        deadlines.wake(self, kind, key)

    def do_default(self, name: str, number: int) -> None:
        """Do what happens when a wait is over."""
        DEFAULTS[name](self, number)

    @invariant
    def coins_cover_claims(self) -> bool:
        """The module has every coin that is somebody's; gifts may come on top."""
        return self.host.balance_wei(self.address) >= vaults.owed_wei(self)

    @audit
    def totals_match(self) -> bool:
        """Vaults, prices, deposits, standing coins, bonds and refunds sum to the totals."""
        return audits.totals_match(self)

    @audit
    def tasks_add_up(self) -> bool:
        """Budgets and bonds of tasks sum to the totals; every batch paid what its seats got."""
        return audits.tasks_add_up(self)

    @audit
    def vaults_add_up(self) -> bool:
        """L3, L6: a vault's income is claimable, claimed or lost; while tagged in escrow."""
        return audits.vaults_add_up(self)

    @audit
    def ledgers_add_up(self) -> bool:
        """L1, L4: what was paid is deferred, earned or refunded."""
        return audits.ledgers_add_up(self)

    @audit
    def ended_licences_hold_nothing(self) -> bool:
        """No coin is left in a licence that is over."""
        return audits.ended_licences_hold_nothing(self)

    @audit
    def limits_hold(self) -> bool:
        """L5: seats, uses, supply and limits per account are kept."""
        return audits.limits_hold(self)

    @audit
    def lineage_holds(self) -> bool:
        """L2, L7: parents were there first; all royalties together are part of the whole."""
        return audits.lineage_holds(self)

    @audit
    def terms_are_as_sold(self) -> bool:
        """L8: a licence's terms are those that it was sold under."""
        return audits.terms_are_as_sold(self)

    @audit
    def indexes_match(self) -> bool:
        """Owners and holders are found by their accounts; a refund is held for a reason."""
        return audits.indexes_match(self)

    def _only_verifier(self) -> None:
        """Peers call past the dispatcher, so the pause is checked here too."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
