"""
Licensing, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.licensing import (
    AnnotationTotals,
    AssetView,
    Batch,
    Case,
    Child,
    Gold,
    Ground,
    Guards,
    LicenceView,
    LicensingParams,
    Member,
    Offer,
    OfferView,
    Parent,
    Quote,
    Seat,
    Share,
    Tag,
    TaskTerms,
    TaskView,
    Terms,
    Totals,
    Use,
    Vault,
    Version,
    VersionTerms,
)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class Licensing(ModuleClient):
    """Licensing: who may use which data for what, and who gets paid for it."""

    def create_asset(self, version: VersionTerms, *, value_wei: int) -> Pending:
        """
        Put an asset on the register with its first version; returns its number.

        The coins sent are exactly the bond, which comes back some time after retirement.
        """
        return Pending(self._loop.run(self._inner.create_asset(version, value_wei=value_wei)), self._loop)

    def add_version(self, asset: kit.Uint256, version: VersionTerms) -> Pending:
        """Publish another version, with its own parents; returns its number."""
        return Pending(self._loop.run(self._inner.add_version(asset, version)), self._loop)

    def list_asset(self, asset: kit.Uint256) -> Pending:
        """Let a draft be licensed."""
        return Pending(self._loop.run(self._inner.list_asset(asset)), self._loop)

    def pause_asset(self, asset: kit.Uint256) -> Pending:
        """Sell and renew nothing for a while; licences go on."""
        return Pending(self._loop.run(self._inner.pause_asset(asset)), self._loop)

    def resume_asset(self, asset: kit.Uint256) -> Pending:
        """Sell and renew again."""
        return Pending(self._loop.run(self._inner.resume_asset(asset)), self._loop)

    def retire_asset(self, asset: kit.Uint256) -> Pending:
        """Take an asset off the market for good; licences go on to their ends."""
        return Pending(self._loop.run(self._inner.retire_asset(asset)), self._loop)

    def transfer_asset(self, asset: kit.Uint256, target: kit.Address) -> Pending:
        """Hand an asset over with bond and duties; what it earned so far is paid out first."""
        return Pending(self._loop.run(self._inner.transfer_asset(asset, target)), self._loop)

    def open_offer(self, asset: kit.Uint256, version: kit.Uint256, terms: Terms) -> Pending:
        """Offer a version on terms that never change; returns the offer's number."""
        return Pending(self._loop.run(self._inner.open_offer(asset, version, terms)), self._loop)

    def close_offer(self, offer: kit.Uint256) -> Pending:
        """Sell and renew no more on these terms."""
        return Pending(self._loop.run(self._inner.close_offer(offer)), self._loop)

    def claim_vault(self, asset: kit.Uint256) -> Pending:
        """Pay an asset's income to its owner, on anybody's word; returns it, in wei."""
        return Pending(self._loop.run(self._inner.claim_vault(asset)), self._loop)

    def raise_dispute(
        self,
        asset: kit.Uint256,
        tag: Tag,
        true_owner: kit.Address,
        evidence: kit.Bytes32,
    ) -> Pending:
        """
        Accuse an asset before a jury, on what the sender deposited with the verifier.

        Where `true_owner` is named and the jury agrees, asset and income are that account's.
        Returns the case's number.
        """
        return Pending(self._loop.run(self._inner.raise_dispute(asset, tag, true_owner, evidence)), self._loop)

    def contest_tag(self, asset: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Ask a jury as the owner to lift a tag; returns the case's number."""
        return Pending(self._loop.run(self._inner.contest_tag(asset, evidence)), self._loop)

    def clear_tag(self, asset: kit.Uint256) -> Pending:
        """End a tag as the true owner that a ruling named."""
        return Pending(self._loop.run(self._inner.clear_tag(asset)), self._loop)

    def request_erasure(self, asset: kit.Uint256, reference: kit.Bytes32) -> Pending:
        """Demand an asset's erasure, as whom the erasure policy admits."""
        return Pending(self._loop.run(self._inner.request_erasure(asset, reference)), self._loop)

    def prove_erasure(self, asset: kit.Uint256, proof: kit.Bytes32) -> Pending:
        """Show as the owner, by a hash, that the key is destroyed."""
        return Pending(self._loop.run(self._inner.prove_erasure(asset, proof)), self._loop)

    def send_notices(self, asset: kit.Uint256) -> Pending:
        """Tell owners of derivatives of an erasure, some a call; returns how many are left."""
        return Pending(self._loop.run(self._inner.send_notices(asset)), self._loop)

    def buy(
        self,
        offer: kit.Uint256,
        holder: kit.Address,
        guards: Guards,
        referrer: kit.Address,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Take an offer for a holder, with exactly price and deposit (`quote`).

        Whoever sends pays, and gets refunds: a sponsor where that is not the holder. `guards` say
        which terms were agreed to. Returns the licence's number.
        """
        return Pending(self._loop.run(self._inner.buy(offer, holder, guards, referrer, value_wei=value_wei)), self._loop)

    def approve(self, licence: kit.Uint256) -> Pending:
        """Say yes as the licensor to a licence that waits; its term begins."""
        return Pending(self._loop.run(self._inner.approve(licence)), self._loop)

    def reject(self, licence: kit.Uint256) -> Pending:
        """Say no as the licensor; everything goes back."""
        return Pending(self._loop.run(self._inner.reject(licence)), self._loop)

    def use(
        self,
        licence: kit.Uint256,
        count: kit.Uint256,
        purpose: kit.Uint256,
        app: kit.Bytes32,
        receipt: kit.Bytes32,
    ) -> Pending:
        """
        Write a use down as the holder, a seat or a delegated app.

        `purpose` is a bit of the offer's mask, `app` the hash of the program, `receipt` that of
        whatever proves the use off the chain.
        """
        return Pending(self._loop.run(self._inner.use(licence, count, purpose, app, receipt)), self._loop)

    def delegate_app(self, licence: kit.Uint256, app: kit.Address, is_allowed: bool) -> Pending:
        """Let an app's account use the licence, or do so no more."""
        return Pending(self._loop.run(self._inner.delegate_app(licence, app, is_allowed)), self._loop)

    def assign_seat(self, licence: kit.Uint256, account: kit.Address) -> Pending:
        """Give a free seat to somebody."""
        return Pending(self._loop.run(self._inner.assign_seat(licence, account)), self._loop)

    def unassign_seat(self, licence: kit.Uint256, account: kit.Address) -> Pending:
        """Take a seat back; it is free at once."""
        return Pending(self._loop.run(self._inner.unassign_seat(licence, account)), self._loop)

    def transfer_licence(self, licence: kit.Uint256, target: kit.Address) -> Pending:
        """Hand a licence on with its time and quota; whoever buys must be admitted."""
        return Pending(self._loop.run(self._inner.transfer_licence(licence, target)), self._loop)

    def waive(self, licence: kit.Uint256) -> Pending:
        """Give a licence up; one that waits for approval is refunded whole."""
        return Pending(self._loop.run(self._inner.waive(licence)), self._loop)

    def return_rental(self, licence: kit.Uint256, proof: kit.Bytes32) -> Pending:
        """Give a rental back, with the hash that proves it; deposit less late fee comes back."""
        return Pending(self._loop.run(self._inner.return_rental(licence, proof)), self._loop)

    def cancel(self, licence: kit.Uint256) -> Pending:
        """Renew a subscription no more; it goes on to the end of what is paid."""
        return Pending(self._loop.run(self._inner.cancel(licence)), self._loop)

    def renew(self, licence: kit.Uint256, *, value_wei: int) -> Pending:
        """
        Pay for a subscription's next period, with the coins sent or from its standing coins.

        Anybody may, in the window before the end and in grace after it, and is rewarded for
        carrying it out on another's standing word. Returns false where the holder is not admitted
        any more.
        """
        return Pending(self._loop.run(self._inner.renew(licence, value_wei=value_wei)), self._loop)

    def fund_standing(
        self,
        licence: kit.Uint256,
        price_wei_max: kit.Wei,
        total_wei_max: kit.Wei,
        *,
        value_wei: int,
    ) -> Pending:
        """Put the coins sent behind renewals, up to these caps for one and for all."""
        return Pending(self._loop.run(self._inner.fund_standing(licence, price_wei_max, total_wei_max, value_wei=value_wei)), self._loop)

    def withdraw_standing(self, licence: kit.Uint256, amount_wei: kit.Wei) -> Pending:
        """Take back what stands behind renewals, exactly as much as is asked."""
        return Pending(self._loop.run(self._inner.withdraw_standing(licence, amount_wei)), self._loop)

    def settle(self, licence: kit.Uint256) -> Pending:
        """Pay out what a licence earned up to now, and do what is overdue; changes no amount."""
        return Pending(self._loop.run(self._inner.settle(licence)), self._loop)

    def revoke(
        self,
        licence: kit.Uint256,
        ground: Ground,
        evidence: kit.Bytes32,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Give notice as the licensor: for breach, by evidence, or without fault.

        Without fault what is unearned goes back; where all was earned at once, the coins sent are
        exactly the price that was paid.
        """
        return Pending(self._loop.run(self._inner.revoke(licence, ground, evidence, value_wei=value_wei)), self._loop)

    def order_revocation(self, licence: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Give notice by law, as whom the regulator's policy admits."""
        return Pending(self._loop.run(self._inner.order_revocation(licence, evidence)), self._loop)

    def withdraw_revocation(self, licence: kit.Uint256) -> Pending:
        """Take a notice back as who gave it."""
        return Pending(self._loop.run(self._inner.withdraw_revocation(licence)), self._loop)

    def appeal(self, licence: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Ask a jury about a revocation as the holder, before it takes effect; returns the case."""
        return Pending(self._loop.run(self._inner.appeal(licence, evidence)), self._loop)

    def post_task(self, terms: TaskTerms, *, value_wei: int) -> Pending:
        """
        Ask for annotation, or with `awards` for the best reports; returns the task's number.

        The coins sent are exactly the pay of all batches; what is not earned comes back.
        """
        return Pending(self._loop.run(self._inner.post_task(terms, value_wei=value_wei)), self._loop)

    def close_task(self, task: kit.Uint256) -> Pending:
        """Give out no more batches as the requester; live ones finish and are paid."""
        return Pending(self._loop.run(self._inner.close_task(task)), self._loop)

    def join_task(self, task: kit.Uint256, *, value_wei: int) -> Pending:
        """Become an annotator; the coins sent bring the bond up to exactly the task's."""
        return Pending(self._loop.run(self._inner.join_task(task, value_wei=value_wei)), self._loop)

    def leave_task(self, task: kit.Uint256) -> Pending:
        """Take the bond back, when nothing is left to settle."""
        return Pending(self._loop.run(self._inner.leave_task(task)), self._loop)

    def take_batch(self, task: kit.Uint256) -> Pending:
        """Take a seat at the next batch that has one, in order of arrival; returns the batch."""
        return Pending(self._loop.run(self._inner.take_batch(task)), self._loop)

    def seal_answers(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        commitment: kit.Bytes32,
    ) -> Pending:
        """Commit to answers; `annotation_batches.answers_seal` makes the seal."""
        return Pending(self._loop.run(self._inner.seal_answers(task, batch, commitment)), self._loop)

    def open_answers(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        answers: bytes,
        report: kit.Bytes32,
        salt: kit.Bytes32,
    ) -> Pending:
        """Show the answers that were sealed, a label an item; a bounty's with its report."""
        return Pending(self._loop.run(self._inner.open_answers(task, batch, answers, report, salt)), self._loop)

    def open_gold(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        golds: Sequence[Gold],
        salt: kit.Bytes32,
        path: Sequence[kit.Bytes32],
    ) -> Pending:
        """Show a batch's gold questions and settle by them; `gold_leaf` is what was sealed."""
        return Pending(self._loop.run(self._inner.open_gold(task, batch, golds, salt, path)), self._loop)

    def accept_batch(self, task: kit.Uint256, batch: kit.Uint256) -> Pending:
        """Settle a batch by agreement alone."""
        return Pending(self._loop.run(self._inner.accept_batch(task, batch)), self._loop)

    def pick_awards(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        winners: Sequence[kit.Uint256],
    ) -> Pending:
        """Award a bounty to seats, counted from 0: as many as there are awards for reports."""
        return Pending(self._loop.run(self._inner.pick_awards(task, batch, winners)), self._loop)

    def settle_batch(self, task: kit.Uint256, batch: kit.Uint256) -> Pending:
        """Do what is overdue for a batch, on anybody's word."""
        return Pending(self._loop.run(self._inner.settle_batch(task, batch)), self._loop)

    def params(self) -> LicensingParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def totals(self) -> Totals:
        """Return where the module's coins are."""
        return self._loop.run(self._inner.totals())

    def asset(self, number: kit.Uint256) -> AssetView:
        """Return an asset, whole; refused if unknown."""
        return self._loop.run(self._inner.asset(number))

    def asset_total(self) -> kit.Uint256:
        """Return how many assets there were; they are numbered from 1."""
        return self._loop.run(self._inner.asset_total())

    def assets_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's assets, at most PAGE_MAX."""
        return self._loop.run(self._inner.assets_of(owner, offset, limit))

    def version(self, asset: kit.Uint256, number: kit.Uint256) -> Version:
        """Return a version; refused if unknown. What is erased says no more where it was."""
        return self._loop.run(self._inner.version(asset, number))

    def parents_of(self, asset: kit.Uint256, version: kit.Uint256) -> tuple[Parent, ...]:
        """Return what a version was made of."""
        return self._loop.run(self._inner.parents_of(asset, version))

    def ancestors_of(self, asset: kit.Uint256, version: kit.Uint256) -> tuple[Share, ...]:
        """Return all ancestors of a version with their shares of its income after fees."""
        return self._loop.run(self._inner.ancestors_of(asset, version))

    def children_of(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Child, ...]:
        """Return versions that were made of an asset, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.children_of(asset, offset, limit))

    def clock(self, asset: kit.Uint256) -> kit.Seconds:
        """Return an asset's own time: it stands still while the asset is tagged."""
        return self._loop.run(self._inner.clock(asset))

    def offer(self, number: kit.Uint256) -> OfferView:
        """Return an offer with its terms; refused if unknown."""
        return self._loop.run(self._inner.offer(number))

    def offers_on(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an asset's offers, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.offers_on(asset, offset, limit))

    def quote(self, offer: kit.Uint256, has_referrer: bool) -> Quote:
        """Return what `buy` costs now, and who gets what of the price, to the wei."""
        return self._loop.run(self._inner.quote(offer, has_referrer))

    def vault(self, asset: kit.Uint256) -> Vault:
        """Return an asset's income: claimable, claimed, in escrow."""
        return self._loop.run(self._inner.vault(asset))

    def case_record(self, number: kit.Uint256) -> Case:
        """Return a case; refused if unknown."""
        return self._loop.run(self._inner.case_record(number))

    def disputes_of(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of the cases about an asset and its licences, at most PAGE_MAX."""
        return self._loop.run(self._inner.disputes_of(asset, offset, limit))

    def licence(self, number: kit.Uint256) -> LicenceView:
        """Return a licence as it stands in this block; refused if unknown."""
        return self._loop.run(self._inner.licence(number))

    def licence_total(self) -> kit.Uint256:
        """Return how many licences there were; they are numbered from 1."""
        return self._loop.run(self._inner.licence_total())

    def licences_of(
        self,
        holder: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's licences, those that are over too, at most PAGE_MAX."""
        return self._loop.run(self._inner.licences_of(holder, offset, limit))

    def is_valid(
        self,
        licence: kit.Uint256,
        account: kit.Address,
        purpose: kit.Uint256,
        app: kit.Bytes32,
    ) -> bool:
        """Return whether an account may use the data in this block, for a purpose, in an app."""
        return self._loop.run(self._inner.is_valid(licence, account, purpose, app))

    def valid_until(self, licence: kit.Uint256) -> kit.Seconds:
        """Return when a licence ends on its asset's clock if nobody renews it; 0 for never."""
        return self._loop.run(self._inner.valid_until(licence))

    def renewable_from(self, licence: kit.Uint256) -> kit.Seconds:
        """Return from when on a subscription can be renewed, on its asset's clock."""
        return self._loop.run(self._inner.renewable_from(licence))

    def remaining_uses(self, licence: kit.Uint256) -> kit.Uint256:
        """Return how many uses are left of a quota; 0 where there is none, or none is left."""
        return self._loop.run(self._inner.remaining_uses(licence))

    def uses_of(
        self,
        licence: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Use, ...]:
        """Return a licence's audit trail, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.uses_of(licence, offset, limit))

    def seats_of(
        self,
        licence: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who sits in a licence's seats, at most PAGE_MAX."""
        return self._loop.run(self._inner.seats_of(licence, offset, limit))

    def apps_of(self, licence: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return the accounts of apps that may use a licence."""
        return self._loop.run(self._inner.apps_of(licence))

    def next_deadline(self, licence: kit.Uint256) -> kit.Seconds:
        """Return when something happens to a licence by itself, in block time; 0 for never."""
        return self._loop.run(self._inner.next_deadline(licence))

    def task(self, number: kit.Uint256) -> TaskView:
        """Return a task with its terms; refused if unknown."""
        return self._loop.run(self._inner.task(number))

    def task_total(self) -> kit.Uint256:
        """Return how many tasks there were; they are numbered from 1."""
        return self._loop.run(self._inner.task_total())

    def tasks_of(
        self,
        requester: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's tasks, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.tasks_of(requester, offset, limit))

    def batch(self, task: kit.Uint256, number: kit.Uint256) -> Batch:
        """Return how far a batch is; refused if unknown."""
        return self._loop.run(self._inner.batch(task, number))

    def batch_seats_of(self, task: kit.Uint256, number: kit.Uint256) -> tuple[Seat, ...]:
        """Return a batch's seats in order of arrival, at most OVERLAP_MAX."""
        return self._loop.run(self._inner.batch_seats_of(task, number))

    def annotator(self, task: kit.Uint256, account: kit.Address) -> Member:
        """Return an annotator's bond, live seats and earnings in a task."""
        return self._loop.run(self._inner.annotator(task, account))

    def annotators_of(
        self,
        task: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who joined a task and did not leave, at most PAGE_MAX."""
        return self._loop.run(self._inner.annotators_of(task, offset, limit))

    def annotation_totals(self) -> AnnotationTotals:
        """Return where the coins of all tasks are."""
        return self._loop.run(self._inner.annotation_totals())
