"""genesis.json becomes the first state and any state becomes a genesis.json again."""

import copy
import json

import pytest

from chain import params
from chain.errors import Malformed
from chain.genesis import MODULE_CODE, build_genesis, export_genesis, genesis_type, parse_genesis
from chain.kit.module import method_named
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.primitives import Address
from chain.types.validators import POWER_TOTAL_MAX, VALIDATORS_MAX
from modules import MODULES, assemble
from modules.governance.module import Governance
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import Prices, RevenueSplit
from modules.staking.module import Staking
from tests.chain.stage import (
    CHAIN_ID,
    COIN_WEI,
    GENESIS_S,
    USERS,
    VALIDATOR,
    Chain,
    genesis_data,
)

TARGET = Address(b"\x77" * 20)
NOBODY = "0x" + "99" * 20


def build(data: dict):
    """The first block of a genesis file."""
    return build_genesis(parse_genesis(json.dumps(data)), assemble(), StateStore(MemoryStore()))


def with_account(address: str = NOBODY, **fields) -> dict:
    """The usual genesis with one account more."""
    data = genesis_data()
    data["accounts"][address] = fields
    return data


def test_a_file_says_what_the_chain_begins_with():
    """Every field is read; those left out have the chain's defaults."""
    data = genesis_data() | {"block_gas_max": "0x1000000", "base_fee_wei": "7"}
    genesis = parse_genesis(json.dumps(data))
    assert (CHAIN_ID, GENESIS_S, 2**24, 7) == (
        genesis.chain_id,
        genesis.time_s,
        genesis.block_gas_max,
        genesis.base_fee_wei,
    )
    assert 10_000 * COIN_WEI == genesis.accounts[USERS[0]].balance_wei
    least = parse_genesis('{"chain_id": 1}')
    assert Genesis(1, 0, 30_000_000, params.BASE_FEE_INITIAL_WEI, {}, None) == least


def test_the_first_state_holds_accounts_modules_and_system_contracts():
    """Balances, code and storage are there; modules have nonce and code."""
    account = {"balance_wei": "5", "nonce": 3, "code": "0x6001", "storage": {"0x2": "0x7"}}
    data = with_account(**account)
    chain = Chain(data=data)
    state = chain.ledger.state()
    found = state.account(Address(b"\x99" * 20))
    assert (5, 3, b"\x60\x01", 7) == (
        found.balance_wei,
        found.nonce,
        state.code(found.code_hash),
        state.storage(Address(b"\x99" * 20), 2),
    )
    for module in MODULES:
        account = state.account(module.address)
        assert (1, MODULE_CODE) == (account.nonce, state.code(account.code_hash))
    for address, code in (
        (params.BEACON_ROOTS_ADDRESS, params.BEACON_ROOTS_CODE),
        (params.HISTORY_STORAGE_ADDRESS, params.HISTORY_STORAGE_CODE),
    ):
        assert code == state.code(state.account(address).code_hash)
    header = chain.head.header
    assert (0, GENESIS_S, chain.ledger.validators(1).hash) == (
        header.height,
        header.timestamp_s,
        header.extra_data,
    )
    assert chain.total_wei() == chain.view(Mint, "supply") == chain.view(Mint, "genesis_supply")


def test_the_order_of_accounts_does_not_count():
    """Two files with the same content in another order begin the same chain."""
    data = genesis_data()
    turned = data | {"accounts": dict(reversed(data["accounts"].items()))}
    assert build(data).header == build(turned).header


