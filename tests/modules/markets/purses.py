"""
Those who use the coin as a token: by call, by permit, and by payments that others carry.

    what a book kept by hand allows --the same call--> done, or refused without a trace
"""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from chain.kit.assembly import own
from chain.types.primitives import Address, Wei
from modules import MODULES
from modules.compute.module import Compute
from modules.token.module import Token
from modules.token.records import UNLIMITED
from tests.modules.markets.crowd import PICK, Crowd, step
from tests.modules.markets.market_town import PAYERS, PROVIDERS
from tests.modules.model_fees.scene import KEYS, PAYEE_KEY, PAYER_KEY
from tests.modules.stage import COIN, account
from tests.modules.token.signing import signed

WHO = st.sampled_from((*PAYERS, *PROVIDERS))
KEY = st.sampled_from((PAYER_KEY, PAYER_KEY, PAYER_KEY, PAYEE_KEY))  # mostly one
OWNERS = {key: owner for owner, key in KEYS.items()}
VALUE = st.sampled_from((0, 1, 1, COIN, COIN, 10**30))
NONCE = st.integers(0, 5)  # few: most are tried again
WHEN = st.sampled_from(("now", "now", "now", "late", "early"))
SENT_EVERY = 4  # blocks from one habitual letter to the next
CARRIER = PAYERS[0]  # of payments that others signed
NATIVE = frozenset(module.address for module in MODULES)
KINDS = {
    "transfer_with_signature": "TransferWithAuthorization",
    "receive_with_signature": "ReceiveWithAuthorization",
}


@dataclass(frozen=True)
class Letter:
    """A call with a signature in it, which anybody may send again; `nonce` of a permit."""

    name: str
    values: tuple[Any, ...]
    sender: int
    nonce: int = 0


