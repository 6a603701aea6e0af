"""
Disclosure: who may see what a subject keeps off chain, until when, and who looked.

    subject --grant_disclosure(auditor, scope, end)--> keepers ask is_disclosed --note_access--> log

Payloads never come here. Whoever keeps one asks whether a grant opens it; a grant opens entries and
claims of its own subject alone, which the keeper sees by the entry's sender.
"""

from dataclasses import replace

from chain.kit.audit_log import (
    AuditEntry,
    AuditEpoch,
    entries_total,
    epoch_at,
    epoch_of,
    hash_of,
    is_logged,
)
from chain.kit.collections import ListMap
from chain.kit.module import call, view
from chain.kit.storage import Map, Value
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32, Seconds
from modules.identity.events import Accessed, DisclosureGranted, DisclosureRevoked
from modules.identity.machines import AUDITOR, CONTROLLER, GRANT
from modules.identity.records import (
    PAGE_MAX,
    Access,
    DisclosureScope,
    Grant,
    GrantState,
    SubjectState,
)
from modules.identity.refusals import GrantInvalid
from modules.identity.subjects import Subjects


class Disclosures(Subjects):
    """Slots 176 to 191; and what anybody can check of any module's audit log."""

    grant_count = Value(176, int)  # disclosures ever granted; numbers the next
    grants = Map(177, int, Grant)
    grants_by = ListMap(178, int, int)  # of a subject
    accesses = ListMap(179, int, Access)  # to what is a subject's

    @call()
    def grant_disclosure(
        self, subject: int, auditor: Address, scope: DisclosureScope, expiry_s: Seconds
    ) -> int:
        """Let an auditor see what a scope opens, until then; returns the grant's number."""
        found = self.subjects[subject]
        is_own = found.controller == self.sender and found.state == SubjectState.ACTIVE
        GRANT.enter("grant_disclosure", GrantState.NOTHING, self.roles(**{CONTROLLER: is_own}))
        has_entries = scope.module != ZERO_ADDRESS and scope.first_index <= scope.last_index
        if auditor == ZERO_ADDRESS:
            raise GrantInvalid("auditor")
        if not has_entries and scope.schema == ZERO_HASH:
            raise GrantInvalid("scope")
        if expiry_s <= self.block.time_s:
            raise GrantInvalid("expiry_s")
        self.grant_count += 1
        number = self.grant_count
        state = GRANT.move("grant_disclosure", GrantState.NOTHING, GrantState.GRANTED)
        self.grants[number] = Grant(state, subject, auditor, scope, expiry_s)
        self.grants_by[subject].append(number)
        self.emit(DisclosureGranted(number, subject, auditor, scope, expiry_s))
        return number

    @call()
    def revoke_disclosure(self, grant: int) -> None:
        """Let an auditor see it no more; what it saw, it saw."""
        found = self._enter_grant("revoke_disclosure", grant)
        state = GRANT.move("revoke_disclosure", GrantState.GRANTED, GrantState.REVOKED)
        self.grants[grant] = replace(found, state=state)
        self.emit(DisclosureRevoked(grant))

    @call()
    def note_access(self, grant: int, payload: Hash32) -> None:
        """Put on record, as the auditor, that a payload was read; `payload` is its hash."""
        found = self._enter_grant("note_access", grant)
        access = Access(grant, self.sender, payload, self.block.height)
        self.accesses[found.subject].append(access)
        self.emit(Accessed(grant, found.subject, self.sender, payload))

    @view
    def disclosure(self, grant: int) -> Grant:
        """Return a grant as it stands at this block's time."""
        return replace(self.grants[grant], state=self._grant_state(grant))

    @view
    def disclosures_of(self, subject: int, offset: int, limit: int) -> tuple[int, ...]:
        """Return the grants that a subject ever gave, at most PAGE_MAX."""
        return self.grants_by[subject].page(offset, min(limit, PAGE_MAX))

    @view
    def is_disclosed(self, grant: int, auditor: Address, module: Address, index: int) -> bool:
        """Whether a grant lets an auditor see an entry of a module's audit log now."""
        scope = self.grants[grant].scope
        is_inside = scope.first_index <= index <= scope.last_index
        is_its = any(module) and scope.module == module
        return is_its and is_inside and self._is_open(grant, auditor)

    @view
    def is_schema_disclosed(self, grant: int, auditor: Address, schema: Hash32) -> bool:
        """Whether a grant lets an auditor see the subject's claims of a schema now."""
        is_its = any(schema) and self.grants[grant].scope.schema == schema
        return is_its and self._is_open(grant, auditor)

    @view
    def who_accessed(self, subject: int, offset: int, limit: int) -> tuple[Access, ...]:
        """Return who noted that they read what is a subject's, oldest first, at most PAGE_MAX."""
        return self.accesses[subject].page(offset, min(limit, PAGE_MAX))

    @view
    def audit_total(self, module: Address) -> int:
        """Return how many entries a module's audit log has; 0 where it keeps none."""
        return entries_total(self.host, module)

    @view
    def audit_epoch(self, module: Address, epoch: int) -> AuditEpoch:
        """Return the root, head and range of an epoch of a module's audit log."""
        return epoch_of(self.host, module, epoch)

    @view
    def audit_epochs(self, module: Address, first: int, limit: int) -> tuple[AuditEpoch, ...]:
        """Return the epochs of a module's audit log from one on, up to now, at most PAGE_MAX."""
        newest = epoch_at(self.block.height)
        numbers = range(first, min(first + min(limit, PAGE_MAX), newest + 1))
        return tuple(epoch_of(self.host, module, epoch) for epoch in numbers)

    @view
    def entry_hash(self, entry: AuditEntry) -> Hash32:
        """Return the head after an entry, keccak256(abi.encode(entry))."""
        return hash_of(entry)

    @view
    def is_entry_logged(
        self, module: Address, epoch: int, entry: AuditEntry, path: tuple[Hash32, ...]
    ) -> bool:
        """Whether an entry stands in a module's audit log, by its siblings up to the root."""
        return is_logged(self.host, module, epoch, entry, path)

    def _is_open(self, grant: int, auditor: Address) -> bool:
        found = self.grants[grant]
        return found.auditor == auditor and self._grant_state(grant) == GrantState.GRANTED

    def _grant_state(self, grant: int) -> GrantState:
        found = self.grants[grant]
        is_over = found.state == GrantState.GRANTED and self.block.time_s >= found.expiry_s
        return GrantState.EXPIRED if is_over else found.state

    def _enter_grant(self, name: str, grant: int) -> Grant:
        found = self.grants[grant]
        held = {
            AUDITOR: self.sender == found.auditor,
            CONTROLLER: self.sender == self.subjects[found.subject].controller,
        }
        GRANT.enter(name, self._grant_state(grant), self.roles(**held))
        return found
