"""
Licensing: who may use which data for what, and who gets paid for it.

Rendered from modules/licensing/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    AuditEntryAdded,
    AuditEpochClosed,
    CoinsMoved,
    DelegatecallRefused,
    Denied,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    RoleForbids,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


class Kind(IntEnum):
    """What is sold."""

    PERPETUAL = 0
    TIMED = 1
    USES = 2
    SEATS = 3
    RENTAL = 4
    FREE = 5
    SUBSCRIPTION = 6


class Tag(IntEnum):
    """What an asset is accused of."""

    NOT_THE_OWNERS = 0
    UNLAWFUL = 1
    PERSONAL_DATA = 2
    MISDESCRIBED = 3


class Ground(IntEnum):
    """Why a licence is revoked."""

    BREACH = 0
    NO_FAULT = 1
    REGULATORY = 2
    WAIVED = 3
    ASSET_VOID = 4


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


class CaseKind(IntEnum):
    """What a jury is asked."""

    TAG = 0
    CONTEST = 1
    APPEAL = 2


class CaseState(IntEnum):
    """Whether a case is decided: UPHELD is in favour of who brought it."""

    NOTHING = 0
    OPEN = 1
    UPHELD = 2
    DISMISSED = 3
    LAPSED = 4


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


class TaskState(IntEnum):
    """Whether a task gives batches out."""

    NOTHING = 0
    OPEN = 1
    CLOSING = 2
    CLOSED = 3


class BatchState(IntEnum):
    """How far a batch is."""

    EMPTY = 0
    FILLING = 1
    OPENING = 2
    REVIEW = 3
    SETTLED = 4


class SeatState(IntEnum):
    """What became of an annotator's place at a batch."""

    NOTHING = 0
    TAKEN = 1
    SEALED = 2
    OPENED = 3
    PAID = 4
    UNPAID = 5
    CHEATED = 6
    MISSED = 7


@dataclass(frozen=True, slots=True)
class VersionTerms(kit.Record):
    """
    A version as its owner publishes it; fixed for ever.

    `content` commits to the bytes (salted where they are personal), `schema` to their form;
    `parents` are licences of the owner for what this version is made of.
    """

    content: kit.Bytes32
    schema: kit.Bytes32
    uri: str
    parents: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class Terms(kit.Record):
    """
    What an offer grants; fixed when it is opened.

    `duration_s` is a term or a subscription's period (0: for ever), `uses` a quota (0: none),
    `purposes` a mask of bits, `apps` the only programs that may use the data (empty: any).
    `royalty_bps` is what derivatives owe of their income where `is_derivable`. `deposit_wei` and
    `late_fee_wei` (a second) are a rental's. `account_max` and `supply` limit licences per account
    and in all (0: no limit), `policy` says who may buy, `referrer_bps` is for who brings the buyer.
    """

    kind: Kind = Kind.PERPETUAL
    price_wei: kit.Wei = 0
    duration_s: kit.Seconds = 0
    grace_s: kit.Seconds = 0
    uses: kit.Uint256 = 0
    seats: kit.Uint256 = 0
    deposit_wei: kit.Wei = 0
    late_fee_wei: kit.Wei = 0
    supply: kit.Uint256 = 0
    account_max: kit.Uint256 = 0
    purposes: kit.Uint256 = 0
    apps: tuple[kit.Bytes32, ...] = ()
    royalty_bps: kit.Bps = 0
    is_derivable: bool = False
    is_transferable: bool = False
    needs_approval: bool = False
    policy: kit.Uint256 = 0
    referrer_bps: kit.Bps = 0
    text: kit.Bytes32 = kit.ZERO_BYTES32


@dataclass(frozen=True, slots=True)
class Guards(kit.Record):
    """What the buyer agrees to at most, so that no change on the way costs more."""

    terms_hash: kit.Bytes32
    price_wei_max: kit.Wei
    royalty_bps_max: kit.Bps


@dataclass(frozen=True, slots=True)
class TaskTerms(kit.Record):
    """
    What a requester asks for; fixed when it is posted.

    A task has `batches` of `items` each, under the Merkle root `items_root`; every batch is
    answered by `overlap` people, each with one of `labels` per item, for `pay_wei`. `gold_root`
    seals gold questions, a leaf a batch (`gold_leaf`); zero for none. With `awards` it is a bounty:
    one batch of reports, of which so many are paid. Times are for answering, opening and review.
    """

    guide: kit.Bytes32
    items_root: kit.Bytes32
    gold_root: kit.Bytes32
    batches: kit.Uint256
    items: kit.Uint256
    labels: kit.Uint256
    overlap: kit.Uint256
    awards: kit.Uint256
    pay_wei: kit.Wei
    bond_wei: kit.Wei
    gold_min_bps: kit.Bps
    agreement_min_bps: kit.Bps
    policy: kit.Uint256
    answer_s: kit.Seconds
    open_s: kit.Seconds
    review_s: kit.Seconds
    ends_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Gold(kit.Record):
    """An item of a batch with its right label."""

    item: kit.Uint256
    label: kit.Uint256


@dataclass(frozen=True, slots=True)
class LicensingParams(kit.Record):
    """
    Fees, windows and limits.

    Fees and royalties never take more than a price together: royalties are shares of what fees
    leave, so a change of either keeps every link that was made.
    """

    protocol_fee_bps: kit.Bps
    referrer_bps_max: kit.Bps
    min_payment_wei: kit.Wei
    parents_max: kit.Uint256
    ancestors_max: kit.Uint256
    royalty_stack_bps_max: kit.Bps
    duration_s_max: kit.Seconds
    approve_timeout_s: kit.Seconds
    renew_window_s: kit.Seconds
    grace_s_max: kit.Seconds
    keeper_bps: kit.Bps
    revoke_notice_s: kit.Seconds
    verdict_timeout_s: kit.Seconds
    tag_timeout_s: kit.Seconds
    dispute_cooldown_s: kit.Seconds
    erasure_s: kit.Seconds
    erasure_penalty_bps: kit.Bps
    bond_hold_s: kit.Seconds
    asset_bond_wei: kit.Wei
    erasure_policy: kit.Uint256
    regulator_policy: kit.Uint256
    task_s_max: kit.Seconds
    missed_seat_bps: kit.Bps
    cheat_seat_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Totals(kit.Record):
    """Where the module's coins are, in wei."""

    vaults_wei: kit.Wei
    deferred_wei: kit.Wei
    deposits_wei: kit.Wei
    standing_wei: kit.Wei
    bonds_wei: kit.Wei
    held_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Asset(kit.Record):
    """An asset; `bond_until_s` is when the bond of a retired one goes back."""

    owner: kit.Address
    state: AssetState
    versions: kit.Uint256
    bond_wei: kit.Wei
    bond_until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Overlay(kit.Record):
    """
    What is said against an asset, and its clock.

    The clock of an asset stands still while it is tagged: `frozen_s` are the seconds of all tags
    that are over, `void_s` is when it stopped for good. `until_s` is when a tag that nobody lifts
    becomes final; it is in the asset owner's hands alone where `is_redirected`.
    """

    tag: TagState
    tagged_s: kit.Seconds
    frozen_s: kit.Seconds
    void_s: kit.Seconds
    until_s: kit.Seconds
    case: kit.Uint256
    is_redirected: bool
    calm_until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Erasure(kit.Record):
    """A request to erase: the owner proves the key's destruction until `until_s`, or is fined."""

    requested_s: kit.Seconds
    until_s: kit.Seconds
    request: kit.Bytes32
    proof: kit.Bytes32
    noticed: kit.Uint256
    is_settled: bool
    penalty_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Vault(kit.Record):
    """An asset's income: claimable, or in escrow while the asset is tagged."""

    received_wei: kit.Wei
    claimed_wei: kit.Wei
    claimable_wei: kit.Wei
    escrow_wei: kit.Wei
    lost_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AssetView(kit.Record):
    """An asset, whole; `clock_s` is its own time."""

    asset: Asset
    overlay: Overlay
    erasure: Erasure
    vault: Vault
    clock_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Version(kit.Record):
    """A version as it stands: `expires_s` is the earliest end of what it was made of, 0 if none."""

    content: kit.Bytes32
    schema: kit.Bytes32
    uri: str
    published_s: kit.Seconds
    expires_s: kit.Seconds
    stack_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Parent(kit.Record):
    """A version that another was made of, and the licence that allowed it."""

    asset: kit.Uint256
    version: kit.Uint256
    licence: kit.Uint256
    royalty_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Share(kit.Record):
    """What an ancestor gets of each payment for a descendant, after fees."""

    asset: kit.Uint256
    bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Child(kit.Record):
    """A version that was made of an asset."""

    asset: kit.Uint256
    version: kit.Uint256


