"""
Credentials: claims on record, each by an issuer of record, each of one schema.

    issuer --issue--------------------------> ACTIVE <--> SUSPENDED
    subject --present, the issuer's signature-->  |-> EXPIRED, REVOKED, ERASED

Whether one counts is asked of the record at that moment: its state and time, its issuer's state and
rights, the subject's attribute. What a claim says of itself decides nothing.
"""

from dataclasses import replace

from eth_hash.auto import keccak

from chain.kit import typed_data
from chain.kit.collections import BoundSet, SetMap
from chain.kit.module import call, view
from chain.kit.storage import Map, PairMap, Value
from chain.types.primitives import ZERO_HASH, Hash32, Height
from modules.identity.briefs import Brief, pack, unpack
from modules.identity.events import (
    ClaimCancelled,
    CredentialIssued,
    CredentialMoved,
    PayloadErased,
)
from modules.identity.machines import ACCOUNT, ATTESTING, CREDENTIAL, ISSUER, LIVE
from modules.identity.params import CREDENTIALS_MAX
from modules.identity.records import (
    JURISDICTION_MAX,
    PAGE_MAX,
    PER_SCHEMA_MAX,
    Claim,
    Credential,
    CredentialInfo,
    CredentialState,
    IssuerState,
    SignedClaim,
    SubjectState,
)
from modules.identity.recovery import Recoveries
from modules.identity.refusals import (
    AlreadyErased,
    ClaimInvalid,
    ClaimUsed,
    CredentialsFull,
    NotByAnIssuer,
    NotItsAccount,
    PermissionExpired,
    SchemaNotHis,
    VersionMismatch,
)
from modules.identity.signatures import DOMAIN

S = CredentialState