def test_an_account_of_nothing_is_no_account():
    """Naming an address without giving it anything leaves no trace in the state (EIP-161)."""
    expected = build(genesis_data()).header
    assert expected == build(with_account()).header
    assert expected == build(with_account(balance_wei=0, nonce=0, code="0x", storage={})).header


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"chain_id": None}, "chain_id: a whole number"),
        ({"chain_id": 0}, "chain_id: 1 to"),
        ({"chain_id": 2**63}, "chain_id: 1 to"),
        ({"chain_id": 2**64}, "chain_id: uint64 expected"),
        ({"time_s": -1}, "time_s: a whole number"),
        ({"time_s": 1_700_000_000_000}, "time_s: Unix seconds up to 4294967295 expected"),
        ({"time_s": 1.5}, "time_s: a whole number"),
        ({"block_gas_max": 4_999}, "block_gas_max: at least 5000"),
        ({"base_fee_wei": "ten"}, "base_fee_wei: a whole number"),
        ({"gas": 1}, "unknown field 'gas', known: accounts, base_fee_wei"),
        ({"accounts": []}, "accounts: an object expected"),
        ({"accounts": {"0x12": {}}}, "accounts: 0x and 40 hex digits"),
        ({"accounts": {NOBODY: {"balance": 1}}}, "balance_wei, nonce, code, storage expected"),
        ({"accounts": {NOBODY: 5}}, "balance_wei, nonce, code, storage expected"),
        ({"accounts": {NOBODY: {"nonce": 2**64}}}, r"accounts\.0x99.*nonce: uint64"),
        ({"accounts": {NOBODY: {"code": "6001"}}}, "code: 0x and hex digits"),
        ({"accounts": {NOBODY: {"storage": [1]}}}, "storage: an object"),
        ({"accounts": {NOBODY: {"nonce": 1, "storage": {"x": 1}}}}, "storage: a whole number"),
        ({"accounts": {NOBODY: {"nonce": 1, "storage": {"1": "y"}}}}, r"storage\.1: a whole"),
        ({"accounts": {NOBODY: {"storage": {"1": 1}}}}, "storage of an account without"),
        ({"accounts": {NOBODY: {"nonce": 1, "storage": {"1": 1, "0x1": 2}}}}, "0x1' stands there"),
        ({"accounts": {NOBODY: {}, NOBODY.replace("99", "99"): {}, "0x" + "aA" * 20: {},
                       "0x" + "aa" * 20: {}}}, "0xaaaa.* stands there twice"),
        ({"accounts": {NOBODY: {"balance_wei": 2**256 - 1}, "0x" + "98" * 20: {"balance_wei": 1}}},
         "coins below"),
        ({"modules": [1]}, "modules: an object expected"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_by_the_field(change, says):
    """What was expected and found is said for the field that is wrong."""
    with pytest.raises(Malformed, match=says):
        parse_genesis(json.dumps(genesis_data() | change))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "JSON expected"),
        ("{", "JSON expected"),
        ("[]", "an object expected"),
        ("5", "an object expected"),
        ("{}", "chain_id is missing"),
        ('{"chain_id": ' + "1" * 5_000 + "}", "JSON expected"),
        ("[" * 100_000, "JSON expected"),
        ('{"chain_id": 1, "chain_id": 2}', "'chain_id' stands twice"),
        (f'{{"chain_id": 1, "accounts": {{"{NOBODY}": {{}}, "{NOBODY}": {{}}}}}}', "stands twice"),
        (b'{"chain_id": 1, "x\xff": 2}', "JSON expected"),
    ],
)
def test_what_is_no_genesis_is_refused(text, says):
    """Bytes that are no JSON object, and fields that stand twice, are refused."""
    with pytest.raises(Malformed, match=says):
        parse_genesis(text)


@pytest.mark.parametrize(
    ("modules", "says"),
    [
        ({"stakes": {}}, "unknown module 'stakes', known: staking, "),
        ({"staking": {}, "beacon": {}}, "names no validator"),
        ({"staking": {}}, "a validator of staking's section expected"),
        ({"staking": {"validator": []}}, "unknown field 'validator'"),
        ({"staking": {"validators": [{"validator": NOBODY}]}}, "missing stake_wei"),
        ({"treasury": {"params": {"base_fee_burn_bps": 10_001}}}, "base_fee_burn_bps: 0 to 10000"),
        ({"treasury": {"params": {"base_fee_burn_bps": 65_536}}}, "base_fee_burn_bps: uint16"),
    ],
)
def test_a_module_s_section_is_checked(modules, says):
    """Unknown modules, fields and values outside their bounds stop the chain before it begins."""
    data = genesis_data()
    with pytest.raises(Malformed, match=says):
        build(data | {"modules": data["modules"] | modules})


