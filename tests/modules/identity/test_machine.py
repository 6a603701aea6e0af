"""Identity under random actors: invariants and audits after all blocks, all coins at the end."""

import contextlib
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Refusal
from chain.kit.audit_log import AuditEntryAdded
from chain.types.primitives import Bps, Hash32, Seconds
from modules.identity.briefs import unpack
from modules.identity.machines import HOLDING
from modules.identity.module import Identity
from modules.identity.records import CredentialState, DisclosureScope, IssuerState, SubjectState
from modules.identity.signatures import Link, Rescue, Rotation
from tests.modules.identity.scene import (
    AUDITOR,
    COST_WEI,
    FIRST,
    FRANCE,
    JAPAN,
    KYC,
    OFFICER,
    OTHER,
    OWNER,
    RESIDENCE,
    SECOND,
    THIRD,
    Market,
    Scene,
    salted,
    signer,
)
from tests.modules.stage import account

OWNERS = (OWNER, OTHER)
ATTESTERS = (3, 4)
KEYS = st.integers(100, 102)
NUMBER = st.integers(1, 3)
SCHEMA = st.sampled_from((KYC, RESIDENCE))


class IdentityMachine(RuleBasedStateMachine):
    """What is refused leaves nothing behind; what is not keeps every promise."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene(issuer_term_blocks=12)
        self.cases = 0
        self.changes = 0
        for owner in OWNERS:
            self.scene.guarded(owner)
        for who in ATTESTERS:
            self.scene.issuer(who)
        self.policy = self.scene.policy(all_of=(KYC,), denied=(FRANCE,))
        self.limited = self.scene.policy(any_of=(KYC, RESIDENCE), rate_limit=1, rate_blocks=5)
        self.changes = self.logged()

    def logged(self) -> int:
        """Return how many entries the events tell of."""
        return self.scene.stage.events(AuditEntryAdded)

    def attempt(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> bool:
        """Make a call that may be refused; a call that is not is one entry of the log (I5)."""
        before = self.logged()
        try:
            self.scene.call(name, *values, sender=sender, value_wei=value_wei)
        except Refusal:
            assert before == self.logged()
            return False
        assert before + 1 == self.logged()
        return True

    def vote(self, name: str, *values: Any) -> None:
        """Make a governed call that may be refused."""
        with contextlib.suppress(Refusal):
            self.scene.govern(name, *values)

    def speaker(self, subject: int) -> int:
        """Return who speaks for a subject, as an account of the stage."""
        controller = self.scene.identity.subjects[subject].controller
        return int.from_bytes(controller, "big") or OWNER

    @rule(owner=st.sampled_from(OWNERS))
    def register(self, owner: int) -> None:
        """Register, where the account is free."""
        self.attempt("register", sender=owner, value_wei=COST_WEI)

    @rule(subject=NUMBER, who=KEYS)
    def link(self, subject: int, who: int) -> None:
        """Link an account."""
        word = self.scene.consent(Link, subject, who)
        self.attempt("link_account", subject, signer(who), word, sender=self.speaker(subject))

    @rule(subject=NUMBER, who=KEYS)
    def unlink(self, subject: int, who: int) -> None:
        """Let an account go."""
        self.attempt("unlink_account", subject, signer(who), sender=self.speaker(subject))

    @rule(subject=NUMBER, who=KEYS)
    def rotate(self, subject: int, who: int) -> None:
        """Let another key speak."""
        word = self.scene.consent(Rotation, subject, who)
        self.attempt("rotate_key", subject, signer(who), word, sender=self.speaker(subject))

    @rule(subject=NUMBER, who=KEYS, guardian=st.sampled_from((FIRST, SECOND, THIRD)))
    def approve(self, subject: int, who: int, guardian: int) -> None:
        """Approve a recovery."""
        word = self.scene.consent(Rescue, subject, who)
        self.attempt("approve_recovery", subject, signer(who), word, sender=guardian)

    @rule(subject=NUMBER)
    def veto(self, subject: int) -> None:
        """Veto a recovery."""
        self.attempt("veto_recovery", subject, sender=self.speaker(subject))

    @rule(subject=NUMBER, threshold=st.integers(0, 3))
    def guard(self, subject: int, threshold: int) -> None:
        """Name guardians."""
        members = tuple(account(who) for who in (FIRST, SECOND, THIRD)[: threshold + 1])
        values = (subject, members if threshold else (), threshold)
        self.attempt("set_guardians", *values, sender=self.speaker(subject))

    @rule(subject=NUMBER, blocks=st.integers(1, 5))
    def freeze(self, subject: int, blocks: int) -> None:
        """Freeze a subject; nothing it has moves until the freeze is over (I4)."""
        self.cases += 1
        case = Hash32(self.cases.to_bytes(32, "big"))
        self.attempt("freeze", subject, case, blocks, sender=OFFICER)

    @rule(subject=NUMBER, blocks=st.integers(0, 9))
    def govern_freeze(self, subject: int, blocks: int) -> None:
        """Extend or end a freeze by vote."""
        self.vote("govern_freeze", subject, blocks)

    @rule(subject=NUMBER)
    def lift(self, subject: int) -> None:
        """Lift a freeze."""
        self.attempt("lift_freeze", subject, sender=OFFICER)

    @rule(subject=NUMBER)
    def deactivate(self, subject: int) -> None:
        """End a subject."""
        self.attempt("deactivate", subject, sender=self.speaker(subject))

    @rule(
        subject=NUMBER,
        schema=SCHEMA,
        who=st.sampled_from(ATTESTERS),
        country=st.sampled_from((JAPAN, FRANCE)),
        seconds=st.integers(1, 30),
    )
    def issue(self, subject: int, schema: Hash32, who: int, country: int, seconds: int) -> None:
        """Issue a credential."""
        ends_s = Seconds(self.scene.stage.time_s + seconds)
        claim = self.scene.claim(subject, schema, jurisdiction=country, expiry_s=ends_s)
        self.attempt("issue", claim, sender=who)

    @rule(
        name=st.sampled_from(("suspend", "resume", "revoke", "erase")),
        number=st.integers(1, 6),
        who=st.sampled_from((*ATTESTERS, *OWNERS)),
    )
    def handle(self, name: str, number: int, who: int) -> None:
        """Do something with a credential."""
        self.attempt(name, number, sender=who)

    @rule(subject=NUMBER, schema=SCHEMA)
    def change(self, subject: int, schema: Hash32) -> None:
        """Change an attribute."""
        values = (subject, schema, salted("new"))
        self.attempt("change_attribute", *values, sender=self.speaker(subject))

    @rule(
        name=st.sampled_from(("renew_issuer", "resign_issuer")),
        issuer=st.integers(1, 2),
    )
    def run_issuer(self, name: str, issuer: int) -> None:
        """Let an issuer renew or resign."""
        self.attempt(name, issuer, sender=ATTESTERS[issuer - 1])

    @rule(issuer=st.integers(1, 2), blocks=st.integers(1, 5))
    def freeze_issuer(self, issuer: int, blocks: int) -> None:
        """Freeze an issuer."""
        self.cases += 1
        case = Hash32(self.cases.to_bytes(32, "big"))
        self.attempt("freeze_issuer", issuer, case, blocks, sender=OFFICER)

    @rule(issuer=st.integers(1, 2), bps=st.sampled_from((0, 3_333, 10_000)))
    def remove(self, issuer: int, bps: int) -> None:
        """Remove an issuer by vote."""
        self.vote("remove_issuer", issuer, Bps(bps), salted("case"))

    @rule(who=st.sampled_from(OWNERS))
    def enter(self, who: int) -> None:
        """Enter a market under each policy."""
        for policy in (self.policy, self.limited):
            reasons = self.scene.call("can", account(who), policy).reasons
            assert reasons == self.scene.renew(policy, who)

    @rule(subject=NUMBER, seconds=st.integers(1, 9))
    def disclose(self, subject: int, seconds: int) -> None:
        """Disclose something."""
        until_s = Seconds(self.scene.stage.time_s + seconds)
        values = (subject, account(AUDITOR), DisclosureScope(schema=KYC), until_s)
        self.attempt("grant_disclosure", *values, sender=self.speaker(subject))

    @rule(blocks=st.sampled_from((1, 2, 5, 11)))
    def wait(self, blocks: int) -> None:
        """Let time pass in silence."""
        self.scene.blocks(blocks)

    @invariant()
    def promises_hold(self) -> None:
        """I7: what is held is what was promised; I1 and I6: who lacks anything is not admitted."""
        self.scene.stage.check()
        identity = self.scene.identity
        held_wei = self.scene.stage.host.balance_wei(Identity.address)
        assert identity.subject_bonds_wei + identity.issuer_bonds_wei == held_wei
        for who in OWNERS:
            subject = identity.number_of[account(who)]
            good = [n for n in range(1, identity.credential_count + 1) if self.is_good(n, subject)]
            kyc = [n for n in good if identity.claims[n].schema == KYC]
            is_denied = any(identity.claims[n].jurisdiction == FRANCE for n in kyc)
            is_active = identity.subjects[subject].state == SubjectState.ACTIVE
            expected = bool(subject and is_active and kyc and not is_denied)
            assert expected == self.scene.call("can", account(who), self.policy).is_admitted

    def is_good(self, number: int, subject: int) -> bool:
        """Say from the record alone, by another way than the module's, whether one counts."""
        identity, now_s = self.scene.identity, self.scene.stage.time_s
        found, claim = unpack(identity.briefs[number]), identity.claims[number]
        issuer = identity.issuers[found.issuer]
        return (
            claim.subject == subject
            and found.state == CredentialState.ACTIVE
            and claim.valid_from_s <= now_s < claim.expiry_s
            and issuer.state in (IssuerState.BONDED, IssuerState.RESIGNING)
            and claim.version == identity.attributes[subject, claim.schema].version
        )

    def teardown(self) -> None:
        """Whatever happened, those whose bonds they are get every wei out by themselves."""
        self.scene.blocks(35)
        identity = self.scene.identity
        for number in range(1, identity.issuer_count + 1):
            if identity.issuers[number].state in HOLDING:
                self.attempt("resign_issuer", number, sender=ATTESTERS[number - 1])
        for number in range(1, identity.subject_count + 1):
            self.attempt("deactivate", number, sender=self.speaker(number))
        self.scene.blocks(10)
        assert 0 == self.scene.stage.host.balance_wei(Identity.address)
        assert self.logged() == self.scene.call("audit_total", Identity.address)
        assert 0 == self.scene.stage.host.balance_wei(Market.address)


TestIdentityMachine = IdentityMachine.TestCase
TestIdentityMachine.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
