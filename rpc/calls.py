"""
Calls as clients write them, and their way into the machine.

    JSON --CallRequest.decode--> CallRequest --Simulator--> chain.vm.call --> output, or an error

Module queries and eth_call meet here, so their answers cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from chain.types.primitives import (
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Nonce,
    Seconds,
    Wei,
)
from chain.types.primitives import Height as BlockHeight
from chain.types.state import StateReader
from chain.types.transaction import AccessEntry, Authorization
from chain.vm import call as machine_call
from chain.vm.alteration import alter
from chain.vm.call import AccountOverride, CallMessage, CallResult, ExecutionFailed
from chain.vm.errors import EXECUTION_REVERTED
from chain.vm.world import BlockEnvironment, Watch
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.errors import CallFailed, InvalidParams, Reverted, describe
from rpc.lookup import BlockId, Lookup
from rpc.methods import ADDRESS_SCHEMA, DATA_SCHEMA, HASH_SCHEMA, QUANTITY_SCHEMA, Schema
from rpc.refusals import RefusalNames
from rpc.shapes import data, parse_address, parse_data, parse_fixed, parse_quantity
from rpc.watch import watch_for
from rpc.work import LongWork

ACCESS_ENTRIES_MAX: Final = 10_000  # lines of the access list of one call
AUTHORIZATIONS_MAX: Final = 1_000  # EIP-7702 authorizations in one call
OVERRIDDEN_ACCOUNTS_MAX: Final = 1_000  # accounts in the state overrides of one call
OVERRIDDEN_SLOTS_MAX: Final = 100_000  # storage slots of one overridden account


@dataclass(frozen=True, slots=True)
class Prices:
    """What a caller offers, in wei per gas, as far as it says."""

    gas_price_wei: int | None = None
    fee_cap_wei: int | None = None
    tip_wei: int | None = None


@dataclass(frozen=True, slots=True)
class CallRequest:
    """A transaction-like object; what is missing is None, unknown keys were ignored."""

    message: CallMessage
    chain_id: int | None
    prices: Prices = Prices()

    SCHEMA: ClassVar[Schema] = {
        "title": "call",
        "type": "object",
        "properties": {
            "from": ADDRESS_SCHEMA,
            "to": {"oneOf": [ADDRESS_SCHEMA, {"type": "null"}]},
            "gas": QUANTITY_SCHEMA,
            "gasPrice": QUANTITY_SCHEMA,
            "maxFeePerGas": QUANTITY_SCHEMA,
            "maxPriorityFeePerGas": QUANTITY_SCHEMA,
            "value": QUANTITY_SCHEMA,
            "nonce": QUANTITY_SCHEMA,
            "input": DATA_SCHEMA,
            "data": DATA_SCHEMA,
            "chainId": QUANTITY_SCHEMA,
            "accessList": {"type": "array", "items": {"type": "object"}},
            "authorizationList": {"type": "array", "items": {"type": "object"}},
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "CallRequest":
        """Read the object; raises Malformed."""
        fields = _Fields(value, "call")
        prices = _decode_prices(fields)
        fee_wei, tip_wei = _offer(prices)
        gas, nonce = fields.quantity("gas", 64), fields.quantity("nonce", 64)
        sender = fields.read("from", parse_address)
        message = CallMessage(
            sender=ZERO_ADDRESS if sender is None else sender,
            to=fields.read("to", parse_address),
            data=_decode_input(fields),
            value_wei=Wei(fields.quantity("value") or 0),
            gas_limit=None if gas is None else Gas(gas),
            max_fee_per_gas_wei=Wei(fee_wei),
            max_priority_fee_per_gas_wei=Wei(tip_wei),
            nonce=None if nonce is None else Nonce(nonce),
            access_list=fields.read("accessList", _decode_access_list) or (),
            authorizations=fields.read("authorizationList", _decode_authorizations) or (),
        )
        return cls(message, fields.quantity("chainId"), prices)


class _Fields:
    """An object's fields, read one by one; a null is as good as missing."""

    def __init__(self, value: Any, what: str) -> None:
        if not isinstance(value, dict):
            raise Malformed(f"{what} object expected, found {describe(value)}")
        self._value = value

    def read(self, name: str, parse: Any) -> Any:
        """Return the parsed field, None where it is missing."""
        found = self._value.get(name)
        if found is None:
            return None
        try:
            return parse(found)
        except Malformed as cause:
            raise Malformed(f"{name}: {cause}") from cause

    def quantity(self, name: str, bits: int = 256) -> int | None:
        """Return a number, None where it is missing."""
        found = self.read(name, lambda value: parse_quantity(value, bits))
        return None if found is None else int(found)


