"""What licensing says no with."""

from chain.kit.admission import Denied as Denied
from chain.kit.record import Refusal
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei


class UnknownAsset(Refusal):
    """There is no asset of this number."""

    asset: int


class UnknownVersion(Refusal):
    """The asset has no version of this number."""

    asset: int
    version: int


class UnknownOffer(Refusal):
    """There is no offer of this number."""

    offer: int


class UnknownLicence(Refusal):
    """There is no licence of this number."""

    licence: int


class UnknownCase(Refusal):
    """There is no case of this number."""

    case: int


class BondMismatch(Refusal):
    """A new asset brings exactly this bond."""

    bond_wei: Wei
    found_wei: Wei


class VersionInvalid(Refusal):
    """A version names what it commits to, its schema and a place of some bytes at most."""

    uri_bytes_max: int
    found: int


class TooManyVersions(Refusal):
    """An asset has so many versions at most."""

    versions_max: int


class ParentInvalid(Refusal):
    """A parent is a licence of the owner's, valid now, for derivatives of a listed other asset."""

    licence: int


class TooManyParents(Refusal):
    """A version is made of so many others at most, each named once."""

    parents_max: int
    found: int


class TooManyAncestors(Refusal):
    """A version has so many ancestors at most."""

    ancestors_max: int
    found: int


class RoyaltyStackTooHigh(Refusal):
    """All ancestors of a new version get so much together at most."""

    stack_bps_max: Bps
    found_bps: int


class TermsInvalid(Refusal):
    """A field of the terms is out of its bounds, or means nothing for this kind."""

    field: str
    minimum: int
    maximum: int
    found: int


class UnknownPolicy(Refusal):
    """There is no policy of this number."""

    policy: int


class TermsChanged(Refusal):
    """The offer's terms are not those that the buyer agreed to."""

    expected: Hash32
    found: Hash32


class PriceAboveLimit(Refusal):
    """The price is more than the buyer agreed to."""

    price_wei_max: Wei
    price_wei: Wei


class RoyaltyAboveLimit(Refusal):
    """Derivatives would owe more than the buyer agreed to."""

    royalty_bps_max: Bps
    royalty_bps: Bps


class PaymentMismatch(Refusal):
    """Exactly this much is to be sent."""

    expected_wei: Wei
    found_wei: Wei


class FeeRoundsToZero(Refusal):
    """The price is so small that the protocol's share of it would be nothing."""

    price_wei: Wei


class NotForSale(Refusal):
    """The asset is not listed, or stands tagged."""

    asset: int


class AssetDisputed(Refusal):
    """The asset is in dispute or tagged; this waits for the end of it."""

    asset: int


class AssetVoid(Refusal):
    """The asset was erased, or tagged for good."""

    asset: int


class VersionExpires(Refusal):
    """What the version was made of ends before the licence would."""

    expires_s: Seconds


class SoldOut(Refusal):
    """As many licences of the offer were sold as there may be."""

    supply: int


class AccountLimit(Refusal):
    """The account has as many licences of the offer as one may have."""

    account_max: int


class NotForOthers(Refusal):
    """Free licences are taken for oneself only."""

    holder: Address


class AccountInvalid(Refusal):
    """Another account is expected here."""

    account: Address


class PurposeForbidden(Refusal):
    """The licence is not for this purpose."""

    purpose: int


class AppForbidden(Refusal):
    """The licence is not for use in this app."""

    app: Hash32


class QuotaExceeded(Refusal):
    """So many uses are left; at least one is expected."""

    left: int
    found: int


class ReceiptMissing(Refusal):
    """A use comes with the hash of its receipt."""

    licence: int


class NoSeatFree(Refusal):
    """All seats are taken."""

    seats: int


class TooManyApps(Refusal):
    """So many apps at most use one licence."""

    apps_max: int


class NothingChanged(Refusal):
    """It is so already."""

    licence: int


class NotTransferable(Refusal):
    """The licence stays with its holder, or is under notice."""

    licence: int


class NotRental(Refusal):
    """Only a rental is returned."""

    licence: int


class ReturnExpected(Refusal):
    """A rental is not given up, it is returned, with the proof of it."""

    licence: int


class NotSubscription(Refusal):
    """Only a subscription is renewed or cancelled, and has standing coins."""

    licence: int


class RenewalTooEarly(Refusal):
    """The subscription can be renewed from then on, on the asset's clock."""

    opens_at: Seconds


class AlreadyRenewed(Refusal):
    """The next period is paid for already."""

    licence: int


class OfferNotOpen(Refusal):
    """The offer is closed: what it sold goes on to its end."""

    offer: int


class UnderNotice(Refusal):
    """The licence is about to be revoked."""

    licence: int


class CapExceeded(Refusal):
    """The price does not fit under the standing cap, or into what stands behind it."""

    available_wei: Wei
    price_wei: Wei


class NothingStanding(Refusal):
    """So little stands behind the subscription."""

    balance_wei: Wei


class GroundInvalid(Refusal):
    """A licensor revokes for breach or without fault; an appeal is against what needs a ground."""

    licence: int


class EvidenceInvalid(Refusal):
    """Evidence has a hash, and was not brought before."""

    evidence: Hash32


class OwnDispute(Refusal):
    """An owner does not dispute its own asset."""

    asset: int


class DisputeTooSoon(Refusal):
    """After a dispute that was dismissed the asset is left in peace until then."""

    calm_until_s: Seconds


class CaseOpen(Refusal):
    """A case about it is open already."""

    case: int


class NothingToClaim(Refusal):
    """The vault has nothing claimable."""

    asset: int


class NobodyMay(Refusal):
    """Governance named no policy that admits anybody to this."""


class NoErasure(Refusal):
    """No erasure of this asset is under way."""

    asset: int


class NoticesSent(Refusal):
    """Every derivative's owner was told."""

    asset: int


class RoyaltyMissing(Refusal):
    """The coins that another market says it paid are not here."""

    expected_wei: Wei
    found_wei: Wei


class AssetNotPayable(Refusal):
    """The asset takes no income."""

    asset: int
