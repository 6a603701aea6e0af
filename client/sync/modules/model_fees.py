"""
ModelFees, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.model_fees import (
    Bond,
    Channel,
    Conditions,
    Demand,
    Dispute,
    Grant,
    Lane,
    Model,
    ModelFeesParams,
    Opening,
    Prices,
    Quote,
    Referrer,
    RevenueSplit,
    SessionTerms,
    Tariff,
    Terms,
    Ticket,
    TicketFund,
    Usage,
    Use,
    Voucher,
)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class ModelFees(ModuleClient):
    """Model fees: what models cost, who pays, and who is paid."""

    def register_model(
        self,
        model_id: str,
        metadata_uri: str,
        prices: Prices,
        split: RevenueSplit,
    ) -> Pending:
        """
        Put a model on the register as its author, with its first terms.

        Names are given to whoever comes first. The model is for sale once it is activated.
        """
        return Pending(self._loop.run(self._inner.register_model(model_id, metadata_uri, prices, split)), self._loop)

    def activate_model(self, model_id: str) -> Pending:
        """Offer a registered model for sale."""
        return Pending(self._loop.run(self._inner.activate_model(model_id)), self._loop)

    def deprecate_model(self, model_id: str) -> Pending:
        """Announce that an active model will be retired; it can be paid for until then."""
        return Pending(self._loop.run(self._inner.deprecate_model(model_id)), self._loop)

    def retire_model(self, model_id: str) -> Pending:
        """Take a deprecated model off sale, `price_notice_s` after it was deprecated."""
        return Pending(self._loop.run(self._inner.retire_model(model_id)), self._loop)

    def schedule_prices(self, model_id: str, prices: Prices, effective_s: kit.Seconds) -> Pending:
        """
        Announce new prices from a time on; returns their version.

        An active model's terms change `price_notice_s` from now at the earliest, one that is not
        yet for sale at once.
        """
        return Pending(self._loop.run(self._inner.schedule_prices(model_id, prices, effective_s)), self._loop)

    def schedule_split(
        self,
        model_id: str,
        split: RevenueSplit,
        effective_s: kit.Seconds,
    ) -> Pending:
        """Announce a new split from a time on, with the same notice as prices."""
        return Pending(self._loop.run(self._inner.schedule_split(model_id, split, effective_s)), self._loop)

    def cancel_scheduled(self, model_id: str) -> Pending:
        """Withdraw the newest terms that were announced and are not yet in force."""
        return Pending(self._loop.run(self._inner.cancel_scheduled(model_id)), self._loop)

    def pay_for_use(
        self,
        model_id: str,
        input_tokens: kit.Uint256,
        output_tokens: kit.Uint256,
        max_total_wei: kit.Wei,
        referrers: Sequence[Referrer],
        *,
        value_wei: int,
    ) -> Pending:
        """
        Pay for tokens read and written, at the terms and the protocol fee in force now.

        Send at least the charge; what is sent above it comes back. Refused above `max_total_wei`,
        so no change of price or fee can take more than the payer agreed to. Returns the charge.
        """
        return Pending(self._loop.run(self._inner.pay_for_use( model_id, input_tokens, output_tokens, max_total_wei, referrers, value_wei=value_wei, )), self._loop)

    def schedule_terms(
        self,
        model_id: str,
        prices: Prices,
        split: RevenueSplit,
        conditions: Conditions,
        effective_s: kit.Seconds,
    ) -> Pending:
        """
        Announce whole terms from a time on; returns their version. Notice is as for prices.

        All shares, those of bases and data included, sum to 10,000 bps. A base is older than the
        model. Sessions under way keep the terms they began with.
        """
        return Pending(self._loop.run(self._inner.schedule_terms(model_id, prices, split, conditions, effective_s)), self._loop)

    def allow_provider(self, model_id: str, provider: kit.Address, is_allowed: bool) -> Pending:
        """Let an account serve the caller's model in channels, or no longer in new sessions."""
        return Pending(self._loop.run(self._inner.allow_provider(model_id, provider, is_allowed)), self._loop)

    def pay_for_units(
        self,
        model_id: str,
        units: Sequence[kit.Uint256],
        max_total_wei: kit.Wei,
        referrers: Sequence[Referrer],
        *,
        value_wei: int,
    ) -> Pending:
        """
        Pay for units of any of a model's meters, tokens first; free units are not charged.

        Send at least the charge; what is sent above it comes back. Each meter's part is rounded up
        to the wei. Returns the charge.
        """
        return Pending(self._loop.run(self._inner.pay_for_units(model_id, units, max_total_wei, referrers, value_wei=value_wei)), self._loop)

    def distribute(self, model_id: str) -> Pending:
        """Pay what a model earned as a base of others on by its own split; then its bases'."""
        return Pending(self._loop.run(self._inner.distribute(model_id)), self._loop)

    def release_data(self, asset: kit.Uint256) -> Pending:
        """
        Pay a licensed asset what was held for it; returns it, 0 where it cannot be paid yet.

        What no vault took for a year goes to the treasury.
        """
        return Pending(self._loop.run(self._inner.release_data(asset)), self._loop)

    def open_channel(self, terms: SessionTerms, *, value_wei: int) -> Pending:
        """
        Put the coins sent behind a session with one payee; returns the channel's number.

        Prices, splits and the protocol fee of every model are fixed now, each at most what the
        terms allow, until the channel is renewed or over.
        """
        return Pending(self._loop.run(self._inner.open_channel(terms, value_wei=value_wei)), self._loop)

    def top_up_channel(self, channel: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a channel's deposit, as its payer or a sponsor."""
        return Pending(self._loop.run(self._inner.top_up_channel(channel, value_wei=value_wei)), self._loop)

    def renew_channel(self, channel: kit.Uint256, terms: SessionTerms, signature: bytes) -> Pending:
        """
        Start the next session with what is left, with the other side's signed `Renewal`.

        The payer brings new terms; the payee can only offer those there are, at no higher price.
        Vouchers of the session before count no more.
        """
        return Pending(self._loop.run(self._inner.renew_channel(channel, terms, signature)), self._loop)

    def redeem(self, voucher: Voucher, signature: bytes) -> Pending:
        """Pay what one voucher adds to its lane; refused, with the reason, where it is not good."""
        return Pending(self._loop.run(self._inner.redeem(voucher, signature)), self._loop)

    def redeem_batch(self, vouchers: bytes) -> Pending:
        """
        Pay what up to 128 vouchers add to their lanes; returns how many were taken.

        Each is 480 bytes: the 13 words of its voucher, then r and s of its signature, with the
        parity in the highest bit of s (EIP-2098). One that is not good says so in an event and
        touches no other.
        """
        return Pending(self._loop.run(self._inner.redeem_batch(vouchers)), self._loop)

    def close_channel(self, channel: kit.Uint256) -> Pending:
        """Begin to close as payer or payee: the payee has `challenge_s` to redeem its latest."""
        return Pending(self._loop.run(self._inner.close_channel(channel)), self._loop)

    def close_together(
        self,
        channel: kit.Uint256,
        paid_wei: kit.Wei,
        vouchers: bytes,
        payer_signature: bytes,
        payee_signature: bytes,
    ) -> Pending:
        """
        Redeem the last vouchers and close at once: both sides signed that `paid_wei` is all.

        A side that makes the call itself need not sign.
        """
        return Pending(self._loop.run(self._inner.close_together(channel, paid_wei, vouchers, payer_signature, payee_signature)), self._loop)

    def settle_channel(self, channel: kit.Uint256) -> Pending:
        """End a wait that is over, for anybody who will not wait for the chain to do it."""
        return Pending(self._loop.run(self._inner.settle_channel(channel)), self._loop)

    def authorise_agent(
        self,
        key: kit.Address,
        cap_wei: kit.Wei,
        period_s: kit.Seconds,
        models: Sequence[str],
        ends_s: kit.Seconds,
    ) -> Pending:
        """Let a key sign vouchers for the caller: for these models, or all, so much a period."""
        return Pending(self._loop.run(self._inner.authorise_agent(key, cap_wei, period_s, models, ends_s)), self._loop)

    def revoke_agent(self, key: kit.Address) -> Pending:
        """End an agent's grant; its vouchers count for `agent_notice_s` more."""
        return Pending(self._loop.run(self._inner.revoke_agent(key)), self._loop)

    def bond_provider(self, *, value_wei: int) -> Pending:
        """Add the coins sent to the caller's bond."""
        return Pending(self._loop.run(self._inner.bond_provider(value_wei=value_wei)), self._loop)

    def unbond_provider(self, amount_wei: kit.Wei) -> Pending:
        """Take free bond back: it comes by itself after `bond_wait_s`, liable until then."""
        return Pending(self._loop.run(self._inner.unbond_provider(amount_wei)), self._loop)

    def dispute_meter(self, channel: kit.Uint256, lane: kit.Uint256, *, value_wei: int) -> Pending:
        """
        Ask as a payer for receipts of what a lane was paid and was not asked for yet.

        Send `dispute_fee_wei`: the provider's if it was right. Returns the dispute's number.
        """
        return Pending(self._loop.run(self._inner.dispute_meter(channel, lane, value_wei=value_wei)), self._loop)

    def answer_dispute(self, dispute: kit.Uint256, openings: Sequence[Opening]) -> Pending:
        """Open receipts as the provider; each sample's must have charged for the sampled wei."""
        return Pending(self._loop.run(self._inner.answer_dispute(dispute, openings)), self._loop)

    def doubt_receipt(
        self,
        dispute: kit.Uint256,
        sample: kit.Uint256,
        evidence: kit.Bytes32,
    ) -> Pending:
        """
        Bring what an opened receipt says before a jury, as the payer; returns the claim.

        The jury's bond is taken from what the payer deposited with the verifier.
        """
        return Pending(self._loop.run(self._inner.doubt_receipt(dispute, sample, evidence)), self._loop)

    def fund_tickets(self, *, value_wei: int) -> Pending:
        """Put the coins sent behind the caller's tickets; an unlock under way is off."""
        return Pending(self._loop.run(self._inner.fund_tickets(value_wei=value_wei)), self._loop)

    def reserve_tickets(self, recipient: kit.Address, amount_wei: kit.Wei) -> Pending:
        """Set coins aside that only this recipient's tickets can take."""
        return Pending(self._loop.run(self._inner.reserve_tickets(recipient, amount_wei)), self._loop)

    def unlock_tickets(self) -> Pending:
        """Have everything back after `ticket_wait_s`; tickets can be redeemed until then."""
        return Pending(self._loop.run(self._inner.unlock_tickets()), self._loop)

    def redeem_ticket(self, ticket: Ticket, signature: bytes, preimage: kit.Bytes32) -> Pending:
        """Pay a winning ticket's whole face value, split as a payment for its model."""
        return Pending(self._loop.run(self._inner.redeem_ticket(ticket, signature, preimage)), self._loop)

    def params(self) -> ModelFeesParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def quote(
        self,
        model_id: str,
        input_tokens: kit.Uint256,
        output_tokens: kit.Uint256,
        referrers: Sequence[Referrer],
    ) -> Quote:
        """Return what `pay_for_use` would charge now, and every leg of it, to the wei."""
        return self._loop.run(self._inner.quote(model_id, input_tokens, output_tokens, referrers))

    def model(self, model_id: str) -> Model:
        """Return one model with its terms in force and its use so far; refused if unknown."""
        return self._loop.run(self._inner.model(model_id))

    def models(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Model, ...]:
        """Return models in the order of registration, at most PAGE_MAX."""
        return self._loop.run(self._inner.models(offset, limit))

    def model_count(self) -> kit.Uint256:
        """Return how many models stand on the register."""
        return self._loop.run(self._inner.model_count())

    def price_at(self, model_id: str, time_s: kit.Seconds) -> Terms:
        """Return the terms that are, were or will be in force at a time, as announced so far."""
        return self._loop.run(self._inner.price_at(model_id, time_s))

    def versions(self, model_id: str, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Terms, ...]:
        """Return a model's terms, past and announced, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.versions(model_id, offset, limit))

    def usage(self, model_id: str) -> Usage:
        """Return a model's use and revenue so far."""
        return self._loop.run(self._inner.usage(model_id))

    def usage_total(self) -> Usage:
        """Return all models' use and revenue so far."""
        return self._loop.run(self._inner.usage_total())

    def quote_units(
        self,
        model_id: str,
        units: Sequence[kit.Uint256],
        referrers: Sequence[Referrer],
    ) -> Quote:
        """Return what units would cost now, before anybody's free units, and every leg of it."""
        return self._loop.run(self._inner.quote_units(model_id, units, referrers))

    def tariff_now(self, model_id: str) -> Tariff:
        """Return what a session of this model that starts now pays, for each meter by name."""
        return self._loop.run(self._inner.tariff_now(model_id))

    def tariff(self, number: kit.Uint256) -> Tariff:
        """Return a tariff that sessions were started under; refused if unknown."""
        return self._loop.run(self._inner.tariff(number))

    def conditions_in_force(self, model_id: str) -> Conditions:
        """Return what a model's terms say now besides prices and split."""
        return self._loop.run(self._inner.conditions_in_force(model_id))

    def conditions_numbered(self, number: kit.Uint256) -> Conditions:
        """Return the conditions that an event named."""
        return self._loop.run(self._inner.conditions_numbered(number))

    def demand(self, model_id: str) -> Demand:
        """Return a model's use in this epoch and the factor on its prices."""
        return self._loop.run(self._inner.demand(model_id))

    def free_units_left(self, model_id: str, account: kit.Address) -> tuple[kit.Uint256, ...]:
        """Return the units of each meter that are free for an account in this period."""
        return self._loop.run(self._inner.free_units_left(model_id, account))

    def requests_left(self, model_id: str, account: kit.Address) -> kit.Uint256:
        """Return how many payments a model still takes from an account in this window."""
        return self._loop.run(self._inner.requests_left(model_id, account))

    def usage_on(self, model_id: str, day: kit.Uint256) -> Use:
        """Return what was paid for of a model on a day, counted from 1970-01-01."""
        return self._loop.run(self._inner.usage_on(model_id, day))

    def income(self, model_id: str) -> kit.Wei:
        """Return what a model earned as a base of others and was not distributed yet."""
        return self._loop.run(self._inner.income(model_id))

    def held_for_data(self, asset: kit.Uint256) -> kit.Wei:
        """Return what is held for a licensed asset until its vault takes it."""
        return self._loop.run(self._inner.held_for_data(asset))

    def providers_of(
        self,
        model_id: str,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who else may serve a model, at most PAGE_MAX."""
        return self._loop.run(self._inner.providers_of(model_id, offset, limit))

    def channel(self, number: kit.Uint256) -> Channel:
        """Return one channel; refused if unknown."""
        return self._loop.run(self._inner.channel(number))

    def channel_total(self) -> kit.Uint256:
        """Return how many channels there were; they are numbered from 1."""
        return self._loop.run(self._inner.channel_total())

    def channels_of(
        self,
        payer: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's channels, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.channels_of(payer, offset, limit))

    def channels_for(
        self,
        payee: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of channels that pay an account, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.channels_for(payee, offset, limit))

    def lane(self, channel: kit.Uint256, lane: kit.Uint256) -> Lane:
        """Return how far a lane of a channel's session is redeemed, with its receipts' root."""
        return self._loop.run(self._inner.lane(channel, lane))

    def claimable(self, channel: kit.Uint256) -> kit.Wei:
        """Return what vouchers may take of a channel now: of its deposit, within its cap."""
        return self._loop.run(self._inner.claimable(channel))

    def agent(self, payer: kit.Address, key: kit.Address) -> Grant:
        """Return what a payer lets a key sign for; zeros where nothing."""
        return self._loop.run(self._inner.agent(payer, key))

    def agent_left(self, payer: kit.Address, key: kit.Address) -> kit.Wei:
        """Return what a payer's agent may still sign for now."""
        return self._loop.run(self._inner.agent_left(payer, key))

    def dispute(self, number: kit.Uint256) -> Dispute:
        """Return one dispute; refused if unknown."""
        return self._loop.run(self._inner.dispute(number))

    def dispute_total(self) -> kit.Uint256:
        """Return how many disputes there were; they are numbered from 1."""
        return self._loop.run(self._inner.dispute_total())

    def dispute_samples(self, number: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the sampled wei of a lane's amount; none until the beacon said them."""
        return self._loop.run(self._inner.dispute_samples(number))

    def provider_bond(self, provider: kit.Address) -> Bond:
        """Return what a provider stands behind its meters with."""
        return self._loop.run(self._inner.provider_bond(provider))

    def ticket_fund(self, sender: kit.Address) -> TicketFund:
        """Return what stands behind a sender's tickets."""
        return self._loop.run(self._inner.ticket_fund(sender))

    def ticket_reserve(self, sender: kit.Address, recipient: kit.Address) -> kit.Wei:
        """Return what of a sender's fund only this recipient's tickets can take."""
        return self._loop.run(self._inner.ticket_reserve(sender, recipient))

    def ticket_wins(self, ticket: Ticket, signature: bytes, preimage: kit.Bytes32) -> bool:
        """Return whether a ticket wins, as its recipient can tell before it serves."""
        return self._loop.run(self._inner.ticket_wins(ticket, signature, preimage))
