"""
Identity, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.identity import (
    Access,
    Answer,
    Approval,
    Attribute,
    Claim,
    CredentialInfo,
    DisclosureScope,
    Grant,
    IdentityParams,
    IssuerInfo,
    Link,
    Permission,
    PolicyInfo,
    PolicyTerms,
    Rotation,
    SignedClaim,
    SubjectInfo,
)
from client.modules.shared import (AuditEntry, AuditEpoch)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class Identity(ModuleClient):
    """
    Identity: who somebody is, as far as it must be known, who says so, and what that lets them do.
    """

    def create_policy(self, terms: PolicyTerms, owner: kit.Address, *, value_wei: int) -> Pending:
        """
        Put a policy on record for a fee; its owner alone changes it. Returns its number.

        What governance owns is changed by votes.
        """
        return Pending(self._loop.run(self._inner.create_policy(terms, owner, value_wei=value_wei)), self._loop)

    def amend_policy(self, policy: kit.Uint256, terms: PolicyTerms, *, value_wei: int) -> Pending:
        """Let other terms count for checks from now on; returns the version they stand under."""
        return Pending(self._loop.run(self._inner.amend_policy(policy, terms, value_wei=value_wei)), self._loop)

    def create_list(self, owner: kit.Address, *, value_wei: int) -> Pending:
        """Begin a list of barred subjects, for a fee; its owner keeps it. Returns its number."""
        return Pending(self._loop.run(self._inner.create_list(owner, value_wei=value_wei)), self._loop)

    def bar(self, list: kit.Uint256, subject: kit.Uint256, is_barred: bool) -> Pending:
        """Put a subject on a list of the caller's, or take it off."""
        return Pending(self._loop.run(self._inner.bar(list, subject, is_barred)), self._loop)

    def issue(self, claim: Claim) -> Pending:
        """
        Attest a claim as the issuer whose key calls; returns the credential's number.

        The issuer's older credential of the same subject and schema is revoked.
        """
        return Pending(self._loop.run(self._inner.issue(claim)), self._loop)

    def present(self, signed: SignedClaim, signature: bytes) -> Pending:
        """
        Bring a claim that an issuer signed (EIP-712) on record; returns the credential's number.

        The caller is an account of the claim's subject. Who issued it is whose key on record signed
        it, nothing that the claim says (ERC-3643#101). It counts once, here, until its deadline.
        """
        return Pending(self._loop.run(self._inner.present(signed, signature)), self._loop)

    def cancel_claim(self, nonce: kit.Uint256) -> Pending:
        """Call a signed claim of the caller's, as an issuer, back before it is brought."""
        return Pending(self._loop.run(self._inner.cancel_claim(nonce)), self._loop)

    def suspend(self, credential: kit.Uint256) -> Pending:
        """Let a credential of the caller's, as its issuer, not count for now."""
        return Pending(self._loop.run(self._inner.suspend(credential)), self._loop)

    def resume(self, credential: kit.Uint256) -> Pending:
        """Let a suspended credential count again."""
        return Pending(self._loop.run(self._inner.resume(credential)), self._loop)

    def revoke(self, credential: kit.Uint256) -> Pending:
        """Take a credential back for good, as its issuer, or give it up, as its subject."""
        return Pending(self._loop.run(self._inner.revoke(credential)), self._loop)

    def erase(self, credential: kit.Uint256) -> Pending:
        """
        Strike a credential's commitment out: its payload was erased off chain, its salt with it.

        A tombstone tells when; audit logs stay whole, for they hold hashes of call data alone.
        """
        return Pending(self._loop.run(self._inner.erase(credential)), self._loop)

    def erase_payload(self, subject: kit.Uint256, commitment: kit.Bytes32) -> Pending:
        """Tell as the subject that what was behind a commitment of its own is erased off chain."""
        return Pending(self._loop.run(self._inner.erase_payload(subject, commitment)), self._loop)

    def set_guardians(
        self,
        subject: kit.Uint256,
        members: Sequence[kit.Address],
        threshold: kit.Uint256,
    ) -> Pending:
        """
        Name who may recover the subject: `threshold` of `members`; none and 0 for nobody.

        Where there were guardians before, they stay so until the delay is over.
        """
        return Pending(self._loop.run(self._inner.set_guardians(subject, members, threshold)), self._loop)

    def cancel_guardians(self, subject: kit.Uint256) -> Pending:
        """Drop the set of guardians that waits to count."""
        return Pending(self._loop.run(self._inner.cancel_guardians(subject)), self._loop)

    def approve_recovery(
        self,
        subject: kit.Uint256,
        key: kit.Address,
        permission: Permission,
    ) -> Pending:
        """
        Say as a guardian that a key shall speak for the subject; the key signs a Rescue.

        With enough guardians for the same key the delay begins. A guardian's later word counts
        instead of its earlier one, and none for ever, so that no guardian stands in another's way.
        """
        return Pending(self._loop.run(self._inner.approve_recovery(subject, key, permission)), self._loop)

    def veto_recovery(self, subject: kit.Uint256) -> Pending:
        """Say as the owner that no recovery is wanted; every approval so far is void."""
        return Pending(self._loop.run(self._inner.veto_recovery(subject)), self._loop)

    def freeze(self, subject: kit.Uint256, case: kit.Bytes32, blocks: kit.Uint256) -> Pending:
        """Keep a subject from being admitted anywhere, for so many blocks; nothing of it moves."""
        return Pending(self._loop.run(self._inner.freeze(subject, case, blocks)), self._loop)

    def lift_freeze(self, subject: kit.Uint256) -> Pending:
        """End a freeze before its time."""
        return Pending(self._loop.run(self._inner.lift_freeze(subject)), self._loop)

    def grant_disclosure(
        self,
        subject: kit.Uint256,
        auditor: kit.Address,
        scope: DisclosureScope,
        expiry_s: kit.Seconds,
    ) -> Pending:
        """Let an auditor see what a scope opens, until then; returns the grant's number."""
        return Pending(self._loop.run(self._inner.grant_disclosure(subject, auditor, scope, expiry_s)), self._loop)

    def revoke_disclosure(self, grant: kit.Uint256) -> Pending:
        """Let an auditor see it no more; what it saw, it saw."""
        return Pending(self._loop.run(self._inner.revoke_disclosure(grant)), self._loop)

    def note_access(self, grant: kit.Uint256, payload: kit.Bytes32) -> Pending:
        """Put on record, as the auditor, that a payload was read; `payload` is its hash."""
        return Pending(self._loop.run(self._inner.note_access(grant, payload)), self._loop)

    def register(self, *, value_wei: int) -> Pending:
        """
        Become a subject with the caller as its key; the coins sent are the fee and the bond.

        The fee is burned, the bond is back when the subject is deactivated. Returns its number.
        """
        return Pending(self._loop.run(self._inner.register(value_wei=value_wei)), self._loop)

    def link_account(
        self,
        subject: kit.Uint256,
        account: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Let another account belong to the subject; the account signs a Link (EIP-712)."""
        return Pending(self._loop.run(self._inner.link_account(subject, account, permission)), self._loop)

    def unlink_account(self, subject: kit.Uint256, account: kit.Address) -> Pending:
        """Let an account belong to the subject no more; its key, or the account itself, asks."""
        return Pending(self._loop.run(self._inner.unlink_account(subject, account)), self._loop)

    def rotate_key(self, subject: kit.Uint256, key: kit.Address, permission: Permission) -> Pending:
        """Let another key speak for the subject; it signs a Rotation, and the old one leaves."""
        return Pending(self._loop.run(self._inner.rotate_key(subject, key, permission)), self._loop)

    def change_attribute(
        self,
        subject: kit.Uint256,
        schema: kit.Bytes32,
        commitment: kit.Bytes32,
    ) -> Pending:
        """
        Say, as a salted hash, that what a schema attests of the subject is different now.

        Credentials of this schema count no more and must be issued anew; all others stand. Returns
        the attribute's version, which the next claim must name.
        """
        return Pending(self._loop.run(self._inner.change_attribute(subject, schema, commitment)), self._loop)

    def deactivate(self, subject: kit.Uint256) -> Pending:
        """End the subject: its accounts go free, its credentials count no more, its bond back."""
        return Pending(self._loop.run(self._inner.deactivate(subject)), self._loop)

    def bond_issuer(self, issuer: kit.Uint256, *, value_wei: int) -> Pending:
        """Begin as an issuer with the coins sent as its bond."""
        return Pending(self._loop.run(self._inner.bond_issuer(issuer, value_wei=value_wei)), self._loop)

    def renew_issuer(self, issuer: kit.Uint256, *, value_wei: int) -> Pending:
        """Begin another term; the coins sent join the bond, which must be what is asked now."""
        return Pending(self._loop.run(self._inner.renew_issuer(issuer, value_wei=value_wei)), self._loop)

    def rotate_issuer_key(
        self,
        issuer: kit.Uint256,
        key: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Let another key speak for the issuer; it signs an IssuerRotation. The old is spent."""
        return Pending(self._loop.run(self._inner.rotate_issuer_key(issuer, key, permission)), self._loop)

    def resign_issuer(self, issuer: kit.Uint256) -> Pending:
        """Attest no more; the bond is back after the unbonding time."""
        return Pending(self._loop.run(self._inner.resign_issuer(issuer)), self._loop)

    def freeze_issuer(self, issuer: kit.Uint256, case: kit.Bytes32, blocks: kit.Uint256) -> Pending:
        """Let an issuer's credentials not count for so many blocks; its bond stays where it is."""
        return Pending(self._loop.run(self._inner.freeze_issuer(issuer, case, blocks)), self._loop)

    def lift_issuer_freeze(self, issuer: kit.Uint256) -> Pending:
        """End an issuer's freeze before its time."""
        return Pending(self._loop.run(self._inner.lift_issuer_freeze(issuer)), self._loop)

    def params(self) -> IdentityParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def subject(self, number: kit.Uint256) -> SubjectInfo:
        """Return one subject, whole; in state NOTHING where there is none."""
        return self._loop.run(self._inner.subject(number))

    def claim_digest(self, signed: SignedClaim) -> kit.Bytes32:
        """Return what an issuer's key signs for a claim, by EIP-712."""
        return self._loop.run(self._inner.claim_digest(signed))

    def policy_total(self) -> kit.Uint256:
        """Return how many policies there are; they are numbered from 1, and 0 asks for nothing."""
        return self._loop.run(self._inner.policy_total())

    def policy(self, number: kit.Uint256, version: kit.Uint256) -> PolicyInfo:
        """Return a policy in one of its versions, 0 for the newest; refused where there is none."""
        return self._loop.run(self._inner.policy(number, version))

    def policies_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the policies that an account owns, at most PAGE_MAX."""
        return self._loop.run(self._inner.policies_of(owner, offset, limit))

    def is_barred(self, list: kit.Uint256, subject: kit.Uint256) -> bool:
        """Whether a subject is on a list."""
        return self._loop.run(self._inner.is_barred(list, subject))

    def can(self, account: kit.Address, policy: kit.Uint256) -> Answer:
        """Return whether a policy admits an account at this block, and all that is against it."""
        return self._loop.run(self._inner.can(account, policy))

    def credential_total(self) -> kit.Uint256:
        """Return how many credentials there were; they are numbered from 1."""
        return self._loop.run(self._inner.credential_total())

    def credential(self, number: kit.Uint256) -> CredentialInfo:
        """Return one credential and whether it counts now."""
        return self._loop.run(self._inner.credential(number))

    def credentials_of(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the credentials that a subject holds, some perhaps expired, at most PAGE_MAX."""
        return self._loop.run(self._inner.credentials_of(subject, offset, limit))

    def tombstone(self, subject: kit.Uint256, commitment: kit.Bytes32) -> kit.Height:
        """Return when the payload of a commitment was erased; 0 where it was not."""
        return self._loop.run(self._inner.tombstone(subject, commitment))

    def approval(self, subject: kit.Uint256, guardian: kit.Address) -> Approval:
        """Return a guardian's latest word; it counts in the recovery's round, for a while."""
        return self._loop.run(self._inner.approval(subject, guardian))

    def disclosure(self, grant: kit.Uint256) -> Grant:
        """Return a grant as it stands at this block's time."""
        return self._loop.run(self._inner.disclosure(grant))

    def disclosures_of(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the grants that a subject ever gave, at most PAGE_MAX."""
        return self._loop.run(self._inner.disclosures_of(subject, offset, limit))

    def is_disclosed(
        self,
        grant: kit.Uint256,
        auditor: kit.Address,
        module: kit.Address,
        index: kit.Uint256,
    ) -> bool:
        """Whether a grant lets an auditor see an entry of a module's audit log now."""
        return self._loop.run(self._inner.is_disclosed(grant, auditor, module, index))

    def is_schema_disclosed(
        self,
        grant: kit.Uint256,
        auditor: kit.Address,
        schema: kit.Bytes32,
    ) -> bool:
        """Whether a grant lets an auditor see the subject's claims of a schema now."""
        return self._loop.run(self._inner.is_schema_disclosed(grant, auditor, schema))

    def who_accessed(
        self,
        subject: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Access, ...]:
        """Return who noted that they read what is a subject's, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.who_accessed(subject, offset, limit))

    def audit_total(self, module: kit.Address) -> kit.Uint256:
        """Return how many entries a module's audit log has; 0 where it keeps none."""
        return self._loop.run(self._inner.audit_total(module))

    def audit_epoch(self, module: kit.Address, epoch: kit.Uint256) -> AuditEpoch:
        """Return the root, head and range of an epoch of a module's audit log."""
        return self._loop.run(self._inner.audit_epoch(module, epoch))

    def audit_epochs(
        self,
        module: kit.Address,
        first: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[AuditEpoch, ...]:
        """Return the epochs of a module's audit log from one on, up to now, at most PAGE_MAX."""
        return self._loop.run(self._inner.audit_epochs(module, first, limit))

    def entry_hash(self, entry: AuditEntry) -> kit.Bytes32:
        """Return the head after an entry, keccak256(abi.encode(entry))."""
        return self._loop.run(self._inner.entry_hash(entry))

    def is_entry_logged(
        self,
        module: kit.Address,
        epoch: kit.Uint256,
        entry: AuditEntry,
        path: Sequence[kit.Bytes32],
    ) -> bool:
        """Whether an entry stands in a module's audit log, by its siblings up to the root."""
        return self._loop.run(self._inner.is_entry_logged(module, epoch, entry, path))

    def registration_cost(self) -> kit.Wei:
        """Return what registering takes, fee and bond, in wei."""
        return self._loop.run(self._inner.registration_cost())

    def subject_total(self) -> kit.Uint256:
        """Return how many subjects there were; they are numbered from 1."""
        return self._loop.run(self._inner.subject_total())

    def subject_of(self, account: kit.Address) -> kit.Uint256:
        """Return the subject that an account belongs to; zero for none."""
        return self._loop.run(self._inner.subject_of(account))

    def did(self, subject: kit.Uint256) -> str:
        """Return the subject's name in the world: did:kumiai:<chain>:<number>."""
        return self._loop.run(self._inner.did(subject))

    def attribute(self, subject: kit.Uint256, schema: kit.Bytes32) -> Attribute:
        """Return a subject's attribute under a schema; version 0 where it never changed."""
        return self._loop.run(self._inner.attribute(subject, schema))

    def key_nonce(self, key: kit.Address) -> kit.Uint256:
        """Return the nonce that a key's next consent must name."""
        return self._loop.run(self._inner.key_nonce(key))

    def issuer_total(self) -> kit.Uint256:
        """Return how many issuers were proposed; they are numbered from 1."""
        return self._loop.run(self._inner.issuer_total())

    def issuer(self, number: kit.Uint256) -> IssuerInfo:
        """Return one issuer, whole; in state NOTHING where there is none."""
        return self._loop.run(self._inner.issuer(number))

    def issuer_of(self, key: kit.Address) -> kit.Uint256:
        """Return the issuer that a key speaks, or ever spoke, for; zero for none."""
        return self._loop.run(self._inner.issuer_of(key))
