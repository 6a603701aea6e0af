"""
The licensor's part of the page: assets, versions, offers, income, disputes and erasure.
"""

from chain.kit.module import call, view
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.licensing import assets, disputes, erasure, offers, sales, vaults, views
from modules.licensing.books import Books
from modules.licensing.clocks import clock_s
from modules.licensing.records import (
    AssetView,
    Case,
    Child,
    OfferView,
    Parent,
    Quote,
    Share,
    Tag,
    Terms,
    Vault,
    Version,
    VersionTerms,
)


class Catalogue(Books):
    """What is on offer, whose it is, and who says otherwise."""

    @call(payable=True)
    def create_asset(self, version: VersionTerms) -> int:
        """
        Put an asset on the register with its first version; returns its number.

        The coins sent are exactly the bond, which comes back some time after retirement.
        """
        return assets.create(self, version)

    @call()
    def add_version(self, asset: int, version: VersionTerms) -> int:
        """Publish another version, with its own parents; returns its number."""
        return assets.add_version(self, asset, version)

    @call()
    def list_asset(self, asset: int) -> None:
        """Let a draft be licensed."""
        assets.list_asset(self, asset)

    @call()
    def pause_asset(self, asset: int) -> None:
        """Sell and renew nothing for a while; licences go on."""
        assets.pause(self, asset)

    @call()
    def resume_asset(self, asset: int) -> None:
        """Sell and renew again."""
        assets.resume(self, asset)

    @call()
    def retire_asset(self, asset: int) -> None:
        """Take an asset off the market for good; licences go on to their ends."""
        disputes.retire(self, asset)

    @call()
    def transfer_asset(self, asset: int, target: Address) -> None:
        """Hand an asset over with bond and duties; what it earned so far is paid out first."""
        disputes.transfer(self, asset, target)

    @call()
    def open_offer(self, asset: int, version: int, terms: Terms) -> int:
        """Offer a version on terms that never change; returns the offer's number."""
        return offers.open_offer(self, asset, version, terms)

    @call()
    def close_offer(self, offer: int) -> None:
        """Sell and renew no more on these terms."""
        offers.close(self, offer)

    @call()
    def claim_vault(self, asset: int) -> Wei:
        """Pay an asset's income to its owner, on anybody's word; returns it, in wei."""
        return vaults.claim(self, asset)

    @call()
    def raise_dispute(self, asset: int, tag: Tag, true_owner: Address, evidence: Hash32) -> int:
        """
        Accuse an asset before a jury, on what the sender deposited with the verifier.

        Where `true_owner` is named and the jury agrees, asset and income are that account's.
        Returns the case's number.
        """
        return disputes.raise_dispute(self, asset, tag, true_owner, evidence)

    @call()
    def contest_tag(self, asset: int, evidence: Hash32) -> int:
        """Ask a jury as the owner to lift a tag; returns the case's number."""
        return disputes.contest(self, asset, evidence)

    @call()
    def clear_tag(self, asset: int) -> None:
        """End a tag as the true owner that a ruling named."""
        disputes.clear(self, asset)

    @call()
    def request_erasure(self, asset: int, reference: Hash32) -> None:
        """Demand an asset's erasure, as whom the erasure policy admits."""
        erasure.request(self, asset, reference)

    @call()
    def prove_erasure(self, asset: int, proof: Hash32) -> None:
        """Show as the owner, by a hash, that the key is destroyed."""
        erasure.prove(self, asset, proof)

    @call()
    def send_notices(self, asset: int) -> int:
        """Tell owners of derivatives of an erasure, some a call; returns how many are left."""
        return erasure.send_notices(self, asset)

    @view
    def asset(self, number: int) -> AssetView:
        """Return an asset, whole; refused if unknown."""
        return views.asset(self, number)

    @view
    def asset_total(self) -> int:
        """Return how many assets there were; they are numbered from 1."""
        return self.asset_count

    @view
    def assets_of(self, owner: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return numbers of an account's assets, at most PAGE_MAX."""
        return self.assets_by[owner].page(offset, views.limited(limit))

    @view
    def version(self, asset: int, number: int) -> Version:
        """Return a version; refused if unknown. What is erased says no more where it was."""
        return views.version(self, asset, number)

    @view
    def parents_of(self, asset: int, version: int) -> tuple[Parent, ...]:
        """Return what a version was made of."""
        return self.parents[asset, version]

    @view
    def ancestors_of(self, asset: int, version: int) -> tuple[Share, ...]:
        """Return all ancestors of a version with their shares of its income after fees."""
        return self.ancestors[asset, version]

    @view
    def children_of(self, asset: int, offset: int, limit: int) -> tuple[Child, ...]:
        """Return versions that were made of an asset, oldest first, at most PAGE_MAX."""
        return self.children[asset].page(offset, views.limited(limit))

    @view
    def clock(self, asset: int) -> Seconds:
        """Return an asset's own time: it stands still while the asset is tagged."""
        return clock_s(self, asset)

    @view
    def offer(self, number: int) -> OfferView:
        """Return an offer with its terms; refused if unknown."""
        return OfferView(offers.offer_of(self, number), self.terms[number])

    @view
    def offers_on(self, asset: int, offset: int, limit: int) -> tuple[int, ...]:
        """Return numbers of an asset's offers, oldest first, at most PAGE_MAX."""
        return self.offers_of[asset].page(offset, views.limited(limit))

    @view
    def quote(self, offer: int, has_referrer: bool) -> Quote:
        """Return what `buy` costs now, and who gets what of the price, to the wei."""
        return sales.quote(self, offer, has_referrer)

    @view
    def vault(self, asset: int) -> Vault:
        """Return an asset's income: claimable, claimed, in escrow."""
        return self.vaults[asset]

    @view
    def case_record(self, number: int) -> Case:
        """Return a case; refused if unknown."""
        return views.case(self, number)

    @view
    def disputes_of(self, asset: int, offset: int, limit: int) -> tuple[int, ...]:
        """Return numbers of the cases about an asset and its licences, at most PAGE_MAX."""
        return self.cases_of[asset].page(offset, views.limited(limit))
