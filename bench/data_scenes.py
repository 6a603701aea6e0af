"""
Scenes of licensing: assets, offers and licences of every kind, revoked, disputed and erased.

    owner --create, list, offer--> buyer --use, renew, return--> settled | revoked | erased
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from bench.cast import CAST_KEYS
from bench.data_state import BY_USE, COIN, RECEIPT, guards_of, version_of
from chain.codec import address_of
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Hash32, Seconds, Wei
from modules.licensing.module import Licensing
from modules.licensing.params import LicensingParams
from modules.licensing.records import Ground, Kind, Purpose, Tag, Terms
from modules.verification.module import Verification

if TYPE_CHECKING:
    from bench.market_calls import Desk

OWNER_KEY, BUYER_KEY, CHALLENGER_KEY, KEEPER_KEY, OTHER_KEY = CAST_KEYS[46:51]
OWNER, BUYER, CHALLENGER, KEEPER, OTHER = map(address_of, CAST_KEYS[46:51])
OPEN_POLICY: Final = 1  # of identity: every subject may demand erasures, and revoke by law
LONG_S: Final = Seconds(1_000_000)
PARAMS: Final = LicensingParams(
    dispute_cooldown_s=Seconds(1),
    revoke_notice_s=LONG_S,
    erasure_policy=OPEN_POLICY,
    regulator_policy=OPEN_POLICY,
)
TIMED: Final = replace(BY_USE, kind=Kind.TIMED, duration_s=LONG_S, uses=0, seats=2)
PERIOD_S: Final = 20  # of the scenes' subscriptions; they are renewed from its half on
BY_PERIOD: Final = replace(
    TIMED, kind=Kind.SUBSCRIPTION, duration_s=Seconds(PERIOD_S), grace_s=Seconds(1_000)
)
RENTAL: Final = replace(TIMED, kind=Kind.RENTAL, seats=0, deposit_wei=Wei(COIN))


def evidence_of(number: int) -> Hash32:
    """Return evidence that nobody saw before, if the number is new."""
    return Hash32((10**15 + number).to_bytes(32, "big"))


def play_data(desk: Desk, time: int) -> None:
    """Make every call of licences and assets."""
    asset = _asset(desk, 100 + 10 * time)
    _used(desk, asset)
    _answered(desk, asset)
    _subscribed(desk, asset)
    _revoked(desk, asset, time)
    _accused(desk, asset, time)
    desk.send(OTHER_KEY, Verification, "deposit", value_wei=100 * COIN)
    tagged = desk.filled.staged.tagged[2 * time]
    desk.send(OTHER_KEY, Licensing, "contest_tag", tagged, evidence_of(1_000 + time))
    desk.send(OTHER_KEY, Licensing, "clear_tag", desk.filled.staged.tagged[2 * time + 1])
    erased = desk.filled.staged.erased[time]
    desk.send(KEEPER_KEY, Licensing, "request_erasure", erased, RECEIPT)
    desk.send(KEEPER_KEY, Licensing, "send_notices", erased)
    desk.send(OWNER_KEY, Licensing, "prove_erasure", erased, RECEIPT)


def _asset(desk: Desk, seed: int) -> int:
    """Two assets: one on sale, the other handed over and off the market."""
    bond_wei = PARAMS.asset_bond_wei
    for more in range(2):
        version = version_of(seed + more)
        desk.send(OWNER_KEY, Licensing, "create_asset", version, value_wei=bond_wei)
    asset: int = desk.view(Licensing, "asset_total") - 1
    desk.send(OWNER_KEY, Licensing, "add_version", asset, version_of(seed + 2))
    desk.send(OWNER_KEY, Licensing, "list_asset", asset)
    desk.send(OWNER_KEY, Licensing, "pause_asset", asset)
    desk.send(OWNER_KEY, Licensing, "resume_asset", asset)
    desk.send(OWNER_KEY, Licensing, "transfer_asset", asset + 1, OTHER)
    desk.send(OTHER_KEY, Licensing, "retire_asset", asset + 1)
    return asset


def _buy(desk: Desk, asset: int, terms: Terms) -> int:
    """Return a licence bought under an offer of its own."""
    desk.send(OWNER_KEY, Licensing, "open_offer", asset, 1, terms)
    offer = max(desk.view(Licensing, "offers_on", asset, 0, 100))
    guards = guards_of(desk.view(Licensing, "offer", offer))
    values = (offer, BUYER, guards, ZERO_ADDRESS)
    price_wei = terms.price_wei + terms.deposit_wei
    desk.send(BUYER_KEY, Licensing, "buy", *values, value_wei=price_wei)
    number: int = desk.view(Licensing, "licence_total")
    return number


def _used(desk: Desk, asset: int) -> None:
    """A licence is used, shared and handed on; one is given up, one is returned."""
    licence = _buy(desk, asset, replace(TIMED, is_transferable=True))
    use: Any = (licence, 1, int(Purpose.TRAINING), ZERO_HASH, RECEIPT)
    desk.send(BUYER_KEY, Licensing, "use", *use)
    desk.send(BUYER_KEY, Licensing, "delegate_app", licence, KEEPER, True)
    desk.send(BUYER_KEY, Licensing, "assign_seat", licence, OTHER)
    desk.send(BUYER_KEY, Licensing, "unassign_seat", licence, OTHER)
    desk.send(KEEPER_KEY, Licensing, "settle", licence)
    desk.send(BUYER_KEY, Licensing, "transfer_licence", licence, OTHER)
    desk.send(OTHER_KEY, Licensing, "waive", licence)
    rented = _buy(desk, asset, RENTAL)
    desk.send(BUYER_KEY, Licensing, "return_rental", rented, RECEIPT)
    desk.send(KEEPER_KEY, Licensing, "claim_vault", asset)


def _answered(desk: Desk, asset: int) -> None:
    """The owner lets one buyer in and another not, then sells no more on these terms."""
    terms = replace(TIMED, needs_approval=True)
    desk.send(OWNER_KEY, Licensing, "approve", _buy(desk, asset, terms))
    desk.send(OWNER_KEY, Licensing, "reject", _buy(desk, asset, terms))
    offer = max(desk.view(Licensing, "offers_on", asset, 0, 100))
    desk.send(OWNER_KEY, Licensing, "close_offer", offer)


def _subscribed(desk: Desk, asset: int) -> None:
    licence = _buy(desk, asset, BY_PERIOD)
    caps = (Wei(COIN), Wei(9 * COIN))
    bought_at = desk.height
    desk.send(BUYER_KEY, Licensing, "fund_standing", licence, *caps, value_wei=2 * COIN)
    desk.send(BUYER_KEY, Licensing, "withdraw_standing", licence, Wei(COIN))
    desk.go_to(bought_at + PERIOD_S // 2)
    desk.send(KEEPER_KEY, Licensing, "renew", licence)
    desk.send(BUYER_KEY, Licensing, "cancel", licence)


def _revoked(desk: Desk, asset: int, time: int) -> None:
    """The owner revokes; by law one notice is taken back, and one is appealed."""
    licence = _buy(desk, asset, TIMED)
    desk.send(OWNER_KEY, Licensing, "revoke", licence, Ground.BREACH, evidence_of(4 * time))
    other = _buy(desk, asset, TIMED)
    desk.send(KEEPER_KEY, Licensing, "order_revocation", other, evidence_of(4 * time + 1))
    desk.send(KEEPER_KEY, Licensing, "withdraw_revocation", other)
    desk.send(BUYER_KEY, Verification, "deposit", value_wei=100 * COIN)
    desk.send(BUYER_KEY, Licensing, "appeal", licence, evidence_of(4 * time + 2))


def _accused(desk: Desk, asset: int, time: int) -> None:
    desk.send(CHALLENGER_KEY, Verification, "deposit", value_wei=100 * COIN)
    values = (asset, Tag.NOT_THE_OWNERS, ZERO_ADDRESS, evidence_of(2_000 + time))
    desk.send(CHALLENGER_KEY, Licensing, "raise_dispute", *values)
