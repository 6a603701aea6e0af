"""
What scenes of data, models and identity find: short waits, issuers that a vote let in, channels.

    Filler(for_scenes) --settings, governed calls--> the state on which the scenes are played
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from bench.bridge_scenes import Harbour, stage_bridge
from bench.data_scenes import CHALLENGER, KEEPER, OTHER, OWNER, TIMED, evidence_of
from bench.data_scenes import PARAMS as LICENSING
from bench.data_state import COIN, guards_of, session_of, version_of
from bench.identity_scenes import ISSUER_KEYS, KYC, RESIDENCE
from bench.identity_scenes import PARAMS as IDENTITY
from bench.model_scenes import AGENT
from bench.model_scenes import PARAMS as MODELS
from chain.codec import address_of
from chain.kit.module import AUTHORITY
from chain.types.primitives import ZERO_ADDRESS, Bps, Wei
from modules.identity.module import Identity
from modules.identity.records import PolicyTerms
from modules.licensing.module import Licensing
from modules.licensing.records import NOTICES_MAX, Kind, Tag
from modules.model_fees.module import ModelFees
from modules.verification.module import Verification

if TYPE_CHECKING:
    from bench.market_state import Filler

CLOSING: Final = 103  # channels that close at once: three more than a block handles
TIMES: Final = 3  # that each scene is played


@dataclass(frozen=True)
class Staged:
    """What stands ready: channels that close, assets that are tagged or get erased, routes."""

    closing: range
    tagged: tuple[int, ...]  # two for each time
    erased: tuple[int, ...]
    harbour: Harbour | None  # other chains, and routes to them


NOTHING_STAGED: Final = Staged(range(0), (), (), None)


def stage_scenes(filler: Filler) -> Staged:
    """Set what scenes need, and return it."""
    _admit(filler)
    filler.settings(ModelFees, MODELS)
    filler.settings(Licensing, LICENSING)
    challenger = {"sender": CHALLENGER, "value_wei": 1_000 * COIN}
    filler.call(Verification, "deposit", **challenger)
    tagged = tuple(_tagged(filler, number) for number in range(2 * TIMES))
    erased = tuple(_derived(filler, number) for number in range(TIMES))
    return Staged(_closing(filler), tagged, erased, stage_bridge(filler))


def _admit(filler: Filler) -> None:
    """Let issuers in as a vote would; the first policy admits every subject."""
    filler.settings(Identity, IDENTITY)
    for key in ISSUER_KEYS:
        values = (address_of(key), (KYC, RESIDENCE), "https://issuer.example")
        filler.call(Identity, "propose_issuer", *values, sender=AUTHORITY)
    fee_wei = IDENTITY.policy_fee_wei
    cost_wei = IDENTITY.registration_fee_wei + IDENTITY.subject_bond_wei
    filler.call(Identity, "register", sender=KEEPER, value_wei=cost_wei)
    terms = (PolicyTerms(), OWNER)
    filler.call(Identity, "create_policy", *terms, sender=OWNER, value_wei=fee_wei)


def _closing(filler: Filler) -> range:
    numbers = []
    for _ in range(CLOSING):
        terms: Any = session_of(0)
        number = filler.call(ModelFees, "open_channel", terms, sender=AGENT, value_wei=COIN)
        filler.call(ModelFees, "close_channel", number, sender=AGENT)
        numbers.append(number)
    return range(numbers[0], numbers[-1] + 1)


def _listed(filler: Filler, seed: int) -> int:
    bond_wei = LICENSING.asset_bond_wei
    version = version_of(seed)
    asset: int = filler.call(Licensing, "create_asset", version, sender=OWNER, value_wei=bond_wei)
    filler.call(Licensing, "list_asset", asset, sender=OWNER)
    return asset


def _tagged(filler: Filler, number: int) -> int:
    """Return an asset that a jury's word gave to another."""
    asset = _listed(filler, 10_000 + number)
    values = (asset, Tag.NOT_THE_OWNERS, OTHER, evidence_of(10_000 + number))
    case = filler.call(Licensing, "raise_dispute", *values, sender=CHALLENGER)
    claim = filler.call(Licensing, "case_record", case, sender=OWNER).claim
    ruling = (case, claim, Bps(0), Wei(0))
    filler.call(Licensing, "claim_ruled", *ruling, sender=Verification.address)
    return asset


def _derived(filler: Filler, number: int) -> int:
    """Return an asset of which more was made than one step tells of its erasure."""
    asset = _listed(filler, 20_000 + number)
    terms = replace(TIMED, kind=Kind.PERPETUAL, duration_s=0, seats=0, is_derivable=True)
    offer = filler.call(Licensing, "open_offer", asset, 1, terms, sender=OWNER)
    guards = guards_of(filler.call(Licensing, "offer", offer, sender=OWNER))
    values = (offer, OTHER, guards, ZERO_ADDRESS)
    licence = filler.call(Licensing, "buy", *values, sender=OTHER, value_wei=COIN)
    bond_wei = LICENSING.asset_bond_wei
    for child in range(NOTICES_MAX + 1):
        version = version_of(30_000 + 1_000 * number + child, (licence,))
        filler.call(Licensing, "create_asset", version, sender=OTHER, value_wei=bond_wei)
    return asset
