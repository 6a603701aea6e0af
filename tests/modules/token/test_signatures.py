"""Permits and signed payments, signed by eth_account and carried by somebody else."""

from typing import Any

import pytest
from eth_account.messages import encode_typed_data

from chain.certificates import S_MAX
from chain.kit.record import topic_of
from chain.types.primitives import ZERO_ADDRESS, Address, Wei
from modules import MODULES
from modules.token.events import Approval, AuthorizationCanceled, AuthorizationUsed, Transfer
from modules.token.module import Token
from modules.token.refusals import (
    AuthorizationExpired,
    AuthorizationNotYetValid,
    AuthorizationUsedOrCanceled,
    CallerNotPayee,
    ERC20InsufficientBalance,
    ERC20InvalidReceiver,
    ERC20InvalidSpender,
    ERC2612ExpiredSignature,
    SignatureWrong,
)
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account
from tests.modules.token.signing import CHAIN_ID, address_of, domain, parts, signed

KEY, OTHER_KEY = b"\x21" * 32, b"\x22" * 32
OWNER, OTHER = address_of(KEY), address_of(OTHER_KEY)
SPENDER, PAYEE, CARRIER = 2, 3, 4  # accounts of the stage
NONCE = b"\x5a" * 32
PAY, TAKE = "TransferWithAuthorization", "ReceiveWithAuthorization"
GROUP = 2 * S_MAX + 1  # the order of secp256k1
# From the text of EIP-3009.
USED_TOPIC = "98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5"
CANCELED_TOPIC = "1cdd46ff242716cdaa72d159d339a485b3438398348d68f09d7c8c0a59353d81"


@pytest.fixture
def stage() -> Stage:
    """A chain on which the key's account has ten coins, and that is some blocks old."""
    stage = five()
    stage.host.transfer(account(9), OWNER, Wei(10 * COIN))
    for _ in range(3):
        stage.next_block()
    return stage


def payment(stage: Stage, **changes: Any) -> tuple[Any, ...]:
    """Return what is signed of a payment of one coin that is valid now."""
    fields = {
        "from": OWNER,
        "to": account(PAYEE),
        "value": Wei(COIN),
        "after": stage.time_s - 1,
        "before": stage.time_s + 1,
        "nonce": NONCE,
    }
    return tuple((fields | changes).values())


def pay(stage: Stage, values: tuple[Any, ...], signature: bytes, sender: int = CARRIER) -> None:
    """Carry a signed payment to the chain."""
    stage.call(Token, "transfer_with_signature", *values, signature, sender=sender)


def permit(stage: Stage, values: tuple[Any, ...], signature: bytes) -> None:
    """Carry a permit to the chain; the nonce is not part of the call."""
    owner, spender, value, _, deadline = values
    arguments = (owner, spender, value, deadline, *parts(signature))
    stage.call(Token, "permit", *arguments, sender=CARRIER)


def test_topics_are_the_standards() -> None:
    """Whoever follows EIP-3009's events follows these."""
    assert USED_TOPIC == topic_of(AuthorizationUsed).hex()
    assert CANCELED_TOPIC == topic_of(AuthorizationCanceled).hex()


def test_domain_is_told_as_wallets_ask_for_it(stage: Stage) -> None:
    """EIP-5267's answer makes the separator that EIP-2612 shows."""
    found = stage.call(Token, "signing_domain")
    told = {"name": found.name, "version": found.version, "chainId": found.chain_id}
    told["verifyingContract"] = "0x" + found.verifying_contract.hex()
    assert told == domain() | {"verifyingContract": told["verifyingContract"]}
    assert (b"\x0f", bytes(32), ()) == (found.fields, found.salt, found.extensions)
    types = {"Nothing": [{"name": "nothing", "type": "bool"}]}
    header = encode_typed_data(domain(), types, {"nothing": True}).header
    assert header == stage.call(Token, "domain_separator")
    assert "1" == stage.call(Token, "version")


def test_permit_approves_in_the_owners_name(stage: Stage) -> None:
    """Whoever carries it pays the gas; the owner's nonce goes on by one."""
    values = (OWNER, account(SPENDER), Wei(7), 0, stage.time_s)
    permit(stage, values, signed(KEY, "Permit", *values))
    assert 7 == stage.call(Token, "allowance", OWNER, account(SPENDER))
    assert 1 == stage.call(Token, "nonces", OWNER)
    assert stage.logged(Approval(OWNER, account(SPENDER), Wei(7)))
    with stage.refuses(SignatureWrong):  # the nonce is spent
        permit(stage, values, signed(KEY, "Permit", *values))
    again = (OWNER, account(SPENDER), Wei(9), 1, 2**256 - 1)
    permit(stage, again, signed(KEY, "Permit", *again))
    assert 9 == stage.call(Token, "allowance", OWNER, account(SPENDER))


