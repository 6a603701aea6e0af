"""
genesis.json to the first state, and a state back to genesis.json.

    genesis.json --parse--> Genesis --build--> state diff and header of block 0
    state at a height --export--> genesis.json whose first state has the same root

The file is JSON: numbers in decimal, amounts in wei as text, addresses and bytes in hex.
"""

import json
from dataclasses import dataclass
from typing import Any

import orjson

from chain import params
from chain.codec import seal_header
from chain.errors import Malformed
from chain.kit.abi import AbiType, AddressType, BytesType, UintType, abi_type, hints_of
from chain.kit.assembly import Assembly, own
from chain.kit.module import Module
from chain.kit.text import from_json, shorten
from chain.store.state import PreparedState, StateStore, ViewReader
from chain.types.account import Account
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.header import Header
from chain.types.primitives import (
    EMPTY_TRIE_ROOT,
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Seconds,
    Wei,
)
from chain.types.validators import InvalidValidatorSet, Validator, ValidatorSet
from chain.vm.precompile import WorldHost
from chain.vm.world import BlockEnvironment, World

GENESIS_BYTES_MAX = 1 << 30  # 1 GiB of JSON
CHAIN_ID_MAX = 2**63 - 1
TIME_S_MAX = 2**32 - 1  # in 2106; deadlines are kept in 32 bits, so milliseconds are refused here
BLOCK_GAS_MAX = Gas(30_000_000)  # 30 million gas, unless genesis says otherwise
MODULE_CODE = b"\xfe"  # INVALID: what a module's account holds instead of bytecode
MODULE_NONCE = 1  # with nonce and code the account is never empty, so EIP-161 cannot sweep it

_U64, _U256, _BYTES, _ADDRESS = UintType(64), UintType(256), BytesType(), AddressType()


@dataclass(frozen=True)
class FirstBlock:
    """Block 0: its header, its state, and who decides block 1; one turn on they decide block 2."""

    header: Header
    prepared: PreparedState
    validators: ValidatorSet


class _Nothing:
    """The state before the first one."""

    def account(self, address: Address) -> Account | None:
        """There is none."""
        return None

    def storage(self, address: Address, slot: int) -> int:
        """Every word is zero."""
        return 0

    def code(self, code_hash: Hash32) -> bytes:
        """No account names any code."""
        raise AssertionError(f"code {code_hash.hex()} of an empty state was asked for")


