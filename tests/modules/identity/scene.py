"""
A stage for identity: accounts with keys, an issuer, an officer, a governance and a market.

    Scene() --subject, issuer, credential--> a market asks, the officer freezes, guardians recover

Accounts below 100 are plain; those from 100 on have a private key that signs consents and claims.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from eth_hash.auto import keccak

from chain.codec.signature import address_of, sign_digest
from chain.kit.admission import Gate
from chain.kit.assembly import Assembly, provided_by
from chain.kit.governed import GovernedCalls
from chain.kit.host import CallInfo
from chain.kit.module import AUTHORITY, Module, call, method_named, peer
from chain.kit.storage import Value
from chain.kit.typed_data import typed_digest
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from modules.identity.module import Identity
from modules.identity.params import IdentityGenesis, IdentityParams
from modules.identity.records import (
    Claim,
    CredentialState,
    IssuerState,
    Permission,
    PolicyTerms,
    SignedClaim,
    SubjectState,
)
from modules.identity.signatures import (
    DOMAIN,
    Consent,
    IssuerRotation,
    Link,
    Rescue,
    Rotation,
)
from tests.modules.stage import COIN, Stage, account

CHAIN_ID = 31337
OWNER, OTHER, ASSESSOR, RIVAL, OFFICER, AUDITOR, STRANGER = 1, 2, 3, 4, 5, 6, 7
FIRST, SECOND, THIRD = 11, 12, 13  # guardians
GOVERNANCE = int.from_bytes(AUTHORITY, "big")
POOL = account(0x0807)
LATER_S = Seconds(2_000_000_000)
KYC, RESIDENCE, SKILL = (Hash32(keccak(text)) for text in (b"kyc", b"residence", b"skill"))
CASE = Hash32(b"\xca" * 32)
JAPAN, FRANCE, NOWHERE = 392, 250, 408
FEE_WEI, BOND_WEI, ISSUER_BOND_WEI = COIN // 10, COIN, 100 * COIN
COST_WEI = FEE_WEI + BOND_WEI
PARAMS = IdentityParams(
    recovery_delay_blocks=6,
    guardian_delay_blocks=10,
    approval_blocks=8,
    recovery_tries_max=2,
    recovery_tries_blocks=40,
    officer=account(OFFICER),
    freeze_blocks_max=5,
    freeze_gap_blocks=4,
    extension_blocks_max=20,
    issuer_bond_wei=Wei(ISSUER_BOND_WEI),
    issuer_offer_blocks=6,
    issuer_term_blocks=30,
    issuer_unbonding_blocks=7,
    credential_s_max=Seconds(1_000),
    credentials_max=4,
)


@dataclass
class FakeStakes:
    """Tiers as a test says."""

    tiers: dict[Address, int] = field(default_factory=dict)

    def tier_of(self, who: Address) -> int:
        """Return the tier, 0 by default."""
        return self.tiers.get(who, 0)


class FakePool:
    """The community pool."""

    address = POOL


class Market(Module, address=0x0A00, name="market"):
    """A market that asks the gate, by a call and by itself."""

    last_reasons = Value(32, int)

    gate: Gate = peer()

    @call()
    def enter(self, policy: int) -> None:
        """Admit the caller."""
        self.gate.admit(policy, self.sender)

    @call()
    def renew(self, policy: int, account: Address) -> int:
        """Decide about an account, as a renewal does."""
        self.last_reasons = self.gate.decide(policy, account)
        return self.last_reasons


def key_of(number: int) -> bytes:
    """Return the private key of an account that signs."""
    return (number + 10**6).to_bytes(32, "big")


def signer(number: int) -> Address:
    """Return the address of an account that signs."""
    return address_of(key_of(number))


def signed(message: Any, private_key: bytes, chain_id: int = CHAIN_ID) -> bytes:
    """Return a key's signature over a typed message."""
    digest = typed_digest(DOMAIN, message, chain_id, Identity.address)
    y_parity, r, s = sign_digest(private_key, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))


