"""
Model fees: what models cost, who pays, and who is paid.

    author --register, schedule--> terms by version --notice--> terms in force
    payer --pay_for_use--> charge --> treasury | infrastructure | referrers | author | bases, data
                              +-----> what was sent above the charge goes back
    payer --open_channel--> deposit --vouchers, signed off chain--> redeemed in batches, split
                              +-----> what is left goes back, whoever is silent

A payment is split in the call that brings it. Prices and splits change only after notice, and never
for a session under way. The protocol fee is the one in force when a payment is made, or when the
session that it belongs to began.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from chain.kit.admission import Denied
from chain.kit.module import audit, call, invariant, view
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import Seconds, Wei
from modules.model_fees import (
    audits,
    bonds,
    closing,
    disputes,
    payments,
    registry,
    sessions,
    tickets,
)
from modules.model_fees.books import Books
from modules.model_fees.catalogue import Catalogue
from modules.model_fees.channels import Channels
from modules.model_fees.checks import check_tokens
from modules.model_fees.events import *  # noqa: F403 - a page names all it may say
from modules.model_fees.lottery import Lottery
from modules.model_fees.maths import legs_sum_to_charge
from modules.model_fees.params import ModelFeesGenesis, ModelFeesParams
from modules.model_fees.providers import Providers
from modules.model_fees.records import (
    PAGE_MAX,
    Model,
    ModelStatus,
    Prices,
    Quote,
    Referrer,
    RevenueSplit,
    Terms,
    Usage,
)
from modules.model_fees.refusals import *  # noqa: F403 - a page names all it may refuse with

HANDLERS: Final[dict[int, Callable[[Books, int], None]]] = {
    sessions.CHANNEL_DUE: closing.on_due,
    bonds.BOND_LEAVES: bonds.on_leaving,
    disputes.DISPUTE_DUE: disputes.on_due,
    tickets.FUND_UNLOCKS: tickets.on_unlocked,
}
REFUSES_TOO: Final = (Denied, RoleForbids, SignatureWrong, StateForbids)  # said by the kit


class ModelFees(Catalogue, Channels, Providers, Lottery, address=0x0A03, audited=True):
    """Pay per use of a model, split among those who made it work."""

    def genesis(self, state: ModelFeesGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call()
    def register_model(
        self, model_id: str, metadata_uri: str, prices: Prices, split: RevenueSplit
    ) -> None:
        """
        Put a model on the register as its author, with its first terms.

        Names are given to whoever comes first. The model is for sale once it is activated.
        """
        registry.register(self, model_id, metadata_uri, Terms(self.block.time_s, prices, split))

    @call()
    def activate_model(self, model_id: str) -> None:
        """Offer a registered model for sale."""
        registry.advance(self, model_id, ModelStatus.REGISTERED, ModelStatus.ACTIVE)

    @call()
    def deprecate_model(self, model_id: str) -> None:
        """Announce that an active model will be retired; it can be paid for until then."""
        registry.advance(self, model_id, ModelStatus.ACTIVE, ModelStatus.DEPRECATED)

    @call()
    def retire_model(self, model_id: str) -> None:
        """Take a deprecated model off sale, `price_notice_s` after it was deprecated."""
        registry.retire(self, model_id)

    @call()
    def schedule_prices(self, model_id: str, prices: Prices, effective_s: Seconds) -> int:
        """
        Announce new prices from a time on; returns their version.

        An active model's terms change `price_notice_s` from now at the earliest, one that is not
        yet for sale at once.
        """
        return registry.schedule(self, model_id, effective_s, prices=prices)

    @call()
    def schedule_split(self, model_id: str, split: RevenueSplit, effective_s: Seconds) -> int:
        """Announce a new split from a time on, with the same notice as prices."""
        return registry.schedule(self, model_id, effective_s, split=split)

    @call()
    def cancel_scheduled(self, model_id: str) -> None:
        """Withdraw the newest terms that were announced and are not yet in force."""
        registry.cancel(self, model_id)

    @call(payable=True)
    def pay_for_use(
        self,
        model_id: str,
        input_tokens: int,
        output_tokens: int,
        max_total_wei: Wei,
        referrers: tuple[Referrer, ...],
    ) -> Wei:
        """
        Pay for tokens read and written, at the terms and the protocol fee in force now.

        Send at least the charge; what is sent above it comes back. Refused above `max_total_wei`,
        so no change of price or fee can take more than the payer agreed to. Returns the charge.
        """
        tokens = (input_tokens, output_tokens)
        return payments.pay_tokens(self, model_id, tokens, max_total_wei, referrers)

    @view
    def params(self) -> ModelFeesParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def quote(
        self,
        model_id: str,
        input_tokens: int,
        output_tokens: int,
        referrers: tuple[Referrer, ...],
    ) -> Quote:
        """Return what `pay_for_use` would charge now, and every leg of it, to the wei."""
        sale = payments.for_sale(self, model_id)
        check_tokens(input_tokens, output_tokens)
        return payments.quote_of(self, sale, (input_tokens, output_tokens), referrers)

    @view
    def model(self, model_id: str) -> Model:
        """Return one model with its terms in force and its use so far; refused if unknown."""
        known, versions = self.known(model_id), self.terms_of[model_id]
        version = self.version_at(model_id, self.block.time_s)
        return Model(
            model_id=model_id,
            author=known.author,
            metadata_uri=known.metadata_uri,
            status=known.status,
            registered_s=known.registered_s,
            deprecated_s=known.deprecated_s,
            versions=len(versions),
            terms=versions[version - 1],
            usage=self.usages[model_id],
        )

    @view
    def models(self, offset: int, limit: int) -> tuple[Model, ...]:
        """Return models in the order of registration, at most PAGE_MAX."""
        return tuple(self.model(name) for name in self.names.page(offset, min(limit, PAGE_MAX)))

    @view
    def model_count(self) -> int:
        """Return how many models stand on the register."""
        return len(self.names)

    @view
    def price_at(self, model_id: str, time_s: Seconds) -> Terms:
        """Return the terms that are, were or will be in force at a time, as announced so far."""
        self.known(model_id)
        return self.terms_of[model_id][self.version_at(model_id, time_s) - 1]

    @view
    def versions(self, model_id: str, offset: int, limit: int) -> tuple[Terms, ...]:
        """Return a model's terms, past and announced, oldest first, at most PAGE_MAX."""
        self.known(model_id)
        return self.terms_of[model_id].page(offset, min(limit, PAGE_MAX))

    @view
    def usage(self, model_id: str) -> Usage:
        """Return a model's use and revenue so far."""
        self.known(model_id)
        return self.usages[model_id]

    @view
    def usage_total(self) -> Usage:
        """Return all models' use and revenue so far."""
        return self.totals

    @invariant
    def coins_cover_claims(self) -> bool:
        """M1: the module has every coin that is somebody's; gifts may come on top."""
        claims_wei = self.deposits_wei + self.incomes_wei + self.bonds_wei
        claims_wei += self.stakes_wei + self.tickets_wei
        return self.host.balance_wei(self.address) >= claims_wei

    @audit
    def deposits_match(self) -> bool:
        """M1, M2: no channel paid more than its deposit, and what is left sums to the total."""
        return audits.deposits_match(self)

    @audit
    def lanes_match(self) -> bool:
        """M2, M3: what a session's lanes redeemed sums to what its channel paid."""
        return audits.lanes_match(self)

    @audit
    def prices_hold(self) -> bool:
        """M5, M7: no lane was charged more than its units cost at the session's prices."""
        return audits.prices_hold(self)

    @audit
    def incomes_match(self) -> bool:
        """M4: incomes of bases and what is held for data sum to the total."""
        return audits.incomes_match(self)

    @audit
    def bonds_match(self) -> bool:
        """Providers' bonds sum to the total, what is locked is what open disputes locked."""
        return audits.bonds_match(self)

    @audit
    def funds_match(self) -> bool:
        """M6, M8: what stands behind tickets is in their funds, reserves included, and once."""
        return audits.funds_match(self)

    @invariant
    def paid_is_charged(self) -> bool:
        """Every wei that was charged was paid out, in all payments so far."""
        return legs_sum_to_charge(self.totals)

    @audit
    def usage_sums_to_totals(self) -> bool:
        """The models' use and revenue are the totals, and each model's legs its charges."""
        usages = [self.usages[name] for name in self.names]
        fields = ("payments", "input_tokens", "output_tokens", "charged_wei", "author_wei")
        sums = {name: sum(getattr(usage, name) for usage in usages) for name in fields}
        return all(legs_sum_to_charge(usage) for usage in usages) and all(
            getattr(self.totals, name) == value for name, value in sums.items()
        )

    @audit
    def versions_follow_in_time(self) -> bool:
        """Each version takes effect after the one before it."""
        for name in self.names:
            times = [terms.effective_s for terms in self.terms_of[name]]
            if any(later <= earlier for earlier, later in pairwise(times)):
                return False
        return True

    def on_timer(self, kind: int, key: int) -> None:
        """Do what nobody did in time."""
        if kind not in HANDLERS:
            super().on_timer(kind, key)
        HANDLERS[kind](self, key)
