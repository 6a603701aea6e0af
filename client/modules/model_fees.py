"""
Model fees: what models cost, who pays, and who is paid.

Rendered from modules/model_fees/module.py by `python -m cli.render`; not to be edited.
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
    SignatureWrong,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


class LegKind(IntEnum):
    """Whom a part of a payment is for."""

    TREASURY = 0
    INFRASTRUCTURE = 1
    REFERRER = 2
    AUTHOR = 3
    BASE = 4
    DATA = 5


class ModelStatus(IntEnum):
    """How far a model is in its life; it never goes back."""

    REGISTERED = 0
    ACTIVE = 1
    DEPRECATED = 2
    RETIRED = 3


class ChannelState(IntEnum):
    """How far a channel is in its life."""

    NOTHING = 0
    OPEN = 1
    ACTIVE = 2
    CLOSING = 3
    SETTLED = 4
    EXPIRED = 5


class DisputeState(IntEnum):
    """How far a dispute about a meter is."""

    NOTHING = 0
    OPENED = 1
    SAMPLED = 2
    ANSWERED = 3
    JUDGED = 4
    CONVICTED = 5
    CLEARED = 6
    LAPSED = 7


class FundState(IntEnum):
    """How far a sender's fund for tickets is."""

    NOTHING = 0
    FUNDED = 1
    UNLOCKING = 2
    RETURNED = 3


class Fault(IntEnum):
    """Why a voucher is not taken."""

    NONE = 0
    UNKNOWN_CHANNEL = 1
    CHANNEL_OVER = 2
    WRONG_EPOCH = 3
    WRONG_LANE = 4
    SIGNATURE = 5
    NONCE = 6
    NOT_CUMULATIVE = 7
    OUT_OF_RANGE = 8
    ABOVE_PRICE = 9
    ABOVE_DEPOSIT = 10
    ABOVE_CAP = 11
    RATE = 12
    AGENT = 13
    NO_UNITS = 14


@dataclass(frozen=True, slots=True)
class Prices(kit.Record):
    """Wei for one token read and for one token written; 10**12 are a millionth of a coin."""

    input_token_price_wei: kit.Wei
    output_token_price_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RevenueSplit(kit.Record):
    """
    Who gets what the protocol fee leaves, in bps that sum to 10,000.

    Where nobody referred the payer, the author gets the referrers' part too, and always the dust.
    """

    infrastructure: kit.Address
    author_bps: kit.Bps
    infrastructure_bps: kit.Bps
    referrer_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Referrer(kit.Record):
    """Somebody who sent the payer here, and their share of the referrers' leg in bps."""

    account: kit.Address
    share_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Meter(kit.Record):
    """What is counted besides tokens, and what `scale` units of it cost, in wei."""

    name: str
    price_wei: kit.Wei
    scale: kit.Uint256


@dataclass(frozen=True, slots=True)
class BaseShare(kit.Record):
    """A model that this one was made of, and its share in bps."""

    model_id: str
    share_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class DataShare(kit.Record):
    """A licensed asset that this model was made of, and its share in bps."""

    asset: kit.Uint256
    share_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Band(kit.Record):
    """
    How prices follow use: a factor on the list price, moved once an epoch.

    Use is what was paid for in the epoch, at list prices, in bps of `capacity_wei`; above
    `high_bps` the factor rises by `step_bps` of the list price, below `low_bps` it falls. A
    capacity of zero: prices do not follow use.
    """

    capacity_wei: kit.Wei
    low_bps: kit.Bps
    high_bps: kit.Bps
    step_bps: kit.Uint256
    floor_bps: kit.Uint256
    ceiling_bps: kit.Uint256


@dataclass(frozen=True, slots=True)
class Conditions(kit.Record):
    """
    What a model's terms say besides token prices and split.

    `meters` are those from number 2 on. `free_units` are free for every account in each period,
    meter by meter; nobody pays for them. At most `requests_max` requests are paid for in each
    window of a session (0: any). `policy` says who may use the model.
    """

    meters: tuple[Meter, ...]
    bases: tuple[BaseShare, ...]
    data: tuple[DataShare, ...]
    free_units: tuple[kit.Uint256, ...]
    free_period_s: kit.Seconds
    requests_max: kit.Uint256
    window_s: kit.Seconds
    policy: kit.Uint256
    band: Band


@dataclass(frozen=True, slots=True)
class UnitPrice(kit.Record):
    """What `scale` units of a meter cost, in wei."""

    price_wei: kit.Wei
    scale: kit.Uint256


@dataclass(frozen=True, slots=True)
class ModelLimit(kit.Record):
    """A model that a session may pay for, and the most that units of each meter may cost."""

    model_id: str
    prices_max: tuple[UnitPrice, ...]


@dataclass(frozen=True, slots=True)
class SessionTerms(kit.Record):
    """
    What a payer asks of a session.

    `payee` serves and redeems; zero for whoever the first model's terms name for infrastructure.
    At most `cap_wei` may be paid for each period begun since the session's start (0: any amount).
    """

    payee: kit.Address
    models: tuple[ModelLimit, ...]
    cap_wei: kit.Wei
    period_s: kit.Seconds
    expires_s: kit.Seconds
    referrer: kit.Address


@dataclass(frozen=True, slots=True)
class Voucher(kit.Message):
    """
    What a payer, or its agent, signs: all that one lane of a session owes up to now.

    Everything is cumulative from the session's start: `requests`, the units of each meter, and
    `amount_wei`. `nonce` grows with every voucher. `receipt_root` is the Merkle root over the
    receipts of all requests so far.
    """

    DOMAIN_NAME: ClassVar[str] = "Kumiai Model Fees"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a03"

    channel: kit.Uint256
    epoch: kit.Uint256
    lane: kit.Uint256
    nonce: kit.Uint256
    requests: kit.Uint256
    units_0: kit.Uint256
    units_1: kit.Uint256
    units_2: kit.Uint256
    units_3: kit.Uint256
    units_4: kit.Uint256
    units_5: kit.Uint256
    amount_wei: kit.Uint256
    receipt_root: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Receipt(kit.Message):
    """
    What a provider keeps of one request; the hash of it is a leaf under `receipt_root`.

    `before_wei` is what all earlier receipts of the lane's session charge together. `version`
    numbers the model's terms. `request` is the hash of what was asked and answered.
    """

    DOMAIN_NAME: ClassVar[str] = "Kumiai Model Fees"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a03"

    channel: kit.Uint256
    epoch: kit.Uint256
    lane: kit.Uint256
    index: kit.Uint256
    version: kit.Uint256
    before_wei: kit.Uint256
    amount_wei: kit.Uint256
    units_0: kit.Uint256
    units_1: kit.Uint256
    units_2: kit.Uint256
    units_3: kit.Uint256
    units_4: kit.Uint256
    units_5: kit.Uint256
    request: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Opening(kit.Record):
    """A receipt that answers a sample, with the siblings on its way up to the root."""

    sample: kit.Uint256
    receipt: Receipt
    path: tuple[kit.Bytes32, ...]


