"""
Random programs and transactions, here and on stock py-evm: everything has to agree.

Stock py-evm has its own account database, journal, tries and transaction path; only the
instructions are the same. So gas, logs, status and the state root judge all that is ours.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import pytest
from eth.vm.forks.prague import PragueVM
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from chain.codec import address_of, sign_authorization, sign_transaction
from chain.types.primitives import ZERO_HASH, Address, Gas, Height, Seconds, Wei
from chain.types.transaction import AccessEntry, Transaction, TransactionType
from chain.validation import check_transaction
from chain.vm.machine import Machine
from chain.vm.transaction import apply_transaction
from chain.vm.world import BlockEnvironment, World
from tests.chain.vm.ground import on_deep_stack
from tests.chain.vm.stock import stock_state
from tests.ethereum.state_case import PreState, compute_root

CHAIN_ID = 31_337
BASE_FEE_WEI = 7
MACHINE = Machine()
KEY, AUTHORITY_KEY = b"\x11" * 32, b"\x22" * 32
SENDER, AUTHORITY = address_of(KEY), address_of(AUTHORITY_KEY)
CONTRACTS = [bytes(19) + bytes((0xC0 + i,)) for i in range(3)]
POOR, NOBODY, COINBASE = bytes(19) + b"\xb0", bytes(19) + b"\xb1", bytes(19) + b"\xbc"
# Identity and SHA-256 stand for all precompiles; RIPEMD-160 has an exception of its own.
PRECOMPILES = [bytes(19) + bytes((i,)) for i in (2, 3, 4)]
TARGETS = [*CONTRACTS, SENDER, AUTHORITY, POOR, NOBODY, COINBASE, *PRECOMPILES]


@dataclass(frozen=True)
class Scene:
    """A state and the transactions sent to it."""

    codes: list[bytes]
    transactions: list[Transaction]


def push(value: int) -> bytes:
    """PUSH of the shortest form."""
    body = value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big")
    return bytes((0x5F + len(body),)) + body


numbers = st.one_of(
    st.integers(0, 3), st.sampled_from([31, 32, 33, 255, 2**64, 2**255, 2**256 - 1])
)
targets = st.sampled_from(TARGETS).map(lambda address: int.from_bytes(address, "big"))
slots = st.integers(0, 2)
small = st.integers(0, 70)
store = slots.map(lambda slot: push(slot) + b"\x55")


def sequence(*parts: Any) -> st.SearchStrategy[bytes]:
    """Concatenate instructions, constants or drawn."""
    drawn = [st.just(part) if isinstance(part, bytes) else part for part in parts]
    return st.tuples(*drawn).map(b"".join)


def pushed(values: Any) -> st.SearchStrategy[bytes]:
    """PUSH of a drawn number."""
    return values.map(push)  # type: ignore[no-any-return]


def opcode(*values: int) -> st.SearchStrategy[bytes]:
    """One of some instructions."""
    return st.sampled_from([bytes((value,)) for value in values])


call_gas = st.sampled_from([0, 100, 2_300, 5_000, 30_000, 2**63])
memory = sequence(pushed(small), pushed(small), pushed(small), pushed(small))
init_codes = st.sampled_from(
    [
        bytes.fromhex("00"),
        bytes.fromhex("60016000556001600160005b00"),
        bytes.fromhex("60006000fd"),
        bytes.fromhex("fe"),
        bytes.fromhex("33ff"),  # destroys itself in favour of its creator
        bytes.fromhex("30ff"),  # destroys itself in favour of itself
        bytes.fromhex("60ff60005360016000f3"),  # leaves code 0xff
        bytes.fromhex("60ef60005360016000f3"),  # leaves code 0xef, refused by EIP-3541
    ]
)
creation = init_codes.flatmap(
    lambda code: sequence(
        push(int.from_bytes(code.ljust(32, b"\0"), "big")) + b"\x5f\x52",
        st.sampled_from(
            [
                push(len(code)) + b"\x5f" + push(1) + b"\xf0",
                push(len(code)) + b"\x5f\x5f\xf0",
                push(7) + push(len(code)) + b"\x5f\x5f\xf5",
                push(7) + push(len(code)) + b"\x5f" + push(2) + b"\xf5",
            ]
        ),
        store,
    )
)
snippets = st.one_of(
    sequence(pushed(numbers), pushed(numbers), opcode(1, 2, 3, 4, 5, 6, 7, 10, 11, 16, 26), store),
    sequence(pushed(numbers), store),
    sequence(pushed(slots), b"\x54", store),
    sequence(pushed(numbers), pushed(slots), b"\x5d"),
    sequence(pushed(slots), b"\x5c", store),
    sequence(pushed(targets), opcode(0x31, 0x3B, 0x3F), store),
    sequence(
        opcode(0x30, 0x32, 0x33, 0x34, 0x3A, 0x3D, 0x41, 0x42, 0x43, 0x44, 0x46, 0x47, 0x48, 0x5A),
        store,
    ),
    sequence(pushed(st.integers(0, 12)), b"\x40", store),
    sequence(pushed(numbers), pushed(numbers), pushed(small), pushed(small), b"\xa2"),
    sequence(pushed(small), pushed(small), b"\x20", store),
    sequence(memory, pushed(st.integers(0, 3)), pushed(targets), pushed(call_gas), b"\xf1", store),
    sequence(memory, pushed(st.integers(0, 1)), pushed(targets), pushed(call_gas), b"\xf2", store),
    sequence(memory, pushed(targets), pushed(call_gas), opcode(0xF4, 0xFA), store),
    sequence(pushed(small), pushed(st.integers(0, 3)), pushed(small), b"\x3e"),
    creation,
    sequence(pushed(targets), b"\xff"),
    sequence(pushed(small), pushed(small), opcode(0xF3, 0xFD)),
    opcode(0x00, 0xFE, 0x50),
)
programs = st.lists(snippets, max_size=8).map(b"".join)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Draw three contracts and up to three transactions."""
    codes = [draw(programs) for _ in CONTRACTS]
    transactions = [draw(transaction(nonce)) for nonce in range(draw(st.integers(1, 3)))]
    return Scene(codes, transactions)