def test_permit_ends_after_its_deadline_and_needs_a_spender(stage: Stage) -> None:
    """The deadline's own second still counts."""
    late = (OWNER, account(SPENDER), Wei(7), 0, stage.time_s - 1)
    with stage.refuses(ERC2612ExpiredSignature):
        permit(stage, late, signed(KEY, "Permit", *late))
    nobody = (OWNER, ZERO_ADDRESS, Wei(7), 0, stage.time_s)
    with stage.refuses(ERC20InvalidSpender):
        permit(stage, nobody, signed(KEY, "Permit", *nobody))


def test_permit_of_anything_else_is_refused(stage: Stage) -> None:
    """A permit counts for one owner, spender, value, nonce, deadline, chain and contract."""
    values = (OWNER, account(SPENDER), Wei(7), 0, stage.time_s)
    wrong = [
        signed(OTHER_KEY, "Permit", *values),
        signed(KEY, "Permit", *values, chainId=CHAIN_ID + 1),
        signed(KEY, "Permit", *values, verifyingContract="0x" + "11" * 20),
        signed(KEY, "Permit", *values, name="Kumiai 2"),
        signed(KEY, "Permit", *values, version="2"),
    ]
    for position, value in ((1, account(5)), (2, Wei(8)), (3, 1), (4, stage.time_s + 1)):
        changed = (*values[:position], value, *values[position + 1 :])
        wrong.append(signed(KEY, "Permit", *changed))
    for signature in wrong:
        with stage.refuses(SignatureWrong):
            permit(stage, values, signature)
    with stage.refuses(SignatureWrong):  # nobody signs for the zero address
        permit(stage, (ZERO_ADDRESS, *values[1:]), bytes(64) + b"\x1b")


@pytest.mark.parametrize("form", ["bytes", "parts"])
def test_signed_payment_is_made_once_by_anybody(stage: Stage, form: str) -> None:
    """Both overloads of EIP-3009 take the same signature and know the same nonces."""
    values = payment(stage)
    signature, before_wei = signed(KEY, PAY, *values), stage.balance_wei(PAYEE)
    if form == "bytes":
        pay(stage, values, signature)
    else:
        arguments = (*values, *parts(signature))
        stage.call(Token, "transfer_with_authorization", *arguments, sender=CARRIER)
    assert before_wei + COIN == stage.balance_wei(PAYEE)
    assert stage.logged(AuthorizationUsed(OWNER, NONCE))
    assert stage.logged(Transfer(OWNER, account(PAYEE), Wei(COIN)))
    assert stage.call(Token, "authorization_state", OWNER, NONCE) is True
    assert stage.call(Token, "authorization_state", OTHER, NONCE) is False
    assert 0 == stage.call(Token, "nonces", OWNER)
    with stage.refuses(AuthorizationUsedOrCanceled):
        pay(stage, values, signature)
    with stage.refuses(AuthorizationUsedOrCanceled):
        arguments = (*values, *parts(signature))
        stage.call(Token, "transfer_with_authorization", *arguments, sender=CARRIER)


def test_nonces_are_random_and_in_any_order(stage: Stage) -> None:
    """Payments do not wait for one another, which a running nonce would make them do."""
    for nonce in (b"\xff" * 32, b"\x01" * 32, bytes(32)):
        values = payment(stage, nonce=nonce)
        pay(stage, values, signed(KEY, PAY, *values))


@pytest.mark.parametrize(
    ("after", "before", "refusal"),
    [
        (0, 1, AuthorizationNotYetValid),  # validAfter itself is too early
        (-1, 0, AuthorizationExpired),  # validBefore itself is too late
        (2**255, 2**256 - 1, AuthorizationNotYetValid),
        (-9, -8, AuthorizationExpired),
    ],
)
def test_window_of_a_payment_is_open_on_both_sides(
    stage: Stage, after: int, before: int, refusal: type
) -> None:
    """EIP-3009 says after and before, not from and until."""
    values = payment(
        stage, after=stage.time_s + after, before=min(stage.time_s + before, 2**256 - 1)
    )
    with stage.refuses(refusal):
        pay(stage, values, signed(KEY, PAY, *values))


