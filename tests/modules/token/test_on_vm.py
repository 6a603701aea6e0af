"""The token under the real virtual machine: contracts, reverts, destruction, the pool."""

from typing import Any

import pytest

from chain.kit.module import method_named
from chain.kit.record import encode_event
from chain.types.primitives import Address, Wei
from chain.types.receipt import Log, Receipt
from chain.vm.transaction import compute_contract_address
from modules.governance.module import Governance
from modules.mint.module import Mint
from modules.staking.module import Staking
from modules.token.events import Transfer
from modules.token.module import Token
from tests.chain.stage import COIN_WEI, USER_KEYS, USERS, VALIDATOR, Chain
from tests.modules.token import bytecode
from tests.modules.token.signing import signed

HEIR = Address(b"\x77" * 20)


def data_of(name: str, *values: Any) -> bytes:
    """Return call data for the token."""
    method = method_named(Token, name)
    assert method is not None
    return method.encode_call(*values)


def use(name: str, *values: Any) -> bytes:
    """Return the bytecode that calls the token and goes on."""
    return bytecode.call(Token.address, data_of(name, *values))


def transfers(receipt: Receipt) -> list[Log]:
    """Return the token's own logs."""
    return [log for log in receipt.logs if log.address == Token.address]


def deployed(chain: Chain, runtime: bytes, value_wei: int = 0) -> Address:
    """Put a contract on the chain, with coins that it gets afterwards."""
    nonce = chain.pool.next_nonce(USERS[9])
    chain.send(9, None, 0, bytecode.deploying(runtime))
    contract = compute_contract_address(USERS[9], nonce)
    chain.block()
    if value_wei:
        assert chain.call(9, Token, "transfer", contract, Wei(value_wei)).status
    return contract


def run(chain: Chain, user: int, to: Address | None, data: bytes = b"", **fields: Any) -> Receipt:
    """Send a transaction in a block of its own."""
    found = chain.send(user, to, fields.pop("value_wei", 0), data, **fields)
    chain.block()
    return chain.receipt(found)


def test_a_wallet_moves_coins_by_the_token() -> None:
    """The sender pays value and fee, the receiver has the value, and the log is the standard's."""
    chain = Chain()
    before = chain.balance_wei(USERS[0]), chain.balance_wei(USERS[1])
    receipt = chain.call(0, Token, "transfer", USERS[1], Wei(COIN_WEI))
    fee_wei = receipt.gas_used * receipt.effective_gas_price_wei
    assert before[0] - COIN_WEI - fee_wei == chain.balance_wei(USERS[0])
    assert before[1] + COIN_WEI == chain.balance_wei(USERS[1])
    assert chain.view(Token, "balance_of", USERS[1]) == chain.balance_wei(USERS[1])
    topics, data = encode_event(Transfer(USERS[0], USERS[1], Wei(COIN_WEI)))
    (log,) = transfers(receipt)
    assert topics == [int.from_bytes(topic, "big") for topic in log.topics]
    assert (data, log) == (log.data, receipt.logs[-1])


def test_a_plain_payment_leaves_no_transfer_and_to_a_module_it_is_refused() -> None:
    """Value without a call is no token's business; a module takes none without a call."""
    chain = Chain()
    assert () == run(chain, 0, USERS[1], value_wei=5, gas=21_000).logs
    for module in (Token, Staking, Governance):
        before_wei = chain.balance_wei(module.address)
        assert 0 == run(chain, 0, module.address, value_wei=5).status
        assert before_wei == chain.balance_wei(module.address)


def test_a_contract_holds_and_spends_coins_by_the_token() -> None:
    """A router is paid, pays on, approves and is drawn from, without a `receive` of its own."""
    chain = Chain()
    runtime = use("transfer", HEIR, Wei(3)) + use("approve", USERS[1], Wei(4)) + bytecode.STOP
    router = deployed(chain, runtime, 10)
    assert 10 == chain.balance_wei(router)
    assert 2 == len(transfers(run(chain, 0, router)))
    assert (7, 3) == (chain.balance_wei(router), chain.balance_wei(HEIR))
    assert 1 == chain.call(1, Token, "transfer_from", router, HEIR, Wei(4)).status
    assert (3, 7) == (chain.balance_wei(router), chain.balance_wei(HEIR))
    assert 0 == chain.call(1, Token, "transfer_from", router, HEIR, Wei(1)).status


