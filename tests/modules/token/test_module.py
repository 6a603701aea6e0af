"""The native coin as ERC-20: the account's balance is the only book."""

import pytest

from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo
from chain.kit.module import CoinsMoved, NotPayable, Paused, method_named
from chain.kit.record import encode_event, topic_of
from chain.types.primitives import ZERO_ADDRESS, Address, Wei
from cli.units import SYMBOL, WEI_PER_COIN
from modules import MODULES
from modules.mint.module import Mint
from modules.token.events import Approval, Transfer
from modules.token.module import Token
from modules.token.records import COIN_DECIMALS, COIN_NAME, COIN_SYMBOL, UNLIMITED
from modules.token.refusals import (
    ERC20InsufficientAllowance,
    ERC20InsufficientBalance,
    ERC20InvalidReceiver,
    ERC20InvalidSender,
    ERC20InvalidSpender,
)
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account

ALICE, BOB, CAROL = 1, 2, 3
# From the text of ERC-20, computed by nobody here.
TRANSFER_TOPIC = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
APPROVAL_TOPIC = "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925"
SELECTORS = {
    "a9059cbb": "transfer",
    "095ea7b3": "approve",
    "23b872dd": "transfer_from",
    "70a08231": "balance_of",
    "18160ddd": "total_supply",
    "dd62ed3e": "allowance",
    "06fdde03": "coin_name",
    "95d89b41": "symbol",
    "313ce567": "decimals",
}


@pytest.fixture
def stage() -> Stage:
    """A chain of all modules."""
    return five()


def test_interface_is_the_standard_to_the_byte() -> None:
    """Selectors and topics are those that every wallet has built in."""
    for selector, name in SELECTORS.items():
        assert bytes.fromhex(selector) == method_named(Token, name).selector, name
    assert (TRANSFER_TOPIC, APPROVAL_TOPIC) == (topic_of(Transfer).hex(), topic_of(Approval).hex())
    topics, data = encode_event(Transfer(account(1), account(2), Wei(7)))
    assert [1, 2] == topics[1:]
    assert (7).to_bytes(32, "big") == data


def test_coin_is_called_as_the_command_line_calls_it(stage: Stage) -> None:
    """Name, symbol and decimals are one coin's, wherever they are shown."""
    assert (COIN_NAME, COIN_SYMBOL) == (stage.call(Token, "coin_name"), stage.call(Token, "symbol"))
    assert SYMBOL == COIN_SYMBOL
    assert 10**COIN_DECIMALS == WEI_PER_COIN
    assert COIN_DECIMALS == stage.call(Token, "decimals")


def test_balance_is_the_account_and_supply_is_the_mints(stage: Stage) -> None:
    """No second book: coins that move past the token are in its answers at once."""
    assert stage.balance_wei(ALICE) == stage.call(Token, "balance_of", account(ALICE))
    stage.host.transfer(account(ALICE), account(BOB), Wei(5))
    assert stage.balance_wei(BOB) == stage.call(Token, "balance_of", account(BOB))
    assert stage.call(Mint, "supply") == stage.call(Token, "total_supply") > 0


def test_transfer_moves_the_accounts_own_coins(stage: Stage) -> None:
    """The one event of the move is the standard's."""
    before = stage.balance_wei(ALICE), stage.balance_wei(BOB)
    moves = stage.events(CoinsMoved)
    assert stage.call(Token, "transfer", account(BOB), Wei(3 * COIN), sender=ALICE) is True
    assert before[0] - 3 * COIN == stage.balance_wei(ALICE)
    assert before[1] + 3 * COIN == stage.balance_wei(BOB)
    assert stage.logged(Transfer(account(ALICE), account(BOB), Wei(3 * COIN)))
    assert moves == stage.events(CoinsMoved)
    stage.next_block()


def test_nothing_and_oneself_are_paid_like_anybody(stage: Stage) -> None:
    """ERC-20: a transfer of 0 is a transfer, with its event; one to oneself changes nothing."""
    before_wei = stage.balance_wei(ALICE)
    stage.call(Token, "transfer", account(77), Wei(0), sender=ALICE)
    assert account(77) not in stage.host.balances_wei
    assert stage.logged(Transfer(account(ALICE), account(77), Wei(0)))
    stage.call(Token, "transfer", account(ALICE), Wei(before_wei), sender=ALICE)
    assert before_wei == stage.balance_wei(ALICE)
    with stage.refuses(ERC20InsufficientBalance):
        stage.call(Token, "transfer", account(ALICE), Wei(before_wei + 1), sender=ALICE)


