"""What licensing stores and shows: assets, offers, licences, vaults, disputes and their money."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Record
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Seconds, Wei

WHOLE: Final = 10_000  # bps of the whole
PAGE_MAX: Final = 100  # entries of one page of a view
URI_BYTES_MAX: Final = 256  # bytes of UTF-8 that say where an asset is found
PARENTS_MAX: Final = 16  # of one version, whatever the parameter says
ANCESTORS_MAX: Final = 64  # of one version, whatever the parameter says
APPS_MAX: Final = 8  # app hashes that one offer is bound to
DELEGATES_MAX: Final = 16  # accounts of apps that use one licence
SEATS_MAX: Final = 1_000_000  # of one licence
USES_MAX: Final = 10**12  # of one licence
SUPPLY_MAX: Final = 10**9  # licences of one offer
PRICE_WEI_MAX: Final = 10**30  # of one licence or one deposit; more than there are coins
VALUE_WEI_MAX: Final = 2**128  # wei at stake in one dispute
VERSIONS_MAX: Final = 64  # of one asset
NOTICES_MAX: Final = 50  # lineage notices of one call
QUANTUM_WEI: Final = WHOLE * WHOLE  # wei; whole quanta are split without rounding


class AssetState(IntEnum):
    """Where an asset stands."""

    NOTHING = 0
    DRAFT = 1
    LISTED = 2
    PAUSED = 3
    RETIRED = 4


class TagState(IntEnum):
    """What is said against an asset."""

    CLEAN = 0
    CHALLENGED = 1
    TAGGED = 2


class OfferState(IntEnum):
    """Whether an offer can be taken."""

    NOTHING = 0
    ACTIVE = 1
    CLOSED = 2


class LicenceState(IntEnum):
    """Where a licence stands; SUSPENDED follows from its asset and is never stored."""

    NOTHING = 0
    PENDING = 1
    REJECTED = 2
    ACTIVE = 3
    CANCELLING = 4
    GRACE = 5
    OVERDUE = 6
    SUSPENDED = 7
    EXPIRED = 8
    EXHAUSTED = 9
    LAPSED = 10
    ENDED = 11
    RETURNED = 12
    REVOKED = 13


class RevocationState(IntEnum):
    """How far a licensor's revocation is."""

    NONE = 0
    NOTICE = 1
    APPEALED = 2
    LIFTED = 3
    EFFECTIVE = 4


class CaseState(IntEnum):
    """Whether a case is decided: UPHELD is in favour of who brought it."""

    NOTHING = 0
    OPEN = 1
    UPHELD = 2
    DISMISSED = 3
    LAPSED = 4


class Kind(IntEnum):
    """What is sold."""

    PERPETUAL = 0
    TIMED = 1
    USES = 2  # a number of uses, within a time
    SEATS = 3  # a number of people, for a time or for ever
    RENTAL = 4  # for a time, against a deposit, to be returned
    FREE = 5
    SUBSCRIPTION = 6  # renewed period by period


class Purpose(IntEnum):
    """What data is used for: a bit each in an offer's mask; bits from 16 on are the licensor's."""

    TRAINING = 0
    FINE_TUNING = 1
    EVALUATION = 2
    RETRIEVAL = 3
    ANALYTICS = 4
    RESEARCH = 5
    EMBEDDING = 6
    REDISTRIBUTION = 7


class Tag(IntEnum):
    """What an asset is accused of."""

    NOT_THE_OWNERS = 0  # somebody else's work
    UNLAWFUL = 1
    PERSONAL_DATA = 2
    MISDESCRIBED = 3


class CaseKind(IntEnum):
    """What a jury is asked."""

    TAG = 0
    CONTEST = 1  # of a tag that stands
    APPEAL = 2  # of a revocation


class Ground(IntEnum):
    """Why a licence is revoked."""

    BREACH = 0
    NO_FAULT = 1
    REGULATORY = 2
    WAIVED = 3
    ASSET_VOID = 4  # erased, or tagged for good


class Share(Record):
    """What an ancestor gets of each payment for a descendant, after fees."""

    asset: int
    bps: Bps


class VersionTerms(Record):
    """
    A version as its owner publishes it; fixed for ever.

    `content` commits to the bytes (salted where they are personal), `schema` to their form;
    `parents` are licences of the owner for what this version is made of.
    """

    content: Hash32
    schema: Hash32
    uri: str
    parents: tuple[int, ...]


class Parent(Record):
    """A version that another was made of, and the licence that allowed it."""

    asset: int
    version: int
    licence: int
    royalty_bps: Bps


class Child(Record):
    """A version that was made of an asset."""

    asset: int
    version: int


class Version(Record):
    """A version as it stands: `expires_s` is the earliest end of what it was made of, 0 if none."""

    content: Hash32
    schema: Hash32
    uri: str
    published_s: Seconds
    expires_s: Seconds
    stack_bps: Bps


class Asset(Record):
    """An asset; `bond_until_s` is when the bond of a retired one goes back."""

    owner: Address
    state: AssetState
    versions: int
    bond_wei: Wei
    bond_until_s: Seconds


class Overlay(Record):
    """
    What is said against an asset, and its clock.

    The clock of an asset stands still while it is tagged: `frozen_s` are the seconds of all tags
    that are over, `void_s` is when it stopped for good. `until_s` is when a tag that nobody lifts
    becomes final; it is in the asset owner's hands alone where `is_redirected`.
    """

    tag: TagState
    tagged_s: Seconds
    frozen_s: Seconds
    void_s: Seconds
    until_s: Seconds
    case: int
    is_redirected: bool
    calm_until_s: Seconds  # no dispute is heard again before


