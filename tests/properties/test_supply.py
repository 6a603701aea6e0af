"""Coins come from nowhere and go nowhere unseen, whatever contracts do with them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.module import method_named
from chain.types.primitives import ZERO_ADDRESS, Address
from chain.vm.transaction import compute_contract_address
from modules.mint.module import Mint
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.chain.stage import COIN_WEI, USERS, VALIDATOR, Chain, genesis_data

SELF_HEIR, SENDER_HEIR = b"\x30\xff", b"\x33\xff"  # SELFDESTRUCT in favour of itself, of the caller


def deploying(runtime: bytes) -> bytes:
    """Init code that leaves two bytes of code behind."""
    return b"\x61" + runtime + b"\x5f\x52\x60\x02\x60\x1e\xf3"


def creating(init: bytes) -> bytes:
    """Init code that creates a child with half the value and calls it twice with three wei."""
    store = bytes((0x5F + len(init),)) + init + b"\x5f\x52"
    create = bytes((0x60, len(init), 0x60, 32 - len(init))) + b"\x60\x02\x34\x04\xf0"
    call = b"\x5f\x5f\x5f\x5f\x60\x03\x85\x5a\xf1\x50"
    return store + create + call * 2 + b"\x00"


INITS = (
    b"",
    SELF_HEIR,  # coins gone: created and destroyed in one transaction
    SENDER_HEIR,
    deploying(SELF_HEIR),
    deploying(SENDER_HEIR),
    creating(SELF_HEIR),
    creating(deploying(SELF_HEIR)),  # destroyed, then paid again before the transaction ends
    creating(deploying(SENDER_HEIR)),
    b"\x5f\x5f\xfd",  # REVERT
    b"\xfe",  # INVALID
    b"\x5b\x5f\x56",  # an endless loop
)
BURN = (Mint.address, method_named(Mint, "burn_coins").encode_call())
STAKE = (Staking.address, method_named(Staking, "delegate").encode_call(VALIDATOR))
LEAVE = (Staking.address, method_named(Staking, "undelegate").encode_call(VALIDATOR, 7))
CREATED = tuple(compute_contract_address(user, nonce) for user in USERS[:3] for nonce in range(4))
TARGETS = (ZERO_ADDRESS, VALIDATOR, USERS[0], Treasury.address, Address(b"\x03".rjust(20, b"\0")))

steps = st.tuples(
    st.integers(0, 2),  # who
    st.one_of(
        st.sampled_from(INITS).map(lambda init: (None, init)),
        st.sampled_from((BURN, STAKE, LEAVE)),
        st.sampled_from((*CREATED, *TARGETS)).map(lambda to: (to, b"")),
    ),
    st.sampled_from((0, 0, 1, 7, 1_001, COIN_WEI)),  # value in wei
    st.sampled_from((60_000, 300_000, 300_000)),  # gas limit
)


@settings(max_examples=45, deadline=None)
@given(
    st.sampled_from((0, 3_333, 10_000)),
    st.lists(st.lists(steps, max_size=4), min_size=1, max_size=5),
)
def test_supply_is_the_sum_of_balances(burn_bps, blocks):
    """After every block: sum of balances == supply == genesis + minted - burned, to the wei."""
    chain = Chain(data=genesis_data(treasury={"params": {"base_fee_burn_bps": burn_bps}}))
    genesis_wei = chain.total_wei()
    for block in blocks:
        for user, (to, data), value_wei, gas in block:
            chain.send(user, to, value_wei, data, gas=gas)
        waiting = len(chain.pool)
        assert waiting == len([t for t in chain.block().block.transactions if t.gas_limit])
        minted_wei, burned_wei = chain.view(Mint, "minted"), chain.view(Mint, "burned")
        assert genesis_wei == chain.view(Mint, "genesis_supply")
        assert genesis_wei + minted_wei - burned_wei == chain.view(Mint, "supply")
        assert chain.view(Mint, "supply") == chain.total_wei()


def test_coins_of_a_destroyed_contract_are_counted_as_burned():
    """A contract that destroys itself in its own favour as it is created burns what it was sent."""
    for init, burned_wei in ((SELF_HEIR, 1_000), (creating(deploying(SELF_HEIR)), 506), (b"", 0)):
        chain = Chain(data=genesis_data(treasury={"params": {"base_fee_burn_bps": 0}}))
        chain.send(0, None, 1_000, init, gas=500_000)
        assert 1 == chain.block().receipts[0].status
        assert burned_wei == chain.view(Mint, "burned")
        assert chain.total_wei() == chain.view(Mint, "supply")
