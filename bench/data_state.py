"""
The part of the filled state that data and models are: licences, subscriptions and channels.

    owners' assets --offers--> payers' licences by use | subscriptions, earning by the second
    providers' models --open_channel--> payers' deposits

Each is opened by the call that a transaction would make, on the host that the filler holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bench.cast import OWNERS, PAYERS, PEOPLE, PROVIDERS
from bench.chain import CHAIN_ID, GENESIS_S
from chain.codec.signature import sign_digest
from chain.kit.typed_data import typed_digest
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Seconds, Wei
from modules.licensing.module import Licensing
from modules.licensing.records import Guards, Kind, Purpose, Terms, VersionTerms
from modules.model_fees.batches import compact
from modules.model_fees.module import ModelFees
from modules.model_fees.records import ModelLimit, Prices, RevenueSplit, SessionTerms, UnitPrice
from modules.model_fees.typed import DOMAIN, Voucher

if TYPE_CHECKING:
    from bench.market_state import Filler

COIN: Final = 10**18
FAR_S: Final = Seconds(4_000_000)  # what no measured block reaches
ENDS_S: Final = Seconds(GENESIS_S + FAR_S // 4)  # of sessions
RECEIPT: Final = Hash32(b"\x4e" * 32)
BY_USE: Final = Terms(
    kind=Kind.USES,
    price_wei=Wei(COIN),
    duration_s=FAR_S,
    uses=1_000,
    purposes=1 << Purpose.TRAINING,
)
BY_PERIOD: Final = Terms(
    kind=Kind.SUBSCRIPTION,
    price_wei=Wei(COIN),
    duration_s=FAR_S,
    grace_s=Seconds(1_000),
    purposes=1 << Purpose.TRAINING,
)
READ_WEI, WRITTEN_WEI = 10**9, 3 * 10**9  # a token
PRICES: Final = Prices(Wei(READ_WEI), Wei(WRITTEN_WEI))


def model_of(provider: int) -> str:
    """Return the name of a provider's model."""
    return f"guild/model-{provider}"


def fill_data(filler: Filler, each: int) -> tuple[range, range, range, dict[int, Guards]]:
    """
    Open so many licences, subscriptions and channels; number n is of payer n modulo PEOPLE.

    Returns the numbers of each kind, and what buyers agree to by offer.
    """
    for index, owner in enumerate(OWNERS):
        _offer(filler, index + 1, owner)
    for index, provider in enumerate(PROVIDERS):
        _model(filler, index, provider)
    offers = range(1, 2 * PEOPLE + 1)
    guards = {o: guards_of(filler.call(Licensing, "offer", o, sender=PAYERS[0])) for o in offers}
    licences = range(1, each + 1)
    subscriptions = range(each + 1, 2 * each + 1)
    for number in (*licences, *subscriptions):
        _buy(filler, number, number in subscriptions, guards)
    for number in range(1, each + 1):
        terms = session_of(number)
        payer = PAYERS[number % PEOPLE]
        filler.call(ModelFees, "open_channel", terms, sender=payer, value_wei=COIN)
    return licences, subscriptions, range(1, each + 1), guards


def _offer(filler: Filler, asset: int, owner: Address) -> None:
    """Put an asset on the market under two offers: 2 * asset - 1 by use, 2 * asset by period."""
    version = version_of(asset)
    bond_wei: Any = COIN // 10
    filler.call(Licensing, "create_asset", version, sender=owner, value_wei=bond_wei)
    filler.call(Licensing, "list_asset", asset, sender=owner)
    for terms in (BY_USE, BY_PERIOD):
        filler.call(Licensing, "open_offer", asset, 1, terms, sender=owner)


def version_of(number: int, parents: tuple[int, ...] = ()) -> VersionTerms:
    """Return what a version commits to that no other has, if the number is new."""
    content = Hash32((10**9 + number).to_bytes(32, "big"))
    return VersionTerms(content, Hash32(b"\x5c" * 32), "ipfs://data", parents)


def _model(filler: Filler, index: int, provider: Address) -> None:
    split = RevenueSplit(provider, Bps(5_000), Bps(4_000), Bps(1_000))
    name = model_of(index)
    filler.call(ModelFees, "register_model", name, "", PRICES, split, sender=provider)
    filler.call(ModelFees, "activate_model", name, sender=provider)
    filler.call(ModelFees, "bond_provider", sender=provider, value_wei=100 * COIN)


def offer_of(number: int, is_subscription: bool) -> int:
    """Return the offer that a licence is bought from; licence n is of owner n modulo PEOPLE."""
    asset = number % PEOPLE + 1
    return 2 * asset if is_subscription else 2 * asset - 1


def _buy(filler: Filler, number: int, is_subscription: bool, guards: dict[int, Guards]) -> None:
    offer, payer = offer_of(number, is_subscription), PAYERS[number % PEOPLE]
    values = (offer, payer, guards[offer], ZERO_ADDRESS)
    filler.call(Licensing, "buy", *values, sender=payer, value_wei=COIN)


def guards_of(shown: Any) -> Guards:
    """Return a buyer's agreement to just what an offer says."""
    return Guards(shown.offer.terms_hash, shown.terms.price_wei, shown.terms.royalty_bps)


def session_of(number: int) -> SessionTerms:
    """Return the terms of a channel's session, by its number."""
    provider = number % PEOPLE
    limit = ModelLimit(model_of(provider), (UnitPrice(Wei(10**24), 1),) * 2)
    return SessionTerms(PROVIDERS[provider], (limit,), Wei(0), Seconds(0), ENDS_S, ZERO_ADDRESS)


def voucher_of(channel: int, step: int = 1, **changed: Any) -> Voucher:
    """Return a channel's voucher after so many steps, of a hundred tokens read and ten written."""
    read, written = 100 * step, 10 * step
    amount_wei = read * READ_WEI + written * WRITTEN_WEI
    units = (read, written, 0, 0, 0, 0)
    plain = {"epoch": 1, "lane": 0, "receipt_root": RECEIPT, **changed}
    head = (channel, plain["epoch"], plain["lane"], step, step)
    return Voucher(*head, *units, amount_wei, plain["receipt_root"])


def word_of(message: Any, private_key: bytes) -> bytes:
    """Return a key's signature over a typed message of model fees."""
    digest = typed_digest(DOMAIN, message, CHAIN_ID, ModelFees.address)
    y_parity, r, s = sign_digest(private_key, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,))


def batch_of(*vouchers: Voucher, key: bytes) -> bytes:
    """Return vouchers of one payer as a batch takes them."""
    return b"".join(compact(item, word_of(item, key)) for item in vouchers)


NO_APP: Final = ZERO_HASH
