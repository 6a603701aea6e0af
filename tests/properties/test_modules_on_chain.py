"""All modules under random calls in real transactions: books balance and nobody is paused."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.execution import environment_of
from chain.kit.abi import AbiType, EnumType, ListType, TupleType
from chain.kit.assembly import check_invariants, own
from chain.kit.module import Method, Module, methods_of
from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_ADDRESS, Address
from chain.vm.precompile import WorldHost
from chain.vm.world import World
from modules import MODULES
from modules.governance.module import Governance
from modules.governance.records import Option, ParameterChange, WeightedOption
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import Prices, Referrer, RevenueSplit
from modules.rewards.module import Rewards
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.chain.stage import (
    COIN_WEI,
    GENESIS_S,
    USERS,
    VALIDATOR,
    Chain,
    genesis_data,
)
from tests.properties import data_deals, deals
from tests.properties.data_deals import (
    accusing,
    annotating,
    keeping,
    offering,
    revoking,
    taking,
)
from tests.properties.deals import (
    dealing,
    ending,
    enlisting,
    leasing,
    leaving,
    objecting,
    opening,
    sealing,
    serving,
)

PEOPLE = (*USERS[:4], VALIDATOR, ZERO_ADDRESS, Staking.address, Address(b"\xff" * 20))
MODELS = ("guild/a", "guild/b", "x", "", "Not A Name", "é" * 40)
NUMBERS = (0, 1, 2, 3, 250, 5_000, 10_000, 86_400, COIN_WEI, GENESIS_S + 90_000)
EDGES = (0, 1, 2**16 - 1, 2**32 - 1, 2**64 - 1, 2**128, 2**256 - 1)
TEXTS = (*MODELS, "treasury.base_fee_burn_bps", "staking", "t" * 200, "\0", "日本語 " * 99)
GOVERNANCE = {
    "deposit_wei_min": str(COIN_WEI),
    "deposit_period_s": 20,
    "voting_period_s": 10,
    "timelock_s": 5,
    "execution_grace_s": 60,
    "epoch_blocks": 4,
    "guardian": "0x" + USERS[3].hex(),
}
SECTIONS = {
    "governance": {"params": GOVERNANCE},
    "staking": {
        "params": {"unbonding_s": 30, "unbonding_entries_max": 2},
        "validators": [
            {"validator": "0x" + who.hex(), "stake_wei": str(stake * COIN_WEI), "moniker": name}
            for who, stake, name in ((VALIDATOR, 1_000, "one"), (USERS[9], 300, "two"))
        ],
    },
    "model_fees": {"params": {"price_notice_s": 5}},
    **deals.SECTIONS,
    **data_deals.SECTIONS,
}


def argument(kind: AbiType) -> st.SearchStrategy[Any]:
    """Values of a type: mostly ones that mean something here, sometimes its edges."""
    if isinstance(kind, TupleType):
        return st.builds(kind.python, *map(argument, kind.members))
    if isinstance(kind, ListType):
        return st.lists(argument(kind.element), max_size=3).map(tuple)
    if isinstance(kind, EnumType):
        return st.sampled_from(kind.python)
    if kind.name.startswith("uint"):
        end = 1 << int(kind.name[4:])
        fitting = [number for number in (*NUMBERS, *NUMBERS, *EDGES) if number < end]
        return st.sampled_from(fitting)
    if kind.name == "address":
        return st.sampled_from(PEOPLE)
    if kind.name == "bool":
        return st.booleans()
    if kind.name == "bytes32":
        return st.sampled_from((bytes(32), b"gpu".ljust(32, b"\0"), b"\xff" * 32))
    return st.sampled_from(TEXTS) if kind.name == "string" else st.binary(max_size=40)


CALLS = tuple((module, method) for module in MODULES for method in methods_of(module).values())
users = st.integers(0, 2)
values = st.sampled_from((0, 0, 0, 1, COIN_WEI, 5 * COIN_WEI))
SPLIT = RevenueSplit(USERS[5], 6_000, 3_000, 1_000)


@st.composite
def anything(draw: st.DrawFn) -> tuple[type[Module], Method, tuple[Any, ...], int]:
    """Any method of any module with any arguments and value."""
    module, method = draw(st.sampled_from(CALLS))
    arguments = tuple(draw(argument(kind)) for kind in method.inputs.values())
    return module, method, arguments, draw(values)


def plausible(module: type[Module], name: str, *arguments: Any, value_wei: int = 0):
    """A call that often succeeds."""
    method = next(m for m in methods_of(module).values() if m.name == name)
    return st.tuples(
        st.just(module),
        st.just(method),
        st.tuples(*(a if isinstance(a, st.SearchStrategy) else st.just(a) for a in arguments)),
        st.just(value_wei),
    )


models, numbers = st.sampled_from(MODELS[:2]), st.integers(1, 2)
prices = st.builds(Prices, st.sampled_from((0, 1, 10**12)), st.sampled_from((1, 10**13)))
seconds = st.sampled_from([GENESIS_S + ahead for ahead in (20, 50, 100, 10**6)])
validators = st.sampled_from((VALIDATOR, USERS[9], USERS[0]))
amounts = st.sampled_from((1, COIN_WEI // 3, COIN_WEI))
referrers = st.sampled_from(((), (Referrer(USERS[6], 10_000),)))
halves = (WeightedOption(Option.YES, 7_500), WeightedOption(Option.NO, 2_500))
changes = st.sampled_from(
    (
        (ParameterChange("model_fees.protocol_fee_bps", 250, 300),),
        (ParameterChange("treasury.base_fee_burn_bps", 5_000, 4_000),),
        (ParameterChange("staking.validators_max", 100, 99),),
        (ParameterChange("governance.quorum_bps", 3_340, 3_000),),
    )
)
NAMED = (
    plausible(Staking, "delegate", validators, value_wei=2 * COIN_WEI),
    plausible(Staking, "delegate", VALIDATOR, value_wei=2_000 * COIN_WEI),
    plausible(Staking, "edit_validator", "w"),
    plausible(Staking, "set_commission", 120),
    plausible(Staking, "undelegate", validators, amounts),
    plausible(Staking, "redelegate", validators, validators, amounts),
    plausible(Staking, "create_validator", "v", 100, 500, 50, value_wei=3 * COIN_WEI),
    plausible(ModelFees, "register_model", models, "ipfs://", prices, SPLIT),
    plausible(ModelFees, "activate_model", models),
    plausible(ModelFees, "deprecate_model", models),
    plausible(ModelFees, "retire_model", models),
    plausible(ModelFees, "schedule_split", models, SPLIT, seconds),
    plausible(ModelFees, "cancel_scheduled", models),
    plausible(ModelFees, "schedule_prices", models, prices, seconds),
    plausible(ModelFees, "pay_for_use", models, 7, 9, 2**255, referrers, value_wei=COIN_WEI),
    plausible(Governance, "submit_parameters", "T", "s", changes, value_wei=COIN_WEI),
    plausible(Governance, "submit_spend", "T", "", USERS[7], 1, value_wei=COIN_WEI),
    plausible(Governance, "submit_text", "T", "", value_wei=COIN_WEI // 2),
    plausible(Governance, "deposit", numbers, value_wei=COIN_WEI),
    plausible(Governance, "submit_cancel", "T", "", numbers, value_wei=COIN_WEI),
    plausible(Governance, "vote", numbers, st.sampled_from((Option.YES, *Option))),
    plausible(Governance, "vote_weighted", numbers, halves),
    plausible(Governance, "cancel", numbers),
    plausible(Treasury, "fund", value_wei=COIN_WEI),
    plausible(Mint, "burn_coins", value_wei=3),
    plausible(Rewards, "withdraw", validators),
    plausible(Rewards, "withdraw_all", 0, 64),
    plausible(Rewards, "set_withdraw_address", st.sampled_from(USERS[:2])),
)
orders, jury_votes = st.integers(1, 3), st.sampled_from((0, 10_000))
evidence = st.binary(min_size=32, max_size=32)
DEALS = (  # what belongs together is said in one breath, or nobody would come far
    st.builds(dealing, orders, st.sampled_from((Level.NONE, Level.REQUESTER, Level.AUDIT))),
    st.builds(leasing, orders),
    st.builds(ending, orders),
    st.builds(objecting, orders),
    st.builds(sealing, orders, st.integers(0, 1), jury_votes),
    st.builds(opening, orders, jury_votes),
    st.builds(enlisting, orders),
    st.builds(serving, orders, orders),
    st.builds(leaving, orders),
    st.builds(offering, orders),
    st.builds(taking, orders, orders),
    st.builds(taking, orders, orders),
    st.builds(keeping, orders),
    st.builds(revoking, orders, evidence),
    st.builds(accusing, orders, evidence),
    st.builds(annotating, orders),
)
steps = st.tuples(users, st.one_of(*NAMED, *NAMED, anything(), anything(), anything()))
breaths = st.one_of(st.lists(steps, max_size=6), st.lists(steps, max_size=6), *DEALS)
blocks = st.tuples(st.sampled_from((1, 1, 1, 2, 6, 12, 40, 90_000)), breaths)


class Books:
    """A chain whose every block is checked by a second node and by every invariant and audit."""

    def __init__(self) -> None:
        data = genesis_data(**SECTIONS)
        self.chain, self.checker = Chain(data=data), Chain(data=data)

    def block(self, seconds: int, calls: list[Any]) -> None:
        """Put calls into transactions, make the block, look at everything."""
        chain = self.chain
        sent = [
            chain.send(user, module.address, value_wei, method.encode_call(*arguments))
            for user, (module, method, arguments, value_wei) in calls
        ]
        block_id, payload = chain.propose(seconds)
        certificate = chain.certify(block_id)
        self.checker.app.validate(chain.head.header.height + 1, block_id, payload)
        for node in (chain, self.checker):
            node.app.commit(certificate)
        assert [None] * len(sent) == [None for tx_hash in sent if chain.receipt(tx_hash)]
        assert not len(chain.pool), "a transaction was dropped or left behind"
        self.check()

    def check(self) -> None:
        """No module is paused, every invariant and audit holds, the supply adds up."""
        chain = self.chain
        world = World(chain.ledger.state())
        header = chain.head.header
        world.enter_block(environment_of(chain.rules, header, chain.ledger.block_hash))
        host = WorldHost(world, chain.assembly.wires)
        for module in MODULES:
            assert not own(module, host).is_paused, f"{module.name} is paused"
            assert check_invariants(module, host, with_audits=True) is None, module.name
        assert chain.total_wei() == chain.view(Mint, "supply")


def say(user: int, name: str, *arguments: Any, value_wei: int = 0) -> tuple[Any, ...]:
    """A user's call by name."""
    module, method = next((m, n) for m, n in CALLS if n.name == name and not n.is_view)
    return user, (module, method, arguments, value_wei)


