"""
Identity: who somebody is, as far as it must be known, who says so, and what that lets them do.

    subject --accounts, key, guardians-->          issuer --vote, bond--> schemas it may attest
       +---- credentials: claims on record, by an issuer, of a schema, until a time ----+
                                     |
    market --policy, account--> reasons at this block --> admitted, counted | denied
    every change --> audit log --root each epoch--> proofs;  disclosure --> auditors, for a while

No personal data comes here: claims, attributes and payloads stand as Keccak-256(salt ++ content)
with a random salt of 32 bytes that their owner keeps and can destroy. A freeze is bounded and moves
nothing; a recovery is slow and can be vetoed; neither of those who may do one may do the other.
"""

from typing import Final

from chain.kit.admission import Denied
from chain.kit.module import Module, audit, invariant, view
from chain.kit.parameters import checked
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong, typed_digest
from chain.types.primitives import Hash32
from modules.identity import audits
from modules.identity.deadlines import HANDLERS
from modules.identity.disclosure import Disclosures
from modules.identity.events import *  # noqa: F403 - a page names all it may say
from modules.identity.machines import CREDENTIAL, GRANT, ISSUER_MACHINE, SUBJECT
from modules.identity.params import IdentityGenesis, IdentityParams
from modules.identity.policies import Policies
from modules.identity.records import ACCOUNTS_MAX, SignedClaim, SubjectInfo
from modules.identity.refusals import *  # noqa: F403 - a page names all it may refuse with
from modules.identity.signatures import DOMAIN

REFUSES_TOO: Final = (Denied, RoleForbids, SignatureWrong, StateForbids)


class Identity(Policies, Disclosures, Module, address=0x0A05, audited=True):
    """Permission that is decided on chain and can be audited."""

    subject_states = SUBJECT
    issuer_states = ISSUER_MACHINE
    credential_states = CREDENTIAL
    grant_states = GRANT

    def genesis(self, state: IdentityGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @view
    def params(self) -> IdentityParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def subject(self, number: int) -> SubjectInfo:
        """Return one subject, whole; in state NOTHING where there is none."""
        found = self.subjects[number]
        return SubjectInfo(
            number=number,
            did=self.did(number),
            state=found.state,
            controller=found.controller,
            accounts=self.accounts[number].page(0, ACCOUNTS_MAX),
            bond_wei=found.bond_wei,
            registered_at=found.registered_at,
            freeze=self.freezes[number],
            recovery=self.recoveries[number],
            guardians=self.guardians_of(number),
            pending_guardians=self.pending_sets[number],
        )

    @view
    def claim_digest(self, signed: SignedClaim) -> Hash32:
        """Return what an issuer's key signs for a claim, by EIP-712."""
        return typed_digest(DOMAIN, signed, self.block.chain_id, self.address)

    def on_timer(self, kind: int, key: int) -> None:
        """Do what a wait's end brings by default."""
        if kind not in HANDLERS:
            super().on_timer(kind, key)
        elif self.is_due(kind, key):
            HANDLERS[kind](self, key)

    @invariant
    def coins_cover_bonds(self) -> bool:
        """I7: the module holds at least all bonds; anyone can force coins on it."""
        held_wei = self.host.balance_wei(self.address)
        return held_wei >= self.subject_bonds_wei + self.issuer_bonds_wei

    @audit
    def bonds_add_up(self) -> bool:
        """I7: the totals of bonds are the sums of all bonds, and only who may hold one does."""
        return audits.bonds_add_up(self)

    @audit
    def accounts_belong_once(self) -> bool:
        """An account belongs to one subject, which knows it."""
        return audits.accounts_belong_once(self)

    @audit
    def credentials_are_filed(self) -> bool:
        """What counts is found where policies look for it."""
        return audits.credentials_are_filed(self)