@dataclass(frozen=True, slots=True)
class Ticket(kit.Message):
    """
    What a sender signs instead of many payments: `face_wei`, with a chance.

    It wins where Keccak of the signature's r and s and of the recipient's preimage is below
    `win_threshold`; `recipient_seal` is the hash of the preimage, which the sender does not know.
    """

    DOMAIN_NAME: ClassVar[str] = "Kumiai Model Fees"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a03"

    sender: kit.Address
    recipient: kit.Address
    model: kit.Uint256
    face_wei: kit.Uint256
    win_threshold: kit.Uint256
    nonce: kit.Uint256
    recipient_seal: kit.Bytes32
    expires_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class ModelFeesParams(kit.Record):
    """What the protocol takes, and how long a price must be announced."""

    protocol_fee_bps: kit.Bps
    price_notice_s: kit.Seconds
    epoch_s: kit.Seconds
    challenge_s: kit.Seconds
    channel_s_max: kit.Seconds
    channels_max: kit.Uint256
    deposit_min_wei: kit.Wei
    watch_s: kit.Seconds
    watch_bps: kit.Bps
    agent_notice_s: kit.Seconds
    factor_bps_min: kit.Uint256
    factor_bps_max: kit.Uint256
    factor_step_bps_max: kit.Uint256
    provider_bond_min_wei: kit.Wei
    bond_wait_s: kit.Seconds
    dispute_window_s: kit.Seconds
    answer_s: kit.Seconds
    verdict_s: kit.Seconds
    receipt_samples: kit.Uint256
    overcharge_multiplier_bps: kit.Uint256
    dispute_fee_wei: kit.Wei
    ticket_face_min_wei: kit.Wei
    ticket_wait_s: kit.Seconds
    ticket_s_max: kit.Seconds


@dataclass(frozen=True, slots=True)
class Leg(kit.Record):
    """One part of a payment."""

    kind: LegKind
    recipient: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Quote(kit.Record):
    """What a use costs and where each wei goes; `version` numbers the terms from 1."""

    version: kit.Uint256
    protocol_fee_bps: kit.Bps
    total_wei: kit.Wei
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Terms(kit.Record):
    """Prices and split from a moment on."""

    effective_s: kit.Seconds
    prices: Prices
    split: RevenueSplit


@dataclass(frozen=True, slots=True)
class Usage(kit.Record):
    """Use and revenue so far."""

    payments: kit.Uint256
    input_tokens: kit.Uint256
    output_tokens: kit.Uint256
    charged_wei: kit.Wei
    treasury_wei: kit.Wei
    infrastructure_wei: kit.Wei
    referrers_wei: kit.Wei
    author_wei: kit.Wei
    bases_wei: kit.Wei = 0
    data_wei: kit.Wei = 0


@dataclass(frozen=True, slots=True)
class Model(kit.Record):
    """A model as queries show it; `terms` are those in force."""

    model_id: str
    author: kit.Address
    metadata_uri: str
    status: ModelStatus
    registered_s: kit.Seconds
    deprecated_s: kit.Seconds
    versions: kit.Uint256
    terms: Terms
    usage: Usage


@dataclass(frozen=True, slots=True)
class Tariff(kit.Record):
    """What a session pays, fixed at its start; prices with the factor in them."""

    model: kit.Uint256
    model_id: str
    version: kit.Uint256
    protocol_fee_bps: kit.Bps
    factor_bps: kit.Uint256
    requests_max: kit.Uint256
    window_s: kit.Seconds
    meters: tuple[Meter, ...]


@dataclass(frozen=True, slots=True)
class Demand(kit.Record):
    """How a model is used in its epoch since then, in wei at list prices, and the factor."""

    since_s: kit.Seconds
    value_wei: kit.Wei
    factor_bps: kit.Uint256


@dataclass(frozen=True, slots=True)
class Use(kit.Record):
    """What was paid for of a model."""

    payments: kit.Uint256
    requests: kit.Uint256
    charged_wei: kit.Wei
    units: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class Cap(kit.Record):
    """Who referred the payer, and what may be paid a period."""

    referrer: kit.Address
    cap_wei: kit.Wei
    period_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Channel(kit.Record):
    """A channel as queries show it; `left_wei` is what vouchers may still take."""

    number: kit.Uint256
    state: ChannelState
    payer: kit.Address
    payee: kit.Address
    epoch: kit.Uint256
    session_s: kit.Seconds
    expires_s: kit.Seconds
    deadline_s: kit.Seconds
    deposit_wei: kit.Wei
    paid_wei: kit.Wei
    left_wei: kit.Wei
    tariffs: tuple[kit.Uint256, ...]
    cap: Cap


@dataclass(frozen=True, slots=True)
class Lane(kit.Record):
    """How far one lane of a session is redeemed; the root's last 20 bytes are kept."""

    nonce: kit.Uint256
    requests: kit.Uint256
    units: tuple[kit.Uint256, ...]
    amount_wei: kit.Wei
    redeemed_s: kit.Seconds
    receipt_root: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Grant(kit.Record):
    """What an agent's key may sign for; `models` are numbers, none for all."""

    cap_wei: kit.Wei
    period_s: kit.Seconds
    granted_s: kit.Seconds
    ends_s: kit.Seconds
    spent_wei: kit.Wei
    models: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class Dispute(kit.Record):
    """
    A payer's dispute about what a lane redeemed from `from_wei` to `until_wei`.

    Sampled are wei of that part: the receipt that charged for each must be opened. `answered` has a
    bit for each sample that was; `locked_wei` of the provider's bond waits for the end.
    """

    state: DisputeState
    payer: kit.Address
    provider: kit.Address
    lane: kit.Uint256
    tariff: kit.Uint256
    requests: kit.Uint256
    from_wei: kit.Wei
    until_wei: kit.Wei
    root: kit.Uint256
    seed: kit.Bytes32
    samples: kit.Uint256
    answered: kit.Uint256
    multiplier_bps: kit.Uint256
    locked_wei: kit.Wei
    stake_wei: kit.Wei
    deadline_s: kit.Seconds
    since_at: kit.Height
    claim: kit.Uint256