def test_stake_beyond_what_votes_can_count_is_capped():
    """Stake that would overflow the rotation gives no more power than a set can hold of one."""
    data = genesis_data()
    data["modules"]["staking"]["validators"][0]["stake_wei"] = str(2**62 * COIN_WEI)
    validators = build(data).validators
    assert POWER_TOTAL_MAX // VALIDATORS_MAX == validators.total_power


@pytest.mark.parametrize("address", [Mint.address, params.BEACON_ROOTS_ADDRESS])
@pytest.mark.parametrize("fields", [{"nonce": 1}, {"code": "0x00"}])
def test_the_places_of_modules_are_taken(address, fields):
    """An account of the file may give a module coins, and nothing that would be its state."""
    text = "0x" + address.hex()
    with pytest.raises(Malformed, match="balance_wei only expected"):
        build(with_account(text, balance_wei=1, **fields))
    with pytest.raises(Malformed, match="balance_wei only expected"):
        build(with_account(text, balance_wei=1, storage={"1": 1}))
    chain = Chain(data=with_account(text, balance_wei=5))
    assert (5, chain.total_wei()) == (chain.balance_wei(address), chain.view(Mint, "supply"))


def busy_chain() -> Chain:
    """A chain with contracts, stake, a model, a proposal and a delegation to code."""
    chain = Chain()
    store = b"\x60\x2a\x60\x07\x55\x60\x01\x5f\x53\x60\x01\x5f\xf3"  # slot 7 := 42, code 0x01
    chain.send(0, None, 5, store, gas=200_000)
    chain.send(1, TARGET, 9, gas=21_000)
    chain.block()
    chain.call(2, Staking, "delegate", VALIDATOR, value_wei=3 * COIN_WEI)
    chain.call(2, Staking, "undelegate", VALIDATOR, COIN_WEI)
    split = RevenueSplit(USERS[5], 5_000, 4_000, 1_000)
    chain.call(3, ModelFees, "register_model", "a/b", "ipfs://é" * 9, Prices(1, 2), split)
    chain.call(4, Governance, "submit_text", "A title", "words " * 30, value_wei=100 * COIN_WEI)
    return chain


def exported(chain: Chain) -> dict:
    """The newest state as a genesis file."""
    data = export_genesis(chain.ledger.state(), chain.head.header, CHAIN_ID)
    return json.loads(json.dumps(data))


def test_an_exported_state_begins_the_same_state():
    """Export, import and export again: same root, same file; the new chain goes on."""
    chain = busy_chain()
    data = exported(chain)
    first = build(data)
    assert chain.head.header.state_root == first.header.state_root
    again = Chain(data=data)
    assert data == exported(again)
    assert (chain.head.header.timestamp_s, chain.head.header.base_fee_per_gas_wei) == (
        again.head.header.timestamp_s,
        again.head.header.base_fee_per_gas_wei,
    )
    assert chain.view(Staking, "power_of", USERS[2]) == again.view(Staking, "power_of", USERS[2])
    assert 1 == again.call(2, Staking, "undelegate", VALIDATOR, COIN_WEI).status
    assert again.total_wei() == again.view(Mint, "supply")
    for module in MODULES:
        assert method_named(module, "params") is None or again.view(module, "params")


def test_one_wei_more_is_another_state():
    """The root of the first state depends on every balance."""
    chain = busy_chain()
    data = exported(chain)
    other = copy.deepcopy(data)
    other["accounts"]["0x" + TARGET.hex()]["balance_wei"] = "10"
    assert build(data).header.state_root != build(other).header.state_root


def test_every_module_has_a_section():
    """A module's part of the file is a record that it declares, and may be left out."""
    for module in MODULES:
        assert genesis_type(module).name.startswith("(")
    assert GenesisAccount() == GenesisAccount(0, 0, b"", {})