BEGINNING = (
    say(0, "delegate", VALIDATOR, value_wei=2_000 * COIN_WEI),
    say(1, "register_model", "guild/a", "ipfs://", Prices(1, 10**13), SPLIT),
    say(1, "activate_model", "guild/a"),
    *deals.entering(),
    *(said for number in (1, 2, 3) for said in offering(number)),
)


@settings(
    max_examples=14,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(blocks, min_size=6, max_size=12))
def test_random_calls_keep_every_book(plan):
    """After each block of random calls all invariants and audits hold, and two nodes agree."""
    books = Books()
    books.block(1, list(BEGINNING))
    for pause_s, calls in plan:
        books.block(pause_s, calls)
    books.block(60, [])


def test_the_whole_story_keeps_every_book():
    """Stake, model, proposal, votes, execution, payment at the new fee: checked at every block."""
    books = Books()
    chain = books.chain
    change = ParameterChange("model_fees.protocol_fee_bps", 250, 300)
    books.block(1, list(BEGINNING))
    books.block(1, [say(2, "submit_parameters", "Fee", "", (change,), value_wei=COIN_WEI)])
    books.block(1, [say(0, "vote", 1, Option.YES)])
    pay = ("pay_for_use", "guild/a", 0, 10, 10**14, ())
    for fee_bps in (250, 300):
        before_wei = chain.view(ModelFees, "usage", "guild/a").treasury_wei
        books.block(1, [say(3, *pay, value_wei=COIN_WEI)])
        paid_wei = chain.view(ModelFees, "usage", "guild/a").treasury_wei - before_wei
        assert 10**14 * fee_bps // 10_000 == paid_wei
        for _ in range(20):
            books.block(1, [])
    assert 300 == chain.view(ModelFees, "params").protocol_fee_bps
