"""Any order of transfers, allowances, permits and signed payments, against books kept by hand."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.types.primitives import Wei
from modules.token.module import Token
from modules.token.records import UNLIMITED
from tests.modules.chain_of_five import five
from tests.modules.stage import account
from tests.modules.token.signing import address_of, signed

KEYS = tuple(bytes([number]) * 32 for number in (0x31, 0x32, 0x33))
PEOPLE = tuple(address_of(key) for key in KEYS)
SENDERS = (5, 6, 7)  # accounts of the stage, who carry and spend
EVERYBODY = (*PEOPLE, *map(account, SENDERS))
who, values = st.integers(0, len(EVERYBODY) - 1), st.sampled_from((0, 1, 2, 5, 90, 101))
keys, spenders = st.integers(0, len(KEYS) - 1), st.integers(0, len(SENDERS) - 1)


class TokenMachine(RuleBasedStateMachine):
    """What the standards say, on plain dicts, is what the module does."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = five()
        self.allowed: dict[tuple[int, int], int] = {}  # owner's key, spender
        self.permits = dict.fromkeys(range(len(KEYS)), 0)
        self.spent: set[tuple[int, int]] = set()
        for person in PEOPLE:
            self.stage.host.transfer(account(9), person, Wei(100))
        self.balances = [self.stage.host.balance_wei(person) for person in EVERYBODY]

    def attempt(self, name: str, *arguments: Any, sender: int) -> bool:
        """Call; a refusal leaves nothing."""
        try:
            self.stage.call(Token, name, *arguments, sender=sender)
        except ChainError:
            return False
        return True

    def moved(self, source: int, target: int, value: int) -> None:
        """Write down a move."""
        self.balances[source] -= value
        self.balances[target] += value

    @rule(sender=spenders, payee=who, value=values)
    def transfer(self, sender: int, payee: int, value: int) -> None:
        """Pay."""
        assert self.attempt("transfer", EVERYBODY[payee], Wei(value), sender=SENDERS[sender])
        self.moved(len(KEYS) + sender, payee, value)

    @rule(key=keys, spender=spenders, value=st.sampled_from((0, 3, 60, UNLIMITED)), ahead=keys)
    def permit(self, key: int, spender: int, value: int, ahead: int) -> None:
        """Allow by signature; one with another nonce than the next is refused."""
        nonce = self.permits[key] + ahead
        message = (PEOPLE[key], account(SENDERS[spender]), Wei(value))
        word = signed(KEYS[key], "Permit", *message, nonce, 2**40)
        sent = (*message, 2**40, word[64], word[:32], word[32:64])
        assert self.attempt("permit", *sent, sender=8) == (ahead == 0)
        if ahead == 0:
            self.permits[key] += 1
            self.allowed[key, spender] = value

    @rule(key=keys, spender=spenders, payee=who, value=values)
    def transfer_from(self, key: int, spender: int, payee: int, value: int) -> None:
        """Take what was allowed, if it is there."""
        allowed = self.allowed.get((key, spender), 0)
        may = value <= allowed and value <= self.balances[key]
        take = (PEOPLE[key], EVERYBODY[payee], Wei(value))
        assert may == self.attempt("transfer_from", *take, sender=SENDERS[spender])
        if may:
            self.moved(key, payee, value)
            self.allowed[key, spender] = allowed if allowed == UNLIMITED else allowed - value

    @rule(key=keys, payee=who, value=values, nonce=st.integers(0, 4))
    def pay_by_signature(self, key: int, payee: int, value: int, nonce: int) -> None:
        """Carry a signed payment, each nonce at most once."""
        raw = nonce.to_bytes(32, "big")
        message = (PEOPLE[key], EVERYBODY[payee], Wei(value), 0, 2**40, raw)
        word = signed(KEYS[key], "TransferWithAuthorization", *message)
        may = (key, nonce) not in self.spent and value <= self.balances[key]
        assert may == self.attempt("transfer_with_signature", *message, word, sender=8)
        if may:
            self.spent.add((key, nonce))
            self.moved(key, payee, value)

    @rule(key=keys, nonce=st.integers(0, 4))
    def cancel(self, key: int, nonce: int) -> None:
        """Withdraw a payment that was not made."""
        raw = nonce.to_bytes(32, "big")
        word = signed(KEYS[key], "CancelAuthorization", PEOPLE[key], raw)
        may = (key, nonce) not in self.spent
        assert may == self.attempt("cancel_with_signature", PEOPLE[key], raw, word, sender=8)
        self.spent.add((key, nonce))

    @rule(source=who, payee=who, value=values)
    def pay_by_value(self, source: int, payee: int, value: int) -> None:
        """Coins move past the token."""
        if value <= self.balances[source]:
            self.stage.host.transfer(EVERYBODY[source], EVERYBODY[payee], Wei(value))
            self.moved(source, payee, value)

    @rule()
    def next_block(self) -> None:
        """Go on; every invariant of every module holds."""
        self.stage.next_block()

    @invariant()
    def books_agree(self) -> None:
        """Balances, allowances, nonces and states are those written down."""
        for number, person in enumerate(EVERYBODY):
            assert self.balances[number] == self.stage.call(Token, "balance_of", person)
            assert self.balances[number] == self.stage.host.balance_wei(person)
        for (key, spender), value in self.allowed.items():
            pair = (PEOPLE[key], account(SENDERS[spender]))
            assert value == self.stage.call(Token, "allowance", *pair)
        for key, used in self.permits.items():
            assert used == self.stage.call(Token, "nonces", PEOPLE[key])
        for key, nonce in self.spent:
            raw = nonce.to_bytes(32, "big")
            assert self.stage.call(Token, "authorization_state", PEOPLE[key], raw) is True


TestTokenMachine = TokenMachine.TestCase
TestTokenMachine.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
