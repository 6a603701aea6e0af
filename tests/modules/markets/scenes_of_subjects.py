"""
Subjects, issuers, credentials and disclosures in every state, in the whole assembly.

    states of identity's own tests --on a town--> Subject
"""

from chain.types.primitives import Wei
from modules.identity.records import CredentialState, GrantState, IssuerState, SubjectState
from tests.modules.identity.scene import ISSUER_BOND_WEI, PARAMS, signer
from tests.modules.identity.test_machines import (
    reach_credential,
    reach_grant,
    reach_issuer,
    reach_subject,
)
from tests.modules.markets.market_town import PROPOSER, MarketTown
from tests.modules.markets.scenes import REST, Subject, Wait
from tests.modules.markets.subjects import Bureau
from tests.modules.stage import account

S, W, C, G = SubjectState, IssuerState, CredentialState, GrantState
SIGNING = 110  # the issuer's account that signs
FREEZE_BLOCKS = 5  # that the scenes freeze for
CREDENTIAL_S = 100
BEGINS_S = 50  # after which a credential for later begins


class Registry(Bureau):
    """What subjects and issuers do in a town."""

    def __init__(self) -> None:
        self.town = MarketTown()
        super().__init__(self.town)
        self.town.host.transfer(account(PROPOSER), signer(SIGNING), Wei(2 * ISSUER_BOND_WEI))

    def blocks(self, count: int = 1, seconds: int = 1) -> None:
        """Go on as the town does."""
        self.town.blocks(count, seconds=seconds)


def subject_in(state: SubjectState) -> Subject:
    """Return a subject with guardians, another account, and a set of guardians that waits."""
    registry = Registry()
    number = reach_subject(state, registry).number
    waits = {S.FROZEN: Wait(FREEZE_BLOCKS), S.RECOVERING: Wait(PARAMS.recovery_delay_blocks)}
    return waits.get(state, REST).subject(registry.town, lambda: registry.state(number))


ISSUERS_IN = {
    W.PROPOSED: Wait(PARAMS.issuer_offer_blocks),
    W.BONDED: Wait(PARAMS.issuer_term_blocks),
    W.FROZEN: Wait(FREEZE_BLOCKS),
    W.RESIGNING: Wait(PARAMS.issuer_unbonding_blocks),
    W.LAPSED: REST,
}


def issuer_in(state: IssuerState) -> Subject:
    """Return an issuer in a state."""
    registry = Registry()
    number = reach_issuer(state, registry).number
    return ISSUERS_IN[state].subject(registry.town, lambda: registry.issuer_state(number))


def credential_in(state: CredentialState) -> Subject:
    """Return a credential in a state; what waits for its time expires with it at last."""
    registry = Registry()
    number = reach_credential(state, registry).number
    waits = {
        C.ISSUED: Wait(BEGINS_S),
        C.ACTIVE: Wait(CREDENTIAL_S),
        C.SUSPENDED: Wait(CREDENTIAL_S),
    }
    wait = waits.get(state, REST)
    return wait.subject(registry.town, lambda: registry.credential_state(number))


def grant_in(state: GrantState) -> Subject:
    """Return a disclosure in a state."""
    registry = Registry()
    number = reach_grant(state, registry).number
    return Wait(CREDENTIAL_S).subject(
        registry.town, lambda: registry.call("disclosure", number).state
    )
