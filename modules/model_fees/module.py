"""
Model fees: what models cost, who pays, and who is paid.

    author --register, schedule--> terms by version --notice--> terms in force
    payer --pay_for_use--> charge --> treasury | infrastructure | referrers | author
                              +-----> what was sent above the charge goes back

Nothing stays here: a payment is split in the call that brings it. Prices and splits change only
after notice; the protocol fee is the one in force when the payment is made.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from chain.kit.collections import List, ListMap
from chain.kit.module import Module, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, Struct
from chain.types.primitives import Address, Seconds, Wei
from modules.model_fees.checks import (
    check_metadata,
    check_model_id,
    check_notice,
    check_prices,
    check_referrers,
    check_split,
    check_tokens,
)
from modules.model_fees.maths import add_usage, charge_wei, legs_sum_to_charge, split_legs
from modules.model_fees.records import (
    PAGE_MAX,
    ChargeAboveLimit,
    MetadataTooLong,
    Model,
    ModelExists,
    ModelFeesGenesis,
    ModelFeesParams,
    ModelIdInvalid,
    ModelRegistered,
    ModelStatus,
    ModelStatusChanged,
    ModelUsed,
    NotAuthor,
    NothingScheduled,
    NothingUsed,
    NoticeTooLong,
    NoticeTooShort,
    PaymentTooSmall,
    Prices,
    PriceTooHigh,
    Quote,
    Referrer,
    ReferrersInvalid,
    Registration,
    RetiredTooSoon,
    RevenueSplit,
    SplitInvalid,
    SplitPaid,
    StatusInvalid,
    Terms,
    TermsCancelled,
    TermsScheduled,
    TooManyTokens,
    UnknownModel,
    Usage,
)

# Refusals that checks.py raises stand here too: a page names all it may refuse with.
__all__ = [
    "MetadataTooLong",
    "ModelFees",
    "ModelIdInvalid",
    "NothingUsed",
    "NoticeTooLong",
    "NoticeTooShort",
    "PriceTooHigh",
    "ReferrersInvalid",
    "SplitInvalid",
    "TooManyTokens",
]


class PoolView(Protocol):
    """Where the protocol fee goes."""

    @property
    def address(self) -> Address:
        """The account that is paid."""
        ...


class ModelFees(Module, address=0x0A03):
    """Pay per use of a model, split among those who made it work."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, ModelFeesParams)  # slots 0 to 31 are the parameters'
    names = List(32, str)  # every model, in the order of registration
    registrations = Map(33, str, Registration)
    terms_of = ListMap(34, str, Terms)  # a model's versions; the first is version 1
    usages = Map(35, str, Usage)
    totals = Struct(36, Usage)  # 36 to 43

    pool: PoolView = peer()

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
        check_model_id(model_id)
        if any(self.registrations[model_id].author):
            raise ModelExists(model_id)
        check_metadata(metadata_uri)
        check_prices(prices)
        check_split(split)
        now_s = self.block.time_s
        self.registrations[model_id] = Registration(
            self.sender, metadata_uri, ModelStatus.REGISTERED, now_s, Seconds(0)
        )
        self.names.append(model_id)
        self.terms_of[model_id].append(Terms(now_s, prices, split))
        self.emit(ModelRegistered(self.sender, model_id, model_id, metadata_uri))

    @call()
    def activate_model(self, model_id: str) -> None:
        """Offer a registered model for sale."""
        self._advance(model_id, ModelStatus.REGISTERED, ModelStatus.ACTIVE)

    @call()
    def deprecate_model(self, model_id: str) -> None:
        """Announce that an active model will be retired; it can be paid for until then."""
        self._advance(model_id, ModelStatus.ACTIVE, ModelStatus.DEPRECATED)

    @call()
    def retire_model(self, model_id: str) -> None:
        """Take a deprecated model off sale, `price_notice_s` after it was deprecated."""
        deprecated_s = self._own(model_id).deprecated_s
        earliest_s = Seconds(deprecated_s + self.settings.price_notice_s)
        if deprecated_s and self.block.time_s < earliest_s:
            raise RetiredTooSoon(earliest_s)
        self._advance(model_id, ModelStatus.DEPRECATED, ModelStatus.RETIRED)

    @call()
    def schedule_prices(self, model_id: str, prices: Prices, effective_s: Seconds) -> int:
        """
        Announce new prices from a time on; returns their version.

        An active model's terms change `price_notice_s` from now at the earliest, one that is not
        yet for sale at once.
        """
        check_prices(prices)
        return self._schedule(model_id, replace(self._newest(model_id), prices=prices), effective_s)

    @call()
    def schedule_split(self, model_id: str, split: RevenueSplit, effective_s: Seconds) -> int:
        """Announce a new split from a time on, with the same notice as prices."""
        check_split(split)
        return self._schedule(model_id, replace(self._newest(model_id), split=split), effective_s)

    @call()
    def cancel_scheduled(self, model_id: str) -> None:
        """Withdraw the newest terms that were announced and are not yet in force."""
        self._own(model_id)
        versions = self.terms_of[model_id]
        number = len(versions)
        if number == 1 or versions[number - 1].effective_s <= self.block.time_s:
            raise NothingScheduled(model_id)
        versions.pop()
        self.emit(TermsCancelled(model_id, model_id, number))

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
        quote = self.quote(model_id, input_tokens, output_tokens, referrers)
        if quote.total_wei > max_total_wei:
            raise ChargeAboveLimit(max_total_wei, quote.total_wei)
        if quote.total_wei > self.value_wei:
            raise PaymentTooSmall(quote.total_wei, self.value_wei)
        self._count(model_id, input_tokens, output_tokens, quote)
        for leg in quote.legs:
            self.pay(leg.recipient, leg.amount_wei, "model_fee")
            self.emit(SplitPaid(model_id, leg.recipient, leg.kind, leg.amount_wei))
        self.pay(self.sender, self.value_wei - quote.total_wei, "refund")
        self.emit(self._used(model_id, input_tokens, output_tokens, quote))
        return quote.total_wei

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
        known = self._registration(model_id)
        if known.status not in (ModelStatus.ACTIVE, ModelStatus.DEPRECATED):
            raise StatusInvalid(known.status)
        check_tokens(input_tokens, output_tokens)
        check_referrers(referrers)
        version = self._version_at(model_id, self.block.time_s)
        terms = self.terms_of[model_id][version - 1]
        total_wei = charge_wei(terms.prices, input_tokens, output_tokens)
        fee_bps = self.settings.protocol_fee_bps
        treasury = self.pool.address
        legs = split_legs(total_wei, fee_bps, terms.split, known.author, treasury, referrers)
        return Quote(version, fee_bps, total_wei, legs)

    @view
    def model(self, model_id: str) -> Model:
        """Return one model with its terms in force and its use so far; refused if unknown."""
        known, versions = self._registration(model_id), self.terms_of[model_id]
        version = self._version_at(model_id, self.block.time_s)
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
        self._registration(model_id)
        return self.terms_of[model_id][self._version_at(model_id, time_s) - 1]

    @view
    def versions(self, model_id: str, offset: int, limit: int) -> tuple[Terms, ...]:
        """Return a model's terms, past and announced, oldest first, at most PAGE_MAX."""
        self._registration(model_id)
        return self.terms_of[model_id].page(offset, min(limit, PAGE_MAX))

    @view
    def usage(self, model_id: str) -> Usage:
        """Return a model's use and revenue so far."""
        self._registration(model_id)
        return self.usages[model_id]

    @view
    def usage_total(self) -> Usage:
        """Return all models' use and revenue so far."""
        return self.totals

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

    def _count(self, model_id: str, input_tokens: int, output_tokens: int, quote: Quote) -> None:
        paid = (input_tokens, output_tokens, quote.total_wei, quote.legs)
        self.usages[model_id] = add_usage(self.usages[model_id], *paid)
        self.totals = add_usage(self.totals, *paid)

    def _used(
        self, model_id: str, input_tokens: int, output_tokens: int, quote: Quote
    ) -> ModelUsed:
        return ModelUsed(
            self.sender,
            model_id,
            model_id,
            quote.version,
            quote.protocol_fee_bps,
            input_tokens,
            output_tokens,
            quote.total_wei,
        )

    def _registration(self, model_id: str) -> Registration:
        known = self.registrations[model_id]
        if not any(known.author):
            raise UnknownModel(model_id[:64])
        return known

    def _own(self, model_id: str) -> Registration:
        known = self._registration(model_id)
        if known.author != self.sender:
            raise NotAuthor(known.author)
        return known

    def _newest(self, model_id: str) -> Terms:
        self._own(model_id)
        versions = self.terms_of[model_id]
        return versions[len(versions) - 1]

    def _advance(self, model_id: str, expected: ModelStatus, status: ModelStatus) -> None:
        known = self._own(model_id)
        if known.status != expected:
            raise StatusInvalid(known.status)
        is_end = status == ModelStatus.DEPRECATED
        deprecated_s = self.block.time_s if is_end else known.deprecated_s
        self.registrations[model_id] = replace(known, status=status, deprecated_s=deprecated_s)
        self.emit(ModelStatusChanged(model_id, model_id, status))

    def _schedule(self, model_id: str, terms: Terms, effective_s: Seconds) -> int:
        known, now_s = self._own(model_id), self.block.time_s
        if known.status == ModelStatus.RETIRED:
            raise StatusInvalid(known.status)
        is_sold = known.status != ModelStatus.REGISTERED
        notice_s = self.settings.price_notice_s if is_sold else 0
        earliest_s = max(now_s + notice_s, terms.effective_s + 1)
        check_notice(effective_s, Seconds(earliest_s), now_s)
        versions = self.terms_of[model_id]
        versions.append(replace(terms, effective_s=effective_s))
        version = len(versions)
        announced = versions[version - 1]
        self.emit(TermsScheduled(model_id, model_id, version, announced))
        return version

    def _version_at(self, model_id: str, time_s: Seconds) -> int:
        """Return the number of the last version in effect at a time; the first counts before."""
        versions = self.terms_of[model_id]
        low, high = 1, len(versions)
        while low < high:
            middle = (low + high + 1) // 2
            if versions[middle - 1].effective_s <= time_s:
                low = middle
            else:
                high = middle - 1
        return low
