"""
Those who lose their keys, those who guard them, and an issuer whose word is brought by others.

    ward --guardians, for one key--> delay without a veto --> the key speaks, and no sooner
"""

from typing import Any

from hypothesis import strategies as st

from chain.types.primitives import Address, Bps, Hash32, Seconds
from modules.identity.module import Identity
from modules.identity.records import DisclosureScope, SignedClaim, SubjectState
from modules.identity.signatures import IssuerRotation, Link, Rescue, Rotation
from tests.modules.identity.scene import (
    COST_WEI,
    GOVERNANCE,
    ISSUER_BOND_WEI,
    KYC,
    LATER_S,
    OFFICER,
    PARAMS,
    RESIDENCE,
    key_of,
    salted,
    signed,
    signer,
)
from tests.modules.markets.crowd import PICK, number_of, step
from tests.modules.markets.guard_book import GuardBook
from tests.modules.markets.market_town import ACCUSER, CHALLENGERS, DELEGATORS, SERVED
from tests.modules.markets.subjects import ISSUER, Subjects
from tests.modules.stage import account

WARDS = (DELEGATORS[1], *SERVED)
GUARDS = (*CHALLENGERS, ACCUSER)
KEYS = range(100, 105)  # to which wards may be recovered
WARD, GUARD, KEY = st.sampled_from(WARDS), st.sampled_from(GUARDS), st.integers(100, 104)
RECOVERED_EVERY = 9  # blocks from one habitual recovery to the next
LATE_TURNS = (1, 2)
NOTARY = 110  # an issuer whose key signs claims