@dataclass(frozen=True, slots=True)
class Offer(kit.Record):
    """An offer of one version; `terms_hash` binds asset, version and terms."""

    asset: kit.Uint256
    version: kit.Uint256
    state: OfferState
    terms_hash: kit.Bytes32
    sold: kit.Uint256


@dataclass(frozen=True, slots=True)
class OfferView(kit.Record):
    """An offer with its terms."""

    offer: Offer
    terms: Terms


@dataclass(frozen=True, slots=True)
class QuoteShare(kit.Record):
    """What an ancestor gets of a price."""

    asset: kit.Uint256
    bps: kit.Bps
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Quote(kit.Record):
    """A price to the wei: what is to be sent is `total_wei`, the deposit included."""

    price_wei: kit.Wei
    deposit_wei: kit.Wei
    total_wei: kit.Wei
    fee_wei: kit.Wei
    referrer_wei: kit.Wei
    royalties: tuple[QuoteShare, ...]
    owner_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Case(kit.Record):
    """A question before a jury, about an asset or the licence of an appeal."""

    kind: CaseKind
    state: CaseState
    asset: kit.Uint256
    licence: kit.Uint256
    accused: kit.Address
    challenger: kit.Address
    tag: Tag
    true_owner: kit.Address
    evidence: kit.Bytes32
    claim: kit.Uint256
    until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Licence(kit.Record):
    """A licence; `payer` gets refunds. `until_s` is the end of an approval's wait."""

    offer: kit.Uint256
    asset: kit.Uint256
    version: kit.Uint256
    holder: kit.Address
    payer: kit.Address
    referrer: kit.Address
    state: LicenceState
    terms_hash: kit.Bytes32
    used: kit.Uint256
    bought_s: kit.Seconds
    until_s: kit.Seconds
    deposit_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Term(kit.Record):
    """
    The time that was paid for, on the asset's clock, and what of its price was paid out.

    The protocol's fee is the one that stood when the term was bought. A renewal waits as `next`.
    """

    price_wei: kit.Wei
    released_wei: kit.Wei
    starts_at: kit.Seconds
    ends_at: kit.Seconds
    fee_bps: kit.Bps
    next_price_wei: kit.Wei
    next_fee_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Ledger(kit.Record):
    """A licence's price: what is neither earned nor refunded is deferred."""

    paid_wei: kit.Wei
    earned_wei: kit.Wei
    refunded_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Standing(kit.Record):
    """Coins kept here for a subscription's renewals, within caps of whoever put them down."""

    funder: kit.Address
    balance_wei: kit.Wei
    price_wei_max: kit.Wei
    total_wei_max: kit.Wei
    spent_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Revocation(kit.Record):
    """A revocation under notice; `held_wei` is the refund of a price that was earned at once."""

    state: RevocationState
    ground: Ground
    revoker: kit.Address
    evidence: kit.Bytes32
    until_s: kit.Seconds
    held_wei: kit.Wei
    case: kit.Uint256


@dataclass(frozen=True, slots=True)
class LicenceView(kit.Record):
    """A licence, whole, in its state of this block; times are on the asset's clock."""

    licence: Licence
    state: LicenceState
    term: Term
    ledger: Ledger
    standing: Standing
    revocation: Revocation
    earned_wei: kit.Wei
    late_fee_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Use(kit.Record):
    """One entry of a licence's audit trail."""

    user: kit.Address
    at_s: kit.Seconds
    count: kit.Uint256
    purpose: kit.Uint256
    app: kit.Bytes32
    receipt: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Task(kit.Record):
    """
    A task as it stands: `budget_wei` is unspent, `first_open` where the next seat is sought.

    What the protocol and penalties take is fixed when it is posted, as its terms are.
    """

    requester: kit.Address
    state: TaskState
    budget_wei: kit.Wei
    paid_wei: kit.Wei
    fee_bps: kit.Bps
    first_open: kit.Uint256
    live: kit.Uint256
    settled: kit.Uint256
    missed_bps: kit.Bps
    cheat_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class TaskView(kit.Record):
    """A task with its terms."""

    task: Task
    terms: TaskTerms


@dataclass(frozen=True, slots=True)
class Batch(kit.Record):
    """A batch as it stands."""

    state: BatchState
    sealed: kit.Uint256
    opened: kit.Uint256
    until_s: kit.Seconds
    span_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Seat(kit.Record):
    """An annotator's place at a batch; the answers are forgotten once they are scored."""

    annotator: kit.Address
    state: SeatState
    seal: kit.Bytes32
    report: kit.Bytes32
    answers: bytes
    gold_bps: kit.Bps
    agreement_bps: kit.Bps
    paid_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Member(kit.Record):
    """An annotator of a task: the bond that is left, live seats, and what it earned."""

    bond_wei: kit.Wei
    live: kit.Uint256
    settled: kit.Uint256
    earned_wei: kit.Wei
    is_member: bool


@dataclass(frozen=True, slots=True)
class AnnotationTotals(kit.Record):
    """Coins of tasks: unspent budgets and annotators' bonds, in wei."""

    budgets_wei: kit.Wei
    bonds_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TaskPosted(kit.Event):
    """A task is open, with all its pay locked."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    requester: Annotated[kit.Address, kit.INDEXED]
    guide: kit.Bytes32
    budget_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TaskMoved(kit.Event):
    """A task went from one state to another."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    before: TaskState
    after: TaskState
    reason: str


@dataclass(frozen=True, slots=True)
class TaskRefunded(kit.Event):
    """What a task did not pay out went back to its requester."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    requester: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AnnotatorJoined(kit.Event):
    """Somebody may take batches, with a bond at stake."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    annotator: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AnnotatorLeft(kit.Event):
    """Somebody took its bond back."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    annotator: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AnnotatorPenalised(kit.Event):
    """A part of a bond was lost."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    annotator: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    state: SeatState


@dataclass(frozen=True, slots=True)
class BatchTaken(kit.Event):
    """Somebody has a seat at a batch."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    batch: kit.Uint256
    annotator: Annotated[kit.Address, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class BatchMoved(kit.Event):
    """A batch went from one state to another; it stays there until `until_s` at most."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    batch: kit.Uint256
    before: BatchState
    after: BatchState
    until_s: kit.Seconds
    reason: str


