"""
Policies: who may do something, as public terms in numbered versions, answered with reasons.

    market --admit, decide--> terms of the newest version + the record as it stands --> reasons
    anybody --can--> the same, at any height whose state a node keeps

What is not allowed is denied: an unknown policy, a subject that is not active, a gate that stands
still. Of several credentials one good one is enough, and no bad one stands in its way.
"""

from collections.abc import Sequence
from typing import Final

from eth_hash.auto import keccak

from chain.kit import audit_log
from chain.kit.abi import UINT256, abi_type, encode_sequence
from chain.kit.admission import NO_POLICY, Denied, Reason
from chain.kit.collections import ListMap
from chain.kit.module import AUTHORITY, call, view
from chain.kit.storage import Map, PairMap, Value
from chain.types.primitives import Address
from modules.identity.credentials import Credentials
from modules.identity.events import AccessDecided, Barred, ListCreated, PolicySet
from modules.identity.records import (
    JURISDICTION_MAX,
    JURISDICTIONS_MAX,
    PAGE_MAX,
    POLICY_SCHEMAS_MAX,
    RATE_MAX,
    TIER_MAX,
    Answer,
    Policy,
    PolicyInfo,
    PolicyTerms,
    SubjectState,
    Usage,
)
from modules.identity.refusals import NotOwner, PolicyInvalid, UnknownList, UnknownPolicy

# What audit logs call the two questions by which modules, not transactions, change the state.
ADMIT: Final = keccak(b"admit(uint256,address)")[:4]
DECIDE: Final = keccak(b"decide(uint256,address)")[:4]


