"""What must hold of identity whoever walks all of it: bonds, accounts and what subjects hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.identity.machines import HOLDING
from modules.identity.records import SubjectState

if TYPE_CHECKING:
    from modules.identity.module import Identity


def bonds_add_up(identity: Identity) -> bool:
    """Whether the totals are the sums of all bonds, each held in the states that hold one."""
    subjects_wei = issuers_wei = 0
    for number in range(1, identity.subject_count + 1):
        subject = identity.subjects[number]
        if subject.bond_wei and subject.state == SubjectState.DEACTIVATED:
            return False
        subjects_wei += subject.bond_wei
    for number in range(1, identity.issuer_count + 1):
        issuer = identity.issuers[number]
        if (issuer.bond_wei > 0) != (issuer.state in HOLDING):
            return False
        issuers_wei += issuer.bond_wei
    return (subjects_wei, issuers_wei) == (identity.subject_bonds_wei, identity.issuer_bonds_wei)


def accounts_belong_once(identity: Identity) -> bool:
    """Whether each account stands under the subject it names, and each key under its own."""
    for number in range(1, identity.subject_count + 1):
        subject = identity.subjects[number]
        accounts = list(identity.accounts[number])
        if any(identity.number_of[account] != number for account in accounts):
            return False
        is_over = subject.state == SubjectState.DEACTIVATED
        if is_over == (subject.controller in accounts) and not (is_over and not accounts):
            return False
    return True


def credentials_are_filed(identity: Identity) -> bool:
    """Whether every good credential is found under its subject and schema."""
    for number in range(1, identity.credential_count + 1):
        claim = identity.claims[number]
        is_held = number in identity.held_by[claim.subject]
        if is_held != (number in identity.under(claim.subject, claim.schema)):
            return False
        if identity.is_good(number) and not is_held:
            return False
    return True