@dataclass(frozen=True, slots=True)
class AnswersSealed(kit.Event):
    """Somebody committed to answers."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    batch: kit.Uint256
    annotator: Annotated[kit.Address, kit.INDEXED]
    seal: kit.Bytes32


@dataclass(frozen=True, slots=True)
class AnswersOpened(kit.Event):
    """Somebody showed the answers that it had sealed."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    batch: kit.Uint256
    annotator: Annotated[kit.Address, kit.INDEXED]
    answers: bytes
    report: kit.Bytes32


@dataclass(frozen=True, slots=True)
class SeatSettled(kit.Event):
    """How a seat's answers were scored, and what they were paid."""

    task: Annotated[kit.Uint256, kit.INDEXED]
    batch: kit.Uint256
    annotator: Annotated[kit.Address, kit.INDEXED]
    state: SeatState
    gold_bps: kit.Bps
    agreement_bps: kit.Bps
    paid_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AssetCreated(kit.Event):
    """An asset is on the register, as a draft with its first version."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class VersionPublished(kit.Event):
    """A version is fixed: what it commits to, what its ancestors get together, when it expires."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    version: kit.Uint256
    content: kit.Bytes32
    schema: kit.Bytes32
    stack_bps: kit.Bps
    expires_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class DerivativeLinked(kit.Event):
    """A version is made of another asset's."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    version: kit.Uint256
    parent: Annotated[kit.Uint256, kit.INDEXED]
    parent_version: kit.Uint256
    licence: kit.Uint256
    royalty_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Listed(kit.Event):
    """An asset can be licensed."""

    asset: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class AssetMoved(kit.Event):
    """An asset went from one state to another."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    before: AssetState
    after: AssetState
    reason: str


@dataclass(frozen=True, slots=True)
class AssetTransferred(kit.Event):
    """An asset has another owner."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    before: Annotated[kit.Address, kit.INDEXED]
    after: Annotated[kit.Address, kit.INDEXED]
    reason: str


@dataclass(frozen=True, slots=True)
class AssetBondEnded(kit.Event):
    """An asset's bond went back, or was lost to somebody."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    target: kit.Address
    amount_wei: kit.Wei
    reason: str


@dataclass(frozen=True, slots=True)
class TermsAttached(kit.Event):
    """An offer stands: terms by their hash, for one version."""

    offer: Annotated[kit.Uint256, kit.INDEXED]
    asset: Annotated[kit.Uint256, kit.INDEXED]
    version: kit.Uint256
    kind: Kind
    price_wei: kit.Wei
    terms_hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class OfferClosed(kit.Event):
    """An offer is not taken any more."""

    offer: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class LicenceMinted(kit.Event):
    """Somebody has a licence, or waits for its approval; `payer` paid for `holder`."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    offer: Annotated[kit.Uint256, kit.INDEXED]
    holder: Annotated[kit.Address, kit.INDEXED]
    payer: kit.Address
    price_wei: kit.Wei
    deposit_wei: kit.Wei
    terms_hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class LicenceMoved(kit.Event):
    """A licence went from one state to another."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    before: LicenceState
    after: LicenceState
    reason: str


@dataclass(frozen=True, slots=True)
class LicenceTransferred(kit.Event):
    """A licence has another holder."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    before: Annotated[kit.Address, kit.INDEXED]
    after: Annotated[kit.Address, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class SeatChanged(kit.Event):
    """A seat was given to somebody, or taken back."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    account: Annotated[kit.Address, kit.INDEXED]
    is_seated: bool


@dataclass(frozen=True, slots=True)
class AppDelegated(kit.Event):
    """An app's account may use a licence, or may no more."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    app: Annotated[kit.Address, kit.INDEXED]
    is_allowed: bool


@dataclass(frozen=True, slots=True)
class Used(kit.Event):
    """The data was used, for a purpose, by a program; the receipt is whoever's it is to show."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    user: Annotated[kit.Address, kit.INDEXED]
    count: kit.Uint256
    purpose: kit.Uint256
    app: kit.Bytes32
    receipt: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Renewed(kit.Event):
    """A subscription is paid for one more period; a keeper got its reward out of the price."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    price_wei: kit.Wei
    keeper: kit.Address
    reward_wei: kit.Wei
    ends_at: kit.Seconds


@dataclass(frozen=True, slots=True)
class RenewalDenied(kit.Event):
    """A subscription was not renewed because its holder may not buy any more."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    reasons: kit.Uint256


@dataclass(frozen=True, slots=True)
class Lapsed(kit.Event):
    """A subscription's grace is over."""

    licence: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class StandingChanged(kit.Event):
    """What stands behind a subscription's renewals."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    funder: Annotated[kit.Address, kit.INDEXED]
    balance_wei: kit.Wei
    price_wei_max: kit.Wei
    total_wei_max: kit.Wei


@dataclass(frozen=True, slots=True)
class IncomeReleased(kit.Event):
    """A part of a price was earned and paid out: before fees, and each leg after."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    asset: Annotated[kit.Uint256, kit.INDEXED]
    gross_wei: kit.Wei
    fee_wei: kit.Wei
    referrer_wei: kit.Wei
    royalties_wei: kit.Wei
    owner_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RoyaltyPaid(kit.Event):
    """An ancestor's vault got its share of a descendant's income."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    ancestor: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RoyaltyReceived(kit.Event):
    """Another market paid an asset for what was made with it."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    payer: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class LateFeeTaken(kit.Event):
    """A rental came back late, or never: a part of its deposit became income."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class LicenceRefunded(kit.Event):
    """What a licence deferred went back to who paid it."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    payer: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class VaultClaimed(kit.Event):
    """An asset's income was paid to its owner."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class VaultPenalised(kit.Event):
    """A part of an asset's income was lost."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RevocationMoved(kit.Event):
    """How far a revocation is; a new one takes effect at `until_s`."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    state: RevocationState
    ground: Ground
    until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Revoked(kit.Event):
    """A licence was taken back."""

    licence: Annotated[kit.Uint256, kit.INDEXED]
    ground: Ground
    refund_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Disputed(kit.Event):
    """A question is before a jury."""

    case: Annotated[kit.Uint256, kit.INDEXED]
    asset: Annotated[kit.Uint256, kit.INDEXED]
    challenger: Annotated[kit.Address, kit.INDEXED]
    kind: CaseKind
    tag: Tag
    evidence: kit.Bytes32
    true_owner: kit.Address


@dataclass(frozen=True, slots=True)
class Judged(kit.Event):
    """A case is over."""

    case: Annotated[kit.Uint256, kit.INDEXED]
    asset: Annotated[kit.Uint256, kit.INDEXED]
    state: CaseState


@dataclass(frozen=True, slots=True)
class TagChanged(kit.Event):
    """What is said against an asset changed; while TAGGED its licences' time stands still."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    before: TagState
    after: TagState
    reason: str


@dataclass(frozen=True, slots=True)
class Resolved(kit.Event):
    """A tag is over: what was in escrow can be claimed."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    released_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Tombstoned(kit.Event):
    """An asset must be erased: its owner proves that by a time."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    request: kit.Bytes32
    until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ErasureProven(kit.Event):
    """An asset's owner showed the proof that its key is destroyed."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    proof: kit.Bytes32


@dataclass(frozen=True, slots=True)
class ErasureOverdue(kit.Event):
    """No proof came: bond and vault paid for it."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    lost_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class LineageNotice(kit.Event):
    """What a derivative was made of must be erased; its owner is told."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    child: Annotated[kit.Uint256, kit.INDEXED]
    child_version: kit.Uint256
    owner: Annotated[kit.Address, kit.INDEXED]


class UnknownTask(kit.Refusal):
    """There is no task of this number."""

    task: kit.Uint256


class UnknownBatch(kit.Refusal):
    """The task has no batch of this number; they count from 0."""

    task: kit.Uint256
    batch: kit.Uint256


class TaskInvalid(kit.Refusal):
    """A field of the task's terms is out of its bounds."""

    field: str
    minimum: kit.Uint256
    maximum: kit.Uint256
    found: kit.Uint256


