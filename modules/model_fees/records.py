"""What model fees stores and shows of models and payments."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Record
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
MODEL_ID_BYTES_MAX: Final = 64  # characters of a model's name
METADATA_URI_BYTES_MAX: Final = 256  # bytes of UTF-8
TOKEN_PRICE_WEI_MAX: Final = 10**24  # wei per token; a million coins
TOKENS_MAX: Final = 10**12  # tokens of one meter in one payment
REFERRERS_MAX: Final = 4  # accounts that share the referrers' leg of one payment
METERS_MAX: Final = 6  # that one model may price; 0 and 1 are tokens read and written
METER_NAME_BYTES_MAX: Final = 32
METER_SCALE_MAX: Final = 10**12  # units that one price may be for
UNITS_END: Final = 1 << 64  # cumulative units of one meter stay below
MODELS_MAX: Final = 3  # that one channel pays for
LANES_PER_MODEL: Final = 16  # streams of vouchers side by side, of one model in one session
BASES_MAX: Final = 4  # models that one model's revenue goes on to
DATA_MAX: Final = 4  # licensed assets that one model's revenue goes on to
NOTICE_AHEAD_S_MAX: Final = Seconds(31_536_000)  # one year: terms are not set further ahead
PAGE_MAX: Final = 100  # entries of one page of a view


class ModelStatus(IntEnum):
    """How far a model is in its life; it never goes back."""

    REGISTERED = 0  # priced, not yet for sale
    ACTIVE = 1
    DEPRECATED = 2  # still for sale, to be retired
    RETIRED = 3


class LegKind(IntEnum):
    """Whom a part of a payment is for."""

    TREASURY = 0
    INFRASTRUCTURE = 1
    REFERRER = 2
    AUTHOR = 3
    BASE = 4  # a model that this one was made of: held here until it is distributed
    DATA = 5  # a licensed asset: paid into its vault, or held here until it can be


class Prices(Record):
    """Wei for one token read and for one token written; 10**12 are a millionth of a coin."""

    input_token_price_wei: Wei
    output_token_price_wei: Wei


class RevenueSplit(Record):
    """
    Who gets what the protocol fee leaves, in bps that sum to 10,000.

    Where nobody referred the payer, the author gets the referrers' part too, and always the dust.
    """

    infrastructure: Address
    author_bps: Bps
    infrastructure_bps: Bps
    referrer_bps: Bps


class Terms(Record):
    """Prices and split from a moment on."""

    effective_s: Seconds
    prices: Prices
    split: RevenueSplit


class Registration(Record):
    """What is known of a model whatever its terms."""

    author: Address
    metadata_uri: str
    status: ModelStatus
    registered_s: Seconds
    deprecated_s: Seconds


class Referrer(Record):
    """Somebody who sent the payer here, and their share of the referrers' leg in bps."""

    account: Address
    share_bps: Bps


class Leg(Record):
    """One part of a payment."""

    kind: LegKind
    recipient: Address
    amount_wei: Wei


class Quote(Record):
    """What a use costs and where each wei goes; `version` numbers the terms from 1."""

    version: int
    protocol_fee_bps: Bps
    total_wei: Wei
    legs: tuple[Leg, ...]


class Usage(Record):
    """Use and revenue so far."""

    payments: int
    input_tokens: int
    output_tokens: int
    charged_wei: Wei
    treasury_wei: Wei
    infrastructure_wei: Wei
    referrers_wei: Wei
    author_wei: Wei
    bases_wei: Wei = Wei(0)
    data_wei: Wei = Wei(0)


class Meter(Record):
    """What is counted besides tokens, and what `scale` units of it cost, in wei."""

    name: str
    price_wei: Wei
    scale: int


class BaseShare(Record):
    """A model that this one was made of, and its share in bps."""

    model_id: str
    share_bps: Bps


class DataShare(Record):
    """A licensed asset that this model was made of, and its share in bps."""

    asset: int
    share_bps: Bps


class Band(Record):
    """
    How prices follow use: a factor on the list price, moved once an epoch.

    Use is what was paid for in the epoch, at list prices, in bps of `capacity_wei`; above
    `high_bps` the factor rises by `step_bps` of the list price, below `low_bps` it falls. A
    capacity of zero: prices do not follow use.
    """

    capacity_wei: Wei
    low_bps: Bps
    high_bps: Bps
    step_bps: int
    floor_bps: int
    ceiling_bps: int


class Conditions(Record):
    """
    What a model's terms say besides token prices and split.

    `meters` are those from number 2 on. `free_units` are free for every account in each period,
    meter by meter; nobody pays for them. At most `requests_max` requests are paid for in each
    window of a session (0: any). `policy` says who may use the model.
    """

    meters: tuple[Meter, ...]
    bases: tuple[BaseShare, ...]
    data: tuple[DataShare, ...]
    free_units: tuple[int, ...]
    free_period_s: Seconds
    requests_max: int
    window_s: Seconds
    policy: int
    band: Band


NO_BAND: Final = Band(Wei(0), Bps(0), Bps(0), 0, 0, 0)
NO_CONDITIONS: Final = Conditions((), (), (), (), Seconds(0), 0, Seconds(0), 0, NO_BAND)


class Model(Record):
    """A model as queries show it; `terms` are those in force."""

    model_id: str
    author: Address
    metadata_uri: str
    status: ModelStatus
    registered_s: Seconds
    deprecated_s: Seconds
    versions: int
    terms: Terms
    usage: Usage