def _decode_input(fields: _Fields) -> bytes:
    """Some clients send `data`, some `input`, some both."""
    given, older = fields.read("input", parse_data), fields.read("data", parse_data)
    if given is not None and older is not None and given != older:
        raise Malformed(
            'both "data" and "input" are set and not equal. '
            'Please use "input" to pass transaction call data'
        )
    found: bytes = given if given is not None else older or b""
    return found


def _decode_prices(fields: _Fields) -> Prices:
    price = fields.quantity("gasPrice")
    fee, tip = fields.quantity("maxFeePerGas"), fields.quantity("maxPriorityFeePerGas")
    if price is not None and (fee is not None or tip is not None):
        raise Malformed("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified")
    if fee is not None and tip is not None and fee < tip:
        raise Malformed(f"maxFeePerGas ({fee}) < maxPriorityFeePerGas ({tip})")
    return Prices(price, fee, tip)


def _offer(prices: Prices) -> tuple[int, int]:
    """Return (fee cap, tip) of a call; who offers nothing calls for free."""
    if prices.gas_price_wei is not None:
        return prices.gas_price_wei, prices.gas_price_wei
    fee_wei = prices.fee_cap_wei or 0
    return fee_wei, min(prices.tip_wei or 0, fee_wei)


def _decode_access_list(value: Any) -> tuple[AccessEntry, ...]:
    entries = []
    for item in _bounded_list(value, ACCESS_ENTRIES_MAX):
        fields = _Fields(item, "access list entry")
        address = fields.read("address", parse_address)
        if address is None:
            raise Malformed("address is missing")
        entries.append(AccessEntry(address, fields.read("storageKeys", _decode_keys) or ()))
    return tuple(entries)


def _decode_keys(value: Any) -> tuple[int, ...]:
    return tuple(_word(key) for key in _bounded_list(value, ACCESS_ENTRIES_MAX))


def _decode_authorizations(value: Any) -> tuple[Authorization, ...]:
    entries = []
    for item in _bounded_list(value, AUTHORIZATIONS_MAX):
        fields = _Fields(item, "authorization")
        address = fields.read("address", parse_address)
        names = ("chainId", "nonce", "yParity", "r", "s")
        numbers = {name: fields.quantity(name) for name in names}
        missing = [name for name in names if numbers[name] is None]
        if address is None or missing:
            raise Malformed(f"{(missing or ['address'])[0]} is missing")
        entries.append(
            Authorization(
                chain_id=numbers["chainId"] or 0,
                address=address,
                nonce=Nonce(numbers["nonce"] or 0),
                y_parity=numbers["yParity"] or 0,
                r=numbers["r"] or 0,
                s=numbers["s"] or 0,
            )
        )
    return tuple(entries)


def _bounded_list(value: Any, items_max: int) -> list[Any]:
    if not isinstance(value, list):
        raise Malformed(f"array expected, found {describe(value)}")
    if len(value) > items_max:
        raise Malformed(f"at most {items_max} items expected, found {len(value)}")
    return value


