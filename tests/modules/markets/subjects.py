"""Those who prove who they are, and those who vouch for it."""

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from chain.types.primitives import Hash32, Seconds
from modules.identity.module import Identity
from modules.identity.records import PolicyTerms, SubjectState
from tests.modules.identity.scene import (
    COST_WEI,
    FEE_WEI,
    FRANCE,
    GOVERNANCE,
    ISSUER_BOND_WEI,
    JAPAN,
    KYC,
    OFFICER,
    PARAMS,
    RESIDENCE,
    Scene,
)
from tests.modules.markets.crowd import PICK, Crowd, step
from tests.modules.markets.market_town import DELEGATORS, PAYERS, PROVIDERS, SERVED
from tests.modules.stage import account

if TYPE_CHECKING:
    from tests.modules.markets.market_town import MarketTown

WHO = st.sampled_from((*PAYERS, *PROVIDERS))
CUSTOMERS = (PROVIDERS[0], PAYERS[0], PROVIDERS[1], SERVED[0], PAYERS[1])  # some never are
ISSUER = DELEGATORS[0]
SCHEMA = st.sampled_from((KYC, KYC, RESIDENCE))
POLICIES = (
    PolicyTerms(all_of=(KYC,), denied=(FRANCE,)),
    PolicyTerms(all_of=(RESIDENCE,)),  # who may demand erasures
    PolicyTerms(any_of=(KYC, RESIDENCE), rate_limit=1, rate_blocks=12, barred_list=1),
)
VOUCHED_EVERY, VOUCHED_S = 5, 60  # blocks between the issuer's habitual credentials; their time


class Bureau(Scene):
    """What subjects and issuers do, on a stage that is there already."""

    def __init__(self, town: "MarketTown") -> None:
        self.stage, self.params = town, PARAMS


class Subjects(Crowd):
    """Subjects, an issuer, an officer, and the markets' policies."""

    def __init__(self) -> None:
        super().__init__()
        self.bureau, self.freezes = Bureau(self.town), 0
        self.frozen_until: dict[int, int] = {}  # by subject: the height at which it thaws
        values = (account(ISSUER), (KYC, RESIDENCE), "ipfs://rules")
        assert self.attempt(Identity, "propose_issuer", *values, sender=GOVERNANCE)
        self.attempt(Identity, "bond_issuer", 1, sender=ISSUER, value_wei=ISSUER_BOND_WEI)
        for who in (PAYERS[0], PROVIDERS[0]):
            self.attempt(Identity, "register", sender=who, value_wei=COST_WEI)
            self.vouch(self.subject(who), KYC, JAPAN, 60)
        fee = {"sender": ISSUER, "value_wei": FEE_WEI}
        self.attempt(Identity, "create_list", account(ISSUER), **fee)
        for terms in POLICIES:
            self.attempt(Identity, "create_policy", terms, account(ISSUER), **fee)

    def subject(self, who: int) -> int:
        """Return the subject that an account belongs to; 0 for none."""
        found: int = self.bureau.identity.number_of[account(who)]
        return found

    def vouch(self, subject: int, schema: Hash32, country: int, seconds: int) -> bool:
        """Issue a credential."""
        ends_s = Seconds(self.town.time_s + seconds)
        claim = self.bureau.claim(subject, schema, jurisdiction=country, expiry_s=ends_s)
        return self.attempt(Identity, "issue", claim, sender=ISSUER)

    def habits(self) -> None:
        """Let the issuer vouch for somebody now and then, and renew its own term."""
        super().habits()
        self.check_frozen()
        if self.town.height % VOUCHED_EVERY == 0:
            who = CUSTOMERS[self.town.height // VOUCHED_EVERY % len(CUSTOMERS)]
            if not self.subject(who):
                self.attempt(Identity, "register", sender=who, value_wei=COST_WEI)
            self.vouch(self.subject(who), KYC, JAPAN, VOUCHED_S)
            self.attempt(Identity, "renew_issuer", 1, sender=ISSUER)

    @step(who=WHO)
    def register(self, who: int) -> None:
        """Become a subject."""
        self.attempt(Identity, "register", sender=who, value_wei=COST_WEI)

    @step(
        who=WHO,
        schema=SCHEMA,
        country=st.sampled_from((JAPAN, JAPAN, FRANCE)),
        seconds=st.integers(1, 60),
    )
    def issue(self, who: int, schema: Hash32, country: int, seconds: int) -> None:
        """Vouch for a subject."""
        self.vouch(self.subject(who), schema, country, seconds)

    @step(name=st.sampled_from(("suspend", "resume", "revoke", "revoke", "erase")), pick=PICK)
    def take_back(self, name: str, pick: int) -> None:
        """Suspend, resume or take back what was vouched for."""
        number = max(1, self.bureau.identity.credential_count - pick)
        self.attempt(Identity, name, number, sender=ISSUER)

    @step(pick=PICK, blocks=st.integers(1, 5), lifts=st.booleans())
    def freeze(self, pick: int, blocks: int, lifts: bool) -> None:
        """Freeze a subject, or lift what is frozen."""
        if not lifts:
            self.begin_freeze(1 + pick % self.bureau.identity.subject_count, blocks)
            return
        subject = self.one_frozen(pick)
        if self.attempt(Identity, "lift_freeze", subject, sender=OFFICER):
            self.frozen_until[subject] = self.town.height

    def begin_freeze(self, subject: int, blocks: int) -> None:
        """Freeze a subject, under a case of its own."""
        self.freezes += 1
        values = (subject, Hash32(self.freezes.to_bytes(32, "big")), blocks)
        if self.attempt(Identity, "freeze", *values, sender=OFFICER):
            self.frozen_until[subject] = self.town.height + blocks

    def one_frozen(self, pick: int) -> int:
        """Return a frozen subject; where there is none, let one be, from the block before."""
        if not self.frozen():
            self.begin_freeze(1 + pick % self.bureau.identity.subject_count, 4)
            self.go_on(1)
        found = self.frozen()
        return found[pick % len(found)] if found else 0

    def frozen(self) -> list[int]:
        """Return the subjects that should be frozen now, by what the officer and votes said."""
        now = self.town.height
        return sorted(subject for subject, until in self.frozen_until.items() if now < until)

    def check_frozen(self) -> None:
        """Fail where somebody else than these is frozen, or where a freeze outlives its time."""
        numbers = range(1, self.bureau.identity.subject_count + 1)
        found = [n for n in numbers if self.bureau.state(n) == SubjectState.FROZEN]
        assert found == self.frozen(), (found, self.frozen_until, self.town.height)

    @step(who=WHO, name=st.sampled_from(("renew", "renew", "deactivate")))
    def go_on_or_leave(self, who: int, name: str) -> None:
        """Let the issuer renew its term, or a subject leave."""
        if name == "renew":
            self.attempt(Identity, "renew_issuer", 1, sender=ISSUER)
        else:
            self.attempt(Identity, "deactivate", self.subject(who), sender=who)
