"""Identity in real blocks, through the EVM, with gas: a vote, a credential, a market, the past."""

from typing import Any

from chain.kit.abi import decode_sequence
from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo
from chain.kit.module import Module, method_named
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds, Wei
from chain.vm.precompile import WorldHost
from chain.vm.world import World
from modules.compute.module import Compute
from modules.compute.records import Capacity, Kind, Offer, OrderTerms
from modules.governance.module import Governance
from modules.governance.records import Option, Status
from modules.identity.module import Identity
from modules.identity.records import Claim, PolicyTerms
from modules.staking.module import Staking
from tests.chain.stage import USERS, VALIDATOR, Chain, environment_of, genesis_data
from tests.modules.identity.scene import JAPAN, KYC, salted

COIN = 10**18
FAST = {
    "deposit_wei_min": str(COIN),
    "deposit_period_s": 10,
    "voting_period_s": 6,
    "timelock_s": 2,
}
ISSUER, SUBJECT, REQUESTER = 4, 5, 6  # users
CLASS = Hash32(b"\xc1" * 32)


def data_of(module: type[Module], name: str, *values: Any) -> bytes:
    """Return call data."""
    method = method_named(module, name)
    assert method is not None
    return method.encode_call(*values)


def decree(found: Chain, module: type[Module], name: str, *values: Any) -> None:
    """Let a proposal pass that makes a call."""
    data = data_of(module, name, *values)
    submit = ("Call", "", module.name, data)
    assert 1 == found.call(1, Governance, "submit_call", *submit, value_wei=COIN).status
    number = found.view(Governance, "proposal_count")
    assert 1 == found.call(2, Governance, "vote", number, Option.YES).status
    for _ in range(9):
        found.block()
    assert Status.EXECUTED == found.view(Governance, "proposal", number).status


def chain() -> Chain:
    """Return a chain with an issuer that a vote made, and a subject."""
    params = {"issuer_bond_wei": str(COIN)}
    found = Chain(data=genesis_data(governance={"params": FAST}, identity={"params": params}))
    found.call(2, Staking, "delegate", VALIDATOR, value_wei=2_000 * COIN)
    decree(found, Identity, "propose_issuer", USERS[ISSUER], (KYC,), "ipfs://rules")
    assert 1 == found.call(ISSUER, Identity, "bond_issuer", 1, value_wei=COIN).status
    cost_wei = found.view(Identity, "registration_cost")
    assert 1 == found.call(SUBJECT, Identity, "register", value_wei=cost_wei).status
    return found


def issue(found: Chain) -> int:
    """Issue a credential of the subject's for an hour; return its number."""
    now_s = found.head.header.timestamp_s
    claim = Claim(1, KYC, salted("x"), JAPAN, now_s, Seconds(now_s + 3_600), 0)
    assert 1 == found.call(ISSUER, Identity, "issue", claim).status
    number: int = found.view(Identity, "credential_total")
    return number


def view_at(found: Chain, height: int, name: str, *values: Any) -> Any:
    """Return what a view of identity said at a height, as `eth_call` at that height does."""
    method = method_named(Identity, name)
    assert method is not None and method.output is not None
    world, block = World(found.ledger.state(height)), found.ledger.block(Height(height))
    assert block is not None
    world.enter_block(environment_of(found.rules, block.header, found.ledger.block_hash))
    host = WorldHost(world, found.assembly.wires)
    raw = dispatch(Identity, host, CallInfo(Address(b"\0" * 20)), method.encode_call(*values))
    return decode_sequence([method.output], raw)[0]


def test_a_credential_opens_a_market_and_its_end_closes_it() -> None:
    """A provider is refused, attested, admitted, revoked, refused again; the past stays told."""
    found = chain()
    policy_fee_wei = found.view(Identity, "params").policy_fee_wei
    values = (PolicyTerms(all_of=(KYC,)), USERS[REQUESTER])
    made = found.call(REQUESTER, Identity, "create_policy", *values, value_wei=policy_fee_wei)
    assert 1 == made.status
    declared = ("https://gpu.example", (), (Capacity(CLASS, 4),))
    found.call(SUBJECT, Compute, "register_provider", *declared, value_wei=10 * COIN)
    terms = OrderTerms(
        kind=Kind.LEASE,
        capacity_class=CLASS,
        price_max_wei=Wei(10**12),
        ttl_blocks=Height(1_000),
        reclaim_blocks=Height(3_600),
        provider_policy=1,
    )
    assert 1 == found.call(REQUESTER, Compute, "open_order", terms, value_wei=COIN).status
    offer = Offer(price_wei=Wei(10**12), reclaim_blocks=Height(3_600))
    assert 0 == found.call(SUBJECT, Compute, "place_bid", 1, offer).status
    closed_at = found.head.header.height
    number = issue(found)
    assert 1 == found.call(SUBJECT, Compute, "place_bid", 1, offer).status
    open_at = found.head.header.height
    assert 1 == found.call(ISSUER, Identity, "revoke", number).status
    assert 0 == found.call(SUBJECT, Compute, "place_bid", 1, offer).status
    assert 0 == found.call(REQUESTER, Compute, "accept_bid", 1, 1).status
    answers = [
        view_at(found, height, "can", USERS[SUBJECT], 1).is_admitted
        for height in (closed_at, open_at, found.head.header.height)
    ]
    assert [False, True, False] == answers


def test_the_log_has_an_entry_for_each_final_change() -> None:
    """I5 in real blocks: what failed left none, whatever gas it had."""
    found = chain()
    before = found.view(Identity, "audit_total", Identity.address)
    assert 1 == found.call(SUBJECT, Identity, "change_attribute", 1, KYC, salted("a")).status
    assert 0 == found.call(REQUESTER, Identity, "deactivate", 1).status
    assert 0 == found.call(REQUESTER, Identity, "remove_issuer", 1, Bps(0), KYC).status
    data = data_of(Identity, "change_attribute", 1, KYC, salted("b"))
    seen = set()
    for gas in range(30_000, 130_000, 5_000):
        tx_hash = found.send(SUBJECT, Identity.address, 0, data, gas=gas)
        found.block()
        seen.add(found.receipt(tx_hash).status)
        before += found.receipt(tx_hash).status
        assert before + 1 == found.view(Identity, "audit_total", Identity.address)
    assert {0, 1} == seen