class StateOverrides(dict[Address, AccountOverride]):
    """Values that accounts have in one call only."""

    SCHEMA: ClassVar[Schema] = {
        "title": "state overrides",
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "properties": {
                "balance": QUANTITY_SCHEMA,
                "nonce": QUANTITY_SCHEMA,
                "code": DATA_SCHEMA,
                "state": {"type": "object"},
                "stateDiff": {"type": "object"},
                "movePrecompileToAddress": ADDRESS_SCHEMA,
            },
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "StateOverrides":
        """Read account by account; raises Malformed."""
        if not isinstance(value, dict):
            raise Malformed(f"state override object expected, found {describe(value)}")
        if len(value) > OVERRIDDEN_ACCOUNTS_MAX:
            raise Malformed(f"at most {OVERRIDDEN_ACCOUNTS_MAX} accounts, found {len(value)}")
        return cls(
            (parse_address(address), _decode_override(address, fields))
            for address, fields in value.items()
        )


def _decode_override(address: str, value: Any) -> AccountOverride:
    fields = _Fields(value, "account override")
    state, state_diff = fields.read("state", _decode_slots), fields.read("stateDiff", _decode_slots)
    if state is not None and state_diff is not None:
        raise Malformed(f"account {address} has both 'state' and 'stateDiff'")
    nonce, balance = fields.quantity("nonce", 64), fields.quantity("balance")
    return AccountOverride(
        nonce=None if nonce is None else Nonce(nonce),
        balance_wei=None if balance is None else Wei(balance),
        code=fields.read("code", parse_data),
        state=state,
        state_diff=state_diff,
        move_precompile_to=fields.read("movePrecompileToAddress", parse_address),
    )


def _decode_slots(value: Any) -> Mapping[int, int]:
    if not isinstance(value, dict):
        raise Malformed(f"object of 32-byte words expected, found {describe(value)}")
    if len(value) > OVERRIDDEN_SLOTS_MAX:
        raise Malformed(f"at most {OVERRIDDEN_SLOTS_MAX} slots expected, found {len(value)}")
    return {_word(slot): _word(word) for slot, word in value.items()}


def _word(value: Any) -> int:
    return int.from_bytes(parse_fixed(value, 32, "a word"), "big")


@dataclass(frozen=True, slots=True)
class BlockOverrides:
    """What a call sees of its block instead of the truth."""

    fields: Mapping[str, Any]

    SCHEMA: ClassVar[Schema] = {
        "title": "block overrides",
        "type": "object",
        "properties": {
            "number": QUANTITY_SCHEMA,
            "time": QUANTITY_SCHEMA,
            "gasLimit": QUANTITY_SCHEMA,
            "feeRecipient": ADDRESS_SCHEMA,
            "prevRandao": HASH_SCHEMA,
            "baseFeePerGas": QUANTITY_SCHEMA,
            "blobBaseFee": QUANTITY_SCHEMA,
            "beaconRoot": HASH_SCHEMA,
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "BlockOverrides":
        """Read the object, with the older names of its fields; raises Malformed."""
        fields = _Fields(value, "block override")
        number, time_s = fields.quantity("number", 64), fields.quantity("time", 64)
        base_fee = fields.quantity("baseFeePerGas")
        recipient = fields.read("feeRecipient", parse_address)
        randao = fields.read("prevRandao", _parse_word_bytes)
        found = {
            "height": None if number is None else BlockHeight(number),
            "timestamp_s": None if time_s is None else Seconds(time_s),
            "gas_limit": fields.quantity("gasLimit", 64),
            "coinbase": recipient or fields.read("coinbase", parse_address),
            "prev_randao": randao or fields.read("random", _parse_word_bytes),
            "base_fee_per_gas_wei": (fields.quantity("baseFee") if base_fee is None else base_fee),
            "blob_base_fee_wei": fields.quantity("blobBaseFee"),
            "parent_beacon_block_root": fields.read("beaconRoot", _parse_word_bytes),
        }
        return cls({name: value for name, value in found.items() if value is not None})

    def apply(self, environment: BlockEnvironment) -> BlockEnvironment:
        """
        Return the environment with the values in place.

        In a block that is not there BLOCKHASH knows the true ancestors, and 0 for the others.
        """
        known, ancestor_hash = environment.height, environment.ancestor_hash

        def known_ancestor_hash(height: BlockHeight) -> Hash32:
            return ancestor_hash(height) if height < known else ZERO_HASH

        return replace(environment, ancestor_hash=known_ancestor_hash, **self.fields)


def _parse_word_bytes(value: Any) -> Hash32:
    return Hash32(parse_fixed(value, 32, "a hash"))


class Simulator:
    """Runs calls on a state beside the event loop; nothing they write stays."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._limits, self._lookup, self._work = backend, limits, lookup, work
        self._refusals = RefusalNames(backend.assembly)

    async def call(
        self,
        request: CallRequest,
        block: BlockId,
        overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> bytes:
        """Return what the code returns; raises Reverted, CallFailed and TransactionInvalid."""
        message = self._message(request)
        reader, environment = self._stage(block, block_overrides)
        machine = alter(self._backend.machine, overrides or {})
        result = await self._work.run(
            lambda: machine_call.call(
                reader,
                message,
                environment,
                machine,
                gas_cap=self._limits.call_gas_max,
                overrides=overrides,
                watch=self._watch(),
            )
        )
        if result.error is not None:
            raise self._failure(message.to, result.error, result.output, result.is_revert)
        return result.output

    async def estimate(
        self,
        request: CallRequest,
        block: BlockId,
        overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> Gas:
        """Return a gas limit that suffices; raises Reverted, CallFailed, TransactionInvalid."""
        message = self._message(request)
        reader, environment = self._stage(block, block_overrides)
        machine = alter(self._backend.machine, overrides or {})
        try:
            return await self._work.run(
                lambda: machine_call.estimate_gas(
                    reader,
                    message,
                    environment,
                    machine,
                    gas_cap=self._limits.call_gas_max,
                    overrides=overrides,
                    watch=self._watch(),
                )
            )
        except ExecutionFailed as failed:
            raise self._failure(
                message.to, str(failed), failed.output, failed.is_revert
            ) from failed

    async def access_list(
        self,
        request: CallRequest,
        block: BlockId,
        overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> tuple[tuple[AccessEntry, ...], CallResult]:
        """Return the access list that a call profits from and what it gives with that list."""
        message = self._message(request)
        reader, environment = self._stage(block, block_overrides)
        machine = alter(self._backend.machine, overrides or {})
        return await self._work.run(
            lambda: machine_call.create_access_list(
                reader,
                message,
                environment,
                machine,
                gas_cap=self._limits.call_gas_max,
                overrides=overrides,
                watch=self._watch(),
            )
        )

    def _stage(
        self, block: BlockId, block_overrides: BlockOverrides | None
    ) -> tuple[StateReader, BlockEnvironment]:
        """Return the state that a call reads and the block that it believes to be in."""
        reader, environment = self._lookup.stage(block)
        if block_overrides is None:
            return reader, environment
        return reader, block_overrides.apply(environment)

    def _watch(self) -> Watch:
        """Return a watch that ends a call in geth's words; made as the call begins."""
        limit_s = self._limits.call_s
        return watch_for(limit_s, CallFailed(f"execution aborted (timeout = {limit_s:g}s)"))

    def _message(self, request: CallRequest) -> CallMessage:
        if request.chain_id is None:
            return request.message
        chain_id = self._backend.status.chain_id
        if request.chain_id != chain_id:
            raise InvalidParams(
                f"chainId does not match node's (have={request.chain_id}, want={chain_id})"
            )
        return request.message

    def _failure(
        self, to: Address | None, text: str, output: bytes, is_revert: bool
    ) -> CallFailed | Reverted:
        if not is_revert:
            return CallFailed(text)
        reason = self._refusals.describe(to, output)
        return Reverted(text if reason is None else f"{EXECUTION_REVERTED}: {reason}", data(output))