class Purses(Crowd):
    """Holders of coins, some with keys, and a book of what each of them allowed and spent."""

    def __init__(self) -> None:
        super().__init__()
        self.allowed: dict[tuple[Address, Address], int] = {}  # owner, spender
        self.permitted = dict.fromkeys(KEYS, 0)
        self.spent: set[tuple[Address, bytes]] = set()  # signer, nonce
        self.letters: list[Letter] = []

    def expect(self, may: bool, name: str, *values: Any, sender: int) -> bool:
        """Make a call of the token; it is done if it may be, and only then."""
        if self.is_gone(sender):
            return False
        found = self.attempt(Token, name, *values, sender=sender)
        assert found == may, (name, values, sender, "done" if found else "refused")
        self.tally[f"token.{name} refused"] += not found
        return found

    def may_move(self, source: Address, target: Address, value: int) -> bool:
        """Whether coins of an account may go to another."""
        is_free = source not in NATIVE and target not in NATIVE and any(target)
        return is_free and self.town.host.balance_wei(source) >= value

    @step(who=WHO, to=WHO, value=VALUE, name=st.sampled_from(("transfer", "approve")))
    def use_token(self, who: int, to: int, value: int, name: str) -> None:
        """Move coins as a token, or allow it; coins for a module are not taken."""
        target = Compute.address if who == to else account(to)
        if name == "transfer":
            may = self.may_move(account(who), target, value)
            self.expect(may, name, target, Wei(value), sender=who)
        elif self.expect(True, name, target, Wei(value), sender=who):
            self.allowed[account(who), target] = value

    @step(who=WHO, key=KEY, source=WHO, value=VALUE, is_permitted=st.booleans())
    def take(self, who: int, key: bytes, source: int, value: int, is_permitted: bool) -> None:
        """Take what was allowed, by call or by a permit, and no more."""
        self.take_from(who, OWNERS[key] if is_permitted else account(source), value)

    def take_from(self, who: int, owner: Address, value: int) -> None:
        """Take of an owner's coins what it allowed."""
        allowed, target = self.allowed.get((owner, account(who)), 0), account(who % 7 + 1)
        may = value <= allowed and self.may_move(owner, target, value)
        if self.expect(may, "transfer_from", owner, target, Wei(value), sender=who):
            left = allowed if allowed == UNLIMITED else allowed - value
            self.allowed[owner, account(who)] = left

    @step(
        key=KEY,
        signer=KEY,
        who=WHO,
        value=st.sampled_from((0, COIN, 3 * COIN, UNLIMITED)),
        ahead=st.sampled_from((0, 0, 0, 1)),
        when=WHEN,
    )
    def permit(
        self, key: bytes, signer: bytes, who: int, value: int, ahead: int, when: str
    ) -> None:
        """Allow by signature: the owner's own, of its next nonce, until a time."""
        deadline = self.town.time_s + (-1 if when == "late" else 30)
        self.sign_permit(key, who, value, ahead, deadline, signer)

    def sign_permit(
        self, key: bytes, who: int, value: int, ahead: int, deadline: int, signer: bytes = b""
    ) -> None:
        """Sign a permit and have it sent."""
        message, nonce = (
            (OWNERS[key], account(who), Wei(value)),
            self.permitted[OWNERS[key]] + ahead,
        )
        word = signed(signer or key, "Permit", *message, nonce, deadline)
        sent = (*message, deadline, word[64], word[:32], word[32:64])
        self.post(Letter("permit", sent, CARRIER, nonce), is_good=signer in (b"", key))

    @step(
        key=KEY,
        signer=KEY,
        who=WHO,
        value=VALUE,
        nonce=NONCE,
        when=WHEN,
        name=st.sampled_from(sorted(KINDS)),
    )
    def pay_by_letter(
        self, key: bytes, signer: bytes, who: int, value: int, nonce: int, when: str, name: str
    ) -> None:
        """Pay by a signed message that somebody carries: in its time, and once."""
        now_s = self.town.time_s
        span_s = (now_s - (when != "early"), now_s + (0 if when == "late" else 40))
        self.sign_payment(name, key, who, (value, nonce), span_s, signer)

    def sign_payment(
        self,
        name: str,
        key: bytes,
        who: int,
        what: tuple[int, int],
        span_s: tuple[int, int],
        signer: bytes = b"",
    ) -> None:
        """Sign a payment of some coins under a nonce, and have it carried."""
        value, nonce = what
        message = (OWNERS[key], account(who), Wei(value), *span_s, nonce.to_bytes(32, "big"))
        word = signed(signer or key, KINDS[name], *message)
        carrier = who if name == "receive_with_signature" and value else CARRIER
        self.post(Letter(name, (*message, word), carrier), is_good=signer in (b"", key))

    @step(key=KEY, nonce=NONCE)
    def cancel_letter(self, key: bytes, nonce: int) -> None:
        """Withdraw a payment before it is made; never afterwards."""
        raw = nonce.to_bytes(32, "big")
        word = signed(key, "CancelAuthorization", OWNERS[key], raw)
        self.post(Letter("cancel_with_signature", (OWNERS[key], raw, word), CARRIER), is_good=True)

    @step(pick=PICK)
    def send_again(self, pick: int) -> None:
        """Send what was sent before: what was done once is not done again."""
        if self.letters:
            self.send(self.letters[-1 - pick % len(self.letters)])

    def post(self, letter: Letter, *, is_good: bool) -> None:
        """Send what is signed; where the signature is not its owner's, nothing comes of it."""
        if is_good:
            self.letters.append(letter)
            self.send(letter)
        else:
            self.expect(False, letter.name, *letter.values, sender=letter.sender)

    def send(self, letter: Letter) -> None:
        """Send a letter whose signature is its owner's, now or again."""
        owner = letter.values[0]
        if letter.name == "permit":
            self.send_permit(letter, owner)
            return
        is_payment = letter.name in KINDS
        nonce = letter.values[5 if is_payment else 1]
        may = (owner, nonce) not in self.spent
        if is_payment:
            _, target, value, after_s, before_s, *_ = letter.values
            is_payee = account(letter.sender) == target or letter.name.startswith("transfer")
            is_time = after_s < self.town.time_s < before_s
            may = may and is_payee and is_time and self.may_move(owner, target, value)
        if self.expect(may, letter.name, *letter.values, sender=letter.sender):
            self.spent.add((owner, nonce))

    def send_permit(self, letter: Letter, owner: Address) -> None:
        """Send a permit: it is good for its nonce, which only the first of its kind has."""
        _, spender, value, deadline, *_ = letter.values
        may = letter.nonce == self.permitted[owner] and self.town.time_s <= deadline
        if self.expect(may, "permit", *letter.values, sender=letter.sender):
            self.permitted[owner] += 1
            self.allowed[owner, spender] = value

    def habits(self) -> None:
        """Let payments be carried, permits be given and taken, and old letters be sent again."""
        super().habits()
        turn, rest = divmod(self.town.height, SENT_EVERY)
        if rest:
            return
        key, who = (PAYER_KEY, PAYEE_KEY)[turn % 2], PROVIDERS[turn % 4]
        if turn % 4 == 3:
            self.sign_permit(key, who, COIN, 0, self.town.time_s + turn % 30)
            self.take_from(who, OWNERS[key], turn % 2 * COIN + 1)
        else:
            name = sorted(KINDS)[turn % 3 == 0]
            span_s = (self.town.time_s - 1, self.town.time_s + turn % 5)
            self.sign_payment(name, key, who, (1 + turn % 3, turn % 40), span_s)
        self.send(self.letters[-1 - turn % min(len(self.letters), 3)])

    def check_purses(self) -> None:
        """Fail where the token says something else than the book that was kept by hand."""
        token: Any = own(Token, self.town.host)
        for (owner, spender), value in self.allowed.items():
            assert token.allowances[owner, spender] == value, (owner.hex(), spender.hex())
        for owner, used in self.permitted.items():
            assert token.permits_used[owner] == used
        for signer, nonce in self.spent:
            assert token.authorizations_spent[signer, nonce]
