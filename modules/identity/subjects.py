"""
Subjects: numbers that accounts belong to, each with one key that speaks for it.

    register --fee, bond--> ACTIVE --link_account, rotate_key--> other accounts, another key
                              +--deactivate--> bond back, every account free

An account belongs to one subject at a time, and only by its own signature.
"""

from dataclasses import replace

from chain.kit.collections import SetMap
from chain.kit.module import AUTHORITY, call, view
from chain.kit.storage import Map, PairMap, Value, Words
from chain.types.primitives import Address, Hash32, Wei
from modules.identity.events import (
    AccountLinked,
    AccountUnlinked,
    AttributeChanged,
    KeyRotated,
    SubjectDeactivated,
    SubjectRegistered,
)
from modules.identity.ground import Ground
from modules.identity.machines import ACCOUNT, CONTROLLER, GOVERNANCE, GUARDIAN, OFFICER, SUBJECT
from modules.identity.records import (
    ACCOUNTS_MAX,
    Attribute,
    Permission,
    Subject,
    SubjectState,
)
from modules.identity.refusals import (
    AccountsFull,
    AccountTaken,
    ControllerStays,
    NotItsAccount,
)
from modules.identity.signatures import Link, Rotation, check_consent


class Subjects(Ground):
    """Slots 96 to 111."""

    subject_count = Value(96, int)  # subjects ever registered; numbers the next
    subjects = Map(97, int, Subject)
    number_of = Map(98, Address, int)  # the subject that an account belongs to; zero for none
    accounts = SetMap(99, int, Address)  # 99 and 100
    attributes = PairMap(101, int, Hash32, Attribute)

    @call(payable=True)
    def register(self) -> int:
        """
        Become a subject with the caller as its key; the coins sent are the fee and the bond.

        The fee is burned, the bond is back when the subject is deactivated. Returns its number.
        """
        bond_wei = self.live.subject_bond_wei
        self.take_fee(self.live.registration_fee_wei, bond_wei)
        self.refuse_taken(self.sender, 0)
        self.subject_count += 1
        number = self.subject_count
        state = SUBJECT.move("register", SubjectState.NOTHING, SubjectState.ACTIVE)
        self.subjects[number] = Subject(state, self.sender, bond_wei, self.block.height)
        self.subject_bonds_wei = Wei(self.subject_bonds_wei + bond_wei)
        self.link(number, self.sender)
        self.emit(SubjectRegistered(number, self.sender, bond_wei))
        return number

    @call()
    def link_account(self, subject: int, account: Address, permission: Permission) -> None:
        """Let another account belong to the subject; the account signs a Link (EIP-712)."""
        self.enter_subject("link_account", subject)
        self.refuse_taken(account, 0)
        if len(self.accounts[subject]) >= ACCOUNTS_MAX:
            raise AccountsFull(ACCOUNTS_MAX)
        check_consent(self, Link, subject, account, permission)
        self.link(subject, account)

    @call()
    def unlink_account(self, subject: int, account: Address) -> None:
        """Let an account belong to the subject no more; its key, or the account itself, asks."""
        found = self.enter_subject("unlink_account", subject)
        if self.number_of[account] != subject:
            raise NotItsAccount(account, subject)
        if self.sender not in (found.controller, account):
            raise NotItsAccount(self.sender, subject)
        if account == found.controller:
            raise ControllerStays(account)
        self.unlink(subject, account)

    @call()
    def rotate_key(self, subject: int, key: Address, permission: Permission) -> None:
        """Let another key speak for the subject; it signs a Rotation, and the old one leaves."""
        self.enter_subject("rotate_key", subject)
        self.refuse_taken(key, subject)
        self.refuse_officer(key)
        check_consent(self, Rotation, subject, key, permission)
        self.replace_controller(subject, key)

    @call()
    def change_attribute(self, subject: int, schema: Hash32, commitment: Hash32) -> int:
        """
        Say, as a salted hash, that what a schema attests of the subject is different now.

        Credentials of this schema count no more and must be issued anew; all others stand. Returns
        the attribute's version, which the next claim must name.
        """
        self.enter_subject("change_attribute", subject)
        version = self.attribute_version(subject, schema) + 1
        self.attributes[subject, schema] = Attribute(version, commitment)
        self.emit(AttributeChanged(subject, schema, version, commitment))
        return version

    @call()
    def deactivate(self, subject: int) -> None:
        """End the subject: its accounts go free, its credentials count no more, its bond back."""
        found = self.enter_subject("deactivate", subject)
        self.set_state("deactivate", subject, SubjectState.DEACTIVATED)
        self.subjects[subject] = replace(self.subjects[subject], bond_wei=Wei(0))
        for account in self.accounts[subject].page(0, ACCOUNTS_MAX):
            self.unlink(subject, account)
        self.subject_bonds_wei = Wei(self.subject_bonds_wei - found.bond_wei)
        self.pay(found.controller, found.bond_wei, "subject_bond_returned")
        self.emit(SubjectDeactivated(subject, found.bond_wei))

    @view
    def registration_cost(self) -> Wei:
        """Return what registering takes, fee and bond, in wei."""
        return Wei(self.live.registration_fee_wei + self.live.subject_bond_wei)

    @view
    def subject_total(self) -> int:
        """Return how many subjects there were; they are numbered from 1."""
        return self.subject_count

    @view
    def subject_of(self, account: Address) -> int:
        """Return the subject that an account belongs to; zero for none."""
        return self.number_of[account]

    @view
    def did(self, subject: int) -> str:
        """Return the subject's name in the world: did:kumiai:<chain>:<number>."""
        return f"did:kumiai:{self.block.chain_id}:{subject}"

    @view
    def attribute(self, subject: int, schema: Hash32) -> Attribute:
        """Return a subject's attribute under a schema; version 0 where it never changed."""
        return self.attributes[subject, schema]

    @view
    def key_nonce(self, key: Address) -> int:
        """Return the nonce that a key's next consent must name."""
        return self.nonces[key]

    def attribute_version(self, subject: int, schema: Hash32) -> int:
        """Return which change of an attribute counts: the first word of its record."""
        return Words(self.host, self.address)[self.attributes.at((subject, schema))]

    def enter_subject(self, name: str, subject: int, is_guardian: bool = False) -> Subject:
        """Let the sender's call on a subject go on; raises StateForbids, RoleForbids."""
        found = self.subjects[subject]
        held = {
            CONTROLLER: self.sender == found.controller,
            ACCOUNT: self.number_of[self.sender] == subject,
            GUARDIAN: is_guardian,
            OFFICER: self.is_officer(self.sender),
            GOVERNANCE: self.sender == AUTHORITY,
        }
        SUBJECT.enter(name, found.state, self.roles(**held))
        return found

    def set_state(self, name: str, subject: int, state: SubjectState) -> None:
        """Move a subject to another state."""
        found = self.subjects[subject]
        self.subjects[subject] = replace(found, state=SUBJECT.move(name, found.state, state))

    def refuse_taken(self, account: Address, subject: int) -> None:
        """Raise AccountTaken where an account belongs to any subject but this one."""
        taken = self.number_of[account]
        if taken not in (0, subject):
            raise AccountTaken(account, taken)

    def link(self, subject: int, account: Address) -> None:
        """Put an account under a subject."""
        self.number_of[account] = subject
        self.accounts[subject].add(account)
        self.emit(AccountLinked(subject, account))

    def unlink(self, subject: int, account: Address) -> None:
        """Take an account from a subject."""
        self.number_of[account] = 0
        self.accounts[subject].discard(account)
        self.emit(AccountUnlinked(subject, account))

    def replace_controller(self, subject: int, key: Address) -> None:
        """Let another key speak for a subject; the old account leaves it."""
        old = self.subjects[subject].controller
        self.subjects[subject] = replace(self.subjects[subject], controller=key)
        if key != old:
            self.unlink(subject, old)
        if self.number_of[key] != subject:
            self.link(subject, key)
        self.emit(KeyRotated(subject, old, key))