class BudgetMismatch(kit.Refusal):
    """A task brings exactly the pay of all its batches."""

    budget_wei: kit.Wei
    found_wei: kit.Wei


class StakeMismatch(kit.Refusal):
    """Joining brings a bond up to exactly what the task asks for."""

    bond_wei: kit.Wei
    found_wei: kit.Wei


class OwnTask(kit.Refusal):
    """A requester does not answer its own task."""

    task: kit.Uint256


class BondTooLow(kit.Refusal):
    """Less than the task's bond is left; it is topped up by joining again."""

    bond_wei: kit.Wei
    found_wei: kit.Wei


class SeatsLive(kit.Refusal):
    """So many batches of the annotator are not settled."""

    live: kit.Uint256


class NoBatchFree(kit.Refusal):
    """No seat is free for this annotator among the next batches."""

    task: kit.Uint256


class AlreadySealed(kit.Refusal):
    """The seat's answers were sealed, opened or missed already."""

    batch: kit.Uint256


class AnswersInvalid(kit.Refusal):
    """Answers are one label an item, and are what was sealed."""

    items: kit.Uint256
    found: kit.Uint256


class SealMissing(kit.Refusal):
    """A seal of answers, or a report, is a hash."""

    batch: kit.Uint256


class GoldInvalid(kit.Refusal):
    """Gold questions are items of the batch, under the root that was sealed with the task."""

    batch: kit.Uint256


class PickInvalid(kit.Refusal):
    """A bounty's winners are so many of those who opened, each named once."""

    awards: kit.Uint256
    found: kit.Uint256


class NotBounty(kit.Refusal):
    """Awards are picked in bounties, and batches accepted or tested by gold elsewhere."""

    task: kit.Uint256


class SealBroken(kit.Refusal):
    """What was opened is not what was sealed."""

    expected: kit.Bytes32
    found: kit.Bytes32


class UnknownAsset(kit.Refusal):
    """There is no asset of this number."""

    asset: kit.Uint256


class UnknownVersion(kit.Refusal):
    """The asset has no version of this number."""

    asset: kit.Uint256
    version: kit.Uint256


class UnknownOffer(kit.Refusal):
    """There is no offer of this number."""

    offer: kit.Uint256


class UnknownLicence(kit.Refusal):
    """There is no licence of this number."""

    licence: kit.Uint256


class UnknownCase(kit.Refusal):
    """There is no case of this number."""

    case: kit.Uint256


class BondMismatch(kit.Refusal):
    """A new asset brings exactly this bond."""

    bond_wei: kit.Wei
    found_wei: kit.Wei


class VersionInvalid(kit.Refusal):
    """A version names what it commits to, its schema and a place of some bytes at most."""

    uri_bytes_max: kit.Uint256
    found: kit.Uint256


class TooManyVersions(kit.Refusal):
    """An asset has so many versions at most."""

    versions_max: kit.Uint256


class ParentInvalid(kit.Refusal):
    """A parent is a licence of the owner's, valid now, for derivatives of a listed other asset."""

    licence: kit.Uint256


class TooManyParents(kit.Refusal):
    """A version is made of so many others at most, each named once."""

    parents_max: kit.Uint256
    found: kit.Uint256


class TooManyAncestors(kit.Refusal):
    """A version has so many ancestors at most."""

    ancestors_max: kit.Uint256
    found: kit.Uint256


class RoyaltyStackTooHigh(kit.Refusal):
    """All ancestors of a new version get so much together at most."""

    stack_bps_max: kit.Bps
    found_bps: kit.Uint256


class TermsInvalid(kit.Refusal):
    """A field of the terms is out of its bounds, or means nothing for this kind."""

    field: str
    minimum: kit.Uint256
    maximum: kit.Uint256
    found: kit.Uint256


class UnknownPolicy(kit.Refusal):
    """There is no policy of this number."""

    policy: kit.Uint256


class TermsChanged(kit.Refusal):
    """The offer's terms are not those that the buyer agreed to."""

    expected: kit.Bytes32
    found: kit.Bytes32


class PriceAboveLimit(kit.Refusal):
    """The price is more than the buyer agreed to."""

    price_wei_max: kit.Wei
    price_wei: kit.Wei


class RoyaltyAboveLimit(kit.Refusal):
    """Derivatives would owe more than the buyer agreed to."""

    royalty_bps_max: kit.Bps
    royalty_bps: kit.Bps


class PaymentMismatch(kit.Refusal):
    """Exactly this much is to be sent."""

    expected_wei: kit.Wei
    found_wei: kit.Wei


class FeeRoundsToZero(kit.Refusal):
    """The price is so small that the protocol's share of it would be nothing."""

    price_wei: kit.Wei


class NotForSale(kit.Refusal):
    """The asset is not listed, or stands tagged."""

    asset: kit.Uint256


class AssetDisputed(kit.Refusal):
    """The asset is in dispute or tagged; this waits for the end of it."""

    asset: kit.Uint256


class AssetVoid(kit.Refusal):
    """The asset was erased, or tagged for good."""

    asset: kit.Uint256


class VersionExpires(kit.Refusal):
    """What the version was made of ends before the licence would."""

    expires_s: kit.Seconds


class SoldOut(kit.Refusal):
    """As many licences of the offer were sold as there may be."""

    supply: kit.Uint256


class AccountLimit(kit.Refusal):
    """The account has as many licences of the offer as one may have."""

    account_max: kit.Uint256


class NotForOthers(kit.Refusal):
    """Free licences are taken for oneself only."""

    holder: kit.Address


class AccountInvalid(kit.Refusal):
    """Another account is expected here."""

    account: kit.Address


class PurposeForbidden(kit.Refusal):
    """The licence is not for this purpose."""

    purpose: kit.Uint256


class AppForbidden(kit.Refusal):
    """The licence is not for use in this app."""

    app: kit.Bytes32


class QuotaExceeded(kit.Refusal):
    """So many uses are left; at least one is expected."""

    left: kit.Uint256
    found: kit.Uint256


class ReceiptMissing(kit.Refusal):
    """A use comes with the hash of its receipt."""

    licence: kit.Uint256


class NoSeatFree(kit.Refusal):
    """All seats are taken."""

    seats: kit.Uint256


class TooManyApps(kit.Refusal):
    """So many apps at most use one licence."""

    apps_max: kit.Uint256


class NothingChanged(kit.Refusal):
    """It is so already."""

    licence: kit.Uint256


class NotTransferable(kit.Refusal):
    """The licence stays with its holder, or is under notice."""

    licence: kit.Uint256


class NotRental(kit.Refusal):
    """Only a rental is returned."""

    licence: kit.Uint256


class ReturnExpected(kit.Refusal):
    """A rental is not given up, it is returned, with the proof of it."""

    licence: kit.Uint256


class NotSubscription(kit.Refusal):
    """Only a subscription is renewed or cancelled, and has standing coins."""

    licence: kit.Uint256