@dataclass(frozen=True, slots=True)
class Bond(kit.Record):
    """
    What a provider stands behind its meters with.

    Of `leaving_wei`, which goes back at `leaves_s`, and of what is free, an overcharge is paid
    back; `locked_wei` waits for disputes that are open.
    """

    free_wei: kit.Wei
    locked_wei: kit.Wei
    leaving_wei: kit.Wei
    leaves_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class TicketFund(kit.Record):
    """What stands behind a sender's tickets: for all recipients, and reserved for each."""

    state: FundState
    deposit_wei: kit.Wei
    reserved_wei: kit.Wei
    unlocks_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Farewell(kit.Message):
    """What both sides sign to close at once: nothing is owed beyond `paid_wei`."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Model Fees"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a03"

    channel: kit.Uint256
    epoch: kit.Uint256
    paid_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Renewal(kit.Message):
    """What the other side signs for a new session, at the prices of the block that starts it."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Model Fees"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a03"

    channel: kit.Uint256
    epoch: kit.Uint256
    paid_wei: kit.Wei
    expires_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class ModelRegistered(kit.Event):
    """An author put a model on the register."""

    author: Annotated[kit.Address, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    metadata_uri: str


@dataclass(frozen=True, slots=True)
class ModelStatusChanged(kit.Event):
    """A model went on in its life."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    status: ModelStatus


@dataclass(frozen=True, slots=True)
class TermsScheduled(kit.Event):
    """New prices or a new split were announced."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    version: kit.Uint256
    terms: Terms


@dataclass(frozen=True, slots=True)
class TermsCancelled(kit.Event):
    """Announced terms were withdrawn before they took effect."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    version: kit.Uint256


@dataclass(frozen=True, slots=True)
class ModelUsed(kit.Event):
    """A payer paid for tokens read and written, at the terms and the protocol fee in force."""

    payer: Annotated[kit.Address, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    version: kit.Uint256
    protocol_fee_bps: kit.Bps
    input_tokens: kit.Uint256
    output_tokens: kit.Uint256
    total_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class SplitPaid(kit.Event):
    """One leg of a payment reached its recipient."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    recipient: Annotated[kit.Address, kit.INDEXED]
    kind: LegKind
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ConditionsSet(kit.Event):
    """A version of a model's terms has other conditions than those before it."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    model_id: str
    version: kit.Uint256
    conditions: kit.Uint256


@dataclass(frozen=True, slots=True)
class ProviderAllowed(kit.Event):
    """An author let an account serve a model, or no longer."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    is_allowed: bool


@dataclass(frozen=True, slots=True)
class UnitsPaid(kit.Event):
    """A payer paid for units of a model's meters."""

    payer: Annotated[kit.Address, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    units: tuple[kit.Uint256, ...]
    free_units: tuple[kit.Uint256, ...]
    total_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class IncomeBooked(kit.Event):
    """A model's income grew by its share of what another earned."""

    base: Annotated[kit.HashedText, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class IncomeDistributed(kit.Event):
    """A model's income was paid on."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class DataPaid(kit.Event):
    """A licensed asset got its share of what a model earned; held where it cannot be paid now."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    amount_wei: kit.Wei
    is_held: bool


@dataclass(frozen=True, slots=True)
class DataReleased(kit.Event):
    """What was held for an asset went to its vault, or lapsed to the treasury."""

    asset: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei
    is_lapsed: bool


@dataclass(frozen=True, slots=True)
class FactorChanged(kit.Event):
    """A model's price followed its use."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    since_s: kit.Seconds
    factor_bps: kit.Uint256


@dataclass(frozen=True, slots=True)
class ChannelOpened(kit.Event):
    """A payer put coins behind a session."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    payer: Annotated[kit.Address, kit.INDEXED]
    payee: Annotated[kit.Address, kit.INDEXED]
    deposit_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class SessionStarted(kit.Event):
    """Prices and splits of a channel are fixed until its next session."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    epoch: kit.Uint256
    expires_s: kit.Seconds
    tariffs: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class ChannelToppedUp(kit.Event):
    """A payer or a sponsor added to a channel's deposit."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    funder: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ChannelClosing(kit.Event):
    """The last time to redeem has begun."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    deadline_s: kit.Seconds
    is_expired: bool


@dataclass(frozen=True, slots=True)
class ChannelSettled(kit.Event):
    """A channel is over; what was left of its deposit is the payer's again."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    paid_wei: kit.Wei
    refunded_wei: kit.Wei
    is_expired: bool


@dataclass(frozen=True, slots=True)
class Redeemed(kit.Event):
    """Vouchers of one tariff were paid to one payee: what each of the channels paid."""

    model: Annotated[kit.HashedText, kit.INDEXED]
    payee: Annotated[kit.Address, kit.INDEXED]
    tariff: kit.Uint256
    total_wei: kit.Wei
    units: tuple[kit.Uint256, ...]
    channels: tuple[kit.Uint256, ...]
    paid_wei: tuple[kit.Wei, ...]


@dataclass(frozen=True, slots=True)
class VoucherRefused(kit.Event):
    """One voucher of a batch was not taken; the others were not touched by it."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    position: kit.Uint256
    fault: Fault


@dataclass(frozen=True, slots=True)
class WatchRewarded(kit.Event):
    """Somebody brought a payee's vouchers in time, and was paid of what they saved."""

    channel: Annotated[kit.Uint256, kit.INDEXED]
    tower: Annotated[kit.Address, kit.INDEXED]
    reward_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AgentAuthorised(kit.Event):
    """A payer lets a key sign vouchers."""

    payer: Annotated[kit.Address, kit.INDEXED]
    key: Annotated[kit.Address, kit.INDEXED]
    cap_wei: kit.Wei
    period_s: kit.Seconds
    ends_s: kit.Seconds
    models: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class AgentRevoked(kit.Event):
    """A key's vouchers count until here."""

    payer: Annotated[kit.Address, kit.INDEXED]
    key: Annotated[kit.Address, kit.INDEXED]
    ends_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ProviderBonded(kit.Event):
    """A provider added to its bond."""

    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ProviderUnbonding(kit.Event):
    """A provider takes bond back; until then it stands behind its meters with it."""

    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    leaves_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ProviderUnbonded(kit.Event):
    """Bond went back to its provider."""

    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class MeterDisputed(kit.Event):
    """A payer wants to see receipts for what a lane redeemed."""

    dispute: Annotated[kit.Uint256, kit.INDEXED]
    channel: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    value_wei: kit.Wei
    locked_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class MeterSampled(kit.Event):
    """The beacon said which wei must be accounted for, and until when."""

    dispute: Annotated[kit.Uint256, kit.INDEXED]
    seed: kit.Bytes32
    samples: kit.Uint256
    deadline_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class MeterAnswered(kit.Event):
    """A provider opened receipts; `answered` has a bit for each sample so far."""

    dispute: Annotated[kit.Uint256, kit.INDEXED]
    answered: kit.Uint256


@dataclass(frozen=True, slots=True)
class ReceiptDoubted(kit.Event):
    """A payer brought what a receipt says before a jury."""

    dispute: Annotated[kit.Uint256, kit.INDEXED]
    sample: kit.Uint256
    claim: kit.Uint256
    evidence: kit.Bytes32


@dataclass(frozen=True, slots=True)
class MeterResolved(kit.Event):
    """A dispute is over; what of the provider's bond the payer got, and what is forfeited."""

    dispute: Annotated[kit.Uint256, kit.INDEXED]
    state: DisputeState
    refunded_wei: kit.Wei
    forfeited_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TicketsFunded(kit.Event):
    """A sender put coins behind its tickets."""

    sender: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TicketsReserved(kit.Event):
    """A sender reserved coins for one recipient's tickets."""

    sender: Annotated[kit.Address, kit.INDEXED]
    recipient: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TicketsUnlocking(kit.Event):
    """A sender's coins go back then; tickets that were issued can be redeemed before."""

    sender: Annotated[kit.Address, kit.INDEXED]
    unlocks_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class TicketsReturned(kit.Event):
    """What was behind a sender's tickets went back."""

    sender: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class TicketRedeemed(kit.Event):
    """A ticket won, and its whole face value was paid."""

    sender: Annotated[kit.Address, kit.INDEXED]
    recipient: Annotated[kit.Address, kit.INDEXED]
    model: Annotated[kit.HashedText, kit.INDEXED]
    face_wei: kit.Wei


class ModelIdInvalid(kit.Refusal):
    """A model's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-' and '/'."""

    found: str


class ModelExists(kit.Refusal):
    """A model of this name stands on the register."""

    model_id: str


class UnknownModel(kit.Refusal):
    """No model has this name."""

    model_id: str


class NotAuthor(kit.Refusal):
    """Only the model's author may do this."""

    author: kit.Address


class MetadataTooLong(kit.Refusal):
    """A metadata address must be shorter than this."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


class PriceTooHigh(kit.Refusal):
    """A token may cost no more than this."""

    maximum_wei: kit.Wei
    found_wei: kit.Wei


class SplitInvalid(kit.Refusal):
    """The shares of a split must sum to 10,000 bps and name who provides the infrastructure."""

    sum_bps: kit.Uint256


class StatusInvalid(kit.Refusal):
    """A model in this status does not allow it."""

    status: ModelStatus


class NoticeTooShort(kit.Refusal):
    """New terms may take effect from here on."""

    earliest_s: kit.Seconds
    found_s: kit.Seconds


class NoticeTooLong(kit.Refusal):
    """New terms may take effect at the latest here."""

    latest_s: kit.Seconds
    found_s: kit.Seconds


class NothingScheduled(kit.Refusal):
    """No terms wait to take effect."""

    model_id: str


class RetiredTooSoon(kit.Refusal):
    """A deprecated model may be retired from here on."""

    earliest_s: kit.Seconds


class NothingUsed(kit.Refusal):
    """At least one token must be paid for."""


class TooManyTokens(kit.Refusal):
    """One payment covers no more tokens of a kind than this."""

    maximum: kit.Uint256
    found: kit.Uint256


class ChargeAboveLimit(kit.Refusal):
    """The charge is above the most the payer agreed to."""

    max_total_wei: kit.Wei
    charge_wei: kit.Wei


class PaymentTooSmall(kit.Refusal):
    """Fewer coins were sent than the use costs."""

    charge_wei: kit.Wei
    found_wei: kit.Wei


class ReferrersInvalid(kit.Refusal):
    """At most 4 referrers are named, each an account, with shares that sum to 10,000 bps."""

    referrers: kit.Uint256
    sum_bps: kit.Uint256


class ConditionsRefused(kit.Refusal):
    """These conditions cannot be a model's."""

    reason: str


class TooManyUnits(kit.Refusal):
    """Units are given for meters that the model prices, below 2**64 each."""

    meters: kit.Uint256
    found: kit.Uint256


class TooManyRequests(kit.Refusal):
    """The model's terms allow no more requests in this window."""

    requests_max: kit.Uint256


class ProviderRefused(kit.Refusal):
    """This account may not serve this model."""

    model_id: str
    provider: kit.Address


class SessionRefused(kit.Refusal):
    """No session can start on these terms."""

    reason: str


class PriceAboveLimit(kit.Refusal):
    """A unit costs more than the payer agreed to."""

    model_id: str
    meter: kit.Uint256
    limit_wei: kit.Wei
    price_wei: kit.Wei


class DepositTooSmall(kit.Refusal):
    """A channel takes no less than this."""

    minimum_wei: kit.Wei
    found_wei: kit.Wei


class TooManyChannels(kit.Refusal):
    """One payer may have no more channels open than this."""

    maximum: kit.Uint256


class UnknownChannel(kit.Refusal):
    """No channel has this number."""

    channel: kit.Uint256


class BondTooSmall(kit.Refusal):
    """The payee stands behind its meters with less bond than this."""

    minimum_wei: kit.Wei
    found_wei: kit.Wei


class BatchInvalid(kit.Refusal):
    """A batch is 1 to so many vouchers of so many bytes each."""

    vouchers_max: kit.Uint256
    voucher_bytes: kit.Uint256
    found_bytes: kit.Uint256


class VoucherInvalid(kit.Refusal):
    """This voucher is not taken."""

    fault: Fault


class StillOwed(kit.Refusal):
    """What both sides signed is not what was paid."""

    signed_wei: kit.Wei
    paid_wei: kit.Wei


class TooEarly(kit.Refusal):
    """This may be done from here on."""

    earliest_s: kit.Seconds


class AgentRefused(kit.Refusal):
    """This key cannot be an agent on these terms."""

    reason: str


class UnknownTariff(kit.Refusal):
    """No tariff has this number."""

    tariff: kit.Uint256


class DisputeRefused(kit.Refusal):
    """This cannot be disputed."""

    reason: str


class UnknownDispute(kit.Refusal):
    """No dispute has this number."""

    dispute: kit.Uint256


class ReceiptInvalid(kit.Refusal):
    """This receipt does not account for what was sampled."""

    sample: kit.Uint256
    reason: str


class TicketRefused(kit.Refusal):
    """This ticket is not paid."""

    reason: str


class TicketsUnfunded(kit.Refusal):
    """A ticket is paid whole or not at all: there is less behind it than this."""

    face_wei: kit.Wei
    found_wei: kit.Wei


class TooManyRecipients(kit.Refusal):
    """A sender reserves for no more recipients than this."""

    maximum: kit.Uint256


REGISTER_MODEL: Final = kit.Call("registerModel", (str, str, Prices, RevenueSplit))
ACTIVATE_MODEL: Final = kit.Call("activateModel", (str,))
DEPRECATE_MODEL: Final = kit.Call("deprecateModel", (str,))
RETIRE_MODEL: Final = kit.Call("retireModel", (str,))
SCHEDULE_PRICES: Final = kit.Call("schedulePrices", (str, Prices, kit.Seconds))
SCHEDULE_SPLIT: Final = kit.Call("scheduleSplit", (str, RevenueSplit, kit.Seconds))
CANCEL_SCHEDULED: Final = kit.Call("cancelScheduled", (str,))
PAY_FOR_USE: Final = kit.Call(
    "payForUse",
    (str, kit.Uint256, kit.Uint256, kit.Wei, tuple[Referrer, ...]),
    payable=True,
)
SCHEDULE_TERMS: Final = kit.Call(
    "scheduleTerms",
    (str, Prices, RevenueSplit, Conditions, kit.Seconds),
)
ALLOW_PROVIDER: Final = kit.Call("allowProvider", (str, kit.Address, bool))
PAY_FOR_UNITS: Final = kit.Call(
    "payForUnits",
    (str, tuple[kit.Uint256, ...], kit.Wei, tuple[Referrer, ...]),
    payable=True,
)
DISTRIBUTE: Final = kit.Call("distribute", (str,))
RELEASE_DATA: Final = kit.Call("releaseData", (kit.Uint256,))
OPEN_CHANNEL: Final = kit.Call("openChannel", (SessionTerms,), payable=True)
TOP_UP_CHANNEL: Final = kit.Call("topUpChannel", (kit.Uint256,), payable=True)
RENEW_CHANNEL: Final = kit.Call("renewChannel", (kit.Uint256, SessionTerms, bytes))
REDEEM: Final = kit.Call("redeem", (Voucher, bytes))
REDEEM_BATCH: Final = kit.Call("redeemBatch", (bytes,))
CLOSE_CHANNEL: Final = kit.Call("closeChannel", (kit.Uint256,))
CLOSE_TOGETHER: Final = kit.Call("closeTogether", (kit.Uint256, kit.Wei, bytes, bytes, bytes))
SETTLE_CHANNEL: Final = kit.Call("settleChannel", (kit.Uint256,))
AUTHORISE_AGENT: Final = kit.Call(
    "authoriseAgent",
    (kit.Address, kit.Wei, kit.Seconds, tuple[str, ...], kit.Seconds),
)
REVOKE_AGENT: Final = kit.Call("revokeAgent", (kit.Address,))
BOND_PROVIDER: Final = kit.Call("bondProvider", (), payable=True)
UNBOND_PROVIDER: Final = kit.Call("unbondProvider", (kit.Wei,))
DISPUTE_METER: Final = kit.Call("disputeMeter", (kit.Uint256, kit.Uint256), payable=True)
ANSWER_DISPUTE: Final = kit.Call("answerDispute", (kit.Uint256, tuple[Opening, ...]))
DOUBT_RECEIPT: Final = kit.Call("doubtReceipt", (kit.Uint256, kit.Uint256, kit.Bytes32))
FUND_TICKETS: Final = kit.Call("fundTickets", (), payable=True)
RESERVE_TICKETS: Final = kit.Call("reserveTickets", (kit.Address, kit.Wei))
UNLOCK_TICKETS: Final = kit.Call("unlockTickets", ())
REDEEM_TICKET: Final = kit.Call("redeemTicket", (Ticket, bytes, kit.Bytes32))
PARAMS: Final[kit.View[ModelFeesParams]] = kit.View("params", (), ModelFeesParams)
QUOTE: Final[kit.View[Quote]] = kit.View(
    "quote",
    (str, kit.Uint256, kit.Uint256, tuple[Referrer, ...]),
    Quote,
)
MODEL: Final[kit.View[Model]] = kit.View("model", (str,), Model)
MODELS: Final[kit.View[tuple[Model, ...]]] = kit.View(
    "models",
    (kit.Uint256, kit.Uint256),
    tuple[Model, ...],
)
MODEL_COUNT: Final[kit.View[kit.Uint256]] = kit.View("modelCount", (), kit.Uint256)
PRICE_AT: Final[kit.View[Terms]] = kit.View("priceAt", (str, kit.Seconds), Terms)
VERSIONS: Final[kit.View[tuple[Terms, ...]]] = kit.View(
    "versions",
    (str, kit.Uint256, kit.Uint256),
    tuple[Terms, ...],
)
USAGE: Final[kit.View[Usage]] = kit.View("usage", (str,), Usage)
USAGE_TOTAL: Final[kit.View[Usage]] = kit.View("usageTotal", (), Usage)
QUOTE_UNITS: Final[kit.View[Quote]] = kit.View(
    "quoteUnits",
    (str, tuple[kit.Uint256, ...], tuple[Referrer, ...]),
    Quote,
)
TARIFF_NOW: Final[kit.View[Tariff]] = kit.View("tariffNow", (str,), Tariff)
TARIFF: Final[kit.View[Tariff]] = kit.View("tariff", (kit.Uint256,), Tariff)
CONDITIONS_IN_FORCE: Final[kit.View[Conditions]] = kit.View("conditionsInForce", (str,), Conditions)
CONDITIONS_NUMBERED: Final[kit.View[Conditions]] = kit.View(
    "conditionsNumbered",
    (kit.Uint256,),
    Conditions,
)
DEMAND: Final[kit.View[Demand]] = kit.View("demand", (str,), Demand)
FREE_UNITS_LEFT: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "freeUnitsLeft",
    (str, kit.Address),
    tuple[kit.Uint256, ...],
)
REQUESTS_LEFT: Final[kit.View[kit.Uint256]] = kit.View(
    "requestsLeft",
    (str, kit.Address),
    kit.Uint256,
)
USAGE_ON: Final[kit.View[Use]] = kit.View("usageOn", (str, kit.Uint256), Use)
INCOME: Final[kit.View[kit.Wei]] = kit.View("income", (str,), kit.Wei)
HELD_FOR_DATA: Final[kit.View[kit.Wei]] = kit.View("heldForData", (kit.Uint256,), kit.Wei)
PROVIDERS_OF: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "providersOf",
    (str, kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
CHANNEL: Final[kit.View[Channel]] = kit.View("channel", (kit.Uint256,), Channel)
CHANNEL_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("channelTotal", (), kit.Uint256)
CHANNELS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "channelsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
CHANNELS_FOR: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "channelsFor",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
LANE: Final[kit.View[Lane]] = kit.View("lane", (kit.Uint256, kit.Uint256), Lane)
CLAIMABLE: Final[kit.View[kit.Wei]] = kit.View("claimable", (kit.Uint256,), kit.Wei)
AGENT: Final[kit.View[Grant]] = kit.View("agent", (kit.Address, kit.Address), Grant)
AGENT_LEFT: Final[kit.View[kit.Wei]] = kit.View("agentLeft", (kit.Address, kit.Address), kit.Wei)
DISPUTE: Final[kit.View[Dispute]] = kit.View("dispute", (kit.Uint256,), Dispute)
DISPUTE_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("disputeTotal", (), kit.Uint256)
DISPUTE_SAMPLES: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "disputeSamples",
    (kit.Uint256,),
    tuple[kit.Uint256, ...],
)
PROVIDER_BOND: Final[kit.View[Bond]] = kit.View("providerBond", (kit.Address,), Bond)
TICKET_FUND: Final[kit.View[TicketFund]] = kit.View("ticketFund", (kit.Address,), TicketFund)
TICKET_RESERVE: Final[kit.View[kit.Wei]] = kit.View(
    "ticketReserve",
    (kit.Address, kit.Address),
    kit.Wei,
)
TICKET_WINS: Final[kit.View[bool]] = kit.View("ticketWins", (Ticket, bytes, kit.Bytes32), bool)


class ModelFees(kit.ModuleClient):
    """Model fees: what models cost, who pays, and who is paid."""

    NAME = "model_fees"
    ADDRESS = "0x0000000000000000000000000000000000000a03"
    EVENTS = (
        ModelRegistered,
        ModelStatusChanged,
        TermsScheduled,
        TermsCancelled,
        ModelUsed,
        SplitPaid,
        ConditionsSet,
        ProviderAllowed,
        UnitsPaid,
        IncomeBooked,
        IncomeDistributed,
        DataPaid,
        DataReleased,
        FactorChanged,
        ChannelOpened,
        SessionStarted,
        ChannelToppedUp,
        ChannelClosing,
        ChannelSettled,
        Redeemed,
        VoucherRefused,
        WatchRewarded,
        AgentAuthorised,
        AgentRevoked,
        ProviderBonded,
        ProviderUnbonding,
        ProviderUnbonded,
        MeterDisputed,
        MeterSampled,
        MeterAnswered,
        ReceiptDoubted,
        MeterResolved,
        TicketsFunded,
        TicketsReserved,
        TicketsUnlocking,
        TicketsReturned,
        TicketRedeemed,
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
        SignatureWrong,
        ModelIdInvalid,
        ModelExists,
        UnknownModel,
        NotAuthor,
        MetadataTooLong,
        PriceTooHigh,
        SplitInvalid,
        StatusInvalid,
        NoticeTooShort,
        NoticeTooLong,
        NothingScheduled,
        RetiredTooSoon,
        NothingUsed,
        TooManyTokens,
        ChargeAboveLimit,
        PaymentTooSmall,
        ReferrersInvalid,
        ConditionsRefused,
        TooManyUnits,
        TooManyRequests,
        ProviderRefused,
        SessionRefused,
        PriceAboveLimit,
        DepositTooSmall,
        TooManyChannels,
        UnknownChannel,
        BondTooSmall,
        BatchInvalid,
        VoucherInvalid,
        StillOwed,
        TooEarly,
        AgentRefused,
        UnknownTariff,
        DisputeRefused,
        UnknownDispute,
        ReceiptInvalid,
        TicketRefused,
        TicketsUnfunded,
        TooManyRecipients,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def register_model(
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
        return await self._send(REGISTER_MODEL, (model_id, metadata_uri, prices, split))

    async def activate_model(self, model_id: str) -> Pending:
        """Offer a registered model for sale."""
        return await self._send(ACTIVATE_MODEL, (model_id,))

    async def deprecate_model(self, model_id: str) -> Pending:
        """Announce that an active model will be retired; it can be paid for until then."""
        return await self._send(DEPRECATE_MODEL, (model_id,))

    async def retire_model(self, model_id: str) -> Pending:
        """Take a deprecated model off sale, `price_notice_s` after it was deprecated."""
        return await self._send(RETIRE_MODEL, (model_id,))

    async def schedule_prices(
        self,
        model_id: str,
        prices: Prices,
        effective_s: kit.Seconds,
    ) -> Pending:
        """
        Announce new prices from a time on; returns their version.

        An active model's terms change `price_notice_s` from now at the earliest, one that is not
        yet for sale at once.
        """
        return await self._send(SCHEDULE_PRICES, (model_id, prices, effective_s))

    async def schedule_split(
        self,
        model_id: str,
        split: RevenueSplit,
        effective_s: kit.Seconds,
    ) -> Pending:
        """Announce a new split from a time on, with the same notice as prices."""
        return await self._send(SCHEDULE_SPLIT, (model_id, split, effective_s))

    async def cancel_scheduled(self, model_id: str) -> Pending:
        """Withdraw the newest terms that were announced and are not yet in force."""
        return await self._send(CANCEL_SCHEDULED, (model_id,))

    async def pay_for_use(
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
        return await self._send(
            PAY_FOR_USE,
            (model_id, input_tokens, output_tokens, max_total_wei, referrers),
            value_wei,
        )

    async def schedule_terms(
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
        return await self._send(SCHEDULE_TERMS, (model_id, prices, split, conditions, effective_s))

    async def allow_provider(
        self,
        model_id: str,
        provider: kit.Address,
        is_allowed: bool,
    ) -> Pending:
        """Let an account serve the caller's model in channels, or no longer in new sessions."""
        return await self._send(ALLOW_PROVIDER, (model_id, provider, is_allowed))

    async def pay_for_units(
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
        return await self._send(
            PAY_FOR_UNITS,
            (model_id, units, max_total_wei, referrers),
            value_wei,
        )

    async def distribute(self, model_id: str) -> Pending:
        """Pay what a model earned as a base of others on by its own split; then its bases'."""
        return await self._send(DISTRIBUTE, (model_id,))

    async def release_data(self, asset: kit.Uint256) -> Pending:
        """
        Pay a licensed asset what was held for it; returns it, 0 where it cannot be paid yet.

        What no vault took for a year goes to the treasury.
        """
        return await self._send(RELEASE_DATA, (asset,))

    async def open_channel(self, terms: SessionTerms, *, value_wei: int) -> Pending:
        """
        Put the coins sent behind a session with one payee; returns the channel's number.

        Prices, splits and the protocol fee of every model are fixed now, each at most what the
        terms allow, until the channel is renewed or over.
        """
        return await self._send(OPEN_CHANNEL, (terms,), value_wei)

    async def top_up_channel(self, channel: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a channel's deposit, as its payer or a sponsor."""
        return await self._send(TOP_UP_CHANNEL, (channel,), value_wei)

    async def renew_channel(
        self,
        channel: kit.Uint256,
        terms: SessionTerms,
        signature: bytes,
    ) -> Pending:
        """
        Start the next session with what is left, with the other side's signed `Renewal`.

        The payer brings new terms; the payee can only offer those there are, at no higher price.
        Vouchers of the session before count no more.
        """
        return await self._send(RENEW_CHANNEL, (channel, terms, signature))

    async def redeem(self, voucher: Voucher, signature: bytes) -> Pending:
        """Pay what one voucher adds to its lane; refused, with the reason, where it is not good."""
        return await self._send(REDEEM, (voucher, signature))

    async def redeem_batch(self, vouchers: bytes) -> Pending:
        """
        Pay what up to 128 vouchers add to their lanes; returns how many were taken.

        Each is 480 bytes: the 13 words of its voucher, then r and s of its signature, with the
        parity in the highest bit of s (EIP-2098). One that is not good says so in an event and
        touches no other.
        """
        return await self._send(REDEEM_BATCH, (vouchers,))

    async def close_channel(self, channel: kit.Uint256) -> Pending:
        """Begin to close as payer or payee: the payee has `challenge_s` to redeem its latest."""
        return await self._send(CLOSE_CHANNEL, (channel,))

    async def close_together(
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
        return await self._send(
            CLOSE_TOGETHER,
            (channel, paid_wei, vouchers, payer_signature, payee_signature),
        )

    async def settle_channel(self, channel: kit.Uint256) -> Pending:
        """End a wait that is over, for anybody who will not wait for the chain to do it."""
        return await self._send(SETTLE_CHANNEL, (channel,))

    async def authorise_agent(
        self,
        key: kit.Address,
        cap_wei: kit.Wei,
        period_s: kit.Seconds,
        models: Sequence[str],
        ends_s: kit.Seconds,
    ) -> Pending:
        """Let a key sign vouchers for the caller: for these models, or all, so much a period."""
        return await self._send(AUTHORISE_AGENT, (key, cap_wei, period_s, models, ends_s))

    async def revoke_agent(self, key: kit.Address) -> Pending:
        """End an agent's grant; its vouchers count for `agent_notice_s` more."""
        return await self._send(REVOKE_AGENT, (key,))

    async def bond_provider(self, *, value_wei: int) -> Pending:
        """Add the coins sent to the caller's bond."""
        return await self._send(BOND_PROVIDER, (), value_wei)

    async def unbond_provider(self, amount_wei: kit.Wei) -> Pending:
        """Take free bond back: it comes by itself after `bond_wait_s`, liable until then."""
        return await self._send(UNBOND_PROVIDER, (amount_wei,))

    async def dispute_meter(
        self,
        channel: kit.Uint256,
        lane: kit.Uint256,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Ask as a payer for receipts of what a lane was paid and was not asked for yet.

        Send `dispute_fee_wei`: the provider's if it was right. Returns the dispute's number.
        """
        return await self._send(DISPUTE_METER, (channel, lane), value_wei)

    async def answer_dispute(self, dispute: kit.Uint256, openings: Sequence[Opening]) -> Pending:
        """Open receipts as the provider; each sample's must have charged for the sampled wei."""
        return await self._send(ANSWER_DISPUTE, (dispute, openings))

    async def doubt_receipt(
        self,
        dispute: kit.Uint256,
        sample: kit.Uint256,
        evidence: kit.Bytes32,
    ) -> Pending:
        """
        Bring what an opened receipt says before a jury, as the payer; returns the claim.

        The jury's bond is taken from what the payer deposited with the verifier.
        """
        return await self._send(DOUBT_RECEIPT, (dispute, sample, evidence))

    async def fund_tickets(self, *, value_wei: int) -> Pending:
        """Put the coins sent behind the caller's tickets; an unlock under way is off."""
        return await self._send(FUND_TICKETS, (), value_wei)

    async def reserve_tickets(self, recipient: kit.Address, amount_wei: kit.Wei) -> Pending:
        """Set coins aside that only this recipient's tickets can take."""
        return await self._send(RESERVE_TICKETS, (recipient, amount_wei))

    async def unlock_tickets(self) -> Pending:
        """Have everything back after `ticket_wait_s`; tickets can be redeemed until then."""
        return await self._send(UNLOCK_TICKETS, ())

    async def redeem_ticket(
        self,
        ticket: Ticket,
        signature: bytes,
        preimage: kit.Bytes32,
    ) -> Pending:
        """Pay a winning ticket's whole face value, split as a payment for its model."""
        return await self._send(REDEEM_TICKET, (ticket, signature, preimage))

    async def params(self) -> ModelFeesParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def quote(
        self,
        model_id: str,
        input_tokens: kit.Uint256,
        output_tokens: kit.Uint256,
        referrers: Sequence[Referrer],
    ) -> Quote:
        """Return what `pay_for_use` would charge now, and every leg of it, to the wei."""
        return await self._read(QUOTE, model_id, input_tokens, output_tokens, referrers)

    async def model(self, model_id: str) -> Model:
        """Return one model with its terms in force and its use so far; refused if unknown."""
        return await self._read(MODEL, model_id)

    async def models(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Model, ...]:
        """Return models in the order of registration, at most PAGE_MAX."""
        return await self._read(MODELS, offset, limit)

    async def model_count(self) -> kit.Uint256:
        """Return how many models stand on the register."""
        return await self._read(MODEL_COUNT)

    async def price_at(self, model_id: str, time_s: kit.Seconds) -> Terms:
        """Return the terms that are, were or will be in force at a time, as announced so far."""
        return await self._read(PRICE_AT, model_id, time_s)

    async def versions(
        self,
        model_id: str,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Terms, ...]:
        """Return a model's terms, past and announced, oldest first, at most PAGE_MAX."""
        return await self._read(VERSIONS, model_id, offset, limit)

    async def usage(self, model_id: str) -> Usage:
        """Return a model's use and revenue so far."""
        return await self._read(USAGE, model_id)

    async def usage_total(self) -> Usage:
        """Return all models' use and revenue so far."""
        return await self._read(USAGE_TOTAL)

    async def quote_units(
        self,
        model_id: str,
        units: Sequence[kit.Uint256],
        referrers: Sequence[Referrer],
    ) -> Quote:
        """Return what units would cost now, before anybody's free units, and every leg of it."""
        return await self._read(QUOTE_UNITS, model_id, units, referrers)

    async def tariff_now(self, model_id: str) -> Tariff:
        """Return what a session of this model that starts now pays, for each meter by name."""
        return await self._read(TARIFF_NOW, model_id)

    async def tariff(self, number: kit.Uint256) -> Tariff:
        """Return a tariff that sessions were started under; refused if unknown."""
        return await self._read(TARIFF, number)

    async def conditions_in_force(self, model_id: str) -> Conditions:
        """Return what a model's terms say now besides prices and split."""
        return await self._read(CONDITIONS_IN_FORCE, model_id)

    async def conditions_numbered(self, number: kit.Uint256) -> Conditions:
        """Return the conditions that an event named."""
        return await self._read(CONDITIONS_NUMBERED, number)

    async def demand(self, model_id: str) -> Demand:
        """Return a model's use in this epoch and the factor on its prices."""
        return await self._read(DEMAND, model_id)

    async def free_units_left(self, model_id: str, account: kit.Address) -> tuple[kit.Uint256, ...]:
        """Return the units of each meter that are free for an account in this period."""
        return await self._read(FREE_UNITS_LEFT, model_id, account)

    async def requests_left(self, model_id: str, account: kit.Address) -> kit.Uint256:
        """Return how many payments a model still takes from an account in this window."""
        return await self._read(REQUESTS_LEFT, model_id, account)

    async def usage_on(self, model_id: str, day: kit.Uint256) -> Use:
        """Return what was paid for of a model on a day, counted from 1970-01-01."""
        return await self._read(USAGE_ON, model_id, day)

    async def income(self, model_id: str) -> kit.Wei:
        """Return what a model earned as a base of others and was not distributed yet."""
        return await self._read(INCOME, model_id)

    async def held_for_data(self, asset: kit.Uint256) -> kit.Wei:
        """Return what is held for a licensed asset until its vault takes it."""
        return await self._read(HELD_FOR_DATA, asset)

    async def providers_of(
        self,
        model_id: str,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return who else may serve a model, at most PAGE_MAX."""
        return await self._read(PROVIDERS_OF, model_id, offset, limit)

    async def channel(self, number: kit.Uint256) -> Channel:
        """Return one channel; refused if unknown."""
        return await self._read(CHANNEL, number)

    async def channel_total(self) -> kit.Uint256:
        """Return how many channels there were; they are numbered from 1."""
        return await self._read(CHANNEL_TOTAL)

    async def channels_of(
        self,
        payer: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's channels, oldest first, at most PAGE_MAX."""
        return await self._read(CHANNELS_OF, payer, offset, limit)

    async def channels_for(
        self,
        payee: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of channels that pay an account, oldest first, at most PAGE_MAX."""
        return await self._read(CHANNELS_FOR, payee, offset, limit)

    async def lane(self, channel: kit.Uint256, lane: kit.Uint256) -> Lane:
        """Return how far a lane of a channel's session is redeemed, with its receipts' root."""
        return await self._read(LANE, channel, lane)

    async def claimable(self, channel: kit.Uint256) -> kit.Wei:
        """Return what vouchers may take of a channel now: of its deposit, within its cap."""
        return await self._read(CLAIMABLE, channel)

    async def agent(self, payer: kit.Address, key: kit.Address) -> Grant:
        """Return what a payer lets a key sign for; zeros where nothing."""
        return await self._read(AGENT, payer, key)

    async def agent_left(self, payer: kit.Address, key: kit.Address) -> kit.Wei:
        """Return what a payer's agent may still sign for now."""
        return await self._read(AGENT_LEFT, payer, key)

    async def dispute(self, number: kit.Uint256) -> Dispute:
        """Return one dispute; refused if unknown."""
        return await self._read(DISPUTE, number)

    async def dispute_total(self) -> kit.Uint256:
        """Return how many disputes there were; they are numbered from 1."""
        return await self._read(DISPUTE_TOTAL)

    async def dispute_samples(self, number: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the sampled wei of a lane's amount; none until the beacon said them."""
        return await self._read(DISPUTE_SAMPLES, number)

    async def provider_bond(self, provider: kit.Address) -> Bond:
        """Return what a provider stands behind its meters with."""
        return await self._read(PROVIDER_BOND, provider)

    async def ticket_fund(self, sender: kit.Address) -> TicketFund:
        """Return what stands behind a sender's tickets."""
        return await self._read(TICKET_FUND, sender)

    async def ticket_reserve(self, sender: kit.Address, recipient: kit.Address) -> kit.Wei:
        """Return what of a sender's fund only this recipient's tickets can take."""
        return await self._read(TICKET_RESERVE, sender, recipient)

    async def ticket_wins(self, ticket: Ticket, signature: bytes, preimage: kit.Bytes32) -> bool:
        """Return whether a ticket wins, as its recipient can tell before it serves."""
        return await self._read(TICKET_WINS, ticket, signature, preimage)
