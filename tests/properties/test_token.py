"""One book: whatever mixes value, the token, reverts and destruction, coins add up to the wei."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.module import method_named
from chain.types.primitives import Address, Wei
from chain.vm.transaction import compute_contract_address
from modules.mint.module import Mint
from modules.token.module import Token
from tests.chain.stage import USERS, Chain, genesis_data
from tests.modules.token import bytecode

RICH = Address(b"\x66" * 20)  # nobody's account, paid by whatever runs
CREATED = tuple(compute_contract_address(user, nonce) for user in USERS[:3] for nonce in range(4))
TARGETS = (*USERS[:3], *CREATED[:6], RICH, Token.address, Mint.address)
AMOUNTS = st.sampled_from((1, 2, 3, 7, 50, 0, 101, 10**30))


def data_of(name: str, *values: Any) -> bytes:
    """Return call data for the token."""
    return method_named(Token, name).encode_call(*values)


def token(data: bytes) -> bytes:
    """Return the bytecode that calls the token."""
    return bytecode.call(Token.address, data)


to_child = st.builds(
    lambda value: bytecode.call_about_child(Token.address, data_of("transfer", RICH, value), 4),
    AMOUNTS,
)
steps = st.one_of(
    st.builds(
        lambda to, value: token(data_of("transfer", to, Wei(value))),
        st.sampled_from(TARGETS),
        AMOUNTS,
    ),
    st.builds(
        lambda owner, to, value: token(data_of("transfer_from", owner, to, Wei(value))),
        st.sampled_from(TARGETS),
        st.sampled_from(TARGETS),
        AMOUNTS,
    ),
    st.builds(
        lambda spender, value: token(data_of("approve", spender, Wei(value))),
        st.sampled_from(TARGETS),
        AMOUNTS,
    ),
    st.builds(
        lambda to, value: bytecode.call(to, value_wei=value), st.sampled_from(TARGETS), AMOUNTS
    ),
    st.builds(lambda value: bytecode.call_child(value_wei=value), AMOUNTS),
    to_child,
)
endings = st.sampled_from(
    (
        b"",
        b"",
        b"",
        bytecode.die(None),
        bytecode.die(RICH),
        bytecode.die(USERS[1]),
        bytecode.revert(),
    )
)
leaves = st.builds(
    lambda parts, end: b"".join(parts) + end, st.lists(steps, min_size=1, max_size=4), endings
)


def parents(children: Any) -> Any:
    """Contracts that create others, in code that runs at once or later."""
    made = st.builds(
        lambda init, is_kept, value: bytecode.create(
            bytecode.deploying(init) if is_kept else init, value
        ),
        children,
        st.booleans(),
        AMOUNTS,
    )
    body = st.lists(st.one_of(steps, made, steps), min_size=2, max_size=5)
    return st.builds(lambda parts, end: b"".join(parts) + end, body, endings)


programs = st.recursive(leaves, parents, max_leaves=4).filter(lambda code: len(code) < 5_000)
transactions = st.tuples(
    st.integers(0, 2),
    st.one_of(
        programs.map(lambda code: (None, code)),
        programs.map(lambda code: (None, code)),
        programs.map(lambda code: (None, bytecode.deploying(code))),
        st.sampled_from(TARGETS).map(lambda to: (to, b"")),
        st.builds(
            lambda to, value: (Token.address, data_of("transfer", to, Wei(value))),
            st.sampled_from(TARGETS),
            AMOUNTS,
        ),
        st.sampled_from(CREATED).map(
            lambda spender: (Token.address, data_of("approve", spender, Wei(60)))
        ),
    ),
    st.sampled_from((102, 0, 7, 102)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(transactions, min_size=2, max_size=5), min_size=2, max_size=4))
def test_balances_are_one_book_whatever_runs(blocks: list[list[Any]]) -> None:
    """
    cosmos/evm#185: after every block the sum of balances is the supply, and no view disagrees.

    The chain itself compares balances with what was minted and burned, so that a coin too many
    stops it here, in the block that made it.
    """
    chain = Chain(data=genesis_data(treasury={"params": {"base_fee_burn_bps": 0}}))
    for block in blocks:
        for user, (to, data), value_wei in block:
            chain.send(user, to, value_wei, data, gas=2_000_000)
        chain.block()
        assert 0 == len(chain.pool)
        supply_wei = chain.view(Token, "total_supply")
        assert supply_wei == chain.view(Mint, "supply") == chain.total_wei()
        for account in TARGETS:
            assert chain.balance_wei(account) == chain.view(Token, "balance_of", account)
        assert 0 == chain.balance_wei(Token.address) + chain.balance_wei(Mint.address)