class Credentials(Recoveries):
    """Slots 144 to 159."""

    credential_count = Value(144, int)  # credentials ever issued; numbers the next
    claims = Map(145, int, Claim)
    held_by = SetMap(146, int, int)  # of a subject; 146 and 147
    held_under = SetMap(148, Hash32, int)  # of a subject and schema; 148 and 149
    used_nonces = PairMap(150, int, int, bool)  # issuer, nonce of a signed claim
    erased_at = PairMap(151, int, Hash32, Height)  # subject, commitment
    briefs = Map(152, int, int)  # of a credential, as modules.identity.briefs packs it

    @call()
    def issue(self, claim: Claim) -> int:
        """
        Attest a claim as the issuer whose key calls; returns the credential's number.

        The issuer's older credential of the same subject and schema is revoked.
        """
        issuer = self.issuer_by_key[self.sender]
        is_key = issuer != 0 and self.issuers[issuer].key == self.sender
        CREDENTIAL.enter("issue", S.NOTHING, self.roles(**{ISSUER: is_key}))
        if self.issuers[issuer].state != IssuerState.BONDED:
            raise NotByAnIssuer(self.sender)
        return self._put_on_record("issue", issuer, claim)

    @call()
    def present(self, signed: SignedClaim, signature: bytes) -> int:
        """
        Bring a claim that an issuer signed (EIP-712) on record; returns the credential's number.

        The caller is an account of the claim's subject. Who issued it is whose key on record signed
        it, nothing that the claim says (ERC-3643#101). It counts once, here, until its deadline.
        """
        is_own = self._speaks_for(signed.claim.subject)
        CREDENTIAL.enter("present", S.NOTHING, self.roles(**{ACCOUNT: is_own}))
        if self.block.time_s > signed.deadline_s:
            raise PermissionExpired(signed.deadline_s)
        signer = typed_data.signer_of(self, DOMAIN, signed, signature, self.sender)
        issuer = self.issuer_by_key[signer]
        found = self.issuers[issuer]
        if issuer == 0 or found.key != signer or found.state != IssuerState.BONDED:
            raise NotByAnIssuer(signer)
        self._use_nonce(issuer, signed.nonce)
        return self._put_on_record("present", issuer, signed.claim)

    @call()
    def cancel_claim(self, nonce: int) -> None:
        """Call a signed claim of the caller's, as an issuer, back before it is brought."""
        issuer = self.issuer_by_key[self.sender]
        if issuer == 0 or self.issuers[issuer].key != self.sender:
            raise NotByAnIssuer(self.sender)
        self._use_nonce(issuer, nonce)
        self.emit(ClaimCancelled(issuer, nonce))

    @call()
    def suspend(self, credential: int) -> None:
        """Let a credential of the caller's, as its issuer, not count for now."""
        self._enter("suspend", credential)
        self._move("suspend", credential, S.SUSPENDED)

    @call()
    def resume(self, credential: int) -> None:
        """Let a suspended credential count again."""
        self._enter("resume", credential)
        if self.issuer_state(self.brief(credential).issuer) not in ATTESTING:
            raise NotByAnIssuer(self.sender)
        self._move("resume", credential, S.ACTIVE)

    @call()
    def revoke(self, credential: int) -> None:
        """Take a credential back for good, as its issuer, or give it up, as its subject."""
        self._enter("revoke", credential)
        self._move("revoke", credential, S.REVOKED)
        self._forget(credential)

    @call()
    def erase(self, credential: int) -> None:
        """
        Strike a credential's commitment out: its payload was erased off chain, its salt with it.

        A tombstone tells when; audit logs stay whole, for they hold hashes of call data alone.
        """
        self._enter("erase", credential)
        claim = self.claims[credential]
        self._move("erase", credential, S.ERASED)
        self._forget(credential)
        self.claims[credential] = replace(claim, commitment=ZERO_HASH, jurisdiction=0)
        self.briefs[credential] = pack(self.brief(credential)._replace(jurisdiction=0))
        self._bury(claim.subject, claim.commitment)

    @call()
    def erase_payload(self, subject: int, commitment: Hash32) -> None:
        """Tell as the subject that what was behind a commitment of its own is erased off chain."""
        if not self._speaks_for(subject):
            raise NotItsAccount(self.sender, subject)
        if self.erased_at[subject, commitment]:
            raise AlreadyErased(self.erased_at[subject, commitment])
        self._bury(subject, commitment)

    @view
    def credential_total(self) -> int:
        """Return how many credentials there were; they are numbered from 1."""
        return self.credential_count

    @view
    def credential(self, number: int) -> CredentialInfo:
        """Return one credential and whether it counts now."""
        brief, claim = self.brief(number), self.claims[number]
        shown = Credential(self.state_of(number), brief.issuer, brief.issued_at, claim)
        return CredentialInfo(number, self.block.chain_id, shown, self.is_good(number))

    @view
    def credentials_of(self, subject: int, offset: int, limit: int) -> tuple[int, ...]:
        """Return the credentials that a subject holds, some perhaps expired, at most PAGE_MAX."""
        return self.held_by[subject].page(offset, min(limit, PAGE_MAX))

    @view
    def tombstone(self, subject: int, commitment: Hash32) -> Height:
        """Return when the payload of a commitment was erased; 0 where it was not."""
        return self.erased_at[subject, commitment]

    def brief(self, number: int) -> Brief:
        """Return what decides about a credential."""
        return unpack(self.briefs[number])

    def state_of(self, number: int) -> CredentialState:
        """Return where a credential stands at this block's time."""
        return self.brief(number).at(self.block.time_s)

    def is_good(self, number: int) -> bool:
        """Whether a credential counts at this block: all that the record says of it is well."""
        claim = self.claims[number]
        version = self.attribute_version(claim.subject, claim.schema)
        return self._is_good(self.brief(number), claim.schema, version)

    def good_jurisdictions(self, subject: int, schema: Hash32) -> list[int]:
        """Return the jurisdictions of a subject's good credentials of a schema."""
        numbers = self.under(subject, schema).page(0, PER_SCHEMA_MAX)
        version = self.attribute_version(subject, schema) if numbers else 0
        found = (self.brief(number) for number in numbers)
        return [item.jurisdiction for item in found if self._is_good(item, schema, version)]

    def under(self, subject: int, schema: Hash32) -> BoundSet[int]:
        """Return the credentials of a subject and schema: at most PER_SCHEMA_MAX."""
        return self.held_under[Hash32(keccak(subject.to_bytes(32, "big") + schema))]

    def _is_good(self, brief: Brief, schema: Hash32, version: int) -> bool:
        is_active = brief.at(self.block.time_s) == S.ACTIVE
        return is_active and brief.version == version and self.may_attest(brief.issuer, schema)

    def _put_on_record(self, name: str, issuer: int, claim: Claim) -> int:
        self._check_claim(issuer, claim)
        self._make_room(issuer, claim)
        self.credential_count += 1
        number = self.credential_count
        times = (claim.valid_from_s, claim.expiry_s)
        decisive = (self.block.height, claim.version, *times, claim.jurisdiction)
        self.claims[number] = claim
        self.briefs[number] = pack(Brief(S.ACTIVE, issuer, *decisive))
        CREDENTIAL.move(name, S.NOTHING, self.state_of(number))
        self.held_by[claim.subject].add(number)
        self.under(claim.subject, claim.schema).add(number)
        self.emit(
            CredentialIssued(
                number, claim.subject, issuer, claim.schema, claim.jurisdiction, *times
            )
        )
        return number

    def _check_claim(self, issuer: int, claim: Claim) -> None:
        """Raise SchemaNotHis, VersionMismatch or ClaimInvalid where a claim cannot be taken."""
        if claim.schema not in self.schemas[issuer]:
            raise SchemaNotHis(issuer, claim.schema)
        version = self.attribute_version(claim.subject, claim.schema)
        if claim.version != version:
            raise VersionMismatch(version, claim.version)
        now_s, most_s = self.block.time_s, self.live.credential_s_max
        state = self.subjects[claim.subject].state
        wrong = {
            "subject": (state != SubjectState.ACTIVE, claim.subject),
            "commitment": (claim.commitment == ZERO_HASH, 0),
            "jurisdiction": (claim.jurisdiction > JURISDICTION_MAX, claim.jurisdiction),
            "valid_from_s": (claim.valid_from_s >= claim.expiry_s, claim.valid_from_s),
            "expiry_s": (not now_s < claim.expiry_s <= now_s + most_s, claim.expiry_s),
        }
        for field, (is_wrong, found) in wrong.items():
            if is_wrong:
                raise ClaimInvalid(field, found)
        erased_at = self.erased_at[claim.subject, claim.commitment]
        if erased_at:
            raise AlreadyErased(erased_at)

    def _make_room(self, issuer: int, claim: Claim) -> None:
        """Let the issuer's older credential of the schema go, and dead ones where it is full."""
        siblings, held = self.under(claim.subject, claim.schema), self.held_by[claim.subject]
        for number in siblings.page(0, PER_SCHEMA_MAX):
            if self.brief(number).issuer == issuer:
                if self.state_of(number) in LIVE:
                    self._move("revoke", number, S.REVOKED)
                self._forget(number)
        for kept, most in ((siblings, PER_SCHEMA_MAX), (held, self.live.credentials_max)):
            if len(kept) < most:
                continue
            for number in kept.page(0, CREDENTIALS_MAX):
                if self._is_dead(number):
                    self._forget(number)
            if len(kept) >= most:
                raise CredentialsFull(most)

    def _is_dead(self, number: int) -> bool:
        """Whether a credential can never count again."""
        brief, claim = self.brief(number), self.claims[number]
        version = self.attribute_version(claim.subject, claim.schema)
        is_over = self.state_of(number) not in LIVE or brief.version != version
        gone = (IssuerState.RESIGNED, IssuerState.REMOVED)
        return is_over or self.issuer_state(brief.issuer) in gone

    def _forget(self, number: int) -> None:
        """Take a credential out of what its subject holds; its record stays."""
        claim = self.claims[number]
        self.held_by[claim.subject].discard(number)
        self.under(claim.subject, claim.schema).discard(number)

    def _bury(self, subject: int, commitment: Hash32) -> None:
        self.erased_at[subject, commitment] = self.block.height
        self.emit(PayloadErased(subject, commitment))

    def _use_nonce(self, issuer: int, nonce: int) -> None:
        if self.used_nonces[issuer, nonce]:
            raise ClaimUsed(issuer, nonce)
        self.used_nonces[issuer, nonce] = True

    def _enter(self, name: str, number: int) -> None:
        held = {
            ISSUER: self.sender == self.issuers[self.brief(number).issuer].key,
            ACCOUNT: self._speaks_for(self.claims[number].subject),
        }
        CREDENTIAL.enter(name, self.state_of(number), self.roles(**held))

    def _speaks_for(self, subject: int) -> bool:
        """Whether the sender is an account of a subject that is not frozen and not in recovery."""
        is_active = self.subjects[subject].state == SubjectState.ACTIVE
        return is_active and self.number_of[self.sender] == subject

    def _move(self, name: str, number: int, state: CredentialState) -> None:
        brief, before = self.brief(number), self.state_of(number)
        self.briefs[number] = pack(brief._replace(state=state))
        self.emit(CredentialMoved(number, CREDENTIAL.move(name, before, self.state_of(number))))