def test_an_inner_revert_takes_the_tokens_doings_back() -> None:
    """GHSA-mjfq-3qr2-6g84: what a native module did in a call that reverts is undone with it."""
    chain = Chain()
    doings = use("transfer", HEIR, Wei(3)) + use("approve", USERS[1], Wei(4))
    inner = deployed(chain, doings + bytecode.revert(), 10)
    outer = deployed(chain, bytecode.call(inner) + use("transfer", HEIR, Wei(1)), 5)
    receipt = run(chain, 0, outer)
    assert 1 == receipt.status
    assert 1 == len(transfers(receipt))
    assert (10, 4, 1) == tuple(chain.balance_wei(who) for who in (inner, outer, HEIR))
    assert 0 == chain.view(Token, "allowance", inner, USERS[1])


def test_a_refused_transfer_lets_its_caller_go_on() -> None:
    """A contract that asks for too much catches the refusal; nothing of the call is left."""
    chain = Chain()
    runtime = use("transfer", HEIR, Wei(11)) + use("transfer", HEIR, Wei(2))
    contract = deployed(chain, runtime, 10)
    assert 1 == len(transfers(run(chain, 0, contract)))
    assert (8, 2) == (chain.balance_wei(contract), chain.balance_wei(HEIR))
    strict = bytecode.call_or_revert(Token.address, data_of("transfer", HEIR, Wei(9)))
    assert 0 == run(chain, 0, deployed(chain, strict, 8)).status
    assert 1 == run(chain, 0, deployed(chain, strict, 9)).status


def test_value_and_token_are_one_balance_within_a_call() -> None:
    """cosmos/evm#185: coins sent as value are spent by the token at once, and none twice."""
    chain = Chain()
    spend = use("transfer", HEIR, Wei(7)) + bytecode.call(HEIR, value_wei=7)
    contract = deployed(chain, spend)
    run(chain, 0, contract, value_wei=10)
    assert (3, 7) == (chain.balance_wei(contract), chain.balance_wei(HEIR))
    run(chain, 0, contract, value_wei=11)
    assert (0, 21) == (chain.balance_wei(contract), chain.balance_wei(HEIR))


@pytest.mark.parametrize("heir", [HEIR, None])
def test_a_destroyed_contract_leaves_no_coins_behind_twice(heir: Address | None) -> None:
    """
    cosmos/evm#185: what it gave away by the token is gone before it dies.

    What the token brings to it after its death, in the same transaction, is burned with it.
    """
    chain = Chain()
    supply_wei = chain.total_wei()
    child = use("transfer", USERS[5], Wei(4)) + bytecode.die(heir)
    late = bytecode.call_about_child(Token.address, data_of("transfer", HEIR, Wei(6)), at=4)
    before_wei = chain.balance_wei(USERS[5])
    nonce = chain.pool.next_nonce(USERS[0])
    parent = compute_contract_address(USERS[0], nonce)
    receipt = run(chain, 0, None, bytecode.create(child, 10) + late, value_wei=20)
    assert (1, 2) == (receipt.status, len(transfers(receipt)))
    assert before_wei + 4 == chain.balance_wei(USERS[5])
    assert (0 if heir is None else 6) == chain.balance_wei(HEIR)
    dead = compute_contract_address(parent, 1)
    assert (4, 0) == (chain.balance_wei(parent), chain.balance_wei(dead))
    made_wei = chain.view(Mint, "minted") - chain.view(Mint, "burned")
    assert supply_wei + made_wei == chain.total_wei() == chain.view(Token, "total_supply")