class RenewalTooEarly(kit.Refusal):
    """The subscription can be renewed from then on, on the asset's clock."""

    opens_at: kit.Seconds


class AlreadyRenewed(kit.Refusal):
    """The next period is paid for already."""

    licence: kit.Uint256


class OfferNotOpen(kit.Refusal):
    """The offer is closed: what it sold goes on to its end."""

    offer: kit.Uint256


class UnderNotice(kit.Refusal):
    """The licence is about to be revoked."""

    licence: kit.Uint256


class CapExceeded(kit.Refusal):
    """The price does not fit under the standing cap, or into what stands behind it."""

    available_wei: kit.Wei
    price_wei: kit.Wei


class NothingStanding(kit.Refusal):
    """So little stands behind the subscription."""

    balance_wei: kit.Wei


class GroundInvalid(kit.Refusal):
    """A licensor revokes for breach or without fault; an appeal is against what needs a ground."""

    licence: kit.Uint256


class EvidenceInvalid(kit.Refusal):
    """Evidence has a hash, and was not brought before."""

    evidence: kit.Bytes32


class OwnDispute(kit.Refusal):
    """An owner does not dispute its own asset."""

    asset: kit.Uint256


class DisputeTooSoon(kit.Refusal):
    """After a dispute that was dismissed the asset is left in peace until then."""

    calm_until_s: kit.Seconds


class CaseOpen(kit.Refusal):
    """A case about it is open already."""

    case: kit.Uint256


class NothingToClaim(kit.Refusal):
    """The vault has nothing claimable."""

    asset: kit.Uint256


class NobodyMay(kit.Refusal):
    """Governance named no policy that admits anybody to this."""


class NoErasure(kit.Refusal):
    """No erasure of this asset is under way."""

    asset: kit.Uint256


class NoticesSent(kit.Refusal):
    """Every derivative's owner was told."""

    asset: kit.Uint256


class RoyaltyMissing(kit.Refusal):
    """The coins that another market says it paid are not here."""

    expected_wei: kit.Wei
    found_wei: kit.Wei


class AssetNotPayable(kit.Refusal):
    """The asset takes no income."""

    asset: kit.Uint256


CREATE_ASSET: Final = kit.Call("createAsset", (VersionTerms,), payable=True)
ADD_VERSION: Final = kit.Call("addVersion", (kit.Uint256, VersionTerms))
LIST_ASSET: Final = kit.Call("listAsset", (kit.Uint256,))
PAUSE_ASSET: Final = kit.Call("pauseAsset", (kit.Uint256,))
RESUME_ASSET: Final = kit.Call("resumeAsset", (kit.Uint256,))
RETIRE_ASSET: Final = kit.Call("retireAsset", (kit.Uint256,))
TRANSFER_ASSET: Final = kit.Call("transferAsset", (kit.Uint256, kit.Address))
OPEN_OFFER: Final = kit.Call("openOffer", (kit.Uint256, kit.Uint256, Terms))
CLOSE_OFFER: Final = kit.Call("closeOffer", (kit.Uint256,))
CLAIM_VAULT: Final = kit.Call("claimVault", (kit.Uint256,))
RAISE_DISPUTE: Final = kit.Call("raiseDispute", (kit.Uint256, Tag, kit.Address, kit.Bytes32))
CONTEST_TAG: Final = kit.Call("contestTag", (kit.Uint256, kit.Bytes32))
CLEAR_TAG: Final = kit.Call("clearTag", (kit.Uint256,))
REQUEST_ERASURE: Final = kit.Call("requestErasure", (kit.Uint256, kit.Bytes32))
PROVE_ERASURE: Final = kit.Call("proveErasure", (kit.Uint256, kit.Bytes32))
SEND_NOTICES: Final = kit.Call("sendNotices", (kit.Uint256,))
BUY: Final = kit.Call("buy", (kit.Uint256, kit.Address, Guards, kit.Address), payable=True)
APPROVE: Final = kit.Call("approve", (kit.Uint256,))
REJECT: Final = kit.Call("reject", (kit.Uint256,))
USE: Final = kit.Call("use", (kit.Uint256, kit.Uint256, kit.Uint256, kit.Bytes32, kit.Bytes32))
DELEGATE_APP: Final = kit.Call("delegateApp", (kit.Uint256, kit.Address, bool))
ASSIGN_SEAT: Final = kit.Call("assignSeat", (kit.Uint256, kit.Address))
UNASSIGN_SEAT: Final = kit.Call("unassignSeat", (kit.Uint256, kit.Address))
TRANSFER_LICENCE: Final = kit.Call("transferLicence", (kit.Uint256, kit.Address))
WAIVE: Final = kit.Call("waive", (kit.Uint256,))
RETURN_RENTAL: Final = kit.Call("returnRental", (kit.Uint256, kit.Bytes32))
CANCEL: Final = kit.Call("cancel", (kit.Uint256,))
RENEW: Final = kit.Call("renew", (kit.Uint256,), payable=True)
FUND_STANDING: Final = kit.Call("fundStanding", (kit.Uint256, kit.Wei, kit.Wei), payable=True)
WITHDRAW_STANDING: Final = kit.Call("withdrawStanding", (kit.Uint256, kit.Wei))
SETTLE: Final = kit.Call("settle", (kit.Uint256,))
REVOKE: Final = kit.Call("revoke", (kit.Uint256, Ground, kit.Bytes32), payable=True)
ORDER_REVOCATION: Final = kit.Call("orderRevocation", (kit.Uint256, kit.Bytes32))
WITHDRAW_REVOCATION: Final = kit.Call("withdrawRevocation", (kit.Uint256,))
APPEAL: Final = kit.Call("appeal", (kit.Uint256, kit.Bytes32))
POST_TASK: Final = kit.Call("postTask", (TaskTerms,), payable=True)
CLOSE_TASK: Final = kit.Call("closeTask", (kit.Uint256,))
JOIN_TASK: Final = kit.Call("joinTask", (kit.Uint256,), payable=True)
LEAVE_TASK: Final = kit.Call("leaveTask", (kit.Uint256,))
TAKE_BATCH: Final = kit.Call("takeBatch", (kit.Uint256,))
SEAL_ANSWERS: Final = kit.Call("sealAnswers", (kit.Uint256, kit.Uint256, kit.Bytes32))
OPEN_ANSWERS: Final = kit.Call(
    "openAnswers",
    (kit.Uint256, kit.Uint256, bytes, kit.Bytes32, kit.Bytes32),
)
OPEN_GOLD: Final = kit.Call(
    "openGold",
    (kit.Uint256, kit.Uint256, tuple[Gold, ...], kit.Bytes32, tuple[kit.Bytes32, ...]),
)
ACCEPT_BATCH: Final = kit.Call("acceptBatch", (kit.Uint256, kit.Uint256))
PICK_AWARDS: Final = kit.Call("pickAwards", (kit.Uint256, kit.Uint256, tuple[kit.Uint256, ...]))
SETTLE_BATCH: Final = kit.Call("settleBatch", (kit.Uint256, kit.Uint256))
PARAMS: Final[kit.View[LicensingParams]] = kit.View("params", (), LicensingParams)
TOTALS: Final[kit.View[Totals]] = kit.View("totals", (), Totals)
ASSET: Final[kit.View[AssetView]] = kit.View("asset", (kit.Uint256,), AssetView)
ASSET_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("assetTotal", (), kit.Uint256)
ASSETS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "assetsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
VERSION: Final[kit.View[Version]] = kit.View("version", (kit.Uint256, kit.Uint256), Version)
PARENTS_OF: Final[kit.View[tuple[Parent, ...]]] = kit.View(
    "parentsOf",
    (kit.Uint256, kit.Uint256),
    tuple[Parent, ...],
)
ANCESTORS_OF: Final[kit.View[tuple[Share, ...]]] = kit.View(
    "ancestorsOf",
    (kit.Uint256, kit.Uint256),
    tuple[Share, ...],
)
CHILDREN_OF: Final[kit.View[tuple[Child, ...]]] = kit.View(
    "childrenOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Child, ...],
)
CLOCK: Final[kit.View[kit.Seconds]] = kit.View("clock", (kit.Uint256,), kit.Seconds)
OFFER: Final[kit.View[OfferView]] = kit.View("offer", (kit.Uint256,), OfferView)
OFFERS_ON: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "offersOn",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
QUOTE: Final[kit.View[Quote]] = kit.View("quote", (kit.Uint256, bool), Quote)
VAULT: Final[kit.View[Vault]] = kit.View("vault", (kit.Uint256,), Vault)
CASE_RECORD: Final[kit.View[Case]] = kit.View("caseRecord", (kit.Uint256,), Case)
DISPUTES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "disputesOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
LICENCE: Final[kit.View[LicenceView]] = kit.View("licence", (kit.Uint256,), LicenceView)
LICENCE_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("licenceTotal", (), kit.Uint256)
LICENCES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "licencesOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
IS_VALID: Final[kit.View[bool]] = kit.View(
    "isValid",
    (kit.Uint256, kit.Address, kit.Uint256, kit.Bytes32),
    bool,
)
VALID_UNTIL: Final[kit.View[kit.Seconds]] = kit.View("validUntil", (kit.Uint256,), kit.Seconds)
RENEWABLE_FROM: Final[kit.View[kit.Seconds]] = kit.View(
    "renewableFrom",
    (kit.Uint256,),
    kit.Seconds,
)
REMAINING_USES: Final[kit.View[kit.Uint256]] = kit.View(
    "remainingUses",
    (kit.Uint256,),
    kit.Uint256,
)
USES_OF: Final[kit.View[tuple[Use, ...]]] = kit.View(
    "usesOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Use, ...],
)
SEATS_OF: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "seatsOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
APPS_OF: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "appsOf",
    (kit.Uint256,),
    tuple[kit.Address, ...],
)
NEXT_DEADLINE: Final[kit.View[kit.Seconds]] = kit.View("nextDeadline", (kit.Uint256,), kit.Seconds)
TASK: Final[kit.View[TaskView]] = kit.View("task", (kit.Uint256,), TaskView)
TASK_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("taskTotal", (), kit.Uint256)
TASKS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "tasksOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
BATCH: Final[kit.View[Batch]] = kit.View("batch", (kit.Uint256, kit.Uint256), Batch)
BATCH_SEATS_OF: Final[kit.View[tuple[Seat, ...]]] = kit.View(
    "batchSeatsOf",
    (kit.Uint256, kit.Uint256),
    tuple[Seat, ...],
)
ANNOTATOR: Final[kit.View[Member]] = kit.View("annotator", (kit.Uint256, kit.Address), Member)
ANNOTATORS_OF: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "annotatorsOf",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
ANNOTATION_TOTALS: Final[kit.View[AnnotationTotals]] = kit.View(
    "annotationTotals",
    (),
    AnnotationTotals,
)


