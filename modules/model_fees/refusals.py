"""What model fees refuses with, and whose fault it is."""

from chain.kit.record import Refusal
from chain.types.primitives import Address, Seconds, Wei
from modules.model_fees.records import Fault, ModelStatus


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


class ConditionsRefused(Refusal):
    """These conditions cannot be a model's."""

    reason: str


class TooManyUnits(Refusal):
    """Units are given for meters that the model prices, below 2**64 each."""

    meters: int
    found: int


class TooManyRequests(Refusal):
    """The model's terms allow no more requests in this window."""

    requests_max: int


class ProviderRefused(Refusal):
    """This account may not serve this model."""

    model_id: str
    provider: Address


class SessionRefused(Refusal):
    """No session can start on these terms."""

    reason: str


class PriceAboveLimit(Refusal):
    """A unit costs more than the payer agreed to."""

    model_id: str
    meter: int
    limit_wei: Wei
    price_wei: Wei


class DepositTooSmall(Refusal):
    """A channel takes no less than this."""

    minimum_wei: Wei
    found_wei: Wei


class TooManyChannels(Refusal):
    """One payer may have no more channels open than this."""

    maximum: int


class UnknownChannel(Refusal):
    """No channel has this number."""

    channel: int


class BondTooSmall(Refusal):
    """The payee stands behind its meters with less bond than this."""

    minimum_wei: Wei
    found_wei: Wei


class BatchInvalid(Refusal):
    """A batch is 1 to so many vouchers of so many bytes each."""

    vouchers_max: int
    voucher_bytes: int
    found_bytes: int


class VoucherInvalid(Refusal):
    """This voucher is not taken."""

    fault: Fault


class StillOwed(Refusal):
    """What both sides signed is not what was paid."""

    signed_wei: Wei
    paid_wei: Wei


class TooEarly(Refusal):
    """This may be done from here on."""

    earliest_s: Seconds


class AgentRefused(Refusal):
    """This key cannot be an agent on these terms."""

    reason: str


class UnknownTariff(Refusal):
    """No tariff has this number."""

    tariff: int


class DisputeRefused(Refusal):
    """This cannot be disputed."""

    reason: str


class UnknownDispute(Refusal):
    """No dispute has this number."""

    dispute: int


class ReceiptInvalid(Refusal):
    """This receipt does not account for what was sampled."""

    sample: int
    reason: str


class TicketRefused(Refusal):
    """This ticket is not paid."""

    reason: str


class TicketsUnfunded(Refusal):
    """A ticket is paid whole or not at all: there is less behind it than this."""

    face_wei: Wei
    found_wei: Wei


class TooManyRecipients(Refusal):
    """A sender reserves for no more recipients than this."""

    maximum: int
