"""What model fees stores, shows and says: records, events and refusals."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.types.primitives import Address, Bps, Seconds, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
MODEL_ID_BYTES_MAX: Final = 64  # characters of a model's name
METADATA_URI_BYTES_MAX: Final = 256  # bytes of UTF-8
TOKEN_PRICE_WEI_MAX: Final = 10**24  # wei per token; a million coins
TOKENS_MAX: Final = 10**12  # tokens of one meter in one payment
REFERRERS_MAX: Final = 4  # accounts that share the referrers' leg of one payment
NOTICE_AHEAD_S_MAX: Final = Seconds(31_536_000)  # one year: terms are not set further ahead
PAGE_MAX: Final = 100  # entries of one page of a view


class ModelFeesParams(Params):
    """What the protocol takes, and how long a price must be announced."""

    protocol_fee_bps: Bps = param(
        default=Bps(250),
        doc="share of every payment that goes to the treasury, in bps",
        minimum=0,
        maximum=2_000,
        step=500,
        scope=Scope.NOW,
    )
    price_notice_s: Seconds = param(
        default=Seconds(86_400),
        doc="least seconds between announcing new terms of an active model and their effect",
        minimum=1,
        maximum=2_592_000,  # 30 days
        step=604_800,
        scope=Scope.NEW_ONLY,
    )


class ModelFeesGenesis(Record):
    """The section of genesis.json."""

    params: ModelFeesParams = ModelFeesParams()


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


class ModelRegistered(Event):
    """An author put a model on the register."""

    author: Indexed[Address]
    model: Indexed[str]
    model_id: str
    metadata_uri: str


class ModelStatusChanged(Event):
    """A model went on in its life."""

    model: Indexed[str]
    model_id: str
    status: ModelStatus


class TermsScheduled(Event):
    """New prices or a new split were announced."""

    model: Indexed[str]
    model_id: str
    version: int
    terms: Terms


class TermsCancelled(Event):
    """Announced terms were withdrawn before they took effect."""

    model: Indexed[str]
    model_id: str
    version: int


class ModelUsed(Event):
    """A payer paid for tokens read and written, at the terms and the protocol fee in force."""

    payer: Indexed[Address]
    model: Indexed[str]
    model_id: str
    version: int
    protocol_fee_bps: Bps
    input_tokens: int
    output_tokens: int
    total_wei: Wei


class SplitPaid(Event):
    """One leg of a payment reached its recipient."""

    model: Indexed[str]
    recipient: Indexed[Address]
    kind: LegKind
    amount_wei: Wei


class ModelIdInvalid(Refusal):
    """A model's name is 1 to 64 characters of a-z, 0-9, '.', '_', '-' and '/'."""

    found: str


class ModelExists(Refusal):
    """A model of this name stands on the register."""

    model_id: str


class UnknownModel(Refusal):
    """No model has this name."""

    model_id: str


class NotAuthor(Refusal):
    """Only the model's author may do this."""

    author: Address


class MetadataTooLong(Refusal):
    """A metadata address must be shorter than this."""

    bytes_max: int
    found_bytes: int


class PriceTooHigh(Refusal):
    """A token may cost no more than this."""

    maximum_wei: Wei
    found_wei: Wei


class SplitInvalid(Refusal):
    """The shares of a split must sum to 10,000 bps and name who provides the infrastructure."""

    sum_bps: int


class StatusInvalid(Refusal):
    """A model in this status does not allow it."""

    status: ModelStatus


class NoticeTooShort(Refusal):
    """New terms may take effect from here on."""

    earliest_s: Seconds
    found_s: Seconds


class NoticeTooLong(Refusal):
    """New terms may take effect at the latest here."""

    latest_s: Seconds
    found_s: Seconds


class NothingScheduled(Refusal):
    """No terms wait to take effect."""

    model_id: str


class RetiredTooSoon(Refusal):
    """A deprecated model may be retired from here on."""

    earliest_s: Seconds


class NothingUsed(Refusal):
    """At least one token must be paid for."""


class TooManyTokens(Refusal):
    """One payment covers no more tokens of a kind than this."""

    maximum: int
    found: int


class ChargeAboveLimit(Refusal):
    """The charge is above the most the payer agreed to."""

    max_total_wei: Wei
    charge_wei: Wei


class PaymentTooSmall(Refusal):
    """Fewer coins were sent than the use costs."""

    charge_wei: Wei
    found_wei: Wei


class ReferrersInvalid(Refusal):
    """At most 4 referrers are named, each an account, with shares that sum to 10,000 bps."""

    referrers: int
    sum_bps: int
