"""The part of the page for models: what they are made of, who serves them, what they earned."""

from chain.kit.module import call, view
from chain.types.primitives import Address, Seconds, Wei
from modules.model_fees import demand, free_tier, payments, payout, registry, tariffs
from modules.model_fees.books import Books
from modules.model_fees.events import ProviderAllowed
from modules.model_fees.records import (
    PAGE_MAX,
    Conditions,
    Demand,
    Prices,
    Quote,
    Referrer,
    RevenueSplit,
    Tariff,
    Use,
)


class Catalogue(Books):
    """Terms beyond two prices, payments by any meter, incomes of base models and of data."""

    @call()
    def schedule_terms(
        self,
        model_id: str,
        prices: Prices,
        split: RevenueSplit,
        conditions: Conditions,
        effective_s: Seconds,
    ) -> int:
        """
        Announce whole terms from a time on; returns their version. Notice is as for prices.

        All shares, those of bases and data included, sum to 10,000 bps. A base is older than the
        model. Sessions under way keep the terms they began with.
        """
        return registry.schedule(self, model_id, effective_s, prices, split, conditions)

    @call()
    def allow_provider(self, model_id: str, provider: Address, is_allowed: bool) -> None:
        """Let an account serve the caller's model in channels, or no longer in new sessions."""
        self.own(model_id)
        change = self.providers[model_id].add if is_allowed else self.providers[model_id].discard
        change(provider)
        self.emit(ProviderAllowed(model_id, provider, is_allowed))

    @call(payable=True)
    def pay_for_units(
        self,
        model_id: str,
        units: tuple[int, ...],
        max_total_wei: Wei,
        referrers: tuple[Referrer, ...],
    ) -> Wei:
        """
        Pay for units of any of a model's meters, tokens first; free units are not charged.

        Send at least the charge; what is sent above it comes back. Each meter's part is rounded up
        to the wei. Returns the charge.
        """
        return payments.pay_units(self, model_id, units, max_total_wei, referrers)

    @call()
    def distribute(self, model_id: str) -> Wei:
        """Pay what a model earned as a base of others on by its own split; then its bases'."""
        self.known(model_id)
        return payout.distribute(self, model_id)

    @call()
    def release_data(self, asset: int) -> Wei:
        """
        Pay a licensed asset what was held for it; returns it, 0 where it cannot be paid yet.

        What no vault took for a year goes to the treasury.
        """
        return payout.release_data(self, asset)

    @view
    def quote_units(
        self, model_id: str, units: tuple[int, ...], referrers: tuple[Referrer, ...]
    ) -> Quote:
        """Return what units would cost now, before anybody's free units, and every leg of it."""
        return payments.quote(self, model_id, units, referrers)

    @view
    def tariff_now(self, model_id: str) -> Tariff:
        """Return what a session of this model that starts now pays, for each meter by name."""
        self.known(model_id)
        return tariffs.shown(self, tariffs.rates_now(self, model_id))

    @view
    def tariff(self, number: int) -> Tariff:
        """Return a tariff that sessions were started under; refused if unknown."""
        return tariffs.shown(self, tariffs.load(self, number))

    @view
    def conditions_in_force(self, model_id: str) -> Conditions:
        """Return what a model's terms say now besides prices and split."""
        self.known(model_id)
        return self.conditions_at(model_id, self.version_at(model_id, self.block.time_s))

    @view
    def conditions_numbered(self, number: int) -> Conditions:
        """Return the conditions that an event named."""
        return self.conditions[number]

    @view
    def demand(self, model_id: str) -> Demand:
        """Return a model's use in this epoch and the factor on its prices."""
        self.known(model_id)
        band = self.conditions_in_force(model_id).band
        if not band.capacity_wei:
            return self.demands[model_id]
        return demand.current(self, model_id, band)

    @view
    def free_units_left(self, model_id: str, account: Address) -> tuple[int, ...]:
        """Return the units of each meter that are free for an account in this period."""
        self.known(model_id)
        return free_tier.left(self, model_id, self.conditions_in_force(model_id), account)

    @view
    def requests_left(self, model_id: str, account: Address) -> int:
        """Return how many payments a model still takes from an account in this window."""
        self.known(model_id)
        return free_tier.requests_left(self, model_id, self.conditions_in_force(model_id), account)

    @view
    def usage_on(self, model_id: str, day: int) -> Use:
        """Return what was paid for of a model on a day, counted from 1970-01-01."""
        self.known(model_id)
        return payout.use_on(self, model_id, day)

    @view
    def income(self, model_id: str) -> Wei:
        """Return what a model earned as a base of others and was not distributed yet."""
        return self.incomes[model_id]

    @view
    def held_for_data(self, asset: int) -> Wei:
        """Return what is held for a licensed asset until its vault takes it."""
        return self.held_data[asset]

    @view
    def providers_of(self, model_id: str, offset: int, limit: int) -> tuple[Address, ...]:
        """Return who else may serve a model, at most PAGE_MAX."""
        return self.providers[model_id].page(offset, min(limit, PAGE_MAX))