def test_more_than_there_is_is_refused(stage: Stage) -> None:
    """One wei too many, and the most there can be: nothing wraps around."""
    found = stage.balance_wei(ALICE)
    for value in (found + 1, 2**256 - 1):
        with stage.refuses(ERC20InsufficientBalance, str(found)):
            stage.call(Token, "transfer", account(BOB), Wei(value), sender=ALICE)
    stage.call(Token, "transfer", account(BOB), Wei(found), sender=ALICE)
    assert stage.balance_wei(ALICE) == 0


@pytest.mark.parametrize("target", [ZERO_ADDRESS, *(module.address for module in MODULES)])
def test_coins_never_go_where_no_book_knows_of_them(target: Address) -> None:
    """A module counts what comes by its own calls; the zero address belongs to nobody."""
    stage = five()
    stage.call(Token, "approve", account(BOB), Wei(9), sender=ALICE)
    with stage.refuses(ERC20InvalidReceiver):
        stage.call(Token, "transfer", target, Wei(1), sender=ALICE)
    with stage.refuses(ERC20InvalidReceiver):
        stage.call(Token, "transfer_from", account(ALICE), target, Wei(1), sender=BOB)


@pytest.mark.parametrize("module", MODULES)
def test_coins_of_a_module_never_leave_past_its_books(module: type) -> None:
    """Not even a proposal that calls in a module's name moves its coins by the token."""
    stage = five()
    stage.call(Treasury, "fund", sender=2, value_wei=COIN)
    with stage.refuses(ERC20InvalidSender):
        Token(stage.host, CallInfo(module.address)).transfer(account(BOB), Wei(1))


def test_allowance_is_used_up(stage: Stage) -> None:
    """Each taking lowers it; it is not more than was allowed and not for anybody else."""
    assert stage.call(Token, "approve", account(BOB), Wei(10), sender=ALICE) is True
    assert stage.logged(Approval(account(ALICE), account(BOB), Wei(10)))
    before_wei = stage.balance_wei(CAROL)
    take = (account(ALICE), account(CAROL))
    assert stage.call(Token, "transfer_from", *take, Wei(4), sender=BOB) is True
    assert before_wei + 4 == stage.balance_wei(CAROL)
    assert 6 == stage.call(Token, "allowance", account(ALICE), account(BOB))
    assert stage.logged(Transfer(account(ALICE), account(CAROL), Wei(4)))
    for sender, value in ((BOB, 7), (CAROL, 1), (ALICE, 1)):
        with stage.refuses(ERC20InsufficientAllowance):
            stage.call(Token, "transfer_from", *take, Wei(value), sender=sender)
    stage.call(Token, "transfer_from", *take, Wei(6), sender=BOB)
    assert 0 == stage.call(Token, "allowance", account(ALICE), account(BOB))


def test_allowance_without_limit_stays(stage: Stage) -> None:
    """2**256 - 1 is the convention for no limit; one less is a number like others."""
    take = (account(ALICE), account(CAROL), Wei(5))
    for value, left in ((UNLIMITED, UNLIMITED), (UNLIMITED - 1, UNLIMITED - 6)):
        stage.call(Token, "approve", account(BOB), Wei(value), sender=ALICE)
        stage.call(Token, "transfer_from", *take, sender=BOB)
        assert left == stage.call(Token, "allowance", account(ALICE), account(BOB))


def test_allowance_beyond_the_balance_is_kept_when_the_coins_are_not_there(stage: Stage) -> None:
    """A refused taking leaves the allowance as it was."""
    found = stage.balance_wei(ALICE)
    stage.call(Token, "approve", account(BOB), Wei(found + 9), sender=ALICE)
    with stage.refuses(ERC20InsufficientBalance):
        take = (account(ALICE), account(CAROL), Wei(found + 1))
        stage.call(Token, "transfer_from", *take, sender=BOB)
    assert found + 9 == stage.call(Token, "allowance", account(ALICE), account(BOB))


def test_approval_replaces_the_one_before(stage: Stage) -> None:
    """It is set, not added to; nobody is no spender."""
    for value in (10, 3, 0):
        stage.call(Token, "approve", account(BOB), Wei(value), sender=ALICE)
        assert value == stage.call(Token, "allowance", account(ALICE), account(BOB))
    with stage.refuses(ERC20InvalidSpender):
        stage.call(Token, "approve", ZERO_ADDRESS, Wei(1), sender=ALICE)


def test_token_takes_no_coins_and_stops_when_paused(stage: Stage) -> None:
    """Value sent along would be lost here, and a pause stops calls but no questions."""
    with stage.refuses(NotPayable):
        stage.call(Token, "transfer", account(BOB), Wei(1), sender=ALICE, value_wei=1)
    Token(stage.host, CallInfo(Token.address)).set_paused(True)
    with stage.refuses(Paused):
        stage.call(Token, "transfer", account(BOB), Wei(1), sender=ALICE)
    data = method_named(Token, "balance_of").encode_call(account(ALICE))
    assert dispatch(Token, stage.host, CallInfo(account(BOB)), data)