@st.composite
def transaction(draw: st.DrawFn, nonce: int) -> Transaction:
    """Draw one valid transaction of any type that this chain carries."""
    kind = draw(st.sampled_from([0, 1, 2, 4]))
    to: bytes | None = draw(st.sampled_from(TARGETS))
    data = draw(st.binary(max_size=40))
    if kind != 4 and draw(st.integers(0, 4)) == 0:
        to, data = None, draw(st.one_of(programs, init_codes))
    entries = [
        AccessEntry(Address(address), (0, 1)) for address in draw(st.sets(st.sampled_from(TARGETS)))
    ]
    fee = draw(st.integers(BASE_FEE_WEI, 20))
    return sign_transaction(
        KEY,
        chain_id=CHAIN_ID,
        nonce=nonce,
        gas_limit=draw(st.sampled_from([150_000, 250_000, 1_000_000])),
        to=to,
        max_fee_per_gas_wei=fee,
        max_priority_fee_per_gas_wei=fee if kind < 2 else draw(st.integers(0, fee)),
        value_wei=draw(st.integers(0, 3)),
        data=data,
        type=TransactionType(kind),
        access_list=entries if kind else (),
        authorizations=[draw(authorization)] if kind == 4 else (),
    )


authorization = st.builds(
    lambda chain_id, address, nonce: sign_authorization(
        AUTHORITY_KEY, chain_id=chain_id, address=address, nonce=nonce
    ),
    st.sampled_from([0, CHAIN_ID, CHAIN_ID + 1]),
    st.sampled_from([*CONTRACTS, NOBODY, bytes(20), PRECOMPILES[0]]),
    st.integers(0, 2),
)


def prestate(scene: Scene) -> dict[str, Any]:
    """Describe the state as the public test files do."""
    accounts: dict[str, Any] = {
        "0x" + SENDER.hex(): account(balance=10**18),
        "0x" + POOR.hex(): account(balance=1),
    }
    for address, code in zip(CONTRACTS, scene.codes, strict=True):
        fields = account(balance=5, nonce=1, code=code)
        fields["storage"] = {"0x1": "0x9"}
        accounts["0x" + address.hex()] = fields
    return accounts


def account(balance: int, nonce: int = 0, code: bytes = b"") -> dict[str, Any]:
    """Describe one account."""
    return {"nonce": hex(nonce), "balance": hex(balance), "code": "0x" + code.hex(), "storage": {}}


def run_here(scene: Scene) -> tuple[list[Any], bytes]:
    """Run on this chain's world; return (status, gas, logs) of each transaction and the root."""
    pre = PreState(prestate(scene))
    world = World(pre)
    environment = BlockEnvironment(
        height=Height(10),
        timestamp_s=Seconds(1_000),
        coinbase=Address(COINBASE),
        gas_limit=Gas(30_000_000),
        base_fee_per_gas_wei=Wei(BASE_FEE_WEI),
        chain_id=CHAIN_ID,
        ancestor_hash=lambda height: ZERO_HASH,
    )
    outcomes = []
    base_fees_wei = 0
    for entry in scene.transactions:
        outcome = apply_transaction(world, check_transaction(entry, CHAIN_ID), environment, MACHINE)
        logs = [(log.address, log.topics, log.data) for log in outcome.logs]
        outcomes.append((outcome.status, outcome.gas_used, logs))
        base_fees_wei += outcome.base_fee_wei
    change_wei = world.balance_change_since(0)
    assert -world.burned_wei - base_fees_wei == change_wei
    return outcomes, compute_root(pre, world.diff())


def run_stock(scene: Scene) -> tuple[list[Any], bytes]:
    """Run on stock py-evm."""
    state = stock_state(
        prestate(scene),
        COINBASE,
        timestamp=1_000,
        block_number=10,
        gas_limit=30_000_000,
        chain_id=CHAIN_ID,
        base_fee_per_gas=BASE_FEE_WEI,
    )
    state.persist()
    outcomes = []
    for entry in scene.transactions:
        decoded = PragueVM.get_transaction_builder().decode(entry.raw)
        computation = state.apply_transaction(decoded)
        receipt = PragueVM.make_receipt(header(), decoded, computation, state)
        logs = [
            (address, tuple(topic.to_bytes(32, "big") for topic in topics), data)
            for address, topics, data in computation.get_log_entries()
        ]
        outcomes.append((int(computation.is_success), receipt.gas_used, logs))
        state.lock_changes()
    state.persist()
    return outcomes, state.state_root


def header() -> Any:
    """Return a header for py-evm's receipt builder, which reads the gas used so far from it."""

    class Header:
        gas_used = 0

    return Header


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(scene=scenes())
def test_random_transactions_end_as_on_stock_py_evm(scene: Scene) -> None:
    """Status, gas, logs, state root and the sum of all coins agree with stock py-evm."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = on_deep_stack(lambda: run_stock(scene))
    actual = on_deep_stack(lambda: run_here(scene))
    event(f"statuses {[outcome[0] for outcome in actual[0]]}")
    assert expected[0] == actual[0]
    assert expected[1] == actual[1]