def parse_genesis(text: bytes | str) -> Genesis:
    """Read a genesis file; raises Malformed with the field, what was expected and found."""
    if len(text) > GENESIS_BYTES_MAX:
        raise Malformed(f"genesis of at most {GENESIS_BYTES_MAX} bytes expected: {len(text)}")
    try:
        orjson.loads(text)  # bounds the depth, which json does by the stack of the thread
        data = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as cause:
        raise Malformed(f"genesis: JSON expected: {cause}") from cause
    if not isinstance(data, dict):
        raise Malformed(f"genesis: an object expected, found {shorten(data)}")
    known = {"chain_id", "time_s", "block_gas_max", "base_fee_wei", "accounts", "modules"}
    unknown = sorted(set(data) - known)
    if unknown:
        raise Malformed(f"genesis: unknown field {unknown[0]!r}, known: {', '.join(sorted(known))}")
    chain_id = _get(data, "chain_id", _U64)
    block_gas_max = _get(data, "block_gas_max", _U64, BLOCK_GAS_MAX)
    if not 0 < chain_id <= CHAIN_ID_MAX:
        raise Malformed(f"chain_id: 1 to {CHAIN_ID_MAX} expected, found {chain_id}")
    time_s = _get(data, "time_s", _U64, 0)
    if time_s > TIME_S_MAX:
        raise Malformed(f"time_s: Unix seconds up to {TIME_S_MAX} expected, found {time_s}")
    if block_gas_max < params.GAS_LIMIT_MIN:
        raise Malformed(f"block_gas_max: at least {params.GAS_LIMIT_MIN} expected: {block_gas_max}")
    return Genesis(
        chain_id=chain_id,
        time_s=Seconds(time_s),
        block_gas_max=Gas(block_gas_max),
        base_fee_wei=Wei(_get(data, "base_fee_wei", _U256, params.BASE_FEE_INITIAL_WEI)),
        accounts=_parse_accounts(data.get("accounts", {})),
        modules=_parse_modules(data),
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys are named once: readers differ on which of two counts."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Malformed(f"genesis: field {shorten(name)} stands twice in one object")
        found[name] = value
    return found


def _get(data: dict[str, Any], name: str, kind: AbiType, default: Any = None) -> Any:
    if name not in data and default is not None:
        return default
    if name not in data:
        raise Malformed(f"genesis: {name} is missing")
    return from_json(kind, data[name], name)


def _parse_accounts(data: Any) -> dict[Address, GenesisAccount]:
    if not isinstance(data, dict):
        raise Malformed(f"accounts: an object expected, found {shorten(data)}")
    accounts: dict[Address, GenesisAccount] = {}
    for text, fields in data.items():
        address = from_json(_ADDRESS, text, "accounts")
        if address in accounts:
            raise Malformed(f"accounts: {text} stands there twice")
        accounts[address] = _parse_account(text, fields)
    total_wei = sum(account.balance_wei for account in accounts.values())
    if total_wei > params.UINT256_MAX:
        raise Malformed(f"accounts: coins below 2**256 wei in all expected, found {total_wei}")
    return accounts


def _parse_account(address: str, data: Any) -> GenesisAccount:
    where = f"accounts.{address}"
    if not isinstance(data, dict) or set(data) - {"balance_wei", "nonce", "code", "storage"}:
        raise Malformed(f"{where}: balance_wei, nonce, code, storage expected: {shorten(data)}")
    account = GenesisAccount(
        balance_wei=from_json(_U256, data.get("balance_wei", 0), f"{where}.balance_wei"),
        nonce=from_json(_U64, data.get("nonce", 0), f"{where}.nonce"),
        code=from_json(_BYTES, data.get("code", "0x"), f"{where}.code"),
        storage=_parse_storage(data.get("storage", {}), f"{where}.storage"),
    )
    if account.storage and not (account.balance_wei or account.nonce or account.code):
        raise Malformed(f"{where}: storage of an account without balance_wei, nonce and code")
    return account


def _parse_storage(data: Any, where: str) -> dict[int, int]:
    if not isinstance(data, dict):
        raise Malformed(f"{where}: an object expected, found {shorten(data)}")
    storage: dict[int, int] = {}
    for text, word in data.items():
        slot = from_json(_U256, text, where)
        if slot in storage:
            raise Malformed(f"{where}: slot {shorten(text)} stands there twice")
        storage[slot] = from_json(_U256, word, f"{where}.{text}")
    return storage


def _parse_modules(data: dict[str, Any]) -> dict[str, Any] | None:
    modules = data.get("modules")
    if modules is not None and not isinstance(modules, dict):
        raise Malformed(f"modules: an object expected, found {shorten(modules)}")
    return modules


def build_genesis(genesis: Genesis, assembly: Assembly, states: StateStore) -> FirstBlock:
    """
    Compute the first state and the header of block 0.

    Coins of `accounts`, and those a module's section brings, are the genesis supply. Raises
    Malformed where a module's section is wrong or no validator comes out of it.
    """
    world = World(_Nothing())
    world.enter_block(_environment(genesis))
    world.begin_transaction({})
    for address in sorted(genesis.accounts):
        _put_account(world, address, genesis.accounts[address])
    if genesis.modules is not None:
        _check_reserved(genesis, assembly)
        _deploy_system_contracts(world)
        _run_modules(genesis.modules, assembly, WorldHost(world, assembly.wires))
    world.take_logs()
    validators = _first_validators(assembly, WorldHost(world, assembly.wires))
    prepared = states.prepare(Height(0), world.diff())
    return FirstBlock(_header(genesis, prepared.state_root, validators), prepared, validators)


def _environment(genesis: Genesis) -> BlockEnvironment:
    return BlockEnvironment(
        height=Height(0),
        timestamp_s=genesis.time_s,
        coinbase=ZERO_ADDRESS,
        gas_limit=genesis.block_gas_max,
        base_fee_per_gas_wei=genesis.base_fee_wei,
        chain_id=genesis.chain_id,
    )


def _put_account(world: World, address: Address, account: GenesisAccount) -> None:
    if account == GenesisAccount():
        return  # an account of nothing is no account (EIP-161)
    world.mint(address, account.balance_wei)
    if account.nonce:
        world.set_nonce(address, account.nonce)
    if account.code:
        world.set_code(address, account.code)
    for slot in sorted(account.storage):
        world.set_storage(address, slot, account.storage[slot])


def _check_reserved(genesis: Genesis, assembly: Assembly) -> None:
    """Where modules and system contracts are put, genesis may have left coins and nothing else."""
    reserved = {params.BEACON_ROOTS_ADDRESS, params.HISTORY_STORAGE_ADDRESS, *assembly.by_address}
    for address in sorted(reserved & set(genesis.accounts)):
        account = genesis.accounts[address]
        if account.nonce or account.code or account.storage:
            raise Malformed(f"accounts.0x{address.hex()}: balance_wei only expected at a module")


def _deploy_system_contracts(world: World) -> None:
    """The contracts that Prague calls at the start of a block (EIP-4788, EIP-2935)."""
    for address, code in (
        (params.BEACON_ROOTS_ADDRESS, params.BEACON_ROOTS_CODE),
        (params.HISTORY_STORAGE_ADDRESS, params.HISTORY_STORAGE_CODE),
    ):
        world.set_nonce(address, 1)
        world.set_code(address, code)


def _run_modules(sections: dict[str, Any], assembly: Assembly, host: WorldHost) -> None:
    names = [module.name for module in assembly.modules]
    unknown = sorted(set(sections) - set(names))
    if unknown:
        raise Malformed(f"modules: unknown module {unknown[0]!r}, known: {', '.join(names)}")
    for module in assembly.modules:
        host.world.set_nonce(module.address, MODULE_NONCE)
        host.world.set_code(module.address, MODULE_CODE)
    for module in assembly.modules:
        state = from_json(genesis_type(module), sections.get(module.name, {}), module.name)
        own(module, host).genesis(state)  # type: ignore[attr-defined]


def genesis_type(module: type[Module]) -> AbiType:
    """Return the record that a module's section of the genesis file decodes to."""
    return abi_type(hints_of(module.genesis)["state"])  # type: ignore[attr-defined]


def _first_validators(assembly: Assembly, host: WorldHost) -> ValidatorSet:
    powers = assembly.roles.validators(host)
    if not powers:
        raise Malformed("genesis names no validator: give staking at least one with enough stake")
    members = tuple(Validator(entry.validator, entry.power) for entry in powers)
    try:
        return ValidatorSet(members)
    except InvalidValidatorSet as cause:
        raise Malformed(f"genesis: the validators: {cause}") from cause


def _header(genesis: Genesis, state_root: Hash32, validators: ValidatorSet) -> Header:
    return seal_header(
        Header(
            parent_hash=ZERO_HASH,
            coinbase=ZERO_ADDRESS,
            state_root=state_root,
            transactions_root=EMPTY_TRIE_ROOT,
            receipts_root=EMPTY_TRIE_ROOT,
            logs_bloom=bytes(256),
            height=Height(0),
            gas_limit=genesis.block_gas_max,
            gas_used=Gas(0),
            timestamp_s=genesis.time_s,
            extra_data=validators.hash,
            mix_hash=ZERO_HASH,
            base_fee_per_gas_wei=genesis.base_fee_wei,
            parent_beacon_block_root=ZERO_HASH,
            hash=ZERO_HASH,
        )
    )


def export_genesis(reader: ViewReader, header: Header, chain_id: int) -> dict[str, Any]:
    """Return a genesis file, as JSON data, whose first state has this state's root."""
    accounts = {}
    for address, account in reader.accounts():
        fields: dict[str, Any] = {"balance_wei": str(account.balance_wei)}
        if account.nonce:
            fields["nonce"] = account.nonce
        code = reader.code(account.code_hash)
        if code:
            fields["code"] = "0x" + code.hex()
        storage = {hex(slot): hex(word) for slot, word in reader.storage_of(address)}
        if storage:
            fields["storage"] = storage
        accounts["0x" + address.hex()] = fields
    return {
        "chain_id": chain_id,
        "time_s": header.timestamp_s,
        "block_gas_max": header.gas_limit,
        "base_fee_wei": str(header.base_fee_per_gas_wei),
        "accounts": accounts,
    }
