"""The modules in real blocks, through the EVM, with gas: the story, thin gas, and random calls."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.kit.assembly import own
from chain.kit.module import Module, method_named
from chain.types.primitives import Address, Bps, Wei
from chain.vm.precompile import WorldHost
from chain.vm.world import World
from modules import MODULES
from modules.beacon.module import Beacon
from modules.governance.module import Governance
from modules.governance.records import Option, ParameterChange, Status
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import Prices, RevenueSplit
from modules.rewards.module import Rewards
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.chain.stage import USERS, VALIDATOR, Chain, environment_of, genesis_data

COIN = 10**18
MODEL = "guild/reader"
PRICES = Prices(Wei(10**12), Wei(3 * 10**12))
SPLIT = RevenueSplit(USERS[1], Bps(5_000), Bps(4_000), Bps(1_000))
FEE = "model_fees.protocol_fee_bps"
FAST = {
    "deposit_wei_min": str(COIN),
    "deposit_period_s": 10,
    "voting_period_s": 6,
    "timelock_s": 2,
}


def chain() -> Chain:
    """Return a chain with short periods, one model for sale and a user who has stake."""
    found = Chain(data=genesis_data(governance={"params": FAST}))
    found.call(0, ModelFees, "register_model", MODEL, "", PRICES, SPLIT)
    found.call(0, ModelFees, "activate_model", MODEL)
    found.call(2, Staking, "delegate", VALIDATOR, value_wei=2_000 * COIN)
    return found


def module_state(found: Chain, module: type[Module]) -> dict[int, int]:
    """Return everything a module has in storage."""
    return dict(found.ledger.state().storage_of(module.address))


def paused(found: Chain) -> list[str]:
    """Return the modules that an invariant stopped."""
    world = World(found.ledger.state())
    world.enter_block(environment_of(found.rules, found.head.header, found.ledger.block_hash))
    host = WorldHost(world, found.assembly.wires)
    return [module.name for module in MODULES if own(module, host).is_paused]


def test_fee_changes_by_vote_in_real_blocks() -> None:
    """The story in signed transactions: the treasury gets 2.5 %, then 3 %, to the wei."""
    found = chain()

    def fee_of_a_payment() -> int:
        """Return what one payment of 7 coins' worth brings in protocol fees."""
        before_wei = found.view(ModelFees, "usage_total").treasury_wei
        values = (MODEL, 10**6, 2 * 10**6, Wei(7 * COIN), ())
        receipt = found.call(3, ModelFees, "pay_for_use", *values, value_wei=8 * COIN)
        assert 1 == receipt.status
        after_wei: int = found.view(ModelFees, "usage_total").treasury_wei
        return after_wei - before_wei

    assert 7 * COIN * 250 // 10_000 == fee_of_a_payment()
    changes = (ParameterChange(FEE, 250, 300),)
    values = ("Raise", "", changes)
    assert 1 == found.call(1, Governance, "submit_parameters", *values, value_wei=COIN).status
    assert 1 == found.call(2, Governance, "vote", 1, Option.YES).status
    for _ in range(9):
        found.block()
    assert Status.EXECUTED == found.view(Governance, "proposal", 1).status
    assert 7 * COIN * 300 // 10_000 == fee_of_a_payment()
    assert found.total_wei() == found.view(Mint, "supply")


def test_rewards_are_earned_and_claimed_in_real_blocks() -> None:
    """Who has stake earns with every signed block, and takes it by a transaction, to the wei."""
    found, user = chain(), USERS[2]
    for _ in range(5):
        found.block(30)
    pending_wei = found.view(Rewards, "pending", user, VALIDATOR)
    assert 0 < pending_wei < found.view(Mint, "minted")
    before_wei = found.balance_wei(user)
    receipt = found.call(2, Rewards, "withdraw", VALIDATOR)
    fee_wei = receipt.gas_used * receipt.effective_gas_price_wei
    paid_wei = found.balance_wei(user) + fee_wei - before_wei
    assert 1 == receipt.status
    assert paid_wei > pending_wei  # the block that pays distributes first
    assert 0 == found.view(Rewards, "pending", user, VALIDATOR)
    assert found.total_wei() == found.view(Mint, "supply")
    assert [] == paused(found)


def test_validator_votes_by_default_in_real_blocks() -> None:
    """A delegator's stake follows its validator until it votes itself."""
    found = chain()
    found.call(1, Governance, "submit_text", "T", "", value_wei=COIN)
    assert 3_000 * COIN == found.view(Governance, "default_power", 1, VALIDATOR)
    assert 1 == found.call(2, Governance, "vote", 1, Option.NO).status
    assert 2_000 * COIN == found.view(Governance, "tally", 1).no_wei
    assert 1_000 * COIN == found.view(Governance, "default_power", 1, VALIDATOR)


def test_call_that_runs_out_of_gas_keeps_nothing() -> None:
    """However thin the gas, a payment happens whole or not at all (GHSA-mjfq-3qr2-6g84)."""
    found = chain()
    method = method_named(ModelFees, "pay_for_use")
    assert method is not None
    data = method.encode_call(MODEL, 1_000, 1_000, Wei(COIN), ())
    seen = set()
    for gas in range(30_000, 900_000, 20_000):
        state, author_wei = module_state(found, ModelFees), found.balance_wei(USERS[0])
        tx_hash = found.send(4, ModelFees.address, COIN, data, gas=gas)
        found.block()
        status = found.receipt(tx_hash).status
        seen.add(status)
        if status == 0:
            assert state == module_state(found, ModelFees)
            assert author_wei == found.balance_wei(USERS[0])
        assert 0 == found.balance_wei(ModelFees.address)
        assert found.total_wei() == found.view(Mint, "supply")
        if status == 1:
            break
    assert {0, 1} == seen


