"""
What scenes of data, models and identity find: short waits, issuers that a vote let in, channels.

    Filler(for_scenes) --settings, governed calls--> the state on which the scenes are played
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.data_state import COIN, session_of
from bench.identity_scenes import ISSUER_KEYS, KYC, RESIDENCE
from bench.identity_scenes import PARAMS as IDENTITY
from bench.model_scenes import AGENT
from bench.model_scenes import PARAMS as MODELS
from chain.codec import address_of
from chain.kit.module import AUTHORITY
from modules.identity.module import Identity
from modules.model_fees.module import ModelFees

if TYPE_CHECKING:
    from bench.market_state import Filler

CLOSING: Final = 103  # channels that close at once: three more than a block handles


def stage_scenes(filler: Filler) -> range:
    """Set what scenes need; return the channels that close at once."""
    filler.settings(Identity, IDENTITY)
    for key in ISSUER_KEYS:
        values = (address_of(key), (KYC, RESIDENCE), "https://issuer.example")
        filler.call(Identity, "propose_issuer", *values, sender=AUTHORITY)
    filler.settings(ModelFees, MODELS)
    numbers = []
    for _ in range(CLOSING):
        terms = session_of(0)
        value_wei = COIN
        number = filler.call(ModelFees, "open_channel", terms, sender=AGENT, value_wei=value_wei)
        filler.call(ModelFees, "close_channel", number, sender=AGENT)
        numbers.append(number)
    return range(numbers[0], numbers[-1] + 1)