class Erasure(Record):
    """A request to erase: the owner proves the key's destruction until `until_s`, or is fined."""

    requested_s: Seconds
    until_s: Seconds
    request: Hash32
    proof: Hash32
    noticed: int
    is_settled: bool
    penalty_bps: Bps  # of the vault


class Vault(Record):
    """An asset's income: claimable, or in escrow while the asset is tagged."""

    received_wei: Wei
    claimed_wei: Wei
    claimable_wei: Wei
    escrow_wei: Wei
    lost_wei: Wei


class Terms(Record):
    """
    What an offer grants; fixed when it is opened.

    `duration_s` is a term or a subscription's period (0: for ever), `uses` a quota (0: none),
    `purposes` a mask of bits, `apps` the only programs that may use the data (empty: any).
    `royalty_bps` is what derivatives owe of their income where `is_derivable`. `deposit_wei` and
    `late_fee_wei` (a second) are a rental's. `account_max` and `supply` limit licences per account
    and in all (0: no limit), `policy` says who may buy, `referrer_bps` is for who brings the buyer.
    """

    kind: Kind = Kind.PERPETUAL
    price_wei: Wei = Wei(0)
    duration_s: Seconds = Seconds(0)
    grace_s: Seconds = Seconds(0)
    uses: int = 0
    seats: int = 0
    deposit_wei: Wei = Wei(0)
    late_fee_wei: Wei = Wei(0)
    supply: int = 0
    account_max: int = 0
    purposes: int = 0
    apps: tuple[Hash32, ...] = ()
    royalty_bps: Bps = Bps(0)
    is_derivable: bool = False
    is_transferable: bool = False
    needs_approval: bool = False
    policy: int = 0
    referrer_bps: Bps = Bps(0)
    text: Hash32 = ZERO_HASH


class Offer(Record):
    """An offer of one version; `terms_hash` binds asset, version and terms."""

    asset: int
    version: int
    state: OfferState
    terms_hash: Hash32
    sold: int


class OfferView(Record):
    """An offer with its terms."""

    offer: Offer
    terms: Terms


class Guards(Record):
    """What the buyer agrees to at most, so that no change on the way costs more."""

    terms_hash: Hash32
    price_wei_max: Wei
    royalty_bps_max: Bps


class Licence(Record):
    """A licence; `payer` gets refunds. `until_s` is the end of an approval's wait."""

    offer: int
    asset: int
    version: int
    holder: Address
    payer: Address
    referrer: Address
    state: LicenceState
    terms_hash: Hash32
    used: int
    bought_s: Seconds
    until_s: Seconds
    deposit_wei: Wei


class Term(Record):
    """
    The time that was paid for, on the asset's clock, and what of its price was paid out.

    The protocol's fee is the one that stood when the term was bought. A renewal waits as `next`.
    """

    price_wei: Wei
    released_wei: Wei
    starts_at: Seconds
    ends_at: Seconds
    fee_bps: Bps
    next_price_wei: Wei
    next_fee_bps: Bps


class Ledger(Record):
    """A licence's price: what is neither earned nor refunded is deferred."""

    paid_wei: Wei
    earned_wei: Wei
    refunded_wei: Wei


class Standing(Record):
    """Coins kept here for a subscription's renewals, within caps of whoever put them down."""

    funder: Address
    balance_wei: Wei
    price_wei_max: Wei
    total_wei_max: Wei
    spent_wei: Wei


class Revocation(Record):
    """A revocation under notice; `held_wei` is the refund of a price that was earned at once."""

    state: RevocationState
    ground: Ground
    revoker: Address
    evidence: Hash32
    until_s: Seconds
    held_wei: Wei
    case: int


class Case(Record):
    """A question before a jury, about an asset or the licence of an appeal."""

    kind: CaseKind
    state: CaseState
    asset: int
    licence: int
    accused: Address
    challenger: Address
    tag: Tag
    true_owner: Address
    evidence: Hash32
    claim: int
    until_s: Seconds


class Use(Record):
    """One entry of a licence's audit trail."""

    user: Address
    at_s: Seconds
    count: int
    purpose: int
    app: Hash32
    receipt: Hash32


class QuoteShare(Record):
    """What an ancestor gets of a price."""

    asset: int
    bps: Bps
    amount_wei: Wei


class Quote(Record):
    """A price to the wei: what is to be sent is `total_wei`, the deposit included."""

    price_wei: Wei
    deposit_wei: Wei
    total_wei: Wei
    fee_wei: Wei
    referrer_wei: Wei
    royalties: tuple[QuoteShare, ...]
    owner_wei: Wei


class AssetView(Record):
    """An asset, whole; `clock_s` is its own time."""

    asset: Asset
    overlay: Overlay
    erasure: Erasure
    vault: Vault
    clock_s: Seconds


class LicenceView(Record):
    """A licence, whole, in its state of this block; times are on the asset's clock."""

    licence: Licence
    state: LicenceState
    term: Term
    ledger: Ledger
    standing: Standing
    revocation: Revocation
    earned_wei: Wei
    late_fee_wei: Wei


class Totals(Record):
    """Where the module's coins are, in wei."""

    vaults_wei: Wei
    deferred_wei: Wei
    deposits_wei: Wei
    standing_wei: Wei
    bonds_wei: Wei
    held_wei: Wei