class Licensing(kit.ModuleClient):
    """Licensing: who may use which data for what, and who gets paid for it."""

    NAME = "licensing"
    ADDRESS = "0x0000000000000000000000000000000000000a02"
    EVENTS = (
        TaskPosted,
        TaskMoved,
        TaskRefunded,
        AnnotatorJoined,
        AnnotatorLeft,
        AnnotatorPenalised,
        BatchTaken,
        BatchMoved,
        AnswersSealed,
        AnswersOpened,
        SeatSettled,
        AssetCreated,
        VersionPublished,
        DerivativeLinked,
        Listed,
        AssetMoved,
        AssetTransferred,
        AssetBondEnded,
        TermsAttached,
        OfferClosed,
        LicenceMinted,
        LicenceMoved,
        LicenceTransferred,
        SeatChanged,
        AppDelegated,
        Used,
        Renewed,
        RenewalDenied,
        Lapsed,
        StandingChanged,
        IncomeReleased,
        RoyaltyPaid,
        RoyaltyReceived,
        LateFeeTaken,
        LicenceRefunded,
        VaultClaimed,
        VaultPenalised,
        RevocationMoved,
        Revoked,
        Disputed,
        Judged,
        TagChanged,
        Resolved,
        Tombstoned,
        ErasureProven,
        ErasureOverdue,
        LineageNotice,
        AuditEntryAdded,
        AuditEpochClosed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Denied,
        RoleForbids,
        StateForbids,
        UnknownTask,
        UnknownBatch,
        TaskInvalid,
        BudgetMismatch,
        StakeMismatch,
        OwnTask,
        BondTooLow,
        SeatsLive,
        NoBatchFree,
        AlreadySealed,
        AnswersInvalid,
        SealMissing,
        GoldInvalid,
        PickInvalid,
        NotBounty,
        SealBroken,
        UnknownAsset,
        UnknownVersion,
        UnknownOffer,
        UnknownLicence,
        UnknownCase,
        BondMismatch,
        VersionInvalid,
        TooManyVersions,
        ParentInvalid,
        TooManyParents,
        TooManyAncestors,
        RoyaltyStackTooHigh,
        TermsInvalid,
        UnknownPolicy,
        TermsChanged,
        PriceAboveLimit,
        RoyaltyAboveLimit,
        PaymentMismatch,
        FeeRoundsToZero,
        NotForSale,
        AssetDisputed,
        AssetVoid,
        VersionExpires,
        SoldOut,
        AccountLimit,
        NotForOthers,
        AccountInvalid,
        PurposeForbidden,
        AppForbidden,
        QuotaExceeded,
        ReceiptMissing,
        NoSeatFree,
        TooManyApps,
        NothingChanged,
        NotTransferable,
        NotRental,
        ReturnExpected,
        NotSubscription,
        RenewalTooEarly,
        AlreadyRenewed,
        OfferNotOpen,
        UnderNotice,
        CapExceeded,
        NothingStanding,
        GroundInvalid,
        EvidenceInvalid,
        OwnDispute,
        DisputeTooSoon,
        CaseOpen,
        NothingToClaim,
        NobodyMay,
        NoErasure,
        NoticesSent,
        RoyaltyMissing,
        AssetNotPayable,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def create_asset(self, version: VersionTerms, *, value_wei: int) -> Pending:
        """
        Put an asset on the register with its first version; returns its number.

        The coins sent are exactly the bond, which comes back some time after retirement.
        """
        return await self._send(CREATE_ASSET, (version,), value_wei)

    async def add_version(self, asset: kit.Uint256, version: VersionTerms) -> Pending:
        """Publish another version, with its own parents; returns its number."""
        return await self._send(ADD_VERSION, (asset, version))

    async def list_asset(self, asset: kit.Uint256) -> Pending:
        """Let a draft be licensed."""
        return await self._send(LIST_ASSET, (asset,))

    async def pause_asset(self, asset: kit.Uint256) -> Pending:
        """Sell and renew nothing for a while; licences go on."""
        return await self._send(PAUSE_ASSET, (asset,))

    async def resume_asset(self, asset: kit.Uint256) -> Pending:
        """Sell and renew again."""
        return await self._send(RESUME_ASSET, (asset,))

    async def retire_asset(self, asset: kit.Uint256) -> Pending:
        """Take an asset off the market for good; licences go on to their ends."""
        return await self._send(RETIRE_ASSET, (asset,))

    async def transfer_asset(self, asset: kit.Uint256, target: kit.Address) -> Pending:
        """Hand an asset over with bond and duties; what it earned so far is paid out first."""
        return await self._send(TRANSFER_ASSET, (asset, target))

    async def open_offer(self, asset: kit.Uint256, version: kit.Uint256, terms: Terms) -> Pending:
        """Offer a version on terms that never change; returns the offer's number."""
        return await self._send(OPEN_OFFER, (asset, version, terms))

    async def close_offer(self, offer: kit.Uint256) -> Pending:
        """Sell and renew no more on these terms."""
        return await self._send(CLOSE_OFFER, (offer,))

    async def claim_vault(self, asset: kit.Uint256) -> Pending:
        """Pay an asset's income to its owner, on anybody's word; returns it, in wei."""
        return await self._send(CLAIM_VAULT, (asset,))

    async def raise_dispute(
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
        return await self._send(RAISE_DISPUTE, (asset, tag, true_owner, evidence))

    async def contest_tag(self, asset: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Ask a jury as the owner to lift a tag; returns the case's number."""
        return await self._send(CONTEST_TAG, (asset, evidence))

    async def clear_tag(self, asset: kit.Uint256) -> Pending:
        """End a tag as the true owner that a ruling named."""
        return await self._send(CLEAR_TAG, (asset,))

    async def request_erasure(self, asset: kit.Uint256, reference: kit.Bytes32) -> Pending:
        """Demand an asset's erasure, as whom the erasure policy admits."""
        return await self._send(REQUEST_ERASURE, (asset, reference))

    async def prove_erasure(self, asset: kit.Uint256, proof: kit.Bytes32) -> Pending:
        """Show as the owner, by a hash, that the key is destroyed."""
        return await self._send(PROVE_ERASURE, (asset, proof))

    async def send_notices(self, asset: kit.Uint256) -> Pending:
        """Tell owners of derivatives of an erasure, some a call; returns how many are left."""
        return await self._send(SEND_NOTICES, (asset,))

    async def buy(
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
        return await self._send(BUY, (offer, holder, guards, referrer), value_wei)

    async def approve(self, licence: kit.Uint256) -> Pending:
        """Say yes as the licensor to a licence that waits; its term begins."""
        return await self._send(APPROVE, (licence,))

    async def reject(self, licence: kit.Uint256) -> Pending:
        """Say no as the licensor; everything goes back."""
        return await self._send(REJECT, (licence,))

    async def use(
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
        return await self._send(USE, (licence, count, purpose, app, receipt))

    async def delegate_app(
        self,
        licence: kit.Uint256,
        app: kit.Address,
        is_allowed: bool,
    ) -> Pending:
        """Let an app's account use the licence, or do so no more."""
        return await self._send(DELEGATE_APP, (licence, app, is_allowed))

    async def assign_seat(self, licence: kit.Uint256, account: kit.Address) -> Pending:
        """Give a free seat to somebody."""
        return await self._send(ASSIGN_SEAT, (licence, account))

    async def unassign_seat(self, licence: kit.Uint256, account: kit.Address) -> Pending:
        """Take a seat back; it is free at once."""
        return await self._send(UNASSIGN_SEAT, (licence, account))

    async def transfer_licence(self, licence: kit.Uint256, target: kit.Address) -> Pending:
        """Hand a licence on with its time and quota; whoever buys must be admitted."""
        return await self._send(TRANSFER_LICENCE, (licence, target))

    async def waive(self, licence: kit.Uint256) -> Pending:
        """Give a licence up; one that waits for approval is refunded whole."""
        return await self._send(WAIVE, (licence,))

    async def return_rental(self, licence: kit.Uint256, proof: kit.Bytes32) -> Pending:
        """Give a rental back, with the hash that proves it; deposit less late fee comes back."""
        return await self._send(RETURN_RENTAL, (licence, proof))

    async def cancel(self, licence: kit.Uint256) -> Pending:
        """Renew a subscription no more; it goes on to the end of what is paid."""
        return await self._send(CANCEL, (licence,))

    async def renew(self, licence: kit.Uint256, *, value_wei: int) -> Pending:
        """
        Pay for a subscription's next period, with the coins sent or from its standing coins.

        Anybody may, in the window before the end and in grace after it, and is rewarded for
        carrying it out on another's standing word. Returns false where the holder is not admitted
        any more.
        """
        return await self._send(RENEW, (licence,), value_wei)

    async def fund_standing(
        self,
        licence: kit.Uint256,
        price_wei_max: kit.Wei,
        total_wei_max: kit.Wei,
        *,
        value_wei: int,
    ) -> Pending:
        """Put the coins sent behind renewals, up to these caps for one and for all."""
        return await self._send(FUND_STANDING, (licence, price_wei_max, total_wei_max), value_wei)

    async def withdraw_standing(self, licence: kit.Uint256, amount_wei: kit.Wei) -> Pending:
        """Take back what stands behind renewals, exactly as much as is asked."""
        return await self._send(WITHDRAW_STANDING, (licence, amount_wei))

    async def settle(self, licence: kit.Uint256) -> Pending:
        """Pay out what a licence earned up to now, and do what is overdue; changes no amount."""
        return await self._send(SETTLE, (licence,))

    async def revoke(
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
        return await self._send(REVOKE, (licence, ground, evidence), value_wei)

    async def order_revocation(self, licence: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Give notice by law, as whom the regulator's policy admits."""
        return await self._send(ORDER_REVOCATION, (licence, evidence))

    async def withdraw_revocation(self, licence: kit.Uint256) -> Pending:
        """Take a notice back as who gave it."""
        return await self._send(WITHDRAW_REVOCATION, (licence,))

    async def appeal(self, licence: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Ask a jury about a revocation as the holder, before it takes effect; returns the case."""
        return await self._send(APPEAL, (licence, evidence))

    async def post_task(self, terms: TaskTerms, *, value_wei: int) -> Pending:
        """
        Ask for annotation, or with `awards` for the best reports; returns the task's number.

        The coins sent are exactly the pay of all batches; what is not earned comes back.
        """
        return await self._send(POST_TASK, (terms,), value_wei)

    async def close_task(self, task: kit.Uint256) -> Pending:
        """Give out no more batches as the requester; live ones finish and are paid."""
        return await self._send(CLOSE_TASK, (task,))

    async def join_task(self, task: kit.Uint256, *, value_wei: int) -> Pending:
        """Become an annotator; the coins sent bring the bond up to exactly the task's."""
        return await self._send(JOIN_TASK, (task,), value_wei)

    async def leave_task(self, task: kit.Uint256) -> Pending:
        """Take the bond back, when nothing is left to settle."""
        return await self._send(LEAVE_TASK, (task,))

    async def take_batch(self, task: kit.Uint256) -> Pending:
        """Take a seat at the next batch that has one, in order of arrival; returns the batch."""
        return await self._send(TAKE_BATCH, (task,))

    async def seal_answers(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        commitment: kit.Bytes32,
    ) -> Pending:
        """Commit to answers; `annotation_batches.answers_seal` makes the seal."""
        return await self._send(SEAL_ANSWERS, (task, batch, commitment))

    async def open_answers(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        answers: bytes,
        report: kit.Bytes32,
        salt: kit.Bytes32,
    ) -> Pending:
        """Show the answers that were sealed, a label an item; a bounty's with its report."""
        return await self._send(OPEN_ANSWERS, (task, batch, answers, report, salt))

    async def open_gold(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        golds: Sequence[Gold],
        salt: kit.Bytes32,
        path: Sequence[kit.Bytes32],
    ) -> Pending:
        """Show a batch's gold questions and settle by them; `gold_leaf` is what was sealed."""
        return await self._send(OPEN_GOLD, (task, batch, golds, salt, path))

    async def accept_batch(self, task: kit.Uint256, batch: kit.Uint256) -> Pending:
        """Settle a batch by agreement alone."""
        return await self._send(ACCEPT_BATCH, (task, batch))

    async def pick_awards(
        self,
        task: kit.Uint256,
        batch: kit.Uint256,
        winners: Sequence[kit.Uint256],
    ) -> Pending:
        """Award a bounty to seats, counted from 0: as many as there are awards for reports."""
        return await self._send(PICK_AWARDS, (task, batch, winners))

    async def settle_batch(self, task: kit.Uint256, batch: kit.Uint256) -> Pending:
        """Do what is overdue for a batch, on anybody's word."""
        return await self._send(SETTLE_BATCH, (task, batch))

    async def params(self) -> LicensingParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def totals(self) -> Totals:
        """Return where the module's coins are."""
        return await self._read(TOTALS)

    async def asset(self, number: kit.Uint256) -> AssetView:
        """Return an asset, whole; refused if unknown."""
        return await self._read(ASSET, number)

    async def asset_total(self) -> kit.Uint256:
        """Return how many assets there were; they are numbered from 1."""
        return await self._read(ASSET_TOTAL)

    async def assets_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's assets, at most PAGE_MAX."""
        return await self._read(ASSETS_OF, owner, offset, limit)

    async def version(self, asset: kit.Uint256, number: kit.Uint256) -> Version:
        """Return a version; refused if unknown. What is erased says no more where it was."""
        return await self._read(VERSION, asset, number)

    async def parents_of(self, asset: kit.Uint256, version: kit.Uint256) -> tuple[Parent, ...]:
        """Return what a version was made of."""
        return await self._read(PARENTS_OF, asset, version)

    async def ancestors_of(self, asset: kit.Uint256, version: kit.Uint256) -> tuple[Share, ...]:
        """Return all ancestors of a version with their shares of its income after fees."""
        return await self._read(ANCESTORS_OF, asset, version)

    async def children_of(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Child, ...]:
        """Return versions that were made of an asset, oldest first, at most PAGE_MAX."""
        return await self._read(CHILDREN_OF, asset, offset, limit)

    async def clock(self, asset: kit.Uint256) -> kit.Seconds:
        """Return an asset's own time: it stands still while the asset is tagged."""
        return await self._read(CLOCK, asset)

    async def offer(self, number: kit.Uint256) -> OfferView:
        """Return an offer with its terms; refused if unknown."""
        return await self._read(OFFER, number)

    async def offers_on(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an asset's offers, oldest first, at most PAGE_MAX."""
        return await self._read(OFFERS_ON, asset, offset, limit)

    async def quote(self, offer: kit.Uint256, has_referrer: bool) -> Quote:
        """Return what `buy` costs now, and who gets what of the price, to the wei."""
        return await self._read(QUOTE, offer, has_referrer)

    async def vault(self, asset: kit.Uint256) -> Vault:
        """Return an asset's income: claimable, claimed, in escrow."""
        return await self._read(VAULT, asset)

    async def case_record(self, number: kit.Uint256) -> Case:
        """Return a case; refused if unknown."""
        return await self._read(CASE_RECORD, number)

    async def disputes_of(
        self,
        asset: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of the cases about an asset and its licences, at most PAGE_MAX."""
        return await self._read(DISPUTES_OF, asset, offset, limit)

    async def licence(self, number: kit.Uint256) -> LicenceView:
        """Return a licence as it stands in this block; refused if unknown."""
        return await self._read(LICENCE, number)

    async def licence_total(self) -> kit.Uint256:
        """Return how many licences there were; they are numbered from 1."""
        return await self._read(LICENCE_TOTAL)

    async def licences_of(
        self,
        holder: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's licences, those that are over too, at most PAGE_MAX."""
        return await self._read(LICENCES_OF, holder, offset, limit)

    async def is_valid(
        self,
        licence: kit.Uint256,
        account: kit.Address,
        purpose: kit.Uint256,
        app: kit.Bytes32,
    ) -> bool:
        """Return whether an account may use the data in this block, for a purpose, in an app."""
        return await self._read(IS_VALID, licence, account, purpose, app)

    async def valid_until(self, licence: kit.Uint256) -> kit.Seconds:
        """Return when a licence ends on its asset's clock if nobody renews it; 0 for never."""
        return await self._read(VALID_UNTIL, licence)

    async def renewable_from(self, licence: kit.Uint256) -> kit.Seconds:
        """Return from when on a subscription can be renewed, on its asset's clock."""
        return await self._read(RENEWABLE_FROM, licence)

    async def remaining_uses(self, licence: kit.Uint256) -> kit.Uint256:
        """Return how many uses are left of a quota; 0 where there is none, or none is left."""
        return await self._read(REMAINING_USES, licence)

    async def uses_of(
        self,
        licence: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Use, ...]:
        """Return a licence's audit trail, oldest first, at most PAGE_MAX."""
        return await self._read(USES_OF, licence, offset, limit)

    async def seats_of(
        self,
        licence: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who sits in a licence's seats, at most PAGE_MAX."""
        return await self._read(SEATS_OF, licence, offset, limit)

    async def apps_of(self, licence: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return the accounts of apps that may use a licence."""
        return await self._read(APPS_OF, licence)

    async def next_deadline(self, licence: kit.Uint256) -> kit.Seconds:
        """Return when something happens to a licence by itself, in block time; 0 for never."""
        return await self._read(NEXT_DEADLINE, licence)

    async def task(self, number: kit.Uint256) -> TaskView:
        """Return a task with its terms; refused if unknown."""
        return await self._read(TASK, number)

    async def task_total(self) -> kit.Uint256:
        """Return how many tasks there were; they are numbered from 1."""
        return await self._read(TASK_TOTAL)

    async def tasks_of(
        self,
        requester: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return numbers of an account's tasks, oldest first, at most PAGE_MAX."""
        return await self._read(TASKS_OF, requester, offset, limit)

    async def batch(self, task: kit.Uint256, number: kit.Uint256) -> Batch:
        """Return how far a batch is; refused if unknown."""
        return await self._read(BATCH, task, number)

    async def batch_seats_of(self, task: kit.Uint256, number: kit.Uint256) -> tuple[Seat, ...]:
        """Return a batch's seats in order of arrival, at most OVERLAP_MAX."""
        return await self._read(BATCH_SEATS_OF, task, number)

    async def annotator(self, task: kit.Uint256, account: kit.Address) -> Member:
        """Return an annotator's bond, live seats and earnings in a task."""
        return await self._read(ANNOTATOR, task, account)

    async def annotators_of(
        self,
        task: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who joined a task and did not leave, at most PAGE_MAX."""
        return await self._read(ANNOTATORS_OF, task, offset, limit)

    async def annotation_totals(self) -> AnnotationTotals:
        """Return where the coins of all tasks are."""
        return await self._read(ANNOTATION_TOTALS)
