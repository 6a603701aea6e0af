"""What model fees says happened."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from modules.model_fees.records import DisputeState, Fault, LegKind, ModelStatus, Terms


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


class ConditionsSet(Event):
    """A version of a model's terms has other conditions than those before it."""

    model: Indexed[str]
    model_id: str
    version: int
    conditions: int


class ProviderAllowed(Event):
    """An author let an account serve a model, or no longer."""

    model: Indexed[str]
    provider: Indexed[Address]
    is_allowed: bool


class UnitsPaid(Event):
    """A payer paid for units of a model's meters."""

    payer: Indexed[Address]
    model: Indexed[str]
    units: tuple[int, ...]
    free_units: tuple[int, ...]
    total_wei: Wei


class IncomeBooked(Event):
    """A model's income grew by its share of what another earned."""

    base: Indexed[str]
    model: Indexed[str]
    amount_wei: Wei


class IncomeDistributed(Event):
    """A model's income was paid on."""

    model: Indexed[str]
    amount_wei: Wei


class DataPaid(Event):
    """A licensed asset got its share of what a model earned; held where it cannot be paid now."""

    asset: Indexed[int]
    model: Indexed[str]
    amount_wei: Wei
    is_held: bool


class DataReleased(Event):
    """What was held for an asset went to its vault, or lapsed to the treasury."""

    asset: Indexed[int]
    amount_wei: Wei
    is_lapsed: bool


class FactorChanged(Event):
    """A model's price followed its use."""

    model: Indexed[str]
    since_s: Seconds
    factor_bps: int


class ChannelOpened(Event):
    """A payer put coins behind a session."""

    channel: Indexed[int]
    payer: Indexed[Address]
    payee: Indexed[Address]
    deposit_wei: Wei


class SessionStarted(Event):
    """Prices and splits of a channel are fixed until its next session."""

    channel: Indexed[int]
    epoch: int
    expires_s: Seconds
    tariffs: tuple[int, ...]


class ChannelToppedUp(Event):
    """A payer or a sponsor added to a channel's deposit."""

    channel: Indexed[int]
    funder: Indexed[Address]
    amount_wei: Wei


class ChannelClosing(Event):
    """The last time to redeem has begun."""

    channel: Indexed[int]
    deadline_s: Seconds
    is_expired: bool


class ChannelSettled(Event):
    """A channel is over; what was left of its deposit is the payer's again."""

    channel: Indexed[int]
    paid_wei: Wei
    refunded_wei: Wei
    is_expired: bool


class Redeemed(Event):
    """Vouchers of one tariff were paid to one payee: what each of the channels paid."""

    model: Indexed[str]
    payee: Indexed[Address]
    tariff: int
    total_wei: Wei
    units: tuple[int, ...]
    channels: tuple[int, ...]
    paid_wei: tuple[Wei, ...]


class VoucherRefused(Event):
    """One voucher of a batch was not taken; the others were not touched by it."""

    channel: Indexed[int]
    position: int
    fault: Fault


class WatchRewarded(Event):
    """Somebody brought a payee's vouchers in time, and was paid of what they saved."""

    channel: Indexed[int]
    tower: Indexed[Address]
    reward_wei: Wei


class AgentAuthorised(Event):
    """A payer lets a key sign vouchers."""

    payer: Indexed[Address]
    key: Indexed[Address]
    cap_wei: Wei
    period_s: Seconds
    ends_s: Seconds
    models: tuple[int, ...]


class AgentRevoked(Event):
    """A key's vouchers count until here."""

    payer: Indexed[Address]
    key: Indexed[Address]
    ends_s: Seconds


class ProviderBonded(Event):
    """A provider added to its bond."""

    provider: Indexed[Address]
    amount_wei: Wei


class ProviderUnbonding(Event):
    """A provider takes bond back; until then it stands behind its meters with it."""

    provider: Indexed[Address]
    amount_wei: Wei
    leaves_s: Seconds


class ProviderUnbonded(Event):
    """Bond went back to its provider."""

    provider: Indexed[Address]
    amount_wei: Wei


class MeterDisputed(Event):
    """A payer wants to see receipts for what a lane redeemed."""

    dispute: Indexed[int]
    channel: Indexed[int]
    provider: Indexed[Address]
    value_wei: Wei
    locked_wei: Wei


class MeterSampled(Event):
    """The beacon said which wei must be accounted for, and until when."""

    dispute: Indexed[int]
    seed: Hash32
    samples: int
    deadline_s: Seconds


class MeterAnswered(Event):
    """A provider opened receipts; `answered` has a bit for each sample so far."""

    dispute: Indexed[int]
    answered: int


class ReceiptDoubted(Event):
    """A payer brought what a receipt says before a jury."""

    dispute: Indexed[int]
    sample: int
    claim: int
    evidence: Hash32


class MeterResolved(Event):
    """A dispute is over; what of the provider's bond the payer got, and what is forfeited."""

    dispute: Indexed[int]
    state: DisputeState
    refunded_wei: Wei
    forfeited_wei: Wei


class TicketsFunded(Event):
    """A sender put coins behind its tickets."""

    sender: Indexed[Address]
    amount_wei: Wei


class TicketsReserved(Event):
    """A sender reserved coins for one recipient's tickets."""

    sender: Indexed[Address]
    recipient: Indexed[Address]
    amount_wei: Wei


class TicketsUnlocking(Event):
    """A sender's coins go back then; tickets that were issued can be redeemed before."""

    sender: Indexed[Address]
    unlocks_s: Seconds


class TicketsReturned(Event):
    """What was behind a sender's tickets went back."""

    sender: Indexed[Address]
    amount_wei: Wei


class TicketRedeemed(Event):
    """A ticket won, and its whole face value was paid."""

    sender: Indexed[Address]
    recipient: Indexed[Address]
    model: Indexed[str]
    face_wei: Wei