class Guardians(Subjects):
    """Wards, their guardians, a notary, and a book of who may speak for whom."""

    def __init__(self) -> None:
        super().__init__()
        self.speakers: dict[int, Address] = {}  # by subject: who spoke for it last
        self.words: dict[int, dict[Address, tuple[int, Address]]] = {}  # guardians' newest
        self.begun: dict[int, tuple[int, Address]] = {}  # recoveries: until when, for which key
        self.taken: list[tuple[int, Address]] = []  # keys wanted for one ward that another linked
        self.nonce, self.guards = 0, GuardBook()
        values = (signer(NOTARY), (KYC,), "ipfs://rules")
        assert self.attempt(Identity, "propose_issuer", *values, sender=GOVERNANCE)
        self.town.host.transfer(account(ISSUER), signer(NOTARY), 10 * ISSUER_BOND_WEI)
        self.notary("bond_issuer", 2, value_wei=ISSUER_BOND_WEI)
        for who in WARDS:
            self.attempt(Identity, "register", sender=who, value_wei=COST_WEI)
            self.set_guards(self.subject(who), 2)

    def notary(self, name: str, *values: Any, value_wei: int = 0) -> bool:
        """Make a call as whoever speaks for the notary."""
        key = number_of(self.bureau.identity.issuers[2].key)
        return self.attempt(Identity, name, *values, sender=key, value_wei=value_wei)

    def speak(self, subject: int, name: str, *values: Any) -> bool:
        """Make a call as whoever speaks for a subject."""
        who = number_of(self.bureau.identity.subjects[subject].controller)
        return bool(who) and self.attempt(Identity, name, subject, *values, sender=who)

    def ward(self, pick: int) -> int:
        """Return one of the subjects that were the first wards', or that came later."""
        count = self.bureau.identity.subject_count
        return 3 + pick % max(1, count - 2)

    def set_guards(self, subject: int, threshold: int) -> None:
        """Name guardians."""
        members = tuple(account(who) for who in GUARDS) if threshold else ()
        if self.speak(subject, "set_guardians", members, threshold):
            self.guards.name(subject, members, threshold, self.town.height)

    def cancel_guards(self, subject: int) -> None:
        """Drop guardians that wait to count."""
        if self.speak(subject, "cancel_guardians"):
            self.guards.cancel(subject, self.town.height)

    @step(pick=PICK, threshold=st.sampled_from((2, 2, 3, 1, 0)), cancels=st.booleans())
    def guard(self, pick: int, threshold: int, cancels: bool) -> None:
        """Name other guardians, or think better of it."""
        if not cancels:
            self.set_guards(self.ward(pick), threshold)
            return
        subject = self.active_ward(pick, self.guards.waiting(self.town.height))
        if subject not in self.guards.waiting(self.town.height):
            for wanted in (2, threshold):  # where nobody counted, the first do at once
                self.set_guards(subject, wanted)
            self.go_on(1)
        self.cancel_guards(subject)

    def active_ward(self, pick: int, wanted: list[int]) -> int:
        """Return a ward that may change its guardians now; one that is wanted, if it may."""
        wards = range(3, self.bureau.identity.subject_count + 1)
        active = [n for n in wards if self.bureau.state(n) == SubjectState.ACTIVE]
        found = [n for n in active if n in wanted] or active or [self.ward(pick)]
        return found[pick % len(found)]

    @step(pick=PICK, key=KEY, count=st.integers(1, 3), others=KEY)
    def recover(self, pick: int, key: int, count: int, others: int) -> None:
        """Let some guardians approve a key, the last of them perhaps another."""
        subject = self.ward(pick)
        for place, guardian in enumerate(GUARDS[:count]):
            self.approve(subject, others if place == 2 else key, guardian)

    def approve(self, subject: int, key: int, guardian: int) -> None:
        """Approve a recovery; enough fresh words of guardians for one key begin it."""
        page = self.bureau.identity
        members, threshold = (
            page.guardians_of(subject).members,
            page.guardians_of(subject).threshold,
        )
        word = self.bureau.consent(Rescue, subject, key)
        values = (subject, signer(key), word)
        if not self.attempt(Identity, "approve_recovery", *values, sender=guardian):
            return
        now, words = self.town.height, self.words.setdefault(subject, {})
        words[account(guardian)] = (now, signer(key))
        agreed = sum(
            wanted == signer(key) and now < at + PARAMS.approval_blocks and who in members
            for who, (at, wanted) in words.items()
        )
        has_begun = self.bureau.state(subject) == SubjectState.RECOVERING
        assert has_begun == (agreed >= threshold), (subject, agreed, threshold)
        if has_begun:
            wait_blocks = page.settings.recovery_delay_blocks
            self.begun[subject] = (now + wait_blocks, signer(key))

    @step(pick=PICK)
    def veto(self, pick: int) -> None:
        """Say that no recovery is wanted."""
        waiting = sorted(self.begun) or [self.ward(pick)]
        self.say_veto(waiting[pick % len(waiting)])

    def say_veto(self, subject: int) -> None:
        """Object as the owner; what guardians said so far is void."""
        if self.speak(subject, "veto_recovery"):
            del self.begun[subject]
            self.words.pop(subject, None)

    def take_key(self, subject: int) -> None:
        """Let another ward link the account that a subject is about to be given: that fails."""
        wanted = self.begun[subject][1]
        key = next(key for key in KEYS if signer(key) == wanted)
        other = next(n for n in (3, 4) if n != subject)
        if self.speak(other, "link_account", wanted, self.bureau.consent(Link, other, key)):
            self.taken.append((other, wanted))

    def free_keys(self) -> None:
        """Let go what was taken, so that later recoveries may succeed."""
        for other, wanted in self.taken:
            self.speak(other, "unlink_account", wanted)
        self.taken.clear()

    @step(pick=PICK, key=KEY, name=st.sampled_from(("rotate", "link", "unlink")))
    def change_keys(self, pick: int, key: int, name: str) -> None:
        """Let another key speak, link an account or let it go."""
        subject = self.ward(pick)
        if name == "rotate":
            word = self.bureau.consent(Rotation, subject, key)
            if self.speak(subject, "rotate_key", signer(key), word):
                self.speakers[subject] = signer(key)
        elif name == "link":
            word = self.bureau.consent(Link, subject, key)
            self.speak(subject, "link_account", signer(key), word)
        else:
            self.speak(subject, "unlink_account", signer(key))

    @step(pick=PICK, schema=st.sampled_from((KYC, RESIDENCE)), is_change=st.booleans())
    def change_name(self, pick: int, schema: Hash32, is_change: bool) -> None:
        """Change what is attested of a subject, or erase what is behind it."""
        if is_change:
            self.speak(self.ward(pick), "change_attribute", schema, salted("new"))
        else:
            self.speak(self.ward(pick), "erase_payload", salted(f"old {pick % 3}"))

    @step(pick=PICK, seconds=st.integers(1, 60), fate=st.sampled_from(("", "", "again", "called")))
    def bring_claim(self, pick: int, seconds: int, fate: str) -> None:
        """Bring what the notary signed: once, and not at all where it was called back."""
        subject, until_s = self.ward(pick), Seconds(self.town.time_s + seconds)
        self.nonce += 1
        if fate == "called":
            self.notary("cancel_claim", self.nonce)
        claim = self.bureau.claim(subject, KYC, expiry_s=until_s)
        brought = SignedClaim(claim, self.nonce, LATER_S)
        word = signed(brought, key_of(self.notary_key()))
        done = self.bring(subject, brought, word)
        assert not (done and fate == "called"), "a claim that was called back was taken"
        if fate == "again":
            assert not self.bring(subject, brought, word) or not done, "a claim was taken twice"

    def notary_key(self) -> int:
        """Return which key speaks for the notary."""
        key = self.bureau.identity.issuers[2].key
        return next(n for n in range(NOTARY, NOTARY + 5) if signer(n) == key)

    def bring(self, subject: int, brought: SignedClaim, word: bytes) -> bool:
        """Bring a signed claim as its subject."""
        who = number_of(self.bureau.identity.subjects[subject].controller)
        return bool(who) and self.attempt(Identity, "present", brought, word, sender=who)

    @step(
        name=st.sampled_from(("freeze", "lift", "renew", "resign", "rotate", "remove")),
        bps=st.sampled_from((0, 3_333, 10_000)),
        really=st.integers(0, 5),
    )
    def try_notary(self, name: str, bps: int, really: int) -> None:
        """Freeze, renew or rotate the notary; few times it leaves or is removed."""
        self.freezes += 1
        case = Hash32(self.freezes.to_bytes(32, "big"))
        if name == "freeze":
            self.attempt(Identity, "freeze_issuer", 2, case, really + 1, sender=OFFICER)
        elif name == "lift":
            self.attempt(Identity, "lift_issuer_freeze", 2, sender=OFFICER)
        elif name == "renew":
            self.notary("renew_issuer", 2)
        elif name == "rotate" and self.notary_key() < NOTARY + 4:
            key = self.notary_key() + 1
            word = self.bureau.consent(IssuerRotation, 2, key)
            self.notary("rotate_issuer_key", 2, signer(key), word)
        elif name == "resign" and not really:
            self.notary("resign_issuer", 2)
        elif name == "remove" and not really:
            self.attempt(Identity, "remove_issuer", 2, Bps(bps), case, sender=GOVERNANCE)

    @step(pick=PICK, blocks=st.integers(0, 9), bars=st.booleans())
    def govern_subject(self, pick: int, blocks: int, bars: bool) -> None:
        """Vote about a freeze, or put somebody on a list and take it off."""
        subject = self.one_frozen(pick) or self.ward(pick)
        if self.attempt(Identity, "govern_freeze", subject, blocks, sender=GOVERNANCE):
            self.frozen_until[subject] = self.town.height + blocks
        self.attempt(Identity, "bar", 1, 1 + pick, bars, sender=ISSUER)

    @step(pick=PICK, seconds=st.integers(1, 9), ends=st.booleans())
    def disclose(self, pick: int, seconds: int, ends: bool) -> None:
        """Let an auditor see something, for a while, who notes that it did."""
        until_s = Seconds(self.town.time_s + seconds)
        subject, scope = self.ward(pick), DisclosureScope(schema=KYC)
        if self.speak(subject, "grant_disclosure", account(ACCUSER), scope, until_s):
            number = self.bureau.identity.grant_count
            self.attempt(Identity, "note_access", number, salted("seen"), sender=ACCUSER)
            if ends:
                speaker = number_of(self.bureau.identity.subjects[subject].controller)
                self.attempt(Identity, "revoke_disclosure", number, sender=speaker)

    def habits(self) -> None:
        """Look who speaks for whom; now and then let guardians agree, or an owner object."""
        super().habits()
        self.check_speakers()
        self.check_guards()
        turn, rest = divmod(self.town.height, RECOVERED_EVERY)
        if rest == 0 and turn % 4 in LATE_TURNS:  # one word now, one when it counts no more
            self.approve(self.ward(0), 100, GUARDS[turn % 4])
        elif rest == 0:
            for guardian in GUARDS[: 2 + turn % 2]:
                self.approve(self.ward(turn), 100 + turn % 5, guardian)
        elif rest == 1 and self.begun and turn % 3 == 1:
            self.take_key(min(self.begun))
        elif rest == 3 and self.begun and turn % 3 == 0:
            self.say_veto(min(self.begun))
        elif rest == 8:
            self.free_keys()

    def check_speakers(self) -> None:
        """Fail where a key speaks for a subject that was neither rotated to nor waited out."""
        page, now = self.bureau.identity, self.town.height
        for subject in range(1, page.subject_count + 1):
            found = page.subjects[subject].controller
            last = self.speakers.setdefault(subject, found)
            if found != last:
                due_at, key = self.begun[subject]
                assert found == key, "another key than the guardians named"
                assert now >= due_at, "a recovery without its delay"
                self.speakers[subject] = found
                self.tally["recovered"] += 1
        over = [
            subject
            for subject in self.begun
            if self.bureau.state(subject) != SubjectState.RECOVERING
        ]
        for subject in over:
            due_at, key = self.begun.pop(subject)
            if page.subjects[subject].controller == key:
                self.guards.recover(subject, due_at)
            self.words.pop(subject, None)

    def check_guards(self) -> None:
        """Fail where others guard a subject than those whom it named, waited for and kept."""
        for subject in sorted({*self.guards.counting, *self.guards.pending}):
            if self.bureau.state(subject) != SubjectState.DEACTIVATED:
                page, now = self.bureau.identity, self.town.height
                found, expected = page.guardians_of(subject), self.guards.of(subject, now)
                assert (found.threshold, found.members) == expected, (subject, found, expected)
                waits = page.pending_sets[subject].effective_at > now
                assert waits == (subject in self.guards.pending), (subject, self.guards.pending)