class ChannelState(IntEnum):
    """How far a channel is in its life."""

    NOTHING = 0
    OPEN = 1  # nothing redeemed yet: a channel that was never used can be told from one that was
    ACTIVE = 2
    CLOSING = 3  # the payee may redeem its latest vouchers, then the rest goes back
    SETTLED = 4  # closed by its parties
    EXPIRED = 5  # closed by its expiry


class UnitPrice(Record):
    """What `scale` units of a meter cost, in wei."""

    price_wei: Wei
    scale: int


class ModelLimit(Record):
    """A model that a session may pay for, and the most that units of each meter may cost."""

    model_id: str
    prices_max: tuple[UnitPrice, ...]


class SessionTerms(Record):
    """
    What a payer asks of a session.

    `payee` serves and redeems; zero for whoever the first model's terms name for infrastructure.
    At most `cap_wei` may be paid for each period begun since the session's start (0: any amount).
    """

    payee: Address
    models: tuple[ModelLimit, ...]
    cap_wei: Wei
    period_s: Seconds
    expires_s: Seconds
    referrer: Address


class Span(Record):
    """A channel's times; `closing_at` is the height at which the wait that ends it began."""

    expires_s: Seconds
    deadline_s: Seconds
    closing_at: Height
    is_expired: bool


class Cap(Record):
    """Who referred the payer, and what may be paid a period."""

    referrer: Address
    cap_wei: Wei
    period_s: Seconds


class Channel(Record):
    """A channel as queries show it; `left_wei` is what vouchers may still take."""

    number: int
    state: ChannelState
    payer: Address
    payee: Address
    epoch: int
    session_s: Seconds
    expires_s: Seconds
    deadline_s: Seconds
    deposit_wei: Wei
    paid_wei: Wei
    left_wei: Wei
    tariffs: tuple[int, ...]
    cap: Cap


class Lane(Record):
    """How far one lane of a session is redeemed; the root's last 20 bytes are kept."""

    nonce: int
    requests: int
    units: tuple[int, ...]
    amount_wei: Wei
    redeemed_s: Seconds
    receipt_root: Hash32


class Tariff(Record):
    """What a session pays, fixed at its start; prices with the factor in them."""

    model: int
    model_id: str
    version: int
    protocol_fee_bps: Bps
    factor_bps: int
    requests_max: int
    window_s: Seconds
    meters: tuple[Meter, ...]


class Grant(Record):
    """What an agent's key may sign for; `models` are numbers, none for all."""

    cap_wei: Wei
    period_s: Seconds
    granted_s: Seconds
    ends_s: Seconds
    spent_wei: Wei
    models: tuple[int, ...]


class Use(Record):
    """What was paid for of a model."""

    payments: int
    requests: int
    charged_wei: Wei
    units: tuple[int, ...]


class Demand(Record):
    """How a model is used in its epoch since then, in wei at list prices, and the factor."""

    since_s: Seconds
    value_wei: Wei
    factor_bps: int


class Fault(IntEnum):
    """Why a voucher is not taken."""

    NONE = 0
    UNKNOWN_CHANNEL = 1
    CHANNEL_OVER = 2
    WRONG_EPOCH = 3
    WRONG_LANE = 4
    SIGNATURE = 5  # not one, or not of the payer or an agent of the payer
    NONCE = 6  # not above the last one redeemed
    NOT_CUMULATIVE = 7  # less of something than was redeemed
    OUT_OF_RANGE = 8
    ABOVE_PRICE = 9  # more than the units cost at the session's prices
    ABOVE_DEPOSIT = 10
    ABOVE_CAP = 11
    RATE = 12  # more requests than the model's terms allow
    AGENT = 13  # the agent's grant does not cover it
    NO_UNITS = 14  # of a meter that the model does not price


class Bond(Record):
    """
    What a provider stands behind its meters with.

    Of `leaving_wei`, which goes back at `leaves_s`, and of what is free, an overcharge is paid
    back; `locked_wei` waits for disputes that are open.
    """

    free_wei: Wei
    locked_wei: Wei
    leaving_wei: Wei
    leaves_s: Seconds


class DisputeState(IntEnum):
    """How far a dispute about a meter is."""

    NOTHING = 0
    OPENED = 1  # the beacon has not said yet which receipts are asked for
    SAMPLED = 2  # the provider opens them
    ANSWERED = 3  # all are good: the payer may doubt what one of them says
    JUDGED = 4  # a jury looks at a receipt's content
    CONVICTED = 5
    CLEARED = 6
    LAPSED = 7  # nobody ruled in time: nobody pays


class Dispute(Record):
    """
    A payer's dispute about what a lane redeemed from `from_wei` to `until_wei`.

    Sampled are wei of that part: the receipt that charged for each must be opened. `answered` has a
    bit for each sample that was; `locked_wei` of the provider's bond waits for the end.
    """

    state: DisputeState
    payer: Address
    provider: Address
    lane: int
    tariff: int
    requests: int
    from_wei: Wei
    until_wei: Wei
    root: int
    seed: Hash32
    samples: int
    answered: int
    multiplier_bps: int
    locked_wei: Wei
    stake_wei: Wei
    deadline_s: Seconds
    since_at: Height
    claim: int


class FundState(IntEnum):
    """How far a sender's fund for tickets is."""

    NOTHING = 0
    FUNDED = 1
    UNLOCKING = 2  # what is left goes back when the wait is over
    RETURNED = 3


class TicketFund(Record):
    """What stands behind a sender's tickets: for all recipients, and reserved for each."""

    state: FundState
    deposit_wei: Wei
    reserved_wei: Wei
    unlocks_s: Seconds