def test_claim_that_runs_out_of_gas_pays_nothing_and_forgets_nothing() -> None:
    """Rewards are paid and taken off the books together, or neither (GHSA-mjfq-3qr2-6g84)."""
    found, user = chain(), USERS[2]
    for _ in range(4):
        found.block(30)
    method = method_named(Rewards, "withdraw")
    assert method is not None
    seen = set()
    for gas in range(23_000, 140_000, 6_000):
        pending_wei = found.view(Rewards, "pending", user, VALIDATOR)
        before_wei = found.balance_wei(user)
        tx_hash = found.send(2, Rewards.address, 0, method.encode_call(VALIDATOR), gas=gas)
        found.block(30)
        receipt = found.receipt(tx_hash)
        seen.add(receipt.status)
        fee_wei = receipt.gas_used * receipt.effective_gas_price_wei
        paid_wei = found.balance_wei(user) + fee_wei - before_wei
        left_wei = found.view(Rewards, "pending", user, VALIDATOR)
        if receipt.status:
            assert paid_wei > pending_wei and left_wei == 0
            break
        assert paid_wei == 0 and left_wei > pending_wei
    assert {0, 1} == seen
    assert found.total_wei() == found.view(Mint, "supply")


def test_refused_call_leaves_modules_as_they_were() -> None:
    """A refusal costs its gas: but for issuance and links, no storage moves."""
    found = chain()
    for _ in range(4):  # elections until the new stake counts whole
        found.block()
    still = [module for module in MODULES if module not in (Beacon, Mint, Rewards)]
    before = [module_state(found, module) for module in still]
    values = ("Raise", "", (ParameterChange(FEE, 250, 2_500),))
    assert 0 == found.call(1, Governance, "submit_parameters", *values, value_wei=COIN).status
    assert 0 == found.call(1, Staking, "undelegate", VALIDATOR, Wei(1)).status
    assert 0 == found.call(1, Treasury, "spend", USERS[1], Wei(1), "mine").status
    assert before == [module_state(found, module) for module in still]
    assert 0 == found.balance_wei(Governance.address)


class ChainMachine(RuleBasedStateMachine):
    """Random transactions of random users, a block each."""

    def __init__(self) -> None:
        super().__init__()
        self.found = chain()

    def attempt(
        self, user: int, module: type[Module], name: str, *values: Any, **more: int
    ) -> None:
        """Make a call; refused or not, the block goes on."""
        self.found.call(user, module, name, *values, **more)

    @rule(user=st.integers(0, 5), read=st.integers(0, 10**6), value=st.integers(0, COIN))
    def pay(self, user: int, read: int, value: int) -> None:
        """Pay for use, perhaps too little."""
        values = (MODEL, read, 1, Wei(COIN), ())
        self.attempt(user, ModelFees, "pay_for_use", *values, value_wei=value)

    @rule(user=st.integers(0, 5), amount=st.integers(0, 9 * COIN))
    def delegate(self, user: int, amount: int) -> None:
        """Stake."""
        self.attempt(user, Staking, "delegate", VALIDATOR, value_wei=amount)

    @rule(user=st.integers(0, 5), amount=st.integers(0, 9 * COIN))
    def undelegate(self, user: int, amount: int) -> None:
        """Take stake back."""
        self.attempt(user, Staking, "undelegate", VALIDATOR, Wei(amount))

    @rule(user=st.integers(0, 5), fee=st.integers(0, 900), value=st.sampled_from([COIN // 2, COIN]))
    def propose(self, user: int, fee: int, value: int) -> None:
        """Propose another fee."""
        now = self.found.view(ModelFees, "params").protocol_fee_bps
        values = ("T", "", (ParameterChange(FEE, now, fee),))
        self.attempt(user, Governance, "submit_parameters", *values, value_wei=value)

    @rule(user=st.integers(0, 5), number=st.integers(1, 4), option=st.sampled_from(Option))
    def vote(self, user: int, number: int, option: Option) -> None:
        """Vote."""
        self.attempt(user, Governance, "vote", number, option)

    @rule(user=st.integers(0, 5), amount=st.integers(0, COIN))
    def burn(self, user: int, amount: int) -> None:
        """Burn."""
        self.attempt(user, Mint, "burn_coins", value_wei=amount)

    @rule(seconds=st.integers(1, 8))
    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.found.block(seconds)

    @invariant()
    def adds_up(self) -> None:
        """The ledger is what all accounts hold, and no invariant stopped a module."""
        assert [] == paused(self.found)
        supply = self.found.view(Mint, "supply")
        assert self.found.total_wei() == supply
        minted, burned = self.found.view(Mint, "minted"), self.found.view(Mint, "burned")
        assert supply == self.found.view(Mint, "genesis_supply") + minted - burned


TestChainMachine = ChainMachine.TestCase
TestChainMachine.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)


def test_module_addresses_are_a_promise() -> None:
    """Callers have these addresses in their contracts; a module's layout file keeps a later one."""
    found = {module.name: module.address for module in MODULES}
    expected = {
        "staking": 0x0800,
        "rewards": 0x0801,
        "bridge": 0x0802,
        "token": 0x0804,
        "governance": 0x0805,
        "slashing": 0x0806,
        "treasury": 0x0807,
        "mint": 0x0808,
        "beacon": 0x0809,
        "compute": 0x0A00,
        "verification": 0x0A01,
        "licensing": 0x0A02,
        "devices": 0x0A04,
        "model_fees": 0x0A03,
        "identity": 0x0A05,
        "analytics": 0x0A06,
    }
    promised = {name: Address(at.to_bytes(20, "big")) for name, at in expected.items()}
    assert promised == {name: found.get(name) for name in promised}
