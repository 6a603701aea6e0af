"""What licensing tells: every change of an asset, an offer, a licence, a case, and all income."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from modules.licensing.records import (
    AssetState,
    CaseKind,
    CaseState,
    Ground,
    Kind,
    LicenceState,
    RevocationState,
    Tag,
    TagState,
)


class AssetCreated(Event):
    """An asset is on the register, as a draft with its first version."""

    asset: Indexed[int]
    owner: Indexed[Address]
    bond_wei: Wei


class VersionPublished(Event):
    """A version is fixed: what it commits to, what its ancestors get together, when it expires."""

    asset: Indexed[int]
    version: int
    content: Hash32
    schema: Hash32
    stack_bps: Bps
    expires_s: Seconds


class DerivativeLinked(Event):
    """A version is made of another asset's."""

    asset: Indexed[int]
    version: int
    parent: Indexed[int]
    parent_version: int
    licence: int
    royalty_bps: Bps


class Listed(Event):
    """An asset can be licensed."""

    asset: Indexed[int]


class AssetMoved(Event):
    """An asset went from one state to another."""

    asset: Indexed[int]
    before: AssetState
    after: AssetState
    reason: str


class AssetTransferred(Event):
    """An asset has another owner."""

    asset: Indexed[int]
    before: Indexed[Address]
    after: Indexed[Address]
    reason: str


class AssetBondEnded(Event):
    """An asset's bond went back, or was lost to somebody."""

    asset: Indexed[int]
    target: Address
    amount_wei: Wei
    reason: str


class TermsAttached(Event):
    """An offer stands: terms by their hash, for one version."""

    offer: Indexed[int]
    asset: Indexed[int]
    version: int
    kind: Kind
    price_wei: Wei
    terms_hash: Hash32


class OfferClosed(Event):
    """An offer is not taken any more."""

    offer: Indexed[int]


class LicenceMinted(Event):
    """Somebody has a licence, or waits for its approval; `payer` paid for `holder`."""

    licence: Indexed[int]
    offer: Indexed[int]
    holder: Indexed[Address]
    payer: Address
    price_wei: Wei
    deposit_wei: Wei
    terms_hash: Hash32


class LicenceMoved(Event):
    """A licence went from one state to another."""

    licence: Indexed[int]
    before: LicenceState
    after: LicenceState
    reason: str


class LicenceTransferred(Event):
    """A licence has another holder."""

    licence: Indexed[int]
    before: Indexed[Address]
    after: Indexed[Address]


class SeatChanged(Event):
    """A seat was given to somebody, or taken back."""

    licence: Indexed[int]
    account: Indexed[Address]
    is_seated: bool


class AppDelegated(Event):
    """An app's account may use a licence, or may no more."""

    licence: Indexed[int]
    app: Indexed[Address]
    is_allowed: bool


class Used(Event):
    """The data was used, for a purpose, by a program; the receipt is whoever's it is to show."""

    licence: Indexed[int]
    user: Indexed[Address]
    count: int
    purpose: int
    app: Hash32
    receipt: Hash32


class Renewed(Event):
    """A subscription is paid for one more period; a keeper got its reward out of the price."""

    licence: Indexed[int]
    price_wei: Wei
    keeper: Address
    reward_wei: Wei
    ends_at: Seconds


class RenewalDenied(Event):
    """A subscription was not renewed because its holder may not buy any more."""

    licence: Indexed[int]
    reasons: int


class Lapsed(Event):
    """A subscription's grace is over."""

    licence: Indexed[int]


class StandingChanged(Event):
    """What stands behind a subscription's renewals."""

    licence: Indexed[int]
    funder: Indexed[Address]
    balance_wei: Wei
    price_wei_max: Wei
    total_wei_max: Wei


class IncomeReleased(Event):
    """A part of a price was earned and paid out: before fees, and each leg after."""

    licence: Indexed[int]
    asset: Indexed[int]
    gross_wei: Wei
    fee_wei: Wei
    referrer_wei: Wei
    royalties_wei: Wei
    owner_wei: Wei


class RoyaltyPaid(Event):
    """An ancestor's vault got its share of a descendant's income."""

    asset: Indexed[int]
    ancestor: Indexed[int]
    amount_wei: Wei


class RoyaltyReceived(Event):
    """Another market paid an asset for what was made with it."""

    asset: Indexed[int]
    payer: Indexed[Address]
    amount_wei: Wei


class LateFeeTaken(Event):
    """A rental came back late, or never: a part of its deposit became income."""

    licence: Indexed[int]
    amount_wei: Wei


class LicenceRefunded(Event):
    """What a licence deferred went back to who paid it."""

    licence: Indexed[int]
    payer: Indexed[Address]
    amount_wei: Wei


class VaultClaimed(Event):
    """An asset's income was paid to its owner."""

    asset: Indexed[int]
    owner: Indexed[Address]
    amount_wei: Wei


class VaultPenalised(Event):
    """A part of an asset's income was lost."""

    asset: Indexed[int]
    amount_wei: Wei


class RevocationMoved(Event):
    """How far a revocation is; a new one takes effect at `until_s`."""

    licence: Indexed[int]
    state: RevocationState
    ground: Ground
    until_s: Seconds


class Revoked(Event):
    """A licence was taken back."""

    licence: Indexed[int]
    ground: Ground
    refund_wei: Wei


class Disputed(Event):
    """A question is before a jury."""

    case: Indexed[int]
    asset: Indexed[int]
    challenger: Indexed[Address]
    kind: CaseKind
    tag: Tag
    evidence: Hash32
    true_owner: Address


class Judged(Event):
    """A case is over."""

    case: Indexed[int]
    asset: Indexed[int]
    state: CaseState


class TagChanged(Event):
    """What is said against an asset changed; while TAGGED its licences' time stands still."""

    asset: Indexed[int]
    before: TagState
    after: TagState
    reason: str


class Resolved(Event):
    """A tag is over: what was in escrow can be claimed."""

    asset: Indexed[int]
    owner: Indexed[Address]
    released_wei: Wei


class Tombstoned(Event):
    """An asset must be erased: its owner proves that by a time."""

    asset: Indexed[int]
    request: Hash32
    until_s: Seconds


class ErasureProven(Event):
    """An asset's owner showed the proof that its key is destroyed."""

    asset: Indexed[int]
    proof: Hash32


class ErasureOverdue(Event):
    """No proof came: bond and vault paid for it."""

    asset: Indexed[int]
    lost_wei: Wei


class LineageNotice(Event):
    """What a derivative was made of must be erased; its owner is told."""

    asset: Indexed[int]
    child: Indexed[int]
    child_version: int
    owner: Indexed[Address]