def salted(text: str) -> Hash32:
    """Return a commitment to a text, with a salt that a test may know."""
    return Hash32(keccak(b"\x05" * 32 + text.encode()))


class Scene:
    """A stage with identity on it, and what people do there."""

    def __init__(self, **changed: Any) -> None:
        self.stakes, self.params = FakeStakes(), replace(PARAMS, **changed)
        wires = {
            "identity": {
                "stakes": lambda consumer: self.stakes,
                "treasury": lambda consumer: FakePool(),
            },
            "market": {"gate": provided_by(Identity)},
        }
        self.stage = Stage(
            Assembly((Identity, Market), wires),
            accounts=20,
            identity=IdentityGenesis(self.params),
        )
        self.stage.host.mint(AUTHORITY, Wei(1_000 * COIN))
        for number in range(100, 120):
            self.stage.host.mint(signer(number), Wei(1_000 * COIN))
        self.blocks()

    @property
    def identity(self) -> Identity:
        """The module itself, to look at what it stores."""
        return Identity(self.stage.host, CallInfo(Identity.address))

    def call(self, name: str, *values: Any, sender: int = OWNER, value_wei: int = 0) -> Any:
        """Call identity as an account."""
        return self.stage.call(Identity, name, *values, sender=sender, value_wei=value_wei)

    def govern(self, name: str, *values: Any) -> None:
        """Make a governed call, as a passed proposal does."""
        method = method_named(Identity, name)
        assert method is not None
        mark = self.stage.host.snapshot()
        try:
            calls = GovernedCalls((Identity,), self.stage.host)
            calls.make("identity", method.encode_call(*values))
        except Exception:
            self.stage.host.revert(mark)
            raise

    def blocks(self, count: int = 1, seconds: int = 1) -> None:
        """Go on by blocks."""
        for _ in range(count):
            self.stage.next_block(seconds)

    def go_to(self, height: int) -> None:
        """Go on to a height."""
        while self.stage.height < height:
            self.blocks()

    def tune(self, **changed: Any) -> None:
        """Change parameters, as a passed proposal would."""
        identity = self.identity
        identity.settings = self.params = replace(identity.settings, **changed)

    def subject(self, owner: int = OWNER) -> int:
        """Register a subject; return its number."""
        number: int = self.call("register", sender=owner, value_wei=COST_WEI)
        return number

    def guarded(self, owner: int = OWNER, threshold: int = 2) -> int:
        """Register a subject with three guardians; return its number."""
        number = self.subject(owner)
        members = tuple(account(who) for who in (FIRST, SECOND, THIRD))
        self.call("set_guardians", number, members, threshold, sender=owner)
        return number

    def consent(
        self, kind: type[Consent], number: int, who: int, deadline_s: Seconds = LATER_S
    ) -> Permission:
        """Return the word of an account that signs."""
        nonce = self.call("key_nonce", signer(who))
        message = kind(number, signer(who), nonce, deadline_s)
        return Permission(nonce, deadline_s, signed(message, key_of(who)))

    def link(self, number: int, who: int, sender: int = OWNER) -> None:
        """Link an account that signs."""
        word = self.consent(Link, number, who)
        self.call("link_account", number, signer(who), word, sender=sender)

    def rotate(self, number: int, who: int, sender: int = OWNER) -> None:
        """Let an account that signs speak for a subject."""
        word = self.consent(Rotation, number, who)
        self.call("rotate_key", number, signer(who), word, sender=sender)

    def approve(self, number: int, guardian: int, who: int = 100) -> None:
        """Approve a recovery to an account that signs."""
        word = self.consent(Rescue, number, who)
        self.call("approve_recovery", number, signer(who), word, sender=guardian)

    def recovering(self, owner: int = OWNER) -> int:
        """Bring a subject into recovery; return its number."""
        number = self.guarded(owner)
        self.approve(number, FIRST)
        self.approve(number, SECOND)
        return number

    def frozen(self, owner: int = OWNER, blocks: int = 5, case: Hash32 = CASE) -> int:
        """Freeze a subject with guardians; return its number."""
        number = self.guarded(owner)
        self.call("freeze", number, case, blocks, sender=OFFICER)
        return number

    def state(self, number: int) -> SubjectState:
        """Return a subject's state."""
        found: SubjectState = self.call("subject", number).state
        return found

    def propose(self, key: Address, *schemas: Hash32) -> int:
        """Propose an issuer by vote; return its number."""
        self.govern("propose_issuer", key, schemas or (KYC, RESIDENCE, SKILL), "ipfs://rules")
        number: int = self.call("issuer_total")
        return number

    def issuer(self, who: int = ASSESSOR, *schemas: Hash32) -> int:
        """Bring an issuer to its bond; return its number."""
        number = self.propose(account(who), *schemas)
        self.call("bond_issuer", number, sender=who, value_wei=ISSUER_BOND_WEI)
        return number

    def rotated_issuer(self, number: int, who: int, sender: int = ASSESSOR) -> None:
        """Let an account that signs speak for an issuer."""
        word = self.consent(IssuerRotation, number, who)
        self.call("rotate_issuer_key", number, signer(who), word, sender=sender)

    def signing_issuer(self, who: int = 110, *schemas: Hash32) -> int:
        """Bring an issuer to its bond whose key signs claims; return its number."""
        number = self.propose(signer(who), *schemas)
        sender = int.from_bytes(signer(who), "big")
        self.call("bond_issuer", number, sender=sender, value_wei=ISSUER_BOND_WEI)
        return number

    def issuer_state(self, number: int) -> IssuerState:
        """Return an issuer's state."""
        found: IssuerState = self.call("issuer", number).issuer.state
        return found

    def claim(self, subject: int, schema: Hash32 = KYC, **changed: Any) -> Claim:
        """Return a claim that is good for 100 seconds from now."""
        now_s = self.stage.time_s
        version = self.call("attribute", subject, schema).version
        plain = Claim(
            subject, schema, salted("a name"), JAPAN, now_s, Seconds(now_s + 100), version
        )
        return replace(plain, **changed)

    def issue(
        self, subject: int, schema: Hash32 = KYC, sender: int = ASSESSOR, **changed: Any
    ) -> int:
        """Issue a credential; return its number."""
        number: int = self.call("issue", self.claim(subject, schema, **changed), sender=sender)
        return number

    def present(
        self, claim: Claim, nonce: int = 1, who: int = 110, sender: int = OWNER, **changed: Any
    ) -> int:
        """Bring a signed claim; return the credential's number."""
        brought = replace(SignedClaim(claim, nonce, LATER_S), **changed)
        word = signed(brought, key_of(who))
        number: int = self.call("present", brought, word, sender=sender)
        return number

    def credential_state(self, number: int) -> CredentialState:
        """Return a credential's state."""
        found: CredentialState = self.call("credential", number).credential.state
        return found

    def policy(self, owner: int = OTHER, **terms: Any) -> int:
        """Create a policy; return its number."""
        values = (PolicyTerms(**terms), account(owner))
        number: int = self.call("create_policy", *values, sender=owner, value_wei=FEE_WEI)
        return number

    def reasons(self, policy: int, who: int = OWNER) -> tuple[str, ...]:
        """Return what stands in an account's way, by name."""
        answer = self.call("can", account(who), policy)
        assert answer.is_admitted == (not answer.names) == (answer.reasons == 0)
        found: tuple[str, ...] = answer.names
        return found

    def enter(self, policy: int, who: int = OWNER) -> None:
        """Enter a market under a policy."""
        self.stage.call(Market, "enter", policy, sender=who)

    def renew(self, policy: int, who: int = OWNER) -> int:
        """Let a market decide by itself."""
        found: int = self.stage.call(Market, "renew", policy, account(who))
        return found

    def height_after(self, blocks: int) -> Height:
        """Return the height so many blocks on."""
        return Height(self.stage.height + blocks)
