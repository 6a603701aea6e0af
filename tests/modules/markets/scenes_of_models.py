"""
Channels, disputes about meters and ticket funds in every state, in the whole assembly.

    states of model fees' own tests --on a town, before its jury--> Subject
"""

from dataclasses import replace
from typing import Any

from chain.types.primitives import Seconds
from modules.model_fees.records import ChannelState, DisputeState, FundState, SessionTerms
from modules.verification.module import Verification
from tests.modules.markets.channels import Tollgate
from tests.modules.markets.crowd import number_of
from tests.modules.markets.market_town import MODELS, MarketTown, coins
from tests.modules.markets.scenes import REST, Subject, Wait
from tests.modules.model_fees.scene import PAYER
from tests.modules.model_fees.test_machines import reach
from tests.modules.model_fees.test_more_machines import reach_dispute, reach_fund

S, D, F = ChannelState, DisputeState, FundState
SESSION_S = 200
HASTE_S = Seconds(5)  # for a jury's word: no jury is drawn, seals and opens in so short a time


class Gate(Tollgate):
    """What payers and payees do in a town; the payer has a deposit at the verifier."""

    def __init__(self) -> None:
        town = MarketTown()
        super().__init__(town)
        self.town = town
        who = number_of(PAYER)
        town.call(Verification, "deposit", sender=who, value_wei=coins(100))

    def terms(self, *models: str, **changed: Any) -> SessionTerms:
        """Return terms of a session that is over soon."""
        expires_s = Seconds(self.town.time_s + SESSION_S)
        return replace(super().terms(*models), **{"expires_s": expires_s, **changed})

    def wait(self, seconds: int) -> None:
        """Go on to the next block, as the town does."""
        self.town.blocks(1, seconds=seconds)


def channel_in(state: ChannelState) -> Subject:
    """Return a channel in a state."""
    gate = Gate()
    number = reach(state, gate).number
    wait = Wait(MODELS.challenge_s if state == S.CLOSING else SESSION_S)
    return wait.subject(gate.town, lambda: gate.channel(number).state)


DISPUTES_IN = {
    D.OPENED: Wait(1),  # until the beacon draws
    D.SAMPLED: Wait(MODELS.answer_s),
    D.ANSWERED: Wait(MODELS.answer_s),
    D.JUDGED: Wait(MODELS.verdict_s),
}


def dispute_in(state: DisputeState) -> Subject:
    """Return a dispute about a meter in a state."""
    gate = Gate()
    number = reach_dispute(state, gate).number
    return DISPUTES_IN[state].subject(gate.town, lambda: gate.call("dispute", number).state)


def hasty() -> Subject:
    """Return a dispute whose jury has too little time for a word."""
    gate = Gate()
    gate.fees.settings = replace(gate.fees.settings, verdict_s=HASTE_S)
    number = reach_dispute(D.JUDGED, gate).number
    return Wait(HASTE_S).subject(gate.town, lambda: gate.call("dispute", number).state)


def fund_in(state: FundState) -> Subject:
    """Return a sender's fund behind tickets in a state."""
    gate = Gate()
    reach_fund(state, gate)
    wait = Wait(MODELS.ticket_wait_s) if state == F.UNLOCKING else REST
    return wait.subject(gate.town, lambda: gate.call("ticket_fund", PAYER).state)