def test_payment_for_the_payee_is_carried_by_the_payee_only(stage: Stage) -> None:
    """Nobody takes a contract's payment out of the call that was to use it (front-running)."""
    values = payment(stage)
    signature = signed(KEY, TAKE, *values)
    with stage.refuses(CallerNotPayee):
        stage.call(Token, "receive_with_signature", *values, signature, sender=CARRIER)
    with stage.refuses(SignatureWrong):  # and not as one that anybody may carry
        pay(stage, values, signature)
    stage.call(Token, "receive_with_signature", *values, signature, sender=PAYEE)
    again = payment(stage, nonce=b"\x02" * 32)
    arguments = (*again, *parts(signed(KEY, TAKE, *again)))
    with stage.refuses(CallerNotPayee):
        stage.call(Token, "receive_with_authorization", *arguments, sender=CARRIER)
    stage.call(Token, "receive_with_authorization", *arguments, sender=PAYEE)


@pytest.mark.parametrize("form", ["bytes", "parts"])
def test_payment_is_withdrawn_by_who_signed_it(stage: Stage, form: str) -> None:
    """After that it is never made; one that was made cannot be withdrawn."""
    cancellation = signed(KEY, "CancelAuthorization", OWNER, NONCE)
    arguments = (cancellation,) if form == "bytes" else parts(cancellation)
    name = "cancel_with_signature" if form == "bytes" else "cancel_authorization"
    with stage.refuses(SignatureWrong):
        foreign = signed(OTHER_KEY, "CancelAuthorization", OWNER, NONCE)
        stage.call(Token, "cancel_with_signature", OWNER, NONCE, foreign, sender=CARRIER)
    stage.call(Token, name, OWNER, NONCE, *arguments, sender=CARRIER)
    assert stage.logged(AuthorizationCanceled(OWNER, NONCE))
    assert stage.call(Token, "authorization_state", OWNER, NONCE) is True
    values = payment(stage)
    with stage.refuses(AuthorizationUsedOrCanceled):
        pay(stage, values, signed(KEY, PAY, *values))
    with stage.refuses(AuthorizationUsedOrCanceled):
        stage.call(Token, name, OWNER, NONCE, *arguments, sender=CARRIER)


def test_nobody_changes_what_was_signed(stage: Stage) -> None:
    """Not the payer, the payee, the amount, the window, the nonce, the chain or the contract."""
    values, word = payment(stage), signed(KEY, PAY, *payment(stage))
    changes: tuple[tuple[int, Any], ...] = (
        (0, OTHER),
        (1, account(CARRIER)),
        (2, Wei(COIN + 1)),
        (3, values[3] - 1),
        (4, values[4] + 1),
        (5, b"\x5b" * 32),
    )
    for position, value in changes:
        changed = (*values[:position], value, *values[position + 1 :])
        with stage.refuses(SignatureWrong):
            pay(stage, changed, word)
    for foreign in (
        signed(KEY, PAY, *values, chainId=1),
        signed(KEY, PAY, *values, verifyingContract="0x" + "11" * 20),
    ):
        with stage.refuses(SignatureWrong):
            pay(stage, values, foreign)


def test_signature_has_one_form(stage: Stage) -> None:
    """The upper s, a wrong parity and a wrong length are refused: no signature has a twin."""
    values = payment(stage)
    good = signed(KEY, PAY, *values)
    upper_s = (GROUP - int.from_bytes(good[32:64], "big")).to_bytes(32, "big")
    twin = good[:32] + upper_s + bytes((55 - good[64],))
    for wrong in (twin, good[:64], good + b"\0", b"", good[:64] + b"\x1d", good[:64] + b"\xff"):
        with stage.refuses(SignatureWrong):
            pay(stage, values, wrong)
    pay(stage, values, good)


@pytest.mark.parametrize("target", [ZERO_ADDRESS, *(module.address for module in MODULES)])
def test_signed_payment_goes_to_no_module(stage: Stage, target: Address) -> None:
    """What a transfer may not do, a signature may not do either; its nonce stays unused."""
    values = payment(stage, to=target)
    with stage.refuses(ERC20InvalidReceiver):
        pay(stage, values, signed(KEY, PAY, *values))
    assert stage.call(Token, "authorization_state", OWNER, values[5]) is False


def test_payment_without_coins_leaves_its_nonce(stage: Stage) -> None:
    """A payment that could not be made may be made when the coins are there."""
    values = payment(stage, value=Wei(11 * COIN))
    word = signed(KEY, PAY, *values)
    with stage.refuses(ERC20InsufficientBalance):
        pay(stage, values, word)
    stage.host.transfer(account(9), OWNER, Wei(COIN))
    pay(stage, values, word)
    assert 0 == stage.call(Token, "balance_of", OWNER)
