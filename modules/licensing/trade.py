"""
The licensee's part of the page: buying, using, renewing, returning, and being revoked.
"""

from chain.kit.module import call, view
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.licensing import (
    deadlines,
    licences,
    revocations,
    sales,
    subscriptions,
    views,
)
from modules.licensing.books import Books
from modules.licensing.records import Ground, Guards, LicenceView, Use


class Trade(Books):
    """Who may use what, until when, and what that costs."""

    @call(payable=True)
    def buy(self, offer: int, holder: Address, guards: Guards, referrer: Address) -> int:
        """
        Take an offer for a holder, with exactly price and deposit (`quote`).

        Whoever sends pays, and gets refunds: a sponsor where that is not the holder. `guards` say
        which terms were agreed to. Returns the licence's number.
        """
        return sales.buy(self, offer, holder, guards, referrer)

    @call()
    def approve(self, licence: int) -> None:
        """Say yes as the licensor to a licence that waits; its term begins."""
        sales.approve(self, licence)

    @call()
    def reject(self, licence: int) -> None:
        """Say no as the licensor; everything goes back."""
        licences.enter(self, "reject", licence)
        sales.reject(self, licence, "reject")

    @call()
    def use(self, licence: int, count: int, purpose: int, app: Hash32, receipt: Hash32) -> None:
        """
        Write a use down as the holder, a seat or a delegated app.

        `purpose` is a bit of the offer's mask, `app` the hash of the program, `receipt` that of
        whatever proves the use off the chain.
        """
        licences.use(self, licence, count, purpose, app, receipt)

    @call()
    def delegate_app(self, licence: int, app: Address, is_allowed: bool) -> None:
        """Let an app's account use the licence, or do so no more."""
        licences.delegate_app(self, licence, app, is_allowed)

    @call()
    def assign_seat(self, licence: int, account: Address) -> None:
        """Give a free seat to somebody."""
        licences.assign_seat(self, licence, account)

    @call()
    def unassign_seat(self, licence: int, account: Address) -> None:
        """Take a seat back; it is free at once."""
        licences.unassign_seat(self, licence, account)

    @call()
    def transfer_licence(self, licence: int, target: Address) -> None:
        """Hand a licence on with its time and quota; whoever buys must be admitted."""
        licences.transfer(self, licence, target)

    @call()
    def waive(self, licence: int) -> None:
        """Give a licence up; one that waits for approval is refunded whole."""
        revocations.waive(self, licence)

    @call()
    def return_rental(self, licence: int, proof: Hash32) -> None:
        """Give a rental back, with the hash that proves it; deposit less late fee comes back."""
        licences.return_rental(self, licence, proof)

    @call()
    def cancel(self, licence: int) -> None:
        """Renew a subscription no more; it goes on to the end of what is paid."""
        subscriptions.cancel(self, licence)

    @call(payable=True)
    def renew(self, licence: int) -> bool:
        """
        Pay for a subscription's next period, with the coins sent or from its standing coins.

        Anybody may, in the window before the end and in grace after it, and is rewarded for
        carrying it out on another's standing word. Returns false where the holder is not admitted
        any more.
        """
        return subscriptions.renew(self, licence)

    @call(payable=True)
    def fund_standing(self, licence: int, price_wei_max: Wei, total_wei_max: Wei) -> None:
        """Put the coins sent behind renewals, up to these caps for one and for all."""
        subscriptions.fund(self, licence, price_wei_max, total_wei_max)

    @call()
    def withdraw_standing(self, licence: int, amount_wei: Wei) -> None:
        """Take back what stands behind renewals, exactly as much as is asked."""
        subscriptions.withdraw(self, licence, amount_wei)

    @call()
    def settle(self, licence: int) -> None:
        """Pay out what a licence earned up to now, and do what is overdue; changes no amount."""
        licences.settle(self, licence)

    @call(payable=True)
    def revoke(self, licence: int, ground: Ground, evidence: Hash32) -> None:
        """
        Give notice as the licensor: for breach, by evidence, or without fault.

        Without fault what is unearned goes back; where all was earned at once, the coins sent are
        exactly the price that was paid.
        """
        revocations.revoke(self, licence, ground, evidence)

    @call()
    def order_revocation(self, licence: int, evidence: Hash32) -> None:
        """Give notice by law, as whom the regulator's policy admits."""
        revocations.order(self, licence, evidence)

    @call()
    def withdraw_revocation(self, licence: int) -> None:
        """Take a notice back as who gave it."""
        revocations.withdraw(self, licence)

    @call()
    def appeal(self, licence: int, evidence: Hash32) -> int:
        """Ask a jury about a revocation as the holder, before it takes effect; returns the case."""
        return revocations.appeal(self, licence, evidence)

    @view
    def licence(self, number: int) -> LicenceView:
        """Return a licence as it stands in this block; refused if unknown."""
        return views.licence(self, number)

    @view
    def licence_total(self) -> int:
        """Return how many licences there were; they are numbered from 1."""
        return self.licence_count

    @view
    def licences_of(self, holder: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return numbers of an account's licences, those that are over too, at most PAGE_MAX."""
        return self.licences_by[holder].page(offset, views.limited(limit))

    @view
    def is_valid(self, licence: int, account: Address, purpose: int, app: Hash32) -> bool:
        """Return whether an account may use the data in this block, for a purpose, in an app."""
        return licences.is_valid(self, licence, account, purpose, app)

    @view
    def valid_until(self, licence: int) -> Seconds:
        """Return when a licence ends on its asset's clock if nobody renews it; 0 for never."""
        return views.valid_until(self, licence)

    @view
    def renewable_from(self, licence: int) -> Seconds:
        """Return from when on a subscription can be renewed, on its asset's clock."""
        licences.licence_of(self, licence)
        return subscriptions.window_opens_at(self, licence)

    @view
    def remaining_uses(self, licence: int) -> int:
        """Return how many uses are left of a quota; 0 where there is none, or none is left."""
        return views.remaining_uses(self, licence)

    @view
    def uses_of(self, licence: int, offset: int, limit: int) -> tuple[Use, ...]:
        """Return a licence's audit trail, oldest first, at most PAGE_MAX."""
        return self.uses[licence].page(offset, views.limited(limit))

    @view
    def seats_of(self, licence: int, offset: int, limit: int) -> tuple[Address, ...]:
        """Return who sits in a licence's seats, at most PAGE_MAX."""
        return self.seats[licence].page(offset, views.limited(limit))

    @view
    def apps_of(self, licence: int) -> tuple[Address, ...]:
        """Return the accounts of apps that may use a licence."""
        return tuple(self.delegates[licence])

    @view
    def next_deadline(self, licence: int) -> Seconds:
        """Return when something happens to a licence by itself, in block time; 0 for never."""
        return Seconds(deadlines.licence_due(self, licence)[0])