def test_delegatecall_and_static_calls_move_nothing() -> None:
    """No contract speaks to the token in another's name, and a static call does not write."""
    chain = Chain()
    data = data_of("transfer", HEIR, Wei(1))
    for instruction in (b"\xf4", b"\xfa"):  # DELEGATECALL, STATICCALL
        arguments = bytecode.push(0) * 2 + bytecode.push(len(data)) + bytecode.push(0)
        target = bytecode.push(bytes(Token.address)) + bytecode.push(200_000)
        code = bytecode.stored(data) + arguments + target + instruction
        contract = deployed(chain, code, 10)
        run(chain, 0, contract)
        assert (10, 0) == (chain.balance_wei(contract), chain.balance_wei(HEIR))


def test_the_senders_own_gas_is_out_of_the_tokens_reach() -> None:
    """Gas is paid before the call: who moves all that is left still pays the fee."""
    chain = Chain()
    everything = chain.balance_wei(USERS[0]) - 200_000 * 10 * 10**9
    receipt = run(chain, 0, Token.address, data_of("transfer", HEIR, everything), gas=200_000)
    assert 1 == receipt.status
    assert everything == chain.balance_wei(HEIR)
    receipt = run(chain, 1, Token.address, data_of("transfer", HEIR, chain.balance_wei(USERS[1])))
    assert 0 == receipt.status


def test_block_goes_on_when_a_sender_was_emptied_before_its_turn() -> None:
    """
    A waiting sender whose coins another takes cannot pay: it is dropped, and others go in.

    With the token the pool's look at a balance may be stale, even within one block.
    """
    chain = Chain()
    chain.call(0, Token, "approve", USERS[1], Wei(2**256 - 1))
    waiting = [chain.send(0, HEIR, 1, gas=21_000) for _ in range(3)]
    left_wei = 10**6  # not enough for anything
    take = (USERS[0], HEIR, Wei(chain.balance_wei(USERS[0]) - left_wei))
    fees = {"max_fee_per_gas_wei": 100 * 10**9, "max_priority_fee_per_gas_wei": 50 * 10**9}
    taking = chain.send(1, Token.address, 0, data_of("transfer_from", *take), **fees)
    other = chain.send(2, HEIR, 1, gas=21_000)
    assert [taking, other] == [t.hash for t in chain.block().block.transactions]
    assert left_wei == chain.balance_wei(USERS[0])
    assert 0 == len(chain.pool)
    assert all(chain.pool.get(item) is None for item in waiting)
    assert () == chain.block().block.transactions


def test_another_node_makes_the_same_of_such_a_block() -> None:
    """The block that left the emptied sender out is valid and has the same state elsewhere."""
    chain, other = Chain(), Chain()
    chain.call(0, Token, "approve", USERS[1], Wei(2**256 - 1))
    chain.send(0, HEIR, 1, gas=21_000)
    take = (USERS[0], HEIR, Wei(chain.balance_wei(USERS[0]) - 1))
    fees = {"max_fee_per_gas_wei": 100 * 10**9, "max_priority_fee_per_gas_wei": 50 * 10**9}
    chain.send(1, Token.address, 0, data_of("transfer_from", *take), **fees)
    chain.block()
    other.follow(chain)
    assert chain.head.header.hash == other.head.header.hash


def test_a_signed_payment_needs_no_coins_of_the_carrier_but_gas() -> None:
    """EIP-3009 on the chain's own clock and id, carried by a stranger."""
    chain = Chain()
    values = (USERS[3], HEIR, Wei(COIN_WEI), 0, 2**40, b"\x07" * 32)
    word = signed(USER_KEYS[3], "TransferWithAuthorization", *values)
    receipt = chain.call(4, Token, "transfer_with_signature", *values, word)
    assert (1, 2) == (receipt.status, len(transfers(receipt)))
    assert COIN_WEI == chain.balance_wei(HEIR)
    assert chain.view(Token, "authorization_state", USERS[3], b"\x07" * 32) is True


def test_the_fee_reaches_the_validator_who_is_paid_by_the_token_too() -> None:
    """The proposer's own account may be the receiver: tip and value both arrive."""
    chain = Chain()
    before_wei = chain.balance_wei(VALIDATOR)
    receipt = chain.call(0, Token, "transfer", VALIDATOR, Wei(5))
    tip_wei = receipt.gas_used * 10**9
    assert before_wei + 5 + tip_wei == chain.balance_wei(VALIDATOR)