class Policies(Credentials):
    """Slots 160 to 175; the gate that every market asks."""

    policy_count = Value(160, int)  # policies ever made; numbers the next
    policies = Map(161, int, Policy)
    policy_terms = PairMap(162, int, int, PolicyTerms)  # policy, version: never changed
    policies_by = ListMap(163, Address, int)
    usages = PairMap(164, int, int, Usage)  # policy, subject
    list_count = Value(165, int)
    list_owners = Map(166, int, Address)
    barred = PairMap(167, int, int, bool)  # list, subject

    @call(payable=True)
    def create_policy(self, terms: PolicyTerms, owner: Address) -> int:
        """
        Put a policy on record for a fee; its owner alone changes it. Returns its number.

        What governance owns is changed by votes.
        """
        self.take_fee(self.live.policy_fee_wei)
        self.policy_count += 1
        number = self.policy_count
        self.policies_by[owner].append(number)
        self._set_policy(number, owner, terms)
        return number

    @call(payable=True)
    def amend_policy(self, policy: int, terms: PolicyTerms) -> int:
        """Let other terms count for checks from now on; returns the version they stand under."""
        self.take_fee(self.live.policy_fee_wei)
        self._check_owner(self._policy(policy).owner)
        return self._set_policy(policy, self.sender, terms)

    @call(governed=True)
    def govern_policy(self, policy: int, terms: PolicyTerms) -> int:
        """Let other terms of a policy that governance owns count from now on."""
        self._check_owner(self._policy(policy).owner)
        return self._set_policy(policy, AUTHORITY, terms)

    @call(payable=True)
    def create_list(self, owner: Address) -> int:
        """Begin a list of barred subjects, for a fee; its owner keeps it. Returns its number."""
        self.take_fee(self.live.policy_fee_wei)
        self.list_count += 1
        self.list_owners[self.list_count] = owner
        self.emit(ListCreated(self.list_count, owner))
        return self.list_count

    @call()
    def bar(self, list: int, subject: int, is_barred: bool) -> None:
        """Put a subject on a list of the caller's, or take it off."""
        self._bar(list, subject, is_barred)

    @call(governed=True)
    def govern_bar(self, list: int, subject: int, is_barred: bool) -> None:
        """Put a subject on a list that governance owns, or take it off."""
        self._bar(list, subject, is_barred)

    @view
    def policy_total(self) -> int:
        """Return how many policies there are; they are numbered from 1, and 0 asks for nothing."""
        return self.policy_count

    @view
    def policy(self, number: int, version: int) -> PolicyInfo:
        """Return a policy in one of its versions, 0 for the newest; refused where there is none."""
        found = self._policy(number)
        if version > found.version:
            raise UnknownPolicy(number)
        return PolicyInfo(number, found, self.policy_terms[number, version or found.version])

    @view
    def policies_of(self, owner: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the policies that an account owns, at most PAGE_MAX."""
        return self.policies_by[owner].page(offset, min(limit, PAGE_MAX))

    @view
    def is_barred(self, list: int, subject: int) -> bool:
        """Whether a subject is on a list."""
        return self.barred[list, subject]

    @view
    def can(self, account: Address, policy: int) -> Answer:
        """Return whether a policy admits an account at this block, and all that is against it."""
        reasons = self.reasons_against(policy, account)
        names = tuple(str(reason.name) for reason in Reason if reasons & reason)
        version = self.policies[policy].version
        return Answer(reasons == 0, self.number_of[account], version, reasons, names)

    def has_policy(self, policy: int) -> bool:
        """Whether a policy of this number may be required; NO_POLICY always may."""
        return 0 <= policy <= self.policy_count

    def reasons_against(self, policy: int, account: Address) -> int:
        """Return what stands in the way of an account in this block; 0 for nothing."""
        if policy == NO_POLICY:
            return 0
        reasons = Reason.GATE_PAUSED if self.is_paused else Reason(0)
        subject = self.number_of[account]
        if subject == 0:
            reasons |= Reason.UNKNOWN_SUBJECT
        elif self.subjects[subject].state != SubjectState.ACTIVE:
            reasons |= Reason.SUBJECT_INACTIVE
        if not self.has_policy(policy):
            return int(reasons | Reason.NO_SUCH_POLICY)
        terms = self.policy_terms[policy, self.policies[policy].version]
        if terms.tier_min and self.stakes.tier_of(account) < terms.tier_min:
            reasons |= Reason.TIER
        if subject:
            reasons |= self._reasons_of_record(policy, terms, subject)
        return int(reasons)

    def admit(self, policy: int, account: Address) -> None:
        """Count and log that a policy admits an account; raises Denied where it does not."""
        if policy == NO_POLICY:
            return
        reasons = self.reasons_against(policy, account)
        if reasons:
            raise Denied(policy, account, reasons)
        self._decided(ADMIT, policy, account, reasons)

    def decide(self, policy: int, account: Address) -> int:
        """Return what stands in the way, counted where it is nothing, logged in any case."""
        if policy == NO_POLICY:
            return 0
        reasons = self.reasons_against(policy, account)
        self._decided(DECIDE, policy, account, reasons)
        return reasons

    def _decided(self, method: bytes, policy: int, account: Address, reasons: int) -> None:
        """Count an admission and put the answer on record: a change that no transaction made."""
        subject, version = self.number_of[account], self.policies[policy].version
        terms = self.policy_terms[policy, version]
        if reasons == 0 and terms.rate_limit:
            window = self.block.height // terms.rate_blocks
            count = self._used(policy, subject, window)
            self.usages[policy, subject] = Usage(window, count + 1)
        self.emit(AccessDecided(policy, account, self.sender, version, subject, reasons))
        data = method + encode_sequence([UINT256, abi_type(Address)], (policy, account))
        audit_log.append(self, self.sender, method, data)

    def _used(self, policy: int, subject: int, window: int) -> int:
        found = self.usages[policy, subject]
        return found.count if found.window == window else 0

    def _reasons_of_record(self, policy: int, terms: PolicyTerms, subject: int) -> Reason:
        """Return what the record of a subject has against it."""
        reasons = self._reasons_of_credentials(terms, subject)
        if terms.rate_limit:
            window = self.block.height // terms.rate_blocks
            if self._used(policy, subject, window) >= terms.rate_limit:
                reasons |= Reason.RATE
        if terms.barred_list and self.barred[terms.barred_list, subject]:
            reasons |= Reason.LISTED
        return reasons

    def _reasons_of_credentials(self, terms: PolicyTerms, subject: int) -> Reason:
        schemas = (*terms.all_of, *terms.any_of)
        held = {schema: self.good_jurisdictions(subject, schema) for schema in schemas}
        reasons = Reason(0)
        for schema in terms.all_of:
            reasons |= _lack(terms, held[schema])
        others = [_lack(terms, held[schema]) for schema in terms.any_of]
        if others and all(others):  # one schema with nothing against it would be enough
            is_there = Reason.JURISDICTION in others
            reasons |= Reason.JURISDICTION if is_there else Reason.CREDENTIAL_MISSING
        if any(found in terms.denied for schema in schemas for found in held[schema]):
            reasons |= Reason.JURISDICTION
        return reasons

    def _set_policy(self, number: int, owner: Address, terms: PolicyTerms) -> int:
        self._check_terms(terms)
        version = self.policies[number].version + 1
        self.policies[number] = Policy(owner, version, self.block.height)
        self.policy_terms[number, version] = terms
        self.emit(PolicySet(number, version, owner))
        return version

    def _check_terms(self, terms: PolicyTerms) -> None:
        """Raise PolicyInvalid where terms could not be kept or would ask for what cannot be."""
        schemas = (*terms.all_of, *terms.any_of)
        regions = (*terms.allowed, *terms.denied)
        longest = max(len(terms.all_of), len(terms.any_of))
        most_regions = max(len(terms.allowed), len(terms.denied))
        window = (terms.rate_limit > 0) == (terms.rate_blocks > 0)
        sound = {
            "all_of": (longest <= POLICY_SCHEMAS_MAX and _is_each_once(schemas), len(schemas)),
            "allowed": (most_regions <= JURISDICTIONS_MAX and _is_each_once(regions), most_regions),
            "denied": (all(0 < item <= JURISDICTION_MAX for item in regions), len(terms.denied)),
            "any_of": (bool(schemas) or not regions, len(schemas)),
            "tier_min": (terms.tier_min <= TIER_MAX, terms.tier_min),
            "rate_limit": (terms.rate_limit <= RATE_MAX, terms.rate_limit),
            "rate_blocks": (window, terms.rate_blocks),
            "barred_list": (terms.barred_list <= self.list_count, terms.barred_list),
        }
        for field, (is_sound, found) in sound.items():
            if not is_sound:
                raise PolicyInvalid(field, found)

    def _bar(self, number: int, subject: int, is_barred: bool) -> None:
        if not 0 < number <= self.list_count:
            raise UnknownList(number)
        self._check_owner(self.list_owners[number])
        self.barred[number, subject] = is_barred
        self.emit(Barred(number, subject, is_barred))

    def _check_owner(self, owner: Address) -> None:
        if owner != self.sender:
            raise NotOwner(owner)

    def _policy(self, number: int) -> Policy:
        if not 0 < number <= self.policy_count:
            raise UnknownPolicy(number)
        return self.policies[number]


def _lack(terms: PolicyTerms, found: Sequence[int]) -> Reason:
    """Return what is missing under a schema of these good credentials; one is enough."""
    if not found:
        return Reason.CREDENTIAL_MISSING
    if terms.allowed and not any(jurisdiction in terms.allowed for jurisdiction in found):
        return Reason.JURISDICTION
    return Reason(0)


def _is_each_once(items: Sequence[object]) -> bool:
    return len(set(items)) == len(items)
